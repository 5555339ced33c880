/**
 * SIGKILL of the client, the listener, the session host, the program behind it, or all at once, at every step of
 * create, run, receive, disconnect, connect and remove.
 *
 * The promise that each run is held to. Every object has a number. A client that goes on (its listener died) has
 * received 1, 2, 3 … without a gap or a double, to the end. One that takes the session over from a client that died
 * begins at or before the first object that the dead one had not received. When the host or the program died, the
 * objects stop somewhere, still in order, and not before what was known to be kept; the pipeline has Failed. In the end
 * the session can be removed, and no process and no file of it is left.
 */
import type { PipelineResult } from '../../../src/server/test-support/wsman-probe.js';
import { SessionProbe } from '../../../src/server/test-support/wsman-probe.js';
import { PSSessionError, WsmanFaultError } from '../../../src/protocol/errors/index.js';
import { pause, SeededRandom } from './random.js';
import { childrenOf, ClientGone, end, listenToPool, ServedEndpoint } from './served-endpoint.js';
import { MAIN } from '../interop/endpoint-process.js';

const VICTIMS = ['client', 'listener', 'host', 'program', 'all'] as const;
const STEPS = ['create', 'run', 'receive', 'disconnect', 'rest', 'connect', 'receiveAgain', 'remove'] as const;
type Victim = (typeof VICTIMS)[number];
type Step = (typeof STEPS)[number];

export interface KillReport {
  readonly runs: number;
  readonly failures: readonly string[];
  readonly byVictim: Readonly<Record<string, number>>;
  readonly restarts: number;
}

const PROGRAM = 'Program';
const configuration = {
  configurations: {
    'Microsoft.PowerShell': { runspace: { kind: 'embedded' } },
    [PROGRAM]: {
      runspace: { kind: 'command', command: [process.execPath, MAIN, 'serve', '--stdio', '--in-process'] },
    },
  },
  quotas: { MaxShellsPerUser: 1000 },
};

export async function killMatrix(
  runs: number,
  random: SeededRandom,
  note: (text: string) => void,
): Promise<KillReport> {
  await using endpoint = await ServedEndpoint.start(configuration);
  const failures: string[] = [];
  const byVictim: Record<string, number> = {};
  for (let run = 1; run <= runs; run += 1) {
    const victim = VICTIMS[run % VICTIMS.length] ?? 'client';
    const step = STEPS[Math.floor(run / VICTIMS.length) % STEPS.length] ?? 'run';
    byVictim[victim] = (byVictim[victim] ?? 0) + 1;
    const plan = { victim, step, count: random.between(1, 400), delayMs: random.between(0, 40), random };
    const label = `run ${run}: kill ${victim} at ${step} after ${plan.delayMs} ms, ${plan.count} objects`;
    try {
      await withLimit(new KillRun(endpoint, plan).go(), 120_000);
    } catch (error) {
      const text = `${label}: ${error instanceof Error ? error.message : String(error)}`;
      failures.push(text);
      note(text);
    }
    if (run % 50 === 0) note(`${run} runs, ${failures.length} failed`);
  }
  await removeLate(endpoint);
  const left = await endpoint.leftovers();
  if (left !== '') {
    failures.push(left);
    note(left);
  }
  return { runs, failures, byVictim, restarts: endpoint.restarts };
}

/** Sessions of clients that died while they created them, and that came about after somebody had looked for them. */
async function removeLate(endpoint: ServedEndpoint): Promise<void> {
  const post = endpoint.post(new AbortController().signal);
  for (const poolId of endpoint.unborn) {
    const remover = new SessionProbe(post, { poolId: poolId as never });
    const shells = await remover.list();
    if (shells.some(({ shellId }) => shellId.toLowerCase() === poolId)) await remover.close();
  }
}

interface Plan {
  readonly victim: Victim;
  readonly step: Step;
  readonly count: number;
  readonly delayMs: number;
  readonly random: SeededRandom;
}

class KillRun {
  readonly #endpoint: ServedEndpoint;
  readonly #plan: Plan;
  #client = new AbortController();
  #killed: Promise<void> | undefined;
  /** What the endpoint is known to have kept of the output. */
  #kept = 0;
  /** Whoever made the output is dead, or is about to be: its command is done, and nobody knows how far it came. */
  #producerDies = false;
  #lastReceived = 0;

  constructor(endpoint: ServedEndpoint, plan: Plan) {
    this.#endpoint = endpoint;
    this.#plan = plan;
  }

  get #continues(): boolean {
    return this.#plan.victim === 'client' || this.#plan.victim === 'listener';
  }

  async go(): Promise<void> {
    const { count, victim } = this.#plan;
    const uri = `http://schemas.microsoft.com/powershell/${victim === 'program' ? PROGRAM : 'Microsoft.PowerShell'}`;
    const first = new SessionProbe(this.#endpoint.post(this.#client.signal), { resourceUri: uri });
    let job: Awaited<ReturnType<SessionProbe['start']>> | undefined;
    let received: PipelineResult | undefined;
    try {
      await this.#at('create', () => first.open());
      void listenToPool(first);
      // Who dies meanwhile may never have waited for anything: his connections are all that the endpoint knows of him.
      await pause(this.#plan.random.between(0, 60));
      job = await this.#at('run', () => first.start(`1..${count}`));
      const id = job;
      received = await this.#at('receive', () => first.receive(id, ({ output }) => this.#note(output, count / 2)));
      this.#lastReceived = received.output.length;
      this.#check(received.output, 1);
      await this.#at('disconnect', () => first.disconnect());
      await this.#at('rest', () => this.#waitUntilDone(first.poolId));
    } catch (error) {
      if (!(await this.#expected(error))) throw error;
    }
    await this.#killed;
    await this.#second(first, job, received, uri);
  }

  /** Another client, or the same one, comes for the rest, and removes the session. */
  async #second(
    first: SessionProbe,
    job: Awaited<ReturnType<SessionProbe['start']>> | undefined,
    before: PipelineResult | undefined,
    uri: string,
  ): Promise<void> {
    this.#client = new AbortController();
    const second = new SessionProbe(this.#endpoint.post(this.#client.signal), {
      poolId: first.poolId,
      resourceUri: uri,
    });
    if (!(await this.#isThere(second))) {
      if (job === undefined && this.#killed !== undefined) {
        this.#endpoint.unborn.add(first.poolId); // it never came to be, or will when nobody looks any more
        return;
      }
      // It has told all that it had, and that it is broken.
      if (!this.#continues && before !== undefined && before.state !== 'Running') return;
      throw new Error('the session is not there any more');
    }
    await this.#untilDisconnected(second);
    const from = this.#lastReceived + 1;
    try {
      await this.#at('connect', () => second.connect(job === undefined ? [] : [job]));
    } catch (error) {
      if (!(await this.#expected(error))) throw error;
      await this.#remove(first.poolId, uri);
      return;
    }
    // Who was told that a pipeline ended is not told again.
    const ended = before !== undefined && before.state !== 'Running';
    if (before?.state === 'Completed' && this.#lastReceived !== this.#plan.count) {
      throw new Error(`${this.#lastReceived} of ${this.#plan.count} objects, and Completed`);
    }
    void listenToPool(second);
    if (job !== undefined && !ended) {
      const id = job;
      const rest = await this.#at('receiveAgain', () => second.receive(id)).catch(async (error: unknown) => {
        if (!(await this.#expected(error))) throw error;
        return undefined;
      });
      if (rest !== undefined) this.#checkRest(rest, from);
    }
    await this.#at('remove', () => second.close()).catch(async (error: unknown) => {
      if (!(await this.#expected(error)) && !(error instanceof WsmanFaultError)) throw error;
    });
    await this.#killed;
    await this.#remove(first.poolId, uri);
  }

  #checkRest(rest: PipelineResult, from: number): void {
    const { count } = this.#plan;
    if (rest.output.length === 0) {
      if (this.#continues && from <= count) throw new Error(`nothing came after ${from - 1} of ${count}`);
      if (rest.state === 'Running') throw new Error('the pipeline has not ended');
      if (from <= this.#kept) throw new Error(`${this.#kept} objects were kept, and only ${from - 1} came`);
      return;
    }
    const start = Number(rest.output[0]);
    if (start > from) throw new Error(`objects ${from} to ${start - 1} are lost`);
    this.#check(rest.output, start);
    const last = start + rest.output.length - 1;
    const whole = this.#continues || this.#kept === count;
    if (whole && last !== count) throw new Error(`the last object is ${last} of ${count}, the state ${rest.state}`);
    if (last < this.#kept) throw new Error(`${this.#kept} objects were kept, and only ${last} came`);
    if (whole && this.#plan.victim !== 'client' && rest.state !== 'Completed' && this.#continues) {
      throw new Error(`the pipeline ended as ${rest.state}`);
    }
  }

  #check(output: readonly unknown[], start: number): void {
    for (const [index, value] of output.entries()) {
      if (value !== start + index) throw new Error(`object ${index} is ${String(value)} instead of ${start + index}`);
    }
  }

  #note(output: readonly unknown[], enough: number): boolean {
    this.#lastReceived = Math.max(this.#lastReceived, output.length);
    return output.length >= enough;
  }

  async #waitUntilDone(poolId: string): Promise<void> {
    const looker = new SessionProbe(this.#endpoint.post(this.#client.signal));
    for (let attempt = 0; attempt < 400; attempt += 1) {
      const { wsman } = looker;
      const commands = await looker.run(wsman.enumerateCommands(poolId as never)).catch((error: unknown) => {
        if (error instanceof WsmanFaultError) return [];
        throw error;
      });
      if (commands.every(({ state }) => state?.endsWith('Done') === true)) {
        if (commands.length > 0 && !this.#producerDies) this.#kept = this.#plan.count;
        return;
      }
      await pause(10);
    }
    throw new Error('the job does not end');
  }

  async #isThere(probe: SessionProbe): Promise<boolean> {
    return (await probe.list()).some(({ shellId }) => shellId.toLowerCase() === probe.poolId);
  }

  async #untilDisconnected(probe: SessionProbe): Promise<void> {
    for (let attempt = 0; attempt < 1000; attempt += 1) {
      const shell = (await probe.list()).find(({ shellId }) => shellId.toLowerCase() === probe.poolId);
      if (shell === undefined || shell.state === 'Disconnected') return;
      await pause(20);
    }
    throw new Error('the session stays connected to nobody');
  }

  async #remove(poolId: string, uri: string): Promise<void> {
    const remover = new SessionProbe(this.#endpoint.post(new AbortController().signal), {
      poolId: poolId as never,
      resourceUri: uri,
    });
    if (await this.#isThere(remover)) await remover.close().catch(() => undefined);
    if (await this.#isThere(remover)) throw new Error('the session cannot be removed');
  }

  /** Does one step; at the planned one, the victim dies in its middle. */
  async #at<T>(step: Step, work: () => Promise<T>): Promise<T> {
    if (step === this.#plan.step && this.#killed === undefined) {
      this.#killed = pause(this.#plan.delayMs).then(() => this.#kill());
      this.#killed.catch(() => undefined);
    }
    return await work();
  }

  async #kill(): Promise<void> {
    const endpoint = this.#endpoint;
    this.#producerDies = !this.#continues;
    switch (this.#plan.victim) {
      case 'client':
        this.#client.abort();
        return;
      case 'listener':
        await endpoint.restart();
        return;
      case 'host':
        for (const { pid } of endpoint.hosts()) end(pid);
        return;
      case 'program':
        for (const { pid, key } of endpoint.hosts())
          if (key.startsWith('single:')) for (const child of childrenOf(pid)) end(child);
        return;
      case 'all': {
        const hosts = endpoint.hosts();
        await endpoint.kill();
        for (const { pid } of hosts) end(pid);
        this.#client.abort();
        await endpoint.run();
        return;
      }
    }
  }

  /** An error that the planned death explains. */
  async #expected(error: unknown): Promise<boolean> {
    if (this.#killed === undefined) return false;
    await this.#killed;
    if (error instanceof ClientGone) return this.#plan.victim === 'client' || this.#plan.victim === 'all';
    if (!(error instanceof PSSessionError) && !(error instanceof Error && /channel ended/.test(error.message)))
      return false;
    return this.#plan.victim === 'host' || this.#plan.victim === 'program' || this.#plan.victim === 'all';
  }
}

async function withLimit<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`it took longer than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
