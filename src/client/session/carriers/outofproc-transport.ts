/**
 * The carrier of programs, ssh and pipes: PSRP fragments in the lines of the out-of-process framing. There is no
 * disconnecting here, and no flow control from the server's side: a held pipeline holds the whole stream. protocol.md 6
 */
import { newGuid, Pump } from '../../../io/runtime/index.js';
import type { ByteCarrier } from '../../../io/transport/index.js';
import { EMPTY_GUID, type Guid } from '../../../protocol/bytes/index.js';
import {
  InvalidStateError,
  OperationTimeoutError,
  PSSessionError,
  TransportError,
} from '../../../protocol/errors/index.js';
import { OutOfProcClient, type OutOfProcClientEvent } from '../../../protocol/outofproc/index.js';
import { asSessionError } from '../runspace/records.js';
import type {
  RunspaceTransport,
  RunspaceTransportSink,
  ShellCreation,
  ShellProperties,
  StreamPriority,
} from '../runspace-transport.js';

/** What one Data packet carries. protocol.md 4, 6.1 */
const MAX_FRAGMENT_BYTES = 32_768;
/**
 * Ended pipelines are released together, when there is a pause or so many wait: releasing one is work for the server that
 * would stand in the way of the next command.
 */
const RELEASE_TOGETHER = 8;
const RELEASE_AFTER_MS = 20;

export interface OutOfProcTransportInit {
  readonly transportName: 'SSH' | 'NamedPipe' | 'Process';
  readonly open: (signal: AbortSignal) => Promise<ByteCarrier>;
  /** How long SignalAck and CloseAck may take. Milliseconds. */
  readonly ackTimeoutMs: number;
  /** From the start of the program to the server's first line. Milliseconds; undefined: the open timeout alone. */
  readonly connectingTimeoutMs?: number | undefined;
}

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class OutOfProcRunspaceTransport implements RunspaceTransport {
  readonly transportName: 'SSH' | 'NamedPipe' | 'Process';
  readonly supportsDisconnect = false;
  readonly maxFragmentBytes = MAX_FRAGMENT_BYTES;
  readonly #init: OutOfProcTransportInit;
  readonly #pump: Pump<OutOfProcClientEvent, OutOfProcClient>;
  #carrier: ByteCarrier | undefined;
  #sink: RunspaceTransportSink | undefined;
  #closed = false;
  /** Data under way, by channel, in order: each is acknowledged. */
  readonly #acks = new Map<Guid, Waiter[]>();
  readonly #signals = new Map<Guid, Waiter[]>();
  readonly #closes = new Map<Guid, Waiter[]>();
  readonly #held = new Set<Guid>();
  #connectingTimer: NodeJS.Timeout | undefined;
  #toRelease: Guid[] = [];
  /** The channel that stands ready for the next pipeline. */
  #prepared: Guid | undefined;
  #startedBefore = false;
  #releaseTimer: NodeJS.Timeout | undefined;

  constructor(init: OutOfProcTransportInit) {
    this.#init = init;
    this.transportName = init.transportName;
    this.#pump = new Pump(new OutOfProcClient({ ackTimeoutMs: init.ackTimeoutMs }), {
      onEvent: (event) => this.#onEvent(event),
      drain: (client) => this.#write(client.bytesToSend()),
      onFailure: (error) => this.#end(asSessionError(error)),
    });
  }

  attach(sink: RunspaceTransportSink): void {
    this.#sink = sink;
  }

  async openShell(creation: ShellCreation, signal: AbortSignal): Promise<ShellProperties> {
    const carrier = await this.#init.open(signal);
    if (this.#closed) {
      await carrier.close();
      throw new InvalidStateError('open the session', 'closed', ['new']);
    }
    this.#carrier = carrier;
    const limitMs = this.#init.connectingTimeoutMs;
    if (limitMs !== undefined && limitMs > 0) {
      this.#connectingTimer = setTimeout(() => {
        this.#end(new OperationTimeoutError(`connect to ${carrier.address} (ConnectingTimeout)`, limitMs));
      }, limitMs);
    }
    carrier.attach({
      data: (bytes) => {
        clearTimeout(this.#connectingTimer);
        this.#run((client) => client.receive(bytes));
      },
      closed: (reason) => {
        if (reason !== undefined) this.#end(reason);
        else this.#run((client) => client.endOfInput());
      },
    });
    void this.#data(EMPTY_GUID, creation.fragments, 'Default').catch(() => undefined); // told through the sink
    return { shellId: creation.shellId };
  }

  connectShell(): Promise<Uint8Array> {
    return Promise.reject(this.#noDisconnect('connect'));
  }
  connectPipeline(): Promise<void> {
    return Promise.reject(this.#noDisconnect('connect'));
  }
  disconnectShell(): Promise<void> {
    return Promise.reject(this.#noDisconnect('disconnect'));
  }
  reconnectShell(): Promise<void> {
    return Promise.reject(this.#noDisconnect('reconnect'));
  }

  async closeShell(signal: AbortSignal): Promise<void> {
    if (!this.#closed && this.#carrier !== undefined) {
      this.#resumeAll();
      this.#release();
      const closed = this.#wait(this.#closes, EMPTY_GUID);
      this.#run((client) => {
        client.closeSession();
        return [];
      });
      await Promise.race([closed, aborted(signal)]).catch(() => undefined);
    }
    await this[Symbol.asyncDispose]();
  }

  sendPool(bytes: Uint8Array, priority: StreamPriority): Promise<void> {
    return this.#data(EMPTY_GUID, bytes, priority);
  }
  sendPipeline(pipelineId: Guid, bytes: Uint8Array, priority: StreamPriority): Promise<void> {
    return this.#data(pipelineId, bytes, priority);
  }
  takePreparedId(): Guid | undefined {
    const id = this.#prepared;
    this.#prepared = undefined;
    return id;
  }
  startPipeline(pipelineId: Guid, firstFragments: Uint8Array): Promise<void> {
    this.#requireOpen('start a command');
    const taken = this.#wait(this.#acks, pipelineId);
    // A session's first command may be its only one; behind the second, others are likely.
    const following = this.#startedBefore && this.#prepared === undefined ? newGuid() : undefined;
    this.#startedBefore = true;
    this.#run((client) => {
      client.startCommand(pipelineId, firstFragments);
      if (following !== undefined) client.prepareCommand(following);
      return [];
    });
    this.#prepared ??= following;
    return taken;
  }

  stopPipeline(pipelineId: Guid): Promise<void> {
    if (this.#closed) return Promise.resolve();
    const stopped = this.#wait(this.#signals, pipelineId);
    this.#run((client) => {
      if (!client.signal(pipelineId)) this.#settle(this.#signals, pipelineId);
      return [];
    });
    return stopped;
  }

  closePipeline(pipelineId: Guid): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.holdPipeline(pipelineId, false);
    const released = this.#wait(this.#closes, pipelineId);
    this.#toRelease.push(pipelineId);
    if (this.#toRelease.length >= RELEASE_TOGETHER) this.#release();
    else this.#releaseTimer ??= setTimeout(() => this.#release(), RELEASE_AFTER_MS);
    return released;
  }

  #release(): void {
    clearTimeout(this.#releaseTimer);
    this.#releaseTimer = undefined;
    const waiting = this.#toRelease;
    this.#toRelease = [];
    if (waiting.length === 0) return;
    this.#run((client) => {
      for (const id of waiting) if (!client.closeCommand(id)) this.#settle(this.#closes, id);
      return [];
    });
  }

  holdPipeline(pipelineId: Guid, held: boolean): void {
    if (held) {
      this.#held.add(pipelineId);
      this.#carrier?.pause();
    } else if (this.#held.delete(pipelineId) && this.#held.size === 0) this.#carrier?.resume();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#connectingTimer);
    clearTimeout(this.#releaseTimer);
    this.#pump[Symbol.dispose]();
    this.#rejectAll(
      new PSSessionError('The connection is closed.', { errorId: 'InvalidSessionState', category: 'OperationStopped' }),
    );
    await this.#carrier?.close();
  }

  #data(id: Guid, bytes: Uint8Array, priority: StreamPriority): Promise<void> {
    this.#requireOpen('send data');
    const taken = this.#wait(this.#acks, id);
    try {
      this.#run((client) => {
        client.sendData(id, bytes, priority);
        return [];
      });
    } catch (error) {
      this.#acks.get(id)?.pop();
      throw error;
    }
    return taken;
  }

  #onEvent(event: OutOfProcClientEvent): void {
    switch (event.type) {
      case 'data':
        if (event.id === EMPTY_GUID) this.#sink?.poolData(event.bytes);
        else this.#sink?.pipelineData(event.id, event.bytes);
        break;
      case 'dataAcknowledged':
        this.#settle(this.#acks, event.id);
        break;
      case 'commandAcknowledged':
        break;
      case 'signalAcknowledged':
        this.#settle(this.#signals, event.id);
        break;
      case 'commandClosed':
        this.#settle(this.#closes, event.id);
        this.#rejectChannel(this.#acks, event.id);
        this.#settle(this.#signals, event.id);
        break;
      case 'sessionClosed':
        this.#settle(this.#closes, EMPTY_GUID);
        this.#sink?.closed();
        break;
      case 'timedOut': {
        const error = new OperationTimeoutError(
          event.operation === 'Signal' ? 'stop the command' : 'close the session or command',
          event.limitMs,
        );
        const waiters = event.operation === 'Signal' ? this.#signals : this.#closes;
        for (const waiter of waiters.get(event.id) ?? []) waiter.reject(error);
        waiters.delete(event.id);
        break;
      }
      case 'faulted':
        this.#end(event.reason);
        break;
      default:
        event satisfies never;
    }
  }

  #run(call: (client: OutOfProcClient) => readonly OutOfProcClientEvent[]): void {
    if (!this.#closed) this.#pump.run(call);
  }

  #write(bytes: Uint8Array | undefined): void {
    const carrier = this.#carrier;
    if (bytes === undefined || carrier === undefined) return;
    carrier.write(bytes).catch((error: unknown) => this.#end(asSessionError(error)));
  }

  /** The carrier is gone, or what comes over it is not to be trusted: told once. */
  #end(reason: PSSessionError): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#connectingTimer);
    clearTimeout(this.#releaseTimer);
    this.#pump[Symbol.dispose]();
    const known =
      reason instanceof TransportError || this.#carrier === undefined
        ? reason
        : new TransportError(this.transportName, `${this.#carrier.address}: ${reason.message}`, {
            errorId: reason.errorId,
            address: this.#carrier.address,
            cause: reason,
          });
    this.#rejectAll(known);
    void this.#carrier?.close();
    this.#sink?.closed(known);
  }

  #resumeAll(): void {
    this.#held.clear();
    this.#carrier?.resume();
  }

  #wait(waiters: Map<Guid, Waiter[]>, id: Guid): Promise<void> {
    const promise = new Promise<void>((resolve, reject) => {
      const list = waiters.get(id);
      if (list === undefined) waiters.set(id, [{ resolve, reject }]);
      else list.push({ resolve, reject });
    });
    promise.catch(() => undefined);
    return promise;
  }
  #settle(waiters: Map<Guid, Waiter[]>, id: Guid): void {
    const list = waiters.get(id);
    list?.shift()?.resolve();
    if (list?.length === 0) waiters.delete(id);
  }
  #rejectChannel(waiters: Map<Guid, Waiter[]>, id: Guid): void {
    for (const waiter of waiters.get(id) ?? []) {
      waiter.reject(
        new PSSessionError('The command was closed.', { errorId: 'InvalidSessionState', category: 'OperationStopped' }),
      );
    }
    waiters.delete(id);
  }
  #rejectAll(error: PSSessionError): void {
    for (const waiters of [this.#acks, this.#signals, this.#closes]) {
      for (const list of waiters.values()) for (const waiter of list) waiter.reject(error);
      waiters.clear();
    }
  }
  #requireOpen(action: string): void {
    if (this.#closed) throw new InvalidStateError(action, 'closed', ['open']);
  }
  #noDisconnect(action: string): PSSessionError {
    return new PSSessionError(
      `A session over ${this.transportName} cannot ${action}: this way has no disconnected sessions.`,
      {
        errorId: 'PSSessionDisconnectFailed',
        category: 'InvalidOperation',
      },
    );
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(asSessionError(signal.reason));
    else signal.addEventListener('abort', () => reject(asSessionError(signal.reason)), { once: true });
  });
}
