/**
 * CLIXML to values. protocol.md 2
 *
 * Theory of operation. One pass over the text by index, made for one vocabulary: no tokens, no tree. Element names are
 * told apart by their length and first characters as one number. Objects are registered at their opening tag, so that a
 * reference to an ancestor works. Everything is bounded: depth, elements, and by that memory.
 *
 * Whoever reads in pieces reads each value in one go first. One that turns out to be too long for that is read again from
 * its opening tag by a slower way, which stops between its parts; each part is tried in one go again.
 */
import { decodeBase64, decodeUtf8, encodeUtf8, tryParseGuid } from '../bytes/index.js';
import { SerializationError } from '../errors/index.js';
import {
  deserializedTypeNames,
  PropertyBag,
  PSByte,
  PSChar,
  PSDecimal,
  PSDictionary,
  PSDouble,
  PSGuid,
  PSInt16,
  PSList,
  PSMemberSet,
  PSObject,
  PSProgressPrimitive,
  PSSByte,
  PSScriptBlockText,
  PSSecureString,
  PSSingle,
  PSUInt16,
  PSUInt32,
  PSUInt64,
  PSUri,
  PSVersion,
  PSXmlDocument,
  TYPE_NAMES,
  type PSListKind,
  type PSValue,
} from '../objects/index.js';
import { endOfEscapes, unescapeUnits } from './escape.js';
import { parseBigInteger, parseDecimal, parseFloating, parseInteger } from './number-text.js';
import { parseDateTime, parseTimeSpan } from './time-text.js';

/** How SecureStrings are opened and sealed. Bytes are what stands in `<SS>` as base64. protocol.md 5.5 */
export interface SecureStringCodec {
  encrypt(plainText: string): Uint8Array;
  decrypt(bytes: Uint8Array): string;
}

export interface DecodeOptions {
  /** Without it SecureStrings keep their bytes as they came. */
  readonly secureStrings?: SecureStringCodec;
  /** Nested elements below the top level. Default 50, as PowerShell has it. */
  readonly maxDepth?: number;
  /** Elements in one document. Default 10,000,000. */
  readonly maxElements?: number;
  /** True: type names as they travelled, without `Deserialized.` before them. */
  readonly keepTypeNames?: boolean;
}

const DEFAULT_MAX_DEPTH = 50;
const DEFAULT_MAX_ELEMENTS = 10_000_000;
const NO_NAMES: readonly string[] = [];
/** What is read in one go where others want their turn: so many elements, and a text of so many characters. */
const ELEMENTS_AT_ONCE = 2000;
const TEXT_AT_ONCE = 2 ** 16;
/** Characters. */
const LONGEST_ENTITY = 13;
/** Thrown and caught in here: the value is longer than that. */
const TOO_LONG = new Error('The value is too long to be read in one go.');
const TOO_DEEP = 'Serialized XML is nested too deeply.';

const LT = 60;
const GT = 62;
const SLASH = 47;
const QUOTE = 34;
const APOSTROPHE = 39;
const EQUALS = 61;
const BANG = 33;
const QUESTION = 63;

/** Length and the first three characters of a name as one number. */
function code(name: string): number {
  return (
    name.length * 0x1000000 +
    (name.charCodeAt(0) | ((name.charCodeAt(1) || 0) << 8) | ((name.charCodeAt(2) || 0) << 16))
  );
}
const Tag = {
  S: code('S'),
  C: code('C'),
  B: code('B'),
  DT: code('DT'),
  TS: code('TS'),
  By: code('By'),
  SB: code('SB'),
  I16: code('I16'),
  U16: code('U16'),
  I32: code('I32'),
  U32: code('U32'),
  I64: code('I64'),
  U64: code('U64'),
  Sg: code('Sg'),
  Db: code('Db'),
  D: code('D'),
  BA: code('BA'),
  G: code('G'),
  URI: code('URI'),
  Version: code('Version'),
  SemanticVersion: code('SemanticVersion'),
  XD: code('XD'),
  SBK: code('SBK'),
  SS: code('SS'),
  PR: code('PR'),
  Nil: code('Nil'),
  Ref: code('Ref'),
  Obj: code('Obj'),
  TN: code('TN'),
  TNRef: code('TNRef'),
  T: code('T'),
  ToString: code('ToString'),
  Props: code('Props'),
  MS: code('MS'),
  DCT: code('DCT'),
  En: code('En'),
  STK: code('STK'),
  QUE: code('QUE'),
  LST: code('LST'),
  IE: code('IE'),
  Objs: code('Objs'),
} as const;

const WHITESPACE = (unit: number): boolean => unit === 32 || unit === 10 || unit === 13 || unit === 9;

/** One top-level value of a document with the stream that its `S` attribute names. */
export interface DocumentValue {
  readonly value: PSValue;
  readonly stream: string | undefined;
}

/** An id is opaque; what is a plain number is kept as one, because that is found faster. */
type RefId = string | number;
function refId(text: string, start: number, end: number): RefId {
  let sum = 0;
  if (end - start > 9 || end === start || (text.charCodeAt(start) === 48 && end - start > 1))
    return text.slice(start, end);
  for (let at = start; at < end; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return text.slice(start, end);
    sum = sum * 10 + digit;
  }
  return sum;
}

/**
 * What the members of objects with the same type names looked like the last time: their names, and their whole opening
 * tags as they stood in the text. Where the text has the same tag again, nothing of it needs to be parsed.
 */
interface MemberShape {
  readonly names: string[];
  /** '' where the tag differs from object to object (it has a RefId). */
  readonly heads: string[];
  readonly tags: number[];
  readonly empties: boolean[];
}
const NO_SHAPE: MemberShape = { names: [], heads: [], tags: [], empties: [] };

export class ClixmlReader {
  readonly #text: string;
  #at = 0;
  #elements = 0;
  /** After so many elements it ends: the document, or what is read in one go. */
  #enough: number;
  #inOneGo = false;
  /** No `&` stands between here and the place where the reader was when it looked. */
  #nextAmpersand = -1;
  #depth = 0;
  readonly #maxDepth: number;
  readonly #maxElements: number;
  readonly #secure: SecureStringCodec | undefined;
  readonly #keepTypeNames: boolean;
  readonly #objects = new Map<RefId, PSObject>();
  readonly #types = new Map<RefId, readonly string[]>();
  // The opening tag that was read last.
  #tag = 0;
  #nameStart = 0;
  #nameEnd = 0;
  #empty = false;
  #attributeN: string | undefined;
  #attributeRefId: RefId | undefined;
  #attributeS: string | undefined;
  #attributeVersion: string | undefined;
  /** Where the next `_x` or `_X` stands, as far as is known. */
  #nextEscape = -1;
  readonly #adaptedShapes = new Map<readonly string[], MemberShape>();
  readonly #extendedShapes = new Map<readonly string[], MemberShape>();

  constructor(text: string, options: DecodeOptions = {}) {
    this.#text = text;
    this.#maxDepth = options.maxDepth ?? DEFAULT_MAX_DEPTH;
    this.#maxElements = options.maxElements ?? DEFAULT_MAX_ELEMENTS;
    this.#enough = this.#maxElements;
    this.#secure = options.secureStrings;
    this.#keepTypeNames = options.keepTypeNames ?? false;
    if (text.charCodeAt(0) === 0xfeff) this.#at = 1;
  }

  /** One value without a root: PSRP's form. */
  readSingle(): PSValue {
    this.#expectElement('a value');
    const value = this.#value();
    this.#skipMisc();
    if (this.#at < this.#text.length) throw this.#wrong('something follows the value');
    return value;
  }

  /** An `<Objs>` document; with or without the line `#< CLIXML` before it. Without `due` in one go. */
  *readDocument<W>(values: DocumentValue[], due?: () => W | undefined): Generator<W, void, unknown> {
    this.skipHeader();
    this.#expectElement('<Objs>');
    if (this.#tag !== Tag.Objs) {
      // Old writers leave the root out.
      values.push({ stream: this.#attributeS, value: due ? yield* this.#valueInPieces(due) : this.#value() });
      return;
    }
    this.#checkVersion(this.#attributeVersion);
    if (this.#empty) return;
    while (this.#nextChild()) {
      const stream = this.#attributeS;
      values.push({ stream, value: due ? yield* this.#valueInPieces(due) : this.#value() });
      const wait = due?.();
      if (wait !== undefined) yield wait;
    }
    this.#skipMisc();
  }

  /** Skips `#< CLIXML` and what stands before the first element. */
  skipHeader(): void {
    this.#skipSpace();
    if (this.#text.startsWith('#< CLIXML', this.#at)) this.#at += '#< CLIXML'.length;
  }

  /** The names of the stream's documents may be many, one behind the other: whether another begins. */
  get done(): boolean {
    this.#skipSpace();
    return this.#at >= this.#text.length;
  }

  #checkVersion(version: string | undefined): void {
    if (version === undefined) return;
    const match = /^(\d+)\.(\d+)/.exec(version);
    if (match === null || match[1] !== '1') throw this.#wrong(`version ${version} where 1.1 belongs`);
  }

  // ---- the text

  #wrong(found: string): SerializationError {
    return new SerializationError(`The CLIXML cannot be read: found ${found}.`, { path: `character ${this.#at}` });
  }

  #tooMany(): Error {
    return this.#elements > this.#maxElements ? this.#wrong(`more than ${this.#maxElements} elements`) : TOO_LONG;
  }

  #skipSpace(): void {
    const text = this.#text;
    let at = this.#at;
    while (at < text.length && WHITESPACE(text.charCodeAt(at))) at += 1;
    this.#at = at;
  }

  /** White space, comments, processing instructions. */
  #skipMisc(): void {
    const text = this.#text;
    for (;;) {
      this.#skipSpace();
      if (text.charCodeAt(this.#at) !== LT) return;
      const next = text.charCodeAt(this.#at + 1);
      if (next === QUESTION) this.#skipTo('?>');
      else if (next === BANG) {
        if (!text.startsWith('<!--', this.#at)) throw this.#wrong('a document type or a section that is not allowed');
        this.#skipTo('-->');
      } else return;
    }
  }

  #skipTo(end: string): void {
    const found = this.#text.indexOf(end, this.#at);
    if (found < 0) throw this.#wrong('the end of the text in the middle of a comment');
    this.#at = found + end.length;
  }

  #expectElement(what: string): void {
    this.#skipMisc();
    if (this.#text.charCodeAt(this.#at) !== LT)
      throw this.#wrong(this.#at >= this.#text.length ? `the end where ${what} belongs` : `text where ${what} belongs`);
    this.#open();
  }

  /** Reads the next child's opening tag; false at the parent's closing tag, which is read too. */
  #nextChild(): boolean {
    const text = this.#text;
    const at = this.#at;
    // The usual case first: the next character is a tag.
    if (text.charCodeAt(at) !== LT || text.charCodeAt(at + 1) === BANG || text.charCodeAt(at + 1) === QUESTION)
      this.#skipMisc();
    if (text.charCodeAt(this.#at) !== LT)
      throw this.#wrong(
        this.#at >= text.length ? 'the end in the middle of an element' : 'text where an element belongs',
      );
    if (text.charCodeAt(this.#at + 1) === SLASH) {
      this.#close();
      return false;
    }
    this.#open();
    return true;
  }

  /** Reads a closing tag; of the element `name` where it is known. */
  #close(name?: string): void {
    const end = this.#text.indexOf('>', this.#at);
    if (end < 0) throw this.#wrong('a closing tag that is cut');
    if (name !== undefined) {
      const found = this.#text.slice(this.#at + 2, end).trimEnd();
      if (found !== name) throw this.#wrong(`</${found.slice(0, 32)}> where </${name}> belongs`);
    }
    this.#at = end + 1;
  }

  /** Reads an opening tag with its attributes; `#at` stands behind it afterwards. */
  #open(): void {
    const text = this.#text;
    this.#elements += 1;
    if (this.#elements > this.#enough) throw this.#tooMany();
    let at = this.#at + 1;
    const start = at;
    let unit = text.charCodeAt(at);
    while (unit > 32 && unit !== GT && unit !== SLASH) {
      at += 1;
      unit = text.charCodeAt(at);
    }
    if (Number.isNaN(unit) || at === start) throw this.#wrong('a tag that is cut');
    this.#nameStart = start;
    this.#nameEnd = at;
    const length = at - start;
    this.#tag =
      length * 0x1000000 +
      (text.charCodeAt(start) |
        (length > 1 ? text.charCodeAt(start + 1) << 8 : 0) |
        (length > 2 ? text.charCodeAt(start + 2) << 16 : 0));
    this.#attributeN = undefined;
    this.#attributeRefId = undefined;
    this.#attributeS = undefined;
    if (unit === GT) {
      this.#empty = false;
      this.#at = at + 1;
      return;
    }
    this.#at = at;
    this.#attributes();
  }

  #attributes(): void {
    const text = this.#text;
    let at = this.#at;
    for (;;) {
      let unit = text.charCodeAt(at);
      while (WHITESPACE(unit)) {
        at += 1;
        unit = text.charCodeAt(at);
      }
      if (unit === GT) {
        this.#empty = false;
        this.#at = at + 1;
        return;
      }
      if (unit === SLASH) {
        if (text.charCodeAt(at + 1) !== GT) throw this.#wrong('a tag that is not closed');
        this.#empty = true;
        this.#at = at + 2;
        return;
      }
      const start = at;
      while (unit > 32 && unit !== EQUALS && unit !== GT && unit !== SLASH) {
        at += 1;
        unit = text.charCodeAt(at);
      }
      const end = at;
      while (WHITESPACE(unit)) {
        at += 1;
        unit = text.charCodeAt(at);
      }
      if (unit !== EQUALS) throw this.#wrong(Number.isNaN(unit) ? 'a tag that is cut' : 'an attribute without a value');
      do {
        at += 1;
        unit = text.charCodeAt(at);
      } while (WHITESPACE(unit));
      if (unit !== QUOTE && unit !== APOSTROPHE) throw this.#wrong('an attribute without quotes');
      const close = text.indexOf(unit === QUOTE ? '"' : "'", at + 1);
      if (close < 0) throw this.#wrong('an attribute that is not closed');
      this.#attribute(start, end, at + 1, close);
      at = close + 1;
    }
  }

  #attribute(start: number, end: number, valueStart: number, valueEnd: number): void {
    const text = this.#text;
    const first = text.charCodeAt(start);
    if (end - start === 1) {
      if (first === 78) {
        this.#attributeN = unescapeUnits(this.#entities(text.slice(valueStart, valueEnd)));
      } else if (first === 83) this.#attributeS = this.#entities(text.slice(valueStart, valueEnd));
    } else if (first === 82 && end - start === 5 && text.startsWith('RefId', start))
      this.#attributeRefId = refId(text, valueStart, valueEnd);
    else if (first === 86 && end - start === 7 && text.startsWith('Version', start))
      this.#attributeVersion = text.slice(valueStart, valueEnd);
  }

  /** A run of the text with its entities resolved. Where the next `&` stands is known, so most runs need no look. */
  #unescaped(start: number, end: number): string {
    const run = this.#text.slice(start, end);
    if (end <= this.#nextAmpersand) return run;
    if (start > this.#nextAmpersand) {
      const found = this.#text.indexOf('&', start);
      this.#nextAmpersand = found < 0 ? this.#text.length : found;
      if (end <= this.#nextAmpersand) return run;
    }
    return this.#entities(run);
  }

  /** XML's five entities and numbers; anything else is refused. */
  #entities(text: string): string {
    let at = text.indexOf('&');
    if (at < 0) return text;
    let result = '';
    let from = 0;
    while (at >= 0) {
      const end = text.indexOf(';', at);
      const name = end < 0 ? '' : text.slice(at + 1, Math.min(end, at + 13));
      const character = end - at > 12 ? undefined : entity(name);
      if (character === undefined)
        throw this.#wrong(`the entity '${text.slice(at, at + 16)}', which XML does not have`);
      result += text.slice(from, at) + character;
      from = end + 1;
      at = text.indexOf('&', from);
    }
    return result + text.slice(from);
  }

  /** The text up to the closing tag, which is read too. Elements inside are refused. */
  #content(): string {
    if (this.#empty) return '';
    const text = this.#text;
    const start = this.#at;
    const end = text.indexOf('<', start);
    if (end < 0) throw this.#wrong('the end in the middle of an element');
    if (this.#inOneGo && end - start > TEXT_AT_ONCE) throw TOO_LONG;
    if (text.charCodeAt(end + 1) === SLASH) {
      const nameStart = this.#nameStart;
      const length = this.#nameEnd - nameStart;
      if (
        text.charCodeAt(end + 2 + length) === GT &&
        text.charCodeAt(end + 2) === text.charCodeAt(nameStart) &&
        text.charCodeAt(end + 1 + length) === text.charCodeAt(nameStart + length - 1)
      )
        this.#at = end + 3 + length;
      else {
        this.#at = end;
        this.#close(text.slice(nameStart, nameStart + length));
      }
      return start === end ? '' : this.#unescaped(start, end);
    }
    return this.#mixedContent();
  }

  /** As `#content`, with CLIXML's own escapes undone. Where the next one stands is known, as with entities. */
  #escapedContent(): string {
    const start = this.#at;
    const content = this.#content();
    if (this.#at <= this.#nextEscape || content === '') return content;
    if (start > this.#nextEscape) {
      const lower = this.#text.indexOf('_x', start);
      const upper = this.#text.indexOf('_X', start);
      // A numeric entity may hide an underscore; the plain look at the content finds that too.
      this.#nextEscape = Math.min(lower < 0 ? this.#text.length : lower, upper < 0 ? this.#text.length : upper);
    }
    return unescapeUnits(content);
  }

  /** As `#content`, where comments or CDATA stand in the text. */
  #mixedContent(): string {
    const text = this.#text;
    let result = '';
    for (;;) {
      const end = text.indexOf('<', this.#at);
      if (end < 0) throw this.#wrong('the end in the middle of an element');
      result += this.#entities(text.slice(this.#at, end));
      this.#at = end;
      if (text.startsWith('<![CDATA[', end)) {
        const close = text.indexOf(']]>', end);
        if (close < 0) throw this.#wrong('a CDATA section that is not closed');
        result += text.slice(end + 9, close);
        this.#at = close + 3;
      } else if (text.startsWith('<!--', end)) this.#skipTo('-->');
      else if (text.startsWith('<?', end)) this.#skipTo('?>');
      else if (text.charCodeAt(end + 1) === SLASH) {
        this.#close();
        return result;
      } else throw this.#wrong('an element where text belongs');
    }
  }

  #skipElement(): void {
    if (this.#empty) return;
    let open = 1;
    while (open > 0) {
      const end = this.#text.indexOf('<', this.#at);
      if (end < 0) throw this.#wrong('the end in the middle of an element');
      this.#at = end;
      if (this.#nextChild()) {
        if (!this.#empty) open += 1;
      } else open -= 1;
    }
  }

  // ---- values

  /** As `#value`; between the parts of a long one others have their turn. */
  *#valueInPieces<W>(due: () => W | undefined): Generator<W, PSValue, unknown> {
    const start = this.#nameStart - 1;
    const elements = this.#elements - 1;
    const depth = this.#depth;
    this.#enough = Math.min(this.#elements + ELEMENTS_AT_ONCE, this.#maxElements);
    this.#inOneGo = true;
    try {
      return this.#value();
    } catch (error) {
      if (error !== TOO_LONG) throw error;
    } finally {
      this.#enough = this.#maxElements;
      this.#inOneGo = false;
    }
    this.#at = start;
    this.#elements = elements;
    this.#depth = depth;
    this.#nextAmpersand = -1;
    this.#nextEscape = -1;
    this.#open();
    const wait = due();
    if (wait !== undefined) yield wait;
    switch (this.#tag) {
      case Tag.S:
      case Tag.SemanticVersion:
        return yield* this.#longText(due);
      case Tag.XD:
        return new PSXmlDocument(yield* this.#longText(due));
      case Tag.SBK:
        return new PSScriptBlockText(yield* this.#longText(due));
      case Tag.Obj:
        return yield* this.#objectInPieces(due);
      default: {
        const container = this.#bareContainer();
        if (container === undefined) return this.#value();
        yield* this.#fill(container, due);
        return container;
      }
    }
  }

  /** The text of an element, its entities and escapes undone piece by piece. */
  *#longText<W>(due: () => W | undefined): Generator<W, string, unknown> {
    const text = this.#text;
    const end = text.indexOf('<', this.#at);
    // Comments and sections inside are the rare case.
    if (end < 0 || text.charCodeAt(end + 1) !== SLASH) return unescapeUnits(this.#content());
    const name = text.slice(this.#nameStart, this.#nameEnd);
    const content = text.slice(this.#at, end);
    this.#at = end;
    this.#close(name);
    // What an entity stands for may be part of an escape.
    const plain = content.includes('&')
      ? yield* madeInPieces(content, endOfEntities, (piece) => this.#entities(piece), due)
      : content;
    return yield* madeInPieces(plain, endOfEscapes, unescapeUnits, due);
  }

  /** The value whose opening tag was read last. */
  #value(): PSValue {
    switch (this.#tag) {
      case Tag.S:
        return this.#escapedContent();
      case Tag.I32:
        return this.#integer('I32', -2_147_483_648, 2_147_483_647);
      case Tag.B:
        return this.#boolean();
      case Tag.Nil:
        this.#skipElement();
        return null;
      case Tag.Obj:
        return this.#object();
      case Tag.Ref:
        return this.#reference();
      case Tag.I64:
        return this.#bigInteger('I64', -0x8000_0000_0000_0000n, 0x7fff_ffff_ffff_ffffn);
      case Tag.Db:
        return new PSDouble(this.#floating('Db'));
      case Tag.DT:
        return this.#parsed('DT', 'a DateTime', parseDateTime);
      case Tag.TS:
        return this.#parsed('TS', 'a duration', parseTimeSpan);
      case Tag.G:
        return new PSGuid(this.#parsed('G', 'a GUID', tryParseGuid));
      case Tag.C:
        return new PSChar(this.#integer('C', 0, 0xffff));
      case Tag.By:
        return new PSByte(this.#integer('By', 0, 255));
      case Tag.SB:
        return new PSSByte(this.#integer('SB', -128, 127));
      case Tag.I16:
        return new PSInt16(this.#integer('I16', -32_768, 32_767));
      case Tag.U16:
        return new PSUInt16(this.#integer('U16', 0, 65_535));
      case Tag.U32:
        return new PSUInt32(this.#integer('U32', 0, 0xffff_ffff));
      case Tag.U64:
        return new PSUInt64(this.#bigInteger('U64', 0n, 0xffff_ffff_ffff_ffffn));
      case Tag.Sg:
        return new PSSingle(this.#floating('Sg'));
      case Tag.D: {
        const { unscaled, scale } = this.#parsed('D', 'a decimal', parseDecimal);
        return new PSDecimal(unscaled, scale);
      }
      case Tag.BA:
        return this.#bytes('BA');
      case Tag.URI:
        return new PSUri(unescapeUnits(this.#content()));
      case Tag.Version:
        return this.#parsed('Version', 'a version', parseVersion);
      case Tag.XD:
        return new PSXmlDocument(unescapeUnits(this.#content()));
      case Tag.SBK:
        return new PSScriptBlockText(unescapeUnits(this.#content()));
      case Tag.SS:
        return this.#secureString();
      case Tag.PR:
        return this.#progress();
      case Tag.SemanticVersion:
        return unescapeUnits(this.#content());
      default: {
        const container = this.#bareContainer();
        if (container !== undefined) return this.#filled(container);
        throw this.#wrong(
          `the element <${this.#text.slice(this.#nameStart, Math.min(this.#nameEnd, this.#nameStart + 32))}> where a value belongs`,
        );
      }
    }
  }
  /** A container without an object around it. */
  #bareContainer(): PSList | PSDictionary | undefined {
    const kind = containerKind(this.#tag);
    if (kind === undefined) return undefined;
    return kind === 'DCT' ? new PSDictionary() : new PSList([], kind, { typeNames: TYPE_NAMES.arrayList });
  }

  #parsed<T>(tag: string, what: string, parse: (text: string) => T | undefined): T {
    const text = this.#content();
    const value = parse(text.trim());
    if (value === undefined) throw this.#wrong(`'${text.slice(0, 40)}' in <${tag}>, which is not ${what}`);
    return value;
  }
  #integer(tag: string, min: number, max: number): number {
    const text = this.#content();
    // Up to nine digits are in range of every type that is wider than 16 bits, and the common case.
    const { length } = text;
    if (length > 0 && length < 10 && max > 999_999_999) {
      const negative = text.charCodeAt(0) === 45;
      let sum = 0;
      let at = negative ? 1 : 0;
      for (; at < length; at += 1) {
        const digit = text.charCodeAt(at) - 48;
        if (digit < 0 || digit > 9) break;
        sum = sum * 10 + digit;
      }
      if (at === length && (!negative || (length > 1 && min < 0))) return negative ? 0 - sum : sum;
    }
    const value = parseInteger(text, min, max);
    if (value === undefined)
      throw this.#wrong(`'${text.slice(0, 40)}' in <${tag}>, which is no whole number from ${min} to ${max}`);
    return value;
  }
  #bigInteger(tag: string, min: bigint, max: bigint): bigint {
    const text = this.#content();
    // Fifteen digits are exact as a number, and a number becomes a bigint much faster than a text does.
    const { length } = text;
    if (length > 0 && length < 16) {
      let sum = 0;
      let at = 0;
      for (; at < length; at += 1) {
        const digit = text.charCodeAt(at) - 48;
        if (digit < 0 || digit > 9) break;
        sum = sum * 10 + digit;
      }
      if (at === length) return BigInt(sum);
    }
    const value = parseBigInteger(text, min, max);
    if (value === undefined)
      throw this.#wrong(`'${text.slice(0, 40)}' in <${tag}>, which is no whole number of its range`);
    return value;
  }
  #floating(tag: string): number {
    const text = this.#content();
    const value = parseFloating(text);
    if (value === undefined) throw this.#wrong(`'${text.slice(0, 40)}' in <${tag}>, which is no number`);
    return value;
  }
  #boolean(): boolean {
    const text = this.#content().trim();
    switch (text) {
      case 'true':
      case '1':
        return true;
      case 'false':
      case '0':
        return false;
      default:
        if (/^true$/i.test(text)) return true;
        if (/^false$/i.test(text)) return false;
        throw this.#wrong(`'${text.slice(0, 40)}' in <B>, which is neither true nor false`);
    }
  }
  #bytes(tag: string): Uint8Array {
    const bytes = decodeBase64(encodeUtf8(this.#content()));
    if (bytes === undefined) throw this.#wrong(`text in <${tag}> that is no base64`);
    return bytes;
  }
  #secureString(): PSSecureString {
    const bytes = this.#bytes('SS');
    return this.#secure === undefined
      ? PSSecureString.fromCipherText(bytes)
      : PSSecureString.fromPlainText(this.#secure.decrypt(bytes));
  }

  #reference(): PSValue {
    const id = this.#attributeRefId;
    this.#skipElement();
    const found = id === undefined ? undefined : this.#objects.get(id);
    if (found === undefined) throw this.#wrong(`a reference to the object '${id ?? ''}', which did not come before`);
    return found;
  }

  #object(): PSObject {
    this.#enter();
    const opened = this.#opened();
    if (!this.#empty) {
      while (this.#nextChild()) {
        if (this.#heading(opened)) continue;
        if (this.#tag === Tag.Props) this.#made(opened).adapted = this.#members(opened.typeNames, this.#adaptedShapes);
        else if (this.#tag === Tag.MS)
          this.#made(opened).extended = this.#members(opened.typeNames, this.#extendedShapes);
        else {
          const kind = containerKind(this.#tag);
          if (kind !== undefined) this.#filled(this.#container(opened, kind));
          else setBase(this.#made(opened), this.#value());
        }
      }
    }
    this.#depth -= 1;
    return this.#made(opened);
  }
  *#objectInPieces<W>(due: () => W | undefined): Generator<W, PSObject, unknown> {
    this.#enter();
    const opened = this.#opened();
    while (this.#nextChild()) {
      if (this.#tag === Tag.ToString) this.#made(opened).toStringText = yield* this.#longText(due);
      else if (this.#heading(opened)) continue;
      else if (this.#tag === Tag.Props) this.#made(opened).adapted = yield* this.#membersInPieces(due);
      else if (this.#tag === Tag.MS) this.#made(opened).extended = yield* this.#membersInPieces(due);
      else {
        const kind = containerKind(this.#tag);
        if (kind !== undefined) yield* this.#fill(this.#container(opened, kind), due);
        else setBase(this.#made(opened), yield* this.#valueInPieces(due));
      }
    }
    this.#depth -= 1;
    return this.#made(opened);
  }

  #opened(): OpenedObject {
    return { id: this.#attributeRefId, typeNames: NO_NAMES, object: undefined };
  }
  /** Type names and text, which stand before what is in the object; whether it was one of them. */
  #heading(opened: OpenedObject): boolean {
    switch (this.#tag) {
      case Tag.TN:
        nameTypes(opened, this.#typeNames());
        return true;
      case Tag.TNRef: {
        const type = this.#attributeRefId;
        this.#skipElement();
        const found = type === undefined ? undefined : this.#types.get(type);
        if (found === undefined)
          throw this.#wrong(`a reference to the type names '${type ?? ''}', which did not come before`);
        nameTypes(opened, found);
        return true;
      }
      case Tag.ToString:
        this.#made(opened).toStringText = unescapeUnits(this.#content());
        return true;
      default:
        return false;
    }
  }
  /** A container decides the object's class, and stands behind the type names: so the names come first, then the object. */
  #made(opened: OpenedObject): PSObject {
    opened.object ??= this.#newObject(opened.typeNames, opened.id);
    return opened.object;
  }

  #newObject(typeNames: readonly string[], id: RefId | undefined): PSObject {
    const object = new PSObject({ typeNames });
    if (id !== undefined) this.#objects.set(id, object);
    return object;
  }

  /** The object becomes a container; members that came before it are kept. */
  #container(opened: OpenedObject, kind: ContainerKind): PSList | PSDictionary {
    const { id, object: before } = opened;
    const init = { typeNames: opened.typeNames };
    const made = kind === 'DCT' ? new PSDictionary([], init) : new PSList([], kind, init);
    if (before !== undefined) {
      made.toStringText = before.toStringText;
      made.adapted = before.adapted;
      made.extended = before.extended;
    }
    if (id !== undefined) this.#objects.set(id, made);
    opened.object = made;
    return made;
  }

  /** Reads what is in the container whose opening tag was read last. */
  #filled<T extends PSList | PSDictionary>(container: T): T {
    this.#enter();
    if (!this.#empty) {
      while (this.#nextChild()) {
        if (container instanceof PSList) container.items.push(this.#value());
        else {
          this.#expectEntry();
          const entry: Entry = { key: undefined, value: undefined };
          if (!this.#empty) while (this.#nextChild()) entry[this.#partOfEntry()] = this.#value();
          this.#append(container, entry);
        }
      }
    }
    this.#depth -= 1;
    return container;
  }
  *#fill<W>(container: PSList | PSDictionary, due: () => W | undefined): Generator<W, void, unknown> {
    this.#enter();
    if (!this.#empty) {
      while (this.#nextChild()) {
        if (container instanceof PSList) container.items.push(yield* this.#valueInPieces(due));
        else {
          this.#expectEntry();
          const entry: Entry = { key: undefined, value: undefined };
          if (!this.#empty) while (this.#nextChild()) entry[this.#partOfEntry()] = yield* this.#valueInPieces(due);
          this.#append(container, entry);
        }
        const wait = due();
        if (wait !== undefined) yield wait;
      }
    }
    this.#depth -= 1;
  }
  #expectEntry(): void {
    if (this.#tag !== Tag.En) throw this.#wrong('an element in a dictionary that is no entry');
  }
  #partOfEntry(): keyof Entry {
    const name = this.#attributeN;
    if (name === 'Key' || name?.toLowerCase() === 'key') return 'key';
    if (name === 'Value' || name?.toLowerCase() === 'value') return 'value';
    throw this.#wrong('an entry whose parts are not called Key and Value');
  }
  #append(dictionary: PSDictionary, { key, value }: Entry): void {
    if (key === undefined || key === null || value === undefined)
      throw this.#wrong('an entry without a key or without a value');
    dictionary.append(key, value);
  }

  /** The members of an object that is too long to be read in one go. */
  *#membersInPieces<W>(due: () => W | undefined): Generator<W, PropertyBag, unknown> {
    this.#enter();
    const names: string[] = [];
    const values: PSValue[] = [];
    if (!this.#empty) {
      while (this.#nextChild()) {
        const isSet = this.#tag === Tag.MS;
        names.push(this.#memberName());
        values.push(
          isSet ? new PSMemberSet({ extended: yield* this.#membersInPieces(due) }) : yield* this.#valueInPieces(due),
        );
        const wait = due();
        if (wait !== undefined) yield wait;
      }
    }
    this.#depth -= 1;
    return PropertyBag.withShape(names, values);
  }
  #memberName(): string {
    const name = this.#attributeN ?? (this.#tag === Tag.MS ? '' : undefined);
    if (name === undefined) throw this.#wrong('a property without a name');
    return name;
  }

  /**
   * The members up to the closing tag. Objects with the same type names mostly have the same properties: the names of
   * the last such object are expected, and shared when they come.
   */
  #members(typeNames: readonly string[], shapes: Map<readonly string[], MemberShape>): PropertyBag {
    this.#enter();
    const expected = shapes.get(typeNames) ?? NO_SHAPE;
    const { names, heads } = expected;
    // As long as what is expected: growing one by one would take twice the room.
    const values = new Array<PSValue>(names.length);
    let count = 0;
    let other: MemberShape | undefined;
    if (!this.#empty) {
      const text = this.#text;
      for (;;) {
        const index = count;
        const head = other === undefined ? heads[index] : undefined;
        if (head !== undefined && head !== '') {
          let at = this.#at;
          while (WHITESPACE(text.charCodeAt(at))) at += 1;
          this.#at = at;
          if (text.startsWith(head, at)) {
            this.#openAs(at, head, expected.tags[index] ?? 0, expected.empties[index] ?? false);
            values[index] = this.#value();
            count += 1;
            continue;
          }
        }
        if (!this.#nextChild()) break;
        const start = this.#nameStart - 1;
        const tag = this.#tag;
        const name = this.#memberName();
        if (other === undefined && name !== names[index]) other = startOf(expected, index);
        if (other !== undefined) {
          other.names.push(name);
          const same = this.#attributeRefId === undefined && this.#attributeS === undefined && tag !== Tag.MS;
          other.heads.push(same ? text.slice(start, this.#at) : '');
          other.tags.push(tag);
          other.empties.push(this.#empty);
        } else if (heads[index] !== '') {
          // The same name on another tag, a null for one: the tag that comes now is as likely as the one before.
          const same = this.#attributeRefId === undefined && this.#attributeS === undefined && tag !== Tag.MS;
          heads[index] = same ? text.slice(start, this.#at) : '';
          expected.tags[index] = tag;
          expected.empties[index] = this.#empty;
        }
        values[index] = tag === Tag.MS ? new PSMemberSet({ extended: this.#members(NO_NAMES, shapes) }) : this.#value();
        count += 1;
      }
    }
    this.#depth -= 1;
    if (values.length > count) values.length = count;
    if (other === undefined && count < names.length) other = startOf(expected, count);
    if (other === undefined) return PropertyBag.withShape(names, values);
    shapes.set(typeNames, other);
    return PropertyBag.withShape(other.names, values);
  }

  /** As `#open`, for a tag that is known to the last character. */
  #openAs(at: number, head: string, tag: number, empty: boolean): void {
    this.#elements += 1;
    if (this.#elements > this.#enough) throw this.#tooMany();
    this.#tag = tag;
    this.#nameStart = at + 1;
    this.#nameEnd = at + 1 + Math.floor(tag / 0x1000000);
    this.#empty = empty;
    this.#attributeN = undefined;
    this.#attributeRefId = undefined;
    this.#attributeS = undefined;
    this.#at = at + head.length;
  }

  #typeNames(): readonly string[] {
    const id = this.#attributeRefId;
    const names: string[] = [];
    if (!this.#empty) {
      while (this.#nextChild()) {
        if (this.#tag !== Tag.T) throw this.#wrong('an element among type names that is none');
        const name = unescapeUnits(this.#content());
        if (name !== '') names.push(name);
      }
    }
    const result = this.#keepTypeNames ? names : deserializedTypeNames(names);
    if (id !== undefined) this.#types.set(id, result);
    return result;
  }

  /** `<PR>`: children by position, as .NET writes them. protocol.md 2.8 */
  #progress(): PSProgressPrimitive {
    const fields = new Map<string, string>();
    let currentOperation: string | null = null;
    if (!this.#empty) {
      while (this.#nextChild()) {
        const name = this.#text.slice(this.#nameStart, this.#nameEnd);
        if (name === 'Nil') this.#skipElement();
        else if (name === 'S') currentOperation = unescapeUnits(this.#content());
        else fields.set(name, unescapeUnits(this.#content()));
      }
    }
    const number = (name: string, fallback: number): number => {
      const text = fields.get(name);
      if (text === undefined || text === '') return fallback;
      const value = parseInteger(text, -2_147_483_648, 2_147_483_647);
      if (value === undefined) throw this.#wrong(`'${text.slice(0, 40)}' in <${name}>, which is no whole number`);
      return value;
    };
    return new PSProgressPrimitive({
      activity: fields.get('AV') ?? '',
      activityId: number('AI', 0),
      currentOperation,
      parentActivityId: number('PI', -1),
      percentComplete: number('PC', -1),
      recordType: fields.get('T') === 'Completed' ? 'Completed' : 'Processing',
      secondsRemaining: number('SR', -1),
      statusDescription: fields.get('SD') ?? '',
    });
  }

  #enter(): void {
    this.#depth += 1;
    // An object is two levels of ours: itself, and its members or items.
    if (this.#depth > this.#maxDepth * 2 + 2) throw new SerializationError(TOO_DEEP, { path: `character ${this.#at}` });
  }
}

/** An object whose opening tag was read; what it is shows by what is inside. */
interface OpenedObject {
  readonly id: RefId | undefined;
  typeNames: readonly string[];
  object: PSObject | undefined;
}
interface Entry {
  key: PSValue | undefined;
  value: PSValue | undefined;
}
type ContainerKind = PSListKind | 'DCT';
function containerKind(tag: number): ContainerKind | undefined {
  switch (tag) {
    case Tag.LST:
      return 'LST';
    case Tag.DCT:
      return 'DCT';
    case Tag.IE:
      return 'IE';
    case Tag.QUE:
      return 'QUE';
    case Tag.STK:
      return 'STK';
    default:
      return undefined;
  }
}
function nameTypes(opened: OpenedObject, typeNames: readonly string[]): void {
  opened.typeNames = typeNames;
  if (opened.object !== undefined) opened.object.typeNames = typeNames;
}
/** An object around itself would send every reader round in circles; of two values inside, the first counts. */
function setBase(object: PSObject, base: PSValue): void {
  if (object.base === undefined && base !== object) object.base = base;
}

/** A text made to another piece by piece; `endOf` gives a place near `end` where none of its marks is cut. */
function* madeInPieces<W>(
  text: string,
  endOf: (text: string, at: number, end: number) => number,
  make: (piece: string) => string,
  due: () => W | undefined,
): Generator<W, string, unknown> {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + TEXT_AT_ONCE < text.length ? endOf(text, at, at + TEXT_AT_ONCE) : text.length;
    pieces.push(make(text.slice(at, end)));
    at = end;
    const wait = due();
    if (wait !== undefined) yield wait;
  }
  return pieces.join('');
}
function endOfEntities(text: string, _at: number, end: number): number {
  const last = text.lastIndexOf('&', end - 1);
  return last >= end - LONGEST_ENTITY && text.indexOf(';', last) >= end ? last : end;
}

function entity(name: string): string | undefined {
  switch (name) {
    case 'amp':
      return '&';
    case 'lt':
      return '<';
    case 'gt':
      return '>';
    case 'quot':
      return '"';
    case 'apos':
      return "'";
    default: {
      const match = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
      if (match === null) return undefined;
      const point = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
      if (point > 0x10ffff) return undefined;
      return point >= 0x10000 ? String.fromCodePoint(point) : String.fromCharCode(point);
    }
  }
}

/** A shape of its own that begins like another. */
function startOf(shape: MemberShape, count: number): MemberShape {
  return {
    names: shape.names.slice(0, count),
    heads: shape.heads.slice(0, count),
    tags: shape.tags.slice(0, count),
    empties: shape.empties.slice(0, count),
  };
}

function parseVersion(text: string): PSVersion | undefined {
  const match = /^(\d{1,10})\.(\d{1,10})(?:\.(\d{1,10}))?(?:\.(\d{1,10}))?$/.exec(text);
  if (match === null) return undefined;
  const part = (index: number): number => (match[index] === undefined ? -1 : Number(match[index]));
  return new PSVersion(part(1), part(2), part(3), part(4));
}

const textOf = (input: Uint8Array | string): string => (typeof input === 'string' ? input : decodeUtf8(input));

/**
 * Reads one value without a root: the body of a PSRP message. A byte order mark before it is skipped.
 * @throws {SerializationError} says what was found, and at which character.
 */
export function decodeClixml(input: Uint8Array | string, options?: DecodeOptions): PSValue {
  return new ClixmlReader(textOf(input), options).readSingle();
}

/**
 * Reads `<Objs>` documents, one or several behind each other, `#< CLIXML` lines between them.
 * @throws {SerializationError}
 */
export function decodeClixmlDocument(input: Uint8Array | string, options?: DecodeOptions): DocumentValue[] {
  for (const work = decodeDocumentInPieces(input, options); ; ) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
/** The same, and others may have their turn: `due` is asked after each value, and what it gives is yielded. */
export function* decodeDocumentInPieces<W>(
  input: Uint8Array | string,
  options: DecodeOptions | undefined,
  due?: () => W | undefined,
): Generator<W, DocumentValue[], unknown> {
  const reader = new ClixmlReader(textOf(input), options);
  const values: DocumentValue[] = [];
  do yield* reader.readDocument(values, due);
  while (!reader.done);
  return values;
}
