/** New inputs from good ones: bytes changed, cut, doubled, moved, nested, joined with pieces of others and with words. */
import type { SeededRandom } from '../soak/random.js';

export const MAX_INPUT = 16_384;
const NUMBERS = [
  0, 1, 2, 7, 8, 16, 20, 21, 32, 64, 127, 128, 255, 256, 1000, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff,
];
const TEXT_NUMBERS = [
  '0',
  '-1',
  '1',
  '2147483647',
  '2147483648',
  '-9223372036854775808',
  '1e999',
  '99999999999999999999',
];

/** One to five changes of one input. */
export function mutate(
  base: Uint8Array,
  other: () => Uint8Array,
  words: readonly Uint8Array[],
  maxBytes: number,
  random: SeededRandom,
): Uint8Array {
  let bytes: Buffer<ArrayBufferLike> = Buffer.from(base);
  for (let change = random.between(1, random.between(1, 5)); change > 0; change -= 1)
    bytes = changed(bytes, other, words, random);
  // No Buffer: parsers get what a socket's reader gives them.
  return new Uint8Array(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, maxBytes));
}

function changed(
  bytes: Buffer<ArrayBufferLike>,
  other: () => Uint8Array,
  words: readonly Uint8Array[],
  random: SeededRandom,
): Buffer<ArrayBufferLike> {
  const at = random.between(0, Math.max(0, bytes.length - 1));
  const end = Math.min(bytes.length, at + random.between(1, random.next() < 0.2 ? 400 : 24));
  const put = (piece: Uint8Array, until: number): Buffer =>
    Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(until)]);
  switch (random.between(0, 14)) {
    case 0:
      bytes[at] = random.between(0, 255);
      return bytes;
    case 1:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.between(0, 7));
      return bytes;
    case 2:
      return bytes.subarray(0, at);
    case 3:
      return put(new Uint8Array(0), end);
    case 4: // a piece again
      return put(bytes.subarray(at, end), at);
    case 5: {
      const source = other();
      const from = random.between(0, Math.max(0, source.length - 1));
      return put(source.subarray(from, from + random.between(1, 200)), random.next() < 0.5 ? at : end);
    }
    case 6: // one byte many times
      return put(Buffer.alloc(random.between(1, 300), bytes[at] ?? 0), at);
    case 7: // a piece many times: what nests
      return put(
        Buffer.concat(
          Array.from({ length: random.between(2, random.next() < 0.1 ? 3000 : 40) }, () => bytes.subarray(at, end)),
        ).subarray(0, MAX_INPUT),
        end,
      );
    case 8:
    case 9:
      return words.length === 0 ? bytes : put(random.pick(words), at);
    case 10:
      return words.length === 0 ? bytes : put(random.pick(words), end);
    case 11: {
      // a number of four, two or one bytes, in both orders
      const value = random.pick(NUMBERS) + random.between(-1, 1);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const left = bytes.length - at;
      if (left >= 4) view.setUint32(at, random.next() < 0.2 ? -value : value, random.next() < 0.5);
      else if (left >= 2) view.setUint16(at, value, random.next() < 0.5);
      return bytes;
    }
    case 12: {
      // another number where digits stand
      const digits = bytes.subarray(at).findIndex((byte) => byte >= 0x30 && byte <= 0x39);
      if (digits < 0) return bytes;
      const number = Buffer.from(random.pick(TEXT_NUMBERS));
      return Buffer.concat([bytes.subarray(0, at + digits), number, bytes.subarray(at + digits + 1)]);
    }
    case 13: {
      // two neighbours change places
      const middle = Math.min(bytes.length, end + random.between(1, 40));
      return Buffer.concat([
        bytes.subarray(0, at),
        bytes.subarray(end, middle),
        bytes.subarray(at, end),
        bytes.subarray(middle),
      ]);
    }
    default:
      bytes[at] = ((bytes[at] ?? 0) + random.between(-4, 4)) & 0xff;
      return bytes;
  }
}
