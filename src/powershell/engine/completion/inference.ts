/**
 * What an expression or a pipeline gives, as far as completion needs it: objects whose members can be listed. A variable
 * gives its value. Of a command that only looks, the first objects that it writes are taken; of others, the types that it
 * declares. Nothing that could change something is run.
 */
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import { TokenFlags, type Token } from '../../lang/index.js';
import type { EngineServices } from '../commands/index.js';
import { settle, type Pending, type Steps } from '../pending.js';
import { enumerate } from '../runtime/members.js';
import { NetObject, TypeObject } from '../values/live.js';
import { typeNamesOf } from '../values/types.js';
import type { CompletionItem } from './completion-result.js';

export interface Session {
  readonly services: EngineServices;
  /** Runs a script block with arguments and gives what it wrote. */
  readonly invoke: (block: PSValue, args: readonly PSValue[]) => Pending<readonly PSValue[]>;
  /** The command that a name means, aliases followed, with the types that it declares. */
  readonly command: (name: string) => Steps<{ readonly name: string; readonly output: string | undefined } | undefined>;
}

/** Commands that only look, and how their first objects are had. */
const SAMPLES: Readonly<Record<string, string>> = {
  'get-childitem': 'Get-ChildItem | Select-Object -First 40',
  'get-item': 'Get-Item .; Get-ChildItem -File | Select-Object -First 1',
  'get-process': 'Get-Process -Id $PID',
  'get-date': 'Get-Date',
  'get-command': 'Get-Command Get-Date',
  'get-module': 'Get-Module | Select-Object -First 1',
  'get-variable': 'Get-Variable PID',
  'get-alias': 'Get-Alias | Select-Object -First 1',
  'get-location': 'Get-Location',
  'get-psdrive': 'Get-PSDrive | Select-Object -First 1',
  'get-host': 'Get-Host',
  'get-history': 'Get-History | Select-Object -First 1',
  'get-verb': 'Get-Verb | Select-Object -First 1',
  'get-culture': 'Get-Culture',
  'get-timezone': 'Get-TimeZone',
  'get-job': 'Get-Job | Select-Object -First 1',
  'get-pssession': 'Get-PSSession | Select-Object -First 1',
  'get-member': '1 | Get-Member | Select-Object -First 1',
  'get-content': "'text'",
  'get-random': '1',
  'select-string': "'text' | Select-String text",
  'measure-object': '1 | Measure-Object',
  'group-object': '1 | Group-Object',
};
/** What they write is what they were given. */
const PASSES = new Set(['where-object', 'sort-object', 'select-object', 'tee-object', 'get-unique']);
const OPENS = new Set(['LCurly', 'AtCurly', 'LParen', 'AtParen', 'DollarParen', 'LBracket']);
const CLOSES = new Set(['RCurly', 'RParen', 'RBracket']);

/** Index of what opens the innermost group that is still open at the end; -1 when none is. */
export function openGroup(tokens: readonly Token[], kinds: ReadonlySet<string> = OPENS): number {
  let depth = 0;
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const kind = tokens[at]?.kind ?? '';
    if (CLOSES.has(kind)) depth += 1;
    else if (OPENS.has(kind)) {
      if (depth > 0) depth -= 1;
      else return kinds.has(kind) ? at : -1;
    }
  }
  return -1;
}
/** The tokens left of the pipe that the last command stands behind. */
export function leftOfPipe(tokens: readonly Token[]): readonly Token[] | undefined {
  let depth = 0;
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const kind = tokens[at]?.kind ?? '';
    if (CLOSES.has(kind)) depth += 1;
    else if (OPENS.has(kind)) {
      if (depth === 0) return undefined;
      depth -= 1;
    } else if (depth === 0 && kind === 'Pipe') return tokens.slice(0, at);
    else if (depth === 0 && (kind === 'Semi' || kind === 'NewLine')) return undefined;
  }
  return undefined;
}
/** The last command or expression of some tokens. */
function lastSegment(tokens: readonly Token[]): readonly Token[] {
  let depth = 0;
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (CLOSES.has(token.kind)) depth += 1;
    else if (OPENS.has(token.kind)) {
      if (depth === 0) return tokens.slice(at + 1);
      depth -= 1;
    } else if (
      depth === 0 &&
      (['Pipe', 'Semi', 'NewLine', 'AndAnd', 'OrOr'].includes(token.kind) ||
        (token.flags & TokenFlags.AssignmentOperator) !== 0)
    )
      return tokens.slice(at + 1);
  }
  return tokens;
}

/** One object of each kind that the last pipeline of the tokens gives. */
export function* valuesOfPipeline(tokens: readonly Token[], session: Session): Steps<readonly PSValue[]> {
  const segment = lastSegment(tokens);
  const [first] = segment;
  if (first === undefined) return [];
  if ((first.flags & TokenFlags.CommandName) !== 0) {
    const name = first.value === '' ? first.text : first.value;
    const command = yield* session.command(name);
    const lower = (command?.name ?? name).toLowerCase();
    if (PASSES.has(lower)) {
      const left = leftOfPipe(tokens);
      return left === undefined ? [] : yield* valuesOfPipeline(left, session);
    }
    const sample = SAMPLES[lower];
    if (sample !== undefined && !session.services.restricted)
      return oneOfEach(yield* settle(session.invoke(session.services.parse(sample), [])));
    if (lower === 'new-object') {
      const word = segment.find(({ kind }, at) => at > 0 && kind !== 'Parameter');
      return word === undefined ? [] : instance(word.value, session.services);
    }
    return (command?.output ?? '').split(',').flatMap((type) => instance(type.trim(), session.services));
  }
  const value = yield* valueOfExpression(segment, session);
  return value.flatMap((one) => oneOfEach(enumerate(one) ?? [one]));
}

/** The value of an expression that ends with the last token: `$x`, `(Get-Date)`, `[T]::new()`, `'text'`. */
export function* valueOfExpression(tokens: readonly Token[], session: Session): Steps<readonly PSValue[]> {
  const last = tokens.at(-1);
  if (last === undefined) return [];
  if (last.kind === 'Variable') {
    const found = session.services.variables.find(last.text.slice(1).replace(/[{}]/g, '').replace(/^\w+:/, ''));
    return found === undefined || found.value === null ? [] : [found.value];
  }
  if (last.kind.startsWith('String') || last.kind.startsWith('HereString')) return [last.value];
  if (last.kind === 'Number') return [/\D/.test(last.text) ? Number(last.text) || 0 : Number(last.text)];
  if (!CLOSES.has(last.kind)) return [];
  const opened = openGroup(tokens.slice(0, -1));
  const opener = tokens[opened];
  if (opener === undefined) return [];
  const inner = tokens.slice(opened + 1, -1);
  if (opener.kind === 'AtCurly') return [new PSDictionary()];
  if (opener.kind === 'AtParen') return [[]];
  const before = tokens.slice(0, opened);
  if (before.at(-1)?.text.toLowerCase() === 'new' && before.at(-2)?.kind === 'ColonColon')
    return typeBefore(before.slice(0, -2), session.services);
  if (opener.kind !== 'LParen' && opener.kind !== 'DollarParen') return [];
  if (before.at(-1)?.kind === 'Identifier') return [];
  return yield* valuesOfPipeline(inner, session);
}
/** `[T]` at the end of the tokens, as an object of that type. */
function typeBefore(tokens: readonly Token[], services: EngineServices): readonly PSValue[] {
  const opened = openGroup(tokens.slice(0, -1));
  return instance(
    tokens
      .slice(opened + 1, -1)
      .map(({ text }) => text)
      .join(''),
    services,
  );
}
/** An object that only has a type: for its members, not for their values. */
function instance(name: string, services: EngineServices): readonly PSValue[] {
  const type = name === '' ? undefined : services.findType(name);
  return type === undefined ? [] : [new NetObject(type, undefined)];
}
function oneOfEach(values: Iterable<PSValue>): readonly PSValue[] {
  const found = new Map<string, PSValue>();
  for (const value of values) {
    if (value === null) continue;
    const key = typeNamesOf(value)[0] ?? '';
    // Custom objects of one type name may differ.
    const name = key.endsWith('PSCustomObject') ? `${key}${found.size}` : key;
    if (!found.has(name)) found.set(name, value);
    if (found.size >= 20) break;
  }
  return [...found.values()];
}

/** Members of all the values, each name once. */
export function memberItemsOf(
  values: readonly PSValue[],
  word: string,
  services: EngineServices,
  which: 'all' | 'properties',
): CompletionItem[] {
  const lower = word.toLowerCase();
  const items = new Map<string, CompletionItem>();
  for (const target of values) {
    const statics = target instanceof TypeObject;
    if (target instanceof PSDictionary && which === 'all')
      for (const [key] of target.entries())
        if (typeof key === 'string' && key.toLowerCase().startsWith(lower))
          items.set(key.toLowerCase(), {
            text: /^\w+$/.test(key) ? key : `'${key}'`,
            label: key,
            kind: 'Property',
            tip: key,
          });
    for (const { name, kind, definition } of services.members.describe(target, statics)) {
      if (!name.toLowerCase().startsWith(lower) || /^(?:get|set|add|remove|op)_/.test(name)) continue;
      const isMethod = kind.endsWith('Method') || kind === 'ParameterizedProperty';
      if ((which === 'properties' && isMethod) || items.has(name.toLowerCase())) continue;
      items.set(name.toLowerCase(), {
        text: isMethod && which === 'all' ? `${name}(` : name,
        label: name,
        kind: isMethod ? 'Method' : 'Property',
        tip: definition,
      });
    }
  }
  return [...items.values()];
}
