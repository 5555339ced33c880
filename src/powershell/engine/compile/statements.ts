/** Statements to closures: lists with their error handling, loops, switch, try, assignments. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { findAll, forEachChild } from '../../lang/index.js';
import type {
  AssignmentStatementAst,
  Ast,
  ExpressionAst,
  Extent,
  PipelineBaseAst,
  PipelineChainAst,
  StatementAst,
  StatementBlockAst,
  SwitchStatementAst,
  TrapStatementAst,
  TryStatementAst,
} from '../../lang/index.js';
import { convertTo, toBoolean, toText } from '../conversion.js';
import { addLong, divide, multiply, remainder, subtract } from '../operators/arithmetic.js';
import { sameText } from '../operators/comparison.js';
import { find, like, matchesTable, rangeBatches, regexFrom } from '../operators/text.js';
import { andThen as then, drive, goOn, type Pending, settle, type Steps } from '../pending.js';
import { isHeardAsStop } from '../runtime/downstream.js';
import { BREAK, Collector, CONTINUE, Flow, FlowEscape, type Frame, NOWHERE, RETURN, siteOf } from '../runtime/frame.js';
import { positionText } from '../formatting/error-position.js';
import { isConstrained, trustHere } from '../runtime/language-mode.js';
import { batchesOf, enumerate } from '../runtime/members.js';
import { localVariable } from '../runtime/variables.js';
import { placeOf } from '../runtime/watcher.js';
import { caughtRecord, handlerFor, innerRecord, isRuntimeException, recordWithin } from '../values/escaping.js';
import {
  ErrorRecordObject,
  ExceptionObject,
  exceptionType,
  ExitException,
  fail,
  PipelineStopped,
  PSError,
  StopUpstream,
} from '../values/exceptions.js';
import { beginWalk, endWalk, stepWalk, type Walk } from '../values/changes.js';
import { AutomationNull, type EnumeratorData, NetObject, plain, unwrap } from '../values/live.js';
import { ENUMERATOR } from '../runtime/enumerator.js';
import { ScriptBlock, ScriptCode } from '../values/script-block.js';
import { INT32 } from '../values/types.js';
import { isAttribute, textArguments } from './attributes.js';
import {
  collect,
  compileExpression,
  compileRangeEnds,
  compilePlace,
  compileOldValue,
  compileVariableWrite,
  type Expr,
  requireTypeName,
} from './expressions.js';
import type { NetRegex } from '../text/regex/index.js';
import { addPlace, inBlock, inStatement, link, movesPlace, ownBlock, type Stmt, watchingPlace } from './link.js';
import { compilePipeline } from './pipelines.js';
import { defineScriptTypes } from './types.js';

/** As an Int32 has it; what is none is 0. */
function exitCodeOf(value: PSValue): number {
  try {
    return Number(convertTo(value, INT32));
  } catch (error) {
    if (error instanceof PSError) return 0;
    throw error;
  }
}
/** A statement that a trap stands by: errors inside of what it calls end that, and come to the trap. */
function trapped(statement: Stmt): Stmt {
  return (f) => f.rt.insideTry(() => statement(f));
}

/** What a list with traps does about an error of one of its statements. */
type Handling = (f: Frame, error: unknown, extent: Extent | undefined) => Pending<Flow | undefined>;
/** That of the list whose statement is being compiled; undefined: it has no traps. */
let heardBy: Handling | undefined;
function heard<T>(handling: Handling | undefined, compile: () => T): T {
  const outer = heardBy;
  heardBy = handling;
  try {
    return compile();
  } finally {
    heardBy = outer;
  }
}

/** Lists of more statements are compiled as they run, and give up their thread: a stop would wait for them. */
const LONG_LIST = 500;
/** Statements in order. An error that nobody catches is reported, and the next statement runs. */
export function compileList(statements: readonly StatementAst[], traps: readonly TrapStatementAst[]): Stmt {
  const compileOne = (ast: StatementAst): Stmt => {
    if (!PLACED_LATE.has(ast.kind)) addPlace();
    const { made, isMoving } = watchingPlace(() =>
      heard(traps.length === 0 ? undefined : handle, () => inStatement(ast.extent, () => compileStatement(ast))),
    );
    addPlace();
    const written: Stmt = isMoving
      ? (f) => {
          f.at = undefined;
          return made(f);
        }
      : made;
    return traps.length === 0 ? written : trapped(written);
  };
  const isLong = statements.length > LONG_LIST;
  const within = ownBlock();
  const compileNow = (index: number): Stmt | undefined => {
    const ast = statements[index];
    if (ast === undefined) return undefined;
    const made = inBlock(within, () => compileOne(ast));
    compiled[index] = made;
    return made;
  };
  const handlers = traps.map((trap) => ({
    type: trap.trapType,
    body: inBlock(undefined, () => compileList(trap.body.statements, trap.body.traps)),
  }));
  const looked = (f: Frame, index: number, statement: Stmt): Pending<Flow | undefined> => {
    const ast = statements[index];
    const place = ast === undefined ? undefined : placeOf(ast);
    if (ast === undefined || place === undefined) return statement(f);
    return f.rt.watcher?.around(f, ast, place, () => statement(f));
  };
  const run = (f: Frame, from: number): Pending<Flow | undefined> => {
    for (let index = from; index < statements.length; index += 1) {
      const statement = compiled[index] ?? compileNow(index);
      if (statement === undefined) continue;
      if (isLong) {
        const tick = f.rt.tick();
        if (tick !== undefined) return then(tick, () => run(f, index));
      }
      try {
        const result = f.rt.watcher === undefined ? statement(f) : looked(f, index, statement);
        if (result !== undefined) {
          if (result instanceof Promise) return resume(f, index, result);
          return result;
        }
      } catch (error) {
        const handled = handle(f, error, statements[index]?.extent);
        if (handled instanceof Promise)
          return then(handled, (flow) => {
            if (flow !== undefined) return flow;
            const rest = next(f, index);
            return rest === 'go on' ? run(f, index + 1) : rest;
          });
        if (handled !== undefined) return handled;
        const rest = next(f, index);
        if (rest !== 'go on') return rest;
      }
    }
    return undefined;
  };
  const resume = async (f: Frame, index: number, pending: Promise<Flow | undefined>): Promise<Flow | undefined> => {
    const { current } = f.rt;
    try {
      const flow = await pending;
      if (flow !== undefined) return flow;
    } catch (error) {
      goOn(f.rt, current);
      const flow = await handle(f, error, statements[index]?.extent);
      if (flow !== undefined) return flow;
      goOn(f.rt, current);
      const rest = next(f, index);
      if (rest !== 'go on') return await rest;
    }
    goOn(f.rt, current);
    return await run(f, index + 1);
  };
  const handle: Handling = (f, error, extent) => {
    // A return, break or continue inside of an expression: `$(…)`, or a statement that is assigned.
    if (error instanceof FlowEscape) return error.flow;
    const failure = f.rt.asError(error, placeIn(f, extent), f);
    if (failure === undefined) throw error;
    if (failure.leaving !== undefined && failure.leaving === f.invocation) throw failure;
    const stopped = isHeardAsStop(failure, siteOf(f));
    if (!stopped) f.rt.tapError(f, failure.record);
    if (handlers.length > 0) {
      const wanted = handlers.map(({ type }) =>
        type === undefined ? [] : [requireTypeName(type.typeName, f, type.extent)],
      );
      const handler = handlers[handlerFor(failure, wanted, true)];
      if (handler !== undefined) return drive(runTrap(f, handler.body, failure));
    }
    if (stopped) throw failure;
    return f.rt.statementFailed(f, failure);
  };
  /** The rest of the list, in which the variable that was to be assigned is the block's own and nothing. */
  const restUnset = (f: Frame, index: number, name: string): Pending<Flow | undefined> => {
    const { scope } = f;
    scope.force(name, null);
    const variable = scope.own(name);
    const tidy = (): void => {
      if (variable !== undefined && scope.own(name) === variable && variable.value === null) scope.remove(name);
    };
    return drive(finallyDo(() => run(f, index), tidy));
  };
  const next = (f: Frame, index: number): Pending<Flow | undefined> | 'go on' => {
    const ast = statements[index];
    const name = ast === undefined ? undefined : assignedName(ast);
    return name !== undefined && index + 1 < statements.length && isForeign(f, name)
      ? restUnset(f, index + 1, name)
      : 'go on';
  };
  const compiled: (Stmt | undefined)[] = isLong ? [] : statements.map(compileOne);
  const types = statements.filter((ast) => ast.kind === 'TypeDefinitionAst');
  if (types.length === 0) return (f) => run(f, 0);
  return (f) => {
    // `using` comes first: types may need what it brings.
    const usings = statements.findLastIndex(({ kind }) => kind === 'UsingStatementAst') + 1;
    for (let index = 0; index < usings; index += 1) {
      const done = (compiled[index] ?? compileNow(index))?.(f);
      if (done instanceof Promise)
        return done.then(() => {
          defineScriptTypes(f, types);
          return run(f, index + 1);
        });
    }
    defineScriptTypes(f, types);
    return run(f, usings);
  };
}

/** The variable of `$x = …` and `$x += …`. */
function assignedName(ast: StatementAst): string | undefined {
  if (ast.kind !== 'AssignmentStatementAst' || ast.left.kind !== 'VariableExpressionAst') return undefined;
  const { variablePath } = ast.left;
  return variablePath.isUnqualified ? variablePath.userPath.toLowerCase() : undefined;
}
/**
 * Is a variable of a block's caller meant by the name? A block that assigns it has one of its own from there on, even when
 * the assignment fails: what is read after it is nothing.
 */
function isForeign({ scope }: Frame, name: string): boolean {
  if (scope.parent === undefined || scope === scope.module?.scope || scope.own(name) !== undefined) return false;
  // Of a variable of all scopes no block has one of its own.
  return scope.listed(name) === undefined;
}
/** Where a statement has got to. */
const placeIn = ({ at }: Frame, extent: Extent | undefined): Extent | undefined =>
  at !== undefined && isWithin(at, extent) ? at : extent;
const isWithin = (inner: Extent, outer: Extent | undefined): boolean =>
  outer !== undefined &&
  inner.source === outer.source &&
  inner.startOffset >= outer.startOffset &&
  inner.endOffset <= outer.endOffset;

function* runTrap(f: Frame, body: Stmt, failure: PSError): Steps<Flow | undefined> {
  f.rt.listError(failure);
  f.rt.lastOk = false;
  const scope = f.rt.childScope(f.scope);
  scope.force('_', innerRecord(failure));
  const flow = yield* settle(body({ ...f, scope }));
  if (flow?.kind === 'continue') {
    // The statement failed all the same.
    f.rt.lastOk = false;
    return undefined;
  }
  if (flow?.kind === 'break') {
    failure.broken = true;
    throw failure;
  }
  if (flow !== undefined) return flow;
  if (f.rt.preference(f, 'ErrorActionPreference') === 'stop') {
    failure.broken = true;
    throw failure;
  }
  yield* settle(f.rt.reportError(f, failure.record));
  return undefined;
}

export function compileBlock(block: StatementBlockAst): Stmt {
  return compileList(block.statements, block.traps);
}

/** `a && b || c`: an error ends one of the pipelines alone, and is the traps' of the list around the chain where it has any. */
function compileChain(ast: PipelineChainAst): Stmt {
  const parts = chained(ast).map(({ pipeline, wanted }) => ({
    run: compileStatement(pipeline),
    extent: pipeline.extent,
    wanted,
  }));
  const traps = heardBy;
  const failed: Handling = (f, error, extent) => {
    if (traps !== undefined) return traps(f, error, extent);
    const failure = f.rt.asError(error, extent);
    if (failure === undefined || isHeardAsStop(failure, siteOf(f))) throw error;
    f.rt.tapError(f, failure.record);
    return f.rt.statementFailed(f, failure);
  };
  const steps = function* (f: Frame): Steps<Flow | undefined> {
    for (const { run, extent, wanted } of parts) {
      if (wanted !== undefined && f.rt.lastOk !== wanted) continue;
      let flow: Flow | undefined;
      try {
        flow = yield* settle(run(f));
      } catch (error) {
        flow = yield* settle(failed(f, error, extent));
      }
      if (flow !== undefined) return flow;
    }
    return undefined;
  };
  return (f) => drive(steps(f));
}
/** Its pipelines, and what `$?` has to be for each but the first. */
function chained(ast: PipelineChainAst): { pipeline: StatementAst; wanted?: boolean }[] {
  const { lhsPipelineChain: left, rhsPipeline, operator } = ast;
  const before = left.kind === 'PipelineChainAst' ? chained(left) : [{ pipeline: left }];
  return [...before, { pipeline: rhsPipeline, wanted: operator === 'AndAnd' }];
}

/** An assignment within a statement: what fails there, or behind it, is told there, unless it is its block's first place. */
function compileInner(ast: AssignmentStatementAst): Expr {
  const { value } = compileAssignment(ast);
  if (!addPlace()) return value;
  const placed = located(value, ast.extent);
  movesPlace();
  return (f) => {
    f.at = ast.extent;
    return placed(f);
  };
}
/** Statements whose place PowerShell counts behind those of what is in them. */
const PLACED_LATE: ReadonlySet<string> = new Set([
  'AssignmentStatementAst',
  'IfStatementAst',
  'ThrowStatementAst',
  'TryStatementAst',
]);
/** A statement's value: an expression's own, a pipeline's collected output. */
export function compileValue(ast: StatementAst): Expr {
  if (ast.kind === 'CommandExpressionAst' && ast.redirections.length === 0) return compileExpression(ast.expression);
  if (ast.kind === 'PipelineAst' && ast.pipelineElements.length === 1 && !ast.background) {
    const element = ast.pipelineElements[0];
    if (element?.kind === 'CommandExpressionAst' && element.redirections.length === 0)
      return compileExpression(element.expression);
  }
  if (ast.kind === 'AssignmentStatementAst') return compileInner(ast);
  const statement = compileStatement(ast);
  return (f) => collect(f, statement, false);
}

export function compileStatement(ast: StatementAst): Stmt {
  switch (ast.kind) {
    case 'PipelineAst': {
      const element = ast.pipelineElements[0];
      if (
        ast.pipelineElements.length === 1 &&
        !ast.background &&
        element?.kind === 'CommandExpressionAst' &&
        element.redirections.length === 0
      )
        return compileExpressionStatement(element.expression);
      const run = compilePipeline(ast);
      return (f) => run(f) as Pending<undefined>;
    }
    case 'CommandExpressionAst':
      return ast.redirections.length === 0
        ? compileExpressionStatement(ast.expression)
        : (compilePipelineOf(ast) as Stmt);
    case 'PipelineChainAst': {
      if (ast.background)
        return (f) => {
          const started = f.rt.startBackground(f, ast);
          return started instanceof Promise ? started.then(() => undefined) : undefined;
        };
      return compileChain(ast);
    }
    case 'AssignmentStatementAst': {
      const { run } = compileAssignment(ast);
      // `$x = command` keeps what `$?` says of the command.
      if (!isValue(ast.right)) return (f) => then(run(f), () => undefined);
      return (f) =>
        then(run(f), () => {
          f.rt.lastOk = true;
          return undefined;
        });
    }
    case 'IfStatementAst': {
      const clauses = ast.clauses.map(({ condition, body }) => ({
        condition: compileCondition(condition),
        body: compileBlock(body),
      }));
      const otherwise = ast.elseClause === undefined ? undefined : compileBlock(ast.elseClause);
      const at = (f: Frame, index: number): Pending<Flow | undefined> => {
        const clause = clauses[index];
        if (clause === undefined) return otherwise?.(f);
        const value = clause.condition(f);
        if (value instanceof Promise) return value.then((answer) => (answer ? clause.body(f) : at(f, index + 1)));
        return value ? clause.body(f) : at(f, index + 1);
      };
      return (f) => at(f, 0);
    }
    case 'WhileStatementAst':
      return compileLoop(ast.label, ast.condition, undefined, ast.body, undefined, 'before', true);
    case 'DoWhileStatementAst':
      return compileLoop(ast.label, ast.condition, undefined, ast.body, undefined, 'after', true);
    case 'DoUntilStatementAst':
      return compileLoop(ast.label, ast.condition, undefined, ast.body, undefined, 'after', false);
    case 'ForStatementAst':
      return compileLoop(ast.label, ast.condition, ast.initializer, ast.body, ast.iterator, 'before', true);
    case 'ForEachStatementAst':
      return compileForEach(ast);
    case 'SwitchStatementAst':
      return compileSwitch(ast);
    case 'TryStatementAst':
      return compileTry(ast);
    case 'TrapStatementAst':
      return () => undefined;
    case 'BreakStatementAst':
    case 'ContinueStatementAst': {
      const kind = ast.kind === 'BreakStatementAst' ? 'break' : 'continue';
      if (ast.label === undefined) return () => (kind === 'break' ? BREAK : CONTINUE);
      const label = compileExpression(ast.label);
      return (f) => then(label(f), (value) => new Flow(kind, toText(value)));
    }
    case 'ReturnStatementAst': {
      if (ast.pipeline === undefined) return () => RETURN;
      // An assignment that is returned gives what it assigned.
      const assigned = ast.pipeline.kind === 'AssignmentStatementAst' ? compileValue(ast.pipeline) : undefined;
      const value: Stmt =
        assigned === undefined
          ? compileStatement(ast.pipeline)
          : (f) => then(assigned(f), (made) => writeOut(f, made) as Pending<undefined>);
      // A method returns the object itself, and takes no collection apart.
      const whole = compileValue(ast.pipeline);
      const { extent } = ast.pipeline;
      return (f) => {
        try {
          const { returnOut } = f;
          if (returnOut !== undefined)
            return then(whole(f), (made) => {
              f.rt.lastReturn = extent;
              return then(made === AutomationNull ? undefined : returnOut.write(made), () => RETURN);
            });
          return then(value(f), (flow) => flow ?? RETURN);
        } catch (error) {
          throw f.rt.asError(error, extent, f) ?? error;
        }
      };
    }
    case 'ExitStatementAst': {
      const value = ast.pipeline === undefined ? undefined : compileValue(ast.pipeline);
      return (f) =>
        then(value?.(f) ?? null, (code) => {
          const inner = unwrap(plain(code));
          throw new ExitException(exitCodeOf(inner), inner);
        });
    }
    case 'ThrowStatementAst': {
      const { extent, pipeline } = ast;
      const value = pipeline === undefined ? undefined : located(compileValue(pipeline), extent);
      return (f) =>
        then(value?.(f) ?? null, (thrown) => {
          throw makeThrow(f, plain(thrown), value === undefined, extent);
        });
    }
    case 'FunctionDefinitionAst': {
      const code = ScriptCode.of(ast);
      const aliases = (ast.body.paramBlock?.attributes ?? [])
        .filter((attribute) => isAttribute(attribute, 'alias'))
        .flatMap((attribute) => textArguments(attribute))
        .filter((text) => text !== undefined);
      return (f) => {
        f.rt.refuseLockedFunction(f.scope, ast.name);
        f.rt.defineFunction(f.scope, ast.name, new ScriptBlock(code, f.scope.module, trustHere(f)), ast.isFilter);
        for (const alias of aliases) f.rt.defineAlias(f.scope, alias, ast.name);
        return undefined;
      };
    }
    case 'TypeDefinitionAst':
      // Defined before the statements of its list run.
      return () => undefined;
    case 'UsingStatementAst':
      return (f) => f.rt.useStatement(f, ast) as Pending<undefined>;
    case 'DataStatementAst': {
      const body = compileBlock(ast.body);
      const { variable, commandsAllowed } = ast;
      const [allowed] = commandsAllowed;
      return (f) => {
        if (allowed !== undefined && isConstrained(f)) throw dataCommandsRefused(allowed.extent);
        return variable === undefined
          ? body(f)
          : then(collect(f, body, false), (value) => {
              f.scope.set(variable, plain(value));
              return undefined;
            });
      };
    }
    case 'BlockStatementAst':
    case 'ConfigurationDefinitionAst':
    case 'DynamicKeywordStatementAst':
    case 'ErrorStatementAst': {
      const what = ast.kind === 'ConfigurationDefinitionAst' ? 'Desired State Configuration (configuration)' : ast.kind;
      return () => {
        throw fail(
          'NotSupported',
          `${what} is not supported by this engine. Run the script on a real PowerShell session instead.`,
          { category: 'NotImplemented', type: 'System.NotSupportedException' },
        );
      };
    }
  }
}
function compilePipelineOf(ast: StatementAst & { kind: 'CommandExpressionAst' }): (f: Frame) => Pending<unknown> {
  return compilePipeline({ kind: 'PipelineAst', extent: ast.extent, pipelineElements: [ast], background: false });
}

/** Writes a value as a pipeline does: collections are taken apart. */
export function writeOut(f: Frame, value: PSValue): Pending<void> {
  if (typeof value !== 'object') return f.out.write(value);
  if (value === AutomationNull) return undefined;
  const items = enumerate(value);
  if (items === undefined) return f.out.write(value);
  if (items.length > WRITTEN_AT_ONCE) return drive(writeSteps(f, items, 0));
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] ?? null;
    const waiting = item === AutomationNull ? undefined : f.out.write(item);
    if (waiting instanceof Promise) return waiting.then(() => drive(writeSteps(f, items, index + 1)));
  }
  return undefined;
}
/** Elements of a list that are written before others have their turn. */
const WRITTEN_AT_ONCE = 128;
function* writeSteps(f: Frame, items: readonly PSValue[], from: number): Steps<void> {
  for (let index = from; index < items.length; index += 1) {
    const item = items[index] ?? null;
    const waiting = item === AutomationNull ? undefined : f.out.write(item);
    if (waiting instanceof Promise) yield waiting;
    if (index % WRITTEN_AT_ONCE !== 0) continue;
    const tick = f.rt.tick(WRITTEN_AT_ONCE);
    if (tick !== undefined) yield tick;
  }
}

function compileExpressionStatement(ast: ExpressionAst): Stmt {
  const expression = compileExpression(ast);
  const silent = ast.kind === 'UnaryExpressionAst' && /PlusPlus|MinusMinus/.test(ast.tokenKind);
  // `(…)` and `$(…)` around a command keep what `$?` says of it.
  const keeps = !endsInValue(ast);
  return (f) => {
    const value = expression(f);
    if (value instanceof Promise)
      return value.then(async (settled) => {
        if (!keeps) f.rt.lastOk = true;
        if (!silent) await writeOut(f, settled);
        return undefined;
      });
    if (!keeps) f.rt.lastOk = true;
    return silent ? undefined : (writeOut(f, value) as Pending<undefined>);
  };
}

/** What the expression does last is no command: `$?` is true after it. */
function endsInValue(ast: ExpressionAst): boolean {
  switch (ast.kind) {
    case 'ParenExpressionAst':
      return isValue(ast.pipeline);
    case 'SubExpressionAst':
      // Its statements have said it themselves.
      return ast.subExpression.statements.length === 0;
    case 'ArrayExpressionAst': {
      const last = ast.subExpression.statements.at(-1);
      return last === undefined || isValue(last);
    }
    default:
      return true;
  }
}
function isValue(ast: StatementAst): boolean {
  if (ast.kind === 'AssignmentStatementAst') return isValue(ast.right);
  const [only, other] = ast.kind === 'PipelineAst' ? ast.pipelineElements : [ast];
  return only?.kind === 'CommandExpressionAst' && other === undefined && endsInValue(only.expression);
}

/** Errors of a part of a statement are shown where that part stands. */
function located(expression: Expr, extent: Extent): Expr {
  return (f) => {
    try {
      const value = expression(f);
      return value instanceof Promise
        ? value.catch((error: unknown) => {
            throw f.rt.asError(error, placeIn(f, extent), f) ?? error;
          })
        : value;
    } catch (error) {
      throw f.rt.asError(error, placeIn(f, extent), f) ?? error;
    }
  };
}
function compileCondition(ast: StatementAst): (f: Frame) => Pending<boolean> {
  const value = located(
    inStatement(ast.extent, () => compileValue(ast)),
    ast.extent,
  );
  addPlace();
  const looked = (f: Frame): Pending<PSValue> =>
    f.rt.watcher === undefined ? value(f) : f.rt.watcher.around(f, ast, ast.extent, () => value(f));
  if (!runsCommand(ast))
    return (f) => {
      const result = looked(f);
      if (typeof result === 'boolean') return result;
      return result instanceof Promise ? result.then(toBoolean) : toBoolean(result);
    };
  // The condition has come out, whatever its commands say.
  return (f) =>
    then(looked(f), (result) => {
      f.rt.lastOk = true;
      return toBoolean(result);
    });
}
/** Whether a command stands in it, other than in blocks that it only makes. */
function runsCommand(ast: Ast): boolean {
  const open: Ast[] = [ast];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'CommandAst') return true;
    if (next.kind !== 'ScriptBlockAst') forEachChild(next, (child) => open.push(child));
  }
  return false;
}

// -------------------------------------------------------------- assignment

const COMPOUND: Readonly<Record<string, (left: PSValue, right: PSValue) => Pending<PSValue>>> = {
  PlusEquals: addLong,
  MinusEquals: subtract,
  MultiplyEquals: multiply,
  DivideEquals: divide,
  RemainderEquals: remainder,
};
/** `$x = …` and `$x += …` of a plain variable: no place to open. */
function compileDirect(ast: AssignmentStatementAst, right: Expr): Expr | undefined {
  if (ast.left.kind !== 'VariableExpressionAst') return undefined;
  const write = compileVariableWrite(ast.left.variablePath);
  if (ast.operator === 'Equals')
    return (f) => {
      const next = right(f);
      return next instanceof Promise ? next.then((settled) => write(f, settled)) : write(f, next);
    };
  const compound = COMPOUND[ast.operator];
  if (compound === undefined) return undefined;
  const read = compileOldValue(ast.left);
  // What a command without output adds to a list is for `add` to say.
  const finish = (f: Frame, old: PSValue, operand: PSValue): Pending<PSValue> => {
    const next = compound(old === AutomationNull ? null : old, compound === addLong ? operand : plain(operand));
    return next instanceof Promise ? next.then((value) => write(f, value)) : write(f, next);
  };
  return (f) => {
    const old = read(f);
    const operand = right(f);
    if (old instanceof Promise || operand instanceof Promise)
      return then(old, (before) => then(operand, (after) => finish(f, before, after)));
    return finish(f, old, operand);
  };
}
function compileAssignment(ast: AssignmentStatementAst): {
  readonly run: (f: Frame) => Pending<void>;
  readonly value: Expr;
} {
  const right = compileValue(ast.right);
  const direct = compileDirect(ast, right);
  if (direct !== undefined)
    return {
      value: direct,
      run: (f) => {
        const done = direct(f);
        return done instanceof Promise ? done.then(() => undefined) : undefined;
      },
    };
  const place = compilePlace(ast.left);
  const value: Expr = (f) => {
    if (ast.operator === 'QuestionQuestionEquals')
      return then(place.open(f), (target) =>
        then(target.get(), (old) => (plain(old) !== null ? old : then(right(f), (next) => target.set(plain(next))))),
      );
    const compound = COMPOUND[ast.operator];
    if (compound === undefined) {
      const next = right(f);
      if (next instanceof Promise) return next.then((settled) => then(place.open(f), (target) => target.set(settled)));
      const target = place.open(f);
      if (target instanceof Promise) return target.then((opened) => opened.set(next));
      return target.set(next);
    }
    const taken = compound === addLong ? (operand: PSValue): PSValue => operand : plain;
    const target = place.open(f);
    if (!(target instanceof Promise)) {
      const old = target.get();
      if (!(old instanceof Promise)) {
        const operand = right(f);
        if (!(operand instanceof Promise)) {
          const next = compound(old === AutomationNull ? null : old, taken(operand));
          if (next instanceof Promise) return next.then((made) => target.set(made));
          return target.set(next);
        }
        return operand.then((settled) => {
          return then(compound(plain(old), taken(settled)), (next) => target.set(next));
        });
      }
    }
    return then(target, (opened) =>
      then(opened.get(), (old) =>
        then(right(f), (operand) => {
          return then(compound(plain(old), taken(operand)), (next) => opened.set(next));
        }),
      ),
    );
  };
  return {
    value,
    run: (f) => {
      const done = value(f);
      return done instanceof Promise ? done.then(() => undefined) : undefined;
    },
  };
}
// ------------------------------------------------------------------- loops

/** What a loop makes of its body's flow: go on, end, or pass it outward. */
function loopFlow(flow: Flow | undefined, label: string | undefined): 'next' | 'end' | Flow {
  if (flow === undefined) return 'next';
  if (flow.kind === 'return') return flow;
  if (flow.label !== undefined && flow.label !== '' && flow.label.toLowerCase() !== label?.toLowerCase()) return flow;
  return flow.kind === 'break' ? 'end' : 'next';
}
function bodyFlow(f: Frame, body: Stmt): Pending<Flow | undefined> {
  try {
    const flow = body(f);
    return flow instanceof Promise ? flow.catch(escapedFlow) : flow;
  } catch (error) {
    return escapedFlow(error);
  }
}
function escapedFlow(error: unknown): Flow {
  if (error instanceof FlowEscape) return error.flow;
  throw error;
}

function compileLoop(
  label: string | undefined,
  conditionAst: StatementAst | undefined,
  initializerAst: StatementAst | undefined,
  bodyAst: StatementBlockAst,
  iteratorAst: StatementAst | undefined,
  when: 'before' | 'after',
  wanted: boolean,
): Stmt {
  const condition = conditionAst === undefined ? undefined : compileCondition(conditionAst);
  const silence = (ast: StatementAst | undefined): Stmt | undefined => {
    if (ast === undefined) return undefined;
    const { extent } = ast;
    const run = inStatement(extent, () => compileStatement(ast));
    return (f) => {
      try {
        return f.rt.watcher === undefined ? run(f) : f.rt.watcher.around(f, ast, extent, () => run(f));
      } catch (error) {
        throw f.rt.asError(error, extent, f) ?? error;
      }
    };
  };
  const initializer = silence(initializerAst);
  const iterator = silence(iteratorAst);
  const iteratorIsValue = iteratorAst !== undefined && isValue(iteratorAst);
  const body = compileBlock(bodyAst);
  const steps = function* (f: Frame): Steps<Flow | undefined> {
    const { rt } = f;
    const quiet: Frame = initializer === undefined && iterator === undefined ? f : { ...f, out: NOWHERE };
    f.rt.loopDepth += 1;
    try {
      if (initializer !== undefined) yield* settle(initializer(quiet));
      let first = when === 'after';
      for (;;) {
        if (!first && condition !== undefined) {
          const answer = condition(f);
          if ((answer instanceof Promise ? ((yield answer) as boolean) : answer) !== wanted) return undefined;
        }
        first = false;
        const ended = bodyFlow(f, body);
        const flow = ended instanceof Promise ? ((yield ended) as Flow | undefined) : ended;
        if (flow !== undefined) {
          const action = loopFlow(flow, label);
          if (action === 'end') return undefined;
          if (action !== 'next') return action;
        }
        if (iterator !== undefined) {
          const ok = rt.lastOk;
          const done = iterator(quiet);
          if (done instanceof Promise) yield done;
          if (iteratorIsValue) rt.lastOk = ok;
        }
        const tick = rt.tick();
        if (tick !== undefined) yield tick;
      }
    } finally {
      f.rt.loopDepth -= 1;
    }
  };
  return (f) => drive(steps(f));
}

/** An expression with all that is asked at its place. */
const lookingAt =
  (expression: Expr, ast: StatementAst): Expr =>
  (f) =>
    f.rt.watcher === undefined
      ? expression(f)
      : f.rt.watcher.around(f, ast, ast.extent, () => expression(f) as Pending<PSValue>);
function compileForEach(ast: StatementAst & { kind: 'ForEachStatementAst' }): Stmt {
  const condition = located(
    inStatement(ast.condition.extent, () => compileValue(ast.condition)),
    ast.condition.extent,
  );
  const place = compilePlace(ast.variable);
  const body = compileBlock(ast.body);
  const { label } = ast;
  const { extent: placeExtent } = ast.variable;
  const variableName = ast.variable.kind === 'VariableExpressionAst' ? ast.variable.variablePath.userPath : '';
  const lookedAt = lookingAt(condition, ast.condition);
  const asksEnumerator = asks(ast.body, 'foreach');
  const element = ast.condition.kind === 'PipelineAst' ? ast.condition.pipelineElements : [];
  const [only] = element;
  const ends =
    asksEnumerator || element.length !== 1 || only?.kind !== 'CommandExpressionAst'
      ? undefined
      : compileRangeEnds(only.expression, ast.condition.extent);
  const steps = function* (f: Frame): Steps<Flow | undefined> {
    let batches: Iterable<readonly PSValue[]>;
    let walk: Walk | undefined;
    if (ends === undefined || f.rt.watcher !== undefined) {
      const value = yield* settle(lookedAt(f));
      if (value === AutomationNull || value === null) return undefined;
      walk = beginWalk(value);
      batches = batchesOf(value, walk);
    } else batches = rangeBatches(yield* ends(f));
    f.rt.loopDepth += 1;
    // Made only where the body looks at `$foreach`, which can move it on.
    const before = asksEnumerator ? f.scope.own('foreach')?.value : undefined;
    try {
      const opened = yield* settle(place.open(f));
      for (const items of batches) {
        const state: EnumeratorData = { items, at: -1 };
        if (asksEnumerator) f.scope.force('foreach', new NetObject(ENUMERATOR, state));
        for (state.at = 0; state.at < items.length; state.at += 1) {
          if (f.rt.watcher !== undefined) yield* f.rt.watcher.place(f, placeExtent);
          const set = opened.set(items[state.at] ?? null);
          if (set instanceof Promise) yield set;
          if (f.rt.watcher !== undefined) yield* f.rt.watcher.assigned(f, variableName, placeExtent);
          const ended = bodyFlow(f, body);
          const flow = ended instanceof Promise ? ((yield ended) as Flow | undefined) : ended;
          if (flow !== undefined) {
            const action = loopFlow(flow, label);
            if (action === 'end') return undefined;
            if (action !== 'next') return action;
          }
          if (walk !== undefined) stepAt(f, walk, placeExtent);
          const tick = f.rt.tick();
          if (tick !== undefined) yield tick;
        }
      }
      if (f.rt.watcher !== undefined) yield* f.rt.watcher.place(f, placeExtent);
    } finally {
      endWalk(walk);
      f.rt.loopDepth -= 1;
      if (asksEnumerator) f.scope.force('foreach', before ?? null);
    }
    return undefined;
  };
  return (f) => drive(steps(f));
}
/** Where a changed collection is reported: at the variable of `foreach`, at the condition of `switch`. */
function stepAt(f: Frame, walk: Walk | undefined, extent: Extent): void {
  try {
    stepWalk(walk);
  } catch (error) {
    throw f.rt.asError(error, extent, f) ?? error;
  }
}
/** Is the variable named anywhere in the tree? */
const asks = (ast: Ast, name: string): boolean =>
  findAll(ast, (node) => node.kind === 'VariableExpressionAst' && node.variablePath.userPath.toLowerCase() === name)
    .length > 0;

/** A file's lines; that there is none is told where the file is named. */
function linesOf(f: Frame, path: string, extent: Extent): readonly PSValue[] {
  try {
    return f.rt.readLines(f.rt.oneFile(f, path));
  } catch (error) {
    if (error instanceof PSError) error.record.extent ??= extent;
    throw error;
  }
}
/** A Regex object counts as it is where it agrees with the statement about case; else its pattern counts. */
function switchRegex(pattern: PSValue, sensitive: boolean): NetRegex {
  const regex = regexFrom(pattern, { ignoreCase: !sensitive });
  if ((regex.options.ignoreCase === true) === !sensitive) return regex;
  return regexFrom(toText(pattern), { ignoreCase: !sensitive });
}
function compileSwitch(ast: SwitchStatementAst): Stmt {
  const condition = located(
    inStatement(ast.condition.extent, () => compileValue(ast.condition)),
    ast.condition.extent,
  );
  const clauses = ast.clauses.map(({ condition: test, body }) => ({
    extent: test.extent,
    test: test.kind === 'ScriptBlockExpressionAst' ? undefined : compileExpression(test),
    block: test.kind === 'ScriptBlockExpressionAst' ? new ScriptCode(test.scriptBlock) : undefined,
    body: compileBlock(body),
  }));
  const otherwise = ast.default === undefined ? undefined : compileBlock(ast.default);
  const { flags, label } = ast;
  const lookedAt = lookingAt(condition, ast.condition);
  const asksEnumerator = asks(ast, 'switch');
  const sensitive = flags.caseSensitive;
  const matches = (f: Frame, value: PSValue, pattern: PSValue): Pending<boolean> => {
    // `$null` fits `$null` alone, and no empty text; what is empty fits both.
    if (pattern === null) return value === null;
    if (flags.wildcard) return like(value, pattern, sensitive);
    if (flags.regex)
      return then(find(f.rt, switchRegex(pattern, sensitive), toText(value)), (found) => {
        if (found !== null) localVariable(f, 'Matches', matchesTable(found));
        return found !== null;
      });
    // Both as text, whatever they are: 0 is no $false here.
    return sameText(toText(value), toText(pattern), sensitive);
  };
  /** What is wrong with a pattern is told where the pattern stands. */
  const clauseMatches = (f: Frame, value: PSValue, pattern: PSValue, extent: Extent): Pending<boolean> => {
    const placed = (error: unknown): never => {
      if (error instanceof PSError) error.record.extent ??= extent;
      throw error;
    };
    try {
      const found = matches(f, value, pattern);
      return found instanceof Promise ? found.catch(placed) : found;
    } catch (error) {
      return placed(error);
    }
  };
  const steps = function* (f: Frame): Steps<Flow | undefined> {
    const value = yield* settle(lookedAt(f));
    const walk = beginWalk(value);
    let items: readonly PSValue[] = value === AutomationNull ? [] : (enumerate(value) ?? [value]);
    if (flags.file) items = linesOf(f, toText(value), ast.condition.extent);
    const variable = f.scope.own('_');
    const before = variable?.value;
    f.rt.loopDepth += 1;
    try {
      const state: EnumeratorData = { items, at: -1 };
      if (asksEnumerator) f.scope.force('switch', new NetObject(ENUMERATOR, state));
      for (state.at = 0; state.at < items.length; state.at += 1) {
        const item = items[state.at] ?? null;
        const current = f.scope.force('_', item);
        // A body may have given it another value: that is what the next clauses look at.
        const at = (): PSValue => (f.scope.own('_') ?? current).value;
        let matched = false;
        let flow: Flow | undefined;
        for (const clause of clauses) {
          let hit: boolean;
          if (f.rt.watcher !== undefined) yield* f.rt.watcher.place(f, clause.extent);
          if (clause.block !== undefined) {
            // In a scope of its own: what it sets, `$Matches` too, is gone when it ends.
            const block = new ScriptBlock(clause.block, f.scope.module, trustHere(f));
            const options = { frame: f, input: at(), site: f.site };
            hit = toBoolean(plain(yield* settle(f.rt.callBlock(block, [], options))));
          } else if (clause.test !== undefined) {
            const pattern = clause.test(f);
            const wanted = pattern instanceof Promise ? ((yield pattern) as PSValue) : pattern;
            const found = clauseMatches(f, at(), plain(wanted), clause.extent);
            hit = found instanceof Promise ? ((yield found) as boolean) : found;
          } else hit = false;
          if (!hit) continue;
          matched = true;
          const ended = bodyFlow(f, clause.body);
          flow = ended instanceof Promise ? ((yield ended) as Flow | undefined) : ended;
          if (flow !== undefined) break;
        }
        if (!matched && otherwise !== undefined) flow = yield* settle(bodyFlow(f, otherwise));
        if (flow !== undefined) {
          const action = loopFlow(flow, label);
          if (action === 'end') return undefined;
          if (action !== 'next') return action;
        }
        if (walk !== undefined) stepAt(f, walk, ast.condition.extent);
        if (f.rt.watcher !== undefined) yield* f.rt.watcher.place(f, ast.condition.extent);
        const tick = f.rt.tick();
        if (tick !== undefined) yield tick;
      }
    } finally {
      endWalk(walk);
      f.rt.loopDepth -= 1;
      if (before === undefined) f.scope.remove('_');
      else f.scope.force('_', before);
    }
    return undefined;
  };
  return (f) => drive(steps(f));
}

// --------------------------------------------------------------------- try

function compileTry(ast: TryStatementAst): Stmt {
  const body = compileBlock(ast.body);
  const catches = ast.catchClauses.map(({ catchTypes, body: handler }) => ({
    types: catchTypes.map(({ typeName }) => typeName),
    body: compileBlock(handler),
  }));
  const last = ast.finally === undefined ? undefined : compileBlock(ast.finally);
  const { extent } = ast;
  /** The body and, where one fits, a catch. @param begun what the body gives, or threw. */
  function* caught(f: Frame, outer: boolean, begun: Pending<Flow | undefined> | Thrown): Steps<Flow | undefined> {
    const { rt } = f;
    try {
      if (begun instanceof Thrown) throw begun.error;
      return yield* settle(begun);
    } catch (error) {
      if (catches.length === 0) throw error;
      const failure = rt.asError(error, extent, f);
      if (failure === undefined || isHeardAsStop(failure, siteOf(f))) throw error;
      const wanted = catches.map((clause) => clause.types.map((name) => requireTypeName(name, f)));
      const chosen = handlerFor(failure, wanted);
      const handler = catches[chosen]?.body;
      if (handler === undefined) {
        // As a statement that fails; the one that this is fails after it.
        rt.tapError(f, failure.record);
        throw error;
      }
      const record = caughtRecord(failure, wanted[chosen] ?? []);
      rt.listError(failure);
      rt.lastOk = false;
      const variable = f.scope.own('_');
      const before = variable?.value;
      f.scope.force('_', record);
      const around = rt.caught;
      rt.caught = failure;
      try {
        return yield* settle(handler(f));
      } finally {
        rt.caught = around;
        if (before === undefined) f.scope.remove('_');
        else f.scope.force('_', before);
      }
    } finally {
      rt.inTry = outer;
    }
  }
  function* rest(f: Frame, outer: boolean, begun: Pending<Flow | undefined> | Thrown): Steps<Flow | undefined> {
    if (last === undefined) return yield* caught(f, outer, begun);
    let flow: Flow | undefined;
    try {
      flow = yield* caught(f, outer, begun);
    } catch (error) {
      try {
        yield* settle(last(f));
      } catch (another) {
        // An error that another one takes the place of is listed nevertheless.
        const lost = f.rt.asError(error, extent, f);
        if (lost !== undefined && !isHeardAsStop(lost, siteOf(f))) f.rt.listError(lost);
        throw another;
      }
      throw error;
    }
    yield* settle(last(f));
    return flow;
  }
  return (f) => {
    const { rt } = f;
    const outer = rt.inTry;
    // Without a catch too, and in the catch itself: an error leaves the block, and what is around it decides.
    rt.inTry = true;
    let flow: Pending<Flow | undefined>;
    try {
      flow = body(f);
    } catch (error) {
      return drive(rest(f, outer, new Thrown(error)));
    }
    if (flow instanceof Promise) return drive(rest(f, outer, flow));
    rt.inTry = outer;
    const ended = flow;
    return last === undefined ? ended : then(last(f), () => ended);
  };
}
function* finallyDo<T>(work: () => Pending<T>, last: () => void): Steps<T> {
  try {
    return yield* settle(work());
  } finally {
    last();
  }
}
class Thrown {
  readonly error: unknown;
  constructor(error: unknown) {
    this.error = error;
  }
}

function makeThrow(f: Frame, value: PSValue, rethrow: boolean, extent: Extent): PSError {
  if (rethrow && f.rt.caught !== undefined) {
    const again = new PSError(f.rt.caught.record);
    again.thrown = true;
    // What -ErrorAction Stop or a command wraps is not what is thrown on.
    const { stopped, ended } = f.rt.caught;
    if (!stopped && !ended && !again.record.endsCommand) again.record.exception.thrown = true;
    return again;
  }
  const inner = unwrap(value);
  let error: PSError;
  if (inner instanceof ErrorRecordObject) error = new PSError(inner);
  else if (inner instanceof ExceptionObject) {
    error = new PSError(
      isRuntimeException(inner) ? recordWithin(inner) : new ErrorRecordObject(inner, inner.message, 'OperationStopped'),
    );
  } else {
    const message = inner === null ? 'ScriptHalted' : toText(value);
    const exception = new ExceptionObject(exceptionType('System.Management.Automation.RuntimeException'), message);
    error = new PSError(new ErrorRecordObject(exception, message, 'OperationStopped', inner));
  }
  error.thrown = true;
  error.record.thrown = true;
  if (!(inner instanceof ErrorRecordObject)) error.record.exception.thrown = true;
  else inner.exception.details.set('WasThrownFromThrowStatement', true);
  error.record.extent ??= extent;
  return error;
}

link.block = compileBlock;
link.pipelineValue = (pipeline: PipelineBaseAst) => compileValue(pipeline);
link.statementValue = compileValue;
export { Collector, PipelineStopped, StopUpstream };
function dataCommandsRefused(extent: Extent): PSError {
  const error = fail(
    'DataSectionAllowedCommandDisallowed',
    `${positionText(extent)}\nCannot define data section. Definition of additional supported commands is not supported in this language mode.`,
    { category: 'ParserError', type: 'System.Management.Automation.ParseException', extent },
  );
  error.record.reason = 'ParseException';
  return error;
}
