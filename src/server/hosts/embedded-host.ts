/**
 * A session on the engine of this package: the PSRP server machine on one side, runspaces of the engine on the other.
 *
 * The machine counts runspaces and queues pipelines; this file keeps as many engine runspaces as it grants, runs each
 * ready pipeline in a free one, and carries streams to the sink. A sink without room holds that pipeline's producer
 * and no other. Whatever the engine throws ends that pipeline as Failed; whatever fails in opening breaks the pool.
 */
import { AsyncQueue, type Clock, type RandomSource } from '../../io/runtime/index.js';
import { EMPTY_GUID, tryParseGuid, type Guid } from '../../protocol/bytes/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import type { PSErrorRecord, PSPowerShellDefinition, PSValue } from '../../protocol/objects/index.js';
import {
  DEFAULT_MAX_FRAGMENT_BYTES,
  NO_HOST,
  packed,
  ServerPool,
  type CreatePipeline,
  type GetCommandMetadata,
  type HostInfo,
  type InitRunspacePool,
  type PipelineEnd,
  type ServerPoolEvent,
} from '../../protocol/psrp/index.js';
import type { EngineRunspace, ForwardedEvent, PipelineOutcome } from '../../powershell/engine/index.js';
import type { HostPriority, RunspaceHost, RunspaceHostSink } from '../runspace-host.js';
import { commandMetadata } from './command-metadata.js';
import { errorRecordOf } from './error-records.js';
import { echoInformation, echoInformational, echoProgress } from './host-echo.js';
import { HostCalls } from './remote-host.js';

/** Makes one runspace of the pool: start-up script run, `$PSSenderInfo` set. Rejects with `StartupFailure` when the script failed. */
export type RunspaceFactory = (init: InitRunspacePool) => Promise<EngineRunspace>;

/** The start-up script ended with this terminating error. */
export class StartupFailure extends Error {
  readonly record: PSErrorRecord;
  constructor(record: PSErrorRecord) {
    super(record.exception.message);
    this.name = 'StartupFailure';
    this.record = record;
  }
}

export interface EmbeddedHostOptions {
  readonly createRunspace: RunspaceFactory;
  readonly random: RandomSource;
  readonly clock: Clock;
  /** How long a pipeline may take to stop before its client is told that it has. Default 60 000 ms. */
  readonly stopTimeoutMs?: number;
}

/** PowerShell's own limit for what one command may be sent: 50 MiB. */
const MAX_INPUT_BYTES = 52_428_800;
/** The engine holds its producer when so many bytes wait for the sink. */
const HIGH_WATER_BYTES = 262_144;
const STOP_TIMEOUT_MS = 60_000;
/** Small records of one turn of the engine go out together: a write to the disk and a line for each would cost most. */
const TOGETHER_BYTES = 3072;

interface Pipeline {
  readonly id: Guid;
  /** Undefined: it was refused before it was known. */
  readonly work: CreatePipeline | GetCommandMetadata | undefined;
  readonly input: AsyncQueue<PSValue>;
  readonly stop: AbortController;
  runspace: EngineRunspace | undefined;
  /** Set while the sink has no room. */
  room: Promise<void> | undefined;
  /** What it gave since waits for the end of the engine's turn. */
  drainsSoon: boolean;
  stopping: boolean;
  ended: boolean;
  done: boolean;
  readonly finished: PromiseWithResolvers;
}

interface PromiseWithResolvers {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

export class EmbeddedRunspaceHost implements RunspaceHost {
  readonly processId = process.pid;
  readonly #options: EmbeddedHostOptions;
  readonly #pool: ServerPool;
  readonly #hostCalls: HostCalls;
  readonly #pipelines = new Map<Guid, Pipeline>();
  readonly #free: EngineRunspace[] = [];
  readonly #runspaces = new Set<EngineRunspace>();
  #init: InitRunspacePool | undefined;
  #poolHost: HostInfo = NO_HOST;
  #sink: RunspaceHostSink | undefined;
  readonly #events: ServerPoolEvent[] = [];
  #working = false;
  #broken: PSSessionError | undefined;
  #closed = false;

  constructor(options: EmbeddedHostOptions) {
    this.#options = options;
    this.#pool = new ServerPool({ random: options.random, maxReceivedBytesPerCommand: MAX_INPUT_BYTES });
    this.#hostCalls = new HostCalls((method, parameters, pipelineId) => {
      const callId = this.#pool.callHost(method, parameters, pipelineId);
      if (pipelineId === undefined) this.#drain();
      else this.#drainPipeline(pipelineId);
      return callId;
    });
  }

  attach(sink: RunspaceHostSink): void {
    this.#sink = sink;
  }

  poolInput(bytes: Uint8Array, priority: HostPriority): void {
    this.#take(this.#pool.receivePoolData(bytes, priority));
  }

  connect(connectData: Uint8Array): Promise<Uint8Array> {
    try {
      const { reply, events } = this.#pool.connect(connectData);
      this.#take(events);
      return Promise.resolve(reply);
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  startPipeline(pipelineId: Guid, firstBytes: Uint8Array): void {
    this.#take(this.#pool.receivePipelineData(pipelineId, firstBytes, 'Default'));
  }

  pipelineInput(pipelineId: Guid, bytes: Uint8Array, priority: HostPriority): void {
    this.#take(this.#pool.receivePipelineData(pipelineId, bytes, priority));
  }

  async stopPipeline(pipelineId: Guid): Promise<void> {
    const pipeline = this.#pipelines.get(pipelineId);
    this.#take(this.#pool.stopPipeline(pipelineId));
    // One that has ended needs no stop, even when its last words still wait for room.
    if (pipeline !== undefined && !pipeline.ended) await pipeline.finished.promise;
  }

  closePipeline(pipelineId: Guid): Promise<void> {
    this.#take(this.#pool.closePipeline(pipelineId));
    const pipeline = this.#pipelines.get(pipelineId);
    if (pipeline?.ended === true) this.#pipelineDone(pipeline);
    return Promise.resolve();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#take(this.#pool.close());
    await Promise.all([...this.#pipelines.values()].map(({ finished }) => finished.promise));
    this.#take(this.#pool.closed());
    await Promise.all([...this.#runspaces].map((runspace) => runspace.dispose()));
    this.#runspaces.clear();
    this.#sink?.closed();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  // --- the machine's events

  /** Events in order; those that come up meanwhile wait their turn. Then everything that has room goes to the sink. */
  #take(events: readonly ServerPoolEvent[]): void {
    this.#events.push(...events);
    if (this.#working) return;
    this.#working = true;
    try {
      for (let event = this.#events.shift(); event !== undefined; event = this.#events.shift()) this.#handle(event);
    } finally {
      this.#working = false;
    }
    this.#drain();
    if (this.#broken !== undefined && !this.#closed) {
      this.#closed = true;
      void this.#disposeRunspaces();
      this.#sink?.closed(this.#broken);
    }
  }

  #handle(event: ServerPoolEvent): void {
    switch (event.type) {
      case 'poolRequested':
        void this.#open(event.request);
        return;
      case 'pipelineCreated':
        this.#addPipeline(event.pipelineId, event.pipeline);
        return;
      case 'commandMetadataRequested':
        this.#addPipeline(event.pipelineId, event.request);
        return;
      case 'pipelineReady':
        void this.#run(event.pipelineId, event.nestedIn);
        return;
      case 'input':
        void this.#pipelines.get(event.pipelineId)?.input.push(event.value);
        return;
      case 'inputEnded':
        this.#pipelines.get(event.pipelineId)?.input.end();
        return;
      case 'stopRequested':
        this.#stop(event.pipelineId);
        return;
      case 'pipelineEnded':
        this.#pipelineEnded(event.pipelineId);
        return;
      case 'hostResponse':
        this.#hostCalls.answered(event.callId, event.encodedResult, event.error);
        return;
      case 'hostCallCancelled':
        this.#hostCalls.cancelled(event.callId);
        return;
      case 'resetRequested':
        this.#reset(event.callId);
        return;
      case 'stateChanged':
        if (event.state === 'Broken') {
          this.#broken =
            event.reason ?? new PSSessionError('The session is broken.', { errorId: 'PSSessionStateBroken' });
        }
        return;
      case 'clientConnected':
      case 'runspaceCountsChanged':
      case 'keyExchanged':
        return;
    }
  }

  // --- the pool

  async #open(opened: InitRunspacePool): Promise<void> {
    const init = packed(opened);
    this.#init = init;
    this.#poolHost = init.hostInfo;
    try {
      this.#free.push(await this.#newRunspace(init));
      if (!this.#closed) this.#take(this.#pool.acceptPool());
    } catch (error) {
      if (!this.#closed)
        this.#take(this.#pool.refusePool(error instanceof StartupFailure ? error.record : errorRecordOf(error)));
    }
  }

  async #newRunspace(init: InitRunspacePool): Promise<EngineRunspace> {
    const runspace = await this.#options.createRunspace(init);
    this.#runspaces.add(runspace);
    if (this.#closed) await runspace.dispose();
    return runspace;
  }

  async #disposeRunspaces(): Promise<void> {
    const all = [...this.#runspaces];
    this.#runspaces.clear();
    this.#free.length = 0;
    await Promise.allSettled(all.map((runspace) => runspace.dispose()));
  }

  #reset(callId: bigint): void {
    const [runspace] = this.#free;
    try {
      runspace?.reset();
      this.#pool.respondToReset(callId, runspace !== undefined);
    } catch {
      this.#pool.respondToReset(callId, false);
    }
  }

  // --- pipelines

  #addPipeline(id: Guid, work: Pipeline['work']): Pipeline {
    let resolve = (): void => undefined;
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    const pipeline: Pipeline = {
      id,
      work,
      input: new AsyncQueue<PSValue>(),
      stop: new AbortController(),
      runspace: undefined,
      room: undefined,
      drainsSoon: false,
      stopping: false,
      ended: false,
      done: false,
      finished: { promise, resolve },
    };
    this.#pipelines.set(id, pipeline);
    return pipeline;
  }

  async #run(pipelineId: Guid, nestedIn: Guid | undefined): Promise<void> {
    const pipeline = this.#pipelines.get(pipelineId);
    const init = this.#init;
    if (pipeline === undefined || init === undefined) return;
    let end: PipelineEnd;
    const outer = nestedIn === undefined ? undefined : this.#pipelines.get(nestedIn)?.runspace;
    let runspace: EngineRunspace | undefined;
    try {
      runspace = outer ?? this.#free.shift() ?? (await this.#newRunspace(init));
      pipeline.runspace = runspace;
      // Its Command is answered before it runs, and so are other requests: it may hold the thread.
      await new Promise((resolve) => setImmediate(resolve));
      end = await this.#execute(pipeline, runspace);
    } catch (error) {
      const record = error instanceof StartupFailure ? error.record : errorRecordOf(error);
      end = pipeline.stop.signal.aborted ? { state: 'Stopped' } : { state: 'Failed', error: record };
    }
    pipeline.runspace = undefined;
    if (runspace !== undefined && outer === undefined && !this.#closed) this.#free.push(runspace);
    this.#take(this.#pool.endPipeline(pipelineId, end));
  }

  async #execute(pipeline: Pipeline, runspace: EngineRunspace): Promise<PipelineEnd> {
    const { work } = pipeline;
    if (work === undefined) throw new Error('a pipeline that was refused runs');
    if (!('powerShell' in work)) return await this.#commandMetadata(pipeline, work, runspace);
    return await this.#runDefinition(pipeline, runspace, work.powerShell, {
      output: (value) => this.#send(pipeline, this.#pool.sendOutput(pipeline.id, value)),
      input: work.noInput ? undefined : pipeline.input,
      hostInfo: work.hostInfo.useRunspaceHost ? this.#poolHost : work.hostInfo,
      addToHistory: work.addToHistory,
    });
  }

  #runDefinition(
    pipeline: Pipeline,
    runspace: EngineRunspace,
    definition: PSPowerShellDefinition,
    options: {
      readonly output: (value: PSValue) => void | Promise<void>;
      readonly input: AsyncIterable<PSValue> | undefined;
      readonly hostInfo: HostInfo;
      readonly addToHistory: boolean;
    },
  ): Promise<PipelineOutcome> {
    const { id } = pipeline;
    const pool = this.#pool;
    const { signal } = pipeline.stop;
    const host = this.#hostCalls.hostFor(id, options.hostInfo);
    return runspace.run({
      definition,
      input: options.input,
      host: {
        ...host,
        pool: this.#hostCalls.hostFor(undefined, this.#poolHost),
        userEvent: (event) => this.#sendUserEvent(runspace, event),
      },
      addToHistory: options.addToHistory,
      signal,
      sink: {
        output: options.output,
        error: (record) => this.#send(pipeline, pool.sendError(id, record)),
        informational: (record) => {
          const heard = pool.sendInformational(id, record);
          echoInformational(host, signal, record);
          return this.#send(pipeline, heard);
        },
        progress: (record) => {
          const heard = pool.sendProgress(id, record);
          echoProgress(host, signal, record);
          return this.#send(pipeline, heard);
        },
        information: (record) => {
          const heard = pool.sendInformation(id, record);
          echoInformation(host, signal, record);
          return this.#send(pipeline, heard);
        },
      },
    });
  }

  /** PowerShell's own answer: the number of commands, then the commands. protocol.md 3.5 */
  async #commandMetadata(
    pipeline: Pipeline,
    request: GetCommandMetadata,
    runspace: EngineRunspace,
  ): Promise<PipelineEnd> {
    const { definition, countOf } = commandMetadata(request);
    const found: PSValue[] = [];
    const outcome = await this.#runDefinition(pipeline, runspace, definition, {
      output: (value) => {
        found.push(value);
      },
      input: undefined,
      hostInfo: NO_HOST,
      addToHistory: false,
    });
    if (outcome.state !== 'Completed') return outcome;
    for (const value of [countOf(found.length), ...found]) {
      await this.#send(pipeline, this.#pool.sendOutput(pipeline.id, value));
    }
    return outcome;
  }

  /** What a stream's write gives the engine: nothing, or a promise to wait for. */
  #send(pipeline: Pipeline, _heard: boolean): void | Promise<void> {
    if (this.#pool.waitingBytes(pipeline.id) >= TOGETHER_BYTES) this.#drainPipeline(pipeline.id);
    else if (!pipeline.drainsSoon) {
      pipeline.drainsSoon = true;
      queueMicrotask(() => {
        pipeline.drainsSoon = false;
        this.#drainPipeline(pipeline.id);
      });
    }
    if (pipeline.room !== undefined && this.#pool.waitingBytes(pipeline.id) > HIGH_WATER_BYTES) return pipeline.room;
    return undefined;
  }

  #sendUserEvent(runspace: EngineRunspace, event: ForwardedEvent): void {
    const runspaceId = tryParseGuid(runspace.id) ?? EMPTY_GUID;
    this.#pool.sendUserEvent({ ...event, computerName: null, runspaceId });
    this.#drain();
  }

  #stop(pipelineId: Guid): void {
    const pipeline = this.#pipelines.get(pipelineId);
    if (pipeline === undefined || pipeline.stopping) return;
    pipeline.stopping = true;
    pipeline.input.end();
    pipeline.stop.abort();
    const limit = this.#options.stopTimeoutMs ?? STOP_TIMEOUT_MS;
    const timer = this.#options.clock.setTimer(limit, () => {
      this.#take(this.#pool.endPipeline(pipelineId, { state: 'Stopped' }));
    });
    void pipeline.finished.promise.then(() => timer.cancel());
  }

  #pipelineEnded(pipelineId: Guid): void {
    // Refused before it was one: its client has to hear why all the same.
    const pipeline = this.#pipelines.get(pipelineId) ?? this.#addPipeline(pipelineId, undefined);
    pipeline.ended = true;
    pipeline.input.end();
    if (!this.#pool.pipelineIds.includes(pipelineId)) this.#pipelineDone(pipeline);
  }

  // --- to the sink

  #drain(): void {
    for (;;) {
      const fragment = this.#pool.poolFragmentToSend(DEFAULT_MAX_FRAGMENT_BYTES);
      if (fragment === undefined) break;
      this.#sink?.poolOutput(fragment);
    }
    for (const pipelineId of this.#pipelines.keys()) this.#drainPipeline(pipelineId);
  }

  #drainPipeline(pipelineId: Guid): void {
    const pipeline = this.#pipelines.get(pipelineId);
    if (pipeline === undefined) return;
    // A pipeline that stops gets its last words out, room or not: they are few, and its client waits for them.
    while (pipeline.room === undefined || pipeline.stopping) {
      const fragments = this.#pool.pipelineOutputToSend(pipelineId, TOGETHER_BYTES);
      if (fragments === undefined) break;
      const pending = this.#pool.waitingBytes(pipelineId) === 0 && this.#pool.awaitsHost(pipelineId);
      const room = this.#sink?.pipelineOutput(pipelineId, fragments, pending);
      if (room instanceof Promise) this.#waitForRoom(pipeline, room);
    }
    if (pipeline.ended && this.#pool.waitingBytes(pipelineId) === 0) this.#pipelineDone(pipeline);
  }

  #waitForRoom(pipeline: Pipeline, room: Promise<void>): void {
    pipeline.room = room;
    void room.then(() => {
      if (pipeline.room === room) pipeline.room = undefined;
      this.#drainPipeline(pipeline.id);
    });
  }

  #pipelineDone(pipeline: Pipeline): void {
    if (pipeline.done) return;
    pipeline.done = true;
    this.#sink?.pipelineDone(pipeline.id);
    this.#pipelines.delete(pipeline.id);
    pipeline.finished.resolve();
  }
}
