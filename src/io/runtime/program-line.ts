/**
 * Splits a line into the words that a program gets of it, by the rules of Microsoft's C runtime: quotes group, `\"` is a
 * quote, backslashes count only before a quote, two quotes inside quotes are one.
 * @param isBlank what separates words outside of quotes.
 */
export function splitProgramLine(line: string, isBlank: (char: string) => boolean): string[] {
  const words: string[] = [];
  let word = '';
  let started = false;
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const char = line[index] ?? '';
    if (char === '\\') {
      let count = 1;
      while (line[index + count] === '\\') count += 1;
      const beforeQuote = line[index + count] === '"';
      word += '\\'.repeat(beforeQuote ? Math.floor(count / 2) : count);
      index += count - 1;
      if (beforeQuote && count % 2 === 1) {
        word += '"';
        index += 1;
      }
      started = true;
    } else if (char === '"') {
      if (quoted && line[index + 1] === '"') {
        word += '"';
        index += 1;
      } else {
        quoted = !quoted;
      }
      started = true;
    } else if (!quoted && isBlank(char)) {
      if (started) words.push(word);
      word = '';
      started = false;
    } else {
      word += char;
      started = true;
    }
  }
  if (started) words.push(word);
  return words;
}
