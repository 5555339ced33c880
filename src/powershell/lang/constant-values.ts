/** Which expressions are constants, where attribute arguments, `#requires` and names of configurations must be. */
import type { Ast, ExpressionAst, PipelineBaseAst, VariableExpressionAst } from './ast.js';
import { hasEnumMember, isEnumType, isPrimitiveType, resolveTypeName } from './known-types.js';
import { TokenFlags, tokenTraits } from './token.js';

export interface ConstantRules {
  /** Attribute arguments: also types, arrays of constants, and outside of classes script blocks. */
  readonly attribute?: boolean;
  readonly classAttribute?: boolean;
  /** `#requires` and module specifications: also hashtables and arrays. */
  readonly requires?: boolean;
}

const LITERAL_FIELDS = new Set(['maxvalue', 'minvalue', 'epsilon', 'nan', 'positiveinfinity', 'negativeinfinity']);

/** The expression that a pipeline is nothing but, if it is. */
export function pureExpression(pipeline: PipelineBaseAst | Ast): ExpressionAst | undefined {
  if (pipeline.kind !== 'PipelineAst' || pipeline.pipelineElements.length !== 1) return undefined;
  const only = pipeline.pipelineElements[0];
  return only?.kind === 'CommandExpressionAst' && only.redirections.length === 0 ? only.expression : undefined;
}

/** `$true`, `$false`, `$null`. */
export function isConstantVariable(ast: VariableExpressionAst): boolean {
  return ast.variablePath.isVariable && /^(true|false|null)$/i.test(ast.variablePath.unqualifiedPath);
}

export function isConstant(ast: Ast, rules: ConstantRules): boolean {
  const all = (parts: readonly Ast[]): boolean => parts.every((part) => isConstant(part, rules));
  switch (ast.kind) {
    case 'ConstantExpressionAst':
    case 'StringConstantExpressionAst':
      return true;
    case 'VariableExpressionAst':
      return isConstantVariable(ast);
    case 'StatementBlockAst': {
      const [only, second] = ast.statements;
      return ast.traps.length === 0 && second === undefined && only !== undefined && isConstant(only, rules);
    }
    case 'PipelineAst': {
      const expression = pureExpression(ast);
      return expression !== undefined && isConstant(expression, rules);
    }
    case 'TernaryExpressionAst':
      return all([ast.condition, ast.ifTrue, ast.ifFalse]);
    case 'BinaryExpressionAst': {
      if ((tokenTraits(ast.operator) & TokenFlags.CanConstantFold) === 0 || !all([ast.left, ast.right])) return false;
      const divides = ast.operator === 'Divide' || ast.operator === 'Rem';
      const { right } = ast;
      return !(
        divides &&
        right.kind === 'VariableExpressionAst' &&
        !/^true$/i.test(right.variablePath.unqualifiedPath)
      );
    }
    case 'UnaryExpressionAst':
      return (tokenTraits(ast.tokenKind) & TokenFlags.CanConstantFold) !== 0 && isConstant(ast.child, rules);
    case 'ConvertExpressionAst': {
      const type = resolveTypeName(ast.attribute.typeName);
      return type !== undefined && isPrimitiveType(type) && isConstant(ast.child, rules);
    }
    case 'SubExpressionAst':
    case 'UsingExpressionAst':
      return isConstant(ast.subExpression, rules);
    case 'ParenExpressionAst':
      return isConstant(ast.pipeline, rules);
    case 'TypeExpressionAst':
      return rules.attribute === true || resolveTypeName(ast.typeName) !== undefined;
    case 'MemberExpressionAst': {
      if (!ast.static || ast.expression.kind !== 'TypeExpressionAst') return false;
      const type = resolveTypeName(ast.expression.typeName);
      if (type === undefined || ast.member.kind !== 'StringConstantExpressionAst') return false;
      const member = ast.member.value;
      if (isEnumType(type)) return hasEnumMember(type, member);
      return isPrimitiveType(type) && LITERAL_FIELDS.has(member.toLowerCase());
    }
    case 'ArrayLiteralAst':
      return (rules.attribute === true || rules.requires === true) && all(ast.elements);
    case 'HashtableAst':
      return rules.requires === true && ast.keyValuePairs.every((pair) => all([pair.key, pair.value]));
    case 'ScriptBlockExpressionAst':
      return rules.attribute === true && rules.classAttribute !== true;
    default:
      return false;
  }
}
