import { decodeUtf16, encodeUtf8 } from '../bytes/index.js';

export type XmlEncoding = 'utf-8' | 'utf-16' | 'utf-16le' | 'utf-16be';

/**
 * Brings a document to UTF-8 without a byte order mark. The mark wins; without one the given encoding (a `charset` of
 * Content-Type), then the look of the first two bytes (`<` has a zero beside it in UTF-16). UTF-8 is not copied.
 */
export function toUtf8Document(bytes: Uint8Array, encoding?: XmlEncoding): Uint8Array {
  const [a, b, c] = [bytes[0], bytes[1], bytes[2]];
  if (a === 0xef && b === 0xbb && c === 0xbf) return bytes.subarray(3);
  if (a === 0xff && b === 0xfe) return encodeUtf8(decodeUtf16(bytes.subarray(2), false));
  if (a === 0xfe && b === 0xff) return encodeUtf8(decodeUtf16(bytes.subarray(2), true));
  if ((a === 0x3c || a === 0x20 || a === 0x0a || a === 0x0d) && b === 0) return encodeUtf8(decodeUtf16(bytes, false));
  if (a === 0 && (b === 0x3c || b === 0x20 || b === 0x0a || b === 0x0d)) return encodeUtf8(decodeUtf16(bytes, true));
  if (encoding === 'utf-16be') return encodeUtf8(decodeUtf16(bytes, true));
  // A charset of UTF-16 on a body whose first byte pair has no zero is a header that lies: such bodies are UTF-8.
  return bytes;
}
