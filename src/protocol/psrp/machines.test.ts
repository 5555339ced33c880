/** Client and server machines joined by queues: everything that two peers can do to each other. */
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scriptDefinition } from '../../../test/support/psrp-driver.js';
import { simpleRecord } from '../../../test/support/psrp-toy-server.js';
import { EMPTY_GUID, parseGuid, type Guid } from '../bytes/index.js';
import { generateRsaKeyPair } from '../crypto/index.js';
import { InvalidStateError, PSSessionError } from '../errors/index.js';
import { PSDateTime, PSDictionary, PSSecureString, PSVersion, type PSValue } from '../objects/index.js';
import {
  CLIENT_POOL_MOVES,
  ClientPool,
  HOST_METHODS,
  MessageType,
  NO_HOST,
  ServerPool,
  decodeMessage,
  encodeMessage,
  type ClientPoolEvent,
  type ClientPoolOptions,
  type HostMethodName,
  type HostValue,
  type HostValueKind,
  type ProtocolVersion,
  type ServerPoolEvent,
  type ServerPoolOptions,
} from './index.js';
import { Defragmenter, Fragmenter } from './fragment.js';

const KEYS = generateRsaKeyPair();
const textOf = (value: PSValue): string => (typeof value === 'string' ? value : JSON.stringify(value));
const POOL = parseGuid('10000000-0000-4000-8000-000000000001');

/** Two machines and what passes between them, cut into slices of a given size. */
class Pair {
  client: ClientPool;
  readonly server: ServerPool;
  readonly clientEvents: ClientPoolEvent[] = [];
  readonly serverEvents: ServerPoolEvent[] = [];
  slice = 1_000_000;
  accept = true;

  constructor(client: Partial<ClientPoolOptions> = {}, server: Partial<ServerPoolOptions> = {}) {
    this.client = Pair.makeClient(client);
    this.server = new ServerPool({ random: randomBytes, ...server });
  }
  static makeClient(options: Partial<ClientPoolOptions> = {}): ClientPool {
    return new ClientPool({ random: randomBytes, poolId: POOL, generateKeyPair: () => KEYS, ...options });
  }
  toClient(events: readonly ClientPoolEvent[]): void {
    this.clientEvents.push(...events);
  }
  toServer(events: readonly ServerPoolEvent[]): void {
    for (const event of events) {
      this.serverEvents.push(event);
      if (event.type === 'poolRequested' && this.accept) this.toServer(this.server.acceptPool());
    }
  }
  /** Moves all that waits, until nothing does. */
  settle(): this {
    for (let moved = true; moved; ) {
      moved = this.#moveToServer();
      moved = this.#moveToClient() || moved;
    }
    return this;
  }
  #moveToServer(): boolean {
    let moved = false;
    for (const { pipelineId, priority } of this.client.channelsToSend()) {
      const bytes =
        pipelineId === undefined
          ? this.client.poolBytesToSend(200, priority)
          : this.client.pipelineBytesToSend(pipelineId, 200, priority);
      for (const part of this.#cut(bytes)) {
        moved = true;
        this.toServer(
          pipelineId === undefined
            ? this.server.receivePoolData(part, priority)
            : this.server.receivePipelineData(pipelineId, part, priority),
        );
      }
    }
    return moved;
  }
  #moveToClient(): boolean {
    let moved = false;
    for (const id of this.server.channelsToSend()) {
      const bytes = id === undefined ? this.server.poolBytesToSend(200) : this.server.pipelineBytesToSend(id, 200);
      for (const part of this.#cut(bytes)) {
        moved = true;
        this.toClient(id === undefined ? this.client.receivePoolData(part) : this.client.receivePipelineData(id, part));
      }
    }
    return moved;
  }
  *#cut(bytes: Uint8Array | undefined): Iterable<Uint8Array> {
    for (let at = 0; bytes !== undefined && at < bytes.length; at += this.slice) yield bytes.slice(at, at + this.slice);
  }
  open(): this {
    this.toClient(this.client.open());
    return this.settle();
  }
  start(options = {}): Guid {
    const id = this.client.createPipeline(scriptDefinition('script'), options);
    this.settle();
    return id;
  }
  output(id: Guid): PSValue[] {
    return this.clientEvents.flatMap((event) =>
      event.type === 'output' && event.pipelineId === id ? [event.value] : [],
    );
  }
  states(id: Guid): string[] {
    return this.clientEvents.flatMap((event) =>
      event.type === 'pipelineStateChanged' && event.pipelineId === id ? [event.state] : [],
    );
  }
  serverTypes(): string[] {
    return this.serverEvents.map(({ type }) => type);
  }
  secretsOf(id: Guid): (string | undefined)[] {
    return this.output(id).map((value) => (value instanceof PSSecureString ? value.plainText : textOf(value)));
  }
}

const VERSIONS: readonly ProtocolVersion[] = ['2.0', '2.1', '2.2', '2.3', '2.4'];

describe('opening', () => {
  it.each(VERSIONS.flatMap((client) => VERSIONS.map((server) => [client, server] as const)))(
    'a client of %s and a server of %s agree on the lower version',
    (clientVersion, serverVersion) => {
      const pair = new Pair({ protocolVersion: clientVersion }, { protocolVersion: serverVersion }).open();
      const lower = clientVersion < serverVersion ? clientVersion : serverVersion;
      expect(pair.client.state).toBe('Opened');
      expect(pair.client.protocolVersion).toBe(lower);
      expect(pair.server.protocolVersion).toBe(lower);
      expect(pair.client.serverSupportsDisconnect).toBe(lower >= '2.2');
    },
  );

  it('tells in the order of the wire: capability, private data, Opened', () => {
    const pair = new Pair({ applicationArguments: new PSDictionary([['A', 1]]), maxRunspaces: 4 }).open();
    expect(pair.clientEvents.map(({ type }) => type)).toEqual([
      'stateChanged',
      'negotiated',
      'applicationPrivateData',
      'stateChanged',
    ]);
    const request = pair.serverEvents.find((event) => event.type === 'poolRequested');
    expect(request?.type === 'poolRequested' && request.request.applicationArguments?.getEntry('A')).toBe(1);
    expect(pair.server.maxRunspaces).toBe(4);
    expect(pair.server.runspacePoolId).toBe(POOL);
  });

  it('breaks with the reason that the server gives', () => {
    const pair = new Pair();
    pair.accept = false;
    pair.open();
    pair.toServer(pair.server.refusePool(simpleRecord('no room', 'NoRoom')));
    pair.settle();
    const last = pair.clientEvents.at(-1);
    expect(last).toMatchObject({
      type: 'stateChanged',
      state: 'Broken',
      reason: { message: 'no room', errorId: 'NoRoom' },
    });
  });

  it('is refused when PSVersion or SerializationVersion are not the right ones, with the server still telling its own', () => {
    for (const broken of ['psVersion', 'serializationVersion'] as const) {
      const server = new ServerPool({ random: randomBytes });
      const pair = new Pair();
      pair.client.open();
      const opening = pair.client.poolBytesToSend(100_000) ?? new Uint8Array(0);
      const [capability] = new Defragmenter().push(opening);
      const text = Buffer.from(capability ?? []).toString('latin1');
      const changed = text.replace(
        broken === 'psVersion' ? '"PSVersion">2.0' : '"SerializationVersion">1.1.0.1',
        broken === 'psVersion' ? '"PSVersion">1.0' : '"SerializationVersion">2.1.0.1',
      );
      const fragmenter = new Fragmenter();
      fragmenter.push(Uint8Array.from(Buffer.from(changed, 'latin1')));
      const events = server.receivePoolData(fragmenter.take(10_000) ?? new Uint8Array(0));
      expect(events.at(-1)).toMatchObject({ type: 'stateChanged', state: 'Broken' });
      const [answer] = new Defragmenter().push(server.poolBytesToSend(10_000) ?? new Uint8Array(0));
      expect(decodeMessage(answer ?? new Uint8Array(0)).type).toBe(MessageType.SESSION_CAPABILITY);
    }
  });

  it('has a limit in time', () => {
    const { client } = new Pair({ openTimeoutMs: 1_000 });
    client.open();
    expect(client.nextTimeout()).toBe(0);
    expect(client.handleTimeout(5_000)).toEqual([]);
    expect(client.nextTimeout()).toBe(6_000);
    expect(client.handleTimeout(5_999)).toEqual([]);
    expect(client.handleTimeout(6_000).at(-1)).toMatchObject({ state: 'Broken', reason: { limitMs: 1_000 } });
    expect(client.nextTimeout()).toBeUndefined();
  });

  it('works one byte at a time', () => {
    const pair = new Pair();
    pair.slice = 1;
    pair.open();
    const id = pair.start();
    pair.server.sendOutput(id, 'x'.repeat(1_000));
    pair.toServer(pair.server.endPipeline(id, { state: 'Completed' }));
    pair.settle();
    expect(pair.output(id)).toEqual(['x'.repeat(1_000)]);
    expect(pair.states(id)).toEqual(['Completed']);
  });
});

describe('pipelines', () => {
  it('queue behind the runspaces, and nested ones run inside', () => {
    const pair = new Pair().open();
    const first = pair.start();
    const second = pair.start();
    const nested = pair.start({ isNested: true });
    const ready = (): unknown[] => pair.serverEvents.filter(({ type }) => type === 'pipelineReady');
    expect(ready()).toEqual([
      { type: 'pipelineReady', pipelineId: first, nestedIn: undefined },
      { type: 'pipelineReady', pipelineId: nested, nestedIn: first },
    ]);
    expect(pair.server.availableRunspaces).toBe(0);
    pair.toServer(pair.server.endPipeline(nested, { state: 'Completed' }));
    pair.toServer(pair.server.endPipeline(first, { state: 'Completed' }));
    expect(ready().at(-1)).toEqual({ type: 'pipelineReady', pipelineId: second, nestedIn: undefined });
  });

  it('tell their state once, and nothing after it', () => {
    const pair = new Pair().open();
    const id = pair.start();
    pair.toServer(pair.server.endPipeline(id, { state: 'Failed', error: simpleRecord('bad', 'Bad') }));
    pair.toServer(pair.server.endPipeline(id, { state: 'Completed' }));
    expect(pair.server.sendOutput(id, 1)).toBe(false);
    expect(pair.server.callHost('ReadLine', [], id)).toBe(false);
    pair.settle();
    expect(pair.states(id)).toEqual(['Failed']);
    expect(pair.clientEvents.at(-1)).toMatchObject({ error: { fullyQualifiedErrorId: 'Bad' } });
    pair.client.stopPipeline(id);
    pair.toServer(pair.server.closePipeline(id));
    expect(pair.server.pipelineIds).toEqual([]);
  });

  it('take input until its end, and refuse more', () => {
    const pair = new Pair().open();
    const id = pair.start({ noInput: false });
    for (const value of [1, 'two', null]) pair.client.sendInput(id, value);
    pair.client.endInput(id);
    pair.settle();
    const input = pair.serverEvents.flatMap((event) => (event.type === 'input' ? [event.value] : []));
    expect(input).toEqual([1, 'two', null]);
    expect(pair.serverTypes().at(-1)).toBe('inputEnded');
    expect(() => pair.client.sendInput(id, 4)).toThrow(InvalidStateError);
    expect(() => pair.client.sendInput(pair.start(), 4)).toThrow(InvalidStateError);
  });

  it('stop: running ones by the executor, queued ones at once, unknown ones never', () => {
    const pair = new Pair().open();
    const running = pair.start();
    const queued = pair.start();
    expect(pair.server.stopPipeline(EMPTY_GUID)).toEqual([]);
    pair.toServer(pair.server.stopPipeline(queued));
    pair.settle();
    expect(pair.states(queued)).toEqual(['Stopped']);
    pair.toClient(pair.client.stopPipeline(running));
    pair.toServer(pair.server.stopPipeline(running));
    expect(pair.serverEvents.at(-1)).toEqual({ type: 'stopRequested', pipelineId: running });
    pair.server.sendOutput(running, 'last words');
    pair.toServer(pair.server.endPipeline(running, { state: 'Stopped' }));
    pair.settle();
    expect(pair.output(running)).toEqual(['last words']);
    expect(pair.states(running)).toEqual(['Stopping', 'Stopped']);
    expect(pair.clientEvents.at(-1)).toMatchObject({ error: { fullyQualifiedErrorId: 'PipelineStopped' } });
    expect(pair.client.stopAcknowledged(running)).toEqual([]);
  });

  it('count as stopped when the transport says so before they do', () => {
    const pair = new Pair().open();
    const id = pair.start();
    pair.toClient(pair.client.stopPipeline(id));
    pair.toClient(pair.client.stopAcknowledged(id));
    expect(pair.states(id)).toEqual(['Stopping', 'Stopped']);
  });

  it('fail alone when their bytes are damaged', () => {
    const pair = new Pair().open();
    const [bad, good] = [pair.start(), pair.start()];
    pair.toClient(pair.client.receivePipelineData(bad, new Uint8Array(40)));
    expect(pair.states(bad)).toEqual(['Failed']);
    pair.toServer(pair.server.receivePipelineData(bad, new Uint8Array(40).fill(9)));
    pair.toServer(pair.server.receivePipelineData(bad, new Uint8Array(40)));
    expect(pair.client.state).toBe('Opened');
    pair.server.sendOutput(good, 5);
    pair.settle();
    expect(pair.output(good)).toEqual([5]);
  });

  it('ask for command metadata', () => {
    const pair = new Pair().open();
    const id = pair.client.getCommandMetadata({ names: ['Get-*'], commandType: 8, namespaces: ['M'] });
    pair.settle();
    expect(pair.serverEvents.find(({ type }) => type === 'commandMetadataRequested')).toEqual({
      type: 'commandMetadataRequested',
      pipelineId: id,
      request: { names: ['Get-*'], commandType: 8, namespaces: ['M'], fullyQualifiedModules: [], argumentList: null },
    });
  });
});

describe('the pool', () => {
  it('counts, changes and resets runspaces', () => {
    const pair = new Pair({ maxRunspaces: 2 }).open();
    const first = pair.start();
    pair.start();
    const third = pair.start();
    expect(pair.client.setMaxRunspaces(1)).toMatchObject({ type: 'sent' });
    expect(pair.client.setMaxRunspaces(0)).toEqual({ type: 'done', succeeded: false });
    pair.settle();
    expect(pair.client.maxRunspaces).toBe(1);
    expect(pair.client.setMaxRunspaces(3)).toMatchObject({ type: 'sent' });
    pair.settle();
    expect(pair.serverEvents.some((event) => event.type === 'pipelineReady' && event.pipelineId === third)).toBe(true);
    const callId = pair.client.getAvailableRunspaces();
    pair.settle();
    expect(pair.clientEvents.at(-1)).toMatchObject({ callId, available: 0 });
    pair.toServer(pair.server.endPipeline(first, { state: 'Completed' }));
    pair.client.getAvailableRunspaces();
    pair.client.resetRunspaceState();
    pair.settle();
    expect(pair.clientEvents.filter(({ type }) => type === 'runspaceAvailability').slice(-2)).toMatchObject([
      { available: 1 },
      { request: 'resetRunspaceState', succeeded: false },
    ]);
  });

  it('carries user events, and the end from either side', () => {
    const pair = new Pair().open();
    const id = pair.start();
    const event = {
      eventIdentifier: 1,
      sourceIdentifier: 's',
      timeGenerated: new PSDateTime(638_000_000_000_000_000n, 'Utc'),
      sender: null,
      sourceArgs: [1, 'a'],
      messageData: 'm',
      computerName: null,
      runspaceId: POOL,
    };
    pair.server.sendUserEvent(event);
    pair.settle();
    expect(pair.clientEvents.at(-1)).toEqual({ type: 'userEvent', event });
    pair.toServer(pair.server.fail(simpleRecord('died', 'Died')));
    pair.settle();
    expect(pair.states(id)).toEqual(['Failed']);
    expect(pair.client.state).toBe('Broken');
    expect(() => pair.client.createPipeline(scriptDefinition('x'))).toThrow(InvalidStateError);
    const other = new Pair().open();
    other.start();
    other.toClient(other.client.close());
    other.toServer(other.server.close());
    expect(other.serverTypes()).toContain('stopRequested');
    other.toServer(other.server.closed());
    other.settle();
    other.toClient(other.client.closed());
    expect(other.client.state).toBe('Closed');
  });
});

describe('host calls', () => {
  const SAMPLES: Readonly<Record<HostValueKind, HostValue>> = {
    string: 'text',
    nullableString: null,
    int: 3,
    long: 5n,
    boolean: true,
    version: new PSVersion(7, 4),
    guid: POOL,
    secureString: PSSecureString.fromPlainText('hidden'),
    progress: {
      activity: 'a',
      activityId: 1,
      statusDescription: 's',
      currentOperation: 'o',
      parentActivityId: -1,
      percentComplete: 5,
      type: 'Completed',
      secondsRemaining: -1,
    },
    fields: [
      {
        name: 'n',
        label: 'l',
        parameterTypeName: 'String',
        parameterTypeFullName: 'System.String',
        parameterAssemblyFullName: 'a',
        helpMessage: 'h',
        isMandatory: true,
        defaultValue: 'd',
        modifiedByRemotingProtocol: false,
        isFromRemoteHost: true,
      },
    ],
    answers: new Map<string, PSValue>([['n', 1]]),
    credential: { userName: 'u', password: PSSecureString.fromPlainText('p') },
    choices: [{ label: '&A', helpMessage: 'h' }],
    ints: [1, 2],
    coordinates: { x: 1, y: 2 },
    size: { width: 3, height: 4 },
    rectangle: { left: 1, top: 2, right: 3, bottom: 4 },
    keyInfo: { virtualKeyCode: 65, character: 'a', controlKeyState: 1, keyDown: true },
    cell: { character: 'c', foregroundColor: 1, backgroundColor: 2, bufferCellType: 0 },
    cells: [
      [{ character: 'c', foregroundColor: 1, backgroundColor: 2, bufferCellType: 0 }],
      [{ character: '\0', foregroundColor: 0, backgroundColor: 0, bufferCellType: 1 }],
    ],
    any: 'anything',
  };
  const plain = (value: unknown): unknown =>
    value instanceof PSSecureString
      ? `secret ${value.plainText ?? '?'}`
      : value !== null && typeof value === 'object' && 'password' in value
        ? { ...value, password: plain(value.password) }
        : value;

  it.each(HOST_METHODS.map((method) => [`${method.id} ${method.name}`, method] as const))('%s', (_, method) => {
    for (const onPool of [false, true]) {
      const pair = new Pair().open();
      const id = onPool ? undefined : pair.start();
      const parameters = method.parameters.map((kind) => SAMPLES[kind]);
      const callId = pair.server.callHost(method.name, parameters, id);
      pair.settle();
      const event = pair.clientEvents.at(-1);
      if (event?.type !== 'hostCall') throw new Error('no host call came');
      expect(event.pipelineId).toBe(id);
      expect(event.call.method).toBe(method.name);
      expect(event.call.parameters).toEqual(parameters);
      expect(event.call.isVoid).toBe(method.result === 'void');
      if (method.result === 'void') {
        expect(callId).toBeUndefined();
        expect(event.call.callId).toBe(-100n);
        expect(() => pair.client.respondToHostCall(id, event.call, { result: null })).toThrow(/void/);
        continue;
      }
      const result = SAMPLES[method.result];
      pair.client.respondToHostCall(id, event.call, { result });
      pair.settle();
      const response = pair.serverEvents.at(-1);
      if (response?.type !== 'hostResponse') throw new Error('no response came');
      expect(response).toMatchObject({ callId, method: method.name, pipelineId: id });
      expect(plain(response.result)).toEqual(plain(result));
    }
  });

  it("that fail bring the error; unknown and repeated answers are nobody's; a stop cancels", () => {
    const pair = new Pair().open();
    const id = pair.start();
    const callId = pair.server.callHost('ReadLine', [], id);
    expect(pair.server.awaitsHost(id)).toBe(true);
    pair.settle();
    const call = { method: 'ReadLine', callId: BigInt(callId || 0), isVoid: false } as const;
    pair.client.respondToHostCall(id, { ...call, callId: 77n }, { result: 'x' });
    pair.client.respondToHostCall(id, call, { error: simpleRecord('cannot', 'Cannot') });
    pair.client.respondToHostCall(id, call, { result: 'late' });
    pair.settle();
    const responses = pair.serverEvents.filter(({ type }) => type === 'hostResponse');
    expect(responses).toMatchObject([{ callId, error: { fullyQualifiedErrorId: 'Cannot' } }]);
    pair.server.callHost('PromptForChoice' satisfies HostMethodName, ['c', 'm', [], 0], id);
    pair.toServer(pair.server.stopPipeline(id));
    expect(pair.serverTypes().slice(-2)).toEqual(['hostCallCancelled', 'stopRequested']);
    expect(pair.server.awaitsHost(id)).toBe(false);
  });
});

describe('SecureStrings', () => {
  it.each(VERSIONS)('go both ways with protocol %s', (protocolVersion) => {
    const pair = new Pair({ protocolVersion }).open();
    if (protocolVersion === '2.4') {
      const both = new Pair({ protocolVersion }, { protocolVersion }).open();
      const id = both.start({ noInput: false });
      both.client.sendInput(id, PSSecureString.fromPlainText('in'));
      both.server.sendOutput(id, PSSecureString.fromPlainText('out'));
      both.settle();
      expect(both.secretsOf(id)).toEqual(['out']);
      expect(both.clientEvents.some(({ type }) => type === 'keyExchanged')).toBe(false);
      const input = both.serverEvents.find((event) => event.type === 'input');
      expect(input?.type === 'input' && input.value instanceof PSSecureString && input.value.plainText).toBe('in');
    }
    const id = pair.start({ noInput: false });
    pair.server.sendOutput(id, 'before');
    pair.server.sendOutput(id, PSSecureString.fromPlainText('out'));
    pair.server.sendOutput(id, 'after');
    pair.settle();
    expect(pair.secretsOf(id)).toEqual(['before', 'out', 'after']);
    pair.client.sendInput(id, PSSecureString.fromPlainText('in'));
    pair.client.sendInput(id, 'plain');
    pair.settle();
    const input = pair.serverEvents.flatMap((event) => (event.type === 'input' ? [event.value] : []));
    expect(input.map((value) => (value instanceof PSSecureString ? value.plainText : value))).toEqual(['in', 'plain']);
    expect(pair.clientEvents.filter(({ type }) => type === 'keyExchanged').length).toBe(1);
  });

  it('hold only their own stream while the key is on its way', () => {
    const pair = new Pair({ maxRunspaces: 2 }).open();
    const [held, free] = [pair.start(), pair.start()];
    pair.server.sendOutput(held, PSSecureString.fromPlainText('s'));
    pair.server.sendOutput(held, 'behind');
    pair.toServer(pair.server.endPipeline(held, { state: 'Completed' }));
    pair.server.sendOutput(free, 'free');
    for (const id of [held, free])
      pair.toClient(
        pair.client.receivePipelineData(id, pair.server.pipelineBytesToSend(id, 10_000) ?? new Uint8Array(0)),
      );
    expect(pair.output(held)).toEqual([]);
    expect(pair.output(free)).toEqual(['free']);
    pair.toClient(pair.client.disconnect());
    expect(pair.clientEvents.at(-1)).toMatchObject({ state: 'Disconnecting' }); // waits for the exchange
    pair.settle();
    expect(pair.secretsOf(held)).toEqual(['s', 'behind']);
    expect(pair.states(held)).toEqual(['Completed']);
    expect(pair.clientEvents.at(-1)).toEqual({ type: 'disconnectReady' });
  });

  it('break the pool when the key never comes', () => {
    const pair = new Pair({ keyExchangeTimeoutMs: 100 }).open();
    const id = pair.client.createPipeline(scriptDefinition('x'), { noInput: false });
    pair.client.sendInput(id, PSSecureString.fromPlainText('in'));
    expect(pair.client.nextTimeout()).toBe(0);
    pair.client.handleTimeout(10);
    expect(pair.client.handleTimeout(110).at(-1)).toMatchObject({ state: 'Broken' });
  });

  it('of a client that sends one without a key end its pipeline', () => {
    const pair = new Pair({ protocolVersion: '2.4' }, { protocolVersion: '2.4' }).open();
    const plain = new Pair().open();
    const id = plain.start({ noInput: false });
    pair.start();
    const body = Buffer.from('<SS>AAAA</SS>');
    const message = encodeMessage({
      destination: 'Server',
      type: MessageType.PIPELINE_INPUT,
      runspacePoolId: POOL,
      pipelineId: id,
      body,
    });
    const fragmenter = new Fragmenter();
    fragmenter.push(message);
    plain.toServer(plain.server.receivePipelineData(id, fragmenter.take(1_000) ?? new Uint8Array(0)));
    plain.settle();
    expect(plain.states(id)).toEqual(['Failed']);
  });
});

describe('leaving and coming back', () => {
  const withOutputInFlight = (slice: number): { pair: Pair; id: Guid; sent: string[] } => {
    const pair = new Pair({ maxRunspaces: 3 }).open();
    const id = pair.start({ noInput: false });
    const sent = ['a'.repeat(500), 'b'.repeat(500), 'c'.repeat(500)];
    for (const value of sent) pair.server.sendOutput(id, value);
    const first = pair.server.pipelineBytesToSend(id, 300) ?? new Uint8Array(0);
    pair.toClient(pair.client.receivePipelineData(id, first.subarray(0, slice)));
    return { pair, id, sent };
  };

  it('the same client goes on in the middle of a message', () => {
    const { pair, id, sent } = withOutputInFlight(300);
    pair.toClient(pair.client.disconnect());
    expect(pair.clientEvents.at(-1)).toEqual({ type: 'disconnectReady' });
    pair.toClient(pair.client.disconnected());
    expect(pair.states(id)).toEqual(['Disconnected']);
    expect(() => pair.client.createPipeline(scriptDefinition('x'))).toThrow(InvalidStateError);
    pair.toClient(pair.client.reconnect());
    pair.toClient(pair.client.reconnected());
    pair.settle();
    expect(pair.output(id)).toEqual(sent);
    pair.toServer(pair.server.endPipeline(id, { state: 'Completed' }));
    pair.settle();
    expect(pair.states(id)).toEqual(['Disconnected', 'Running', 'Completed']);
  });

  it('another client takes over: the message cut in two is lost to it, all others come, input is closed', () => {
    const { pair, id, sent } = withOutputInFlight(150);
    const second = Pair.makeClient();
    pair.toClient(second.connect());
    const connectData = second.poolBytesToSend(100_000) ?? new Uint8Array(0);
    const { reply, events } = pair.server.connect(connectData);
    expect(reply.length).toBeLessThanOrEqual(4_096);
    pair.toServer(events);
    expect(pair.serverTypes().slice(-2)).toEqual(['clientConnected', 'inputEnded']);
    pair.clientEvents.length = 0;
    pair.toClient(second.receiveConnectResponse(reply));
    expect(second.state).toBe('Opened');
    expect([second.minRunspaces, second.maxRunspaces]).toEqual([1, 3]);
    pair.client = second;
    pair.toClient(second.attachPipeline(id));
    pair.settle();
    expect(pair.output(id)).toEqual(sent.slice(1));
    expect(pair.clientEvents.some(({ type }) => type === 'applicationPrivateData')).toBe(true);
    pair.server.sendOutput(id, PSSecureString.fromPlainText('s'));
    pair.toServer(pair.server.endPipeline(id, { state: 'Completed' }));
    pair.settle();
    expect(pair.secretsOf(id).at(-1)).toBe('s');
    expect(pair.states(id)).toEqual(['Running', 'Completed']);
    expect(pair.start()).toBeDefined();
  });

  it('a client that takes over passes over the capability that was for the one before', () => {
    const pair = new Pair();
    pair.toClient(pair.client.open());
    const request = pair.client.poolBytesToSend(100_000) ?? new Uint8Array(0);
    pair.toServer(pair.server.receivePoolData(request));
    const second = Pair.makeClient();
    pair.toClient(second.connect());
    const { reply } = pair.server.connect(second.poolBytesToSend(100_000) ?? new Uint8Array(0));
    pair.client = second;
    pair.toClient(second.receiveConnectResponse(reply));
    pair.settle();
    expect([second.state, pair.clientEvents.some(({ type }) => type === 'applicationPrivateData')]).toEqual([
      'Opened',
      true,
    ]);
  });

  it('a command of which half came has failed for the client that takes over', () => {
    const pair = new Pair().open();
    const id = pair.start();
    pair.toServer(pair.server.endPipeline(id, { state: 'Completed' }));
    pair.settle();
    const half = pair.client.createPipeline(scriptDefinition('script'), {});
    pair.toServer(
      pair.server.receivePipelineData(half, pair.client.pipelineBytesToSend(half, 200) ?? new Uint8Array(0)),
    );
    const second = Pair.makeClient();
    pair.toClient(second.connect());
    const { reply, events } = pair.server.connect(second.poolBytesToSend(100_000) ?? new Uint8Array(0));
    pair.toServer(events);
    pair.toClient(second.receiveConnectResponse(reply));
    pair.client = second;
    pair.toClient(second.attachPipeline(half));
    pair.settle();
    expect(pair.states(half)).toEqual(['Running', 'Failed']);
  });

  it("a second client gets the first one's session key", () => {
    const pair = new Pair().open();
    const id = pair.start();
    pair.server.sendOutput(id, PSSecureString.fromPlainText('one'));
    pair.settle();
    pair.server.sendOutput(id, PSSecureString.fromPlainText('two')); // encrypted before the second client is there
    const second = Pair.makeClient({ generateKeyPair: () => generateRsaKeyPair() });
    second.connect();
    const { reply } = pair.server.connect(second.poolBytesToSend(100_000) ?? new Uint8Array(0));
    second.receiveConnectResponse(reply);
    second.attachPipeline(id);
    pair.client = second;
    pair.clientEvents.length = 0;
    pair.settle();
    expect(pair.secretsOf(id)).toEqual(['two']);
  });

  it('refuses connect requests that are none, and stays as it was', () => {
    const pair = new Pair().open();
    const good = (
      options: Partial<ClientPoolOptions> = {},
      sizes = { minRunspaces: undefined, maxRunspaces: undefined } as never,
    ): Uint8Array => {
      const client = Pair.makeClient(options);
      client.connect(sizes);
      return client.poolBytesToSend(100_000) ?? new Uint8Array(0);
    };
    const data = good();
    const bad = [
      new Uint8Array(0),
      data.slice(0, data.length - 1),
      Buffer.concat([data, data]),
      Buffer.concat([data, Uint8Array.of(0)]),
      good({ poolId: parseGuid('20000000-0000-4000-8000-000000000002') }),
      good({ protocolVersion: '2.1' }),
      good({}, { minRunspaces: 5, maxRunspaces: 6 } as never),
    ];
    for (const request of bad) expect(() => pair.server.connect(request)).toThrow(PSSessionError);
    const half = Pair.makeClient();
    half.connect();
    const cut = Buffer.concat([half.poolBytesToSend(150) ?? [], half.poolBytesToSend(100_000) ?? []] as Uint8Array[]);
    expect(() => pair.server.connect(cut)).toThrow(/one fragment/);
    expect(pair.server.state).toBe('Opened');
    expect(pair.server.connect(good({}, { minRunspaces: 1, maxRunspaces: 6 } as never)).reply.length).toBeGreaterThan(
      0,
    );
  });
});

describe('any input in any state', () => {
  const acts: readonly ((pool: ClientPool) => unknown)[] = [
    (pool) => pool.open(),
    (pool) => pool.connect(),
    (pool) => pool.disconnect(),
    (pool) => pool.disconnected(),
    (pool) => pool.reconnect(),
    (pool) => pool.reconnected(),
    (pool) => pool.close(),
    (pool) => pool.closed(),
    (pool) => pool.closed(new PSSessionError('gone')),
    (pool) => pool.createPipeline(scriptDefinition('x'), { noInput: false }),
    (pool) => pool.getCommandMetadata(),
    (pool) => pool.getAvailableRunspaces(),
    (pool) => pool.setMaxRunspaces(4),
    (pool) => pool.setMinRunspaces(1),
    (pool) => pool.resetRunspaceState(),
    (pool) => pool.attachPipeline(POOL),
    (pool) => pool.stopPipeline(POOL),
    (pool) => pool.pipelineClosed(POOL),
    (pool) => pool.receiveConnectResponse(new Uint8Array(5)),
    (pool) => pool.sendInput(POOL, PSSecureString.fromPlainText('x')),
    (pool) => pool.handleTimeout(1e9),
    (pool) => pool.handleTimeout(3e9),
  ];

  it('leaves the client in a legal state', () => {
    const act = fc.oneof(
      fc.integer({ min: 0, max: acts.length - 1 }).map((index) => ({ act: acts[index] })),
      fc.record({
        type: fc.constantFrom(...Object.values(MessageType)),
        body: fc.constantFrom(
          '',
          '<S>x</S>',
          '<Obj RefId="0"><MS><I32 N="RunspaceState">2</I32></MS></Obj>',
          '<broken',
          '<SS>AAAA</SS>',
        ),
      }),
      fc.uint8Array({ maxLength: 60 }).map((garbage) => ({ garbage })),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 14 }), (script) => {
        const pair = new Pair();
        for (const step of script) {
          const before = pair.client.state;
          try {
            if ('act' in step) step.act?.(pair.client);
            else if ('garbage' in step) pair.client.receivePoolData(step.garbage);
            else {
              const fragmenter = new Fragmenter();
              const body = Uint8Array.from(Buffer.from(step.body));
              fragmenter.push(
                encodeMessage({ destination: 'Client', type: step.type, runspacePoolId: POOL, pipelineId: POOL, body }),
              );
              pair.client.receivePoolData(fragmenter.take(10_000) ?? new Uint8Array(0));
            }
          } catch (error) {
            expect(error).toBeInstanceOf(PSSessionError);
            expect(pair.client.state).toBe(before);
          }
          const after = pair.client.state;
          const reachable = new Set<string>([before]);
          for (let size = -1; size !== reachable.size; ) {
            size = reachable.size;
            for (const state of reachable) {
              for (const next of Object.values(CLIENT_POOL_MOVES[state as keyof typeof CLIENT_POOL_MOVES]))
                reachable.add(next);
            }
          }
          expect(reachable.has(after)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('leaves the server in a legal state, with typed reasons', () => {
    const step = fc.record({
      pipeline: fc.boolean(),
      type: fc.constantFrom(...Object.values(MessageType), 5),
      destination: fc.constantFrom('Server', 'Server', 'Server', 'Client'),
      body: fc.constantFrom(
        '',
        '<S>x</S>',
        '<Obj RefId="0"><MS><I64 N="ci">1</I64></MS></Obj>',
        '<broken',
        '<SS>AAAA</SS>',
        '<Nil/>',
      ),
      cut: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { maxLength: 10 }), (opened, script) => {
        const pair = new Pair();
        if (opened) pair.open();
        const fragmenter = new Fragmenter();
        for (const { pipeline, type, destination, body, cut } of script) {
          fragmenter.push(
            encodeMessage({
              destination: destination as 'Server',
              type,
              runspacePoolId: POOL,
              pipelineId: POOL,
              body: Uint8Array.from(Buffer.from(body)),
            }),
          );
          const bytes = fragmenter.take(10_000) ?? new Uint8Array(0);
          for (let at = 0; at < bytes.length; at += cut) {
            const part = bytes.subarray(at, at + cut);
            const events = pipeline ? pair.server.receivePipelineData(POOL, part) : pair.server.receivePoolData(part);
            for (const event of events) {
              if (event.type === 'stateChanged' && event.reason !== undefined)
                expect(event.reason).toBeInstanceOf(PSSessionError);
            }
          }
        }
        if (pair.server.state !== 'Broken') pair.server.close();
        pair.server.closed();
        expect(['Closed', 'Broken']).toContain(pair.server.state);
        expect(pair.server.sendOutput(POOL, 1)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('refuses pools that cannot be', () => {
    expect(() => new ClientPool({ random: randomBytes, minRunspaces: 3, maxRunspaces: 2 })).toThrow(/cannot be/);
    expect(NO_HOST.isHostNull).toBe(true);
  });
});
