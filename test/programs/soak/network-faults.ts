/**
 * A network that cuts, delays, halves and doubles, between our client (the library, with its own ways to ask again) and
 * the real endpoint. Every run takes one script's objects and holds them to "exactly once, in order".
 */
import { connect, createServer, type Server, type Socket } from 'node:net';
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

/** Breaks connections as the seed says, while `bad`. */
class BadNetwork {
  readonly #target: number;
  readonly #random: SeededRandom;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  bad = false;
  cuts = 0;
  halves = 0;
  delays = 0;
  doubles = 0;
  port = 0;

  constructor(target: number, random: SeededRandom) {
    this.#target = target;
    this.#random = random;
    this.#server = createServer((client) => this.#join(client));
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : 0;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #join(client: Socket): void {
    const server = connect(this.#target, '127.0.0.1');
    const both = [client, server];
    for (const socket of both) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        for (const each of both) each.destroy();
      });
    }
    void this.#carry(client, server, true);
    void this.#carry(server, client, false);
  }

  async #carry(from: Socket, to: Socket, isRequest: boolean): Promise<void> {
    try {
      for await (const value of from) {
        const bytes = value as Buffer;
        const dice = this.bad ? this.#random.next() : 1;
        if (dice < 0.03) {
          this.cuts += 1;
          break;
        }
        if (dice < 0.06 && bytes.length > 1) {
          this.halves += 1;
          to.write(bytes.subarray(0, this.#random.between(1, bytes.length - 1)));
          break;
        }
        if (dice < 0.12) {
          this.delays += 1;
          await pause(this.#random.between(1, 60));
        }
        // The same request once more over another connection, whose answer nobody hears.
        if (isRequest && dice > 0.94 && dice < 1 && isWholeRequest(bytes)) {
          this.doubles += 1;
          const second = connect(this.#target, '127.0.0.1');
          this.#sockets.add(second);
          second.on('error', () => undefined);
          second.on('close', () => this.#sockets.delete(second));
          second.resume();
          const late = this.#random.between(0, 30);
          setTimeout(() => second.write(bytes), late);
          setTimeout(() => second.destroy(), late + 400);
        }
        if (!to.writable) break;
        if (!to.write(bytes)) await new Promise((resolve) => to.once('drain', resolve).once('close', resolve));
      }
    } catch {
      // One of the two is gone.
    }
    from.destroy();
    to.destroy();
  }
}

/** Only a request that came in one piece can be sent again by itself. */
function isWholeRequest(bytes: Buffer): boolean {
  const head = bytes.indexOf('\r\n\r\n');
  const length = /content-length: (\d+)/i.exec(bytes.subarray(0, Math.max(0, head)).toString('latin1'))?.[1];
  return head > 0 && length !== undefined && bytes.length === head + 4 + Number(length);
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
