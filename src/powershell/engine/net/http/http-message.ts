/** HttpClient's messages: methods, headers, contents, requests and answers. */
import { STATUS_CODES } from 'node:http';
import { PSDictionary, PSUri, type PSValue } from '../../../../protocol/objects/index.js';
import { andThen, type Pending } from '../../pending.js';
import { enumerators } from '../../runtime/members.js';
import { implement } from '../../values/bodies.js';
import { NetObject, PSReference, unwrap } from '../../values/live.js';
import { defineType, requireType } from '../../values/net-type.js';
import { convertTo } from '../../conversion.js';
import { asTask, readAll, streamIn, streamOf } from '../streams/byte-stream.js';
import { MemoryData } from '../streams/memory-stream.js';
import { coderOf, knownCoder } from '../text.js';
import {
  argumentError,
  argumentNull,
  bytesOf,
  dataOf,
  enumOf,
  flagsOf,
  formatError,
  invalidOperation,
  items,
  long,
  net,
  num,
  strings,
  text,
  throwNet,
} from '../support.js';

const HTTP = 'System.Net.Http';
const HEADERS = `${HTTP}.Headers`;

// ------------------------------------------------------------------ method

const METHODS = ['Get', 'Post', 'Put', 'Delete', 'Head', 'Options', 'Patch', 'Trace', 'Connect'] as const;
implement(`${HTTP}.HttpMethod`, () => ({
  Method: (self) => dataOf<string>(self),
  ToString: (self) => dataOf<string>(self),
  Equals: (self, other) => {
    const inner = unwrap(other ?? null);
    return inner instanceof NetObject && inner.type.fullName === `${HTTP}.HttpMethod` && inner.data === dataOf(self);
  },
  'static Parse': (_self, name) => net(`${HTTP}.HttpMethod`, text(name).toUpperCase()),
  new: (_self, name) => {
    if (text(name) === '') throw argumentError('The value cannot be an empty string.', 'method');
    return net(`${HTTP}.HttpMethod`, text(name));
  },
  ...Object.fromEntries(METHODS.map((name) => [`static ${name}`, () => net(`${HTTP}.HttpMethod`, name.toUpperCase())])),
}));

// ------------------------------------------------------------------ headers

export class HeaderTable {
  readonly #entries = new Map<string, { name: string; values: string[] }>();
  set(name: string, values: readonly string[]): void {
    this.#entries.set(name.toLowerCase(), { name, values: [...values] });
  }
  add(name: string, values: readonly string[]): void {
    const known = this.#entries.get(name.toLowerCase());
    if (known === undefined) this.set(name, values);
    else known.values.push(...values);
  }
  get(name: string): readonly string[] | undefined {
    return this.#entries.get(name.toLowerCase())?.values;
  }
  text(name: string): string | undefined {
    return this.get(name)?.join(', ');
  }
  delete(name: string): boolean {
    return this.#entries.delete(name.toLowerCase());
  }
  clear(): void {
    this.#entries.clear();
  }
  entries(): readonly { readonly name: string; readonly values: readonly string[] }[] {
    return [...this.#entries.values()];
  }
}
const table = (self: PSValue): HeaderTable => dataOf<HeaderTable>(self);
const valuesOf = (value: PSValue | undefined): string[] => {
  const inner = unwrap(value ?? null);
  return typeof inner === 'string' || inner === null ? [text(inner)] : items(inner).map((one) => text(one));
};
const NAME = /^[!#$%&'*+\-.^_`|~\w]+$/;
/** Headers of a request's or answer's body, which the other collections refuse. */
const OF_CONTENT = new Set(
  'allow content-disposition content-encoding content-language content-length content-location content-md5 content-range content-type expires last-modified'.split(
    ' ',
  ),
);
function checked(self: PSValue, name: PSValue): string {
  const given = text(name);
  if (given === '') throw argumentError('The value cannot be an empty string.', 'name');
  if (!NAME.test(given)) throw formatError(`The header name '${given}' has an invalid format.`);
  const isContent = self instanceof NetObject && self.type.fullName === `${HEADERS}.HttpContentHeaders`;
  if (OF_CONTENT.has(given.toLowerCase()) !== isContent && (isContent ? REQUEST_ONLY.has(given.toLowerCase()) : true))
    throw invalidOperation(
      `Misused header name, '${given}'. Make sure request headers are used with HttpRequestMessage, response headers with HttpResponseMessage, and content headers with HttpContent objects.`,
    );
  return given;
}
const REQUEST_ONLY = new Set(
  'accept accept-charset accept-encoding accept-language authorization host user-agent'.split(' '),
);
/** The values of a header as they are sent. */
export const joined = (name: string, values: readonly string[]): string =>
  values.join(/^user-agent$/i.test(name) ? ' ' : ', ');
implement(`${HEADERS}.HttpHeaders`, () => ({
  Add: (self, name, values) => {
    table(self).add(checked(self, name), valuesOf(values));
    return undefined;
  },
  TryAddWithoutValidation: (self, name, values) => {
    if (!NAME.test(text(name))) return false;
    table(self).add(text(name), valuesOf(values));
    return true;
  },
  Remove: (self, name) => table(self).delete(text(name)),
  Contains: (self, name) => table(self).get(text(name)) !== undefined,
  GetValues: (self, name) => {
    const found = table(self).get(text(name));
    if (found === undefined) throw invalidOperation('The given header was not found.');
    return strings(found);
  },
  TryGetValues: (self, name, target) => {
    const found = table(self).get(text(name));
    if (target instanceof PSReference) target.put(found === undefined ? null : strings(found));
    return found !== undefined;
  },
  Clear: (self) => {
    table(self).clear();
    return undefined;
  },
  ToString: (self) =>
    table(self)
      .entries()
      .map(({ name, values }) => `${name}: ${joined(name, values)}\n`)
      .join(''),
}));
/** A header of several values, such as Accept: written through to the table. */
const COLLECTION = `${HEADERS}.HttpHeaderValueCollection`;
interface Several {
  readonly table: HeaderTable;
  readonly name: string;
}
const several = (self: PSValue): Several => dataOf<Several>(self);
const ownValues = (self: PSValue): readonly string[] => several(self).table.get(several(self).name) ?? [];
defineType(
  COLLECTION,
  { interfaces: ['System.Collections.IEnumerable'] },
  {
    'int Count': (self) => ownValues(self).length,
    'void Add(System.Object item)': (self, value) => {
      several(self).table.add(several(self).name, [text(value)]);
      return undefined;
    },
    'void ParseAdd(string input)': (self, value) => {
      several(self).table.add(several(self).name, [text(value)]);
      return undefined;
    },
    'bool TryParseAdd(string input)': (self, value) => {
      several(self).table.add(several(self).name, [text(value)]);
      return true;
    },
    'bool Contains(System.Object item)': (self, value) => ownValues(self).includes(text(value)),
    'void Clear()': (self) => {
      several(self).table.delete(several(self).name);
      return undefined;
    },
    'string ToString()': (self) => ownValues(self).join(several(self).name === 'User-Agent' ? ' ' : ', '),
  },
);
enumerators.set(COLLECTION, (value) => [...ownValues(value)]);
const severalOf =
  (name: string) =>
  (self: PSValue): PSValue =>
    net<Several>(COLLECTION, { table: table(self), name });
/** A header of one value in a class of its own. */
const single = (
  name: string,
  read: (value: string) => PSValue,
): Record<string, (self: PSValue, value: PSValue) => PSValue | undefined> => ({
  [name.replaceAll('-', '')]: (self) => {
    const value = table(self).text(name);
    return value === undefined ? null : read(value);
  },
  [`set ${name.replaceAll('-', '')}`]: (self, value) => {
    if (value === null) table(self).delete(name);
    else table(self).set(name, [text(value)]);
    return undefined;
  },
});
const asText = (value: string): PSValue => value;
/** An address in a header may be a part only. */
const uri = (value: string): PSValue =>
  URL.canParse(value) ? convertTo(value, requireType('System.Uri')) : new PSUri(value);
const date = (value: string): PSValue => convertTo(value, requireType('System.DateTimeOffset'));
implement(`${HEADERS}.HttpRequestHeaders`, () => ({
  Accept: severalOf('Accept'),
  AcceptCharset: severalOf('Accept-Charset'),
  AcceptEncoding: severalOf('Accept-Encoding'),
  AcceptLanguage: severalOf('Accept-Language'),
  Connection: severalOf('Connection'),
  Pragma: severalOf('Pragma'),
  Upgrade: severalOf('Upgrade'),
  UserAgent: severalOf('User-Agent'),
  Via: severalOf('Via'),
  Warning: severalOf('Warning'),
  ...single('Host', asText),
  ...single('From', asText),
  ...single('Referrer', uri),
  ...single('If-Modified-Since', date),
  ...single('Authorization', (value) => authorization(value)),
  ...single('Proxy-Authorization', (value) => authorization(value)),
  ConnectionClose: (self) => (/\bclose\b/i.test(table(self).text('Connection') ?? '') ? true : null),
  'set ConnectionClose': (self, value) => {
    table(self).delete('Connection');
    if (value === true) table(self).set('Connection', ['close']);
    return undefined;
  },
  ExpectContinue: (self) => (/100-continue/i.test(table(self).text('Expect') ?? '') ? true : null),
  'set ExpectContinue': (self, value) => {
    table(self).delete('Expect');
    if (value === true) table(self).set('Expect', ['100-continue']);
    return undefined;
  },
}));
implement(`${HEADERS}.HttpResponseHeaders`, () => ({
  Location: (self) => {
    const value = table(self).text('Location');
    return value === undefined ? null : uri(value);
  },
  Date: (self) => {
    const value = table(self).text('Date');
    return value === undefined ? null : date(value);
  },
  ETag: (self) => table(self).text('ETag') ?? null,
  Server: severalOf('Server'),
  Vary: severalOf('Vary'),
  Via: severalOf('Via'),
  Connection: severalOf('Connection'),
  WwwAuthenticate: severalOf('WWW-Authenticate'),
  AcceptRanges: severalOf('Accept-Ranges'),
  TransferEncodingChunked: (self) => (/\bchunked\b/i.test(table(self).text('Transfer-Encoding') ?? '') ? true : null),
}));
implement(`${HEADERS}.HttpContentHeaders`, () => ({
  ...single('Content-Type', (value) => mediaType(value)),
  ...single('Content-Disposition', (value) => net(`${HEADERS}.ContentDispositionHeaderValue`, parameters(value))),
  ContentLength: (self) => {
    const value = table(self).text('Content-Length');
    return value === undefined ? null : long(Number(value));
  },
  'set ContentLength': (self, value) => {
    if (value === null) table(self).delete('Content-Length');
    else table(self).set('Content-Length', [text(value)]);
    return undefined;
  },
  ...single('Last-Modified', date),
  ...single('Expires', date),
  ...single('Content-Location', uri),
  ContentEncoding: severalOf('Content-Encoding'),
  ContentLanguage: severalOf('Content-Language'),
  Allow: severalOf('Allow'),
}));

/** `name; a=b; c="d"`. */
interface Parameters {
  value: string;
  readonly list: [name: string, value: string][];
}
function parameters(source: string): Parameters {
  const [value = '', ...rest] = source.split(';').map((part) => part.trim());
  return {
    value,
    list: rest.filter(Boolean).map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [part, ''] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    }),
  };
}
const held = (self: PSValue): Parameters => dataOf<Parameters>(self);
const parameterText = ({ value, list }: Parameters): string =>
  [value, ...list.map(([name, one]) => (one === '' ? name : `${name}=${one}`))].join('; ');
const parameter = (
  name: string,
  member: string,
): Record<string, (self: PSValue, value: PSValue) => PSValue | undefined> => ({
  [member]: (self) => held(self).list.find(([key]) => key.toLowerCase() === name)?.[1] ?? null,
  [`set ${member}`]: (self, value) => {
    const { list } = held(self);
    const at = list.findIndex(([key]) => key.toLowerCase() === name);
    if (at >= 0) list.splice(at, 1);
    if (value !== null)
      list.push([
        name,
        /[\s;,()<>@:\\/[\]?=]/.test(text(value)) && !text(value).startsWith('"') ? `"${text(value)}"` : text(value),
      ]);
    return undefined;
  },
});
const MEDIA = `${HEADERS}.MediaTypeHeaderValue`;
function mediaType(source: string, type = MEDIA): PSValue {
  const made = parameters(source);
  if (!/^[^\s/]+\/[^\s/]+$/.test(made.value)) throw formatError(`The format of value '${source}' is invalid.`);
  return net<Parameters>(type, made);
}
for (const type of [MEDIA, `${HEADERS}.MediaTypeWithQualityHeaderValue`])
  implement(type, () => ({
    MediaType: (self) => held(self).value,
    'set MediaType': (self, value) => {
      held(self).value = text(value);
      return undefined;
    },
    ...parameter('charset', 'CharSet'),
    Quality: (self) => held(self).list.find(([key]) => key === 'q')?.[1] ?? null,
    ToString: (self) => parameterText(held(self)),
    'static Parse': (_self, value) => mediaType(text(value), type),
    new: (_self, value, second) => {
      const made = mediaType(text(value), type);
      if (typeof second === 'string') held(made).list.push(['charset', second]);
      else if (second !== undefined && second !== null) held(made).list.push(['q', text(second)]);
      return made;
    },
  }));
const DISPOSITION = `${HEADERS}.ContentDispositionHeaderValue`;
implement(DISPOSITION, () => ({
  DispositionType: (self) => held(self).value,
  ...parameter('name', 'Name'),
  ...parameter('filename', 'FileName'),
  ...parameter('filename*', 'FileNameStar'),
  ToString: (self) => parameterText(held(self)),
  'static Parse': (_self, value) => net(DISPOSITION, parameters(text(value))),
  new: (_self, value) => net<Parameters>(DISPOSITION, parameters(text(value))),
}));
const AUTHENTICATION = `${HEADERS}.AuthenticationHeaderValue`;
interface Authentication {
  readonly scheme: string;
  readonly parameter: string | null;
}
const authorization = (value: string): PSValue => {
  const at = value.indexOf(' ');
  return net<Authentication>(AUTHENTICATION, {
    scheme: at < 0 ? value : value.slice(0, at),
    parameter: at < 0 ? null : value.slice(at + 1).trim(),
  });
};
implement(AUTHENTICATION, () => ({
  Scheme: (self) => dataOf<Authentication>(self).scheme,
  Parameter: (self) => dataOf<Authentication>(self).parameter,
  ToString: (self) => {
    const { scheme, parameter: given } = dataOf<Authentication>(self);
    return given === null || given === '' ? scheme : `${scheme} ${given}`;
  },
  'static Parse': (_self, value) => authorization(text(value)),
  new: (_self, scheme, given) => {
    if (scheme === null || text(scheme) === '') throw argumentError('The value cannot be an empty string.', 'scheme');
    return net<Authentication>(AUTHENTICATION, {
      scheme: text(scheme),
      parameter: given === undefined || given === null ? null : text(given),
    });
  },
}));
const PRODUCT = `${HEADERS}.ProductInfoHeaderValue`;
implement(PRODUCT, () => ({
  ToString: (self) => dataOf<string>(self),
  'static Parse': (_self, value) => net(PRODUCT, text(value)),
  'new(string)': (_self, comment) => net(PRODUCT, text(comment)),
  'new(string, string)': (_self, name, version) =>
    net(PRODUCT, version === null ? text(name) : `${text(name)}/${text(version)}`),
}));

// ------------------------------------------------------------------ contents

/** A body: bytes that are there, or a stream that is read when they are asked for. */
export class Content {
  readonly headers = new HeaderTable();
  #bytes: Uint8Array | undefined;
  readonly #stream: PSValue;
  readonly #make: (() => Pending<Uint8Array>) | undefined;
  constructor(source: Uint8Array | { readonly stream: PSValue } | (() => Pending<Uint8Array>)) {
    this.#bytes = source instanceof Uint8Array ? source : undefined;
    this.#make = typeof source === 'function' ? source : undefined;
    this.#stream = source instanceof Uint8Array || typeof source === 'function' ? null : source.stream;
  }
  /** Undefined: not known before it is read. */
  get length(): number | undefined {
    return this.#bytes?.length;
  }
  bytes(): Pending<Uint8Array> {
    if (this.#bytes !== undefined) return this.#bytes;
    const from = streamIn(this.#stream);
    const read = this.#make?.() ?? (from === undefined ? new Uint8Array(0) : readAll(from));
    return andThen(read, (bytes) => (this.#bytes = bytes));
  }
  /** What is left to read, without keeping it. */
  get stream(): PSValue {
    return this.#bytes === undefined ? this.#stream : null;
  }
}
const content = (self: PSValue): Content => dataOf<Content>(self);
/** The content in a property; undefined where there is none. */
export const contentIn = (value: PSValue | undefined): Content | undefined => {
  const inner = unwrap(value ?? null);
  return inner instanceof NetObject && inner.data instanceof Content ? inner.data : undefined;
};
/** The text of a body, by the character set that its headers name. */
export function contentText(of: Content, bytes: Uint8Array): string {
  const charset = parameters(of.headers.text('Content-Type') ?? '').list.find(
    ([name]) => name.toLowerCase() === 'charset',
  );
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  try {
    return new TextDecoder(charset?.[1].replaceAll('"', '') ?? 'utf-8', { ignoreBOM: true }).decode(marked);
  } catch {
    throw invalidOperation(
      'The character set provided in ContentType is invalid. Cannot read content as string using an invalid character set.',
    );
  }
}
const withType = (type: string, bytes: Uint8Array, mediaText: string | undefined): PSValue => {
  const made = new Content(bytes);
  if (mediaText !== undefined) made.headers.set('Content-Type', [mediaText]);
  return net(type, made);
};
implement(`${HTTP}.HttpContent`, () => ({
  Headers: (self) => {
    const of = content(self);
    const { length } = of;
    if (length !== undefined && of.headers.text('Content-Length') === undefined)
      of.headers.set('Content-Length', [String(length)]);
    return net(`${HEADERS}.HttpContentHeaders`, of.headers);
  },
  ReadAsStringAsync: (self) =>
    asTask(() => andThen(content(self).bytes(), (bytes) => contentText(content(self), bytes)), 'System.String'),
  ReadAsByteArrayAsync: (self) =>
    asTask(() => andThen(content(self).bytes(), (bytes) => bytes.slice()), 'System.Byte[]'),
  ReadAsStreamAsync: (self) => asTask(() => openContent(content(self)), 'System.IO.Stream'),
  ReadAsStream: (self) => openContent(content(self)),
  LoadIntoBufferAsync: (self) => asTask(() => andThen(content(self).bytes(), () => null)),
  CopyToAsync: (self, target) =>
    asTask(() =>
      andThen(content(self).bytes(), (bytes) => {
        return streamOf(target).write(bytes.slice());
      }),
    ),
  Dispose: () => undefined,
}));
function openContent(of: Content): Pending<PSValue> {
  if (of.stream !== null) return of.stream;
  return andThen(of.bytes(), (bytes) =>
    net('System.IO.MemoryStream', new MemoryData(bytes, { writable: false, fixed: true })),
  );
}
implement(`${HTTP}.ByteArrayContent`, () => ({
  'new(byte[])': (_self, bytes) => withType(`${HTTP}.ByteArrayContent`, bytesOf(bytes), undefined),
  'new(byte[], int, int)': (_self, bytes, offset, count) =>
    withType(`${HTTP}.ByteArrayContent`, bytesOf(bytes).slice(num(offset), num(offset) + num(count)), undefined),
}));
implement(`${HTTP}.StreamContent`, () => ({
  new: (_self, stream) => {
    if (streamIn(stream) === undefined) throw argumentNull('content');
    return net(`${HTTP}.StreamContent`, new Content({ stream }));
  },
}));
implement(`${HTTP}.StringContent`, () => ({
  new: (_self, value, second, third) => {
    if (value === null) throw argumentNull('content');
    const encoding =
      second === undefined || second === null || !(second instanceof NetObject) || second.type.fullName === MEDIA
        ? undefined
        : second;
    const coder = encoding === undefined ? knownCoder('utf8') : coderOf(encoding);
    const given = third ?? (second instanceof NetObject && second.type.fullName === MEDIA ? second : undefined);
    const media = given === undefined || given === null ? 'text/plain' : text(given);
    return withType(
      `${HTTP}.StringContent`,
      coder.encode(text(value)),
      /charset=/i.test(media) || given instanceof NetObject ? media : `${media}; charset=${coder.web.toLowerCase()}`,
    );
  },
}));
const formPart = (value: PSValue): string =>
  encodeURIComponent(text(value))
    .replaceAll('%20', '+')
    .replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
implement(`${HTTP}.FormUrlEncodedContent`, () => ({
  new: (_self, pairs) => {
    const inner = unwrap(pairs);
    const list = inner instanceof PSDictionary ? [...inner.entries()] : items(pairs).map(pairOf);
    const parts = list.map(([key, value]) => `${formPart(key)}=${formPart(value)}`);
    return withType(
      `${HTTP}.FormUrlEncodedContent`,
      new TextEncoder().encode(parts.join('&')),
      'application/x-www-form-urlencoded',
    );
  },
}));
function pairOf(pair: PSValue): readonly [PSValue, PSValue] {
  const inner = unwrap(pair);
  if (inner instanceof NetObject) {
    const { data } = inner;
    if (typeof data === 'object' && data !== null && 'key' in data && 'value' in data)
      return [data.key as PSValue, data.value as PSValue];
  }
  const record = inner as { get?(name: string): PSValue | undefined } | null;
  return [record?.get?.('Key') ?? null, record?.get?.('Value') ?? null];
}

class Multipart extends Content {
  readonly parts: Content[];
  readonly boundary: string;
  constructor(subtype: string, boundary: string) {
    const parts: Content[] = [];
    super(() => multipartBytes(parts, boundary));
    this.parts = parts;
    this.boundary = boundary;
    this.headers.set('Content-Type', [`multipart/${subtype}; boundary="${boundary}"`]);
  }
}
async function multipartBytes(parts: readonly Content[], boundary: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const write = (value: string): void => void pieces.push(new TextEncoder().encode(value));
  write(`--${boundary}\r\n`);
  for (const [at, of] of parts.entries()) {
    if (at > 0) write(`\r\n--${boundary}\r\n`);
    for (const { name, values } of of.headers.entries()) write(`${name}: ${values.join(', ')}\r\n`);
    write('\r\n');
    pieces.push(await of.bytes());
  }
  write(`\r\n--${boundary}--\r\n`);
  return Uint8Array.from(Buffer.concat(pieces));
}
for (const [type, subtype] of [
  ['MultipartContent', 'mixed'],
  ['MultipartFormDataContent', 'form-data'],
] as const)
  implement(`${HTTP}.${type}`, () => ({
    Add: (self, one, name, file) => {
      const part = contentIn(one);
      if (part === undefined) throw argumentNull('content');
      if (type === 'MultipartFormDataContent' && part.headers.text('Content-Disposition') === undefined) {
        const named = (key: string, value: PSValue | undefined): string =>
          value === undefined ? '' : `; ${key}=${NAME.test(text(value)) ? text(value) : `"${text(value)}"`}`;
        part.headers.set('Content-Disposition', [
          `form-data${named('name', name)}${named('filename', file)}${file === undefined ? '' : `; filename*=utf-8''${encodeURIComponent(text(file))}`}`,
        ]);
      }
      dataOf<Multipart>(self).parts.push(part);
      return undefined;
    },
    new: (_self, first, second) => {
      const named = type === 'MultipartContent';
      const boundary = named ? second : first;
      return net(
        `${HTTP}.${type}`,
        new Multipart(
          named && first !== undefined ? text(first) : subtype,
          boundary === undefined ? crypto.randomUUID() : text(boundary),
        ),
      );
    },
  }));

// ------------------------------------------------------------------ messages

export interface Request {
  method: PSValue;
  uri: PSValue;
  content: PSValue;
  readonly headers: HeaderTable;
}
export interface Answer {
  readonly status: number;
  reason: string;
  readonly version: string;
  readonly headers: HeaderTable;
  content: PSValue;
  readonly request: PSValue;
}
const REQUEST = `${HTTP}.HttpRequestMessage`;
const ANSWER = `${HTTP}.HttpResponseMessage`;
export const request = (self: PSValue): Request => dataOf<Request>(self);
export const newRequest = (method: string, at: PSValue, body: PSValue): PSValue =>
  net<Request>(REQUEST, {
    method: net(`${HTTP}.HttpMethod`, method),
    uri: at,
    content: body,
    headers: new HeaderTable(),
  });
export const uriOf = (value: PSValue | undefined): PSValue => {
  const inner = unwrap(value ?? null);
  if (inner === null || inner instanceof PSUri) return inner;
  return uriFrom(text(inner));
};
const uriFrom = (value: string): PSValue => convertTo(value, requireType('System.Uri'));
implement(REQUEST, () => ({
  Method: (self) => request(self).method,
  'set Method': (self, value) => {
    request(self).method = value;
    return undefined;
  },
  RequestUri: (self) => request(self).uri,
  'set RequestUri': (self, value) => {
    request(self).uri = uriOf(value);
    return undefined;
  },
  Content: (self) => request(self).content,
  'set Content': (self, value) => {
    request(self).content = value;
    return undefined;
  },
  Headers: (self) => net(`${HEADERS}.HttpRequestHeaders`, request(self).headers),
  Version: () => convertTo('1.1', requireType('System.Version')),
  Dispose: () => undefined,
  'new()': () => newRequest('GET', null, null),
  new: (_self, method, at) =>
    net<Request>(REQUEST, { method, uri: uriOf(at), content: null, headers: new HeaderTable() }),
}));
const answer = (self: PSValue): Answer => dataOf<Answer>(self);
const ok = (of: Answer): boolean => of.status >= 200 && of.status <= 299;
export function assertSuccess(of: Answer): void {
  if (!ok(of))
    throw throwNet(
      `${HTTP}.HttpRequestException`,
      `Response status code does not indicate success: ${of.status} (${of.reason}).`,
    );
}
export const newAnswer = (of: Answer): PSValue => net(ANSWER, of);
implement(ANSWER, () => ({
  StatusCode: (self) => enumOf('System.Net.HttpStatusCode', answer(self).status),
  ReasonPhrase: (self) => answer(self).reason,
  'set ReasonPhrase': (self, value) => {
    answer(self).reason = text(value);
    return undefined;
  },
  IsSuccessStatusCode: (self) => ok(answer(self)),
  Headers: (self) => net(`${HEADERS}.HttpResponseHeaders`, answer(self).headers),
  Content: (self) => answer(self).content,
  'set Content': (self, value) => {
    answer(self).content = value;
    return undefined;
  },
  RequestMessage: (self) => answer(self).request,
  Version: (self) => convertTo(answer(self).version, requireType('System.Version')),
  EnsureSuccessStatusCode: (self) => {
    assertSuccess(answer(self));
    return self;
  },
  Dispose: () => undefined,
  ToString: (self) => {
    const of = answer(self);
    const held_ = unwrap(of.content);
    const kind = held_ instanceof NetObject ? held_.type.fullName : '<null>';
    const lines = [...of.headers.entries(), ...(contentIn(held_)?.headers.entries() ?? [])].flatMap(
      ({ name, values }) => values.map((value) => `  ${name}: ${value}\n`),
    );
    return `StatusCode: ${of.status}, ReasonPhrase: '${of.reason}', Version: ${of.version}, Content: ${kind}, Headers:\n{\n${lines.join('')}}, Trailing Headers:\n{\n}`;
  },
  'new()': () =>
    newAnswer({ status: 200, reason: 'OK', version: '1.1', headers: new HeaderTable(), content: null, request: null }),
  'new(System.Net.HttpStatusCode)': (_self, status) =>
    newAnswer({
      status: flagsOf(status),
      reason: STATUS_CODES[flagsOf(status)] ?? text(status),
      version: '1.1',
      headers: new HeaderTable(),
      content: null,
      request: null,
    }),
}));
