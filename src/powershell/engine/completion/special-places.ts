/** Places with words of their own: attributes, `using`, `#requires`, keys of calculated properties. */
import { PSDictionary } from '../../../protocol/objects/index.js';
import type { Steps } from '../pending.js';
import type { CompletionItem } from './completion-result.js';
import type { Inference } from './infer.js';
import { nodesAt } from './parsed.js';
import { typeItems } from './type-names.js';

export interface SpecialItems {
  readonly items: readonly CompletionItem[];
  /** Where the word begins that is being written. */
  readonly start: number;
}

/** Named arguments with their types. */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  parameter: {
    Position: 'System.Int32',
    ParameterSetName: 'System.String',
    Mandatory: 'System.Boolean',
    ValueFromPipeline: 'System.Boolean',
    ValueFromPipelineByPropertyName: 'System.Boolean',
    ValueFromRemainingArguments: 'System.Boolean',
    HelpMessage: 'System.String',
    HelpMessageBaseName: 'System.String',
    HelpMessageResourceId: 'System.String',
    DontShow: 'System.Boolean',
  },
  cmdletbinding: {
    PositionalBinding: 'System.Boolean',
    DefaultParameterSetName: 'System.String',
    SupportsShouldProcess: 'System.Boolean',
    SupportsPaging: 'System.Boolean',
    SupportsTransactions: 'System.Boolean',
    ConfirmImpact: 'System.Management.Automation.ConfirmImpact',
    HelpUri: 'System.String',
    RemotingCapability: 'System.Management.Automation.RemotingCapability',
  },
  outputtype: { ProviderCmdlet: 'System.String', ParameterSetName: 'System.String[]' },
  validateset: { ErrorMessage: 'System.String', IgnoreCase: 'System.Boolean' },
  validatepattern: { Options: 'System.Text.RegularExpressions.RegexOptions', ErrorMessage: 'System.String' },
  validatescript: { ErrorMessage: 'System.String' },
  suppressmessage: {
    Scope: 'System.String',
    Target: 'System.String',
    MessageId: 'System.String',
    Justification: 'System.String',
  },
  obsolete: { DiagnosticId: 'System.String', UrlFormat: 'System.String' },
};
const REQUIRED: Readonly<Record<string, string>> = {
  Modules:
    '[string] or [hashtable]\nSpecifies an array of PowerShell modules that the script requires.\nEach element can either be a string with the module name as value or a hashtable with the following keys:\nName: Name of the module\nGUID: GUID of the module\nOne of the following:\nModuleVersion: Specifies a minimum acceptable version of the module.\nRequiredVersion: Specifies an exact, required version of the module.\nMaximumVersion: Specifies the maximum acceptable version of the module.',
  PSEdition:
    '[string]\nSpecifies a PowerShell edition that the script requires.\nValid values are "Core" and "Desktop"',
  RunAsAdministrator:
    '[switch]\nSpecifies that PowerShell must be running as administrator on Windows.\nThis must be the last parameter on the #requires statement line.',
  Version: '[version]\nSpecifies the minimum version of PowerShell that the script requires.',
};
/** Keys of the tables that describe a module in `#requires`. */
const MODULE_KEYS: Readonly<Record<string, string>> = {
  GUID: '[string]\nOptional. Specifies the GUID of the module.',
  MaximumVersion: '[string]\nSpecifies the maximum acceptable version of the module.',
  ModuleName: '[string]\nRequired. Specifies the module name.',
  ModuleVersion: '[string]\nSpecifies a minimum acceptable version of the module.',
  RequiredVersion: '[string]\nSpecifies an exact, required version of the module.',
};
const begins =
  (word: string) =>
  (name: string): boolean =>
    name.toLowerCase().startsWith(word.toLowerCase());
/** @param tips what is told of them, by name. */
export const keywords = (
  names: readonly string[],
  word: string,
  kind: CompletionItem['kind'],
  tips: Readonly<Record<string, string>> = {},
): CompletionItem[] =>
  names.filter(begins(word)).map((text) => ({ text, kind, tip: tips[text] ?? text, ordered: true }));
const USING: Readonly<Record<string, string>> = {
  assembly: 'Specifies the path to a .NET assembly to load.\n\nusing assembly <.NET-assembly-path>',
  module:
    'Specifies a PowerShell module to load classes from.\n\nusing module <ModuleName or Path>\n\nusing module <ModuleSpecification hashtable>',
  namespace:
    'Specifies a .NET namespace to resolve types from or a namespace alias.\n\nusing namespace <.NET-namespace>\n\nusing namespace <AliasName> = <.NET-namespace>',
  type: 'Specifies an alias for a .NET Type.\n\nusing type <AliasName> = <.NET-type>',
};
const EDITIONS: Readonly<Record<string, string>> = {
  Core: 'Specifies that the script requires PowerShell 7+ to run.',
  Desktop: 'Specifies that the script requires Windows PowerShell 5.1 to run.',
};

/** Keys that a table which describes a module can still have: a version is either required, or has bounds. */
export function moduleKeyItems(
  word: string,
  used: ReadonlySet<string>,
  kind: CompletionItem['kind'] = 'Property',
): readonly CompletionItem[] {
  const has = (key: string): boolean => used.has(key.toLowerCase());
  const barred = has('RequiredVersion')
    ? ['ModuleVersion', 'MaximumVersion']
    : has('ModuleVersion') || has('MaximumVersion')
      ? ['RequiredVersion']
      : [];
  const left = Object.keys(MODULE_KEYS).filter((key) => !has(key) && !barred.includes(key));
  return keywords(left, word, kind, MODULE_KEYS);
}
/** An attribute that is longer is none that somebody writes. */
const MOST_ATTRIBUTE = 2000;

/** Places that the text alone tells of. Undefined elsewhere. */
export function wordsByText(text: string): SpecialItems | undefined {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  const at = (word: string, items: readonly CompletionItem[]): SpecialItems => ({
    items,
    start: text.length - word.length,
  });
  const requires = /^\s*#requires\s+(?:.*\s)?-(\w*)$/i.exec(line);
  if (requires !== null) {
    const word = requires[1] ?? '';
    // It is the last one.
    if (/-RunAsAdministrator\s/i.test(line)) return at(word, []);
    const left = Object.keys(REQUIRED).filter(
      (name) => !new RegExp(`-${name}\\b`, 'i').test(line.slice(0, line.length - word.length - 1)),
    );
    return at(word, keywords(left, word, 'ParameterName', REQUIRED));
  }
  const edition = /^\s*#requires\s+.*-PSEdition\s+(\w*)$/i.exec(line)?.[1];
  if (edition !== undefined) return at(edition, keywords(Object.keys(EDITIONS), edition, 'ParameterValue', EDITIONS));
  if (/^\s*#/.test(line)) return at('', []);
  const using = /(?:^|\n)[\t ]*using(?:[\t ]|`\n)+(\w*)$/i.exec(text)?.[1];
  if (using !== undefined) return at(using, keywords(Object.keys(USING), using, 'Keyword', USING));
  const space = /^\s*using\s+namespace\s+([\w.]*)$/i.exec(line)?.[1];
  if (space !== undefined) return at(space, typeItems(space, { namespacesOnly: true }));
  const attribute = /\[(?:[\w.]+\.)?(\w+)\((?:(?:[^()[\]]|\[[\w.]+(?:\[\])?\])*,)?\s*(\w*)$/.exec(
    text.slice(-MOST_ATTRIBUTE),
  );
  const known = ATTRIBUTES[(attribute?.[1] ?? '').toLowerCase().replace(/attribute$/, '')];
  if (attribute !== null && known !== undefined) {
    const word = attribute[2] ?? '';
    // Between parameters a comma begins another one.
    if (word === '' && /,\s*$/.test(text) && /\bparam\s*\(/i.test(text.slice(text.lastIndexOf('{') + 1)))
      return at('', []);
    const written = attribute[0].slice(0, attribute[0].length - word.length);
    const left = Object.entries(known).filter(([name]) => !new RegExp(`[(,]\\s*${name}\\b`, 'i').test(written));
    const names = left.map(([name]) => name);
    return at(
      word,
      keywords(names, word, 'Property', Object.fromEntries(left.map(([name, type]) => [name, `${type} ${name}`]))),
    );
  }
  return undefined;
}

/** `$table['K`: the keys of a hashtable in a variable. */
export function* indexKeys(text: string, inference: Inference): Steps<SpecialItems | undefined> {
  const match = /(?:\$(\w+)|[})])\[\s*(['"]?)([^'"\]$\s]*)$/.exec(text);
  if (match === null) return undefined;
  const end = text.indexOf('[', match.index);
  const target = nodesAt(inference.root, end).findLast(
    ({ kind, extent }) => /^(?:Variable|Paren)ExpressionAst$|^HashtableAst$/.test(kind) && extent.endOffset === end,
  );
  const held = inference.session.services.variables.find(match[1] ?? '')?.value;
  const [value] = target === undefined ? [held ?? null] : yield* inference.of(target);
  if (!(value instanceof PSDictionary)) return undefined;
  const word = match[3] ?? '';
  return {
    items: value.keys
      .filter((key): key is string => typeof key === 'string' && begins(word)(key))
      .map((key) => ({
        text: `'${key.replaceAll("'", "''")}'`,
        label: key,
        kind: 'Property',
        tip: key,
        ordered: true,
      })),
    start: text.length - word.length - (match[2] ?? '').length,
  };
}
