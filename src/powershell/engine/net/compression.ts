/** GZipStream, DeflateStream, ZLibStream and BrotliStream: bytes that are packed into, or unpacked from, another stream. */
import { constants } from 'node:zlib';
import type { PSValue } from '../../../protocol/objects/index.js';
import {
  BROTLI,
  DEFLATE,
  DEFLATE_RAW,
  GUNZIP,
  GZIP,
  INFLATE,
  INFLATE_RAW,
  isDamage,
  type Packer,
  type PackOptions,
  packSteps,
  UNBROTLI,
  unpackParts,
} from '../packing.js';
import { andThen, drive, type Pending, type Steps, ticking } from '../pending.js';
import { implement } from '../values/bodies.js';
import { EnumValue } from '../values/live.js';
import { ByteStream, readAll, streamOf } from './streams/byte-stream.js';
import { MemoryData } from './streams/memory-stream.js';
import { argumentError, dataOf, flag, flagsOf, net, throwNet } from './support.js';

/** Bytes a packed stream may unpack to: a small file must not fill the memory. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;
const INVALID = 'The archive entry was compressed using an unsupported compression method.';
/** .NET's CompressionLevel as zlib counts. */
const LEVELS = [6, 1, 0, 9] as const;
const zlibLevel = (value: PSValue | undefined): number => LEVELS[flagsOf(value)] ?? LEVELS[0];
const BROTLI_LEVELS: Readonly<Record<number, number>> = { 6: 4, 1: 1, 0: 0, 9: 11 };

interface Format {
  readonly packer: Packer;
  readonly unpacker: Packer;
  readonly options?: (level: number) => PackOptions;
}
const byLevel = (level: number): PackOptions => ({ level });
const FORMATS: Readonly<Record<string, Format>> = {
  GZipStream: { packer: GZIP, unpacker: GUNZIP },
  DeflateStream: { packer: DEFLATE_RAW, unpacker: INFLATE_RAW },
  ZLibStream: { packer: DEFLATE, unpacker: INFLATE },
  BrotliStream: {
    packer: BROTLI,
    unpacker: UNBROTLI,
    options: (level) => ({ params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVELS[level] ?? 4 } }),
  },
};

const NOTHING = new Uint8Array(0);

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
  readonly #packer: Packer;
  #parts: readonly Uint8Array[] | undefined;
  #part = 0;
  #at = 0;
  constructor(base: PSValue, leaveOpen: boolean, packer: Packer) {
    super(base, leaveOpen);
    if (!this.under.readable) throw argumentError('Stream does not support reading.', 'stream');
    this.#packer = packer;
  }
  override read(count: number): Pending<Uint8Array> {
    this.assertOpen();
    if (this.#parts !== undefined) return this.#next(this.#parts, count);
    return andThen(readAll(this.under), (packed) =>
      andThen(packed.length === 0 ? [] : drive(this.#unpacked(packed)), (parts) => {
        this.#parts = parts;
        return this.#next(parts, count);
      }),
    );
  }
  #next(parts: readonly Uint8Array[], count: number): Uint8Array {
    for (let part = parts[this.#part]; part !== undefined; part = parts[this.#part]) {
      const length = Math.min(part.length - this.#at, Math.max(0, count));
      const at = this.#at;
      this.#at += length;
      if (this.#at === part.length) {
        this.#part += 1;
        this.#at = 0;
      }
      if (part.length > 0) return new Uint8Array(part.buffer, part.byteOffset + at, length);
    }
    return NOTHING;
  }
  *#unpacked(packed: Uint8Array): Steps<readonly Uint8Array[]> {
    try {
      return yield* unpackParts(this.#packer, packed, MAX_UNPACKED_BYTES, ticking());
    } catch (error) {
      if (!isDamage(error)) throw error;
      if (error instanceof RangeError)
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
  readonly #pack: (bytes: Uint8Array) => Steps<Uint8Array>;
  readonly #content = new MemoryData();
  constructor(base: PSValue, leaveOpen: boolean, pack: (bytes: Uint8Array) => Steps<Uint8Array>) {
    super(base, leaveOpen);
    if (!this.under.writable) throw argumentError('Stream does not support writing.', 'stream');
    this.#pack = pack;
  }
  override write(bytes: Uint8Array): Pending<undefined> {
    this.assertWritable();
    return this.#content.write(bytes);
  }
  protected override shut(): Pending<undefined> {
    // .NET writes nothing where nothing was written.
    const { bytes } = this.#content;
    const written =
      bytes.length === 0 ? undefined : andThen(drive(this.#pack(bytes)), (packed) => this.under.write(packed));
    return andThen(written, () => super.shut());
  }
}

for (const [name, { packer, unpacker, options = byLevel }] of Object.entries(FORMATS)) {
  const full = `System.IO.Compression.${name}`;
  const open = (stream: PSValue | undefined, mode: PSValue | undefined, leave: boolean): PSValue => {
    const base = stream ?? null;
    if (mode instanceof EnumValue && mode.type.fullName.endsWith('.CompressionMode') && mode.text === 'Decompress')
      return net(full, new Unpacking(base, leave, unpacker));
    const level = mode instanceof EnumValue && mode.type.fullName.endsWith('.CompressionLevel') ? zlibLevel(mode) : 6;
    return net(full, new Packing(base, leave, (bytes) => packSteps(packer, bytes, options(level), ticking())));
  };
  implement(full, () => ({
    BaseStream: (self) => dataOf<PackedData>(self).base,
    new: (_self, stream, mode, leave) => open(stream, mode, flag(leave)),
  }));
}
