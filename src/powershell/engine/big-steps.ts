/**
 * Whole numbers of any size, worked on so many bits at a time. JavaScript does each operation in one go, which for a
 * million digits holds the thread for seconds: what is longer than a piece is cut into halves, until what is left is short.
 */
import { done, LOOK, type Steps, type Tick } from './pending.js';
import { NetThrow } from './values/exceptions.js';

/** Shorter ones are turned into text and back in one go. Bits. */
const SHORT_BITS = 2 ** 16;
/** Digits of a piece of a text. */
const PIECE_DIGITS = 2 ** 13;
/** Factors up to so many bits are multiplied in one go, and divisors divide so. */
const FACTOR_BITS = 2 ** 19;
const DIVISOR_BITS = 2 ** 16;

const sizeOf = (value: bigint): bigint => (value < 0n ? -value : value);
const isWithin = (value: bigint, bits: number): boolean => BigInt.asIntN(bits, value) === value;
const LONGEST_SHORT = 2n ** BigInt(SHORT_BITS - 1) - 1n;
const LOWEST_SHORT = -LONGEST_SHORT;
/** Its text takes a while. */
export const isLongInteger = (value: bigint): boolean => value > LONGEST_SHORT || value < LOWEST_SHORT;

/** Bits of a number that is not negative. */
export function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  const hex = value.toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex.charAt(0), 16)) + 28;
}

/** `a * b`. */
export function* productSteps(a: bigint, b: bigint, tick: Tick): Steps<bigint> {
  if (isWithin(a, FACTOR_BITS) && isWithin(b, FACTOR_BITS)) return yield* after(tick, a * b);
  const product = yield* positiveProduct(sizeOf(a), sizeOf(b), tick);
  return a < 0n === b < 0n ? product : -product;
}
function* positiveProduct(a: bigint, b: bigint, tick: Tick): Steps<bigint> {
  const isShort = isWithin(b, FACTOR_BITS);
  if (isShort && isWithin(a, FACTOR_BITS)) return yield* after(tick, a * b);
  const half = Math.max(bitLength(a), bitLength(b)) >> 1;
  const shift = BigInt(half);
  const [high, low] = [a >> shift, BigInt.asUintN(half, a)];
  if (isShort) return ((yield* positiveProduct(high, b, tick)) << shift) + (yield* positiveProduct(low, b, tick));
  const [highOther, lowOther] = [b >> shift, BigInt.asUintN(half, b)];
  // Karatsuba: three products of halves.
  const highs = yield* positiveProduct(high, highOther, tick);
  const lows = yield* positiveProduct(low, lowOther, tick);
  const all = yield* positiveProduct(high + low, highOther + lowOther, tick);
  return (((highs << shift) + (all - highs - lows)) << shift) + lows;
}

/** `a / b` and `a % b`; `b` is not zero. */
export function* divideSteps(a: bigint, b: bigint, tick: Tick): Steps<readonly [quotient: bigint, rest: bigint]> {
  if (isWithin(a, DIVISOR_BITS * 2) || isWithin(b, 64)) return yield* after(tick, [a / b, a % b] as const);
  const [quotient, rest] = yield* positiveDivision(sizeOf(a), sizeOf(b), tick);
  return [a < 0n === b < 0n ? quotient : -quotient, a < 0n ? -rest : rest];
}
/** As Burnikel and Ziegler do: long division whose digits are as long as the divisor. */
function* positiveDivision(a: bigint, b: bigint, tick: Tick): Steps<readonly [quotient: bigint, rest: bigint]> {
  const divisorBits = bitLength(b);
  // Its halves, and theirs, have whole bits.
  let pieces = 1;
  while (divisorBits / pieces > DIVISOR_BITS) pieces *= 2;
  const bits = Math.max(Math.ceil(divisorBits / pieces) * pieces, DIVISOR_BITS);
  const moved = BigInt(bits - divisorBits);
  const [dividend, divisor] = [a << moved, b << moved];
  const width = BigInt(bits);
  let quotient = 0n;
  let rest = 0n;
  const digits: bigint[] = [];
  for (let left = dividend; left > 0n; left >>= width) digits.push(BigInt.asUintN(bits, left));
  for (const digit of digits.reverse()) {
    const [part, next] = yield* divideTwo((rest << width) + digit, divisor, bits, tick);
    quotient = (quotient << width) + part;
    rest = next;
  }
  return [quotient, rest >> moved];
}
/** Twice `bits` by `bits`, whose highest bit is set; the quotient has no more than `bits`. */
function* divideTwo(a: bigint, b: bigint, bits: number, tick: Tick): Steps<readonly [quotient: bigint, rest: bigint]> {
  if (bits <= DIVISOR_BITS) return yield* after(tick, [a / b, a % b] as const);
  const half = bits / 2;
  const shift = BigInt(half);
  const [high, next] = yield* divideThree(a >> shift, b, half, tick);
  const [low, rest] = yield* divideThree((next << shift) + BigInt.asUintN(half, a), b, half, tick);
  return [(high << shift) + low, rest];
}
/** Three halves by two. */
function* divideThree(
  a: bigint,
  b: bigint,
  half: number,
  tick: Tick,
): Steps<readonly [quotient: bigint, rest: bigint]> {
  const shift = BigInt(half);
  const [high, low] = [b >> shift, BigInt.asUintN(half, b)];
  const top = a >> shift;
  let [quotient, rest] =
    top >> shift < high
      ? yield* divideTwo(top, high, half, tick)
      : ([(1n << shift) - 1n, top - (high << shift) + high] as const);
  rest = (rest << shift) + BigInt.asUintN(half, a) - (yield* productSteps(quotient, low, tick));
  while (rest < 0n) {
    quotient -= 1n;
    rest += b;
  }
  return [quotient, rest];
}

export function* powerSteps(base: bigint, exponent: number, tick: Tick): Steps<bigint> {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = yield* productSteps(result, result, tick);
    if (bit === '1') result = yield* productSteps(result, base, tick);
  }
  return result;
}

/** Longer ones would hold the process for seconds at each step. */
export const MAX_INTEGER_BITS = 2 ** 24;
const MAX_INTEGER_DIGITS = Math.ceil(MAX_INTEGER_BITS / Math.log2(10));
export const tooManyBits = (): NetThrow =>
  new NetThrow(
    'System.OutOfMemoryException',
    `A whole number of more than ${MAX_INTEGER_BITS} bits is larger than this engine allows.`,
  );

/** The texts that were made last: who cannot wait finds there what somebody who can has made for him. */
const remembered: { readonly value: bigint; readonly text: string }[] = [];
const REMEMBERED = 4;
const rememberedText = (value: bigint): string | undefined => remembered.find((one) => one.value === value)?.text;
/** `value.toString()`, in one go when nobody made it before. */
export const integerText = (value: bigint): string =>
  (isLongInteger(value) ? rememberedText(value) : undefined) ?? value.toString();

/** `value.toString()`. */
export function* integerTextSteps(value: bigint, tick: Tick): Steps<string> {
  if (!isLongInteger(value)) return value.toString();
  const before = rememberedText(value);
  if (before !== undefined) return before;
  const text = yield* longTextSteps(value, tick);
  remembered.unshift({ value, text });
  remembered.length = Math.min(remembered.length, REMEMBERED);
  return text;
}
function* longTextSteps(value: bigint, tick: Tick): Steps<string> {
  const size = sizeOf(value);
  // The powers of ten that cut it into halves, the halves into halves, and so on.
  const powers = [10n ** BigInt(PIECE_DIGITS)];
  for (let last = powers[0] ?? 1n; bitLength(last) * 2 <= bitLength(size) + 2; powers.push(last))
    last = yield* productSteps(last, last, tick);
  const pieces: string[] = [];
  yield* pushDigits(size, powers.length - 1, powers, pieces, tick);
  const text = pieces.join('').replace(/^0+/, '');
  return value < 0n ? `-${text}` : text;
}
function* pushDigits(
  value: bigint,
  level: number,
  powers: readonly bigint[],
  pieces: string[],
  tick: Tick,
): Steps<undefined> {
  const power = powers[level];
  if (power === undefined) {
    pieces.push(value.toString().padStart(PIECE_DIGITS, '0'));
    return yield* after(tick, undefined);
  }
  const [high, low] = yield* divideSteps(value, power, tick);
  yield* pushDigits(high, level - 1, powers, pieces, tick);
  return yield* pushDigits(low, level - 1, powers, pieces, tick);
}

/** The number of a text of decimal digits. @throws {NetThrow} OutOfMemoryException. */
export function integerOfText(digits: string): bigint {
  if (digits.length > MAX_INTEGER_DIGITS) throw tooManyBits();
  return BigInt(digits);
}
/** Texts with more digits are read in pieces. */
export const MANY_DIGITS = PIECE_DIGITS * 2;
/** As `integerOfText`. */
export function* integerOfSteps(digits: string, tick: Tick): Steps<bigint> {
  if (digits.length > MAX_INTEGER_DIGITS) throw tooManyBits();
  let pieces: bigint[] = [];
  for (let end = digits.length; end > 0; end -= PIECE_DIGITS) {
    pieces.push(BigInt(digits.slice(Math.max(0, end - PIECE_DIGITS), end)));
    yield* after(tick, undefined);
  }
  // The lowest first: neighbours become one, until one is left.
  for (let power = 10n ** BigInt(PIECE_DIGITS); pieces.length > 1; ) {
    const pairs: bigint[] = [];
    for (let at = 0; at < pieces.length; at += 2)
      pairs.push((yield* productSteps(pieces[at + 1] ?? 0n, power, tick)) + (pieces[at] ?? 0n));
    pieces = pairs;
    if (pieces.length > 1) power = yield* productSteps(power, power, tick);
  }
  return pieces[0] ?? 0n;
}

/** What a piece takes is worth a look at the clock. */
function* after<T>(tick: Tick, made: T): Steps<T> {
  done.steps += LOOK;
  const wait = tick();
  if (wait !== undefined) yield wait;
  return made;
}
