/** Whatever happens to connections and clients, a command's output arrives once and in order. Seeds are printed. */
import { describe, expect, it } from 'vitest';
import { parseGuid } from '../bytes/index.js';
import type { ReceiveChannel, WsmanClient } from './index.js';
import { Pair, seededRandom } from './pair.fixture.js';

const SHELL = parseGuid('11111111-aaaa-4000-8000-000000000001');
const COMMAND = parseGuid('22222222-bbbb-4000-8000-000000000002');
const REF = { shellId: SHELL };

describe('output over broken connections, disconnects and takeovers', () => {
  it.each(Array.from({ length: 24 }, (_, index) => index + 1))('arrives once and in order (seed %i)', (seed) => {
    const random = seededRandom(seed * 7919);
    const pick = (count: number): number => (random(1)[0] ?? 0) % count;
    const pair = new Pair({ lostClientGraceMs: 1000, quotas: { maxEnvelopeSizekb: 32 } });
    let clientSeed = seed * 1000;
    const newClient = (): WsmanClient => pair.client((clientSeed += 1));
    let client = newClient();
    pair.run(client.createShell({ shellId: SHELL, creationData: Uint8Array.of(1) }));
    pair.run(client.startCommand(REF, { commandId: COMMAND, data: Uint8Array.of(1) }));
    let channel: ReceiveChannel = client.receive(REF, COMMAND);
    const sent: number[] = [];
    const got: number[] = [];
    let done = false;

    /** What the network keeps of what was sent, and brings again much later, by a connection of its own. */
    const underWay: Uint8Array[] = [];
    const strays: number[] = [];
    /** A Receive whose answer the client has not seen. */
    let isAsking = false;
    const receive = (): number => {
      const { request } = channel;
      if (request !== undefined) underWay.push(request);
      isAsking = true;
      return pair.receive(channel);
    };

    const take = (requestId: number, mayEnd = false): void => {
      isAsking = false;
      for (const event of pair.take(channel, requestId)) {
        if (event.type === 'data') got.push(...event.data);
        else if (event.type === 'done') done = true;
        else if (event.type === 'ended' && !(mayEnd && event.quiet)) throw event.error;
      }
    };
    const listen = (): void => {
      channel = client.receive(REF, COMMAND);
      isAsking = false;
    };
    /** What was on its way when the client left is its own still. */
    const leave = (): void => {
      pair.run(client.disconnect(REF));
      if (isAsking) take(receive(), true);
    };
    const produce = (): void => {
      for (let count = pick(4); count >= 0; count -= 1) {
        const chunk = Array.from({ length: 1 + pick(200) * 20 }, (_, index) => (sent.length + index) & 0xff);
        sent.push(...chunk);
        pair.output(SHELL, COMMAND, chunk);
      }
    };
    const steps: readonly (() => void)[] = [
      produce,
      () => {
        // An ordinary Receive; if nothing is there, something comes or the time runs out.
        const requestId = receive();
        if (!pair.answers.has(requestId) && pick(2) === 0) produce();
        if (!pair.answers.has(requestId)) pair.advance(60_000);
        take(requestId);
      },
      () => {
        // The connection breaks while it waits, or while the answer is written.
        const requestId = receive();
        if (pair.answers.has(requestId)) pair.work(pair.service.answerWritten(requestId, false, pair.now));
        else pair.work(pair.service.connectionLost(requestId, pair.now));
        pair.advance(pick(2000));
      },
      () => {
        // The answer is written but lost; the client sends the same Receive again.
        const requestId = receive();
        if (!pair.answers.has(requestId)) produce();
        pair.work(pair.service.answerWritten(requestId, true, pair.now));
        take(receive());
      },
      () => {
        leave();
        produce();
        pair.run(client.reconnect(REF));
        listen();
      },
      () => {
        leave();
        produce();
        client = newClient();
        pair.run(client.connect(REF, Uint8Array.of(1)));
        pair.run(client.connectCommand(REF, COMMAND));
        listen();
      },
      () => {
        // The client vanishes while it waits; another one takes over.
        const requestId = receive();
        if (pair.answers.has(requestId)) pair.work(pair.service.answerWritten(requestId, false, pair.now));
        else pair.work(pair.service.connectionLost(requestId, pair.now));
        for (const stray of strays.splice(0)) {
          if (pair.answers.has(stray)) pair.work(pair.service.answerWritten(stray, true, pair.now));
          else pair.work(pair.service.connectionLost(stray, pair.now));
        }
        pair.advance(1000);
        client = newClient();
        pair.run(client.connect(REF, Uint8Array.of(1)));
        listen();
      },
      () => {
        // A proxy brings a Receive again that it had kept; it takes the answer and throws it away.
        const late = underWay[pick(underWay.length)];
        if (late === undefined) return;
        const requestId = pair.post(late);
        strays.push(requestId);
        if (pick(2) === 0) produce();
        if (pair.answers.has(requestId)) pair.work(pair.service.answerWritten(requestId, true, pair.now));
      },
    ];
    for (let round = 0; round < 80; round += 1) steps[pick(steps.length)]?.();
    pair.work(pair.service.commandDone(SHELL, COMMAND, 0, pair.now));
    for (let guard = 0; guard < 1000 && !done; guard += 1) take(receive());
    expect(done).toBe(true);
    expect(got.length).toBe(sent.length);
    expect(got).toEqual(sent);
  });
});
