/**
 * The server's side of the out-of-process framing. protocol.md 6.2, 6.3
 *
 * Theory of operation. Every packet of the client becomes an event and wants one answer, which the owner gives when it
 * has done what was asked: `acknowledgeData`, `acknowledgeSignal`, `acknowledgeClose`. Only CommandAck is written at
 * once, so that nothing of the command can come before it. Packets for commands that are not there are answered here.
 * Closing the session closes the commands that are left first. After the session's CloseAck, a new Data begins a new
 * session on the same carrier.
 *
 * A client that breaks the rules, an empty line, and the end of the input end it: `ended` tells why. A server that
 * serves one carrier then exits, as PowerShell does.
 */
import { EMPTY_GUID, encodeUtf8, type Guid } from '../bytes/index.js';
import { PSSessionError } from '../errors/index.js';
import { LineSplitter } from './line-splitter.js';
import { OutgoingLines } from './outgoing-lines.js';
import { PacketReader, packetError, type Packet, type PacketPriority } from './packet.js';

export type OutOfProcServerEvent =
  /** Fragment bytes; `id` is the zero GUID for the session. Call `acknowledgeData(id)` when they were processed. */
  | { readonly type: 'data'; readonly id: Guid; readonly priority: PacketPriority; readonly bytes: Uint8Array }
  | { readonly type: 'commandCreated'; readonly id: Guid }
  /** Stop the command, then `acknowledgeSignal(id)`. */
  | { readonly type: 'signalled'; readonly id: Guid }
  /** Release the command, then `acknowledgeClose(id)`. */
  | { readonly type: 'commandClosing'; readonly id: Guid }
  /** Close the pool, then `acknowledgeClose(EMPTY_GUID)`. */
  | { readonly type: 'sessionClosing' }
  /** The client is gone (no reason) or broke the rules. Nothing follows. */
  | { readonly type: 'ended'; readonly reason?: PSSessionError };

export interface OutOfProcServerOptions {
  /** Bytes; default 16 MiB. */
  readonly maxLineBytes?: number;
}

export class OutOfProcServer {
  readonly #lines: LineSplitter;
  readonly #packets = new PacketReader();
  readonly #out = new OutgoingLines();
  readonly #commands = new Set<Guid>();
  /** Commands whose Close the client sent, or that end with the session (`false`: nobody waits for a CloseAck). */
  readonly #closing = new Map<Guid, boolean>();
  #sessionClosing = false;
  #sessionCloseReady = false;
  #ended = false;

  constructor(options: OutOfProcServerOptions = {}) {
    this.#lines = new LineSplitter(options.maxLineBytes);
  }

  /** Any slice of what the client wrote. */
  receive(bytes: Uint8Array): readonly OutOfProcServerEvent[] {
    const events: OutOfProcServerEvent[] = [];
    if (this.#ended) return events;
    const lines: Uint8Array[] = [];
    try {
      let fault: unknown;
      try {
        this.#lines.push(bytes, lines);
      } catch (error) {
        fault = error;
      }
      for (const line of lines) this.#takeLine(line, events);
      if (fault !== undefined) throw fault;
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      this.#end(events, error);
    }
    return events;
  }
  /** The carrier's end. */
  endOfInput(): readonly OutOfProcServerEvent[] {
    const events: OutOfProcServerEvent[] = [];
    this.#end(events);
    return events;
  }

  acknowledgeData(id: Guid): void {
    this.#write({ type: 'DataAck', id });
  }
  acknowledgeSignal(id: Guid): void {
    this.#write({ type: 'SignalAck', id });
  }
  /** A command is released, or (zero GUID) the pool is closed. */
  acknowledgeClose(id: Guid): void {
    if (id === EMPTY_GUID) {
      this.#sessionCloseReady = this.#sessionClosing;
    } else {
      const wanted = this.#closing.get(id);
      this.#closing.delete(id);
      this.#commands.delete(id);
      if (wanted === true) this.#write({ type: 'CloseAck', id });
    }
    this.#finishSession();
  }
  /** Fragment bytes for the session (zero GUID) or a command. Bytes of a command that was released are dropped. */
  sendData(id: Guid, bytes: Uint8Array): void {
    if (id === EMPTY_GUID || this.#commands.has(id)) this.#write({ type: 'Data', id, priority: 'Default', bytes });
  }
  /** A line that PowerShell's clients show as the reason of the end. */
  reportError(text: string): void {
    this.#out.pushRaw(encodeUtf8(`__NamedPipeError__:${text.replaceAll(/[\r\n]+/g, ' ')}\n`));
  }

  /** Whole lines for the carrier: up to `maxBytes` together, or one longer one; undefined when there is nothing. */
  bytesToSend(maxBytes: number = Number.POSITIVE_INFINITY): Uint8Array | undefined {
    return this.#out.take(maxBytes);
  }
  /** Bytes of lines that wait: for slowing whoever produces them. */
  get waitingBytes(): number {
    return this.#out.waitingBytes;
  }

  #takeLine(line: Uint8Array, events: OutOfProcServerEvent[]): void {
    if (this.#ended) return;
    if (line.length === 0) throw packetError('the line is empty');
    for (const packet of this.#packets.read(line)) if (!this.#ended) this.#takePacket(packet, events);
  }

  #takePacket(packet: Packet, events: OutOfProcServerEvent[]): void {
    const { type, id } = packet;
    const isSession = id === EMPTY_GUID;
    switch (type) {
      case 'Data':
        if (isSession || (this.#commands.has(id) && !this.#closing.has(id))) {
          events.push({ type: 'data', id, priority: packet.priority, bytes: packet.bytes });
        } else {
          this.acknowledgeData(id); // late data of a command that is gone
        }
        return;
      case 'Command':
        if (isSession) throw packetError("'Command' needs a command's id");
        if (this.#commands.has(id)) throw packetError(`the command ${id} was created twice`);
        this.#commands.add(id);
        this.#write({ type: 'CommandAck', id });
        events.push({ type: 'commandCreated', id });
        return;
      case 'Signal':
        if (isSession) throw packetError("'Signal' needs a command's id");
        if (this.#commands.has(id)) events.push({ type: 'signalled', id });
        else this.acknowledgeSignal(id);
        return;
      case 'Close':
        if (isSession) this.#closeSession(events);
        else this.#closeCommand(id, true, events);
        return;
      default:
        throw packetError(`the client sent '${type}', which only servers send`);
    }
  }

  #closeCommand(id: Guid, acknowledge: boolean, events: OutOfProcServerEvent[]): void {
    if (!this.#commands.has(id)) {
      if (acknowledge) this.#write({ type: 'CloseAck', id });
      return;
    }
    const already = this.#closing.has(id);
    this.#closing.set(id, acknowledge || this.#closing.get(id) === true);
    if (!already) events.push({ type: 'commandClosing', id });
  }

  #closeSession(events: OutOfProcServerEvent[]): void {
    if (this.#sessionClosing) return;
    this.#sessionClosing = true;
    // PowerShell waits for the client to close what is left; that a client forgets it must not hang the session.
    for (const id of this.#commands) this.#closeCommand(id, false, events);
    events.push({ type: 'sessionClosing' });
  }

  #finishSession(): void {
    if (!this.#sessionCloseReady || this.#commands.size > 0) return;
    this.#sessionCloseReady = false;
    this.#sessionClosing = false;
    this.#write({ type: 'CloseAck', id: EMPTY_GUID });
  }

  #write(packet: Packet): void {
    if (!this.#ended) this.#out.push(packet);
  }

  #end(events: OutOfProcServerEvent[], reason?: PSSessionError): void {
    if (this.#ended) return;
    this.#ended = true;
    events.push(reason === undefined ? { type: 'ended' } : { type: 'ended', reason });
  }
}
