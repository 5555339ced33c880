/** Values that completion knows by command and parameter: names the session has, and words that a parameter takes. */
import type { EngineServices } from '../commands/index.js';
import { numberedCultures } from '../culture/locales.js';
import { VERB_NAMES, verbsOf } from '../commands/session/verbs.js';
import { driveTable } from '../commands/items/drives.js';
import { flatProviders } from '../commands/items/flat-providers.js';
import { processTable } from '../commands/system/process-table.js';
import { settle, type Steps } from '../pending.js';
import { compareText } from '../operators/comparison.js';
import { wildcardRegex } from '../text/wildcard.js';
import { commandTip } from './command-names.js';
import { moduleCommands } from './module-commands.js';
import type { CompletionItem, CompletionKind } from './completion-result.js';

const COMMAND_NAMED =
  /^(?:get-command:name|get-help:name|help:name|man:name|get-alias:definition|(?:set|new)-alias:value|register-argumentcompleter:commandname|invoke-expression:command)$/;
const VARIABLE_NAMED = /^(?:get|set|clear|remove|new)-variable:name$/;
const SCOPED =
  /^(?:(?:get|set|new|remove|export|import)-alias|(?:get|set|new|remove|clear)-variable|(?:get|new|remove)-psdrive):scope$/;
const MODULE_NAMED = /^get-command:fullyqualifiedmodule$/;
const PROVIDERS = ['Alias', 'Environment', 'FileSystem', 'Function', 'Variable'];
const ENCODINGS = 'ansi ascii bigendianunicode bigendianutf32 oem unicode utf7 utf8 utf8BOM utf8NoBOM utf32'.split(' ');
/** In the order in which they are offered. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'new-item:itemtype': ['File', 'Directory', 'SymbolicLink', 'Junction', 'HardLink'],
  'get-date:format': ['FileDate', 'FileDateUniversal', 'FileDateTime', 'FileDateTimeUniversal'],
  'set-strictmode:version': ['Latest', '3.0', '2.0', '1.0'],
  'add-type:language': ['CSharp'],
  'get-verb:verb': VERB_NAMES,
  'get-module:psedition': ['Desktop', 'Core'],
  'get-command:verb': VERB_NAMES,
  'get-psdrive:psprovider': PROVIDERS,
  'get-psprovider:psprovider': PROVIDERS,
  'new-psdrive:psprovider': PROVIDERS,
  'get-help:category': [
    'Alias',
    'All',
    'Class',
    'Cmdlet',
    'Configuration',
    'DefaultHelp',
    'DscResource',
    'ExternalScript',
    'FAQ',
    'Filter',
    'Function',
    'General',
    'Glossary',
    'HelpFile',
    'Provider',
    'ScriptCommand',
  ],
  'invoke-webrequest:httpversion': ['1.0', '1.1', '2.0', '3.0'],
  'invoke-restmethod:httpversion': ['1.0', '1.1', '2.0', '3.0'],
  'update-typedata:membertype': [
    'AliasProperty',
    'CodeMethod',
    'CodeProperty',
    'NoteProperty',
    'ScriptMethod',
    'ScriptProperty',
  ],
  'start-process:windowstyle': ['Hidden', 'Maximized', 'Minimized', 'Normal'],
};

/** Words that are no values of a type. */
const TEXTS = new Set([
  'new-item:itemtype',
  'set-strictmode:version',
  'get-verb:verb',
  'get-command:verb',
  'get-module:psedition',
]);
/** Values that are written for other parameters of the same command, by their names in lower case. */
export type Beside = ReadonlyMap<string, readonly string[]>;

export interface KnownValues {
  readonly values: readonly string[];
  /** Offered as they stand here. */
  readonly ordered: boolean;
  readonly kind: CompletionKind;
  /** What the list shows of one of them. */
  readonly labelOf?: (value: string) => string | undefined;
  /** What is told of one of them. */
  readonly tipOf?: (value: string) => string | undefined;
}

/** All but the invariant one, which has no name. */
const cultureNames = (): readonly string[] => numberedCultures().filter((name) => name !== '');

/** Names that nobody can tell yet are no files: of jobs, of views. */
const NO_FILES =
  /^(?:(?:get|receive|remove|stop|wait|debug)-job:(?:name|id|instanceid)|(?:get|enable|disable)-experimentalfeature:name|start-process:verb)$/;

/** Verb and noun of the commands that other parameters choose, each noun in the first way that it is met. */
function* commandParts(services: EngineServices, beside: Beside): Steps<readonly (readonly [string, string])[]> {
  const found = yield* settle(services.commands('*', ['Function', 'Cmdlet']));
  const all = found.toSorted((a, b) => compareText(a.name, b.name, false));
  const test = (name: string): ((text: string) => boolean) => {
    const patterns = beside.get(name)?.map((pattern) => wildcardRegex(pattern));
    return (text) => patterns?.some((pattern) => pattern.test(text)) !== false;
  };
  const [verbs, nouns, modules] = [test('verb'), test('noun'), test('module')];
  const spelled = new Map<string, string>();
  const out: [string, string][] = [];
  for (const { name, module } of all) {
    const dash = name.indexOf('-');
    if (dash < 0 || !modules(module) || !verbs(name.slice(0, dash)) || !nouns(name.slice(dash + 1))) continue;
    const noun = name.slice(dash + 1);
    if (!spelled.has(noun.toLowerCase())) spelled.set(noun.toLowerCase(), noun);
    out.push([name.slice(0, dash), spelled.get(noun.toLowerCase()) ?? noun]);
  }
  return out;
}
/** @returns undefined when nothing is known of this parameter: then files are offered. */
export function* knownValues(
  command: string,
  parameter: string,
  services: EngineServices,
  beside: Beside = new Map(),
): Steps<KnownValues | undefined> {
  const key = `${command}:${parameter}`;
  const sorted = (values: Iterable<string>): KnownValues => ({
    values: [...new Set(values)],
    ordered: false,
    kind: 'ParameterValue',
  });
  const texts = (known: KnownValues): KnownValues => ({ ...known, kind: 'Text' });
  const groups = key === 'get-verb:verb' ? beside.get('group') : undefined;
  if (groups !== undefined) return texts({ ...sorted(verbsOf(groups)), ordered: true });
  if (key === 'get-command:verb' && (beside.has('noun') || beside.has('module'))) {
    const found = yield* commandParts(services, beside);
    return texts(sorted(found.map(([verb]) => verb)));
  }
  const words = WORDS[key];
  if (words !== undefined) return { values: words, ordered: true, kind: TEXTS.has(key) ? 'Text' : 'ParameterValue' };
  if (SCOPED.test(key)) return { values: ['Global', 'Local', 'Script'], ordered: true, kind: 'Text' };
  if (parameter === 'encoding') return { values: ENCODINGS, ordered: true, kind: 'ParameterValue' };
  if (COMMAND_NAMED.test(key)) {
    const all = yield* settle(services.commands('*', ['Alias', 'Function', 'Filter', 'Cmdlet']));
    const entries = new Map(all.map((entry) => [entry.name, entry]));
    const tipOf = (name: string): string | undefined => {
      const entry = entries.get(name);
      return entry === undefined ? undefined : commandTip(entry);
    };
    const waiting = moduleCommands(services).map(({ name }) => name);
    return { ...sorted([...entries.keys(), ...waiting]), kind: 'Command', tipOf };
  }
  if (key === 'get-culture:name') return sorted(cultureNames());
  // The first three are no cultures, and how texts are compared.
  if (key === 'select-string:culture') return sorted(['Current', 'Invariant', 'Ordinal', ...cultureNames()]);
  if (key === 'get-alias:name') return sorted(services.aliases.list().map(({ name }) => name));
  if (/^get-command:(?:noun|module|excludemodule)$/.test(key)) {
    if (parameter === 'noun') return texts(sorted((yield* commandParts(services, beside)).map(([, noun]) => noun)));
    const all = yield* settle(services.commands('*', ['Function', 'Cmdlet']));
    return sorted(all.flatMap(({ module }) => (module === '' ? [] : [module])));
  }
  if (VARIABLE_NAMED.test(key)) return sorted(services.variables.list().map(({ name }) => name));
  if (MODULE_NAMED.test(key)) {
    return sorted(services.modules.list().map(({ name }) => name));
  }
  if (/^(?:get|stop|wait|debug)-process:(?:name|id)$/.test(key)) {
    const all = processTable(Date.now()).toSorted((a, b) => compareText(a.name, b.name, false) || a.id - b.id);
    if (parameter === 'name') return sorted(all.map(({ name }) => name));
    const labels = new Map(all.map(({ id, name }) => [String(id), `${id} - ${name}`]));
    const labelOf = (id: string): string | undefined => labels.get(id);
    return { ...sorted(labels.keys()), ordered: true, labelOf, tipOf: labelOf };
  }
  if (/^(?:get|remove)-psdrive:name$/.test(key)) {
    const files = [...driveTable({ services }).drives.values()].map(({ name }) => name);
    return sorted([...files, ...flatProviders({ services }).map(({ drive }) => drive)]);
  }
  return NO_FILES.test(key) ? sorted([]) : undefined;
}

/** What joins texts: what is written, and how the list calls it. */
const SEPARATORS: Readonly<Record<string, string>> = {
  ',': 'Comma',
  ', ': 'Comma-Space',
  ';': 'Semi-Colon',
  '; ': 'Semi-Colon-Space',
  '`n': 'Newline',
  '-': 'Dash',
  ' ': 'Space',
};
const FORMATS = ['[{0}]', '{0:N2}', '`n    `${0}', '`n    [string] `${0}'];
/** `Join-String -Separator `: what has an escape in it stands in double quotes. @param written as it stands in the text. */
export function joinStringItems(parameter: string, written: string): CompletionItem[] | undefined {
  if (parameter !== 'separator' && parameter !== 'formatstring') return undefined;
  const quote = /^['"]/.exec(written)?.[0] ?? '';
  const begun = written.slice(quote.length);
  const rest = quote !== '' && begun.endsWith(quote) ? begun.slice(0, -1) : begun;
  const mark = quote === '' ? "'" : quote;
  const values = parameter === 'separator' ? Object.keys(SEPARATORS) : FORMATS;
  return values
    .filter((value) => value.startsWith(rest))
    .map((value) => {
      const own = value.includes('`') ? '"' : mark;
      const label = SEPARATORS[value];
      const kind = label === undefined ? 'Text' : 'ParameterValue';
      const tip = label === undefined ? value : `${value === '`n' ? value : `'${value}'`} - ${label}`;
      return { text: own + value + own, label: label ?? value, kind, tip, ordered: true };
    });
}
