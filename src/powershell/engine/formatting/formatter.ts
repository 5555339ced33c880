/**
 * The formatter as a whole: objects in, text out, as Out-Default prints them. Objects that are format messages already
 * (Format-Table wrote them) are printed as they say.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import { atOnce, drive, NO_TICK, type Pending, type Steps, ticking } from '../pending.js';
import { fail } from '../values/exceptions.js';
import type { FormatAccess } from './access.js';
import { formatErrorValue, type ErrorViewOptions } from './error-view.js';
import { Expressions } from './expressions.js';
import { defaultFormatDatabase, type FormatDatabase } from './format-database.js';
import { formatMessageOf } from './format-object.js';
import { FormatPipeline } from './format-pipeline.js';
import type { FormatMessage, LineStream } from './messages.js';
import { plainAccess } from './plain-access.js';
import { DEFAULT_STYLES, NO_STYLES, type FormatStyles } from './styles.js';
import { TextOutput } from './text-output.js';

export interface FormatOptions {
  /** Columns of the screen. Default 120. */
  readonly width?: number;
  /** Columns for lists and custom views, where they differ; infinite for lines of any length. */
  readonly listWidth?: number;
  /** Texts that are written as they are keep their escape sequences, whatever the colours are. */
  readonly keepsText?: boolean;
  /** Lines of the screen, for -RepeatHeader. */
  readonly rows?: number;
  /** Default `plainAccess`. */
  readonly access?: FormatAccess;
  /** Default `defaultFormatDatabase()`. */
  readonly database?: FormatDatabase;
  /** $FormatEnumerationLimit; default 4, -1 for all. */
  readonly enumerationLimit?: number;
  /** Line end; default `\n`. */
  readonly newLine?: string;
  /** Escape sequences of $PSStyle.Formatting; default false (plain text). */
  readonly color?: boolean;
  readonly styles?: FormatStyles;
  /** Culture of word wrapping, such as `en-US`; default the invariant one. */
  readonly culture?: string;
  /** A function is asked for each error. */
  readonly errorView?: ErrorViewOptions['view'] | (() => ErrorViewOptions['view']);
  readonly knowsCommand?: (name: string) => boolean;
  /** Columns of the window, where errors break their messages; `width` when not given. */
  readonly windowWidth?: number;
  /** Milliseconds that only grow; default a clock that stands still, so that the text never depends on time. */
  readonly now?: () => number;
}
export type LineSink = (text: string, stream: LineStream) => void;

/** Makes lines out of objects, one `push` at a time; a table's first rows wait for one another. */
export class LineFormatter {
  readonly #options: FormatOptions;
  readonly #expressions: Expressions;
  readonly #output: TextOutput;
  #pipeline: FormatPipeline | undefined;

  constructor(options: FormatOptions, line: LineSink) {
    this.#options = options;
    this.#expressions = new Expressions(options.access ?? plainAccess, options.enumerationLimit ?? 4);
    const width = options.width ?? 120;
    this.#output = new TextOutput({
      columns: options.listWidth ?? width,
      ...(options.keepsText === undefined ? {} : { keepsText: options.keepsText }),
      tableColumns: width,
      ...(options.rows === undefined ? {} : { rows: options.rows }),
      styles: options.color === true ? (options.styles ?? DEFAULT_STYLES) : NO_STYLES,
      culture: options.culture ?? '',
      now: options.now ?? (() => 0),
      line,
      outOfSequence: (message) => {
        throw outOfSequence(message);
      },
    });
  }
  *push(value: PSValue): Steps<void> {
    if (value === null) return;
    const message = formatMessageOf(value);
    if (message !== undefined) {
      if (message.type === 'formatStart' && this.#output.insideGroup) this.end();
      yield* this.#output.take(message, ticking());
      return;
    }
    this.#pipeline ??= new FormatPipeline({
      expressions: this.#expressions,
      database: this.#options.database ?? defaultFormatDatabase(),
      parameters: {},
      errorText: (error) => formatErrorValue(error, this.#errorOptions()) ?? '',
      unknownView: () => {
        throw new Error('no view was asked for');
      },
    });
    const tick = ticking();
    for (const made of yield* this.#pipeline.push(value)) {
      yield* this.#output.take(made, tick);
      const wait = tick();
      if (wait !== undefined) yield wait;
    }
  }
  end(): void {
    for (const message of this.#pipeline?.end() ?? []) atOnce(this.#output.take(message, NO_TICK));
    this.#pipeline = undefined;
    this.#output.end();
  }
  #errorOptions(): ErrorViewOptions {
    const { width = 120, windowWidth = width, color = false, styles, errorView, knowsCommand } = this.#options;
    return {
      width: windowWidth,
      ...(knowsCommand === undefined ? {} : { knowsCommand }),
      color,
      ...(styles === undefined ? {} : { styles }),
      ...viewOf(errorView),
    };
  }
}
/** The view of errors that the options say. */
export function viewOf(said: FormatOptions['errorView']): Pick<ErrorViewOptions, 'view'> {
  const view = typeof said === 'function' ? said() : said;
  return view === undefined ? {} : { view };
}
const COMMANDS = { table: 'format-table', list: 'format-list', wide: 'format-wide', custom: 'format-complex' } as const;
function outOfSequence(message: FormatMessage): Error {
  const types: Readonly<Record<FormatMessage['type'], string>> = {
    formatStart: 'FormatStartData',
    groupStart: 'GroupStartData',
    entry: 'FormatEntryData',
    groupEnd: 'GroupEndData',
    formatEnd: 'FormatEndData',
  };
  const command = message.type === 'formatStart' ? COMMANDS[message.shape.type] : 'format-*';
  return fail(
    'ConsoleLineOutputOutOfSequencePacket',
    `The object of type "Microsoft.PowerShell.Commands.Internal.Format.${types[message.type]}" is not valid or not in the correct sequence. This is likely caused by a user-specified "${command}" command which is conflicting with the default formatting.`,
    { category: 'InvalidData', type: 'System.InvalidOperationException' },
  );
}

/** Streaming form: text comes as soon as it can be shown. */
export class Formatter {
  readonly #lines: LineFormatter;
  #text = '';
  constructor(options: FormatOptions = {}) {
    const newLine = options.newLine ?? '\n';
    this.#lines = new LineFormatter(options, (text) => {
      this.#text += text + newLine;
    });
  }
  /** The text that this object made printable; empty when it waits for more (a table's first batch). */
  push(value: PSValue): Pending<string> {
    return drive(this.#push(value));
  }
  *#push(value: PSValue): Steps<string> {
    yield* this.#lines.push(value);
    return this.#take();
  }
  end(): Pending<string> {
    this.#lines.end();
    return this.#take();
  }
  #take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

/**
 * Text of a whole sequence.
 * @throws {Error} when `access` gives a value only later: use `Formatter` then.
 */
export function formatValues(values: Iterable<PSValue>, options: FormatOptions = {}): string {
  const formatter = new Formatter(options);
  let text = '';
  const add = (part: Pending<string>): void => {
    if (part instanceof Promise) throw new Error('a value is not there at once; use Formatter');
    text += part;
  };
  for (const value of values) add(formatter.push(value));
  add(formatter.end());
  return text;
}
