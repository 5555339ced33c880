/** What every stream of .NET is here: bytes taken and put, at once or when they are there; and the members of Stream. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { joined } from '../../packing.js';
import { andThen, drive, look, type Pending, settle, type Steps, ticking } from '../../pending.js';
import { implement } from '../../values/bodies.js';
import { NetObject, unwrap } from '../../values/live.js';
import { defineType } from '../../values/net-type.js';
import {
  argumentError,
  argumentNull,
  big,
  bytesOf,
  dataOf,
  flagsOf,
  long,
  mustBeNonNegative,
  net,
  notSupported,
  num,
  outOfRange,
  throwNet,
} from '../support.js';
import { completedTask, taskOf } from '../tasks.js';

/** What CopyTo holds at once. */
export const COPY_BYTES = 65_536;

export abstract class ByteStream {
  abstract readonly readable: boolean;
  abstract readonly writable: boolean;
  readonly seekable: boolean = false;
  open = true;
  /** What a closed one says. */
  protected readonly closedText: string = 'Cannot access a closed Stream.';
  assertOpen(): void {
    if (!this.open) throw throwNet('System.ObjectDisposedException', this.closedText);
  }
  protected assertReadable(): void {
    this.assertOpen();
    if (!this.readable) throw notSupported('Stream does not support reading.');
  }
  protected assertWritable(): void {
    this.assertOpen();
    if (!this.writable) throw notSupported('Stream does not support writing.');
  }
  /** Some bytes, so many at most; none only at the end. */
  read(_count: number): Pending<Uint8Array> {
    throw notSupported('Stream does not support reading.');
  }
  write(_bytes: Uint8Array): Pending<undefined> {
    throw notSupported('Stream does not support writing.');
  }
  flush(): Pending<undefined> {
    this.assertOpen();
    return undefined;
  }
  /** Is called once. */
  protected shut(): Pending<undefined> {
    return undefined;
  }
  close(): Pending<undefined> {
    if (!this.open) return undefined;
    return andThen(this.shut(), () => {
      this.open = false;
      return undefined;
    });
  }
  get length(): number {
    this.assertOpen();
    throw notSupported(this.seekable ? 'Specified method is not supported.' : 'Stream does not support seeking.');
  }
  get position(): number {
    this.assertOpen();
    throw notSupported('Stream does not support seeking.');
  }
  set position(_value: number) {
    this.assertOpen();
    throw notSupported('Stream does not support seeking.');
  }
  seek(offset: number, origin: number): number {
    this.assertOpen();
    if (!this.seekable) throw notSupported('Stream does not support seeking.');
    if (origin < 0 || origin > 2) throw argumentError('Invalid seek origin.', 'origin');
    const at = (origin === 0 ? 0 : origin === 1 ? this.position : this.length) + offset;
    if (at < 0)
      throw throwNet(
        'System.IO.IOException',
        'An attempt was made to move the position before the beginning of the stream.',
      );
    this.position = at;
    return at;
  }
  setLength(_value: number): void {
    this.assertOpen();
    throw notSupported('Stream does not support seeking.');
  }
}

/** The stream of an argument; undefined for anything else. */
export function streamIn(value: PSValue | undefined): ByteStream | undefined {
  const inner = unwrap(value ?? null);
  return inner instanceof NetObject && inner.data instanceof ByteStream ? inner.data : undefined;
}
/** The stream of an argument that has to be one. */
export function streamOf(value: PSValue | undefined, parameter = 'stream'): ByteStream {
  const found = streamIn(value);
  if (found === undefined) throw argumentNull(parameter);
  return found;
}

function* rest(stream: ByteStream, limit: number): Steps<Uint8Array> {
  const tick = ticking();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < limit) {
    const part = yield* settle(stream.read(Math.min(COPY_BYTES, limit - length)));
    if (part.length === 0) break;
    parts.push(part);
    length += part.length;
    yield* look(tick);
  }
  return yield* joined(parts, tick);
}
/** What is left of a stream; `limit` bytes at most. */
export const readAll = (stream: ByteStream, limit = Number.POSITIVE_INFINITY): Pending<Uint8Array> =>
  drive(rest(stream, limit));

function* copy(from: ByteStream, to: ByteStream): Steps<undefined> {
  for (;;) {
    const part = yield* settle(from.read(COPY_BYTES));
    if (part.length === 0) return undefined;
    yield* settle(to.write(part));
  }
}
function copyStream(from: ByteStream, target: PSValue | undefined): Pending<undefined> {
  const to = streamOf(target, 'destination');
  if (!from.open) throw throwNet('System.ObjectDisposedException', 'Cannot access a closed Stream.');
  if (!from.readable) throw notSupported('Stream does not support reading.');
  if (!to.writable) {
    if (!to.open) throw throwNet('System.ObjectDisposedException', 'Cannot access a closed Stream.');
    throw notSupported('Stream does not support writing.');
  }
  return drive(copy(from, to));
}

/** The part of a byte array that a call names; the array itself, so that what is put there is seen. */
export function bufferPart(
  value: PSValue | undefined,
  offset: PSValue | undefined,
  count: PSValue | undefined,
): Uint8Array {
  const inner = unwrap(value ?? null);
  if (inner === null) throw argumentNull('buffer');
  const bytes = inner instanceof Uint8Array ? inner : bytesOf(inner);
  if (offset === undefined || count === undefined) return bytes;
  if (num(offset) < 0) throw outOfRange('offset', 'Non-negative number required.');
  if (num(count) < 0 || num(offset) + num(count) > bytes.length)
    throw outOfRange(
      'count',
      'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
    );
  return bytes.subarray(num(offset), num(offset) + num(count));
}
const into = (target: Uint8Array, read: Pending<Uint8Array>): Pending<number> =>
  andThen(read, (part) => {
    target.set(part);
    return part.length;
  });
/** A task of what may be done already. */
export function asTask(work: () => Pending<PSValue | undefined>, result?: string): PSValue {
  try {
    const made = work();
    return made instanceof Promise
      ? taskOf(
          made.then((value) => value ?? null),
          result,
        )
      : completedTask(made ?? null, result);
  } catch (error) {
    return taskOf(Promise.reject(error instanceof Error ? error : new Error(String(error))), result);
  }
}

const own = (self: PSValue): ByteStream => dataOf<ByteStream>(self);
const readInto = (self: PSValue, buffer: PSValue | undefined, offset?: PSValue, count?: PSValue): Pending<number> => {
  const target = bufferPart(buffer, offset, count);
  return into(target, own(self).read(target.length));
};
const writeFrom = (self: PSValue, buffer: PSValue | undefined, offset?: PSValue, count?: PSValue): Pending<undefined> =>
  own(self).write(bufferPart(buffer, offset, count).slice());
const close = (self: PSValue): Pending<undefined> => own(self).close();

/** Takes everything, has nothing. */
class NullData extends ByteStream {
  readonly readable = true;
  readonly writable = true;
  override readonly seekable = true;
  override get length(): number {
    return 0;
  }
  override get position(): number {
    return 0;
  }
  override set position(_value: number) {
    return;
  }
  override read(): Uint8Array {
    return new Uint8Array(0);
  }
  override write(): undefined {
    return undefined;
  }
  override close(): undefined {
    return undefined;
  }
  override setLength(): void {
    return;
  }
}
const NULL = 'System.IO.Stream+NullStream';
defineType(NULL, { base: 'System.IO.Stream' });
let nothing: PSValue;
export const nullStream = (): PSValue => (nothing ??= net(NULL, new NullData()));

implement('System.IO.Stream', () => ({
  'static Null': nullStream,
  'static Synchronized': (_self, stream) => stream,
  CanRead: (self) => own(self).open && own(self).readable,
  CanWrite: (self) => own(self).open && own(self).writable,
  CanSeek: (self) => own(self).open && own(self).seekable,
  CanTimeout: () => false,
  ReadTimeout: () => {
    throw throwNet('System.InvalidOperationException', 'Timeouts are not supported on this stream.');
  },
  WriteTimeout: () => {
    throw throwNet('System.InvalidOperationException', 'Timeouts are not supported on this stream.');
  },
  Length: (self) => long(own(self).length),
  Position: (self) => long(own(self).position),
  'set Position': (self, value) => {
    if (big(value) < 0n) throw mustBeNonNegative('value', value);
    own(self).position = Number(big(value));
    return undefined;
  },
  Read: (self, buffer, offset, count) => readInto(self, buffer, offset, count),
  ReadAsync: (self, buffer, offset, count) =>
    asTask(() => readInto(self, buffer, ...(typeof offset === 'number' ? [offset, count] : [])), 'System.Int32'),
  ReadByte: (self) => andThen(own(self).read(1), (part) => part[0] ?? -1),
  ReadExactly: (self, buffer, offset, count) => {
    const target = bufferPart(buffer, offset, count);
    return andThen(readAll(own(self), target.length), (part) => {
      target.set(part);
      if (part.length < target.length)
        throw throwNet('System.IO.EndOfStreamException', 'Unable to read beyond the end of the stream.');
      return undefined;
    });
  },
  Write: (self, buffer, offset, count) => writeFrom(self, buffer, offset, count),
  WriteAsync: (self, buffer, offset, count) =>
    asTask(() => writeFrom(self, buffer, ...(typeof offset === 'number' ? [offset, count] : []))),
  WriteByte: (self, value) => own(self).write(Uint8Array.of(num(value))),
  Seek: (self, offset, origin) => long(own(self).seek(Number(big(offset)), flagsOf(origin))),
  SetLength: (self, value) => {
    if (big(value) < 0n) throw mustBeNonNegative('value', value);
    own(self).setLength(Number(big(value)));
    return undefined;
  },
  CopyTo: (self, target) => copyStream(own(self), target),
  CopyToAsync: (self, target) => asTask(() => copyStream(own(self), target)),
  Flush: (self) => own(self).flush(),
  FlushAsync: (self) => asTask(() => own(self).flush()),
  Close: close,
  Dispose: close,
  DisposeAsync: (self) => asTask(() => own(self).close()),
}));
