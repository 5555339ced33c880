/** System.Numerics.BigInteger. */
import {
  bitLength,
  divideSteps,
  integerOfSteps,
  integerText,
  integerTextSteps,
  isLongInteger,
  MANY_DIGITS,
  powerSteps,
  productSteps,
} from '../big-steps.js';
import { checkPower, checkProduct } from '../operators/arithmetic.js';
import { andThen, drive, type Pending, type Steps, type Tick, ticking } from '../pending.js';
import { PSDecimal, PSNumber, type PSValue } from '../../../protocol/objects/index.js';
import { bigInteger, integerOf, isNumeric, littleEndian } from '../conversion.js';
import { compareNumbers } from '../operators/comparison.js';
import { implement, type MemberBody } from '../values/bodies.js';
import { PSReference, unwrap } from '../values/live.js';
import { BIGINT, typeOf } from '../values/types.js';
import { currentNumbers } from '../culture/culture.js';
import { wholeText } from '../text/number-format.js';
import { waysOf } from './format-provider.js';
import { truncateDecimal } from './decimal.js';
import { parseNumber, Styles, wholeOf } from './number-parse.js';
import { common, type Parser, parsing, tuple } from './numbers.js';
import {
  argumentError,
  big,
  bytesOf,
  double,
  formatError,
  num,
  outOfRange,
  overflowError,
  text,
  throwNet,
} from './support.js';

implement('System.Numerics.BigInteger', () => {
  const own = (value: PSValue | undefined): bigint => big(value);
  const read: Parser = (source, styles, provider) => {
    const parsed = parseNumber(source, styles, waysOf(provider).numbers);
    if (parsed === undefined) return undefined;
    if ((styles & Styles.Hex) !== 0) {
      const bits = source.trim().length * 4;
      return { value: bigInteger(BigInt.asIntN(bits, parsed.digits)) };
    }
    const whole = wholeOf(parsed);
    return whole === undefined ? undefined : { value: bigInteger(whole) };
  };
  const two =
    (work: (a: bigint, b: bigint) => Pending<bigint>): MemberBody =>
    (_self, a, b) =>
      andThen(work(own(a), own(b)), bigInteger);
  /** Of a long number the text is made before. */
  const withText =
    (body: MemberBody): MemberBody =>
    (self, ...args) =>
      isLongInteger(own(self))
        ? andThen(drive(integerTextSteps(own(self), ticking())), () => body(self, ...args))
        : body(self, ...args);
  const parsed = parsing(BIGINT, Styles.Integer, read, () => formatError('The value could not be parsed.'));
  const shared = common(BIGINT);
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const product = (a: bigint, b: bigint): Pending<bigint> => {
    checkProduct(a, b);
    return drive(productSteps(a, b, ticking()));
  };
  const division = (a: bigint, b: bigint): Pending<readonly [quotient: bigint, rest: bigint]> => {
    if (b === 0n) throw throwNet('System.DivideByZeroException', 'Attempted to divide by zero.');
    return drive(divideSteps(a, b, ticking()));
  };
  const divide = (a: bigint, b: bigint): Pending<bigint> => andThen(division(a, b), ([quotient]) => quotient);
  const modulo = (a: bigint, b: bigint): Pending<bigint> => andThen(division(a, b), ([, rest]) => rest);
  return {
    ...shared,
    ...parsed,
    'static Parse': (self, source, ...rest) => {
      const digits = rest.length === 0 && source !== null ? /^\s*(\d+)\s*$/.exec(text(source))?.[1] : undefined;
      return digits !== undefined && digits.length > MANY_DIGITS
        ? andThen(drive(integerOfSteps(digits, ticking())), bigInteger)
        : (parsed['static Parse'] as MemberBody)(self, source, ...rest);
    },
    'ToString()': withText((self) => wholeText(integerText(own(self)), currentNumbers())),
    'ToString(System.IFormatProvider)': withText(shared['ToString(System.IFormatProvider)'] as MemberBody),
    'ToString(string)': withText(shared['ToString(string)'] as MemberBody),
    'ToString(string, System.IFormatProvider)': withText(
      shared['ToString(string, System.IFormatProvider)'] as MemberBody,
    ),
    Equals: (self, other) => {
      const inner = unwrap(other);
      return (
        (isNumeric(inner) &&
          integerOf(inner) !== undefined &&
          typeOf(inner) !== undefined &&
          integerOf(inner) === own(self)) ||
        false
      );
    },
    'CompareTo(System.Object)': (self, other) => {
      if (other === null) return 1;
      if (typeOf(unwrap(other)) !== BIGINT) throw argumentError('The parameter must be a BigInteger.', 'obj');
      return compareNumbers(self, unwrap(other));
    },
    CompareTo: (self, other) => compareNumbers(self, unwrap(other)),
    IsEven: (self) => own(self) % 2n === 0n,
    IsOne: (self) => own(self) === 1n,
    IsZero: (self) => own(self) === 0n,
    IsPowerOfTwo: (self) => own(self) > 0n && (own(self) & (own(self) - 1n)) === 0n,
    Sign: (self) => (own(self) < 0n ? -1 : own(self) > 0n ? 1 : 0),
    GetBitLength: (self) => BigInt(bitLength(own(self) < 0n ? ~own(self) : own(self))),
    GetByteCount: (self, isUnsigned) => {
      const value = own(self);
      if (isUnsigned !== true) return bigBytes(value).length;
      if (value < 0n) throw overflowError('Negative values do not have an unsigned representation.');
      return Math.max(1, Math.ceil(bitLength(value) / 8));
    },
    ToByteArray: (self) => bigBytes(own(self)),
    'static IsPow2': (_self, value) => own(value) > 0n && (own(value) & (own(value) - 1n)) === 0n,
    'static PopCount': (_self, value) => bigInteger(BigInt(onesOf(own(value)))),
    'static Zero': () => bigInteger(0n),
    'static One': () => bigInteger(1n),
    'static MinusOne': () => bigInteger(-1n),
    'static Add': two((a, b) => a + b),
    'static Subtract': two((a, b) => a - b),
    'static Multiply': two(product),
    'static Divide': two(divide),
    'static Remainder': two(modulo),
    'static op_Addition': two((a, b) => a + b),
    'static op_Subtraction': two((a, b) => a - b),
    'static op_Multiply': two(product),
    'static op_Division': two(divide),
    'static op_Modulus': two(modulo),
    'static Max': two((a, b) => (a > b ? a : b)),
    'static Min': two((a, b) => (a < b ? a : b)),
    'static Abs': (_self, value) => bigInteger(size(own(value))),
    'static Negate': (_self, value) => bigInteger(-own(value)),
    'static Compare': (_self, a, b) => compareNumbers(a, b),
    'static Pow': (_self, value, power) => {
      if (num(power) < 0) throw outOfRange('exponent', 'The number must be greater than or equal to zero.');
      checkPower(own(value), num(power));
      return andThen(drive(powerSteps(own(value), num(power), ticking())), bigInteger);
    },
    'static ModPow': (_self, value, power, modulus) => {
      if (own(power) < 0n) throw outOfRange('exponent', 'The number must be greater than or equal to zero.');
      if (own(modulus) === 0n) throw throwNet('System.DivideByZeroException', 'Attempted to divide by zero.');
      return andThen(drive(modPowerSteps(own(value), own(power), own(modulus), ticking())), bigInteger);
    },
    'static GreatestCommonDivisor': (_self, a, b) =>
      andThen(drive(commonDivisorSteps(size(own(a)), size(own(b)), ticking())), bigInteger),
    'static DivRem': (_self, a, b, out) => {
      return andThen(division(own(a), own(b)), ([quotient, rest]) => {
        if (!(out instanceof PSReference)) return tuple([bigInteger(quotient), bigInteger(rest)]);
        out.put(bigInteger(rest));
        return bigInteger(quotient);
      });
    },
    'static Log': (_self, value, base) => double(bigLog(own(value)) / (base === undefined ? 1 : Math.log(num(base)))),
    'static Log10': (_self, value) => double(bigLog(own(value)) / Math.LN10),
    'new(byte[])': (_self, value) => bigInteger(littleEndian(bytesOf(value))),
    new: (_self, value) => {
      const inner = unwrap(value ?? 0);
      if (inner instanceof PSNumber && !Number.isFinite(inner.value))
        throw overflowError(
          Number.isNaN(inner.value) ? 'The value is not a number.' : 'BigInteger cannot represent infinity.',
        );
      if (inner instanceof PSDecimal) return bigInteger(truncateDecimal(inner).unscaled);
      return bigInteger(own(inner));
    },
  };
});
function bigLog(value: bigint): number {
  if (value <= 0n) return value === 0n ? Number.NEGATIVE_INFINITY : Number.NaN;
  const bits = bitLength(value);
  if (bits <= 1000) return Math.log(Number(value));
  // What is beyond the highest bits changes nothing.
  const drop = bits - 64;
  return Math.log(Number(value >> BigInt(drop))) + drop * Math.LN2;
}
/** Two's complement, least significant byte first, as few bytes as hold the sign. */
export function bigBytes(value: bigint): Uint8Array {
  // The sign takes a bit.
  const length = (bitLength(value < 0n ? ~value : value) >> 3) + 1;
  const hex = BigInt.asUintN(length * 8, value).toString(16);
  return Uint8Array.from(Buffer.from(hex.padStart(length * 2, '0'), 'hex').reverse());
}
/** Bits that are set. */
function onesOf(value: bigint): number {
  let count = 0;
  for (const digit of value.toString(16))
    for (let rest = Number.parseInt(digit, 16); rest > 0; rest &= rest - 1) count += 1;
  return count;
}
function* modPowerSteps(value: bigint, power: bigint, modulus: bigint, tick: Tick): Steps<bigint> {
  const rest = function* (whole: bigint): Steps<bigint> {
    return (yield* divideSteps(whole, modulus, tick))[1];
  };
  let result = yield* rest(1n);
  const base = yield* rest(value);
  for (const bit of power.toString(2)) {
    result = yield* rest(yield* productSteps(result, result, tick));
    if (bit === '1') result = yield* rest(yield* productSteps(result, base, tick));
  }
  return result;
}
function* commonDivisorSteps(a: bigint, b: bigint, tick: Tick): Steps<bigint> {
  if (b === 0n) return a;
  let [x, y] = [b, (yield* divideSteps(a, b, tick))[1]];
  // From here on they are about as long as each other: a division is a few subtractions.
  while (y !== 0n) {
    [x, y] = [y, x % y];
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  return x;
}
