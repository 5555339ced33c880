/** The listener's side of one session host. */
import { openPipe } from '../../io/transport/index.js';
import { FrameType, type ShellListing, type ShellSummary } from '../../protocol/wsman/index.js';
import type { Caller, EnvelopeAnswer } from '../caller.js';
import type { AuditRecord } from '../gate/audit.js';
import type { ShellChange } from '../shells/shell-layer.js';
import { EnvelopeClient } from './envelope-client.js';
import type { HostEntry } from './host-folders.js';
import { fromPlainListing, plainCaller, type HostSetup, type PlainListing, type Welcome } from './host-setup.js';

export interface HostConnectionEvents {
  shell(host: HostConnection, change: ShellChange): void;
  audit(record: AuditRecord): void;
  /** The host's process is gone, or going. */
  closed(host: HostConnection): void;
}

export class HostConnection {
  readonly entry: HostEntry;
  readonly #client: EnvelopeClient;
  welcome: Welcome | undefined;

  private constructor(entry: HostEntry, makeClient: (host: HostConnection) => EnvelopeClient) {
    this.entry = entry;
    this.#client = makeClient(this);
  }

  /** @throws {OperationTimeoutError} nobody listens there in time. {HostGoneError} it left at once. */
  static async open(
    entry: HostEntry,
    setup: HostSetup,
    events: HostConnectionEvents,
    timeoutMs: number,
  ): Promise<HostConnection> {
    const carrier = await openPipe({ pipeName: pipeName(entry.socket) }, timeoutMs);
    const connection = new HostConnection(
      entry,
      (host) =>
        new EnvelopeClient(carrier, {
          told: ({ type, head }) => {
            if (type === FrameType.shell) events.shell(host, head as ShellChange);
            else if (type === FrameType.audit) events.audit(head as AuditRecord);
          },
          closed: () => events.closed(host),
        }),
    );
    connection.welcome = (await connection.#client.ask(FrameType.hello, setup)).head as Welcome;
    return connection;
  }

  get closed(): boolean {
    return this.#client.closed;
  }
  get inFlight(): number {
    return this.#client.inFlight;
  }

  /** @throws {HostGoneError} */
  request(envelope: Uint8Array, caller: Caller): Promise<EnvelopeAnswer> {
    return this.#client.request(envelope, plainCaller(caller), caller.connectionLost);
  }

  async listings(caller: Caller): Promise<readonly ShellListing[]> {
    const { head } = await this.#client.ask(FrameType.list, plainCaller(caller));
    return (head as readonly PlainListing[]).map(fromPlainListing);
  }
  async summaries(): Promise<readonly ShellSummary[]> {
    return (await this.#client.ask(FrameType.list, null)).head as readonly ShellSummary[];
  }
  remove(shellId: string): void {
    this.#client.send(FrameType.remove, 0, shellId);
  }
  /** Asks the host to leave, if it holds nothing. */
  exit(): void {
    this.#client.send(FrameType.exit, 0);
  }
  /** Lets go of the host, which goes on. */
  detach(): Promise<void> {
    return this.#client.close();
  }
}

/** On Windows the entry has the full name of the pipe, and the transport room wants what stands behind the prefix. */
export const pipeName = (socket: string): string => socket.replace(/^\\\\\.\\pipe\\/, '');
