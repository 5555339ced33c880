/** The tree and tokens of the text that is being completed: several look at the same text, and it is parsed once. */
import { type Ast, forEachChild, parseInput, type ParseResult } from '../../lang/index.js';

let last: { readonly text: string; readonly result: ParseResult } | undefined;

export function parsed(text: string): ParseResult {
  if (last?.text === text) return last.result;
  const result = parseInput(text);
  last = { text, result };
  return result;
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
