/** Walking the tree, in the order in which `System.Management.Automation.Language.AstVisitor` walks it. */
import type { Ast } from './ast.js';
import { type Due, type InPieces, NOT_DUE, whole } from './parse-progress.js';

type Child = Ast | undefined;

/** Calls `visit` for each child of a node, in order. */
export function forEachChild(ast: Ast, visit: (child: Ast) => void): void {
  const one = (child: Child): void => {
    if (child !== undefined) visit(child);
  };
  const all = (children: readonly Ast[]): void => {
    for (const child of children) visit(child);
  };
  switch (ast.kind) {
    case 'ErrorStatementAst':
      all(ast.nestedAst);
      for (const flag of ast.flags) one(flag.ast);
      all(ast.conditions);
      all(ast.bodies);
      break;
    case 'ErrorExpressionAst':
      all(ast.nestedAst);
      break;
    case 'ScriptBlockAst':
      all(ast.usingStatements);
      all(ast.attributes);
      one(ast.paramBlock);
      one(ast.dynamicParamBlock);
      one(ast.beginBlock);
      one(ast.processBlock);
      one(ast.endBlock);
      one(ast.cleanBlock);
      break;
    case 'ParamBlockAst':
      all(ast.attributes);
      all(ast.parameters);
      break;
    case 'NamedBlockAst':
    case 'StatementBlockAst':
      all(ast.traps);
      all(ast.statements);
      break;
    case 'NamedAttributeArgumentAst':
      visit(ast.argument);
      break;
    case 'AttributeAst':
      all(ast.positionalArguments);
      all(ast.namedArguments);
      break;
    case 'ParameterAst':
      all(ast.attributes);
      visit(ast.name);
      one(ast.defaultValue);
      break;
    case 'TypeDefinitionAst':
      all(ast.attributes);
      all(ast.baseTypes);
      all(ast.members);
      break;
    case 'UsingStatementAst':
      one(ast.name);
      one(ast.moduleSpecification);
      one(ast.alias);
      break;
    case 'PropertyMemberAst':
      one(ast.propertyType);
      all(ast.attributes);
      one(ast.initialValue);
      break;
    case 'FunctionMemberAst':
      all(ast.attributes);
      one(ast.returnType);
      all(ast.parameters);
      visit(ast.body);
      break;
    case 'FunctionDefinitionAst':
      if (ast.parameters !== undefined) all(ast.parameters);
      visit(ast.body);
      break;
    case 'IfStatementAst':
      for (const clause of ast.clauses) {
        visit(clause.condition);
        visit(clause.body);
      }
      one(ast.elseClause);
      break;
    case 'DataStatementAst':
      visit(ast.body);
      break;
    case 'ForEachStatementAst':
      visit(ast.variable);
      visit(ast.condition);
      visit(ast.body);
      break;
    case 'ForStatementAst':
      one(ast.initializer);
      one(ast.condition);
      one(ast.iterator);
      visit(ast.body);
      break;
    case 'DoWhileStatementAst':
    case 'DoUntilStatementAst':
    case 'WhileStatementAst':
      visit(ast.condition);
      visit(ast.body);
      break;
    case 'SwitchStatementAst':
      visit(ast.condition);
      for (const clause of ast.clauses) {
        visit(clause.condition);
        visit(clause.body);
      }
      one(ast.default);
      break;
    case 'CatchClauseAst':
      all(ast.catchTypes);
      visit(ast.body);
      break;
    case 'TryStatementAst':
      visit(ast.body);
      all(ast.catchClauses);
      one(ast.finally);
      break;
    case 'TrapStatementAst':
      one(ast.trapType);
      visit(ast.body);
      break;
    case 'BreakStatementAst':
    case 'ContinueStatementAst':
      one(ast.label);
      break;
    case 'ReturnStatementAst':
    case 'ExitStatementAst':
    case 'ThrowStatementAst':
      one(ast.pipeline);
      break;
    case 'PipelineChainAst':
      visit(ast.lhsPipelineChain);
      visit(ast.rhsPipeline);
      break;
    case 'PipelineAst':
      all(ast.pipelineElements);
      break;
    case 'CommandParameterAst':
      one(ast.argument);
      break;
    case 'CommandAst':
      all(ast.commandElements);
      all(ast.redirections);
      break;
    case 'CommandExpressionAst':
      visit(ast.expression);
      all(ast.redirections);
      break;
    case 'FileRedirectionAst':
      visit(ast.location);
      break;
    case 'AssignmentStatementAst':
      visit(ast.left);
      visit(ast.right);
      break;
    case 'ConfigurationDefinitionAst':
      visit(ast.instanceName);
      visit(ast.body);
      break;
    case 'DynamicKeywordStatementAst':
      all(ast.commandElements);
      break;
    case 'BlockStatementAst':
      visit(ast.body);
      break;
    case 'TernaryExpressionAst':
      visit(ast.condition);
      visit(ast.ifTrue);
      visit(ast.ifFalse);
      break;
    case 'BinaryExpressionAst':
      visit(ast.left);
      visit(ast.right);
      break;
    case 'UnaryExpressionAst':
      visit(ast.child);
      break;
    case 'AttributedExpressionAst':
    case 'ConvertExpressionAst':
      visit(ast.attribute);
      visit(ast.child);
      break;
    case 'MemberExpressionAst':
      visit(ast.expression);
      visit(ast.member);
      break;
    case 'InvokeMemberExpressionAst':
    case 'BaseCtorInvokeMemberExpressionAst':
      visit(ast.expression);
      visit(ast.member);
      if (ast.arguments !== undefined) all(ast.arguments);
      break;
    case 'ExpandableStringExpressionAst':
      all(ast.nestedExpressions);
      break;
    case 'ScriptBlockExpressionAst':
      visit(ast.scriptBlock);
      break;
    case 'ArrayLiteralAst':
      all(ast.elements);
      break;
    case 'HashtableAst':
      for (const pair of ast.keyValuePairs) {
        visit(pair.key);
        visit(pair.value);
      }
      break;
    case 'ArrayExpressionAst':
    case 'SubExpressionAst':
    case 'UsingExpressionAst':
      visit(ast.subExpression);
      break;
    case 'ParenExpressionAst':
      visit(ast.pipeline);
      break;
    case 'IndexExpressionAst':
      visit(ast.target);
      visit(ast.index);
      break;
    case 'TypeConstraintAst':
    case 'MergingRedirectionAst':
    case 'TypeExpressionAst':
    case 'VariableExpressionAst':
    case 'ConstantExpressionAst':
    case 'StringConstantExpressionAst':
      break;
    default:
      ast satisfies never;
  }
}

/**
 * Walks a whole tree without recursion, however deep it is (a sum of thousands of terms is): `enter` before a node's
 * children, `leave` after them.
 */
export function walk(root: Ast, enter: (ast: Ast) => void, leave?: (ast: Ast) => void): void {
  whole(walkInPieces(root, enter, leave, NOT_DUE));
}
/** The same, and others may have their turn after any node. Children of a node that `inside` refuses are left out. */
export function* walkInPieces<W>(
  root: Ast,
  enter: (ast: Ast) => void,
  leave: ((ast: Ast) => void) | undefined,
  due: Due<W>,
  inside?: (ast: Ast) => boolean,
): InPieces<W, void> {
  interface Frame {
    readonly ast: Ast;
    readonly children: readonly Ast[];
    next: number;
  }
  const open = (ast: Ast): Frame => {
    enter(ast);
    const children: Ast[] = [];
    if (inside?.(ast) !== false) forEachChild(ast, (child) => children.push(child));
    return { ast, children, next: 0 };
  };
  const stack: Frame[] = [open(root)];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const wait = due();
    if (wait !== undefined) yield wait;
    const child = top.children[top.next++];
    if (child !== undefined) stack.push(open(child));
    else {
      leave?.(top.ast);
      stack.pop();
    }
  }
}

/** Every node that `predicate` holds for, the root included, parents before children; not those inside what `inside` refuses. */
export const findAll = (root: Ast, predicate: (ast: Ast) => boolean, inside?: (ast: Ast) => boolean): readonly Ast[] =>
  whole(findAllInPieces(root, predicate, NOT_DUE, inside));
export function* findAllInPieces<W>(
  root: Ast,
  predicate: (ast: Ast) => boolean,
  due: Due<W>,
  inside?: (ast: Ast) => boolean,
): InPieces<W, readonly Ast[]> {
  const found: Ast[] = [];
  const enter = (ast: Ast): void => {
    if (predicate(ast)) found.push(ast);
  };
  yield* walkInPieces(root, enter, undefined, due, inside);
  return found;
}

/** The parent of every node below `root`. */
export function parentMap(root: Ast): ReadonlyMap<Ast, Ast> {
  const parents = new Map<Ast, Ast>();
  walk(root, (ast) => forEachChild(ast, (child) => parents.set(child, ast)));
  return parents;
}
