/**
 * A client certificate: the TLS handshake proves it, a header with every request says that it is meant. protocol.md 8.3
 */
import type { HttpAuthenticator } from '../http-client.js';

/** The scheme's whole name; it has no parameters. [MS-WSMV 2.2.4.1] */
export const CERTIFICATE_SCHEME = 'http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual';

export function certificateAuthenticator(): HttpAuthenticator {
  return {
    mechanism: 'Certificate',
    perRequest: true,
    complete: false,
    authorization: (challenge) =>
      challenge === undefined ? { header: CERTIFICATE_SCHEME, withBody: true } : undefined,
    accepted: () => {},
  };
}
