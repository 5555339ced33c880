/** System.String. */
import { PSChar, PSNumber, type PSValue } from '../../../protocol/objects/index.js';
import { shownText } from '../conversion.js';
import { currentCulture } from '../culture/culture.js';
import { compositeFormat } from '../operators/text.js';
import { FormatError } from '../text/number-format.js';
import { implement } from '../values/bodies.js';
import { andThen, active, drive, look, type Pending, type Steps, type Tick, ticking } from '../pending.js';
import { needParts, needText } from '../room.js';
import { mapLong, textByPieces } from '../slices.js';
import { EnumValue, unwrap } from '../values/live.js';
import { thrownInMethod } from '../values/exceptions.js';
import { CUSTOM, typeOf } from '../values/types.js';
import { longHash } from './equality.js';
import { enumerator } from './lists.js';
import { convertibles, formatted, objectText } from './object.js';
import { cultureOf } from './format-provider.js';
import { caseOf, compareStrings, comparisonOf, type Comparison, folded, optionsOf, ordinal } from './string-compare.js';
import {
  argumentError,
  argumentNull,
  chars,
  charsLong,
  charText,
  flagsOf,
  formatError,
  items,
  mustBeAtMost,
  mustBeNonNegative,
  nameOf,
  num,
  NetThrow,
  outOfRange,
  throwNet,
  strings,
  text,
} from './support.js';

const own = (self: PSValue): string => text(self);
const ORDINAL: Comparison = { ordinal: true, ignoreCase: false };

/** `ToString(format, provider)` of what has such a method. */
function inCulture(value: PSValue, format: string, provider: PSValue): string | undefined {
  const inner = value instanceof EnumValue ? value : unwrap(value);
  const overload = typeOf(inner)
    ?.findMethod('ToString')
    ?.overloads.find(({ parameters, implemented }) => parameters.length === 2 && implemented !== false);
  const made = overload?.body(inner, format, provider);
  return typeof made === 'string' ? made : undefined;
}
/** String.Format with the exception that .NET throws. */
export function netFormat(template: PSValue, args: readonly PSValue[], provider: PSValue = null): string {
  try {
    return compositeFormat(
      text(template),
      args,
      provider === null ? undefined : (item, format) => inCulture(item, format, provider),
    );
  } catch (error) {
    if (error instanceof FormatError) throw formatError(error.message);
    throw thrownInMethod(error);
  }
}
/** What a value is in a concatenation: null is nothing. */
const piece = (value: PSValue): string => (value === null ? '' : objectPiece(value));
function objectPiece(value: PSValue): string {
  try {
    return netText(value);
  } catch (error) {
    throw thrownInMethod(error);
  }
}
function joined(values: readonly PSValue[], separator: string): Pending<string> {
  const { runtime } = active;
  if (runtime === undefined) return values.map(piece).join(separator);
  return andThen(mapLong(runtime, values, piece), (pieces) => pieces.join(separator));
}
/** `ToString()` as .NET calls it: of collections their type's name. */
export function netText(value: PSValue): string {
  const inner = value instanceof EnumValue ? value : unwrap(value);
  return inner instanceof PSNumber
    ? formatted(inner, '')
    : typeof inner === 'object' && typeOf(inner) !== CUSTOM
      ? objectText(inner)
      : shownText(inner);
}
const list = (value: PSValue | undefined): readonly PSValue[] =>
  value === null || value === undefined ? [] : items(value);

// ------------------------------------------------------------------ search

function indexOf(self: PSValue, args: readonly PSValue[]): number {
  const value = own(self);
  const [wanted, ...rest] = args;
  if (wanted === null) throw argumentNull('value');
  const how = comparisonOf(
    rest.find((one) => one instanceof EnumValue),
    ORDINAL,
  );
  const [start, count] = rest.filter((one) => typeof one === 'number');
  const from = start ?? 0;
  if (from < 0 || from > value.length)
    throw outOfRange(
      'startIndex',
      'Index was out of range. Must be non-negative and less than or equal to the size of the collection.',
    );
  if (count !== undefined && (count < 0 || from + count > value.length))
    throw outOfRange(
      'count',
      'Count must be positive and count must refer to a location within the string/array/collection.',
    );
  const end = count === undefined ? value.length : from + count;
  const found = folded(value.slice(0, end), how).indexOf(folded(charText(wanted), how), from);
  return found;
}
function lastIndexOf(self: PSValue, args: readonly PSValue[]): number {
  const value = own(self);
  const [wanted, ...rest] = args;
  if (wanted === null) throw argumentNull('value');
  const how = comparisonOf(
    rest.find((one) => one instanceof EnumValue),
    ORDINAL,
  );
  const [start, count] = rest.filter((one) => typeof one === 'number');
  const sought = folded(charText(wanted), how);
  if (value === '') {
    if (!(wanted instanceof PSChar) && start !== undefined && start !== -1 && start !== 0)
      throw outOfRange(
        'startIndex',
        'Index was out of range. Must be non-negative and less than the size of the collection.',
      );
    return sought === '' && !(wanted instanceof PSChar) ? 0 : -1;
  }
  let last = start ?? value.length - 1;
  const isChar = wanted instanceof PSChar;
  if (last < 0 || last > value.length || (isChar && last >= value.length))
    throw outOfRange(
      'startIndex',
      isChar
        ? 'Index was out of range. Must be non-negative and less than the size of the collection.'
        : 'Index was out of range. Must be non-negative and less than or equal to the size of the collection.',
    );
  if (last === value.length) last -= 1;
  const size = count ?? last + 1;
  if (size < 0 || last - size + 1 < 0)
    throw outOfRange(
      'count',
      'Count must be positive and count must refer to a location within the string/array/collection.',
    );
  const low = last - size + 1;
  const part = folded(value.slice(low, last + 1), how);
  const found = part.lastIndexOf(sought);
  if (sought === '') return start === undefined ? value.length : last + 1;
  return found < 0 ? -1 : found + low;
}
function indexOfAny(self: PSValue, wanted: PSValue, start?: PSValue, count?: PSValue): number {
  const value = own(self);
  if (wanted === null) throw argumentNull('anyOf');
  const set = new Set(items(wanted).map(charText));
  const from = start === undefined ? 0 : num(start);
  if (from < 0 || from > value.length)
    throw outOfRange(
      'startIndex',
      'Index was out of range. Must be non-negative and less than or equal to the size of the collection.',
    );
  const size = count === undefined ? value.length - from : num(count);
  if (size < 0 || size > value.length - from)
    throw outOfRange(
      'count',
      'Count must be positive and count must refer to a location within the string/array/collection.',
    );
  for (let index = from; index < from + size; index += 1) if (set.has(value[index] ?? '')) return index;
  return -1;
}
function lastIndexOfAny(self: PSValue, wanted: PSValue, start?: PSValue, count?: PSValue): number {
  const value = own(self);
  const set = new Set(items(wanted).map(charText));
  if (value === '') return -1;
  const from = start === undefined ? value.length - 1 : num(start);
  const size = count === undefined ? from + 1 : num(count);
  for (let index = from; index > from - size; index -= 1) if (set.has(value[index] ?? '')) return index;
  return -1;
}

// ------------------------------------------------------------------- change

function substring(self: PSValue, start: PSValue, length?: PSValue): string {
  const value = own(self);
  const from = num(start);
  if (from < 0) throw mustBeNonNegative('startIndex', start);
  if (from > value.length) throw outOfRange('startIndex', 'startIndex cannot be larger than length of string.');
  if (length === undefined) return value.slice(from);
  const count = num(length);
  if (count < 0) throw mustBeNonNegative('length', length);
  if (from > value.length - count)
    throw outOfRange('length', 'Index and length must refer to a location within the string.');
  return value.slice(from, from + count);
}
function remove(self: PSValue, start: PSValue, count?: PSValue): string {
  const value = own(self);
  const from = num(start);
  if (from < 0) throw mustBeNonNegative('startIndex', start);
  if (count === undefined) {
    if (from > value.length) throw outOfRange('startIndex', 'startIndex cannot be larger than length of string.');
    return value.slice(0, from);
  }
  const size = num(count);
  if (size < 0) throw mustBeNonNegative('count', count);
  if (from > value.length - size) throw mustBeAtMost('count', count, value.length - from);
  return value.slice(0, from) + value.slice(from + size);
}
function replace(self: PSValue, from: PSValue, to: PSValue, how: Comparison): string {
  const value = own(self);
  const wanted = charText(from);
  const next = to === null ? '' : charText(to);
  if (wanted === '') throw argumentError('The value cannot be an empty string.', 'oldValue');
  if (!how.ignoreCase) return replaceAll(value, wanted, next);
  const haystack = folded(value, how);
  const needle = folded(wanted, how);
  let out = '';
  let at = 0;
  for (;;) {
    const found = haystack.indexOf(needle, at);
    if (found < 0) return out + value.slice(at);
    out += value.slice(at, found) + next;
    at = found + needle.length;
  }
}
/** Replaced in one go. Of a long text, JavaScript's own way needs a multiple of what comes out. */
const REPLACED_AT_ONCE = 2 ** 20;
export function replaceAll(value: string, wanted: string, next: string): string {
  if (value.length <= REPLACED_AT_ONCE) return value.replaceAll(wanted, () => next);
  let out = '';
  let from = 0;
  let at = 0;
  for (;;) {
    const found = value.indexOf(wanted, at);
    at = found < 0 ? value.length : found + wanted.length;
    if (found >= 0 && at - from < REPLACED_AT_ONCE) continue;
    const piece = value.slice(from, at).replaceAll(wanted, () => next);
    needText(piece.length);
    out += piece;
    if (found < 0) return out;
    from = at;
  }
}
function pad(self: PSValue, width: PSValue, filler: PSValue | undefined, left: boolean): string {
  const value = own(self);
  if (num(width) < 0) throw mustBeNonNegative('totalWidth', width);
  needText(num(width));
  const fill = filler === undefined ? ' ' : charText(filler);
  return left ? value.padStart(num(width), fill) : value.padEnd(num(width), fill);
}
/** What .NET calls white space: the Zs, Zl and Zp categories, and U+0009-U+000D, U+0085. */
export const isWhiteSpace = (unit: string): boolean => unit === ' ' || (/[\s\u0085]/.test(unit) && unit !== '\uFEFF');
const isWhiteSpaceCode = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code > 126 && isWhiteSpace(String.fromCharCode(code)));
function trim(self: PSValue, args: readonly PSValue[], start: boolean, end: boolean): string {
  const value = own(self);
  const [first] = args;
  const given = first === undefined || first === null ? [] : first instanceof PSChar ? [first] : items(first);
  const set = new Set(given.map((one) => charText(one).charCodeAt(0)));
  const test = set.size === 0 ? isWhiteSpaceCode : (code: number): boolean => set.has(code);
  let from = 0;
  let to = value.length;
  if (start) while (from < to && test(value.charCodeAt(from))) from += 1;
  if (end) while (to > from && test(value.charCodeAt(to - 1))) to -= 1;
  return value.slice(from, to);
}

/** Characters that are looked at, and parts that are made, in one go. */
const SPLIT_AT_ONCE = 2 ** 15;
function* splitSteps(self: PSValue, args: readonly PSValue[], tick: Tick): Steps<PSValue> {
  const value = own(self);
  const [first, ...rest] = args;
  const count = rest.find((one) => typeof one === 'number');
  const options = flagsOf(rest.find((one) => one instanceof EnumValue));
  const removeEmpty = (options & 1) !== 0;
  const trimEntries = (options & 2) !== 0;
  if (count !== undefined && count < 0) throw mustBeNonNegative('count', count);
  if (count === 0) return strings([]);
  const separators = (
    first === undefined || first === null
      ? []
      : typeof first === 'string' || first instanceof PSChar
        ? [first]
        : items(first)
  )
    .map(charText)
    .filter((one) => one !== '');
  const byString = typeof first === 'string' || (Array.isArray(first) && typeof first[0] === 'string');
  const isSeparator = (at: number): number => {
    if (separators.length === 0)
      return (first === undefined ||
        first === null ||
        !byString ||
        (Array.isArray(first) && first.length === 0) ||
        Array.isArray(first)) &&
        isWhiteSpace(value[at] ?? '')
        ? 1
        : 0;
    for (const one of separators) if (value.startsWith(one, at)) return one.length;
    return 0;
  };
  const limit = count ?? Number.POSITIVE_INFINITY;
  const parts: string[] = [];
  const push = (part: string): void => {
    const shown = trimEntries ? trim(part, [], true, true) : part;
    if (removeEmpty && shown === '') return;
    needParts(parts.push(shown));
  };
  const [only] = separators;
  let start = 0;
  let at = 0;
  let nextLook = SPLIT_AT_ONCE;
  while (at < value.length) {
    if (at >= nextLook) {
      yield* look(tick);
      nextLook = at + SPLIT_AT_ONCE;
    }
    if (separators.length === 1 && only !== undefined) {
      at = value.indexOf(only, at);
      if (at < 0) break;
    }
    const length = isSeparator(at);
    if (length === 0) {
      at += 1;
      continue;
    }
    if (parts.length >= limit - 1) break;
    push(value.slice(start, at));
    at += length;
    start = at;
  }
  // What is left keeps its separators, but with RemoveEmptyEntries not the leading ones.
  if (removeEmpty && parts.length >= limit - 1 && count !== undefined && count > 1)
    for (let length = isSeparator(start); length > 0 && start < value.length; length = isSeparator(start))
      start += length;
  push(value.slice(start));
  return strings(parts);
}

const FORMS = { FormC: 'NFC', FormD: 'NFD', FormKC: 'NFKC', FormKD: 'NFKD' } as const;
const formOf = (form: PSValue | undefined): 'NFC' | 'NFD' | 'NFKC' | 'NFKD' => {
  const name = form === undefined ? 'FormC' : nameOf(form);
  return name in FORMS ? FORMS[name as keyof typeof FORMS] : 'NFC';
};
/** What begins with such a character is normalized by itself, whatever stands before. */
const STARTS = /[\0-\u02ff\u0370-\u0482\u3400-\u9fff\uac00-\ud7a3]/g;
const normalized = (value: string, form: ReturnType<typeof formOf>): Pending<string> =>
  textByPieces(value, STARTS, (piece) => piece.normalize(form), ticking());
/** Case mapping of single code units, as .NET does it: `ß` stays. */
export const upper = (value: string): string => mapUnits(value, value.toUpperCase(), (unit) => unit.toUpperCase());
export const lower = (value: string): string => mapUnits(value, value.toLowerCase(), (unit) => unit.toLowerCase());
function mapUnits(value: string, mapped: string, map: (unit: string) => string): string {
  if (mapped.length === value.length) return mapped;
  return Array.from(value, (unit) => {
    const one = map(unit);
    return one.length === unit.length ? one : unit;
  }).join('');
}
const isTurkish = (culture: PSValue | undefined): boolean =>
  /^(?:tr|az)(?:-|$)/i.test(culture === undefined ? currentCulture().name : text(culture));

const greaterThan = (parameter: string, value: number, most: number): NetThrow =>
  outOfRange(parameter, `${parameter} ('${value}') must be less than or equal to '${most}'.`, value);

implement('System.String', () => ({
  ...convertibles(),
  Length: (self) => own(self).length,
  'static Empty': () => '',
  get_Chars: (self, index) => {
    const at = num(index);
    if (at < 0 || at >= own(self).length)
      throw throwNet('System.IndexOutOfRangeException', 'Index was outside the bounds of the array.');
    return new PSChar(own(self).charCodeAt(at));
  },
  ToString: (self) => own(self),
  Clone: (self) => own(self),
  Equals: (self, other, comparison) =>
    typeof other === 'string' &&
    (comparison === undefined ? other === own(self) : compareStrings(own(self), other, comparisonOf(comparison)) === 0),
  GetHashCode: (self, comparison) =>
    longHash(comparison === undefined ? own(self) : folded(own(self), comparisonOf(comparison))),
  CompareTo: (self, other) => {
    if (other === null) return 1;
    if (typeof other !== 'string') throw argumentError('Object must be of type String.');
    return compareStrings(own(self), other, comparisonOf(undefined));
  },
  Contains: (self, value, comparison) => {
    if (value === null) throw argumentNull('value');
    const how = comparisonOf(comparison, ORDINAL);
    return folded(own(self), how).includes(folded(charText(value), how));
  },
  StartsWith: (self, value, comparison) => {
    const how = typeof comparison === 'boolean' ? caseOf(comparison) : comparisonOf(comparison);
    return folded(own(self), how).startsWith(folded(charText(value), how));
  },
  EndsWith: (self, value, comparison) => {
    const how = typeof comparison === 'boolean' ? caseOf(comparison) : comparisonOf(comparison);
    return folded(own(self), how).endsWith(folded(charText(value), how));
  },
  IndexOf: (self, ...args) => indexOf(self, args),
  LastIndexOf: (self, ...args) => lastIndexOf(self, args),
  IndexOfAny: indexOfAny,
  LastIndexOfAny: lastIndexOfAny,
  Insert: (self, at, value) => {
    if (num(at) < 0 || num(at) > own(self).length) throw mustBeAtMost('startIndex', at, own(self).length);
    return own(self).slice(0, num(at)) + text(value) + own(self).slice(num(at));
  },
  Remove: remove,
  Replace: (self, from, to, comparison) =>
    replace(self, from, to, typeof comparison === 'boolean' ? caseOf(comparison) : comparisonOf(comparison, ORDINAL)),
  ReplaceLineEndings: (self, next) =>
    textByPieces(
      own(self),
      /[^\n]/g,
      (piece) => piece.replace(/\r\n|[\n\r\f\u0085\u2028\u2029]/g, () => (next === undefined ? '\n' : text(next))),
      ticking(),
    ),
  Substring: substring,
  PadLeft: (self, width, filler) => pad(self, width, filler, true),
  PadRight: (self, width, filler) => pad(self, width, filler, false),
  Trim: (self, ...args) => trim(self, args, true, true),
  TrimStart: (self, ...args) => trim(self, args, true, false),
  TrimEnd: (self, ...args) => trim(self, args, false, true),
  Split: (self, ...args) => drive(splitSteps(self, args, ticking())),
  ToCharArray: (self, start, length) => {
    if (start === undefined) return charsLong(own(self));
    const from = num(start);
    const count = num(length);
    const { length: all } = own(self);
    // .NET looks at the start as at a number without sign, before it looks at the length.
    const start32 = from >>> 0;
    if (start32 > all) throw greaterThan('startIndex', start32, all);
    if (count < 0) throw outOfRange('length', `length ('${count}') must be a non-negative value.`, count);
    if (from > all - count) throw greaterThan('startIndex', from, all - count);
    return chars(own(self).slice(from, from + count));
  },
  ToLower: (self, culture) => (isTurkish(culture) ? own(self).toLocaleLowerCase('tr') : lower(own(self))),
  ToUpper: (self, culture) => (isTurkish(culture) ? own(self).toLocaleUpperCase('tr') : upper(own(self))),
  ToLowerInvariant: (self) => lower(own(self)),
  ToUpperInvariant: (self) => upper(own(self)),
  IsNormalized: (self, form) => andThen(normalized(own(self), formOf(form)), (made) => made === own(self)),
  Normalize: (self, form) => normalized(own(self), formOf(form)),
  GetEnumerator: (self) => enumerator(items(chars(own(self))), self),
  EnumerateRunes: (self) => Array.from(own(self)),
  'static IsNullOrEmpty': (_self, value) => value === null || text(value) === '',
  'static IsNullOrWhiteSpace': (_self, value) => value === null || trim(value, [], true, true) === '',
  'static Concat': (_self, ...args) =>
    args.length === 1 && Array.isArray(args[0])
      ? joined(args[0] as PSValue[], '')
      : args.length === 1 && args[0] !== null && typeof args[0] !== 'string'
        ? joined(list(args[0]), '')
        : args.map(piece).join(''),
  'static Concat(System.Object)': (_self, value) => piece(value),
  'static Concat(Params System.Object[])': (_self, values) => joined(list(values), ''),
  'static Join': (_self, separator, values, start, count) => {
    if (values === null) throw argumentNull('values');
    const all = items(values);
    const shown = start === undefined ? all : all.slice(num(start), num(start) + num(count));
    if (start !== undefined && count !== undefined) {
      if (num(start) < 0) throw mustBeNonNegative('startIndex', start);
      if (num(count) < 0) throw mustBeNonNegative('count', count);
      if (num(start) > all.length - num(count)) throw mustBeAtMost('startIndex', start, all.length - num(count));
    }
    return joined(shown, separator === null ? '' : charText(separator));
  },
  'static Format': (_self, ...args) => {
    const provider = typeof args[0] !== 'string';
    const template = provider ? (args[1] ?? '') : (args[0] ?? '');
    const rest = args.slice(provider ? 2 : 1);
    const given = rest.length === 1 && Array.isArray(rest[0]) ? (rest[0] as PSValue[]) : rest;
    return netFormat(template, given, provider ? (args[0] ?? null) : null);
  },
  'static Format(string, System.Object)': (_self, template, value) => netFormat(template, [value]),
  'static Compare': (_self, ...args) => compareArguments(args),
  'static CompareOrdinal': (_self, a, second, b, fourth, length) => {
    if (b === undefined)
      return a === null || second === null ? compareStrings(a, second, ORDINAL) : ordinal(text(a), text(second));
    return ordinal(
      text(a).slice(num(second), num(second) + num(length)),
      text(b).slice(num(fourth), num(fourth) + num(length)),
    );
  },
  'static Equals': (_self, a, b, comparison) =>
    a === null || b === null
      ? a === b
      : comparison === undefined
        ? text(a) === text(b)
        : compareStrings(a, b, comparisonOf(comparison)) === 0,
  'static op_Equality': (_self, a, b) => text(a) === text(b),
  'static op_Inequality': (_self, a, b) => text(a) !== text(b),
  'static Copy': (_self, value) => value,
  'static Intern': (_self, value) => value,
  'static IsInterned': (_self, value) => value,
  'new(char[])': (_self, value) => (value === null ? '' : items(value).map(charText).join('')),
  'new(char[], int, int)': (_self, value, start, length) =>
    items(value)
      .slice(num(start), num(start) + num(length))
      .map(charText)
      .join(''),
  'new(char, int)': (_self, value, count) => {
    if (num(count) < 0) throw mustBeNonNegative('count', count);
    needText(num(count));
    return charText(value).repeat(num(count));
  },
}));

function compareArguments(args: readonly PSValue[]): number {
  // (a, b, …) or (a, indexA, b, indexB, length, …)
  const parts = typeof args[1] === 'number';
  const cut = (value: PSValue | undefined, at: PSValue | undefined): PSValue => {
    if (value === null || value === undefined) return null;
    const from = num(at);
    if (from > text(value).length)
      throw outOfRange('length', 'Index and length must refer to a location within the string.');
    return text(value).slice(from, from + num(args[4]));
  };
  const a = parts ? cut(args[0], args[1]) : (args[0] ?? null);
  const b = parts ? cut(args[2], args[3]) : (args[1] ?? null);
  const rest = args.slice(parts ? 5 : 2);
  const bool = rest.find((one) => typeof one === 'boolean');
  const named = rest.find((one) => one instanceof EnumValue);
  const how =
    bool !== undefined ? caseOf(bool) : named?.type.name === 'CompareOptions' ? optionsOf(named) : comparisonOf(named);
  const culture = rest.map(cultureOf).find((one) => one !== undefined);
  return compareStrings(a, b, how, culture?.name);
}
