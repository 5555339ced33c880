/**
 * Get-Help of functions and scripts: their comment-based help, or their syntax alone, in PowerShell's own layout. Lines
 * that look empty hold four blanks there.
 */
import {
  commentHelp,
  findAll,
  parseInput,
  type CommentHelp,
  type FunctionDefinitionAst,
  type ScriptBlockAst,
} from '../../../lang/index.js';
import { ALL_SETS, type ParameterInfo, type Signature } from '../../runtime/command-signature.js';
import { setSyntax, shortType } from '../../runtime/parameter-metadata.js';
import type { ScriptBlock } from '../../values/script-block.js';
import { BOOLEAN, clrText, OBJECT, SWITCH } from '../../values/types.js';
import {
  commentLinks,
  linkLine,
  type ExampleFacts,
  type HelpFacts,
  type HelpLink,
  type ParameterFacts,
} from './help-object.js';
import { isNumeric, toText } from '../../conversion.js';
import { defaultOf } from '../../runtime/members.js';
import { indented, type HelpDepth } from './help-text.js';
import type { MamlHelp } from './maml-help.js';

const INDENT = '    ';
const BLANK = INDENT;

type Parsed = ReturnType<typeof parseInput>;
/** A module's functions share their file's text: it is parsed once. */
const parsedTexts = new WeakMap<object, Parsed>();

/** The comments that describe a function or a script; undefined when there are none. */
export function commentsOf(block: ScriptBlock): CommentHelp | undefined {
  const { ast } = block.code;
  const { source } = ast.extent;
  const parsed = parsedTexts.get(source) ?? parseInput(source.text);
  parsedTexts.set(source, parsed);
  const { startOffset } = ast.extent;
  const [definition] = findAll(
    parsed.ast,
    (one) => one.kind === 'FunctionDefinitionAst' && one.body.extent.startOffset === startOffset,
  );
  if (definition !== undefined) return commentHelp(definition as FunctionDefinitionAst, parsed.tokens);
  const [bare] = findAll(parsed.ast, (one) => one.kind === 'ScriptBlockAst' && one.extent.startOffset === startOffset);
  return bare === undefined ? undefined : commentHelp(bare as ScriptBlockAst, parsed.tokens);
}

const typeName = (info: ParameterInfo): string => (info.type === undefined ? 'Object' : info.type.name);
/** Help tells of -WhatIf and -Confirm where a command has them; the other common parameters have a page of their own. */
const TOLD = new Set(['WhatIf', 'Confirm']);
const own = (signature: Signature): readonly ParameterInfo[] =>
  signature.parameters.filter(({ common, name }) => common !== true || TOLD.has(name));

/** In the order of the declaration, as help files have it. */
function syntaxLine(signature: Signature, set: string): string {
  const words = own(signature).flatMap((info) => {
    const spec = info.sets.get(set) ?? info.sets.get(ALL_SETS);
    if (spec === undefined) return [];
    if (info.type === SWITCH) return [spec.mandatory ? `-${info.name}` : `[-${info.name}]`];
    const name = spec.position === undefined ? `-${info.name}` : `[-${info.name}]`;
    const choices = enumNames(info);
    const value = choices.length === 0 ? `<${typeName(info)}>` : `{${choices.join(' | ')}}`;
    return [spec.mandatory ? `${name} ${value}` : `[${name} ${value}]`];
  });
  return [signature.commandName, ...words, '[<CommonParameters>]'].join(' ');
}

const enumNames = ({ type }: ParameterInfo): readonly string[] =>
  type?.kind === 'enum' ? [...(type.enumValues?.keys() ?? [])] : [];
/** What `[PSDefaultValue(…)]` says of the default: its words, else its value. */
function toldDefault(info: ParameterInfo): string | undefined {
  const found = info.attributes?.().find(({ name }) => /^PSDefaultValue(?:Attribute)?$/i.test(name));
  if (found === undefined) return undefined;
  const { Help: words, Value: value } = found.properties;
  const told = toText(words ?? null);
  return told === '' ? toText(value ?? null) : told;
}
/** What a parameter without a value is: a number is 0, a Boolean false. */
function unsetText({ type }: ParameterInfo): string {
  if (type === BOOLEAN) return 'False';
  return type !== undefined && !type.isEnum && isNumeric(defaultOf(type)) ? '0' : '';
}
/** What help tells of a parameter: of its comment, or of its declaration alone. */
export function parameterFacts(
  info: ParameterInfo,
  help: (CommentHelp & Partial<MamlHelp>) | undefined,
  defaultText: string,
  only?: string,
): ParameterFacts {
  const memberships = only === undefined ? [...info.sets.values()] : [info.sets.get(only) ?? info.sets.get(ALL_SETS)];
  const given = memberships.filter((one) => one !== undefined);
  const position = given.find((one) => one.position !== undefined)?.position;
  const ways = [
    ...(given.some(({ byValue }) => byValue) ? ['ByValue'] : []),
    ...(given.some(({ byPropertyName }) => byPropertyName) ? ['ByPropertyName'] : []),
  ];
  const isSwitch = info.type === SWITCH;
  const bare = help === undefined;
  // Help files count positions from one, definitions from zero.
  const place = position === undefined ? (bare ? 'Named' : 'named') : String(bare ? position : position + 1);
  const sets = [...info.sets.keys()].filter((set) => set !== ALL_SETS);
  const facts = {
    name: info.name,
    type: bare ? shortType(info.type ?? OBJECT) : typeName(info),
    isSwitch,
    text: (help === undefined ? given[0]?.helpMessage : help.parameters.get(info.name.toUpperCase())?.trimEnd()) ?? '',
    defaultValue: isSwitch
      ? info.common === true
        ? ''
        : 'False'
      : (toldDefault(info) ?? (defaultText === '' ? unsetText(info) : defaultText)),
    required: given.some(({ mandatory }) => mandatory),
    position: place,
    pipeline: ways.length === 0 ? 'false' : `true (${ways.join(', ')})`,
    wildcards: info.attributes?.().some(({ name }) => /^SupportsWildcards(?:Attribute)?$/i.test(name)) === true,
    choices: bare ? [] : enumNames(info),
    aliases: bare ? info.aliases : [],
    sets: sets.length === 0 ? '(All)' : sets.join(', '),
    ...help?.told?.get(info.name.toUpperCase()),
  };
  return { ...facts, shown: ['', ...parameterLines(facts, bare, true), '', ''].join('\n') };
}
/** `-Name <String>`, its text, and with `rows` what -Full and -Parameter tell. */
function parameterLines(facts: Omit<ParameterFacts, 'shown'>, bare: boolean, rows: boolean): string[] {
  const { name, type, isSwitch, text } = facts;
  const table: readonly (readonly [string, string])[] = bare
    ? [
        ['Required?', String(facts.required)],
        ['Position?', facts.position],
        ['Accept pipeline input?', facts.pipeline],
        ['Parameter set name', facts.sets],
        ['Aliases', facts.aliases.length === 0 ? 'None' : facts.aliases.join(', ')],
        ['Dynamic?', 'false'],
        ['Accept wildcard characters?', 'false'],
      ]
    : [
        ['Required?', String(facts.required)],
        ['Position?', facts.position],
        ['Default value', facts.defaultValue],
        ['Accept pipeline input?', facts.pipeline],
        ['Aliases', ''],
        ['Accept wildcard characters?', String(facts.wildcards)],
      ];
  return [
    isSwitch
      ? bare
        ? `-${name}`
        : `-${name} [<SwitchParameter>]`
      : facts.choices.length > 0
        ? `-${name}`
        : `-${name} <${type}>`,
    ...(text === '' ? [] : indented(text).split('\n')),
    BLANK,
    ...(rows ? [...table.map(([label, value]) => `${INDENT}${label.padEnd(29)}${value}`), BLANK] : []),
  ];
}
const COMMON = [
  '<CommonParameters>',
  '    This cmdlet supports the common parameters: Verbose, Debug,',
  '    ErrorAction, ErrorVariable, WarningAction, WarningVariable,',
  '    OutBuffer, PipelineVariable, and OutVariable. For more information, see',
  '    about_CommonParameters (https://go.microsoft.com/fwlink/?LinkID=113216). ',
];

/** Up to the first `>` of the first line, whatever stands there. */
const PROMPT = /^.*?>/;
/** The lines up to the first blank one are the code, the others tell of it. */
function exampleFacts(help: CommentHelp & Partial<MamlHelp>): readonly ExampleFacts[] {
  if (help.exampleFacts !== undefined) return help.exampleFacts;
  return help.examples.map((example, index) => {
    const [first = '', ...others] = example.trimEnd().split('\n');
    const prompt = PROMPT.exec(first)?.[0];
    const lines = [first.slice(prompt?.length ?? 0).trim(), ...others];
    const end = lines.findIndex((line) => line.trim() === '');
    return {
      title: `-------------------------- EXAMPLE ${index + 1} --------------------------`,
      introduction: prompt ?? 'PS > ',
      code: lines.slice(0, end < 0 ? undefined : end).join('\n'),
      remarks: end < 0 ? '' : lines.slice(end + 1).join('\n'),
    };
  });
}
const linksOf = (help: (CommentHelp & Partial<MamlHelp>) | undefined): readonly HelpLink[] =>
  help?.mamlLinks ?? commentLinks(help?.links ?? []);
const exampleLines = (help: CommentHelp & Partial<MamlHelp>): string[] =>
  exampleFacts(help).flatMap(({ title, introduction, code, remarks }) => [
    INDENT + title,
    BLANK,
    ...`${introduction}${code}`.split('\n').map((line) => INDENT + line),
    BLANK,
    ...(remarks === '' ? [BLANK] : remarks.split('\n').map((line) => INDENT + line)),
    // In a file it is the writer who makes room.
    ...Array.from({ length: help.exampleFacts === undefined ? 4 : 0 }, () => BLANK),
  ]);

/** Without common parameters the line ends in a blank, as PowerShell's does. */
const bareSyntax = (signature: Signature, set: string): string => {
  const line = setSyntax(signature, set, true);
  return signature.simple && line !== '' ? `${line} ` : line;
};

/** All that help tells of a function or script. */
export function functionFacts(
  signature: Signature,
  help: CommentHelp | undefined,
  defaults: ReadonlyMap<string, string>,
): Omit<HelpFacts, 'shown' | 'view' | 'category' | 'module' | 'name'> {
  const facts = (info: ParameterInfo, only?: string): ParameterFacts =>
    parameterFacts(info, help, defaults.get(info.name) ?? '', only);
  const lines = signature.setNames.map((set) =>
    help === undefined ? `${signature.commandName} ${bareSyntax(signature, set)}` : syntaxLine(signature, set),
  );
  return {
    synopsis: help === undefined ? `\n${lines.join('\n\n')}\n` : (help.synopsis?.trim() ?? ''),
    description: help?.description?.trimEnd(),
    component: help?.component?.trim() ?? '',
    role: help?.role?.trim() ?? '',
    functionality: help?.functionality?.trim() ?? '',
    syntax: signature.setNames.map((set, index) => ({
      line: lines[index] ?? '',
      parameters: own(signature)
        .filter(({ sets }) => sets.has(set) || sets.has(ALL_SETS))
        .map((info) => facts(info, set)),
    })),
    parameters: own(signature).map((info) => facts(info)),
    inputs: help?.inputs.map((text) => text.trimEnd()) ?? [],
    outputs: help?.outputs.map((text) => text.trimEnd()) ?? [],
    notes: help?.notes?.trimEnd(),
    examples: help === undefined ? [] : exampleFacts(help),
    links: linksOf(help),
    bare: help === undefined,
  };
}

/** Of a definition without comments: its syntax, what it takes, and with `full` what it gives. */
function bareHelpText(
  signature: Signature,
  depth: HelpDepth,
  aliases: readonly string[],
  outputs: readonly string[],
): string {
  const name = signature.commandName;
  const isFull = depth === 'full';
  const lines = ['', 'NAME', INDENT + name];
  if (depth === 'examples') lines.push('');
  else {
    lines.push(
      BLANK,
      'SYNTAX',
      ...signature.setNames.flatMap((set) => [`${INDENT}${name} ${bareSyntax(signature, set)}`, BLANK]),
    );
    if (depth === 'short') lines.push('');
    else {
      const parameters = own(signature);
      lines.push(BLANK, 'PARAMETERS');
      for (const info of parameters) {
        const [head = '', ...rows] = parameterLines(parameterFacts(info, undefined, ''), true, true);
        lines.push(INDENT + head, ...(isFull ? rows.map((row) => INDENT + row) : [BLANK]));
      }
      if (!signature.simple) lines.push(...COMMON.map((line) => INDENT + line), BLANK);
      else if (parameters.length === 0) lines.push(`${INDENT}None`, BLANK);
      if (!isFull) lines.push('');
      else {
        const section = (title: string, values: readonly string[]): void =>
          void lines.push(title, ...values.map((value) => INDENT + value));
        const inputs = parameters.filter(({ sets }) =>
          [...sets.values()].some(({ byValue, byPropertyName }) => byValue || byPropertyName),
        );
        const types = [...new Set(inputs.map(({ type }) => clrText(type ?? OBJECT)))];
        lines.push(BLANK);
        section('INPUTS', types.length === 0 ? ['None'] : types);
        lines.push(BLANK, BLANK);
        section('OUTPUTS', outputs.length === 0 ? ['System.Object'] : outputs);
        lines.push(BLANK, ...(outputs.length === 0 ? [] : [BLANK]));
      }
    }
  }
  return [
    ...lines,
    'ALIASES',
    ...(aliases.length === 0 ? [`${INDENT}None`] : aliases.map((alias) => INDENT + alias)),
    BLANK,
    '',
    'REMARKS',
    `${INDENT}None`,
    '',
    '',
  ].join('\n');
}

/**
 * @param defaults texts of the parameters' default values, by name.
 * @param aliases names that mean the command.
 * @param outputs the types that it declares to give.
 */
export function functionHelpText(
  signature: Signature,
  help: CommentHelp | undefined,
  depth: HelpDepth,
  defaults: ReadonlyMap<string, string>,
  aliases: readonly string[],
  outputs: readonly string[],
): string {
  const name = signature.commandName;
  if (help === undefined) return bareHelpText(signature, depth, aliases, outputs);
  const body = (value: string | undefined): string[] =>
    indented((value ?? '').trimEnd())
      .split('\n')
      .map((line) => (line === '' ? BLANK : line));
  const lines = ['', 'NAME', INDENT + name, BLANK, 'SYNOPSIS', ...body(help.synopsis), BLANK, BLANK];
  if (depth === 'examples') return [...lines, ...exampleLines(help), '', ''].join('\n');
  lines.push('SYNTAX');
  for (const set of signature.setNames) lines.push(...body(syntaxLine(signature, set)), BLANK);
  lines.push(BLANK, 'DESCRIPTION', ...body(help.description), ...(help.description === undefined ? [] : [BLANK]), '');
  if (depth !== 'short') {
    lines.push('PARAMETERS');
    const parameters = own(signature).flatMap((info) =>
      parameterLines(parameterFacts(info, help, defaults.get(info.name) ?? ''), false, depth === 'full'),
    );
    for (const line of [...parameters, ...COMMON]) lines.push(INDENT + line);
    lines.push(BLANK);
  }
  if (depth === 'full') {
    for (const [title, values] of [
      ['INPUTS', help.inputs],
      ['OUTPUTS', help.outputs],
    ] as const)
      lines.push(title, ...(values.length === 0 ? [BLANK] : [...values.flatMap((value) => body(value)), BLANK, BLANK]));
    if (help.notes !== undefined)
      lines.push('NOTES', BLANK, BLANK, ...body(help.notes).map((line) => INDENT + line), BLANK);
  }
  if (depth !== 'short') lines.push(...exampleLines(help));
  if (depth === 'full') lines.push(BLANK);
  if (depth !== 'detailed')
    lines.push(
      'RELATED LINKS',
      ...linksOf(help).flatMap((link) =>
        indented(linkLine(link))
          .split('\n')
          .map((line) => (line === '' ? BLANK : line)),
      ),
      '',
      ...(depth === 'full' ? [''] : []),
    );
  if (depth !== 'full')
    lines.push(
      'REMARKS',
      `${INDENT}To see the examples, type: "Get-Help ${name} -Examples"`,
      `${INDENT}For more information, type: "Get-Help ${name} -Detailed"`,
      `${INDENT}For technical information, type: "Get-Help ${name} -Full"`,
      ...(linksOf(help).length === 0 ? [''] : [`${INDENT}For online help, type: "Get-Help ${name} -Online"`]),
      '',
    );
  return lines.join('\n');
}
