/** Comparers that scripts hand to collections: IComparer and IEqualityComparer objects, StringComparer, script classes. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { integerOf, toBoolean } from '../conversion.js';
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
    return (left, right) => {
      const order = tryInvoke(runtime(), inner, 'Compare', [left, right]);
      return order === undefined || order instanceof Promise ? 0 : Number(integerOf(order) ?? 0n);
    };
  return (left, right) => Number(integerOf(unwrap(callNow(inner, [left, right]))) ?? 0n);
}
const isDelegate = (value: NetObject): boolean => value.type.baseName === 'System.MulticastDelegate';

/** Sorting as List.Sort does: what a comparison throws is wrapped. */
export function sortBy(list: PSValue[], compare: Compare): void {
  try {
    list.sort(compare);
  } catch (error) {
    if (error instanceof NetThrow)
      throw new NetThrow(
        'System.InvalidOperationException',
        'Failed to compare two elements in the array.',
        error.exception,
      );
    if (error instanceof PSError)
      throw new NetThrow(
        'System.InvalidOperationException',
        'Failed to compare two elements in the array.',
        error.record.exception,
      );
    throw error;
  }
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
  if (inner instanceof ClassInstance)
    return {
      key: (value) => {
        const code = tryInvoke(runtime(), inner, 'GetHashCode', [value]);
        return code === undefined || code instanceof Promise ? hashKey(value) : `h:${String(integerOf(code))}`;
      },
    };
  return ORDINAL;
}
export const sameBy =
  (comparer: PSValue | undefined) =>
  (left: PSValue, right: PSValue): boolean => {
    const inner = unwrap(comparer ?? null);
    if (inner === null) return netEquals(left, right);
    if (inner instanceof ClassInstance) {
      const same = tryInvoke(runtime(), inner, 'Equals', [left, right]);
      return same !== undefined && !(same instanceof Promise) && toBoolean(same);
    }
    const rule = keyRule(comparer);
    return rule.key(left) === rule.key(right);
  };
export { invalidOperation };
