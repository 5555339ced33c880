/** ZipArchive and kin: archives over any stream, and the shortcuts of ZipFile over files and folders. */
import fs from 'node:fs';
import nodePath from 'node:path';
import { dateTimeOfUnixMs } from '../../../protocol/clixml/index.js';
import { PSDateTime, PSList, type PSValue } from '../../../protocol/objects/index.js';
import {
  entryTime,
  type ZipEntry,
  type ZipLevel,
  ZipProblem,
  ZipReader,
  ZipWriter,
} from '../commands/items/zip-file.js';
import { andThen, drive, type Pending, type Steps, ticking } from '../pending.js';
import { jsDate, toLocal } from '../text/date-format.js';
import { implement } from '../values/bodies.js';
import { type NetObject, unwrap } from '../values/live.js';
import { defineType, type MemberBody } from '../values/net-type.js';
import { toOffset } from './date-kin.js';
import { openForReading, openForArchive } from './file-stream.js';
import { full, io } from './files.js';
import { ByteStream, readAll, streamOf } from './streams/byte-stream.js';
import { MemoryData } from './streams/memory-stream.js';
import {
  argumentError,
  argumentNull,
  dataOf,
  disposed,
  enumOf,
  flag,
  flagsOf,
  invalidOperation,
  long,
  net,
  notSupported,
  requireGeneric,
  requireType,
  text,
  throwNet,
  uint,
} from './support.js';
import { makeFolders } from '../../../io/runtime/index.js';

const ARCHIVE = 'System.IO.Compression.ZipArchive';
const ENTRY = 'System.IO.Compression.ZipArchiveEntry';
const MODE = { read: 0, create: 1, update: 2 } as const;
const LEVELS: readonly ZipLevel[] = ['Optimal', 'Fastest', 'NoCompression', 'Optimal'];
const FILE_MODE = 0o100644;
const ALL_ATTRIBUTES = 0x10000;

class Archive {
  readonly base: PSValue;
  readonly mode: number;
  readonly leaveOpen: boolean;
  readonly entries: NetObject<Entry>[] = [];
  readonly list: PSValue;
  open = true;
  reader: ZipReader | undefined;
  constructor(base: PSValue, mode: number, leaveOpen: boolean) {
    this.base = base;
    this.mode = mode;
    this.leaveOpen = leaveOpen;
    this.list = new PSList(this.entries, 'LST', {
      typeNames: requireGeneric('System.Collections.ObjectModel.ReadOnlyCollection', [requireType(ENTRY)]).typeNames,
    });
  }
  get bytes(): ByteStream {
    return streamOf(this.base);
  }
}
interface Entry {
  archive: Archive | undefined;
  readonly self: PSValue;
  readonly name: string;
  readonly level: ZipLevel;
  time: PSDateTime;
  /** As it lies in the archive that was read; undefined for a new one. */
  readonly stored: ZipEntry | undefined;
  /** What was written or changed. */
  content: MemoryData | undefined;
  writing: boolean;
  mode: number;
}
const own = (self: PSValue): Archive => {
  const archive = dataOf<Archive>(self);
  if (!archive.open) throw disposed(ARCHIVE);
  return archive;
};
const entry = (self: PSValue): Entry => dataOf<Entry>(self);
const dateOf = (at: Date): PSDateTime => toLocal(dateTimeOfUnixMs(at.getTime()));
const invalid = (message: string): Error => throwNet('System.IO.InvalidDataException', message);
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ZipProblem) throw invalid(error.message);
    throw error;
  }
}

function openArchive(base: PSValue, modeValue: PSValue | undefined, leaveOpen: boolean): Pending<PSValue> {
  const stream = streamOf(base);
  const mode = modeValue === undefined ? MODE.read : flagsOf(modeValue);
  if (mode === MODE.read && !stream.readable) throw argumentError('Cannot use read mode on a non-readable stream.');
  if (mode === MODE.create && !stream.writable) throw argumentError('Cannot use create mode on a non-writable stream.');
  if (mode === MODE.update && !(stream.readable && stream.writable && stream.seekable))
    throw argumentError('Update mode requires a stream with read, write, and seek capabilities.');
  const archive = new Archive(base, mode, leaveOpen);
  const made = net(ARCHIVE, archive);
  if (mode === MODE.create) return made;
  if (stream.seekable) stream.position = 0;
  return andThen(readAll(stream), (bytes) => {
    if (mode === MODE.update && bytes.length === 0) return made;
    const reader = guarded(() => new ZipReader(bytes));
    archive.reader = reader;
    for (const stored of reader.entries)
      addEntry(archive, made, stored.name, 'Optimal', dateOf(entryTime(stored)), stored, stored.mode);
    return made;
  });
}
function addEntry(
  archive: Archive,
  self: PSValue,
  name: string,
  level: ZipLevel,
  time: PSDateTime,
  stored: ZipEntry | undefined,
  mode: number,
): NetObject<Entry> {
  const made = net<Entry>(ENTRY, {
    archive,
    self,
    name,
    level,
    time,
    stored,
    content: undefined,
    writing: false,
    mode,
  });
  archive.entries.push(made);
  return made;
}
function createEntry(self: PSValue, name: PSValue, level: PSValue | undefined): NetObject<Entry> {
  const archive = own(self);
  if (name === null) throw argumentNull('entryName');
  if (text(name) === '') throw argumentError('String cannot be empty.', 'entryName');
  if (archive.mode === MODE.read) throw notSupported('Cannot create entries on an archive opened in read mode.');
  const now = dateOf(new Date());
  const chosen = level === undefined ? 'Optimal' : (LEVELS[flagsOf(level)] ?? 'Optimal');
  return addEntry(archive, self, text(name), chosen, now, undefined, FILE_MODE);
}
function* storedBytes(of: Entry): Steps<Uint8Array> {
  const { stored, archive } = of;
  if (stored === undefined || archive?.reader === undefined) return new Uint8Array(0);
  try {
    return new Uint8Array(yield* archive.reader.content(stored, ticking()));
  } catch (error) {
    return guarded((): never => {
      throw error;
    });
  }
}
/** Written again by whoever asks: the archive takes what is there when it is closed. */
class EntryStream extends MemoryData {
  readonly #of: Entry;
  constructor(of: Entry, bytes: Uint8Array, writable: boolean) {
    super(bytes, { writable, fixed: false });
    this.#of = of;
  }
  protected override shut(): undefined {
    this.#of.writing = false;
  }
}
const WRAPPED = 'System.IO.Compression.WrappedStream';
defineType(WRAPPED, { base: 'System.IO.Stream' });
function openEntry(self: PSValue): Pending<PSValue> {
  const of = entry(self);
  const { archive } = of;
  if (archive === undefined) throw invalidOperation('Cannot modify deleted entry.');
  if (!archive.open) throw disposed(ARCHIVE);
  if (archive.mode === MODE.read)
    return andThen(drive(storedBytes(of)), (bytes) => net(WRAPPED, new EntryStream(of, bytes, false)));
  if (of.writing) throw throwNet('System.IO.IOException', 'Entries cannot be opened multiple times in Update mode.');
  if (archive.mode === MODE.create && of.content !== undefined)
    throw throwNet(
      'System.IO.IOException',
      'Entries in create mode may only be written to once, and only one entry may be held open at a time.',
    );
  of.writing = true;
  return andThen(of.content?.bytes.slice() ?? drive(storedBytes(of)), (bytes) => {
    of.content = new EntryStream(of, bytes, true);
    return net(WRAPPED, of.content);
  });
}
function* contentOf(of: Entry): Steps<Uint8Array> {
  return of.content === undefined ? yield* storedBytes(of) : of.content.bytes;
}
function close(self: PSValue): Pending<undefined> {
  const archive = dataOf<Archive>(self);
  if (!archive.open) return undefined;
  archive.open = false;
  const done = (): Pending<undefined> => (archive.leaveOpen ? undefined : archive.bytes.close());
  if (archive.mode === MODE.read) return done();
  return andThen(drive(archiveBytes(archive)), (bytes) => {
    const stream = archive.bytes;
    if (archive.mode === MODE.update) {
      stream.position = 0;
      stream.setLength(0);
    }
    return andThen(stream.write(bytes), done);
  });
}
function* archiveBytes(archive: Archive): Steps<Uint8Array> {
  const into = new MemoryData();
  const writer = new ZipWriter((bytes) => {
    into.writeAtOnce(bytes);
  });
  const tick = ticking();
  try {
    for (const { data } of archive.entries)
      if (data.stored !== undefined && data.content === undefined && archive.reader !== undefined)
        writer.copy(data.stored, archive.reader.packed(data.stored));
      else yield* writer.add(data.name, yield* contentOf(data), jsDate(data.time), data.mode, data.level, tick);
    writer.finish();
  } catch (error) {
    return guarded((): never => {
      throw error;
    });
  }
  return into.bytes.slice();
}
implement(ARCHIVE, () => ({
  Entries: (self) => {
    if (own(self).mode === MODE.create) throw notSupported('Cannot access entries in Create mode.');
    return own(self).list;
  },
  Mode: (self) => modeValue(dataOf<Archive>(self).mode),
  Comment: () => '',
  GetEntry: (self, name) => {
    if (name === null) throw argumentNull('entryName');
    if (own(self).mode === MODE.create) throw notSupported('Cannot access entries in Create mode.');
    return own(self).entries.find(({ data }) => data.name === text(name)) ?? null;
  },
  CreateEntry: (self, name, level) => createEntry(self, name, level),
  Dispose: close,
  'new(System.IO.Stream)': (_self, stream) => openArchive(stream, undefined, false),
  new: (_self, stream, mode, leave) => openArchive(stream, mode, flag(leave)),
}));
const nameOnly = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
const readable = (of: Entry): void => {
  if (of.archive?.mode === MODE.create || of.writing)
    throw invalidOperation('Length properties are unavailable once an entry has been opened for writing.');
};
implement(ENTRY, () => ({
  Name: (self) => nameOnly(entry(self).name),
  FullName: (self) => entry(self).name,
  Archive: (self) => (entry(self).archive === undefined ? null : entry(self).self),
  Length: (self) => {
    readable(entry(self));
    return long(entry(self).content?.length ?? entry(self).stored?.bytes ?? 0);
  },
  CompressedLength: (self) => {
    readable(entry(self));
    return long(entry(self).stored?.packedBytes ?? 0);
  },
  Crc32: (self) => uint(entry(self).stored?.crc ?? 0),
  Comment: () => '',
  IsEncrypted: (self) => ((entry(self).stored?.flags ?? 0) & 1) !== 0,
  ExternalAttributes: (self) => Number(BigInt.asIntN(32, BigInt(entry(self).mode * ALL_ATTRIBUTES))),
  'set ExternalAttributes': (self, value) => {
    entry(self).mode = (Number(value) >>> 16) & 0xffff;
    return undefined;
  },
  LastWriteTime: (self) => toOffset(entry(self).time),
  'set LastWriteTime': (self, value) => {
    if (entry(self).archive?.mode === MODE.read) throw notSupported('Cannot modify read-only archive.');
    const given = dataOf<PSDateTime>(value);
    entry(self).time = toLocal(new PSDateTime(given.ticks - BigInt(given.offsetMinutes ?? 0) * 600_000_000n, 'Utc'));
    return undefined;
  },
  Open: (self) => openEntry(self),
  Delete: (self) => {
    const { archive } = entry(self);
    if (archive === undefined) return undefined;
    if (archive.mode !== MODE.update) throw notSupported('Delete can only be used when the archive is in Update mode.');
    const at = archive.entries.findIndex(({ data }) => data === entry(self));
    if (at >= 0) archive.entries.splice(at, 1);
    entry(self).archive = undefined;
    return undefined;
  },
  ToString: (self) => entry(self).name,
}));

// --------------------------------------------------- files and folders

function* extract(of: Entry, target: string, overwrite: boolean): Steps<undefined> {
  const content = yield* contentOf(of);
  io(target, () => fs.writeFileSync(target, content, { flag: overwrite ? 'w' : 'wx' }));
  fs.utimesSync(target, jsDate(of.time), jsDate(of.time));
  const permissions = of.mode & 0o777;
  if (permissions !== 0 && process.platform !== 'win32') fs.chmodSync(target, permissions);
  return undefined;
}
function* extractAll(archive: Archive, folder: string, overwrite: boolean): Steps<undefined> {
  const tick = ticking();
  makeFolders(folder);
  const inside = folder.endsWith(nodePath.sep) ? folder : folder + nodePath.sep;
  for (const { data } of archive.entries) {
    const target = nodePath.resolve(folder, data.name);
    // Names with `..` must not leave the folder.
    if (target !== folder && !target.startsWith(inside))
      throw throwNet(
        'System.IO.IOException',
        'Extracting Zip entry would have resulted in a file outside the specified destination directory.',
      );
    if (data.name.endsWith('/')) makeFolders(target);
    else {
      makeFolders(nodePath.dirname(target));
      yield* extract(data, target, overwrite);
    }
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  return undefined;
}
/** Files below a folder; a folder below it that is empty by its path with a separator. */
function* filesOf(folder: string, root = folder): Generator<string> {
  const items = io(folder, () => fs.readdirSync(folder, { withFileTypes: true }));
  if (items.length === 0 && folder !== root) yield folder + nodePath.sep;
  for (const item of items) {
    const path = nodePath.join(folder, item.name);
    if (!item.isDirectory()) yield path;
    else yield* filesOf(path, root);
  }
}
function fromFile(archive: PSValue, path: string, name: PSValue, level: PSValue | undefined): PSValue {
  const content = io(path, () => fs.readFileSync(path));
  const facts = fs.statSync(path);
  const made = createEntry(archive, name, level);
  made.data.content = new MemoryData(new Uint8Array(content));
  made.data.time = dateOf(facts.mtime);
  made.data.mode = facts.mode & 0xffff;
  return made;
}
function fromFolder(source: string, target: string, level: PSValue | undefined, withBase: boolean): Pending<undefined> {
  if (!fs.existsSync(source))
    throw throwNet('System.IO.DirectoryNotFoundException', `Could not find a part of the path '${source}'.`);
  const files = [...filesOf(source)];
  return andThen(openArchive(openForArchive(target, true), modeValue(MODE.create), false), (archive) => {
    const root = withBase ? nodePath.dirname(source) : source;
    for (const path of files) {
      const name = nodePath.relative(root, path).split(nodePath.sep).join('/');
      if (path.endsWith(nodePath.sep)) createEntry(archive, `${name}/`, level);
      else fromFile(archive, path, name, level);
    }
    return close(archive);
  });
}
const modeValue = (mode: number): PSValue => enumOf('System.IO.Compression.ZipArchiveMode', mode);
const openFile = (path: string, mode: number): Pending<PSValue> =>
  openArchive(
    mode === MODE.read ? openForReading(path) : openForArchive(path, mode === MODE.create),
    modeValue(mode),
    false,
  );
const booleanIn = (values: readonly (PSValue | undefined)[]): boolean => values.some((value) => value === true);
const createFromFolder: MemberBody = (_self, source, target, level, withBase) =>
  fromFolder(full(source), full(target), level, withBase !== undefined && flag(withBase));
implement('System.IO.Compression.ZipFile', () => ({
  'static OpenRead': (_self, path) => openFile(full(path), MODE.read),
  'static Open': (_self, path, mode) => openFile(full(path), flagsOf(mode)),
  'static CreateFromDirectory(string, string)': createFromFolder,
  'static CreateFromDirectory(string, string, System.IO.Compression.CompressionLevel, bool)': createFromFolder,
  'static CreateFromDirectory(string, string, System.IO.Compression.CompressionLevel, bool, System.Text.Encoding)':
    createFromFolder,
  'static ExtractToDirectory': (_self, source, target, ...rest) => {
    const folder = full(target);
    const file = typeof unwrap(source) === 'string' ? openForReading(full(source)) : source;
    return andThen(openArchive(file, modeValue(MODE.read), false), (archive) =>
      andThen(drive(extractAll(own(archive), folder, booleanIn(rest))), () => close(archive)),
    );
  },
}));
implement('System.IO.Compression.ZipFileExtensions', () => ({
  'static CreateEntryFromFile': (_self, archive, path, name, level) => fromFile(archive, full(path), name, level),
  'static ExtractToFile': (_self, one, path, overwrite) => drive(extract(entry(one), full(path), flag(overwrite))),
  'static ExtractToDirectory': (_self, archive, folder, overwrite) =>
    drive(extractAll(own(archive), full(folder), flag(overwrite))),
}));
