/**
 * The terminal of an interactive program. It owns standard input: what is typed goes to whoever reads (the prompt's line
 * editor, a question, a password), and while a command runs, Ctrl+C goes to that command and the rest waits for the next
 * prompt, as type-ahead does on any terminal.
 */
import type { ReadStream, WriteStream } from 'node:tty';
import { History } from './history.js';
import { KeyReader, type Key } from './keys.js';
import { LineEditor, type LineEditorOptions, type PromptEditor, type ReadResult } from './line-editor.js';
import { PlainEditor, PlainKeys } from './plain-editor.js';

const PASTE_ON = '\u001b[?2004h';
const PASTE_OFF = '\u001b[?2004l';
/** A script that is pasted while a command runs comes key by key. */
const MAX_TYPED_AHEAD = 262_144;
const MAX_SECRET = 4096;
const MAX_TAIL = 2000;
// biome-ignore lint: escape sequences are what this is about
const MOVES = /\u001b(?:\[[0-?]*[ -/]*[@-ln-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

// biome-ignore lint: escape sequences are what this is about
const CURSOR = /\u001b\[(\d+);(\d+)R/;
/** So long a terminal may take to say where its cursor is. */
const CURSOR_MS = 1000;

/** A terminal that says it is dumb, or says nothing of itself where others do. */
export const isPlainTerminal = (): boolean => process.env['TERM'] === 'dumb';

/** Takes a key; false: it has what it wants, and the keys after this one are for whoever reads next. */
type Reader = (key: Key) => boolean;

export class Console {
  readonly #input: ReadStream;
  readonly #output: WriteStream;
  #keys: { close(): void };
  /** The terminal shows text only: lines are read as it gives them. */
  readonly isPlain: boolean;
  readonly #ahead: Key[] = [];
  #reader: Reader | undefined;
  #editor: PromptEditor | undefined;
  #ended = false;
  /** How many programs have the terminal. */
  #lent = 0;
  #interruptedWhileLent = false;
  #endReader: (() => void) | undefined;
  /** Ctrl+C while nobody reads, or at a question. */
  onInterrupt: (() => void) | undefined;
  /** A line typed while a command runs, from its first character; true takes it out of the type-ahead. */
  onBlindLine: ((text: string) => boolean) | undefined;
  #blind = '';
  #tail = '';
  /** Something is drawn below what was printed, and has to go before the console itself writes. */
  beforeEcho: (() => void) | undefined;

  constructor(input: ReadStream, output: WriteStream, isPlain = isPlainTerminal()) {
    this.isPlain = isPlain;
    this.#input = input;
    this.#output = output;
    this.#keys = this.#reading();
    if (isPlain) process.on('SIGINT', this.#signal);
    this.#takeBack();
    output.on('resize', this.#resized);
    input.on('end', this.#end);
    input.on('close', this.#end);
  }

  #reading(): { close(): void } {
    const take = (key: Key): void => this.#take(key);
    return this.isPlain ? new PlainKeys(this.#input, take) : new KeyReader(this.#input, take);
  }

  /** The terminal itself is gone: nothing was typed to end it. */
  get hasEnded(): boolean {
    return this.#ended;
  }
  get columns(): number {
    return this.#output.columns;
  }
  get rows(): number {
    return this.#output.rows;
  }
  write(text: string): void {
    this.#output.write(text);
  }
  /** A command has printed something: of its last line the editor has to know, when it draws that line. */
  printed(text: string): void {
    const lineEnd = text.lastIndexOf('\n');
    this.#tail = (lineEnd < 0 ? this.#tail + text : text.slice(lineEnd + 1)).slice(-MAX_TAIL);
    const start = this.#tail.lastIndexOf('\r');
    if (start >= 0) this.#tail = this.#tail.slice(start + 1);
  }
  /** What was printed and has not ended its line, with its colours. It is told once. */
  takeUnfinished(): string {
    const tail = this.#tail.replaceAll(MOVES, '');
    this.#tail = '';
    return tail;
  }

  editor(options: Omit<LineEditorOptions, 'output'>): PromptEditor {
    return this.isPlain ? new PlainEditor({ ...options, output: this }) : new LineEditor({ ...options, output: this });
  }

  /** A command line. */
  async readLine(editor: PromptEditor, prompt: string, text?: string): Promise<ReadResult> {
    if (this.#ended) return { type: 'end' };
    if (!this.isPlain) this.write(PASTE_ON);
    this.#editor = editor;
    const result = editor.read(prompt, text);
    this.#read(
      (key) => {
        editor.key(key);
        return editor.isReading;
      },
      () => editor.end(),
    );
    try {
      return await result;
    } finally {
      this.#editor = undefined;
      this.#release();
      if (!this.isPlain) this.write(PASTE_OFF);
    }
  }

  /** A question. Undefined: the person gave up, or the command that asks was stopped. */
  async question(prompt: string, signal: AbortSignal): Promise<string | undefined> {
    const editor = this.editor({ history: new History() });
    const stop = (): void => editor.end();
    signal.addEventListener('abort', stop, { once: true });
    try {
      const result = signal.aborted ? ({ type: 'end' } as const) : await this.readLine(editor, prompt);
      if (result.type === 'line') return result.text;
      if (result.type === 'cancelled') this.onInterrupt?.();
      return undefined;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  /** A question whose answer is shown as stars. Undefined as for `question`. */
  async secret(prompt: string, signal: AbortSignal): Promise<string | undefined> {
    if (this.#ended || signal.aborted) return undefined;
    this.#echo(false);
    this.write(prompt);
    const answer = await new Promise<string | undefined>((settle) => {
      const typed: string[] = [];
      let open = true;
      const resolve = (value: string | undefined): void => {
        open = false;
        settle(value);
      };
      const stop = (): void => resolve(undefined);
      signal.addEventListener('abort', stop, { once: true });
      this.#read((key) => {
        switch (key.name) {
          case 'enter':
          case 'C-j':
            resolve(typed.join(''));
            break;
          case 'C-c':
            this.onInterrupt?.();
            resolve(undefined);
            break;
          case 'C-d':
            if (typed.length === 0) resolve(undefined);
            break;
          case 'backspace':
          case 'C-h':
            if (typed.pop() !== undefined) this.write('\b \b');
            break;
          case 'C-u':
            this.write('\b \b'.repeat(typed.length));
            typed.length = 0;
            break;
          case 'text':
          case 'paste':
            for (const char of key.text.replace(/[\r\n]+$/, '')) {
              if (typed.length >= MAX_SECRET) break;
              typed.push(char);
              this.write('*');
            }
            break;
        }
        return open;
      }, stop);
    });
    this.#echo(true);
    this.#release();
    this.write('\r\n');
    return answer;
  }

  /** One key, for ReadKey. */
  async key(signal: AbortSignal, { takesInterrupt = false } = {}): Promise<Key | undefined> {
    if (this.#ended || signal.aborted) return undefined;
    this.#echo(false);
    const key = await new Promise<Key | undefined>((resolve) => {
      const stop = (): void => resolve(undefined);
      signal.addEventListener('abort', stop, { once: true });
      this.#read((key) => {
        resolve(key);
        return false;
      }, stop);
    });
    this.#echo(true);
    this.#release();
    if (key?.name !== 'C-c' || takesInterrupt) return key;
    this.onInterrupt?.();
    return undefined;
  }
  /** Asks the terminal where its cursor stands. What is typed meanwhile is typed ahead. [ECMA-48, DSR] */
  async cursor(): Promise<{ readonly x: number; readonly y: number } | undefined> {
    if (this.#ended || this.isPlain) return undefined;
    const isLent = this.#lent > 0;
    if (isLent) this.#takeBack();
    this.#keys.close();
    const rest: string[] = [];
    const place = await new Promise<{ x: number; y: number } | undefined>((resolve) => {
      const done = (found?: { x: number; y: number }): void => {
        clearTimeout(timer);
        this.#input.off('data', take);
        resolve(found);
      };
      const take = (bytes: Uint8Array | string): void => {
        rest.push(typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8'));
        const said = CURSOR.exec(rest.join(''));
        if (said === null) return;
        rest.splice(0, rest.length, rest.join('').replace(said[0], ''));
        done({ x: Number(said[2]) - 1, y: Number(said[1]) - 1 });
      };
      const timer = setTimeout(done, CURSOR_MS);
      this.#input.on('data', take);
      this.write('\u001b[6n');
    });
    this.#keys = this.#reading();
    const typed = rest.join('');
    if (typed !== '') this.#input.emit('data', Buffer.from(typed));
    if (isLent) this.#lend();
    return place;
  }
  get keyAvailable(): boolean {
    return this.#ahead.length > 0;
  }
  flush(): void {
    this.#ahead.length = 0;
  }

  /** Prints above the line that is being typed, if there is one. */
  above(print: () => void): void {
    if (this.#editor === undefined) print();
    else this.#editor.above(print);
  }

  /** Gives the terminal to a program that runs in the foreground. Several may have it: a pipeline of them. */
  suspend(): void {
    this.#lent += 1;
    if (this.#lent === 1) this.#lend();
  }
  resume(): void {
    if (this.#lent > 0) this.#lent -= 1;
    if (this.#lent > 0) return;
    this.#takeBack();
    // The terminal has shown `^C`, and the cursor stands behind it.
    if (this.#interruptedWhileLent) this.write('\r\n');
    this.#interruptedWhileLent = false;
  }
  #lend(): void {
    this.#input.setRawMode(false);
    this.#input.pause();
  }
  /** Where the terminal itself reads lines, it has to be told when it may not show them. */
  #echo(on: boolean): void {
    if (this.isPlain && !this.#input.destroyed) this.#input.setRawMode(!on);
  }
  #takeBack(): void {
    if (this.#ended) return;
    if (!this.isPlain) this.#input.setRawMode(true);
    this.#input.resume();
  }
  /** Ctrl+C of a terminal that reads lines by itself. */
  readonly #signal = (): void => {
    if (this.#lent > 0) return;
    if (this.#reader === undefined) {
      // The terminal has shown `^C`.
      this.write('\r\n');
      this.onInterrupt?.();
    } else this.#give(this.#reader, { name: 'C-c', text: '' });
  };
  /** Ctrl+C came as a signal: a program has the terminal. */
  interrupted(): void {
    if (this.#lent === 0) return;
    this.#interruptedWhileLent = true;
    this.onInterrupt?.();
  }
  /** The process was stopped and goes on: whoever had the terminal meanwhile has left its own modes and text there. */
  continued(): void {
    if (this.#lent > 0 || this.#ended) return;
    if (!this.isPlain) {
      this.#input.setRawMode(false);
      this.#input.setRawMode(true);
    }
    this.#editor?.redraw();
  }
  /** Ctrl+Z while a command runs: back to the shell that started this one. */
  #stopProcess(): void {
    this.beforeEcho?.();
    this.write('^Z\r\n');
    this.#lend();
    process.kill(0, 'SIGTSTP');
    this.#takeBack();
  }
  close(): void {
    this.#output.off('resize', this.#resized);
    this.#input.off('end', this.#end);
    this.#input.off('close', this.#end);
    process.off('SIGINT', this.#signal);
    this.#keys.close();
    if (!this.#input.destroyed) this.#lend();
  }

  /** A command may ask while a program of its pipeline has the terminal. */
  #read(reader: Reader, ended: () => void): void {
    if (this.#lent > 0) this.#takeBack();
    this.#reader = reader;
    this.#endReader = ended;
    this.#blind = '';
    // What was typed before is read first, as long as the same reader takes it.
    while (this.#reader === reader) {
      const key = this.#ahead.shift();
      if (key === undefined) break;
      this.#give(reader, key);
    }
  }
  #give(reader: Reader, key: Key): void {
    if (!reader(key) && this.#reader === reader) this.#reader = undefined;
  }
  #release(): void {
    this.#reader = undefined;
    this.#endReader = undefined;
    if (this.#lent > 0 && !this.#input.destroyed) this.#lend();
  }

  #take(key: Key): void {
    if (this.#reader !== undefined) {
      this.#give(this.#reader, key);
      return;
    }
    if (key.name === 'C-c') {
      this.#ahead.length = 0;
      this.#blind = '';
      this.beforeEcho?.();
      this.write('^C\r\n');
      this.onInterrupt?.();
      return;
    }
    if (key.name === 'C-z' && process.platform !== 'win32') {
      this.#stopProcess();
      return;
    }
    if (this.#ahead.length < MAX_TYPED_AHEAD) this.#ahead.push(key);
    if (key.name === 'enter') {
      if (this.onBlindLine?.(this.#blind) === true) this.#ahead.length = 0;
      this.#blind = '';
    } else if (key.name === 'text') this.#blind += key.text;
    else if (key.name === 'backspace') this.#blind = this.#blind.slice(0, -1);
  }
  readonly #resized = (): void => this.#editor?.resized();
  readonly #end = (): void => {
    this.#ended = true;
    this.#endReader?.();
  };
}
