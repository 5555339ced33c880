/**
 * Binds the words of an operating system's command line to a command's parameters. The engine has PowerShell's own
 * binder for scripts; here every value is text, and the program has to start without loading a language. Parameter sets,
 * positions, checks and error ids are PowerShell's all the same. cmdlets.md 3.12
 */
import { catalogued, type PSSessionError } from '../../protocol/errors/index.js';
import { tryParseGuid } from '../../protocol/bytes/index.js';
import type { CommandDefinition, ParameterDefinition } from './definition.js';

export interface TextArgument {
  /** Undefined for a positional argument. */
  readonly name: string | undefined;
  readonly value: boolean | string | readonly string[];
}

export interface BoundParameters {
  readonly set: string;
  readonly values: ReadonlyMap<string, unknown>;
}

/** What text alone cannot give. */
export interface TextResolver {
  /** A user name to a credential: asks for the password, or takes it from where the options say. */
  credential(userName: string): Promise<unknown>;
  /** A name, an id or an instance id to sessions of the current session. @throws when there is none. */
  sessions(text: string): readonly unknown[];
  /** The value of `-SessionOption`, given as `Name=value;Name=value`. */
  sessionOption(entries: ReadonlyMap<string, string>): unknown;
}

const failed = (definition: CommandDefinition, error: PSSessionError): PSSessionError =>
  error.leftCommand(definition.className);

/**
 * @throws {PSSessionError} MissingMandatoryParameter, AmbiguousParameterSet, ParameterArgumentValidationError,
 * CannotConvertArgumentNoMessage: with the command's class.
 */
export async function bindText(
  definition: CommandDefinition,
  words: readonly TextArgument[],
  resolver: TextResolver,
): Promise<BoundParameters> {
  const texts = new Map<ParameterDefinition, TextArgument['value']>();
  let sets: readonly string[] = definition.sets;
  for (const { name, value } of words) {
    if (name === undefined) continue;
    const parameter = definition.parameters.find((candidate) => candidate.name === name);
    if (parameter === undefined) continue; // a common parameter: the program's business
    if (texts.has(parameter))
      throw failed(definition, catalogued('AmbiguousParameterSet', [`-${name} is given twice`]));
    texts.set(parameter, value);
    sets = sets.filter((set) => parameter.sets[set] !== undefined);
    if (sets.length === 0) {
      const given = [...texts.keys()].map((candidate) => `-${candidate.name}`).join(', ');
      throw failed(definition, catalogued('AmbiguousParameterSet', [given]));
    }
  }
  for (const { name, value } of words) {
    if (name !== undefined) continue;
    const parameter = positionalParameter(definition, sets, texts, value);
    if (parameter === undefined) {
      const text = typeof value === 'object' ? value.join(' ') : String(value);
      throw failed(definition, catalogued('AmbiguousParameterSet', [`there is no place for '${text}'`]));
    }
    texts.set(parameter, value);
    sets = sets.filter((set) => parameter.sets[set] !== undefined);
  }
  const set = chooseSet(definition, sets, texts);
  const values = new Map<string, unknown>();
  for (const [parameter, value] of texts) {
    try {
      values.set(parameter.name, check(parameter, await convert(parameter, value, resolver)));
    } catch (error) {
      if (error instanceof Error && 'leftCommand' in error) throw failed(definition, error as PSSessionError);
      throw error;
    }
  }
  return { set, values };
}

/** Which parameter takes the next positional word: of those that stand next, the one whose type fits the text best. */
function positionalParameter(
  definition: CommandDefinition,
  sets: readonly string[],
  bound: ReadonlyMap<ParameterDefinition, unknown>,
  value: TextArgument['value'],
): ParameterDefinition | undefined {
  const candidates: ParameterDefinition[] = [];
  for (const set of sets) {
    const next = definition.parameters
      .filter((parameter) => !bound.has(parameter) && parameter.sets[set]?.position !== undefined)
      .toSorted((a, b) => (a.sets[set]?.position ?? 0) - (b.sets[set]?.position ?? 0))[0];
    if (next !== undefined && !candidates.includes(next)) candidates.push(next);
  }
  const texts = typeof value === 'object' ? value : [String(value)];
  let best: ParameterDefinition | undefined;
  let bestFit = 0;
  for (const candidate of candidates) {
    const inDefault = candidate.sets[definition.defaultSet] !== undefined ? 0.5 : 0;
    const fit = Math.min(...texts.map((text) => fitOf(candidate, text))) + inDefault;
    if (fit > bestFit) {
      best = candidate;
      bestFit = fit;
    }
  }
  return best;
}

/** 0: the text can be no value of that type; more: the better it looks like one. */
function fitOf({ type }: ParameterDefinition, text: string): number {
  const scriptBlock = /^\s*\{[\s\S]*\}\s*$/.test(text);
  switch (type.replace('[]', '')) {
    case 'Int32':
      return /^-?\d+$/.test(text) ? 5 : 0;
    case 'Guid':
      return tryParseGuid(text) === undefined ? 0 : 5;
    case 'Uri':
      return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? 5 : 0;
    case 'ScriptBlock':
      return scriptBlock ? 6 : 1;
    case 'String':
      return scriptBlock || /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? 0.1 : 3;
    case 'PSSession':
      return 2;
    default:
      return 1;
  }
}

function chooseSet(
  definition: CommandDefinition,
  sets: readonly string[],
  bound: ReadonlyMap<ParameterDefinition, unknown>,
): string {
  const missing = (set: string): ParameterDefinition[] =>
    definition.parameters.filter((parameter) => parameter.sets[set]?.mandatory === true && !bound.has(parameter));
  const complete = sets.filter((set) => missing(set).length === 0);
  if (complete.includes(definition.defaultSet)) return definition.defaultSet;
  const [only] = complete;
  // With nothing mandatory left over in several sets, the first in the command's own order is meant.
  if (only !== undefined) return only;
  const nearest = sets.includes(definition.defaultSet) ? definition.defaultSet : (sets[0] ?? definition.defaultSet);
  const needed = missing(nearest)[0];
  throw failed(definition, catalogued('MissingMandatoryParameter', [needed?.name ?? '']));
}

async function convert(
  parameter: ParameterDefinition,
  value: TextArgument['value'],
  resolver: TextResolver,
): Promise<unknown> {
  if (parameter.type === 'SwitchParameter') return value === true || value === 'true';
  const texts = typeof value === 'object' ? value : [String(value)];
  const first = texts[0] ?? '';
  const refuse = (why: string): never => {
    throw catalogued('CannotConvertArgumentNoMessage', [parameter.name, why], { targetObject: first });
  };
  switch (parameter.type) {
    case 'Int32[]':
      return texts.flatMap((text) => integers(text) ?? refuse(`'${text}' is no whole number.`));
    case 'Int32':
      return integers(first)?.[0] ?? refuse(`'${first}' is no whole number.`);
    case 'Guid[]':
      return texts.map((text) => tryParseGuid(text) ?? refuse(`'${text}' is no GUID.`));
    case 'Guid':
      return tryParseGuid(first) ?? refuse(`'${first}' is no GUID.`);
    case 'Enum': {
      const name = Object.keys(parameter.enumValues ?? {}).find(
        (candidate) => candidate.toLowerCase() === first.toLowerCase(),
      );
      return name ?? refuse(`'${first}' is none of ${Object.keys(parameter.enumValues ?? {}).join(', ')}.`);
    }
    case 'PSCredential':
      return await resolver.credential(first);
    case 'PSSession[]':
      return texts.flatMap((text) => resolver.sessions(text));
    case 'PSSession': {
      const found = resolver.sessions(first);
      return found.length === 1 ? found[0] : refuse(`'${first}' names ${found.length} sessions, and one is needed.`);
    }
    case 'PSSessionOption':
      return resolver.sessionOption(pairs(first, parameter.name, 'true'));
    case 'Hashtable':
    case 'PSPrimitiveDictionary':
      return Object.fromEntries(pairs(first, parameter.name));
    case 'Hashtable[]':
      return texts.map((text) => Object.fromEntries(pairs(text, parameter.name)));
    case 'ScriptBlock':
      return scriptText(first);
    case 'Object[]':
      return texts.map((text) => (/^-?\d{1,9}$/.test(text) ? Number(text) : text));
    case 'PSObject':
      return texts.length === 1 ? [first] : texts;
    case 'String[]':
    case 'Uri[]':
      return texts;
    default:
      return first;
  }
}

/** A number, or a range `2..5`. Undefined when the text is neither, or out of an Int32's range. */
function integers(text: string): number[] | undefined {
  const range = /^(-?\d+)\.\.(-?\d+)$/.exec(text);
  if (range !== null) {
    const from = Number(range[1]);
    const to = Number(range[2]);
    if (Math.abs(to - from) > 10_000) return undefined;
    const step = from <= to ? 1 : -1;
    return Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => from + index * step);
  }
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isInteger(value) && Math.abs(value) <= 2_147_483_647 ? [value] : undefined;
}

/**
 * `OpenTimeout=20000;NoCompression=true`, also in PowerShell's `@{…}`.
 * @param alone what a name without a value means; an error when there is none.
 */
function pairs(text: string, parameter: string, alone?: string): Map<string, string> {
  const body = text.trim().replace(/^@\{([\s\S]*)\}$/, '$1');
  const entries = new Map<string, string>();
  for (const part of body.split(/[;,]/)) {
    if (part.trim() === '') continue;
    const equals = part.indexOf('=');
    if (equals < 0 && alone !== undefined) {
      entries.set(part.trim(), alone);
      continue;
    }
    if (equals < 1) {
      throw catalogued(
        'CannotConvertArgumentNoMessage',
        [parameter, `'${part.trim()}' is not of the form Name=value.`],
        { targetObject: text },
      );
    }
    entries.set(
      part.slice(0, equals).trim(),
      part
        .slice(equals + 1)
        .trim()
        .replace(/^(['"])([\s\S]*)\1$/, '$2'),
    );
  }
  return entries;
}

/** The text of a script block: one pair of braces around it is taken off. */
export const scriptText = (text: string): string => /^\s*\{([\s\S]*)\}\s*$/.exec(text)?.[1] ?? text;

function check(parameter: ParameterDefinition, value: unknown): unknown {
  const refuse = (why: string): never => {
    throw catalogued('ParameterArgumentValidationError', [parameter.name, why], { targetObject: value });
  };
  for (const rule of parameter.validation) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (
      rule.rule === 'NotNullOrEmpty' &&
      (items.length === 0 || items.some((item) => item === '' || item === null || item === undefined))
    ) {
      refuse('it is empty.');
    }
    if (rule.rule === 'Set') {
      for (const item of items)
        if (!rule.values.includes(String(item).toLowerCase()))
          refuse(`${String(item)} is not ${rule.values.join(', ')}.`);
    }
    if (rule.rule === 'Range') {
      for (const item of items) {
        if (typeof item === 'number' && (item < rule.min || item > rule.max))
          refuse(`${item} is not from ${rule.min} to ${rule.max}.`);
      }
    }
  }
  return value;
}
