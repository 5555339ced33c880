/** Get-Help: of commands out of their definitions, of functions out of their comments, and topics by name. */
import path from 'node:path';
import { lazyPart } from '../../../../io/runtime/index.js';
import { PropertyBag, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommentHelp } from '../../../lang/index.js';
import type { CommandRegistration, HelpTopic } from '../../command-api.js';
import { toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { hasWildcard, wildcardRegex } from '../../text/wildcard.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, parameter, NOT_EMPTY, oneOf } from '../support/command-spec.js';
import type { CommandEntry, EngineCommandContext } from '../engine-services.js';
import { enumerate } from '../../runtime/members.js';
import { setSyntax } from '../../runtime/parameter-metadata.js';
import { commandDataOf } from '../../runtime/command-data.js';
import { blockOf, signatureOfCommand } from '../../runtime/command-info.js';
import { commentsOf, functionFacts, functionHelpText } from './function-help.js';
import { addressOf, helpObject, parameterObject, type HelpFacts } from './help-object.js';
import { commandFacts, commandHelpText, fitted, type HelpDepth } from './help-text.js';
import { screenWidth } from '../../formatting/session-formatting.js';
import { helpLanguages } from './help-languages.js';
import type { MamlHelp } from './maml-help.js';
import { openPage } from './online-help.js';
import { currentUICulture } from '../../culture/culture.js';
import type { ScriptBlock } from '../../values/script-block.js';

const builtInHelp = lazyPart(() => import('./built-in-help.js'));
const fileHelpPart = lazyPart(() => import('./maml-help.js'));

const CORE = 'Microsoft.PowerShell.Core';
/** Cells of a line of a page, which is no wider on a wide screen: long lines are hard to read. */
const pageWidth = (context: EngineCommandContext): number => Math.min(110, screenWidth(context) - 1);

const getHelp = defineCommand(
  'Get-Help',
  {
    alias: 'man',
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
    parameter('Path', 'String'),
    parameter('Component', 'String[]'),
    parameter('Functionality', 'String[]'),
    parameter('Role', 'String[]'),
    flag('Online', 'Online: M'),
  ],
  (context) => ({
    *process(): Steps<void> {
      if (context.isBound('Path'))
        context.fail(
          "Get-Help -Path asks for a provider's own help, which this engine does not have. Leave -Path out.",
          {
            errorId: 'NotSupported',
            category: 'NotImplemented',
            exceptionType: 'System.NotSupportedException',
          },
        );
      const name = text(context, 'Name') ?? '*';
      const wanted = wantedBy(context);
      const topics =
        wanted.category('HelpFile') && !wanted.narrow ? yield* settle(context.services.helpTopics(name)) : [];
      const pattern = wildcardRegex(name);
      const found = topics.filter((topic) => pattern.test(topic.name));
      if (!hasWildcard(name) && found[0] !== undefined) {
        yield* settle(context.write(found[0].text));
        return;
      }
      const entries = yield* commandsNamed(context, name, wanted.takes);
      const [only] = entries;
      if (only !== undefined && entries.length === 1 && found.length === 0 && only.type !== 'Alias') {
        yield* showCommand(context, only, 0);
        return;
      }
      if (entries.length + found.length === 0) {
        if (!hasWildcard(name)) yield* notFound(context, name);
        return;
      }
      for (const entry of entries)
        yield* settle(context.write(listed(entry.name, entry.type, entry.module, synopsisOf(entry))));
      for (const topic of found) yield* settle(context.write(listed(topic.name, 'HelpFile', '', topic.synopsis)));
    },
  }),
);

/** What -Category, -Component, -Role and -Functionality leave. */
function wantedBy(context: EngineCommandContext): {
  readonly narrow: boolean;
  readonly category: (name: string) => boolean;
  readonly takes: (entry: CommandEntry) => boolean;
} {
  const categories = (texts(context, 'Category') ?? []).map((one) => one.toLowerCase());
  const category = (name: string): boolean =>
    categories.length === 0 || categories.includes('all') || categories.includes(name.toLowerCase());
  const marks = (['Component', 'Role', 'Functionality'] as const).flatMap((mark) => {
    const values = texts(context, mark);
    return values === undefined ? [] : [{ mark, patterns: values.map((value) => wildcardRegex(value)) }];
  });
  return {
    narrow: marks.length > 0,
    category,
    takes: (entry) => {
      if (!category(entry.type)) return false;
      if (marks.length === 0) return true;
      const comments = commentsOfEntry(entry);
      return marks.every(({ mark, patterns }) => {
        const value = comments?.[mark === 'Component' ? 'component' : mark === 'Role' ? 'role' : 'functionality'];
        return value !== undefined && patterns.some((pattern) => pattern.test(value.trim()));
      });
    },
  };
}
function commentsOfEntry(entry: CommandEntry): CommentHelp | undefined {
  const data = entry.spec === undefined || entry.type !== 'Cmdlet' ? commandDataOf(entry.object) : undefined;
  const block = data === undefined ? undefined : blockOf(data);
  return block === undefined ? undefined : commentsOf(block);
}

/** @param takes which of them are meant. */
function* commandsNamed(
  context: EngineCommandContext,
  name: string,
  takes: (entry: CommandEntry) => boolean,
): Steps<readonly CommandEntry[]> {
  const { services } = context;
  const [, module, inModule] = /^([^\\]+)\\([^\\]+)$/.exec(name) ?? [];
  if (module !== undefined && inModule !== undefined) {
    const ofModule = wildcardRegex(module);
    return yield* commandsNamed(context, inModule, (entry) => ofModule.test(entry.module) && takes(entry));
  }
  if (hasWildcard(name)) return yield* listedCommands(context, name, takes);
  const found = (yield* settle(services.commands(name, KINDS))).filter(takes);
  if (found.length > 0) return found;
  const alias = services.aliases.find(name);
  if (alias !== undefined) {
    const entries = yield* settle(services.commands(name, ['Alias']));
    return yield* commandsNamed(context, alias.definition, entries.some(takes) ? () => true : takes);
  }
  const [script] = /\.ps1$/i.test(name) ? services.files(name) : [];
  if (script !== undefined) return [script].filter(takes);
  // A word that names nothing exactly is looked for inside names.
  return yield* listedCommands(context, `*${name}*`, takes);
}
const KINDS: readonly CommandEntry['type'][] = ['Cmdlet', 'Function', 'Filter'];
/** In the order of lists: aliases, commands, functions. */
function* listedCommands(
  context: EngineCommandContext,
  pattern: string,
  takes: (entry: CommandEntry) => boolean,
): Steps<readonly CommandEntry[]> {
  const found = (yield* settle(context.services.commands(pattern, ['Alias', ...KINDS]))).filter(takes);
  const rank = ({ type }: CommandEntry): number => (type === 'Alias' ? 0 : type === 'Cmdlet' ? 1 : 2);
  const seen = new Set<string>();
  return found
    .toSorted((a, b) => rank(a) - rank(b))
    .filter(({ name, type }) => {
      const key = `${type}:${name.toLowerCase()}`;
      return !seen.has(key) && seen.add(key);
    });
}

const synopsisOf = (entry: CommandEntry): string =>
  entry.type === 'Alias'
    ? entry.definition
    : entry.type === 'Cmdlet'
      ? (entry.spec?.synopsis ?? '')
      : (commentsOfEntry(entry)?.synopsis?.trim() ?? '');

function depthOf(context: EngineCommandContext): HelpDepth {
  if (context.flag('Full')) return 'full';
  if (context.flag('Detailed')) return 'detailed';
  return context.flag('Examples') ? 'examples' : 'short';
}

/** How many commands may send to the help of another one. */
const MAX_FORWARDS = 8;

function* showCommand(context: EngineCommandContext, entry: CommandEntry, forwards: number): Steps<void> {
  if (entry.spec === undefined || entry.type !== 'Cmdlet') {
    yield* showFunction(context, entry, forwards);
    return;
  }
  const { withBuiltInHelp } = yield* settle(builtInHelp());
  const spec = withBuiltInHelp(entry.spec);
  const depth = depthOf(context);
  yield* writeHelp(
    context,
    { ...commandFacts(spec), shown: fitted(commandHelpText(spec, depth), pageWidth(context)), view: viewOf(depth) },
    yield* addressOfCommand(context, entry),
  );
}

function* showFunction(context: EngineCommandContext, entry: CommandEntry, forwards: number): Steps<void> {
  const data = commandDataOf(entry.object);
  const signature = data === undefined ? undefined : signatureOfCommand(data);
  const block = data === undefined ? undefined : blockOf(data);
  if (signature === undefined || block === undefined) {
    yield* notFound(context, entry.name);
    return;
  }
  const comments = commentsOf(block);
  const named = comments?.mamlHelpFile?.trim();
  const help =
    comments !== undefined && named === undefined ? comments : yield* settle(fileHelp(context, entry, block, named));
  if (help?.forwardHelpTargetName !== undefined && forwards < MAX_FORWARDS) {
    const [target] = yield* commandsNamed(context, help.forwardHelpTargetName.trim(), () => true);
    if (target !== undefined) {
      yield* showCommand(context, target, forwards + 1);
      return;
    }
  }
  const declared = block.code.parameters ?? block.code.ast.paramBlock?.parameters ?? [];
  const defaults = new Map(
    declared.map(({ name, defaultValue }) => {
      const text = defaultValue?.extent.text ?? '';
      return [name.variablePath.userPath, /^\$null$/i.test(text) ? '' : unquoted(text)];
    }),
  );
  const aliases = context.services.aliases
    .list()
    .filter(({ definition }) => definition.toLowerCase() === entry.name.toLowerCase())
    .map(({ name }) => name);
  const depth = depthOf(context);
  const isScript = entry.type === 'ExternalScript';
  const name = isScript ? entry.definition : signature.commandName;
  const called = { ...signature, commandName: name };
  if (isScript && help === undefined && !context.isBound('Parameter') && !context.flag('Online')) {
    // PowerShell has no more to tell of a script than its syntax, as a text with the notes of a help topic.
    const file = path.basename(name);
    const line = (set: string): string => `${file} ${setSyntax(called, set)}\n`;
    const syntax = called.setNames.map(line).join('');
    const notes = {
      Name: file,
      Category: 'ExternalScript',
      Synopsis: syntax,
      Component: '',
      Role: '',
      Functionality: '',
      ModuleName: '',
    };
    let topic: PSValue = syntax;
    for (const [note, value] of Object.entries(notes))
      topic = context.services.members.add(topic, { kind: 'NoteProperty', name: note, value }, false);
    yield* settle(context.write(topic));
    return;
  }
  yield* writeHelp(
    context,
    {
      ...functionFacts(called, help, defaults),
      name,
      category: entry.type,
      module: entry.module,
      shown: functionHelpText(
        called,
        help,
        depth,
        defaults,
        aliases,
        help === undefined ? yield* outputsOf(context, entry) : [],
      ),
      view: viewOf(depth),
    },
    yield* addressOfCommand(context, entry),
  );
}

/**
 * What the help file of its module tells of a function: the one that its comment names, else the module's own. Looked for
 * in the language of the session, and in English.
 */
async function fileHelp(
  context: EngineCommandContext,
  entry: CommandEntry,
  block: ScriptBlock,
  named: string | undefined,
): Promise<MamlHelp | undefined> {
  const { file } = block.code.ast.extent;
  if (named === undefined && (entry.module === '' || file === undefined)) return undefined;
  const { mamlHelp } = await fileHelpPart();
  const names =
    named === undefined
      ? [`${entry.module}-help.xml`, ...(file === undefined ? [] : [`${path.basename(file)}-help.xml`])]
      : [named];
  const base = file === undefined ? context.services.location.path : path.dirname(file);
  const languages = helpLanguages(currentUICulture().name);
  // Functions of a module may stand in files of a folder of it.
  return (
    (await mamlHelp(base, languages, names, entry.name)) ??
    (named === undefined ? await mamlHelp(path.dirname(base), languages, names, entry.name) : undefined)
  );
}

/** Names of the types that `[OutputType()]` tells of. */
function* outputsOf(context: EngineCommandContext, { object }: CommandEntry): Steps<readonly string[]> {
  const types = yield* settle(context.services.members.get(object, 'OutputType'));
  const names: string[] = [];
  for (const type of enumerate(types ?? null) ?? [])
    names.push(toText((yield* settle(context.services.members.get(type, 'Name'))) ?? null));
  return names;
}
function* addressOfCommand(context: EngineCommandContext, { object }: CommandEntry): Steps<string> {
  return toText((yield* settle(context.services.members.get(object, 'HelpUri'))) ?? null);
}
/** The whole help, its parameters that are asked for, or its page on the web. */
function* writeHelp(context: EngineCommandContext, facts: HelpFacts, address: string): Steps<void> {
  if (context.flag('Online')) {
    yield* settle(openPage(context, address === '' ? addressOf(facts.links) : address));
    return;
  }
  if (!context.isBound('Parameter')) {
    yield* settle(context.write(helpObject(facts)));
    return;
  }
  for (const wanted of texts(context, 'Parameter') ?? []) {
    const pattern = wildcardRegex(wanted);
    const matches = facts.parameters.filter((one) => pattern.test(one.name));
    if (matches.length === 0) yield* noParameter(context, wanted);
    for (const one of matches) yield* settle(context.write(parameterObject(one, facts.bare)));
  }
}
const viewOf = (depth: HelpDepth): string | undefined =>
  depth === 'short' ? undefined : `${depth.charAt(0).toUpperCase()}${depth.slice(1)}View`;

const unquoted = (text: string): string =>
  /^'([^']*)'$|^"([^"$`]*)"$/
    .exec(text)
    ?.slice(1)
    .find((one) => one !== undefined) ?? text;
function* noParameter(context: EngineCommandContext, wanted: string): Steps<void> {
  yield* settle(
    context.writeError(`No parameter matches criteria ${wanted}.`, {
      errorId: 'NoParmsFound',
      category: 'InvalidArgument',
      target: wanted,
      exceptionType: 'System.Management.Automation.PSArgumentException',
    }),
  );
}

const listed = (name: string, category: string, module: string, synopsis: string): PSValue =>
  new PSObject({
    typeNames: ['HelpInfoShort', 'HelpInfo'],
    extended: PropertyBag.of({ Name: name, Category: category, ModuleName: module, Synopsis: synopsis }),
  });

function* notFound(context: EngineCommandContext, name: string): Steps<void> {
  yield* settle(
    context.writeError(
      `Get-Help could not find ${name} in a help file in this session. To download updated help topics type: "Update-Help". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.`,
      {
        errorId: 'HelpNotFound',
        category: 'ResourceUnavailable',
        target: null,
        exceptionType: 'Microsoft.PowerShell.Commands.HelpNotFoundException',
      },
    ),
  );
}

export type { HelpTopic };
export const HELP_COMMANDS: readonly CommandRegistration[] = [getHelp];
