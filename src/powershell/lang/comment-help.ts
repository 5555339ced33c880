/**
 * Comment-based help: the block of comments with `.SYNOPSIS` and its kin before a function, at its beginning or its end,
 * or in a script by itself. What counts as one block, and how near it must stand, is PowerShell's.
 */
import type { FunctionDefinitionAst, ParameterAst, ScriptBlockAst } from './ast.js';
import type { Token } from './token.js';

/** Sections as `CommentHelpInfo` has them; texts end with a line feed where PowerShell's do. */
export interface CommentHelp {
  readonly synopsis: string | undefined;
  readonly description: string | undefined;
  readonly notes: string | undefined;
  readonly component: string | undefined;
  readonly role: string | undefined;
  readonly functionality: string | undefined;
  readonly forwardHelpTargetName: string | undefined;
  readonly forwardHelpCategory: string | undefined;
  readonly remoteHelpRunspace: string | undefined;
  readonly mamlHelpFile: string | undefined;
  /** By name in upper case. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly examples: readonly string[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly links: readonly string[];
}

const DIRECTIVE = /^\s*\.(\w+)(\s+(\S.*))?\s*$/;
const BLANK = /^\s*$/;
/** Lines that a block may stand before what it describes. */
const PROXIMITY = 2;

/**
 * The help of a function, or of a whole script. Parameters without a section of their own are described by the comments
 * around their declaration, as `Get-Help` shows them (`GetHelpContent` leaves those out).
 * @param tokens of the whole text that the node comes from.
 */
export function commentHelp(
  ast: FunctionDefinitionAst | ScriptBlockAst,
  tokens: readonly Token[],
): CommentHelp | undefined {
  const isFunction = ast.kind === 'FunctionDefinitionAst';
  const body = isFunction ? ast.body : ast;
  const isBlock = isFunction || body.extent.text.startsWith('{');
  const first = isBlock ? firstToken(tokens, ast.extent.startOffset, 0) : 0;
  let last = tokens.length - 1;
  let start = 0;
  if (isFunction) {
    const before = help(precedingBlock(tokens, first, PROXIMITY), ast, tokens, first);
    if (before !== undefined) return before;
  }
  if (isBlock) {
    start = firstToken(tokens, body.extent.startOffset, first) + 1;
    last = firstToken(tokens, ast.extent.endOffset, start) - 1;
  }
  for (;;) {
    const block = commentBlock(tokens, start);
    if (block.comments.length === 0) break;
    start = block.next;
    const found = help(block.comments, ast, tokens, first);
    if (found === undefined) continue;
    // In a script, a block right before its first function is that function's.
    const statement = isBlock || isFunction || ast.endBlock?.unnamed !== true ? undefined : ast.endBlock.statements[0];
    const end = block.comments.at(-1)?.extent.endLineNumber ?? 0;
    if (statement?.kind === 'FunctionDefinitionAst' && statement.extent.startLineNumber - end <= PROXIMITY) break;
    return found;
  }
  const line = tokens[last]?.extent.startLineNumber ?? 0;
  return help(precedingBlock(tokens, last, line), ast, tokens, first);
}

function firstToken(tokens: readonly Token[], offset: number, from: number): number {
  let index = from;
  while (index < tokens.length && (tokens[index]?.endOffset ?? 0) <= offset) index++;
  return index;
}

function commentBlock(tokens: readonly Token[], from: number): { readonly comments: Token[]; readonly next: number } {
  const comments: Token[] = [];
  let maxLine = Number.MAX_SAFE_INTEGER;
  let next = from;
  for (; next < tokens.length; next++) {
    const token = tokens[next];
    if (token === undefined || token.extent.startLineNumber > maxLine) break;
    if (token.kind === 'Comment') {
      comments.push(token);
      maxLine = token.extent.endLineNumber + 1;
    } else if (token.kind !== 'NewLine') break;
  }
  return { comments, next };
}

function precedingBlock(tokens: readonly Token[], index: number, proximity: number): Token[] {
  const comments: Token[] = [];
  let minLine = (tokens[index]?.extent.startLineNumber ?? 0) - proximity;
  for (let i = index - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.extent.endLineNumber < minLine) break;
    if (token.kind === 'Comment') {
      comments.push(token);
      minLine = token.extent.startLineNumber - 1;
    } else if (token.kind !== 'NewLine') break;
  }
  return comments.reverse();
}

function linesOf(comments: readonly Token[]): string[] {
  return comments.flatMap(({ text }) => {
    if (!text.startsWith('<')) return [text.replace(/^#+/, '')];
    return text.slice(2, Math.max(2, text.length - 2)).split(/\r\n|\r|\n/);
  });
}

/** The lines after `from` up to the next directive, without the indentation of the first. */
function section(lines: readonly string[], from: number): { readonly text: string; readonly last: number } {
  let text = '';
  let indent: number | undefined;
  let index = from + 1;
  for (; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (indent === undefined && BLANK.test(line)) continue;
    if (DIRECTIVE.test(line)) break;
    const space = /^[ \t\u00a0]*/.exec(line)?.[0].length ?? 0;
    indent ??= space;
    text += `${line.slice(Math.min(space, indent))}\n`;
  }
  return { text, last: index - 1 };
}

function help(
  comments: readonly Token[],
  ast: FunctionDefinitionAst | ScriptBlockAst,
  tokens: readonly Token[],
  from: number,
): CommentHelp | undefined {
  const lines = linesOf(comments);
  const named = new Map<string, string>();
  const lists = new Map<string, string[]>([
    ['EXAMPLE', []],
    ['INPUTS', []],
    ['OUTPUTS', []],
    ['LINK', []],
  ]);
  const parameters = new Map<string, string>();
  let found = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const match = DIRECTIVE.exec(line);
    if (match === null) {
      if (BLANK.test(line)) continue;
      return undefined;
    }
    found = true;
    const name = (match[1] ?? '').toUpperCase();
    const argument = match[3]?.trim();
    if (
      argument !== undefined &&
      /^(FORWARDHELPTARGETNAME|FORWARDHELPCATEGORY|REMOTEHELPRUNSPACE|EXTERNALHELP)$/.test(name)
    ) {
      named.set(name, argument);
      continue;
    }
    const { text, last } = section(lines, i);
    i = last;
    const list = lists.get(name);
    if (argument !== undefined) {
      if (name !== 'PARAMETER') return undefined;
      const key = argument.toUpperCase();
      if (!parameters.has(key)) parameters.set(key, text);
    } else if (list !== undefined) list.push(name === 'LINK' ? text.trim() : text);
    else if (/^(SYNOPSIS|DESCRIPTION|NOTES)$/.test(name)) named.set(name, text);
    else if (/^(COMPONENT|ROLE|FUNCTIONALITY)$/.test(name)) named.set(name, text.trim());
    else return undefined;
  }
  if (!found) return undefined;
  describeParameters(ast, tokens, from, parameters);
  return {
    synopsis: named.get('SYNOPSIS'),
    description: named.get('DESCRIPTION'),
    notes: named.get('NOTES'),
    component: named.get('COMPONENT'),
    role: named.get('ROLE'),
    functionality: named.get('FUNCTIONALITY'),
    forwardHelpTargetName: named.get('FORWARDHELPTARGETNAME'),
    forwardHelpCategory: named.get('FORWARDHELPCATEGORY'),
    remoteHelpRunspace: named.get('REMOTEHELPRUNSPACE'),
    mamlHelpFile: named.get('EXTERNALHELP'),
    parameters,
    examples: lists.get('EXAMPLE') ?? [],
    inputs: lists.get('INPUTS') ?? [],
    outputs: lists.get('OUTPUTS') ?? [],
    links: lists.get('LINK') ?? [],
  };
}

/** A parameter without a `.PARAMETER` section is described by the comments around its declaration. */
function describeParameters(
  ast: FunctionDefinitionAst | ScriptBlockAst,
  tokens: readonly Token[],
  from: number,
  into: Map<string, string>,
): void {
  const declared: readonly ParameterAst[] =
    (ast.kind === 'FunctionDefinitionAst'
      ? (ast.parameters ?? ast.body.paramBlock?.parameters)
      : ast.paramBlock?.parameters) ?? [];
  for (const parameter of declared) {
    const key = parameter.name.variablePath.userPath.toUpperCase();
    if (into.has(key)) continue;
    const first = firstToken(tokens, parameter.extent.startOffset, from);
    let last = first;
    while (last < tokens.length && (tokens[last]?.startOffset ?? 0) < parameter.extent.endOffset) last++;
    const inside = tokens.slice(first, last).filter((token) => token.kind === 'Comment');
    const around = [...precedingBlock(tokens, first, PROXIMITY), ...inside, ...commentBlock(tokens, last).comments];
    const { text } = section(linesOf(around), -1);
    if (text !== '') into.set(key, text);
  }
}
