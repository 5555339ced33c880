/** IPAddress, IPEndPoint, Dns, MailAddress, WebUtility, PhysicalAddress. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { ticking } from '../pending.js';
import { textByPieces, WHOLE_CHARACTERS, OUTSIDE_ESCAPES } from '../slices.js';
import { implement } from '../values/bodies.js';
import { NetObject, PSReference, typedArray, unwrap } from '../values/live.js';
import {
  argumentNull,
  big,
  bytesOf,
  dataOf,
  enumOf,
  formatError,
  long,
  net,
  num,
  requireType,
  runtime,
  strings,
  text,
  throwNet,
} from './support.js';

const ADDRESS = 'System.Net.IPAddress';
interface Address {
  readonly bytes: Uint8Array;
  scope: number;
}
/** Dotted forms of one to four parts, decimal, octal or hexadecimal, and all of IPv6. */
function parse(source: string): Address | undefined {
  // A port behind the brackets does not count.
  const [bare = '', scope] = source
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^\[|\]$/g, '')
    .split('%');
  if (isIP(bare) === 6) {
    const dotted = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(bare);
    const plain =
      dotted === null
        ? bare
        : bare.slice(0, dotted.index) +
          [1, 3].map((at) => ((Number(dotted[at]) << 8) | Number(dotted[at + 1])).toString(16)).join(':');
    const [head = '', tail] = plain.split('::');
    const left = head === '' ? [] : head.split(':');
    const right = tail === undefined || tail === '' ? [] : tail.split(':');
    const middle = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
    const bytes = new Uint8Array(16);
    for (const [index, group] of [...left, ...middle, ...right].entries()) {
      const value = Number.parseInt(group, 16);
      bytes[index * 2] = value >> 8;
      bytes[index * 2 + 1] = value & 255;
    }
    return { bytes, scope: scope === undefined ? 0 : Number(scope) || 0 };
  }
  const parts = bare.split('.');
  if (parts.length > 4 || parts.some((part) => !/^(?:0x[0-9a-f]+|\d+)$/i.test(part))) return undefined;
  const numbers = parts.map((part) =>
    /^0x/i.test(part) ? Number.parseInt(part, 16) : /^0\d/.test(part) ? Number.parseInt(part, 8) : Number(part),
  );
  const last = numbers.pop() ?? 0;
  if (numbers.some((one) => one > 255) || last >= 256 ** (4 - numbers.length)) return undefined;
  const bytes = new Uint8Array(4);
  bytes.set(numbers);
  for (let at = 3, rest = last; at >= numbers.length; at -= 1, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
  return { bytes, scope: 0 };
}
export function addressText({ bytes, scope }: Address): string {
  if (bytes.length === 4) return bytes.join('.');
  const groups = Array.from({ length: 8 }, (_, index) =>
    (((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0)).toString(16),
  );
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at += 1) {
    let length = 0;
    while (groups[at + length] === '0') length += 1;
    if (length > best.length) best = { at, length };
  }
  const shown =
    best.at < 0
      ? groups.join(':')
      : `${groups.slice(0, best.at).join(':')}::${groups.slice(best.at + best.length).join(':')}`;
  const mapped = bytes.subarray(0, 10).every((one) => one === 0) && bytes[10] === 255 && bytes[11] === 255;
  return (mapped ? `::ffff:${bytes.subarray(12).join('.')}` : shown) + (scope > 0 ? `%${scope}` : '');
}
const address = (bytes: readonly number[] | Uint8Array, scope = 0): PSValue =>
  net<Address>(ADDRESS, { bytes: Uint8Array.from(bytes), scope });
const own = (self: PSValue): Address => dataOf<Address>(self);
const must = (source: string): PSValue => {
  const made = parse(source);
  if (made === undefined) throw formatError('An invalid IP address was specified.');
  return net<Address>(ADDRESS, made);
};
const isV6 = (self: PSValue): boolean => own(self).bytes.length === 16;
const mapped = (bytes: Uint8Array): boolean =>
  bytes.length === 16 && bytes.subarray(0, 10).every((one) => one === 0) && bytes[10] === 255 && bytes[11] === 255;
implement(ADDRESS, () => ({
  AddressFamily: (self) => enumOf('System.Net.Sockets.AddressFamily', isV6(self) ? 'InterNetworkV6' : 'InterNetwork'),
  Address: (self) => {
    if (isV6(self))
      throw throwNet(
        'System.Net.Sockets.SocketException',
        'The attempted operation is not supported for the type of object referenced.',
      );
    return long(new DataView(own(self).bytes.buffer).getUint32(0, true));
  },
  ScopeId: (self) => {
    if (!isV6(self))
      throw throwNet(
        'System.Net.Sockets.SocketException',
        'The attempted operation is not supported for the type of object referenced.',
      );
    return long(own(self).scope);
  },
  IsIPv6LinkLocal: (self) => isV6(self) && own(self).bytes[0] === 0xfe && ((own(self).bytes[1] ?? 0) & 0xc0) === 0x80,
  IsIPv6SiteLocal: (self) => isV6(self) && own(self).bytes[0] === 0xfe && ((own(self).bytes[1] ?? 0) & 0xc0) === 0xc0,
  IsIPv6Multicast: (self) => isV6(self) && own(self).bytes[0] === 0xff,
  IsIPv6Teredo: (self) =>
    isV6(self) &&
    own(self).bytes[0] === 0x20 &&
    own(self).bytes[1] === 1 &&
    own(self).bytes[2] === 0 &&
    own(self).bytes[3] === 0,
  IsIPv6UniqueLocal: (self) => isV6(self) && ((own(self).bytes[0] ?? 0) & 0xfe) === 0xfc,
  IsIPv4MappedToIPv6: (self) => mapped(own(self).bytes),
  GetAddressBytes: (self) => own(self).bytes.slice(),
  MapToIPv4: (self) => (isV6(self) ? address(own(self).bytes.subarray(12)) : self),
  MapToIPv6: (self) => (isV6(self) ? self : address([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, ...own(self).bytes])),
  ToString: (self) => addressText(own(self)),
  Equals: (self, other) => {
    const inner = unwrap(other);
    return (
      inner instanceof NetObject &&
      inner.type.fullName === ADDRESS &&
      addressText(own(inner)) === addressText(own(self))
    );
  },
  'static Parse': (_self, source) => must(text(source)),
  'static TryParse': (_self, source, target) => {
    const made = source === null ? undefined : parse(text(source));
    if (target instanceof PSReference) target.put(made === undefined ? null : net<Address>(ADDRESS, made));
    return made !== undefined;
  },
  'static IsLoopback': (_self, value) =>
    isV6(value) ? addressText(own(value)) === '::1' : own(value).bytes[0] === 127,
  'static Any': () => address([0, 0, 0, 0]),
  'static Loopback': () => address([127, 0, 0, 1]),
  'static Broadcast': () => address([255, 255, 255, 255]),
  'static None': () => address([255, 255, 255, 255]),
  'static IPv6Any': () => address(new Uint8Array(16)),
  'static IPv6Loopback': () => must('::1'),
  'static IPv6None': () => address(new Uint8Array(16)),
  'static HostToNetworkOrder': (_self, value) => (typeof value === 'number' ? swap(value) : value),
  'static NetworkToHostOrder': (_self, value) => (typeof value === 'number' ? swap(value) : value),
  'new(long)': (_self, value) => {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, Number(big(value) & 0xffffffffn), true);
    return address(bytes);
  },
  'new(byte[])': (_self, bytes) => address(bytesOf(bytes)),
  'new(byte[], long)': (_self, bytes, scope) => address(bytesOf(bytes), Number(big(scope))),
}));
const swap = (value: number): number => {
  const view = new DataView(new ArrayBuffer(4));
  view.setInt32(0, value, true);
  return view.getInt32(0, false);
};

interface EndPoint {
  address: PSValue;
  port: number;
}
const POINT = 'System.Net.IPEndPoint';
implement(POINT, () => ({
  Address: (self) => dataOf<EndPoint>(self).address,
  Port: (self) => dataOf<EndPoint>(self).port,
  'set Port': (self, value) => {
    dataOf<EndPoint>(self).port = num(value);
    return undefined;
  },
  AddressFamily: (self) =>
    enumOf(
      'System.Net.Sockets.AddressFamily',
      isV6(dataOf<EndPoint>(self).address) ? 'InterNetworkV6' : 'InterNetwork',
    ),
  ToString: (self) => {
    const { address: at, port } = dataOf<EndPoint>(self);
    return isV6(at) ? `[${addressText(own(at))}]:${port}` : `${addressText(own(at))}:${port}`;
  },
  'static Parse': (_self, source) => {
    const match = /^(\[[^\]]+\]|[^:]+|[^\]]*:[^\]]*:[^\]]*?)(?::(\d+))?$/.exec(text(source));
    const at = match === null ? undefined : parse(match[1] ?? '');
    if (at === undefined) throw formatError('An invalid IPEndPoint was specified.');
    return net<EndPoint>(POINT, { address: net<Address>(ADDRESS, at), port: Number(match?.[2] ?? 0) });
  },
  'static MaxPort': () => 65535,
  'static MinPort': () => 0,
  'new(long, int)': (_self, value, port) =>
    net<EndPoint>(POINT, {
      address: address([0, 1, 2, 3].map((at) => Number((big(value) >> BigInt(at * 8)) & 255n))),
      port: num(port),
    }),
  new: (_self, at, port) => net<EndPoint>(POINT, { address: at, port: num(port) }),
}));

/** The address and port of an IPEndPoint; undefined for anything else. */
export function endpointOf(
  value: PSValue | undefined,
): { readonly address: string; readonly port: number } | undefined {
  const inner = unwrap(value ?? null);
  if (!(inner instanceof NetObject) || inner.type.fullName !== POINT) return undefined;
  const { address: at, port } = inner.data as EndPoint;
  return { address: toText(at), port };
}
export function newEndPoint(host: string, port: number): PSValue {
  const at = parse(host);
  if (at === undefined) throw formatError('An invalid IP address was specified.');
  return net<EndPoint>(POINT, { address: net<Address>(ADDRESS, at), port });
}

async function resolve(name: string): Promise<PSValue[]> {
  const known = parse(name);
  if (known !== undefined) return [net<Address>(ADDRESS, known)];
  try {
    const found = await runtime().wait(lookup(name === '' ? hostname() : name, { all: true }));
    return found.map((one) => must(one.address));
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw throwNet('System.Net.Sockets.SocketException', 'Name or service not known');
    throw error;
  }
}
implement('System.Net.Dns', () => ({
  'static GetHostName': () => hostname(),
  'static GetHostAddresses': async (_self, name) => typedArray(await resolve(text(name)), requireType(ADDRESS)),
  'static GetHostEntry': async (_self, name) => {
    const inner = unwrap(name);
    const shown = inner instanceof NetObject ? addressText(own(inner)) : text(inner);
    return net('System.Net.IPHostEntry', { name: shown, list: await resolve(shown) });
  },
}));
interface Host {
  readonly name: string;
  readonly list: PSValue[];
}
implement('System.Net.IPHostEntry', () => ({
  HostName: (self) => dataOf<Host>(self).name,
  AddressList: (self) => typedArray([...dataOf<Host>(self).list], requireType(ADDRESS)),
  Aliases: () => strings([]),
}));

interface Mail {
  readonly user: string;
  readonly host: string;
  readonly display: string;
}
const MAIL = 'System.Net.Mail.MailAddress';
function parseMail(source: string, display = ''): Mail | undefined {
  const match = /^\s*(?:"?([^"<]*?)"?\s*<([^<>\s@]+@[^<>\s@]+)>|([^<>\s@]+@[^<>\s@]+))\s*$/.exec(source);
  if (match === null) return undefined;
  const [user = '', host = ''] = (match[2] ?? match[3] ?? '').split('@');
  return /^\.|\.$|\.\./.test(host) ? undefined : { user, host, display: display === '' ? (match[1] ?? '') : display };
}
const mail = (self: PSValue): Mail => dataOf<Mail>(self);
/** A MailAddress from its text, as it is written in a list of them. */
export function newMail(source: string): PSValue {
  const made = parseMail(source);
  if (made === undefined) throw formatError('The specified string is not in the form required for an e-mail address.');
  return net<Mail>(MAIL, made);
}
implement(MAIL, () => ({
  Address: (self) => `${mail(self).user}@${mail(self).host}`,
  User: (self) => mail(self).user,
  Host: (self) => mail(self).host,
  DisplayName: (self) => mail(self).display,
  ToString: (self) =>
    mail(self).display === ''
      ? `${mail(self).user}@${mail(self).host}`
      : `"${mail(self).display}" <${mail(self).user}@${mail(self).host}>`,
  Equals: (self, other) => {
    const inner = unwrap(other);
    return (
      inner instanceof NetObject &&
      inner.type.fullName === MAIL &&
      `${mail(inner).user}@${mail(inner).host}`.toLowerCase() === `${mail(self).user}@${mail(self).host}`.toLowerCase()
    );
  },
  'static TryCreate': (_self, source, ...rest) => {
    const made = parseMail(text(source));
    const target = rest[rest.length - 1];
    if (target instanceof PSReference) target.put(made === undefined ? null : net<Mail>(MAIL, made));
    return made !== undefined;
  },
  new: (_self, source, display) => {
    if (source === null) throw argumentNull('address');
    const made = parseMail(text(source), display === undefined || display === null ? '' : text(display));
    if (made === undefined)
      throw formatError('The specified string is not in the form required for an e-mail address.');
    return net<Mail>(MAIL, made);
  },
}));

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  reg: '®',
  euro: '€',
};
const htmlEncode = (value: string): string =>
  value.replace(
    /[&<>"'\u00a0-\u00ff]/g,
    (unit) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[unit] ?? `&#${unit.charCodeAt(0)};`,
  );
const htmlDecode = (value: string): string =>
  value.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (all: string, hex: string | undefined, decimal: string | undefined, name: string | undefined) =>
      hex !== undefined
        ? String.fromCodePoint(Number.parseInt(hex, 16))
        : decimal !== undefined
          ? String.fromCodePoint(Number(decimal))
          : (ENTITIES[name ?? ''] ?? all),
  );
const urlDecode = (value: string): string => {
  try {
    return decodeURIComponent(value.replace(/\+/g, ' '));
  } catch {
    return value;
  }
};
const urlEncode = (value: string, lower: boolean): string =>
  encodeURIComponent(value)
    .replace(/%20/g, '+')
    .replace(/[~']/g, (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%[0-9A-F]{2}/g, (one) => (lower ? one.toLowerCase() : one));
for (const [name, lower] of [
  ['System.Net.WebUtility', false],
  ['System.Web.HttpUtility', true],
] as const)
  implement(name, () => ({
    'static HtmlEncode': (_self, value) =>
      value === null ? null : textByPieces(text(value), WHOLE_CHARACTERS, htmlEncode, ticking()),
    'static HtmlDecode': (_self, value) =>
      value === null ? null : textByPieces(text(value), /&/g, htmlDecode, ticking()),
    'static UrlEncode': (_self, value) =>
      value === null
        ? null
        : textByPieces(text(value), WHOLE_CHARACTERS, (piece) => urlEncode(piece, lower), ticking()),
    'static UrlDecode': (_self, value) =>
      value === null ? null : textByPieces(text(value), OUTSIDE_ESCAPES, urlDecode, ticking()),
  }));
