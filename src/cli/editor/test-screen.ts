/** A terminal for tests: as much of one as `Screen` writes for. Its rows are what a person would see. */
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { clusters, clusterWidth } from './display-width.js';

// biome-ignore lint: escape sequences are what this is about
const SEQUENCE = /^\u001b\[([0-9;?]*)([A-Za-z])/;

export class TestScreen {
  columns: number;
  readonly rows: number;
  /** Cells by row; a wide character takes one and leaves an empty one. */
  #lines: string[][] = [[]];
  #row = 0;
  #column = 0;
  /** All rows that ever were: what scrolled out at the top comes first. */
  scrolled = 0;

  readonly #widthOf: (cluster: string) => number;
  #wraps = true;

  /** @param widthOf how this terminal counts; one of its own kind adds the widths of code points. */
  constructor(columns: number, rows: number, widthOf: (cluster: string) => number = clusterWidth) {
    this.columns = columns;
    this.rows = rows;
    this.#widthOf = widthOf;
  }
  get lines(): string[] {
    return this.#lines.map((cells) => cells.join('').trimEnd());
  }
  get text(): string {
    return this.lines.join('\n').trimEnd();
  }
  get cursor(): { readonly row: number; readonly column: number } {
    return { row: this.#row, column: Math.min(this.#column, this.columns - 1) };
  }

  /** As the terminals of today do it: rows that are too long are wrapped, and the cursor stays with its character. */
  resize(columns: number): void {
    const cursor = this.#row;
    const wrapped = this.#lines.map((cells) => {
      const rows: string[][] = [];
      for (let at = 0; at < Math.max(1, cells.length); at += columns) rows.push(cells.slice(at, at + columns));
      return rows;
    });
    this.#row = wrapped.slice(0, cursor).flat().length + Math.floor(this.#column / columns);
    this.#column %= columns;
    this.#lines = wrapped.flat();
    this.columns = columns;
  }
  write(text: string): void {
    for (let at = 0; at < text.length; ) {
      const sequence = text[at] === '\u001b' ? SEQUENCE.exec(text.slice(at)) : null;
      if (sequence !== null) {
        this.#control(sequence[1] ?? '', sequence[2] ?? '');
        at += sequence[0].length;
        continue;
      }
      const next = text.indexOf('\u001b', at + 1);
      const piece = text.slice(at, next < 0 ? undefined : next);
      for (const cluster of clusters(piece)) {
        if (cluster === '\r\n') {
          this.#column = 0;
          this.#down();
        } else if (cluster === '\r') this.#column = 0;
        else if (cluster === '\n') this.#down();
        else this.#put(cluster);
      }
      at += piece.length;
    }
  }
  #control(parameters: string, final: string): void {
    const count = Math.max(1, Number.parseInt(parameters, 10) || 1);
    const line = this.#line();
    switch (final) {
      case 'A':
        this.#row = Math.max(0, this.#row - count);
        break;
      case 'B':
        this.#row = Math.min(this.rows - 1, this.#row + count);
        break;
      case 'C':
        this.#column = Math.min(this.columns - 1, this.#column + count);
        break;
      case 'G':
        this.#column = Math.min(this.columns, count) - 1;
        break;
      case 'l':
      case 'h':
        if (parameters === '?7') this.#wraps = final === 'h';
        break;
      case 'K':
        line.length = Math.min(line.length, this.#column);
        break;
      case 'J':
        if (parameters === '2') this.#lines = [[]];
        else {
          line.length = Math.min(line.length, this.#column);
          this.#lines.length = Math.min(this.#lines.length, this.#row + 1);
        }
        break;
      case 'H':
        this.#row = 0;
        this.#column = 0;
        break;
    }
  }
  #line(): string[] {
    while (this.#lines.length <= this.#row) this.#lines.push([]);
    return this.#lines[this.#row] ?? [];
  }
  #down(): void {
    this.#row += 1;
    if (this.#row < this.rows) return;
    this.#row = this.rows - 1;
    this.#lines.shift();
    this.scrolled += 1;
  }
  #put(cluster: string): void {
    const width = this.#widthOf(cluster);
    if (this.#column + width > this.columns) {
      if (this.#wraps) {
        this.#column = 0;
        this.#down();
      } else this.#column = Math.max(0, this.columns - width);
    }
    const line = this.#line();
    while (line.length < this.#column) line.push(' ');
    line[this.#column] = cluster;
    for (let at = 1; at < width; at += 1) line[this.#column + at] = '';
    this.#column += width;
  }
}

/** Both ends of a terminal: what is written to `keys` is typed, `screen` is what a person sees. */
export class TestTty extends EventEmitter {
  readonly screen = new TestScreen(60, 20);
  readonly keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  readonly columns = 60;
  readonly rows = 20;
  write(text: string): boolean {
    this.screen.write(text);
    return true;
  }
}
