/** System.Numerics.BigInteger. */
import { checkPower, checkProduct } from '../operators/arithmetic.js';
import { PSDecimal, PSNumber, type PSValue } from '../../../protocol/objects/index.js';
import { bigInteger, integerOf, isNumeric } from '../conversion.js';
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
    (work: (a: bigint, b: bigint) => bigint): MemberBody =>
    (_self, a, b) =>
      bigInteger(work(own(a), own(b)));
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const product = (a: bigint, b: bigint): bigint => {
    checkProduct(a, b);
    return a * b;
  };
  const divide = (a: bigint, b: bigint): bigint => {
    if (b === 0n) throw throwNet('System.DivideByZeroException', 'Attempted to divide by zero.');
    return a / b;
  };
  const modulo = (a: bigint, b: bigint): bigint => {
    if (b === 0n) throw throwNet('System.DivideByZeroException', 'Attempted to divide by zero.');
    return a % b;
  };
  return {
    ...common(BIGINT),
    ...parsing(BIGINT, Styles.Integer, read, () => formatError('The value could not be parsed.')),
    'ToString()': (self) => wholeText(own(self).toString(), currentNumbers()),
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
    ToByteArray: (self) => bigBytes(own(self)),
    'static IsPow2': (_self, value) => own(value) > 0n && (own(value) & (own(value) - 1n)) === 0n,
    'static PopCount': (_self, value) => bigInteger(BigInt(own(value).toString(2).replaceAll('0', '').length)),
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
      return bigInteger(own(value) ** BigInt(num(power)));
    },
    'static ModPow': (_self, value, power, modulus) => {
      let result = 1n;
      let base = modulo(own(value), own(modulus));
      for (let rest = own(power); rest > 0n; rest >>= 1n) {
        if ((rest & 1n) === 1n) result = (result * base) % own(modulus);
        base = (base * base) % own(modulus);
      }
      return bigInteger(result % own(modulus));
    },
    'static GreatestCommonDivisor': (_self, a, b) => {
      let x = size(own(a));
      let y = size(own(b));
      while (y !== 0n) [x, y] = [y, x % y];
      return bigInteger(x);
    },
    'static DivRem': (_self, a, b, out) => {
      if (out instanceof PSReference) {
        out.put(bigInteger(modulo(own(a), own(b))));
        return bigInteger(divide(own(a), own(b)));
      }
      return tuple([bigInteger(divide(own(a), own(b))), bigInteger(modulo(own(a), own(b)))]);
    },
    'static Log': (_self, value, base) => double(bigLog(own(value)) / (base === undefined ? 1 : Math.log(num(base)))),
    'static Log10': (_self, value) => double(bigLog(own(value)) / Math.LN10),
    'new(byte[])': (_self, value) => {
      const bytes = bytesOf(value);
      let total = 0n;
      for (let at = bytes.length - 1; at >= 0; at -= 1) total = (total << 8n) | BigInt(bytes[at] ?? 0);
      return bigInteger(BigInt.asIntN(bytes.length * 8, total));
    },
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
  const digits = value.toString();
  return digits.length < 300
    ? Math.log(Number(value))
    : Math.log(Number(digits.slice(0, 17))) + (digits.length - 17) * Math.LN10;
}
/** Two's complement, least significant byte first, as few bytes as hold the sign. */
export function bigBytes(value: bigint): Uint8Array {
  const out: number[] = [];
  let rest = value;
  do {
    out.push(Number(rest & 255n));
    rest >>= 8n;
  } while (!((rest === 0n && (out[out.length - 1] ?? 0) < 128) || (rest === -1n && (out[out.length - 1] ?? 0) >= 128)));
  return Uint8Array.from(out);
}
