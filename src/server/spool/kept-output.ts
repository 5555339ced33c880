/** One piece of output in a session's log: in memory while it is young and little, read from the log otherwise. */
import type { RecordLog } from '../../io/store/index.js';
import type { OutputChunk, StoredBytes } from '../../protocol/wsman/index.js';

export class KeptOutput implements StoredBytes {
  readonly start: number;
  readonly length: number;
  readonly pending: boolean;
  readonly endsMessage: boolean;
  readonly stream: string;
  readonly #log: RecordLog;
  #position: number;
  #bytes: Uint8Array | undefined;

  constructor(
    log: RecordLog,
    position: number,
    chunk: Omit<OutputChunk, 'data'> & { readonly length: number },
    bytes: Uint8Array | undefined,
  ) {
    this.#log = log;
    this.#position = position;
    this.start = chunk.start;
    this.length = chunk.length;
    this.pending = chunk.pending;
    this.endsMessage = chunk.endsMessage;
    this.stream = chunk.stream;
    this.#bytes = bytes;
  }

  get end(): number {
    return this.start + this.length;
  }
  get inMemory(): boolean {
    return this.#bytes !== undefined;
  }

  load(): Uint8Array {
    return this.#bytes ?? this.#log.read(this.#position, this.length);
  }
  /** Only the log holds it from now on. */
  cool(): void {
    this.#bytes = undefined;
  }
  /** The log was written anew. */
  moved(position: number): void {
    this.#position = position;
  }
  asChunk(): OutputChunk {
    const { start, pending, endsMessage, stream } = this;
    return { start, pending, endsMessage, stream, data: this };
  }
}
