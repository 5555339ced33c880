/**
 * Draws the text that is being typed: `layOut` makes rows of at most the terminal's width of it, and a `Screen` brings
 * them onto the terminal with as few characters as it takes. Rows are never left to the terminal's own line wrapping.
 */
import { clusters, clusterWidth, displayWidth, isUncertain } from './display-width.js';

/** A stretch of the text with the colours it is shown in (the middle of an SGR sequence, `33;1`). */
export interface StyledSpan {
  readonly start: number;
  readonly end: number;
  readonly style: string;
}

export interface Layout {
  readonly rows: readonly string[];
  readonly cursorRow: number;
  readonly cursorColumn: number;
  /** Terminals differ in how wide some of it is. */
  readonly isUncertain: boolean;
}

export interface LayoutInput {
  /** May hold colours and several lines. */
  readonly prompt: string;
  /** Before each further line of the text. */
  readonly continuation: string;
  readonly text: string;
  readonly cursor: number;
  readonly spans: readonly StyledSpan[];
  /** Shown dimmed behind the text: what Right would take over. */
  readonly suggestion: string;
  /** Numbers of its colour. */
  readonly suggestionStyle?: string;
  /** Lines below the text: choices of a completion, the search. */
  readonly below: readonly string[];
  readonly width: number;
}

const RESET = '\u001b[0m';
const DIM = '2';
const WRAP_OFF = '\u001b[?7l';
const WRAP_ON = '\u001b[?7h';
// biome-ignore lint: escape sequences are what this is about
const ESCAPE = /^\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/;
const ESCAPES = new RegExp(ESCAPE.source.slice(1), 'g');

class Rows {
  readonly done: string[] = [];
  #row = '';
  #column = 0;
  #style = '';
  /** Something was put of which terminals differ in how wide it is. */
  isUncertain = false;
  readonly #width: number;
  constructor(width: number) {
    this.#width = width;
  }
  get column(): number {
    return this.#column;
  }
  get index(): number {
    return this.done.length;
  }
  style(style: string): void {
    if (style === this.#style) return;
    if (this.#style !== '') this.#row += RESET;
    if (style !== '') this.#row += `\u001b[${style}m`;
    this.#style = style;
  }
  /** A sequence that takes no room. */
  raw(sequence: string): void {
    this.#row += sequence;
  }
  put(cluster: string, width: number): void {
    if (this.#column + width > this.#width) this.newLine();
    this.#row += cluster;
    this.#column += width;
    if (!isUncertain(cluster)) return;
    // What follows stands where it is thought to stand, whatever the terminal makes of the character.
    this.isUncertain = true;
    this.#row += `\u001b[${this.#column + 1}G`;
  }
  /** Where a cursor would stand: never behind the last column. */
  settle(): void {
    if (this.#column >= this.#width) this.newLine();
  }
  newLine(): void {
    this.done.push(this.#style === '' ? this.#row : this.#row + RESET);
    this.#row = this.#style === '' ? '' : `\u001b[${this.#style}m`;
    this.#column = 0;
  }
  end(): readonly string[] {
    this.style('');
    this.done.push(this.#row);
    return this.done;
  }
}

function putVisible(rows: Rows, cluster: string): void {
  const code = cluster.charCodeAt(0);
  if (cluster === '\t') for (let i = 0; i < 4; i += 1) rows.put(' ', 1);
  else if (code < 0x20 || code === 0x7f) {
    rows.put('^', 1);
    rows.put(String.fromCharCode(code ^ 0x40), 1);
  } else if (code >= 0x80 && code <= 0x9f) rows.put('\ufffd', 1);
  else rows.put(cluster, clusterWidth(cluster));
}

function putPrompt(rows: Rows, prompt: string): void {
  let colored = false;
  for (let at = 0; at < prompt.length; ) {
    const sequence = prompt[at] === '\u001b' ? ESCAPE.exec(prompt.slice(at))?.[0] : undefined;
    if (sequence !== undefined) {
      rows.raw(sequence);
      colored = true;
      at += sequence.length;
      continue;
    }
    const next = prompt.indexOf('\u001b', at + 1);
    const piece = prompt.slice(at, next < 0 ? undefined : next);
    for (const cluster of clusters(piece)) {
      if (cluster === '\n' || cluster === '\r\n') rows.newLine();
      else if (cluster !== '\r') putVisible(rows, cluster);
    }
    at += piece.length;
  }
  if (colored) rows.raw(RESET);
}

export function layOut(input: LayoutInput): Layout {
  const rows = new Rows(input.width);
  putPrompt(rows, input.prompt);
  let at = 0;
  let span = 0;
  let cursorRow = 0;
  let cursorColumn = 0;
  const place = (): void => {
    if (at !== input.cursor) return;
    rows.settle();
    cursorRow = rows.index;
    cursorColumn = rows.column;
  };
  for (const cluster of clusters(input.text)) {
    place();
    while ((input.spans[span]?.end ?? Number.POSITIVE_INFINITY) <= at) span += 1;
    const here = input.spans[span];
    rows.style(here !== undefined && here.start <= at ? here.style : '');
    if (cluster === '\n') {
      rows.style('');
      rows.newLine();
      putPrompt(rows, input.continuation);
    } else putVisible(rows, cluster);
    at += cluster.length;
  }
  rows.style('');
  place();
  if (input.suggestion !== '') {
    rows.style(input.suggestionStyle ?? DIM);
    for (const cluster of clusters(input.suggestion)) {
      if (cluster === '\n') break;
      putVisible(rows, cluster);
    }
    rows.style('');
  }
  for (const line of input.below) {
    rows.newLine();
    putPrompt(rows, line);
  }
  return { rows: rows.end(), cursorRow, cursorColumn, isUncertain: rows.isUncertain };
}

export interface ScreenOutput {
  write(text: string): unknown;
  readonly columns: number;
  readonly rows: number;
}

/** Keeps what it drew, and draws only what changed. */
export class Screen {
  readonly #output: ScreenOutput;
  #shown: readonly string[] = [];
  #row = 0;
  #column = 0;
  /** First row that is shown of a text taller than the terminal. */
  #top = 0;
  constructor(output: ScreenOutput) {
    this.#output = output;
  }

  draw(layout: Layout): void {
    const height = Math.max(1, this.#output.rows);
    let { rows, cursorRow } = layout;
    if (rows.length > height) {
      if (cursorRow < this.#top) this.#top = cursorRow;
      if (cursorRow >= this.#top + height) this.#top = cursorRow - height + 1;
      this.#top = Math.min(this.#top, rows.length - height);
      rows = rows.slice(this.#top, this.#top + height);
      cursorRow -= this.#top;
    } else this.#top = 0;
    let text = '';
    let at = this.#row;
    const go = (row: number): void => {
      const last = Math.max(0, this.#shown.length - 1);
      if (row < at) text += `\u001b[${at - row}A`;
      else if (row > at) {
        const within = Math.min(row, last) - at;
        if (within > 0) text += `\u001b[${within}B`;
        for (let below = Math.max(at, last); below < row; below += 1) text += '\r\n';
      }
      at = row;
      text += '\r';
    };
    for (const [index, row] of rows.entries()) {
      if (index < this.#shown.length && this.#shown[index] === row) continue;
      go(index);
      text += `\u001b[K${row}`;
      // Rows drawn so far are rows that the cursor can move in.
      if (index >= this.#shown.length) this.#shown = [...this.#shown.slice(0, index), row];
    }
    if (this.#shown.length > rows.length) {
      go(rows.length);
      text += '\u001b[J';
    }
    this.#shown = rows;
    go(cursorRow);
    if (layout.cursorColumn > 0) text += `\u001b[${layout.cursorColumn}C`;
    this.#row = cursorRow;
    this.#column = layout.cursorColumn;
    // A row that the terminal holds for a longer one must not wrap: all rows below would stand elsewhere.
    this.#output.write(layout.isUncertain ? `${WRAP_OFF}${text}${WRAP_ON}` : text);
  }

  /** Leaves the text where it stands; what comes next is printed below it. */
  finish(): void {
    const down = this.#shown.length - 1 - this.#row;
    this.#output.write(`${down > 0 ? `\u001b[${down}B` : ''}\r\n`);
    this.#forget();
  }
  /** Takes the text away; what comes next is printed in its place. */
  erase(): void {
    this.#output.write(`${this.#row > 0 ? `\u001b[${this.#row}A` : ''}\r\u001b[J`);
    this.#forget();
  }
  /**
   * The terminal has another width. Rows that do not fit any more take several now: terminals wrap what is on the screen
   * anew, and the cursor went down with it.
   */
  resized(): void {
    const { columns } = this.#output;
    const height = (width: number): number => Math.max(1, Math.ceil(width / columns));
    let row = Math.floor(this.#column / columns);
    for (const above of this.#shown.slice(0, this.#row)) row += height(displayWidth(above.replace(ESCAPES, '')));
    this.#row = row;
    this.erase();
  }
  /** Somebody else wrote on the terminal: what was drawn is not there, or not known where. */
  lost(): void {
    this.#output.write('\r\u001b[J');
    this.#forget();
  }
  /** An empty terminal. */
  clear(): void {
    this.#output.write('\u001b[H\u001b[2J');
    this.#forget();
  }
  #forget(): void {
    this.#shown = [];
    this.#row = 0;
    this.#column = 0;
    this.#top = 0;
  }
}
