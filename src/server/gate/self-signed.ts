/** A certificate for the occasion: CredSSP's TLS channel on a listener that has none. Its key is proved by CredSSP itself. */
import { generateKeyPair, randomBytes, sign, type KeyObject } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import { promisify } from 'node:util';
import { der, derIntegerValue, derObjectIdentifier, DerTag, contextTag } from '../../protocol/auth/index.js';

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
const COMMON_NAME = '2.5.4.3';
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const SET = 0x31;
const VALID_DAYS = 3650;

const utcTime = (ms: number): Uint8Array => {
  const text = `${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`;
  return der(UTC_TIME, Buffer.from(text, 'latin1'));
};

export interface ChannelIdentity {
  readonly secureContext: SecureContext;
  /** DER. */
  readonly certificate: Uint8Array;
}

/** RSA of 2048 bits, self-signed, in memory only. */
export async function selfSignedIdentity(name: string, now: number = Date.now()): Promise<ChannelIdentity> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const certificate = certificateOf(name, publicKey, privateKey, now);
  const body = Buffer.from(certificate).toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return {
    certificate,
    secureContext: createSecureContext({
      cert: `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`,
      key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
      minVersion: 'TLSv1.2',
    }),
  };
}

function certificateOf(name: string, publicKey: KeyObject, privateKey: KeyObject, now: number): Uint8Array {
  const algorithm = der(DerTag.Sequence, derObjectIdentifier(SHA256_WITH_RSA), Uint8Array.of(5, 0));
  const subject = der(
    DerTag.Sequence,
    der(SET, der(DerTag.Sequence, derObjectIdentifier(COMMON_NAME), der(UTF8_STRING, Buffer.from(name.slice(0, 64))))),
  );
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40; // positive, and of a fixed length
  const tbs = der(
    DerTag.Sequence,
    der(contextTag(0), derIntegerValue(2)),
    der(DerTag.Integer, serial),
    algorithm,
    subject,
    der(DerTag.Sequence, utcTime(now - 86_400_000), utcTime(now + VALID_DAYS * 86_400_000)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', tbs, privateKey);
  return der(DerTag.Sequence, tbs, algorithm, der(DerTag.BitString, Uint8Array.of(0), signature));
}
