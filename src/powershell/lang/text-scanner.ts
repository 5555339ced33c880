/**
 * The tokenizer. PowerShell has no token stream that could be made once: what a character means depends on the mode the
 * parser is in (`foo-bar` is one word for a command and a subtraction in an expression), so the parser asks for one
 * token at a time, and may set the tokenizer back (`resync`) and read the same text in another mode.
 *
 * Text inside `$( … )` of a string is kept unscanned and scanned as a text of its own when the parser comes to it; doubled
 * quotes in it stand for single ones, so a set of skipped offsets maps positions back to the source.
 *
 * Reading past the end gives NUL; `atEnd` tells it from a NUL in the text.
 */
import * as chars from './chars.js';
import type { ParseErrorId } from './messages.js';
import { looksLikeSignature } from './signature-comment.js';
import { Extent, type SourceText } from './source-text.js';
import { type SavedToken, Token, type TokenData, type TokenKind, type UnscannedData } from './token.js';

export type TokenizerMode = 'Command' | 'Expression' | 'TypeName' | 'Signature';

/** Where errors go: the parser, which decides what is kept. */
export interface TokenizerErrors {
  error(extent: Extent, id: ParseErrorId, ...args: readonly (string | number)[]): void;
  incomplete(extent: Extent, id: ParseErrorId, ...args: readonly (string | number)[]): boolean;
}

/** State put aside while the text of a subexpression in a string is scanned. */
export interface SuspendedScan {
  readonly text: string;
  readonly base: number;
  readonly pos: number;
  readonly start: number;
  readonly skipped: readonly number[] | undefined;
  readonly saved: SavedToken[] | undefined;
}

const INVALID = '\uffff';
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Reads characters and keeps places: what every kind of token stands on. */
export class TextScanner {
  mode: TokenizerMode = 'Command';
  /** `-1` and `+1` are numbers: where an operand may stand. */
  allowSignedNumbers = false;
  /** `?` and `:` end a number: inside a ternary. */
  endNumberOnTernary = false;
  /** The next identifier is a name, whatever keyword it spells. */
  wantSimpleName = false;
  inWorkflow = false;
  /** Every token read so far, in order, or undefined while tokens are not wanted. */
  saved: SavedToken[] | undefined = [];
  /** Comments that begin with `#requires`; undefined as long as none was met. */
  requires: Token[] | undefined;
  /** How many tokens were read, also such as were read again. */
  read = 0;

  protected readonly source: SourceText;
  protected readonly errors: TokenizerErrors;
  protected text: string;
  protected length: number;
  protected base = 0;
  protected skipped: readonly number[] | undefined;
  /** For each skipped offset of this text: up to which position it does not shift. Ascending. */
  protected shifts: readonly number[] = [];
  protected pos = 0;
  protected start = 0;
  signature: Extent | undefined;

  constructor(source: SourceText, errors: TokenizerErrors) {
    this.source = source;
    this.errors = errors;
    this.text = source.text;
    this.length = this.text.length;
  }

  // ------------------------------------------------------------- positions

  startNestedScan(text: string, startOffset: number, data: UnscannedData | undefined): SuspendedScan {
    const state: SuspendedScan = {
      text: this.text,
      base: this.base,
      pos: this.pos,
      start: this.start,
      skipped: this.skipped,
      saved: this.saved,
    };
    this.text = text;
    this.length = text.length;
    this.pos = 0;
    this.start = 0;
    this.base = startOffset;
    this.setSkipped(data?.skipped);
    this.saved = this.saved === undefined ? undefined : [];
    return state;
  }
  finishNestedScan(state: SuspendedScan): void {
    this.text = state.text;
    this.length = state.text.length;
    this.base = state.base;
    this.pos = state.pos;
    this.start = state.start;
    this.setSkipped(state.skipped);
    this.saved = state.saved;
  }

  /** The text of a subexpression in a string is being scanned. */
  get isNested(): boolean {
    return this.base > 0;
  }

  protected setSkipped(skipped: readonly number[] | undefined): void {
    this.skipped = skipped;
    this.shifts = (skipped ?? []).filter((offset) => offset >= this.base).map((offset, i) => offset - i - this.base);
  }

  /** An offset to come back to with `resync`; also where the next token's search begins. */
  restorePoint(): number {
    this.start = this.pos;
    return this.currentExtent().startOffset;
  }

  /** Sets the reading position back (or on) to an offset of the source. */
  resync(offset: number): void {
    let adjust = this.base;
    if (this.skipped !== undefined) {
      adjust += countBelow(this.skipped, offset - 1) - countBelow(this.skipped, this.base);
    }
    this.pos = Math.max(0, Math.min(offset - adjust, this.length + 1));
    if (this.saved !== undefined) forgetFrom(this.saved, offset);
    if (this.requires !== undefined) forgetFrom(this.requires, offset);
  }

  /** Extent of the token being read. */
  currentExtent(): Extent {
    return new Extent(this.source, this.map(this.start), this.map(this.pos));
  }
  /** The whole text being scanned. */
  scriptExtent(): Extent {
    return this.extent(0, this.length);
  }
  protected extent(start: number, end: number): Extent {
    return new Extent(this.source, start + this.base, end + this.base);
  }
  /** From a position in the text being scanned to an offset of the source. */
  protected map(position: number): number {
    const offset = position + this.base;
    return this.shifts.length === 0 ? offset : offset + countBelow(this.shifts, position);
  }

  /** True when nothing but space and comments follows: more text could complete it. */
  isAtEndOfScript(endOffset: number): boolean {
    if (endOffset >= this.length) return true;
    for (let i = endOffset; i < this.length; i++) {
      const c = this.text.charCodeAt(i);
      if (c === 35) i = this.endOfLineComment(i + 1) - 1;
      else if (c === 60 && this.text.charCodeAt(i + 1) === 35) i = this.endOfBlockComment(i + 2) - 1;
      else if (!chars.isSpace(c)) return false;
    }
    return true;
  }
  /** A `|` on a following line goes on with the pipeline, across comments but not across an empty line. */
  isPipeContinuation(endOffset: number): boolean {
    if (endOffset >= this.length) return false;
    let emptyLine = true;
    let i = endOffset;
    while (i < this.length - 1) {
      const c = this.text.charCodeAt(i);
      if (chars.isSpace(c)) i++;
      else if (c === 10 || c === 13) {
        if (emptyLine) return false;
        emptyLine = true;
        i += c === 13 && this.text.charCodeAt(i + 1) === 10 ? 2 : 1;
      } else {
        emptyLine = false;
        if (c === 35) i = this.endOfLineComment(i + 1);
        else if (c === 60 && this.text.charCodeAt(i + 1) === 35) i = this.endOfBlockComment(i + 2);
        else return c === 124;
      }
    }
    return this.text.charCodeAt(this.length - 1) === 124;
  }
  protected endOfLineComment(from: number): number {
    let i = from;
    while (i < this.length && this.text.charCodeAt(i) !== 13 && this.text.charCodeAt(i) !== 10) i++;
    return i;
  }
  protected endOfBlockComment(from: number): number {
    const end = this.text.indexOf('#>', from);
    return end === -1 ? this.length : end + 2;
  }

  /** Code after something that looks like a signature block is refused: people stop reading there. */
  checkBeforeSignature(extent: Extent): void {
    if (this.signature !== undefined && this.signature.startOffset < extent.startOffset) {
      this.errors.error(extent, 'TokenAfterEndOfValidScriptText');
    }
  }

  // ------------------------------------------------------------ characters

  protected next(): number {
    const position = this.pos++;
    return position < this.length ? this.text.charCodeAt(position) : 0;
  }
  protected peek(): number {
    return this.pos < this.length ? this.text.charCodeAt(this.pos) : 0;
  }
  protected atEnd(): boolean {
    return this.pos > this.length;
  }
  protected skipSpace(): void {
    while (this.pos < this.length && chars.isSpace(this.text.charCodeAt(this.pos))) this.pos++;
  }
  protected skipLineFeedAfter(c: number): void {
    if (c === 13 && this.peek() === 10) this.pos++;
  }
  protected errorAt(position: number, id: ParseErrorId): void {
    this.errors.error(this.extent(position, position + 1), id);
  }
  protected incompleteFrom(position: number, id: ParseErrorId, ...args: readonly string[]): void {
    this.errors.incomplete(this.extent(position, this.pos), id, ...args);
  }

  /** What a backtick makes of the character after it, which has been read already. */
  protected backtick(c: number): string {
    if (c === 117) return this.unicodeEscape();
    const plain = String.fromCharCode(c);
    return ESCAPES[plain] ?? plain;
  }
  /** `` `u{1F600} ``: one to six hexadecimal digits. */
  protected unicodeEscape(): string {
    const from = this.pos - 2;
    let c = this.next();
    if (c !== 123) {
      this.pos--;
      this.errors.error(this.extent(from, this.pos), 'InvalidUnicodeEscapeSequence');
      return INVALID;
    }
    const first = this.pos;
    for (let i = 0; ; i++) {
      c = this.next();
      if (c === 125) {
        if (i > 0) break;
        this.errors.error(this.extent(from, this.pos), 'InvalidUnicodeEscapeSequence');
        return INVALID;
      }
      if (chars.isHexDigit(c) && i < 6) continue;
      this.pos--;
      if (chars.isHexDigit(c)) this.errorAt(this.pos, 'TooManyDigitsInUnicodeEscapeSequence');
      else this.errorAt(this.pos, i < 6 ? 'InvalidUnicodeEscapeSequence' : 'MissingUnicodeEscapeSequenceTerminator');
      return INVALID;
    }
    const code = Number.parseInt(this.text.slice(first, this.pos - 1), 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    this.errors.error(this.extent(from + 3, this.pos - 1), 'InvalidUnicodeEscapeSequenceValue');
    return INVALID;
  }

  // ---------------------------------------------------------------- tokens

  protected token(kind: TokenKind, value = '', flags = 0, data?: TokenData, usedColon = false): Token {
    const start = this.map(this.start);
    const end = this.map(this.pos);
    const token = new Token(this.source, kind, flags, start, end, value, usedColon, data);
    this.read += 1;
    if (this.saved !== undefined) this.saved.push(token);
    return token;
  }

  /** Skips space, comments and line ends, and with `semicolons` those as well. */
  skipNewlines(semicolons: boolean): void {
    for (;;) {
      const c = this.peek();
      if (c === 32 || chars.isSpace(c)) {
        this.pos++;
        this.skipSpace();
      } else if (c === 13 || c === 10) {
        this.start = this.pos++;
        this.skipLineFeedAfter(c);
        this.token('NewLine');
      } else if (c === 59 && semicolons) {
        this.start = this.pos++;
        this.token('Semi');
      } else if (c === 35) {
        this.start = this.pos++;
        this.lineComment();
      } else if (c === 60 && this.text.charCodeAt(this.pos + 1) === 35) {
        this.start = this.pos;
        this.pos += 2;
        this.blockComment();
      } else if (c === 96) {
        const after = this.pos + 1 < this.length ? this.text.charCodeAt(this.pos + 1) : 0;
        if (after === 10 || after === 13) {
          this.start = this.pos;
          this.pos += 2;
          this.skipLineFeedAfter(after);
          this.token('LineContinuation');
        } else if (chars.isWhiteSpaceOrNewLine(after)) {
          this.pos += 2;
          this.skipSpace();
        } else return;
      } else return;
    }
  }

  protected lineComment(): void {
    const from = this.pos;
    const end = this.endOfLineComment(from);
    this.pos = end;
    const token = this.token('Comment');
    if (looksLikeSignature(this.text, from, end)) this.signature = token.extent;
    else if (this.base === 0 && isRequires(this.text, from, end)) (this.requires ??= []).push(token);
  }
  protected blockComment(): void {
    const end = this.text.indexOf('#>', this.pos);
    if (end !== -1) this.pos = end + 2;
    else {
      const from = this.pos - 2;
      this.pos = this.length;
      this.incompleteFrom(from, 'MissingTerminatorMultiLineComment');
    }
    this.token('Comment');
  }
}

/** How many of ascending numbers are below a bound. */
function countBelow(numbers: readonly number[], bound: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
/** `#requires`, by its letters alone and with no letter between; what follows does not matter. */
function isRequires(text: string, from: number, to: number): boolean {
  const word = 'requires';
  if (to - from < word.length) return false;
  for (let i = 0; i < word.length; i++) {
    if ((text.charCodeAt(from + i) | 32) !== word.charCodeAt(i) || text.charCodeAt(from + i) > 127) return false;
  }
  return true;
}
/** Forgets the tokens that end after an offset. */
function forgetFrom(tokens: SavedToken[], offset: number): void {
  let keep = tokens.length;
  if (keep > 0 && tokens[keep - 1]?.kind === 'EndOfInput') keep--;
  while (keep > 0 && (tokens[keep - 1]?.endOffset ?? 0) > offset) keep--;
  tokens.length = keep;
}
