/**
 * What travels between the listener's process and a session host: the server seam (an envelope and its caller go in,
 * an envelope comes out) and a few words around it, many at a time over one socket.
 *
 * Frame: length u32 LE of all that follows, type u8, id u32 LE (of the request it belongs to; 0 = none), length u32 LE of
 * the head, head (JSON), body (bytes). Ids are the listener's; an answer bears its request's.
 */
import { ChunkQueue } from '../../protocol/bytes/index.js';
import { RemoteProtocolError } from '../../protocol/errors/index.js';

export const FrameType = {
  /** Listener: the setup of the host. First of all frames, again when the configuration changes. */
  hello: 1,
  /** Host: who it is and which shells it has. */
  welcome: 2,
  /** Listener: head = caller, body = envelope. */
  request: 3,
  /** Listener: the connection of that request is gone. */
  lost: 4,
  /** Listener: head = whether the answer of that request was written. */
  written: 5,
  /** Host: head = { status }, body = envelope. */
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
} as const;
export type FrameTypeNumber = (typeof FrameType)[keyof typeof FrameType];

export interface Frame {
  readonly type: number;
  readonly id: number;
  readonly head: unknown;
  readonly body: Uint8Array;
}

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
  const text = Buffer.from(JSON.stringify(head));
  const fixed = Buffer.allocUnsafe(4 + FIXED_BYTES);
  fixed.writeUInt32LE(FIXED_BYTES + text.length + body.length, 0);
  fixed.writeUInt8(type, 4);
  fixed.writeUInt32LE(id, 5);
  fixed.writeUInt32LE(text.length, 9);
  return body.length === 0 ? [fixed, text] : [fixed, text, body];
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
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headLength = view.readUInt32LE(9);
  const from = 4 + FIXED_BYTES;
  if (from + headLength > view.length) throw new RemoteProtocolError('The head of a frame is longer than the frame.');
  let head: unknown;
  try {
    head = JSON.parse(view.toString('utf8', from, from + headLength));
  } catch (cause) {
    throw new RemoteProtocolError('The head of a frame is no JSON.', { cause });
  }
  return { type: view.readUInt8(4), id: view.readUInt32LE(5), head, body: bytes.subarray(from + headLength) };
}
