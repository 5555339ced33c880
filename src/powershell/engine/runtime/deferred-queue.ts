/** Records on their way from runspaces that run beside each other to the one that writes them. */

/** First in, first out; whoever puts in more than the bound waits until some are taken. */
export class DeferredQueue<T> {
  readonly #highWater: number;
  readonly #items: T[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #held: (() => void)[] = [];
  #failure: { readonly error: unknown } | undefined;
  #closed = false;

  /** @param highWater items, not bytes. */
  constructor(highWater: number) {
    this.#highWater = highWater;
  }
  get isEmpty(): boolean {
    return this.#items.length === 0;
  }
  /** A promise when the one who gives should wait. What comes after `close` is dropped. */
  put(item: T): Promise<void> | undefined {
    if (this.#closed) return undefined;
    this.#items.push(item);
    this.wake();
    return this.#items.length < this.#highWater
      ? undefined
      : new Promise((resolve) => {
          this.#held.push(resolve);
        });
  }
  take(): T | undefined {
    const item = this.#items.shift();
    if (this.#held.length > 0 && this.#items.length < this.#highWater) this.#letGo();
    return item;
  }
  /** Whoever waits looks again. */
  wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
  /** The next one who waits gets this error. */
  fail(error: unknown): void {
    this.#failure ??= { error };
    this.wake();
  }
  /** Resolves when something was put in or `wake` was called. Rejects with the error of `fail`. */
  async changed(): Promise<void> {
    if (this.#failure === undefined)
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    if (this.#failure !== undefined) throw this.#failure.error;
  }
  close(): void {
    this.#closed = true;
    this.#items.length = 0;
    this.#letGo();
  }
  #letGo(): void {
    for (const resolve of this.#held.splice(0)) resolve();
  }
}
