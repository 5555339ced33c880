/**
 * A network that cuts, delays, halves and doubles, between our client (the library, with its own ways to ask again) and
 * the real endpoint. Every run takes one script's objects and holds them to "exactly once, in order".
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
  let session: PSSession | undefined;
  for (let run = 1; run <= runs; run += 1) {
    const count = random.between(1, 300);
    const leaves = random.next() < 0.3;
    network.bad = false;
    try {
      session ??= (await all(newPSSession(target)))[0];
      if (session === undefined) throw new Error('no session');
      network.bad = true;
      const objects = leaves ? await leftAndReceived(session, count, context) : await invoked(session, count, context);
      checkObjects(objects, count);
    } catch (error) {
      const text = `run ${run} (${count} objects${leaves ? ', left and received' : ''}): ${error instanceof Error ? error.message : String(error)}`;
      failures.push(text);
      note(text);
      network.bad = false;
      if (session !== undefined) await all(removePSSession({ session, context })).catch(() => undefined);
      session = undefined;
    }
    if (run % 100 === 0) note(`${run} runs, ${failures.length} failed`);
  }
  network.bad = false;
  if (session !== undefined) await all(removePSSession({ session, context })).catch(() => undefined);
  network.close();
  const { cuts, halves, delays, doubles } = network;
  return { runs, cuts, halves, delays, doubles, failures };
}

async function invoked(session: PSSession, count: number, context: SessionContext): Promise<unknown[]> {
  return plain(await all(invokeCommand({ session, scriptBlock: `1..${count}`, context })));
}

async function leftAndReceived(session: PSSession, count: number, context: SessionContext): Promise<unknown[]> {
  const run = invokeCommand({ session, scriptBlock: `1..${count}; Start-Sleep -Milliseconds 150`, context });
  const before: unknown[] = [];
  // Somebody reads on while the session is left: what has come by then is his.
  const reader = (async () => {
    for await (const value of run.output) before.push(value);
  })().catch(() => undefined);
  while (before.length < count / 2) await pause(2);
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

async function all<T>(run: { readonly output: AsyncIterable<T> }): Promise<T[]> {
  const found: T[] = [];
  for await (const each of run.output) found.push(each);
  return found;
}
