/**
 * A pull reader over the bytes of one document. It works on UTF-8 bytes: markup is ASCII, so names and text become
 * strings only when somebody asks, and a 500 KB base64 text is passed over by one native search for `<`.
 *
 * What it reads is XML 1.0 with namespaces, less everything that is dangerous or that no peer sends: no document type
 * declaration, so no entity but the five of XML and character references, and no external reference of any kind.
 * Every nesting, count and size has a limit; whatever breaks a rule is a RemoteProtocolError with the byte offset.
 */
import { decodeBase64, decodeUtf8Strict } from '../bytes/index.js';
import { RemoteProtocolError } from '../errors/index.js';
import { toUtf8Document, type XmlEncoding } from './encoding.js';
import { DEFAULT_XML_LIMITS, type XmlLimits } from './limits.js';

export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

export interface XmlAttribute {
  /** Empty for an attribute without a prefix. */
  readonly namespace: string;
  readonly localName: string;
  readonly prefix: string;
  readonly value: string;
}

/** Prefix bindings, innermost first. Kept by whoever has to resolve a QName inside a text later. */
export interface NamespaceScope {
  readonly prefix: string;
  readonly uri: string;
  readonly outer: NamespaceScope | undefined;
  readonly depth: number;
}

export type XmlNode = 'start' | 'end' | 'text' | 'eof';

export interface XmlReaderOptions {
  readonly limits?: Partial<XmlLimits>;
  readonly encoding?: XmlEncoding;
}

const LT = 0x3c;
const GT = 0x3e;
const AMP = 0x26;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;

/** 1 starts a name, 2 continues one, 4 is white space. Bytes above 0x7f belong to names: the exact classes matter to nobody here. */
const CLASS = new Uint8Array(256);
for (let code = 0; code < 256; code += 1) {
  const letter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f || code === COLON;
  if (letter || code > 0x7f) CLASS[code] = 3;
  else if ((code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e) CLASS[code] = 2;
  else if (code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d) CLASS[code] = 4;
}
const isBlank = (byte: number | undefined): boolean => byte !== undefined && CLASS[byte] === 4;

/** A name as it is written, and its parts. */
interface Name {
  readonly bytes: Uint8Array;
  readonly prefix: string;
  readonly localName: string;
}
/** Names are few and come again: so many are remembered. A power of two. */
const KNOWN_NAMES = 128;
/** Shorter text becomes a string at once. Bytes. */
const SHORT_TEXT = 128;

interface OpenElement {
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly prefix: string;
  readonly localName: string;
  readonly namespace: string;
  readonly scope: NamespaceScope | undefined;
  readonly scopeSize: number;
}
interface RawAttribute {
  readonly name: string;
  readonly value: string;
}

export class XmlReader {
  readonly #bytes: Uint8Array;
  readonly #limits: XmlLimits;
  #at = 0;
  #open: OpenElement[] = [];
  #scope: NamespaceScope | undefined;
  #scopeSize = 0;
  #elements = 0;
  #seenRoot = false;
  #pendingEnd = false;
  #nextAmp: number;
  readonly #names: (Name | undefined)[] = [];

  #namespace = '';
  #localName = '';
  #prefix = '';
  #attributes: readonly XmlAttribute[] = [];
  #textStart = 0;
  #textEnd = 0;
  #textMarked = false;
  #textIsCdata = false;

  constructor(bytes: Uint8Array, options: XmlReaderOptions = {}) {
    this.#limits = { ...DEFAULT_XML_LIMITS, ...options.limits };
    if (bytes.length > this.#limits.maxBytes) {
      throw new RemoteProtocolError(
        `The XML document has ${bytes.length} bytes; at most ${this.#limits.maxBytes} are read.`,
        { where: 'byte 0', rule: 'xml size limit' },
      );
    }
    this.#bytes = toUtf8Document(bytes, options.encoding);
    this.#nextAmp = this.#find(AMP, 0);
    this.#declaration();
  }

  /** Open elements around the current position; 1 after the root's `start`. */
  get depth(): number {
    return this.#open.length;
  }
  get namespace(): string {
    return this.#namespace;
  }
  get localName(): string {
    return this.#localName;
  }
  get prefix(): string {
    return this.#prefix;
  }
  /** The attributes of the element at `start`, namespace declarations left out. */
  get attributes(): readonly XmlAttribute[] {
    return this.#attributes;
  }
  get scope(): NamespaceScope | undefined {
    return this.#scope;
  }
  get offset(): number {
    return this.#at;
  }

  /** The text at `text`, references resolved and line ends as XML wants them. */
  get text(): string {
    return this.#textIsCdata
      ? this.#lineEnds(this.#string(this.#textStart, this.#textEnd), this.#textStart, this.#textEnd)
      : this.#unescape(this.#textStart, this.#textEnd, this.#textMarked);
  }
  /** The raw bytes at `text`; undefined when they hold references. No copy. */
  get textBytes(): Uint8Array | undefined {
    return this.#textMarked ? undefined : this.#bytes.subarray(this.#textStart, this.#textEnd);
  }
  /** The same where the text is so long that a view of it costs less than a string. */
  get longTextBytes(): Uint8Array | undefined {
    return this.#textEnd - this.#textStart > SHORT_TEXT ? this.textBytes : undefined;
  }
  /** The text at `text` taken as base64, without making a string; undefined when it is none. */
  base64(): Uint8Array | undefined {
    return this.#textMarked ? undefined : decodeBase64(this.#bytes, this.#textStart, this.#textEnd);
  }
  get textIsBlank(): boolean {
    for (let at = this.#textStart; at < this.#textEnd; at += 1) if (!isBlank(this.#bytes[at])) return false;
    return true;
  }

  /** The namespace that `prefix` is bound to here; '' is the default namespace. */
  resolve(prefix: string): string | undefined {
    return resolvePrefix(this.#scope, prefix);
  }

  /** Moves to the next start, end or text. Comments and processing instructions are passed over. */
  read(): XmlNode {
    if (this.#pendingEnd) {
      this.#pendingEnd = false;
      this.#close();
      return 'end';
    }
    const bytes = this.#bytes;
    for (;;) {
      const at = this.#at;
      if (at >= bytes.length) {
        if (this.#open.length > 0) this.#fail('the document ends inside an element', at);
        if (!this.#seenRoot) this.#fail('the document has no element', at);
        return 'eof';
      }
      if (bytes[at] !== LT) {
        if (this.#readText()) return 'text';
        continue;
      }
      const next = bytes[at + 1];
      if (next === SLASH) {
        this.#readEnd();
        return 'end';
      }
      if (next === BANG) {
        if (this.#readDeclaration()) return 'text';
        continue;
      }
      if (next === QUESTION) {
        this.#skipTo('?>', at + 2);
        continue;
      }
      this.#readStart();
      return 'start';
    }
  }

  /** After `start`: passes over the element and everything in it. */
  skip(): void {
    const depth = this.#open.length;
    while (this.#open.length >= depth) this.read();
  }

  #declaration(): void {
    while (isBlank(this.#bytes[this.#at])) this.#at += 1;
    if (!this.#matches('<?xml', this.#at) || !isBlank(this.#bytes[this.#at + 5])) return;
    const start = this.#at;
    this.#skipTo('?>', start + 5);
    const text = this.#string(start, Math.min(this.#at, start + 256));
    const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]?.toLowerCase();
    if (encoding !== undefined && !['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(encoding)) {
      if (!encoding.startsWith('utf-16') && encoding !== 'unicode') {
        this.#fail(`the document is in the encoding '${encoding.slice(0, 32)}'; UTF-8 and UTF-16 are read`, start);
      }
    }
  }

  /** Text up to the next markup. False when it is white space outside the root, which counts for nothing. */
  #readText(): boolean {
    const start = this.#at;
    let end = this.#bytes.indexOf(LT, start);
    if (end === -1) end = this.#bytes.length;
    this.#at = end;
    this.#textStart = start;
    this.#textEnd = end;
    this.#textIsCdata = false;
    if (this.#nextAmp < start) this.#nextAmp = this.#find(AMP, start);
    this.#textMarked = this.#nextAmp < end;
    if (this.#open.length === 0) {
      if (!this.textIsBlank) this.#fail('text outside the root element', start);
      return false;
    }
    if (this.#textMarked) {
      for (let at = this.#nextAmp; at < end; at = this.#find(AMP, at + 1)) this.#reference(at, end);
    }
    return true;
  }

  /** `<!--`, `<![CDATA[` or `<!DOCTYPE`. True when it gave text. */
  #readDeclaration(): boolean {
    const start = this.#at;
    if (this.#matches('<!--', start)) {
      this.#skipTo('-->', start + 4);
      return false;
    }
    if (this.#matches('<![CDATA[', start)) {
      if (this.#open.length === 0) this.#fail('a CDATA section outside the root element', start);
      this.#skipTo(']]>', start + 9);
      this.#textStart = start + 9;
      this.#textEnd = this.#at - 3;
      this.#textMarked = false;
      this.#textIsCdata = true;
      return true;
    }
    if (this.#matches('<!DOCTYPE', start)) {
      this.#fail('a document type declaration is not allowed', start);
    }
    return this.#fail('unknown markup after <!', start);
  }

  #readStart(): void {
    const start = this.#at;
    if (this.#open.length === 0 && this.#seenRoot) this.#fail('a second root element', start);
    if (this.#open.length >= this.#limits.maxDepth) {
      this.#fail(`elements are nested deeper than ${this.#limits.maxDepth}`, start);
    }
    this.#elements += 1;
    if (this.#elements > this.#limits.maxElements) {
      this.#fail(`the document has more than ${this.#limits.maxElements} elements`, start);
    }
    this.#seenRoot = true;
    const nameStart = start + 1;
    const nameEnd = this.#nameEnd(nameStart);
    const outerScope = this.#scope;
    const outerSize = this.#scopeSize;
    this.#at = nameEnd;
    const raw = this.#readAttributes(start);
    this.#attributes = raw === undefined ? NO_ATTRIBUTES : this.#bindAttributes(raw, start);
    const { prefix, localName } = this.#name(nameStart, nameEnd);
    const namespace = this.resolve(prefix);
    if (namespace === undefined) {
      return this.#fail(`the prefix '${prefix.slice(0, 64)}' is not bound to a namespace`, start);
    }
    this.#prefix = prefix;
    this.#localName = localName;
    this.#namespace = namespace;
    this.#open.push({ nameStart, nameEnd, prefix, localName, namespace, scope: outerScope, scopeSize: outerSize });
  }

  /** Reads the attributes and the end of the start tag; binds the namespace declarations. */
  #readAttributes(start: number): RawAttribute[] | undefined {
    const bytes = this.#bytes;
    let raw: RawAttribute[] | undefined;
    let count = 0;
    for (;;) {
      const before = this.#at;
      while (isBlank(bytes[this.#at])) this.#at += 1;
      const byte = bytes[this.#at];
      if (byte === GT) {
        this.#at += 1;
        return raw;
      }
      if (byte === SLASH) {
        if (bytes[this.#at + 1] !== GT) this.#fail('a tag is not closed', this.#at);
        this.#at += 2;
        this.#pendingEnd = true;
        return raw;
      }
      if (byte === undefined) this.#fail('the document ends inside a tag', this.#at);
      if (before === this.#at) this.#fail('white space is missing before an attribute', this.#at);
      count += 1;
      if (count > this.#limits.maxAttributes) {
        this.#fail(`an element has more than ${this.#limits.maxAttributes} attributes`, start);
      }
      const attribute = this.#readAttribute();
      if (attribute.name === 'xmlns') this.#bind('', attribute.value);
      else if (attribute.name.startsWith('xmlns:')) this.#bind(attribute.name.slice(6), attribute.value);
      else if (raw === undefined) raw = [attribute];
      else raw.push(attribute);
    }
  }

  #readAttribute(): RawAttribute {
    const bytes = this.#bytes;
    const nameStart = this.#at;
    const nameEnd = this.#nameEnd(nameStart);
    let at = nameEnd;
    while (isBlank(bytes[at])) at += 1;
    if (bytes[at] !== 0x3d) this.#fail('an attribute has no value', nameStart);
    at += 1;
    while (isBlank(bytes[at])) at += 1;
    const quote = bytes[at];
    if (quote !== 0x22 && quote !== 0x27) this.#fail('an attribute value is not in quotes', at);
    const valueStart = at + 1;
    const valueEnd = bytes.indexOf(quote ?? 0, valueStart);
    if (valueEnd === -1) this.#fail('the document ends inside an attribute value', valueStart);
    const less = bytes.subarray(valueStart, valueEnd).indexOf(LT);
    if (less !== -1) this.#fail("'<' in an attribute value", valueStart + less);
    if (this.#nextAmp < valueStart) this.#nextAmp = this.#find(AMP, valueStart);
    const marked = this.#nextAmp < valueEnd;
    if (marked) {
      for (let amp = this.#nextAmp; amp < valueEnd; amp = this.#find(AMP, amp + 1)) this.#reference(amp, valueEnd);
    }
    this.#at = valueEnd + 1;
    const value = this.#unescape(valueStart, valueEnd, marked, true);
    return { name: this.#string(nameStart, nameEnd), value };
  }

  #bind(prefix: string, uri: string): void {
    this.#scopeSize += 1;
    if (this.#scopeSize > this.#limits.maxNamespaces) {
      this.#fail(`more than ${this.#limits.maxNamespaces} namespaces are declared at once`, this.#at);
    }
    if (prefix === 'xmlns' || (prefix === 'xml' && uri !== XML_NAMESPACE) || uri === XMLNS_NAMESPACE) {
      this.#fail('a reserved prefix or namespace is declared', this.#at);
    }
    if (prefix !== '' && uri === '') this.#fail(`the prefix '${prefix.slice(0, 64)}' is bound to nothing`, this.#at);
    const depth = this.#open.length + 1;
    for (let scope = this.#scope; scope !== undefined && scope.depth === depth; scope = scope.outer) {
      if (scope.prefix === prefix) this.#fail('an attribute is given twice', this.#at);
    }
    this.#scope = { prefix, uri, outer: this.#scope, depth };
  }

  #bindAttributes(raw: readonly RawAttribute[], start: number): readonly XmlAttribute[] {
    const attributes: XmlAttribute[] = [];
    for (const { name, value } of raw) {
      const { prefix, localName } = this.#qName(name, start);
      const namespace = prefix === '' ? '' : this.resolve(prefix);
      if (namespace === undefined) {
        this.#fail(`the prefix '${prefix.slice(0, 64)}' is not bound to a namespace`, start);
      }
      for (const other of attributes) {
        if (other.localName === localName && other.namespace === namespace) {
          this.#fail('an attribute is given twice', start);
        }
      }
      attributes.push({ namespace, localName, prefix, value });
    }
    return attributes;
  }

  #readEnd(): void {
    const start = this.#at;
    const open = this.#open[this.#open.length - 1];
    if (open === undefined) return this.#fail('an end tag without a start tag', start);
    const length = open.nameEnd - open.nameStart;
    let at = start + 2;
    for (let index = 0; index < length; index += 1) {
      if (this.#bytes[at + index] !== this.#bytes[open.nameStart + index]) {
        this.#fail(
          `the end tag does not match <${this.#string(open.nameStart, Math.min(open.nameEnd, open.nameStart + 64))}>`,
          start,
        );
      }
    }
    at += length;
    while (isBlank(this.#bytes[at])) at += 1;
    if (this.#bytes[at] !== GT) this.#fail('an end tag does not match or is not closed', start);
    this.#at = at + 1;
    this.#close();
  }

  #close(): void {
    const open = this.#open.pop();
    if (open === undefined) return;
    this.#prefix = open.prefix;
    this.#localName = open.localName;
    this.#namespace = open.namespace;
    this.#attributes = NO_ATTRIBUTES;
    this.#scope = open.scope;
    this.#scopeSize = open.scopeSize;
  }

  #name(start: number, end: number): Name {
    const bytes = this.#bytes;
    const length = end - start;
    const last = bytes[end - 1] ?? 0;
    const slot = (length * 31 + last * 7 + (bytes[start + (length >> 1)] ?? 0)) & (KNOWN_NAMES - 1);
    const known = this.#names[slot];
    if (known !== undefined && known.bytes.length === length) {
      let index = 0;
      while (index < length && known.bytes[index] === bytes[start + index]) index += 1;
      if (index === length) return known;
    }
    const name: Name = { bytes: bytes.subarray(start, end), ...this.#qName(this.#string(start, end), start) };
    this.#names[slot] = name;
    return name;
  }

  /** @param at where the tag or the name begins, for the error. */
  #qName(text: string, at: number): { readonly prefix: string; readonly localName: string } {
    const colon = text.indexOf(':');
    const localName = colon === -1 ? text : text.slice(colon + 1);
    if (colon === 0 || localName === '' || localName.includes(':')) this.#fail('a name is not a QName', at);
    return { prefix: colon === -1 ? '' : text.slice(0, colon), localName };
  }

  #nameEnd(start: number): number {
    const bytes = this.#bytes;
    if (((CLASS[bytes[start] ?? 0] ?? 0) & 1) === 0) this.#fail('a name is expected', start);
    let at = start + 1;
    while (at < bytes.length && ((CLASS[bytes[at] ?? 0] ?? 0) & 2) !== 0) at += 1;
    if (at - start > 1024) this.#fail('a name is longer than 1024 bytes', start);
    return at;
  }

  /** Checks the reference at `at` and gives its end and its character. */
  #reference(at: number, limit: number): { readonly end: number; readonly text: string } {
    let end = at + 1;
    while (end < limit && end - at <= 12 && this.#bytes[end] !== 0x3b) end += 1;
    if (this.#bytes[end] !== 0x3b || end >= limit) return this.#fail('a reference is not closed', at);
    const name = this.#string(at + 1, end);
    const known = ENTITIES[name];
    if (known !== undefined) return { end: end + 1, text: known };
    const code = /^#x[0-9a-fA-F]+$/.test(name)
      ? Number.parseInt(name.slice(2), 16)
      : /^#[0-9]+$/.test(name)
        ? Number.parseInt(name.slice(1), 10)
        : undefined;
    if (code === undefined) return this.#fail(`the entity '${name}' is not one of XML's five`, at);
    // CLIXML escapes control characters its own way; a reference to one is accepted, zero and half a pair are not.
    if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
      return this.#fail('a character reference to no character', at);
    }
    return { end: end + 1, text: String.fromCodePoint(code) };
  }

  #unescape(start: number, end: number, marked: boolean, attribute = false): string {
    if (!marked) return this.#lineEnds(this.#string(start, end), start, end, attribute);
    let text = '';
    let at = start;
    while (at < end) {
      let amp = this.#find(AMP, at);
      if (amp > end) amp = end;
      text += this.#lineEnds(this.#string(at, amp), at, amp, attribute);
      if (amp === end) break;
      const reference = this.#reference(amp, end);
      text += reference.text;
      at = reference.end;
    }
    return text;
  }

  /** CR LF and CR become LF; in an attribute every white space becomes a blank. XML 1.0 2.11, 3.3.3 */
  #lineEnds(text: string, start: number, end: number, attribute = false): string {
    if (attribute) return hasControlBlank(this.#bytes, start, end) ? text.replace(/\r\n|[\r\n\t]/g, ' ') : text;
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  #string(start: number, end: number): string {
    const text = decodeUtf8Strict(this.#bytes, start, end);
    return text ?? this.#fail('the text is not UTF-8', start);
  }

  #find(byte: number, from: number): number {
    const at = this.#bytes.indexOf(byte, from);
    return at === -1 ? Number.MAX_SAFE_INTEGER : at;
  }

  #matches(text: string, at: number): boolean {
    for (let index = 0; index < text.length; index += 1) {
      if (this.#bytes[at + index] !== text.charCodeAt(index)) return false;
    }
    return true;
  }

  #skipTo(mark: string, from: number): void {
    const last = mark.charCodeAt(mark.length - 1);
    for (let at = from; ; ) {
      const end = this.#bytes.indexOf(last, at);
      if (end === -1) this.#fail(`'${mark}' is missing`, from);
      if (end - mark.length + 1 >= from && this.#matches(mark, end - mark.length + 1)) {
        this.#at = end + 1;
        return;
      }
      at = end + 1;
    }
  }

  #fail(what: string, at: number): never {
    throw new RemoteProtocolError(`The XML is not acceptable at byte ${at}: ${what}.`, {
      where: `byte ${at}`,
      rule: 'xml',
    });
  }
}

const NO_ATTRIBUTES: readonly XmlAttribute[] = [];
const ENTITIES: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
});

function hasControlBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === 0x0d || byte === 0x0a || byte === 0x09) return true;
  }
  return false;
}

/** The namespace that `prefix` is bound to in `scope`; undefined when it is bound to none. */
export function resolvePrefix(scope: NamespaceScope | undefined, prefix: string): string | undefined {
  if (prefix === 'xml') return XML_NAMESPACE;
  for (let at = scope; at !== undefined; at = at.outer) if (at.prefix === prefix) return at.uri;
  return prefix === '' ? '' : undefined;
}
