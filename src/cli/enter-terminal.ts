/** The terminal of an interactive program, where the console owns standard input. */
import type { Console } from './editor/console.js';
import { type Terminal, terminalWith } from './terminal.js';

const MAX_TAIL = 2000;

/**
 * Questions of commands are asked through the console. What was written on the line before (`Read-Host` writes its
 * prompt by itself) becomes part of the question, so that the editor draws the whole line.
 */
export function onConsole(terminal: Terminal, console: Console): Terminal {
  let tail = '';
  const written = (text: string): void => {
    const lineEnd = text.lastIndexOf('\n');
    tail = (lineEnd < 0 ? tail + text : text.slice(lineEnd + 1)).slice(-MAX_TAIL);
    const start = tail.lastIndexOf('\r');
    if (start >= 0) tail = tail.slice(start + 1);
  };
  const asked = (prompt: string): string => {
    const whole = tail + prompt;
    tail = '';
    return whole;
  };
  return terminalWith(terminal, {
    // What comes while a line is being typed, from an action of an event, stands above that line.
    out: (text) => {
      written(text);
      console.above(() => terminal.out(text));
    },
    err: (text) => {
      written(text);
      console.above(() => terminal.err(text));
    },
    // A plain terminal has it on its screen already.
    readLine: (prompt, signal) => console.question(console.isPlain ? prompt : asked(prompt), signal),
    readSecret: (prompt, signal) => {
      asked('');
      return console.secret(prompt, signal);
    },
  });
}
