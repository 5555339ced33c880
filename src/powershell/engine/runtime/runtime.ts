/** One runspace's state: global scope, preferences, errors, the run under way, and the services that running code asks for. */
import { Culture, INVARIANT_CULTURE } from '../culture/culture.js';
import { stackTrace } from './call-stack.js';
import { hostname, userInfo } from 'node:os';
import nodePath from 'node:path';
import {
  PSDictionary,
  PSList,
  PSObject,
  PSUInt32,
  PropertyBag,
  PSGuid,
  type PSInformationalRecord,
  type PSInformationRecord,
  type PSValue,
  TYPE_NAMES,
} from '../../../protocol/objects/index.js';
import { ErrorCategory } from '../../../protocol/errors/index.js';
import { newGuid } from '../../../io/runtime/index.js';
import {
  type Extent,
  parseInPieces,
  parseInput,
  type ParseOptions,
  type PipelineAst,
  type PipelineChainAst,
  type TypeDefinitionAst,
  usedModule,
  type UsingStatementAst,
} from '../../lang/index.js';
import type { CommandContext } from '../command-api.js';
import { nextId, type RunningLine } from './running-line.js';
import type { CheckAnswers } from './check-answers.js';
import type { Debugger } from './debugger.js';
import type { LookupActions } from './lookup-actions.js';
import type { Watcher } from './watcher.js';
import { commandInfo } from './command-data.js';
import { withPosition } from './extent-object.js';
import { positionText } from '../formatting/error-position.js';
import { duplicateMembers, parseFailure } from './parse-failure.js';
import { compileCode, FunctionProcessor, runMethod, signatureOf } from './function-processor.js';
import { convertTo, toBoolean, toText } from '../conversion.js';
import {
  andThen,
  atOnce,
  done,
  drive,
  LOOK,
  NO_TICK,
  type Pending,
  settle,
  SLICE_MS,
  type Steps,
  type Tick,
} from '../pending.js';
import { inquire, inquireAboutError } from './inquiry.js';
import type { NetMatch } from '../text/regex/index.js';
import type { CommandRegistration, JobStarter, SessionReach } from '../command-api.js';
import type { FileDrive } from '../commands/items/drives.js';
import type { EngineHost } from '../runspace-api.js';
import { nowLocal } from '../text/date-format.js';
import { runtimeExceptionOf } from '../values/escaping.js';
import {
  ErrorRecordObject,
  ExceptionObject,
  exceptionType,
  ExitException,
  fail,
  PipelineStopped,
  PSError,
  StopUpstream,
} from '../values/exceptions.js';
import { beginWalk, changing, endWalk, stepPipeline } from '../values/changes.js';
import {
  AutomationNull,
  ClassInstance,
  EnumValue,
  NetObject,
  plain,
  TypeObject,
  pushAll,
  unwrap,
} from '../values/live.js';
import { defineType, type MethodOverload, type NetMethod, type NetType, requireType } from '../values/net-type.js';
import { refuseSuspend } from './preference-variables.js';
import { isPlain, type BlockTrust, ScriptBlock, ScriptCode, UNBOUND, wholeTrees } from '../values/script-block.js';
import { BOOLEAN, collectionOf, genericType, OBJECT, resolveTypeText, STRING } from '../values/types.js';
import { type Bound } from './binder.js';
import { bindingError, type ParameterInfo, type Signature } from './command-signature.js';
import type { CmdletProcessor } from './cmdlet-processor.js';
import { SCRIPT_CMDLET } from './cmdlet-types.js';
import { coerce } from './coerce.js';
import { CommandTable } from './command-table.js';
import { foreignError, isOutOfMemory } from './foreign-errors.js';
import {
  invocationOf,
  Collector,
  Flow,
  endFlow,
  type Frame,
  type Invocation,
  NOWHERE,
  type OutPipe,
  type Streams,
  type CallSite,
  siteOf,
} from './frame.js';
import {
  active,
  callOverloads,
  construct,
  enumerate,
  findProperty,
  setProperty,
  tryInvoke,
  type TypeData,
  getProperty,
} from './members.js';
import { checkForEach, itemFor, type WhereArguments, whereArguments } from './collection-methods.js';
import { runLine, writeEach } from './processor.js';
import { outOfMemory, pushOne } from '../room.js';
import { writtenIn } from './lexical-types.js';
import {
  callScope,
  dotScope,
  enterCode,
  homeOf,
  LazyVariable,
  Scope,
  scopeNamed,
  splitScope,
  type VariableOptions,
} from './scope.js';
import { type LanguageMode, type Restriction, trustHere, trustInside } from './language-mode.js';
import { refusedSyntax, refuseScripts } from './language-syntax.js';
import { TranscriptLog, type TranscriptSubject } from './transcripts.js';
import { beginRun, beginTurn, endRun, Family, loopTurn, memoryShortage, nextTurn } from './turns.js';
import { specOf } from './module-files.js';
import { dynamicModuleName, Module, ModuleTable } from './modules.js';
import type { SiblingRunspace } from './task.js';
import { backgroundText } from './background.js';
import { lockedError } from './locked.js';
import { readScriptFile } from './script-file.js';

export interface BlockOptions {
  readonly self?: PSValue;
  readonly input?: PSValue;
  readonly out?: OutPipe;
  /** Runs in the caller's scope. */
  readonly dotted?: boolean;
  readonly frame?: Frame;
  /** The block in the stack; without it, it is called by the method call under way. */
  readonly site?: CallSite | undefined;
}
const MATCH = defineType('System.Text.RegularExpressions.Match', { base: 'System.Text.RegularExpressions.Group' });
defineType('System.Text.RegularExpressions.Group', { base: 'System.Text.RegularExpressions.Capture' });
defineType('System.Text.RegularExpressions.Capture');
/** Calls inside calls. Every `FRESH_STACK` of them the JavaScript stack is left and taken up again. */
const MAX_DEPTH = 4000;
const FRESH_STACK = 48;
/** Longest time, in ms, that work whose result is wanted at once keeps the thread. */
const HELD_MS = 1000;
/** Shorter texts are parsed in one go. */
const LONG_TEXT = 4096;
const MAX_ERRORS = 256;

const NUMBERS_WITH_ZERO = /^System\.(?:S?Byte|U?Int(?:16|32|64)|Single|Double|Decimal)$/;

const TAGS = [
  'System.Collections.Generic.List`1[[System.String, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]',
  'System.Object',
];

const globalScope = (): Scope => {
  const scope = new Scope(undefined, true);
  scope.file = '';
  return scope;
};

/** What a block gave, as a value: nothing, the one, or all. */
const oneOrAll = (items: readonly PSValue[]): PSValue =>
  items.length === 0 ? AutomationNull : items.length === 1 ? (items[0] ?? null) : items;

/** A field of a script's class. */
export interface ClassField {
  /** In lower case. */
  readonly name: string;
  /** What stands behind its `=`; undefined where nothing does. */
  readonly make: ((f: Frame) => Pending<PSValue>) | undefined;
  /** Its value where nothing is written. */
  readonly empty: () => PSValue;
}

export class Runtime {
  readonly id = newGuid();
  readonly global = globalScope();
  readonly commands: CommandTable;
  readonly modules: ModuleTable;
  readonly environment = new Map<string, string>();
  /** `[Console]::OutputEncoding` and its kin once a script has set them: of its session, not of all in this process. */
  readonly consoleEncodings: { input?: PSValue; output?: PSValue } = {};
  /** What the definitions of types became when their block last ran. */
  readonly definedTypes = new WeakMap<TypeDefinitionAst, NetType>();
  /** Members that Update-TypeData gave to types in this session, by type name in lower case. */
  readonly typeData: TypeData = new Map();
  /** Types, in lower case, whose own type data was removed. */
  readonly removedTypes = new Set<string>();
  /** Constructors of classes as they are written. */
  readonly constructorBodies = new Map<NetType, readonly MethodOverload[]>();
  /** The fields that a class itself declares. */
  readonly classFields = new Map<NetType, readonly ClassField[]>();
  /** The same with those of its bases, which come first. */
  readonly #allFields = new Map<NetType, readonly ClassField[]>();
  /** The statement of the method call that was last begun: where blocks and methods of classes are called from. */
  statement: Extent | undefined;
  /** What the last `return` of a method gave: where its result does not convert, the error stands there. */
  lastReturn: Extent | undefined;
  errors: PSValue[] = [];
  #errorList: PSList | undefined;
  lastOk = true;
  /** A command failed since somebody asked, whether it was shown or not: `HadErrors` of a pipeline. */
  commandFailed = false;
  /** `exit` of the next script file ends the session, as for `pwsh -File`. */
  exitEndsSession = false;
  /** What Set-PSDebug and breakpoints ask of running code; undefined while nothing is asked. */
  watcher: Watcher | undefined;
  /** What a script has done when commands are looked up; undefined until one says so. */
  lookupActions: LookupActions | undefined;
  /** Once something has stopped in it. */
  debugger: Debugger | undefined;
  /** A file that is a script whatever its name ends with. */
  scriptFile: string | undefined;
  lastExitCode: number | undefined;
  inTry = false;
  /** What a person typed at a prompt within what runs, in the scope of `current`: shown as all of his lines are. */
  runNested: (text: string) => Promise<void> = () => Promise.resolve();
  /** Error stream of the pipeline that the host runs, whatever is redirected within. */
  outermostErrors: Frame['streams']['error'] = () => undefined;
  /** As that: where traces of the code go, whatever it redirects. */
  outermostRecords: Streams['informational'] = () => undefined;
  caught: PSError | undefined;
  loopDepth = 0;
  usingAllowed = false;
  /** What the session keeps from its caller; undefined in one that has everything. */
  restriction: Restriction | undefined;
  readonly transcripts = new TranscriptLog();
  /** The function whose parameters are being bound: its checks see what is bound already. */
  binding: { readonly scope: Scope; readonly bound: Bound; answers?: CheckAnswers | undefined } | undefined;
  host: EngineHost;
  signal: AbortSignal;
  location: string;
  /** What `[Environment]::CurrentDirectory` was set to: of this runspace, for others live in the process too. */
  folder: string | undefined;
  history: PSValue[] = [];
  /** The number that the running line will have in the history, which it enters when it is done. */
  get nextHistoryId(): bigint {
    return BigInt(nextId(this.history));
  }
  /** The line that is running and will be in the history. */
  line: RunningLine | undefined;
  readonly replayed = new Map<number, CommandContext>();
  /** Services of the built-in commands; set when they are registered. */
  servicesFor: (context: CmdletProcessor) => unknown = () => undefined;
  /** The same for what is no command, where the session is. */
  servicesHere: () => unknown = () => undefined;
  /** The current location as scripts read it: a PathInfo. */
  currentPath: () => PSValue = () => this.location;
  /** The drive that a path is on, as `driveNameOf` of the items says it. */
  driveNameOf: (f: Frame, path: string) => string | Error | undefined = () => undefined;
  /** Stops in the debugger for what is wrong there, as the preference Break asks. */
  breakInto: (f: Frame, at: Extent | undefined, trigger: PSValue) => Pending<void> = () => undefined;
  /** Whether a path is one of files; of the current location when it is empty. */
  isOnFiles: (f: Frame, path: string) => boolean | undefined = () => true;
  /** Where a path that names a drive of files lies. */
  fileOnDrive: (path: string) => string | undefined = () => undefined;
  /** The one file that a path or a pattern means. Throws PSError. */
  oneFile: (f: Frame, path: string) => string = (_f, path) => path;
  /** What a path means, there or not: as its provider knows it, with that and the drive. Throws NetThrow. */
  placeAt: (f: Frame, path: string) => { readonly path: string; readonly provider: PSValue; readonly drive: PSValue } =
    (_f, path) => ({ path, provider: null, drive: null });
  mountDrive: (f: Frame, drive: FileDrive) => void = () => undefined;
  /** Makes a runspace beside this one, in the same place and with the same commands. */
  sibling: () => SiblingRunspace = () => {
    throw new Error('this runtime belongs to no runspace');
  };
  /** The global scope as a new runspace has it, before anybody did anything. */
  pristine: () => Scope = () => this.global;
  /** The runspace that it is the state of. */
  owner: SiblingRunspace | undefined;
  /** Called when it is disposed: what it started ends with it. */
  readonly ending = new Set<() => void>();
  /** Its number among those that came of one runspace: `[runspace]::DefaultRunspace.Id`. */
  number = 1;
  #family = new Family();
  joinFamily(of: Runtime): void {
    this.#family = of.#family;
    this.number = this.drawNumber();
  }
  /** The number of one more runspace of the family. */
  drawNumber(): number {
    this.#family.last += 1;
    return this.#family.last;
  }
  /** Short names of types that scripts added, in lower case: every runspace of the family has them. */
  get accelerators(): Map<string, { readonly name: string; readonly type: NetType }> {
    return this.#family.accelerators;
  }
  /** A type that scripts made, as it is seen from a scope, or gave a name to. */
  namedType(name: string, scope = this.current.scope): NetType | undefined {
    const key = name.toLowerCase();
    return scope.typeNamed(key) ?? this.#family.accelerators.get(key)?.type;
  }
  #depth = 0;
  #ticks = 0;
  #sliceEnd = 0;
  /** The turn of the event loop that it began in. */
  #sliceTurn = 0;
  /** Frame for calls that come from no frame (a ToString() in a conversion). */
  current: Frame;

  /** The culture that numbers and dates are shown in, and the one of its user's language. */
  culture: Culture;
  uiCulture: Culture;
  /** Both as they were at the start. */
  readonly installedCulture: Culture;
  /** Those of runspaces that this one makes; its own first ones when not set. */
  cultureOfNew: Culture | undefined;
  uiCultureOfNew: Culture | undefined;

  constructor(host: EngineHost, signal: AbortSignal, culture = '') {
    this.host = host;
    this.installedCulture = culture === '' ? INVARIANT_CULTURE : new Culture(culture, true, true);
    this.culture = this.installedCulture;
    this.uiCulture = this.installedCulture;
    this.signal = signal;
    this.location = process.cwd();
    this.commands = new CommandTable(this);
    this.modules = new ModuleTable(this);
    const nothing = (): undefined => undefined;
    const streams: Streams = { error: nothing, informational: nothing, information: nothing, progress: nothing };
    this.current = {
      rt: this,
      scope: this.global,
      out: NOWHERE,
      streams,
      invocation: undefined,
    };
  }

  // ------------------------------------------------------------------ time

  /**
   * Called at every back edge and step. A promise when the thread was given up.
   * @param work how many small steps it stands for.
   */
  tick(work = 1): Promise<void> | undefined {
    this.#ticks += work + done.steps;
    done.steps = 0;
    if (this.#ticks < LOOK) return undefined;
    this.#ticks = 0;
    const now = performance.now();
    if (now < this.#sliceEnd || (this.#held > 0 && now < this.#heldUntil)) {
      return undefined;
    }
    return this.yieldNow();
  }
  /** The same after work that is worth a look at the clock. */
  readonly ticker = (): Promise<void> | undefined => this.tick(LOOK);
  /** `tick` for whoever knows no runspace. */
  readonly stepper = (): Promise<void> | undefined => this.tick();
  #held = 0;
  #heldUntil = 0;
  /** Inside of `atOnce`. */
  get isHeld(): boolean {
    return this.#held > 0;
  }
  /**
   * Work whose result is wanted at once: a comparison, a check, a step of an enumerator. It keeps the thread, for at
   * most `HELD_MS`; after that it has to wait as all others, and whoever wants its result says that it cannot.
   */
  atOnce<T>(work: () => T): T {
    if (this.#held === 0) this.#heldUntil = performance.now() + HELD_MS;
    this.#held += 1;
    const { current, inTry } = this;
    try {
      const made = work();
      if (made instanceof Promise) {
        // What has to wait after all is nobody's, more often than not: that it fails later must not end the process, and
        // whoever wanted it goes on where it was.
        made.catch(() => undefined);
        this.current = current;
        this.inTry = inTry;
      }
      return made;
    } finally {
      this.#held -= 1;
    }
  }
  beginRun(): void {
    beginRun(this.#family);
    this.startSlice();
  }
  endRun(): void {
    endRun(this.#family);
  }
  startSlice(): void {
    this.#takeThread();
    this.#sliceTurn = loopTurn();
    this.#sliceEnd = performance.now() + SLICE_MS;
  }
  /** Others may have run meanwhile: bodies of .NET members ask for the runspace that runs. */
  #takeThread(): void {
    active.runtime = this;
    beginTurn(this.#family);
  }
  /** After a wait. What was waited for was there already, as often as not: then the thread was not given up. */
  #resumeSlice(): void {
    if (loopTurn() === this.#sliceTurn) this.#takeThread();
    else this.startSlice();
  }
  async yieldNow(): Promise<void> {
    await nextTurn(this.#family);
    this.startSlice();
    this.checkStopped();
    this.checkMemory();
  }
  /** A script that fills the heap ends before the process does. */
  checkMemory(): void {
    const shortage = memoryShortage(this.#family);
    if (shortage === undefined) return;
    const { usedBytes, limitBytes, others } = shortage;
    throw others
      ? outOfMemory(
          'There is no memory left for the script',
          usedBytes,
          limitBytes,
          ', most of it by others in its process',
        )
      : outOfMemory('The script needs more memory than this engine gives it', usedBytes, limitBytes);
  }
  checkStopped(): void {
    if (this.signal.aborted) throw new PipelineStopped();
  }
  /** Waits for a promise, or for the stop. */
  async wait<T>(promise: Promise<T>): Promise<T> {
    const { signal } = this;
    if (signal.aborted) throw new PipelineStopped();
    let onAbort: (() => void) | undefined;
    try {
      return await Promise.race([
        promise,
        new Promise<never>((_, reject) => {
          onAbort = () => {
            reject(new PipelineStopped());
          };
          signal.addEventListener('abort', onAbort, { once: true });
        }),
      ]);
    } finally {
      if (onAbort !== undefined) signal.removeEventListener('abort', onAbort);
      this.#resumeSlice();
    }
  }
  async sleep(milliseconds: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    try {
      await this.wait(
        new Promise<void>((resolve) => {
          timer = setTimeout(resolve, Math.min(milliseconds, 2_147_483_647));
        }),
      );
    } finally {
      clearTimeout(timer);
    }
  }
  async callHost(method: string, parameters: readonly PSValue[]): Promise<PSValue> {
    return await this.wait(this.host.call(method, parameters, this.signal));
  }
  /** The host for commands: a call that nobody answers ends with the stop. */
  get heardHost(): EngineHost {
    const { host } = this;
    let heard = this.#heard;
    if (heard?.of !== host) {
      const call: EngineHost['call'] = (method, parameters, signal) => this.wait(host.call(method, parameters, signal));
      // All else is the host's own, as it is at the time.
      this.#heard = heard = { of: host, host: Object.create(host, { call: { value: call } }) as EngineHost };
    }
    return heard.host;
  }
  #heard: { readonly of: EngineHost; readonly host: EngineHost } | undefined;
  /** `$LASTEXITCODE`. */
  setExitCode(code: number): void {
    this.lastExitCode = code;
    this.global.force('LASTEXITCODE', code);
  }
  /** True when the next call should begin on a fresh stack: wait for a promise then. */
  get deep(): boolean {
    return this.#held === 0 && this.#depth % FRESH_STACK === FRESH_STACK - 1;
  }
  enterCall(): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      this.#depth -= 1;
      throw fail('CallDepthOverflow', 'The script failed due to call depth overflow.', {
        category: 'InvalidOperation',
        type: 'System.Management.Automation.ScriptCallDepthException',
      });
    }
  }
  leaveCall(): void {
    this.#depth -= 1;
  }
  resetDepth(): void {
    this.#depth = 0;
    this.loopDepth = 0;
    this.inTry = false;
  }

  /** Whom transcripts are about. */
  transcriptSubject(configurationName = ''): TranscriptSubject {
    const sender = this.global.own('pssenderinfo')?.read();
    const named = sender instanceof PSObject ? toText(sender.get('ConfigurationName') ?? null) : '';
    return {
      user: sender instanceof PSObject ? toText(sender) : '',
      configurationName: named === '' ? configurationName : named,
    };
  }

  // ---------------------------------------------------------------- errors

  /** Anything thrown, as an error that a script can handle; undefined for what passes through. */
  asError(error: unknown, extent?: Extent, f?: Frame): PSError | undefined {
    let failure: PSError;
    if (error instanceof PSError) failure = asRuntimeException(error);
    else {
      const made = foreignError(error);
      if (made === undefined) return undefined;
      failure = made;
      if (isOutOfMemory(error, made.record.exception)) {
        made.thrown = true;
        made.record.errorId = 'OutOfMemory';
        made.record.category = 'LimitsExceeded';
      }
    }
    const { record } = failure;
    if (!record.noPosition) record.extent ??= extent;
    if (record.scriptStackTrace === '' && f !== undefined)
      record.scriptStackTrace = stackTrace(extent ?? record.extent, siteOf(f));
    return failure;
  }
  listError(failure: PSError): void {
    if (failure.listed) return;
    failure.listed = true;
    this.addError(failure.record);
  }
  /** What `$Error` gives: the same object for as long as the list is, so that who goes through it sees it change. */
  get errorList(): PSList {
    if (this.#errorList?.items !== this.errors) this.#errorList = new PSList(this.errors);
    return this.#errorList;
  }
  /** What tells the newest error again, thrown on or written as another record, is not listed twice. */
  addError(record: PSValue): void {
    if (record instanceof ErrorRecordObject) record.historyId ??= this.nextHistoryId;
    const [newest] = this.errors;
    if (
      newest === record ||
      (newest instanceof ErrorRecordObject &&
        record instanceof ErrorRecordObject &&
        newest.exception === record.exception)
    )
      return;
    changing(this.errorList, 'insert', () => {
      this.errors.unshift(record);
      if (this.errors.length > MAX_ERRORS) this.errors.length = MAX_ERRORS;
    });
  }
  preference(f: Frame, name: string): string {
    const variable = f.scope.find(name.toLowerCase());
    if (variable === undefined) return '';
    const said = toText(variable.read()).toLowerCase();
    const action = name.startsWith('Confirm') ? undefined : ACTIONS[said];
    if ((action ?? said) === 'suspend') refuseSuspend(variable);
    return action ?? said;
  }
  /** `$WhatIfPreference`, whatever says yes. */
  asksWhatIf(f: Frame): boolean {
    return toBoolean(f.scope.find('whatifpreference')?.read() ?? false);
  }
  /** A statement failed and nobody caught it. Throws on when the script must end. */
  statementFailed(f: Frame, failure: PSError): Pending<Flow | undefined> {
    this.lastOk = false;
    if (this.inTry) throw failure;
    const preference = this.preference(f, 'ErrorActionPreference');
    if (preference === 'silentlycontinue' || preference === 'ignore') {
      if (failure.stopped || failure.broken) throw failure;
      this.listError(failure);
      return undefined;
    }
    if (failure.thrown || failure.stopped || failure.broken) throw failure;
    // A script file that cannot be called is no script that came to its end.
    if (this.exitEndsSession && f.invocation?.commandType === 'Script' && f.invocation.caller === undefined)
      throw failure;
    if (preference === 'stop') {
      failure.broken = true;
      throw failure;
    }
    if (preference === 'break')
      return andThen(this.breakInto(f, failure.record.extent, failure.record), () => this.#showFailure(f, failure));
    if (preference !== 'inquire') return this.#showFailure(f, failure);
    return andThen(drive(inquireAboutError(this, failure.record.message)), (answer) => {
      if (answer === 'show') return this.#showFailure(f, failure);
      if (answer === 'hide') {
        this.listError(failure);
        return undefined;
      }
      failure.stopped = true;
      throw failure;
    });
  }
  #showFailure(f: Frame, failure: PSError): Pending<undefined> {
    this.listError(failure);
    return andThen(f.streams.error(failure.record), () => undefined);
  }
  errorCategoryNumber(category: ErrorRecordObject['category']): number {
    return ErrorCategory[category];
  }
  /** Writes a record to the error stream and to `$Error`. */
  reportError(f: Frame, record: ErrorRecordObject): Pending<void> {
    this.lastOk = false;
    this.addError(record);
    return f.streams.error(record);
  }
  /** A non-terminating error of a command, by the preference of its scope. */
  nonTerminating(
    f: Frame,
    record: ErrorRecordObject,
    preference: string,
    command: object = f.invocation ?? f,
  ): Pending<void> {
    this.lastOk = false;
    if (preference === 'ignore') return undefined;
    if (preference === 'inquire' || preference === 'break') {
      const first =
        preference === 'break'
          ? this.breakInto(f, record.extent, record)
          : drive(inquire(this, command, record.message));
      return andThen(first, () => {
        this.tapError(f, record);
        return this.reportError(f, record);
      });
    }
    if (preference === 'stop') {
      const error = new PSError(record);
      error.stopped = true;
      error.record.exception.details.set('stopped', true);
      throw error;
    }
    this.tapError(f, record);
    if (preference !== 'silentlycontinue') return this.reportError(f, record);
    this.addError(record);
    return undefined;
  }
  /** -ErrorVariable: of the code that runs here, and of what is around it. */
  tapError({ taps }: Frame, error: ErrorRecordObject | ExceptionObject): void {
    for (const list of taps?.error ?? []) list.items.push(error);
  }
  /**
   * A command ends by an error: those around it, and its own -ErrorVariable where `f` has it, get the exception. Code of a
   * script gets the record too, once for each of its statements that it leaves.
   */
  tapEnding(f: Frame, error: PSError): void {
    if ((f.taps?.error.length ?? 0) > 0) this.tapError(f, runtimeExceptionOf(error));
  }
  /** -WarningVariable, which gets what is not shown too. */
  tapWarning({ taps }: Frame, record: PSInformationalRecord): void {
    if (record.kind === 'Warning')
      for (const list of taps?.warning ?? []) list.items.push(this.informationalObject(record));
  }
  tapInformation({ taps }: Frame, record: PSInformationRecord): void {
    for (const list of taps?.information ?? []) list.items.push(this.informationObject(record));
  }

  // ---------------------------------------------------------------- blocks

  childScope(parent: Scope): Scope {
    return new Scope(parent);
  }
  truth(value: PSValue): boolean {
    return toBoolean(value);
  }
  /** Runs a block with arguments in a scope of its own and gives its output (one value, an array, or AutomationNull). */
  callBlock(block: ScriptBlock, args: readonly PSValue[], options: BlockOptions = {}): Pending<PSValue> {
    const collector = new Collector();
    const done = this.runBlock(block, args, options, collector);
    const finish = (): PSValue => oneOrAll(collector.items);
    return done instanceof Promise ? done.then(finish) : finish();
  }
  runBlock(
    block: ScriptBlock,
    args: readonly PSValue[],
    options: BlockOptions,
    out: OutPipe | undefined = options.out,
  ): Pending<void> {
    const base = options.frame ?? this.current;
    const home = homeOf(block, base.scope);
    const scope = options.dotted === true ? dotScope(base.scope, home) : callScope(base.scope, home);
    const frame: Frame = {
      ...base,
      scope,
      out: out ?? base.out,
      taps: out instanceof Collector ? undefined : base.taps,
      returnOut: undefined,
      trust: trustInside(this.restriction, block),
      site: options.site ?? { name: '', isScript: true, caller: siteOf(base), statement: this.statement },
    };
    if (options.dotted !== true) enterCode(scope, block.code.ast);
    const compiled = compileCode(block.code);
    const saved = scope.own('_');
    const before = saved?.value;
    const oldArgs = options.dotted === true && args.length > 0 ? scope.own('args')?.value : undefined;
    if ('input' in options) {
      scope.force('_', options.input ?? null);
      scope.force('PSItem', options.input ?? null);
    }
    if (options.self !== undefined) scope.force('this', options.self);
    const restore = (): void => {
      if (options.dotted !== true || !('input' in options)) return;
      if (args.length > 0 && oldArgs !== undefined) scope.force('args', oldArgs);
      if (saved === undefined) scope.remove('_');
      else saved.value = before ?? null;
    };
    if (compiled.parameters.length === 0 && compiled.begin === undefined && compiled.process === undefined) {
      if (options.dotted !== true || args.length > 0) scope.force('args', [...args]);
      const { end } = compiled;
      if (end === undefined) return undefined;
      let flow: Pending<Flow | undefined>;
      const current = this.current;
      this.current = frame;
      try {
        flow = end(frame);
      } catch (error) {
        restore();
        throw error;
      } finally {
        this.current = current;
      }
      if (flow instanceof Promise)
        return flow.then(
          (settled) => {
            restore();
            endFlow(settled);
          },
          (error: unknown) => {
            restore();
            throw error;
          },
        );
      restore();
      endFlow(flow);
      return undefined;
    }
    const { site } = frame;
    const invocation = invocationOf(site?.name ?? '', site?.isScript === false ? 'Function' : 'Script', {
      caller: site?.caller,
      statement: site?.statement,
    });
    const processor = new FunctionProcessor({
      block,
      name: '',
      isFilter: false,
      args: [],
      frame,
      invocation,
      dotted: options.dotted === true,
      module: home,
      byIndex: args,
    });
    const input = 'input' in options && compiled.process !== undefined ? [options.input ?? null] : undefined;
    return drive(lineThen(frame, processor, input, restore));
  }
  /** `GetNewClosure()`: the block in a module of its own, with copies of the variables that it sees here. */
  closure(block: ScriptBlock): ScriptBlock {
    const home = new Module(this.global, dynamicModuleName(), '');
    const { scope } = home;
    const from = this.current.scope;
    for (const variable of from.variables.values()) {
      const { name, value, options } = variable;
      // What tells of the call that it was made in is not that of the block's calls.
      if (options.constant === true || options.readOnly === true || variable instanceof LazyVariable) continue;
      scope.force(name, value);
    }
    return new ScriptBlock(block.code, home, block.trust);
  }
  /** A class's method: `$this`, its parameters, `return` only. */
  callMethod(
    f: Frame,
    block: ScriptBlock,
    self: PSValue,
    args: readonly PSValue[],
    type: NetType,
    isStatic: boolean,
    name: string,
  ): Pending<PSValue> {
    // It is the code of where its class was defined, called from here: functions that the caller sees are there.
    const scope = callScope(this.current.scope, f.scope.module);
    scope.home = block.code.ast;
    if (!isStatic) scope.force('this', self);
    scope.force('__class', new TypeObject(type));
    const collector = new Collector();
    const frame: Frame = {
      ...this.current,
      scope,
      trust: trustInside(this.restriction, block),
      taps: undefined,
      out: NOWHERE,
      returnOut: collector,
      site: { name, isScript: false, isMethod: true, caller: siteOf(this.current), statement: this.statement },
    };
    this.enterCall();
    // Errors in a method end it, and whoever called it hears of them.
    const run = (): Pending<void> =>
      this.insideTry(() => {
        const wait = this.deep ? Promise.resolve() : this.tick(LOOK);
        return wait === undefined ? runMethod(frame, block, args) : wait.then(() => runMethod(frame, block, args));
      });
    const finish = (): PSValue => {
      this.leaveCall();
      return oneOrAll(collector.items);
    };
    const failed = (error: unknown): never => {
      this.leaveCall();
      throw error;
    };
    let done: Pending<void>;
    try {
      done = run();
    } catch (error) {
      return failed(error);
    }
    return done instanceof Promise ? done.then(finish, failed) : finish();
  }
  /** Errors that nobody catches within end what runs, whatever it calls: they belong to who stands around it. */
  insideTry<T>(work: () => Pending<T>): Pending<T> {
    const outer = this.inTry;
    const leave = (): void => {
      this.inTry = outer;
    };
    this.inTry = true;
    let result: Pending<T>;
    try {
      result = work();
    } catch (error) {
      leave();
      throw error;
    }
    if (result instanceof Promise) return result.finally(leave);
    leave();
    return result;
  }
  lastOf(value: PSValue): PSValue {
    return value;
  }
  isBaseOf(type: NetType, object: PSValue): boolean {
    return object instanceof ClassInstance && object.type !== type && object.type.isAssignableTo(type);
  }
  callMethodOf(method: NetMethod, self: PSValue, args: readonly PSValue[]): Pending<PSValue> {
    return callOverloads(this, method.name, method.overloads, self, args);
  }
  /** Gives the fields of a new instance their values. @param from the first of them that has none yet. */
  initialize(f: Frame, type: NetType, instance: ClassInstance, from = 0): Pending<void> {
    let all = this.#allFields.get(type);
    if (all === undefined) {
      all = [...type.chainTypes()].reverse().flatMap((one) => this.classFields.get(one) ?? []);
      this.#allFields.set(type, all);
    }
    for (let at = from; at < all.length; at += 1) {
      const field = all[at];
      if (field === undefined) continue;
      if (field.make === undefined) {
        instance.fields.set(field.name, field.empty());
        continue;
      }
      const scope = callScope(this.current.scope, f.scope.module);
      scope.force('this', instance);
      const value = field.make({ ...f, scope });
      if (value instanceof Promise)
        return value.then((made) => {
          instance.fields.set(field.name, made);
          return this.initialize(f, type, instance, at + 1);
        });
      instance.fields.set(field.name, value);
    }
    return undefined;
  }
  callBaseConstructor(f: Frame, args: readonly PSValue[]): Pending<void> {
    const self = f.scope.find('this')?.value;
    const owner = f.scope.find('__class')?.value;
    if (!(self instanceof ClassInstance) || !(owner instanceof TypeObject)) return undefined;
    const { base } = owner.type;
    if (base === undefined || base.fullName === 'System.Object') return undefined;
    if (base.scriptClass) return this.runConstructor(base, self, args);
    if (self.inner instanceof ExceptionObject) {
      if (args.length > 0) self.inner.message = toText(args[0] ?? null);
      if (args[1] instanceof ExceptionObject) [, self.inner.inner] = args as [PSValue, ExceptionObject];
      return undefined;
    }
    if (args.length > 0)
      return andThen(construct(this, base, args), (inner) => {
        self.inner = inner;
      });
    return undefined;
  }
  /** Runs the constructor of a class, and before it that of its base, on an instance that already has its fields. */
  runConstructor(type: NetType, self: ClassInstance, args: readonly PSValue[]): Pending<void> {
    const bodies = this.constructorBodies.get(type) ?? [];
    if (bodies.length > 0) return andThen(callOverloads(this, type.name, bodies, self, args), () => undefined);
    const { baseType } = type;
    return baseType?.scriptClass === true ? this.runConstructor(baseType, self, []) : undefined;
  }
  exceptionOf(instance: ClassInstance): PSValue {
    if (!(instance.inner instanceof ExceptionObject)) return instance;
    const made = new ExceptionObject(instance.type, instance.inner.message, instance.inner.inner);
    made.extended = new PropertyBag();
    for (const [name, value] of instance.fields)
      made.extended.append(instance.type.findProperty(name)?.name ?? name, value);
    return made;
  }
  /** `.ForEach()` and `.Where()` of collections. */
  collectionMethod(name: string, target: PSValue, args: readonly PSValue[]): Pending<PSValue> {
    const [first = null, ...rest] = args;
    if (name !== 'foreach')
      return drive(this.#walked(target, (items) => this.#whereSteps(items, whereArguments(args))));
    checkForEach(args);
    return drive(this.#walked(target, (items) => this.#forEachSteps(items, first, rest)));
  }
  *#walked(target: PSValue, work: (items: Iterable<PSValue>) => Steps<PSValue>): Steps<PSValue> {
    const walk = beginWalk(target);
    const items = enumerate(target) ?? [target];
    const stepped = function* (): Iterable<PSValue> {
      for (const item of items) {
        yield item;
        stepPipeline(walk);
      }
    };
    try {
      return yield* work(walk === undefined ? items : stepped());
    } finally {
      endWalk(walk);
    }
  }
  /** What the block gives, called where the caller stands: what it assigns stays. One with parameters has a scope of its own. */
  *#givenHere(block: ScriptBlock, args: readonly PSValue[], input: PSValue): Steps<readonly PSValue[]> {
    const out = new Collector();
    yield* settle(this.runBlock(block, args, { input, dotted: isPlain(block), out }));
    return out.items;
  }
  *#forEachSteps(items: Iterable<PSValue>, first: PSValue, rest: readonly PSValue[]): Steps<PSValue> {
    const out: PSValue[] = [];
    const name = first instanceof ScriptBlock || first instanceof TypeObject ? '' : toText(first);
    const add = (value: PSValue): void => {
      if (value !== AutomationNull) pushAll(out, enumerate(value) ?? [value]);
    };
    for (const item of items) {
      if (item === AutomationNull) continue;
      if (first instanceof ScriptBlock) pushAll(out, yield* this.#givenHere(first, rest, item));
      else if (first instanceof TypeObject) out.push(itemFor(item, first.type));
      else {
        const property = findProperty(this, item, name);
        const called = property === undefined ? tryInvoke(this, item, name, rest) : undefined;
        if (called !== undefined) add(yield* settle(called));
        else if (rest.length === 0) {
          const isStrict = (this.current.scope.strictVersion ?? 0) >= 2;
          add(yield* settle(property ?? getProperty(this, item, name, isStrict)));
        } else if (property === undefined && !(unwrap(item) instanceof PSDictionary))
          throw fail(
            'ForEachNonexistentMemberReference',
            `The ForEach() operator could not find a member '${name}' on the target object. Please verify that the named member exists and then try running your script again.`,
            { target: item },
          );
        else yield* settle(setProperty(this, item, name, rest[0] ?? null));
      }
      const tick = this.tick();
      if (tick !== undefined) yield tick;
    }
    return collectionOf(out, first instanceof TypeObject ? first.type : undefined);
  }
  *#whereSteps(items: Iterable<PSValue>, { expression, mode, limit }: WhereArguments): Steps<PSValue> {
    const out: PSValue[] = [];
    const no: PSValue[] = [];
    let at = 0;
    let isOpen = false;
    // Without an expression it is the number that says which.
    const count = expression === null ? Math.max(limit, 1) : limit;
    for (const item of items) {
      const tick = this.tick();
      if (tick !== undefined) yield tick;
      const index = at;
      at += 1;
      const isFull = count > 0 && out.length >= count;
      if (mode === 'SkipUntil' && isOpen) {
        if (expression !== null && isFull) break;
        pushOne(out, item);
        continue;
      }
      const hit =
        expression === null
          ? mode === 'SkipUntil'
            ? index >= count
            : mode === 'Until'
              ? isFull
              : true
          : toBoolean(oneOrAll(yield* this.#givenHere(expression, [], item)));
      if (mode === 'Until') {
        if (hit || isFull) break;
        pushOne(out, item);
      } else if (mode === 'Split') pushOne(hit && !isFull ? out : no, item);
      else if (hit) {
        isOpen = true;
        pushOne(out, item);
        if (mode === 'First' && out.length >= Math.max(count, 1)) break;
        if (mode === 'Default' && count > 0 && out.length >= count) break;
      }
    }
    if (mode === 'Last') out.splice(0, Math.max(0, out.length - Math.max(count, 1)));
    if (mode === 'Split') return [collectionOf(out), collectionOf(no)];
    return collectionOf(out);
  }
  // ------------------------------------------------------------- functions

  /** A function that is read-only or constant is not defined anew. */
  refuseLockedFunction(scope: Scope, name: string): void {
    const existing = scope.functions?.get(name.replace(/^\w+:/, '').toLowerCase());
    if (existing?.options.readOnly !== true && existing?.options.constant !== true) return;
    throw lockedError('FunctionNotWritable', existing.name);
  }
  defineFunction(
    scope: Scope,
    name: string,
    block: ScriptBlock,
    isFilter: boolean,
    options: VariableOptions = {},
  ): void {
    const { scope: named, bare } = splitScope(name);
    const target = scopeNamed(scope, named) ?? scope;
    target.functions ??= new Map();
    target.functions.set(bare.toLowerCase(), { name: bare, block, options, isFilter, module: scope.module });
  }
  defineAlias(
    scope: Scope,
    name: string,
    definition: string,
    options: VariableOptions = {},
    description?: string,
  ): void {
    const own = this.restriction === undefined || this.restriction.configuring;
    const entry = { name, definition, options, own };
    scope.ownAliases.set(name.toLowerCase(), description === undefined ? entry : { ...entry, description });
  }
  /** Whose a text is that comes up without a frame to ask: the caller's. */
  #unknownTrust(): BlockTrust {
    const { restriction } = this;
    if (restriction === undefined) return undefined;
    if (restriction.configuring) return 'internal';
    return restriction.languageMode === 'FullLanguage' ? undefined : 'constrained';
  }
  get languageMode(): LanguageMode {
    return this.restriction?.languageMode ?? 'FullLanguage';
  }
  set languageMode(languageMode: LanguageMode) {
    if (this.restriction !== undefined) this.restriction.languageMode = languageMode;
    else if (languageMode !== 'FullLanguage')
      this.restriction = { languageMode, configuring: false, visibility: undefined };
  }
  /** Compiles text of the frame that asks. Throws ParseException with all errors. */
  parseHere(f: Frame, text: string, file?: string, whole = false): ScriptBlock {
    return this.parse(text, file, this.#ownerHere(f), whole);
  }
  /** The same, and long text lets others have their turn. */
  parseLongHere(f: Frame, text: string, file?: string, whole = false): Pending<ScriptBlock> {
    return this.parseLong(text, file, this.#ownerHere(f), whole);
  }
  #ownerHere(f: Frame): { readonly trust: BlockTrust } | undefined {
    return this.restriction === undefined ? undefined : { trust: trustHere(f) };
  }
  /**
   * Compiles text. Throws ParseException with all errors.
   * @param owner whose text it is; without one, the caller's of the session.
   * @param whole text that ends too early is an error as any other: nobody can go on writing it.
   */
  parse(text: string, file?: string, owner?: { readonly trust: BlockTrust }, whole = false): ScriptBlock {
    done.steps += text.length;
    return atOnce(this.#parse(text, file, owner, whole, undefined));
  }
  /** The same, and long text lets others have their turn. */
  parseLong(text: string, file?: string, owner?: { readonly trust: BlockTrust }, whole = false): Pending<ScriptBlock> {
    const { later } = this.commands;
    if (later?.types?.test(text) === true)
      return this.wait(later.load()).then(() => this.parseLong(text, file, owner, whole));
    if (text.length < LONG_TEXT) return this.parse(text, file, owner, whole);
    return drive(this.#parse(text, file, owner, whole, this.stepper));
  }
  *#parse(
    text: string,
    file: string | undefined,
    owner: { readonly trust: BlockTrust } | undefined,
    whole: boolean,
    tick: Tick | undefined,
  ): Steps<ScriptBlock> {
    const trust = owner === undefined ? this.#unknownTrust() : owner.trust;
    if (trust === 'constrained') refuseScripts(this.languageMode, text);
    const options = this.parserOptions(file);
    const { ast, errors } =
      tick === undefined ? parseInput(text, file, options) : yield* parseInPieces(text, file, options, tick);
    const doubles = errors.length > 0 ? [] : yield* duplicateMembers(ast, tick ?? NO_TICK);
    const all = [...errors, ...doubles];
    if (trust === 'constrained') all.push(...(yield* refusedSyntax(this.languageMode, ast, tick ?? NO_TICK)));
    const [first] = all;
    // A file is all there is.
    if (first !== undefined) {
      const failure = parseFailure(first, all, whole || file !== undefined);
      // The parser itself took it; what makes the types did not.
      if (doubles.length > 0) failure.record.reason = 'ParseException';
      throw failure;
    }
    wholeTrees.set(ast.extent.source, ast);
    return new ScriptBlock(new ScriptCode(ast), UNBOUND, trust);
  }
  /** What the parser asks a session for: the types and modules that code of this file may name. */
  parserOptions(file: string | undefined): ParseOptions {
    const folder = file === undefined ? this.location : nodePath.dirname(file);
    return {
      typeExists: (name) => this.namedType(name) !== undefined || resolveTypeText(name) !== undefined,
      moduleExists: (wanted) => this.modules.mayUse(specOf(wanted), folder),
    };
  }
  /** A script file's block. @throws the parser's errors; ItemNotFound when it cannot be read. */
  parseFile(path: string, owner?: { readonly trust: BlockTrust }): ScriptBlock {
    return this.parse(this.#scriptText(path), path, owner);
  }
  /** The same, and a long one lets others have their turn. */
  parseLongFile(path: string, owner?: { readonly trust: BlockTrust }): Pending<ScriptBlock> {
    return this.parseLong(this.#scriptText(path), path, owner);
  }
  #scriptText(path: string): string {
    try {
      return readScriptFile(path);
    } catch {
      throw fail('CommandNotFoundException', `The file '${path}' cannot be read.`, {
        category: 'ReadError',
        target: path,
      });
    }
  }
  useStatement(f: Frame, ast: UsingStatementAst): Pending<void> {
    if (ast.usingStatementKind === 'Namespace' && ast.name !== undefined) {
      f.scope.namespaces = writtenIn(ast.extent.source).namespaces;
      return undefined;
    }
    if (ast.usingStatementKind === 'Module') {
      const { file } = ast.extent;
      const folder = file === undefined ? this.location : nodePath.dirname(file);
      return andThen(this.modules.attach(f, specOf(usedModule(ast)), folder), (module) => {
        if (module === undefined) return;
        f.scope.types = new Map([...(f.scope.types ?? []), ...(module.scope.types ?? [])]);
      });
    }
    throw fail(
      'NotSupported',
      `using ${ast.usingStatementKind.toLowerCase()} is not supported by this engine. Dot-source the file, or use Import-Module.`,
      { category: 'NotImplemented' },
    );
  }
  /** `pipeline &`: a job of Start-Job in the current place; the variables that it names go along. */
  startBackground(f: Frame, ast: PipelineAst | PipelineChainAst): Pending<void> {
    return drive(this.#startBackground(f, ast));
  }
  *#startBackground(f: Frame, ast: PipelineAst | PipelineChainAst): Steps<void> {
    const block = this.parse(backgroundText(ast, (name) => f.scope.find(name.toLowerCase()) !== undefined));
    const processor = yield* settle(
      this.commands.resolve(f, {
        target: 'Start-Job',
        args: [
          { name: 'ScriptBlock', value: block, text: '-ScriptBlock' },
          { name: 'WorkingDirectory', value: this.location, text: '-WorkingDirectory' },
        ],
        extent: ast.extent,
        dotted: false,
        called: false,
        expectsInput: false,
        position: 1,
        length: 1,
      }),
    );
    this.lastOk = true;
    yield* runLine(f, [processor], undefined);
  }
  /** What makes jobs of this session: loaded with its commands. */
  jobs(): Pending<JobStarter | undefined> {
    return andThen(this.#loaded('start-job'), (registration) => registration?.jobs);
  }
  /** What reaches other sessions: loaded with their commands. */
  sessions(): Pending<SessionReach | undefined> {
    return andThen(this.#loaded('invoke-command'), (registration) => registration?.sessions);
  }
  #loaded(name: string): Pending<CommandRegistration | undefined> {
    const found = (): CommandRegistration | undefined => this.commands.find(name)?.registration;
    const { later } = this.commands;
    return later?.names.has(name) === true ? this.wait(later.load()).then(found) : found();
  }

  // --------------------------------------------------------------- objects

  boundParameters(): PSDictionary {
    return new PSDictionary([], { typeNames: BOUND_PARAMETERS.typeNames });
  }
  /**
   * The function or script of a call.
   * @param script path of the file, when it is one that was called.
   */
  commandOf(f: Frame, name: string, invocation: Invocation, block: ScriptBlock, script?: string): PSValue {
    return commandInfo({
      kind: invocation.commandType,
      name,
      frame: f,
      module: block.home instanceof Module ? block.home.name : '',
      block,
      ...(script === undefined ? {} : { target: script }),
    });
  }
  /**
   * Its `$MyInvocation`.
   * @param bound its `$PSBoundParameters`.
   */
  invocationObject(
    f: Frame,
    invocation: Invocation,
    bound: PSDictionary,
    block: ScriptBlock,
    script?: string,
  ): PSValue {
    const { extent, scriptName } = invocation;
    const line = extent?.startLineNumber ?? 0;
    const object = new PSObject({
      typeNames: ['System.Management.Automation.InvocationInfo', 'System.Object'],
      adapted: PropertyBag.of({
        MyCommand: this.commandOf(f, invocation.name, invocation, block, script),
        BoundParameters: bound,
        UnboundArguments: new PSList([...invocation.unboundArguments]),
        ScriptLineNumber: line,
        OffsetInLine: extent?.startColumnNumber ?? 0,
        HistoryId: this.nextHistoryId,
        ScriptName: scriptName,
        Line: extent?.source.wholeLine(line) ?? '',
        Statement: extent?.text ?? '',
        PositionMessage: extent === undefined ? '' : positionText(extent),
        PSScriptRoot: scriptName === '' ? '' : nodePath.dirname(scriptName),
        PSCommandPath: scriptName === '' ? null : scriptName,
        InvocationName: invocation.invocationName,
        PipelineLength: invocation.pipelineLength,
        PipelinePosition: invocation.pipelinePosition,
        ExpectingInput: invocation.expectingInput,
        CommandOrigin: originOf(
          invocation.outermost === true || invocation.ofProgram === true || invocation.ofOutermost === true
            ? 'Runspace'
            : 'Internal',
        ),
        DisplayScriptPosition: null,
      }),
    });
    return withPosition(object, extent);
  }
  cmdletObject(data: CmdletData): PSValue {
    return new NetObject(SCRIPT_CMDLET, data);
  }
  listValue(items: readonly PSValue[]): PSList {
    return new PSList([...items]);
  }
  /** What a parameter has when nothing was bound to it: numbers and Booleans their zero, other values nothing. */
  emptyParameter(type: NetType): PSValue {
    if (type === STRING) return '';
    if (type === BOOLEAN) return false;
    return NUMBERS_WITH_ZERO.test(type.fullName) ? convertTo(0, type) : null;
  }
  /** Where a check of a parameter runs: under the scope of the function, with the parameters that have their values. */
  bindingFrame(): { readonly frame?: Frame } {
    if (this.binding === undefined) return {};
    const scope = new Scope(this.binding.scope);
    for (const { info, value } of this.binding.bound.values.values()) scope.force(info.name, value);
    return { frame: { ...this.current, scope } };
  }
  *promptMandatory(f: Frame, signature: Signature, bound: Bound, missing: readonly ParameterInfo[]): Steps<void> {
    const refused = (): PSError =>
      bindingError(
        signature,
        'MissingMandatoryParameter',
        `Cannot process command because of one or more missing mandatory parameters: ${missing.map(({ name }) => name).join(' ')}.`,
      );
    if (!this.host.hasUI) throw refused();
    const fields = missing.map(({ name, type, sets }) => {
      const help = [...sets.values()].find(({ helpMessage }) => helpMessage !== undefined)?.helpMessage;
      return fieldDescription(name, type?.fullName ?? 'System.String', help);
    });
    let answer: PSValue;
    try {
      answer = yield* settle(
        this.callHost('Prompt', [
          `cmdlet ${signature.commandName} at command pipeline position 1`,
          'Supply values for the following parameters:',
          new PSList(fields),
        ]),
      );
    } catch (error) {
      // A host that cannot ask, as with -NonInteractive.
      if (error instanceof PipelineStopped || this.signal.aborted) throw error;
      throw refused();
    }
    for (const info of missing) {
      const value = answer instanceof PSDictionary ? answer.getEntry(info.name) : undefined;
      if (value === undefined) throw refused();
      bound.values.set(info.name.toLowerCase(), { info, value: coerce(signature, info, value) });
    }
    void f;
  }
  matchObject(match: NetMatch): PSValue {
    return new NetObject<NetMatch>(MATCH, match);
  }
  informationalObject(record: PSInformationalRecord): PSValue {
    return new PSObject({
      typeNames: [
        `System.Management.Automation.${record.kind}Record`,
        'System.Management.Automation.InformationalRecord',
        'System.Object',
      ],
      toStringText: record.message,
      adapted: PropertyBag.of({ Message: record.message, InvocationInfo: null, PipelineIterationInfo: [] }),
    });
  }
  informationObject(record: PSInformationRecord): PSValue {
    return new PSObject({
      typeNames: ['System.Management.Automation.InformationRecord', 'System.Object'],
      toStringText: toText(record.messageData),
      adapted: PropertyBag.of({
        MessageData: record.messageData,
        Source: record.source,
        TimeGenerated: record.timeGenerated,
        Tags: new PSList([...record.tags], 'LST', { typeNames: TAGS }),
        User: record.user,
        Computer: record.computer,
        ProcessId: new PSUInt32(record.processId),
        NativeThreadId: new PSUInt32(record.nativeThreadId),
        ManagedThreadId: new PSUInt32(record.managedThreadId),
      }),
    });
  }
  writeInformation(
    f: Frame,
    data: PSValue,
    tags: readonly string[],
    source: string,
    preference: string,
  ): Pending<void> {
    const record: PSInformationRecord = {
      messageData: data,
      source,
      timeGenerated: nowLocal(),
      tags,
      user: userName(),
      computer: hostname(),
      processId: process.pid,
      nativeThreadId: process.pid,
      managedThreadId: 1,
      shown: preference === 'continue',
    };
    this.tapInformation(f, record);
    return preference === 'ignore' ? undefined : f.streams.information(record);
  }
  /** A file's lines. Throws PSError. */
  readLines(path: string): PSValue[] {
    try {
      const text = readScriptFile(this.resolvePath(path));
      const lines = text.split(/\r?\n/);
      if (lines[lines.length - 1] === '') lines.pop();
      return lines;
    } catch (error) {
      throw fail(
        'PathNotFound',
        `Cannot find path '${path}' because it does not exist. ${error instanceof Error ? '' : ''}`.trim(),
        { category: 'ObjectNotFound', target: path, type: 'System.Management.Automation.ItemNotFoundException' },
      );
    }
  }
  /** A path of the file system under the current location; both slashes separate on every OS, as in PowerShell. */
  resolvePath(path: string): string {
    const slashed = nodePath.sep === '/' ? path.replaceAll('\\', '/') : path;
    return nodePath.resolve(this.location, slashed.replace(/^~(?=$|[\\/])/, this.environment.get('HOME') ?? ''));
  }
  /** The lines that Out-String makes of objects, as programs get them. */
  *formatText(f: Frame, items: readonly PSValue[]): Steps<string> {
    const out = new Collector();
    const processor = yield* settle(
      this.commands.builtIn({ ...f, out }, 'Microsoft.PowerShell.Utility\\Out-String', [
        { name: 'Stream', value: true, text: '-Stream' },
      ]),
    );
    yield* runLine({ ...f, out }, [processor], (into) => writeEach(into, items), true);
    return out.items.map((line) => `${toText(line)}\n`).join('');
  }
}

/** Runs one command with these objects as its input, and what has to be done after it, whatever happened. */
function* lineThen(
  f: Frame,
  processor: FunctionProcessor,
  input: readonly PSValue[] | undefined,
  last: () => void,
): Steps<void> {
  try {
    yield* runLine(f, [processor], input === undefined ? undefined : (into) => writeEach(into, input));
  } finally {
    last();
  }
}
/** ActionPreference by number. */
const ACTIONS: Readonly<Record<string, string>> = {
  0: 'silentlycontinue',
  1: 'stop',
  2: 'continue',
  3: 'inquire',
  4: 'ignore',
  5: 'suspend',
  6: 'break',
};
const origins = new Map<string, PSValue>();
/** Asked at each call: made once. */
function originOf(name: 'Runspace' | 'Internal'): PSValue {
  let made = origins.get(name);
  if (made === undefined) {
    made = convertTo(name, requireType('System.Management.Automation.CommandOrigin'));
    origins.set(name, made);
  }
  return made;
}
const BOUND_PARAMETERS = defineType('System.Management.Automation.PSBoundParametersDictionary');
BOUND_PARAMETERS.baseType = genericType('System.Collections.Generic.Dictionary', [STRING, OBJECT]);

export interface CmdletData {
  /** Where the command was called from. */
  readonly caller?: Scope;
  readonly frame: Frame;
  /** Which set it is now: objects of the pipeline may choose another. */
  readonly set: () => string;
  readonly signature: Signature;
  readonly confirmImpact?: string | undefined;
  /** Whether it was called with -Verbose. */
  readonly verbose?: () => boolean;
  /** Tells the command that it wrote an error. */
  readonly failed?: () => void;
  /** `Yes to All` or `No to All` was answered. */
  answer?: boolean;
}

function fieldDescription(name: string, type: string, helpMessage = ''): PSObject {
  return new PSObject({
    typeNames: ['System.Management.Automation.Host.FieldDescription', 'System.Object'],
    extended: PropertyBag.of({
      attributes: new PSList([]),
      name,
      parameterTypeName: type.slice(type.lastIndexOf('.') + 1),
      parameterTypeFullName: type,
      parameterAssemblyFullName:
        'System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e',
      label: name,
      helpMessage,
      isMandatory: true,
    }),
  });
}
/** PSInvalidCastException and its kin are no RuntimeExceptions: what a script sees is one around them. */
const OUTSIDE = /^System\.Management\.Automation\.PS(?:Invalid|Argument|NotSupported|NotImplemented|ObjectDisposed)/;
function asRuntimeException(error: PSError): PSError {
  const { exception } = error.record;
  if (error.record.commandId !== undefined || !OUTSIDE.test(exception.type.fullName)) return error;
  const outer = new ExceptionObject(
    exceptionType('System.Management.Automation.RuntimeException'),
    exception.message,
    exception,
  );
  outer.errorRecord = error.record;
  // Of the conversion alone, whatever command the whole is told of.
  if (exception.errorRecord === undefined || exception.errorRecord === error.record)
    exception.errorRecord = new ErrorRecordObject(exception, error.record.errorId, error.record.category);
  error.record.exception = outer;
  return error;
}
let user: string | undefined;
function userName(): string {
  try {
    user ??= userInfo().username;
  } catch {
    user = '';
  }
  return user;
}
export { active, EnumValue, ExitException, plain, PSGuid, signatureOf, StopUpstream, TYPE_NAMES };
