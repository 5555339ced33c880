/**
 * What could stand at the cursor: commands, parameters, values of parameters, variables, members, types and files. The
 * text before the cursor is parsed as far as it goes; the names come from the session itself.
 */
import { PSDictionary, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import type { Token } from '../../lang/index.js';
import type { CommandEntry, EngineServices } from '../commands/index.js';
import { toText } from '../conversion.js';
import { settle, type Pending, type Steps } from '../pending.js';
import { declaredOutput } from '../runtime/declared-output.js';
import { TypeObject } from '../values/live.js';
import { resolveTypeText } from '../values/types.js';
import { beginsCommand, commandBefore, placeOf, type Place } from './command-line.js';
import { arranged, quoted, type Completion, type CompletionItem } from './completion-result.js';
import { fileItems, programs } from './files.js';
import {
  leftOfPipe,
  memberItemsOf,
  openGroup,
  valueOfExpression,
  valuesOfPipeline,
  type Session as Inferring,
} from './inference.js';
import { knownValues } from './known-values.js';
import { bindWords, findParameter, parameterItems, parametersOf, type CompletableParameter } from './parameters.js';
import { driveItems, enumNames, indexKeys, keysOfTable, wordsByText, type SpecialItems } from './special-places.js';
import { completionResultOf } from './result-types.js';
import { typeItems } from './type-names.js';

/** Runs a script block with arguments and gives what it wrote. */
export type InvokeCompleter = (block: PSValue, args: readonly PSValue[]) => Pending<readonly PSValue[]>;

/** What the completion of an argument asks of the session. */
interface Session {
  readonly services: EngineServices;
  readonly invoke: InvokeCompleter;
  readonly inferring: Inferring;
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
  const inferring: Inferring = { services, invoke, command: (name) => commandFor(name, services) };
  const special = wordsByText(place.text) ?? indexKeys(place.text, services);
  if (special !== undefined) return done(special.items, special.start);
  if (token?.kind === 'Comment') return done([]);
  const member = memberAt(place);
  if (member !== undefined) return done(yield* memberItems(member, services), member.start);
  const behindDot = yield* membersBehindDot(place, inferring);
  if (behindDot !== undefined) return done(behindDot.items, behindDot.start);
  const key = yield* tableKeys(place, services);
  if (key !== undefined) return done(key.items, key.start);
  const names = enumNames(place.tokens, token, services);
  if (names !== undefined) return done(names.items, names.start < 0 ? place.cursor : names.start);
  if (token?.kind === 'Variable' || token?.kind === 'SplattedVariable') return done(variableItems(token, services));
  if (token !== undefined && /^(?:\$\{?|@)$/.test(token.text))
    return done(variableNames('', token.text[0] ?? '$', services));
  const type = typeAt(place);
  if (type !== undefined) return done(typeItems(type.word), type.start);
  if (token?.text.startsWith('-') === true && beforeWord(place).at(-1)?.kind === 'Switch')
    return done(switchItems(token.text));
  if (beginsCommand(place)) {
    const word = token === undefined ? '' : token.value || (/^[\w%?]/.test(token.text) ? token.text : '');
    return done(yield* commandItems(word, token, services), word === '' ? place.cursor : start);
  }
  if (place.command === undefined) {
    const items = token?.text.startsWith('-') === true ? operatorItems(token.text) : [];
    return done(items.length > 0 ? items : files(wordOf(token), services, false));
  }
  return yield* argument(place, place.command, { services, invoke, inferring }, done);
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
  if (token?.text.startsWith('-') === true) return [];
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

/** A command's own name and the types that it declares. */
function* commandFor(
  name: string,
  services: EngineServices,
): Steps<{ readonly name: string; readonly output: string | undefined } | undefined> {
  const entry = yield* entryOf(name, services);
  return entry === undefined
    ? undefined
    : { name: entry.name, output: entry.spec?.outputType ?? declaredOutput(entry.name) };
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
  if (token?.text === '-') {
    // Of a function the common ones come when their name is begun.
    const offered = entry?.type === 'Cmdlet' ? parameters : parameters.filter(({ isCommon }) => !isCommon);
    return done(parameterItems(offered, '', bindWords(parameters, words).used));
  }
  if (token?.kind === 'Parameter') {
    const parameter = findParameter(parameters, token.value);
    return done(yield* valueItems(own, parameter, { text: '', quote: '' }, words, place, session), place.cursor);
  }
  const { next } = bindWords(parameters, words);
  const word = wordOf(token);
  const items = yield* valueItems(own, next, word, words, place, session);
  return done(items, token?.kind === 'Comma' ? place.cursor : undefined);
}

function* valueItems(
  command: string,
  parameter: CompletableParameter | undefined,
  word: WrittenWord,
  words: readonly Token[],
  place: Place,
  session: Session,
): Steps<readonly CompletionItem[]> {
  const { services } = session;
  const lower = word.text.toLowerCase();
  const begins = (text: string): boolean => text.toLowerCase().startsWith(lower);
  if (parameter !== undefined) {
    const key = parameter.name.toLowerCase();
    for (const name of [`${command.toLowerCase()}:${key}`, `:${key}`]) {
      const items = yield* registered(name, [command, parameter.name, word.text, null, boundText(words)], session);
      if (items.length > 0) return items;
    }
    if (parameter.completer !== null) {
      const args = [command, parameter.name, word.text, null, boundText(words)];
      const items = yield* resultsOf(parameter.completer, args, session);
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
    const properties = yield* propertyNames(command, key, word, place, session);
    if (properties !== undefined) return properties;
    const known = yield* knownValues(command.toLowerCase(), key, services);
    if (known !== undefined) {
      const { ordered } = known;
      return known.values
        .filter(begins)
        .map((text) => ({ text: quoted(text, word.quote), label: text, kind: 'ParameterValue', tip: text, ordered }));
    }
  }
  return files(word, services, /^(?:set-location|push-location)$/i.test(command));
}

const PROPERTY_PARAMETERS =
  /^(?:(?:select|sort|group|measure|compare)-object:property|select-object:(?:expandproperty|excludeproperty)|format-(?:table|list|wide|custom):property|where-object:property|foreach-object:membername|join-string:property)$/;

/** Names of the properties that the objects of the pipeline's left side have. */
function* propertyNames(
  command: string,
  parameter: string,
  word: WrittenWord,
  place: Place,
  session: Session,
): Steps<readonly CompletionItem[] | undefined> {
  if (!PROPERTY_PARAMETERS.test(`${command.toLowerCase()}:${parameter}`)) return undefined;
  const left = leftOfPipe(beforeWord(place));
  if (left === undefined) return [];
  const values = yield* valuesOfPipeline(left, session.inferring);
  const items = memberItemsOf(values, word.text, session.services, 'properties');
  return items.map((item) => ({ ...item, text: quoted(item.text, word.quote) }));
}
const beforeWord = ({ tokens, token }: Place): readonly Token[] =>
  token === undefined ? tokens : tokens.filter(({ startOffset }) => startOffset < token.startOffset);

function* registered(key: string, args: readonly PSValue[], session: Session): Steps<readonly CompletionItem[]> {
  const table = session.services.state(COMPLETERS, () => new Map<string, PSValue>());
  const block = table.get(key);
  return block === undefined ? [] : yield* resultsOf(block, args, session);
}
/** What a completer's block gives: texts and CompletionResult objects, in its order. */
function* resultsOf(block: PSValue, args: readonly PSValue[], session: Session): Steps<readonly CompletionItem[]> {
  const results = yield* settle(session.invoke(block, args));
  return results.map((result) => {
    const made = completionResultOf(result);
    const text = made?.text ?? toText(result);
    return {
      text,
      label: made?.label ?? text,
      kind: 'ParameterValue',
      tip: made?.tip ?? text,
      ordered: true,
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
  const drive = driveItems(word.text, services);
  if (drive !== undefined) return drive;
  const home = services.environment?.get('HOME') ?? process.env['HOME'] ?? '';
  return fileItems(word.text, word.quote, services.location.path, home, onlyFolders);
}

// ------------------------------------------------------- variables, types …

function variableItems(token: Token, services: EngineServices): CompletionItem[] {
  const sigil = token.kind === 'SplattedVariable' ? '@' : '$';
  return variableNames(token.text.slice(1).replace(/^\{/, '').replace(/\}$/, ''), sigil, services);
}
/** Variables that a script has without having made them. */
const AUTOMATIC =
  'args ConsoleFileName Event EventArgs EventSubscriber ExecutionContext false foreach HOME Host input LASTEXITCODE Matches MyInvocation NestedPromptLevel null PID PROFILE PSBoundParameters PSCmdlet PSCommandPath PSCulture PSDebugContext PSHOME PSItem PSScriptRoot PSSenderInfo PSUICulture PSVersionTable PWD Sender ShellId StackTrace switch this true'.split(
    ' ',
  );
const DRIVES = ['Alias', 'Env', 'Function', 'Variable'];
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
    const known = new Set(items.map(({ label }) => label?.toLowerCase()));
    for (const name of AUTOMATIC)
      if (name.toLowerCase().startsWith(lower) && !known.has(name.toLowerCase())) items.push(make(name, `$${name}`));
    for (const name of DRIVES)
      if (name.toLowerCase().startsWith(lower))
        items.push({ text: `${sigil}${name}:`, label: `${name}:`, kind: 'Variable', tip: name });
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
  const match = /(?:^|[\s(,=;|{[\]])\[([A-Za-z][\w.]*)$/.exec(text);
  const word = match?.[1];
  return word === undefined ? undefined : { word, start: cursor - word.length };
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
  if (chain === null || /^\$(?:_|PSItem)\.\w*$/i.test(chain[0])) return undefined;
  const [root = '', ...path] = /^['"]/.test(chain[1] ?? '') ? [chain[1] ?? ''] : (chain[1] ?? '').split('.');
  const word = chain[2] ?? '';
  return { root, path, isStatic: false, word, start: cursor - word.length };
}
function* memberItems(place: MemberPlace, services: EngineServices): Steps<CompletionItem[]> {
  let target: PSValue | undefined;
  if (place.isStatic) {
    const type = services.findType(place.root) ?? resolveTypeText(place.root, ['System']);
    if (type === undefined) return [];
    target = new TypeObject(type);
  } else if (/^['"]/.test(place.root)) target = place.root;
  else target = services.variables.find(place.root.slice(1).replace(/^(?:global|script|local):/i, ''))?.value;
  for (const name of place.path) {
    if (target === undefined || target === null) return [];
    target = yield* settle(services.members.get(target, name));
  }
  if (target === undefined || target === null) return [];
  return memberItemsOf([target], place.word, services, 'all');
}

/** `$_.`, `(…).`, `[T]::new().`: members of what stands before the dot. */
function* membersBehindDot(place: Place, session: Inferring): Steps<SpecialItems | undefined> {
  const { token, tokens, cursor, text } = place;
  const word = /\.(\w*)$/.exec(text)?.[1];
  const first = /[\w)\]}'"]\.\w*$/.test(text);
  if (word === undefined || !first || token === undefined) return undefined;
  const dot = tokens.findLast(({ text: one, startOffset }) => one === '.' && startOffset === cursor - word.length - 1);
  if (dot === undefined) return undefined;
  const before = tokens.filter(({ startOffset }) => startOffset < dot.startOffset);
  const last = before.at(-1);
  const made = (values: readonly PSValue[]): SpecialItems => ({
    items: memberItemsOf(values, word, session.services, 'all'),
    start: cursor - word.length,
  });
  if (last?.kind === 'Variable' && /^\$(?:_|PSItem)$/i.test(last.text))
    return made(yield* currentObjects(before, session));
  if (last?.kind === 'RParen' || last?.kind === 'RCurly') return made(yield* valueOfExpression(before, session));
  return undefined;
}
/** What `$_` may be: the block's command stands behind a pipe. */
function* currentObjects(tokens: readonly Token[], session: Inferring): Steps<readonly PSValue[]> {
  const opened = openGroup(tokens, new Set(['LCurly']));
  const left = opened < 0 ? undefined : leftOfPipe(tokens.slice(0, opened));
  return left === undefined ? [] : yield* valuesOfPipeline(left, session);
}
/** Keys of a calculated property. */
function* tableKeys(place: Place, services: EngineServices): Steps<SpecialItems | undefined> {
  let before: readonly Token[] | undefined;
  const found = keysOfTable(place.tokens, place.token, place.cursor, (tokens) => {
    before = tokens;
    return undefined;
  });
  if (found === undefined || before === undefined) return found;
  const name = commandBefore(before)?.[0];
  const entry = name === undefined ? undefined : yield* entryOf(name.value === '' ? name.text : name.value, services);
  return keysOfTable(place.tokens, place.token, place.cursor, () => entry?.name);
}
const SWITCHES = ['CaseSensitive', 'Exact', 'File', 'Parallel', 'Regex', 'Wildcard'];
const switchItems = (written: string): CompletionItem[] =>
  SWITCHES.filter((name) => name.toLowerCase().startsWith(written.slice(1).toLowerCase())).map((name) => ({
    text: `-${name}`,
    label: name,
    kind: 'ParameterName',
    tip: `-${name}`,
  }));
