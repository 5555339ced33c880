/** Comment-based help in the block comment that the cursor stands in: its keywords, and what some of them name. */
import type { ParameterAst } from '../../lang/index.js';
import type { CompletionItem } from './completion-result.js';
import { notedIn, parsed } from './parsed.js';

/** The keywords, and what PowerShell says of them. */
const KEYWORDS: Readonly<Record<string, string>> = {
  COMPONENT: 'The name of the technology or feature that the function or script uses, or to which it is related.',
  DESCRIPTION: 'A detailed description of the function or script.\nThis keyword can be used only once in each topic.',
  EXAMPLE:
    'A sample command that uses the function or script, optionally followed by sample output and a description.\nRepeat this keyword for each example.',
  EXTERNALHELP:
    '.EXTERNALHELP <XML Help File>\nThe .ExternalHelp keyword is required when a function or script is documented in XML files.',
  FORWARDHELPCATEGORY:
    '.FORWARDHELPCATEGORY <Category>\nSpecifies the help category of the item in .ForwardHelpTargetName',
  FORWARDHELPTARGETNAME:
    '.FORWARDHELPTARGETNAME <Command-Name>\nRedirects to the help topic for the specified command.',
  FUNCTIONALITY: 'The keywords that describe the intended use of the function.',
  INPUTS:
    'The .NET types of objects that can be piped to the function or script.\nYou can also include a description of the input objects.',
  LINK: 'The name of a related topic.\nRepeat the .LINK keyword for each related topic.\nThe .Link keyword content can also include a URI to an online version of the same help topic.',
  NOTES: 'Additional information about the function or script.',
  OUTPUTS:
    'The .NET type of the objects that the cmdlet returns.\nYou can also include a description of the returned objects.',
  PARAMETER:
    '.PARAMETER  <Parameter-Name>\nThe description of a parameter.\nAdd a .PARAMETER keyword for each parameter in the function or script syntax.',
  REMOTEHELPRUNSPACE:
    '.REMOTEHELPRUNSPACE <PSSession-variable>\nSpecifies a session that contains the help topic.\nEnter a variable that contains a PSSession object.',
  ROLE: 'The name of the user role for the help topic.',
  SYNOPSIS: 'A brief description of the function or script.\nThis keyword can be used only once in each topic.',
};
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
    const left = Object.keys(KEYWORDS).filter(
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
    items: fitting.map((text) => ({ text, kind, tip: KEYWORDS[text] ?? text, ordered: true })),
    start: end - word.length,
  };
}

/** A function that begins so many lines behind a comment is what the comment is of. */
const CLOSE_LINES = 2;
/** Names of the parameters of what the comment belongs to: the function close behind it, the one around it, or the script. */
function parametersBeside(input: string, comment: number, end: number): readonly string[] {
  // A comment without an end would hold the rest of the text.
  const { ast } = parsed(end < 0 ? input.slice(0, comment) : input);
  const functions = notedIn(ast).filter((one) => one.kind === 'FunctionDefinitionAst');
  const around = functions.findLast(({ extent }) => extent.startOffset < comment && comment < extent.endOffset);
  const behind = functions.find(({ extent }) => extent.startOffset > comment);
  const own = ast.paramBlock?.extent.startOffset ?? -1;
  // Parameters of the script itself come first.
  const next = own > comment ? Math.min(own, behind?.extent.startOffset ?? own) : behind?.extent.startOffset;
  const isClose = next !== own && input.slice(end, next).split('\n').length - 1 <= CLOSE_LINES;
  const near = isClose ? behind : undefined;
  const owner = near ?? around;
  const parameters: readonly ParameterAst[] =
    owner === undefined
      ? (ast.paramBlock?.parameters ?? [])
      : [...(owner.parameters ?? []), ...(owner.body.paramBlock?.parameters ?? [])];
  return parameters.map(({ name }) => name.variablePath.userPath);
}
