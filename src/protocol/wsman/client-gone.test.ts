/** How the service learns that a client is gone, and what another client may do to it. */
import { describe, expect, it } from 'vitest';
import { parseGuid } from '../bytes/index.js';
import type { ReceiveEvent, WsmanClient } from './index.js';
import { ALICE, Pair } from './pair.fixture.js';

const SHELL = parseGuid('11111111-aaaa-4000-8000-000000000001');
const COMMAND = parseGuid('22222222-bbbb-4000-8000-000000000002');
const REF = { shellId: SHELL };
const over = (connection: string) => ({ ...ALICE, connection });

function open(pair: Pair, client: WsmanClient, connection = 'first'): void {
  pair.run(client.createShell({ shellId: SHELL, creationData: Uint8Array.of(1) }), over(connection));
}
const start = (client: WsmanClient) => client.startCommand(REF, { commandId: COMMAND, data: Uint8Array.of(1) });
const stateIn = (pair: Pair): string | undefined => pair.service.shells()[0]?.state;
const dataOf = (events: readonly ReceiveEvent[]): number[] =>
  events.flatMap((event) => (event.type === 'data' ? [...event.data] : []));
function closed(pair: Pair, connection: string, byClient = true): void {
  pair.work(pair.service.connectionClosed(connection, byClient, pair.now));
}

describe('a client that dies while nothing of it waits', () => {
  it('has left its shell a second after its last connection is closed', () => {
    const pair = new Pair({ lostClientGraceMs: 1000 });
    const client = pair.client(5);
    open(pair, client);
    pair.run(start(client), over('second'));
    closed(pair, 'first');
    pair.advance(2000);
    expect(stateIn(pair)).toBe('Connected');
    closed(pair, 'second');
    pair.advance(999);
    expect(stateIn(pair)).toBe('Connected');
    pair.advance(1);
    expect(stateIn(pair)).toBe('Disconnected');
    expect(pair.events.at(-1)).toEqual({ type: 'shellDisconnected', shellId: SHELL, reason: 'lost' });
  });

  it('goes on without a Reconnect if it lives', () => {
    const pair = new Pair({ lostClientGraceMs: 1000 });
    const client = pair.client(5);
    open(pair, client);
    closed(pair, 'first');
    pair.advance(5000);
    expect(stateIn(pair)).toBe('Disconnected');
    pair.run(start(client), over('second'));
    expect(stateIn(pair)).toBe('Connected');
    closed(pair, 'second');
    pair.advance(500);
    pair.run(client.send(REF, { commandId: COMMAND, data: Uint8Array.of(1) }), over('third'));
    pair.advance(5000);
    expect(stateIn(pair)).toBe('Connected');
  });

  it('is not thought dead while it waits, or because the server closed what was idle', () => {
    const pair = new Pair({ lostClientGraceMs: 1000 });
    const client = pair.client(5);
    open(pair, client);
    const pool = client.receive(REF);
    pair.receive(pool, over('waiting'));
    closed(pair, 'first');
    pair.advance(5000);
    expect(stateIn(pair)).toBe('Connected');
    pair.output(SHELL, undefined, [1]);
    closed(pair, 'waiting', false);
    pair.advance(5000);
    expect(stateIn(pair)).toBe('Connected');
  });

  it('is looked for among its own connections alone', () => {
    const pair = new Pair({ lostClientGraceMs: 1000 });
    const one = pair.client(5);
    const two = pair.client(6);
    open(pair, one);
    pair.run(one.disconnect(REF), over('first'));
    pair.run(two.connect(REF, Uint8Array.of(1)), over('other'));
    closed(pair, 'first');
    pair.run(one.enumerateShells(), over('third'));
    closed(pair, 'third');
    pair.advance(5000);
    expect(stateIn(pair)).toBe('Connected');
    closed(pair, 'other');
    pair.advance(1000);
    expect(stateIn(pair)).toBe('Disconnected');
  });

  it('is known by no connection that an earlier listener had', () => {
    const pair = new Pair({ lostClientGraceMs: 1000 });
    const client = pair.client(5);
    open(pair, client);
    pair.work(pair.service.allConnectionsLost(pair.now));
    pair.run(start(client), over('new'));
    pair.advance(2000);
    expect(stateIn(pair)).toBe('Connected');
    closed(pair, 'new');
    pair.advance(1000);
    expect(stateIn(pair)).toBe('Disconnected');
  });
});

describe('a Disconnect that comes from another client session', () => {
  it('loses nothing of what its client may not have received', () => {
    const pair = new Pair();
    const owner = pair.client(5);
    const other = pair.client(6);
    open(pair, owner);
    pair.run(start(owner));
    pair.output(SHELL, COMMAND, [1, 2]);
    // Answered, and lost on its way.
    pair.receive(owner.receive(REF, COMMAND));
    pair.run(other.disconnect(REF));
    expect(stateIn(pair)).toBe('Disconnected');
    pair.output(SHELL, COMMAND, [3]);
    const third = pair.client(7);
    pair.run(third.connect(REF, Uint8Array.of(1)));
    const channel = third.receive(REF, COMMAND);
    expect(dataOf(pair.take(channel, pair.receive(channel)))).toEqual([1, 2, 3]);
  });

  it('lets its client ask again for the answer that was lost', () => {
    const pair = new Pair();
    const owner = pair.client(5);
    open(pair, owner);
    pair.run(start(owner));
    pair.output(SHELL, COMMAND, [1, 2]);
    const channel = owner.receive(REF, COMMAND);
    pair.receive(channel);
    pair.run(pair.client(6).disconnect(REF));
    expect(dataOf(pair.take(channel, pair.receive(channel)))).toEqual([1, 2]);
    pair.output(SHELL, COMMAND, [3]);
    expect(dataOf(pair.take(channel, pair.receive(channel)))).toEqual([3]);
    expect(stateIn(pair)).toBe('Connected');
  });
});
