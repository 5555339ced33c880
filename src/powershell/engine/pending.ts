/**
 * How the engine runs, in one place.
 *
 * A script is compiled to JavaScript closures. A closure gives its value at once, or a promise when something really
 * has to wait: a sink that holds its producer, a host call, a sleep, the end of a time slice. Arithmetic and loops that
 * never wait therefore never touch the promise machinery (a million additions take some tens of milliseconds), and
 * whatever waits lets every other runspace of the process go on.
 *
 * Constructs with a long story (loops, try, functions, pipelines) are written once, as generators that yield the
 * promises they meet; `drive` runs a generator to its end without leaving the call stack unless it yields. A rejected
 * promise is thrown into the generator at its `yield`, so `try`/`finally` read as usual. Write such a generator where it
 * is made once (a method, a function, the compiler's part of a statement), not in what runs for each call: V8 makes a
 * prototype and a map for every generator function, and keeps both until the whole heap is looked through.
 *
 * Stopping: the signal can only fire while the event loop runs, so back edges, calls and pipeline steps call
 * `Runtime.tick()`, which gives up the thread after `SLICE_MS`. After every wait the signal is looked at.
 */
import type { Frame } from './runtime/frame.js';
import type { Runtime } from './runtime/runtime.js';
import type { NetType } from './values/net-type.js';

/** The runspace on whose behalf a body runs, and a generic method's type arguments; set just before each call. */
export const active: {
  runtime: Runtime | undefined;
  typeArguments: readonly NetType[];
  /** A variable called `OFS` was made: texts of lists have to look for it. */
  hasSeparator: boolean;
} = {
  runtime: undefined,
  typeArguments: [],
  hasSeparator: false,
};

/** A value now, or later. */
export type Pending<T> = T | Promise<T>;

/** What a step generator yields: promises. What it is given back is the promise's value. */
export type Steps<T> = Generator<Promise<unknown>, T, unknown>;

/** Longest time a pipeline keeps the thread, in milliseconds. */
export const SLICE_MS = 12;

/** Runs a step generator: synchronously to its end if it never yields. */
export function drive<T>(steps: Steps<T>): Pending<T> {
  const { runtime } = active;
  const frame = runtime?.current;
  const first = steps.next();
  if (first.done === true) return first.value;
  const rest = driveRest(steps, first.value);
  // While the steps wait, whoever began them goes on where it was; they come back to their own place.
  if (runtime !== undefined && frame !== undefined) runtime.current = frame;
  return rest;
}

async function driveRest<T>(steps: Steps<T>, first: Promise<unknown>): Promise<T> {
  let waiting = first;
  // Other runspaces of the process, and other code of this one, ran meanwhile: what goes on is this one's, where it was.
  const { runtime } = active;
  for (;;) {
    const frame = runtime?.current;
    let step: IteratorResult<Promise<unknown>, T>;
    try {
      const value = await waiting;
      goOn(runtime, frame);
      step = steps.next(value);
    } catch (error) {
      goOn(runtime, frame);
      step = steps.throw(error);
    }
    if (step.done === true) return step.value;
    waiting = step.value;
  }
}

/** What has waited goes on for the runspace, and where it was in it. */
export function goOn(runtime: Runtime | undefined, frame: Frame | undefined): void {
  active.runtime = runtime;
  if (runtime !== undefined && frame !== undefined) runtime.current = frame;
}

/** Runs steps to their end that have nothing to wait for. */
export function atOnce<T>(steps: Steps<T>): T {
  const { done: ended, value } = steps.next();
  if (ended !== true) throw new Error('steps that were to be done at once wait');
  return value;
}
/** A tick of whoever cannot wait. */
export const NO_TICK = (): undefined => undefined;

/** Inside a step generator: `const value = yield* settle(pending)`. */
export function* settle<T>(value: Pending<T>): Steps<T> {
  return value instanceof Promise ? ((yield value) as T) : value;
}

/**
 * `next(value)` now or when the value is there. Not called `then`: a module with an export of that name is a thenable,
 * which whoever imports it dynamically (every test runner) takes for a promise.
 */
export function andThen<T, R>(value: Pending<T>, next: (value: T) => Pending<R>): Pending<R> {
  if (!(value instanceof Promise)) return next(value);
  const { runtime } = active;
  const frame = runtime?.current;
  return value.then((settled) => {
    goOn(runtime, frame);
    return next(settled);
  });
}

/**
 * Small steps that an operator did in one go (elements compared, characters searched). `Runtime.tick()` counts them, so
 * that a loop of few but large steps gives up its thread in time.
 */
export const done = { steps: 0 };
/** After so many small steps the clock is looked at: a look costs as much as a step or two. */
export const LOOK = 32;

/** What a body of a .NET member asks between the small steps of long work; its promises are waited for. */
export type Tick = () => Promise<void> | undefined;
/** For the runspace that runs now. */
export const ticking = (): Tick => active.runtime?.stepper ?? NO_TICK;
/** After a piece of long work: a look at the clock. */
export function* look(tick: Tick): Steps<void> {
  done.steps += LOOK;
  const wait = tick();
  if (wait !== undefined) yield wait;
}
