/** The order of any two values, which never fails: values that cannot be compared are compared as texts. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { compare, compareText } from '../../operators/comparison.js';
import { PSError } from '../../values/exceptions.js';
import { unwrap } from '../../values/live.js';
import { CUSTOM, typeOf } from '../../values/types.js';

/** Negative, zero or positive, smaller values first; null is below everything but negative numbers. */
export function orderOf(left: PSValue, right: PSValue, caseSensitive: boolean): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right, caseSensitive);
  const l = unwrap(left);
  const r = unwrap(right);
  if (l === null && r === null) return 0;
  try {
    return compare(l, r, caseSensitive);
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    return compareText(ownText(l), ownText(r), caseSensitive);
  }
}
/** The text of the object itself: a custom object has none, so that all of them are equal. */
export const ownText = (value: PSValue): string => (typeOf(value) === CUSTOM ? '' : toText(value));
