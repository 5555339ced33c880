/** Prompts within a script that was started from a terminal: the terminal is a console for as long as one is open. */
import type { Console } from '../editor/console.js';
import { type Terminal, terminalWith } from '../terminal.js';
import type { Prompts, PromptsInit } from './prompts.js';

interface Seat {
  readonly console: Console;
  readonly prompts: Prompts;
  readonly terminal: Terminal;
}

export class ScriptPrompts {
  readonly #plain: Terminal;
  readonly #init: Omit<PromptsInit, 'console'>;
  #seat: Seat | undefined;
  #depth = 0;
  constructor(plain: Terminal, init: Omit<PromptsInit, 'console'>) {
    this.#plain = plain;
    this.#init = init;
  }
  /** Questions are asked by whoever has the terminal. */
  get terminal(): Terminal {
    const now = (): Terminal => this.#seat?.terminal ?? this.#plain;
    return terminalWith(this.#plain, {
      out: (text) => now().out(text),
      err: (text) => now().err(text),
      readLine: (prompt, signal) => now().readLine(prompt, signal),
      readSecret: (prompt, signal) => now().readSecret(prompt, signal),
    });
  }
  get console(): Console | undefined {
    return this.#seat?.console;
  }
  /** `exit`. False: no prompt is open. */
  exit(code: number): boolean {
    this.#seat?.prompts.exit(code);
    return this.#seat !== undefined;
  }
  async nest(): Promise<void> {
    const seat = (this.#seat ??= await this.#take());
    this.#depth += 1;
    try {
      await seat.prompts.nest();
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) {
        this.#seat = undefined;
        seat.console.close();
      }
    }
  }
  async #take(): Promise<Seat> {
    const [{ Console: OfTerminal }, { Prompts: OfConsole }, { onConsole }] = await Promise.all([
      import('../editor/console.js'),
      import('./prompts.js'),
      import('../enter-terminal.js'),
    ]);
    const console = new OfTerminal(process.stdin, process.stdout);
    return {
      console,
      prompts: new OfConsole({ ...this.#init, console }),
      terminal: onConsole(this.#plain, console),
    };
  }
}
