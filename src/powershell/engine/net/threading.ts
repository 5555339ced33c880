/**
 * Locks, signals and tasks. All runspaces of a process share one thread and take turns only where they wait, so a lock
 * is held by a runspace; waiting for one lets the others go on.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { Runtime } from '../runtime/runtime.js';
import { NetObject, unwrap } from '../values/live.js';
import { defineType, type MemberBody } from '../values/net-type.js';
import { argumentNull, dataOf, flag, num, runtime, throwNet } from './support.js';
import { millisecondsOf } from './time-span.js';

const THREADING = 'System.Threading';

/** Something that is signalled or not; `auto` lets one waiter through and closes again. */
export class Signal {
  isSet: boolean;
  readonly #auto: boolean;
  readonly #waiting = new Set<() => void>();
  constructor(initial: boolean, auto: boolean) {
    this.isSet = initial;
    this.#auto = auto;
  }
  set(): void {
    this.isSet = true;
    for (const wake of this.#waiting) wake();
  }
  reset(): void {
    this.isSet = false;
  }
  /** True when it was signalled in time; below zero there is no limit. Milliseconds. */
  async wait(milliseconds: number): Promise<boolean> {
    const until = milliseconds < 0 ? Number.POSITIVE_INFINITY : performance.now() + milliseconds;
    while (!this.isSet) {
      const left = until - performance.now();
      if (left <= 0) return false;
      await this.#next(left);
    }
    if (this.#auto) this.isSet = false;
    return true;
  }
  async #next(milliseconds: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    let wake: (() => void) | undefined;
    await new Promise<void>((resolve) => {
      wake = resolve;
      this.#waiting.add(resolve);
      timer = setTimeout(resolve, Math.min(milliseconds, MAX_TIMER_MS));
    });
    clearTimeout(timer);
    if (wake !== undefined) this.#waiting.delete(wake);
  }
}
const MAX_TIMER_MS = 2_147_483_647;
const yes = (promise: Promise<boolean>): Promise<PSValue> => runtime().wait(promise);

// ------------------------------------------------------------------ wait handles

const signal = (self: PSValue): Signal => dataOf<Signal>(self);
const nothing: MemberBody = () => undefined;
defineType(
  `${THREADING}.WaitHandle`,
  { abstract: true, interfaces: ['System.IDisposable'] },
  {
    'bool WaitOne()': (self) => yes(signal(self).wait(-1)),
    'bool WaitOne(int millisecondsTimeout)': (self, limit) => yes(signal(self).wait(millisecondsOf(limit))),
    'bool WaitOne(timespan timeout)': (self, limit) => yes(signal(self).wait(millisecondsOf(limit))),
    'bool WaitOne(int millisecondsTimeout, bool exitContext)': (self, limit) =>
      yes(signal(self).wait(millisecondsOf(limit))),
    'bool WaitOne(timespan timeout, bool exitContext)': (self, limit) => yes(signal(self).wait(millisecondsOf(limit))),
    'void Close()': nothing,
    'void Dispose()': nothing,
    [`static bool WaitAll(${THREADING}.WaitHandle[] waitHandles)`]: (_self, handles) => yes(all(handles, -1)),
    [`static bool WaitAll(${THREADING}.WaitHandle[] waitHandles, int millisecondsTimeout)`]: (_self, handles, limit) =>
      yes(all(handles, millisecondsOf(limit))),
    [`static int WaitAny(${THREADING}.WaitHandle[] waitHandles)`]: (_self, handles) => runtime().wait(any(handles, -1)),
    [`static int WaitAny(${THREADING}.WaitHandle[] waitHandles, int millisecondsTimeout)`]: (_self, handles, limit) =>
      runtime().wait(any(handles, millisecondsOf(limit))),
  },
);
const signalsIn = (value: PSValue | undefined): readonly Signal[] => {
  const list = unwrap(value ?? null);
  if (!Array.isArray(list)) throw argumentNull('waitHandles');
  return (list as readonly PSValue[]).map(signal);
};
const all = async (handles: PSValue | undefined, limit: number): Promise<boolean> =>
  (await Promise.all(signalsIn(handles).map((one) => one.wait(limit)))).every(Boolean);
const TIMED_OUT = 258;
async function any(handles: PSValue | undefined, limit: number): Promise<PSValue> {
  const signals = signalsIn(handles);
  const until = limit < 0 ? Number.POSITIVE_INFINITY : performance.now() + limit;
  for (;;) {
    const at = signals.findIndex(({ isSet }) => isSet);
    if (at >= 0) {
      await signals[at]?.wait(0);
      return at;
    }
    if (performance.now() >= until) return TIMED_OUT;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 1);
    });
  }
}
const EVENT_MEMBERS: Readonly<Record<string, MemberBody>> = {
  'bool Set()': (self) => {
    signal(self).set();
    return true;
  },
  'bool Reset()': (self) => {
    signal(self).reset();
    return true;
  },
};
defineType(`${THREADING}.EventWaitHandle`, { base: `${THREADING}.WaitHandle` }, EVENT_MEMBERS);
const MANUAL = defineType(
  `${THREADING}.ManualResetEvent`,
  { base: `${THREADING}.EventWaitHandle` },
  { 'new(bool initialState)': (_self, initial) => new NetObject(MANUAL, new Signal(flag(initial), false)) },
);
const AUTO = defineType(
  `${THREADING}.AutoResetEvent`,
  { base: `${THREADING}.EventWaitHandle` },
  { 'new(bool initialState)': (_self, initial) => new NetObject(AUTO, new Signal(flag(initial), true)) },
);
const SLIM = defineType(
  `${THREADING}.ManualResetEventSlim`,
  {},
  {
    'new()': () => new NetObject(SLIM, new Signal(false, false)),
    'new(bool initialState)': (_self, initial) => new NetObject(SLIM, new Signal(flag(initial), false)),
    'bool IsSet': (self) => signal(self).isSet,
    'void Set()': (self) => {
      signal(self).set();
      return undefined;
    },
    'void Reset()': (self) => {
      signal(self).reset();
      return undefined;
    },
    'void Wait()': (self) => yes(signal(self).wait(-1)).then(() => undefined),
    'bool Wait(int millisecondsTimeout)': (self, limit) => yes(signal(self).wait(millisecondsOf(limit))),
    'void Dispose()': nothing,
  },
);
/** A signal of the engine's own as a WaitHandle. */
export const handleOf = (of: Signal): PSValue => new NetObject(MANUAL, of);

// ------------------------------------------------------------------ locks

/** A lock that one runspace holds, as often as it took it. */
class Lock {
  owner: Runtime | undefined;
  depth = 0;
  readonly free = new Signal(true, true);
  async take(limit: number): Promise<boolean> {
    const rt = runtime();
    if (this.owner !== rt && !(await this.free.wait(limit))) return false;
    if (this.owner !== rt) this.depth = 0;
    this.owner = rt;
    this.depth += 1;
    return true;
  }
  /** False: it is not ours. */
  give(): boolean {
    if (this.owner !== runtime() || this.depth === 0) return false;
    this.depth -= 1;
    if (this.depth > 0) return true;
    this.owner = undefined;
    this.free.set();
    return true;
  }
}
const locks = new WeakMap<object, Lock>();
const lockOf = (value: PSValue | undefined): Lock => {
  const inner = unwrap(value ?? null);
  if (typeof inner !== 'object' || inner === null) throw argumentNull('obj');
  const found = locks.get(inner) ?? new Lock();
  locks.set(inner, found);
  return found;
};
const UNSYNCHRONIZED = 'Object synchronization method was called from an unsynchronized block of code.';
defineType(
  `${THREADING}.Monitor`,
  { staticClass: true },
  {
    'static void Enter(System.Object obj)': (_self, obj) => yes(lockOf(obj).take(-1)).then(() => undefined),
    'static bool TryEnter(System.Object obj)': (_self, obj) => yes(lockOf(obj).take(0)),
    'static bool TryEnter(System.Object obj, int millisecondsTimeout)': (_self, obj, limit) =>
      yes(lockOf(obj).take(millisecondsOf(limit))),
    'static bool IsEntered(System.Object obj)': (_self, obj) => lockOf(obj).owner === runtime(),
    'static void Exit(System.Object obj)': (_self, obj) => {
      if (!lockOf(obj).give()) throw throwNet(`${THREADING}.SynchronizationLockException`, UNSYNCHRONIZED);
      return undefined;
    },
  },
);
/** Mutexes with a name are one within this process. */
const named = new Map<string, Lock>();
const mutex = (self: PSValue): Lock => dataOf<Lock>(self);
async function newMutex(owned: PSValue | undefined, name: PSValue | undefined): Promise<PSValue> {
  const key = typeof name === 'string' ? name : '';
  const lock = key === '' ? new Lock() : (named.get(key) ?? new Lock());
  if (key !== '') named.set(key, lock);
  if (owned === true) await lock.take(0);
  return new NetObject(MUTEX, lock);
}
const MUTEX = defineType(
  `${THREADING}.Mutex`,
  { base: `${THREADING}.WaitHandle` },
  {
    'new()': () => newMutex(undefined, undefined),
    'new(bool initiallyOwned)': (_self, owned) => newMutex(owned, undefined),
    'new(bool initiallyOwned, string name)': (_self, owned, name) => newMutex(owned, name),
    'bool WaitOne()': (self) => yes(mutex(self).take(-1)),
    'bool WaitOne(int millisecondsTimeout)': (self, limit) => yes(mutex(self).take(millisecondsOf(limit))),
    'bool WaitOne(timespan timeout)': (self, limit) => yes(mutex(self).take(millisecondsOf(limit))),
    'void ReleaseMutex()': (self) => {
      if (!mutex(self).give()) throw throwNet('System.ApplicationException', UNSYNCHRONIZED);
      return undefined;
    },
  },
);
class Semaphore {
  count: number;
  readonly max: number;
  readonly changed = new Signal(false, true);
  constructor(count: number, max: number) {
    this.count = count;
    this.max = max;
  }
  async take(limit: number): Promise<boolean> {
    const until = limit < 0 ? Number.POSITIVE_INFINITY : performance.now() + limit;
    while (this.count === 0) {
      const left = until === Number.POSITIVE_INFINITY ? -1 : until - performance.now();
      if (left !== -1 && left <= 0) return false;
      await this.changed.wait(left);
    }
    this.count -= 1;
    if (this.count > 0) this.changed.set();
    return true;
  }
  give(by: number): number {
    const before = this.count;
    if (before + by > this.max)
      throw throwNet(
        `${THREADING}.SemaphoreFullException`,
        'Adding the specified count to the semaphore would cause it to exceed its maximum count.',
      );
    this.count += by;
    this.changed.set();
    return before;
  }
}
const semaphore = (self: PSValue): Semaphore => dataOf<Semaphore>(self);
const MAX_COUNT = 2_147_483_647;
for (const name of ['SemaphoreSlim', 'Semaphore']) {
  const wait = name === 'Semaphore' ? 'WaitOne' : 'Wait';
  const type = defineType(
    `${THREADING}.${name}`,
    {},
    {
      'new(int initialCount)': (_self, count) => new NetObject(type, new Semaphore(num(count), MAX_COUNT)),
      'new(int initialCount, int maxCount)': (_self, count, max) =>
        new NetObject(type, new Semaphore(num(count), num(max))),
      'int CurrentCount': (self) => semaphore(self).count,
      [`${name === 'Semaphore' ? 'bool' : 'void'} ${wait}()`]: (self) =>
        yes(semaphore(self).take(-1)).then((taken) => (name === 'Semaphore' ? taken : undefined)),
      [`bool ${wait}(int millisecondsTimeout)`]: (self, limit) => yes(semaphore(self).take(millisecondsOf(limit))),
      'int Release()': (self) => semaphore(self).give(1),
      'int Release(int releaseCount)': (self, count) => semaphore(self).give(num(count)),
      'void Dispose()': nothing,
    },
  );
}

// ------------------------------------------------------------------ cancellation

class Cancellation {
  requested = false;
  readonly signal = new Signal(false, false);
  cancel(): void {
    this.requested = true;
    this.signal.set();
  }
}
const cancellation = (self: PSValue): Cancellation | undefined => dataOf<Cancellation | undefined>(self);
const TOKEN = defineType(
  `${THREADING}.CancellationToken`,
  { kind: 'struct' },
  {
    'bool IsCancellationRequested': (self) => cancellation(self)?.requested === true,
    'bool CanBeCanceled': (self) => cancellation(self) !== undefined,
    'void ThrowIfCancellationRequested()': (self) => {
      if (cancellation(self)?.requested === true)
        throw throwNet('System.OperationCanceledException', 'The operation was canceled.');
      return undefined;
    },
    [`static ${THREADING}.CancellationToken None`]: () => new NetObject(TOKEN, undefined),
  },
);
const SOURCE = defineType(
  `${THREADING}.CancellationTokenSource`,
  { interfaces: ['System.IDisposable'] },
  {
    'new()': () => new NetObject(SOURCE, new Cancellation()),
    'new(int millisecondsDelay)': (_self, delay) => {
      const made = new Cancellation();
      setTimeout(() => made.cancel(), num(delay)).unref();
      return new NetObject(SOURCE, made);
    },
    'bool IsCancellationRequested': (self) => cancellation(self)?.requested === true,
    [`${THREADING}.CancellationToken Token`]: (self) => new NetObject(TOKEN, cancellation(self)),
    'void Cancel()': (self) => {
      cancellation(self)?.cancel();
      return undefined;
    },
    'void CancelAfter(int millisecondsDelay)': (self, delay) => {
      setTimeout(() => cancellation(self)?.cancel(), num(delay)).unref();
      return undefined;
    },
    'void Dispose()': nothing,
  },
);
