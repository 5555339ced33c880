/** Select-Object: chooses properties of objects, and objects of a sequence. */
import { pushOne } from '../../room.js';
import { PropertyBag, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandImplementation } from '../../command-api.js';
import { type Pending, settle, type Steps } from '../../pending.js';
import { enumerate } from '../../runtime/members.js';
import { wildcardRegex } from '../../text/wildcard.js';
import { unwrap } from '../../values/live.js';
import { clrText, CUSTOM, typeOf } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts, whole } from '../support/arguments.js';
import { defineCommand, flag, parameter, range } from '../support/command-spec.js';
import { inputOf, itemsOf, listOf } from '../support/objects.js';
import { orderOf } from '../support/order.js';
import {
  evaluate,
  nameExpression,
  type PropertyExpression,
  propertyExpressions,
  SELECT_KEYS,
} from '../support/property-expression.js';

const SELECTED = new Map<string, readonly string[]>();
/** Type names of a selection are those of a custom object, with the origin in front. */
function selectedTypeNames(source: PSValue): readonly string[] {
  const name = `Selected.${clrText(typeOf(unwrap(source)) ?? CUSTOM)}`;
  let names = SELECTED.get(name);
  if (names === undefined) {
    names = [name, CUSTOM.fullName, 'System.Object'];
    SELECTED.set(name, names);
  }
  return names;
}

/** A custom object that went through says so in its type names: the object itself, not a copy. */
function markSelected(value: PSValue): void {
  if (!(value instanceof PSObject) || value.base !== undefined || typeOf(value) !== CUSTOM) return;
  const name = `Selected.${CUSTOM.fullName}`;
  if (!value.typeNames.includes(name) && value.typeNames.includes(CUSTOM.fullName))
    value.typeNames = value.typeNames[0] === CUSTOM.fullName ? selectedTypeNames(value) : [name, ...value.typeNames];
}

class Selection {
  readonly #context: EngineCommandContext;
  readonly #properties: readonly PropertyExpression[];
  readonly #expand: PropertyExpression | undefined;
  readonly #exclude: ((name: string) => boolean) | undefined;
  readonly #unique: { readonly value: PSValue; readonly notes: readonly (readonly [string, PSValue])[] }[] | undefined;
  readonly #seen = new Set<string>();

  constructor(context: EngineCommandContext) {
    this.#context = context;
    const excluded = texts(context, 'ExcludeProperty')?.map((pattern) => wildcardRegex(pattern));
    this.#exclude = excluded === undefined ? undefined : (name) => excluded.some((regex) => regex.test(name));
    let given = listOf(context.arg('Property'));
    if (excluded !== undefined && given.length === 0 && !context.isBound('ExpandProperty')) given = ['*'];
    this.#properties = propertyExpressions(context, given, SELECT_KEYS);
    const expand = text(context, 'ExpandProperty');
    this.#expand = expand === undefined || expand === '' ? undefined : nameExpression(expand);
    this.#unique = context.flag('Unique') ? [] : undefined;
  }

  *take(input: PSValue): Steps<void> {
    if (this.#properties.length === 0 && this.#expand === undefined) {
      yield* settle(this.#write(input, []));
      return;
    }
    const notes: (readonly [string, PSValue])[] = [];
    for (const expression of this.#properties) yield* this.#collect(expression, input, notes);
    if (this.#expand !== undefined) {
      yield* this.#expandInto(this.#expand, input, notes);
      return;
    }
    const bag = new PropertyBag();
    for (const [name, value] of notes) {
      if (bag.has(name)) yield* settle(this.#alreadyThere(name, input, 'AlreadyExistingUserSpecifiedPropertyNoExpand'));
      else bag.append(name, value);
      const tick = this.#context.tick();
      if (tick !== undefined) yield tick;
    }
    yield* settle(this.#write(new PSObject({ typeNames: selectedTypeNames(input), extended: bag }), notes));
  }

  *#collect(expression: PropertyExpression, input: PSValue, notes: (readonly [string, PSValue])[]): Steps<void> {
    const name = expression.options.get('name');
    let results = yield* evaluate(this.#context, expression, input, this.#exclude);
    if (results.length === 0 && expression.wildcard === undefined) results = [{ name: expression.text, value: null }];
    else if (typeof name === 'string' && name !== '' && results.length > 1) {
      yield* settle(
        this.#context.writeError('Cannot rename multiple results.', {
          errorId: 'RenamingMultipleResults',
          category: 'InvalidOperation',
          target: input,
          exceptionType: 'System.InvalidOperationException',
        }),
      );
      return;
    }
    for (const result of results) {
      if (this.#exclude?.(result.name) === true) continue;
      const label = typeof name === 'string' && name !== '' ? name : result.name;
      if (label === '')
        this.#context.fail("A property is an empty script block and does not provide a name. (Parameter 'Property')", {
          errorId: 'EmptyScriptBlockAndNoName',
          category: 'InvalidArgument',
          exceptionType: 'System.Management.Automation.PSArgumentException',
        });
      notes.push([label, result.value]);
    }
  }

  *#expandInto(
    expression: PropertyExpression,
    input: PSValue,
    notes: readonly (readonly [string, PSValue])[],
  ): Steps<void> {
    if (input === null) return;
    const results = yield* evaluate(this.#context, expression, input);
    const [result] = results;
    if (result === undefined || results.length > 1) {
      const message =
        result === undefined
          ? `Property "${expression.text}" cannot be found.`
          : 'Multiple properties cannot be expanded.';
      yield* settle(
        this.#context.writeError(message, {
          errorId: result === undefined ? 'ExpandPropertyNotFound' : 'MutlipleExpandProperties',
          category: 'InvalidArgument',
          target: input,
          targetType: 'PSObject',
          exceptionType: 'System.Management.Automation.PSArgumentException',
        }),
      );
      return;
    }
    if (result.error !== undefined) {
      yield* settle(
        this.#context.writeError(result.error.record.message, {
          errorId: 'PropertyEvaluationExpand',
          category: 'InvalidResult',
          target: input,
          exceptionType: result.error.record.exception.type.fullName,
        }),
      );
      return;
    }
    for (const item of itemsOf(result.value) ?? enumerate(result.value) ?? [result.value]) {
      if (item === null) continue;
      const shown = yield* this.#withNotes(item, input, notes);
      if (notes.length > 0) markSelected(shown);
      yield* settle(this.#write(shown, notes));
    }
  }

  /** The value with the chosen properties added to this occurrence of it only. */
  *#withNotes(item: PSValue, input: PSValue, notes: readonly (readonly [string, PSValue])[]): Steps<PSValue> {
    let shown = item;
    for (const [name, value] of notes) {
      if (this.#context.services.members.names(item).some((own) => own.toLowerCase() === name.toLowerCase()))
        yield* settle(this.#alreadyThere(name, input, 'AlreadyExistingUserSpecifiedPropertyExpand'));
      else shown = this.#context.services.members.add(shown, { kind: 'NoteProperty', name, value }, false);
    }
    return shown;
  }
  #alreadyThere(name: string, input: PSValue, errorId: string): Pending<void> {
    return this.#context.writeError(`The property cannot be processed because the property "${name}" already exists.`, {
      errorId,
      category: 'InvalidOperation',
      target: input,
      exceptionType: 'System.Management.Automation.PSArgumentException',
    });
  }
  #write(value: PSValue, notes: readonly (readonly [string, PSValue])[]): Pending<void> {
    if (notes.length === 0) markSelected(value);
    const unique = this.#unique;
    if (unique === undefined) return this.#context.write(value);
    const sensitive = !this.#context.flag('CaseInsensitive');
    // Equal plain values need no search through all that were seen.
    if (notes.length === 0 && (typeof value === 'string' || typeof value === 'number')) {
      const key = `${typeof value}:${sensitive ? String(value) : String(value).toLowerCase()}`;
      if (this.#seen.has(key)) return undefined;
      this.#seen.add(key);
    }
    const same = (left: PSValue, right: PSValue): boolean => orderOf(left, right, sensitive) === 0;
    const known = unique.some(
      (other) =>
        other.notes.length === notes.length &&
        (notes.length > 0 || same(unwrap(value), unwrap(other.value))) &&
        notes.every(([, note], index) => same(note, other.notes[index]?.[1] ?? null)),
    );
    if (!known) unique.push({ value, notes });
    return undefined;
  }
  *end(): Steps<void> {
    // Where enough was seen, this is the end already.
    for (const { value } of this.#unique?.splice(0) ?? []) yield* settle(this.#context.write(value));
  }
}

function create(context: EngineCommandContext): CommandImplementation {
  const selection = new Selection(context);
  const limits = {
    first: context.isBound('First') ? (whole(context, 'First') ?? 0) : undefined,
    last: context.isBound('Last') ? (whole(context, 'Last') ?? 0) : undefined,
    skip: whole(context, 'Skip') ?? 0,
    skipLast: whole(context, 'SkipLast') ?? 0,
    wait: context.flag('Wait'),
  };
  const indexes = context.isBound('Index')
    ? [...new Set(listOf(context.arg('Index')).map(Number))].sort((a, b) => a - b)
    : undefined;
  const skipIndexes = context.isBound('SkipIndex') ? new Set(listOf(context.arg('SkipIndex')).map(Number)) : undefined;
  const lastIndex = indexes?.at(-1) ?? -1;
  const wanted = new Set(indexes);
  const counts =
    indexes !== undefined ||
    skipIndexes !== undefined ||
    ['First', 'Last', 'Skip', 'SkipLast'].some((name) => context.isBound(name));
  const queue: PSValue[] = [];
  let position = 0;
  // With -Last alone it is the last ones that are skipped.
  const skipsLast = limits.last !== undefined && (limits.first ?? 0) === 0 ? limits.skip : 0;
  let toSkip = skipsLast > 0 ? 0 : limits.skip;
  let streamed = 0;
  const firstOnly = limits.first !== undefined && limits.last === undefined;

  function* enough(): Steps<void> {
    if (limits.wait) return;
    yield* selection.end();
    yield* settle(context.services.stopUpstream(context));
  }
  return {
    *begin() {
      // `-First 0` asks for nothing at all: nothing needs to run.
      if (firstOnly && limits.first === 0 && !limits.wait) yield* settle(context.services.stopUpstream(context));
    },
    *process() {
      const input = inputOf(context);
      if (input === undefined) return;
      // Nothing is no object that is counted, and has no properties.
      if (input === null && (counts || context.isBound('Property'))) return;
      if (indexes !== undefined) {
        if (wanted.has(position)) yield* selection.take(input);
        position += 1;
        if (position > lastIndex) yield* enough();
        return;
      }
      if (skipIndexes !== undefined) {
        if (!skipIndexes.has(position)) yield* selection.take(input);
        position += 1;
        return;
      }
      if (limits.skipLast > 0) {
        pushOne(queue, input);
        if (toSkip > 0) {
          toSkip -= 1;
          queue.shift();
        } else if (queue.length > limits.skipLast) yield* selection.take(queue.shift() ?? null);
        return;
      }
      if (toSkip > 0) {
        toSkip -= 1;
        return;
      }
      if (limits.first === undefined && limits.last === undefined) {
        yield* selection.take(input);
        return;
      }
      if (limits.first !== undefined && streamed < limits.first) {
        streamed += 1;
        yield* selection.take(input);
        if (firstOnly && streamed >= limits.first) yield* enough();
        return;
      }
      if (limits.last !== undefined) {
        pushOne(queue, input);
        if (queue.length > limits.last + skipsLast) queue.shift();
      }
    },
    *end() {
      if (limits.last !== undefined) {
        const shown = skipsLast > 0 ? queue.slice(0, Math.max(0, queue.length - skipsLast)) : queue;
        for (const input of shown.slice(-limits.last || shown.length)) yield* selection.take(input);
      }
      yield* selection.end();
    },
  };
}

const OBJECTS = 'DefaultParameter,SkipLastParameter';
export const selectObject = defineCommand(
  'Select-Object',
  {
    alias: 'select',
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'DefaultParameter',
    synopsis: 'Selects objects or object properties.',
  },
  [
    parameter('InputObject', 'PSObject', 'V'),
    parameter('Property', 'Object[]', `${OBJECTS}: 0`),
    parameter('ExcludeProperty', 'String[]', `${OBJECTS}:`),
    parameter('ExpandProperty', 'String', `${OBJECTS}:`),
    flag('Unique'),
    flag('CaseInsensitive'),
    parameter('Last', 'Int32', 'DefaultParameter:', { check: range(0, 2147483647) }),
    parameter('First', 'Int32', 'DefaultParameter:', { check: range(0, 2147483647) }),
    parameter('Skip', 'Int32', `${OBJECTS}:`, { check: range(0, 2147483647) }),
    parameter('SkipLast', 'Int32', 'SkipLastParameter:', { check: range(0, 2147483647) }),
    flag('Wait', 'DefaultParameter,IndexParameter:'),
    parameter('Index', 'Int32[]', 'IndexParameter:', { check: range(0, 2147483647) }),
    parameter('SkipIndex', 'Int32[]', 'SkipIndexParameter:', { check: range(0, 2147483647) }),
  ],
  create,
);
