/** Child processes of tests: read line by line, never left behind. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const alive = new Set<ChildProcessWithoutNullStreams>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

export interface ProcessOptions {
  readonly cwd?: string;
  /** Added to the environment of the test process; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A running child. `await using` ends it: stdin is closed, and after `graceMs` (2 s) it is killed. */
export class TestProcess implements AsyncDisposable {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves when the process is gone and its output is read. Never rejects. */
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  #stderr = '';
  readonly #lines: string[] = [];
  readonly #waiting: ((line: string | undefined) => void)[] = [];
  #ended = false;

  constructor(argv: readonly string[], options: ProcessOptions = {}) {
    const [program, ...args] = argv;
    if (program === undefined) throw new Error('startProcess: an empty command line');
    this.child = spawn(program, args, {
      stdio: 'pipe',
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: { ...process.env, ...options.env },
    });
    alive.add(this.child);
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-65_536);
    });
    this.child.stdin.on('error', () => {}); // a child that is gone says so through `exited`
    const reader = createInterface({ input: this.child.stdout, crlfDelay: Number.POSITIVE_INFINITY });
    reader.on('line', (line) => {
      const next = this.#waiting.shift();
      if (next === undefined) this.#lines.push(line);
      else next(line);
    });
    reader.on('close', () => {
      this.#ended = true;
      for (const next of this.#waiting.splice(0)) next(undefined);
    });
    this.exited = new Promise((resolve) => {
      this.child.on('error', (error) => {
        this.#stderr += `${error.message}\n`;
        alive.delete(this.child);
        resolve({ code: null, signal: null });
      });
      this.child.on('close', (code, signal) => {
        alive.delete(this.child);
        resolve({ code, signal });
      });
    });
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error(`the process did not start: ${this.#stderr}`);
    return this.child.pid;
  }
  /** The last 64 KB of stderr. */
  get stderr(): string {
    return this.#stderr;
  }

  writeLine(text: string): void {
    this.child.stdin.write(`${text}\n`);
  }

  /** The next line of stdout; undefined at its end. Throws after `timeoutMs`. */
  async nextLine(timeoutMs = 20_000): Promise<string | undefined> {
    const ready = this.#lines.shift();
    if (ready !== undefined) return ready;
    if (this.#ended) return undefined;
    return await new Promise((resolve, reject) => {
      const take = (line: string | undefined): void => {
        clearTimeout(timer);
        resolve(line);
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(new Error(`no line within ${timeoutMs} ms; stderr: ${this.#stderr}`));
      }, timeoutMs);
      this.#waiting.push(take);
    });
  }

  /** Reads on until a line matches. Throws at the end of stdout. */
  async lineMatching(pattern: RegExp, timeoutMs = 20_000): Promise<RegExpMatchArray> {
    for (;;) {
      const line = await this.nextLine(timeoutMs);
      if (line === undefined) throw new Error(`stdout ended before ${pattern}; stderr: ${this.#stderr}`);
      const match = line.match(pattern);
      if (match !== null) return match;
    }
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.child.kill(signal);
  }

  async stop(graceMs = 2000): Promise<void> {
    this.child.stdin.end();
    const timer = setTimeout(() => this.child.kill('SIGKILL'), graceMs);
    await this.exited;
    clearTimeout(timer);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}

export function startProcess(argv: readonly string[], options: ProcessOptions = {}): TestProcess {
  return new TestProcess(argv, options);
}

/** Runs a command to its end and gives its output. Never throws for the command's own failure. */
export async function runProcess(
  argv: readonly string[],
  options: ProcessOptions & { readonly input?: string; readonly timeoutMs?: number } = {},
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const running = new TestProcess(argv, options);
  const timer = setTimeout(() => running.kill(), options.timeoutMs ?? 60_000);
  running.child.stdin.end(options.input ?? '');
  const lines: string[] = [];
  for (;;) {
    const line = await running.nextLine(options.timeoutMs ?? 60_000);
    if (line === undefined) break;
    lines.push(line);
  }
  const { code } = await running.exited;
  clearTimeout(timer);
  return { code, stdout: lines.map((line) => `${line}\n`).join(''), stderr: running.stderr };
}

/** Processes of this machine that have all these texts in their command line: those that left the test behind. */
export function processesWith(...texts: readonly string[]): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const line = readFileSync(`/proc/${name}/cmdline`, 'latin1');
        return texts.every((text) => line.includes(text));
      } catch {
        return false;
      }
    })
    .map(Number);
}
export function endAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has gone by itself.
    }
  }
}
