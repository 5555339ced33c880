/**
 * Envelopes over a stream of bytes that is trusted already, many at a time: between the listener and a session host,
 * between a program of the same account and its endpoint, and through an SSH channel. This is HTTP's place in WSMan,
 * for where there is neither a port nor a password.
 *
 * Frame: length u32 LE of all that follows, type u8, id u32 LE (of the request it belongs to; 0 = none), length u32 LE of
 * the head, head (JSON), body (bytes). Ids are the asking side's; an answer bears its request's. Over SSH the stream
 * begins with `PSSESSION/1\n` in both directions.
 */
import { ChunkQueue, decodeUtf8, encodeUtf8 } from '../bytes/index.js';
import { RemoteProtocolError } from '../errors/index.js';

export const FrameType = {
  /** Asking side: who it is, or the setup of a host. First of all frames. */
  hello: 1,
  /** The answer to it: who answers here, and which shells it has. */
  welcome: 2,
  /** Asking side: head = caller (null: the one of the stream), body = envelope. */
  request: 3,
  /** Asking side: nobody waits for that answer any more. */
  lost: 4,
  /** Asking side: head = whether the answer of that request reached the client. */
  written: 5,
  /** head = { status }, body = envelope. */
  answer: 6,
  /** Listener: head = whose shells. */
  list: 7,
  /** Host: head = listings, or summaries. */
  listed: 8,
  /** Host: a shell is there, or is gone. */
  shell: 9,
  /** Host: a line for the audit log. */
  audit: 10,
  /** Listener: head = the id of a shell to end. */
  remove: 11,
  /** Listener: leave, if no shell is left. */
  exit: 12,
  /** Listener: head = { connection, byClient }, a connection by which callers came is gone. */
  gone: 13,
  /** Host: head = whether others may watch any of its shells. */
  watchable: 14,
  /** Host: its program was replaced before it had loaded all of it; new sessions had better go elsewhere. */
  outdated: 15,
} as const;
export type FrameTypeNumber = (typeof FrameType)[keyof typeof FrameType];

export interface Frame {
  readonly type: number;
  readonly id: number;
  readonly head: unknown;
  readonly body: Uint8Array;
}

/** What both sides of an SSH channel say first: the other framing begins with `<`. */
export const ENVELOPE_STREAM_GREETING = 'PSSESSION/1\n';

const NO_BYTES = new Uint8Array(0);
const FIXED_BYTES = 9;
/** An envelope may have 64 MiB; a list of 10,000 sessions has 5. Bytes. */
const MAX_FRAME_BYTES = 96 * 1024 * 1024;

/** @returns parts to be written one after the other; the body is not copied. */
export function encodeFrame(
  type: FrameTypeNumber,
  id: number,
  head: unknown = null,
  body: Uint8Array = NO_BYTES,
): readonly Uint8Array[] {
  const text = encodeUtf8(JSON.stringify(head));
  const start = new Uint8Array(4 + FIXED_BYTES + text.length);
  const view = new DataView(start.buffer);
  view.setUint32(0, FIXED_BYTES + text.length + body.length, true);
  view.setUint8(4, type);
  view.setUint32(5, id, true);
  view.setUint32(9, text.length, true);
  start.set(text, 4 + FIXED_BYTES);
  return body.length === 0 ? [start] : [start, body];
}

/** Joins slices of any size to frames. */
export class FrameReader {
  readonly #bytes = new ChunkQueue();

  /** @throws {RemoteProtocolError} this is none of our frames; nothing more can be read. */
  push(slice: Uint8Array): Frame[] {
    this.#bytes.push(slice);
    const frames: Frame[] = [];
    while (this.#bytes.length >= 4) {
      let length = 0;
      for (let index = 3; index >= 0; index -= 1) length = length * 256 + (this.#bytes.peekByte(index) ?? 0);
      if (length < FIXED_BYTES || length > MAX_FRAME_BYTES) {
        throw new RemoteProtocolError(`A frame of ${length} bytes is none of a session host.`);
      }
      if (this.#bytes.length < 4 + length) break;
      frames.push(decode(this.#bytes.take(4 + length)));
    }
    return frames;
  }
}

function decode(bytes: Uint8Array): Frame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headLength = view.getUint32(9, true);
  const from = 4 + FIXED_BYTES;
  if (from + headLength > bytes.length) throw new RemoteProtocolError('The head of a frame is longer than the frame.');
  let head: unknown;
  try {
    head = JSON.parse(decodeUtf8(bytes.subarray(from, from + headLength)));
  } catch (cause) {
    throw new RemoteProtocolError('The head of a frame is no JSON.', { cause });
  }
  return { type: view.getUint8(4), id: view.getUint32(5, true), head, body: bytes.subarray(from + headLength) };
}
