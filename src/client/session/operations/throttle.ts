/** At most so many at once. cmdlets.md 3.8 */
export const DEFAULT_THROTTLE_LIMIT = 32;

/** 0 and negatives leave the default of 32 in force. */
export function throttleLimitOf(given: number | undefined): number {
  return given === undefined || given <= 0 ? DEFAULT_THROTTLE_LIMIT : given;
}

/**
 * Runs `work` for every item, in list order, at most `limit` at a time. An aborted signal starts no more of them.
 * `work` reports its own errors; what it throws ends the whole, after those under way have ended.
 */
export async function forEachThrottled<T>(
  items: readonly T[],
  limit: number,
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
        await work(items[index] as T, index);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  if (failure !== undefined) throw failure.error;
}

export function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
