/** The real `pssession serve` on a port that stays the same, killed and started again as a run wants it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request as httpRequest, Agent } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Post, SessionProbe } from '../../../src/server/test-support/wsman-probe.js';
import { capture, MAIN } from '../interop/endpoint-process.js';
import { OrphanGuard } from './orphan-guard.js';
import { pause } from './random.js';

export const USER = 'soak';
export const PASSWORD = 'soak soak';
/** How long a client goes on asking while the endpoint is away. Milliseconds. */
const RETRY_MS = 60_000;

export class ServedEndpoint implements AsyncDisposable {
  readonly folder: string;
  readonly port: number;
  readonly #guard: OrphanGuard;
  #child: ChildProcess | undefined;
  #log = '';
  restarts = 0;
  /** Ids of sessions whose client died while it created them. */
  readonly unborn = new Set<string>();

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
    this.#guard = OrphanGuard.over(folder, path.join(folder, 's', 'hosts'));
  }

  static async start(configuration: object): Promise<ServedEndpoint> {
    const folder = mkdtempSync(path.join(tmpdir(), 'pss-'));
    const endpoint = new ServedEndpoint(folder, await freePort());
    writeFileSync(path.join(folder, 'password'), `${PASSWORD}\n`, { mode: 0o600 });
    writeFileSync(path.join(folder, 'config.json'), JSON.stringify(configuration), { mode: 0o600 });
    const users = path.join(folder, 'users.json');
    const passwordFile = path.join(folder, 'password');
    const adding = [MAIN, 'user', 'add', USER, '--admin', '--users', users, '--password-file', passwordFile];
    const added = await capture(process.execPath, adding);
    if (added.code !== 0) throw new Error(added.stderr);
    await endpoint.run();
    return endpoint;
  }

  get log(): string {
    return this.#log;
  }

  async run(): Promise<void> {
    const file = (name: string): string => path.join(this.folder, name);
    const options = ['--users', file('users.json'), '--config', file('config.json'), '--state', file('s')];
    const child = spawn(process.execPath, [MAIN, 'serve', '--port', String(this.port), ...options, '--ready-json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#guard.serves(child.pid ?? 0);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#log = (this.#log + text).slice(-100_000);
    });
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) =>
        reject(new Error(`the endpoint ended with ${String(code)}: ${this.#log.slice(-2000)}`)),
      );
      createInterface({ input: child.stdout }).once('line', () => resolve());
    });
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  async restart(signal?: NodeJS.Signals): Promise<void> {
    await this.kill(signal);
    this.restarts += 1;
    await this.run();
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }
  /** Process ids of the session hosts, by what they are for. */
  hosts(): readonly { readonly pid: number; readonly key: string }[] {
    return readdirSync(path.join(this.folder, 's', 'hosts'))
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => {
        try {
          const text = readFileSync(path.join(this.folder, 's', 'hosts', name), 'utf8');
          const { processId, key } = JSON.parse(text) as { readonly processId: number; readonly key: string };
          return [{ pid: processId, key }];
        } catch {
          return [];
        }
      });
  }
  /** Files of the spool: nothing may be left of sessions that are gone. */
  spooled(): readonly string[] {
    return readdirSync(path.join(this.folder, 's', 'spool'), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.log'));
  }

  /** What is left although every session was removed: hosts leave when they hold nothing. Empty: nothing. */
  async leftovers(waitMs = 30_000): Promise<string> {
    const deadline = performance.now() + waitMs;
    for (;;) {
      const hosts = this.hosts().length;
      const files = this.spooled().length;
      if (hosts === 0 && files === 0) return '';
      if (performance.now() > deadline) return `in the end ${hosts} hosts and ${files} files are left`;
      await pause(200);
    }
  }

  /** One client's POSTs. It asks again, with the same bytes, while the endpoint is away, until it is `gone`. */
  post(gone: AbortSignal, port = this.port): Post {
    const agent = new Agent({ keepAlive: true });
    gone.addEventListener('abort', () => agent.destroy(), { once: true });
    return async (envelope) => {
      const deadline = performance.now() + RETRY_MS;
      for (;;) {
        if (gone.aborted) throw new ClientGone();
        try {
          const answer = await postOnce(port, envelope, agent, gone);
          if (answer.status !== 503) return answer;
        } catch (error) {
          if (gone.aborted) throw new ClientGone();
          if (performance.now() > deadline) throw error;
        }
        await pause(50);
      }
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill('SIGTERM');
    await this.#guard.done();
  }
}

/** A client always listens to its pool: that is how the endpoint notices its end. */
export async function listenToPool(probe: SessionProbe): Promise<void> {
  const channel = probe.wsman.receive(probe.ref);
  try {
    while (channel.request !== undefined) {
      const { status, body } = await probe.send(channel.request);
      channel.receiveAnswer(status, body);
    }
  } catch {
    // The client is gone.
  }
}

/** Of one process. 0: it has just left. */
export function residentMb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** None: it has none, or has just left. */
export function childrenOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').split(/\s+/).filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** The client was killed: whatever it was waiting for, it is not there any more. */
export class ClientGone extends Error {}

export function end(pid: number): void {
  if (pid <= 0) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone by itself.
  }
}

function postOnce(
  port: number,
  body: Uint8Array,
  agent: Agent,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly body: Uint8Array }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port,
        path: '/wsman',
        method: 'POST',
        agent,
        signal,
        headers: {
          'content-length': body.length,
          'content-type': 'application/soap+xml;charset=UTF-8',
          authorization: `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          if (!response.complete) reject(new Error('half an answer'));
          else resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
