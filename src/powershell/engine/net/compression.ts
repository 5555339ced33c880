/** GZipStream, DeflateStream, ZLibStream and BrotliStream: bytes that are packed into, or unpacked from, another stream. */
import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  deflateRawSync,
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';
import type { PSValue } from '../../../protocol/objects/index.js';
import { andThen, type Pending } from '../pending.js';
import { implement } from '../values/bodies.js';
import { EnumValue } from '../values/live.js';
import { ByteStream, readAll, streamOf } from './streams/byte-stream.js';
import { MemoryData } from './streams/memory-stream.js';
import { argumentError, dataOf, flag, flagsOf, net, throwNet } from './support.js';

/** Bytes a packed stream may unpack to: a small file must not fill the memory. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;
const limits = { maxOutputLength: MAX_UNPACKED_BYTES } as const;
const INVALID = 'The archive entry was compressed using an unsupported compression method.';
/** .NET's CompressionLevel as zlib counts. */
const LEVELS = [6, 1, 0, 9] as const;
const zlibLevel = (value: PSValue | undefined): number => LEVELS[flagsOf(value)] ?? LEVELS[0];
const BROTLI_LEVELS: Readonly<Record<number, number>> = { 6: 4, 1: 1, 0: 0, 9: 11 };

interface Format {
  readonly pack: (bytes: Uint8Array, level: number) => Uint8Array;
  readonly unpack: (bytes: Uint8Array) => Uint8Array;
}
const FORMATS: Readonly<Record<string, Format>> = {
  GZipStream: { pack: (bytes, level) => gzipSync(bytes, { level }), unpack: (bytes) => gunzipSync(bytes, limits) },
  DeflateStream: {
    pack: (bytes, level) => deflateRawSync(bytes, { level }),
    unpack: (bytes) => inflateRawSync(bytes, limits),
  },
  ZLibStream: { pack: (bytes, level) => deflateSync(bytes, { level }), unpack: (bytes) => inflateSync(bytes, limits) },
  BrotliStream: {
    pack: (bytes, level) =>
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVELS[level] ?? 4 } }),
    unpack: (bytes) => brotliDecompressSync(bytes, limits),
  },
};

abstract class PackedData extends ByteStream {
  readonly base: PSValue;
  protected readonly under: ByteStream;
  protected readonly leaveOpen: boolean;
  protected override readonly closedText = 'Cannot access a closed stream.';
  constructor(base: PSValue, leaveOpen: boolean) {
    super();
    this.base = base;
    this.under = streamOf(base);
    this.leaveOpen = leaveOpen;
  }
  protected override shut(): Pending<undefined> {
    return this.leaveOpen ? undefined : this.under.close();
  }
}
/** Unpacks all at the first read: what is after the packed bytes cannot be told from them before. */
class Unpacking extends PackedData {
  readonly readable = true;
  readonly writable = false;
  readonly #unpack: Format['unpack'];
  #content: MemoryData | undefined;
  constructor(base: PSValue, leaveOpen: boolean, unpack: Format['unpack']) {
    super(base, leaveOpen);
    if (!this.under.readable) throw argumentError('Stream does not support reading.', 'stream');
    this.#unpack = unpack;
  }
  override read(count: number): Pending<Uint8Array> {
    this.assertOpen();
    if (this.#content !== undefined) return this.#content.read(count);
    return andThen(readAll(this.under), (packed) => {
      this.#content = new MemoryData(packed.length === 0 ? packed : this.#unpacked(packed));
      return this.#content.read(count);
    });
  }
  #unpacked(packed: Uint8Array): Uint8Array {
    try {
      return new Uint8Array(this.#unpack(packed));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
        throw throwNet(
          'System.IO.InvalidDataException',
          `The packed bytes hold more than ${MAX_UNPACKED_BYTES} bytes, which is what this engine unpacks at most.`,
        );
      throw throwNet('System.IO.InvalidDataException', INVALID);
    }
  }
}
class Packing extends PackedData {
  readonly readable = false;
  readonly writable = true;
  readonly #pack: (bytes: Uint8Array) => Uint8Array;
  readonly #content = new MemoryData();
  constructor(base: PSValue, leaveOpen: boolean, pack: (bytes: Uint8Array) => Uint8Array) {
    super(base, leaveOpen);
    if (!this.under.writable) throw argumentError('Stream does not support writing.', 'stream');
    this.#pack = pack;
  }
  override write(bytes: Uint8Array): undefined {
    this.assertWritable();
    this.#content.write(bytes);
  }
  protected override shut(): Pending<undefined> {
    // .NET writes nothing where nothing was written.
    const { bytes } = this.#content;
    return andThen(bytes.length === 0 ? undefined : this.under.write(this.#pack(bytes)), () => super.shut());
  }
}

for (const [name, { pack, unpack }] of Object.entries(FORMATS)) {
  const full = `System.IO.Compression.${name}`;
  const open = (stream: PSValue | undefined, mode: PSValue | undefined, leave: boolean): PSValue => {
    const base = stream ?? null;
    if (mode instanceof EnumValue && mode.type.fullName.endsWith('.CompressionMode') && mode.text === 'Decompress')
      return net(full, new Unpacking(base, leave, unpack));
    const level = mode instanceof EnumValue && mode.type.fullName.endsWith('.CompressionLevel') ? zlibLevel(mode) : 6;
    return net(full, new Packing(base, leave, (bytes) => pack(bytes, level)));
  };
  implement(full, () => ({
    BaseStream: (self) => dataOf<PackedData>(self).base,
    new: (_self, stream, mode, leave) => open(stream, mode, flag(leave)),
  }));
}
