/** BinaryReader and BinaryWriter: numbers and texts as .NET puts them into bytes, low byte first. */
import { PSDecimal, type PSValue } from '../../../../protocol/objects/index.js';
import { andThen, drive, type Pending, settle, type Steps } from '../../pending.js';
import { implement } from '../../values/bodies.js';
import { unwrap } from '../../values/live.js';
import { decimalBits, decimalOfBits } from '../decimal.js';
import {
  argumentError,
  argumentNull,
  big,
  bytesOf,
  char,
  charText,
  chars,
  code,
  dataOf,
  double,
  flag,
  flagsOf,
  formatError,
  items,
  long,
  mustBeNonNegative,
  net,
  num,
  sbyte,
  byte,
  short,
  single,
  text,
  throwNet,
  uint,
  ulong,
  ushort,
} from '../support.js';
import { type Coder, coderOf } from '../text.js';
import { type ByteStream, bufferPart, COPY_BYTES, readAll, streamOf } from './byte-stream.js';

interface Binary {
  readonly stream: PSValue;
  readonly bytes: ByteStream;
  readonly coder: Coder;
  readonly leaveOpen: boolean;
  open: boolean;
}
const own = (self: PSValue): Binary => {
  const data = dataOf<Binary>(self);
  if (!data.open) throw throwNet('System.ObjectDisposedException', 'Cannot access a closed file.');
  return data;
};
const make = (type: string, stream: PSValue | undefined, encoding: PSValue | undefined, leave: boolean): PSValue => {
  if (encoding === null) throw argumentNull('encoding');
  const bytes = streamOf(stream, type.endsWith('Reader') ? 'input' : 'output');
  if (!(type.endsWith('Reader') ? bytes.readable : bytes.writable) || !bytes.open)
    throw argumentError(type.endsWith('Reader') ? 'Stream was not readable.' : 'Stream was not writable.');
  return net<Binary>(type, { stream: stream ?? null, bytes, coder: coderOf(encoding), leaveOpen: leave, open: true });
};
const close = (self: PSValue): Pending<undefined> => {
  const data = dataOf<Binary>(self);
  if (!data.open) return undefined;
  data.open = false;
  return data.leaveOpen ? undefined : data.bytes.close();
};
const END = 'Unable to read beyond the end of the stream.';
const TOO_LONG = 'Too many bytes in what should have been a 7-bit encoded integer.';

// -------------------------------------------------------------------- reader

const exactly = (self: PSValue, count: number): Pending<DataView> =>
  andThen(readAll(own(self).bytes, count), (part) => {
    if (part.length < count) throw throwNet('System.IO.EndOfStreamException', END);
    return new DataView(part.buffer, part.byteOffset, part.length);
  });
const reads =
  (count: number, make_: (view: DataView) => PSValue) =>
  (self: PSValue): Pending<PSValue> =>
    andThen(exactly(self, count), make_);
function* packed(self: PSValue, bits: 32 | 64): Steps<bigint> {
  let value = 0n;
  for (let shift = 0n; shift < BigInt(bits + 3); shift += 7n) {
    const one = (yield* settle(exactly(self, 1))).getUint8(0);
    value |= BigInt(one & 0x7f) << shift;
    if ((one & 0x80) === 0) return BigInt.asIntN(bits, value);
  }
  throw formatError(TOO_LONG);
}
/** So many units of text, fewer only at the end. Byte after byte: what follows belongs to the next read. */
function* units(self: PSValue, count: number): Steps<string> {
  const { bytes, coder } = own(self);
  const decoder = coder.stream();
  let value = '';
  while (value.length < count) {
    const part = yield* settle(bytes.read(1));
    if (part.length === 0) {
      value += decoder.end();
      break;
    }
    value += decoder.push(part);
  }
  return value;
}
function* peek(self: PSValue): Steps<number> {
  const { bytes } = own(self);
  if (!bytes.seekable) return -1;
  const { position } = bytes;
  const value = yield* units(self, 1);
  bytes.position = position;
  return value === '' ? -1 : value.charCodeAt(0);
}
function* string(self: PSValue): Steps<string> {
  const length = Number(yield* packed(self, 32));
  if (length < 0)
    throw throwNet(
      'System.IO.IOException',
      `BinaryReader encountered an invalid string length of ${length} characters.`,
    );
  const view = yield* settle(exactly(self, length));
  return own(self).coder.decode(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
}
const READER = 'System.IO.BinaryReader';
implement(READER, () => ({
  BaseStream: (self) => dataOf<Binary>(self).stream,
  ReadBoolean: reads(1, (view) => view.getUint8(0) !== 0),
  ReadByte: reads(1, (view) => byte(view.getUint8(0))),
  ReadSByte: reads(1, (view) => sbyte(view.getInt8(0))),
  ReadInt16: reads(2, (view) => short(view.getInt16(0, true))),
  ReadUInt16: reads(2, (view) => ushort(view.getUint16(0, true))),
  ReadInt32: reads(4, (view) => view.getInt32(0, true)),
  ReadUInt32: reads(4, (view) => uint(view.getUint32(0, true))),
  ReadInt64: reads(8, (view) => long(view.getBigInt64(0, true))),
  ReadUInt64: reads(8, (view) => ulong(view.getBigUint64(0, true))),
  ReadSingle: reads(4, (view) => single(view.getFloat32(0, true))),
  ReadDouble: reads(8, (view) => double(view.getFloat64(0, true))),
  ReadDecimal: reads(16, (view) => decimalOfBits([0, 4, 8, 12].map((at) => view.getInt32(at, true)))),
  ReadString: (self) => drive(string(self)),
  ReadChar: (self) =>
    andThen(drive(units(self, 1)), (value) => {
      if (value === '') throw throwNet('System.IO.EndOfStreamException', END);
      return char(value);
    }),
  PeekChar: (self) => drive(peek(self)),
  'Read()': (self) => andThen(drive(units(self, 1)), (value) => (value === '' ? -1 : value.charCodeAt(0))),
  'Read(byte[], int, int)': (self, buffer, index, count) => {
    const target = bufferPart(buffer, index, count);
    return andThen(own(self).bytes.read(target.length), (part) => {
      target.set(part);
      return part.length;
    });
  },
  ReadBytes: (self, count) => {
    if (num(count) < 0) throw mustBeNonNegative('count', num(count));
    return andThen(readAll(own(self).bytes, num(count)), (part) =>
      // What is longer than one read was put together here: it is nobody else's.
      part.length > COPY_BYTES ? part : part.slice(),
    );
  },
  ReadChars: (self, count) => {
    if (num(count) < 0) throw mustBeNonNegative('count', num(count));
    return andThen(drive(units(self, num(count))), chars);
  },
  Read7BitEncodedInt: (self) => andThen(drive(packed(self, 32)), Number),
  Read7BitEncodedInt64: (self) => andThen(drive(packed(self, 64)), long),
  Close: close,
  Dispose: close,
  new: (_self, stream, encoding, leave) => make(READER, stream, encoding, flag(leave)),
}));

// -------------------------------------------------------------------- writer

const put = (self: PSValue, size: number, fill: (view: DataView) => void): Pending<undefined> => {
  const bytes = new Uint8Array(size);
  fill(new DataView(bytes.buffer));
  return own(self).bytes.write(bytes);
};
function packedBytes(value: bigint): Uint8Array {
  const out: number[] = [];
  let left = value;
  for (; left >= 0x80n; left >>= 7n) out.push(Number(left & 0x7fn) | 0x80);
  out.push(Number(left));
  return Uint8Array.from(out);
}
const WRITER = 'System.IO.BinaryWriter';
const encoded = (self: PSValue, value: string): Uint8Array => own(self).coder.encode(value);
implement(WRITER, () => ({
  BaseStream: (self) => andThen(own(self).bytes.flush(), () => own(self).stream),
  'static Null': () => null,
  'Write(bool)': (self, value) => put(self, 1, (view) => view.setUint8(0, flag(value) ? 1 : 0)),
  'Write(byte)': (self, value) => put(self, 1, (view) => view.setUint8(0, num(value))),
  'Write(sbyte)': (self, value) => put(self, 1, (view) => view.setInt8(0, num(value))),
  'Write(short)': (self, value) => put(self, 2, (view) => view.setInt16(0, num(value), true)),
  'Write(ushort)': (self, value) => put(self, 2, (view) => view.setUint16(0, num(value), true)),
  'Write(int)': (self, value) => put(self, 4, (view) => view.setInt32(0, num(value), true)),
  'Write(uint)': (self, value) => put(self, 4, (view) => view.setUint32(0, num(value), true)),
  'Write(long)': (self, value) => put(self, 8, (view) => view.setBigInt64(0, big(value), true)),
  'Write(ulong)': (self, value) => put(self, 8, (view) => view.setBigUint64(0, big(value), true)),
  'Write(float)': (self, value) => put(self, 4, (view) => view.setFloat32(0, num(value), true)),
  'Write(double)': (self, value) => put(self, 8, (view) => view.setFloat64(0, num(value), true)),
  'Write(decimal)': (self, value) => {
    const inner = unwrap(value ?? null);
    const parts = inner instanceof PSDecimal ? items(decimalBits(inner)).map(num) : [0, 0, 0, 0];
    return put(self, 16, (view) => {
      for (const [at, part] of parts.entries()) view.setInt32(at * 4, part, true);
    });
  },
  'Write(string)': (self, value) => {
    if (value === null) throw argumentNull('value');
    const body = encoded(self, text(value));
    const head = packedBytes(BigInt(body.length));
    return own(self).bytes.write(Uint8Array.from([...head, ...body]));
  },
  'Write(char)': (self, value) => {
    if (/[\ud800-\udfff]/.test(String.fromCharCode(code(value))))
      throw argumentError(
        'Unicode surrogate characters must be written out as pairs together in the same call, not individually. Consider passing in a character array instead.',
        'ch',
      );
    return own(self).bytes.write(encoded(self, charText(value)));
  },
  'Write(char[])': (self, value) =>
    own(self).bytes.write(encoded(self, ((unwrap(value ?? null) as PSValue[] | null) ?? []).map(charText).join(''))),
  'Write(byte[])': (self, value) => {
    if (value === null) throw argumentNull('buffer');
    return own(self).bytes.write(bytesOf(value).slice());
  },
  'Write(byte[], int, int)': (self, value, index, count) =>
    own(self).bytes.write(bufferPart(value, index, count).slice()),
  Write7BitEncodedInt: (self, value) => own(self).bytes.write(packedBytes(BigInt.asUintN(32, big(value)))),
  Write7BitEncodedInt64: (self, value) => own(self).bytes.write(packedBytes(BigInt.asUintN(64, big(value)))),
  Seek: (self, offset, origin) => long(own(self).bytes.seek(num(offset), flagsOf(origin))),
  Flush: (self) => own(self).bytes.flush(),
  Close: close,
  Dispose: close,
  new: (_self, stream, encoding, leave) => make(WRITER, stream, encoding, flag(leave)),
}));
