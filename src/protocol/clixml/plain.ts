/**
 * The plain view: values as JavaScript programmers expect them. It loses what JavaScript has no word for (the type of a
 * number, an object's type names); who needs that works with the values themselves.
 */
import {
  PropertyBag,
  PSChar,
  PSDateTime,
  PSDecimal,
  PSDictionary,
  PSDouble,
  PSGuid,
  PSList,
  PSNumber,
  PSObject,
  PSPrimitive,
  PSProgressPrimitive,
  PSScriptBlockText,
  PSSecureString,
  PSTimeSpan,
  PSUInt64,
  PSUri,
  PSVersion,
  PSXmlDocument,
  TYPE_NAMES,
  type PSValue,
} from '../objects/index.js';
import { formatTimeSpan } from './time-text.js';
import { SerializationError } from '../errors/index.js';

const UNIX_EPOCH_TICKS = 621_355_968_000_000_000n;
const TICKS_PER_MINUTE = 600_000_000n;
declare const Date: new (ms: number) => { toISOString(): string; getTime(): number; getTimezoneOffset(): number };

/** Milliseconds since 1970 of a DateTime. A time without a zone is read as UTC. */
export function unixMs(value: PSDateTime): number {
  const utc = value.ticks - (value.kind === 'Local' ? BigInt(value.offsetMinutes ?? 0) * TICKS_PER_MINUTE : 0n);
  return Number(utc - UNIX_EPOCH_TICKS) / 10_000;
}
/** A UTC DateTime of milliseconds since 1970. */
export function dateTimeOfUnixMs(ms: number): PSDateTime {
  return new PSDateTime(BigInt(Math.round(ms * 10_000)) + UNIX_EPOCH_TICKS, 'Utc');
}

/**
 * A value as plain JavaScript: numbers (bigint beyond 2^53), strings, booleans, null, Date, Uint8Array, arrays, and records.
 * Decimals and times of day keep their text. SecureStrings stay objects that show nothing. Cycles become undefined.
 */
export function toPlain(value: PSValue): unknown {
  return plain(value, new Set());
}

function plain(value: PSValue, above: Set<object>): unknown {
  if (typeof value === 'bigint') return safe(value);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (value instanceof PSPrimitive) return plainPrimitive(value);
  if (above.has(value)) return undefined;
  above.add(value);
  const result = plainObject(value, above);
  above.delete(value);
  return result;
}

const safe = (value: bigint): number | bigint =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;

function plainPrimitive(value: PSPrimitive): unknown {
  if (value instanceof PSNumber) return value.value;
  if (value instanceof PSUInt64) return safe(value.value);
  if (value instanceof PSDecimal) return value.scale === 0 ? safe(value.unscaled) : value.toString();
  if (value instanceof PSDateTime) return new Date(unixMs(value));
  if (value instanceof PSTimeSpan) return formatTimeSpan(value);
  if (value instanceof PSProgressPrimitive) return Object.fromEntries(Object.entries(value));
  if (value instanceof PSSecureString) return value;
  if (
    value instanceof PSChar ||
    value instanceof PSGuid ||
    value instanceof PSUri ||
    value instanceof PSVersion ||
    value instanceof PSScriptBlockText ||
    value instanceof PSXmlDocument
  )
    return value.toString();
  return String(value);
}

function plainObject(value: PSObject | readonly PSValue[], above: Set<object>): unknown {
  if (!(value instanceof PSObject)) return value.map((item) => plain(item, above));
  if (value instanceof PSList) return value.items.map((item) => plain(item, above));
  const record: Record<string, unknown> = {};
  const put = (name: string, item: PSValue): void => {
    // `__proto__` from the wire must stay a name.
    Object.defineProperty(record, name, {
      value: plain(item, above),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  };
  if (value instanceof PSDictionary) {
    for (const [key, item] of value.entries()) put(String(plain(key, above)), item);
    return record;
  }
  if (value.base !== undefined) {
    // An enum's member is its name; an extended primitive is its value.
    const isEnum = value.typeNames.some((name) => name.endsWith('System.Enum'));
    return isEnum && value.toStringText !== undefined ? value.toStringText : plain(value.base, above);
  }
  for (const [name, item] of value.properties()) put(name, item);
  return record;
}

/**
 * Plain JavaScript as a value: integers become Int32 or Int64, other numbers Double, Date a UTC DateTime, arrays
 * `object[]`, Map and records Hashtable. Values of the model stay as they are.
 * @throws {SerializationError} functions, symbols and cycles have no form.
 */
export function fromPlain(input: unknown): PSValue {
  return valueOf(input, new Set());
}

function valueOf(input: unknown, above: Set<object>): PSValue {
  switch (typeof input) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return input;
    case 'undefined':
      return null;
    case 'number':
      if (Number.isInteger(input) && !Object.is(input, -0)) {
        if (input >= -2_147_483_648 && input <= 2_147_483_647) return input;
        if (Number.isSafeInteger(input)) return BigInt(input);
      }
      return new PSDouble(input);
    case 'object':
      return input === null ? null : ofObject(input, above);
    default:
      throw new SerializationError(`A ${typeof input} cannot be sent to PowerShell.`);
  }
}

function ofObject(input: object, above: Set<object>): PSValue {
  if (input instanceof PSObject || input instanceof PSPrimitive || input instanceof Uint8Array) return input;
  if (input instanceof Date) return dateTimeOfUnixMs(input.getTime());
  if (above.has(input)) throw new SerializationError('The value contains itself, and cannot be sent as plain data.');
  above.add(input);
  let result: PSValue;
  if (Array.isArray(input)) result = input.map((item: unknown) => valueOf(item, above));
  else if (input instanceof Map)
    result = new PSDictionary([...input].map(([key, item]) => [valueOf(key, above), valueOf(item, above)] as const));
  else if (input instanceof Set) result = [...input].map((item: unknown) => valueOf(item, above));
  else result = new PSDictionary(Object.entries(input).map(([key, item]) => [key, valueOf(item, above)] as const));
  above.delete(input);
  return result;
}

/** A `[pscustomobject]` of a record, for those who want properties instead of a Hashtable. */
export function customObject(record: Readonly<Record<string, unknown>>): PSObject {
  const bag = new PropertyBag();
  for (const [name, item] of Object.entries(record)) bag.append(name, fromPlain(item));
  return new PSObject({ typeNames: TYPE_NAMES.customObject, extended: bag });
}
