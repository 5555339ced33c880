/** Modules of other computers: through a session they can be used and listed; what needs CIM or Windows is refused. */
import { PSDictionary, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import type { ModuleSpec } from '../../runtime/module-files.js';
import { moduleSpec } from '../../runtime/modules.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { listOf } from '../support/objects.js';

const INSTEAD: Readonly<Record<string, string>> = {
  CimSession: 'Import the module of a session: Import-Module -PSSession.',
  UseWindowsPowerShell: 'Import the module of a session with Windows PowerShell: Import-Module -PSSession.',
  Assembly: 'It runs no .NET code. Use a module of scripts.',
};
export function refuseForeign(context: EngineCommandContext, command: string): void {
  for (const [name, instead] of Object.entries(INSTEAD))
    if (context.isBound(name))
      context.fail(`The parameter '${name}' of ${command} is not supported by this engine. ${instead}`, {
        errorId: 'NotSupported',
        category: 'NotImplemented',
        target: name,
        exceptionType: 'System.NotSupportedException',
      });
}

const hashtable = (entries: Readonly<Record<string, PSValue>>): PSDictionary =>
  new PSDictionary(Object.entries(entries));
/** A specification as it travels. */
const specificationTable = ({ name, minimum, maximum, required, guid }: ModuleSpec): PSDictionary =>
  hashtable(
    Object.fromEntries(
      Object.entries({
        ModuleName: name,
        ModuleVersion: minimum,
        MaximumVersion: maximum,
        RequiredVersion: required,
        GUID: guid,
      }).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  );
const versions = (context: EngineCommandContext): Record<string, PSValue> =>
  Object.fromEntries(
    ['MinimumVersion', 'MaximumVersion', 'RequiredVersion', 'ArgumentList'].flatMap((name) =>
      context.isBound(name) ? [[name, context.arg(name) ?? null]] : [],
    ),
  );

/** What the session's computer answers to a script about a search. */
function* asked(
  context: EngineCommandContext,
  script: string,
  search: Readonly<Record<string, PSValue>>,
): Steps<readonly PSValue[]> {
  const { services } = context;
  return yield* settle(
    services.call(
      'Invoke-Command',
      {
        Session: context.arg('PSSession') ?? null,
        ScriptBlock: services.parse(script),
        ArgumentList: [hashtable(search)],
      },
      [],
    ),
  );
}
/** `Import-Module -PSSession`: the module is imported there, and its commands are made usable here. */
export function* importFromSession(context: EngineCommandContext): Steps<void> {
  const wanted: Record<string, PSValue>[] = context.isBound('FullyQualifiedName')
    ? listOf(context.arg('FullyQualifiedName') ?? null)
        .map(moduleSpec)
        .map((spec) => ({ FullyQualifiedName: specificationTable(spec) }))
    : (texts(context, 'Name') ?? []).map((Name) => ({ Name, ...versions(context) }));
  for (const search of wanted) {
    const imported = yield* asked(
      context,
      'param($search) Import-Module @search -PassThru -ErrorAction Stop | ForEach-Object { $_.Name }',
      search,
    );
    for (const each of imported) yield* importOne(context, toText(each));
  }
}
function* importOne(context: EngineCommandContext, name: string): Steps<void> {
  const { services } = context;
  const made = yield* settle(
    services.call(
      'Import-PSSession',
      {
        Session: context.arg('PSSession') ?? null,
        Module: [name],
        AllowClobber: !context.flag('NoClobber'),
        DisableNameChecking: context.flag('DisableNameChecking'),
        ...(context.isBound('Prefix') ? { Prefix: text(context, 'Prefix') ?? '' } : {}),
      },
      [],
    ),
  );
  // It goes by the name that it has there, unless this engine has commands of its own by that name.
  const { table, frame } = services.modules;
  const module = table.loaded.find(({ object }) => object === made[0]);
  if (table.builtIn(name) === undefined) module?.rename(name, frame.scope.global.aliases?.values());
  if (context.flag('PassThru')) yield* settle(context.writeAll(made));
}

/** `Get-Module -PSSession`. */
export function* modulesOfSession(context: EngineCommandContext): Steps<void> {
  const search: Record<string, PSValue> = {};
  for (const name of ['Name', 'PSEdition']) if (context.isBound(name)) search[name] = context.arg(name) ?? null;
  for (const name of ['ListAvailable', 'Refresh']) if (context.flag(name)) search[name] = true;
  yield* settle(context.writeAll(yield* asked(context, 'param($search) Get-Module @search', search)));
}
