/**
 * Which parameter set is meant: after the command line, and again for every object of the pipeline. Follows the order in
 * which PowerShell decides, because that order says which error a script sees.
 */
import type { PSError } from '../values/exceptions.js';
import type { ParameterSetSpec } from '../command-api.js';
import { ALL_SETS, bindingError, type ParameterInfo, type Signature } from './command-signature.js';

/** What has values so far, and the sets that are left. */
export interface SetState {
  readonly values: ReadonlyMap<string, { readonly info: ParameterInfo }>;
  sets: readonly string[];
  /** The set that each object of the pipeline is tried with before the others. */
  firstSet?: string | undefined;
  /** The parameters that `$PSDefaultParameterValues` gave values. */
  readonly defaults?: readonly string[] | undefined;
}

/** PowerShell keeps its sets in 32 bits: all 32 of them look like "every set", as in Where-Object. */
const FULL = 32;

export const specIn = (info: ParameterInfo, set: string): ParameterSetSpec | undefined =>
  info.sets.get(set) ?? info.sets.get(ALL_SETS);
/** A refusal, with the default values that may be its cause. */
export function withDefaults(error: PSError, { defaults = [] }: Pick<SetState, 'defaults'>): PSError {
  if (defaults.length === 0) return error;
  const [first, last, bound] =
    defaults.length === 1
      ? ['This failure might be', 'retry', 'parameter was']
      : ['This error might have been', 'then trying again', 'parameters were'];
  const { exception } = error.record;
  // It is the whole command's then, no argument's.
  error.record.extent = undefined;
  exception.message += ` ${first} caused by applying the default parameter binding. You can disable the default parameter binding in $PSDefaultParameterValues by setting $PSDefaultParameterValues["Disabled"] to be $true, and ${last}. The following default ${bound} successfully bound for this cmdlet when the error occurred: ${defaults.map((name) => `-${name}`).join(' ')}`;
  return error;
}
export const ambiguousSet = (signature: Signature, state: Pick<SetState, 'defaults'> = {}): PSError =>
  withDefaults(
    bindingError(
      signature,
      'AmbiguousParameterSet',
      'Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.',
    ),
    state,
  );
const takesPipeline = (spec: ParameterSetSpec | undefined): boolean =>
  spec?.byValue === true || spec?.byPropertyName === true;
const waitsForPipeline = (infos: readonly ParameterInfo[], sets: readonly string[]): boolean =>
  infos.some((info) => [ALL_SETS, ...sets].some((set) => takesPipeline(info.sets.get(set))));
/** Only parameters of all sets have values: any set may still be meant. */
const isUntouched = (signature: Signature, { values, sets }: SetState, more: readonly ParameterInfo[]): boolean =>
  sets.length === signature.setNames.length &&
  more.every((info) => info.sets.has(ALL_SETS)) &&
  ![...values.values()].some(({ info }) => !info.sets.has(ALL_SETS));

/**
 * Of several sets that could be meant, leaves the default one, or the only one that has all it needs. `mayWait`: an
 * object of the pipeline may still say more. `bound` are parameters that have values besides those of the state.
 */
export function decideSet(
  signature: Signature,
  state: SetState,
  unbound: readonly ParameterInfo[],
  bound: readonly ParameterInfo[],
  mayWait: boolean,
): void {
  const { sets } = state;
  if (sets.length < 2) return;
  const waits = (): boolean => mayWait && waitsForPipeline(unbound, sets);
  if (isUntouched(signature, state, bound) && waits()) return;
  const { defaultSet } = signature;
  if (defaultSet !== undefined && sets.includes(defaultSet)) {
    state.sets = [defaultSet];
    return;
  }
  if (waits()) return;
  const complete = sets.filter((set) => !unbound.some((info) => info.sets.get(set)?.mandatory === true));
  if (complete.length !== 1) throw ambiguousSet(signature, state);
  state.sets = complete;
}

/** The mandatory parameters that one set still lacks, by how they may get their values. */
interface Lacks {
  readonly set: string;
  readonly byValue: boolean;
  readonly byName: boolean;
  /** These have to be asked for. */
  readonly asked: readonly ParameterInfo[];
}
function lacksOf(set: string, unbound: readonly ParameterInfo[]): Lacks {
  const mandatory = unbound.filter((info) => info.sets.get(set)?.mandatory === true);
  const specs = mandatory.map((info) => info.sets.get(set));
  return {
    set,
    byValue: specs.some((spec) => spec?.byValue === true),
    byName: specs.some((spec) => spec?.byPropertyName === true),
    asked: mandatory.filter((info) => !takesPipeline(info.sets.get(set))),
  };
}
const onlyOne = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

/** What the command line says of the sets. */
export interface CommandLineSets {
  /** The set that the command is told of. Objects of the pipeline may still change it. */
  readonly name: string;
  /** The mandatory parameters that have to be asked for. */
  readonly missing: readonly ParameterInfo[];
}
/** Leaves the sets that the command line allows. */
export function setsOfCommandLine(signature: Signature, state: SetState, pipeline: boolean): CommandLineSets {
  const before = state.sets;
  const missing = narrowSets(signature, state, pipeline);
  const { defaultSet } = signature;
  const fallback = defaultSet !== undefined && before.includes(defaultSet) ? defaultSet : ALL_SETS;
  return { name: onlyOne(state.sets) ?? fallback, missing };
}
function narrowSets(signature: Signature, state: SetState, pipeline: boolean): readonly ParameterInfo[] {
  const unbound = signature.parameters.filter((info) => !state.values.has(info.name.toLowerCase()));
  if (!pipeline) {
    decideSet(signature, state, unbound, [], false);
    const [set = ALL_SETS] = state.sets;
    return unbound.filter((info) => specIn(info, set)?.mandatory === true);
  }
  const all = lacksOf(ALL_SETS, unbound);
  const askedOf = (chosen: readonly Lacks[]): ParameterInfo[] => {
    const asked = new Set([...all.asked, ...chosen.flatMap((lacks) => lacks.asked)]);
    return unbound.filter((info) => asked.has(info));
  };
  if (state.sets.length > 1) keepPiped(signature, state, unbound);
  const { sets } = state;
  if (sets.length < 2) return askedOf(sets.map((set) => lacksOf(set, unbound)));
  const lacking = sets
    .map((set) => lacksOf(set, unbound))
    .filter(({ byValue, byName, asked }) => byValue || byName || asked.length > 0);
  if (lacking.length === 0 && all.asked.length === 0) return [];
  const inAll = all.byValue || all.byName || all.asked.length > 0;
  let wanted = inAll || lacking.length === 0 ? sets : lacking.map(({ set }) => set);
  const { defaultSet } = signature;
  if (defaultSet !== undefined && sets.includes(defaultSet) && !wanted.includes(defaultSet)) {
    if (!lacking.some(({ byValue, byName }) => byValue || byName)) {
      state.sets = sets.filter((set) => !wanted.includes(set));
      if (state.sets.length > 1) state.firstSet = defaultSet;
      wanted = [];
    }
  }
  if (wanted.length === 0) return askedOf([]);
  // Every bit is set, and PowerShell takes that for one set.
  if (wanted.length === FULL) {
    const firstOf = (lacks: Lacks): number => unbound.findIndex((info) => info.sets.get(lacks.set)?.mandatory === true);
    const inOrder = lacking.toSorted((a, b) => firstOf(a) - firstOf(b));
    return [...all.asked, ...inOrder.flatMap(({ asked }) => asked)];
  }
  if (wanted.length === 1) return askedOf(lacking.filter(({ set }) => wanted.includes(set)));
  const others = lacking.filter(({ set }) => set !== defaultSet);
  if (defaultSet !== undefined && wanted.includes(defaultSet)) {
    const ofDefault = lacking.find(({ set }) => set === defaultSet);
    const elsewhere = others.some(({ byValue, byName, asked }) => (byValue || byName) && asked.length === 0);
    const strongly = ofDefault?.byName === true && !others.some(({ byName }) => byName);
    if (strongly || !elsewhere || all.asked.length > 0) {
      state.sets = [defaultSet];
      return askedOf(ofDefault === undefined ? [] : [ofDefault]);
    }
  }
  const inWanted = lacking.filter(({ set }) => wanted.includes(set));
  const byValue = inWanted.filter((lacks) => lacks.byValue);
  const byName = inWanted.filter((lacks) => lacks.byName);
  const theValue = onlyOne(byValue);
  const theName = onlyOne(byName);
  let chosen: Lacks | undefined;
  if (byValue.length > 0 && byName.length > 0) chosen = theValue === theName ? theValue : undefined;
  else chosen = theValue ?? theName;
  const asking = inWanted.filter(({ asked }) => asked.length > 0);
  if (chosen === undefined && (asking.length > 0 || all.asked.length > 0)) {
    if (theValue !== undefined) chosen = theValue;
    else {
      if (byValue.length < 2 && byName.length < 2) throw ambiguousSet(signature, state);
      state.sets = sets.filter((set) => !asking.some((lacks) => lacks.set === set));
      if (state.sets.length === 0) throw ambiguousSet(signature, state);
      return [];
    }
  }
  if (chosen === undefined) return [];
  const { set } = chosen;
  if (chosen.asked.length > 0) state.sets = [set];
  else {
    state.sets = sets.filter((one) => one === set || !lacking.some((lacks) => lacks.set === one));
    if (state.sets.length > 1) state.firstSet = set;
  }
  return askedOf([chosen]);
}
/** Of several sets, those that objects of the pipeline can go to; all, when a parameter of all sets takes them, or none. */
function keepPiped(signature: Signature, state: SetState, unbound: readonly ParameterInfo[]): void {
  decideSetBefore(signature, state, unbound);
  const { sets } = state;
  if (sets.length < 2 || unbound.some((info) => takesPipeline(info.sets.get(ALL_SETS)))) return;
  const delayed = [...state.values.values()].flatMap(({ info }) =>
    [...info.sets.values()].some(takesPipeline) ? [info] : [],
  );
  const piped = sets.filter((set) => [...unbound, ...delayed].some((info) => takesPipeline(info.sets.get(set))));
  if (piped.length > 0) state.sets = piped;
}
/** Where nothing can come of the pipeline any more, several sets without a default one are told apart at once. */
export function decideSetBefore(signature: Signature, state: SetState, unbound: readonly ParameterInfo[]): void {
  const { defaultSet } = signature;
  if (defaultSet !== undefined && state.sets.includes(defaultSet)) return;
  decideSet(signature, state, unbound, [], true);
}
