/**
 * Which overload a call means, and the call: candidates by number of arguments, ranked conversion by conversion, with
 * PowerShell's tie breakers (lossless conversions prefer the narrower type, lossy ones the wider), then the arguments'
 * conversion and the errors that PowerShell wraps around what a method throws.
 */
import { changing, isWalking } from '../values/changes.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import { asNetThrow, isOutOfMemory } from './foreign-errors.js';
import { needText } from '../room.js';
import { castText, convertTo, reflectionName } from '../conversion.js';
import { active, done, LOOK, type Pending } from '../pending.js';
import { ExceptionObject, fail, PSError } from '../values/exceptions.js';
import { conversionRank, Rank } from '../values/conversion-rank.js';
import { AutomationNull, PSReference, typedArray, unwrap } from '../values/live.js';
import type { MethodOverload, NetType, ParameterSignature } from '../values/net-type.js';
import {
  arrayTypeOf,
  BOOLEAN,
  DOUBLE,
  genericType,
  INT32,
  INT64,
  isOfScript,
  OBJECT,
  resolveTypeText,
  STRING,
  typeOf,
} from '../values/types.js';
import type { Runtime } from './runtime.js';

const METHOD_EXCEPTION = 'System.Management.Automation.MethodException';

const STACK_ONLY = /^System\.(?:ReadOnly)?Span\[|[*&](?:,|$)/;
/** A parameter's type; undefined for a type that the engine does not know (a Span, a pointer). */
const resolved = new Map<string, NetType | undefined>();
function parameterType(text: string, generic: ReadonlyMap<string, NetType> | undefined): NetType | undefined {
  if (generic !== undefined) {
    const own = generic.get(text);
    if (own !== undefined) return own;
    const inner = text.replace(
      /(?<=\[|,)(\w+)(?=\]|,)|^(\w+)(?=\[\]$)/g,
      (word) => generic.get(word)?.fullName ?? word,
    );
    return resolveTypeText(inner);
  }
  const known = resolved.get(text);
  if (known !== undefined || resolved.has(text)) return known;
  const type = resolveTypeText(text);
  // A script's own classes come and go: only what is known for good is kept.
  if (type !== undefined && !type.scriptClass) resolved.set(text, type);
  return type;
}

/** A parameter's type. A script's own classes are known by the type that was closed with them. */
function typeOfParameter(
  { named }: MethodOverload,
  { type, exact }: ParameterSignature,
  generic: ReadonlyMap<string, NetType> | undefined,
): NetType | undefined {
  if (exact !== undefined || named === undefined) return exact ?? parameterType(type, generic);
  const [, array, outer, inner] = /^(.+)\[\]$|^([\w.]+)\[([^[\],]+)\]$/.exec(type) ?? [];
  const own = named.get(array ?? inner ?? type);
  if (own === undefined || !isOfScript(own)) return parameterType(type, generic);
  return array !== undefined ? arrayTypeOf(own) : outer !== undefined ? genericType(outer, [own]) : own;
}

interface Candidate {
  readonly overload: MethodOverload;
  readonly types: readonly (NetType | undefined)[];
  /** Types argument by argument when a `params` array takes several. */
  expanded: readonly NetType[] | undefined;
  readonly ranks: number[];
  readonly generic: ReadonlyMap<string, NetType> | undefined;
}

function rankOf(value: PSValue, type: NetType | undefined, byRef: boolean): number {
  let given = value === AutomationNull ? null : value;
  if (byRef && given instanceof PSReference) given = unwrap(given.read());
  // A structure that is not known takes no null.
  if (type === undefined) return given === null && !byRef ? Rank.NullToRef : Rank.None;
  return conversionRank(typeOf(unwrap(given)), type);
}

/** What an argument's type counts as for inference: an `object[]` of one kind of item is an array of that kind. */
function effectiveType(value: PSValue): NetType | undefined {
  const inner = unwrap(value);
  const own = typeOf(inner);
  if (own?.elementType !== OBJECT || !Array.isArray(inner) || inner.length === 0) return own;
  const items = inner as readonly PSValue[];
  const [one = null] = items;
  const first = typeOf(unwrap(one));
  if (first === undefined) return own;
  // Of millions of numbers or texts nobody waits for the type of each.
  const plain = typeof one === 'object' ? undefined : typeof one;
  for (let at = 1; at < items.length; at += 1) {
    const item = items[at] ?? null;
    if (typeof item !== plain && typeOf(unwrap(item)) !== first) return own;
  }
  return arrayTypeOf(first);
}

/** Binds a generic method's type parameters from the arguments. Undefined: they cannot be found. */
function infer(overload: MethodOverload, args: readonly PSValue[]): Map<string, NetType> | undefined {
  const names = overload.generic ?? [];
  const found = new Map<string, NetType>();
  const bind = (text: string, type: NetType | undefined): void => {
    if (type === undefined) return;
    if (names.includes(text)) {
      // Where arguments tell different types, one that takes all of them.
      const known = found.get(text);
      if (known === undefined || known.isAssignableTo(type)) found.set(text, type);
      return;
    }
    if (text.endsWith('[]')) {
      bind(text.slice(0, -2), type.elementType);
      return;
    }
    const match = /^([\w.]+)\[(.+)\]$/.exec(text);
    if (match === null) return;
    const parts = (match[2] ?? '').split(',').map((part) => part.trim());
    const definition = `${match[1] ?? ''}\`${parts.length}`;
    const candidates = [type, ...type.chainTypes(), ...type.allInterfaces];
    const hit = candidates.find((one) => one.definition?.name === definition);
    if (hit !== undefined) for (const [at, part] of parts.entries()) bind(part, hit.genericArguments[at]);
  };
  for (const [index, parameter] of overload.parameters.entries()) {
    if (index >= args.length) break;
    const arg = args[index] ?? null;
    bind(parameter.type, effectiveType(parameter.byRef && arg instanceof PSReference ? arg.read() : arg));
  }
  return names.every((name) => found.has(name)) ? found : undefined;
}

function candidateOf(
  overload: MethodOverload,
  args: readonly PSValue[],
  typeArguments: readonly NetType[] | undefined,
  stackOnly: boolean,
): Candidate | undefined {
  const { parameters } = overload;
  const last = parameters[parameters.length - 1];
  if (args.length > parameters.length && last?.params !== true) return undefined;
  if (args.length < parameters.length) {
    const optionals = parameters.filter(({ optional }) => optional).length;
    if (
      optionals > 0
        ? args.length + optionals < parameters.length
        : last?.params !== true || args.length + 1 !== parameters.length
    )
      return undefined;
  }
  let generic: ReadonlyMap<string, NetType> | undefined;
  if (overload.generic !== undefined && overload.generic.length > 0) {
    if (typeArguments === undefined) generic = infer(overload, args);
    else if (typeArguments.length === overload.generic.length)
      generic = new Map(overload.generic.map((name, index) => [name, typeArguments[index] ?? OBJECT]));
    if (generic === undefined) return undefined;
  } else if (typeArguments !== undefined) return undefined;
  // What lives on the stack only is taken where there is nothing else: an array or a text stands for it.
  if (parameters.some(({ type }) => STACK_ONLY.test(type)) !== stackOnly) return undefined;
  const types = parameters.map((parameter) => typeOfParameter(overload, parameter, generic));
  const candidate: Candidate = { overload, types, expanded: undefined, ranks: [], generic };
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.optional && args.length <= index) break;
    const type = types[index];
    if (!parameter.params) {
      const rank = rankOf(args[index] ?? null, type, parameter.byRef);
      if (rank === Rank.None) return undefined;
      candidate.ranks.push(rank);
      continue;
    }
    const element = type?.elementType;
    if (element === undefined || type === undefined) return undefined;
    if (parameters.length === args.length) {
      const whole = rankOf(args[index] ?? null, type, false);
      const single = rankOf(args[index] ?? null, element, false);
      if (single > whole) candidate.expanded = expand(types, args.length, element);
      const rank = Math.max(whole, single);
      if (rank === Rank.None) return undefined;
      candidate.ranks.push(rank);
    } else {
      for (let at = index; at < args.length; at += 1) {
        const rank = rankOf(args[at] ?? null, element, false);
        if (rank === Rank.None) return undefined;
        candidate.ranks.push(rank);
      }
      candidate.expanded = expand(types, args.length, element);
    }
  }
  return candidate;
}
const expand = (types: readonly (NetType | undefined)[], count: number, element: NetType): NetType[] =>
  Array.from({ length: count }, (_, index) => (index < types.length - 1 ? types[index] : undefined) ?? element);

/** Above zero: the first is better; below: the second; zero: neither. */
function compare(first: Candidate, second: Candidate, args: readonly PSValue[]): number {
  const types1 = first.expanded ?? first.types;
  const types2 = second.expanded ?? second.types;
  const count = first.ranks.length;
  let better = 0;
  for (let index = 0; index < count; index += 1) {
    const weight = count - index;
    let a = first.ranks[index] ?? 0;
    let b = second.ranks[index] ?? 0;
    if (a === b && a === Rank.UnrelatedArrays) {
      const element = effectiveType(args[index] ?? null)?.elementType;
      const to1 = types1[index]?.elementType;
      const to2 = types2[index]?.elementType;
      if (to1 !== undefined && to2 !== undefined) {
        a = conversionRank(element, to1);
        b = conversionRank(element, to2);
      }
    }
    better += a < b ? -weight : a > b ? weight : 0;
  }
  if (better === 0) {
    let weight = count;
    for (let index = 0; index < count; index += 1, weight = Math.abs(weight) - 1) {
      const a = first.ranks[index] ?? 0;
      const b = second.ranks[index] ?? 0;
      if (a < Rank.NullToValue || b < Rank.NullToValue) continue;
      if (a >= Rank.NumericImplicit !== b >= Rank.NumericImplicit) continue;
      if (a >= Rank.NumericImplicit) weight = -weight;
      const to1 = types1[index];
      const to2 = types2[index];
      if (to1 === undefined || to2 === undefined) continue;
      const up = conversionRank(to1, to2);
      const down = conversionRank(to2, to1);
      better += up < down ? weight : up > down ? -weight : 0;
    }
  }
  if (better === 0) {
    for (let index = 0; index < count; index += 1) if (types1[index] !== types2[index]) return 0;
    if (first.expanded !== undefined && second.expanded !== undefined)
      return first.types.length > second.types.length ? 1 : -1;
    if (first.expanded !== undefined) return -1;
    if (second.expanded !== undefined) return 1;
    better = specificity(second) - specificity(first);
  }
  if (better === 0) better = second.types.length - first.types.length;
  return better;
}
/** How often a generic method's parameters name its type parameters: the more, the less specific. */
const specificity = ({ overload }: Candidate): number => {
  const names = overload.generic ?? [];
  return names.length === 0
    ? 0
    : overload.parameters.filter(({ type }) => type.split(/[[\],]/).some((part) => names.includes(part))).length;
};

function choose(candidates: readonly Candidate[], args: readonly PSValue[]): Candidate | undefined {
  let best: Candidate | undefined;
  let several = false;
  for (const candidate of candidates) {
    if (best === undefined) {
      best = candidate;
      continue;
    }
    const order = compare(best, candidate, args);
    if (order === 0) several = true;
    else if (order < 0) {
      best = candidate;
      several = false;
    }
  }
  return several ? undefined : best;
}

const couldNotFind = (name: string, count: number, ambiguous: boolean): PSError =>
  fail(
    'MethodCountCouldNotFindBest',
    ambiguous
      ? `Multiple ambiguous overloads found for "${name}" and the argument count: "${count}".`
      : `Cannot find an overload for "${name}" and the argument count: "${count}".`,
    { type: METHOD_EXCEPTION, category: 'NotSpecified' },
  );

function chosenOf(
  overloads: readonly MethodOverload[],
  args: readonly PSValue[],
  typeArguments: readonly NetType[] | undefined,
): Candidate | 'none' | 'ambiguous' {
  const isAlone = overloads.length === 1 && overloads[0]?.isOneOfTwo !== true;
  const callable = isAlone ? overloads : overloads.filter(({ through }) => through === undefined);
  const [only] = callable;
  if (
    isAlone &&
    only !== undefined &&
    only.parameters.length === args.length &&
    only.parameters[only.parameters.length - 1]?.params !== true &&
    (only.generic ?? []).length === 0
  ) {
    const types = only.parameters.map((parameter) => typeOfParameter(only, parameter, undefined));
    const candidate: Candidate = { overload: only, types, expanded: undefined, ranks: [], generic: undefined };
    // A script's own classes come and go.
    if (types.every((type) => type !== undefined && !isOfScript(type))) lonely.set(overloads, candidate);
    return candidate;
  }
  const candidates: Candidate[] = [];
  for (const stackOnly of [false, true]) {
    if (candidates.length > 0) break;
    for (const overload of callable) {
      const candidate = candidateOf(overload, args, typeArguments, stackOnly);
      if (candidate !== undefined) candidates.push(candidate);
    }
  }
  const chosen = candidates.length === 1 ? candidates[0] : choose(candidates, args);
  if (chosen === undefined) return candidates.length > 0 ? 'ambiguous' : 'none';
  if (typeArguments === undefined && args.every(isOneByType)) remember(overloads, args, chosen);
  return chosen;
}
interface Choice {
  readonly of: number;
  readonly types: readonly (NetType | undefined)[];
  /** Which of the arguments are `[ref]`: their types are of what is in them. */
  readonly references: number;
  readonly chosen: Candidate;
}
/** Methods that have one overload, whatever the types of its arguments are. */
const lonely = new WeakMap<readonly MethodOverload[], Candidate>();
/** The last choices among these overloads: a loop calls the same with arguments of the same types. */
const choices = new WeakMap<readonly MethodOverload[], Choice[]>();
const MOST_CHOICES = 8;
function remember(overloads: readonly MethodOverload[], args: readonly PSValue[], chosen: Candidate): void {
  const made: Choice = { of: overloads.length, types: args.map(choiceType), references: referencesIn(args), chosen };
  const known = choices.get(overloads);
  if (known === undefined) choices.set(overloads, [made]);
  else if (known.unshift(made) > MOST_CHOICES) known.pop();
}
/** Numbers, texts, truth values and what takes anything need no conversion where the types are the same. */
const AS_THEY_ARE: ReadonlySet<NetType | undefined> = new Set([INT32, INT64, STRING, BOOLEAN, DOUBLE]);
function isExact({ overload: { parameters }, types, expanded }: Candidate, args: readonly PSValue[]): boolean {
  if (expanded !== undefined || parameters.length !== args.length) return false;
  for (let index = 0; index < args.length; index += 1) {
    const parameter = parameters[index];
    const type = types[index];
    const value = args[index] ?? null;
    if (parameter === undefined || parameter.byRef || parameter.params || value instanceof PSReference) return false;
    if (type !== OBJECT && (!AS_THEY_ARE.has(type) || choiceType(value) !== type)) return false;
  }
  return true;
}
const choiceType = (value: PSValue): NetType | undefined => {
  const given = value instanceof PSReference ? value.read() : value;
  return typeOf(unwrap(given === AutomationNull ? null : given));
};
const referencesIn = (args: readonly PSValue[]): number =>
  args.reduce<number>((bits, value, index) => (value instanceof PSReference ? bits | (1 << index) : bits), 0);
/** Its type alone decides how it fits: not so for a list of anything. */
const isOneByType = (value: PSValue): boolean => {
  const inner = unwrap(value instanceof PSReference ? value.read() : value);
  return !Array.isArray(inner) || typeOf(inner)?.elementType !== OBJECT;
};
function chosenBefore(
  overloads: readonly MethodOverload[],
  args: readonly PSValue[],
  typeArguments: readonly NetType[] | undefined,
): Candidate | undefined {
  if (typeArguments !== undefined) return undefined;
  const alone = lonely.get(overloads);
  if (alone !== undefined) return overloads.length === 1 && alone.types.length === args.length ? alone : undefined;
  for (const choice of choices.get(overloads) ?? NO_CHOICES) if (fits(choice, overloads, args)) return choice.chosen;
  return undefined;
}
const NO_CHOICES: readonly Choice[] = [];
function fits(
  { of, types, references }: Choice,
  overloads: readonly MethodOverload[],
  args: readonly PSValue[],
): boolean {
  if (of !== overloads.length || types.length !== args.length) return false;
  for (let index = 0; index < types.length; index += 1) {
    const value = args[index] ?? null;
    if (choiceType(value) !== types[index] || value instanceof PSReference !== ((references >> index) & 1) > 0)
      return false;
    if (!isOneByType(value)) return false;
  }
  return true;
}

/** Types of the parameters of a method that is not generic; undefined for one that the engine does not know. */
export const parameterTypes = ({ parameters }: MethodOverload): readonly (NetType | undefined)[] =>
  parameters.map(({ type, exact }) => exact ?? parameterType(type, undefined));
/** Converts arguments for the best overload and calls it. `shown`: the name that errors quote. */
export function callOverloads(
  rt: Runtime,
  name: string,
  overloads: readonly MethodOverload[],
  self: PSValue,
  args: readonly PSValue[],
  typeArguments?: readonly NetType[],
): Pending<PSValue> {
  const chosen = chosenBefore(overloads, args, typeArguments) ?? chosenOf(overloads, args, typeArguments);
  if (typeof chosen === 'string') {
    throw couldNotFind(name === '.ctor' ? 'new' : name, args.length, chosen === 'ambiguous');
  }
  const converted = isExact(chosen, args) ? bare(args) : convertArguments(chosen, args, name);
  active.runtime = rt;
  active.typeArguments = chosen.generic === undefined ? NO_TYPES : [...chosen.generic.values()];
  needTexts(self, converted);
  try {
    const { body } = chosen.overload;
    const result = isWalking() ? changing(self, name, () => body(self, ...converted)) : callBody(body, self, converted);
    if (typeof result === 'string') needText(result.length);
    // What a method has to look through nobody knows: after each the clock is looked at.
    done.steps += LOOK;
    if (result instanceof Promise)
      return result.then(
        (value) => voidResult(value),
        (error: unknown) => {
          throw wrapped(error, name, args.length);
        },
      );
    return voidResult(result);
  } catch (error) {
    throw wrapped(error, name, args.length);
  }
}
const NO_TYPES: readonly NetType[] = [];
/** What was noted on a text or a number stays behind. */
function bare(args: readonly PSValue[]): readonly PSValue[] {
  for (const value of args)
    if (typeof value === 'object' && value !== null)
      return args.map((one) => (one === AutomationNull ? null : unwrap(one)));
  return args;
}
function callBody(
  body: MethodOverload['body'],
  self: PSValue,
  args: readonly PSValue[],
): ReturnType<MethodOverload['body']> {
  switch (args.length) {
    case 0:
      return body(self);
    case 1:
      return body(self, args[0] as PSValue);
    case 2:
      return body(self, args[0] as PSValue, args[1] as PSValue);
    default:
      return body(self, ...args);
  }
}
/** What a method makes of a text is as long, more or less. */
function needTexts(self: PSValue, args: readonly PSValue[]): void {
  if (typeof self === 'string') needText(self.length);
  for (const value of args) if (typeof value === 'string') needText(value.length);
}
const voidResult = (value: PSValue | undefined): PSValue => (value === undefined ? AutomationNull : value);
/** As what errors of New-Object call it. */
export const constructorName = (type: NetType | undefined): string =>
  type === undefined
    ? '.ctor'
    : type.scriptClass
      ? 'new'
      : (type.definition?.name ?? type.fullName).replace(/^.*[.+]/, '');

function convertArguments(chosen: Candidate, args: readonly PSValue[], shown: string): PSValue[] {
  const { overload, types, expanded } = chosen;
  const { parameters } = overload;
  const converted: PSValue[] = [];
  for (let index = 0; index < parameters.length; index += 1) {
    const parameter = parameters[index] as ParameterSignature;
    const type = types[index] ?? OBJECT;
    if (parameter.params && (expanded !== undefined || index >= args.length)) {
      const element = type.elementType ?? OBJECT;
      converted.push(
        convertTo(
          typedArray(
            args.slice(index).map((item) => convertArgument(item, element, parameter, shown)),
            element,
          ),
          type,
        ),
      );
    } else if (index < args.length) {
      const value = args[index] ?? null;
      if (parameter.byRef) {
        if (!(value instanceof PSReference))
          throw fail(
            'NonRefArgumentToRefParameterMsg',
            `Argument: '${index + 1}' should be a System.Management.Automation.PSReference. Use [ref].`,
            { type: METHOD_EXCEPTION, category: 'NotSpecified' },
          );
        converted.push(value);
      } else if (
        value instanceof PSReference &&
        type.fullName !== 'System.Management.Automation.PSReference' &&
        type !== OBJECT
      )
        throw fail(
          'RefArgumentToNonRefParameterMsg',
          `Argument: '${index + 1}' should not be a System.Management.Automation.PSReference. Do not use [ref].`,
          { type: METHOD_EXCEPTION, category: 'NotSpecified' },
        );
      else converted.push(convertArgument(value, type, parameter, shown));
    }
  }
  return converted;
}
function convertArgument(value: PSValue, type: NetType, parameter: ParameterSignature, shown: string): PSValue {
  // What was noted on a text or a number stays behind.
  if (type === OBJECT) return value === AutomationNull ? null : unwrap(value);
  try {
    return convertTo(value, type);
  } catch (error) {
    if (
      !(error instanceof PSError) ||
      error.record.exception.type.fullName !== 'System.Management.Automation.PSInvalidCastException'
    )
      throw error;
    // An operator's right side has a number where other methods have a name.
    const isOperator = shown.startsWith('op_');
    throw fail(
      'MethodArgumentConversionInvalidCastArgument',
      `Cannot convert argument "${isOperator ? '1' : parameter.name}", with value: "${castText(value)}", for "${shown}" to type "${reflectionName(type)}": "${error.record.exception.message}"`,
      { type: METHOD_EXCEPTION, category: 'NotSpecified', inner: error.record.exception },
    );
  }
}

/** What PowerShell makes of an exception that a method throws. */
function wrapped(error: unknown, name: string, count: number): unknown {
  const exception = asNetThrow(error)?.exception;
  if (exception === undefined || isOutOfMemory(error, exception)) return error;
  return fail(exception.type.name, `Exception calling "${name}" with "${count}" argument(s): "${exception.message}"`, {
    type: 'System.Management.Automation.MethodInvocationException',
    category: 'NotSpecified',
    inner: exception,
  });
}
/** What a method's own code throws, as its caller gets it. */
export function wrapErrors<T>(name: string, count: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw wrapped(error, name, count);
  }
}
export { ExceptionObject, genericType };
export { active };
