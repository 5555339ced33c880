/** Numbers as .NET writes them in a culture: plain, standard format strings and custom ones. */
import {
  CURRENCY_NEGATIVE,
  CURRENCY_POSITIVE,
  INVARIANT_NUMBERS,
  NUMBER_NEGATIVE,
  type NumberCulture,
  PERCENT_NEGATIVE,
  PERCENT_POSITIVE,
} from '../culture/number-culture.js';
import { integerText } from '../big-steps.js';

type Ways = Readonly<NumberCulture>;

/** Thrown for a format string that .NET refuses. */
export class FormatError extends Error {}

/** A number as sign, digits and where the point is: 0.d1d2d3 × 10^point. Digits have no leading zeros. */
interface Digits {
  readonly negative: boolean;
  readonly digits: string;
  readonly point: number;
}

/** A numeric value for formatting. Integers and decimals are exact: `unscaled` × 10^-`scale`. */
export type FormatNumber =
  | { readonly kind: 'double' | 'single'; readonly value: number }
  | { readonly kind: 'decimal'; readonly unscaled: bigint; readonly scale: number }
  | { readonly kind: 'integer'; readonly value: bigint; readonly bits: number };

function digitsOfText(text: string, negative: boolean): Digits {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const all = whole + fraction;
  const first = all.search(/[1-9]/);
  if (first < 0) return { negative, digits: '', point: 0 };
  return { negative, digits: all.slice(first).replace(/0+$/, ''), point: whole.length - first + Number(power) };
}

/** The exact decimal expansion of a double. */
function exactDigits(value: number): Digits {
  const negative = value < 0 || Object.is(value, -0);
  const size = Math.abs(value);
  if (size === 0) return { negative, digits: '', point: 0 };
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, size);
  const bits = view.getBigUint64(0);
  const exponent = Number(bits >> 52n);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  const mantissa = exponent === 0 ? fraction : fraction | 0x10_0000_0000_0000n;
  const power = (exponent === 0 ? 1 : exponent) - 1075;
  if (power >= 0) {
    const text = (mantissa << BigInt(power)).toString();
    return { negative, digits: text.replace(/0+$/, ''), point: text.length };
  }
  const text = (mantissa * 5n ** BigInt(-power)).toString();
  return { negative, digits: text.replace(/0+$/, ''), point: text.length + power };
}

function singleText(size: number): string {
  for (let precision = 1; precision <= 9; precision += 1) {
    const candidate = size.toPrecision(precision);
    if (Math.fround(Number(candidate)) === size) return candidate;
  }
  return size.toString();
}

function shortest(number: FormatNumber): Digits {
  if (number.kind === 'double') return digitsOfText(Math.abs(number.value).toString(), isNegative(number.value));
  if (number.kind === 'single') return digitsOfText(singleText(Math.abs(number.value)), isNegative(number.value));
  return exact(number);
}
function exact(number: FormatNumber): Digits {
  if (number.kind !== 'decimal' && number.kind !== 'integer') return exactDigits(number.value);
  const unscaled = number.kind === 'decimal' ? number.unscaled : number.value;
  const scale = number.kind === 'decimal' ? number.scale : 0;
  const negative = unscaled < 0n;
  const text = integerText(unscaled).slice(negative ? 1 : 0);
  if (text === '0') return { negative: false, digits: '', point: 0 };
  return { negative, digits: text.replace(/0+$/, ''), point: text.length - scale };
}
const isNegative = (value: number): boolean => value < 0 || Object.is(value, -0);

/**
 * Rounds to `count` digits, half away from zero. `toEven`: half to the even digit, as .NET's standard formats round the
 * exact value of a floating number.
 */
function roundTo(number: Digits, count: number, toEven = false): Digits {
  if (count >= number.digits.length) return number;
  if (count < 0) return { ...number, digits: '', point: 0 };
  let digits = number.digits.slice(0, count);
  let { point } = number;
  const next = number.digits[count] ?? '0';
  const tie = toEven && next === '5' && number.digits.length === count + 1;
  if (tie ? Number(digits.at(-1) ?? '0') % 2 === 1 : next >= '5') {
    const up = (BigInt(digits === '' ? '0' : digits) + 1n).toString();
    if (up.length > count) point += 1;
    digits = up.padStart(count, '0');
    if (count === 0) digits = up;
  }
  digits = digits.replace(/0+$/, '');
  return { negative: number.negative, digits, point: digits === '' ? 0 : point };
}

function special(number: FormatNumber, ways: Ways): string | undefined {
  if (number.kind !== 'double' && number.kind !== 'single') return undefined;
  if (Number.isNaN(number.value)) return ways.nan;
  if (number.value === Number.POSITIVE_INFINITY) return ways.infinity;
  return number.value === Number.NEGATIVE_INFINITY ? ways.negativeInfinity : undefined;
}

const exponentText = (exponent: number, width: number, ways: Ways): string =>
  `${exponent < 0 ? ways.negative : ways.positive}${Math.abs(exponent).toString().padStart(width, '0')}`;

function scientific(number: Digits, letter: string, exponentWidth: number, ways: Ways): string {
  const digits = number.digits === '' ? '0' : number.digits;
  const mantissa = digits.length > 1 ? `${digits[0] ?? ''}${ways.decimal}${digits.slice(1)}` : digits;
  const exponent = /^0*$/.test(number.digits) ? 0 : number.point - 1;
  return `${number.negative ? ways.negative : ''}${mantissa}${letter}${exponentText(exponent, exponentWidth, ways)}`;
}
/** An invariant number without groups, in a culture's ways. */
const inWays = (text: string, ways: Ways): string =>
  ways === INVARIANT_NUMBERS
    ? text
    : text.replace(/[-.+]/g, (mark) => (mark === '-' ? ways.negative : mark === '+' ? ways.positive : ways.decimal));
/** A whole number's text (`-12`) in a culture's ways. */
export const wholeText = (text: string, ways: Ways): string =>
  text.startsWith('-') ? ways.negative + text.slice(1) : text;

function plainDigits(number: Digits): string {
  const sign = number.negative ? '-' : '';
  if (number.digits === '') return `${sign}0`;
  if (number.point <= 0) return `${sign}0.${'0'.repeat(-number.point)}${number.digits}`;
  if (number.digits.length <= number.point) return sign + number.digits.padEnd(number.point, '0');
  return `${sign}${number.digits.slice(0, number.point)}.${number.digits.slice(number.point)}`;
}

/** What ToString() of a Double or Single gives: the shortest round trip, scientific from 17 or 9 digits before the point. */
export function floatToString(
  number: FormatNumber & { readonly kind: 'double' | 'single' },
  ways: Ways = INVARIANT_NUMBERS,
): string {
  const known = special(number, ways);
  if (known !== undefined) return known;
  const digits = shortest(number);
  return digits.point > (number.kind === 'double' ? 17 : 9) || digits.point < -3
    ? scientific(digits, 'E', 2, ways)
    : inWays(plainDigits(digits), ways);
}

/** Digits in groups, counted from the point: the last size goes on, zero ends it. */
function group(whole: string, sizes: readonly number[], separator: string): string {
  let rest = whole;
  const out: string[] = [];
  for (let at = 0; ; at += 1) {
    const size = sizes[Math.min(at, sizes.length - 1)] ?? 0;
    if (size === 0 || rest.length <= size) break;
    out.unshift(rest.slice(-size));
    rest = rest.slice(0, -size);
  }
  return [rest, ...out].join(separator);
}

const isFloating = ({ kind }: FormatNumber): boolean => kind === 'double' || kind === 'single';
interface Grouping {
  readonly decimal: string;
  readonly group: string;
  readonly sizes: readonly number[];
}
/** A number with so many decimals, without its sign. */
function fixed(
  value: FormatNumber,
  decimals: number,
  { decimal, group: separator, sizes }: Grouping,
  power = 0,
): { readonly text: string; readonly negative: boolean } {
  const digits = exact(value);
  const number = digits.digits === '' ? digits : { ...digits, point: digits.point + power };
  const rounded = roundTo(number, number.point + decimals, isFloating(value));
  const text = plainDigits({ ...rounded, negative: false });
  const [whole = '0', fraction = ''] = text.split('.');
  const shown = group(whole, sizes, separator) + (decimals > 0 ? decimal + fraction.padEnd(decimals, '0') : '');
  return { text: shown, negative: number.negative && (isFloating(value) || rounded.digits !== '') };
}
/** A number in one of .NET's numbered patterns. */
function inPattern(pattern: string | undefined, text: string, ways: Ways): string {
  let out = '';
  for (const c of pattern ?? 'n')
    out += c === 'n' ? text : c === '-' ? ways.negative : c === '$' ? ways.currency : c === '%' ? ways.percent : c;
  return out;
}
const NO_GROUPS: readonly number[] = [0];

/** Formats by a .NET format string. Throws FormatError. */
/** The `bits` of a BigInteger. */
export const UNLIMITED = 0;
/** A BigInteger's digits: the first one tells the sign, so that a positive one may need a 0 before the others. */
function signedDigits(value: bigint, radix: 16 | 2): string {
  if (value === 0n) return '0';
  const bits = radix === 16 ? 4 : 1;
  let places = 1;
  while (BigInt.asIntN(places * bits, value) !== value) places += 1;
  return BigInt.asUintN(places * bits, value)
    .toString(radix)
    .padStart(places, '0');
}
export function formatNumber(number: FormatNumber, format: string, ways: Ways = INVARIANT_NUMBERS): string {
  const known = special(number, ways);
  if (known !== undefined) return known;
  const standard = /^([A-Za-z])(\d{0,9})$/.exec(format);
  // A letter before more digits than .NET counts is no pattern either.
  if (/^[A-Za-z]0*[1-9]\d{9,}$/.test(format)) throw new FormatError('Format specifier was invalid.');
  if (format === '') return plainNumber(number, ways);
  if (standard === null) return custom(number, format, ways);
  const letter = standard[1] ?? '';
  const precision = standard[2] === '' ? undefined : Number(standard[2]);
  // A BigInteger's general format has all its digits, and at least so many.
  const kind = letter.toUpperCase();
  const isWhole = number.kind === 'integer' && number.bits === UNLIMITED;
  switch (isWhole && (kind === 'G' || kind === 'R') ? 'D' : kind) {
    case 'C': {
      const grouping = { decimal: ways.currencyDecimal, group: ways.currencyGroup, sizes: ways.currencySizes };
      const { text, negative } = fixed(number, precision ?? ways.currencyDigits, grouping);
      const pattern = negative
        ? CURRENCY_NEGATIVE[ways.currencyNegativePattern]
        : CURRENCY_POSITIVE[ways.currencyPattern];
      return inPattern(pattern, text, ways);
    }
    case 'D': {
      if (number.kind !== 'integer') throw new FormatError('Format specifier was invalid.');
      const size = (number.value < 0n ? -number.value : number.value).toString().padStart(precision ?? 0, '0');
      return number.value < 0n ? ways.negative + size : size;
    }
    case 'E': {
      const count = precision ?? 6;
      const rounded = roundTo(exact(number), count + 1, isFloating(number));
      const digits = rounded.digits === '' ? '0'.repeat(count + 1) : rounded.digits.padEnd(count + 1, '0');
      return scientific({ ...rounded, digits }, letter, 3, ways);
    }
    case 'F':
    case 'N': {
      const sizes = letter.toUpperCase() === 'F' ? NO_GROUPS : ways.sizes;
      const { text, negative } = fixed(number, precision ?? ways.digits, { ...ways, sizes });
      if (!negative) return text;
      return letter.toUpperCase() === 'F'
        ? ways.negative + text
        : inPattern(NUMBER_NEGATIVE[ways.negativePattern], text, ways);
    }
    case 'P': {
      const grouping = { decimal: ways.percentDecimal, group: ways.percentGroup, sizes: ways.percentSizes };
      const { text, negative } = fixed(number, precision ?? ways.percentDigits, grouping, 2);
      const pattern = negative ? PERCENT_NEGATIVE[ways.percentNegativePattern] : PERCENT_POSITIVE[ways.percentPattern];
      return inPattern(pattern, text, ways);
    }
    case 'G':
      return generalFormat(number, precision, letter === 'g' ? 'e' : 'E', ways);
    case 'R':
      return plainNumber(number, ways);
    case 'X':
    case 'B': {
      if (number.kind !== 'integer') throw new FormatError('Format specifier was invalid.');
      const radix = letter.toUpperCase() === 'X' ? 16 : 2;
      const text =
        number.bits === UNLIMITED
          ? signedDigits(number.value, radix)
          : BigInt.asUintN(number.bits, number.value).toString(radix);
      const fill = number.bits === UNLIMITED && number.value < 0n ? (radix === 16 ? 'f' : '1') : '0';
      const padded = text.padStart(precision ?? 0, fill);
      return letter === 'X' ? padded.toUpperCase() : padded;
    }
    default:
      throw new FormatError('Format specifier was invalid.');
  }
}

function plainNumber(number: FormatNumber, ways: Ways): string {
  if (number.kind === 'double' || number.kind === 'single') return floatToString(number, ways);
  if (number.kind === 'integer') return wholeText(number.value.toString(), ways);
  if (number.kind !== 'decimal') return '';
  const negative = number.unscaled < 0n;
  const text = (negative ? -number.unscaled : number.unscaled).toString().padStart(number.scale + 1, '0');
  const cut = text.length - number.scale;
  const fraction = number.scale > 0 ? ways.decimal + text.slice(cut) : '';
  return `${negative ? ways.negative : ''}${text.slice(0, cut)}${fraction}`;
}

function generalFormat(number: FormatNumber, precision: number | undefined, letter: string, ways: Ways): string {
  if (precision === undefined || precision === 0) {
    const text = plainNumber(number, ways);
    return letter === 'e' ? text.toLowerCase() : text;
  }
  const rounded = roundTo(exact(number), precision, isFloating(number));
  if (rounded.point > precision || rounded.point < -3) return scientific(rounded, letter, 2, ways);
  return inWays(plainDigits(rounded), ways);
}

/** Custom format strings: `0 # . , % ‰ E0 ; '…' \`. */
function custom(number: FormatNumber, format: string, ways: Ways): string {
  const sections = splitSections(format);
  // Custom formats see 15 digits of a double and 7 of a single.
  const all = exact(number);
  const digits = number.kind === 'double' ? roundTo(all, 15) : number.kind === 'single' ? roundTo(all, 7) : all;
  let section = sections[0] ?? '';
  let negative = digits.negative && digits.digits !== '';
  if (sections.length > 2 && digits.digits === '') section = sections[2] ?? '';
  else if (sections.length > 1 && negative && sections[1] !== '') {
    section = sections[1] ?? '';
    negative = false;
  }
  const text = customSection(digits, section, ways);
  if (sections.length > 2 && !text.hasDigits)
    return customSection({ ...digits, digits: '', point: 0 }, sections[2] ?? '', ways).text;
  return negative && (text.hasDigits || isFloating(number)) ? ways.negative + text.text : text.text;
}

function splitSections(format: string): string[] {
  const sections = [''];
  for (let index = 0; index < format.length; index += 1) {
    const c = format[index] ?? '';
    const last = sections.length - 1;
    if (c === ';') sections.push('');
    else if (c === '\\') {
      sections[last] += c + (format[index + 1] ?? '');
      index += 1;
    } else if (c === "'" || c === '"') {
      const end = format.indexOf(c, index + 1);
      const stop = end < 0 ? format.length : end + 1;
      sections[last] += format.slice(index, stop);
      index = stop - 1;
    } else sections[last] += c;
  }
  return sections;
}

type Piece =
  | { readonly literal: string }
  | { readonly digit: '0' | '#' }
  | { readonly point: true }
  | { readonly exponent: string };

function customSection(
  number: Digits,
  section: string,
  ways: Ways,
): { readonly text: string; readonly hasDigits: boolean } {
  const pieces: Piece[] = [];
  let shift = 0;
  let grouped = false;
  let seenPoint = false;
  let whole = 0;
  let decimals = 0;
  let firstZero = -1;
  let lastZero = 0;
  let exponent: string | undefined;
  let pendingCommas = 0;
  for (let index = 0; index < section.length; index += 1) {
    const c = section[index] ?? '';
    if (c === '0' || c === '#') {
      // Commas between digits are separators; commas at the end of the whole part each leave three digits out.
      if (!seenPoint) {
        if (pendingCommas > 0) grouped = true;
        pendingCommas = 0;
      }
      pieces.push({ digit: c });
      if (seenPoint) {
        decimals += 1;
        if (c === '0') lastZero = decimals;
      } else {
        if (c === '0' && firstZero < 0) firstZero = whole;
        whole += 1;
      }
    } else if (c === '.') {
      if (!seenPoint) pieces.push({ point: true });
      seenPoint = true;
    } else if (c === ',') {
      if (whole > 0 && !seenPoint) pendingCommas += 1;
    } else if (c === '%' || c === '‰') {
      shift += c === '%' ? 2 : 3;
      pieces.push({ literal: c === '%' ? ways.percent : ways.perMille });
    } else if (c === '\\') {
      pieces.push({ literal: section[index + 1] ?? '' });
      index += 1;
    } else if (c === "'" || c === '"') {
      const end = section.indexOf(c, index + 1);
      const stop = end < 0 ? section.length : end;
      pieces.push({ literal: section.slice(index + 1, stop) });
      index = stop;
    } else if ((c === 'E' || c === 'e') && /^[+-]?0/.test(section.slice(index + 1))) {
      const match = /^([+-]?)(0+)/.exec(section.slice(index + 1));
      exponent = `${c}${match?.[1] ?? ''}${match?.[2] ?? ''}`;
      pieces.push({ exponent });
      index += (match?.[0] ?? '').length;
    } else pieces.push({ literal: c });
  }
  if (pendingCommas > 0) shift -= 3 * pendingCommas;
  let value: Digits = { ...number, negative: false, point: number.digits === '' ? 0 : number.point + shift };
  let power = 0;
  if (exponent !== undefined && value.digits !== '') {
    power = value.point - whole;
    value = { ...value, point: whole };
  }
  const before = value.point;
  value = roundTo(value, value.point + decimals);
  if (exponent !== undefined && value.point > before) {
    power += value.point - before;
    value = { ...value, point: before };
  }
  const text = plainDigits(value);
  const [wholeText = '', fractionText = ''] = text.split('.');
  let wholeDigits = wholeText === '0' ? '' : wholeText;
  const minWhole = firstZero < 0 ? 0 : whole - firstZero;
  wholeDigits = wholeDigits.padStart(minWhole, '0');
  const fraction = fractionText.padEnd(lastZero, '0');
  let result = '';
  let placeholder = 0;
  let fractionAt = 0;
  let wholeDone = false;
  // How many digits are left behind each separator.
  const ends = new Set<number>();
  if (grouped)
    for (let at = 0, left = 0; ; at += 1) {
      const size = ways.sizes[Math.min(at, ways.sizes.length - 1)] ?? 0;
      left += size;
      if (size === 0 || left >= wholeDigits.length) break;
      ends.add(left);
    }
  const takeWhole = (from: number, to: number): string => {
    let out = '';
    for (let at = from; at < to; at += 1) {
      out += wholeDigits[at] ?? '';
      if (ends.has(wholeDigits.length - 1 - at)) out += ways.group;
    }
    return out;
  };
  for (const piece of pieces) {
    if ('literal' in piece) result += piece.literal;
    else if ('exponent' in piece) {
      const match = /^(.)([+-]?)(0+)$/.exec(piece.exponent);
      const sign = power < 0 ? ways.negative : match?.[2] === '+' ? ways.positive : '';
      result += `${match?.[1] ?? ''}${sign}${Math.abs(power)
        .toString()
        .padStart((match?.[3] ?? '').length, '0')}`;
    } else if ('point' in piece) {
      if (whole === 0 && wholeDigits !== '') result += wholeDigits;
      wholeDone = true;
      if (fraction !== '') result += ways.decimal;
    } else if (!wholeDone && placeholder < whole) {
      const left = whole - placeholder;
      const end = wholeDigits.length - left + 1;
      const start = placeholder === 0 ? 0 : Math.max(0, end - 1);
      if (end > 0) result += takeWhole(start, end);
      placeholder += 1;
    } else {
      result += fraction[fractionAt] ?? '';
      fractionAt += 1;
    }
  }
  return { text: result, hasDigits: value.digits !== '' };
}
