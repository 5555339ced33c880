/**
 * What every rule of the parser stands on: one token of lookahead that can be given back and read again in another mode,
 * skipping, resynchronising after an error, and the list of errors.
 */
import type { Ast, ErrorExpressionAst, ErrorStatementAst } from './ast.js';
import { type ParseErrorId, parseMessage } from './messages.js';
import type { ParseError } from './parse-error.js';
import { Interrupted, type KeptList, type ListMark, type ListPlace, NOT_DUE, ParseProgress } from './parse-progress.js';
import { Extent, type SourceText } from './source-text.js';
import { type Token, TokenFlags, type TokenKind, TokenRun } from './token.js';
import type { TokenizerErrors, TokenizerMode } from './text-scanner.js';
import { Tokenizer } from './tokenizer.js';

/** Anything with a place: tokens and extents alike. */
export interface Placed {
  readonly startOffset: number;
  readonly endOffset: number;
}

/** Thrown when nesting is deeper than any person writes; caught by the entrance. */
export class TooDeep extends Error {}

/**
 * Nested rules before a script is called too complicated; a level of braces takes four, of parentheses three. Node's
 * default stack holds about 1,200.
 */
const MAX_DEPTH = 1000;

export class ParserBase implements TokenizerErrors {
  protected readonly source: SourceText;
  protected readonly tokenizer: Tokenizer;
  readonly errors: ParseError[] = [];
  /** The place of a thing that is not in the text. */
  protected readonly nowhere: Extent;
  protected ungot: Token | undefined;
  protected disableComma = false;
  #depth = 0;
  /** Of the list that is read. */
  #deepest = 0;
  readonly #errorKeys = new Set<string>();
  #progress: ParseProgress<unknown> | undefined;
  /** A text of which more tokens are read is read again and again: each rule that tries doubles what is nested in it. */
  readonly #patience: number;
  #isImpatient = false;

  constructor(source: SourceText, progress: ParseProgress<unknown> | undefined) {
    this.source = source;
    this.#progress = progress;
    this.#patience = 2 * source.text.length + 1000;
    this.nowhere = new Extent(source, 0, 0);
    this.tokenizer = new Tokenizer(source, this);
  }

  protected enter(): void {
    if (++this.#depth > this.#deepest) this.#deepest = this.#depth;
    if (this.#depth > MAX_DEPTH) throw new TooDeep();
  }
  protected leave(): void {
    this.#depth--;
  }

  // ----------------------------------------------------------------- lists

  /**
   * A list of any length: `step` reads one element and says whether another may follow. It changes the state after it
   * has read all of its element, so that the state can be kept when the parse is interrupted in it.
   */
  protected list<S extends object>(rule: string, state: S, step: (state: S) => boolean): S {
    const progress = this.#keeping();
    if (progress !== undefined) return this.#listInPieces(progress, rule, state, step, undefined);
    while (step(state));
    return state;
  }
  /** A list whose state is its items alone: of these, a later parse can take up some. */
  protected items<T>(rule: string, first: readonly T[], step: (items: T[]) => boolean): readonly T[] {
    const items = [...first];
    const progress = this.#keeping();
    if (progress !== undefined) return this.#listInPieces(progress, rule, items, step, (all) => all.length);
    while (step(items));
    return items;
  }
  /** Where lists are kept, if they are. */
  #keeping(): ParseProgress<unknown> | undefined {
    if (this.#progress === undefined && this.tokenizer.read > this.#patience) {
      this.#isImpatient = true;
      this.#progress = new ParseProgress(NOT_DUE);
    }
    return this.#progress;
  }
  #listInPieces<S extends object>(
    progress: ParseProgress<unknown>,
    rule: string,
    fresh: S,
    step: (state: S) => boolean,
    count: ((state: S) => number) | undefined,
  ): S {
    const begin = this.#mark();
    const depth = this.#depth;
    // Within one parse a list is the same for each rule that tries; another parse goes down the same way again.
    const key = `${rule} ${begin.offset} ${this.#isImpatient ? begin.mode : depth}`;
    const deepest = this.#deepest;
    this.#deepest = depth;
    const kept = progress.find(key, this.tokenizer.read);
    // What stands in a string is read as a text of its own.
    const placing = progress.remembers && !this.tokenizer.isNested ? count : undefined;
    const places: ListPlace[] = placing === undefined ? [] : [...(kept?.places ?? [])];
    let state = fresh;
    let mark = begin;
    if (kept !== undefined) {
      state = kept.state as S;
      this.#takeUp(begin, kept, progress.remembers);
      if (depth + kept.levels > MAX_DEPTH) throw new TooDeep();
      this.#deepest = Math.max(deepest, depth + kept.levels);
      if (kept.isWhole) return state;
      mark = this.#mark();
    }
    try {
      for (;;) {
        const goesOn = step(state);
        mark = this.#mark();
        if (placing !== undefined) places.push({ items: placing(state), mark: this.#since(begin, mark) });
        if (!goesOn) break;
        progress.look(this.tokenizer.read);
      }
    } catch (error) {
      if (error instanceof Interrupted) progress.keep(key, this.#keep(state, depth, begin, mark, false, places));
      throw error;
    }
    this.#depth = depth;
    progress.keep(key, this.#keep(state, depth, begin, mark, true, places));
    this.#deepest = Math.max(deepest, this.#deepest);
    return state;
  }
  #mark(): ListMark {
    const { tokenizer, ungot } = this;
    const isRead = ungot !== undefined && tokenizer.saved?.at(-1) === ungot ? 1 : 0;
    return {
      // The end of the text is told one character behind it.
      offset:
        ungot === undefined ? tokenizer.restorePoint() : ungot.startOffset - (ungot.kind === 'EndOfInput' ? 1 : 0),
      mode: tokenizer.mode,
      tokens: (tokenizer.saved?.length ?? 0) - isRead,
      read: tokenizer.read,
      errors: this.errors.length,
      requires: tokenizer.requires?.length ?? 0,
      signature: tokenizer.signature,
    };
  }
  /** A mark with the counts of its list alone. */
  #since(begin: ListMark, mark: ListMark): ListMark {
    return {
      ...mark,
      tokens: mark.tokens - begin.tokens,
      errors: mark.errors - begin.errors,
      requires: mark.requires - begin.requires,
    };
  }
  #keep(
    state: object,
    depth: number,
    begin: ListMark,
    mark: ListMark,
    isWhole: boolean,
    places: readonly ListPlace[],
  ): KeptList {
    return {
      state,
      offset: mark.offset,
      mode: mark.mode,
      tokens: this.tokenizer.saved?.slice(begin.tokens, mark.tokens) ?? [],
      read: this.tokenizer.read - begin.read,
      errors: this.errors.slice(begin.errors, mark.errors),
      requires: this.tokenizer.requires?.slice(begin.requires, mark.requires) ?? [],
      signature: mark.signature,
      isWhole,
      places,
      levels: this.#deepest - depth,
    };
  }
  /** `singly`: tokens are counted, and are not put together as a run. */
  #takeUp(begin: ListMark, kept: KeptList, singly: boolean): void {
    const { tokenizer } = this;
    this.resync(begin.offset);
    if (singly) for (const token of kept.tokens) tokenizer.saved?.push(token);
    else if (kept.tokens.length > 0) tokenizer.saved?.push(new TokenRun(kept.tokens));
    if (kept.requires.length > 0) (tokenizer.requires ??= []).push(...kept.requires);
    for (const error of kept.errors) this.#add(error);
    this.resync(kept.offset);
    tokenizer.mode = kept.mode;
    tokenizer.signature = kept.signature;
  }

  // ---------------------------------------------------------------- errors

  error(extent: Placed, id: ParseErrorId, ...args: readonly (string | number)[]): void {
    this.#save(extent, id, args, false);
  }
  /** An error that more text could mend, if there is only space after it. Returns whether it is so. */
  incomplete(extent: Placed, id: ParseErrorId, ...args: readonly (string | number)[]): boolean {
    return this.incompleteAt(extent, extent, id, ...args);
  }
  /** The same, where the error shows at one place and was noticed at another. */
  protected incompleteAt(
    shown: Placed,
    noticed: Placed,
    id: ParseErrorId,
    ...args: readonly (string | number)[]
  ): boolean {
    const incomplete = this.tokenizer.isAtEndOfScript(noticed.endOffset);
    this.#save(shown, id, args, incomplete);
    return incomplete;
  }
  #save(extent: Placed, id: ParseErrorId, args: readonly (string | number)[], incompleteInput: boolean): void {
    this.#add({
      errorId: id,
      message: parseMessage(id, args),
      extent: extent instanceof Extent ? extent : new Extent(this.source, extent.startOffset, extent.endOffset),
      incompleteInput,
    });
  }
  #add(error: ParseError): void {
    const key = `${error.errorId} ${error.extent.startOffset} ${error.extent.endOffset}`;
    if (this.#errorKeys.has(key)) return;
    this.#errorKeys.add(key);
    this.errors.push(error);
  }

  // ---------------------------------------------------------------- places

  protected span(first: Placed, last: Placed): Extent {
    if (first === this.nowhere) return this.at(last);
    if (last === this.nowhere) return this.at(first);
    return new Extent(this.source, first.startOffset, last.endOffset);
  }
  protected at(place: Placed): Extent {
    return place instanceof Extent ? place : new Extent(this.source, place.startOffset, place.endOffset);
  }
  protected before(place: Placed): Extent {
    const offset = Math.max(0, place.startOffset - 1);
    return new Extent(this.source, offset, offset);
  }
  protected after(place: Placed): Extent {
    return new Extent(this.source, place.endOffset, place.endOffset);
  }

  // ---------------------------------------------------------------- tokens

  protected nextToken(): Token {
    const token = this.ungot ?? this.tokenizer.nextToken();
    this.ungot = undefined;
    return token;
  }
  protected peekToken(): Token {
    this.ungot ??= this.tokenizer.nextToken();
    return this.ungot;
  }
  protected skipToken(): void {
    this.ungot = undefined;
  }
  protected ungetToken(token: Token): void {
    this.ungot = token;
  }
  protected skipNewlines(): void {
    if (this.ungot === undefined || this.ungot.kind === 'NewLine') {
      this.ungot = undefined;
      this.tokenizer.skipNewlines(false);
    }
  }
  protected skipNewlinesAndSemicolons(): void {
    if (this.ungot === undefined || this.ungot.kind === 'NewLine' || this.ungot.kind === 'Semi') {
      this.ungot = undefined;
      this.tokenizer.skipNewlines(true);
    }
  }
  protected resync(offset: number): void {
    this.ungot = undefined;
    this.tokenizer.resync(offset);
  }
  /** Changes how text is read; a token that was peeked is read again if the mode could change it. */
  protected setMode(mode: TokenizerMode): void {
    const { ungot } = this;
    if (mode !== this.tokenizer.mode && ungot !== undefined && (ungot.flags & TokenFlags.ParseModeInvariant) === 0) {
      this.resync(ungot.startOffset);
    }
    this.tokenizer.mode = mode;
  }
  protected nextMemberAccess(allowBracket: boolean): Token | undefined {
    return this.ungot === undefined ? this.tokenizer.memberAccessOperator(allowBracket) : undefined;
  }
  protected nextInvokeOpen(): Token | undefined {
    return this.ungot === undefined ? this.tokenizer.invokeMemberOpen() : undefined;
  }
  protected nextLeftBracket(): Token | undefined {
    if (this.ungot === undefined) return this.tokenizer.leftBracket();
    return this.ungot.kind === 'LBracket' ? this.nextToken() : undefined;
  }

  /** After an error: reads on to one of the kinds, outside of nested brackets. */
  protected syncOnError(consumeClosing: boolean, ...kinds: readonly TokenKind[]): void {
    let parens = kinds.includes('RParen') ? 1 : 0;
    let curlies = kinds.includes('RCurly') ? 1 : 0;
    let brackets = kinds.includes('RBracket') ? 1 : 0;
    for (;;) {
      const token = this.nextToken();
      let closes = false;
      switch (token.kind) {
        case 'LParen':
          parens++;
          break;
        case 'LCurly':
          curlies++;
          break;
        case 'LBracket':
          brackets++;
          break;
        case 'RParen':
          closes = --parens === 0 && kinds.includes('RParen');
          break;
        case 'RCurly':
          closes = --curlies === 0 && kinds.includes('RCurly');
          break;
        case 'RBracket':
          closes = --brackets === 0 && kinds.includes('RBracket');
          break;
        case 'EndOfInput':
          this.ungetToken(token);
          return;
        default:
          break;
      }
      if (closes) {
        if (!consumeClosing) this.ungetToken(token);
        return;
      }
      if (parens === 0 && curlies === 0 && brackets === 0 && kinds.includes(token.kind)) return;
    }
  }

  /** `-reg` is `-regex`: a parameter of a statement may be cut short. */
  protected isParameter(token: Token, name: string): boolean {
    return name.startsWith(token.value.toLowerCase());
  }

  // ------------------------------------------------------------ error nodes

  protected errorExpression(extent: Extent, nestedAst: readonly Ast[] = []): ErrorExpressionAst {
    return { kind: 'ErrorExpressionAst', extent, nestedAst };
  }
  protected errorStatement(
    extent: Extent,
    nested: readonly (Ast | undefined)[] = [],
    more: Partial<Pick<ErrorStatementAst, 'errorKind' | 'flags' | 'conditions' | 'bodies'>> = {},
  ): ErrorStatementAst {
    const nestedAst = nested.filter((ast) => ast !== undefined);
    const { errorKind, flags = [], conditions = [], bodies = [] } = more;
    return { kind: 'ErrorStatementAst', extent, errorKind, flags, conditions, bodies, nestedAst };
  }
}
