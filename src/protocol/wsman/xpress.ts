/**
 * The compression of `CompressionType xpress`: the bytes of Send and Receive streams as a row of blocks, each
 *
 *   u16 LE uncompressed size - 1 | u16 LE stored size - 1 | data
 *
 * at most 65536 bytes uncompressed. Equal sizes mean stored bytes, else LZ77 + Huffman. [MS-XCA 2.1, 2.2]; protocol.md
 * 7.9. The encoder stores: any peer reads that, and the payload is base64 in XML anyway.
 */
import { RemoteProtocolError } from '../errors/index.js';

const BLOCK = 65_536;
const SYMBOLS = 512;
const TABLE_BYTES = SYMBOLS / 2;
const MAX_BITS = 15;

const wrong = (what: string): never => {
  throw new RemoteProtocolError(`The compressed stream is damaged: ${what}.`, { rule: 'protocol.md 7.9' });
};

/** Stored blocks; 4 bytes more for each 64 KiB. */
export function encodeXpress(bytes: Uint8Array): Uint8Array {
  const blocks = Math.ceil(bytes.length / BLOCK);
  const out = new Uint8Array(bytes.length + blocks * 4);
  let to = 0;
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const part = bytes.subarray(at, at + BLOCK);
    const size = part.length - 1;
    out[to] = out[to + 2] = size & 0xff;
    out[to + 1] = out[to + 3] = size >> 8;
    out.set(part, to + 4);
    to += 4 + part.length;
  }
  return out;
}

/**
 * @param maxBytes most bytes of output; a few hundred bytes can stand for 64 KiB, so this is a limit of its own.
 * @throws {RemoteProtocolError} the data is damaged, or would be larger than `maxBytes`.
 */
export function decodeXpress(bytes: Uint8Array, maxBytes: number): Uint8Array {
  let total = 0;
  for (let at = 0; at < bytes.length; ) {
    const { plain, stored } = blockHeader(bytes, at);
    total += plain;
    at += 4 + stored;
  }
  if (total > maxBytes) {
    throw new RemoteProtocolError(`The compressed stream holds ${total} bytes; at most ${maxBytes} are read.`, {
      rule: 'protocol.md 7.9',
    });
  }
  const out = new Uint8Array(total);
  let to = 0;
  for (let at = 0; at < bytes.length; ) {
    const { plain, stored } = blockHeader(bytes, at);
    const data = bytes.subarray(at + 4, at + 4 + stored);
    if (plain === stored) out.set(data, to);
    else decodeHuffmanBlock(data, out.subarray(to, to + plain));
    to += plain;
    at += 4 + stored;
  }
  return out;
}

function blockHeader(bytes: Uint8Array, at: number): { readonly plain: number; readonly stored: number } {
  if (at + 4 > bytes.length) wrong('a block header is cut');
  const plain = ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)) + 1;
  const stored = ((bytes[at + 2] ?? 0) | ((bytes[at + 3] ?? 0) << 8)) + 1;
  if (at + 4 + stored > bytes.length) wrong('a block is cut');
  return { plain, stored };
}

interface CodeTable {
  /** By length: the first code, and where its symbols begin. Canonical codes ordered by (length, symbol). */
  readonly firstCode: Int32Array;
  readonly firstIndex: Int32Array;
  readonly counts: Int32Array;
  readonly symbols: Uint16Array;
}

function readTable(data: Uint8Array): CodeTable {
  const counts = new Int32Array(MAX_BITS + 2);
  const lengths = new Uint8Array(SYMBOLS);
  for (let symbol = 0; symbol < SYMBOLS; symbol += 1) {
    const packed = data[symbol >> 1] ?? 0;
    const length = (symbol & 1) === 0 ? packed & 15 : packed >> 4;
    lengths[symbol] = length;
    if (length > 0) counts[length] = (counts[length] ?? 0) + 1;
  }
  const firstCode = new Int32Array(MAX_BITS + 2);
  const firstIndex = new Int32Array(MAX_BITS + 2);
  const next = new Int32Array(MAX_BITS + 2);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= MAX_BITS; length += 1) {
    code <<= 1;
    firstCode[length] = code;
    firstIndex[length] = index;
    next[length] = index;
    code += counts[length] ?? 0;
    index += counts[length] ?? 0;
    if (code > 1 << length) wrong('its code lengths are impossible');
  }
  const symbols = new Uint16Array(index);
  for (let symbol = 0; symbol < SYMBOLS; symbol += 1) {
    const length = lengths[symbol] ?? 0;
    if (length === 0) continue;
    const place = next[length] ?? 0;
    symbols[place] = symbol;
    next[length] = place + 1;
  }
  return { firstCode, firstIndex, counts, symbols };
}

/** Bits in 16-bit little-endian words, high bit first; raw length bytes lie between the words. [MS-XCA 2.2] */
class BitReader {
  readonly #data: Uint8Array;
  #at: number;
  /** 32 bits, the next one on top. */
  #bits = 0;
  /** Bits left in the lower word; below zero a new word comes in. */
  #spare = 16;
  #overrun = 0;

  constructor(data: Uint8Array, at: number) {
    this.#data = data;
    this.#at = at;
    this.#bits = ((this.#word() << 16) | this.#word()) >>> 0;
  }
  /** Words past the end read as zero: an encoder may leave the last ones out. More than a few is damage. */
  #word(): number {
    const at = this.#at;
    if (at + 1 >= this.#data.length) {
      this.#overrun += 1;
      if (this.#overrun > 4) wrong('it ends too early');
    }
    this.#at = at + 2;
    return (this.#data[at] ?? 0) | ((this.#data[at + 1] ?? 0) << 8);
  }
  peek(count: number): number {
    return count === 0 ? 0 : this.#bits >>> (32 - count);
  }
  skip(count: number): void {
    this.#bits = (this.#bits << count) >>> 0;
    this.#spare -= count;
    if (this.#spare < 0) {
      this.#bits = (this.#bits | (this.#word() << -this.#spare)) >>> 0;
      this.#spare += 16;
    }
  }
  byte(): number {
    if (this.#at >= this.#data.length) wrong('it ends inside a length');
    const byte = this.#data[this.#at] ?? 0;
    this.#at += 1;
    return byte;
  }
}

function decodeHuffmanBlock(data: Uint8Array, out: Uint8Array): void {
  if (data.length < TABLE_BYTES) wrong('a code table is cut');
  const table = readTable(data);
  const reader = new BitReader(data, TABLE_BYTES);
  let to = 0;
  // The size is known, so the symbol that ends the data (256 with nothing after it) is never looked at.
  while (to < out.length) {
    const symbol = readSymbol(table, reader);
    if (symbol < 256) {
      out[to] = symbol;
      to += 1;
      continue;
    }
    const offsetBits = (symbol - 256) >> 4;
    let length = (symbol - 256) & 15;
    if (length === 15) {
      length = reader.byte();
      if (length === 255) {
        length = reader.byte() | (reader.byte() << 8);
        if (length === 0) {
          length = (reader.byte() | (reader.byte() << 8) | (reader.byte() << 16) | (reader.byte() << 24)) >>> 0;
        }
        if (length < 15) wrong('a length is written too long');
        length -= 15;
      }
      length += 15;
    }
    length += 3;
    const offset = (1 << offsetBits) + reader.peek(offsetBits);
    reader.skip(offsetBits);
    if (offset > to) wrong('a match reaches before its start');
    if (length > out.length - to) wrong('a match reaches behind its end');
    for (let index = 0; index < length; index += 1) out[to + index] = out[to + index - offset] ?? 0;
    to += length;
  }
}

function readSymbol(table: CodeTable, reader: BitReader): number {
  const window = reader.peek(MAX_BITS);
  for (let length = 1; length <= MAX_BITS; length += 1) {
    const code = window >> (MAX_BITS - length);
    const offset = code - (table.firstCode[length] ?? 0);
    if (offset >= 0 && offset < (table.counts[length] ?? 0)) {
      reader.skip(length);
      return table.symbols[(table.firstIndex[length] ?? 0) + offset] ?? 0;
    }
  }
  return wrong('it holds a code that is not in its table');
}
