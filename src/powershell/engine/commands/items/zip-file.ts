/**
 * Zip archives: written entry by entry, read by their central directory. Stored and deflated entries; no encryption, no
 * volumes, no entries beyond 4 GiB, which are refused by name. [APPNOTE.TXT 6.3]
 */
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { crcSteps, DEFLATE_RAW, INFLATE_RAW, isDamage, packSteps, unpackSteps } from '../../packing.js';
import type { Steps, Tick } from '../../pending.js';

export class ZipProblem extends Error {}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
const MAX_ENTRY_BYTES = 0x7fffffff;
const MAX_ARCHIVE_BYTES = 0xffffffff;
const UTF8_NAMES = 0x0800;
const ENCRYPTED = 1;
const DEFLATED = 8;

export interface ZipEntry {
  /** With `/` between folders; a folder's own ends in one. */
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly dosTime: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly mode: number;
  readonly offset: number;
}
export type ZipLevel = 'Optimal' | 'Fastest' | 'NoCompression';

/** MS-DOS date and time, local, in steps of two seconds; the format knows 1980 to 2107. */
function dosTime(date: Date): number {
  const year = Math.min(2107, Math.max(1980, date.getFullYear()));
  const day = ((year - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate();
  const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1);
  return day * 0x10000 + time;
}
export function entryTime({ dosTime: packed }: ZipEntry): Date {
  const day = Math.floor(packed / 0x10000);
  const time = packed % 0x10000;
  return new Date(1980 + (day >> 9), ((day >> 5) & 15) - 1, day & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2);
}

/** Writes an archive to an open file, or wherever its bytes shall go. `finish` writes the directory. */
export class ZipWriter {
  readonly #put: (bytes: Uint8Array) => void;
  readonly #entries: ZipEntry[] = [];
  #offset = 0;
  constructor(target: number | ((bytes: Uint8Array) => void)) {
    this.#put =
      typeof target === 'number'
        ? (bytes) => {
            for (let done = 0; done < bytes.length; ) done += writeSync(target, bytes, done);
          }
        : target;
  }
  #write(bytes: Uint8Array): void {
    this.#put(bytes);
    this.#offset += bytes.length;
    if (this.#offset > MAX_ARCHIVE_BYTES) throw new ZipProblem('The archive would grow beyond 4 GiB.');
  }
  *add(name: string, content: Uint8Array, modified: Date, mode: number, level: ZipLevel, tick: Tick): Steps<void> {
    if (content.length > MAX_ENTRY_BYTES) throw new ZipProblem(`The file '${name}' is larger than 2 GiB.`);
    const packed =
      level === 'NoCompression' || content.length === 0
        ? content
        : yield* packSteps(DEFLATE_RAW, content, { level: level === 'Fastest' ? 1 : 6 }, tick);
    const shrunk = packed.length < content.length;
    this.copy(
      {
        name,
        method: shrunk ? DEFLATED : 0,
        flags: UTF8_NAMES,
        dosTime: dosTime(modified),
        crc: yield* crcSteps(content, tick),
        packedBytes: shrunk ? packed.length : content.length,
        bytes: content.length,
        mode,
        offset: 0,
      },
      shrunk ? packed : content,
    );
  }
  /** An entry as it is packed already. */
  copy(entry: ZipEntry, packed: Uint8Array): void {
    const name = Buffer.from(entry.name);
    this.#entries.push({ ...entry, offset: this.#offset });
    const head = Buffer.alloc(LOCAL_BYTES);
    head.writeUInt32LE(LOCAL, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(UTF8_NAMES, 6);
    head.writeUInt16LE(entry.method, 8);
    head.writeUInt32LE(entry.dosTime, 10);
    head.writeUInt32LE(entry.crc, 14);
    head.writeUInt32LE(entry.packedBytes, 18);
    head.writeUInt32LE(entry.bytes, 22);
    head.writeUInt16LE(name.length, 26);
    this.#write(head);
    this.#write(name);
    this.#write(packed);
  }
  finish(): void {
    if (this.#entries.length > 0xffff) throw new ZipProblem('The archive would have more than 65535 entries.');
    const begin = this.#offset;
    for (const entry of this.#entries) {
      const name = Buffer.from(entry.name);
      const head = Buffer.alloc(CENTRAL_BYTES);
      head.writeUInt32LE(CENTRAL, 0);
      head.writeUInt16LE(0x0314, 4); // made on Unix: the upper half of the attributes is the mode
      head.writeUInt16LE(20, 6);
      head.writeUInt16LE(UTF8_NAMES, 8);
      head.writeUInt16LE(entry.method, 10);
      head.writeUInt32LE(entry.dosTime, 12);
      head.writeUInt32LE(entry.crc, 16);
      head.writeUInt32LE(entry.packedBytes, 20);
      head.writeUInt32LE(entry.bytes, 24);
      head.writeUInt16LE(name.length, 28);
      head.writeUInt16LE(entry.mode & 0xffff, 40);
      head.writeUInt32LE(entry.offset, 42);
      this.#write(head);
      this.#write(name);
    }
    const size = this.#offset - begin;
    const end = Buffer.alloc(END_BYTES);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(size, 12);
    end.writeUInt32LE(begin, 16);
    this.#write(end);
  }
}

/** Reads an archive. Every number of the file is checked against its size before it is used. */
export class ZipReader {
  readonly #file: number | Uint8Array;
  readonly #size: number;
  readonly entries: readonly ZipEntry[];
  /** @param source a file's path, or the archive's bytes. @throws {ZipProblem} not an archive. */
  constructor(source: string | Uint8Array) {
    this.#file = typeof source === 'string' ? openSync(source, 'r') : source;
    try {
      this.#size = typeof this.#file === 'number' ? fstatSync(this.#file).size : this.#file.length;
      this.entries = this.#directory();
    } catch (error) {
      this.close();
      throw error;
    }
  }
  close(): void {
    if (typeof this.#file === 'number') closeSync(this.#file);
  }
  #read(offset: number, length: number): Buffer {
    if (offset < 0 || length < 0 || offset + length > this.#size) throw new ZipProblem('The archive is cut off.');
    if (typeof this.#file !== 'number') return Buffer.from(this.#file.subarray(offset, offset + length));
    const bytes = Buffer.alloc(length);
    for (let done = 0; done < length; ) {
      const got = readSync(this.#file, bytes, done, length - done, offset + done);
      if (got === 0) throw new ZipProblem('The archive is cut off.');
      done += got;
    }
    return bytes;
  }
  #directory(): ZipEntry[] {
    const tailBytes = Math.min(this.#size, END_BYTES + MAX_COMMENT);
    const tail = this.#read(this.#size - tailBytes, tailBytes);
    let at = tail.length - END_BYTES;
    while (at >= 0 && tail.readUInt32LE(at) !== END) at -= 1;
    if (at < 0) throw new ZipProblem('End of Central Directory record could not be found.');
    const count = tail.readUInt16LE(at + 10);
    const bytes = this.#read(tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));
    const entries: ZipEntry[] = [];
    for (let place = 0, index = 0; index < count; index += 1) {
      if (place + CENTRAL_BYTES > bytes.length || bytes.readUInt32LE(place) !== CENTRAL)
        throw new ZipProblem('The directory of the archive is damaged.');
      const nameBytes = bytes.readUInt16LE(place + 28);
      const flags = bytes.readUInt16LE(place + 8);
      const name = bytes.subarray(place + CENTRAL_BYTES, place + CENTRAL_BYTES + nameBytes);
      entries.push({
        name: name.toString((flags & UTF8_NAMES) === 0 && name.some((byte) => byte > 127) ? 'latin1' : 'utf8'),
        flags,
        method: bytes.readUInt16LE(place + 10),
        dosTime: bytes.readUInt32LE(place + 12),
        crc: bytes.readUInt32LE(place + 16),
        packedBytes: bytes.readUInt32LE(place + 20),
        bytes: bytes.readUInt32LE(place + 24),
        mode: bytes.readUInt8(place + 5) === 3 ? bytes.readUInt16LE(place + 40) : 0,
        offset: bytes.readUInt32LE(place + 42),
      });
      place += CENTRAL_BYTES + nameBytes + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
    }
    return entries;
  }
  /** The bytes as they lie in the archive. */
  packed(entry: ZipEntry): Buffer {
    const head = this.#read(entry.offset, LOCAL_BYTES);
    if (head.readUInt32LE(0) !== LOCAL) throw new ZipProblem(`The entry '${entry.name}' is damaged.`);
    return this.#read(entry.offset + LOCAL_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28), entry.packedBytes);
  }
  /** @throws {ZipProblem} damaged, encrypted, or packed in a way that is not known. */
  *content(entry: ZipEntry, tick: Tick): Steps<Uint8Array> {
    if ((entry.flags & ENCRYPTED) !== 0) throw new ZipProblem(`The entry '${entry.name}' is encrypted.`);
    if (entry.bytes > MAX_ENTRY_BYTES) throw new ZipProblem(`The entry '${entry.name}' is larger than 2 GiB.`);
    const packed = this.packed(entry);
    if (entry.method !== 0 && entry.method !== DEFLATED)
      throw new ZipProblem(`The entry '${entry.name}' is packed by method ${entry.method}, which is not supported.`);
    let content: Uint8Array;
    try {
      // Never more than the directory says: a small archive must not fill the memory.
      content = entry.method === 0 ? packed : yield* unpackSteps(INFLATE_RAW, packed, Math.max(1, entry.bytes), tick);
    } catch (error) {
      if (!isDamage(error)) throw error;
      throw new ZipProblem(`The entry '${entry.name}' is damaged.`);
    }
    if (content.length !== entry.bytes || (yield* crcSteps(content, tick)) !== entry.crc)
      throw new ZipProblem(`The entry '${entry.name}' is damaged.`);
    return content;
  }
}
