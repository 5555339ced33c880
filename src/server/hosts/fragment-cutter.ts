/** Cuts a channel's bytes into whole fragments, which are passed on unread. */
import { ChunkQueue } from '../../protocol/bytes/index.js';
import { QuotaError, RemoteProtocolError } from '../../protocol/errors/index.js';
import { FRAGMENT_HEADER_BYTES, readFragmentHeader } from '../../protocol/psrp/index.js';

/** A fragment larger than this is nobody's: PowerShell's are 32 KiB, native clients' as large as an envelope. Bytes. */
const MAX_FRAGMENT_BYTES = 16 * 1024 * 1024;

export class FragmentCutter {
  readonly #bytes = new ChunkQueue();
  #need = FRAGMENT_HEADER_BYTES;

  /**
   * Takes any slice; gives the fragments that are complete now, header and blob.
   * @throws {RemoteProtocolError} an impossible header. {QuotaError} a fragment of absurd size.
   */
  push(slice: Uint8Array): Uint8Array[] {
    this.#bytes.push(slice);
    const fragments: Uint8Array[] = [];
    while (this.#bytes.length >= this.#need) {
      if (this.#need === FRAGMENT_HEADER_BYTES) {
        const header = new Uint8Array(FRAGMENT_HEADER_BYTES);
        for (let index = 0; index < FRAGMENT_HEADER_BYTES; index += 1) header[index] = this.#bytes.peekByte(index) ?? 0;
        const { blobLength, objectId } = readFragmentHeader(header);
        if (blobLength === 0 || objectId === 0n) {
          throw new RemoteProtocolError('A fragment is empty or has the object id 0.', { rule: '[MS-PSRP 2.2.4]' });
        }
        this.#need += blobLength;
        if (this.#need > MAX_FRAGMENT_BYTES) {
          throw new QuotaError('FragmentBytes', MAX_FRAGMENT_BYTES, `A fragment has ${this.#need} bytes.`);
        }
        continue;
      }
      fragments.push(this.#bytes.take(this.#need));
      this.#need = FRAGMENT_HEADER_BYTES;
    }
    return fragments;
  }

  /** Forgets the part of a fragment that never became whole: its sender is gone. */
  reset(): void {
    this.#bytes.clear();
    this.#need = FRAGMENT_HEADER_BYTES;
  }
}
