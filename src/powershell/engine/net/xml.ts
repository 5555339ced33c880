/** System.Xml: documents, elements, attributes, node lists, XPath, and PowerShell's properties of nodes. */
import fs from 'node:fs';
import nodePath from 'node:path';
import { PSXmlDocument, type PSValue } from '../../../protocol/objects/index.js';
import { castError, hooks, toText } from '../conversion.js';
import { andThen, drive, type Pending, type Steps, type Tick, ticking } from '../pending.js';
import { adapters, enumerators } from '../runtime/members.js';
import { xmlText } from '../runtime/wire.js';
import { AT_ONCE } from '../slices.js';
import { type Bodies, implement } from '../values/bodies.js';
import { NetObject, unwrap } from '../values/live.js';
import { fail, NetThrow } from '../values/exceptions.js';
import { defineType, type NetType } from '../values/net-type.js';
import { XMLDOCUMENT } from '../values/types.js';
import { enumerator } from './lists.js';
import {
  argumentError,
  argumentNull,
  dataOf,
  enumOf,
  invalidOperation,
  net,
  num,
  requireType,
  text,
} from './support.js';
import { readFragment, readInto, readXml, writeSteps, writeXml, type XmlKind, XmlNode, XmlProblem } from './xml-dom.js';
import { saveIndented, xmlWriterIn } from './xml-writer.js';
import { xpath, XPathError } from './xpath.js';

const TYPES: Readonly<Record<XmlKind, string>> = {
  document: 'Document',
  element: 'Element',
  attribute: 'Attribute',
  text: 'Text',
  cdata: 'CDataSection',
  comment: 'Comment',
  declaration: 'Declaration',
  instruction: 'ProcessingInstruction',
  fragment: 'DocumentFragment',
  whitespace: 'Whitespace',
};
const KINDS: Readonly<Record<XmlKind, string>> = {
  document: 'Document',
  element: 'Element',
  attribute: 'Attribute',
  text: 'Text',
  cdata: 'CDATA',
  comment: 'Comment',
  declaration: 'XmlDeclaration',
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
/** The one live object of a node. */
export function xmlObject(node: XmlNode): NetObject<XmlNode> {
  let made = node.live as NetObject<XmlNode> | undefined;
  if (made === undefined) {
    made = new NetObject(typeOfNode(node.kind), node);
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
  return node === undefined ? undefined : writeXml(node);
};
xmlText.of = (value) => outerXml(value) ?? '';
xmlText.children = (value) => nodeOf(value)?.children.map(xmlObject);
const load = (document: XmlNode, source: string): Pending<undefined> => drive(loadSteps(document, source, ticking()));
function* loadSteps(document: XmlNode, source: string, tick: Tick): Steps<undefined> {
  try {
    yield* readInto(document, source, tick);
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    const thrown = new NetThrow('System.Xml.XmlException', error.message.replace(/ Line 0, position 0\.$/, ''));
    thrown.exception.details.set('LineNumber', error.line);
    thrown.exception.details.set('LinePosition', error.position);
    throw thrown;
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

const hasOnlyText = (node: XmlNode): boolean =>
  node.attributes.length === 0 &&
  node.children.every(({ kind }) => kind === 'text' || kind === 'cdata' || kind === 'whitespace');
/** What `$node.name` gives for a node of that name: the text of a plain one, the node of any other. */
function plain(node: XmlNode): PSValue {
  switch (node.kind) {
    case 'attribute':
    case 'text':
    case 'cdata':
    case 'comment':
    case 'declaration':
    case 'instruction':
    case 'whitespace':
      return node.kind === 'declaration' || node.kind === 'instruction' ? node.value : node.value;
    default:
      return hasOnlyText(node) ? node.text : xmlObject(node);
  }
}
function isNamed(node: XmlNode, lower: string): boolean {
  if (node.kind === 'whitespace') return false;
  const name = node.name.toLowerCase();
  return name === lower || (name.includes(':') && node.localName.toLowerCase() === lower);
}
function named(node: XmlNode, name: string): XmlNode[] {
  const lower = name.toLowerCase();
  const same = (one: XmlNode): boolean => isNamed(one, lower);
  return [...node.attributes.filter(same), ...node.children.filter(same)];
}
/** One is what it is, several are a list; undefined where none is called so. */
function property(node: XmlNode, name: string): Pending<PSValue> | undefined {
  if (node.children.length > AT_ONCE) {
    const lower = name.toLowerCase();
    const isThere = node.attributes.some((one) => isNamed(one, lower)) || node.children.some((one) => isNamed(one, lower));
    return isThere ? drive(propertySteps(node, lower, ticking())) : undefined;
  }
  const found = named(node, name);
  return found.length > 1 ? found.map(plain) : found[0] && plain(found[0]);
}
function* propertySteps(node: XmlNode, lower: string, tick: Tick): Steps<PSValue> {
  const found = node.attributes.filter((one) => isNamed(one, lower)).map(plain);
  for (const child of node.children) {
    if (isNamed(child, lower)) found.push(plain(child));
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  return found.length > 1 ? found : (found[0] ?? null);
}
adapters.push({
  read: (target, name) => {
    if (typeof target !== 'object' || target === null) return undefined;
    const node = nodeOf(target);
    if (node === undefined || (node.kind !== 'element' && node.kind !== 'document' && node.kind !== 'fragment'))
      return undefined;
    return property(node, name);
  },
  names: (target) => {
    if (typeof target !== 'object' || target === null || Array.isArray(target)) return undefined;
    const inner = unwrap(target);
    if (!(inner instanceof NetObject) || !(inner.data instanceof XmlNode)) return undefined;
    const node = inner.data;
    if (node.kind !== 'element' && node.kind !== 'document') return [];
    return [
      ...new Set(
        [...node.attributes, ...node.children.filter(({ kind }) => kind !== 'whitespace')].map(({ name }) => name),
      ),
    ];
  },
  definition: (target, name) => {
    if (typeof target !== 'object' || target === null) return undefined;
    const node = nodeOf(target);
    if (node === undefined) return undefined;
    const [only, ...others] = named(node, name);
    if (others.length > 0) return `System.Object[] ${name} {get;}`;
    const isText = only?.kind !== 'element' || hasOnlyText(only);
    return isText ? `string ${name} {get;set;}` : `System.Xml.XmlElement ${name} {get;}`;
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
    if (found.length > 1 || (only.kind === 'element' && !hasOnlyText(only)))
      throw fail(
        'XmlNodeSetRestrictionsNonUnique',
        `Cannot set "${name}" because only unique attributes or unique non-attributed leaf nodes can be set.`,
        { category: 'InvalidOperation', type: 'System.Management.Automation.SetValueException' },
      );
    // Whatever it is, its text.
    const written = toText(value);
    if (only.kind === 'attribute') only.value = written;
    else setText(only, written);
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
const ATTRIBUTES = 'System.Xml.XmlAttributeCollection';
enumerators.set(ATTRIBUTES, (value) => (value.data as XmlNode).attributes.map(xmlObject));
/** What a document without a schema says of a node. */
const XML_NAME = defineType('System.Xml.XmlName');
const SCHEMA_INFO = defineType('System.Xml.Schema.XmlSchemaInfo');
implement(NODE_LIST, () => ({
  Count: (self) => dataOf<() => readonly XmlNode[]>(self)().length,
  Item: (self, index) => orNull(dataOf<() => readonly XmlNode[]>(self)()[num(index)]),
  get_ItemOf: (self, index) => orNull(dataOf<() => readonly XmlNode[]>(self)()[num(index)]),
  GetEnumerator: (self) => enumerator(listed(unwrap(self) as NetObject)),
}));
const attributes = (self: PSValue): XmlNode => dataOf<XmlNode>(self);
implement('System.Xml.XmlNamedNodeMap', () => ({
  Count: (self) => attributes(self).attributes.length,
  GetNamedItem: (self, name) => orNull(attributes(self).attribute(text(name))),
  SetNamedItem: (self, node) => xmlObject(attributes(self).setAttribute(own(node).name, own(node).value)),
  RemoveNamedItem: (self, name) => {
    const found = attributes(self).attribute(text(name));
    found?.remove();
    return orNull(found);
  },
  Item: (self, index) => orNull(attributes(self).attributes[num(index)]),
  GetEnumerator: (self) => enumerator(attributes(self).attributes.map(xmlObject)),
}));
const put = (self: PSValue, node: PSValue): PSValue => {
  const target = attributes(self);
  const one = own(node);
  one.parent = target;
  const at = target.attributes.findIndex(({ name }) => name === one.name);
  if (at >= 0) target.attributes[at] = one;
  else target.attributes.push(one);
  return node;
};
implement(ATTRIBUTES, () => ({
  get_ItemOf: (self, key) =>
    orNull(typeof key === 'number' ? attributes(self).attributes[key] : attributes(self).attribute(text(key))),
  Append: put,
  Prepend: put,
  Remove: (self, node) => {
    own(node).remove();
    void self;
    return node;
  },
  RemoveAll: (self) => {
    attributes(self).attributes = [];
    return undefined;
  },
  RemoveAt: (self, index) => {
    const found = attributes(self).attributes[num(index)];
    found?.remove();
    return orNull(found);
  },
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
const elements = (node: XmlNode): XmlNode[] => node.elements.flatMap((one) => [one, ...elements(one)]);
const nodeName = (node: XmlNode): string => node.name;
implement(
  'System.Xml.XmlNode',
  (): Bodies => ({
    Name: (self) => nodeName(own(self)),
    LocalName: (self) => own(self).localName,
    Prefix: (self) => own(self).prefix,
    NamespaceURI: (self) => own(self).namespace,
    BaseURI: () => '',
    NodeType: (self) => enumOf('System.Xml.XmlNodeType', KINDS[own(self).kind]),
    Value: (self) => (['element', 'document', 'fragment'].includes(own(self).kind) ? null : own(self).value),
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
    InnerXml: (self) => drive(writeSteps(own(self).children, ticking())),
    'set InnerXml': (self, value) => {
      const node = own(self);
      if (node.kind === 'document') return load(node, text(value));
      for (const child of node.children.slice()) child.remove();
      return andThen(drive(readFragment(node, text(value), ticking())), (children) => {
        for (const child of children) node.append(child);
        return undefined;
      });
    },
    OuterXml: (self) => drive(writeSteps([own(self)], ticking())),
    ParentNode: (self) => (own(self).kind === 'attribute' ? null : orNull(own(self).parent)),
    ChildNodes: (self) => list(() => own(self).children),
    FirstChild: (self) => orNull(own(self).children[0]),
    LastChild: (self) => orNull(own(self).children[own(self).children.length - 1]),
    NextSibling: (self) => sibling(self, 1),
    PreviousSibling: (self) => sibling(self, -1),
    PreviousText: () => null,
    HasChildNodes: (self) => own(self).children.length > 0,
    Attributes: (self) => (own(self).kind === 'element' ? net(ATTRIBUTES, own(self)) : null),
    OwnerDocument: (self) => (own(self).kind === 'document' ? null : xmlObject(own(self).document)),
    IsReadOnly: () => false,
    SchemaInfo: (self) =>
      new NetObject(['element', 'attribute'].includes(own(self).kind) ? XML_NAME : SCHEMA_INFO, undefined),
    get_Item: (self, name) => orNull(own(self).elements.find((one) => one.name === text(name))),
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
    Normalize: () => undefined,
    GetEnumerator: (self) => enumerator(own(self).children.map(xmlObject)),
    ToString: (self) => (unwrap(self) as NetObject).type.fullName,
  }),
);
implement('System.Xml.XmlElement', () => ({
  IsEmpty: (self) => own(self).isEmpty && own(self).children.length === 0,
  HasAttributes: (self) => own(self).attributes.length > 0,
  HasAttribute: (self, name) => own(self).attribute(text(name)) !== undefined,
  GetAttribute: (self, name) => own(self).attribute(text(name))?.value ?? '',
  GetAttributeNode: (self, name) => orNull(own(self).attribute(text(name))),
  'SetAttribute(string, string)': (self, name, value) => {
    own(self).setAttribute(text(name), text(value));
    return undefined;
  },
  SetAttribute: (self, name, _uri, value) => own(self).setAttribute(text(name), text(value)).value,
  SetAttributeNode: (self, node) => xmlObject(own(self).setAttribute(own(node).name, own(node).value)),
  RemoveAttribute: (self, name) => {
    own(self).attribute(text(name))?.remove();
    return undefined;
  },
  RemoveAllAttributes: (self) => {
    own(self).attributes = [];
    return undefined;
  },
  GetElementsByTagName: (self, name) =>
    list(() => elements(own(self)).filter((one) => text(name) === '*' || one.name === text(name))),
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

/** Indented, and with a mark only where the declaration names an encoding. */
function save(self: PSValue, target: PSValue): Pending<undefined> {
  const to = xmlWriterIn(target);
  return to === undefined ? saveIndented(own(self), target) : to.whole(own(self));
}
const create = (self: PSValue, kind: XmlKind, name: string, value = ''): PSValue =>
  xmlObject(new XmlNode(kind, name, value, own(self)));
implement('System.Xml.XmlDocument', () => ({
  DocumentElement: (self) => orNull(own(self).elements[0]),
  DocumentType: () => null,
  PreserveWhitespace: () => false,
  'set PreserveWhitespace': () => undefined,
  XmlResolver: () => null,
  'set XmlResolver': () => undefined,
  NameTable: () => net('System.Xml.NameTable', undefined),
  LoadXml: (self, source) => load(own(self), text(source)),
  'Load(string)': (self, path) => {
    const place = nodePath.resolve(text(path));
    if (!fs.existsSync(place)) throw new NetThrow('System.IO.FileNotFoundException', `Could not find file '${place}'.`);
    return load(own(self), fs.readFileSync(place, 'utf8'));
  },
  Save: save,
  CreateElement: (self, name, second, third) => {
    const uri = third ?? (second === undefined || typeof second !== 'string' ? undefined : second);
    const qualified =
      third === undefined ? text(name) : text(name) === '' ? text(second) : `${text(name)}:${text(second)}`;
    const node = new XmlNode('element', qualified, '', own(self));
    node.isEmpty = true;
    if (uri !== undefined && text(uri) !== '')
      node.setAttribute(node.prefix === '' ? 'xmlns' : `xmlns:${node.prefix}`, text(uri));
    return xmlObject(node);
  },
  CreateAttribute: (self, name) => create(self, 'attribute', text(name)),
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
  GetElementsByTagName: (self, name) =>
    list(() => elements(own(self)).filter((one) => text(name) === '*' || one.name === text(name))),
  GetElementById: (self, id) => orNull(elements(own(self)).find((one) => one.attribute('id')?.value === text(id))),
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
        ['xml', 'http://www.w3.org/XML/1998/namespace'],
        ['xmlns', 'http://www.w3.org/2000/xmlns/'],
      ]),
    ),
}));
