/**
 * What `-Property` takes in Select-, Sort-, Group-, Measure- and Compare-Object: a name (wildcards allowed), a script
 * block, or a hash table with `Expression` and further keys, each of which may be shortened.
 */
import { wildcardNames } from '../../runtime/members.js';
import { PSDictionary, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { hasWildcard, unescapeWildcard, wildcardRegex } from '../../text/wildcard.js';
import { PSError } from '../../values/exceptions.js';
import { ClassInstance, unwrap } from '../../values/live.js';
import { ScriptBlock } from '../../values/script-block.js';
import { CUSTOM, HASHTABLE, typeOf } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';

export interface PropertyExpression {
  /** Name or script text, as the user wrote it. */
  readonly text: string;
  readonly block: PSValue | undefined;
  readonly wildcard: RegExp | undefined;
  /** The other keys of the hash table, by their full lower-case names. */
  readonly options: ReadonlyMap<string, PSValue>;
}
export interface PropertyResult {
  readonly name: string;
  readonly value: PSValue;
  readonly error?: PSError;
}

/** Keys of a hash table that one command knows. Each may be shortened as long as it stays clear. */
export type ExpressionKeys = readonly string[];
export const SELECT_KEYS: ExpressionKeys = ['Name', 'Label', 'Expression'];
export const SORT_KEYS: ExpressionKeys = ['Expression', 'Ascending', 'Descending'];
export const GROUP_KEYS: ExpressionKeys = ['Expression'];

export function nameExpression(text: string): PropertyExpression {
  const wildcard = hasWildcard(text);
  return {
    text: wildcard ? text : unescapeWildcard(text),
    block: undefined,
    wildcard: wildcard ? wildcardRegex(text) : undefined,
    options: new Map(),
  };
}

function fromDictionary(context: EngineCommandContext, table: PSDictionary, keys: ExpressionKeys): PropertyExpression {
  const options = new Map<string, PSValue>();
  let expression: PSValue | undefined;
  for (const [key, value] of table.entries()) {
    const word = toText(key).toLowerCase();
    const found = keys.filter((known) => known.toLowerCase().startsWith(word) && word !== '');
    const full = found.find((known) => known.toLowerCase() === word) ?? (found.length === 1 ? found[0] : undefined);
    if (full === undefined && found.length > 1)
      context.fail(`The ${toText(key)} key is ambiguous; ${found[0] ?? ''} and ${found[1] ?? ''} conflict.`, {
        errorId: 'DictionaryKeyAmbiguous',
        category: 'InvalidArgument',
        exceptionType: 'System.NotSupportedException',
      });
    if (full === undefined)
      context.fail(`The ${toText(key)} key is not valid.`, {
        errorId: 'DictionaryKeyIllegal',
        category: 'InvalidArgument',
        exceptionType: 'System.NotSupportedException',
      });
    if (full === 'Expression') expression = unwrap(value);
    else if (full === 'Label' || full === 'Name') {
      if (typeof unwrap(value) !== 'string')
        context.fail(
          `The "${toText(key)}" key has a type, ${typeOf(unwrap(value))?.fullName ?? ''}, that is not valid; expected type is System.String.`,
          {
            errorId: 'DictionaryKeyIllegalValue2',
            category: 'InvalidArgument',
            exceptionType: 'System.NotSupportedException',
          },
        );
      options.set('name', toText(value));
    } else options.set(full.toLowerCase(), value);
  }
  if (expression === undefined || expression === null) {
    context.fail('A mandatory entry for expression is missing.', {
      errorId: 'DictionaryKeyMandatoryEntry',
      category: 'InvalidArgument',
      exceptionType: 'System.NotSupportedException',
    });
  }
  const made = single(context, expression, ['Expression', 'String'], keys);
  return { ...made, options };
}

function single(
  context: EngineCommandContext,
  value: PSValue,
  kinds: readonly string[],
  keys: ExpressionKeys,
): PropertyExpression {
  const inner = unwrap(value);
  if (inner instanceof ScriptBlock)
    return { text: inner.toString(), block: inner, wildcard: undefined, options: new Map() };
  if (typeof inner === 'string') return nameExpression(inner);
  if (inner instanceof PSDictionary && kinds.includes('Dictionary')) return fromDictionary(context, inner, keys);
  // A number or another value stands for the property of that name.
  if (inner === null)
    context.fail(
      'Cannot convert null to one of the following types {System.String, System.Management.Automation.ScriptBlock, System.Collections.Hashtable}.',
      {
        errorId: 'DictionaryKeyUnknownType',
        category: 'InvalidArgument',
        exceptionType: 'System.InvalidOperationException',
      },
    );
  if (inner instanceof PSDictionary)
    context.fail(
      `The "Expression" key has a type, ${typeOf(inner)?.fullName ?? ''}, that is not valid; expected types are {System.String, System.Management.Automation.ScriptBlock}.`,
      {
        errorId: 'DictionaryKeyIllegalValue',
        category: 'InvalidArgument',
        exceptionType: 'System.NotSupportedException',
      },
    );
  return nameExpression(toText(inner));
}

export function propertyExpressions(
  context: EngineCommandContext,
  values: readonly PSValue[],
  keys: ExpressionKeys,
): PropertyExpression[] {
  return values.map((value) => single(context, value, ['Expression', 'String', 'Dictionary'], keys));
}

/** A hashtable's keys are its properties here, before those of its type. Other dictionaries have the latter alone. */
const keysOf = (inner: PSValue): readonly string[] =>
  inner instanceof PSDictionary && typeOf(inner)?.isAssignableTo(HASHTABLE) === true
    ? inner.keys.map((key) => toText(key))
    : [];
/** The names of the object's properties that the expression means. */
export function resolveNames(context: EngineCommandContext, expression: PropertyExpression, target: PSValue): string[] {
  const { members } = context.services;
  const inner = unwrap(target);
  const { wildcard } = expression;
  const plain = expression.text.toLowerCase();
  const keys = keysOf(inner).filter((key) => wildcard?.test(key) ?? key.toLowerCase() === plain);
  if (keys.length > 0) return wildcard === undefined ? keys.slice(0, 1) : keys;
  const sets = members.propertySets(target);
  if (sets.length > 0) {
    // A set stands, at its place among the members, for those of its properties that there are.
    const isMeant = (name: string): boolean => wildcard?.test(name) ?? name.toLowerCase() === plain;
    const meant = sets.filter(({ name }) => isMeant(name));
    if (meant.length > 0) {
      const names = members.names(target);
      const byName = new Map(names.map((name) => [name.toLowerCase(), name]));
      const behind = (after: string | undefined): string[] =>
        meant
          .filter((set) => set.after?.toLowerCase() === after?.toLowerCase())
          .flatMap(({ properties }) => properties.flatMap((name) => byName.get(name.toLowerCase()) ?? []));
      const own = names.flatMap((name) => [...(isMeant(name) ? [name] : []), ...behind(name)]);
      return [...new Set([...behind(undefined), ...own])];
    }
  }
  if (wildcard !== undefined) {
    return wildcardNames(members.names(target), target).filter((name) => wildcard.test(name));
  }
  // Most objects are bags that have it.
  if (typeOf(target) === CUSTOM && target instanceof PSObject) {
    const added = target.extended?.names[target.extended.indexOf(expression.text)];
    if (added !== undefined) return [added];
  }
  const own = wildcardNames(members.names(target), target).find((name) => name.toLowerCase() === plain);
  if (own !== undefined) return [own];
  // Hidden properties of a class are found by their names.
  const hidden = inner instanceof ClassInstance ? inner.type.findProperty(expression.text) : undefined;
  return hidden === undefined ? [] : [hidden.name];
}

const single1 = (values: readonly PSValue[]): PSValue =>
  values.length === 0 ? null : values.length === 1 ? (values[0] ?? null) : values;

/** The values that the expression has for one object; empty when there is no such property. Errors are given, not thrown. */
export function* evaluate(
  context: EngineCommandContext,
  expression: PropertyExpression,
  target: PSValue,
  exclude?: (name: string) => boolean,
): Steps<PropertyResult[]> {
  if (expression.block !== undefined) {
    try {
      const values = yield* settle(context.services.evaluate(context, expression.block, target));
      return [{ name: expression.text, value: single1(values) }];
    } catch (error) {
      if (error instanceof PSError) return [{ name: expression.text, value: null, error }];
      throw error;
    }
  }
  const results: PropertyResult[] = [];
  for (const name of resolveNames(context, expression, target)) {
    const tick = context.tick();
    if (tick !== undefined) yield tick;
    if (exclude?.(name) === true) continue;
    try {
      const value = yield* settle(context.services.members.get(target, name));
      results.push({ name, value: value ?? null });
    } catch (error) {
      if (!(error instanceof PSError)) throw error;
      results.push({ name, value: null, error });
    }
  }
  return results;
}
