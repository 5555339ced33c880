/** The listener's side of one session host: requests go over, answers come back, many at a time. */
import { openPipe, type ByteCarrier } from '../../io/transport/index.js';
import { PSSessionError, RemoteProtocolError } from '../../protocol/errors/index.js';
import {
  encodeFrame,
  FrameReader,
  FrameType,
  type Frame,
  type FrameTypeNumber,
  type ShellListing,
  type ShellSummary,
} from '../../protocol/wsman/index.js';
import type { Caller, EnvelopeAnswer } from '../caller.js';
import type { AuditRecord } from '../gate/audit.js';
import type { ShellChange } from '../shells/shell-layer.js';
import type { HostEntry } from './host-folders.js';
import { fromPlainListing, plainCaller, type HostSetup, type PlainListing, type Welcome } from './host-setup.js';

export interface HostConnectionEvents {
  shell(host: HostConnection, change: ShellChange): void;
  audit(record: AuditRecord): void;
  /** The host's process is gone, or going. */
  closed(host: HostConnection): void;
}

/** The host died while it had the request: somebody else has to answer it. */
export class HostGoneError extends PSSessionError {
  constructor() {
    super('The session host is gone.', { errorId: 'SessionHostGone', category: 'ConnectionError' });
  }
}

interface Pending {
  readonly resolve: (frame: Frame) => void;
  readonly reject: (error: Error) => void;
}

export class HostConnection {
  readonly entry: HostEntry;
  readonly #carrier: ByteCarrier;
  readonly #events: HostConnectionEvents;
  readonly #pending = new Map<number, Pending>();
  readonly #reader = new FrameReader();
  #lastId = 0;
  #closed = false;
  welcome: Welcome | undefined;
  /** Requests under way. */
  inFlight = 0;

  private constructor(entry: HostEntry, carrier: ByteCarrier, events: HostConnectionEvents) {
    this.entry = entry;
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

  /** @throws {OperationTimeoutError} nobody listens there in time. {HostGoneError} it left at once. */
  static async open(
    entry: HostEntry,
    setup: HostSetup,
    events: HostConnectionEvents,
    timeoutMs: number,
  ): Promise<HostConnection> {
    const carrier = await openPipe({ pipeName: pipeName(entry.socket) }, timeoutMs);
    const connection = new HostConnection(entry, carrier, events);
    connection.welcome = (await connection.#ask(FrameType.hello, setup)).head as Welcome;
    return connection;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** @throws {HostGoneError} */
  async request(envelope: Uint8Array, caller: Caller): Promise<EnvelopeAnswer> {
    const id = this.#nextId();
    const lost = (): void => this.#send(FrameType.lost, id);
    caller.connectionLost.addEventListener('abort', lost, { once: true });
    this.inFlight += 1;
    try {
      const frame = await this.#ask(FrameType.request, plainCaller(caller), envelope, id);
      return {
        status: (frame.head as { readonly status: number }).status,
        envelope: frame.body,
        written: (delivered) => this.#send(FrameType.written, id, delivered),
      };
    } finally {
      this.inFlight -= 1;
      caller.connectionLost.removeEventListener('abort', lost);
    }
  }

  async listings(caller: Caller): Promise<readonly ShellListing[]> {
    const { head } = await this.#ask(FrameType.list, plainCaller(caller));
    return (head as readonly PlainListing[]).map(fromPlainListing);
  }
  async summaries(): Promise<readonly ShellSummary[]> {
    return (await this.#ask(FrameType.list, null)).head as readonly ShellSummary[];
  }
  remove(shellId: string): void {
    this.#send(FrameType.remove, 0, shellId);
  }
  /** Asks the host to leave, if it holds nothing. */
  exit(): void {
    this.#send(FrameType.exit, 0);
  }
  /** Lets go of the host, which goes on. */
  async detach(): Promise<void> {
    await this.#carrier.close();
    this.#gone();
  }

  #nextId(): number {
    this.#lastId = (this.#lastId % 0xffff_fffe) + 1;
    return this.#lastId;
  }

  #ask(type: FrameTypeNumber, head: unknown, body?: Uint8Array, id = this.#nextId()): Promise<Frame> {
    if (this.#closed) return Promise.reject(new HostGoneError());
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#send(type, id, head, body);
    });
  }

  #take(frame: Frame): void {
    switch (frame.type) {
      case FrameType.shell:
        this.#events.shell(this, frame.head as ShellChange);
        return;
      case FrameType.audit:
        this.#events.audit(frame.head as AuditRecord);
        return;
      default: {
        const pending = this.#pending.get(frame.id);
        this.#pending.delete(frame.id);
        pending?.resolve(frame);
      }
    }
  }

  #gone(): void {
    if (this.#closed) return;
    this.#closed = true;
    // First the owner: when the requests are answered again, the sessions have to be found in their new place.
    this.#events.closed(this);
    for (const { reject } of this.#pending.values()) reject(new HostGoneError());
    this.#pending.clear();
  }

  #send(type: FrameTypeNumber, id: number, head: unknown = null, body?: Uint8Array): void {
    if (this.#closed) return;
    for (const part of encodeFrame(type, id, head, body)) this.#carrier.write(part).catch(() => undefined);
  }
}

/** On Windows the entry has the full name of the pipe, and the transport room wants what stands behind the prefix. */
const pipeName = (socket: string): string => socket.replace(/^\\\\\.\\pipe\\/, '');
