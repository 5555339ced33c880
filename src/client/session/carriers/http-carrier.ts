/** POSTs over HTTP and HTTPS, on pinned connections, authenticated as the connection info says. cmdlets.md 3.6 */
import { basicAuthenticator, HttpClient, type HttpAuthenticator } from '../../../io/transport/index.js';
import { WsmanFaultError } from '../../../protocol/errors/index.js';
import type { WSManConnectionInfo } from '../model/connection-info.js';
import type { HttpPoster } from './http-poster.js';

const EXPLICIT_CREDENTIALS_NEEDED = 0x803380b0;
/** What PowerShell's own client outside Windows calls it. cmdlets.md 3.6 */
const BASIC_OVER_HTTP = 801;
const INVALID_AUTHENTICATION = 0x8033810e;

/**
 * @param url where to POST, with the PSVersion query.
 * @throws {WsmanFaultError} the mechanism needs what is not given.  A password would go in the clear.
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
    },
    proxy: proxyFor(info),
    ...(authenticator === undefined ? {} : { authenticator }),
    ...(info.openTimeoutMs === 0 ? {} : { connectTimeoutMs: Math.min(info.openTimeoutMs, CONNECT_LIMIT_MS) }),
  });
}

const CONNECT_LIMIT_MS = 30_000;

function proxyFor(info: WSManConnectionInfo): 'none' | 'environment' {
  // None is WinRM's "no settings of its own"; the environment's proxy is not for machines of one's own network.
  return info.option.proxyAccessType === 'None' || info.option.proxyAccessType === 'NoProxyServer'
    ? 'none'
    : 'environment';
}

function authenticatorFor(info: WSManConnectionInfo): (() => HttpAuthenticator) | undefined {
  const { credential, authenticationMechanism: mechanism } = info;
  switch (mechanism) {
    case 'Default':
      // Nothing given: the server says whether it wants to know who asks.
      if (credential === undefined) return undefined;
      return basic(info);
    case 'Basic':
      return basic(info);
    default:
      throw new WsmanFaultError(
        INVALID_AUTHENTICATION,
        `The authentication mechanism ${mechanism} is not available in this version. Use -Authentication Basic over HTTPS (-UseSSL).`,
      );
  }
}

/** A password in the clear goes over TLS, to this machine, or where the user said -NoEncryption. */
function basic(info: WSManConnectionInfo): () => HttpAuthenticator {
  const { credential } = info;
  if (credential === undefined) {
    throw new WsmanFaultError(
      EXPLICIT_CREDENTIALS_NEEDED,
      'Basic authentication needs a user name and a password. Give -Credential.',
      { errorId: 'InvalidOperation' },
    );
  }
  if (info.scheme === 'http' && !info.isLoopback && !info.option.noEncryption) {
    throw new WsmanFaultError(
      BASIC_OVER_HTTP,
      `Basic authentication over plain HTTP would show the password to the network on the way to ${info.computerName}. Use -UseSSL, or New-PSSessionOption -NoEncryption if that is intended.`,
    );
  }
  const { userName } = credential;
  const password = credential.password.plainText ?? '';
  return () => basicAuthenticator(userName, password);
}
