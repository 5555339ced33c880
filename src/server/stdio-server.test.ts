/** Sessions over the out-of-process framing: our own machines on the other side, and the real engine's client. */
import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock, systemRandom } from '../io/runtime/index.js';
import { memoryCarriers, type ByteCarrier } from '../io/transport/index.js';
import { EMPTY_GUID } from '../protocol/bytes/index.js';
import { OutOfProcClient, type OutOfProcClientEvent } from '../protocol/outofproc/index.js';
import { ClientPool, type ClientPoolEvent } from '../protocol/psrp/index.js';
import { peerAvailable, peerCommand, startPeer } from '../../test/support/peer.js';
import { sessionConfiguration } from './configuration/session-configuration.js';
import { EmbeddedRunspaceHost } from './hosts/embedded-host.js';
import { scriptDefinition } from './hosts/script-definition.js';
import { serveCarrier, servePipe, STDIO_ENDED_EXIT_CODE } from './stdio-server.js';
import { ScriptedRunspace } from './test-support/scripted-engine.js';
import { eventually } from './test-support/wsman-probe.js';

const configuration = sessionConfiguration({ name: 'Microsoft.PowerShell' });
const createHost = (): Promise<EmbeddedRunspaceHost> =>
  Promise.resolve(
    new EmbeddedRunspaceHost({
      random: systemRandom,
      clock: systemClock,
      createRunspace: () => Promise.resolve(new ScriptedRunspace()),
    }),
  );

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
});

/** A client of the framing with one pool. */
class StdioProbe {
  readonly #carrier: ByteCarrier;
  readonly #client = new OutOfProcClient();
  readonly pool = new ClientPool({ random: (count) => new Uint8Array(randomBytes(count)) });
  readonly events: ClientPoolEvent[] = [];
  readonly framing: OutOfProcClientEvent[] = [];

  constructor(carrier: ByteCarrier) {
    this.#carrier = carrier;
    carrier.attach({
      data: (bytes) => this.#take(this.#client.receive(bytes)),
      closed: () => this.#take(this.#client.endOfInput()),
    });
  }

  async open(): Promise<this> {
    this.events.push(...this.pool.open());
    this.#client.sendData(EMPTY_GUID, this.pool.poolBytesToSend(32_768) ?? new Uint8Array());
    this.#flush();
    await eventually('the pool opens', () => this.pool.state === 'Opened');
    return this;
  }

  start(script: string): ReturnType<ClientPool['createPipeline']> {
    const id = this.pool.createPipeline(scriptDefinition(script, false));
    this.#client.startCommand(id, this.pool.pipelineBytesToSend(id, 32_768));
    this.#flush();
    return id;
  }

  stop(id: ReturnType<StdioProbe['start']>): void {
    this.#client.signal(id);
    this.#flush();
  }

  async outcome(id: ReturnType<StdioProbe['start']>): Promise<{ output: unknown[]; state: string }> {
    let state = '';
    await eventually('the pipeline ends', () => {
      for (const event of this.events) {
        if (event.type === 'pipelineStateChanged' && event.pipelineId === id) ({ state } = event);
      }
      return ['Completed', 'Failed', 'Stopped'].includes(state);
    });
    const output = this.events.flatMap((event) =>
      event.type === 'output' && event.pipelineId === id ? [event.value] : [],
    );
    return { output, state };
  }

  async close(): Promise<void> {
    this.#client.closeSession();
    this.#flush();
    await eventually('the session is closed', () => this.framing.some(({ type }) => type === 'sessionClosed'));
  }

  write(text: string): void {
    void this.#carrier.write(new TextEncoder().encode(text));
  }

  #take(events: readonly OutOfProcClientEvent[]): void {
    for (const event of events) {
      this.framing.push(event);
      if (event.type !== 'data') continue;
      if (event.id === EMPTY_GUID) this.events.push(...this.pool.receivePoolData(event.bytes));
      else this.events.push(...this.pool.receivePipelineData(event.id, event.bytes));
    }
    this.#flush();
  }

  #flush(): void {
    const bytes = this.#client.bytesToSend();
    if (bytes !== undefined) this.#carrier.write(bytes).catch(() => undefined);
  }
}

describe('a session over the framing', () => {
  it('opens, runs, stops and closes; the exit code says that it ended in order', async () => {
    const [near, far] = memoryCarriers();
    const served = serveCarrier(far, { configuration, createHost });
    const client = await new StdioProbe(near).open();
    expect(await client.outcome(client.start('emit 3'))).toEqual({ output: [1, 2, 3], state: 'Completed' });
    const waiting = client.start('wait');
    client.stop(waiting);
    expect((await client.outcome(waiting)).state).toBe('Stopped');
    await client.close();
    await near.close();
    expect(await served).toBe(0);
  });

  it('stops what still runs when its session is closed', async () => {
    const [near, far] = memoryCarriers();
    void serveCarrier(far, { configuration, createHost });
    const first = await new StdioProbe(near).open();
    const id = first.start('wait');
    await first.close();
    expect((await first.outcome(id)).state).toBe('Stopped');
    await near.close();
  });

  it('ends with its carrier, and nothing stays behind', async () => {
    const runspace = new ScriptedRunspace();
    const [near, far] = memoryCarriers();
    const served = serveCarrier(far, {
      configuration,
      createHost: () =>
        Promise.resolve(
          new EmbeddedRunspaceHost({
            random: systemRandom,
            clock: systemClock,
            createRunspace: () => Promise.resolve(runspace),
          }),
        ),
    });
    const client = await new StdioProbe(near).open();
    client.start('wait');
    await eventually('it runs', () => runspace.running === 1);
    await near.close();
    expect(await served).toBe(STDIO_ENDED_EXIT_CODE);
    expect(runspace.running).toBe(0);
    expect(runspace.disposed).toBe(true);
  });

  it.each(['\n', 'hello\n', '<Data/>\n', "<Data Stream='Default' PSGuid='x'>AA==</Data>\n"])(
    'ends with the reason when a client breaks the rules: %j',
    async (line) => {
      const [near, far] = memoryCarriers();
      const served = serveCarrier(far, { configuration, createHost });
      const client = new StdioProbe(near);
      client.write(line);
      expect(await served).toBe(STDIO_ENDED_EXIT_CODE);
      await eventually('the client hears why', () =>
        client.framing.some(
          (event) => event.type === 'faulted' && event.reason.errorId === 'IPCServerProcessReportedError',
        ),
      );
    },
  );

  it('tells a client why no session can be made', async () => {
    const [near, far] = memoryCarriers();
    const served = serveCarrier(far, { configuration, createHost: () => Promise.reject(new Error('no room')) });
    const client = new StdioProbe(near);
    client.open().catch(() => undefined);
    expect(await served).toBe(STDIO_ENDED_EXIT_CODE);
    await eventually('the client hears why', () =>
      client.framing.some((event) => event.type === 'faulted' && event.reason.message.includes('no room')),
    );
  });
});

describe.skipIf(!peerAvailable || process.platform === 'win32')('the real engine’s client over a pipe', () => {
  const pipeName = (): string => `pssession-test-${process.pid}-${randomBytes(4).toString('hex')}`;

  it('runs in our host, one client after the other', async () => {
    const name = pipeName();
    open.push(await servePipe(name, { configuration, createHost }));
    await using peer = await startPeer('client');
    for (let client = 0; client < 2; client += 1) {
      await peer.ask({ op: 'open', pipe: name });
      expect(JSON.stringify(await peer.ask({ op: 'run', script: 'emit 3' }))).toMatch(/<I32>1<\/I32>.*<I32>3<\/I32>/);
      await peer.ask({ op: 'close' });
    }
  });

  it('runs in the real engine behind our command host', async () => {
    const name = pipeName();
    const [program, ...args] = await peerCommand('-NoLogo', '-NoProfile', '-s');
    const real = sessionConfiguration({ name: 'Real', runspace: { kind: 'command', command: [program, ...args] } });
    open.push(await servePipe(name, { configuration: real }));
    await using peer = await startPeer('client');
    await peer.ask({ op: 'open', pipe: name });
    expect(JSON.stringify(await peer.ask({ op: 'run', script: '6 * 7' }))).toContain('<I32>42</I32>');
    await peer.ask({ op: 'close' });
  });
});
