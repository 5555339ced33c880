/** What a module gives, told from its files without running them: for `Get-Module -ListAvailable` and autoloading. */
import { statSync } from 'node:fs';
import nodePath from 'node:path';
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import {
  type CommandAst,
  type ExpressionAst,
  parseInput,
  type ScriptBlockAst,
  type StatementAst,
} from '../../lang/index.js';
import { toText } from '../conversion.js';
import { wildcardRegex } from '../text/wildcard.js';
import { availableModules, findModuleFile } from './module-files.js';
import type { Runtime } from './runtime.js';
import { readScriptFile } from './script-file.js';

export interface ModuleContents {
  readonly functions: readonly string[];
  readonly aliases: readonly string[];
}
const NOTHING: ModuleContents = { functions: [], aliases: [] };
/** By file, until the file changes. */
const known = new Map<string, { readonly changed: number; readonly contents: ModuleContents }>();

/** Names that a `.psm1`, or by its manifest a `.psd1`, exports. */
export function contentsOf(rt: Runtime, file: string): ModuleContents {
  let changed: number;
  try {
    changed = statSync(file).mtimeMs;
  } catch {
    return NOTHING;
  }
  const found = known.get(file);
  if (found?.changed === changed) return found.contents;
  // What a module that names itself gives is nothing more.
  known.set(file, { changed, contents: NOTHING });
  let contents = NOTHING;
  try {
    const text = readScriptFile(file);
    contents = /\.psd1$/i.test(file) ? ofManifest(rt, text, file) : ofScript(text, file);
  } catch {
    // A file that cannot be read or parsed gives nothing; importing it says why.
  }
  known.set(file, { changed, contents });
  return contents;
}
const namesIn = (table: PSDictionary, key: string): readonly string[] | undefined => {
  const value = table.getEntry(key);
  if (value === undefined || value === null) return undefined;
  return (Array.isArray(value) ? (value as readonly PSValue[]) : [value]).map((item) =>
    item instanceof PSDictionary ? toText(item.getEntry('ModuleName') ?? null) : toText(item),
  );
};
const chosen = (names: readonly string[], patterns: readonly string[] | undefined): readonly string[] => {
  if (patterns === undefined) return names;
  const tests = patterns.map((pattern) => wildcardRegex(pattern));
  return names.filter((name) => tests.some((test) => test.test(name)));
};
const isPattern = (name: string): boolean => /[*?[]/.test(name);

function ofManifest(rt: Runtime, text: string, file: string): ModuleContents {
  const table = rt.modules.readManifest(text, file);
  if (table === undefined) return NOTHING;
  const functions = namesIn(table, 'FunctionsToExport');
  const aliases = namesIn(table, 'AliasesToExport');
  const plain = (names: readonly string[] | undefined): names is readonly string[] =>
    names !== undefined && !names.some(isPattern);
  const prefix = toText(table.getEntry('DefaultCommandPrefix') ?? null);
  if (plain(functions) && plain(aliases))
    return { functions: functions.map((name) => prefixed(name, prefix)), aliases };
  const folder = nodePath.dirname(file);
  const parts = [...(namesIn(table, 'NestedModules') ?? []), ...(namesIn(table, 'RootModule') ?? [])].flatMap(
    (name) => {
      const part = findModuleFile(rt, name, folder);
      return part === undefined ? [] : [contentsOf(rt, part)];
    },
  );
  return {
    functions: (plain(functions)
      ? functions
      : chosen(
          parts.flatMap((part) => part.functions),
          functions,
        )
    ).map((name) => prefixed(name, prefix)),
    aliases: plain(aliases)
      ? aliases
      : chosen(
          parts.flatMap((part) => part.aliases),
          aliases,
        ),
  };
}
/** `Get-Thing` with the prefix `My` is `Get-MyThing`. */
export function prefixed(name: string, prefix: string): string {
  if (prefix === '') return name;
  const dash = name.indexOf('-');
  return dash < 0 ? prefix + name : `${name.slice(0, dash + 1)}${prefix}${name.slice(dash + 1)}`;
}

function ofScript(text: string, file: string): ModuleContents {
  const { ast } = parseInput(text, file);
  const functions: string[] = [];
  const aliases: string[] = [];
  let exported: { functions: string[]; aliases: string[] } | undefined;
  for (const command of commandsOf(ast, functions)) {
    const [first] = command.commandElements;
    const name = first?.kind === 'StringConstantExpressionAst' ? first.value.toLowerCase() : '';
    const args = constantArguments(command);
    if (/^(?:set-alias|new-alias|sal|nal)$/.test(name))
      aliases.push(...(args.get('name') ?? args.get('') ?? []).slice(0, 1));
    else if (name === 'export-modulemember') {
      exported ??= { functions: [], aliases: [] };
      exported.functions.push(...(args.get('function') ?? args.get('') ?? []));
      exported.aliases.push(...(args.get('alias') ?? []));
    }
  }
  return exported === undefined
    ? { functions, aliases }
    : { functions: chosen(functions, exported.functions), aliases: chosen(aliases, exported.aliases) };
}
/** Commands that stand at the top of a script; the functions of that level are added to `functions`. */
function* commandsOf(ast: ScriptBlockAst, functions: string[]): Iterable<CommandAst> {
  const statements: StatementAst[] = [ast.beginBlock, ast.processBlock, ast.endBlock].flatMap((block) => [
    ...(block?.statements ?? []),
  ]);
  for (const statement of statements) {
    if (statement.kind === 'FunctionDefinitionAst') functions.push(statement.name.replace(/^(?:script|global):/i, ''));
    if (statement.kind === 'PipelineAst')
      for (const element of statement.pipelineElements) if (element.kind === 'CommandAst') yield element;
  }
}
function constantsOf(ast: ExpressionAst): string[] {
  if (ast.kind === 'StringConstantExpressionAst') return [ast.value];
  if (ast.kind === 'ArrayLiteralAst') return ast.elements.flatMap(constantsOf);
  if (ast.kind === 'ArrayExpressionAst')
    return ast.subExpression.statements.flatMap((statement) => {
      const [only] = statement.kind === 'PipelineAst' ? statement.pipelineElements : [];
      return only?.kind === 'CommandExpressionAst' ? constantsOf(only.expression) : [];
    });
  return [];
}
/** Constant arguments by the beginning of their parameter's name; those without a name under ''. */
function constantArguments(command: CommandAst): Map<string, string[]> {
  const out = new Map<string, string[]>();
  const put = (name: string, values: readonly string[]): void => {
    const list = out.get(name) ?? [];
    list.push(...values);
    out.set(name, list);
  };
  const full = (name: string): string =>
    ['function', 'alias', 'cmdlet', 'variable', 'name', 'value'].find((one) => one.startsWith(name.toLowerCase())) ??
    name;
  let current = '';
  for (const element of command.commandElements.slice(1)) {
    if (element.kind === 'CommandParameterAst') {
      current = full(element.parameterName);
      if (element.argument !== undefined) {
        put(current, constantsOf(element.argument));
        current = '';
      }
      continue;
    }
    put(current, constantsOf(element));
    current = '';
  }
  return out;
}

/** The first module of PSModulePath that has a command of this name; of several versions the newest. */
export function moduleWith(rt: Runtime, command: string): { readonly name: string; readonly file: string } | undefined {
  const lower = command.toLowerCase();
  for (const file of availableModules(rt, () => true)) {
    const { functions, aliases } = contentsOf(rt, file);
    if (functions.some((name) => name.toLowerCase() === lower) || aliases.some((name) => name.toLowerCase() === lower))
      return { name: nodePath.basename(file).replace(/\.ps[dm]1$/i, ''), file };
  }
  return undefined;
}
