/** `$runspace.CreatePipeline()`: the older way to run something in a runspace, of this process or of a session. */
import { PSList, type PSValue } from '../../../../protocol/objects/index.js';
import { implement } from '../../values/bodies.js';
import { NetThrow } from '../../values/exceptions.js';
import { NetObject, unwrap } from '../../values/live.js';
import { defineType, type NetType } from '../../values/net-type.js';
import { collectionOf } from '../../values/types.js';
import { enumOf, flag, items, long, num, requireGeneric, requireType, runtime, text } from '../support.js';
import { foreignRunspace } from './foreign-runspace.js';
import { InvocationSettings } from './invocation-settings.js';
import { COMMAND, type Part, PowerShellState, partOf, scriptPart, waited } from './powershell-object.js';

const AUTOMATION = 'System.Management.Automation';
const RUNSPACES = `${AUTOMATION}.Runspaces`;

/** Values that wait for whoever reads them. */
class Reader {
  readonly #values: PSValue[];
  readonly #pipeline: PipelineState;
  #read = 0;
  constructor(pipeline: PipelineState, values: PSValue[]) {
    this.#pipeline = pipeline;
    this.#values = values;
  }
  get isOpen(): boolean {
    return !this.#pipeline.isEnded;
  }
  get count(): number {
    return this.#values.length - this.#read;
  }
  take(limit: number): PSValue[] {
    const taken = this.#values.slice(this.#read, this.#read + limit);
    this.#read += taken.length;
    return taken;
  }
  peek(): PSValue {
    return this.#values[this.#read] ?? null;
  }
  /** When so many are there, or no more will come. */
  async wait(count: number): Promise<void> {
    const rt = runtime();
    while (this.count < count && this.isOpen) await rt.wait(this.#pipeline.change());
  }
}

class PipelineState {
  readonly runspace: PSValue;
  readonly number: number;
  readonly isNested: boolean;
  readonly addToHistory: boolean;
  readonly commands: PSList;
  readonly shell = new PowerShellState(runtime());
  readonly input: PSValue[] = [];
  readonly output: Reader;
  readonly error: Reader;
  readonly #values: PSValue[] = [];
  inputOpen = true;
  disposed = false;
  #invoked = false;
  #ended = false;
  constructor(runspace: PSValue, parts: readonly Part[], isNested: boolean, addToHistory: boolean) {
    this.runspace = runspace;
    this.isNested = isNested;
    this.addToHistory = addToHistory;
    this.commands = new PSList(
      parts.map((part) => new NetObject(COMMAND, part)),
      'LST',
      { typeNames: COMMANDS.typeNames },
    );
    const key = unwrap(runspace) as object;
    this.number = (made.get(key) ?? 0) + 1;
    made.set(key, this.number);
    this.output = new Reader(this, this.#values);
    this.error = new Reader(this, this.shell.streams.Error.items);
  }
  get isEnded(): boolean {
    return this.#ended;
  }
  get parts(): Part[] {
    return this.commands.items.map(partOf);
  }
  /** @throws what forbids it; a pipeline runs once. */
  begin(): ReturnType<PowerShellState['begin']> {
    if (this.disposed)
      throw new NetThrow(
        `${AUTOMATION}.PSObjectDisposedException`,
        'Cannot perform operation because object "pipeline" has already been disposed.\nObject name: \'pipeline\'.',
      );
    if (this.#invoked)
      throw new NetThrow(
        `${RUNSPACES}.InvalidPipelineStateException`,
        'Cannot invoke pipeline because it has already been invoked.',
      );
    const state = stateOf(this.runspace);
    if (state !== 'Opened')
      throw new NetThrow(
        `${RUNSPACES}.InvalidRunspaceStateException`,
        `Cannot invoke the pipeline because the runspace is not in the Opened state. Current state of the runspace is '${state}'.`,
      );
    const { parts } = this;
    if (parts.length === 0)
      throw new NetThrow(`${AUTOMATION}.PSInvalidOperationException`, 'The pipeline does not contain a command.');
    if (this.isNested)
      throw new NetThrow(
        `${AUTOMATION}.PSInvalidOperationException`,
        'You should only run a nested pipeline from within a running pipeline.',
      );
    this.#invoked = true;
    this.shell.statements = [parts];
    this.shell.place(this.runspace);
    this.inputOpen = false;
    const settings = new InvocationSettings();
    settings.addToHistory = this.addToHistory;
    const invocation = this.shell.begin(this.input.length > 0 ? this.input : undefined, this.#values, settings);
    void invocation.promise
      .catch(() => undefined)
      .finally(() => {
        this.#ended = true;
      });
    return invocation;
  }
  /** Resolves when there is more to read, or it is over. */
  async change(): Promise<void> {
    const { invocation } = this.shell;
    if (invocation === undefined) return new Promise(() => undefined);
    await Promise.race([invocation.promise.catch(() => undefined), pause()]);
  }
}
const POLL_MS = 10;
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, POLL_MS);
  });
/** How many pipelines a runspace has had made. */
const made = new WeakMap<object, number>();

function stateOf(runspace: PSValue): string {
  const info = requireType(`${RUNSPACES}.Runspace`).findProperty('RunspaceStateInfo');
  const own = (unwrap(runspace) as NetObject).type.findProperty('RunspaceStateInfo') ?? info;
  const value = own?.get?.(runspace) as NetObject | undefined;
  const state = value?.type.findProperty('State')?.get?.(value) ?? null;
  return state instanceof Promise ? '' : text(state);
}
const own = (self: PSValue): PipelineState => (unwrap(self) as NetObject<PipelineState>).data;
const reader = (self: PSValue): Reader => (unwrap(self) as NetObject<Reader>).data;

const COMMANDS = defineType(
  `${RUNSPACES}.CommandCollection`,
  { base: requireGeneric('System.Collections.ObjectModel.Collection`1', [COMMAND]).fullName },
  {
    'void Add(string command)': (self, name) => {
      (unwrap(self) as PSList).items.push(
        new NetObject(COMMAND, { text: text(name), isScript: false, useLocalScope: null, parameters: [] }),
      );
      return undefined;
    },
    'void AddScript(string scriptContents)': (self, script) => {
      (unwrap(self) as PSList).items.push(new NetObject(COMMAND, scriptPart(text(script), null)));
      return undefined;
    },
    'void AddScript(string scriptContents, bool useLocalScope)': (self, script, local) => {
      (unwrap(self) as PSList).items.push(new NetObject(COMMAND, scriptPart(text(script), flag(local))));
      return undefined;
    },
  },
);

const readerType = (name: string, element: string): NetType =>
  defineType(
    `${AUTOMATION}.Internal.${name}`,
    { interfaces: ['System.IDisposable'] },
    {
      [`${element} Read()`]: async (self) => {
        await reader(self).wait(1);
        return reader(self).take(1)[0] ?? null;
      },
      [`System.Collections.ObjectModel.Collection[${element}] Read(int count)`]: async (self, count) => {
        await reader(self).wait(num(count));
        return collectionOf(reader(self).take(num(count)));
      },
      [`System.Collections.ObjectModel.Collection[${element}] ReadToEnd()`]: async (self) => {
        await reader(self).wait(Number.POSITIVE_INFINITY);
        return collectionOf(reader(self).take(Number.POSITIVE_INFINITY));
      },
      [`System.Collections.ObjectModel.Collection[${element}] NonBlockingRead()`]: (self) =>
        collectionOf(reader(self).take(Number.POSITIVE_INFINITY)),
      [`System.Collections.ObjectModel.Collection[${element}] NonBlockingRead(int maxRequested)`]: (self, most) =>
        collectionOf(reader(self).take(num(most))),
      [`${element} Peek()`]: (self) => reader(self).peek(),
      'void Close()': () => undefined,
      'void Dispose()': () => undefined,
      'bool EndOfPipeline': (self) => !reader(self).isOpen && reader(self).count === 0,
      'bool IsOpen': (self) => reader(self).isOpen,
      'int Count': (self) => reader(self).count,
      'int MaxCapacity': () => 2_147_483_647,
    },
  );
const OUTPUT = readerType('PSObjectReader', 'psobject');
const ERROR = readerType('ObjectReader', 'System.Object');

function write(self: PSValue, value: PSValue, enumerated: boolean): number {
  const { input, inputOpen } = own(self);
  if (!inputOpen) throw new NetThrow(`${RUNSPACES}.PipelineClosedException`, 'Pipeline is closed.');
  const given = enumerated ? items(value) : [value];
  input.push(...given);
  return given.length;
}
const WRITER = defineType(
  `${AUTOMATION}.Internal.ObjectWriter`,
  {},
  {
    'int Write(System.Object obj)': (self, value) => write(self, value ?? null, false),
    'int Write(System.Object obj, bool enumerateCollection)': (self, value, all) =>
      write(self, value ?? null, flag(all)),
    'void Close()': (self) => {
      own(self).inputOpen = false;
      return undefined;
    },
    'void Flush()': () => undefined,
    'bool IsOpen': (self) => own(self).inputOpen,
    'int Count': (self) => own(self).input.length,
    'int MaxCapacity': () => 2_147_483_647,
  },
);
const STATE = `${RUNSPACES}.PipelineState`;
const STATE_INFO = defineType(
  `${RUNSPACES}.PipelineStateInfo`,
  {},
  {
    [`${STATE} State`]: (self) => enumOf(STATE, own(self).shell.state),
    'System.Exception Reason': (self) => own(self).shell.reason ?? null,
  },
);

async function invoke(self: PSValue, input: PSValue): Promise<PSValue> {
  const pipeline = own(self);
  if (input !== null) pipeline.input.push(...items(input));
  await waited(pipeline.shell, pipeline.begin());
  return collectionOf(pipeline.output.take(Number.POSITIVE_INFINITY));
}
const stop = (self: PSValue): Promise<undefined> =>
  own(self)
    .shell.stop()
    .then(() => undefined);
const dispose = async (self: PSValue): Promise<undefined> => {
  await own(self).shell.stop();
  own(self).disposed = true;
  return undefined;
};
const PIPELINE = defineType(
  `${RUNSPACES}.Pipeline`,
  { abstract: true, interfaces: ['System.IDisposable'] },
  {
    [`${RUNSPACES}.Runspace Runspace`]: (self) => own(self).runspace,
    'bool IsNested': (self) => own(self).isNested,
    [`${RUNSPACES}.PipelineStateInfo PipelineStateInfo`]: (self) => new NetObject(STATE_INFO, own(self)),
    [`${RUNSPACES}.PipelineWriter Input`]: (self) => new NetObject(WRITER, own(self)),
    [`${RUNSPACES}.PipelineReader[psobject] Output`]: (self) => new NetObject(OUTPUT, own(self).output),
    [`${RUNSPACES}.PipelineReader[System.Object] Error`]: (self) => new NetObject(ERROR, own(self).error),
    'bool HadErrors': (self) => own(self).shell.hadErrors,
    'long InstanceId': (self) => long(own(self).number),
    [`${RUNSPACES}.CommandCollection Commands`]: (self) => own(self).commands,
    'bool SetPipelineSessionState': () => true,
    'set bool SetPipelineSessionState': () => undefined,
    'System.Collections.ObjectModel.Collection[psobject] Invoke()': (self) => invoke(self, null),
    'System.Collections.ObjectModel.Collection[psobject] Invoke(System.Collections.IEnumerable input)': (self, input) =>
      invoke(self, input ?? null),
    'void InvokeAsync()': (self) => {
      own(self).begin();
      return undefined;
    },
    'void Stop()': stop,
    'void StopAsync()': (self) => {
      void stop(self);
      return undefined;
    },
    [`${RUNSPACES}.Pipeline Copy()`]: (self) => {
      const { runspace, parts, isNested, addToHistory } = own(self);
      return pipelineOf(runspace, parts, isNested, addToHistory);
    },
    'void Dispose()': dispose,
  },
);
const LOCAL_PIPELINE = defineType(`${RUNSPACES}.LocalPipeline`, { base: PIPELINE.fullName });
const REMOTE_PIPELINE = defineType(`${AUTOMATION}.RemotePipeline`, { base: PIPELINE.fullName });

function pipelineOf(runspace: PSValue, parts: readonly Part[], isNested: boolean, addToHistory: boolean): PSValue {
  return new NetObject(
    foreignRunspace(runspace) === undefined ? LOCAL_PIPELINE : REMOTE_PIPELINE,
    new PipelineState(runspace, parts, isNested, addToHistory),
  );
}
const create =
  (isNested: boolean) =>
  (self: PSValue, command: PSValue = null, history: PSValue = false): PSValue =>
    pipelineOf(self, command === null ? [] : [scriptPart(text(command), false)], isNested, flag(history));
implement(`${RUNSPACES}.Runspace`, () => ({
  CreatePipeline: create(false),
  CreateNestedPipeline: create(true),
}));
