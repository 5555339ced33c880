/**
 * The carrier of the out-of-process framing: a two-way stream of bytes with back-pressure in both directions. Processes,
 * ssh, pipes, our own stdio and memory are carriers. Lines and packets are `protocol/outofproc`'s business.
 */
import type { Readable, Writable } from 'node:stream';
import { InvalidStateError, TransportError, type PSSessionError } from '../../protocol/errors/index.js';
import { AsyncQueue, traceChannel } from '../runtime/index.js';

export type CarrierName = 'SSH' | 'NamedPipe' | 'Process' | 'Memory';

export interface CarrierSink {
  /** Bytes in the order of the wire, cut anywhere; the sink's to keep. */
  data(bytes: Uint8Array): void;
  /** Nothing follows. No reason: the peer ended its side in order, or `close` was called. */
  closed(reason?: PSSessionError): void;
}

export interface ByteCarrier extends AsyncDisposable {
  readonly transportName: CarrierName;
  /** The peer, for texts: a command line's program, `user@host:22`, a pipe's path. */
  readonly address: string;
  /** The process behind, where this machine started it. */
  readonly processId: number | undefined;
  /** Starts the delivery; what came before waits until now. Once only. */
  attach(sink: CarrierSink): void;
  /** Sends bytes, in the order of the calls. Resolves when more may be sent. @throws {TransportError} the carrier is gone. */
  write(bytes: Uint8Array): Promise<void>;
  /** Stops and goes on with the delivery; the peer is slowed down. A chunk that is under way may still come. */
  pause(): void;
  resume(): void;
  /** Ends both sides; resolves when the carrier is gone. Never throws, and never waits longer than its grace. */
  close(): Promise<void>;
}

const trace = traceChannel('carrier');

/** A carrier over Node's streams. Subclasses say how it ends. */
export class StreamCarrier implements ByteCarrier {
  readonly transportName: CarrierName;
  readonly address: string;
  readonly #input: Readable;
  readonly #output: Writable;
  #sink: CarrierSink | undefined;
  #ended = false;
  #reason: PSSessionError | undefined;
  #drained: Promise<void> | undefined;
  readonly #refused: ((reason: PSSessionError) => void)[] = [];

  constructor(transportName: CarrierName, address: string, input: Readable, output: Writable) {
    this.transportName = transportName;
    this.address = address;
    this.#input = input;
    this.#output = output;
    input.pause();
    input.on('error', (error) => this.broke(error));
    output.on('error', (error) => this.broke(error));
    this.watchEnd(input);
  }

  get processId(): number | undefined {
    return undefined;
  }
  get ended(): boolean {
    return this.#ended;
  }

  /** When the stream's end is the carrier's end. A process overrides it: there the exit tells more. */
  protected watchEnd(input: Readable): void {
    input.once('end', () => this.finish(undefined));
    input.once('close', () => this.finish(undefined));
  }

  attach(sink: CarrierSink): void {
    if (this.#sink !== undefined) throw new InvalidStateError('attach to the carrier', 'attached', ['new']);
    this.#sink = sink;
    if (this.#ended) {
      queueMicrotask(() => sink.closed(this.#reason));
      return;
    }
    this.#input.on('data', (chunk: Buffer) => {
      if (!this.#ended) sink.data(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    });
    this.#input.resume();
  }

  write(bytes: Uint8Array): Promise<void> {
    if (this.#ended || this.#output.writableEnded) return Promise.reject(this.#goneError());
    if (this.#output.destroyed) return new Promise((_, reject) => this.#afterEnd(reject));
    if (this.#output.write(bytes)) return Promise.resolve();
    this.#drained ??= new Promise((resolve, reject) => {
      const settle = (): void => {
        this.#output.off('drain', settle);
        this.#output.off('close', settle);
        this.#drained = undefined;
        if (this.#output.destroyed) this.#afterEnd(reject);
        else resolve();
      };
      this.#output.once('drain', settle);
      this.#output.once('close', settle);
    });
    return this.#drained;
  }

  pause(): void {
    this.#input.pause();
  }
  resume(): void {
    if (this.#sink !== undefined) this.#input.resume();
  }

  close(): Promise<void> {
    this.#output.end();
    this.#input.destroy();
    this.finish(undefined);
    return Promise.resolve();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** The first end counts. */
  protected finish(reason: PSSessionError | undefined): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#reason = reason;
    trace.publish(() => ({
      type: 'closed',
      transport: this.transportName,
      address: this.address,
      reason: reason?.message,
    }));
    // What was written before an orderly end still leaves; a broken end drops it.
    if (!this.#output.writableEnded) this.#output.destroy();
    this.#sink?.closed(reason);
    for (const reject of this.#refused.splice(0)) reject(this.#goneError());
  }

  /** One of the streams failed. A process waits for its exit, which tells more. */
  protected broke(error: Error): void {
    this.finish(this.describe(error));
  }
  /** What can not be written is refused with the reason of the end, once that is known. */
  #afterEnd(reject: (reason: PSSessionError) => void): void {
    if (this.#ended) reject(this.#goneError());
    else this.#refused.push(reject);
  }

  /** The text of a stream's own failure. */
  protected describe(error: Error): PSSessionError {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    return new TransportError(this.transportName, `The connection to ${this.address} broke: ${error.message}.`, {
      category: 'ConnectionError',
      address: this.address,
      cause: error,
      ...(code === undefined ? {} : { code }),
    });
  }

  #goneError(): PSSessionError {
    return (
      this.#reason ??
      new TransportError(this.transportName, `Nothing can be sent to ${this.address}: the connection is closed.`, {
        category: 'ConnectionError',
        code: 'EPIPE',
        address: this.address,
      })
    );
  }
}

/** The incoming bytes as an iterable; the carrier is paused while nobody takes them. Ends or throws as the carrier does. */
export function bytesOf(carrier: ByteCarrier, limitBytes = 262_144): AsyncIterable<Uint8Array> {
  const queue = new AsyncQueue<Uint8Array>({
    limit: limitBytes,
    weigh: (bytes) => bytes.length,
    onRoom: () => carrier.resume(),
    onAbandoned: () => void carrier.close(),
  });
  carrier.attach({
    data: (bytes) => {
      if (!queue.offer(bytes)) carrier.pause();
    },
    closed: (reason) => (reason === undefined ? queue.end() : queue.fail(reason)),
  });
  return queue;
}
