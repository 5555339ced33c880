/** Waits with a limit: no wait without one, and the error names the operation and the limit. */
import { OperationTimeoutError, PSSessionError } from '../../protocol/errors/index.js';
import { systemClock, type Clock } from './clock.js';

/** A signal that nobody aborts, for callers that have none. Listeners must not be left on it: use `linkSignals`. */
export const NEVER_ABORTED: AbortSignal = new AbortController().signal;

/** What an aborted signal means to a caller: its own reason, where that is an error. */
function reasonOf(signal: AbortSignal): Error {
  if (signal.reason instanceof Error && signal.reason.name !== 'AbortError') return signal.reason;
  return new PSSessionError('The operation was canceled.', {
    errorId: 'OperationCanceled',
    category: 'OperationStopped',
    cause: signal.reason,
  });
}

export interface LinkedSignal extends Disposable {
  readonly signal: AbortSignal;
  /** Aborts the linked signal only. The first reason stays. */
  abort(reason: unknown): void;
}

/** One signal of several; `using` takes the listeners away again, so a long-lived parent gathers none. */
export function linkSignals(...parents: readonly (AbortSignal | undefined)[]): LinkedSignal {
  const controller = new AbortController();
  const undo: (() => void)[] = [];
  for (const parent of parents) {
    if (parent === undefined || parent === NEVER_ABORTED) continue;
    if (parent.aborted) {
      controller.abort(parent.reason);
      break;
    }
    const onAbort = (): void => controller.abort(parent.reason);
    parent.addEventListener('abort', onAbort, { once: true });
    undo.push(() => parent.removeEventListener('abort', onAbort));
  }
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    [Symbol.dispose]: () => {
      for (const step of undo.splice(0)) step();
    },
  };
}

/**
 * Waits for a promise, but not longer than the signal lives. The promise goes on; its later failure is nobody's.
 * @throws the signal's reason, or an error `OperationCanceled` when the reason is no error.
 */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    promise.catch(() => {});
    return Promise.reject(reasonOf(signal));
  }
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => reject(reasonOf(signal));
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/**
 * Runs `work` with a signal that ends at the limit or with `signal`, and settles then, even when `work` does not listen.
 * @param operation what is tried, as the error shall say it: `connect to server01:5985`.
 * @param limitMs milliseconds; Infinity or a negative number means no limit of its own (PowerShell's -1).
 * @throws {OperationTimeoutError} the limit was reached; carries `operation` and `limitMs`.
 */
export async function withDeadline<T>(
  operation: string,
  limitMs: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
  clock: Clock = systemClock,
): Promise<T> {
  using linked = linkSignals(signal);
  if (linked.signal.aborted) throw reasonOf(linked.signal);
  const limited = Number.isFinite(limitMs) && limitMs >= 0;
  const timer = limited
    ? clock.setTimer(limitMs, () => linked.abort(new OperationTimeoutError(operation, limitMs)))
    : undefined;
  try {
    return await abortable(work(linked.signal), linked.signal);
  } finally {
    timer?.cancel();
  }
}

/** Waits `ms`; rejects at once when the signal aborts. */
export function delay(ms: number, signal?: AbortSignal, clock: Clock = systemClock): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(reasonOf(signal));
      return;
    }
    const onAbort = (): void => {
      timer.cancel();
      if (signal !== undefined) reject(reasonOf(signal));
    };
    const timer = clock.setTimer(ms, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
