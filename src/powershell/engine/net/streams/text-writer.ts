/** StringWriter, StreamWriter and the console's writers. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { andThen, type Pending } from '../../pending.js';
import { implement } from '../../values/bodies.js';
import { NetObject, unwrap } from '../../values/live.js';
import { openForWriting } from '../file-stream.js';
import { full, placeOf } from '../files.js';
import { netFormat, netText } from '../string.js';
import { argumentError, argumentNull, dataOf, flag, net, num, text, throwNet } from '../support.js';
import { Builder, type Coder, coderOf, encodingObject, knownCoder } from '../text.js';
import { asTask, type ByteStream, nullStream, streamIn, streamOf } from './byte-stream.js';

/** Text that a StreamWriter keeps before it goes to the stream. */
const KEPT_UNITS = 1024;
const eol = process.platform === 'win32' ? '\r\n' : '\n';

const BUILDER = 'System.Text.StringBuilder';

export abstract class TextSink {
  newLine = eol;
  /** False: what is written tells nothing of the encoding. */
  namesCoder = true;
  open = true;
  abstract readonly coder: Coder;
  abstract write(value: string): Pending<undefined>;
  flush(): Pending<undefined> {
    return undefined;
  }
  close(): Pending<undefined> {
    this.open = false;
    return undefined;
  }
}
class StringSink extends TextSink {
  readonly coder = knownCoder('unicode');
  readonly builder: NetObject<Builder>;
  constructor(builder: NetObject<Builder>) {
    super();
    this.builder = builder;
  }
  write(value: string): undefined {
    if (!this.open) throw throwNet('System.ObjectDisposedException', 'Cannot write to a closed TextWriter.');
    this.builder.data.append(value);
  }
}
class ConsoleSink extends TextSink {
  readonly coder = coderOf(undefined);
  readonly #emit: (value: string) => Promise<undefined>;
  constructor(emit: (value: string) => Promise<undefined>) {
    super();
    this.#emit = emit;
  }
  write(value: string): Pending<undefined> {
    return value === '' ? undefined : this.#emit(value);
  }
  override close(): undefined {
    return undefined;
  }
}
class StreamSink extends TextSink {
  readonly coder: Coder;
  readonly stream: PSValue;
  readonly #bytes: ByteStream;
  readonly #leaveOpen: boolean;
  autoFlush = false;
  #kept = '';
  /** The mark is before what comes first only. */
  #marked: boolean;
  constructor(stream: PSValue, coder: Coder, leaveOpen: boolean) {
    super();
    this.stream = stream;
    this.#bytes = streamOf(stream);
    if (!this.#bytes.open || !this.#bytes.writable) throw argumentError('Stream was not writable.');
    this.coder = coder;
    this.#leaveOpen = leaveOpen;
    this.#marked = this.#bytes.seekable && this.#bytes.position > 0;
  }
  #assertOpen(): void {
    if (!this.open)
      throw throwNet(
        'System.ObjectDisposedException',
        "Cannot write to a closed TextWriter.\nObject name: 'StreamWriter'.",
      );
  }
  write(value: string): Pending<undefined> {
    this.#assertOpen();
    this.#kept += value;
    if (this.autoFlush) return this.flush();
    return this.#kept.length >= KEPT_UNITS ? this.#send() : undefined;
  }
  #send(): Pending<undefined> {
    if (this.#kept === '') return undefined;
    // A pair of surrogates is not cut.
    const cut = /[\ud800-\udbff]$/.test(this.#kept) ? this.#kept.length - 1 : this.#kept.length;
    const body = this.coder.encode(this.#kept.slice(0, cut));
    this.#kept = this.#kept.slice(cut);
    const mark = this.#marked ? [] : this.coder.preamble;
    this.#marked = true;
    return this.#bytes.write(mark.length === 0 ? body : Uint8Array.from([...mark, ...body]));
  }
  override flush(): Pending<undefined> {
    this.#assertOpen();
    return andThen(this.#send(), () => this.#bytes.flush());
  }
  override close(): Pending<undefined> {
    if (!this.open) return undefined;
    return andThen(this.#bytes.open ? this.flush() : undefined, () => {
      this.open = false;
      return this.#leaveOpen ? undefined : this.#bytes.close();
    });
  }
}
const sink = (self: PSValue): TextSink => dataOf<TextSink>(self);
const stream = (self: PSValue): StreamSink => dataOf<StreamSink>(self);
/** [Console]::Out and [Console]::Error. */
export const consoleWriter = (emit: (value: string) => Promise<undefined>): PSValue =>
  net<TextSink>('System.IO.TextWriter', new ConsoleSink(emit));
/** A StreamWriter over a stream or a file. */
export function newWriter(
  target: PSValue | undefined,
  options: { append?: boolean; encoding?: PSValue | undefined; leaveOpen?: boolean } = {},
): PSValue {
  if (options.encoding === null) throw argumentNull('encoding');
  const given = streamIn(target);
  if (given === undefined) {
    if (unwrap(target ?? null) === null) throw argumentNull('stream');
    if (text(target) === '') throw argumentError('The value cannot be an empty string.', 'path');
  }
  const opened = given === undefined ? openForWriting(full(target ?? null), options.append ?? false) : (target ?? null);
  return net<TextSink>(
    'System.IO.StreamWriter',
    new StreamSink(opened, coderOf(options.encoding), options.leaveOpen ?? false),
  );
}

/** Where text for a writer, a StringBuilder or a stream goes; undefined: it is none of them. */
export function writerOver(target: PSValue, encoding: PSValue): TextSink | undefined {
  const inner = unwrap(target);
  if (!(inner instanceof NetObject)) return undefined;
  if (inner.data instanceof TextSink) return inner.data;
  if (inner.type.fullName === BUILDER) return new StringSink(inner as NetObject<Builder>);
  return streamIn(target) === undefined ? undefined : new StreamSink(target, coderOf(encoding), true);
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
const part = (buffer: PSValue, index: PSValue, count: PSValue): string =>
  shown([buffer]).slice(num(index), num(index) + num(count));
const nullWriter = (): PSValue =>
  net<TextSink>('System.IO.StreamWriter', new StreamSink(nullStream(), coderOf(undefined), true));
implement('System.IO.TextWriter', () => ({
  'static Null': nullWriter,
  'static Synchronized': (_self, writer) => writer,
  NewLine: (self) => sink(self).newLine,
  'set NewLine': (self, value) => {
    sink(self).newLine = value === null ? eol : text(value);
    return undefined;
  },
  Encoding: (self) => encodingObject(sink(self).coder),
  FormatProvider: () => null,
  'Write(char[], int, int)': (self, buffer, index, count) =>
    sink(self).write(part(buffer ?? null, index ?? 0, count ?? 0)),
  'WriteLine(char[], int, int)': (self, buffer, index, count) =>
    sink(self).write(part(buffer ?? null, index ?? 0, count ?? 0) + sink(self).newLine),
  Write: (self, ...args) => sink(self).write(shown(args)),
  WriteLine: (self, ...args) => sink(self).write(shown(args) + sink(self).newLine),
  WriteAsync: (self, ...args) => asTask(() => sink(self).write(shown(args))),
  WriteLineAsync: (self, ...args) => asTask(() => sink(self).write(shown(args) + sink(self).newLine)),
  Flush: (self) => sink(self).flush(),
  FlushAsync: (self) => asTask(() => sink(self).flush()),
  Close: (self) => sink(self).close(),
  Dispose: (self) => sink(self).close(),
  DisposeAsync: (self) => asTask(() => sink(self).close()),
}));
const builderIn = (value: PSValue | undefined): NetObject<Builder> => {
  const inner = unwrap(value ?? null);
  if (inner instanceof NetObject && inner.type.fullName === BUILDER) return inner as NetObject<Builder>;
  return net(BUILDER, new Builder('', 16));
};
implement('System.IO.StringWriter', () => ({
  ToString: (self) => dataOf<StringSink>(self).builder.data.value,
  GetStringBuilder: (self) => dataOf<StringSink>(self).builder,
  new: (_self, builder) => net<TextSink>('System.IO.StringWriter', new StringSink(builderIn(builder))),
}));
implement('System.IO.File', () => ({
  'static CreateText': (_self, path) => newWriter(path),
  'static AppendText': (_self, path) => newWriter(path, { append: true }),
}));
implement('System.IO.FileInfo', () => ({
  CreateText: (self) => newWriter(placeOf(self)),
  AppendText: (self) => newWriter(placeOf(self), { append: true }),
}));
implement('System.IO.StreamWriter', () => ({
  'static Null': nullWriter,
  AutoFlush: (self) => stream(self).autoFlush,
  'set AutoFlush': (self, value) => {
    stream(self).autoFlush = flag(value);
    return flag(value) ? stream(self).flush() : undefined;
  },
  BaseStream: (self) => stream(self).stream,
  'new(System.IO.Stream)': (_self, target) => newWriter(target),
  'new(string)': (_self, target) => newWriter(target),
  'new(string, bool)': (_self, target, append) => newWriter(target, { append: flag(append) }),
  'new(string, bool, System.Text.Encoding)': (_self, target, append, encoding) =>
    newWriter(target, { append: flag(append), encoding }),
  'new(string, bool, System.Text.Encoding, int)': (_self, target, append, encoding) =>
    newWriter(target, { append: flag(append), encoding }),
  new: (_self, target, encoding, _size, leave) => newWriter(target, { encoding, leaveOpen: flag(leave) }),
}));
