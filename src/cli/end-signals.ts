/**
 * Ctrl+C, and SIGTERM, while a command or a script runs: what runs is stopped, its sessions are closed at their servers,
 * and the exit code says which signal it was. The same signal again does not wait for that.
 */

/** 128 and the number of the signal, as shells say it. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;
/** Whoever ends a program ends it harder after a while: by then the sessions shall have been closed. Milliseconds. */
const CLOSING_LIMIT_MS = 5000;

export interface EndSignals {
  /** What the program exits with; undefined while no signal has come. */
  readonly exitCode: number | undefined;
  /** What Ctrl+C does. */
  interrupt(): void;
}

export interface InterruptRules {
  /** A program has the terminal: it hears Ctrl+C itself, and may go on. */
  readonly isForOthers?: () => boolean;
  /** A prompt takes Ctrl+C, and is told. */
  readonly isTaken?: () => boolean;
}

export function onEndSignals(abort: AbortController, interrupts: InterruptRules = {}): EndSignals {
  let exitCode: number | undefined;
  const end = (code: number): void => {
    exitCode = code;
    abort.abort();
  };
  const interrupt = (): void => {
    if (exitCode !== undefined && interrupts.isForOthers?.() !== true) process.exit(EXIT_CODES.SIGINT);
    end(EXIT_CODES.SIGINT);
  };
  process.on('SIGINT', () => {
    if (interrupts.isTaken?.() !== true) interrupt();
  });
  process.on('SIGTERM', () => {
    if (exitCode === EXIT_CODES.SIGTERM) process.exit(EXIT_CODES.SIGTERM);
    end(EXIT_CODES.SIGTERM);
    setTimeout(() => process.exit(EXIT_CODES.SIGTERM), CLOSING_LIMIT_MS).unref();
  });
  return {
    get exitCode() {
      return exitCode;
    },
    interrupt,
  };
}
