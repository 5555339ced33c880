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
import { createRunspace, type PipelineOutcome, type PipelineSink } from '../../../src/powershell/engine/index.js';
import { hostedFamily } from '../../../src/powershell/cmdlets/index.js';
import { scriptDefinition } from '../../../src/client/session/index.js';
import type { PSErrorRecord } from '../../../src/protocol/objects/index.js';
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
type StopMessage =
  | { readonly type: 'ready' | 'started' }
  | { readonly type: 'ended'; readonly state: string; readonly errors: readonly string[] };
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
  const family = await hostedFamily();
  const { commands, variables } = family;
  const runspace = createRunspace({ liveObjects: true, commands, variables });
  const ignore = (): void => undefined;
  let errors: string[] = [];
  const sink: PipelineSink = {
    output: ignore,
    error: (record) => {
      if (errors.length < 3) errors.push(errorText(record));
    },
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
  const start = (text: string, signal: AbortSignal): Promise<PipelineOutcome> =>
    runspace.run({ definition: scriptDefinition(text), input: undefined, host, sink, addToHistory: false, signal });
  if (setUp !== '') {
    const { state } = await start(setUp, new AbortController().signal);
    // What is not made cannot be worked on.
    if (state !== 'Completed' || errors.length > 0) {
      tell({ type: 'ended', state: `its set-up ${state}`, errors });
      return;
    }
  }
  tell({ type: 'ready' });
  for (;;) {
    await once(port, 'message');
    const stop = new AbortController();
    port.once('message', () => stop.abort());
    errors = [];
    tell({ type: 'started' });
    const outcome = await start(script, stop.signal);
    const failure = outcome.state === 'Failed' ? [errorText(outcome.error)] : [];
    tell({ type: 'ended', state: outcome.state, errors: [...errors, ...failure] });
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
    // Source maps are read at the first stack that is asked for: hundreds of milliseconds that no user sees.
    execArgv: process.execArgv.filter((word) => word !== '--enable-source-maps'),
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
    const ready = await next(SET_UP_MS);
    if (ready === undefined) return died ?? 'its set-up does not come to an end';
    if (ready.type === 'ended') return nothing(ready);
    const times: StopTime[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      worker.postMessage('run');
      await next(GIVE_UP_MS);
      const early = await next(RUN_MS);
      if (early?.type === 'ended') return nothing(early);
      if (died !== undefined) return died;
      const cpu = process.cpuUsage();
      const due = performance.now();
      worker.postMessage('stop');
      const ended = await next(GIVE_UP_MS);
      if (ended === undefined) return died ?? 'it does not hear the stop';
      // Work whose every turn fails is not the work that the row is named for.
      if (
        ended.type === 'ended' &&
        (ended.state !== 'Stopped' || ended.errors.length > 0) &&
        !kind[0].startsWith('errors')
      )
        return nothing(ended);
      const used = process.cpuUsage(cpu);
      times.push({ wall: performance.now() - due, cpu: (used.user + used.system) / 1000 });
    }
    return times;
  } finally {
    await worker.terminate();
  }
}

const errorText = ({ exception }: PSErrorRecord): string => exception.message;
/** A row that measured nothing says so. */
const nothing = (ended: StopMessage & { readonly type: 'ended' }): string =>
  `measured nothing: ${ended.state}${ended.errors.map((text) => `; ${text}`).join('')}`;

async function run(): Promise<readonly BenchRow[]> {
  const worst: { name: string; wall: number; cpu: number }[] = [];
  const unmeasured: string[] = [];
  for (const kind of STOP_KINDS) {
    const [name] = kind;
    if (ONLY !== undefined && !new RegExp(ONLY).test(name)) continue;
    const times = await stopTimes(kind);
    if (typeof times === 'string') {
      console.log(`stop: ${name}: ${times}`);
      if (times.startsWith('measured nothing')) {
        unmeasured.push(name);
        continue;
      }
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
  const cpus = worst.map(({ cpu }) => cpu);
  const above = cpus.filter((cpu) => cpu > LIMIT_MS).length;
  rows.push(
    row(`the median of ${all.length} kinds of work`, median(all)),
    row('the same, of CPU', median(cpus)),
    row(`the slowest of all, of CPU (${above} above ${LIMIT_MS})`, Math.max(...cpus)),
    { ...row('the slowest of all', Math.max(...all)), goal: { of: 'ours', value: LIMIT_MS } },
    {
      ...row(`rows that measured nothing: ${unmeasured.join(', ')}`, unmeasured.length),
      unit: '',
      goal: { of: 'ours', value: 0 },
    },
  );
  return rows;
}

export const stopSection: BenchSection = { name: 'stop', run };
