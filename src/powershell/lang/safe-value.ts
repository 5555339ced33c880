/**
 * The value of an expression that needs nothing run: what `Ast.SafeGetValue` gives, for `.psd1` data, module
 * specifications and `#requires`. Constants, strings, arrays, hashtables, `$true`, `$false`, `$null`, signs; hashtables
 * keep their order and their keys' case, and find a key whatever its case only through `lookUp`.
 */
import { ArgumentError } from '../../protocol/errors/index.js';
import type { Ast, ExpressionAst, NumberConstant, PipelineBaseAst } from './ast.js';
import { pureExpression } from './constant-values.js';

export type SafeValue =
  | null
  | boolean
  | string
  | NumberConstant
  | readonly SafeValue[]
  | ReadonlyMap<string | number, SafeValue>;

/**
 * @throws {ArgumentError} the expression would have to be run to have a value (commands, variables, methods).
 */
export function safeValue(ast: ExpressionAst): SafeValue {
  switch (ast.kind) {
    case 'ConstantExpressionAst':
      return ast.value;
    case 'StringConstantExpressionAst':
      return ast.value;
    case 'VariableExpressionAst': {
      const name = ast.variablePath.userPath.toLowerCase();
      if (name === 'true' || name === 'false') return name === 'true';
      if (name === 'null') return null;
      break;
    }
    case 'ArrayLiteralAst':
      return ast.elements.map(safeValue);
    case 'ArrayExpressionAst': {
      const items: SafeValue[] = [];
      for (const statement of ast.subExpression.statements) {
        const value = safePipeline(statement);
        // `@(1, 2)` is the list itself; a list of lists keeps its inner ones.
        if (Array.isArray(value)) items.push(...value);
        else items.push(value);
      }
      return items;
    }
    case 'SubExpressionAst': {
      const [only, second] = ast.subExpression.statements;
      if (only !== undefined && second === undefined) return safePipeline(only);
      break;
    }
    case 'ParenExpressionAst':
      return safePipeline(ast.pipeline);
    case 'UnaryExpressionAst': {
      const value = safeValue(ast.child);
      const number = ast.tokenKind === 'Minus' ? negated(value) : undefined;
      if (number !== undefined) return number;
      if (ast.tokenKind === 'Plus' && value !== null && typeof value === 'object' && 'type' in value) return value;
      break;
    }
    case 'HashtableAst': {
      const table = new Map<string | number, SafeValue>();
      for (const { key, value } of ast.keyValuePairs) table.set(safeKey(key), safePipeline(value));
      return table;
    }
    default:
      break;
  }
  throw new ArgumentError(
    'ast',
    `a value cannot be had from ${ast.kind} at offset ${ast.extent.startOffset} without running it`,
  );
}

/** The same for a statement that is nothing but an expression. */
export function safePipeline(ast: Ast | PipelineBaseAst): SafeValue {
  const expression = pureExpression(ast);
  if (expression !== undefined) return safeValue(expression);
  throw new ArgumentError(
    'ast',
    `a value cannot be had from ${ast.kind} at offset ${ast.extent.startOffset} without running it`,
  );
}
function safeKey(ast: ExpressionAst): string | number {
  const key = safeValue(ast);
  if (typeof key === 'string') return key;
  if (key !== null && typeof key === 'object' && 'type' in key) {
    return typeof key.value === 'number' ? key.value : String(key.value);
  }
  return key === null ? '' : key === true ? 'True' : key === false ? 'False' : ast.extent.text;
}
function negated(value: SafeValue): NumberConstant | undefined {
  if (value === null || typeof value !== 'object' || !('type' in value)) return undefined;
  switch (value.type) {
    case 'long':
    case 'ulong':
    case 'bigint':
      return { type: value.type === 'ulong' ? 'long' : value.type, value: -value.value };
    case 'decimal':
      return { type: 'decimal', value: value.value.startsWith('-') ? value.value.slice(1) : `-${value.value}` };
    case 'double':
      return { type: 'double', value: -value.value };
    default:
      return { type: 'int', value: -value.value };
  }
}

/** The entry of a hashtable whose key is `name` whatever its case. */
export function lookUp(table: ReadonlyMap<string | number, SafeValue>, name: string): SafeValue | undefined {
  const folded = name.toLowerCase();
  for (const [key, value] of table) if (typeof key === 'string' && key.toLowerCase() === folded) return value;
  return undefined;
}
