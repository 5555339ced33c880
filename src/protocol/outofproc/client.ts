/**
 * The client's side of the out-of-process framing. protocol.md 6.2, 6.3
 *
 * Theory of operation. Every channel (the session, and each command after its CommandAck) has one Data packet on its
 * way at most; the next one goes when the server acknowledged the last. Signal and Close overtake data that waits.
 * `closeSession` first closes the commands that are open. Signal and Close are waited for with a limit; what is not
 * acknowledged in time is told as `timedOut`, and the carrier is then the owner's to drop.
 *
 * A line that is no packet ends it: before the first packet it is what a login shell or a wrong program printed, and
 * the error's text is the line.
 */
import { EMPTY_GUID, decodeUtf8, type Guid } from '../bytes/index.js';
import { ArgumentError, InvalidStateError, PSSessionError, RemoteProtocolError } from '../errors/index.js';
import { LineSplitter } from './line-splitter.js';
import { OutgoingLines } from './outgoing-lines.js';
import { PacketReader, packetError, type Packet, type PacketPriority } from './packet.js';

/** How PowerShell's client waits for SignalAck and CloseAck. Milliseconds. */
export const DEFAULT_ACK_TIMEOUT_MS = 60_000;
const ERROR_PREFIXES = ['__namedpipeerror__:', '__hypervsocketerror__:'];
const MAX_SHOWN = 1_000;
const LESS_THAN = 0x3c;

export type OutOfProcClientEvent =
  /** Fragment bytes; `id` is the zero GUID for the session. */
  | { readonly type: 'data'; readonly id: Guid; readonly bytes: Uint8Array }
  /** The server took the oldest Data of this channel. */
  | { readonly type: 'dataAcknowledged'; readonly id: Guid }
  | { readonly type: 'commandAcknowledged'; readonly id: Guid }
  | { readonly type: 'signalAcknowledged'; readonly id: Guid }
  | { readonly type: 'commandClosed'; readonly id: Guid }
  | { readonly type: 'sessionClosed' }
  /** No acknowledgement came within `limitMs`. */
  | { readonly type: 'timedOut'; readonly operation: 'Signal' | 'Close'; readonly id: Guid; readonly limitMs: number }
  /** Nothing more can come. */
  | { readonly type: 'faulted'; readonly reason: PSSessionError };

export interface OutOfProcClientOptions {
  /** Bytes; default 16 MiB. */
  readonly maxLineBytes?: number;
  /** Milliseconds; default 60 000. */
  readonly ackTimeoutMs?: number;
}

interface WaitingData {
  readonly priority: PacketPriority;
  readonly bytes: Uint8Array;
}

class Channel {
  readonly id: Guid;
  /** The server knows the channel: data may go. */
  open: boolean;
  unacknowledged = false;
  waiting: WaitingData[] = [];
  signalWanted = false;
  closeWanted = false;
  closeSent = false;
  constructor(id: Guid, open: boolean) {
    this.id = id;
    this.open = open;
  }
}

interface Expected {
  readonly operation: 'Signal' | 'Close';
  readonly id: Guid;
  /** 0: not armed yet, because no clock was seen since. */
  deadline: number;
}

export class OutOfProcClient {
  readonly #lines: LineSplitter;
  readonly #packets = new PacketReader();
  readonly #out = new OutgoingLines();
  readonly #session = new Channel(EMPTY_GUID, true);
  readonly #commands = new Map<Guid, Channel>();
  readonly #prepared = new Set<Guid>();
  readonly #ackTimeoutMs: number;
  #expected: Expected[] = [];
  #sawPacket = false;
  #sessionClosing = false;
  #state: 'open' | 'closed' | 'faulted' = 'open';

  constructor(options: OutOfProcClientOptions = {}) {
    this.#lines = new LineSplitter(options.maxLineBytes);
    this.#ackTimeoutMs = options.ackTimeoutMs ?? DEFAULT_ACK_TIMEOUT_MS;
  }

  get state(): 'open' | 'closed' | 'faulted' {
    return this.#state;
  }
  /** True when at least one packet came: what speaks there is a server. */
  get sawPacket(): boolean {
    return this.#sawPacket;
  }

  /** Any slice of what the server wrote. */
  receive(bytes: Uint8Array): readonly OutOfProcClientEvent[] {
    const events: OutOfProcClientEvent[] = [];
    if (this.#state === 'faulted') return events;
    const lines: Uint8Array[] = [];
    try {
      let fault: unknown;
      try {
        this.#lines.push(bytes, lines);
      } catch (error) {
        fault = error;
      }
      for (const line of lines) if (!this.#faulted()) this.#takeLine(line, events);
      if (fault !== undefined) throw fault;
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      this.#fault(error, events);
    }
    return events;
  }

  /** The carrier's end. After the session was closed it is expected; before, it is a fault. */
  endOfInput(): readonly OutOfProcClientEvent[] {
    const events: OutOfProcClientEvent[] = [];
    if (this.#state !== 'open') return events;
    const rest = this.#lines.rest();
    if (rest !== undefined && !this.#sawPacket) {
      this.#fault(bannerError(rest), events);
    } else {
      const text = this.#sawPacket
        ? 'The server process ended the connection.'
        : 'The server process ended before it answered.';
      this.#fault(new RemoteProtocolError(text, { errorId: 'IPCServerProcessExited' }), events);
    }
    return events;
  }

  /**
   * Queues fragment bytes of one channel; each call makes one Data packet and one `dataAcknowledged`.
   * @throws {ArgumentError} there is no such command. {InvalidStateError} the session is closing.
   */
  sendData(id: Guid, bytes: Uint8Array, priority: PacketPriority = 'Default'): void {
    const channel = this.#channel(id);
    if (channel === undefined) throw new ArgumentError('id', `There is no command ${id}.`);
    if (bytes.length === 0) throw new ArgumentError('bytes', 'A Data packet needs at least one byte.');
    this.#requireOpen('send data');
    if (priority === 'PromptResponse') {
      const at = channel.waiting.findIndex((data) => data.priority === 'Default');
      channel.waiting.splice(at < 0 ? channel.waiting.length : at, 0, { priority, bytes });
    } else {
      channel.waiting.push({ priority, bytes });
    }
    this.#advance(channel);
  }

  /**
   * Makes a command's channel; data for it waits until the server acknowledged it. A channel that `prepareCommand` made
   * is taken.
   */
  startCommand(id: Guid, firstBytes?: Uint8Array): void {
    this.#requireOpen('start a command');
    const prepared = this.#prepared.delete(id) ? this.#commands.get(id) : undefined;
    const channel = prepared ?? this.#makeChannel(id);
    if (firstBytes !== undefined) channel.waiting.push({ priority: 'Default', bytes: firstBytes });
    this.#advance(channel);
  }

  /**
   * Makes the channel of a command that will come. To the server it is a name and nothing more until its data arrive;
   * the command that uses it saves a round trip.
   */
  prepareCommand(id: Guid): void {
    this.#requireOpen('prepare a command');
    this.#makeChannel(id);
    this.#prepared.add(id);
  }

  #makeChannel(id: Guid): Channel {
    if (id === EMPTY_GUID || this.#commands.has(id)) throw new ArgumentError('id', `The id ${id} is in use.`);
    const channel = new Channel(id, false);
    this.#commands.set(id, channel);
    this.#out.push({ type: 'Command', id });
    return channel;
  }

  /** Asks the server to stop a command. One that is not there counts as stopped: false. */
  signal(id: Guid): boolean {
    this.#requireOpen('stop a command');
    const channel = this.#commands.get(id);
    if (channel === undefined || channel.closeSent) return false;
    channel.signalWanted = true;
    this.#advance(channel);
    return true;
  }

  /** Releases a command's channel. One that is not there counts as closed: false. */
  closeCommand(id: Guid): boolean {
    if (this.#state !== 'open') return false;
    const channel = this.#commands.get(id);
    if (channel === undefined) return false;
    channel.closeWanted = true;
    this.#advance(channel);
    return true;
  }

  /** Closes the commands that are open, then the session. */
  closeSession(): void {
    if (this.#state !== 'open' || this.#sessionClosing) return;
    this.#sessionClosing = true;
    for (const id of this.#commands.keys()) this.closeCommand(id);
    this.#closeSessionWhenEmpty();
  }

  /** Whole lines for the carrier: up to `maxBytes` together, or one longer one; undefined when there is nothing. */
  bytesToSend(maxBytes: number = Number.POSITIVE_INFINITY): Uint8Array | undefined {
    return this.#out.take(maxBytes);
  }

  /** When to call `handleTimeout`: 0 for at once, undefined for never. Monotonic milliseconds. */
  nextTimeout(): number | undefined {
    let first: number | undefined;
    for (const { deadline } of this.#expected) if (first === undefined || deadline < first) first = deadline;
    return first;
  }
  handleTimeout(now: number): readonly OutOfProcClientEvent[] {
    const events: OutOfProcClientEvent[] = [];
    const left: Expected[] = [];
    for (const expected of this.#expected) {
      if (expected.deadline === 0) expected.deadline = now + this.#ackTimeoutMs;
      if (now < expected.deadline) {
        left.push(expected);
        continue;
      }
      const { operation, id } = expected;
      events.push({ type: 'timedOut', operation, id, limitMs: this.#ackTimeoutMs });
      // A command whose Close is never acknowledged must not keep the session from closing.
      if (operation === 'Close' && id !== EMPTY_GUID) this.#commands.delete(id);
    }
    this.#expected = left;
    this.#closeSessionWhenEmpty();
    return events;
  }

  #takeLine(line: Uint8Array, events: OutOfProcClientEvent[]): void {
    if (line.length === 0 || isBlank(line)) return;
    if (line[0] !== LESS_THAN) {
      const text = decodeUtf8(line);
      const prefix = ERROR_PREFIXES.find((candidate) => text.toLowerCase().startsWith(candidate));
      if (prefix !== undefined) {
        throw new RemoteProtocolError(text.slice(prefix.length).trim().slice(0, MAX_SHOWN), {
          errorId: 'IPCServerProcessReportedError',
        });
      }
      if (!this.#sawPacket) throw bannerError(line);
    }
    let packets: readonly Packet[];
    try {
      packets = this.#packets.read(line);
    } catch (error) {
      if (error instanceof PSSessionError && !this.#sawPacket) throw bannerError(line);
      throw error;
    }
    this.#sawPacket = true;
    for (const packet of packets) this.#takePacket(packet, events);
  }

  #takePacket(packet: Packet, events: OutOfProcClientEvent[]): void {
    const { type, id } = packet;
    switch (type) {
      case 'Data':
        events.push({ type: 'data', id, bytes: packet.bytes });
        return;
      case 'DataAck': {
        const channel = this.#channel(id);
        if (channel === undefined || !channel.unacknowledged) return; // of a channel that was closed meanwhile
        channel.unacknowledged = false;
        events.push({ type: 'dataAcknowledged', id });
        this.#advance(channel);
        return;
      }
      case 'CommandAck': {
        const channel = this.#commands.get(id);
        if (channel === undefined || channel.open) return;
        channel.open = true;
        events.push({ type: 'commandAcknowledged', id });
        this.#advance(channel);
        return;
      }
      case 'SignalAck':
        if (this.#settle('Signal', id)) events.push({ type: 'signalAcknowledged', id });
        return;
      case 'CloseAck':
        return this.#takeCloseAck(id, events);
      default:
        throw packetError(`the server sent '${type}', which only clients send`);
    }
  }

  #takeCloseAck(id: Guid, events: OutOfProcClientEvent[]): void {
    const asked = this.#settle('Close', id);
    if (id === EMPTY_GUID) {
      // A server may end the session by itself: its acknowledgement then comes unasked.
      this.#state = 'closed';
      this.#expected = [];
      events.push({ type: 'sessionClosed' });
      return;
    }
    if (!asked) return;
    this.#commands.delete(id);
    this.#expected = this.#expected.filter((expected) => expected.id !== id);
    events.push({ type: 'commandClosed', id });
    this.#closeSessionWhenEmpty();
  }

  /** Sends what the channel may send now. */
  #advance(channel: Channel): void {
    if (this.#state !== 'open' || !channel.open) return;
    const { id } = channel;
    if (channel.signalWanted) {
      channel.signalWanted = false;
      this.#out.push({ type: 'Signal', id });
      this.#expect('Signal', id);
    }
    if (channel.closeWanted && !channel.closeSent) {
      channel.closeSent = true;
      channel.waiting = [];
      this.#out.push({ type: 'Close', id });
      this.#expect('Close', id);
    }
    const next = channel.unacknowledged || channel.closeSent ? undefined : channel.waiting.shift();
    if (next === undefined) return;
    channel.unacknowledged = true;
    this.#out.push({ type: 'Data', id, priority: next.priority, bytes: next.bytes });
  }

  #closeSessionWhenEmpty(): void {
    if (!this.#sessionClosing || this.#commands.size > 0 || this.#session.closeSent || this.#state !== 'open') return;
    this.#session.closeWanted = true;
    this.#advance(this.#session);
  }

  #expect(operation: 'Signal' | 'Close', id: Guid): void {
    this.#expected.push({ operation, id, deadline: 0 });
  }
  #settle(operation: 'Signal' | 'Close', id: Guid): boolean {
    const at = this.#expected.findIndex((expected) => expected.operation === operation && expected.id === id);
    if (at < 0) return false;
    this.#expected.splice(at, 1);
    return true;
  }
  #channel(id: Guid): Channel | undefined {
    return id === EMPTY_GUID ? this.#session : this.#commands.get(id);
  }
  #requireOpen(action: string): void {
    if (this.#state !== 'open' || this.#sessionClosing) {
      throw new InvalidStateError(action, this.#sessionClosing ? 'closing' : this.#state, ['open']);
    }
  }
  #faulted(): boolean {
    return this.#state === 'faulted';
  }
  #fault(reason: PSSessionError, events: OutOfProcClientEvent[]): void {
    if (this.#state === 'faulted') return;
    this.#state = 'faulted';
    this.#expected = [];
    this.#out.clear();
    events.push({ type: 'faulted', reason });
  }
}

/** What came instead of the first packet: the line itself says best what went wrong. */
function bannerError(line: Uint8Array): RemoteProtocolError {
  const text = decodeUtf8(line).trim();
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}...` : text;
  return new RemoteProtocolError(`The other side did not answer as a PowerShell server does. It wrote: ${shown}`, {
    errorId: 'IPCTransportConnectionError',
    rule: 'protocol.md 6.4',
  });
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
