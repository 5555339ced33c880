/** The text of Get-Help: PowerShell's sections, in its order, out of a command's definition. */
import type { CommandHelp, CommandSpec, ParameterSetSpec, ParameterSpec } from '../../command-api.js';
import { ACCELERATORS } from '../../values/types.js';
import { linkParts, type HelpFacts, type ParameterFacts } from './help-object.js';

export type HelpDepth = 'short' | 'detailed' | 'full' | 'examples';

const INDENT = '    ';

/** Text as paragraphs of a section: its lines break where they are shown. */
export const indented = (text: string, indent = INDENT): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
/** The lines of a page, those that are too long broken between words, each part indented as its line is. */
export function fitted(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => (line.length > width ? brokenLine(line, width) : [line]))
    .join('\n');
}
function brokenLine(whole: string, width: number): string[] {
  const indent = /^ */.exec(whole)?.[0] ?? '';
  const lines: string[] = [];
  let line = '';
  for (const word of whole.slice(indent.length).split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(indent + line);
  return lines;
}

const section = (title: string, ...bodies: readonly string[]): string[] =>
  bodies.some((body) => body !== '') ? [title, ...bodies, ''] : [];

const specIn = (parameter: ParameterSpec, set: string): ParameterSetSpec | undefined =>
  parameter.sets[set] ?? parameter.sets['__AllParameterSets'] ?? parameter.sets['*'];

const shortType = (parameter: ParameterSpec): string => {
  const type = parameter.type === 'Enum' ? (parameter.enumType ?? 'Enum') : parameter.type;
  return type.slice(type.lastIndexOf('.') + 1);
};

/** What may be piped into a command by value: what its help says, else the types of the parameters that take it. */
function inputTypes({ help, parameters }: CommandSpec): readonly string[] {
  if (help?.inputs !== undefined) return [help.inputs];
  const taking = parameters.filter(({ sets }) => Object.values(sets).some(({ byValue }) => byValue));
  return [
    ...new Set(
      taking.map(({ type, enumType }) => {
        const name = (type === 'Enum' ? (enumType ?? type) : type).replace(/\[\]$/, '');
        return name.includes('.') ? name : (ACCELERATORS[name.toLowerCase()] ?? `System.${name}`);
      }),
    ),
  ];
}

/** One line of syntax for each parameter set, in PowerShell's notation. */
export function syntaxLines(spec: CommandSpec): string[] {
  return spec.sets.map((set) => {
    const members = spec.parameters.flatMap((parameter) => {
      const membership = specIn(parameter, set);
      return membership === undefined ? [] : [{ parameter, membership }];
    });
    const rank = ({ membership: { mandatory, position } }: (typeof members)[number]): number =>
      position === undefined ? (mandatory ? 1000 : 2000) : position;
    const words = members
      .toSorted((a, b) => rank(a) - rank(b))
      .map(({ parameter, membership }) => {
        const name = membership.position === undefined ? `-${parameter.name}` : `[-${parameter.name}]`;
        if (parameter.type === 'SwitchParameter') return membership.mandatory ? name : `[-${parameter.name}]`;
        const text = `${name} <${shortType(parameter)}>`;
        return membership.mandatory ? text : `[${text}]`;
      });
    const common = spec.supportsShouldProcess ? ['[-WhatIf]', '[-Confirm]'] : [];
    return [spec.name, ...words, ...common, '[<CommonParameters>]'].join(' ');
  });
}

const yesNo = (value: boolean): string => (value ? 'true' : 'false');

/** All that help tells of a built-in command. */
export function commandFacts(spec: CommandSpec): Omit<HelpFacts, 'shown' | 'view'> {
  const { help = {} } = spec;
  const all = spec.parameters.map((parameter) => commandParameterFacts(spec, parameter));
  return {
    name: spec.name,
    category: 'Cmdlet',
    module: spec.module ?? '',
    synopsis: spec.synopsis ?? '',
    description: help.description ?? spec.synopsis,
    component: '',
    role: '',
    functionality: '',
    syntax: syntaxLines(spec).map((line, index) => ({
      line,
      parameters: spec.parameters.flatMap((parameter, at) => {
        const facts = all[at];
        return facts === undefined || specIn(parameter, spec.sets[index] ?? '') === undefined ? [] : [facts];
      }),
    })),
    parameters: all,
    inputs: inputTypes(spec),
    outputs: spec.outputType === undefined ? [] : spec.outputType.split(',').map((name) => name.trim()),
    notes: help.notes === undefined || help.notes.length === 0 ? undefined : help.notes.join('\n'),
    examples: (help.examples ?? []).map(({ title, code, remarks }, index) => ({
      title: exampleTitle(index, title),
      introduction: 'PS> ',
      code,
      remarks,
    })),
    links: (help.relatedLinks ?? []).map(linkParts),
    bare: false,
  };
}
const exampleTitle = (index: number, title: string): string =>
  `-------------------------- Example ${index + 1}${title === '' ? '' : `: ${title}`} --------------------------`;

export function commandParameterFacts(spec: CommandSpec, parameter: ParameterSpec): ParameterFacts {
  const help = spec.help?.parameters?.[parameter.name];
  const memberships = Object.values(parameter.sets);
  const position = memberships.find((one) => one.position !== undefined)?.position;
  const ways = [
    ...(memberships.some(({ byValue }) => byValue) ? ['ByValue'] : []),
    ...(memberships.some(({ byPropertyName }) => byPropertyName) ? ['ByPropertyName'] : []),
  ];
  const isSwitch = parameter.type === 'SwitchParameter';
  const sets = Object.keys(parameter.sets);
  return {
    name: parameter.name,
    type: shortType(parameter),
    isSwitch,
    text: help?.text ?? '',
    defaultValue: help?.defaultValue ?? (isSwitch ? 'False' : 'None'),
    required: memberships.some(({ mandatory }) => mandatory),
    position: position === undefined ? 'named' : String(position),
    pipeline: ways.length === 0 ? 'false' : `true (${ways.join(', ')})`,
    wildcards: help?.wildcards ?? false,
    choices: [],
    aliases: parameter.aliases,
    sets: sets.includes('__AllParameterSets') || sets.includes('*') ? '(All)' : sets.join(', '),
    shown: parameterHelp(spec, parameter),
  };
}

/** What -Parameter shows, and -Full for every parameter. */
export function parameterHelp(spec: CommandSpec, parameter: ParameterSpec): string {
  const help = spec.help?.parameters?.[parameter.name];
  const memberships = Object.values(parameter.sets);
  const mandatory = memberships.some((one) => one.mandatory);
  const position = memberships.find((one) => one.position !== undefined)?.position;
  const byName = memberships.some(({ byPropertyName }) => byPropertyName);
  const byValue = memberships.some((one) => one.byValue);
  const pipeline = [...(byValue ? ['ByValue'] : []), ...(byName ? ['ByPropertyName'] : [])];
  const sets = Object.keys(parameter.sets);
  const rows: readonly (readonly [string, string])[] = [
    ['Required?', yesNo(mandatory)],
    ['Position?', position === undefined ? 'named' : String(position)],
    ['Default value', help?.defaultValue ?? (parameter.type === 'SwitchParameter' ? 'False' : 'None')],
    ['Accept pipeline input?', pipeline.length === 0 ? 'false' : `true (${pipeline.join(', ')})`],
    ['Parameter set name', sets.some((set) => set === '__AllParameterSets' || set === '*') ? '(All)' : sets.join(', ')],
    ['Aliases', parameter.aliases.length === 0 ? 'None' : parameter.aliases.join(', ')],
    ['Accept wildcard characters?', yesNo(help?.wildcards ?? false)],
    ...(parameter.type === 'Enum' ? [['Values', Object.keys(parameter.enumValues ?? {}).join(', ')] as const] : []),
  ];
  const head =
    parameter.type === 'SwitchParameter' ? `-${parameter.name}` : `-${parameter.name} <${shortType(parameter)}>`;
  return [
    head,
    ...(help === undefined ? [] : [indented(help.text)]),
    '',
    ...rows.map(([label, value]) => `${INDENT}${label.padEnd(29)}${value}`),
    '',
  ].join('\n');
}

const exampleText = (help: CommandHelp): string[] =>
  (help.examples ?? []).flatMap(({ title, code, remarks }, index) => [
    INDENT + exampleTitle(index, title),
    '',
    `${INDENT}PS> ${code}`,
    '',
    ...(remarks === '' ? [] : [indented(remarks), '']),
  ]);

export function commandHelpText(spec: CommandSpec, depth: HelpDepth): string {
  const { help = {} } = spec;
  const synopsis = section('SYNOPSIS', indented(spec.synopsis ?? ''));
  const name = section('NAME', `${INDENT}${spec.name}`);
  if (depth === 'examples') return [...name, ...synopsis, ...exampleText(help)].join('\n');
  const parameters = spec.parameters.map((one) =>
    depth === 'full'
      ? indented(parameterHelp(spec, one))
      : `${INDENT}-${one.name} <${shortType(one)}>\n${indented(help.parameters?.[one.name]?.text ?? '', INDENT + INDENT)}\n`,
  );
  const common = `${INDENT}<CommonParameters>\n${indented(
    'This command supports the common parameters: Verbose, Debug, ErrorAction, ErrorVariable, WarningAction, WarningVariable, InformationAction, InformationVariable, OutBuffer, PipelineVariable and OutVariable.',
    INDENT + INDENT,
  )}`;
  const more = depth === 'short' ? [] : section('PARAMETERS', ...parameters, common);
  return [
    ...name,
    ...synopsis,
    ...section('SYNTAX', ...syntaxLines(spec).flatMap((line) => [indented(line), ''])),
    ...section('ALIASES', ...spec.aliases.map((alias) => INDENT + alias)),
    ...section('DESCRIPTION', indented(help.description ?? spec.synopsis ?? '')),
    ...more,
    ...(depth === 'full'
      ? [
          ...section('INPUTS', indented(inputTypes(spec).join('\n') || 'None')),
          ...section('OUTPUTS', indented(spec.outputType ?? 'None')),
          ...section('NOTES', ...(help.notes ?? []).flatMap((note) => [indented(note), ''])),
        ]
      : []),
    ...(depth === 'short' ? [] : exampleText(help)),
    ...section('RELATED LINKS', ...(help.relatedLinks ?? []).map((link) => INDENT + link)),
    ...(depth === 'short'
      ? section(
          'REMARKS',
          indented(
            `For examples: Get-Help ${spec.name} -Examples. For everything: Get-Help ${spec.name} -Full. For one parameter: Get-Help ${spec.name} -Parameter <name>.`,
          ),
        )
      : []),
  ].join('\n');
}
