/** MemoryStream: bytes that grow, or the bytes of an array that is given. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { drive, look, type Pending, type Steps, type Tick, ticking } from '../../pending.js';
import { implement } from '../../values/bodies.js';
import { unwrap } from '../../values/live.js';
import {
  argumentError,
  argumentNull,
  bytesOf,
  dataOf,
  flag,
  mustBeNonNegative,
  net,
  notSupported,
  num,
  outOfRange,
  throwNet,
} from '../support.js';
import { ByteStream, streamOf } from './byte-stream.js';

const LEAST_CAPACITY = 256;
/** Bytes that are moved in one go. */
const MOVED_AT_ONCE = 2 ** 22;

export class MemoryData extends ByteStream {
  readonly readable = true;
  readonly writable: boolean;
  override readonly seekable = true;
  /** All there is room for; `#origin` is where the stream begins in it. */
  #bytes: Uint8Array;
  readonly #fixed: boolean;
  readonly exposed: boolean;
  #length: number;
  #position = 0;
  constructor(
    bytes: Uint8Array = new Uint8Array(0),
    options: { fixed?: boolean; writable?: boolean; exposed?: boolean; length?: number } = {},
  ) {
    super();
    this.#bytes = bytes;
    this.#length = options.length ?? bytes.length;
    this.#fixed = options.fixed ?? false;
    this.writable = options.writable ?? true;
    this.exposed = options.exposed ?? true;
  }
  /** What was written so far; not a copy. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
  get buffer(): Uint8Array {
    return this.#bytes;
  }
  get capacity(): number {
    this.assertOpen();
    return this.#bytes.length;
  }
  set capacity(value: number) {
    if (value < this.#length) throw outOfRange('value', 'capacity was less than the current size.');
    this.assertOpen();
    if (this.#fixed && value !== this.#bytes.length) throw notSupported('Memory stream is not expandable.');
    const resized = new Uint8Array(value);
    resized.set(this.bytes);
    this.#bytes = resized;
  }
  override get length(): number {
    this.assertOpen();
    return this.#length;
  }
  override get position(): number {
    this.assertOpen();
    return this.#position;
  }
  override set position(value: number) {
    this.assertOpen();
    this.#position = value;
  }
  #room(end: number): void {
    if (end <= this.#bytes.length) return;
    if (this.#fixed) throw notSupported('Memory stream is not expandable.');
    this.capacity = this.#grown(end);
  }
  #grown(end: number): number {
    return Math.max(LEAST_CAPACITY, end, this.#bytes.length * 2);
  }
  override read(count: number): Uint8Array {
    this.assertOpen();
    const part = this.bytes.slice(this.#position, this.#position + Math.max(0, count));
    this.#position += part.length;
    return part;
  }
  override write(bytes: Uint8Array): Pending<undefined> {
    this.assertWritable();
    const end = this.#position + bytes.length;
    const moved = end > this.#bytes.length && !this.#fixed ? this.#length : 0;
    if (moved + bytes.length > MOVED_AT_ONCE) return drive(this.#writeSteps(bytes, end, ticking()));
    this.writeAtOnce(bytes);
    return undefined;
  }
  /** As `write`, for one who cannot wait. */
  writeAtOnce(bytes: Uint8Array): void {
    this.#room(this.#position + bytes.length);
    this.#put(bytes);
  }
  #put(bytes: Uint8Array): void {
    // What was cut off by SetLength is not seen again.
    if (this.#position > this.#length) this.#bytes.fill(0, this.#length, this.#position);
    this.#bytes.set(bytes, this.#position);
    this.#position += bytes.length;
    this.#length = Math.max(this.#length, this.#position);
  }
  /** Much is moved to a larger place, and put there, some at a time. */
  *#writeSteps(bytes: Uint8Array, end: number, tick: Tick): Steps<undefined> {
    if (end > this.#bytes.length && !this.#fixed) {
      const larger = new Uint8Array(this.#grown(end));
      for (let at = 0; at < this.#length; at += MOVED_AT_ONCE) {
        larger.set(this.#bytes.subarray(at, Math.min(at + MOVED_AT_ONCE, this.#length)), at);
        yield* look(tick);
      }
      this.#bytes = larger;
    } else this.#room(end);
    for (let at = 0; at < bytes.length; at += MOVED_AT_ONCE) {
      this.#put(bytes.subarray(at, at + MOVED_AT_ONCE));
      yield* look(tick);
    }
    return undefined;
  }
  override setLength(value: number): void {
    if (!this.writable) throw notSupported('Stream does not support writing.');
    this.#room(value);
    if (value > this.#length) this.#bytes.fill(0, this.#length, value);
    this.#length = value;
    this.#position = Math.min(this.#position, value);
  }
}

const MEMORY = 'System.IO.MemoryStream';
const own = (self: PSValue): MemoryData => dataOf<MemoryData>(self);
/** An array's own bytes: what is written is seen there. */
const given = (value: PSValue | undefined): Uint8Array => {
  const inner = unwrap(value ?? null);
  if (inner === null) throw argumentNull('buffer');
  return inner instanceof Uint8Array ? inner : bytesOf(inner);
};
function part(value: PSValue | undefined, index: PSValue | undefined, count: PSValue | undefined): Uint8Array {
  const bytes = given(value);
  if (num(index) < 0) throw mustBeNonNegative('index', num(index));
  if (num(count) < 0) throw mustBeNonNegative('count', num(count));
  if (num(index) + num(count) > bytes.length)
    throw argumentError(
      'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
    );
  return bytes.subarray(num(index), num(index) + num(count));
}
export const newMemory = (bytes?: Uint8Array): PSValue => net(MEMORY, new MemoryData(bytes));
implement(MEMORY, () => ({
  Capacity: (self) => own(self).capacity,
  'set Capacity': (self, value) => {
    own(self).capacity = num(value);
    return undefined;
  },
  ToArray: (self) => own(self).bytes.slice(),
  GetBuffer: (self) => {
    if (!own(self).exposed)
      throw throwNet('System.UnauthorizedAccessException', "MemoryStream's internal buffer cannot be accessed.");
    return own(self).buffer;
  },
  WriteTo: (self, target) => {
    own(self).assertOpen();
    return streamOf(target).write(own(self).bytes.slice());
  },
  'new()': () => newMemory(),
  'new(int)': (_self, capacity) => {
    if (num(capacity) < 0) throw mustBeNonNegative('capacity', num(capacity));
    return net(MEMORY, new MemoryData(new Uint8Array(num(capacity)), { length: 0 }));
  },
  'new(byte[])': (_self, bytes) => net(MEMORY, new MemoryData(given(bytes), { fixed: true, exposed: false })),
  'new(byte[], bool)': (_self, bytes, writable) =>
    net(MEMORY, new MemoryData(given(bytes), { fixed: true, exposed: false, writable: flag(writable) })),
  'new(byte[], int, int)': (_self, bytes, index, count) =>
    net(MEMORY, new MemoryData(part(bytes, index, count), { fixed: true, exposed: false })),
  'new(byte[], int, int, bool)': (_self, bytes, index, count, writable) =>
    net(MEMORY, new MemoryData(part(bytes, index, count), { fixed: true, exposed: false, writable: flag(writable) })),
  'new(byte[], int, int, bool, bool)': (_self, bytes, index, count, writable, visible) =>
    net(
      MEMORY,
      new MemoryData(part(bytes, index, count), { fixed: true, exposed: flag(visible), writable: flag(writable) }),
    ),
}));
