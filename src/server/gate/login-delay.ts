/**
 * Makes guessing slow: the answer to a failed login waits, longer each time for the same user name from the same
 * address. A success, or a quarter of an hour without failure, forgets. The wait says nothing about whether the user
 * exists.
 */
export interface LoginDelayOptions {
  /** Wait after the first failure, in milliseconds; doubles up to 16 times this. 0 = no wait. */
  readonly baseMs: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

const FORGET_MS = 15 * 60_000;
const MAX_DOUBLINGS = 4;
const MAX_ENTRIES = 10_000;

export class LoginDelay {
  readonly #options: LoginDelayOptions;
  readonly #failures = new Map<string, { count: number; last: number }>();

  constructor(options: LoginDelayOptions) {
    this.#options = options;
  }

  /** Counts a failure and says how long its answer has to wait, in milliseconds. */
  failed(user: string, address: string): number {
    const now = this.#options.now();
    const key = keyOf(user, address);
    const known = this.#failures.get(key);
    const count = known === undefined || now - known.last > FORGET_MS ? 1 : known.count + 1;
    this.#failures.delete(key); // so that the map's order is the order of last use
    this.#failures.set(key, { count, last: now });
    this.#forgetOldest();
    return this.#options.baseMs * 2 ** Math.min(count - 1, MAX_DOUBLINGS);
  }

  succeeded(user: string, address: string): void {
    this.#failures.delete(keyOf(user, address));
  }

  #forgetOldest(): void {
    for (const key of this.#failures.keys()) {
      if (this.#failures.size <= MAX_ENTRIES) return;
      this.#failures.delete(key);
    }
  }
}

const keyOf = (user: string, address: string): string => `${address} ${user.slice(0, 256).toLowerCase()}`;
