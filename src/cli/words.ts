/** Splits a command line into words as a POSIX shell does: quotes and backslashes, nothing is expanded. */
import { UsageError } from './command-line.js';

export function splitWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (quote === '' && /\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (quote === '' && (char === '"' || char === "'")) {
      quote = char;
      word ??= '';
    } else if (quote !== '' && char === quote) quote = '';
    else if (char === '\\' && quote !== "'" && at + 1 < text.length) {
      at += 1;
      word = (word ?? '') + (text[at] ?? '');
    } else word = (word ?? '') + char;
  }
  if (quote !== '') throw new UsageError(`The quote ${quote} in '${text}' is not closed.`);
  if (word !== undefined) words.push(word);
  return words;
}
