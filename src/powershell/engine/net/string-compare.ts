/** StringComparison, StringComparer and CompareInfo: the ways in which .NET compares strings. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { compareText, foldCase, textOrder, unlikeIn } from '../operators/comparison.js';
import { implement } from '../values/bodies.js';
import { EnumValue, NetObject, unwrap } from '../values/live.js';
import { hashCode, netCompare, netEquals } from './equality.js';
import { argumentError, dataOf, net, text } from './support.js';

export interface Comparison {
  readonly ordinal: boolean;
  readonly ignoreCase: boolean;
}
const CULTURE: Comparison = { ordinal: false, ignoreCase: false };
/** A StringComparison argument; the culture's comparison when there is none. */
export function comparisonOf(value: PSValue | undefined, otherwise: Comparison = CULTURE): Comparison {
  if (!(value instanceof EnumValue)) return otherwise;
  const number = Number(value.value);
  if (number < 0 || number > 5)
    throw argumentError('The string comparison type passed in is currently not supported.', 'comparisonType');
  return { ordinal: number >= 4, ignoreCase: number % 2 === 1 };
}
/** A `bool ignoreCase` argument. */
export const caseOf = (value: PSValue | undefined): Comparison => ({ ordinal: false, ignoreCase: value === true });
/** CompareOptions: IgnoreCase 1, Ordinal 0x40000000, OrdinalIgnoreCase 0x10000000. */
export function optionsOf(value: PSValue | undefined): Comparison {
  const bits = value instanceof EnumValue ? Number(value.value) : 0;
  return { ordinal: (bits & 0x50000000) !== 0, ignoreCase: (bits & 0x10000001) !== 0 };
}

/** Difference of the first code units that differ, else of the lengths: String.CompareOrdinal. */
export function ordinal(left: string, right: string): number {
  if (left === right) return 0;
  // Of the first two .NET sees the zero behind a text that ends there.
  for (const at of [0, 1]) {
    const difference = (left.charCodeAt(at) || 0) - (right.charCodeAt(at) || 0);
    if (difference !== 0) return difference;
  }
  const count = Math.min(left.length, right.length);
  for (let index = 0; index < count; index += 1) {
    const difference = left.charCodeAt(index) - right.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
function ordinalFolded(left: string, right: string): number {
  const count = Math.min(left.length, right.length);
  const unlike = unlikeIn(left.slice(0, count), right.slice(0, count), foldCase);
  return unlike === undefined ? left.length - right.length : ordinal(...unlike);
}
/** @param culture whose alphabet counts; that of English and of no culture is the one that PowerShell compares by */
export function compareStrings(left: PSValue, right: PSValue, how: Comparison, culture = ''): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  const a = toText(left);
  const b = toText(right);
  if (how.ordinal) return how.ignoreCase ? ordinalFolded(a, b) : ordinal(a, b);
  const order = /^(?:en(?:-.*)?)?$/i.test(culture) ? undefined : textOrder(culture, !how.ignoreCase);
  return order === undefined ? compareText(a, b, !how.ignoreCase) : order(a, b);
}
export const folded = (value: string, how: Comparison): string => (how.ignoreCase ? foldCase(value) : value);

// -------------------------------------------------------- StringComparer

const COMPARER = 'System.StringComparer';
const CULTURE_AWARE = 'System.CultureAwareComparer';
const ORDINAL_TYPES = { false: 'System.OrdinalCaseSensitiveComparer', true: 'System.OrdinalIgnoreCaseComparer' };
const COMPARERS: readonly string[] = [CULTURE_AWARE, ...Object.values(ORDINAL_TYPES)];
const comparer = (how: Comparison): PSValue =>
  net(how.ordinal ? ORDINAL_TYPES[`${how.ignoreCase}`] : CULTURE_AWARE, how);
implement(COMPARER, () => ({
  'static Ordinal': () => comparer({ ordinal: true, ignoreCase: false }),
  'static OrdinalIgnoreCase': () => comparer({ ordinal: true, ignoreCase: true }),
  'static InvariantCulture': () => comparer({ ordinal: false, ignoreCase: false }),
  'static InvariantCultureIgnoreCase': () => comparer({ ordinal: false, ignoreCase: true }),
  'static CurrentCulture': () => comparer({ ordinal: false, ignoreCase: false }),
  'static CurrentCultureIgnoreCase': () => comparer({ ordinal: false, ignoreCase: true }),
  'static FromComparison': (_self, comparison) => comparer(comparisonOf(comparison)),
  'static Create': (_self, _culture, options) =>
    comparer(typeof options === 'boolean' ? caseOf(options) : optionsOf(options)),
  Compare: (self, left, right) =>
    typeof left === 'string' && typeof right === 'string'
      ? compareStrings(left, right, dataOf<Comparison>(self))
      : netCompare(left, right),
  Equals: (self, left, right) =>
    right === undefined
      ? left === self
      : typeof left === 'string' && typeof right === 'string'
        ? compareStrings(left, right, dataOf<Comparison>(self)) === 0
        : netEquals(left, right),
  GetHashCode: (self, value) => hashCode(value === undefined ? null : folded(text(value), dataOf<Comparison>(self))),
}));

/** What a collection's comparer argument means for string keys; undefined when it is none of StringComparer. */
export function comparerOf(value: PSValue | undefined): Comparison | undefined {
  const inner = unwrap(value ?? null);
  return inner instanceof NetObject && COMPARERS.includes(inner.type.fullName) ? (inner.data as Comparison) : undefined;
}
