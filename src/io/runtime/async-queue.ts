/**
 * Events to `for await`, with back-pressure. One or several producers push, one consumer iterates. A producer that
 * awaits `push` is held while the queue is full; `offer` never waits and says whether there is still room, for sources
 * that can be paused (sockets). Weights let a queue of byte arrays be bounded in bytes.
 */
export interface AsyncQueueOptions<T> {
  /** The queue is full at this weight. Default 1,024. */
  readonly limit?: number;
  /** The weight of an item. Default 1. */
  readonly weigh?: (item: T) => number;
  /** Called when a queue that was full has room again. */
  readonly onRoom?: () => void;
  /** Called once when the consumer stops before the end. */
  readonly onAbandoned?: () => void;
}

interface Slot<T> {
  readonly item: T;
  readonly weight: number;
}

export class AsyncQueue<T> implements AsyncIterableIterator<T> {
  #items: Slot<T>[] = [];
  #first = 0;
  #weight = 0;
  #full = false;
  #ended = false;
  #error: Error | undefined;
  readonly #limit: number;
  readonly #weigh: ((item: T) => number) | undefined;
  readonly #onRoom: (() => void) | undefined;
  readonly #onAbandoned: (() => void) | undefined;
  readonly #takers: { resolve(result: IteratorResult<T>): void; reject(error: unknown): void }[] = [];
  #room: (() => void)[] = [];

  constructor(options: AsyncQueueOptions<T> = {}) {
    this.#limit = options.limit ?? 1024;
    this.#weigh = options.weigh;
    this.#onRoom = options.onRoom;
    this.#onAbandoned = options.onAbandoned;
  }

  /** Items that wait. */
  get length(): number {
    return this.#items.length - this.#first;
  }
  get ended(): boolean {
    return this.#ended;
  }

  /** Adds an item; resolves when there is room for another. An item after the end is dropped. */
  push(item: T): Promise<void> {
    if (this.offer(item)) return Promise.resolve();
    return new Promise((resolve) => this.#room.push(resolve));
  }

  /** Adds an item. False: the queue is full now, wait for `onRoom` before the next one. */
  offer(item: T): boolean {
    if (this.#ended) return true;
    const taker = this.#takers.shift();
    if (taker !== undefined) {
      taker.resolve({ value: item, done: false });
      return true;
    }
    const weight = this.#weigh?.(item) ?? 1;
    this.#items.push({ item, weight });
    this.#weight += weight;
    if (this.#weight >= this.#limit) this.#full = true;
    return !this.#full;
  }

  /** No item follows. What waits is still delivered. */
  end(): void {
    this.#finish(undefined);
  }

  /** As `end`, and the consumer gets the error after the last item. */
  fail(error: Error): void {
    this.#finish(error);
  }

  /** Takes an item that waits, without waiting. */
  poll(): T | undefined {
    const slot = this.#items[this.#first];
    if (slot === undefined) return undefined;
    this.#first += 1;
    this.#weight -= slot.weight;
    if (this.#first === this.#items.length) {
      this.#items = [];
      this.#first = 0;
    } else if (this.#first > 1024 && this.#first * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#first);
      this.#first = 0;
    }
    // Room is told at half, so that a source is not paused and resumed for every item.
    if (this.#full && this.#weight * 2 <= this.#limit) this.#makeRoom();
    return slot.item;
  }

  next(): Promise<IteratorResult<T>> {
    if (this.length > 0) {
      const value = this.poll();
      if (value !== undefined) return Promise.resolve({ value, done: false });
      // An item that is `undefined` itself is an item all the same.
      return Promise.resolve({ value: value as T, done: false });
    }
    if (this.#error !== undefined) {
      const error = this.#error;
      this.#error = undefined;
      return Promise.reject(error);
    }
    if (this.#ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve, reject) => this.#takers.push({ resolve, reject }));
  }

  /** The consumer goes away: what waits is dropped and producers are let go. */
  return(): Promise<IteratorResult<T>> {
    const early = !this.#ended;
    this.#items = [];
    this.#first = 0;
    this.#weight = 0;
    this.#finish(undefined);
    this.#error = undefined;
    if (early) this.#onAbandoned?.();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #makeRoom(): void {
    this.#full = false;
    const waiting = this.#room;
    this.#room = [];
    for (const resolve of waiting) resolve();
    this.#onRoom?.();
  }

  #finish(error: Error | undefined): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#error = error;
    const takers = this.#takers.splice(0);
    for (const [index, taker] of takers.entries()) {
      if (index === 0 && this.#error !== undefined) {
        taker.reject(this.#error);
        this.#error = undefined;
      } else taker.resolve({ value: undefined, done: true });
    }
    this.#makeRoom();
  }
}
