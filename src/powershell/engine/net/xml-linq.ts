/** System.Xml.Linq: documents, elements and attributes as LINQ to XML has them, over the same trees as XmlDocument's. */
import { PSList, type PSValue } from '../../../protocol/objects/index.js';
import { furtherCasts, toText } from '../conversion.js';
import { andThen, atOnce, drive, NO_TICK, type Pending, type Steps, type Tick, ticking } from '../pending.js';
import { enumerate, enumerators } from '../runtime/members.js';
import { type Bodies, bodiesOf, implement, type MemberBody } from '../values/bodies.js';
import { NetObject, unwrap, WithText } from '../values/live.js';
import { defineType, type NetType } from '../values/net-type.js';
import { enumerator } from './lists.js';
import { readToEnd } from './streams/text-reader.js';
import { argumentNull, dataOf, enumOf, flagsOf, invalidOperation, net, text, throwNet } from './support.js';
import { checkName, xmlValueText } from './xml-convert.js';
import { readInto, XML, XML_NODE_TYPES, type XmlKind, XMLNS, XmlNode, XmlProblem } from './xml-dom.js';
import { fileText, xmlException, xmlReadingIn } from './xml-reader.js';
import { linedText, writeWhole } from './xml-writer.js';
import { xpath, XPathError } from './xpath.js';

const LINQ = 'System.Xml.Linq.';
const TYPES: Readonly<Record<XmlKind, string>> = {
  document: 'XDocument',
  element: 'XElement',
  attribute: 'XAttribute',
  text: 'XText',
  whitespace: 'XText',
  cdata: 'XCData',
  comment: 'XComment',
  instruction: 'XProcessingInstruction',
  doctype: 'XDocumentType',
  declaration: 'XProcessingInstruction',
  fragment: 'XDocument',
};

// ----------------------------------------------------------- names, namespaces

class Name extends WithText {
  readonly local: string;
  readonly uri: string;
  constructor(local: string, uri: string) {
    super();
    this.local = local;
    this.uri = uri;
  }
  override toString(): string {
    return this.uri === '' ? this.local : `{${this.uri}}${this.local}`;
  }
}
class Namespace extends WithText {
  readonly uri: string;
  constructor(uri: string) {
    super();
    this.uri = uri;
  }
  override toString(): string {
    return this.uri;
  }
}
/** One object each, as .NET has it: what is called the same is the same. */
const known = new Map<string, NetObject>();
const MOST_KNOWN = 10_000;
function one(key: string, make: () => NetObject): NetObject {
  let found = known.get(key);
  if (found === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, (found = make()));
  }
  return found;
}
const nameObject = (local: string, uri: string): PSValue =>
  one(`{${uri}}${local}`, () => net(`${LINQ}XName`, new Name(checkName(local), uri)));
const namespaceObject = (uri: string): PSValue => one(uri, () => net(`${LINQ}XNamespace`, new Namespace(uri)));
function expanded(value: PSValue | undefined): PSValue {
  if (value === undefined || value === null) throw argumentNull('expandedName');
  const source = text(value);
  if (source === '')
    throw throwNet('System.ArgumentException', "The value cannot be an empty string. (Parameter 'expandedName')");
  if (!source.startsWith('{')) return nameObject(source, '');
  const end = source.lastIndexOf('}');
  if (end <= 1 || end === source.length - 1)
    throw throwNet('System.ArgumentException', `'${source}' is an invalid expanded name.`);
  return nameObject(source.slice(end + 1), source.slice(1, end));
}
const nameOf = (value: PSValue | undefined): Name => {
  if (value === undefined || value === null) throw argumentNull('name');
  return dataOf<Name>(value);
};
const uriOf = (value: PSValue | undefined): string => dataOf<Namespace>(value ?? null).uri;
const same: MemberBody = (_self, left, right) => toText(left ?? null) === toText(right ?? null);
const different: MemberBody = (_self, left, right) => toText(left ?? null) !== toText(right ?? null);
const equals: MemberBody = (self, other) => self === unwrap(other ?? null);
implement(`${LINQ}XName`, () => ({
  LocalName: (self) => dataOf<Name>(self).local,
  Namespace: (self) => namespaceObject(dataOf<Name>(self).uri),
  NamespaceName: (self) => dataOf<Name>(self).uri,
  'static Get(string)': (_self, name) => expanded(name),
  'static Get(string, string)': (_self, local, uri) => nameObject(text(local), text(uri)),
  'static op_Implicit': (_self, name) => (name === null ? null : expanded(name)),
  'static op_Equality': same,
  'static op_Inequality': different,
  Equals: equals,
  ToString: (self) => toText(self),
}));
implement(`${LINQ}XNamespace`, () => ({
  NamespaceName: (self) => uriOf(self),
  'static None': () => namespaceObject(''),
  'static Xml': () => namespaceObject(XML),
  'static Xmlns': () => namespaceObject(XMLNS),
  'static Get': (_self, uri) => namespaceObject(text(uri)),
  'static op_Implicit': (_self, uri) => (uri === null ? null : namespaceObject(text(uri))),
  'static op_Addition': (_self, ns, local) => nameObject(text(local), uriOf(ns)),
  'static op_Equality': same,
  'static op_Inequality': different,
  GetName: (self, local) => nameObject(text(local), uriOf(self)),
  Equals: equals,
  ToString: (self) => uriOf(self),
}));

// -------------------------------------------------------------------- objects

/** What scripts see of a node. */
class LinqNode extends WithText {
  readonly node: XmlNode;
  /** Of a document. */
  declaration: PSValue = null;
  constructor(node: XmlNode) {
    super();
    this.node = node;
  }
  override toString(): string {
    return shown(this.node, true);
  }
}
function linq(node: XmlNode): NetObject<LinqNode> {
  let made = node.live as NetObject<LinqNode> | undefined;
  if (made === undefined) node.live = made = net(LINQ + TYPES[node.kind], new LinqNode(node));
  return made;
}
const orNull = (node: XmlNode | undefined): PSValue => (node === undefined ? null : linq(node));
const nodeIn = (value: PSValue | undefined): XmlNode | undefined => {
  const inner = unwrap(value ?? null);
  return inner instanceof NetObject && inner.data instanceof LinqNode ? inner.data.node : undefined;
};
function own(self: PSValue | undefined): XmlNode {
  const node = nodeIn(self);
  if (node === undefined) throw argumentNull('node');
  return node;
}
const fresh = (kind: XmlKind, name: string, value: string, uri = ''): XmlNode =>
  new XmlNode(kind, name, value, undefined, uri);

// ---------------------------------------------------------- prefixes, writing

type Declarations = readonly { readonly prefix: string; readonly uri: string }[];
const isDeclaration = ({ namespace }: XmlNode): boolean => namespace === XMLNS;
const declaredBy = (element: XmlNode): Declarations =>
  element.attributes
    .filter(isDeclaration)
    .map(({ name, localName, value }) => ({ prefix: name === 'xmlns' ? '' : localName, uri: value }));
/** The outermost declaration that is in force there. */
function prefixIn(declarations: Declarations, uri: string, mayBeDefault: boolean): string {
  if (uri === '') return '';
  if (uri === XML) return 'xml';
  for (const [at, { prefix, uri: declared }] of declarations.entries())
    if (
      declared === uri &&
      (mayBeDefault || prefix !== '') &&
      !declarations.slice(at + 1).some((later) => later.prefix === prefix)
    )
      return prefix;
  return '';
}
const qualified = (prefix: string, local: string): string => (prefix === '' ? local : `${prefix}:${local}`);
/** Gives elements and attributes the prefixes that they are written with: their names have none of their own. */
function* prefixed(node: XmlNode, around: Declarations, tick: Tick): Steps<void> {
  if (node.kind === 'element') {
    const declared = declaredBy(node);
    const inside = declared.length === 0 ? around : [...around, ...declared];
    node.name = qualified(prefixIn(inside, node.namespace, true), node.localName);
    for (const attribute of node.attributes)
      if (!isDeclaration(attribute))
        attribute.name = qualified(prefixIn(inside, attribute.namespace, false), attribute.localName);
    for (const child of node.children) if (child.kind === 'element') yield* prefixed(child, inside, tick);
    const wait = tick();
    if (wait !== undefined) yield wait;
  } else if (node.kind === 'document')
    for (const child of node.children) if (child.kind === 'element') yield* prefixed(child, around, tick);
}
function declarationsAround(node: XmlNode): Declarations {
  const list: Declarations[] = [];
  for (let at = node.parent; at?.kind === 'element'; at = at.parent) list.unshift(declaredBy(at));
  return list.flat();
}
function shown(node: XmlNode, indent: boolean): string {
  if (node.kind === 'attribute') {
    const around = node.parent === undefined ? [] : [...declarationsAround(node.parent), ...declaredBy(node.parent)];
    if (!isDeclaration(node)) node.name = qualified(prefixIn(around, node.namespace, false), node.localName);
    return `${node.name}="${escaped(node.value)}"`;
  }
  if (node.kind === 'text' || node.kind === 'whitespace')
    return node.value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  atOnce(prefixed(node, declarationsAround(node), NO_TICK));
  return linedText(node.kind === 'document' ? node.children : [node], indent);
}
const escaped = (value: string): string =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;')
    .replaceAll('\t', '&#x9;');
const DISABLE_FORMATTING = 1;
function save(self: PSValue, target: PSValue, options: PSValue | undefined): Pending<undefined> {
  const node = own(self);
  const declaration = declarationOf(self);
  const indent = (flagsOf(options) & DISABLE_FORMATTING) === 0;
  return andThen(drive(prefixed(node, [], ticking())), () =>
    writeWhole(target, node.kind === 'document' ? node.children : [node], {
      indent,
      standalone: declaration?.standalone === undefined ? undefined : declaration.standalone === 'yes',
      encoding: declaration?.encoding,
    }),
  );
}

// -------------------------------------------------------------------- content

/** Another one of what stands somewhere already. */
function taken(node: XmlNode): XmlNode {
  return node.parent === undefined ? node : atOnce(node.cloneSteps(NO_TICK, node.document));
}
const wrongDocument = (): Error => invalidOperation('This operation would create an incorrectly structured document.');
/** Content of any kind, as Add takes it: nodes, attributes, lists of them, values as text. */
function place(into: XmlNode, content: PSValue | undefined, at = into.children.length): number {
  const inner = unwrap(content ?? null);
  if (inner === null) return at;
  const given = nodeIn(inner);
  if (given?.kind === 'attribute') {
    addAttribute(into, taken(given));
    return at;
  }
  if (given !== undefined) return insert(into, taken(given), at);
  if (typeof inner !== 'string') {
    const items =
      Array.isArray(inner) || inner instanceof PSList || inner instanceof NetObject ? enumerate(inner) : undefined;
    if (items !== undefined) return items.reduce<number>((next, item) => place(into, item, next), at);
  }
  const value = xmlValueText(inner);
  const before = into.children[at - 1];
  if (into.kind === 'document') {
    if (/[^ \t\r\n]/.test(value))
      throw throwNet('System.ArgumentException', 'Non-whitespace characters cannot be added to content.');
    return at;
  }
  if (before?.kind === 'text') {
    before.value += value;
    return at;
  }
  if (value === '') {
    into.isEmpty = false;
    return at;
  }
  return insert(into, fresh('text', '#text', value), at);
}
function insert(into: XmlNode, node: XmlNode, at: number): number {
  if (node.kind === 'document' || node === into)
    throw throwNet('System.ArgumentException', 'An item of type Document cannot be added to content.');
  const isSecondRoot = into.kind === 'document' && node.kind === 'element' && into.elements.length > 0;
  if (isSecondRoot || (into.kind === 'document' && (node.kind === 'text' || node.kind === 'cdata')))
    throw wrongDocument();
  into.insert(node, at);
  return at + 1;
}
function addAttribute(into: XmlNode, attribute: XmlNode): void {
  if (into.kind !== 'element') throw throwNet('System.ArgumentException', 'An attribute cannot be added to content.');
  if (into.attributeIn(attribute.namespace, attribute.localName) !== undefined)
    throw invalidOperation('Duplicate attribute.');
  attribute.parent = into;
  into.attributes.push(attribute);
}
const attributeCalled = ({ local, uri }: Name, value: string): XmlNode =>
  fresh('attribute', uri === XMLNS ? `xmlns:${local}` : local, value, local === 'xmlns' && uri === '' ? XMLNS : uri);
/** A default namespace is declared by an attribute that itself is in none. */
const attributeName = (node: XmlNode): PSValue =>
  node.name === 'xmlns' ? nameObject('xmlns', '') : nameObject(node.localName, node.namespace);
function emptied(node: XmlNode): void {
  for (const child of node.children.slice()) child.remove();
  node.isEmpty = true;
}
function setValue(node: XmlNode, value: string): void {
  emptied(node);
  place(node, value);
}
/** What is removed last leaves an element that is written as one tag. */
function removed(node: XmlNode): void {
  const { parent } = node;
  if (parent === undefined) throw invalidOperation('The parent is missing.');
  node.remove();
  if (node.kind !== 'attribute' && parent.children.length === 0) parent.isEmpty = true;
}
function valueText(value: PSValue | undefined): string {
  if (value === undefined || unwrap(value) === null) throw argumentNull('value');
  return xmlValueText(value);
}

// -------------------------------------------------------------------- reading

const PRESERVE_WHITESPACE = 1;
function* readSource(source: string, options: PSValue | undefined, tick: Tick): Steps<XmlNode> {
  const document = fresh('document', '#document', '');
  const keepsSpace = (flagsOf(options) & PRESERVE_WHITESPACE) !== 0;
  try {
    yield* readInto(document, source, tick, keepsSpace);
  } catch (error) {
    if (error instanceof XmlProblem) throw xmlException(error);
    throw error;
  }
  return document;
}
function sourceOf(from: PSValue): Pending<string> {
  const inner = unwrap(from);
  if (inner === null) throw argumentNull('uri');
  if (typeof inner !== 'string') return readToEnd(from);
  return fileText(inner);
}
function load(from: PSValue, options: PSValue | undefined): Pending<XmlNode> {
  const reading = xmlReadingIn(from);
  if (reading === undefined) return andThen(sourceOf(from), (source) => drive(readSource(source, options, ticking())));
  const document = fresh('document', '#document', '');
  return andThen(drive(reading.rest(ticking(), document)), (children) => {
    for (const child of children) document.append(child);
    return document;
  });
}
class Declaration extends WithText {
  version: string | undefined;
  encoding: string | undefined;
  standalone: string | undefined;
  override toString(): string {
    const parts = [
      ['version', this.version],
      ['encoding', this.encoding],
      ['standalone', this.standalone],
    ].filter(([, value]) => value !== undefined);
    return `<?xml ${parts.map(([name, value]) => `${name}="${value}"`).join(' ')}?>`;
  }
}
function declarationOf(self: PSValue): Declaration | undefined {
  const inner = unwrap(dataOf<LinqNode>(self).declaration);
  return inner instanceof NetObject && inner.data instanceof Declaration ? inner.data : undefined;
}
/** A document's declaration is no node of it here. */
function documentObject(document: XmlNode): PSValue {
  const made = linq(document);
  const [first] = document.children;
  if (first?.kind !== 'declaration') return made;
  const declaration = new Declaration();
  for (const [, name, value] of first.value.matchAll(/(\w+)\s*=\s*["']([^"']*)["']/g))
    if (name === 'version' || name === 'encoding' || name === 'standalone') declaration[name] = value;
  first.remove();
  made.data.declaration = net(`${LINQ}XDeclaration`, declaration);
  return made;
}
/** The root alone, which stands nowhere. */
function rootObject(document: XmlNode): PSValue {
  const [root] = document.elements;
  root?.remove();
  return orNull(root);
}
const reads = (made: (document: XmlNode) => PSValue): Bodies => ({
  'static Load': (_self, from, options) => andThen(load(from ?? null, options), made),
  'static Parse': (_self, source, options) => andThen(drive(readSource(text(source), options, ticking())), made),
});

// ------------------------------------------------------------------- sequences

/** The types of .NET's iterators: `$x.Elements()` has the elements of the moment it is gone through. */
const SEQUENCES = {
  attributes: ['XElement+<GetAttributes>d__115', 'XAttribute'],
  ancestors: ['XNode+<GetAncestors>d__43', 'XElement'],
  descendants: ['XContainer+<GetDescendants>d__38', 'XElement'],
  descendantNodes: ['XContainer+<GetDescendantNodes>d__37', 'XNode'],
  elements: ['XContainer+<GetElements>d__39', 'XElement'],
  elementsAfter: ['XNode+<GetElementsAfterSelf>d__44', 'XElement'],
  elementsBefore: ['XNode+<GetElementsBeforeSelf>d__45', 'XElement'],
  nodes: ['XContainer+<Nodes>d__18', 'XNode'],
  nodesAfter: ['XNode+<NodesAfterSelf>d__21', 'XNode'],
  nodesBefore: ['XNode+<NodesBeforeSelf>d__22', 'XNode'],
} as const;
type Read = () => readonly XmlNode[];
for (const [name, item] of Object.values(SEQUENCES)) {
  const type = LINQ + name;
  defineType(type, {
    interfaces: [`System.Collections.Generic.IEnumerable\`1[${LINQ}${item}]`, 'System.Collections.IEnumerable'],
  });
  enumerators.set(type, (value) => (value.data as Read)().map(linq));
  implement(type, () => ({ GetEnumerator: (self) => enumerator(dataOf<Read>(self)().map(linq)) }));
}
const sequence = (kind: keyof typeof SEQUENCES, read: Read): PSValue => net<Read>(LINQ + SEQUENCES[kind][0], read);
function* inside(node: XmlNode): Generator<XmlNode, void, undefined> {
  for (const child of node.children) {
    yield child;
    yield* inside(child);
  }
}
const beside = (node: XmlNode, after: boolean): readonly XmlNode[] => {
  const all = node.parent?.children ?? [];
  const at = all.indexOf(node);
  return after ? all.slice(at + 1) : all.slice(0, Math.max(at, 0));
};
function above(node: XmlNode, self: boolean): readonly XmlNode[] {
  const list: XmlNode[] = [];
  for (let at = self ? node : node.parent; at?.kind === 'element'; at = at.parent) list.push(at);
  return list;
}
const isElement = ({ kind }: XmlNode): boolean => kind === 'element';
const isCalled = (name: PSValue | undefined): ((node: XmlNode) => boolean) => {
  if (name === undefined) return () => true;
  // Nothing has no name.
  if (unwrap(name) === null) return () => false;
  const { local, uri } = nameOf(name);
  return (node) => node.localName === local && node.namespace === uri;
};
/** A method with and without a name: elements of that kind. */
const some =
  (kind: keyof typeof SEQUENCES, read: (node: XmlNode) => readonly XmlNode[]): MemberBody =>
  (self, name) => {
    const fits = isCalled(name);
    return sequence(kind, () => read(own(self)).filter((node) => isElement(node) && fits(node)));
  };
const every =
  (kind: keyof typeof SEQUENCES, read: (node: XmlNode) => readonly XmlNode[]): MemberBody =>
  (self) =>
    sequence(kind, () => read(own(self)));
const sibling = (self: PSValue, by: number): PSValue => {
  const all = own(self).parent?.children ?? [];
  const at = all.indexOf(own(self));
  return at < 0 ? null : orNull(all[at + by]);
};
const done =
  (act: (node: XmlNode, ...args: (PSValue | undefined)[]) => void): MemberBody =>
  (self, ...args) => {
    act(own(self), ...args);
    return undefined;
  };
const content = (list: readonly (PSValue | undefined)[]): PSValue =>
  list.length === 1 ? (list[0] ?? null) : list.map((item) => item ?? null);
function placeBeside(node: XmlNode, by: number, value: PSValue): void {
  const { parent } = node;
  if (parent === undefined) throw invalidOperation('The parent is missing.');
  place(parent, value, parent.children.indexOf(node) + by);
}

// --------------------------------------------------------------------- members

implement(`${LINQ}XObject`, () => ({
  BaseUri: () => '',
  Document: (self) => {
    let at: XmlNode | undefined = own(self);
    while (at.parent !== undefined) at = at.parent;
    return at.kind === 'document' ? linq(at) : null;
  },
  NodeType: (self) => enumOf('System.Xml.XmlNodeType', XML_NODE_TYPES[own(self).kind]),
  Parent: (self) => (own(self).parent?.kind === 'element' ? orNull(own(self).parent) : null),
  LineNumber: () => 0,
  LinePosition: () => 0,
}));
implement(`${LINQ}XNode`, () => ({
  NextNode: (self) => sibling(self, 1),
  PreviousNode: (self) => sibling(self, -1),
  AddAfterSelf: done((node, ...list) => placeBeside(node, 1, content(list))),
  AddBeforeSelf: done((node, ...list) => placeBeside(node, 0, content(list))),
  Ancestors: some('ancestors', (node) => above(node, false)),
  NodesAfterSelf: every('nodesAfter', (node) => beside(node, true)),
  NodesBeforeSelf: every('nodesBefore', (node) => beside(node, false)),
  ElementsAfterSelf: some('elementsAfter', (node) => beside(node, true)),
  ElementsBeforeSelf: some('elementsBefore', (node) => beside(node, false)),
  IsAfter: (self, other) => order(own(self), own(other)) > 0,
  IsBefore: (self, other) => order(own(self), own(other)) < 0,
  Remove: done(removed),
  ReplaceWith: done((node, ...list) => {
    placeBeside(node, 1, content(list));
    removed(node);
  }),
  ToString: (self, options) => shown(own(self), (flagsOf(options) & DISABLE_FORMATTING) === 0),
  WriteTo: (self, writer) =>
    andThen(drive(prefixed(own(self), declarationsAround(own(self)), ticking())), () =>
      writeWhole(writer ?? null, own(self).kind === 'document' ? own(self).children : [own(self)], {
        indent: false,
        standalone: undefined,
        encoding: undefined,
      }),
    ),
  'static ReadFrom': (_self, reader) => {
    const reading = xmlReadingIn(reader ?? null);
    const node = reading?.node;
    if (reading === undefined || node === undefined || reading.atEnd)
      throw invalidOperation('The XmlReader state should be Interactive.');
    reading.skip();
    return andThen(drive(node.cloneSteps(ticking(), fresh('document', '#document', ''))), linq);
  },
  'static DeepEquals': (_self, left, right) => shapeOf(nodeIn(left)) === shapeOf(nodeIn(right)),
  'static CompareDocumentOrder': (_self, left, right) => order(own(left), own(right)),
}));
function order(left: XmlNode, right: XmlNode): number {
  if (left === right) return 0;
  let root = left;
  while (root.parent !== undefined) root = root.parent;
  for (const node of [root, ...inside(root)]) {
    if (node === left) return -1;
    if (node === right) return 1;
  }
  throw invalidOperation('A common ancestor is missing.');
}
/** All that counts for two to be equal. */
const shapeOf = (node: XmlNode | undefined): string =>
  node === undefined
    ? ''
    : JSON.stringify(node, function (this: unknown, key, value: unknown) {
        if (!(value instanceof XmlNode)) return key === 'live' ? undefined : value;
        const { kind, localName, namespace, value: own, attributes, children } = value;
        return [kind, localName, namespace, own, attributes, children];
      });
implement(`${LINQ}XContainer`, () => ({
  FirstNode: (self) => orNull(own(self).children[0]),
  LastNode: (self) => orNull(own(self).children.at(-1)),
  Add: done((node, ...list) => void place(node, content(list))),
  AddFirst: done((node, ...list) => void place(node, content(list), 0)),
  DescendantNodes: every('descendantNodes', (node) => [...inside(node)]),
  Descendants: some('descendants', (node) => [...inside(node)]),
  Element: (self, name) => {
    const fits = isCalled(name ?? null);
    return orNull(own(self).elements.find(fits));
  },
  Elements: some('elements', ({ children }) => children),
  Nodes: every('nodes', ({ children }) => children.slice()),
  RemoveNodes: done(emptied),
  ReplaceNodes: done((node, ...list) => {
    emptied(node);
    place(node, content(list));
  }),
}));
const setAttribute = done((node, name, value) => {
  const { local, uri } = nameOf(name);
  const found = node.attributes.find((each) => toText(attributeName(each)) === toText(name ?? null));
  if (value === undefined || unwrap(value) === null) found?.remove();
  else if (found !== undefined) found.value = xmlValueText(value);
  else addAttribute(node, attributeCalled(new Name(local, uri), xmlValueText(value)));
});
const setElement = done((node, name, value) => {
  const { local, uri } = nameOf(name);
  const found = node.elements.find(isCalled(name));
  if (value === undefined || unwrap(value) === null) {
    if (found !== undefined) removed(found);
    return;
  }
  if (found !== undefined) return setValue(found, xmlValueText(value));
  const made = fresh('element', local, '', uri);
  setValue(made, xmlValueText(value));
  place(node, linq(made));
});
const findAttribute = (self: PSValue, name: PSValue | undefined): XmlNode | undefined =>
  name === undefined || unwrap(name) === null
    ? undefined
    : own(self).attributes.find((each) => toText(attributeName(each)) === toText(name));
implement(`${LINQ}XElement`, () => ({
  'new(System.Xml.Linq.XName)': (_self, name) => newElement(name),
  'new(System.Xml.Linq.XName, System.Object)': (_self, name, value) => newElement(name, value),
  'new(System.Xml.Linq.XName, System.Object[])': (_self, name, list) => newElement(name, list),
  'new(System.Xml.Linq.XElement)': (_self, other) =>
    andThen(drive(own(other).cloneSteps(ticking(), own(other).document)), linq),
  'static EmptySequence': () => sequence('elements', () => []),
  'static op_Explicit': (_self, element) => (element === null || element === undefined ? null : own(element).text),
  FirstAttribute: (self) => orNull(own(self).attributes[0]),
  LastAttribute: (self) => orNull(own(self).attributes.at(-1)),
  HasAttributes: (self) => own(self).attributes.length > 0,
  HasElements: (self) => own(self).elements.length > 0,
  IsEmpty: (self) => own(self).isEmpty && own(self).children.length === 0,
  Name: (self) => nameObject(own(self).localName, own(self).namespace),
  'set Name': (self, name) => {
    const { local, uri } = nameOf(name);
    own(self).name = local;
    own(self).namespace = uri;
    return undefined;
  },
  Value: (self) => drive(own(self).textSteps(ticking())),
  'set Value': (self, value) => {
    setValue(own(self), valueText(value));
    return undefined;
  },
  ...reads(rootObject),
  Save: (self, target, options) => save(self, target ?? null, options),
  AncestorsAndSelf: some('ancestors', (node) => above(node, true)),
  Attribute: (self, name) => orNull(findAttribute(self, name)),
  Attributes: (self, name) =>
    sequence('attributes', () => {
      if (name === undefined) return own(self).attributes.slice();
      const found = findAttribute(self, name);
      return found === undefined ? [] : [found];
    }),
  DescendantNodesAndSelf: every('descendantNodes', (node) => [node, ...inside(node)]),
  DescendantsAndSelf: some('descendants', (node) => [node, ...inside(node)]),
  GetDefaultNamespace: (self) => namespaceObject(own(self).lookupDeclared('') ?? ''),
  GetNamespaceOfPrefix: (self, prefix) => {
    const wanted = text(prefix);
    const uri = wanted === 'xml' ? XML : wanted === 'xmlns' ? XMLNS : own(self).lookupDeclared(wanted);
    return uri === undefined ? null : namespaceObject(uri);
  },
  GetPrefixOfNamespace: (self, ns) => {
    const uri = uriOf(ns);
    if (uri === XML) return 'xml';
    if (uri === XMLNS) return 'xmlns';
    const found = prefixIn([...declarationsAround(own(self)), ...declaredBy(own(self))], uri, false);
    return found === '' ? null : found;
  },
  RemoveAll: done((node) => {
    node.attributes = [];
    emptied(node);
  }),
  RemoveAttributes: done((node) => {
    node.attributes = [];
  }),
  ReplaceAll: done((node, ...list) => {
    node.attributes = [];
    emptied(node);
    place(node, content(list));
  }),
  ReplaceAttributes: done((node, ...list) => {
    node.attributes = [];
    place(node, content(list));
  }),
  SetAttributeValue: setAttribute,
  SetElementValue: setElement,
  SetValue: done((node, value) => setValue(node, valueText(value))),
}));
function newElement(name: PSValue | undefined, value?: PSValue): PSValue {
  const { local, uri } = nameOf(name);
  const made = fresh('element', local, '', uri);
  made.isEmpty = true;
  place(made, value);
  return linq(made);
}
function newDocument(declaration: PSValue | undefined, list: PSValue | undefined): PSValue {
  const document = fresh('document', '#document', '');
  place(document, list);
  const made = linq(document);
  made.data.declaration = declaration ?? null;
  return made;
}
implement(`${LINQ}XDocument`, () => ({
  'new()': () => newDocument(null, null),
  'new(System.Object[])': (_self, list) => newDocument(null, list),
  'new(System.Xml.Linq.XDeclaration, System.Object[])': (_self, declaration, list) => newDocument(declaration, list),
  Declaration: (self) => dataOf<LinqNode>(self).declaration,
  'set Declaration': (self, value) => {
    dataOf<LinqNode>(self).declaration = value ?? null;
    return undefined;
  },
  DocumentType: (self) => orNull(own(self).children.find(({ kind }) => kind === 'doctype')),
  Root: (self) => orNull(own(self).elements[0]),
  ...reads(documentObject),
  Save: (self, target, options) => save(self, target ?? null, options),
}));
implement(`${LINQ}XAttribute`, () => ({
  'new(System.Xml.Linq.XName, System.Object)': (_self, name, value) =>
    linq(attributeCalled(nameOf(name), valueText(value))),
  'new(System.Xml.Linq.XAttribute)': (_self, other) => linq(own(other).cloneAlone()),
  'static EmptySequence': () => sequence('attributes', () => []),
  'static op_Explicit': (_self, attribute) =>
    attribute === null || attribute === undefined ? null : own(attribute).value,
  IsNamespaceDeclaration: (self) => isDeclaration(own(self)),
  Name: (self) => attributeName(own(self)),
  NextAttribute: (self) => neighbour(own(self), 1),
  PreviousAttribute: (self) => neighbour(own(self), -1),
  Value: (self) => own(self).value,
  'set Value': (self, value) => {
    own(self).value = valueText(value);
    return undefined;
  },
  SetValue: done((node, value) => {
    node.value = valueText(value);
  }),
  Remove: done(removed),
  ToString: (self) => shown(own(self), true),
}));
const neighbour = (node: XmlNode, by: number): PSValue => {
  const all = node.parent?.attributes ?? [];
  const at = all.indexOf(node);
  return at < 0 ? null : orNull(all[at + by]);
};
const ofText = (type: string, kind: XmlKind, name: string): void =>
  implement(LINQ + type, () => ({
    'new(string)': (_self, value) => linq(fresh(kind, name, text(value))),
    Value: (self) => own(self).value,
    'set Value': (self, value) => {
      own(self).value = text(value);
      return undefined;
    },
  }));
ofText('XText', 'text', '#text');
ofText('XCData', 'cdata', '#cdata-section');
ofText('XComment', 'comment', '#comment');
implement(`${LINQ}XProcessingInstruction`, () => ({
  'new(string, string)': (_self, target, data) => linq(fresh('instruction', text(target), text(data))),
  Target: (self) => own(self).name,
  Data: (self) => own(self).value,
}));
implement(`${LINQ}XDocumentType`, () => ({ Name: (self) => own(self).name }));
const wordOrNothing = (value: PSValue | undefined): string | undefined =>
  value === undefined || value === null ? undefined : text(value);
const declarationPart = (name: 'version' | 'encoding' | 'standalone', shownAs: string): Bodies => ({
  [shownAs]: (self) => dataOf<Declaration>(self)[name] ?? null,
  [`set ${shownAs}`]: (self, value) => {
    dataOf<Declaration>(self)[name] = wordOrNothing(value);
    return undefined;
  },
});
implement(`${LINQ}XDeclaration`, () => ({
  'new(string, string, string)': (_self, version, encoding, standalone) => {
    const made = new Declaration();
    made.version = wordOrNothing(version);
    made.encoding = wordOrNothing(encoding);
    made.standalone = wordOrNothing(standalone);
    return net(`${LINQ}XDeclaration`, made);
  },
  ...declarationPart('version', 'Version'),
  ...declarationPart('encoding', 'Encoding'),
  ...declarationPart('standalone', 'Standalone'),
  ToString: (self) => dataOf<Declaration>(self).toString(),
}));

// ----------------------------------------------------------------------- XPath

function found(
  self: PSValue | undefined,
  path: PSValue | undefined,
  manager: PSValue | undefined,
): Pending<readonly XmlNode[]> {
  const inner = unwrap(manager ?? null);
  const uriOfPrefix = (prefix: string): string | undefined =>
    inner instanceof NetObject ? (inner.data as Map<string, string>).get(prefix) : undefined;
  return drive(
    (function* (): Steps<readonly XmlNode[]> {
      try {
        const value = yield* xpath(text(path), own(self), ticking(), uriOfPrefix);
        return Array.isArray(value) ? (value as readonly XmlNode[]).filter(isElement) : [];
      } catch (error) {
        if (error instanceof XPathError) throw throwNet('System.Xml.XPath.XPathException', error.message);
        throw error;
      }
    })(),
  );
}
implement('System.Xml.XPath.Extensions', () => ({
  'static XPathSelectElement': (_self, node, path, manager) =>
    andThen(found(node, path, manager), ([first]) => orNull(first)),
  'static XPathSelectElements': (_self, node, path, manager) =>
    andThen(found(node, path, manager), (list) => sequence('elements', () => list)),
}));

/** What an element or an attribute can be cast to, by what XmlConvert makes of its text. */
const CASTS: Readonly<Record<string, string>> = {
  'System.Int32': 'ToInt32',
  'System.UInt32': 'ToUInt32',
  'System.Int64': 'ToInt64',
  'System.UInt64': 'ToUInt64',
  'System.Single': 'ToSingle',
  'System.Double': 'ToDouble',
  'System.Decimal': 'ToDecimal',
  'System.Guid': 'ToGuid',
  'System.TimeSpan': 'ToTimeSpan',
  'System.DateTimeOffset': 'ToDateTimeOffset(string)',
  'System.DateTime': 'ToDateTime(string, System.Xml.XmlDateTimeSerializationMode)',
};
function castText(value: string, type: NetType): PSValue | undefined {
  const name = CASTS[type.fullName];
  const convert = name === undefined ? undefined : bodiesOf('System.Xml.XmlConvert')?.get(`static ${name}`);
  const made = convert?.(null, value, enumOf('System.Xml.XmlDateTimeSerializationMode', ROUNDTRIP));
  return made instanceof Promise ? undefined : made;
}
const ROUNDTRIP = 3;
furtherCasts.set(`${LINQ}XElement`, (value, type) => castText(own(value).text, type));
furtherCasts.set(`${LINQ}XAttribute`, (value, type) => castText(own(value).value, type));
