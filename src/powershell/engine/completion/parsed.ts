/** The tree and tokens of the text that is being completed: several look at the same text, and it is parsed once. */
import { type Ast, forEachChild, recentParses, type ParseResult } from '../../lang/index.js';
import { type Steps, ticking } from '../pending.js';

type Parsed = Pick<ParseResult, 'ast' | 'tokens'>;
export const parsed = (text: string): Parsed => recentParses.tree(text);
/** For whoever asks first for a text, which may be long. */
export const parsedInPieces = (text: string): Steps<Parsed> => recentParses.treeInPieces(text, ticking());

type Noted = Extract<Ast, { readonly kind: (typeof NOTED)[number] }>;
const NOTED = [
  'AssignmentStatementAst',
  'CommandAst',
  'ConvertExpressionAst',
  'DataStatementAst',
  'ForEachStatementAst',
  'FunctionDefinitionAst',
  'ParameterAst',
  'ScriptBlockExpressionAst',
  'TypeDefinitionAst',
  'VariableExpressionAst',
] as const;
const isNoted = (ast: Ast): ast is Noted => (NOTED as readonly string[]).includes(ast.kind);
const noted = new WeakMap<Ast, readonly Noted[]>();
/**
 * The nodes that completion looks for in a whole text, parents before children. They are kept for each statement: of a text
 * that is being written, most statements are those of the time before.
 */
export function notedIn(root: Ast): readonly Noted[] {
  const found: Noted[] = [];
  const waiting: (Ast | readonly Noted[])[] = [root];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (!('kind' in one)) {
      for (const inner of one) found.push(inner);
      continue;
    }
    if (isNoted(one)) found.push(one);
    const isBlock = one.kind === 'NamedBlockAst' || one.kind === 'StatementBlockAst';
    const children: (Ast | readonly Noted[])[] = [];
    forEachChild(one, (child) => children.push(isBlock ? notedInStatement(child) : child));
    waiting.push(...children.reverse());
  }
  return found;
}
function notedInStatement(statement: Ast): readonly Noted[] {
  const known = noted.get(statement);
  if (known !== undefined) return known;
  const found = notedIn(statement);
  noted.set(statement, found);
  return found;
}

/** The nodes that an offset stands in or beside, parents before children: few of many, and no other is looked at. */
export function nodesAt(root: Ast, offset: number): readonly Ast[] {
  const found: Ast[] = [];
  const waiting: Ast[] = [root];
  for (let ast = waiting.pop(); ast !== undefined; ast = waiting.pop()) {
    if (ast !== root && (ast.extent.startOffset > offset || offset > ast.extent.endOffset)) continue;
    found.push(ast);
    const children: Ast[] = [];
    forEachChild(ast, (child) => children.push(child));
    waiting.push(...children.reverse());
  }
  return found;
}
