/** Comma-separated text: records to fields and back, by the rules of ConvertFrom-Csv and ConvertTo-Csv. */
import { done, settle, type Steps, type Tick } from '../../pending.js';
import { textByPieces, WHOLE_CHARACTERS } from '../../slices.js';

/** Steps of reading a record between two looks at the clock. */
const READ_AT_ONCE = 1024;

/** Reads records of a whole text. Blanks around unquoted fields go; quoted fields may hold line ends. */
export class CsvReader {
  readonly #text: string;
  readonly #delimiter: string;
  #at = 0;
  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }
  get ended(): boolean {
    return this.#at >= this.#text.length;
  }
  /** The line at the cursor, unread; for header comments. */
  peekLine(): string {
    const end = this.#text.slice(this.#at).search(/\r|\n/);
    return end < 0 ? this.#text.slice(this.#at) : this.#text.slice(this.#at, this.#at + end);
  }
  skipLine(): void {
    this.#at += this.peekLine().length;
    this.#lineEnd();
  }
  #lineEnd(): boolean {
    const c = this.#text[this.#at];
    if (c !== '\n' && c !== '\r') return false;
    this.#at += c === '\r' && this.#text[this.#at + 1] === '\n' ? 2 : 1;
    return true;
  }
  /** Up to the next delimiter or line end; true when the record ends there. */
  #rest(trimBlank: boolean): readonly [text: string, ended: boolean] {
    const from = this.#at;
    while (this.#at < this.#text.length) {
      const c = this.#text[this.#at] ?? '';
      if (c === this.#delimiter || c === '\n' || c === '\r') break;
      this.#at += 1;
    }
    const found = this.#text.slice(from, this.#at);
    const shown = trimBlank && found.trim() === '' ? '' : found;
    if (this.#at >= this.#text.length) return [shown, true];
    if (this.#lineEnd()) return [shown, true];
    this.#at += 1;
    return [shown, false];
  }
  /** The fields of the next record; empty at the end of the text. */
  *next(tick: Tick): Steps<string[]> {
    const fields: string[] = [];
    let current = '';
    let quoted = false;
    let steps = 0;
    while (this.#at < this.#text.length) {
      steps += 1;
      if (steps % READ_AT_ONCE === 0) {
        done.steps += READ_AT_ONCE;
        const wait = tick();
        if (wait !== undefined) yield wait;
      }
      const c = this.#text[this.#at] ?? '';
      if (quoted) {
        if (c !== '"') {
          const stop = this.#text.indexOf('"', this.#at);
          const end = stop < 0 ? this.#text.length : stop;
          current += this.#text.slice(this.#at, end);
          this.#at = end;
        } else if (this.#text[this.#at + 1] === '"') {
          current += '"';
          this.#at += 2;
        } else {
          this.#at += 1;
          quoted = false;
          const [rest, ended] = this.#rest(true);
          fields.push(current + rest);
          current = '';
          if (ended) return fields;
        }
      } else if (c === this.#delimiter) {
        this.#at += 1;
        fields.push(current);
        current = '';
      } else if (c === '"' && current === '') {
        quoted = true;
        this.#at += 1;
      } else if (c === '"' || ((c === ' ' || c === '\t') && current !== '')) {
        this.#at += 1;
        const [rest, ended] = this.#rest(c !== '"');
        fields.push(current + c + rest);
        current = '';
        if (ended) return fields;
      } else if (c === ' ' || c === '\t') this.#at += 1;
      else if (this.#lineEnd()) {
        fields.push(current);
        return fields;
      } else {
        current += c;
        this.#at += 1;
      }
    }
    if (current !== '') fields.push(current);
    return fields;
  }
}

export type QuoteKind = 'Always' | 'AsNeeded' | 'Never';
export interface CsvLayout {
  readonly delimiter: string;
  readonly quotes: QuoteKind;
  /** Lower-case names of the columns that alone are quoted; undefined when `quotes` decides. */
  readonly quoteFields: ReadonlySet<string> | undefined;
}
function isQuoted(name: string, value: string, layout: CsvLayout): boolean {
  if (layout.quoteFields !== undefined) return layout.quoteFields.has(name.toLowerCase());
  if (layout.quotes === 'Never') return false;
  return layout.quotes !== 'AsNeeded' || value.includes(layout.delimiter) || /["\n]/.test(value);
}
/** Pieces joined make a plain text; what `replaceAll` makes is a tree of them, whose reading takes its time later. */
const doubled = (text: string): string => (text.includes('"') ? text.split('"').join('""') : text);
/** One line of named values; a null gives nothing between the delimiters. */
export function* csvLine(
  names: readonly string[],
  values: readonly (string | null)[],
  layout: CsvLayout,
  tick: Tick,
): Steps<string> {
  const fields: string[] = [];
  for (const [at, value] of values.entries()) {
    if (value === null) fields.push('');
    else if (!isQuoted(names[at] ?? '', value, layout)) fields.push(value);
    else fields.push(`"${yield* settle(textByPieces(value, WHOLE_CHARACTERS, doubled, tick))}"`);
  }
  return fields.join(layout.delimiter);
}
