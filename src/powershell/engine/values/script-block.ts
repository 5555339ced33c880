/** Script blocks as values: their tree, and what they are bound to. Compiled on first use. */
import { PSObject } from '../../../protocol/objects/index.js';
import type { FunctionDefinitionAst, ParameterAst, ScriptBlockAst, SourceText } from '../../lang/index.js';

/** Text, tree, and what the compiler made of it (its own business). */
export class ScriptCode {
  readonly ast: ScriptBlockAst;
  /** Of a function with `function f($a)`. */
  readonly parameters: readonly ParameterAst[] | undefined;
  readonly isFilter: boolean;
  readonly file: string | undefined;
  /** The definition that it is the body of: what scripts get as the tree of a function. */
  readonly definition: FunctionDefinitionAst | undefined;
  compiled: object | undefined;
  constructor(ast: ScriptBlockAst, parameters?: readonly ParameterAst[], definition?: FunctionDefinitionAst) {
    this.ast = ast;
    this.parameters = parameters;
    this.definition = definition;
    this.isFilter = definition?.isFilter === true;
    this.file = ast.extent.file;
  }
  /** A function's code. */
  static of(definition: FunctionDefinitionAst): ScriptCode {
    return new ScriptCode(definition.body, definition.parameters, definition);
  }
  /** The text between the braces; the parameters of `function f($a)` as a `param` before it. */
  get text(): string {
    const { text } = this.ast.extent;
    const body = text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1) : text;
    const { parameters } = this;
    if (parameters === undefined || parameters.length === 0) return body;
    return `param(${parameters.map(({ extent }) => extent.text).join(', ')})\n${body}`;
  }
}

/** The whole tree of a text that was run: where a part of it finds what it stands in. */
export const wholeTrees = new WeakMap<SourceText, ScriptBlockAst>();

/** The home of a block that was made from text: it belongs to nobody until it is called. */
export const UNBOUND: object = Object.freeze({});

/**
 * Whose code a script block is, in a session with restrictions. `internal`: the configuration's own. `constrained`: made
 * by somebody who had not the whole language. Undefined: made where the whole language was allowed.
 */
export type BlockTrust = 'internal' | 'constrained' | undefined;

/** Neither parameters nor clauses: it can run in a scope that is not its own. */
export function isPlain({ code: { ast, parameters, isFilter } }: ScriptBlock): boolean {
  const { paramBlock, beginBlock, processBlock, cleanBlock, dynamicParamBlock } = ast;
  return (
    !isFilter &&
    (parameters ?? paramBlock?.parameters ?? []).length === 0 &&
    [beginBlock, processBlock, cleanBlock, dynamicParamBlock].every((clause) => clause === undefined)
  );
}
/** Methods of blocks run those of one clause only. */
export function hasOneClause({ code: { ast } }: ScriptBlock): boolean {
  const clauses = [ast.processBlock, ast.endBlock, ast.cleanBlock].filter((clause) => clause !== undefined);
  return ast.beginBlock === undefined && clauses.length <= 1;
}
export const MORE_CLAUSES =
  'The script block cannot be invoked because it contains more than one clause. The Invoke() method can only be used on script blocks that contain a single clause.';
export class ScriptBlock extends PSObject {
  readonly code: ScriptCode;
  /** The module or closure whose scope it runs under: undefined for the session's, `UNBOUND` for that of its caller. */
  home: object | undefined;
  /** Whose code it is, in a session that has restrictions. */
  readonly trust: BlockTrust;
  constructor(code: ScriptCode, home?: object, trust?: BlockTrust) {
    super({ typeNames: ['System.Management.Automation.ScriptBlock', 'System.Object'] });
    this.code = code;
    this.home = home;
    this.trust = trust;
  }
  override toString(): string {
    return this.code.text;
  }
}
