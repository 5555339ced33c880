/** UTF-8 and UTF-16 without IO types: the protocol floor compiles without the library of Node or of a browser. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

const ENCODER = new TextEncoder();
const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
const UTF16LE = new TextDecoder('utf-16le', { fatal: false, ignoreBOM: true });

/** Below this length a loop is faster than the decoder's call. Bytes. */
const SHORT = 24;

/** Text to UTF-8. A lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** How many bytes `encodeUtf8` makes of a text. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    length += code < 0x800 ? 1 : 2;
    if (code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) at += 1; // four bytes for two
  }
  return length;
}

/** UTF-8 to text; wrong bytes become U+FFFD. A byte order mark is kept as U+FEFF. */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return shortAscii(bytes, start, end) ?? LENIENT.decode(bytes.subarray(start, end));
}

/** UTF-8 to text, or undefined when the bytes are no UTF-8. A byte order mark is kept as U+FEFF. */
export function decodeUtf8Strict(bytes: Uint8Array, start = 0, end = bytes.length): string | undefined {
  const short = shortAscii(bytes, start, end);
  if (short !== undefined) return short;
  try {
    return STRICT.decode(bytes.subarray(start, end));
  } catch {
    return undefined;
  }
}

/** UTF-16 to text; lone surrogates become U+FFFD, and so does an odd last byte. */
export function decodeUtf16(bytes: Uint8Array, bigEndian: boolean): string {
  if (!bigEndian) return UTF16LE.decode(bytes);
  const swapped = new Uint8Array(bytes.length);
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    swapped[at] = bytes[at + 1] ?? 0;
    swapped[at + 1] = bytes[at] ?? 0;
  }
  return UTF16LE.decode(swapped);
}

function shortAscii(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end - start > SHORT) return undefined;
  let text = '';
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x7f) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}
