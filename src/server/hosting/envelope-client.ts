/** The asking side of one stream of envelopes: requests go over, answers come back, many at a time. */
import type { ByteCarrier } from '../../io/transport/index.js';
import { PSSessionError, RemoteProtocolError } from '../../protocol/errors/index.js';
import { encodeFrame, FrameReader, FrameType, type Frame, type FrameTypeNumber } from '../../protocol/wsman/index.js';
import type { EnvelopeAnswer } from '../caller.js';

/** The answering side went while it had the request: somebody else has to answer it. */
export class HostGoneError extends PSSessionError {
  constructor() {
    super('The process that holds the session is gone.', {
      errorId: 'SessionHostGone',
      category: 'ConnectionError',
    });
  }
}

export interface EnvelopeClientEvents {
  /** A word that nobody asked for. */
  readonly told?: (frame: Frame) => void;
  /** Before the requests under way fail: when they are asked again, the sessions have to be found in their new place. */
  readonly closed?: () => void;
}

interface Pending {
  readonly resolve: (frame: Frame) => void;
  readonly reject: (error: Error) => void;
}

export class EnvelopeClient {
  readonly #carrier: ByteCarrier;
  readonly #events: EnvelopeClientEvents;
  readonly #pending = new Map<number, Pending>();
  readonly #reader = new FrameReader();
  #lastId = 0;
  #closed = false;
  /** Requests under way. */
  inFlight = 0;

  constructor(carrier: ByteCarrier, events: EnvelopeClientEvents = {}) {
    this.#carrier = carrier;
    this.#events = events;
    carrier.attach({
      data: (bytes) => {
        try {
          for (const frame of this.#reader.push(bytes)) this.#take(frame);
        } catch (error) {
          if (!(error instanceof RemoteProtocolError)) throw error;
          void carrier.close();
        }
      },
      closed: () => this.#gone(),
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Questions without an answer. */
  get owed(): number {
    return this.#pending.size;
  }

  /** One question and its answer. @throws {HostGoneError} */
  ask(type: FrameTypeNumber, head: unknown, body?: Uint8Array, id = this.#nextId()): Promise<Frame> {
    if (this.#closed) return Promise.reject(new HostGoneError());
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.send(type, id, head, body);
    });
  }

  /**
   * @param lost aborts when nobody waits for the answer any more: then it is an empty one, at once.
   * @throws {HostGoneError}
   */
  async request(envelope: Uint8Array, head: unknown, lost: AbortSignal): Promise<EnvelopeAnswer> {
    const id = this.#nextId();
    this.inFlight += 1;
    let tell = (): void => undefined;
    try {
      const asked = this.ask(FrameType.request, head, envelope, id);
      const gone = new Promise<undefined>((resolve) => {
        // The answering side says nothing to a request that is lost; an answer that crosses the word is told to be so.
        tell = (): void => {
          if (!this.#pending.delete(id)) return;
          this.send(FrameType.lost, id);
          resolve(undefined);
        };
      });
      lost.addEventListener('abort', tell, { once: true });
      if (lost.aborted) tell();
      const frame = await Promise.race([asked, gone]);
      if (frame === undefined) return { status: 500, envelope: new Uint8Array(0) };
      return {
        status: (frame.head as { readonly status: number }).status,
        envelope: frame.body,
        written: (delivered) => this.send(FrameType.written, id, delivered),
      };
    } finally {
      this.inFlight -= 1;
      lost.removeEventListener('abort', tell);
    }
  }

  send(type: FrameTypeNumber, id: number, head: unknown = null, body?: Uint8Array): void {
    if (this.#closed) return;
    // A connection that ends tells it by `closed`.
    for (const part of encodeFrame(type, id, head, body)) this.#carrier.write(part).catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.#carrier.close();
    this.#gone();
  }

  #nextId(): number {
    this.#lastId = (this.#lastId % 0xffff_fffe) + 1;
    return this.#lastId;
  }

  #take(frame: Frame): void {
    const pending = frame.id === 0 ? undefined : this.#pending.get(frame.id);
    if (pending === undefined) {
      // Of a request that was lost: its client hears nothing, and that has to be known.
      if (frame.type === FrameType.answer) this.send(FrameType.written, frame.id, false);
      else this.#events.told?.(frame);
      return;
    }
    this.#pending.delete(frame.id);
    pending.resolve(frame);
  }

  #gone(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#events.closed?.();
    for (const { reject } of this.#pending.values()) reject(new HostGoneError());
    this.#pending.clear();
  }
}
