/** New-PSSessionConfigurationFile, New-PSRoleCapabilityFile and Test-PSSessionConfigurationFile. cmdlets.md 15 */
import { readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { PSValue } from '../../../../protocol/objects/index.js';
import { newGuid } from '../../../../io/runtime/index.js';
import type { CommandRegistration, ParameterSpec } from '../../command-api.js';
import { toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { readSessionConfigurationFile } from '../../restricted/configuration-file.js';
import { ConfigurationFileError } from '../../restricted/configuration-values.js';
import { readTextBytes } from '../../restricted/role-capabilities.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, NOT_NULL, parameter, NOT_EMPTY } from '../support/command-spec.js';
import { existingFiles, targetFile } from '../support/files.js';
import { checkValues } from './checks.js';
import { configurationBytes, configurationText } from './file-text.js';
import { FILE_SETTINGS, type FileSetting } from './settings.js';

const CORE = 'Microsoft.PowerShell.Core' as const;
const SESSION_TYPES = { Empty: 0, RestrictedRemoteServer: 1, Default: 2 };
const LANGUAGE_MODES = { FullLanguage: 0, RestrictedLanguage: 1, NoLanguage: 2, ConstrainedLanguage: 3 };
const POLICIES = { Unrestricted: 0, RemoteSigned: 1, AllSigned: 2, Restricted: 3, Bypass: 4, Undefined: 5 };

/** The order in a role capability file is its own. */
const ROLE_ORDER =
  'GUID Author Description CompanyName Copyright ModulesToImport VisibleAliases VisibleCmdlets VisibleFunctions ' +
  'VisibleExternalCommands VisibleProviders ScriptsToProcess AliasDefinitions FunctionDefinitions VariableDefinitions ' +
  'EnvironmentVariables TypesToProcess FormatsToProcess AssembliesToLoad';
const ROLE_SETTINGS: readonly FileSetting[] = ROLE_ORDER.split(' ').flatMap((key) =>
  FILE_SETTINGS.filter((setting) => setting.key === key),
);

const about = (): ParameterSpec[] => [
  parameter('Path', 'String', 'M 0', { check: NOT_EMPTY }),
  parameter('Guid', 'Guid'),
  parameter('Author', 'String'),
  parameter('Description', 'String'),
  parameter('CompanyName', 'String'),
  parameter('Copyright', 'String'),
];
const capabilities = (): ParameterSpec[] => [
  parameter('ModulesToImport', 'Object[]'),
  parameter('VisibleAliases', 'String[]'),
  parameter('VisibleCmdlets', 'Object[]'),
  parameter('VisibleFunctions', 'Object[]'),
  parameter('VisibleExternalCommands', 'String[]'),
  parameter('VisibleProviders', 'String[]'),
  parameter('ScriptsToProcess', 'String[]'),
  parameter('AliasDefinitions', 'System.Collections.IDictionary[]'),
  parameter('FunctionDefinitions', 'System.Collections.IDictionary[]'),
  parameter('VariableDefinitions', 'Object'),
  parameter('EnvironmentVariables', 'System.Collections.IDictionary'),
  parameter('TypesToProcess', 'String[]'),
  parameter('FormatsToProcess', 'String[]'),
  parameter('AssembliesToLoad', 'String[]'),
];

function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
/** What the parameters say, and what a file has anyway. */
function valuesOf(context: EngineCommandContext, settings: readonly FileSetting[]): Map<string, PSValue> {
  const values = new Map<string, PSValue>();
  for (const { key } of settings) {
    const value = key === 'GUID' ? context.arg('Guid') : context.arg(key);
    if (value === undefined || value === null) continue;
    const isSwitch = key === 'RunAsVirtualAccount' || key === 'MountUserDrive';
    if (isSwitch && !context.flag(key)) continue;
    values.set(key, isSwitch ? true : value);
  }
  const author = values.get('Author') ?? ownName();
  values.set('Author', author);
  values.set('GUID', values.get('GUID') ?? newGuid());
  return values;
}
function write(
  context: EngineCommandContext,
  extension: string,
  settings: readonly FileSetting[],
  values: Map<string, PSValue>,
): void {
  const given = text(context, 'Path') ?? '';
  if (!given.toLowerCase().endsWith(extension)) {
    const role = extension === '.psrc';
    context.fail(
      `${role ? 'Role Capability file' : 'PSSession Configuration file'} path '${given}' is not valid. The path argument must resolve to a single file in the file system with a '${extension}' extension. Please fix the path specification and try again.`,
      {
        errorId: role ? 'InvalidRoleCapabilityFilePath' : 'InvalidPSSessionConfigurationFilePath',
        category: 'InvalidArgument',
        target: given,
        exceptionType: 'System.InvalidOperationException',
      },
    );
  }
  checkValues(context, values, given);
  const path = targetFile(context, given);
  try {
    writeFileSync(path, configurationBytes(configurationText(settings, values)));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const noFolder = error.code === 'ENOENT' || error.code === 'ENOTDIR';
    context.fail(
      noFolder
        ? `Could not find a part of the path '${path}'.`
        : error.code === 'EACCES' || error.code === 'EPERM'
          ? `Access to the path '${path}' is denied.`
          : `The file '${path}' cannot be written: ${error.message}`,
      {
        errorId: 'FileOpenFailure',
        category: 'OpenError',
        target: null,
        exceptionType: noFolder ? 'System.IO.DirectoryNotFoundException' : 'System.IO.IOException',
      },
    );
  }
}

const newSessionFile = defineCommand(
  'New-PSSessionConfigurationFile',
  { module: CORE, synopsis: 'Creates a file that defines a session configuration.' },
  [
    ...about(),
    parameter('SchemaVersion', 'Version', '', { check: NOT_NULL }),
    parameter('SessionType', 'Enum', '', {
      enumType: 'System.Management.Automation.Remoting.SessionType',
      enumValues: SESSION_TYPES,
    }),
    parameter('TranscriptDirectory', 'String'),
    flag('RunAsVirtualAccount'),
    parameter('RunAsVirtualAccountGroups', 'String[]'),
    flag('MountUserDrive'),
    parameter('UserDriveMaximumSize', 'Int64'),
    parameter('GroupManagedServiceAccount', 'String'),
    parameter('RoleDefinitions', 'System.Collections.IDictionary'),
    parameter('RequiredGroups', 'System.Collections.IDictionary'),
    parameter('LanguageMode', 'Enum', '', {
      enumType: 'System.Management.Automation.PSLanguageMode',
      enumValues: LANGUAGE_MODES,
    }),
    parameter('ExecutionPolicy', 'Enum', '', {
      enumType: 'Microsoft.PowerShell.ExecutionPolicy',
      enumValues: POLICIES,
    }),
    parameter('PowerShellVersion', 'Version'),
    ...capabilities(),
    flag('Full'),
  ],
  (context) => ({
    end(): void {
      const values = valuesOf(context, FILE_SETTINGS);
      const type = toText(values.get('SessionType') ?? 'Default');
      values.set('SessionType', type);
      values.set('SchemaVersion', values.get('SchemaVersion') ?? '2.0.0.0');
      const full = context.flag('Full');
      if (full) {
        values.set('CompanyName', values.get('CompanyName') ?? 'Unknown');
        values.set(
          'Copyright',
          values.get('Copyright') ?? `(c) ${toText(values.get('Author') ?? null)}. All rights reserved.`,
        );
        values.set('LanguageMode', values.get('LanguageMode') ?? (type === 'Default' ? 'FullLanguage' : 'NoLanguage'));
        values.set('ExecutionPolicy', values.get('ExecutionPolicy') ?? 'Restricted');
      }
      const settings = FILE_SETTINGS.filter(({ key, always }) => full || always === true || values.has(key));
      write(context, '.pssc', settings, values);
    },
  }),
);

const newRoleFile = defineCommand(
  'New-PSRoleCapabilityFile',
  {
    module: CORE,
    synopsis: 'Creates a file that defines a set of capabilities to be exposed through a session configuration.',
  },
  [...about(), ...capabilities()],
  (context) => ({
    end(): void {
      const values = valuesOf(context, ROLE_SETTINGS);
      values.set('CompanyName', values.get('CompanyName') ?? 'Unknown');
      values.set(
        'Copyright',
        values.get('Copyright') ?? `(c) ${toText(values.get('Author') ?? null)}. All rights reserved.`,
      );
      write(context, '.psrc', ROLE_SETTINGS, values);
    },
  }),
);

const testSessionFile = defineCommand(
  'Test-PSSessionConfigurationFile',
  { module: CORE, output: 'System.Boolean', synopsis: 'Verifies the keys and values in a session configuration file.' },
  [parameter('Path', 'String', 'M 0 P V', { check: NOT_NULL })],
  (context) => ({
    *process(): Steps<void> {
      for (const path of existingFiles(context, texts(context, 'Path') ?? [], false)) {
        if (!path.toLowerCase().endsWith('.pssc'))
          context.fail(
            `PSSession Configuration file path '${path}' is not valid. The path argument must resolve to a single file in the file system with a '.pssc' extension. Please fix the path specification and try again.`,
            {
              errorId: 'InvalidPSSessionConfigurationFilePath',
              category: 'InvalidArgument',
              target: path,
              exceptionType: 'System.InvalidOperationException',
            },
          );
        let valid = true;
        try {
          readSessionConfigurationFile(readTextBytes(readFileSync(path)), path);
        } catch (error) {
          if (!(error instanceof ConfigurationFileError)) throw error;
          valid = false;
          yield* settle(context.writeVerbose(error.message));
        }
        yield* settle(context.write(valid));
      }
    },
  }),
);

export const CONFIGURATION_FILE_COMMANDS: readonly CommandRegistration[] = [
  newSessionFile,
  newRoleFile,
  testSessionFile,
];
