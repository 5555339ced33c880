/**
 * One program of a cmd shell: started in a process group of its own, so that a signal reaches what it started too.
 *
 * Output is passed on as the program wrote it, whatever code page the client asked for: programs on Unix write UTF-8.
 * A promise that the sink returns pauses the pipe, and so, in the end, the program.
 */
import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CommandPlan } from './command-line.js';

export interface CmdProcessSink {
  output(stream: 'stdout' | 'stderr', bytes: Uint8Array): Promise<void> | void;
  /** After the last output of both streams. */
  exited(exitCode: number): void;
}

export interface CmdProcessOptions {
  readonly environment: ReadonlyMap<string, string>;
  readonly workingDirectory: string | undefined;
}

/** STATUS_CONTROL_C_EXIT, what a Windows program that was interrupted gives. */
export const CONTROL_C_EXIT_CODE = 0xc000_013a;
/** How long a program may take to end after SIGTERM before SIGKILL. Milliseconds. */
const KILL_AFTER_MS = 3000;

const PASSED_ON =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|TMP|TEMP|XDG_RUNTIME_DIR|DOTNET_ROOT)$/;

/** What a program of a shell sees of the endpoint's environment. Windows programs fail without most of theirs. */
export function baseEnvironment(source: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(source)) {
    if (value !== undefined && (process.platform === 'win32' || PASSED_ON.test(name))) result[name] = value;
  }
  return result;
}

/** Whether a name is a program: a path to an executable file, or found in PATH. */
export function isProgram(name: string, searchPath = process.env['PATH'] ?? ''): boolean {
  if (name === '' || name.includes('\0')) return false;
  if (/[\\/]/.test(name)) return isExecutableFile(name);
  const endings = process.platform === 'win32' ? ['', '.exe', '.cmd', '.bat', '.com'] : [''];
  return searchPath
    .split(path.delimiter)
    .some((folder) => folder !== '' && endings.some((ending) => isExecutableFile(path.join(folder, name + ending))));
}

function isExecutableFile(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

export class CmdProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #sink: CmdProcessSink;
  #interrupted = false;
  /** The client asked for the end. */
  #ending = false;
  #exitCode: number | undefined;
  #openStreams = 2;
  #reported = false;

  private constructor(child: ChildProcessWithoutNullStreams, sink: CmdProcessSink) {
    this.#child = child;
    this.#sink = sink;
    this.#read('stdout');
    this.#read('stderr');
    child.stdin.on('error', () => undefined); // the program closed its end; what is written is lost, as in a pipe
    child.on('exit', (code, signal) => {
      if (this.#ending) this.#signal('SIGTERM'); // what it started and left behind; background jobs of sh ignore SIGINT
      this.#exitCode = this.#interrupted ? CONTROL_C_EXIT_CODE : (code ?? 128 + signalNumber(signal));
      // A child of the program may hold the pipes open; what it writes later belongs to nobody.
      setTimeout(() => this.#finish(), 500).unref();
      this.#maybeFinish();
    });
  }

  /**
   * @throws {NodeJS.ErrnoException} the program or the working directory does not exist, or may not be used.
   */
  static async start(
    plan: Extract<CommandPlan, { kind: 'shell' | 'program' }>,
    options: CmdProcessOptions,
    sink: CmdProcessSink,
  ): Promise<CmdProcess> {
    const environment = baseEnvironment(process.env);
    for (const [name, value] of options.environment) environment[name] = value;
    const spawnOptions = {
      env: environment,
      cwd: options.workingDirectory ?? homeOf(environment),
      detached: process.platform !== 'win32',
      windowsHide: true,
    };
    const [program, args] = programOf(plan);
    const windowsVerbatimArguments = plan.kind === 'shell' && process.platform === 'win32';
    const child = spawn(program, args, { ...spawnOptions, windowsVerbatimArguments });
    await started(child);
    return new CmdProcess(child, sink);
  }

  get processId(): number {
    return this.#child.pid ?? 0;
  }

  /** Resolves when the pipe has room again. After the program's end the bytes are dropped. */
  async write(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0 || !this.#child.stdin.writable) return;
    if (this.#child.stdin.write(bytes)) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.#child.stdin.off('drain', done);
        this.#child.stdin.off('close', done);
        resolve();
      };
      this.#child.stdin.on('drain', done);
      this.#child.stdin.on('close', done);
    });
  }

  closeInput(): void {
    this.#child.stdin.end();
  }

  /** Ctrl+C to the program and everything it started. */
  interrupt(): void {
    if (this.#exitCode !== undefined) return;
    this.#interrupted = true;
    this.#ending = true;
    this.#signal('SIGINT');
  }

  /** Ends the program: politely first, then for sure. */
  terminate(): void {
    if (this.#exitCode !== undefined) return;
    this.#ending = true;
    this.#signal('SIGTERM');
    const timer = setTimeout(() => this.#signal('SIGKILL'), KILL_AFTER_MS);
    this.#child.once('exit', () => clearTimeout(timer));
  }

  #signal(signal: NodeJS.Signals): void {
    const pid = this.#child.pid;
    if (pid === undefined || this.#exitCode !== undefined) return;
    try {
      if (process.platform === 'win32') this.#child.kill(signal);
      else process.kill(-pid, signal);
    } catch {
      // The group is gone already.
    }
  }

  #read(stream: 'stdout' | 'stderr'): void {
    const source = this.#child[stream];
    source.on('data', (bytes: Buffer) => {
      const room = this.#sink.output(stream, bytes);
      if (room === undefined) return;
      source.pause();
      void room.finally(() => source.resume());
    });
    source.on('error', () => undefined);
    source.on('close', () => {
      this.#openStreams -= 1;
      this.#maybeFinish();
    });
  }

  #maybeFinish(): void {
    if (this.#exitCode !== undefined && this.#openStreams === 0) this.#finish();
  }

  #finish(): void {
    if (this.#reported) return;
    this.#reported = true;
    this.#child.stdout.destroy();
    this.#child.stderr.destroy();
    this.#child.stdin.destroy();
    this.#sink.exited(this.#exitCode ?? 0);
  }
}

/** Accounts of services often have a home that is not there. */
function homeOf({ HOME: home }: Readonly<Record<string, string>>): string {
  return home !== undefined && existsSync(home) ? home : process.cwd();
}

function programOf(plan: Extract<CommandPlan, { kind: 'shell' | 'program' }>): [string, string[]] {
  if (plan.kind === 'program') return [plan.program, [...plan.args]];
  if (process.platform === 'win32') {
    return [process.env['ComSpec'] ?? 'cmd.exe', ['/d', '/s', '/c', `"${plan.line}"`]];
  }
  return ['/bin/sh', ['-c', plan.line]];
}

function started(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => {
      child.off('error', reject);
      child.on('error', () => undefined);
      resolve();
    });
    child.once('error', reject);
  });
}

const SIGNAL_NUMBERS: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGPIPE: 13,
  SIGTERM: 15,
};
const signalNumber = (signal: NodeJS.Signals | null): number => SIGNAL_NUMBERS[signal ?? ''] ?? 0;
