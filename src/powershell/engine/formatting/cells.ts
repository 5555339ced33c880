/**
 * Text on a screen of character cells: widths (East Asian wide characters take two), cutting, wrapping. Escape sequences
 * take no cells and are never cut in two.
 */
import { look, type Steps, type Tick } from '../pending.js';

export const ELLIPSIS = '…';
export const RESET = '\u001B[0m';
const ESC = '\u001B';
// eslint-disable-next-line no-control-regex
const SEQUENCES = /\u001B\[\d*(?:;\d+)*m|\u001B\[\?\d+[hl]|\u001B\]8;;.*?\u001B\\/g;
/** Only characters of one cell: everything below Hangul, no escape. */
// eslint-disable-next-line no-control-regex
const NARROW = /^[^\u001B\u1100-\uFFFF]*$/;

export const plainText = (text: string): string => (text.includes(ESC) ? text.replace(SEQUENCES, '') : text);
export const isDecorated = (text: string): boolean => text.includes(ESC);

/** Cells of one UTF-16 unit: 2 for the wide blocks of East Asia, else 1. Half of a surrogate pair counts 1, so a pair 2. */
export function unitCells(code: number): number {
  if (code < 0x1100) return 1;
  return code <= 0x115f ||
    code === 0x2329 ||
    code === 0x232a ||
    (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe10 && code <= 0xfe19) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6)
    ? 2
    : 1;
}

/** Cells that a text takes in one line. */
export function cells(text: string): number {
  if (NARROW.test(text)) return text.length;
  const plain = plainText(text);
  let count = 0;
  for (let index = 0; index < plain.length; index += 1) count += unitCells(plain.charCodeAt(index));
  return count;
}

/** How many units from `start` on fit into `width` cells. Of a plain text. */
function fitHead(text: string, width: number, start = 0): number {
  let used = 0;
  let index = start;
  while (index < text.length) {
    used += unitCells(text.charCodeAt(index));
    if (used > width) break;
    index += 1;
    if (used === width) break;
  }
  return index - start;
}
function fitTail(text: string, width: number): number {
  let used = 0;
  let index = text.length;
  while (index > 0) {
    used += unitCells(text.charCodeAt(index - 1));
    if (used > width) break;
    index -= 1;
    if (used === width) break;
  }
  return text.length - index;
}

/**
 * `count` visible units from `start` on, with the escape sequences before and inside them; a reset is added where colours
 * would run out of the cut.
 */
export function visibleSlice(text: string, start: number, count = Number.POSITIVE_INFINITY): string {
  if (!text.includes(ESC)) return text.slice(start, count === Number.POSITIVE_INFINITY ? undefined : start + count);
  let out = '';
  let seen = 0;
  let open = false;
  let at = 0;
  const copy = (part: string): void => {
    const from = Math.max(0, start - seen);
    const to = Math.min(part.length, start + count - seen);
    if (to > from) out += part.slice(from, to);
    seen += part.length;
  };
  for (const match of text.matchAll(SEQUENCES)) {
    copy(text.slice(at, match.index));
    at = match.index + match[0].length;
    if (seen >= start + count && match[0] !== RESET) continue;
    if (match[0] === RESET) {
      if (open) out += match[0];
      open = false;
    } else {
      out += match[0];
      open = true;
    }
  }
  copy(text.slice(at));
  return open ? out + RESET : out;
}

/** The head that fits into `width` cells. */
export const headCells = (text: string, width: number): string =>
  visibleSlice(text, 0, fitHead(plainText(text), width));
/** The tail that fits into `width` cells. */
export function tailCells(text: string, width: number): string {
  const plain = plainText(text);
  return visibleSlice(text, plain.length - fitTail(plain, width));
}

/** Lines of a text; carriage returns are dropped. Colours that are on at a line's end are closed and opened again. */
export function splitLines(text: string): string[] {
  if (!text.includes('\n')) return [text.includes('\r') ? text.replaceAll('\r', '') : text];
  const lines = text.replaceAll('\r', '').split('\n');
  if (!text.includes(ESC)) return lines;
  return carryStyles(lines);
}

/** Closes colours at the end of each line and opens them again on the next. */
function carryStyles(lines: readonly string[]): string[] {
  let open = '';
  return lines.map((line, index) => {
    let styled = open + line;
    for (const match of line.matchAll(SEQUENCES)) open = match[0] === RESET ? '' : open + match[0];
    if (open !== '' && !styled.endsWith(RESET)) styled = plainText(styled) === '' && index > 0 ? '' : styled + RESET;
    return styled;
  });
}

/** The first line, with an ellipsis where there were more. */
export function firstLine(text: string): string {
  const at = text.search(/[\r\n]/);
  return at < 0 ? text : text.slice(0, at) + ELLIPSIS;
}

/** Languages whose words PowerShell keeps together when it wraps. The invariant culture is not one of them. */
const WORD_WRAP = new Set(['en', 'fr', 'de', 'it', 'pt', 'es']);
export const wrapsWords = (culture: string): boolean => WORD_WRAP.has(culture.slice(0, 2).toLowerCase());

/**
 * Wraps a text into lines.
 * @param first cells of the first line; `rest` of the others.
 * @param words keeps words whole where they fit.
 */
export function* wrapSteps(text: string, first: number, rest: number, words: boolean, tick: Tick): Steps<string[]> {
  if (text === '') return [''];
  const out: string[] = [];
  for (const line of splitLines(text)) {
    if (cells(line) <= first) out.push(line);
    else if (words) yield* wrapWords(line, first, rest, out, tick);
    else yield* wrapCells(line, first, rest, out, tick);
  }
  return words && text.includes(ESC) ? carryStyles(out) : out;
}

function* wrapCells(line: string, first: number, rest: number, out: string[], tick: Tick): Steps<void> {
  const plain = plainText(line);
  let offset = 0;
  let width = first;
  while (offset < plain.length) {
    const fit = fitHead(plain, width, offset);
    if (fit >= plain.length - offset) {
      out.push(visibleSlice(line, offset));
      return;
    }
    if (fit <= 0) {
      // Not even one character fits: a question mark stands for it.
      out.push('?');
      offset += 1;
    } else {
      out.push(visibleSlice(line, offset, fit));
      offset += fit;
    }
    width = rest;
    if (out.length % LINES_AT_ONCE === 0) yield* look(tick);
  }
}

/** One word with the delimiter that ends it. Soft hyphens show only at a line's end. */
function* wordsOf(line: string): Generator<{ readonly word: string; readonly delimiter: string }> {
  let word = '';
  for (let index = 0; index < line.length; index += 1) {
    const c = line[index] ?? '';
    if (c === ' ' || c === '\t' || c === '\u00AD') {
      yield { word, delimiter: c };
      word = '';
    } else if (c === '\u2011' || c === '\u00A0') {
      yield { word, delimiter: '' };
      word = '';
    } else word += c;
  }
  yield { word, delimiter: '' };
}

function* wrapWords(line: string, first: number, rest: number, out: string[], tick: Tick): Steps<void> {
  let width = first;
  let left = first;
  let current = '';
  const next = (text: string, used: number): void => {
    out.push(current);
    current = text;
    width = rest;
    left = width - used;
  };
  let count = 0;
  for (const { word, delimiter } of wordsOf(line)) {
    count += 1;
    if (count % LINES_AT_ONCE === 0) yield* look(tick);
    let piece = word;
    if (delimiter === '\u00AD') {
      if (cells(word) + 1 === left) piece += '-';
    } else piece += delimiter;
    const size = cells(piece);
    if (size > width) {
      for (const c of pieces(piece)) {
        const wide = c.startsWith(ESC) ? 0 : unitCells(c.charCodeAt(0));
        const shown = wide > width ? '?' : c;
        const used = wide > width ? 1 : wide;
        if (used > left) next(shown, used);
        else {
          current += shown;
          left -= used;
        }
      }
    } else if (size > left) next(piece, size);
    else {
      current += piece;
      left -= size;
    }
  }
  out.push(current);
}

/** Words, or lines, that are worked on in one go. */
export const LINES_AT_ONCE = 512;

/** Single units and whole escape sequences. */
function* pieces(text: string): Generator<string> {
  let at = 0;
  for (const match of text.matchAll(SEQUENCES)) {
    yield* text.slice(at, match.index).split('');
    yield match[0];
    at = match.index + match[0].length;
  }
  yield* text.slice(at).split('');
}
