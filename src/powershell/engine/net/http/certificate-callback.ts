/** Callbacks of .NET that decide about a server's certificate. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { toBoolean } from '../../conversion.js';
import { NetObject, unwrap } from '../../values/live.js';
import { PSError, NetThrow } from '../../values/exceptions.js';
import { callNow, enumOf } from '../support.js';
import { requireTypeText } from '../type-text.js';

const ANY = 'any certificate';
/** `DangerousAcceptAnyServerCertificateValidator`. */
export const anyCertificate = (): PSValue =>
  new NetObject(
    requireTypeText(
      'System.Func[System.Net.Http.HttpRequestMessage,System.Security.Cryptography.X509Certificates.X509Certificate2,System.Security.Cryptography.X509Certificates.X509Chain,System.Net.Security.SslPolicyErrors,bool]',
    ),
    ANY,
  );

/**
 * Whether a certificate that nobody vouches for is taken. The callback is asked before the connection is made, so it is
 * given no certificate: one that says yes to all says yes, one that looks at the certificate finds nothing to agree to.
 */
export function takesAnyCertificate(callback: PSValue, url: URL): boolean {
  if (callback === null || url.protocol !== 'https:') return false;
  const inner = unwrap(callback);
  if (inner instanceof NetObject && inner.data === ANY) return true;
  const problem = enumOf('System.Net.Security.SslPolicyErrors', 'RemoteCertificateChainErrors');
  try {
    return toBoolean(callNow(callback, [null, null, null, problem]));
  } catch (error) {
    if (error instanceof PSError || error instanceof NetThrow) return false;
    throw error;
  }
}
