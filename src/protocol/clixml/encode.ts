/**
 * Values to CLIXML. protocol.md 2
 *
 * Theory of operation. Bytes are written into one growing buffer, escapes on the way; no text and no tree is built.
 * Objects and type-name lists get their ids in the order of their opening tags, as .NET numbers them, so what .NET wrote
 * and we read comes out as the same bytes.
 */
import { decodeUtf8, encodeBase64 } from '../bytes/index.js';
import { SerializationError } from '../errors/index.js';
import {
  isDeserialized,
  PSChar,
  PSDateTime,
  PSDecimal,
  PSDictionary,
  PSDouble,
  PSGuid,
  PSList,
  PSMemberSet,
  PSNumber,
  PSObject,
  PSPrimitive,
  PSProgressPrimitive,
  PSScriptBlockText,
  PSSecureString,
  PSSingle,
  PSTimeSpan,
  PSUInt64,
  PSUri,
  PSVersion,
  PSXmlDocument,
  TYPE_NAMES,
  depthOfType,
  wireTypeNames,
  type PropertyBag,
  type PSValue,
} from '../objects/index.js';
import type { DocumentValue, SecureStringCodec } from './decode.js';
import { ByteText } from './byte-text.js';
import { escapeAttribute } from './escape.js';
import { formatDouble, formatSingle } from './number-text.js';
import { formatDateTime, formatTimeSpan } from './time-text.js';

export interface EncodeOptions {
  /** Without it a SecureString that is known as plain text cannot be written. */
  readonly secureStrings?: SecureStringCodec;
  /** True: EF BB BF before the element, as .NET writes PSRP bodies. Default false. */
  readonly byteOrderMark?: boolean;
  /**
   * How deep the native properties of objects are followed; below that a complex object becomes its text. Objects that
   * were received keep at least one level. Default: everything, since values are data. protocol.md 2.5
   */
  readonly depth?: number;
}

const MAX_DEPTH = 50;
const TOO_DEEP = 'Serialized XML is nested too deeply.';
const NAMESPACE = 'http://schemas.microsoft.com/powershell/2004/04';

class ClixmlWriter {
  readonly #out = new ByteText();
  readonly #secure: SecureStringCodec | undefined;
  readonly #objects = new Map<object, number>();
  readonly #typeLists = new Map<readonly string[], number>();
  readonly #typeKeys = new Map<string, number>();
  readonly #attributes = new Map<readonly string[], readonly string[]>();
  #nextObject = 0;
  #nextType = 0;
  #level = 0;

  constructor(options: EncodeOptions) {
    this.#secure = options.secureStrings;
  }

  get out(): ByteText {
    return this.#out;
  }

  /** @param attributes what stands in the opening tag: ` N="Name"`, ` S="Output"`, or nothing. */
  value(value: PSValue, attributes: string, depth: number): void {
    switch (typeof value) {
      case 'string':
        this.#element('S', attributes, value);
        return;
      case 'number':
        if (Number.isInteger(value) && value >= -2_147_483_648 && value <= 2_147_483_647 && !Object.is(value, -0))
          this.#plain('I32', attributes, String(value));
        else this.#plain('Db', attributes, formatDouble(value));
        return;
      case 'boolean':
        this.#plain('B', attributes, value ? 'true' : 'false');
        return;
      case 'bigint':
        this.#bigint(value, attributes);
        return;
      default:
        if (value === null) this.#emptyElement('Nil', attributes);
        else this.#complex(value, attributes, depth);
    }
  }

  /** An element whose text is escaped. */
  #element(tag: string, attributes: string, text: string): void {
    const out = this.#out;
    out.byte(LT);
    out.ascii(tag);
    out.text(attributes);
    out.byte(GT);
    out.escaped(text);
    out.byte(LT);
    out.byte(SLASH);
    out.ascii(tag);
    out.byte(GT);
  }
  /** An element whose text is ASCII and needs no escapes. */
  #plain(tag: string, attributes: string, text: string): void {
    const out = this.#out;
    out.byte(LT);
    out.ascii(tag);
    out.text(attributes);
    out.byte(GT);
    out.ascii(text);
    out.byte(LT);
    out.byte(SLASH);
    out.ascii(tag);
    out.byte(GT);
  }
  #emptyElement(tag: string, attributes: string): void {
    const out = this.#out;
    out.byte(LT);
    out.ascii(tag);
    out.text(attributes);
    out.ascii(' />');
  }

  #bigint(value: bigint, attributes: string): void {
    if (value < -0x8000_0000_0000_0000n || value > 0x7fff_ffff_ffff_ffffn) {
      throw new SerializationError(`The number ${value} does not fit an Int64. Give it as PSUInt64 or PSDecimal.`);
    }
    this.#plain('I64', attributes, value.toString());
  }

  #complex(
    value: Exclude<PSValue, null | string | number | boolean | bigint>,
    attributes: string,
    depth: number,
  ): void {
    if (value instanceof PSObject) this.#object(value, attributes, depth);
    else if (value instanceof PSPrimitive) this.#primitive(value, attributes);
    else if (value instanceof Uint8Array) this.#binary('BA', attributes, value);
    else this.#array(value, attributes, depth);
  }

  #binary(tag: string, attributes: string, bytes: Uint8Array): void {
    // Unlike a string, no bytes are an empty element: .NET never writes a text then.
    if (bytes.length === 0) {
      this.#emptyElement(tag, attributes);
      return;
    }
    const out = this.#out;
    out.ascii(`<${tag}`);
    out.text(attributes);
    out.byte(GT);
    out.bytes(encodeBase64(bytes));
    out.ascii(`</${tag}>`);
  }

  #primitive(value: PSPrimitive, attributes: string): void {
    const { tag } = value;
    if (value instanceof PSDouble) this.#plain(tag, attributes, formatDouble(value.value));
    else if (value instanceof PSDateTime) this.#plain(tag, attributes, formatDateTime(value));
    else if (value instanceof PSSingle) this.#plain(tag, attributes, formatSingle(value.value));
    else if (value instanceof PSNumber) this.#plain(tag, attributes, String(value.value));
    else if (
      value instanceof PSUInt64 ||
      value instanceof PSDecimal ||
      value instanceof PSVersion ||
      value instanceof PSGuid
    )
      this.#plain(tag, attributes, value.toString());
    else if (value instanceof PSChar) this.#plain(tag, attributes, String(value.code));
    else if (value instanceof PSTimeSpan) this.#plain(tag, attributes, formatTimeSpan(value));
    else if (value instanceof PSUri) this.#element(tag, attributes, value.value);
    else if (value instanceof PSScriptBlockText) this.#element(tag, attributes, value.text);
    else if (value instanceof PSXmlDocument) this.#element(tag, attributes, value.outerXml);
    else if (value instanceof PSSecureString) this.#binary(tag, attributes, this.#secret(value));
    else if (value instanceof PSProgressPrimitive) this.#progress(value, attributes);
    else throw new SerializationError(`There is no CLIXML form of <${tag}>.`);
  }

  /** protocol.md 2.8 */
  #progress(value: PSProgressPrimitive, attributes: string): void {
    this.#out.ascii('<PR');
    this.#out.text(attributes);
    this.#out.byte(GT);
    this.#element('AV', '', value.activity);
    this.#plain('AI', '', String(value.activityId));
    this.value(value.currentOperation, '', 0);
    this.#plain('PI', '', String(value.parentActivityId));
    this.#plain('PC', '', String(value.percentComplete));
    this.#plain('T', '', value.recordType);
    this.#plain('SR', '', String(value.secondsRemaining));
    this.#element('SD', '', value.statusDescription);
    this.#out.ascii('</PR>');
  }

  #secret(value: PSSecureString): Uint8Array {
    if (value.plainText !== undefined && this.#secure !== undefined) return this.#secure.encrypt(value.plainText);
    if (value.cipherText !== undefined) return value.cipherText;
    throw new SerializationError('A SecureString can be written only where a session key protects it.', {
      errorId: 'SecureStringWithoutKey',
    });
  }

  #reference(value: object, attributes: string): boolean {
    const id = this.#objects.get(value);
    if (id === undefined) return false;
    this.#out.ascii('<Ref');
    this.#out.text(attributes);
    this.#out.ascii(` RefId="${id}" />`);
    return true;
  }

  /** Writes the opening tag of an object that was not written before. */
  #begin(value: object, attributes: string): void {
    const id = this.#nextObject;
    this.#nextObject += 1;
    this.#objects.set(value, id);
    const out = this.#out;
    out.ascii('<Obj');
    out.text(attributes);
    out.ascii(' RefId="');
    out.ascii(String(id));
    out.ascii('">');
  }

  /** True when there is no room for another level; the value was replaced then, as .NET does. */
  #tooDeep(attributes: string): boolean {
    if (this.#level < MAX_DEPTH) return false;
    this.#element('S', attributes, TOO_DEEP);
    return true;
  }

  /** As `value`; between the parts of what is long others may have their turn. */
  *valueInPieces<W>(
    value: PSValue,
    attributes: string,
    depth: number,
    due: () => W | undefined,
  ): Generator<W, void, unknown> {
    if (typeof value === 'string' && value.length > TEXT_AT_ONCE) yield* this.#longText(value, attributes, due);
    else if (Array.isArray(value) && value.length > 0) {
      if (this.#beginArray(value as readonly PSValue[], attributes)) {
        yield* this.#listInPieces('LST', value as readonly PSValue[], depth, due);
        this.#out.ascii('</Obj>');
      }
    } else if (value instanceof PSObject && hasParts(value)) yield* this.#objectInPieces(value, attributes, depth, due);
    else this.value(value, attributes, depth);
    const wait = due();
    if (wait !== undefined) yield wait;
  }
  *#longText<W>(text: string, attributes: string, due: () => W | undefined): Generator<W, void, unknown> {
    this.#out.ascii('<S');
    this.#out.text(attributes);
    this.#out.byte(GT);
    for (let at = 0; at < text.length; ) {
      let end = Math.min(at + TEXT_AT_ONCE, text.length);
      // What follows an underscore decides how it is written.
      while (text.charCodeAt(end - 1) === UNDERSCORE && end < text.length) end += 1;
      this.#out.escaped(text.slice(at, end));
      at = end;
      const wait = due();
      if (wait !== undefined) yield wait;
    }
    this.#out.ascii('</S>');
  }
  *#listInPieces<W>(
    kind: string,
    items: readonly PSValue[],
    depth: number,
    due: () => W | undefined,
  ): Generator<W, void, unknown> {
    if (items.length === 0) return this.#emptyElement(kind, '');
    this.#level += 1;
    this.#out.ascii(`<${kind}>`);
    for (const item of items) yield* this.valueInPieces(item, '', depth, due);
    this.#out.ascii(`</${kind}>`);
    this.#level -= 1;
  }
  *#objectInPieces<W>(
    value: PSObject,
    attributes: string,
    depthHere: number,
    due: () => W | undefined,
  ): Generator<W, void, unknown> {
    const depth = depthOfType(value.typeNames, depthHere);
    if (!this.#beginObject(value, attributes, depth)) return;
    if (value instanceof PSList) yield* this.#listInPieces(value.kind, value.items, depth, due);
    else if (value instanceof PSDictionary) yield* this.#dictionaryInPieces(value, depth, due);
    else if (value.base !== undefined) yield* this.valueInPieces(value.base, '', depth, due);
    if (value.adapted !== undefined) yield* this.#bagInPieces('Props', value.adapted, depth - 1, '', due);
    if (value.extended !== undefined) yield* this.#bagInPieces('MS', value.extended, depth, '', due);
    this.#out.ascii('</Obj>');
  }
  *#dictionaryInPieces<W>(
    dictionary: PSDictionary,
    depth: number,
    due: () => W | undefined,
  ): Generator<W, void, unknown> {
    if (dictionary.count === 0) return this.#emptyElement('DCT', '');
    this.#level += 1;
    this.#out.ascii('<DCT>');
    for (const [key, value] of dictionary.entries()) {
      if (key === null) break;
      this.#out.ascii('<En>');
      this.value(key, KEY, depth);
      yield* this.valueInPieces(value, VALUE, depth, due);
      this.#out.ascii('</En>');
    }
    this.#out.ascii('</DCT>');
    this.#level -= 1;
  }
  *#bagInPieces<W>(
    name: 'Props' | 'MS',
    bag: PropertyBag,
    depth: number,
    attributes: string,
    due: () => W | undefined,
  ): Generator<W, void, unknown> {
    if (bag.size === 0) return this.#emptyElement(name, attributes);
    this.#beginBag(name, attributes);
    const nameAttributes = this.#nameAttributes(bag);
    for (const [index, value] of bag.values.entries()) {
      const attribute = nameAttributes[index] ?? '';
      if (value instanceof PSMemberSet && value.extended !== undefined)
        yield* this.#bagInPieces('MS', value.extended, depth, attribute, due);
      else yield* this.valueInPieces(value, attribute, depth, due);
    }
    this.#endBag(name);
  }
  /** Whether the items are to follow. */
  #beginArray(items: readonly PSValue[], attributes: string): boolean {
    if (this.#reference(items, attributes) || this.#tooDeep(attributes)) return false;
    this.#begin(items, attributes);
    this.#typeNames(TYPE_NAMES.objectArray);
    return true;
  }
  #array(items: readonly PSValue[], attributes: string, depth: number): void {
    if (!this.#beginArray(items, attributes)) return;
    this.#list('LST', items, depth);
    this.#out.ascii('</Obj>');
  }

  #list(kind: string, items: readonly PSValue[], depth: number): void {
    if (items.length === 0) {
      this.#emptyElement(kind, '');
      return;
    }
    this.#level += 1;
    this.#out.ascii(`<${kind}>`);
    for (const item of items) this.value(item, '', depth);
    this.#out.ascii(`</${kind}>`);
    this.#level -= 1;
  }

  #object(value: PSObject, attributes: string, depthHere: number): void {
    const depth = depthOfType(value.typeNames, depthHere);
    if (!this.#beginObject(value, attributes, depth)) return;
    if (value instanceof PSList) this.#list(value.kind, value.items, depth);
    else if (value instanceof PSDictionary) this.#dictionary(value, depth);
    else if (value.base !== undefined) this.value(value.base, '', depth);
    if (value.adapted !== undefined) this.#bag('Props', value.adapted, depth - 1);
    if (value.extended !== undefined) this.#bag('MS', value.extended, depth);
    this.#out.ascii('</Obj>');
  }
  /** What stands before that which is in the object; whether that is to follow. */
  #beginObject(value: PSObject, attributes: string, depth: number): boolean {
    if (this.#reference(value, attributes) || this.#tooDeep(attributes)) return false;
    const container = value instanceof PSList || value instanceof PSDictionary;
    if (depth <= 0 && !container && value.adapted !== undefined && !isDeserialized(value.typeNames)) {
      this.value(value.toString(), attributes, depth);
      return false;
    }
    this.#begin(value, attributes);
    if (value.typeNames.length > 0) this.#typeNames(value.typeNames);
    if (value.toStringText === '') this.#emptyElement('ToString', '');
    else if (value.toStringText !== undefined) this.#element('ToString', '', value.toStringText);
    return true;
  }

  #dictionary(dictionary: PSDictionary, depth: number): void {
    if (dictionary.count === 0) {
      this.#emptyElement('DCT', '');
      return;
    }
    this.#level += 1;
    this.#out.ascii('<DCT>');
    for (const [key, value] of dictionary.entries()) {
      if (key === null) break; // a null key ends .NET's enumeration too
      this.#out.ascii('<En>');
      this.value(key, KEY, depth);
      this.value(value, VALUE, depth);
      this.#out.ascii('</En>');
    }
    this.#out.ascii('</DCT>');
    this.#level -= 1;
  }

  #bag(name: 'Props' | 'MS', bag: PropertyBag, depth: number, attributes = ''): void {
    if (bag.size === 0) {
      this.#emptyElement(name, attributes);
      return;
    }
    this.#beginBag(name, attributes);
    const { values } = bag;
    const nameAttributes = this.#nameAttributes(bag);
    for (let index = 0; index < values.length; index += 1) {
      const attribute = nameAttributes[index] ?? '';
      const value = values[index] ?? null;
      if (value instanceof PSMemberSet && value.extended !== undefined)
        this.#bag('MS', value.extended, depth, attribute);
      else this.value(value, attribute, depth);
    }
    this.#endBag(name);
  }
  #beginBag(name: string, attributes: string): void {
    this.#level += 1;
    this.#out.byte(LT);
    this.#out.ascii(name);
    this.#out.text(attributes);
    this.#out.byte(GT);
  }
  #endBag(name: string): void {
    this.#out.ascii(`</${name}>`);
    this.#level -= 1;
  }

  /** ` N="…"` for each property; kept for lists of names that many objects share. */
  #nameAttributes(bag: PropertyBag): readonly string[] {
    const { names } = bag;
    let attributes = this.#attributes.get(names);
    if (attributes === undefined) {
      attributes = names.map((name) => ` N="${escapeAttribute(name)}"`);
      if (bag.hasShape) this.#attributes.set(names, attributes);
    }
    return attributes;
  }

  #typeNames(names: readonly string[]): void {
    let id = this.#typeLists.get(names);
    if (id === undefined) {
      const wire = wireTypeNames(names);
      const key = wire.join('\n');
      id = this.#typeKeys.get(key);
      if (id === undefined) {
        id = this.#nextType;
        this.#nextType += 1;
        this.#typeLists.set(names, id);
        this.#typeKeys.set(key, id);
        this.#out.ascii(`<TN RefId="${id}">`);
        for (const name of wire) this.#element('T', '', name);
        this.#out.ascii('</TN>');
        return;
      }
      this.#typeLists.set(names, id);
    }
    this.#out.ascii('<TNRef RefId="');
    this.#out.ascii(String(id));
    this.#out.ascii('" />');
  }
}

const LT = 60;
const GT = 62;
const SLASH = 47;
const UNDERSCORE = 95;
const KEY = ' N="Key"';
const VALUE = ' N="Value"';
/** Characters of a text that are written in one go where others want their turn. */
const TEXT_AT_ONCE = 2 ** 16;
const MEMBERS_AT_ONCE = 256;

/** Whether something that may be long is in the object. */
function hasParts(value: PSObject): boolean {
  if (value instanceof PSList || value instanceof PSDictionary || isPart(value.base)) return true;
  return isLongBag(value.adapted) || isLongBag(value.extended);
}
const isLongBag = (bag: PropertyBag | undefined): boolean =>
  bag !== undefined && (bag.size > MEMBERS_AT_ONCE || bag.values.some(isPart));
const isPart = (value: PSValue | undefined): boolean =>
  typeof value === 'string'
    ? value.length > TEXT_AT_ONCE
    : typeof value === 'object' && value !== null && !(value instanceof PSPrimitive);

/** As `encodeClixml`, as text. */
export function encodeClixmlText(value: PSValue, options: EncodeOptions = {}): string {
  return decodeUtf8(encodeClixml(value, options));
}

/**
 * Writes one value without a root: the body of a PSRP message, in UTF-8.
 * @throws {SerializationError} the value has no CLIXML form.
 */
export function encodeClixml(value: PSValue, options: EncodeOptions = {}): Uint8Array {
  const writer = new ClixmlWriter(options);
  if (options.byteOrderMark === true) writer.out.bytes(BYTE_ORDER_MARK);
  writer.value(value, '', options.depth ?? Number.POSITIVE_INFINITY);
  return writer.out.take();
}

const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);

export interface EncodeDocumentOptions extends EncodeOptions {
  /** Writes the line `#< CLIXML` first, as `-OutputFormat XML` does. */
  readonly header?: boolean;
}

/** Writes an `<Objs>` document. Values are given bare, or with the stream that their `S` attribute names. */
export function encodeClixmlDocument(
  values: readonly PSValue[] | readonly DocumentValue[],
  options: EncodeDocumentOptions = {},
): Uint8Array {
  for (const work = encodeDocumentInPieces(values, options, () => undefined); ; ) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
/** The same, and others may have their turn: `due` is asked after each value, and what it gives is yielded. */
export function* encodeDocumentInPieces<W>(
  values: readonly PSValue[] | readonly DocumentValue[],
  options: EncodeDocumentOptions,
  due: () => W | undefined,
): Generator<W, Uint8Array, unknown> {
  const writer = new ClixmlWriter(options);
  const depth = options.depth ?? Number.POSITIVE_INFINITY;
  if (options.byteOrderMark === true) writer.out.bytes(BYTE_ORDER_MARK);
  if (options.header === true) writer.out.ascii('#< CLIXML\r\n');
  writer.out.ascii(`<Objs Version="1.1.0.1" xmlns="${NAMESPACE}">`);
  for (const item of values) {
    const isStreamed = isDocumentValue(item);
    const attributes = isStreamed && item.stream !== undefined ? ` S="${escapeAttribute(item.stream)}"` : '';
    yield* writer.valueInPieces(isStreamed ? item.value : item, attributes, depth, due);
  }
  writer.out.ascii('</Objs>');
  return writer.out.take();
}

function isDocumentValue(item: PSValue | DocumentValue): item is DocumentValue {
  return (
    typeof item === 'object' &&
    item !== null &&
    'stream' in item &&
    'value' in item &&
    !(item instanceof PSObject) &&
    !(item instanceof PSPrimitive)
  );
}
