/**
 * Numeric literals to typed values: suffixes (`y uy s us u l ul n d`), multipliers (`kb` … `pb`), `0x`, `0b`, reals.
 * An integer without suffix takes the first of Int32, Int64, Decimal, Double that holds it; a hexadecimal or binary one
 * is read as two's complement when it fills its type, and never becomes Decimal.
 */
import type { NumberConstant } from './ast.js';

export type NumberFormat = 'decimal' | 'hex' | 'binary';
export type NumberSuffix = '' | 'y' | 'uy' | 's' | 'us' | 'l' | 'ul' | 'u' | 'd' | 'n';

/** A literal taken apart by the tokenizer; `digits` may start with a sign. */
export interface NumberParts {
  readonly digits: string;
  readonly format: NumberFormat;
  readonly suffix: NumberSuffix;
  readonly real: boolean;
  readonly multiplier: number;
}

type IntegerType = 'sbyte' | 'byte' | 'short' | 'ushort' | 'int' | 'uint' | 'long' | 'ulong';
const RANGES: Readonly<Record<IntegerType, readonly [bigint, bigint]>> = {
  sbyte: [-128n, 127n],
  byte: [0n, 255n],
  short: [-32768n, 32767n],
  ushort: [0n, 65535n],
  int: [-2147483648n, 2147483647n],
  uint: [0n, 4294967295n],
  long: [-(1n << 63n), (1n << 63n) - 1n],
  ulong: [0n, (1n << 64n) - 1n],
};
const DECIMAL_MAX = (1n << 96n) - 1n;
const SUFFIX_TYPES: Readonly<Record<string, readonly IntegerType[]>> = {
  y: ['sbyte'],
  uy: ['byte'],
  s: ['short'],
  us: ['ushort'],
  l: ['long'],
  ul: ['ulong'],
  u: ['uint', 'ulong'],
};

function integer(value: bigint, types: readonly IntegerType[]): NumberConstant | undefined {
  for (const type of types) {
    const [low, high] = RANGES[type];
    if (value < low || value > high) continue;
    return type === 'long' || type === 'ulong' ? { type, value } : { type, value: Number(value) };
  }
  return undefined;
}

/** The value, or undefined when it does not fit what its suffix promises. */
export function numberValue(parts: NumberParts): NumberConstant | undefined {
  return parts.real ? realValue(parts) : integerValue(parts);
}

function realValue(parts: NumberParts): NumberConstant | undefined {
  if (parts.suffix === 'd') return decimalValue(parts.digits, BigInt(parts.multiplier));
  const value = Number(parts.digits) * parts.multiplier;
  if (Number.isNaN(value)) return undefined;
  if (parts.suffix === '') return { type: 'double', value };
  if (!Number.isFinite(value)) return undefined;
  const rounded = roundHalfEven(value);
  if (parts.suffix === 'n') return { type: 'bigint', value: rounded };
  return integer(rounded, SUFFIX_TYPES[parts.suffix] ?? []);
}

function roundHalfEven(value: number): bigint {
  const floor = Math.floor(value);
  const rest = value - floor;
  const low = BigInt(floor);
  if (rest < 0.5) return low;
  if (rest > 0.5) return low + 1n;
  return low % 2n === 0n ? low : low + 1n;
}

/** Decimal text with exponent to a Decimal: at most 28 digits after the point, rounded half to even beyond. */
function decimalValue(text: string, multiplier: bigint): NumberConstant | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return undefined;
  const exponent = Number(match[4] ?? '0');
  if (Math.abs(exponent) > 100_000) return exponent < 0 ? { type: 'decimal', value: '0' } : undefined;
  const fraction = match[3] ?? '';
  let digits = BigInt(`0${match[2] ?? ''}${fraction}`);
  let scale = fraction.length - exponent;
  if (scale < 0) {
    if (digits !== 0n && -scale > 40) return undefined;
    digits *= 10n ** BigInt(Math.min(-scale, 40));
    scale = 0;
  }
  const fitted = fit(digits, scale);
  if (fitted === undefined) return undefined;
  const product = fit(fitted[0] * multiplier, fitted[1]);
  if (product === undefined) return undefined;
  return { type: 'decimal', value: decimalText(match[1] === '-' && product[0] !== 0n, product[0], product[1]) };
}

/** Drops digits until 96 bits and 28 places hold the rest. */
function fit(digits: bigint, scale: number): readonly [bigint, number] | undefined {
  let drop = Math.max(0, scale - 28);
  for (; ; drop++) {
    const divisor = 10n ** BigInt(drop);
    let kept = digits / divisor;
    const twice = (digits % divisor) * 2n;
    if (twice > divisor || (twice === divisor && kept % 2n === 1n)) kept += 1n;
    if (kept <= DECIMAL_MAX) return [kept, scale - drop];
    if (drop >= scale) return undefined;
  }
}
function decimalText(negative: boolean, digits: bigint, scale: number): string {
  const text = digits.toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  return `${negative ? '-' : ''}${whole}${scale > 0 ? `.${text.slice(text.length - scale)}` : ''}`;
}

function integerValue(parts: NumberParts): NumberConstant | undefined {
  let { digits, suffix } = parts;
  let multiplier = BigInt(parts.multiplier);
  let value: bigint;
  const unsigned = suffix.startsWith('u');
  if (parts.format === 'decimal') value = BigInt(digits.startsWith('+') ? digits.slice(1) : digits);
  else {
    if (digits.startsWith('-') || digits.startsWith('+')) {
      if (digits.startsWith('-')) multiplier = -multiplier;
      digits = digits.slice(1);
    }
    if (parts.format === 'hex') {
      if (!unsigned) digits = withoutGuardDigit(digits, suffix);
      value = twosComplement(BigInt(`0x${digits}`), digits.length * 4, /^[89a-f]/i.test(digits));
      if (digits.length === 16 && (suffix === '' || suffix === 'u')) suffix = suffix === '' ? 'l' : 'ul';
    } else {
      if (digits === '') return undefined;
      const signedLength = [8, 16, 32, 64, 96].includes(digits.length) || digits.length >= 128;
      const wholeBytes = Math.ceil(digits.length / 8) * 8;
      const negative = !unsigned && digits.startsWith('1') && signedLength && digits.length % 8 === 0;
      value = twosComplement(BigInt(`0b${digits}`), wholeBytes, negative);
      if (digits.length === 64 && (suffix === '' || suffix === 'u')) suffix = suffix === '' ? 'l' : 'ul';
    }
  }
  value *= multiplier;
  if (suffix === 'n') return { type: 'bigint', value };
  if (suffix === 'd') return inDecimal(value) ? { type: 'decimal', value: value.toString() } : undefined;
  if (suffix !== '') return integer(value, SUFFIX_TYPES[suffix] ?? []);
  const small = integer(value, ['int', 'long']);
  if (small !== undefined || parts.format !== 'decimal') return small;
  if (inDecimal(value)) return { type: 'decimal', value: value.toString() };
  const double = bigintToDouble(value);
  return Number.isFinite(double) ? { type: 'double', value: double } : undefined;
}
function inDecimal(value: bigint): boolean {
  return value <= DECIMAL_MAX && value >= -DECIMAL_MAX;
}
/** .NET converts BigInteger to Double by truncation, where JavaScript rounds. */
function bigintToDouble(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  const excess = BigInt(Math.max(0, magnitude.toString(2).length - 64));
  const top = magnitude >> excess;
  const bits = BigInt(Math.max(0, top.toString(2).length - 53));
  const result = Number((top >> bits) << bits) * 2 ** Number(excess);
  return value < 0n ? -result : result;
}
/** The tokenizer put a 0 in front so that nothing is negative; a literal that fills its type loses it again. */
function withoutGuardDigit(digits: string, suffix: NumberSuffix): string {
  const full = suffix === 'y' ? 2 : suffix === 's' ? 4 : suffix === 'l' ? 16 : digits.length < 16 ? 8 : 16;
  return digits.length === full + 1 ? digits.slice(1) : digits;
}
function twosComplement(value: bigint, bits: number, negative: boolean): bigint {
  return negative ? value - (1n << BigInt(bits)) : value;
}
