/** Bytes packed and unpacked by zlib: short ones at once, longer ones piece by piece on a thread of its own. */
import zlib from 'node:zlib';
import { active, look, type Steps, type Tick } from './pending.js';

/** Bytes that are given to zlib in one go. Small enough for what they may unpack to, a thousand times as much. */
const PIECE = 2 ** 14;
/** So many are packed, and so many packed ones unpacked, at once. */
const PACKED_AT_ONCE = 2 ** 18;
const UNPACKED_AT_ONCE = PIECE;
const OUTPUT_BYTES = 2 ** 16;

type Stream = ReturnType<typeof zlib.createGzip> | ReturnType<typeof zlib.createBrotliCompress>;
export interface PackOptions {
  readonly level?: number;
  readonly chunkSize?: number;
  readonly params?: Readonly<Record<number, number>>;
}
/** What zlib offers twice: of bytes that are there, and of a stream. */
export interface Packer {
  readonly all: (bytes: Uint8Array, options: PackOptions & { maxOutputLength?: number }) => Uint8Array;
  readonly open: (options: PackOptions) => Stream;
}
export const GZIP: Packer = { all: zlib.gzipSync, open: zlib.createGzip };
export const GUNZIP: Packer = { all: zlib.gunzipSync, open: zlib.createGunzip };
export const DEFLATE: Packer = { all: zlib.deflateSync, open: zlib.createDeflate };
export const INFLATE: Packer = { all: zlib.inflateSync, open: zlib.createInflate };
export const DEFLATE_RAW: Packer = { all: zlib.deflateRawSync, open: zlib.createDeflateRaw };
export const INFLATE_RAW: Packer = { all: zlib.inflateRawSync, open: zlib.createInflateRaw };
export const BROTLI: Packer = { all: zlib.brotliCompressSync, open: zlib.createBrotliCompress };
export const UNBROTLI: Packer = { all: zlib.brotliDecompressSync, open: zlib.createBrotliDecompress };

export function* packSteps(packer: Packer, bytes: Uint8Array, options: PackOptions, tick: Tick): Steps<Uint8Array> {
  return bytes.length <= PACKED_AT_ONCE
    ? packer.all(bytes, options)
    : yield* joined(
        yield* throughStream(
          packer.open({ ...options, chunkSize: OUTPUT_BYTES }),
          bytes,
          Number.POSITIVE_INFINITY,
          tick,
        ),
        tick,
      );
}
/** @throws {RangeError} they unpack to more than `most` bytes. @throws {Error} they are damaged. */
export function* unpackSteps(packer: Packer, bytes: Uint8Array, most: number, tick: Tick): Steps<Uint8Array> {
  return yield* joined(yield* unpackParts(packer, bytes, most, tick), tick);
}
/** As {@link unpackSteps}, in the parts in which they came. */
export function* unpackParts(
  packer: Packer,
  bytes: Uint8Array,
  most: number,
  tick: Tick,
): Steps<readonly Uint8Array[]> {
  return bytes.length <= UNPACKED_AT_ONCE
    ? [packer.all(bytes, { maxOutputLength: most })]
    : yield* throughStream(packer.open({ chunkSize: OUTPUT_BYTES }), bytes, most, tick);
}
/** Is it zlib's word about bytes that are damaged or too many? All else, a stop for one, is not theirs. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error && ('code' in error || error instanceof RangeError);

/** One array of all the parts, which may be the only one. */
export function* joined(parts: readonly Uint8Array[], tick: Tick): Steps<Uint8Array> {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
    yield* look(tick);
  }
  return all;
}

/** Another thread's work, which a stop does not wait for. */
function unlessStopped(work: (done: () => void) => void): Promise<void> {
  const promise = new Promise<void>(work);
  return active.runtime?.wait(promise) ?? promise;
}
function* throughStream(stream: Stream, bytes: Uint8Array, most: number, tick: Tick): Steps<readonly Uint8Array[]> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let failure: Error | undefined;
  stream.on('data', (part: Uint8Array) => {
    length += part.length;
    if (length > most) failure ??= new RangeError('too many bytes');
    else parts.push(part);
  });
  stream.on('error', (error: Error) => {
    failure ??= error;
  });
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      yield unlessStopped((resolve) => {
        stream.once('close', resolve);
        stream.write(bytes.subarray(at, at + PIECE), () => {
          stream.off('close', resolve);
          resolve();
        });
      });
      if (failure !== undefined) throw failure;
      yield* look(tick);
    }
    yield unlessStopped((resolve) => {
      stream.once('close', resolve).once('end', resolve).end();
    });
    if (failure !== undefined) throw failure;
  } finally {
    stream.destroy();
  }
  return parts;
}

/** Bytes whose sum is taken in one go. */
const SUMMED_AT_ONCE = 2 ** 22;
/** As `zlib.crc32`. */
export function* crcSteps(bytes: Uint8Array, tick: Tick): Steps<number> {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += SUMMED_AT_ONCE) {
    sum = zlib.crc32(bytes.subarray(at, at + SUMMED_AT_ONCE), sum);
    yield* look(tick);
  }
  return sum;
}
