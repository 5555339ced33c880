/** A pipe or a socket of Node as a stream of .NET: reads take what is there, or wait for it and for the stop. */
import type { Readable, Writable } from 'node:stream';
import type { Pending } from '../../pending.js';
import { throwNet } from '../support.js';
import { held } from '../tasks.js';
import { ByteStream } from './byte-stream.js';

export class NodeStream extends ByteStream {
  readonly #readable: Readable | undefined;
  readonly #writable: Writable | undefined;
  readonly #end: (() => void) | undefined;
  #failure: Error | undefined;
  /** Milliseconds; 0: no limit. */
  readLimit = 0;
  constructor(readable: Readable | undefined, writable: Writable | undefined, end?: () => void) {
    super();
    this.#readable = readable;
    this.#writable = writable;
    this.#end = end;
    const failed = (error: Error): void => {
      this.#failure ??= error;
    };
    readable?.on('error', failed);
    if (writable !== undefined && (writable as unknown) !== readable) writable.on('error', failed);
  }
  get readable(): boolean {
    return this.#readable !== undefined;
  }
  get writable(): boolean {
    return this.#writable !== undefined;
  }
  /** Whether a read would give something at once. */
  get available(): number {
    this.#readable?.read(0);
    return this.#readable?.readableLength ?? 0;
  }
  override read(count: number): Pending<Uint8Array> {
    this.assertReadable();
    return this.#take(count) ?? held(this.#wait(count));
  }
  /** What is here; undefined: nothing yet. */
  #take(count: number): Uint8Array | undefined {
    const from = this.#readable;
    if (from === undefined || count <= 0) return new Uint8Array(0);
    if (from.readableLength > 0) {
      const part: unknown = from.read(Math.min(count, from.readableLength));
      if (part instanceof Uint8Array) return Uint8Array.from(part);
    }
    if (this.#failure !== undefined) throw throwNet('System.IO.IOException', this.#failure.message);
    return from.readableEnded || from.destroyed ? new Uint8Array(0) : undefined;
  }
  async #wait(count: number): Promise<Uint8Array> {
    const from = this.#readable;
    const until = this.readLimit > 0 ? performance.now() + this.readLimit : Number.POSITIVE_INFINITY;
    for (;;) {
      const part = this.#take(count);
      if (part !== undefined || from === undefined) return part ?? new Uint8Array(0);
      const left = until - performance.now();
      if (left <= 0)
        throw throwNet(
          'System.IO.IOException',
          'Unable to read data from the transport connection: Connection timed out.',
        );
      await new Promise<void>((resolve) => {
        const names = ['readable', 'end', 'error', 'close'] as const;
        const timer = left === Number.POSITIVE_INFINITY ? undefined : setTimeout(() => done(), left);
        const done = (): void => {
          clearTimeout(timer);
          for (const name of names) from.off(name, done);
          resolve();
        };
        for (const name of names) from.on(name, done);
        from.read(0);
      });
    }
  }
  override write(bytes: Uint8Array): Pending<undefined> {
    this.assertWritable();
    const to = this.#writable;
    if (to === undefined || bytes.length === 0) return undefined;
    if (this.#failure !== undefined || to.destroyed || !to.writable)
      throw throwNet('System.IO.IOException', this.#failure === undefined ? 'Broken pipe' : this.#failure.message);
    if (to.write(bytes)) return undefined;
    return held(
      new Promise<undefined>((resolve) => {
        const done = (): void => {
          to.off('drain', done);
          to.off('close', done);
          resolve(undefined);
        };
        to.on('drain', done);
        to.on('close', done);
      }),
    );
  }
  protected override shut(): undefined {
    if (this.#end !== undefined) this.#end();
    else {
      this.#writable?.end();
      this.#readable?.destroy();
    }
  }
}
