/** The listener's side of one session host. */
import { delay, NEVER_ABORTED } from '../../io/runtime/index.js';
import { openPipe } from '../../io/transport/index.js';
import { FrameType, type ShellListing, type ShellSummary } from '../../protocol/wsman/index.js';
import type { Caller, ConnectionClosed, EnvelopeAnswer } from '../caller.js';
import type { AuditRecord } from '../gate/audit.js';
import type { ShellChange } from '../shells/shell-layer-api.js';
import { EnvelopeClient } from './envelope-client.js';
import { ownerOf, type HostEntry } from './host-folders.js';
import {
  fromPlainListing,
  plainCaller,
  type PlainCaller,
  type GoneConnection,
  type HostSetup,
  type PlainListing,
  type Welcome,
} from './host-setup.js';

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
  /** Undefined: it does not tell. */
  #watchable: boolean | undefined;
  #outdated = false;
  /** Looks in a row that a sign of life is owed. Undefined: none is. */
  #owed: number | undefined;
  #isLate = false;

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
            if (type === FrameType.shell && host.#believes(head as ShellChange))
              events.shell(host, head as ShellChange);
            else if (type === FrameType.watchable) host.#watchable = head === true;
            else if (type === FrameType.outdated) host.#outdated = true;
            else if (type === FrameType.audit) events.audit(host.#audit(head as AuditRecord));
          },
          closed: () => events.closed(host),
        }),
    );
    const welcome = (await connection.#client.ask(FrameType.hello, setup)).head as Welcome;
    connection.#watchable ??= welcome.watchable;
    connection.welcome = { ...welcome, shells: welcome.shells.filter((shell) => connection.#owns(shell.owner)) };
    return connection;
  }

  /** A host that runs as a user says what it wants: of others' sessions it has nothing to say. */
  #owns(owner: string): boolean {
    const { user, key } = this.entry;
    return user === undefined || ownerOf(key) === owner.toLowerCase();
  }
  #believes(change: ShellChange): boolean {
    return change.type === 'removed' || this.#owns(change.owner);
  }
  #audit(record: AuditRecord): AuditRecord {
    const { user } = this.entry;
    return user === undefined || record.user === undefined ? record : { ...record, user };
  }

  /** Others than its owners may have something to see there. */
  get mayBeWatched(): boolean {
    return this.#watchable ?? true;
  }
  get closed(): boolean {
    return this.#client.closed;
  }
  get inFlight(): number {
    return this.#client.inFlight;
  }

  /** It lacks parts of its program, which was replaced while it started. */
  get isOutdated(): boolean {
    return this.#outdated;
  }
  /** A list was asked for in vain, and is not answered yet. */
  get isLate(): boolean {
    return this.#isLate;
  }
  get missedBeats(): number {
    return this.#owed ?? 0;
  }
  /** Asks for a sign of life, if the host owes an answer to anybody, and counts how often it gave none. */
  beat(): void {
    if (this.#owed !== undefined) this.#owed += 1;
    else if (this.#client.owed > 0) {
      this.#owed = 0;
      const answered = (): void => {
        this.#owed = undefined;
      };
      // A list for nobody: hosts of every version answer that.
      this.#client.ask(FrameType.list, plainCaller(NOBODY)).then(answered, answered);
    }
  }

  /** @throws {HostGoneError} */
  request(envelope: Uint8Array, caller: Caller): Promise<EnvelopeAnswer> {
    return this.#client.request(envelope, plainCaller(caller), caller.connectionLost);
  }

  /** Undefined: it does not answer now. */
  async listings(caller: Caller): Promise<readonly ShellListing[] | undefined> {
    const list = (await this.#list(plainCaller(caller))) as readonly PlainListing[] | undefined;
    return list?.filter(({ owner = '' }) => this.#owns(owner)).map(fromPlainListing);
  }
  async summaries(): Promise<readonly ShellSummary[] | undefined> {
    const list = (await this.#list(null)) as readonly ShellSummary[] | undefined;
    return list?.filter(({ owner }) => this.#owns(owner));
  }
  async #list(caller: PlainCaller | null): Promise<unknown> {
    const asked = this.#client.ask(FrameType.list, caller).finally(() => {
      this.#isLate = false;
    });
    const answer = await inTime(asked);
    if (answer === undefined) this.#isLate = true;
    return answer?.head;
  }
  remove(shellId: string): void {
    this.#client.send(FrameType.remove, 0, shellId);
  }
  readonly connectionClosed: ConnectionClosed = (connection, byClient) => {
    this.#client.send(FrameType.gone, 0, { connection, byClient } satisfies GoneConnection);
  };
  /** Asks the host to leave, if it holds nothing. */
  exit(): void {
    this.#client.send(FrameType.exit, 0);
  }
  /** Lets go of the host, which goes on. */
  detach(): Promise<void> {
    return this.#client.close();
  }
}

const NOBODY: Caller = {
  user: '',
  mechanism: 'local',
  groups: [],
  administrator: false,
  clientAddress: '',
  connectionString: '',
  connectionLost: NEVER_ABORTED,
};

/** On Windows the entry has the full name of the pipe, and the transport room wants what stands behind the prefix. */
export const pipeName = (socket: string): string => socket.replace(/^\\\\\.\\pipe\\/, '');

/** How long a list waits for one host. Others' sessions are listed all the same. Milliseconds. */
const LIST_MS = 2000;

/** Undefined: not in time. */
async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  const over = new AbortController();
  const late = delay(LIST_MS, over.signal).then(
    () => undefined,
    () => undefined,
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}
