/**
 * Joins the PSRP machine of one runspace pool to its carrier.
 *
 * Theory of operation. The machine decides; this file moves. What the carrier delivers goes into the machine, the events
 * go to the owner, and the machine's output is drained: at most one send under way for each channel and priority, so the
 * carrier's flow control holds the machine's output, and the machine's output holds whoever feeds input. A pipeline's
 * first bytes make its channel. Nothing is sent while the shell is not there (opening, disconnected).
 */
import { setMaxListeners } from 'node:events';
import { Pump, systemRandom, withDeadline } from '../../../io/runtime/index.js';
import type { Guid } from '../../../protocol/bytes/index.js';
import { PSSessionError, WsmanFaultError } from '../../../protocol/errors/index.js';
import {
  PSDictionary,
  TYPE_NAMES,
  type PSErrorRecord,
  type PSPowerShellDefinition,
  type PSValue,
} from '../../../protocol/objects/index.js';
import {
  ClientPool,
  type ClientPoolEvent,
  type HostCall,
  type HostValue,
  type PoolRequestResult,
} from '../../../protocol/psrp/index.js';
import type { ScreenPart } from '../../../protocol/wsman/index.js';
import type { SessionHost } from '../model/host.js';
import type { PSSessionOption } from '../model/session-option.js';
import type {
  RunspaceTransport,
  RunspaceTransportSink,
  ShellProperties,
  StreamPriority,
} from '../runspace-transport.js';
import { listedText } from './definition.js';
import { isBrokenOff } from './connection-errors.js';
import { hostInfoOf } from './host-calls.js';
import { asSessionError } from './records.js';
import type { PipelineOwner } from './remote-pipeline.js';

/** Bytes of one pipeline's input that may wait before whoever feeds it waits too. */
const INPUT_HIGH_WATER_BYTES = 256 * 1024;
const CONNECT_DATA_BYTES = 32_768;
/** So many ended pipelines may still be waiting for their release; the next pipeline waits, so that no quota fills up unseen. */
const MAX_RELEASING = 16;
/** So long a session that broke a command off may take to say that it is at its end. */
const LAST_WORD_MS = 5000;

export interface PoolDriverInit {
  readonly transport: RunspaceTransport;
  readonly poolId: Guid;
  readonly host: SessionHost;
  readonly option: PSSessionOption;
  readonly minRunspaces: number;
  readonly maxRunspaces: number;
  readonly onEvent: (event: ClientPoolEvent) => void;
  /** The shell was disconnected without our asking. */
  readonly onDisconnected: (reason: PSSessionError) => void;
  readonly onRetry: (retrying: boolean, remainingMs: number) => void;
}

export interface StartOptions {
  readonly noInput: boolean;
  /** Undefined: the pool's host. */
  readonly host: SessionHost | undefined;
  readonly addToHistory: boolean;
  readonly isNested: boolean;
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

interface PoolAnswer {
  readonly succeeded: boolean;
  readonly available: number | undefined;
}

export class PoolDriver implements PipelineOwner {
  readonly #init: PoolDriverInit;
  readonly #transport: RunspaceTransport;
  readonly #pump: Pump<ClientPoolEvent, ClientPool>;
  /** Sends may go out: the shell is there and connected. */
  #carrying = false;
  /** Pool data that came before the answer of connect: it is read after it. */
  #early: Uint8Array[] | undefined;
  readonly #sending = new Set<string>();
  /** Pipelines that were given up while the server had not taken them: ended there when it does. */
  readonly #givenUp = new Set<Guid>();
  /** Pipelines whose channel does not exist yet. */
  readonly #unstarted = new Map<Guid, { readonly text: string; readonly started: Deferred<void> }>();
  readonly #inputWaiters = new Map<Guid, (() => void)[]>();
  readonly #answers = new Map<bigint, Deferred<PoolAnswer>>();
  #opened = deferred<void>();
  #disconnectReady = deferred<void>();
  /** The pool is Broken or Closed. */
  readonly #ended = deferred<void>();
  #idle: (() => void)[] = [];
  readonly #releasing = new Set<Promise<void>>();
  #disposed = false;
  readonly #abort = new AbortController();

  constructor(init: PoolDriverInit) {
    this.#init = init;
    // Releases under way listen to it beside everything else: more than Node's ten are no leak.
    setMaxListeners(2 * MAX_RELEASING, this.#abort.signal);
    this.#transport = init.transport;
    const { option } = init;
    const pool = new ClientPool({
      random: systemRandom,
      poolId: init.poolId,
      minRunspaces: init.minRunspaces,
      maxRunspaces: init.maxRunspaces,
      hostInfo: hostInfoOf(init.host),
      openTimeoutMs: limitOf(option.openTimeoutMs),
      maxObjectBytes: option.maximumReceivedObjectSize ?? Number.POSITIVE_INFINITY,
      ...(option.maximumReceivedDataSizePerCommand === null
        ? {}
        : { maxReceivedBytesPerCommand: option.maximumReceivedDataSizePerCommand }),
      ...(option.applicationArguments === null
        ? {}
        : {
            applicationArguments: new PSDictionary(Object.entries(option.applicationArguments), {
              typeNames: TYPE_NAMES.primitiveDictionary,
            }),
          }),
    });
    this.#pump = new Pump(pool, {
      onEvent: (event) => this.#onEvent(event),
      drain: () => this.#drain(),
      onFailure: (error) => this.#fail(error),
    });
    this.#transport.attach(this.#sink());
  }

  get supportsDisconnect(): boolean {
    return this.#transport.supportsDisconnect && this.#pump.machine.serverSupportsDisconnect;
  }
  get protocolVersion(): string | undefined {
    return this.#pump.machine.protocolVersion;
  }
  get roundTrips(): number {
    return this.#transport.roundTrips ?? 0;
  }

  /** Resolves when the pool is Opened. */
  async open(
    creation: {
      readonly name: string;
      readonly idleTimeoutMs?: number;
      readonly bufferMode?: 'Block' | 'Drop';
      readonly noProfile?: boolean;
    },
    signal: AbortSignal,
  ): Promise<ShellProperties> {
    this.#pump.run((pool) => pool.open());
    const fragments = this.#pump.machine.poolBytesToSend(this.#transport.maxFragmentBytes) ?? new Uint8Array();
    const properties = await this.#transport.openShell({ ...creation, shellId: this.#init.poolId, fragments }, signal);
    this.#carry();
    await abortableWait(this.#opened.promise, signal);
    return properties;
  }

  /** Takes over the shell that another client left. */
  async connect(signal: AbortSignal): Promise<void> {
    this.#early = [];
    this.#pump.run((pool) => pool.connect());
    const data = this.#pump.machine.poolBytesToSend(CONNECT_DATA_BYTES) ?? new Uint8Array();
    const answer = await this.#transport.connectShell(this.#init.poolId, data, signal);
    this.#pump.run((pool) => pool.receiveConnectResponse(answer));
    const early = this.#early;
    this.#early = undefined;
    for (const bytes of early) this.#pump.run((pool) => pool.receivePoolData(bytes));
    await abortableWait(this.#opened.promise, signal);
    this.#carry();
  }

  /** Leaves the shell: what is under way is sent first, then the carrier disconnects. */
  async disconnect(
    options: { readonly idleTimeoutMs?: number; readonly bufferMode?: 'Block' | 'Drop' },
    signal: AbortSignal,
  ): Promise<void> {
    this.#disconnectReady = deferred();
    this.#pump.run((pool) => pool.disconnect());
    try {
      await abortableWait(this.#disconnectReady.promise, signal);
      this.#carrying = false;
      await abortableWait(this.#whenIdle(), signal);
      // A command that ended but is not released would look like one that runs to whoever connects next.
      await abortableWait(Promise.all(this.#releasing), signal);
      await this.#transport.disconnectShell(options, signal);
    } catch (error) {
      // Still connected: the machine goes back through the states that it knows.
      if (!this.#disposed && this.#pump.machine.state === 'Disconnecting') {
        this.#pump.run((pool) => [...pool.disconnected(), ...pool.reconnect(), ...pool.reconnected()]);
        this.#carry();
      }
      throw error;
    }
    this.#pump.run((pool) => pool.disconnected());
  }

  /** Takes up the shell that this driver left, and the pipelines that ran. */
  async reconnect(signal: AbortSignal, beforeOutput?: () => Promise<void>): Promise<void> {
    this.#pump.run((pool) => pool.reconnect());
    try {
      await this.#transport.reconnectShell(this.#pump.machine.pipelineIds, signal, beforeOutput);
    } catch (error) {
      if (!this.#disposed && this.#pump.machine.state === 'Connecting') this.#pump.run((pool) => pool.disconnected());
      throw error;
    }
    this.#pump.run((pool) => pool.reconnected());
    this.#carry();
  }

  async close(signal: AbortSignal): Promise<void> {
    if (this.#disposed) return;
    this.#pump.run((pool) => pool.close());
    this.#carrying = false;
    await this.#transport.closeShell(signal);
    if (!this.#disposed) this.#pump.run((pool) => pool.closed());
  }

  startPipeline(
    definition: PSPowerShellDefinition,
    options: StartOptions,
  ): { readonly id: Guid; readonly started: Promise<void> } {
    const pipelineId = this.#transport.takePreparedId?.();
    return this.#start(listedText(definition), (pool) =>
      pool.createPipeline(definition, {
        ...(pipelineId === undefined ? {} : { pipelineId }),
        noInput: options.noInput,
        addToHistory: options.addToHistory,
        isNested: options.isNested,
        ...(options.host === undefined ? {} : { hostInfo: hostInfoOf(options.host) }),
      }),
    );
  }

  startCommandMetadata(names: readonly string[]): { readonly id: Guid; readonly started: Promise<void> } {
    return this.#start('Get-Command', (pool) => pool.getCommandMetadata({ names }));
  }

  /** Takes over a pipeline of the shell that `connect` took over. */
  async attachPipeline(id: Guid, signal: AbortSignal): Promise<void> {
    this.#pump.run((pool) => pool.attachPipeline(id));
    try {
      await this.#transport.connectPipeline(id, signal);
    } catch (error) {
      if (!this.#disposed) this.#pump.run((pool) => pool.pipelineClosed(id, asSessionError(error)));
      throw error;
    }
  }

  async writeInput(id: Guid, value: PSValue): Promise<void> {
    this.#pump.run((pool) => {
      pool.sendInput(id, value);
      return [];
    });
    if (this.#pump.machine.waitingBytes(id) <= INPUT_HIGH_WATER_BYTES) return;
    await new Promise<void>((resolve) => {
      const waiters = this.#inputWaiters.get(id) ?? [];
      waiters.push(resolve);
      this.#inputWaiters.set(id, waiters);
    });
  }
  endInput(id: Guid): Promise<void> {
    this.#pump.run((pool) => {
      pool.endInput(id);
      return [];
    });
    return Promise.resolve();
  }

  /**
   * Resolves when the pipeline is stopped over there. Where the server does not say so within CancelTimeout the pipeline
   * ends here with that reason; what has become of it there is ended when the server answers again.
   */
  async stop(id: Guid): Promise<void> {
    const limitMs = limitOf(this.#init.option.cancelTimeoutMs);
    try {
      await withDeadline('stop the command', limitMs, this.#abort.signal, async (signal) => {
        await this.#unstarted.get(id)?.started.promise.catch(() => undefined);
        if (signal.aborted || !this.#has(id)) return;
        this.#pump.run((pool) => pool.stopPipeline(id));
        await this.#transport.stopPipeline(id, signal);
        if (!signal.aborted && !this.#disposed) this.#pump.run((pool) => pool.stopAcknowledged(id));
      });
    } catch (error) {
      if (this.#has(id)) {
        // Also one that the server never took is stopped, and has not failed.
        if (this.#unstarted.has(id)) this.#givenUp.add(id);
        this.#pump.run((pool) => [...pool.stopPipeline(id), ...pool.pipelineClosed(id, asSessionError(error))]);
      }
      throw error;
    }
  }
  #has(id: Guid): boolean {
    return !this.#disposed && this.#pump.machine.pipelineIds.includes(id);
  }

  hold(id: Guid, held: boolean): void {
    if (!this.#disposed) this.#transport.holdPipeline(id, held);
  }

  /** Releases the channel of a pipeline that has ended; a failure is of no use to anyone. */
  releasePipeline(id: Guid): void {
    if (this.#disposed) return;
    // Limited by the carrier's own timeouts; nobody but a disconnect waits for it.
    const released: Promise<void> = this.#transport
      .closePipeline(id, this.#abort.signal)
      .catch(() => undefined)
      .finally(() => this.#releasing.delete(released));
    this.#releasing.add(released);
  }

  /** @throws {PSSessionError} `PSSessionNotWatchable`: the server knows nothing of it. */
  async setWatchers(names: readonly string[], signal: AbortSignal): Promise<void> {
    if (this.#transport.setWatchers === undefined) {
      throw new PSSessionError('The session is in no endpoint: only sessions there can be watched.', {
        errorId: 'PSSessionNotWatchable',
        category: 'InvalidOperation',
      });
    }
    await this.#transport.setWatchers(names, signal);
  }

  /** What the session has shown lately; undefined where its server keeps nothing of that. */
  async readScreen(position: number | undefined, signal: AbortSignal): Promise<ScreenPart | undefined> {
    try {
      return await this.#transport.readScreen?.(position, signal);
    } catch (error) {
      if (error instanceof WsmanFaultError) return undefined;
      throw error;
    }
  }

  respondToHostCall(pipelineId: Guid | undefined, call: HostCall, result: HostValue): void {
    if (this.#disposed) return;
    this.#pump.run((pool) => {
      pool.respondToHostCall(pipelineId, call, { result });
      return [];
    });
  }
  failHostCall(pipelineId: Guid | undefined, call: HostCall, error: PSErrorRecord): void {
    if (this.#disposed) return;
    this.#pump.run((pool) => {
      pool.respondToHostCall(pipelineId, call, { error });
      return [];
    });
  }

  /** Asks the pool something and waits for the server's word. */
  async poolRequest(ask: (pool: ClientPool) => PoolRequestResult | bigint, signal?: AbortSignal): Promise<PoolAnswer> {
    let asked: PoolRequestResult | bigint | undefined;
    this.#pump.run((pool) => {
      asked = ask(pool);
      return [];
    });
    if (asked === undefined)
      throw new PSSessionError('The pool was busy with another call.', { errorId: 'InvalidOperation' });
    if (typeof asked === 'object' && asked.type === 'done') return { succeeded: asked.succeeded, available: undefined };
    const callId = typeof asked === 'bigint' ? asked : asked.callId;
    const answer = deferred<PoolAnswer>();
    this.#answers.set(callId, answer);
    try {
      return await withDeadline(
        'ask the server about its runspaces',
        limitOf(this.#init.option.operationTimeoutMs),
        signal,
        () => answer.promise,
      );
    } finally {
      this.#answers.delete(callId);
    }
  }

  /** Lets the carrier go. Everything that waits here fails. */
  async dispose(): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#carrying = false;
    const gone = new PSSessionError('The connection is closed.', {
      errorId: 'InvalidSessionState',
      category: 'OperationStopped',
    });
    this.#abort.abort(gone);
    this.#pump[Symbol.dispose]();
    this.#opened.reject(gone);
    this.#disconnectReady.reject(gone);
    for (const { started } of this.#unstarted.values()) started.reject(gone);
    for (const answer of this.#answers.values()) answer.reject(gone);
    for (const waiters of this.#inputWaiters.values()) for (const wake of waiters) wake();
    this.#unstarted.clear();
    this.#inputWaiters.clear();
    await this.#transport[Symbol.asyncDispose]();
  }

  #start(text: string, create: (pool: ClientPool) => Guid): { readonly id: Guid; readonly started: Promise<void> } {
    const started = deferred<void>();
    let id: Guid | undefined;
    this.#pump.run((pool) => {
      id = create(pool);
      this.#unstarted.set(id, { text, started });
      return [];
    });
    if (id === undefined) {
      throw new PSSessionError('A command cannot be started from inside a record of another.', {
        errorId: 'InvalidOperation',
      });
    }
    return { id, started: started.promise };
  }

  #sink(): RunspaceTransportSink {
    const run = (call: (pool: ClientPool) => readonly ClientPoolEvent[]): void => {
      if (!this.#disposed) this.#pump.run(call);
    };
    return {
      poolData: (bytes) => {
        if (this.#early === undefined) run((pool) => pool.receivePoolData(bytes));
        else this.#early.push(bytes);
      },
      pipelineData: (id, bytes) => run((pool) => pool.receivePipelineData(id, bytes)),
      pipelineClosed: (id, reason) => run((pool) => pool.pipelineClosed(id, reason)),
      shellDisconnected: (reason) => {
        if (this.#disposed) return;
        this.#carrying = false;
        if (['Opened', 'Disconnecting', 'Connecting'].includes(this.#pump.machine.state)) {
          run((pool) => pool.disconnected());
          this.#init.onDisconnected(reason);
        } else run((pool) => pool.closed(reason));
      },
      connectionRetry: (retrying, remainingMs) => this.#init.onRetry(retrying, remainingMs),
      closed: (reason) => run((pool) => pool.closed(reason)),
    };
  }

  #onEvent(event: ClientPoolEvent): void {
    switch (event.type) {
      case 'stateChanged':
        if (event.state === 'Opened') this.#opened.resolve();
        else if (event.state === 'Broken' || event.state === 'Closed') {
          this.#carrying = false;
          const reason =
            event.reason ??
            new PSSessionError('The server ended the session.', {
              errorId: 'PSSessionStateBroken',
              category: 'OpenError',
            });
          this.#opened.reject(reason);
          this.#disconnectReady.reject(reason);
          this.#ended.resolve();
          for (const { started } of this.#unstarted.values()) started.reject(reason);
          for (const answer of this.#answers.values()) answer.reject(reason);
          this.#unstarted.clear();
        }
        break;
      case 'negotiated':
        this.#transport.protocolNegotiated?.(event.protocolVersion);
        break;
      case 'disconnectReady':
        this.#disconnectReady.resolve();
        break;
      case 'runspaceAvailability':
        this.#answers.get(event.callId)?.resolve({ succeeded: event.succeeded, available: event.available });
        break;
      default:
        break;
    }
    this.#init.onEvent(event);
  }

  #carry(): void {
    this.#carrying = true;
    this.#drain();
  }

  #drain(): void {
    if (this.#carrying) {
      const pool = this.#pump.machine;
      for (const { pipelineId, priority } of pool.channelsToSend()) {
        const key = `${pipelineId ?? ''}:${priority}`;
        if (this.#sending.has(key)) continue;
        const unstarted = pipelineId === undefined ? undefined : this.#unstarted.get(pipelineId);
        const bytes =
          pipelineId === undefined
            ? pool.poolBytesToSend(this.#transport.maxFragmentBytes, priority)
            : pool.pipelineBytesToSend(pipelineId, this.#transport.maxFragmentBytes, priority);
        if (bytes === undefined) continue;
        this.#sending.add(key);
        void this.#send(pipelineId, priority, bytes, unstarted).finally(() => {
          this.#sending.delete(key);
          if (this.#sending.size === 0) for (const wake of this.#idle.splice(0)) wake();
          if (!this.#disposed) this.#drain();
        });
      }
    }
    this.#wakeInput();
  }

  async #send(
    pipelineId: Guid | undefined,
    priority: StreamPriority,
    bytes: Uint8Array,
    unstarted: { readonly text: string; readonly started: Deferred<void> } | undefined,
  ): Promise<void> {
    const { signal } = this.#abort;
    try {
      if (pipelineId === undefined) await this.#transport.sendPool(bytes, priority, signal);
      else if (unstarted !== undefined) {
        while (this.#releasing.size >= MAX_RELEASING) await Promise.race(this.#releasing);
        await this.#transport.startPipeline(pipelineId, bytes, unstarted.text, signal);
        this.#unstarted.delete(pipelineId);
        unstarted.started.resolve();
        // One that has ended meanwhile is released already, and nothing answers a second time.
        if (this.#givenUp.delete(pipelineId)) this.releasePipeline(pipelineId);
      } else await this.#transport.sendPipeline(pipelineId, bytes, priority, signal);
    } catch (error) {
      // A session that is at its end says why on a channel of its own, and that is what its commands fail with.
      if (unstarted !== undefined && isBrokenOff(error))
        await withDeadline('hear why', LAST_WORD_MS, signal, () => this.#ended.promise).catch(() => undefined);
      if (pipelineId !== undefined) {
        this.#unstarted.delete(pipelineId);
        this.#givenUp.delete(pipelineId);
      }
      unstarted?.started.reject(error);
      if (this.#disposed) return;
      const known = asSessionError(error);
      // A pipeline that ended meanwhile does not need what was sent; the machine knows.
      if (pipelineId !== undefined) this.#pump.run((pool) => pool.pipelineClosed(pipelineId, known));
      else this.#pump.run((pool) => pool.closed(known));
    }
  }

  #wakeInput(): void {
    if (this.#inputWaiters.size === 0) return;
    for (const [id, waiters] of this.#inputWaiters) {
      if (this.#pump.machine.waitingBytes(id) > INPUT_HIGH_WATER_BYTES) continue;
      this.#inputWaiters.delete(id);
      for (const wake of waiters) wake();
    }
  }

  #whenIdle(): Promise<void> {
    if (this.#sending.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#idle.push(resolve);
    });
  }

  /** Our own bug, thrown inside an event: the session cannot be trusted any more, and says so. */
  #fail(error: unknown): void {
    const known = asSessionError(error);
    for (const id of this.#pump.machine.pipelineIds) {
      this.#init.onEvent({ type: 'pipelineStateChanged', pipelineId: id, state: 'Failed', reason: known });
    }
    this.#init.onEvent({ type: 'stateChanged', state: 'Broken', reason: known });
    this.#opened.reject(known);
    void this.dispose();
  }
}

function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

function abortableWait<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(asSessionError(signal.reason));
  return new Promise((resolve, reject) => {
    const aborted = (): void => reject(asSessionError(signal.reason));
    signal.addEventListener('abort', aborted, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted));
  });
}

/** 0 means no limit. cmdlets.md 13.1 */
function limitOf(ms: number): number {
  return ms === 0 ? Number.POSITIVE_INFINITY : ms;
}
