/** GZipStream, DeflateStream, ZLibStream and BrotliStream: a memory that is packed into, or was unpacked from, another. */
import {
  brotliCompressSync,
  brotliDecompressSync,
  deflateRawSync,
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';
import type { PSValue } from '../../../protocol/objects/index.js';
import { EnumValue, NetObject, unwrap } from '../values/live.js';
import { addMembers, defineType, NetType, registerType } from '../values/net-type.js';
import { MemoryData } from './streams.js';
import { argumentNull, flag, throwNet } from './support.js';

defineType('System.IO.Compression.CompressionMode', { kind: 'enum', enumValues: { Decompress: 0, Compress: 1 } });
defineType('System.IO.Compression.CompressionLevel', {
  kind: 'enum',
  enumValues: { Optimal: 0, Fastest: 1, NoCompression: 2, SmallestSize: 3 },
});

/** Bytes a packed stream may unpack to: a small file must not fill the memory. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;
const limits = { maxOutputLength: MAX_UNPACKED_BYTES } as const;
const FORMATS: Readonly<
  Record<
    string,
    { readonly pack: (bytes: Uint8Array) => Uint8Array; readonly unpack: (bytes: Uint8Array) => Uint8Array }
  >
> = {
  GZipStream: { pack: (bytes) => gzipSync(bytes), unpack: (bytes) => gunzipSync(bytes, limits) },
  DeflateStream: { pack: (bytes) => deflateRawSync(bytes), unpack: (bytes) => inflateRawSync(bytes, limits) },
  ZLibStream: { pack: (bytes) => deflateSync(bytes), unpack: (bytes) => inflateSync(bytes, limits) },
  BrotliStream: { pack: (bytes) => brotliCompressSync(bytes), unpack: (bytes) => brotliDecompressSync(bytes, limits) },
};

/** What a memory or a file stream holds: both are read and written in the same way. */
interface Bytes {
  readRest(): Uint8Array;
  put(bytes: Uint8Array): void;
  close?(): void;
  closed?: boolean;
}
function shut(target: Bytes): void {
  if (target.close === undefined) target.closed = true;
  else target.close();
}
const bytesIn = (value: PSValue | undefined): Bytes => {
  const inner = unwrap(value ?? null);
  if (inner === null) throw argumentNull('stream');
  const data = inner instanceof NetObject ? (inner.data as Partial<Bytes> | undefined) : undefined;
  if (data?.readRest === undefined || data.put === undefined) throw argumentNull('stream');
  return data as Bytes;
};

class PackedData extends MemoryData {
  readonly #finish: () => void;
  #done = false;
  constructor(bytes: Uint8Array, finish: (data: PackedData) => void) {
    super(bytes);
    this.#finish = () => finish(this);
  }
  finish(): void {
    if (this.#done) return;
    this.#done = true;
    this.#finish();
  }
}
for (const [name, { pack, unpack }] of Object.entries(FORMATS)) {
  const full = `System.IO.Compression.${name}`;
  const type = registerType(new NetType(full, { base: 'System.IO.MemoryStream' }));
  const open = (stream: PSValue | undefined, packs: boolean, leaveOpen: boolean): PSValue => {
    const target = bytesIn(stream);
    if (packs)
      return new NetObject(
        type,
        new PackedData(new Uint8Array(0), (data) => {
          target.put(pack(data.bytes));
          if (!leaveOpen) shut(target);
        }),
      );
    let unpacked: Uint8Array;
    try {
      unpacked = unpack(target.readRest());
    } catch {
      throw throwNet(
        'System.IO.InvalidDataException',
        'The archive entry was compressed using an unsupported compression method.',
      );
    }
    return new NetObject(
      type,
      new PackedData(unpacked, () => {
        if (!leaveOpen) shut(target);
      }),
    );
  };
  const packsOf = (mode: PSValue | undefined): boolean => mode instanceof EnumValue && mode.text === 'Compress';
  const close = (self: PSValue): undefined => {
    const inner = unwrap(self);
    if (inner instanceof NetObject && inner.data instanceof PackedData) inner.data.finish();
  };
  const modes = 'System.IO.Compression.Compression';
  addMembers(type, {
    [`new(System.IO.Stream stream, ${modes}Mode mode)`]: (_self, stream, mode) => open(stream, packsOf(mode), false),
    [`new(System.IO.Stream stream, ${modes}Mode mode, bool leaveOpen)`]: (_self, stream, mode, leave) =>
      open(stream, packsOf(mode), flag(leave)),
    [`new(System.IO.Stream stream, ${modes}Level compressionLevel)`]: (_self, stream) => open(stream, true, false),
    [`new(System.IO.Stream stream, ${modes}Level compressionLevel, bool leaveOpen)`]: (_self, stream, _level, leave) =>
      open(stream, true, flag(leave)),
    'void Close()': close,
    'void Dispose()': close,
  });
}
