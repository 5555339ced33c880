/** System.Xml: documents, elements, attributes, node lists, XPath, and PowerShell's properties of nodes. */
import { PSXmlDocument, type PSValue } from '../../../protocol/objects/index.js';
import { castError, hooks, toText } from '../conversion.js';
import { andThen, drive, type Pending, type Steps, type Tick, ticking } from '../pending.js';
import { adapters, batchEnumerators, enumerators } from '../runtime/members.js';
import { xmlText } from '../runtime/wire.js';
import { mapLong } from '../slices.js';
import { type Bodies, implement } from '../values/bodies.js';
import { NetObject, unwrap } from '../values/live.js';
import { fail, NetThrow } from '../values/exceptions.js';
import { defineType, type NetType } from '../values/net-type.js';
import { XMLDOCUMENT } from '../values/types.js';
import { enumerator } from './lists.js';
import { readToEnd } from './streams/text-reader.js';
import {
  argumentError,
  argumentNull,
  dataOf,
  enumOf,
  invalidOperation,
  net,
  num,
  requireType,
  runtime,
  text,
} from './support.js';
import {
  fixedNamespace,
  readFragment,
  readInto,
  readXml,
  XML,
  XML_NODE_TYPES,
  type XmlKind,
  XMLNS,
  XmlNode,
  XmlProblem,
} from './xml-dom.js';
import { fileText, xmlException, xmlReadingIn } from './xml-reader.js';
import { nodesText, nodeText, saveDocument, xmlWriterIn } from './xml-writer.js';
import { xpath, XPathError } from './xpath.js';

const TYPES: Readonly<Record<XmlKind, string>> = {
  document: 'Document',
  element: 'Element',
  attribute: 'Attribute',
  text: 'Text',
  cdata: 'CDataSection',
  comment: 'Comment',
  declaration: 'Declaration',
  doctype: 'DocumentType',
  instruction: 'ProcessingInstruction',
  fragment: 'DocumentFragment',
  whitespace: 'Whitespace',
};
const types = new Map<XmlKind, NetType>();
function typeOfNode(kind: XmlKind): NetType {
  let type = types.get(kind);
  if (type === undefined) types.set(kind, (type = requireType(`System.Xml.Xml${TYPES[kind]}`)));
  return type;
}
/** The first type name of a node in a namespace tells of it. */
function namesIn({ kind, namespace, localName }: XmlNode, names: readonly string[]): readonly string[] {
  const first = `${names[0] ?? ''}#${namespace}#${localName}`;
  const key = `${kind} ${first}`;
  let made = namespacedNames.get(key);
  if (made === undefined) {
    if (namespacedNames.size >= MOST_NAMES) namespacedNames.clear();
    namespacedNames.set(key, (made = [first, ...names]));
  }
  return made;
}
const namespacedNames = new Map<string, readonly string[]>();
const MOST_NAMES = 4096;
/** The one live object of a node. */
export function xmlObject(node: XmlNode): NetObject<XmlNode> {
  let made = node.live as NetObject<XmlNode> | undefined;
  if (made === undefined) {
    made = new NetObject(typeOfNode(node.kind), node);
    if (node.namespace !== '') made.typeNames = namesIn(node, made.typeNames);
    node.live = made;
  }
  return made;
}
const orNull = (node: XmlNode | undefined): PSValue => (node === undefined ? null : xmlObject(node));
/** Documents that came over the wire, read when they are first looked into. */
const wired = new WeakMap<PSXmlDocument, XmlNode>();
function nodeOf(value: PSValue): XmlNode | undefined {
  const inner = unwrap(value);
  if (inner instanceof NetObject) return inner.data instanceof XmlNode ? inner.data : undefined;
  if (!(inner instanceof PSXmlDocument)) return undefined;
  let node = wired.get(inner);
  if (node === undefined) wired.set(inner, (node = readXml(inner.outerXml)));
  return node;
}
function own(self: PSValue): XmlNode {
  const node = nodeOf(self);
  if (node === undefined) throw argumentNull('node');
  return node;
}
/** The outer XML of a live document, for the wire. */
export const outerXml = (value: PSValue): string | undefined => {
  const node = nodeOf(value);
  return node === undefined ? undefined : nodeText(node);
};
xmlText.of = (value) => outerXml(value) ?? '';
xmlText.children = (value) => {
  const node = nodeOf(value);
  return node === undefined ? undefined : contentOf(node).map(xmlObject);
};
const load = (document: XmlNode, source: string): Pending<undefined> => drive(loadSteps(document, source, ticking()));
function* loadSteps(document: XmlNode, source: string, tick: Tick): Steps<undefined> {
  try {
    yield* readInto(document, source, tick, document.keepsSpace);
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    throw xmlException(error);
  }
}
/** Whether the place that a message tells of begins a tag, if one that is cut off. */
function isTagAt(message: string, source: string): boolean {
  const [, line, position] = /Line (\d+), position (\d+)\.$/.exec(message) ?? [];
  return source.split('\n')[Number(line) - 1]?.[Number(position) - 1] === '<';
}
/** A cast reads node after node: what cannot stand at the root is refused by the document that takes it up. */
const refusedByDocument = (message: string, source: string): string =>
  message.startsWith('Data at the root level is invalid.') && !isTagAt(message, source)
    ? 'The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type.'
    : message.startsWith('There are multiple root elements.')
      ? "This document already has a 'DocumentElement' node."
      : message;
hooks.parseXml = function* (source, tick) {
  const document = new XmlNode('document', '#document', '');
  if (source.trim() === '') return xmlObject(document);
  try {
    yield* loadSteps(document, source, tick);
  } catch (error) {
    if (error instanceof NetThrow)
      throw castError(
        source,
        XMLDOCUMENT,
        refusedByDocument(error.exception.message, source),
        'InvalidCastToXmlDocument',
        'System.Xml.XmlException',
      );
    throw error;
  }
  return xmlObject(document);
};

// ---------------------------------------------- PowerShell's own properties

/** What is in a node: in an attribute its text, which no tree keeps. */
function contentOf(node: XmlNode): readonly XmlNode[] {
  if (node.kind !== 'attribute' || node.value === '') return node.children;
  const content = new XmlNode('text', '#text', node.value, node.document);
  content.parent = node;
  return [content];
}
/** Whether `$node.name` gives and sets the text of a node of that name: one without attributes that has nothing but text. */
const isLeaf = ({ kind, attributes, children }: XmlNode): boolean =>
  kind === 'attribute' ||
  (attributes.length === 0 && (children.length === 0 || (children.length === 1 && children[0]?.kind === 'text')));
/** What `$node.name` gives for a node of that name. */
const plain = (node: XmlNode): PSValue => (isLeaf(node) ? node.text : xmlObject(node));
/** Prefixes do not count. */
function isNamed(node: XmlNode, lower: string): boolean {
  return node.kind !== 'whitespace' && node.localName.toLowerCase() === lower;
}
function named(node: XmlNode, name: string): XmlNode[] {
  const lower = name.toLowerCase();
  const same = (one: XmlNode): boolean => isNamed(one, lower);
  return [...node.attributes.filter(same), ...contentOf(node).filter(same)];
}
/** One is what it is, several are a list; undefined where none is called so. */
function property(node: XmlNode, name: string, mayWait: boolean): Pending<PSValue> | undefined {
  const found = named(node, name);
  if (found.length < 2) return found[0] && plain(found[0]);
  return mayWait ? mapLong(runtime(), found, plain) : found.map(plain);
}
const obstacleOf = ({ attributes }: XmlNode): string =>
  attributes.length > 0 ? 'NodeWithAttributes' : 'UnknownNodeType';
adapters.push({
  read: (target, name, mayWait) => {
    if (typeof target !== 'object' || target === null) return undefined;
    const node = nodeOf(target);
    if (
      node === undefined ||
      (node.kind !== 'element' && node.kind !== 'document' && node.kind !== 'fragment' && node.kind !== 'attribute')
    )
      return undefined;
    return property(node, name, mayWait);
  },
  names: (target) => {
    if (typeof target !== 'object' || target === null || Array.isArray(target)) return undefined;
    const inner = unwrap(target);
    if (!(inner instanceof NetObject) || !(inner.data instanceof XmlNode)) return undefined;
    const node = inner.data;
    if (node.kind !== 'element' && node.kind !== 'document' && node.kind !== 'attribute') return [];
    const names = new Map<string, string>();
    for (const { kind, localName } of [...node.attributes, ...contentOf(node)]) {
      const lower = localName.toLowerCase();
      if (kind !== 'whitespace' && !names.has(lower)) names.set(lower, localName);
    }
    return [...names.values()];
  },
  definition: (target, name) => {
    if (typeof target !== 'object' || target === null) return undefined;
    const node = nodeOf(target);
    if (node === undefined) return undefined;
    const [only, ...others] = named(node, name);
    if (others.length > 0) return `System.Object[] ${name} {get;}`;
    if (only === undefined) return undefined;
    return isLeaf(only) ? `string ${name} {get;set;}` : `System.Xml.Xml${TYPES[only.kind]} ${name} {get;}`;
  },
  nodeName: (target) => {
    if (typeof target !== 'object' || target === null || Array.isArray(target)) return undefined;
    const inner = unwrap(target);
    return inner instanceof NetObject && inner.data instanceof XmlNode ? inner.data.localName : undefined;
  },
  write: (target, name, value) => {
    if (typeof target !== 'object' || target === null) return false;
    const node = nodeOf(target);
    if (node === undefined) return false;
    const found = named(node, name);
    const [only] = found;
    if (only === undefined) return false;
    const obstacle = found.length > 1 ? 'MoreThanOneNode' : isLeaf(only) ? undefined : obstacleOf(only);
    if (obstacle !== undefined)
      throw fail(
        `XmlNodeSetRestrictions${obstacle}`,
        `Cannot set "${name}" because only strings can be used as values to set XmlNode properties.`,
        { category: 'NotSpecified', type: 'System.Management.Automation.SetValueException' },
      );
    // Whatever it is, its text.
    const written = toText(value);
    if (only.kind === 'element') setText(only, written);
    else only.value = written;
    return true;
  },
});
function setText(node: XmlNode, value: string): void {
  for (const child of node.children.slice()) child.remove();
  node.append(new XmlNode('text', '#text', value, node.document));
}

// ---------------------------------------------------------------- node lists

const NODE_LIST = 'System.Xml.XmlNodeList';
const list = (read: () => readonly XmlNode[]): PSValue => net<() => readonly XmlNode[]>(NODE_LIST, read);
const listed = (value: NetObject): readonly PSValue[] => (value.data as () => readonly XmlNode[])().map(xmlObject);
enumerators.set(NODE_LIST, listed);
const OBJECTS_AT_ONCE = 1024;
batchEnumerators.set(NODE_LIST, function* (value) {
  const nodes = (value.data as () => readonly XmlNode[])();
  for (let at = 0; at < nodes.length; at += OBJECTS_AT_ONCE) yield nodes.slice(at, at + OBJECTS_AT_ONCE).map(xmlObject);
});
const ATTRIBUTES = 'System.Xml.XmlAttributeCollection';
enumerators.set(ATTRIBUTES, (value) => (value.data as XmlNode).attributes.map(xmlObject));
/** What a document without a schema says of a node. */
const XML_NAME = defineType('System.Xml.XmlName');
const SCHEMA_INFO = defineType('System.Xml.Schema.XmlSchemaInfo');
implement(NODE_LIST, () => ({
  Count: (self) => dataOf<() => readonly XmlNode[]>(self)().length,
  Item: (self, index) => orNull(dataOf<() => readonly XmlNode[]>(self)()[num(index)]),
  get_ItemOf: (self, index) => orNull(dataOf<() => readonly XmlNode[]>(self)()[num(index)]),
  GetEnumerator: (self) => enumerator(listed(unwrap(self) as NetObject), self),
}));
const attributes = (self: PSValue): XmlNode => dataOf<XmlNode>(self);
implement('System.Xml.XmlNamedNodeMap', () => ({
  Count: (self) => attributes(self).attributes.length,
  'GetNamedItem(string)': (self, name) => orNull(attributes(self).attribute(text(name))),
  'GetNamedItem(string, string)': (self, local, uri) => orNull(attributes(self).attributeIn(text(uri), text(local))),
  SetNamedItem: (self, node) => orNull(putAttribute(attributes(self), own(node)).before),
  'RemoveNamedItem(string)': (self, name) => removed(attributes(self).attribute(text(name))),
  'RemoveNamedItem(string, string)': (self, local, uri) =>
    removed(attributes(self).attributeIn(text(uri), text(local))),
  Item: (self, index) => orNull(attributes(self).attributes[num(index)]),
  GetEnumerator: (self) => enumerator(attributes(self).attributes.map(xmlObject)),
}));
/** Takes an attribute's place if there is one of that name; `at`: where it comes among the others. */
function putAttribute(target: XmlNode, one: XmlNode, at = target.attributes.length): { before: XmlNode | undefined } {
  if (one.parent !== undefined && one.parent !== target)
    throw argumentError(
      `The 'Attribute' node cannot be inserted because it is already an attribute of another element.`,
    );
  const before = target.attributeIn(one.namespace, one.localName);
  const place = before === undefined ? at : target.attributes.indexOf(before);
  target.attributes.splice(place, before === undefined ? 0 : 1, one);
  if (before !== undefined && before !== one) before.parent = undefined;
  one.parent = target;
  return { before };
}
const put = (self: PSValue, node: PSValue, at?: number): PSValue => {
  putAttribute(attributes(self), own(node), at);
  return node;
};
const beside = (self: PSValue, node: PSValue, other: PSValue, by: number): PSValue =>
  put(self, node, other === null ? (by > 0 ? 0 : undefined) : attributes(self).attributes.indexOf(own(other)) + by);
function removed(node: XmlNode | undefined): PSValue {
  node?.remove();
  return orNull(node);
}
implement(ATTRIBUTES, () => ({
  'get_ItemOf(int)': (self, key) => orNull(attributes(self).attributes[num(key)]),
  'get_ItemOf(string)': (self, key) => orNull(attributes(self).attribute(text(key))),
  'get_ItemOf(string, string)': (self, local, uri) => orNull(attributes(self).attributeIn(text(uri), text(local))),
  Append: (self, node) => put(self, node),
  Prepend: (self, node) => put(self, node, 0),
  InsertBefore: (self, node, other) => beside(self, node, other ?? null, 0),
  InsertAfter: (self, node, other) => beside(self, node, other ?? null, 1),
  Remove: (self, node) => (own(node).parent === attributes(self) ? removed(own(node)) : null),
  RemoveAll: (self) => {
    attributes(self).attributes = [];
    return undefined;
  },
  RemoveAt: (self, index) => removed(attributes(self).attributes[num(index)]),
}));

// --------------------------------------------------------------------- nodes

function select(self: PSValue, path: PSValue, manager: PSValue | undefined): Pending<readonly XmlNode[]> {
  return drive(selectSteps(own(self), text(path), resolverOf(manager, own(self))));
}
function* selectSteps(
  node: XmlNode,
  path: string,
  namespaces: (prefix: string) => string | undefined,
): Steps<readonly XmlNode[]> {
  try {
    const value = yield* xpath(path, node, ticking(), namespaces);
    if (!Array.isArray(value)) throw new XPathError('Expression must evaluate to a node-set.');
    return value as readonly XmlNode[];
  } catch (error) {
    if (error instanceof XPathError) throw new NetThrow('System.Xml.XPath.XPathException', error.message);
    throw error;
  }
}
const resolverOf = (manager: PSValue | undefined, node: XmlNode): ((prefix: string) => string | undefined) => {
  void node;
  const inner = unwrap(manager ?? null);
  return inner instanceof NetObject ? (prefix) => (inner.data as Map<string, string>).get(prefix) : () => undefined;
};
const sibling = (self: PSValue, by: number): PSValue => {
  const node = own(self);
  const all = node.parent?.children ?? [];
  const at = all.indexOf(node);
  return at < 0 ? null : orNull(all[at + by]);
};
function insertBeside(self: PSValue, child: PSValue, beside: PSValue, after: boolean): PSValue {
  const node = own(self);
  if (beside === null) {
    node.insert(own(child), after ? 0 : node.children.length);
    return child;
  }
  own(child).remove();
  const at = node.children.indexOf(own(beside));
  if (at < 0) throw argumentError('The reference node is not a child of this node.');
  node.insert(own(child), after ? at + 1 : at);
  return child;
}
function append(self: PSValue, child: PSValue, first: boolean): PSValue {
  const node = own(self);
  const one = own(child);
  if (one.document !== node.document)
    throw argumentError('The node to be inserted is from a different document context.');
  if (node.kind === 'document' && one.kind === 'element' && node.elements.length > 0)
    throw invalidOperation("This document already has a 'DocumentElement' node.");
  if (one.kind === 'fragment') for (const inner of one.children.slice()) node.append(inner);
  else if (first) node.insert(one, 0);
  else node.append(one);
  return child;
}
function writerOf(value: PSValue): NonNullable<ReturnType<typeof xmlWriterIn>> {
  const found = xmlWriterIn(value);
  if (found === undefined)
    throw new NetThrow('System.NullReferenceException', 'Object reference not set to an instance of an object.');
  return found;
}
function* elements(node: XmlNode): Generator<XmlNode, void, undefined> {
  for (const child of node.children)
    if (child.kind === 'element') {
      yield child;
      yield* elements(child);
    }
}
const qualified = (prefix: string, local: string): string => (prefix === '' ? local : `${prefix}:${local}`);
const isCalled = (one: XmlNode, local: string, uri: string): boolean =>
  (local === '*' || one.localName === local) && (uri === '*' || one.namespace === uri);
/** GetElementsByTagName, of documents and of elements. */
const byTagName: Bodies = {
  'GetElementsByTagName(string)': (self, name) =>
    list(() => [...elements(own(self))].filter((one) => text(name) === '*' || one.name === text(name))),
  'GetElementsByTagName(string, string)': (self, local, uri) =>
    list(() => [...elements(own(self))].filter((one) => isCalled(one, text(local), text(uri)))),
};
implement(
  'System.Xml.XmlNode',
  (): Bodies => ({
    Name: (self) => own(self).name,
    LocalName: (self) => own(self).localName,
    Prefix: (self) => own(self).prefix,
    'set Prefix': (self, value) => {
      own(self).name = qualified(text(value), own(self).localName);
      return undefined;
    },
    NamespaceURI: (self) => own(self).namespace,
    BaseURI: () => '',
    NodeType: (self) => enumOf('System.Xml.XmlNodeType', XML_NODE_TYPES[own(self).kind]),
    Value: (self) => (['element', 'document', 'fragment', 'doctype'].includes(own(self).kind) ? null : own(self).value),
    'set Value': (self, value) => {
      own(self).value = text(value);
      return undefined;
    },
    // A document has none that is asked for.
    InnerText: (self) => (own(self).kind === 'document' ? null : drive(own(self).textSteps(ticking()))),
    'set InnerText': (self, value) => {
      if (own(self).kind === 'element') setText(own(self), text(value));
      else own(self).value = text(value);
      return undefined;
    },
    InnerXml: (self) => drive(nodesText(own(self).children, ticking())),
    'set InnerXml': (self, value) => {
      const node = own(self);
      if (node.kind === 'document') return load(node, text(value));
      for (const child of node.children.slice()) child.remove();
      return andThen(drive(readFragment(node, text(value), ticking())), (children) => {
        for (const child of children) node.append(child);
        return undefined;
      });
    },
    OuterXml: (self) => drive(nodesText([own(self)], ticking())),
    ParentNode: (self) => (own(self).kind === 'attribute' ? null : orNull(own(self).parent)),
    ChildNodes: (self) => list(() => contentOf(own(self))),
    FirstChild: (self) => orNull(contentOf(own(self))[0]),
    LastChild: (self) => orNull(contentOf(own(self)).at(-1)),
    NextSibling: (self) => sibling(self, 1),
    PreviousSibling: (self) => sibling(self, -1),
    PreviousText: () => null,
    HasChildNodes: (self) => contentOf(own(self)).length > 0,
    Attributes: (self) => (own(self).kind === 'element' ? net(ATTRIBUTES, own(self)) : null),
    OwnerDocument: (self) => (own(self).kind === 'document' ? null : xmlObject(own(self).document)),
    IsReadOnly: () => false,
    SchemaInfo: (self) =>
      new NetObject(['element', 'attribute'].includes(own(self).kind) ? XML_NAME : SCHEMA_INFO, undefined),
    'get_Item(string)': (self, name) => orNull(own(self).elements.find((one) => one.name === text(name))),
    'get_Item(string, string)': (self, local, uri) =>
      orNull(own(self).elements.find((one) => isCalled(one, text(local), text(uri)))),
    SelectNodes: (self, path, manager) => andThen(select(self, path, manager), (found) => list(() => found)),
    SelectSingleNode: (self, path, manager) => andThen(select(self, path, manager), (found) => orNull(found[0])),
    AppendChild: (self, child) => append(self, child, false),
    PrependChild: (self, child) => append(self, child, true),
    InsertAfter: (self, child, beside) => insertBeside(self, child, beside, true),
    InsertBefore: (self, child, beside) => insertBeside(self, child, beside, false),
    RemoveChild: (self, child) => {
      if (own(child).parent !== own(self)) throw argumentError('The node to be removed is not a child of this node.');
      own(child).remove();
      return child;
    },
    ReplaceChild: (self, fresh, old) => {
      const at = own(self).children.indexOf(own(old));
      own(old).remove();
      own(self).insert(own(fresh), at);
      return old;
    },
    RemoveAll: (self) => {
      own(self).children = [];
      own(self).attributes = [];
      return undefined;
    },
    WriteTo: (self, writer) => writerOf(writer).nodes([own(self)]),
    WriteContentTo: (self, writer) => writerOf(writer).nodes(own(self).children),
    Clone: (self) => andThen(drive(own(self).cloneSteps(ticking())), xmlObject),
    CloneNode: (self, deep) =>
      deep === true ? andThen(drive(own(self).cloneSteps(ticking())), xmlObject) : xmlObject(own(self).cloneAlone()),
    GetNamespaceOfPrefix: (self, prefix) => own(self).lookup(text(prefix)),
    GetPrefixOfNamespace: (self, uri) => own(self).prefixOf(text(uri)),
    Normalize: () => undefined,
    GetEnumerator: (self) => enumerator(own(self).children.map(xmlObject), self),
    // PowerShell's own: .NET's gives the name of the class.
    ToString: (self) => own(self).localName,
  }),
);
implement('System.Xml.XmlElement', () => ({
  IsEmpty: (self) => own(self).isEmpty && own(self).children.length === 0,
  HasAttributes: (self) => own(self).attributes.length > 0,
  'HasAttribute(string)': (self, name) => own(self).attribute(text(name)) !== undefined,
  'HasAttribute(string, string)': (self, local, uri) => own(self).attributeIn(text(uri), text(local)) !== undefined,
  'GetAttribute(string)': (self, name) => own(self).attribute(text(name))?.value ?? '',
  'GetAttribute(string, string)': (self, local, uri) => own(self).attributeIn(text(uri), text(local))?.value ?? '',
  'GetAttributeNode(string)': (self, name) => orNull(own(self).attribute(text(name))),
  'GetAttributeNode(string, string)': (self, local, uri) => orNull(own(self).attributeIn(text(uri), text(local))),
  'SetAttribute(string, string)': (self, name, value) => {
    own(self).setAttribute(text(name), text(value));
    return undefined;
  },
  'SetAttribute(string, string, string)': (self, local, uri, value) =>
    own(self).setAttributeIn(text(uri), text(local), text(value)).value,
  'SetAttributeNode(System.Xml.XmlAttribute)': (self, node) => orNull(putAttribute(own(self), own(node)).before),
  'SetAttributeNode(string, string)': (self, local, uri) =>
    xmlObject(
      own(self).setAttributeIn(text(uri), text(local), own(self).attributeIn(text(uri), text(local))?.value ?? ''),
    ),
  'RemoveAttribute(string)': (self, name) => {
    own(self).attribute(text(name))?.remove();
    return undefined;
  },
  'RemoveAttribute(string, string)': (self, local, uri) => {
    own(self).attributeIn(text(uri), text(local))?.remove();
    return undefined;
  },
  'RemoveAttributeNode(System.Xml.XmlAttribute)': (self, node) =>
    own(node).parent === own(self) ? removed(own(node)) : null,
  'RemoveAttributeNode(string, string)': (self, local, uri) => removed(own(self).attributeIn(text(uri), text(local))),
  RemoveAttributeAt: (self, index) => removed(own(self).attributes[num(index)]),
  RemoveAllAttributes: (self) => {
    own(self).attributes = [];
    return undefined;
  },
  ...byTagName,
}));
implement('System.Xml.XmlAttribute', () => ({
  OwnerElement: (self) => orNull(own(self).parent),
  Specified: () => true,
}));
implement('System.Xml.XmlCharacterData', () => ({
  Data: (self) => own(self).value,
  Length: (self) => own(self).value.length,
}));
const declared = (self: PSValue, name: string): string =>
  new RegExp(`${name}\\s*=\\s*["']([^"']*)["']`).exec(own(self).value)?.[1] ?? '';
implement('System.Xml.XmlDeclaration', () => ({
  Version: (self) => declared(self, 'version'),
  Encoding: (self) => declared(self, 'encoding'),
  Standalone: (self) => declared(self, 'standalone'),
}));

/** What stands behind a document type's name: `public`, `system` and what is between the brackets. */
const DOCTYPE = /^(?: SYSTEM| PUBLIC (["'])(?<pub>.*?)\1)?(?: (["'])(?<sys>.*?)\3)?\[(?<subset>.*)\]$/s;
const docType = (self: PSValue, part: 'pub' | 'sys' | 'subset'): PSValue =>
  DOCTYPE.exec(own(self).value)?.groups?.[part] ?? null;
implement('System.Xml.XmlDocumentType', () => ({
  PublicId: (self) => docType(self, 'pub'),
  SystemId: (self) => docType(self, 'sys'),
  InternalSubset: (self) => docType(self, 'subset') || null,
}));

/** Indented unless white space is kept, and with a mark only where the declaration names an encoding. */
function save(self: PSValue, target: PSValue): Pending<undefined> {
  const to = xmlWriterIn(target);
  return to === undefined ? saveDocument(own(self), target) : to.whole(own(self));
}
const create = (self: PSValue, kind: XmlKind, name: string, value = ''): PSValue =>
  xmlObject(new XmlNode(kind, name, value, own(self)));
/** An element or an attribute by its qualified name, the namespace beside it. */
function createNamed(self: PSValue, kind: 'element' | 'attribute', name: string, uri: string | undefined): PSValue {
  const fixed = fixedNamespace(name);
  const node = new XmlNode(kind, name, '', own(self), fixed === '' ? (uri ?? '') : fixed);
  node.isEmpty = kind === 'element';
  return xmlObject(node);
}
const creates = (method: string, kind: 'element' | 'attribute'): Bodies => ({
  [`${method}(string)`]: (self, name) => createNamed(self, kind, text(name), undefined),
  [`${method}(string, string)`]: (self, name, uri) => createNamed(self, kind, text(name), text(uri)),
  [`${method}(string, string, string)`]: (self, prefix, local, uri) =>
    createNamed(self, kind, qualified(text(prefix), text(local)), text(uri)),
});
/** CreateNode: what XmlNodeType, or its name in lower case, says. */
function createNode(self: PSValue, type: PSValue, name: PSValue, uri: PSValue): PSValue {
  const wanted = toText(type).toLowerCase();
  const kind = (Object.keys(XML_NODE_TYPES) as XmlKind[]).find((one) => XML_NODE_TYPES[one].toLowerCase() === wanted);
  switch (kind) {
    case 'element':
    case 'attribute':
      return createNamed(self, kind, text(name), uri === null ? undefined : text(uri));
    case 'text':
    case 'cdata':
    case 'comment':
    case 'whitespace':
    case 'fragment':
      return create(self, kind, OF_ITS_KIND[kind]);
    case undefined:
    case 'document':
    case 'declaration':
    case 'doctype':
    case 'instruction':
      throw argumentError(`Cannot create node of type ${toText(type)}.`);
  }
}
const OF_ITS_KIND = {
  text: '#text',
  cdata: '#cdata-section',
  comment: '#comment',
  whitespace: '#whitespace',
  fragment: '#document-fragment',
} as const;
implement('System.Xml.XmlDocument', () => ({
  DocumentElement: (self) => orNull(own(self).elements[0]),
  DocumentType: (self) => orNull(own(self).children.find(({ kind }) => kind === 'doctype')),
  PreserveWhitespace: (self) => own(self).keepsSpace,
  'set PreserveWhitespace': (self, value) => {
    own(self).keepsSpace = value === true;
    return undefined;
  },
  XmlResolver: () => null,
  'set XmlResolver': () => undefined,
  NameTable: () => net('System.Xml.NameTable', undefined),
  LoadXml: (self, source) => load(own(self), text(source)),
  'Load(string)': (self, path) => load(own(self), fileText(path)),
  'Load(System.IO.Stream)': (self, from) => andThen(readToEnd(from), (source) => load(own(self), source)),
  'Load(System.Xml.XmlReader)': (self, from) => {
    const reading = xmlReadingIn(from);
    if (reading === undefined) throw argumentNull('reader');
    return andThen(drive(reading.rest(ticking(), own(self))), (children) => {
      own(self).children = [];
      for (const child of children) own(self).append(child);
      return undefined;
    });
  },
  'Load(System.IO.TextReader)': (self, from) => andThen(readToEnd(from), (source) => load(own(self), source)),
  Save: save,
  ...creates('CreateElement', 'element'),
  ...creates('CreateAttribute', 'attribute'),
  'CreateNode(System.Xml.XmlNodeType, string, string, string)': (self, type, prefix, name, uri) =>
    createNode(self, type, qualified(text(prefix), text(name)), uri),
  'CreateNode(string, string, string)': (self, type, name, uri) => createNode(self, type, name, uri),
  'CreateNode(System.Xml.XmlNodeType, string, string)': (self, type, name, uri) => createNode(self, type, name, uri),
  CreateWhitespace: (self, value) => create(self, 'whitespace', '#whitespace', text(value)),
  CreateTextNode: (self, value) => create(self, 'text', '#text', text(value)),
  CreateCDataSection: (self, value) => create(self, 'cdata', '#cdata-section', text(value)),
  CreateComment: (self, value) => create(self, 'comment', '#comment', text(value)),
  CreateDocumentFragment: (self) => create(self, 'fragment', '#document-fragment'),
  CreateProcessingInstruction: (self, name, value) => create(self, 'instruction', text(name), text(value)),
  CreateXmlDeclaration: (self, version, encoding, standalone) =>
    create(
      self,
      'declaration',
      'xml',
      `version="${text(version)}"${encoding === null || text(encoding) === '' ? '' : ` encoding="${text(encoding)}"`}${standalone === null || text(standalone) === '' ? '' : ` standalone="${text(standalone)}"`}`,
    ),
  ImportNode: (self, node, deep) =>
    deep === true
      ? andThen(drive(own(node).cloneSteps(ticking(), own(self))), xmlObject)
      : xmlObject(own(node).cloneAlone(own(self))),
  ...byTagName,
  GetElementById: (self, id) => orNull([...elements(own(self))].find((one) => one.attribute('id')?.value === text(id))),
  new: () => xmlObject(new XmlNode('document', '#document', '')),
}));
implement('System.Xml.XmlNamespaceManager', () => ({
  AddNamespace: (self, prefix, uri) => {
    dataOf<Map<string, string>>(self).set(text(prefix), text(uri));
    return undefined;
  },
  LookupNamespace: (self, prefix) => dataOf<Map<string, string>>(self).get(text(prefix)) ?? null,
  HasNamespace: (self, prefix) => dataOf<Map<string, string>>(self).has(text(prefix)),
  RemoveNamespace: (self, prefix) => {
    dataOf<Map<string, string>>(self).delete(text(prefix));
    return undefined;
  },
  DefaultNamespace: (self) => dataOf<Map<string, string>>(self).get('') ?? '',
  new: () =>
    net(
      'System.Xml.XmlNamespaceManager',
      new Map([
        ['xml', XML],
        ['xmlns', XMLNS],
      ]),
    ),
}));
