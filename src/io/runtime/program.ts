/**
 * A program of the operating system with pipes: bytes in, bytes out as they come, its exit code. The reader holds the
 * program back: what nobody takes stays in the pipe.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';

export interface ProgramOptions {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** `nothing`: the program's standard input is empty from the start. */
  readonly input: 'pipe' | 'inherit' | 'nothing';
  /** `inherit`: the program writes to this process's own stream, and nothing of it is seen here. */
  readonly output: 'pipe' | 'inherit';
  readonly error: 'pipe' | 'inherit';
}
export type ProgramEvent =
  | { readonly type: 'stdout' | 'stderr'; readonly bytes: Uint8Array }
  | { readonly type: 'exit'; readonly code: number };

/** Largest amount of output, in bytes, that waits for its reader before the program is paused. */
const HIGH_WATER_BYTES = 1 << 20;

export class Program {
  readonly #child: ChildProcess;
  readonly #events: ProgramEvent[] = [];
  #waiting: (() => void) | undefined;
  #held = 0;
  #open = 0;
  #code: number | undefined;
  #failure: Error | undefined;

  constructor(options: ProgramOptions) {
    this.#child = spawn(options.file, [...options.args], {
      cwd: options.cwd,
      env: { ...options.env },
      stdio: [options.input === 'nothing' ? 'ignore' : options.input, options.output, options.error],
      windowsHide: true,
    });
    for (const name of ['stdout', 'stderr'] as const) {
      const stream = this.#child[name];
      if (stream === null) continue;
      this.#open += 1;
      stream.on('data', (bytes: Uint8Array) => {
        this.#held += bytes.length;
        if (this.#held > HIGH_WATER_BYTES) stream.pause();
        this.#push({ type: name, bytes });
      });
      stream.on('error', () => undefined);
      stream.on('close', () => {
        this.#open -= 1;
        this.#ended();
      });
    }
    // A program that does not read its input is no error of ours.
    this.#child.stdin?.on('error', () => undefined);
    this.#child.on('error', (error) => {
      this.#failure = error;
      this.#wake();
    });
    this.#child.on('exit', (code, signal) => {
      this.#code = code ?? 128 + (signal === null ? 0 : (constants.signals[signal] ?? 0));
      this.#ended();
    });
  }
  #push(event: ProgramEvent): void {
    this.#events.push(event);
    this.#wake();
  }
  #wake(): void {
    const wake = this.#waiting;
    this.#waiting = undefined;
    wake?.();
  }
  #ended(): void {
    if (this.#open === 0 && this.#code !== undefined) this.#push({ type: 'exit', code: this.#code });
  }
  /** What is already here; undefined: nothing yet. */
  take(): ProgramEvent | undefined {
    const event = this.#events.shift();
    if (event !== undefined && event.type !== 'exit') {
      this.#held -= event.bytes.length;
      if (this.#held <= HIGH_WATER_BYTES) {
        this.#child.stdout?.resume();
        this.#child.stderr?.resume();
      }
    }
    return event;
  }
  /** The next event. @throws the system's error when the program cannot be started. */
  async next(): Promise<ProgramEvent> {
    for (;;) {
      if (this.#failure !== undefined) throw this.#failure;
      const event = this.take();
      if (event !== undefined) return event;
      await new Promise<void>((resolve) => {
        this.#waiting = resolve;
      });
    }
  }
  /** Resolves when the program can take more. */
  async write(bytes: Uint8Array | string): Promise<void> {
    const { stdin } = this.#child;
    if (stdin === null || stdin.destroyed || !stdin.writable) return;
    if (stdin.write(bytes)) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        stdin.off('drain', done);
        stdin.off('close', done);
        resolve();
      };
      stdin.on('drain', done);
      stdin.on('close', done);
    });
  }
  endInput(): void {
    this.#child.stdin?.end();
  }
  /** Of the process; undefined where it could not be started. */
  get id(): number | undefined {
    return this.#child.pid;
  }
  /** Ends the program, if it still runs. */
  kill(): void {
    if (this.#code === undefined) this.#child.kill(process.platform === 'win32' ? 'SIGKILL' : 'SIGTERM');
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
    this.#child.stdin?.destroy();
  }
}
