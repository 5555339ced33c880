/** The terminal of an interactive program, where the console owns standard input. */
import type { Console } from './editor/console.js';
import type { Terminal } from './terminal.js';

/** Questions of commands are asked through the console that owns standard input. */
export function onConsole(terminal: Terminal, console: Console): Terminal {
  return {
    ...terminal,
    get width() {
      return terminal.width;
    },
    get height() {
      return terminal.height;
    },
    readLine: (prompt, signal) => console.question(prompt, signal),
    readSecret: (prompt, signal) => console.secret(prompt, signal),
  };
}
