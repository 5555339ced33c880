/** System.Math and System.MathF. */
import { PSDecimal, PSDouble, PSSingle, type PSValue } from '../../../protocol/objects/index.js';
import { integerRange, makeInteger, toText } from '../conversion.js';
import { compareNumbers } from '../operators/comparison.js';
import { implement, type MemberBody } from '../values/bodies.js';
import { EnumValue, PSReference } from '../values/live.js';
import { INT32, INT64, typeOf } from '../values/types.js';
import { roundDecimal, truncateDecimal } from './decimal.js';
import { divRem, roundDouble, roundWhole, tuple } from './numbers.js';
import { argumentError, big, double, num, outOfRange, overflowError, throwNet } from './support.js';

const one =
  (map: (value: number) => number): MemberBody =>
  (_self, value) =>
    double(map(num(value)));
const isNaNValue = (value: PSValue): boolean =>
  (value instanceof PSDouble || value instanceof PSSingle) && Number.isNaN(value.value);
const pick =
  (greater: boolean): MemberBody =>
  (_self, a, b) => {
    if (isNaNValue(a)) return a;
    if (isNaNValue(b)) return b;
    const order = compareNumbers(a, b);
    if (order === 0 && Object.is(num(a), greater ? -0 : 0)) return b;
    return order >= 0 === greater ? (order === 0 ? a : a) : order === 0 ? a : b;
  };
const same = (like: PSValue, value: number): PSValue =>
  like instanceof PSSingle ? new PSSingle(value) : new PSDouble(value);

function abs(_self: PSValue, value: PSValue): PSValue {
  if (value instanceof PSDouble || value instanceof PSSingle) return same(value, Math.abs(value.value));
  if (value instanceof PSDecimal) return value.unscaled < 0n ? new PSDecimal(-value.unscaled, value.scale) : value;
  const type = typeOf(value) ?? INT32;
  const number = big(value);
  if (number === integerRange(type)?.[0] && number < 0n)
    throw overflowError('Negating the minimum value of a twos complement number is invalid.');
  return makeInteger(type, number < 0n ? -number : number);
}
function round(_self: PSValue, value: PSValue, second?: PSValue, third?: PSValue): PSValue {
  const digits = second === undefined || second instanceof EnumValue ? 0 : num(second);
  const mode = second instanceof EnumValue ? second : third;
  const name = mode instanceof EnumValue ? mode.text : 'ToEven';
  if (value instanceof PSDecimal) return roundDecimal(value, digits, name);
  return double(roundDouble(num(value), digits, name));
}
const whole =
  (map: (value: number) => number, mode: string): MemberBody =>
  (_self, value) =>
    value instanceof PSDecimal
      ? mode === 'ToZero'
        ? truncateDecimal(value)
        : roundDecimal(value, 0, mode)
      : double(map(num(value)));

/** IEEE 754 remainder: the quotient rounds to even. */
function ieeeRemainder(x: number, y: number): number {
  const rest = x % y;
  if (!Number.isFinite(x) || !Number.isFinite(y) || y === 0)
    return Number.isFinite(x) && !Number.isNaN(y) && y !== 0 ? x : Number.NaN;
  const other = rest - Math.abs(y) * Math.sign(x);
  if (Math.abs(other) === Math.abs(rest))
    return roundWhole(x / y, 'ToEven') * y === x - rest
      ? rest
      : Math.abs(roundWhole(x / y, 'ToEven') * y - (x - rest)) < Math.abs(y) / 2
        ? rest
        : other;
  return Math.abs(other) < Math.abs(rest) ? other : rest;
}
function step(value: number, up: boolean): number {
  if (!Number.isFinite(value))
    return value === (up ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)
      ? -Math.sign(up ? 1 : -1) * Number.MAX_VALUE
      : value;
  if (value === 0) return up ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 === up ? 1n : -1n));
  return view.getFloat64(0);
}

implement('System.Math', () => ({
  'static PI': () => double(Math.PI),
  'static E': () => double(Math.E),
  'static Tau': () => double(2 * Math.PI),
  'static Abs': abs,
  'static Max': pick(true),
  'static Min': pick(false),
  'static Round': round,
  'static Floor': whole(Math.floor, 'ToNegativeInfinity'),
  'static Ceiling': whole(Math.ceil, 'ToPositiveInfinity'),
  'static Truncate': whole(Math.trunc, 'ToZero'),
  'static Sqrt': one(Math.sqrt),
  'static Cbrt': one(Math.cbrt),
  'static Exp': one(Math.exp),
  'static Log': (_self, value, base) => {
    if (base === undefined) return double(Math.log(num(value)));
    const b = num(base);
    if (Number.isNaN(b)) return double(b);
    if (b === 1 || (num(value) !== 1 && (b === 0 || b === Number.POSITIVE_INFINITY))) return double(Number.NaN);
    return double(Math.log(num(value)) / Math.log(b));
  },
  'static Log2': one(Math.log2),
  'static Log10': one(Math.log10),
  'static ILogB': (_self, value) => Math.floor(Math.log2(Math.abs(num(value)))),
  'static Sin': one(Math.sin),
  'static Cos': one(Math.cos),
  'static Tan': one(Math.tan),
  'static Asin': one(Math.asin),
  'static Acos': one(Math.acos),
  'static Atan': one(Math.atan),
  'static Sinh': one(Math.sinh),
  'static Cosh': one(Math.cosh),
  'static Tanh': one(Math.tanh),
  'static Asinh': one(Math.asinh),
  'static Acosh': one(Math.acosh),
  'static Atanh': one(Math.atanh),
  'static Atan2': (_self, y, x) => double(Math.atan2(num(y), num(x))),
  'static SinCos': (_self, value) => tuple([double(Math.sin(num(value))), double(Math.cos(num(value)))]),
  'static Pow': (_self, a, b) =>
    double(num(a) === 1 || (num(a) === -1 && Math.abs(num(b)) === Number.POSITIVE_INFINITY) ? 1 : num(a) ** num(b)),
  'static Sign': (_self, value) => {
    if (isNaNValue(value))
      throw throwNet('System.ArithmeticException', 'Function does not accept floating point Not-a-Number values.');
    return compareNumbers(value, 0);
  },
  'static Clamp': (_self, value, low, high) => {
    if (compareNumbers(low, high) > 0) throw argumentError(`'${toText(low)}' cannot be greater than ${toText(high)}.`);
    return compareNumbers(value, low) < 0 ? low : compareNumbers(value, high) > 0 ? high : value;
  },
  'static DivRem': (_self, a, b, out) => {
    const type = typeOf(a) ?? INT64;
    if (out instanceof PSReference) {
      if (big(b) === 0n) throw throwNet('System.DivideByZeroException', 'Attempted to divide by zero.');
      out.put(makeInteger(type, big(a) % big(b)));
      return makeInteger(type, big(a) / big(b));
    }
    return divRem(type, a, b);
  },
  'static BigMul': (_self, a, b) => big(a) * big(b),
  'static IEEERemainder': (_self, a, b) => double(ieeeRemainder(num(a), num(b))),
  'static CopySign': (_self, a, b) =>
    double(Math.sign(num(b)) < 0 || Object.is(num(b), -0) ? -Math.abs(num(a)) : Math.abs(num(a))),
  'static FusedMultiplyAdd': (_self, a, b, c) => double(num(a) * num(b) + num(c)),
  'static ScaleB': (_self, a, b) => double(num(a) * 2 ** num(b)),
  'static BitIncrement': one((value) => step(value, true)),
  'static BitDecrement': one((value) => step(value, false)),
  'static MaxMagnitude': (_self, a, b) => double(Math.abs(num(a)) >= Math.abs(num(b)) ? num(a) : num(b)),
  'static MinMagnitude': (_self, a, b) => double(Math.abs(num(a)) <= Math.abs(num(b)) ? num(a) : num(b)),
  'static ReciprocalEstimate': one((value) => 1 / value),
  'static ReciprocalSqrtEstimate': one((value) => 1 / Math.sqrt(value)),
}));

const single =
  (map: (value: number) => number): MemberBody =>
  (_self, value) =>
    new PSSingle(map(num(value)));
implement('System.MathF', () => ({
  'static PI': () => new PSSingle(Math.PI),
  'static E': () => new PSSingle(Math.E),
  'static Tau': () => new PSSingle(2 * Math.PI),
  'static Abs': single(Math.abs),
  'static Sqrt': single(Math.sqrt),
  'static Cbrt': single(Math.cbrt),
  'static Exp': single(Math.exp),
  'static Log': (_self, value, base) =>
    new PSSingle(base === undefined ? Math.log(num(value)) : Math.log(num(value)) / Math.log(num(base))),
  'static Log2': single(Math.log2),
  'static Log10': single(Math.log10),
  'static Floor': single(Math.floor),
  'static Ceiling': single(Math.ceil),
  'static Truncate': single(Math.trunc),
  'static Sin': single(Math.sin),
  'static Cos': single(Math.cos),
  'static Tan': single(Math.tan),
  'static Asin': single(Math.asin),
  'static Acos': single(Math.acos),
  'static Atan': single(Math.atan),
  'static Sinh': single(Math.sinh),
  'static Cosh': single(Math.cosh),
  'static Tanh': single(Math.tanh),
  'static Atan2': (_self, y, x) => new PSSingle(Math.atan2(num(y), num(x))),
  'static Pow': (_self, a, b) => new PSSingle(num(a) ** num(b)),
  'static Max': (_self, a, b) => new PSSingle(Math.max(num(a), num(b))),
  'static Min': (_self, a, b) => new PSSingle(Math.min(num(a), num(b))),
  'static Sign': (_self, value) => Math.sign(num(value)),
  'static Round': (_self, value, second, third) => {
    const digits = second === undefined || second instanceof EnumValue ? 0 : num(second);
    if (digits < 0 || digits > 6) throw outOfRange('digits', 'Rounding digits must be between 0 and 15, inclusive.');
    const mode = second instanceof EnumValue ? second : third;
    return new PSSingle(roundDouble(num(value), digits, mode instanceof EnumValue ? mode.text : 'ToEven'));
  },
}));
