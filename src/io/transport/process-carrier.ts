/**
 * A program that speaks over its stdin and stdout: `pwsh -NoLogo -NoProfile -s`, or anything else that knows the
 * framing. The command line is an argument vector: no shell reads it. What stderr means is protocol.md 6.4's business
 * and the caller's choice.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { ArgumentError, TransportError } from '../../protocol/errors/index.js';
import { abortable, linkSignals, systemClock, traceChannel } from '../runtime/index.js';
import { StreamCarrier, type CarrierName } from './byte-carrier.js';

export interface ProcessCarrierOptions {
  /** Program and arguments. The program is looked up in PATH. */
  readonly argv: readonly string[];
  readonly cwd?: string;
  /** Added to our own environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Another user and group, where we may. */
  readonly identity?: { readonly uid: number; readonly gid: number };
  readonly transportName?: CarrierName;
  /** The peer for texts; default the program. */
  readonly address?: string;
  /** `fatal`: any line ends the carrier (a child PowerShell's rule). `collect`: kept for the reason of the end. */
  readonly stderr?: 'fatal' | 'collect';
  /** Each line of stderr, for showing. */
  readonly onStderrLine?: (line: string) => void;
  /** The program has left. */
  readonly onExit?: () => void;
  /** How long the program may take to leave after its stdin is closed, before SIGTERM and, as long again, SIGKILL. Default 2,000 ms. */
  readonly graceMs?: number;
}

/** How long a program that does not read any more may take to leave and say why. */
const EXIT_WAIT_MS = 1000;
const SSH_ENDED = 'The SSH transport process has abruptly terminated causing this remote session to break.';
const KEPT_LINES = 20;
const LONGEST_LINE = 4096;
const trace = traceChannel('process');

class ProcessCarrier extends StreamCarrier {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #options: ProcessCarrierOptions;
  readonly #lastLines: string[] = [];
  readonly #exited: Promise<void>;
  #partLine = '';
  #closing = false;

  constructor(child: ChildProcessWithoutNullStreams, options: ProcessCarrierOptions) {
    const address = options.address ?? options.argv[0] ?? '';
    super(options.transportName ?? 'Process', address, child.stdout, child.stdin);
    this.#child = child;
    this.#options = options;
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => this.#takeStderr(text));
    child.stderr.on('error', () => {}); // the exit tells more
    this.#exited = new Promise((resolve) => {
      // `close` comes after the last byte of stdout, `exit` may come before it.
      child.once('close', (code, signal) => {
        this.#takeStderr('\n');
        trace.publish(() => ({ type: 'exited', pid: child.pid, code, signal }));
        this.finish(this.#closing ? undefined : this.#exitError(code, signal));
        options.onExit?.();
        resolve();
      });
    });
  }

  override get processId(): number | undefined {
    return this.#child.pid;
  }

  protected override watchEnd(_input: Readable): void {
    // The exit of the process is its end; an end of stdout comes just before it.
  }

  /** The reason of the end waits for the exit: a broken stdin alone says nothing. */
  protected override broke(error: Error): void {
    systemClock.setTimer(EXIT_WAIT_MS, () => this.finish(this.describe(error)), { keepAlive: false });
  }
  protected override describe(error: Error): TransportError {
    return new TransportError(this.transportName, `${this.address}: ${error.message}.${this.#told()}`, {
      cause: error,
    });
  }

  override async close(): Promise<void> {
    this.#closing = true;
    const grace = this.#options.graceMs ?? 2000;
    this.#child.stdin.end();
    this.#child.stdout.resume(); // a child that waits until somebody reads would not leave
    const soft = systemClock.setTimer(grace, () => this.#child.kill('SIGTERM'));
    const hard = systemClock.setTimer(grace * 2, () => this.#child.kill('SIGKILL'));
    // A grandchild may hold the pipes open after the exit; the wait is bounded all the same.
    const last = new Promise<void>((resolve) => systemClock.setTimer(grace * 2 + 1000, resolve, { keepAlive: false }));
    await Promise.race([this.#exited, last]);
    soft.cancel();
    hard.cancel();
    this.#child.stdout.destroy();
    this.#child.stderr.destroy();
    this.finish(undefined);
  }

  #takeStderr(text: string): void {
    const lines = (this.#partLine + text).split(/\r?\n/);
    this.#partLine = (lines.pop() ?? '').slice(-LONGEST_LINE);
    for (const line of lines) {
      if (line === '') continue;
      this.#lastLines.push(line.slice(0, LONGEST_LINE));
      if (this.#lastLines.length > KEPT_LINES) this.#lastLines.shift();
      this.#options.onStderrLine?.(line);
      if (this.#options.stderr === 'fatal' && !this.ended && !this.#closing) {
        this.finish(
          new TransportError(this.transportName, `The program ${this.address} reported an error: ${line}`, {
            errorId: 'IPCServerProcessReportedError',
            category: 'ConnectionError',
            address: this.address,
          }),
        );
        void this.close();
      }
    }
  }

  get #said(): string {
    return this.#lastLines.join(' / ');
  }
  #told(): string {
    return this.#lastLines.length === 0 ? '' : ` It said: ${this.#said}`;
  }

  #exitError(code: number | null, signal: NodeJS.Signals | null): TransportError {
    const how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
    const text =
      this.transportName === 'SSH'
        ? `The SSH client session has ended with error message: ${this.#said === '' ? SSH_ENDED : this.#said}`
        : `The program ${this.address} ${how}.${this.#told()}`;
    return new TransportError(this.transportName, text, {
      category: 'ConnectionError',
      code: signal ?? `EXIT${code}`,
      address: this.address,
    });
  }
}

/**
 * Starts the program; resolves when the operating system has started it.
 * @throws {ArgumentError} an empty command line, or a NUL in it.
 * @throws {TransportError} it cannot be started: not found, not executable, no such folder.
 */
export async function openProcess(options: ProcessCarrierOptions, signal?: AbortSignal): Promise<StreamCarrier> {
  const [program, ...args] = options.argv;
  if (program === undefined || program === '') throw new ArgumentError('argv', 'The command line is empty.');
  if (options.argv.some((word) => word.includes('\0')))
    throw new ArgumentError('argv', 'The command line holds a NUL character.');
  using linked = linkSignals(signal);
  linked.signal.throwIfAborted();
  const child = spawn(program, args, {
    stdio: 'pipe',
    shell: false,
    windowsHide: true,
    env: { ...process.env, ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...options.identity,
  });
  const started = new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  try {
    await abortable(started, linked.signal);
  } catch (error) {
    child.kill('SIGKILL');
    child.on('error', () => {});
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const code = String(error.code);
    let why = error.message;
    if (code === 'ENOENT')
      why = `it was not found${options.cwd === undefined ? ' in PATH' : `, or the folder ${options.cwd} does not exist`}`;
    if (code === 'EACCES') why = 'it may not be executed';
    throw new TransportError(
      options.transportName ?? 'Process',
      `The program '${program}' cannot be started: ${why}. Check the command line.`,
      { code, address: program, cause: error },
    );
  }
  child.on('error', () => {}); // a failed kill
  trace.publish(() => ({ type: 'started', pid: child.pid, program }));
  return new ProcessCarrier(child, options);
}
