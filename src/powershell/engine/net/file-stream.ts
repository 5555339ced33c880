/** FileStream over a file descriptor, and the members of File and FileInfo that open one. */
import fs from 'node:fs';
import type { PSValue } from '../../../protocol/objects/index.js';
import { implement } from '../values/bodies.js';
import { full, io, placeOf } from './files.js';
import { ByteStream } from './streams/byte-stream.js';
import { argumentError, dataOf, flagsOf, net, num, throwNet } from './support.js';

const FILE = 'System.IO.FileStream';
const MODE = { createNew: 1, create: 2, open: 3, openOrCreate: 4, truncate: 5, append: 6 } as const;
const MODES = ['', 'CreateNew', 'Create', 'Open', 'OpenOrCreate', 'Truncate', 'Append'];
const READ = 1;
const WRITE = 2;
/** What one read takes at most. */
const MOST_AT_ONCE = 1_048_576;

/** Files that a script leaves open are closed when their stream is collected. */
const forgotten = new FinalizationRegistry<number>((descriptor) => {
  try {
    fs.closeSync(descriptor);
  } catch {
    // Already closed: nothing is left to do.
  }
});

class FileData extends ByteStream {
  readonly path: string;
  readonly readable: boolean;
  readonly writable: boolean;
  override readonly seekable: boolean;
  protected override readonly closedText = 'Cannot access a closed file.';
  /** Where an appending stream began: what is before cannot be sought. */
  readonly #start: number;
  #position: number;
  readonly #descriptor: number;
  constructor(path: string, descriptor: number, access: number, start: number) {
    super();
    this.path = path;
    this.#descriptor = descriptor;
    this.readable = (access & READ) !== 0;
    this.writable = (access & WRITE) !== 0;
    this.seekable = fs.fstatSync(descriptor).isFile();
    this.#start = start;
    this.#position = start;
    forgotten.register(this, descriptor, this);
  }
  /** Pipes and terminals have no place to read at. */
  get #place(): number | null {
    return this.seekable ? this.#position : null;
  }
  override get length(): number {
    this.assertOpen();
    return fs.fstatSync(this.#descriptor).size;
  }
  override get position(): number {
    this.assertOpen();
    return this.#position;
  }
  override set position(value: number) {
    this.assertOpen();
    if (value < this.#start)
      throw throwNet(
        'System.IO.IOException',
        'Unable seek backward to overwrite data that previously existed in a file opened in Append mode.',
      );
    this.#position = value;
  }
  override read(count: number): Uint8Array {
    this.assertReadable();
    const part = new Uint8Array(Math.min(count, MOST_AT_ONCE));
    const read = io(this.path, () => fs.readSync(this.#descriptor, part, 0, part.length, this.#place));
    this.#position += read;
    return part.subarray(0, read);
  }
  override write(bytes: Uint8Array): undefined {
    this.assertWritable();
    for (let at = 0; at < bytes.length; ) {
      const from = at;
      const written = io(this.path, () =>
        fs.writeSync(this.#descriptor, bytes, from, bytes.length - from, this.#place),
      );
      at += written;
      this.#position += written;
    }
  }
  override setLength(length: number): void {
    this.assertWritable();
    io(this.path, () => {
      fs.ftruncateSync(this.#descriptor, length);
    });
    this.#position = Math.min(this.#position, length);
  }
  protected override shut(): undefined {
    forgotten.unregister(this);
    fs.closeSync(this.#descriptor);
  }
}

function openFile(path: string, mode: number, access: number): PSValue {
  if (access < READ || access > (READ | WRITE)) throw argumentError('Enum value was out of legal range.', 'access');
  if ((access & WRITE) === 0 && mode !== MODE.open && mode !== MODE.openOrCreate)
    throw argumentError(`Combining FileMode: ${MODES[mode] ?? ''} with FileAccess: Read is invalid.`, 'access');
  if (mode === MODE.append && (access & READ) !== 0)
    throw argumentError('Append access can be requested only in write-only mode.', 'access');
  const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC } = fs.constants;
  let flags = access === READ ? O_RDONLY : access === WRITE ? O_WRONLY : O_RDWR;
  if (mode === MODE.createNew) flags |= O_CREAT | O_EXCL;
  else if (mode === MODE.create) flags |= O_CREAT | O_TRUNC;
  else if (mode === MODE.openOrCreate || mode === MODE.append) flags |= O_CREAT;
  else if (mode === MODE.truncate) flags |= O_TRUNC;
  else if (mode !== MODE.open) throw argumentError('Enum value was out of legal range.', 'mode');
  if (fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw throwNet('System.UnauthorizedAccessException', `Access to the path '${path}' is denied.`);
  const descriptor = io(path, () => fs.openSync(path, flags, 0o666));
  const start = mode === MODE.append ? fs.fstatSync(descriptor).size : 0;
  return net(FILE, new FileData(path, descriptor, access, start));
}
/** The access that .NET takes when none is given. */
const usualAccess = (mode: number): number => (mode === MODE.append ? WRITE : READ | WRITE);
function openBy(path: string, mode: PSValue | undefined, access: PSValue | undefined): PSValue {
  const wanted = flagsOf(mode);
  return openFile(path, wanted, access === undefined ? usualAccess(wanted) : flagsOf(access));
}

export const openForReading = (path: string): PSValue => openFile(path, MODE.open, READ);
export const openForWriting = (path: string, append: boolean): PSValue =>
  openFile(path, append ? MODE.append : MODE.create, WRITE);

/** For an archive that is made or changed in place. */
export const openForArchive = (path: string, create: boolean): PSValue =>
  openFile(path, create ? MODE.createNew : MODE.openOrCreate, create ? WRITE : READ | WRITE);

const own = (self: PSValue): FileData => dataOf<FileData>(self);
/** Single bytes go through .NET's buffer, which has its own words. */
function assertOpen(self: PSValue): void {
  if (!own(self).open) throw throwNet('System.ObjectDisposedException', 'Cannot access a closed Stream.');
}
implement(FILE, () => ({
  Name: (self) => own(self).path,
  IsAsync: () => false,
  ReadByte: (self) => {
    assertOpen(self);
    return own(self).read(1)[0] ?? -1;
  },
  WriteByte: (self, value) => {
    assertOpen(self);
    return own(self).write(Uint8Array.of(num(value)));
  },
  'new(string, System.IO.FileMode)': (_self, path, mode) => openBy(full(path), mode, undefined),
  'new(string, System.IO.FileMode, System.IO.FileAccess)': (_self, path, mode, access) =>
    openBy(full(path), mode, access),
  'new(string, System.IO.FileMode, System.IO.FileAccess, System.IO.FileShare)': (_self, path, mode, access) =>
    openBy(full(path), mode, access),
  'new(string, System.IO.FileMode, System.IO.FileAccess, System.IO.FileShare, int)': (_self, path, mode, access) =>
    openBy(full(path), mode, access),
}));
implement('System.IO.File', () => ({
  'static Create': (_self, path) => openFile(full(path), MODE.create, READ | WRITE),
  'static OpenRead': (_self, path) => openFile(full(path), MODE.open, READ),
  'static OpenWrite': (_self, path) => openFile(full(path), MODE.openOrCreate, WRITE),
  'static Open': (_self, path, mode, access) => openBy(full(path), mode, access),
}));
implement('System.IO.FileInfo', () => ({
  Create: (self) => openFile(placeOf(self), MODE.create, READ | WRITE),
  OpenRead: (self) => openFile(placeOf(self), MODE.open, READ),
  OpenWrite: (self) => openFile(placeOf(self), MODE.openOrCreate, WRITE),
  Open: (self, mode, access) => openBy(placeOf(self), mode, access),
}));
