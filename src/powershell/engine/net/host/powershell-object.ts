/** `[powershell]::Create()`: a pipeline that a script builds and runs, at once or beside itself. */
import {
  pipelineCommand,
  PSDictionary,
  PSList,
  type PSObject,
  PSProgressPrimitive,
  type PSPowerShellDefinition,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { drive } from '../../pending.js';
import type { PipelineOutcome, PipelineSink } from '../../runspace-api.js';
import { nobodyHost } from '../../runtime/nobody.js';
import type { Runtime } from '../../runtime/runtime.js';
import { each, endingException, liveOr, pipelineDefinition, type SiblingRunspace } from '../../runtime/task.js';
import { POWERSHELL_VERSION } from '../../runtime/requirements.js';
import { ExceptionObject, exceptionType, NetThrow } from '../../values/exceptions.js';
import { EnumValue, NetObject, plain, unwrap } from '../../values/live.js';
import type { MemberBody } from '../../values/bodies.js';
import { defineType, type NetType } from '../../values/net-type.js';
import { addData } from '../data-collections.js';
import { declareEvents, isHeard, raise } from '../events.js';
import {
  active,
  convertTo,
  dataOf,
  enumOf,
  flag,
  items,
  requireGeneric,
  requireType,
  runtime,
  text,
} from '../support.js';
import { completedTask, taskOf } from '../tasks.js';
import { handleOf, Signal } from '../threading.js';
import { ForeignRunspace, foreignDefinition, foreignInput, foreignRunspace } from './foreign-runspace.js';
import { type InitialState, initialOf } from './initial-session-state.js';
import { InvocationSettings, invocationSettings } from './invocation-settings.js';
import { localRunspace } from './local-runspace.js';
import {
  makeRunspace,
  openRunspace,
  openSibling,
  poolOf,
  POOL,
  type RunspacePool,
  setBusy,
} from './runspace-objects.js';
import { collectionOf } from '../../values/types.js';

const AUTOMATION = 'System.Management.Automation';
const NAME = `${AUTOMATION}.PowerShell`;
const STATE = `${AUTOMATION}.PSInvocationState`;
defineType(STATE, {
  kind: 'enum',
  enumValues: { NotStarted: 0, Running: 1, Stopping: 2, Stopped: 3, Completed: 4, Failed: 5, Disconnected: 6 },
});
defineType(`${AUTOMATION}.RunspaceMode`, { kind: 'enum', enumValues: { CurrentRunspace: 0, NewRunspace: 1 } });

/** One command of a pipeline. */
export interface Part {
  readonly text: string;
  readonly isScript: boolean;
  readonly useLocalScope: boolean | null;
  readonly parameters: { name?: string; value: PSValue }[];
}
type StreamName = 'Error' | 'Warning' | 'Verbose' | 'Debug' | 'Information' | 'Progress';
const STREAMS: Readonly<Record<StreamName, string>> = {
  Error: 'ErrorRecord',
  Warning: 'WarningRecord',
  Verbose: 'VerboseRecord',
  Debug: 'DebugRecord',
  Information: 'InformationRecord',
  Progress: 'ProgressRecord',
};
const dataCollection = (element: string): PSList =>
  new PSList([], 'LST', {
    typeNames: requireGeneric(`${AUTOMATION}.PSDataCollection`, [requireType(`${AUTOMATION}.${element}`)]).typeNames,
  });

class Invocation {
  readonly output: PSValue[];
  readonly promise: Promise<PipelineOutcome>;
  readonly ended = new Signal(false, false);
  done = false;
  constructor(output: PSValue[], run: (output: PSValue[]) => Promise<PipelineOutcome>) {
    this.output = output;
    this.promise = run(output).finally(() => {
      this.done = true;
      this.ended.set();
    });
    this.promise.catch(() => undefined); // whoever ends the invocation gets it
  }
}

export class PowerShellState {
  readonly home: Runtime;
  statements: Part[][] = [[]];
  readonly streams: Readonly<Record<StreamName, PSList>>;
  where: SiblingRunspace | RunspacePool | ForeignRunspace | undefined;
  where_: PSValue = null;
  state = 'NotStarted';
  reason: ExceptionObject | undefined;
  hadErrors = false;
  /** What scripts have of it; its events are raised there. */
  object: PSObject | undefined;
  nested = false;
  /** What the runspace begins with that is made for it. */
  initial: InitialState | undefined;
  invocation: Invocation | undefined;
  #abort = new AbortController();

  constructor(home: Runtime) {
    this.home = home;
    const made: Partial<Record<StreamName, PSList>> = {};
    for (const [name, element] of Object.entries(STREAMS)) made[name as StreamName] = dataCollection(element);
    this.streams = made as Record<StreamName, PSList>;
    home.ending.add(() => this.#abort.abort());
  }
  /** From now on it runs in that runspace. @throws InvalidRunspaceStateException: a runspace of this process is not open. */
  place(runspace: PSValue): void {
    this.where = foreignRunspace(runspace) ?? openSibling(runspace);
    this.where_ = runspace;
  }
  add(part: Part): void {
    this.statements.at(-1)?.push(part);
  }
  /** @throws InvalidOperation: there is no command that the parameter could be of. */
  parameter(name: string | undefined, value: PSValue): void {
    const last = this.statements.at(-1)?.at(-1);
    if (last === undefined)
      throw new NetThrow(
        `${AUTOMATION}.PSInvalidOperationException`,
        'A command is required to add a parameter. A command must be added to the PowerShell instance before adding a parameter.',
      );
    last.parameters.push(name === undefined ? { value } : { name, value });
  }
  get isEmpty(): boolean {
    return this.statements.every((commands) => commands.length === 0);
  }
  begin(
    input: readonly PSValue[] | undefined,
    output: PSValue[] = [],
    settings: InvocationSettings = new InvocationSettings(),
    target?: PSList,
  ): Invocation {
    if (this.isEmpty) throw new NetThrow(`${AUTOMATION}.PSInvalidOperationException`, 'No commands are specified.');
    if (this.state === 'Running')
      throw new NetThrow(
        `${AUTOMATION}.InvalidPowerShellStateException`,
        'Cannot perform operation because a command has already been started. Wait for the command to complete, or stop it, and then try the operation again.',
      );
    if (this.where instanceof ForeignRunspace) this.where.requireOpened();
    this.#abort = new AbortController();
    this.home.ending.add(() => this.#abort.abort());
    this.reason = undefined;
    this.hadErrors = false;
    this.#become('Running');
    this.invocation = new Invocation(output, (into) => this.#run(input, target ?? into, settings));
    return this.invocation;
  }
  #become(state: string): void {
    this.state = state;
    const { object, reason } = this;
    if (object === undefined || !isHeard(object, 'InvocationStateChanged')) return;
    raise(object, 'InvocationStateChanged', new NetObject<StateInfo>(STATE_CHANGED, { state, reason }));
  }
  async stop(): Promise<void> {
    if (this.invocation === undefined || this.invocation.done) return;
    this.#become('Stopping');
    this.#abort.abort();
    await this.invocation.promise.catch(() => undefined);
  }
  /** The outcome as .NET has it: nothing, or an exception. */
  async end(invocation: Invocation): Promise<void> {
    const outcome = await invocation.promise;
    if (outcome.state === 'Completed') return;
    throw Object.assign(new NetThrow('System.Exception', ''), {
      exception: outcome.state === 'Stopped' ? stopped() : endingException(liveOr(outcome.error)),
    });
  }

  async #run(
    input: readonly PSValue[] | undefined,
    output: PSValue[] | PSList,
    settings: InvocationSettings,
  ): Promise<PipelineOutcome> {
    const { where } = this;
    if (where instanceof ForeignRunspace) return this.#runElsewhere(where, input, output, settings);
    const pool = where !== undefined && 'take' in where ? where : undefined;
    const runspace =
      pool === undefined ? await this.#runspace(where as SiblingRunspace | undefined) : await pool.take();
    if (!this.nested) setBusy(runspace, true);
    const { runtime: rt } = runspace;
    const outer = rt.commandFailed;
    rt.commandFailed = false;
    try {
      const sink = this.#sink(output, rt);
      const outcome = await runspace.run({
        definition: this.#definition,
        input: input === undefined ? undefined : each(input),
        host: this.nested ? this.home.host : NOBODY,
        sink: { ...sink, unshown: sink },
        addToHistory: settings.addToHistory,
        liveObjects: true,
        nested: this.nested,
        signal: this.#abort.signal,
      });
      if (rt.commandFailed || outcome.state === 'Failed') this.hadErrors = true;
      return this.#ended(outcome);
    } finally {
      rt.commandFailed ||= outer;
      if (!this.nested) setBusy(runspace, false);
      pool?.give(runspace);
    }
  }
  /** In a session: what goes there, and what comes back, is data. */
  async #runElsewhere(
    where: ForeignRunspace,
    input: readonly PSValue[] | undefined,
    output: PSValue[] | PSList,
    settings: InvocationSettings,
  ): Promise<PipelineOutcome> {
    // Begun at once where nothing has to be waited for: the runspace is busy then.
    const definition = drive(foreignDefinition(this.home, this.#definition));
    return this.#ended(
      await where.run({
        definition: definition instanceof Promise ? await definition : definition,
        input: input === undefined ? undefined : foreignInput(this.home, input),
        sink: this.#sink(output, this.home),
        addToHistory: settings.addToHistory,
        signal: this.#abort.signal,
      }),
    );
  }
  #ended(outcome: PipelineOutcome): PipelineOutcome {
    if (outcome.state === 'Failed') this.reason = endingException(liveOr(outcome.error));
    else if (outcome.state === 'Stopped') this.reason = stopped();
    // Those of a run before are errors of this one too, as long as they stand there.
    if (this.streams.Error.items.length > 0) this.hadErrors = true;
    this.#become(outcome.state);
    return outcome;
  }
  get #definition(): PSPowerShellDefinition {
    return pipelineDefinition(
      this.statements.map((commands) =>
        commands.map(({ text: command, isScript, useLocalScope, parameters }) =>
          pipelineCommand(command, { isScript, useLocalScope, parameters }),
        ),
      ),
    );
  }
  /** Takes records into the streams of this object. @param rt makes the objects of them. */
  #sink(output: PSValue[] | PSList, rt: Runtime): PipelineSink {
    const put = (stream: StreamName, value: PSValue): void => addData(this.streams[stream], value);
    return {
      output: (value) => {
        if (output instanceof PSList) addData(output, plain(value));
        else output.push(plain(value));
      },
      error: (record) => {
        this.hadErrors = true;
        put('Error', liveOr(record));
      },
      informational: (record) => put(record.kind, rt.informationalObject(record)),
      information: (record) => put('Information', rt.informationObject(record)),
      progress: (record) => put('Progress', new PSProgressPrimitive({ ...record, recordType: record.type })),
    };
  }
  async #runspace(given: SiblingRunspace | undefined): Promise<SiblingRunspace> {
    if (given !== undefined) return given;
    if (this.nested && this.home.owner !== undefined) return this.home.owner;
    const made = makeRunspace(this.home, this.initial);
    await openRunspace(made.runtime);
    this.where = made;
    this.where_ = localRunspace(made.runtime);
    return made;
  }
}
const stopped = (): ExceptionObject =>
  new ExceptionObject(exceptionType(`${AUTOMATION}.PipelineStoppedException`), 'The pipeline has been stopped.');
/** The host of a pipeline that was given none. */
const NOBODY = nobodyHost(POWERSHELL_VERSION);

const own = (self: PSValue): PowerShellState => {
  const inner = unwrap(self);
  if (inner instanceof NetObject && inner.data instanceof PowerShellState) return inner.data;
  throw new NetThrow('System.NullReferenceException', 'Object reference not set to an instance of an object.');
};
const inputOf = (value: PSValue | undefined): readonly PSValue[] | undefined =>
  value === undefined || value === null ? undefined : items(value);
const make = (setUp: (state: PowerShellState) => void = () => undefined): PSValue => {
  const state = new PowerShellState(runtime());
  setUp(state);
  state.object = new NetObject(TYPE, state);
  return state.object;
};
export const scriptPart = (body: string, useLocalScope: boolean | null): Part => ({
  text: body,
  isScript: true,
  useLocalScope,
  parameters: [],
});
const script = (self: PSValue, body: PSValue | undefined, local: PSValue | undefined): PSValue => {
  own(self).add(scriptPart(text(body), local === undefined ? null : flag(local)));
  return self;
};
const command = (self: PSValue, name: PSValue | undefined, local: PSValue | undefined): PSValue => {
  own(self).add({
    text: text(name),
    isScript: false,
    useLocalScope: local === undefined ? null : flag(local),
    parameters: [],
  });
  return self;
};
/** Waits for it in the runspace of the script: its stop stops this too. */
export async function waited(state: PowerShellState, invocation: Invocation): Promise<void> {
  const rt = runtime();
  try {
    await rt.wait(state.end(invocation));
  } catch (error) {
    if (rt.signal.aborted) await state.stop();
    throw error;
  }
}
async function invoke(
  self: PSValue,
  input: readonly PSValue[] | undefined,
  settings?: InvocationSettings,
): Promise<PSValue> {
  const invocation = own(self).begin(input, [], settings);
  await waited(own(self), invocation);
  return collectionOf(invocation.output);
}
const ASYNC = defineType(
  `${AUTOMATION}.PowerShellAsyncResult`,
  { interfaces: ['System.IAsyncResult'] },
  {
    'bool IsCompleted': (self) => invocationOf(self).done,
    'bool CompletedSynchronously': () => false,
    'System.Object AsyncState': () => null,
    'System.Threading.WaitHandle AsyncWaitHandle': (self) => handleOf(invocationOf(self).ended),
  },
);
const invocationOf = (value: PSValue | undefined): Invocation => {
  const inner = unwrap(value ?? null);
  if (inner instanceof NetObject && inner.data instanceof Invocation) return inner.data;
  throw new NetThrow('System.ArgumentNullException', "Value cannot be null. (Parameter 'asyncResult')");
};
const begin = (self: PSValue, input?: PSValue, output?: PSValue): PSValue => {
  const target = unwrap(output ?? null);
  const into = target instanceof PSList ? target : undefined;
  return new NetObject(ASYNC, own(self).begin(inputOf(input), into?.items, undefined, into));
};
const DATA_STREAMS = defineType(
  `${AUTOMATION}.PSDataStreams`,
  {},
  {
    ...Object.fromEntries(
      Object.entries(STREAMS).map(([name, element]) => [
        `${AUTOMATION}.PSDataCollection[${AUTOMATION}.${element}] ${name}`,
        (self: PSValue) => own(self).streams[name as StreamName],
      ]),
    ),
    'void ClearStreams()': (self) => {
      for (const list of Object.values(own(self).streams)) list.items.length = 0;
      return undefined;
    },
  },
);
const STATE_INFO = defineType(
  `${AUTOMATION}.PSInvocationStateInfo`,
  {},
  {
    [`${STATE} State`]: (self) => enumOf(STATE, dataOf<StateInfo>(self).state),
    'System.Exception Reason': (self) => dataOf<StateInfo>(self).reason ?? null,
  },
);
interface StateInfo {
  readonly state: string;
  readonly reason: ExceptionObject | undefined;
}
const STATE_CHANGED = defineType(
  `${AUTOMATION}.PSInvocationStateChangedEventArgs`,
  { base: 'System.EventArgs' },
  {
    [`${AUTOMATION}.PSInvocationStateInfo InvocationStateInfo`]: (self) =>
      new NetObject<StateInfo>(STATE_INFO, dataOf<StateInfo>(self)),
  },
);
const commandPart = (name: PSValue | undefined, isScript: boolean, useLocalScope: boolean | null): PSValue =>
  new NetObject(COMMAND, { text: text(name), isScript, useLocalScope, parameters: [] });
const PARAMETER = defineType(
  `${AUTOMATION}.Runspaces.CommandParameter`,
  {},
  {
    'new(string name)': (_self, name) => new NetObject(PARAMETER, { name: text(name), value: null }),
    'new(string name, System.Object value)': (_self, name, value) =>
      new NetObject(PARAMETER, { ...(name !== null && { name: text(name) }), value: value ?? null }),
    'string Name': (self) => parameterOf(self).name ?? null,
    'System.Object Value': (self) => parameterOf(self).value,
    'string ToString()': (self) => parameterOf(self).name ?? '',
  },
);
const parameterOf = (self: PSValue): Part['parameters'][number] =>
  (unwrap(self) as NetObject<Part['parameters'][number]>).data;
/** The parameters of a command, and the command: what is added to the list is added to both. */
const listed = new WeakMap<PSList, Part>();
function parameterList(part: Part): PSValue {
  const list = new PSList(
    part.parameters.map((parameter) => new NetObject(PARAMETER, parameter)),
    'LST',
    { typeNames: PARAMETERS.typeNames },
  );
  listed.set(list, part);
  return list;
}
function addParameter(self: PSValue, name: PSValue, value: PSValue, shown: PSValue): undefined {
  const list = unwrap(self);
  if (!(list instanceof PSList)) return;
  const named = name === null ? {} : { name: text(name) };
  listed.get(list)?.parameters.push({ ...named, value });
  list.items.push(new NetObject(PARAMETER, { ...named, value: shown }));
}
const PARAMETERS = defineType(
  `${AUTOMATION}.Runspaces.CommandParameterCollection`,
  { base: requireGeneric('System.Collections.ObjectModel.Collection`1', [PARAMETER]).fullName },
  {
    'void Add(string name)': (self, name) => addParameter(self, name ?? null, true, null),
    'void Add(string name, System.Object value)': (self, name, value) =>
      addParameter(self, name ?? null, value ?? null, value ?? null),
  },
);
export const COMMAND = defineType(
  `${AUTOMATION}.Runspaces.Command`,
  {},
  {
    'new(string command)': (_self, name) => commandPart(name, false, null),
    'new(string command, bool isScript)': (_self, name, isScript) => commandPart(name, flag(isScript), null),
    'new(string command, bool isScript, bool useLocalScope)': (_self, name, isScript, local) =>
      commandPart(name, flag(isScript), flag(local)),
    [`${AUTOMATION}.Runspaces.CommandParameterCollection Parameters`]: (self) => parameterList(partOf(self)),
    'bool UseLocalScope': (self) => partOf(self).useLocalScope ?? false,
    'string CommandText': (self) => partOf(self).text,
    'bool IsScript': (self) => partOf(self).isScript,
    'string ToString()': (self) => partOf(self).text,
  },
);
export const partOf = (self: PSValue): Part => (unwrap(self) as NetObject<Part>).data;
/** What adds commands to a [powershell], and to a PSCommand. */
const building = (name: string): Readonly<Record<string, MemberBody>> => ({
  [`${name} AddScript(string script)`]: (self, body) => script(self, body, undefined),
  [`${name} AddScript(string script, bool useLocalScope)`]: script,
  [`${name} AddCommand(string cmdlet)`]: (self, given) => command(self, given, undefined),
  [`${name} AddCommand(string cmdlet, bool useLocalScope)`]: command,
  [`${name} AddArgument(System.Object value)`]: (self, value) => {
    own(self).parameter(undefined, value ?? null);
    return self;
  },
  [`${name} AddParameter(string parameterName)`]: (self, given) => {
    own(self).parameter(text(given), true);
    return self;
  },
  [`${name} AddParameter(string parameterName, System.Object value)`]: (self, given, value) => {
    own(self).parameter(text(given), value ?? null);
    return self;
  },
  [`${name} AddParameters(System.Collections.IDictionary parameters)`]: (self, values) => {
    const given = unwrap(values ?? null);
    if (given instanceof PSDictionary)
      for (const [key, value] of given.entries()) own(self).parameter(toText(key), value);
    return self;
  },
  [`${name} AddParameters(System.Collections.IList parameters)`]: (self, values) => {
    for (const value of items(values)) own(self).parameter(undefined, value);
    return self;
  },
  [`${name} AddStatement()`]: (self) => {
    if (own(self).statements.at(-1)?.length !== 0) own(self).statements.push([]);
    return self;
  },
});
/** The text of a PSCommand's commands. */
export const commandText = (value: PSValue): string =>
  own(value)
    .statements.flat()
    .map((part) => part.text)
    .join('; ');
const copied = (statements: readonly (readonly Part[])[]): Part[][] =>
  statements.map((parts) => parts.map((part) => ({ ...part, parameters: [...part.parameters] })));
const PSCOMMAND: NetType = defineType(
  `${AUTOMATION}.PSCommand`,
  {},
  {
    'new()': () => new NetObject(PSCOMMAND, new PowerShellState(runtime())),
    ...building(`${AUTOMATION}.PSCommand`),
    [`${AUTOMATION}.PSCommand AddCommand(${AUTOMATION}.Runspaces.Command command)`]: (self, part) => {
      own(self).add(partOf(part ?? null));
      return self;
    },
    [`${AUTOMATION}.PSCommand Clone()`]: (self) => {
      const state = new PowerShellState(runtime());
      state.statements = copied(own(self).statements);
      return new NetObject(PSCOMMAND, state);
    },
    [`${AUTOMATION}.Runspaces.CommandCollection Commands`]: (self) =>
      new PSList(
        own(self)
          .statements.flat()
          .map((part) => new NetObject(COMMAND, part)),
        'LST',
      ),
    'void Clear()': (self) => {
      own(self).statements = [[]];
      return undefined;
    },
  },
);
const TYPE = defineType(
  NAME,
  { interfaces: ['System.IDisposable'] },
  {
    [`static ${NAME} Create()`]: () => make(),
    [`static ${NAME} Create(${AUTOMATION}.RunspaceMode runspace)`]: (_self, mode) =>
      make((state) => {
        state.nested = mode instanceof EnumValue && mode.text === 'CurrentRunspace';
      }),
    [`static ${NAME} Create(${AUTOMATION}.Runspaces.Runspace runspace)`]: (_self, runspace) =>
      make((state) => {
        state.place(runspace ?? null);
      }),
    [`static ${NAME} Create(${AUTOMATION}.Runspaces.InitialSessionState initialSessionState)`]: (_self, initial) =>
      make((state) => {
        state.initial = initialOf(initial);
      }),
    ...building(NAME),
    [`System.Collections.ObjectModel.Collection[psobject] Invoke()`]: (self) => invoke(self, undefined),
    [`System.Collections.ObjectModel.Collection[psobject] Invoke(System.Collections.IEnumerable input)`]: (
      self,
      input,
    ) => invoke(self, inputOf(input)),
    [`System.Collections.ObjectModel.Collection[psobject] Invoke(System.Collections.IEnumerable input, ${AUTOMATION}.PSInvocationSettings settings)`]:
      (self, input, settings) => invoke(self, inputOf(input), invocationSettings(settings)),
    'System.Collections.ObjectModel.Collection[T] Invoke[T]()': async (self) => {
      const [wanted] = active.typeArguments;
      const made = await invoke(self, undefined);
      if (wanted !== undefined && made instanceof PSList)
        made.items = made.items.map((item) => convertTo(item, wanted));
      return made;
    },
    'System.IAsyncResult BeginInvoke()': (self) => begin(self),
    'System.IAsyncResult BeginInvoke(System.Object input)': (self, input) => begin(self, input),
    'System.IAsyncResult BeginInvoke(System.Object input, System.Object output)': (self, input, output) =>
      begin(self, input, output),
    [`${AUTOMATION}.PSDataCollection[psobject] EndInvoke(System.IAsyncResult asyncResult)`]: async (self, result) => {
      const invocation = invocationOf(result);
      await waited(own(self), invocation);
      const made = dataCollection('PSObject');
      made.items = invocation.output;
      return made;
    },
    'System.Object InvokeAsync()': (self) => {
      const invocation = own(self).begin(undefined);
      const made = dataCollection('PSObject');
      made.items = invocation.output;
      return taskOf(
        own(self)
          .end(invocation)
          .then(() => made),
      );
    },
    'void Stop()': (self) =>
      own(self)
        .stop()
        .then(() => undefined),
    'System.IAsyncResult BeginStop(System.AsyncCallback callback, System.Object state)': (self) => {
      void own(self).stop();
      return completedTask(null);
    },
    'void Dispose()': (self) =>
      own(self)
        .stop()
        .then(() => undefined),
    'bool HadErrors': (self) => own(self).hadErrors,
    'bool IsNested': (self) => own(self).nested,
    [`${AUTOMATION}.PSInvocationStateInfo InvocationStateInfo`]: (self) => new NetObject(STATE_INFO, own(self)),
    [`${AUTOMATION}.PSDataStreams Streams`]: (self) => new NetObject(DATA_STREAMS, own(self)),
    [`${AUTOMATION}.PSCommand Commands`]: (self) => new NetObject(PSCOMMAND, own(self)),
    'set Commands': (self, value) => {
      own(self).statements = copied(own(value ?? null).statements);
      return undefined;
    },
    [`${AUTOMATION}.Runspaces.Runspace Runspace`]: (self) => own(self).where_,
    'set Runspace': (self, value) => {
      own(self).place(value ?? null);
      return undefined;
    },
    [`${AUTOMATION}.Runspaces.RunspacePool RunspacePool`]: (self) => {
      const { where_ } = own(self);
      return where_ instanceof NetObject && where_.type === POOL ? where_ : null;
    },
    'set RunspacePool': (self, value) => {
      own(self).where = value === undefined || value === null ? undefined : poolOf(value);
      own(self).where_ = value ?? null;
      return undefined;
    },
  },
);
declareEvents(NAME, [
  {
    name: 'InvocationStateChanged',
    handler: `System.EventHandler\`1[${STATE_CHANGED.fullName}]`,
    args: STATE_CHANGED.fullName,
  },
]);
