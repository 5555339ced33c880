/**
 * What the engine offers to whoever hosts it (the endpoint's embedded runspace, the interactive shell, a Node program):
 * a runspace that runs pipelines one at a time, with streams going out through callbacks that may hold the producer.
 */
import type {
  PSDateTime,
  PSErrorRecord,
  PSInformationRecord,
  PSInformationalRecord,
  PSPowerShellDefinition,
  PSProgressRecord,
  PSValue,
} from '../../protocol/objects/index.js';
import type { SessionSetup } from './restricted/role-capabilities.js';

/** The streams of one pipeline, as its host takes them. A returned promise holds the producer (back-pressure). */
export interface PipelineSink {
  output(value: PSValue): void | Promise<void>;
  error(record: PSErrorRecord): void | Promise<void>;
  informational(record: PSInformationalRecord): void | Promise<void>;
  progress(record: PSProgressRecord): void | Promise<void>;
  information(record: PSInformationRecord): void | Promise<void>;
  /** Takes what is redirected to `$null`: PowerShell keeps it in the buffers of the pipeline, and no host shows it. */
  readonly unshown?: Pick<PipelineSink, 'informational' | 'information'> | undefined;
}

/**
 * The host that a pipeline talks to: `method` is a name of the host-call table (`ReadLine`, `Write2`, `PromptForChoice`
 * …, protocol.md 3.9) without the numbers that tell overloads apart on the wire being hidden: `Write1`, `WriteLine2`.
 * Void methods resolve to null at once. Rejects when the host cannot do it or the call was cancelled.
 */
/** What a person can set of a host's line editor, by PSReadLine's names. Colours are escape sequences. */
export interface LineOptions {
  EditMode: 'Windows' | 'Emacs';
  HistoryNoDuplicates: boolean;
  HistorySavePath: string;
  HistorySaveStyle: 'SaveIncrementally' | 'SaveAtExit' | 'SaveNothing';
  HistorySearchCaseSensitive: boolean;
  HistorySearchCursorMovesToEnd: boolean;
  MaximumHistoryCount: number;
  ContinuationPrompt: string;
  ShowToolTips: boolean;
  PredictionSource: 'None' | 'History' | 'Plugin' | 'HistoryAndPlugin';
  PredictionViewStyle: 'InlineView';
  CommandColor: string;
  CommentColor: string;
  DefaultTokenColor: string;
  ErrorColor: string;
  InlinePredictionColor: string;
  KeywordColor: string;
  MemberColor: string;
  NumberColor: string;
  OperatorColor: string;
  ParameterColor: string;
  StringColor: string;
  TypeColor: string;
  VariableColor: string;
}
/** A script block that a key runs. */
export interface KeyBlock {
  readonly block: PSValue;
  /** As the list of keys names it. */
  readonly name: string;
  readonly description: string;
}
/** The text at the prompt, while somebody types it. Positions count UTF-16 units. */
export interface TypedText {
  readonly text: string;
  readonly cursor: number;
  insert(text: string): void;
  replace(start: number, length: number, text: string): void;
  moveTo(cursor: number): void;
  /** Does what a key with this function would do. */
  act(name: string): void;
}
export interface LineEditing {
  readonly options: LineOptions;
  /** What keys can do, by name. */
  readonly functions: ReadonlyMap<string, { readonly description: string; readonly group: string }>;
  readonly bindings: readonly { readonly key: string; readonly does: string | KeyBlock }[];
  /** Undefined: nobody types. */
  readonly typed: TypedText | undefined;
  /**
   * @param chord `Ctrl+w`, or keys one after the other: `Ctrl+x,Ctrl+e`.
   * @param does a function's name, or a block; undefined: these keys do nothing any more.
   * @returns the chord as it is shown; undefined: there is no such key.
   */
  bind(chord: string, does: string | KeyBlock | undefined): string | undefined;
  /** All keys as they were to begin with. */
  bindDefaults(): void;
}

/** What comes on standard input, for whoever takes it first. */
export interface ConsoleInput {
  /** The next line, with what ends it; undefined: there is no more. */
  text(signal: AbortSignal): Promise<string | undefined>;
  /** The bytes that come next, so many at most; none: there are no more. */
  bytes(count: number, signal: AbortSignal): Promise<Uint8Array>;
}
export interface EngineHost {
  readonly name: string;
  readonly version: string;
  /** HostDefaultData by its number (protocol.md 3.8), for getters that are answered without a call. */
  readonly defaults: ReadonlyMap<number, PSValue>;
  /** False when the client said it has no UI: prompts fail, writes are dropped. */
  readonly hasUI: boolean;
  /** Nobody is to be asked (`-NonInteractive`): what asks fails before it shows anything; false when not said. */
  readonly asksNobody?: boolean;
  /** Whether its screen takes escape sequences; false when not said. */
  readonly supportsVirtualTerminal?: boolean;
  /** Where its cursor is has to be asked (`GetCursorPosition`): the default is only where it was; false when not said. */
  readonly asksCursor?: boolean;
  /** `EnterNestedPrompt` gives the person a prompt, where `Suspend` leads too; false when not said. */
  readonly nestsPrompts?: boolean;
  call(method: string, parameters: readonly PSValue[], signal: AbortSignal): Promise<PSValue>;
  /**
   * A line for the debugger's prompt; undefined: nobody is there any more, and the script goes on. Scripts stop at
   * breakpoints only where a host has it.
   */
  debugLine?(prompt: string, signal: AbortSignal): Promise<string | undefined>;
  /** Runs what such a line says, which the person may stop without the script. Without it, the script stops too. */
  readonly interruptible?: (work: (signal: AbortSignal) => Promise<void>) => Promise<void>;
  /** The editor of its prompt. Undefined: there is none. */
  readonly lineEditing?: LineEditing;
  /** Standard input of this process, where it is no terminal. Undefined: `[Console]::In` asks the host for lines. */
  readonly standardInput?: ConsoleInput;
  /** The host of the session itself, where a pipeline has one of its own. */
  readonly pool?: EngineHost;
  /** Sends an event of the runspace that is to be forwarded to whoever uses it. */
  userEvent?(event: ForwardedEvent): void;
}
/** An event of the runspace's event manager, for the client. protocol.md 3.5 USER_EVENT */
export interface ForwardedEvent {
  readonly eventIdentifier: number;
  readonly sourceIdentifier: string;
  readonly timeGenerated: PSDateTime;
  readonly sender: PSValue;
  readonly sourceArgs: readonly PSValue[];
  readonly messageData: PSValue;
}

export interface PipelineRun {
  readonly definition: PSPowerShellDefinition;
  /** Pipeline input, or undefined for none. Ends when the client said so. */
  readonly input: AsyncIterable<PSValue> | undefined;
  readonly host: EngineHost;
  readonly sink: PipelineSink;
  readonly addToHistory: boolean;
  /** An errand of the host (its prompt, a completion): `$?`, `$LASTEXITCODE` and `$Error` stay as the last line left them. */
  readonly errand?: boolean;
  /** Its output stays as it is: whoever runs it is in this runspace. */
  readonly liveObjects?: boolean;
  /** Runs in the scope of what runs in this runspace now, not in the global one. */
  readonly nested?: boolean;
  /**
   * Its Out-Default shows on standard output of this process, its errors on standard error: programs of the line have
   * these streams themselves where nothing is taken from them. `input`: standard input too. `terminal`: they are a
   * terminal, whose Ctrl+C reaches such a program without our help.
   */
  readonly ownStreams?: { readonly input: boolean; readonly terminal: boolean } | undefined;
  /** This file is a script whatever its name ends with: what `-File` names, or the first line of which names this program. */
  readonly scriptFile?: string;
  /** `exit` in the script file that it runs ends the session, as for `pwsh -File`; else it ends that script. */
  readonly exitEndsSession?: boolean;
  /** Stops the pipeline: at once, wherever it is. */
  readonly signal: AbortSignal;
}

/** How a pipeline ended. A terminating error is a value here, not a throw. */
export type PipelineOutcome =
  | { readonly state: 'Completed' }
  | { readonly state: 'Failed'; readonly error: PSErrorRecord }
  | { readonly state: 'Stopped'; readonly error: PSErrorRecord };

export interface EngineRunspace {
  readonly id: string;
  run(pipeline: PipelineRun): Promise<PipelineOutcome>;
  /** `$?`: whether the last statement that ran did so without an error. */
  readonly succeeded: boolean;
  /** Loads the commands that wait to be wanted (`RunspaceOptions.later`), with their variables. */
  loadLater(): Promise<void>;
  /** RESET_RUNSPACE_STATE: back to the state after opening. */
  reset(): void;
  dispose(): Promise<void>;
}
/** A runspace of this engine, which a session configuration can be applied to. */
export interface ConfigurableRunspace extends EngineRunspace {
  /** Nobody types and nothing runs: what listens for PowerShell.OnIdle hears it. */
  idle(): Promise<void>;
  /**
   * Makes the runspace what a session configuration says, before anything else runs in it: its definitions are there, and
   * from then on callers have only the commands and the language that it leaves them. A failure is the outcome.
   */
  configure(setup: SessionSetup, host: EngineHost): Promise<PipelineOutcome>;
}
