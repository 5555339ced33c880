/** What Sort-, Group- and Compare-Object share: the values that an object is ordered by. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { toBoolean } from '../../conversion.js';
import { mergeSort } from '../../merge-sort.js';
import { type Steps } from '../../pending.js';
import { runtimeExceptionOf } from '../../values/escaping.js';
import type { PSError } from '../../values/exceptions.js';
import type { EngineCommandContext } from '../engine-services.js';
import { orderOf } from '../support/order.js';
import { textOrder } from '../../operators/comparison.js';
import { evaluate, type PropertyExpression, resolveNames } from '../support/property-expression.js';

/** A value to order by. An absent property comes after every present one. */
export interface OrderKey {
  readonly present: boolean;
  readonly value: PSValue;
}
export interface OrderEntry {
  readonly input: PSValue;
  readonly keys: readonly OrderKey[];
  readonly index: number;
}

/** @throws {PSError} `ExpressionGlobbing2`: grouping and comparing take names as they are. */
export function refuseWildcards(
  context: EngineCommandContext,
  expressions: readonly PropertyExpression[],
): readonly PropertyExpression[] {
  const found = expressions.find(({ wildcard }) => wildcard !== undefined);
  if (found !== undefined)
    context.fail(`Wildcard characters are not allowed in "${found.text}".`, {
      errorId: 'ExpressionGlobbing2',
      category: 'InvalidArgument',
      exceptionType: 'System.NotSupportedException',
    });
  return expressions;
}

/** One expression for each name that a wildcard meets in any of the objects, by alphabet. */
export function expandWildcards(
  context: EngineCommandContext,
  expressions: readonly PropertyExpression[],
  inputs: readonly PSValue[],
): PropertyExpression[] {
  return expressions.flatMap((expression) => {
    if (expression.wildcard === undefined) return [expression];
    const names = new Map<string, string>();
    for (const input of inputs)
      for (const name of resolveNames(context, expression, input))
        if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
    return [...names.keys()].sort().map((key) => ({ ...expression, text: names.get(key) ?? key, wildcard: undefined }));
  });
}

/** The keys of all objects. */
export function* orderEntries(
  context: EngineCommandContext,
  expressions: readonly PropertyExpression[] | undefined,
  inputs: readonly PSValue[],
): Steps<OrderEntry[]> {
  const entries: OrderEntry[] = [];
  for (const [index, input] of inputs.entries()) {
    entries.push(yield* orderEntry(context, expressions, input, index));
    const tick = context.tick();
    if (tick !== undefined) yield tick;
  }
  return entries;
}

/** The keys of one object; without expressions the object itself is the key. */
export function* orderEntry(
  context: EngineCommandContext,
  expressions: readonly PropertyExpression[] | undefined,
  input: PSValue,
  index: number,
): Steps<OrderEntry> {
  if (expressions === undefined) return { input, index, keys: [{ present: true, value: input }] };
  const keys: OrderKey[] = [];
  for (const expression of expressions) {
    const [result] = yield* evaluate(context, expression, input);
    if (result?.error !== undefined) yield* reportError(context, result.error, input);
    keys.push(
      result === undefined
        ? { present: false, value: null }
        : { present: result.error === undefined, value: result.value },
    );
  }
  return { input, index, keys };
}
function* reportError(context: EngineCommandContext, error: PSError, target: PSValue): Steps<void> {
  const { record, thrown, stopped } = error;
  const { exception } = record;
  const pending = context.writeError(record.message, {
    errorId: 'ExpressionEvaluation',
    category: 'InvalidResult',
    target,
    // What `throw` raised is wrapped; all else is the exception that `$Error` knows already.
    ...(thrown
      ? { exceptionType: exception.type.fullName }
      : { exception: stopped ? runtimeExceptionOf(error) : exception }),
  });
  if (pending instanceof Promise) yield pending;
}

/** The entries with numbers for texts where all keys of an expression are texts: each two texts are compared once. */
export function* rankTexts(
  context: EngineCommandContext,
  entries: readonly OrderEntry[],
  caseSensitive: boolean,
  alphabet = '',
): Steps<readonly OrderEntry[]> {
  const columns = entries[0]?.keys.length ?? 0;
  const tick = (): Promise<void> | undefined => context.tick();
  let ranked = entries;
  for (let column = 0; column < columns; column += 1) {
    const texts = new Set<string>();
    let all = 0;
    for (const { keys } of entries) {
      const key = keys[column];
      if (key?.present !== true || typeof key.value !== 'string') break;
      texts.add(key.value);
      all += 1;
      const wait = tick();
      if (wait !== undefined) yield wait;
    }
    if (all === 0 || all < entries.length) continue;
    const compareTexts = textOrder(alphabet, caseSensitive) ?? ((left, right) => orderOf(left, right, caseSensitive));
    const ranks = new Map<string, OrderKey>();
    let before: string | undefined;
    let rank = 0;
    for (const text of yield* mergeSort(tick, [...texts], compareTexts)) {
      if (before !== undefined && compareTexts(before, text) !== 0) rank += 1;
      ranks.set(text, { present: true, value: rank });
      before = text;
      const wait = tick();
      if (wait !== undefined) yield wait;
    }
    const next: OrderEntry[] = [];
    for (const { input, index, keys } of ranked) {
      next.push({
        input,
        index,
        keys: keys.map((key, at) => (at === column ? (ranks.get(String(key.value)) ?? key) : key)),
      });
      const wait = tick();
      if (wait !== undefined) yield wait;
    }
    ranked = next;
  }
  return ranked;
}

/** True for ascending, by expression; an expression's own keys win over the command's switch. */
export function directions(expressions: readonly PropertyExpression[] | undefined, ascending: boolean): boolean[] {
  if (expressions === undefined) return [ascending];
  return expressions.map(({ options }) => {
    const up = options.get('ascending');
    const down = options.get('descending');
    if (up === undefined && down === undefined) return ascending;
    if (up !== undefined && down !== undefined && toBoolean(up) === toBoolean(down)) return ascending;
    return up !== undefined ? toBoolean(up) : !toBoolean(down ?? null);
  });
}

export function compareKeys(left: OrderKey, right: OrderKey, caseSensitive: boolean): number {
  if (left.present && right.present) return orderOf(left.value, right.value, caseSensitive);
  return left.present ? -1 : right.present ? 1 : 0;
}
export type EntryOrder = (left: OrderEntry, right: OrderEntry) => number;
export function entryOrder(ascending: readonly boolean[], caseSensitive: boolean): EntryOrder {
  const [firstUp = true] = ascending;
  if (ascending.length === 1) {
    const sign = firstUp ? 1 : -1;
    return (left, right) => {
      const a = left.keys[0];
      const b = right.keys[0];
      if (a === undefined || b === undefined) return 0;
      if (a.present && b.present) return sign * orderOf(a.value, b.value, caseSensitive);
      return compareKeys(a, b, caseSensitive);
    };
  }
  return (left, right) => {
    const count = Math.min(left.keys.length, right.keys.length);
    for (let at = 0; at < count; at += 1) {
      const a = left.keys[at];
      const b = right.keys[at];
      if (a === undefined || b === undefined) continue;
      const order = compareKeys(a, b, caseSensitive);
      if (order !== 0) return a.present && b.present && ascending[at] === false ? -order : order;
    }
    return left.keys.length - right.keys.length;
  };
}
