/**
 * What the built-in commands need of the engine beyond `CommandContext`: members of values, variables, commands, the
 * current location, script text and the runspace's own tables. The engine implements it once for each runspace and hands
 * it out as `services` of the context.
 */
import type { PSInformationalRecord, PSInformationRecord, PSValue } from '../../../protocol/objects/index.js';
import type { ErrorRecordObject, PSError } from '../values/exceptions.js';
import type { CommandContext, CommandSpec, HelpTopic, JobStarter, SessionReach } from '../command-api.js';
import type { Pending, Steps } from '../pending.js';
import type { NetType } from '../values/net-type.js';
import type { Frame } from '../runtime/frame.js';
import type { EventManager } from '../net/host/event-manager.js';
import type { Extent } from '../../lang/index.js';
import type { ModuleTable } from '../runtime/modules.js';
import type { SiblingRunspace } from '../runtime/task.js';

/** PowerShell's PSMemberTypes by name. */
export type MemberKind =
  | 'AliasProperty'
  | 'CodeProperty'
  | 'Property'
  | 'NoteProperty'
  | 'ScriptProperty'
  | 'PropertySet'
  | 'Method'
  | 'CodeMethod'
  | 'ScriptMethod'
  | 'ParameterizedProperty'
  | 'MemberSet'
  | 'Event';

/** A member as Get-Member shows it. `definition` is the text of its Definition column. */
export interface MemberDescription {
  readonly name: string;
  readonly kind: MemberKind;
  readonly definition: string;
  /** Shown with -Force only. */
  readonly hidden?: boolean;
}

/** A member to be added to one object (Add-Member) or to a type (Update-TypeData). */
export type MemberDefinition =
  | { readonly kind: 'NoteProperty'; readonly name: string; readonly value: PSValue }
  | { readonly kind: 'AliasProperty'; readonly name: string; readonly target: string; readonly type?: string }
  | { readonly kind: 'ScriptProperty'; readonly name: string; readonly get: PSValue; readonly set?: PSValue }
  | { readonly kind: 'ScriptMethod'; readonly name: string; readonly block: PSValue }
  | { readonly kind: 'PropertySet'; readonly name: string; readonly properties: readonly string[] }
  | {
      readonly kind: 'MemberSet';
      readonly name: string;
      readonly members: readonly MemberDefinition[];
      readonly isHidden?: boolean;
    }
  /** One that is written in another language: it is told of, and does nothing. */
  | { readonly kind: 'Code'; readonly name: string; readonly isMethod: boolean }
  /** A member that is there as an object: PSNoteProperty and kin. */
  | { readonly kind: 'Given'; readonly name: string; readonly member: PSValue };

export interface MemberServices {
  /** A property's value (keys of dictionaries included, as `$x.name` finds them); undefined when there is none. */
  get(target: PSValue, name: string): Pending<PSValue | undefined>;
  /** As `$x.name = value`. Throws as the assignment does. */
  set(target: PSValue, name: string, value: PSValue): Pending<void>;
  /** Names of the object's properties in PowerShell's order; keys of dictionaries not included. */
  names(target: PSValue): readonly string[];
  /** Whether one of them has that name, whatever its case. */
  has(target: PSValue, name: string): boolean;
  /** Methods and properties, in no special order. `statics`: those of the type itself. */
  describe(target: PSValue, statics: boolean): Iterable<MemberDescription>;
  hasMethod(target: PSValue, name: string): boolean;
  /** Named sets of an object's properties. `after`: the property behind which a set stands; undefined: it is first. */
  propertySets(
    target: PSValue,
  ): readonly { readonly name: string; readonly properties: readonly string[]; readonly after: string | undefined }[];
  /** The kind of a member that type data gives to the object, of one that nothing was added in the place of. */
  ofTypeData(target: PSValue, name: string): string | undefined;
  invoke(target: PSValue, name: string, args: readonly PSValue[]): Pending<PSValue>;
  /** Adds a member; gives the object that has it now (a wrapper, when the target was a primitive). */
  add(target: PSValue, member: MemberDefinition, force: boolean): PSValue;
  /** Text of a value as `Out-String` gives it for one line: ToString() with script members respected. */
  text(value: PSValue): string;
}

export interface VariableEntry {
  readonly name: string;
  value: PSValue;
  readonly description: string;
  /** Of None, ReadOnly, Constant, Private, AllScope. */
  readonly options: readonly string[];
  readonly visibility: 'Public' | 'Private';
  /** The PSVariable object that Get-Variable writes. */
  readonly object: PSValue;
}
/** `scope`: `global`, `local`, `script`, `private`, a number of scopes upwards, or undefined for the usual look-up. */
export interface VariableServices {
  find(name: string, scope?: string): VariableEntry | undefined;
  /** All visible variables of a scope, or those that any scope gives, nearest first. */
  list(scope?: string): readonly VariableEntry[];
  /** Sets or creates. Throws VariableNotWritable and so on as an assignment does, unless `force`. */
  set(
    name: string,
    value: PSValue,
    options: {
      readonly scope?: string | undefined;
      readonly force?: boolean;
      readonly description?: string;
      readonly options?: readonly string[];
      readonly visibility?: 'Public' | 'Private';
    },
  ): VariableEntry;
  remove(name: string, scope?: string): void;
}

export interface AliasEntry {
  readonly name: string;
  readonly definition: string;
  readonly description: string;
  readonly options: readonly string[];
  /** Empty: it is of the session. */
  readonly module: string;
  /** The AliasInfo object that Get-Alias writes. */
  readonly object: PSValue;
}
export interface AliasServices {
  list(scope?: string): readonly AliasEntry[];
  /** One of them by its name. */
  find(name: string, scope?: string): AliasEntry | undefined;
  set(
    name: string,
    definition: string,
    options: {
      readonly scope?: string | undefined;
      readonly description?: string;
      readonly options?: readonly string[];
      readonly force?: boolean;
    },
  ): AliasEntry;
  remove(name: string, scope?: string): void;
}
export interface FunctionEntry {
  readonly name: string;
  readonly block: PSValue;
  /** As of a variable. */
  readonly options: readonly string[];
  /** The FunctionInfo object. */
  readonly object: PSValue;
}
export interface FunctionServices {
  list(): readonly FunctionEntry[];
  /** One of them by its name. */
  find(name: string, scope?: string): FunctionEntry | undefined;
  /** @param options those that it has from now on; undefined: none, or what it had. */
  set(name: string, block: PSValue, options?: readonly string[]): FunctionEntry;
  remove(name: string): void;
}

export type CommandTypeName = 'Alias' | 'Function' | 'Filter' | 'Cmdlet' | 'ExternalScript' | 'Application';
export interface CommandEntry {
  readonly name: string;
  readonly type: CommandTypeName;
  readonly module: string;
  /** The CommandInfo object that Get-Command writes. */
  readonly object: PSValue;
  /** Parameters as data; undefined for programs and simple functions without any. */
  readonly spec: CommandSpec | undefined;
  readonly definition: string;
  /** Why its parameters cannot be told as they are with the arguments that are given. */
  readonly failure?: PSError;
}

export interface LocationValue {
  /** `FileSystem`, `Environment`, `Variable`, `Function` or `Alias`. */
  readonly provider: string;
  /** Drive name without the colon; `/` for the file system of Unix. */
  readonly drive: string;
  /** As the provider's commands understand it, drive included where the provider needs one: `/tmp`, `Env:\`. */
  readonly path: string;
}

export interface ModuleEntry {
  readonly name: string;
  readonly path: string;
  /** The PSModuleInfo object. */
  readonly object: PSValue;
}
/** The session's modules, and the frame of the command that asks: where exports go. */
export interface ModuleServices {
  readonly table: ModuleTable;
  readonly frame: Frame;
  /** @param all those too that only modules have imported. */
  list(all?: boolean): readonly ModuleEntry[];
}

export interface EngineServices {
  /** The file that the command's call stands in; undefined where it stands in none. */
  readonly callerFile: string | undefined;
  /** The line runs on a terminal of this process: somebody sits in front of it. */
  readonly onTerminal: boolean;
  readonly members: MemberServices;
  readonly variables: VariableServices;
  readonly aliases: AliasServices;
  readonly functions: FunctionServices;
  readonly modules: ModuleServices;
  /** Makes a runspace beside this one: same commands, environment and place, variables of its own. */
  sibling(): SiblingRunspace;
  /** The session's event manager. */
  readonly events: EventManager;
  /** Waits for a promise, or for the stop of the pipeline. */
  wait<T>(promise: Promise<T>): Promise<T>;
  /** The session's jobs; undefined where it has none. */
  jobs(): Pending<JobStarter | undefined>;
  /** Undefined where this runspace has no sessions. */
  sessions(): Pending<SessionReach | undefined>;
  /** Environment of this session and of the programs it starts; the process's own where the engine gives none. */
  readonly environment?: Map<string, string>;
  /** Where the session stands; `$PWD` and the directory of programs follow it. */
  location: LocationValue;
  /**
   * Commands by exact name or wildcard. With `undefined` types, all kinds. One that is named exactly has the dynamic
   * parameters that it makes of these arguments.
   */
  commands(
    pattern: string,
    types: readonly CommandTypeName[] | undefined,
    args?: readonly PSValue[],
  ): Pending<readonly CommandEntry[]>;
  /** Scripts and programs: by path, or by name or wildcard in `PATH`, in its order. */
  files(pattern: string): readonly CommandEntry[];
  /** Runs a block in the caller's scope, `$_` being `input`; output goes straight to this command's output. */
  stream(context: CommandContext, block: PSValue, input: PSValue | undefined, args: readonly PSValue[]): Pending<void>;
  /**
   * Runs a block as a command of its own (Invoke-Command without a computer): `$args` or `param()` get `args`, `$input`
   * the input. Its scope is a new one under the caller's, or the caller's. Output goes straight to this command's output.
   */
  invokeBlock(
    context: CommandContext,
    block: PSValue,
    args: readonly PSValue[],
    options: { readonly input: readonly PSValue[] | undefined; readonly newScope: boolean },
  ): Pending<void>;
  /**
   * Values of a block's `$using:` expressions in the caller's scope, by the key they travel under; those inside nested
   * `ForEach-Object -Parallel` commands are among them unless left out.
   */
  usingValues(
    context: CommandContext,
    block: PSValue,
    options?: { readonly withNestedParallel: boolean },
  ): Pending<ReadonlyMap<string, PSValue>>;
  /**
   * Runs a block for its value, as calculated properties are: `$_` is `input`, and what its statements fail with is
   * thrown, and noted in `$Error`. What it writes to the error stream is none of the command's errors: it goes to that
   * of the whole pipeline. For formatting all errors are dropped (`isQuiet`).
   */
  evaluate(
    context: CommandContext,
    block: PSValue,
    input: PSValue,
    options?: { readonly isQuiet: boolean },
  ): Pending<readonly PSValue[]>;
  /** Parses text and runs it in the caller's scope; output goes straight to this command's output. */
  runText(context: CommandContext, text: string): Pending<void>;
  /** Runs another command by name with parameters and pipeline input, and gives what it wrote. */
  call(
    command: string,
    parameters: Readonly<Record<string, PSValue>>,
    input: readonly PSValue[],
  ): Pending<readonly PSValue[]>;
  /** As the `-f` operator. Throws FormatError. */
  format(template: string, args: readonly PSValue[]): string;
  /** A type by the name that a script writes, the session's own classes among them. */
  findType(name: string): NetType | undefined;
  /** `New-Object type args`, as `[type]::new(args)`. Throws as that does. */
  construct(typeName: string, args: readonly PSValue[]): Pending<PSValue>;
  /** A live value as data that can be written down: objects `depth` levels deep. Absent: values are data as they are. */
  readonly toData?: (value: PSValue, depth: number) => Pending<PSValue>;
  /** Topics of help that came with commands. */
  /** Of commands, and where `name` may mean them of modules. */
  helpTopics(name: string): Pending<readonly HelpTopic[]>;
  /** Whether the calling code may use this provider: `FileSystem`, `Environment` and so on. */
  mayUseProvider(name: string): boolean;
  readonly transcripts: {
    /** @throws the file cannot be opened. */
    start(
      path: string,
      options: { readonly append: boolean; readonly minimalHeader: boolean; readonly invocationHeader: boolean },
    ): void;
    /** Ends the newest. @returns its path; undefined when there is none. */
    stop(): string | undefined;
  };
  /** The language mode of the code that called the command. */
  readonly languageMode: 'FullLanguage' | 'RestrictedLanguage' | 'NoLanguage' | 'ConstrainedLanguage';
  /** The calling code may not do all: of the language, or of the session's commands. New runspaces are not for it. */
  readonly restricted: boolean;
  /** Whether the caller's strict mode wants every property to be there. */
  readonly strict: boolean;
  /** A script block of text that is the caller's own. Throws the parser's error, or that this session takes no scripts. */
  parseFor(context: CommandContext, text: string, file?: string): PSValue;
  /** A script block of text that comes with the product: never of the caller's. Throws the parser's error. */
  parse(text: string): PSValue;
  /** Ends the commands before this one quietly, and this one with them (Select-Object -First). */
  stopUpstream(context: CommandContext): Pending<void>;
  /**
   * Writes to the error stream as Write-Error does: the record tells where the calling script or function stands, and
   * its id ends in the caller's name, not in this command's.
   */
  writeRecord(context: CommandContext, record: ErrorRecordObject): Pending<void>;
  /** Writes to the error stream as this command's own record. */
  writeOwnRecord(context: CommandContext, record: ErrorRecordObject): Pending<void>;
  /** Writes to the error stream what a script failed with that the command runs: nothing of the record changes. */
  handOnRecord(context: CommandContext, record: ErrorRecordObject): Pending<void>;
  /** Where the command stands in its script. */
  placeOf(context: CommandContext): Extent | undefined;
  /**
   * Hands on a record of the information stream that was made elsewhere.
   * @param forwarded it was made by another computer, whose text the host has displayed: what else of it is displayed,
   * the preference here says.
   */
  passInformation(context: CommandContext, record: PSInformationRecord, forwarded?: boolean): Pending<void>;
  /** A warning of another computer that the host has displayed: for -WarningVariable. */
  hearWarning(context: CommandContext, record: PSInformationalRecord): void;
  /** A record of the information stream; `display` is false for records that InformationPreference governs. */
  writeInformation(context: CommandContext, data: PSValue, tags: readonly string[], display: boolean): Pending<void>;
  setStrictMode(version: string | undefined): void;
  /** `$Error`, newest first. */
  errors(): readonly PSValue[];
  /** CallStackFrame objects, the innermost first. */
  callStack(context: CommandContext): readonly PSValue[];
  /** Stops what called the command, where somebody can be talked to. */
  waitDebugger(context: CommandContext): Steps<void>;
  /** HistoryInfo objects, oldest first. */
  history(): readonly PSValue[];
  clearHistory(): void;
  /** What Add-History and Clear-History leave. */
  addHistory(entry: PSValue): void;
  setHistory(entries: readonly PSValue[]): void;
  /** The line that is running enters the history now, not at its end. */
  listRunningLine(): void;
  /** The history will show this in the place of the line that is running. */
  renameRunningLine(line: string): void;
  /** The entries that Invoke-History is running, by number, outermost first, with the command that began each. */
  readonly replayed: Map<number, CommandContext>;
  updateType(typeName: string, members: readonly MemberDefinition[]): void;
  /** Takes back what updateType gave. */
  removeType(typeName: string): void;
  /** A table of the runspace's own, made at first use: drives, location stacks, jobs. */
  state<T extends object>(key: symbol, create: () => T): T;
}

/** The context as the built-in commands see it. */
export interface EngineCommandContext extends CommandContext {
  readonly services: EngineServices;
}
