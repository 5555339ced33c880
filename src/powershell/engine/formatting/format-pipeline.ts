/**
 * Objects to format messages: what a Format-* command does. The first object decides the shape, and the others follow it
 * as far as the view is for them; text, errors and what a view calls out of band are shown by themselves in between.
 */
import { PSDictionary, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { type Steps, ticking } from '../pending.js';
import { ErrorRecordObject, ExceptionObject, exceptionType, NetThrow, PSError } from '../values/exceptions.js';
import { typeOf } from '../values/types.js';
import { dictionaryEntries } from './dictionary-entries.js';
import { controlNodes, CustomShaper } from './custom-shaper.js';
import { isErrorRecord } from './error-parts.js';
import { type ExpressionFailure, type Expressions, type Found } from './expressions.js';
import type { FormatView, ViewShape } from './format-data.js';
import type { FormatDatabase } from './format-database.js';
import { formatMessageOf } from './format-object.js';
import type { FormatParameters } from './format-parameters.js';
import { ListShaper, WideShaper } from './list-shaper.js';
import type { Entry, FormatMessage, LineStream, TextNode } from './messages.js';
import { isScalarType } from './scalars.js';
import type { ShapeContext, Shaper } from './shaper.js';
import { TableShaper } from './table-shaper.js';
import { isRemotingProperty } from './value-text.js';

/** Up to this many properties make a table. */
const TABLE_PROPERTIES = 4;

export interface PipelineSettings {
  readonly expressions: Expressions;
  readonly database: FormatDatabase;
  readonly parameters: FormatParameters;
  /** Text of an error, without a line end at its end. */
  errorText(value: PSValue): string;
  /** Ends the command: `-View` names a view that is not there. */
  unknownView(view: string, message: string): never;
}

export class FormatPipeline {
  readonly #settings: PipelineSettings;
  readonly #context: ShapeContext;
  #state: 'none' | 'document' | 'group' = 'none';
  #shaper: Shaper | undefined;
  #group: { readonly label: string; readonly value: PSValue } | undefined;
  #groupLabel = '';
  #out: FormatMessage[] = [];

  constructor(settings: PipelineSettings) {
    this.#settings = settings;
    const { expressions, database, parameters } = settings;
    this.#context = { expressions, database, parameters };
  }

  /** One object of the pipeline; gives the messages it made. */
  *push(value: PSValue): Steps<readonly FormatMessage[]> {
    this.#out = [];
    if (value === null) return this.#out;
    const items = this.#elements(value);
    if (items === undefined) yield* this.#object(value);
    else {
      const expand = this.#context.parameters.expand ?? 'EnumOnly';
      if (expand === 'CoreOnly') yield* this.#object(value);
      else {
        if (expand === 'Both') yield* this.#core(value, items.length);
        const tick = ticking();
        for (const item of items) {
          yield* this.#object(item ?? '');
          const wait = tick();
          if (wait !== undefined) yield wait;
        }
      }
    }
    return this.#out;
  }
  end(): readonly FormatMessage[] {
    this.#out = [];
    if (this.#state === 'group') this.#out.push({ type: 'groupEnd' });
    if (this.#state !== 'none') this.#out.push({ type: 'formatEnd' });
    this.#state = 'none';
    return this.#out;
  }

  #elements(value: PSValue): readonly PSValue[] | undefined {
    if (typeof value !== 'object' || value === null) return undefined;
    if (value instanceof PSDictionary) return dictionaryEntries(value);
    const items = this.#context.expressions.access.items(value);
    return items === undefined ? undefined : [...items];
  }
  *#core(value: PSValue, count: number): Steps<void> {
    this.#raw('The following object supports IEnumerable:');
    const entry = yield* this.#outOfBand(value, true);
    if (entry !== undefined) this.#out.push(entry);
    this.#raw(
      count === 0
        ? 'The IEnumerable contains no objects.'
        : count === 1
          ? 'The IEnumerable contains the following object:'
          : `The IEnumerable contains the following ${count} objects:`,
    );
  }
  #raw(text: string): void {
    this.#out.push({ type: 'entry', entry: { type: 'raw', text }, outOfBand: true });
  }

  *#object(value: PSValue): Steps<void> {
    const made = formatMessageOf(value);
    if (made !== undefined) {
      this.#out.push(made);
      return;
    }
    const { access } = this.#context.expressions;
    const typeNames = access.typeNames(value);
    const byItself = !(this.#context.parameters.shape !== undefined && this.#context.parameters.force === true);
    if (byItself && typeNames.length > 0) {
      const entry = yield* this.#outOfBand(value, false);
      if (entry !== undefined) {
        this.#out.push(entry);
        yield* this.#failures();
        return;
      }
    }
    if (this.#state === 'none') {
      this.#shaper = this.#choose(value, typeNames);
      const shape = yield* this.#shaper.start(value);
      this.#out.push({ type: 'formatStart', shape, autoSize: this.#shaper.autoSize });
      this.#state = 'document';
    }
    const shaper = this.#shaper;
    if (shaper === undefined) return;
    if (byItself && !shaper.applies(typeNames)) {
      const entry = yield* this.#outOfBand(value, true);
      if (entry !== undefined) {
        this.#out.push(entry);
        return;
      }
    }
    const changed = yield* this.#changesGroup(value);
    if (this.#state === 'document') yield* this.#openGroup(value);
    else if (changed) {
      this.#out.push({ type: 'entry', entry: { type: 'custom', nodes: [EMPTY] }, outOfBand: true });
      this.#out.push({ type: 'groupEnd' });
      yield* this.#openGroup(value);
    }
    const entry = yield* shaper.entry(value);
    this.#out.push({ type: 'entry', entry, outOfBand: false, ...markedStreamOf(value) });
    yield* this.#failures();
  }

  // ------------------------------------------------------------ shapes

  #choose(value: PSValue, typeNames: readonly string[]): Shaper {
    const { database, parameters } = this.#context;
    const { shape } = parameters;
    if (shape !== undefined && (parameters.properties?.length ?? 0) > 0) return this.#shaperOf(shape, undefined);
    if (shape !== undefined && parameters.view !== undefined && parameters.view !== '') {
      const view = database.find(typeNames, { shape, name: parameters.view, outOfBand: false });
      if (view === undefined) this.#settings.unknownView(parameters.view, this.#unknownView(value, shape));
      return this.#shaperOf(view.shape, view);
    }
    const view = database.find(typeNames, { shape, outOfBand: false });
    if (view !== undefined) return this.#shaperOf(view.shape, view);
    if (shape !== undefined) return this.#shaperOf(shape, undefined);
    const count = this.#context.expressions.defaultNames(value).length;
    return this.#shaperOf(count <= TABLE_PROPERTIES ? 'table' : 'list', undefined);
  }
  #shaperOf(shape: ViewShape, view: FormatView | undefined): Shaper {
    switch (shape) {
      case 'table':
        return new TableShaper(this.#context, view?.shape === 'table' ? view : undefined);
      case 'list':
        return new ListShaper(this.#context, view?.shape === 'list' ? view : undefined);
      case 'wide':
        return new WideShaper(this.#context, view?.shape === 'wide' ? view : undefined);
      case 'custom':
        return new CustomShaper(this.#context, view?.shape === 'custom' ? view : undefined);
    }
  }
  /** As PowerShell, by the object's class, whatever names were put before it. */
  #unknownView(value: PSValue, shape: ViewShape): string {
    const name = this.#context.parameters.view ?? '';
    const type = typeOf(value)?.fullName ?? '';
    const title = shape.slice(0, 1).toUpperCase() + shape.slice(1);
    const own = this.#context.database.views.filter((view) =>
      view.types.some((one) => one.toLowerCase() === type.toLowerCase()),
    );
    const valid = own.filter((view) => view.shape === shape).map((view) => view.name);
    if (valid.length > 0)
      return `The view name ${name} cannot be found. Specify one of the following ${title} views and try again: ${valid.join(', ')}.`;
    const others = own
      .filter((view) => view.shape !== shape && view.name.toLowerCase() === name.toLowerCase())
      .map((view) => `Format-${view.shape.slice(0, 1).toUpperCase()}${view.shape.slice(1)}`);
    return others.length > 0
      ? ` The view name ${name} cannot be found in the ${title} formatting. Try using one of these other format cmdlets: ${others.join(', ')}`
      : `The view name ${name} cannot be found. There are no existing ${title} views for ${type} objects.`;
  }

  // ------------------------------------------------------------ groups

  /** Takes the object's grouping value; tells whether it is another one than before. */
  *#changesGroup(value: PSValue): Steps<boolean> {
    const found = yield* this.#groupingValue(value);
    if (found === undefined || found.error !== undefined) return false;
    const before = this.#group;
    const { access } = this.#context.expressions;
    const same =
      before !== undefined &&
      access.toText(before.value).toLowerCase() === access.toText(found.value).toLowerCase() &&
      (before.value === null) === (found.value === null);
    if (!same) this.#groupLabel = this.#context.parameters.groupBy?.label ?? found.name;
    this.#group = { label: this.#groupLabel, value: found.value };
    return !same;
  }
  *#groupingValue(value: PSValue): Steps<Found | undefined> {
    const { expressions, parameters } = this.#context;
    if (parameters.groupBy !== undefined) return yield* expressions.value(parameters.groupBy.expression, value);
    const grouping = this.#shaper?.view?.groupBy;
    if (grouping === undefined) return undefined;
    const found = yield* expressions.data(grouping, value);
    return found === undefined || found.name !== '' || grouping.property === undefined
      ? found
      : { ...found, name: grouping.property };
  }
  *#openGroup(first: PSValue): Steps<void> {
    this.#out.push({ type: 'groupStart', title: yield* this.#title(first) });
    this.#state = 'group';
  }
  *#title(first: PSValue): Steps<readonly TextNode[] | undefined> {
    const group = this.#group;
    if (group === undefined) return undefined;
    const view = this.#shaper?.view;
    const grouping = view?.groupBy;
    if (grouping?.control !== undefined) return yield* controlNodes(this.#context, grouping.control, first, view);
    const { expressions, parameters } = this.#context;
    const label = grouping?.label ?? group.label;
    const format = parameters.groupBy?.format;
    void format;
    const text = expressions.texts.smart(group.value);
    const nodes: TextNode[] = [
      { type: 'text', text: `   ${label}: ` },
      { type: 'value', text },
    ];
    return [{ type: 'entry', frame: undefined, nodes }];
  }

  // ------------------------------------------------------- out of band

  /**
   * An object that is shown by itself: what a view says so about, scalars, and objects without properties. With
   * `fallback` every other object too, as a list: it does not fit into the document that is under way.
   */
  *#outOfBand(value: PSValue, fallback: boolean): Steps<FormatMessage | undefined> {
    const { expressions, database } = this.#context;
    const { access } = expressions;
    if (isErrorRecord(value)) {
      const text = this.#settings.errorText(value);
      const nodes: TextNode[] = [{ type: 'entry', frame: undefined, nodes: [{ type: 'value', text }] }];
      return { type: 'entry', entry: { type: 'custom', nodes }, outOfBand: true, ...markedStreamOf(value) };
    }
    const typeNames = access.typeNames(value);
    const view = database.find(typeNames, { shape: undefined, outOfBand: true });
    // The parameters of the command are not for what is shown by itself.
    const context: ShapeContext = { ...this.#context, parameters: {} };
    let entry: Entry;
    if (view?.shape === 'custom') entry = yield* new CustomShaper(context, view).entry(value);
    else if (view?.shape === 'list') entry = yield* new ListShaper(context, view).entry(value);
    else if (isScalarType(typeNames) || INDEXERS_FIRST.has(typeNames[0] ?? '') || !this.#hasProperties(value)) {
      entry = { type: 'raw', text: access.toText(value) };
    } else {
      if (!fallback || expressions.access.properties(value).length === 0) return undefined;
      entry = yield* new ListShaper(context, undefined).entry(value);
    }
    return { type: 'entry', entry, outOfBand: true, ...markedStreamOf(value) };
  }
  #hasProperties(value: PSValue): boolean {
    return this.#context.expressions.access.properties(value).some((name) => !isRemotingProperty(name));
  }

  /** Errors of expressions: shown as records when the user asked for them. */
  // oxlint-disable-next-line require-yield
  *#failures(): Steps<void> {
    for (const failure of this.#context.expressions.drain()) {
      if (this.#context.parameters.showErrors !== true) continue;
      const text = this.#settings.errorText(failureRecord(failure));
      this.#out.push({
        type: 'entry',
        entry: { type: 'custom', nodes: [{ type: 'entry', frame: undefined, nodes: [{ type: 'value', text }] }] },
        outOfBand: true,
      });
    }
  }
}
/** PowerShell asks a class for its first property alone. An indexer is none to it, and here it stands before the fields. */
const INDEXERS_FIRST = new Set(
  ['Vector2', 'Vector3', 'Vector4', 'Quaternion'].map((name) => `System.Numerics.${name}`),
);
const EMPTY: TextNode = { type: 'entry', frame: undefined, nodes: [] };
/** The failure as an error record: the exception is the expression's own. */
function failureRecord({ kind, text, source, error }: ExpressionFailure): ErrorRecordObject {
  const inner =
    error instanceof PSError
      ? error.record.exception
      : error instanceof NetThrow
        ? error.exception
        : new ExceptionObject(exceptionType('System.FormatException'), error.message);
  const record = new ErrorRecordObject(
    inner,
    kind === 'expression' ? 'PSPropertyExpressionError' : 'formattingError',
    'InvalidArgument',
    source,
  );
  record.thrown = error instanceof PSError && error.record.thrown;
  record.detailsMessage =
    kind === 'expression' ? `Failed to evaluate expression "${text}".` : `Failed to interpret format string "${text}".`;
  return record;
}

/** Objects that left a pipeline on another stream than output keep that stream's looks. */
const streams = new WeakMap<object, LineStream>();
export function markStream(value: PSObject, stream: LineStream): void {
  streams.set(value, stream);
}
function markedStreamOf(value: PSValue): { readonly stream?: LineStream } {
  if (value instanceof ErrorRecordObject && value.ofErrorStream) return { stream: 'error' };
  const stream = typeof value === 'object' && value !== null ? streams.get(value) : undefined;
  return stream === undefined ? {} : { stream };
}
