/**
 * What could stand at the cursor: commands, parameters, values of parameters, variables, members, types and files. The
 * text before the cursor is parsed as far as it goes; the names come from the session itself.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { Token } from '../../lang/index.js';
import type { EngineServices } from '../commands/index.js';
import type { Pending, Steps } from '../pending.js';
import { argument, beforeWord, COMPLETERS, NATIVE_FALLBACK } from './argument-completion.js';
import { assignedValues } from './assigned-values.js';
import { beginsCommand, endOfWord, placeOf, type Place } from './command-line.js';
import { commentHelpAt } from './comment-help.js';
import { outputOfCommand } from './command-output.js';
import { commandItems, entryOf, knownCommand } from './command-names.js';
import { arranged, quoted, type Completion, type CompletionItem } from './completion-result.js';
import { Inference } from './infer.js';
import type { Session } from './inference.js';
import { membersAt } from './member-items.js';
import { moduleNames } from './module-names.js';
import { operatorItems, switchItems } from './operator-names.js';
import { files, wordOf } from './paths.js';
import { historyItems, requiresModules } from './comment-lines.js';
import { indexKeys, moduleKeyItems, wordsByText } from './special-places.js';
import { tableKeys } from './table-keys.js';
import { functionIn, textCommand, withFunctionsOf } from './text-commands.js';
import { typeItems } from './type-names.js';
import { isNew, variableAt, variablesOfText } from './text-variables.js';
import { variableItems } from './variable-names.js';

/** Runs a script block with arguments and gives what it wrote. */
export type InvokeCompleter = (block: PSValue, args: readonly PSValue[]) => Pending<readonly PSValue[]>;
export { COMPLETERS, NATIVE_FALLBACK };

export function* completeInput(
  input: string,
  cursor: number,
  services: EngineServices,
  invoke: InvokeCompleter,
): Steps<Completion> {
  const place = yield* placeOf(input, yield* endOfWord(input, Math.min(cursor, input.length)));
  const inner = innerScript(place);
  if (inner > 0) {
    const found = yield* completeInput(input.slice(inner), place.cursor - inner, services, invoke);
    return { ...found, start: found.start + inner };
  }
  const session: Session = {
    services,
    invoke,
    *entry(name) {
      const written = services.restricted ? undefined : functionIn(input, name);
      const own = written === undefined ? undefined : yield* textCommand(written, services, invoke);
      return own ?? (yield* entryOf(name, services));
    },
    *command(name) {
      return knownCommand(yield* session.entry(name));
    },
    outputOf: outputOfCommand,
  };
  const { token } = place;
  const start = token?.startOffset ?? place.cursor;
  const done = (items: Iterable<CompletionItem>, from = start): Completion => ({
    start: from,
    length: place.cursor - from,
    items: arranged(items),
  });
  const words = wordsByText(place.text);
  if (place.comment !== undefined) {
    const history = yield* historyItems(place.text.slice(place.comment), session);
    if (history !== undefined) return done(history, place.comment);
    const requires = requiresModules(place.text.slice(place.comment));
    if (requires !== undefined) {
      const from = place.cursor - requires.word.length;
      if (requires.keys !== undefined)
        return done(moduleKeyItems(requires.word, requires.keys, 'ParameterValue'), from);
      return done(itemsBeginning(yield* moduleNames(session, 'loaded'), requires.word), from);
    }
    if (words !== undefined) return done(words.items, words.start);
    const help = commentHelpAt(input, place.text, place.comment);
    switch (help?.type) {
      case 'items':
        return done(help.items, help.start);
      case 'command':
        return done(yield* commandItems(help.word, services), help.start);
      case 'variable':
        return done(variableItems(help.word, '', false, [], services), help.start);
      case 'helpFile':
        return done(files({ text: help.word, quote: '' }, services, { extensions: ['.xml'] }), help.start);
      default:
        return done([]);
    }
  }
  const inference = new Inference(place.text, session);
  const using = /(?:^|[\n;])\s*using\s+(module|assembly)\s+((?!@)\S*)$/i.exec(place.text);
  if (using !== null) {
    const word = using[2] ?? '';
    const isModule = using[1]?.toLowerCase() === 'module';
    if (word === '') return done([], place.cursor);
    const extensions = isModule ? ['.psm1', '.psd1', '.dll', '.cdxml', '.xaml'] : ['.dll'];
    const names = isModule && !/[\\/]/.test(word) ? yield* moduleNames(session, 'available') : [];
    const found = arranged(files({ text: word, quote: '' }, services, { extensions }));
    return done([...found, ...itemsBeginning(names, word)], place.cursor - word.length);
  }
  const special =
    words ??
    (yield* indexKeys(place.text, inference)) ??
    (isString(token) ? undefined : yield* membersAt(place.text, inference)) ??
    (yield* tableKeys(input, place, session)) ??
    (yield* assignedValues(place, inference));
  if (special !== undefined) return done(special.items, special.start);
  const variable = variableAt(token);
  if (variable !== undefined) {
    if (isNew(inference, token)) return done([]);
    const ofText = yield* variablesOfText(inference, token);
    return done(variableItems(variable.name, variable.sigil, variable.braced, ofText, services));
  }
  // Among a command's words a bracket begins a pattern.
  const type = place.command !== undefined && token?.text.startsWith('[') === true ? undefined : typeAt(place);
  if (type !== undefined) return done(typeItems(type.word, { attribute: type.attribute }), type.start);
  const last = beforeWord(place).at(-1);
  const label = /^(?:Break|Continue)$/.test(last?.kind ?? '') ? labelsAround(input, place) : undefined;
  if (label !== undefined)
    return done(itemsBeginning(label, token?.text ?? '').map((one) => ({ ...one, kind: 'Text' })));
  if (isRedirection(token) || isRedirection(last)) {
    const opens = isRedirection(token);
    const word = opens ? { text: '', quote: '' } : wordOf(token);
    return done(
      files(word, services, { plain: place.command === undefined && tokensBefore(place) === 0 }),
      opens ? place.cursor : undefined,
    );
  }
  if (token?.text.startsWith('-') === true && isSwitchFlag(place)) return done(switchItems(token.text));
  if (token !== undefined && /^(?:\/|\.\.?|\[)$/.test(token.text) && (beginsCommand(place) || token.startOffset === 0))
    return done(
      token.text === '..' ? [] : files({ text: token.text, quote: '' }, services, { plain: token.text === '[' }),
    );
  if (
    token !== undefined &&
    last?.endOffset === token.startOffset &&
    /^['"]/.test(last.text) &&
    /^[\\/]/.test(token.text)
  ) {
    // `'./My folder'/na`: a path that was in quotes goes on.
    const word = wordOf(last);
    return done(files({ ...word, text: word.text + token.text }, services), last.startOffset);
  }
  if (/^[)}\]]$/.test(token?.text ?? '') && tokensBefore(place) === 0)
    return done(files({ text: token?.text ?? '', quote: '' }, services, { plain: true }).map(callable));
  // What stands close to a sign of arithmetic is no command.
  if (last?.endOffset === token?.startOffset && /^(?:Divide|Multiply|Plus|Minus|Rem)$/.test(last?.kind ?? ''))
    return done([]);
  if (last?.kind === 'Variable' && last.endOffset === token?.startOffset && /^[\\/]/.test(token.text)) {
    // `$folder/na` as a command.
    const word = { text: last.text + token.text, quote: '', expands: true };
    return done(files(word, services, { plain: true }).map(callable), last.startOffset);
  }
  if (beginsCommand(place)) {
    if (token === undefined || /^[{(|;&=]/.test(token.text)) return done([], place.cursor);
    const called = last?.kind === 'Ampersand' || last?.kind === 'Dot';
    if (/^['"]/.test(token.text) && !called) return done(files(wordOf(token), services));
    return done(yield* commandWords(token, called, services, services.restricted ? '' : place.text));
  }
  if (place.command === undefined) {
    // `& $block -`: what a value in a variable takes is not known.
    const before = beforeWord(place).at(-2);
    const calls =
      before?.kind === 'Ampersand' || (before?.kind === 'Dot' && before.endOffset < (last?.startOffset ?? 0));
    const isCalled = calls || last?.kind === 'Foreach';
    if (token?.text.startsWith('-') === true) return done(isCalled ? [] : operatorItems(token.text));
    const mayBeFile =
      token !== undefined &&
      /[\w\]'"~/.-]$/.test(token.text) &&
      (last === undefined || !/^(?:I?eq|Ine)$/i.test(last.kind));
    return done(mayBeFile ? files(wordOf(token), services) : []);
  }
  return yield* argument(place, place.command, session, done);
}

const isString = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:Here)?String/.test(token.kind) && !/['"]\.\w*$/.test(token.text);
const itemsBeginning = (names: readonly string[], word: string): CompletionItem[] =>
  names
    .filter((name) => name.toLowerCase().startsWith(word.toLowerCase()))
    .map((text) => ({ text, kind: 'ParameterValue', tip: text, ordered: true }));
const isSwitchFlag = (place: Place): boolean => {
  const before = [...beforeWord(place)].reverse();
  const other = before.find(({ text }) => !text.startsWith('-'));
  return other?.kind === 'Switch';
};

/** Where the script begins that is written in a string: `"text $(Get-`. 0: nowhere. */
function innerScript({ text, token }: Place): number {
  if (token === undefined || !/^(?:Here)?StringExpandable/.test(token.kind) || !token.text.startsWith('"')) return 0;
  let depth = 0;
  for (let at = text.length - 1; at > token.startOffset; at -= 1) {
    if (text[at] === ')') depth += 1;
    else if (text[at] === '(') {
      if (depth > 0) depth -= 1;
      else return text[at - 1] === '$' ? at + 1 : 0;
    }
  }
  return 0;
}

/** What has to be quoted is a text, unless it is called. */
const callable = (item: CompletionItem): CompletionItem =>
  item.text.startsWith("'") ? { ...item, text: `& ${item.text}` } : item;
/** Commands, and files that could be run or opened. */
function* commandWords(token: Token, called: boolean, services: EngineServices, text: string): Steps<CompletionItem[]> {
  const word = wordOf(token);
  const name = word.quote !== '' ? word.text : token.value || (/^[\w%?*]/.test(token.text) ? token.text : '');
  const asCommand = word.quote === '' && !called ? callable : (item: CompletionItem) => item;
  if (/\/|^[.~]/.test(name) || (name === '' && word.quote !== ''))
    return files(word, services, { plain: true }).map(asCommand);
  if (token.text.startsWith('-')) return [];
  const commands = withFunctionsOf(text, name, yield* commandItems(name, services)).map((item) => ({
    ...item,
    text: word.quote === '' ? item.text : quoted(item.text, word.quote),
    label: item.label ?? item.text,
    ordered: true,
  }));
  const found =
    name === '' ? [] : files(word, services, { plain: true }).map((item) => ({ ...asCommand(item), ordered: true }));
  return [...found, ...commands];
}

const isRedirection = (token: Token | undefined): boolean => token?.kind.startsWith('Redir') === true;
const tokensBefore = ({ tokens, token }: Place): number =>
  tokens.filter((one) => !isRedirection(one) && one.startOffset !== token?.startOffset).length;
/** Labels of the loops around the place, the outermost first: of the blocks that are open there. */
function labelsAround(input: string, { tokens, cursor }: Place): readonly string[] {
  // A label that stands there already is not to be written before.
  if (/^[ \t]*\w/.test(input.slice(cursor))) return [];
  const open: (string | undefined)[] = [];
  let label: string | undefined;
  let depth = 0;
  for (const { kind, text } of tokens) {
    if (kind === 'Label') label = text.slice(1);
    else if (/LParen|DollarParen|AtParen/.test(kind)) depth += 1;
    else if (kind === 'RParen') depth -= 1;
    else if (/LCurly|AtCurly/.test(kind)) {
      open.push(depth > 0 ? undefined : label);
      if (depth <= 0) label = undefined;
    } else if (kind === 'RCurly') open.pop();
  }
  return open.filter((one) => one !== undefined);
}

interface TypePlace {
  readonly word: string;
  readonly start: number;
  /** The place may be an attribute's. */
  readonly attribute: boolean;
}
function typeAt({ text, cursor }: Place): TypePlace | undefined {
  const match =
    /(?:^|[\s(,=;|{[\]])\[([A-Za-z][\w.+]*)$/.exec(text) ??
    /\[[\w.]+\[(?:[\w.]+,\s*)*([A-Za-z][\w.+]*)$/.exec(text) ??
    // `[array]::Empty[T`: types that a method is called with.
    /(?:\]::|[$\])}][\w.]*\.)\w+\[(?:[\w.]+,\s*)*([A-Za-z][\w.+]*)$/.exec(text);
  const word = match?.[1];
  if (word === undefined) return undefined;
  const before = text.slice(0, cursor - word.length - 1).trimEnd();
  return { word, start: cursor - word.length, attribute: before === '' || /[({;\],\n]$/.test(before) };
}
