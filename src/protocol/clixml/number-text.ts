/** Numbers as XmlConvert writes them, and the checks that reading them needs. protocol.md 2.2 */

/** Digits and exponent of a number's text: `d.ddd × 10^exponent`. */
interface ShortText {
  readonly digits: string;
  readonly exponent: number;
}
function shortest(text: string): ShortText {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const all = whole + fraction;
  const first = all.search(/[1-9]/);
  if (first < 0) return { digits: '0', exponent: 0 };
  const digits = all.slice(first).replace(/0+$/, '');
  return { digits, exponent: whole.length - 1 - first + Number(power) };
}

/** .NET's general format: plain from 0.0001 up to `threshold` digits before the point, else scientific. */
function general(negative: boolean, digits: string, exponent: number, threshold: number): string {
  const sign = negative ? '-' : '';
  if (exponent >= threshold || exponent < -4) {
    const mantissa = digits.length > 1 ? `${digits[0] ?? ''}.${digits.slice(1)}` : digits;
    const size = Math.abs(exponent).toString().padStart(2, '0');
    return `${sign}${mantissa}E${exponent < 0 ? '-' : '+'}${size}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return sign + digits.padEnd(exponent + 1, '0');
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

const special = (value: number): string | undefined => {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Number.POSITIVE_INFINITY) return 'INF';
  if (value === Number.NEGATIVE_INFINITY) return '-INF';
  return Object.is(value, -0) ? '-0' : undefined;
};

/** A Double: shortest round trip, scientific from 1E+17 up and below 0.0001. */
export function formatDouble(value: number): string {
  const known = special(value);
  if (known !== undefined) return known;
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const { digits, exponent } = shortest(Math.abs(value).toString());
  return general(value < 0, digits, exponent, 17);
}

/** Where the exact value lies in the middle of two texts, .NET takes the even digit and JavaScript the upper one. */
function evenOnTie(found: ShortText, value: number): ShortText {
  const last = found.digits.charCodeAt(found.digits.length - 1);
  if (last % 2 === 0) return found;
  const exact = shortest(value.toPrecision(60)).digits;
  if (exact.length !== found.digits.length + 1 || !exact.endsWith('5')) return found;
  const lower = exact.slice(0, -1);
  const scale = found.exponent - lower.length + 1;
  return Math.fround(Number(`${lower}e${scale}`)) === value ? { digits: lower, exponent: found.exponent } : found;
}

/** A Single: the shortest text that reads back as the same 32-bit number; scientific from 1E+09 up. */
export function formatSingle(value: number): string {
  const known = special(value);
  if (known !== undefined) return known;
  let text = Math.abs(value).toString();
  for (let precision = 1; precision <= 9; precision += 1) {
    const candidate = Math.abs(value).toPrecision(precision);
    if (Math.fround(Number(candidate)) === Math.abs(value)) {
      text = candidate;
      break;
    }
  }
  const { digits, exponent } = evenOnTie(shortest(text), Math.abs(value));
  return general(value < 0, digits, exponent, 9);
}

/** `-12.5` and the like: digits, with a point somewhere after the first. */
function isPlainNumber(text: string): boolean {
  const { length } = text;
  let at = text.charCodeAt(0) === 45 ? 1 : 0;
  if (at === length) return false;
  let points = 0;
  for (const first = at; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 46 && at > first) points += 1;
    else if (unit < 48 || unit > 57) return false;
  }
  return points < 2;
}

/** XML Schema's double, and the spellings that .NET reads. Undefined: no number. */
export function parseFloating(text: string): number | undefined {
  if (isPlainNumber(text)) return Number(text);
  const trimmed = text.trim();
  switch (trimmed) {
    case 'INF':
    case 'Infinity':
    case '∞':
      return Number.POSITIVE_INFINITY;
    case '-INF':
    case '-Infinity':
    case '-∞':
      return Number.NEGATIVE_INFINITY;
    case 'NaN':
      return Number.NaN;
    default:
      return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : undefined;
  }
}

/** A whole number within bounds. Undefined: no such number. */
export function parseInteger(text: string, min: number, max: number): number | undefined {
  if (!/^\s*[+-]?\d{1,20}\s*$/.test(text)) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value + 0 : undefined;
}

export function parseBigInteger(text: string, min: bigint, max: bigint): bigint | undefined {
  const trimmed = text.trim();
  if (!/^[+-]?\d{1,24}$/.test(trimmed)) return undefined;
  const value = BigInt(trimmed.startsWith('+') ? trimmed.slice(1) : trimmed);
  return value >= min && value <= max ? value : undefined;
}

const MAX_DECIMAL = 79_228_162_514_264_337_593_543_950_335n;

/** A decimal with its scale kept. Undefined: no decimal, or beyond .NET's range. */
export function parseDecimal(text: string): { readonly unscaled: bigint; readonly scale: number } | undefined {
  const match = /^\s*([+-]?)(\d{0,64})(?:\.(\d{0,64}))?\s*$/.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const scale = Math.min(fraction.length, 28);
  const unscaled = BigInt(`${whole}${fraction.slice(0, scale)}` || '0');
  if (unscaled > MAX_DECIMAL) return undefined;
  return { unscaled: sign === '-' ? -unscaled : unscaled, scale };
}
