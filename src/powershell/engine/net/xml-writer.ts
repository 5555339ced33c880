/** XmlWriter as Create makes it, XmlTextWriter, XmlWriterSettings, and nodes that write themselves to one. */
import { Buffer } from 'node:buffer';
import { PSDateTime, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import {
  andThen,
  atOnce,
  drive,
  look,
  NO_TICK,
  type Pending,
  settle,
  type Steps,
  type Tick,
  ticking,
} from '../pending.js';
import { type Bodies, implement } from '../values/bodies.js';
import { NetObject, unwrap } from '../values/live.js';
import { full } from './files.js';
import { netFormat } from './string.js';
import { plainProperties, Settings } from './plain-properties.js';
import { newWriter, TextSink, writerOver } from './streams/text-writer.js';
import { argumentError, argumentNull, bytesOf, char, dataOf, enumOf, net, num, text, throwNet } from './support.js';
import { coderNamed, coderOf, encodingObject, knownCoder } from './text.js';
import { BAD_COMMENT, escapeText, invalidCharacter, XML, XMLNS, type XmlNode } from './xml-dom.js';

const WRITER = 'System.Xml.XmlWriter';
const SETTINGS = 'System.Xml.XmlWriterSettings';
const eol = process.platform === 'win32' ? '\r\n' : '\n';

interface Layout {
  indent: boolean;
  indentChars: string;
  newLine: string;
  readonly omitDeclaration: boolean;
  readonly attributesOnLines: boolean;
  readonly isFragment: boolean;
  quote: string;
}
/** One element that is not ended yet. */
interface Open {
  readonly name: string;
  /** Prefixes that it declares. */
  readonly declared: Map<string, string>;
  /** Those of them that nobody wrote: they are written when the start tag ends. */
  readonly implied: Set<string>;
  readonly attributes: Set<string>;
  /** The default namespace that it was begun with. */
  readonly ownDefault: string | undefined;
  /** Prefixes that were made for its attributes. */
  made: number;
  /** Text stands in it: no space may be added. */
  mixed: boolean;
  hasContent: boolean;
}
type State = 'Start' | 'Prolog' | 'Element' | 'Attribute' | 'Content' | 'Closed' | 'EndRootElement';

/** Characters that no XML may have, which an XmlTextWriter writes by their numbers. */
function numbered(value: string): string {
  if (invalidCharacter(value) === undefined) return value;
  let made = '';
  for (const c of value)
    made += invalidCharacter(c) === undefined ? c : `&#x${c.charCodeAt(0).toString(16).toUpperCase()};`;
  return made;
}
class XmlWriting {
  readonly layout: Layout;
  readonly #sink: TextSink;
  /** XmlTextWriter: writes at once, checks less, and has its own way of indenting. */
  readonly #isOld: boolean;
  /** Begun as one: it has one root. */
  #isDocument = false;
  readonly #closesSink: boolean;
  readonly #open: Open[] = [];
  state: State = 'Start';
  #text = '';
  /** Nothing was written yet, or text was last: what comes next begins no line. */
  #afterText = true;
  #mixed = false;
  #attribute:
    | { readonly prefix: string; readonly local: string; readonly uri: string | undefined; value: string }
    | undefined;

  constructor(sink: TextSink, layout: Layout, isOld: boolean, closesSink: boolean) {
    this.#sink = sink;
    this.layout = layout;
    this.#isOld = isOld;
    this.#closesSink = closesSink;
  }

  // ------------------------------------------------------------------ output

  #put(value: string): void {
    this.#text += value;
    this.#afterText = false;
  }
  /** What a call wrote goes on at once, or waits for Flush. */
  done(): Pending<undefined> {
    return this.#isOld ? this.#send() : undefined;
  }
  #send(): Pending<undefined> {
    const ready = this.#text;
    this.#text = '';
    return ready === '' ? undefined : this.#sink.write(ready);
  }
  flush(): Pending<undefined> {
    return andThen(this.#send(), () => this.#sink.flush());
  }
  close(): Pending<undefined> {
    if (this.state === 'Closed') return undefined;
    while (this.#open.length > 0) this.endElement(false);
    this.state = 'Closed';
    return andThen(this.flush(), () => (this.#closesSink || this.#isOld ? this.#sink.close() : undefined));
  }
  #line(depth: number): void {
    this.#put(this.layout.newLine + this.layout.indentChars.repeat(depth));
  }
  /** Before a tag, a comment or an instruction. */
  #indent(): void {
    if (!this.layout.indent) return;
    const depth = this.#open.length;
    if (this.#isOld) {
      if (this.state !== 'Start' && this.#open.at(-1)?.mixed !== true) this.#line(depth);
    } else if (!this.#mixed && !this.#afterText) this.#line(depth);
  }

  // ------------------------------------------------------------------- rules

  #refuse(token: string): never {
    const isOver = this.#isOld && this.state === 'EndRootElement';
    const atTop = this.#open.length === 0 && !isOver;
    const state = isOver
      ? 'Epilog'
      : this.state === 'Content'
        ? 'Element Content'
        : this.state === 'Start'
          ? 'Start'
          : this.state;
    throw throwNet(
      'System.InvalidOperationException',
      this.state === 'Closed'
        ? `The Writer is closed or in error state.`
        : `Token ${token} in state ${state} would result in an invalid XML document.${atTop ? ' Make sure that the ConformanceLevel setting is set to ConformanceLevel.Fragment or ConformanceLevel.Auto if you want to write an XML fragment. ' : ''}`,
    );
  }
  #mayBegin(token: string): void {
    if (this.state === 'Closed') this.#refuse(token);
    const isOpen = this.layout.isFragment || (this.#isOld && !this.#isDocument);
    if (this.state === 'EndRootElement' && !isOpen) this.#refuse(token);
  }
  #checkName(name: string): string {
    if (name === '') throw argumentError("The empty string '' is not a valid local name.");
    const bad = /[^\w.\-:\u00b7-\uffff]|^[\d.-]/.exec(name);
    if (bad !== null)
      throw argumentError(
        `Invalid name character in '${name}'. The '${bad[0]}' character, hexadecimal value 0x${bad[0].charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}, cannot be included in a name.`,
      );
    return name;
  }
  #checkText(value: string): void {
    const bad = this.#isOld ? undefined : invalidCharacter(value);
    if (bad !== undefined) throw argumentError(bad.message);
  }

  // -------------------------------------------------------------- namespaces

  namespaceOf(prefix: string): string | undefined {
    if (prefix === 'xml') return XML;
    for (const { declared } of this.#open.toReversed()) {
      const found = declared.get(prefix);
      if (found !== undefined) return found;
    }
    return prefix === '' ? '' : undefined;
  }
  prefixOf(uri: string, mayBeDefault = true): string | undefined {
    const seen = new Set<string>();
    for (const { declared } of this.#open.toReversed())
      for (const [prefix, one] of declared) {
        if (seen.has(prefix)) continue;
        seen.add(prefix);
        if (one === uri && (mayBeDefault || prefix !== '')) return prefix;
      }
    return mayBeDefault && uri === '' && !seen.has('') ? '' : undefined;
  }
  #imply(open: Open, prefix: string, uri: string): void {
    if (prefix === 'xml' || prefix === 'xmlns' || this.namespaceOf(prefix) === uri) return;
    open.declared.set(prefix, uri);
    open.implied.add(prefix);
  }

  // ------------------------------------------------------------------ content

  startDocument(standalone?: boolean): void {
    if (this.state !== 'Start' && this.state !== 'Closed' && this.#isOld)
      throw throwNet('System.InvalidOperationException', 'WriteStartDocument needs to be the first call.');
    if (this.state !== 'Start') this.#refuse('StartDocument');
    const { web } = this.#sink.coder;
    const encoding = this.#sink.namesCoder === false ? '' : ` encoding="${web}"`;
    const alone = standalone === undefined ? '' : ` standalone="${standalone ? 'yes' : 'no'}"`;
    if (!this.layout.omitDeclaration && !this.layout.isFragment)
      this.#put(`<?xml version=${this.#quoted('1.0')}${encoding}${alone}?>`);
    this.state = 'Prolog';
    this.#isDocument = true;
  }
  #quoted(value: string): string {
    return this.layout.quote + value + this.layout.quote;
  }
  /** A document's declaration is written by itself before its root. */
  #begin(): void {
    if (this.state === 'Start' && !this.#isOld && !this.layout.isFragment) this.startDocument();
  }
  endDocument(): void {
    while (this.#open.length > 0) this.endElement(false);
    if (this.state === 'Start' || this.state === 'Prolog') this.#refuse('EndDocument');
  }
  /** Ends a start tag that is still open: its content begins. */
  #finishTag(end = '>'): void {
    this.endAttribute();
    const open = this.#open.at(-1);
    if (this.state !== 'Element' || open === undefined) return;
    for (const prefix of [...open.implied].toReversed())
      this.#writeAttribute(prefix === '' ? 'xmlns' : `xmlns:${prefix}`, open.declared.get(prefix) ?? '');
    this.#put(end);
    this.state = 'Content';
    if (!this.#isOld && this.#open.length === 1 && !this.layout.isFragment) this.#mixed = false;
  }
  startElement(given: string | undefined, local: string, uri: string | undefined): void {
    this.#mayBegin('StartElement');
    this.#begin();
    if (!this.#isOld) this.#checkName(local);
    else if (local === '') throw argumentError("The empty string '' is not a valid local name.");
    this.#finishTag();
    const prefix = this.#isOld && uri === '' ? '' : (given ?? (uri === undefined ? '' : (this.prefixOf(uri) ?? '')));
    this.#indent();
    const outer = this.#open.at(-1);
    if (outer !== undefined) outer.hasContent = true;
    const name = prefix === '' ? local : `${prefix}:${local}`;
    const open: Open = {
      name,
      declared: new Map(),
      implied: new Set(),
      attributes: new Set(),
      ownDefault: prefix === '' ? uri : undefined,
      made: 0,
      mixed: this.#mixed,
      hasContent: false,
    };
    if (this.#isOld) open.mixed = outer?.mixed === true;
    this.#open.push(open);
    if (uri !== undefined) this.#imply(open, prefix, uri);
    this.#put(`<${name}`);
    this.state = 'Element';
  }
  endElement(isFull: boolean): void {
    const open = this.#open.at(-1);
    if (open === undefined) {
      if (this.#isOld) throw throwNet('System.InvalidOperationException', 'There was no XML start tag open.');
      this.#refuse('EndElement');
    }
    const isEmpty = (this.state === 'Element' || this.state === 'Attribute') && !isFull;
    this.#finishTag(isEmpty ? ' />' : '>');
    const { indent } = this.layout;
    const depth = this.#open.length - 1;
    if (!isEmpty && indent) {
      if (this.#isOld ? !open.mixed : open.hasContent && !this.#mixed && !this.#afterText) this.#line(depth);
    }
    if (!this.#isOld) this.#mixed = open.mixed;
    this.#open.pop();
    if (!isEmpty) this.#put(`</${open.name}>`);
    this.state = this.#open.length === 0 ? 'EndRootElement' : 'Content';
  }
  startAttribute(given: string | undefined, local: string, uri: string | undefined): void {
    this.endAttribute();
    if (this.state !== 'Element')
      if (this.#isOld && this.state === 'Content')
        throw throwNet(
          'System.InvalidOperationException',
          'Token StartAttribute in state Content would result in an invalid XML document.',
        );
      else this.#refuse('StartAttribute');
    this.#attribute = { prefix: given ?? '', local, uri, value: '' };
    this.state = 'Attribute';
  }
  endAttribute(): void {
    const { state } = this;
    const given = this.#attribute;
    const open = this.#open.at(-1);
    if (state !== 'Attribute' || given === undefined || open === undefined) return;
    this.state = 'Element';
    this.#attribute = undefined;
    const { local, value } = given;
    let { prefix } = given;
    if (prefix === 'xmlns' || (prefix === '' && local === 'xmlns')) {
      this.#declare(open, prefix === '' ? '' : local, value);
      return;
    }
    const uri = given.uri ?? '';
    if (this.#isOld && given.uri === '') prefix = '';
    if (uri !== '' && uri !== XMLNS) {
      // A prefix that the element itself gave to something else.
      if (this.#isOld && open.declared.has(prefix) && open.declared.get(prefix) !== uri) prefix = '';
      if (prefix === '') prefix = this.prefixOf(uri, false) ?? this.#newPrefix(open);
      this.#imply(open, prefix, uri);
    }
    const name = prefix === '' ? this.#checkName(local) : `${prefix}:${this.#checkName(local)}`;
    if (open.attributes.has(name) && !this.#isOld)
      throw throwNet('System.Xml.XmlException', `'${local}' is a duplicate attribute name.`);
    open.attributes.add(name);
    this.#writeAttribute(name, value);
  }
  #newPrefix(open: Open): string {
    open.made += 1;
    if (this.#isOld) return `d${this.#open.length}p${open.made}`;
    return `p${this.#open.reduce((sum, { declared }) => sum + declared.size, 0)}`;
  }
  /** `xmlns` that somebody writes. */
  #declare(open: Open, prefix: string, uri: string): void {
    const before =
      open.declared.get(prefix) ?? (prefix === '' && !open.name.includes(':') ? this.namespaceOf('') : undefined);
    if (before !== undefined && before !== uri && !this.#isOld)
      throw throwNet(
        'System.Xml.XmlException',
        `The prefix '${prefix}' cannot be redefined from '${before}' to '${uri}' within the same start element tag.`,
      );
    // The namespace that the element was begun with stays its own.
    if (!this.#isOld || prefix !== '' || open.ownDefault === undefined) open.declared.set(prefix, uri);
    open.implied.delete(prefix);
    this.#writeAttribute(prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri);
  }
  #writeAttribute(name: string, value: string): void {
    const { indent, attributesOnLines } = this.layout;
    if (indent && attributesOnLines) this.#line(this.#open.length);
    else this.#put(' ');
    this.#putAttribute(name, value);
  }
  /** An attribute beside no element. */
  alone({ name, value }: XmlNode): void {
    this.#putAttribute(name, value);
  }
  #putAttribute(name: string, value: string): void {
    const { quote } = this.layout;
    let shown = escapeText(value).replaceAll(quote, quote === '"' ? '&quot;' : '&apos;');
    shown = shown.replaceAll('\n', '&#xA;').replaceAll('\r', '&#xD;');
    shown = this.#isOld ? numbered(shown) : shown.replaceAll('\t', '&#x9;');
    this.#put(`${name}=${quote}${shown}${quote}`);
  }
  /** Something that is no markup of its own line. */
  #content(token: string, value: string, inAttribute: string | undefined = value): void {
    if (this.state === 'Attribute' && this.#attribute !== undefined) {
      this.#attribute.value += inAttribute;
      return;
    }
    if (this.#open.length === 0 && !this.layout.isFragment) this.#refuse(token);
    this.#finishTag();
    const open = this.#open.at(-1);
    if (open !== undefined) {
      open.hasContent = true;
      if (this.#isOld) open.mixed = true;
    }
    this.#mixed = true;
    this.#put(value);
    this.#afterText = true;
  }
  string(value: string): void {
    this.#checkText(value);
    const shown = this.#isOld ? value : value.replace(/\r\n|\r|\n/g, this.layout.newLine);
    const safe = escapeText(shown);
    this.#content('Text', this.#isOld ? numbered(safe) : safe, value);
  }
  cdata(value: string): void {
    if (this.#isOld && value.includes(']]>')) throw argumentError("Cannot have ']]>' inside an XML CDATA block.");
    this.#content('CDATA', `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`);
  }
  raw(value: string): void {
    if (this.#open.length > 0) return this.#content('RawData', value);
    this.#begin();
    this.#put(value);
    this.#afterText = true;
    if (this.state === 'Start') this.state = 'Prolog';
  }
  whitespace(value: string): void {
    if (/[^ \t\r\n]/.test(value)) throw argumentError('Only white space characters should be used.');
    if (this.#open.length > 0) return this.#content('Whitespace', value);
    this.#begin();
    this.#put(value);
    this.#afterText = true;
    if (!this.#isOld) this.#mixed = true;
    if (this.state === 'Start') this.state = 'Prolog';
  }
  /** A comment, an instruction or a document type: on a line of its own. */
  #standing(value: string): void {
    if (this.state === 'Closed') this.#refuse('Comment');
    this.#begin();
    this.#finishTag();
    this.#indent();
    const open = this.#open.at(-1);
    if (open !== undefined) open.hasContent = true;
    this.#put(value);
    if (this.state === 'Start') this.state = 'Prolog';
  }
  comment(value: string): void {
    if (this.#isOld && (value.includes('--') || value.endsWith('-'))) throw argumentError(BAD_COMMENT);
    this.#standing(`<!--${value.replace(/--/g, '- -').replace(/-$/, '- ')}-->`);
  }
  instruction(name: string, value: string): void {
    if (name.toLowerCase() !== 'xml') return this.#standing(`<?${name}${value === '' ? '' : ` ${value}`}?>`);
    // A declaration as somebody wrote it.
    if (this.state !== 'Start')
      throw this.#isOld
        ? argumentError('Cannot write XML declaration. WriteStartDocument method has already written it.')
        : throwNet(
            'System.InvalidOperationException',
            'Cannot write XML declaration. XML declaration can be only at the beginning of the document.',
          );
    if (!this.layout.omitDeclaration) this.#put(`<?xml ${value}?>`);
    this.state = 'Prolog';
  }
  docType(name: string, pub: string | null, sys: string | null, subset: string | null): void {
    const ids = pub !== null ? ` PUBLIC "${pub}" "${sys ?? ''}"` : sys !== null ? ` SYSTEM "${sys}"` : '';
    this.docTypeText(name, `${ids}${subset === null ? '' : `[${subset}]`}`);
  }
  docTypeText(name: string, rest: string): void {
    this.#standing(`<!DOCTYPE ${name}${rest}>`);
  }
  /** A node with all that is in it. */
  *node(one: XmlNode, tick: Tick): Steps<void> {
    switch (one.kind) {
      case 'document':
      case 'fragment':
        for (const child of one.children) yield* this.node(child, tick);
        return;
      case 'element':
        this.startElement(one.prefix, one.localName, one.namespace);
        for (const attribute of one.attributes) yield* this.node(attribute, tick);
        for (const child of one.children) yield* this.node(child, tick);
        this.endElement(!one.isEmpty || one.children.length > 0);
        yield* look(tick);
        return;
      case 'attribute':
        this.startAttribute(one.prefix, one.localName, one.namespace === XMLNS ? '' : one.namespace);
        this.string(one.value);
        this.endAttribute();
        return;
      case 'text':
        return this.string(one.value);
      case 'cdata':
        return this.cdata(one.value);
      case 'comment':
        return this.comment(one.value);
      case 'declaration':
        return this.instruction('xml', one.value);
      case 'doctype':
        return this.docTypeText(one.name, one.value);
      case 'instruction':
        return this.instruction(one.name, one.value);
      case 'whitespace':
        return this.whitespace(one.value);
    }
  }
}
/** A large tree lets others have their turn. */
function* nodeSteps(writing: XmlWriting, list: readonly XmlNode[]): Steps<void> {
  const tick = ticking();
  for (const one of list) yield* writing.node(one, tick);
}
class PieceSink extends TextSink {
  readonly coder = knownCoder('unicode');
  readonly #pieces: string[];
  constructor(pieces: string[]) {
    super();
    this.#pieces = pieces;
  }
  write(value: string): undefined {
    this.#pieces.push(value);
  }
}
/** Nodes beside each other as text, as OuterXml gives it. */
export function* nodesText(list: readonly XmlNode[], tick: Tick): Steps<string> {
  const pieces: string[] = [];
  const writing = new XmlWriting(new PieceSink(pieces), { ...oldLayout(), isFragment: true }, true, false);
  for (const one of list)
    if (one.kind === 'attribute') writing.alone(one);
    else yield* writing.node(one, tick);
  yield* settle(writing.flush());
  return pieces.join('');
}
/** Nodes as LINQ to XML shows them: each on its line, or as they are. */
export function linedText(list: readonly XmlNode[], indent: boolean): string {
  const pieces: string[] = [];
  const layout = { ...oldLayout(), indent, omitDeclaration: true };
  const writing = new XmlWriting(new PieceSink(pieces), layout, false, false);
  for (const one of list) atOnce(writing.node(one, NO_TICK));
  void writing.flush();
  return pieces.join('');
}
/** Writes nodes, with a declaration before them, to a path, a stream, a text writer or an XML writer. */
export function writeWhole(
  target: PSValue,
  list: readonly XmlNode[],
  ways: { readonly indent: boolean; readonly standalone: boolean | undefined; readonly encoding: string | undefined },
): Pending<undefined> {
  const given = unwrap(target);
  const isWriter = given instanceof NetObject && given.data instanceof XmlWriting;
  const chosen = net(SETTINGS, new Settings());
  const { values } = dataOf<Settings>(chosen);
  values.set('Indent', ways.indent);
  const coder = ways.encoding === undefined ? undefined : coderNamed(ways.encoding);
  if (coder !== undefined) values.set('Encoding', encodingObject(coder));
  const writing = dataOf<XmlWriting>(isWriter ? target : create(target, chosen));
  if (writing.state === 'Start' && !writing.layout.isFragment) writing.startDocument(ways.standalone);
  return andThen(drive(nodeSteps(writing, list)), () => (isWriter ? writing.done() : writing.close()));
}
export const nodeText = (node: XmlNode): string => atOnce(nodesText([node], NO_TICK));
/** What a value is if it is an XmlWriter: how nodes, or a whole document, are written to it. */
export const xmlWriterIn = (
  value: PSValue,
):
  | { nodes(list: readonly XmlNode[]): Pending<undefined>; whole(document: XmlNode): Pending<undefined> }
  | undefined => {
  const inner = unwrap(value);
  if (!(inner instanceof NetObject) || !(inner.data instanceof XmlWriting)) return undefined;
  const writing = inner.data;
  const nodes = (list: readonly XmlNode[]): Pending<undefined> =>
    andThen(drive(nodeSteps(writing, list)), () => writing.done());
  return {
    nodes,
    whole: (document) => andThen(nodes(beginDocument(writing, document)), () => writing.flush()),
  };
};
/** A document's declaration becomes the writer's own, which tells of the writer's encoding. @returns the other nodes. */
function beginDocument(writing: XmlWriting, { children }: XmlNode): readonly XmlNode[] {
  if (writing.state !== 'Start') return children;
  const [first, ...others] = children;
  const isDeclared = first?.kind === 'declaration';
  const alone = isDeclared ? /standalone\s*=\s*["'](yes|no)["']/.exec(first.value)?.[1] : undefined;
  writing.startDocument(alone === undefined ? undefined : alone === 'yes');
  return isDeclared ? others : children;
}
/** As XmlDocument.Save writes to a file, a stream or a writer. */
export function saveDocument(document: XmlNode, target: PSValue): Pending<undefined> {
  const declaration = document.children.find(({ kind }) => kind === 'declaration');
  const named = /encoding\s*=\s*["']([^"']*)["']/.exec(declaration?.value ?? '')?.[1];
  const encoding = encodingObject((named === undefined ? undefined : coderNamed(named)) ?? coderOf(undefined));
  const inner = unwrap(target);
  const isPath = typeof inner === 'string';
  const sink = isPath ? dataOf<TextSink>(newWriter(full(inner), { encoding })) : writerOver(target, encoding);
  if (sink === undefined) throw argumentNull('outStream');
  const writing = new XmlWriting(sink, { ...oldLayout(), indent: !document.keepsSpace }, true, false);
  // Bytes are of the encoding that is named; a text has its own, and always tells of it.
  const isText = inner instanceof NetObject && inner.data === sink;
  const nodes = isText ? beginDocument(writing, document) : document.children;
  return andThen(drive(nodeSteps(writing, nodes)), () =>
    andThen(writing.flush(), () => (isPath ? sink.close() : undefined)),
  );
}

// ------------------------------------------------------------------- settings

const no = (): PSValue => false;
const yes = (): PSValue => true;
const settings = plainProperties({
  Async: no,
  CheckCharacters: yes,
  CloseOutput: no,
  ConformanceLevel: () => enumOf('System.Xml.ConformanceLevel', 'Document'),
  DoNotEscapeUriAttributes: no,
  Encoding: () => encodingObject(knownCoder('utf8')),
  Indent: no,
  IndentChars: () => '  ',
  NamespaceHandling: () => enumOf('System.Xml.NamespaceHandling', 'Default'),
  NewLineChars: () => eol,
  NewLineHandling: () => enumOf('System.Xml.NewLineHandling', 'Replace'),
  NewLineOnAttributes: no,
  OmitXmlDeclaration: no,
  OutputMethod: () => enumOf('System.Xml.XmlOutputMethod', 'Xml'),
  WriteEndDocumentOnClose: yes,
});
implement(SETTINGS, () => ({
  ...settings,
  new: () => net(SETTINGS, new Settings()),
  Reset: (self) => {
    dataOf<Settings>(self).values.clear();
    return undefined;
  },
  Clone: (self) => {
    const copy = net(SETTINGS, new Settings());
    for (const [name, value] of dataOf<Settings>(self).values) dataOf<Settings>(copy).values.set(name, value);
    return copy;
  },
}));
function create(target: PSValue, given: PSValue | undefined): PSValue {
  const chosen = given === undefined || given === null ? net(SETTINGS, new Settings()) : given;
  const setting = (name: keyof typeof settings): PSValue => {
    const read = settings[name]?.(chosen);
    return read === undefined || read instanceof Promise ? null : read;
  };
  const inner = unwrap(target);
  if (inner === null) throw argumentNull('output');
  const isPath = typeof inner === 'string';
  const sink = isPath
    ? dataOf<TextSink>(newWriter(full(inner), { encoding: setting('Encoding') }))
    : writerOver(target, setting('Encoding'));
  if (sink === undefined) throw argumentNull('output');
  return net(
    WRITER,
    new XmlWriting(
      sink,
      {
        indent: setting('Indent') === true,
        indentChars: text(setting('IndentChars')),
        newLine: text(setting('NewLineChars')),
        omitDeclaration: setting('OmitXmlDeclaration') === true,
        attributesOnLines: setting('NewLineOnAttributes') === true,
        isFragment: toText(setting('ConformanceLevel')) !== 'Document',
        quote: '"',
      },
      false,
      isPath || setting('CloseOutput') === true,
    ),
  );
}

// --------------------------------------------------------------------- members

const own = (self: PSValue): XmlWriting => dataOf<XmlWriting>(self);
/** One call of a writer. */
function call(self: PSValue, work: (writing: XmlWriting) => void): Pending<undefined> {
  const writing = own(self);
  work(writing);
  return writing.done();
}
const words = (value: PSValue | undefined): string => (value === undefined || value === null ? '' : text(value));
/** A prefix or a namespace that a script gives: nothing is the empty one. */
const given = (value: PSValue | undefined): string | undefined => (value === undefined ? undefined : words(value));
const charsOf = (buffer: PSValue | undefined, index: PSValue | undefined, count: PSValue | undefined): string =>
  (Array.isArray(buffer) ? (buffer as PSValue[]) : [])
    .slice(num(index ?? 0), num(index ?? 0) + num(count ?? 0))
    .map((one) => toText(one))
    .join('');
function valueText(value: PSValue): string {
  const inner = unwrap(value);
  if (inner === null) throw argumentNull('value');
  if (typeof inner === 'boolean') return inner ? 'true' : 'false';
  return inner instanceof PSDateTime ? netFormat('{0:yyyy-MM-ddTHH:mm:ss.FFFFFFFK}', [inner]) : toText(inner);
}
type FullName = readonly [prefix: string | undefined, local: string, uri: string | undefined];
type ValuedName = readonly [...name: FullName, value: string];
/** A method that takes a name: alone, with its namespace, with a prefix before. */
const started = (method: string, write: (to: XmlWriting, ...name: FullName) => void): Bodies => ({
  [`${method}(string)`]: (self, local) => call(self, (to) => write(to, undefined, words(local), undefined)),
  [`${method}(string, string)`]: (self, local, uri) =>
    call(self, (to) => write(to, undefined, words(local), given(uri))),
  [`${method}(string, string, string)`]: (self, prefix, local, uri) =>
    call(self, (to) => write(to, given(prefix), words(local), given(uri))),
});
/** The same with a value. */
const valued = (method: string, write: (to: XmlWriting, ...name: ValuedName) => void): Bodies => ({
  [`${method}(string, string)`]: (self, local, value) =>
    call(self, (to) => write(to, undefined, words(local), undefined, words(value))),
  [`${method}(string, string, string)`]: (self, local, uri, value) =>
    call(self, (to) => write(to, undefined, words(local), given(uri), words(value))),
  [`${method}(string, string, string, string)`]: (self, prefix, local, uri, value) =>
    call(self, (to) => write(to, given(prefix), words(local), given(uri), words(value))),
});
implement(WRITER, () => ({
  'static Create': (_self, target, chosen) => create(target, chosen),
  WriteState: (self) => {
    const { state } = own(self);
    return enumOf('System.Xml.WriteState', state === 'EndRootElement' ? 'Content' : state);
  },
  Settings: () => net(SETTINGS, new Settings()),
  WriteStartDocument: (self, standalone) =>
    call(self, (to) => to.startDocument(standalone === undefined ? undefined : standalone === true)),
  WriteEndDocument: (self) => call(self, (to) => to.endDocument()),
  WriteDocType: (self, name, pub, sys, subset) =>
    call(self, (to) =>
      to.docType(
        words(name),
        pub === null ? null : words(pub),
        sys === null ? null : words(sys),
        subset === null ? null : words(subset),
      ),
    ),
  ...started('WriteStartElement', (to, prefix, local, uri) => to.startElement(prefix, local, uri)),
  WriteEndElement: (self) => call(self, (to) => to.endElement(false)),
  WriteFullEndElement: (self) => call(self, (to) => to.endElement(true)),
  ...valued('WriteAttributeString', attribute),
  ...started('WriteStartAttribute', (to, prefix, local, uri) => to.startAttribute(prefix, local, uri)),
  WriteEndAttribute: (self) => call(self, (to) => to.endAttribute()),
  WriteCData: (self, value) => call(self, (to) => to.cdata(words(value))),
  WriteComment: (self, value) => call(self, (to) => to.comment(words(value))),
  WriteProcessingInstruction: (self, name, value) => call(self, (to) => to.instruction(words(name), words(value))),
  WriteEntityRef: (self, name) => call(self, (to) => to.raw(`&${words(name)};`)),
  WriteCharEntity: (self, one) =>
    call(self, (to) => to.raw(`&#x${toText(one).charCodeAt(0).toString(16).toUpperCase()};`)),
  WriteWhitespace: (self, value) => call(self, (to) => to.whitespace(words(value))),
  WriteString: (self, value) => call(self, (to) => to.string(words(value))),
  WriteChars: (self, buffer, index, count) => call(self, (to) => to.string(charsOf(buffer, index, count))),
  'WriteRaw(string)': (self, value) => call(self, (to) => to.raw(words(value))),
  'WriteRaw(char[], int, int)': (self, buffer, index, count) =>
    call(self, (to) => to.raw(charsOf(buffer, index, count))),
  WriteBase64: (self, buffer, index, count) =>
    call(self, (to) =>
      to.string(
        Buffer.from(bytesOf(buffer))
          .subarray(num(index), num(index) + num(count))
          .toString('base64'),
      ),
    ),
  WriteValue: (self, value) => call(self, (to) => to.string(valueText(value))),
  ...valued('WriteElementString', element),
  WriteName: (self, name) => call(self, (to) => to.string(words(name))),
  WriteNmToken: (self, name) => call(self, (to) => to.string(words(name))),
  LookupPrefix: (self, uri) => own(self).prefixOf(words(uri)) ?? null,
  Flush: (self) => own(self).flush(),
  Close: (self) => own(self).close(),
  Dispose: (self) => own(self).close(),
}));
function attribute(to: XmlWriting, ...[prefix, local, uri, value]: ValuedName): void {
  to.startAttribute(prefix, local, uri);
  to.string(value);
  to.endAttribute();
}
function element(to: XmlWriting, ...[prefix, local, uri, value]: ValuedName): void {
  to.startElement(prefix, local, uri);
  if (value !== '') to.string(value);
  to.endElement(false);
}

// ------------------------------------------------------------- XmlTextWriter

const OLD = 'System.Xml.XmlTextWriter';
const oldLayout = (): Layout => ({
  indent: false,
  indentChars: '  ',
  newLine: eol,
  omitDeclaration: false,
  attributesOnLines: false,
  isFragment: false,
  quote: '"',
});
const old = (sink: TextSink): PSValue => net(OLD, new XmlWriting(sink, oldLayout(), true, true));
implement(OLD, () => ({
  'new(System.IO.TextWriter)': (_self, target) => {
    const sink = writerOver(target, null);
    if (sink === undefined) throw argumentNull('w');
    return old(sink);
  },
  'new(string, System.Text.Encoding)': (_self, path, encoding) => old(encoded(full(path), encoding)),
  'new(System.IO.Stream, System.Text.Encoding)': (_self, target, encoding) => old(encoded(target, encoding)),
  Formatting: (self) => enumOf('System.Xml.Formatting', own(self).layout.indent ? 'Indented' : 'None'),
  'set Formatting': (self, value) => {
    own(self).layout.indent = toText(value) === 'Indented';
    return undefined;
  },
  Indentation: (self) => own(self).layout.indentChars.length,
  'set Indentation': (self, value) => {
    const { layout } = own(self);
    layout.indentChars = (layout.indentChars[0] ?? ' ').repeat(num(value));
    return undefined;
  },
  IndentChar: (self) => char(own(self).layout.indentChars[0] ?? ' '),
  'set IndentChar': (self, value) => {
    const { layout } = own(self);
    layout.indentChars = toText(value).repeat(layout.indentChars.length);
    return undefined;
  },
  QuoteChar: (self) => char(own(self).layout.quote),
  'set QuoteChar': (self, value) => {
    own(self).layout.quote = toText(value);
    return undefined;
  },
  Namespaces: () => true,
  'set Namespaces': () => undefined,
  BaseStream: () => null,
}));
/** Without an encoding it is UTF-8 that no declaration names. */
function encoded(target: PSValue, encoding: PSValue): TextSink {
  const sink = dataOf<TextSink>(newWriter(target, { encoding: encoding ?? encodingObject(coderOf(undefined)) }));
  if (encoding === null) sink.namesCoder = false;
  return sink;
}
