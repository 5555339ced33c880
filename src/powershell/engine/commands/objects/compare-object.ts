/** Compare-Object: what stands on one side only, within a window of so many objects. */
import { PropertyBag, PSObject, TYPE_NAMES, type PSValue } from '../../../../protocol/objects/index.js';
import { settle, type Steps } from '../../pending.js';
import type { EngineCommandContext } from '../engine-services.js';
import { given, whole } from '../support/arguments.js';
import { defineCommand, flag, parameter, range } from '../support/command-spec.js';
import { listOf } from '../support/objects.js';
import { GROUP_KEYS, type PropertyExpression, propertyExpressions } from '../support/property-expression.js';
import { entryOrder, orderEntries, type OrderEntry, orderEntry, refuseWildcards } from './ordering.js';
import { CULTURE } from './culture-parameter.js';

class Comparison {
  readonly #context: EngineCommandContext;
  readonly #expressions: readonly PropertyExpression[] | undefined;
  readonly #same: (left: OrderEntry, right: OrderEntry) => boolean;
  readonly #window: number;
  readonly #references: OrderEntry[] = [];
  readonly #waitingReferences: OrderEntry[] = [];
  readonly #waitingDifferences: OrderEntry[] = [];
  #next = 0;
  readonly #showEqual: boolean;

  constructor(context: EngineCommandContext) {
    this.#context = context;
    const properties = listOf(context.arg('Property'));
    this.#expressions =
      properties.length === 0
        ? undefined
        : refuseWildcards(context, propertyExpressions(context, properties, GROUP_KEYS));
    const order = entryOrder(this.#expressions?.map(() => true) ?? [true], context.flag('CaseSensitive'));
    this.#same = (left, right) => order(left, right) === 0;
    this.#window = whole(context, 'SyncWindow') ?? 2147483647;
    this.#showEqual = given(context, 'IncludeEqual') ?? context.flag('ExcludeDifferent');
  }
  *references(values: readonly PSValue[]): Steps<void> {
    const present = values.filter((value) => value !== null);
    for (const entry of yield* orderEntries(this.#context, this.#expressions, present)) this.#references.push(entry);
  }
  *difference(value: PSValue): Steps<void> {
    if (value !== null) yield* this.#step(yield* orderEntry(this.#context, this.#expressions, value, 0));
  }
  *end(): Steps<void> {
    while (this.#next < this.#references.length) yield* this.#step(undefined);
    for (const entry of this.#waitingDifferences) yield* this.#emit(entry, '=>');
    for (const entry of this.#waitingReferences) yield* this.#emit(entry, '<=');
  }
  *#step(incoming: OrderEntry | undefined): Steps<void> {
    const tick = this.#context.tick(1 + this.#waitingReferences.length + this.#waitingDifferences.length);
    if (tick !== undefined) yield tick;
    let difference = incoming;
    let reference = this.#references[this.#next];
    if (reference !== undefined) this.#next += 1;
    if (reference !== undefined && difference !== undefined && this.#same(reference, difference)) {
      yield* this.#emit(reference, '==');
      return;
    }
    const earlier = this.#takeMatch(difference, this.#waitingReferences);
    if (earlier !== undefined) {
      yield* this.#emit(earlier, '==');
      difference = undefined;
    }
    if (reference !== undefined && this.#takeMatch(reference, this.#waitingDifferences) !== undefined) {
      yield* this.#emit(reference, '==');
      reference = undefined;
    }
    if (difference !== undefined) yield* this.#hold(difference, this.#waitingDifferences, '=>');
    if (reference !== undefined) yield* this.#hold(reference, this.#waitingReferences, '<=');
  }
  #takeMatch(entry: OrderEntry | undefined, waiting: OrderEntry[]): OrderEntry | undefined {
    if (entry === undefined) return undefined;
    const at = waiting.findIndex((other) => this.#same(entry, other));
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  }
  *#hold(entry: OrderEntry, waiting: OrderEntry[], side: '=>' | '<='): Steps<void> {
    if (this.#window === 0) {
      yield* this.#emit(entry, side);
      return;
    }
    while (waiting.length >= this.#window) {
      const oldest = waiting.shift();
      if (oldest !== undefined) yield* this.#emit(oldest, side);
    }
    waiting.push(entry);
  }
  *#emit(entry: OrderEntry, side: '==' | '=>' | '<='): Steps<void> {
    if (side === '==' ? !this.#showEqual : this.#context.flag('ExcludeDifferent')) return;
    if (this.#context.flag('PassThru')) {
      yield* settle(
        this.#context.write(
          this.#context.services.members.add(
            entry.input,
            { kind: 'NoteProperty', name: 'SideIndicator', value: side },
            true,
          ),
        ),
      );
      return;
    }
    const bag = new PropertyBag();
    if (this.#expressions === undefined) bag.set('InputObject', entry.input);
    else
      for (const [at, expression] of this.#expressions.entries())
        if (!bag.has(expression.text)) bag.append(expression.text, entry.keys[at]?.value ?? null);
    bag.set('SideIndicator', side);
    yield* settle(this.#context.write(new PSObject({ typeNames: TYPE_NAMES.customObject, extended: bag })));
  }
}

export const compareObject = defineCommand(
  'Compare-Object',
  { alias: 'compare diff', module: 'Microsoft.PowerShell.Utility', synopsis: 'Compares two sets of objects.' },
  [
    parameter('ReferenceObject', 'PSObject[]', 'M 0', { allow: 'EmptyCollection' }),
    parameter('DifferenceObject', 'PSObject[]', 'M 1 V', { allow: 'EmptyCollection' }),
    parameter('SyncWindow', 'Int32', '', { check: range(0, 2147483647) }),
    parameter('Property', 'Object[]'),
    flag('ExcludeDifferent'),
    flag('IncludeEqual'),
    flag('PassThru'),
    CULTURE,
    flag('CaseSensitive'),
  ],
  (context) => {
    let comparison: Comparison | undefined;
    return {
      *process() {
        if (comparison === undefined) {
          comparison = new Comparison(context);
          yield* comparison.references(listOf(context.arg('ReferenceObject')));
        }
        for (const value of listOf(context.arg('DifferenceObject'))) yield* comparison.difference(value);
      },
      *end() {
        if (comparison !== undefined) yield* comparison.end();
      },
    };
  },
);
