/**
 * The packets of the out-of-process framing: one XML element on one line. protocol.md 6.1
 *
 * `<Data Stream='Default' PSGuid='…'>base64</Data>` and `<Name PSGuid='…' />`, written with exactly these quotes and
 * blanks: PowerShell's client looks for `PSGuid='00000000-0000-0000-0000-000000000000'` in the text of the line. Read
 * is any XML that says the same; lines in the usual spelling take a short cut past the XML reader.
 */
import {
  base64Length,
  decodeBase64,
  decodeUtf8,
  encodeBase64,
  encodeUtf8,
  tryParseGuid,
  type Guid,
} from '../bytes/index.js';
import { RemoteProtocolError } from '../errors/index.js';
import { parseXml, type XmlElement } from '../xml/index.js';

export type PacketPriority = 'Default' | 'PromptResponse';

/** The packets without a body. */
export const SIMPLE_PACKETS = ['DataAck', 'Command', 'CommandAck', 'Close', 'CloseAck', 'Signal', 'SignalAck'] as const;
export type SimplePacketName = (typeof SIMPLE_PACKETS)[number];

/** `id` is the zero GUID for the session, else a pipeline's. */
export type Packet =
  | { readonly type: 'Data'; readonly id: Guid; readonly priority: PacketPriority; readonly bytes: Uint8Array }
  | { readonly type: SimplePacketName; readonly id: Guid };

const RULE = 'protocol.md 6.1';
const PROMPT = 'PromptResponse';
/** No line has more elements than this; PowerShell writes one. */
const MAX_ELEMENTS = 10_000;
const GUID_LENGTH = 36;
const DATA_HEAD = encodeUtf8("<Data Stream='Default' PSGuid='");
const PROMPT_HEAD = encodeUtf8("<Data Stream='PromptResponse' PSGuid='");
const DATA_MIDDLE = encodeUtf8("'>");
const DATA_TAIL = encodeUtf8('</Data>\n');
const CLOSING = encodeUtf8('</Data>');

/** One packet as the bytes of its line, LF included. */
export function encodePacket(packet: Packet): Uint8Array {
  if (packet.type !== 'Data') return encodeUtf8(`<${packet.type} PSGuid='${packet.id}' />\n`);
  const head = packet.priority === 'Default' ? DATA_HEAD : PROMPT_HEAD;
  const bodyStart = head.length + GUID_LENGTH + DATA_MIDDLE.length;
  const bodyLength = base64Length(packet.bytes.length);
  const line = new Uint8Array(bodyStart + bodyLength + DATA_TAIL.length);
  line.set(head);
  for (let index = 0; index < GUID_LENGTH; index += 1) line[head.length + index] = packet.id.charCodeAt(index);
  line.set(DATA_MIDDLE, head.length + GUID_LENGTH);
  line.set(encodeBase64(packet.bytes), bodyStart);
  line.set(DATA_TAIL, bodyStart + bodyLength);
  return line;
}

/** Reads lines; remembers the last id, because most lines are for the channel of the line before. */
export class PacketReader {
  #lastIdBytes: Uint8Array = new Uint8Array(0);
  #lastId: Guid | undefined;

  /**
   * The packets of one line (not empty).
   * @throws {RemoteProtocolError} the line is not XML of the framing's elements.
   */
  read(line: Uint8Array): readonly Packet[] {
    const packet = this.#readUsual(line, DATA_HEAD, 'Default') ?? this.#readUsual(line, PROMPT_HEAD, PROMPT);
    return packet === undefined ? readXml(line) : [packet];
  }

  /** A Data line in PowerShell's own spelling, or undefined. */
  #readUsual(line: Uint8Array, head: Uint8Array, priority: PacketPriority): Packet | undefined {
    const bodyStart = head.length + GUID_LENGTH + DATA_MIDDLE.length;
    const bodyEnd = line.length - CLOSING.length;
    if (bodyEnd <= bodyStart || !holds(line, 0, head) || !holds(line, bodyEnd, CLOSING)) return undefined;
    if (!holds(line, head.length + GUID_LENGTH, DATA_MIDDLE)) return undefined;
    const id = this.#readId(line, head.length);
    const bytes = id === undefined ? undefined : decodeBase64(line, bodyStart, bodyEnd);
    if (id === undefined || bytes === undefined || bytes.length === 0) return undefined;
    return { type: 'Data', id, priority, bytes };
  }

  #readId(line: Uint8Array, at: number): Guid | undefined {
    if (this.#lastId !== undefined && holds(line, at, this.#lastIdBytes)) return this.#lastId;
    const id = tryParseGuid(decodeUtf8(line, at, at + GUID_LENGTH));
    if (id === undefined) return undefined;
    this.#lastIdBytes = line.slice(at, at + GUID_LENGTH);
    this.#lastId = id;
    return id;
  }
}

function holds(line: Uint8Array, at: number, expected: Uint8Array): boolean {
  for (let index = 0; index < expected.length; index += 1) if (line[at + index] !== expected[index]) return false;
  return true;
}

/** A line in any other spelling, perhaps of several elements. */
function readXml(line: Uint8Array): readonly Packet[] {
  const open = encodeUtf8('<line>');
  const close = encodeUtf8('</line>');
  const document = new Uint8Array(open.length + line.length + close.length);
  document.set(open);
  document.set(line, open.length);
  document.set(close, open.length + line.length);
  const root = parseXml(document, { limits: { maxElements: MAX_ELEMENTS, maxDepth: 2 } });
  if (root.localName !== 'line' || root.text.trim() !== '') throw packetError('there is text outside of elements');
  if (root.children.length === 0) throw packetError('it has no element');
  return root.children.map(readElement);
}

function readElement(element: XmlElement): Packet {
  const name = element.localName;
  if (element.namespace !== '') throw packetError(`the element '${name.slice(0, 64)}' has a namespace`);
  const idText = element.attribute('PSGuid');
  const id = idText === undefined ? undefined : tryParseGuid(idText);
  if (id === undefined) throw packetError(`the element '${name.slice(0, 64)}' has no PSGuid that is a GUID`);
  if (name === 'Data') return readData(element, id);
  const simple = SIMPLE_PACKETS.find((candidate) => candidate === name);
  if (simple === undefined) throw packetError(`the element '${name.slice(0, 64)}' is unknown`);
  if (element.attributes.length !== 1) throw packetError(`the element '${name}' has not exactly one attribute`);
  return { type: simple, id };
}

function readData(element: XmlElement, id: Guid): Packet {
  const stream = element.attribute('Stream');
  if (stream === undefined || element.attributes.length !== 2) {
    throw packetError("the element 'Data' has not exactly the attributes Stream and PSGuid");
  }
  const bytes = element.base64();
  if (bytes === undefined || bytes.length === 0) throw packetError("the element 'Data' has no base64 body");
  // Any other stream name counts as Default, as PowerShell reads it.
  const priority = stream.toLowerCase() === PROMPT.toLowerCase() ? PROMPT : 'Default';
  return { type: 'Data', id, priority, bytes };
}

export function packetError(what: string): RemoteProtocolError {
  return new RemoteProtocolError(`A packet of the peer is not acceptable: ${what}.`, { rule: RULE, where: 'line' });
}
