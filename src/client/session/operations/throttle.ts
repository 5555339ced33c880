/** At most so many at once. cmdlets.md 3.8 */
export const DEFAULT_THROTTLE_LIMIT = 32;

/** 0 and negatives leave the default of 32 in force. */
export function throttleLimitOf(given: number | undefined): number {
  return given === undefined || given <= 0 ? DEFAULT_THROTTLE_LIMIT : given;
}

/** One limit that several commands' worth of work shares: the objects piped into one command. */
export class Throttle {
  readonly limit: number;
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  constructor(limit: number) {
    this.limit = limit;
  }
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.limit) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next(); // the place is handed on
    }
  }
}

/**
 * Runs `work` for every item, in list order, at most `limit` at a time. An aborted signal starts no more of them.
 * `work` reports its own errors; what it throws ends the whole, after those under way have ended.
 */
export async function forEachThrottled<T>(
  items: readonly T[],
  limit: number | Throttle,
  signal: AbortSignal,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failure: { readonly error: unknown } | undefined;
  const worker = async (): Promise<void> => {
    while (next < items.length && !signal.aborted && failure === undefined) {
      const index = next;
      next += 1;
      try {
        if (typeof limit === 'number') await work(items[index] as T, index);
        else
          await limit.run(async () => {
            if (!signal.aborted) await work(items[index] as T, index);
          });
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(
    Array.from({ length: Math.min(typeof limit === 'number' ? limit : limit.limit, items.length) }, worker),
  );
  if (failure !== undefined) throw failure.error;
}

export function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
