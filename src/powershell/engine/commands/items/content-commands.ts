/** Get-, Set-, Add- and Clear-Content. */
import { pushOne } from '../../room.js';
import { netText } from '../../net/string.js';
import { closeSync, existsSync, fstatSync, openSync, readSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { PSByte, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { appendBytes, appendText, fileBytes } from '../../file-steps.js';
import { LOOK, type Pending, settle, type Steps, type Tick } from '../../pending.js';
import { byteItem } from '../../values/byte-items.js';
import { NetThrow } from '../../values/exceptions.js';
import { hasWildcard } from '../../text/wildcard.js';
import { pushAll, unwrap } from '../../values/live.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts, whole } from '../support/arguments.js';
import { defineCommand, flag, parameter, range } from '../support/command-spec.js';
import {
  UTF8,
  decodeFileSteps,
  detectEncoding,
  encodingParameter,
  type TextEncoding,
  wholeCharacters,
} from '../support/encoding.js';
import { textEncoding } from '../support/files.js';
import { itemsOf } from '../support/objects.js';
import { isDenied, writeSystemError } from './system-error.js';
import { ContentNotes } from './content-notes.js';
import { FILTERS, leafOf, nameFilter, PATHS, streamParameter } from './item-commands.js';
import { isContainer, type Place, placeOf, resolvePlaces, writeProviderError } from './places.js';

const MANAGEMENT = 'Microsoft.PowerShell.Management' as const;

/** Characters of a line that are kept in one text while its end is searched, and those of the longest. */
const LONG_LINE = 65_536;
const MAX_LINE = 2 ** 28;
const tooLongLine = (): Error =>
  new NetThrow(
    'System.OutOfMemoryException',
    `A line of more than ${MAX_LINE} characters is longer than this engine allows.`,
  );

/** Reads a file line by line; `\n`, `\r\n` and `\r` end a line. */
class LineReader {
  readonly #file: number;
  readonly #encoding: TextEncoding;
  #position: number;
  #rest = '';
  #pending = new Uint8Array(0);
  #ended = false;
  readonly #delimiter: string | undefined;
  /** Where to look in what was read. */
  #from = 0;
  /** The beginning of a long line, and how long it is. */
  #before: string[] = [];
  #length = 0;
  constructor(path: string, otherwise: TextEncoding, delimiter: string | undefined) {
    this.#file = openSync(path, 'r');
    const head = new Uint8Array(4);
    const count = readSync(this.#file, head, 0, 4, 0);
    const { encoding, offset } = detectEncoding(head.subarray(0, count), otherwise);
    this.#encoding = encoding;
    this.#position = offset;
    this.#delimiter = delimiter;
  }
  close(): void {
    closeSync(this.#file);
  }
  /** More text, whole characters only. */
  #more(): void {
    const chunk = new Uint8Array(65_536);
    const count = readSync(this.#file, chunk, 0, chunk.length, this.#position);
    this.#position += count;
    const bytes = new Uint8Array(this.#pending.length + count);
    bytes.set(this.#pending);
    bytes.set(chunk.subarray(0, count), this.#pending.length);
    this.#ended = count === 0;
    const whole = this.#ended ? bytes.length : wholeCharacters(bytes, this.#encoding.name);
    this.#rest += this.#encoding.decode(bytes.subarray(0, whole));
    this.#pending = bytes.slice(whole);
  }
  /** The next line; undefined at the end. A long line is read on only after a look at the clock. */
  *next(tick: Tick): Steps<string | undefined> {
    for (;;) {
      const line = this.inHand();
      if (line !== undefined || this.#ended) return line ?? this.#last();
      this.#more();
      const wait = tick();
      if (wait !== undefined) yield wait;
    }
  }
  /** The next line of what was read. */
  inHand(): string | undefined {
    const found = this.#find(this.#from);
    if (found === undefined) {
      // What was looked at is not looked at again, but for a delimiter's beginning.
      const kept = Math.min(this.#rest.length, this.#delimiter?.length ?? 1);
      if (this.#rest.length > LONG_LINE) {
        this.#before.push(this.#rest.slice(0, -kept));
        this.#length += this.#rest.length - kept;
        if (this.#length > MAX_LINE) throw tooLongLine();
        this.#rest = this.#rest.slice(-kept);
      }
      this.#from = this.#rest.length - kept;
      return undefined;
    }
    const line = this.#taken(this.#rest.slice(0, found.at));
    this.#rest = this.#rest.slice(found.at + found.length);
    this.#from = 0;
    return line;
  }
  #last(): string | undefined {
    const line = this.#taken(this.#rest);
    this.#rest = '';
    return line === '' ? undefined : line;
  }
  #taken(end: string): string {
    if (this.#before.length === 0) return end;
    const line = this.#before.join('') + end;
    this.#before = [];
    this.#length = 0;
    return line;
  }
  #find(from: number): { readonly at: number; readonly length: number } | undefined {
    if (this.#delimiter !== undefined) {
      const at = this.#rest.indexOf(this.#delimiter, from);
      return at < 0 ? undefined : { at, length: this.#delimiter.length };
    }
    const regex = /[\r\n]/g;
    regex.lastIndex = from;
    const match = regex.exec(this.#rest);
    if (match === null) return undefined;
    if (match[0] === '\r') {
      if (match.index === this.#rest.length - 1 && !this.#ended) return undefined;
      if (this.#rest[match.index + 1] === '\n') return { at: match.index, length: 2 };
    }
    return { at: match.index, length: 1 };
  }
}
const STREAM = streamParameter('String');
const unusedEncoding = (context: EngineCommandContext): Pending<void> =>
  context.flag('AsByteStream') && context.isBound('Encoding')
    ? context.writeWarning("Encoding not used when '-AsByteStream' specified.")
    : undefined;
/** Writes what comes: one by one, so many at a time as `-ReadCount` says, or all at once. Only the last `-Tail`, if given. */
class ContentWriter {
  readonly #context: EngineCommandContext;
  readonly #notes: ContentNotes;
  readonly #chunk: number;
  readonly #total: number;
  readonly #tail: number;
  #pieces: PSValue[] = [];
  #count = 0;
  constructor(context: EngineCommandContext, notes: ContentNotes) {
    this.#context = context;
    this.#notes = notes;
    this.#chunk = whole(context, 'ReadCount') ?? 1;
    this.#total = whole(context, 'TotalCount') ?? -1;
    this.#tail = whole(context, 'Tail') ?? -1;
  }
  /** Nothing more is wanted. */
  get done(): boolean {
    return this.#tail === 0 || (this.#total >= 0 && this.#count >= this.#total);
  }
  take(piece: PSValue): Pending<void> {
    this.#count += 1;
    if (this.#tail >= 0) {
      this.#pieces.push(piece);
      if (this.#pieces.length >= 2 * this.#tail) this.#pieces = this.#pieces.slice(-this.#tail);
      return undefined;
    }
    if (this.#chunk === 1) return this.#context.write(this.#notes.on(piece, this.#count));
    pushOne(this.#pieces, piece);
    return this.#chunk > 1 && this.#pieces.length === this.#chunk ? this.#flush() : undefined;
  }
  #flush(): Pending<void> {
    const { length } = this.#pieces;
    if (length === 0) return undefined;
    const pieces = this.#pieces;
    this.#pieces = [];
    return this.#context.write(this.#notes.on(pieces, this.#count));
  }
  *end(): Steps<void> {
    if (this.#tail < 0) {
      yield* settle(this.#flush());
      return;
    }
    const last = this.#pieces.slice(-this.#tail);
    this.#count = 0;
    if (this.#chunk === 1) {
      const notes = this.#notes;
      yield* settle(this.#context.writeAll(last.map((piece, at) => notes.on(piece, at + 1))));
      return;
    }
    const step = this.#chunk > 1 ? this.#chunk : Math.max(1, last.length);
    for (let at = 0; at < last.length; at += step) {
      this.#pieces = last.slice(at, at + step);
      this.#count += this.#pieces.length;
      yield* settle(this.#flush());
    }
  }
}
function* getFile(context: EngineCommandContext, place: Place & { readonly kind: 'file' }): Steps<void> {
  const { path } = place;
  const encoding = textEncoding(context);
  const tick: Tick = () => context.tick();
  const notes = new ContentNotes(context, place);
  const bytes = context.flag('AsByteStream');
  if (context.flag('Raw')) {
    const content = yield* fileBytes(path, tick);
    const value = bytes ? content : yield* decodeFileSteps(content, encoding, tick);
    yield* settle(context.write(notes.on(value, 1)));
    return;
  }
  const writer = new ContentWriter(context, notes);
  if (bytes) yield* writeBytes(context, path, writer);
  else yield* writeLines(context, path, encoding, writer);
  yield* writer.end();
}
function* writeLines(
  context: EngineCommandContext,
  path: string,
  encoding: TextEncoding,
  writer: ContentWriter,
): Steps<void> {
  const tick: Tick = () => context.tick();
  const reader = new LineReader(path, encoding, context.isBound('Delimiter') ? text(context, 'Delimiter') : undefined);
  try {
    while (!writer.done) {
      const line = reader.inHand() ?? (yield* reader.next(tick));
      if (line === undefined) break;
      const waiting = writer.take(line);
      if (waiting instanceof Promise) yield waiting;
      const wait = tick();
      if (wait !== undefined) yield wait;
    }
  } finally {
    reader.close();
  }
}
/** The bytes of a file one by one. */
function* writeBytes(context: EngineCommandContext, path: string, writer: ContentWriter): Steps<void> {
  const file = openSync(path, 'r');
  try {
    const chunk = new Uint8Array(65_536);
    while (!writer.done) {
      const length = readSync(file, chunk, 0, chunk.length, null);
      if (length === 0) break;
      for (let at = 0; at < length && !writer.done; at += 1) {
        const waiting = writer.take(byteItem(chunk[at] ?? 0));
        if (waiting instanceof Promise) yield waiting;
        const wait = context.tick();
        if (wait !== undefined) yield wait;
      }
    }
  } finally {
    closeSync(file);
  }
}
/** `-Wait`: goes on with what is written to the file's end, until the pipeline is stopped. */
function* follow(context: EngineCommandContext, place: Place & { readonly kind: 'file' }): Steps<void> {
  const { path } = place;
  const notes = new ContentNotes(context, place);
  const encoding = textEncoding(context);
  let position = statSync(path).size;
  let rest = '';
  for (;;) {
    yield context.sleep(200);
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      if (size < position) position = 0;
      if (size === position) continue;
      const bytes = new Uint8Array(size - position);
      readSync(file, bytes, 0, bytes.length, position);
      position = size;
      const lines = (rest + encoding.decode(bytes)).split(/\r\n|\n/);
      rest = lines.pop() ?? '';
      yield* settle(context.writeAll(lines.map((line) => notes.on(line, 1))));
    } finally {
      closeSync(file);
    }
  }
}

export const getContent = defineCommand(
  'Get-Content',
  {
    alias: 'cat gc type',
    module: MANAGEMENT,
    defaultSet: 'Path',
    synopsis: 'Gets the content of the item at the specified location.',
  },
  [
    parameter('ReadCount', 'Int64', 'P'),
    parameter('TotalCount', 'Int64', 'P', { alias: 'First Head', check: range(0n, 9223372036854775807n) }),
    parameter('Tail', 'Int32', 'P', { alias: 'Last', check: range(0, 2147483647) }),
    ...PATHS('Path: M 0 P', 'LiteralPath: M P'),
    ...FILTERS,
    flag('Force'),
    parameter('Delimiter', 'String', '', { dynamic: true }),
    flag('Wait', '', { dynamic: true }),
    flag('Raw', '', { dynamic: true }),
    encodingParameter('', { dynamic: true }),
    flag('AsByteStream', '', { dynamic: true }),
    ...STREAM,
  ],
  (context) => ({
    begin: () => unusedEncoding(context),
    *process(): Steps<void> {
      if (context.isBound('TotalCount') && context.isBound('Tail')) {
        context.fail('The parameters TotalCount and Tail cannot be used together. Please specify only one parameter.', {
          errorId: 'TailAndHeadCannotCoexist',
          category: 'InvalidOperation',
          exceptionType: 'System.InvalidOperationException',
        });
      }
      const beside = ['TotalCount', 'Tail', 'Wait', 'Delimiter'].find((name) => context.isBound(name));
      const rawRefused = context.flag('Raw') && beside !== undefined;
      for (const place of yield* contentPlaces(context)) {
        if (rawRefused && place.kind === 'file')
          context.fail(`The 'Raw' and '${beside}' parameters cannot be specified in the same command.`, {
            errorId: 'InvalidOperation',
            category: 'InvalidOperation',
            exceptionType: 'System.Management.Automation.PSInvalidOperationException',
          });
        if (place.kind === 'flat' && context.isBound('Tail')) {
          yield* settle(
            context.writeError('The Tail parameter currently is supported only for the FileSystem provider.', {
              errorId: 'TailNotSupported',
              category: 'InvalidOperation',
              target: context.arg('Tail') ?? null,
              exceptionType: 'System.InvalidOperationException',
            }),
          );
          continue;
        }
        if (place.kind === 'flat') {
          const value = place.name === '' ? undefined : place.provider.value(place.name);
          if (value === undefined) continue;
          const pieces = itemsOf(value) ?? [value];
          if (pieces.length === 0) continue;
          // As PowerShell has it: one by one, only the first of several is given.
          const piece = (whole(context, 'ReadCount') ?? 1) === 1 ? (pieces[0] ?? null) : [...pieces];
          yield* settle(context.write(new ContentNotes(context, place).on(piece, pieces.length)));
          continue;
        }
        if (isContainer(place)) {
          yield* settle(
            context.writeError(
              `Unable to get content because it is a directory: '${place.path}'. Please use 'Get-ChildItem' instead.`,
              {
                errorId: 'GetContainerContentException',
                category: 'InvalidOperation',
                exceptionType: 'System.InvalidOperationException',
              },
            ),
          );
          continue;
        }
        try {
          yield* getFile(context, place);
        } catch (error) {
          yield* settle(
            writeSystemError(
              context,
              error,
              place.path,
              { denied: 'GetContentReaderUnauthorizedAccessError', io: 'GetContentReaderIOError' },
              'ReadError',
            ),
          );
          continue;
        }
        if (context.flag('Wait')) yield* follow(context, place);
      }
    },
  }),
);

/** What is no byte under -AsByteStream; the rest of its pipeline object is left out. */
class NotAByte extends Error {}
const noByte = (context: EngineCommandContext): Pending<void> =>
  context.writeError('Cannot proceed with byte encoding. When using byte encoding the content must be of type byte.', {
    errorId: 'Argument',
    category: 'InvalidArgument',
    exceptionType: 'System.Management.Automation.PSArgumentException',
  });

/** Characters of one pipeline object that are kept until they are written. */
const WRITTEN_AT_ONCE = 1 << 16;

class Writer {
  readonly #context: EngineCommandContext;
  readonly #place: Place;
  readonly #append: boolean;
  readonly #values: PSValue[] = [];
  #file: number | undefined;
  #encoding: TextEncoding | undefined;
  #lines = '';
  #bytes: number[] = [];
  constructor(context: EngineCommandContext, place: Place, append: boolean) {
    this.#context = context;
    this.#place = place;
    this.#append = append;
  }
  open(): void {
    if (this.#place.kind !== 'file') return;
    const { path } = this.#place;
    this.#file = openSync(path, this.#append ? 'a+' : 'w');
    let encoding = textEncoding(this.#context);
    let fresh = true;
    if (this.#append) {
      const head = new Uint8Array(4);
      const count = readSync(this.#file, head, 0, 4, 0);
      fresh = count === 0;
      // What is appended follows the mark of the file, unless an encoding is given.
      if (!this.#context.isBound('Encoding')) encoding = detectEncoding(head.subarray(0, count), encoding).encoding;
    }
    this.#encoding = encoding;
    if (fresh && !this.#context.flag('AsByteStream') && encoding.bom.length > 0) writeSync(this.#file, encoding.bom);
  }
  *take(value: PSValue): Steps<void> {
    if (this.#file === undefined) {
      if (this.#place.kind === 'flat') pushOne(this.#values, value);
      return;
    }
    if (this.#context.flag('AsByteStream')) {
      yield* this.#takeByte(value);
      return;
    }
    const text = netText(value);
    if (text.length > WRITTEN_AT_ONCE) {
      yield* this.flush();
      yield* this.#write(text);
    } else this.#lines += text;
    if (!this.#context.flag('NoNewline')) this.#lines += process.platform === 'win32' ? '\r\n' : '\n';
    if (this.#lines.length > WRITTEN_AT_ONCE) yield* this.flush();
  }
  *#takeByte(value: PSValue): Steps<void> {
    const byte = unwrap(value);
    if (!(byte instanceof PSByte)) throw new NotAByte();
    this.#bytes.push(byte.value);
    if (this.#bytes.length >= WRITTEN_AT_ONCE) yield* this.flush();
  }
  *#write(text: string): Steps<void> {
    const encoding = this.#encoding ?? UTF8;
    if (this.#file !== undefined)
      yield* appendText(
        this.#file,
        text,
        (piece) => encoding.encode(piece),
        () => this.#context.tick(),
      );
  }
  /** After each pipeline object: what was taken is in the file. */
  *flush(): Steps<void> {
    if (this.#file === undefined) return;
    const lines = this.#lines;
    this.#lines = '';
    yield* this.#write(lines);
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    yield* appendBytes(this.#file, bytes, () => this.#context.tick());
  }
  end(): void {
    if (this.#place.kind !== 'flat' || this.#values.length === 0) return;
    const { provider, name } = this.#place;
    const before = this.#append ? provider.value(name) : undefined;
    const all =
      before === undefined || before === null ? this.#values : [...(itemsOf(before) ?? [before]), ...this.#values];
    provider.set(name, all.length === 1 ? (all[0] ?? null) : all);
  }
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

/** A pattern, or names that are filtered, for which there is nothing. */
const nothingThere = (context: EngineCommandContext, given: string): Pending<void> =>
  context.writeError(
    `An object at the specified path ${given} does not exist, or has been filtered by the -Include or -Exclude parameter.`,
    { errorId: 'ItemNotFound', category: 'ObjectNotFound', target: given, exceptionType: 'System.Exception' },
  );
/** The places that paths mean for reading and clearing, each of which has to be there. */
function* contentPlaces(context: EngineCommandContext): Steps<Place[]> {
  const literal = texts(context, 'LiteralPath');
  const keep = nameFilter(context);
  const out: Place[] = [];
  for (const given of literal ?? texts(context, 'Path') ?? []) {
    let found = 0;
    for (const place of resolvePlaces(context, given, literal !== undefined)) {
      if (!(place instanceof Error) && !keep(leafOf(place))) continue;
      found += 1;
      if (place instanceof Error) yield* settle(writeProviderError(context, place, given));
      else out.push(place);
    }
    if (found === 0) yield* settle(nothingThere(context, given));
    const tick = context.tick(LOOK);
    if (tick !== undefined) yield tick;
  }
  return out;
}

/** Places to be written: those that exist by wildcard, or the one that is to be made. */
function* targets(context: EngineCommandContext): Steps<Place[]> {
  const literal = texts(context, 'LiteralPath');
  const keep = nameFilter(context);
  const out: Place[] = [];
  for (const given of literal ?? texts(context, 'Path') ?? []) {
    const place = placeOf(context, given);
    if (place instanceof Error) {
      yield* settle(writeProviderError(context, place, given));
      continue;
    }
    const found = resolvePlaces(context, given, literal !== undefined).filter(
      (one): one is Place => !(one instanceof Error),
    );
    const kept = (found.length > 0 ? found : [place]).filter((one) => keep(leafOf(one)));
    if (kept.length === 0 || (found.length === 0 && literal === undefined && hasWildcard(given)))
      yield* settle(nothingThere(context, given));
    else pushAll(out, kept);
  }
  return out;
}

const contentWriter = (name: 'Set-Content' | 'Add-Content', alias: string, append: boolean): CommandRegistration =>
  defineCommand(
    name,
    {
      alias,
      module: MANAGEMENT,
      defaultSet: 'Path',
      shouldProcess: true,
      synopsis: append
        ? 'Adds content to the specified items, such as adding words to a file.'
        : 'Writes new content or replaces existing content in a file.',
    },
    [
      parameter('Value', 'Object[]', 'M 1 V P', { allow: 'Null EmptyCollection' }),
      flag('PassThru'),
      ...PATHS('Path: M 0 P', 'LiteralPath: M P'),
      ...FILTERS,
      flag('Force'),
      flag('NoNewline', '', { dynamic: true }),
      encodingParameter('', { dynamic: true }),
      flag('AsByteStream', '', { dynamic: true }),
      ...STREAM,
    ],
    (context) => {
      let writers: Writer[] | undefined;
      function* open(): Steps<Writer[]> {
        const made: Writer[] = [];
        for (const place of yield* targets(context)) {
          const shown = place.kind === 'file' ? place.path : place.name;
          if (!(yield* settle(context.shouldProcess(`Path: ${shown}`, append ? 'Add Content' : 'Set Content'))))
            continue;
          const writer = new Writer(context, place, append);
          if (append && place.kind === 'file' && isContainer(place)) {
            yield* settle(
              context.writeError(`Unable to write content because it is a directory: '${shown}'.`, {
                errorId: 'WriteContainerContentException',
                category: 'InvalidOperation',
                exceptionType: 'System.InvalidOperationException',
              }),
            );
            continue;
          }
          // Set-Content empties the file first, and Clear-Content knows no folders.
          if (!append && place.kind === 'file' && isContainer(place))
            context.fail(
              `Unable to clear content of '${shown}' because it is a directory. Clear-Content is only supported on files.`,
              {
                errorId: 'System.NotSupportedException',
                category: 'NotSpecified',
                exceptionType: 'System.NotSupportedException',
              },
            );
          if (
            !append &&
            place.kind === 'file' &&
            existsSync(place.path) &&
            !(yield* settle(context.shouldProcess(`Item: ${place.path}`, 'Clear Content')))
          )
            continue;
          try {
            writer.open();
          } catch (error) {
            if (!append && place.kind === 'file' && isDenied(error) && existsSync(place.path))
              context.fail(`Access to the path '${shown}' is denied.`, {
                errorId: 'System.UnauthorizedAccessException',
                category: 'NotSpecified',
                exceptionType: 'System.UnauthorizedAccessException',
              });
            yield* settle(
              writeSystemError(context, error, shown, {
                denied: 'GetContentWriterUnauthorizedAccessError',
                io: 'GetContentWriterIOError',
                noFolder: 'GetContentWriterDirectoryNotFoundError',
              }),
            );
            continue;
          }
          made.push(writer);
        }
        return made;
      }
      return {
        begin: () => unusedEncoding(context),
        *process(): Steps<void> {
          writers ??= yield* open();
          const value = context.arg('Value') ?? null;
          const items = itemsOf(value) ?? [value];
          try {
            for (const item of items) {
              for (const writer of writers) if (item !== null) yield* writer.take(item);
              const tick = context.tick();
              if (tick !== undefined) yield tick;
            }
          } catch (error) {
            if (!(error instanceof NotAByte)) throw error;
            for (const writer of writers) yield* writer.flush();
            yield* settle(noByte(context));
            return;
          }
          for (const writer of writers) yield* writer.flush();
          // What was written goes on as it was given, all of it in one, for each that took it.
          for (const _ of context.flag('PassThru') ? writers : []) yield* settle(context.write([...items]));
        },
        // Without input nothing was opened, and no file is made.
        end() {
          for (const writer of writers ?? []) writer.end();
        },
        dispose() {
          for (const writer of writers ?? []) writer.close();
        },
      };
    },
  );
export const setContent = contentWriter('Set-Content', 'sc', false);
export const addContent = contentWriter('Add-Content', 'ac', true);

export const clearContent = defineCommand(
  'Clear-Content',
  {
    alias: 'clc',
    module: MANAGEMENT,
    defaultSet: 'Path',
    shouldProcess: true,
    synopsis: 'Deletes the contents of an item, but does not delete the item.',
  },
  [...PATHS('Path: M 0 P', 'LiteralPath: M P'), ...FILTERS, flag('Force'), ...STREAM],
  (context) => ({
    *process(): Steps<void> {
      for (const place of yield* contentPlaces(context)) {
        const shown = place.kind === 'file' ? place.path : place.name;
        if (place.kind === 'flat') {
          yield* settle(
            context.writeError(
              'Cannot perform the ClearContent operation. The ClearContent operation is not supported by this provider.',
              {
                errorId: 'NotSupported',
                category: 'NotImplemented',
                exceptionType: 'System.Management.Automation.PSNotSupportedException',
              },
            ),
          );
          continue;
        }
        if (isContainer(place)) {
          yield* settle(
            context.writeError(
              `Unable to clear content of '${shown}' because it is a directory. Clear-Content is only supported on files.`,
              {
                errorId: 'ClearDirectoryContent',
                category: 'InvalidOperation',
                target: shown,
                exceptionType: 'System.NotSupportedException',
              },
            ),
          );
          continue;
        }
        if (!(yield* settle(context.shouldProcess(`Item: ${shown}`, 'Clear Content')))) continue;
        try {
          writeFileSync(place.path, '');
        } catch (error) {
          yield* settle(
            writeSystemError(context, error, shown, {
              denied: 'ClearContentUnauthorizedAccessError',
              io: 'ClearContentIOError',
            }),
          );
        }
      }
    },
  }),
);
