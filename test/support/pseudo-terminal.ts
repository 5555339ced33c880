/** The program under a pseudo-terminal, as a person has it in front of them: util-linux `script` makes the terminal. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { eventually } from '../../src/server/test-support/wsman-probe.js';

const main = path.resolve(import.meta.dirname, '../../dist/cli/main.js');

export const hasScript = ((): boolean => {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    console.warn('skipped: no util-linux `script`, which makes the pseudo-terminal');
    return false;
  }
})();

// biome-ignore lint: escape sequences are what this is about
const SEQUENCES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007]*\u0007)/g;

export interface PseudoTerminal {
  readonly process: ChildProcess;
  type(keys: string): void;
  /** Waits until what was written since the last `shows` has the text; returns it up to there, without escape sequences. */
  shows(text: string | RegExp): Promise<string>;
  /** All that was written, as it was. */
  written(): string;
  readonly ended: Promise<void>;
}

/** @param words of the program, quoted for a shell. */
export function openTerminal(words: string, environment: NodeJS.ProcessEnv): PseudoTerminal {
  /** What was written since the last `shows`. */
  let fresh = '';
  let all = '';
  const terminal = spawn(
    'script',
    ['-qfec', `stty cols 200 rows 50; exec "${process.execPath}" "${main}" ${words}`, '/dev/null'],
    {
      env: { ...process.env, TERM: 'xterm', NO_COLOR: '1', ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  terminal.stdout?.setEncoding('utf8').on('data', (text: string) => {
    all += text;
    // The line editor moves the cursor about; what is looked for is text.
    fresh += text.replace(SEQUENCES, '');
  });
  const find = (text: string | RegExp): number => {
    if (typeof text === 'string') return fresh.includes(text) ? fresh.indexOf(text) + text.length : -1;
    const match = text.exec(fresh);
    return match === null ? -1 : match.index + match[0].length;
  };
  return {
    process: terminal,
    type: (keys) => void terminal.stdin?.write(keys),
    shows: async (text) => {
      await eventually(`the terminal shows ${String(text)}`, () => find(text) >= 0, 20_000).catch((error: unknown) => {
        throw new Error(`${String(error)}; it shows ${JSON.stringify(fresh)}`);
      });
      const until = find(text);
      const part = fresh.slice(0, until);
      fresh = fresh.slice(until);
      return part;
    },
    written: () => all,
    ended: new Promise((resolve) => terminal.once('exit', () => resolve())),
  };
}
