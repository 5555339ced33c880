/**
 * Flow of control through a class method: does every path return, and which variables are read where they may not have
 * been assigned. A method sees only its own variables, so both are errors there. Blocks of straight code are joined by
 * edges; a variable is assigned in a block when it is in every reachable block before it.
 */
import type { Ast, ExpressionAst, FunctionMemberAst, StatementAst, VariableExpressionAst } from './ast.js';
import { pureExpression } from './constant-values.js';
import { resolveTypeName } from './known-types.js';
import { forEachChild } from './visit.js';

export interface MethodFlow {
  readonly allPathsReturn: boolean;
  /** Variables read where nothing in the method has surely assigned them. */
  readonly unassigned: ReadonlySet<VariableExpressionAst>;
}

/** Variables that PowerShell sets for the code that runs. */
export const AUTOMATIC: ReadonlySet<string> = new Set(
  '_ args this input pscmdlet psboundparameters myinvocation psscriptroot pscommandpath ?'.split(' '),
);
/** Commands that can reach into the scope of their caller: nothing is known about variables around them. */
const SCOPE_CHANGERS = new Set(
  (
    'new-variable remove-variable set-variable set-psbreakpoint microsoft.powershell.utility\\new-variable ' +
    'microsoft.powershell.utility\\remove-variable microsoft.powershell.utility\\set-variable ' +
    'microsoft.powershell.utility\\set-psbreakpoint nv rv sbp sv set'
  ).split(' '),
);

type Step = { readonly use: VariableExpressionAst } | { readonly assign: string; readonly type: string | undefined };

class Block {
  readonly steps: Step[] = [];
  readonly successors: Block[] = [];
  readonly predecessors: Block[] = [];
  leaves = false;
  reachable = false;
  assigned: Set<string> | undefined;

  flowsTo(next: Block): void {
    if (this.successors.includes(next)) return;
    if (this.reachable) next.reachable = true;
    this.successors.push(next);
    next.predecessors.push(this);
  }
}
interface Loop {
  readonly label: string;
  readonly breakTarget: Block;
  readonly continueTarget: Block;
}
interface Variable {
  forced: boolean;
  known: boolean;
  isAssigned: boolean;
  type: string | undefined;
  readonly uses: VariableExpressionAst[];
}

export function analyzeMethod(method: FunctionMemberAst): MethodFlow {
  return new MethodAnalysis().analyze(method);
}

function localName(ast: VariableExpressionAst): string | undefined {
  const path = ast.variablePath;
  if (!path.isVariable || path.isGlobal || path.isScript) return undefined;
  const name = path.unqualifiedPath.toLowerCase();
  return name === 'psitem' ? '_' : name;
}

class MethodAnalysis {
  readonly #entry = new Block();
  readonly #exit = new Block();
  #current = this.#entry;
  readonly #loops: Loop[] = [];
  readonly #variables = new Map<string, Variable>();
  readonly #unassigned = new Set<VariableExpressionAst>();
  #pessimistic = false;

  analyze(method: FunctionMemberAst): MethodFlow {
    this.#entry.reachable = true;
    this.#pessimistic = changesScope(method.body);
    for (const parameter of method.parameters) {
      const name = localName(parameter.name);
      if (name === undefined) continue;
      const variable = this.#variable(name);
      variable.isAssigned = true;
      const constraint = parameter.attributes.find((attribute) => attribute.kind === 'TypeConstraintAst');
      const type = constraint === undefined ? 'System.Object' : resolveTypeName(constraint.typeName);
      const plain = parameter.attributes.length === (constraint === undefined ? 0 : 1);
      if (!plain || type === undefined) variable.forced = true;
      variable.type = type ?? 'System.Object';
      this.#entry.steps.push({ assign: name, type: variable.type });
    }
    const { body } = method;
    for (const block of [body.dynamicParamBlock, body.beginBlock, body.processBlock, body.endBlock, body.cleanBlock]) {
      if (block !== undefined) this.#all(block.statements);
    }
    this.#current.flowsTo(this.#exit);
    this.#assign();
    return {
      allPathsReturn: this.#exit.predecessors.every((block) => block.leaves || !block.reachable),
      unassigned: this.#unassigned,
    };
  }

  #variable(name: string): Variable {
    let variable = this.#variables.get(name);
    if (variable === undefined) {
      variable = { forced: false, known: false, isAssigned: false, type: undefined, uses: [] };
      this.#variables.set(name, variable);
    }
    return variable;
  }

  // ------------------------------------------------------ definite assignment

  #assign(): void {
    const order: Block[] = [];
    const seen = new Set<Block>();
    const visit = (block: Block): void => {
      if (seen.has(block)) return;
      seen.add(block);
      for (const successor of block.successors) visit(successor);
      order.push(block);
    };
    visit(this.#entry);
    for (const block of order.reverse()) {
      let assigned: Set<string> | undefined;
      for (const before of block.predecessors) {
        if (before.assigned === undefined) continue;
        const other = before.assigned;
        assigned = assigned === undefined ? new Set(other) : new Set([...assigned].filter((name) => other.has(name)));
      }
      block.assigned = assigned ?? new Set();
      for (const step of block.steps) this.#step(step, block.assigned);
    }
    for (const variable of this.#variables.values()) {
      if (!variable.forced || !variable.isAssigned) continue;
      for (const use of variable.uses) this.#unassigned.delete(use);
    }
  }
  #step(step: Step, assigned: Set<string>): void {
    if ('use' in step) {
      const name = localName(step.use);
      if (name !== undefined && !AUTOMATIC.has(name) && !assigned.has(name)) this.#unassigned.add(step.use);
      return;
    }
    const variable = this.#variable(step.assign);
    variable.isAssigned = true;
    if (!variable.known && this.#pessimistic) variable.forced = true;
    variable.known = true;
    if (variable.type === undefined) variable.type = step.type ?? 'System.Object';
    else {
      const type = step.type ?? (assigned.has(step.assign) ? undefined : 'System.Object');
      if (type !== undefined && type !== variable.type) variable.forced = true;
    }
    assigned.add(step.assign);
  }

  // ------------------------------------------------------------------ blocks

  #all(asts: readonly Ast[]): void {
    for (const ast of asts) this.#visit(ast);
  }
  #some(...asts: readonly (Ast | undefined)[]): void {
    for (const ast of asts) if (ast !== undefined) this.#visit(ast);
  }
  /** `return`, `throw` and `exit`: out of the method; what follows cannot be reached. */
  #leave(pipeline: Ast | undefined): void {
    this.#some(pipeline);
    this.#current.flowsTo(this.#exit);
    this.#current.leaves = true;
    this.#current = new Block();
  }
  #jump(label: ExpressionAst | undefined, isBreak: boolean): void {
    let loop: Loop | undefined;
    if (label === undefined) loop = this.#loops.at(-1);
    else {
      this.#visit(label);
      if (label.kind === 'StringConstantExpressionAst') {
        const name = label.value.toLowerCase();
        loop = this.#loops.findLast((candidate) => candidate.label === name);
      }
    }
    if (loop === undefined) {
      this.#current.flowsTo(this.#exit);
      this.#current.leaves = true;
    } else this.#current.flowsTo(isBreak ? loop.breakTarget : loop.continueTarget);
    this.#current = new Block();
  }

  #whileLoop(label: string | undefined, condition: (() => void) | undefined, body: () => void, step?: Ast): void {
    const continueTarget = new Block();
    if (step === undefined) {
      this.#current.flowsTo(continueTarget);
      this.#current = continueTarget;
    } else {
      const after = new Block();
      this.#current.flowsTo(after);
      this.#current = continueTarget;
      this.#visit(step);
      this.#current.flowsTo(after);
      this.#current = after;
    }
    const bodyBlock = new Block();
    const breakTarget = new Block();
    if (condition !== undefined) {
      condition();
      this.#current.flowsTo(breakTarget);
    }
    this.#loops.push({ label: (label ?? '').toLowerCase(), breakTarget, continueTarget });
    this.#current.flowsTo(bodyBlock);
    this.#current = bodyBlock;
    body();
    this.#current.flowsTo(continueTarget);
    this.#current = breakTarget;
    this.#loops.pop();
  }
  #doLoop(label: string | undefined, condition: Ast, body: Ast): void {
    const continueTarget = new Block();
    const bodyBlock = new Block();
    const breakTarget = new Block();
    const repeat = new Block();
    this.#loops.push({ label: (label ?? '').toLowerCase(), breakTarget, continueTarget });
    this.#current.flowsTo(bodyBlock);
    this.#current = bodyBlock;
    this.#visit(body);
    this.#current.flowsTo(continueTarget);
    this.#current = continueTarget;
    this.#visit(condition);
    this.#current.flowsTo(breakTarget);
    this.#current.flowsTo(repeat);
    repeat.flowsTo(bodyBlock);
    this.#current = breakTarget;
    this.#loops.pop();
  }

  // ------------------------------------------------------------------- nodes

  #visit(ast: Ast): void {
    switch (ast.kind) {
      case 'VariableExpressionAst':
        this.#use(ast);
        break;
      case 'AssignmentStatementAst':
        this.#visit(ast.right);
        for (const target of assignmentTargets(ast.left)) this.#target(target);
        break;
      case 'IfStatementAst':
        this.#if(ast);
        break;
      case 'TernaryExpressionAst':
        this.#ternary(ast);
        break;
      case 'BinaryExpressionAst':
        this.#binary(ast);
        break;
      case 'SwitchStatementAst':
        this.#switch(ast);
        break;
      case 'ForEachStatementAst':
        this.#foreach(ast);
        break;
      case 'ForStatementAst':
        this.#some(ast.initializer);
        this.#whileLoop(
          ast.label,
          ast.condition === undefined ? undefined : () => this.#some(ast.condition),
          () => this.#visit(ast.body),
          ast.iterator,
        );
        break;
      case 'WhileStatementAst':
        this.#whileLoop(
          ast.label,
          () => this.#visit(ast.condition),
          () => this.#visit(ast.body),
        );
        break;
      case 'DoWhileStatementAst':
      case 'DoUntilStatementAst':
        this.#doLoop(ast.label, ast.condition, ast.body);
        break;
      case 'TryStatementAst':
        this.#try(ast);
        break;
      case 'BreakStatementAst':
        this.#jump(ast.label, true);
        break;
      case 'ContinueStatementAst':
        this.#jump(ast.label, false);
        break;
      case 'ReturnStatementAst':
      case 'ExitStatementAst':
      case 'ThrowStatementAst':
        this.#leave(ast.pipeline);
        break;
      case 'DataStatementAst':
        this.#visit(ast.body);
        if (ast.variable !== undefined) {
          this.#current.steps.push({ assign: ast.variable.toLowerCase(), type: 'System.Object' });
        }
        break;
      case 'PipelineAst':
        this.#pipeline(ast);
        break;
      case 'StatementBlockAst':
        this.#all(ast.statements);
        break;
      case 'CommandAst':
        this.#all(ast.commandElements);
        break;
      case 'CommandExpressionAst':
        this.#visit(ast.expression);
        break;
      case 'AttributedExpressionAst':
      case 'ConvertExpressionAst':
        this.#visit(ast.child);
        break;
      case 'FunctionDefinitionAst':
      case 'TypeDefinitionAst':
      case 'ScriptBlockExpressionAst':
      case 'UsingExpressionAst':
      case 'BaseCtorInvokeMemberExpressionAst':
      case 'ConfigurationDefinitionAst':
      case 'ErrorStatementAst':
      case 'ErrorExpressionAst':
        break;
      default:
        forEachChild(ast, (child) => this.#visit(child));
    }
  }

  #use(ast: VariableExpressionAst): void {
    const name = localName(ast);
    if (name === undefined || AUTOMATIC.has(name)) return;
    const variable = this.#variable(name);
    variable.uses.push(ast);
    // One that must be looked up by name anyway counts as read unassigned until an assignment is found.
    if (variable.forced) this.#unassigned.add(ast);
    else this.#current.steps.push({ use: ast });
  }
  #target(target: ExpressionAst): void {
    let inner = target;
    let wrappers = 0;
    let hasAttribute = false;
    let type: string | undefined;
    let unresolved = false;
    while (inner.kind === 'AttributedExpressionAst' || inner.kind === 'ConvertExpressionAst') {
      wrappers++;
      if (inner.kind === 'ConvertExpressionAst') {
        type = resolveTypeName(inner.attribute.typeName);
        unresolved = type === undefined;
      } else hasAttribute = true;
      inner = inner.child;
    }
    if (inner.kind !== 'VariableExpressionAst') {
      this.#visit(target);
      return;
    }
    const name = localName(inner);
    if (name === undefined) return;
    const variable = this.#variable(name);
    variable.uses.push(inner);
    if (hasAttribute || wrappers > 1 || unresolved) variable.forced = true;
    if (!hasAttribute && wrappers <= 1) {
      this.#current.steps.push({ assign: name, type: wrappers === 0 ? undefined : (type ?? 'System.Object') });
    }
  }
  #if(ast: Extract<StatementAst, { kind: 'IfStatementAst' }>): void {
    const after = new Block();
    if (ast.elseClause === undefined) this.#current.flowsTo(after);
    ast.clauses.forEach((clause, i) => {
      const isLast = i === ast.clauses.length - 1 && ast.elseClause === undefined;
      const body = new Block();
      const next = isLast ? after : new Block();
      this.#visit(clause.condition);
      this.#current.flowsTo(body);
      this.#current.flowsTo(next);
      this.#current = body;
      this.#visit(clause.body);
      this.#current.flowsTo(after);
      this.#current = next;
    });
    if (ast.elseClause !== undefined) {
      this.#visit(ast.elseClause);
      this.#current.flowsTo(after);
    }
    this.#current = after;
  }
  #ternary(ast: Extract<ExpressionAst, { kind: 'TernaryExpressionAst' }>): void {
    const after = new Block();
    this.#visit(ast.condition);
    const before = this.#current;
    for (const part of [ast.ifTrue, ast.ifFalse]) {
      this.#current = new Block();
      before.flowsTo(this.#current);
      this.#visit(part);
      this.#current.flowsTo(after);
    }
    this.#current = after;
  }
  #binary(ast: Extract<ExpressionAst, { kind: 'BinaryExpressionAst' }>): void {
    this.#visit(ast.left);
    if (ast.operator !== 'And' && ast.operator !== 'Or') {
      this.#visit(ast.right);
      return;
    }
    const target = new Block();
    const next = new Block();
    this.#current.flowsTo(target);
    this.#current.flowsTo(next);
    this.#current = next;
    this.#visit(ast.right);
    this.#current.flowsTo(target);
    this.#current = target;
  }
  #switch(ast: Extract<StatementAst, { kind: 'SwitchStatementAst' }>): void {
    const condition = (): void => {
      this.#visit(ast.condition);
      this.#current.steps.push({ assign: 'switch', type: 'System.Collections.IEnumerator' });
    };
    this.#whileLoop(ast.label, condition, () => {
      const after = new Block();
      ast.clauses.forEach((clause, i) => {
        const body = new Block();
        const isLast = i === ast.clauses.length - 1 && ast.default === undefined;
        const next = isLast ? after : new Block();
        this.#visit(clause.condition);
        this.#current.flowsTo(next);
        this.#current.flowsTo(body);
        this.#current = body;
        this.#visit(clause.body);
        if (!isLast) {
          this.#current.flowsTo(next);
          this.#current = next;
        }
      });
      if (ast.default !== undefined) {
        this.#current.flowsTo(after);
        this.#visit(ast.default);
      }
      this.#current.flowsTo(after);
      this.#current = after;
    });
  }
  #foreach(ast: Extract<StatementAst, { kind: 'ForEachStatementAst' }>): void {
    const after = new Block();
    const condition = (): void => {
      this.#visit(ast.condition);
      this.#current.flowsTo(after);
      this.#current.steps.push({ assign: 'foreach', type: 'System.Collections.IEnumerator' });
      const name = localName(ast.variable);
      if (name !== undefined) {
        this.#variable(name).uses.push(ast.variable);
        this.#current.steps.push({ assign: name, type: undefined });
      }
    };
    this.#whileLoop(ast.label, condition, () => this.#visit(ast.body));
    this.#current.flowsTo(after);
    this.#current = after;
  }
  #try(ast: Extract<StatementAst, { kind: 'TryStatementAst' }>): void {
    const before = this.#current;
    this.#current = new Block();
    before.flowsTo(this.#current);
    this.#visit(ast.body);
    const endOfTry = this.#current;
    const finallyBlock = ast.finally === undefined ? undefined : new Block();
    const after = new Block();
    for (const clause of ast.catchClauses) {
      this.#current = new Block();
      before.flowsTo(this.#current);
      this.#visit(clause.body);
      this.#current.flowsTo(finallyBlock ?? after);
    }
    if (finallyBlock === undefined || ast.finally === undefined) {
      endOfTry.flowsTo(after);
    } else {
      endOfTry.flowsTo(finallyBlock);
      this.#current = finallyBlock;
      this.#visit(ast.finally);
      this.#current.flowsTo(after);
      const last = this.#current;
      if (!ast.catchClauses.some((clause) => clause.catchTypes.length === 0)) {
        before.flowsTo(finallyBlock);
        const rethrow = new Block();
        last.flowsTo(rethrow);
        rethrow.leaves = true;
        rethrow.flowsTo(this.#exit);
      }
      last.flowsTo(after);
    }
    this.#current = after;
  }
  #pipeline(ast: Extract<StatementAst, { kind: 'PipelineAst' }>): void {
    let invokes = false;
    for (const element of ast.pipelineElements) {
      this.#visit(element);
      if (element.kind === 'CommandAst') invokes = true;
      for (const redirection of element.redirections) this.#visit(redirection);
    }
    if (!invokes || this.#loops.length === 0) return;
    // A command may break or continue any loop around it.
    for (const loop of this.#loops) {
      this.#current.flowsTo(loop.breakTarget);
      this.#current.flowsTo(loop.continueTarget);
    }
    const next = new Block();
    this.#current.flowsTo(next);
    this.#current = next;
  }
}

/** `$a, ($b) = …` assigns to both. */
export function assignmentTargets(ast: ExpressionAst | undefined): readonly ExpressionAst[] {
  if (ast === undefined) return [];
  if (ast.kind === 'ParenExpressionAst') return assignmentTargets(pureExpression(ast.pipeline));
  if (ast.kind === 'ArrayLiteralAst') return ast.elements.flatMap(assignmentTargets);
  return [ast];
}

/** Whether code runs commands that make or remove variables by name: its own variables can then be any. */
export function changesScope(root: Ast): boolean {
  let found = false;
  const visit = (ast: Ast): void => {
    if (ast.kind === 'FunctionDefinitionAst' || ast.kind === 'ScriptBlockExpressionAst') return;
    if (ast.kind === 'TrapStatementAst') return;
    if (ast.kind === 'CommandAst') {
      const [name] = ast.commandElements;
      if (ast.invocationOperator === 'Dot') found = true;
      else if (name?.kind === 'StringConstantExpressionAst' && SCOPE_CHANGERS.has(name.value.toLowerCase()))
        found = true;
    } else if (ast.kind === 'VariableExpressionAst' && ast.variablePath.isPrivate) found = true;
    if (!found) forEachChild(ast, visit);
  };
  visit(root);
  return found;
}
