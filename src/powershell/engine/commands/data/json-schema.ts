/**
 * JSON Schema, draft 2020-12, for Test-Json: a value is looked at by each keyword, in the schema's order. References
 * within the schema only; `unevaluated…` and dynamic references are refused by name. Texts measured with pwsh 7.6.9.
 */
import { NO_TICK, type Steps, type Tick } from '../../pending.js';
import { netRegex } from '../../text/regex/index.js';

export class SchemaProblem extends Error {}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Members = { readonly [key: string]: Json };

/** What one schema says of one value. `details`: what its parts say. */
export interface Outcome {
  readonly at: string;
  readonly errors: readonly string[];
  readonly details: readonly Outcome[];
  readonly valid: boolean;
}
const MAX_DEPTH = 256;
const REFUSED = new Set(['unevaluatedProperties', 'unevaluatedItems', '$dynamicRef', '$recursiveRef']);
const TYPES = new Set(['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']);

const isMembers = (value: Json | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
const numberOf = (value: Json | undefined): number => (typeof value === 'number' ? value : Number.NaN);
function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value;
}
function equal(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item: Json, index) => equal(item, (b as readonly Json[])[index] ?? null));
  if (!isMembers(a) || !isMembers(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal(a[key] ?? null, b[key] ?? null))
  );
}
/** A text that equal values have, and no others. */
const canonical = (value: Json): string =>
  typeof value !== 'object' || value === null
    ? JSON.stringify(value)
    : JSON.stringify(value, (_key, inner: Json) =>
        isMembers(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
      );
/** Of a list of equals the pairs are more than anybody reads. */
const MOST_TWINS = 10_000;
/** The places of items that are equal, in pairs. */
function* twinsIn(items: readonly Json[], tick: Tick): Steps<readonly (readonly [number, number])[]> {
  const places = new Map<string, number[]>();
  for (const [index, item] of items.entries()) {
    const key = canonical(item);
    const same = places.get(key);
    if (same === undefined) places.set(key, [index]);
    else same.push(index);
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  const twins: (readonly [number, number])[] = [];
  for (const same of places.values())
    for (let a = 0; a < same.length && twins.length < MOST_TWINS; a += 1)
      for (let b = a + 1; b < same.length && twins.length < MOST_TWINS; b += 1)
        twins.push([same[a] ?? 0, same[b] ?? 0]);
  return twins.sort(([a, b], [c, d]) => a - c || b - d);
}
function* outcomes<T>(parts: readonly T[], evaluate: (part: T) => Steps<Outcome>): Steps<Outcome[]> {
  const all: Outcome[] = [];
  for (const part of parts) all.push(yield* evaluate(part));
  return all;
}
const shown = (value: Json | undefined): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
const matches = (pattern: string, text: string): boolean => {
  try {
    const regex = netRegex(pattern, { ignoreCase: false });
    return regex.test(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new SchemaProblem(`The pattern '${pattern}' is not valid.`);
    throw error;
  }
};

export class JsonSchema {
  readonly #root: Json;
  #tick: Tick = NO_TICK;
  /** @throws {SchemaProblem} not a schema, or one that needs what is refused. */
  constructor(source: string) {
    try {
      this.#root = JSON.parse(source) as Json;
    } catch (error) {
      if (error instanceof SyntaxError) throw new SchemaProblem(error.message);
      throw error;
    }
    this.#check(this.#root, 0);
  }
  #check(schema: Json, depth: number): void {
    if (depth > MAX_DEPTH) throw new SchemaProblem('The schema is nested too deeply.');
    if (typeof schema === 'boolean') return;
    if (!isMembers(schema)) throw new SchemaProblem('A schema is an object or a Boolean.');
    for (const [key, value] of Object.entries(schema)) {
      if (REFUSED.has(key)) throw new SchemaProblem(`The keyword '${key}' is not supported by this engine.`);
      if (key === 'type')
        for (const type of Array.isArray(value) ? listOf(value) : [value])
          if (typeof type !== 'string' || !TYPES.has(type))
            throw new SchemaProblem(`There is no type '${JSON.stringify(type)}'.`);
      if (['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'].includes(key)) {
        if (!isMembers(value)) throw new SchemaProblem(`'${key}' is an object of schemas.`);
        for (const one of Object.values(value)) this.#check(one, depth + 1);
      } else if (['allOf', 'anyOf', 'oneOf', 'prefixItems'].includes(key)) {
        if (!Array.isArray(value)) throw new SchemaProblem(`'${key}' is a list of schemas.`);
        for (const one of listOf(value)) this.#check(one, depth + 1);
      } else if (['not', 'if', 'then', 'else', 'contains', 'additionalProperties', 'propertyNames'].includes(key))
        this.#check(value, depth + 1);
    }
  }
  /** @throws {SchemaProblem} a reference that leads nowhere, or round in a circle. */
  *evaluate(value: Json, tick: Tick): Steps<Outcome> {
    this.#tick = tick;
    return yield* this.#evaluate(this.#root, value, '', 0);
  }
  #resolve(reference: string): Json {
    if (!reference.startsWith('#'))
      throw new SchemaProblem(`Cannot resolve the reference '${reference}': it lies outside of the schema.`);
    let at: Json | undefined = this.#root;
    for (const part of decodeURIComponent(reference.slice(1)).split('/').slice(1)) {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      at = Array.isArray(at) ? listOf(at)[Number(key)] : isMembers(at) && Object.hasOwn(at, key) ? at[key] : undefined;
    }
    if (at === undefined) throw new SchemaProblem(`Cannot resolve the reference '${reference}'.`);
    return at;
  }
  *#evaluate(schema: Json, value: Json, at: string, depth: number): Steps<Outcome> {
    if (depth > MAX_DEPTH) throw new SchemaProblem('The schema or the value is nested too deeply.');
    if (typeof schema === 'boolean')
      return { at, errors: schema ? [] : ['All values fail against the false schema'], details: [], valid: schema };
    const wait = this.#tick();
    if (wait !== undefined) yield wait;
    const errors: string[] = [];
    const details: Outcome[] = [];
    let valid = true;
    const wrong = (text: string): void => void errors.push(text);
    const sub = (part: Json, item: Json, place = at): Steps<Outcome> => this.#evaluate(part, item, place, depth + 1);
    const need = (outcome: Outcome): void => {
      details.push(outcome);
      if (!outcome.valid) valid = false;
    };
    const members = isMembers(schema) ? schema : {};
    for (const [key, rule] of Object.entries(members)) {
      switch (key) {
        case '$ref':
          need(yield* sub(this.#resolve(shown(rule)), value));
          break;
        case 'allOf':
          for (const part of listOf(rule)) need(yield* sub(part, value));
          break;
        case 'anyOf': {
          const all = yield* outcomes(listOf(rule), (part) => sub(part, value));
          details.push(...all);
          if (!all.some((one) => one.valid)) valid = false;
          break;
        }
        case 'oneOf': {
          const all = yield* outcomes(listOf(rule), (part) => sub(part, value));
          details.push(...all);
          const count = all.filter((one) => one.valid).length;
          if (count !== 1) wrong(`Expected 1 matching subschema but found ${count}`);
          break;
        }
        case 'not':
          if ((yield* sub(rule, value)).valid) valid = false;
          break;
        case 'if': {
          const next = members[(yield* sub(rule, value)).valid ? 'then' : 'else'];
          if (next !== undefined) need(yield* sub(next, value));
          break;
        }
        case 'type': {
          const types = Array.isArray(rule) ? listOf(rule) : [rule];
          const own = typeOf(value);
          if (!types.includes(own) && !(own === 'integer' && types.includes('number')))
            wrong(`Value is "${own}" but should be "${types.map(shown).join(', ')}"`);
          break;
        }
        case 'enum':
          if (!listOf(rule).some((one) => equal(one, value)))
            wrong('Value should match one of the values specified by the enum');
          break;
        case 'const':
          if (!equal(rule, value)) wrong(`Expected "${JSON.stringify(rule).replace(/^"|"$/g, '')}"`);
          break;
        default:
          if (typeof value === 'number') checkNumber(key, numberOf(rule), value, wrong);
          else if (typeof value === 'string') checkText(key, rule, value, wrong);
          else if (Array.isArray(value)) yield* this.#list(key, rule, members, value, at, depth, wrong, need);
          else if (isMembers(value)) yield* this.#object(key, rule, members, value, at, depth, wrong, need);
      }
    }
    return { at, errors, details, valid: valid && errors.length === 0 };
  }
  *#list(
    key: string,
    rule: Json,
    schema: Members,
    value: readonly Json[],
    at: string,
    depth: number,
    wrong: (text: string) => void,
    need: (outcome: Outcome) => void,
  ): Steps<void> {
    const sub = (part: Json, index: number): Steps<Outcome> =>
      this.#evaluate(part, value[index] ?? null, `${at}/${index}`, depth + 1);
    const prefix = listOf(schema['prefixItems']).length;
    if (key === 'prefixItems')
      for (const [index, part] of listOf(rule).entries()) if (index < value.length) need(yield* sub(part, index));
    if (key === 'items') {
      const parts = Array.isArray(rule) ? listOf(rule) : undefined;
      for (const index of value.keys()) {
        const part = parts === undefined ? (index >= prefix ? rule : undefined) : parts[index];
        if (part !== undefined) need(yield* sub(part, index));
      }
    }
    if (key === 'minItems' && value.length < numberOf(rule)) wrong(`Value should have at least ${shown(rule)} items`);
    if (key === 'maxItems' && value.length > numberOf(rule)) wrong(`Value should have at most ${shown(rule)} items`);
    if (key === 'uniqueItems' && rule === true) {
      const twins = (yield* twinsIn(value, this.#tick)).map(([a, b]) => `"(${a}, ${b})"`);
      if (twins.length > 0) wrong(`Found duplicates at the following index pairs: ${twins.join(',')}`);
    }
    if (key === 'contains') {
      const all = yield* outcomes([...value.keys()], (index) => sub(rule, index));
      const count = all.filter((one) => one.valid).length;
      const least = schema['minContains'] === undefined ? 1 : numberOf(schema['minContains']);
      if (count < least) {
        wrong(`Value should contain at least ${least} matching items`);
        for (const one of all) need(one);
      } else if (count > numberOf(schema['maxContains']))
        wrong(`Value should contain at most ${shown(schema['maxContains'])} matching items`);
    }
  }
  *#object(
    key: string,
    rule: Json,
    schema: Members,
    value: Members,
    at: string,
    depth: number,
    wrong: (text: string) => void,
    need: (outcome: Outcome) => void,
  ): Steps<void> {
    const names = Object.keys(value);
    const sub = (part: Json, name: string): Steps<Outcome> =>
      this.#evaluate(part, value[name] ?? null, `${at}/${escaped(name)}`, depth + 1);
    const rules = isMembers(rule) ? rule : {};
    const missing = (wanted: Json | undefined): readonly Json[] =>
      listOf(wanted).filter((name) => typeof name === 'string' && !Object.hasOwn(value, name));
    switch (key) {
      case 'properties':
        for (const name of names) if (Object.hasOwn(rules, name)) need(yield* sub(rules[name] ?? true, name));
        break;
      case 'patternProperties':
        for (const [pattern, part] of Object.entries(rules))
          for (const name of names) if (matches(pattern, name)) need(yield* sub(part, name));
        break;
      case 'additionalProperties': {
        const known = isMembers(schema['properties']) ? schema['properties'] : {};
        const patterns = Object.keys(isMembers(schema['patternProperties']) ? schema['patternProperties'] : {});
        for (const name of names)
          if (!Object.hasOwn(known, name) && !patterns.some((pattern) => matches(pattern, name)))
            need(yield* sub(rule, name));
        break;
      }
      case 'propertyNames':
        for (const name of names) need(yield* this.#evaluate(rule, name, `${at}/${escaped(name)}`, depth + 1));
        break;
      case 'required': {
        const absent = missing(rule);
        if (absent.length > 0) wrong(`Required properties ${JSON.stringify(absent)} are not present`);
        break;
      }
      case 'dependentRequired': {
        const absent = Object.entries(rules).flatMap(([name, wanted]) => {
          const list = Object.hasOwn(value, name) ? missing(wanted) : [];
          return list.length === 0 ? [] : [[name, list] as const];
        });
        if (absent.length > 0)
          wrong(`Some required property dependencies are missing: ${JSON.stringify(Object.fromEntries(absent))}`);
        break;
      }
      case 'dependentSchemas':
        for (const [name, part] of Object.entries(rules))
          if (Object.hasOwn(value, name)) need(yield* this.#evaluate(part, value, at, depth + 1));
        break;
      case 'minProperties':
        if (names.length < numberOf(rule)) wrong(`Value should have at least ${shown(rule)} properties`);
        break;
      case 'maxProperties':
        if (names.length > numberOf(rule)) wrong(`Value should have at most ${shown(rule)} properties`);
        break;
    }
  }
}
function checkNumber(key: string, rule: number, value: number, wrong: (text: string) => void): void {
  if (key === 'minimum' && value < rule) wrong(`${value} should be at least ${rule}`);
  if (key === 'maximum' && value > rule) wrong(`${value} should be at most ${rule}`);
  if (key === 'exclusiveMinimum' && value <= rule) wrong(`${value} should be greater than ${rule}`);
  if (key === 'exclusiveMaximum' && value >= rule) wrong(`${value} should be less than ${rule}`);
  if (key === 'multipleOf' && rule > 0 && !Number.isInteger(Number((value / rule).toPrecision(15))))
    wrong(`${value} should be a multiple of ${rule}`);
}
function checkText(key: string, rule: Json, value: string, wrong: (text: string) => void): void {
  const length = Array.from(value).length;
  if (key === 'minLength' && length < numberOf(rule)) wrong(`Value should be at least ${shown(rule)} characters`);
  if (key === 'maxLength' && length > numberOf(rule)) wrong(`Value should be at most ${shown(rule)} characters`);
  if (key === 'pattern' && !matches(shown(rule), value))
    wrong('The string value is not a match for the indicated regular expression');
}
