/** What ties an authentication to its TLS channel. [RFC 5929], [RFC 2744 3.11], protocol.md 8.9 */
import { concatBytes, DerReader, DerTag, digest, type DigestName } from '../crypto/index.js';

export interface GssChannelBindings {
  readonly initiatorType?: number;
  readonly initiatorAddress?: Uint8Array;
  readonly acceptorType?: number;
  readonly acceptorAddress?: Uint8Array;
  readonly applicationData?: Uint8Array;
}

const u32 = (value: number): Uint8Array => {
  const out = new Uint8Array(4);
  new DataView(out.buffer).setUint32(0, value, true);
  return out;
};

/** The structure whose MD5 travels: types and lengths as u32 little-endian. */
export function encodeChannelBindings(bindings: GssChannelBindings): Uint8Array {
  const none = new Uint8Array(0);
  const { initiatorAddress = none, acceptorAddress = none, applicationData = none } = bindings;
  return concatBytes(
    u32(bindings.initiatorType ?? 0),
    u32(initiatorAddress.length),
    initiatorAddress,
    u32(bindings.acceptorType ?? 0),
    u32(acceptorAddress.length),
    acceptorAddress,
    u32(applicationData.length),
    applicationData,
  );
}

/** Signature algorithms by object identifier -> the digest of `tls-server-end-point`. MD5 and SHA-1 become SHA-256. */
const DIGESTS: Readonly<Record<string, DigestName>> = {
  '1.2.840.113549.1.1.14': 'sha224',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.1': 'sha224',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const RSA_PSS = '1.2.840.113549.1.1.10';

/** The digest that a certificate's signature algorithm asks for; SHA-256 for all that say nothing better. */
export function certificateDigestName(certificate: Uint8Array): DigestName {
  const fields = new DerReader(certificate, 'certificate').enter(DerTag.Sequence);
  fields.expect(DerTag.Sequence);
  const algorithm = fields.enter(DerTag.Sequence);
  const oid = algorithm.objectIdentifier();
  if (oid === RSA_PSS && algorithm.peek() === DerTag.Sequence) {
    const hash = algorithm.enter(DerTag.Sequence).enterOptional(0xa0)?.enter(DerTag.Sequence).objectIdentifier();
    return DIGESTS[hash ?? ''] ?? 'sha256';
  }
  return DIGESTS[oid] ?? 'sha256';
}

/** `tls-server-end-point:` and the digest of the server's certificate (DER). */
export function serverEndPoint(certificate: Uint8Array): Uint8Array {
  const prefix = Uint8Array.from('tls-server-end-point:', (char) => char.charCodeAt(0));
  return concatBytes(prefix, digest(certificateDigestName(certificate), certificate));
}

/** The 16 bytes that NTLM and Kerberos carry for a TLS channel with this server certificate (DER). */
export const channelBindingHash = (certificate: Uint8Array): Uint8Array =>
  digest('md5', encodeChannelBindings({ applicationData: serverEndPoint(certificate) }));
