/**
 * Parts of the program that are loaded when they are wanted. A process that outlives its files (an upgrade in place
 * replaces them) can load all of them before: by the very `import` that would want them, because Node looks for the file
 * again for any other one.
 */
const waiting = new Set<() => Promise<unknown>>();

/** @param load `() => import('./part.js')`. @returns the same, known to `loadLazyParts`. */
export function lazyPart<T>(load: () => Promise<T>): () => Promise<T> {
  const once = async (): Promise<T> => {
    const part = await load();
    waiting.delete(once);
    return part;
  };
  waiting.add(once);
  return once;
}

/**
 * Loads what is not loaded yet, and what that brings with it, one after the other.
 * @param pause waits between two of them, so that other work goes on.
 * @returns how many were loaded. One that cannot be loaded is missed where it is wanted, with its reason.
 */
export async function loadLazyParts(pause: () => Promise<void>): Promise<number> {
  const tried = new Set<() => Promise<unknown>>();
  let count = 0;
  for (;;) {
    const next = [...waiting].find((each) => !tried.has(each));
    if (next === undefined) return count;
    tried.add(next);
    await pause();
    await next().then(
      () => {
        count += 1;
      },
      () => undefined,
    );
  }
}
