/** System.Char and System.Boolean. */
import { PSChar, type PSValue } from '../../../protocol/objects/index.js';
import { implement } from '../values/bodies.js';
import { PSReference } from '../values/live.js';
import { hashCode, netEquals } from './equality.js';
import { convertibles } from './object.js';
import { isWhiteSpace, lower, upper } from './string.js';
import {
  argumentError,
  argumentNull,
  char,
  code,
  double,
  enumOf,
  formatError,
  num,
  outOfRange,
  text,
} from './support.js';

/** Unicode categories in the order of System.Globalization.UnicodeCategory. */
const CATEGORIES = 'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Zs Zl Zp Cc Cf Cs Co Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Cn'.split(
  ' ',
);
let patterns: readonly RegExp[] | undefined;
const makePatterns = (): readonly RegExp[] =>
  CATEGORIES.map((name) => (name === 'Cs' ? /[\uD800-\uDFFF]/ : new RegExp(`^\\p{${name}}$`, 'u')));
export function categoryOf(unit: string): number {
  if (unit >= '\uD800' && unit <= '\uDFFF' && unit.length === 1) return CATEGORIES.indexOf('Cs');
  patterns ??= makePatterns();
  const at = patterns.findIndex((pattern) => pattern.test(unit));
  return at < 0 ? CATEGORIES.indexOf('Cn') : at;
}
/** (char) or (string, index). */
function unitOf(value: PSValue, index: PSValue | undefined): string {
  if (index === undefined) return value instanceof PSChar ? value.toString() : text(value);
  if (value === null) throw argumentNull('s');
  const at = num(index);
  if (at < 0 || at >= text(value).length) throw outOfRange('index');
  return text(value).charAt(at);
}
const test =
  (names: string) =>
  (_self: PSValue, value: PSValue, index?: PSValue): boolean =>
    names.split(' ').includes(CATEGORIES[categoryOf(unitOf(value, index))] ?? '');
const ascii =
  (pattern: RegExp) =>
  (_self: PSValue, value: PSValue): boolean =>
    pattern.test(text(value));

implement('System.Char', () => ({
  ...convertibles(),
  ToString: (self) => text(self),
  Equals: (self, other) => netEquals(self, other),
  GetHashCode: (self) => hashCode(self),
  CompareTo: (self, other) => {
    if (other === null) return 1;
    if (!(other instanceof PSChar)) throw argumentError('Object must be of type Char.');
    return code(self) - other.code;
  },
  'static MaxValue': () => char(0xffff),
  'static MinValue': () => char(0),
  'static IsLetter': test('Lu Ll Lt Lm Lo'),
  'static IsDigit': test('Nd'),
  'static IsNumber': test('Nd Nl No'),
  'static IsLetterOrDigit': test('Lu Ll Lt Lm Lo Nd'),
  'static IsUpper': test('Lu'),
  'static IsLower': test('Ll'),
  'static IsPunctuation': test('Pc Pd Ps Pe Pi Pf Po'),
  'static IsSymbol': test('Sm Sc Sk So'),
  'static IsSeparator': test('Zs Zl Zp'),
  'static IsControl': test('Cc'),
  'static IsSurrogate': test('Cs'),
  'static IsWhiteSpace': (_self, value, index) => isWhiteSpace(unitOf(value, index)),
  'static IsHighSurrogate': (_self, value, index) => /^[\uD800-\uDBFF]$/.test(unitOf(value, index)),
  'static IsLowSurrogate': (_self, value, index) => /^[\uDC00-\uDFFF]$/.test(unitOf(value, index)),
  'static IsSurrogatePair': (_self, value, second) =>
    second instanceof PSChar
      ? /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text(value) + text(second))
      : /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text(value).slice(num(second))),
  'static IsAscii': (_self, value) => code(value) < 128,
  'static IsAsciiDigit': ascii(/^[0-9]$/),
  'static IsAsciiLetter': ascii(/^[A-Za-z]$/),
  'static IsAsciiLetterUpper': ascii(/^[A-Z]$/),
  'static IsAsciiLetterLower': ascii(/^[a-z]$/),
  'static IsAsciiLetterOrDigit': ascii(/^[0-9A-Za-z]$/),
  'static IsAsciiHexDigit': ascii(/^[0-9A-Fa-f]$/),
  'static IsAsciiHexDigitUpper': ascii(/^[0-9A-F]$/),
  'static IsAsciiHexDigitLower': ascii(/^[0-9a-f]$/),
  'static IsBetween': (_self, value, low, high) => code(value) >= code(low) && code(value) <= code(high),
  'static ToUpper': (_self, value) => char(upper(text(value))),
  'static ToLower': (_self, value) => char(lower(text(value))),
  'static ToUpperInvariant': (_self, value) => char(upper(text(value))),
  'static ToLowerInvariant': (_self, value) => char(lower(text(value))),
  'static ToString': (_self, value) => text(value),
  'static GetUnicodeCategory': (_self, value, index) =>
    enumOf('System.Globalization.UnicodeCategory', categoryOf(unitOf(value, index))),
  'static GetNumericValue': (_self, value, index) => {
    const unit = unitOf(value, index);
    return double(/^[0-9]$/.test(unit) ? Number(unit) : (numericValue(unit) ?? -1));
  },
  'static Parse': (_self, value) => {
    if (text(value).length !== 1) throw formatError('String must be exactly one character long.');
    return char(text(value));
  },
  'static TryParse': (_self, value, target) => {
    const ok = value !== null && text(value).length === 1;
    if (target instanceof PSReference) target.put(char(ok ? text(value) : '\0'));
    return ok;
  },
  'static ConvertFromUtf32': (_self, value) => {
    const point = num(value);
    if (point < 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
      throw outOfRange(
        'utf32',
        'A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include surrogate codepoint values (0x00d800 ~ 0x00dfff).',
      );
    return String.fromCodePoint(point);
  },
  'static ConvertToUtf32': (_self, value, second) =>
    second instanceof PSChar
      ? ((text(value) + text(second)).codePointAt(0) ?? 0)
      : (text(value).codePointAt(num(second)) ?? 0),
}));
function numericValue(unit: string): number | undefined {
  if (categoryOf(unit) === CATEGORIES.indexOf('Nd')) {
    // Decimal digits come in runs of ten.
    let zero = unit.charCodeAt(0);
    while (zero > 0 && categoryOf(String.fromCharCode(zero - 1)) === CATEGORIES.indexOf('Nd')) zero -= 1;
    return (unit.charCodeAt(0) - zero) % 10;
  }
  return { '½': 0.5, '¼': 0.25, '¾': 0.75, '²': 2, '³': 3, '¹': 1 }[unit];
}

const boolean = (self: PSValue): boolean => self === true;
implement('System.Boolean', () => ({
  ...convertibles(),
  ToString: (self) => (boolean(self) ? 'True' : 'False'),
  Equals: (self, other) => typeof other === 'boolean' && other === boolean(self),
  GetHashCode: (self) => (boolean(self) ? 1 : 0),
  CompareTo: (self, other) => {
    if (other === null) return 1;
    if (typeof other !== 'boolean') throw argumentError('Object must be of type Boolean.');
    return boolean(self) === other ? 0 : boolean(self) ? 1 : -1;
  },
  'static TrueString': () => 'True',
  'static FalseString': () => 'False',
  'static Parse': (_self, value) => {
    const made = parseBoolean(text(value));
    if (made === undefined) throw formatError(`String '${text(value)}' was not recognized as a valid Boolean.`);
    return made;
  },
  'static TryParse': (_self, value, target) => {
    const made = value === null ? undefined : parseBoolean(text(value));
    if (target instanceof PSReference) target.put(made ?? false);
    return made !== undefined;
  },
}));
export function parseBoolean(value: string): boolean | undefined {
  const word = value.replace(/^[\s\0]+|[\s\0]+$/g, '').toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : undefined;
}
