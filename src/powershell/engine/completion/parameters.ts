/** Parameters of a command as completion sees them, and which one a place belongs to. */
import type { Token } from '../../lang/index.js';
import type { ParameterSpec } from '../command-api.js';
import type { CommandEntry } from '../commands/index.js';
import type { ScriptBlockAst } from '../../lang/index.js';
import { ScriptBlock } from '../values/script-block.js';
import type { CompletionItem } from './completion-result.js';

export interface CompletableParameter {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly typeText: string;
  readonly isSwitch: boolean;
  readonly isCommon: boolean;
  readonly positions: readonly number[];
  /** The values that it takes, where these are few. */
  readonly values: readonly string[] | undefined;
  readonly spec: ParameterSpec | undefined;
}

const ACTION = ['SilentlyContinue', 'Stop', 'Continue', 'Inquire', 'Ignore', 'Break'];

const common = (name: string, typeText: string, aliases: string, values?: readonly string[]): CompletableParameter => ({
  name,
  aliases: [aliases],
  typeText,
  isSwitch: typeText === 'switch',
  isCommon: true,
  positions: [],
  values,
  spec: undefined,
});
const COMMON: readonly CompletableParameter[] = [
  common('Debug', 'switch', 'db'),
  common('ErrorAction', 'ActionPreference', 'ea', ACTION),
  common('ErrorVariable', 'string', 'ev'),
  common('InformationAction', 'ActionPreference', 'infa', ACTION),
  common('InformationVariable', 'string', 'iv'),
  common('OutBuffer', 'int', 'ob'),
  common('OutVariable', 'string', 'ov'),
  common('PipelineVariable', 'string', 'pv'),
  common('ProgressAction', 'ActionPreference', 'proga', ACTION),
  common('Verbose', 'switch', 'vb'),
  common('WarningAction', 'ActionPreference', 'wa', ACTION),
  common('WarningVariable', 'string', 'wv'),
];
const SHOULD_PROCESS: readonly CompletableParameter[] = [
  common('Confirm', 'switch', 'cf'),
  common('WhatIf', 'switch', 'wi'),
];

/** PowerShell writes types short: `string[]`, `int`. */
const SHORT: Readonly<Record<string, string>> = {
  String: 'string',
  Int32: 'int',
  Int64: 'long',
  Double: 'double',
  Boolean: 'bool',
  Object: 'Object',
  SwitchParameter: 'switch',
  ScriptBlock: 'scriptblock',
  Hashtable: 'hashtable',
  DateTime: 'datetime',
  PSCredential: 'pscredential',
};
function typeText({ type, enumType }: ParameterSpec): string {
  if (enumType !== undefined) return enumType.split('.').at(-1) ?? enumType;
  const array = type.endsWith('[]');
  const name = (array ? type.slice(0, -2) : type).split('.').at(-1) ?? type;
  return `${SHORT[name] ?? name}${array ? '[]' : ''}`;
}

function fromSpec(spec: ParameterSpec): CompletableParameter {
  const set = spec.validation.find((rule) => rule.rule === 'Set');
  return {
    name: spec.name,
    aliases: spec.aliases,
    typeText: typeText(spec),
    isSwitch: spec.type === 'SwitchParameter',
    isCommon: false,
    positions: Object.values(spec.sets).flatMap(({ position }) => (position === undefined ? [] : [position])),
    values: spec.enumValues === undefined ? set?.values : Object.keys(spec.enumValues),
    spec,
  };
}

/** All that the command takes; undefined for programs and what is not known. */
export function parametersOf(command: CommandEntry): readonly CompletableParameter[] | undefined {
  if (command.spec !== undefined)
    return [
      ...command.spec.parameters.map(fromSpec),
      ...COMMON,
      ...(command.spec.supportsShouldProcess ? SHOULD_PROCESS : []),
    ];
  const block = blockOf(command);
  return block === undefined ? undefined : fromBlock(block);
}

function blockOf(command: CommandEntry): ScriptBlock | undefined {
  const object = command.object as { get?(name: string): unknown } | null;
  const block = object?.get?.('ScriptBlock');
  return block instanceof ScriptBlock ? block : undefined;
}

function fromBlock(block: ScriptBlock): readonly CompletableParameter[] {
  const { code } = block;
  const body: ScriptBlockAst = code.ast;
  const declared = code.parameters ?? body.paramBlock?.parameters ?? [];
  let advanced = (body.paramBlock?.attributes ?? []).some((attribute) => /CmdletBinding/i.test(attribute.extent.text));
  const own = declared.map((parameter, index): CompletableParameter => {
    const texts = parameter.attributes.map((attribute) => attribute.extent.text);
    if (texts.some((text) => /^\[Parameter\b/i.test(text))) advanced = true;
    const type = texts.find((text) => !/\(/.test(text))?.slice(1, -1) ?? 'Object';
    const set = texts.map((text) => /^\[ValidateSet\((.*)\)\]$/is.exec(text)?.[1]).find((text) => text !== undefined);
    const aliases = texts.flatMap((text) => quotedWords(/^\[Alias\((.*)\)\]$/is.exec(text)?.[1]));
    return {
      name: parameter.name.variablePath.userPath,
      aliases,
      typeText: type,
      isSwitch: /^switch$/i.test(type),
      isCommon: false,
      positions: [index],
      values: set === undefined ? undefined : quotedWords(set),
      spec: undefined,
    };
  });
  return advanced ? [...own, ...COMMON] : own;
}
const quotedWords = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/'([^']*)'|"([^"]*)"/g)].map((match) => match[1] ?? match[2] ?? '');

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

/** `-Na` */
export function parameterItems(
  parameters: readonly CompletableParameter[],
  written: string,
  used: ReadonlySet<string>,
): CompletionItem[] {
  const lower = written.toLowerCase();
  return parameters
    .filter(({ name }) => name.toLowerCase().startsWith(lower) && !used.has(name.toLowerCase()))
    .map(({ name, typeText: type }) => ({
      text: `-${name}`,
      label: name,
      kind: 'ParameterName',
      tip: `[${type}] ${name}`,
    }));
}

export interface Bound {
  /** What the next word belongs to. */
  readonly next: CompletableParameter | undefined;
  readonly used: ReadonlySet<string>;
}

/** Goes through the words behind the command's name as the binder will. */
export function bindWords(parameters: readonly CompletableParameter[], words: readonly Token[]): Bound {
  const used = new Set<string>();
  let waiting: CompletableParameter | undefined;
  let position = 0;
  let comma = false;
  let last: CompletableParameter | undefined;
  for (const word of words) {
    if (word.kind === 'Comma') {
      comma = true;
      continue;
    }
    if (word.kind === 'Parameter') {
      const found = findParameter(parameters, word.value);
      if (found !== undefined) used.add(found.name.toLowerCase());
      waiting = found === undefined || (found.isSwitch && !word.usedColon) ? undefined : found;
      last = waiting;
      comma = false;
      continue;
    }
    if (comma) {
      comma = false;
      continue;
    }
    if (waiting !== undefined) waiting = undefined;
    else {
      last = atPosition(parameters, position, used);
      position += 1;
    }
  }
  if (comma && last !== undefined) return { next: last, used };
  return { next: waiting ?? atPosition(parameters, position, used), used };
}

function atPosition(
  parameters: readonly CompletableParameter[],
  position: number,
  used: ReadonlySet<string>,
): CompletableParameter | undefined {
  const places = [...new Set(parameters.flatMap(({ positions }) => positions))].toSorted((a, b) => a - b);
  const place = places[position];
  return place === undefined
    ? undefined
    : parameters.find(({ positions, name }) => positions.includes(place) && !used.has(name.toLowerCase()));
}
