/** Get-, Register-, Set-, Unregister-, Enable- and Disable-PSSessionConfiguration. cmdlets.md 15 */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { WildcardPattern } from '../../../client/session/index.js';
import { PSSessionError } from '../../../protocol/errors/index.js';
import { PropertyBag, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import {
  ConfigurationFileError,
  ErrorRecordObject,
  ExceptionObject,
  exceptionType,
  readSessionConfigurationFile,
  readTextBytes,
  settle,
  toText,
  unwrap,
  type CommandRegistration,
  type EngineCommandContext,
  type Steps,
} from '../../engine/index.js';
import {
  DISABLE_CONFIGURATION,
  ENABLE_CONFIGURATION,
  GET_CONFIGURATION,
  REGISTER_CONFIGURATION,
  SET_CONFIGURATION,
  UNREGISTER_CONFIGURATION,
} from '../configuration-family.js';
import type { CommandDefinition } from '../definition.js';
import {
  changeConfigurations,
  DEFAULT_NAME,
  defaultConfigurationFile,
  readConfigurations,
  type StoredConfiguration,
} from './configuration-file.js';
import { terminating } from './errors.js';
import type { Family } from './family-context.js';
import { TransportOption } from './option-types.js';
import { register } from './register.js';
import { shouldProcess } from './session-commands.js';
import { held, itemsOf, parameterValue } from './values.js';

const fileOf = (family: Family): string => family.configurationFile ?? defaultConfigurationFile();

export function configurationCommands(family: Family): readonly CommandRegistration[] {
  return [
    get(family),
    write(family, REGISTER_CONFIGURATION),
    write(family, SET_CONFIGURATION),
    unregister(family),
    enable(family, ENABLE_CONFIGURATION, true),
    enable(family, DISABLE_CONFIGURATION, false),
  ];
}

/** Errors of the file end the command, with its class in their id. */
function* guarded<T>(definition: CommandDefinition, work: Promise<T>): Steps<T> {
  try {
    return yield* settle(work);
  } catch (error) {
    throw terminating(error, definition.name, definition.className);
  }
}

// ------------------------------------------------------------------ Get

const get = (family: Family): CommandRegistration =>
  register(GET_CONFIGURATION, (context) => ({
    *process(): Steps<void> {
      const all = yield* guarded(GET_CONFIGURATION, readConfigurations(fileOf(family)));
      const patterns = context.isBound('Name')
        ? itemsOf(context.arg('Name') ?? null).map((item) => toText(item))
        : ['*'];
      for (const pattern of patterns) {
        const matches = matching(all, pattern);
        if (matches.length === 0 && !WildcardPattern.containsWildcards(pattern)) {
          yield* settle(context.services.writeOwnRecord(context, noneMatches(GET_CONFIGURATION, pattern)));
        }
        for (const [name, stored] of matches) yield* settle(context.write(configurationObject(name, stored)));
      }
    },
  }));

/** Configurations by a pattern for their names. */
export function matching(
  all: ReadonlyMap<string, StoredConfiguration>,
  pattern: string,
): (readonly [string, StoredConfiguration])[] {
  const matcher = new WildcardPattern(pattern);
  return [...all].filter(([name]) => matcher.isMatch(name));
}

function noneMatches(definition: CommandDefinition, pattern: string): ErrorRecordObject {
  const record = new ErrorRecordObject(
    new ExceptionObject(
      exceptionType('Microsoft.PowerShell.Commands.WriteErrorException'),
      `No session configuration matches '${pattern}'. Get-PSSessionConfiguration lists those there are.`,
    ),
    'Microsoft.PowerShell.Commands.WriteErrorException',
    'NotSpecified',
    pattern,
  );
  record.activity = definition.name;
  record.commandName = definition.name;
  return record;
}

const TYPE_NAMES = [
  'Microsoft.PowerShell.Commands.PSSessionConfigurationCommands#PSSessionConfiguration',
  'System.Management.Automation.PSCustomObject',
  'System.Object',
];

/** Who may use it, in the words of an access list. Administrators of the endpoint always may. */
export function permissionText(stored: StoredConfiguration): string {
  const names = [...textsOf(stored['allowedUsers']), ...textsOf(stored['allowedGroups'])];
  return ['Administrators', ...(names.length === 0 ? ['Everyone'] : names)]
    .map((name) => `${name} AccessAllowed`)
    .join(', ');
}
const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** What a session configuration file says of itself, as PowerShell lists it. A file that cannot be read is only named. */
function fileNotes(file: unknown): Record<string, PSValue> {
  if (typeof file !== 'string') return {};
  const notes: Record<string, PSValue> = { ConfigFilePath: file };
  try {
    const read = readSessionConfigurationFile(readTextBytes(readFileSync(file)), file);
    const said = {
      SchemaVersion: read.schemaVersion,
      Guid: read.guid,
      Author: read.author,
      Description: read.description,
      CompanyName: read.companyName,
      Copyright: read.copyright,
      SessionType: read.sessionType,
      LanguageMode: read.languageMode,
      ExecutionPolicy: read.executionPolicy,
      TranscriptDirectory: read.transcriptDirectory,
    };
    for (const [name, value] of Object.entries(said)) if (value !== undefined) notes[name] = value;
    if (read.roleDefinitions.length > 0) notes['RoleDefinitions'] = read.roleDefinitions.map((role) => role.principal);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  return notes;
}

/** As Get-PSSessionConfiguration gives it: note properties of what is set, and no others. */
export function configurationObject(name: string, stored: StoredConfiguration): PSObject {
  const runspace = stored['runspace'];
  const command =
    typeof runspace === 'object' && runspace !== null && 'command' in runspace ? textsOf(runspace.command) : [];
  const quotas = stored['quotas'];
  const notes: Record<string, PSValue> = {
    Name: name,
    PSVersion: command.length === 0 ? '7.6' : '',
    ...fileNotes(stored['configurationFile']),
    ...(typeof stored['startupScript'] === 'string' ? { StartupScript: stored['startupScript'] } : {}),
    RunAsUser: '',
    Permission: permissionText(stored),
    Enabled: stored['enabled'] !== false,
    ResourceUri: `http://schemas.microsoft.com/powershell/${name}`,
    Runspace: command.length === 0 ? 'embedded' : command.join(' '),
    ...(typeof stored['outputBufferingMode'] === 'string'
      ? { OutputBufferingMode: stored['outputBufferingMode'] }
      : {}),
    ...(typeof quotas === 'object' && quotas !== null
      ? Object.fromEntries(
          Object.entries(quotas).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
        )
      : {}),
  };
  if (command.length > 0) delete notes['PSVersion'];
  return new PSObject({ typeNames: TYPE_NAMES, extended: PropertyBag.of(notes) });
}

// ------------------------------------------------------------------ Register, Set

/** Parameters that have no meaning for an endpoint of ours, with what to use instead. */
const IMPOSSIBLE: Readonly<Record<string, string>> = {
  AssemblyName: 'Assemblies cannot be loaded.',
  ProcessorArchitecture: 'The endpoint has one architecture.',
  SessionType: 'Use -Path with a session configuration file.',
  RunAsCredential: 'Sessions run as the account of the endpoint.',
  ThreadApartmentState: 'There are no apartments here.',
  ThreadOptions: 'Threads cannot be chosen.',
  UseSharedProcess: 'The endpoint decides that itself.',
  MaximumReceivedDataSizePerCommandMB: 'MaxEnvelopeSizekb of the endpoint limits requests.',
  MaximumReceivedObjectSizeMB: 'MaxEnvelopeSizekb of the endpoint limits requests.',
  SecurityDescriptorSddl: 'Use -AllowedUser and -AllowedGroup.',
  ShowSecurityDescriptorUI: 'Use -AllowedUser and -AllowedGroup.',
  PSVersion: 'Use -RunspaceCommand with the program of that version.',
  SessionTypeOption: 'Use -TransportOption.',
};

function refuseImpossible(context: EngineCommandContext): void {
  for (const [name, instead] of Object.entries(IMPOSSIBLE)) {
    if (context.isBound(name))
      context.fail(`-${name} is not possible for the endpoint of this program. ${instead}`, {
        errorId: 'NotSupported',
        category: 'NotImplemented',
        exceptionType: 'System.Management.Automation.PSNotSupportedException',
      });
  }
}

/** The options of New-PSTransportOption as quotas of the file. */
const QUOTAS: Readonly<Record<string, readonly [name: string, factor: number]>> = {
  IdleTimeoutSec: ['IdleTimeoutms', 1000],
  MaxIdleTimeoutSec: ['MaxIdleTimeoutms', 1000],
  MaxSessions: ['MaxShells', 1],
  MaxSessionsPerUser: ['MaxShellsPerUser', 1],
  MaxConcurrentCommandsPerSession: ['MaxConcurrentCommandsPerShell', 1],
  MaxProcessesPerSession: ['MaxProcessesPerShell', 1],
  MaxMemoryPerSessionMB: ['MaxMemoryPerShellMB', 1],
  MaxConcurrentUsers: ['MaxConcurrentUsers', 1],
};

const write = (family: Family, definition: CommandDefinition): CommandRegistration =>
  register(definition, (context) => ({
    *process(): Steps<void> {
      refuseImpossible(context);
      const name = toText(context.arg('Name') ?? null);
      const registering = definition === REGISTER_CONFIGURATION;
      if (!/^[\p{L}\p{N}_][\p{L}\p{N}._-]{0,127}$/u.test(name))
        context.fail(`'${name}' is no name of a session configuration: letters, digits and . _ -, at most 128.`, {
          errorId: 'Argument',
          category: 'InvalidArgument',
          target: name,
          exceptionType: 'System.Management.Automation.PSArgumentException',
        });
      const changes = yield* changesOf(context, definition);
      const verb = registering ? 'Register-PSSessionConfiguration' : 'Set-PSSessionConfiguration';
      if (!(yield* settle(shouldProcess(context)(`Name: ${name}`, verb)))) return;
      const file = fileOf(family);
      yield* guarded(
        definition,
        changeConfigurations(file, (all) => {
          const known = [...all.keys()].find((one) => one.toLowerCase() === name.toLowerCase());
          if (registering && known !== undefined)
            throw invalid(`There is a session configuration '${known}' already.`, name);
          if (!registering && known === undefined) throw invalid(`There is no session configuration '${name}'.`, name);
          const stored: StoredConfiguration = { ...all.get(known ?? name) };
          apply(stored, changes);
          all.set(known ?? name, stored);
        }),
      );
      if (registering) yield* settle(context.write(containerElement(name)));
      yield* tellRestart(context);
    },
  }));

const invalid = (text: string, target: string): PSSessionError =>
  new PSSessionError(text, { errorId: 'InvalidOperation', category: 'InvalidOperation', targetObject: target });

/** What the parameters say; undefined takes a value away. */
type Changes = Map<string, unknown>;

function* changesOf(context: EngineCommandContext, definition: CommandDefinition): Steps<Changes> {
  const changes: Changes = new Map();
  const texts = (name: string): string[] =>
    itemsOf(context.arg(name) ?? null)
      .filter((item) => item !== null && item !== '')
      .map((item) => toText(item));
  if (context.isBound('AccessMode'))
    changes.set('enabled', parameterValue('Enum', context.arg('AccessMode') ?? null) !== 'Disabled');
  if (context.isBound('AllowedUser')) changes.set('allowedUsers', texts('AllowedUser'));
  if (context.isBound('AllowedGroup')) changes.set('allowedGroups', texts('AllowedGroup'));
  if (context.isBound('RunspaceCommand')) {
    const command = texts('RunspaceCommand');
    changes.set('runspace', command.length === 0 ? { kind: 'embedded' } : { kind: 'command', command });
  }
  if (context.isBound('Path')) changes.set('configurationFile', configurationFile(context));
  const parts: string[] = [];
  for (const module of context.isBound('ModulesToImport') ? texts('ModulesToImport') : [])
    parts.push(`Import-Module '${module.replaceAll("'", "''")}'`);
  if (context.isBound('StartupScript')) {
    const file = toText(context.arg('StartupScript') ?? null);
    if (file !== '') parts.push(yield* scriptText(context, definition, file));
  }
  if (context.isBound('StartupScript') || context.isBound('ModulesToImport'))
    changes.set('startupScript', parts.length === 0 ? undefined : parts.join('\n'));
  const option = held(unwrap(context.arg('TransportOption') ?? null), TransportOption);
  if (option !== undefined) {
    const quotas: Record<string, number> = {};
    for (const [name, value] of option.values) {
      const quota = QUOTAS[name];
      if (quota !== undefined && typeof value === 'number') quotas[quota[0]] = value * quota[1];
      else if (name === 'OutputBufferingMode') {
        const mode = parameterValue('Enum', value);
        changes.set('outputBufferingMode', mode === 'None' ? undefined : mode);
      } else if (name === 'ProcessIdleTimeoutSec' && value !== null && value !== 0)
        context.fail('ProcessIdleTimeoutSec needs a shared process, which the endpoint of this program has not.', {
          errorId: 'Argument',
          category: 'InvalidArgument',
          exceptionType: 'System.Management.Automation.PSArgumentException',
        });
    }
    changes.set('quotas', quotas);
  }
  return changes;
}

/** A `.pssc` file, which is read here so that what is wrong with it is said now. */
function configurationFile(context: EngineCommandContext): string {
  const given = toText(context.arg('Path') ?? null);
  const full = path.resolve(context.services.location.path, given);
  const invalidPath = (): never =>
    context.fail(
      `PSSession Configuration file path '${given}' is not valid. The path argument must resolve to a single file in the file system with a '.pssc' extension. Please fix the path specification and try again.`,
      {
        errorId: 'InvalidPSSessionConfigurationFilePath',
        category: 'InvalidArgument',
        target: given,
        exceptionType: 'System.InvalidOperationException',
      },
    );
  if (!/\.pssc$/i.test(full)) return invalidPath();
  try {
    readSessionConfigurationFile(readTextBytes(readFileSync(full)), full);
  } catch (error) {
    if (error instanceof ConfigurationFileError)
      return context.fail(error.message, {
        errorId: 'InvalidPSSessionConfigurationFile',
        category: 'InvalidArgument',
        target: full,
        exceptionType: 'System.InvalidOperationException',
      });
    return invalidPath();
  }
  return full;
}

/** The text of the file: the endpoint keeps the script itself, so that the file may go. */
function* scriptText(context: EngineCommandContext, definition: CommandDefinition, file: string): Steps<string> {
  const full = path.resolve(context.services.location.path, file);
  try {
    return (yield* settle(readFile(full, 'utf8'))).replace(/^\uFEFF/, '');
  } catch (cause) {
    throw terminating(
      new PSSessionError(`The start-up script '${full}' cannot be read.`, {
        errorId: 'PathNotFound',
        category: 'ObjectNotFound',
        targetObject: file,
        cause,
      }),
      definition.name,
      definition.className,
    );
  }
}

function apply(stored: StoredConfiguration, changes: Changes): void {
  for (const [key, value] of changes) {
    if (key === 'quotas') stored[key] = { ...(stored[key] as object | undefined), ...(value as object) };
    else if (value === undefined || (Array.isArray(value) && value.length === 0)) delete stored[key];
    else stored[key] = value;
  }
}

const containerElement = (name: string): PSObject =>
  new PSObject({
    typeNames: ['Microsoft.WSMan.Management.WSManConfigContainerElement', 'System.Object'],
    toStringText: name,
    adapted: PropertyBag.of({ Type: 'Container', Keys: [`Name=${name}`], Name: name }),
  });

function* tellRestart(context: EngineCommandContext): Steps<void> {
  if (context.flag('NoServiceRestart') || context.flag('Force')) return;
  yield* settle(
    context.writeWarning('An endpoint that is running takes the change up when it is started again (pssession serve).'),
  );
}

// ------------------------------------------------------------------ Unregister, Enable, Disable

const unregister = (family: Family): CommandRegistration =>
  register(UNREGISTER_CONFIGURATION, (context) => ({
    *process(): Steps<void> {
      const pattern = toText(context.arg('Name') ?? null);
      yield* eachMatch(family, context, UNREGISTER_CONFIGURATION, [pattern], (all, name) => void all.delete(name));
    },
  }));

const enable = (family: Family, definition: CommandDefinition, enabled: boolean): CommandRegistration =>
  register(definition, (context) => ({
    *process(): Steps<void> {
      if (context.isBound('SecurityDescriptorSddl')) refuseImpossible(context);
      const names = context.isBound('Name')
        ? itemsOf(context.arg('Name') ?? null).map((item) => toText(item))
        : [DEFAULT_NAME];
      yield* eachMatch(family, context, definition, names, (all, name) => {
        all.set(name, { ...all.get(name), enabled });
      });
      if (!enabled)
        yield* settle(
          context.writeWarning(
            'Disabling a session configuration ends no session that is there, and stops no listener: the endpoint goes on with its other configurations.',
          ),
        );
    },
  }));

function* eachMatch(
  family: Family,
  context: EngineCommandContext,
  definition: CommandDefinition,
  patterns: readonly string[],
  change: (all: Map<string, StoredConfiguration>, name: string) => void,
): Steps<void> {
  const file = fileOf(family);
  const all = yield* guarded(definition, readConfigurations(file));
  const ask = shouldProcess(context);
  let changed = false;
  for (const pattern of patterns) {
    const matches = matching(all, pattern);
    if (matches.length === 0 && !WildcardPattern.containsWildcards(pattern)) {
      yield* settle(context.services.writeOwnRecord(context, noneMatches(definition, pattern)));
    }
    for (const [name] of matches) {
      if (!(yield* settle(ask(`Name: ${name}`, definition.name)))) continue;
      yield* guarded(
        definition,
        changeConfigurations(file, (current) => change(current, name)),
      );
      changed = true;
    }
  }
  if (changed) yield* tellRestart(context);
}
