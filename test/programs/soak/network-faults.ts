/**
 * A network that cuts, delays, halves and doubles, between our client (the library, with its own ways to ask again) and
 * the real endpoint. Every run takes one script's objects and holds them to "exactly once, in order"; each script counts
 * itself, so that one that was run twice, or not at all, is seen as well. In the end nothing is left at the endpoint.
 */
import {
  connectPSSession,
  disconnectPSSession,
  invokeCommand,
  newPSSession,
  PSCredential,
  receivePSSession,
  removePSSession,
  SessionContext,
  type PSSession,
} from '../../../src/client/session/index.js';
import { PSObject } from '../../../src/protocol/objects/index.js';
import { all } from './collected.js';
import { BadNetwork } from './bad-network.js';
import { pause, type SeededRandom } from './random.js';
import { PASSWORD, ServedEndpoint, USER } from './served-endpoint.js';

export interface NetworkReport {
  readonly runs: number;
  readonly cuts: number;
  readonly halves: number;
  readonly delays: number;
  readonly doubles: number;
  readonly failures: readonly string[];
}

export async function networkFaults(
  runs: number,
  random: SeededRandom,
  note: (text: string) => void,
): Promise<NetworkReport> {
  await using endpoint = await ServedEndpoint.start({ quotas: { MaxShellsPerUser: 100 } });
  const network = new BadNetwork(endpoint.port, random);
  await network.listen();
  const failures: string[] = [];
  await using context = new SessionContext();
  const target = {
    computerName: '127.0.0.1',
    port: network.port,
    credential: new PSCredential(USER, PASSWORD),
    authentication: 'Basic' as const,
    context,
  };
  const failed = (text: string): void => {
    failures.push(text);
    note(text);
  };
  let used: Used | undefined;
  for (let run = 1; run <= runs; run += 1) {
    const count = random.between(1, 300);
    const leaves = random.next() < 0.3;
    network.bad = false;
    try {
      used ??= await begin(target);
      network.bad = true;
      used.scripts += 1;
      const objects = await (leaves ? leftAndReceived : invoked)(used.session, count, context);
      checkObjects(objects, count);
      network.bad = false;
      if (run % CHECK_AFTER === 0) used = await finish(used, context);
    } catch (error) {
      failed(`run ${run} (${count} objects${leaves ? ', left and received' : ''}): ${told(error)}`);
      network.bad = false;
      await removed(used?.session, context).catch((why: unknown) => failed(`run ${run}, removing: ${told(why)}`));
      used = undefined;
    }
    if (run % 100 === 0) note(`${run} runs, ${failures.length} failed`);
  }
  network.bad = false;
  if (used !== undefined) await finish(used, context).catch((why: unknown) => failed(`at the end: ${told(why)}`));
  const left = await endpoint.leftovers();
  if (left !== '') failed(left);
  network.close();
  const { cuts, halves, delays, doubles } = network;
  return { runs, cuts, halves, delays, doubles, failures };
}

/** A session is used for so many runs. */
const CHECK_AFTER = 100;

/** A session, and how many scripts were meant to run in it. */
interface Used {
  readonly session: PSSession;
  scripts: number;
}

async function begin(target: Parameters<typeof newPSSession>[0]): Promise<Used> {
  const [session] = await all(newPSSession(target));
  if (session === undefined) throw new Error('no session');
  return { session, scripts: 0 };
}

/** In a calm network: how often did scripts run? */
async function finish({ session, scripts }: Used, context: SessionContext): Promise<undefined> {
  const [ran] = plain(await all(invokeCommand({ session, scriptBlock: '[int]$global:ran', context })));
  await removed(session, context);
  if (ran !== scripts) throw new Error(`${String(ran)} scripts ran where ${scripts} were meant to`);
}

async function removed(session: PSSession | undefined, context: SessionContext): Promise<void> {
  if (session !== undefined) await all(removePSSession({ session, context }));
}

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Counts itself, and gives numbers. */
const script = (count: number): string => `$global:ran += 1; 1..${count}`;

async function invoked(session: PSSession, count: number, context: SessionContext): Promise<unknown[]> {
  return plain(await all(invokeCommand({ session, scriptBlock: script(count), context })));
}

async function leftAndReceived(session: PSSession, count: number, context: SessionContext): Promise<unknown[]> {
  const run = invokeCommand({ session, scriptBlock: `${script(count)}; Start-Sleep -Milliseconds 150`, context });
  const before: unknown[] = [];
  // Somebody reads on while the session is left: what has come by then is his.
  const reader = (async () => {
    for await (const value of run.output) before.push(value);
    const [first] = (await run.collect()).error;
    if (first !== undefined) throw first.exception;
  })();
  let isOver = false;
  const over = (): void => {
    isOver = true;
  };
  reader.then(over, over);
  while (!isOver && before.length < count / 2) await pause(2);
  if (isOver) await reader;
  await all(disconnectPSSession({ session, context }));
  await reader;
  await all(connectPSSession({ session, context }));
  const rest = await all(receivePSSession({ session, context }));
  return plain([...before, ...rest]);
}

function checkObjects(objects: readonly unknown[], count: number): void {
  for (const [index, value] of objects.entries()) {
    if (value !== index + 1) throw new Error(`object ${index + 1} is ${String(value)}`);
  }
  if (objects.length !== count) throw new Error(`${objects.length} of ${count} objects came`);
}

const plain = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (value instanceof PSObject ? value.base : value));
