/**
 * Locks, signals and tasks. All runspaces of a process share one thread and take turns only where they wait, so a lock
 * is held by a runspace; waiting for one lets the others go on.
 */
import type { PSObject, PSValue } from '../../../protocol/objects/index.js';
import type { Runtime } from '../runtime/runtime.js';
import { NetThrow } from '../values/exceptions.js';
import { NetObject, unwrap } from '../values/live.js';
import { defineType, type MemberBody } from '../values/net-type.js';
import { argumentNull, dataOf, enumOf, flag, num, runtime, throwNet } from './support.js';
import { spanTicks } from './time-span.js';
import { PSTimeSpan } from '../../../protocol/objects/index.js';

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
const limitOf = (value: PSValue | undefined): number => {
  const inner = unwrap(value ?? null);
  if (inner === null) return -1;
  return inner instanceof PSTimeSpan ? Number(spanTicks(inner) / 10_000n) : num(inner);
};
const yes = (promise: Promise<boolean>): Promise<PSValue> => runtime().wait(promise);

// ------------------------------------------------------------------ wait handles

const signal = (self: PSValue): Signal => dataOf<Signal>(self);
const nothing: MemberBody = () => undefined;
defineType(
  `${THREADING}.WaitHandle`,
  { abstract: true, interfaces: ['System.IDisposable'] },
  {
    'bool WaitOne()': (self) => yes(signal(self).wait(-1)),
    'bool WaitOne(int millisecondsTimeout)': (self, limit) => yes(signal(self).wait(limitOf(limit))),
    'bool WaitOne(timespan timeout)': (self, limit) => yes(signal(self).wait(limitOf(limit))),
    'void Close()': nothing,
    'void Dispose()': nothing,
    [`static bool WaitAll(${THREADING}.WaitHandle[] waitHandles)`]: (_self, handles) => yes(all(handles, -1)),
    [`static bool WaitAll(${THREADING}.WaitHandle[] waitHandles, int millisecondsTimeout)`]: (_self, handles, limit) =>
      yes(all(handles, limitOf(limit))),
    [`static int WaitAny(${THREADING}.WaitHandle[] waitHandles)`]: (_self, handles) => runtime().wait(any(handles, -1)),
    [`static int WaitAny(${THREADING}.WaitHandle[] waitHandles, int millisecondsTimeout)`]: (_self, handles, limit) =>
      runtime().wait(any(handles, limitOf(limit))),
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
    'bool Wait(int millisecondsTimeout)': (self, limit) => yes(signal(self).wait(limitOf(limit))),
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
      yes(lockOf(obj).take(limitOf(limit))),
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
    'bool WaitOne(int millisecondsTimeout)': (self, limit) => yes(mutex(self).take(limitOf(limit))),
    'bool WaitOne(timespan timeout)': (self, limit) => yes(mutex(self).take(limitOf(limit))),
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
      [`bool ${wait}(int millisecondsTimeout)`]: (self, limit) => yes(semaphore(self).take(limitOf(limit))),
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

// ------------------------------------------------------------------ tasks

class TaskState {
  readonly promise: Promise<PSValue>;
  result: PSValue = null;
  failure: unknown;
  status: 'WaitingForActivation' | 'RanToCompletion' | 'Faulted' = 'WaitingForActivation';
  constructor(promise: Promise<PSValue>) {
    this.promise = promise.then(
      (value) => {
        this.result = value;
        this.status = 'RanToCompletion';
        return value;
      },
      (error: unknown) => {
        this.failure = error;
        this.status = 'Faulted';
        throw error;
      },
    );
    this.promise.catch(() => undefined); // whoever waits for the task gets it
  }
}
const task = (self: PSValue): TaskState => dataOf<TaskState>(self);
export const taskOf = (promise: Promise<PSValue>): PSValue => new NetObject(TASK, new TaskState(promise));
export function completedTask(value: PSValue): PSValue {
  const state = new TaskState(Promise.resolve(value));
  state.result = value;
  state.status = 'RanToCompletion';
  return new NetObject(TASK, state);
}
async function within(self: PSValue, limit: number): Promise<boolean> {
  if (limit < 0) {
    await task(self).promise;
    return true;
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limit);
  });
  try {
    return await Promise.race([task(self).promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
const NO_RUNSPACE =
  'There is no Runspace available to run scripts in this thread. You can provide one in the DefaultRunspace property of the System.Management.Automation.Runspaces.Runspace type. The script block you attempted to invoke was: ';
const TASKS = `${THREADING}.Tasks`;
const TASK_RUN = (_self: PSValue, action: PSValue | undefined): PSValue => {
  const inner = unwrap(action ?? null);
  const block = inner instanceof NetObject ? String(inner.data as PSObject) : '';
  // A thread of the pool has no runspace for a script block, in PowerShell as here.
  return taskOf(
    Promise.reject(
      aggregate(new NetThrow('System.Management.Automation.PSInvalidOperationException', NO_RUNSPACE + block)),
    ),
  );
};
const aggregate = (error: NetThrow): NetThrow =>
  new NetThrow('System.AggregateException', `One or more errors occurred. (${error.message})`, error.exception);
const AWAITER = defineType(
  'System.Runtime.CompilerServices.TaskAwaiter',
  { kind: 'struct' },
  {
    'System.Object GetResult()': (self) => runtime().wait(task(self).promise),
    'bool IsCompleted': (self) => task(self).status !== 'WaitingForActivation',
  },
);
const TASK = defineType(
  `${TASKS}.Task`,
  { interfaces: ['System.IAsyncResult', 'System.IDisposable'] },
  {
    'bool IsCompleted': (self) => task(self).status !== 'WaitingForActivation',
    'bool IsCompletedSuccessfully': (self) => task(self).status === 'RanToCompletion',
    'bool IsFaulted': (self) => task(self).status === 'Faulted',
    'bool IsCanceled': () => false,
    [`${TASKS}.TaskStatus Status`]: (self) => enumOf(`${TASKS}.TaskStatus`, task(self).status),
    'System.Object Result': (self) => {
      const { status, result } = task(self);
      return status === 'RanToCompletion' ? result : (runtime().wait(task(self).promise) as unknown as PSValue);
    },
    'void Wait()': (self) =>
      runtime()
        .wait(within(self, -1))
        .then(() => undefined),
    'bool Wait(int millisecondsTimeout)': (self, limit) => yes(within(self, limitOf(limit))),
    'System.Runtime.CompilerServices.TaskAwaiter GetAwaiter()': (self) => new NetObject(AWAITER, task(self)),
    'void Dispose()': nothing,
    [`static ${TASKS}.Task Delay(int millisecondsDelay)`]: (_self, delay) =>
      taskOf(
        new Promise((resolve) => {
          setTimeout(() => resolve(null), num(delay));
        }),
      ),
    [`static ${TASKS}.Task FromResult(System.Object result)`]: (_self, value) => completedTask(value ?? null),
    [`static ${TASKS}.Task CompletedTask`]: () => completedTask(null),
    [`static ${TASKS}.Task Run(System.Action action)`]: TASK_RUN,
    [`static void WaitAll(${TASKS}.Task[] tasks)`]: (_self, tasks) => {
      const list = unwrap(tasks ?? null);
      if (!Array.isArray(list)) throw argumentNull('tasks');
      return runtime()
        .wait(Promise.all((list as readonly PSValue[]).map((one) => task(one).promise)))
        .then(() => undefined);
    },
  },
);
