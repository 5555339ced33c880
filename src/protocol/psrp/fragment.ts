/**
 * Fragments: how messages are cut for a transport and joined again. [MS-PSRP 2.2.4], protocol.md 4
 *
 * | offset | bytes | field |
 * |---|---|---|
 * | 0 | 8 | object id, u64 BE, 1 or more, top bit 0: one per message, growing |
 * | 8 | 8 | fragment id, u64 BE, from 0 |
 * | 16 | 1 | flags: 1 start, 2 end |
 * | 17 | 4 | blob length, u32 BE, top bit 0 |
 * | 21 | n | blob |
 *
 * One channel (the pool or one pipeline) and one priority are one continuous byte stream. Two messages never
 * interleave on it; a packet of the transport may hold several fragments, or end inside a header.
 */
import { ChunkQueue } from '../bytes/index.js';
import { ArgumentError, QuotaError, RemoteProtocolError } from '../errors/index.js';

export const FRAGMENT_HEADER_BYTES = 21;
/** What PowerShell uses out of process and on the server side of WSMan, header included. */
export const DEFAULT_MAX_FRAGMENT_BYTES = 32_768;
/** The largest part of a large message that is handed on in one piece: whoever keeps it keeps pieces. Bytes. */
export const MAX_PIECE_BYTES = 1_048_576;
/** PowerShell's `PSMaximumReceivedObjectSizeMB` default, bytes. Counts headers, as PowerShell does. */
export const DEFAULT_MAX_OBJECT_BYTES = 10_485_760;

const START = 1;
const END = 2;
const RULE = '[MS-PSRP 2.2.4]';

/** Gives the object ids of one sender. PowerShell uses one counter for a whole process; so may several fragmenters. */
export class ObjectIdSource {
  #last = 0;
  next(): number {
    this.#last += 1;
    return this.#last;
  }
}

export interface FragmentHeader {
  readonly objectId: bigint;
  readonly fragmentId: bigint;
  readonly start: boolean;
  readonly end: boolean;
  readonly blobLength: number;
}

/** Reads the header at `offset`; nothing is checked but that its 21 bytes are there. For tools and tests. */
export function readFragmentHeader(bytes: Uint8Array, offset = 0): FragmentHeader {
  if (bytes.length - offset < FRAGMENT_HEADER_BYTES) {
    throw new RemoteProtocolError(`A fragment header needs ${FRAGMENT_HEADER_BYTES} bytes.`, { rule: RULE });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, FRAGMENT_HEADER_BYTES);
  const flags = view.getUint8(16);
  return {
    objectId: view.getBigUint64(0),
    fragmentId: view.getBigUint64(8),
    start: (flags & START) !== 0,
    end: (flags & END) !== 0,
    blobLength: view.getUint32(17),
  };
}

/** The first whole fragment of `bytes` (header and blob), or undefined when it is not complete. Copies nothing. */
export function firstFragment(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < FRAGMENT_HEADER_BYTES) return undefined;
  const end = FRAGMENT_HEADER_BYTES + readFragmentHeader(bytes).blobLength;
  return bytes.length < end ? undefined : bytes.subarray(0, end);
}

interface OutgoingMessage {
  readonly parts: readonly Uint8Array[];
  readonly length: number;
}

/**
 * Cuts messages into fragments when they are taken, so that the transport says the size. Every byte is copied once,
 * from the message into the packet.
 */
export class Fragmenter {
  readonly #objectIds: ObjectIdSource;
  readonly #maxFragmentBytes: number;
  #queue: (OutgoingMessage | undefined)[] = [];
  #head = 0;
  #waiting = 0;
  #part = 0;
  #partOffset = 0;
  #sent = 0;
  #objectId = 0;
  #fragmentId = 0;

  /** @param maxFragmentBytes the largest fragment, header included. */
  constructor(options: { readonly objectIds?: ObjectIdSource; readonly maxFragmentBytes?: number } = {}) {
    this.#objectIds = options.objectIds ?? new ObjectIdSource();
    this.#maxFragmentBytes = options.maxFragmentBytes ?? DEFAULT_MAX_FRAGMENT_BYTES;
    checkSize('maxFragmentBytes', this.#maxFragmentBytes);
  }

  /** Bytes of message that wait, fragment headers not counted. */
  get waitingBytes(): number {
    return this.#waiting;
  }
  /** True between the first and the last fragment of a message. */
  get insideMessage(): boolean {
    return this.#sent > 0;
  }

  /** Queues one message given in parts (header, body), which are kept by reference until they are taken. */
  push(...parts: readonly Uint8Array[]): void {
    let length = 0;
    for (const part of parts) length += part.length;
    if (length === 0) throw new ArgumentError('parts', 'A message cannot be empty.');
    this.#queue.push({ parts, length });
    this.#waiting += length;
  }

  /**
   * Whole fragments of up to `maxBytes` together, or undefined when nothing waits. Small messages share a packet.
   * @throws {ArgumentError} `maxBytes` has no room for a header and one byte.
   */
  take(maxBytes: number): Uint8Array | undefined {
    checkSize('maxBytes', maxBytes);
    const total = this.#plan(maxBytes);
    if (total === 0) return undefined;
    const packet = new Uint8Array(total);
    let at = 0;
    while (at < total) at += this.#write(packet, at, total - at);
    return packet;
  }

  /** The next single fragment of up to `maxBytes`, or undefined. */
  takeFragment(maxBytes: number = this.#maxFragmentBytes): Uint8Array | undefined {
    checkSize('maxBytes', maxBytes);
    const message = this.#queue[this.#head];
    if (message === undefined) return undefined;
    const room = Math.min(maxBytes, this.#maxFragmentBytes);
    const packet = new Uint8Array(Math.min(room, FRAGMENT_HEADER_BYTES + message.length - this.#sent));
    this.#write(packet, 0, packet.length);
    return packet;
  }

  /**
   * The next whole messages that fit into `maxBytes` together; when the next one does not, one fragment of it, of up to
   * `MAX_PIECE_BYTES`. So bytes are never part of one message and part of another.
   */
  takeTogether(maxBytes: number): Uint8Array | undefined {
    let total = 0;
    if (this.#sent === 0) {
      for (let index = this.#head; index < this.#queue.length; index += 1) {
        const more = FRAGMENT_HEADER_BYTES + (this.#queue[index]?.length ?? 0);
        if (total + more > maxBytes || more > this.#maxFragmentBytes) break;
        total += more;
      }
    }
    if (total === 0) return this.takeFragment(Math.min(this.#maxFragmentBytes, MAX_PIECE_BYTES));
    const packet = new Uint8Array(total);
    let at = 0;
    while (at < total) at += this.#write(packet, at, total - at);
    return packet;
  }

  /** Forgets what waits; the object id that was begun is not used again. */
  clear(): void {
    this.#queue = [];
    this.#head = 0;
    this.#waiting = 0;
    this.#startNext();
  }

  /** How many bytes `take(maxBytes)` will write: the same walk as `#write`, without writing. */
  #plan(maxBytes: number): number {
    let total = 0;
    let sent = this.#sent;
    for (let index = this.#head; index < this.#queue.length; index += 1) {
      let left = (this.#queue[index]?.length ?? 0) - sent;
      sent = 0;
      while (left > 0) {
        const room = Math.min(maxBytes - total, this.#maxFragmentBytes);
        // A message that would fit a packet of its own is not torn for the few bytes left in this one.
        if (
          room <= FRAGMENT_HEADER_BYTES ||
          (total > 0 && room < FRAGMENT_HEADER_BYTES + left && room < maxBytes / 4)
        ) {
          return total;
        }
        const blob = Math.min(left, room - FRAGMENT_HEADER_BYTES);
        total += FRAGMENT_HEADER_BYTES + blob;
        left -= blob;
      }
    }
    return total;
  }

  #write(packet: Uint8Array, start: number, room: number): number {
    const message = this.#queue[this.#head];
    if (message === undefined) return room;
    if (this.#sent === 0) {
      this.#objectId = this.#objectIds.next();
      this.#fragmentId = 0;
    }
    const left = message.length - this.#sent;
    const blob = Math.min(left, Math.min(room, this.#maxFragmentBytes) - FRAGMENT_HEADER_BYTES);
    writeNumber(packet, start, this.#objectId);
    writeNumber(packet, start + 8, this.#fragmentId);
    packet[start + 16] = (this.#sent === 0 ? START : 0) | (blob === left ? END : 0);
    packet[start + 17] = blob >>> 24;
    packet[start + 18] = (blob >>> 16) & 0xff;
    packet[start + 19] = (blob >>> 8) & 0xff;
    packet[start + 20] = blob & 0xff;
    this.#copyBlob(message, packet, start + FRAGMENT_HEADER_BYTES, blob);
    this.#waiting -= blob;
    if (blob === left) {
      this.#dropHead();
      this.#startNext();
    } else {
      this.#sent += blob;
      this.#fragmentId += 1;
    }
    return FRAGMENT_HEADER_BYTES + blob;
  }

  #copyBlob(message: OutgoingMessage, packet: Uint8Array, start: number, count: number): void {
    let filled = 0;
    while (filled < count) {
      const part = message.parts[this.#part];
      if (part === undefined) return;
      const length = Math.min(part.length - this.#partOffset, count - filled);
      const whole = this.#partOffset === 0 && length === part.length;
      packet.set(whole ? part : part.subarray(this.#partOffset, this.#partOffset + length), start + filled);
      filled += length;
      this.#partOffset += length;
      if (this.#partOffset === part.length) {
        this.#part += 1;
        this.#partOffset = 0;
      }
    }
  }

  #dropHead(): void {
    this.#queue[this.#head] = undefined; // its bytes are not kept until the list is cut
    this.#head += 1;
    if (this.#head === this.#queue.length) {
      this.#queue = [];
      this.#head = 0;
    } else if (this.#head > 1024 && this.#head * 2 > this.#queue.length) {
      this.#queue = this.#queue.slice(this.#head);
      this.#head = 0;
    }
  }

  #startNext(): void {
    this.#part = 0;
    this.#partOffset = 0;
    this.#sent = 0;
  }
}

export interface DefragmenterOptions {
  /** Largest object, fragment headers counted. Bytes; default 10 MiB; `Infinity` for no limit. */
  readonly maxObjectBytes?: number;
  /** Largest sum of all bytes that this channel may receive. Bytes; default no limit. */
  readonly maxTotalBytes?: number;
}

/**
 * Rejoins the fragments of one channel and priority into whole messages. A message that came in one fragment inside
 * one slice is given as a view of that slice; only messages of several fragments are copied, once.
 */
export class Defragmenter {
  readonly #maxObjectBytes: number;
  readonly #maxTotalBytes: number;
  readonly #bytes = new ChunkQueue();
  #totalBytes = 0;
  /** Blobs of the object that is being built; undefined when none is. */
  #blobs: Uint8Array[] | undefined;
  #blobBytes = 0;
  #objectBytes = 0;
  #objectHigh = 0;
  #objectLow = 0;
  #nextFragmentId = 0;
  /** A header that was read and whose blob is not complete. */
  #blobLength = -1;
  #flags = 0;
  #skipOrphans = false;

  constructor(options: DefragmenterOptions = {}) {
    this.#maxObjectBytes = options.maxObjectBytes ?? DEFAULT_MAX_OBJECT_BYTES;
    this.#maxTotalBytes = options.maxTotalBytes ?? Number.POSITIVE_INFINITY;
  }

  /** Bytes that are held and not yet part of a given message. */
  get heldBytes(): number {
    return this.#bytes.length + this.#blobBytes;
  }

  /**
   * After a connect or reconnect: until the next start fragment, fragments that continue nothing are the tail of a
   * message whose head went to someone else, and are skipped instead of being an error. protocol.md 4
   */
  skipOrphans(): void {
    this.#skipOrphans = true;
  }

  /** Forgets a half-built object and half-read fragment, as a new connection to the stream begins. */
  reset(): void {
    this.#bytes.clear();
    this.#blobLength = -1;
    this.#dropObject();
  }

  /**
   * @param bytes any slice of the stream; a header may be cut anywhere. The messages given may be views of it, so the
   * caller must not write into it afterwards.
   * @returns complete messages in order; empty when more bytes are needed.
   * @throws {RemoteProtocolError} a fragment out of sequence, or of an impossible id or length.
   * @throws {QuotaError} the object or the sum of all bytes is too large.
   */
  push(bytes: Uint8Array): Uint8Array[] {
    const messages: Uint8Array[] = [];
    this.pushInto(bytes, messages);
    return messages;
  }

  /** As `push`, adding to `messages`: what was complete before the fault stays there when it throws. */
  pushInto(bytes: Uint8Array, messages: Uint8Array[]): void {
    this.#totalBytes += bytes.length;
    if (this.#totalBytes > this.#maxTotalBytes) {
      throw new QuotaError(
        'MaximumReceivedDataSizePerCommand',
        this.#maxTotalBytes,
        `The peer sent more than the ${this.#maxTotalBytes} bytes that one command may receive.`,
      );
    }
    let offset = 0;
    if (this.#bytes.length > 0 || this.#blobLength >= 0) offset = this.#continueHeld(bytes, messages);
    // The common case: whole fragments lie inside this slice.
    while (bytes.length - offset >= FRAGMENT_HEADER_BYTES) {
      this.#readHeader(bytes, offset);
      if (bytes.length - offset - FRAGMENT_HEADER_BYTES < this.#blobLength) {
        offset += FRAGMENT_HEADER_BYTES;
        break;
      }
      const start = offset + FRAGMENT_HEADER_BYTES;
      offset = start + this.#blobLength;
      this.#takeBlob(bytes.subarray(start, offset), messages);
    }
    if (offset < bytes.length) this.#bytes.push(offset === 0 ? bytes : bytes.subarray(offset));
  }

  /** Completes the fragment whose beginning is held; returns how much of `bytes` it took. */
  #continueHeld(bytes: Uint8Array, messages: Uint8Array[]): number {
    let offset = 0;
    if (this.#blobLength < 0) {
      const missing = FRAGMENT_HEADER_BYTES - this.#bytes.length;
      if (missing > 0) {
        offset = Math.min(missing, bytes.length);
        this.#bytes.push(bytes.subarray(0, offset));
      }
      if (this.#bytes.length < FRAGMENT_HEADER_BYTES) return offset;
      this.#readHeader(this.#bytes.take(FRAGMENT_HEADER_BYTES), 0);
    }
    const missing = this.#blobLength - this.#bytes.length;
    if (bytes.length - offset < missing) {
      if (offset < bytes.length) this.#bytes.push(bytes.subarray(offset));
      return bytes.length;
    }
    if (this.#bytes.length === 0) {
      this.#takeBlob(bytes.subarray(offset, offset + missing), messages);
    } else {
      this.#bytes.push(bytes.subarray(offset, offset + missing));
      this.#takeBlob(this.#bytes.take(this.#blobLength), messages);
    }
    return offset + missing;
  }

  /** Checks a header against the object that is being built. Nothing of its blob is needed for that. */
  #readHeader(bytes: Uint8Array, offset: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset + offset, FRAGMENT_HEADER_BYTES);
    const objectHigh = view.getUint32(0);
    const objectLow = view.getUint32(4);
    const fragmentHigh = view.getUint32(8);
    const fragmentLow = view.getUint32(12);
    const flags = view.getUint8(16);
    const blobLength = view.getUint32(17);
    if (objectHigh >= 0x8000_0000 || (objectHigh === 0 && objectLow === 0)) {
      throw new RemoteProtocolError('A fragment has an object id below 1.', { rule: RULE, where: 'fragment header' });
    }
    if (blobLength >= 0x8000_0000) {
      throw new RemoteProtocolError('A fragment has a blob length above 2 GiB.', {
        rule: RULE,
        where: 'fragment header',
      });
    }
    if ((flags & START) !== 0) {
      this.#skipOrphans = false;
      this.#blobs = [];
      this.#blobBytes = 0;
      this.#objectBytes = 0;
      this.#objectHigh = objectHigh;
      this.#objectLow = objectLow;
      // The id of a start fragment is not looked at: a recorded Windows server begins an object with id 1.
      this.#nextFragmentId = fragmentHigh * 0x1_0000_0000 + fragmentLow + 1;
    } else {
      const fragmentId = fragmentHigh * 0x1_0000_0000 + fragmentLow;
      const sameObject = this.#blobs !== undefined && objectHigh === this.#objectHigh && objectLow === this.#objectLow;
      if (!sameObject || fragmentId !== this.#nextFragmentId) {
        if (!this.#skipOrphans) {
          throw new RemoteProtocolError(
            sameObject
              ? `Fragment ids are not in sequence: ${fragmentId} came where ${this.#nextFragmentId} is due.`
              : 'A fragment continues an object that was not begun.',
            { rule: RULE, where: 'fragment header' },
          );
        }
        this.#dropObject();
      } else {
        this.#nextFragmentId += 1;
      }
    }
    this.#objectBytes += FRAGMENT_HEADER_BYTES + blobLength;
    if (this.#objectBytes > this.#maxObjectBytes) {
      throw new QuotaError(
        'MaximumReceivedObjectSize',
        this.#maxObjectBytes,
        `The peer sends an object larger than the limit of ${this.#maxObjectBytes} bytes.`,
      );
    }
    this.#blobLength = blobLength;
    this.#flags = flags;
  }

  #takeBlob(blob: Uint8Array, messages: Uint8Array[]): void {
    this.#blobLength = -1;
    const blobs = this.#blobs;
    if (blobs === undefined) {
      this.#objectBytes = 0; // An orphan: skipped.
      return;
    }
    if ((this.#flags & END) === 0) {
      blobs.push(blob);
      this.#blobBytes += blob.length;
      return;
    }
    messages.push(blobs.length === 0 ? blob : join(blobs, blob, this.#blobBytes + blob.length));
    this.#dropObject();
  }

  #dropObject(): void {
    this.#blobs = undefined;
    this.#blobBytes = 0;
    this.#objectBytes = 0;
  }
}

function join(blobs: readonly Uint8Array[], last: Uint8Array, length: number): Uint8Array {
  const message = new Uint8Array(length);
  let at = 0;
  for (const blob of blobs) {
    message.set(blob, at);
    at += blob.length;
  }
  message.set(last, at);
  return message;
}

function writeNumber(target: Uint8Array, offset: number, value: number): void {
  const high = Math.floor(value / 0x1_0000_0000);
  const low = value >>> 0;
  target[offset] = high >>> 24;
  target[offset + 1] = (high >>> 16) & 0xff;
  target[offset + 2] = (high >>> 8) & 0xff;
  target[offset + 3] = high & 0xff;
  target[offset + 4] = low >>> 24;
  target[offset + 5] = (low >>> 16) & 0xff;
  target[offset + 6] = (low >>> 8) & 0xff;
  target[offset + 7] = low & 0xff;
}

function checkSize(parameter: string, bytes: number): void {
  if (!(bytes > FRAGMENT_HEADER_BYTES)) {
    throw new ArgumentError(
      parameter,
      `${bytes} bytes have no room for a fragment: its header alone takes ${FRAGMENT_HEADER_BYTES}.`,
    );
  }
}
