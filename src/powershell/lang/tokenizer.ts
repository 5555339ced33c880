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
import type { RedirectionStream } from './ast.js';
import * as chars from './chars.js';
import type { ParseErrorId } from './messages.js';
import { type NumberFormat, type NumberParts, type NumberSuffix, numberValue } from './number-literal.js';
import { Extent, type SourceText } from './source-text.js';
import { looksLikeSignature } from './signature-comment.js';
import { Token, type TokenData, TokenFlags, type TokenKind, type UnscannedData } from './token.js';
import { KEYWORDS, OPERATORS } from './token-tables.js';
import { parseVariablePath } from './variable-path.js';

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
  readonly saved: Token[] | undefined;
}

/** Collects an expandable string or word. */
interface Pieces {
  value: string;
  literal: string;
  pieces: (string | Token)[] | undefined;
}

const STREAMS: readonly RedirectionStream[] = ['All', 'Output', 'Error', 'Warning', 'Verbose', 'Debug', 'Information'];
const INVALID = '\uffff';
const MULTIPLIERS: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40, p: 2 ** 50 };
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

export class Tokenizer {
  mode: TokenizerMode = 'Command';
  /** `-1` and `+1` are numbers: where an operand may stand. */
  allowSignedNumbers = false;
  /** `?` and `:` end a number: inside a ternary. */
  endNumberOnTernary = false;
  /** The next identifier is a name, whatever keyword it spells. */
  wantSimpleName = false;
  inWorkflow = false;
  /** Every token read so far, in order, or undefined while tokens are not wanted. */
  saved: Token[] | undefined = [];
  /** Comments that begin with `#requires`; undefined as long as none was met. */
  requires: Token[] | undefined;

  readonly #source: SourceText;
  readonly #errors: TokenizerErrors;
  #text: string;
  #length: number;
  #base = 0;
  #skipped: readonly number[] | undefined;
  /** For each skipped offset of this text: up to which position it does not shift. Ascending. */
  #shifts: readonly number[] = [];
  #pos = 0;
  #start = 0;
  #signature: Extent | undefined;

  constructor(source: SourceText, errors: TokenizerErrors) {
    this.#source = source;
    this.#errors = errors;
    this.#text = source.text;
    this.#length = this.#text.length;
  }

  // ------------------------------------------------------------- positions

  startNestedScan(text: string, startOffset: number, data: UnscannedData | undefined): SuspendedScan {
    const state: SuspendedScan = {
      text: this.#text,
      base: this.#base,
      pos: this.#pos,
      start: this.#start,
      skipped: this.#skipped,
      saved: this.saved,
    };
    this.#text = text;
    this.#length = text.length;
    this.#pos = 0;
    this.#start = 0;
    this.#base = startOffset;
    this.#setSkipped(data?.skipped);
    this.saved = this.saved === undefined ? undefined : [];
    return state;
  }
  finishNestedScan(state: SuspendedScan): void {
    this.#text = state.text;
    this.#length = state.text.length;
    this.#base = state.base;
    this.#pos = state.pos;
    this.#start = state.start;
    this.#setSkipped(state.skipped);
    this.saved = state.saved;
  }

  #setSkipped(skipped: readonly number[] | undefined): void {
    this.#skipped = skipped;
    this.#shifts = (skipped ?? []).filter((offset) => offset >= this.#base).map((offset, i) => offset - i - this.#base);
  }

  /** An offset to come back to with `resync`; also where the next token's search begins. */
  restorePoint(): number {
    this.#start = this.#pos;
    return this.currentExtent().startOffset;
  }

  /** Sets the reading position back (or on) to an offset of the source. */
  resync(offset: number): void {
    let adjust = this.#base;
    if (this.#skipped !== undefined) {
      adjust += countBelow(this.#skipped, offset - 1) - countBelow(this.#skipped, this.#base);
    }
    this.#pos = Math.max(0, Math.min(offset - adjust, this.#length + 1));
    if (this.saved !== undefined) forgetFrom(this.saved, offset);
    if (this.requires !== undefined) forgetFrom(this.requires, offset);
  }

  /** Extent of the token being read. */
  currentExtent(): Extent {
    return new Extent(this.#source, this.#map(this.#start), this.#map(this.#pos));
  }
  /** The whole text being scanned. */
  scriptExtent(): Extent {
    return this.#extent(0, this.#length);
  }
  #extent(start: number, end: number): Extent {
    return new Extent(this.#source, start + this.#base, end + this.#base);
  }
  /** From a position in the text being scanned to an offset of the source. */
  #map(position: number): number {
    const offset = position + this.#base;
    return this.#shifts.length === 0 ? offset : offset + countBelow(this.#shifts, position);
  }

  /** True when nothing but space and comments follows: more text could complete it. */
  isAtEndOfScript(endOffset: number): boolean {
    if (endOffset >= this.#length) return true;
    for (let i = endOffset; i < this.#length; i++) {
      const c = this.#text.charCodeAt(i);
      if (c === 35) i = this.#endOfLineComment(i + 1) - 1;
      else if (c === 60 && this.#text.charCodeAt(i + 1) === 35) i = this.#endOfBlockComment(i + 2) - 1;
      else if (!chars.isSpace(c)) return false;
    }
    return true;
  }
  /** A `|` on a following line goes on with the pipeline, across comments but not across an empty line. */
  isPipeContinuation(endOffset: number): boolean {
    if (endOffset >= this.#length) return false;
    let emptyLine = true;
    let i = endOffset;
    while (i < this.#length - 1) {
      const c = this.#text.charCodeAt(i);
      if (chars.isSpace(c)) i++;
      else if (c === 10 || c === 13) {
        if (emptyLine) return false;
        emptyLine = true;
        i += c === 13 && this.#text.charCodeAt(i + 1) === 10 ? 2 : 1;
      } else {
        emptyLine = false;
        if (c === 35) i = this.#endOfLineComment(i + 1);
        else if (c === 60 && this.#text.charCodeAt(i + 1) === 35) i = this.#endOfBlockComment(i + 2);
        else return c === 124;
      }
    }
    return this.#text.charCodeAt(this.#length - 1) === 124;
  }
  #endOfLineComment(from: number): number {
    let i = from;
    while (i < this.#length && this.#text.charCodeAt(i) !== 13 && this.#text.charCodeAt(i) !== 10) i++;
    return i;
  }
  #endOfBlockComment(from: number): number {
    const end = this.#text.indexOf('#>', from);
    return end === -1 ? this.#length : end + 2;
  }

  /** Code after something that looks like a signature block is refused: people stop reading there. */
  checkBeforeSignature(extent: Extent): void {
    if (this.#signature !== undefined && this.#signature.startOffset < extent.startOffset) {
      this.#errors.error(extent, 'TokenAfterEndOfValidScriptText');
    }
  }

  // ------------------------------------------------------------ characters

  #next(): number {
    const position = this.#pos++;
    return position < this.#length ? this.#text.charCodeAt(position) : 0;
  }
  #peek(): number {
    return this.#pos < this.#length ? this.#text.charCodeAt(this.#pos) : 0;
  }
  #atEnd(): boolean {
    return this.#pos > this.#length;
  }
  #skipSpace(): void {
    while (this.#pos < this.#length && chars.isSpace(this.#text.charCodeAt(this.#pos))) this.#pos++;
  }
  #skipLineFeedAfter(c: number): void {
    if (c === 13 && this.#peek() === 10) this.#pos++;
  }
  #errorAt(position: number, id: ParseErrorId): void {
    this.#errors.error(this.#extent(position, position + 1), id);
  }
  #incompleteFrom(position: number, id: ParseErrorId, ...args: readonly string[]): void {
    this.#errors.incomplete(this.#extent(position, this.#pos), id, ...args);
  }

  /** What a backtick makes of the character after it, which has been read already. */
  #backtick(c: number): string {
    if (c === 117) return this.#unicodeEscape();
    const plain = String.fromCharCode(c);
    return ESCAPES[plain] ?? plain;
  }
  /** `` `u{1F600} ``: one to six hexadecimal digits. */
  #unicodeEscape(): string {
    const from = this.#pos - 2;
    let c = this.#next();
    if (c !== 123) {
      this.#pos--;
      this.#errors.error(this.#extent(from, this.#pos), 'InvalidUnicodeEscapeSequence');
      return INVALID;
    }
    const first = this.#pos;
    for (let i = 0; ; i++) {
      c = this.#next();
      if (c === 125) {
        if (i > 0) break;
        this.#errors.error(this.#extent(from, this.#pos), 'InvalidUnicodeEscapeSequence');
        return INVALID;
      }
      if (chars.isHexDigit(c) && i < 6) continue;
      this.#pos--;
      if (chars.isHexDigit(c)) this.#errorAt(this.#pos, 'TooManyDigitsInUnicodeEscapeSequence');
      else this.#errorAt(this.#pos, i < 6 ? 'InvalidUnicodeEscapeSequence' : 'MissingUnicodeEscapeSequenceTerminator');
      return INVALID;
    }
    const code = Number.parseInt(this.#text.slice(first, this.#pos - 1), 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    this.#errors.error(this.#extent(from + 3, this.#pos - 1), 'InvalidUnicodeEscapeSequenceValue');
    return INVALID;
  }

  // ---------------------------------------------------------------- tokens

  #token(kind: TokenKind, value = '', flags = 0, data?: TokenData, usedColon = false): Token {
    const start = this.#map(this.#start);
    const end = this.#map(this.#pos);
    const token = new Token(this.#source, kind, flags, start, end, value, usedColon, data);
    if (this.saved !== undefined) this.saved.push(token);
    return token;
  }

  /** Skips space, comments and line ends, and with `semicolons` those as well. */
  skipNewlines(semicolons: boolean): void {
    for (;;) {
      const c = this.#peek();
      if (c === 32 || chars.isSpace(c)) {
        this.#pos++;
        this.#skipSpace();
      } else if (c === 13 || c === 10) {
        this.#start = this.#pos++;
        this.#skipLineFeedAfter(c);
        this.#token('NewLine');
      } else if (c === 59 && semicolons) {
        this.#start = this.#pos++;
        this.#token('Semi');
      } else if (c === 35) {
        this.#start = this.#pos++;
        this.#lineComment();
      } else if (c === 60 && this.#text.charCodeAt(this.#pos + 1) === 35) {
        this.#start = this.#pos;
        this.#pos += 2;
        this.#blockComment();
      } else if (c === 96) {
        const after = this.#pos + 1 < this.#length ? this.#text.charCodeAt(this.#pos + 1) : 0;
        if (after === 10 || after === 13) {
          this.#start = this.#pos;
          this.#pos += 2;
          this.#skipLineFeedAfter(after);
          this.#token('LineContinuation');
        } else if (chars.isWhiteSpaceOrNewLine(after)) {
          this.#pos += 2;
          this.#skipSpace();
        } else return;
      } else return;
    }
  }

  #lineComment(): void {
    const from = this.#pos;
    const end = this.#endOfLineComment(from);
    this.#pos = end;
    const token = this.#token('Comment');
    if (looksLikeSignature(this.#text, from, end)) this.#signature = token.extent;
    else if (this.#base === 0 && isRequires(this.#text, from, end)) (this.requires ??= []).push(token);
  }
  #blockComment(): void {
    const end = this.#text.indexOf('#>', this.#pos);
    if (end !== -1) this.#pos = end + 2;
    else {
      const from = this.#pos - 2;
      this.#pos = this.#length;
      this.#incompleteFrom(from, 'MissingTerminatorMultiLineComment');
    }
    this.#token('Comment');
  }

  nextToken(): Token {
    for (;;) {
      this.#start = this.#pos;
      const c = this.#next();
      switch (c) {
        case 9: // space
        case 11:
        case 12:
        case 32:
        case 0x85:
        case 0xa0:
          this.#skipSpace();
          continue;
        case 39: // '
        case 0x2018:
        case 0x2019:
        case 0x201a:
        case 0x201b:
          return this.#stringLiteral();
        case 34: // "
        case 0x201c:
        case 0x201d:
        case 0x201e:
          return this.#stringExpandable();
        case 64: // @
          return this.#at();
        case 35: // #
          this.#lineComment();
          continue;
        case 13:
        case 10:
          this.#skipLineFeedAfter(c);
          return this.#token('NewLine');
        case 96: {
          const token = this.#leadingBacktick();
          if (token === undefined) continue;
          return token;
        }
        case 61: // =
          return this.#operatorOrWord('Equals');
        case 43: // +
          return this.#plus();
        case 45: // -
        case 0x2013:
        case 0x2014:
        case 0x2015:
          return this.#dash(c);
        case 42: // *
          return this.#star();
        case 47: // /
          return this.#maybeAssign('Divide', 'DivideEquals');
        case 37: // %
          return this.#maybeAssign('Rem', 'RemainderEquals');
        case 36: // $
          if (this.#peek() === 40) {
            this.#pos++;
            return this.#token('DollarParen');
          }
          return this.#variable(false, false);
        case 60: // <
          if (this.#peek() === 35) {
            this.#pos++;
            this.#blockComment();
            continue;
          }
          return this.#token('RedirectInStd');
        case 62: // >
          if (this.#peek() === 62) {
            this.#pos++;
            return this.#fileRedirection(1, true, false);
          }
          return this.#fileRedirection(1, false, false);
        case 40:
          return this.#token('LParen');
        case 41:
          return this.#token('RParen');
        case 91: // [
          if (this.mode === 'Command' && !chars.forcesNewToken(this.#peek())) return this.#word('[');
          return this.#token('LBracket');
        case 93:
          return this.#token('RBracket');
        case 123:
          return this.#token('LCurly');
        case 125:
          return this.#token('RCurly');
        case 46:
          return this.#dot();
        case 59:
          return this.#token('Semi');
        case 44:
          return this.#token('Comma');
        case 48: // 0, 7, 8, 9
        case 55:
        case 56:
        case 57:
          return this.#number(c);
        case 49: // 1 .. 6
        case 50:
        case 51:
        case 52:
        case 53:
        case 54:
          if (this.#peek() !== 62) return this.#number(c);
          this.#pos++;
          return this.#redirectionFrom(c - 48);
        case 38: // &
          if (this.#peek() === 38) {
            this.#pos++;
            return this.#token('AndAnd');
          }
          return this.#token('Ampersand');
        case 124: // |
          if (this.#peek() === 124) {
            this.#pos++;
            return this.#token('OrOr');
          }
          return this.#token('Pipe');
        case 33: // !
          return this.#exclaim();
        case 58: // :
          return this.#colon();
        case 63: // ?
          if (this.mode !== 'Expression') return this.#word('?');
          return this.#questionMark();
        case 0:
          if (!this.#atEnd()) return this.#word('\0');
          return this.#endOfInput();
        default:
          if (c >= 128 && chars.isSpace(c)) {
            this.#skipSpace();
            continue;
          }
          if (c === 95 || chars.isLetter(c)) return this.#identifier();
          return this.#word(String.fromCharCode(c));
      }
    }
  }

  #endOfInput(): Token {
    const offset = this.#start + 1 + this.#base;
    const token = new Token(this.#source, 'EndOfInput', 0, offset, offset, '', false, undefined);
    this.saved?.push(token);
    return token;
  }

  #at(): Token {
    const c = this.#next();
    if (c === 123) return this.#token('AtCurly');
    if (c === 40) return this.#token('AtParen');
    if (chars.isSingleQuote(c)) return this.#hereString(false);
    if (chars.isDoubleQuote(c)) return this.#hereString(true);
    this.#pos--;
    if (chars.isVariableStart(c)) return this.#variable(true, false);
    this.#errorAt(this.#pos - 1, 'UnrecognizedToken');
    return this.#token('Unknown');
  }

  #leadingBacktick(): Token | undefined {
    const c = this.#next();
    if (c === 13) this.#skipLineFeedAfter(c);
    if (c === 10 || c === 13) {
      this.#token('LineContinuation');
      return undefined;
    }
    if (chars.isWhiteSpaceOrNewLine(c)) {
      this.#skipSpace();
      return undefined;
    }
    if (c === 0 && this.#atEnd()) {
      this.#incompleteFrom(this.#pos, 'IncompleteString');
      this.#pos--;
      return undefined;
    }
    return this.#word(this.#backtick(c));
  }

  /** The characters read so far are an operator, unless a word goes on after them in command mode. */
  #operatorOrWord(kind: TokenKind): Token {
    if (this.mode === 'Command' && !chars.forcesNewToken(this.#peek())) {
      return this.#word(this.#text.slice(this.#start, this.#pos));
    }
    return this.#token(kind);
  }
  #maybeAssign(kind: TokenKind, assignKind: TokenKind): Token {
    if (this.#peek() !== 61) return this.#operatorOrWord(kind);
    this.#pos++;
    return this.#operatorOrWord(assignKind);
  }
  #plus(): Token {
    const c = this.#peek();
    if (c === 43) {
      this.#pos++;
      return this.#operatorOrWord('PlusPlus');
    }
    if (this.allowSignedNumbers && (chars.isUnicodeDigit(c) || c === 46)) return this.#number(43);
    return this.#maybeAssign('Plus', 'PlusEquals');
  }
  #dash(first: number): Token {
    const c = this.#peek();
    if (chars.isDash(c)) {
      this.#pos++;
      return this.#operatorOrWord('MinusMinus');
    }
    if (c === 61) {
      this.#pos++;
      return this.#operatorOrWord('MinusEquals');
    }
    if (c === 95 || c === 63 || chars.isLetter(c)) return this.#parameter();
    if (this.allowSignedNumbers && (chars.isUnicodeDigit(c) || c === 46)) return this.#number(first);
    return this.#operatorOrWord('Minus');
  }
  #star(): Token {
    if (this.#peek() !== 62) return this.#maybeAssign('Multiply', 'MultiplyEquals');
    this.#pos++;
    if (this.#peek() === 62) {
      this.#pos++;
      return this.#fileRedirection(0, true, false);
    }
    if (this.#peek() === 38) {
      this.#pos++;
      if (this.#peek() === 49) {
        this.#pos++;
        return this.#mergingRedirection(0, 1);
      }
      this.#pos--;
    }
    return this.#fileRedirection(0, false, false);
  }
  #exclaim(): Token {
    const c = this.#peek();
    if (this.mode === 'Command' && !chars.forcesNewToken(c)) return this.#word('!');
    if (this.mode === 'Expression') {
      if (chars.isIdentifierStart(c)) return this.#word('!');
      if (chars.isUnicodeDigit(c) || c === 46) {
        const parts = this.#numberParts(33);
        this.#pos = this.#start + 1;
        if (parts === undefined) return this.#word('!');
      }
    }
    return this.#token('Exclaim');
  }
  #colon(): Token {
    if (this.#peek() === 58) {
      this.#pos++;
      if (this.mode === 'Command' && !this.wantSimpleName && !chars.forcesNewToken(this.#peek())) {
        return this.#word('::');
      }
      return this.#token('ColonColon');
    }
    return this.mode === 'Command' ? this.#label() : this.#token('Colon');
  }
  #questionMark(): Token {
    if (this.#peek() !== 63) return this.#token('QuestionMark');
    this.#pos++;
    if (this.#peek() !== 61) return this.#token('QuestionQuestion');
    this.#pos++;
    return this.#token('QuestionQuestionEquals');
  }
  #dot(): Token {
    let c = this.#peek();
    if (c === 46) {
      this.#pos++;
      c = this.#peek();
      if (this.mode === 'Command' && !chars.forcesNewToken(c)) {
        this.#pos--;
        return this.#word('.');
      }
      return this.#token('DotDot');
    }
    if (chars.isDecimalDigit(c)) return this.#number(46);
    if (this.mode === 'Command' && !chars.forcesNewToken(c) && c !== 36 && c !== 34 && c !== 39) return this.#word('.');
    return this.#token('Dot');
  }

  // ---------------------------------------------------------- redirections

  #redirectionFrom(stream: number): Token {
    if (this.#peek() === 62) {
      this.#pos++;
      return this.#fileRedirection(stream, true, true);
    }
    if (this.#peek() === 38) {
      this.#pos++;
      const to = this.#peek();
      if (to === 49 || to === 50) {
        this.#pos++;
        return this.#mergingRedirection(stream, to - 48);
      }
      this.#pos--;
    }
    return this.#fileRedirection(stream, false, true);
  }
  #fileRedirection(from: number, append: boolean, explicit: boolean): Token {
    if (explicit && this.mode === 'Expression') {
      // In an expression `2>x` is the number 2 and then a redirection.
      this.#pos -= append ? 2 : 1;
      return this.#token('Number', '', 0, { type: 'number', number: { type: 'int', value: from } });
    }
    return this.#token('Redirection', '', 0, { type: 'file', from: STREAMS[from] ?? 'Output', append });
  }
  #mergingRedirection(from: number, to: number): Token {
    const data: TokenData = { type: 'merging', from: STREAMS[from] ?? 'Output', to: STREAMS[to] ?? 'Output' };
    return this.#token('Redirection', '', 0, data);
  }

  // --------------------------------------------------------------- strings

  /** Reads up to the closing quote; the opening one has been read. */
  #singleQuotedBody(): { readonly value: string; readonly flags: number } {
    const from = this.#pos - 1;
    let value = '';
    let chunk = this.#pos;
    for (;;) {
      const c = this.#next();
      if (c === 0 && this.#atEnd()) {
        this.#pos--;
        value += this.#text.slice(chunk, this.#pos);
        this.#incompleteFrom(from, 'TerminatorExpectedAtEndOfString', "'");
        return { value, flags: TokenFlags.TokenInError };
      }
      if (!chars.isSingleQuote(c)) continue;
      value += this.#text.slice(chunk, this.#pos - 1);
      if (!chars.isSingleQuote(this.#peek())) return { value, flags: 0 };
      chunk = this.#pos++; // of two quotes the second one stays
    }
  }
  #stringLiteral(): Token {
    const { value, flags } = this.#singleQuotedBody();
    return this.#token('StringLiteral', value, flags);
  }

  #doubleQuotedBody(into: Pieces): number {
    const from = this.#pos - 1;
    let chunk = this.#pos;
    for (;;) {
      const c = this.#next();
      if (c === 36) {
        const at = this.#pos - 1;
        this.#take(into, chunk, at);
        if (this.#dollar(into, false)) chunk = this.#pos;
        else chunk = at;
      } else if (c === 96) {
        const after = this.#peek();
        if (after === 0) continue;
        this.#take(into, chunk, this.#pos - 1);
        this.#pos++;
        append(into, this.#backtick(after));
        chunk = this.#pos;
      } else if (chars.isDoubleQuote(c)) {
        this.#take(into, chunk, this.#pos - 1);
        if (!chars.isDoubleQuote(this.#peek())) return 0;
        chunk = this.#pos++;
      } else if (c === 0 && this.#atEnd()) {
        this.#pos--;
        this.#take(into, chunk, this.#pos);
        this.#incompleteFrom(from, 'TerminatorExpectedAtEndOfString', '"');
        return TokenFlags.TokenInError;
      }
    }
  }
  #take(into: Pieces, from: number, to: number): void {
    if (to > from) append(into, this.#text.slice(from, to));
  }
  #stringExpandable(): Token {
    const into: Pieces = { value: '', literal: '', pieces: undefined };
    const flags = this.#doubleQuotedBody(into);
    return this.#expandable('StringExpandable', into, flags);
  }
  #expandable(kind: TokenKind, into: Pieces, flags: number): Token {
    if (into.pieces === undefined) return this.#token(kind, into.value, flags);
    if (into.literal !== '') into.pieces.push(into.literal);
    const inError = into.pieces.some((piece) => typeof piece !== 'string' && piece.hasError);
    const data: TokenData = { type: 'expandable', pieces: into.pieces, nestedTokens: [] };
    return this.#token(kind, into.value, inError ? flags | TokenFlags.TokenInError : flags, data);
  }

  /** After a `$` in expandable text: reads a variable or a subexpression into `into`, or nothing. */
  #dollar(into: Pieces, hereString: boolean): boolean {
    const from = this.#pos - 1;
    const c = this.#peek();
    const { mode, saved } = this;
    const start = this.#start;
    let token: Token | undefined;
    this.saved = undefined;
    this.mode = 'Expression';
    if (c === 40) {
      this.#pos++;
      token = this.#unscannedSubexpression(hereString);
    } else if (c === 123 || chars.isVariableStart(c)) {
      this.#start = from;
      token = this.#variable(false, true);
    }
    this.saved = saved;
    this.mode = mode;
    this.#start = start;
    if (token === undefined) return false;
    into.value += this.#text.slice(from, this.#pos);
    into.pieces ??= [];
    if (into.literal !== '') into.pieces.push(into.literal);
    into.literal = '';
    into.pieces.push(token);
    return true;
  }

  /** Finds the end of `$( … )` by counting parentheses; strings inside are not looked at, as PowerShell does not. */
  #unscannedSubexpression(hereString: boolean): Token {
    this.#start = this.#pos - 2;
    let value = '$(';
    let chunk = this.#pos;
    let depth = 1;
    let flags = 0;
    let skipped: number[] | undefined;
    while (depth > 0) {
      const c = this.#next();
      if (c === 40) depth++;
      else if (c === 41) depth--;
      else if (c === 96 || chars.isDoubleQuote(c)) {
        if (!hereString && chars.isDoubleQuote(this.#peek())) {
          value += this.#text.slice(chunk, this.#pos - 1);
          chunk = this.#pos++;
          skipped ??= [];
          skipped.push(this.#pos - 2 + this.#base);
        }
      } else if (c === 0 && this.#atEnd()) {
        this.#pos--;
        this.#incompleteFrom(this.#start, 'IncompleteDollarSubexpressionReference');
        flags = TokenFlags.TokenInError;
        break;
      }
    }
    value += this.#text.slice(chunk, this.#pos);
    const extent = this.currentExtent();
    const data: UnscannedData = { type: 'unscanned', skipped: skipped ?? this.#skipped };
    return new Token(this.#source, 'StringLiteral', flags, extent.startOffset, extent.endOffset, value, false, data);
  }

  /** After `@'` or `@"`: only space up to the end of the line. */
  #hereStringHeader(quote: string): boolean {
    const from = this.#pos - 2;
    let c: number;
    do c = this.#next();
    while (chars.isSpace(c));
    if (c === 13 || c === 10) {
      this.#skipLineFeedAfter(c);
      return true;
    }
    this.#pos--;
    if (c === 0 && this.#pos >= this.#length) {
      this.#incompleteFrom(from, 'TerminatorExpectedAtEndOfString', `${quote}@`);
      return false;
    }
    this.#errorAt(this.#pos, 'UnexpectedCharactersAfterHereStringHeader');
    for (;;) {
      c = this.#next();
      if (c === quote.charCodeAt(0) && this.#peek() === 64) {
        this.#pos++;
        return false;
      }
      if (c === 13 || c === 10 || (c === 0 && this.#atEnd())) {
        this.#pos--;
        return false;
      }
    }
  }
  /** At the start of a line: the footer, or what turned out not to be one (a footer after spaces is remembered). */
  #hereStringFooter(expandable: boolean, into: Pieces, falseFooter: number): number | true {
    const isQuote = expandable ? chars.isDoubleQuote : chars.isSingleQuote;
    let c = this.#next();
    if (isQuote(c) && this.#peek() === 64) {
      this.#pos++;
      return true;
    }
    const from = this.#pos - 1;
    while (chars.isSpace(c)) c = this.#next();
    this.#take(into, from, this.#pos - 1);
    this.#pos--;
    if (c === 0 || c === 13 || c === 10) return falseFooter;
    if (isQuote(c) && this.#text.charCodeAt(this.#pos + 1) === 64) {
      append(into, this.#text.slice(this.#pos, this.#pos + 2));
      this.#pos += 2;
      return falseFooter === -1 ? this.#pos - 2 : falseFooter;
    }
    return falseFooter;
  }
  #hereString(expandable: boolean): Token {
    const kind: TokenKind = expandable ? 'HereStringExpandable' : 'HereStringLiteral';
    const quote = expandable ? '"' : "'";
    const from = this.#pos - 2;
    if (!this.#hereStringHeader(quote)) return this.#token(kind, '', TokenFlags.TokenInError);
    const into: Pieces = { value: '', literal: '', pieces: undefined };
    let flags = 0;
    let footer = this.#hereStringFooter(expandable, into, -1);
    while (footer !== true) {
      const chunk = this.#pos;
      const c = this.#next();
      if (c === 13 || c === 10) {
        this.#skipLineFeedAfter(c);
        const before = { ...into };
        append(into, this.#text.slice(chunk, this.#pos));
        footer = this.#hereStringFooter(expandable, into, footer);
        if (footer === true) {
          into.value = before.value;
          into.literal = before.literal;
        }
      } else if (c === 0 && this.#atEnd()) {
        this.#pos--;
        if (footer !== -1) this.#incompleteFrom(footer, 'WhitespaceBeforeHereStringFooter');
        else this.#incompleteFrom(from, 'TerminatorExpectedAtEndOfString', `${quote}@`);
        flags = TokenFlags.TokenInError;
        break;
      } else if (expandable && c === 36) {
        if (!this.#dollar(into, true)) append(into, '$');
      } else if (expandable && c === 96 && this.#peek() !== 0) {
        append(into, this.#backtick(this.#next()));
      } else {
        while (this.#pos < this.#length && !isHereStringStop(this.#text.charCodeAt(this.#pos))) this.#pos++;
        append(into, this.#text.slice(chunk, this.#pos));
      }
    }
    return this.#expandable(kind, into, flags);
  }

  /** The rest of the line after `--%`, up to an unquoted pipe or `&&`. */
  verbatimArgument(): Token {
    this.#skipSpace();
    this.#start = this.#pos;
    let inQuotes = false;
    for (;;) {
      const c = this.#next();
      if (c === 13 || c === 10 || (c === 0 && this.#atEnd())) break;
      if (chars.isDoubleQuote(c)) inQuotes = !inQuotes;
      else if (!inQuotes && (c === 124 || (c === 38 && this.#peek() === 38))) break;
    }
    this.#pos--;
    return this.#token('Generic', this.currentExtent().text);
  }

  // ------------------------------------------------------------- variables

  #variable(splatted: boolean, inString: boolean): Token {
    const errorStart = this.#pos;
    let c = this.#next();
    if (c === 123) return this.#bracedVariable(errorStart, inString);
    if (!chars.isVariableStart(c)) {
      this.#pos--;
      return this.#word('$');
    }
    const from = this.#pos - 1;
    if (c === 36 || c === 63 || c === 94) {
      // $$, $? and $^ are one character long.
      if (this.mode === 'Command' && !chars.forcesNewToken(this.#peek())) return this.#wordFromStart();
    } else {
      for (;;) {
        c = this.#next();
        if (c === 58) {
          if (this.#peek() === 58) break;
        } else if (c !== 63 && c !== 95 && !chars.isLetterOrDigit(c)) {
          if (this.mode === 'Command' && !chars.forcesNewToken(c) && c !== 46 && c !== 91 && c !== 61) {
            return this.#wordFromStart();
          }
          break;
        }
      }
      this.#pos--;
    }
    const path = parseVariablePath(this.#text.slice(from, this.#pos));
    if (path.unqualifiedPath === '') {
      const id = path.isDriveQualified ? 'InvalidVariableReferenceWithDrive' : 'InvalidVariableReference';
      this.#errors.error(this.#extent(this.#start, this.#pos), id);
    }
    return this.#token(splatted ? 'SplattedVariable' : 'Variable', path.unqualifiedPath, 0, { type: 'variable', path });
  }

  #bracedVariable(errorStart: number, inString: boolean): Token {
    let name = '';
    let closed = false;
    for (;;) {
      const c = this.#next();
      if (c === 125) {
        closed = true;
        break;
      }
      if (c === 0 && this.#atEnd()) {
        this.#pos--;
        break;
      }
      if (c === 96) {
        const after = this.#next();
        if (after === 0 && this.#atEnd()) {
          this.#pos--;
          break;
        }
        name += this.#backtick(after);
        continue;
      }
      if (c === 123) this.#errorAt(this.#pos, 'OpenBraceNeedsToBeBackTickedInVariableName');
      else if (inString && chars.isDoubleQuote(c)) {
        const after = this.#next();
        if (after === 0 && this.#atEnd()) {
          this.#pos--;
          break;
        }
        if (chars.isDoubleQuote(after)) {
          name += String.fromCharCode(after);
          continue;
        }
        this.#pos--;
      }
      name += String.fromCharCode(c);
    }
    if (!closed) this.#incompleteFrom(errorStart, 'IncompleteDollarVariableReference');
    if (name === '') {
      if (closed) this.#errorAt(this.#pos - 1, 'EmptyVariableReference');
      name = ':Error:';
    }
    if (this.mode === 'Command') {
      const c = this.#peek();
      if (!chars.forcesNewToken(c) && c !== 46 && c !== 91) return this.#wordFromStart();
    }
    const path = parseVariablePath(name);
    if (path.unqualifiedPath === '') {
      this.#errors.error(this.#extent(this.#start, this.#pos), 'InvalidBracedVariableReference');
    }
    return this.#token('Variable', path.unqualifiedPath, 0, { type: 'variable', path });
  }

  // ----------------------------------------------------------------- words

  /** A dash and a letter: a parameter, or in an expression an operator. */
  #parameter(): Token {
    const from = this.#pos;
    const inCommand = this.mode === 'Command';
    let usedColon = false;
    let end = from;
    for (;;) {
      const c = this.#next();
      if ((c | 32) >= 97 && (c | 32) <= 122 && c < 128) continue;
      end = this.#pos - 1;
      if (c === 58) {
        usedColon = true;
        if (!inCommand) this.#pos--;
        break;
      }
      if (chars.isSpace(c) || isParameterEnd(c)) {
        this.#pos--;
        break;
      }
      if (chars.isSingleQuote(c) || chars.isDoubleQuote(c)) {
        this.#pos--;
        if (inCommand) return this.#word(this.#text.slice(this.#start, this.#pos));
        break;
      }
      if (inCommand) continue;
      this.#pos--;
      break;
    }
    const name = this.#text.slice(from, end);
    if (this.mode === 'Expression') {
      const operator = OPERATORS.get(name.toLowerCase());
      if (operator !== undefined && /^[a-z]+$/i.test(name)) return this.#token(operator);
    }
    if (name === '') return this.#token('Minus');
    return this.#token('Parameter', name, 0, undefined, usedColon);
  }

  #wordFromStart(): Token {
    this.#pos = this.#start;
    return this.#word('');
  }

  /** A generic token: everything up to a separator, with quotes, backticks and variables inside. */
  #word(prefix: string): Token {
    const into: Pieces = { value: prefix, literal: prefix, pieces: undefined };
    let chunk = this.#pos;
    for (;;) {
      const c = this.#next();
      if (chars.forcesNewToken(c)) break;
      if (c === 96) {
        const after = this.#peek();
        if (after === 0) continue;
        this.#take(into, chunk, this.#pos - 1);
        this.#pos++;
        append(into, this.#backtick(after));
        chunk = this.#pos;
      } else if (c === 36) {
        const at = this.#pos - 1;
        this.#take(into, chunk, at);
        chunk = this.#dollar(into, false) ? this.#pos : at;
      } else if (chars.isSingleQuote(c)) {
        this.#take(into, chunk, this.#pos - 1);
        append(into, this.#singleQuotedBody().value);
        chunk = this.#pos;
      } else if (chars.isDoubleQuote(c)) {
        this.#take(into, chunk, this.#pos - 1);
        this.#doubleQuotedBody(into);
        chunk = this.#pos;
      }
    }
    this.#pos--;
    this.#take(into, chunk, this.#pos);
    return this.#expandable('Generic', into, 0);
  }

  #identifier(): Token {
    let ascii = true;
    let c: number;
    do {
      c = this.#next();
      if (c > 127) ascii = false;
    } while (chars.isIdentifierFollow(c));
    this.#pos--;
    if (this.mode === 'TypeName') return this.#typeName();
    if (!this.wantSimpleName) {
      if (this.mode === 'Command') {
        if (!chars.forcesNewToken(c)) return this.#word(this.#text.slice(this.#start, this.#pos));
        return this.#keywordOrIdentifier(ascii);
      }
      if (this.mode === 'Signature') return this.#keywordOrIdentifier(ascii);
    }
    return this.#token('Identifier');
  }
  #keywordOrIdentifier(ascii: boolean): Token {
    const length = this.#pos - this.#start;
    if (length >= 2 && length <= 13 && (ascii || isAscii(this.#text, this.#start, this.#pos))) {
      const keyword = KEYWORDS.get(this.#text.slice(this.#start, this.#pos).toLowerCase());
      if (keyword !== undefined && (keyword !== 'InlineScript' || this.inWorkflow)) return this.#token(keyword);
    }
    return this.#token('Identifier');
  }
  #typeName(): Token {
    for (;;) {
      const c = this.#next();
      // . ` _ + # \
      if (c === 46 || c === 96 || c === 95 || c === 43 || c === 35 || c === 92 || chars.isLetterOrDigit(c)) continue;
      break;
    }
    this.#pos--;
    return this.#token('Identifier', '', TokenFlags.TypeName);
  }

  /** `, mscorlib, Version=…` after a type name. */
  assemblyNameSpec(): string {
    let spec = this.#assemblyNamePart();
    while (this.#peek() === 44) {
      this.#start = this.#pos++;
      this.#token('Comma');
      spec += `, ${this.#assemblyNamePart()}`;
      if (this.#peek() === 61) {
        this.#start = this.#pos++;
        this.#token('Equals');
        spec += `=${this.#assemblyNamePart()}`;
      }
    }
    return spec;
  }
  #assemblyNamePart(): string {
    this.#skipSpace();
    this.#start = this.#pos;
    while (this.#pos < this.#length && !chars.forcesNewAssemblyToken(this.#text.charCodeAt(this.#pos))) this.#pos++;
    const part = this.#text.slice(this.#start, this.#pos);
    this.#token('Identifier', '', TokenFlags.TypeName);
    this.#skipSpace();
    return part;
  }

  #label(): Token {
    let c = this.#next();
    if (!chars.isIdentifierStart(c)) {
      this.#pos--;
      if (c === 0) return this.#token('Generic', ':');
      return this.#word(':');
    }
    const from = this.#pos - 1;
    while (chars.isIdentifierFollow(c)) c = this.#next();
    if (!chars.forcesNewToken(c)) return this.#word(this.#text.slice(this.#start, this.#pos));
    this.#pos--;
    return this.#token('Label', this.#text.slice(from, this.#pos));
  }

  // --------------------------------------------------------------- numbers

  #number(first: number): Token {
    const parts = this.#numberParts(first);
    if (parts === undefined) return this.#wordFromStart();
    const value = numberValue(parts);
    if (value !== undefined) return this.#token('Number', '', 0, { type: 'number', number: value });
    if (this.mode !== 'Expression') return this.#wordFromStart();
    const text = this.#text.slice(this.#start, this.#pos);
    this.#errors.error(this.#extent(this.#start, this.#pos), 'BadNumericConstant', text);
    return this.#token('Number');
  }

  /** Takes a literal apart, or gives undefined when what looked like one is a word. */
  #numberParts(first: number): NumberParts | undefined {
    let digits = '';
    let lead = first;
    let format: NumberFormat = 'decimal';
    let real = false;
    let valid = true;
    if (chars.isDash(lead) || lead === 43) {
      digits = lead === 43 ? '+' : '-';
      lead = this.#next();
    }
    const prefix = this.#peek() | 32;
    if (lead === 46) {
      real = true;
      digits += '.';
      const fraction = this.#fraction();
      if (fraction === undefined) valid = false;
      else digits += fraction;
    } else if (lead === 48 && (prefix === 120 || prefix === 98)) {
      this.#pos++;
      const from = this.#pos;
      if (prefix === 120) {
        format = 'hex';
        while (chars.isHexDigit(this.#peek())) this.#pos++;
        digits += `0${this.#text.slice(from, this.#pos)}`;
      } else {
        format = 'binary';
        while (this.#peek() === 48 || this.#peek() === 49) this.#pos++;
        digits += this.#text.slice(from, this.#pos);
        if (digits === '') valid = false;
      }
    } else {
      digits += String.fromCharCode(lead) + this.#decimalDigits();
      const c = this.#peek();
      if (c === 46 && this.#text.charCodeAt(this.#pos + 1) !== 46) {
        this.#pos++;
        real = true;
        const fraction = this.#fraction();
        if (fraction === undefined) valid = false;
        else digits += `.${fraction}`;
      } else if ((c | 32) === 101) {
        this.#pos++;
        real = true;
        const exponent = this.#exponent();
        if (exponent === undefined) valid = false;
        else digits += `e${exponent}`;
      }
    }
    const suffix = this.#numberSuffix();
    let multiplier = 1;
    let c = this.#peek();
    if (chars.isMultiplierStart(c)) {
      this.#pos++;
      multiplier = MULTIPLIERS[String.fromCharCode(c | 32)] ?? 1;
      if ((this.#peek() | 32) === 98) {
        this.#pos++;
        c = this.#peek();
      } else valid = false;
    }
    const ends =
      chars.forcesNewToken(c) || (this.mode === 'Expression' && chars.mayFollowNumber(c, this.endNumberOnTernary));
    if (!ends || !valid || suffix === undefined) return undefined;
    return { digits, format, suffix, real, multiplier };
  }
  #decimalDigits(): string {
    const from = this.#pos;
    while (chars.isDecimalDigit(this.#peek())) this.#pos++;
    return this.#text.slice(from, this.#pos);
  }
  #fraction(): string | undefined {
    const digits = this.#decimalDigits();
    if ((this.#peek() | 32) !== 101) return digits;
    this.#pos++;
    const exponent = this.#exponent();
    return exponent === undefined ? undefined : `${digits}e${exponent}`;
  }
  #exponent(): string | undefined {
    const c = this.#peek();
    const sign = c === 43 ? '+' : chars.isDash(c) ? '-' : '';
    if (sign !== '') this.#pos++;
    const digits = this.#decimalDigits();
    return digits === '' ? undefined : sign + digits;
  }
  #numberSuffix(): NumberSuffix | undefined {
    const first = this.#peek();
    if (!chars.isTypeSuffix(first)) return '';
    this.#pos++;
    let text = String.fromCharCode(first | 32);
    if (chars.isTypeSuffix(this.#peek())) text += String.fromCharCode(this.#next() | 32);
    switch (text) {
      case 'y':
      case 'uy':
      case 's':
      case 'us':
      case 'l':
      case 'ul':
      case 'u':
      case 'd':
      case 'n':
        return text;
      default:
        return undefined;
    }
  }

  // --------------------------------------------------------- member access

  /** `.`, `::`, `?.` and, if allowed, `[` and `?[` directly after an expression. */
  memberAccessOperator(allowBracket: boolean): Token | undefined {
    let c = this.#peek();
    while (c === 60) {
      if (this.#text.charCodeAt(this.#pos + 1) !== 35) return undefined;
      this.#start = this.#pos;
      this.#pos += 2;
      this.#blockComment();
      c = this.#peek();
    }
    const second = this.#pos + 1 < this.#length ? this.#text.charCodeAt(this.#pos + 1) : 0;
    this.#start = this.#pos;
    if (c === 46) {
      if (second === 46 || (this.mode === 'Command' && this.#endsWord(second))) return undefined;
      this.#pos++;
      return this.#token('Dot');
    }
    if (c === 58) {
      if (second !== 58) return undefined;
      const third = this.#pos + 2 < this.#length ? this.#text.charCodeAt(this.#pos + 2) : 0;
      if (this.mode === 'Command' && this.#endsWord(third)) return undefined;
      this.#pos += 2;
      return this.#token('ColonColon');
    }
    if (c === 91 && allowBracket) {
      this.#pos++;
      return this.#token('LBracket');
    }
    if (c === 63 && (second === 46 || (second === 91 && allowBracket))) {
      this.#pos += 2;
      return this.#token(second === 46 ? 'QuestionDot' : 'QuestionLBracket');
    }
    return undefined;
  }
  #endsWord(c: number): boolean {
    return c === 0 || c === 13 || c === 10 || chars.isSpace(c);
  }

  /** `(` or `{` directly after a member's name. */
  invokeMemberOpen(): Token | undefined {
    const c = this.#peek();
    if (c !== 40 && c !== 123) return undefined;
    this.#start = this.#pos++;
    return this.#token(c === 40 ? 'LParen' : 'LCurly');
  }

  /** A `[` that may begin an attribute or a type, after space and comments but not after a line end. */
  leftBracket(): Token | undefined {
    const from = this.#pos;
    let resyncIfMember = false;
    for (;;) {
      this.#start = this.#pos;
      const c = this.#peek();
      if (c === 91) {
        this.#pos++;
        return this.#token('LBracket');
      }
      if (c !== 0 && chars.isSpace(c)) {
        resyncIfMember = true;
        this.#skipSpace();
      } else if (c === 35) {
        resyncIfMember = true;
        this.#pos++;
        this.#lineComment();
      } else if (c === 60 && this.#text.charCodeAt(this.#pos + 1) === 35) {
        resyncIfMember = false;
        this.#pos += 2;
        this.#blockComment();
      } else {
        if ((c === 46 || c === 58) && resyncIfMember) this.resync(from);
        return undefined;
      }
    }
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
function append(into: Pieces, text: string): void {
  into.value += text;
  into.literal += text;
}
function isHereStringStop(c: number): boolean {
  return c === 13 || c === 10 || c === 36 || c === 96 || c === 0;
}
/** { } ( ) ; , | & . [ CR LF NUL */
function isParameterEnd(c: number): boolean {
  switch (c) {
    case 0:
    case 10:
    case 13:
    case 38:
    case 40:
    case 41:
    case 44:
    case 46:
    case 59:
    case 91:
    case 123:
    case 124:
    case 125:
      return true;
    default:
      return false;
  }
}
function isAscii(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
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
function forgetFrom(tokens: Token[], offset: number): void {
  let keep = tokens.length;
  if (keep > 0 && tokens[keep - 1]?.kind === 'EndOfInput') keep--;
  while (keep > 0 && (tokens[keep - 1]?.endOffset ?? 0) > offset) keep--;
  tokens.length = keep;
}
