import { randomBytes } from 'node:crypto';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  BROTLI,
  crcSteps,
  DEFLATE,
  DEFLATE_RAW,
  GUNZIP,
  GZIP,
  INFLATE,
  INFLATE_RAW,
  isDamage,
  packSteps,
  UNBROTLI,
  unpackSteps,
} from './packing.js';
import { drive, type Steps } from './pending.js';

let ticks = 0;
const tick = (): Promise<void> => {
  ticks += 1;
  return Promise.resolve();
};
const result = async <T>(steps: Steps<T>): Promise<T> => await drive(steps);
const text = Buffer.from('some words that are packed well, '.repeat(60_000));
const noise = Buffer.concat([randomBytes(300_000), text, randomBytes(300_000)]);

describe('packing in pieces', () => {
  it.each([
    ['gzip', GZIP, GUNZIP],
    ['zlib', DEFLATE, INFLATE],
    ['deflate', DEFLATE_RAW, INFLATE_RAW],
    ['brotli', BROTLI, UNBROTLI],
  ])('%s gives back what was packed', async (_name, packer, unpacker) => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('short'), text, noise]) {
      ticks = 0;
      const packed = await result(packSteps(packer, bytes, {}, tick));
      expect(ticks > 0).toBe(bytes.length > 2 ** 18);
      expect(Buffer.from(unpacker.all(packed, {})).equals(bytes)).toBe(true);
      const unpacked = await result(unpackSteps(unpacker, packed, bytes.length || 1, tick));
      expect(Buffer.from(unpacked).equals(bytes)).toBe(true);
    }
  });
  it('tells bytes that are damaged, cut off or too many from other errors', async () => {
    const packed = zlib.gzipSync(noise);
    const failure = async (bytes: Uint8Array, most: number): Promise<unknown> =>
      await result(unpackSteps(GUNZIP, bytes, most, tick)).catch((error: unknown) => error);
    const damaged = Buffer.from(packed);
    damaged.fill(7, 1000, 2000);
    expect(isDamage(await failure(damaged, noise.length))).toBe(true);
    expect(isDamage(await failure(packed.subarray(0, 200_000), noise.length))).toBe(true);
    expect(await failure(packed, noise.length - 1)).toBeInstanceOf(RangeError);
    const stop = new Error('stopped');
    const work = unpackSteps(GUNZIP, packed, noise.length, () => Promise.reject(stop));
    await expect(result(work)).rejects.toBe(stop);
    expect(isDamage(stop)).toBe(false);
  });
  it('sums as in one go', async () => {
    const long = Buffer.concat(Array.from({ length: 4 }, () => noise));
    expect(await result(crcSteps(long, tick))).toBe(zlib.crc32(long));
    expect(await result(crcSteps(Buffer.alloc(0), tick))).toBe(0);
  });
});
