/** StringBuilder and Encoding. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { andThen, drive, type Pending, ticking } from '../pending.js';
import { needText } from '../room.js';
import { mapPieces, pieceSteps, WHOLE_CHARACTERS } from '../slices.js';
import { type CodePage, codePageOf, codePages } from '../text/code-pages.js';
import { decodeNarrow, encodeNarrow } from '../text/narrow.js';
import { decodeUtf7, encodeUtf7 } from '../text/utf7.js';
import { implement } from '../values/bodies.js';
import { NetObject, typedArray, unwrap } from '../values/live.js';
import { NetType } from '../values/net-type.js';
import { CHAR, typeOf } from '../values/types.js';
import { netFormat, netText, replaceAll } from './string.js';
import {
  argumentError,
  argumentNull,
  bytesOf,
  char,
  charText,
  chars,
  dataOf,
  indexRange,
  items,
  mustBeNonNegative,
  net,
  notSupported,
  num,
  outOfRange,
  requireType,
  runtime,
  text,
  throwNet,
} from './support.js';

/**
 * What was appended last is kept apart: JavaScript lays out a text in one piece when a character of it is asked for, and
 * would do that with all of it after each of many small additions.
 */
export class Builder {
  capacity: number;
  #head: string;
  #tail = '';
  constructor(value: string, capacity: number) {
    this.#head = value;
    this.capacity = capacity;
  }
  get value(): string {
    if (this.#tail !== '') this.value = this.#head + this.#tail;
    return this.#head;
  }
  set value(value: string) {
    this.#head = value;
    this.#tail = '';
  }
  get length(): number {
    return this.#head.length + this.#tail.length;
  }
  append(text: string): void {
    this.#tail += text;
    if (this.#tail.length > MOST_APART) this.value = this.#head + this.#tail;
  }
  /** One code unit; undefined where there is none. */
  at(index: number): string | undefined {
    return index < this.#head.length ? this.#head[index] : this.#tail[index - this.#head.length];
  }
}
const MOST_APART = 4096;
const BUILDER = 'System.Text.StringBuilder';
/** Values whose text is made in one go. */
const JOINED_AT_ONCE = 1024;
const own = (self: PSValue): Builder => dataOf<Builder>(self);
const newLine = (): string => (process.platform === 'win32' ? '\r\n' : '\n');
const put = (self: PSValue, value: string): PSValue => {
  own(self).value = value;
  return self;
};
const append = (self: PSValue, value: string): PSValue => {
  own(self).append(value);
  return self;
};
/** What was appended so far, which JavaScript lays out in one piece to cut it. */
function whole(self: PSValue): string {
  const { value } = own(self);
  needText(value.length);
  return value;
}
const piece = (value: PSValue): string =>
  value === null
    ? ''
    : Array.isArray(value) && typeOf(value)?.elementType === CHAR
      ? (value as PSValue[]).map(charText).join('')
      : netText(value);
const insideLength = (self: PSValue, index: PSValue, name = 'index'): number => {
  if (num(index) < 0 || num(index) > own(self).length)
    throw outOfRange(
      name,
      'Index was out of range. Must be non-negative and less than or equal to the size of the collection.',
    );
  return num(index);
};
implement(BUILDER, () => ({
  Length: (self) => own(self).length,
  'set Length': (self, length) => {
    if (num(length) < 0) throw mustBeNonNegative('value', length);
    own(self).value = own(self).value.slice(0, num(length)).padEnd(num(length), '\0');
    return undefined;
  },
  Capacity: (self) => {
    const builder = own(self);
    while (builder.capacity < builder.length) builder.capacity *= 2;
    return builder.capacity;
  },
  'set Capacity': (self, value) => {
    own(self).capacity = num(value);
    return undefined;
  },
  MaxCapacity: () => 2_147_483_647,
  get_Chars: (self, index) => {
    const unit = own(self).at(num(index));
    if (unit === undefined)
      throw throwNet('System.IndexOutOfRangeException', 'Index was outside the bounds of the array.');
    return char(unit);
  },
  set_Chars: (self, index, value) => {
    const { value: before } = own(self);
    if (num(index) < 0 || num(index) >= before.length) throw indexRange();
    put(self, before.slice(0, num(index)) + charText(value) + before.slice(num(index) + 1));
    return undefined;
  },
  'Append(char, int)': (self, unit, count) => append(self, charText(unit).repeat(num(count))),
  'Append(string, int, int)': (self, value, start, count) =>
    append(self, text(value).slice(num(start), num(start) + num(count))),
  'Append(char[], int, int)': (self, value, start, count) =>
    append(self, piece(value).slice(num(start), num(start) + num(count))),
  Append: (self, value) => append(self, piece(value)),
  AppendLine: (self, value) => append(self, (value === undefined ? '' : text(value)) + newLine()),
  AppendFormat: (self, ...args) => {
    const provider = typeof args[0] !== 'string';
    const rest = args.slice(provider ? 2 : 1);
    const given = rest.length === 1 && Array.isArray(rest[0]) ? (rest[0] as PSValue[]) : rest;
    return append(self, netFormat(args[provider ? 1 : 0] ?? '', given));
  },
  AppendJoin: (self, separator, values) => {
    const between = charText(separator);
    return andThen(
      drive(pieceSteps(runtime(), items(values), JOINED_AT_ONCE, (some) => some.map(piece).join(between))),
      (parts) => append(self, parts.join(between)),
    );
  },
  'Insert(int, string, int)': (self, index, inserted, count) => {
    const at = insideLength(self, index);
    const value = whole(self);
    return put(self, value.slice(0, at) + text(inserted).repeat(num(count)) + value.slice(at));
  },
  Insert: (self, index, inserted) => {
    const at = insideLength(self, index);
    const value = whole(self);
    return put(self, value.slice(0, at) + piece(inserted) + value.slice(at));
  },
  Remove: (self, start, count) => {
    const from = num(start);
    if (from < 0) throw mustBeNonNegative('startIndex', start);
    if (from + num(count) > own(self).length)
      throw outOfRange(
        'length',
        'Index was out of range. Must be non-negative and less than or equal to the size of the collection.',
      );
    const value = whole(self);
    return put(self, value.slice(0, from) + value.slice(from + num(count)));
  },
  Replace: (self, from, to, start, count) => {
    const value = whole(self);
    if (charText(from) === '') throw argumentError('The value cannot be an empty string.', 'oldValue');
    const low = start === undefined ? 0 : num(start);
    const high = count === undefined ? value.length : low + num(count);
    const next = to === null ? '' : charText(to);
    return put(
      self,
      value.slice(0, low) + replaceAll(value.slice(low, high), charText(from), next) + value.slice(high),
    );
  },
  Clear: (self) => put(self, ''),
  EnsureCapacity: (self, capacity) => Math.max(own(self).capacity, num(capacity)),
  Equals: (self, other) => {
    const inner = unwrap(other ?? null);
    return inner instanceof NetObject && inner.type.fullName === BUILDER && own(inner).value === own(self).value;
  },
  ToString: (self, start, length) =>
    start === undefined ? own(self).value : own(self).value.slice(num(start), num(start) + num(length)),
  CopyTo: (self, from, target, at, count) => {
    const list = unwrap(target);
    if (Array.isArray(list))
      for (let index = 0; index < num(count); index += 1)
        (list as PSValue[])[num(at) + index] = char(own(self).value[num(from) + index] ?? '\0');
    return undefined;
  },
  'new()': () => net(BUILDER, new Builder('', 16)),
  'new(int)': (_self, capacity) => net(BUILDER, new Builder('', num(capacity) || 16)),
  'new(string)': (_self, value) => net(BUILDER, new Builder(text(value), Math.max(16, text(value).length))),
  'new(string, int)': (_self, value, capacity) =>
    net(BUILDER, new Builder(text(value), Math.max(num(capacity), text(value).length))),
  'new(string, int, int, int)': (_self, value, start, length) =>
    net(BUILDER, new Builder(text(value).slice(num(start), num(start) + num(length)), 16)),
  'new(int, int)': (_self, capacity) => net(BUILDER, new Builder('', num(capacity))),
}));

// ----------------------------------------------------------------- encodings

export interface Coder {
  /** Its type in System.Text, and those between it and a public one. */
  readonly type: string;
  readonly web: string;
  readonly body: string;
  readonly name: string;
  readonly page: number;
  readonly preamble: readonly number[];
  readonly singleByte: boolean;
  /** Of a code page: the one of Windows that is nearest to it. */
  readonly windowsPage?: number;
  encode(value: string): Uint8Array;
  decode(bytes: Uint8Array): string;
  /** Decodes bytes that come in parts. */
  stream(): CoderStream;
}
export interface CoderStream {
  push(bytes: Uint8Array): string;
  /** What is left of a unit that was cut. */
  end(): string;
}
type Work = Pick<Coder, 'encode' | 'decode' | 'stream'>;
/** Keeps back the bytes of a unit that is not whole yet. */
const byUnits = (size: number, decode: (bytes: Uint8Array) => string) => (): CoderStream => {
  let kept = new Uint8Array(0);
  return {
    push: (bytes) => {
      const all = kept.length === 0 ? bytes : Uint8Array.from([...kept, ...bytes]);
      const whole = all.length - (all.length % size);
      kept = all.slice(whole);
      return decode(all.subarray(0, whole));
    },
    end: () => {
      const left = kept.length === 0 ? '' : '\ufffd';
      kept = new Uint8Array(0);
      return left;
    },
  };
};
const withUnits = (size: number, work: Pick<Coder, 'encode' | 'decode'>): Work => ({
  ...work,
  stream: byUnits(size, work.decode),
});
const utf16 = (big: boolean): Work =>
  withUnits(2, {
    encode: (value) => {
      const out = Buffer.from(value, 'utf16le');
      return new Uint8Array(big ? out.swap16() : out);
    },
    decode: (bytes) => {
      const even = bytes.subarray(0, bytes.length & ~1);
      const units = big ? Buffer.from(even).swap16() : Buffer.from(even.buffer, even.byteOffset, even.length);
      const out = units.toString('utf16le');
      return bytes.length % 2 === 1 ? `${out}\ufffd` : out;
    },
  });
const utf32 = (big: boolean): Work =>
  withUnits(4, {
    encode: (value) => {
      const points = Array.from(value, (unit) => unit.codePointAt(0) ?? 0);
      const out = new Uint8Array(points.length * 4);
      const view = new DataView(out.buffer);
      for (const [index, point] of points.entries()) view.setUint32(index * 4, point, !big);
      return out;
    },
    decode: (bytes) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      let out = '';
      for (let index = 0; index + 3 < bytes.length; index += 4) {
        const point = view.getUint32(index, !big);
        out += point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
      }
      return out;
    },
  });
const single = (limit: number): Work =>
  withUnits(1, {
    encode: (value) => encodeNarrow(value, limit),
    decode: (bytes) => decodeNarrow(bytes, limit),
  });
const utf8: Work = {
  encode: (value) => new TextEncoder().encode(value),
  decode: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  stream: () => {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
  },
};
/** What stands in a text before decides there how a character is written. */
const UTF7_PAGE = 65000;
const coder = (
  type: string,
  web: string,
  name: string,
  page: number,
  preamble: readonly number[],
  singleByte: boolean,
  work: Work,
): Coder => ({ type, web, body: web, name, page, preamble, singleByte, ...work });
const CODERS: Readonly<Record<string, Coder>> = {
  utf8: coder(
    'UTF8Encoding+UTF8EncodingSealed UTF8Encoding',
    'utf-8',
    'Unicode (UTF-8)',
    65001,
    [0xef, 0xbb, 0xbf],
    false,
    utf8,
  ),
  unicode: coder('UnicodeEncoding', 'utf-16', 'Unicode', 1200, [0xff, 0xfe], false, utf16(false)),
  bigendian: coder('UnicodeEncoding', 'utf-16BE', 'Unicode (Big-Endian)', 1201, [0xfe, 0xff], false, utf16(true)),
  utf32: coder('UTF32Encoding', 'utf-32', 'Unicode (UTF-32)', 12000, [0xff, 0xfe, 0, 0], false, utf32(false)),
  utf32be: coder(
    'UTF32Encoding',
    'utf-32BE',
    'Unicode (UTF-32 Big-Endian)',
    12001,
    [0, 0, 0xfe, 0xff],
    false,
    utf32(true),
  ),
  ascii: coder('ASCIIEncoding+ASCIIEncodingSealed ASCIIEncoding', 'us-ascii', 'US-ASCII', 20127, [], true, single(128)),
  utf7: coder('UTF7Encoding', 'utf-7', 'Unicode (UTF-7)', UTF7_PAGE, [], false, {
    encode: encodeUtf7,
    decode: decodeUtf7,
    stream: () => ({ push: decodeUtf7, end: () => '' }),
  }),
  latin1: coder(
    'Latin1Encoding+Latin1EncodingSealed Latin1Encoding Encoding',
    'iso-8859-1',
    'Western European (ISO)',
    28591,
    [],
    true,
    single(256),
  ),
};
const NAMES: Readonly<Record<string, string>> = {
  'utf-8': 'utf8',
  utf8: 'utf8',
  'utf-16': 'unicode',
  unicode: 'unicode',
  utf16: 'unicode',
  'utf-16le': 'unicode',
  'utf-16be': 'bigendian',
  'utf-32': 'utf32',
  'utf-7': 'utf7',
  'us-ascii': 'ascii',
  ascii: 'ascii',
  'iso-8859-1': 'latin1',
  latin1: 'latin1',
};
/** UTF-8 without a mark, as `[Text.Encoding]::Default` and the console have it. */
export const defaultEncoding = (): PSValue => encodingObject(withoutPreamble(known('utf8')));
/** Types of .NET that no script can name: what an encoding is made of, with its bases up to the first public one. */
const HIDDEN = new Map<string, NetType>();
function hiddenType(bases: readonly string[]): NetType {
  const [name = '', ...rest] = bases;
  if (rest.length === 0) return requireType(`System.Text.${name}`);
  let type = HIDDEN.get(name);
  if (type === undefined) {
    type = new NetType(`System.Text.${name}`);
    type.baseType = hiddenType(rest);
    HIDDEN.set(name, type);
  }
  return type;
}
export const encodingObject = (one: Coder): PSValue => new NetObject<Coder>(hiddenType(one.type.split(' ')), one);
const known = (name: string): Coder => CODERS[name] ?? (CODERS['utf8'] as Coder);
export { known as knownCoder };
const MARKS = ['utf32', 'utf8', 'unicode', 'bigendian', 'utf32be'];
/** The encoding that the mark at the beginning of a text names, and the mark's length. */
export function markedCoder(bytes: Uint8Array): { coder: Coder; length: number } | undefined {
  for (const name of MARKS) {
    const one = known(name);
    if (one.preamble.every((value, index) => bytes[index] === value))
      return { coder: one, length: one.preamble.length };
  }
  return undefined;
}
export const withoutPreamble = (one: Coder): Coder => ({ ...one, preamble: [] });
/** The encoding of an argument; UTF-8 without a mark when there is none. */
export function coderOf(value: PSValue | undefined): Coder {
  const inner = unwrap(value ?? null);
  return inner instanceof NetObject && typeof inner.data === 'object' && inner.data !== null && 'encode' in inner.data
    ? (inner.data as Coder)
    : made(withoutPreamble(known('utf8')));
}
const data = (self: PSValue): Coder => dataOf<Coder>(self);
/** Bytes that are decoded in one go, and characters that are encoded. */
const CODED_AT_ONCE = 2 ** 16;
/** Bytes of any length, some at a time. */
function decodeLong(coder_: Coder, bytes: Uint8Array): Pending<string> {
  if (bytes.length <= CODED_AT_ONCE || coder_.page === UTF7_PAGE) return coder_.decode(bytes);
  const stream = coder_.stream();
  return andThen(
    drive(pieceSteps<Uint8Array, string>(runtime(), bytes, CODED_AT_ONCE, (piece_) => stream.push(piece_))),
    (pieces) => pieces.join('') + stream.end(),
  );
}
/** A text of any length, some characters at a time. */
const encodeLong = (coder_: Coder, value: string): Pending<Uint8Array> =>
  value.length <= CODED_AT_ONCE || coder_.page === UTF7_PAGE
    ? coder_.encode(value)
    : andThen(
        drive(mapPieces(value, CODED_AT_ONCE, WHOLE_CHARACTERS, (piece_) => coder_.encode(piece_), ticking())),
        (parts) => new Uint8Array(Buffer.concat(parts)),
      );
const source = (args: readonly PSValue[]): string => {
  const [first, start, count] = args;
  // Nothing is taken for an array of no characters.
  if (first === null) throw argumentNull('chars');
  const value = Array.isArray(first) ? (first as PSValue[]).map(charText).join('') : text(first);
  return start === undefined || typeof start !== 'number' ? value : value.slice(start, start + num(count));
};
const pageCoder = (one: CodePage): Coder => ({
  ...one,
  type: `${one.isSingleByte ? 'SBCSCodePageEncoding' : 'DBCSCodePageEncoding'} BaseCodePageEncoding EncodingNLS Encoding`,
  preamble: [],
  singleByte: one.isSingleByte,
});
/** The encoding of a number or a name; undefined: there is none. */
export function coderNamed(key: string): Coder | undefined {
  const name = NAMES[key.toLowerCase()];
  if (name !== undefined) return known(name);
  const found = Object.values(CODERS).find(({ page }) => String(page) === key);
  const page = found === undefined ? codePageOf(key) : undefined;
  return page === undefined ? found : pageCoder(page);
}
function get(key: PSValue): PSValue {
  if (typeof key === 'number') {
    const found = coderNamed(String(key));
    if (found === undefined && key !== 0)
      throw notSupported(
        `No data is available for encoding ${key}. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.`,
      );
    return encodingObject(found ?? withoutPreamble(known('utf8')));
  }
  const found = /^\d+$/.test(text(key)) ? undefined : coderNamed(text(key));
  if (found === undefined)
    throw argumentError(
      `'${text(key)}' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.`,
      'name',
    );
  return encodingObject(found);
}
implement('System.Text.Encoding', () => ({
  BodyName: (self) => data(self).body,
  WebName: (self) => data(self).web,
  HeaderName: (self) => data(self).web,
  EncodingName: (self) => data(self).name,
  CodePage: (self) => data(self).page,
  WindowsCodePage: (self) =>
    data(self).windowsPage ??
    (data(self).page === 65001 || data(self).page >= 12000
      ? 1200
      : data(self).page === 20127 || data(self).page === 28591
        ? 1252
        : 1200),
  IsSingleByte: (self) => data(self).singleByte,
  IsReadOnly: () => true,
  IsBrowserDisplay: (self) => data(self).page === 65001 || data(self).page === 28591,
  IsBrowserSave: () => true,
  IsMailNewsDisplay: () => true,
  IsMailNewsSave: () => true,
  GetBytes: (self, ...args) => encodeLong(data(self), source(args)),
  GetByteCount: (self, ...args) => data(self).encode(source(args)).length,
  GetString: (self, bytes, start, count) => {
    if (bytes === null) throw argumentNull('bytes');
    const all = bytesOf(bytes);
    return decodeLong(data(self), start === undefined ? all : all.subarray(num(start), num(start) + num(count)));
  },
  GetChars: (self, bytes, start, count) =>
    chars(
      data(self).decode(
        start === undefined ? bytesOf(bytes) : bytesOf(bytes).subarray(num(start), num(start) + num(count)),
      ),
    ),
  GetCharCount: (self, bytes) => data(self).decode(bytesOf(bytes)).length,
  GetMaxByteCount: (self, count) =>
    data(self).page === 65001
      ? (num(count) + 1) * 3
      : data(self).singleByte
        ? num(count) + 1
        : (num(count) + 1) * (data(self).page >= 12000 ? 4 : 2),
  GetMaxCharCount: (_self, count) => num(count) + 1,
  GetPreamble: (self) => Uint8Array.from(data(self).preamble),
  ToString: (self) => `System.Text.${data(self).type.split(' ', 1)[0]}`,
  Equals: (self, other) => {
    const inner = unwrap(other ?? null);
    return inner instanceof NetObject && (inner.data as Coder).page === data(self).page;
  },
  'static UTF8': () => encodingObject(known('utf8')),
  'static Default': defaultEncoding,
  'static Unicode': () => encodingObject(known('unicode')),
  'static BigEndianUnicode': () => encodingObject(known('bigendian')),
  'static UTF7': () => encodingObject(known('utf7')),
  'static UTF32': () => encodingObject(known('utf32')),
  'static ASCII': () => encodingObject(known('ascii')),
  'static Latin1': () => encodingObject(known('latin1')),
  'static GetEncoding': (_self, key) => get(key),
  'static GetEncodings': () =>
    typedArray(
      [...codePages().map(pageCoder), ...Object.values(CODERS).filter(({ page }) => page !== UTF7_PAGE)].map(
        encodingObject,
      ),
      requireType('System.Object'),
    ),
  'static Convert': (_self, from, to, bytes) =>
    andThen(decodeLong(data(from), bytesOf(bytes)), (value) => encodeLong(data(to), value)),
  'static RegisterProvider': () => undefined,
}));
/** The same as an object of a public type. */
const made = (one: Coder): Coder => ({ ...one, type: one.type.replace(/^.* /, '') });
const constructor =
  (name: string) =>
  (_self: PSValue, ...args: PSValue[]): PSValue => {
    const big = name === 'unicode' && args[0] === true;
    const one = known(big ? 'bigendian' : name);
    const marked = name === 'utf8' ? args[0] === true : args.length < 2 || args[1] === true;
    return encodingObject(made(marked ? one : withoutPreamble(one)));
  };
implement('System.Text.UTF8Encoding', () => ({ new: constructor('utf8') }));
implement('System.Text.UnicodeEncoding', () => ({ new: constructor('unicode') }));
implement('System.Text.UTF32Encoding', () => ({ new: constructor('utf32') }));
implement('System.Text.ASCIIEncoding', () => ({ new: constructor('ascii') }));
