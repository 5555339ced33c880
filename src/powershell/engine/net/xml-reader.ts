/** XmlReader, XmlTextReader, XmlNodeReader and XmlReaderSettings: one goes over the nodes of a tree that was read before. */
import fs from 'node:fs';
import nodePath from 'node:path';
import type { PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { andThen, atOnce, drive, NO_TICK, type Pending, type Steps, type Tick, ticking } from '../pending.js';
import { type Bodies, bodiesOf, implement, type MemberBody } from '../values/bodies.js';
import { NetObject, unwrap } from '../values/live.js';
import { defineType } from '../values/net-type.js';
import { declareEvents } from './events.js';
import { full } from './files.js';
import { no, none, plainProperties, Settings, yes } from './plain-properties.js';
import { readToEnd } from './streams/text-reader.js';
import {
  argumentNull,
  char,
  convertTo,
  dataOf,
  enumOf,
  invalidOperation,
  long,
  NetThrow,
  net,
  num,
  requireType,
  text,
  throwNet,
} from './support.js';
import { Lines, readPart, startOf, XML_NODE_TYPES, type XmlKind, XmlNode, XmlProblem } from './xml-dom.js';
import { nodesText } from './xml-writer.js';

const READER = 'System.Xml.XmlReader';
const SETTINGS = 'System.Xml.XmlReaderSettings';
const IMPL = 'System.Xml.XmlTextReaderImpl';
const TEXT_READER = 'System.Xml.XmlTextReader';
defineType(IMPL, { base: READER, interfaces: ['System.Xml.IXmlLineInfo'] });

interface Ways {
  readonly skips: ReadonlySet<XmlKind>;
  readonly isFragment: boolean;
  readonly dtd: string;
  /** How it is to be checked by schemas; undefined: not at all. */
  readonly schemas: string | undefined;
}
const AS_IT_IS: Ways = { skips: new Set(), isFragment: false, dtd: 'Parse', schemas: undefined };
type State = 'Initial' | 'Interactive' | 'Error' | 'EndOfFile' | 'Closed';
const NO_DTD =
  'For security reasons DTD is prohibited in this XML document. To enable DTD processing set the DtdProcessing property on XmlReaderSettings to Parse and pass the settings into XmlReader.Create method.';

/** Where there is no place, none is told. */
export function xmlException(problem: XmlProblem): NetThrow {
  const thrown = new NetThrow('System.Xml.XmlException', problem.message.replace(/ Line 0, position 0\.$/, ''));
  thrown.exception.details.set('LineNumber', problem.line);
  thrown.exception.details.set('LinePosition', problem.position);
  return thrown;
}
/** Where a reader stands: at a node, at an element's end, or at an attribute of it. */
export class XmlReading {
  readonly root: XmlNode;
  readonly ways: Ways;
  readonly #source: string | undefined;
  readonly #problem: XmlProblem | undefined;
  state: State = 'Initial';
  /** The node that it stands at; undefined before the first and behind the last. */
  node: XmlNode | undefined;
  atEnd = false;
  /** Of the element that it stands at; -1: none. */
  attribute = -1;
  /** Inside of an attribute's value. */
  inValue = false;
  /** The places of the nodes around, each in its parent. */
  readonly #places: number[] = [];
  readonly #lines: Lines | undefined;
  constructor(root: XmlNode, ways: Ways, source?: string, problem?: XmlProblem) {
    this.root = root;
    this.ways = ways;
    this.#source = source;
    this.#lines = source === undefined ? undefined : new Lines(source);
    this.#problem = problem;
  }
  /** The same nodes from the beginning, others left out. */
  again(ways: Ways): XmlReading {
    return new XmlReading(this.root, ways, this.#source, this.#problem);
  }
  /** Line and position of what it stands at. */
  get place(): readonly [line: number, position: number] {
    const { current } = this;
    const start = current === undefined ? 0 : startOf(current, this.atEnd);
    return start === 0 || this.#lines === undefined ? [0, 0] : this.#lines.placeOf(start);
  }
  /** The same of the end tag of the element that it stands at. */
  get endPlace(): readonly [line: number, position: number] {
    const start = this.node === undefined ? 0 : startOf(this.node, true);
    return start === 0 || this.#lines === undefined ? this.place : this.#lines.placeOf(start);
  }
  /** All that is left, as nodes of a document; it stands at the end then. */
  *rest(tick: Tick, document: XmlNode): Steps<XmlNode[]> {
    const children: XmlNode[] = [];
    if (this.state === 'Initial') this.read();
    while (this.node !== undefined && !this.atEnd) {
      const one = this.node;
      this.skip();
      children.push(yield* one.cloneSteps(tick, document));
    }
    return document.keepsSpace ? children : withoutSpace(children);
  }
  #fail(problem: XmlProblem): never {
    this.state = 'Error';
    this.node = undefined;
    throw xmlException(problem);
  }
  read(): boolean {
    if (this.state === 'Error' || this.state === 'Closed' || this.state === 'EndOfFile') return false;
    this.attribute = -1;
    this.inValue = false;
    do this.#step();
    while (this.node !== undefined && this.ways.skips.has(this.node.kind));
    if (this.node?.kind === 'doctype' && this.ways.dtd === 'Prohibit') this.#fail(new XmlProblem(NO_DTD, 0, 0));
    return this.node !== undefined;
  }
  #step(): void {
    const { node } = this;
    if (this.state === 'Initial') {
      this.state = 'Interactive';
      return this.#enter(this.root, 0);
    }
    if (node === undefined) return;
    if (node.kind === 'element' && !this.atEnd && !isEmptyTag(node)) return this.#enter(node, 0);
    const place = (this.#places.pop() ?? 0) + 1;
    this.#enter(node.parent ?? this.root, place);
  }
  /** To a child, or to the end behind the last. */
  #enter(parent: XmlNode, place: number): void {
    const child = parent.children[place];
    if (child !== undefined) {
      this.#places.push(place);
      this.node = child;
      this.atEnd = false;
      return;
    }
    if (this.#problem !== undefined && isAround(parent, this.#problem.open ?? this.root)) this.#fail(this.#problem);
    if (parent === this.root) {
      this.node = undefined;
      this.state = 'EndOfFile';
      return;
    }
    this.node = parent;
    this.atEnd = true;
  }
  get depth(): number {
    return this.node === undefined
      ? 0
      : this.#places.length - 1 + (this.attribute >= 0 ? 1 : 0) + (this.inValue ? 1 : 0);
  }
  /** The node whose name and value it gives. */
  get current(): XmlNode | undefined {
    return this.attribute >= 0 ? this.attributes[this.attribute] : this.node;
  }
  get attributes(): readonly XmlNode[] {
    const { node } = this;
    if (node === undefined || this.atEnd) return [];
    if (node.kind === 'declaration') return declared(node);
    return node.kind === 'element' ? node.attributes : [];
  }
  get kind(): string {
    if (this.node === undefined) return 'None';
    if (this.inValue) return 'Text';
    if (this.attribute >= 0) return 'Attribute';
    return this.atEnd ? 'EndElement' : XML_NODE_TYPES[this.node.kind];
  }
  /** Behind the element that it stands at. */
  skip(): void {
    this.attribute = -1;
    const { node } = this;
    if (node?.kind === 'element' && !this.atEnd && !isEmptyTag(node)) this.toEnd();
    this.read();
  }
  /** To the end tag of the element that it stands at. */
  toEnd(): void {
    const from = this.node;
    while (this.read()) if (this.node === from && this.atEnd) return;
  }
}
function withoutSpace(nodes: XmlNode[]): XmlNode[] {
  const kept = nodes.filter(({ kind }) => kind !== 'whitespace');
  for (const node of kept) node.children = withoutSpace(node.children);
  return kept;
}
const isEmptyTag = (node: XmlNode): boolean => node.isEmpty && node.children.length === 0;
function isAround(parent: XmlNode, open: XmlNode): boolean {
  for (let at: XmlNode | undefined = open; at !== undefined; at = at.parent) if (at === parent) return true;
  return false;
}
/** What a declaration says, as attributes. */
function declared(node: XmlNode): readonly XmlNode[] {
  return Array.from(
    node.value.matchAll(/(\w+)\s*=\s*["']([^"']*)["']/g),
    ([, name = '', value = '']) => new XmlNode('attribute', name, value, node.document),
  );
}
export const xmlReadingIn = (value: PSValue): XmlReading | undefined => {
  const inner = unwrap(value);
  return inner instanceof NetObject && inner.data instanceof XmlReading ? inner.data : undefined;
};
function own(self: PSValue): XmlReading {
  const found = xmlReadingIn(self);
  if (found === undefined) throw argumentNull('reader');
  return found;
}

// ------------------------------------------------------------------- settings

const settings = plainProperties({
  Async: no,
  NameTable: none,
  LineNumberOffset: () => 0,
  LinePositionOffset: () => 0,
  ConformanceLevel: () => enumOf('System.Xml.ConformanceLevel', 'Document'),
  CheckCharacters: yes,
  MaxCharactersInDocument: () => long(0),
  MaxCharactersFromEntities: () => long(10_000_000),
  IgnoreWhitespace: no,
  IgnoreProcessingInstructions: no,
  IgnoreComments: no,
  DtdProcessing: () => enumOf('System.Xml.DtdProcessing', 'Prohibit'),
  CloseInput: no,
  ValidationType: () => enumOf('System.Xml.ValidationType', 'None'),
  ValidationFlags: () =>
    enumOf('System.Xml.Schema.XmlSchemaValidationFlags', PROCESS_IDENTITY_CONSTRAINTS | ALLOW_XML_ATTRIBUTES),
  Schemas: () => net('System.Xml.Schema.XmlSchemaSet', undefined),
});
const PROCESS_IDENTITY_CONSTRAINTS = 8;
const ALLOW_XML_ATTRIBUTES = 16;
const setting = (from: PSValue, name: keyof typeof settings): string => {
  const value = settings[name]?.(from);
  return value === undefined || value instanceof Promise ? '' : toText(value);
};
implement(SETTINGS, () => ({
  ...settings,
  ProhibitDtd: (self) => setting(self, 'DtdProcessing') === 'Prohibit',
  'set ProhibitDtd': (self, value) => {
    const chosen = enumOf('System.Xml.DtdProcessing', value === true ? 'Prohibit' : 'Parse');
    dataOf<Settings>(self).values.set('DtdProcessing', chosen);
    return undefined;
  },
  'set XmlResolver': () => undefined,
  new: () => net(SETTINGS, new Settings()),
  Reset: (self) => {
    dataOf<Settings>(self).values.clear();
    return undefined;
  },
  Clone: (self) => {
    const copy = new Settings();
    for (const [name, value] of dataOf<Settings>(self).values) copy.values.set(name, value);
    return net(SETTINGS, copy);
  },
}));
function waysOf(chosen: PSValue | undefined): Ways {
  const from = chosen === undefined || chosen === null ? net(SETTINGS, new Settings()) : chosen;
  const skips = new Set<XmlKind>();
  if (setting(from, 'IgnoreWhitespace') === 'True') skips.add('whitespace');
  if (setting(from, 'IgnoreComments') === 'True') skips.add('comment');
  if (setting(from, 'IgnoreProcessingInstructions') === 'True') skips.add('instruction');
  const dtd = setting(from, 'DtdProcessing');
  if (dtd === 'Ignore') skips.add('doctype');
  const schemas = setting(from, 'ValidationType') === 'Schema' ? setting(from, 'ValidationFlags') : undefined;
  return { skips, isFragment: setting(from, 'ConformanceLevel') !== 'Document', dtd, schemas };
}
// Nobody is told: where there is no schema there is nothing to tell, and where there is one the document is refused.
declareEvents(SETTINGS, [
  {
    name: 'ValidationEventHandler',
    handler: 'System.Xml.Schema.ValidationEventHandler',
    args: 'System.Xml.Schema.ValidationEventArgs',
  },
]);
const SCHEMA = 'http://www.w3.org/2001/XMLSchema';
const LOCATION = /^(?:noNamespaceS|s)chemaLocation$/;
/** @throws {NetThrow} where a schema has a say in a document: there are none here. */
function refuseSchemas(root: XmlNode, flags: string): void {
  const refused = (node: XmlNode): boolean =>
    (flags.includes('ProcessInlineSchema') && node.localName === 'schema' && node.namespace === SCHEMA) ||
    (flags.includes('ProcessSchemaLocation') &&
      node.attributes.some((one) => LOCATION.test(one.localName) && one.namespace === `${SCHEMA}-instance`)) ||
    node.children.some((child) => child.kind === 'element' && refused(child));
  if (flags.includes('ReportValidationWarnings') || refused(root))
    throw throwNet(
      'System.NotSupportedException',
      'XML is not checked by schemas in this engine. Read the document with ValidationType None.',
    );
}

// --------------------------------------------------------------------- making

function over(typeName: string, source: string, ways: Ways): Pending<PSValue> {
  const content = source.replace(/^\uFEFF/, '');
  const root = ways.isFragment
    ? new XmlNode('fragment', '#document-fragment', '')
    : new XmlNode('document', '#document', '');
  return andThen(drive(readPart(root, content, ticking())), (problem) => {
    if (ways.schemas !== undefined) refuseSchemas(root, ways.schemas);
    return net(typeName, new XmlReading(root, ways, content, problem));
  });
}
/** What a path or a file URI names. */
export function fileText(path: PSValue): string {
  const place = full(text(path).replace(/^file:\/\//, ''));
  if (fs.existsSync(place)) return fs.readFileSync(place, 'utf8');
  throw fs.existsSync(nodePath.dirname(place))
    ? throwNet('System.IO.FileNotFoundException', `Could not find file '${place}'.`)
    : throwNet('System.IO.DirectoryNotFoundException', `Could not find a part of the path '${place}'.`);
}
/** A path, a stream, a reader of text, or another reader. */
function reading(typeName: string, from: PSValue, ways: Ways): Pending<PSValue> {
  if (unwrap(from) === null) throw argumentNull('input');
  const other = xmlReadingIn(from);
  if (other !== undefined) return net(typeName, other.again(ways));
  if (typeof unwrap(from) === 'string') return over(typeName, fileText(from), ways);
  return andThen(readToEnd(from), (source) => over(typeName, source, ways));
}
const attributeNamed = (self: PSValue, name: PSValue | undefined): XmlNode | undefined =>
  own(self).attributes.find((one) => one.name === text(name));
const attributeIn = (self: PSValue, local: PSValue | undefined, uri: PSValue | undefined): XmlNode | undefined =>
  own(self).attributes.find((one) => one.localName === text(local) && one.namespace === text(uri));
const valueOf = (one: XmlNode | undefined): PSValue => one?.value ?? null;
function attributeAt(self: PSValue, index: PSValue | undefined): XmlNode {
  const found = own(self).attributes[num(index)];
  if (found === undefined)
    throw throwNet(
      'System.ArgumentOutOfRangeException',
      "Specified argument was out of the range of valid values. (Parameter 'i')",
    );
  return found;
}
const getAttribute = (method: string): Bodies => ({
  [`${method}(int)`]: (self, index) => attributeAt(self, index).value,
  [`${method}(string)`]: (self, name) => valueOf(attributeNamed(self, name)),
  [`${method}(string, string)`]: (self, local, uri) => valueOf(attributeIn(self, local, uri)),
});
function moveTo(self: PSValue, found: XmlNode | undefined): boolean {
  const at = found === undefined ? -1 : own(self).attributes.findIndex(({ name }) => name === found.name);
  if (at < 0) return false;
  own(self).attribute = at;
  own(self).inValue = false;
  return true;
}

// ------------------------------------------------------------------- reading on

const nodeType = (name: string): PSValue => enumOf('System.Xml.XmlNodeType', name);
const isContent = (kind: string): boolean =>
  ['Element', 'EndElement', 'Text', 'CDATA', 'EntityReference', 'EndEntity'].includes(kind);
function moveToContent(at: XmlReading): string {
  if (at.attribute >= 0) {
    at.attribute = -1;
    at.inValue = false;
  }
  if (at.state === 'Initial') at.read();
  while (at.node !== undefined && !isContent(at.kind)) at.read();
  return at.kind;
}
type Called = (one: XmlNode) => boolean;
const called = (name: PSValue | undefined, uri?: PSValue): Called =>
  uri === undefined
    ? (one) => name === undefined || one.name === text(name)
    : (one) => one.localName === text(name) && one.namespace === text(uri);
const isElement = (at: XmlReading, is: Called): boolean =>
  at.node?.kind === 'element' && !at.atEnd && at.attribute < 0 && is(at.node);
const place = ({ place: [line, position] }: XmlReading): string => ` Line ${line}, position ${position}.`;
const wrongNode = (at: XmlReading): Error =>
  throwNet('System.Xml.XmlException', `'${at.kind}' is an invalid XmlNodeType.${place(at)}`);
function startElement(at: XmlReading, is: Called, name: PSValue | undefined): void {
  if (moveToContent(at) !== 'Element') throw wrongNode(at);
  if (!isElement(at, is))
    throw throwNet('System.Xml.XmlException', `Element '${text(name)}' was not found.${place(at)}`);
  at.read();
}
function toFollowing(at: XmlReading, is: Called): boolean {
  while (at.read()) if (isElement(at, is)) return true;
  return false;
}
function toDescendant(at: XmlReading, is: Called): boolean {
  const from = at.node;
  if (at.state === 'Initial') return moveToContent(at) === 'Element' && (isElement(at, is) || toDescendant(at, is));
  if (from?.kind !== 'element' || at.atEnd || isEmptyTag(from)) return false;
  while (at.read() && !(at.node === from && at.atEnd)) if (isElement(at, is)) return true;
  return false;
}
function toSibling(at: XmlReading, is: Called): boolean {
  const { depth } = at;
  for (at.skip(); at.node !== undefined && at.depth >= depth; at.skip()) {
    if (at.atEnd) return false;
    if (isElement(at, is)) return true;
  }
  return false;
}
/** The text of an element that has no other elements in it; the reader stands behind it then. */
function elementText(at: XmlReading): string {
  const { node } = at;
  if (at.kind !== 'Element' || node === undefined)
    throw invalidOperation(
      `The ReadElementContentAsString method is not supported on node type ${at.kind}.${place(at)}`,
    );
  if (node.elements.length > 0)
    throw throwNet(
      'System.Xml.XmlException',
      `The 'Element' node is not supported by the ReadElementContentAsString method.${place(at)}`,
    );
  at.skip();
  return node.text;
}
/** Texts beside each other. */
function contentText(at: XmlReading): string {
  if (at.attribute >= 0) return at.current?.value ?? '';
  let found = '';
  for (; at.node !== undefined && !at.atEnd; at.read()) {
    const { kind, value } = at.node;
    if (kind === 'text' || kind === 'cdata' || kind === 'whitespace') found += value;
    else if (kind !== 'comment' && kind !== 'instruction') break;
  }
  return found;
}
/** XmlConvert's own way from text, by the name of its method. */
const convert = (method: string, source: string): Pending<PSValue | undefined> =>
  bodiesOf('System.Xml.XmlConvert')?.get(`static ${method}`)?.(null, source) ?? null;
const READ_AS: Readonly<Record<string, (source: string) => Pending<PSValue | undefined>>> = {
  Boolean: (source) => convert('ToBoolean', source),
  DateTime: (source) => convert('ToDateTime(string)', source),
  Decimal: (source) => convert('ToDecimal', source),
  Double: (source) => convert('ToDouble', source),
  Float: (source) => convert('ToSingle', source),
  Int: (source) => convert('ToInt32', source),
  Long: (source) => convert('ToInt64', source),
  Object: (source) => source,
  String: (source) => source,
};
/** Where an element's end tag is, at which .NET stands when it has read its text. */
function placeOfEnd(at: XmlReading): string {
  const [line, position] = at.endPlace;
  return ` Line ${line}, position ${position}.`;
}
const readAs = (): Bodies => {
  const bodies: Record<string, MemberBody> = {};
  for (const [name, from] of Object.entries(READ_AS)) {
    /** What the text is, or that it is nothing of that kind. */
    const converted = (where: string, source: string): Pending<PSValue | undefined> => {
      try {
        return from(source);
      } catch (error) {
        if (!(error instanceof NetThrow)) throw error;
        throw throwNet('System.Xml.XmlException', `Content cannot be converted to the type ${name}.${where}`);
      }
    };
    bodies[`ReadContentAs${name}`] = (self) => {
      const where = place(own(self));
      return converted(where, contentText(own(self)));
    };
    bodies[`ReadElementContentAs${name}`] = (self, local, uri) => {
      const at = own(self);
      if (local !== undefined && !isElement(at, called(local, uri ?? '')))
        throw throwNet(
          'System.Xml.XmlException',
          `Element '${text(local)}' with namespace name '${text(uri)}' was not found.${place(at)}`,
        );
      const end = placeOfEnd(at);
      return converted(end, elementText(at));
    };
  }
  return bodies;
};
function innerNodes(at: XmlReading): readonly XmlNode[] {
  return at.node?.kind === 'element' && !at.atEnd ? at.node.children : [];
}
/** By a name, or by a local name and its namespace. */
const named = (
  method: string,
  body: (at: XmlReading, is: Called, name: PSValue | undefined) => PSValue | undefined,
): Bodies => ({
  [`${method}()`]: (self) => body(own(self), called(undefined), undefined),
  [`${method}(string)`]: (self, name) => body(own(self), called(name), name),
  [`${method}(string, string)`]: (self, local, uri) => body(own(self), called(local, uri ?? ''), local),
});
const fixed =
  (value: PSValue): MemberBody =>
  () =>
    value;
implement(READER, () => ({
  'static Create': (_self, from, chosen) => reading(IMPL, from ?? null, waysOf(chosen)),
  Settings: () => net(SETTINGS, new Settings()),
  NodeType: (self) => nodeType(own(self).kind),
  Name: (self) => nameOfNode(own(self)),
  LocalName: (self) => nameOfNode(own(self)).replace(/^.*:/, ''),
  Prefix: (self) => own(self).current?.prefix ?? '',
  NamespaceURI: (self) => own(self).current?.namespace ?? '',
  HasValue: (self) => !['None', 'Element', 'EndElement'].includes(own(self).kind),
  Value: (self) => {
    const at = own(self);
    const { current } = at;
    if (current === undefined || at.kind === 'Element' || at.kind === 'EndElement') return '';
    return current.kind === 'doctype' ? current.value.slice(current.value.indexOf('[') + 1, -1) : current.value;
  },
  Depth: (self) => own(self).depth,
  BaseURI: fixed(''),
  IsEmptyElement: (self) => {
    const { node, atEnd, attribute } = own(self);
    return node?.kind === 'element' && !atEnd && attribute < 0 && isEmptyTag(node);
  },
  IsDefault: no,
  QuoteChar: () => char('"'),
  XmlSpace: () => enumOf('System.Xml.XmlSpace', 'None'),
  XmlLang: (self) => {
    for (let at = own(self).node; at?.kind === 'element'; at = at.parent) {
      const found = at.attribute('xml:lang');
      if (found !== undefined) return found.value;
    }
    return '';
  },
  SchemaInfo: none,
  ValueType: () => convertTo('System.String', requireType('System.Type')),
  AttributeCount: (self) => own(self).attributes.length,
  HasAttributes: (self) => own(self).attributes.length > 0,
  EOF: (self) => own(self).state === 'EndOfFile',
  ReadState: (self) => enumOf('System.Xml.ReadState', own(self).state),
  NameTable: () => net('System.Xml.NameTable', undefined),
  CanResolveEntity: yes,
  CanReadBinaryContent: yes,
  CanReadValueChunk: yes,
  ...getAttribute('GetAttribute'),
  ...getAttribute('get_Item'),
  'MoveToAttribute(string)': (self, name) => moveTo(self, attributeNamed(self, name)),
  'MoveToAttribute(string, string)': (self, local, uri) => moveTo(self, attributeIn(self, local, uri)),
  'MoveToAttribute(int)': (self, index) => {
    moveTo(self, attributeAt(self, index));
    return undefined;
  },
  MoveToFirstAttribute: (self) => moveTo(self, own(self).attributes[0]),
  MoveToNextAttribute: (self) => moveTo(self, own(self).attributes[own(self).attribute + 1]),
  MoveToElement: (self) => {
    const was = own(self).attribute >= 0;
    own(self).attribute = -1;
    own(self).inValue = false;
    return was;
  },
  ReadAttributeValue: (self) => {
    const at = own(self);
    if (at.attribute < 0 || at.inValue) return false;
    at.inValue = true;
    return true;
  },
  Read: (self) => own(self).read(),
  Close: (self) => close(self),
  Dispose: (self) => close(self),
  Skip: (self) => {
    own(self).skip();
    return undefined;
  },
  LookupNamespace: (self, prefix) => own(self).node?.lookup(text(prefix)) ?? null,
  MoveToContent: (self) => nodeType(moveToContent(own(self))),
  ...named('ReadStartElement', (at, is, name) => {
    startElement(at, is, name);
    return undefined;
  }),
  ReadEndElement: (self) => {
    const at = own(self);
    if (moveToContent(at) !== 'EndElement') throw wrongNode(at);
    at.read();
    return undefined;
  },
  ...named('IsStartElement', (at, is) => moveToContent(at) === 'Element' && isElement(at, is)),
  ...named('ReadElementString', (at, is, name) => {
    if (moveToContent(at) !== 'Element') throw wrongNode(at);
    if (!isElement(at, is))
      throw throwNet('System.Xml.XmlException', `Element '${text(name)}' was not found.${place(at)}`);
    return elementText(at);
  }),
  ReadString: (self) => {
    const at = own(self);
    if (at.kind === 'Element') {
      if (at.node === undefined || isEmptyTag(at.node)) return '';
      at.read();
    }
    return contentText(at);
  },
  ...named('ReadToFollowing', toFollowing),
  ...named('ReadToDescendant', toDescendant),
  ...named('ReadToNextSibling', toSibling),
  ReadInnerXml: (self) => {
    const at = own(self);
    if (at.attribute >= 0) return at.current?.value ?? '';
    const inner = innerNodes(at);
    if (at.kind === 'Element') at.skip();
    return drive(nodesText(inner, ticking()));
  },
  ReadOuterXml: (self) => {
    const at = own(self);
    const { current } = at;
    if (current === undefined || at.atEnd) return '';
    if (at.kind === 'Element') at.skip();
    else if (at.attribute < 0) at.read();
    return drive(nodesText([current], ticking()));
  },
  ReadSubtree: (self) => {
    const at = own(self);
    if (at.kind !== 'Element' || at.node === undefined)
      throw invalidOperation('ReadSubtree() can be called only if the reader is on an element node.');
    const root = new XmlNode('document', '#document', '');
    const copy = atOnce(at.node.cloneSteps(NO_TICK));
    copy.parent = root;
    root.children.push(copy);
    at.toEnd();
    return net(IMPL, new XmlReading(root, at.ways));
  },
  ...readAs(),
}));
const nameOfNode = (at: XmlReading): string => {
  const { current } = at;
  if (current === undefined || at.inValue || current.name.startsWith('#')) return '';
  return current.name;
};
function close(self: PSValue): undefined {
  const at = own(self);
  at.state = 'Closed';
  at.node = undefined;
  at.attribute = -1;
  return undefined;
}
implement(TEXT_READER, () => ({
  new: (_self, from) => reading(TEXT_READER, from ?? null, AS_IT_IS),
  LineNumber: (self) => own(self).place[0],
  LinePosition: (self) => own(self).place[1],
  Namespaces: yes,
  Normalization: no,
  WhitespaceHandling: () => enumOf('System.Xml.WhitespaceHandling', 'All'),
  'set WhitespaceHandling': (self, value) => {
    const at = own(self);
    const skips = new Set(at.ways.skips);
    if (toText(value) === 'All') skips.delete('whitespace');
    else skips.add('whitespace');
    dataOfReader(self).data = at.again({ ...at.ways, skips });
    return undefined;
  },
  DtdProcessing: () => enumOf('System.Xml.DtdProcessing', 'Parse'),
  'set XmlResolver': () => undefined,
  HasLineInfo: yes,
}));
function dataOfReader(self: PSValue): NetObject {
  const inner = unwrap(self);
  if (!(inner instanceof NetObject)) throw argumentNull('reader');
  return inner;
}
implement('System.Xml.XmlNodeReader', () => ({
  new: (_self, node) => {
    const inner = unwrap(node ?? null);
    const data = inner instanceof NetObject ? inner.data : undefined;
    if (!(data instanceof XmlNode)) throw argumentNull('node');
    const root = data.kind === 'document' ? data : new XmlNode('document', '#document', '');
    if (root !== data) root.children.push(atOnce(data.cloneSteps(NO_TICK)));
    for (const child of root.children) child.parent = root;
    return net('System.Xml.XmlNodeReader', new XmlReading(root, AS_IT_IS));
  },
}));
