/**
 * Keys of a table that is being written: of a calculated property, of parameters that are splatted later, or of an object
 * that the table is made into: by a cast, a typed variable, a property, a parameter, New-Object.
 */
import type { ScriptBlockAst, Token, TypeDefinitionAst } from '../../lang/index.js';
import type { Steps } from '../pending.js';
import type { NetType } from '../values/net-type.js';
import { commandBefore, type Place } from './command-line.js';
import type { CompletionItem } from './completion-result.js';
import { Inference, OnlyType, Sketch } from './infer.js';
import { isPiped, openGroup, type Session } from './inference.js';
import { memberItemsOf } from './member-items.js';
import { bindWords, findParameter, parameterItems, parametersOf } from './parameters.js';
import { nodesAt, parsed } from './parsed.js';
import { wordOf } from './paths.js';
import { keywords, moduleKeyItems, type SpecialItems } from './special-places.js';
import { declaredIn } from './variable-sources.js';

const words = (names: string): readonly string[] => names.split(' ');
/** Keys of calculated properties, and what is told of them. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'select-object:property': words('Name Expression'),
  'sort-object:property': words('Expression Ascending Descending'),
  'format-table:property': words('Expression FormatString Label Width Alignment'),
  'format-list:property': words('Expression FormatString Label'),
  'format-wide:property': words('Expression FormatString'),
  'format-custom:property': words('Expression Depth'),
  'group-object:property': words('Expression'),
};
const GROUP_KEYS = words('Expression FormatString Label');
const ORDER = '[bool]\nSpecifies the order of sorting for one or more properties.';
const LABEL = '[string]\nSpecifies the name of the property being created.';
/** What PowerShell says of the keys of calculated properties. */
const TIPS: Readonly<Record<string, string>> = {
  Alignment:
    "[string]\nDefine how the values are displayed in a column.\nValid values are 'left', 'center', or 'right'.",
  Ascending: ORDER,
  Depth: '[int]\nThe depth key specifies the depth of expansion per property.',
  Descending: ORDER,
  Expression: '[scriptblock]\nA script block used to calculate the value of the new property.',
  FormatString: '[string]\nSpecifies a format string that defines how the value is formatted for output.',
  Label: LABEL,
  Name: LABEL,
  Width:
    '[int]\nSpecifies the maximum column width in a table when the value is displayed.\nThe value must be greater than 0.',
};

interface OpenTable {
  /** The tokens before the table. */
  readonly before: readonly Token[];
  /** Where the table begins. */
  readonly start: number;
  /** Keys that it has already, in lower case. */
  readonly used: ReadonlySet<string>;
}
/** The table that is open at the end of the tokens, if a key could stand there. */
function openTable(tokens: readonly Token[]): OpenTable | undefined {
  const opened = openGroup(tokens, new Set(['AtCurly']));
  const at = tokens[opened];
  if (at === undefined) return undefined;
  const inside = tokens.slice(opened + 1);
  const used = new Set<string>();
  let depth = 0;
  inside.forEach((one, index) => {
    if (/LCurly|AtCurly|LParen|AtParen|DollarParen/.test(one.kind)) depth += 1;
    else if (/RCurly|RParen/.test(one.kind)) depth -= 1;
    else if (depth === 0 && inside[index + 1]?.kind === 'Equals') used.add(wordOf(one).text.toLowerCase());
  });
  return { before: tokens.slice(0, opened), start: at.startOffset, used };
}

/** A type of the session, or one that the text itself makes. */
type Made = { readonly type: NetType } | { readonly declared: TypeDefinitionAst };

export function* tableKeys(input: string, place: Place, session: Session): Steps<SpecialItems | undefined> {
  const { token, tokens, cursor, text } = place;
  const writing = token !== undefined && /^\w+$/.test(token.text) ? token : undefined;
  const before = writing === undefined ? tokens : tokens.filter(({ startOffset }) => startOffset < writing.startOffset);
  const table = openTable(before);
  if (table === undefined) return undefined;
  const last = before.at(-1);
  if (last?.kind !== 'AtCurly' && last?.kind !== 'Semi' && last?.kind !== 'NewLine') return undefined;
  const word = writing?.text ?? '';
  const start = cursor - word.length;
  const listed = (items: readonly CompletionItem[]): SpecialItems => ({
    items: items.filter(({ label, text: name }) => !table.used.has((label ?? name).toLowerCase())),
    start,
  });
  if (/(?:^|[\n;])\s*using\s+module\s*$/i.test(text.slice(0, table.start)))
    return listed(moduleKeyItems(word, table.used));
  const splatted = yield* splattedParameters(input.slice(cursor), table, word, session);
  if (splatted !== undefined) return { items: splatted, start };
  const root = parsed(input).ast;
  const made = yield* madeOf(table, text, root, session);
  if (made !== undefined) return listed(keysOf(made, word, root, session));
  const known = yield* keysOfCommand(table, session);
  return listed(keywords(known, word, 'Property', TIPS));
}

/** `$p = @{ ` where a command behind has `@p`. */
function* splattedParameters(
  behind: string,
  { before, used }: OpenTable,
  word: string,
  session: Session,
): Steps<readonly CompletionItem[] | undefined> {
  const [variable, equals] = before.slice(-2);
  if (variable?.kind !== 'Variable' || equals?.kind !== 'Equals') return undefined;
  const call = new RegExp(`([\\w-]+)(?:\\s[^\\n;|]*)?\\s@${variable.text.slice(1)}\\b`, 'i').exec(behind);
  const entry = call === null ? undefined : yield* session.entry(call[1] ?? '');
  const parameters = entry === undefined ? undefined : parametersOf(entry);
  if (parameters === undefined) return undefined;
  const items = parameterItems(parameters, word, { used, named: used, placed: [] }, { all: true });
  return items.map((item) => ({ ...item, text: item.label ?? item.text }));
}

function named(name: string, root: ScriptBlockAst, session: Session): Made | undefined {
  const bare = name.replace(/(?:\[\])+$/, '');
  const declared = declaredIn(root, bare);
  if (declared?.typeKind === 'class') return { declared };
  const type = session.services.findType(bare);
  return type === undefined || isTable(type) ? undefined : { type };
}
/** What a table is, or could be as it stands. */
const isTable = ({ fullName, name }: NetType): boolean =>
  /^(?:Object|PSObject|PSCustomObject|Hashtable|OrderedDictionary|IDictionary)$/.test(name) ||
  /^System\.Collections\.Generic\.I?Dictionary/.test(fullName);

/** What the table is made into. */
function* madeOf(table: OpenTable, text: string, root: ScriptBlockAst, session: Session): Steps<Made | undefined> {
  const { before, start } = table;
  const cast = /\[([\w.+]+(?:\[\])?)\]\s*$/.exec(text.slice(0, start))?.[1];
  if (cast !== undefined)
    return /^(?:pscustomobject|psobject|ordered|hashtable)$/i.test(cast) ? undefined : named(cast, root, session);
  if (before.at(-1)?.kind === 'Equals') return yield* assignedType(table, text, root, session);
  const command = commandBefore(before);
  if (command === undefined) return undefined;
  const [nameToken, ...given] = command;
  const entry = nameToken === undefined ? undefined : yield* session.entry(nameToken.value || nameToken.text);
  if (entry === undefined) return undefined;
  if (entry.name === 'New-Object') {
    const name = given.find(({ kind }) => kind !== 'Parameter');
    return name === undefined ? undefined : named(wordOf(name).text, root, session);
  }
  const type = parameterAt(entry, table)?.valueType;
  const element = type?.elementType ?? type;
  return element === undefined || isTable(element) || element.kind === 'enum' ? undefined : { type: element };
}
/** The parameter that the table is a value of. */
function parameterAt(
  entry: Parameters<typeof parametersOf>[0],
  { before }: OpenTable,
): ReturnType<typeof findParameter> {
  const parameters = parametersOf(entry);
  const [, ...given] = commandBefore(before) ?? [];
  return parameters === undefined ? undefined : bindWords(parameters, given, isPiped(before)).next;
}
/** `[T]$x = @{ `, `$x.Property = @{ `, and `Property = @{ ` in another table. */
function* assignedType(
  { before, start }: OpenTable,
  text: string,
  root: ScriptBlockAst,
  session: Session,
): Steps<Made | undefined> {
  const outer = openTable(before);
  const key = before.at(-2);
  const beforeKey = before.at(-3);
  if (outer !== undefined && key !== undefined && /^(?:AtCurly|Semi|NewLine)$/.test(beforeKey?.kind ?? '')) {
    const around = yield* madeOf(outer, text, root, session);
    if (around === undefined) return undefined;
    const type = propertyType(around, wordOf(key).text, root);
    return type === undefined ? undefined : named(type, root, session);
  }
  const left = text.slice(0, before.at(-1)?.startOffset ?? start).trimEnd();
  const inference = new Inference(left, session);
  const target = nodesAt(inference.root, left.length).find(
    ({ kind, extent }) => extent.endOffset === left.length && /^(?:Convert|Attributed|Member)ExpressionAst$/.test(kind),
  );
  if (target?.kind === 'ConvertExpressionAst') return named(target.attribute.typeName.fullName, root, session);
  if (target?.kind !== 'MemberExpressionAst') return undefined;
  const [value] = yield* inference.of(target);
  if (value instanceof Sketch) return named(value.typeNames[0] ?? '', root, session);
  return value instanceof OnlyType && !isTable(value.type) ? { type: value.type } : undefined;
}
function propertyType(made: Made, name: string, root: ScriptBlockAst): string | undefined {
  if ('type' in made) return made.type.findProperty(name)?.type;
  const member = made.declared.members.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (member?.kind === 'PropertyMemberAst') return member.propertyType?.typeName.fullName;
  const base = made.declared.baseTypes[0]?.typeName.fullName;
  const declared = base === undefined ? undefined : declaredIn(root, base);
  return declared === undefined || declared === made.declared ? undefined : propertyType({ declared }, name, root);
}

const takesNothing = ({ parameters }: { readonly parameters: readonly unknown[] }): boolean => parameters.length === 0;
/** Properties that can be set. What cannot be made without arguments takes no table. */
function keysOf(made: Made, word: string, root: ScriptBlockAst, session: Session): readonly CompletionItem[] {
  if ('declared' in made) return declaredKeys(made.declared, word, root);
  const { type } = made;
  if (type.constructors.length > 0 && !type.constructors.some(takesNothing)) return [];
  return memberItemsOf([new OnlyType(type)], word, session.services, 'properties').filter(
    ({ label, text }) => type.findProperty(label ?? text)?.set !== undefined,
  );
}
function declaredKeys(type: TypeDefinitionAst, word: string, root: ScriptBlockAst): readonly CompletionItem[] {
  const items = new Map<string, CompletionItem>();
  const seen = new Set<TypeDefinitionAst>();
  for (let at: TypeDefinitionAst | undefined = type; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const makers = at.members.filter((member) => member.kind === 'FunctionMemberAst' && member.isConstructor);
    if (
      at === type &&
      makers.length > 0 &&
      !makers.some((one) => one.kind === 'FunctionMemberAst' && takesNothing(one))
    )
      return [];
    for (const member of at.members)
      if (member.kind === 'PropertyMemberAst' && !member.isStatic && !member.isHidden && !items.has(member.name))
        items.set(member.name, { text: member.name, kind: 'Property', tip: member.name });
    const base: string | undefined = at.baseTypes[0]?.typeName.fullName;
    at = base === undefined ? undefined : declaredIn(root, base);
  }
  return [...items.values()].filter(({ text }) => text.toLowerCase().startsWith(word.toLowerCase()));
}

function* keysOfCommand(table: OpenTable, session: Session): Steps<readonly string[]> {
  const [name] = commandBefore(table.before) ?? [];
  const entry = name === undefined ? undefined : yield* session.entry(name.value || name.text);
  if (entry === undefined) return [];
  const command = entry.name.toLowerCase();
  const parameter = parameterAt(entry, table)?.name.toLowerCase() ?? '';
  if (parameter === 'groupby' && command.startsWith('format-')) return GROUP_KEYS;
  return KEYS[`${command}:${parameter}`] ?? [];
}
