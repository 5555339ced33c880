/**
 * Many sessions that work at the same moment: a thousand of the embedded engine in one host, and as many of the real
 * engine, each with processes of its own, as the machine has memory for.
 */
import { spawnSync } from 'node:child_process';
import { setMaxListeners } from 'node:events';
import { readFileSync } from 'node:fs';
import { peerAvailable, peerCommand, peerUnavailableReason } from '../../support/peer.js';
import { SessionProbe } from '../../../src/server/test-support/wsman-probe.js';
import type { Finding } from './output-bounds.js';
import { pause } from './random.js';
import { listenToPool, childrenOf, residentMb, ServedEndpoint } from './served-endpoint.js';

const OBJECTS = 100;
const OPEN_AT_ONCE = 20;
/** Starting one is the work of seconds for a whole core. */
const ENGINES_AT_ONCE = 2;
/** Measured before it is decided how many there is room for. */
const FIRST_ENGINES = 4;
/** Is left to everybody else on the machine. MiB. */
const SPARED_MB = 3 * 1024;

const quotas = (sessions: number): object => ({
  MaxShellsPerUser: sessions + 10,
  MaxConnections: 3 * sessions + 100,
  MaxConcurrentOperationsPerUser: 10 * sessions + 100,
});

/** Connected sessions of one host, which all run something at once, three times over. */
export async function busySessions(count: number, note: (text: string) => void): Promise<readonly Finding[]> {
  await using endpoint = await ServedEndpoint.start({ quotas: quotas(count) });
  using crowd = new Crowd(endpoint);
  const opening = performance.now();
  await crowd.open(1, 1);
  await crowd.runAll(`1..${OBJECTS}`);
  const base = memoryOf(endpoint);
  await crowd.open(count - 1, OPEN_AT_ONCE);
  const opened = performance.now() - opening;
  const idle = memoryOf(endpoint);
  const rounds: RoundTimes[] = [];
  for (let round = 0; round < 3; round += 1) rounds.push(await crowd.runAll(`1..${OBJECTS}`));
  const busy = memoryOf(endpoint);
  const times = rounds.map(({ wholeMs, medianMs }) => `${seconds(wholeMs)} s (median ${seconds(medianMs)} s)`);
  const wrong = rounds.flatMap((round) => round.wrong);
  for (const each of wrong.slice(0, 10)) note(each);
  const grown = busy.hostsMb - base.hostsMb;
  note(
    `${count} connected sessions opened in ${seconds(opened)} s; all at once ran 1..${OBJECTS} in ${times.join(', ')}; host ${mb(base.hostsMb)} with one, ${mb(idle.hostsMb)} with all, ${mb(busy.hostsMb)} after the work (${((grown * 1024) / (count - 1)).toFixed(0)} KiB each), listener ${mb(busy.listenerMb)}`,
  );
  await crowd.close();
  const left = await endpoint.leftovers();
  return [
    {
      what: `${count} connected sessions that all work at once: ${wrong.length} of ${3 * count} answers are wrong`,
      holds: wrong.length === 0 && crowd.size === 0,
    },
    { what: left === '' ? 'no session, host or file is left of them' : left, holds: left === '' },
  ];
}

/** Sessions of the real engine, each a program and a host; at most `most`, as many as there is memory for. */
export async function engineSessions(most: number, note: (text: string) => void): Promise<readonly Finding[]> {
  if (!peerAvailable) {
    note(`not possible here: ${peerUnavailableReason}`);
    return [];
  }
  const [program, ...words] = await peerCommand('pwsh');
  const version = spawnSync(program, [...words, '-Version'], { encoding: 'utf8', timeout: 60_000 });
  const command = [program, ...words, '-s', '-NoLogo', '-NoProfile'];
  await using endpoint = await ServedEndpoint.start({
    configurations: { 'Microsoft.PowerShell': { runspace: { kind: 'command', command, openTimeoutMs: 300_000 } } },
    quotas: quotas(most),
  });
  using crowd = new Crowd(endpoint);
  const script = `$PID; 1..${OBJECTS}`;
  const opening = performance.now();
  await crowd.open(Math.min(FIRST_ENGINES, most), ENGINES_AT_ONCE);
  await crowd.runAll(script);
  const eachMb = sharedMb(endpoint) / crowd.size;
  const room = Math.max(0, Math.floor((availableMb() - SPARED_MB) / eachMb));
  const count = Math.min(most, crowd.size + room);
  const bound = count < most ? `, because ${mb(availableMb())} are free and ${mb(SPARED_MB)} are spared` : '';
  note(
    `${version.stdout.trim()}: a session takes ${mb(eachMb)}, program and host together; ${count} of ${most}${bound}`,
  );
  while (crowd.size < count && availableMb() > SPARED_MB) {
    await crowd.open(Math.min(ENGINES_AT_ONCE, count - crowd.size), ENGINES_AT_ONCE);
    if (crowd.size % 20 === 0) note(`${crowd.size} sessions, ${mb(availableMb())} free`);
  }
  const made = crowd.size;
  if (made < count) note(`others took the memory meanwhile: no more than ${made}`);
  const opened = performance.now() - opening;
  const { wholeMs, medianMs, wrong, firsts } = await crowd.runAll(script);
  for (const each of wrong.slice(0, 10)) note(each);
  const programs = new Set(firsts).size;
  const held = sharedMb(endpoint) / made;
  note(
    `${made} sessions of ${programs} programs opened in ${seconds(opened)} s; all at once ran ${script} in ${seconds(wholeMs)} s (median ${seconds(medianMs)} s); ${mb(held)} each, listener ${mb(residentMb(endpoint.pid))}`,
  );
  await crowd.disconnect();
  // A host that is too busy to answer a list is in it as Connected.
  let listed = await crowd.states();
  for (let attempt = 0; attempt < 20 && listed.get('Disconnected') !== made; attempt += 1) {
    await pause(1000);
    listed = await crowd.states();
  }
  await crowd.close();
  const left = await endpoint.leftovers();
  return [
    {
      what: `${made} sessions of the real engine all work at once, each in a program of its own: ${wrong.length} answers are wrong`,
      holds: wrong.length === 0 && programs === made && made > 0,
    },
    {
      what: `all of them can be left: ${listed.get('Disconnected') ?? 0} are Disconnected`,
      holds: listed.get('Disconnected') === made,
    },
    { what: left === '' ? 'no session, host or file is left of them' : left, holds: left === '' },
  ];
}

interface RoundTimes {
  readonly wholeMs: number;
  readonly medianMs: number;
  readonly wrong: readonly string[];
  /** What each gave first. */
  readonly firsts: readonly unknown[];
}

/** Clients with a session each, all of them alive. */
class Crowd implements Disposable {
  readonly #endpoint: ServedEndpoint;
  readonly #life = new AbortController();
  readonly #probes: SessionProbe[] = [];

  constructor(endpoint: ServedEndpoint) {
    this.#endpoint = endpoint;
    setMaxListeners(0, this.#life.signal); // as many as requests under way
  }

  get size(): number {
    return this.#probes.length;
  }

  async open(count: number, atOnce: number): Promise<void> {
    await inTurns(Array.from({ length: count }), atOnce, async () => {
      const probe = await new SessionProbe(this.#endpoint.post(this.#life.signal)).open();
      void listenToPool(probe);
      this.#probes.push(probe);
    });
  }

  /** The script gives 1 to 100 in the end, in every session. */
  async runAll(script: string): Promise<RoundTimes> {
    const started = performance.now();
    const times: number[] = [];
    const wrong: string[] = [];
    const firsts: unknown[] = [];
    await Promise.all(
      this.#probes.map(async (probe) => {
        const { output, state } = await probe.invoke(script);
        times.push(performance.now() - started);
        firsts.push(output[0]);
        const rest = output.slice(-OBJECTS);
        if (state === 'Completed' && rest.length === OBJECTS && rest.every((value, at) => value === at + 1)) return;
        wrong.push(`${probe.poolId}: ${output.length} objects, ${state}`);
      }),
    );
    const wholeMs = performance.now() - started;
    return { wholeMs, medianMs: times[Math.floor(times.length / 2)] ?? 0, wrong, firsts };
  }

  async disconnect(): Promise<void> {
    await inTurns(this.#probes, OPEN_AT_ONCE, (probe) => probe.disconnect());
  }

  /** How many sessions are in which state. */
  async states(): Promise<ReadonlyMap<string, number>> {
    const states = new Map<string, number>();
    for (const { state = '' } of (await this.#probes[0]?.list()) ?? []) states.set(state, (states.get(state) ?? 0) + 1);
    return states;
  }

  async close(): Promise<void> {
    await inTurns(this.#probes.splice(0), OPEN_AT_ONCE, (probe) => probe.close());
  }

  [Symbol.dispose](): void {
    this.#life.abort();
  }
}

async function inTurns<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    while (waiting.length > 0) await work(waiting.pop() as T);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}

function memoryOf(endpoint: ServedEndpoint): { readonly hostsMb: number; readonly listenerMb: number } {
  const hostsMb = endpoint.hosts().reduce((sum, { pid }) => sum + residentMb(pid), 0);
  return { hostsMb, listenerMb: residentMb(endpoint.pid) };
}

/** Of the hosts and of all that they started; pages that several share are counted in parts. */
function sharedMb(endpoint: ServedEndpoint): number {
  const all = endpoint.hosts().flatMap(({ pid }) => withChildren(pid));
  const kb = all.map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
  return kb.reduce((sum, each) => sum + each, 0) / 1024;
}

function withChildren(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(withChildren)];
}

const availableMb = (): number => Number(/MemAvailable:\s+(\d+)/.exec(read('/proc/meminfo'))?.[1] ?? 0) / 1024;

/** Empty: the process has just left. */
function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1);
const mb = (value: number): string => `${value.toFixed(0)} MiB`;
