/** StringReader and StreamReader: text taken from a string, or from the bytes of a stream as they come. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { andThen, drive, type Pending, settle, type Steps, ticking } from '../../pending.js';
import { implement } from '../../values/bodies.js';
import { unwrap } from '../../values/live.js';
import { openForReading } from '../file-stream.js';
import { full, placeOf } from '../files.js';
import { argumentError, argumentNull, char, dataOf, flag, net, num, text, throwNet } from '../support.js';
import { type Coder, coderOf, type CoderStream, encodingObject, markedCoder } from '../text.js';
import { asTask, type ByteStream, streamIn, streamOf } from './byte-stream.js';

/** Bytes that a StreamReader takes at once. */
const READ_BYTES = 1024;
const READ_FILE_BYTES = 4096;

interface TextSource {
  /** Takes more text into the buffer; false at the end. */
  more(): Pending<boolean>;
  buffer: string;
  /** Where in the buffer the next unit is. */
  at: number;
  open: boolean;
}
class StringSource implements TextSource {
  buffer: string;
  at = 0;
  open = true;
  constructor(source: string) {
    this.buffer = source;
  }
  more(): boolean {
    return false;
  }
}
/** Lines as a host gives them. */
class LineSource implements TextSource {
  buffer = '';
  at = 0;
  open = true;
  readonly #next: () => Promise<string | undefined>;
  constructor(next: () => Promise<string | undefined>) {
    this.#next = next;
  }
  async more(): Promise<boolean> {
    const line = await this.#next();
    if (line === undefined) return false;
    this.buffer = this.buffer.slice(this.at) + line;
    this.at = 0;
    return true;
  }
}
class StreamSource implements TextSource {
  buffer = '';
  at = 0;
  open = true;
  readonly stream: PSValue;
  readonly bytes: ByteStream;
  readonly leaveOpen: boolean;
  coder: Coder;
  readonly #bufferBytes: number;
  #decoder: CoderStream | undefined;
  #detect: boolean;
  #ended = false;
  constructor(stream: PSValue, options: { coder: Coder; detect: boolean; leaveOpen: boolean; bufferBytes: number }) {
    this.stream = stream;
    this.bytes = streamOf(stream);
    if (!this.bytes.open || !this.bytes.readable) throw argumentError('Stream was not readable.');
    this.coder = options.coder;
    this.#detect = options.detect;
    this.leaveOpen = options.leaveOpen;
    this.#bufferBytes = options.bufferBytes;
  }
  more(): Pending<boolean> {
    if (this.#ended) return false;
    return andThen(this.bytes.read(this.#bufferBytes), (part) => this.#take(part));
  }
  #take(part: Uint8Array): Pending<boolean> {
    let bytes = part;
    if (this.#decoder === undefined) {
      const marked = this.#detect && bytes.length >= 2 ? markedCoder(bytes) : undefined;
      if (marked !== undefined) this.coder = marked.coder;
      if (marked !== undefined) bytes = bytes.subarray(marked.length);
      else if (startsWith(bytes, this.coder.preamble)) bytes = bytes.subarray(this.coder.preamble.length);
      this.#detect = false;
      this.#decoder = this.coder.stream();
    }
    if (part.length === 0) this.#ended = true;
    const more = part.length === 0 ? this.#decoder.end() : this.#decoder.push(bytes);
    this.buffer = this.buffer.slice(this.at) + more;
    this.at = 0;
    if (more !== '') return true;
    return this.#ended ? false : this.more();
  }
  discard(): void {
    this.buffer = '';
    this.at = 0;
    this.#decoder = undefined;
    this.#ended = false;
  }
}
const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.length > 0 && mark.every((one, index) => bytes[index] === one);

function source(self: PSValue): TextSource {
  const own = dataOf<TextSource>(self);
  if (!own.open)
    throw throwNet(
      'System.ObjectDisposedException',
      'Cannot read from a closed TextReader.' + (own instanceof StreamSource ? "\nObject name: 'StreamReader'." : ''),
    );
  return own;
}
const stream = (self: PSValue): StreamSource => dataOf<StreamSource>(self);

function* line(from: TextSource): Steps<string | null> {
  for (let looked = from.at; ; ) {
    const { buffer } = from;
    while (looked < buffer.length && buffer[looked] !== '\n' && buffer[looked] !== '\r') looked += 1;
    if (looked < buffer.length) {
      const found = buffer.slice(from.at, looked);
      from.at = looked + 1;
      // After CR another read tells whether LF belongs to it.
      if (buffer[looked] === '\r' && (from.at < from.buffer.length || (yield* settle(from.more()))))
        if (from.buffer[from.at] === '\n') from.at += 1;
      return found;
    }
    const done = looked - from.at;
    if (!(yield* settle(from.more()))) {
      if (from.at >= from.buffer.length) return null;
      const found = from.buffer.slice(from.at);
      from.at = from.buffer.length;
      return found;
    }
    looked = from.at + done;
  }
}
function* toEnd(from: TextSource): Steps<string> {
  const parts: string[] = [];
  const tick = ticking();
  do {
    parts.push(from.buffer.slice(from.at));
    from.at = from.buffer.length;
    const wait = tick();
    if (wait !== undefined) yield wait;
  } while (yield* settle(from.more()));
  return parts.join('');
}
/** What a TextReader, or a stream of text, still has. */
export function readToEnd(from: PSValue): Pending<string> {
  const data = dataOf<unknown>(from);
  const isReader = data instanceof StringSource || data instanceof StreamSource;
  return drive(toEnd(source(isReader ? from : newReader(from))));
}
/** Some units, so many at most; `all`: as many as there are. */
function* units(from: TextSource, count: number, all: boolean): Steps<string> {
  let taken = '';
  while (taken.length < count) {
    if (from.at >= from.buffer.length && ((taken !== '' && !all) || !(yield* settle(from.more())))) break;
    const part = from.buffer.slice(from.at, from.at + count - taken.length);
    from.at += part.length;
    taken += part;
  }
  return taken;
}
function readInto(self: PSValue, buffer: PSValue, index: PSValue, count: PSValue, all: boolean): Pending<number> {
  const target = unwrap(buffer);
  if (!Array.isArray(target)) throw argumentNull('buffer');
  if (num(index) + num(count) > target.length)
    throw argumentError(
      'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
    );
  return andThen(drive(units(source(self), num(count), all)), (taken) => {
    for (let at = 0; at < taken.length; at += 1) (target as PSValue[])[num(index) + at] = char(taken.charCodeAt(at));
    return taken.length;
  });
}
const unit = (self: PSValue, take: boolean): Pending<number> => {
  const from = source(self);
  const give = (): number => {
    const code = from.buffer.charCodeAt(from.at);
    if (Number.isNaN(code)) return -1;
    if (take) from.at += 1;
    return code;
  };
  return from.at < from.buffer.length ? give() : andThen(from.more(), give);
};
function close(self: PSValue): Pending<undefined> {
  const own = dataOf<TextSource>(self);
  if (!own.open) return undefined;
  own.open = false;
  return own instanceof StreamSource && !own.leaveOpen ? own.bytes.close() : undefined;
}
/** `[Console]::In`: takes one line at a time, so that whoever else reads the host's lines gets the next. */
export const consoleReader = (next: () => Promise<string | undefined>): PSValue =>
  net<TextSource>('System.IO.TextReader', new LineSource(next));
export const readLine = (reader: PSValue): Pending<string | null> => drive(line(source(reader)));
export const readUnit = (reader: PSValue): Pending<number> => unit(reader, true);
const nullReader = (): PSValue => net<TextSource>('System.IO.StreamReader', new StringSource(''));
implement('System.IO.TextReader', () => ({
  'static Null': nullReader,
  'static Synchronized': (_self, reader) => reader,
  ReadLine: (self) => drive(line(source(self))),
  ReadLineAsync: (self) => asTask(() => drive(line(source(self))), 'System.String'),
  ReadToEnd: (self) => drive(toEnd(source(self))),
  ReadToEndAsync: (self) => asTask(() => drive(toEnd(source(self))), 'System.String'),
  'Read()': (self) => unit(self, true),
  'Read(char[], int, int)': (self, buffer, index, count) =>
    readInto(self, buffer ?? null, index ?? 0, count ?? 0, false),
  'ReadBlock(char[], int, int)': (self, buffer, index, count) =>
    readInto(self, buffer ?? null, index ?? 0, count ?? 0, true),
  Peek: (self) => unit(self, false),
  Close: close,
  Dispose: close,
}));
implement('System.IO.StringReader', () => ({
  new: (_self, value) => {
    if (value === null) throw argumentNull('s');
    return net<TextSource>('System.IO.StringReader', new StringSource(text(value)));
  },
}));

const READER = 'System.IO.StreamReader';
/** A StreamReader over a stream or a file, as the constructors and File.OpenText make it. */
export function newReader(
  from: PSValue | undefined,
  encoding?: PSValue,
  options: { detect?: boolean; leaveOpen?: boolean; bufferBytes?: number } = {},
): PSValue {
  if (encoding === null) throw argumentNull('encoding');
  const given = streamIn(from);
  if (given === undefined) {
    if (unwrap(from ?? null) === null) throw argumentNull('stream');
    if (text(from) === '') throw argumentError('The value cannot be an empty string.', 'path');
  }
  const opened = given === undefined ? openForReading(full(from ?? null)) : (from ?? null);
  return net<TextSource>(
    READER,
    new StreamSource(opened, {
      coder: coderOf(encoding),
      detect: options.detect ?? true,
      leaveOpen: options.leaveOpen ?? false,
      bufferBytes: options.bufferBytes ?? (given === undefined ? READ_FILE_BYTES : READ_BYTES),
    }),
  );
}
const sized = (size: PSValue | undefined): { bufferBytes: number } | Record<string, never> =>
  size === undefined || num(size) <= 0 ? {} : { bufferBytes: Math.max(128, num(size)) };
implement('System.IO.File', () => ({ 'static OpenText': (_self, path) => newReader(path) }));
implement('System.IO.FileInfo', () => ({ OpenText: (self) => newReader(placeOf(self)) }));
implement(READER, () => ({
  'static Null': nullReader,
  EndOfStream: (self) => {
    const from = source(self);
    return from.at < from.buffer.length ? false : andThen(from.more(), (some) => !some);
  },
  CurrentEncoding: (self) => encodingObject(stream(self).coder),
  BaseStream: (self) => stream(self).stream,
  DiscardBufferedData: (self) => {
    stream(self).discard();
    return undefined;
  },
  'new(System.IO.Stream)': (_self, from) => newReader(from),
  'new(string)': (_self, from) => newReader(from),
  'new(System.IO.Stream, bool)': (_self, from, detect) => newReader(from, undefined, { detect: flag(detect) }),
  'new(string, bool)': (_self, from, detect) => newReader(from, undefined, { detect: flag(detect) }),
  new: (_self, from, encoding, detect, size, leave) =>
    newReader(from, encoding, { detect: detect === undefined || flag(detect), leaveOpen: flag(leave), ...sized(size) }),
}));
