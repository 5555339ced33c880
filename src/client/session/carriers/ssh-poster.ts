/**
 * WSMan through an SSH channel: the envelopes go to the endpoint of the SSH user as they are, without a port and without
 * a second password. One ssh process carries all requests of a session; when it breaks, the next request starts another.
 */
import { openSsh, type ByteCarrier, type SshCarrierOptions } from '../../../io/transport/index.js';
import {
  OperationTimeoutError,
  PSSessionError,
  RemoteProtocolError,
  TransportError,
} from '../../../protocol/errors/index.js';
import { encodeFrame, ENVELOPE_STREAM_GREETING, FrameReader, FrameType } from '../../../protocol/wsman/index.js';
import type { HttpPoster, PinnedConnection, PostAnswer } from './http-poster.js';

export interface SshPosterOptions {
  readonly ssh: SshCarrierOptions;
  /** From the start of ssh to the server's first word. Milliseconds. */
  readonly connectingTimeoutMs: number;
}

interface Pending {
  readonly resolve: (answer: PostAnswer) => void;
  readonly reject: (error: Error) => void;
}

const HEADERS: ReadonlyMap<string, string> = new Map([['content-type', 'application/soap+xml;charset=UTF-8']]);

export class SshPoster implements HttpPoster {
  readonly #options: SshPosterOptions;
  #stream: Promise<EnvelopeStream> | undefined;
  #closed = false;

  constructor(options: SshPosterOptions) {
    this.#options = options;
  }

  connection(): PinnedConnection {
    return {
      post: async (body, timeoutMs, signal) => (await this.#open(signal)).post(body, timeoutMs, signal),
      // The stream is everybody's.
      close: () => undefined,
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    const stream = await this.#stream?.catch(() => undefined);
    await stream?.close();
  }

  async #open(signal: AbortSignal): Promise<EnvelopeStream> {
    if (this.#closed) throw new TransportError('SSH', 'The connection is closed.', { code: 'EPIPE' });
    const there = this.#stream;
    if (there !== undefined) {
      const stream = await there.catch(() => undefined);
      if (stream !== undefined && !stream.ended) return stream;
      if (this.#stream !== there) return await this.#open(signal);
    }
    this.#stream = EnvelopeStream.open(this.#options, signal);
    return await this.#stream;
  }
}

class EnvelopeStream {
  readonly #carrier: ByteCarrier;
  readonly #pending = new Map<number, Pending>();
  readonly #reader = new FrameReader();
  #greeting = '';
  #greeted: Pick<PromiseWithReject, 'resolve' | 'reject'> | undefined;
  #lastId = 0;
  ended = false;

  private constructor(carrier: ByteCarrier) {
    this.#carrier = carrier;
  }

  static async open({ ssh, connectingTimeoutMs }: SshPosterOptions, signal: AbortSignal): Promise<EnvelopeStream> {
    const carrier = await openSsh(ssh, signal);
    const stream = new EnvelopeStream(carrier);
    const greeted = new Promise<void>((resolve, reject) => {
      stream.#greeted = { resolve, reject };
    });
    carrier.attach({
      data: (bytes) => stream.#data(bytes),
      closed: (reason) =>
        stream.#end(reason ?? new TransportError('SSH', `${carrier.address} closed the connection.`, { code: 'EOF' })),
    });
    const timer = setTimeout(() => {
      stream.#end(new OperationTimeoutError(`connect to ${carrier.address}`, connectingTimeoutMs));
      void carrier.close();
    }, connectingTimeoutMs);
    try {
      await carrier.write(new TextEncoder().encode(ENVELOPE_STREAM_GREETING));
      await greeted;
    } finally {
      clearTimeout(timer);
    }
    stream.#write(FrameType.hello, 0, null);
    return stream;
  }

  post(body: Uint8Array, timeoutMs: number, signal: AbortSignal): Promise<PostAnswer> {
    if (this.ended) return Promise.reject(new TransportError('SSH', 'The SSH connection is gone.', { code: 'EPIPE' }));
    this.#lastId = (this.#lastId % 0xffff_fffe) + 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const give = (error: Error): void => {
        this.#pending.delete(id);
        this.#write(FrameType.lost, id, null);
        settle();
        reject(error);
      };
      const aborted = (): void => give(asError(signal.reason));
      const timer = setTimeout(() => give(new OperationTimeoutError('wait for the answer', timeoutMs)), timeoutMs);
      const settle = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', aborted);
      };
      if (signal.aborted) {
        clearTimeout(timer);
        reject(asError(signal.reason));
        return;
      }
      signal.addEventListener('abort', aborted, { once: true });
      this.#pending.set(id, {
        resolve: (answer) => {
          settle();
          resolve(answer);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      });
      this.#write(FrameType.request, id, null, body);
    });
  }

  async close(): Promise<void> {
    this.#end(new TransportError('SSH', 'The connection was closed.', { code: 'EPIPE' }));
    await this.#carrier.close();
  }

  #data(bytes: Uint8Array): void {
    let rest = bytes;
    if (this.#greeted !== undefined) {
      const missing = ENVELOPE_STREAM_GREETING.length - this.#greeting.length;
      this.#greeting += String.fromCharCode(...rest.subarray(0, missing));
      rest = rest.subarray(missing);
      if (!ENVELOPE_STREAM_GREETING.startsWith(this.#greeting)) {
        this.#end(
          new TransportError(
            'SSH',
            `The subsystem of ${this.#carrier.address} is not pssession's: sshd needs the line 'Subsystem pssession /usr/bin/pssession serve --stdio'.`,
            { code: 'SUBSYSTEM', address: this.#carrier.address },
          ),
        );
        void this.#carrier.close();
        return;
      }
      if (this.#greeting.length < ENVELOPE_STREAM_GREETING.length) return;
      this.#greeted.resolve();
      this.#greeted = undefined;
    }
    try {
      for (const { type, id, head, body } of this.#reader.push(rest)) {
        if (type !== FrameType.answer) continue;
        const pending = this.#pending.get(id);
        this.#pending.delete(id);
        this.#write(FrameType.written, id, pending !== undefined);
        if (body.length === 0) {
          // The endpoint closes, and another one will take its place.
          pending?.reject(new TransportError('SSH', 'The endpoint is closing.', { code: 'HTTP503' }));
          continue;
        }
        const { status } = head as { readonly status: number };
        pending?.resolve({ status, headers: HEADERS, body });
      }
    } catch (error) {
      if (!(error instanceof RemoteProtocolError)) throw error;
      this.#end(error);
      void this.#carrier.close();
    }
  }

  #end(reason: PSSessionError): void {
    if (this.ended) return;
    this.ended = true;
    this.#greeted?.reject(reason);
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }

  #write(type: Parameters<typeof encodeFrame>[0], id: number, head: unknown, body?: Uint8Array): void {
    if (this.ended) return;
    for (const part of encodeFrame(type, id, head, body)) this.#carrier.write(part).catch(() => undefined);
  }
}

interface PromiseWithReject {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
