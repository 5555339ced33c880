/** Time as a value that is passed in, so that tests can hold it still. */

export interface Timer {
  cancel(): void;
}

/** What `setTimer` gives. */
export type TimerHandle = Timer;

export interface Clock {
  /** Monotonic milliseconds; only differences mean something. */
  now(): number;
  /** Wall time: milliseconds since 1970 UTC. */
  utcMs(): number;
  /** Calls back once after `ms` (values above 24 days wait as long as a timer can, then go on waiting). */
  setTimer(ms: number, callback: () => void, options?: { readonly keepAlive?: boolean }): Timer;
}

/** The longest wait that one Node timer holds: 2^31 - 1 ms. */
const LONGEST_MS = 2_147_483_647;

export const systemClock: Clock = {
  now: () => performance.now(),
  utcMs: () => Date.now(),
  setTimer(ms, callback, options = {}) {
    const due = performance.now() + Math.max(0, ms);
    let handle: NodeJS.Timeout;
    const arm = (): void => {
      const left = due - performance.now();
      handle = setTimeout(left > LONGEST_MS ? arm : callback, Math.min(Math.max(0, left), LONGEST_MS));
      if (options.keepAlive === false) handle.unref();
    };
    arm();
    return { cancel: () => clearTimeout(handle) };
  },
};
