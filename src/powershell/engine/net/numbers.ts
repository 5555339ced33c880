/** The numeric types: integers of all sizes, Single, Double, Decimal and BigInteger. */
import { PSByte, PSDecimal, PSDouble, PSNumber, PSSingle, type PSValue } from '../../../protocol/objects/index.js';
import {
  convertTo,
  decimalOfNumber,
  fitDecimal,
  integerOf,
  integerOverflowText,
  integerRange,
  makeInteger,
  toNumber,
  toText,
} from '../conversion.js';
import { compareNumbers } from '../operators/comparison.js';
import { type Bodies, implement, type MemberBody } from '../values/bodies.js';
import { NetObject, PSReference, unwrap } from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import { DECIMAL, DOUBLE, SINGLE, typeOf } from '../values/types.js';
import { waysOf } from './format-provider.js';
import { hashCode, netEquals } from './equality.js';
import { convertibles, formatted } from './object.js';
import { checkFloatStyles, checkStyles, parseNumber, Styles, stylesOf, wholeOf } from './number-parse.js';
import {
  argumentError,
  argumentNull,
  big,
  double,
  EnumValue,
  formatError,
  num,
  outOfRange,
  overflowError,
  requireType,
  throwNet,
  text,
} from './support.js';
import { requireTypeText } from './type-text.js';
import { decimalBits, divideDecimal, roundDecimal, truncateDecimal } from './decimal.js';

const badFormat = (source: string): Error => formatError(`The input string '${source}' was not in a correct format.`);

type Parsed = { readonly value: PSValue } | { readonly overflow: true } | undefined;
export type Parser = (source: string, styles: number, provider: PSValue | undefined) => Parsed;

/** Parse and TryParse of one type. */
export function parsing(
  type: NetType,
  styles: number,
  read: Parser,
  bad: (source: string) => Error = badFormat,
): Bodies {
  const provider = (args: readonly PSValue[]): PSValue | undefined => args.find((one) => one instanceof NetObject);
  return {
    'static Parse': (_self, source, ...rest) => {
      if (source === null) throw argumentNull('s');
      const own = stylesOf(rest[0], styles);
      if (type === DOUBLE || type === SINGLE) checkFloatStyles(own);
      else checkStyles(own);
      const made = read(text(source), own, provider(rest));
      if (made === undefined) throw bad(text(source));
      if ('overflow' in made) throw overflowError(integerOverflowText(type));
      return made.value;
    },
    'static TryParse': (_self, source, ...rest) => {
      const target = rest[rest.length - 1];
      const made = source === null ? undefined : read(text(source), stylesOf(rest[0], styles), provider(rest));
      const good = made !== undefined && 'value' in made;
      if (target instanceof PSReference) target.put(good ? made.value : convertTo(0, type));
      return good;
    },
  };
}

/** What all numbers share. */
export function common(type: NetType): Bodies {
  return {
    ...convertibles(),
    'ToString()': (self) => formatted(self, ''),
    'ToString(System.IFormatProvider)': (self, provider) => formatted(self, '', waysOf(provider)),
    'ToString(string)': (self, format) => formatted(self, format),
    'ToString(string, System.IFormatProvider)': (self, format, provider) => formatted(self, format, waysOf(provider)),
    Equals: (self, other) => netEquals(self, other),
    GetHashCode: (self) => hashCode(self),
    CompareTo: (self, other) => {
      if (other === null) return 1;
      if (typeOf(unwrap(other)) !== type) throw argumentError(`Object must be of type ${type.name}.`);
      return compareNumbers(self, unwrap(other));
    },
    'static Max': (_self, a, b) => (nan(a) ? a : nan(b) ? b : compareNumbers(a, b) >= 0 ? a : b),
    'static Min': (_self, a, b) => (nan(a) ? a : nan(b) ? b : compareNumbers(a, b) <= 0 ? a : b),
    'static Sign': (_self, value) => {
      if (nan(value))
        throw throwNet('System.ArithmeticException', 'Function does not accept floating point Not-a-Number values.');
      return compareNumbers(value, 0);
    },
    'static Clamp': (_self, value, low, high) => {
      if (compareNumbers(low, high) > 0)
        throw argumentError(`'${toText(low)}' cannot be greater than ${toText(high)}.`);
      return compareNumbers(value, low) < 0 ? low : compareNumbers(value, high) > 0 ? high : value;
    },
    'static IsNegative': (_self, value) => toNumber(value) < 0 || Object.is(toNumber(value), -0),
    'static IsPositive': (_self, value) => toNumber(value) >= 0 && !Object.is(toNumber(value), -0),
    'static IsEvenInteger': (_self, value) => toNumber(value) % 2 === 0,
    'static IsOddInteger': (_self, value) => Math.abs(toNumber(value) % 2) === 1,
    'static IsInteger': (_self, value) => Number.isInteger(toNumber(value)),
  };
}
const nan = (value: PSValue): boolean => value instanceof PSNumber && Number.isNaN(value.value);

const INTEGERS: readonly (readonly [string, number])[] = [
  ['Byte', 8],
  ['SByte', 8],
  ['Int16', 16],
  ['UInt16', 16],
  ['Int32', 32],
  ['UInt32', 32],
  ['Int64', 64],
  ['UInt64', 64],
];
for (const [name, bits] of INTEGERS) {
  const typeName = `System.${name}`;
  implement(typeName, () => {
    const type = requireType(typeName);
    const [low, high] = integerRange(type) ?? [0n, 0n];
    const make = (value: bigint): PSValue => makeInteger(type, value);
    const wrap = (value: bigint): PSValue => make(low < 0n ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value));
    const checked = (value: bigint): PSValue => {
      if (value < low || value > high) throw overflowError('Arithmetic operation resulted in an overflow.');
      return make(value);
    };
    const read: Parser = (source, styles, provider) => {
      const parsed = parseNumber(source, styles, waysOf(provider).numbers);
      if (parsed === undefined) return undefined;
      if ((styles & (Styles.Hex | Styles.Binary)) !== 0)
        return parsed.digits >= 1n << BigInt(bits) ? { overflow: true } : { value: wrap(parsed.digits) };
      const value = wholeOf(parsed);
      if (value === undefined || value < low || value > high) return { overflow: true };
      return { value: make(value) };
    };
    const bitCount = (value: PSValue): string => BigInt.asUintN(bits, big(value)).toString(2);
    return {
      ...common(type),
      ...parsing(type, Styles.Integer, read),
      CompareTo: (self, other) => {
        if (other === null) return 1;
        if (typeOf(unwrap(other)) !== type) throw argumentError(`Object must be of type ${type.name}.`);
        // Types below 32 bits give the difference.
        return bits < 32 ? num(self) - num(other) : compareNumbers(self, unwrap(other));
      },
      'static MaxValue': () => make(high),
      'static MinValue': () => make(low),
      'static Abs': (_self, value) => {
        if (big(value) === low && low < 0n)
          throw overflowError('Negating the minimum value of a twos complement number is invalid.');
        return make(big(value) < 0n ? -big(value) : big(value));
      },
      'static DivRem': (_self, a, b) => divRem(type, a, b),
      'static PopCount': (_self, value) => make(BigInt(bitCount(value).replaceAll('0', '').length)),
      'static LeadingZeroCount': (_self, value) =>
        make(BigInt(big(value) === 0n ? bits : bits - bitCount(value).length)),
      'static TrailingZeroCount': (_self, value) =>
        make(BigInt(big(value) === 0n ? bits : (/0*$/.exec(bitCount(value))?.[0].length ?? 0))),
      'static Log2': (_self, value) => make(BigInt(Math.max(0, bitCount(value).length - 1))),
      'static IsPow2': (_self, value) => big(value) > 0n && (big(value) & (big(value) - 1n)) === 0n,
      'static RotateLeft': (_self, value, count) => wrap(rotate(big(value), BigInt(num(count)), BigInt(bits))),
      'static RotateRight': (_self, value, count) => wrap(rotate(big(value), -BigInt(num(count)), BigInt(bits))),
      'static CopySign': (_self, value, sign) => {
        const size = big(value) < 0n ? -big(value) : big(value);
        return checked(big(sign) < 0n ? -size : size);
      },
      'static MaxMagnitude': (_self, a, b) => (magnitude(a) >= magnitude(b) ? a : b),
      'static MinMagnitude': (_self, a, b) => (magnitude(a) <= magnitude(b) ? a : b),
      'static CreateChecked': (_self, value) => checked(big(value)),
      'static CreateSaturating': (_self, value) => make(big(value) < low ? low : big(value) > high ? high : big(value)),
      'static CreateTruncating': (_self, value) => wrap(big(value)),
    };
  });
}
const magnitude = (value: PSValue): bigint => (big(value) < 0n ? -big(value) : big(value));
function rotate(value: bigint, count: bigint, bits: bigint): bigint {
  const by = ((count % bits) + bits) % bits;
  const unsigned = BigInt.asUintN(Number(bits), value);
  return (unsigned << by) | (unsigned >> (bits - by));
}
export function divRem(type: NetType, a: PSValue, b: PSValue): PSValue {
  if (big(b) === 0n) throw throwNet('System.DivideByZeroException', 'Attempted to divide by zero.');
  return tuple([makeInteger(type, big(a) / big(b)), makeInteger(type, big(a) % big(b))]);
}
/** A ValueTuple of two. */
export function tuple(list: readonly PSValue[]): PSValue {
  const names = list.map((item) => `[${typeOf(item)?.fullName ?? 'System.Object'}]`).join(',');
  return new NetObject(genericValueTuple(names), { items: [...list] });
}
const genericValueTuple = (names: string): NetType => {
  const type = requireTypeText(`System.ValueTuple[${names}]`);
  return type;
};

// ------------------------------------------------------------------- floats

for (const [name, round] of [
  ['Double', (value: number): number => value],
  ['Single', Math.fround],
] as const) {
  const typeName = `System.${name}`;
  implement(typeName, () => {
    const type = name === 'Double' ? DOUBLE : SINGLE;
    const make = (value: number): PSValue => (name === 'Double' ? new PSDouble(value) : new PSSingle(value));
    const one =
      (map: (value: number) => number): MemberBody =>
      (_self, value) =>
        make(map(num(value)));
    const read: Parser = (source, styles, provider) => {
      const separators = waysOf(provider).numbers;
      const parsed = parseNumber(source, styles, separators);
      if (parsed !== undefined) return { value: make(Number(parsed.plain)) };
      const word = source.trim().toLowerCase();
      if (word === 'nan' || word === '-nan' || word === '+nan') return { value: make(Number.NaN) };
      const { infinity, negativeInfinity } = separators;
      if (['infinity', '+infinity', infinity].some((name) => name.toLowerCase() === word))
        return { value: make(Number.POSITIVE_INFINITY) };
      return word === '-infinity' || word === negativeInfinity.toLowerCase()
        ? { value: make(Number.NEGATIVE_INFINITY) }
        : undefined;
    };
    const max = name === 'Double' ? Number.MAX_VALUE : 3.4028234663852886e38;
    return {
      ...common(type),
      ...parsing(type, Styles.FloatThousands, read),
      'static MaxValue': () => make(max),
      'static MinValue': () => make(-max),
      'static Epsilon': () => make(name === 'Double' ? Number.MIN_VALUE : 1.401298464324817e-45),
      'static NaN': () => make(Number.NaN),
      'static PositiveInfinity': () => make(Number.POSITIVE_INFINITY),
      'static NegativeInfinity': () => make(Number.NEGATIVE_INFINITY),
      'static NegativeZero': () => make(-0),
      'static Pi': () => make(Math.PI),
      'static E': () => make(Math.E),
      'static Tau': () => make(2 * Math.PI),
      'static IsNaN': (_self, value) => Number.isNaN(num(value)),
      'static IsInfinity': (_self, value) => Math.abs(num(value)) === Number.POSITIVE_INFINITY,
      'static IsPositiveInfinity': (_self, value) => num(value) === Number.POSITIVE_INFINITY,
      'static IsNegativeInfinity': (_self, value) => num(value) === Number.NEGATIVE_INFINITY,
      'static IsFinite': (_self, value) => Number.isFinite(num(value)),
      'static IsRealNumber': (_self, value) => !Number.isNaN(num(value)),
      'static IsNormal': (_self, value) =>
        Number.isFinite(num(value)) && Math.abs(num(value)) >= 2.2250738585072014e-308,
      'static IsSubnormal': (_self, value) => num(value) !== 0 && Math.abs(num(value)) < 2.2250738585072014e-308,
      'static IsPow2': (_self, value) => num(value) > 0 && Number.isInteger(Math.log2(num(value))),
      'static Abs': one(Math.abs),
      'static Floor': one(Math.floor),
      'static Ceiling': one(Math.ceil),
      'static Truncate': one(Math.trunc),
      'static Sqrt': one(Math.sqrt),
      'static Cbrt': one(Math.cbrt),
      'static Exp': one(Math.exp),
      'static Log': (_self, value, base) =>
        make(base === undefined ? Math.log(num(value)) : Math.log(num(value)) / Math.log(num(base))),
      'static Log2': one(Math.log2),
      'static Log10': one(Math.log10),
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
      'static ExpM1': one(Math.expm1),
      'static LogP1': one(Math.log1p),
      'static Exp2': one((value) => 2 ** value),
      'static Exp10': one((value) => 10 ** value),
      'static SinPi': one((value) => Math.sin(value * Math.PI)),
      'static CosPi': one((value) => Math.cos(value * Math.PI)),
      'static TanPi': one((value) => Math.tan(value * Math.PI)),
      'static DegreesToRadians': one((value) => (value * Math.PI) / 180),
      'static RadiansToDegrees': one((value) => (value * 180) / Math.PI),
      'static ReciprocalEstimate': one((value) => 1 / value),
      'static ReciprocalSqrtEstimate': one((value) => 1 / Math.sqrt(value)),
      'static Atan2': (_self, y, x) => make(Math.atan2(num(y), num(x))),
      'static Hypot': (_self, x, y) => make(Math.hypot(num(x), num(y))),
      'static ScaleB': (_self, value, power) => make(num(value) * 2 ** num(power)),
      'static CopySign': (_self, value, sign) => {
        const isNegative = num(sign) < 0 || Object.is(num(sign), -0);
        return make(isNegative ? -Math.abs(num(value)) : Math.abs(num(value)));
      },
      'static Lerp': (_self, a, b, amount) => make(num(a) * (1 - num(amount)) + num(b) * num(amount)),
      'static SinCos': (_self, value) => tuple([make(Math.sin(num(value))), make(Math.cos(num(value)))]),
      'static RootN': (_self, value, n) =>
        make(num(value) < 0 && num(n) % 2 !== 0 ? -((-num(value)) ** (1 / num(n))) : num(value) ** (1 / num(n))),
      'static FusedMultiplyAdd': (_self, a, b, c) => make(num(a) * num(b) + num(c)),
      'static Ieee754Remainder': (_self, a, b) => {
        const quotient = num(a) / num(b);
        const floor = Math.floor(quotient);
        const rest = quotient - floor;
        const nearest = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
        return make(num(a) - nearest * num(b));
      },
      'static MaxNumber': (_self, a, b) => (nan(a) ? b : nan(b) ? a : make(Math.max(num(a), num(b)))),
      'static MinNumber': (_self, a, b) => (nan(a) ? b : nan(b) ? a : make(Math.min(num(a), num(b)))),
      'static MaxMagnitude': (_self, a, b) => (Math.abs(num(a)) >= Math.abs(num(b)) ? a : b),
      'static MinMagnitude': (_self, a, b) => (Math.abs(num(a)) <= Math.abs(num(b)) ? a : b),
      'static Pow': (_self, a, b) => make(num(a) ** num(b)),
      'static op_Equality': (_self, a, b) => num(a) === num(b),
      'static op_Inequality': (_self, a, b) => num(a) !== num(b),
      'static op_LessThan': (_self, a, b) => num(a) < num(b),
      'static op_GreaterThan': (_self, a, b) => num(a) > num(b),
      'static op_LessThanOrEqual': (_self, a, b) => num(a) <= num(b),
      'static op_GreaterThanOrEqual': (_self, a, b) => num(a) >= num(b),
      'static Round': (_self, value, digits) =>
        make(
          round(
            roundDouble(num(value), digits === undefined || digits instanceof EnumValue ? 0 : num(digits), 'ToEven'),
          ),
        ),
    };
  });
}

/** Math.Round of a double, as .NET scales and rounds. */
export function roundDouble(value: number, digits: number, mode: string): number {
  if (digits < 0 || digits > 15) throw outOfRange('digits', 'Rounding digits must be between 0 and 15, inclusive.');
  if (Math.abs(value) >= 1e16 || !Number.isFinite(value)) return value;
  const power = 10 ** digits;
  const scaled = value * power;
  return roundWhole(scaled, mode) / power;
}
export function roundWhole(value: number, mode: string): number {
  switch (mode) {
    case 'AwayFromZero': {
      const whole = Math.trunc(value);
      return Math.abs(value - whole) >= 0.5 ? whole + Math.sign(value) : whole;
    }
    case 'ToZero':
      return Math.trunc(value);
    case 'ToNegativeInfinity':
      return Math.floor(value);
    case 'ToPositiveInfinity':
      return Math.ceil(value);
    default: {
      const floor = Math.floor(value);
      const rest = value - floor;
      if (rest < 0.5) return Object.is(floor, 0) && value < 0 ? -0 : floor;
      if (rest > 0.5) return floor + 1 === 0 ? -0 : floor + 1;
      return floor % 2 === 0 ? floor : floor + 1 === 0 ? -0 : floor + 1;
    }
  }
}

// ------------------------------------------------------------------ decimal

const MAX_DECIMAL = 79_228_162_514_264_337_593_543_950_335n;
const dec = (value: PSValue | undefined): PSDecimal => {
  const inner = unwrap(value ?? null);
  return inner instanceof PSDecimal ? inner : new PSDecimal(integerOf(inner) ?? 0n, 0);
};
function fit(unscaled: bigint, scale: number): PSDecimal {
  const made = fitDecimal(unscaled, scale);
  if (made === undefined) throw overflowError('Value was either too large or too small for a Decimal.');
  return made;
}
const align = (a: PSDecimal, b: PSDecimal): [bigint, bigint, number] => {
  const scale = Math.max(a.scale, b.scale);
  return [a.unscaled * 10n ** BigInt(scale - a.scale), b.unscaled * 10n ** BigInt(scale - b.scale), scale];
};
implement('System.Decimal', () => {
  const read: Parser = (source, styles, provider) => {
    const parsed = parseNumber(source, styles, waysOf(provider).numbers);
    if (parsed === undefined) return undefined;
    let unscaled = parsed.negative ? -parsed.digits : parsed.digits;
    let scale = -parsed.exponent;
    if (scale < 0) {
      unscaled *= 10n ** BigInt(Math.min(-scale, 200));
      scale = 0;
    }
    const made = fitDecimal(unscaled, scale);
    return made === undefined ? { overflow: true } : { value: made };
  };
  const arithmetic =
    (work: (a: PSDecimal, b: PSDecimal) => PSDecimal): MemberBody =>
    (_self, a, b) =>
      work(dec(a), dec(b));
  const add = arithmetic((a, b) => {
    const [x, y, scale] = align(a, b);
    return fit(x + y, scale);
  });
  const subtract = arithmetic((a, b) => {
    const [x, y, scale] = align(a, b);
    return fit(x - y, scale);
  });
  const multiply = arithmetic((a, b) => fit(a.unscaled * b.unscaled, a.scale + b.scale));
  const divide = arithmetic((a, b) => divideDecimal(a, b));
  const remainder = arithmetic((a, b) => {
    const [x, y, scale] = align(a, b);
    if (y === 0n) throw throwNet('System.DivideByZeroException', 'Attempted to divide by zero.');
    return new PSDecimal(x % y, scale);
  });
  const toInteger =
    (name: string): MemberBody =>
    (_self, value) => {
      const type = requireType(`System.${name}`);
      const whole = truncateDecimal(dec(value)).unscaled;
      const range = integerRange(type);
      if (range !== undefined && (whole < range[0] || whole > range[1])) throw overflowError(integerOverflowText(type));
      return makeInteger(type, whole);
    };
  return {
    'static ToOACurrency': (_self, value) => {
      const { unscaled, scale } = roundDecimal(dec(value), 4, 'ToEven');
      return unscaled * 10n ** BigInt(4 - scale);
    },
    'static FromOACurrency': (_self, value) => {
      const size = big(value);
      const scale =
        size % 10_000n === 0n ? 0 : size % 1000n === 0n ? 1 : size % 100n === 0n ? 2 : size % 10n === 0n ? 3 : 4;
      return new PSDecimal(size / 10n ** BigInt(4 - scale), scale);
    },
    ...common(DECIMAL),
    ...parsing(DECIMAL, Styles.Number, read),
    Scale: (self) => new PSByte(dec(self).scale),
    ToDouble: (self) => double(Number(dec(self).toString())),
    'static MaxValue': () => new PSDecimal(MAX_DECIMAL, 0),
    'static MinValue': () => new PSDecimal(-MAX_DECIMAL, 0),
    'static Zero': () => new PSDecimal(0n, 0),
    'static One': () => new PSDecimal(1n, 0),
    'static MinusOne': () => new PSDecimal(-1n, 0),
    'static Add': add,
    'static Subtract': subtract,
    'static Multiply': multiply,
    'static Divide': divide,
    'static Remainder': remainder,
    'static op_Addition': add,
    'static op_Subtraction': subtract,
    'static op_Multiply': multiply,
    'static op_Division': divide,
    'static op_Modulus': remainder,
    'static Negate': (_self, value) => new PSDecimal(-dec(value).unscaled, dec(value).scale),
    'static Abs': (_self, value) =>
      dec(value).unscaled < 0n ? new PSDecimal(-dec(value).unscaled, dec(value).scale) : dec(value),
    'static Floor': (_self, value) => roundDecimal(dec(value), 0, 'ToNegativeInfinity'),
    'static Ceiling': (_self, value) => roundDecimal(dec(value), 0, 'ToPositiveInfinity'),
    'static Truncate': (_self, value) => truncateDecimal(dec(value)),
    'static Round': (_self, value, second, third) =>
      roundDecimal(
        dec(value),
        second === undefined || second instanceof EnumValue ? 0 : num(second),
        text((second instanceof EnumValue ? second : third) ?? 'ToEven'),
      ),
    'static Compare': (_self, a, b) => compareNumbers(dec(a), dec(b)),
    'static Equals': (_self, a, b) => compareNumbers(dec(a), dec(b)) === 0,
    'static GetBits': (_self, value) => decimalBits(dec(value)),
    'static ToInt32': toInteger('Int32'),
    'static ToInt64': toInteger('Int64'),
    'static ToInt16': toInteger('Int16'),
    'static ToByte': toInteger('Byte'),
    'static ToSByte': toInteger('SByte'),
    'static ToUInt16': toInteger('UInt16'),
    'static ToUInt32': toInteger('UInt32'),
    'static ToUInt64': toInteger('UInt64'),
    'static ToDouble': (_self, value) => double(Number(dec(value).toString())),
    'static ToSingle': (_self, value) => new PSSingle(Number(dec(value).toString())),
    'new(int)': (_self, value) => new PSDecimal(big(value), 0),
    'new(uint)': (_self, value) => new PSDecimal(big(value), 0),
    'new(long)': (_self, value) => new PSDecimal(big(value), 0),
    'new(ulong)': (_self, value) => new PSDecimal(big(value), 0),
    'new(double)': (_self, value) => fromFloat(num(value)),
    'new(float)': (_self, value) => fromFloat(num(value)),
    'new(int, int, int, bool, byte)': (_self, low, mid, high, negative, scale) => {
      const u = (part: PSValue): bigint => BigInt.asUintN(32, big(part));
      const value = (u(high) << 64n) | (u(mid) << 32n) | u(low);
      return new PSDecimal(negative === true ? -value : value, num(scale));
    },
  };
});
function fromFloat(value: number): PSDecimal {
  const made = decimalOfNumber(value);
  if (made === undefined) throw overflowError('Value was either too large or too small for a Decimal.');
  return made;
}
