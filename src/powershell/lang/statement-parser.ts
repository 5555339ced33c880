/** Statements of control flow, functions and data sections. Definitions of types are in definition-parser.ts. */
import type {
  Ast,
  AttributeAst,
  AttributeBaseAst,
  CatchClauseAst,
  ErrorStatementAst,
  ExpressionAst,
  IfClause,
  ParameterAst,
  PipelineBaseAst,
  StatementAst,
  StatementBlockAst,
  SwitchClause,
  SwitchFlags,
  TrapStatementAst,
  TypeConstraintAst,
} from './ast.js';
import { CommandParser } from './command-parser.js';
import type { Extent } from './source-text.js';
import { type Token, TokenFlags, tokenKindText } from './token.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export abstract class StatementParser extends CommandParser {
  protected abstract classRule(attributes: readonly AttributeBaseAst[], token: Token): StatementAst;
  protected abstract enumRule(attributes: readonly AttributeBaseAst[], token: Token): StatementAst;
  protected abstract usingRule(token: Token): StatementAst;
  protected abstract configurationRule(attributes: readonly AttributeAst[], token: Token): StatementAst | undefined;

  /** How many catch blocks stand around: `throw` alone throws again there, also inside a function in it. */
  #catchDepth = 0;

  // ---------------------------------------------------------------- blocks

  protected statementBlockRule(): StatementBlockAst | undefined {
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
    let first: StatementAst | undefined;
    let last: StatementAst | undefined;
    this.skipNewlinesAndSemicolons();
    for (let statement = this.statementRule(); statement !== undefined; statement = this.statementRule()) {
      this.tokenizer.checkBeforeSignature(statement.extent);
      if (statement.kind === 'TrapStatementAst') traps.push(statement);
      else statements.push(statement);
      first ??= statement;
      last = statement;
      this.skipNewlinesAndSemicolons();
      const { kind } = this.peekToken();
      if (kind === 'RParen' || kind === 'RCurly') break;
    }
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
        return this.#switch(undefined, token);
      case 'Foreach':
        return this.#foreach(undefined, token);
      case 'For':
        return this.#for(undefined, token);
      case 'While':
        return this.#while(undefined, token);
      case 'Do':
        return this.#do(undefined, token);
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
        return this.#switch(label, token);
      case 'Foreach':
        return this.#foreach(label, token);
      case 'For':
        return this.#for(label, token);
      case 'While':
        return this.#while(label, token);
      case 'Do':
        return this.#do(label, token);
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

  // --------------------------------------------------------------- switch

  #switch(label: Token | undefined, switchToken: Token): StatementAst {
    const start = label ?? switchToken;
    let end: Extent = start.extent;
    let isError = false;
    let isIncomplete = false;
    this.skipNewlines();
    const options = this.#switchOptions();
    const { flags, specified } = options;
    let condition = options.condition;
    end = options.end ?? end;
    if (options.isError) isError = true;
    if (options.isIncomplete) isIncomplete = true;
    const lParen = this.peekToken();
    const hasParen = lParen.kind === 'LParen';
    if (hasParen) {
      end = lParen.extent;
      this.skipToken();
      if (flags.file) {
        isError = true;
        this.error(lParen, 'PipelineValueRequired');
      }
      this.skipNewlines();
      condition = this.pipelineChainRule();
      if (condition === undefined) {
        isError = true;
        isIncomplete = this.incomplete(this.after(lParen), 'PipelineValueRequired');
      } else end = condition.extent;
      this.skipNewlines();
      const rParen = this.nextToken();
      if (rParen.kind === 'RParen') end = rParen.extent;
      else {
        this.ungetToken(rParen);
        if (!isIncomplete) {
          isError = true;
          isIncomplete = this.incomplete(this.after(end), 'MissingEndParenthesisInSwitchStatement');
        }
      }
    } else if (condition === undefined && !flags.file) {
      isError = true;
      isIncomplete = this.incomplete(this.after(end), 'PipelineValueRequired');
    }
    const body = this.#switchBody(end, isIncomplete);
    if (isError || body.isError || condition === undefined || body.rCurly === undefined) {
      return this.errorStatement(this.span(start, body.end), [], {
        errorKind: switchToken,
        flags: specified,
        conditions: hasParen ? this.present(condition) : [],
        bodies: body.parts,
      });
    }
    return {
      kind: 'SwitchStatementAst',
      extent: this.span(start, body.rCurly),
      label: label?.value,
      condition,
      flags,
      clauses: body.clauses,
      default: body.defaultClause,
    };
  }

  #switchOptions(): {
    readonly flags: SwitchFlags;
    readonly specified: ErrorStatementAst['flags'];
    readonly condition: PipelineBaseAst | undefined;
    readonly end: Extent | undefined;
    readonly isError: boolean;
    readonly isIncomplete: boolean;
  } {
    const flags: Mutable<SwitchFlags> = {
      file: false,
      regex: false,
      wildcard: false,
      exact: false,
      caseSensitive: false,
      parallel: false,
    };
    const specified: { name: string; token: Token; ast: Ast | undefined }[] = [];
    const note = (name: string, token: Token, ast?: Ast): void => {
      if (!specified.some((flag) => flag.name === name)) specified.push({ name, token, ast });
    };
    let condition: PipelineBaseAst | undefined;
    let end: Extent | undefined;
    let isError = false;
    let isIncomplete = false;
    let token = this.peekToken();
    for (; token.kind === 'Parameter'; token = this.peekToken()) {
      this.skipToken();
      end = token.extent;
      if (this.isParameter(token, 'regex')) {
        flags.regex = true;
        flags.wildcard = false;
        note('regex', token);
      } else if (this.isParameter(token, 'wildcard')) {
        flags.wildcard = true;
        flags.regex = false;
        note('wildcard', token);
      } else if (this.isParameter(token, 'exact')) {
        flags.regex = false;
        flags.wildcard = false;
        note('exact', token);
      } else if (this.isParameter(token, 'casesensitive')) {
        flags.caseSensitive = true;
        note('casesensitive', token);
      } else if (this.isParameter(token, 'parallel')) {
        flags.parallel = true;
        note('parallel', token);
      } else if (this.isParameter(token, 'file')) {
        flags.file = true;
        this.skipNewlines();
        const expression = this.singleCommandArgument('FileName');
        if (expression === undefined) {
          isError = true;
          isIncomplete = this.incomplete(this.after(token), 'MissingFilenameOption');
        } else {
          const { extent } = expression;
          end = extent;
          condition = {
            kind: 'PipelineAst',
            extent,
            pipelineElements: [{ kind: 'CommandExpressionAst', extent, expression, redirections: [] }],
            background: false,
          };
        }
        note('file', token, condition);
      } else {
        isError = true;
        this.error(token, 'InvalidSwitchFlag', token.value);
      }
    }
    if (token.kind === 'Minus') note('--%', token);
    return { flags, specified, condition, end, isError, isIncomplete };
  }

  #switchBody(
    start: Extent,
    alreadyIncomplete: boolean,
  ): {
    readonly clauses: readonly SwitchClause[];
    readonly defaultClause: StatementBlockAst | undefined;
    readonly parts: readonly Ast[];
    readonly end: Extent;
    readonly rCurly: Token | undefined;
    readonly isError: boolean;
  } {
    const clauses: SwitchClause[] = [];
    const parts: Ast[] = [];
    let defaultClause: StatementBlockAst | undefined;
    let end = start;
    let rCurly: Token | undefined;
    let isError = false;
    let isIncomplete = alreadyIncomplete;
    this.skipNewlines();
    const lCurly = this.nextToken();
    if (lCurly.kind !== 'LCurly') {
      this.ungetToken(lCurly);
      if (!isIncomplete) {
        isError = true;
        this.incomplete(this.after(end), 'MissingCurlyBraceInSwitchStatement');
      }
      return { clauses, defaultClause, parts, end, rCurly, isError };
    }
    end = lCurly.extent;
    this.skipNewlines();
    for (;;) {
      const token = this.peekToken();
      const isDefault = token.kind === 'Default';
      let condition: ExpressionAst | undefined;
      if (isDefault) {
        this.skipToken();
        condition = this.bareWord(token, token.text);
      } else condition = this.singleCommandArgument('SwitchCondition');
      if (condition === undefined) {
        isError = true;
        this.incomplete(this.after(end), 'MissingSwitchConditionExpression');
        // The brace is eaten so that parsing goes on after the switch.
        if (this.peekToken().kind === 'RCurly') this.skipToken();
        break;
      }
      parts.push(condition);
      end = condition.extent;
      const body = this.statementBlockRule();
      if (body === undefined) {
        isError = true;
        isIncomplete = this.incomplete(this.after(end), 'MissingSwitchStatementClause');
      } else {
        parts.push(body);
        end = body.extent;
        if (!isDefault) clauses.push({ condition, body });
        else {
          if (defaultClause !== undefined) {
            isError = true;
            this.error(condition.extent, 'MultipleSwitchDefaultClauses');
          }
          defaultClause = body;
        }
      }
      this.skipNewlinesAndSemicolons();
      const next = this.peekToken();
      if (next.kind === 'RCurly') {
        rCurly = next;
        this.skipToken();
        break;
      }
      if (next.kind === 'EndOfInput') {
        if (!isIncomplete) {
          isError = true;
          this.incompleteAt(lCurly, next, 'MissingEndCurlyBrace');
        }
        break;
      }
    }
    return { clauses, defaultClause, parts, end, rCurly, isError };
  }

  // ---------------------------------------------------------------- loops

  #foreach(label: Token | undefined, foreachToken: Token): StatementAst {
    const start = label ?? foreachToken;
    let errorEnd: Extent | undefined;
    let parallel = false;
    let throttleLimit: ExpressionAst | undefined;
    this.skipNewlines();
    for (let token = this.peekToken(); token.kind === 'Parameter'; token = this.peekToken()) {
      this.skipToken();
      if (this.isParameter(token, 'parallel')) parallel = true;
      else if (this.isParameter(token, 'throttlelimit')) {
        this.skipNewlines();
        throttleLimit = this.singleCommandArgument('CommandArgument');
        if (throttleLimit === undefined) this.incomplete(this.after(token), 'MissingThrottleLimit');
      } else {
        errorEnd = token.extent;
        this.error(token, 'InvalidForeachFlag', token.value);
      }
      this.skipNewlines();
    }
    const lParen = this.nextToken();
    if (lParen.kind !== 'LParen') {
      this.ungetToken(lParen);
      const text = tokenKindText(foreachToken.kind);
      this.incomplete(this.after(foreachToken), 'MissingOpenParenthesisAfterKeyword', text);
      return this.errorStatement(this.span(start, foreachToken));
    }
    this.skipNewlines();
    const token = this.nextToken();
    if (token.kind !== 'Variable' && token.kind !== 'SplattedVariable') {
      this.ungetToken(token);
      this.incomplete(this.after(lParen), 'MissingVariableNameAfterForeach');
      return this.errorStatement(this.span(start, lParen));
    }
    const variable = this.variable(token);
    this.skipNewlines();
    let condition: PipelineBaseAst | undefined;
    let body: StatementBlockAst | undefined;
    const inToken = this.nextToken();
    if (inToken.kind !== 'In') {
      this.ungetToken(inToken);
      errorEnd = variable.extent;
      this.incomplete(this.after(errorEnd), 'MissingInInForeach');
    } else {
      this.skipNewlines();
      condition = this.pipelineChainRule();
      if (condition === undefined) {
        errorEnd = inToken.extent;
        this.incomplete(this.after(errorEnd), 'MissingForeachExpression');
      } else {
        this.skipNewlines();
        const rParen = this.nextToken();
        if (rParen.kind !== 'RParen') {
          this.ungetToken(rParen);
          errorEnd = condition.extent;
          this.incomplete(this.after(errorEnd), 'MissingEndParenthesisAfterForeach');
        } else {
          body = this.statementBlockRule();
          if (body === undefined) {
            errorEnd = rParen.extent;
            this.incomplete(this.after(errorEnd), 'MissingForeachStatement');
          }
        }
      }
    }
    if (errorEnd !== undefined || condition === undefined || body === undefined) {
      return this.errorStatement(this.span(start, errorEnd ?? start), [variable, condition, body]);
    }
    const extent = this.span(start, body.extent);
    return {
      kind: 'ForEachStatementAst',
      extent,
      label: label?.value,
      variable,
      condition,
      body,
      parallel,
      throttleLimit,
    };
  }

  #for(label: Token | undefined, forToken: Token): StatementAst {
    const start = label ?? forToken;
    this.skipNewlines();
    const lParen = this.nextToken();
    if (lParen.kind !== 'LParen') {
      this.ungetToken(lParen);
      this.incomplete(this.after(forToken), 'MissingOpenParenthesisAfterKeyword', 'for');
      return this.errorStatement(this.span(start, forToken));
    }
    let end: Extent | undefined;
    this.skipNewlines();
    const initializer = this.pipelineChainRule();
    end = initializer?.extent ?? end;
    if (this.peekToken().kind === 'Semi') end = this.nextToken().extent;
    this.skipNewlines();
    const condition = this.pipelineChainRule();
    end = condition?.extent ?? end;
    if (this.peekToken().kind === 'Semi') end = this.nextToken().extent;
    this.skipNewlines();
    const iterator = this.pipelineChainRule();
    end = iterator?.extent ?? end;
    this.skipNewlines();
    const rParen = this.nextToken();
    let body: StatementBlockAst | undefined;
    if (rParen.kind !== 'RParen') {
      this.ungetToken(rParen);
      end ??= lParen.extent;
      this.incomplete(this.after(end), 'MissingEndParenthesisAfterStatement', 'for');
    } else {
      body = this.statementBlockRule();
      if (body === undefined) {
        end = rParen.extent;
        this.incomplete(this.after(end), 'MissingLoopStatement', 'for');
      }
    }
    if (body === undefined) {
      return this.errorStatement(this.span(start, end ?? start), [initializer, condition, iterator]);
    }
    const extent = this.span(start, body.extent);
    return { kind: 'ForStatementAst', extent, label: label?.value, initializer, condition, iterator, body };
  }

  #while(label: Token | undefined, whileToken: Token): StatementAst {
    const start = label ?? whileToken;
    this.skipNewlines();
    const lParen = this.nextToken();
    if (lParen.kind !== 'LParen') {
      this.ungetToken(lParen);
      this.incomplete(this.after(whileToken), 'MissingOpenParenthesisAfterKeyword', whileToken.text);
      return this.errorStatement(this.span(start, whileToken));
    }
    this.skipNewlines();
    let condition = this.pipelineChainRule();
    const known = condition;
    if (condition === undefined) {
      const place = this.after(lParen);
      this.incomplete(place, 'MissingExpressionAfterKeyword', 'while');
      condition = this.errorStatement(place);
    }
    this.skipNewlines();
    const rParen = this.nextToken();
    if (rParen.kind !== 'RParen') {
      this.ungetToken(rParen);
      if (condition.kind !== 'ErrorStatementAst') {
        this.incomplete(this.after(condition.extent), 'MissingEndParenthesisAfterStatement', 'while');
      }
      return this.errorStatement(this.span(start, condition.extent), [known]);
    }
    this.skipNewlines();
    const body = this.statementBlockRule();
    if (body === undefined) {
      this.incomplete(this.after(rParen), 'MissingLoopStatement', 'while');
      return this.errorStatement(this.span(start, rParen), [known]);
    }
    return { kind: 'WhileStatementAst', extent: this.span(start, body.extent), label: label?.value, condition, body };
  }

  #do(label: Token | undefined, doToken: Token): StatementAst {
    const start = label ?? doToken;
    const fail = (place: Extent, nested: readonly (Ast | undefined)[]): StatementAst =>
      this.errorStatement(this.span(start, place), nested);
    const body = this.statementBlockRule();
    if (body === undefined) {
      this.incomplete(this.after(doToken), 'MissingLoopStatement', 'do');
      return fail(doToken.extent, []);
    }
    this.skipNewlines();
    const keyword = this.nextToken();
    if (keyword.kind !== 'While' && keyword.kind !== 'Until') {
      this.ungetToken(keyword);
      this.incomplete(this.after(body.extent), 'MissingWhileOrUntilInDoWhile');
      return fail(body.extent, [body]);
    }
    const word = tokenKindText(keyword.kind);
    this.skipNewlines();
    const lParen = this.nextToken();
    if (lParen.kind !== 'LParen') {
      this.ungetToken(lParen);
      this.incomplete(this.after(keyword), 'MissingOpenParenthesisAfterKeyword', word);
      return fail(keyword.extent, [body]);
    }
    this.skipNewlines();
    const condition = this.pipelineChainRule();
    if (condition === undefined) this.incomplete(this.after(lParen), 'MissingExpressionAfterKeyword', word);
    this.skipNewlines();
    const rParen = this.nextToken();
    if (rParen.kind !== 'RParen') {
      this.ungetToken(rParen);
      if (condition !== undefined) {
        this.incomplete(this.after(condition.extent), 'MissingEndParenthesisAfterStatement', word);
        return fail(condition.extent, [body, condition]);
      }
    }
    if (condition === undefined) return fail(lParen.extent, [body]);
    const extent = this.span(start, rParen);
    const kind = keyword.kind === 'Until' ? 'DoUntilStatementAst' : 'DoWhileStatementAst';
    return { kind, extent, label: label?.value, condition, body };
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
