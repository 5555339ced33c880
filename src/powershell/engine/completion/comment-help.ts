/** Comment-based help in the block comment that the cursor stands in: its keywords, and what some of them name. */
import type { ParameterAst } from '../../lang/index.js';
import type { CompletionItem } from './completion-result.js';
import { notedIn, parsed } from './parsed.js';

const KEYWORDS =
  'COMPONENT DESCRIPTION EXAMPLE EXTERNALHELP FORWARDHELPCATEGORY FORWARDHELPTARGETNAME FUNCTIONALITY INPUTS LINK NOTES OUTPUTS PARAMETER REMOTEHELPRUNSPACE ROLE SYNOPSIS'.split(
    ' ',
  );
/** These may stand there several times. */
const REPEATED = new Set(['EXAMPLE', 'LINK', 'PARAMETER']);
const CATEGORIES =
  'Alias All Cmdlet ExternalScript FAQ Filter Function General Glossary HelpFile Provider ScriptCommand'.split(' ');

/** What the place takes: words that are known here, or names that the session has. */
export type CommentPlace =
  | { readonly type: 'items'; readonly items: readonly CompletionItem[]; readonly start: number }
  | { readonly type: 'command' | 'variable' | 'helpFile'; readonly word: string; readonly start: number };

/** @param text what stands before the cursor, which is in a comment that begins at `comment`. */
export function commentHelpAt(input: string, text: string, comment: number): CommentPlace | undefined {
  const match = /\n[\t ]*\.(?:(\w*)|(\w+)[\t ]+(\S*))$/.exec(text.slice(comment));
  if (match === null) return undefined;
  const [, keyword, named, word = ''] = match;
  const end = input.indexOf('#>', text.length);
  const whole = input.slice(comment, end < 0 ? input.length : end);
  if (keyword !== undefined) {
    // What is being written is no keyword that stands there already.
    const own = text.length - comment;
    const others = `${whole.slice(0, own - keyword.length)} ${whole.slice(own)}`;
    const left = KEYWORDS.filter(
      (name) => REPEATED.has(name) || !new RegExp(`^[\\t ]*\\.${name}\\b`, 'im').test(others),
    );
    return itemsOf(left, keyword, 'Keyword', text.length);
  }
  const start = text.length - word.length;
  switch (named?.toUpperCase()) {
    case 'PARAMETER': {
      const used = new Set(
        [...whole.matchAll(/^[\t ]*\.PARAMETER[\t ]+(\w+)/gim)].map(([, name]) => name?.toLowerCase()),
      );
      used.delete(word.toLowerCase());
      const names = parametersBeside(input, comment, end).filter((name) => !used.has(name.toLowerCase()));
      return itemsOf(names, word, 'Text', text.length);
    }
    case 'FORWARDHELPCATEGORY':
      return itemsOf(CATEGORIES, word, 'Text', text.length);
    case 'FORWARDHELPTARGETNAME':
      return { type: 'command', word, start };
    case 'REMOTEHELPRUNSPACE':
      return { type: 'variable', word, start };
    case 'EXTERNALHELP':
      return { type: 'helpFile', word, start };
    default:
      return undefined;
  }
}
function itemsOf(names: readonly string[], word: string, kind: CompletionItem['kind'], end: number): CommentPlace {
  const fitting = names.filter((name) => name.toLowerCase().startsWith(word.toLowerCase()));
  return {
    type: 'items',
    items: fitting.map((text) => ({ text, kind, tip: text, ordered: true })),
    start: end - word.length,
  };
}

/** Names of the parameters of what the comment belongs to: the function around it, the one behind it, or the script. */
function parametersBeside(input: string, comment: number, end: number): readonly string[] {
  // A comment without an end would hold the rest of the text.
  const { ast } = parsed(end < 0 ? input.slice(0, comment) : input);
  const functions = notedIn(ast).filter((one) => one.kind === 'FunctionDefinitionAst');
  const around = functions.findLast(({ extent }) => extent.startOffset < comment && comment < extent.endOffset);
  const behind = functions.find(({ extent }) => extent.startOffset > comment);
  const near =
    behind !== undefined && /^\s*$/.test(input.slice(end + 2, behind.extent.startOffset)) ? behind : undefined;
  const owner = around ?? near;
  const parameters: readonly ParameterAst[] =
    owner === undefined
      ? (ast.paramBlock?.parameters ?? [])
      : [...(owner.parameters ?? []), ...(owner.body.paramBlock?.parameters ?? [])];
  return parameters.map(({ name }) => name.variablePath.userPath);
}
