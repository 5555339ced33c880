/**
 * The program's command line as a value. Two manners, one list of parameters (`powershell/cmdlets/family.ts`):
 *
 *     pssession Get-PSSession -ComputerName server01,server02 -State Disconnected
 *     pssession get server01 server02 --state disconnected --output json
 *
 * Values stay text here; the engine's binder converts and checks them, as it does for a script.
 */
import { FAMILY, type CommandDefinition, type ParameterDefinition } from '../powershell/cmdlets/index.js';

export const OUTPUT_FORMATS = ['table', 'list', 'json', 'ndjson', 'csv', 'clixml', 'text'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** Options of the program itself; they may stand anywhere among a command's own. */
export interface ProgramOptions {
  readonly output: OutputFormat | undefined;
  readonly color: 'auto' | 'always' | 'never';
  /** Where a password comes from when the credential needs one: never the command line itself. */
  readonly passwordSource: PasswordSource | undefined;
  readonly nonInteractive: boolean;
  readonly verbose: boolean;
  /** Run in this process alone, without the agent that keeps a user's current session. */
  readonly noAgent: boolean;
}

export type PasswordSource =
  | { readonly from: 'env'; readonly name: string }
  | { readonly from: 'file'; readonly path: string }
  | { readonly from: 'helper'; readonly command: string };

export interface BoundArgument {
  /** Undefined for a positional argument. */
  readonly name: string | undefined;
  /** `true`/`false` for switches; text otherwise, one element per value of an array. */
  readonly value: boolean | string | readonly string[];
}

export type CommandLine =
  | { readonly type: 'help'; readonly topic: string | undefined }
  | { readonly type: 'version' }
  | { readonly type: 'shell'; readonly options: ProgramOptions; readonly arguments: readonly string[] }
  | { readonly type: 'program'; readonly program: ProgramVerb; readonly arguments: readonly string[] }
  | {
      readonly type: 'command';
      readonly definition: CommandDefinition;
      readonly arguments: readonly BoundArgument[];
      readonly options: ProgramOptions;
    };

export const PROGRAM_VERBS = ['serve', 'user', 'completion', 'agent', 'config', 'status'] as const;
export type ProgramVerb = (typeof PROGRAM_VERBS)[number];

/** The command line cannot be understood. Exit code 64, as `pwsh` has it. */
export class UsageError extends Error {
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

const DEFAULTS: ProgramOptions = {
  output: undefined,
  color: 'auto',
  passwordSource: undefined,
  nonInteractive: false,
  verbose: false,
  noAgent: false,
};

/** `ComputerName` -> `computer-name`, `UseSSL` -> `use-ssl`, `IdleTimeoutSec` -> `idle-timeout-sec`. */
export function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

export function findCommand(word: string): { definition: CommandDefinition; posix: boolean } | undefined {
  const lower = word.toLowerCase();
  for (const definition of FAMILY) {
    if (definition.verb === lower) return { definition, posix: true };
    if (definition.name.toLowerCase() === lower || definition.aliases.includes(lower))
      return { definition, posix: false };
  }
  return undefined;
}

/** The common parameters that make sense from an operating system's shell. cmdlets.md 3.12 */
const COMMON: ReadonlyArray<{ readonly name: string; readonly isSwitch: boolean; readonly alias: string }> = [
  { name: 'Verbose', isSwitch: true, alias: 'vb' },
  { name: 'Debug', isSwitch: true, alias: 'db' },
  { name: 'ErrorAction', isSwitch: false, alias: 'ea' },
  { name: 'WarningAction', isSwitch: false, alias: 'wa' },
  { name: 'InformationAction', isSwitch: false, alias: 'infa' },
];

interface KnownParameter {
  readonly name: string;
  readonly isSwitch: boolean;
  readonly isArray: boolean;
}

const known = (parameter: ParameterDefinition): KnownParameter => ({
  name: parameter.name,
  isSwitch: parameter.type === 'SwitchParameter',
  isArray: parameter.type.endsWith('[]'),
});

/**
 * Finds a parameter by its name, an alias, or an unambiguous beginning, as PowerShell does.
 * @throws {UsageError} unknown or ambiguous; names what would be right.
 */
export function findParameter(definition: CommandDefinition, word: string, typed = word): KnownParameter {
  const lower = word.toLowerCase();
  const starts: KnownParameter[] = [];
  for (const parameter of definition.parameters) {
    if (parameter.name.toLowerCase() === lower || parameter.aliases.some((alias) => alias.toLowerCase() === lower)) {
      return known(parameter);
    }
    if (parameter.name.toLowerCase().startsWith(lower)) starts.push(known(parameter));
  }
  for (const common of COMMON) {
    if (common.name.toLowerCase() === lower || common.alias === lower) return { ...common, isArray: false };
    if (common.name.toLowerCase().startsWith(lower)) starts.push({ ...common, isArray: false });
  }
  if (starts.length === 1 && starts[0] !== undefined) return starts[0];
  if (starts.length > 1) {
    throw new UsageError(
      `${definition.name}: '-${word}' is ambiguous: it could be ${starts.map(({ name }) => `-${name}`).join(', ')}.`,
    );
  }
  const option = sessionOptionNamed(definition, lower);
  if (option !== undefined)
    throw new UsageError(
      `${definition.name}: '${typed}' is a session option. Give it as ${typed.startsWith('--') ? '--session-option' : '-SessionOption'} ${option.name}${option.type === 'SwitchParameter' ? '' : '=<value>'}.`,
      `Try 'pssession New-PSSessionOption --help'.`,
    );
  throw new UsageError(
    `${definition.name}: there is no parameter '${typed}'.${suggest(
      word,
      definition.parameters.map(({ name }) => name),
    )}`,
    `Try 'pssession ${definition.verb ?? definition.name} --help'.`,
  );
}

/** What is no parameter of a command, but a property of the options that it takes. */
function sessionOptionNamed({ parameters }: CommandDefinition, lower: string): ParameterDefinition | undefined {
  if (!parameters.some(({ type }) => type === 'PSSessionOption')) return undefined;
  return FAMILY.find(({ name }) => name === 'New-PSSessionOption')?.parameters.find(
    ({ name }) => name.toLowerCase() === lower,
  );
}

/** ` Did you mean X?` when something is close, else nothing. */
export function suggest(word: string, candidates: readonly string[]): string {
  let best: string | undefined;
  let bestDistance = 3;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best === undefined ? '' : ` Did you mean '${best}'?`;
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? limit;
}

/** What a script or a command of the shell follows, and all of whose other words are the script's. */
const BEFORE_SCRIPT = /^[-/](?:c(?:o(?:m\w*)?)?|cwa|f(?:i(?:le?)?)?)$/i;
/** Options of the shell that take no value: a word behind one is the script. */
const SHELL_SWITCH = /^[-/](?:l|lo\w*|no\w*|i|int\w*|[ms]ta|s|se\w*v\w*|ss\w*)$/i;
const beginsScript = (word: string, before: string | undefined): boolean =>
  BEFORE_SCRIPT.test(word) ||
  (!word.startsWith('-') && (before === undefined || before.startsWith('--') || SHELL_SWITCH.test(before)));
/**
 * Takes the program's own options out of the words; the rest keeps its order. For a shell they stand before the script, and
 * are long: `-o` is the shell's.
 */
function takeProgramOptions(words: readonly string[], isShell = false): { options: ProgramOptions; rest: string[] } {
  let options = DEFAULTS;
  const rest: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--' || (isShell && beginsScript(word, words[index - 1]))) {
      rest.push(...words.slice(index));
      break;
    }
    if (isShell && !word.startsWith('--')) {
      rest.push(word);
      continue;
    }
    const [flag, inline] = splitInline(word);
    const value = (): string => {
      if (inline !== undefined) return inline;
      index += 1;
      const next = words[index];
      if (next === undefined) throw new UsageError(`${flag} needs a value.`);
      return next;
    };
    switch (flag) {
      case '--output':
      case '-o': {
        const format = value().toLowerCase();
        if (!(OUTPUT_FORMATS as readonly string[]).includes(format)) {
          throw new UsageError(`--output has to be one of ${OUTPUT_FORMATS.join(', ')}; '${format}' is none of them.`);
        }
        options = { ...options, output: format as OutputFormat };
        break;
      }
      case '--json':
        options = { ...options, output: 'json' };
        break;
      case '--no-color':
        options = { ...options, color: 'never' };
        break;
      case '--color': {
        const when = inline ?? 'always';
        if (when !== 'auto' && when !== 'always' && when !== 'never')
          throw new UsageError(`--color has to be auto, always or never.`);
        options = { ...options, color: when };
        break;
      }
      case '--password-env':
        options = { ...options, passwordSource: { from: 'env', name: value() } };
        break;
      case '--password-file':
        options = { ...options, passwordSource: { from: 'file', path: value() } };
        break;
      case '--password-helper':
        options = { ...options, passwordSource: { from: 'helper', command: value() } };
        break;
      case '--password':
        throw new UsageError(
          'A password never goes on the command line, where every user of the machine can read it.',
          'Use --password-env NAME, --password-file FILE (mode 0600), --password-helper COMMAND, or let the program ask.',
        );
      case '--non-interactive':
        options = { ...options, nonInteractive: true };
        break;
      case '--no-agent':
        options = { ...options, noAgent: true };
        break;
      default:
        rest.push(word);
    }
  }
  return { options, rest };
}

function splitInline(word: string): readonly [string, string | undefined] {
  if (!word.startsWith('--')) return [word, undefined];
  const equals = word.indexOf('=');
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}

/**
 * Reads `process.argv` without its first two words.
 * @throws {UsageError} what was wrong and what would be right.
 */
export function readCommandLine(words: readonly string[]): CommandLine {
  const first = words[0];
  if (first === undefined) return { type: 'shell', options: DEFAULTS, arguments: [] };
  if (first === '--version' || first === '-V' || first === '-v') return { type: 'version' };
  if (first === '--help' || first === '-h' || first === '-?' || first === '/?' || first === 'help')
    return { type: 'help', topic: words[1] };
  if ((PROGRAM_VERBS as readonly string[]).includes(first.toLowerCase())) {
    if (words.includes('--help') || words.includes('-h')) return { type: 'help', topic: first.toLowerCase() };
    return { type: 'program', program: first.toLowerCase() as ProgramVerb, arguments: words.slice(1) };
  }
  const found = findCommand(first);
  if (found === undefined) {
    // A path is a script: what the first line of one that is started by its name gives (`#!/usr/bin/env pssession`).
    if (first.startsWith('-') || /\.ps1$/i.test(first) || /[\\/]/.test(first)) {
      const { options, rest } = takeProgramOptions(words, true);
      return { type: 'shell', options, arguments: rest };
    }
    const names = FAMILY.flatMap(({ name, verb }) => (verb === undefined ? [name] : [name, verb]));
    throw new UsageError(
      `'${first}' is no command of this program.${suggest(first, [...names, ...PROGRAM_VERBS])}`,
      "Try 'pssession --help'.",
    );
  }
  const { definition, posix } = found;
  const { options, rest } = takeProgramOptions(words.slice(1));
  if (rest.some((word) => word === '--help' || word === '-h' || word === '-?'))
    return { type: 'help', topic: definition.name };
  const bound = posix ? readPosix(definition, rest) : readPowerShell(definition, rest);
  const verbose = bound.some(({ name, value }) => name === 'Verbose' && value === true);
  if (definition.name === 'Get-PSSession' && bound.some(({ name }) => name === 'All'))
    throw new UsageError('get: the sessions of all users are told by pssession status <computer>.');
  return { type: 'command', definition, arguments: bound, options: { ...options, verbose } };
}

const NEGATIVE_NUMBER = /^-\d+(\.\d+)?$/;

/** `-Name value`, `-Name:value`, `-Switch`, `-Switch:$false`; arrays by comma. */
function readPowerShell(definition: CommandDefinition, words: readonly string[]): BoundArgument[] {
  const bound: BoundArgument[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (!word.startsWith('-') || word === '-' || NEGATIVE_NUMBER.test(word)) {
      const text = listAt(words, index);
      index += text.words - 1;
      bound.push({ name: undefined, value: positionalValue(definition, bound, text.value) });
      continue;
    }
    const colon = word.indexOf(':');
    const parameter = findParameter(
      definition,
      word.slice(word.startsWith('--') ? 2 : 1, colon < 0 ? undefined : colon),
    );
    let text = colon < 0 ? undefined : word.slice(colon + 1);
    if (parameter.isSwitch) {
      bound.push({ name: parameter.name, value: text === undefined ? true : readSwitch(parameter.name, text) });
      continue;
    }
    if (text === undefined || text === '') {
      index += 1;
      text = words[index];
    }
    if (text === undefined) throw new UsageError(`${definition.name}: -${parameter.name} needs a value.`);
    if (parameter.isArray) {
      const list = listAt([text, ...words.slice(index + 1)], 0);
      text = list.value;
      index += list.words - 1;
    }
    bound.push({ name: parameter.name, value: parameter.isArray ? splitArray(text) : text });
  }
  return bound;
}

/** `--name value`, `--name=value`, `--switch`, `--no-switch`; a value may be repeated or joined by commas. */
function readPosix(definition: CommandDefinition, words: readonly string[]): BoundArgument[] {
  const bound: BoundArgument[] = [];
  let options = true;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (options && word === '--') {
      options = false;
      continue;
    }
    if (!options || !word.startsWith('-') || word === '-' || NEGATIVE_NUMBER.test(word)) {
      const text = listAt(words, index);
      index += text.words - 1;
      bound.push({ name: undefined, value: positionalValue(definition, bound, text.value) });
      continue;
    }
    if (!word.startsWith('--')) {
      throw new UsageError(
        `${definition.verb ?? definition.name}: '${word}' is no option here: options of the short verbs begin with two hyphens.`,
        `Try 'pssession ${definition.verb ?? definition.name} --help', or PowerShell's manner: pssession ${definition.name} ${word} …`,
      );
    }
    const [flag, inline] = splitInline(word);
    const name = flag.slice(2);
    const negated = name.startsWith('no-') ? trySwitch(definition, name.slice(3)) : undefined;
    if (negated !== undefined && inline === undefined) {
      bound.push({ name: negated.name, value: false });
      continue;
    }
    const parameter = findParameter(definition, name.replaceAll('-', ''), flag);
    if (parameter.isSwitch) {
      bound.push({ name: parameter.name, value: inline === undefined ? true : readSwitch(parameter.name, inline) });
      continue;
    }
    let text = inline;
    if (text === undefined) {
      index += 1;
      text = words[index];
    }
    if (text === undefined) throw new UsageError(`${definition.verb ?? definition.name}: --${name} needs a value.`);
    bound.push({ name: parameter.name, value: parameter.isArray ? splitArray(text) : text });
  }
  return mergeRepeated(bound);
}

function trySwitch(definition: CommandDefinition, name: string): KnownParameter | undefined {
  const plain = name.replaceAll('-', '').toLowerCase();
  const parameter = definition.parameters.find((candidate) => candidate.name.toLowerCase() === plain);
  return parameter?.type === 'SwitchParameter' ? known(parameter) : undefined;
}

/** A named array parameter given several times is one array. */
function mergeRepeated(bound: readonly BoundArgument[]): BoundArgument[] {
  const merged: BoundArgument[] = [];
  for (const argument of bound) {
    const at = argument.name === undefined ? -1 : merged.findIndex(({ name }) => name === argument.name);
    const earlier = merged[at];
    if (earlier !== undefined && Array.isArray(earlier.value) && Array.isArray(argument.value)) {
      merged[at] = { name: argument.name, value: [...earlier.value, ...argument.value] };
    } else merged.push(argument);
  }
  return joinPositionals(merged);
}

/** `get a b c`: neighbouring positional words of a command whose first position is an array are one array. */
function joinPositionals(bound: readonly BoundArgument[]): BoundArgument[] {
  const result: BoundArgument[] = [];
  for (const argument of bound) {
    const last = result.at(-1);
    if (
      argument.name === undefined &&
      last?.name === undefined &&
      last !== undefined &&
      Array.isArray(last.value) &&
      Array.isArray(argument.value)
    ) {
      result[result.length - 1] = { name: undefined, value: [...last.value, ...argument.value] };
    } else result.push(argument);
  }
  return result;
}

/** A list may be typed with blanks behind its commas: `server01, server02`. */
function listAt(words: readonly string[], index: number): { readonly value: string; readonly words: number } {
  let value = words[index] ?? '';
  let count = 1;
  for (; value.endsWith(',') && words[index + count] !== undefined; count += 1) value += words[index + count] ?? '';
  return { value, words: count };
}

/** The next positional argument: an array where every set's parameter at that position is one. */
function positionalValue(
  definition: CommandDefinition,
  bound: readonly BoundArgument[],
  text: string,
): string | readonly string[] {
  const position = bound.filter(({ name, value }) => name === undefined && !Array.isArray(value)).length;
  const candidates = definition.parameters.filter((parameter) =>
    Object.values(parameter.sets).some((membership) => membership.position === position),
  );
  // Where a script block may stand too, one word is one value, and a list is known by its comma.
  const others = candidates.filter(({ type }) => type !== 'ScriptBlock');
  const mayBeBlock = others.length < candidates.length;
  const array =
    others.length > 0 && others.every(({ type }) => type.endsWith('[]')) && (!mayBeBlock || /^[^{]*,/.test(text));
  return array ? splitArray(text) : text;
}

function splitArray(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readSwitch(name: string, text: string): boolean {
  const value = text.toLowerCase().replace(/^\$/, '');
  if (value === 'true' || value === '1' || value === 'yes') return true;
  if (value === 'false' || value === '0' || value === 'no') return false;
  throw new UsageError(`-${name} is a switch: it takes $true or $false, not '${text}'.`);
}
