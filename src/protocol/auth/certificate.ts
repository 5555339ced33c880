/** The one part of a certificate that CredSSP looks at. [RFC 5280 4.1] */
import { contextTag, DerReader, DerTag } from '../crypto/index.js';

/**
 * The SubjectPublicKey bits of a certificate: for RSA the PKCS#1 key.
 * @param certificate DER.
 * @throws {RemoteProtocolError} it is no certificate.
 */
export function subjectPublicKey(certificate: Uint8Array): Uint8Array {
  const fields = new DerReader(certificate, 'certificate').enter(DerTag.Sequence).enter(DerTag.Sequence);
  fields.enterOptional(contextTag(0)); // version
  for (let skipped = 0; skipped < 5; skipped += 1) fields.next(); // serial, algorithm, issuer, validity, subject
  const info = fields.enter(DerTag.Sequence);
  info.expect(DerTag.Sequence);
  return info.expect(DerTag.BitString).content.slice(1); // behind the number of unused bits
}
