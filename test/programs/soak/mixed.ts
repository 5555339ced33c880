/**
 * Mixed work by many clients at a gentle pace: sessions made, used, left, found by another client, taken up and removed;
 * commands that write much or nothing, fail, or are stopped; clients that die in the middle. All against one endpoint in
 * processes of its own, whose memory, handles and disk are looked at the whole time: none may grow, none may get slower,
 * and in the end nothing is left.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import {
  connectPSSession,
  disconnectPSSession,
  getPSSession,
  invokeCommand,
  newPSSession,
  PSCredential,
  receivePSSession,
  removePSSession,
  SessionContext,
  type PSSession,
} from '../../../src/client/session/index.js';
import { all } from './collected.js';
import { SessionProbe } from '../../../src/server/test-support/wsman-probe.js';
import type { Finding } from './output-bounds.js';
import { pause, SeededRandom } from './random.js';
import { ClientGone, listenToPool, PASSWORD, residentMb, ServedEndpoint, USER } from './served-endpoint.js';
import { Yardstick } from './yardstick.js';

export interface MixedPlan {
  readonly clients: number;
  readonly minutes: number;
  /** Between two things that one client does: up to this. Milliseconds. */
  readonly paceMs: number;
  readonly sampleEveryMs: number;
}

/** What the whole of the endpoint (listener and hosts) held at one moment. */
interface Sample {
  readonly atMs: number;
  readonly memoryMb: number;
  readonly handles: number;
  readonly diskKb: number;
  readonly clientMb: number;
  readonly clientHandles: number;
  readonly done: number;
  /** Of the smallest command, since the sample before. Milliseconds. */
  readonly medianMs: number;
  /** Of the smallest exchange between two bare processes in the same time. Milliseconds. */
  readonly yardstickMs: number;
}

/** A quarter of the run is compared with the last one: so much is not growth but where the collector stood. */
const MEMORY_PLAY_MB = 40;
const MEMORY_PLAY = 1.25;
const FAILURES_TOLD = 20;
/** Connections that are kept alive, and sessions between two steps. */
const HANDLE_PLAY = 60;
const DISK_PLAY_KB = 4096;
/** A command may come to cost twice as much. */
const LATENCY_PLAY = 2;

class MixedRun {
  readonly #endpoint: ServedEndpoint;
  readonly #stopAt: number;
  readonly #note: (text: string) => void;
  readonly #plan: MixedPlan;
  readonly failures: string[] = [];
  readonly counts: Record<string, number> = {};
  done = 0;
  latencies: number[] = [];
  /** What was done last in each session: it explains what is left in the end. */
  readonly doing = new Map<string, string>();

  constructor(endpoint: ServedEndpoint, plan: MixedPlan, note: (text: string) => void) {
    this.#note = note;
    this.#endpoint = endpoint;
    this.#plan = plan;
    this.#stopAt = performance.now() + plan.minutes * 60_000;
  }

  get over(): boolean {
    return performance.now() >= this.#stopAt;
  }

  async client(random: SeededRandom): Promise<void> {
    const work = {
      small: (context: SessionContext, session: PSSession) => this.#small(context, session),
      large: (context: SessionContext, session: PSSession) => this.#large(context, session, random.between(100, 3000)),
      failing: (context: SessionContext, session: PSSession) => this.#failing(context, session),
      stopped: (context: SessionContext, session: PSSession) => this.#stopped(context, session),
      left: (context: SessionContext, session: PSSession) => this.#left(context, session, random.between(10, 500)),
    };
    while (!this.over) {
      await using context = new SessionContext();
      let doing = 'new';
      try {
        const [session] = await all(newPSSession({ ...this.#target(), context }));
        if (session === undefined) throw new Error('no session');
        for (let steps = random.between(2, 12); steps > 0 && !this.over; steps -= 1) {
          await pause(random.between(0, this.#plan.paceMs));
          doing = random.pick(Object.keys(work));
          this.doing.set(session.instanceId, doing);
          await work[doing as keyof typeof work](context, session);
          this.#did(doing);
        }
        doing = 'remove';
        const last = `${this.doing.get(session.instanceId) ?? 'new'}, remove as ${session.state}`;
        this.doing.set(session.instanceId, last);
        await all(removePSSession({ session, context }));
        this.#did(doing);
        if (random.next() < 0.2) {
          doing = 'death';
          await this.#death(random);
          this.#did(doing);
        }
      } catch (error) {
        const failure = `${doing}: ${error instanceof Error ? error.message : String(error)}`;
        this.failures.push(failure);
        if (this.failures.length <= FAILURES_TOLD) this.#note(`FAILED at ${new Date().toISOString()}: ${failure}`);
      }
    }
  }

  #did(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
    this.done += 1;
  }

  #target() {
    return {
      computerName: '127.0.0.1',
      port: this.#endpoint.port,
      credential: new PSCredential(USER, PASSWORD),
      authentication: 'Basic' as const,
    };
  }

  async #small(context: SessionContext, session: PSSession): Promise<void> {
    const started = performance.now();
    sameNumbers(await all(invokeCommand({ session, scriptBlock: '$n = 1; $n', context })), 1);
    this.latencies.push(performance.now() - started);
  }

  async #large(context: SessionContext, session: PSSession, count: number): Promise<void> {
    const scriptBlock = `1..${count} | ForEach-Object { [pscustomobject]@{ Number = $_; Name = "object $_" } } | ForEach-Object Number`;
    sameNumbers(await all(invokeCommand({ session, scriptBlock, context })), count);
  }

  async #failing(context: SessionContext, session: PSSession): Promise<void> {
    const run = invokeCommand({ session, scriptBlock: "1; Write-Error 'no'; throw 'never'", context });
    const seen: unknown[] = [];
    const failed = await (async () => {
      for await (const value of run.output) seen.push(value);
      return false;
    })().catch(() => true);
    sameNumbers(seen, 1);
    if (!failed && session.state !== 'Opened') throw new Error(`the session is ${session.state} after an error`);
  }

  async #stopped(context: SessionContext, session: PSSession): Promise<void> {
    const stop = new AbortController();
    const run = invokeCommand({ session, scriptBlock: '1; Start-Sleep 60', context, signal: stop.signal });
    const seen: unknown[] = [];
    try {
      for await (const value of run.output) {
        seen.push(value);
        stop.abort();
      }
    } catch {
      // It was stopped.
    }
    sameNumbers(seen, 1);
  }

  /** The one who made the session leaves it; another client finds it in the list and takes the rest. */
  async #left(context: SessionContext, session: PSSession, count: number): Promise<void> {
    const scriptBlock = `1..${count}; Start-Sleep -Milliseconds 100`;
    const run = invokeCommand({ session, scriptBlock, context });
    const before: unknown[] = [];
    const reader = (async () => {
      for await (const value of run.output) before.push(value);
    })().catch(() => undefined);
    while (before.length < count / 2) await pause(5);
    await all(disconnectPSSession({ session, context }));
    await reader;
    await pause(200);
    await all(connectPSSession({ session, context }));
    sameNumbers([...before, ...(await all(receivePSSession({ session, context })))], count);
  }

  /** A client dies while its command runs; somebody else finds what it left, takes it and removes it. */
  async #death(random: SeededRandom): Promise<void> {
    const life = new AbortController();
    const probe = new SessionProbe(this.#endpoint.post(life.signal));
    const count = random.between(10, 500);
    await probe.open();
    this.doing.set(probe.poolId, 'death');
    const listener = listenToPool(probe);
    const job = await probe.start(`1..${count}`);
    await probe
      .receive(job, ({ output }) => {
        if (output.length >= count / 2) life.abort();
        return output.length >= count / 2;
      })
      .catch((error: unknown) => {
        if (!(error instanceof ClientGone)) throw error;
      });
    life.abort();
    await listener;
    await using context = new SessionContext();
    const found = await this.#foundDisconnected(context, probe.poolId);
    await all(connectPSSession({ session: found, context }));
    // What had been confirmed is gone; the last of it is not.
    const rest = (await all(receivePSSession({ session: found, context }))).map(Number);
    if (rest.length > 0 && rest.at(-1) !== count) throw new Error(`the rest ends with ${String(rest.at(-1))}`);
    this.doing.set(probe.poolId, `death, remove as ${found.state}`);
    await all(removePSSession({ session: found, context }));
  }

  /** The endpoint learns of the death by the client's connections; until then the session is busy. */
  async #foundDisconnected(context: SessionContext, instanceId: string): Promise<PSSession> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const [found] = await all(getPSSession({ ...this.#target(), instanceId, state: 'Disconnected', context }));
      if (found?.availability === 'None') return found;
      await pause(100);
    }
    throw new Error('the session of a client that died cannot be taken');
  }
}

export async function mixed(
  plan: MixedPlan,
  random: SeededRandom,
  note: (text: string) => void,
): Promise<readonly Finding[]> {
  await using endpoint = await ServedEndpoint.start({ quotas: { MaxShellsPerUser: 1000 } });
  using yardstick = await Yardstick.start();
  const run = new MixedRun(endpoint, plan, note);
  const samples: Sample[] = [];
  const clients = Array.from({ length: plan.clients }, () => run.client(new SeededRandom(random.between(1, 2 ** 31))));
  let finished = false;
  const work = Promise.all(clients).finally(() => {
    finished = true;
  });
  const started = performance.now();
  let next = started + plan.sampleEveryMs;
  while (!finished) {
    await pause(250);
    if (performance.now() < next || run.over) continue;
    next += plan.sampleEveryMs;
    const sample = measured(endpoint, run, yardstick, performance.now() - started);
    samples.push(sample);
    note(line(sample, run.failures.length));
  }
  await work;
  const kinds = Object.entries(run.counts).map(([kind, count]) => `${kind} ${count}`);
  const left = await leftovers(endpoint, run.doing);
  return [
    {
      what: `${plan.clients} clients for ${plan.minutes} min did ${run.done} things (${kinds.join(', ')}); ${run.failures.length} failed`,
      holds: run.failures.length === 0 && run.done > 0,
    },
    ...drift(samples),
    { what: left === '' ? 'no session, host or file is left' : left, holds: left === '' },
  ];
}

/** The second quarter, when all is warm, beside the last one. */
function drift(samples: readonly Sample[]): readonly Finding[] {
  if (samples.length < 4) return [{ what: `${samples.length} samples are too few to see a drift`, holds: false }];
  const quarter = Math.floor(samples.length / 4);
  const early = samples.slice(quarter, 2 * quarter);
  const late = samples.slice(-quarter);
  const compared = (what: string, unit: string, of: (sample: Sample) => number, bound: (was: number) => number) => {
    const was = median(early.map(of));
    const is = median(late.map(of));
    return { what: `${what}: ${was.toFixed(0)} then ${is.toFixed(0)} ${unit}`, holds: is <= bound(was) };
  };
  const memory = (was: number): number => was * MEMORY_PLAY + MEMORY_PLAY_MB;
  const handles = (was: number): number => was + HANDLE_PLAY;
  return [
    compared('memory of the endpoint', 'MiB', ({ memoryMb }) => memoryMb, memory),
    compared('memory of the clients', 'MiB', ({ clientMb }) => clientMb, memory),
    compared('open handles of the endpoint', 'files', (sample) => sample.handles, handles),
    compared('open handles of the clients', 'files', ({ clientHandles }) => clientHandles, handles),
    compared(
      'disk',
      'KiB',
      ({ diskKb }) => diskKb,
      (was) => was + DISK_PLAY_KB,
    ),
    slowed(early, late),
  ];
}

/** In time and in bare exchanges both: the one alone grows when the machine gets other work, or gets rid of it. */
function slowed(early: readonly Sample[], late: readonly Sample[]): Finding {
  const ms = [early, late].map((samples) => median(samples.map(({ medianMs }) => medianMs)));
  const bare = [early, late].map((samples) => median(samples.map((each) => each.medianMs / each.yardstickMs)));
  const grew = ([was = 0, is = 0]: readonly number[]): boolean => is > was * LATENCY_PLAY;
  const told = (values: readonly number[]): string => values.map((value) => value.toFixed(0)).join(' then ');
  return {
    what: `the smallest command: ${told(ms)} ms, ${told(bare)} bare exchanges between two processes`,
    holds: !(grew(ms) && grew(bare)),
  };
}

function measured(endpoint: ServedEndpoint, run: MixedRun, yardstick: Yardstick, atMs: number): Sample {
  const processes = [endpoint.pid, ...endpoint.hosts().map(({ pid }) => pid)];
  const sum = (of: (pid: number) => number): number => processes.reduce((total, pid) => total + of(pid), 0);
  const medianMs = median(run.latencies);
  run.latencies = [];
  return {
    atMs,
    memoryMb: sum(residentMb),
    handles: sum(openHandles),
    diskKb: Number(execFileSync('du', ['-sk', path.join(endpoint.folder, 's')], { encoding: 'utf8' }).split('\t')[0]),
    clientMb: residentMb(process.pid),
    clientHandles: openHandles(process.pid),
    done: run.done,
    medianMs,
    yardstickMs: median(yardstick.take()),
  };
}

function line(sample: Sample, failures: number): string {
  const { atMs, memoryMb, handles, diskKb, clientMb, clientHandles, done, medianMs, yardstickMs } = sample;
  return `${(atMs / 60_000).toFixed(1)} min: ${done} things, ${failures} failed; endpoint ${memoryMb.toFixed(0)} MiB, ${handles} handles, ${diskKb} KiB of disk; clients ${clientMb.toFixed(0)} MiB, ${clientHandles} handles; smallest command ${medianMs.toFixed(1)} ms, a bare exchange ${yardstickMs.toFixed(2)} ms`;
}

function openHandles(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return 0;
  }
}

/** What is left, and what was done last in each session that is. */
async function leftovers(endpoint: ServedEndpoint, doing: ReadonlyMap<string, string>): Promise<string> {
  const left = await endpoint.leftovers();
  if (left === '') return '';
  const listed = await new SessionProbe(endpoint.post(AbortSignal.timeout(10_000))).list();
  const sessions = listed.map(({ shellId, name, state }) => {
    const last = doing.get(shellId.toLowerCase()) ?? 'a client that died';
    return `${name ?? ''} ${shellId} ${String(state)} (${last})`;
  });
  return `${left}; sessions: ${sessions.join(', ')}`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function sameNumbers(values: readonly unknown[], count: number): void {
  const numbers = values.map(Number);
  const wrong = numbers.findIndex((value, index) => value !== index + 1);
  if (wrong >= 0) throw new Error(`object ${wrong + 1} is ${String(numbers[wrong])}`);
  if (numbers.length !== count) throw new Error(`${numbers.length} of ${count} objects came`);
}

/** @throws the first error, also one that lets the command go on: nothing here may fail in silence. */
