/** In the place of a chunk that was taken. */
const TAKEN = new Uint8Array(0);

/**
 * Bytes in the order they came, taken out in other slices. Chunks are kept by reference, so a caller that reuses its
 * buffer has to copy first. Taking a run that lies inside one chunk copies nothing.
 */
export class ChunkQueue {
  #chunks: Uint8Array[] = [];
  #first = 0;
  #offset = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /** The byte at `index` from the front, without taking it; undefined past the end. */
  peekByte(index: number): number | undefined {
    let rest = index + this.#offset;
    for (let at = this.#first; at < this.#chunks.length; at += 1) {
      const chunk = this.#chunks[at];
      if (chunk === undefined) return undefined;
      if (rest < chunk.length) return chunk[rest];
      rest -= chunk.length;
    }
    return undefined;
  }

  /** Takes up to `count` bytes from the front. */
  take(count: number): Uint8Array {
    const wanted = Math.min(count, this.#length);
    const head = this.#chunks[this.#first];
    if (wanted === 0 || head === undefined) return new Uint8Array(0);
    if (head.length - this.#offset >= wanted) {
      const slice = head.subarray(this.#offset, this.#offset + wanted);
      this.#advance(wanted);
      return slice;
    }
    const result = new Uint8Array(wanted);
    let filled = 0;
    while (filled < wanted) {
      const chunk = this.#chunks[this.#first];
      if (chunk === undefined) break;
      const part = chunk.subarray(this.#offset, this.#offset + wanted - filled);
      result.set(part, filled);
      filled += part.length;
      this.#advance(part.length);
    }
    return result;
  }

  clear(): void {
    this.#chunks = [];
    this.#first = 0;
    this.#offset = 0;
    this.#length = 0;
  }

  #advance(count: number): void {
    this.#offset += count;
    this.#length -= count;
    const chunk = this.#chunks[this.#first];
    if (chunk !== undefined && this.#offset >= chunk.length) {
      // What was taken is not held any more: many a queue waits for the next byte for hours.
      if (this.#length === 0) {
        this.clear();
        return;
      }
      this.#chunks[this.#first] = TAKEN;
      this.#first += 1;
      this.#offset = 0;
      if (this.#first > 64 && this.#first * 2 > this.#chunks.length) {
        this.#chunks = this.#chunks.slice(this.#first);
        this.#first = 0;
      }
    }
  }
}
