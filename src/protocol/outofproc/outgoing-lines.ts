/** Lines that wait for the carrier. */
import { encodePacket, type Packet } from './packet.js';

/** Small lines are put together up to this size, so that the carrier writes once. Bytes. */
const JOIN_BYTES = 65_536;

export class OutgoingLines {
  #lines: Uint8Array[] = [];
  #bytes = 0;

  get waitingBytes(): number {
    return this.#bytes;
  }
  push(packet: Packet): void {
    this.pushRaw(encodePacket(packet));
  }
  pushRaw(line: Uint8Array): void {
    this.#lines.push(line);
    this.#bytes += line.length;
  }
  /** Whole lines of up to `maxBytes` together, or one longer one; undefined when nothing waits. */
  take(maxBytes: number): Uint8Array | undefined {
    const first = this.#lines[0];
    if (first === undefined) return undefined;
    const room = Math.min(maxBytes, JOIN_BYTES);
    let count = 1;
    let length = first.length;
    for (; count < this.#lines.length; count += 1) {
      const next = this.#lines[count]?.length ?? 0;
      if (length + next > room) break;
      length += next;
    }
    this.#bytes -= length;
    if (count === 1) {
      this.#lines.shift();
      return first;
    }
    const joined = new Uint8Array(length);
    let at = 0;
    for (const line of this.#lines.splice(0, count)) {
      joined.set(line, at);
      at += line.length;
    }
    return joined;
  }
  clear(): void {
    this.#lines = [];
    this.#bytes = 0;
  }
}
