/** The records of PowerShell's streams, and what a pipeline is made of. Shared by psrp, the engine and the session. */
import type { ErrorCategoryName } from '../errors/index.js';
import type { PSDateTime } from './primitives.js';
import type { PSObject, PSValue } from './ps-object.js';

/** An exception as data: its .NET type name, its message, and the object that travelled where there was one. */
export interface PSExceptionData {
  readonly typeNames: readonly string[];
  readonly message: string;
  readonly innerException?: PSExceptionData;
  /** The CLIXML object this came from; written back unchanged. */
  readonly source?: PSObject;
}

/** Where a command ran. All scalars are there or the block is absent. protocol.md 3.6 */
export interface InvocationInfoData {
  readonly myCommand?: {
    readonly name: string;
    readonly commandType: number;
    readonly definition: string;
    readonly visibility: number;
  };
  readonly boundParameters?: PSObject;
  readonly commandOrigin: number;
  readonly expectingInput: boolean;
  readonly invocationName: string;
  readonly line: string;
  readonly offsetInLine: number;
  readonly historyId: bigint;
  readonly pipelineIterationInfo: readonly number[];
  readonly pipelineLength: number;
  readonly pipelinePosition: number;
  readonly psScriptRoot: string;
  readonly psCommandPath: string | null;
  readonly positionMessage: string;
  readonly scriptLineNumber: number;
  readonly scriptName: string;
  readonly unboundArguments?: PSValue;
  readonly extent?: {
    readonly file: string | null;
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
}

/** System.Management.Automation.ErrorRecord as data. */
export interface PSErrorRecord {
  readonly exception: PSExceptionData;
  readonly targetObject: PSValue;
  readonly fullyQualifiedErrorId: string;
  readonly category: ErrorCategoryName;
  readonly categoryActivity: string;
  readonly categoryReason: string;
  readonly categoryTargetName: string;
  readonly categoryTargetType: string;
  /** `Category: (target:type) [activity], reason`; made from the parts when empty. */
  readonly categoryMessage: string;
  readonly detailsMessage?: string;
  readonly recommendedAction?: string;
  readonly scriptStackTrace?: string;
  readonly invocationInfo?: InvocationInfoData;
  /** By a `throw` statement of this process: a host shows it as `Exception: …`. Travels as a property of the exception. */
  readonly wasThrown?: boolean;
  /** The CLIXML object this came from; written back unchanged when the record is passed on. */
  readonly source?: PSObject;
}

export type InformationalKind = 'Warning' | 'Verbose' | 'Debug';

/** A warning, verbose or debug record. */
export interface PSInformationalRecord {
  readonly kind: InformationalKind;
  readonly message: string;
  readonly invocationInfo?: InvocationInfoData;
  readonly pipelineIterationInfo?: readonly number[];
  readonly source?: PSObject;
}

export interface PSProgressRecord {
  readonly activity: string;
  readonly activityId: number;
  readonly statusDescription: string;
  readonly currentOperation: string | null;
  /** -1 for none. */
  readonly parentActivityId: number;
  /** -1 for unknown. */
  readonly percentComplete: number;
  readonly type: 'Processing' | 'Completed';
  /** -1 for unknown. */
  readonly secondsRemaining: number;
}

export interface PSInformationRecord {
  readonly messageData: PSValue;
  readonly source: string;
  readonly timeGenerated: PSDateTime;
  readonly tags: readonly string[];
  readonly user: string;
  readonly computer: string;
  readonly processId: number;
  readonly nativeThreadId: number;
  readonly managedThreadId: number;
  /** Whether a host in the same process should show it: `$InformationPreference` says so. Never on the wire. */
  readonly shown?: boolean;
}

/** Whether a host displays the record: Write-Host's, unless another host has, and what `$InformationPreference` asks for. */
export const isDisplayed = ({ tags, shown }: PSInformationRecord): boolean =>
  shown === true || (tags.includes('PSHOST') && !tags.includes('FORWARDED'));

/** PipelineResultTypes. protocol.md 3.4 */
export const PipelineResultTypes = {
  None: 0,
  Output: 1,
  Error: 2,
  Warning: 3,
  Verbose: 4,
  Debug: 5,
  Information: 6,
  All: 7,
  Null: 8,
} as const;

export interface PSCommandParameter {
  /** Undefined for a positional argument. */
  readonly name?: string;
  readonly value: PSValue;
}

/** One command of a pipeline as CREATE_PIPELINE carries it. protocol.md 3.7 */
export interface PSCommandDefinition {
  readonly command: string;
  readonly isScript: boolean;
  readonly useLocalScope: boolean | null;
  readonly parameters: readonly PSCommandParameter[];
  readonly mergeMyResult: number;
  readonly mergeToResult: number;
  readonly mergePreviousResults: number;
  readonly mergeError: number;
  readonly mergeWarning: number;
  readonly mergeVerbose: number;
  readonly mergeDebug: number;
  readonly mergeInformation: number;
}

/** A command as `PowerShell.AddCommand` makes it: no parameters, no merges, unless `given`. */
export function pipelineCommand(command: string, given: Partial<PSCommandDefinition> = {}): PSCommandDefinition {
  return {
    command,
    isScript: false,
    useLocalScope: null,
    parameters: [],
    mergeMyResult: 0,
    mergeToResult: 0,
    mergePreviousResults: 0,
    mergeError: 0,
    mergeWarning: 0,
    mergeVerbose: 0,
    mergeDebug: 0,
    mergeInformation: 0,
    ...given,
  };
}

/** A PowerShell object: statements of one pipeline each. `statements[0]` is `Cmds`; more make `ExtraCmds`. */
export interface PSPowerShellDefinition {
  readonly statements: readonly (readonly PSCommandDefinition[])[];
  readonly isNested: boolean;
  readonly history: string | null;
  readonly redirectShellErrorOutputPipe: boolean;
}
