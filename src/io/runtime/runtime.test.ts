import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { describe, expect, it } from 'vitest';
import { OperationTimeoutError } from '../../protocol/errors/index.js';
import { AsyncQueue, delay, linkSignals, newGuid, Pump, systemClock, traceChannel, withDeadline } from './index.js';
import type { Clock } from './index.js';

function stillClock(): Clock & { advance(ms: number): void } {
  let now = 0;
  const timers = new Set<{ at: number; callback: () => void }>();
  return {
    now: () => now,
    utcMs: () => now,
    setTimer(ms, callback) {
      const timer = { at: now + ms, callback };
      timers.add(timer);
      return { cancel: () => void timers.delete(timer) };
    },
    advance(ms) {
      now += ms;
      for (const timer of Array.from(timers)) {
        if (timer.at > now || !timers.delete(timer)) continue;
        timer.callback();
      }
    },
  };
}

describe('withDeadline', () => {
  it('ends at its limit with the operation and the limit in the error, although the work does not listen', async () => {
    const clock = stillClock();
    const result = withDeadline('open the shell', 500, undefined, () => new Promise(() => {}), clock);
    clock.advance(500);
    await expect(result).rejects.toThrow(OperationTimeoutError);
    await expect(result).rejects.toMatchObject({ operation: 'open the shell', limitMs: 500 });
  });
  it("passes on the caller's abort and its reason, and leaves no listener behind", async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const result = withDeadline('x', 10_000, controller.signal, (signal) => delay(9_000, signal));
    controller.abort(reason);
    await expect(result).rejects.toBe(reason);
    await expect(withDeadline('x', 10, AbortSignal.abort(), () => Promise.resolve(1))).rejects.toMatchObject({
      errorId: 'OperationCanceled',
    });
  });
  it('gives the result, and -1 means no limit', async () => {
    expect(await withDeadline('x', -1, undefined, () => Promise.resolve(7))).toBe(7);
  });
  it('links signals and lets them go', () => {
    const parent = new AbortController();
    const child = linkSignals(parent.signal, undefined);
    child[Symbol.dispose]();
    parent.abort();
    expect(child.signal.aborted).toBe(false);
  });
});

describe('AsyncQueue', () => {
  it('gives items in order, then the end; a failure comes after the items', async () => {
    const queue = new AsyncQueue<number | undefined>();
    queue.offer(1);
    queue.offer(undefined);
    queue.fail(new Error('broken'));
    expect(await queue.next()).toEqual({ value: 1, done: false });
    expect(await queue.next()).toEqual({ value: undefined, done: false });
    await expect(queue.next()).rejects.toThrow('broken');
    expect(await queue.next()).toEqual({ value: undefined, done: true });
  });
  it('holds a producer at its limit and lets it go at half', async () => {
    let room = 0;
    const queue = new AsyncQueue<number>({
      limit: 4,
      onRoom: () => {
        room += 1;
      },
    });
    for (const n of [1, 2, 3]) expect(queue.offer(n)).toBe(true);
    let pushed = false;
    const push = queue.push(4).then(() => {
      pushed = true;
    });
    await queue.next();
    expect(pushed).toBe(false);
    await queue.next();
    await push;
    expect(room).toBe(1);
  });
  it('moves a million items without keeping them', async () => {
    const queue = new AsyncQueue<number>({ limit: 100 });
    void (async () => {
      for (let n = 0; n < 1_000_000; n += 1) {
        if (!queue.offer(n)) await queue.push(++n);
      }
      queue.end();
    })();
    let expected = 0;
    for await (const n of queue) {
      if (n !== expected) throw new Error(`${n} came instead of ${expected}`);
      expected += 1;
    }
    expect(expected).toBe(1_000_000);
  });
  it('tells the source when the consumer leaves early', async () => {
    let abandoned = 0;
    const queue = new AsyncQueue<number>({
      onAbandoned: () => {
        abandoned += 1;
      },
    });
    queue.offer(1);
    for await (const _ of queue) break;
    expect(abandoned).toBe(1);
    expect(queue.ended).toBe(true);
  });
});

describe('Pump', () => {
  it('hands over events, drains, then sets the alarm; calls from a handler wait their turn', () => {
    const clock = stillClock();
    const log: string[] = [];
    let timeout: number | undefined = 100;
    const machine = {
      nextTimeout: () => timeout,
      handleTimeout: (now: number): readonly string[] => {
        timeout = undefined;
        return [`timeout at ${now}`];
      },
    };
    const pump = new Pump<string, typeof machine>(machine, {
      clock,
      onEvent: (event) => {
        log.push(event);
        if (event === 'a') {
          pump.run(() => ['inner']);
          log.push('after a');
        }
      },
      drain: () => log.push('drain'),
      onFailure: (error) => log.push(String(error)),
    });
    pump.run(() => ['a']);
    clock.advance(100);
    expect(log).toEqual(['a', 'after a', 'drain', 'inner', 'drain', 'timeout at 100', 'drain']);
  });
  it('drains only after the records are written', async () => {
    const log: string[] = [];
    let write: () => void = () => {};
    const machine = { nextTimeout: () => undefined, handleTimeout: () => [] };
    const pump = new Pump<string, typeof machine>(machine, {
      onEvent: (event) => log.push(event),
      drain: () => log.push('drain'),
      persist: () =>
        new Promise((resolve) => {
          write = resolve;
        }),
      onFailure: () => log.push('failed'),
    });
    pump.run(() => ['one']);
    pump.run(() => ['two']);
    expect(log).toEqual(['one']);
    write();
    await delay(0);
    expect(log).toEqual(['one', 'drain', 'two']);
  });
  it("gives a machine's throw to its caller and goes on", () => {
    const machine = { nextTimeout: () => undefined, handleTimeout: () => [] };
    const seen: string[] = [];
    const pump = new Pump<string, typeof machine>(machine, {
      onEvent: (event) => seen.push(event),
      drain: () => {},
      onFailure: () => seen.push('failed'),
    });
    expect(() =>
      pump.run(() => {
        throw new Error('wrong state');
      }),
    ).toThrow('wrong state');
    pump.run(() => ['still here']);
    expect(seen).toEqual(['still here']);
  });
});

describe('small things', () => {
  it('makes an event only when somebody listens', () => {
    const channel = traceChannel('runtime-test');
    let made = 0;
    const make = (): { type: string } => {
      made += 1;
      return { type: 'x' };
    };
    channel.publish(make);
    const heard: unknown[] = [];
    const listener = (message: unknown): void => void heard.push(message);
    subscribe(channel.name, listener);
    channel.publish(make);
    unsubscribe(channel.name, listener);
    expect([made, heard]).toEqual([1, [{ type: 'x' }]]);
  });
  it('makes version 4 GUIDs and cancels timers', async () => {
    expect(newGuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    let fired = false;
    systemClock
      .setTimer(1, () => {
        fired = true;
      })
      .cancel();
    await delay(10);
    expect(fired).toBe(false);
  });
});
