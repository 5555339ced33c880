/**
 * Standard input that is no terminal. Whoever comes first takes its lines: commands of a script that is piped in, `$input`
 * of a script that is named, or the answers to Read-Host.
 */
import { abortable } from '../io/runtime/index.js';
import type { ConsoleInput } from '../powershell/engine/index.js';
import { PSSessionError } from '../protocol/errors/index.js';
import { type Terminal, terminalWith } from './terminal.js';

/** How long a command that could go on (`if … }`, then `else`) waits for the line that would tell. */
const CONTINUATION_MS = 40;
const GOES_ON = /^\s*(?:else|elseif|catch|finally|until|while|\||&&|\|\|)(?![\w-])/i;
const COULD_GO_ON = /[})]\s*$/;

/** Held bytes with which the stream waits until somebody takes some. */
const HELD_BYTES = 1 << 20;
const LF = 10;
const CR = 13;
const NONE = new Uint8Array(0);

export class StandardInput implements ConsoleInput {
  readonly #stream: NodeJS.ReadStream;
  /** What came and was not taken yet. */
  #parts: Buffer[] = [];
  #held = 0;
  /** So many of the parts have no end of a line in them. */
  #looked = 0;
  #isStarted = false;
  #isFirst = true;
  #ended = false;
  #wake: (() => void) | undefined;

  constructor(stream: NodeJS.ReadStream) {
    this.#stream = stream;
  }
  #start(): void {
    if (this.#isStarted || this.#ended) return;
    this.#isStarted = true;
    const ended = (): void => {
      this.#ended = true;
      this.#wake?.();
    };
    this.#stream.on('data', (part: Buffer | string) => {
      const bytes = typeof part === 'string' ? Buffer.from(part) : part;
      this.#parts.push(bytes);
      this.#held += bytes.length;
      if (this.#held > HELD_BYTES) this.#stream.pause();
      this.#wake?.();
    });
    for (const event of ['end', 'close', 'error'] as const) this.#stream.once(event, ended);
  }
  /** Until more came, or there is no more. */
  async #more(): Promise<void> {
    this.#start();
    if (this.#ended) return;
    this.#stream.resume();
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }
  #take(count: number): Buffer {
    const [first] = this.#parts;
    this.#isFirst = false;
    this.#looked = 0;
    if (first !== undefined && count < first.length) {
      this.#parts[0] = first.subarray(count);
      this.#held -= count;
      return first.subarray(0, count);
    }
    const all = Buffer.concat(this.#parts);
    const rest = all.subarray(count);
    this.#parts = rest.length === 0 ? [] : [rest];
    this.#held = rest.length;
    return all.subarray(0, count);
  }
  /** How long the next line is with its end, in bytes; undefined: it has not come yet. */
  #lineLength(): number | undefined {
    let before = 0;
    for (const [index, part] of this.#parts.entries()) {
      const lf = index < this.#looked ? -1 : part.indexOf(LF);
      const cr = index < this.#looked ? -1 : part.subarray(0, lf < 0 ? undefined : lf).indexOf(CR);
      if (cr >= 0 && before + cr + 1 < this.#held) {
        const next = cr + 1 < part.length ? part[cr + 1] : this.#parts[index + 1]?.[0];
        return before + cr + (next === LF ? 2 : 1);
      }
      if (lf >= 0) return before + lf + 1;
      if (cr >= 0) break; // what follows tells whether LF belongs to it
      before += part.length;
      this.#looked = index + 1;
    }
    return this.#ended && this.#held > 0 ? this.#held : undefined;
  }
  async #next(): Promise<string | undefined> {
    const text = await this.#nextText();
    return text?.replace(/\r?\n$|\r$/, '');
  }
  async #nextText(): Promise<string | undefined> {
    for (;;) {
      const length = this.#lineLength();
      if (length !== undefined) {
        const isFirst = this.#isFirst;
        const text = this.#take(length).toString('utf8');
        return isFirst ? text.replace(/^\uFEFF/, '') : text;
      }
      if (this.#ended) return undefined;
      await this.#more();
    }
  }
  async text(signal: AbortSignal): Promise<string | undefined> {
    return await this.#unless(signal, this.#nextText());
  }
  async bytes(count: number, signal: AbortSignal): Promise<Uint8Array> {
    while (this.#held === 0 && !this.#ended && !signal.aborted) await this.#unless(signal, this.#more());
    return this.#held === 0 ? NONE : this.#take(count);
  }
  /** The line that comes next, if it comes soon. */
  async #soon(): Promise<string | undefined> {
    if (this.#lineLength() === undefined && !this.#ended) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, CONTINUATION_MS);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const length = this.#lineLength();
    return length === undefined ? undefined : Buffer.concat(this.#parts).toString('utf8', 0, length);
  }
  /** What is waited for; undefined: it is no longer wanted. */
  async #unless<T>(signal: AbortSignal, wanted: Promise<T>): Promise<T | undefined> {
    return await abortable<T | undefined>(wanted, signal).catch((error: unknown) => {
      if (signal.aborted) return undefined;
      throw error;
    });
  }

  async *lines(): AsyncGenerator<string, void, undefined> {
    for (let line = await this.#next(); line !== undefined; line = await this.#next()) yield line;
  }

  /** The next line; undefined: there is none, or it is no longer wanted. */
  async line(signal: AbortSignal): Promise<string | undefined> {
    return await this.#unless(signal, this.#next());
  }
  /** A line for Read-Host. @throws {PSSessionError} there is no more. */
  async answer(signal: AbortSignal): Promise<string> {
    const line = await this.line(signal);
    if (line === undefined)
      throw new PSSessionError('There is no more standard input to read an answer from.', {
        errorId: 'EndOfInput',
        category: 'ReadError',
      });
    return line;
  }

  /** Commands, each as soon as its lines are complete; text that never becomes complete is given as it is. */
  async *commands(): AsyncGenerator<string, void, undefined> {
    const { isIncomplete } = await import('../powershell/lang/index.js');
    let text = '';
    for (let line = await this.#next(); line !== undefined; line = await this.#next()) {
      text = text === '' ? line : `${text}\n${line}`;
      if (text.trim() === '') text = '';
      if (text === '' || isIncomplete(text)) continue;
      if (COULD_GO_ON.test(line) && GOES_ON.test((await this.#soon()) ?? '')) continue;
      const command = text;
      text = '';
      yield command;
    }
    if (text.trim() !== '') yield text;
  }

  close(): void {
    this.#ended = true;
    this.#parts = [];
    this.#held = 0;
    this.#stream.pause();
    this.#wake?.();
  }
}

/** The terminal with the person's part taken by standard input: questions and their answers are written as they come. */
export function answeredBy(terminal: Terminal, input: StandardInput): Terminal {
  return terminalWith(terminal, {
    async readLine(prompt, signal) {
      if (prompt !== '') terminal.out(prompt);
      const answer = await input.answer(signal);
      terminal.out(`${answer}\n`);
      return answer;
    },
    async readSecret(prompt, signal) {
      if (prompt !== '') terminal.out(prompt);
      const answer = await input.answer(signal);
      terminal.out('\n');
      return answer;
    },
  });
}
