/** What could stand as an argument of a command: parameters, their values, properties of what comes down the pipeline. */
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import type { Ast, Token } from '../../lang/index.js';
import { astObject } from '../net/language-tree.js';
import type { EngineServices } from '../commands/index.js';
import { toText } from '../conversion.js';
import { sessionDatabase } from '../formatting/session-formatting.js';
import { settle, type Steps } from '../pending.js';
import { hasWildcard, placeRegex } from '../text/wildcard.js';
import { typeNamesOf } from '../values/types.js';
import { enumNamesOf } from './assigned-values.js';
import type { Place } from './command-line.js';
import { arranged, quoted, type Completion, type CompletionItem } from './completion-result.js';
import { Inference, OnlyType } from './infer.js';
import { isPiped, type Session } from './inference.js';
import { type Beside, joinStringItems, knownValues } from './known-values.js';
import { memberItemsOf } from './member-items.js';
import { notedIn, parsed } from './parsed.js';
import { moduleNames } from './module-names.js';
import { expanded, files, wordOf, type WrittenWord } from './paths.js';
import { bindWords, findParameter, parameterItems, parametersOf, type CompletableParameter } from './parameters.js';
import { completionResultOf } from './result-types.js';
import { typeItems } from './type-names.js';
import { PSError } from '../values/exceptions.js';
import { unwrap } from '../values/live.js';

/** Completers that scripts registered: `command:parameter`, `:parameter`, `command:` for programs, in lower case. */
export const COMPLETERS = Symbol('argument completers');
/** The key of the block that completes the arguments of programs without a block of their own. */
export const NATIVE_FALLBACK = '\0';

export const beforeWord = ({ tokens, token }: Place): readonly Token[] =>
  token === undefined ? tokens : tokens.filter(({ startOffset }) => startOffset < token.startOffset);

export type Done = (items: Iterable<CompletionItem>, from?: number) => Completion;

export function* argument(place: Place, command: readonly Token[], session: Session, done: Done): Steps<Completion> {
  const { services } = session;
  const { token } = place;
  const [nameToken, ...before] = command;
  const words = token?.kind === 'Comma' ? [...before, token] : before;
  const name = nameToken?.value === '' ? (nameToken.text ?? '') : (nameToken?.value ?? '');
  const entry = yield* session.entry(name);
  const parameters = entry === undefined ? undefined : parametersOf(entry, pathAmong(before, services));
  const own = entry?.name ?? name;
  if (parameters === undefined) {
    const given: Given = () => [place.token?.text ?? '', commandTree(place), place.cursor];
    const key = `${own.toLowerCase()}:`;
    const items = yield* registered(completers(session).has(key) ? key : NATIVE_FALLBACK, given, session);
    return done(items ?? files(wordOf(token), services, { plain: true }));
  }
  const bound = bindWords(parameters, words, isPiped(beforeWord(place)));
  if ((token?.kind === 'Parameter' && !token.usedColon) || token?.text === '-')
    return done(parameterItems(parameters, token.text === '-' ? '' : token.value, bound));
  const at: ValuePlace = { command: own, words, place, session };
  if (token?.kind === 'Parameter') {
    const parameter = findParameter(parameters, token.value);
    return done(yield* valueItems(parameter, { text: '', quote: '' }, at), place.cursor);
  }
  const items = yield* valueItems(bound.next, wordOf(token), at);
  return done(items, token?.kind === 'Comma' ? place.cursor : undefined);
}

/** The first path that is written: `-Path x`, or what stands where a path does. */
function pathAmong(words: readonly Token[], services: EngineServices): string | undefined {
  const named = words.findIndex(({ kind, value }) => kind === 'Parameter' && /^(?:pa?t?h?|l.*|pspath)$/i.test(value));
  const first = named >= 0 ? words[named + 1] : words[0]?.kind === 'Parameter' ? undefined : words[0];
  if (first?.kind === 'Variable') return expanded(first.text, services);
  const word = wordOf(first);
  return word.text === '' ? undefined : word.expands === true ? expanded(word.text, services) : word.text;
}
/** What a completer gets; its tree is made for those alone that ask for it. */
type Given = () => readonly PSValue[];

/** The command at the cursor as a tree: completers look at what else is written there. */
function commandTree({ text, cursor }: Place): PSValue {
  const { ast } = parsed(text);
  let found: Ast | undefined;
  for (const node of notedIn(ast)) {
    if (node.kind !== 'CommandAst' || node.extent.startOffset > cursor) continue;
    if (found === undefined || node.extent.startOffset > found.extent.startOffset) found = node;
  }
  return found === undefined ? null : astObject(found, ast);
}
interface ValuePlace {
  readonly command: string;
  readonly words: readonly Token[];
  readonly place: Place;
  readonly session: Session;
}

function* valueItems(
  parameter: CompletableParameter | undefined,
  word: WrittenWord,
  at: ValuePlace,
): Steps<readonly CompletionItem[]> {
  const { services } = at.session;
  const key = parameter?.name.toLowerCase() ?? '';
  if (parameter !== undefined) {
    const found = yield* valuesOfParameter(parameter, word, at);
    if (found !== undefined) return found;
  }
  return files(word, services, {
    onlyFolders: /^(?:set-location|push-location)$/i.test(at.command),
    plain: key === 'literalpath',
  });
}
function* valuesOfParameter(
  parameter: CompletableParameter,
  word: WrittenWord,
  at: ValuePlace,
): Steps<readonly CompletionItem[] | undefined> {
  const { command, words, session } = at;
  const begins = wordTest(word.text);
  const isModule = moduleTest(word.text);
  const item = (text: string, label = text, tip = label): CompletionItem => ({
    text: quoted(text, word.quote),
    label,
    kind: 'ParameterValue',
    tip,
  });
  const key = parameter.name.toLowerCase();
  const args: Given = () => [command, parameter.name, word.text, commandTree(at.place), boundText(words)];
  for (const name of [`${command.toLowerCase()}:${key}`, `:${key}`]) {
    const items = yield* registered(name, args, session);
    if (items !== undefined) return items;
  }
  if (parameter.completer !== null) {
    const items = yield* resultsOf(parameter.completer, args(), session);
    if (items !== undefined) return items;
  }
  for (const [maker, made] of [
    [parameter.completerClass, '$maker::new()'],
    [parameter.completerFactory, '$maker.Create()'],
  ] as const) {
    if (maker === null) continue;
    // An IArgumentCompleter of the script: made anew, and asked.
    const asked = session.services.parse(
      `param($maker, $given) ${made}.CompleteArgument($given[0], $given[1], $given[2], $given[3], $given[4])`,
    );
    const items = yield* resultsOf(asked, [maker, [...args()]], session);
    if (items !== undefined) return items;
  }
  // Words that an attribute lists are offered as they stand there.
  if (parameter.completions !== undefined)
    return parameter.completions.filter(begins).map((text) => ({ text, kind: 'ParameterValue', tip: text }));
  if (parameter.values !== undefined) return parameter.values.filter(begins).map((value) => item(value));
  if (parameter.isSwitch)
    return ['$true', '$false']
      .filter(begins)
      .map((text) => ({ text, kind: 'ParameterValue', tip: text, ordered: true }));
  const offered = parameter.spec?.complete?.(word.text);
  if (offered !== undefined) {
    // Names that nobody can tell yet are no files.
    const list = yield* settle(offered);
    return list.map(({ text, label, tip }) => item(text, label, tip));
  }
  if (`${command.toLowerCase()}:${key}` === 'new-object:typename')
    return typeArguments(word.text) ?? typeItems(word.text).filter(({ kind }) => kind === 'Type');
  if (`${command.toLowerCase()}:${key}` === 'where-object:value') {
    const names = enumNamesOf(yield* comparedProperty(at));
    return (names ?? []).filter(begins).map((text) => ({ text, kind: 'ParameterValue', tip: text, ordered: true }));
  }
  if (/^join-string$/i.test(command)) {
    const found = joinStringItems(key, at.place.token?.kind === 'Comma' ? '' : (at.place.token?.text ?? ''));
    if (found !== undefined) return found;
  }
  if (key === 'view') {
    const names = yield* viewNames(at);
    if (names !== undefined)
      return names.filter(begins).map((text) => ({ ...item(text), kind: 'Text', ordered: true }));
  }
  const properties = yield* propertyNames(key, word, at);
  if (properties !== undefined) return properties;
  if (/^(?:save|update)-help:module$/.test(`${command.toLowerCase()}:${key}`))
    return (yield* moduleNames(session, 'available')).filter(isModule).map((text) => item(text));
  if (/^(?:get|import|remove)-module:name$/.test(`${command.toLowerCase()}:${key}`)) {
    const importing = command.toLowerCase() === 'import-module';
    const listing = words.some(({ kind, value }) => kind === 'Parameter' && /^l(?:i(?:s.*)?)?$/i.test(value));
    const names = yield* moduleNames(session, importing || listing ? 'available' : 'loaded');
    const offered = names.filter(isModule).map((text) => ({ ...item(text), ordered: true }));
    if (!importing) return offered;
    // A path that is written as one may be any file's.
    const extensions = /[\\/]/.test(word.text) ? {} : { extensions: MODULE_FILES };
    return [...arranged(files(word, session.services, extensions)), ...offered];
  }
  const known = yield* knownValues(command.toLowerCase(), key, session.services, valuesBeside(words));
  if (known === undefined) return undefined;
  const { ordered, kind, tipOf, labelOf } = known;
  const fits = /^get-command:(?:module|excludemodule)$/i.test(`${command}:${key}`) ? isModule : begins;
  const values = known.values
    .filter(fits)
    .map((text) => ({ ...item(text, labelOf?.(text), tipOf?.(text)), kind, ordered }));
  return values.length === 0 && /[\\/.]/.test(word.text) ? undefined : values;
}

/** Whether a name begins with a word, or matches it where it has wildcards. */
function wordTest(word: string): (text: string) => boolean {
  const lower = word.toLowerCase();
  const pattern = hasWildcard(word) ? placeRegex(`${word}*`) : undefined;
  return (text) => text.toLowerCase().startsWith(lower) || pattern?.test(text) === true;
}
/** Modules are found by the last part of their names too: `Host` means Microsoft.PowerShell.Host. */
function moduleTest(word: string): (name: string) => boolean {
  const begins = wordTest(word);
  const isShort = word !== '' && !/[.*?[]/.test(word);
  return (name) => begins(name) || (isShort && begins(name.slice(name.lastIndexOf('.') + 1)));
}
/** Views that the objects of the pipeline have for a formatting command. */
function* viewNames({ command, place, session }: ValuePlace): Steps<readonly string[] | undefined> {
  const shape = /^format-(table|list|wide|custom)$/i.exec(command)?.[1]?.toLowerCase();
  if (shape === undefined) return undefined;
  const values = yield* objectsBefore(place.text, session);
  const types = new Set(
    values.flatMap((value) =>
      value instanceof OnlyType ? value.type.chainTypes().map(({ fullName }) => fullName) : typeNamesOf(value),
    ),
  );
  const { views } = sessionDatabase(session.services).database;
  const fitting = views.filter((view) => view.shape === shape && view.types.some((type) => types.has(type)));
  return [...new Set(fitting.map(({ name }) => name))];
}

/** `New-Object List[T`: the whole name is one word. */
function typeArguments(word: string): readonly CompletionItem[] | undefined {
  const inner = /^(.*[[,]\s*)([A-Za-z][\w.+]*)$/.exec(word);
  if (inner === null || !word.includes('[')) return undefined;
  const [, before = '', name = ''] = inner;
  const open = before.split('[').length - before.split(']').length;
  const closing = ']'.repeat(Math.max(open, 0));
  return typeItems(name)
    .filter(({ kind }) => kind === 'Type')
    .map((item) => ({ ...item, text: `'${before}${item.text}${closing}'` }));
}

/** What can be imported by its path. */
export const MODULE_FILES = ['.ps1', '.psm1', '.psd1', '.dll', '.cdxml'];
const PROPERTY_PARAMETERS =
  /^(?:(?:select|sort|group|measure|compare)-object:property|select-object:(?:expandproperty|excludeproperty)|format-(?:table|list|wide|custom):property|where-object:property|foreach-object:membername|join-string:property)$/;

/** Names of the properties that the objects of the pipeline's left side have. */
function* propertyNames(
  parameter: string,
  word: WrittenWord,
  { command, words, place, session }: ValuePlace,
): Steps<readonly CompletionItem[] | undefined> {
  if (!PROPERTY_PARAMETERS.test(`${command.toLowerCase()}:${parameter}`)) return undefined;
  const before = beforeWord(place);
  // What `% ` begins with may as well be a block: only a word that was begun, or a pipe, makes it a name.
  if (!isPiped(before)) return parameter === 'membername' && word.text === '' ? undefined : [];
  const values = yield* objectsBefore(place.text, session);
  const which = parameter === 'membername' ? 'names' : 'properties';
  // Those that the list has already are not offered again.
  const listed = new Set(valuesBefore(words, place));
  const items = memberItemsOf(values, word.text, session.services, which).filter(
    ({ label, text }) => !listed.has((label ?? text).toLowerCase()),
  );
  return items.map((one) => ({ ...one, text: quoted(one.text, word.quote) }));
}
/** The values of the list that the place is in, in lower case. */
function valuesBefore(words: readonly Token[], { token }: Place): readonly string[] {
  const values: string[] = [];
  const list = token?.kind === 'Comma' ? words : [...words];
  for (let at = list.length - 1; at >= 0; at -= 2) {
    const value = list[at - 1];
    if (list[at]?.kind !== 'Comma' || value === undefined) break;
    values.push(wordOf(value).text.toLowerCase());
  }
  return values;
}
/** `Where-Object Kind -eq `: the property's values, as far as they are known. */
function* comparedProperty({ words, place, session }: ValuePlace): Steps<readonly PSValue[]> {
  const [name] = valuesBeside(words).get('property') ?? words.filter(({ kind }) => kind !== 'Parameter').map(wordText);
  const inference = new Inference(place.text, session);
  return name === undefined ? [] : yield* inference.property(yield* objectsBefore(place.text, session), name);
}
const wordText = (token: Token): string => wordOf(token).text;
/** The objects that come to the command at the end of a text. */
function* objectsBefore(text: string, session: Session): Steps<readonly PSValue[]> {
  const inference = new Inference(text, session);
  const end = text.trimEnd().length;
  const command = inference.last(['CommandAst'], end) ?? inference.last(['CommandAst'], text.length);
  return command === undefined ? [] : yield* inference.left(command);
}

const completers = (session: Session): Map<string, PSValue> =>
  session.services.state(COMPLETERS, () => new Map<string, PSValue>());
function* registered(key: string, args: Given, session: Session): Steps<readonly CompletionItem[] | undefined> {
  const block = completers(session).get(key);
  return block === undefined ? undefined : yield* resultsOf(block, args(), session);
}
/**
 * What a completer's block gives: texts and CompletionResult objects, in its order. Undefined where it has nothing to say,
 * as where it fails: others are asked then. A single empty text, or null, says that there is nothing.
 */
function* resultsOf(
  block: PSValue,
  args: readonly PSValue[],
  session: Session,
): Steps<readonly CompletionItem[] | undefined> {
  let results: readonly PSValue[];
  try {
    results = yield* settle(session.invoke(block, args));
  } catch (error) {
    if (error instanceof PSError) return undefined;
    throw error;
  }
  const [only = null] = results;
  if (results.length === 1 && (only === null || unwrap(only) === '')) return [];
  const items = results.flatMap((result): CompletionItem[] => {
    const made = completionResultOf(result);
    const text = made?.text ?? (result === null ? '' : toText(result));
    if (text === '') return [];
    const kind = made === undefined ? 'Text' : made.kindName;
    return [{ text, label: made?.label ?? text, kind, tip: made?.tip ?? text, ordered: true }];
  });
  return items.length > 0 ? items : undefined;
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
      bound.append(name, wordOf(word).text);
      name = undefined;
    }
  }
  if (name !== undefined) bound.append(name, true);
  return bound;
}

/** What is written for each parameter that is named, lists by their items. */
function valuesBeside(words: readonly Token[]): Beside {
  const found = new Map<string, string[]>();
  let list: string[] | undefined;
  for (const word of words) {
    if (word.kind === 'Parameter') found.set(word.value.toLowerCase(), (list = []));
    else if (word.kind !== 'Comma') list?.push(wordOf(word).text);
  }
  return new Map([...found].filter(([, values]) => values.length > 0));
}
