/**
 * What could stand at the cursor: commands, parameters, values of parameters, variables, members, types and files. The
 * text before the cursor is parsed as far as it goes; the names come from the session itself.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { CommandAst, Token } from '../../lang/index.js';
import type { EngineServices } from '../commands/index.js';
import type { Pending, Steps } from '../pending.js';
import { argument, beforeWord, COMPLETERS, NATIVE_FALLBACK } from './argument-completion.js';
import { assignedValues } from './assigned-values.js';
import { beginsCommand, commandBefore, endOfWord, placeOf, type Place } from './command-line.js';
import { commentHelpAt } from './comment-help.js';
import { outputOfCommand } from './command-output.js';
import { commandItems, entryOf, knownCommand } from './command-names.js';
import { arranged, quoted, type Completion, type CompletionItem } from './completion-result.js';
import { Inference, OnlyType } from './infer.js';
import type { Session } from './inference.js';
import { memberItemsOf, membersAt } from './member-items.js';
import { moduleNames } from './module-names.js';
import { operatorItems, switchItems } from './operator-names.js';
import { nodesAt, notedIn, parsed } from './parsed.js';
import { files, wordOf } from './paths.js';
import { type Given, parameterItems, parametersOf } from './parameters.js';
import { indexKeys, keysOfTable, MODULE_KEYS, wordsByText, type SpecialItems } from './special-places.js';
import type { NetType } from '../values/net-type.js';
import { functionIn, textCommand } from './text-commands.js';
import { declaredIn } from './variable-sources.js';
import { typeItems } from './type-names.js';
import { tipType, variableItems, type TextVariable } from './variable-names.js';

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
    const requires = requiresModules(place.text.slice(place.comment));
    if (requires !== undefined) {
      const names = requires.keys ?? (yield* moduleNames(session, 'loaded'));
      const found = itemsBeginning(names, requires.word);
      return done(
        requires.keys === undefined ? found : found.map((one) => ({ ...one, tip: MODULE_KEYS[one.text] ?? one.text })),
        place.cursor - requires.word.length,
      );
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
  const using = /(?:^|[\n;])\s*using\s+(module|assembly)\s+(\S*)$/i.exec(place.text);
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
    (yield* keys(input, place, session)) ??
    (yield* assignedValues(place, inference));
  if (special !== undefined) return done(special.items, special.start);
  const variable = variableAt(token);
  if (variable !== undefined) {
    if (isNew(inference, token)) return done([]);
    const ofText = yield* namesOf(inference, token, variable.name);
    return done(variableItems(variable.name, variable.sigil, variable.braced, ofText, services));
  }
  const type = typeAt(place);
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
    const found = done(yield* commandWords(token, called, services));
    // A name is replaced whole, also when the cursor stands within it.
    const rest = /^[\w-]*/.exec(input.slice(place.cursor))?.[0].length ?? 0;
    return { ...found, length: found.length + rest };
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
/** `#requires -Modules `: names of modules, and keys of the tables that describe one. */
function requiresModules(comment: string): { readonly word: string; readonly keys?: readonly string[] } | undefined {
  const modules = /^#requires\s+(?:.*\s)?-Modules\s+([^-].*)?$/i.exec(comment);
  if (modules === null) return undefined;
  const written = modules[1] ?? '';
  const table = /@\{([^}]*)$/.exec(written)?.[1];
  if (table === undefined)
    return /[,}]\s*$/.test(written) && /\}\s*$/.test(written)
      ? undefined
      : { word: /[\w.]*$/.exec(written)?.[0] ?? '' };
  const value = /ModuleName\s*=\s*'?([\w.]*)$/i.exec(table)?.[1];
  if (value !== undefined) return { word: value };
  const word = /(?:^|;)\s*(\w*)$/.exec(table)?.[1];
  if (word === undefined) return undefined;
  const left = Object.keys(MODULE_KEYS).filter((key) => !new RegExp(`\\b${key}\\s*=`, 'i').test(table));
  return { word, keys: left };
}
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
function* commandWords(token: Token, called: boolean, services: EngineServices): Steps<CompletionItem[]> {
  const word = wordOf(token);
  const name = word.quote !== '' ? word.text : token.value || (/^[\w%?*]/.test(token.text) ? token.text : '');
  const asCommand = word.quote === '' && !called ? callable : (item: CompletionItem) => item;
  if (/\/|^[.~]/.test(name) || (name === '' && word.quote !== ''))
    return files(word, services, { plain: true }).map(asCommand);
  if (token.text.startsWith('-')) return [];
  const commands = (yield* commandItems(name, services)).map((item) => ({
    ...item,
    text: word.quote === '' ? item.text : quoted(item.text, word.quote),
    label: item.label ?? item.text,
    ordered: true,
  }));
  const found =
    name === '' ? [] : files(word, services, { plain: true }).map((item) => ({ ...asCommand(item), ordered: true }));
  return [...found, ...commands];
}

interface WrittenVariable {
  readonly name: string;
  readonly sigil: string;
  readonly braced: boolean;
}
function variableAt(token: Token | undefined): WrittenVariable | undefined {
  if (token === undefined) return undefined;
  const written = /^([$@])(\{?)([^}]*)\}?$/.exec(token.text);
  if (written === null) return undefined;
  const isVariable = token.kind === 'Variable' || token.kind === 'SplattedVariable' || /^(?:\$\{?|@)$/.test(token.text);
  if (!isVariable && !token.text.startsWith('${')) return undefined;
  return { sigil: written[1] ?? '$', braced: written[2] === '{', name: written[3] ?? '' };
}
/** Whether a name stands there that is only made: a parameter's, or that of a property of a class. */
function isNew({ root }: Inference, token: Token | undefined): boolean {
  const start = token?.startOffset ?? 0;
  return nodesAt(root, start).some(
    (ast) =>
      (ast.kind === 'ParameterAst' && ast.name.extent.startOffset === start) ||
      (ast.kind === 'PropertyMemberAst' && (ast.initialValue?.extent.startOffset ?? Infinity) > start),
  );
}
/** Variables that the text itself gives values to. With the scope that is written before the name, if there is one. */
function* namesOf(inference: Inference, token: Token | undefined, written: string): Steps<readonly TextVariable[]> {
  const scoped = written.includes(':');
  const found = new Map<string, TextVariable>();
  const add = (name: string, type: string): void => {
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), { name, type });
  };
  const notes = notedIn(inference.root);
  const here = notes.find(
    (one) => one.kind === 'VariableExpressionAst' && one.extent.startOffset === token?.startOffset,
  );
  for (const ast of notes) {
    if (ast.kind === 'CommandAst') {
      if (!scoped) for (const name of namesMadeBy(ast)) add(name, 'ArrayList');
    } else if (ast.kind === 'VariableExpressionAst' && ast.extent.startOffset !== token?.startOffset && !ast.splatted) {
      const { userPath } = ast.variablePath;
      if (/^(?:_|PSItem|[$?^])$/i.test(userPath)) continue;
      const name = scoped ? userPath : userPath.replace(/^(?:global|local|script|private):/i, '');
      if (!name.toLowerCase().startsWith(written.toLowerCase()) || found.has(name.toLowerCase())) continue;
      const [value] = here === undefined ? [] : yield* inference.variable(userPath, here);
      add(name, value === undefined || value === null ? 'Object' : tipType(value));
    }
  }
  return [...found.values()];
}
/** `-OutVariable x` of any command, `Set-Variable x`: variables that a command makes. */
function namesMadeBy({ commandElements }: CommandAst): readonly string[] {
  const made: string[] = [];
  const [first] = commandElements;
  const command = first?.kind === 'StringConstantExpressionAst' ? first.value : '';
  const makes = /^(?:set|new)-variable$/i.test(command) ? /^n(?:a(?:me?)?)?$/i : undefined;
  commandElements.forEach((element, at) => {
    if (element.kind !== 'CommandParameterAst') return;
    const isName =
      /^(?:(?:error|warning|information|out|pipeline)variable|[ewiop]v)$/i.test(element.parameterName) ||
      makes?.test(element.parameterName) === true;
    const value = element.argument ?? commandElements[at + 1];
    // What is added to a variable makes none.
    if (isName && value?.kind === 'StringConstantExpressionAst' && !value.value.startsWith('+')) made.push(value.value);
  });
  return made;
}
const isRedirection = (token: Token | undefined): boolean => token?.kind.startsWith('Redir') === true;
const tokensBefore = ({ tokens, token }: Place): number =>
  tokens.filter((one) => !isRedirection(one) && one.startOffset !== token?.startOffset).length;
/** Labels of the loops around the place, the outermost first. */
function labelsAround(input: string, { text }: Place): readonly string[] {
  // A loop that is not closed yet ends where its last word does.
  const at = text.trimEnd().length;
  return nodesAt(parsed(input).ast, at).flatMap((ast) =>
    ast.extent.startOffset < at && 'label' in ast && typeof ast.label === 'string' ? [ast.label] : [],
  );
}

interface TypePlace {
  readonly word: string;
  readonly start: number;
  /** The place may be an attribute's. */
  readonly attribute: boolean;
}
function typeAt({ text, cursor }: Place): TypePlace | undefined {
  const match =
    /(?:^|[\s(,=;|{[\]])\[([A-Za-z][\w.+]*)$/.exec(text) ?? /\[[\w.]+\[(?:[\w.]+,\s*)*([A-Za-z][\w.+]*)$/.exec(text);
  const word = match?.[1];
  if (word === undefined) return undefined;
  const before = text.slice(0, cursor - word.length - 1).trimEnd();
  return { word, start: cursor - word.length, attribute: before === '' || /[({;\],\n]$/.test(before) };
}

const givenKeys = (keys: ReadonlySet<string> | undefined): Given => ({
  used: new Set(keys),
  named: new Set(keys),
  placed: [],
});
const takesNothing = ({ parameters }: { readonly parameters: readonly unknown[] }): boolean => parameters.length === 0;

/** Keys of a table: of a calculated property, of New-Object's properties, of a table that is splatted later. */
function* keys(input: string, place: Place, session: Session): Steps<SpecialItems | undefined> {
  const { services } = session;
  let before: readonly Token[] | undefined;
  const found = keysOfTable(place.tokens, place.token, place.cursor, (tokens) => {
    before = tokens;
    return undefined;
  });
  if (found === undefined || before === undefined) return found;
  const word = place.text.slice(found.start);
  const settable = (type: NetType | undefined): SpecialItems => ({
    items:
      type === undefined
        ? []
        : memberItemsOf([new OnlyType(type)], word, services, 'properties').filter(
            ({ text }) => type.findProperty(text)?.set !== undefined && found.used?.has(text.toLowerCase()) !== true,
          ),
    start: found.start,
  });
  const behind = input.slice(place.cursor);
  const [variable, equals] = before.slice(-2);
  if (variable?.kind === 'Variable' && equals?.kind === 'Equals') {
    const call = new RegExp(`([\\w-]+)(?:\\s[^\\n;|]*)?\\s@${variable.text.slice(1)}\\b`, 'i').exec(behind);
    const entry = call === null ? undefined : yield* session.entry(call[1] ?? '');
    const parameters = entry === undefined ? undefined : parametersOf(entry);
    if (parameters !== undefined)
      return {
        items: parameterItems(parameters, word, givenKeys(found.used), {
          all: true,
        }).map((item) => ({
          ...item,
          text: item.label ?? item.text,
        })),
        start: found.start,
      };
  }
  const command = commandBefore(before);
  const name = command?.[0];
  const entry = name === undefined ? undefined : yield* session.entry(name.value === '' ? name.text : name.value);
  if (entry?.name === 'New-Object') {
    const typeName = (command ?? []).find(({ kind }, at) => at > 0 && kind !== 'Parameter')?.value ?? '';
    return settable(services.findType(typeName));
  }
  // `[T]@{ Na`: a table that is made into an object.
  const opened = before.at(-1)?.endOffset ?? 0;
  const cast = /\[([\w.+]+)\]$/.exec(place.text.slice(0, opened))?.[1];
  if (cast !== undefined && !/^(?:pscustomobject|ordered|hashtable)$/i.test(cast)) {
    const type = services.findType(cast);
    // What cannot be made without arguments takes no table.
    const isMade = type === undefined || type.constructors.length === 0 || type.constructors.some(takesNothing);
    if (type !== undefined) return isMade ? settable(type) : { items: [], start: found.start };
    const declared = declaredIn(parsed(input).ast, cast);
    if (declared?.typeKind === 'class')
      return {
        items: declared.members.flatMap((member): CompletionItem[] => {
          const { name } = member;
          const fits =
            name.toLowerCase().startsWith(word.toLowerCase()) && found.used?.has(name.toLowerCase()) !== true;
          return member.kind === 'PropertyMemberAst' && !member.isStatic && !member.isHidden && fits
            ? [{ text: name, kind: 'Property', tip: name }]
            : [];
        }),
        start: found.start,
      };
  }
  return keysOfTable(place.tokens, place.token, place.cursor, () => entry?.name);
}
