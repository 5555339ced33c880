import { describe, expect, it } from 'vitest';
import { parseGuid, type Guid } from '../bytes/index.js';
import { PSSessionError, WsmanFaultError } from '../errors/index.js';
import {
  encodeXpress,
  FaultCode,
  NO_LIMIT,
  SignalCode,
  wsmanFault,
  type FaultName,
  type ReceiveEvent,
  type ShellRef,
  type WsmanClient,
  type WsmanOperation,
} from './index.js';
import { ADMIN, ALICE, BOB, Pair } from './pair.fixture.js';

const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value);

const SHELL = parseGuid('11111111-aaaa-4000-8000-000000000001');
const COMMAND = parseGuid('22222222-bbbb-4000-8000-000000000002');

function open(pair: Pair, client: WsmanClient, shellId: Guid = SHELL, name?: string): ShellRef {
  const shell = pair.run(
    client.createShell({ shellId, creationData: Uint8Array.of(1, 2, 3), ...(name === undefined ? {} : { name }) }),
  );
  return { shellId: shell.shellId, resourceUri: shell.resourceUri, compressed: shell.compressed };
}
function start(pair: Pair, client: WsmanClient, shell: ShellRef, commandId: Guid = COMMAND): void {
  pair.run(client.startCommand(shell, { commandId, data: Uint8Array.of(4), commandText: 'Get-Date' }));
}
function fails(pair: Pair, operation: WsmanOperation<unknown>, name: FaultName, caller = ALICE): void {
  let error: unknown;
  try {
    pair.run(operation, caller);
  } catch (thrown) {
    error = thrown;
  }
  expect(error, `${operation.name} has to fail with ${name}`).toBeInstanceOf(WsmanFaultError);
  expect(error instanceof WsmanFaultError ? error.code : undefined).toBe(FaultCode[name]);
}
const dataOf = (events: readonly ReceiveEvent[]): number[] =>
  events.flatMap((event) => (event.type === 'data' ? [...event.data] : []));
const codeOf = (events: readonly ReceiveEvent[]): number | undefined => {
  const ended = events.find((event) => event.type === 'ended');
  return ended?.type === 'ended' && ended.error instanceof WsmanFaultError ? ended.error.code : undefined;
};

describe('the life of a shell', () => {
  it('goes from Create over a command to Delete', () => {
    const pair = new Pair();
    const client = pair.client(5, { psVersion: '7.4.1' });
    const shell = open(pair, client, SHELL, 'Session1');
    expect(pair.events[0]).toMatchObject({
      type: 'shellCreated',
      configuration: 'Microsoft.PowerShell',
      name: 'Session1',
    });
    const pool = client.receive(shell);
    const waiting = pair.receive(pool);
    expect(pair.answers.has(waiting)).toBe(false);
    pair.output(SHELL, undefined, [7, 8]);
    expect(dataOf(pair.take(pool, waiting))).toEqual([7, 8]);

    start(pair, client, shell);
    const channel = client.receive(shell, COMMAND);
    pair.output(SHELL, COMMAND, [1]);
    pair.output(SHELL, COMMAND, [2, 3]);
    pair.work(pair.service.commandDone(SHELL, COMMAND, 0, pair.now));
    const events = pair.take(channel, pair.receive(channel));
    expect(dataOf(events)).toEqual([1, 2, 3]);
    expect(events.at(-1)).toEqual({ type: 'done', exitCode: 0 });
    expect(channel.request).toBeUndefined();
    pair.run(client.signal(shell, COMMAND, SignalCode.terminate));
    pair.run(client.signal(shell, COMMAND, SignalCode.terminate)); // once more is no error

    const last = pair.receive(pool);
    pair.run(client.deleteShell(shell));
    const ended = pair.take(pool, last);
    expect(ended).toMatchObject([{ type: 'ended', quiet: true }]);
    expect(codeOf(ended)).toBe(995);
    fails(pair, client.getShell(shell), 'UNEXPECTED_SELECTORS');
    expect(pair.events.at(-1)).toEqual({ type: 'shellRemoved', shellId: SHELL, reason: 'deleted' });
  });

  it('keeps input in order, and tells prompt responses apart', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.run(client.send(shell, { data: Uint8Array.of(1) }));
    pair.run(client.send(shell, { commandId: COMMAND, data: Uint8Array.of(2) }));
    pair.run(client.send(shell, { commandId: COMMAND, stream: 'pr', data: Uint8Array.of(3) }));
    expect(pair.events.slice(-3)).toMatchObject([
      { type: 'poolInput', priority: 'Default' },
      { type: 'commandInput', priority: 'Default' },
      { type: 'commandInput', priority: 'PromptResponse' },
    ]);
    fails(pair, client.send(shell, { data: Uint8Array.of(1), stream: 'other' }), 'PLUGIN_INVALID_INPUT_STREAM');
  });

  it('lists shells and commands with all that Get-PSSession asks for', () => {
    const pair = new Pair({
      config: new Map([
        ['Service/Auth/Basic', 'true'],
        ['Client/URLPrefix', 'wsman'],
      ]),
    });
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.service.reportUsage(SHELL, { memoryUsedMb: 46, childProcesses: 2 });
    pair.advance(5000);
    expect(pair.run(client.enumerateShells())).toEqual([
      {
        shellId: SHELL.toUpperCase(),
        name: 'Session1',
        resourceUri: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell',
        owner: 'DOMAIN\\alice',
        clientIp: '10.0.0.5',
        processId: 77,
        idleTimeoutMs: 7_200_000,
        maxIdleTimeoutMs: NO_LIMIT,
        inputStreams: ['stdin', 'pr'],
        outputStreams: ['stdout'],
        locale: 'en-US',
        dataLocale: 'en-US',
        compressionMode: 'NoCompression',
        profileLoaded: true,
        encoding: 'UTF8',
        bufferMode: 'Block',
        state: 'Connected',
        shellRunTimeMs: 5000,
        shellInactivityMs: 5000,
        memoryUsedMb: 46,
        childProcesses: 2,
      },
    ]);
    expect(pair.run(client.enumerateCommands(SHELL))).toEqual([
      { shellId: SHELL.toUpperCase(), commandId: COMMAND.toUpperCase(), commandLine: 'Get-Date', state: 'Running' },
    ]);
    expect(pair.run(client.identify()).productVendor).toBe('pssession');
    fails(pair, client.getConfig(), 'ACCESS_DENIED');
    const config = pair.run(client.getConfig(), ADMIN);
    expect(config.get('MaxEnvelopeSizekb')).toBe('500');
    expect(config.get('Service/Auth/Basic')).toBe('true');
    expect(config.get('Client/URLPrefix')).toBe('wsman');
  });

  it('pages a list that does not fit into one answer', () => {
    const pair = new Pair({ quotas: { maxShellsPerUser: 500, maxEnvelopeSizekb: 32 } });
    const client = pair.client(5);
    for (let index = 0; index < 100; index += 1) {
      open(pair, client, parseGuid(`11111111-aaaa-4000-8000-${String(index).padStart(12, '0')}`));
    }
    expect(pair.run(client.enumerateShells())).toHaveLength(100);
    const step = client.enumerateShells();
    const { status, envelope } = pair.answerOf(pair.post(step.request));
    expect(envelope.length).toBeLessThanOrEqual(32 * 1024);
    const next = step.receiveAnswer(status, envelope);
    if (next.type !== 'again') throw new Error('one page should not do');
    pair.advance(240_001);
    expect(pair.codeOf(next.request)).toBe(FaultCode.ENUMERATE_INVALID_CONTEXT);
  });
});

describe('Receive', () => {
  it('answers TimedOut at the OperationTimeout, capped by MaxTimeoutms, and the client asks again', () => {
    const pair = new Pair();
    const client = pair.client(5); // asks for 180 s
    const shell = open(pair, client);
    const pool = client.receive(shell);
    const first = pool.request;
    const waiting = pair.receive(pool);
    pair.advance(59_999);
    expect(pair.answers.has(waiting)).toBe(false);
    pair.advance(1);
    expect(pair.bodyOf(waiting)).toMatchObject({ type: 'fault', fault: { code: 2150858793, subcode: 'w:TimedOut' } });
    expect(new TextDecoder().decode(pair.answerOf(waiting).envelope)).toContain('OperationTimeout');
    expect(pair.take(pool, waiting)).toEqual([]);
    expect(pool.request).not.toEqual(first);
  });

  it('refuses a second one on the channel, but serves other channels', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.receive(client.receive(shell));
    const second = client.receive(shell);
    expect(codeOf(pair.take(second, pair.receive(second)))).toBe(FaultCode.RECEIVE_IN_PROGRESS);
    expect(pair.answers.has(pair.receive(client.receive(shell, COMMAND)))).toBe(false);
  });

  it('puts whole chunks into Stream elements of their own and stays inside MaxEnvelopeSize', () => {
    const pair = new Pair();
    const client = pair.client(5, { maxEnvelopeBytes: 32_768 });
    const shell = open(pair, client);
    for (let index = 0; index < 40; index += 1) {
      pair.output(SHELL, undefined, times(3000, index));
    }
    pair.output(SHELL, undefined, times(60_000, 99));
    const pool = client.receive(shell);
    const received: number[] = [];
    for (let round = 0; received.length < 180_000; round += 1) {
      const requestId = pair.receive(pool);
      expect(pair.answerOf(requestId).envelope.length).toBeLessThanOrEqual(32_768);
      const events = pair.take(pool, requestId);
      if (round === 0) for (const event of events) expect(event.type === 'data' && event.data.length).toBe(3000);
      received.push(...dataOf(events));
    }
    expect(received).toHaveLength(180_000);
    expect(received.findIndex((value) => value === 99)).toBe(120_000);
  });

  it('says Pending with a host call, Running afterwards', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    const channel = client.receive(shell, COMMAND);
    const waiting = pair.receive(channel);
    pair.work(pair.service.commandOutput(SHELL, COMMAND, Uint8Array.of(1), pair.now, { pending: true }));
    expect(pair.take(channel, waiting).at(-1)).toEqual({ type: 'stateChanged', state: 'Pending' });
    pair.output(SHELL, COMMAND, [2]);
    expect(pair.take(channel, pair.receive(channel)).at(-1)).toEqual({ type: 'stateChanged', state: 'Running' });
  });

  it('keeps the data when the waiting connection is gone', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    const pool = client.receive(shell);
    const lost = pair.receive(pool);
    pair.work(pair.service.connectionLost(lost, pair.now));
    pair.output(SHELL, undefined, [1]);
    expect(pair.answers.has(lost)).toBe(false);
    expect(dataOf(pair.take(pool, pair.receive(pool)))).toEqual([1]);
  });

  it('gives the same answer to a Receive that is sent again, and new data only to the next one', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    const pool = client.receive(shell);
    pair.output(SHELL, undefined, [1]);
    const first = pair.receive(pool);
    pair.work(pair.service.answerWritten(first, true, pair.now)); // written, but lost on the way
    pair.output(SHELL, undefined, [2]);
    const again = pair.receive(pool);
    expect(dataOf(pair.take(pool, again))).toEqual([1]);
    expect(dataOf(pair.take(pool, pair.receive(pool)))).toEqual([2]);
  });

  it('delivers an answer that could not be written again, in order', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    const channel = client.receive(shell, COMMAND);
    pair.output(SHELL, COMMAND, [1]);
    pair.work(pair.service.commandDone(SHELL, COMMAND, 3, pair.now));
    const lost = pair.receive(channel);
    pair.work(pair.service.answerWritten(lost, false, pair.now));
    const events = pair.take(channel, pair.receive(channel));
    expect(dataOf(events)).toEqual([1]);
    expect(events.at(-1)).toEqual({ type: 'done', exitCode: 3 });
  });

  it('answers a Receive that came by two connections on both, and counts it as one', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    const pool = client.receive(shell);
    const first = pair.receive(pool);
    const second = pair.receive(pool);
    pair.output(SHELL, undefined, [5]);
    expect(pair.bodyOf(first)).toMatchObject({ type: 'received' });
    pair.work(pair.service.answerWritten(first, false, pair.now)); // that connection had gone unnoticed
    expect(dataOf(pair.take(pool, second))).toEqual([5]);
    pair.work(pair.service.answerWritten(second, true, pair.now));
    pair.output(SHELL, undefined, [6]);
    expect(dataOf(pair.take(pool, pair.receive(pool)))).toEqual([6]);
  });

  it('gives nothing to a Receive that comes late, after the next one was answered', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    const pool = client.receive(shell);
    pair.output(SHELL, undefined, [1]);
    const late = pool.request;
    expect(dataOf(pair.take(pool, pair.receive(pool)))).toEqual([1]);
    pair.output(SHELL, undefined, [2]);
    expect(dataOf(pair.take(pool, pair.receive(pool)))).toEqual([2]);
    pair.output(SHELL, undefined, [3]);
    if (late === undefined) throw new Error('there was no first request');
    const again = pair.post(late);
    expect(pair.bodyOf(again)).toMatchObject({ type: 'fault', fault: { code: 1359 } });
    expect(dataOf(pair.take(pool, pair.receive(pool)))).toEqual([3]);
  });
});

describe('a client that goes between two requests', () => {
  it('is given up after three silent minutes; if it lives, it just goes on', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    const pool = client.receive(shell);
    const waiting = pair.receive(pool);
    pair.now += 50_000;
    pair.work(pair.service.handleTimeout(pair.now));
    pair.output(SHELL, undefined, [1]);
    pair.take(pool, waiting);
    pair.now += 179_000;
    pair.work(pair.service.handleTimeout(pair.now));
    expect(pair.service.shells()[0]?.state).toBe('Connected');
    pair.now += 2000;
    pair.work(pair.service.handleTimeout(pair.now));
    expect(pair.service.shells()[0]?.state).toBe('Disconnected');
    pair.output(SHELL, undefined, [2]);
    expect(dataOf(pair.take(pool, pair.receive(pool)))).toEqual([2]);
    expect(pair.service.shells()[0]?.state).toBe('Connected');
  });
});

describe('MaxShellRunTime', () => {
  it('ends a shell when its time is over, whatever it does', () => {
    const pair = new Pair({ quotas: { maxShellRunTimems: 100_000 } });
    const client = pair.client(5);
    const shell = open(pair, client);
    pair.now += 99_000;
    pair.work(pair.service.handleTimeout(pair.now));
    expect(pair.service.shells()).toHaveLength(1);
    const waiting = pair.receive(client.receive(shell));
    pair.now += 2000;
    pair.work(pair.service.handleTimeout(pair.now));
    expect(pair.service.shells()).toHaveLength(0);
    const body = pair.bodyOf(waiting);
    expect(JSON.stringify(body)).toMatch(/MaxShellRunTime/);
  });
});

describe('a client that dies in the middle of another request', () => {
  it('is noticed by the answer that nobody takes: others may have its shell', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    const pool = pair.receive(client.receive(shell));
    pair.work(pair.service.connectionLost(pool, pair.now));
    const command = pair.post(
      client.startCommand(shell, { commandId: COMMAND, commandText: 'x', data: Uint8Array.of(1) }).request,
    );
    pair.work(pair.service.answerWritten(command, false, pair.now));
    pair.now += 2000;
    pair.work(pair.service.handleTimeout(pair.now));
    expect(pair.service.shells()[0]?.state).toBe('Disconnected');
  });
});

describe('retransmission of other requests', () => {
  it('does not do them twice', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    const send = client.send(shell, { data: Uint8Array.of(1) });
    pair.run(send);
    pair.run(send);
    expect(pair.typesSeen().filter((type) => type === 'poolInput')).toHaveLength(1);
    const remove = client.deleteShell(shell);
    pair.run(remove);
    pair.run(remove);
  });
  it('answers on the newer connection while the host still works', () => {
    const pair = new Pair();
    const client = pair.client(5);
    pair.host = () => undefined;
    const create = client.createShell({ shellId: SHELL, creationData: Uint8Array.of(1) });
    const first = pair.post(create.request);
    pair.work(pair.service.connectionLost(first, pair.now));
    const second = pair.post(create.request);
    pair.work(pair.service.complete(first, {}, pair.now));
    expect(pair.bodyOf(second).type).toBe('created');
    expect(pair.answers.has(first)).toBe(false);
    expect(pair.typesSeen().filter((type) => type === 'shellCreated')).toHaveLength(1);
  });
});

describe('disconnect, reconnect, connect', () => {
  it('buffers while nobody listens, and gives everything to the client that connects', () => {
    const pair = new Pair();
    const one = pair.client(5);
    const two = pair.client(6);
    const shell = open(pair, one);
    start(pair, one, shell);
    const pool = one.receive(shell);
    const waiting = pair.receive(pool);
    const busy = two.connect(shell, Uint8Array.of(1));
    fails(pair, busy, 'CONNECTED_TO_DIFFERENT_CLIENT');

    pair.run(one.disconnect(shell, { idleTimeoutMs: 120_000 }));
    expect(codeOf(pair.take(pool, waiting))).toBe(FaultCode.SERVICE_STREAM_DISCONNECTED);
    pair.output(SHELL, COMMAND, [1, 2]);
    fails(pair, one.send(shell, { data: Uint8Array.of(1) }), 'SHELL_DISCONNECTED');
    fails(pair, two.reconnect(shell), 'CLIENTSESSIONID_MISMATCH');
    fails(pair, one.disconnect(shell), 'DISCONNECT_OPERATION_NOT_VALID');
    expect(pair.run(two.enumerateShells())[0]).toMatchObject({ state: 'Disconnected', idleTimeoutMs: 120_000 });

    expect(pair.run(two.connect(shell, Uint8Array.of(1))).connectResponseData).toEqual(Uint8Array.of(9, 9));
    fails(pair, two.connectCommand(shell, parseGuid('33333333-bbbb-4000-8000-000000000002')), 'UNEXPECTED_SELECTORS');
    pair.run(two.connectCommand(shell, COMMAND));
    const channel = two.receive(shell, COMMAND);
    expect(dataOf(pair.take(channel, pair.receive(channel)))).toEqual([1, 2]);

    // The first client learns quietly that it lost the shell.
    const old = one.receive(shell);
    const ended = pair.take(old, pair.receive(old));
    expect(ended).toMatchObject([{ type: 'ended', quiet: true }]);
    fails(pair, one.reconnect(shell), 'CONNECTED_TO_DIFFERENT_CLIENT');
    expect(pair.run(two.enumerateShells())[0]?.state).toBe('Connected');
  });

  it('lets the same client reconnect, shell first and then its commands', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.run(client.disconnect(shell));
    fails(pair, client.reconnect(shell, COMMAND), 'SHELLCOMMAND_RECONNECT_NOT_VALID');
    pair.run(client.reconnect(shell));
    pair.run(client.reconnect(shell)); // already connected: no error
    pair.run(client.reconnect(shell, COMMAND));
    const channel = client.receive(shell, COMMAND);
    const waiting = pair.receive(channel);
    pair.output(SHELL, COMMAND, [4]);
    expect(dataOf(pair.take(channel, waiting))).toEqual([4]);
  });

  it('begins for a new client at the start of the message that the vanished one was reading', () => {
    const pair = new Pair({ lostClientGraceMs: 1000 });
    const one = pair.client(5);
    const two = pair.client(6);
    const shell = open(pair, one);
    start(pair, one, shell);
    const channel = one.receive(shell, COMMAND);
    pair.output(SHELL, COMMAND, [1]);
    pair.output(SHELL, COMMAND, [2], false);
    expect(dataOf(pair.take(channel, pair.receive(channel)))).toEqual([1, 2]);
    const lost = pair.receive(channel); // says that [1, 2] arrived
    pair.work(pair.service.connectionLost(lost, pair.now));
    pair.advance(1000);
    expect(pair.events.at(-1)).toEqual({ type: 'shellDisconnected', shellId: SHELL, reason: 'lost' });
    pair.output(SHELL, COMMAND, [3]);
    pair.run(two.connect(shell, Uint8Array.of(1)));
    const next = two.receive(shell, COMMAND);
    expect(dataOf(pair.take(next, pair.receive(next)))).toEqual([2, 3]);
  });

  it('keeps from a new client what answered the opening of one that vanished before it heard that', () => {
    const pair = new Pair({ lostClientGraceMs: 1000 });
    const one = pair.client(5);
    const two = pair.client(6);
    const shell = open(pair, one);
    pair.work(pair.service.connectionLost(pair.receive(one.receive(shell)), pair.now));
    pair.advance(1000);
    pair.output(SHELL, undefined, [7, 8]);
    pair.run(two.connect(shell, Uint8Array.of(1)));
    pair.output(SHELL, undefined, [9]);
    const next = two.receive(shell);
    expect(dataOf(pair.take(next, pair.receive(next)))).toEqual([9]);
  });

  it('takes a client back that was away for a moment, without Reconnect', () => {
    const pair = new Pair({ lostClientGraceMs: 1000 });
    const client = pair.client(5);
    const shell = open(pair, client);
    const pool = client.receive(shell);
    pair.work(pair.service.connectionLost(pair.receive(pool), pair.now));
    pair.advance(30_000);
    pair.output(SHELL, undefined, [6]);
    expect(pair.service.shells()[0]?.state).toBe('Disconnected');
    expect(dataOf(pair.take(pool, pair.receive(pool)))).toEqual([6]);
    expect(pair.service.shells()[0]?.state).toBe('Connected');
    expect(pair.typesSeen()).toContain('shellReconnected');
  });

  it('answers a refused Connect and stays Disconnected', () => {
    const pair = new Pair();
    const one = pair.client(5);
    const two = pair.client(6);
    const shell = open(pair, one);
    pair.run(one.disconnect(shell));
    pair.host = () => ({ fault: wsmanFault('PLUGIN_CONNECT_OPERATION_FAILED') });
    fails(pair, two.connect(shell, Uint8Array.of(1)), 'PLUGIN_CONNECT_OPERATION_FAILED');
    pair.run(one.reconnect(shell));
  });

  it('cannot disconnect a shell whose id the server chose', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = pair.run(client.createShell({ creationData: Uint8Array.of(1) }));
    fails(pair, client.disconnect(shell), 'DISCONNECT_NOT_SUPPORTED');
  });
});

describe('buffering', () => {
  it('blocks the producer, and tells when there is room', () => {
    const pair = new Pair({ outputBufferBytes: 100 });
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.output(SHELL, COMMAND, times(60, 1));
    expect(pair.service.hasRoom(SHELL, COMMAND)).toBe(true);
    pair.output(SHELL, COMMAND, times(60, 2));
    expect(pair.service.hasRoom(SHELL, COMMAND)).toBe(false);
    const channel = client.receive(shell, COMMAND);
    expect(dataOf(pair.take(channel, pair.receive(channel)))).toHaveLength(120);
    expect(pair.events.at(-1)).toEqual({ type: 'roomAvailable', shellId: SHELL, commandId: COMMAND });
  });
  it('drops the oldest whole messages of a disconnected shell with Drop, and says so', () => {
    const pair = new Pair({ outputBufferBytes: 100 });
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.run(client.disconnect(shell, { bufferMode: 'Drop' }));
    pair.output(SHELL, COMMAND, times(40, 1), false);
    pair.output(SHELL, COMMAND, times(40, 2));
    pair.output(SHELL, COMMAND, times(40, 3));
    expect(pair.service.hasRoom(SHELL, COMMAND)).toBe(true);
    expect(pair.events.at(-1)).toMatchObject({ type: 'outputDropped', bytes: 80 });
    pair.run(client.reconnect(shell));
    const channel = client.receive(shell, COMMAND);
    expect(dataOf(pair.take(channel, pair.receive(channel)))).toEqual(times(40, 3));
  });
  it('has as much room as the configuration of the shell says', () => {
    const pair = new Pair({
      outputBufferBytes: 100,
      configurations: [{ name: 'Microsoft.PowerShell', outputBufferBytes: 1000 }],
    });
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.output(SHELL, COMMAND, times(900, 1));
    expect(pair.service.hasRoom(SHELL, COMMAND)).toBe(true);
    pair.output(SHELL, COMMAND, times(100, 2));
    expect(pair.service.hasRoom(SHELL, COMMAND)).toBe(false);
  });
  it('lets output only take the place of older output while there is no room for any shell, with Drop', () => {
    const pair = new Pair({ outputBufferBytes: 1000 });
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.run(client.disconnect(shell, { bufferMode: 'Drop' }));
    for (const value of [1, 2, 3]) pair.output(SHELL, COMMAND, times(40, value));
    const full = (value: number): void =>
      pair.work(
        pair.service.commandOutput(SHELL, COMMAND, Uint8Array.from(times(40, value)), pair.now, { full: true }),
      );
    full(4);
    full(5);
    expect(pair.service.shells()[0]?.bufferedBytes).toBe(120);
    pair.run(client.reconnect(shell));
    const channel = client.receive(shell, COMMAND);
    expect(dataOf(pair.take(channel, pair.receive(channel)))).toEqual([3, 4, 5].flatMap((value) => times(40, value)));
  });
  it('with Drop loses what has waited for too long, whole messages, and nothing younger', () => {
    const pair = new Pair({ configurations: [{ name: 'Microsoft.PowerShell', maxOutputAgeMs: 10_000 }] });
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.run(client.disconnect(shell, { bufferMode: 'Drop' }));
    pair.output(SHELL, COMMAND, times(40, 1), false);
    pair.advance(6000);
    pair.output(SHELL, COMMAND, times(40, 2));
    pair.output(SHELL, COMMAND, times(40, 3));
    pair.advance(3999);
    expect(pair.service.shells()[0]?.bufferedBytes).toBe(120);
    pair.advance(1);
    expect(pair.events.at(-1)).toMatchObject({ type: 'outputDropped', bytes: 80 });
    expect(pair.service.shells()[0]?.bufferedBytes).toBe(40);
    pair.advance(6000);
    expect(pair.service.shells()[0]?.bufferedBytes).toBe(0);
  });
  it('with Block ends the shell whose output has waited for too long, rather than to lose a part of it', () => {
    const pair = new Pair({ configurations: [{ name: 'Microsoft.PowerShell', maxOutputAgeMs: 10_000 }] });
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.run(client.disconnect(shell));
    pair.advance(20_000); // without output nothing waits
    pair.output(SHELL, COMMAND, times(40, 1));
    pair.advance(9999);
    expect(pair.service.shells()).toHaveLength(1);
    pair.advance(1);
    expect(pair.service.shells()).toHaveLength(0);
    expect(pair.events.at(-1)).toMatchObject({ type: 'shellRemoved', reason: 'expired' });
  });
  it('stays bounded for a host that does not stop', () => {
    const pair = new Pair({ outputBufferBytes: 1000, outputBufferHardBytes: 10_000 });
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    for (let index = 0; index < 1000; index += 1) pair.output(SHELL, COMMAND, times(100, 1));
    expect(pair.service.shells()[0]?.bufferedBytes).toBeLessThanOrEqual(10_000);
  });
});

describe('ownership', () => {
  it("shows another user's shell to nobody but administrators, who may delete it", () => {
    const pair = new Pair();
    const client = pair.client(5);
    const other = pair.client(6);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.run(client.disconnect(shell));
    for (const operation of [
      other.getShell(shell),
      other.deleteShell(shell),
      other.connect(shell, Uint8Array.of(1)),
      other.reconnect(shell),
      other.send(shell, { data: Uint8Array.of(1) }),
      other.startCommand(shell, { data: Uint8Array.of(1) }),
      other.signal(shell, COMMAND, SignalCode.terminate),
      other.disconnect(shell),
      other.enumerateCommands(SHELL),
    ]) {
      fails(pair, operation, 'UNEXPECTED_SELECTORS', BOB);
    }
    const channel = other.receive(shell);
    expect(codeOf(pair.take(channel, pair.receive(channel, BOB)))).toBe(FaultCode.UNEXPECTED_SELECTORS);
    expect(pair.run(other.enumerateShells(), BOB)).toEqual([]);
    expect(pair.typesSeen()).toContain('refused');
    fails(pair, other.connect(shell, Uint8Array.of(1)), 'UNEXPECTED_SELECTORS', ADMIN);
    expect(pair.run(other.enumerateShells(), ADMIN)).toHaveLength(1);
    pair.run(other.deleteShell(shell), ADMIN);
  });
});

describe('the name of a shell', () => {
  it('has no character that a terminal would obey', () => {
    const pair = new Pair();
    for (const unseen of ['\u009b31m', '\u202eevil', '\u2066']) {
      const named = pair.client(5).createShell({ creationData: Uint8Array.of(1), name: `a${unseen}` });
      fails(pair, named, 'CREATESHELL_NAME_INVALID');
    }
    const named = pair.client(5).createShell({ creationData: Uint8Array.of(1), name: 'été 日本 😀 שלום' });
    expect(pair.run(named).shell?.name).toBe('été 日本 😀 שלום');
  });
});

describe('quotas and times', () => {
  it('keeps each of them, with its code', () => {
    const pair = new Pair({
      quotas: { maxShellsPerUser: 2, maxConcurrentUsers: 1, maxConcurrentCommandsPerShell: 1 },
      configurations: [{ name: 'microsoft.powershell', maxIdleTimeoutms: 100_000, idleTimeoutms: 90_000 }],
    });
    const client = pair.client(5);
    const create = (caller = ALICE, options: object = {}): WsmanOperation<unknown> => {
      void caller;
      return client.createShell({ creationData: Uint8Array.of(1), ...options });
    };
    fails(pair, create(ALICE, { idleTimeoutMs: 59_999 }), 'IDLETIMEOUT_OUTOFBOUNDS');
    fails(pair, create(ALICE, { idleTimeoutMs: 100_001 }), 'IDLETIMEOUT_OUTOFBOUNDS');
    fails(pair, create(ALICE, { name: 'x'.repeat(256) }), 'CREATESHELL_NAME_INVALID');
    fails(pair, create(ALICE, { protocolVersion: '3.0' }), 'PLUGIN_PROTOCOL_VERSION_NOT_MATCH');
    fails(pair, create(ALICE, { resourceUri: 'http://schemas.microsoft.com/powershell/Nope' }), 'INVALID_RESOURCE_URI');
    const shell = open(pair, client);
    expect(pair.run(client.getShell(shell)).idleTimeoutMs).toBe(90_000);
    fails(
      pair,
      client.createShell({ shellId: SHELL, creationData: Uint8Array.of(1) }),
      'SHELL_CLIENTID_RESOURCE_CONFLICT',
    );
    fails(pair, create(), 'QUOTA_MAX_SHELLUSERS', BOB);
    pair.run(create());
    fails(pair, create(), 'QUOTA_MAX_SHELLS');
    start(pair, client, shell);
    fails(pair, client.startCommand(shell, { data: Uint8Array.of(1) }), 'QUOTA_MAX_COMMANDS_PER_SHELL_PPQ');
  });
  it('counts concurrent operations per user', () => {
    const pair = new Pair({ quotas: { maxConcurrentOperationsPerUser: 2 } });
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    const waiting = pair.receive(client.receive(shell));
    pair.receive(client.receive(shell, COMMAND));
    fails(pair, client.getShell(shell), 'QUOTA_MAX_OPERATIONS');
    pair.work(pair.service.connectionLost(waiting, pair.now));
    pair.run(client.getShell(shell));
  });
  it('deletes an idle shell, but not one with a Receive that waits', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = pair.run(
      client.createShell({ shellId: SHELL, creationData: Uint8Array.of(1), idleTimeoutMs: 60_000 }),
    );
    const pool = client.receive(shell);
    for (let minute = 0; minute < 10; minute += 1) {
      const waiting = pair.receive(pool);
      pair.advance(60_000);
      pair.take(pool, waiting);
    }
    expect(pair.service.shells()).toHaveLength(1);
    pair.run(client.disconnect(shell));
    pair.advance(59_999);
    expect(pair.service.shells()).toHaveLength(1);
    pair.advance(1);
    expect(pair.events.at(-1)).toEqual({ type: 'shellRemoved', shellId: SHELL, reason: 'expired' });
    fails(pair, client.reconnect(shell), 'UNEXPECTED_SELECTORS');
  });
  it('gives up a Create that the host does not answer', () => {
    const pair = new Pair();
    const client = pair.client(5);
    pair.host = () => undefined;
    const requestId = pair.post(client.createShell({ shellId: SHELL, creationData: Uint8Array.of(1) }).request);
    pair.advance(60_000);
    expect(pair.bodyOf(requestId)).toMatchObject({ type: 'fault', fault: { code: FaultCode.OPERATION_TIMEDOUT } });
    expect(pair.typesSeen()).toContain('shellRemoved');
    expect(pair.service.complete(requestId, {}, pair.now)).toEqual([]);
  });
});

describe('the end of a host', () => {
  it('lets what was produced be received, then tells the reason', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.output(SHELL, COMMAND, [1]);
    pair.work(pair.service.shellEnded(SHELL, new PSSessionError('the process died with signal 9'), pair.now));
    const channel = client.receive(shell, COMMAND);
    expect(dataOf(pair.take(channel, pair.receive(channel)))).toEqual([1]);
    const ended = pair.take(channel, pair.receive(channel));
    expect(ended).toMatchObject([{ type: 'ended', quiet: false }]);
    expect(ended[0]?.type === 'ended' && ended[0].error.message).toContain('signal 9');
    expect(pair.events.at(-1)).toEqual({ type: 'shellRemoved', shellId: SHELL, reason: 'ended' });
  });
  it("says that the pool is broken when a command's last output has arrived, not while it is on its way", () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.output(SHELL, COMMAND, [1]);
    pair.work(pair.service.commandDone(SHELL, COMMAND, 0, pair.now));
    pair.work(pair.service.shellEnded(SHELL, new PSSessionError('the process died with signal 9'), pair.now));
    const channel = client.receive(shell, COMMAND);
    const answered = pair.receive(channel);
    const pool = client.receive(shell);
    const waiting = pair.receive(pool);
    expect(pair.answers.has(waiting)).toBe(false);
    expect(dataOf(pair.take(channel, answered))).toEqual([1]);
    pair.run(client.signal(shell, COMMAND, SignalCode.terminate));
    expect(pair.answers.has(waiting)).toBe(true);
  });
  it("does not withhold it for ever from a client that leaves a command's output unconfirmed", () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.output(SHELL, COMMAND, [1]);
    pair.work(pair.service.commandDone(SHELL, COMMAND, 0, pair.now));
    pair.work(pair.service.shellEnded(SHELL, new PSSessionError('the process died with signal 9'), pair.now));
    pair.receive(client.receive(shell, COMMAND));
    const waiting = pair.receive(client.receive(shell));
    pair.advance(2000);
    expect(pair.answers.has(waiting)).toBe(true);
  });
  it('leaves the session to whoever comes, when its client asks for something else and then for nothing more', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.output(SHELL, COMMAND, [1]);
    pair.work(pair.service.shellEnded(SHELL, new PSSessionError('the process died with signal 9'), pair.now));
    pair.run(client.getShell(shell));
    pair.now += 9000;
    pair.work(pair.service.handleTimeout(pair.now));
    expect(pair.service.shells()[0]?.state).toBe('Connected');
    pair.now += 2000;
    pair.work(pair.service.handleTimeout(pair.now));
    expect(pair.service.shells()[0]?.state).toBe('Disconnected');
  });
  it('ends everything when it closed in order', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    const pool = client.receive(shell);
    const waiting = pair.receive(pool);
    pair.work(pair.service.shellEnded(SHELL, undefined, pair.now));
    expect(codeOf(pair.take(pool, waiting))).toBe(995);
    expect(pair.service.shells()).toEqual([]);
  });
});

describe('stopping a pipeline', () => {
  it('answers after the engine has stopped, and the last output comes before', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    pair.host = () => undefined;
    const channel = client.receive(shell, COMMAND);
    const waiting = pair.receive(channel);
    const stop = pair.post(client.signal(shell, COMMAND, SignalCode.powershellStop).request);
    expect(pair.answers.has(stop)).toBe(false);
    pair.output(SHELL, COMMAND, [3]);
    pair.work(pair.service.commandDone(SHELL, COMMAND, 0, pair.now));
    pair.work(pair.service.complete(stop, {}, pair.now));
    expect(pair.bodyOf(stop).type).toBe('signalled');
    expect(dataOf(pair.take(channel, waiting))).toEqual([3]);
  });
  it('closes the command for any other code, as the plugin does [protocol.md 7.5]', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = open(pair, client);
    start(pair, client, shell);
    const channel = client.receive(shell, COMMAND);
    const waiting = pair.receive(channel);
    pair.run(client.signal(shell, COMMAND, 'powershell/signal/ctrl_c'));
    expect(codeOf(pair.take(channel, waiting))).toBe(995);
    expect(pair.events.at(-1)).toEqual({ type: 'commandClosed', shellId: SHELL, commandId: COMMAND });
  });
});

describe('the cmd shell', () => {
  it('runs a command line, carries both streams and ends them, and takes input to its end', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const created = pair.run(
      client.createShell({ codePage: 65_001, noProfile: true, environment: new Map([['A', '1']]) }),
    );
    const shell: ShellRef = created;
    const shellId = parseGuid(created.shellId);
    expect(pair.events[0]).toMatchObject({ type: 'shellCreated', kind: 'cmd', codePage: 65_001, noProfile: true });
    const { commandId: id } = pair.run(client.startCommand(shell, { commandText: 'echo', arguments: ['a', 'b'] }));
    const commandId = parseGuid(id);
    expect(pair.events.at(-1)).toMatchObject({
      type: 'cmdStarted',
      command: 'echo',
      arguments: ['a', 'b'],
      skipCmdShell: false,
    });
    pair.run(client.send(shell, { commandId, data: Uint8Array.of(1), end: true }));
    expect(pair.events.at(-1)).toMatchObject({ type: 'commandInput', end: true });
    fails(pair, client.send(shell, { commandId, data: Uint8Array.of(1) }), 'PIPE_CLOSED');
    pair.work(pair.service.commandOutput(shellId, commandId, Uint8Array.of(65), pair.now, { stream: 'stdout' }));
    pair.work(pair.service.commandOutput(shellId, commandId, Uint8Array.of(66), pair.now, { stream: 'stderr' }));
    pair.work(pair.service.commandDone(shellId, commandId, -1073741510, pair.now));
    const channel = client.receive(shell, commandId, ['stdout', 'stderr']);
    expect(pair.take(channel, pair.receive(channel))).toEqual([
      { type: 'data', stream: 'stdout', data: Uint8Array.of(65) },
      { type: 'data', stream: 'stderr', data: Uint8Array.of(66) },
      { type: 'streamEnded', stream: 'stdout' },
      { type: 'streamEnded', stream: 'stderr' },
      { type: 'done', exitCode: -1073741510 },
    ]);
    pair.run(client.signal(shell, commandId, SignalCode.ctrlC));
    pair.run(client.signal(shell, commandId, SignalCode.terminate));
  });
  it('passes signals on, and a program that is not found back', () => {
    const pair = new Pair();
    const client = pair.client(5);
    const shell = pair.run(client.createShell({}));
    const { commandId } = pair.run(client.startCommand(shell, { commandText: 'sleep' }));
    pair.run(client.signal(shell, commandId, SignalCode.ctrlC));
    expect(pair.events.at(-1)).toMatchObject({ type: 'cmdSignal', signal: 'ctrl_c' });
    pair.host = () => ({ fault: wsmanFault('FILE_NOT_FOUND', { provider: { name: 'Shell cmd plugin' } }) });
    fails(pair, client.startCommand(shell, { commandText: 'nope', skipCmdShell: true }), 'FILE_NOT_FOUND');
  });
});

describe('compression', () => {
  it('is accepted when asked for, and carries both directions', () => {
    const pair = new Pair();
    const client = pair.client(5, { compression: true });
    const shell = open(pair, client);
    expect(shell.compressed).toBe(true);
    const data = Uint8Array.from({ length: 70_000 }, (_, index) => index & 0xff);
    pair.run(client.send(shell, { data }));
    expect(pair.events.at(-1)).toMatchObject({ type: 'poolInput', data });
    pair.output(SHELL, undefined, [...data]);
    const pool = client.receive(shell);
    expect(dataOf(pair.take(pool, pair.receive(pool)))).toEqual([...data]);
    const damaged = { ...shell, compressed: false };
    fails(pair, client.send(damaged, { data: encodeXpress(data).subarray(0, 100) }), 'PLUGIN_INVALID_INPUT_DATATYPE');
  });
  it('is refused as a header that is not understood when it is switched off', () => {
    const pair = new Pair({ allowCompression: false });
    const client = pair.client(5, { compression: true });
    fails(pair, client.createShell({ creationData: Uint8Array.of(1) }), 'SOAP_FAULT_MUST_UNDERSTAND');
  });
});
