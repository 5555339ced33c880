/** Get-Help: of commands out of their definitions, of functions out of their comments, and topics by name. */
import { lazyPart } from '../../../../io/runtime/index.js';
import { PropertyBag, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration, CommandSpec, HelpTopic } from '../../command-api.js';
import { settle, type Steps } from '../../pending.js';
import { hasWildcard, wildcardRegex } from '../../text/wildcard.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, parameter } from '../support/command-spec.js';
import type { CommandEntry, EngineCommandContext } from '../engine-services.js';
import { commandHelpText, parameterHelp, syntaxLines, type HelpDepth } from './help-text.js';

const builtInHelp = lazyPart(() => import('./built-in-help.js'));

const CORE = 'Microsoft.PowerShell.Core';

const getHelp = defineCommand(
  'Get-Help',
  {
    alias: 'help man',
    module: CORE,
    defaultSet: 'AllUsersView',
    synopsis: 'Displays information about commands and concepts.',
  },
  [
    parameter('Name', 'String', '0 P'),
    parameter('Category', 'String[]'),
    flag('Full', 'AllUsersView: '),
    flag('Detailed', 'DetailedView: M'),
    flag('Examples', 'Examples: M'),
    parameter('Parameter', 'String[]', 'Parameters: M'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const name = text(context, 'Name') ?? '*';
      const topics = yield* settle(context.services.helpTopics());
      const pattern = wildcardRegex(name);
      const wanted = topics.filter((topic) => pattern.test(topic.name));
      if (!hasWildcard(name) && wanted[0] !== undefined) {
        yield* settle(context.write(wanted[0].text));
        return;
      }
      const entries = yield* commandsNamed(context, name);
      const [only] = entries;
      if (only !== undefined && entries.length === 1 && wanted.length === 0) {
        yield* showCommand(context, only);
        return;
      }
      if (entries.length + wanted.length === 0) {
        yield* notFound(context, name);
        return;
      }
      for (const entry of entries) yield* settle(context.write(listed(entry.name, entry.type, synopsisOf(entry))));
      for (const topic of wanted) yield* settle(context.write(listed(topic.name, 'HelpFile', topic.synopsis)));
    },
  }),
);

function* commandsNamed(context: EngineCommandContext, name: string): Steps<readonly CommandEntry[]> {
  const { services } = context;
  const found = yield* settle(services.commands(name, ['Cmdlet', 'Function', 'Filter']));
  if (found.length > 0 || hasWildcard(name)) return found;
  const alias = services.aliases.list().find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (alias !== undefined) return yield* commandsNamed(context, alias.definition);
  // A word that names nothing exactly is looked for inside names.
  return yield* settle(services.commands(`*${name}*`, ['Cmdlet', 'Function', 'Filter']));
}

const synopsisOf = (entry: CommandEntry): string =>
  entry.spec?.synopsis ?? entry.help?.get('synopsis')?.join(' ') ?? '';

function depthOf(context: EngineCommandContext): HelpDepth {
  if (context.flag('Full')) return 'full';
  if (context.flag('Detailed')) return 'detailed';
  return context.flag('Examples') ? 'examples' : 'short';
}

function* showCommand(context: EngineCommandContext, entry: CommandEntry): Steps<void> {
  if (entry.spec === undefined) {
    yield* settle(context.write(helpObject(entry.name, functionText(entry), synopsisOf(entry), undefined)));
    return;
  }
  const { withBuiltInHelp } = yield* settle(builtInHelp());
  const spec = withBuiltInHelp(entry.spec);
  if (!context.isBound('Parameter')) {
    const shown = commandHelpText(spec, depthOf(context));
    yield* settle(context.write(helpObject(spec.name, shown, spec.synopsis ?? '', spec)));
    return;
  }
  for (const wanted of texts(context, 'Parameter') ?? []) {
    const pattern = wildcardRegex(wanted);
    const matches = spec.parameters.filter((one) => pattern.test(one.name));
    if (matches.length === 0) {
      yield* settle(
        context.writeError(`${spec.name} has no parameter that matches '${wanted}'.`, {
          errorId: 'NoParmsFound',
          category: 'InvalidArgument',
          target: wanted,
          exceptionType: 'System.Management.Automation.PSArgumentException',
        }),
      );
    }
    for (const one of matches)
      yield* settle(context.write(helpObject(one.name, parameterHelp(spec, one), '', undefined)));
  }
}

function functionText(entry: CommandEntry): string {
  const parts = [...(entry.help ?? new Map<string, readonly string[]>())].flatMap(([keyword, lines]) => [
    keyword.toUpperCase(),
    ...lines.map((line) => `    ${line}`),
    '',
  ]);
  return ['NAME', `    ${entry.name}`, '', ...parts].join('\n');
}

function helpObject(name: string, shown: string, synopsis: string, spec: CommandSpec | undefined): PSObject {
  return new PSObject({
    typeNames: ['MamlCommandHelpInfo', 'System.Object'],
    toStringText: shown,
    extended: PropertyBag.of({
      Name: name,
      Synopsis: synopsis,
      ...(spec === undefined
        ? {}
        : {
            Category: 'Cmdlet',
            Description: spec.help?.description ?? '',
            Syntax: syntaxLines(spec),
            Parameters: spec.parameters.map((one) => `-${one.name} <${one.type}>`),
            RelatedLinks: [...(spec.help?.relatedLinks ?? [])],
          }),
    }),
  });
}

const listed = (name: string, category: string, synopsis: string): PSValue =>
  new PSObject({
    typeNames: ['HelpInfoShort', 'System.Object'],
    toStringText: `${name.padEnd(34)}${category.padEnd(10)}${synopsis}`,
    extended: PropertyBag.of({ Name: name, Category: category, Synopsis: synopsis }),
  });

function* notFound(context: EngineCommandContext, name: string): Steps<void> {
  yield* settle(
    context.writeError(`Get-Help could not find ${name}. Get-Help * lists what there is.`, {
      errorId: 'HelpNotFound',
      category: 'ResourceUnavailable',
      target: name,
      exceptionType: 'Microsoft.PowerShell.Commands.HelpNotFoundException',
    }),
  );
}

export type { HelpTopic };
export const HELP_COMMANDS: readonly CommandRegistration[] = [getHelp];
