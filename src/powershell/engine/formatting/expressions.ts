/** Finding the values that a view's or a command's expressions mean, and their texts with the policy for errors. */
import { PSDictionary, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { settle, type Steps } from '../pending.js';
import { FormatError } from '../text/number-format.js';
import { NetThrow, PSError } from '../values/exceptions.js';
import type { FormatAccess } from './access.js';
import type { ExpressionData, Look } from './format-data.js';
import type { Expression, FormatParameters } from './format-parameters.js';
import { nameOrPattern } from './format-parameters.js';
import { ValueText, type CellStyle } from './value-text.js';

/** The value of an expression. `name` is the property's, as the object spells it. */
export interface Found {
  readonly name: string;
  readonly value: PSValue;
  /** What the getter or the script threw. */
  readonly error?: PSError | NetThrow;
}

/** A failure inside an expression or a format string, for -ShowError. */
export interface ExpressionFailure {
  readonly kind: 'expression' | 'format';
  /** The expression's text, or the format string. */
  readonly text: string;
  readonly source: PSValue;
  readonly error: PSError | NetThrow | FormatError;
}

const COMPUTER = 'PSComputerName';
const SHOW_COMPUTER = 'PSShowComputerName';

/** What all shapes share: access to values, texts, and the errors met on the way. */
export class Expressions {
  readonly access: FormatAccess;
  readonly texts: ValueText;
  readonly look: Look;
  /** Failures since the last `drain`. */
  #failures: ExpressionFailure[] = [];
  readonly #patterns = new Map<string, Expression>();

  constructor(access: FormatAccess, enumerationLimit: number) {
    this.access = access;
    this.texts = new ValueText(access, enumerationLimit);
    this.look = {
      get: (value, ...path) => {
        let at = value;
        for (const name of path) {
          if (at === null) return null;
          const found = access.get(at, name);
          at = found === undefined || found instanceof Promise ? null : found;
        }
        return at;
      },
      text: (value) => access.toText(value),
      items: (value) => {
        if (value === null) return [];
        const items = access.items(value);
        return items === undefined ? [value] : [...items];
      },
      keys: (value) => (value instanceof PSDictionary ? value.keys.map((key) => access.toText(key)) : []),
      typeNames: (value) => access.typeNames(value),
    };
  }
  drain(): readonly ExpressionFailure[] {
    const failures = this.#failures;
    if (failures.length > 0) this.#failures = [];
    return failures;
  }

  /** The names of properties that an expression means for one object; a script is itself. */
  resolve(expression: Expression, value: PSValue): readonly Expression[] {
    if (expression.kind === 'script') return [expression];
    if (expression.kind === 'pattern')
      return (this.access.members?.(value) ?? this.access.properties(value))
        .filter((name) => expression.regex.test(name))
        .map((name): Expression => ({ kind: 'name', name, resolved: true }));
    const spelled = this.#spelled(value, expression.name);
    return spelled === undefined ? [] : [{ kind: 'name', name: spelled, resolved: true }];
  }
  #spelled(value: PSValue, name: string): string | undefined {
    const lower = name.toLowerCase();
    const own = this.access.properties(value).find((one) => one.toLowerCase() === lower);
    if (own !== undefined) return own;
    try {
      return this.access.get(value, name) === undefined ? undefined : name;
    } catch (error) {
      // It is there: it only cannot be read.
      if (error instanceof PSError || error instanceof NetThrow) return name;
      throw error;
    }
  }

  /** The value of an expression that is resolved; undefined where the object has no such property. */
  *value(expression: Expression, value: PSValue): Steps<Found | undefined> {
    if (expression.kind === 'script') return yield* this.#script(expression.script, expression.text, value);
    if (expression.kind === 'pattern') {
      const [first] = this.resolve(expression, value);
      return first === undefined ? undefined : yield* this.value(first, value);
    }
    const { name } = expression;
    try {
      const found = yield* settle(this.access.get(value, name));
      // A name that the first object had is read as `$x.Name` from the others: one thing has a length of one.
      if (found === undefined)
        return expression.resolved === true && /^(?:count|length)$/i.test(name) ? { name, value: 1 } : undefined;
      return { name, value: found };
    } catch (error) {
      return { name, value: null, error: caught(error) };
    }
  }
  *#script(script: PSValue, text: string, value: PSValue): Steps<Found> {
    try {
      const results = this.access.evaluate === undefined ? [] : yield* settle(this.access.evaluate(script, value));
      return { name: text, value: results.length === 0 ? null : results.length === 1 ? (results[0] ?? null) : results };
    } catch (error) {
      return { name: text, value: null, error: caught(error) };
    }
  }
  /** The value that a view's item asks for. */
  *data(data: ExpressionData, value: PSValue): Steps<Found | undefined> {
    if (data.native !== undefined) {
      try {
        return { name: '', value: data.native(value, this.look) };
      } catch (error) {
        return { name: '', value: null, error: caught(error) };
      }
    }
    if (data.property !== undefined) {
      let expression = this.#patterns.get(data.property);
      if (expression === undefined) this.#patterns.set(data.property, (expression = nameOrPattern(data.property)));
      return yield* this.value(expression, value);
    }
    if (data.script !== undefined) {
      const text = this.access.toText(data.script);
      return yield* this.#script(data.script, text, value);
    }
    return undefined;
  }
  /** Whether a condition of a view holds. */
  *holds(condition: ExpressionData | undefined, value: PSValue): Steps<boolean> {
    if (condition === undefined) return true;
    const found = yield* this.data(condition, value);
    if (found?.error !== undefined) this.#note('expression', found.name, found.error, value);
    if (found === undefined || found.error !== undefined) return false;
    return truthy(found.value);
  }

  /** The text for a cell. Errors leave it empty, or `#ERR` where the user wants to see them. */
  text(found: Found | undefined, style: CellStyle, source: PSValue, parameters: FormatParameters): string {
    if (found === undefined) return '';
    if (found.error !== undefined) {
      this.#note('expression', found.name, found.error, source);
      return parameters.displayErrors === true ? '#ERR' : '';
    }
    try {
      return this.texts.cell(found.value, style);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      if (parameters.displayErrors !== true) return this.texts.smart(found.value, style.table ?? false);
      this.#note('format', style.format ?? '', error, source);
      return '#FMTERR';
    }
  }
  #note(kind: 'expression' | 'format', text: string, error: ExpressionFailure['error'], source: PSValue): void {
    this.#failures.push({ kind, text, error, source });
  }

  /** An object that came from another computer and wants to say from which. */
  showsComputer(value: PSValue): boolean {
    if (!(value instanceof PSObject) || value.extended === undefined) return false;
    const shown = value.extended.get(SHOW_COMPUTER);
    return shown !== undefined && value.extended.get(COMPUTER) !== undefined && truthy(shown);
  }
  /** All properties for a shape that nobody chose properties for; those of remoting as they want to be seen. */
  allNames(value: PSValue): readonly string[] {
    const names = this.access.properties(value);
    if (!(value instanceof PSObject) || value.extended?.get(SHOW_COMPUTER) === undefined) return names;
    const hideComputer = !this.showsComputer(value);
    return names.filter((name) => {
      const lower = name.toLowerCase();
      return lower !== SHOW_COMPUTER.toLowerCase() && !(hideComputer && lower === COMPUTER.toLowerCase());
    });
  }
  /** Names by default: the type's display set, or everything. */
  defaultNames(value: PSValue): readonly string[] {
    const set = this.access.defaultProperties?.(value);
    if (set === undefined || set.length === 0) return this.allNames(value);
    return this.showsComputer(value) ? [...set, COMPUTER] : set;
  }
}
export const COMPUTER_NAME_PROPERTY = COMPUTER;

function caught(error: unknown): PSError | NetThrow {
  if (error instanceof PSError || error instanceof NetThrow) return error;
  throw error;
}

function truthy(value: PSValue): boolean {
  if (value === null || value === false || value === '' || value === 0) return false;
  if (value instanceof PSObject && value.base !== undefined) return truthy(value.base);
  if (Array.isArray(value))
    return value.length > 1 || (value.length === 1 && truthy((value as readonly PSValue[])[0] ?? null));
  if (typeof value === 'object' && 'value' in value && typeof value.value === 'number') return value.value !== 0;
  return value !== 0n;
}
