/** Which proxy a request goes through. cmdlets.md 14 (ProxyAccessType), and the environment's usual variables. */
import { ArgumentError } from '../../protocol/errors/index.js';

export interface ProxyServer {
  /** `http://host:port`. A user and password in it are taken as credentials. */
  readonly url: string;
  readonly userName?: string;
  readonly password?: string;
}

/** The proxy of the environment, with credentials of the caller's. */
export interface ProxyLogin {
  readonly authentication: string;
  readonly userName: string;
  readonly password: string;
}

/** `environment`: HTTP_PROXY, HTTPS_PROXY, NO_PROXY, in either case; what WinHTTP's settings are on Windows. */
export type ProxyChoice = 'none' | 'environment' | ProxyServer | ProxyLogin;

export interface ResolvedProxy {
  readonly host: string;
  readonly port: number;
  /** Value of Proxy-Authorization. */
  readonly authorization: string | undefined;
}

function bypassed(host: string, port: number, list: string): boolean {
  const name = host.toLowerCase();
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === '') return false;
    if (entry === '*') return true;
    const match = /^(?:\*?\.)?(.+?)(?::(\d+))?$/.exec(entry.toLowerCase());
    if (match === null || (match[2] !== undefined && Number(match[2]) !== port)) return false;
    const domain = match[1] ?? '';
    return name === domain || name.endsWith(`.${domain}`);
  });
}

/** @throws {ArgumentError} the proxy's URL is none, or not http; another login than Basic is wanted for it. */
export function resolveProxy(
  choice: ProxyChoice,
  target: URL,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ResolvedProxy | undefined {
  if (choice === 'none') return undefined;
  let server: ProxyServer;
  if (choice === 'environment' || !('url' in choice)) {
    const variable = (name: string): string => environment[name.toLowerCase()] ?? environment[name.toUpperCase()] ?? '';
    const url = variable(target.protocol === 'https:' ? 'https_proxy' : 'http_proxy');
    const port = Number(target.port === '' ? (target.protocol === 'https:' ? 443 : 80) : target.port);
    if (url === '' || bypassed(target.hostname, port, variable('no_proxy'))) return undefined;
    if (choice !== 'environment' && choice.authentication !== 'Basic')
      throw new ArgumentError(
        'ProxyAuthentication',
        `A login at a proxy with ${choice.authentication} is not supported. Give -ProxyAuthentication Basic where the proxy takes it: the password is then readable on the way to it.`,
        { errorId: 'NotSupported', category: 'NotImplemented' },
      );
    server = { url: url.includes('://') ? url : `http://${url}`, ...(choice === 'environment' ? {} : choice) };
  } else server = choice;
  const url = URL.canParse(server.url) ? new URL(server.url) : null;
  if (url === null || url.protocol !== 'http:')
    throw new ArgumentError('ProxyAccessType', 'The proxy has to be given as http://host:port.');
  const user = server.userName ?? (url.username === '' ? undefined : decodeURIComponent(url.username));
  const password = server.password ?? decodeURIComponent(url.password);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port === '' ? 80 : url.port),
    authorization: user === undefined ? undefined : `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
  };
}
