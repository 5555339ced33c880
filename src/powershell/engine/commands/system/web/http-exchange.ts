/**
 * One HTTP exchange over Node's own client: through a proxy or a Unix socket when asked, TLS as asked, the answer's body
 * unpacked. Redirects, retries and errors are the caller's.
 */
import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import tls from 'node:tls';
import zlib from 'node:zlib';

export interface ExchangeRequest {
  readonly url: URL;
  readonly method: string;
  /** In the order in which they are sent. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array | undefined;
  readonly chunked: boolean;
}
export interface ExchangeOptions {
  readonly proxy: URL | undefined;
  /** `user:password` for a proxy that asks. */
  readonly proxyUser: string | undefined;
  readonly unixSocket: string | undefined;
  readonly skipCertificateCheck: boolean;
  readonly minVersion: tls.SecureVersion | undefined;
  readonly maxVersion: tls.SecureVersion | undefined;
}
export interface ExchangeAnswer {
  readonly url: URL;
  readonly status: number;
  readonly reason: string;
  readonly version: string;
  /** As they came, names unchanged. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Readable;
}

const PROXY_WANTS_USER = 407;
const basic = (user: string): string => `Basic ${Buffer.from(user).toString('base64')}`;

/** The proxy that the environment names for an address, with `no_proxy` respected; undefined for none. */
export function environmentProxy(url: URL, environment: (name: string) => string | undefined): URL | undefined {
  const value = (name: string): string | undefined => environment(name) ?? environment(name.toUpperCase());
  // HTTP_PROXY in capitals can come from a request's header in CGI, so .NET reads the small form only.
  const named = (url.protocol === 'https:' ? value('https_proxy') : environment('http_proxy')) ?? value('all_proxy');
  if (named === undefined || named === '') return undefined;
  const host = url.hostname.toLowerCase();
  const spared = (value('no_proxy') ?? '')
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .some((entry) => entry === host || (entry.startsWith('.') && host.endsWith(entry)));
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(named) ? named : `http://${named}`;
  return spared || !URL.canParse(address) ? undefined : new URL(address);
}

/** A socket through the proxy to the host of an https address. */
function tunnel(
  url: URL,
  proxy: URL,
  user: string | undefined,
  signal: AbortSignal,
): Promise<import('node:net').Socket> {
  return new Promise((resolve, reject) => {
    const target = `${url.hostname}:${url.port === '' ? '443' : url.port}`;
    const request = http.request({
      host: proxy.hostname,
      port: proxy.port === '' ? 80 : Number(proxy.port),
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...(user === undefined ? {} : { 'proxy-authorization': basic(user) }) },
      signal,
    });
    request.once('error', reject);
    request.once('connect', (answer, socket) => {
      if (answer.statusCode === 200) {
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(
        new Error(`The proxy tunnel request to proxy '${proxy.href}' failed with status code '${answer.statusCode}'.`),
      );
    });
    request.end();
  });
}

function unpacked(answer: http.IncomingMessage): Readable {
  const through = <T extends NodeJS.ReadWriteStream & Readable>(stream: T): T => {
    answer.once('error', (error) => stream.destroy(error));
    return answer.pipe(stream);
  };
  switch (answer.headers['content-encoding']?.toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return through(zlib.createGunzip());
    case 'deflate':
      return through(zlib.createInflate());
    case 'br':
      return through(zlib.createBrotliDecompress());
    default:
      return answer;
  }
}
function pairs(raw: readonly string[]): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? '';
    found.push([KNOWN_HEADERS.get(name.toLowerCase()) ?? name, raw[at + 1] ?? '']);
  }
  return found;
}
/** .NET writes the names of headers that it knows its own way. */
const KNOWN_HEADERS: ReadonlyMap<string, string> = new Map(
  'Accept-Ranges Age Allow Cache-Control Connection Content-Disposition Content-Encoding Content-Language Content-Length Content-Location Content-MD5 Content-Range Content-Security-Policy Content-Type Date ETag Expires Keep-Alive Last-Modified Link Location Pragma Proxy-Authenticate Retry-After Server Set-Cookie Strict-Transport-Security Transfer-Encoding Upgrade Vary Via Warning WWW-Authenticate X-Content-Type-Options X-Frame-Options X-Powered-By'
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

async function once(
  request: ExchangeRequest,
  options: ExchangeOptions,
  signal: AbortSignal,
  proxyUser: string | undefined,
): Promise<ExchangeAnswer> {
  const { url, method, body } = request;
  const secure = url.protocol === 'https:';
  const { proxy } = options;
  const headers: Record<string, string> = Object.fromEntries(request.headers);
  const has = (name: string): boolean => [...request.headers.keys()].some((key) => key.toLowerCase() === name);
  if (!has('host')) headers['Host'] = url.host;
  if (body !== undefined)
    headers[request.chunked ? 'Transfer-Encoding' : 'Content-Length'] = request.chunked
      ? 'chunked'
      : String(body.length);
  const security: tls.ConnectionOptions = {
    rejectUnauthorized: !options.skipCertificateCheck,
    ...(options.minVersion === undefined ? {} : { minVersion: options.minVersion }),
    ...(options.maxVersion === undefined ? {} : { maxVersion: options.maxVersion }),
  };
  const common: http.RequestOptions = { method, headers, signal, agent: false, setHost: false };
  let made: http.ClientRequest;
  if (options.unixSocket !== undefined)
    made = http.request({ ...common, socketPath: options.unixSocket, path: url.pathname + url.search });
  else if (proxy !== undefined && !secure) {
    if (proxyUser !== undefined) headers['Proxy-Authorization'] = basic(proxyUser);
    made = http.request({
      ...common,
      host: proxy.hostname,
      port: proxy.port === '' ? 80 : Number(proxy.port),
      path: url.href,
    });
  } else if (secure) {
    const socket = proxy === undefined ? undefined : await tunnel(url, proxy, options.proxyUser, signal);
    made = https.request(url, {
      ...common,
      ...security,
      ...(socket === undefined
        ? {}
        : { createConnection: () => tls.connect({ ...security, socket, servername: url.hostname }) }),
    });
  } else made = http.request(url, common);
  // Each exchange has a connection of its own; what .NET does not say of it is not said either.
  if (!has('connection')) made.removeHeader('connection');
  return new Promise((resolve, reject) => {
    made.once('error', reject);
    made.once('response', (answer) =>
      resolve({
        url,
        status: answer.statusCode ?? 0,
        reason: answer.statusMessage ?? '',
        version: answer.httpVersion,
        headers: pairs(answer.rawHeaders),
        body: unpacked(answer),
      }),
    );
    made.end(body);
  });
}

/** Sends one request and gives its answer when the headers are there. Rejects with Node's own errors. */
export async function exchange(
  request: ExchangeRequest,
  options: ExchangeOptions,
  signal: AbortSignal,
): Promise<ExchangeAnswer> {
  const answer = await once(request, options, signal, undefined);
  if (answer.status !== PROXY_WANTS_USER || options.proxyUser === undefined) return answer;
  answer.body.resume();
  return once(request, options, signal, options.proxyUser);
}

export const headerOf = (answer: ExchangeAnswer, name: string): string | undefined =>
  answer.headers.find(([key]) => key.toLowerCase() === name)?.[1];
