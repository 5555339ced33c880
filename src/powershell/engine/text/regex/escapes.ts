/** Escapes that mean the same in a set and outside of it: a class, or one unit. */
import {
  ASCII_DIGIT,
  ASCII_SPACE,
  ASCII_WORD,
  CASED,
  type CharClass,
  DIGIT,
  namedClass,
  not,
  SPACE,
  WORD,
} from './char-set.js';
import { RegexSyntaxError } from './syntax.js';

export type Escape =
  | { readonly type: 'unit'; readonly unit: number; readonly length: number }
  | { readonly type: 'class'; readonly is: CharClass; readonly length: number };

const UNITS: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, e: 27 };
const CLASSES: Readonly<Record<string, readonly [net: CharClass, ecma: CharClass]>> = {
  d: [DIGIT, ASCII_DIGIT],
  w: [WORD, ASCII_WORD],
  s: [SPACE, ASCII_SPACE],
};

/** @throws {RegexSyntaxError} */
export function escapeAt(
  text: string,
  at: number,
  { ecma, ignoreCase }: { readonly ecma: boolean; readonly ignoreCase: boolean },
): Escape {
  const next = text[at + 1] ?? '';
  const unit = (value: number, length = 2): Escape => ({ type: 'unit', unit: value, length });
  const known = UNITS[next];
  if (known !== undefined) return unit(known);
  const found = CLASSES[next.toLowerCase()];
  if (found !== undefined) {
    const is = found[ecma ? 1 : 0];
    return { type: 'class', is: next === next.toLowerCase() ? is : not(is), length: 2 };
  }
  switch (next) {
    case 'p':
    case 'P':
      return property(text, at, ignoreCase);
    case 'x':
    case 'u': {
      const length = next === 'x' ? 2 : 4;
      const digits = text.slice(at + 2, at + 2 + length);
      if (digits.length < length) throw new RegexSyntaxError('Insufficient or invalid hexadecimal digits.', at + 2);
      const bad = digits.search(/[^0-9a-f]/i);
      if (bad >= 0) throw new RegexSyntaxError('Insufficient or invalid hexadecimal digits.', at + 3 + bad);
      return unit(Number.parseInt(digits, 16), 2 + length);
    }
    case 'c': {
      const letter = text[at + 2];
      if (letter === undefined) throw new RegexSyntaxError('Missing control character.', at + 2);
      const code = letter.toUpperCase().charCodeAt(0) - 64;
      if (code < 0 || code > 31) throw new RegexSyntaxError('Unrecognized control character.', at + 3);
      return unit(code, 3);
    }
    default:
      break;
  }
  const octal = /[0-7]{1,3}/y;
  octal.lastIndex = at + 1;
  const digits = octal.exec(text)?.[0];
  if (digits !== undefined) return unit(Number.parseInt(digits, 8) & 0xff, 1 + digits.length);
  if (/[\p{L}\p{Mn}\p{Nd}\p{Pc}]/u.test(next))
    throw new RegexSyntaxError(`Unrecognized escape sequence \\${next}.`, at + 2);
  return unit(next.charCodeAt(0));
}
/** Where a text may be cut: before an escape (not inside of `\\\\` and `\\c\\`), or far enough behind one. */
export const BETWEEN_ESCAPES = /(?<!\\|\\c)\\|(?<!\\[^]{0,5})[^\udc00-\udfff]/g;
/**
 * What the escapes of a piece of a text stand for, as `Regex.Unescape` has them: no classes, and no backslash at the end.
 * @throws {RegexSyntaxError} at its place in the whole text, where the piece begins at `from`.
 */
export function unescaped(piece: string, from: number): string {
  let made = '';
  let done = 0;
  for (let at = piece.indexOf('\\'); at >= 0; at = piece.indexOf('\\', done)) {
    made += piece.slice(done, at);
    const next = piece[at + 1];
    if (next === undefined) return made;
    if (/[dDwWsSpP]/.test(next)) throw new RegexSyntaxError(`Unrecognized escape sequence \\${next}.`, from + at + 2);
    const escape = placed(() => escapeAt(piece, at, { ecma: false, ignoreCase: false }), from);
    if (escape.type === 'unit') made += String.fromCharCode(escape.unit);
    done = at + escape.length;
  }
  return made + piece.slice(done);
}
function placed<T>(read: () => T, from: number): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof RegexSyntaxError ? new RegexSyntaxError(error.message, from + error.offset) : error;
  }
}
function property(text: string, at: number, ignoreCase: boolean): Escape {
  if (text[at + 2] !== '{' || text.length < at + 5)
    throw new RegexSyntaxError('Incomplete \\p{X} character escape.', at + 2);
  const name = /[\w-]*/y;
  name.lastIndex = at + 3;
  const found = name.exec(text)?.[0] ?? '';
  const end = at + 3 + found.length;
  if (text[end] !== '}') {
    if (end >= text.length) throw new RegexSyntaxError('Incomplete \\p{X} character escape.', at + 2);
    throw new RegexSyntaxError('Malformed \\p{X} character escape.', at + 3);
  }
  // A letter of one case is one of either when case is ignored.
  const is = ignoreCase && /^L[ult]$/.test(found) ? CASED : namedClass(found);
  if (is === undefined) throw new RegexSyntaxError(`Unknown property '${found}'.`, end + 1);
  return { type: 'class', is: text[at + 1] === 'p' ? is : not(is), length: end + 1 - at };
}
