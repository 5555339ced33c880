/** FileStream over a file descriptor, and the members of File and FileInfo that open one. */
import fs from 'node:fs';
import type { PSValue } from '../../../protocol/objects/index.js';
import { implement } from '../values/bodies.js';
import { NetObject, unwrap } from '../values/live.js';
import { full, io, placeOf } from './files.js';
import {
  argumentError,
  argumentNull,
  big,
  bytesOf,
  dataOf,
  flagsOf,
  long,
  mustBeNonNegative,
  net,
  notSupported,
  num,
  throwNet,
} from './support.js';

const FILE = 'System.IO.FileStream';
const MODE = { createNew: 1, create: 2, open: 3, openOrCreate: 4, truncate: 5, append: 6 } as const;
const MODES = ['', 'CreateNew', 'Create', 'Open', 'OpenOrCreate', 'Truncate', 'Append'];
const READ = 1;
const WRITE = 2;
/** What CopyTo holds at once. */
const COPY_BYTES = 65_536;

/** Files that a script leaves open are closed when their stream is collected. */
const forgotten = new FinalizationRegistry<number>((descriptor) => {
  try {
    fs.closeSync(descriptor);
  } catch {
    // Already closed: nothing is left to do.
  }
});

class FileData {
  readonly path: string;
  readonly access: number;
  /** Where an appending stream began: what is before cannot be sought. */
  readonly start: number;
  position: number;
  #descriptor: number | undefined;
  constructor(path: string, descriptor: number, access: number, start: number) {
    this.path = path;
    this.#descriptor = descriptor;
    this.access = access;
    this.start = start;
    this.position = start;
    forgotten.register(this, descriptor, this);
  }
  get open(): boolean {
    return this.#descriptor !== undefined;
  }
  descriptor(needed: number): number {
    if (this.#descriptor === undefined)
      throw throwNet('System.ObjectDisposedException', 'Cannot access a closed file.');
    if ((this.access & needed) !== needed)
      throw notSupported(needed === READ ? 'Stream does not support reading.' : 'Stream does not support writing.');
    return this.#descriptor;
  }
  get length(): number {
    return fs.fstatSync(this.descriptor(0)).size;
  }
  read(target: Uint8Array, offset: number, count: number): number {
    const descriptor = this.descriptor(READ);
    const read = io(this.path, () => fs.readSync(descriptor, target, offset, count, this.position));
    this.position += read;
    return read;
  }
  /** What is left, for what takes a whole stream. */
  readRest(): Uint8Array {
    const rest = new Uint8Array(Math.max(0, this.length - this.position));
    let at = 0;
    while (at < rest.length) {
      const read = this.read(rest, at, rest.length - at);
      if (read === 0) break;
      at += read;
    }
    return rest.subarray(0, at);
  }
  put(bytes: Uint8Array): void {
    const descriptor = this.descriptor(WRITE);
    for (let at = 0; at < bytes.length; ) {
      const from = at;
      const written = io(this.path, () => fs.writeSync(descriptor, bytes, from, bytes.length - from, this.position));
      at += written;
      this.position += written;
    }
  }
  resize(length: number): void {
    const descriptor = this.descriptor(WRITE);
    io(this.path, () => {
      fs.ftruncateSync(descriptor, length);
    });
    this.position = Math.min(this.position, length);
  }
  close(): void {
    if (this.#descriptor === undefined) return;
    forgotten.unregister(this);
    fs.closeSync(this.#descriptor);
    this.#descriptor = undefined;
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

const own = (self: PSValue): FileData => dataOf<FileData>(self);
function buffer(value: PSValue | undefined, offset: PSValue | undefined, count: PSValue | undefined): Uint8Array {
  const bytes = unwrap(value ?? null);
  if (!(bytes instanceof Uint8Array)) throw argumentNull('buffer');
  if (num(offset) < 0) throw mustBeNonNegative('offset', num(offset));
  if (num(count) < 0) throw mustBeNonNegative('count', num(count));
  if (num(offset) + num(count) > bytes.length)
    throw argumentError(
      'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
      'count',
    );
  return bytes;
}
/** What bytes can be put into: a file, or a stream in memory. */
function sink(value: PSValue | undefined): { put(bytes: Uint8Array): void } {
  const inner = unwrap(value ?? null);
  if (inner instanceof NetObject && typeof inner.data === 'object' && inner.data !== null && 'put' in inner.data)
    return inner.data as { put(bytes: Uint8Array): void };
  if (inner === null) throw argumentNull('destination');
  throw notSupported('Stream does not support writing.');
}
const close = (self: PSValue): undefined => {
  own(self).close();
};
implement(FILE, () => ({
  Name: (self) => own(self).path,
  IsAsync: () => false,
  CanRead: (self) => own(self).open && (own(self).access & READ) !== 0,
  CanWrite: (self) => own(self).open && (own(self).access & WRITE) !== 0,
  CanSeek: (self) => own(self).open,
  CanTimeout: () => false,
  Length: (self) => long(own(self).length),
  Position: (self) => {
    own(self).descriptor(0);
    return long(own(self).position);
  },
  'set Position': (self, value) => {
    if (big(value) < 0n) throw mustBeNonNegative('value', value ?? null);
    own(self).descriptor(0);
    own(self).position = Number(big(value));
    return undefined;
  },
  Read: (self, target, offset, count) => own(self).read(buffer(target, offset, count), num(offset), num(count)),
  ReadByte: (self) => {
    const one = new Uint8Array(1);
    return own(self).read(one, 0, 1) === 0 ? -1 : (one[0] ?? -1);
  },
  ReadExactly: (self, target, offset, count) => {
    const bytes = buffer(target, offset, count);
    for (let at = 0; at < num(count); ) {
      const read = own(self).read(bytes, num(offset) + at, num(count) - at);
      if (read === 0) throw throwNet('System.IO.EndOfStreamException', 'Unable to read beyond the end of the stream.');
      at += read;
    }
    return undefined;
  },
  Write: (self, source, offset, count) => {
    own(self).put(buffer(bytesOf(source), offset, count).subarray(num(offset), num(offset) + num(count)));
    return undefined;
  },
  WriteByte: (self, value) => {
    own(self).put(Uint8Array.of(num(value)));
    return undefined;
  },
  Seek: (self, offset, origin) => {
    const file = own(self);
    const from = big(origin) === 0n ? 0 : big(origin) === 1n ? file.position : file.length;
    const at = from + Number(big(offset));
    if (at < 0)
      throw throwNet(
        'System.IO.IOException',
        'An attempt was made to move the position before the beginning of the stream.',
      );
    if (at < file.start)
      throw throwNet(
        'System.IO.IOException',
        'Unable seek backward to overwrite data that previously existed in a file opened in Append mode.',
      );
    file.position = at;
    return long(at);
  },
  SetLength: (self, value) => {
    if (big(value) < 0n) throw mustBeNonNegative('value', value ?? null);
    own(self).resize(Number(big(value)));
    return undefined;
  },
  CopyTo: (self, target) => {
    const into = sink(target);
    const part = new Uint8Array(COPY_BYTES);
    for (;;) {
      const read = own(self).read(part, 0, part.length);
      if (read === 0) return undefined;
      into.put(part.slice(0, read));
    }
  },
  Flush: (self) => {
    own(self).descriptor(0);
    return undefined;
  },
  Close: close,
  Dispose: close,
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
