/**
 * Parts of the program that are loaded when they are wanted. A process that outlives its files (an upgrade in place
 * replaces them) can load all of them before: by the very `import` that would want them, because Node looks for the file
 * again for any other one.
 */
import { PSSessionError } from '../../protocol/errors/index.js';

const waiting = new Set<() => Promise<unknown>>();

/** @throws {PSSessionError} `ProgramReplaced`: the file is not there any more. */
async function loaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException | undefined)?.code;
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'ENOENT') throw error;
    throw new PSSessionError(
      'A part of this program is not there any more: it was replaced or removed while this process ran. A new session has what took its place.',
      { errorId: 'ProgramReplaced', category: 'ResourceUnavailable', cause: error },
    );
  }
}

/** @param load `() => import('./part.js')`. @returns the same, known to `loadLazyParts`. */
export function lazyPart<T>(load: () => Promise<T>): () => Promise<T> {
  const once = async (): Promise<T> => {
    const part = await loaded(load);
    waiting.delete(once);
    return part;
  };
  waiting.add(once);
  return once;
}

/**
 * Loads what is not loaded yet, and what that brings with it, one after the other.
 * @param pause waits between two of them, so that other work goes on.
 * @returns whether all are there. One that cannot be loaded is missed where it is wanted, with its reason.
 */
export async function loadLazyParts(pause: () => Promise<void>): Promise<boolean> {
  const tried = new Set<() => Promise<unknown>>();
  let isWhole = true;
  for (;;) {
    const next = [...waiting].find((each) => !tried.has(each));
    if (next === undefined) return isWhole;
    tried.add(next);
    await pause();
    await next().catch(() => {
      isWhole = false;
    });
  }
}
