/** The .NET enumerations that travel in messages: values, and the object form they are written in. protocol.md 2.3, 3.4 */
import { RemoteProtocolError } from '../errors/index.js';
import { PSNumber, PSObject, PSUInt64, type PSValue } from '../objects/index.js';

/** One enumeration as the wire names it. */
export interface EnumDefinition {
  readonly typeName: string;
  readonly values: Readonly<Record<string, number>>;
  /** The text of a value is its flags' names joined by `, `. */
  readonly flags?: boolean;
}

export const RunspacePoolStateNumber = {
  BeforeOpen: 0,
  Opening: 1,
  Opened: 2,
  Closed: 3,
  Closing: 4,
  Broken: 5,
  Disconnecting: 6,
  Disconnected: 7,
  Connecting: 8,
} as const;
/** PowerShell's `RunspacePoolState`. */
export type RunspacePoolState = keyof typeof RunspacePoolStateNumber;

export const PSInvocationStateNumber = {
  NotStarted: 0,
  Running: 1,
  Stopping: 2,
  Stopped: 3,
  Completed: 4,
  Failed: 5,
  Disconnected: 6,
} as const;
/** PowerShell's `PSInvocationState`. */
export type PSInvocationState = keyof typeof PSInvocationStateNumber;

export const PSThreadOptions = { Default: 0, UseNewThread: 1, ReuseThread: 2, UseCurrentThread: 3 } as const;
export const ApartmentState = { STA: 0, MTA: 1, Unknown: 2 } as const;
/** Which informational records bring their invocation info. The first four are flags; the last is all of them. */
export const RemoteStreamOptions = {
  None: 0,
  AddInvocationInfoToErrorRecord: 1,
  AddInvocationInfoToWarningRecord: 2,
  AddInvocationInfoToDebugRecord: 4,
  AddInvocationInfoToVerboseRecord: 8,
  AddInvocationInfo: 15,
} as const;
/** What GET_COMMAND_METADATA asks for. Flags. */
export const CommandTypes = {
  Alias: 1,
  Function: 2,
  Filter: 4,
  Cmdlet: 8,
  ExternalScript: 16,
  Application: 32,
  Script: 64,
  Configuration: 256,
  All: 383,
} as const;

const SYSTEM_ENUM = ['System.Enum', 'System.ValueType', 'System.Object'];

export const ENUMS = {
  threadOptions: { typeName: 'System.Management.Automation.Runspaces.PSThreadOptions', values: PSThreadOptions },
  apartmentState: { typeName: 'System.Threading.ApartmentState', values: ApartmentState },
  remoteStreamOptions: {
    typeName: 'System.Management.Automation.RemoteStreamOptions',
    values: {
      AddInvocationInfoToErrorRecord: 1,
      AddInvocationInfoToWarningRecord: 2,
      AddInvocationInfoToDebugRecord: 4,
      AddInvocationInfoToVerboseRecord: 8,
      AddInvocationInfo: 15,
    },
    flags: true,
  },
  pipelineResultTypes: {
    typeName: 'System.Management.Automation.Runspaces.PipelineResultTypes',
    values: { None: 0, Output: 1, Error: 2, Warning: 3, Verbose: 4, Debug: 5, Information: 6, All: 7, Null: 8 },
  },
  commandTypes: {
    typeName: 'System.Management.Automation.CommandTypes',
    values: CommandTypes,
    flags: true,
  },
  commandOrigin: { typeName: 'System.Management.Automation.CommandOrigin', values: { Runspace: 0, Internal: 1 } },
  visibility: {
    typeName: 'System.Management.Automation.SessionStateEntryVisibility',
    values: { Public: 0, Private: 1 },
  },
  progressRecordType: {
    typeName: 'System.Management.Automation.ProgressRecordType',
    values: { Processing: 0, Completed: 1 },
  },
} as const satisfies Record<string, EnumDefinition>;

/** The symbolic text of a value as .NET gives it: a name, flags' names joined, or the number. */
export function enumText(definition: EnumDefinition, value: number): string {
  const entries = Object.entries(definition.values);
  const exact = entries.find(([, candidate]) => candidate === value);
  if (exact !== undefined) return exact[0];
  if (definition.flags !== true || value === 0) return String(value);
  const names: string[] = [];
  let rest = value;
  for (const [name, flag] of entries.toSorted(([, a], [, b]) => b - a)) {
    if (flag !== 0 && (rest & flag) === flag) {
      names.unshift(name);
      rest &= ~flag;
    }
  }
  return rest === 0 ? names.join(', ') : String(value);
}

const typeNameLists = new Map<string, readonly string[]>();

/** The object form: type names, symbolic text, underlying Int32. */
export function encodeEnum(definition: EnumDefinition, value: number): PSObject {
  let typeNames = typeNameLists.get(definition.typeName);
  if (typeNames === undefined) {
    typeNames = [definition.typeName, ...SYSTEM_ENUM];
    typeNameLists.set(definition.typeName, typeNames);
  }
  return new PSObject({ typeNames, toStringText: enumText(definition, value), base: value });
}

/**
 * Reads the forms that PowerShell reads: the object form, an integer of any width, or a name in any case.
 * @throws {RemoteProtocolError} none of these.
 */
export function decodeEnum(definition: EnumDefinition, value: PSValue): number {
  const number = integerOf(value);
  if (number !== undefined) return number;
  if (typeof value === 'string') return decodeEnumText(definition, value);
  if (value instanceof PSObject) {
    if (value.base !== undefined) return decodeEnum(definition, value.base);
    if (value.toStringText !== undefined) return decodeEnumText(definition, value.toStringText);
  }
  throw new RemoteProtocolError(`A value of the peer is not a ${definition.typeName}.`, { rule: 'protocol.md 3.2' });
}

function decodeEnumText(definition: EnumDefinition, text: string): number {
  if (/^-?\d{1,10}$/.test(text.trim())) return Number(text) | 0;
  let value = 0;
  for (const part of text.split(',')) {
    const wanted = part.trim().toLowerCase();
    const found = Object.entries(definition.values).find(([name]) => name.toLowerCase() === wanted);
    if (found === undefined) {
      throw new RemoteProtocolError(`'${text.slice(0, 64)}' is not a value of ${definition.typeName}.`, {
        rule: 'protocol.md 3.4',
      });
    }
    value |= found[1];
  }
  return value;
}

/** A whole number of any CLIXML width that fits exactly, or undefined. */
export function integerOf(value: PSValue): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return fromBigInt(value);
  if (value instanceof PSUInt64) return fromBigInt(value.value);
  if (value instanceof PSNumber && Number.isInteger(value.value)) return value.value;
  return undefined;
}

function fromBigInt(value: bigint): number | undefined {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : undefined;
}
