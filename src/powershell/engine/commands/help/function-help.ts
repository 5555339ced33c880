/**
 * Get-Help of functions and scripts: their comment-based help, or their syntax alone, in PowerShell's own layout. Lines
 * that look empty hold four blanks there.
 */
import { commentHelp, findAll, parseInput, type CommentHelp, type FunctionDefinitionAst } from '../../../lang/index.js';
import type { ParameterSetSpec } from '../../command-api.js';
import type { ParameterInfo, Signature } from '../../runtime/command-signature.js';
import { ALL_SETS } from '../../runtime/command-signature.js';
import { setSyntax } from '../../runtime/parameter-metadata.js';
import type { ScriptBlock } from '../../values/script-block.js';
import { SWITCH } from '../../values/types.js';
import { wrap, type HelpDepth } from './help-text.js';

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
  return startOffset === 0 ? commentHelp(parsed.ast, parsed.tokens) : undefined;
}

const typeName = (info: ParameterInfo): string => (info.type === undefined ? 'Object' : info.type.name);
const own = (signature: Signature): readonly ParameterInfo[] =>
  signature.parameters.filter(({ common }) => common !== true);

function syntaxLine(signature: Signature, set: string): string {
  const members = own(signature).flatMap((info) => {
    const spec = info.sets.get(set) ?? info.sets.get(ALL_SETS);
    return spec === undefined ? [] : [{ info, spec }];
  });
  const rank = ({ position, mandatory }: ParameterSetSpec): number => position ?? (mandatory ? 1e6 : 2e6);
  const words = members
    .toSorted((a, b) => rank(a.spec) - rank(b.spec))
    .map(({ info, spec }) => {
      if (info.type === SWITCH) return spec.mandatory ? `-${info.name}` : `[-${info.name}]`;
      const name = spec.position === undefined ? `-${info.name}` : `[-${info.name}]`;
      return spec.mandatory ? `${name} <${typeName(info)}>` : `[${name} <${typeName(info)}>]`;
    });
  const has = (name: string): boolean =>
    signature.parameters.some((info) => info.common === true && info.name === name);
  if (has('WhatIf')) words.push('[-WhatIf]', '[-Confirm]');
  if (!signature.simple) words.push('[<CommonParameters>]');
  return [signature.commandName, ...words].join(' ');
}

/** `-Name <String>`, its text, and with `facts` the rows of -Full and -Parameter. */
export function functionParameterHelp(
  info: ParameterInfo,
  help: CommentHelp | undefined,
  defaultText: string,
  facts: boolean,
): string[] {
  const memberships = [...info.sets.values()];
  const position = memberships.find((one) => one.position !== undefined)?.position;
  const ways = [
    ...(memberships.some(({ byValue }) => byValue) ? ['ByValue'] : []),
    ...(memberships.some(({ byPropertyName }) => byPropertyName) ? ['ByPropertyName'] : []),
  ];
  const text = help?.parameters.get(info.name.toUpperCase())?.trimEnd() ?? '';
  const head = info.type === SWITCH ? `-${info.name} [<SwitchParameter>]` : `-${info.name} <${typeName(info)}>`;
  const rows: readonly (readonly [string, string])[] = [
    ['Required?', String(memberships.some(({ mandatory }) => mandatory))],
    ['Position?', position === undefined ? 'named' : String(position + 1)],
    ['Default value', info.type === SWITCH ? 'False' : defaultText],
    ['Accept pipeline input?', ways.length === 0 ? 'false' : `true (${ways.join(', ')})`],
    ['Aliases', info.aliases.join(', ')],
    ['Accept wildcard characters?', 'false'],
  ];
  return [
    head,
    ...(text === '' ? [] : wrap(text).split('\n')),
    BLANK,
    ...(facts ? [...rows.map(([label, value]) => `${INDENT}${label.padEnd(29)}${value}`), BLANK] : []),
  ];
}
const COMMON = [
  '<CommonParameters>',
  '    This cmdlet supports the common parameters: Verbose, Debug,',
  '    ErrorAction, ErrorVariable, WarningAction, WarningVariable,',
  '    OutBuffer, PipelineVariable, and OutVariable. For more information, see',
  '    about_CommonParameters (https://go.microsoft.com/fwlink/?LinkID=113216). ',
];

function exampleLines(help: CommentHelp): string[] {
  return help.examples.flatMap((example, index) => {
    const [code = '', ...remarks] = example.trimEnd().split('\n');
    const prompt = /^(?:PS ?[^>]*>|C:\\>)\s*/i.exec(code)?.[0];
    const shown = prompt === undefined ? `PS > ${code}` : `PS>${code.slice(prompt.length)}`;
    return [
      `${INDENT}-------------------------- EXAMPLE ${index + 1} --------------------------`,
      BLANK,
      INDENT + shown,
      ...remarks.map((line) => INDENT + line),
      BLANK,
      BLANK,
      BLANK,
      BLANK,
    ];
  });
}

/**
 * @param defaults texts of the parameters' default values, by name.
 * @param aliases names that mean the command.
 */
export function functionHelpText(
  signature: Signature,
  help: CommentHelp | undefined,
  depth: HelpDepth,
  defaults: ReadonlyMap<string, string>,
  aliases: readonly string[],
): string {
  const name = signature.commandName;
  if (help === undefined)
    return [
      '',
      'NAME',
      INDENT + name,
      BLANK,
      'SYNTAX',
      ...signature.setNames.flatMap((set) => [`${INDENT}${name} ${setSyntax(signature, set, true)}`, BLANK]),
      '',
      'ALIASES',
      ...(aliases.length === 0 ? [`${INDENT}None`] : aliases.map((alias) => INDENT + alias)),
      BLANK,
      '',
      'REMARKS',
      `${INDENT}None`,
      '',
    ].join('\n');
  const indented = (value: string | undefined): string[] =>
    wrap((value ?? '').trimEnd())
      .split('\n')
      .map((line) => (line === '' ? BLANK : line));
  const lines = ['', 'NAME', INDENT + name, BLANK, 'SYNOPSIS', ...indented(help.synopsis), BLANK, BLANK];
  if (depth === 'examples') return [...lines, ...exampleLines(help), ''].join('\n');
  lines.push('SYNTAX');
  for (const set of signature.setNames) lines.push(...indented(syntaxLine(signature, set)), BLANK);
  lines.push(BLANK, 'DESCRIPTION', ...indented(help.description), BLANK, '');
  if (depth !== 'short') {
    lines.push('PARAMETERS');
    const parameters = own(signature).flatMap((info) =>
      functionParameterHelp(info, help, defaults.get(info.name) ?? '', depth === 'full'),
    );
    for (const line of signature.simple ? parameters : [...parameters, ...COMMON]) lines.push(INDENT + line);
    lines.push(BLANK);
  }
  if (depth === 'full') {
    for (const [title, values] of [
      ['INPUTS', help.inputs],
      ['OUTPUTS', help.outputs],
    ] as const)
      lines.push(title, ...(values.length === 0 ? [BLANK] : values.flatMap((value) => indented(value))), BLANK, BLANK);
    if (help.notes !== undefined)
      lines.push('NOTES', BLANK, BLANK, ...indented(help.notes).map((line) => INDENT + line), BLANK);
  }
  if (depth !== 'short') lines.push(...exampleLines(help));
  if (depth !== 'detailed' && help.links.length > 0)
    lines.push('RELATED LINKS', ...help.links.map((link) => INDENT + link), '');
  if (depth !== 'full')
    lines.push(
      'REMARKS',
      `${INDENT}To see the examples, type: "Get-Help ${name} -Examples"`,
      `${INDENT}For more information, type: "Get-Help ${name} -Detailed"`,
      `${INDENT}For technical information, type: "Get-Help ${name} -Full"`,
      ...(help.links.some((link) => /^https?:/i.test(link))
        ? [`${INDENT}For online help, type: "Get-Help ${name} -Online"`]
        : []),
      '',
    );
  return lines.join('\n');
}
