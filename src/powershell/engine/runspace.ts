/** A runspace of the embedded engine: `createRunspace()`, and how one pipeline of it runs. */
import nodePath from 'node:path';
import { fileURLToPath } from 'node:url';
import { ErrorCategory } from '../../protocol/errors/index.js';
import {
  PipelineResultTypes,
  PSDictionary,
  PSList,
  PSScriptBlockText,
  PSVersion,
  type PSCommandDefinition,
  type PSValue,
} from '../../protocol/objects/index.js';
import type { CommandRegistration } from './command-api.js';
import { BUILT_IN_COMMANDS } from './commands/index.js';
import { readDataFile } from './commands/state/data-file.js';
import { INITIAL_ALIASES, INITIAL_FUNCTIONS } from './commands/initial-functions.js';
import './compile/attributes.js';
import './compile/statements.js';
import { executionContext } from './runtime/cmdlet-members.js';
import { hooks, toText } from './conversion.js';
import './formatting/decorated-text.js';
import './formatting/file-strings.js';
import './formatting/standard-members.js';
import { formatErrorRecord, formatValues } from './formatting/index.js';
import { osDescription } from './os-description.js';
import { psStyle } from './formatting/ps-style.js';
import './net/index.js';
import { inputEnumerator } from './runtime/enumerator.js';
import { engineVersion } from './net/semantic-version.js';
import { defaultEncoding } from './net/text.js';
import { andThen, drive, type Pending, settle, type Steps } from './pending.js';
import { makePreferences } from './runtime/preference-variables.js';
import { baseFrame, FlowEscape, type Frame, type OutPipe, type Streams } from './runtime/frame.js';
import { disposeEvents, raiseIdle } from './net/host/event-manager.js';
import { ALWAYS_DESCRIBED, DESCRIBED } from './net/host/initial-session-state.js';
import { hostObject } from './net/host/host.js';
import { operatorHook } from './operators/arithmetic.js';
import { active, callOverloads, construct, isProperty, setProperty, typeDataMembers } from './runtime/members.js';
import { type Processor, runLine } from './runtime/processor.js';
import { builtInAliasOptions } from './runtime/command-table.js';
import { Runtime } from './runtime/runtime.js';
import {
  LazyVariable,
  Scope,
  Variable,
  type FunctionEntry,
  type ModuleHome,
  type VariableOptions,
} from './runtime/scope.js';
import { createServices } from './runtime/services.js';
import { LocationVariable } from './runtime/location-variable.js';
import { RunningLine } from './runtime/running-line.js';
import { type SiblingRunspace, USING_PARAMETER } from './runtime/task.js';
import { logCommands, transcribedHost, transcribedSink } from './runtime/transcribed.js';
import { errorData, fromWire, toWire, toWireLong } from './runtime/wire.js';
import { applySetup } from './restricted/apply.js';
import type { SessionSetup } from './restricted/role-capabilities.js';
import type { ConfigurableRunspace, EngineHost, PipelineOutcome, PipelineRun, PipelineSink } from './runspace-api.js';
import {
  ErrorRecordObject,
  ExceptionObject,
  exceptionType,
  ExitException,
  fail,
  PipelineStopped,
  PSError,
  StopUpstream,
} from './values/exceptions.js';
import { plain } from './values/live.js';
import { ScriptBlock } from './values/script-block.js';
import { typeOf } from './values/types.js';

/** Commands whose names are known before they are. */
export interface LaterCommands {
  /** Names, and aliases by the name that they mean. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Found in a script's text, it is loaded before the script begins: types that come with the commands. */
  readonly types?: RegExp;
  load(): Promise<{
    readonly commands: readonly CommandRegistration[];
    readonly variables: Readonly<Record<string, PSValue>>;
  }>;
}

export interface RunspaceOptions {
  /** Variables set in the global scope before anything runs. */
  readonly variables?: Readonly<Record<string, PSValue>>;
  /** Read-only ones that few scripts ask for: each is made when the first one does. */
  readonly laterVariables?: Readonly<Record<string, () => PSValue>>;
  /** Further commands, and JavaScript functions as commands. */
  readonly commands?: readonly CommandRegistration[];
  /** Commands that are loaded when one of them is wanted. */
  readonly later?: LaterCommands;
  /** Environment of `$env:`; the process's own when not given. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /**
   * The culture that numbers and dates are shown in, by name: `de-DE`, empty for the invariant one. When not given they are
   * shown in the invariant culture, and `$PSCulture` says `en-US`.
   */
  readonly culture?: string;
  /** Where the session starts; the process's folder when not given. */
  readonly location?: string;
  /** Who hears what runs between pipelines: actions of events. Nobody does when not given. */
  readonly rest?: { readonly host: EngineHost; readonly sink: PipelineSink };
  /** Objects leave as they are instead of as plain data: for a host in the same process that formats them. */
  readonly liveObjects?: boolean;
}

const NO_HOST: EngineHost = {
  name: 'pssession',
  version: '0.1.0',
  defaults: new Map(),
  hasUI: false,
  call: () => Promise.reject(new Error('this runspace has no host')),
};

/** Where modules of a user and of the machine lie. */
function modulePath(environment: ReadonlyMap<string, string>): string {
  const windows = process.platform === 'win32';
  const home = environment.get(windows ? 'USERPROFILE' : 'HOME');
  const own = windows ? 'Documents/PowerShell/Modules' : '.local/share/powershell/Modules';
  const shared = windows
    ? nodePath.join(environment.get('ProgramFiles') ?? 'C:\\Program Files', 'PowerShell', 'Modules')
    : '/usr/local/share/powershell/Modules';
  return [...(home === undefined ? [] : [nodePath.join(home, own)]), shared].join(nodePath.delimiter);
}

class Runspace implements ConfigurableRunspace, SiblingRunspace {
  readonly #options: RunspaceOptions;
  #rt: Runtime;
  #running = 0;
  /** Values of the global variables when the configuration had been applied. */
  #configured: ReadonlyMap<string, PSValue> | undefined;
  constructor(options: RunspaceOptions) {
    this.#options = options;
    this.#rt = this.#open();
  }
  get runtime(): Runtime {
    return this.#rt;
  }
  get id(): string {
    return this.#rt.id;
  }
  get succeeded(): boolean {
    return this.#rt.lastOk;
  }
  async loadLater(): Promise<void> {
    await this.#rt.commands.later?.load();
  }
  #open(): Runtime {
    const rt = new Runtime(NO_HOST, new AbortController().signal, this.#options.culture);
    const { environment = process.env, variables = {}, commands = [], location, rest } = this.#options;
    if (rest !== undefined) {
      rt.host = rest.host;
      rt.current = { ...rt.current, streams: streamsTo(rt, rest.sink, this.#options.liveObjects === true) };
    }
    for (const [name, value] of environmentEntries(environment)) rt.environment.set(name, value);
    if (rt.environment.get('PSModulePath') === undefined)
      rt.environment.set('PSModulePath', modulePath(rt.environment));
    if (location !== undefined) rt.location = location;
    const services = createServices(rt);
    rt.servicesFor = services;
    rt.modules.readConstants = readDataFile;
    rt.owner = this;
    rt.sibling = () => {
      const made = new Runspace({
        ...this.#options,
        environment: Object.fromEntries(rt.environment),
        location: rt.location,
        liveObjects: true,
      });
      if (rt.cultureOfNew !== undefined) made.runtime.culture = rt.cultureOfNew;
      if (rt.uiCultureOfNew !== undefined) made.runtime.uiCulture = rt.uiCultureOfNew;
      made.runtime.joinFamily(rt);
      // What a restricted session starts is restricted too.
      made.runtime.restriction = rt.restriction;
      return made;
    };
    rt.pristine = () => new Runspace(this.#options).runtime.global;
    rt.commands.registerShared(BUILT_IN_COMMANDS);
    for (const registration of commands) rt.commands.register(registration);
    if (this.#options.later !== undefined) rt.commands.later = laterLoader(rt, this.#options.later);
    initialVariables(rt, this.#options.culture !== undefined);
    initialFunctions(rt);
    rt.global.shareAliases();
    rt.transcripts.texts = {
      values: (values) => formatValues(values, { width: 120 }),
      error: (record) => formatErrorRecord(record, { width: 120 }),
    };
    rt.transcripts.versions = () => versionLines(rt);
    for (const [name, value] of Object.entries(variables)) rt.global.force(name, value);
    for (const [name, make] of Object.entries(this.#options.laterVariables ?? {}))
      rt.global.variables.set(name.toLowerCase(), new LazyVariable(name, make, { readOnly: true }));
    return rt;
  }
  reset(): void {
    if (this.#running > 0) throw new Error('the runspace runs a pipeline and cannot be reset');
    // What a configuration made stays as it made it; only the caller's variables go.
    if (this.#configured !== undefined) restoreVariables(this.#rt, this.#configured);
    else this.#rt = this.#open();
  }
  async configure(setup: SessionSetup, host: EngineHost): Promise<PipelineOutcome> {
    const nothing = (): undefined => undefined;
    const outcome = await this.#runSteps((frame) => applySetup(frame, setup), {
      definition: { statements: [], isNested: false, history: null, redirectShellErrorOutputPipe: false },
      input: undefined,
      host,
      sink: { output: nothing, error: nothing, informational: nothing, progress: nothing, information: nothing },
      addToHistory: false,
      signal: new AbortController().signal,
    });
    this.#configured = new Map([...this.#rt.global.variables].map(([key, variable]) => [key, variable.value]));
    this.#rt.errors = [];
    return outcome;
  }
  async dispose(): Promise<void> {
    await disposeEvents(this.#rt);
    for (const end of this.#rt.ending) end();
    this.#rt.transcripts.close();
    await Promise.resolve();
  }

  #idle: Promise<void> | undefined;
  async idle(): Promise<void> {
    // An action that takes longer than the pause is not asked for again meanwhile.
    if (this.#running > 0 || this.#idle !== undefined) return;
    this.#idle = raiseIdle(this.#rt).finally(() => {
      this.#idle = undefined;
    });
    await this.#idle;
  }
  run(pipeline: PipelineRun): Promise<PipelineOutcome> {
    const live = this.#isLive(pipeline);
    return this.#runSteps((frame) => runStatements(frame, pipeline, live), pipeline);
  }
  #isLive(pipeline: PipelineRun): boolean {
    return this.#options.liveObjects === true || pipeline.liveObjects === true;
  }
  /** Text in place of what the pipeline runs, within it. */
  async #runWithin(pipeline: PipelineRun, text: string): Promise<void> {
    const [first, ...rest] = pipeline.definition.statements.at(-1) ?? [];
    if (first === undefined) return;
    const typed = { ...first, command: text, isScript: true, useLocalScope: false, parameters: [] };
    const shown = rest.filter(({ command }) => /^out-default$/i.test(command));
    const { input: _input, scriptFile: _file, ...own } = pipeline;
    const work = async (signal: AbortSignal): Promise<void> => {
      const outcome = await this.run({
        ...own,
        signal: AbortSignal.any([pipeline.signal, signal]),
        definition: { ...pipeline.definition, statements: [[typed, ...shown]], isNested: true },
        input: undefined,
        addToHistory: false,
        nested: true,
      });
      if (outcome.state === 'Failed') await pipeline.sink.error(outcome.error);
    };
    await (pipeline.host.interruptible?.(work) ?? work(pipeline.signal));
  }
  async #runSteps(work: (frame: Frame) => Steps<void>, pipeline: PipelineRun): Promise<PipelineOutcome> {
    const rt = this.#rt;
    const before = {
      host: rt.host,
      signal: rt.signal,
      current: rt.current,
      inTry: rt.inTry,
      loops: rt.loopDepth,
      line: rt.line,
      outermostErrors: rt.outermostErrors,
      outermostRecords: rt.outermostRecords,
      runNested: rt.runNested,
    };
    const kept =
      pipeline.errand === true
        ? { ok: rt.lastOk, errors: [...rt.errors], exitCode: rt.global.own('lastexitcode')?.read() }
        : undefined;
    let state: PipelineOutcome['state'] = 'Completed';
    const line = pipeline.addToHistory ? new RunningLine(rt, pipeline) : undefined;
    if (line !== undefined) rt.line = line;
    this.#running += 1;
    rt.host = transcribedHost(pipeline.host, rt.transcripts);
    rt.signal = pipeline.signal;
    active.runtime = rt;
    const hostVariable = rt.global.force('Host', hostObject(rt));
    hostVariable.options = CONSTANT;
    hostVariable.description = ALWAYS_DESCRIBED['Host'] ?? '';
    const sink = pipeline.errand === true ? pipeline.sink : transcribedSink(pipeline.sink, rt.transcripts);
    logCommands(rt.transcripts, pipeline, rt.location);
    const live = this.#isLive(pipeline);
    const out: OutPipe = {
      write: (value) =>
        live
          ? waiting(rt, sink.output(plain(value)))
          : andThen(toWireLong(rt, plain(value)), (made) => waiting(rt, sink.output(made))),
    };
    const streams = streamsTo(rt, sink, live);
    const scope = pipeline.nested === true ? before.current.scope : rt.global;
    const frame = baseFrame({ rt, scope, out, streams, invocation: undefined });
    rt.current = frame;
    rt.outermostErrors = streams.error;
    rt.outermostRecords = (record) => streams.informational(record);
    rt.runNested = (text) => this.#runWithin(pipeline, text);
    if (this.#running === 1) rt.resetDepth();
    rt.inTry = false;
    rt.exitEndsSession = pipeline.exitEndsSession === true;
    if (pipeline.scriptFile !== undefined) rt.scriptFile = pipeline.scriptFile;
    rt.beginRun();
    try {
      rt.checkStopped();
      await drive(work(frame));
      return { state: 'Completed' };
    } catch (error) {
      if (error instanceof PipelineStopped || rt.signal.aborted) {
        const record = new ErrorRecordObject(
          new ExceptionObject(
            exceptionType('System.Management.Automation.PipelineStoppedException'),
            'The pipeline has been stopped.',
          ),
          'PipelineStopped',
          'OperationStopped',
        );
        state = 'Stopped';
        return { state, error: errorData(rt, record) };
      }
      if (error instanceof ExitException) {
        rt.global.force('LASTEXITCODE', error.code);
        if (pipeline.host.hasUI)
          await pipeline.host.call('SetShouldExit', [error.code], pipeline.signal).catch(() => null);
        return { state: 'Completed' };
      }
      if (error instanceof FlowEscape || error instanceof StopUpstream) return { state: 'Completed' };
      const failure = rt.asError(error);
      if (failure === undefined) throw error;
      rt.listError(failure);
      const record = errorData(rt, failure.record);
      rt.transcripts.error(record);
      state = 'Failed';
      return { state, error: record };
    } finally {
      this.#running -= 1;
      rt.endRun();
      rt.transcripts.settle();
      rt.host = before.host;
      rt.signal = before.signal;
      rt.current = before.current;
      rt.inTry = before.inTry;
      rt.loopDepth = before.loops;
      rt.exitEndsSession = false;
      rt.line = before.line;
      rt.outermostErrors = before.outermostErrors;
      rt.outermostRecords = before.outermostRecords;
      rt.runNested = before.runNested;
      line?.end(state);
      if (kept !== undefined) {
        rt.lastOk = kept.ok;
        rt.errors = kept.errors;
        if (kept.exitCode !== undefined) rt.global.force('LASTEXITCODE', kept.exitCode);
      }
    }
  }
}
function streamsTo(rt: Runtime, sink: PipelineSink, live: boolean): Streams {
  const told = (to: Pick<PipelineSink, 'informational' | 'information'>): Pick<Streams, keyof typeof to> => ({
    informational: (record) => waiting(rt, to.informational(record)),
    information: (record) =>
      waiting(rt, to.information(live ? record : { ...record, messageData: toWire(rt, record.messageData, 1) })),
  });
  return {
    ...told(sink),
    error: (record) => waiting(rt, sink.error(errorData(rt, record))),
    progress: (record) => waiting(rt, sink.progress(record)),
    unshown: sink.unshown === undefined ? undefined : told(sink.unshown),
  };
}
/** `$PSVersionTable` as a transcript's header shows it. */
function versionLines(rt: Runtime): readonly (readonly [string, string])[] {
  const table = rt.global.own('psversiontable')?.value;
  if (!(table instanceof PSDictionary)) return [];
  return [...table.entries()].map(([name, value]) => [
    toText(name),
    Array.isArray(value) ? (value as readonly PSValue[]).map((item) => toText(item)).join(', ') : toText(value),
  ]);
}
/** What was read of the process's environment last: reading makes new strings, and thousands of runspaces have the same. */
let lastRead: ReadonlyMap<string, readonly [string, string]> = new Map();
function environmentEntries(environment: Readonly<Record<string, string | undefined>>): (readonly [string, string])[] {
  const entries = Object.entries(environment).flatMap(([name, value]): (readonly [string, string])[] => {
    const before = lastRead.get(name);
    return value === undefined ? [] : [before?.[1] === value ? before : [name, value]];
  });
  if (environment === process.env) lastRead = new Map(entries.map((entry) => [entry[0], entry]));
  return entries;
}
function restoreVariables(rt: Runtime, before: ReadonlyMap<string, PSValue>): void {
  for (const key of rt.global.variables.keys()) if (!before.has(key)) rt.global.remove(key);
  for (const [key, value] of before) {
    const variable = rt.global.own(key);
    if (variable !== undefined && variable.compute === undefined) variable.value = value;
  }
  rt.errors = [];
}
function waiting(rt: Runtime, done: void | Promise<void>): Pending<void> {
  return done instanceof Promise ? rt.wait(done) : undefined;
}

/** Makes a runspace. It is ready at once; nothing has to be closed but `dispose` should be called. */
export function createRunspace(options: RunspaceOptions = {}): ConfigurableRunspace {
  return new Runspace(options);
}

function* runStatements(frame: Frame, pipeline: PipelineRun, live: boolean): Steps<void> {
  const { statements } = pipeline.definition;
  for (let index = 0; index < statements.length; index += 1) {
    const commands = statements[index] ?? [];
    if (commands.length === 0) continue;
    try {
      const given = { input: index === 0 ? pipeline.input : undefined, own: pipeline.ownStreams, live };
      yield* runStatement(frame, commands, given);
    } catch (error) {
      // Of several statements, a failing one does not keep the next from running.
      if (statements.length === 1 || !(error instanceof PSError) || index === statements.length - 1) throw error;
      frame.rt.listError(error);
      yield* settle(frame.streams.error(error.record));
    }
  }
}

function* runStatement(
  frame: Frame,
  commands: readonly PSCommandDefinition[],
  given: {
    readonly input: AsyncIterable<PSValue> | undefined;
    readonly own: PipelineRun['ownStreams'];
    /** Input and arguments are objects of this process. */
    readonly live: boolean;
  },
): Steps<void> {
  const { rt } = frame;
  const { input, own, live } = given;
  const processors: Processor[] = [];
  const length = commands.length;
  let scope = frame.scope;
  // Where a command takes the unclaimed errors of those before it: their errors go into what it reads.
  const inputs = commands.map((): { out: OutPipe } => ({ out: frame.out }));
  const claimedBy = (index: number): number =>
    commands.findIndex((command, at) => at > index && command.mergePreviousResults === MERGE_UNCLAIMED);
  for (let index = 0; index < length; index += 1) {
    const command = commands[index];
    if (command === undefined) continue;
    const sentUsing = command.parameters.find(({ name }) => name === USING_PARAMETER);
    const args = command.parameters
      .filter((parameter) => parameter !== sentUsing)
      .map(({ name, value }) => {
        // A command that is called by name may take the text of a script block for what it was; scripts get the text.
        const item = !command.isScript && value instanceof PSScriptBlockText ? value : fromWire(value, live);
        if (name === undefined) return { value: item, text: toText(item) };
        const plain = name.replace(/^-|:\s*$/g, '').trimEnd();
        // As it was typed, `-Path` without a colon: its value is the next argument.
        return item === null && /^-.*[^:\s]\s*$/s.test(name)
          ? { name: plain, text: name.trimEnd() }
          : { name: plain, value: item, text: name };
      });
    const using = sentUsing === undefined ? undefined : fromWire(sentUsing.value, live);
    const here: Frame = using instanceof PSDictionary ? { ...frame, scope, using } : { ...frame, scope };
    const merged = mergedFrame(here, command, inputs[claimedBy(index)]);
    const { streams } = merged.frame;
    const ownFrame: Frame =
      own === undefined
        ? merged.frame
        : { ...merged.frame, streams: { ...streams, own: { ...own, error: streams.error } } };
    let target: string | ScriptBlock = command.command;
    if (command.isScript) target = yield* settle(rt.parseLong(command.command));
    if (command.useLocalScope === true) scope = new Scope(frame.scope, true);
    const processor = yield* settle(
      rt.commands.resolve(
        { ...ownFrame, scope },
        {
          target,
          args,
          extent: undefined,
          dotted: command.isScript && command.useLocalScope !== true,
          called: false,
          ofProgram: true,
          shownAs: command.isScript ? '' : undefined,
          expectsInput: input !== undefined || index > 0,
          position: index + 1,
          length,
        },
      ),
    );
    processor.attachOut = (out) => {
      const next = inputs[index + 1];
      if (next !== undefined) next.out = out;
      merged.attach(out);
    };
    if (own !== undefined && index === length - 1 && /^out-default$/i.test(command.command))
      processor.ownsOutput = true;
    processors.push(processor);
  }
  yield* runLine(
    frame,
    processors,
    input === undefined
      ? undefined
      : function* (into): Steps<void> {
          const iterator = input[Symbol.asyncIterator]();
          for (;;) {
            const step = yield* settle(rt.wait(iterator.next()));
            if (step.done === true) return;
            yield* settle(into.write(fromWire(step.value, live)));
            // What is there already is taken without a turn of the event loop.
            const tick = rt.tick();
            if (tick !== undefined) yield tick;
          }
        },
    commands.some(({ isScript }) => isScript),
  );
}

/** The parameter in which values of `$using:` travel. cmdlets.md 19 */

/** MergePreviousResults: Output and Error, as flags. */
const MERGE_UNCLAIMED = PipelineResultTypes.Output | PipelineResultTypes.Error;

/** MergeError and its kin: where the records of one command go. */
function mergedFrame(
  frame: Frame,
  command: PSCommandDefinition,
  claimed: { readonly out: OutPipe } | undefined,
): { readonly frame: Frame; readonly attach: (out: OutPipe) => void } {
  const target: { out: OutPipe } = { out: frame.out };
  const toOutput = (merge: number): 'output' | 'null' | undefined =>
    merge === PipelineResultTypes.Output ? 'output' : merge === PipelineResultTypes.Null ? 'null' : undefined;
  const legacy =
    command.mergeMyResult === PipelineResultTypes.Error || command.mergeMyResult === PipelineResultTypes.All
      ? command.mergeToResult
      : PipelineResultTypes.None;
  const error = toOutput(command.mergeError) ?? toOutput(legacy);
  const kinds = {
    Warning: toOutput(command.mergeWarning),
    Verbose: toOutput(command.mergeVerbose),
    Debug: toOutput(command.mergeDebug),
  };
  const information = toOutput(command.mergeInformation);
  if (
    claimed === undefined &&
    error === undefined &&
    information === undefined &&
    Object.values(kinds).every((kind) => kind === undefined)
  )
    return { frame, attach: () => undefined };
  const { streams, rt } = frame;
  const send = (mode: 'output' | 'null', value: PSValue): Pending<void> =>
    mode === 'null' ? undefined : target.out.write(value);
  return {
    frame: {
      ...frame,
      streams: {
        error: (record) =>
          error !== undefined
            ? asError(record, () => send(error, record))
            : claimed === undefined
              ? streams.error(record)
              : claimed.out.write(record),
        informational: (record) => {
          const mode = kinds[record.kind];
          return mode === undefined ? streams.informational(record) : send(mode, rt.informationalObject(record));
        },
        information: (record) =>
          information === undefined ? streams.information(record) : send(information, rt.informationObject(record)),
        progress: (record) => streams.progress(record),
        unshown: streams.unshown,
      },
    },
    attach: (out) => {
      target.out = out;
    },
  };
}

/** While an error is handed to what shows it, it is one of the error stream; what a script writes of it later is not. */
function asError(record: PSValue, write: () => Pending<void>): Pending<void> {
  if (!(record instanceof ErrorRecordObject) || record.ofErrorStream) return write();
  record.ofErrorStream = true;
  return andThen(write(), () => {
    record.ofErrorStream = false;
  });
}

/** Registers them all when one is wanted; variables that the person has set meanwhile stay. */
function laterLoader(rt: Runtime, later: LaterCommands): NonNullable<Runtime['commands']['later']> {
  let loading: Promise<void> | undefined;
  for (const [name, aliases] of later.names)
    for (const alias of aliases) rt.defineAlias(rt.global, alias, name, builtInAliasOptions(alias));
  return {
    names: new Set([...later.names.keys()].map((name) => name.toLowerCase())),
    types: later.types,
    load: () =>
      (loading ??= later.load().then(({ commands, variables }) => {
        rt.commands.later = undefined;
        for (const registration of commands) rt.commands.register(registration, false);
        for (const [name, value] of Object.entries(variables))
          if (rt.global.own(name.toLowerCase()) === undefined) rt.global.force(name, value);
      })),
  };
}

// Versions do not change, so that one of each serves all runspaces: an endpoint holds thousands.
const REMOTING_VERSION = new PSVersion(2, 3);
const SERIALIZATION_VERSION = new PSVersion(1, 1, 0, 1);
const WSMAN_VERSION = new PSVersion(3, 0);
const COMPATIBLE_VERSIONS = [
  new PSVersion(1, 0),
  new PSVersion(2, 0),
  new PSVersion(3, 0),
  new PSVersion(4, 0),
  new PSVersion(5, 0),
  new PSVersion(5, 1),
  new PSVersion(6, 0),
  new PSVersion(7, 0),
];

/** `$PSHOME`: where this program is, with a `pwsh` that starts it. */
const HERE = nodePath.dirname(fileURLToPath(import.meta.url));
const PROGRAM_FOLDER = /^.*[\\/]dist(?=[\\/]|$)/.exec(HERE)?.[0] ?? HERE;

/** A function whose text is read when it is first wanted. */
class InitialFunction implements FunctionEntry {
  readonly name: string;
  options: VariableOptions = {};
  readonly isFilter = false;
  module: ModuleHome | undefined = undefined;
  readonly #rt: Runtime;
  readonly #text: string;
  #block: ScriptBlock | undefined;

  constructor(rt: Runtime, name: string, text: string) {
    this.#rt = rt;
    this.name = name;
    this.#text = text;
  }

  get block(): ScriptBlock {
    this.#block ??= this.#rt.parse(this.#text, undefined, { trust: 'internal' });
    return this.#block;
  }
  set block(block: ScriptBlock) {
    this.#block = block;
  }
}

function initialFunctions(rt: Runtime): void {
  const { global } = rt;
  global.functions ??= new Map();
  for (const [name, text] of Object.entries(INITIAL_FUNCTIONS)) {
    global.functions.set(name.toLowerCase(), new InitialFunction(rt, name, text));
  }
  for (const [name, definition] of Object.entries(INITIAL_ALIASES))
    rt.defineAlias(global, name, definition, builtInAliasOptions(name));
}

/** As PowerShell reads it: `NO_COLOR` is there, even empty, or the terminal has no colours. */
const wantsNoColor = (environment: ReadonlyMap<string, string>): boolean =>
  environment.has('NO_COLOR') || ['xterm-mono', 'xtermm'].includes(environment.get('TERM') ?? '');

const CONSTANT: Readonly<VariableOptions> = { constant: true, allScope: true };
const READ_ONLY: Readonly<VariableOptions> = { readOnly: true, allScope: true };
const OWN_CONSTANT: Readonly<VariableOptions> = { constant: true };

function initialVariables(rt: Runtime, hasCulture: boolean): void {
  const { global } = rt;
  const constant = (name: string, value: PSValue, options: Readonly<VariableOptions> = CONSTANT): void => {
    global.variables.set(name.toLowerCase(), new Variable(name, value, options));
  };
  const readOnly = (name: string, value: PSValue): void => {
    constant(name, value, READ_ONLY);
  };
  const computed = (name: string, read: () => PSValue, options: Readonly<VariableOptions> = CONSTANT): void => {
    global.variables.set(name.toLowerCase(), new Variable(name, null, options, read));
  };
  constant('true', true);
  constant('false', false);
  global.force('null', null);
  computed('?', () => rt.lastOk, READ_ONLY);
  global.force('$', null);
  global.force('^', null);
  global.forceLater('input', () => inputEnumerator([]));
  constant('PID', process.pid);
  const versions = new PSDictionary(
    [
      ['PSVersion', engineVersion()],
      ['PSEdition', 'Core'],
      ['GitCommitId', '7.6.9'],
      ['OS', osDescription()],
      ['Platform', process.platform === 'win32' ? 'Win32NT' : 'Unix'],
      ['PSCompatibleVersions', [...COMPATIBLE_VERSIONS]],
      ['PSRemotingProtocolVersion', REMOTING_VERSION],
      ['SerializationVersion', SERIALIZATION_VERSION],
      ['WSManStackVersion', WSMAN_VERSION],
    ],
    { typeNames: ['System.Management.Automation.PSVersionHashTable', 'System.Collections.Hashtable', 'System.Object'] },
  );
  constant('PSVersionTable', versions);
  readOnly('IsWindows', process.platform === 'win32');
  readOnly('IsLinux', process.platform === 'linux');
  readOnly('IsMacOS', process.platform === 'darwin');
  readOnly('IsCoreCLR', true);
  constant('PSEdition', 'Core');
  constant('EnabledExperimentalFeatures', new PSList([]), { constant: true, allScope: true });

  constant('ShellId', 'Microsoft.PowerShell');
  constant('PSHOME', PROGRAM_FOLDER);
  readOnly('HOME', rt.environment.get('HOME') ?? '');
  computed('ExecutionContext', () => executionContext(rt.current));
  computed('Error', () => rt.errorList, OWN_CONSTANT);
  global.variables.set('pwd', new LocationVariable(rt));
  makePreferences(global, defaultEncoding);
  global.force('WhatIfPreference', false);
  const style = new LazyVariable('PSStyle', () => psStyle(wantsNoColor(rt.environment)));
  style.options = OWN_CONSTANT;
  global.variables.set('psstyle', style);
  global.force('FormatEnumerationLimit', 4);
  global.force('PSEmailServer', '');
  global.force('NestedPromptLevel', 0);
  if (hasCulture) {
    computed('PSCulture', () => rt.culture.name, READ_ONLY);
    computed('PSUICulture', () => rt.uiCulture.name, READ_ONLY);
  } else {
    readOnly('PSCulture', 'en-US');
    readOnly('PSUICulture', 'en-US');
  }
  global.force('StackTrace', null);
  for (const described of [DESCRIBED, ALWAYS_DESCRIBED])
    for (const [name, description] of Object.entries(described)) {
      const variable = global.own(name.toLowerCase());
      if (variable !== undefined) variable.description = description;
    }
}

hooks.parseScriptBlock = (text) => {
  const { runtime } = active;
  if (runtime === undefined) throw new Error('no runspace');
  return runtime.parse(text);
};
hooks.construct = (type, args) => {
  const { runtime } = active;
  if (runtime === undefined) return undefined;
  return runtime.atOnce(() => construct(runtime, type, args));
};
operatorHook.operator = (type, name, left, right) => {
  const { runtime } = active;
  const method = type.findStaticMethod(name);
  if (runtime === undefined || method === undefined) return undefined;
  const made = runtime.atOnce(() => callOverloads(runtime, method.name, method.overloads, null, [left, right]));
  if (made instanceof Promise) throw fail('NotSupported', `The operator method '${name}' must not wait.`);
  return made;
};
operatorHook.call = (name, left, right) => {
  const { runtime } = active;
  const method = typeOf(left)?.findMethod(name);
  const overloads = method?.overloads.filter(({ parameters }) => parameters.length === 1) ?? [];
  if (runtime === undefined || method === undefined || overloads.length === 0) return undefined;
  const made = runtime.atOnce(() => callOverloads(runtime, method.name, overloads, left, [right]));
  if (made instanceof Promise) throw fail('NotSupported', `The method '${name}' must not wait in a comparison.`);
  return made;
};
hooks.setProperty = (target, name, value) => {
  const { runtime } = active;
  if (runtime !== undefined) void setProperty(runtime, target, name, value);
};
hooks.hasExtra = (target, name) => {
  const { runtime } = active;
  return (
    runtime !== undefined &&
    typeDataMembers(runtime, target).some(
      (extra) => isProperty(extra) && extra.name.toLowerCase() === name.toLowerCase(),
    )
  );
};
hooks.scriptType = (name) => active.runtime?.namedType(name);
export { ErrorCategory };
