/** Prompts and single keys of a script that was started from a terminal, which becomes a console when it wants them. */
import type { DebugPrompt } from '../console-host.js';
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
  readonly #interrupt: () => void;
  /** @param interrupt Ctrl+C, while the terminal is a console. */
  constructor(plain: Terminal, init: Omit<PromptsInit, 'console'>, interrupt: () => void) {
    this.#interrupt = interrupt;
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
      // Who asks for keys has the terminal for as long as the script goes on: what was typed ahead is not lost.
      keys: async () => (this.#seat ??= await this.#take()).console,
      readSecret: (prompt, signal) => now().readSecret(prompt, signal),
    });
  }
  get console(): Console | undefined {
    return this.#seat?.console;
  }
  /** `exit`. False: no prompt is open. */
  exit(code: number): boolean {
    if (this.#seat?.prompts.isNested !== true) return false;
    this.#seat.prompts.exit(code);
    return true;
  }
  async nest(): Promise<void> {
    await (this.#seat ??= await this.#take()).prompts.nest();
  }
  readonly debug: DebugPrompt = {
    line: async (prompt, signal) => await (this.#seat ??= await this.#take()).prompts.debug.line(prompt, signal),
    run: async (work) => await (this.#seat ??= await this.#take()).prompts.debug.run(work),
  };
  close(): void {
    this.#seat?.console.close();
    this.#seat = undefined;
  }
  async #take(): Promise<Seat> {
    const [{ Console: OfTerminal }, { Prompts: OfConsole }, { onConsole }] = await Promise.all([
      import('../editor/console.js'),
      import('./prompts.js'),
      import('../enter-terminal.js'),
    ]);
    const console = new OfTerminal(process.stdin, process.stdout);
    console.onInterrupt = this.#interrupt;
    return {
      console,
      prompts: new OfConsole({ ...this.#init, console }),
      terminal: onConsole(this.#plain, console),
    };
  }
}
