/** The network between our client and our endpoint breaks while a command runs: nothing is lost, nothing comes twice. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  getPSSession,
  invokeCommand,
  newPSSession,
  receivePSSession,
  SessionContext,
  undecorated,
  type PSSession,
} from '../../src/client/session/index.js';
import type { PSValue } from '../../src/protocol/objects/index.js';
import { sessionConfiguration } from '../../src/server/index.js';
import { createTestEndpoint, type TestEndpoint } from '../../src/testing/index.js';
import { peerAvailable, peerCommand } from '../support/peer.js';

/** A TCP proxy whose connections can be cut, and which can refuse new ones. */
class Wire {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  refusing = false;
  port = 0;
  constructor(target: number) {
    this.#server = createServer((near) => {
      if (this.refusing) {
        near.destroy();
        return;
      }
      const far = connect(target, '127.0.0.1');
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.#sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far);
      far.pipe(near);
    });
  }
  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : 0;
  }
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

describe.skipIf(!peerAvailable)('a network that breaks', () => {
  let endpoint: TestEndpoint;
  let wire: Wire;
  beforeAll(async () => {
    const [file, ...args] = await peerCommand('-NoLogo', '-NoProfile', '-s');
    const runspace = { kind: 'command', command: [file, ...args] } as const;
    endpoint = await createTestEndpoint({
      configurations: [sessionConfiguration({ name: 'Microsoft.PowerShell', runspace })],
    });
    wire = new Wire(endpoint.port);
    await wire.listen();
  }, 300_000);
  afterAll(async () => {
    await wire.close();
    await endpoint[Symbol.asyncDispose]();
  });
  const where = () => ({
    computerName: '127.0.0.1',
    credential: { userName: endpoint.user, password: endpoint.password },
  });
  const script = 'for ($i = 0; $i -lt 300; $i++) { $i; [Threading.Thread]::Sleep(2) }';
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

  it('is ridden out, with warnings, when it comes back', { timeout: 60_000 }, async () => {
    await using context = new SessionContext();
    const session = await newPSSession({ context, ...where(), port: wire.port }).one();
    const run = invokeCommand({ context, session, scriptBlock: script });
    const cuts = setInterval(() => wire.cut(), 60);
    const { output, warning, error } = await run.collect().finally(() => clearInterval(cuts));
    expect(error).toEqual([]);
    expect(output.map(undecorated)).toEqual(upTo(300));
    expect(warning.some(({ message }) => message.includes('interrupted'))).toBe(true);
    expect(warning.some(({ message }) => message.includes('restored'))).toBe(true);
    expect([session.state, session.availability]).toEqual(['Opened', 'Available']);
  });

  it('leaves a session that can be taken up, when it stays away too long', { timeout: 60_000 }, async () => {
    await using context = new SessionContext();
    await using other = new SessionContext();
    const session = await newPSSession({
      context,
      ...where(),
      port: wire.port,
      name: 'cut off',
      sessionOption: { maxConnectionRetryMs: 500 },
    }).one();
    const run = invokeCommand({ context, session, scriptBlock: script });
    setTimeout(() => {
      wire.refusing = true;
      wire.cut();
    }, 150);
    const { output, error, warning } = await run.collect();
    wire.refusing = false;
    expect(warning.map(({ message }) => message)).toEqual([
      'The network connection to 127.0.0.1 has been interrupted. Attempting to reconnect for up to 1 minutes...',
      'Attempting to reconnect to 127.0.0.1 ...',
      'The reconnection attempt to 127.0.0.1 failed. Attempting to disconnect the session...',
      'Computer 127.0.0.1 has been successfully disconnected.',
      `Session cut off with instance ID ${session.instanceId} on computer 127.0.0.1 has been successfully disconnected.`,
      expect.stringMatching(/^Job Job\d+ has been created for reconnection\.$/),
    ]);
    expect(error[0]?.fullyQualifiedErrorId).toMatch(/^PowerShellNetworkFailedStartDisconnect,/);
    expect([session.state, session.availability]).toEqual(['Disconnected', 'None']);
    // The endpoint notices that its client is gone; then anybody of the same account may take the session up.
    let found: PSSession | undefined;
    for (let tries = 0; found?.availability !== 'None' && tries < 300; tries += 1) {
      [found] = await getPSSession({ context: other, ...where(), port: endpoint.port, name: 'cut off' }).all();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    if (found === undefined) throw new Error('the session is gone');
    const rest = await receivePSSession({ context: other, session: found }).all();
    const all = [...output, ...rest].map((value) => undecorated(value as PSValue));
    expect(all).toEqual(upTo(300));
  });

  it('keeps nobody who leaves: neither an idle session nor one at work waits for it', { timeout: 60_000 }, async () => {
    const context = new SessionContext();
    const open = () => newPSSession({ context, ...where(), port: wire.port }).one();
    const [idle, busy] = [await open(), await open()];
    const run = invokeCommand({ context, session: busy, scriptBlock: script });
    while (busy.availability !== 'Busy') await new Promise((resolve) => setTimeout(resolve, 10));
    wire.refusing = true;
    wire.cut();
    // It would be tried again for ten seconds, and for minutes.
    const leaving = context.close().then(() => 'left');
    const late = new Promise((resolve) => setTimeout(resolve, 8_000, 'late').unref());
    expect(await Promise.race([leaving, late])).toBe('left');
    wire.refusing = false;
    await run.completion.catch(() => undefined);
    expect([idle, busy].map(({ availability }) => availability)).toEqual(['None', 'None']);
  });
});
