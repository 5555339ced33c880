/**
 * Durable records: an append-only log of byte records, on disk or in memory. Everything is synchronous, so that a
 * caller can say "written before answered" without a state in between; one append costs one `writev` into the page
 * cache, which the death of any process survives. What a power cut
 * may take is bounded by `sync`.
 *
 * File: `PSSLOG1\n`, then records: length u32 LE, crc32 u32 LE of the payload, payload. A record that is cut or does
 * not match its checksum ends the log: it was being written when its writer died, and nobody was told of it. The next
 * writer cuts the file there.
 */
import {
  closeSync,
  constants,
  fdatasync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  unlinkSync,
  writevSync,
} from 'node:fs';
import { crc32 } from 'node:zlib';
import { PSSessionError } from '../../protocol/errors/index.js';
import { systemErrorCode } from './private-file.js';

export interface LogRecord {
  /** Where the payload begins; for `read`. */
  readonly position: number;
  readonly payload: Uint8Array;
}

export interface RecordLog {
  /** Size, with all that is not needed any more. Bytes. */
  readonly bytes: number;
  /**
   * Appends all records, or none. A record may be given in parts.
   * @returns the position of each record's payload.
   * @throws {PSSessionError} `StoreFull` when the disk is, `StoreFileTooLarge` when the file may not
   * grow (RLIMIT_FSIZE), `StoreNotWritable` for everything else.
   */
  append(records: readonly (readonly Uint8Array[])[]): readonly number[];
  /** @throws {PSSessionError} `StoreNotReadable`: there is nothing like that at this position. */
  read(position: number, length: number): Uint8Array;
  /** All records, oldest first. Stops in front of one that is cut or damaged. */
  records(): Iterable<LogRecord>;
  /** Puts these records in the place of all others: after a crash either the old ones are there or the new ones. */
  replace(records: Iterable<readonly Uint8Array[]>): readonly number[];
  /** Resolves when what was appended would survive a power cut. */
  sync(): Promise<void>;
  /** Gives back what the system lends to open files; the next call takes it again. */
  rest(): void;
  /** The log is not needed any more. */
  remove(): void;
}

const MAGIC = Buffer.from('PSSLOG1\n');
const HEADER_BYTES = 8;
/** A record above this is damage. Bytes. */
const MAX_RECORD_BYTES = 64 * 1024 * 1024;
const READ_BYTES = 262_144;
/** `writev` takes at most 1024 parts. */
const MAX_PARTS = 1000;

const isFull = (code: string | undefined): boolean => code === 'ENOSPC' || code === 'EDQUOT';

/** Why a file could not be read or written, in words. */
export function systemErrorText(cause: unknown): string {
  const code = systemErrorCode(cause);
  if (isFull(code)) return 'the disk is full';
  if (code === 'EFBIG')
    return 'it would be larger than a file may be here (ulimit -f, LimitFSIZE, or the limit of the file system)';
  return cause instanceof Error ? cause.message : String(cause);
}

function storeError(file: string, doing: string, cause: unknown): PSSessionError {
  const code = systemErrorCode(cause);
  const full = isFull(code);
  const tooLarge = code === 'EFBIG';
  const why = systemErrorText(cause);
  return new PSSessionError(`The file '${file}' cannot be ${doing}: ${why}.`, {
    errorId: full
      ? 'StoreFull'
      : tooLarge
        ? 'StoreFileTooLarge'
        : doing === 'read'
          ? 'StoreNotReadable'
          : 'StoreNotWritable',
    category: full || tooLarge ? 'QuotaExceeded' : doing === 'read' ? 'ReadError' : 'WriteError',
    targetObject: file,
    cause,
  });
}

const sizeOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, part) => sum + part.length, 0);

function headerOf(parts: readonly Uint8Array[]): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(sizeOf(parts), 0);
  header.writeUInt32LE(checksum(parts), 4);
  return header;
}

function checksum(parts: readonly Uint8Array[]): number {
  let sum = 0;
  for (const part of parts) sum = crc32(part, sum);
  return sum;
}

/** A log in a file of mode 0600. Opened when it is used; one writer at a time. */
export class FileRecordLog implements RecordLog {
  readonly #file: string;
  #descriptor: number | undefined;
  /** End of the last good record; 0 = the file was not looked at yet. */
  #end = 0;

  constructor(file: string) {
    this.#file = file;
  }

  get bytes(): number {
    this.#open();
    return this.#end;
  }

  append(records: readonly (readonly Uint8Array[])[]): readonly number[] {
    const descriptor = this.#open();
    const positions: number[] = [];
    const parts: Uint8Array[] = [];
    let end = this.#end;
    for (const record of records) {
      const length = sizeOf(record);
      if (length > MAX_RECORD_BYTES) throw storeError(this.#file, 'written', `a record of ${length} bytes`);
      positions.push(end + HEADER_BYTES);
      end += HEADER_BYTES + length;
      parts.push(headerOf(record), ...record);
    }
    try {
      writeAll(descriptor, parts, this.#end);
    } catch (error) {
      this.#cut();
      throw storeError(this.#file, 'written', error);
    }
    this.#end = end;
    return positions;
  }

  read(position: number, length: number): Uint8Array {
    const bytes = Buffer.allocUnsafe(length);
    try {
      const descriptor = this.#open();
      for (let done = 0; done < length; ) {
        const count = readSync(descriptor, bytes, done, length - done, position + done);
        if (count === 0) throw new Error(`it ends before byte ${position + length}`);
        done += count;
      }
    } catch (error) {
      throw storeError(this.#file, 'read', error);
    }
    return bytes;
  }

  *records(): Iterable<LogRecord> {
    const descriptor = this.#open();
    yield* scan(descriptor, this.#end);
  }

  replace(records: Iterable<readonly Uint8Array[]>): readonly number[] {
    const temporary = `${this.#file}.new`;
    let descriptor: number | undefined;
    const positions: number[] = [];
    let end = MAGIC.length;
    try {
      descriptor = openSync(temporary, constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC, 0o600);
      writeAll(descriptor, [MAGIC], 0);
      for (const record of records) {
        writeAll(descriptor, [headerOf(record), ...record], end);
        positions.push(end + HEADER_BYTES);
        end += HEADER_BYTES + sizeOf(record);
      }
      renameSync(temporary, this.#file);
    } catch (error) {
      if (descriptor !== undefined) closeSync(descriptor);
      try {
        unlinkSync(temporary);
      } catch {
        // It may never have been made.
      }
      throw storeError(this.#file, 'written', error);
    }
    this.rest();
    this.#descriptor = descriptor;
    this.#end = end;
    return positions;
  }

  sync(): Promise<void> {
    const descriptor = this.#open();
    return new Promise((resolve, reject) => {
      fdatasync(descriptor, (error) => {
        // Closed meanwhile: whoever opens it next flushes it.
        if (error === null || systemErrorCode(error) === 'EBADF') resolve();
        else reject(storeError(this.#file, 'written', error));
      });
    });
  }

  rest(): void {
    if (this.#descriptor === undefined) return;
    closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  remove(): void {
    this.rest();
    try {
      unlinkSync(this.#file);
    } catch (error) {
      if (systemErrorCode(error) !== 'ENOENT') throw storeError(this.#file, 'removed', error);
    }
  }

  #open(): number {
    if (this.#descriptor !== undefined) return this.#descriptor;
    let descriptor: number;
    try {
      descriptor = openSync(this.#file, constants.O_RDWR | constants.O_CREAT, 0o600);
    } catch (error) {
      throw storeError(this.#file, 'opened', error);
    }
    this.#descriptor = descriptor;
    if (this.#end > 0) return descriptor;
    try {
      this.#end = this.#begin(descriptor);
    } catch (error) {
      this.rest();
      throw error instanceof PSSessionError ? error : storeError(this.#file, 'opened', error);
    }
    return descriptor;
  }

  /** Finds the end of what can be trusted, and cuts what stands behind it. */
  #begin(descriptor: number): number {
    const { size } = fstatSync(descriptor);
    if (size < MAGIC.length) {
      if (size > 0) ftruncateSync(descriptor, 0);
      writeAll(descriptor, [MAGIC], 0);
      return MAGIC.length;
    }
    const magic = Buffer.alloc(MAGIC.length);
    readSync(descriptor, magic, 0, magic.length, 0);
    if (!magic.equals(MAGIC)) throw new Error('it is not a log of this program');
    let end = MAGIC.length;
    for (const { position, payload } of scan(descriptor, size)) end = position + payload.length;
    if (end < size) ftruncateSync(descriptor, end);
    return end;
  }

  /** A record that was written in part goes. */
  #cut(): void {
    if (this.#descriptor === undefined) return;
    try {
      ftruncateSync(this.#descriptor, this.#end);
    } catch {
      // The next reader stops in front of it: its checksum cannot be right.
    }
  }
}

function writeAll(descriptor: number, parts: readonly Uint8Array[], at: number): void {
  let position = at;
  for (let first = 0; first < parts.length; first += MAX_PARTS) {
    let rest = parts.slice(first, first + MAX_PARTS);
    while (rest.length > 0) {
      let written = writevSync(descriptor, rest, position);
      position += written;
      while (rest.length > 0 && written >= (rest[0]?.length ?? 0)) {
        written -= rest[0]?.length ?? 0;
        rest = rest.slice(1);
      }
      if (written > 0) rest = [rest[0]?.subarray(written) ?? new Uint8Array(0), ...rest.slice(1)];
    }
  }
}

/** Whole, undamaged records from the start. The payload is the reader's to keep. */
function* scan(descriptor: number, size: number): Iterable<LogRecord> {
  let position = MAGIC.length;
  const window = Buffer.allocUnsafe(READ_BYTES);
  let from = 0;
  let to = 0;
  const fill = (need: number): boolean => {
    if (position >= from && position + need <= to) return true;
    if (position + need > size || need > window.length) return false;
    from = position;
    to = position + readSync(descriptor, window, 0, Math.min(window.length, size - position), position);
    return position + need <= to;
  };
  for (;;) {
    if (!fill(HEADER_BYTES)) return;
    const length = window.readUInt32LE(position - from);
    const sum = window.readUInt32LE(position - from + 4);
    if (length > MAX_RECORD_BYTES || position + HEADER_BYTES + length > size) return;
    position += HEADER_BYTES;
    let payload: Buffer;
    if (fill(length)) payload = Buffer.from(window.subarray(position - from, position - from + length));
    else {
      payload = Buffer.allocUnsafe(length);
      if (readSync(descriptor, payload, 0, length, position) < length) return;
    }
    if (crc32(payload) !== sum) return;
    yield { position, payload };
    position += length;
  }
}

/** The same without a disk: for tests, and for endpoints that promise nothing beyond their process. */
export class MemoryRecordLog implements RecordLog {
  #records: LogRecord[] = [];
  #end = MAGIC.length;

  get bytes(): number {
    return this.#end;
  }

  append(records: readonly (readonly Uint8Array[])[]): readonly number[] {
    return records.map((parts) => {
      const payload = Buffer.concat(parts);
      const position = this.#end + HEADER_BYTES;
      this.#records.push({ position, payload });
      this.#end = position + payload.length;
      return position;
    });
  }

  read(position: number, length: number): Uint8Array {
    for (const record of this.#records) {
      const offset = position - record.position;
      if (offset >= 0 && offset + length <= record.payload.length)
        return record.payload.subarray(offset, offset + length);
    }
    throw storeError('memory', 'read', `nothing at ${position}`);
  }

  *records(): Iterable<LogRecord> {
    yield* this.#records;
  }

  replace(records: Iterable<readonly Uint8Array[]>): readonly number[] {
    const all = [...records].map((parts) => [Buffer.concat(parts)]);
    this.#records = [];
    this.#end = MAGIC.length;
    return this.append(all);
  }

  sync(): Promise<void> {
    return Promise.resolve();
  }
  rest(): void {
    // Nothing is lent.
  }
  remove(): void {
    this.#records = [];
    this.#end = MAGIC.length;
  }
}
