/**
 * Numbers that PowerShell has no words for: Int128, UInt128 and Half. To its operators they are objects whose classes bring
 * operators of their own.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import { PSDouble } from '../../../protocol/objects/index.js';
import { furtherCasts, integerOf, integerRange, isNumeric, makeInteger, toNumber } from '../conversion.js';
import { currentNumbers } from '../culture/culture.js';
import type { NumberCulture } from '../culture/number-culture.js';
import { FormatError, formatNumber, type FormatNumber } from '../text/number-format.js';
import { type Bodies, implement, type MemberBody } from '../values/bodies.js';
import { NetObject, PSReference, unwrap } from '../values/live.js';
import { requireType } from '../values/net-type.js';
import { waysOf } from './format-provider.js';
import { parseNumber, Styles, stylesOf, wholeOf } from './number-parse.js';
import { tuple } from './numbers.js';
import {
  argumentError,
  argumentNull,
  big,
  double,
  formatError,
  net,
  num,
  overflowError,
  text,
  throwNet,
} from './support.js';

/** How these numbers are written in a format. @throws FormatException */
function written(number: FormatNumber, format: PSValue | undefined, ways: NumberCulture): string {
  try {
    return formatNumber(number, format === undefined || format === null ? '' : text(format), ways);
  } catch (error) {
    throw error instanceof FormatError ? formatError(error.message) : error;
  }
}
/** ToString with a format, a provider, both or neither. */
const shownBy =
  (show: (self: PSValue, format: PSValue | undefined, ways: NumberCulture) => string): MemberBody =>
  (self, ...args) => {
    const provider = args.find((one) => typeof one !== 'string' && one !== null);
    return show(
      self,
      typeof args[0] === 'string' ? args[0] : '',
      provider === undefined ? currentNumbers() : waysOf(provider).numbers,
    );
  };
const isOf = (value: PSValue | undefined, name: string): value is NetObject =>
  value instanceof NetObject && value.type.fullName === name;

// ------------------------------------------------------------ whole numbers

function wide(name: string, low: bigint, high: bigint): void {
  const BITS = 128;
  const made = (value: bigint): PSValue => net(name, value);
  const wrapped = (value: bigint): PSValue => made(low < 0n ? BigInt.asIntN(BITS, value) : BigInt.asUintN(BITS, value));
  const overflow = (): Error =>
    overflowError(`Value was either too large or too small for an ${name.replace('System.', '')}.`);
  const within = (value: bigint): PSValue => {
    if (value < low || value > high) throw overflowError('Arithmetic operation resulted in an overflow.');
    return made(value);
  };
  const own = (value: PSValue | undefined): bigint => {
    const inner = unwrap(value ?? null);
    return inner instanceof NetObject && typeof inner.data === 'bigint' ? inner.data : big(inner);
  };
  const shape = (value: bigint): FormatNumber => ({ kind: 'integer', value, bits: BITS });
  const two =
    (work: (a: bigint, b: bigint) => bigint): MemberBody =>
    (_self, a, b) =>
      wrapped(work(own(a), own(b)));
  const test =
    (work: (a: bigint, b: bigint) => boolean): MemberBody =>
    (_self, a, b) =>
      work(own(a), own(b));
  const by =
    (work: (a: bigint, b: bigint) => bigint): MemberBody =>
    (_self, a, b) => {
      if (own(b) === 0n) throw throwNet('System.DivideByZeroException', 'Attempted to divide by zero.');
      return wrapped(work(own(a), own(b)));
    };
  const compared = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const bits = (value: PSValue | undefined): string => BigInt.asUintN(BITS, own(value)).toString(2);
  const read = (source: string, styles: number, provider: PSValue | undefined): bigint | 'overflow' | undefined => {
    const parsed = parseNumber(source, styles, waysOf(provider).numbers);
    if (parsed === undefined) return undefined;
    const value = (styles & (Styles.Hex | Styles.Binary)) !== 0 ? BigInt.asIntN(BITS, parsed.digits) : wholeOf(parsed);
    if (value === undefined) return 'overflow';
    const kept = low < 0n || value >= 0n ? value : BigInt.asUintN(BITS, value);
    return kept < low || kept > high ? 'overflow' : kept;
  };
  const from: MemberBody = (_self, value) => {
    const inner = unwrap(value ?? null);
    const whole = inner instanceof NetObject && typeof inner.data === 'bigint' ? inner.data : integerOf(inner);
    if (whole !== undefined) return wrapped(whole);
    const number = isNumeric(inner) ? toNumber(inner) : num(inner);
    if (!Number.isFinite(number)) throw overflow();
    return within(BigInt(Math.trunc(number)));
  };
  implement(name, () => ({
    ToString: shownBy((self, format, ways) => written(shape(own(self)), format, ways)),
    Equals: (self, other) => isOf(unwrap(other ?? null), name) && own(self) === own(other),
    GetHashCode: (self) => Number(BigInt.asIntN(32, own(self) ^ (own(self) >> 32n))),
    CompareTo: (self, other) => {
      if (other === null || other === undefined) return 1;
      if (!isOf(unwrap(other), name)) throw argumentError(`Object must be of type ${name.replace('System.', '')}.`);
      return compared(own(self), own(other));
    },
    'static MaxValue': () => made(high),
    'static MinValue': () => made(low),
    'static One': () => made(1n),
    'static Zero': () => made(0n),
    'static NegativeOne': () => made(-1n),
    'static Parse': (_self, source, ...rest) => {
      if (source === null || source === undefined) throw argumentNull('s');
      const provider = rest.find((one) => one instanceof NetObject);
      const found = read(text(source), stylesOf(rest[0] ?? null, Styles.Integer), provider);
      if (found === undefined) throw formatError(`The input string '${text(source)}' was not in a correct format.`);
      if (found === 'overflow') throw overflow();
      return made(found);
    },
    'static TryParse': (_self, source, ...rest) => {
      const target = rest[rest.length - 1];
      const provider = rest.find((one) => one instanceof NetObject);
      const found =
        source === null || source === undefined
          ? undefined
          : read(text(source), stylesOf(rest.length > 1 ? (rest[0] ?? null) : null, Styles.Integer), provider);
      const isGood = typeof found === 'bigint';
      if (target instanceof PSReference) target.put(made(isGood ? found : 0n));
      return isGood;
    },
    'static op_Implicit': from,
    'static op_Explicit': from,
    'static op_Addition': two((a, b) => a + b),
    'static op_Subtraction': two((a, b) => a - b),
    'static op_Multiply': two((a, b) => a * b),
    'static op_Division': by((a, b) => a / b),
    'static op_Modulus': by((a, b) => a % b),
    'static op_BitwiseAnd': two((a, b) => a & b),
    'static op_BitwiseOr': two((a, b) => a | b),
    'static op_ExclusiveOr': two((a, b) => a ^ b),
    'static op_LeftShift': (_self, value, count) => wrapped(own(value) << BigInt(num(count) & 127)),
    'static op_RightShift': (_self, value, count) => wrapped(own(value) >> BigInt(num(count) & 127)),
    'static op_OnesComplement': (_self, value) => wrapped(~own(value)),
    'static op_UnaryNegation': (_self, value) => wrapped(-own(value)),
    'static op_UnaryPlus': (_self, value) => made(own(value)),
    'static op_Increment': (_self, value) => wrapped(own(value) + 1n),
    'static op_Decrement': (_self, value) => wrapped(own(value) - 1n),
    'static op_Equality': test((a, b) => a === b),
    'static op_Inequality': test((a, b) => a !== b),
    'static op_LessThan': test((a, b) => a < b),
    'static op_LessThanOrEqual': test((a, b) => a <= b),
    'static op_GreaterThan': test((a, b) => a > b),
    'static op_GreaterThanOrEqual': test((a, b) => a >= b),
    'static Abs': (_self, value) => {
      if (own(value) === low && low < 0n)
        throw overflowError('Negating the minimum value of a twos complement number is invalid.');
      return made(size(own(value)));
    },
    'static Sign': (_self, value) => compared(own(value), 0n),
    'static Max': two((a, b) => (a > b ? a : b)),
    'static Min': two((a, b) => (a < b ? a : b)),
    'static MaxMagnitude': two((a, b) => (size(a) >= size(b) ? a : b)),
    'static MinMagnitude': two((a, b) => (size(a) <= size(b) ? a : b)),
    'static Clamp': (_self, value, least, most) => {
      if (own(least) > own(most)) throw argumentError(`'${own(least)}' cannot be greater than ${own(most)}.`);
      return made(own(value) < own(least) ? own(least) : own(value) > own(most) ? own(most) : own(value));
    },
    'static DivRem': (_self, a, b) => {
      if (own(b) === 0n) throw throwNet('System.DivideByZeroException', 'Attempted to divide by zero.');
      return tuple([made(own(a) / own(b)), made(own(a) % own(b))]);
    },
    'static IsEvenInteger': (_self, value) => own(value) % 2n === 0n,
    'static IsOddInteger': (_self, value) => own(value) % 2n !== 0n,
    'static IsNegative': (_self, value) => own(value) < 0n,
    'static IsPositive': (_self, value) => own(value) >= 0n,
    'static IsPow2': (_self, value) => own(value) > 0n && (own(value) & (own(value) - 1n)) === 0n,
    'static PopCount': (_self, value) => made(BigInt(bits(value).replaceAll('0', '').length)),
    'static Log2': (_self, value) => made(BigInt(bits(value).length - 1)),
    'static LeadingZeroCount': (_self, value) => made(BigInt(own(value) === 0n ? BITS : BITS - bits(value).length)),
    'static TrailingZeroCount': (_self, value) =>
      made(BigInt(own(value) === 0n ? BITS : (/0*$/.exec(bits(value))?.[0].length ?? 0))),
    'static CreateChecked': (_self, value) => within(own(value)),
    'static CreateTruncating': (_self, value) => wrapped(own(value)),
    'static CreateSaturating': (_self, value) => made(own(value) < low ? low : own(value) > high ? high : own(value)),
  }));
  furtherCasts.set(name, (value, type) => {
    const whole = own(value);
    const range = integerRange(type);
    if (range !== undefined) return makeInteger(type, BigInt.asIntN(128, castBits(whole, range)));
    const kind = type.fullName;
    if (kind === 'System.Numerics.BigInteger') return makeInteger(type, whole);
    if (kind === 'System.Double' || kind === 'System.Single' || kind === 'System.Decimal') return number(whole, kind);
    return kind === 'System.Int128' || kind === 'System.UInt128' ? net(kind, whole) : undefined;
  });
}
/** What is left of a number in a smaller type: its lowest bits. */
function castBits(value: bigint, [low, high]: readonly [bigint, bigint]): bigint {
  const width = (high - low + 1n).toString(2).length - 1;
  return low < 0n ? BigInt.asIntN(width, value) : BigInt.asUintN(width, value);
}
const number = (value: bigint, kind: string): PSValue =>
  kind === 'System.Decimal'
    ? decimalFrom(value)
    : kind === 'System.Single'
      ? singleFrom(Number(value))
      : new PSDouble(Number(value));
const through = (kind: string, value: PSValue): PSValue => {
  const body = requireType('System.Convert').findStaticMethod(`To${kind}`)?.overloads[0]?.body;
  const made = body?.(null, value);
  return made === undefined || made instanceof Promise ? null : made;
};
const decimalFrom = (value: bigint): PSValue => through('Decimal', value.toString());
const singleFrom = (value: number): PSValue => through('Single', new PSDouble(value));
wide('System.Int128', -(1n << 127n), (1n << 127n) - 1n);
wide('System.UInt128', 0n, (1n << 128n) - 1n);

// --------------------------------------------------------------------- Half

const HALF = 'System.Half';
const MOST = 65_504;
/** The nearest of the numbers of sixteen bits, the even one of two. */
export function toHalf(value: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const size = Math.abs(value);
  let power = Math.max(-14, Math.floor(Math.log2(size)));
  if (2 ** power > size && power > -14) power -= 1;
  const step = 2 ** (power - 10);
  const places = size / step;
  const floor = Math.floor(places);
  const rest = places - floor;
  const rounded = (rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor) * step;
  return Math.sign(value) * (rounded > MOST ? Number.POSITIVE_INFINITY : rounded);
}
/** The fewest digits that are read as this number again. */
function halfText(value: number, ways: NumberCulture): string {
  let shown = value;
  for (let digits = 1; digits <= 5; digits += 1) {
    shown = Number(value.toPrecision(digits));
    if (toHalf(shown) === value) break;
  }
  return written({ kind: 'double', value: Number.isFinite(value) ? shown : value }, '', ways);
}
/** The sixteen bits. */
export function halfBits(value: number): number {
  if (Number.isNaN(value)) return 0xfe00;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | Math.round(size / 2 ** -24);
  let power = Math.floor(Math.log2(size));
  if (2 ** power > size) power -= 1;
  return sign | ((power + 15) << 10) | Math.round((size / 2 ** power - 1) * 1024);
}
export function halfFromBits(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1;
  const power = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (power === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (power === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (power - 15));
}
export const half = (value: number): PSValue => net(HALF, toHalf(value));
export const halfOf = (value: PSValue | undefined): number => {
  const inner = unwrap(value ?? null);
  return isOf(inner, HALF) ? (inner.data as number) : isNumeric(inner) ? toNumber(inner) : num(inner);
};
const FUNCTIONS = [
  'sqrt',
  'cbrt',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'sinh',
  'cosh',
  'tanh',
  'exp',
  'floor',
  'log2',
  'log10',
] as const;
implement(HALF, (): Bodies => {
  const one =
    (work: (value: number) => number): MemberBody =>
    (_self, value) =>
      half(work(halfOf(value)));
  const two =
    (work: (a: number, b: number) => number): MemberBody =>
    (_self, a, b) =>
      half(work(halfOf(a), halfOf(b)));
  const test =
    (work: (a: number, b: number) => boolean): MemberBody =>
    (_self, a, b) =>
      work(halfOf(a), halfOf(b));
  const fixed = (value: number) => (): PSValue => half(value);
  const shownAs = (self: PSValue, format: PSValue | undefined, ways: NumberCulture): string =>
    format === undefined || format === null || /^[gGrR]?$/.test(text(format))
      ? halfText(halfOf(self), ways)
      : written({ kind: 'double', value: halfOf(self) }, format, ways);
  const read = (source: PSValue | undefined, rest: readonly PSValue[]): number | undefined => {
    const provider = rest.find((given) => given instanceof NetObject);
    const { numbers } = waysOf(provider);
    const parsed = parseNumber(text(source), stylesOf(rest[0] ?? null, Styles.FloatThousands), numbers);
    if (parsed !== undefined) return toHalf(Number(parsed.plain));
    const word = text(source).trim().toLowerCase();
    if (word === 'nan') return Number.NaN;
    if (word === 'infinity' || word === numbers.infinity) return Number.POSITIVE_INFINITY;
    return word === '-infinity' || word === numbers.negativeInfinity ? Number.NEGATIVE_INFINITY : undefined;
  };
  const functions: Record<string, MemberBody> = {};
  for (const name of FUNCTIONS) {
    const shown = name.slice(0, 1).toUpperCase() + name.slice(1);
    functions[`static ${shown}`] = one(Math[name]);
  }
  return {
    ...functions,
    ToString: shownBy(shownAs),
    Equals: (self, other) => isOf(unwrap(other ?? null), HALF) && Object.is(halfOf(self) + 0, halfOf(other) + 0),
    GetHashCode: (self) => halfBits(halfOf(self)),
    CompareTo: (self, other) => {
      if (other === null || other === undefined) return 1;
      if (!isOf(unwrap(other), HALF)) throw argumentError('Object must be of type Half.');
      const [a, b] = [halfOf(self), halfOf(other)];
      return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.isNaN(a) ? (Number.isNaN(b) ? 0 : -1) : 1;
    },
    'static Epsilon': fixed(2 ** -24),
    'static MaxValue': fixed(MOST),
    'static MinValue': fixed(-MOST),
    'static NaN': fixed(Number.NaN),
    'static PositiveInfinity': fixed(Number.POSITIVE_INFINITY),
    'static NegativeInfinity': fixed(Number.NEGATIVE_INFINITY),
    'static E': fixed(Math.E),
    'static Pi': fixed(Math.PI),
    'static Tau': fixed(2 * Math.PI),
    'static NegativeZero': fixed(-0),
    'static One': fixed(1),
    'static Zero': fixed(0),
    'static NegativeOne': fixed(-1),
    'static MultiplicativeIdentity': fixed(1),
    'static Parse': (_self, source, ...rest) => {
      if (source === null || source === undefined) throw argumentNull('s');
      const found = read(source, rest);
      if (found === undefined) throw formatError(`The input string '${text(source)}' was not in a correct format.`);
      return half(found);
    },
    'static TryParse': (_self, source, ...rest) => {
      const target = rest[rest.length - 1];
      const found = source === null || source === undefined ? undefined : read(source, rest.length > 1 ? rest : []);
      if (target instanceof PSReference) target.put(half(found ?? 0));
      return found !== undefined;
    },
    'static op_Implicit': one((value) => value),
    'static op_Explicit': one((value) => value),
    'static op_Addition': two((a, b) => a + b),
    'static op_Subtraction': two((a, b) => a - b),
    'static op_Multiply': two((a, b) => a * b),
    'static op_Division': two((a, b) => a / b),
    'static op_Modulus': two((a, b) => a % b),
    'static op_UnaryNegation': one((value) => -value),
    'static op_UnaryPlus': one((value) => value),
    'static op_Increment': one((value) => value + 1),
    'static op_Decrement': one((value) => value - 1),
    'static op_Equality': test((a, b) => a === b),
    'static op_Inequality': test((a, b) => a !== b),
    'static op_LessThan': test((a, b) => a < b),
    'static op_LessThanOrEqual': test((a, b) => a <= b),
    'static op_GreaterThan': test((a, b) => a > b),
    'static op_GreaterThanOrEqual': test((a, b) => a >= b),
    'static Abs': one(Math.abs),
    'static Ceiling': one(Math.ceil),
    'static Truncate': one(Math.trunc),
    'static Pow': two((a, b) => a ** b),
    'static Max': two(Math.max),
    'static Min': two(Math.min),
    'static IsNaN': (_self, value) => Number.isNaN(halfOf(value)),
    'static IsInfinity': (_self, value) => Math.abs(halfOf(value)) === Number.POSITIVE_INFINITY,
    'static IsPositiveInfinity': (_self, value) => halfOf(value) === Number.POSITIVE_INFINITY,
    'static IsNegativeInfinity': (_self, value) => halfOf(value) === Number.NEGATIVE_INFINITY,
    'static IsFinite': (_self, value) => Number.isFinite(halfOf(value)),
    'static IsInteger': (_self, value) => Number.isInteger(halfOf(value)),
    'static IsNegative': (_self, value) => halfOf(value) < 0 || Object.is(halfOf(value), -0),
    'static Sign': (_self, value) => Math.sign(halfOf(value)),
  };
});
furtherCasts.set(HALF, (value, type) => {
  const given = halfOf(value);
  const range = integerRange(type);
  if (range !== undefined) return makeInteger(type, castBits(BigInt(Math.trunc(given)), range));
  if (type.fullName === 'System.Double') return double(given);
  if (type.fullName === 'System.Single') return singleFrom(given);
  return type.fullName === 'System.Decimal' ? through('Decimal', double(given)) : undefined;
});
furtherCasts.set('System.Numerics.BigInteger', (value, { fullName }) => {
  if (fullName === HALF) return half(toNumber(value));
  if (fullName !== 'System.Int128' && fullName !== 'System.UInt128') return undefined;
  const made = requireType(fullName).findStaticMethod('CreateChecked')?.overloads[0]?.body(null, value);
  return made === undefined || made instanceof Promise ? undefined : made;
});
