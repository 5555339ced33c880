/** Parameters of a command as completion sees them, and which one a place belongs to. */
import type { Token } from '../../lang/index.js';
import type { ParameterSpec } from '../command-api.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import type { CommandEntry } from '../commands/index.js';
import { convertTo, toText } from '../conversion.js';
import { ALL_SETS, type ParameterInfo } from '../runtime/command-signature.js';
import { commandDataOf } from '../runtime/command-data.js';
import { signatureOfCommand } from '../runtime/command-info.js';
import { shortType, typeShown } from '../runtime/parameter-metadata.js';
import { inRange, ofKind, type RangeKind } from '../runtime/validation-rules.js';
import { NetThrow, PSError } from '../values/exceptions.js';
import { EnumValue } from '../values/live.js';
import { enumerate } from '../runtime/members.js';
import type { NetType } from '../values/net-type.js';
import { SCRIPTBLOCK, SWITCH } from '../values/types.js';
import type { CompletionItem } from './completion-result.js';

export interface CompletableParameter {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly typeText: string;
  /** As `Type.Name` has it. */
  readonly typeName: string;
  readonly valueType: NetType;
  readonly isSwitch: boolean;
  readonly isCommon: boolean;
  readonly isDynamic: boolean;
  readonly isBlock: boolean;
  /** Not offered, though it can be written. */
  readonly isHidden: boolean;
  readonly positions: readonly number[];
  /** Names of the sets that it is in; undefined: in all. */
  readonly sets: readonly string[] | undefined;
  /** The values that it takes, where these are few. */
  readonly values: readonly string[] | undefined;
  /** The block of `[ArgumentCompleter({ … })]`. */
  readonly completer: PSValue;
  /** The class of `[ArgumentCompleter([Class])]`. */
  readonly completerClass: PSValue;
  /** An attribute of a script's own class that makes completers. */
  readonly completerFactory: PSValue;
  /** The words of `[ArgumentCompletions()]`. */
  readonly completions: readonly string[] | undefined;
  readonly fromPipeline: boolean;
  /** ` - ` and what its HelpMessage says; empty without one. */
  readonly help: string;
  readonly spec: ParameterSpec | undefined;
}

/** The names of an enumeration, or the words of `[ValidateSet()]`. */
function valuesOf(info: ParameterInfo): readonly string[] | undefined {
  const set = info.attributes?.().find(({ name }) => name === 'ValidateSet')?.properties['ValidValues'];
  if (set !== undefined) return (enumerate(set) ?? [set]).map((value) => toText(value));
  const shown = typeShown(info);
  const [inner] = shown.definition?.name === 'System.Nullable`1' ? shown.genericArguments : [];
  const type = inner ?? shown.elementType ?? shown;
  return type.kind === 'enum' ? inRanges(namesOfValues(type), type, info) : undefined;
}
/** Those that every `[ValidateRange()]` of the parameter lets through. */
function inRanges(names: readonly string[], type: NetType, info: ParameterInfo): readonly string[] {
  const rules = (info.attributes?.() ?? []).flatMap(({ name, properties }) => {
    if (name !== 'ValidateRange') return [];
    const { MinRange: min = null, MaxRange: max = null, RangeKind: kind = null } = properties;
    return kind === null ? [inRange(asNumber(min), asNumber(max))] : [ofKind(toText(kind) as RangeKind)];
  });
  const isLetThrough = (name: string): boolean => {
    const value = asNumber(convertTo(name, type));
    try {
      for (const rule of rules) rule(value);
      return true;
    } catch (error) {
      if (error instanceof PSError || error instanceof NetThrow) return false;
      throw error;
    }
  };
  return rules.length === 0 ? names : names.filter(isLetThrough);
}
const asNumber = (value: PSValue): PSValue => (value instanceof EnumValue ? Number(value.value) : value);
/** Two names of one value are offered once, by the name that the value shows. */
function namesOfValues(type: NetType): readonly string[] {
  const names = [...(type.enumValues?.keys() ?? [])];
  const counted = new Map<bigint, number>();
  for (const value of type.enumValues?.values() ?? []) counted.set(value, (counted.get(value) ?? 0) + 1);
  return names.filter((name) => {
    const value = type.enumValues?.get(name);
    return value === undefined || counted.get(value) === 1 || toText(convertTo(value, type)) === name;
  });
}
function completable(info: ParameterInfo, spec: ParameterSpec | undefined): CompletableParameter {
  const memberships = [...info.sets.values()];
  const facts = info.attributes?.() ?? [];
  const attribute = (name: string): (typeof facts)[number]['properties'] | undefined =>
    facts.find((one) => one.name === name)?.properties;
  const listed = attribute('ArgumentCompletions')?.['Completions'];
  const shown = typeShown(info);
  return {
    name: info.name,
    aliases: info.aliases,
    typeText: shown.fullName.startsWith('System.Nullable`1') ? `Nullable[${shortType(shown)}]` : shortType(shown),
    typeName: shown.fullName.replace(/\[.*/, '').replace(/^.*\./, '') + (shown.elementType === undefined ? '' : '[]'),
    valueType: shown,
    isSwitch: info.type === SWITCH,
    isCommon: info.common === true,
    isDynamic: info.dynamic === true || spec?.dynamic !== undefined,
    isBlock: (info.type?.elementType ?? info.type) === SCRIPTBLOCK,
    isHidden: memberships.length > 0 && memberships.every(({ hidden }) => hidden === true),
    positions: memberships.flatMap(({ position }) => (position === undefined ? [] : [position])),
    sets: info.sets.has(ALL_SETS) ? undefined : [...info.sets.keys()],
    values: valuesOf(info),
    completer: attribute('ArgumentCompleter')?.['ScriptBlock'] ?? null,
    completerClass: attribute('ArgumentCompleter')?.['Type'] ?? null,
    completerFactory: attribute('ArgumentCompleter')?.['Factory'] ?? null,
    completions: listed === undefined ? undefined : (enumerate(listed) ?? [listed]).map((one) => toText(one)),
    help: memberships.reduce((told, { helpMessage = '' }) => (helpMessage === '' ? told : ` - ${helpMessage}`), ''),
    fromPipeline: memberships.some(({ byValue }) => byValue === true),
    spec,
  };
}

/** All that the command takes, of a path's provider too; undefined for programs and what is not known. */
export function parametersOf(command: CommandEntry, path?: string): readonly CompletableParameter[] | undefined {
  const data = commandDataOf(command.object);
  const signature = data === undefined ? undefined : signatureOfCommand(data, path);
  return signature?.parameters.map((info) =>
    completable(
      info,
      command.spec?.parameters.find(({ name }) => name === info.name),
    ),
  );
}

const matchesName = (parameter: CompletableParameter, name: string): boolean =>
  parameter.name.toLowerCase() === name || parameter.aliases.some((alias) => alias.toLowerCase() === name);

/** The parameter that a written name means: exact, else the only one that begins with it. */
export function findParameter(
  parameters: readonly CompletableParameter[],
  written: string,
): CompletableParameter | undefined {
  const name = written.toLowerCase();
  const exact = parameters.find((parameter) => matchesName(parameter, name));
  if (exact !== undefined) return exact;
  const found = parameters.filter((parameter) => parameter.name.toLowerCase().startsWith(name));
  return found.length === 1 ? found[0] : found.find(({ isCommon }) => !isCommon);
}

/**
 * What is still possible beside the parameters that were given: of their parameter sets. A value without a name may belong to
 * each parameter of its position, and leaves the sets of all of them.
 */
function fitting(parameters: readonly CompletableParameter[], given: Given): (one: CompletableParameter) => boolean {
  let sets: ReadonlySet<string> | undefined;
  const narrow = (own: readonly string[] | undefined): void => {
    if (own === undefined) return;
    const before: ReadonlySet<string> = sets ?? new Set(own);
    sets = new Set(own.filter((set) => before.has(set)));
  };
  for (const { name, sets: own } of parameters) if (given.named.has(name.toLowerCase())) narrow(own);
  for (const group of given.placed)
    narrow(group.some(({ sets: own }) => own === undefined) ? undefined : group.flatMap(({ sets: own }) => own ?? []));
  if (sets === undefined || sets.size === 0) return () => true;
  const left = sets;
  return ({ sets: own }) => own === undefined || own.some((set) => left.has(set));
}

/** `-WhatIf` and `-Confirm` come behind a command's own parameters, then the dynamic ones, then the other common ones. */
const OWN = new Set(['whatif', 'confirm']);

/**
 * `-Na`: names, and aliases where a name has begun. A command that hides a parameter that fits shows no common ones.
 * @param options.all names of parameters as keys: hidden and used ones play no part.
 */
export function parameterItems(
  parameters: readonly CompletableParameter[],
  written: string,
  given: Given,
  options: { readonly all?: boolean } = {},
): CompletionItem[] {
  const lower = written.toLowerCase();
  const { used } = given;
  const fits = fitting(parameters, given);
  const own: CompletionItem[] = [];
  const confirming: CompletionItem[] = [];
  const dynamic: CompletionItem[] = [];
  const common: CompletionItem[] = [];
  let showsCommon = true;
  for (const one of parameters) {
    if (used.has(one.name.toLowerCase()) || (options.all !== true && !fits(one))) continue;
    const list = OWN.has(one.name.toLowerCase()) ? confirming : one.isDynamic ? dynamic : one.isCommon ? common : own;
    const item = (name: string): CompletionItem => ({
      text: `-${name}`,
      label: name,
      kind: 'ParameterName',
      tip: options.all === true ? `[${one.typeName}]` : `[${one.typeText}] ${name}${one.help}`,
      ordered: true,
    });
    if (one.name.toLowerCase().startsWith(lower)) {
      if (!one.isHidden || options.all === true || lower === one.name.toLowerCase()) list.push(item(one.name));
      else showsCommon = false;
    } else if (lower !== '' && options.all !== true)
      for (const alias of one.aliases) if (alias.toLowerCase().startsWith(lower)) list.push(item(alias));
  }
  const shown = showsCommon ? common : [];
  return options.all === true
    ? [...own, ...confirming, ...shown, ...dynamic]
    : [...own, ...confirming, ...dynamic, ...shown];
}

/** What the words of a command were bound to. Names are in lower case. */
export interface Given {
  readonly used: ReadonlySet<string>;
  /** Those that were written by name, or get what comes down the pipeline. */
  readonly named: ReadonlySet<string>;
  /** For each value without a name, the parameters of its position. */
  readonly placed: readonly (readonly CompletableParameter[])[];
}
export interface Bound extends Given {
  /** What the next word belongs to. */
  readonly next: CompletableParameter | undefined;
}

/** Goes through the words behind the command's name as the binder will. */
export function bindWords(parameters: readonly CompletableParameter[], words: readonly Token[], piped = false): Bound {
  const used = new Set<string>();
  const named = new Set<string>();
  const placed: (readonly CompletableParameter[])[] = [];
  const given: Given = { used, named, placed };
  const use = (parameter: CompletableParameter): void => {
    used.add(parameter.name.toLowerCase());
    named.add(parameter.name.toLowerCase());
  };
  if (piped) {
    const [taking, ...others] = parameters.filter(({ fromPipeline }) => fromPipeline);
    if (taking !== undefined && others.length === 0) use(taking);
  }
  let unknown = false;
  let waiting: CompletableParameter | undefined;
  let comma = false;
  let last: CompletableParameter | undefined;
  for (const word of words) {
    // What it holds is not known.
    if (word.kind === 'SplattedVariable') continue;
    if (word.kind === 'Comma') {
      comma = true;
      continue;
    }
    if (word.kind === 'Parameter') {
      const found = findParameter(parameters, word.value);
      if (found !== undefined) use(found);
      unknown = found === undefined;
      waiting = found === undefined || (found.isSwitch && !word.usedColon) ? undefined : found;
      last = waiting;
      comma = false;
      continue;
    }
    if (comma) {
      comma = false;
      continue;
    }
    if (unknown) unknown = false;
    else if (waiting !== undefined) waiting = undefined;
    else {
      const group = nextPlace(parameters, given);
      last = preferred(group);
      for (const { name } of group) used.add(name.toLowerCase());
      if (group.length > 0) placed.push(group);
    }
  }
  if (comma && last !== undefined) return { ...given, next: last };
  return { ...given, next: unknown ? undefined : (waiting ?? preferred(nextPlace(parameters, given))) };
}

/** The parameters of the lowest position that has no value yet. */
function nextPlace(parameters: readonly CompletableParameter[], given: Given): readonly CompletableParameter[] {
  const fits = fitting(parameters, given);
  const place = ({ positions }: CompletableParameter): number => Math.min(...positions);
  const open = parameters.filter(
    (one) => one.positions.length > 0 && !given.used.has(one.name.toLowerCase()) && fits(one),
  );
  const lowest = Math.min(...open.map(place));
  return open.filter((one) => place(one) === lowest);
}
/** `Where-Object Na`: a word is a property's name, and no block. */
const preferred = (group: readonly CompletableParameter[]): CompletableParameter | undefined =>
  group.find(({ isBlock }) => !isBlock) ?? group[0];
