/** The terminal of an interactive program, where the console owns standard input. */
import type { Console } from './editor/console.js';
import { type Terminal, terminalWith } from './terminal.js';

/**
 * Questions of commands are asked through the console. What was written on the line before (`Read-Host` writes its
 * prompt by itself) becomes part of the question, so that the editor draws the whole line.
 */
export function onConsole(terminal: Terminal, console: Console): Terminal {
  return terminalWith(terminal, {
    // What comes while a line is being typed, from an action of an event, stands above that line.
    out: (text) => {
      console.printed(text);
      console.above(() => terminal.out(text));
    },
    err: (text) => {
      console.printed(text);
      console.above(() => terminal.err(text));
    },
    // A plain terminal has it on its screen already.
    readLine: (prompt, signal) => {
      const before = console.takeUnfinished();
      return console.question(console.isPlain ? prompt : before + prompt, signal);
    },
    keys: () => Promise.resolve(console),
    readSecret: (prompt, signal) => {
      console.takeUnfinished();
      return console.secret(prompt, signal);
    },
  });
}
