/** Variables that a text makes before a place: those that could be there when it runs, the innermost scope's first. */
import type { Ast, CommandAst, ExpressionAst, StatementAst, Token } from '../../lang/index.js';
import type { Steps } from '../pending.js';
import { shortType } from '../runtime/parameter-metadata.js';
import type { Inference } from './infer.js';
import { nodesAt, notedIn } from './parsed.js';
import { tipType, type TextVariable } from './variable-names.js';

export interface WrittenVariable {
  readonly name: string;
  readonly sigil: string;
  readonly braced: boolean;
}
export function variableAt(token: Token | undefined): WrittenVariable | undefined {
  if (token === undefined) return undefined;
  const written = /^([$@])(\{?)([^}]*)\}?$/.exec(token.text);
  if (written === null) return undefined;
  const isVariable = token.kind === 'Variable' || token.kind === 'SplattedVariable' || /^(?:\$\{?|@)$/.test(token.text);
  if (!isVariable && !token.text.startsWith('${')) return undefined;
  return { sigil: written[1] ?? '$', braced: written[2] === '{', name: written[3] ?? '' };
}
/** Whether a name stands there that is only made: a parameter's, or that of a property of a class. */
export function isNew({ root }: Inference, token: Token | undefined): boolean {
  const start = token?.startOffset ?? 0;
  return nodesAt(root, start).some(
    (ast) =>
      (ast.kind === 'ParameterAst' && ast.name.extent.startOffset === start) ||
      (ast.kind === 'PropertyMemberAst' && (ast.initialValue?.extent.startOffset ?? Infinity) > start),
  );
}

/** Commands whose blocks run in the scope around them. */
const LOCAL =
  /^(?:(?:Microsoft\.PowerShell\.Core\\)?(?:ForEach|Where)-Object|foreach|%|where|\?|BeforeAll|BeforeEach)$/i;
const OUT_VARIABLES = /^(?:(?:error|warning|information|out)variable|[ewio]v)$/i;
const PIPELINE_VARIABLES = /^(?:pipelinevariable|pv)$/i;
const STREAM_TYPES: Readonly<Record<string, string>> = {
  Error: 'ErrorRecord',
  Warning: 'WarningRecord',
  Verbose: 'VerboseRecord',
  Debug: 'DebugRecord',
  Information: 'InformationRecord',
};
const unqualified = (path: string): string => path.slice(path.indexOf(':') + 1);
const contains = ({ extent }: Ast, at: number): boolean => extent.startOffset < at && at <= extent.endOffset;
const commandName = ({ commandElements: [first] }: CommandAst): string =>
  first?.kind === 'StringConstantExpressionAst' ? first.value : '';

interface Found {
  readonly name: string;
  /** What the value is told to be; undefined: not known. */
  type: string | undefined;
  /** The type was declared, and stays. */
  declared: boolean;
  readonly rank: number;
}

export function* variablesOfText(inference: Inference, token: Token | undefined): Steps<readonly TextVariable[]> {
  const { root } = inference;
  const at = token?.startOffset ?? root.extent.endOffset;
  const notes = notedIn(root);
  const hidden = hiddenBlocks(notes, at);
  const scopes = nodesAt(root, at).filter(
    (one) => (one.kind === 'FunctionDefinitionAst' || one.kind === 'ScriptBlockExpressionAst') && contains(one, at),
  );
  const found = new Map<string, Found>();
  const save = (ast: Ast, written: string, type: string | undefined, declared: boolean): void => {
    const name = unqualified(written);
    const known = found.get(name.toLowerCase());
    if (known === undefined) {
      const rank = scopes.filter((scope) => !contains(scope, ast.extent.startOffset + 1)).length;
      found.set(name.toLowerCase(), { name, type, declared, rank });
    } else if (declared || !known.declared) {
      known.type = type;
      known.declared = declared;
    }
  };
  function* assigned(left: ExpressionAst, right: StatementAst): Steps<void> {
    let inner = left;
    let type: string | undefined;
    while (inner.kind === 'ConvertExpressionAst' || inner.kind === 'AttributedExpressionAst') {
      if (inner.kind === 'ConvertExpressionAst') type ??= typeText(inner.attribute.typeName.fullName, inference);
      inner = inner.child;
    }
    if (inner.kind === 'VariableExpressionAst') {
      if (inner.extent.startOffset === at || /^(?:_|PSItem|[$?^])$/i.test(inner.variablePath.userPath)) return;
      save(left, inner.variablePath.userPath, type ?? (yield* valueType(right, inference)), type !== undefined);
    } else if (inner.kind === 'ArrayLiteralAst') for (const one of inner.elements) yield* assigned(one, right);
    else if (inner.kind === 'ParenExpressionAst' && inner.pipeline.kind === 'PipelineAst') {
      const [only] = inner.pipeline.pipelineElements;
      if (only?.kind === 'CommandExpressionAst') yield* assigned(only.expression, right);
    }
  }
  for (const ast of notes) {
    if (ast.extent.startOffset >= at || hidden.some((block) => contains(block, ast.extent.startOffset + 1))) continue;
    switch (ast.kind) {
      case 'AssignmentStatementAst':
        yield* assigned(ast.left, ast.right);
        break;
      case 'CommandAst':
        for (const made of yield* madeBy(ast, at, inference)) save(ast, made.name, made.type, false);
        break;
      case 'ParameterAst':
        if (ast.name.extent.startOffset !== at) {
          const constraint = ast.attributes.find((one) => one.kind === 'TypeConstraintAst');
          save(
            ast,
            ast.name.variablePath.userPath,
            typeText(constraint?.typeName.fullName ?? 'object', inference),
            true,
          );
        }
        break;
      case 'ForEachStatementAst':
        if (ast.variable.extent.startOffset !== at) save(ast, ast.variable.variablePath.userPath, undefined, false);
        break;
      case 'DataStatementAst':
        if (ast.variable !== undefined) save(ast, ast.variable, undefined, false);
        break;
      default:
    }
  }
  return [...found.values()].sort((a, b) => a.rank - b.rank);
}

/** Functions, classes and blocks that run elsewhere, or never, and that the place is not in. */
function hiddenBlocks(notes: readonly Ast[], at: number): readonly Ast[] {
  const local = new Set<Ast>();
  const add = (ast: Ast): void => {
    if (ast.kind === 'ScriptBlockExpressionAst') local.add(ast);
    else if (ast.kind === 'CommandParameterAst' && ast.argument !== undefined) add(ast.argument);
    else if (ast.kind === 'ArrayLiteralAst') ast.elements.forEach(add);
    else if (ast.kind === 'ArrayExpressionAst')
      for (const one of ast.subExpression.statements)
        if (one.kind === 'PipelineAst')
          for (const part of one.pipelineElements) if (part.kind === 'CommandExpressionAst') add(part.expression);
  };
  for (const ast of notes) {
    if (ast.kind !== 'CommandAst') continue;
    const [first] = ast.commandElements;
    if (LOCAL.test(commandName(ast))) ast.commandElements.forEach(add);
    else if (ast.invocationOperator === 'Dot' && first !== undefined) add(first);
  }
  return notes.filter(
    (ast) =>
      (ast.kind === 'FunctionDefinitionAst' ||
        ast.kind === 'TypeDefinitionAst' ||
        (ast.kind === 'ScriptBlockExpressionAst' && !local.has(ast))) &&
      !contains(ast, at),
  );
}

const typeText = (name: string, inference: Inference): string => {
  const type = inference.type(name);
  return type === undefined ? name : shortType(type);
};
/** Of a value that is written as it is: nothing is run, and no command is asked. */
function* valueType(right: Ast, inference: Inference): Steps<string | undefined> {
  const ast = right.kind === 'PipelineAst' && right.pipelineElements.length === 1 ? right.pipelineElements[0] : right;
  const value = ast?.kind === 'CommandExpressionAst' ? ast.expression : ast;
  switch (value?.kind) {
    case 'StringConstantExpressionAst':
    case 'ExpandableStringExpressionAst':
      return 'string';
    case 'ConstantExpressionAst': {
      const [known] = yield* inference.of(value);
      return known === undefined || known === null ? undefined : tipType(known);
    }
    case 'ConvertExpressionAst':
      return typeText(value.attribute.typeName.fullName, inference);
    case 'HashtableAst':
      return 'hashtable';
    case 'ArrayExpressionAst':
    case 'ArrayLiteralAst':
      return 'Object[]';
    case 'ScriptBlockExpressionAst':
      return 'scriptblock';
    default:
      return undefined;
  }
}

/** `-OutVariable x` of any command, `Set-Variable x`, `2>variable:x`: variables that a command makes. */
function* madeBy(command: CommandAst, at: number, inference: Inference): Steps<readonly TextVariable[]> {
  const made: TextVariable[] = [];
  const { commandElements, redirections } = command;
  const named = new Map<string, ExpressionAst>();
  const placed: ExpressionAst[] = [];
  for (let index = 1; index < commandElements.length; index += 1) {
    const element = commandElements[index];
    if (element?.kind !== 'CommandParameterAst') {
      if (element !== undefined) placed.push(element);
      continue;
    }
    const next = commandElements[index + 1];
    const value = element.argument ?? (next?.kind === 'CommandParameterAst' ? undefined : next);
    if (value === undefined) continue;
    if (element.argument === undefined) index += 1;
    named.set(element.parameterName.toLowerCase(), value);
  }
  if (/^(?:(?:set|new)-variable|[ns]v|set)$/i.test(commandName(command))) {
    const find = (parameter: string): ExpressionAst | undefined =>
      [...named].find(([name]) => parameter.startsWith(name))?.[1];
    const name = find('name') ?? placed.shift();
    const value = find('value') ?? placed.shift();
    if (name?.kind === 'StringConstantExpressionAst')
      made.push({ name: name.value, type: value === undefined ? undefined : yield* valueType(value, inference) });
  }
  for (const [parameter, value] of named) {
    // What is added to a variable makes none.
    if (value.kind !== 'StringConstantExpressionAst' || value.value.startsWith('+')) continue;
    if (OUT_VARIABLES.test(parameter)) made.push({ name: value.value, type: 'ArrayList' });
    else if (PIPELINE_VARIABLES.test(parameter)) {
      // It is there for as long as its pipeline is.
      const pipeline = inference.parent(command);
      if (pipeline?.kind !== 'PipelineAst' || pipeline.extent.endOffset <= at) continue;
      const [first] = yield* inference.objects(command);
      made.push({ name: value.value, type: first === undefined || first === null ? undefined : tipType(first) });
    }
  }
  for (const one of redirections) {
    if (one.kind !== 'FileRedirectionAst' || one.location.kind !== 'StringConstantExpressionAst') continue;
    const target = /^variable:(.+)$/i.exec(one.location.value)?.[1];
    if (target !== undefined) made.push({ name: target, type: STREAM_TYPES[one.fromStream] });
  }
  return made;
}
