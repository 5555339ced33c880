/** Measure-Object: counts objects, and what their properties or texts come to. */
import { isNotedLine } from '../items/content-notes.js';
import { PSDouble, type PSValue } from '../../../../protocol/objects/index.js';
import { toNumber, toText, tryConvert } from '../../conversion.js';
import { objectText } from '../../net/object.js';
import { done, settle, type Steps, type Tick } from '../../pending.js';
import { unwrap } from '../../values/live.js';
import { CUSTOM, DOUBLE, typeOf } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';
import { defineCommand, flag, NOT_EMPTY, parameter } from '../support/command-spec.js';
import { inputOf, listOf, netObject } from '../support/objects.js';
import { orderOf } from '../support/order.js';
import { evaluate, GROUP_KEYS, type PropertyExpression, propertyExpressions } from '../support/property-expression.js';

class Statistics {
  count = 0;
  sum = 0;
  variance = 0;
  min: PSValue = null;
  max: PSValue = null;
  lines = 0;
  words = 0;
  characters = 0;
}
/** Characters that are counted in one go. */
const COUNTED_AT_ONCE = 2 ** 16;
interface TextCount {
  characters: number;
  words: number;
  lines: number;
}
/** Adds what a text has of each. */
function* countText(text: string, ignoresSpace: boolean, into: TextCount, tick: Tick): Steps<void> {
  let insideWord = false;
  for (let at = 0; at < text.length; at += COUNTED_AT_ONCE) {
    const piece = text.slice(at, at + COUNTED_AT_ONCE);
    into.characters += ignoresSpace ? piece.replace(/\s/g, '').length : piece.length;
    into.words += piece.match(/\S+/g)?.length ?? 0;
    // A word that goes on from the piece before is counted there.
    if (insideWord && /^\S/.test(piece)) into.words -= 1;
    insideWord = /\S$/.test(piece.slice(-1));
    into.lines += piece.match(/\n/g)?.length ?? 0;
    done.steps += piece.length >> 6;
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  if (text !== '' && !text.endsWith('\n')) into.lines += 1;
}

function asDouble(value: PSValue): number | undefined {
  if (typeof value === 'number') return value;
  const made = tryConvert(value, DOUBLE);
  return made instanceof PSDouble ? made.value : undefined;
}
/** The smaller (or greater) of the two; numbers are compared as doubles, different types as texts. */
function better(value: PSValue, best: PSValue, smaller: boolean): PSValue {
  if (best === null) return value;
  const a = value === null ? undefined : asDouble(value);
  const b = asDouble(best);
  let left: PSValue = b === undefined ? best : new PSDouble(b);
  let right: PSValue = a === undefined ? value : new PSDouble(a);
  if (left !== null && right !== null && typeOf(unwrap(left)) !== typeOf(unwrap(right))) {
    left = toText(left);
    right = toText(right);
  }
  const order = orderOf(left, right, true);
  return (smaller ? order : -order) > 0 ? value : best;
}

const GENERIC = [
  'Microsoft.PowerShell.Commands.GenericMeasureInfo',
  'Microsoft.PowerShell.Commands.MeasureInfo',
  'System.Object',
];
const GENERIC_OBJECT = [
  'Microsoft.PowerShell.Commands.GenericObjectMeasureInfo',
  'Microsoft.PowerShell.Commands.MeasureInfo',
  'System.Object',
];
const TEXT = [
  'Microsoft.PowerShell.Commands.TextMeasureInfo',
  'Microsoft.PowerShell.Commands.MeasureInfo',
  'System.Object',
];

class Measure {
  readonly #context: EngineCommandContext;
  readonly #expressions: readonly PropertyExpression[] | undefined;
  readonly #statistics = new Map<string, Statistics>();
  readonly #names = new Map<string, string>();
  #notNumeric = false;
  readonly sum: boolean;
  readonly average: boolean;
  readonly maximum: boolean;
  readonly minimum: boolean;
  readonly deviation: boolean;
  readonly text: boolean;

  constructor(context: EngineCommandContext) {
    this.#context = context;
    const all = context.flag('AllStats');
    this.sum = all || context.flag('Sum');
    this.average = all || context.flag('Average');
    this.maximum = all || context.flag('Maximum');
    this.minimum = all || context.flag('Minimum');
    this.deviation = all || context.flag('StandardDeviation');
    this.text = context.parameterSetName === 'TextMeasure';
    this.#expressions = context.isBound('Property')
      ? propertyExpressions(context, listOf(context.arg('Property')), GROUP_KEYS)
      : undefined;
  }
  #entry(name: string): Statistics {
    const key = name.toLowerCase();
    let found = this.#statistics.get(key);
    if (found === undefined) {
      found = new Statistics();
      this.#statistics.set(key, found);
      this.#names.set(key, name);
    }
    return found;
  }
  *take(input: PSValue): Steps<void> {
    if (this.#expressions === undefined) {
      yield* this.#value('$_', input);
      return;
    }
    const counted = new Set<string>();
    for (const expression of this.#expressions) {
      const results = yield* evaluate(this.#context, expression, input);
      if (results.length === 0 && expression.wildcard === undefined) this.#entry(expression.text);
      for (const { name, value } of results) {
        if (counted.has(name.toLowerCase())) continue;
        counted.add(name.toLowerCase());
        // What a script block gives is one text where it is more than one value.
        const isList = expression.block !== undefined && Array.isArray(value);
        yield* this.#value(name, isList ? toText(value) : value);
      }
    }
  }
  *#value(name: string, value: PSValue): Steps<void> {
    const entry = this.#entry(name);
    entry.count += 1;
    if (this.text) {
      const shown = value === null ? '' : objectText(value);
      yield* countText(shown, this.#context.flag('IgnoreWhiteSpace'), entry, () => this.#context.tick());
      return;
    }
    if (this.sum || this.average || this.deviation) {
      const number = asDouble(unwrap(value));
      if (number === undefined) {
        this.#notNumeric = true;
        yield* settle(
          this.#context.writeError(
            `Input object "${name !== '$_' && typeOf(value) === CUSTOM ? toText(value) : objectText(value)}" is not numeric.`,
            {
              errorId: 'NonNumericInputObject',
              category: 'InvalidType',
              target: value,
              exceptionType: 'System.Management.Automation.PSInvalidOperationException',
            },
          ),
        );
        return;
      }
      const before = entry.sum;
      entry.sum += number;
      if (this.deviation && entry.count > 1) {
        const mean = before / (entry.count - 1);
        entry.variance *= (entry.count - 2) / (entry.count - 1);
        entry.variance += ((number - mean) * (number - mean)) / entry.count;
      }
    }
    if (this.minimum) entry.min = better(value, entry.min, true);
    if (this.maximum) entry.max = better(value, entry.max, false);
  }
  *end(): Steps<void> {
    if (this.#expressions === undefined && this.#statistics.size === 0) this.#entry('$_');
    for (const [key, entry] of this.#statistics) {
      if (entry.count === 0 && this.#expressions !== undefined) {
        const name = this.#names.get(key) ?? key;
        if (this.#context.services.strict) yield* this.#missing(name);
        continue;
      }
      const property = this.#expressions === undefined ? null : (this.#names.get(key) ?? key);
      yield* settle(
        this.#context.write(this.text ? this.#textInfo(entry, property) : this.#genericInfo(entry, property)),
      );
    }
  }
  #missing(name: string): Steps<void> {
    return settle(
      this.#context.writeError(
        `Cannot process argument because the value of argument "${name}" is not valid. Change the value of the "${name}" argument and run the operation again.`,
        {
          errorId: this.text ? 'TextMeasurePropertyNotFound' : 'GenericMeasurePropertyNotFound',
          category: 'ObjectNotFound',
          exceptionType: 'System.Management.Automation.PSArgumentException',
        },
      ),
    );
  }
  #textInfo(entry: Statistics, property: string | null): PSValue {
    const count = (name: string, value: number): PSValue => (this.#context.flag(name) ? value : null);
    return netObject(TEXT, {
      Lines: count('Line', entry.lines),
      Words: count('Word', entry.words),
      Characters: count('Character', entry.characters),
      Property: property,
    });
  }
  #genericInfo(entry: Statistics, property: string | null): PSValue {
    const numeric = [entry.min, entry.max].every((value) => value === null || asDouble(unwrap(value)) !== undefined);
    const shown = (value: PSValue): PSValue =>
      numeric && value !== null
        ? new PSDouble(asDouble(unwrap(value)) ?? toNumber(value))
        : isNotedLine(value)
          ? unwrap(value)
          : value;
    const number = (wanted: boolean, value: number): PSValue =>
      wanted && !this.#notNumeric ? new PSDouble(value) : null;
    return netObject(numeric ? GENERIC : GENERIC_OBJECT, {
      Count: entry.count,
      Average: number(this.average && entry.count > 0, entry.sum / entry.count),
      Sum: number(this.sum, entry.sum),
      Maximum: this.maximum ? shown(entry.max) : null,
      Minimum: this.minimum ? shown(entry.min) : null,
      StandardDeviation: number(this.deviation, Math.sqrt(entry.variance)),
      Property: property,
    });
  }
}

export const measureObject = defineCommand(
  'Measure-Object',
  {
    alias: 'measure',
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'GenericMeasure',
    output:
      'Microsoft.PowerShell.Commands.GenericMeasureInfo,Microsoft.PowerShell.Commands.TextMeasureInfo,Microsoft.PowerShell.Commands.GenericObjectMeasureInfo',
    synopsis:
      'Calculates the numeric properties of objects, and the characters, words, and lines in string objects, such as files of text.',
  },
  [
    parameter('InputObject', 'PSObject', 'V'),
    parameter('Property', 'Object[]', '0', { check: NOT_EMPTY, shown: 'pspropertyexpression[]' }),
    flag('StandardDeviation', 'GenericMeasure:'),
    flag('Sum', 'GenericMeasure:'),
    flag('AllStats', 'GenericMeasure:'),
    flag('Average', 'GenericMeasure:'),
    flag('Maximum', 'GenericMeasure:'),
    flag('Minimum', 'GenericMeasure:'),
    flag('Line', 'TextMeasure:'),
    flag('Word', 'TextMeasure:'),
    flag('Character', 'TextMeasure:'),
    flag('IgnoreWhiteSpace', 'TextMeasure:'),
  ],
  (context) => {
    const measure = new Measure(context);
    return {
      *process() {
        const input = inputOf(context);
        if (input !== undefined && input !== null) yield* measure.take(input);
      },
      end: () => measure.end(),
    };
  },
);
