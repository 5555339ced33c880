/** The tokenizer: one token at a time, in the mode the parser is in. What it stands on is told in text-scanner.ts. */
import type { RedirectionStream } from './ast.js';
import * as chars from './chars.js';
import { Token, type TokenData, type TokenKind } from './token.js';
import { WordScanner } from './word-scanner.js';

const STREAMS: readonly RedirectionStream[] = ['All', 'Output', 'Error', 'Warning', 'Verbose', 'Debug', 'Information'];

export class Tokenizer extends WordScanner {
  nextToken(): Token {
    for (;;) {
      this.start = this.pos;
      const c = this.next();
      switch (c) {
        case 9: // space
        case 11:
        case 12:
        case 32:
        case 0x85:
        case 0xa0:
          this.skipSpace();
          continue;
        case 39: // '
        case 0x2018:
        case 0x2019:
        case 0x201a:
        case 0x201b:
          return this.stringLiteral();
        case 34: // "
        case 0x201c:
        case 0x201d:
        case 0x201e:
          return this.stringExpandable();
        case 64: // @
          return this.at();
        case 35: // #
          this.lineComment();
          continue;
        case 13:
        case 10:
          this.skipLineFeedAfter(c);
          return this.token('NewLine');
        case 96: {
          const token = this.leadingBacktick();
          if (token === undefined) continue;
          return token;
        }
        case 61: // =
          return this.operatorOrWord('Equals');
        case 43: // +
          return this.plus();
        case 45: // -
        case 0x2013:
        case 0x2014:
        case 0x2015:
          return this.dash(c);
        case 42: // *
          return this.star();
        case 47: // /
          return this.maybeAssign('Divide', 'DivideEquals');
        case 37: // %
          return this.maybeAssign('Rem', 'RemainderEquals');
        case 36: // $
          if (this.peek() === 40) {
            this.pos++;
            return this.token('DollarParen');
          }
          return this.variable(false, false);
        case 60: // <
          if (this.peek() === 35) {
            this.pos++;
            this.blockComment();
            continue;
          }
          return this.token('RedirectInStd');
        case 62: // >
          if (this.peek() === 62) {
            this.pos++;
            return this.fileRedirection(1, true, false);
          }
          return this.fileRedirection(1, false, false);
        case 40:
          return this.token('LParen');
        case 41:
          return this.token('RParen');
        case 91: // [
          if (this.mode === 'Command' && !chars.forcesNewToken(this.peek())) return this.word('[');
          return this.token('LBracket');
        case 93:
          return this.token('RBracket');
        case 123:
          return this.token('LCurly');
        case 125:
          return this.token('RCurly');
        case 46:
          return this.dot();
        case 59:
          return this.token('Semi');
        case 44:
          return this.token('Comma');
        case 48: // 0, 7, 8, 9
        case 55:
        case 56:
        case 57:
          return this.number(c);
        case 49: // 1 .. 6
        case 50:
        case 51:
        case 52:
        case 53:
        case 54:
          if (this.peek() !== 62) return this.number(c);
          this.pos++;
          return this.redirectionFrom(c - 48);
        case 38: // &
          if (this.peek() === 38) {
            this.pos++;
            return this.token('AndAnd');
          }
          return this.token('Ampersand');
        case 124: // |
          if (this.peek() === 124) {
            this.pos++;
            return this.token('OrOr');
          }
          return this.token('Pipe');
        case 33: // !
          return this.exclaim();
        case 58: // :
          return this.colon();
        case 63: // ?
          if (this.mode !== 'Expression') return this.word('?');
          return this.questionMark();
        case 0:
          if (!this.atEnd()) return this.word('\0');
          return this.endOfInput();
        default:
          if (c >= 128 && chars.isSpace(c)) {
            this.skipSpace();
            continue;
          }
          if (c === 95 || chars.isLetter(c)) return this.identifier();
          return this.word(String.fromCharCode(c));
      }
    }
  }

  protected endOfInput(): Token {
    const offset = this.start + 1 + this.base;
    const token = new Token(this.source, 'EndOfInput', 0, offset, offset, '', false, undefined);
    this.saved?.push(token);
    return token;
  }

  protected at(): Token {
    const c = this.next();
    if (c === 123) return this.token('AtCurly');
    if (c === 40) return this.token('AtParen');
    if (chars.isSingleQuote(c)) return this.hereString(false);
    if (chars.isDoubleQuote(c)) return this.hereString(true);
    this.pos--;
    if (chars.isVariableStart(c)) return this.variable(true, false);
    this.errorAt(this.pos - 1, 'UnrecognizedToken');
    return this.token('Unknown');
  }

  protected leadingBacktick(): Token | undefined {
    const c = this.next();
    if (c === 13) this.skipLineFeedAfter(c);
    if (c === 10 || c === 13) {
      this.token('LineContinuation');
      return undefined;
    }
    if (chars.isWhiteSpaceOrNewLine(c)) {
      this.skipSpace();
      return undefined;
    }
    if (c === 0 && this.atEnd()) {
      this.incompleteFrom(this.pos, 'IncompleteString');
      this.pos--;
      return undefined;
    }
    return this.word(this.backtick(c));
  }

  /** The characters read so far are an operator, unless a word goes on after them in command mode. */
  protected operatorOrWord(kind: TokenKind): Token {
    if (this.mode === 'Command' && !chars.forcesNewToken(this.peek())) {
      return this.word(this.text.slice(this.start, this.pos));
    }
    return this.token(kind);
  }
  protected maybeAssign(kind: TokenKind, assignKind: TokenKind): Token {
    if (this.peek() !== 61) return this.operatorOrWord(kind);
    this.pos++;
    return this.operatorOrWord(assignKind);
  }
  protected plus(): Token {
    const c = this.peek();
    if (c === 43) {
      this.pos++;
      return this.operatorOrWord('PlusPlus');
    }
    if (this.allowSignedNumbers && (chars.isUnicodeDigit(c) || c === 46)) return this.number(43);
    return this.maybeAssign('Plus', 'PlusEquals');
  }
  protected dash(first: number): Token {
    const c = this.peek();
    if (chars.isDash(c)) {
      this.pos++;
      return this.operatorOrWord('MinusMinus');
    }
    if (c === 61) {
      this.pos++;
      return this.operatorOrWord('MinusEquals');
    }
    if (c === 95 || c === 63 || chars.isLetter(c)) return this.parameter();
    if (this.allowSignedNumbers && (chars.isUnicodeDigit(c) || c === 46)) return this.number(first);
    return this.operatorOrWord('Minus');
  }
  protected star(): Token {
    if (this.peek() !== 62) return this.maybeAssign('Multiply', 'MultiplyEquals');
    this.pos++;
    if (this.peek() === 62) {
      this.pos++;
      return this.fileRedirection(0, true, false);
    }
    if (this.peek() === 38) {
      this.pos++;
      if (this.peek() === 49) {
        this.pos++;
        return this.mergingRedirection(0, 1);
      }
      this.pos--;
    }
    return this.fileRedirection(0, false, false);
  }
  protected exclaim(): Token {
    const c = this.peek();
    if (this.mode === 'Command' && !chars.forcesNewToken(c)) return this.word('!');
    if (this.mode === 'Expression') {
      if (chars.isIdentifierStart(c)) return this.word('!');
      if (chars.isUnicodeDigit(c) || c === 46) {
        const parts = this.numberParts(33);
        this.pos = this.start + 1;
        if (parts === undefined) return this.word('!');
      }
    }
    return this.token('Exclaim');
  }
  protected colon(): Token {
    if (this.peek() === 58) {
      this.pos++;
      if (this.mode === 'Command' && !this.wantSimpleName && !chars.forcesNewToken(this.peek())) {
        return this.word('::');
      }
      return this.token('ColonColon');
    }
    return this.mode === 'Command' ? this.label() : this.token('Colon');
  }
  protected questionMark(): Token {
    if (this.peek() !== 63) return this.token('QuestionMark');
    this.pos++;
    if (this.peek() !== 61) return this.token('QuestionQuestion');
    this.pos++;
    return this.token('QuestionQuestionEquals');
  }
  protected dot(): Token {
    let c = this.peek();
    if (c === 46) {
      this.pos++;
      c = this.peek();
      if (this.mode === 'Command' && !chars.forcesNewToken(c)) {
        this.pos--;
        return this.word('.');
      }
      return this.token('DotDot');
    }
    if (chars.isDecimalDigit(c)) return this.number(46);
    if (this.mode === 'Command' && !chars.forcesNewToken(c) && c !== 36 && c !== 34 && c !== 39) return this.word('.');
    return this.token('Dot');
  }

  // ---------------------------------------------------------- redirections

  protected redirectionFrom(stream: number): Token {
    if (this.peek() === 62) {
      this.pos++;
      return this.fileRedirection(stream, true, true);
    }
    if (this.peek() === 38) {
      this.pos++;
      const to = this.peek();
      if (to === 49 || to === 50) {
        this.pos++;
        return this.mergingRedirection(stream, to - 48);
      }
      this.pos--;
    }
    return this.fileRedirection(stream, false, true);
  }
  protected fileRedirection(from: number, append: boolean, explicit: boolean): Token {
    if (explicit && this.mode === 'Expression') {
      // In an expression `2>x` is the number 2 and then a redirection.
      this.pos -= append ? 2 : 1;
      return this.token('Number', '', 0, { type: 'number', number: { type: 'int', value: from } });
    }
    return this.token('Redirection', '', 0, { type: 'file', from: STREAMS[from] ?? 'Output', append });
  }
  protected mergingRedirection(from: number, to: number): Token {
    const data: TokenData = { type: 'merging', from: STREAMS[from] ?? 'Output', to: STREAMS[to] ?? 'Output' };
    return this.token('Redirection', '', 0, data);
  }

  // --------------------------------------------------------- member access

  /** `.`, `::`, `?.` and, if allowed, `[` and `?[` directly after an expression. */
  memberAccessOperator(allowBracket: boolean): Token | undefined {
    let c = this.peek();
    while (c === 60) {
      if (this.text.charCodeAt(this.pos + 1) !== 35) return undefined;
      this.start = this.pos;
      this.pos += 2;
      this.blockComment();
      c = this.peek();
    }
    const second = this.pos + 1 < this.length ? this.text.charCodeAt(this.pos + 1) : 0;
    this.start = this.pos;
    if (c === 46) {
      if (second === 46 || (this.mode === 'Command' && this.endsWord(second))) return undefined;
      this.pos++;
      return this.token('Dot');
    }
    if (c === 58) {
      if (second !== 58) return undefined;
      const third = this.pos + 2 < this.length ? this.text.charCodeAt(this.pos + 2) : 0;
      if (this.mode === 'Command' && this.endsWord(third)) return undefined;
      this.pos += 2;
      return this.token('ColonColon');
    }
    if (c === 91 && allowBracket) {
      this.pos++;
      return this.token('LBracket');
    }
    if (c === 63 && (second === 46 || (second === 91 && allowBracket))) {
      this.pos += 2;
      return this.token(second === 46 ? 'QuestionDot' : 'QuestionLBracket');
    }
    return undefined;
  }
  protected endsWord(c: number): boolean {
    return c === 0 || c === 13 || c === 10 || chars.isSpace(c);
  }

  /** `(` or `{` directly after a member's name. */
  invokeMemberOpen(): Token | undefined {
    const c = this.peek();
    if (c !== 40 && c !== 123) return undefined;
    this.start = this.pos++;
    return this.token(c === 40 ? 'LParen' : 'LCurly');
  }

  /** A `[` that may begin an attribute or a type, after space and comments but not after a line end. */
  leftBracket(): Token | undefined {
    const from = this.pos;
    let resyncIfMember = false;
    for (;;) {
      this.start = this.pos;
      const c = this.peek();
      if (c === 91) {
        this.pos++;
        return this.token('LBracket');
      }
      if (c !== 0 && chars.isSpace(c)) {
        resyncIfMember = true;
        this.skipSpace();
      } else if (c === 35) {
        resyncIfMember = true;
        this.pos++;
        this.lineComment();
      } else if (c === 60 && this.text.charCodeAt(this.pos + 1) === 35) {
        resyncIfMember = false;
        this.pos += 2;
        this.blockComment();
      } else {
        if ((c === 46 || c === 58) && resyncIfMember) this.resync(from);
        return undefined;
      }
    }
  }
}
