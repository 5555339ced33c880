import { describe, expect, it } from 'vitest';
import { contextTag, der, derIntegerValue, derObjectIdentifier, DerTag } from '../crypto/index.js';
import {
  certificateDigestName,
  channelBindingHash,
  encodeChannelBindings,
  serverEndPoint,
} from './channel-bindings.js';

/** The outline of a certificate that was signed by this algorithm. */
function signedBy(oid: string, parameters: Uint8Array = Uint8Array.of(5, 0)): Uint8Array {
  const tbs = der(DerTag.Sequence, derIntegerValue(1));
  const algorithm = der(DerTag.Sequence, derObjectIdentifier(oid), parameters);
  return der(DerTag.Sequence, tbs, algorithm, der(DerTag.BitString, Uint8Array.of(0)));
}
const pss = (hash: string): Uint8Array =>
  der(DerTag.Sequence, der(contextTag(0), der(DerTag.Sequence, derObjectIdentifier(hash))));

describe('the digest of tls-server-end-point [RFC 5929 4.1]', () => {
  it.each([
    ['md5WithRSA becomes SHA-256', signedBy('1.2.840.113549.1.1.4'), 'sha256'],
    ['sha1WithRSA becomes SHA-256', signedBy('1.2.840.113549.1.1.5'), 'sha256'],
    ['sha224WithRSA', signedBy('1.2.840.113549.1.1.14'), 'sha224'],
    ['sha256WithRSA', signedBy('1.2.840.113549.1.1.11'), 'sha256'],
    ['sha384WithRSA', signedBy('1.2.840.113549.1.1.12'), 'sha384'],
    ['sha512WithRSA', signedBy('1.2.840.113549.1.1.13'), 'sha512'],
    ['ecdsa-with-SHA256', signedBy('1.2.840.10045.4.3.2', new Uint8Array(0)), 'sha256'],
    ['ecdsa-with-SHA384', signedBy('1.2.840.10045.4.3.3', new Uint8Array(0)), 'sha384'],
    ['ecdsa-with-SHA512', signedBy('1.2.840.10045.4.3.4', new Uint8Array(0)), 'sha512'],
    ['RSA-PSS with SHA-384', signedBy('1.2.840.113549.1.1.10', pss('2.16.840.1.101.3.4.2.2')), 'sha384'],
    ['RSA-PSS with the defaults becomes SHA-256', signedBy('1.2.840.113549.1.1.10', der(DerTag.Sequence)), 'sha256'],
    ['Ed25519, which has none, becomes SHA-256', signedBy('1.3.101.112', new Uint8Array(0)), 'sha256'],
  ] as const)('%s', (_, certificate, expected) => {
    expect(certificateDigestName(certificate)).toBe(expected);
  });

  it('travels behind its name, in a structure whose MD5 NTLM carries', () => {
    const certificate = signedBy('1.2.840.113549.1.1.11');
    const data = serverEndPoint(certificate);
    expect(Buffer.from(data).toString('latin1')).toMatch(/^tls-server-end-point:/);
    expect(data).toHaveLength(21 + 32);
    expect(encodeChannelBindings({ applicationData: data })).toHaveLength(20 + data.length);
    expect(channelBindingHash(certificate)).toHaveLength(16);
  });
});
