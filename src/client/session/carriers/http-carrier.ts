/** POSTs over HTTP and HTTPS, on pinned connections, authenticated as the connection info says. cmdlets.md 3.6 */
import { findClientCertificate, HttpClient, type ProxyChoice } from '../../../io/transport/index.js';
import type { WSManConnectionInfo } from '../model/connection-info.js';
import { authenticatorFor } from './http-authentication.js';
import type { HttpPoster } from './http-poster.js';

/**
 * @param url where to POST, with the PSVersion query.
 * @throws {WsmanFaultError} the mechanism needs what is not given, or a password would go in the clear.
 * @throws {ArgumentError} no certificate has this thumbprint.
 */
export function httpPosterFor(info: WSManConnectionInfo, url: string): HttpPoster {
  const { option } = info;
  const authenticator = authenticatorFor(info);
  return new HttpClient({
    url,
    tls: {
      skipCACheck: option.skipCACheck,
      skipCNCheck: option.skipCNCheck,
      skipRevocationCheck: option.skipRevocationCheck,
      ...(info.certificateThumbprint === undefined
        ? {}
        : { clientCertificate: findClientCertificate(info.certificateThumbprint) }),
    },
    proxy: proxyFor(info),
    ...(authenticator === undefined ? {} : { authenticator }),
    ...(info.openTimeoutMs === 0 ? {} : { connectTimeoutMs: Math.min(info.openTimeoutMs, CONNECT_LIMIT_MS) }),
  });
}

const CONNECT_LIMIT_MS = 30_000;

function proxyFor({ option }: WSManConnectionInfo): ProxyChoice {
  // None is WinRM's "no settings of its own"; the environment's proxy is not for machines of one's own network.
  if (option.proxyAccessType === 'None' || option.proxyAccessType === 'NoProxyServer') return 'none';
  const { proxyAuthentication: authentication, proxyCredential } = option;
  if (proxyCredential === null) return 'environment';
  return { authentication, userName: proxyCredential.userName, password: proxyCredential.networkCredential().password };
}
