/** The parameter binder: arguments to parameters, for script functions and built-in commands alike. */
import { PSDictionary, PSList, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import type { Extent } from '../../lang/index.js';
import { toText } from '../conversion.js';
import { PSError } from '../values/exceptions.js';
import { unwrap } from '../values/live.js';
import { ScriptBlock } from '../values/script-block.js';
import { genericType, OBJECT, PSOBJECT, STRING, SWITCH, typeOf, typeText, VERSION } from '../values/types.js';
import { type Before, coerce, NULL_REFUSED } from './coerce.js';
import { type DelayedArgument, waitsForInput } from './delayed-arguments.js';
import {
  ALL_SETS,
  bindingError,
  missesMandatory,
  noteParameter,
  notTaken,
  type ParameterInfo,
  type Signature,
} from './command-signature.js';
import { ambiguousSet, decideSet, decideSetBefore, specIn, withDefaults } from './parameter-sets.js';
import { addExtraMember, enumerate, findProperty } from './members.js';
import type { Runtime } from './runtime.js';

/** An array literal as it stands in the script. */
export interface WrittenArray {
  readonly text: string;
  /** What stands before each element but the first, with one blank at most on a side. */
  readonly separators: readonly string[];
}
export interface Argument {
  readonly name?: string;
  readonly value?: PSValue;
  readonly text: string;
  readonly splatted?: boolean;
  readonly extent?: Extent;
  /** Of the value in `-Name:value`. */
  readonly valueExtent?: Extent | undefined;
  readonly bare?: boolean;
  /** Written in quotes: programs get it as it is. */
  readonly quoted?: boolean;
  /** A number or the like that was written plainly: programs get its text. */
  readonly literal?: boolean | undefined;
  /** `a,b` was written: what programs get of it. */
  readonly written?: WrittenArray;
}
/** A value without a name. Its text is made when it is asked for: there may be a million of them. */
export class ValueArgument implements Argument {
  readonly value: PSValue;
  readonly extent?: Extent;
  constructor(value: PSValue, extent?: Extent) {
    this.value = value;
    if (extent !== undefined) this.extent = extent;
  }
  get text(): string {
    return toText(this.value);
  }
}
export interface Bound {
  readonly values: Map<string, { readonly info: ParameterInfo; value: PSValue }>;
  readonly rest: PSValue[];
  sets: readonly string[];
  /** The set that each object of the pipeline is tried with before the others. */
  firstSet?: string | undefined;
  /** What `sets` was before objects of the pipeline were bound. */
  setsBeforeInput?: readonly string[];
  /** Blocks among the values that are run for each object of the pipeline. */
  delayed?: DelayedArgument[];
  /** The parameters that `$PSDefaultParameterValues` gave values. */
  defaults?: readonly string[];
}

interface Positional {
  readonly value?: PSValue;
  readonly text: string;
  readonly extent?: Extent | undefined;
  /** A number or the like that was written plainly. */
  readonly literal?: boolean | undefined;
  /** A name that no parameter has, and its value: for `$args`, or for what gathers the remaining arguments. */
  readonly aside?: boolean;
  /** The name that no parameter has, where something may gather the remaining arguments. */
  readonly unknown?: Argument;
}

/** A plain number for a text or a version is what was written: `1.10`, `0x1F`. */
function asWritten(info: ParameterInfo, given: Pick<Argument, 'value' | 'text' | 'literal'>): PSValue {
  const { type } = info;
  if (given.literal !== true || type === undefined) return given.value ?? null;
  return type === VERSION || type === STRING || type.elementType === STRING ? given.text : (given.value ?? null);
}

export function lookup(signature: Signature, name: string): ParameterInfo | undefined {
  const lower = name.toLowerCase();
  const exact = signature.byName.get(lower);
  if (exact !== undefined) return exact;
  const found = new Set<ParameterInfo>();
  for (const [key, info] of signature.byName) if (key.startsWith(lower)) found.add(info);
  // Parameters that a provider or a block adds are there once the command's own are bound: those come first.
  const fixed = [...found].filter(({ dynamic, common }) => dynamic !== true && common !== true);
  if (fixed.length > 0) for (const info of found) if (info.dynamic === true) found.delete(info);
  const own = [...found].filter(({ common }) => common !== true);
  const candidates = own.length > 0 && own.length < found.size ? own : [...found];
  if (candidates.length > 1 && signature.partial === true) return undefined;
  if (candidates.length > 1)
    throw bindingError(
      signature,
      'AmbiguousParameter',
      `Parameter cannot be processed because the parameter name '${name}' is ambiguous. Possible matches include: ${[...found].map((info) => `-${info.name}`).join(' ')}.`,
    );
  return candidates[0];
}

/** What goes wrong with an argument is shown where the argument stands. */
function placed<T>(extent: Extent | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof PSError && extent !== undefined) error.record.extent ??= extent;
    throw error;
  }
}
function placedError(extent: Extent | undefined, error: PSError): PSError {
  error.record.extent ??= extent;
  return error;
}
export const unknownParameter = (signature: Signature, argument: Argument | undefined): PSError =>
  placedError(
    argument?.extent,
    bindingError(
      signature,
      'NamedParameterNotFound',
      `A parameter cannot be found that matches parameter name '${argument?.name ?? ''}'.`,
    ),
  );
const isSwitch = (info: ParameterInfo): boolean => info.type === SWITCH;

/** After `--`, which goes, nothing is the name of a parameter. */
function afterDashes(args: readonly Argument[]): readonly Argument[] {
  // The text of an argument is made when it is asked for.
  const at = args.findIndex(
    (argument) => argument.name === '-' && argument.text === '--' && argument.splatted !== true,
  );
  if (at < 0) return args;
  const values = args.slice(at + 1).map((argument): Argument => {
    const { name, value = null, text, extent } = argument;
    return name === undefined ? argument : { value: value ?? text, text, ...(extent === undefined ? {} : { extent }) };
  });
  return [...args.slice(0, at), ...values];
}
/** What a splatted hashtable says of a parameter that is also written out does not count. */
function withoutOverridden(signature: Signature, args: readonly Argument[]): readonly Argument[] {
  if (!args.some(({ splatted, name }) => splatted === true && name !== undefined)) return args;
  const named = ({ name }: Argument): ParameterInfo | undefined => {
    if (name === undefined) return undefined;
    try {
      return lookup(signature, name);
    } catch (error) {
      // A name that may mean several is told when it is bound.
      if (error instanceof PSError) return undefined;
      throw error;
    }
  };
  const own = new Set(args.filter(({ splatted }) => splatted !== true).map(named));
  return args.filter((argument) => {
    const info = argument.splatted === true ? named(argument) : undefined;
    return info === undefined || !own.has(info);
  });
}

/** What a splatted hashtable names comes after all that is written out. */
function splattedLast(args: readonly Argument[]): readonly Argument[] {
  const isLast = ({ splatted, name }: Argument): boolean => splatted === true && name !== undefined;
  if (!args.some(isLast)) return args;
  return [...args.filter((argument) => !isLast(argument)), ...args.filter(isLast)];
}

/** Gives values to parameters that the command line leaves without. */
type LateValues = (bound: Bound) => void;
/**
 * Binds what stands on the command line. Pipeline input may bind more (`bindInput`). `late` is asked before arguments
 * that nothing takes are refused.
 */
export function bindArguments(
  rt: Runtime,
  signature: Signature,
  written: readonly Argument[],
  late: LateValues,
): Bound {
  const args = splattedLast(withoutOverridden(signature, afterDashes(written)));
  const bound: Bound = { values: new Map(), rest: [], sets: signature.setNames };
  if (rt.binding !== undefined) rt.binding = { ...rt.binding, bound };
  const positional: Positional[] = [];
  const later: Positional[] = [];
  let unknown: Unknown | undefined;
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === undefined) continue;
    if (argument.name === undefined) {
      positional.push(argument);
      continue;
    }
    const { name: given } = argument;
    const info = placed(argument.extent, () => lookup(signature, given));
    if (info === undefined && signature.partial === true) {
      const next = args[index + 1];
      if (argument.value === undefined && next !== undefined && next.name === undefined) index += 1;
      continue;
    }
    if (info === undefined) {
      if (!signature.simple && !takesRest(signature)) {
        // It is told of when all others are bound. What follows it without a name is its value.
        unknown ??= { argument, after: positional.length };
        if (argument.value === undefined && args[index + 1]?.name === undefined) index += 1;
        continue;
      }
      positional.push({
        value: unboundName(argument, given, signature.simple),
        text: argument.text,
        extent: argument.extent,
        aside: true,
        unknown: argument,
      });
      const next = args[index + 1];
      if (argument.value !== undefined)
        positional.push({ value: argument.value, text: '', extent: argument.extent, aside: true });
      // Where the others are gathered, what follows goes with them behind `-name:value` too.
      const isPaired = argument.value === undefined || (!signature.simple && argument.splatted !== true);
      if (isPaired && next !== undefined && next.name === undefined) {
        // What follows a name belongs to it, although nobody knows the name.
        positional.push({ value: next.value ?? null, text: next.text, extent: next.extent, aside: true });
        index += 1;
      }
      continue;
    }
    const key = info.name.toLowerCase();
    if (bound.values.has(key))
      throw placedError(
        argument.extent,
        bindingError(
          signature,
          'ParameterAlreadyBound',
          `Cannot bind parameter because parameter '${argument.splatted === true ? given : info.name}' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, "-parameter value1,value2,value3".`,
        ),
      );
    let { value } = argument;
    let extent = argument.valueExtent ?? argument.extent;
    if (value === undefined) {
      if (isSwitch(info)) value = true;
      else {
        const next = args[index + 1];
        const isOtherName =
          next?.name !== undefined &&
          (next.value !== undefined || placed(next.extent, () => lookup(signature, next.name ?? '')) !== undefined);
        if (next === undefined || isOtherName) {
          const error = bindingError(
            signature,
            'MissingArgument',
            `Missing an argument for parameter '${info.name}'. Specify a parameter of type '${typeText(info.type ?? OBJECT)}' and try again.`,
          );
          noteParameter(error, info, null);
          throw placedError(argument.extent, error);
        }
        // What nobody knows as a name of a parameter is a value that begins with a dash.
        if (next.name === undefined) {
          value = asWritten(info, next);
          ({ extent } = next);
        } else value = next.text;
        index += 1;
      }
    }
    const behind = args[index + 1];
    // While it was not known yet, what follows was taken for its value: that comes behind those that have no name.
    const isPaired = info.dynamic === true && (argument.value !== undefined || isSwitch(info));
    if (isPaired && argument.splatted !== true && behind !== undefined && behind.name === undefined) {
      later.push(behind);
      index += 1;
    }
    const toBind = value;
    if (!delay(bound, info, toBind, extent))
      bound.values.set(key, { info, value: placed(extent, () => coerce(signature, info, toBind, beside(bound))) });
    narrow(signature, bound, info);
  }
  bindPositional(signature, bound, [...positional, ...later], unknown, late);
  if (unknown !== undefined) throw unbound(signature, bound, unknownParameter(signature, unknown.argument), late);
  return bound;
}
/** A parameter that nobody knows, and how many arguments without a name stand before it. */
interface Unknown {
  readonly argument: Argument;
  readonly after: number;
}
/** An argument is left over; which parameter set is meant is asked before that. */
function unbound(signature: Signature, bound: Bound, error: PSError, late: LateValues): PSError {
  late(bound);
  const free = signature.parameters.filter((info) => !bound.values.has(info.name.toLowerCase()));
  decideSetBefore(signature, { values: bound.values, sets: bound.sets, defaults: bound.defaults }, free);
  return withDefaults(error, bound);
}

/** Keeps a block that is to be run for each object of the pipeline. False: the value is bound as it is. */
function delay(bound: Bound, info: ParameterInfo, value: PSValue, extent: Extent | undefined): boolean {
  const block = value instanceof PSObject ? unwrap(value) : value;
  if (!(block instanceof ScriptBlock) || !waitsForInput(info, bound.sets)) return false;
  (bound.delayed ??= []).push({ info, block, extent });
  bound.values.set(info.name.toLowerCase(), { info, value });
  return true;
}
const takesRest = (signature: Signature): boolean =>
  signature.parameters.some(({ sets }) => [...sets.values()].some((spec) => spec.remaining === true));

export function narrow(signature: Signature, bound: Bound, info: ParameterInfo): void {
  if (info.sets.has(ALL_SETS)) return;
  const left = bound.sets.filter((set) => info.sets.has(set));
  if (left.length === 0) throw ambiguousSet(signature);
  bound.sets = left;
}
function bindPositional(
  signature: Signature,
  bound: Bound,
  all: readonly Positional[],
  unknown: Unknown | undefined,
  late: LateValues,
): void {
  let taken = bindInOrder(signature, bound, all, unknown, late);
  if (!signature.simple) return;
  for (const { aside, value = null } of all)
    if (aside === true || taken === 0) bound.rest.push(value);
    else taken -= 1;
}

/** An argument that no parameter takes, as the error quotes it. */
function shownItem({ literal, text, value = null }: Positional): string {
  if (literal === true) return text;
  const inner = unwrap(value);
  if (inner === null) return '$null';
  return Array.isArray(inner) ? (typeOf(inner)?.fullName ?? '') : toText(value);
}
/** Parameters that a block made take what the command's own leave. */
const AFTER_OWN = 2 ** 31;
const placeOf = (info: ParameterInfo, position: number): number =>
  info.dynamic === true ? AFTER_OWN + position : position;

/** Two parameters at one place of one parameter set: nobody can say which of them an argument without a name is for. */
function refuseSharedPositions(signature: Signature, bound: Bound): void {
  const seen = new Map<number, string[]>();
  for (const info of signature.parameters) {
    if (bound.values.has(info.name.toLowerCase())) continue;
    for (const [set, { position, remaining }] of info.sets) {
      if (position === undefined || remaining === true || !(set === ALL_SETS || bound.sets.includes(set))) continue;
      const place = placeOf(info, position);
      const sets = seen.get(place) ?? [];
      if (set === ALL_SETS ? sets.includes(ALL_SETS) : sets.includes(set))
        throw bindingError(
          signature,
          'AmbiguousPositionalParameterNoName',
          'Cannot bind positional parameters because no names were given.',
        );
      seen.set(place, [...sets, set]);
    }
  }
}

/** @returns how many were taken. */
function bindInOrder(
  signature: Signature,
  bound: Bound,
  all: readonly Positional[],
  before: Unknown | undefined,
  late: LateValues,
): number {
  const positional = all.filter(({ aside }) => aside !== true);
  let at = 0;
  // Places are gone through once. A parameter that has places of its own in several sets stands at each of them, and
  // what comes to the later one replaces what it has.
  let reached = -Infinity;
  const placedHere = new Set<ParameterInfo>();
  if (positional.length > 0 && signature.isFunction) refuseSharedPositions(signature, bound);
  const sharesPlaces = (): boolean => signature.defaultSet === undefined || !bound.sets.includes(signature.defaultSet);
  const placeIn = (info: ParameterInfo, set: string): number | undefined => {
    const spec = specIn(info, set);
    // What takes the remaining arguments takes all of them.
    return spec?.position === undefined || spec.remaining === true ? undefined : placeOf(info, spec.position);
  };
  const inDefault = (info: ParameterInfo, position: number): number =>
    signature.defaultSet !== undefined &&
    bound.sets.includes(signature.defaultSet) &&
    placeIn(info, signature.defaultSet) === position
      ? 0
      : 1;
  const order = (): { info: ParameterInfo; position: number }[] => {
    const list: { info: ParameterInfo; position: number }[] = [];
    for (const info of signature.parameters) {
      if (!placedHere.has(info) && bound.values.has(info.name.toLowerCase())) continue;
      let position = Infinity;
      for (const set of bound.sets) {
        const place = placeIn(info, set);
        if (place !== undefined && place > reached && place < position) position = place;
      }
      if (position !== Infinity) list.push({ info, position });
    }
    return list.sort(
      (a, b) => a.position - b.position || inDefault(a.info, a.position) - inDefault(b.info, b.position),
    );
  };
  while (at < positional.length) {
    const candidates = order();
    let done = false;
    const [first] = candidates;
    // Of several parameters at one position, one that takes the value as it is comes before one that converts it.
    const value0 = positional[at]?.value ?? null;
    // What no parameter at the place takes is told of the one in the default set, else of the first.
    let refusal: PSError | undefined;
    let toldOfDefault = false;
    const shares = sharesPlaces();
    candidates.sort(
      (a, b) => a.position - b.position || Number(exactFit(b.info, value0)) - Number(exactFit(a.info, value0)),
    );
    for (const { info, position } of candidates) {
      if (first !== undefined && position !== first.position) break;
      if (done && !exactFit(info, value0)) break;
      const item = positional[at];
      if (item === undefined) break;
      try {
        if (!delay(bound, info, item.value ?? null, item.extent)) {
          const value = placed(item.extent, () => coerce(signature, info, asWritten(info, item), beside(bound)));
          bound.values.set(info.name.toLowerCase(), { info, value });
        }
        placedHere.add(info);
        narrow(signature, bound, info);
        done = true;
        // Where no set is the default one, all parameters at this place get the value, where they take it as it is.
        if (!(shares && exactFit(info, value0))) break;
      } catch (error) {
        if (done) {
          if (error instanceof PSError && error.record.errorId === 'AmbiguousParameterSet') throw error;
          break;
        }
        const alternatives = candidates.filter((other) => other.position === position);
        if (!(error instanceof PSError)) throw error;
        // Nothing, where it would fit without conversion: no other parameter is asked.
        if (unwrap(value0) === null && error.record.errorId === NULL_REFUSED && exactFit(info, value0)) throw error;
        if (refusal === undefined || (inDefault(info, position) === 0 && !toldOfDefault)) refusal = error;
        toldOfDefault ||= inDefault(info, position) === 0;
        if (alternatives[alternatives.length - 1]?.info === info) throw refusal;
      }
    }
    if (done) {
      at += 1;
      reached = first?.position ?? reached;
      continue;
    }
    break;
  }
  const given = new Set(positional.slice(0, at));
  const left = all.filter((item) => !given.has(item) && !(signature.simple && item.aside === true));
  if (left.length === 0) return at;
  const remaining = signature.parameters.find(
    (info) =>
      !bound.values.has(info.name.toLowerCase()) && bound.sets.some((set) => specIn(info, set)?.remaining === true),
  );
  if (remaining !== undefined) {
    const rest = left.map(({ value = null }) => value);
    const [only = null] = rest;
    const { type } = remaining;
    // One argument that is a collection is the value itself: `foo a,b` is `foo -Names a,b`.
    const whole =
      rest.length === 1 && enumerate(only) !== undefined
        ? only
        : type === undefined || type === OBJECT || type === PSOBJECT
          ? listOfObjects(rest)
          : rest;
    bound.values.set(remaining.name.toLowerCase(), {
      info: remaining,
      value: coerce(signature, remaining, whole),
    });
    narrow(signature, bound, remaining);
    return positional.length;
  }
  if (!signature.simple) {
    if (signature.partial === true) return at;
    const unknown = left.find((one) => one.unknown !== undefined)?.unknown;
    if (unknown !== undefined) throw unbound(signature, bound, unknownParameter(signature, unknown), late);
    if (before !== undefined && before.after <= at) return at;
    const item = positional[at];
    throw unbound(
      signature,
      bound,
      bindingError(
        signature,
        'PositionalParameterNotFound',
        `A positional parameter cannot be found that accepts argument '${item === undefined ? '' : shownItem(item)}'.`,
      ),
      late,
    );
  }
  return at;
}

const OBJECT_LIST = genericType('System.Collections.Generic.List', [OBJECT]);
/** What gathers the remaining arguments where no array type is asked for. */
export const listOfObjects = (values: readonly PSValue[]): PSValue =>
  new PSList([...values], 'LST', OBJECT_LIST === undefined ? {} : { typeNames: OBJECT_LIST.typeNames });

/** A default value in the type of its parameter. Its validation attributes are not asked. */
export function convertDefault(signature: Signature, info: ParameterInfo, value: PSValue): PSValue {
  return coerce(signature, { ...info, rules: [], sets: new Map() }, value);
}

/** Does any parameter take pipeline input in the sets still possible? */
export const takesInput = (signature: Signature, bound: Bound): boolean =>
  signature.parameters.some(
    (info) =>
      !bound.values.has(info.name.toLowerCase()) &&
      bound.sets.some((set) => specIn(info, set)?.byValue === true || specIn(info, set)?.byPropertyName === true),
  );

interface InputPlan {
  /** The parameters without a value, in the order in which PowerShell asks them: see `keepOrder`. */
  unbound: readonly ParameterInfo[];
  open: readonly ParameterInfo[];
  readonly passes: readonly (readonly [boolean, boolean])[];
  /** The only open parameter takes any value, in all sets that are left. */
  readonly takesAny: boolean;
  /** The set that every object decides for, where all go to the same parameter. */
  set?: string;
}
const plans = new WeakMap<
  Bound,
  { readonly sets: readonly string[]; readonly size: number; readonly plan: InputPlan }
>();
const takes = (info: ParameterInfo, how: 'byValue' | 'byPropertyName'): boolean =>
  [...info.sets.values()].some((spec) => spec[how]);
export const isOpen = (info: ParameterInfo): boolean => takes(info, 'byValue') || takes(info, 'byPropertyName');
/** Which parameters pipeline input may go to; the same for object after object. */
function inputPlan(signature: Signature, bound: Bound): InputPlan {
  const known = plans.get(bound);
  if (known !== undefined && known.sets === bound.sets && known.size === bound.values.size) return known.plan;
  const unbound = signature.parameters.filter((info) => !bound.values.has(info.name.toLowerCase()));
  const open = unbound.filter(isOpen);
  const byProperty = open.some((info) => takes(info, 'byPropertyName'));
  const [only] = open;
  const plan: InputPlan = {
    unbound,
    open,
    passes: byProperty
      ? [
          [true, false],
          [false, false],
          [true, true],
          [false, true],
        ]
      : [
          [true, false],
          [true, true],
        ],
    takesAny:
      only !== undefined &&
      open.length === 1 &&
      !byProperty &&
      (only.type === undefined || only.type === OBJECT || only.type === PSOBJECT) &&
      bound.sets.every((set) => specIn(only, set)?.byValue === true),
  };
  plans.set(bound, { sets: bound.sets, size: bound.values.size, plan });
  return plan;
}
/** A parameter that had a value from an object is asked after the others when the next object comes. */
function keepOrder(plan: InputPlan, got: ReadonlyMap<string, PSValue>): void {
  const { unbound } = plan;
  const last = unbound.at(-1);
  if (got.size === 0 || (got.size === 1 && last !== undefined && got.has(last.name.toLowerCase()))) return;
  const back = [...got.keys()].flatMap((key) => unbound.find(({ name }) => name.toLowerCase() === key) ?? []);
  plan.unbound = [...unbound.filter((info) => !back.includes(info)), ...back];
  plan.open = plan.unbound.filter(isOpen);
}

export const beside =
  (bound: Bound): Before =>
  (parameter) =>
    bound.values.get(parameter.toLowerCase())?.value;

const DOES_NOT_FIT: ReadonlySet<string> = new Set([
  'CannotConvertArgument',
  'CannotConvertArgumentNoMessage',
  'ParameterArgumentTransformationError',
  'ParameterBindingFailed',
  'MismatchedPSTypeName',
]);
/** What one object of the pipeline gives, and the parameter set that it decides for. */
export interface Taken {
  readonly input: ReadonlyMap<string, PSValue>;
  readonly set: string;
}
/**
 * Binds one pipeline object. What script blocks among the arguments made of it, if any, is there `before`. Each of the
 * four passes looks at the default set first, and at the other sets when it takes nothing there.
 * @throws {PSError} when no parameter takes it, when what it leaves open does not say which set is meant, and when a
 * mandatory parameter of that set is still without a value.
 */
export function takeInput(
  rt: Runtime,
  signature: Signature,
  bound: Bound,
  item: PSValue,
  before?: ReadonlyMap<string, PSValue>,
): Taken {
  // Each object begins with the sets that the command line has left.
  bound.setsBeforeInput ??= bound.sets;
  bound.sets = bound.setsBeforeInput;
  const plan = inputPlan(signature, bound);
  const got = new Map<string, PSValue>();
  const [only] = plan.open;
  if (only !== undefined && plan.takesAny && before === undefined) {
    // One parameter that takes everything, as InputObject: nothing to decide.
    got.set(only.name.toLowerCase(), only.rules.length === 0 && item !== null ? item : coerce(signature, only, item));
    if (plan.set !== undefined) return { input: got, set: plan.set };
    plan.set = settledSet(signature, bound, plan, got, item);
    return { input: got, set: plan.set };
  }
  const { defaultSet } = signature;
  const pass = (sets: readonly string[], [byValue, convert]: readonly [boolean, boolean]): boolean => {
    const inSets = (some: readonly string[]): boolean =>
      bindPass(rt, signature, bound, item, { open: plan.open, sets: some, byValue, convert, got });
    if (defaultSet === undefined || !sets.includes(defaultSet)) return inSets(sets);
    return inSets([defaultSet]) || inSets(sets.filter((set) => set !== defaultSet));
  };
  const { firstSet } = bound;
  let { sets } = bound;
  if (firstSet !== undefined) {
    for (const how of plan.passes) pass([firstSet], how);
    sets = bound.sets.length === 1 && bound.sets[0] === firstSet ? [] : bound.sets.filter((set) => set !== firstSet);
  }
  if (sets.length > 0)
    for (const how of plan.passes) {
      if (!pass(sets, how)) continue;
      decideAfter(signature, bound, plan, got, true);
      ({ sets } = bound);
    }
  const set = settledSet(signature, bound, plan, got, item, before);
  keepOrder(plan, got);
  return { input: before === undefined ? got : new Map([...got, ...before]), set };
}
/** Decides with what an object has bound so far. */
function decideAfter(
  signature: Signature,
  bound: Bound,
  { unbound }: InputPlan,
  got: ReadonlyMap<string, PSValue>,
  mayWait: boolean,
): void {
  if (bound.sets.length < 2) return;
  const has = (info: ParameterInfo): boolean => got.has(info.name.toLowerCase());
  const free = unbound.filter((info) => !has(info));
  decideSet(signature, bound, free, unbound.filter(has), mayWait);
}
/** The set that is left once an object is bound. */
function settledSet(
  signature: Signature,
  bound: Bound,
  plan: InputPlan,
  got: ReadonlyMap<string, PSValue>,
  item: PSValue,
  before?: ReadonlyMap<string, PSValue>,
): string {
  decideAfter(signature, bound, plan, got, false);
  const [set = ALL_SETS] = bound.sets;
  if (got.size === 0 && before === undefined) throw notTaken(signature, item);
  const missing = plan.unbound.filter(
    (info) => !got.has(info.name.toLowerCase()) && specIn(info, set)?.mandatory === true,
  );
  if (missing.length > 0) {
    keepOrder(plan, got);
    throw missesMandatory(signature, item, missing);
  }
  return set;
}
interface InputPass {
  readonly open: readonly ParameterInfo[];
  readonly sets: readonly string[];
  readonly byValue: boolean;
  readonly convert: boolean;
  readonly got: Map<string, PSValue>;
}
/** @returns whether a parameter of these sets got a value. */
function bindPass(
  rt: Runtime,
  signature: Signature,
  bound: Bound,
  item: PSValue,
  { open, sets, byValue, convert, got }: InputPass,
): boolean {
  let any = false;
  // PowerShell asks the last one first.
  for (const info of open.toReversed()) {
    const key = info.name.toLowerCase();
    if (got.has(key)) continue;
    const how = byValue ? 'byValue' : 'byPropertyName';
    if (!sets.some((set) => specIn(info, set)?.[how] === true)) continue;
    const value = byValue ? item : propertyFor(rt, item, info);
    if (value === undefined || (!convert && !exactFit(info, value))) continue;
    try {
      got.set(key, coerce(signature, info, value));
      any = true;
    } catch (error) {
      // What does not fit this parameter may fit another; what fits and is refused fits none. A property that a script's
      // parameter cannot be made of is refused at once.
      if (!(error instanceof PSError) || !DOES_NOT_FIT.has(error.record.errorId)) throw error;
      if (!byValue && error.record.errorId === 'ParameterArgumentTransformationError') throw error;
      continue;
    }
    narrow(signature, bound, info);
  }
  return any;
}
/** The object's property that has the parameter's name, or one of its aliases. */
function propertyFor(rt: Runtime, item: PSValue, info: ParameterInfo): PSValue | undefined {
  if (item === null) return undefined;
  for (const name of [info.name, ...info.aliases]) {
    const property = propertyNow(rt, item, name);
    if (property !== undefined) return property;
  }
  return undefined;
}
function propertyNow(rt: Runtime, item: PSValue, name: string): PSValue | undefined {
  if (item instanceof PSDictionary) return undefined;
  const value = rt.atOnce(() => findProperty(rt, item, name));
  return value instanceof Promise ? undefined : value;
}
function exactFit(info: ParameterInfo, value: PSValue): boolean {
  if (info.type === undefined || info.type === OBJECT || info.type === PSOBJECT) return true;
  const inner = unwrap(value);
  if (inner === null) return !info.type.isValueType && info.type !== STRING;
  const own = typeOf(inner);
  if (own === undefined) return false;
  if (own.isAssignableTo(info.type)) return true;
  const element = info.type.elementType;
  if (element === undefined) return false;
  const items = enumerate(inner) ?? [inner];
  return (
    items.length > 0 && items.every((item) => item !== null && typeOf(unwrap(item))?.isAssignableTo(element) === true)
  );
}

/** A name that no parameter has. Among `$args` it is known as one, among what a parameter takes of the rest it is text. */
function unboundName(argument: Argument, given: string, isSimple: boolean): PSValue {
  if (argument.splatted === true) return `-${given}:`;
  const text = argument.value === undefined ? argument.text : `-${given}:`;
  return isSimple ? namedText(text) : text;
}
const names = new WeakSet<PSObject>();
/** `-Name` among `$args`: text that names a parameter again when the array is splatted. */
function namedText(text: string): PSValue {
  const made = new PSObject({ typeNames: STRING.typeNames, base: text });
  const name = text.replace(/^-|:$/g, '');
  addExtraMember(made, {
    kind: 'NativeProperty',
    name: '<CommandParameterName>',
    isNote: true,
    isHidden: true,
    get: () => name,
  });
  names.add(made);
  return made;
}
export const isParameterName = (value: PSValue): boolean => value instanceof PSObject && names.has(value);
