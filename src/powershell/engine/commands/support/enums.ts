/** Enums that the commands' objects and parameters have, by .NET name. */
import type { EnumValue } from '../../values/live.js';
import { defineType, findType } from '../../values/net-type.js';
import { enumFromNumber } from '../../values/types.js';
import { type ParameterInit, parameter } from './command-spec.js';
import type { ParameterSpec } from '../../command-api.js';

const declared = new Map<string, Readonly<Record<string, number>>>();

/** Makes the enum known to the engine, unless it knows it already. */
export function declareEnum(fullName: string, enumValues: Readonly<Record<string, number>>, flags = false): string {
  declared.set(fullName, enumValues);
  if (findType(fullName)?.enumValues === undefined) defineType(fullName, { kind: 'enum', enumValues, flags });
  return fullName;
}
export const enumNames = (fullName: string): readonly string[] => Object.keys(declared.get(fullName) ?? {});
export function enumMember(fullName: string, name: string): EnumValue {
  const type = findType(fullName);
  if (type === undefined) throw new Error(`The enum ${fullName} is not declared.`);
  return enumFromNumber(type, BigInt(declared.get(fullName)?.[name] ?? 0));
}
/** A parameter of an enum's type, which takes its names. */
export const enumParameter = (name: string, fullName: string, where = '', init: ParameterInit = {}): ParameterSpec =>
  parameter(name, 'Enum', where, { ...init, enumType: fullName, enumValues: declared.get(fullName) ?? {} });

const sequence = (text: string): Record<string, number> =>
  Object.fromEntries(text.split(' ').map((name, index) => [name, index]));

export const MEMBER_TYPES = declareEnum(
  'System.Management.Automation.PSMemberTypes',
  {
    AliasProperty: 1,
    CodeProperty: 2,
    Property: 4,
    NoteProperty: 8,
    ScriptProperty: 16,
    Properties: 31,
    PropertySet: 32,
    Method: 64,
    CodeMethod: 128,
    ScriptMethod: 256,
    Methods: 448,
    ParameterizedProperty: 512,
    MemberSet: 1024,
    Event: 2048,
    Dynamic: 4096,
    InferredProperty: 8192,
    All: 16383,
  },
  true,
);
export const MEMBER_VIEWS = declareEnum(
  'System.Management.Automation.PSMemberViewTypes',
  { Extended: 1, Adapted: 2, Base: 4, All: 7 },
  true,
);
export const CONSOLE_COLORS = declareEnum(
  'System.ConsoleColor',
  sequence(
    'Black DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray Blue Green Cyan Red Magenta Yellow White',
  ),
);
export const ERROR_CATEGORIES = declareEnum(
  'System.Management.Automation.ErrorCategory',
  sequence(
    'NotSpecified OpenError CloseError DeviceError DeadlockDetected InvalidArgument InvalidData InvalidOperation InvalidResult InvalidType MetadataError NotImplemented NotInstalled ObjectNotFound OperationStopped OperationTimeout SyntaxError ParserError PermissionDenied ResourceBusy ResourceExists ResourceUnavailable ReadError WriteError FromStdErr SecurityError ProtocolError ConnectionError AuthenticationError LimitsExceeded QuotaExceeded NotEnabled',
  ),
);
export const SCOPED_OPTIONS = declareEnum(
  'System.Management.Automation.ScopedItemOptions',
  { None: 0, ReadOnly: 1, Constant: 2, Private: 4, AllScope: 8, Unspecified: 16 },
  true,
);
export const VISIBILITY = declareEnum('System.Management.Automation.SessionStateEntryVisibility', {
  Public: 0,
  Private: 1,
});
/** As a parameter's values, and as the enumeration. */
export const COMMAND_TYPE_VALUES = {
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
export const COMMAND_TYPES = declareEnum('System.Management.Automation.CommandTypes', COMMAND_TYPE_VALUES, true);
export const DAYS = declareEnum(
  'System.DayOfWeek',
  sequence('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
);

export const LANGUAGES = declareEnum('Microsoft.PowerShell.Commands.Language', sequence('CSharp'));
export const ASSEMBLY_TYPES = declareEnum(
  'Microsoft.PowerShell.Commands.OutputAssemblyType',
  sequence('Library ConsoleApplication WindowsApplication'),
);
export const CONFIG_SCOPES = declareEnum(
  'System.Management.Automation.Configuration.ConfigScope',
  sequence('AllUsers CurrentUser'),
);
export const BREAKPOINT_TYPES = declareEnum(
  'Microsoft.PowerShell.Commands.BreakpointType',
  sequence('Line Variable Command'),
);
export const HELP_SCOPES = declareEnum(
  'Microsoft.PowerShell.Commands.UpdateHelpScope',
  sequence('CurrentUser AllUsers'),
);
