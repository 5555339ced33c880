/** One line of arguments and the words that a program gets of it. */
import { splitProgramLine } from '../../../io/runtime/index.js';
import { isWhiteSpace } from '../net/string.js';

/** .NET's rule for one string of arguments: blanks and tabs separate. */
export const splitArguments = (line: string): string[] =>
  splitProgramLine(line, (char) => char === ' ' || char === '\t');
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
