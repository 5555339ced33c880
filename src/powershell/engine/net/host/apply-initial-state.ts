/** Makes a new runspace what an InitialSessionState says, before anything else runs in it. */
import { pipelineCommand, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { INITIAL_FUNCTIONS } from '../../commands/initial-functions.js';
import { type CommandVisibility, pathPatterns } from '../../runtime/command-visibility.js';
import { enumerate } from '../../runtime/members.js';
import { Variable } from '../../runtime/scope.js';
import type { Runtime } from '../../runtime/runtime.js';
import { endingException, liveOr, pipelineDefinition, type SiblingRunspace } from '../../runtime/task.js';
import { POWERSHELL_VERSION } from '../../runtime/requirements.js';
import { NetThrow } from '../../values/exceptions.js';
import { TypeObject, unwrap } from '../../values/live.js';
import type { EngineHost, PipelineOutcome } from '../../runspace-api.js';
import { CORE, DESCRIBED, type Entry, entryOf, type InitialState, PROVIDERS } from './initial-session-state.js';

const entries = (list: { readonly items: readonly PSValue[] }): Entry[] => list.items.map(entryOf);
const classOf = (one: Entry): string => {
  const type = unwrap(one.value);
  return type instanceof TypeObject ? type.type.name : '';
};

function applyCmdlets(rt: Runtime, wanted: readonly Entry[]): void {
  const { commands } = rt;
  const all = commands.all();
  const names = new Set<string>();
  for (const one of wanted) {
    const key = one.name.toLowerCase();
    const className = classOf(one);
    names.add(key);
    if (commands.find(key)?.registration.spec.className === className) continue;
    const found = all.find(({ registration }) => registration.spec.className === className);
    if (found !== undefined)
      commands.register({ ...found.registration, spec: { ...found.registration.spec, name: one.name } }, false);
  }
  // PowerShell's other modules load by themselves where modules can be loaded at all.
  const autoloads = names.has('import-module') && names.has('get-module');
  commands.keepOnly(({ key, registration }) => {
    const home = registration.spec.module ?? '';
    return names.has(key) || (autoloads && home !== CORE && registration.spec.className !== '');
  });
}
function applyFunctions(rt: Runtime, wanted: readonly Entry[]): void {
  const before = rt.global.functions;
  rt.global.functions = new Map();
  for (const one of wanted) {
    const key = one.name.toLowerCase();
    const initial = before?.get(key);
    // One of PowerShell's own, as it is: it is read when it is first called.
    if (initial !== undefined && INITIAL_FUNCTIONS[one.name] === one.value) rt.global.functions.set(key, initial);
    else rt.defineFunction(rt.global, one.name, rt.parse(toText(one.value)), false);
    const made = rt.global.functions.get(key);
    if (made !== undefined) made.options = one.options;
  }
}
function applyAliases(rt: Runtime, wanted: readonly Entry[]): void {
  const table = rt.global.ownAliases;
  table.clear();
  for (const one of wanted) {
    rt.defineAlias(rt.global, one.name, toText(one.value));
    const made = table.get(one.name.toLowerCase());
    if (made !== undefined) made.options = one.options;
  }
}
function applyVariables(rt: Runtime, wanted: readonly Entry[]): void {
  const { variables } = rt.global;
  const named = new Map(wanted.map((one) => [one.name.toLowerCase(), one]));
  for (const name of Object.keys(DESCRIBED)) if (!named.has(name.toLowerCase())) variables.delete(name.toLowerCase());
  for (const [key, one] of named) {
    const known = variables.get(key);
    if (known !== undefined && (known.compute !== undefined || known.value === one.value)) continue;
    if (known?.rules !== undefined) {
      known.assign(one.value);
      continue;
    }
    const made = new Variable(one.name, one.value, one.options);
    made.description = one.description;
    made.isPrivate = one.isPrivate;
    variables.set(key, made);
  }
}

/** What callers do not get to see; undefined where they see everything. */
function visibilityOf(state: InitialState, commands: readonly Entry[]): CommandVisibility | undefined {
  const shown = (kind: Entry['kind']): string[] =>
    commands.filter((one) => one.kind === kind && !one.isPrivate).map(({ name }) => name);
  const files = [...shown('Application'), ...shown('Script')];
  const providers = entries(state.providers).filter((one) => !one.isPrivate);
  const hidden = commands.some((one) => one.isPrivate);
  const all = PROVIDERS.every((name) => providers.some((one) => one.name.toLowerCase() === name.toLowerCase()));
  if (!hidden && all && files.filter((path) => path === '*').length > 1) return undefined;
  const secret = new Set(commands.filter((one) => one.isPrivate).map(({ name }) => name.toLowerCase()));
  const open = { matches: (name: string): boolean => !secret.has(name.toLowerCase()) };
  return {
    aliases: open,
    cmdlets: open,
    functions: open,
    files: files.includes('*') ? { matches: () => 'wildcard' } : pathPatterns(files),
    limited: new Map(),
    providers: all ? undefined : new Set(providers.map(({ name }) => name.toLowerCase())),
    autoloads: true,
  };
}

const SILENT: EngineHost = {
  name: 'Default Host',
  version: POWERSHELL_VERSION,
  defaults: new Map(),
  hasUI: false,
  call: () => Promise.resolve(null),
};
/** Scripts that load what the lists name, each with its argument. */
function loads(state: InitialState): (readonly [script: string, argument: PSValue])[] {
  const files = (list: InitialState['types'], command: string): (readonly [string, PSValue])[] =>
    entries(list).map((one) => [`param($path) ${command} -PrependPath $path`, one.value]);
  return [
    ...files(state.types, 'Update-TypeData'),
    ...files(state.formats, 'Update-FormatData'),
    ...state.modules.map((name) => ['param($name) Import-Module -Name $name -Global', name] as const),
    ...state.moduleFolders.map(
      (folder) =>
        [
          'param($path) foreach ($one in Get-ChildItem -LiteralPath $path -Directory) { Import-Module $one.FullName -Global }',
          folder,
        ] as const,
    ),
    ...(enumerate(state.startupScripts) ?? []).map((file) => ['param($file) . $file', file] as const),
  ];
}
async function load(sibling: SiblingRunspace, state: InitialState): Promise<void> {
  const failed: PSValue[] = [];
  for (const [script, argument] of loads(state)) {
    const outcome: PipelineOutcome = await sibling.run({
      definition: pipelineDefinition([
        [pipelineCommand(script, { isScript: true, parameters: [{ value: argument }] })],
      ]),
      input: undefined,
      host: SILENT,
      sink: {
        output: () => undefined,
        error: (record) => void failed.push(liveOr(record)),
        informational: () => undefined,
        information: () => undefined,
        progress: () => undefined,
      },
      addToHistory: false,
      liveObjects: true,
      signal: new AbortController().signal,
    });
    if (outcome.state !== 'Completed' && state.settings.get('ThrowOnRunspaceOpenError') === true)
      throw Object.assign(new NetThrow('System.Exception', ''), {
        exception: endingException(liveOr(outcome.error)),
      });
    if (outcome.state === 'Completed') continue;
    failed.push(liveOr(outcome.error));
  }
  sibling.runtime.errors = [...failed.reverse()];
}

/**
 * Commands, variables, language and modules of the lists. In a session with restrictions its own stay: a runspace that
 * is made there does not get more than whoever makes it.
 */
export function applyInitialState(sibling: SiblingRunspace, state: InitialState): Promise<void> | undefined {
  const rt = sibling.runtime;
  const commands = entries(state.commands);
  const of = (kind: Entry['kind']): Entry[] => commands.filter((one) => one.kind === kind);
  const free = rt.restriction === undefined;
  const visibility = free ? visibilityOf(state, commands) : undefined;
  const restricts = visibility !== undefined || state.languageMode !== 'FullLanguage';
  if (free && restricts)
    rt.restriction = { languageMode: state.languageMode, configuring: true, visibility: undefined };
  const done = (): void => {
    applyCmdlets(rt, of('Cmdlet'));
    if (!free || !restricts || rt.restriction === undefined) return;
    rt.restriction.visibility = visibility;
    rt.restriction.configuring = false;
  };
  for (const one of entries(state.environment)) rt.environment.set(one.name, toText(one.value));
  applyFunctions(rt, of('Function'));
  applyAliases(rt, of('Alias'));
  applyVariables(rt, entries(state.variables));
  if (loads(state).length === 0) {
    done();
    return undefined;
  }
  return load(sibling, state).finally(done);
}
