/**
 * Values to CLIXML. protocol.md 2
 *
 * Theory of operation. One string grows by concatenation, which V8 keeps as a rope and flattens once; no tree is built.
 * Objects and type-name lists get their ids in the order of their opening tags, as .NET numbers them, so what .NET wrote
 * and we read comes out as the same bytes.
 */
import { decodeUtf8, encodeBase64, encodeUtf8 } from '../bytes/index.js';
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
  wireTypeNames,
  type PropertyBag,
  type PSValue,
} from '../objects/index.js';
import type { DocumentValue, SecureStringCodec } from './decode.js';
import { escapeAttribute, escapeText } from './escape.js';
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
  text = '';
  readonly #secure: SecureStringCodec | undefined;
  readonly #objects = new Map<object, number>();
  readonly #typeLists = new Map<readonly string[], number>();
  readonly #typeKeys = new Map<string, number>();
  #nextObject = 0;
  #nextType = 0;
  #level = 0;

  constructor(options: EncodeOptions) {
    this.#secure = options.secureStrings;
  }

  /** @param attributes what stands in the opening tag: ` N="Name"`, ` S="Output"`, or nothing. */
  value(value: PSValue, attributes: string, depth: number): void {
    switch (typeof value) {
      case 'string':
        this.text += value === '' ? `<S${attributes}></S>` : `<S${attributes}>${escapeText(value)}</S>`;
        return;
      case 'number':
        this.text +=
          Number.isInteger(value) && value >= -2_147_483_648 && value <= 2_147_483_647 && !Object.is(value, -0)
            ? `<I32${attributes}>${value}</I32>`
            : `<Db${attributes}>${formatDouble(value)}</Db>`;
        return;
      case 'boolean':
        this.text += value ? `<B${attributes}>true</B>` : `<B${attributes}>false</B>`;
        return;
      case 'bigint':
        this.#bigint(value, attributes);
        return;
      default:
        if (value === null) this.text += `<Nil${attributes} />`;
        else this.#complex(value, attributes, depth);
    }
  }

  #bigint(value: bigint, attributes: string): void {
    if (value < -0x8000_0000_0000_0000n || value > 0x7fff_ffff_ffff_ffffn) {
      throw new SerializationError(`The number ${value} does not fit an Int64. Give it as PSUInt64 or PSDecimal.`);
    }
    this.text += `<I64${attributes}>${value}</I64>`;
  }

  #complex(
    value: Exclude<PSValue, null | string | number | boolean | bigint>,
    attributes: string,
    depth: number,
  ): void {
    if (value instanceof PSObject) this.#object(value, attributes, depth);
    else if (value instanceof PSPrimitive) this.#primitive(value, attributes);
    else if (value instanceof Uint8Array) this.text += `<BA${attributes}>${base64Text(value)}</BA>`;
    else this.#array(value, attributes, depth);
  }

  #primitive(value: PSPrimitive, attributes: string): void {
    const { tag } = value;
    let content: string;
    if (value instanceof PSDouble) content = formatDouble(value.value);
    else if (value instanceof PSSingle) content = formatSingle(value.value);
    else if (value instanceof PSNumber) content = String(value.value);
    else if (
      value instanceof PSUInt64 ||
      value instanceof PSDecimal ||
      value instanceof PSVersion ||
      value instanceof PSGuid
    )
      content = value.toString();
    else if (value instanceof PSChar) content = String(value.code);
    else if (value instanceof PSDateTime) content = formatDateTime(value);
    else if (value instanceof PSTimeSpan) content = formatTimeSpan(value);
    else if (value instanceof PSUri) content = escapeText(value.value);
    else if (value instanceof PSScriptBlockText) content = escapeText(value.text);
    else if (value instanceof PSXmlDocument) content = escapeText(value.outerXml);
    else if (value instanceof PSSecureString) content = base64Text(this.#secret(value));
    else if (value instanceof PSProgressPrimitive) content = progressContent(value);
    else throw new SerializationError(`There is no CLIXML form of <${tag}>.`);
    this.text += `<${tag}${attributes}>${content}</${tag}>`;
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
    this.text += `<Ref${attributes} RefId="${id}" />`;
    return true;
  }

  #register(value: object): number {
    const id = this.#nextObject;
    this.#nextObject += 1;
    this.#objects.set(value, id);
    return id;
  }

  /** True when there is no room for another level; the value was replaced then, as .NET does. */
  #tooDeep(attributes: string): boolean {
    if (this.#level < MAX_DEPTH) return false;
    this.text += `<S${attributes}>${TOO_DEEP}</S>`;
    return true;
  }

  #array(items: readonly PSValue[], attributes: string, depth: number): void {
    if (this.#reference(items, attributes) || this.#tooDeep(attributes)) return;
    this.text += `<Obj${attributes} RefId="${this.#register(items)}">`;
    this.#typeNames(TYPE_NAMES.objectArray);
    this.#list('LST', items, depth);
    this.text += '</Obj>';
  }

  #list(kind: string, items: readonly PSValue[], depth: number): void {
    if (items.length === 0) {
      this.text += `<${kind} />`;
      return;
    }
    this.#level += 1;
    this.text += `<${kind}>`;
    for (const item of items) this.value(item, '', depth);
    this.text += `</${kind}>`;
    this.#level -= 1;
  }

  #object(value: PSObject, attributes: string, depth: number): void {
    if (this.#reference(value, attributes) || this.#tooDeep(attributes)) return;
    const container = value instanceof PSList || value instanceof PSDictionary;
    if (depth <= 0 && !container && value.adapted !== undefined && !isDeserialized(value.typeNames)) {
      this.value(value.toString(), attributes, depth);
      return;
    }
    this.text += `<Obj${attributes} RefId="${this.#register(value)}">`;
    if (value.typeNames.length > 0) this.#typeNames(value.typeNames);
    if (value.toStringText !== undefined) this.text += `<ToString>${escapeText(value.toStringText)}</ToString>`;
    if (value instanceof PSList) this.#list(value.kind, value.items, depth);
    else if (value instanceof PSDictionary) this.#dictionary(value, depth);
    else if (value.base !== undefined) this.value(value.base, '', depth);
    if (value.adapted !== undefined) this.#bag('Props', value.adapted, depth - 1);
    if (value.extended !== undefined) this.#bag('MS', value.extended, depth);
    this.text += '</Obj>';
  }

  #dictionary(dictionary: PSDictionary, depth: number): void {
    this.#level += 1;
    if (dictionary.count === 0) this.text += '<DCT />';
    else {
      this.text += '<DCT>';
      for (const [key, value] of dictionary.entries()) {
        if (key === null) break; // a null key ends .NET's enumeration too
        this.text += '<En>';
        this.value(key, ' N="Key"', depth);
        this.value(value, ' N="Value"', depth);
        this.text += '</En>';
      }
      this.text += '</DCT>';
    }
    this.#level -= 1;
  }

  #bag(name: 'Props' | 'MS', bag: PropertyBag, depth: number, attributes = ''): void {
    if (bag.size === 0) {
      this.text += `<${name}${attributes} />`;
      return;
    }
    this.#level += 1;
    this.text += `<${name}${attributes}>`;
    const { names, values } = bag;
    for (let index = 0; index < names.length; index += 1) {
      const attribute = ` N="${escapeAttribute(names[index] ?? '')}"`;
      const value = values[index] ?? null;
      if (value instanceof PSMemberSet && value.extended !== undefined)
        this.#bag('MS', value.extended, depth, attribute);
      else this.value(value, attribute, depth);
    }
    this.text += `</${name}>`;
    this.#level -= 1;
  }

  #typeNames(names: readonly string[]): void {
    let id = this.#typeLists.get(names);
    const wire = wireTypeNames(names);
    let key = '';
    if (id === undefined) {
      key = wire.join('\n');
      id = this.#typeKeys.get(key);
      if (id !== undefined) this.#typeLists.set(names, id);
    }
    if (id !== undefined) {
      this.text += `<TNRef RefId="${id}" />`;
      return;
    }
    id = this.#nextType;
    this.#nextType += 1;
    this.#typeLists.set(names, id);
    this.#typeKeys.set(key, id);
    let list = `<TN RefId="${id}">`;
    for (const name of wire) list += `<T>${escapeText(name)}</T>`;
    this.text += `${list}</TN>`;
  }
}

const base64Text = (bytes: Uint8Array): string => decodeUtf8(encodeBase64(bytes));

function progressContent(value: PSProgressPrimitive): string {
  const operation = value.currentOperation === null ? '<Nil />' : `<S>${escapeText(value.currentOperation)}</S>`;
  return `<AV>${escapeText(value.activity)}</AV><AI>${value.activityId}</AI>${operation}<PI>${value.parentActivityId}</PI><PC>${value.percentComplete}</PC><T>${value.recordType}</T><SR>${value.secondsRemaining}</SR><SD>${escapeText(value.statusDescription)}</SD>`;
}

const BYTE_ORDER_MARK = '\ufeff';

/** As `encodeClixml`, as text. */
export function encodeClixmlText(value: PSValue, options: EncodeOptions = {}): string {
  const writer = new ClixmlWriter(options);
  writer.value(value, '', options.depth ?? Number.MAX_SAFE_INTEGER);
  return writer.text;
}

/**
 * Writes one value without a root: the body of a PSRP message, in UTF-8.
 * @throws {SerializationError} the value has no CLIXML form.
 */
export function encodeClixml(value: PSValue, options: EncodeOptions = {}): Uint8Array {
  const text = encodeClixmlText(value, options);
  return encodeUtf8(options.byteOrderMark === true ? BYTE_ORDER_MARK + text : text);
}

export interface EncodeDocumentOptions extends EncodeOptions {
  /** Writes the line `#< CLIXML` first, as `-OutputFormat XML` does. */
  readonly header?: boolean;
}

/** Writes an `<Objs>` document. Values are given bare, or with the stream that their `S` attribute names. */
export function encodeClixmlDocument(
  values: readonly PSValue[] | readonly DocumentValue[],
  options: EncodeDocumentOptions = {},
): Uint8Array {
  const writer = new ClixmlWriter(options);
  const depth = options.depth ?? Number.MAX_SAFE_INTEGER;
  writer.text = `${options.byteOrderMark === true ? BYTE_ORDER_MARK : ''}${options.header === true ? '#< CLIXML\r\n' : ''}<Objs Version="1.1.0.1" xmlns="${NAMESPACE}">`;
  for (const item of values) {
    if (isDocumentValue(item))
      writer.value(item.value, item.stream === undefined ? '' : ` S="${escapeAttribute(item.stream)}"`, depth);
    else writer.value(item, '', depth);
  }
  writer.text += '</Objs>';
  return encodeUtf8(writer.text);
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
