/**
 * AES-CTS-HMAC-SHA1-96, Kerberos' encryption types 17 and 18. [RFC 3961 5.1, 5.3, RFC 3962]
 *
 *     cipher text = CBC with cipher text stealing, zero IV, last two blocks always swapped
 *     checksum    = HMAC-SHA1 of the plain text under Ki, 12 bytes
 *     Ke, Ki      = DK(key, usage | 0xaa), DK(key, usage | 0x55)
 */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

const BLOCK = 16;
const ZERO_IV = new Uint8Array(BLOCK);
export const AES_CTS_CHECKSUM_BYTES = 12;

const cbc = (key: Uint8Array): 'aes-128-cbc' | 'aes-256-cbc' => (key.length === 16 ? 'aes-128-cbc' : 'aes-256-cbc');

/** `n-fold` of RFC 3961 5.1: stretches `input` to `length` bytes. */
export function nFold(input: Uint8Array, length: number): Uint8Array {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  const total = (input.length * length) / gcd(input.length, length);
  const bits = input.length * 8;
  const sum = new Uint8Array(length);
  let carry = 0;
  // The copies of the input, each turned right by 13 bits more, added up in ones' complement from the last byte.
  for (let at = total - 1; at >= 0; at -= 1) {
    const copy = Math.floor(at / input.length);
    const bit = ((at % input.length) * 8 - ((13 * copy) % bits) + bits) % bits;
    const high = input[bit >> 3] ?? 0;
    const low = input[((bit >> 3) + 1) % input.length] ?? 0;
    const byte = (((high << 8) | low) >> (8 - (bit & 7))) & 0xff;
    const place = at % length;
    carry += byte + (sum[place] ?? 0);
    sum[place] = carry & 0xff;
    carry >>= 8;
  }
  for (let at = length - 1; carry > 0; at = (at - 1 + length) % length) {
    carry += sum[at] ?? 0;
    sum[at] = carry & 0xff;
    carry >>= 8;
  }
  return sum;
}

/** `DK(key, usage | kind)`. @param kind 0xaa encryption, 0x55 integrity, 0x99 checksums. */
export function deriveAesKey(key: Uint8Array, usage: number, kind: 0xaa | 0x55 | 0x99): Uint8Array {
  const constant = new Uint8Array(5);
  new DataView(constant.buffer).setUint32(0, usage);
  constant[4] = kind;
  const out = new Uint8Array(key.length);
  let block = nFold(constant, BLOCK);
  for (let at = 0; at < key.length; at += BLOCK) {
    const cipher = createCipheriv(cbc(key), key, ZERO_IV);
    cipher.setAutoPadding(false);
    block = cipher.update(block);
    out.set(block, at);
  }
  return out;
}

/** Encrypts; more than 16 bytes. The result is as long as the plain text. */
export function encryptCts(key: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const rest = length % BLOCK === 0 ? BLOCK : length % BLOCK;
  const whole = length - rest + BLOCK;
  const cipher = createCipheriv(cbc(key), key, ZERO_IV);
  cipher.setAutoPadding(false);
  const out = new Uint8Array(whole);
  let at = 0;
  for (const part of [...parts, new Uint8Array(BLOCK - rest)]) {
    const made = cipher.update(part);
    out.set(made, at);
    at += made.length;
  }
  // … | C(m-1) | C(m)   becomes   … | C(m) | C(m-1), cut to the length of the last plain block
  const last = out.slice(whole - BLOCK);
  out.copyWithin(whole - BLOCK, whole - 2 * BLOCK, whole - BLOCK);
  out.set(last, whole - 2 * BLOCK);
  return out.subarray(0, length);
}

/** Decrypts what `encryptCts` made; more than 16 bytes. */
export function decryptCts(key: Uint8Array, cipherText: Uint8Array): Uint8Array {
  const { length } = cipherText;
  const rest = length % BLOCK === 0 ? BLOCK : length % BLOCK;
  const whole = length - rest + BLOCK;
  const last = cipherText.subarray(whole - 2 * BLOCK, whole - BLOCK);
  const single = createDecipheriv(cbc(key), key, ZERO_IV);
  single.setAutoPadding(false);
  const tail = single.update(last);
  // The stolen end of C(m-1) is what C(m) decrypts to behind the last plain bytes.
  const stolen = new Uint8Array(BLOCK);
  stolen.set(cipherText.subarray(length - rest));
  stolen.set(tail.subarray(rest), rest);
  const decipher = createDecipheriv(cbc(key), key, ZERO_IV);
  decipher.setAutoPadding(false);
  const out = new Uint8Array(whole);
  let at = 0;
  for (const part of [cipherText.subarray(0, whole - 2 * BLOCK), stolen, last]) {
    const made = decipher.update(part);
    out.set(made, at);
    at += made.length;
  }
  return out.subarray(0, length);
}

export function ctsChecksum(key: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  const mac = createHmac('sha1', key);
  for (const part of parts) mac.update(part);
  return new Uint8Array(mac.digest()).subarray(0, AES_CTS_CHECKSUM_BYTES);
}
