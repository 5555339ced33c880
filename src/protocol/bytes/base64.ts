/** Base64 straight between byte arrays, so that a 500 KB `rsp:Stream` never becomes a string. RFC 4648 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = 0x3d;
const WRONG = 0xff;
const BLANK = 0xfe;

const CODES = new Uint8Array(64);
const VALUES = new Uint8Array(256).fill(WRONG);
for (let value = 0; value < 64; value += 1) {
  const code = ALPHABET.charCodeAt(value);
  CODES[value] = code;
  VALUES[code] = value;
}
for (const blank of [0x20, 0x09, 0x0a, 0x0d]) VALUES[blank] = BLANK;
/** Two characters at once: index is 12 bits, value is two ASCII codes, the first in the low byte. */
const PAIRS = new Uint16Array(4096);
for (let value = 0; value < 4096; value += 1) {
  PAIRS[value] = (CODES[value >> 6] ?? 0) | ((CODES[value & 63] ?? 0) << 8);
}

/** The number of characters that `byteCount` bytes take, padding included. */
export function base64Length(byteCount: number): number {
  return Math.ceil(byteCount / 3) * 4;
}

/** Bytes to the ASCII bytes of their base64 text, without line breaks. */
export function encodeBase64(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(base64Length(bytes.length));
  const whole = bytes.length - (bytes.length % 3);
  let to = 0;
  for (let at = 0; at < whole; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const high = PAIRS[group >> 12] ?? 0;
    const low = PAIRS[group & 0xfff] ?? 0;
    out[to] = high & 0xff;
    out[to + 1] = high >> 8;
    out[to + 2] = low & 0xff;
    out[to + 3] = low >> 8;
    to += 4;
  }
  const rest = bytes.length - whole;
  if (rest > 0) {
    const group = ((bytes[whole] ?? 0) << 16) | (rest === 2 ? (bytes[whole + 1] ?? 0) << 8 : 0);
    out[to] = CODES[group >> 18] ?? 0;
    out[to + 1] = CODES[(group >> 12) & 63] ?? 0;
    out[to + 2] = rest === 2 ? (CODES[(group >> 6) & 63] ?? 0) : PAD;
    out[to + 3] = PAD;
  }
  return out;
}

/**
 * ASCII bytes of a base64 text to bytes. Blanks and line breaks anywhere are skipped, missing padding is accepted.
 * @returns undefined when the text is no base64.
 */
export function decodeBase64(text: Uint8Array, start = 0, end = text.length): Uint8Array | undefined {
  let last = end;
  let first = start;
  while (last > first && VALUES[text[last - 1] ?? 0] === BLANK) last -= 1;
  while (first < last && VALUES[text[first] ?? 0] === BLANK) first += 1;
  let characters = last;
  while (characters > first && characters > last - 2 && text[characters - 1] === PAD) characters -= 1;
  if (characters < last && (last - first) % 4 !== 0) return decodeLoose(text, first, last);
  const out = new Uint8Array(Math.floor(((characters - first) * 3) / 4));
  let to = 0;
  let at = first;
  const whole = first + ((characters - first) & ~3);
  for (; at < whole; at += 4) {
    const a = VALUES[text[at] ?? 0] ?? WRONG;
    const b = VALUES[text[at + 1] ?? 0] ?? WRONG;
    const c = VALUES[text[at + 2] ?? 0] ?? WRONG;
    const d = VALUES[text[at + 3] ?? 0] ?? WRONG;
    if ((a | b | c | d) > 63) return decodeLoose(text, first, last);
    const group = (a << 18) | (b << 12) | (c << 6) | d;
    out[to] = group >> 16;
    out[to + 1] = (group >> 8) & 0xff;
    out[to + 2] = group & 0xff;
    to += 3;
  }
  const rest = characters - at;
  if (rest === 0) return out;
  const a = VALUES[text[at] ?? 0] ?? WRONG;
  const b = rest > 1 ? (VALUES[text[at + 1] ?? 0] ?? WRONG) : WRONG;
  const c = rest > 2 ? (VALUES[text[at + 2] ?? 0] ?? WRONG) : 0;
  if ((a | b | c) > 63) return decodeLoose(text, first, last);
  out[to] = (a << 2) | (b >> 4);
  if (rest > 2) out[to + 1] = ((b & 15) << 4) | (c >> 2);
  return out;
}

/** The slow way, for text with line breaks inside (OpenSSL's habit). */
function decodeLoose(text: Uint8Array, start: number, end: number): Uint8Array | undefined {
  const out = new Uint8Array(Math.ceil(((end - start) * 3) / 4));
  let to = 0;
  let group = 0;
  let bits = 0;
  let characters = 0;
  let pads = 0;
  for (let at = start; at < end; at += 1) {
    const byte = text[at] ?? 0;
    const value = VALUES[byte] ?? WRONG;
    if (value === BLANK) continue;
    if (byte === PAD) {
      pads += 1;
      continue;
    }
    if (value === WRONG || pads > 0) return undefined;
    characters += 1;
    group = ((group << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[to] = (group >> bits) & 0xff;
      to += 1;
    }
  }
  if (pads > 2 || characters % 4 === 1 || (pads > 0 && (characters + pads) % 4 !== 0)) return undefined;
  return out.subarray(0, to);
}
