/** Where a text gives a variable its value: assignments, parameters and loops before or around a place. */
import type {
  Ast,
  CommandAst,
  ExpressionAst,
  ParameterAst,
  ScriptBlockAst,
  TypeDefinitionAst,
} from '../../lang/index.js';
import { notedIn } from './parsed.js';

export interface VariableSource {
  /** A type that the text names; then `value` plays no part. */
  readonly type?: string;
  readonly value?: Ast;
  /** The variable holds one of the objects: that of a loop. */
  readonly each: boolean;
}

/** A class or enumeration of the text. */
export function declaredIn(root: ScriptBlockAst, name: string): TypeDefinitionAst | undefined {
  const lower = name.toLowerCase();
  return notedIn(root)
    .filter((one) => one.kind === 'TypeDefinitionAst')
    .find((ast) => ast.name.toLowerCase() === lower);
}

/** The name of a variable without the scope that is written before it. */
export const withoutScope = (path: string): string => path.replace(/^(?:global|local|script|private|variable):/i, '');
/** The same of one that is read: `$using:x` is there too. */
export const readName = (path: string): string => path.replace(/^(?:global|local|script|private|using|variable):/i, '');
const names = (path: string, name: string): boolean => withoutScope(path).toLowerCase() === name;

function typeOfParameter({ attributes }: ParameterAst): string | undefined {
  for (const attribute of attributes) if (attribute.kind === 'TypeConstraintAst') return attribute.typeName.fullName;
  return undefined;
}

/** The source that counts at a place: the loop or function around it, or the last assignment before it. */
export function assignmentTo(
  name: string,
  at: Ast,
  root: ScriptBlockAst,
  parent: (ast: Ast) => Ast | undefined,
): VariableSource | undefined {
  let best: { readonly offset: number; readonly source: VariableSource } | undefined;
  const offer = (offset: number, source: VariableSource): void => {
    if (best === undefined || offset >= best.offset) best = { offset, source };
  };
  for (let up = parent(at); up !== undefined; up = parent(up)) {
    if (up.kind === 'ForEachStatementAst' && names(up.variable.variablePath.userPath, name))
      offer(up.variable.extent.startOffset, { value: up.condition, each: true });
    const parameters =
      up.kind === 'ScriptBlockAst'
        ? up.paramBlock?.parameters
        : up.kind === 'FunctionDefinitionAst' || up.kind === 'FunctionMemberAst'
          ? up.parameters
          : undefined;
    for (const parameter of parameters ?? []) {
      const type = typeOfParameter(parameter);
      if (type !== undefined && names(parameter.name.variablePath.userPath, name) && parameter.name !== at)
        offer(parameter.extent.startOffset, { type, each: false });
    }
  }
  let assigned = 0;
  for (const ast of notedIn(root)) {
    if (ast.extent.endOffset > at.extent.startOffset) continue;
    if (ast.kind === 'AssignmentStatementAst') {
      assigned = ast.left.extent.endOffset;
      const target = targetOf(ast.left);
      if (target !== undefined && names(target.path, name))
        offer(ast.extent.startOffset, {
          ...(target.type === undefined ? {} : { type: target.type }),
          value: ast.right,
          each: false,
        });
    } else if (ast.kind === 'CommandAst') {
      if (pipelineVariable(ast) === name) offer(ast.extent.startOffset, { value: ast, each: true });
    } else if (
      ast.kind === 'ConvertExpressionAst' &&
      ast.child.kind === 'VariableExpressionAst' &&
      ast.extent.startOffset >= assigned
    ) {
      // `[datetime]$q` gives the variable a type for good.
      if (names(ast.child.variablePath.userPath, name))
        offer(ast.extent.startOffset, { type: ast.attribute.typeName.fullName, each: false });
    }
  }
  return best?.source;
}
/** `-PipelineVariable x`: what the command writes is in it, in lower case. */
function pipelineVariable({ commandElements }: CommandAst): string | undefined {
  const at = commandElements.findIndex(
    (one) => one.kind === 'CommandParameterAst' && /^(?:pipelinevariable|pv)$/i.test(one.parameterName),
  );
  const value = commandElements[at + 1];
  return at > 0 && value?.kind === 'StringConstantExpressionAst' ? value.value.toLowerCase() : undefined;
}
function targetOf(left: ExpressionAst): { readonly path: string; readonly type?: string } | undefined {
  if (left.kind === 'VariableExpressionAst') return { path: left.variablePath.userPath };
  if (left.kind === 'ConvertExpressionAst') {
    const inner = targetOf(left.child);
    return inner === undefined ? undefined : { ...inner, type: left.attribute.typeName.fullName };
  }
  return left.kind === 'AttributedExpressionAst' ? targetOf(left.child) : undefined;
}
