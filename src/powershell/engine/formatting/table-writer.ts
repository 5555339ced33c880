/** Rows of a table as lines: column widths, alignment, cutting and wrapping. Wide views are tables without a header. */
import { atOnce, look, NO_TICK, type Steps, type Tick } from '../pending.js';
import { cells, ELLIPSIS, firstLine, headCells, LINES_AT_ONCE, RESET, tailCells, wrapSteps } from './cells.js';
import type { Alignment } from './messages.js';
import type { FormatStyles } from './styles.js';

const SEPARATOR = 1;
const MIN_COLUMN = 1;
const MIN_SCREEN = 5;

export interface WriterColumn {
  /** 0: gets its share of what is left. */
  readonly width: number;
  readonly align: Alignment | undefined;
  readonly named: boolean;
}

/** How many items of `length` cells fit side by side. */
export function itemsPerRow(length: number, screen: number): number {
  if (length <= 0 || screen < 1 || length >= screen) return 1;
  let columns = 1;
  while (length * (columns + 1) + columns * SEPARATOR < screen) columns += 1;
  return columns;
}

/** Widths that fit `screen`: free columns share what is left, and columns that do not fit are cut or left out (-1). */
export function columnWidths(wanted: readonly number[], screen: number): number[] {
  const widths = [...wanted];
  if (assign(widths, screen)) return widths;
  for (;;) {
    const excess = totalWidth(widths) - screen;
    if (excess <= 0) return widths;
    const hidden = widths.findIndex((width) => width < 0);
    const last = hidden < 0 ? widths.length - 1 : hidden - 1;
    if (last < 0) return widths;
    const left = (widths[last] ?? 0) - excess;
    widths[last] = left < MIN_COLUMN ? -1 : left;
  }
}
function assign(widths: number[], screen: number): boolean {
  if (widths.every((width) => width > 0)) {
    return widths.reduce((sum, width) => sum + width, 0) + SEPARATOR * (widths.length - 1) <= screen;
  }
  const fixed = widths.map((width) => width > 0);
  for (let at = 0; at < widths.length; at += 1) if (widths[at] === 0) widths[at] = MIN_COLUMN;
  const available = screen - totalWidth(widths);
  if (available < 0) return false;
  const free = fixed.filter((isFixed) => !isFixed).length;
  if (free === 0) return true;
  const share = Math.floor(available / free);
  let extra = available % free;
  for (let at = 0; at < widths.length; at += 1) {
    if (fixed[at] === true) continue;
    widths[at] = (widths[at] ?? 0) + share + (extra > 0 ? 1 : 0);
    extra -= 1;
  }
  return true;
}
function totalWidth(widths: readonly number[]): number {
  const visible = widths.filter((width) => width > 0);
  return visible.reduce((sum, width) => sum + width, 0) + SEPARATOR * (visible.length - 1);
}

export class TableWriter {
  readonly #columns: readonly WriterColumn[];
  readonly #styles: FormatStyles;
  readonly #words: boolean;
  /** The screen is too narrow for any column: nothing is shown. */
  readonly #disabled: boolean;
  #header: readonly string[] | undefined;

  /** @param words keeps words together where a cell wraps. */
  constructor(columns: readonly WriterColumn[], screen: number, styles: FormatStyles, words: boolean) {
    this.#styles = styles;
    this.#words = words;
    const widths =
      screen < MIN_SCREEN
        ? columns.map(() => -1)
        : columnWidths(
            columns.map(({ width }) => width),
            screen,
          );
    this.#columns = columns.map((column, at) => ({ ...column, width: widths[at] ?? -1 }));
    this.#disabled = !widths.some((width) => width >= MIN_COLUMN);
  }

  /** Labels and dashes; the same lines when asked again. */
  header(labels: readonly string[]): readonly string[] {
    if (this.#disabled) return [];
    if (this.#header !== undefined) return this.#header;
    const dashes = labels.map((label, at) => {
      const width = this.#columns[at]?.width ?? 0;
      if (width <= 0) return '';
      return '-'.repeat(label === '' ? width : Math.min(width, cells(label)));
    });
    this.#header = [...atOnce(this.#wrapped(labels, undefined, true, NO_TICK)), this.#single(dashes, undefined, true)];
    return this.#header;
  }
  *row(
    values: readonly string[],
    aligns: readonly (Alignment | undefined)[] | undefined,
    wraps: boolean,
    tick: Tick,
  ): Steps<readonly string[]> {
    if (this.#disabled) return [];
    return wraps ? yield* this.#wrapped(values, aligns, false, tick) : [this.#single(values, aligns, false)];
  }

  #align(at: number, aligns: readonly (Alignment | undefined)[] | undefined): Alignment {
    return aligns?.[at] ?? this.#columns[at]?.align ?? 'left';
  }
  #single(
    values: readonly string[],
    aligns: readonly (Alignment | undefined)[] | undefined,
    isHeader: boolean,
  ): string {
    const { tableHeader, reset } = this.#styles;
    let line = '';
    for (const [at, { width }] of this.#columns.entries()) {
      if (width <= 0) continue;
      if (at > 0) line += ' ';
      const field = cell(values[at] ?? '', width, this.#align(at, aligns), at < this.#columns.length - 1);
      if (isHeader) line += tableHeader + field + reset;
      else line += field.includes('\u001B') && !field.trimEnd().endsWith(RESET) ? field + RESET : field;
    }
    return line;
  }
  *#wrapped(
    values: readonly string[],
    aligns: readonly (Alignment | undefined)[] | undefined,
    isHeader: boolean,
    tick: Tick,
  ): Steps<string[]> {
    const visible = this.#columns.map((_, at) => at).filter((at) => (this.#columns[at]?.width ?? 0) > 0);
    const fields: string[][] = [];
    for (const [index, at] of visible.entries()) {
      const width = this.#columns[at]?.width ?? 0;
      const align = this.#align(at, aligns);
      const pad = index < visible.length - 1;
      const lines = yield* wrapSteps(values[at] ?? '', width, width, this.#words, tick);
      for (let row = 0; row < lines.length; row += 1) {
        const line = lines[row] ?? '';
        const shown = (pad || align !== 'left') && cells(line) < width ? cell(line, width, align, pad) : line;
        lines[row] = index > 0 ? ` ${shown}` : shown;
        if (row % LINES_AT_ONCE === LINES_AT_ONCE - 1) yield* look(tick);
      }
      fields.push(lines);
    }
    const height = Math.max(...fields.map((lines) => lines.length));
    const rows: string[] = [];
    for (let row = 0; row < height; row += 1) {
      if (row % LINES_AT_ONCE === LINES_AT_ONCE - 1) yield* look(tick);
      const end = fields.findLastIndex((lines) => lines.length > row);
      let line = '';
      for (const [index, lines] of fields.entries()) {
        const at = visible[index] ?? 0;
        const blank =
          index > end || index === fields.length - 1
            ? ''
            : ' '.repeat((this.#columns[at]?.width ?? 0) + (index > 0 ? SEPARATOR : 0));
        let value = lines[row] ?? blank;
        if (index === end && height > 1) value = value.trimEnd();
        line += isHeader ? this.#styled(value, index) : value;
      }
      rows.push(line);
    }
    return rows;
  }
  #styled(value: string, index: number): string {
    const { tableHeader, customTableHeader, reset } = this.#styles;
    if (this.#columns[index]?.named !== false) return tableHeader + value + reset;
    if (value === '') return reset;
    const at = index === 0 ? 0 : 1;
    return value.slice(0, at) + customTableHeader + value.slice(at) + reset;
  }
}

/** A value in its column: padded, or cut with an ellipsis on the side that its alignment leaves free. */
function cell(value: string, width: number, align: Alignment, pad: boolean): string {
  let text = firstLine(value);
  const length = cells(text);
  if (length < width) {
    const missing = width - length;
    if (align === 'right') text = ' '.repeat(missing) + text;
    else if (align === 'center') {
      const left = Math.floor(missing / 2);
      text = ' '.repeat(left) + text + (pad ? ' '.repeat(missing - left) : '');
    } else if (pad) text += ' '.repeat(missing);
  } else if (length > width) {
    const room = width - 1;
    if (align === 'right') text = room > 0 ? ELLIPSIS + tailCells(text, room) : tailCells(text, width);
    else text = room > 0 ? headCells(text, room) + ELLIPSIS : headCells(text, width);
  }
  if (cells(text) === width) return text;
  // A wide character did not fit by half, or no padding was wanted.
  if (align === 'right') return ` ${text}`;
  return pad ? `${text} ` : text;
}
