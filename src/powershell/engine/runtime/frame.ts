/** What running code sees: its scope, where its output and its records go, and the runspace behind it. */
import type {
  PSDictionary,
  PSInformationRecord,
  PSInformationalRecord,
  PSList,
  PSProgressRecord,
  PSValue,
} from '../../../protocol/objects/index.js';
import type { Extent } from '../../lang/index.js';
import type { Pending } from '../pending.js';
import { pushOne } from '../room.js';
import type { ErrorRecordObject } from '../values/exceptions.js';
import type { Runtime } from './runtime.js';
import type { Scope } from './scope.js';

export interface OutPipe {
  /** What is written here goes to standard output of this process and nowhere else: a program may have that itself. */
  readonly own?: boolean;
  write(value: PSValue): Pending<void>;
  /** For a program after a program: bytes as they are. */
  readonly bytes?: (bytes: Uint8Array) => Pending<void>;
}
/**
 * Standard streams of this process that programs of a host's line may have themselves. Streams are made from others by
 * spreading: errors go to standard error only where `error` is still the one that is named here.
 */
export interface OwnStreams {
  readonly error: Streams['error'];
  readonly input: boolean;
  readonly terminal: boolean;
}
/** The streams beside output. */
export interface Streams {
  readonly own?: OwnStreams;
  readonly error: (record: ErrorRecordObject) => Pending<void>;
  informational(record: PSInformationalRecord): Pending<void>;
  information(record: PSInformationRecord): Pending<void>;
  progress(record: PSProgressRecord): Pending<void>;
  /** As `PipelineSink.unshown`. */
  readonly unshown?: Pick<Streams, 'informational' | 'information'> | undefined;
}
/**
 * The lists behind -ErrorVariable, -WarningVariable and -InformationVariable. They go with where output goes: a command
 * adds to its own and to those of the function whose output it writes, wherever its streams are redirected to. A
 * command with another one behind it in the pipeline, and code whose output a method or a cmdlet collects, has none but
 * its own.
 */
export interface Taps {
  readonly error: readonly PSList[];
  readonly warning: readonly PSList[];
  readonly information: readonly PSList[];
}
export type NamedBlock = 'Begin' | 'Process' | 'End' | 'DynamicParam' | 'Clean';
/** One of the calls under way, for the stack. */
export interface CallSite {
  /** Empty for a block without a name. */
  readonly name: string;
  /** A file or a block: its name is not that of a function. */
  readonly isScript: boolean;
  readonly extent?: Extent | undefined;
  /** The statement that the call stands in: the place that a stack tells. */
  readonly statement?: Extent | undefined;
  /** The script that a program was started for: nothing called it. */
  readonly outermost?: boolean | undefined;
  /** The outermost script calls it in a scope of its own: its origin is the runspace. */
  readonly ofOutermost?: boolean | undefined;
  /** Which of its named blocks runs. */
  block?: NamedBlock | undefined;
  /** The call that this one stands in. */
  readonly caller?: CallSite | undefined;
  /** Undefined for a block that a command or a method runs. */
  readonly invocation?: Invocation | undefined;
  /** A block that is run for its value: errors that it writes name no command, whoever's code it is. */
  readonly isNameless?: true;
  /** A class's method: no command, and called without one. */
  readonly isMethod?: true;
}
/** A command under way, as `$MyInvocation` and error records show it. */
export interface Invocation extends CallSite {
  readonly invocationName: string;
  /** A command of the program's pipeline. */
  readonly ofProgram?: boolean | undefined;
  readonly commandType: 'Function' | 'Filter' | 'Cmdlet' | 'Script' | 'ExternalScript' | 'Application';
  readonly extent: Extent | undefined;
  readonly boundParameters: Map<string, PSValue>;
  unboundArguments: readonly PSValue[];
  readonly expectingInput: boolean;
  pipelinePosition: number;
  pipelineLength: number;
  readonly scriptName: string;
  /** `$MyInvocation` of it, once it runs. */
  object?: (() => PSValue) | undefined;
  /** Its variables, while it runs. */
  scope?: Scope | undefined;
}
/**
 * A call as its own place in the stack. Calls are many, and an object that gets its fields one by one, or behind a
 * spread one, takes Node 20 a hundred times as long as one that is written out.
 */
export function makeInvocation(init: Omit<Invocation, 'isScript' | 'invocation'>): Invocation {
  const made: Invocation & { invocation?: Invocation | undefined } = {
    name: init.name,
    isScript: init.commandType === 'Script' || init.commandType === 'ExternalScript',
    extent: init.extent,
    statement: init.statement,
    outermost: init.outermost,
    ofOutermost: init.ofOutermost,
    block: init.block,
    caller: init.caller,
    invocation: undefined,
    invocationName: init.invocationName,
    ofProgram: init.ofProgram,
    commandType: init.commandType,
    boundParameters: init.boundParameters,
    unboundArguments: init.unboundArguments,
    expectingInput: init.expectingInput,
    pipelinePosition: init.pipelinePosition,
    pipelineLength: init.pipelineLength,
    scriptName: init.scriptName,
    object: init.object,
    scope: init.scope,
  };
  made.invocation = made;
  return made;
}
/** Of code that the engine itself calls: no parameters, no input, a pipeline of its own. */
export const invocationOf = (
  name: string,
  commandType: Invocation['commandType'],
  place: Pick<CallSite, 'caller' | 'statement'> = {},
): Invocation =>
  makeInvocation({
    caller: place.caller,
    statement: place.statement,
    name,
    invocationName: name,
    commandType,
    extent: undefined,
    boundParameters: new Map(),
    unboundArguments: [],
    expectingInput: false,
    pipelinePosition: 1,
    pipelineLength: 1,
    scriptName: '',
  });
/**
 * `internal`: code of the session's configuration; `full`: of somebody who had the whole language when he wrote it.
 * Undefined: the session's own language mode holds.
 */
export type FrameTrust = 'internal' | 'full' | undefined;
export interface Frame {
  readonly rt: Runtime;
  readonly scope: Scope;
  readonly out: OutPipe;
  readonly streams: Streams;
  readonly taps?: Taps | undefined;
  readonly invocation: Invocation | undefined;
  /** The block that a command or a method runs here; undefined where it is the call's own code. */
  readonly site?: CallSite | undefined;
  /** Values that a caller elsewhere sent for `$using:` expressions, by `usingKey`. */
  readonly using?: PSDictionary | undefined;
  /** Whose code runs here, in a session that has restrictions. */
  readonly trust?: FrameTrust;
  /**
   * The last statement that a `$(…)` ran, or the last assignment within a statement. PowerShell counts statements as they
   * begin, and does not count back: what fails in the rest of the statement around it is reported there.
   */
  at?: Extent | undefined;
  /** In a method of a class only `return` gives output: here. */
  readonly returnOut?: OutPipe | undefined;
}
/** A frame with a place for each field: frames made of it with some of them changed are made at once. */
export const baseFrame = (init: Pick<Frame, 'rt' | 'scope' | 'out' | 'streams' | 'invocation'>): Frame => ({
  rt: init.rt,
  scope: init.scope,
  out: init.out,
  streams: init.streams,
  taps: undefined,
  invocation: init.invocation,
  site: undefined,
  using: undefined,
  trust: undefined,
  at: undefined,
  returnOut: undefined,
});
/** What is running in this frame: a block that a command runs, or the function or script itself. */
export const siteOf = (f: Frame): CallSite | undefined => f.site ?? f.invocation;
/** How a statement ended when it did not simply end. */
export class Flow {
  readonly kind: 'break' | 'continue' | 'return';
  readonly label: string | undefined;
  constructor(kind: 'break' | 'continue' | 'return', label?: string) {
    this.kind = kind;
    this.label = label;
  }
}
export const RETURN = new Flow('return');
export const BREAK = new Flow('break');
export const CONTINUE = new Flow('continue');
/** A break or continue that left a script block looks for its loop further out. */
export class FlowEscape extends Error {
  readonly flow: Flow;
  constructor(flow: Flow) {
    super(flow.kind);
    this.flow = flow;
  }
}
/** The end of a block: loops that are looked for are none of its own. */
export function endFlow(flow: Flow | undefined): void {
  if (flow !== undefined && flow.kind !== 'return') throw new FlowEscape(flow);
}
export const NOWHERE: OutPipe = { write: () => undefined };
export class Collector implements OutPipe {
  readonly items: PSValue[] = [];
  write(value: PSValue): undefined {
    pushOne(this.items, value);
  }
}
