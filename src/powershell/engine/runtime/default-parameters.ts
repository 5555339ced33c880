/** `$PSDefaultParameterValues`: values for parameters that the command line did not name. */
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import { toBoolean, toText } from '../conversion.js';
import { badKeys, type DefaultKey, defaultKey, isDisabledKey } from '../net/default-parameter-table.js';
import { hasWildcard, wildcardRegex } from '../text/wildcard.js';
import { PSError } from '../values/exceptions.js';
import { unwrap } from '../values/live.js';
import { ScriptBlock } from '../values/script-block.js';
import { beside, type Bound, narrow } from './binder.js';
import { coerce } from './coerce.js';
import { ALL_SETS, type ParameterInfo, type Signature } from './command-signature.js';
import type { Frame } from './frame.js';

function warn(f: Frame, message: string): void {
  const record = { kind: 'Warning' as const, message };
  f.rt.tapWarning(f, record);
  void f.streams.informational(record);
}

/** The values that the table has for parameters of the command, in its order; those that contradict each other are told of. */
function valuesFor(f: Frame, signature: Signature, table: PSDictionary): Map<ParameterInfo, PSValue> | undefined {
  const found = new Map<ParameterInfo, PSValue>();
  const contradicting = new Set<ParameterInfo>();
  const warned = new Set<string>();
  const warnOnce = (key: string, message: string): void => {
    // The binding for a `dynamicparam` block is done again with the parameters that it makes.
    if (signature.partial === true || warned.has(key)) return;
    warned.add(key);
    warn(f, message);
  };
  const take = (info: ParameterInfo, { command, parameter }: DefaultKey, value: PSValue): void => {
    if (!found.has(info)) {
      found.set(info, value);
      return;
    }
    if (Object.is(unwrap(found.get(info) ?? null), unwrap(value))) return;
    contradicting.add(info);
    warnOnce(
      `${command}:${parameter}`,
      `Multiple different default values are defined in $PSDefaultParameterValues for the parameter matching the following name or alias: ${parameter}. These defaults have been ignored.`,
    );
  };
  const name = signature.commandName.toLowerCase();
  const named = (parameter: string): ParameterInfo | undefined => signature.byName.get(parameter.toLowerCase());
  const bad: string[] = [];
  const patterns: (readonly [DefaultKey, PSValue])[] = [];
  for (const [given, value] of table.entries()) {
    const text = unwrap(given);
    if (typeof text !== 'string') continue;
    if (isDisabledKey(text)) {
      if (toBoolean(value)) return undefined;
      continue;
    }
    const key = defaultKey(text);
    if (key === undefined) bad.push(text);
    else if (hasWildcard(text)) patterns.push([key, value]);
    else {
      const command = key.command.toLowerCase();
      if (command !== name && f.scope.findAlias(command)?.definition.toLowerCase() !== name) continue;
      const info = named(key.parameter);
      if (info !== undefined) take(info, key, value);
    }
  }
  // Patterns come after the keys that are exact.
  for (const [key, value] of patterns) {
    if (!wildcardRegex(key.command).test(signature.commandName)) continue;
    if (!hasWildcard(key.parameter)) {
      const info = named(key.parameter);
      if (info !== undefined) take(info, key, value);
      continue;
    }
    const wanted = wildcardRegex(key.parameter);
    // A parameter counts once for each of its names.
    const matching = signature.parameters.flatMap((info) =>
      [info.name, ...info.aliases].filter((one) => wanted.test(one)).map(() => info),
    );
    const [only] = matching;
    if (matching.length > 1)
      warnOnce(
        `${key.command}:${key.parameter}`,
        `The following name or alias defined in $PSDefaultParameterValues for this cmdlet resolves to multiple parameters: ${key.parameter}. The default has been ignored.`,
      );
    else if (only !== undefined) take(only, key, value);
  }
  if (bad.length > 0) {
    for (const key of bad) table.deleteEntry(key);
    warn(f, badKeys(bad));
  }
  for (const info of contradicting) found.delete(info);
  return found;
}

/**
 * Of the values found, those that the sets left still take. Where they belong to sets that exclude each other, only
 * those of the default set count, and none without one.
 */
function fitting(signature: Signature, bound: Bound, found: Map<ParameterInfo, PSValue>): [ParameterInfo, PSValue][] {
  const open = [...found].filter(
    ([info]) =>
      !bound.values.has(info.name.toLowerCase()) &&
      (info.sets.has(ALL_SETS) || bound.sets.some((set) => info.sets.has(set))),
  );
  const inSet = (set: string): [ParameterInfo, PSValue][] =>
    open.filter(([info]) => info.sets.has(ALL_SETS) || info.sets.has(set));
  if (bound.sets.some((set) => inSet(set).length === open.length)) return open;
  const { defaultSet } = signature;
  return defaultSet !== undefined && bound.sets.includes(defaultSet) ? inSet(defaultSet) : [];
}

/** Gives parameters without a value what `$PSDefaultParameterValues` says; a value that does not fit is told as a warning. */
export function applyDefaults(f: Frame, signature: Signature, bound: Bound): void {
  const table = f.scope.find('psdefaultparametervalues')?.read();
  if (!(table instanceof PSDictionary) || table.count === 0 || signature.commandName === '') return;
  const found = valuesFor(f, signature, table);
  if (found === undefined || found.size === 0) return;
  const given: string[] = [];
  for (const [info, said] of fitting(signature, bound, found)) {
    let value = said;
    const block = unwrap(value);
    if (block instanceof ScriptBlock) {
      const made = f.rt.atOnce(() => f.rt.callBlock(block, [], { frame: f }));
      if (made instanceof Promise) continue;
      value = made;
    }
    try {
      bound.values.set(info.name.toLowerCase(), { info, value: coerce(signature, info, value, beside(bound)) });
    } catch (error) {
      if (!(error instanceof PSError) || !/\.ParameterBinding\w*$/.test(error.record.exception.type.fullName))
        throw error;
      if (signature.partial !== true)
        warn(
          f,
          `The binding of default value '${value === null ? 'null' : toText(value)}' to parameter '${info.name}' failed: ${error.record.message}`,
        );
      continue;
    }
    given.push(info.name);
    narrow(signature, bound, info);
  }
  if (given.length > 0) bound.defaults = given;
}
