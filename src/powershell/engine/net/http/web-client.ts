/** WebClient, WebRequest and their kin: the HTTP classes of old, which scripts still use. */
import { takesAnyCertificate } from './certificate-callback.js';
import fs from 'node:fs';
import nodePath from 'node:path';
import {
  PropertyBag,
  PSDictionary,
  PSObject,
  PSSecureString,
  PSUri,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import { type ExchangeAnswer } from '../../commands/system/web/http-exchange.js';
import { toText } from '../../conversion.js';
import { enumerators } from '../../runtime/members.js';
import { implement } from '../../values/bodies.js';
import { ExceptionObject, NetThrow } from '../../values/exceptions.js';
import { NetObject, typedArray, unwrap } from '../../values/live.js';
import { type MemberBody, requireType } from '../../values/net-type.js';
import { full, io } from '../files.js';
import { empty, no, none, plainProperties, Settings, yes } from '../plain-properties.js';
import { MemoryData } from '../streams/memory-stream.js';
import { NodeStream } from '../streams/node-stream.js';
import {
  argumentNull,
  bytesOf,
  dataOf,
  enumOf,
  formatError,
  items,
  long,
  net,
  notSupported,
  num,
  runtime,
  strings,
  text,
  throwNet,
  currentFolder,
} from '../support.js';
import { taskOf } from '../tasks.js';
import { type Coder, coderOf, encodingObject, knownCoder, withoutPreamble } from '../text.js';
import { type Connection, Credentials, Jar, proxyAddress, send, type Sent, USUAL, userOf } from './http-client.js';
import { HeaderTable, uriOf } from './http-message.js';

// ------------------------------------------------------------------ headers

const HEADERS = 'System.Net.WebHeaderCollection';
const table = (self: PSValue): HeaderTable => dataOf<HeaderTable>(self);
const HEADER_ENUM = /([a-z])([A-Z])/g;
/** A header's name from its text or from HttpRequestHeader and HttpResponseHeader. */
const headerName = (value: PSValue): string =>
  typeof unwrap(value) === 'string'
    ? text(value)
    : (HEADER_NAMES[text(value)] ?? text(value).replace(HEADER_ENUM, '$1-$2'));
const HEADER_NAMES: Readonly<Record<string, string>> = {
  Te: 'TE',
  WwwAuthenticate: 'WWW-Authenticate',
  ContentMd5: 'Content-MD5',
  ETag: 'ETag',
};
const names = (self: PSValue): string[] =>
  table(self)
    .entries()
    .map(({ name }) => name);
/** By its name, or its place. */
const headerValues = (self: PSValue, name: PSValue): readonly string[] | undefined =>
  typeof name === 'number' ? table(self).entries()[name]?.values : table(self).get(headerName(name));
const readHeader: MemberBody = (self, name) => headerValues(self, name)?.join(',') ?? null;
const writeHeader: MemberBody = (self, name, value) => {
  table(self).set(headerName(name), [text(value)]);
  return undefined;
};
implement(HEADERS, () => ({
  Count: (self) => table(self).entries().length,
  AllKeys: (self) => strings(names(self)),
  Keys: (self) => strings(names(self)),
  HasKeys: (self) => table(self).entries().length > 0,
  get_Item: readHeader,
  set_Item: writeHeader,
  Get: readHeader,
  GetKey: (self, at) => table(self).entries()[num(at)]?.name ?? null,
  GetValues: (self, name) => {
    const found = headerValues(self, name);
    return found === undefined ? null : strings(found);
  },
  'Add(string)': (self, line) => {
    const at = text(line).indexOf(':');
    if (at <= 0)
      throw throwNet('System.ArgumentException', "Specified value does not have a ':' separator. (Parameter 'header')");
    table(self).add(text(line).slice(0, at).trim(), [
      text(line)
        .slice(at + 1)
        .trim(),
    ]);
    return undefined;
  },
  Add: (self, name, value) => {
    table(self).add(headerName(name), [text(value)]);
    return undefined;
  },
  Set: writeHeader,
  Remove: (self, name) => {
    table(self).delete(headerName(name));
    return undefined;
  },
  Clear: (self) => {
    table(self).clear();
    return undefined;
  },
  ToString: (self) =>
    `${table(self)
      .entries()
      .map(({ name, values }) => `${name}: ${values.join(',')}\r\n`)
      .join('')}\r\n`,
  new: () => net(HEADERS, new HeaderTable()),
}));
enumerators.set(HEADERS, names);
const flat = (of: HeaderTable): Map<string, string> =>
  new Map(of.entries().map(({ name, values }) => [name, values.join(', ')]));

// ------------------------------------------------------------------ proxies, credentials, cookies

const PROXY = 'System.Net.WebProxy';
const proxySettings = (self: PSValue): Settings => dataOf<Settings>(self);
const bypassed = (self: PSValue, url: PSValue): boolean => {
  const address = toText(url);
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  if (hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]') return true;
  if (proxySettings(self).values.get('BypassProxyOnLocal') === true && !hostname.includes('.')) return true;
  const list = unwrap(proxySettings(self).values.get('BypassList') ?? null);
  return list !== null && items(list).some((pattern) => new RegExp(text(pattern), 'i').test(address));
};
implement(PROXY, () => ({
  ...plainProperties({
    BypassProxyOnLocal: no,
    Credentials: none,
    UseDefaultCredentials: no,
    BypassList: () => strings([]),
  }),
  Address: (self) => proxySettings(self).values.get('Address') ?? null,
  'set Address': (self, value) => {
    proxySettings(self).values.set('Address', uriOf(value));
    return undefined;
  },
  GetProxy: (self, url) => (bypassed(self, url) ? url : (proxySettings(self).values.get('Address') ?? url)),
  IsBypassed: (self, url) => proxySettings(self).values.get('Address') === undefined || bypassed(self, url),
  new: (_self, address, second, third, fourth) => {
    const made = new Settings();
    if (address !== undefined && address !== null) {
      const port = typeof second === 'number' ? `:${second}` : '';
      const given =
        address instanceof PSUri ? address : `${/:\/\//.test(text(address)) ? '' : 'http://'}${text(address)}${port}`;
      made.values.set('Address', uriOf(given));
    }
    if (typeof second === 'boolean') made.values.set('BypassProxyOnLocal', second);
    if (third !== undefined) made.values.set('BypassList', third);
    if (fourth !== undefined) made.values.set('Credentials', fourth);
    return net(PROXY, made);
  },
}));
const CACHE = 'System.Net.CredentialCache';
/** The user's own credentials of the system: there are none to send here. */
const ownCredentials = (): PSValue =>
  new PSObject({
    typeNames: ['System.Net.SystemNetworkCredential', 'System.Net.NetworkCredential', 'System.Object'],
    toStringText: 'System.Net.SystemNetworkCredential',
    adapted: PropertyBag.of({
      UserName: '',
      Password: '',
      SecurePassword: PSSecureString.fromPlainText(''),
      Domain: '',
    }),
  });
const credentials = (self: PSValue): Credentials => dataOf<Credentials>(self);
implement(CACHE, () => ({
  'static DefaultCredentials': ownCredentials,
  'static DefaultNetworkCredentials': ownCredentials,
  Add: (self, prefix, kind, credential) => {
    const address = toText(prefix);
    if (!URL.canParse(address)) throw notSupported('Credentials of hosts by port are not available in this engine.');
    credentials(self).entries.push({ prefix: new URL(address), kind: text(kind), credential: credential ?? null });
    return undefined;
  },
  Remove: (self, prefix, kind) => {
    const { entries } = credentials(self);
    const at = entries.findIndex((one) => one.prefix.href === new URL(toText(prefix)).href && one.kind === text(kind));
    if (at >= 0) entries.splice(at, 1);
    return undefined;
  },
  GetCredential: (self, prefix, kind) => credentials(self).get(new URL(toText(prefix)), text(kind)),
  new: () => net(CACHE, new Credentials()),
}));
const COOKIE = 'System.Net.Cookie';
implement(COOKIE, () => ({
  ...plainProperties({
    Name: empty,
    Value: empty,
    Path: empty,
    Domain: empty,
    Secure: no,
    HttpOnly: no,
    Comment: empty,
    Discard: no,
    Expired: no,
    Version: () => 0,
  }),
  ToString: (self) => {
    const { values } = dataOf<Settings>(self);
    return `${text(values.get('Name') ?? '')}=${text(values.get('Value') ?? '')}`;
  },
  new: (_self, name, value, path, domain) => {
    const made = new Settings();
    for (const [key, given] of [
      ['Name', name],
      ['Value', value],
      ['Path', path],
      ['Domain', domain],
    ] as const)
      if (given !== undefined) made.values.set(key, given);
    return net(COOKIE, made);
  },
}));
const CONTAINER = 'System.Net.CookieContainer';
const jar = (self: PSValue): Jar => dataOf<Jar>(self);
const cookieOf = (of: Jar['cookies'][number]): PSValue => {
  const made = new Settings();
  made.values.set('Name', of.name).set('Value', of.value).set('Path', of.path).set('Domain', of.domain);
  made.values.set('Secure', of.secure);
  return net(COOKIE, made);
};
function putCookie(self: PSValue, cookie: PSValue, url: URL | undefined): undefined {
  const { values } = dataOf<Settings>(cookie);
  const get = (name: string): string => text(values.get(name) ?? '');
  const domain = get('Domain') || (url?.hostname ?? '');
  if (domain === '')
    throw throwNet(
      'System.ArgumentException',
      "The parameter 'cookie.Domain' cannot be an empty string. (Parameter 'cookie.Domain')",
    );
  jar(self).set({
    domain,
    path: get('Path') || '/',
    name: get('Name'),
    value: get('Value'),
    secure: values.get('Secure') === true,
    expires: Number.POSITIVE_INFINITY,
  });
}
implement(CONTAINER, () => ({
  Count: (self) => jar(self).cookies.length,
  'Add(System.Net.Cookie)': (self, cookie) => putCookie(self, cookie, undefined),
  'Add(uri, System.Net.Cookie)': (self, url, cookie) => putCookie(self, cookie, new URL(toText(url))),
  SetCookies: (self, url, header) => {
    jar(self).take(new URL(toText(url)), text(header));
    return undefined;
  },
  GetCookieHeader: (self, url) => jar(self).header(new URL(toText(url))) ?? '',
  GetCookies: (self, url) => {
    const { hostname } = new URL(toText(url));
    return typedArray(
      jar(self)
        .cookies.filter((one) => hostname === one.domain || hostname.endsWith(`.${one.domain}`))
        .map(cookieOf),
      requireType(COOKIE),
    );
  },
  new: () => net(CONTAINER, new Jar()),
}));

// ------------------------------------------------------------------ failures

const detail = (self: PSValue, name: string): PSValue => {
  const inner = unwrap(self);
  return inner instanceof ExceptionObject ? (inner.details.get(name) ?? null) : null;
};
implement('System.Net.WebException', () => ({
  Status: (self) => detail(self, 'Status') ?? enumOf('System.Net.WebExceptionStatus', 'UnknownError'),
  Response: (self) => detail(self, 'Response'),
}));
/** A WebException around what went wrong, with the answer when there is one. */
function webException(message: string, status: string, response: PSValue, inner?: NetThrow): NetThrow {
  const made = new NetThrow('System.Net.WebException', message, inner?.exception);
  made.exception.details.set('Response', response);
  made.exception.details.set('Status', enumOf('System.Net.WebExceptionStatus', status));
  return made;
}
async function checked(given: Sent, how: Connection): Promise<ExchangeAnswer> {
  let got: ExchangeAnswer;
  try {
    got = await send(given, how);
  } catch (error) {
    if (!(error instanceof NetThrow)) throw error;
    const late = error.exception.type.fullName.endsWith('TaskCanceledException');
    throw late
      ? webException('The operation has timed out.', 'Timeout', null, error)
      : webException(
          // Of a plain address .NET tells twice.
          error.message.replace(/ \(((?:\d+\.){3}\d+):(\d+)\)$/, ' [::ffff:$1]:$2$&'),
          /name or service not known/i.test(error.message) ? 'NameResolutionFailure' : 'UnknownError',
          null,
          error,
        );
  }
  if (got.status < 400) return got;
  const body = await bytesIn(got);
  throw webException(
    `The remote server returned an error: (${got.status}) ${got.reason}.`,
    'ProtocolError',
    responseOf(got, given.method, body),
  );
}
async function bytesIn({ body }: ExchangeAnswer): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part as Uint8Array);
  return Uint8Array.from(Buffer.concat(parts));
}

// ------------------------------------------------------------------ answers

interface Response {
  readonly answer: ExchangeAnswer;
  readonly method: string;
  readonly headers: HeaderTable;
  readonly stream: PSValue;
}
const response = (self: PSValue): Response => dataOf<Response>(self);
const RESPONSE = 'System.Net.HttpWebResponse';
function responseOf(answer: ExchangeAnswer, method: string, body: Uint8Array | undefined): PSValue {
  const headers = new HeaderTable();
  for (const [name, value] of answer.headers) headers.add(name, [value]);
  const stream =
    body === undefined
      ? net('System.Net.Http.HttpBaseStream', new NodeStream(answer.body, undefined))
      : net('System.IO.MemoryStream', new MemoryData(body));
  return net<Response>(RESPONSE, { answer, method, headers, stream });
}
implement('System.Net.WebResponse', () => ({
  ContentLength: (self) => long(Number(response(self).headers.text('Content-Length') ?? -1)),
  ContentType: (self) => response(self).headers.text('Content-Type') ?? '',
  Headers: (self) => net(HEADERS, response(self).headers),
  ResponseUri: (self) => uriOf(response(self).answer.url.href),
  GetResponseStream: (self) => response(self).stream,
  Close: (self) => {
    response(self).answer.body.destroy();
    return undefined;
  },
  Dispose: (self) => {
    response(self).answer.body.destroy();
    return undefined;
  },
  SupportsHeaders: () => true,
}));
implement(RESPONSE, () => ({
  StatusCode: (self) => enumOf('System.Net.HttpStatusCode', response(self).answer.status),
  StatusDescription: (self) => response(self).answer.reason,
  Method: (self) => response(self).method,
  Server: (self) => response(self).headers.text('Server') ?? '',
  CharacterSet: (self) => /charset="?([^";]+)/i.exec(response(self).headers.text('Content-Type') ?? '')?.[1] ?? '',
  ContentEncoding: (self) => response(self).headers.text('Content-Encoding') ?? '',
  GetResponseHeader: (self, name) => response(self).headers.text(text(name)) ?? '',
}));

// ------------------------------------------------------------------ WebRequest

const REQUEST = 'System.Net.HttpWebRequest';
class WebRequest extends Settings {
  readonly url: URL;
  headers = new HeaderTable();
  readonly body = new MemoryData();
  constructor(url: URL) {
    super();
    this.url = url;
  }
}
const web = (self: PSValue): WebRequest => dataOf<WebRequest>(self);
function newRequest(value: PSValue): PSValue {
  if (value === null) throw argumentNull('requestUriString');
  const given = toText(value);
  if (!URL.canParse(given))
    throw throwNet('System.UriFormatException', 'Invalid URI: The format of the URI could not be determined.');
  const url = new URL(given);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw notSupported(
      ['ftp:', 'file:'].includes(url.protocol)
        ? `Requests by '${url.protocol.slice(0, -1)}' are not available in this engine.`
        : 'The URI prefix is not recognized.',
    );
  return net(REQUEST, new WebRequest(url));
}
function connection(of: Settings, url: URL, timeout: number): Connection {
  const setting = (name: string): PSValue => of.values.get(name) ?? null;
  const container = unwrap(setting('CookieContainer'));
  const proxy = setting('Proxy');
  return {
    ...USUAL,
    follow: setting('AllowAutoRedirect') !== false,
    proxy: of.values.has('Proxy') ? (proxy === null ? undefined : proxyAddress(proxy)) : 'environment',
    user: userOf(setting('Credentials'), url),
    preAuthenticate: setting('PreAuthenticate') === true,
    skipCertificateCheck: takesAnyCertificate(setting('ServerCertificateValidationCallback'), url),
    timeout,
    cookies: container instanceof NetObject && container.data instanceof Jar ? container.data : undefined,
  };
}
async function respond(self: PSValue): Promise<PSValue> {
  const of = web(self);
  const method = text(of.values.get('Method') ?? 'GET');
  const body = of.body.bytes;
  const timeout = of.values.get('Timeout');
  const got = await checked(
    {
      url: of.url,
      method,
      headers: flat(of.headers),
      body: body.length > 0 || /^(?:POST|PUT)$/i.test(method) ? body.slice() : undefined,
    },
    connection(of, of.url, timeout === undefined ? USUAL.timeout : Math.max(0, num(timeout))),
  );
  return responseOf(got, method, undefined);
}
/** Properties that are headers. */
const header = (
  member: string,
  name: string,
): Record<string, (self: PSValue, value: PSValue) => PSValue | undefined> => ({
  [member]: (self) => web(self).headers.text(name) ?? null,
  [`set ${member}`]: (self, value) => {
    if (value === null) web(self).headers.delete(name);
    else web(self).headers.set(name, [text(value)]);
    return undefined;
  },
});
const requestBodies = {
  ...plainProperties({
    Method: () => 'GET',
    AllowAutoRedirect: yes,
    AllowReadStreamBuffering: no,
    AllowWriteStreamBuffering: yes,
    AutomaticDecompression: () => enumOf('System.Net.DecompressionMethods', 0),
    ClientCertificates: none,
    ContinueTimeout: () => 350,
    CookieContainer: none,
    Credentials: none,
    KeepAlive: yes,
    MaximumAutomaticRedirections: () => 50,
    Pipelined: yes,
    PreAuthenticate: no,
    Proxy: none,
    ReadWriteTimeout: () => 300_000,
    SendChunked: no,
    ServerCertificateValidationCallback: none,
    Timeout: () => 100_000,
    UnsafeAuthenticatedConnectionSharing: no,
    UseDefaultCredentials: no,
  }),
  ...header('ContentType', 'Content-Type'),
  ...header('Accept', 'Accept'),
  ...header('UserAgent', 'User-Agent'),
  ...header('Referer', 'Referer'),
  ...header('Host', 'Host'),
  ...header('Expect', 'Expect'),
};
implement('System.Net.WebRequest', () => ({
  ...requestBodies,
  RequestUri: (self) => uriOf(web(self).url.href),
  Headers: (self) => net(HEADERS, web(self).headers),
  'set Headers': (self, value) => {
    const inner = unwrap(value);
    if (inner instanceof NetObject && inner.data instanceof HeaderTable) web(self).headers = inner.data;
    return undefined;
  },
  ContentLength: (self) => long(web(self).body.bytes.length),
  'set ContentLength': () => undefined,
  GetRequestStream: (self) => net('System.IO.Stream', web(self).body),
  GetRequestStreamAsync: (self) => taskOf(Promise.resolve(net('System.IO.Stream', web(self).body)), 'System.IO.Stream'),
  GetResponse: (self) => runtime().wait(respond(self)),
  GetResponseAsync: (self) => taskOf(respond(self), 'System.Net.WebResponse'),
  Abort: () => undefined,
  'static Create': (_self, value) => newRequest(value),
  'static CreateHttp': (_self, value) => newRequest(value),
  'static DefaultWebProxy': () => defaultProxy(),
  'static set DefaultWebProxy': (_self, value) => {
    chosenProxy = value;
    return undefined;
  },
  'static GetSystemWebProxy': () => environmentProxyObject(),
}));
implement(REQUEST, () => requestBodies);
let chosenProxy: PSValue | undefined;
/** What http_proxy and https_proxy say. */
function environmentProxyObject(): PSValue {
  const made = new Settings();
  const { environment } = runtime();
  const address = environment.get('https_proxy') ?? environment.get('HTTPS_PROXY') ?? environment.get('http_proxy');
  if (address !== undefined && URL.canParse(address)) made.values.set('Address', uriOf(address));
  return net(PROXY, made);
}
const defaultProxy = (): PSValue => chosenProxy ?? environmentProxyObject();

// ------------------------------------------------------------------ WebClient

const CLIENT = 'System.Net.WebClient';
class Client extends Settings {
  headers = new HeaderTable();
  answered = new HeaderTable();
  coder: Coder = withoutPreamble(knownCoder('utf8'));
}
const client = (self: PSValue): Client => dataOf<Client>(self);
/** An address; a file's when it has no scheme, as WebClient reads files too. */
function target(self: PSValue, value: PSValue): URL {
  if (value === null) throw argumentNull('address');
  const base = text(client(self).values.get('BaseAddress') ?? '');
  const given = toText(value);
  if (base !== '' && URL.canParse(given, base)) return new URL(given, base);
  if (URL.canParse(given)) return new URL(given);
  return new URL(`file://${nodePath.resolve(currentFolder(), given)}`);
}
async function call(
  self: PSValue,
  value: PSValue,
  method: string,
  body: Uint8Array | undefined,
  contentType?: string,
): Promise<Uint8Array> {
  const of = client(self);
  const url = target(self, value);
  if (url.protocol === 'file:') return readFile(url, method);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw notSupported(`Requests by '${url.protocol.slice(0, -1)}' are not available in this engine.`);
  const headers = flat(of.headers);
  if (contentType !== undefined && of.headers.text('Content-Type') === undefined)
    headers.set('Content-Type', contentType);
  const got = await checked({ url, method, headers, body }, connection(of, url, 0));
  of.answered = new HeaderTable();
  for (const [name, one] of got.headers) of.answered.add(name, [one]);
  return bytesIn(got);
}
function readFile(url: URL, method: string): Uint8Array {
  if (method !== 'GET') throw notSupported('Files are only read by WebClient in this engine.');
  const place = decodeURIComponent(url.pathname);
  try {
    return Uint8Array.from(io(place, () => fs.readFileSync(place)));
  } catch (error) {
    if (!(error instanceof NetThrow)) throw error;
    throw webException(error.message, 'UnknownError', null, error);
  }
}
/** The text of an answer: by its charset, its mark, or the client's encoding. */
function decoded(self: PSValue, bytes: Uint8Array): string {
  const charset = /charset="?([^";]+)/i.exec(client(self).answered.text('Content-Type') ?? '')?.[1];
  if (charset !== undefined)
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      throw formatError(`'${charset}' is not a supported encoding name.`);
    }
  return client(self)
    .coder.decode(bytes)
    .replace(/^\ufeff/, '');
}
async function download(self: PSValue, address: PSValue, file: PSValue): Promise<PSValue> {
  const place = full(file);
  const bytes = await call(self, address, 'GET', undefined);
  try {
    io(place, () => fs.writeFileSync(place, bytes));
  } catch (error) {
    if (!(error instanceof NetThrow)) throw error;
    throw webException('An exception occurred during a WebClient request.', 'UnknownError', null, error);
  }
  return null;
}
const methodOf = (value: PSValue | undefined): string => (typeof value === 'string' ? value : 'POST');
/** Address, then an optional method, then what is sent. */
const sent = (args: readonly (PSValue | undefined)[]): { method: string; body: PSValue } =>
  args.length > 1 && args[1] !== undefined
    ? { method: methodOf(args[0]), body: args[1] }
    : { method: 'POST', body: args[0] ?? null };
const form = (value: PSValue): Uint8Array => {
  const inner = unwrap(value);
  const pairs: string[] = [];
  const table_ = inner instanceof NetObject ? inner.data : inner;
  if (table_ instanceof PSDictionary)
    for (const [name, one] of table_.entries())
      for (const part of Array.isArray(one) ? (one as PSValue[]) : [one])
        pairs.push([name, part].map((each) => encodeURIComponent(toText(each)).replaceAll('%20', '+')).join('='));
  return new TextEncoder().encode(pairs.join('&'));
};
const FORM = 'application/x-www-form-urlencoded';
/** Each as it is, and as a task. */
function both(
  name: string,
  result: string | undefined,
  work: (self: PSValue, address: PSValue, ...rest: PSValue[]) => Promise<PSValue>,
): Record<string, (self: PSValue, address: PSValue, ...rest: PSValue[]) => PSValue | Promise<PSValue | undefined>> {
  return {
    [name]: async (self, address, ...rest) => {
      const value = await runtime().wait(work(self, address, ...rest));
      return result === undefined ? undefined : value;
    },
    [`${name}TaskAsync`]: (self, address, ...rest) => taskOf(work(self, address, ...rest), result),
  };
}
implement(CLIENT, () => ({
  ...plainProperties({
    BaseAddress: empty,
    Credentials: none,
    Proxy: defaultProxy,
    UseDefaultCredentials: no,
    CachePolicy: none,
    QueryString: none,
  }),
  Encoding: (self) => encodingObject(client(self).coder),
  'set Encoding': (self, value) => {
    if (value === null) throw argumentNull('value');
    client(self).coder = coderOf(value);
    return undefined;
  },
  Headers: (self) => net(HEADERS, client(self).headers),
  'set Headers': (self, value) => {
    const inner = unwrap(value);
    client(self).headers =
      inner instanceof NetObject && inner.data instanceof HeaderTable ? inner.data : new HeaderTable();
    return undefined;
  },
  ResponseHeaders: (self) => net(HEADERS, client(self).answered),
  IsBusy: no,
  ...both('DownloadString', 'System.String', async (self, address) =>
    decoded(self, await call(self, address, 'GET', undefined)),
  ),
  ...both('DownloadData', 'System.Byte[]', (self, address) => call(self, address, 'GET', undefined)),
  ...both('DownloadFile', undefined, (self, address, file) => download(self, address, file ?? null)),
  ...both('UploadString', 'System.String', async (self, address, ...rest) => {
    const { method, body } = sent(rest);
    return decoded(self, await call(self, address, method, client(self).coder.encode(text(body))));
  }),
  ...both('UploadData', 'System.Byte[]', (self, address, ...rest) => {
    const { method, body } = sent(rest);
    return call(self, address, method, bytesOf(body));
  }),
  ...both('UploadValues', 'System.Byte[]', (self, address, ...rest) => {
    const { method, body } = sent(rest);
    return call(self, address, method, form(body), FORM);
  }),
  ...both('UploadFile', 'System.Byte[]', (self, address, ...rest) => {
    const { method, body } = sent(rest);
    const place = full(body);
    const boundary = `---------------------${Date.now().toString(16)}`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${nodePath.basename(place)}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    const bytes = io(place, () => fs.readFileSync(place));
    return call(
      self,
      address,
      method,
      Uint8Array.from(Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])),
      `multipart/form-data; boundary=${boundary}`,
    );
  }),
  ...both('OpenRead', 'System.IO.Stream', async (self, address) =>
    net(
      'System.IO.MemoryStream',
      new MemoryData(await call(self, address, 'GET', undefined), { writable: false, fixed: true }),
    ),
  ),
  CancelAsync: () => undefined,
  Dispose: () => undefined,
  new: () => net(CLIENT, new Client()),
}));
