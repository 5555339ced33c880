/** PowerShell's conversions: what a cast, a typed variable and an argument do to a value. */
import { integerOfText, integerText } from './big-steps.js';
import type { Scope } from './runtime/scope.js';
import { active, atOnce, done, NO_TICK, type Pending, type Steps, type Tick } from './pending.js';
import { needParts, needRoom } from './room.js';
import {
  PSChar,
  PSDateTime,
  PSDecimal,
  PSDictionary,
  PSDouble,
  PSInt16,
  PSList,
  PSNumber,
  PSObject,
  PSPrimitive,
  PSSByte,
  PSScriptBlockText,
  PSSecureString,
  PSSingle,
  PSTimeSpan,
  PSUInt16,
  PSUInt32,
  PSUInt64,
  PSUri,
  PSXmlDocument,
  isDeserialized,
  PropertyBag,
  TYPE_NAMES,
  type PSValue,
} from '../../protocol/objects/index.js';
import { type Culture, currentCulture } from './culture/culture.js';
import { hasWildcard, wildcardRegex } from './text/wildcard.js';
import { dateParseFailure, parseDate } from './text/date-parse.js';
import { formatDate, formatSpan, MAX_DATE_TICKS } from './text/date-format.js';
import { formatNumber, wholeText } from './text/number-format.js';
import { byteItem, byteItems } from './values/byte-items.js';
import { ErrorRecordObject, ExceptionObject, fail, NetThrow, PSError } from './values/exceptions.js';
import {
  AutomationNull,
  ClassInstance,
  elementTypeOf,
  EnumValue,
  MultiArray,
  NetObject,
  TypeObject,
  typedArray,
  unwrap,
  WithText,
  type EnumeratorData,
} from './values/live.js';
import { expandTypeWord, findType, type MethodOverload, type NetType, requireType } from './values/net-type.js';
import { ScriptBlock } from './values/script-block.js';
import {
  clrText,
  ARRAY,
  ARRAYLIST,
  arrayTypeOf,
  BIGINT,
  BOOLEAN,
  BYTE,
  CHAR,
  CUSTOM,
  DATETIME,
  DECIMAL,
  DOUBLE,
  enumFromNumber,
  GUID,
  HASHTABLE,
  INT16,
  INT32,
  INT64,
  isType,
  OBJECT,
  ORDERED,
  PSOBJECT,
  REFERENCE,
  heldReference,
  REGEX,
  resolveTypeText,
  SBYTE,
  SCRIPTBLOCK,
  SECURESTRING,
  SINGLE,
  STRING,
  SWITCH,
  TIMESPAN,
  TYPE,
  typeDisplayName,
  typeNamesOf,
  typeObject,
  typeOf,
  typeText,
  UINT16,
  UINT32,
  UINT64,
  URI,
  XMLDOCUMENT,
} from './values/types.js';

/** .NET's TypeConverters from text, by the type's full name; undefined: the text is none of it. */
export const textConverters = new Map<string, (text: string) => PSValue | undefined>();
/** Parts that other files of the engine fill in: what needs a running script. */
export const hooks = {
  /** Does without giving up the thread what a script class says. */
  atOnce: <T>(work: () => T): T => work(),
  /** A class's own ToString(), or a type's; undefined when there is none. */
  toText: (_value: PSValue): string | undefined => undefined,
  /** What the `ToString(format, provider)` of a script class says that declares itself IFormattable. */
  formatted: (_value: PSValue, _format: string, _culture: Culture): string | undefined => undefined,
  parseScriptBlock: (_text: string): ScriptBlock => {
    throw new Error('no parser');
  },
  construct: (_type: NetType, _args: readonly PSValue[]): Pending<PSValue | undefined> => undefined,
  /** A constructor that takes just this kind of value. */
  convertByConstructor: (_value: PSValue, _type: NetType, _mayWait: boolean): Pending<PSValue | undefined> => undefined,
  setProperty: (_target: PSValue, _name: string, _value: PSValue): void => {},
  /** Has it a property of the name that type data gives to its type? */
  hasExtra: (_target: PSValue, _name: string): boolean => false,
  /** The items of a collection. */
  items: (_value: PSValue): readonly PSValue[] | undefined => undefined,
  takesItems: (_type: NetType): boolean => false,
  ofItems: (_type: NetType, _items: PSValue): Pending<PSValue | undefined> => undefined,
  newRegex: (_pattern: string): PSValue => null,
  /** Uri.ToString(). */
  uriText: (source: string): string => source,
  uriFault: (_source: string): string | undefined => undefined,
  // oxlint-disable-next-line require-yield
  *parseXml(text: string, _tick: Tick): Steps<PSValue> {
    return new PSXmlDocument(text);
  },
  delegate: (_source: PSValue, _type: NetType): PSValue | undefined => undefined,
  scriptType: (_name: string): NetType | undefined => undefined,
};

// ------------------------------------------------------------------- text

/** The culture that texts and dates are written and read in; the invariant one when not set. */
let spoken: Culture | undefined;
/** Conversions in the culture of the runspace: what is shown, and where PowerShell asks for it. Cannot wait. */
export function inCurrentCulture<T>(work: () => T): T {
  const before = spoken;
  const culture = currentCulture();
  spoken = culture.name === '' && culture.readOnly ? undefined : culture;
  try {
    return work();
  } finally {
    spoken = before;
  }
}
/** Text of a value as it is shown: numbers and dates in the culture of the runspace. */
export const shownText = (value: PSValue, ofs?: string): string =>
  typeof value === 'string' ? value : inCurrentCulture(() => toText(value, ofs));

/** What `$OFS` says that stands between the items of a list. */
export function separatorIn(scope: Scope | undefined): string {
  const ofs = scope?.find('ofs')?.value ?? null;
  return ofs === null ? ' ' : elementText(ofs);
}
/** The same for the code that runs now. */
export const separator = (): string => (active.hasSeparator ? separatorIn(active.runtime?.current.scope) : ' ');

/** Text of a value, as string interpolation and [string] give it. Lists are joined with `ofs`, else with `$OFS`. */
export function toText(value: PSValue, ofs?: string): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return spoken === undefined ? String(value) : wholeText(String(value), spoken.numbers);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'bigint':
      return spoken === undefined ? value.toString() : wholeText(value.toString(), spoken.numbers);
    default:
  }
  if (value === null || value === AutomationNull) return '';
  if (value instanceof PSPrimitive) return primitiveText(value);
  if (value instanceof PSObject)
    // A line of a file, say: a text with something noted on it.
    return typeof value.base === 'string' && value.toStringText === undefined
      ? value.base
      : objectText(value, ofs ?? separator());
  const between = ofs ?? separator();
  if (value instanceof Uint8Array) return Array.from(value).join(between);
  const items = value as readonly PSValue[];
  done.steps += items.length;
  return items.map((item) => elementText(item)).join(between);
}
const elementText = (item: PSValue): string =>
  Array.isArray(item) || item instanceof Uint8Array
    ? (typeOf(item)?.fullName ?? '')
    : item instanceof PSList || item instanceof PSDictionary
      ? objectText(item, undefined)
      : isBareCustom(item)
        ? ''
        : isNode(item)
          ? nodeText(item)
          : toText(item);
/** A node of a document: among others it is written as its name, by itself as .NET does it. */
export const isNode = (item: PSValue): item is NetObject =>
  item instanceof NetObject && item.type.fullName.startsWith('System.Xml.Xml');
export const nodeText = (node: NetObject): string => ownToString(node) ?? toText(node);
/** A custom object among others has no text: only one that stands alone is written as `@{…}`. */
export const isBareCustom = (item: PSValue): boolean =>
  item instanceof PSObject &&
  item.toStringText === undefined &&
  item.base === undefined &&
  typeOf(item) === CUSTOM &&
  hooks.toText(item) === undefined;

export function primitiveText(value: PSPrimitive): string {
  if (spoken !== undefined) return primitiveIn(value, spoken);
  // PowerShell's own text of a floating number has 15 digits (7 for a single); `.ToString()` has all that count.
  if (value instanceof PSDouble) {
    const number = value.value;
    return Number.isInteger(number) && Math.abs(number) < 1e15 && number !== 0
      ? String(number)
      : formatNumber({ kind: 'double', value: number }, 'G15');
  }
  if (value instanceof PSSingle) return formatNumber({ kind: 'single', value: value.value }, 'G7');
  if (value instanceof PSDateTime) return formatDate(value);
  if (value instanceof PSTimeSpan) return formatSpan(value);
  if (value instanceof PSXmlDocument) return 'System.Xml.XmlDocument';
  if (value instanceof PSUri) return hooks.uriText(value.value);
  return value.toString();
}
function primitiveIn(value: PSPrimitive, { numbers, dates }: Culture): string {
  if (value instanceof PSDouble) return formatNumber({ kind: 'double', value: value.value }, 'G15', numbers);
  if (value instanceof PSSingle) return formatNumber({ kind: 'single', value: value.value }, 'G7', numbers);
  if (value instanceof PSDecimal)
    return formatNumber({ kind: 'decimal', unscaled: value.unscaled, scale: value.scale }, '', numbers);
  if (value instanceof PSDateTime) return formatDate(value, 'G', dates);
  const before = spoken;
  spoken = undefined;
  try {
    const text = primitiveText(value);
    return value instanceof PSNumber || value instanceof PSUInt64 ? wholeText(text, numbers) : text;
  } finally {
    spoken = before;
  }
}
function objectText(value: PSObject, ofs: string | undefined): string {
  const own = hooks.toText(value);
  if (own !== undefined) return own;
  if (value instanceof NetObject && value.data instanceof WithText) return value.data.toString();
  if (value instanceof ScriptBlock) return value.toString();
  if (value instanceof EnumValue) return value.text;
  if (value instanceof NetObject && value.type === BIGINT) return integerText(value.data as bigint);
  if (value instanceof TypeObject) return typeDisplayName(value.type);
  if (value instanceof ErrorRecordObject) return value.message;
  if (value instanceof ExceptionObject) return `${value.type.fullName}: ${value.message}`;
  if (value instanceof NetObject && ofs !== undefined && isEnumerator(value.data)) {
    const { items, at } = value.data;
    // Whoever goes through `$input` uses it up.
    value.data.at = items.length;
    return items
      .slice(at + 1)
      .map((item) => elementText(item))
      .join(ofs);
  }
  if (value instanceof ClassInstance && ofs !== undefined) {
    const items = hooks.items(value);
    if (items !== undefined) return items.map((item) => elementText(item)).join(ofs);
  }
  if (value instanceof PSList && ofs !== undefined) return value.items.map((item) => elementText(item)).join(ofs);
  if (value instanceof PSList || value instanceof PSDictionary) {
    const type = typeOf(value);
    return type === undefined ? value.toString() : clrText(type);
  }
  // An enum's value that came over the wire is a number with a text of its own.
  if (value.base !== undefined) return value.toStringText ?? toText(value.base, ofs ?? ' ');
  if (value instanceof MultiArray) return value.items.map((item) => elementText(item)).join(ofs ?? ' ');
  if (value instanceof ClassInstance) {
    const { inner } = value;
    return inner instanceof PSList && ofs !== undefined ? objectText(inner, ofs) : value.type.fullName;
  }
  if (value instanceof NetObject) return ownToString(value) ?? clrText(value.type);
  if (value.toStringText !== undefined) return value.toStringText;
  if (typeOf(value) === CUSTOM) return customText(value);
  return value.typeNames[0] ?? '';
}
/** What a type's own ToString() gives; System.Object's gives the type's name, as the caller does. */
function ownToString(value: NetObject): string | undefined {
  for (const type of value.type.chainTypes()) {
    if (type === OBJECT) return undefined;
    const overload = type.methods.get('tostring')?.overloads.find(({ parameters }) => parameters.length === 0);
    if (overload === undefined) continue;
    const text = overload.body(value);
    return typeof text === 'string' ? text : undefined;
  }
  return undefined;
}
/** `@{a=1; b=two}` */
export function customText(value: PSObject): string {
  const parts: string[] = [];
  for (const [name, inner] of value.properties())
    parts.push(`${name}=${isNode(inner) ? toText(inner) : elementText(inner)}`);
  return parts.length === 0 ? '' : `@{${parts.join('; ')}}`;
}

// ---------------------------------------------------------------- boolean

export function toBoolean(value: PSValue): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'string':
      return value.length > 0;
    case 'bigint':
      return value !== 0n;
    default:
  }
  if (value === null || value === AutomationNull) return false;
  if (value instanceof PSNumber) return value.value !== 0;
  if (value instanceof PSDecimal) return value.unscaled !== 0n;
  if (value instanceof PSUInt64) return value.value !== 0n;
  if (value instanceof PSChar) return value.code !== 0;
  if (value instanceof PSPrimitive) return true;
  if (value instanceof PSObject) {
    if (value instanceof EnumValue) return value.value !== 0n;
    if (value instanceof PSList) return !isIndexed(value) || listTruth(value.items);
    if (value instanceof NetObject && value.type === SWITCH) return value.data === true;
    if (value instanceof NetObject && value.type === BIGINT) return value.data !== 0n;
    if (value.base !== undefined) return toBoolean(value.base);
    if (value instanceof NetObject && value.type.isAssignableTo(requireType('System.Collections.IList'))) {
      const items = hooks.items(value);
      return items === undefined || listTruth(items);
    }
    return true;
  }
  if (value instanceof Uint8Array) return value.length > 1 || (value.length === 1 && value[0] !== 0);
  return listTruth(value as readonly PSValue[]);
}
/** Only an `IList` is as true as its items: a queue without any is an object like others. */
const isIndexed = (list: PSList): boolean =>
  list.kind === 'LST' || typeOf(list)?.isAssignableTo(requireType('System.Collections.IList')) !== false;
function listTruth(items: readonly PSValue[]): boolean {
  if (items.length === 0) return false;
  if (items.length > 1) return true;
  const only = items[0] ?? null;
  if (Array.isArray(only)) return only.length > 0;
  if (only instanceof PSList) return only.items.length > 0;
  return toBoolean(only);
}

// ---------------------------------------------------------------- numbers

export const INT_MIN = -2_147_483_648;
export const INT_MAX = 2_147_483_647;
export const LONG_MIN = -9_223_372_036_854_775_808n;
export const LONG_MAX = 9_223_372_036_854_775_807n;
const ULONG_MAX = 18_446_744_073_709_551_615n;
export const DECIMAL_MAX = 79_228_162_514_264_337_593_543_950_335n;

const RANGES = new Map<NetType, readonly [bigint, bigint]>([
  [INT32, [BigInt(INT_MIN), BigInt(INT_MAX)]],
  [INT64, [LONG_MIN, LONG_MAX]],
  [INT16, [-32768n, 32767n]],
  [UINT16, [0n, 65535n]],
  [UINT32, [0n, 4294967295n]],
  [UINT64, [0n, ULONG_MAX]],
  [BYTE, [0n, 255n]],
  [SBYTE, [-128n, 127n]],
]);
export const integerRange = (type: NetType): readonly [bigint, bigint] | undefined => RANGES.get(type);

export function makeInteger(type: NetType, value: bigint): PSValue {
  switch (type) {
    case INT32:
      return Number(value);
    case INT64:
      return value;
    case INT16:
      return new PSInt16(Number(value));
    case UINT16:
      return new PSUInt16(Number(value));
    case UINT32:
      return new PSUInt32(Number(value));
    case UINT64:
      return new PSUInt64(value);
    case BYTE:
      return byteItem(Number(value));
    case SBYTE:
      return new PSSByte(Number(value));
    default:
      return bigInteger(value);
  }
}
export function bigInteger(value: bigint): NetObject<bigint> {
  return new NetObject(BIGINT, value);
}
/** The integer inside an integer type; undefined for anything else. */
export function integerOf(value: PSValue): bigint | undefined {
  if (typeof value === 'number') return BigInt(value);
  if (typeof value === 'bigint') return value;
  if (value instanceof PSDouble || value instanceof PSSingle) return undefined;
  if (value instanceof PSNumber) return BigInt(value.value);
  if (value instanceof PSUInt64) return value.value;
  if (value instanceof NetObject && value.type === BIGINT) return value.data as bigint;
  return undefined;
}
/** Round half to even. */
export function roundEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}
export function decimalToBigint(value: PSDecimal): bigint {
  const factor = 10n ** BigInt(value.scale);
  let whole = value.unscaled / factor;
  const rest = value.unscaled % factor;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  if (twice > factor || (twice === factor && whole % 2n !== 0n)) whole += value.unscaled < 0n ? -1n : 1n;
  return whole;
}
export function toNumber(value: PSValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof PSNumber) return value.value;
  if (value instanceof PSUInt64) return Number(value.value);
  if (value instanceof PSDecimal) return Number(value.toString());
  if (value instanceof NetObject && value.type === BIGINT) return Number(value.data as bigint);
  return Number.NaN;
}
export function isNumeric(value: PSValue): boolean {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof PSNumber ||
    value instanceof PSUInt64 ||
    value instanceof PSDecimal ||
    (value instanceof NetObject && value.type === BIGINT)
  );
}
const bits = new Float64Array(1);
const words = new Uint32Array(bits.buffer);
const IS_LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
/** The power of two that is above a number, as its bits have it. */
function powerAbove(value: number): number {
  bits[0] = value;
  return (((words[IS_LITTLE_ENDIAN ? 1 : 0] ?? 0) >>> 20) & 0x7ff) - 1022;
}
const MAX_SCALE = 28;
const POWERS = Array.from({ length: MAX_SCALE + 1 }, (_, power) => Number(`1e${power}`));
/**
 * As .NET converts a double: scaled to a whole number of 15 digits, in doubles too, and rounded to that; zeros at its end
 * are dropped. Undefined where it does not fit.
 */
export function decimalOfNumber(value: number): PSDecimal | undefined {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size >= 7.9228162514264338e28) return undefined;
  const above = powerAbove(size);
  if (above < -94) return new PSDecimal(0n, 0);
  // A power of two is 19728/65536 powers of ten.
  let scale = Math.min(14 - ((above * 19728) >> 16), MAX_SCALE);
  let digits = size;
  if (scale >= 0) digits = size * (POWERS[scale] ?? Number.NaN);
  else if (scale !== -1 || size >= 1e15) digits = size / (POWERS[-scale] ?? Number.NaN);
  else scale = 0;
  if (digits < 1e14 && scale < MAX_SCALE) {
    digits *= 10;
    scale += 1;
  }
  let whole = Math.trunc(digits);
  const rest = digits - whole;
  if (rest > 0.5 || (rest === 0.5 && whole % 2 !== 0)) whole += 1;
  if (whole === 0) return new PSDecimal(0n, 0);
  for (let dropped = 0; scale > 0 && dropped < 14 && whole % 10 === 0; dropped += 1) {
    whole /= 10;
    scale -= 1;
  }
  return new PSDecimal(shifted(BigInt(value < 0 ? -whole : whole), Math.max(-scale, 0)), Math.max(scale, 0));
}
const TENS = Array.from({ length: 64 }, (_, power) => 10n ** BigInt(power));
/** Times ten to a power, which is not below zero. */
export const shifted = (value: bigint, power: number): bigint =>
  power === 0 ? value : value * (TENS[power] ?? 10n ** BigInt(power));
/** Rounds to 28 digits after the point and 96 bits; undefined when it does not fit. */
export function fitDecimal(unscaled: bigint, scale: number): PSDecimal | undefined {
  let value = unscaled;
  let digits = scale;
  while (digits > 0 && (digits > 28 || value > DECIMAL_MAX || value < -DECIMAL_MAX)) {
    const over = Math.max(1, digits > 28 ? digits - 28 : 0);
    const factor = 10n ** BigInt(over);
    const rest = value % factor;
    value /= factor;
    const twice = (rest < 0n ? -rest : rest) * 2n;
    if (twice > factor || (twice === factor && value % 2n !== 0n)) value += rest < 0n ? -1n : 1n;
    digits -= over;
  }
  return value > DECIMAL_MAX || value < -DECIMAL_MAX ? undefined : new PSDecimal(value, digits);
}
export function parseDecimalText(text: string): PSDecimal | undefined {
  const match = /^\s*([+-]?)([\d,]*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?\s*$/.exec(text);
  if (match === null) return undefined;
  const whole = (match[2] ?? '').replaceAll(',', '');
  const fraction = match[3] ?? '';
  if (whole === '' && fraction === '') return undefined;
  let unscaled = BigInt(whole + fraction);
  let scale = fraction.length - Number(match[4] ?? 0);
  if (scale < 0) {
    unscaled *= 10n ** BigInt(-scale);
    scale = 0;
  }
  return fitDecimal(match[1] === '-' ? -unscaled : unscaled, scale);
}

const MULTIPLIERS: Readonly<Record<string, bigint>> = {
  kb: 1n << 10n,
  mb: 1n << 20n,
  gb: 1n << 30n,
  tb: 1n << 40n,
  pb: 1n << 50n,
};

/** A number as a script would write it: `0x1F`, `1e3`, `10kb`, `5L`, `1.5d`. Undefined: no number. */
export function parseNumberLiteral(text: string): PSValue | undefined {
  const trimmed = text.trim();
  const match =
    /^([+-]?)(?:(0x[0-9a-f]+)|(0b[01]+)|(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?))(u?[ylsn]|u|d)?(kb|mb|gb|tb|pb)?$/i.exec(
      trimmed,
    );
  if (match === null) return undefined;
  const negative = match[1] === '-';
  const suffix = (match[5] ?? '').toLowerCase();
  const factor = MULTIPLIERS[(match[6] ?? '').toLowerCase()] ?? 1n;
  const real = match[4];
  if (real !== undefined && (/[.e]/i.test(real) || suffix === 'd')) {
    if (suffix === 'd') {
      const value = parseDecimalText(`${negative ? '-' : ''}${real}`);
      return value === undefined ? undefined : fitDecimal(value.unscaled * factor, value.scale);
    }
    return new PSDouble((negative ? -1 : 1) * Number(real) * Number(factor));
  }
  let value = BigInt(match[2] ?? match[3] ?? real ?? '0');
  if (match[2] !== undefined || match[3] !== undefined) {
    const digits =
      match[2] !== undefined ? (match[2].length - 2) * 4 : match[3] !== undefined ? match[3].length - 2 : 0;
    // As a text they have 64 bits at most.
    if (suffix !== 'n' && value >= 1n << 64n) return undefined;
    if (suffix === '' && digits === 32) value = BigInt.asIntN(32, value);
    else if ((suffix === '' || suffix === 'l') && digits === 64) value = BigInt.asIntN(64, value);
  }
  value = (negative ? -value : value) * factor;
  const typed = { y: SBYTE, uy: BYTE, s: INT16, us: UINT16, l: INT64, ul: UINT64, n: BIGINT }[suffix];
  if (typed !== undefined) {
    const range = RANGES.get(typed);
    return range !== undefined && (value < range[0] || value > range[1]) ? undefined : makeInteger(typed, value);
  }
  if (suffix === 'u')
    return value < 0n ? undefined : value <= 4294967295n ? new PSUInt32(Number(value)) : new PSUInt64(value);
  if (value >= BigInt(INT_MIN) && value <= BigInt(INT_MAX)) return Number(value);
  if (value >= LONG_MIN && value <= LONG_MAX) return value;
  if (value <= DECIMAL_MAX && value >= -DECIMAL_MAX) return new PSDecimal(value, 0);
  return new PSDouble(Number(value));
}

// ------------------------------------------------------------------ errors

const SECRET_TYPES: ReadonlySet<string> = new Set([
  'System.Management.Automation.PSCredential',
  'System.Security.SecureString',
]);

/** What another computer's object is called here. */
const copiedName = (value: PSValue): string | undefined =>
  value instanceof PSObject && isDeserialized(value.typeNames) ? value.typeNames[0] : undefined;

/** `Cannot convert value "x" to type "System.Int32". Error: "…"` */
export function castError(
  value: PSValue,
  type: NetType,
  reason?: string,
  errorId?: string,
  innerType = 'System.FormatException',
): PSError {
  const text = castText(value);
  if (reason !== undefined)
    return fail(
      errorId ?? 'InvalidCastParseTargetInvocation',
      `Cannot convert value "${text}" to type "${reflectionName(type)}". Error: "${reason}"`,
      {
        type: 'System.Management.Automation.PSInvalidCastException',
        category: 'InvalidArgument',
        inner: new ExceptionObject(findType(innerType) ?? requireType('System.Exception'), reason),
      },
    );
  const own = typeOf(value);
  return fail(
    errorId ?? 'ConvertToFinalInvalidCastException',
    // What was meant as a password is not shown.
    `Cannot convert the ${SECRET_TYPES.has(type.fullName) ? '' : `"${text}" `}value of type "${own === undefined ? 'null' : (copiedName(value) ?? own.fullName)}" to type "${reflectionName(type)}".`,
    {
      type: 'System.Management.Automation.PSInvalidCastException',
      category: 'InvalidArgument',
    },
  );
}
/** Object.ToString(): collections are their type's name. */
export function castText(value: PSValue): string {
  if (value instanceof TypeObject) return reflectionName(value.type);
  if (Array.isArray(value) || value instanceof Uint8Array || value instanceof MultiArray)
    return reflectionName(typeOf(value) ?? OBJECT);
  if (value instanceof PSList || value instanceof PSDictionary) return objectText(value, undefined);
  return toText(value);
}
/** `Type.ToString()`: `System.Nullable`1[System.Int32]`. */
export function reflectionName(type: NetType): string {
  if (type.elementType !== undefined) return `${reflectionName(type.elementType)}[${','.repeat(type.rank - 1)}]`;
  if (type.genericArguments.length === 0) return type.fullName;
  return `${type.fullName.slice(0, type.fullName.indexOf('['))}[${type.genericArguments.map(reflectionName).join(',')}]`;
}
const overflow = (value: PSValue, type: NetType): PSError => {
  const shown = type.name;
  const message =
    (type === INT64 || type === UINT64) && (value instanceof PSDouble || value instanceof PSSingle)
      ? 'Arithmetic operation resulted in an overflow.'
      : integerOverflowText(type, shown);
  const narrow = type === BYTE || type === SBYTE || type === INT16 || type === UINT16;
  const wide =
    narrow && (value instanceof PSDouble || value instanceof PSSingle) && !(Math.abs(value.value) <= INT_MAX);
  return castError(
    value,
    type,
    wide ? integerOverflowText(INT32) : message,
    typeof value === 'string' ? 'InvalidCastFromStringToInteger' : 'InvalidCastIConvertible',
    'System.OverflowException',
  );
};
export function integerOverflowText(type: NetType, shown = type.name): string {
  switch (type) {
    case BYTE:
      return 'Value was either too large or too small for an unsigned byte.';
    case SBYTE:
      return 'Value was either too large or too small for a signed byte.';
    case CHAR:
      return 'Value was either too large or too small for a character.';
    default:
      return `Value was either too large or too small for ${shown === 'Decimal' ? 'a' : /^[AEIO]/.test(shown) ? 'an' : 'a'} ${shown}.`;
  }
}

// -------------------------------------------------------------------- cast

export const isNullString = (value: PSValue): boolean =>
  value instanceof NetObject && value.type.fullName === 'System.Management.Automation.Language.NullString';
/** Converts a value to a type. Throws PSError. */
export function convertTo(value: PSValue, type: NetType): PSValue {
  if (type === OBJECT) return value === AutomationNull ? null : value;
  if (value === AutomationNull) return convertTo(null, type);
  if (type === STRING) return typeof value === 'string' ? value : isNullString(value) ? null : toText(value);
  if (type === BOOLEAN) return castBoolean(value);
  if (type === SWITCH)
    return value === null
      ? makeSwitch(false)
      : value instanceof NetObject && value.type === SWITCH
        ? value
        : castSwitch(value);
  if (type === PSOBJECT || type === CUSTOM) return value;
  if (type === REFERENCE && value === null) return heldReference(null);
  const inner = unwrap(value);
  if (inner !== null && isType(inner, type))
    return inner instanceof PSObject || inner === value
      ? value instanceof PSObject && inner !== value && type.isValueType
        ? inner
        : value
      : inner;
  if (type.elementType !== undefined) return castArray(inner, type);
  if (type === ARRAY)
    return Array.isArray(inner) || inner instanceof Uint8Array
      ? inner
      : inner === null
        ? null
        : inner instanceof PSList
          ? [...inner.items]
          : [inner];
  if (
    (PLAIN_STRUCTURES.has(type) || type === GUID) &&
    (inner instanceof PSDictionary ||
      (inner instanceof PSObject && typeOf(inner) === CUSTOM && inner.base === undefined))
  )
    return structureOf(inner, type);
  if (type.isEnum) return castEnum(inner, type);
  const further = inner instanceof NetObject ? viaFurtherCast(inner, type) : undefined;
  if (further !== undefined) return further;
  if (type === BIGINT && inner instanceof Uint8Array) return bigInteger(littleEndian(inner));
  if (RANGES.has(type) || type === BIGINT) return castInteger(inner, type);
  if (type.genericArguments.length > 0) {
    const arg = type.genericArguments[0];
    if (type.fullName.startsWith('System.Nullable') && arg !== undefined) {
      if (Array.isArray(inner) || inner instanceof Uint8Array) throw castError(inner, type);
      return inner === null || inner === '' ? null : convertNullable(inner, arg, type);
    }
  }
  switch (type) {
    case DOUBLE:
      return new PSDouble(castFloat(inner, type));
    case SINGLE:
      return new PSSingle(castFloat(inner, type));
    case DECIMAL:
      return castDecimal(inner);
    case CHAR:
      return castChar(inner);
    case DATETIME:
      return castDate(inner);
    case TIMESPAN:
      return castSpan(inner);
    default:
  }
  if (inner === null) {
    if (type.isValueType) throw nullCast(type);
    return null;
  }
  switch (type) {
    case REGEX:
      if (typeof inner === 'string' || isNumeric(inner)) {
        try {
          return hooks.newRegex(toText(inner));
        } catch (error) {
          if (error instanceof NetThrow)
            throw castError(
              inner,
              type,
              error.exception.message,
              'InvalidCastFromStringToRegex',
              error.exception.type.fullName,
            );
          throw error;
        }
      }
      break;
    case URI:
      if (typeof inner === 'string' || isNumeric(inner)) {
        const source = toText(inner);
        const fault = hooks.uriFault(source);
        if (fault !== undefined)
          throw castError(inner, type, fault, 'InvalidCastFromStringToUri', 'System.UriFormatException');
        return new PSUri(source);
      }
      break;
    case TYPE: {
      if (inner instanceof TypeObject) return inner;
      if (typeof inner === 'boolean' || inner instanceof PSDateTime || inner instanceof EnumValue)
        throw noConversion(inner, type);
      if (typeof inner === 'object' && !isNumeric(inner) && !(inner instanceof PSChar)) throw castError(inner, type);
      const name = toText(inner);
      const found = name.startsWith('[') ? undefined : (hooks.scriptType(name) ?? resolveTypeText(name));
      if (found !== undefined) return typeObject(found);
      throw castError(name, type, undefined, 'InvalidCastFromStringToType');
    }
    case SCRIPTBLOCK:
      if (inner instanceof PSScriptBlockText) return hooks.parseScriptBlock(inner.text);
      break;
    case XMLDOCUMENT:
      return xmlOf(toText(inner));
    case HASHTABLE:
      if (inner instanceof PSDictionary) return new PSDictionary(inner.entries());
      break;
    case ORDERED:
      if (inner instanceof PSDictionary)
        return new PSDictionary(inner.entries(), { typeNames: TYPE_NAMES.orderedDictionary });
      break;
    case ARRAYLIST:
      if (Array.isArray(inner)) return new PSList([...(inner as readonly PSValue[])]);
      if (inner instanceof PSList) return new PSList([...inner.items]);
      break;
    case SECURESTRING:
      if (inner instanceof PSSecureString) return inner;
      break;
    case REFERENCE:
      return heldReference(value);
    default:
  }
  if (inner instanceof PSDictionary && (type.scriptClass || type.constructors.some(takesDictionary))) {
    const made = byConstructor(inner, type);
    if (made !== undefined) return made;
  }
  if (inner instanceof PSDictionary || (inner instanceof PSObject && typeOf(inner) === CUSTOM)) {
    const made = fromProperties(inner, type);
    if (made !== undefined) return made;
  }
  if (inner instanceof ScriptBlock || (inner instanceof NetObject && inner.type.name === 'PSMethod')) {
    const made = hooks.delegate(inner, type);
    if (made !== undefined) return made;
  }
  if (
    (type === ARRAYLIST || type.fullName.startsWith('System.Collections.Generic.List`1[')) &&
    !(inner instanceof PSList)
  ) {
    // Their constructor of a capacity takes what is a number in disguise; a Boolean has no way at all.
    if (inner instanceof EnumValue || inner instanceof PSChar) return constructAtOnce(type, []) ?? null;
    if (typeof inner === 'boolean') throw noConversion(inner, type);
  }
  const generic = castCollection(inner, type);
  if (generic !== undefined) return generic;
  const parsed = viaParse(inner, type);
  if (parsed !== undefined) return parsed;
  const read = typeof inner === 'string' ? textConverters.get(type.fullName)?.(inner) : undefined;
  if (read !== undefined) return read;
  if (type.constructors.length > 0 && inner instanceof PSDictionary === false) {
    const made = byConstructor(inner, type);
    if (made !== undefined) return made;
  }
  const cast = viaCast(inner, type);
  if (cast !== undefined) return cast;
  throw isConvertible(inner) ? noConversion(inner, type) : castError(value, type);
}
/** .NET's IConvertible, apart from strings and numbers: what `Convert.ChangeType` is asked about. */
const isConvertible = (value: PSValue): boolean =>
  typeof value === 'boolean' || value instanceof PSDateTime || value instanceof PSChar || value instanceof EnumValue;

/** Structures that bags of properties become; the numbers that C# calls primitive are none. */
const PLAIN_STRUCTURES = new Map<NetType, () => PSValue>([
  [DECIMAL, () => new PSDecimal(0n, 0)],
  [DATETIME, () => new PSDateTime(0n)],
  [TIMESPAN, () => new PSTimeSpan(0n)],
  [BIGINT, () => bigInteger(0n)],
]);
/** A hashtable or custom object where a structure is wanted, none of whose properties can be set. */
function structureOf(bag: PSObject, type: NetType): PSValue {
  if (!(bag instanceof PSDictionary))
    throw castError(bag, type, castError(bag, type).record.message, 'InvalidCastConstructorException');
  const [first] = bag.keys;
  const made = PLAIN_STRUCTURES.get(type)?.() ?? constructAtOnce(type, []);
  if (made === undefined) throw castError(bag, type);
  if (first === undefined) return made;
  const known = type.findProperty(toText(first));
  throw fail(
    'ObjectCreationError',
    known !== undefined
      ? `Cannot create object of type "${type.fullName}". "${known.name}" is a ReadOnly property.`
      : `Cannot create object of type "${type.fullName}". The property '${toText(first)}' was not found for the '${type.fullName}' object. There is no settable property available.`,
    { type: 'System.Management.Automation.PSInvalidCastException', category: 'InvalidArgument' },
  );
}
function constructAtOnce(type: NetType, args: readonly PSValue[]): PSValue | undefined {
  const made = hooks.construct(type, args);
  return made instanceof Promise ? undefined : made;
}
/** The conversion whose caller can wait, until its constructor runs. */
let patient: { readonly value: PSValue; readonly type: NetType } | undefined;
/** A constructor waits; on its way to whoever can wait too. */
class Unfinished extends Error {
  readonly made: Promise<PSValue>;
  constructor(made: Promise<PSValue>) {
    super('a conversion waits');
    this.made = made;
  }
}
/** As `convertTo`, for a caller that can wait for a class's constructor. */
export function convertPatiently(value: PSValue, type: NetType): Pending<PSValue> {
  patient = { value: unwrap(value), type };
  try {
    return convertTo(value, type);
  } catch (error) {
    if (error instanceof Unfinished) return error.made;
    throw error;
  } finally {
    patient = undefined;
  }
}
/** Whether the caller of this very conversion can wait. What its constructor converts is another matter. */
function takePatience(value: PSValue, type: NetType): boolean {
  const mayWait = patient !== undefined && patient.value === value && patient.type === type;
  patient = undefined;
  return mayWait;
}
function constructorFailed(inner: PSValue, type: NetType, error: unknown): never {
  const thrown =
    error instanceof NetThrow ? error.exception : error instanceof PSError ? error.record.exception : undefined;
  if (thrown === undefined) throw error;
  throw castError(inner, type, thrown.message, 'InvalidCastConstructorException');
}
function byConstructor(inner: PSValue, type: NetType): PSValue | undefined {
  const failed = (error: unknown): never => constructorFailed(inner, type, error);
  const before = patient;
  let made: Pending<PSValue | undefined>;
  try {
    made = hooks.convertByConstructor(inner, type, takePatience(inner, type));
  } catch (error) {
    return failed(error);
  }
  if (made instanceof Promise) throw new Unfinished(made.then((value) => value ?? null, failed));
  patient = before;
  return made;
}
const takesDictionary = ({ parameters }: MethodOverload): boolean =>
  parameters.length === 1 && DICTIONARIES.has(parameters[0]?.type ?? '');
const DICTIONARIES: ReadonlySet<string> = new Set(['System.Collections.IDictionary', 'hashtable']);
function convertNullable(inner: PSValue, arg: NetType, type: NetType): PSValue {
  try {
    return convertTo(inner, arg);
  } catch (error) {
    if (error instanceof PSError && error.record.errorId === 'ConvertToFinalInvalidCastException')
      throw castError(inner, type);
    throw error;
  }
}
/** A conversion operator of the type that takes the value as it is. Undefined: there is none. */
function viaCast(inner: PSValue, type: NetType): PSValue | undefined {
  const own = typeOf(inner);
  // The operators of the type that is wanted, then those of the value's own that give it.
  for (const [name, shown] of CASTS)
    for (const owner of own === undefined || own === type ? [type] : [type, own])
      for (const { parameters, body, implemented, returnType } of owner.staticMethods.get(name)?.overloads ?? []) {
        const [parameter] = parameters;
        const wanted = parameter === undefined ? undefined : resolveTypeText(parameter.type);
        if (wanted === undefined || implemented === false || !isType(inner, wanted)) continue;
        if (owner !== type && resolveTypeText(returnType) !== type) continue;
        const made = hooks.atOnce(() => fromCast(inner, type, shown, () => body(null, inner)));
        if (made !== undefined && !(made instanceof Promise)) return made;
      }
  return undefined;
}
function viaFurtherCast(inner: NetObject, type: NetType): PSValue | undefined {
  const cast = furtherCasts.get(inner.type.fullName);
  return cast === undefined ? undefined : fromCast(inner, type, 'op_Explicit', () => cast(inner, type));
}
/** Operators that differ in nothing but the type of their result, of which PowerShell lists the first only. By type. */
export const furtherCasts = new Map<string, (value: PSValue, type: NetType) => PSValue | undefined>();
const CASTS = [
  ['op_implicit', 'op_Implicit'],
  ['op_explicit', 'op_Explicit'],
] as const;
/** What an operator throws is the reason why there is no conversion. */
function fromCast<T>(inner: PSValue, type: NetType, operator: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof NetThrow)) throw error;
    const { message, type: thrown } = error.exception;
    throw castError(inner, type, message, `InvalidCastTargetInvocationException${operator}`, thrown.fullName);
  }
}
/** What IConvertible says that has no way to the type. */
const noConversion = (value: PSValue, type: NetType): PSError =>
  castError(
    value,
    type,
    `Invalid cast from '${reflectionName(typeOf(value) ?? OBJECT)}' to '${reflectionName(type)}'.`,
    'InvalidCastIConvertible',
    'System.InvalidCastException',
  );

const takesText = (parameter: { readonly type: string } | undefined): boolean =>
  parameter?.type === 'string' || parameter?.type === 'System.String';
/** A type's own `Parse(string)`, for strings, and for numbers that no operator takes by their text. Undefined: the type has none. */
function viaParse(inner: PSValue, type: NetType): PSValue | undefined {
  if (typeof inner !== 'string' && (!isNumeric(inner) || (inner instanceof NetObject && inner.type === BIGINT)))
    return undefined;
  // A number is for a constructor that takes one: `[ipaddress]1`.
  if (
    typeof inner !== 'string' &&
    type.constructors.some(({ parameters: [only, second] }) => second === undefined && only?.type === 'long')
  )
    return undefined;
  const cast = typeof inner === 'string' ? undefined : viaCast(inner, type);
  if (cast !== undefined) return cast;
  const overloads = type.staticMethods.get('parse')?.overloads ?? [];
  const withFormat = overloads.find(
    ({ parameters }) =>
      parameters.length === 2 && takesText(parameters[0]) && parameters[1]?.type === 'System.IFormatProvider',
  );
  const parse = withFormat ?? overloads.find(({ parameters }) => parameters.length === 1 && takesText(parameters[0]));
  if (parse === undefined) return undefined;
  const text = toText(inner);
  try {
    const made = hooks.atOnce(() => (withFormat === undefined ? parse.body(null, text) : parse.body(null, text, null)));
    return made instanceof Promise ? undefined : made;
  } catch (error) {
    const thrown =
      error instanceof NetThrow
        ? error.exception
        : error instanceof PSError && type.scriptClass
          ? error.record.exception
          : undefined;
    if (thrown !== undefined)
      throw castError(
        text,
        type,
        thrown.message,
        withFormat === undefined
          ? 'InvalidCastParseTargetInvocation'
          : 'InvalidCastParseTargetInvocationWithFormatProvider',
        thrown.type.fullName,
      );
    throw error;
  }
}

/** A generic collection of the items of a value: what `[List[int]](1, 2)` gives. */
function castCollection(inner: PSValue, type: NetType): PSValue | undefined {
  const [element] = type.genericArguments;
  if (element === undefined) return undefined;
  // A list of arrays takes one such array as an element.
  const single = element.isArray && typeOf(inner) === element;
  const list = single
    ? [inner]
    : Array.isArray(inner)
      ? (inner as readonly PSValue[])
      : (hooks.items(inner) ?? [inner]);
  if (type.genericArguments.length !== 1 || type.kind === 'interface') return undefined;
  if (!hooks.takesItems(type)) return undefined;
  try {
    const items = typedArray(
      list.map((item) => convertTo(item, element)),
      element,
    );
    const made = hooks.atOnce(() => hooks.ofItems(type, items));
    return made instanceof Promise ? undefined : made;
  } catch (error) {
    // One value is told of itself, several of the whole.
    if (
      error instanceof PSError &&
      (Array.isArray(inner) || typeof inner !== 'string') &&
      /^InvalidCast|^ConvertTo|Conversion/.test(error.record.errorId)
    )
      throw castError(inner, type);
    throw error;
  }
}

function fromProperties(source: PSObject, type: NetType): PSValue | undefined {
  const isEmpty = ({ parameters }: MethodOverload): boolean => parameters.length === 0;
  const isStructure = type.kind === 'struct' && !type.scriptClass;
  if (!isStructure && !type.constructors.some(isEmpty) && !(type.scriptClass && type.constructors.length === 0))
    return undefined;
  const mayWait = takePatience(source, type);
  const failed = (error: unknown): never => constructorFailed(source, type, error);
  let made: Pending<PSValue | undefined>;
  try {
    made = hooks.construct(type, []);
  } catch (error) {
    return failed(error);
  }
  if (made instanceof Promise) {
    if (!mayWait) return undefined;
    const filled = (value: PSValue | undefined): PSValue =>
      value === undefined ? null : withProperties(value, source, type);
    throw new Unfinished(made.then(filled, failed));
  }
  return made === undefined ? undefined : withProperties(made, source, type);
}
/**
 * Why an object cannot be made of a table or of a custom object, of which another conversion is told to have failed.
 * @param inner what setting a property failed with; undefined: there is none to be set.
 */
function notMade(source: PSObject, type: NetType, why: string, inner?: ExceptionObject): PSError {
  const reason = inner ?? new ExceptionObject(requireType('System.InvalidOperationException'), why);
  if (source instanceof PSDictionary)
    return fail('ObjectCreationError', `Cannot create object of type "${type.fullName}". ${why}`, {
      type: 'System.Management.Automation.PSInvalidCastException',
      category: 'InvalidArgument',
      inner: reason,
    });
  const { record } = castError(source, type);
  record.exception.inner ??= reason;
  record.exception.errorRecord ??= record;
  const cause = inner ?? record.exception;
  const error = castError(source, type, cause.message, 'InvalidCastConstructorException');
  error.record.exception.inner = cause;
  return error;
}
function withProperties(made: PSValue, source: PSObject, type: NetType): PSValue {
  const pairs: Iterable<readonly [PSValue, PSValue]> =
    source instanceof PSDictionary ? source.entries() : source.properties();
  for (const [name, item] of pairs) {
    const key = toText(name);
    const property = type.findProperty(key);
    if (property === undefined && !hooks.hasExtra(made, key)) {
      const known = type
        .allProperties()
        .filter(({ set }) => set !== undefined)
        .map((one) => `[${one.name} <${findType(expandTypeWord(one.type))?.fullName ?? one.type}>]`)
        .join(', ');
      const settable =
        known === '' ? 'There is no settable property available.' : `The settable properties are: ${known}.`;
      const why = `The property '${key}' was not found for the '${type.fullName}' object. ${settable}`;
      throw notMade(source, type, why);
    }
    if (property !== undefined && property.set === undefined)
      throw notMade(source, type, `"${property.name}" is a ReadOnly property.`);
    try {
      hooks.setProperty(made, key, item);
    } catch (error) {
      if (!(error instanceof PSError)) throw error;
      const { exception } = error.record;
      const inner = exception.inner ?? exception;
      throw notMade(source, type, inner.message, inner);
    }
  }
  return made;
}

function castSwitch(value: PSValue): PSValue {
  const inner = unwrap(value);
  if (inner instanceof NetObject && inner.type === SWITCH) return inner;
  if (typeof inner === 'boolean') return makeSwitch(inner);
  if (inner instanceof PSDictionary && inner.count === 0) return makeSwitch(false);
  throw isConvertible(inner) ? noConversion(inner, SWITCH) : castError(inner, SWITCH);
}
function castBoolean(value: PSValue): PSValue {
  return toBoolean(value);
}
export function makeSwitch(value: boolean): NetObject<boolean> {
  return new NetObject(SWITCH, value);
}

function nullCast(type: NetType): PSError {
  return fail('nullToObjectInvalidCast', `Cannot convert null to type "${typeText(type)}".`, {
    type: 'System.Management.Automation.PSInvalidCastException',
    category: 'InvalidArgument',
  });
}

/** What Convert.ChangeType says of two types between which there is no way. */
const invalidCast = (value: PSValue, type: NetType): PSError =>
  castError(
    value,
    type,
    `Invalid cast from '${typeOf(value)?.name ?? ''}' to '${type.name}'.`,
    'InvalidCastIConvertible',
    'System.InvalidCastException',
  );

const isEnumerator = (data: unknown): data is EnumeratorData =>
  typeof data === 'object' && data !== null && 'items' in data && 'at' in data && Array.isArray(data.items);
/** Two's complement, the lowest byte first. */
export function littleEndian(bytes: Uint8Array): bigint {
  return bytes.length === 0
    ? 0n
    : BigInt.asIntN(bytes.length * 8, BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`));
}
function castInteger(value: PSValue, type: NetType): PSValue {
  const range = RANGES.get(type);
  const inRange = (number: bigint): PSValue => {
    if (range !== undefined && (number < range[0] || number > range[1])) throw overflow(value, type);
    return makeInteger(type, number);
  };
  if (value === null) return makeInteger(type, 0n);
  if (typeof value === 'boolean') return makeInteger(type, value ? 1n : 0n);
  const whole = integerOf(value);
  if (whole !== undefined) return inRange(whole);
  if (value instanceof PSNumber) {
    if (!Number.isFinite(value.value)) throw overflow(value, type);
    return inRange(BigInt(type === BIGINT ? Math.trunc(value.value) : roundEven(value.value)));
  }
  if (value instanceof PSDecimal) return inRange(decimalToBigint(value));
  if (value instanceof PSChar) return inRange(BigInt(value.code));
  if (value instanceof EnumValue) return inRange(value.value);
  if (typeof value === 'string') {
    const trimmed = value.trim();
    if (trimmed === '') return makeInteger(type, 0n);
    if (/^[+-]?\d+$/.test(trimmed)) {
      const exact = integerOfText(trimmed.replace(/^\+/, ''));
      // Digits beyond a decimal are read as a double.
      const beyond = type === BIGINT && (exact > DECIMAL_MAX || exact < -DECIMAL_MAX);
      return inRange(beyond ? BigInt(Number(exact)) : exact);
    }
    const hexadecimal = /^(?:0x|&h|#)([0-9a-f]+)$/i.exec(trimmed)?.[1];
    // Eight digits are an Int32 before they are a long number.
    if (type === INT64 && /^0x[0-9a-f]{8}$/i.test(trimmed)) return BigInt.asIntN(32, BigInt(trimmed));
    if (hexadecimal !== undefined && type !== BIGINT) return bitsOf(value, BigInt(`0x${hexadecimal}`), type);
    const literal = parseNumberLiteral(trimmed.replace(/(?<=\d),(?=\d)/g, '').replace(/^\+/, ''));
    if (literal !== undefined && !(type === BIGINT && (hexadecimal?.length ?? 0) > 16)) {
      const isFinite = !(literal instanceof PSNumber) || Number.isFinite(literal.value);
      const made = type !== BIGINT ? tryConvert(literal, type) : isFinite ? castInteger(literal, type) : undefined;
      if (made !== undefined) return made;
    }
    throw castError(
      value,
      type,
      type === BIGINT ? 'The value could not be parsed.' : `The input string '${trimmed}' was not in a correct format.`,
      'InvalidCastFromStringToInteger',
    );
  }
  if (value instanceof PSDateTime) throw invalidCast(value, type);
  throw castError(value, type);
}

/** Hexadecimal digits are the bits of the type, its sign among them. */
function bitsOf(text: string, digits: bigint, type: NetType): PSValue {
  const range = RANGES.get(type);
  const width = range === undefined ? 64 : (range[1] - range[0]).toString(2).length;
  if (BigInt.asUintN(width, digits) !== digits)
    throw castError(
      text,
      type,
      // .NET reads the digits of the two widest as numbers without a sign.
      integerOverflowText(type === INT32 ? UINT32 : type === INT64 ? UINT64 : type),
      'InvalidCastFromStringToInteger',
      'System.OverflowException',
    );
  return makeInteger(type, range !== undefined && range[0] < 0n ? BigInt.asIntN(width, digits) : digits);
}

function castFloat(value: PSValue, type: NetType): number {
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isNumeric(value)) return toNumber(value);
  if (value instanceof EnumValue) return Number(value.value);
  if (typeof value === 'string') {
    const trimmed = value.trim();
    if (trimmed === '') return 0;
    // Digits alone are read as an integer, which has no zero below 0.
    if (/^-0+$/.test(trimmed)) return 0;
    if (/^[+-]?(?:[\d,]+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(trimmed)) return Number(trimmed.replaceAll(',', ''));
    if (/^[+-]?infinity$/i.test(trimmed)) return trimmed.startsWith('-') ? -Infinity : Infinity;
    if (/^nan$/i.test(trimmed)) return Number.NaN;
    const literal = parseNumberLiteral(trimmed);
    if (literal !== undefined) return toNumber(literal);
    throw castError(
      value,
      type,
      `The input string '${value}' was not in a correct format.`,
      'InvalidCastFromStringToDoubleOrSingle',
    );
  }
  if (value instanceof PSChar) return value.code;
  if (value instanceof PSDateTime) throw invalidCast(value, type);
  throw castError(value, type);
}

/** A text's number without the zeros at its end. */
function withoutZeros(value: PSDecimal): PSDecimal {
  let { unscaled, scale } = value;
  while (scale > 0 && unscaled % 10n === 0n) {
    unscaled /= 10n;
    scale -= 1;
  }
  return new PSDecimal(unscaled, scale);
}
function castDecimal(value: PSValue): PSDecimal {
  if (value === null) return new PSDecimal(0n, 0);
  if (typeof value === 'boolean') return new PSDecimal(value ? 1n : 0n, 0);
  if (value instanceof PSChar) return new PSDecimal(BigInt(value.code), 0);
  const whole = integerOf(value);
  if (whole !== undefined) return new PSDecimal(whole, 0);
  if (value instanceof PSNumber) {
    const made = decimalOfNumber(value.value);
    if (made === undefined)
      throw castError(
        value,
        DECIMAL,
        'Value was either too large or too small for a Decimal.',
        'InvalidCastIConvertible',
        'System.OverflowException',
      );
    return made;
  }
  if (value instanceof EnumValue) return new PSDecimal(value.value, 0);
  if (typeof value === 'string') {
    if (value.trim() === '') return new PSDecimal(0n, 0);
    const made = parseDecimalText(value);
    if (made !== undefined) return withoutZeros(made);
    const literal = parseNumberLiteral(value);
    const fits = !(literal instanceof PSNumber) || decimalOfNumber(literal.value) !== undefined;
    if (literal !== undefined && fits) return castDecimal(literal);
    // Digits are too many for it; with an exponent they are no number to it.
    throw castError(
      value,
      DECIMAL,
      fits || /e/i.test(value)
        ? `The input string '${value}' was not in a correct format.`
        : 'Value was either too large or too small for a Decimal.',
      'InvalidCastFromStringToDecimal',
    );
  }
  if (value instanceof PSDateTime || value instanceof PSChar) throw invalidCast(value, DECIMAL);
  throw castError(value, DECIMAL);
}

function castChar(value: PSValue): PSValue {
  if (typeof value === 'string') {
    if (value.length === 1) return new PSChar(value.charCodeAt(0));
    throw castError(value, CHAR, 'String must be exactly one character long.');
  }
  const whole = integerOf(value);
  if (whole !== undefined) {
    if (whole < 0n || whole > 65535n) throw overflow(value, CHAR);
    return new PSChar(Number(whole));
  }
  if (value === null) return new PSChar(0);
  if (value instanceof EnumValue) return castChar(value.base ?? 0);
  throw isConvertible(value) || isNumeric(value) ? invalidCast(value, CHAR) : castError(value, CHAR);
}

/** Ticks for the constructors of dates and spans, which take whatever widens to Int64. */
const ticksOf = (value: PSValue): bigint | undefined =>
  value instanceof PSChar ? BigInt(value.code) : value instanceof EnumValue ? value.value : integerOf(value);
function castDate(value: PSValue): PSValue {
  if (typeof value === 'string') {
    const made = parseDate(value, spoken?.dates);
    if (made !== undefined) return made;
    throw castError(
      value,
      DATETIME,
      dateParseFailure(value, spoken?.dates),
      'InvalidCastParseTargetInvocationWithFormatProvider',
    );
  }
  const whole = value instanceof PSUInt64 ? undefined : ticksOf(value);
  if (whole !== undefined) {
    if (whole < 0n || whole > MAX_DATE_TICKS)
      throw castError(
        value,
        DATETIME,
        "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks. (Parameter 'ticks')",
        'InvalidCastConstructorException',
      );
    return new PSDateTime(whole);
  }
  if (value instanceof NetObject && value.type.fullName === 'System.DateTimeOffset')
    return new PSDateTime((value.data as PSDateTime).ticks);
  if (value === null) throw nullCast(DATETIME);
  if (isNumeric(value)) return castDate(toText(value));
  if (typeof value === 'boolean') throw invalidCast(value, DATETIME);
  throw castError(value, DATETIME);
}

function castSpan(value: PSValue): PSValue {
  if (typeof value === 'string') return viaParse(value, TIMESPAN) ?? null;
  const whole = ticksOf(value);
  if (whole !== undefined) return new PSTimeSpan(whole);
  if (value instanceof PSNumber || value instanceof PSDecimal) return castSpan(toText(value));
  if (value === null) throw nullCast(TIMESPAN);
  throw isConvertible(value) ? noConversion(value, TIMESPAN) : castError(value, TIMESPAN);
}

function unusableEnum(type: NetType, id: string, what: string): PSError {
  // In the order of their values, as .NET counts: negative ones last.
  const order = (value: bigint): bigint => (value < 0n ? BigInt.asUintN(64, value) : value);
  const names = [...(type.enumValues ?? [])]
    .sort(([, left], [, right]) => (order(left) < order(right) ? -1 : order(left) > order(right) ? 1 : 0))
    .map(([name]) => name);
  return fail(
    id,
    `Cannot convert ${what} to type "${reflectionName(type)}" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are "${names.join(',')}".`,
    { type: 'System.Management.Automation.PSInvalidCastException', category: 'InvalidArgument' },
  );
}
function castEnum(value: PSValue, type: NetType): PSValue {
  const unusable = (id: string, what: string): PSError => unusableEnum(type, id, what);
  if (value === null) throw unusable('nullToEnumInvalidCast', 'null');
  if (value instanceof EnumValue) {
    if (value.type !== type && !enumDefines(type, value.value))
      throw unusable('UndefinedIntegerToEnum', `value "${toText(value)}"`);
    return enumFromNumber(type, value.value);
  }
  const whole = integerOf(value);
  if (whole !== undefined) {
    if (!enumDefines(type, whole)) throw unusable('UndefinedIntegerToEnum', `value "${whole}"`);
    return enumFromNumber(type, whole);
  }
  if (typeof value === 'boolean' || value instanceof PSChar)
    throw castError(
      value,
      type,
      `Invalid cast from '${typeOf(value)?.fullName ?? ''}' to '${reflectionName(type)}'.`,
      'InvalidCastIConvertible',
      'System.InvalidCastException',
    );
  if (typeof value === 'string' || isNumeric(value)) return enumFromText(toText(value), type);
  if (Array.isArray(value) || value instanceof PSList || value instanceof Uint8Array)
    return enumFromText(toText(value, ','), type, true);
  throw castError(value, type);
}
/** Is the number a member, or for flags a union of members? */
function enumDefines(type: NetType, value: bigint): boolean {
  if (type.enumValues === undefined) return true;
  let all = 0n;
  for (const member of type.enumValues.values()) {
    if (member === value) return true;
    all |= member;
  }
  return type.flags && (value & ~all) === 0n;
}
/** @param ofList whether the parts are items of a list: among those numbers count too. */
function enumFromText(value: string, type: NetType, ofList = false): PSValue {
  const members = [...(type.enumValues?.entries() ?? [])];
  const bad = (reason: string): PSError =>
    castError(
      value,
      type,
      reason,
      'SubstringDisambiguationEnumParseThrewAnException',
      'System.Management.Automation.RuntimeException',
    );
  let total = 0n;
  // Kinds of members alone may be said by a pattern.
  if (type.fullName === 'System.Management.Automation.PSMemberTypes' && hasWildcard(value) && !value.includes(',')) {
    const pattern = wildcardRegex(value.trim());
    for (const [name, member] of members) if (pattern.test(name)) total |= member;
    if (total !== 0n) return enumFromNumber(type, total);
  }
  if (/^\s*[+-]?\d+\s*$/.test(value)) {
    total = BigInt(value.trim().replace('+', ''));
    if (!enumDefines(type, total)) throw unusableEnum(type, 'EnumParseUndefined', `value "${value}"`);
    return enumFromNumber(type, total);
  }
  for (const part of value.split(',')) {
    const wanted = part.trim().toLowerCase();
    if (ofList && /^[+-]?\d+$/.test(wanted)) {
      total |= BigInt(wanted.replace('+', ''));
      continue;
    }
    const exact = members.find(([name]) => name.toLowerCase() === wanted);
    const starts = exact === undefined ? members.filter(([name]) => name.toLowerCase().startsWith(wanted)) : [exact];
    const [first] = starts;
    if (starts.length > 1 && (wanted !== '' || part === ''))
      throw bad(
        `The identifier name ${part} cannot be processed because it is either too similar or identical to the following enumerator names: ${starts.map(([name]) => name).join(', ')}. Use a more specific identifier name.`,
      );
    if (first === undefined || (wanted === '' && part !== ''))
      throw bad(
        `Unable to match the identifier name ${value} to a valid enumerator name. Specify one of the following enumerator names and try again:\n${members.map(([name]) => name).join(', ')}`,
      );
    total |= first[1];
  }
  // Names together are a value of their own where the type has it.
  if (value.includes(',') && !enumDefines(type, total))
    throw unusableEnum(type, 'UndefinedIntegerToEnum', `value "${value}"`);
  return enumFromNumber(type, total);
}

function xmlOf(text: string): PSValue {
  done.steps += text.length;
  return atOnce(hooks.parseXml(text, NO_TICK));
}
function castArray(value: PSValue, type: NetType): PSValue {
  const element = type.elementType ?? OBJECT;
  if (value === null) return null;
  let items: readonly PSValue[];
  if (Array.isArray(value)) items = value as readonly PSValue[];
  else if (value instanceof Uint8Array) items = byteItems(value);
  else if (value instanceof PSList) items = value.items;
  else if (element === CHAR && typeof value === 'string')
    items = Array.from({ length: value.length }, (_, index) => new PSChar(value.charCodeAt(index)));
  else {
    const listed = value instanceof ClassInstance ? hooks.items(value) : undefined;
    if (listed === undefined) return scalarToArray(value, element, type);
    items = listed;
  }
  done.steps += items.length;
  needRoom(items.length);
  if (element === BYTE)
    return Uint8Array.from(items, (item) => Number(integerOf(castInteger(unwrap(item), BYTE)) ?? 0n));
  return typedArray(
    items.map((item, index) => {
      needParts(index + 1);
      return convertTo(item, element);
    }),
    element,
  );
}

function scalarToArray(value: PSValue, element: NetType, type: NetType): PSValue {
  try {
    const made = convertTo(value, element);
    return element === BYTE ? Uint8Array.of(Number(integerOf(made) ?? 0n)) : typedArray([made], element);
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    const { errorId, exception } = error.record;
    if (errorId === 'ConvertToFinalInvalidCastException') throw castError(value, type);
    throw castError(value, type, exception.message, 'InvalidCastExceptionScalarToArray', exception.type.fullName);
  }
}
/** As `convertTo`, with undefined instead of an error. */
export function tryConvert(value: PSValue, type: NetType): PSValue | undefined {
  try {
    return convertTo(value, type);
  } catch (error) {
    if (isNoConversion(error)) return undefined;
    throw error;
  }
}
/** Is it an error of a conversion, not a stop? */
export const isNoConversion = (error: unknown): boolean => error instanceof PSError || error instanceof NetThrow;

/** `[pscustomobject]@{…}` */
export function toCustomObject(value: PSValue): PSValue {
  if (value instanceof PSDictionary) {
    const bag = new PropertyBag();
    let typeNames: readonly string[] = TYPE_NAMES.customObject;
    // A bag looks for a name among all of them: with many it takes too long.
    const seen = new Set<string>();
    for (const [key, item] of value.entries()) {
      const name = toText(key);
      const lower = name.toLowerCase();
      if (lower === 'pstypename') typeNames = [toText(item), ...typeNames];
      else if (seen.has(lower)) bag.set(name, item);
      else bag.append(name, item);
      seen.add(lower);
    }
    done.steps += value.count;
    return new PSObject({ typeNames, extended: bag });
  }
  return value;
}
export { arrayTypeOf, elementTypeOf, typeNamesOf };
