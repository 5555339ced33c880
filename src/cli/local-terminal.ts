/** The terminal of this process. */
import type { ProgramOptions } from './command-line.js';
import type { Terminal } from './terminal.js';

/** Terminals without colours, as PowerShell knows them. */
const COLOURLESS: ReadonlySet<string | undefined> = new Set(['dumb', 'xterm-mono', 'xtermm']);
/** Colours: when asked for; else on a terminal, unless NO_COLOR is there, even empty, as PowerShell has it. */
export function wantsColor(options: ProgramOptions): boolean {
  if (options.color !== 'auto') return options.color === 'always';
  return process.stderr.isTTY === true && process.env['NO_COLOR'] === undefined && !COLOURLESS.has(process.env['TERM']);
}

const draining = new Map<NodeJS.WriteStream, Promise<void>>();
/** Settles when the stream has room again, or is gone. */
function drained(stream: NodeJS.WriteStream): Promise<void> | undefined {
  if (!stream.writableNeedDrain || stream.destroyed) return undefined;
  let wait = draining.get(stream);
  if (wait === undefined) {
    wait = new Promise((resolve) => {
      const settle = (): void => {
        draining.delete(stream);
        stream.off('drain', settle).off('close', settle).off('error', settle);
        resolve();
      };
      stream.on('drain', settle).on('close', settle).on('error', settle);
    });
    draining.set(stream, wait);
  }
  return wait;
}

/** @returns what makes it not be told any more. */
function onAbort(signal: AbortSignal, told: (reason: unknown) => void): () => void {
  const tell = (): void => told(signal.reason);
  if (signal.aborted) tell();
  else signal.addEventListener('abort', tell, { once: true });
  return () => signal.removeEventListener('abort', tell);
}

export function localTerminal(options: ProgramOptions): Terminal {
  const interactive = process.stdin.isTTY === true && !options.nonInteractive;
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    drained: () => drained(process.stdout) ?? drained(process.stderr),
    // Without a terminal a table keeps its natural width: what reads it can scroll.
    get width() {
      return process.stdout.columns ?? 120;
    },
    get height() {
      return process.stdout.rows ?? 50;
    },
    isTerminal: process.stdout.isTTY === true && process.env['TERM'] !== 'dumb',
    color: wantsColor(options),
    drawsProgress: process.stderr.isTTY === true && process.env['TERM'] !== 'dumb',
    interactive,
    async readLine(prompt, signal) {
      if (!interactive) return undefined;
      const { createInterface } = await import('node:readline');
      // The terminal edits the line itself: what stands before it stays there, and Ctrl+C is a signal as always.
      const reader = createInterface({ input: process.stdin, terminal: false });
      process.stderr.write(prompt);
      let heard: (() => void) | undefined;
      try {
        return await new Promise<string | undefined>((resolve, reject) => {
          reader.once('line', resolve).once('close', () => resolve(undefined));
          heard = onAbort(signal, reject);
        });
      } finally {
        heard?.();
        reader.close();
      }
    },
    async readSecret(prompt, signal) {
      if (!interactive) return undefined;
      const { askPassword } = await import('./password.js');
      const answer = await askPassword(prompt, { mask: '*', signal });
      signal.throwIfAborted();
      return answer;
    },
    async password(userName) {
      const { askPassword, passwordFrom } = await import('./password.js');
      if (options.passwordSource !== undefined) return await passwordFrom(options.passwordSource);
      const [{ askCredentialHelper }, { passwordFromStore }] = await Promise.all([
        import('../io/transport/index.js'),
        import('./credential-store.js'),
      ]);
      const kept =
        (await askCredentialHelper({ protocol: 'wsman', username: userName })) ?? (await passwordFromStore(userName));
      return kept ?? (await askPassword(`Password for ${userName}: `));
    },
  };
}
