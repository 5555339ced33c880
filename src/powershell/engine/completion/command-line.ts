/** The command around a place in a text: its name, and what stands before the place. */
import { TokenFlags, type Token } from '../../lang/index.js';
import type { Steps } from '../pending.js';
import { parsedInPieces } from './parsed.js';

export interface Word {
  readonly token: Token;
  /** The word as its command gets it: without quotes. */
  readonly value: string;
}

export interface Place {
  readonly text: string;
  readonly cursor: number;
  /** The token that ends at the cursor; undefined behind a blank or at the beginning. */
  readonly token: Token | undefined;
  /** The tokens of the command before `token`, the name first; undefined: no command has begun. */
  readonly command: readonly Token[] | undefined;
  /** Where the comment begins that the cursor stands in. */
  readonly comment: number | undefined;
  /** All tokens before the cursor, `token` included. */
  readonly tokens: readonly Token[];
}

const ENDS = new Set([
  'Pipe',
  'Semi',
  'NewLine',
  'AndAnd',
  'OrOr',
  'Ampersand',
  'LCurly',
  'AtCurly',
  'LParen',
  'AtParen',
  'DollarParen',
]);
const CLOSES = new Map([
  ['RParen', ['LParen', 'AtParen', 'DollarParen']],
  ['RCurly', ['LCurly', 'AtCurly']],
  ['RBracket', ['LBracket']],
]);

/** Looks at the text before the cursor; what stands behind it plays no part. */
export function* placeOf(input: string, cursor: number): Steps<Place> {
  const text = input.slice(0, cursor);
  const { tokens: all } = yield* parsedInPieces(text);
  const tokens = all.filter(({ kind }) => kind !== 'EndOfInput' && kind !== 'Comment' && kind !== 'LineContinuation');
  const last = innermost(tokens.at(-1), cursor);
  const token = last !== undefined && last.endOffset === cursor && last.kind !== 'NewLine' ? last : undefined;
  const before = tokens.filter(({ startOffset }) => startOffset < (token?.startOffset ?? cursor));
  const comment = all.find(
    ({ kind, startOffset, endOffset, text: written }) =>
      kind === 'Comment' && startOffset < cursor && endOffset === cursor && !written.endsWith('#>'),
  );
  return { text, cursor, token, comment: comment?.startOffset, tokens, command: commandBefore(before) };
}

/**
 * The end of the word that the cursor stands in: it is completed, and replaced, as a whole.
 */
export function* endOfWord(input: string, cursor: number): Steps<number> {
  if (!/[\w'"-]/.test(input[cursor] ?? '')) return cursor;
  const { tokens } = yield* parsedInPieces(input);
  const at = tokens.findIndex(({ endOffset }) => endOffset > cursor);
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (token === undefined) return cursor;
  if (token.data?.type === 'expandable') {
    const inner = token.data.nestedTokens.find(
      ({ kind, startOffset, endOffset }) => kind === 'Variable' && startOffset < cursor && cursor < endOffset,
    );
    if (inner !== undefined) return inner.endOffset;
  }
  const isMember = token.startOffset === cursor && /^(?:Dot|ColonColon)$/.test(before?.kind ?? '');
  if (token.startOffset === cursor && !isMember) return cursor;
  if (token.startOffset > cursor) return cursor;
  return (token.flags & TokenFlags.CommandName) !== 0 ||
    /^(?:Parameter|Variable|SplattedVariable|Generic|Identifier|StringLiteral)$/.test(token.kind)
    ? token.endOffset
    : cursor;
}

/** Of a string with variables in it, the variable that ends at the cursor. */
function innermost(token: Token | undefined, cursor: number): Token | undefined {
  if (token?.data?.type !== 'expandable') return token;
  const inner = token.data.nestedTokens.findLast(({ endOffset }) => endOffset === cursor || endOffset === cursor - 1);
  return inner?.kind === 'Variable' && !token.text.endsWith(' ') ? inner : token;
}

/** The command that the tokens end in, its name first. */
export function commandBefore(tokens: readonly Token[]): readonly Token[] | undefined {
  const command: Token[] = [];
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined) break;
    // `& './my script' -`: a name in quotes is known by what stands before.
    const [name] = command;
    if (name !== undefined && /^(?:Ampersand|Dot)$/.test(token.kind) && name.kind.startsWith('String')) return command;
    if (ENDS.has(token.kind)) break;
    const opens = CLOSES.get(token.kind);
    if (opens !== undefined) {
      // A group is one word of the command.
      let depth = 0;
      while (at >= 0) {
        const inner = tokens[at];
        if (inner?.kind === token.kind) depth += 1;
        else if (inner !== undefined && opens.includes(inner.kind)) depth -= 1;
        if (depth === 0) break;
        at -= 1;
      }
      command.unshift(tokens[at] ?? token);
      continue;
    }
    command.unshift(token);
    if ((token.flags & TokenFlags.CommandName) !== 0) return command;
    if ((token.flags & TokenFlags.AssignmentOperator) !== 0) return undefined;
  }
  return undefined;
}

/** Whether a new command could begin where the place is. */
export function beginsCommand(place: Place): boolean {
  const { token, tokens } = place;
  if (token !== undefined && (token.flags & TokenFlags.CommandName) !== 0) return true;
  const before = tokens.filter(({ startOffset }) => startOffset < (token?.startOffset ?? place.cursor)).at(-1);
  if (before === undefined) return true;
  return (
    ENDS.has(before.kind) ||
    (before.flags & TokenFlags.AssignmentOperator) !== 0 ||
    (before.kind === 'RCurly' && place.command === undefined) ||
    before.kind === 'Dot'
  );
}
