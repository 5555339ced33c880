/**
 * Standard input that is no terminal. Whoever comes first takes its lines: commands of a script that is piped in, `$input`
 * of a script that is named, or the answers to Read-Host.
 */
import { createInterface, type Interface } from 'node:readline';
import { PSSessionError } from '../protocol/errors/index.js';
import { type Terminal, terminalWith } from './terminal.js';

/** How long a command that could go on (`if … }`, then `else`) waits for the line that would tell. */
const CONTINUATION_MS = 40;
const GOES_ON = /^\s*(?:else|elseif|catch|finally|until|while|\||&&|\|\|)(?![\w-])/i;
const COULD_GO_ON = /[})]\s*$/;

export class StandardInput {
  readonly #stream: NodeJS.ReadStream;
  readonly #queue: string[] = [];
  #reader: Interface | undefined;
  #ended = false;
  #wake: (() => void) | undefined;

  constructor(stream: NodeJS.ReadStream) {
    this.#stream = stream;
  }
  #start(): void {
    if (this.#reader !== undefined || this.#ended) return;
    this.#reader = createInterface({ input: this.#stream, crlfDelay: Number.POSITIVE_INFINITY });
    this.#reader.on('line', (line) => {
      this.#queue.push(this.#queue.length === 0 ? line.replace(/^\uFEFF/, '') : line);
      if (this.#queue.length > 1000) this.#reader?.pause();
      this.#wake?.();
    });
    this.#reader.on('close', () => {
      this.#ended = true;
      this.#wake?.();
    });
  }
  async #next(): Promise<string | undefined> {
    this.#start();
    while (this.#queue.length === 0) {
      if (this.#ended) return undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const line = this.#queue.shift();
    if (this.#queue.length === 0 && !this.#ended) this.#reader?.resume();
    return line;
  }
  /** The line that comes next, if it comes soon. */
  async #soon(): Promise<string | undefined> {
    if (this.#queue.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, CONTINUATION_MS);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.#queue[0];
  }

  async *lines(): AsyncGenerator<string, void, undefined> {
    for (let line = await this.#next(); line !== undefined; line = await this.#next()) yield line;
  }

  /** The next line; undefined: there is none, or it is no longer wanted. */
  async line(signal: AbortSignal): Promise<string | undefined> {
    let giveUp: (() => void) | undefined;
    const given = new Promise<undefined>((resolve) => {
      giveUp = () => resolve(undefined);
      signal.addEventListener('abort', giveUp, { once: true });
    });
    try {
      return await Promise.race([this.#next(), given]);
    } finally {
      if (giveUp !== undefined) signal.removeEventListener('abort', giveUp);
    }
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
    this.#reader?.close();
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
