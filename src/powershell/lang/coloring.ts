/** What each token of a text is, for colours: the classes of `PSReadLine`, over the parser's own tokens. */
import { recentParses } from './parse-memory.js';
import { type Due, type InPieces, NOT_DUE, whole } from './parse-progress.js';
import type { ParseError } from './parse-error.js';
import type { Extent } from './source-text.js';
import { type Token, TokenFlags } from './token.js';

export type TokenColor =
  | 'command'
  | 'comment'
  | 'keyword'
  | 'member'
  | 'number'
  | 'operator'
  | 'parameter'
  | 'string'
  | 'type'
  | 'variable'
  | 'error'
  | 'none';

/** A stretch of one colour; stretches are in order, do not overlap, and leave out what has no colour. */
export interface ColoredSpan {
  readonly start: number;
  readonly end: number;
  readonly color: TokenColor;
}

/** The colour of a token by its kind and by what the parser found it to be. */
export function tokenColor(token: Token): TokenColor {
  const { flags } = token;
  if ((flags & TokenFlags.CommandName) !== 0) return 'command';
  if ((flags & TokenFlags.Keyword) !== 0) return 'keyword';
  if ((flags & (TokenFlags.TypeName | TokenFlags.AttributeName)) !== 0) return 'type';
  if ((flags & TokenFlags.MemberName) !== 0) return 'member';
  switch (token.kind) {
    case 'Comment':
      return 'comment';
    case 'Variable':
    case 'SplattedVariable':
      return 'variable';
    case 'Number':
      return 'number';
    case 'Parameter':
      return 'parameter';
    case 'StringLiteral':
    case 'StringExpandable':
    case 'HereStringLiteral':
    case 'HereStringExpandable':
      return 'string';
    default: {
      const operators =
        TokenFlags.BinaryOperator |
        TokenFlags.UnaryOperator |
        TokenFlags.AssignmentOperator |
        TokenFlags.SpecialOperator |
        TokenFlags.TernaryOperator;
      if ((flags & operators) !== 0 && token.kind !== 'Comma') return 'operator';
      return token.kind === 'Redirection' || token.kind === 'AndAnd' || token.kind === 'OrOr' ? 'operator' : 'none';
    }
  }
}

/** The spans of a token: a string with variables in it is cut around them. */
function spansOf(token: Token, color: TokenColor, into: ColoredSpan[]): void {
  const nested = token.data?.type === 'expandable' ? token.data.nestedTokens : [];
  let from = token.startOffset;
  for (const inner of nested) {
    if (color !== 'none' && inner.startOffset > from) into.push({ start: from, end: inner.startOffset, color });
    spansOf(inner, tokenColor(inner), into);
    from = Math.max(from, inner.endOffset);
  }
  if (color !== 'none' && token.endOffset > from) into.push({ start: from, end: token.endOffset, color });
}

const placeOf = ({ startOffset, endOffset }: Extent | Token): string => `${startOffset}-${endOffset}`;

export interface ColoredText {
  readonly spans: readonly ColoredSpan[];
  readonly errors: readonly ParseError[];
}
/** Colours a whole text. Errors of the grammar that are not just an unfinished end are marked as well. */
export const colorize = (text: string): ColoredText => whole(colorizeInPieces(text, NOT_DUE));
export function* colorizeInPieces<W>(text: string, due: Due<W>): InPieces<W, ColoredText> {
  const { tokens, errors } = yield* recentParses.resultInPieces(text, due);
  const spans: ColoredSpan[] = [];
  const wrong = new Set(errors.filter((error) => !error.incompleteInput).map(({ extent }) => placeOf(extent)));
  for (const token of tokens) {
    if (token.kind === 'EndOfInput' || token.kind === 'NewLine') continue;
    const isWrong = wrong.size > 0 && wrong.has(placeOf(token));
    spansOf(token, isWrong ? 'error' : tokenColor(token), spans);
  }
  return { spans, errors };
}
