/**
 * `$using:` expressions: found in a script block, evaluated where it is sent from, and found again where it runs. The two
 * ends agree on a key for each expression: its text in UTF-16, base64; a plain variable's in lower case. cmdlets.md 19
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import { findAll, type Ast, type UsingExpressionAst } from '../../lang/index.js';
import { type Pending, drive, settle, type Steps } from '../pending.js';
import { fail } from '../values/exceptions.js';
import { plain } from '../values/live.js';
import type { ScriptBlock } from '../values/script-block.js';
import type { Frame } from './frame.js';

export function usingKey(ast: UsingExpressionAst): string {
  const text = ast.subExpression.kind === 'VariableExpressionAst' ? ast.extent.text.toLowerCase() : ast.extent.text;
  return Buffer.from(text, 'utf16le').toString('base64');
}

function usingExpressions(ast: Ast): UsingExpressionAst[] {
  return findAll(ast, ({ kind }) => kind === 'UsingExpressionAst') as UsingExpressionAst[];
}

/**
 * The values of all `$using:` expressions of a block, nested blocks included, evaluated in the caller's scope.
 * @throws UsingVariableIsUndefined: the variable is not set there.
 */
export function usingValues(
  frame: Frame,
  block: ScriptBlock,
  evaluate: (ast: UsingExpressionAst['subExpression']) => Pending<PSValue>,
): Pending<Map<string, PSValue>> {
  return drive(collect(frame, block, evaluate));
}

function* collect(
  frame: Frame,
  block: ScriptBlock,
  evaluate: (ast: UsingExpressionAst['subExpression']) => Pending<PSValue>,
): Steps<Map<string, PSValue>> {
  const values = new Map<string, PSValue>();
  for (const ast of usingExpressions(block.code.ast)) {
    const key = usingKey(ast);
    if (values.has(key)) continue;
    const variable = variableOf(ast.subExpression);
    // What a block that was itself sent here got is passed on to the blocks that it sends.
    const sent = frame.using?.getEntry(key);
    if (sent !== undefined) values.set(key, sent);
    else if (
      variable !== undefined &&
      !variable.includes(':') &&
      frame.scope.find(variable.toLowerCase()) === undefined
    )
      throw fail(
        'UsingVariableIsUndefined',
        `The value of the using variable '$using:${variable}' cannot be retrieved because it has not been set in the local session.`,
        { category: 'InvalidOperation', target: ast.extent.text, extent: ast.extent },
      );
    else values.set(key, plain(yield* settle(evaluate(ast.subExpression))));
  }
  return values;
}

/** The variable at the root of `$using:a.b[0]`. */
function variableOf(ast: Ast): string | undefined {
  switch (ast.kind) {
    case 'VariableExpressionAst':
      return ast.variablePath.userPath;
    case 'MemberExpressionAst':
      return variableOf(ast.expression);
    case 'IndexExpressionAst':
      return variableOf(ast.target);
    default:
      return undefined;
  }
}
