/** System.Decimal's arithmetic that is more than one line: division, rounding, its bits. */
import { PSDecimal, type PSValue } from '../../../protocol/objects/index.js';
import { DECIMAL_MAX, fitDecimal } from '../conversion.js';
import { typedArray } from '../values/live.js';
import { INT32 } from '../values/types.js';
import { outOfRange, overflowError, throwNet } from './support.js';

/** Quotient with up to 28 digits behind the point, trailing zeros gone that the exact quotient does not need. */
export function divideDecimal(a: PSDecimal, b: PSDecimal): PSDecimal {
  if (b.unscaled === 0n) throw throwNet('System.DivideByZeroException', 'Attempted to divide by zero.');
  const preferred = Math.max(0, a.scale - b.scale);
  // 60 digits are more than any result keeps; the rest only rounds.
  const scale = 60;
  const numerator = a.unscaled * 10n ** BigInt(scale + b.scale - a.scale + Math.max(0, a.scale - b.scale - scale));
  let unscaled = numerator / b.unscaled;
  let digits = scale;
  if (numerator % b.unscaled !== 0n) unscaled = unscaled * 10n + (unscaled < 0n ? -1n : 1n);
  if (numerator % b.unscaled !== 0n) digits += 1;
  while (digits > preferred && unscaled % 10n === 0n) {
    unscaled /= 10n;
    digits -= 1;
  }
  const made = fitDecimal(unscaled, digits);
  if (made === undefined) throw overflowError('Value was either too large or too small for a Decimal.');
  let { unscaled: kept, scale: keptScale } = made;
  while (keptScale > preferred && kept % 10n === 0n) {
    kept /= 10n;
    keptScale -= 1;
  }
  return new PSDecimal(kept, keptScale);
}
export function truncateDecimal(value: PSDecimal): PSDecimal {
  return new PSDecimal(value.unscaled / 10n ** BigInt(value.scale), 0);
}
export function roundDecimal(value: PSDecimal, digits: number, mode: string): PSDecimal {
  if (digits < 0 || digits > 28)
    throw outOfRange('decimals', 'Decimal can only round to between 0 and 28 digits of precision.');
  if (value.scale <= digits) return value;
  const factor = 10n ** BigInt(value.scale - digits);
  let whole = value.unscaled / factor;
  const rest = value.unscaled % factor;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const away = value.unscaled < 0n ? -1n : 1n;
  switch (mode) {
    case 'AwayFromZero':
      if (twice >= factor) whole += away;
      break;
    case 'ToZero':
      break;
    case 'ToNegativeInfinity':
      if (rest < 0n) whole -= 1n;
      break;
    case 'ToPositiveInfinity':
      if (rest > 0n) whole += 1n;
      break;
    default:
      if (twice > factor || (twice === factor && whole % 2n !== 0n)) whole += away;
  }
  return new PSDecimal(whole, digits);
}
/** Low, middle and high word, then sign and scale. */
export function decimalBits(value: PSDecimal): PSValue {
  const size = value.unscaled < 0n ? -value.unscaled : value.unscaled;
  const word = (shift: bigint): number => Number(BigInt.asIntN(32, size >> shift));
  return typedArray(
    [word(0n), word(32n), word(64n), (value.unscaled < 0n ? -2147483648 : 0) | (value.scale << 16)],
    INT32,
  );
}
export function decimalOfBits(bits: readonly number[]): PSDecimal {
  const [low = 0, middle = 0, high = 0, flags = 0] = bits;
  const scale = (flags >> 16) & 0xff;
  if ((flags & 0x7f00ffff) !== 0 || scale > 28)
    throw throwNet(
      'System.ArgumentException',
      'Decimal constructor requires an array or span of four valid decimal bytes.',
    );
  const word = (value: number): bigint => BigInt.asUintN(32, BigInt(value));
  const size = (word(high) << 64n) | (word(middle) << 32n) | word(low);
  return new PSDecimal(flags < 0 ? -size : size, scale);
}
export { DECIMAL_MAX };
