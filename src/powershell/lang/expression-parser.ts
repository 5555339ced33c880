/** Expressions: operators by precedence, casts, primaries, member access, hashtables, strings with expressions in them. */
import type {
  Ast,
  AttributeBaseAst,
  CommandElementAst,
  ExpressionAst,
  HashtablePair,
  PipelineBaseAst,
  ScriptBlockAst,
  ScriptBlockExpressionAst,
  StatementAst,
  StringConstantExpressionAst,
  StringConstantType,
  TrapStatementAst,
  TypeName,
  VariableExpressionAst,
  VariablePath,
} from './ast.js';
import { parseVariablePath } from './variable-path.js';
import { Interrupted } from './parse-progress.js';
import type { Extent } from './source-text.js';
import { type ExpandableData, flatTokens, type Token, TokenFlags, type TokenKind } from './token.js';
import { TypeParser } from './type-parser.js';

const STRING_TYPES: Partial<Readonly<Record<TokenKind, StringConstantType>>> = {
  StringLiteral: 'SingleQuoted',
  HereStringLiteral: 'SingleQuotedHereString',
  StringExpandable: 'DoubleQuoted',
  HereStringExpandable: 'DoubleQuotedHereString',
};

/** What a word in command position is for; it decides what is expandable and how tokens are coloured. */
export type ArgumentContext =
  | 'CommandName'
  | 'CommandNameAfterOperator'
  | 'FileName'
  | 'CommandArgument'
  | 'SwitchCondition';

export abstract class ExpressionParser extends TypeParser {
  protected abstract scriptBlockRule(lCurly: Token, isFilter: boolean): ScriptBlockAst;
  protected abstract statementListRule(statements: StatementAst[], traps: TrapStatementAst[]): Extent | undefined;
  protected abstract statementRule(): StatementAst | undefined;
  protected abstract pipelineChainRule(): PipelineBaseAst | undefined;
  protected abstract singleCommandArgument(context: ArgumentContext): ExpressionAst | undefined;

  // -------------------------------------------------------------- operators

  protected override expressionRule(endNumberOnTernary = false): ExpressionAst | undefined {
    this.enter();
    const mode = this.tokenizer.mode;
    this.setMode('Expression');
    const expression = this.#ternary(endNumberOnTernary);
    this.setMode(mode);
    this.leave();
    return expression;
  }

  #ternary(endNumberOnTernary: boolean): ExpressionAst | undefined {
    const condition = this.#binary(endNumberOnTernary);
    if (condition === undefined) return undefined;
    let token = this.peekToken();
    if (token.kind !== 'QuestionMark') return condition;
    this.skipToken();
    this.skipNewlines();
    const ifTrue = this.#ternaryOperand(token);
    this.skipNewlines();
    token = this.nextToken();
    if (token.kind !== 'Colon') {
      this.ungetToken(token);
      const nested: ExpressionAst[] = [condition];
      if (ifTrue.kind !== 'ErrorExpressionAst') {
        nested.push(ifTrue);
        this.incomplete(token, 'MissingColonInTernaryExpression');
      }
      return this.errorExpression(this.span(condition.extent, this.before(token)), nested);
    }
    this.skipNewlines();
    const ifFalse = this.#ternaryOperand(token);
    const extent = this.span(condition.extent, ifFalse.extent);
    return { kind: 'TernaryExpressionAst', extent, condition, ifTrue, ifFalse };
  }
  #ternaryOperand(operator: Token): ExpressionAst {
    return this.expressionRule(true) ?? this.#missingOperand(operator);
  }
  #missingOperand(operator: Token): ExpressionAst {
    const place = this.after(operator);
    this.incomplete(place, 'ExpectedValueExpression', operator.text);
    return this.errorExpression(place);
  }

  #binary(endNumberOnTernary: boolean): ExpressionAst | undefined {
    const first = this.#arrayLiteral(endNumberOnTernary);
    if (first === undefined) return undefined;
    let token = this.peekToken();
    if ((token.flags & TokenFlags.BinaryOperator) === 0) {
      return token.kind === 'Parameter' ? this.#parameterInExpression(token, first) : first;
    }
    this.skipToken();
    const operands: ExpressionAst[] = [first];
    const operators: Token[] = [token];
    for (;;) {
      this.skipNewlines();
      operands.push(this.#arrayLiteral(true) ?? this.#missingOperand(token));
      token = this.nextToken();
      if ((token.flags & TokenFlags.BinaryOperator) === 0) {
        this.ungetToken(token);
        break;
      }
      const precedence = token.flags & TokenFlags.BinaryPrecedenceMask;
      for (let top = operators.at(-1); top !== undefined; top = operators.at(-1)) {
        if ((top.flags & TokenFlags.BinaryPrecedenceMask) < precedence) break;
        this.#reduce(operands, operators);
      }
      operators.push(token);
    }
    while (operators.length > 0) this.#reduce(operands, operators);
    const result = operands[0] ?? first;
    return token.kind === 'Parameter' ? this.#parameterInExpression(token, result) : result;
  }
  #reduce(operands: ExpressionAst[], operators: Token[]): void {
    const right = operands.pop();
    const left = operands.pop();
    const operator = operators.pop();
    if (left === undefined || right === undefined || operator === undefined) return;
    operands.push({
      kind: 'BinaryExpressionAst',
      extent: this.span(left.extent, right.extent),
      operator: operator.kind,
      left,
      right,
      errorPosition: operator.extent,
    });
  }
  /** `1 -foo`: a parameter where an operator should be. */
  #parameterInExpression(token: Token, expression: ExpressionAst): ExpressionAst {
    this.error(token, 'UnexpectedToken', token.text);
    this.skipToken();
    const { extent } = token;
    return this.errorExpression(this.span(expression.extent, token), [
      expression,
      { kind: 'CommandParameterAst', extent, parameterName: token.value, argument: undefined, errorPosition: extent },
    ]);
  }

  #arrayLiteral(endNumberOnTernary: boolean): ExpressionAst | undefined {
    const first = this.unaryExpressionRule(endNumberOnTernary);
    if (first === undefined) return undefined;
    if (this.peekToken().kind !== 'Comma' || this.disableComma) return first;
    const elements = this.items('elements', [first], (items) => {
      const comma = this.peekToken();
      if (comma.kind !== 'Comma') return false;
      this.skipToken();
      this.skipNewlines();
      const element = this.unaryExpressionRule(true);
      if (element !== undefined) {
        items.push(element);
        return true;
      }
      this.incomplete(this.after(comma), 'MissingExpressionAfterToken', comma.text);
      items.push(this.errorExpression(comma.extent));
      return false;
    });
    const last = elements.at(-1) ?? first;
    return { kind: 'ArrayLiteralAst', extent: this.span(first.extent, last.extent), elements };
  }

  protected unaryExpressionRule(endNumberOnTernary = false): ExpressionAst | undefined {
    this.enter();
    const expression = this.#unary(endNumberOnTernary);
    this.leave();
    if (expression === undefined) return undefined;
    if (expression.kind === 'ErrorExpressionAst' && expression === this.#unfinished) return expression;
    const token = this.peekToken();
    if (token.kind !== 'PlusPlus' && token.kind !== 'MinusMinus') return expression;
    this.skipToken();
    return {
      kind: 'UnaryExpressionAst',
      extent: this.span(expression.extent, token),
      tokenKind: token.kind === 'PlusPlus' ? 'PostfixPlusPlus' : 'PostfixMinusMinus',
      child: expression,
    };
  }
  /** An operand that ended in an error and takes no postfix operator. */
  #unfinished: ExpressionAst | undefined;

  #peekOperand(endNumberOnTernary: boolean): Token {
    const { tokenizer, ungot } = this;
    const { allowSignedNumbers, endNumberOnTernary: oldEnd } = tokenizer;
    tokenizer.allowSignedNumbers = true;
    tokenizer.endNumberOnTernary = endNumberOnTernary;
    if (ungot !== undefined && (ungot.kind === 'Minus' || (endNumberOnTernary && ungot.kind === 'Generic'))) {
      // Read as an operator, or in a way that does not end numbers; here it may be part of a number.
      this.resync(ungot.startOffset);
    }
    const token = this.peekToken();
    tokenizer.allowSignedNumbers = allowSignedNumbers;
    tokenizer.endNumberOnTernary = oldEnd;
    return token;
  }

  #unary(endNumberOnTernary: boolean): ExpressionAst | undefined {
    const token = this.#peekOperand(endNumberOnTernary);
    if ((token.flags & TokenFlags.UnaryOperator) !== 0) {
      if (this.disableComma && token.kind === 'Comma') return undefined;
      this.skipToken();
      this.skipNewlines();
      const child = this.unaryExpressionRule(true);
      if (child === undefined) {
        this.incomplete(this.after(token), 'MissingExpressionAfterOperator', token.text);
        this.#unfinished = this.errorExpression(token.extent);
        return this.#unfinished;
      }
      const extent = this.span(token, child.extent);
      if (token.kind === 'Comma') return { kind: 'ArrayLiteralAst', extent, elements: [child] };
      return { kind: 'UnaryExpressionAst', extent, tokenKind: token.kind, child };
    }
    if (token.kind !== 'LBracket') return this.primaryExpressionRule(true);
    const attributes = this.attributeListRule(true);
    const last = attributes?.at(-1);
    if (attributes === undefined || last === undefined) return undefined;
    return this.#attributed(token, attributes, last);
  }

  /** `[int]$x`, `[int]::MaxValue`, `[int]`, `[ValidateNotNull()]$x`. */
  #attributed(
    bracket: Token,
    attributes: readonly AttributeBaseAst[],
    last: AttributeBaseAst,
  ): ExpressionAst | undefined {
    let expression: ExpressionAst | undefined;
    if (last.kind === 'AttributeAst') {
      this.skipNewlines();
      const child = this.unaryExpressionRule(true);
      if (child === undefined) {
        // Not complete: `[Parameter()]` may be followed by what it belongs to.
        this.incomplete(last.extent, 'UnexpectedAttribute', last.typeName.fullName);
        this.#unfinished = this.errorExpression(this.span(bracket, last.extent), attributes);
        return this.#unfinished;
      }
      expression = this.#attribute(last, child);
    } else {
      const access = this.nextMemberAccess(false);
      if (access !== undefined) {
        expression = this.#postfix(access, this.#typeExpression(last));
      } else {
        const token = this.peekToken();
        if (token.kind !== 'NewLine' && token.kind !== 'Comma') {
          const child = this.unaryExpressionRule(true);
          if (child !== undefined) expression = this.#attribute(last, child);
        }
      }
      expression ??= this.#typeExpression(last);
    }
    for (let i = attributes.length - 2; i >= 0; i--) {
      const attribute = attributes[i];
      if (attribute !== undefined) expression = this.#attribute(attribute, expression);
    }
    return expression;
  }
  #typeExpression(attribute: AttributeBaseAst): ExpressionAst {
    return { kind: 'TypeExpressionAst', extent: attribute.extent, typeName: attribute.typeName };
  }
  #attribute(attribute: AttributeBaseAst, child: ExpressionAst): ExpressionAst {
    const extent = this.span(attribute.extent, child.extent);
    if (attribute.kind === 'TypeConstraintAst') return { kind: 'ConvertExpressionAst', extent, attribute, child };
    return { kind: 'AttributedExpressionAst', extent, attribute, child };
  }

  // -------------------------------------------------------------- primaries

  protected primaryExpressionRule(withMemberAccess: boolean): ExpressionAst | undefined {
    const token = this.nextToken();
    let expression: ExpressionAst;
    switch (token.kind) {
      case 'SplattedVariable':
      case 'Variable':
        expression = this.#variableOrUsing(token, withMemberAccess);
        break;
      case 'Number':
        expression = {
          kind: 'ConstantExpressionAst',
          extent: token.extent,
          value: token.data?.type === 'number' ? token.data.number : null,
        };
        break;
      case 'StringExpandable':
      case 'HereStringExpandable':
        expression = this.expandable(token, STRING_TYPES[token.kind] ?? 'DoubleQuoted');
        break;
      case 'StringLiteral':
      case 'HereStringLiteral':
        expression = this.#stringConstant(token, STRING_TYPES[token.kind] ?? 'SingleQuoted');
        break;
      case 'LParen':
        expression = this.#parenthesized(token);
        break;
      case 'AtParen':
      case 'DollarParen':
        expression = this.#subExpression(token);
        break;
      case 'AtCurly':
        expression = this.hashtableRule(token);
        break;
      case 'LCurly':
        expression = this.scriptBlockExpressionRule(token);
        break;
      default:
        this.ungetToken(token);
        return undefined;
    }
    return withMemberAccess ? this.#postfix(this.nextMemberAccess(true), expression) : expression;
  }

  #stringConstant(token: Token, stringConstantType: StringConstantType): StringConstantExpressionAst {
    return { kind: 'StringConstantExpressionAst', extent: token.extent, value: token.value, stringConstantType };
  }
  protected variablePathOf(token: Token): VariablePath {
    return token.data?.type === 'variable' ? token.data.path : parseVariablePath(token.value || ':Error:');
  }
  protected variable(token: Token): VariableExpressionAst {
    return {
      kind: 'VariableExpressionAst',
      extent: token.extent,
      variablePath: this.variablePathOf(token),
      splatted: token.kind === 'SplattedVariable',
    };
  }
  #variableOrUsing(token: Token, withMemberAccess: boolean): ExpressionAst {
    const variable = this.variable(token);
    const path = variable.variablePath;
    if (path.driveName?.toLowerCase() !== 'using' || path.unqualifiedPath === '') return variable;
    let subExpression: ExpressionAst = { ...variable, variablePath: parseVariablePath(path.unqualifiedPath) };
    if (withMemberAccess) subExpression = this.#postfix(this.nextMemberAccess(true), subExpression);
    return { kind: 'UsingExpressionAst', extent: subExpression.extent, subExpression };
  }

  /** A double-quoted string, here-string or word, as a constant when nothing in it expands. */
  protected expandable(token: Token, stringConstantType: StringConstantType): ExpressionAst {
    if (token.data?.type !== 'expandable') return this.#stringConstant(token, stringConstantType);
    const parts = this.#nestedExpressions(token.data);
    return {
      kind: 'ExpandableStringExpressionAst',
      extent: token.extent,
      value: token.value,
      stringConstantType,
      nestedExpressions: parts.filter((part) => typeof part !== 'string'),
      parts,
    };
  }
  #nestedExpressions(data: ExpandableData): readonly (string | ExpressionAst)[] {
    const nothing = { parts: [] as (string | ExpressionAst)[], nestedTokens: [] as Token[], next: 0 };
    const { parts, nestedTokens } = this.list('pieces', nothing, (state) => {
      const piece = data.pieces[state.next];
      if (piece === undefined) return false;
      if (typeof piece === 'string') {
        state.parts.push(piece);
      } else if (piece.kind === 'Variable') {
        state.parts.push(this.#variableOrUsing(piece, false));
        state.nestedTokens.push(piece);
      } else {
        const unscanned = piece.data?.type === 'unscanned' ? piece.data : undefined;
        const scan = this.tokenizer.startNestedScan(piece.value, piece.startOffset, unscanned);
        let expression: ExpressionAst | undefined;
        try {
          expression = this.primaryExpressionRule(true);
        } catch (error) {
          // The lists around keep tokens of their own text.
          if (error instanceof Interrupted) this.tokenizer.finishNestedScan(scan);
          throw error;
        }
        if (expression !== undefined) state.parts.push(expression);
        for (const token of flatTokens(this.tokenizer.saved ?? [])) state.nestedTokens.push(token);
        this.tokenizer.finishNestedScan(scan);
        this.ungot = undefined;
      }
      state.next += 1;
      return true;
    });
    data.nestedTokens = nestedTokens;
    return parts;
  }

  #parenthesized(lParen: Token): ExpressionAst {
    const { disableComma } = this;
    const mode = this.tokenizer.mode;
    this.setMode('Command');
    this.disableComma = false;
    this.skipNewlines();
    let pipeline = this.pipelineChainRule();
    if (pipeline === undefined) {
      const place = this.after(lParen);
      this.incomplete(place, 'ExpectedExpression');
      pipeline = this.errorStatement(place);
    }
    this.skipNewlines();
    const rParen = this.nextToken();
    let end = pipeline.extent;
    if (rParen.kind === 'RParen') end = rParen.extent;
    else {
      this.ungetToken(rParen);
      this.incomplete(this.after(pipeline.extent), 'MissingEndParenthesisInExpression');
    }
    this.disableComma = disableComma;
    this.setMode(mode);
    return { kind: 'ParenExpressionAst', extent: this.span(lParen, end), pipeline };
  }

  #subExpression(first: Token): ExpressionAst {
    const { disableComma } = this;
    const mode = this.tokenizer.mode;
    this.disableComma = false;
    this.setMode('Command');
    this.skipNewlines();
    const statements: StatementAst[] = [];
    const traps: TrapStatementAst[] = [];
    const listExtent = this.statementListRule(statements, traps);
    this.skipNewlines();
    const rParen = this.nextToken();
    let end = listExtent ?? first.extent;
    if (rParen.kind === 'RParen') end = rParen.extent;
    else {
      this.ungetToken(rParen);
      this.incomplete(rParen, 'MissingEndParenthesisInSubexpression');
    }
    this.disableComma = disableComma;
    this.setMode(mode);
    const extent = this.span(first, end);
    const subExpression = {
      kind: 'StatementBlockAst',
      extent: listExtent ?? this.nowhere,
      statements,
      traps,
    } as const;
    if (first.kind === 'DollarParen') return { kind: 'SubExpressionAst', extent, subExpression };
    return { kind: 'ArrayExpressionAst', extent, subExpression };
  }

  protected scriptBlockExpressionRule(lCurly: Token): ScriptBlockExpressionAst {
    const { disableComma } = this;
    const mode = this.tokenizer.mode;
    this.disableComma = false;
    this.setMode('Command');
    this.skipNewlines();
    const scriptBlock = this.scriptBlockRule(lCurly, false);
    this.disableComma = disableComma;
    this.setMode(mode);
    return { kind: 'ScriptBlockExpressionAst', extent: scriptBlock.extent, scriptBlock };
  }

  // ------------------------------------------------------------- hashtables

  protected hashtableRule(atCurly: Token): ExpressionAst {
    this.skipNewlines();
    const keyValuePairs = this.items<HashtablePair>('pairs', [], (items) => {
      const pair = this.#keyValuePair();
      if (pair === undefined) return false;
      const token = this.peekToken();
      const goesOn = token.kind === 'NewLine' || token.kind === 'Semi';
      if (goesOn) this.skipNewlinesAndSemicolons();
      items.push(pair);
      return goesOn;
    });
    const rCurly = this.nextToken();
    let end = rCurly.extent;
    if (rCurly.kind !== 'RCurly') {
      this.ungetToken(rCurly);
      this.incompleteAt(this.after(atCurly), rCurly, 'MissingEndCurlyBrace');
      end = this.before(rCurly);
    }
    return { kind: 'HashtableAst', extent: this.span(atCurly, end), keyValuePairs };
  }
  #keyValuePair(): HashtablePair | undefined {
    const mode = this.tokenizer.mode;
    this.setMode('Expression');
    const key = this.labelOrKeyRule();
    if (key === undefined) {
      this.setMode(mode);
      return undefined;
    }
    const equals = this.nextToken();
    this.setMode(mode);
    if (equals.kind !== 'Equals') {
      this.ungetToken(equals);
      const place = this.after(key.extent);
      this.error(place, 'MissingEqualsInHashLiteral');
      this.syncOnError(false, 'RCurly', 'Semi', 'NewLine');
      return { key, value: this.errorStatement(place) };
    }
    this.setMode('Command');
    this.skipNewlines();
    let value = this.statementRule();
    if (value === undefined) {
      const place = this.after(equals);
      this.incomplete(place, 'MissingStatementInHashLiteral');
      value = this.errorStatement(place);
    }
    this.setMode(mode);
    return { key, value };
  }

  /** A hashtable's key, or the label after `break` and `continue`. */
  protected labelOrKeyRule(): ExpressionAst | undefined {
    const name = this.simpleNameRule();
    if (name !== undefined) return name;
    const token = this.peekToken();
    if (token.kind === 'NewLine' || token.kind === 'Semi') return undefined;
    const { disableComma } = this;
    this.disableComma = true;
    const expression = this.unaryExpressionRule();
    this.disableComma = disableComma;
    return expression;
  }

  // ----------------------------------------------------------------- postfix

  #postfix(first: Token | undefined, target: ExpressionAst): ExpressionAst {
    let expression = target;
    for (let token = first; token !== undefined; token = this.nextMemberAccess(true)) {
      this.skipNewlines();
      const isIndex = token.kind === 'LBracket' || token.kind === 'QuestionLBracket';
      expression = isIndex ? this.#elementAccess(expression, token) : this.#memberAccess(expression, token);
    }
    return expression;
  }

  #memberName(): ExpressionAst | undefined {
    const name = this.simpleNameRule();
    if (name !== undefined) return name;
    const token = this.peekToken();
    if ((token.flags & TokenFlags.UnaryOperator) !== 0 || token.kind === 'LBracket') return this.unaryExpressionRule();
    return this.primaryExpressionRule(false);
  }

  #memberAccess(expression: ExpressionAst, operator: Token): ExpressionAst {
    let member: CommandElementAst | undefined = this.#memberName();
    const isStatic = operator.kind === 'ColonColon';
    const nullConditional = operator.kind === 'QuestionDot';
    if (member === undefined) {
      this.incomplete(this.after(operator), 'MissingPropertyName');
      member =
        this.singleCommandArgument('CommandArgument') ?? this.errorExpression(this.span(expression.extent, operator));
    } else if (this.ungot === undefined) {
      const restore = this.tokenizer.restorePoint();
      const generic = this.#genericMethodArguments(restore);
      const open = this.nextInvokeOpen();
      if (open !== undefined) {
        const call = this.#invokeArguments(open);
        return {
          kind: 'InvokeMemberExpressionAst',
          extent: this.span(expression.extent, call.end),
          expression,
          member,
          static: isStatic,
          nullConditional,
          arguments: call.args.length > 0 ? call.args : undefined,
          genericTypeArguments: generic?.args,
        };
      }
      if (generic?.closed === true) this.resync(restore);
    }
    const extent = this.span(expression.extent, member.extent);
    return { kind: 'MemberExpressionAst', extent, expression, member, static: isStatic, nullConditional };
  }

  /** `$x.Method[int]()`: the bracket after a name is a generic method's or an index, which shows only later. */
  #genericMethodArguments(
    restore: number,
  ): { readonly args: readonly TypeName[]; readonly closed: boolean } | undefined {
    const lBracket = this.nextToken();
    if (lBracket.kind !== 'LBracket') {
      this.resync(restore);
      return undefined;
    }
    const mode = this.tokenizer.mode;
    this.setMode('TypeName');
    this.skipNewlines();
    const first = this.nextToken();
    if (first.kind !== 'Identifier') {
      this.setMode(mode);
      if (restore > 0) this.resync(restore);
      return undefined;
    }
    const { args, lastToken } = this.genericTypeArguments(first);
    const closed = lastToken.kind === 'RBracket';
    if (!closed) {
      this.ungetToken(lastToken);
      this.incomplete(this.before(lastToken), 'EndSquareBracketExpectedAtEndOfType');
    }
    this.setMode(mode);
    return { args, closed };
  }

  #invokeArguments(open: Token): { readonly args: readonly ExpressionAst[]; readonly end: Extent } {
    if (open.kind === 'LParen') return this.invokeParenListRule(open);
    this.skipNewlines();
    const argument = this.scriptBlockExpressionRule(open);
    return { args: [argument], end: argument.extent };
  }

  /** The arguments of a method call, after its `(`. */
  protected invokeParenListRule(lParen: Token): { readonly args: readonly ExpressionAst[]; readonly end: Extent } {
    const args: ExpressionAst[] = [];
    const { disableComma } = this;
    this.disableComma = true;
    let comma: Token | undefined;
    let reported = false;
    for (;;) {
      this.skipNewlines();
      const argument = this.expressionRule();
      if (argument === undefined) {
        if (comma !== undefined) {
          this.incomplete(this.after(comma), 'MissingExpressionAfterToken', ',');
          reported = true;
        }
        break;
      }
      args.push(argument);
      this.skipNewlines();
      comma = this.nextToken();
      if (comma.kind !== 'Comma') {
        this.ungetToken(comma);
        comma = undefined;
        break;
      }
    }
    this.skipNewlines();
    const rParen = this.nextToken();
    const lastArgument = args.at(-1)?.extent;
    let end = comma?.extent ?? lastArgument ?? lParen.extent;
    if (rParen.kind === 'RParen') end = rParen.extent;
    else {
      this.ungetToken(rParen);
      if (!reported) this.incomplete(this.after(lastArgument ?? lParen), 'MissingEndParenthesisInMethodCall');
    }
    this.disableComma = disableComma;
    return { args, end };
  }

  #elementAccess(target: ExpressionAst, lBracket: Token): ExpressionAst {
    this.skipNewlines();
    const { disableComma } = this;
    this.disableComma = false;
    let index = this.expressionRule();
    this.disableComma = disableComma;
    if (index === undefined) {
      this.incomplete(this.after(lBracket), 'MissingArrayIndexExpression');
      index = this.errorExpression(lBracket.extent);
    }
    this.skipNewlines();
    const rBracket = this.nextToken();
    let end = index.extent;
    if (rBracket.kind === 'RBracket') end = rBracket.extent;
    else {
      this.ungetToken(rBracket);
      if (index.kind !== 'ErrorExpressionAst') this.incomplete(this.after(index.extent), 'MissingEndSquareBracket');
    }
    return {
      kind: 'IndexExpressionAst',
      extent: this.span(target.extent, end),
      target,
      index,
      nullConditional: lBracket.kind === 'QuestionLBracket',
    };
  }

  /** Children of an error node: those that are there. */
  protected present(...asts: readonly (Ast | undefined)[]): readonly Ast[] {
    return asts.filter((ast) => ast !== undefined);
  }
}
