/** Pipelines, pipeline chains, assignments, commands with their arguments and redirections. */
import type {
  AssignmentStatementAst,
  CommandAst,
  CommandBaseAst,
  CommandElementAst,
  CommandParameterAst,
  ExpressionAst,
  PipelineAst,
  PipelineBaseAst,
  PipelineChainAst,
  RedirectionAst,
  RedirectionStream,
  StatementAst,
} from './ast.js';
import { type ArgumentContext, ExpressionParser } from './expression-parser.js';
import { PARSE_MESSAGES } from './messages.js';
import type { Extent } from './source-text.js';
import { type Token, TokenFlags, tokenKindText } from './token.js';

const VERBATIM = '--%';
const STREAM_ORDER: readonly RedirectionStream[] = [
  'All',
  'Output',
  'Error',
  'Warning',
  'Verbose',
  'Debug',
  'Information',
];
const STREAM_TEXT: Readonly<Record<RedirectionStream, string>> = {
  All: PARSE_MESSAGES.AllStream,
  Output: PARSE_MESSAGES.OutputStream,
  Error: PARSE_MESSAGES.ErrorStream,
  Warning: PARSE_MESSAGES.WarningStream,
  Verbose: PARSE_MESSAGES.VerboseStream,
  Debug: PARSE_MESSAGES.DebugStream,
  Information: PARSE_MESSAGES.InformationStream,
};

/** The redirections of one command: one for each stream, kept in the order of the streams. */
type Redirections = Map<RedirectionStream, RedirectionAst>;
function inStreamOrder(redirections: Redirections): readonly RedirectionAst[] {
  return STREAM_ORDER.map((stream) => redirections.get(stream)).filter((redirection) => redirection !== undefined);
}
function isRedirection(token: Token): boolean {
  return token.kind === 'Redirection' || token.kind === 'RedirectInStd';
}

export abstract class CommandParser extends ExpressionParser {
  // --------------------------------------------------------------- pipelines

  protected override pipelineChainRule(): PipelineBaseAst | undefined {
    this.enter();
    const result = this.#pipelineChain();
    this.leave();
    return result;
  }

  #pipelineChain(): PipelineBaseAst | undefined {
    const mode = this.tokenizer.mode;
    this.setMode('Expression');
    const expression = this.expressionRule();
    let assign: Token | undefined;
    if (expression !== undefined) {
      const token = this.peekToken();
      if ((token.flags & TokenFlags.AssignmentOperator) !== 0) {
        this.skipToken();
        assign = token;
      }
    }
    this.setMode(mode);
    if (expression !== undefined && assign !== undefined) return this.#assignment(expression, assign);
    return this.#chain(expression);
  }

  #assignment(left: ExpressionAst, operator: Token): AssignmentStatementAst {
    this.skipNewlines();
    let right: StatementAst | undefined = this.statementRule();
    if (right === undefined) {
      const place = this.after(operator);
      this.incomplete(place, 'ExpectedValueExpression', tokenKindText(operator.kind));
      right = this.errorStatement(place);
    }
    const extent = this.span(left.extent, right.extent);
    // An expression alone loses its pipeline, so that a type constraint on the left sees it directly.
    if (right.kind === 'PipelineAst' && !right.background && right.pipelineElements.length === 1) {
      const only = right.pipelineElements[0];
      if (only?.kind === 'CommandExpressionAst') right = only;
    }
    return {
      kind: 'AssignmentStatementAst',
      extent,
      left,
      operator: operator.kind,
      right,
      errorPosition: operator.extent,
    };
  }

  #chain(start: ExpressionAst | undefined): PipelineBaseAst | undefined {
    let chain: PipelineAst | PipelineChainAst | undefined;
    let chainOperator: Token | undefined;
    let expression = start;
    for (;;) {
      const first = expression === undefined ? this.peekToken() : undefined;
      const pipeline = this.#pipeline(expression);
      expression = undefined;
      if (pipeline === undefined) {
        if (chain === undefined || chainOperator === undefined) return undefined;
        return this.#missingChainElement(chain, chainOperator, first);
      }
      let token = this.peekToken();
      if (token.kind !== 'AndAnd' && token.kind !== 'OrOr') {
        let background = false;
        if (token.kind === 'Ampersand') {
          this.skipToken();
          token = this.peekToken();
          if (token.kind === 'AndAnd' || token.kind === 'OrOr') {
            this.skipToken();
            this.error(token, 'BackgroundOperatorInPipelineChain');
            return this.errorStatement(this.span((chain ?? pipeline).extent, token));
          }
          background = true;
        }
        if (chain === undefined || chainOperator === undefined)
          return background ? { ...pipeline, background } : pipeline;
        return this.#link(chain, chainOperator, pipeline, background);
      }
      this.skipToken();
      this.skipNewlines();
      chain =
        chain === undefined || chainOperator === undefined
          ? pipeline
          : this.#link(chain, chainOperator, pipeline, false);
      chainOperator = token;
      if (this.peekToken().kind === 'EndOfInput') {
        this.incomplete(this.after(token), 'EmptyPipelineChainElement');
        return chain;
      }
    }
  }
  #link(
    lhsPipelineChain: PipelineAst | PipelineChainAst,
    operator: Token,
    rhsPipeline: PipelineAst,
    background: boolean,
  ): PipelineChainAst {
    return {
      kind: 'PipelineChainAst',
      extent: this.span(lhsPipelineChain.extent, rhsPipeline.extent),
      lhsPipelineChain,
      rhsPipeline,
      operator: operator.kind === 'OrOr' ? 'OrOr' : 'AndAnd',
      background,
    };
  }
  #missingChainElement(
    chain: PipelineAst | PipelineChainAst,
    operator: Token,
    first: Token | undefined,
  ): PipelineBaseAst {
    if (first?.kind === 'EndOfInput') this.incomplete(this.after(operator), 'EmptyPipelineChainElement', operator.text);
    else if (first !== undefined && first.kind !== 'Dot' && first.kind !== 'Ampersand') {
      this.error(this.span(operator, first), 'EmptyPipelineChainElement', operator.text);
    }
    return this.errorStatement(this.span(chain.extent, operator), [chain], { errorKind: operator });
  }

  #pipeline(start: ExpressionAst | undefined): PipelineAst | undefined {
    const elements: CommandBaseAst[] = [];
    let expression = start;
    let pipe: Token | undefined;
    for (;;) {
      if (expression === undefined) {
        const mode = this.tokenizer.mode;
        this.setMode('Expression');
        expression = this.expressionRule();
        this.setMode(mode);
      }
      const element =
        expression === undefined ? this.commandRule() : this.#commandExpression(expression, elements.length === 0);
      if (element !== undefined) elements.push(element);
      else if (elements.length > 0 || this.peekToken().kind === 'Pipe') {
        this.incomplete(pipe === undefined ? this.peekToken() : this.after(pipe), 'EmptyPipeElement');
      }
      expression = undefined;
      let token = this.peekToken();
      if (token.kind === 'NewLine' && this.tokenizer.isPipeContinuation(token.endOffset)) {
        this.skipNewlines();
        token = this.peekToken();
      }
      pipe = token;
      if (token.kind === 'Pipe') {
        this.skipToken();
        this.skipNewlines();
        if (this.peekToken().kind !== 'EndOfInput') continue;
        this.incomplete(this.after(token), 'EmptyPipeElement');
      } else if (!endsPipeline(token)) {
        this.error(token, 'UnexpectedToken', token.text);
      }
      const first = elements[0];
      const last = elements.at(-1);
      if (first === undefined || last === undefined) return undefined;
      const extent = this.span(first.extent, last.extent);
      return { kind: 'PipelineAst', extent, pipelineElements: elements, background: false };
    }
  }

  #commandExpression(expression: ExpressionAst, isFirst: boolean): CommandBaseAst {
    if (!isFirst) this.error(expression.extent, 'ExpressionsMustBeFirstInPipeline');
    const redirections: Redirections = new Map();
    let last: RedirectionAst | undefined;
    for (let token = this.peekToken(); isRedirection(token); token = this.peekToken()) {
      this.skipToken();
      last = this.#redirection(token, redirections).redirection;
    }
    const extent = last === undefined ? expression.extent : this.span(expression.extent, last.extent);
    return { kind: 'CommandExpressionAst', extent, expression, redirections: inStreamOrder(redirections) };
  }

  // ------------------------------------------------------------ redirections

  #redirection(
    token: Token,
    redirections: Redirections,
  ): { readonly redirection: RedirectionAst | undefined; readonly extent: Extent } {
    let redirection: RedirectionAst;
    if (token.data?.type === 'merging') {
      const { from, to } = token.data;
      if (to !== 'Output' || from === to) this.error(token, 'RedirectionNotSupported', token.text);
      redirection = { kind: 'MergingRedirectionAst', extent: token.extent, fromStream: from, toStream: 'Output' };
    } else {
      let location = this.singleCommandArgument('FileName');
      if (location === undefined) {
        this.error(this.after(token), 'MissingFileSpecification');
        location = this.errorExpression(token.extent);
      }
      const extent = this.span(token, location.extent);
      if (token.data?.type !== 'file') {
        this.error(token, 'RedirectionNotSupported', token.text);
        return { redirection: undefined, extent };
      }
      redirection = {
        kind: 'FileRedirectionAst',
        extent,
        fromStream: token.data.from,
        location,
        append: token.data.append,
      };
    }
    if (!redirections.has(redirection.fromStream)) redirections.set(redirection.fromStream, redirection);
    else this.error(redirection.extent, 'StreamAlreadyRedirected', STREAM_TEXT[redirection.fromStream]);
    return { redirection, extent: redirection.extent };
  }

  // --------------------------------------------------------------- arguments

  protected override singleCommandArgument(context: ArgumentContext): ExpressionAst | undefined {
    const { kind } = this.peekToken();
    if (kind === 'Comma' || kind === 'EndOfInput') return undefined;
    const mode = this.tokenizer.mode;
    this.setMode('Command');
    const argument = this.commandArgument(context, this.nextToken());
    this.setMode(mode);
    return argument;
  }

  /** One argument: for a command's argument also a list (`a, b`). Undefined when a separator stands there. */
  protected commandArgument(context: ArgumentContext, firstToken: Token): ExpressionAst | undefined {
    const elements: ExpressionAst[] = [];
    let token = firstToken;
    let comma: Token | undefined;
    for (;;) {
      if (isArgumentEnd(token)) {
        this.ungetToken(token);
        const first = elements[0];
        if (comma === undefined || first === undefined) return undefined;
        this.incomplete(this.after(comma), 'MissingExpression', ',');
        return this.errorExpression(this.span(first.extent, comma), elements);
      }
      const argument = this.#argument(context, token);
      const verbatim = token.kind === 'Generic' && token.data === undefined && token.value === VERBATIM;
      elements.push(argument);
      if (context !== 'CommandArgument' || verbatim) break;
      comma = this.peekToken();
      if (comma.kind !== 'Comma') break;
      this.skipToken();
      this.skipNewlines();
      token = this.nextToken();
    }
    const first = elements[0];
    const last = elements.at(-1);
    if (first === undefined || last === undefined || elements.length === 1) return first;
    return { kind: 'ArrayLiteralAst', extent: this.span(first.extent, last.extent), elements };
  }

  #argument(context: ArgumentContext, token: Token): ExpressionAst {
    switch (token.kind) {
      case 'SplattedVariable':
      case 'Variable':
      case 'Number':
      case 'HereStringExpandable':
      case 'StringExpandable':
      case 'HereStringLiteral':
      case 'StringLiteral':
      case 'LParen':
      case 'DollarParen':
      case 'AtParen':
      case 'AtCurly':
      case 'LCurly': {
        this.ungetToken(token);
        return this.primaryExpressionRule(true) ?? this.errorExpression(token.extent);
      }
      case 'Generic':
        if (context === 'CommandName' || context === 'CommandNameAfterOperator') token.flags |= TokenFlags.CommandName;
        if (token.data !== undefined && context !== 'CommandName') return this.expandable(token, 'BareWord');
        return this.bareWord(token, token.value);
      default:
        token.flags &= ~TokenFlags.Keyword;
        if (context === 'CommandName' || context === 'CommandNameAfterOperator') token.flags |= TokenFlags.CommandName;
        else if (token.kind !== 'Identifier') token.kind = 'Generic';
        return this.bareWord(token, token.text);
    }
  }

  // ---------------------------------------------------------------- commands

  protected commandRule(): CommandAst | undefined {
    const mode = this.tokenizer.mode;
    this.setMode('Command');
    const first = this.nextToken();
    let token = first;
    const invocation = first.kind === 'Dot' || first.kind === 'Ampersand' ? first.kind : 'Unknown';
    if (invocation !== 'Unknown') token = this.nextToken();
    let context: ArgumentContext = invocation === 'Unknown' ? 'CommandName' : 'CommandNameAfterOperator';
    const elements: CommandElementAst[] = [];
    const redirections: Redirections = new Map();
    let end = first.extent;
    let sawDashDash = false;
    for (; !endsCommand(token); token = this.nextToken()) {
      const isName = context !== 'CommandArgument';
      if (token.kind === 'MinusMinus') {
        end = token.extent;
        elements.push(sawDashDash ? this.bareWord(token, token.text) : this.#parameter(token, '-', undefined, end));
        sawDashDash = true;
      } else if (token.kind === 'Comma') {
        end = token.extent;
        this.error(token, 'MissingArgument');
        this.skipNewlines();
      } else if (token.kind === 'Parameter') {
        const element = this.#parameterElement(token, isName || sawDashDash);
        elements.push(element);
        end = element.extent;
      } else if (isRedirection(token)) {
        if (isName) {
          end = token.extent;
          elements.push(this.bareWord(token, token.text));
        } else end = this.#redirection(token, redirections).extent;
      } else if (token.kind === 'InlineScript' && context === 'CommandName') {
        const complete = this.#inlineScript(token, elements);
        end = elements.at(-1)?.extent ?? end;
        if (!complete) break;
      } else {
        const argument = this.commandArgument(context, token);
        if (argument === undefined) break;
        elements.push(argument);
        end = argument.extent;
        if (token.value === VERBATIM && isStringToken(token)) {
          const verbatim = this.#verbatimArgument();
          if (verbatim !== undefined) {
            elements.push(this.bareWord(verbatim, verbatim.value));
            end = verbatim.extent;
            token = verbatim;
            break;
          }
        }
      }
      context = 'CommandArgument';
    }
    if (endsCommand(token)) this.ungetToken(token);
    this.setMode(mode);
    if (elements.length === 0) {
      if (invocation !== 'Unknown') this.error(first, 'MissingExpression', first.text);
      return undefined;
    }
    return {
      kind: 'CommandAst',
      extent: this.span(first, end),
      commandElements: elements,
      invocationOperator: invocation,
      redirections: inStreamOrder(redirections),
    };
  }

  #parameter(
    token: Token,
    parameterName: string,
    argument: ExpressionAst | undefined,
    extent: Extent,
  ): CommandParameterAst {
    return { kind: 'CommandParameterAst', extent, parameterName, argument, errorPosition: token.extent };
  }
  #parameterElement(token: Token, isWord: boolean): CommandElementAst {
    if (isWord) {
      token.flags |= TokenFlags.CommandName;
      return this.bareWord(token, token.text);
    }
    if (!token.usedColon || this.peekToken().kind === 'Comma') {
      return this.#parameter(token, token.value, undefined, token.extent);
    }
    const argument = this.commandArgument('CommandArgument', this.nextToken());
    if (argument === undefined) {
      this.error(this.after(token), 'ParameterRequiresArgument', token.text);
      return this.#parameter(token, token.value, undefined, token.extent);
    }
    return this.#parameter(token, token.value, argument, this.span(token, argument.extent));
  }

  #verbatimArgument(): Token | undefined {
    if (this.ungot !== undefined && this.ungot.kind !== 'Parameter') return undefined;
    this.ungot = undefined;
    return this.tokenizer.verbatimArgument();
  }

  /** `inlinescript { … }` of a workflow. Returns whether the block was there. */
  #inlineScript(token: Token, elements: CommandElementAst[]): boolean {
    token.flags |= TokenFlags.CommandName;
    elements.push(this.bareWord(token, token.text));
    this.skipNewlines();
    const lCurly = this.nextToken();
    if (lCurly.kind !== 'LCurly') {
      this.ungetToken(lCurly);
      this.incomplete(this.after(token), 'MissingStatementAfterKeyword', token.text);
      return false;
    }
    elements.push(this.scriptBlockExpressionRule(lCurly));
    return true;
  }
}

function isStringToken(token: Token): boolean {
  switch (token.kind) {
    case 'Generic':
    case 'StringLiteral':
    case 'StringExpandable':
    case 'HereStringLiteral':
    case 'HereStringExpandable':
      return true;
    default:
      return false;
  }
}
function endsPipeline(token: Token): boolean {
  switch (token.kind) {
    case 'Semi':
    case 'NewLine':
    case 'RParen':
    case 'RCurly':
    case 'EndOfInput':
    case 'AndAnd':
    case 'OrOr':
    case 'Ampersand':
      return true;
    default:
      return false;
  }
}
function endsCommand(token: Token): boolean {
  return token.kind === 'Pipe' || endsPipeline(token);
}
function isArgumentEnd(token: Token): boolean {
  return endsCommand(token) || isRedirection(token) || token.kind === 'MinusMinus' || token.kind === 'Comma';
}
