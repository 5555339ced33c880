/**
 * Stopping: each kind of work runs for a while in a worker, is stopped, and the time until its pipeline has ended is what
 * counts. The clock is another thread's, so that an engine that holds its thread is found out. Besides the time the CPU
 * that was used meanwhile is measured: on a machine that does other things too it says more.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { createRunspace, type PipelineSink } from '../../../src/powershell/engine/index.js';
import { scriptDefinition } from '../../../src/client/session/index.js';
import { STOP_KINDS, type StopKind } from './stop-kinds.js';
import { median, type BenchRow, type BenchSection } from './table.js';

const RUN_MS = 300;
const TURNS = 2;
const LIMIT_MS = 50;
/** What has not ended by then does not hear the stop. */
const GIVE_UP_MS = 15_000;
const SET_UP_MS = 120_000;
const HEAP_MB = 2000;
/** Which names are meant, a pattern from the environment. */
const ONLY = process.env['ONLY'];

interface StopOrder {
  readonly stop: StopKind;
}
type StopMessage = { readonly type: 'ready' | 'started' } | { readonly type: 'ended'; readonly state: string };
interface StopTime {
  readonly wall: number;
  readonly cpu: number;
}

/** Whether this is a worker of `stop`; then it does its work. */
export function runStopWorker(): boolean {
  const order = workerData as Partial<StopOrder> | null;
  if (order?.stop === undefined || parentPort === null) return false;
  void work(order.stop);
  return true;
}

async function work([, setUp, script]: StopKind): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  const tell = (message: StopMessage): void => port.postMessage(message);
  const runspace = createRunspace({ liveObjects: true });
  const ignore = (): void => undefined;
  const sink: PipelineSink = {
    output: ignore,
    error: ignore,
    informational: ignore,
    progress: ignore,
    information: ignore,
  };
  // A person who does not answer.
  const host = {
    name: 'bench',
    version: '1.0',
    defaults: new Map(),
    hasUI: true,
    call: (method: string) =>
      /Read|Prompt/.test(method) ? new Promise<never>(() => undefined) : Promise.resolve(null),
  };
  const start = (text: string, signal: AbortSignal): Promise<{ readonly state: string }> =>
    runspace.run({ definition: scriptDefinition(text), input: undefined, host, sink, addToHistory: false, signal });
  if (setUp !== '') await start(setUp, new AbortController().signal);
  tell({ type: 'ready' });
  for (;;) {
    await once(port, 'message');
    const stop = new AbortController();
    port.once('message', () => stop.abort());
    tell({ type: 'started' });
    const { state } = await start(script, stop.signal);
    tell({ type: 'ended', state });
  }
}

async function stopTimes(kind: StopKind): Promise<readonly StopTime[] | string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stop-'));
  try {
    return await stopTimesIn(folder, kind);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function stopTimesIn(folder: string, kind: StopKind): Promise<readonly StopTime[] | string> {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { stop: kind } satisfies StopOrder,
    env: { ...process.env, TMPDIR: folder },
    stdin: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  let died: string | undefined;
  worker.on('error', (error) => {
    died = error.message;
  });
  const next = async (limitMs: number): Promise<StopMessage | undefined> =>
    await new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), limitMs);
      const settle = (message?: StopMessage): void => {
        clearTimeout(timer);
        worker.off('message', settle).off('exit', settle as () => void);
        resolve(typeof message === 'object' ? message : undefined);
      };
      worker.on('message', settle).on('exit', settle as () => void);
    });
  try {
    if ((await next(SET_UP_MS)) === undefined) return died ?? 'its set-up does not come to an end';
    const times: StopTime[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      worker.postMessage('run');
      await next(GIVE_UP_MS);
      const early = await next(RUN_MS);
      if (early !== undefined) return `it ends by itself, ${early.type === 'ended' ? early.state : early.type}`;
      if (died !== undefined) return died;
      const cpu = process.cpuUsage();
      const due = performance.now();
      worker.postMessage('stop');
      if ((await next(GIVE_UP_MS)) === undefined) return died ?? 'it does not hear the stop';
      const used = process.cpuUsage(cpu);
      times.push({ wall: performance.now() - due, cpu: (used.user + used.system) / 1000 });
    }
    return times;
  } finally {
    await worker.terminate();
  }
}

async function run(): Promise<readonly BenchRow[]> {
  const worst: { name: string; wall: number; cpu: number }[] = [];
  for (const kind of STOP_KINDS) {
    const [name] = kind;
    if (ONLY !== undefined && !new RegExp(ONLY).test(name)) continue;
    const times = await stopTimes(kind);
    if (typeof times === 'string') {
      console.log(`stop: ${name}: ${times}`);
      worst.push({ name, wall: Number.POSITIVE_INFINITY, cpu: Number.POSITIVE_INFINITY });
      continue;
    }
    const wall = Math.max(...times.map((time) => time.wall));
    const cpu = Math.max(...times.map((time) => time.cpu));
    worst.push({ name, wall, cpu });
    if (process.env['VERBOSE'] !== undefined) console.log(`${name}: ${wall.toFixed(0)} ms, ${cpu.toFixed(0)} of CPU`);
  }
  const row = (name: string, ours: number): BenchRow => ({ name: `stop: ${name}`, unit: 'ms', ours, better: 'less' });
  const rows: BenchRow[] = worst
    .filter(({ wall }) => wall > LIMIT_MS)
    .map(({ name, wall, cpu }) => row(`${name} (${Math.round(cpu)} of CPU)`, wall));
  const all = worst.map(({ wall }) => wall);
  rows.push(row(`the median of ${all.length} kinds of work`, median(all)), {
    ...row('the slowest of all', Math.max(...all)),
    goal: { of: 'ours', value: LIMIT_MS },
  });
  return rows;
}

export const stopSection: BenchSection = { name: 'stop', run };
