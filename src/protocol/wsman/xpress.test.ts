import { describe, expect, it } from 'vitest';
import { RemoteProtocolError } from '../errors/index.js';
import { decodeXpress, encodeXpress } from './index.js';

const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value);

/** A block's header: sizes less one, little-endian. */
function block(plain: number, data: readonly number[]): Uint8Array {
  const stored = data.length - 1;
  return Uint8Array.of((plain - 1) & 0xff, (plain - 1) >> 8, stored & 0xff, stored >> 8, ...data);
}

/** All 512 symbols with codes of 9 bits: the code of a symbol is the symbol. Bits go into 16-bit words, high bit first. */
class FlatWriter {
  readonly bytes: number[] = times(256, 0x99);
  #places: number[] = [];
  #bits = 0;
  #free = 16;
  constructor() {
    this.#reserve();
    this.#reserve();
  }
  /** The decoder reads a word ahead, so a word's place is fixed before what is written between. */
  #reserve(): void {
    this.#places.push(this.bytes.length);
    this.bytes.push(0, 0);
  }
  #flushWord(word: number): void {
    const at = this.#places.shift() ?? 0;
    this.bytes[at] = word & 0xff;
    this.bytes[at + 1] = word >> 8;
  }
  put(value: number, count: number): this {
    for (let bit = count - 1; bit >= 0; bit -= 1) {
      if (this.#free === 0) {
        this.#flushWord(this.#bits);
        this.#bits = 0;
        this.#free = 16;
        this.#reserve();
      }
      this.#free -= 1;
      this.#bits |= ((value >> bit) & 1) << this.#free;
    }
    return this;
  }
  literal(value: number): this {
    return this.put(value, 9);
  }
  match(offset: number, length: number): this {
    const bits = 31 - Math.clz32(offset);
    const short = Math.min(length - 3, 15);
    this.put(256 + (bits << 4) + short, 9);
    if (short === 15) {
      const rest = length - 18;
      if (rest < 255) this.bytes.push(rest);
      else this.bytes.push(255, (length - 3) & 0xff, (length - 3) >> 8);
    }
    return this.put(offset - (1 << bits), bits);
  }
  end(): readonly number[] {
    this.#flushWord(this.#bits);
    return this.bytes;
  }
}

describe('xpress [MS-XCA 2.2, protocol.md 7.9]', () => {
  it('stores and reads back every size around a block', () => {
    for (const size of [0, 1, 2, 65_535, 65_536, 65_537, 131_072, 200_000]) {
      const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 31) & 0xff);
      expect(decodeXpress(encodeXpress(bytes), 1_000_000)).toEqual(bytes);
    }
  });
  it('reads a block with codes of one to three bits: 100 times abc', () => {
    // Lengths: a and b 3 bits, c 2 bits, a match (offset 2-3, length 15 or more) 1 bit... as the specification lays it out.
    const data = times(256, 0);
    const setLength = (symbol: number, length: number): void => {
      const at = symbol >> 1;
      data[at] = (data[at] ?? 0) | (symbol & 1 ? length << 4 : length);
    };
    setLength(97, 3);
    setLength(98, 3);
    setLength(99, 2);
    setLength(256 + 16 + 15, 1);
    // Canonical codes: match 0, c 10, a 110, b 111. Bits: 110 111 10 0, then one bit of offset: 3 = 2 + 1.
    const word = 0b1101_1110_0100_0000;
    // Length 297: 297 - 3 = 294 does not fit into a byte, so 255 and 16 bits.
    data.push(word & 0xff, word >> 8, 0, 0, 255, 294 & 0xff, 294 >> 8);
    const plain = decodeXpress(block(300, data), 1000);
    expect(new TextDecoder().decode(plain)).toBe('abc'.repeat(100));
  });
  it('reads literals and matches of all kinds from another encoder', () => {
    const writer = new FlatWriter();
    const wanted: number[] = [];
    const literal = (value: number): void => {
      writer.literal(value);
      wanted.push(value);
    };
    const match = (offset: number, length: number): void => {
      writer.match(offset, length);
      for (let index = 0; index < length; index += 1) wanted.push(wanted[wanted.length - offset] ?? 0);
    };
    for (let value = 0; value < 256; value += 1) literal(value);
    match(1, 3);
    match(200, 17);
    match(5, 18);
    match(256, 272);
    match(3, 1000);
    literal(7);
    match(1400, 40);
    const bytes = Uint8Array.from(wanted);
    expect(decodeXpress(block(wanted.length, writer.end()), 10_000)).toEqual(bytes);
  });
  it('refuses damage with a typed error, within bounds', () => {
    const flat = new FlatWriter().literal(1).match(1, 30).end();
    const good = block(31, flat);
    expect(decodeXpress(good, 100)).toEqual(new Uint8Array(31).fill(1));
    for (let length = 1; length < good.length; length += 1) {
      expect(() => decodeXpress(good.subarray(0, length), 100), String(length)).toThrow(RemoteProtocolError);
    }
    expect(() => decodeXpress(good, 30)).toThrow('at most 30');
    expect(() => decodeXpress(block(100, times(300, 0)), 1000)).toThrow(RemoteProtocolError);
    expect(() => decodeXpress(block(100, times(300, 0x11)), 1000)).toThrow('impossible');
    expect(() => decodeXpress(block(10, new FlatWriter().match(1, 5).end()), 1000)).toThrow('before its start');
    expect(() => decodeXpress(block(10, new FlatWriter().literal(1).match(1, 500).end()), 1000)).toThrow(
      'behind its end',
    );
    let state = 7;
    for (let round = 0; round < 300; round += 1) {
      const noise = Array.from({ length: 300 }, () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return state >>> 24;
      });
      try {
        expect(decodeXpress(block(2000, noise), 4000).length).toBe(2000);
      } catch (error) {
        expect(error).toBeInstanceOf(RemoteProtocolError);
      }
    }
  });
});
