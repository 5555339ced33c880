/** Comparers that scripts hand to collections: IComparer and IEqualityComparer objects, StringComparer, script classes. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { integerOf, toBoolean } from '../conversion.js';
import { SORTED_AT_ONCE, introSort } from '../merge-sort.js';
import { drive, NO_TICK, type Pending, type Steps, type Tick, ticking } from '../pending.js';
import { tryInvoke } from '../runtime/members.js';
import { ClassInstance, NetObject, unwrap } from '../values/live.js';
import { hashKey, netCompare, netEquals } from './equality.js';
import { callNow, invalidOperation, runtime } from './support.js';
import { type Comparison, comparerOf, compareStrings, folded } from './string-compare.js';
import { NetThrow, PSError } from '../values/exceptions.js';

export type Compare = (left: PSValue, right: PSValue) => number;

/** What a comparer, or a comparison block, makes of two values. */
export function compareBy(comparer: PSValue | undefined): Compare {
  const inner = unwrap(comparer ?? null);
  if (inner === null) return netCompare;
  const how = comparerOf(inner);
  if (how !== undefined)
    return (left, right) =>
      typeof left === 'string' && typeof right === 'string'
        ? compareStrings(left, right, how)
        : netCompare(left, right);
  if (inner instanceof ClassInstance || (inner instanceof NetObject && !isDelegate(inner)))
    return ask((left, right) => Number(integerOf(askOf(inner, 'Compare', [left, right]) ?? 0) ?? 0n));
  return ask((left, right) => Number(integerOf(unwrap(callNow(inner, [left, right]))) ?? 0n));
}
const isDelegate = (value: NetObject): boolean => value.type.baseName === 'System.MulticastDelegate';

/** Comparisons that ask a script take a thousand times as long as others. */
const asking = new WeakSet<Compare>();
const ASKED_AT_ONCE = 64;
/** So many whole numbers are sorted in a few milliseconds. */
const NUMBERS_AT_ONCE = 2 ** 16;
function ask(compare: Compare): Compare {
  asking.add(compare);
  return compare;
}
/** Sorting in place as List.Sort does: what a comparison throws is wrapped. A long list does not hold the thread. */
export function sortBy(list: PSValue[], compare: Compare): Pending<void> {
  if (compare === netCompare && list.length <= NUMBERS_AT_ONCE && list.every((item) => typeof item === 'number')) {
    // Equal ones cannot be told apart: any way of sorting gives the same.
    const numbers = Int32Array.from(list as number[]).sort();
    numbers.forEach((number, at) => (list[at] = number));
    return undefined;
  }
  const isLong = list.length > (asking.has(compare) ? ASKED_AT_ONCE : SORTED_AT_ONCE);
  return drive(sortMany(isLong ? ticking() : NO_TICK, list, compare));
}
function* sortMany(tick: Tick, list: PSValue[], compare: Compare): Steps<void> {
  let sorted: readonly PSValue[];
  try {
    sorted = yield* introSort(tick, list, compare);
  } catch (error) {
    throw compareFailure(error);
  }
  for (let at = 0; at < sorted.length; at += 1) list[at] = sorted[at] ?? null;
}
function compareFailure(error: unknown): unknown {
  const inner =
    error instanceof NetThrow ? error.exception : error instanceof PSError ? error.record.exception : undefined;
  return inner === undefined
    ? error
    : new NetThrow('System.InvalidOperationException', 'Failed to compare two elements in the array.', inner);
}

/** How keys of a hash table meet. */
export interface KeyRule {
  key(value: PSValue): unknown;
}
const ORDINAL: KeyRule = { key: hashKey };
export function keyRule(comparer: PSValue | undefined): KeyRule {
  const inner = unwrap(comparer ?? null);
  if (inner === null) return ORDINAL;
  const how: Comparison | undefined = comparerOf(inner);
  if (how !== undefined)
    return { key: (value) => (typeof value === 'string' ? `s:${folded(value, how)}` : hashKey(value)) };
  if (inner instanceof ClassInstance) return askedRule(inner);
  return ORDINAL;
}
/** What a script's comparer says: of the values that have a code each stands for all that are equal to it. */
function askedRule(comparer: ClassInstance): KeyRule {
  const first = new Map<string, PSValue[]>();
  return {
    key: (value) => {
      const asked = askOf(comparer, 'GetHashCode', [value]);
      if (asked === undefined) return hashKey(value);
      const code = `h:${String(integerOf(asked))}`;
      const known = first.get(code);
      if (known === undefined) {
        first.set(code, [value]);
        return code;
      }
      let at = known.findIndex((one) => isSaidEqual(comparer, one, value));
      if (at < 0) at = known.push(value) - 1;
      return at === 0 ? code : `${code}:${at}`;
    },
  };
}
/** What a method of the comparer says, if there is one and it need not wait. */
function askOf(comparer: PSValue, name: string, args: readonly PSValue[]): PSValue | undefined {
  const rt = runtime();
  const said = rt.atOnce(() => tryInvoke(rt, comparer, name, args));
  return said instanceof Promise ? undefined : said;
}
function isSaidEqual(comparer: ClassInstance, left: PSValue, right: PSValue): boolean {
  const said = askOf(comparer, 'Equals', [left, right]);
  return said !== undefined && toBoolean(said);
}
export const sameBy =
  (comparer: PSValue | undefined) =>
  (left: PSValue, right: PSValue): boolean => {
    const inner = unwrap(comparer ?? null);
    if (inner === null) return netEquals(left, right);
    if (inner instanceof ClassInstance) return isSaidEqual(inner, left, right);
    const rule = keyRule(comparer);
    return rule.key(left) === rule.key(right);
  };
export { invalidOperation };
