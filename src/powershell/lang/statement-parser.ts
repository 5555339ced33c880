/**
 * Statements: lists and blocks of them, `if`, `try`, functions, data sections. Loops are in loop-parser.ts, definitions of
 * types in definition-parser.ts.
 */
import type {
  Ast,
  AttributeAst,
  AttributeBaseAst,
  CatchClauseAst,
  ErrorStatementAst,
  ExpressionAst,
  IfClause,
  ParameterAst,
  StatementAst,
  StatementBlockAst,
  TrapStatementAst,
  TypeConstraintAst,
} from './ast.js';
import { LoopParser } from './loop-parser.js';
import type { Extent } from './source-text.js';
import { type Token, TokenFlags, tokenKindText } from './token.js';

export abstract class StatementParser extends LoopParser {
  protected abstract classRule(attributes: readonly AttributeBaseAst[], token: Token): StatementAst;
  protected abstract enumRule(attributes: readonly AttributeBaseAst[], token: Token): StatementAst;
  protected abstract usingRule(token: Token): StatementAst;
  protected abstract configurationRule(attributes: readonly AttributeAst[], token: Token): StatementAst | undefined;

  /** How many catch blocks stand around: `throw` alone throws again there, also inside a function in it. */
  #catchDepth = 0;

  // ---------------------------------------------------------------- blocks

  protected override statementBlockRule(): StatementBlockAst | undefined {
    this.skipNewlines();
    const lCurly = this.nextToken();
    if (lCurly.kind !== 'LCurly') {
      this.ungetToken(lCurly);
      return undefined;
    }
    const statements: StatementAst[] = [];
    const traps: TrapStatementAst[] = [];
    const listExtent = this.statementListRule(statements, traps);
    const rCurly = this.nextToken();
    let end = listExtent ?? lCurly.extent;
    if (rCurly.kind === 'RCurly') end = rCurly.extent;
    else {
      this.ungetToken(rCurly);
      this.incompleteAt(lCurly, rCurly, 'MissingEndCurlyBrace');
    }
    return { kind: 'StatementBlockAst', extent: this.span(lCurly, end), statements, traps };
  }

  protected override statementListRule(statements: StatementAst[], traps: TrapStatementAst[]): Extent | undefined {
    this.skipNewlinesAndSemicolons();
    const read = this.items<StatementAst>('statements', [], (all) => {
      const statement = this.statementRule();
      if (statement === undefined) return false;
      this.tokenizer.checkBeforeSignature(statement.extent);
      this.skipNewlinesAndSemicolons();
      const { kind } = this.peekToken();
      all.push(statement);
      return kind !== 'RParen' && kind !== 'RCurly';
    });
    for (const statement of read)
      if (statement.kind === 'TrapStatementAst') traps.push(statement);
      else statements.push(statement);
    const [first] = read;
    const last = read.at(-1);
    return first === undefined || last === undefined ? undefined : this.span(first.extent, last.extent);
  }

  protected override statementRule(): StatementAst | undefined {
    this.enter();
    const statement = this.#statement();
    this.leave();
    return statement;
  }

  #statement(): StatementAst | undefined {
    let token = this.nextToken();
    let attributes: readonly AttributeBaseAst[] | undefined;
    let restore = 0;
    if (token.kind === 'Generic' && this.source.text.charCodeAt(token.startOffset) === 91) {
      restore = token.startOffset;
      this.resync(restore);
      attributes = this.attributeListRule(false);
      token = this.nextToken();
      if (attributes !== undefined) token = this.#checkAttributes(attributes, token, restore);
    }
    switch (token.kind) {
      case 'If':
        return this.#if(token);
      case 'Switch':
        return this.switchRule(undefined, token);
      case 'Foreach':
        return this.foreachRule(undefined, token);
      case 'For':
        return this.forRule(undefined, token);
      case 'While':
        return this.whileRule(undefined, token);
      case 'Do':
        return this.doRule(undefined, token);
      case 'Function':
      case 'Filter':
      case 'Workflow':
        return this.#function(token);
      case 'Return':
      case 'Exit':
        return this.#returnOrExit(token);
      case 'Throw': {
        const pipeline = this.pipelineChainRule();
        const extent = this.span(token, pipeline?.extent ?? token);
        return {
          kind: 'ThrowStatementAst',
          extent,
          pipeline,
          isRethrow: pipeline === undefined && this.#catchDepth > 0,
        };
      }
      case 'Break':
      case 'Continue': {
        const label = this.labelOrKeyRule();
        const extent = this.span(token, label?.extent ?? token);
        return { kind: token.kind === 'Break' ? 'BreakStatementAst' : 'ContinueStatementAst', extent, label };
      }
      case 'Trap':
        return this.#trap(token);
      case 'Try':
        return this.#try(token);
      case 'Data':
        return this.#data(token);
      case 'Parallel':
      case 'Sequence':
        return this.#block(token);
      case 'Configuration':
        return this.configurationRule(attributes?.filter((a) => a.kind === 'AttributeAst') ?? [], token);
      case 'From':
      case 'Define':
      case 'Var':
        this.error(token, 'ReservedKeywordNotAllowed', tokenKindText(token.kind));
        return this.errorStatement(token.extent);
      case 'Label':
        this.skipNewlines();
        return this.#labeled(token);
      case 'EndOfInput':
        if (attributes === undefined) {
          this.ungetToken(token);
          return undefined;
        }
        this.resync(restore);
        return this.pipelineChainRule();
      case 'Class':
        return this.classRule(attributes ?? [], token);
      case 'Enum':
        return this.enumRule(attributes ?? [], token);
      case 'Using': {
        const statement = this.usingRule(token);
        this.error(statement.extent, 'UsingMustBeAtStartOfScript');
        return statement;
      }
      case 'Else':
      case 'ElseIf':
      case 'Catch':
      case 'Until':
        if (this.errors.length > 0) {
          // Left over from a statement that was wrong already; saying so again would not help.
          this.skipNewlines();
          return this.statementRule();
        }
        break;
      default:
        break;
    }
    if (attributes !== undefined) this.resync(restore);
    else this.ungetToken(token);
    return this.pipelineChainRule();
  }

  /** Attributes before a statement are an expression's, unless the statement takes them. Returns the token to go on with. */
  #checkAttributes(attributes: readonly AttributeBaseAst[], token: Token, restore: number): Token {
    const types = attributes.filter((attribute) => attribute.kind === 'TypeConstraintAst');
    const [firstType] = types;
    const [first] = attributes;
    if ((token.flags & TokenFlags.StatementDoesntSupportAttributes) !== 0) {
      if (firstType === undefined) {
        if (first !== undefined) this.error(first.extent, 'UnexpectedAttribute', first.typeName.fullName);
        return token;
      }
    } else if ((token.flags & TokenFlags.Keyword) !== 0) {
      if (firstType !== undefined)
        this.error(firstType.extent, 'TypeNotAllowedBeforeStatement', firstType.typeName.fullName);
      return token;
    }
    this.resync(restore);
    return this.nextToken();
  }

  #returnOrExit(token: Token): StatementAst {
    const pipeline = this.pipelineChainRule();
    const extent = this.span(token, pipeline?.extent ?? token);
    return { kind: token.kind === 'Return' ? 'ReturnStatementAst' : 'ExitStatementAst', extent, pipeline };
  }

  #labeled(label: Token): StatementAst | undefined {
    const token = this.nextToken();
    switch (token.kind) {
      case 'Switch':
        return this.switchRule(label, token);
      case 'Foreach':
        return this.foreachRule(label, token);
      case 'For':
        return this.forRule(label, token);
      case 'While':
        return this.whileRule(label, token);
      case 'Do':
        return this.doRule(label, token);
      default:
        this.resync(label.startOffset);
        return this.pipelineChainRule();
    }
  }

  #block(token: Token): StatementAst {
    const body = this.statementBlockRule();
    if (body === undefined) {
      this.incomplete(this.after(token), 'MissingStatementAfterKeyword', token.text);
      return this.errorStatement(token.extent);
    }
    return { kind: 'BlockStatementAst', extent: this.span(token, body.extent), blockKind: token, body };
  }

  // ----------------------------------------------------------------- if

  #if(ifToken: Token): StatementAst {
    const clauses: IfClause[] = [];
    const parts: Ast[] = [];
    let keyword = ifToken;
    let elseClause: StatementBlockAst | undefined;
    for (;;) {
      const clause = this.#ifClause(ifToken, keyword, parts);
      if ('kind' in clause) return clause;
      clauses.push(clause);
      const restore = this.ungot === undefined ? this.tokenizer.restorePoint() : this.ungot.startOffset;
      this.skipNewlines();
      keyword = this.peekToken();
      if (keyword.kind === 'ElseIf') {
        this.skipToken();
        continue;
      }
      if (keyword.kind === 'Else') {
        this.skipToken();
        this.skipNewlines();
        elseClause = this.statementBlockRule();
        if (elseClause === undefined) {
          this.incomplete(this.after(keyword), 'MissingStatementBlockAfterElse');
          return this.errorStatement(this.span(ifToken, keyword), parts);
        }
      } else this.resync(restore);
      break;
    }
    const end = (elseClause ?? clauses.at(-1)?.body)?.extent ?? ifToken;
    return { kind: 'IfStatementAst', extent: this.span(ifToken, end), clauses, elseClause };
  }
  #ifClause(ifToken: Token, keyword: Token, parts: Ast[]): IfClause | ErrorStatementAst {
    this.skipNewlines();
    const lParen = this.nextToken();
    if (lParen.kind !== 'LParen') {
      this.ungetToken(lParen);
      this.incomplete(this.after(keyword), 'MissingOpenParenthesisInIfStatement', keyword.text);
      return this.errorStatement(this.span(ifToken, keyword), parts);
    }
    this.skipNewlines();
    let condition = this.pipelineChainRule();
    if (condition === undefined) {
      const place = this.after(lParen);
      this.incomplete(place, 'IfStatementMissingCondition', keyword.text);
      condition = this.errorStatement(place);
    } else parts.push(condition);
    this.skipNewlines();
    const rParen = this.nextToken();
    if (rParen.kind !== 'RParen') {
      this.ungetToken(rParen);
      if (condition.kind !== 'ErrorStatementAst') {
        this.incomplete(rParen, 'MissingEndParenthesisAfterStatement', keyword.text);
      }
      return this.errorStatement(this.span(ifToken, this.before(rParen)), parts);
    }
    this.skipNewlines();
    const body = this.statementBlockRule();
    if (body === undefined) {
      this.incomplete(rParen, 'MissingStatementBlock', keyword.text);
      return this.errorStatement(this.span(ifToken, rParen), parts);
    }
    parts.push(body);
    return { condition, body };
  }

  // ------------------------------------------------------------- functions

  #function(keyword: Token): StatementAst {
    this.skipNewlines();
    const nameToken = this.nextToken();
    if (cannotNameFunction(nameToken)) {
      this.ungetToken(nameToken);
      this.incomplete(this.after(keyword), 'MissingNameAfterKeyword', keyword.text);
      return this.errorStatement(keyword.extent);
    }
    // The name is coloured as a name, also when it spells a keyword.
    nameToken.flags &= ~TokenFlags.Keyword;
    const { parameters, errorEnd, rParen } = this.functionParametersRule();
    const lCurly = this.nextToken();
    let end = errorEnd;
    if (lCurly.kind !== 'LCurly') {
      this.ungetToken(lCurly);
      if (end === undefined) {
        end = this.at(rParen ?? nameToken);
        this.incomplete(this.after(end), 'MissingFunctionBody');
      }
    }
    if (end !== undefined) return this.errorStatement(this.span(keyword, end), parameters);
    const inWorkflow = this.tokenizer.inWorkflow;
    const isWorkflow = keyword.kind === 'Workflow';
    const isFilter = keyword.kind === 'Filter';
    this.tokenizer.inWorkflow = isWorkflow;
    const body = this.scriptBlockRule(lCurly, isFilter);
    this.tokenizer.inWorkflow = inWorkflow;
    const name = nameToken.kind === 'Generic' ? nameToken.value : nameToken.text;
    const extent = this.span(keyword, body.extent);
    const declared = parameters !== undefined && parameters.length > 0 ? parameters : undefined;
    return { kind: 'FunctionDefinitionAst', extent, name, isFilter, isWorkflow, parameters: declared, body };
  }

  protected abstract parameterListRule(): readonly ParameterAst[];

  protected functionParametersRule(): {
    readonly parameters: readonly ParameterAst[] | undefined;
    readonly errorEnd: Extent | undefined;
    readonly rParen: Token | undefined;
  } {
    this.skipNewlines();
    const lParen = this.peekToken();
    if (lParen.kind !== 'LParen') return { parameters: undefined, errorEnd: undefined, rParen: undefined };
    this.skipToken();
    const parameters = this.parameterListRule();
    this.skipNewlines();
    const rParen = this.nextToken();
    let errorEnd: Extent | undefined;
    if (rParen.kind !== 'RParen') {
      this.ungetToken(rParen);
      errorEnd = parameters.at(-1)?.extent ?? lParen.extent;
      this.incomplete(this.after(errorEnd), 'MissingEndParenthesisInFunctionParameterList');
    }
    this.skipNewlines();
    return { parameters, errorEnd, rParen };
  }

  // ------------------------------------------------------------ trap and try

  #trap(trapToken: Token): StatementAst {
    const restore = this.tokenizer.restorePoint();
    this.skipNewlines();
    const attribute = this.attributeRule();
    let trapType: TypeConstraintAst | undefined;
    if (attribute?.kind === 'TypeConstraintAst') trapType = attribute;
    else if (attribute !== undefined) this.resync(restore);
    const body = this.statementBlockRule();
    if (body === undefined) {
      const end = trapType?.extent ?? trapToken.extent;
      this.incomplete(this.after(end), 'MissingTrapStatement');
      return this.errorStatement(this.span(trapToken, end), [trapType]);
    }
    return { kind: 'TrapStatementAst', extent: this.span(trapToken, body.extent), trapType, body };
  }

  #try(tryToken: Token): StatementAst {
    this.skipNewlines();
    const body = this.statementBlockRule();
    if (body === undefined) {
      this.incomplete(this.after(tryToken), 'MissingTryStatementBlock');
      return this.errorStatement(tryToken.extent);
    }
    const catchClauses: CatchClauseAst[] = [];
    const errorTypes: TypeConstraintAst[] = [];
    let errorEnd: Extent | undefined;
    for (;;) {
      const clause = this.#catch(errorTypes);
      if (clause.errorEnd !== undefined) errorEnd = clause.errorEnd;
      if (clause.ast === undefined) break;
      catchClauses.push(clause.ast);
    }
    this.skipNewlines();
    const finallyToken = this.peekToken();
    let finallyBlock: StatementBlockAst | undefined;
    if (finallyToken.kind === 'Finally') {
      this.skipToken();
      finallyBlock = this.statementBlockRule();
      if (finallyBlock === undefined) {
        errorEnd = finallyToken.extent;
        this.incomplete(this.after(errorEnd), 'MissingFinallyStatementBlock', 'finally');
      }
    }
    const last = finallyBlock ?? catchClauses.at(-1);
    if (last === undefined && errorEnd === undefined) {
      errorEnd = body.extent;
      this.incomplete(this.after(errorEnd), 'MissingCatchOrFinally');
    }
    if (errorEnd !== undefined || last === undefined) {
      return this.errorStatement(this.span(tryToken, errorEnd ?? tryToken), [body, ...catchClauses, ...errorTypes]);
    }
    const extent = this.span(tryToken, last.extent);
    return { kind: 'TryStatementAst', extent, body, catchClauses, finally: finallyBlock };
  }

  #catch(errorTypes: TypeConstraintAst[]): { readonly ast?: CatchClauseAst; readonly errorEnd?: Extent } {
    this.skipNewlines();
    const catchToken = this.nextToken();
    if (catchToken.kind !== 'Catch') {
      this.ungetToken(catchToken);
      return {};
    }
    const catchTypes: TypeConstraintAst[] = [];
    let comma: Token | undefined;
    let errorEnd: Extent | undefined;
    for (;;) {
      const restore = this.tokenizer.restorePoint();
      this.skipNewlines();
      const attribute = this.attributeRule();
      if (attribute === undefined) {
        if (comma !== undefined) {
          errorEnd = comma.extent;
          this.incomplete(this.after(errorEnd), 'MissingTypeLiteralToken');
        }
        break;
      }
      if (attribute.kind !== 'TypeConstraintAst') {
        this.resync(restore);
        break;
      }
      catchTypes.push(attribute);
      this.skipNewlines();
      comma = this.peekToken();
      if (comma.kind !== 'Comma') break;
      this.skipToken();
    }
    this.#catchDepth++;
    const body = this.statementBlockRule();
    this.#catchDepth--;
    if (body === undefined) {
      if (errorEnd === undefined) {
        errorEnd = catchTypes.at(-1)?.extent ?? catchToken.extent;
        this.incomplete(this.after(errorEnd), 'MissingCatchHandlerBlock');
      }
      errorTypes.push(...catchTypes);
      return { errorEnd };
    }
    const ast: CatchClauseAst = {
      kind: 'CatchClauseAst',
      extent: this.span(catchToken, body.extent),
      catchTypes,
      body,
    };
    return errorEnd === undefined ? { ast } : { ast, errorEnd };
  }

  // ------------------------------------------------------------------- data

  #data(dataToken: Token): StatementAst {
    let errorEnd: Extent | undefined;
    this.skipNewlines();
    const name = this.simpleNameRule();
    this.skipNewlines();
    const option = this.peekToken();
    let commands: ExpressionAst[] | undefined;
    if (option.kind === 'Parameter') {
      this.skipToken();
      if (!this.isParameter(option, 'supportedcommand')) {
        errorEnd = option.extent;
        this.error(option, 'InvalidParameterForDataSectionStatement', option.value);
      }
      commands = [];
      let comma: Token | undefined;
      for (;;) {
        this.skipNewlines();
        const command = this.singleCommandArgument('CommandName');
        if (command === undefined) {
          const place = comma ?? option;
          if (errorEnd === undefined) {
            this.incomplete(this.after(place), 'MissingValueForSupportedCommandInDataSectionStatement');
          }
          errorEnd = place.extent;
          break;
        }
        commands.push(command);
        comma = this.peekToken();
        if (comma.kind !== 'Comma') break;
        this.skipToken();
      }
    }
    const body = errorEnd === undefined ? this.statementBlockRule() : undefined;
    if (body === undefined) {
      if (errorEnd === undefined) {
        errorEnd = commands?.at(-1)?.extent ?? name?.extent ?? dataToken.extent;
        this.incomplete(this.after(errorEnd), 'MissingStatementBlockForDataSection');
      }
      return this.errorStatement(this.span(dataToken, errorEnd), commands);
    }
    const extent = this.span(dataToken, body.extent);
    return { kind: 'DataStatementAst', extent, variable: name?.value, commandsAllowed: commands ?? [], body };
  }
}

function cannotNameFunction(token: Token): boolean {
  switch (token.kind) {
    case 'Pipe':
    case 'LParen':
    case 'LCurly':
    case 'AtParen':
    case 'AtCurly':
    case 'RCurly':
    case 'RParen':
    case 'EndOfInput':
    case 'Semi':
    case 'Redirection':
    case 'RedirectInStd':
    case 'AndAnd':
    case 'OrOr':
    case 'Ampersand':
    case 'Variable':
    case 'SplattedVariable':
    case 'HereStringExpandable':
    case 'HereStringLiteral':
    case 'StringLiteral':
    case 'StringExpandable':
      return true;
    default:
      return false;
  }
}
