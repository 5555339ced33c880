/** Values as the recordings state them (README of the recordings, "Values") beside the values that were read. */
import { formatDateTime, type DocumentValue } from '../../src/protocol/clixml/index.js';
import {
  PropertyBag,
  PSChar,
  PSDateTime,
  PSDictionary,
  PSList,
  PSNumber,
  PSObject,
  PSPrimitive,
  PSSecureString,
  PSSingle,
  PSTimeSpan,
  PSUInt64,
  stripDeserialized,
  type PrimitiveTag,
  type PSValue,
} from '../../src/protocol/objects/index.js';

/** What stands at a path: a value, members, a document's values, or those with their streams. */
export type Found =
  | { readonly kind: 'value'; readonly value: PSValue }
  | { readonly kind: 'pair'; readonly entry: DocumentValue }
  | { readonly kind: 'members'; readonly bag: PropertyBag }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly values: readonly DocumentValue[] }
  | { readonly kind: 'streams'; readonly values: readonly DocumentValue[] };

/** The recordings' words for the wrapped primitives, by element. */
const TYPES: Readonly<Record<PrimitiveTag, string>> = {
  By: 'byte',
  SB: 'sbyte',
  I16: 'int16',
  U16: 'uint16',
  U32: 'uint32',
  U64: 'uint64',
  Sg: 'single',
  Db: 'double',
  D: 'decimal',
  C: 'char',
  DT: 'datetime',
  TS: 'timespan',
  G: 'guid',
  URI: 'uri',
  Version: 'version',
  XD: 'xml',
  SBK: 'scriptblock',
  SS: 'securestring',
  PR: 'progressrecord',
};
const LIST_TYPES = { LST: 'list', IE: 'enumerable', QUE: 'queue', STK: 'stack' } as const;

/** The recordings' words for a value's type; an extended primitive is both. */
export function statedTypeOf(value: PSValue): readonly string[] {
  switch (typeof value) {
    case 'string':
      return ['string'];
    case 'number':
      return ['int32'];
    case 'bigint':
      return ['int64'];
    case 'boolean':
      return ['bool'];
    default:
  }
  if (value === null) return ['null'];
  if (value instanceof Uint8Array) return ['bytes'];
  if (value instanceof PSList) return [LIST_TYPES[value.kind]];
  if (value instanceof PSDictionary) return ['dictionary'];
  if (value instanceof PSObject) {
    const own = stripDeserialized(value.typeNames[0] ?? '') === 'System.Management.Automation.PSCustomObject';
    return [
      own ? 'customobject' : 'object',
      'object',
      ...(value.base === undefined || value.base === value ? [] : statedTypeOf(value.base)),
    ];
  }
  return [value instanceof PSPrimitive ? TYPES[value.tag] : 'list'];
}

/** Follows a stated path. Undefined: there is nothing. A dictionary's properties are asked first where `propertyFirst`. */
export function lookUp(
  from: Found,
  path: ReadonlyArray<string | number>,
  secure: { encrypt(text: string): Uint8Array },
  propertyFirst = false,
): Found | undefined {
  let at: Found | undefined = from;
  for (const part of path) {
    if (at === undefined) return undefined;
    at = step(at, part, secure, propertyFirst);
  }
  return at;
}

const valueOf = (value: PSValue | undefined): Found | undefined =>
  value === undefined ? undefined : { kind: 'value', value };
const textOf = (text: string): Found => ({ kind: 'text', text });
const numberOf = (value: number): Found => ({ kind: 'value', value });

function step(
  at: Found,
  part: string | number,
  secure: { encrypt(text: string): Uint8Array },
  propertyFirst: boolean,
): Found | undefined {
  if (at.kind === 'list' || at.kind === 'streams') {
    if (part === '@length') return numberOf(at.values.length);
    const entry = typeof part === 'number' ? at.values[part] : undefined;
    if (entry === undefined) return undefined;
    return at.kind === 'list' ? { kind: 'value', value: entry.value } : { kind: 'pair', entry };
  }
  if (at.kind === 'pair') {
    if (part === '@length') return numberOf(2);
    return part === 0 ? { kind: 'value', value: at.entry.value } : textOf((at.entry.stream ?? '').toLowerCase());
  }
  if (at.kind === 'members') {
    if (part === '@length') return numberOf(at.bag.size);
    if (typeof part === 'number') return { kind: 'text', text: at.bag.names[part] ?? '' };
    return part === 'name' ? at : valueOf(at.bag.get(part));
  }
  if (at.kind === 'text') return part === 'name' ? at : undefined;
  const { value } = at;
  const base = value instanceof PSObject ? value.base : undefined;
  switch (part) {
    case '@toString': {
      const secret = base instanceof PSSecureString ? base : value;
      if (secret instanceof PSSecureString)
        return textOf(Buffer.from(secure.encrypt(secret.plainText ?? '')).toString('base64'));
      if (value instanceof PSObject) return textOf(value.toStringText ?? String(base ?? value.typeNames[0] ?? ''));
      return textOf(String(value));
    }
    case '@decrypt': {
      const secret = base instanceof PSSecureString ? base : value;
      return secret instanceof PSSecureString ? textOf(secret.plainText ?? '') : undefined;
    }
    case '@extended':
      return value instanceof PSObject && value.extended !== undefined
        ? { kind: 'members', bag: value.extended }
        : { kind: 'members', bag: new PropertyBag() };
    case '@adapted':
      return value instanceof PSObject && value.adapted !== undefined
        ? { kind: 'members', bag: value.adapted }
        : { kind: 'members', bag: new PropertyBag() };
    case '@typeNames':
      return value instanceof PSObject ? { kind: 'value', value: [...value.typeNames] } : undefined;
    case '@length':
      if (value instanceof PSList) return numberOf(value.items.length);
      if (value instanceof PSDictionary) return numberOf(value.count);
      return typeof value === 'string' ? numberOf(value.length) : undefined;
    default:
  }
  if (value instanceof PSList && typeof part === 'number') return valueOf(value.items[part]);
  if (part === 'value') return valueOf(base ?? value);
  const entry = value instanceof PSDictionary ? value.getEntry(part) : undefined;
  const property = value instanceof PSObject ? value.get(String(part)) : undefined;
  return valueOf(propertyFirst ? (property ?? entry) : (entry ?? property));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined when the value is what is stated, else what is wrong. */
export function compareStated(found: Found, stated: unknown): string | undefined {
  if (found.kind === 'text') return compareText(found.text, stated);
  if (found.kind !== 'value') return undefined;
  return compareValue(found.value, stated);
}

const wrong = (found: unknown, stated: unknown): string => `${String(found)} where ${JSON.stringify(stated)} is stated`;
/** Texts, and members of the library's enumerations, which it spells in its own case. No stream is the output. */
function compareText(text: string, stated: unknown): string | undefined {
  const member = isRecord(stated) ? stated['$enum'] : /^\w+Test\.\w+$/.test(String(stated)) ? stated : undefined;
  if (typeof member !== 'string') return text === stated ? undefined : wrong(text, stated);
  const name = member.split('.').at(-1)?.toLowerCase();
  const output = member === 'ClixmlStream.OUTPUT' && (text === '' || text === 'unknown');
  return text.toLowerCase() === name || output ? undefined : wrong(text, stated);
}

function compareValue(value: PSValue, stated: unknown): string | undefined {
  if (value instanceof PSObject && !(value instanceof PSList) && !(value instanceof PSDictionary)) {
    if (isRecord(stated) && '$enum' in stated) {
      const member = String(stated['$enum']).split('.').at(-1);
      return value.toStringText === member || value.toStringText === undefined ? undefined : wrong(value, stated);
    }
    if (value.base !== undefined) return compareValue(value.base, stated);
    if (isRecord(stated)) return compareRecord((name) => value.get(name), stated);
    return value.toStringText === stated ? undefined : wrong(value, stated);
  }
  if (isRecord(stated)) return compareMarked(value, stated);
  if (Array.isArray(stated)) {
    const items = value instanceof PSList ? value.items : Array.isArray(value) ? value : undefined;
    if (items === undefined || items.length !== stated.length) return wrong(value, stated);
    for (const [index, item] of items.entries()) {
      const problem = compareValue(item, stated[index]);
      if (problem !== undefined) return `[${index}] ${problem}`;
    }
    return undefined;
  }
  if (value === null || stated === null) return value === stated ? undefined : wrong(value, stated);
  if (value instanceof PSSecureString) return value.plainText === stated ? undefined : wrong(value, stated);
  if (value instanceof PSSingle && typeof stated === 'number')
    return value.value === Math.fround(stated) ? undefined : wrong(value, stated);
  if (value instanceof PSNumber) return Object.is(value.value, stated) ? undefined : wrong(value, stated);
  if (value instanceof PSChar)
    return value.code === stated || String(value) === stated ? undefined : wrong(value, stated);
  if (value instanceof PSDateTime)
    return formatDateTime(value) === stated ? undefined : wrong(formatDateTime(value), stated);
  if (typeof value === 'bigint' || value instanceof PSUInt64)
    return String(value) === String(stated) ? undefined : wrong(value, stated);
  if (typeof value === 'object') return String(value) === stated ? undefined : wrong(value, stated);
  return value === stated ? undefined : wrong(value, stated);
}

function compareRecord(
  get: (name: string) => PSValue | undefined,
  stated: Readonly<Record<string, unknown>>,
): string | undefined {
  for (const [name, one] of Object.entries(stated)) {
    const value = get(name);
    if (value === undefined) return `${name} is missing`;
    const problem = compareValue(value, one);
    if (problem !== undefined) return `${name}: ${problem}`;
  }
  return undefined;
}

function compareMarked(value: PSValue, stated: Readonly<Record<string, unknown>>): string | undefined {
  const same = (found: unknown, expected: unknown): string | undefined =>
    found === expected ? undefined : wrong(found, expected);
  if ('$int' in stated) return same(String(value), stated['$int']);
  if ('$guid' in stated) return same(String(value), stated['$guid']);
  if ('$decimal' in stated) return same(String(value), stated['$decimal']);
  if ('$enum' in stated) return undefined; // a library's name for a bare number
  if ('$object' in stated) return undefined;
  if ('$hex' in stated)
    return same(value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value, stated['$hex']);
  if ('$timespanTicks' in stated)
    return same(value instanceof PSTimeSpan ? value.ticks.toString() : value, stated['$timespanTicks']);
  if ('$float' in stated) {
    const named =
      { INF: Infinity, '-INF': -Infinity, NaN: Number.NaN }[String(stated['$float'])] ?? Number(stated['$float']);
    return value instanceof PSNumber && Object.is(value.value, named) ? undefined : wrong(value, stated);
  }
  if ('$datetime' in stated) {
    if (!(value instanceof PSDateTime)) return wrong(value, stated);
    const text = formatDateTime(value).replace(/(?:Z|[+-]\d\d:\d\d)$/, '');
    const plain = String(stated['$datetime'])
      .replace(/\.0+$/, '')
      .replace(/(\.\d*?)0+$/, '$1');
    const offset = value.kind === 'Unspecified' ? null : (value.offsetMinutes ?? 0);
    return text === plain && offset === stated['offsetMinutes'] ? undefined : wrong(formatDateTime(value), stated);
  }
  if ('$map' in stated && Array.isArray(stated['$map']) && value instanceof PSDictionary)
    return same(value.count, stated['$map'].length);
  if ('type' in stated && 'value' in stated && typeof stated['type'] === 'string') {
    if (!statedTypeOf(value).includes(stated['type'])) return wrong(statedTypeOf(value).join('/'), stated);
    return compareValue(value, stated['value']);
  }
  if (value instanceof PSDictionary) {
    if (Object.keys(stated).length !== value.count) return wrong(`${value.count} entries`, stated);
    return compareRecord((name) => value.getEntry(name), stated);
  }
  return wrong(value, stated);
}
