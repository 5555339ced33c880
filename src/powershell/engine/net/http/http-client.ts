/** HttpClient and its handlers: requests over the engine's own HTTP exchange. */
import { anyCertificate, takesAnyCertificate } from './certificate-callback.js';
import { PSTimeSpan, type PSValue } from '../../../../protocol/objects/index.js';
import { connectionFailure } from '../../commands/system/web/web-failure.js';
import { environmentProxy, exchange, type ExchangeAnswer, headerOf } from '../../commands/system/web/http-exchange.js';
import { toText } from '../../conversion.js';
import { implement } from '../../values/bodies.js';
import { defineType } from '../../values/net-type.js';
import { NetThrow } from '../../values/exceptions.js';
import { NetObject, unwrap } from '../../values/live.js';
import { no, none, plainProperties, Settings, yes } from '../plain-properties.js';
import { NodeStream } from '../streams/node-stream.js';
import { argumentNull, dataOf, enumOf, invalidOperation, long, net, runtime, text, throwNet } from '../support.js';
import { spanTicks } from '../time-span.js';
import { taskOf } from '../tasks.js';
import {
  assertSuccess,
  Content,
  contentIn,
  contentText,
  HeaderTable,
  joined,
  newAnswer,
  newRequest,
  type Request,
  request,
  uriOf,
  type Answer,
} from './http-message.js';

const HTTP = 'System.Net.Http';
const MAX_REDIRECTS = 50;
const BODY_STREAM = 'System.Net.Http.HttpBaseStream';
const BODY = 'System.Net.Http.HttpConnectionResponseContent';
defineType(BODY_STREAM, { base: 'System.IO.Stream' });
defineType(BODY, { base: 'System.Net.Http.HttpContent' });

/** How to connect: what a handler, or the classes of old, say. */
export interface Connection {
  readonly follow: boolean;
  readonly maxRedirects: number;
  readonly proxy: URL | undefined | 'environment';
  readonly proxyUser: string | undefined;
  /** `user:password`, sent when the server asks. */
  readonly user: string | undefined;
  readonly preAuthenticate: boolean;
  readonly skipCertificateCheck: boolean;
  /** Milliseconds; 0: no limit. */
  readonly timeout: number;
  readonly cookies: CookieJar | undefined;
}
export interface CookieJar {
  header(url: URL): string | undefined;
  take(url: URL, header: string): void;
}
export const USUAL: Connection = {
  follow: true,
  maxRedirects: MAX_REDIRECTS,
  proxy: 'environment',
  proxyUser: undefined,
  user: undefined,
  preAuthenticate: false,
  skipCertificateCheck: false,
  timeout: 100_000,
  cookies: undefined,
};
const redirects = new Set([300, 301, 302, 303, 307, 308]);
const BASIC = 'Basic ';
const basic = (user: string): string => BASIC + Buffer.from(user).toString('base64');

/** The stop of the pipeline and a limit of time, as one signal. */
function limited(milliseconds: number): { signal: AbortSignal; timedOut: () => boolean } {
  const { signal } = runtime();
  if (milliseconds <= 0) return { signal, timedOut: () => false };
  const timer = AbortSignal.timeout(milliseconds);
  return { signal: AbortSignal.any([signal, timer]), timedOut: () => timer.aborted && !signal.aborted };
}
export interface Sent {
  readonly url: URL;
  readonly method: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array | undefined;
}
/** Sends, follows redirects, answers the server's question for a user. @throws WebFailure, or the timeout's exception. */
export async function send(given: Sent, how: Connection): Promise<ExchangeAnswer> {
  const { signal, timedOut } = limited(how.timeout);
  const environment = runtime().environment;
  let sent = given;
  let asked = how.preAuthenticate && how.user !== undefined;
  for (let count = 0; ; count += 1) {
    const headers = new Map(sent.headers);
    if (asked && how.user !== undefined) headers.set('Authorization', basic(how.user));
    const cookies = how.cookies?.header(sent.url);
    if (cookies !== undefined) headers.set('Cookie', cookies);
    let got: ExchangeAnswer;
    try {
      got = await exchange(
        { url: sent.url, method: sent.method, headers, body: sent.body, chunked: false },
        {
          proxy: how.proxy === 'environment' ? environmentProxy(sent.url, (name) => environment.get(name)) : how.proxy,
          proxyUser: how.proxyUser,
          unixSocket: undefined,
          skipCertificateCheck: how.skipCertificateCheck,
          minVersion: undefined,
          maxVersion: undefined,
        },
        signal,
      );
    } catch (error) {
      if (timedOut())
        throw throwNet(
          'System.Threading.Tasks.TaskCanceledException',
          `The request was canceled due to the configured HttpClient.Timeout of ${how.timeout / 1000} seconds elapsing.`,
        );
      const failure = connectionFailure(error, sent.url);
      throw new NetThrow(failure.type, failure.message);
    }
    for (const [name, value] of got.headers)
      if (name.toLowerCase() === 'set-cookie') how.cookies?.take(sent.url, value);
    if (
      got.status === 401 &&
      !asked &&
      how.user !== undefined &&
      /basic/i.test(headerOf(got, 'www-authenticate') ?? '')
    ) {
      asked = true;
      got.body.resume();
      continue;
    }
    const target = headerOf(got, 'location');
    if (!how.follow || !redirects.has(got.status) || target === undefined || count >= how.maxRedirects) return got;
    const next = new URL(target, sent.url);
    // .NET does not follow from https to http, and shows a password to nobody else.
    if (sent.url.protocol === 'https:' && next.protocol === 'http:') return got;
    got.body.resume();
    const rewritten =
      got.status === 303
        ? sent.method !== 'GET' && sent.method !== 'HEAD'
        : got.status <= 302 && sent.method === 'POST';
    const kept = new Map([...sent.headers].filter(([name]) => !/^authorization$/i.test(name)));
    if (rewritten) for (const name of kept.keys()) if (/^content-/i.test(name)) kept.delete(name);
    sent = {
      url: next,
      method: rewritten ? 'GET' : sent.method,
      headers: kept,
      body: rewritten ? undefined : sent.body,
    };
    asked = false;
  }
}

// ------------------------------------------------------------------ handlers

const span = (milliseconds: number): PSValue => new PSTimeSpan(BigInt(milliseconds) * 10_000n);
const handlerBodies = plainProperties({
  AllowAutoRedirect: yes,
  AutomaticDecompression: () => enumOf('System.Net.DecompressionMethods', 0),
  CheckCertificateRevocationList: no,
  ClientCertificateOptions: () => enumOf(`${HTTP}.ClientCertificateOption`, 0),
  CookieContainer: () => net('System.Net.CookieContainer', new Jar()),
  Credentials: none,
  DefaultProxyCredentials: none,
  MaxAutomaticRedirections: () => MAX_REDIRECTS,
  MaxConnectionsPerServer: () => 2_147_483_647,
  MaxRequestContentBufferSize: () => 2_147_483_647n,
  MaxResponseHeadersLength: () => 64,
  PreAuthenticate: no,
  Proxy: none,
  ServerCertificateCustomValidationCallback: none,
  SslProtocols: () => enumOf('System.Security.Authentication.SslProtocols', 0),
  UseCookies: yes,
  UseDefaultCredentials: no,
  UseProxy: yes,
  ConnectTimeout: () => span(-1),
  PooledConnectionLifetime: () => span(-1),
});
for (const name of ['HttpClientHandler', 'SocketsHttpHandler'])
  implement(`${HTTP}.${name}`, () => ({
    ...handlerBodies,
    SupportsAutomaticDecompression: yes,
    SupportsProxy: yes,
    SupportsRedirectConfiguration: yes,
    'static DangerousAcceptAnyServerCertificateValidator': anyCertificate,
    Dispose: () => undefined,
    new: () => net(`${HTTP}.${name}`, new Settings()),
  }));
/** `user:password` of a credential object, for an address when it is a cache. */
export function userOf(credentials: PSValue, url: URL): string | undefined {
  const inner = unwrap(credentials);
  if (inner instanceof NetObject && inner.data instanceof Credentials) return inner.data.find(url);
  const get = (name: string): string => {
    const value = (inner as { get?(name: string): PSValue | undefined } | null)?.get?.(name);
    return value === undefined || value === null ? '' : toText(value);
  };
  const name = inner === null ? '' : get('UserName');
  if (name === '') return undefined;
  const domain = get('Domain');
  return `${domain === '' ? '' : `${domain}\\`}${name}:${get('Password')}`;
}
/** CredentialCache. */
export class Credentials {
  readonly entries: { readonly prefix: URL; readonly kind: string; readonly credential: PSValue }[] = [];
  find(url: URL): string | undefined {
    const found = this.get(url);
    return found === null ? undefined : userOf(found, url);
  }
  get(url: URL, kind?: string): PSValue {
    const match = this.entries
      .filter(
        (one) =>
          (kind === undefined || one.kind.toLowerCase() === kind.toLowerCase()) && url.href.startsWith(one.prefix.href),
      )
      .sort((a, b) => b.prefix.href.length - a.prefix.href.length)[0];
    return match?.credential ?? null;
  }
}
export class Jar implements CookieJar {
  readonly cookies: { domain: string; path: string; name: string; value: string; secure: boolean; expires: number }[] =
    [];
  header(url: URL): string | undefined {
    const now = Date.now();
    const found = this.cookies.filter(
      (one) =>
        one.expires > now &&
        (url.hostname === one.domain || url.hostname.endsWith(`.${one.domain.replace(/^\./, '')}`)) &&
        url.pathname.startsWith(one.path) &&
        (!one.secure || url.protocol === 'https:'),
    );
    return found.length === 0 ? undefined : found.map(({ name, value }) => `${name}=${value}`).join('; ');
  }
  take(url: URL, header: string): void {
    const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    if (at <= 0) return;
    const find = (name: string): string | undefined => {
      const hit = attributes.find((part) => part.toLowerCase().startsWith(`${name}=`));
      return hit?.slice(name.length + 1);
    };
    const given = find('domain')?.replace(/^\./, '').toLowerCase();
    // A server sets cookies for its own domain only.
    const domain =
      given !== undefined && (url.hostname === given || url.hostname.endsWith(`.${given}`)) ? given : url.hostname;
    const age = find('max-age');
    const until = find('expires');
    const expires =
      age !== undefined
        ? Date.now() + Number(age) * 1000
        : until !== undefined
          ? Date.parse(until) || Number.POSITIVE_INFINITY
          : Number.POSITIVE_INFINITY;
    this.set({
      domain,
      path: find('path') ?? '/',
      name: pair.slice(0, at),
      value: pair.slice(at + 1),
      secure: attributes.some((part) => part.toLowerCase() === 'secure'),
      expires,
    });
  }
  set(cookie: Jar['cookies'][number]): void {
    const old = this.cookies.findIndex(
      (one) => one.name === cookie.name && one.domain === cookie.domain && one.path === cookie.path,
    );
    if (old >= 0) this.cookies.splice(old, 1);
    this.cookies.push(cookie);
  }
}
/** The address of a proxy object; undefined: none for this address. */
export function proxyAddress(value: PSValue): URL | undefined {
  const inner = unwrap(value);
  const address =
    inner instanceof NetObject && inner.data instanceof Settings ? inner.data.values.get('Address') : undefined;
  const given = address === undefined || address === null ? '' : toText(address);
  return given !== '' && URL.canParse(given) ? new URL(given) : undefined;
}
function connectionOf(handler: PSValue, url: URL, timeout: number): Connection {
  const inner = unwrap(handler);
  const { values } = inner instanceof NetObject && inner.data instanceof Settings ? inner.data : new Settings();
  const setting = (name: string): PSValue => values.get(name) ?? null;
  const proxy = setting('Proxy');
  const jar = unwrap(setting('CookieContainer'));
  if (setting('UseCookies') !== false && jar === null)
    values.set('CookieContainer', net('System.Net.CookieContainer', new Jar()));
  const cookies = unwrap(setting('CookieContainer'));
  return {
    follow: setting('AllowAutoRedirect') !== false,
    maxRedirects:
      typeof setting('MaxAutomaticRedirections') === 'number'
        ? Number(setting('MaxAutomaticRedirections'))
        : MAX_REDIRECTS,
    proxy: setting('UseProxy') === false ? undefined : proxy === null ? 'environment' : proxyAddress(proxy),
    proxyUser: undefined,
    user: userOf(setting('Credentials'), url),
    preAuthenticate: setting('PreAuthenticate') === true,
    skipCertificateCheck: takesAnyCertificate(setting('ServerCertificateCustomValidationCallback'), url),
    timeout,
    cookies:
      setting('UseCookies') !== false && cookies instanceof NetObject && cookies.data instanceof Jar
        ? cookies.data
        : undefined,
  };
}

// ------------------------------------------------------------------ the client

interface Client {
  readonly handler: PSValue;
  readonly headers: HeaderTable;
  base: PSValue;
  /** Milliseconds; below zero: no limit. */
  timeout: number;
  maxBytes: bigint;
}
const client = (self: PSValue): Client => dataOf<Client>(self);
const CLIENT = `${HTTP}.HttpClient`;
function addressOf(of: Client, value: PSValue): URL {
  const base = of.base === null ? undefined : toText(of.base);
  const given = value === null ? '' : toText(value);
  if (URL.canParse(given)) {
    const url = new URL(given);
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw throwNet('System.NotSupportedException', `The '${url.protocol.slice(0, -1)}' scheme is not supported.`);
    return url;
  }
  if (base === undefined || !URL.canParse(given, base))
    throw invalidOperation(
      'An invalid request URI was provided. Either the request URI must be an absolute URI or BaseAddress must be set.',
    );
  return new URL(given, base);
}
function headersOf(of: Client, message: Request, body: Content | undefined): Map<string, string> {
  const all = new HeaderTable();
  for (const table of [message.headers, of.headers, body?.headers])
    for (const { name, values } of table?.entries() ?? []) if (all.get(name) === undefined) all.set(name, values);
  all.delete('Content-Length');
  return new Map(all.entries().map(({ name, values }) => [name, joined(name, values)]));
}
async function perform(of: Client, self: PSValue): Promise<PSValue> {
  const message = request(self);
  const url = addressOf(of, message.uri);
  const body = contentIn(message.content);
  const got = await send(
    {
      url,
      method: toText(message.method),
      headers: headersOf(of, message, body),
      body: body === undefined ? undefined : await body.bytes(),
    },
    connectionOf(of.handler, url, Math.max(0, of.timeout)),
  );
  const headers = new HeaderTable();
  const content = new Content({ stream: net(BODY_STREAM, new NodeStream(got.body, undefined)) });
  for (const [name, value] of got.headers)
    (/^(?:content-|allow$|expires$|last-modified$)/i.test(name) ? content.headers : headers).add(name, [value]);
  return newAnswer({
    status: got.status,
    reason: got.reason,
    version: got.version,
    headers,
    content: net(BODY, content),
    request: newRequest(toText(message.method), uriOf(got.url.href), message.content),
  });
}
async function buffered(of: Client, message: PSValue): Promise<PSValue> {
  const made = await perform(of, message);
  await contentIn(dataOf<Answer>(made).content)?.bytes();
  return made;
}
/** `ResponseHeadersRead` leaves the body in the connection. */
const sendMessage = (self: PSValue, message: PSValue, option: PSValue | undefined): PSValue => {
  const of = client(self);
  addressOf(of, request(message).uri);
  const kept = unwrap(option ?? null);
  const early = kept !== null && text(kept) === 'ResponseHeadersRead';
  return taskOf(early ? perform(of, message) : buffered(of, message), `${HTTP}.HttpResponseMessage`);
};
const simple =
  (method: string, hasBody: boolean) =>
  (self: PSValue, at: PSValue, second: PSValue | undefined): PSValue =>
    sendMessage(self, newRequest(method, uriOf(at), hasBody ? (second ?? null) : null), hasBody ? undefined : second);
/** GetStringAsync and kin: the body alone, an error where the status is no success. */
const bodyOnly =
  (result: string, take: (content: Content) => Promise<PSValue>) =>
  (self: PSValue, at: PSValue): PSValue =>
    taskOf(
      (async () => {
        const made = await perform(client(self), newRequest('GET', uriOf(at), null));
        const of = dataOf<Answer>(made);
        assertSuccess(of);
        const content = contentIn(of.content);
        if (content === undefined) throw argumentNull('content');
        return take(content);
      })(),
      result,
    );
implement(CLIENT, () => ({
  BaseAddress: (self) => client(self).base,
  'set BaseAddress': (self, value) => {
    client(self).base = uriOf(value);
    return undefined;
  },
  Timeout: (self) => span(client(self).timeout),
  'set Timeout': (self, value) => {
    const inner = unwrap(value);
    client(self).timeout = inner instanceof PSTimeSpan ? Number(spanTicks(inner) / 10_000n) : 0;
    return undefined;
  },
  MaxResponseContentBufferSize: (self) => long(client(self).maxBytes),
  'set MaxResponseContentBufferSize': (self, value) => {
    client(self).maxBytes = BigInt(text(value));
    return undefined;
  },
  DefaultRequestHeaders: (self) => net(`${HTTP}.Headers.HttpRequestHeaders`, client(self).headers),
  'static DefaultProxy': () => null,
  GetAsync: simple('GET', false),
  DeleteAsync: simple('DELETE', false),
  PostAsync: simple('POST', true),
  PutAsync: simple('PUT', true),
  PatchAsync: simple('PATCH', true),
  SendAsync: (self, message, option) => {
    if (message === null) throw argumentNull('request');
    return sendMessage(self, message, option);
  },
  Send: (self, message) => {
    if (message === null) throw argumentNull('request');
    return runtime().wait(buffered(client(self), message));
  },
  GetStringAsync: bodyOnly('System.String', async (of) => contentText(of, await of.bytes())),
  GetByteArrayAsync: bodyOnly('System.Byte[]', async (of) => (await of.bytes()).slice()),
  GetStreamAsync: bodyOnly('System.IO.Stream', (of) => Promise.resolve(of.stream)),
  CancelPendingRequests: () => undefined,
  Dispose: () => undefined,
  new: (_self, handler) => {
    if (handler === null) throw argumentNull('handler');
    return net<Client>(CLIENT, {
      handler: handler ?? net(`${HTTP}.HttpClientHandler`, new Settings()),
      headers: new HeaderTable(),
      base: null,
      timeout: 100_000,
      maxBytes: 2_147_483_647n,
    });
  },
}));
