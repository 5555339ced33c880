/** `-eq -gt …`: equality and order between any two values; the left side decides how they meet. */
import {
  PSChar,
  PSDateTime,
  PSDecimal,
  PSDouble,
  PSList,
  PSNumber,
  PSObject,
  PSPrimitive,
  PSSingle,
  PSTimeSpan,
  PSVersion,
  PSGuid,
  PSUri,
  PSUInt64,
  type PSValue,
} from '../../../protocol/objects/index.js';
import { done, drive, look, type Pending, type Steps, type Tick } from '../pending.js';
import {
  castError,
  castText,
  convertTo,
  integerOf,
  isNumeric,
  toBoolean,
  toNumber,
  toText,
  tryConvert,
} from '../conversion.js';
import { ClassInstance, EnumValue, NetObject, TypeObject, unwrap } from '../values/live.js';
import { type ExceptionObject, fail, PSError } from '../values/exceptions.js';
import { type NetType, requireType } from '../values/net-type.js';
import { CHAR, CUSTOM, SWITCH, typeOf, typeText } from '../values/types.js';
import { operatorHook } from './arithmetic.js';

type TextCompare = Intl.Collator['compare'];
/** Made when they are wanted: the first one takes longer than all else that a start does here. */
let byAccent: TextCompare | undefined;
let byCase: TextCompare | undefined;
const compareAccents: TextCompare = (left, right) => (byAccent ??= collation('en', 'accent'))(left, right);
const compareCases: TextCompare = (left, right) => (byCase ??= collation('en', 'variant'))(left, right);
const collation = (name: string, sensitivity: 'accent' | 'variant'): TextCompare =>
  new Intl.Collator(name, { sensitivity, ignorePunctuation: false }).compare;

/** Characters that no culture counts when it compares. */
const IGNORED =
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]|\u034f|[\ufe00-\ufe0f]/;
const ALL_IGNORED = new RegExp(IGNORED.source, 'g');
const PLAIN = /^[\t-\r -~]*$/;
/** Letters of both widths and both kinds of kana, which .NET tells apart and ICU does not. */
const OF_KINDS = /[\u3041-\u30ff\uff01-\uffee]/;
/** Equality of strings for a reader: a letter with its accent is the same as the letter before the accent. */
export function sameText(left: string, right: string, caseSensitive: boolean): boolean {
  if (left === right) return true;
  if (PLAIN.test(left) && PLAIN.test(right)) {
    if (caseSensitive || left.length !== right.length) return false;
    done.steps += left.length >> 10;
    return unlikeIn(left, right, foldCase) === undefined;
  }
  const [l, r] = [composed(left), composed(right)];
  if (caseSensitive || l === r) return l === r;
  return OF_KINDS.test(l) || OF_KINDS.test(r) ? unlikeIn(l, r, foldCase) === undefined : compareAccents(l, r) === 0;
}
/** As `sameText`, of texts of millions of characters without holding the thread. */
function* sameTextSteps(left: string, right: string, caseSensitive: boolean, tick: Tick): Steps<boolean> {
  if (left === right) return true;
  let isSame = !caseSensitive && left.length === right.length;
  for (let at = 0; at < Math.max(left.length, right.length); at += PIECE) {
    const [l, r] = [left.slice(at, at + PIECE), right.slice(at, at + PIECE)];
    if (!PLAIN.test(l) || !PLAIN.test(r)) return sameText(left, right, caseSensitive);
    isSame &&= foldCase(l) === foldCase(r);
    yield* look(tick);
  }
  return isSame;
}
const composed = (text: string): string => text.replaceAll(ALL_IGNORED, '').normalize();
/** The first pieces of two texts that `fold` does not make the same; undefined when there are none. */
export function unlikeIn(
  left: string,
  right: string,
  fold: (text: string) => string,
): readonly [string, string] | undefined {
  const length = Math.max(left.length, right.length);
  for (let at = 0; at < length; ) {
    let end = at + PIECE;
    if (isSecondHalf(left.charCodeAt(end)) || isSecondHalf(right.charCodeAt(end))) end += 1;
    const [l, r] = length <= PIECE ? [left, right] : [left.slice(at, end), right.slice(at, end)];
    if (l !== r) {
      const unlike = [fold(l), fold(r)] as const;
      if (unlike[0] !== unlike[1]) return unlike;
    }
    at = end;
  }
  return undefined;
}
/** Characters that are compared at once: whole texts of many millions would be copied for it. */
const PIECE = 2 ** 14;
const isSecondHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
export const foldCase = (text: string): string => {
  const upper = text.toUpperCase();
  return upper.length === text.length ? upper : text.toLowerCase();
};
/** Culture order of strings (invariant): letters by alphabet, lower case before upper when nothing else differs. */
export function compareText(left: string, right: string, caseSensitive: boolean): number {
  if (left === right) return 0;
  if (!caseSensitive) {
    if (sameText(left, right, false)) return 0;
    return orderOf(compareAccents(left, right), left, right);
  }
  return orderOf(compareCases(left, right), left, right);
}
function orderOf(order: number, left: string, right: string): number {
  if (order !== 0) return order;
  const [l, r] = [composed(left), composed(right)];
  return l < r ? -1 : l > r ? 1 : 0;
}

/** The order of texts by the alphabet of a culture; undefined for the invariant one, and where nobody knows the culture. */
export function textOrder(name: string, caseSensitive: boolean): ((left: string, right: string) => number) | undefined {
  if (name === '' || Intl.Collator.supportedLocalesOf([name]).length === 0) return undefined;
  return collation(name, caseSensitive ? 'variant' : 'accent');
}
/** Numbers in exact order. NaN is below everything. */
export function compareNumbers(left: PSValue, right: PSValue): number {
  if (typeof left === 'number' && typeof right === 'number') return left < right ? -1 : left > right ? 1 : 0;
  const a = integerOf(left);
  const b = integerOf(right);
  if (a !== undefined && b !== undefined) return a < b ? -1 : a > b ? 1 : 0;
  if (left instanceof PSDouble || left instanceof PSSingle || right instanceof PSDouble || right instanceof PSSingle) {
    const x = toNumber(left);
    const y = toNumber(right);
    return x < y ? -1 : x > y ? 1 : x === y ? 0 : Number.isNaN(x) ? (Number.isNaN(y) ? 0 : -1) : 1;
  }
  const scale = Math.max(left instanceof PSDecimal ? left.scale : 0, right instanceof PSDecimal ? right.scale : 0);
  const x = scaled(left, scale);
  const y = scaled(right, scale);
  return x < y ? -1 : x > y ? 1 : 0;
}
function scaled(value: PSValue, scale: number): bigint {
  if (value instanceof PSDecimal) return value.unscaled * 10n ** BigInt(scale - value.scale);
  return (integerOf(value) ?? 0n) * 10n ** BigInt(scale);
}
const numberLike = (value: PSValue): PSValue | undefined =>
  isNumeric(value) ? value : value instanceof PSChar ? value.code : undefined;

/** `left -eq right` between single values. */
export function equals(left: PSValue, right: PSValue, caseSensitive = false): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left === right;
  if (typeof left === 'string' && typeof right === 'string') return sameText(left, right, caseSensitive);
  const l = unwrap(left);
  const r = unwrap(right);
  if (l === r) return !(l instanceof PSDouble && Number.isNaN(l.value));
  if (l === null || r === null) return false;
  if (typeof l === 'string') return sameText(l, toText(r), caseSensitive);
  const a = numberLike(l);
  if (a !== undefined) {
    if (l instanceof PSChar && typeof r === 'string') return sameText(l.toString(), r, caseSensitive);
    if (l instanceof PSChar && r instanceof PSChar) return sameText(l.toString(), r.toString(), caseSensitive);
    const b = numberLike(r);
    if (b !== undefined) return compareNumbers(a, b) === 0 && !(a instanceof PSDouble && Number.isNaN(a.value));
    if (r instanceof EnumValue) return compareNumbers(a, r.base ?? 0) === 0;
    if (typeof r === 'boolean') return compareNumbers(a, r ? 1 : 0) === 0;
    const type = typeOf(l);
    const other = type === undefined ? undefined : tryConvert(r, type);
    return other !== undefined && compareNumbers(a, other) === 0;
  }
  if (typeof l === 'boolean') return l === toBoolean(r);
  if (l instanceof EnumValue) {
    // A number need not be that of a name.
    if (isNumeric(r)) return compareNumbers(l.base ?? 0, r) === 0;
    const other = tryConvert(r, l.type);
    return other instanceof EnumValue && other.value === l.value;
  }
  if (l instanceof NetObject && l.type === SWITCH)
    return (
      (typeof r === 'boolean' || (r instanceof NetObject && r.type === SWITCH)) && (l.data === true) === toBoolean(r)
    );
  if (l instanceof TypeObject) {
    if (r instanceof TypeObject) return l.type === r.type;
    const type = typeOf(l);
    const other = type === undefined ? undefined : tryConvert(r, type);
    return other instanceof TypeObject && other.type === l.type;
  }
  if (l instanceof PSPrimitive) {
    const type = typeOf(l);
    const other =
      type === undefined ? undefined : r instanceof PSPrimitive && typeOf(r) === type ? r : tryConvert(r, type);
    return other instanceof PSPrimitive && samePrimitive(l, other);
  }
  if (l instanceof ClassInstance || l instanceof NetObject) {
    const own = operatorHook.call('Equals', l, r);
    if (own !== undefined) {
      const type = typeOf(l);
      if (toBoolean(own) || type === undefined || typeOf(r) === type) return toBoolean(own);
      const other = tryConvert(r, type);
      return other !== undefined && other !== null && toBoolean(operatorHook.call('Equals', l, other) ?? false);
    }
  }
  if (l instanceof PSObject && !(r instanceof PSObject) && typeof r === 'string') return false;
  return false;
}
/** As `equals`; of long texts without holding the thread. */
export const equalsLong = (left: PSValue, right: PSValue, caseSensitive: boolean, tick: Tick): Pending<boolean> =>
  typeof left === 'string' && typeof right === 'string' && Math.min(left.length, right.length) > LONG_TEXT
    ? drive(sameTextSteps(left, right, caseSensitive, tick))
    : equals(left, right, caseSensitive);
const LONG_TEXT = 2 ** 20;
function samePrimitive(left: PSPrimitive, right: PSPrimitive): boolean {
  if (left instanceof PSDateTime && right instanceof PSDateTime) return left.ticks === right.ticks;
  if (left instanceof PSTimeSpan && right instanceof PSTimeSpan) return left.ticks === right.ticks;
  if (left instanceof PSUri && right instanceof PSUri) return toText(left) === toText(right);
  return left.toString() === right.toString();
}

/** Is one of them NaN, which has no order? */
export const isUnordered = (left: PSValue, right: PSValue): boolean =>
  isNumeric(left) && isNumeric(right) && (isNaN(left) || isNaN(right));
const isNaN = (value: PSValue): boolean =>
  (value instanceof PSDouble || value instanceof PSSingle) && Number.isNaN(value.value);

/** Order of two values, by the type of the left one. Throws PSError when they have none. */
export function compare(left: PSValue, right: PSValue, caseSensitive = false): number {
  if (typeof left === 'number' && typeof right === 'number') return left < right ? -1 : left > right ? 1 : 0;
  const l = unwrap(left);
  const r = unwrap(right);
  if (l === null) {
    if (r === null) return 0;
    if (isNumeric(r)) return compareNumbers(r, 0) < 0 ? 1 : -1;
    return -1;
  }
  if (r === null) {
    if (isNumeric(l)) return compareNumbers(l, 0) < 0 ? -1 : 1;
    return 1;
  }
  if (typeof l === 'string') return compareText(l, toText(r), caseSensitive);
  const a = numberLike(l);
  if (a !== undefined) {
    if (l instanceof PSChar) {
      const other = r instanceof PSChar ? r : comparand(l, r, CHAR);
      return other instanceof PSChar ? l.code - other.code : 0;
    }
    const b =
      numberLike(r) ?? (typeof r === 'boolean' ? (r ? 1 : 0) : r instanceof EnumValue ? (r.base ?? 0) : undefined);
    if (b !== undefined) return compareNumbers(a, b);
    const type = typeOf(l);
    if (typeof r === 'string' && type !== undefined) return compareNumbers(a, convertTo(r, type));
    if (type === undefined) throw notComparable(l, r);
    const other = comparand(l, r, type);
    return compareNumbers(a, numberLike(other) ?? 0);
  }
  if (typeof l === 'boolean') {
    const other = toBoolean(r);
    return l === other ? 0 : l ? 1 : -1;
  }
  if (l instanceof EnumValue) {
    if (r instanceof PSChar) return compareNumbers(l.base ?? 0, r.code);
    const other = typeof r === 'string' ? convertTo(r, l.type) : comparand(l, r, l.type);
    if (other instanceof EnumValue) return l.value < other.value ? -1 : l.value > other.value ? 1 : 0;
  }
  const type = typeOf(l);
  if (l instanceof PSUri) throw notComparable(l, right, true);
  if (l instanceof PSPrimitive && type !== undefined) {
    const other = r instanceof PSPrimitive && typeOf(r) === type ? r : comparand(l, r, type);
    const order = other instanceof PSPrimitive ? comparePrimitives(l, other) : undefined;
    if (order !== undefined) return order;
  }
  if (l instanceof ClassInstance || l instanceof NetObject) {
    // A class that compares takes its like: what can be one is made one.
    const like = l instanceof NetObject && type !== undefined && typeOf(r) !== type ? tryConvert(r, type) : undefined;
    const own = operatorHook.call('CompareTo', l, like ?? r);
    if (own !== undefined) return toNumber(own);
  }
  // A custom object stands in a PSObject, which is IComparable and says so when it cannot.
  if (l instanceof PSObject && type === CUSTOM)
    throw fail(
      'PSObjectCompareTo',
      `Cannot compare "${toText(l)}" to "${toText(r)}" because the objects are not the same type or the object "${toText(l)}" does not implement "IComparable".`,
      { category: 'NotSpecified', type: 'System.Management.Automation.ExtendedTypeSystemException' },
    );
  throw type !== undefined && type.interfaces.includes('System.IComparable')
    ? notComparable(l, right)
    : notComparable(l, right, true);
}
/** The right side as a value of the left type; why not is part of the comparison's error. */
function comparand(left: PSValue, right: PSValue, type: NetType): PSValue {
  try {
    return convertTo(right, type);
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    throw comparisonFailure(left, right, error.record.exception.message, error.record.exception);
  }
}
const comparisonFailure = (left: PSValue, right: PSValue, reason: string, inner?: ExceptionObject): PSError =>
  fail('ComparisonFailure', `Could not compare "${toText(left)}" to "${toText(right)}". Error: "${reason}"`, {
    category: 'InvalidOperation',
    ...(inner === undefined ? {} : { inner }),
  });
function comparePrimitives(left: PSPrimitive, right: PSPrimitive): number | undefined {
  if (
    (left instanceof PSDateTime && right instanceof PSDateTime) ||
    (left instanceof PSTimeSpan && right instanceof PSTimeSpan)
  )
    return left.ticks < right.ticks ? -1 : left.ticks > right.ticks ? 1 : 0;
  if (left instanceof PSVersion && right instanceof PSVersion)
    return Math.sign(
      left.major - right.major ||
        left.minor - right.minor ||
        left.build - right.build ||
        left.revision - right.revision,
    );
  if (left instanceof PSGuid && right instanceof PSGuid)
    return left.value < right.value ? -1 : left.value > right.value ? 1 : 0;
  if (left instanceof PSUInt64 || right instanceof PSUInt64) return compareNumbers(left, right);
  return undefined;
}
function notComparable(left: PSValue, right: PSValue, noInterface = false): PSError {
  const l = typeOf(left);
  if (noInterface)
    return fail('NotIcomparable', `Cannot compare "${castText(left)}" because it is not IComparable.`, {
      category: 'InvalidOperation',
      type: 'System.Management.Automation.PSInvalidOperationException',
    });
  const name = l === undefined ? '' : typeText(l);
  return comparisonFailure(
    left,
    right,
    castError(right, l ?? requireType('System.Object')).record.exception.message.replace('"null"', `"${name}"`),
  );
}
export { PSNumber, PSList };
