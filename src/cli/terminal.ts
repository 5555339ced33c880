/**
 * What a command sees of the person in front of it. In one process it is the terminal itself; for a command that runs in
 * the agent it is the other end of a socket. Everything a host needs is made of these few things.
 */
import type { TerminalKeys } from './terminal-keys.js';

export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Undefined: what was written has gone as far as it has to. Else it waits in memory until whoever reads it goes on. */
  readonly drained?: () => Promise<void> | undefined;
  readonly width: number;
  readonly height: number;
  readonly isTerminal: boolean;
  readonly color: boolean;
  /** Whether progress can be drawn: standard error is a terminal. */
  readonly drawsProgress: boolean;
  /** Whether somebody is there to ask. */
  readonly interactive: boolean;
  /** One line of input. Undefined: the person gave up (Ctrl+C, Ctrl+D), or nobody is there. */
  readLine(prompt: string, signal: AbortSignal): Promise<string | undefined>;
  /** Its keys, one by one. Absent: it has none, or nobody types. */
  readonly keys?: () => Promise<TerminalKeys>;
  /** One line without echo. */
  readSecret(prompt: string, signal: AbortSignal): Promise<string | undefined>;
  /** The password for an account: from where the options say, else asked for. Undefined: the person gave up. */
  password(userName: string, signal: AbortSignal): Promise<string | undefined>;
}

/** A terminal with some of its parts done otherwise. Its size is asked for when it is wanted: a window changes. */
export function terminalWith(terminal: Terminal, parts: Partial<Omit<Terminal, 'width' | 'height'>>): Terminal {
  return {
    ...terminal,
    ...parts,
    get width() {
      return terminal.width;
    },
    get height() {
      return terminal.height;
    },
  };
}
