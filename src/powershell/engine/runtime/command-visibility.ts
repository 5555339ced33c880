/**
 * The commands that the caller of a restricted session may use.
 *
 * Names are those of the configuration's Visible… lists, with wildcards; `Module\Name` means the command of that module.
 * A cmdlet or function that is given with parameters is replaced by one that has these parameters only, and shows as a
 * function. What the caller defines himself is his, and visible.
 */
import { toText } from '../conversion.js';
import { regexFrom } from '../operators/text.js';
import { NetThrow } from '../values/exceptions.js';
import { wildcardRegex } from '../text/wildcard.js';
import type { ParameterSetSpec } from '../command-api.js';
import { ALL_SETS, type ParameterInfo, makeSignature, type Signature } from './command-signature.js';
import { enumerate } from './members.js';
import type { PSValue } from '../../../protocol/objects/index.js';

export interface NamePatterns {
  /** @param module where the command comes from; empty when from no module. */
  matches(name: string, module: string): boolean;
}

/** @param names exact names, wildcards, and either behind `Module\`. */
export function namePatterns(names: readonly string[]): NamePatterns {
  const tests = names.map((name) => {
    const at = name.indexOf('\\');
    return at <= 0
      ? { module: undefined, name: wildcardRegex(name) }
      : { module: wildcardRegex(name.slice(0, at)), name: wildcardRegex(name.slice(at + 1)) };
  });
  return {
    matches: (name, module) =>
      tests.some((test) => test.name.test(name) && (test.module === undefined || test.module.test(module))),
  };
}

/** Programs and script files, by their full path. Case counts where the file system's does. */
export interface PathPatterns {
  /** `exact` when the path itself is in the list, `wildcard` when a pattern takes it. */
  matches(path: string): 'exact' | 'wildcard' | undefined;
}
const folded = (path: string): string => (process.platform === 'linux' ? path : path.toLowerCase());
export function pathPatterns(paths: readonly string[]): PathPatterns {
  const exact = new Set(paths.map(folded));
  const tests = paths.filter((path) => /[*?[]/.test(path)).map((path) => wildcardRegex(path));
  return {
    matches: (path) =>
      exact.has(folded(path)) ? 'exact' : tests.some((test) => test.test(path)) ? 'wildcard' : undefined,
  };
}

/** What one parameter of a visible command takes. Both rules hold when both are given. */
export interface ParameterLimit {
  readonly values: readonly string[] | undefined;
  /** Alternatives. The whole text has to match one of them. */
  readonly patterns: readonly string[];
  /** Further checks; throw NetThrow. */
  readonly checks?: readonly ((value: PSValue) => PSValue)[];
  /** How the parameter takes part, instead of the command's own way. */
  readonly membership?: ParameterSetSpec;
}
/** A command with only these parameters, by name in lower case. */
export interface LimitedCommand {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, ParameterLimit>;
}

export interface CommandVisibility {
  readonly aliases: NamePatterns;
  readonly cmdlets: NamePatterns;
  readonly functions: NamePatterns;
  readonly files: PathPatterns;
  /** Commands that the caller has with fewer parameters, by name in lower case. They come before the whole ones. */
  readonly limited: ReadonlyMap<string, LimitedCommand>;
  /** Providers that the caller's commands may use, in lower case; undefined for all. */
  readonly providers: ReadonlySet<string> | undefined;
  /** Modules load by themselves all the same: only some names are kept back. */
  readonly autoloads?: boolean;
}

export const invalid = (message: string): NetThrow =>
  new NetThrow('System.Management.Automation.ValidationMetadataException', message);

function rulesOf(limit: ParameterLimit): ((value: PSValue) => PSValue)[] {
  const each = (value: PSValue, check: (text: string) => void): PSValue => {
    for (const item of enumerate(value) ?? [value]) check(toText(item));
    return value;
  };
  const rules: ((value: PSValue) => PSValue)[] = [];
  const { values } = limit;
  if (values !== undefined) {
    const allowed = new Set(values.map((one) => one.toLowerCase()));
    rules.push((value) =>
      each(value, (text) => {
        if (!allowed.has(text.toLowerCase()))
          throw invalid(
            `The argument "${text}" does not belong to the set "${values.join(',')}" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.`,
          );
      }),
    );
  }
  if (limit.patterns.length > 0) {
    const whole = `^(${limit.patterns.join('|')})$`;
    const regex = regexFrom(whole, { ignoreCase: true });
    rules.push((value) =>
      each(value, (text) => {
        if (regex.exec(text) === null)
          throw invalid(
            `The argument "${text}" does not match the "${whole}" pattern. Supply an argument that matches "${whole}" and try the command again.`,
          );
      }),
    );
  }
  return [...rules, ...(limit.checks ?? [])];
}

/** A command's signature with only the parameters of the limit, and its common ones. Errors call it a function. */
export function limitedSignature(signature: Signature, limit: LimitedCommand): Signature {
  const parameters = signature.parameters.flatMap((info): ParameterInfo[] => {
    if (info.common === true) return [info];
    const own = limit.parameters.get(info.name.toLowerCase());
    if (own === undefined) return [];
    const sets = own.membership === undefined ? info.sets : new Map([[ALL_SETS, own.membership]]);
    return [{ ...info, sets, rules: [...info.rules, ...rulesOf(own)] }];
  });
  return makeSignature({
    commandName: limit.name,
    errorName: limit.name,
    parameters,
    defaultSet: parameters.some(({ sets }) => signature.defaultSet !== undefined && sets.has(signature.defaultSet))
      ? signature.defaultSet
      : undefined,
    simple: false,
    isFunction: true,
  });
}
