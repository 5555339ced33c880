/** Strings, here-strings, variables, parameters and words: everything that can hold text with expressions in it. */
import * as chars from './chars.js';
import { NumberScanner } from './number-scanner.js';
import { type ExpandableData, Token, type TokenData, TokenFlags, type TokenKind, type UnscannedData } from './token.js';
import { KEYWORDS, OPERATORS } from './token-tables.js';
import { parseVariablePath } from './variable-path.js';

/** Collects an expandable string or word. */
interface Pieces {
  value: string;
  literal: string;
  pieces: (string | Token)[] | undefined;
}

/** Words of so few expressions, or so few characters, are read again as often as they are met. */
const FEW_EXPRESSIONS = 8;
const FEW_CHARACTERS = 200;

/**
 * A long word that was read. Where a statement is wrong, the parser reads `$a$b$c…` as a word, goes back, takes `$a` as an
 * expression, and reads `$b$c…` as a word: without this, a text of that kind takes the square of its length.
 */
interface KnownWord {
  readonly text: string;
  readonly base: number;
  readonly end: number;
  readonly value: string;
  readonly pieces: readonly (string | Token)[];
  /** The last piece that is in error, or -1. */
  readonly lastError: number;
  /** Where an expression begins in the text: which piece it is, and how much of the value stands before it. */
  readonly expressions: ReadonlyMap<number, { readonly piece: number; readonly value: number }>;
}

/** A word that ends as one known already. Few are ever asked for their pieces. */
class RestOfWord implements ExpandableData {
  readonly type = 'expandable';
  nestedTokens: readonly Token[] = [];
  readonly #first: readonly (string | Token)[];
  readonly #word: KnownWord;
  readonly #from: number;
  constructor(first: readonly (string | Token)[], word: KnownWord, from: number) {
    this.#first = first;
    this.#word = word;
    this.#from = from;
  }
  get pieces(): readonly (string | Token)[] {
    return [...this.#first, ...this.#word.pieces.slice(this.#from)];
  }
}

export abstract class WordScanner extends NumberScanner {
  #knownWord: KnownWord | undefined;
  /** The same for a long word that says just what is written. */
  #plainWord: { readonly text: string; readonly base: number; readonly from: number; readonly end: number } | undefined;

  // --------------------------------------------------------------- strings

  /** Reads up to the closing quote; the opening one has been read. */
  protected singleQuotedBody(): { readonly value: string; readonly flags: number } {
    const from = this.pos - 1;
    let value = '';
    let chunk = this.pos;
    for (;;) {
      const c = this.next();
      if (c === 0 && this.atEnd()) {
        this.pos--;
        value += this.text.slice(chunk, this.pos);
        this.incompleteFrom(from, 'TerminatorExpectedAtEndOfString', "'");
        return { value, flags: TokenFlags.TokenInError };
      }
      if (!chars.isSingleQuote(c)) continue;
      value += this.text.slice(chunk, this.pos - 1);
      if (!chars.isSingleQuote(this.peek())) return { value, flags: 0 };
      chunk = this.pos++; // of two quotes the second one stays
    }
  }
  protected stringLiteral(): Token {
    const { value, flags } = this.singleQuotedBody();
    return this.token('StringLiteral', value, flags);
  }

  protected doubleQuotedBody(into: Pieces): number {
    const from = this.pos - 1;
    let chunk = this.pos;
    for (;;) {
      const c = this.next();
      if (c === 36) {
        const at = this.pos - 1;
        this.take(into, chunk, at);
        if (this.dollar(into, false)) chunk = this.pos;
        else chunk = at;
      } else if (c === 96) {
        const after = this.peek();
        if (after === 0) continue;
        this.take(into, chunk, this.pos - 1);
        this.pos++;
        append(into, this.backtick(after));
        chunk = this.pos;
      } else if (chars.isDoubleQuote(c)) {
        this.take(into, chunk, this.pos - 1);
        if (!chars.isDoubleQuote(this.peek())) return 0;
        chunk = this.pos++;
      } else if (c === 0 && this.atEnd()) {
        this.pos--;
        this.take(into, chunk, this.pos);
        this.incompleteFrom(from, 'TerminatorExpectedAtEndOfString', '"');
        return TokenFlags.TokenInError;
      }
    }
  }
  protected take(into: Pieces, from: number, to: number): void {
    if (to > from) append(into, this.text.slice(from, to));
  }
  protected stringExpandable(): Token {
    const into: Pieces = { value: '', literal: '', pieces: undefined };
    const flags = this.doubleQuotedBody(into);
    return this.expandable('StringExpandable', into, flags);
  }
  protected expandable(kind: TokenKind, into: Pieces, flags: number): Token {
    if (into.pieces === undefined) return this.token(kind, into.value, flags);
    if (into.literal !== '') into.pieces.push(into.literal);
    const inError = into.pieces.some((piece) => typeof piece !== 'string' && piece.hasError);
    const data: TokenData = { type: 'expandable', pieces: into.pieces, nestedTokens: [] };
    return this.token(kind, into.value, inError ? flags | TokenFlags.TokenInError : flags, data);
  }

  /** After a `$` in expandable text: reads a variable or a subexpression into `into`, or nothing. */
  protected dollar(into: Pieces, hereString: boolean): boolean {
    const from = this.pos - 1;
    const c = this.peek();
    const { mode, saved } = this;
    const start = this.start;
    let token: Token | undefined;
    this.saved = undefined;
    this.mode = 'Expression';
    if (c === 40) {
      this.pos++;
      token = this.unscannedSubexpression(hereString);
    } else if (c === 123 || chars.isVariableStart(c)) {
      this.start = from;
      token = this.variable(false, true);
    }
    this.saved = saved;
    this.mode = mode;
    this.start = start;
    if (token === undefined) return false;
    into.value += this.text.slice(from, this.pos);
    into.pieces ??= [];
    if (into.literal !== '') into.pieces.push(into.literal);
    into.literal = '';
    into.pieces.push(token);
    return true;
  }

  /** Finds the end of `$( … )` by counting parentheses; strings inside are not looked at, as PowerShell does not. */
  protected unscannedSubexpression(hereString: boolean): Token {
    this.start = this.pos - 2;
    let value = '$(';
    let chunk = this.pos;
    let depth = 1;
    let flags = 0;
    let skipped: number[] | undefined;
    while (depth > 0) {
      const c = this.next();
      if (c === 40) depth++;
      else if (c === 41) depth--;
      else if (c === 96 || chars.isDoubleQuote(c)) {
        if (!hereString && chars.isDoubleQuote(this.peek())) {
          value += this.text.slice(chunk, this.pos - 1);
          chunk = this.pos++;
          skipped ??= [];
          skipped.push(this.pos - 2 + this.base);
        }
      } else if (c === 0 && this.atEnd()) {
        this.pos--;
        this.incompleteFrom(this.start, 'IncompleteDollarSubexpressionReference');
        flags = TokenFlags.TokenInError;
        break;
      }
    }
    value += this.text.slice(chunk, this.pos);
    const extent = this.currentExtent();
    const data: UnscannedData = { type: 'unscanned', skipped: skipped ?? this.skipped };
    return new Token(this.source, 'StringLiteral', flags, extent.startOffset, extent.endOffset, value, false, data);
  }

  /** After `@'` or `@"`: only space up to the end of the line. */
  protected hereStringHeader(quote: string): boolean {
    const from = this.pos - 2;
    let c: number;
    do c = this.next();
    while (chars.isSpace(c));
    if (c === 13 || c === 10) {
      this.skipLineFeedAfter(c);
      return true;
    }
    this.pos--;
    if (c === 0 && this.pos >= this.length) {
      this.incompleteFrom(from, 'TerminatorExpectedAtEndOfString', `${quote}@`);
      return false;
    }
    this.errorAt(this.pos, 'UnexpectedCharactersAfterHereStringHeader');
    for (;;) {
      c = this.next();
      if (c === quote.charCodeAt(0) && this.peek() === 64) {
        this.pos++;
        return false;
      }
      if (c === 13 || c === 10 || (c === 0 && this.atEnd())) {
        this.pos--;
        return false;
      }
    }
  }
  /** At the start of a line: the footer, or what turned out not to be one (a footer after spaces is remembered). */
  protected hereStringFooter(expandable: boolean, into: Pieces, falseFooter: number): number | true {
    const isQuote = expandable ? chars.isDoubleQuote : chars.isSingleQuote;
    let c = this.next();
    if (isQuote(c) && this.peek() === 64) {
      this.pos++;
      return true;
    }
    const from = this.pos - 1;
    while (chars.isSpace(c)) c = this.next();
    this.take(into, from, this.pos - 1);
    this.pos--;
    if (c === 0 || c === 13 || c === 10) return falseFooter;
    if (isQuote(c) && this.text.charCodeAt(this.pos + 1) === 64) {
      append(into, this.text.slice(this.pos, this.pos + 2));
      this.pos += 2;
      return falseFooter === -1 ? this.pos - 2 : falseFooter;
    }
    return falseFooter;
  }
  protected hereString(expandable: boolean): Token {
    const kind: TokenKind = expandable ? 'HereStringExpandable' : 'HereStringLiteral';
    const quote = expandable ? '"' : "'";
    const from = this.pos - 2;
    if (!this.hereStringHeader(quote)) return this.token(kind, '', TokenFlags.TokenInError);
    const into: Pieces = { value: '', literal: '', pieces: undefined };
    let flags = 0;
    let footer = this.hereStringFooter(expandable, into, -1);
    while (footer !== true) {
      const chunk = this.pos;
      const c = this.next();
      if (c === 13 || c === 10) {
        this.skipLineFeedAfter(c);
        const before = { ...into };
        append(into, this.text.slice(chunk, this.pos));
        footer = this.hereStringFooter(expandable, into, footer);
        if (footer === true) {
          into.value = before.value;
          into.literal = before.literal;
        }
      } else if (c === 0 && this.atEnd()) {
        this.pos--;
        if (footer !== -1) this.incompleteFrom(footer, 'WhitespaceBeforeHereStringFooter');
        else this.incompleteFrom(from, 'TerminatorExpectedAtEndOfString', `${quote}@`);
        flags = TokenFlags.TokenInError;
        break;
      } else if (expandable && c === 36) {
        if (!this.dollar(into, true)) append(into, '$');
      } else if (expandable && c === 96 && this.peek() !== 0) {
        append(into, this.backtick(this.next()));
      } else {
        while (this.pos < this.length && !isHereStringStop(this.text.charCodeAt(this.pos))) this.pos++;
        append(into, this.text.slice(chunk, this.pos));
      }
    }
    return this.expandable(kind, into, flags);
  }

  /** The rest of the line after `--%`, up to an unquoted pipe or `&&`. */
  verbatimArgument(): Token {
    this.skipSpace();
    this.start = this.pos;
    let inQuotes = false;
    for (;;) {
      const c = this.next();
      if (c === 13 || c === 10 || (c === 0 && this.atEnd())) break;
      if (chars.isDoubleQuote(c)) inQuotes = !inQuotes;
      else if (!inQuotes && (c === 124 || (c === 38 && this.peek() === 38))) break;
    }
    this.pos--;
    return this.token('Generic', this.currentExtent().text);
  }

  // ------------------------------------------------------------- variables

  protected variable(splatted: boolean, inString: boolean): Token {
    const errorStart = this.pos;
    let c = this.next();
    if (c === 123) return this.bracedVariable(errorStart, inString);
    if (!chars.isVariableStart(c)) {
      this.pos--;
      return this.word('$');
    }
    const from = this.pos - 1;
    if (c === 36 || c === 63 || c === 94) {
      // $$, $? and $^ are one character long.
      if (this.mode === 'Command' && !chars.forcesNewToken(this.peek())) return this.wordFromStart();
    } else {
      for (;;) {
        c = this.next();
        if (c === 58) {
          if (this.peek() === 58) break;
        } else if (c !== 63 && c !== 95 && !chars.isLetterOrDigit(c)) {
          if (this.mode === 'Command' && !chars.forcesNewToken(c) && c !== 46 && c !== 91 && c !== 61) {
            return this.wordFromStart();
          }
          break;
        }
      }
      this.pos--;
    }
    const path = parseVariablePath(this.text.slice(from, this.pos));
    if (path.unqualifiedPath === '') {
      const id = path.isDriveQualified ? 'InvalidVariableReferenceWithDrive' : 'InvalidVariableReference';
      this.errors.error(this.extent(this.start, this.pos), id);
    }
    return this.token(splatted ? 'SplattedVariable' : 'Variable', path.unqualifiedPath, 0, { type: 'variable', path });
  }

  protected bracedVariable(errorStart: number, inString: boolean): Token {
    let name = '';
    let closed = false;
    for (;;) {
      const c = this.next();
      if (c === 125) {
        closed = true;
        break;
      }
      if (c === 0 && this.atEnd()) {
        this.pos--;
        break;
      }
      if (c === 96) {
        const after = this.next();
        if (after === 0 && this.atEnd()) {
          this.pos--;
          break;
        }
        name += this.backtick(after);
        continue;
      }
      if (c === 123) this.errorAt(this.pos, 'OpenBraceNeedsToBeBackTickedInVariableName');
      else if (inString && chars.isDoubleQuote(c)) {
        const after = this.next();
        if (after === 0 && this.atEnd()) {
          this.pos--;
          break;
        }
        if (chars.isDoubleQuote(after)) {
          name += String.fromCharCode(after);
          continue;
        }
        this.pos--;
      }
      name += String.fromCharCode(c);
    }
    if (!closed) this.incompleteFrom(errorStart, 'IncompleteDollarVariableReference');
    if (name === '') {
      if (closed) this.errorAt(this.pos - 1, 'EmptyVariableReference');
      name = ':Error:';
    }
    if (this.mode === 'Command') {
      const c = this.peek();
      if (!chars.forcesNewToken(c) && c !== 46 && c !== 91) return this.wordFromStart();
    }
    const path = parseVariablePath(name);
    if (path.unqualifiedPath === '') {
      this.errors.error(this.extent(this.start, this.pos), 'InvalidBracedVariableReference');
    }
    return this.token('Variable', path.unqualifiedPath, 0, { type: 'variable', path });
  }

  // ----------------------------------------------------------------- words

  /** A dash and a letter: a parameter, or in an expression an operator. */
  protected parameter(): Token {
    const from = this.pos;
    const inCommand = this.mode === 'Command';
    let usedColon = false;
    let end = from;
    for (;;) {
      const c = this.next();
      if ((c | 32) >= 97 && (c | 32) <= 122 && c < 128) continue;
      end = this.pos - 1;
      if (c === 58) {
        usedColon = true;
        if (!inCommand) this.pos--;
        break;
      }
      if (chars.isSpace(c) || isParameterEnd(c)) {
        this.pos--;
        break;
      }
      if (chars.isSingleQuote(c) || chars.isDoubleQuote(c)) {
        this.pos--;
        if (inCommand) return this.word(this.text.slice(this.start, this.pos));
        break;
      }
      if (inCommand) continue;
      this.pos--;
      break;
    }
    const name = this.text.slice(from, end);
    if (this.mode === 'Expression') {
      const operator = OPERATORS.get(name.toLowerCase());
      if (operator !== undefined && /^[a-z]+$/i.test(name)) return this.token(operator);
    }
    if (name === '') return this.token('Minus');
    return this.token('Parameter', name, 0, undefined, usedColon);
  }

  protected override wordFromStart(): Token {
    this.pos = this.start;
    return this.word('');
  }

  /** A generic token: everything up to a separator, with quotes, backticks and variables inside. */
  protected word(prefix: string): Token {
    const into: Pieces = { value: prefix, literal: prefix, pieces: undefined };
    let expressions: Map<number, { readonly piece: number; readonly value: number }> | undefined;
    const from = this.pos;
    let chunk = from;
    const plain = this.#plainWord;
    if (
      plain !== undefined &&
      from >= plain.from &&
      from < plain.end &&
      plain.base === this.base &&
      plain.text === this.text
    )
      this.pos = plain.end;
    for (;;) {
      const c = this.next();
      if (chars.forcesNewToken(c)) break;
      if (c === 96) {
        const after = this.peek();
        if (after === 0) continue;
        this.take(into, chunk, this.pos - 1);
        this.pos++;
        append(into, this.backtick(after));
        chunk = this.pos;
      } else if (c === 36) {
        const at = this.pos - 1;
        this.take(into, chunk, at);
        const rest = this.#restOfWord(into, at);
        if (rest !== undefined) return rest;
        const value = into.value.length;
        chunk = at;
        if (this.dollar(into, false)) {
          chunk = this.pos;
          expressions ??= new Map();
          expressions.set(at, { piece: (into.pieces?.length ?? 0) - 1, value });
        }
      } else if (chars.isSingleQuote(c)) {
        this.take(into, chunk, this.pos - 1);
        append(into, this.singleQuotedBody().value);
        chunk = this.pos;
      } else if (chars.isDoubleQuote(c)) {
        this.take(into, chunk, this.pos - 1);
        this.doubleQuotedBody(into);
        chunk = this.pos;
      }
    }
    this.pos--;
    if (chunk === from && this.pos - from > FEW_CHARACTERS)
      this.#plainWord = { text: this.text, base: this.base, from, end: this.pos };
    this.take(into, chunk, this.pos);
    const token = this.expandable('Generic', into, 0);
    if (expressions !== undefined && expressions.size > FEW_EXPRESSIONS && into.pieces !== undefined) {
      const { value, pieces } = into;
      const lastError = pieces.findLastIndex((piece) => typeof piece !== 'string' && piece.hasError);
      this.#knownWord = { text: this.text, base: this.base, end: this.pos, value, pieces, lastError, expressions };
    }
    return token;
  }
  /** The word whose beginning is in `into`, if what follows from `at` on was read as the end of a word before. */
  #restOfWord(into: Pieces, at: number): Token | undefined {
    const word = this.#knownWord;
    const from = word?.expressions.get(at);
    if (word === undefined || from === undefined || word.base !== this.base || word.text !== this.text)
      return undefined;
    this.pos = word.end;
    const first = [...(into.pieces ?? []), ...(into.literal === '' ? [] : [into.literal])];
    const inError = word.lastError >= from.piece || first.some((piece) => typeof piece !== 'string' && piece.hasError);
    const value = into.value + word.value.slice(from.value);
    const data = new RestOfWord(first, word, from.piece);
    return this.token('Generic', value, inError ? TokenFlags.TokenInError : 0, data);
  }

  protected identifier(): Token {
    let ascii = true;
    let c: number;
    do {
      c = this.next();
      if (c > 127) ascii = false;
    } while (chars.isIdentifierFollow(c));
    this.pos--;
    if (this.mode === 'TypeName') return this.typeName();
    if (!this.wantSimpleName) {
      if (this.mode === 'Command') {
        if (!chars.forcesNewToken(c)) return this.word(this.text.slice(this.start, this.pos));
        return this.keywordOrIdentifier(ascii);
      }
      if (this.mode === 'Signature') return this.keywordOrIdentifier(ascii);
    }
    return this.token('Identifier');
  }
  protected keywordOrIdentifier(ascii: boolean): Token {
    const length = this.pos - this.start;
    if (length >= 2 && length <= 13 && (ascii || isAscii(this.text, this.start, this.pos))) {
      const keyword = KEYWORDS.get(this.text.slice(this.start, this.pos).toLowerCase());
      if (keyword !== undefined && (keyword !== 'InlineScript' || this.inWorkflow)) return this.token(keyword);
    }
    return this.token('Identifier');
  }
  protected typeName(): Token {
    for (;;) {
      const c = this.next();
      // . ` _ + # \
      if (c === 46 || c === 96 || c === 95 || c === 43 || c === 35 || c === 92 || chars.isLetterOrDigit(c)) continue;
      break;
    }
    this.pos--;
    return this.token('Identifier', '', TokenFlags.TypeName);
  }

  /** `, mscorlib, Version=…` after a type name. */
  assemblyNameSpec(): string {
    let spec = this.assemblyNamePart();
    while (this.peek() === 44) {
      this.start = this.pos++;
      this.token('Comma');
      spec += `, ${this.assemblyNamePart()}`;
      if (this.peek() === 61) {
        this.start = this.pos++;
        this.token('Equals');
        spec += `=${this.assemblyNamePart()}`;
      }
    }
    return spec;
  }
  protected assemblyNamePart(): string {
    this.skipSpace();
    this.start = this.pos;
    while (this.pos < this.length && !chars.forcesNewAssemblyToken(this.text.charCodeAt(this.pos))) this.pos++;
    const part = this.text.slice(this.start, this.pos);
    this.token('Identifier', '', TokenFlags.TypeName);
    this.skipSpace();
    return part;
  }

  protected label(): Token {
    let c = this.next();
    if (!chars.isIdentifierStart(c)) {
      this.pos--;
      if (c === 0) return this.token('Generic', ':');
      return this.word(':');
    }
    const from = this.pos - 1;
    while (chars.isIdentifierFollow(c)) c = this.next();
    if (!chars.forcesNewToken(c)) return this.word(this.text.slice(this.start, this.pos));
    this.pos--;
    return this.token('Label', this.text.slice(from, this.pos));
  }
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
