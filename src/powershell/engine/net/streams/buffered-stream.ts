/** BufferedStream: what is written goes on when there is enough of it, or at Flush. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { andThen, type Pending } from '../../pending.js';
import { implement } from '../../values/bodies.js';
import { dataOf, net, num, outOfRange } from '../support.js';
import { ByteStream, streamOf } from './byte-stream.js';

const USUAL_BYTES = 4096;

class BufferedData extends ByteStream {
  readonly base: PSValue;
  readonly size: number;
  override readonly seekable: boolean;
  readonly #under: ByteStream;
  #kept: Uint8Array[] = [];
  #bytes = 0;
  constructor(base: PSValue, size: number) {
    super();
    this.base = base;
    this.#under = streamOf(base);
    this.seekable = this.#under.seekable;
    this.size = size;
  }
  get readable(): boolean {
    return this.#under.readable;
  }
  get writable(): boolean {
    return this.#under.writable;
  }
  #send(): Pending<undefined> {
    const parts = this.#kept;
    this.#kept = [];
    this.#bytes = 0;
    if (parts.length === 0) return undefined;
    return this.#under.write(Uint8Array.from(Buffer.concat(parts)));
  }
  override get length(): number {
    this.assertOpen();
    return Math.max(this.#under.length, this.#under.position + this.#bytes);
  }
  override get position(): number {
    this.assertOpen();
    return this.#under.position + this.#bytes;
  }
  override set position(value: number) {
    this.assertOpen();
    void this.#send();
    this.#under.position = value;
  }
  override read(count: number): Pending<Uint8Array> {
    this.assertReadable();
    return andThen(this.#send(), () => this.#under.read(count));
  }
  override write(bytes: Uint8Array): Pending<undefined> {
    this.assertWritable();
    this.#kept.push(bytes);
    this.#bytes += bytes.length;
    return this.#bytes >= this.size ? this.#send() : undefined;
  }
  override flush(): Pending<undefined> {
    this.assertOpen();
    return andThen(this.#send(), () => this.#under.flush());
  }
  override setLength(value: number): void {
    void this.#send();
    this.#under.setLength(value);
  }
  protected override shut(): Pending<undefined> {
    return andThen(this.#send(), () => this.#under.close());
  }
}
const BUFFERED = 'System.IO.BufferedStream';
implement(BUFFERED, () => ({
  UnderlyingStream: (self) => dataOf<BufferedData>(self).base,
  BufferSize: (self) => dataOf<BufferedData>(self).size,
  new: (_self, stream, size) => {
    if (size !== undefined && num(size) <= 0) throw outOfRange('bufferSize', undefined, size);
    return net(BUFFERED, new BufferedData(stream, size === undefined ? USUAL_BYTES : num(size)));
  },
}));
