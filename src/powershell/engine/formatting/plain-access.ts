/**
 * Looks into values of the value model alone: property bags as they came over the wire, lists, dictionaries and
 * primitives with the members of their .NET types that formatting shows.
 */
import {
  PSByte,
  PSChar,
  PSDateTime,
  PSDecimal,
  PSDictionary,
  PSDouble,
  PSGuid,
  PSInt16,
  PSList,
  PSObject,
  PSPrimitive,
  PSSByte,
  PSSingle,
  PSTimeSpan,
  PSUInt16,
  PSUInt32,
  PSUInt64,
  PSUri,
  PSVersion,
  PSXmlDocument,
  stripDeserialized,
  type PSValue,
} from '../../../protocol/objects/index.js';
import { shownText } from '../conversion.js';
import { byteItems } from '../values/byte-items.js';
import { hostKind } from '../values/uri-check.js';
import { currentDates, currentNumbers } from '../culture/culture.js';
import { dateParts, formatDate, formatSpan, TICKS_PER_DAY } from '../text/date-format.js';
import { formatNumber } from '../text/number-format.js';
import type { FormatAccess } from './access.js';
import { DEFAULT_PROPERTIES, DEFAULT_PROPERTY } from './data/default-properties.js';
import { xmlNames, xmlValue } from './xml-glance.js';

const VALUE_TYPE = ['System.ValueType', 'System.Object'];
const struct = (name: string): readonly string[] => [`System.${name}`, ...VALUE_TYPE];
const STRING_NAMES = ['System.String', 'System.Object'];
const INT32_NAMES = struct('Int32');
const INT64_NAMES = struct('Int64');
const BOOLEAN_NAMES = struct('Boolean');
const ARRAY_NAMES = ['System.Object[]', 'System.Array', 'System.Object'];
const BYTES_NAMES = ['System.Byte[]', 'System.Array', 'System.Object'];
const NO_NAMES: readonly string[] = [];
const TAG_NAMES: Readonly<Record<PSPrimitive['tag'], readonly string[]>> = {
  C: struct('Char'),
  DT: struct('DateTime'),
  TS: struct('TimeSpan'),
  By: struct('Byte'),
  SB: struct('SByte'),
  I16: struct('Int16'),
  U16: struct('UInt16'),
  U32: struct('UInt32'),
  U64: struct('UInt64'),
  Sg: struct('Single'),
  Db: struct('Double'),
  D: struct('Decimal'),
  G: struct('Guid'),
  URI: ['System.Uri', 'System.Object'],
  Version: ['System.Version', 'System.Object'],
  XD: ['System.Xml.XmlDocument', 'System.Xml.XmlNode', 'System.Object'],
  SBK: ['System.Management.Automation.ScriptBlock', 'System.Object'],
  SS: ['System.Security.SecureString', 'System.Object'],
  PR: ['System.Management.Automation.ProgressRecord', 'System.Object'],
};

export function plainTypeNames(value: PSValue): readonly string[] {
  if (typeof value === 'string') return STRING_NAMES;
  if (typeof value === 'number') return INT32_NAMES;
  if (value === null) return NO_NAMES;
  if (typeof value === 'boolean') return BOOLEAN_NAMES;
  if (typeof value === 'bigint') return INT64_NAMES;
  if (value instanceof PSObject) {
    return value.typeNames.length === 0 && value.base !== undefined ? plainTypeNames(value.base) : value.typeNames;
  }
  if (value instanceof PSPrimitive) return TAG_NAMES[value.tag];
  return value instanceof Uint8Array ? BYTES_NAMES : ARRAY_NAMES;
}

/** Members of .NET types, in .NET's order. */
type Members<T> = Readonly<Record<string, (value: T) => PSValue>>;
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const enumLike = (type: string, text: string, value: number): PSValue =>
  new PSObject({ typeNames: [type, 'System.Enum', ...VALUE_TYPE], toStringText: text, base: value });
const DATE_MEMBERS: Members<PSDateTime> = {
  DateTime: (value) => formatDate(value, 'F', currentDates()),
  Date: (value) => new PSDateTime(value.ticks - (value.ticks % TICKS_PER_DAY), value.kind, value.offsetMinutes),
  Day: (value) => dateParts(value.ticks).day,
  DayOfWeek: (value) => {
    const { dayOfWeek } = dateParts(value.ticks);
    return enumLike('System.DayOfWeek', DAYS[dayOfWeek] ?? '', dayOfWeek);
  },
  DayOfYear: (value) => dateParts(value.ticks).dayOfYear,
  Hour: (value) => dateParts(value.ticks).hour,
  Kind: (value) => enumLike('System.DateTimeKind', value.kind, ['Unspecified', 'Utc', 'Local'].indexOf(value.kind)),
  Millisecond: (value) => Math.floor(dateParts(value.ticks).fraction / 10_000),
  Microsecond: (value) => Math.floor(dateParts(value.ticks).fraction / 10) % 1000,
  Nanosecond: (value) => (dateParts(value.ticks).fraction % 10) * 100,
  Minute: (value) => dateParts(value.ticks).minute,
  Month: (value) => dateParts(value.ticks).month,
  Second: (value) => dateParts(value.ticks).second,
  Ticks: (value) => value.ticks,
  TimeOfDay: (value) => new PSTimeSpan(value.ticks % TICKS_PER_DAY),
  Year: (value) => dateParts(value.ticks).year,
};
const part = (ticks: bigint, unit: bigint, modulo: bigint): number => Number((ticks / unit) % modulo);
const total = (ticks: bigint, unit: number): PSDouble => new PSDouble(Number(ticks) / unit);
const SPAN_MEMBERS: Members<PSTimeSpan> = {
  Ticks: ({ ticks }) => ticks,
  Days: ({ ticks }) => Number(ticks / TICKS_PER_DAY),
  Hours: ({ ticks }) => part(ticks, 36_000_000_000n, 24n),
  Milliseconds: ({ ticks }) => part(ticks, 10_000n, 1000n),
  Microseconds: ({ ticks }) => part(ticks, 10n, 1000n),
  Nanoseconds: ({ ticks }) => Number(ticks % 10n) * 100,
  Minutes: ({ ticks }) => part(ticks, 600_000_000n, 60n),
  Seconds: ({ ticks }) => part(ticks, 10_000_000n, 60n),
  TotalDays: ({ ticks }) => total(ticks, 864_000_000_000),
  TotalHours: ({ ticks }) => total(ticks, 36_000_000_000),
  TotalMilliseconds: ({ ticks }) => total(ticks, 10_000),
  TotalMicroseconds: ({ ticks }) => total(ticks, 10),
  TotalNanoseconds: ({ ticks }) => new PSDouble(Number(ticks) * 100),
  TotalMinutes: ({ ticks }) => total(ticks, 600_000_000),
  TotalSeconds: ({ ticks }) => total(ticks, 10_000_000),
};
const VERSION_MEMBERS: Members<PSVersion> = {
  Major: (value) => value.major,
  Minor: (value) => value.minor,
  Build: (value) => value.build,
  Revision: (value) => value.revision,
  MajorRevision: (value) => new PSInt16(value.revision >> 16),
  MinorRevision: (value) => new PSInt16((value.revision << 16) >> 16),
};
const GUID_MEMBERS: Members<PSGuid> = { Guid: (value) => value.value };
const parseUri = (value: PSUri): URL | undefined => (URL.canParse(value.value) ? new URL(value.value) : undefined);
const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443, 'ftp:': 21 };
const URI_MEMBERS: Members<PSUri> = {
  AbsolutePath: (value) => parseUri(value)?.pathname ?? null,
  AbsoluteUri: (value) => parseUri(value)?.href ?? null,
  LocalPath: (value) => parseUri(value)?.pathname ?? null,
  Authority: (value) => parseUri(value)?.host ?? null,
  HostNameType: (value) => {
    const host = parseUri(value)?.hostname;
    if (host === undefined) return null;
    const kind = hostKind(host);
    return enumLike('System.UriHostNameType', kind, { Basic: 1, Dns: 2, IPv4: 3, IPv6: 4 }[kind]);
  },
  IsDefaultPort: (value) => {
    const uri = parseUri(value);
    return uri === undefined ? null : uri.port === '';
  },
  IsFile: (value) => parseUri(value)?.protocol === 'file:',
  IsLoopback: (value) => /^(?:localhost|127\..*|\[::1\])$/.test(parseUri(value)?.hostname ?? ''),
  PathAndQuery: (value) => {
    const uri = parseUri(value);
    return uri === undefined ? null : uri.pathname + uri.search;
  },
  Segments: (value) => parseUri(value)?.pathname.match(/[^/]*\/|[^/]+/g) ?? null,
  IsUnc: () => false,
  Host: (value) => parseUri(value)?.hostname ?? null,
  Port: (value) => {
    const uri = parseUri(value);
    return uri === undefined ? null : uri.port === '' ? (DEFAULT_PORTS[uri.protocol] ?? -1) : Number(uri.port);
  },
  Query: (value) => parseUri(value)?.search ?? null,
  Fragment: (value) => parseUri(value)?.hash ?? null,
  Scheme: (value) => parseUri(value)?.protocol.slice(0, -1) ?? null,
  OriginalString: (value) => value.value,
  DnsSafeHost: (value) => parseUri(value)?.hostname ?? null,
  IdnHost: (value) => parseUri(value)?.hostname ?? null,
  IsAbsoluteUri: (value) => parseUri(value) !== undefined,
  UserEscaped: () => false,
  UserInfo: (value) => parseUri(value)?.username ?? null,
};
const STRING_MEMBERS: Members<string> = { Length: (value) => value.length };
const LIST_MEMBERS: Members<{ readonly length: number }> = {
  Length: (value) => value.length,
  LongLength: (value) => BigInt(value.length),
  Rank: () => 1,
  SyncRoot: (value) => (value instanceof Uint8Array || Array.isArray(value) ? value : null),
  IsReadOnly: () => false,
  IsFixedSize: () => true,
  IsSynchronized: () => false,
  Count: (value) => value.length,
};
const NO_MEMBERS: Members<never> = {};

function membersOf(value: PSValue): Members<never> {
  if (typeof value === 'string') return STRING_MEMBERS as Members<never>;
  if (value instanceof PSDateTime) return DATE_MEMBERS as Members<never>;
  if (value instanceof PSTimeSpan) return SPAN_MEMBERS as Members<never>;
  if (value instanceof PSVersion) return VERSION_MEMBERS as Members<never>;
  if (value instanceof PSGuid) return GUID_MEMBERS as Members<never>;
  if (value instanceof PSUri) return URI_MEMBERS as Members<never>;
  if (Array.isArray(value) || value instanceof Uint8Array) return LIST_MEMBERS as Members<never>;
  return NO_MEMBERS;
}
function memberNames(value: PSValue): readonly string[] {
  return value instanceof PSXmlDocument ? xmlNames(value.outerXml) : Object.keys(membersOf(value));
}
function memberValue(value: PSValue, name: string): PSValue | undefined {
  if (value instanceof PSXmlDocument) return xmlValue(value.outerXml, name);
  const members = membersOf(value);
  const lower = name.toLowerCase();
  const found = Object.keys(members).find((key) => key.toLowerCase() === lower);
  const read = found === undefined ? undefined : members[found];
  return read === undefined ? undefined : read(value as never);
}

function plainProperties(value: PSValue): readonly string[] {
  if (!(value instanceof PSObject)) return memberNames(value);
  const { adapted, extended } = value;
  const native = adapted?.names ?? (value.base === undefined ? NO_NAMES : plainProperties(value.base));
  if (extended === undefined || extended.size === 0) return native;
  if (native.length === 0) return extended.names;
  const lower = new Set(native.map((name) => name.toLowerCase()));
  return [...native, ...extended.names.filter((name) => !lower.has(name.toLowerCase()))];
}

function plainGet(value: PSValue, name: string): PSValue | undefined {
  if (!(value instanceof PSObject)) return memberValue(value, name);
  const own = value.get(name);
  if (own !== undefined) return own;
  if (value.base !== undefined) return plainGet(value.base, name);
  if (value instanceof PSDictionary) {
    const entry = value.getEntry(name);
    if (entry !== undefined) return entry;
    if (name.toLowerCase() === 'count') return value.count;
    if (name.toLowerCase() === 'keys') return [...value.keys];
    if (name.toLowerCase() === 'values') return [...value.entryValues];
  }
  if (value instanceof PSList && name.toLowerCase() === 'count') return value.items.length;
  return undefined;
}

const decimal = (value: PSDouble | PSSingle, digits: string): string =>
  formatNumber({ kind: value instanceof PSDouble ? 'double' : 'single', value: value.value }, digits, currentNumbers());

function plainText(value: PSValue): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number' || typeof value === 'bigint') return shownText(value);
  if (value instanceof PSPrimitive) {
    if (value instanceof PSDouble) return decimal(value, 'G15');
    if (value instanceof PSSingle) return decimal(value, 'G7');
    if (value instanceof PSDateTime) return formatDate(value, 'G', currentDates());
    if (value instanceof PSTimeSpan) return formatSpan(value);
    if (value instanceof PSXmlDocument) return '#document';
    return shownText(value);
  }
  if (value instanceof PSObject) {
    if (value.toStringText !== undefined) return value.toStringText;
    if (value.base !== undefined) return plainText(value.base);
    if (value instanceof PSList) return value.items.map(elementText).join(' ');
    if (value.typeNames.length === 0 || value.isType('System.Management.Automation.PSCustomObject')) {
      if (value instanceof PSDictionary) return 'System.Collections.Hashtable';
      return `@{${plainProperties(value)
        .map((name) => `${name}=${elementText(plainGet(value, name) ?? null)}`)
        .join('; ')}}`;
    }
    return stripDeserialized(value.typeNames[0] ?? '');
  }
  return Array.from(value as ArrayLike<PSValue>, elementText).join(' ');
}
const elementText = (value: PSValue): string =>
  value instanceof Uint8Array ? 'System.Byte[]' : Array.isArray(value) ? 'System.Object[]' : plainText(value);

function plainItems(value: PSValue): Iterable<PSValue> | undefined {
  if (Array.isArray(value)) return value;
  if (value instanceof Uint8Array) return byteItems(value);
  if (value instanceof PSList) return value.items;
  return value instanceof PSObject && value.base !== undefined && !(value instanceof PSDictionary)
    ? plainItems(value.base)
    : undefined;
}

function byType<T>(table: Readonly<Record<string, T>>, value: PSValue): T | undefined {
  const names = plainTypeNames(value);
  for (const name of names) {
    const found = table[name];
    if (found !== undefined) return found;
  }
  for (const name of names) {
    const found = table[stripDeserialized(name)];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The access that needs no engine. */
export const plainAccess: FormatAccess = {
  typeNames: plainTypeNames,
  properties: plainProperties,
  get: plainGet,
  toText: plainText,
  items: plainItems,
  defaultProperties: (value) => byType(DEFAULT_PROPERTIES, value),
  defaultProperty: (value) => byType(DEFAULT_PROPERTY, value),
};

/** The number of a value, as .NET's formatting takes it; undefined for what is no number. */
export function numberForFormat(value: PSValue): Parameters<typeof formatNumber>[0] | undefined {
  if (typeof value === 'number') return { kind: 'integer', value: BigInt(value), bits: 32 };
  if (typeof value === 'bigint') return { kind: 'integer', value, bits: 64 };
  if (value instanceof PSDouble) return { kind: 'double', value: value.value };
  if (value instanceof PSSingle) return { kind: 'single', value: value.value };
  if (value instanceof PSDecimal) return { kind: 'decimal', unscaled: value.unscaled, scale: value.scale };
  if (value instanceof PSUInt64) return { kind: 'integer', value: value.value, bits: 64 };
  if (value instanceof PSByte || value instanceof PSSByte)
    return { kind: 'integer', value: BigInt(value.value), bits: 8 };
  if (value instanceof PSInt16 || value instanceof PSUInt16)
    return { kind: 'integer', value: BigInt(value.value), bits: 16 };
  if (value instanceof PSUInt32) return { kind: 'integer', value: BigInt(value.value), bits: 32 };
  return undefined;
}
export const isChar = (value: PSValue): value is PSChar => value instanceof PSChar;
