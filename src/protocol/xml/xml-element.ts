/** A light tree for documents that fit in memory anyway: an element, its attributes, its child elements, its text. */
import { decodeBase64, decodeUtf8Strict, encodeUtf8 } from '../bytes/index.js';
import { RemoteProtocolError } from '../errors/index.js';
import {
  resolvePrefix,
  XmlReader,
  type NamespaceScope,
  type XmlAttribute,
  type XmlReaderOptions,
} from './xml-reader.js';

const NO_CHILDREN: readonly XmlElement[] = [];

export class XmlElement {
  readonly namespace: string;
  readonly localName: string;
  readonly prefix: string;
  readonly attributes: readonly XmlAttribute[];
  readonly #scope: NamespaceScope | undefined;
  #children: XmlElement[] | undefined;
  /** Text nodes as they came: raw bytes where they are long and hold no reference, else the resolved string. */
  #text: Uint8Array | string | (Uint8Array | string)[] | undefined;

  constructor(reader: XmlReader) {
    this.namespace = reader.namespace;
    this.localName = reader.localName;
    this.prefix = reader.prefix;
    this.attributes = reader.attributes;
    this.#scope = reader.scope;
  }

  get children(): readonly XmlElement[] {
    return this.#children ?? NO_CHILDREN;
  }
  is(namespace: string, localName: string): boolean {
    return this.localName === localName && this.namespace === namespace;
  }
  /** The first child element of that name. */
  child(namespace: string, localName: string): XmlElement | undefined {
    return this.#children?.find((element) => element.is(namespace, localName));
  }
  childrenNamed(namespace: string, localName: string): readonly XmlElement[] {
    return this.#children?.filter((element) => element.is(namespace, localName)) ?? NO_CHILDREN;
  }
  /** The attribute's value; `namespace` is '' for one without a prefix. */
  attribute(localName: string, namespace = ''): string | undefined {
    for (const attribute of this.attributes) {
      if (attribute.localName === localName && attribute.namespace === namespace) return attribute.value;
    }
    return undefined;
  }

  /** The text directly inside this element, its pieces joined. Child elements' text is not in it. */
  get text(): string {
    let text = this.#text ?? '';
    if (typeof text !== 'string') {
      text = (Array.isArray(text) ? text : [text]).map(decodePiece).join('');
      this.#text = text;
    }
    return text;
  }
  /** All text inside this element and its descendants, in document order of elements. */
  get deepText(): string {
    let text = this.text;
    for (const child of this.children) text += child.deepText;
    return text;
  }
  /** The text as base64; undefined when it is none. Empty text is no bytes. */
  base64(): Uint8Array | undefined {
    const piece = this.#text;
    if (piece === undefined) return new Uint8Array(0);
    return decodeBase64(piece instanceof Uint8Array ? piece : encodeUtf8(this.text));
  }
  /** The namespace of a QName written in text, and its local part; undefined when the prefix is not bound. */
  resolveQName(qname: string): { readonly namespace: string; readonly localName: string } | undefined {
    const colon = qname.indexOf(':');
    const prefix = colon === -1 ? '' : qname.slice(0, colon);
    const namespace = resolvePrefix(this.#scope, prefix);
    return namespace === undefined ? undefined : { namespace, localName: qname.slice(colon + 1) };
  }

  /** For the builder only. */
  append(child: XmlElement): void {
    if (this.#children === undefined) this.#children = [child];
    else this.#children.push(child);
  }
  /** For the builder only. */
  appendText(piece: Uint8Array | string): void {
    if (this.#text === undefined) this.#text = piece;
    else if (Array.isArray(this.#text)) this.#text.push(piece);
    else this.#text = [this.#text, piece];
  }
}

function decodePiece(piece: Uint8Array | string): string {
  if (typeof piece === 'string') return piece;
  const text = decodeUtf8Strict(piece);
  if (text === undefined) throw new RemoteProtocolError('The XML holds text that is not UTF-8.', { rule: 'xml' });
  return piece.includes(0x0d) ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * Reads a whole document into a tree.
 * @throws {RemoteProtocolError} the document breaks a rule of XML, holds a document type declaration, or meets a limit.
 */
export function parseXml(bytes: Uint8Array, options: XmlReaderOptions = {}): XmlElement {
  const reader = new XmlReader(bytes, options);
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  for (;;) {
    switch (reader.read()) {
      case 'start': {
        const element = new XmlElement(reader);
        const parent = open[open.length - 1];
        if (parent === undefined) root = element;
        else parent.append(element);
        open.push(element);
        break;
      }
      case 'end':
        open.pop();
        break;
      case 'text':
        open[open.length - 1]?.appendText(reader.longTextBytes ?? reader.text);
        break;
      case 'eof':
        if (root === undefined) throw new RemoteProtocolError('The XML document has no element.', { rule: 'xml' });
        return root;
    }
  }
}
