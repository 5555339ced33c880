/** Where the parts of the compiler meet: expressions hold statements and statements hold expressions. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { changesScope } from '../../lang/index.js';
import type {
  AttributeBaseAst,
  Extent,
  PipelineBaseAst,
  ScriptBlockAst,
  StatementAst,
  StatementBlockAst,
  VariablePath,
} from '../../lang/index.js';
import type { Pending } from '../pending.js';
import type { Flow, Frame } from '../runtime/frame.js';
import type { VariableAttribute } from '../runtime/scope.js';

export type Stmt = (f: Frame) => Pending<Flow | undefined>;
export interface VariableRules {
  readonly rules: readonly ((value: PSValue) => PSValue)[];
  readonly names: readonly string[];
  readonly attributes: readonly VariableAttribute[];
  /** No validation and no transformation among them. */
  readonly onlyTypes: boolean;
}
/**
 * The statement that is being compiled. PowerShell tells a call's place by its statement: that of a list, or the condition
 * or collection of one that holds others. Compiling is synchronous, so one place is enough.
 */
let statement: Extent | undefined;
export const statementAt = (): Extent | undefined => statement;
export function inStatement<T>(extent: Extent, compile: () => T): T {
  const outer = statement;
  statement = extent;
  try {
    return compile();
  } finally {
    statement = outer;
  }
}
let isMoved = false;
/** The statement that is being compiled has an assignment that is a place of its own. */
export function movesPlace(): void {
  isMoved = true;
}
/** Compiles a statement of a list. */
export function watchingPlace<T>(compile: () => T): { readonly made: T; readonly isMoving: boolean } {
  const outer = isMoved;
  isMoved = false;
  try {
    return { made: compile(), isMoving: isMoved };
  } finally {
    isMoved = outer;
  }
}
const scopeChanging = new WeakMap<ScriptBlockAst, boolean>();
/** Whether a block's own code may make or remove variables by name: its typed assignments are not compiled in then. */
export function mayChangeScope(ast: ScriptBlockAst): boolean {
  let changes = scopeChanging.get(ast);
  if (changes === undefined) scopeChanging.set(ast, (changes = changesScope(ast)));
  return changes;
}
let block: ScriptBlockAst | undefined;
/** The block whose code is being compiled; undefined: code that looks up its variables where it runs, as traps do. */
export const ownBlock = (): ScriptBlockAst | undefined => block;
/** Compiles as a part of a block, if need be later than that. */
export function inBlock<T>(ast: ScriptBlockAst | undefined, compile: () => T): T {
  const outer = block;
  block = ast;
  try {
    return compile();
  } finally {
    block = outer;
  }
}
/**
 * Blocks that have a place already. PowerShell numbers the places of a block as it compiles them: an assignment within
 * another statement has its own, unless it is the first of all.
 */
const placed = new WeakSet<ScriptBlockAst>();
/** One place more. @returns whether the block had one before. */
export function addPlace(): boolean {
  if (block === undefined || placed.has(block)) return true;
  placed.add(block);
  return false;
}
const missing = (): never => {
  throw new Error('the compiler is not linked');
};
export const link: {
  block: (block: StatementBlockAst) => Stmt;
  pipelineValue: (pipeline: PipelineBaseAst) => (f: Frame) => Pending<PSValue>;
  statementValue: (statement: StatementAst) => (f: Frame) => Pending<PSValue>;
  constraints: (attributes: readonly AttributeBaseAst[]) => (f: Frame) => VariableRules;
  /** `block`: whose code it stands in. */
  constrain: (
    f: Frame,
    path: VariablePath,
    value: PSValue,
    rules: VariableRules,
    block: ScriptBlockAst | undefined,
  ) => void;
  /** The rules as a variable keeps them. `isLocal`: of a function's or script's own scope, where PowerShell compiles the conversion in.
   * `isNew`: the value is there already when the rules come. */
  keptRules: (name: string, rules: VariableRules, isLocal: boolean, isNew?: boolean) => ((value: PSValue) => PSValue)[];
} = {
  block: missing,
  pipelineValue: missing,
  statementValue: missing,
  constraints: missing,
  constrain: missing,
  keptRules: missing,
};
