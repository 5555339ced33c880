/** Tasks: what is under way on Node's event loop, as .NET shows it to a script. */
import { PSTimeSpan, type PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { implement } from '../values/bodies.js';
import { NetThrow } from '../values/exceptions.js';
import { NetObject, typedArray, unwrap } from '../values/live.js';
import { defineType, type MemberBody } from '../values/net-type.js';
import { resolveTypeText, typeOf, OBJECT } from '../values/types.js';
import {
  argumentNull,
  callDelegate,
  dataOf,
  enumOf,
  items,
  num,
  outOfRange,
  requireGeneric,
  requireType,
  runtime,
  text,
} from './support.js';
import { handleOf, Signal } from './threading.js';
import { spanTicks } from './time-span.js';

const TASKS = 'System.Threading.Tasks';
const AWAITER = 'System.Runtime.CompilerServices.TaskAwaiter';

class TaskState {
  readonly promise: Promise<PSValue>;
  result: PSValue = null;
  failure: unknown;
  status: 'WaitingForActivation' | 'RanToCompletion' | 'Faulted' | 'Canceled' = 'WaitingForActivation';
  readonly id = (lastId += 1);
  constructor(promise: Promise<PSValue>) {
    this.promise = promise.then(
      (value) => {
        this.result = value;
        this.status = 'RanToCompletion';
        return value;
      },
      (error: unknown) => {
        this.failure = error;
        this.status = isCancelled(error) ? 'Canceled' : 'Faulted';
        throw error;
      },
    );
    this.promise.catch(() => undefined); // whoever waits for the task gets it
  }
  get done(): boolean {
    return this.status !== 'WaitingForActivation';
  }
}
let lastId = 0;
const isCancelled = (error: unknown): boolean =>
  error instanceof NetThrow && error.exception.type.typeNames.includes('System.OperationCanceledException');
const task = (self: PSValue): TaskState => dataOf<TaskState>(self);
const typeFor = (result: string | undefined) => {
  const type = result === undefined ? undefined : resolveTypeText(result);
  return type === undefined ? TASK : requireGeneric(`${TASKS}.Task`, [type]);
};
/** `result`: the type of what it gives; undefined for a plain Task. */
export const taskOf = (promise: Promise<PSValue>, result?: string): PSValue =>
  new NetObject(typeFor(result), new TaskState(promise));
export function completedTask(value: PSValue, result?: string): PSValue {
  const state = new TaskState(Promise.resolve(value));
  state.result = value;
  state.status = 'RanToCompletion';
  return new NetObject(typeFor(result), state);
}
const aggregate = (error: NetThrow): NetThrow =>
  new NetThrow('System.AggregateException', `One or more errors occurred. (${error.message})`, error.exception);
/** Wait and Result wrap what went wrong; an awaiter does not. */
async function wrapped<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw error instanceof NetThrow ? aggregate(error) : error;
  }
}
async function within(states: readonly TaskState[], limit: number, all: boolean): Promise<boolean> {
  const promises = states.map(({ promise }) => promise);
  const done: Promise<unknown> = all
    ? Promise.all(promises)
    : Promise.race(promises.map((one) => one.catch(() => undefined)));
  if (limit < 0) {
    await done;
    return true;
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limit);
  });
  try {
    return await Promise.race([done.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
const limitOf = (value: PSValue | undefined): number => {
  const inner = unwrap(value ?? null);
  if (inner === null) return -1;
  if (inner instanceof PSTimeSpan) return Number(spanTicks(inner) / 10_000n);
  return typeof inner === 'number' || typeof inner === 'bigint' ? num(inner) : -1;
};
const tasksIn = (value: PSValue | undefined): readonly TaskState[] => {
  if (value === undefined || value === null) throw argumentNull('tasks');
  return items(value).map(task);
};
/** The system's event loop stays while somebody waits, also for what does not hold it. */
const HOLD_MS = 1_000_000;
export async function held<T>(promise: Promise<T>): Promise<T> {
  const timer = setInterval(() => undefined, HOLD_MS);
  try {
    return await runtime().wait(promise);
  } finally {
    clearInterval(timer);
  }
}

const NO_RUNSPACE =
  'There is no Runspace available to run scripts in this thread. You can provide one in the DefaultRunspace property of the System.Management.Automation.Runspaces.Runspace type. The script block you attempted to invoke was: ';
/** A thread of the pool has no runspace for a script block, in PowerShell as here. */
const refusedRun: MemberBody = (_self, action) => {
  const inner = unwrap(action ?? null);
  const block = inner instanceof NetObject ? String(inner.data as PSObject) : '';
  return taskOf(
    Promise.reject(new NetThrow('System.Management.Automation.PSInvalidOperationException', NO_RUNSPACE + block)),
  );
};

const resultOf: MemberBody = (self) => {
  const { status, result, promise } = task(self);
  if (status === 'RanToCompletion') return result;
  // A property that fails gives nothing; Wait and an awaiter tell what went wrong.
  return held(
    promise.catch((error: unknown) => {
      if (error instanceof NetThrow) return null;
      throw error;
    }),
  );
};
const awaited: MemberBody = (self) => {
  const { status, result, promise } = task(self);
  return status === 'RanToCompletion' ? result : held(promise);
};
defineType(
  AWAITER,
  { kind: 'struct' },
  {
    'System.Object GetResult()': awaited,
    'bool IsCompleted': (self) => task(self).done,
  },
);
implement(`${AWAITER}\`1`, () => ({
  GetResult: awaited,
  IsCompleted: (self) => task(self).done,
}));
const awaiterOf: MemberBody = (self) => new NetObject(requireType(AWAITER), task(self));
const exceptionOf: MemberBody = (self) => {
  const { failure } = task(self);
  return failure instanceof NetThrow ? aggregate(failure).exception : null;
};
const later = (milliseconds: number): Promise<PSValue> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(null), milliseconds);
  });
const TASK = defineType(
  `${TASKS}.Task`,
  { interfaces: ['System.IAsyncResult', 'System.IDisposable'] },
  {
    'System.Object Result': resultOf,
    [`static ${TASKS}.Task Run(System.Action action)`]: refusedRun,
  },
);
implement(`${TASKS}.Task\`1`, () => ({ Result: resultOf, GetAwaiter: awaiterOf }));
const resultType = (self: PSValue): string => typeOf(unwrap(self))?.genericArguments[0]?.fullName ?? 'System.Object';
implement(`${TASKS}.Task`, () => ({
  Id: (self) => task(self).id,
  AsyncState: () => null,
  AsyncWaitHandle: (self) => {
    const signal = new Signal(task(self).done, false);
    const ended = (): void => signal.set();
    void task(self).promise.then(ended, ended);
    return handleOf(signal);
  },
  CompletedSynchronously: () => false,
  CreationOptions: () => enumOf(`${TASKS}.TaskCreationOptions`, 0),
  IsCompleted: (self) => task(self).done,
  IsCompletedSuccessfully: (self) => task(self).status === 'RanToCompletion',
  IsFaulted: (self) => task(self).status === 'Faulted',
  IsCanceled: (self) => task(self).status === 'Canceled',
  Status: (self) => enumOf(`${TASKS}.TaskStatus`, task(self).status),
  Exception: exceptionOf,
  'Wait()': (self) => held(wrapped(within([task(self)], -1, true))).then(() => undefined),
  Wait: (self, limit) => held(wrapped(within([task(self)], limitOf(limit), true))),
  GetAwaiter: awaiterOf,
  ConfigureAwait: awaiterOf,
  ContinueWith: (self, action) =>
    taskOf(
      task(self).promise.then(
        () => callDelegate(action, [self]),
        () => callDelegate(action, [self]),
      ),
    ),
  Dispose: () => undefined,
  'static CompletedTask': () => completedTask(null),
  'static Delay': (_self, delay) => {
    const milliseconds = limitOf(delay);
    if (milliseconds < -1) throw outOfRange('millisecondsDelay');
    return taskOf(milliseconds === -1 ? new Promise<PSValue>(() => undefined) : later(milliseconds));
  },
  'static FromResult': (_self, value) => completedTask(value, (typeOf(unwrap(value)) ?? OBJECT).fullName),
  'static FromException': (_self, exception) =>
    taskOf(
      Promise.reject(
        new NetThrow('', text(exception), undefined, unwrap(exception) as unknown as NetThrow['exception']),
      ),
    ),
  'static WaitAll': (_self, tasks, limit) =>
    held(wrapped(within(tasksIn(tasks), limitOf(limit), true))).then((done) =>
      limit === undefined ? undefined : done,
    ),
  'static WaitAny': (_self, tasks, limit) => {
    const states = tasksIn(tasks);
    return held(within(states, limitOf(limit), false)).then((done) =>
      done ? states.findIndex((one) => one.done) : -1,
    );
  },
  'static WhenAll': (_self, tasks) => {
    const list = items(tasks);
    const [first] = list;
    const element = first === undefined ? OBJECT : (resolveTypeText(resultType(first)) ?? OBJECT);
    return taskOf(
      Promise.all(list.map((one) => task(one).promise)).then((values) => typedArray(values, element)),
      `${element.fullName}[]`,
    );
  },
  'static WhenAny': (_self, tasks) => {
    const list = items(tasks);
    return taskOf(
      Promise.race(
        list.map((one) =>
          task(one).promise.then(
            () => one,
            () => one,
          ),
        ),
      ),
      `${TASKS}.Task`,
    );
  },
}));
