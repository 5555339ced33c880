/**
 * Commands as data: one list of parameters serves the binder, Get-Command, help and completion. Built-in commands, the
 * PSSession family and a Node program's own functions are registered in the same way.
 */
import type { PSErrorRecord, PSProgressRecord, PSValue } from '../../protocol/objects/index.js';
import type { ErrorCategoryName } from '../../protocol/errors/index.js';
import type { ActionJob } from './net/host/event-manager.js';
import type { Pending, Steps } from './pending.js';
import type { ExceptionObject } from './values/exceptions.js';
import type { EngineHost, PipelineOutcome, PipelineSink } from './runspace-api.js';

/** How a parameter takes part in one parameter set. */
export interface ParameterSetSpec {
  readonly mandatory: boolean;
  readonly position: number | undefined;
  readonly byPropertyName: boolean;
  readonly byValue: boolean;
  readonly remaining?: boolean;
  readonly helpMessage?: string;
  /** `DontShow`: not offered by completion. */
  readonly hidden?: boolean;
}

export type ValidationSpec =
  | { readonly rule: 'NotNullOrEmpty' }
  | { readonly rule: 'NotNull' }
  | { readonly rule: 'NotNullOrWhiteSpace' }
  | { readonly rule: 'Set'; readonly values: readonly string[] }
  /** Words that mean another parameter at the same position. */
  | { readonly rule: 'NotIn'; readonly values: readonly string[] }
  | { readonly rule: 'Count'; readonly min: number; readonly max: number }
  | { readonly rule: 'Length'; readonly min: number; readonly max: number }
  | { readonly rule: 'Range'; readonly min: PSValue; readonly max: PSValue }
  | { readonly rule: 'RangeKind'; readonly kind: 'Positive' | 'NonNegative' | 'Negative' | 'NonPositive' }
  | { readonly rule: 'Pattern'; readonly pattern: string }
  /** What a command checks itself: `refusal` says what is wrong with a value. */
  | { readonly rule: 'Own'; readonly refusal: (value: PSValue) => string | undefined; readonly errorId: string };

export interface ParameterSpec {
  readonly name: string;
  /** A PowerShell type name: `String`, `Int32[]`, `SwitchParameter`; `Enum` with `enumType` and `enumValues`. */
  readonly type: string;
  readonly enumType?: string;
  readonly enumValues?: Readonly<Record<string, number>>;
  /** The type that Get-Command tells, where the command takes more than that: it looks at the value itself. */
  readonly shown?: string;
  readonly aliases: readonly string[];
  /** By set name; `__AllParameterSets` (or `*`) for every set. */
  readonly sets: Readonly<Record<string, ParameterSetSpec>>;
  readonly validation: readonly ValidationSpec[];
  readonly allowNull?: boolean;
  readonly allowEmptyString?: boolean;
  readonly allowEmptyCollection?: boolean;
  /** It comes of the provider of the path: of that of files, or (`flat`) of those without folders. */
  readonly dynamic?: true | 'flat' | 'absent';
  /** Attributes that Get-Command shows beside those of validation: names without `Attribute`, or full names of types. */
  readonly attributes?: readonly string[];
  /** Instead of the type's own conversion. What it throws is CannotConvertArgumentNoMessage of the parameter. */
  readonly convert?: (value: PSValue) => PSValue;
  /** An argument transformation, before the conversion. What it throws is ParameterArgumentTransformationError. */
  readonly transform?: (value: PSValue) => PSValue;
  /**
   * What the command's class does as the value is given to it, beside those that it has been given before. What it
   * throws is ParameterBindingFailed.
   */
  readonly accept?: (value: PSValue, before: (parameter: string) => PSValue | undefined) => void;
  /** Says that the parameter is given up: a warning where it is used. */
  readonly obsolete?: string;
  /** What the command warns of before it begins, for a value that it takes all the same. */
  readonly warning?: (value: PSValue) => string | undefined;
  /** Values that begin with what is typed, for completion; enumerations need none. */
  readonly complete?: (word: string) => Pending<readonly ParameterCompletion[]>;
}

/** A value that completion offers. */
export interface ParameterCompletion {
  readonly text: string;
  /** What the list shows; the text when not given. */
  readonly label?: string;
  readonly tip?: string;
}

/** What Get-Help tells of a command beside its syntax. */
export interface CommandHelp {
  readonly description?: string;
  /** By parameter name. */
  readonly parameters?: Readonly<
    Record<string, { readonly text: string; readonly defaultValue?: string | undefined; readonly wildcards?: boolean }>
  >;
  readonly examples?: readonly { readonly title: string; readonly code: string; readonly remarks: string }[];
  readonly inputs?: string;
  readonly notes?: readonly string[];
  readonly relatedLinks?: readonly string[];
}

/** A text that Get-Help shows by its name: `about_PSSessions`. */
export interface HelpTopic {
  readonly name: string;
  readonly synopsis: string;
  readonly text: string;
}

export interface CommandSpec {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Last part of FullyQualifiedErrorId: `Microsoft.PowerShell.Commands.<className>`; empty: the command's name alone. */
  readonly className: string;
  readonly module?: string;
  readonly sets: readonly string[];
  readonly defaultSet: string;
  readonly parameters: readonly ParameterSpec[];
  readonly supportsShouldProcess: boolean;
  /** Its output are items that a provider wrote. */
  readonly writesItems?: boolean;
  readonly outputType?: string | undefined;
  readonly synopsis?: string;
  readonly help?: CommandHelp;
}

export interface ErrorInit {
  readonly errorId: string;
  readonly category: ErrorCategoryName;
  readonly target?: PSValue;
  /** What the target is told to be; its own type when not given. */
  readonly targetType?: string;
  /** .NET type of the exception; `System.Management.Automation.RuntimeException` when not given. */
  readonly exceptionType?: string;
  /** The exception itself, where there is one already. */
  readonly exception?: ExceptionObject;
}

/** What a running command sees. Writes may return a promise: then the command waits before it goes on. */
export interface CommandContext {
  /** Bound parameter values by name, case ignored; undefined when not given. Changes with each pipeline object. */
  arg(name: string): PSValue | undefined;
  isBound(name: string): boolean;
  /** A switch's or Boolean's value. */
  flag(name: string): boolean;
  readonly parameterSetName: string;
  readonly host: EngineHost;
  /** Fires when the pipeline is being stopped. */
  readonly signal: AbortSignal;
  /** Writes one object; arrays are not taken apart. */
  write(value: PSValue): Pending<void>;
  writeAll(values: Iterable<PSValue>): Pending<void>;
  writeError(message: string, init: ErrorInit): Pending<void>;
  writeErrorRecord(record: PSErrorRecord): Pending<void>;
  /** Ends this command (a statement-terminating error). */
  fail(message: string, init: ErrorInit): never;
  writeWarning(message: string): Pending<void>;
  writeVerbose(message: string): Pending<void>;
  writeDebug(message: string): Pending<void>;
  writeProgress(record: PSProgressRecord): Pending<void>;
  shouldProcess(target: string, action?: string): Pending<boolean>;
  /** Runs a script block of the caller's with arguments, in the caller's scope; `$_` is `input` when given. */
  invoke(block: PSValue, args?: readonly PSValue[], input?: PSValue): Pending<PSValue[]>;
  sleep(milliseconds: number): Promise<void>;
  /**
   * Work without output asks this now and then: a promise to wait for when others are due, or when it is to stop.
   * @param work how many small steps (comparisons, properties read) were done since; default 1.
   */
  tick(work?: number): Promise<void> | undefined;
}

export interface CommandImplementation {
  begin?(): Pending<void> | Steps<void>;
  /** Once for each pipeline object, or once when there is no pipeline input. */
  process?(): Pending<void> | Steps<void>;
  end?(): Pending<void> | Steps<void>;
  /** Bytes of a program for the file that it writes: `>` leaves them as they are. */
  raw?(bytes: Uint8Array): void;
  /** Always called, also after an error or a stop. */
  dispose?(): void;
}

export interface CommandRegistration {
  readonly spec: CommandSpec;
  /** Topics that come with this command. */
  readonly topics?: readonly HelpTopic[];
  create(context: CommandContext): CommandImplementation;
  /** On Start-Job: how other commands of the engine make jobs of the same session. */
  readonly jobs?: JobStarter | undefined;
  /** On Invoke-Command: how Copy-Item reaches the files of another computer. */
  readonly sessions?: SessionReach | undefined;
}

/** Other sessions, for commands of the engine that have something done there. */
export interface SessionReach {
  /** Undefined: the value is no session. */
  reach(session: PSValue, context: CommandContext): ReachedSession | undefined;
  /** The object of a runspace elsewhere that is not open yet: `[runspacefactory]::CreateRunspace($connectionInfo)`. */
  runspace(init: RemoteRunspaceInit): PSValue;
}
export interface RemoteRunspaceInit {
  readonly connectionInfo: PSValue;
  /** Its id; its name is made of it where none is given. */
  readonly number: number;
  readonly name: string | undefined;
  /** Who answers its pipelines; undefined: nobody. */
  readonly host: EngineHost | undefined;
  readonly applicationArguments: PSValue;
}
export interface ReachedSession {
  readonly computerName: string;
  readonly availability: string;
  /** Runs one command, or the text of a script, with named parameters. Rejects when the session is lost. */
  call(command: string, isScript: boolean, parameters: ReadonlyMap<string, PSValue>): Promise<SessionAnswer>;
}
export interface SessionAnswer {
  readonly output: readonly PSValue[];
  /** The terminating one last. */
  readonly errors: readonly PSErrorRecord[];
  readonly failed: boolean;
}

/** One child of a job, or the work of a job without children. */
export interface JobTask {
  run(sink: PipelineSink, signal: AbortSignal): Promise<PipelineOutcome>;
}
export interface JobInit {
  /** `PSTaskJob` has a child for each task; `ThreadJob` has none, and one task. */
  readonly kind: 'PSTaskJob' | 'ThreadJob';
  readonly name: string | undefined;
  readonly command: string;
  readonly tasks: readonly JobTask[];
  /** How many tasks run at a time. */
  readonly throttleLimit: number;
}
/** The jobs of a session, for commands that make some. */
export interface JobStarter {
  /** Lists a job, starts it, and gives its object. */
  start(init: JobInit): PSValue;
  /** The job of an event's action: it runs from the first event on, until its subscription ends or it is stopped. */
  action(init: { readonly name: string; readonly command: string; readonly stopped: () => void }): ActionJob;
}
