/** XML documents as a tree that can change: reading, writing. No DTD, no external entity. */
import { atOnce, NO_TICK, type Steps, type Tick } from '../pending.js';
import { XML_NAMESPACE, XMLNS_NAMESPACE } from '../../../protocol/xml/index.js';
import { DeclaredEntities, decodeText } from './xml-references.js';

export type XmlKind =
  | 'document'
  | 'element'
  | 'attribute'
  | 'text'
  | 'cdata'
  | 'comment'
  | 'declaration'
  | 'doctype'
  | 'instruction'
  | 'fragment'
  | 'whitespace';
export class XmlProblem extends Error {
  readonly line: number;
  readonly position: number;
  /** The node whose content was read then. */
  open: XmlNode | undefined;
  constructor(message: string, line: number, position: number) {
    super(`${message} Line ${line}, position ${position}.`);
    this.line = line;
    this.position = position;
  }
}
export { XML_NAMESPACE as XML, XMLNS_NAMESPACE as XMLNS };
/** The kinds as System.Xml.XmlNodeType has them. */
export const XML_NODE_TYPES: Readonly<Record<XmlKind, string>> = {
  document: 'Document',
  element: 'Element',
  attribute: 'Attribute',
  text: 'Text',
  cdata: 'CDATA',
  comment: 'Comment',
  declaration: 'XmlDeclaration',
  doctype: 'DocumentType',
  instruction: 'ProcessingInstruction',
  fragment: 'DocumentFragment',
  whitespace: 'Whitespace',
};
/** One node. `value` is the text of texts, comments and attributes, and what stands behind a document type's name. */
export class XmlNode {
  readonly kind: XmlKind;
  /** As written, prefix included. */
  name: string;
  value: string;
  attributes: XmlNode[] = [];
  children: XmlNode[] = [];
  parent: XmlNode | undefined;
  /** `<a />` rather than `<a></a>`. */
  isEmpty = false;
  /** The object that scripts see, made when the first one asks. */
  live: object | undefined;
  /** Of a document: whether white space between its elements is kept. */
  keepsSpace = false;
  readonly document: XmlNode;
  /** The namespace is the node's own, wherever the node goes. */
  namespace: string;
  constructor(kind: XmlKind, name: string, value: string, document?: XmlNode, namespace = '') {
    this.kind = kind;
    this.name = name;
    this.value = value;
    this.document = document ?? this;
    this.namespace = namespace;
  }
  append(child: XmlNode): XmlNode {
    child.remove();
    child.parent = this;
    this.children.push(child);
    this.isEmpty = false;
    return child;
  }
  insert(child: XmlNode, at: number): XmlNode {
    child.remove();
    child.parent = this;
    this.children.splice(at, 0, child);
    this.isEmpty = false;
    return child;
  }
  remove(): void {
    const list = this.kind === 'attribute' ? this.parent?.attributes : this.parent?.children;
    const at = list?.indexOf(this) ?? -1;
    if (at >= 0) list?.splice(at, 1);
    this.parent = undefined;
  }
  get elements(): XmlNode[] {
    return this.children.filter(({ kind }) => kind === 'element');
  }
  get localName(): string {
    return this.name.slice(this.name.indexOf(':') + 1);
  }
  get prefix(): string {
    const colon = this.name.indexOf(':');
    return colon < 0 ? '' : this.name.slice(0, colon);
  }
  /** What a prefix stands for here, and the other way round. */
  lookup(prefix: string): string {
    if (prefix === 'xml') return XML_NAMESPACE;
    if (prefix === 'xmlns') return XMLNS_NAMESPACE;
    return this.#around((at) => at.declared(prefix) ?? (at.prefix === prefix ? at.namespace : undefined)) ?? '';
  }
  /** As `lookup`, of declarations alone. */
  lookupDeclared(prefix: string): string | undefined {
    return this.#around((at) => at.declared(prefix));
  }
  prefixOf(uri: string): string {
    const declares = ({ namespace, value }: XmlNode): boolean => namespace === XMLNS_NAMESPACE && value === uri;
    return (
      this.#around((at) => {
        const found = at.attributes.find(declares);
        if (found !== undefined) return found.prefix === '' ? '' : found.localName;
        return at.namespace === uri ? at.prefix : undefined;
      }) ?? ''
    );
  }
  #around<T>(ask: (element: XmlNode) => T | undefined): T | undefined {
    for (
      let at: XmlNode | undefined = this.kind === 'attribute' ? this.parent : this;
      at?.kind === 'element';
      at = at.parent
    ) {
      const answer = ask(at);
      if (answer !== undefined) return answer;
    }
    return undefined;
  }
  /** What this element itself says of a prefix. */
  declared(prefix: string): string | undefined {
    return this.attribute(prefix === '' ? 'xmlns' : `xmlns:${prefix}`)?.value;
  }
  attribute(name: string): XmlNode | undefined {
    return this.attributes.find((one) => one.name === name);
  }
  attributeIn(namespace: string, local: string): XmlNode | undefined {
    return this.attributes.find((one) => one.localName === local && one.namespace === namespace);
  }
  setAttribute(name: string, value: string, namespace = fixedNamespace(name)): XmlNode {
    return this.#set(this.attribute(name), name, value, namespace);
  }
  setAttributeIn(namespace: string, local: string, value: string): XmlNode {
    return this.#set(this.attributeIn(namespace, local), local, value, namespace);
  }
  #set(found: XmlNode | undefined, name: string, value: string, namespace: string): XmlNode {
    const one = found ?? new XmlNode('attribute', name, value, this.document, namespace);
    if (found === undefined) {
      one.parent = this;
      this.attributes.push(one);
    }
    one.value = value;
    return one;
  }
  get text(): string {
    return atOnce(this.textSteps(NO_TICK));
  }
  /** A large one lets others have their turn. */
  *textSteps(tick: Tick): Steps<string> {
    if (this.kind !== 'document' && this.kind !== 'fragment' && this.kind !== 'element') return this.value;
    let text = '';
    for (const child of this.children) {
      if (child.kind === 'comment' || child.kind === 'instruction') continue;
      text += child.children.length === 0 ? child.#ownText : yield* child.textSteps(tick);
      const wait = tick();
      if (wait !== undefined) yield wait;
    }
    return text;
  }
  get #ownText(): string {
    return this.kind === 'element' ? '' : this.value;
  }
  /** With all that is in it. */
  *cloneSteps(tick: Tick, document = this.document): Steps<XmlNode> {
    const copy = this.cloneAlone(document);
    // What goes over to another document is made there: without anything in it an element is `<a />`.
    if (document !== this.document && this.kind === 'element') copy.isEmpty = this.children.length === 0;
    for (const child of this.children) {
      copy.append(yield* child.cloneSteps(tick, copy.document));
      const wait = tick();
      if (wait !== undefined) yield wait;
    }
    return copy;
  }
  cloneAlone(document = this.document): XmlNode {
    const owner = this.kind === 'document' ? undefined : document;
    const copy = new XmlNode(this.kind, this.name, this.value, owner, this.namespace);
    for (const one of this.attributes) copy.setAttribute(one.name, one.value, one.namespace);
    copy.isEmpty = this.isEmpty;
    copy.keepsSpace = this.keepsSpace;
    return copy;
  }
}

export const escapeText = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
/** Of what a prefix means everywhere. */
export function fixedNamespace(name: string): string {
  if (name === 'xmlns' || name.startsWith('xmlns:')) return XMLNS_NAMESPACE;
  return name.startsWith('xml:') ? XML_NAMESPACE : '';
}
/** The first character that no XML may have, and what is said of it. */
export function invalidCharacter(text: string): { readonly index: number; readonly message: string } | undefined {
  const bad = INVALID.exec(text);
  if (bad === null) return undefined;
  const code = bad[0].charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
  return { index: bad.index, message: `'${bad[0]}', hexadecimal value 0x${code}, is an invalid character.` };
}
// oxlint-disable-next-line no-control-regex
const INVALID = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const MAX_DEPTH = 1000;
const NAME = /[A-Za-z_:\u00c0-\uffff][\w.:\-\u00b7-\uffff]*/y;

/** Reads a document. Throws XmlProblem. */
export function readXml(source: string, keepSpace = false): XmlNode {
  const document = new XmlNode('document', '#document', '');
  atOnce(readInto(document, source, NO_TICK, keepSpace));
  return document;
}
const NO_ROOT = 'Data at the root level is invalid.';
/** Of the reader and the writer alike. */
export const BAD_COMMENT = "An XML comment cannot contain '--', and '-' cannot be the last character.";
/** .NET looks that far ahead at the root, and takes less for no tag at all. */
const SHORTEST_ROOT = 4;
/** Reads what a text begins with into a root; what is wrong with it is told beside the nodes before. */
export function* readPart(root: XmlNode, source: string, tick: Tick): Steps<XmlProblem | undefined> {
  try {
    yield* readNodes(root, source, true, tick, undefined, true);
    if (root.kind === 'document' && root.elements.length === 0) return new XmlProblem('Root element is missing.', 0, 0);
    return undefined;
  } catch (error) {
    if (error instanceof XmlProblem) return error;
    throw error;
  }
}
/** Reads a document's nodes into it, when the text is wholly right. */
export function* readInto(document: XmlNode, source: string, tick: Tick, keepSpace = false): Steps<void> {
  const read = new XmlNode(document.kind, document.name, '', document);
  yield* readNodes(read, source.replace(/^\uFEFF/, ''), keepSpace, tick);
  if (read.elements.length === 0) throw new XmlProblem('Root element is missing.', 0, 0);
  document.children = read.children;
  for (const child of read.children) child.parent = document;
}
export function* readFragment(owner: XmlNode, source: string, tick: Tick): Steps<XmlNode[]> {
  const fragment = new XmlNode('fragment', '#document-fragment', '', owner.document);
  yield* readNodes(fragment, source, true, tick, owner);
  return [...fragment.children];
}
function* readNodes(
  root: XmlNode,
  source: string,
  keepSpace: boolean,
  tick: Tick,
  around?: XmlNode,
  keepsPlaces = false,
): Steps<void> {
  const reading: Reading = { open: root, begun: undefined, keepsPlaces };
  try {
    yield* readAll(reading, root, source, keepSpace, tick, around);
  } catch (error) {
    if (error instanceof XmlProblem) error.open = reading.open;
    reading.begun?.remove();
    throw error;
  }
}
interface Reading {
  open: XmlNode;
  /** Where nodes begin is kept of all of them. */
  readonly keepsPlaces: boolean;
  /** An element whose start tag is not read to its end. */
  begun: XmlNode | undefined;
}
function* readAll(
  reading: Reading,
  root: XmlNode,
  source: string,
  keepSpace: boolean,
  tick: Tick,
  around?: XmlNode,
): Steps<void> {
  let at = 0;
  let depth = 0;
  const place = (index: number): readonly [number, number] => placeIn(source, index);
  const problem = (message: string, index = at): XmlProblem => new XmlProblem(message, ...place(index));
  const add = (node: XmlNode, index: number): void => {
    if (reading.keepsPlaces) starts.set(node, index);
    reading.open.append(node);
  };
  const check = (text: string, from: number): void => {
    const bad = invalidCharacter(text);
    if (bad !== undefined) throw problem(bad.message, from + bad.index);
  };
  const decode = (text: string, from: number): Steps<string> => {
    check(text, from);
    return decodeText(source, from, from + text.length, problem, tick, entities);
  };
  const cutName = (): XmlProblem => problem('Unexpected end of file while parsing Name has occurred.', source.length);
  const cut = (): XmlProblem => problem('Unexpected end of file has occurred.', source.length);
  const notClosed = (): XmlProblem => {
    const open = names(reading.open);
    const text = `Unexpected end of file has occurred. The following elements are not closed: ${open}`;
    return problem(open === '' ? text : `${text}.`, source.length);
  };
  const readName = (): string => {
    NAME.lastIndex = at;
    const match = NAME.exec(source);
    if (match === null) {
      const c = source[at];
      if (c === undefined) throw cutName();
      throw problem(
        `Name cannot begin with the '${c}' character, hexadecimal value 0x${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}.`,
      );
    }
    at += match[0].length;
    return match[0];
  };
  /** A name that the text ends in may go on. */
  const readWholeName = (): string => {
    const name = readName();
    if (at >= source.length) throw cutName();
    return name;
  };
  /** What prefixes stand for in the elements that are open. */
  const scopes: ReadonlyMap<string, string>[] = [];
  const meaningOf = (node: XmlNode): string => {
    const { prefix } = node;
    const found = scopes.at(-1)?.get(prefix) ?? (prefix === 'xml' ? XML_NAMESPACE : around?.lookup(prefix)) ?? '';
    if (found === '' && prefix !== '') throw problem(`'${prefix}' is an undeclared prefix.`, starts.get(node));
    return found;
  };
  /** Gives an element whose start tag was read, and its attributes, their namespaces. */
  const enter = (element: XmlNode): void => {
    let scope = scopes.at(-1) ?? NO_SCOPE;
    for (const { namespace, prefix, localName, value } of element.attributes)
      if (namespace === XMLNS_NAMESPACE) scope = new Map(scope).set(prefix === '' ? '' : localName, value);
    scopes.push(scope);
    element.namespace = meaningOf(element);
    for (const one of element.attributes) if (one.namespace === '' && one.prefix !== '') one.namespace = meaningOf(one);
  };
  const skip = (): void => {
    while (/\s/.test(source[at] ?? '')) at += 1;
  };
  const until = (end: string, what: string): string => {
    const found = source.indexOf(end, at);
    if (found < 0)
      throw what === 'attribute'
        ? problem('There is an unclosed literal string.', source.length)
        : problem(`Unexpected end of file while parsing ${what} has occurred.`, cutAt(source, at, end));
    const text = source.slice(at, found);
    if (what !== 'attribute') check(text, at);
    at = found + end.length;
    return text;
  };
  /** Entities that the document itself declares. */
  let entities: DeclaredEntities | undefined;
  const readDocType = (): XmlNode => {
    at += 9;
    skip();
    const name = readName();
    DOCTYPE.lastIndex = at;
    const found = DOCTYPE.exec(source);
    if (found === null) throw problem('Unexpected end of file while parsing DOCTYPE has occurred.', source.length - 1);
    at += found[0].length;
    const [, ids = '', subset = ''] = found;
    if (subset.includes('<!ENTITY'))
      entities = new DeclaredEntities(
        Array.from(subset.matchAll(ENTITY), ([, key = '', , value = '']): [string, string] => [key, value]),
      );
    return new XmlNode('doctype', name, `${ids.replace(/\s+/g, ' ').trimEnd()}[${subset}]`, root.document);
  };
  while (at < source.length) {
    const wait = tick();
    if (wait !== undefined) yield wait;
    if (source[at] !== '<') {
      const next = source.indexOf('<', at);
      const end = next < 0 ? source.length : next;
      const raw = source.slice(at, end);
      const blank = /^[ \t\r\n]*$/.test(raw);
      if (reading.open.kind === 'document' && !blank) {
        const first = at + (/^\s*/.exec(raw)?.[0].length ?? 0);
        throw problem(NO_ROOT, first);
      }
      if (!blank) add(new XmlNode('text', '#text', yield* decode(raw, at), root.document), at);
      else if (keepSpace) add(new XmlNode('whitespace', '#whitespace', raw, root.document), at);
      at = end;
      continue;
    }
    if (source.startsWith('<!--', at)) {
      at += 4;
      const start = at;
      const dashes = source.indexOf('--', at);
      if (dashes >= 0 && dashes + 2 < source.length && source[dashes + 2] !== '>') throw problem(BAD_COMMENT, dashes);
      add(new XmlNode('comment', '#comment', until('-->', 'Comment'), root.document), start);
    } else if (source.startsWith('<![CDATA[', at)) {
      at += 9;
      const start = at;
      add(new XmlNode('cdata', '#cdata-section', until(']]>', 'CDATA'), root.document), start);
    } else if (source.startsWith('<!DOCTYPE', at)) {
      const start = at + 10;
      add(readDocType(), start);
    } else if (source.startsWith('<?', at)) {
      at += 2;
      const start = at;
      const name = readWholeName();
      skip();
      const value = until('?>', 'PI').trim();
      add(new XmlNode(name === 'xml' ? 'declaration' : 'instruction', name, value, root.document), start);
    } else if (source.startsWith('</', at)) {
      at += 2;
      const start = at;
      const name = readName();
      if (at >= source.length) throw name === reading.open.name ? notClosed() : cutName();
      skip();
      if (reading.open.kind !== 'element') throw problem('Unexpected end tag.', start);
      if (name !== reading.open.name) {
        const [line, position] = place(reading.open.isEmpty ? 0 : (starts.get(reading.open) ?? 0));
        throw problem(
          `The '${reading.open.name}' start tag on line ${line} position ${position} does not match the end tag of '${name}'.`,
          start,
        );
      }
      if (at >= source.length) throw notClosed();
      if (source[at] !== '>') throw problem(`'${source[at] ?? ''}' is an unexpected token. The expected token is '>'.`);
      at += 1;
      if (reading.keepsPlaces) ends.set(reading.open, start);
      reading.open = reading.open.parent ?? root;
      scopes.pop();
      depth -= 1;
    } else {
      if (reading.open.kind === 'document' && source.length - at < SHORTEST_ROOT) throw problem(NO_ROOT);
      // A comment or CDATA that has only begun.
      if (source[at + 1] === '!' && ['<!--', '<![CDATA['].some((mark) => mark.startsWith(source.slice(at))))
        throw notClosed();
      at += 1;
      const start = at;
      const element = new XmlNode('element', readWholeName(), '', root.document);
      starts.set(element, start);
      reading.begun = element;
      if (reading.open.kind === 'document' && reading.open.elements.length > 0)
        throw problem('There are multiple root elements.', start);
      reading.open.append(element);
      for (;;) {
        const before = at;
        skip();
        if (source.startsWith('/>', at)) {
          at += 2;
          element.isEmpty = true;
          enter(element);
          scopes.pop();
          reading.begun = undefined;
          break;
        }
        if (source[at] === '>') {
          at += 1;
          enter(element);
          reading.open = element;
          reading.begun = undefined;
          depth += 1;
          if (depth > MAX_DEPTH) throw problem(`Elements are nested more than ${MAX_DEPTH} deep.`);
          break;
        }
        if (at >= source.length) throw notClosed();
        if (before === at) throw problem(`'${source[at] ?? ''}' is an unexpected token. Expecting whitespace.`);
        const nameAt = at;
        const name = readWholeName();
        skip();
        if (at >= source.length) throw cut();
        if (source[at] !== '=')
          throw problem(`'${source[at] ?? ''}' is an unexpected token. The expected token is '='.`);
        at += 1;
        skip();
        if (at >= source.length) throw cut();
        const quote = source[at];
        if (quote !== '"' && quote !== "'")
          throw problem(`'${quote ?? ''}' is an unexpected token. The expected token is '"' or '''.`);
        at += 1;
        const from = at;
        const raw = until(quote, 'attribute');
        if (element.attribute(name) !== undefined) throw problem(`'${name}' is a duplicate attribute name.`, nameAt);
        const value = (yield* decode(raw, from)).replace(/[\t\n]/g, (c) => (raw.includes('&#') ? c : ' '));
        const one = element.setAttribute(name, value);
        if (name.includes(':') || reading.keepsPlaces) starts.set(one, nameAt);
      }
    }
  }
  if (reading.open !== root) throw notClosed();
}
/** Where .NET finds that the text ends within a comment, CDATA or an instruction: it looks three characters ahead. */
function cutAt(source: string, from: number, end: string): number {
  if (end === '?>') return source.length;
  if (source.length - from < end.length) return from;
  const mark = end[0] ?? '';
  let at = source.length;
  while (source[at - 1] === mark && source.length - at < end.length - 1) at -= 1;
  return at;
}
const DOCTYPE =
  /((?:\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))(?:\s+(?:"[^"]*"|'[^']*'))?)?)\s*(?:\[((?:[^\]"']|"[^"]*"|'[^']*')*)\]\s*)?>/y;
const ENTITY = /<!ENTITY\s+([^\s%]+)\s+(["'])(.*?)\2\s*>/gs;
const NO_SCOPE: ReadonlyMap<string, string> = new Map();
/** Where the names of elements, and of attributes with a prefix, begin in the text that is read. */
const starts = new WeakMap<XmlNode, number>();
const ends = new WeakMap<XmlNode, number>();
/** Where a node, or an element's end tag, was read; 0: it was not. */
export const startOf = (node: XmlNode, isEnd = false): number => (isEnd ? ends : starts).get(node) ?? 0;
/** Line and position in a text. */
function placeIn(source: string, index: number): readonly [line: number, position: number] {
  const before = source.slice(0, index);
  return [before.split('\n').length, index - before.lastIndexOf('\n')];
}
/** The lines of a text, for who asks where many nodes begin, mostly one after another. */
export class Lines {
  readonly #source: string;
  /** The last answer: a line, and where it begins. */
  #line = 1;
  #begin = 0;
  constructor(source: string) {
    this.#source = source;
  }
  /** As `placeIn`. */
  placeOf(index: number): readonly [line: number, position: number] {
    if (index < this.#begin) {
      this.#line = 1;
      this.#begin = 0;
    }
    for (;;) {
      const end = this.#source.indexOf('\n', this.#begin);
      if (end < 0 || end >= index) return [this.#line, index - this.#begin + 1];
      this.#line += 1;
      this.#begin = end + 1;
    }
  }
}
function names(element: XmlNode): string {
  const list: string[] = [];
  for (let at: XmlNode | undefined = element; at?.kind === 'element'; at = at.parent) list.push(at.name);
  return list.join(', ');
}
