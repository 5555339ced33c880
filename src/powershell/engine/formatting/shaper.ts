/** From an object to the entry that shows it: the common part of tables, lists, wide and custom shapes. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { Steps } from '../pending.js';
import type { ExpressionData, FormatView, EntrySelection } from './format-data.js';
import { typeRank, withoutPrefix, type FormatDatabase } from './format-database.js';
import type { Expressions, Found } from './expressions.js';
import type { FormatParameters, PropertyParameter, Expression } from './format-parameters.js';
import type { Entry, ShapeInfo } from './messages.js';
import type { CellStyle } from './value-text.js';

export interface ShapeContext {
  readonly expressions: Expressions;
  readonly database: FormatDatabase;
  readonly parameters: FormatParameters;
}

/** A property that a shape shows, with what the user said about it. */
export interface Association {
  readonly expression: Expression;
  readonly parameter: PropertyParameter | undefined;
}

export abstract class Shaper<View extends FormatView = FormatView> {
  protected readonly context: ShapeContext;
  /** The view that is followed; undefined when the object's properties decide. */
  readonly view: View | undefined;
  constructor(context: ShapeContext, view: View | undefined) {
    this.context = context;
    this.view = view;
  }
  /** The shape, decided by the first object. */
  abstract start(first: PSValue): Steps<ShapeInfo>;
  abstract entry(value: PSValue): Steps<Entry>;

  get autoSize(): boolean {
    const { autoSize } = this.context.parameters;
    if (autoSize !== undefined) return autoSize;
    return this.view !== undefined && 'autoSize' in this.view && this.view.autoSize === true;
  }
  /** Whether an object may be shown in the same document. Without a view everything may. */
  applies(typeNames: readonly string[]): boolean {
    if (this.view === undefined) return true;
    if (typeNames.length === 0) return false;
    if (typeRank(this.view.types, typeNames) !== undefined) return true;
    const bare = withoutPrefix(typeNames);
    return bare !== undefined && typeRank(this.view.types, bare) !== undefined;
  }

  protected *found(data: ExpressionData, value: PSValue): Steps<Found | undefined> {
    return yield* this.context.expressions.data(data, value);
  }
  protected textOf(found: Found | undefined, style: CellStyle, value: PSValue): string {
    return this.context.expressions.text(found, style, value, this.context.parameters);
  }
  /** Text of a view's item: a fixed text, or an expression's value. */
  protected *itemText(
    item: ExpressionData & { readonly text?: string; readonly format?: string },
    value: PSValue,
  ): Steps<{ readonly text: string; readonly found: Found | undefined }> {
    if (item.text !== undefined) return { text: item.text, found: undefined };
    const found = yield* this.found(item, value);
    return { text: this.textOf(found, { format: item.format }, value), found };
  }

  /** The properties to show when no view does: those that were asked for, or the object's own. */
  protected associations(value: PSValue, keepMissing: boolean): Association[] {
    const { expressions, parameters } = this.context;
    const { properties } = parameters;
    const out: Association[] = [];
    if (properties !== undefined && properties.length > 0) {
      for (const parameter of properties) {
        const resolved = expressions.resolve(parameter.expression, value);
        if (resolved.length === 0 && keepMissing && parameter.expression.kind === 'name')
          out.push({ expression: parameter.expression, parameter });
        for (const expression of resolved) out.push({ expression, parameter });
      }
    } else
      for (const name of expressions.defaultNames(value))
        out.push({ expression: { kind: 'name', name, resolved: true }, parameter: undefined });
    return this.withoutExcluded(out);
  }
  protected withoutExcluded(list: Association[]): Association[] {
    const { exclude } = this.context.parameters;
    if (exclude === undefined) return list;
    return list.filter(({ expression }) => !exclude.some((regex) => regex.test(expressionName(expression))));
  }
}
export const expressionName = (expression: Expression): string =>
  expression.kind === 'script' ? expression.text : expression.name;

/** The entry of a view that is meant for an object: a perfect match, then the best one, then the default. */
export function* selectEntry<T extends EntrySelection>(
  entries: readonly T[],
  value: PSValue,
  expressions: Expressions,
): Steps<T | undefined> {
  const fallback = entries.find((entry) => entry.types === undefined && entry.conditions === undefined) ?? entries[0];
  if (entries.every((entry) => entry.types === undefined && entry.conditions === undefined)) return fallback;
  const typeNames = expressions.access.typeNames(value);
  const exact = yield* bestEntry(entries, value, typeNames, expressions);
  if (exact !== undefined) return exact;
  const bare = withoutPrefix(typeNames);
  return (bare === undefined ? undefined : yield* bestEntry(entries, value, bare, expressions)) ?? fallback;
}
function* bestEntry<T extends EntrySelection>(
  entries: readonly T[],
  value: PSValue,
  typeNames: readonly string[],
  expressions: Expressions,
): Steps<T | undefined> {
  let best: T | undefined;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    if (entry.types === undefined && entry.conditions === undefined) continue;
    let rank = entry.types === undefined ? undefined : typeRank(entry.types, typeNames);
    for (const { types, condition } of entry.conditions ?? []) {
      if (rank === 0) break;
      const conditional = typeRank(types, typeNames);
      if (conditional === undefined || !(yield* expressions.holds(condition, value))) continue;
      rank = conditional === 0 || rank === undefined || rank < conditional ? conditional : rank;
    }
    if (rank === undefined || rank >= bestRank) continue;
    best = entry;
    bestRank = rank;
    if (rank === 0) break;
  }
  return best;
}
