/**
 * Drives one machine (style.md 2). After every call into it, in this order: the events are handed over, the output is
 * drained, the alarm is set to `nextTimeout()`. A durable machine's records are written before its output is drained.
 *
 * Calls made from inside an event handler are queued and run after the present one, so a machine is never entered twice.
 */
import { systemClock, type Clock, type Timer } from './clock.js';

export interface PumpedMachine<Event> {
  /** When `handleTimeout` wants to be called, on the pump's clock; undefined: never. */
  nextTimeout(): number | undefined;
  handleTimeout(now: number): readonly Event[];
}

export interface DurableMachine<Record> {
  /** Records in order, each once; `upTo` numbers the last one. Undefined: nothing to write. */
  recordsToWrite(): { readonly records: readonly Record[]; readonly upTo: number } | undefined;
  recordsWritten(upTo: number): void;
}

export interface PumpOptions<Machine, Event> {
  /** Takes an event. Called in the machine's order. */
  readonly onEvent: (event: Event) => void;
  /** Takes what the machine has to say (`bytesToSend`, `requestsToSend` ...) until it has no more. */
  readonly drain: (machine: Machine) => void;
  /** For a durable machine: writes what it promised. The output waits for it. */
  readonly persist?: (machine: Machine) => Promise<void>;
  /** A failure of `persist`, or of `onEvent` and `drain`: our own bug or a full disk; the pump stops. */
  readonly onFailure: (error: unknown) => void;
  readonly clock?: Clock;
}

export class Pump<Event, Machine extends PumpedMachine<Event>> implements Disposable {
  readonly machine: Machine;
  readonly #options: PumpOptions<Machine, Event>;
  readonly #clock: Clock;
  readonly #calls: ((machine: Machine, now: number) => readonly Event[])[] = [];
  #running = false;
  #stopped = false;
  #alarm: Timer | undefined;

  constructor(machine: Machine, options: PumpOptions<Machine, Event>) {
    this.machine = machine;
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  /** Calls the machine. A throw of the machine for a wrong call of ours goes to the caller, and nothing is lost by it. */
  run(call: (machine: Machine, now: number) => readonly Event[]): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#calls.push(call);
      return;
    }
    this.#running = true;
    let events: readonly Event[];
    try {
      events = call(this.machine, this.#clock.now());
    } catch (error) {
      this.#running = false;
      this.#continue();
      throw error;
    }
    this.#settle(events);
  }

  /** Nothing runs after this; the alarm is off. */
  [Symbol.dispose](): void {
    this.#stopped = true;
    this.#calls.length = 0;
    this.#alarm?.cancel();
  }

  /** Ends the turn of one call: events, records, output, alarm; then the calls that came in meanwhile. */
  #settle(events: readonly Event[]): void {
    try {
      for (const event of events) this.#options.onEvent(event);
      const writing = this.#options.persist?.(this.machine);
      if (writing !== undefined) {
        writing.then(
          () => this.#finish(),
          (error: unknown) => this.#fail(error),
        );
        return;
      }
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#finish();
  }

  #finish(): void {
    if (this.#stopped) return;
    try {
      this.#options.drain(this.machine);
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#setAlarm();
    this.#running = false;
    this.#continue();
  }

  #continue(): void {
    const next = this.#calls.shift();
    if (next === undefined || this.#stopped) return;
    try {
      this.run(next);
    } catch (error) {
      this.#fail(error); // a queued call has no caller left to throw to
    }
  }

  #setAlarm(): void {
    this.#alarm?.cancel();
    this.#alarm = undefined;
    const due = this.machine.nextTimeout();
    if (due === undefined || this.#stopped) return;
    this.#alarm = this.#clock.setTimer(due - this.#clock.now(), () =>
      this.run((machine, now) => machine.handleTimeout(now)),
    );
  }

  #fail(error: unknown): void {
    this[Symbol.dispose]();
    this.#options.onFailure(error);
  }
}
