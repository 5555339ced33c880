/** RunspaceFactory, runspaces and pools that a script makes, InitialSessionState and its entries. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import type { Runtime } from '../../runtime/runtime.js';
import type { SiblingRunspace } from '../../runtime/task.js';
import { andThen } from '../../pending.js';
import type { MemberBody } from '../../values/bodies.js';
import { NetThrow } from '../../values/exceptions.js';
import { NetObject, unwrap } from '../../values/live.js';
import { addMembers, defineType, NetType } from '../../values/net-type.js';
import { enumOf, num, outOfRange, runtime, text } from '../support.js';
import { applyInitialState } from './apply-initial-state.js';
import { copyOfState, type InitialState, initialOf } from './initial-session-state.js';
import { LOCAL, localRunspace, runtimeOf } from './local-runspace.js';

const AUTOMATION = 'System.Management.Automation';
const RUNSPACES = `${AUTOMATION}.Runspaces`;
type StateName = 'BeforeOpen' | 'Opened' | 'Closed';

/** A runspace that a script made. */
interface Life {
  readonly parent: Runtime;
  readonly sibling: SiblingRunspace;
  readonly initial: InitialState | undefined;
  state: StateName;
  busy: boolean;
}
const lives = new WeakMap<Runtime, Life>();
/** Those that scripts of a runspace made, while they are not closed. */
const listed = new WeakMap<Runtime, Set<Runtime>>();
/** A runspace and those that its scripts made, as Get-Runspace lists them. */
export const runspacesFrom = (rt: Runtime): readonly Runtime[] => [rt, ...(listed.get(rt) ?? [])];

/** Makes a runspace beside that of the script, not open yet. */
export function makeRunspace(parent: Runtime, initial?: InitialState): SiblingRunspace {
  const sibling = parent.sibling();
  lives.set(sibling.runtime, {
    parent,
    sibling,
    initial: initial === undefined ? undefined : copyOfState(initial),
    state: 'BeforeOpen',
    busy: false,
  });
  parent.ending.add(() => void sibling.dispose());
  return sibling;
}
const lifeOf = (self: PSValue): Life | undefined => lives.get(runtimeOf(self));
/** A promise where its modules and scripts are to be loaded. */
export function openRunspace(rt: Runtime): Promise<void> | undefined {
  const life = lives.get(rt);
  if (life === undefined || life.state !== 'BeforeOpen')
    throw new NetThrow(
      `${RUNSPACES}.InvalidRunspaceStateException`,
      `Cannot open the runspace because the runspace is not in the BeforeOpen state. Current state of runspace is '${life?.state ?? 'Opened'}'.`,
    );
  life.state = 'Opened';
  return life.initial === undefined ? undefined : applyInitialState(life.sibling, life.initial);
}
/** The runspace of a value of [runspace], open. @throws InvalidRunspaceStateException. */
export function openSibling(value: PSValue): SiblingRunspace {
  const rt = runtimeOf(value);
  const life = lives.get(rt);
  if (life === undefined) {
    if (rt.owner === undefined) throw new Error('a runtime without a runspace');
    return rt.owner;
  }
  if (life.state !== 'Opened')
    throw new NetThrow(
      `${RUNSPACES}.InvalidRunspaceStateException`,
      `Cannot perform the operation because the runspace is not in the 'Opened' state. The current state is '${life.state}'.`,
    );
  return life.sibling;
}
/** One pipeline at a time runs in a runspace. */
export function setBusy(sibling: SiblingRunspace, busy: boolean): void {
  const life = lives.get(sibling.runtime);
  if (life === undefined) return;
  if (busy && life.busy)
    throw new NetThrow(
      `${AUTOMATION}.PSInvalidOperationException`,
      'The pipeline was not run because a pipeline is already running. Pipelines cannot be run concurrently.',
    );
  life.busy = busy;
}

const PROXY = defineType(
  `${RUNSPACES}.SessionStateProxy`,
  {},
  {
    'void SetVariable(string name, System.Object value)': (self, name, value) => {
      proxied(self).global.force(text(name), value ?? null);
      return undefined;
    },
    'System.Object GetVariable(string name)': (self, name) =>
      proxied(self).global.own(text(name).toLowerCase())?.read() ?? null,
  },
);
const proxied = (self: PSValue): Runtime => {
  const inner = unwrap(self);
  if (inner instanceof NetObject && inner.type === PROXY) return inner.data as Runtime;
  throw new NetThrow('System.NullReferenceException', 'Object reference not set to an instance of an object.');
};
// Not registered: that of remote runspaces, which has the same name, holds something else.
const STATE_INFO = addMembers(new NetType(`${RUNSPACES}.RunspaceStateInfo`), {
  [`${RUNSPACES}.RunspaceState State`]: (self) => enumOf(`${RUNSPACES}.RunspaceState`, stateIn(self)),
  'System.Exception Reason': () => null,
  'string ToString()': (self) => stateIn(self),
});
const stateIn = (self: PSValue): string => (unwrap(self) as NetObject<string>).data;
const stateInfo = (self: PSValue): PSValue => new NetObject(STATE_INFO, lifeOf(self)?.state ?? 'Opened');
const close = async (self: PSValue): Promise<undefined> => {
  const life = lifeOf(self);
  if (life !== undefined && life.state !== 'Closed') {
    life.state = 'Closed';
    listed.get(life.parent)?.delete(life.sibling.runtime);
    await life.sibling.dispose();
  }
  return undefined;
};
const open = (self: PSValue): Promise<undefined> | undefined => {
  const opening = openRunspace(runtimeOf(self));
  return opening === undefined ? undefined : runtime().wait(opening.then(() => undefined));
};
addMembers(LOCAL, {
  'void Open()': open,
  'void OpenAsync()': open,
  'void Close()': close,
  'void Dispose()': close,
  [`${RUNSPACES}.RunspaceStateInfo RunspaceStateInfo`]: stateInfo,
  [`${RUNSPACES}.RunspaceAvailability RunspaceAvailability`]: (self) => {
    const life = lifeOf(self);
    const word = life === undefined ? 'Busy' : life.state !== 'Opened' ? 'None' : life.busy ? 'Busy' : 'Available';
    return enumOf(`${RUNSPACES}.RunspaceAvailability`, word);
  },
  [`${RUNSPACES}.RunspaceConnectionInfo ConnectionInfo`]: () => null,
  [`${RUNSPACES}.RunspaceConnectionInfo OriginalConnectionInfo`]: () => null,
  [`${RUNSPACES}.SessionStateProxy SessionStateProxy`]: (self) => new NetObject(PROXY, runtimeOf(self)),
  [`${RUNSPACES}.PSThreadOptions ThreadOptions`]: () => enumOf(`${RUNSPACES}.PSThreadOptions`, 0),
  'set ThreadOptions': () => undefined,
  'System.Threading.ApartmentState ApartmentState': () => enumOf('System.Threading.ApartmentState', 'Unknown'),
  'set ApartmentState': () => undefined,
});

// ------------------------------------------------------------------ pools

/** Runspaces that are used in turn: so many at a time, the others wait. */
export class RunspacePool {
  readonly #parent: Runtime;
  readonly #initial: InitialState | undefined;
  readonly #idle: SiblingRunspace[] = [];
  readonly #waiting: (() => void)[] = [];
  min: number;
  max: number;
  state: StateName = 'BeforeOpen';
  #used = 0;
  constructor(parent: Runtime, min: number, max: number, initial: InitialState | undefined) {
    this.#parent = parent;
    this.#initial = initial;
    this.min = min;
    this.max = max;
  }
  get available(): number {
    return this.max - this.#used;
  }
  async take(): Promise<SiblingRunspace> {
    if (this.state !== 'Opened')
      throw new NetThrow(
        `${RUNSPACES}.InvalidRunspacePoolStateException`,
        `Cannot perform the operation because the runspace pool is not in the 'Opened' state. The current state is '${this.state}'.`,
      );
    while (this.#used >= this.max)
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    this.#used += 1;
    const free = this.#idle.pop();
    if (free !== undefined) return free;
    const made = makeRunspace(this.#parent, this.#initial);
    await openRunspace(made.runtime);
    return made;
  }
  give(sibling: SiblingRunspace): void {
    this.#used -= 1;
    if (this.state === 'Opened') this.#idle.push(sibling);
    else void sibling.dispose();
    this.#waiting.shift()?.();
  }
  close(): void {
    this.state = 'Closed';
    for (const sibling of this.#idle.splice(0)) void sibling.dispose();
  }
}
export const POOL = defineType(
  `${RUNSPACES}.RunspacePool`,
  {},
  {
    'void Open()': (self) => {
      poolOf(self).state = 'Opened';
      return undefined;
    },
    'void Close()': (self) => {
      poolOf(self).close();
      return undefined;
    },
    'void Dispose()': (self) => {
      poolOf(self).close();
      return undefined;
    },
    'int GetMaxRunspaces()': (self) => poolOf(self).max,
    'int GetMinRunspaces()': (self) => poolOf(self).min,
    'int GetAvailableRunspaces()': (self) => poolOf(self).available,
    'bool SetMaxRunspaces(int maxRunspaces)': (self, value) => {
      poolOf(self).max = num(value);
      return true;
    },
    'bool SetMinRunspaces(int minRunspaces)': (self, value) => {
      poolOf(self).min = num(value);
      return true;
    },
    [`${AUTOMATION}.RunspacePoolStateInfo RunspacePoolStateInfo`]: (self) =>
      new NetObject(STATE_INFO, poolOf(self).state),
    [`${RUNSPACES}.PSThreadOptions ThreadOptions`]: () => enumOf(`${RUNSPACES}.PSThreadOptions`, 0),
    'set ThreadOptions': () => undefined,
    'System.Threading.ApartmentState ApartmentState': () => enumOf('System.Threading.ApartmentState', 'Unknown'),
    'set ApartmentState': () => undefined,
  },
);
export function poolOf(self: PSValue): RunspacePool {
  const inner = unwrap(self);
  if (inner instanceof NetObject && inner.data instanceof RunspacePool) return inner.data;
  throw new NetThrow('System.NullReferenceException', 'Object reference not set to an instance of an object.');
}
const makePool = (args: readonly (PSValue | undefined)[]): PSValue => {
  const numbers = args.filter((arg) => typeof arg === 'number');
  const [min = 1, max = 1] = numbers;
  if (min < 1)
    throw outOfRange('minRunspaces', 'Cannot create a runspace pool because the minimum must be at least 1.');
  const initial = args.map((arg) => initialOf(arg)).find((one) => one !== undefined);
  return new NetObject(POOL, new RunspacePool(runtime(), min, max, initial));
};
const pool = (...args: (PSValue | undefined)[]): PSValue => makePool(args);
const POOL_TYPE = `static ${RUNSPACES}.RunspacePool CreateRunspacePool`;
const INITIAL_TYPE = `${RUNSPACES}.InitialSessionState initialSessionState`;
function create(initial?: PSValue): PSValue {
  const parent = runtime();
  const made = makeRunspace(parent, initialOf(initial)).runtime;
  const others = listed.get(parent) ?? new Set();
  listed.set(parent, others.add(made));
  return localRunspace(made);
}
const CONNECTION = `${RUNSPACES}.RunspaceConnectionInfo connectionInfo`;
const HOST = `${AUTOMATION}.Host.PSHost host`;
const OF_CONNECTION = `${CONNECTION}, ${HOST}, ${RUNSPACES}.TypeTable typeTable`;
const ARGUMENTS = `${AUTOMATION}.PSPrimitiveDictionary applicationArguments`;
const REMOTE_OVERLOADS = [
  OF_CONNECTION,
  `${OF_CONNECTION}, ${ARGUMENTS}`,
  `${OF_CONNECTION}, ${ARGUMENTS}, string name`,
  `${HOST}, ${CONNECTION}`,
  CONNECTION,
];
/** One overload, by the names of its parameters. */
function createElsewhere(parameters: string): MemberBody {
  const names = parameters.split(', ').map((parameter) => parameter.slice(parameter.lastIndexOf(' ') + 1));
  return (_self, ...args) => {
    const given = (name: string): PSValue => args[names.indexOf(name)] ?? null;
    const rt = runtime();
    return andThen(rt.sessions(), (reach) => {
      if (reach === undefined)
        throw new NetThrow('System.NotSupportedException', 'This engine has no sessions to other computers.');
      const name = given('name');
      return reach.runspace({
        connectionInfo: given('connectionInfo'),
        number: rt.drawNumber(),
        name: name === null || name === '' ? undefined : text(name),
        host: given('host') === null ? undefined : rt.host,
        applicationArguments: given('applicationArguments'),
      });
    });
  };
}
defineType(
  `${RUNSPACES}.RunspaceFactory`,
  { staticClass: true },
  {
    [`static ${RUNSPACES}.Runspace CreateRunspace()`]: () => create(),
    [`static ${RUNSPACES}.Runspace CreateRunspace(${INITIAL_TYPE})`]: (_self, initial) => create(initial),
    [`static ${RUNSPACES}.Runspace CreateRunspace(${AUTOMATION}.Host.PSHost host)`]: () => create(),
    [`static ${RUNSPACES}.Runspace CreateRunspace(${AUTOMATION}.Host.PSHost host, ${INITIAL_TYPE})`]: (
      _self,
      _host,
      initial,
    ) => create(initial),
    ...Object.fromEntries(
      REMOTE_OVERLOADS.map((parameters) => [
        `static ${RUNSPACES}.Runspace CreateRunspace(${parameters})`,
        createElsewhere(parameters),
      ]),
    ),
    [`${POOL_TYPE}()`]: () => pool(),
    [`${POOL_TYPE}(int minRunspaces, int maxRunspaces)`]: (_self, ...args) => pool(...args),
    [`${POOL_TYPE}(${INITIAL_TYPE})`]: (_self, ...args) => pool(...args),
    [`${POOL_TYPE}(int minRunspaces, int maxRunspaces, ${AUTOMATION}.Host.PSHost host)`]: (_self, ...args) =>
      pool(...args),
    [`${POOL_TYPE}(int minRunspaces, int maxRunspaces, ${INITIAL_TYPE}, ${AUTOMATION}.Host.PSHost host)`]: (
      _self,
      ...args
    ) => pool(...args),
  },
);
