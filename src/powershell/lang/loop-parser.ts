/** Loops and `switch`, with their labels. */
import type {
  Ast,
  ErrorStatementAst,
  ExpressionAst,
  PipelineBaseAst,
  StatementAst,
  StatementBlockAst,
  SwitchClause,
  SwitchFlags,
} from './ast.js';
import { CommandParser } from './command-parser.js';
import type { Extent } from './source-text.js';
import { type Token, tokenKindText } from './token.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What stands between the braces of a `switch`, as far as it is read. */
interface SwitchBody {
  readonly clauses: SwitchClause[];
  defaultClause: StatementBlockAst | undefined;
  readonly parts: Ast[];
  end: Extent;
  rCurly: Token | undefined;
  isError: boolean;
  isIncomplete: boolean;
}

export abstract class LoopParser extends CommandParser {
  protected abstract statementBlockRule(): StatementBlockAst | undefined;

  // --------------------------------------------------------------- switch

  protected switchRule(label: Token | undefined, switchToken: Token): StatementAst {
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

  #switchBody(start: Extent, alreadyIncomplete: boolean): SwitchBody {
    const body: SwitchBody = {
      clauses: [],
      defaultClause: undefined,
      parts: [],
      end: start,
      rCurly: undefined,
      isError: false,
      isIncomplete: alreadyIncomplete,
    };
    this.skipNewlines();
    const lCurly = this.nextToken();
    if (lCurly.kind !== 'LCurly') {
      this.ungetToken(lCurly);
      if (!body.isIncomplete) {
        body.isError = true;
        this.incomplete(this.after(start), 'MissingCurlyBraceInSwitchStatement');
      }
      return body;
    }
    body.end = lCurly.extent;
    this.skipNewlines();
    return this.list('switch', body, (state) => this.#switchClause(state, lCurly));
  }
  /** @returns whether another clause follows. */
  #switchClause(state: SwitchBody, lCurly: Token): boolean {
    const token = this.peekToken();
    const isDefault = token.kind === 'Default';
    let condition: ExpressionAst | undefined;
    if (isDefault) {
      this.skipToken();
      condition = this.bareWord(token, token.text);
    } else condition = this.singleCommandArgument('SwitchCondition');
    if (condition === undefined) {
      this.incomplete(this.after(state.end), 'MissingSwitchConditionExpression');
      // The brace is eaten so that parsing goes on after the switch.
      if (this.peekToken().kind === 'RCurly') this.skipToken();
      state.isError = true;
      return false;
    }
    const body = this.statementBlockRule();
    let { isError, isIncomplete } = state;
    if (body === undefined) {
      isError = true;
      isIncomplete = this.incomplete(this.after(condition.extent), 'MissingSwitchStatementClause');
    } else if (isDefault && state.defaultClause !== undefined) {
      isError = true;
      this.error(condition.extent, 'MultipleSwitchDefaultClauses');
    }
    this.skipNewlinesAndSemicolons();
    const next = this.peekToken();
    if (next.kind === 'RCurly') this.skipToken();
    else if (next.kind === 'EndOfInput' && !isIncomplete) {
      isError = true;
      this.incompleteAt(lCurly, next, 'MissingEndCurlyBrace');
    }
    // All of it is read.
    if (next.kind === 'RCurly') state.rCurly = next;
    state.isError = isError;
    state.isIncomplete = isIncomplete;
    state.parts.push(condition);
    state.end = condition.extent;
    if (body !== undefined) {
      state.parts.push(body);
      state.end = body.extent;
      if (isDefault) state.defaultClause = body;
      else state.clauses.push({ condition, body });
    }
    return next.kind !== 'RCurly' && next.kind !== 'EndOfInput';
  }

  // ---------------------------------------------------------------- loops

  protected foreachRule(label: Token | undefined, foreachToken: Token): StatementAst {
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

  protected forRule(label: Token | undefined, forToken: Token): StatementAst {
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

  protected whileRule(label: Token | undefined, whileToken: Token): StatementAst {
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

  protected doRule(label: Token | undefined, doToken: Token): StatementAst {
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
}
