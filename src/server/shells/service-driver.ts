/**
 * Drives the sans-IO `WsmanShellService`: what it wants written is written, its events are worked off in order, and its
 * one alarm is set again, after every call into it.
 *
 * Events are queued: a host that answers at once, from inside an event, does not overtake the events before it.
 */
import type { Timer } from '../../io/runtime/index.js';
import { WsmanShellService, type Completion, type WsmanFault } from '../../protocol/wsman/index.js';
import type { Caller } from '../caller.js';
import type { ShellEvent, ShellLayerOptions } from './shell-layer-api.js';

export class ServiceDriver {
  readonly service: WsmanShellService<Caller>;
  readonly #options: Pick<ShellLayerOptions, 'clock' | 'spool'>;
  readonly #take: (event: ShellEvent) => void;
  readonly #afterwards: () => void;
  #queue: ShellEvent[] = [];
  #draining = false;
  #alarm: Timer | undefined;
  #stopped = false;

  /** @param afterwards is called when the events of a call are worked off. */
  constructor(
    options: Pick<ShellLayerOptions, 'clock' | 'spool' | 'service'>,
    take: (event: ShellEvent) => void,
    afterwards: () => void,
  ) {
    this.#options = options;
    this.#take = take;
    this.#afterwards = afterwards;
    this.service = new WsmanShellService<Caller>({ ...options.service, durable: options.spool !== undefined });
  }

  now(): number {
    return this.#options.clock.now();
  }

  /** One call into the service, then its events, then the alarm. */
  pump(call: (service: WsmanShellService<Caller>, now: number) => readonly ShellEvent[]): void {
    const events = call(this.service, this.now());
    // Written before anything of it is answered.
    const records = this.service.recordsToWrite();
    if (records.length > 0) this.#options.spool?.write(records);
    this.#queue.push(...events);
    if (this.#draining) return;
    this.#draining = true;
    try {
      for (;;) {
        const event = this.#queue.shift();
        if (event === undefined) break;
        this.#take(event);
      }
    } finally {
      this.#draining = false;
    }
    this.#afterwards();
    this.#setAlarm();
  }

  complete(requestId: number, completion: Completion): void {
    this.pump((service, now) => service.complete(requestId, completion, now));
  }

  refuse(requestId: number, fault: WsmanFault): void {
    this.pump((service, now) => service.refuse(requestId, fault, now));
  }

  /** No alarm from now on. */
  stop(): void {
    this.#stopped = true;
    this.#alarm?.cancel();
  }

  #setAlarm(): void {
    this.#alarm?.cancel();
    this.#alarm = undefined;
    const at = this.service.nextTimeout();
    if (at === undefined || this.#stopped) return;
    this.#alarm = this.#options.clock.setTimer(Math.max(0, at - this.now()), () => {
      this.#alarm = undefined;
      this.pump((service, now) => service.handleTimeout(now));
    });
  }
}
