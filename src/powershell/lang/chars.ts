/**
 * Character classes of PowerShell's tokenizer over UTF-16 units. Dashes, quotes and spaces of typographers count as the
 * plain ones: en dash, em dash and horizontal bar; U+2018..201B and U+201C..201E; no-break space, next line and the
 * Unicode separators. Letters and digits follow .NET (`char.IsLetter`, `char.IsLetterOrDigit`): surrogates are neither.
 */
const IDENTIFIER_START = 1;
const DIGIT = 2;
const HEX = 4;
const SPACE = 8;
const VARIABLE_START = 16;
const FORCE_NEW_TOKEN = 32;
const FORCE_NEW_ASSEMBLY_TOKEN = 64;
const AFTER_NUMBER = 128;
const MULTIPLIER = 256;
const TYPE_SUFFIX = 512;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const TRAITS = new Uint16Array(128);
function give(chars: string, bit: number): void {
  for (let i = 0; i < chars.length; i++) {
    const c = chars.charCodeAt(i);
    TRAITS[c] = (TRAITS[c] ?? 0) | bit;
  }
}
give(`${LETTERS}_`, IDENTIFIER_START);
give(DIGITS, DIGIT);
give(`${DIGITS}ABCDEFabcdef`, HEX);
give('\t\v\f ', SPACE);
give(`${LETTERS}${DIGITS}_$:?^`, VARIABLE_START);
give('\0\t\n\v\f\r &(),;{|}', FORCE_NEW_TOKEN);
give('\0\t\n\v\f\r ,=]', FORCE_NEW_ASSEMBLY_TOKEN);
give('!#%*+-./<=>]', AFTER_NUMBER);
give('GKMPTgkmpt', MULTIPLIER);
give('DLNSUYdlnsuy', TYPE_SUFFIX);

const LETTER = /^\p{L}$/u;
const LETTER_OR_DIGIT = /^[\p{L}\p{Nd}]$/u;
const NUMERAL = /^\p{Nd}$/u;
const SEPARATOR = /^\p{Z}$/u;

/** `char.IsLetter`. */
export function isLetter(c: number): boolean {
  if (c < 128) return (c | 32) >= 97 && (c | 32) <= 122;
  return LETTER.test(String.fromCharCode(c));
}
/** `char.IsLetterOrDigit`. */
export function isLetterOrDigit(c: number): boolean {
  if (c < 128) return ((c | 32) >= 97 && (c | 32) <= 122) || (c >= 48 && c <= 57);
  return LETTER_OR_DIGIT.test(String.fromCharCode(c));
}
/** `char.IsDigit`: any script's decimal digits. */
export function isUnicodeDigit(c: number): boolean {
  if (c < 128) return c >= 48 && c <= 57;
  return NUMERAL.test(String.fromCharCode(c));
}
/** `char.IsWhiteSpace`: line ends included. */
export function isWhiteSpaceOrNewLine(c: number): boolean {
  if (c < 128) return c === 32 || (c >= 9 && c <= 13);
  return c === 0x85 || SEPARATOR.test(String.fromCharCode(c));
}
/** Space between tokens: not a line end. */
export function isSpace(c: number): boolean {
  if (c < 128) return ((TRAITS[c] ?? 0) & SPACE) !== 0;
  if (c <= 256) return c === 0xa0 || c === 0x85;
  return SEPARATOR.test(String.fromCharCode(c));
}
export function isDash(c: number): boolean {
  return c === 45 || (c >= 0x2013 && c <= 0x2015);
}
export function isSingleQuote(c: number): boolean {
  return c === 39 || (c >= 0x2018 && c <= 0x201b);
}
export function isDoubleQuote(c: number): boolean {
  return c === 34 || (c >= 0x201c && c <= 0x201e);
}
export function isVariableStart(c: number): boolean {
  return c < 128 ? ((TRAITS[c] ?? 0) & VARIABLE_START) !== 0 : isLetterOrDigit(c);
}
export function isIdentifierStart(c: number): boolean {
  return c < 128 ? ((TRAITS[c] ?? 0) & IDENTIFIER_START) !== 0 : isLetter(c);
}
export function isIdentifierFollow(c: number): boolean {
  return c < 128 ? ((TRAITS[c] ?? 0) & (IDENTIFIER_START | DIGIT)) !== 0 : isLetterOrDigit(c);
}
export function isDecimalDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}
export function isHexDigit(c: number): boolean {
  return c < 128 && ((TRAITS[c] ?? 0) & HEX) !== 0;
}
export function isTypeSuffix(c: number): boolean {
  return c < 128 && ((TRAITS[c] ?? 0) & TYPE_SUFFIX) !== 0;
}
export function isMultiplierStart(c: number): boolean {
  return c < 128 && ((TRAITS[c] ?? 0) & MULTIPLIER) !== 0;
}
/** Ends a word in command mode, whatever the word was. */
export function forcesNewToken(c: number): boolean {
  return c < 128 ? ((TRAITS[c] ?? 0) & FORCE_NEW_TOKEN) !== 0 : isSpace(c);
}
/** Ends a part of an assembly name. */
export function forcesNewAssemblyToken(c: number): boolean {
  return c < 128 ? ((TRAITS[c] ?? 0) & FORCE_NEW_ASSEMBLY_TOKEN) !== 0 : isSpace(c);
}
/** May follow a number directly in an expression; with `ternary`, so may `?` and `:`. */
export function mayFollowNumber(c: number, ternary: boolean): boolean {
  if (c < 128) return ((TRAITS[c] ?? 0) & AFTER_NUMBER) !== 0 || (ternary && (c === 63 || c === 58));
  return isDash(c);
}
