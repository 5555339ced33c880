/** Import- and Export-PSSession. */
import { access, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { invokeCommand, PSSession, takesNoScripts, type WSManConnectionInfo } from '../../../client/session/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import {
  moduleSpec,
  settle,
  toText,
  type CommandRegistration,
  type EngineCommandContext,
  type Steps,
} from '../../engine/index.js';
import type { CommandDefinition } from '../definition.js';
import { EXPORT_PSSESSION, IMPORT_PSSESSION } from '../implicit-family.js';
import { terminating } from './errors.js';
import { commonOptions, type Family } from './family-context.js';
import {
  describedByMetadata,
  DESCRIBE_COMMANDS,
  prefixed,
  proxyFunction,
  readDescription,
  type RemoteCommand,
} from './proxy-functions.js';
import { register } from './register.js';
import { sessionObject } from './session-types.js';
import { held, itemsOf, parameterValue } from './values.js';
import { makeFolders } from '../../../io/runtime/index.js';

const INVALID_RUNSPACE = 'System.Management.Automation.Runspaces.InvalidRunspaceStateException';

export function implicitCommands(family: Family): readonly CommandRegistration[] {
  return [
    register(IMPORT_PSSESSION, (context) => ({
      *process(): Steps<void> {
        yield* importSession(family, context);
      },
    })),
    register(EXPORT_PSSESSION, (context) => ({
      *process(): Steps<void> {
        yield* exportSession(family, context);
      },
    })),
  ];
}

const texts = (context: EngineCommandContext, name: string): string[] =>
  context.isBound(name) ? itemsOf(context.arg(name) ?? null).map((item) => toText(item)) : [];

interface Chosen {
  readonly session: PSSession;
  readonly functions: readonly { readonly name: string; readonly command: RemoteCommand }[];
  readonly aliases: readonly { readonly name: string; readonly definition: string }[];
}

/** The commands of the other session that are wanted and do not hide one of ours. */
function* choose(family: Family, context: EngineCommandContext, definition: CommandDefinition): Steps<Chosen> {
  if (context.isBound('Certificate'))
    context.fail(`${definition.name} signs nothing; -Certificate is not possible.`, {
      errorId: 'NotSupported',
      category: 'NotImplemented',
      exceptionType: 'System.Management.Automation.PSNotSupportedException',
    });
  const modules = [
    ...texts(context, 'Module'),
    ...itemsOf(context.arg('FullyQualifiedModule') ?? null).map((item) => moduleSpec(item).name),
  ];
  const session = held(context.arg('Session') ?? null, PSSession);
  if (session === undefined) throw new Error('the binder let through what is no session');
  if (session.state !== 'Opened')
    context.fail('The runspace state is not valid for this operation.', {
      errorId: INVALID_RUNSPACE,
      category: 'NotSpecified',
      exceptionType: INVALID_RUNSPACE,
    });
  const names = texts(context, 'CommandName');
  const type = context.isBound('CommandType') ? parameterValue('Enum', context.arg('CommandType') ?? null) : 'All';
  let lines: readonly PSValue[];
  try {
    lines = yield* settle(
      invokeCommand({
        ...commonOptions(family, context),
        session,
        scriptBlock: DESCRIBE_COMMANDS,
        argumentList: [names.length === 0 ? ['*'] : names, String(type), modules],
      }).all(),
    );
  } catch (error) {
    throw terminating(error, definition.name, definition.className);
  }
  const described = readDescription(lines);
  const { aliases } = described;
  let { commands } = described;
  if (commands.length === 0 && takesNoScripts(session.runspace))
    commands = describedByMetadata(
      yield* settle(session.runspace.getCommandMetadata(names.length === 0 ? ['*'] : names, context.signal)),
    );
  const prefix =
    definition === IMPORT_PSSESSION && context.isBound('Prefix') ? toText(context.arg('Prefix') ?? null) : '';
  const functions: { readonly name: string; readonly command: RemoteCommand }[] = [];
  const skipped: string[] = [];
  for (const command of commands) {
    const name = prefixed(command.name, prefix);
    const taken =
      !context.flag('AllowClobber') &&
      (yield* settle(context.services.commands(name, ['Cmdlet', 'Function', 'Alias']))).length > 0;
    if (taken) skipped.push(name);
    else functions.push({ name, command });
  }
  if (skipped.length > 0)
    yield* settle(
      context.writeWarning(
        `Proxy creation has been skipped for the following command: '${skipped.join(', ')}', because it would shadow an existing local command.  Use the AllowClobber parameter if you want to shadow existing local commands.`,
      ),
    );
  if (functions.length === 0)
    context.fail(
      commands.length === 0
        ? 'Running the Get-Command command in a remote session returned no results.'
        : 'No command proxies have been created, because all of the requested remote commands would shadow existing local commands.  Use the AllowClobber parameter if you want to shadow existing local commands.',
      {
        errorId: commands.length === 0 ? 'ErrorNoResultsFromRemoteEnd' : 'ErrorNoCommandsImportedBecauseOfSkipping',
        category: 'InvalidResult',
        exceptionType: 'System.ArgumentException',
      },
    );
  const known = new Set(functions.map(({ command }) => command.name.toLowerCase()));
  return {
    session,
    functions,
    aliases: aliases
      .filter(({ definition: meant }) => known.has(meant.toLowerCase()))
      .map(({ name, definition: meant }) => ({ name: prefixed(name, prefix), definition: prefixed(meant, prefix) })),
  };
}

function moduleText({ functions, aliases }: Chosen, session: string): string {
  return [
    ...functions.map(({ name, command }) => proxyFunction(command, name, session)),
    ...aliases.map(({ name, definition }) => `Set-Alias -Name ${name} -Value ${definition}`),
    `Export-ModuleMember -Function ${functions.map(({ name }) => name).join(', ')}${aliases.length === 0 ? '' : ` -Alias ${aliases.map(({ name }) => name).join(', ')}`}`,
  ].join('\n');
}

/** The session that was imported: taken up where it was left, made again where it is gone. */
const SESSION_OF_THE_MODULE = String.raw`
function Get-PSImplicitRemotingSession($command) {
  if ("$($script:proxySession.State)" -eq 'Disconnected') {
    $null = Microsoft.PowerShell.Core\Connect-PSSession -Session $script:proxySession -ErrorAction SilentlyContinue
  }
  if ("$($script:proxySession.State)" -ne 'Opened') {
    Microsoft.PowerShell.Utility\Write-Host "Creating a new session for implicit remoting of ""$command"" command..."
    $made = Microsoft.PowerShell.Core\New-PSSession -Session $script:proxySession
    if ($null -eq $made) { throw 'No session has been associated with this implicit remoting module.' }
    $script:proxySession = $made
  }
  $script:proxySession
}`;

function* importSession(family: Family, context: EngineCommandContext): Steps<void> {
  const chosen = yield* choose(family, context, IMPORT_PSSESSION);
  const text = `param($proxySession)
$script:proxySession = $proxySession
${SESSION_OF_THE_MODULE}
${moduleText(chosen, "(Get-PSImplicitRemotingSession '$NAME')")}`;
  const { services } = context;
  const [module] = yield* settle(
    services.call(
      'New-Module',
      {
        Name: `tmp_${chosen.session.instanceId.slice(0, 8)}`,
        ScriptBlock: services.parse(text),
        ArgumentList: [sessionObject(chosen.session)],
      },
      [],
    ),
  );
  if (module === undefined) return;
  yield* settle(
    services.call(
      'Import-Module',
      { ModuleInfo: [module], Global: true, DisableNameChecking: context.flag('DisableNameChecking') },
      [],
    ),
  );
  yield* settle(context.write(module));
}

// ------------------------------------------------------------------ Export

function* exportSession(family: Family, context: EngineCommandContext): Steps<void> {
  const folder = path.resolve(context.services.location.path, toText(context.arg('OutputModule') ?? null));
  const name = path.basename(folder);
  const script = path.join(folder, `${name}.psm1`);
  if (!context.flag('Force') && (yield* settle(exists(script))))
    context.fail(
      `The directory '${folder}' already exists.  Use the -Force parameter if you want to overwrite the directory and files within the directory.`,
      {
        errorId: 'ExportProxyCommand_OutputDirectoryExists',
        category: 'ResourceExists',
        target: folder,
        exceptionType: 'System.ArgumentException',
      },
    );
  const chosen = yield* choose(family, context, EXPORT_PSSESSION);
  const info = chosen.session.runspace.connectionInfo;
  if (info.transport !== 'WSMan' && info.transport !== 'SSH')
    context.fail(`A session by ${info.transport} cannot be made again from a module.`, {
      errorId: 'NotSupported',
      category: 'NotImplemented',
      exceptionType: 'System.Management.Automation.PSNotSupportedException',
    });
  const make =
    info.transport === 'WSMan'
      ? newSessionText(info)
      : `New-PSSession -HostName ${quoted(info.transport === 'SSH' ? info.computerName : '')}`;
  const text = `# Commands of ${chosen.session.computerName}, exported on ${new Date().toISOString()}. They run there.
$script:proxySession = $null
function Get-PSImplicitRemotingSession {
  if ($null -eq $script:proxySession -or "$($script:proxySession.State)" -ne 'Opened') {
    $script:proxySession = ${make}
  }
  $script:proxySession
}
${moduleText(chosen, '(Get-PSImplicitRemotingSession)')}
`;
  const manifest = path.join(folder, `${name}.psd1`);
  yield* settle(writeModule(folder, script, text, manifest, name));
  for (const file of [script, manifest])
    for (const item of yield* settle(context.services.call('Get-Item', { LiteralPath: file }, [])))
      yield* settle(context.write(item));
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** No credential goes into the file: who uses it connects as themselves. */
function newSessionText(info: WSManConnectionInfo): string {
  const { option } = info;
  const options = [
    ...(option.skipCACheck ? ['SkipCACheck = $true'] : []),
    ...(option.skipCNCheck ? ['SkipCNCheck = $true'] : []),
    ...(option.skipRevocationCheck ? ['SkipRevocationCheck = $true'] : []),
  ];
  return [
    `New-PSSession -ConnectionUri ${quoted(info.wireUrl)}`,
    `-ConfigurationName ${quoted(info.shellUri)}`,
    `-Authentication ${info.authenticationMechanism}`,
    ...(options.length === 0 ? [] : [`-SessionOption @{ ${options.join('; ')} }`]),
  ].join(' ');
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
async function writeModule(
  folder: string,
  script: string,
  text: string,
  manifest: string,
  name: string,
): Promise<void> {
  makeFolders(folder);
  await writeFile(script, text, 'utf8');
  await writeFile(
    manifest,
    `@{\n  RootModule = '${name}.psm1'\n  ModuleVersion = '1.0'\n  FunctionsToExport = '*'\n  AliasesToExport = '*'\n}\n`,
    'utf8',
  );
}
