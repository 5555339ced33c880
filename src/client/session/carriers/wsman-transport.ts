/**
 * The WSMan carrier: shells and commands over HTTP.
 *
 * Theory of operation. Each channel (the shell's, each command's) has a Receive loop on a connection of its own; all
 * other operations share the connections that are free. A loop that is held posts no Receive, so the server keeps the
 * output: that is the back-pressure. A Receive that the network loses is posted again with the same bytes; when the
 * network stays away for too long, the shell counts as disconnected, because its server keeps it. protocol.md 7.5-7.10
 */
import { delay, linkSignals } from '../../../io/runtime/index.js';
import type { Guid } from '../../../protocol/bytes/index.js';
import { WsmanFaultError, type PSSessionError } from '../../../protocol/errors/index.js';
import {
  SignalCode,
  type ReceiveChannel,
  type ReceiveEvent,
  type ScreenPart,
  type ShellRef,
  type WsmanClient,
} from '../../../protocol/wsman/index.js';
import { isGone } from '../runspace/connection-errors.js';
import { asSessionError } from '../runspace/records.js';
import type {
  RunspaceTransport,
  RunspaceTransportSink,
  ShellCreation,
  ShellProperties,
  StreamPriority,
} from '../runspace-transport.js';
import { isNetworkFailure, WsmanExchange } from './wsman-exchange.js';

/** How long the server's last words on a channel are waited for before it is released or left. */
const LAST_WORDS_MS = 5_000;
/** 256 characters of command text, each perhaps an entity of six. */
const LISTED_TEXT_BYTES = 2_048;
const DONE_WAIT_MS = 2_000;
/** How long a Delete that the network lost is tried again: whoever closes a session waits for it. */
const DELETE_RETRY_MS = 10_000;
/** ERROR_SHELL_DISCONNECTED and ERROR_SERVICE_STREAM_DISCONNECTED. protocol.md 7.12 */
const DISCONNECTED_CODES: readonly number[] = [0x803381c4, 0x803381de];

export interface WsmanTransportInit {
  readonly client: WsmanClient;
  readonly exchange: (onRetry: (retrying: boolean, remainingMs: number) => void) => WsmanExchange;
  /** Of the shell to be connected to: where a query found it. */
  readonly resourceUri: string;
  readonly compressed: boolean;
}

interface Loop {
  readonly id: Guid | undefined;
  channel: ReceiveChannel;
  readonly abort: AbortController;
  held: boolean;
  wake: (() => void) | undefined;
  finished: Promise<void>;
}

export class WsmanRunspaceTransport implements RunspaceTransport {
  readonly transportName = 'WSMan' as const;
  readonly supportsDisconnect = true;
  readonly #client: WsmanClient;
  readonly #exchange: WsmanExchange;
  #ref: ShellRef | undefined;
  readonly #init: WsmanTransportInit;
  #sink: RunspaceTransportSink | undefined;
  #poolLoop: Loop | undefined;
  readonly #loops = new Map<Guid, Loop>();
  /** Also of commands whose channel is not there yet, or not any more. */
  readonly #held = new Set<Guid>();
  /** What was asked when the network was lost. Whoever asks the same again gets what was said meanwhile. */
  readonly #unanswered = new Map<Guid | undefined, ReceiveChannel>();
  /** We end the loops ourselves (disconnect, close): their ends are not news. */
  #ending = false;
  #gone = false;
  #maxFragmentBytes: number | undefined;
  readonly #abort = new AbortController();

  constructor(init: WsmanTransportInit) {
    this.#init = init;
    this.#client = init.client;
    this.#exchange = init.exchange((retrying, remainingMs) => this.#sink?.connectionRetry(retrying, remainingMs));
  }

  get maxFragmentBytes(): number {
    // Measured by the machine with a sample envelope; the listing's text of a command needs room too.
    this.#maxFragmentBytes ??= Math.max(1_024, this.#client.maxInputBytes - LISTED_TEXT_BYTES);
    return this.#maxFragmentBytes;
  }
  get roundTrips(): number {
    return this.#exchange.posts;
  }

  attach(sink: RunspaceTransportSink): void {
    this.#sink = sink;
  }
  protocolNegotiated(version: string): void {
    this.#client.useProtocolVersion(version);
    this.#maxFragmentBytes = undefined;
  }

  async openShell(creation: ShellCreation, signal: AbortSignal): Promise<ShellProperties> {
    const created = await this.#exchange.run(
      this.#client.createShell({
        shellId: creation.shellId,
        name: creation.name,
        creationData: creation.fragments,
        resourceUri: this.#init.resourceUri,
        ...(creation.idleTimeoutMs === undefined ? {} : { idleTimeoutMs: creation.idleTimeoutMs }),
        ...(creation.bufferMode === undefined ? {} : { bufferMode: creation.bufferMode }),
        ...(creation.noProfile === true ? { noProfile: true } : {}),
      }),
      signal,
      false,
    );
    this.#ref = { shellId: created.shellId, resourceUri: created.resourceUri, compressed: created.compressed };
    this.#poolLoop = this.#startLoop(undefined);
    const { shell } = created;
    return {
      shellId: creation.shellId,
      resourceUri: created.resourceUri,
      ...(shell?.name === undefined ? {} : { name: shell.name }),
      ...(shell?.owner === undefined ? {} : { owner: shell.owner }),
      ...(shell?.idleTimeoutMs === undefined ? {} : { idleTimeoutMs: shell.idleTimeoutMs }),
      ...(shell?.maxIdleTimeoutMs === undefined ? {} : { maxIdleTimeoutMs: shell.maxIdleTimeoutMs }),
      ...(shell?.bufferMode === undefined ? {} : { bufferMode: shell.bufferMode }),
    };
  }

  async connectShell(shellId: Guid, connectFragments: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
    const ref: ShellRef = { shellId, resourceUri: this.#init.resourceUri, compressed: this.#init.compressed };
    const answer = await this.#exchange.run(this.#client.connect(ref, connectFragments), signal, false);
    this.#ref = ref;
    this.#ending = false;
    this.#unanswered.clear();
    this.#poolLoop = this.#startLoop(undefined);
    return answer.connectResponseData;
  }

  async connectPipeline(pipelineId: Guid, signal: AbortSignal): Promise<void> {
    await this.#exchange.run(this.#client.connectCommand(this.#shell(), pipelineId), signal, true);
    this.#loops.set(pipelineId, this.#startLoop(pipelineId));
  }

  async disconnectShell(
    options: { readonly idleTimeoutMs?: number; readonly bufferMode?: 'Block' | 'Drop' },
    signal: AbortSignal,
  ): Promise<void> {
    this.#ending = true;
    try {
      await this.#exchange.run(this.#client.disconnect(this.#shell(), options), signal, true);
    } catch (error) {
      this.#ending = false;
      throw error;
    }
    // The server ends the pending Receives with what it has: that still belongs to this client.
    await this.#endLoops(LAST_WORDS_MS);
    this.#unanswered.clear();
  }

  async reconnectShell(
    pipelineIds: readonly Guid[],
    signal: AbortSignal,
    beforeOutput?: () => Promise<void>,
  ): Promise<void> {
    const ref = this.#shell();
    await this.#exchange.run(this.#client.reconnect(ref), signal, true);
    await beforeOutput?.();
    this.#ending = false;
    this.#gone = false;
    this.#poolLoop = this.#startLoop(undefined);
    for (const id of pipelineIds) {
      try {
        await this.#exchange.run(this.#client.reconnect(ref, id), signal, true);
        this.#loops.set(id, this.#startLoop(id));
      } catch (error) {
        if (!(error instanceof WsmanFaultError)) throw error;
        // The command is gone; the shell is there.
        queueMicrotask(() => this.#sink?.pipelineClosed(id, error));
      }
    }
    this.#unanswered.clear();
  }

  async setWatchers(names: readonly string[], signal: AbortSignal): Promise<void> {
    await this.#exchange.run(this.#client.setWatchers(this.#shell(), names), signal, true);
  }
  readScreen(position: number | undefined, signal: AbortSignal): Promise<ScreenPart> {
    return this.#exchange.run(this.#client.watch(this.#shell(), position), signal, true);
  }

  async closeShell(signal: AbortSignal): Promise<void> {
    this.#ending = true;
    for (const loop of this.#loops.values()) loop.abort.abort();
    if (this.#ref === undefined) return;
    try {
      await this.#exchange.run(this.#client.deleteShell(this.#ref), signal, DELETE_RETRY_MS);
    } catch (error) {
      // A shell that is not there any more is what was wanted: also when it went by a Delete whose answer was lost.
      if (!isGone(error)) throw error;
    } finally {
      this.#poolLoop?.abort.abort();
    }
  }

  async deleteShell(shellId: Guid, signal: AbortSignal): Promise<void> {
    await this.#exchange.run(
      this.#client.deleteShell({ shellId, resourceUri: this.#init.resourceUri, compressed: false }),
      signal,
      false,
    );
  }

  async sendPool(bytes: Uint8Array, priority: StreamPriority, signal: AbortSignal): Promise<void> {
    await this.#send(undefined, bytes, priority, signal);
  }
  async sendPipeline(
    pipelineId: Guid,
    bytes: Uint8Array,
    priority: StreamPriority,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#send(pipelineId, bytes, priority, signal);
  }

  async startPipeline(
    pipelineId: Guid,
    firstFragments: Uint8Array,
    commandText: string,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#exchange.run(
      this.#client.startCommand(this.#shell(), { commandId: pipelineId, commandText, data: firstFragments }),
      signal,
      true,
    );
    this.#loops.set(pipelineId, this.#startLoop(pipelineId));
  }

  async stopPipeline(pipelineId: Guid, signal: AbortSignal): Promise<void> {
    try {
      await this.#exchange.run(this.#client.signal(this.#shell(), pipelineId, SignalCode.powershellStop), signal, true);
    } catch (error) {
      if (!(error instanceof WsmanFaultError)) throw error; // it has ended by itself
    }
    // The Stopped state is on its way through the pending Receive: the caller looks at it before at our word.
    const loop = this.#loops.get(pipelineId);
    if (loop !== undefined) await within(LAST_WORDS_MS, signal, loop.finished);
  }

  async closePipeline(pipelineId: Guid, signal: AbortSignal): Promise<void> {
    const loop = this.#loops.get(pipelineId);
    if (loop === undefined || this.#ending) return;
    // The state came; Done follows it at once, and spares the server a Receive that it must break off.
    await within(DONE_WAIT_MS, signal, loop.finished);
    this.#loops.delete(pipelineId);
    if (this.#ending) return;
    try {
      await this.#exchange.run(this.#client.signal(this.#shell(), pipelineId, SignalCode.terminate), signal, false);
    } catch (error) {
      if (!(error instanceof WsmanFaultError)) throw error;
    } finally {
      loop.abort.abort();
    }
  }

  holdPipeline(pipelineId: Guid, held: boolean): void {
    if (held) this.#held.add(pipelineId);
    else this.#held.delete(pipelineId);
    const loop = this.#loops.get(pipelineId);
    if (loop === undefined) return;
    loop.held = held;
    if (!held) {
      loop.wake?.();
      loop.wake = undefined;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending = true;
    this.#gone = true;
    this.#abort.abort();
    for (const loop of this.#allLoops()) {
      loop.abort.abort();
      loop.wake?.();
    }
    await this.#exchange.close();
  }

  async #send(
    pipelineId: Guid | undefined,
    bytes: Uint8Array,
    priority: StreamPriority,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#exchange.run(
      this.#client.send(this.#shell(), {
        data: bytes,
        stream: priority === 'PromptResponse' ? 'pr' : 'stdin',
        ...(pipelineId === undefined ? {} : { commandId: pipelineId }),
      }),
      signal,
      true,
    );
  }

  #shell(): ShellRef {
    if (this.#ref === undefined) throw new WsmanFaultError(0x8033805b, 'The session has no shell at its server yet.');
    return this.#ref;
  }

  #allLoops(): Loop[] {
    return [...this.#loops.values(), ...(this.#poolLoop === undefined ? [] : [this.#poolLoop])];
  }

  #startLoop(id: Guid | undefined): Loop {
    const unanswered = this.#unanswered.get(id);
    const loop: Loop = {
      id,
      channel: unanswered ?? this.#client.receive(this.#shell(), id),
      abort: new AbortController(),
      held: id !== undefined && this.#held.has(id),
      wake: undefined,
      finished: Promise.resolve(),
    };
    loop.finished = this.#receive(loop, unanswered !== undefined).catch((error: unknown) =>
      this.#loopFailed(loop, asSessionError(error)),
    );
    return loop;
  }

  /**
   * Posts Receives until the channel is over.
   * @param resumes the first one was posted before the network was lost. A server that does not take it any more is asked
   * anew.
   */
  #receive(loop: Loop, resumes: boolean): Promise<void> {
    return this.#exchange.with(async (post) => {
      for (;;) {
        while (loop.held && !loop.abort.signal.aborted && !this.#ending) {
          await new Promise<void>((resolve) => {
            loop.wake = resolve;
          });
        }
        const { channel } = loop;
        const { request } = channel;
        if (request === undefined || loop.abort.signal.aborted || (this.#ending && loop.held)) return;
        const answer = await this.#exchange.post(post, 'Receive', request, channel.timeoutMs, loop.abort.signal, true);
        const events = channel.receiveAnswer(answer.status, answer.body);
        const anew = resumes && events.some(({ type }) => type === 'ended');
        resumes = false;
        if (anew) loop.channel = this.#client.receive(this.#shell(), loop.id);
        else for (const event of events) this.#onReceived(loop, event);
      }
    });
  }

  #onReceived(loop: Loop, event: ReceiveEvent): void {
    const sink = this.#sink;
    switch (event.type) {
      case 'data':
        if (loop.id === undefined) sink?.poolData(event.data);
        else sink?.pipelineData(loop.id, event.data);
        break;
      case 'streamEnded':
      case 'stateChanged':
        break;
      case 'done':
        // After the pipeline's own state; without one the command's host ended it.
        if (loop.id !== undefined) sink?.pipelineClosed(loop.id);
        break;
      case 'ended':
        if (!this.#ending) this.#channelEnded(loop, event.error);
        break;
      default:
        event satisfies never;
    }
  }

  #channelEnded(loop: Loop, error: PSSessionError): void {
    const disconnected = error instanceof WsmanFaultError && DISCONNECTED_CODES.includes(error.code);
    if (disconnected) this.#lost(() => this.#sink?.shellDisconnected(error));
    else if (loop.id === undefined) this.#lost(() => this.#sink?.closed(error));
    else this.#sink?.pipelineClosed(loop.id, error);
  }

  #loopFailed(loop: Loop, error: PSSessionError): void {
    if (this.#ending || loop.abort.signal.aborted) return;
    // The network stayed away while a command ran: its server keeps the session. Otherwise there is nothing to keep.
    if (isNetworkFailure(error) && this.#loops.size > 0) this.#lost(() => this.#sink?.shellDisconnected(error));
    else if (loop.id === undefined || isNetworkFailure(error)) this.#lost(() => this.#sink?.closed(error));
    else this.#sink?.pipelineClosed(loop.id, error);
  }

  /** Said once, however many channels notice it. */
  #lost(tell: () => void): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#ending = true;
    for (const loop of this.#allLoops()) {
      loop.abort.abort();
      loop.wake?.();
      if (loop.channel.request !== undefined) this.#unanswered.set(loop.id, loop.channel);
    }
    this.#loops.clear();
    tell();
  }

  async #endLoops(limitMs: number): Promise<void> {
    const loops = this.#allLoops();
    for (const loop of loops) loop.wake?.();
    await within(limitMs, undefined, Promise.all(loops.map(({ finished }) => finished)));
    for (const loop of loops) loop.abort.abort();
    this.#loops.clear();
    this.#poolLoop = undefined;
  }
}

/** Waits for the promise, at most so long. Neither a timer nor a listener is left behind. */
async function within(limitMs: number, signal: AbortSignal | undefined, promise: Promise<unknown>): Promise<void> {
  using limit = linkSignals(signal);
  await Promise.race([promise, delay(limitMs, limit.signal).catch(() => undefined)]);
  limit.abort(undefined);
}
