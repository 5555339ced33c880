/**
 * What could stand at the cursor: commands, parameters, values of parameters, variables, members, types and files. The
 * text before the cursor is parsed as far as it goes; the names come from the session itself.
 */
import { PSDictionary, PSObject, PSList, type PSValue } from '../../../protocol/objects/index.js';
import type { Token } from '../../lang/index.js';
import type { CommandEntry, EngineServices } from '../commands/index.js';
import { toText } from '../conversion.js';
import { settle, type Pending, type Steps } from '../pending.js';
import { TypeObject } from '../values/live.js';
import { resolveTypeText } from '../values/types.js';
import { beginsCommand, placeOf, type Place } from './command-line.js';
import { arranged, quoted, type Completion, type CompletionItem } from './completion-result.js';
import { fileItems, programs } from './files.js';
import { bindWords, findParameter, parameterItems, parametersOf, type CompletableParameter } from './parameters.js';

/** Runs a script block with arguments and gives what it wrote. */
export type InvokeCompleter = (block: PSValue, args: readonly PSValue[]) => Pending<readonly PSValue[]>;

/** What the completion of an argument asks of the session. */
interface Session {
  readonly services: EngineServices;
  readonly invoke: InvokeCompleter;
}

/** Completers that scripts registered: `command:parameter`, `:parameter`, `command:` for programs, in lower case. */
export const COMPLETERS = Symbol('argument completers');

export function* completeInput(
  input: string,
  cursor: number,
  services: EngineServices,
  invoke: InvokeCompleter,
): Steps<Completion> {
  const place = placeOf(input, Math.min(cursor, input.length));
  const { token } = place;
  const start = token?.startOffset ?? place.cursor;
  const done = (items: Iterable<CompletionItem>, from = start): Completion => ({
    start: from,
    length: place.cursor - from,
    items: arranged(items),
  });
  if (token?.kind === 'Comment') return done([]);
  const member = memberAt(place);
  if (member !== undefined) return done(yield* memberItems(member, services), member.start);
  if (token?.kind === 'Variable' || token?.kind === 'SplattedVariable') return done(variableItems(token, services));
  if (token !== undefined && /^[$@]\{?$/.test(token.text))
    return done(variableNames('', token.text[0] ?? '$', services));
  const type = typeAt(place);
  if (type !== undefined) return done(typeItems(type.word), type.start);
  if (beginsCommand(place)) {
    const word = token?.value ?? '';
    return done(yield* commandItems(word, token, services));
  }
  if (place.command === undefined) {
    const items = token?.text.startsWith('-') === true ? operatorItems(token.text) : [];
    return done(items.length > 0 ? items : files(wordOf(token), services, false));
  }
  return yield* argument(place, place.command, { services, invoke }, done);
}

interface WrittenWord {
  readonly text: string;
  /** The quote that the person began with. */
  readonly quote: string;
}
function wordOf(token: Token | undefined): WrittenWord {
  if (token === undefined || token.kind === 'Comma') return { text: '', quote: '' };
  const quote = /^['"]/.exec(token.text)?.[0] ?? '';
  return { text: quote === '' ? token.value || token.text : token.value, quote };
}

// ------------------------------------------------------------------- commands

function* commandItems(word: string, token: Token | undefined, services: EngineServices): Steps<CompletionItem[]> {
  const isPath = /[\\/]|^[.~]/.test(word);
  if (isPath) return files(wordOf(token), services, false);
  const entries = yield* settle(services.commands(`${escaped(word)}*`, ['Alias', 'Function', 'Filter', 'Cmdlet']));
  const items: CompletionItem[] = entries.map((entry) => ({
    text: entry.name,
    kind: 'Command',
    tip: entry.type === 'Alias' ? `${entry.name} -> ${entry.definition}` : (entry.spec?.synopsis ?? entry.name),
  }));
  const lower = word.toLowerCase();
  if (word !== '') {
    for (const name of programs(services.environment?.get('PATH') ?? process.env['PATH'] ?? ''))
      if (name.toLowerCase().startsWith(lower)) items.push({ text: name, kind: 'Command', tip: name });
    for (const keyword of KEYWORDS)
      if (keyword.startsWith(lower)) items.push({ text: keyword, kind: 'Keyword', tip: keyword });
  }
  if (items.length === 0) return files(wordOf(token), services, false);
  return items;
}
const KEYWORDS =
  'begin break catch class continue data do dynamicparam else elseif end enum exit filter finally for foreach function if in param process return switch throw trap try until using while'.split(
    ' ',
  );
const escaped = (word: string): string => word.replaceAll(/[[\]*?`]/g, '`$&');

function* entryOf(name: string, services: EngineServices): Steps<CommandEntry | undefined> {
  let wanted = name;
  for (let hop = 0; hop < 8; hop += 1) {
    const found: readonly CommandEntry[] = yield* settle(services.commands(escaped(wanted), undefined));
    const [first] = found;
    if (first === undefined) return undefined;
    if (first.type !== 'Alias') return first;
    wanted = first.definition;
  }
  return undefined;
}

// ------------------------------------------------------------------ arguments

type Done = (items: Iterable<CompletionItem>, from?: number) => Completion;

function* argument(place: Place, command: readonly Token[], session: Session, done: Done): Steps<Completion> {
  const { services } = session;
  const { token } = place;
  const [nameToken, ...words] = command;
  const name = nameToken?.value === '' ? (nameToken.text ?? '') : (nameToken?.value ?? '');
  const entry = yield* entryOf(name, services);
  const parameters = entry === undefined ? undefined : parametersOf(entry);
  const own = entry?.name ?? name;
  if (parameters === undefined) {
    const items = yield* registered(
      `${own.toLowerCase()}:`,
      [place.token?.text ?? '', place.text, place.cursor],
      session,
    );
    return done(items.length > 0 ? items : files(wordOf(token), services, false));
  }
  if (token?.kind === 'Parameter' && !token.usedColon) {
    const { used } = bindWords(parameters, words);
    return done(parameterItems(parameters, token.value, used));
  }
  if (token?.text === '-') return done(parameterItems(parameters, '', bindWords(parameters, words).used));
  if (token?.kind === 'Parameter') {
    const parameter = findParameter(parameters, token.value);
    return done(yield* valueItems(own, parameter, { text: '', quote: '' }, words, session), place.cursor);
  }
  const { next } = bindWords(parameters, words);
  const word = wordOf(token);
  const items = yield* valueItems(own, next, word, words, session);
  return done(items, token?.kind === 'Comma' ? place.cursor : undefined);
}

function* valueItems(
  command: string,
  parameter: CompletableParameter | undefined,
  word: WrittenWord,
  words: readonly Token[],
  session: Session,
): Steps<readonly CompletionItem[]> {
  const { services } = session;
  const lower = word.text.toLowerCase();
  const begins = (text: string): boolean => text.toLowerCase().startsWith(lower);
  if (parameter !== undefined) {
    const key = parameter.name.toLowerCase();
    for (const place of [`${command.toLowerCase()}:${key}`, `:${key}`]) {
      const items = yield* registered(place, [command, parameter.name, word.text, null, boundText(words)], session);
      if (items.length > 0) return items;
    }
    if (parameter.values !== undefined)
      return parameter.values
        .filter(begins)
        .map((value) => ({ text: quoted(value, word.quote), label: value, kind: 'ParameterValue', tip: value }));
    if (parameter.isSwitch)
      return ['$true', '$false'].filter(begins).map((text) => ({ text, kind: 'ParameterValue', tip: text }));
    const offered = parameter.spec?.complete?.(word.text);
    if (offered !== undefined) {
      const list = yield* settle(offered);
      if (list.length > 0)
        return list.map(({ text, label, tip }) => ({
          text: quoted(text, word.quote),
          label: label ?? text,
          kind: 'ParameterValue',
          tip: tip ?? text,
        }));
    }
    const known = yield* knownValues(command.toLowerCase(), key, services);
    if (known !== undefined)
      return known
        .filter(begins)
        .map((text) => ({ text: quoted(text, word.quote), label: text, kind: 'ParameterValue', tip: text }));
  }
  return files(word, services, /^(?:set-location|push-location)$/i.test(command));
}

const COMMAND_NAMED = new Set(['get-command', 'get-help', 'help', 'man', 'get-alias', 'trace-command']);
const VARIABLE_NAMED = new Set(['get-variable', 'set-variable', 'clear-variable', 'remove-variable', 'new-variable']);

/** Names that the session itself has. */
function* knownValues(
  command: string,
  parameter: string,
  services: EngineServices,
): Steps<readonly string[] | undefined> {
  if (parameter === 'name' && COMMAND_NAMED.has(command)) {
    const all = yield* settle(services.commands('*', ['Alias', 'Function', 'Cmdlet']));
    return all.map(({ name }) => name);
  }
  if (parameter === 'name' && VARIABLE_NAMED.has(command)) return services.variables.list().map(({ name }) => name);
  if (/^(?:error|warning|information|out|pipeline)variable$/.test(parameter))
    return services.variables.list().map(({ name }) => name);
  if (parameter === 'name' && command.endsWith('-module')) return services.modules.list().map(({ name }) => name);
  return undefined;
}

function* registered(key: string, args: readonly PSValue[], session: Session): Steps<readonly CompletionItem[]> {
  const table = session.services.state(COMPLETERS, () => new Map<string, PSValue>());
  const block = table.get(key);
  if (block === undefined) return [];
  const results = yield* settle(session.invoke(block, args));
  return results.map((result) => {
    const object = result instanceof PSObject && result.has('CompletionText') ? result : undefined;
    const text = toText(object?.get('CompletionText') ?? result);
    return {
      text,
      label: toText(object?.get('ListItemText') ?? text),
      kind: 'ParameterValue',
      tip: toText(object?.get('ToolTip') ?? text),
    };
  });
}

/** `$fakeBoundParameters`: what is known of the words so far. */
function boundText(words: readonly Token[]): PSValue {
  const bound = new PSDictionary();
  let name: string | undefined;
  for (const word of words) {
    if (word.kind === 'Parameter') {
      if (name !== undefined) bound.append(name, true);
      name = word.value;
    } else if (name !== undefined && word.kind !== 'Comma') {
      bound.append(name, word.value);
      name = undefined;
    }
  }
  if (name !== undefined) bound.append(name, true);
  return bound;
}

function files(word: WrittenWord, services: EngineServices, onlyFolders: boolean): CompletionItem[] {
  const home = services.environment?.get('HOME') ?? process.env['HOME'] ?? '';
  return fileItems(word.text, word.quote, services.location.path, home, onlyFolders);
}

// ------------------------------------------------------- variables, types …

function variableItems(token: Token, services: EngineServices): CompletionItem[] {
  const sigil = token.kind === 'SplattedVariable' ? '@' : '$';
  return variableNames(token.text.slice(1).replace(/^\{/, '').replace(/\}$/, ''), sigil, services);
}
const SCOPES = ['global', 'local', 'private', 'script', 'using'];
function variableNames(written: string, sigil: string, services: EngineServices): CompletionItem[] {
  const colon = written.indexOf(':');
  const drive = colon < 0 ? '' : written.slice(0, colon + 1);
  const lower = written.slice(colon + 1).toLowerCase();
  const make = (name: string, tip: string): CompletionItem => ({
    text: /^[\w:?^$]+$/.test(name) ? `${sigil}${drive}${name}` : `${sigil}{${drive}${name}}`,
    label: name,
    kind: 'Variable',
    tip,
  });
  if (/^env:$/i.test(drive)) {
    const environment = services.environment ?? new Map(Object.entries(process.env));
    return [...environment]
      .filter(([name]) => name.toLowerCase().startsWith(lower))
      .map(([name, value]) => make(name, String(value)));
  }
  const scope = /^(global|script|local):$/i.exec(drive)?.[1]?.toLowerCase();
  const items = services.variables
    .list(scope)
    .filter(({ name }) => name.toLowerCase().startsWith(lower))
    .map(({ name, value }) => make(name, tipOf(name, value)));
  if (drive === '' && lower !== '') {
    if ('env'.startsWith(lower))
      items.push({ text: `${sigil}env:`, label: 'env:', kind: 'Variable', tip: 'environment' });
    for (const name of SCOPES)
      if (name.startsWith(lower))
        items.push({ text: `${sigil}${name}:`, label: `${name}:`, kind: 'Variable', tip: name });
  }
  return items;
}
function tipOf(name: string, value: PSValue): string {
  const type = value instanceof PSObject ? (value.typeNames[0] ?? '') : value === null ? '' : typeof value;
  return type === '' ? `$${name}` : `[${type.split('.').at(-1) ?? type}]$${name}`;
}

interface TypePlace {
  readonly word: string;
  readonly start: number;
}
function typeAt({ text, cursor }: Place): TypePlace | undefined {
  const match = /(?:^|[\s(,=;|{[])\[([A-Za-z][\w.]*)$/.exec(text);
  const word = match?.[1];
  return word === undefined ? undefined : { word, start: cursor - word.length };
}
const TYPES =
  'bool byte char datetime decimal double float guid hashtable int int16 int32 int64 long math object ordered pscredential pscustomobject psobject regex sbyte scriptblock securestring short single string switch timespan type uint16 uint32 uint64 ulong uri version void xml CmdletBinding Parameter ValidateSet ValidateRange ValidatePattern ValidateNotNull ValidateNotNullOrEmpty Alias OutputType System.Math System.Text.StringBuilder System.IO.Path System.IO.File System.Environment System.Convert System.Collections.ArrayList System.Collections.Generic.List'.split(
    ' ',
  );
function typeItems(word: string): CompletionItem[] {
  const lower = word.toLowerCase();
  return TYPES.filter((name) => name.toLowerCase().startsWith(lower)).map((name) => ({
    text: name,
    kind: 'Type',
    tip: `[${name}]`,
  }));
}

const OPERATORS =
  'and or not xor band bor bnot bxor shl shr eq ne gt ge lt le like notlike match notmatch contains notcontains in notin replace split join is isnot as f ceq cne clike cmatch creplace csplit'.split(
    ' ',
  );
function operatorItems(written: string): CompletionItem[] {
  const lower = written.slice(1).toLowerCase();
  return OPERATORS.filter((name) => name.startsWith(lower)).map((name) => ({
    text: `-${name}`,
    kind: 'ParameterName',
    tip: `-${name}`,
  }));
}

// -------------------------------------------------------------------- members

interface MemberPlace {
  /** `$name` and properties behind it, or a type. */
  readonly root: string;
  readonly path: readonly string[];
  readonly isStatic: boolean;
  readonly word: string;
  readonly start: number;
}
function memberAt({ text, cursor }: Place): MemberPlace | undefined {
  const statics = /\[([\w.[\],]+)\]::(\w*)$/.exec(text);
  if (statics !== null) {
    const word = statics[2] ?? '';
    return { root: statics[1] ?? '', path: [], isStatic: true, word, start: cursor - word.length };
  }
  const chain = /(\$[\w:?]+(?:\.\w+)*)\.(\w*)$/.exec(text) ?? /('(?:[^']|'')*'|"[^"$]*")\.(\w*)$/.exec(text);
  if (chain === null) return undefined;
  const [root = '', ...path] = /^['"]/.test(chain[1] ?? '') ? [chain[1] ?? ''] : (chain[1] ?? '').split('.');
  const word = chain[2] ?? '';
  return { root, path, isStatic: false, word, start: cursor - word.length };
}
function* memberItems(place: MemberPlace, services: EngineServices): Steps<CompletionItem[]> {
  let target: PSValue | undefined;
  if (place.isStatic) {
    const type = resolveTypeText(place.root, ['System']);
    if (type === undefined) return [];
    target = new TypeObject(type);
  } else if (/^['"]/.test(place.root)) target = place.root;
  else target = services.variables.find(place.root.slice(1).replace(/^(?:global|script|local):/i, ''))?.value;
  for (const name of place.path) {
    if (target === undefined || target === null) return [];
    target = yield* settle(services.members.get(target, name));
  }
  if (target === undefined || target === null) return [];
  const lower = place.word.toLowerCase();
  const items: CompletionItem[] = [];
  if (target instanceof PSDictionary)
    for (const [key] of target.entries())
      if (typeof key === 'string' && key.toLowerCase().startsWith(lower))
        items.push({ text: /^\w+$/.test(key) ? key : `'${key}'`, label: key, kind: 'Property', tip: key });
  const first = target instanceof PSList ? (target.items[0] ?? target) : target;
  const list = Array.isArray(first) ? ((first as readonly PSValue[])[0] ?? first) : first;
  for (const { name, kind, definition } of services.members.describe(list as PSValue, place.isStatic)) {
    if (!name.toLowerCase().startsWith(lower) || /^(?:get|set|add|remove|op)_/.test(name)) continue;
    const isMethod = kind.endsWith('Method');
    items.push({
      text: isMethod ? `${name}(` : name,
      label: name,
      kind: isMethod ? 'Method' : 'Property',
      tip: definition,
    });
  }
  return items;
}
