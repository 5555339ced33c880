/**
 * Makes guessing slow, and then impossible for a while. The answer to a failed login waits, longer each time for the
 * same user name from the same address; after so many failures every login of that name is refused, right or wrong,
 * until the lockout ends. A success, or a quarter of an hour without failure, forgets. Neither says whether the user
 * exists.
 *
 * A lockout counts per user and address by default: counted per user alone, a stranger could lock people out.
 */
export interface LoginDelayOptions {
  /** Wait after the first failure, in milliseconds; doubles up to 16 times this. 0 = no wait. */
  readonly baseMs: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly lockout?: LockoutRule;
}

export interface LockoutRule {
  /** Failures in a row that lock; 0 = none do. */
  readonly failures: number;
  /** How long it lasts. Milliseconds. */
  readonly durationMs: number;
  /** Whether failures from all addresses count together. */
  readonly per: 'userAndAddress' | 'user';
}

export const DEFAULT_LOCKOUT: LockoutRule = { failures: 10, durationMs: 15 * 60_000, per: 'userAndAddress' };

const FORGET_MS = 15 * 60_000;
const MAX_DOUBLINGS = 4;
const MAX_ENTRIES = 10_000;

interface Failures {
  count: number;
  last: number;
  lockedUntil: number;
}

export class LoginDelay {
  readonly #options: LoginDelayOptions;
  readonly #lockout: LockoutRule;
  readonly #failures = new Map<string, Failures>();

  constructor(options: LoginDelayOptions) {
    this.#options = options;
    this.#lockout = options.lockout ?? DEFAULT_LOCKOUT;
  }

  /** Counts a failure and says how long its answer has to wait, in milliseconds. */
  failed(user: string, address: string): number {
    const count = this.#count(keyOf(user, address));
    if (this.#lockout.per === 'user' && user !== '') this.#count(keyOf(user, ''));
    return this.#options.baseMs * 2 ** Math.min(count - 1, MAX_DOUBLINGS);
  }

  /** Whether a login of this user from this address is refused whatever it proves. */
  locked(user: string, address: string): boolean {
    const known = this.#failures.get(keyOf(user, this.#lockout.per === 'user' ? '' : address));
    return known !== undefined && known.lockedUntil > this.#options.now();
  }

  succeeded(user: string, address: string): void {
    this.#failures.delete(keyOf(user, address));
    this.#failures.delete(keyOf(user, ''));
  }

  #count(key: string): number {
    const now = this.#options.now();
    const known = this.#failures.get(key);
    const count = known === undefined || now - known.last > FORGET_MS ? 1 : known.count + 1;
    const { failures, durationMs } = this.#lockout;
    const lockedUntil = failures > 0 && count >= failures ? now + durationMs : 0;
    this.#failures.delete(key); // so that the map's order is the order of last use
    this.#failures.set(key, { count, last: now, lockedUntil });
    this.#forgetOldest();
    return count;
  }

  #forgetOldest(): void {
    for (const key of this.#failures.keys()) {
      if (this.#failures.size <= MAX_ENTRIES) return;
      this.#failures.delete(key);
    }
  }
}

/** `DOMAIN\user` counts as `user`: the domain is whatever the client writes. */
function keyOf(user: string, address: string): string {
  const bare = user.slice(0, 256).toLowerCase();
  return `${address} ${bare.slice(bare.lastIndexOf('\\') + 1)}`;
}
