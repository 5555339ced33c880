/** Path, File, Directory, FileInfo, DirectoryInfo. Relative paths are of the process's folder, as in .NET. */
import { systemText } from '../text/system-errors.js';
import { copyFileSteps } from '../file-copies.js';
import { appendText, fileBytes, writeBytes } from '../file-steps.js';
import { andThen, done, drive, LOOK, type Pending, type Steps, type Tick, ticking } from '../pending.js';
import { lineSteps, pieceSteps } from '../slices.js';
import { typeOf } from '../values/types.js';
import { readAgain, writtenThrough } from '../runtime/members.js';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { PSDateTime, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { enumerate } from '../runtime/members.js';
import { toText } from '../conversion.js';
import { createdMs, fileFacts, utc } from '../commands/items/file-item.js';
import { toLocal, toUniversal, UNIX_TICKS } from '../text/date-format.js';
import { filePattern } from '../text/file-pattern.js';
import { implement } from '../values/bodies.js';
import { EnumValue, NetObject, typedArray, unwrap } from '../values/live.js';
import { dateOf } from './date-time.js';
import {
  argumentError,
  argumentNull,
  bytesOf,
  char,
  chars,
  enumOf,
  flag,
  flagsOf,
  items,
  long,
  nameOf,
  net,
  requireType,
  runtime,
  strings,
  text,
  throwNet,
  currentFolder,
  setCurrentFolder,
} from './support.js';
import { coderOf } from './text.js';
import { endOfLinks, isFolderAt, statsAt } from '../file-kinds.js';
import { makeFolders } from '../../../io/runtime/index.js';

export const full = (value: PSValue): string => {
  if (value === null) throw argumentNull('path');
  const path = text(value);
  if (path === '') throw argumentError('The value cannot be an empty string.', 'path');
  return nodePath.resolve(currentFolder(), path);
};
/** A file operation with .NET's exceptions. */
export function io<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw ioError(path, error);
  }
}
/** As `io`. */
function* ioSteps<T>(path: string, steps: Steps<T>): Steps<T> {
  try {
    return yield* steps;
  } catch (error) {
    throw ioError(path, error);
  }
}
function ioError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  switch (error.code) {
    case 'ENOENT':
      if (!fs.existsSync(nodePath.dirname(path)))
        return throwNet('System.IO.DirectoryNotFoundException', `Could not find a part of the path '${path}'.`);
      return throwNet('System.IO.FileNotFoundException', `Could not find file '${path}'.`);
    case 'EACCES':
    case 'EPERM':
    case 'EISDIR':
      return throwNet('System.UnauthorizedAccessException', `Access to the path '${path}' is denied.`);
    case 'EEXIST':
      return throwNet('System.IO.IOException', `The file '${path}' already exists.`);
    case 'ENOTDIR':
      return throwNet('System.IO.IOException', `The directory name is invalid. : '${path}'`);
    case 'ENOTEMPTY':
      return throwNet('System.IO.IOException', `Directory not empty : '${path}'`);
    default:
      return throwNet('System.IO.IOException', systemText(error, path));
  }
}

// --------------------------------------------------------------------- Path

const SEPARATORS = process.platform === 'win32' ? /[\\/]/ : /\//;
const lastPart = (path: string): string => path.split(SEPARATORS).pop() ?? '';
const extensionOf = (path: string): string => {
  const name = lastPart(path);
  const dot = name.lastIndexOf('.');
  return dot < 0 || dot === name.length - 1 ? '' : name.slice(dot);
};
function directoryOf(path: string): string | null {
  if (path === '' || path === '/') return null;
  const cut = path.replace(/\/+/g, '/').lastIndexOf('/');
  if (cut < 0) return '';
  return cut === 0 ? '/' : path.replace(/\/+/g, '/').slice(0, cut);
}
const isRooted = (path: string): boolean => nodePath.isAbsolute(path);
function combine(parts: readonly string[]): string {
  let out = '';
  for (const part of parts) {
    if (part === '') continue;
    out = isRooted(part) || out === '' ? part : out.endsWith('/') ? out + part : `${out}/${part}`;
  }
  return out;
}
const list = (args: readonly PSValue[]): string[] =>
  args.flatMap((arg) => (arg === null ? [] : Array.isArray(unwrap(arg)) ? items(arg).map(text) : [text(arg)]));
const randomName = (): string => {
  const letters = 'abcdefghijklmnopqrstuvwxyz012345';
  return Array.from(randomBytes(11), (one) => letters[one % 32] ?? 'a')
    .join('')
    .replace(/^(.{8})/, '$1.');
};
implement('System.IO.Path', () => ({
  'static DirectorySeparatorChar': () => char(nodePath.sep),
  'static AltDirectorySeparatorChar': () => char('/'),
  'static PathSeparator': () => char(nodePath.delimiter),
  'static VolumeSeparatorChar': () => char('/'),
  'static Combine': (_self, ...parts) => combine(list(parts)),
  'static Join': (_self, ...parts) =>
    list(parts)
      .filter((part) => part !== '')
      .reduce(
        (out, part) => (out === '' ? part : out.endsWith('/') || part.startsWith('/') ? out + part : `${out}/${part}`),
        '',
      ),
  'static GetFileName': (_self, path) => lastPart(text(path)),
  'static GetFileNameWithoutExtension': (_self, path) => {
    const name = lastPart(text(path));
    const dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.slice(0, dot);
  },
  'static GetExtension': (_self, path) => extensionOf(text(path)),
  'static HasExtension': (_self, path) => extensionOf(text(path)) !== '',
  'static ChangeExtension': (_self, path, extension) => {
    const source = text(path);
    const name = lastPart(source);
    const dot = name.lastIndexOf('.');
    const base = dot < 0 ? source : source.slice(0, source.length - name.length + dot);
    if (extension === null) return base;
    return base + (text(extension).startsWith('.') ? '' : '.') + text(extension);
  },
  'static GetDirectoryName': (_self, path) => directoryOf(text(path)),
  'static GetFullPath': (_self, path, base) => {
    const made = nodePath.resolve(base === undefined ? currentFolder() : text(base), text(path));
    return /[\\/]$/.test(text(path)) && made !== '/' ? `${made}/` : made;
  },
  'static GetPathRoot': (_self, path) => nodePath.parse(text(path)).root,
  'static IsPathRooted': (_self, path) => isRooted(text(path)),
  'static IsPathFullyQualified': (_self, path) => isRooted(text(path)),
  'static GetRelativePath': (_self, from, to) => nodePath.relative(full(from), full(to)) || '.',
  'static GetTempPath': () => `${runtime().environment.get('TMPDIR') ?? tmpdir()}/`.replace(/\/+$/, '/'),
  'static GetTempFileName': () => {
    const path = nodePath.join(tmpdir(), `tmp${randomName().slice(0, 6)}.tmp`);
    fs.writeFileSync(path, '');
    return path;
  },
  'static GetRandomFileName': () => randomName(),
  'static GetInvalidFileNameChars': () => chars('\0/'),
  'static GetInvalidPathChars': () => chars('\0'),
  'static EndsInDirectorySeparator': (_self, path) => text(path).endsWith('/'),
  'static TrimEndingDirectorySeparator': (_self, path) => (text(path) === '/' ? '/' : text(path).replace(/\/$/, '')),
  'static Exists': (_self, path) => path !== null && text(path) !== '' && fs.existsSync(full(path)),
}));

// --------------------------------------------------------------------- File

const marks = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
] as const;
/** The text of a file: by its byte order mark, else by the encoding. */
export function decodeText(bytes: Uint8Array, encoding: PSValue | undefined): string {
  const mark = markOf(bytes);
  return mark === undefined ? coderOf(encoding).decode(bytes) : new TextDecoder(mark).decode(bytes);
}
const markOf = (bytes: Uint8Array): string | undefined =>
  marks.find(([mark, name]) => mark.every((one, index) => bytes[index] === one) && name !== 'utf-32le')?.[1];
function encodeText(value: string, encoding: PSValue | undefined, mark = true): Uint8Array {
  const coder = coderOf(encoding);
  const body = coder.encode(value);
  if (!mark || coder.preamble.length === 0) return body;
  const out = new Uint8Array(coder.preamble.length + body.length);
  out.set(coder.preamble);
  out.set(body, coder.preamble.length);
  return out;
}
/** Longer files are decoded in pieces. Bytes. */
const PIECE = 2 ** 20;
/** As `decodeText`. */
function* decodeSteps(bytes: Uint8Array, encoding: PSValue | undefined, tick: Tick): Steps<string> {
  if (bytes.length <= PIECE) return decodeText(bytes, encoding);
  const mark = markOf(bytes);
  const decoder = mark === undefined ? undefined : new TextDecoder(mark);
  const stream = coderOf(encoding).stream();
  let value = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    value += decoder?.decode(piece, { stream: true }) ?? stream.push(piece);
    done.steps += LOOK;
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  return value + (decoder?.decode() ?? stream.end());
}
function* readBytes(path: PSValue, tick: Tick): Steps<Uint8Array> {
  const place = full(path);
  try {
    return yield* fileBytes(place, tick);
  } catch (error) {
    return io(place, (): never => {
      throw error;
    });
  }
}
function* writeAllBytes(place: string, bytes: Uint8Array): Steps<undefined> {
  try {
    yield* writeBytes(place, bytes, ticking());
    return undefined;
  } catch (error) {
    return io(place, (): never => {
      throw error;
    });
  }
}
function* readText(path: PSValue, encoding: PSValue | undefined, tick = ticking()): Steps<string> {
  return yield* decodeSteps(yield* readBytes(path, tick), encoding, tick);
}
function* readLines(path: PSValue, encoding: PSValue | undefined): Steps<PSValue> {
  const tick = ticking();
  return strings(yield* lineSteps(yield* readText(path, encoding, tick), tick));
}
const eol = process.platform === 'win32' ? '\r\n' : '\n';
/** Lines whose text is made in one go. */
const LINES_AT_ONCE = 1024;
function* joined(lines: PSValue): Steps<string> {
  const all = enumerate(unwrap(lines)) ?? items(lines);
  const pieces = yield* pieceSteps(runtime(), all, LINES_AT_ONCE, (piece) =>
    piece.map((line) => toText(line) + eol).join(''),
  );
  return pieces.join('');
}
function write(path: PSValue, value: string, encoding: PSValue | undefined): Pending<undefined> {
  const place = full(path);
  if (value.length > PIECE) return drive(writeSteps(place, 'w', value, encoding, ticking()));
  io(place, () => {
    fs.writeFileSync(place, encodeText(value, encoding));
  });
  return undefined;
}
/** A long text, encoded and written some characters at a time. */
function* writeSteps(
  place: string,
  how: 'w' | 'a',
  value: string,
  encoding: PSValue | undefined,
  tick: Tick,
): Steps<undefined> {
  const isNew = how === 'w' || !fs.existsSync(place);
  const file = io(place, () => fs.openSync(place, how));
  try {
    yield* appendText(file, value, (piece, isFirst) => encodeText(piece, encoding, isFirst && isNew), tick);
    return undefined;
  } catch (error) {
    return io(place, (): never => {
      throw error;
    });
  } finally {
    fs.closeSync(file);
  }
}
function append(path: PSValue, value: string, encoding: PSValue | undefined): Pending<undefined> {
  const place = full(path);
  if (value.length > PIECE) return drive(writeSteps(place, 'a', value, encoding, ticking()));
  io(place, () => {
    fs.appendFileSync(place, encodeText(value, encoding, !fs.existsSync(place)));
  });
  return undefined;
}
/** What .NET says of the times of a file that is not there. */
const NO_TIME = new PSDateTime(504_911_232_000_000_000n, 'Utc');
function timeOf(path: string, which: 'atimeMs' | 'mtimeMs' | 'birthtimeMs'): PSDateTime {
  const stats = fs.statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return NO_TIME;
  return utc(which === 'birthtimeMs' ? createdMs(stats) : stats[which]);
}
function setTime(path: string, which: 'atime' | 'mtime', value: PSValue): undefined {
  const ms = Number((toUniversal(dateOf(value)).ticks - UNIX_TICKS) / 10_000n) / 1000;
  io(path, () => {
    const stats = fs.statSync(path);
    fs.utimesSync(path, which === 'atime' ? ms : stats.atimeMs / 1000, which === 'mtime' ? ms : stats.mtimeMs / 1000);
  });
}
const isFile = (path: string): boolean => statsAt(path)?.isDirectory() === false;
const attributesOf = (path: string): PSValue => {
  const facts = fileFacts(path);
  if (facts === undefined) throw throwNet('System.IO.FileNotFoundException', `Could not find file '${path}'.`);
  return enumOf('System.IO.FileAttributes', facts.attributes);
};
function setReadOnly(path: string, on: boolean): undefined {
  io(path, () => {
    const { mode } = fs.statSync(path);
    fs.chmodSync(path, on ? mode & ~0o222 : mode | 0o200);
  });
}
function copy(from: string, to: string, overwrite: boolean): Pending<undefined> {
  io(from, () => fs.accessSync(from));
  if (!overwrite && fs.existsSync(to)) throw throwNet('System.IO.IOException', `The file '${to}' already exists.`);
  return andThen(drive(ioSteps(to, copyFileSteps(from, to, ticking()))), () => undefined);
}
function move(from: string, to: string, overwrite: boolean): undefined {
  io(from, () => fs.accessSync(from));
  if (!overwrite && fs.existsSync(to)) throw throwNet('System.IO.IOException', `The file '${to}' already exists.`);
  io(to, () => {
    fs.renameSync(from, to);
  });
}
/** Times of files and folders, for File, Directory and the info classes. */
const times = {
  'static GetCreationTime': (_self: PSValue, path: PSValue) => toLocal(timeOf(full(path), 'birthtimeMs')),
  'static GetCreationTimeUtc': (_self: PSValue, path: PSValue) => timeOf(full(path), 'birthtimeMs'),
  'static GetLastAccessTime': (_self: PSValue, path: PSValue) => toLocal(timeOf(full(path), 'atimeMs')),
  'static GetLastAccessTimeUtc': (_self: PSValue, path: PSValue) => timeOf(full(path), 'atimeMs'),
  'static GetLastWriteTime': (_self: PSValue, path: PSValue) => toLocal(timeOf(full(path), 'mtimeMs')),
  'static GetLastWriteTimeUtc': (_self: PSValue, path: PSValue) => timeOf(full(path), 'mtimeMs'),
  'static SetLastWriteTime': (_self: PSValue, path: PSValue, value: PSValue) => setTime(full(path), 'mtime', value),
  'static SetLastWriteTimeUtc': (_self: PSValue, path: PSValue, value: PSValue) => setTime(full(path), 'mtime', value),
  'static SetLastAccessTime': (_self: PSValue, path: PSValue, value: PSValue) => setTime(full(path), 'atime', value),
};
implement('System.IO.File', () => ({
  ...times,
  'static Exists': (_self, path) => path !== null && text(path) !== '' && isFile(full(path)),
  'static ReadAllText': (_self, path, encoding) => drive(readText(path, encoding)),
  'static ReadAllLines': (_self, path, encoding) => drive(readLines(path, encoding)),
  'static ReadLines': (_self, path, encoding) => drive(readLines(path, encoding)),
  'static ReadAllBytes': (_self, path) => drive(readBytes(path, ticking())),
  'static WriteAllText': (_self, path, value, encoding) => write(path, value === null ? '' : text(value), encoding),
  'static WriteAllLines': (_self, path, lines, encoding) =>
    andThen(drive(joined(lines)), (all) => write(path, all, encoding)),
  'static WriteAllBytes': (_self, path, bytes) => drive(writeAllBytes(full(path), bytesOf(bytes))),
  'static AppendAllText': (_self, path, value, encoding) => append(path, text(value), encoding),
  'static AppendAllLines': (_self, path, lines, encoding) =>
    andThen(drive(joined(lines)), (all) => append(path, all, encoding)),
  'static Copy': (_self, from, to, overwrite) => copy(full(from), full(to), flag(overwrite)),
  'static Move': (_self, from, to, overwrite) => move(full(from), full(to), flag(overwrite)),
  'static Delete': (_self, path) => {
    const place = full(path);
    if (!fs.existsSync(nodePath.dirname(place)))
      throw throwNet('System.IO.DirectoryNotFoundException', `Could not find a part of the path '${place}'.`);
    io(place, () => {
      if (fs.existsSync(place)) fs.unlinkSync(place);
    });
    return undefined;
  },
  'static GetAttributes': (_self, path) => attributesOf(full(path)),
  'static SetAttributes': (_self, path, value) => setReadOnly(full(path), (flagsOf(value) & 1) !== 0),
  'static CreateSymbolicLink': (_self, path, target) => {
    io(full(path), () => {
      fs.symlinkSync(text(target), full(path));
    });
    return info('System.IO.FileInfo', full(path));
  },
  'static GetUnixFileMode': (_self, path) =>
    enumOf(
      'System.IO.UnixFileMode',
      io(full(path), () => fs.statSync(full(path)).mode & 0o7777),
    ),
  'static SetUnixFileMode': (_self, path, mode) => {
    io(full(path), () => {
      fs.chmodSync(full(path), flagsOf(mode));
    });
    return undefined;
  },
}));

// ---------------------------------------------------------------- Directory

function* entries(base: string, args: readonly PSValue[], kind: 'files' | 'folders' | 'both'): Steps<string[]> {
  const pattern = text(args.find((arg) => typeof arg === 'string') ?? '*');
  const deep = args.some((arg) => arg instanceof EnumValue && nameOf(arg) === 'AllDirectories');
  // Folders before the pattern are no part of it.
  const [, below = '', names = ''] = /^([^]*[/\\])?([^/\\]*)$/.exec(pattern) ?? [];
  const regex = filePattern(names, process.platform === 'linux');
  const path = below === '' ? base : nodePath.join(base, below).replace(/(.)[/\\]$/, '$1');
  if (!isFolderAt(path))
    throw throwNet('System.IO.DirectoryNotFoundException', `Could not find a part of the path '${path}'.`);
  const out: string[] = [];
  const tick = ticking();
  const visit = function* (folder: string): Steps<void> {
    const folders: string[] = [];
    for (const one of io(folder, () => fs.readdirSync(folder, { withFileTypes: true }))) {
      const wait = tick();
      if (wait !== undefined) yield wait;
      const place = folder === '/' ? `/${one.name}` : `${folder}/${one.name}`;
      const isDirectory = one.isDirectory() || (one.isSymbolicLink() && isFolderAt(place));
      if (one.isDirectory()) folders.push(place);
      if ((kind === 'both' || (kind === 'folders') === isDirectory) && regex.test(one.name)) out.push(place);
    }
    if (deep) for (const one of folders) yield* visit(one);
  };
  yield* visit(path);
  return out;
}
/** Names are given as the path was: relative to it when it is. */
const shown = (given: PSValue, found: readonly string[]): string[] => {
  const base = full(given);
  const prefix = text(given).replace(/\/+$/, '');
  return found.map((path) => (isRooted(text(given)) ? path : `${prefix}${path.slice(base.length)}`));
};
const listing =
  (kind: 'files' | 'folders' | 'both') =>
  (_self: PSValue, path: PSValue, ...args: PSValue[]): Pending<PSValue> =>
    andThen(drive(entries(full(path), args, kind)), (found) => strings(shown(path, found)));
implement('System.IO.Directory', () => ({
  ...times,
  'static Exists': (_self, path) => path !== null && text(path) !== '' && isFolderAt(full(path)),
  'static CreateDirectory': (_self, path) => {
    const place = full(path);
    io(place, () => {
      makeFolders(place);
    });
    return info('System.IO.DirectoryInfo', place, text(path));
  },
  'static Delete': (_self, path, recursive) => {
    const place = full(path);
    if (!isFolderAt(place))
      throw throwNet('System.IO.DirectoryNotFoundException', `Could not find a part of the path '${place}'.`);
    io(place, () => {
      if (flag(recursive)) fs.rmSync(place, { recursive: true });
      else fs.rmdirSync(place);
    });
    return undefined;
  },
  'static Move': (_self, from, to) => move(full(from), full(to), false),
  'static GetFiles': listing('files'),
  'static GetDirectories': listing('folders'),
  'static GetFileSystemEntries': listing('both'),
  'static EnumerateFiles': listing('files'),
  'static EnumerateDirectories': listing('folders'),
  'static EnumerateFileSystemEntries': listing('both'),
  'static GetCurrentDirectory': () => currentFolder(),
  'static SetCurrentDirectory': (_self, path) => {
    setCurrentFolder(text(path));
    return undefined;
  },
  'static GetParent': (_self, path) =>
    nodePath.dirname(full(path)) === full(path) ? null : info('System.IO.DirectoryInfo', nodePath.dirname(full(path))),
  'static GetDirectoryRoot': (_self, path) => nodePath.parse(full(path)).root,
  'static GetLogicalDrives': () => strings(['/']),
}));

// -------------------------------------------------------------- info classes

interface Place {
  path: string;
  readonly original: string;
}
function info(type: string, path: string, original = path): PSValue {
  return net<Place>(type, { path, original });
}
/** The path of a FileInfo or DirectoryInfo, of this file or as the item commands make them. */
export function placeOf(self: PSValue): string {
  const inner = unwrap(self);
  if (inner instanceof NetObject) return (inner.data as Place).path;
  if (inner instanceof PSObject) return text(inner.get('FullName') ?? null);
  throw argumentNull('path');
}
const original = (self: PSValue): string => {
  const inner = unwrap(self);
  return inner instanceof NetObject ? (inner.data as Place).original : placeOf(self);
};
/** What a link leads to, at once or in the end; null for what is no link. */
function linkTarget(type: string, path: string, isFinal: PSValue): PSValue {
  const link = io(path, () => fs.lstatSync(path));
  if (!link.isSymbolicLink()) return null;
  const end = flag(isFinal) ? endOfLinks(path) : nodePath.resolve(nodePath.dirname(path), fs.readlinkSync(path));
  if (end === undefined)
    throw throwNet('System.IO.IOException', `Too many levels of symbolic links in the path '${path}'.`);
  return info(type, end);
}
for (const name of ['System.IO.FileInfo', 'System.IO.DirectoryInfo']) writtenThrough.add(name);
implement('System.IO.File', () => ({
  'static ResolveLinkTarget': (_self, path, isFinal) => linkTarget('System.IO.FileInfo', full(path), isFinal ?? false),
}));
implement('System.IO.Directory', () => ({
  'static ResolveLinkTarget': (_self, path, isFinal) =>
    linkTarget('System.IO.DirectoryInfo', full(path), isFinal ?? false),
}));
/** An item that the item commands made keeps what it read. */
function refresh(self: PSValue): void {
  const inner = unwrap(self);
  const type = typeOf(inner);
  if (inner instanceof PSObject && !(inner instanceof NetObject) && inner.adapted !== undefined && type !== undefined)
    readAgain(inner, type, inner.adapted);
}
implement('System.IO.FileSystemInfo', () => ({
  FullName: (self) => placeOf(self),
  Name: (self) => lastPart(placeOf(self)) || placeOf(self),
  Extension: (self) => extensionOf(placeOf(self)),
  Exists: (self) => fs.existsSync(placeOf(self)),
  Attributes: (self) => {
    const facts = fileFacts(placeOf(self));
    return enumOf('System.IO.FileAttributes', facts?.attributes ?? -1);
  },
  'set Attributes': (self, value) => setReadOnly(placeOf(self), (flagsOf(value) & 1) !== 0),
  CreationTime: (self) => toLocal(timeOf(placeOf(self), 'birthtimeMs')),
  CreationTimeUtc: (self) => timeOf(placeOf(self), 'birthtimeMs'),
  LastAccessTime: (self) => toLocal(timeOf(placeOf(self), 'atimeMs')),
  LastAccessTimeUtc: (self) => timeOf(placeOf(self), 'atimeMs'),
  LastWriteTime: (self) => toLocal(timeOf(placeOf(self), 'mtimeMs')),
  LastWriteTimeUtc: (self) => timeOf(placeOf(self), 'mtimeMs'),
  'set LastWriteTime': (self, value) => setTime(placeOf(self), 'mtime', value),
  'set LastWriteTimeUtc': (self, value) => setTime(placeOf(self), 'mtime', value),
  'set LastAccessTime': (self, value) => setTime(placeOf(self), 'atime', value),
  'set LastAccessTimeUtc': (self, value) => setTime(placeOf(self), 'atime', value),
  // No system here lets it be set: .NET sets what it can, the last change where that is earlier.
  'set CreationTime': () => undefined,
  'set CreationTimeUtc': () => undefined,
  LinkTarget: (self) => {
    const stats = fs.lstatSync(placeOf(self), { throwIfNoEntry: false });
    return stats?.isSymbolicLink() === true ? fs.readlinkSync(placeOf(self)) : null;
  },
  ResolveLinkTarget: (self, isFinal) => linkTarget(typeOf(unwrap(self))?.name ?? '', placeOf(self), isFinal ?? false),
  UnixFileMode: (self) =>
    enumOf('System.IO.UnixFileMode', (fs.statSync(placeOf(self), { throwIfNoEntry: false })?.mode ?? -1) & 0o7777),
  Refresh: (self) => {
    refresh(self);
    return undefined;
  },
  ToString: (self) => original(self),
  Delete: (self) => {
    io(placeOf(self), () => {
      fs.rmSync(placeOf(self), { force: true });
    });
    return undefined;
  },
}));
implement('System.IO.FileInfo', () => ({
  Length: (self) => {
    const path = placeOf(self);
    if (!isFile(path)) throw throwNet('System.IO.FileNotFoundException', `Could not find file '${path}'.`);
    return long(fs.statSync(path).size);
  },
  DirectoryName: (self) => nodePath.dirname(placeOf(self)),
  Directory: (self) => info('System.IO.DirectoryInfo', nodePath.dirname(placeOf(self))),
  IsReadOnly: (self) => ((fileFacts(placeOf(self))?.attributes ?? 0) & 1) !== 0,
  'set IsReadOnly': (self, value) => setReadOnly(placeOf(self), flag(value)),
  Exists: (self) => isFile(placeOf(self)),
  CopyTo: (self, to, overwrite) =>
    andThen(copy(placeOf(self), full(to), flag(overwrite)), () => info('System.IO.FileInfo', full(to), text(to))),
  MoveTo: (self, to, overwrite) => {
    move(placeOf(self), full(to), flag(overwrite));
    const inner = unwrap(self);
    if (inner instanceof NetObject) (inner.data as Place).path = full(to);
    else if (inner instanceof PSObject) inner.adapted?.set('FullName', full(to));
    refresh(self);
    return undefined;
  },
  new: (_self, path) => info('System.IO.FileInfo', full(path), text(path)),
}));
const infos = (paths: readonly string[]): PSValue[] =>
  paths.map((path) => info(isFolderAt(path) ? 'System.IO.DirectoryInfo' : 'System.IO.FileInfo', path));
const infoList =
  (kind: 'files' | 'folders' | 'both', type: string) =>
  (self: PSValue, ...args: PSValue[]): Pending<PSValue> =>
    andThen(drive(entries(placeOf(self), args, kind)), (found) => typedArray(infos(found), requireType(type)));
implement('System.IO.DirectoryInfo', () => ({
  Name: (self) => lastPart(placeOf(self).replace(/(.)\/$/, '$1')) || placeOf(self),
  Parent: (self) => {
    const path = placeOf(self);
    return nodePath.dirname(path) === path ? null : info('System.IO.DirectoryInfo', nodePath.dirname(path));
  },
  Root: (self) => info('System.IO.DirectoryInfo', nodePath.parse(placeOf(self)).root),
  Exists: (self) => isFolderAt(placeOf(self)),
  Create: (self) => {
    io(placeOf(self), () => {
      makeFolders(placeOf(self));
    });
    return undefined;
  },
  CreateSubdirectory: (self, name) => {
    const path = nodePath.join(placeOf(self), text(name));
    io(path, () => {
      makeFolders(path);
    });
    return info('System.IO.DirectoryInfo', path);
  },
  Delete: (self, recursive) => {
    const path = placeOf(self);
    io(path, () => {
      if (flag(recursive)) fs.rmSync(path, { recursive: true });
      else fs.rmdirSync(path);
    });
    return undefined;
  },
  MoveTo: (self, to) => move(placeOf(self), full(to), false),
  GetFiles: infoList('files', 'System.IO.FileInfo'),
  GetDirectories: infoList('folders', 'System.IO.DirectoryInfo'),
  GetFileSystemInfos: infoList('both', 'System.IO.FileSystemInfo'),
  EnumerateFiles: infoList('files', 'System.IO.FileInfo'),
  EnumerateDirectories: infoList('folders', 'System.IO.DirectoryInfo'),
  EnumerateFileSystemInfos: infoList('both', 'System.IO.FileSystemInfo'),
  new: (_self, path) => info('System.IO.DirectoryInfo', full(path), text(path)),
}));
