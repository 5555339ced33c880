/** The parser's entrance, and script blocks: parameters, named blocks, bodies. */
import type {
  AttributeAst,
  NamedBlockAst,
  ParamBlockAst,
  ParameterAst,
  ScriptBlockAst,
  StatementAst,
  StatementBlockAst,
  TrapStatementAst,
  UsingStatementAst,
} from './ast.js';
import { DefinitionParser, type ParseOptions } from './definition-parser.js';
import { checkSemantics } from './semantic-checks.js';
import type { ParseError } from './parse-error.js';
import { type Due, type InPieces, Interrupted, NOT_DUE, ParseProgress, whole } from './parse-progress.js';
import { TooDeep } from './parser-base.js';
import { scriptRequirements } from './requires.js';
import { Extent, SourceText } from './source-text.js';
import { flatTokens, type Token, TokenFlags, tokenKindText } from './token.js';

export interface ParseResult {
  readonly ast: ScriptBlockAst;
  readonly tokens: readonly Token[];
  /** In the order PowerShell reports them: the grammar's first, then those of later checks. */
  readonly errors: readonly ParseError[];
}

/** `parseInPieces`, all at once. */
export const parseInput = (text: string, fileName?: string, options: ParseOptions = {}): ParseResult =>
  whole(parseText(text, fileName, options, undefined));

/**
 * Parses a whole script. Others may have their turn meanwhile: `due` says when, and what it gives is yielded. Never throws for what the text says: wrong text gives `errors` and a tree as far as understood.
 * Nesting deeper than about 250 levels is refused with `ScriptTooComplicated` and an empty tree.
 */
export const parseInPieces = <W>(
  text: string,
  fileName: string | undefined,
  options: ParseOptions,
  due: Due<W>,
): InPieces<W, ParseResult> => parseText(text, fileName, options, due);

function* parseText<W>(
  text: string,
  fileName: string | undefined,
  options: ParseOptions,
  due: Due<W> | undefined,
): InPieces<W, ParseResult> {
  const progress = due === undefined ? undefined : new ParseProgress(due);
  const tree = yield* parseTree(text, fileName, options, progress);
  return yield* tree.checked(due ?? NOT_DUE);
}

/** What the grammar alone makes of a text. */
export interface ParsedTree extends ParseResult {
  /** The same with the errors of the later checks. */
  checked<W>(due: Due<W>): InPieces<W, ParseResult>;
}

export function* parseTree<W>(
  text: string,
  fileName: string | undefined,
  options: ParseOptions,
  progress: ParseProgress<W> | undefined,
): InPieces<W, ParsedTree> {
  const source = new SourceText(text, fileName);
  for (;;) {
    const parser = new Parser(source, options, progress);
    let wait: W;
    try {
      return parser.tree();
    } catch (error) {
      if (error instanceof Interrupted) wait = error.wait as W;
      else return parser.tooComplicated(error);
    }
    yield wait;
    progress?.restart();
  }
}

type Blocks = Partial<Record<NamedBlockAst['blockKind'], NamedBlockAst>>;

class Parser extends DefinitionParser {
  protected override readonly options: ParseOptions;

  constructor(source: SourceText, options: ParseOptions, progress: ParseProgress<unknown> | undefined) {
    super(source, progress);
    this.options = options;
  }

  tree(): ParsedTree {
    const ast = this.scriptBlockRule(undefined, false);
    const requirements = scriptRequirements(this.tokenizer.requires, this, (token) => this.#requiresCommand(token));
    const all = requirements === undefined ? ast : { ...ast, scriptRequirements: requirements };
    const tokens = flatTokens(this.tokenizer.saved ?? []);
    return { ast: all, tokens, errors: [...this.errors], checked: (due) => this.#checked(all, tokens, due) };
  }
  *#checked<W>(ast: ScriptBlockAst, tokens: readonly Token[], due: Due<W>): InPieces<W, ParseResult> {
    try {
      yield* checkSemantics(ast, this, this.options, due);
    } catch (error) {
      return this.tooComplicated(error);
    }
    return { ast, tokens, errors: this.errors };
  }

  /** After such an error; others are thrown on. */
  tooComplicated(error: unknown): ParsedTree {
    // A caller that is deep in its own stack leaves less than the limit assumes.
    const isOverflow = error instanceof RangeError && /call stack/i.test(error.message);
    if (!(error instanceof TooDeep) && !isOverflow) throw error;
    this.error(this.tokenizer.currentExtent(), 'ScriptTooComplicated');
    const extent = new Extent(this.source, 0, this.source.text.length);
    const block = this.#unnamedBlock('End', { extent, statements: [], traps: [] });
    const ast = scriptBlock(extent, [], undefined, { End: block });
    return { ast, tokens: [], errors: this.errors, checked: (due) => this.#checked(ast, [], due) };
  }

  /** A `#requires` line is parsed as a command named `requires`. */
  #requiresCommand(token: Token): ReturnType<typeof this.commandRule> {
    const text = token.text.slice(1);
    const state = this.tokenizer.startNestedScan(text, token.startOffset + 1, undefined);
    const command = this.commandRule();
    this.ungot = undefined;
    this.tokenizer.finishNestedScan(state);
    return command;
  }

  // ------------------------------------------------------------ script blocks

  protected override scriptBlockRule(lCurly: Token | undefined, isFilter: boolean): ScriptBlockAst {
    return this.#scriptBlock(lCurly, isFilter, undefined);
  }
  protected override classScriptBlock(lCurly: Token, first: StatementAst | undefined): ScriptBlockAst {
    return this.#scriptBlock(lCurly, false, first);
  }

  #scriptBlock(lCurly: Token | undefined, isFilter: boolean, first: StatementAst | undefined): ScriptBlockAst {
    this.skipNewlines();
    const usings = lCurly === undefined ? this.#usingStatements() : [];
    const restore = this.tokenizer.restorePoint();
    const paramBlock = this.#paramBlock();
    if (paramBlock === undefined) this.resync(restore);
    this.skipNewlinesAndSemicolons();
    if ((this.peekToken().flags & TokenFlags.ScriptBlockBlockName) !== 0) {
      return this.#namedBlocks(lCurly, usings, paramBlock);
    }
    const statements: StatementAst[] = first === undefined ? [] : [first];
    const traps: TrapStatementAst[] = [];
    let listExtent = paramBlock?.extent;
    for (;;) {
      const extent = this.statementListRule(statements, traps);
      if (listExtent === undefined) listExtent = extent;
      else if (extent !== undefined) listExtent = this.span(listExtent, extent);
      const end = this.#scriptBlockEnd(lCurly, listExtent);
      listExtent = end.bodyExtent;
      if (!end.done) continue;
      const name = isFilter ? 'Process' : 'End';
      const block = this.#unnamedBlock(name, { extent: listExtent ?? this.nowhere, statements, traps });
      return scriptBlock(end.extent, usings, paramBlock, { [name]: block });
    }
  }
  #unnamedBlock(
    blockKind: 'Process' | 'End',
    body: Pick<StatementBlockAst, 'extent' | 'statements' | 'traps'>,
  ): NamedBlockAst {
    return { kind: 'NamedBlockAst', blockKind, unnamed: true, ...body };
  }

  #scriptBlockEnd(
    lCurly: Token | undefined,
    listExtent: Extent | undefined,
  ): { readonly done: boolean; readonly extent: Extent; readonly bodyExtent: Extent | undefined } {
    const token = this.nextToken();
    if (lCurly === undefined) {
      const extent = this.tokenizer.scriptExtent();
      if (token.kind === 'EndOfInput') return { done: true, extent, bodyExtent: listExtent };
      this.error(token, 'UnexpectedToken', token.text);
      return { done: false, extent, bodyExtent: listExtent };
    }
    if (token.kind !== 'RCurly') {
      this.ungetToken(token);
      this.incompleteAt(lCurly, token, 'MissingEndCurlyBrace');
      return { done: true, extent: this.span(lCurly, listExtent ?? lCurly), bodyExtent: listExtent };
    }
    let bodyExtent = listExtent;
    if (bodyExtent === undefined && this.#differentColumns(lCurly.endOffset, token.startOffset)) {
      bodyExtent = this.span(this.after(lCurly), this.before(token));
    }
    return { done: true, extent: this.span(lCurly, token), bodyExtent };
  }
  #differentColumns(first: number, second: number): boolean {
    return first !== second && this.source.columnNumber(first) !== this.source.columnNumber(second);
  }

  #usingStatements(): readonly UsingStatementAst[] {
    const usings: UsingStatementAst[] = [];
    for (;;) {
      const token = this.peekToken();
      if (token.kind !== 'Using') {
        this.resync(token.startOffset);
        return usings;
      }
      this.skipToken();
      const statement = this.usingRule(token);
      this.skipNewlinesAndSemicolons();
      if (statement.kind === 'UsingStatementAst') usings.push(statement);
    }
  }

  #namedBlocks(
    lCurly: Token | undefined,
    usings: readonly UsingStatementAst[],
    paramBlock: ParamBlockAst | undefined,
  ): ScriptBlockAst {
    const blocks: Blocks = {};
    let start: Extent | undefined = lCurly?.extent ?? paramBlock?.extent;
    let end: Extent | undefined;
    for (;;) {
      const nameToken = this.nextToken();
      const blockKind = blockKindOf(nameToken);
      if (blockKind === undefined) {
        if (nameToken.kind !== 'RCurly' && nameToken.kind !== 'EndOfInput') {
          const known = start !== undefined && end !== undefined ? this.span(start, end) : this.nowhere;
          const extent = lCurly === undefined ? this.tokenizer.scriptExtent() : known;
          if (lCurly !== undefined) this.ungetToken(nameToken);
          this.error(nameToken, 'MissingNamedBlocks', nameToken.text);
          return scriptBlock(extent, usings, paramBlock, blocks);
        }
        this.ungetToken(nameToken);
        const extent = start !== undefined && end !== undefined ? this.span(start, end) : undefined;
        return scriptBlock(this.#scriptBlockEnd(lCurly, extent).extent, usings, paramBlock, blocks);
      }
      start ??= nameToken.extent;
      end = nameToken.extent;
      const body = this.statementBlockRule();
      const word = tokenKindText(nameToken.kind);
      if (body === undefined) this.incomplete(this.after(nameToken), 'MissingNamedStatementBlock', word);
      else end = body.extent;
      const extent = this.span(nameToken, end);
      if (blocks[blockKind] === undefined) {
        const { statements, traps } = body ?? { statements: [], traps: [] };
        blocks[blockKind] = { kind: 'NamedBlockAst', extent, blockKind, unnamed: false, statements, traps };
      } else this.error(extent, 'DuplicateScriptCommandClause', word);
      this.skipNewlinesAndSemicolons();
    }
  }

  // --------------------------------------------------------------- parameters

  #paramBlock(): ParamBlockAst | undefined {
    this.skipNewlines();
    const candidates = this.attributeListRule(false) ?? [];
    this.skipNewlines();
    const paramToken = this.peekToken();
    if (paramToken.kind !== 'Param') return undefined;
    this.skipToken();
    this.skipNewlines();
    const lParen = this.nextToken();
    if (lParen.kind !== 'LParen') {
      this.ungetToken(lParen);
      return undefined;
    }
    const parameters = this.parameterListRule();
    this.skipNewlines();
    const rParen = this.nextToken();
    let end = rParen.extent;
    if (rParen.kind !== 'RParen') {
      this.ungetToken(rParen);
      end = this.before(rParen);
      this.incomplete(this.after(parameters.at(-1)?.extent ?? lParen), 'MissingEndParenthesisInFunctionParameterList');
    }
    const attributes: AttributeAst[] = [];
    for (const candidate of candidates) {
      if (candidate.kind === 'AttributeAst') attributes.push(candidate);
      else this.error(candidate.extent, 'TypeNotAllowedBeforeParam', candidate.typeName.fullName);
    }
    return { kind: 'ParamBlockAst', extent: this.span(paramToken, end), attributes, parameters };
  }

  protected override parameterListRule(): readonly ParameterAst[] {
    const parameters: ParameterAst[] = [];
    let comma: Token | undefined;
    for (;;) {
      const parameter = this.#parameter();
      if (parameter === undefined) {
        if (comma !== undefined) this.incomplete(this.after(comma), 'MissingExpressionAfterToken', ',');
        return parameters;
      }
      parameters.push(parameter);
      this.skipNewlines();
      comma = this.peekToken();
      if (comma.kind !== 'Comma') return parameters;
      this.skipToken();
    }
  }

  #parameter(): ParameterAst | undefined {
    const { disableComma } = this;
    const mode = this.tokenizer.mode;
    this.disableComma = true;
    this.setMode('Expression');
    const parameter = this.#parameterBody();
    this.disableComma = disableComma;
    this.setMode(mode);
    return parameter;
  }
  #parameterBody(): ParameterAst | undefined {
    this.skipNewlines();
    const attributes = this.attributeListRule(false);
    this.skipNewlines();
    const token = this.nextToken();
    const first = attributes?.[0];
    if (token.kind !== 'Variable' && token.kind !== 'SplattedVariable') {
      this.ungetToken(token);
      const last = attributes?.at(-1);
      if (attributes === undefined || first === undefined || last === undefined) return undefined;
      this.incomplete(this.after(last.extent), 'InvalidFunctionParameter');
      this.syncOnError(true, 'RParen');
      const extent = this.span(first.extent, last.extent);
      return { kind: 'ParameterAst', extent, attributes, name: errorVariable(extent), defaultValue: undefined };
    }
    this.skipNewlines();
    const equals = this.peekToken();
    let defaultValue: ParameterAst['defaultValue'];
    if (equals.kind === 'Equals') {
      this.skipToken();
      this.skipNewlines();
      defaultValue = this.expressionRule();
      if (defaultValue === undefined) this.incomplete(this.after(equals), 'MissingExpressionAfterToken', '=');
    }
    const name = this.variable(token);
    const extent = this.span(first?.extent ?? token, defaultValue?.extent ?? token);
    return { kind: 'ParameterAst', extent, attributes: attributes ?? [], name, defaultValue };
  }
}

function errorVariable(extent: Extent): ParameterAst['name'] {
  return {
    kind: 'VariableExpressionAst',
    extent,
    variablePath: {
      userPath: '__error__',
      unqualifiedPath: '__error__',
      isVariable: true,
      isUnscopedVariable: true,
      isUnqualified: true,
      isGlobal: false,
      isLocal: false,
      isScript: false,
      isPrivate: false,
      isDriveQualified: false,
      driveName: undefined,
    },
    splatted: false,
  };
}

function blockKindOf(token: Token): NamedBlockAst['blockKind'] | undefined {
  switch (token.kind) {
    case 'Dynamicparam':
    case 'Begin':
    case 'Process':
    case 'End':
    case 'Clean':
      return token.kind;
    default:
      return undefined;
  }
}

function scriptBlock(
  extent: Extent,
  usingStatements: readonly UsingStatementAst[],
  paramBlock: ParamBlockAst | undefined,
  blocks: Blocks,
): ScriptBlockAst {
  return {
    kind: 'ScriptBlockAst',
    extent,
    attributes: [],
    usingStatements,
    paramBlock,
    dynamicParamBlock: blocks.Dynamicparam,
    beginBlock: blocks.Begin,
    processBlock: blocks.Process,
    endBlock: blocks.End,
    cleanBlock: blocks.Clean,
    scriptRequirements: undefined,
  };
}
