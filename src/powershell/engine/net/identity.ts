/** Guid, Version, Uri, UriBuilder, Random. */
import { randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import { PSGuid, PSUri, PSVersion, type PSValue } from '../../../protocol/objects/index.js';
import { tryParseGuid } from '../../../protocol/bytes/index.js';

import { andThen, ticking } from '../pending.js';
import { placeLong, textByPieces, WHOLE_CHARACTERS, OUTSIDE_ESCAPES } from '../slices.js';
import { implement } from '../values/bodies.js';
import { checkedHostKind } from '../values/uri-check.js';
import { PSReference, typedArray, unwrap } from '../values/live.js';
import { hashCode, netEquals, orderOf } from './equality.js';
import {
  argumentError,
  argumentNull,
  big,
  bytesOf,
  charText,
  dataOf,
  double,
  enumOf,
  formatError,
  invalidOperation,
  items,
  mustBeAtMost,
  mustBeNonNegative,
  nameOf,
  net,
  num,
  outOfRange,
  requireType,
  single,
  strings,
  text,
  throwNet,
} from './support.js';

// --------------------------------------------------------------------- Guid

const EMPTY = '00000000-0000-0000-0000-000000000000';
const guid = (value: string): PSGuid => {
  const made = tryParseGuid(value);
  if (made === undefined) throw formatError('Unrecognized Guid format.');
  return new PSGuid(made);
};
const DASHED = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Without its brackets, where what opens is closed by the same kind. */
const withinBrackets = (trimmed: string): string =>
  /^\(.*\)$|^\{.*\}$/s.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
/** The forms N, D, B, P and X. Undefined: none of them. */
export function readGuid(source: string): PSGuid | undefined {
  const trimmed = source.trim();
  const inner = withinBrackets(trimmed);
  let bare = inner.replaceAll('-', '');
  if (/^\{0x/i.test(trimmed)) {
    const parts = [...trimmed.matchAll(/0x([0-9a-f]+)/gi)].map((match) => match[1] ?? '');
    if (parts.length !== 11) return undefined;
    bare = parts.map((part, index) => part.padStart(index === 0 ? 8 : index < 3 ? 4 : 2, '0')).join('');
  } else if (!DASHED.test(inner) && !/^[0-9a-f]{32}$/i.test(trimmed)) return undefined;
  const made = tryParseGuid(
    `${bare.slice(0, 8)}-${bare.slice(8, 12)}-${bare.slice(12, 16)}-${bare.slice(16, 20)}-${bare.slice(20)}`,
  );
  return made === undefined ? undefined : new PSGuid(made);
}
const guidText = (self: PSValue): string => {
  const inner = unwrap(self);
  if (inner instanceof PSGuid) return inner.value;
  throw argumentNull('guid');
};
function formatGuid(value: string, format: string): string {
  const bare = value.replaceAll('-', '');
  switch (format.toUpperCase()) {
    case '':
    case 'D':
      return value;
    case 'N':
      return bare;
    case 'B':
      return `{${value}}`;
    case 'P':
      return `(${value})`;
    case 'X': {
      const tail = Array.from({ length: 8 }, (_, index) => `0x${bare.slice(16 + index * 2, 18 + index * 2)}`);
      return `{0x${bare.slice(0, 8)},0x${bare.slice(8, 12)},0x${bare.slice(12, 16)},{${tail.join(',')}}}`;
    }
    default:
      throw formatError('Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".');
  }
}
/** Bytes as .NET has them: the first three fields least significant byte first. */
function guidBytes(value: string): Uint8Array {
  const raw = Uint8Array.from(value.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  return Uint8Array.from(order, (at) => raw[at] ?? 0);
}
function bytesGuid(bytes: Uint8Array): PSGuid {
  if (bytes.length !== 16) throw argumentError('Byte array for Guid must be exactly 16 bytes long.', 'b');
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  const hex = order.map((at) => (bytes[at] ?? 0).toString(16).padStart(2, '0')).join('');
  return guid(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`);
}
function parseGuid(source: string): PSGuid {
  const made = readGuid(source);
  if (made !== undefined) return made;
  const trimmed = source.trim();
  if (trimmed.length < 32) throw formatError('Unrecognized Guid format.');
  // Braces without a dash between them stand around hexadecimal numbers.
  if (/^\{[^-]*$/.test(trimmed)) throw formatError('Expected 0x prefix.');
  const isDashed = /^\(|-/.test(trimmed);
  if (!isDashed && trimmed.length !== 32) throw formatError('Unrecognized Guid format.');
  throw formatError(
    !isDashed || /^.{8}(?:-.{4}){3}-.{12}$/s.test(withinBrackets(trimmed))
      ? 'Guid string should only contain hexadecimal characters.'
      : 'Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).',
  );
}
export function newGuid(): PSGuid {
  const bytes = randomBytes(16);
  bytes[7] = ((bytes[7] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytesGuid(bytes);
}
implement('System.Guid', () => ({
  ToString: (self, format) => formatGuid(guidText(self), format === undefined ? '' : text(format)),
  ToByteArray: (self) => guidBytes(guidText(self)),
  Equals: (self, other) => netEquals(self, other),
  GetHashCode: (self) => hashCode(self),
  CompareTo: (self, other) => {
    if (other === null) return 1;
    if (!(unwrap(other) instanceof PSGuid)) throw argumentError('Object must be of type GUID.', 'value');
    return orderOf(unwrap(self), unwrap(other)) ?? 0;
  },
  Version: (self) => Number.parseInt(guidText(self)[14] ?? '0', 16),
  Variant: (self) => Number.parseInt(guidText(self)[19] ?? '0', 16),
  'static Empty': () => guid(EMPTY),
  'static AllBitsSet': () => guid('ffffffff-ffff-ffff-ffff-ffffffffffff'),
  'static NewGuid': () => newGuid(),
  'static CreateVersion7()': () => {
    // The time in milliseconds stands before what is random.
    const time = Date.now().toString(16).padStart(12, '0');
    return guid(`${time.slice(0, 8)}-${time.slice(8)}-7${guidText(newGuid()).slice(15)}`);
  },
  'static Parse': (_self, source) => parseGuid(text(source)),
  'static ParseExact': (_self, source) => parseGuid(text(source)),
  'static TryParse': (_self, source, ...rest) => {
    const made = readGuid(text(source));
    const target = rest[rest.length - 1];
    if (target instanceof PSReference) target.put(made ?? guid(EMPTY));
    return made !== undefined;
  },
  'new()': () => guid(EMPTY),
  'new(string)': (_self, source) => parseGuid(text(source)),
  'new(byte[])': (_self, bytes) => bytesGuid(bytesOf(bytes)),
}));

// ------------------------------------------------------------------ Version

const version = (self: PSValue): PSVersion => {
  const inner = unwrap(self);
  if (inner instanceof PSVersion) return inner;
  throw argumentNull('version');
};
export function parseVersion(source: string): PSVersion {
  const parts = source.split('.');
  if (parts.length < 2 || parts.length > 4)
    throw argumentError('Version string portion was too short or too long.', 'input');
  const numbers = parts.map((part) => {
    const trimmed = part.trim();
    if (/^-\d+$/.test(trimmed))
      throw outOfRange('input', "Version's parameters must be greater than or equal to zero.");
    if (!/^\+?\d+$/.test(trimmed)) throw formatError(`The input string '${part}' was not in a correct format.`);
    if (Number(trimmed) > 2_147_483_647)
      throw throwNet('System.OverflowException', 'Value was either too large or too small for an Int32.');
    return Number(trimmed);
  });
  return new PSVersion(numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? -1, numbers[3] ?? -1);
}
implement('System.Version', () => ({
  Major: (self) => version(self).major,
  Minor: (self) => version(self).minor,
  Build: (self) => version(self).build,
  Revision: (self) => version(self).revision,
  MajorRevision: (self) => version(self).revision >> 16,
  MinorRevision: (self) => (version(self).revision << 16) >> 16,
  ToString: (self, fields) => {
    if (fields === undefined) return version(self).toString();
    const parts = version(self).toString().split('.');
    if (num(fields) < 0 || num(fields) > parts.length)
      throw argumentError(
        `Argument must be between 0 and ${num(fields) < 0 || num(fields) > 4 ? 4 : parts.length}.`,
        'fieldCount',
      );
    return parts.slice(0, num(fields)).join('.');
  },
  Equals: (self, other) => netEquals(self, other),
  GetHashCode: (self) => hashCode(self),
  CompareTo: (self, other) => {
    if (other === null) return 1;
    if (!(unwrap(other) instanceof PSVersion)) throw argumentError('Object must be of type Version.');
    return orderOf(version(self), version(other)) ?? 0;
  },
  Clone: (self) => version(self),
  'static Parse': (_self, source) => parseVersion(text(source)),
  'static TryParse': (_self, source, target) => {
    let made: PSVersion | undefined;
    try {
      made = parseVersion(text(source));
    } catch {
      made = undefined;
    }
    if (target instanceof PSReference) target.put(made ?? null);
    return made !== undefined;
  },
  'new()': () => new PSVersion(0, 0),
  'new(string)': (_self, source) => parseVersion(text(source)),
  new: (_self, ...args) => {
    const names = ['major', 'minor', 'build', 'revision'];
    for (const [index, arg] of args.entries()) if (num(arg) < 0) throw mustBeNonNegative(names[index] ?? '', arg);
    const [major = 0, minor = 0, build = -1, revision = -1] = args.map(num);
    return new PSVersion(major, minor, build, revision);
  },
}));

// ---------------------------------------------------------------------- Uri

const SCHEMES: Readonly<Record<string, number>> = {
  http: 80,
  https: 443,
  ftp: 21,
  ws: 80,
  wss: 443,
  ldap: 389,
  telnet: 23,
  gopher: 70,
  nntp: 119,
  mailto: 25,
  'net.tcp': 808,
  ssh: -1,
};
/** What is no URI without `//` and an authority. Without one such a text is a relative URI. */
const WITH_AUTHORITY = /^(?:https?|wss?|ftp|file|gopher|ldap|nntp|telnet|net\.tcp|net\.pipe)$/;
/** Of these the host may be left out. Of schemes that .NET does not know, too. */
const needsHost = (scheme: string): boolean => WITH_AUTHORITY.test(scheme) && scheme !== 'file';

type HostType = 'Unknown' | 'Basic' | 'Dns' | 'IPv4' | 'IPv6';
interface UriParts {
  readonly scheme: string;
  readonly user: string;
  readonly host: string;
  readonly hostType: HostType;
  readonly port: number;
  readonly isDefaultPort: boolean;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
  readonly hasAuthority: boolean;
}
const uriOf = (value: PSValue | undefined): string => {
  const inner = unwrap(value ?? null);
  if (inner instanceof PSUri) return inner.value;
  if (typeof inner === 'string') return inner;
  throw argumentNull('uri');
};
const NO_HOST = 'Invalid URI: The hostname could not be parsed.';
const UNROOTED = "Invalid URI: A Dos path must be rooted, for example, 'c:\\\\'.";
/** The four numbers of `127.1`, `0x7f.0.0.1` and their like, whose last part fills what is left. */
function ipv4Of(host: string): string | undefined {
  const numbers = host.split('.').map((part) => {
    if (/^0x[0-9a-f]+$/i.test(part) || /^[1-9]\d*$|^0$/.test(part)) return Number(part);
    return /^0[0-7]+$/.test(part) ? Number.parseInt(part, 8) : Number.NaN;
  });
  const last = numbers.pop() ?? Number.NaN;
  if (numbers.length > 3 || numbers.some((part) => !(part <= 255))) return undefined;
  if (!(last < 256 ** (4 - numbers.length))) return undefined;
  const rest = Array.from({ length: 4 - numbers.length }, (_, at, size = 4 - numbers.length) =>
    Math.floor((last / 256 ** (size - 1 - at)) % 256),
  );
  return [...numbers, ...rest].join('.');
}
/** A host and its kind; undefined for what no host can be. An empty one is asked about elsewhere. */
function hostOf(source: string): { readonly host: string; readonly hostType: HostType } | undefined {
  if (source === '') return { host: '', hostType: 'Basic' };
  if (source.startsWith('[')) {
    const address = /^\[([0-9a-f:.]+)(?:%[^\]]*)?\]$/i.exec(source)?.[1];
    return address !== undefined && isIPv6(address)
      ? { host: `[${address.toLowerCase()}]`, hostType: 'IPv6' }
      : undefined;
  }
  const address = ipv4Of(source);
  if (address !== undefined) return { host: address, hostType: 'IPv4' };
  const host = source.toLowerCase();
  const labels = host.replace(/\.$/, '').split('.');
  if (labels.every((label) => /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}$/u.test(label))) return { host, hostType: 'Dns' };
  // The rules of names of Windows' network: the first part begins as it likes.
  return /^(?!\d+(?:\.|$))[\p{L}\d_-]+(?:\.[\p{L}\d_-]+)*\.?$/u.test(host) ? { host, hostType: 'Basic' } : undefined;
}
const escape = (part: string): string =>
  part.replace(/[^\x21-\x7e]|[ "<>\\^`{|}]|%(?![0-9a-f]{2})/giu, (unit) => encodeURIComponent(unit));
/** The parts of an absolute URI; undefined for a relative one. What .NET refuses is the text of its refusal. */
function readUri(source: string): UriParts | string | undefined {
  const trimmed = source.trim();
  const local = (path: string): UriParts => ({
    scheme: 'file',
    user: '',
    host: '',
    hostType: 'Basic',
    port: -1,
    isDefaultPort: true,
    path: encodeURI(path).replace(/[?#]/g, (unit) => encodeURIComponent(unit)),
    query: '',
    fragment: '',
    hasAuthority: true,
  });
  if (/^\/[^/]/.test(trimmed) && process.platform !== 'win32') return local(trimmed);
  if (/^[a-z]:[\\/]/i.test(trimmed)) return local(`/${trimmed.replace(/\\/g, '/')}`);
  if (/^[a-z]:./i.test(trimmed)) return UNROOTED;
  const share = /^\\\\([^\\/]+)(.*)$/s.exec(trimmed);
  const match =
    share === null
      ? /^([a-z][a-z0-9+.-]+):(?:([/\\]{2})?)(.*)$/is.exec(trimmed)
      : ['', 'file', '//', `${share[1] ?? ''}${(share[2] ?? '').replace(/\\/g, '/')}`];
  if (match === null) return undefined;
  const scheme = (match[1] ?? '').toLowerCase();
  if (match[2] === undefined) {
    if (WITH_AUTHORITY.test(scheme)) return 'Invalid URI: The Authority/Host could not be parsed.';
    const opaque = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(match[3] ?? '');
    const mail = scheme === 'mailto' ? /^(?:([^@?]*)@)?([^?]*)/.exec(opaque?.[1] ?? '') : null;
    return {
      scheme,
      user: mail?.[1] ?? '',
      host: mail?.[2] ?? '',
      hostType: mail === null ? 'Unknown' : mail[2] === '' ? 'Basic' : 'Dns',
      port: scheme === 'mailto' ? 25 : -1,
      isDefaultPort: true,
      path: mail === null ? escape(opaque?.[1] ?? '') : '',
      query: opaque?.[2] ?? '',
      fragment: opaque?.[3] ?? '',
      hasAuthority: false,
    };
  }
  const rest = /^([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(match[3] ?? '');
  if (scheme === 'file' && /^[a-z]:/i.test(rest?.[1] ?? '')) return UNROOTED;
  const authority = /^(?:([^@]*)@)?(\[[^\]]+\]|[^:]*)(?::(.*))?$/s.exec(rest?.[1] ?? '');
  const named = hostOf(authority?.[2] ?? '[');
  if (named === undefined || (named.host === '' && (needsHost(scheme) || (authority?.[3] ?? '') !== '')))
    return NO_HOST;
  const written = authority?.[3] ?? '';
  if (!/^\d*$/.test(written) || Number(written) > 65535) return 'Invalid URI: Invalid port specified.';
  const usual = SCHEMES[scheme] ?? -1;
  const port = written === '' ? usual : Number(written);
  const path = rest?.[2] ?? '';
  return {
    scheme,
    user: escape(authority?.[1] ?? ''),
    ...named,
    port,
    isDefaultPort: port === usual,
    path: normalizePath(escape(path === '' ? '/' : path)),
    query: escape(rest?.[3] ?? ''),
    fragment: escape(rest?.[4] ?? ''),
    hasAuthority: true,
  };
}
export function uriParts(source: string): UriParts | undefined {
  const made = readUri(source);
  return typeof made === 'string' ? undefined : made;
}
/** What .NET's `Uri` says against a text that is neither a relative nor an absolute URI. */
export function uriFault(source: string): string | undefined {
  const made = readUri(source);
  // A text without an authority is taken for a relative URI where one may be.
  return typeof made === 'string' && !made.includes('Authority') ? made : undefined;
}
function normalizePath(path: string): string {
  if (!/\/\.{1,2}(?:\/|$)/.test(path)) return path;
  const out: string[] = [];
  const parts = path.split('/');
  for (const [index, part] of parts.entries()) {
    if (part === '..') {
      if (out.length > 1) out.pop();
    } else if (part !== '.') {
      out.push(part);
      continue;
    }
    if (index === parts.length - 1) out.push('');
  }
  return out.join('/');
}
const parts = (self: PSValue): UriParts => {
  const made = uriParts(uriOf(self));
  if (made === undefined) throw invalidOperation('This operation is not supported for a relative URI.');
  return made;
};
const shownPort = (one: UriParts): string => (one.isDefaultPort || one.port < 0 ? '' : `:${one.port}`);
const authority = (one: UriParts): string => one.host + shownPort(one);
function absolute(one: UriParts): string {
  const user = one.user === '' ? '' : `${one.user}@`;
  return one.hasAuthority
    ? `${one.scheme}://${user}${authority(one)}${one.path}${one.query}${one.fragment}`
    : `${one.scheme}:${user}${one.host}${one.path}${one.query}${one.fragment}`;
}
/** `AbsoluteUri` of a text; undefined: it is none, or a relative one. */
export function absoluteUri(source: string): string | undefined {
  const one = uriParts(source);
  return one === undefined ? undefined : absolute(one);
}
function unescaped(source: string): string {
  return source.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run).replace(/[%#?/\\]/g, (unit) => encodeURIComponent(unit));
    } catch {
      return run;
    }
  });
}
/** Uri.ToString(): what a person reads, escapes undone. */
export function uriText(source: string): string {
  const one = uriParts(source);
  return one === undefined ? source : unescaped(absolute(one));
}
function newUri(source: string, kind = 'Absolute'): PSUri {
  const made = readUri(source);
  const isAbsolute = made !== undefined;
  const bad = (message: string): Error => throwNet('System.UriFormatException', message);
  if (source === '' && kind !== 'Relative' && kind !== 'RelativeOrAbsolute')
    throw bad('Invalid URI: The URI is empty.');
  if (kind === 'Absolute' && !isAbsolute) throw bad('Invalid URI: The format of the URI could not be determined.');
  if (kind === 'Relative' && isAbsolute && typeof made !== 'string')
    throw bad("A relative URI cannot be created because the 'uriString' parameter represents an absolute URI.");
  const fault = kind === 'RelativeOrAbsolute' ? uriFault(source) : made;
  if (typeof fault === 'string') throw bad(fault);
  return new PSUri(source);
}
function combine(base: PSValue, relative: string): PSUri {
  const one = uriParts(relative);
  if (one !== undefined && one.scheme !== 'file') return newUri(relative);
  try {
    return new PSUri(new URL(relative, absolute(parts(base))).href);
  } catch {
    return new PSUri(absolute(parts(base)) + relative);
  }
}
implement('System.Uri', () => ({
  OriginalString: (self) => uriOf(self),
  IsAbsoluteUri: (self) => uriParts(uriOf(self)) !== undefined,
  AbsoluteUri: (self) => absolute(parts(self)),
  AbsolutePath: (self) => parts(self).path.replace(/^\/(?=[a-z]:)/i, ''),
  LocalPath: (self) => {
    const { scheme, host, path } = parts(self);
    const read = decode(path);
    if (scheme !== 'file') return read;
    const drive = /^\/([a-z]:.*)$/is.exec(read)?.[1];
    return host === '' ? (drive?.replace(/\//g, '\\') ?? read) : `\\\\${host}${read.replace(/\//g, '\\')}`;
  },
  PathAndQuery: (self) => parts(self).path + parts(self).query,
  Query: (self) => parts(self).query,
  Fragment: (self) => parts(self).fragment,
  Scheme: (self) => parts(self).scheme,
  Host: (self) => parts(self).host,
  DnsSafeHost: (self) => parts(self).host.replace(/^\[|\]$/g, ''),
  IdnHost: (self) => {
    const { host } = parts(self);
    return /[^\0-\x7f]/.test(host) ? domainToASCII(host) : host.replace(/^\[|\]$/g, '');
  },
  Authority: (self) => authority(parts(self)),
  Port: (self) => parts(self).port,
  IsDefaultPort: (self) => parts(self).isDefaultPort,
  UserInfo: (self) => parts(self).user,
  UserEscaped: () => false,
  IsFile: (self) => parts(self).scheme === 'file',
  IsUnc: (self) => {
    const { scheme, host } = parts(self);
    return scheme === 'file' && host !== '';
  },
  IsLoopback: (self) => {
    const { host, hostType } = parts(self);
    return hostType !== 'Unknown' && /^(?:localhost|loopback|127\.\d+\.\d+\.\d+|\[::1\]|)$/.test(host);
  },
  HostNameType: (self) => enumOf('System.UriHostNameType', parts(self).hostType),
  Segments: (self) => strings(parts(self).path.match(/\/|[^/]+\/?/g) ?? []),
  ToString: (self) => uriText(uriOf(self)),
  Equals: (self, other) => {
    const inner = unwrap(other);
    if (!(inner instanceof PSUri) && typeof inner !== 'string') return false;
    const [a, b] = [uriParts(uriOf(self)), uriParts(uriOf(inner))];
    return a === undefined || b === undefined
      ? uriOf(self) === uriOf(inner)
      : absolute({ ...a, fragment: '' }) === absolute({ ...b, fragment: '' });
  },
  GetHashCode: (self) => hashCode(uriOf(self)),
  GetLeftPart: (self, part) => {
    const one = parts(self);
    const name = nameOf(part);
    if (name === 'Scheme') return `${one.scheme}://`;
    const start = `${one.scheme}://${one.user === '' ? '' : `${one.user}@`}${authority(one)}`;
    return name === 'Authority' ? start : name === 'Path' ? start + one.path : start + one.path + one.query;
  },
  IsBaseOf: (self, other) => absolute(parts(other)).startsWith(absolute(parts(self)).replace(/[^/]*$/, '')),
  IsWellFormedOriginalString: (self) => !/[\s"<>\\^`{|}]/.test(uriOf(self)),
  MakeRelativeUri: (self, other) => {
    const base = absolute(parts(self)).replace(/[^/]*$/, '');
    const target = absolute(parts(other));
    if (authority(parts(self)) !== authority(parts(other))) return new PSUri(target);
    const from = base.split('/');
    const to = target.split('/');
    let same = 0;
    while (same < from.length - 1 && same < to.length - 1 && from[same] === to[same]) same += 1;
    return new PSUri('../'.repeat(from.length - 1 - same) + to.slice(same).join('/'));
  },
  'static EscapeDataString': (_self, value) => textByPieces(text(value), WHOLE_CHARACTERS, escapeData, ticking()),
  'static EscapeUriString': (_self, value) => encodeURI(text(value)),
  'static UnescapeDataString': (_self, value) => textByPieces(text(value), OUTSIDE_ESCAPES, decode, ticking()),
  'static IsWellFormedUriString': (_self, value, kind) => {
    const isAbsolute = uriParts(text(value)) !== undefined;
    if (/[\s"<>\\^`{|}]/.test(text(value))) return false;
    return nameOf(kind) === 'Absolute' ? isAbsolute : nameOf(kind) === 'Relative' ? !isAbsolute : true;
  },
  'static CheckSchemeName': (_self, value) => /^[a-z][a-z0-9+.-]*$/i.test(text(value)),
  'static CheckHostName': (_self, value) => enumOf('System.UriHostNameType', checkedHostKind(text(value))),
  'static HexEscape': (_self, value) => `%${text(value).charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  'static IsHexDigit': (_self, value) => /^[0-9a-f]$/i.test(text(value)),
  'static TryCreate': (_self, source, second, target) => {
    let made: PSUri | null = null;
    try {
      made = unwrap(second) instanceof PSUri ? combine(second, uriOf(source)) : newUri(uriOf(source), nameOf(second));
    } catch {
      made = null;
    }
    if (target instanceof PSReference) target.put(made);
    return made !== null;
  },
  'static UriSchemeHttp': () => 'http',
  'static UriSchemeHttps': () => 'https',
  'static UriSchemeFile': () => 'file',
  'static UriSchemeFtp': () => 'ftp',
  'static UriSchemeMailto': () => 'mailto',
  'static SchemeDelimiter': () => '://',
  'new(string)': (_self, source) => newUri(text(source)),
  // Nothing is escaped before it is asked for.
  'new(string, bool)': (_self, source) => newUri(text(source)),
  'new(string, System.UriKind)': (_self, source, kind) => newUri(text(source), nameOf(kind)),
  'new(uri, string)': (_self, base, relative) => combine(base, text(relative)),
  'new(uri, uri)': (_self, base, relative) => combine(base, uriOf(relative)),
}));
const escapeData = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/g, (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase()}`);
function decode(value: string): string {
  return value.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

interface Builder {
  scheme: string;
  user: string;
  password: string;
  host: string;
  port: number;
  path: string;
  query: string;
  fragment: string;
}
const BUILDER = 'System.UriBuilder';
const builder = (self: PSValue): Builder => dataOf<Builder>(self);
const builderText = (one: Builder): string => {
  const login = one.user === '' ? '' : `${one.user}${one.password === '' ? '' : `:${one.password}`}@`;
  return `${one.scheme}://${login}${one.host}${one.port < 0 ? '' : `:${one.port}`}${one.path}${one.query}${one.fragment}`;
};
function checkedPort(port: number): number {
  if (port > 65_535) throw mustBeAtMost('value', port, 65_535);
  if (port < -1) throw outOfRange('value', `value ('${port}') must be greater than or equal to '-1'.`, port);
  return port;
}
const fromUri = (source: string): PSValue => {
  const whole = uriParts(source) === undefined ? `http://${source}` : source;
  const one = uriParts(whole);
  const problem = uriFault(whole);
  if (problem !== undefined || one === undefined)
    throw throwNet(
      'System.UriFormatException',
      problem ?? 'Invalid URI: The format of the URI could not be determined.',
    );
  const [user = '', password = ''] = one.user.split(':');
  return net<Builder>(BUILDER, {
    scheme: one.scheme,
    user,
    password,
    host: one.host,
    port: one.port,
    path: one.path,
    query: one.query,
    fragment: one.fragment,
  });
};
implement(BUILDER, () => {
  const property = (
    name: keyof Builder,
    fix: (value: string) => string = (value) => value,
  ): Record<string, (self: PSValue, ...args: PSValue[]) => PSValue | undefined> => {
    const shown = {
      scheme: 'Scheme',
      user: 'UserName',
      password: 'Password',
      host: 'Host',
      port: 'Port',
      path: 'Path',
      query: 'Query',
      fragment: 'Fragment',
    }[name];
    return {
      [shown]: (self) => builder(self)[name],
      [`set ${shown}`]: (self, value) => {
        if (name === 'port') builder(self).port = checkedPort(num(value));
        else builder(self)[name] = fix(text(value));
        return undefined;
      },
    };
  };
  const lead = (mark: string) => (value: string) => (value === '' || value.startsWith(mark) ? value : mark + value);
  return {
    ...property('scheme', (value) => value.replace(/:.*$/, '').toLowerCase()),
    ...property('user'),
    ...property('password'),
    ...property('host'),
    ...property('port'),
    ...property('path', (value) => (value === '' ? '/' : lead('/')(value))),
    ...property('query', lead('?')),
    ...property('fragment', lead('#')),
    Uri: (self) =>
      newUri(
        builderText({
          ...builder(self),
          port: builder(self).port === SCHEMES[builder(self).scheme] ? -1 : builder(self).port,
        }),
      ),
    ToString: (self) => builderText(builder(self)),
    'new()': () =>
      net<Builder>(BUILDER, {
        scheme: 'http',
        user: '',
        password: '',
        host: 'localhost',
        port: -1,
        path: '/',
        query: '',
        fragment: '',
      }),
    'new(string)': (_self, source) => fromUri(text(source)),
    'new(uri)': (_self, source) => fromUri(uriOf(source)),
    new: (_self, scheme, host, port, path, extra) =>
      net<Builder>(BUILDER, {
        scheme: text(scheme),
        user: '',
        password: '',
        host: text(host),
        port: port === undefined ? -1 : checkedPort(num(port)),
        path: path === undefined ? '/' : lead('/')(text(path)),
        query: extra !== undefined && text(extra).startsWith('?') ? text(extra) : '',
        fragment: extra !== undefined && text(extra).startsWith('#') ? text(extra) : '',
      }),
  };
});

// ------------------------------------------------------------------- Random

/** .NET's subtractive generator for `new Random(seed)`: the same numbers for the same seed. */
class NetRandom {
  readonly #table = new Int32Array(56);
  #next = 0;
  #nextP = 21;
  constructor(seed: number) {
    const subtraction = seed === -2_147_483_648 ? 2_147_483_647 : Math.abs(seed);
    let mj = 161_803_398 - subtraction;
    this.#table[55] = mj;
    let mk = 1;
    let at = 0;
    for (let index = 1; index < 55; index += 1) {
      at += 21;
      if (at >= 55) at -= 55;
      this.#table[at] = mk;
      mk = (mj - mk) | 0;
      if (mk < 0) mk = (mk + 2_147_483_647) | 0;
      mj = this.#table[at] ?? 0;
    }
    for (let round = 1; round < 5; round += 1)
      for (let index = 1; index < 56; index += 1) {
        let n = index + 30;
        if (n >= 55) n -= 55;
        let value = ((this.#table[index] ?? 0) - (this.#table[1 + n] ?? 0)) | 0;
        if (value < 0) value = (value + 2_147_483_647) | 0;
        this.#table[index] = value;
      }
  }
  sample(): number {
    this.#next = this.#next + 1 >= 56 ? 1 : this.#next + 1;
    this.#nextP = this.#nextP + 1 >= 56 ? 1 : this.#nextP + 1;
    let value = (this.#table[this.#next] ?? 0) - (this.#table[this.#nextP] ?? 0);
    if (value === 2_147_483_647) value -= 1;
    if (value < 0) value += 2_147_483_647;
    this.#table[this.#next] = value;
    return value;
  }
  double(): number {
    return this.sample() * (1 / 2_147_483_647);
  }
  /** For ranges above 2^31. */
  large(): number {
    let value = this.sample();
    if (this.sample() % 2 === 0) value = -value;
    return (value + 2_147_483_646) / 4_294_967_293;
  }
}
const RANDOM = 'System.Random';
const shared = (): PSValue => net<NetRandom | undefined>(RANDOM, undefined);
const draw = (self: PSValue): number => dataOf<NetRandom | undefined>(self)?.double() ?? Math.random();
/** Sixty-four bits, put together as .NET does it from a generator of 31. */
function wide(self: PSValue): bigint {
  const part = (limit: number): bigint => BigInt(Math.floor(draw(self) * limit));
  const low = part(2 ** 22);
  const middle = part(2 ** 22);
  return low | (middle << 22n) | (part(2 ** 20) << 44n);
}
/** Characters by chance. */
const chosen = (self: PSValue, choices: string, count: number): string =>
  Array.from({ length: count }, () => choices.charAt(Math.floor(draw(self) * choices.length))).join('');
implement(RANDOM, () => ({
  Next: (self, low, high) => {
    const random = dataOf<NetRandom | undefined>(self);
    if (low === undefined) return random?.sample() ?? Math.floor(Math.random() * 2_147_483_647);
    if (high === undefined) {
      if (num(low) < 0) throw outOfRange('maxValue', `maxValue ('${num(low)}') must be a non-negative value.`, low);
      return Math.floor(draw(self) * num(low));
    }
    if (num(low) > num(high)) throw outOfRange('minValue', "'minValue' cannot be greater than maxValue.");
    const range = num(high) - num(low);
    if (range <= 2_147_483_647) return Math.floor(draw(self) * range) + num(low);
    return Math.floor((random?.large() ?? Math.random()) * range) + num(low);
  },
  NextInt64: (self, low, high) => {
    if (low === undefined)
      for (;;) {
        const value = wide(self) >> 1n;
        if (value !== 9_223_372_036_854_775_807n) return value;
      }
    const [from, to] = high === undefined ? [0n, big(low)] : [big(low), big(high)];
    const range = to - from;
    if (range <= 1n) return from;
    const bits = (range - 1n).toString(2).length;
    for (;;) {
      const value = wide(self) >> BigInt(64 - bits);
      if (value < range) return from + value;
    }
  },
  NextDouble: (self) => double(draw(self)),
  NextSingle: (self) => single(draw(self)),
  NextBytes: (self, buffer) => {
    const bytes = unwrap(buffer);
    const random = dataOf<NetRandom | undefined>(self);
    if (!(bytes instanceof Uint8Array)) return undefined;
    const fill = (index: number): undefined => {
      bytes[index] = random === undefined ? Math.floor(Math.random() * 256) : random.sample() & 255;
    };
    return andThen(placeLong(0, bytes.length, ticking(), fill), () => undefined);
  },
  Shuffle: (self, list) => {
    const inner = unwrap(list);
    if (!Array.isArray(inner)) return undefined;
    const values = inner as PSValue[];
    const shuffled = placeLong(0, values.length - 1, ticking(), (index) => {
      const other = index + Math.floor(draw(self) * (values.length - index));
      [values[index], values[other]] = [values[other] ?? null, values[index] ?? null];
      return false;
    });
    return andThen(shuffled, () => undefined);
  },
  GetItems: (self, choices, count) => {
    const all = items(choices);
    return typedArray(
      Array.from({ length: num(count) }, () => all[Math.floor(draw(self) * all.length)] ?? null),
      requireType('System.Object'),
    );
  },
  GetHexString: (self, count, lowercase) => {
    if (typeof count !== 'number') return undefined;
    if (count < 0) throw mustBeNonNegative('stringLength', count);
    return chosen(self, lowercase === true ? '0123456789abcdef' : '0123456789ABCDEF', count);
  },
  GetString: (self, choices, count) => {
    if (num(count) < 0) throw mustBeNonNegative('length', count);
    return chosen(self, items(choices).map(charText).join(''), num(count));
  },
  'static Shared': shared,
  'new()': shared,
  'new(int)': (_self, seed) => net(RANDOM, new NetRandom(num(seed))),
}));
