/** The choices of one completion: what they have in common, which one is taken, and how they are shown below the text. */
import { cell } from '../session-view.js';
import { displayWidth } from './display-width.js';

export interface CompletionChoice {
  /** What is put into the text. */
  readonly text: string;
  /** What the list shows; the text when not given. */
  readonly label?: string;
  /** Shown when it is the one that is taken: a parameter's type, a command's purpose. */
  readonly hint?: string;
}

/** What could stand in place of `length` characters from `start`. */
export interface Completions {
  readonly start: number;
  readonly length: number;
  readonly choices: readonly CompletionChoice[];
}

const MAX_ROWS = 8;

const MAX_HINT_LINES = 4;
/** Of a long hint, as of a command with many ways to write it, the first lines. */
const hintLines = (hint: string): readonly string[] =>
  hint
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, MAX_HINT_LINES);

export class CompletionMenu {
  readonly start: number;
  readonly choices: readonly CompletionChoice[];
  /** The text before any choice was put in. */
  readonly original: string;
  readonly originalCursor: number;
  /** How many characters stand in the text for the completion now. */
  length: number;
  #index = -1;
  /** Of the list as it was last shown. */
  #rows = 1;

  constructor(completions: Completions, text: string, cursor: number) {
    this.start = completions.start;
    this.length = completions.length;
    this.choices = completions.choices;
    this.original = text;
    this.originalCursor = cursor;
  }
  get chosen(): CompletionChoice | undefined {
    return this.choices[this.#index];
  }
  step(by: 1 | -1): CompletionChoice | undefined {
    const count = this.choices.length;
    if (count === 0) return undefined;
    this.#index = this.#index < 0 ? (by > 0 ? 0 : count - 1) : (this.#index + by + count) % count;
    return this.chosen;
  }
  /** To the choice beside, in the list as it is shown; from an edge to the row before or behind. */
  aside(by: 1 | -1): CompletionChoice | undefined {
    const count = this.choices.length;
    const to = this.#index + by * this.#rows;
    if (to >= 0 && to < count) this.#index = to;
    else if (by > 0) this.#index = ((this.#index % this.#rows) + 1) % Math.min(this.#rows, count);
    else {
      const row = ((this.#index % this.#rows) + this.#rows - 1) % this.#rows;
      this.#index = row + Math.floor((count - 1 - row) / this.#rows) * this.#rows;
    }
    return this.chosen;
  }
  /** The longest beginning of all choices, case ignored; written as the first choice has it. */
  common(): string {
    const [first, ...rest] = this.choices.map(({ text }) => text);
    if (first === undefined) return '';
    let length = first.length;
    for (const text of rest) {
      let at = 0;
      while (at < length && text[at]?.toLowerCase() === first[at]?.toLowerCase()) at += 1;
      length = at;
    }
    return first.slice(0, length);
  }
  /** Lines of at most `width` columns. */
  lines(width: number, withHint = true): readonly string[] {
    const labels = this.choices.map((choice) => (choice.label ?? choice.text).replaceAll('\n', ' '));
    const widest = Math.min(width, Math.max(...labels.map(displayWidth)) + 2);
    const columns = Math.max(1, Math.floor(width / widest));
    const count = Math.ceil(labels.length / columns);
    this.#rows = count;
    // Column by column, as ls does it; the window follows the choice.
    const selectedRow = this.#index < 0 ? 0 : this.#index % count;
    const top = Math.max(0, Math.min(selectedRow - MAX_ROWS + 1, count - MAX_ROWS));
    const lines: string[] = [];
    for (let row = top; row < Math.min(count, top + MAX_ROWS); row += 1) {
      let line = '';
      for (let column = 0; column < columns; column += 1) {
        const at = column * count + row;
        const label = labels[at];
        if (label === undefined) continue;
        const text = cell(label, widest - 2, 'left');
        line += at === this.#index ? `\u001b[7m${text}\u001b[0m  ` : `${text}  `;
      }
      lines.push(line.trimEnd());
    }
    if (count > MAX_ROWS) lines.push(`… ${labels.length} choices`);
    for (const line of withHint ? hintLines(this.chosen?.hint ?? '') : [])
      lines.push(`\u001b[2m${cell(line, width, 'left').trimEnd()}\u001b[0m`);
    return lines;
  }
}
