/** MemoryStream, and the readers and writers of text. Files are read and written whole (File, Get-Content). */
import type { Pending } from '../pending.js';
import fs from 'node:fs';
import nodePath from 'node:path';
import type { PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { implement } from '../values/bodies.js';
import { NetObject, unwrap } from '../values/live.js';
import { decodeText } from './files.js';
import { netFormat, netText } from './string.js';
import { type Coder, coderOf } from './text.js';
import { argumentNull, big, bytesOf, dataOf, long, net, notSupported, num, text, throwNet } from './support.js';

/** Bytes that grow, with a position. */
export class MemoryData {
  #bytes: Uint8Array;
  length: number;
  position = 0;
  closed = false;
  constructor(bytes: Uint8Array = new Uint8Array(0)) {
    this.#bytes = bytes;
    this.length = bytes.length;
  }
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
  put(bytes: Uint8Array): void {
    const end = this.position + bytes.length;
    if (end > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(256, end, this.#bytes.length * 2));
      grown.set(this.bytes);
      this.#bytes = grown;
    }
    this.#bytes.set(bytes, this.position);
    this.position = end;
    this.length = Math.max(this.length, end);
  }
  take(count: number): Uint8Array {
    const part = this.bytes.slice(this.position, this.position + Math.max(0, count));
    this.position += part.length;
    return part;
  }
  readRest(): Uint8Array {
    return this.take(this.length - this.position);
  }
  resize(length: number): void {
    if (length > this.length) {
      const at = this.position;
      this.position = this.length;
      this.put(new Uint8Array(length - this.length));
      this.position = at;
    }
    this.length = length;
    this.position = Math.min(this.position, length);
  }
}
const MEMORY = 'System.IO.MemoryStream';
function own(self: PSValue): MemoryData {
  const data = dataOf<MemoryData>(self);
  if (data.closed) throw throwNet('System.ObjectDisposedException', 'Cannot access a closed Stream.');
  return data;
}
const close = (self: PSValue): undefined => {
  dataOf<MemoryData>(self).closed = true;
};
implement(MEMORY, () => ({
  CanRead: (self) => !dataOf<MemoryData>(self).closed,
  CanWrite: (self) => !dataOf<MemoryData>(self).closed,
  CanSeek: (self) => !dataOf<MemoryData>(self).closed,
  CanTimeout: () => false,
  Length: (self) => long(own(self).length),
  Capacity: (self) => own(self).length,
  Position: (self) => long(own(self).position),
  'set Position': (self, value) => {
    own(self).position = Number(big(value));
    return undefined;
  },
  Read: (self, buffer, offset, count) => {
    const target = unwrap(buffer);
    if (!(target instanceof Uint8Array)) throw argumentNull('buffer');
    const part = own(self).take(num(count));
    target.set(part, num(offset));
    return part.length;
  },
  ReadByte: (self) => own(self).take(1)[0] ?? -1,
  Write: (self, buffer, offset, count) => {
    own(self).put(bytesOf(buffer).subarray(num(offset), num(offset) + num(count)));
    return undefined;
  },
  WriteByte: (self, value) => {
    own(self).put(Uint8Array.of(num(value)));
    return undefined;
  },
  Seek: (self, offset, origin) => {
    const data = own(self);
    const from = big(origin) === 0n ? 0 : big(origin) === 1n ? data.position : data.length;
    data.position = from + Number(big(offset));
    return long(data.position);
  },
  SetLength: (self, value) => {
    own(self).resize(Number(big(value)));
    return undefined;
  },
  ToArray: (self) => dataOf<MemoryData>(self).bytes.slice(),
  GetBuffer: (self) => dataOf<MemoryData>(self).bytes.slice(),
  CopyTo: (self, target) => {
    own(target).put(own(self).readRest());
    return undefined;
  },
  WriteTo: (self, target) => {
    own(target).put(own(self).bytes);
    return undefined;
  },
  Flush: () => undefined,
  Close: close,
  Dispose: close,
  new: (_self, ...args) =>
    net(
      MEMORY,
      new MemoryData(args[0] === undefined || typeof args[0] === 'number' ? undefined : bytesOf(args[0]).slice()),
    ),
}));

// ------------------------------------------------------------------- readers

interface Reader {
  readonly source: string;
  at: number;
}
const reader = (self: PSValue): Reader => dataOf<Reader>(self);
/** The text of a path or of what is left of a stream. */
function contentOf(value: PSValue, encoding: PSValue | undefined): string {
  const inner = unwrap(value);
  if (inner instanceof NetObject && inner.data instanceof MemoryData)
    return decodeText(inner.data.readRest(), encoding);
  const place = nodePath.resolve(text(inner));
  if (!fs.existsSync(place)) throw throwNet('System.IO.FileNotFoundException', `Could not find file '${place}'.`);
  return decodeText(fs.readFileSync(place), encoding);
}
implement('System.IO.TextReader', () => ({
  ReadLine: (self) => {
    const own_ = reader(self);
    if (own_.at >= own_.source.length) return null;
    const end = /\r\n|\n|\r/g;
    end.lastIndex = own_.at;
    const match = end.exec(own_.source);
    const line = own_.source.slice(own_.at, match?.index);
    own_.at = match === null ? own_.source.length : match.index + match[0].length;
    return line;
  },
  ReadToEnd: (self) => {
    const rest = reader(self).source.slice(reader(self).at);
    reader(self).at = reader(self).source.length;
    return rest;
  },
  'Read()': (self) => {
    const unit = reader(self).source.charCodeAt(reader(self).at);
    if (Number.isNaN(unit)) return -1;
    reader(self).at += 1;
    return unit;
  },
  Peek: (self) => {
    const unit = reader(self).source.charCodeAt(reader(self).at);
    return Number.isNaN(unit) ? -1 : unit;
  },
  Close: () => undefined,
  Dispose: () => undefined,
}));
implement('System.IO.StringReader', () => ({
  new: (_self, source) => net<Reader>('System.IO.StringReader', { source: text(source), at: 0 }),
}));
implement('System.IO.StreamReader', () => ({
  EndOfStream: (self) => reader(self).at >= reader(self).source.length,
  CurrentEncoding: () => null,
  new: (_self, source, encoding) =>
    net<Reader>('System.IO.StreamReader', { source: contentOf(source, encoding), at: 0 }),
}));

// ------------------------------------------------------------------- writers

interface Writer {
  value: string;
  newLine: string;
  /** Where what was written goes at Flush. */
  readonly target: MemoryData | string | undefined;
  readonly coder: Coder;
  started: boolean;
  /** Of the console's writers: each text at once. */
  readonly emit?: ((value: string) => Promise<undefined>) | undefined;
  /** For what saves itself into a writer. */
  write(value: string): void;
}
const writer = (self: PSValue): Writer => dataOf<Writer>(self);
const eol = process.platform === 'win32' ? '\r\n' : '\n';
/** [Console]::Out and [Console]::Error. */
export function consoleWriter(emit: (value: string) => Promise<undefined>): PSValue {
  const ignore = (): void => undefined;
  return net<Writer>('System.IO.TextWriter', {
    value: '',
    newLine: eol,
    target: undefined,
    coder: coderOf(undefined),
    started: true,
    emit,
    write: ignore,
  });
}
function newWriter(
  type: string,
  target: MemoryData | string | undefined,
  encoding: PSValue | undefined,
  append = false,
): PSValue {
  const own_: Writer = {
    value: '',
    newLine: eol,
    target,
    coder: coderOf(encoding),
    started: append && typeof target === 'string' && fs.existsSync(target),
    write: (value) => {
      own_.value += value;
    },
  };
  if (typeof target === 'string' && !own_.started) fs.writeFileSync(target, '');
  return net<Writer>(type, own_);
}
function flush(self: PSValue): undefined {
  const own_ = writer(self);
  if (own_.target === undefined || own_.value === '') return undefined;
  const body = own_.coder.encode(own_.value);
  const bytes = own_.started ? body : Uint8Array.from([...own_.coder.preamble, ...body]);
  own_.started = true;
  own_.value = '';
  if (typeof own_.target === 'string') fs.appendFileSync(own_.target, bytes);
  else own_.target.put(bytes);
}
const shown = (args: readonly PSValue[]): string =>
  args.length > 1 && typeof args[0] === 'string'
    ? netFormat(args[0], args.length === 2 && Array.isArray(args[1]) ? (args[1] as PSValue[]) : args.slice(1))
    : args
        .map((arg) =>
          arg === null
            ? ''
            : Array.isArray(arg)
              ? (arg as PSValue[]).map((item) => toText(item)).join('')
              : netText(arg),
        )
        .join('');
function put(into: Writer, value: string): Pending<undefined> {
  if (into.emit !== undefined) return into.emit(value);
  into.value += value;
  return undefined;
}
implement('System.IO.TextWriter', () => ({
  NewLine: (self) => writer(self).newLine,
  'set NewLine': (self, value) => {
    writer(self).newLine = text(value);
    return undefined;
  },
  Encoding: () => null,
  Write: (self, ...args) => put(writer(self), shown(args)),
  WriteLine: (self, ...args) => put(writer(self), shown(args) + writer(self).newLine),
  Flush: flush,
  Close: flush,
  Dispose: flush,
}));
implement('System.IO.StringWriter', () => ({
  ToString: (self) => writer(self).value,
  GetStringBuilder: (self) => net('System.Text.StringBuilder', { value: writer(self).value, capacity: 16 }),
  new: () => newWriter('System.IO.StringWriter', undefined, undefined),
}));
implement('System.IO.StreamWriter', () => ({
  AutoFlush: () => false,
  'set AutoFlush': () => undefined,
  BaseStream: (self) => {
    const { target } = writer(self);
    if (!(target instanceof MemoryData))
      throw notSupported('The stream under a file writer is not available in this engine.');
    return net(MEMORY, target);
  },
  new: (_self, target, second, third) => {
    const inner = unwrap(target);
    const place =
      inner instanceof NetObject && inner.data instanceof MemoryData ? inner.data : nodePath.resolve(text(target));
    const append = second === true;
    return newWriter('System.IO.StreamWriter', place, typeof second === 'boolean' ? third : second, append);
  },
}));
