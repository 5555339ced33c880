/** One line of arguments and the words that a program gets of it. */
import { isWhiteSpace } from '../net/string.js';

/** .NET's rule for one string of arguments: blanks separate, double quotes hold together, `\"` is a quote. */
export function splitArguments(line: string): string[] {
  const list: string[] = [];
  let current = '';
  let open = false;
  let started = false;
  for (let at = 0; at < line.length; at += 1) {
    const c = line[at] ?? '';
    if (c === '\\') {
      let count = 1;
      while (line[at + count] === '\\') count += 1;
      const quoted = line[at + count] === '"';
      current += '\\'.repeat(quoted ? Math.floor(count / 2) : count);
      at += count - 1;
      started = true;
      if (quoted && count % 2 === 1) {
        current += '"';
        at += 1;
      }
    } else if (c === '"') {
      started = true;
      if (open && line[at + 1] === '"') {
        current += '"';
        at += 1;
      } else open = !open;
    } else if ((c === ' ' || c === '\t') && !open) {
      if (started) list.push(current);
      current = '';
      started = false;
    } else {
      current += c;
      started = true;
    }
  }
  if (started) list.push(current);
  return list;
}
/** Whether a word needs quotes in such a line: a blank stands outside the quotes that it has. */
export function needsQuotes(word: string): boolean {
  let open = false;
  let before = '';
  for (const unit of word) {
    if (unit === '"' && before !== '\\') open = !open;
    else if (!open && isWhiteSpace(unit)) return true;
    before = unit;
  }
  return false;
}
/** The word in quotes, with the backslashes at its end doubled: they would escape the quote. */
export const quoteWord = (word: string): string => `"${word}${/\\*$/.exec(word)?.[0] ?? ''}"`;
