/** The answering side of one stream of envelopes: gives requests to a handler, and answers back. */
import type { ByteCarrier } from '../../io/transport/index.js';
import { RemoteProtocolError } from '../../protocol/errors/index.js';
import { encodeFrame, FrameReader, FrameType, type Frame, type FrameTypeNumber } from '../../protocol/wsman/index.js';
import type { EnvelopeAnswer } from '../caller.js';

export interface SeamLinkOptions {
  /** @returns the head of the welcome. */
  readonly hello: (head: unknown, link: SeamLink) => unknown;
  readonly handle: (envelope: Uint8Array, head: unknown, lost: AbortSignal) => Promise<EnvelopeAnswer>;
  /** Any other word. */
  readonly other?: (frame: Frame, link: SeamLink) => void;
  readonly closed: (link: SeamLink) => void;
}

interface Request {
  readonly lost: AbortController;
  written?: (delivered: boolean) => void;
}

export class SeamLink {
  readonly #carrier: ByteCarrier;
  readonly #options: SeamLinkOptions;
  readonly #requests = new Map<number, Request>();
  readonly #reader = new FrameReader();
  #closed = false;
  #greeted = false;

  constructor(carrier: ByteCarrier, options: SeamLinkOptions) {
    this.#carrier = carrier;
    this.#options = options;
  }

  /** Apart from the constructor: what comes may come at once. */
  attach(): void {
    this.#carrier.attach({
      data: (bytes) => {
        try {
          for (const frame of this.#reader.push(bytes)) this.#take(frame);
        } catch (error) {
          if (!(error instanceof RemoteProtocolError)) throw error;
          void this.#carrier.close();
        }
      },
      closed: () => this.#end(),
    });
  }

  /** Requests that are not answered, or whose answer may not have arrived. */
  get requests(): number {
    return this.#requests.size;
  }

  send(type: FrameTypeNumber, id: number, head: unknown, body?: Uint8Array): void {
    if (this.#closed) return;
    // A connection that ends tells it by `closed`.
    for (const part of encodeFrame(type, id, head, body)) this.#carrier.write(part).catch(() => undefined);
  }

  close(): Promise<void> {
    return this.#carrier.close();
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    // Its clients have lost their connections: what they had not taken yet stays.
    for (const { lost, written } of this.#requests.values()) {
      if (written === undefined) lost.abort();
      else written(false);
    }
    this.#requests.clear();
    this.#options.closed(this);
  }

  #take(frame: Frame): void {
    if (!this.#greeted && frame.type !== FrameType.hello) {
      throw new RemoteProtocolError('A stream of envelopes begins with a hello.');
    }
    switch (frame.type) {
      case FrameType.hello:
        this.#greeted = true;
        this.send(FrameType.welcome, frame.id, this.#options.hello(frame.head, this));
        return;
      case FrameType.request:
        void this.#request(frame);
        return;
      case FrameType.lost:
        this.#requests.get(frame.id)?.lost.abort();
        return;
      case FrameType.written: {
        const request = this.#requests.get(frame.id);
        this.#requests.delete(frame.id);
        request?.written?.(frame.head === true);
        return;
      }
      default:
        this.#options.other?.(frame, this);
    }
  }

  async #request({ id, head, body }: Frame): Promise<void> {
    const request: Request = { lost: new AbortController() };
    this.#requests.set(id, request);
    const { status, envelope, written } = await this.#options.handle(body, head, request.lost.signal);
    if (this.#closed || request.lost.signal.aborted) {
      this.#requests.delete(id);
      written?.(false);
      return;
    }
    if (written === undefined) this.#requests.delete(id);
    else request.written = written;
    this.send(FrameType.answer, id, { status }, envelope);
  }
}
