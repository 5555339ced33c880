/** A clock that a test moves by hand. */
import type { Clock, Timer } from '../io/runtime/index.js';

interface Waiting {
  readonly due: number;
  readonly order: number;
  readonly callback: () => void;
}

export class FakeClock implements Clock {
  #now = 0;
  #order = 0;
  readonly #startUtcMs: number;
  readonly #timers = new Set<Waiting>();

  /** @param startUtcMs wall time at the start; default 2026-01-01T00:00:00Z. */
  constructor(startUtcMs = Date.UTC(2026, 0, 1)) {
    this.#startUtcMs = startUtcMs;
  }

  now(): number {
    return this.#now;
  }

  utcMs(): number {
    return this.#startUtcMs + this.#now;
  }

  setTimer(ms: number, callback: () => void): Timer {
    this.#order += 1;
    const waiting = { due: this.#now + Math.max(0, ms), order: this.#order, callback };
    this.#timers.add(waiting);
    return { cancel: () => this.#timers.delete(waiting) };
  }

  /** Timers that wait. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Moves time on by `ms`, calling what comes due in its order; timers set meanwhile are called too when they come due. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = [...this.#timers]
        .filter(({ due }) => due <= end)
        .sort((a, b) => a.due - b.due || a.order - b.order)[0];
      if (next === undefined) break;
      this.#timers.delete(next);
      this.#now = next.due;
      next.callback();
    }
    this.#now = end;
  }

  /** As `advance`, giving promises their turn before and after. */
  async advanceAsync(ms: number): Promise<void> {
    await settle();
    this.advance(ms);
    await settle();
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}
