/**
 * The real PowerShell engine for tests: builds test/peer once for all processes, starts its modes. test/peer/README.md
 * Without the .NET SDK `peerAvailable` is false, and a suite skips aloud: `describe.skipIf(!peerAvailable)(...)`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProcess, TestProcess } from './processes.js';

/** The repository's root, from this file or from a bundle under dist/. */
function rootFolder(): string {
  for (let at = path.dirname(fileURLToPath(import.meta.url)); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, 'test', 'peer', 'peer.csproj'))) return at;
    if (path.dirname(at) === at) throw new Error('test/peer/peer.csproj is not above this file');
  }
}

const ROOT = rootFolder();
const SOURCE = path.join(ROOT, 'test', 'peer');
const CACHE = path.join(ROOT, 'node_modules', '.cache', 'pssession-peer');
const BUILD_LIMIT_MS = 300_000;
const ENVIRONMENT: Readonly<Record<string, string>> = {
  TZ: 'UTC',
  DOTNET_NOLOGO: '1',
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',
  POWERSHELL_TELEMETRY_OPTOUT: '1',
  DOTNET_SKIP_FIRST_TIME_EXPERIENCE: '1',
};

function reasonAgainst(): string | undefined {
  if (process.env['PSSESSION_NO_PEER'] === '1') return 'PSSESSION_NO_PEER is set';
  const result = spawnSync('dotnet', ['--list-sdks'], { encoding: 'utf8', timeout: 20_000 });
  if (result.error !== undefined) return `the program 'dotnet' cannot be started (${result.error.message})`;
  const newest = Math.max(0, ...[...result.stdout.matchAll(/^(\d+)\./gm)].map((match) => Number(match[1])));
  return newest >= 10 ? undefined : `the .NET SDK 10 is needed, the newest here is ${newest === 0 ? 'none' : newest}`;
}

/** Why the peer cannot run here; undefined when it can. */
export const peerUnavailableReason: string | undefined = reasonAgainst();
export const peerAvailable: boolean = peerUnavailableReason === undefined;
if (!peerAvailable) console.warn(`real-engine peer: SKIPPED, ${peerUnavailableReason}`);

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function sourceFiles(): readonly string[] {
  return readdirSync(SOURCE)
    .filter((name) => name.endsWith('.cs') || name.endsWith('.csproj'))
    .sort();
}

/** One builder at a time, over all processes: a folder is made or it exists. A lock of a dead process is taken over. */
async function withLock<T>(work: () => Promise<T>): Promise<T> {
  const lock = path.join(CACHE, 'lock');
  const deadline = Date.now() + BUILD_LIMIT_MS;
  mkdirSync(CACHE, { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(path.join(lock, 'pid'), String(process.pid));
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (lockIsStale(lock)) rmSync(lock, { recursive: true, force: true });
      else if (Date.now() > deadline) throw new Error(`the peer's build lock ${lock} is held for too long`);
      else await sleep(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function lockIsStale(lock: string): boolean {
  try {
    const pid = Number(readFileSync(path.join(lock, 'pid'), 'utf8'));
    process.kill(pid, 0);
    return false;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return true;
    try {
      return Date.now() - statSync(lock).mtimeMs > 10_000; // made, but its owner died before it wrote its id
    } catch {
      return false;
    }
  }
}

let built: Promise<string> | undefined;

/** The path of peer.dll; builds it when these sources were not built before. Throws when the peer is not available. */
export function buildPeer(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  if (peerUnavailableReason !== undefined) throw new Error(`no real-engine peer: ${peerUnavailableReason}`);
  const hash = createHash('sha256');
  const sources = sourceFiles().map((name) => ({ name, bytes: readFileSync(path.join(SOURCE, name)) }));
  for (const { name, bytes } of sources) hash.update(name).update('\0').update(bytes).update('\0');
  const folder = path.join(CACHE, hash.digest('hex').slice(0, 16));
  const program = path.join(folder, 'peer.dll');
  if (existsSync(program)) return program;
  return await withLock(async () => {
    if (existsSync(program)) return program;
    // Built beside and renamed: nobody ever sees half a build, and the source folder keeps no bin/ and obj/.
    const work = path.join(CACHE, `build-${process.pid}`);
    rmSync(work, { recursive: true, force: true });
    mkdirSync(path.join(work, 'source'), { recursive: true });
    for (const { name, bytes } of sources) writeFileSync(path.join(work, 'source', name), bytes);
    const argv = ['dotnet', 'publish', '-c', 'Release', '-o', path.join(work, 'out'), '--nologo', '-v', 'quiet'];
    const result = await runProcess([...argv, '-p:UseSharedCompilation=false', '-nodeReuse:false'], {
      cwd: path.join(work, 'source'),
      env: ENVIRONMENT,
      timeoutMs: BUILD_LIMIT_MS,
    });
    if (result.code !== 0) throw new Error(`building the peer failed:\n${result.stdout}${result.stderr}`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(path.join(work, 'out'), folder);
    rmSync(work, { recursive: true, force: true });
    return program;
  });
}

/** The command line of a mode: `peerCommand('server-pipe', name)`, or `peerCommand('-NoLogo', '-NoProfile', '-s')`. */
export async function peerCommand(...args: readonly string[]): Promise<readonly [string, ...string[]]> {
  return ['dotnet', await buildPeer(), ...args];
}

export type PeerMode = 'client' | 'clixml' | 'eval' | 'parse';
export type PeerAnswer = Readonly<Record<string, unknown>>;

/** A peer that answers JSON lines. Questions may overlap; each answer finds its question by id. */
export class Peer implements AsyncDisposable {
  readonly process: TestProcess;
  readonly #waiting = new Map<number, { resolve(answer: PeerAnswer): void; reject(error: Error): void }>();
  #next = 1;

  constructor(argv: readonly string[]) {
    this.process = new TestProcess(argv, { env: ENVIRONMENT });
    void this.#read();
  }

  /** Sends a question and waits for its answer. The id is given here. */
  ask(question: Readonly<Record<string, unknown>>, timeoutMs = 60_000): Promise<PeerAnswer> {
    return this.start(question, timeoutMs).answer;
  }

  /** As `ask`, and tells the id: what `{op: 'stop', target: id}` wants. */
  start(
    question: Readonly<Record<string, unknown>>,
    timeoutMs = 60_000,
  ): { readonly id: number; readonly answer: Promise<PeerAnswer> } {
    const id = this.#next++;
    const answer = new Promise<PeerAnswer>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`the peer did not answer within ${timeoutMs} ms: ${JSON.stringify(question).slice(0, 200)}`));
      }, timeoutMs);
      this.#waiting.set(id, {
        resolve: (value) => {
          clearTimeout(timer);
          resolve(value);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
      this.process.writeLine(JSON.stringify({ ...question, id }));
    });
    return { id, answer };
  }

  async #read(): Promise<void> {
    for (;;) {
      const line = await this.process.nextLine(2 ** 30);
      if (line === undefined) break;
      if (!line.startsWith('{')) continue;
      const answer = JSON.parse(line) as PeerAnswer;
      const waiting = this.#waiting.get(Number(answer['id']));
      this.#waiting.delete(Number(answer['id']));
      waiting?.resolve(answer);
    }
    const { code } = await this.process.exited;
    for (const waiting of this.#waiting.values())
      waiting.reject(new Error(`the peer ended (code ${code}); stderr: ${this.process.stderr}`));
    this.#waiting.clear();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.process.stop();
  }
}

export async function startPeer(mode: PeerMode): Promise<Peer> {
  return new Peer(await peerCommand(mode));
}

/** A real server on a pipe of the given name, ready to be connected. `await using` ends it. */
export async function startPipeServer(name: string): Promise<TestProcess> {
  const server = new TestProcess(await peerCommand('server-pipe', name), { env: ENVIRONMENT });
  await server.lineMatching(/^ready$/, 60_000);
  return server;
}
