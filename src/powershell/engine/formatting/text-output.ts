/**
 * Format messages to lines: what the Out-* commands do. A table whose widths are not given waits for its first rows: until
 * its group ends or for 300 ms, then it fits its columns to what it has seen.
 */
import { atOnce, NO_TICK, type Steps, type Tick } from '../pending.js';
import { cells, plainText, wrapsWords } from './cells.js';
import { customSteps } from './custom-writer.js';
import { listSteps } from './list-writer.js';
import type { Entry, Field, FormatMessage, LineStream, ShapeInfo, TextNode } from './messages.js';
import { NO_STYLES, type FormatStyles } from './styles.js';
import { itemsPerRow, TableWriter } from './table-writer.js';

const GATHER_MS = 300;

export interface OutputSettings {
  /** Cells of a line for lists and custom views; infinite for no wrapping. */
  readonly columns: number;
  readonly keepsText?: boolean;
  /** Cells of a line for tables; `columns` when not given. */
  readonly tableColumns?: number;
  /** Lines of the screen, for tables that repeat their header; infinite when not given. */
  readonly rows?: number;
  readonly styles?: FormatStyles;
  /** A culture's name; the invariant one when not given. */
  readonly culture?: string;
  /** Milliseconds that only grow. */
  readonly now: () => number;
  line(text: string, stream: LineStream): void;
  /** A message that does not follow from those before it. */
  outOfSequence(message: FormatMessage): never;
}

type Start = Extract<FormatMessage, { readonly type: 'formatStart' }>;
interface Document {
  readonly shape: ShapeInfo;
  writer: TableWriter | undefined;
  buffer: string[];
  perRow: number;
  /** Lines of the table since the header was shown last. */
  rows: number;
}

export class TextOutput {
  readonly #settings: OutputSettings;
  readonly #styles: FormatStyles;
  readonly #words: boolean;
  readonly #tableColumns: number;
  #state: 'reset' | 'formatting' | 'group' = 'reset';
  #document: Document | undefined;
  #stream: LineStream = 'output';
  #queue: GroupQueue | undefined;
  #tick: Tick = NO_TICK;
  #hint: readonly number[] | undefined;

  constructor(settings: OutputSettings) {
    this.#settings = settings;
    this.#styles = settings.styles ?? NO_STYLES;
    this.#words = wrapsWords(settings.culture ?? '');
    this.#tableColumns = settings.tableColumns ?? settings.columns;
  }
  get insideGroup(): boolean {
    return this.#state === 'group';
  }

  /** @param tick asked between the pieces of a long text. */
  *take(message: FormatMessage, tick: Tick): Steps<void> {
    this.#tick = tick;
    this.#follow(message);
    if (message.type === 'formatStart') {
      const { shape } = message;
      const fits = message.autoSize;
      const gathers = shape.type === 'table' && shape.columns.length > 0 && shape.columns[0]?.width === 0;
      if (fits || gathers) this.#queue = new GroupQueue(fits ? undefined : GATHER_MS, this.#settings.now);
    }
    if (this.#queue === undefined) yield* this.#process(message);
    else
      for (const ready of this.#queue.add(message, (start, messages) => {
        this.#measure(start, messages);
      }))
        yield* this.#process(ready);
  }
  /** What still waits comes out. */
  end(): void {
    this.#tick = NO_TICK;
    for (const message of this.#queue?.drain() ?? []) atOnce(this.#process(message));
  }

  #follow(message: FormatMessage): void {
    const need = (state: TextOutput['state']): void => {
      if (this.#state !== state) this.#settings.outOfSequence(message);
    };
    switch (message.type) {
      case 'entry':
        if (!message.outOfBand) need('group');
        return;
      case 'formatStart':
        need('reset');
        this.#state = 'formatting';
        return;
      case 'formatEnd':
        need('formatting');
        this.#state = 'reset';
        return;
      case 'groupStart':
        need('formatting');
        this.#state = 'group';
        return;
      case 'groupEnd':
        need('group');
        this.#state = 'formatting';
        return;
    }
  }
  get state(): 'reset' | 'formatting' | 'group' {
    return this.#state;
  }

  // -------------------------------------------------------------- widths

  #measure(start: Start | undefined, messages: readonly FormatMessage[]): void {
    this.#hint = undefined;
    if (start === undefined) return;
    const { shape } = start;
    if (shape.type === 'table') {
      const widths = shape.columns.map(({ label }) => cells(label));
      for (const message of messages)
        if (message.type === 'entry' && message.entry.type === 'row')
          for (const [at, text] of message.entry.cells.entries()) {
            const width = cells(text);
            if (width > (widths[at] ?? 0)) widths[at] = width;
          }
      this.#hint = widths;
    } else if (shape.type === 'wide' && shape.columns === 0) {
      let longest = 0;
      for (const message of messages)
        if (message.type === 'entry' && message.entry.type === 'wideItem')
          longest = Math.max(longest, cells(message.entry.text));
      this.#hint = [longest];
    }
  }
  #takeHint(): readonly number[] | undefined {
    const hint = this.#hint;
    this.#hint = undefined;
    return hint;
  }

  // --------------------------------------------------------------- lines

  #line(text: string): void {
    this.#settings.line(this.#styles === NO_STYLES ? plainText(text) : text, this.#stream);
  }
  #lines(texts: readonly string[]): void {
    for (const text of texts) this.#line(text);
  }
  *#process(message: FormatMessage): Steps<void> {
    switch (message.type) {
      case 'formatStart':
        this.#document = { shape: message.shape, writer: undefined, buffer: [], perRow: 0, rows: 0 };
        this.#line('');
        return;
      case 'groupStart':
        yield* this.#openGroup(message.title);
        return;
      case 'entry': {
        this.#stream = message.stream ?? 'output';
        if (message.outOfBand) yield* this.#outOfBand(message.entry);
        else yield* this.#entry(message.entry);
        this.#stream = 'output';
        return;
      }
      case 'groupEnd':
        yield* this.#flushWide();
        return;
      case 'formatEnd':
        if (this.#document?.shape.type !== 'list') this.#line('');
        this.#document = undefined;
        return;
    }
  }
  *#openGroup(title: readonly TextNode[] | undefined): Steps<void> {
    const document = this.#document;
    if (document === undefined) return;
    if (document.shape.type === 'table') {
      const { columns } = document.shape;
      const hint = this.#takeHint();
      document.writer =
        columns.length === 0
          ? undefined
          : new TableWriter(
              columns.map((column, at) => ({
                width: hint?.[at] ?? column.width,
                align: column.align,
                named: column.named !== false,
              })),
              this.#tableColumns,
              this.#styles,
              this.#words,
            );
      document.rows = 0;
    } else if (document.shape.type === 'wide') {
      const longest = this.#takeHint()?.[0] ?? 0;
      document.perRow =
        longest > 0
          ? itemsPerRow(longest, this.#tableColumns)
          : document.shape.columns > 0
            ? document.shape.columns
            : 2;
      document.writer = new TableWriter(
        Array.from({ length: document.perRow }, () => ({ width: 0, align: 'left', named: true })),
        this.#tableColumns,
        this.#styles,
        this.#words,
      );
    }
    if (title !== undefined) {
      this.#lines(yield* customSteps(title, this.#settings.columns, this.#words, this.#tick));
      this.#line('');
    }
    if (document.shape.type === 'table' && !document.shape.hideHeader) this.#header(document);
  }
  #header(document: Document): void {
    if (document.shape.type !== 'table' || document.writer === undefined) return;
    const lines = document.writer.header(document.shape.columns.map(({ label }) => label));
    this.#lines(lines);
    document.rows = lines.length;
  }

  *#entry(entry: Entry): Steps<void> {
    const document = this.#document;
    if (document === undefined) return;
    const { shape, writer } = document;
    if (entry.type === 'row' && shape.type === 'table') {
      if (writer === undefined) return;
      if (shape.repeatHeader && document.rows >= (this.#settings.rows ?? Number.POSITIVE_INFINITY) - 2) {
        this.#line('');
        this.#header(document);
      }
      const values = shape.columns.map((_, at) => entry.cells[at] ?? '');
      this.#lines(yield* writer.row(values, entry.aligns, entry.wrap, this.#tick));
      document.rows += 1;
    } else if (entry.type === 'wideItem' && shape.type === 'wide') {
      document.buffer.push(entry.text);
      if (document.buffer.length === document.perRow) yield* this.#flushWide();
    } else if (entry.type === 'fields') {
      yield* this.#fields(entry.fields);
      this.#line('');
    } else if (entry.type === 'custom')
      this.#lines(yield* customSteps(entry.nodes, this.#settings.columns, this.#words, this.#tick));
  }
  *#fields(fields: readonly Field[]): Steps<void> {
    this.#lines(yield* listSteps(fields, this.#settings.columns, this.#styles, this.#words, this.#tick));
  }
  *#flushWide(): Steps<void> {
    const document = this.#document;
    if (document === undefined || document.buffer.length === 0) return;
    const values = document.buffer.splice(0);
    while (values.length < document.perRow) values.push('');
    if (document.writer !== undefined) this.#lines(yield* document.writer.row(values, undefined, false, this.#tick));
  }
  *#outOfBand(entry: Entry): Steps<void> {
    if (entry.type === 'raw' && this.#settings.keepsText === true) this.#settings.line(entry.text, this.#stream);
    else if (entry.type === 'raw') this.#line(entry.text);
    else if (entry.type === 'custom')
      this.#lines(yield* customSteps(entry.nodes, Number.POSITIVE_INFINITY, this.#words, this.#tick));
    else if (entry.type === 'fields') {
      this.#line('');
      yield* this.#fields(entry.fields);
      this.#line('');
    }
  }
}

/** Holds the entries of a group until it may be measured. */
class GroupQueue {
  readonly #limitMs: number | undefined;
  readonly #now: () => number;
  #held: FormatMessage[] = [];
  #start: Start | undefined;
  #since: number | undefined;
  #gathering = false;
  constructor(limitMs: number | undefined, now: () => number) {
    this.#limitMs = limitMs;
    this.#now = now;
  }
  add(
    message: FormatMessage,
    measure: (start: Start | undefined, messages: readonly FormatMessage[]) => void,
  ): readonly FormatMessage[] {
    if (message.type === 'formatStart') this.#start = message;
    if (!this.#gathering && message.type === 'groupStart') {
      this.#gathering = true;
      if (this.#limitMs !== undefined) this.#since = this.#now();
      this.#held.push(message);
      return [];
    }
    const late = this.#since !== undefined && this.#limitMs !== undefined && this.#now() - this.#since > this.#limitMs;
    if ((this.#gathering && message.type === 'groupEnd') || late) {
      this.#since = undefined;
      this.#held.push(message);
      measure(
        this.#start,
        this.#held.filter((held) => !(held.type === 'entry' && held.outOfBand)),
      );
      this.#gathering = false;
      return this.drain();
    }
    if (this.#gathering) {
      this.#held.push(message);
      return [];
    }
    return [message];
  }
  drain(): FormatMessage[] {
    return this.#held.splice(0);
  }
}
