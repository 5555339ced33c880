/** Encodings of one byte for each character: ASCII and Latin-1, by how many characters they know. */
const QUESTION = 63;

/** Each character beyond the limit becomes one question mark. */
export function encodeNarrow(text: string, limit: number): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    // Two units are one character.
    if (point > 0xffff) at += 1;
    bytes[length] = point < limit ? point : QUESTION;
    length += 1;
  }
  return length === bytes.length ? bytes : bytes.slice(0, length);
}
export const decodeNarrow = (bytes: Uint8Array, limit: number): string =>
  Buffer.from(limit === 256 ? bytes : bytes.map((one) => (one < limit ? one : QUESTION))).toString('latin1');
