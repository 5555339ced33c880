/** Number parsing as .NET's Parse and TryParse do it, by NumberStyles, in the invariant culture. */
import { EnumValue } from '../values/live.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import { INVARIANT_NUMBERS, type NumberCulture } from '../culture/number-culture.js';
import { integerOfText } from '../big-steps.js';
import { argumentError } from './support.js';

export const Styles = {
  LeadingWhite: 1,
  TrailingWhite: 2,
  LeadingSign: 4,
  TrailingSign: 8,
  Parentheses: 16,
  DecimalPoint: 32,
  Thousands: 64,
  Exponent: 128,
  Currency: 256,
  Hex: 512,
  Binary: 1024,
  Integer: 7,
  Number: 111,
  Float: 167,
  FloatThousands: 231,
} as const;

/** A number as text taken apart: `digits` × 10^`exponent`. */
export interface ParsedNumber {
  readonly negative: boolean;
  readonly digits: bigint;
  readonly exponent: number;
  /** Digits behind the point, as written. */
  readonly scale: number;
  /** How it can be given to Number(). */
  readonly plain: string;
}
export const stylesOf = (value: PSValue | undefined, otherwise: number): number =>
  value instanceof EnumValue ? Number(value.value) : otherwise;

/** A hyphen and a minus sign stand for each other, whatever the culture has. */
const SIGNS = ['+', '-', '\u2212', '\u2012', '\u207B', '\u208B', '\u2796', '\uFE63', '\uFF0D'];
/** All kinds of spaces that stand between groups of digits. */
const spaces = (separator: string): string => (/^[\s\u00A0\u202F]$/.test(separator) ? '[ \\u00A0\\u202F]' : '');

/** Undefined: no number by these styles. */
export function parseNumber(
  source: string,
  styles: number,
  ways: Readonly<NumberCulture> = INVARIANT_NUMBERS,
): ParsedNumber | undefined {
  let rest = source.replace(/\0+$/, '');
  if ((styles & Styles.LeadingWhite) !== 0) rest = rest.replace(/^[\t-\r ]+/, '');
  if ((styles & Styles.TrailingWhite) !== 0) rest = rest.replace(/[\t-\r ]+$/, '');
  if ((styles & (Styles.Hex | Styles.Binary)) !== 0) {
    const hex = (styles & Styles.Hex) !== 0;
    if (!(hex ? /^[0-9a-f]+$/i : /^[01]+$/).test(rest)) return undefined;
    return { negative: false, digits: BigInt((hex ? '0x' : '0b') + rest), exponent: 0, scale: 0, plain: '' };
  }
  let negative = false;
  const sign = (text: string): string | undefined =>
    text.startsWith(ways.negative) ? ways.negative : SIGNS.find((one) => text.startsWith(one));
  if ((styles & Styles.Parentheses) !== 0 && rest.startsWith('(') && rest.endsWith(')')) {
    negative = true;
    rest = rest.slice(1, -1);
  } else if ((styles & Styles.LeadingSign) !== 0) {
    const found = sign(rest);
    if (found !== undefined) {
      negative = found !== '+';
      rest = rest.slice(found.length);
    } else if ((styles & Styles.TrailingSign) !== 0 && /[-+]$/.test(rest)) {
      negative = rest.endsWith('-');
      rest = rest.slice(0, -1);
    }
  }
  if ((styles & Styles.Currency) !== 0) rest = rest.replace(ways.currency, '').trim();
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const inMoney = (styles & Styles.Currency) !== 0 && source.includes(ways.currency);
  const separator = inMoney ? ways.currencyGroup : ways.group;
  const grouping = spaces(separator) || escape(separator);
  const group = (styles & Styles.Thousands) !== 0 ? grouping : undefined;
  const pattern = new RegExp(
    `^((?:\\d${group === undefined ? '' : `(?:${group})*`})*)` +
      ((styles & Styles.DecimalPoint) !== 0
        ? `(?:${escape(inMoney ? ways.currencyDecimal : ways.decimal)}(\\d*))?`
        : '()') +
      ((styles & Styles.Exponent) !== 0 ? '(?:[eE]([-+]?\\d+))?$' : '()$'),
  );
  const match = pattern.exec(rest);
  if (match === null) return undefined;
  const whole = (match[1] ?? '').replace(new RegExp(grouping, 'g'), '');
  const fraction = match[2] ?? '';
  if (whole === '' && fraction === '') return undefined;
  const power = Number(match[3] === undefined || match[3] === '' ? 0 : match[3]);
  return {
    negative,
    digits: integerOfText(whole + fraction),
    exponent: power - fraction.length,
    scale: fraction.length,
    plain: `${negative ? '-' : ''}${whole === '' ? '0' : whole}.${fraction === '' ? '0' : fraction}e${power}`,
  };
}
/** The whole number that was written; undefined when it has a part behind the point. */
export function wholeOf({ digits, exponent, negative }: ParsedNumber): bigint | undefined {
  let value = digits;
  if (exponent > 0) {
    if (digits === 0n) return 0n;
    if (exponent > 400) return negative ? -(10n ** 400n) : 10n ** 400n;
    value *= 10n ** BigInt(exponent);
  } else if (exponent < 0) {
    const factor = 10n ** BigInt(Math.min(-exponent, 5000));
    if (value % factor !== 0n) return undefined;
    value /= factor;
  }
  return negative ? -value : value;
}
/** Styles that do not go together. */
export function checkStyles(styles: number): void {
  if ((styles & Styles.Hex) !== 0 && (styles & ~(Styles.Hex | 3)) !== 0)
    throw argumentError(
      'With the AllowHexSpecifier bit set in the enum bit field, the only other valid bits that can be combined into the enum value must be a subset of those in HexNumber.',
      'style',
    );
}
export function checkFloatStyles(styles: number): void {
  if ((styles & (Styles.Hex | Styles.Binary)) !== 0)
    throw argumentError(
      'The number styles AllowHexSpecifier and AllowBinarySpecifier are not supported on floating point data types.',
      'style',
    );
}
