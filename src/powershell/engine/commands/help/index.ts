/** Get-Help: of commands out of their definitions, of functions out of their comments, and topics by name. */
import { lazyPart } from '../../../../io/runtime/index.js';
import { PropertyBag, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommentHelp } from '../../../lang/index.js';
import type { CommandRegistration, CommandSpec, HelpTopic } from '../../command-api.js';
import { settle, type Steps } from '../../pending.js';
import { hasWildcard, wildcardRegex } from '../../text/wildcard.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, parameter, NOT_EMPTY, oneOf } from '../support/command-spec.js';
import type { CommandEntry, EngineCommandContext } from '../engine-services.js';
import { commandDataOf } from '../../runtime/command-data.js';
import { blockOf, signatureOfCommand } from '../../runtime/command-info.js';
import { commentsOf, functionHelpText, functionParameterHelp } from './function-help.js';
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
    parameter('Name', 'String', '0 P', { check: NOT_EMPTY }),
    parameter('Category', 'String[]', '', {
      check: oneOf(
        'Alias',
        'Cmdlet',
        'Provider',
        'General',
        'FAQ',
        'Glossary',
        'HelpFile',
        'ScriptCommand',
        'Function',
        'Filter',
        'ExternalScript',
        'All',
        'DefaultHelp',
        'DscResource',
        'Class',
        'Configuration',
      ),
    }),
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
  const [script] = /\.ps1$/i.test(name) ? services.files(name) : [];
  if (script !== undefined) return [script];
  // A word that names nothing exactly is looked for inside names.
  return yield* settle(services.commands(`*${name}*`, ['Cmdlet', 'Function', 'Filter']));
}

function synopsisOf(entry: CommandEntry): string {
  if (entry.spec !== undefined) return entry.spec.synopsis ?? '';
  const data = commandDataOf(entry.object);
  const block = data === undefined ? undefined : blockOf(data);
  return block === undefined ? '' : (commentsOf(block)?.synopsis?.trim() ?? '');
}

function depthOf(context: EngineCommandContext): HelpDepth {
  if (context.flag('Full')) return 'full';
  if (context.flag('Detailed')) return 'detailed';
  return context.flag('Examples') ? 'examples' : 'short';
}

function* showCommand(context: EngineCommandContext, entry: CommandEntry): Steps<void> {
  if (entry.spec === undefined) {
    yield* showFunction(context, entry);
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
    if (matches.length === 0) yield* noParameter(context, spec.name, wanted);
    for (const one of matches)
      yield* settle(context.write(helpObject(one.name, parameterHelp(spec, one), '', undefined)));
  }
}

function* showFunction(context: EngineCommandContext, entry: CommandEntry): Steps<void> {
  const data = commandDataOf(entry.object);
  const signature = data === undefined ? undefined : signatureOfCommand(data);
  const block = data === undefined ? undefined : blockOf(data);
  if (signature === undefined || block === undefined) {
    yield* notFound(context, entry.name);
    return;
  }
  const help = commentsOf(block);
  const declared = block.code.parameters ?? block.code.ast.paramBlock?.parameters ?? [];
  const defaults = new Map(
    declared.map(({ name, defaultValue }) => [name.variablePath.userPath, unquoted(defaultValue?.extent.text ?? '')]),
  );
  const synopsis = help?.synopsis?.trim() ?? '';
  if (!context.isBound('Parameter')) {
    const aliases = context.services.aliases
      .list()
      .filter(({ definition }) => definition.toLowerCase() === entry.name.toLowerCase())
      .map(({ name }) => name);
    const shown = functionHelpText(signature, help, depthOf(context), defaults, aliases);
    yield* settle(context.write(helpObject(entry.name, shown, synopsis, undefined, help)));
    return;
  }
  for (const wanted of texts(context, 'Parameter') ?? []) {
    const pattern = wildcardRegex(wanted);
    const matches = signature.parameters.filter((one) => one.common !== true && pattern.test(one.name));
    if (matches.length === 0) yield* noParameter(context, entry.name, wanted);
    for (const one of matches) {
      const lines = functionParameterHelp(one, help, defaults.get(one.name) ?? '', true);
      yield* settle(context.write(helpObject(one.name, ['', ...lines, ''].join('\n'), '', undefined)));
    }
  }
}
const unquoted = (text: string): string =>
  /^'([^']*)'$|^"([^"$`]*)"$/
    .exec(text)
    ?.slice(1)
    .find((one) => one !== undefined) ?? text;
function* noParameter(context: EngineCommandContext, command: string, wanted: string): Steps<void> {
  yield* settle(
    context.writeError(`${command} has no parameter that matches '${wanted}'.`, {
      errorId: 'NoParmsFound',
      category: 'InvalidArgument',
      target: wanted,
      exceptionType: 'System.Management.Automation.PSArgumentException',
    }),
  );
}

function helpObject(
  name: string,
  shown: string,
  synopsis: string,
  spec: CommandSpec | undefined,
  comments?: CommentHelp,
): PSObject {
  return new PSObject({
    typeNames: ['MamlCommandHelpInfo', 'System.Object'],
    toStringText: shown,
    extended: PropertyBag.of({
      Name: name,
      Synopsis: synopsis,
      ...(comments === undefined
        ? {}
        : {
            Category: 'Function',
            Description: comments.description?.trim() ?? '',
            RelatedLinks: [...comments.links],
          }),
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
