/** The encodings of -Encoding, by PowerShell's names: bytes to text and back, with their marks. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { integerOf, toText } from '../../conversion.js';
import { done, LOOK, type Steps, type Tick } from '../../pending.js';
import { codePageOf } from '../../text/code-pages.js';
import { decodeNarrow, encodeNarrow } from '../../text/narrow.js';
import { decodeUtf7, encodeUtf7 } from '../../text/utf7.js';
import { NetThrow } from '../../values/exceptions.js';
import { NetObject, unwrap } from '../../values/live.js';
import type { Coder } from '../../net/text.js';
import { NOT_EMPTY, parameter, type ParameterInit } from './command-spec.js';
import type { ParameterSpec } from '../../command-api.js';

export interface TextEncoding {
  readonly name: string;
  readonly bom: Uint8Array;
  encode(text: string): Uint8Array;
  decode(bytes: Uint8Array): string;
}
const NO_BOM = new Uint8Array(0);
const bytesOf = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);
const decoder =
  (name: string) =>
  (bytes: Uint8Array): string =>
    new TextDecoder(name, { ignoreBOM: true }).decode(bytes);
const utf8Encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian);
  return bytes;
}
function utf32(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 4);
  const view = new DataView(bytes.buffer);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0xfffd;
    // Two units are one character.
    if (point > 0xffff) at += 1;
    view.setUint32(length, point, !bigEndian);
    length += 4;
  }
  return bytes.subarray(0, length);
}
function fromUtf32(bytes: Uint8Array, bigEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Joined one by one, characters would leave a tree of texts behind.
  const texts: string[] = [];
  let points: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, !bigEndian);
    points.push(point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? 0xfffd : point);
    if (points.length < POINTS_AT_ONCE) continue;
    texts.push(String.fromCodePoint(...points));
    points = [];
  }
  if (bytes.length % 4 > 0) points.push(0xfffd);
  texts.push(String.fromCodePoint(...points));
  return texts.join('');
}
const POINTS_AT_ONCE = 4096;
export const UTF8: TextEncoding = { name: 'utf-8', bom: NO_BOM, encode: utf8Encode, decode: decoder('utf-8') };
const UTF8_BOM: TextEncoding = { ...UTF8, bom: bytesOf(0xef, 0xbb, 0xbf) };
export const UTF16: TextEncoding = {
  name: 'utf-16',
  bom: bytesOf(0xff, 0xfe),
  encode: (text) => utf16(text, false),
  decode: decoder('utf-16le'),
};
const UTF16_BE: TextEncoding = {
  name: 'utf-16BE',
  bom: bytesOf(0xfe, 0xff),
  encode: (text) => utf16(text, true),
  decode: decoder('utf-16be'),
};
const UTF32: TextEncoding = {
  name: 'utf-32',
  bom: bytesOf(0xff, 0xfe, 0, 0),
  encode: (text) => utf32(text, false),
  decode: (bytes) => fromUtf32(bytes, false),
};
const UTF32_BE: TextEncoding = {
  name: 'utf-32BE',
  bom: bytesOf(0, 0, 0xfe, 0xff),
  encode: (text) => utf32(text, true),
  decode: (bytes) => fromUtf32(bytes, true),
};
const ASCII: TextEncoding = {
  name: 'us-ascii',
  bom: NO_BOM,
  encode: (text) => encodeNarrow(text, 128),
  decode: (bytes) => decodeNarrow(bytes, 128),
};
export const UTF7: TextEncoding = { name: 'utf-7', bom: NO_BOM, encode: encodeUtf7, decode: decodeUtf7 };
export const LATIN1: TextEncoding = {
  name: 'iso-8859-1',
  bom: NO_BOM,
  encode: (text) => encodeNarrow(text, 256),
  decode: (bytes) => decodeNarrow(bytes, 256),
};

const BY_NAME: Readonly<Record<string, TextEncoding>> = {
  ascii: ASCII,
  oem: UTF8,
  default: UTF8,
  string: UTF16,
  unknown: UTF16,
  bigendianunicode: UTF16_BE,
  bigendianutf32: UTF32_BE,
  unicode: UTF16,
  utf8: UTF8,
  utf8bom: UTF8_BOM,
  utf8nobom: UTF8,
  utf32: UTF32,
  utf7: UTF7,
  'utf-7': UTF7,
  '65000': UTF7,
  'utf-8': UTF8,
  'utf-16': UTF16,
  'utf-16be': UTF16_BE,
  'utf-32': UTF32,
  'us-ascii': ASCII,
  'iso-8859-1': LATIN1,
  latin1: LATIN1,
  '65001': UTF8,
  '1200': UTF16,
  '1201': UTF16_BE,
  '12000': UTF32,
  '20127': ASCII,
  '28591': LATIN1,
};
export const ENCODING_NAMES = [
  'ascii',
  'ansi',
  'bigendianunicode',
  'bigendianutf32',
  'oem',
  'unicode',
  'utf7',
  'utf8',
  'utf8BOM',
  'utf8NoBOM',
  'utf32',
];

const isCoder = (data: unknown): data is Coder =>
  typeof data === 'object' && data !== null && 'preamble' in data && 'encode' in data;
function pageEncoding(key: string): TextEncoding | undefined {
  const page = codePageOf(key === 'ansi' ? '1252' : key);
  return page === undefined ? undefined : { name: page.web, bom: NO_BOM, encode: page.encode, decode: page.decode };
}
/** The encoding that an argument names; undefined for an unknown one. */
export function encodingOf(value: PSValue | undefined): TextEncoding | undefined {
  if (value === undefined || value === null) return UTF8;
  const inner = unwrap(value);
  // An object of .NET's: its own mark and its own way.
  if (inner instanceof NetObject && isCoder(inner.data))
    return { ...inner.data, name: inner.data.web, bom: Uint8Array.from(inner.data.preamble) };
  const key = integerOf(value)?.toString() ?? toText(value).toLowerCase();
  return BY_NAME[key] ?? pageEncoding(key);
}
/** Names and code pages stay what they are; the command asks `encodingOf` what they mean. */
export const encodingParameter = (where = '', init: ParameterInit = {}): ParameterSpec => ({
  ...parameter('Encoding', 'System.Text.Encoding', where, {
    check: NOT_EMPTY,
    attributes: 'ArgumentToEncodingTransformation ArgumentEncodingCompletions',
    ...init,
  }),
  convert: (value) => value,
  warning: (value) =>
    value !== null && encodingOf(value)?.name === 'utf-7'
      ? "Encoding 'UTF-7' is obsolete, please use UTF-8."
      : undefined,
  transform: (value) => {
    if (value !== null && encodingOf(value) === undefined)
      throw new NetThrow(
        'System.ArgumentException',
        `'${toText(value)}' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method. (Parameter 'name')`,
      );
    return value;
  },
});

/** The encoding that the mark at the start tells, or the one given. */
export function detectEncoding(
  bytes: Uint8Array,
  otherwise: TextEncoding,
): { readonly encoding: TextEncoding; readonly offset: number } {
  for (const encoding of [UTF32, UTF32_BE, UTF8_BOM, UTF16, UTF16_BE])
    if (encoding.bom.every((byte, at) => bytes[at] === byte)) return { encoding, offset: encoding.bom.length };
  return { encoding: otherwise, offset: 0 };
}
/** How many of the bytes make whole characters. */
export function wholeCharacters(bytes: Uint8Array, name: string): number {
  if (name.startsWith('utf-16')) return bytes.length - (bytes.length % 2);
  if (name.startsWith('utf-32')) return bytes.length - (bytes.length % 4);
  if (name !== 'utf-8') return bytes.length;
  for (let back = 1; back <= Math.min(4, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
/** Bytes that become text in one go. */
const PIECE = 2 ** 20;
/** As `decodeFile`, of any length without holding the thread. */
export function* decodeFileSteps(bytes: Uint8Array, otherwise: TextEncoding, tick: Tick): Steps<string> {
  const { encoding, offset } = detectEncoding(bytes, otherwise);
  let text = '';
  for (let at = offset; at < bytes.length; ) {
    const piece = bytes.subarray(at, at + PIECE);
    const length = at + PIECE < bytes.length ? wholeCharacters(piece, encoding.name) : piece.length;
    text += encoding.decode(piece.subarray(0, length));
    at += length;
    done.steps += LOOK;
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  return text;
}
export function decodeFile(bytes: Uint8Array, otherwise: TextEncoding): string {
  const { encoding, offset } = detectEncoding(bytes, otherwise);
  return encoding.decode(bytes.subarray(offset));
}
