/** Bytes of a carrier to lines. CR LF and LF end a line; a byte order mark at the very beginning is dropped. */
import { QuotaError } from '../errors/index.js';

const LF = 0x0a;
const CR = 0x0d;

/** PowerShell's own lines are about 44 KB; others may put more into one. Bytes. */
export const DEFAULT_MAX_LINE_BYTES = 16_777_216;

export class LineSplitter {
  readonly #maxLineBytes: number;
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #first = true;

  constructor(maxLineBytes: number = DEFAULT_MAX_LINE_BYTES) {
    this.#maxLineBytes = maxLineBytes;
  }

  /**
   * Adds the lines that `bytes` completes to `lines`, without their ends. A line inside one slice is a view of it.
   * @throws {QuotaError} a line is longer than the limit; what was complete before is in `lines`.
   */
  push(bytes: Uint8Array, lines: Uint8Array[]): void {
    let start = 0;
    for (let end = bytes.indexOf(LF, start); end >= 0; end = bytes.indexOf(LF, start)) {
      this.#checkLength(end - start);
      const part = bytes.subarray(start, end);
      lines.push(this.#finish(this.#held.length === 0 ? part : this.#join(part)));
      start = end + 1;
    }
    if (start < bytes.length) {
      this.#checkLength(bytes.length - start);
      this.#held.push(start === 0 ? bytes : bytes.subarray(start));
      this.#heldBytes += bytes.length - start;
    }
  }

  /** What came after the last line end; undefined when there is nothing. */
  rest(): Uint8Array | undefined {
    return this.#heldBytes === 0 ? undefined : this.#finish(this.#join(new Uint8Array(0)));
  }

  #checkLength(more: number): void {
    if (this.#heldBytes + more > this.#maxLineBytes) {
      throw new QuotaError(
        'MaximumLineBytes',
        this.#maxLineBytes,
        `The peer sends a line longer than the limit of ${this.#maxLineBytes} bytes.`,
      );
    }
  }
  #join(last: Uint8Array): Uint8Array {
    const line = new Uint8Array(this.#heldBytes + last.length);
    let at = 0;
    for (const part of this.#held) {
      line.set(part, at);
      at += part.length;
    }
    line.set(last, at);
    this.#held = [];
    this.#heldBytes = 0;
    return line;
  }
  #finish(line: Uint8Array): Uint8Array {
    let start = 0;
    if (this.#first) {
      this.#first = false;
      if (line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf) start = 3;
    }
    const end = line.at(-1) === CR ? line.length - 1 : line.length;
    return start === 0 && end === line.length ? line : line.subarray(start, Math.max(start, end));
  }
}
