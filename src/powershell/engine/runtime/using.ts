/**
 * `$using:` expressions: found in a script block, evaluated where it is sent from, and found again where it runs. The two
 * ends agree on a key for each expression: its text in UTF-16, base64; a plain variable's in lower case. cmdlets.md 19
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import { findAll, type Ast, type CommandAst, type UsingExpressionAst } from '../../lang/index.js';
import { type Pending, drive, settle, type Steps } from '../pending.js';
import { fail } from '../values/exceptions.js';
import { plain } from '../values/live.js';
import type { ScriptBlock } from '../values/script-block.js';
import type { Frame } from './frame.js';

export function usingKey(ast: UsingExpressionAst): string {
  const text = ast.subExpression.kind === 'VariableExpressionAst' ? ast.extent.text.toLowerCase() : ast.extent.text;
  return Buffer.from(text, 'utf16le').toString('base64');
}

function usingExpressions(ast: Ast, withNestedParallel: boolean): UsingExpressionAst[] {
  const inside = withNestedParallel ? undefined : (node: Ast) => node.kind !== 'CommandAst' || !isParallel(node);
  return findAll(ast, ({ kind }) => kind === 'UsingExpressionAst', inside) as UsingExpressionAst[];
}

/** `ForEach-Object -Parallel` by one of its built-in names; other aliases are not looked up. */
function isParallel({ commandElements: [name, ...elements] }: CommandAst): boolean {
  return (
    name?.kind === 'StringConstantExpressionAst' &&
    /^(?:foreach(?:-object)?|%)$/i.test(name.value) &&
    elements.some((element) => element.kind === 'CommandParameterAst' && /^pa(?:r|$)/i.test(element.parameterName))
  );
}

/**
 * The values of all `$using:` expressions of a block, nested blocks included, evaluated in the caller's scope. Blocks of
 * ForEach-Object -Parallel leave those of their own nested ones out: these are evaluated where they are called.
 * @throws UsingVariableIsUndefined: the variable is not set there.
 */
export function usingValues(
  frame: Frame,
  block: ScriptBlock,
  withNestedParallel: boolean,
  evaluate: (ast: UsingExpressionAst['subExpression']) => Pending<PSValue>,
): Pending<Map<string, PSValue>> {
  return drive(collect(frame, usingExpressions(block.code.ast, withNestedParallel), evaluate));
}

function* collect(
  frame: Frame,
  expressions: readonly UsingExpressionAst[],
  evaluate: (ast: UsingExpressionAst['subExpression']) => Pending<PSValue>,
): Steps<Map<string, PSValue>> {
  const values = new Map<string, PSValue>();
  for (const ast of expressions) {
    const key = usingKey(ast);
    if (values.has(key)) continue;
    const variable = variableOf(ast.subExpression);
    if (variable !== undefined && !variable.includes(':') && frame.scope.find(variable.toLowerCase()) === undefined)
      throw fail(
        'UsingVariableIsUndefined',
        `The value of the using variable '$using:${variable}' cannot be retrieved because it has not been set in the local session.`,
        { category: 'InvalidOperation', target: null, extent: ast.extent },
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
