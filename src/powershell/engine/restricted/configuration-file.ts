/**
 * `.pssc` and `.psrc` files as PowerShell has them: what a session configuration and a role capability say.
 * Sources: New-PSSessionConfigurationFile and New-PSRoleCapabilityFile of 7.6, and what its
 * CreateFromSessionConfigurationFile refuses (measured).
 */
import nodePath from 'node:path';
import { PSDictionary, PSScriptBlockText, type PSValue } from '../../../protocol/objects/index.js';
import { DEFAULT_USER_DRIVE_BYTES } from '../commands/transfer/user-drive.js';
import { toText } from '../conversion.js';
import { LANGUAGE_MODES, type LanguageMode } from '../runtime/language-mode.js';
import { ConfigurationFileError, ConfigurationTable, readConfigurationTable } from './configuration-values.js';

/** A command that a role may use; with parameters, only these. */
export interface VisibleCommand {
  readonly name: string;
  readonly parameters: readonly VisibleParameter[] | undefined;
}
export interface VisibleParameter {
  readonly name: string;
  readonly validateSet: readonly string[] | undefined;
  readonly validatePattern: string | undefined;
}
export interface FunctionDefinition {
  readonly name: string;
  readonly script: string;
}
export interface AliasDefinition {
  readonly name: string;
  readonly value: string;
}
export interface VariableDefinition {
  readonly name: string;
  /** A script block's text is run for the value when the session opens. */
  readonly value: PSValue | PSScriptBlockText;
}

/** What a role gives: a `.psrc` file, an inline role, or the part of a `.pssc` file that holds for everybody. */
export interface RoleCapability {
  readonly visibleAliases: readonly string[] | undefined;
  readonly visibleCmdlets: readonly VisibleCommand[] | undefined;
  readonly visibleFunctions: readonly VisibleCommand[] | undefined;
  readonly visibleExternalCommands: readonly string[] | undefined;
  readonly visibleProviders: readonly string[] | undefined;
  readonly modulesToImport: readonly string[];
  readonly scriptsToProcess: readonly string[];
  readonly functionDefinitions: readonly FunctionDefinition[];
  readonly aliasDefinitions: readonly AliasDefinition[];
  readonly variableDefinitions: readonly VariableDefinition[];
  readonly environmentVariables: ReadonlyMap<string, string>;
  readonly typesToProcess: readonly string[];
  readonly formatsToProcess: readonly string[];
}
export type SessionType = 'Default' | 'Empty' | 'RestrictedRemoteServer';
/** `@{ And = 'a', @{ Or = 'b', 'c' } }` */
export type RequiredGroups =
  | { readonly every: readonly (string | RequiredGroups)[] }
  | { readonly some: readonly (string | RequiredGroups)[] };
export interface RoleDefinition {
  /** An account or a group. */
  readonly principal: string;
  readonly capabilities: readonly string[];
  readonly capabilityFiles: readonly string[];
  readonly inline: RoleCapability;
}
export interface SessionConfigurationFile {
  readonly path: string;
  readonly schemaVersion: string | undefined;
  readonly guid: string | undefined;
  readonly author: string | undefined;
  readonly description: string | undefined;
  readonly companyName: string | undefined;
  readonly copyright: string | undefined;
  readonly sessionType: SessionType;
  /** Undefined: the type's own (FullLanguage for Default, NoLanguage for the others). */
  readonly languageMode: LanguageMode | undefined;
  readonly executionPolicy: string | undefined;
  readonly transcriptDirectory: string | undefined;
  /** Undefined: no drive `User:`. */
  readonly userDriveBytes: number | undefined;
  readonly requiredGroups: RequiredGroups | undefined;
  readonly roleDefinitions: readonly RoleDefinition[];
  readonly common: RoleCapability;
}

const spelled = (names: string): ReadonlyMap<string, string> =>
  new Map(names.split(' ').map((name) => [name.toLowerCase(), name]));
const ABOUT = 'GUID Author Description CompanyName Copyright';
const CAPABILITY =
  'ModulesToImport VisibleAliases VisibleCmdlets VisibleFunctions VisibleExternalCommands VisibleProviders ' +
  'ScriptsToProcess AliasDefinitions FunctionDefinitions VariableDefinitions EnvironmentVariables TypesToProcess ' +
  'FormatsToProcess AssembliesToLoad';
const ROLE_FILE_KEYS = spelled(`${ABOUT} ${CAPABILITY}`);
const INLINE_ROLE_KEYS = spelled(`RoleCapabilities RoleCapabilityFiles ${CAPABILITY}`);
const SESSION_FILE_KEYS = spelled(
  `SchemaVersion ${ABOUT} SessionType TranscriptDirectory RunAsVirtualAccount RunAsVirtualAccountGroups MountUserDrive ` +
    `UserDriveMaximumSize EnforceInputParameterValidation GroupManagedServiceAccount RoleDefinitions RequiredGroups LanguageMode ExecutionPolicy ` +
    `PowerShellVersion ${CAPABILITY}`,
);
const SESSION_TYPES = ['Default', 'Empty', 'RestrictedRemoteServer'] as const;
const POLICIES = ['Unrestricted', 'RemoteSigned', 'AllSigned', 'Restricted', 'Bypass', 'Undefined', 'Default'] as const;
/** What needs Windows, and what it would do there. */
const WINDOWS_ONLY: ReadonlyMap<string, string> = new Map([
  ['RunAsVirtualAccount', 'runs the session as a virtual account'],
  ['RunAsVirtualAccountGroups', 'puts a virtual account into groups'],
  ['GroupManagedServiceAccount', 'runs the session as a group managed service account'],
]);

/**
 * @param path absolute; relative names in the file are seen from its folder.
 * @throws {ConfigurationFileError} the file is wrong, or asks for what only Windows has.
 */
export function readSessionConfigurationFile(text: string, path: string): SessionConfigurationFile {
  const table = readConfigurationTable(text, path, SESSION_FILE_KEYS);
  for (const [key, what] of WINDOWS_ONLY) {
    const value = table.get(key) ?? false;
    if (value === false || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    throw new ConfigurationFileError(
      'NotSupportedOnThisPlatform',
      `The member '${key}' of the file ${path} ${what}, which exists on Windows only. Remove it; the endpoint's configuration can run sessions as the caller instead ("runAs": "caller").`,
    );
  }
  return {
    path,
    schemaVersion: table.text('SchemaVersion'),
    guid: table.text('GUID'),
    author: table.text('Author'),
    description: table.text('Description'),
    companyName: table.text('CompanyName'),
    copyright: table.text('Copyright'),
    sessionType: table.choice('SessionType', SESSION_TYPES) ?? 'Default',
    languageMode: table.choice('LanguageMode', LANGUAGE_MODES),
    executionPolicy: table.choice('ExecutionPolicy', POLICIES),
    transcriptDirectory: table.text('TranscriptDirectory'),
    userDriveBytes: table.flag('MountUserDrive')
      ? table.number('UserDriveMaximumSize') || DEFAULT_USER_DRIVE_BYTES
      : undefined,
    requiredGroups: requiredGroups(table),
    roleDefinitions: roleDefinitions(table),
    common: capability(table),
  };
}
/** @throws {ConfigurationFileError} the file is wrong. */
export function readRoleCapabilityFile(text: string, path: string): RoleCapability {
  return capability(readConfigurationTable(text, path, ROLE_FILE_KEYS));
}

function capability(table: ConfigurationTable): RoleCapability {
  const folder = nodePath.dirname(table.path);
  const files = (key: string): string[] => (table.texts(key) ?? []).map((file) => nodePath.resolve(folder, file));
  for (const name of table.texts('AssembliesToLoad') ?? [])
    if (!/^System(?:\.|,|$)/i.test(name))
      throw new ConfigurationFileError(
        'AssemblyNotFound',
        `The assembly '${name}' of ${table.path} cannot be loaded: this engine runs without .NET and has only types of .NET's own assemblies.`,
      );
  return {
    visibleAliases: table.texts('VisibleAliases'),
    visibleCmdlets: visibleCommands(table, 'VisibleCmdlets'),
    visibleFunctions: visibleCommands(table, 'VisibleFunctions'),
    visibleExternalCommands: table.texts('VisibleExternalCommands'),
    visibleProviders: table.texts('VisibleProviders'),
    modulesToImport: modules(table),
    scriptsToProcess: files('ScriptsToProcess'),
    functionDefinitions: (table.tables('FunctionDefinitions') ?? []).map((one) => ({
      name: toText(one.required('FunctionDefinitions', 'Name')),
      script: scriptText(one.required('FunctionDefinitions', 'ScriptBlock')),
    })),
    aliasDefinitions: (table.tables('AliasDefinitions') ?? []).map((one) => ({
      name: toText(one.required('AliasDefinitions', 'Name')),
      value: toText(one.required('AliasDefinitions', 'Value')),
    })),
    variableDefinitions: (table.tables('VariableDefinitions') ?? []).map((one) => ({
      name: toText(one.required('VariableDefinitions', 'Name')),
      value: one.required('VariableDefinitions', 'Value'),
    })),
    environmentVariables: environment(table),
    typesToProcess: files('TypesToProcess'),
    formatsToProcess: files('FormatsToProcess'),
  };
}
const scriptText = (value: PSValue): string => (value instanceof PSScriptBlockText ? value.text : toText(value));

function environment(table: ConfigurationTable): ReadonlyMap<string, string> {
  const given = table.table('EnvironmentVariables');
  return new Map((given?.names() ?? []).map((name) => [name, toText(given?.get(name) ?? null)]));
}
function modules(table: ConfigurationTable): readonly string[] {
  return (table.list('ModulesToImport') ?? []).map((item) => {
    if (typeof item === 'string') return item;
    const name = item instanceof PSDictionary ? item.getEntry('ModuleName') : undefined;
    if (typeof name === 'string') return name;
    throw new ConfigurationFileError(
      'InvalidModulesToImportKeyEntries',
      "The member 'ModulesToImport' must be an array consisting of either string or hashtable elements.",
    );
  });
}
function visibleCommands(table: ConfigurationTable, member: string): readonly VisibleCommand[] | undefined {
  return table.list(member)?.map((item) => {
    if (typeof item === 'string') return { name: item, parameters: undefined };
    if (!(item instanceof PSDictionary))
      throw new ConfigurationFileError(
        `Invalid${member}KeyEntries`,
        `The member '${member}' must be an array consisting of either string or hashtable elements.`,
      );
    return visibleCommand(item, table.path);
  });
}
function visibleCommand(item: PSDictionary, path: string): VisibleCommand {
  const name = toText(item.getEntry('Name') ?? null);
  const wrong = (): ConfigurationFileError =>
    new ConfigurationFileError(
      'InvalidVisibleCommandKeyEntries',
      `Could not parse visible command definition for '${name}'. The visible command definition must be a hashtable with the keys of 'Name' and 'Parameters'. The value of the 'Parameters' key must be a collection of hashtables with the keys 'Name', and optionally either 'ValidateSet' or 'ValidatePattern'.`,
    );
  const list = new ConfigurationTable(item, path).list('Parameters');
  const known = item.keys.every((key) => /^(?:name|parameters)$/i.test(toText(key)));
  if (name === '' || list === undefined || !known) throw wrong();
  return {
    name,
    parameters: list.map((one) => {
      if (!(one instanceof PSDictionary)) throw wrong();
      const parameter = new ConfigurationTable(one, path);
      const own = parameter.get('Name');
      const pattern = parameter.get('ValidatePattern');
      if (typeof own !== 'string' || own === '') throw wrong();
      if (!parameter.names().every((key) => /^(?:name|validateset|validatepattern)$/i.test(key))) throw wrong();
      return {
        name: own,
        validateSet: parameter.list('ValidateSet')?.map((value) => toText(value)),
        validatePattern: pattern === undefined || pattern === null ? undefined : toText(pattern),
      };
    }),
  };
}

function roleDefinitions(table: ConfigurationTable): readonly RoleDefinition[] {
  const given = table.table('RoleDefinitions');
  return (given?.names() ?? []).map((principal) => {
    const role = given?.get(principal);
    if (!(role instanceof PSDictionary))
      throw new ConfigurationFileError(
        'InvalidRoleEntryNotHashtable',
        `Could not convert the value of the '${principal}' role entry to a hashtable. The 'Roles' entry must be a hashtable with group names for keys, where the value associated with each key is another hashtable of session configuration properties for that role.`,
      );
    const inline = new ConfigurationTable(role, table.path);
    for (const key of inline.names())
      if (!INLINE_ROLE_KEYS.has(key.toLowerCase()))
        throw new ConfigurationFileError(
          'InvalidRoleCapabilityKey',
          `Invalid role capability key: ${key}. Make sure the role capability name is spelled correctly and is a valid session configuration property.`,
        );
    const folder = nodePath.dirname(table.path);
    return {
      principal,
      capabilities: inline.texts('RoleCapabilities') ?? [],
      capabilityFiles: (inline.texts('RoleCapabilityFiles') ?? []).map((file) => nodePath.resolve(folder, file)),
      inline: capability(inline),
    };
  });
}

function requiredGroups(table: ConfigurationTable): RequiredGroups | undefined {
  const value = table.get('RequiredGroups');
  if (value === undefined || value === null) return undefined;
  return groupRule(value, table.path);
}
function groupRule(value: PSValue, path: string): RequiredGroups {
  const wrong = (): ConfigurationFileError =>
    new ConfigurationFileError(
      'InvalidRequiredGroups',
      `The member 'RequiredGroups' of the file ${path} must be a hashtable with one key, 'And' or 'Or', whose values are group names and hashtables of the same form.`,
    );
  if (!(value instanceof PSDictionary) || value.keys.length !== 1) throw wrong();
  const table = new ConfigurationTable(value, path);
  const [key = ''] = table.names();
  const items = (table.list(key) ?? []).map((item) => (typeof item === 'string' ? item : groupRule(item, path)));
  if (/^and$/i.test(key)) return { every: items };
  if (/^or$/i.test(key)) return { some: items };
  throw wrong();
}
/** Whether somebody of these groups is let in. */
export function meetsGroups(rule: RequiredGroups, isMember: (group: string) => boolean): boolean {
  const meets = (item: string | RequiredGroups): boolean =>
    typeof item === 'string' ? isMember(item) : meetsGroups(item, isMember);
  return 'every' in rule ? rule.every.every(meets) : rule.some.some(meets);
}
