/**
 * A session in a program that speaks the out-of-process framing: `pwsh -NoLogo -NoProfile -s`, `ssh -s host powershell`.
 * Fragments are passed on whole and, but for the pool's few own messages, unread.
 *
 * The program has one client for all its life: this host. That the session's client leaves, and that another one takes
 * over, is kept from it: `SessionMemory` answers Connect. If the program dies, the pipelines that ran are Failed and
 * the pool is Broken, said here in its place, after what it had produced.
 *
 * Flow. One pipe carries all channels. Output of a pipeline whose client does not read is kept here up to a bound, so
 * that the others go on; beyond it the pipe is paused, and so in the end the program. The bound is higher while other
 * pipelines run whose clients do read; when even that is used up, they are held too. While a stop is under way the pipe
 * is read whatever the bound says: the acknowledgement stands behind the output.
 */
import type { Clock, Timer } from '../../io/runtime/index.js';
import type { ByteCarrier } from '../../io/transport/index.js';
import { EMPTY_GUID, type Guid } from '../../protocol/bytes/index.js';
import { OperationTimeoutError, PSSessionError, QuotaError, TransportError } from '../../protocol/errors/index.js';
import { OutOfProcClient, type OutOfProcClientEvent } from '../../protocol/outofproc/index.js';
import {
  FRAGMENT_HEADER_BYTES,
  HALF_A_COMMAND,
  MESSAGE_HEADER_BYTES,
  MessageType,
  readFragmentHeader,
} from '../../protocol/psrp/index.js';
import type { HostPriority, RunspaceHost, RunspaceHostSink } from '../runspace-host.js';
import { errorRecordOf } from './error-records.js';
import { FragmentCutter } from './fragment-cutter.js';
import { ProcessMeter, type ProcessLimits, type ProcessUsage } from './process-meter.js';
import type { SessionCgroup } from './session-cgroup.js';
import { SessionMemory } from './session-memory.js';
import { StartupRun } from './startup-run.js';

export interface CommandHostOptions {
  readonly carrier: ByteCarrier;
  readonly clock: Clock;
  /** Until the program's pool is open. Milliseconds; default 60 000. */
  readonly openTimeoutMs?: number;
  /** Runs before the client is told that the pool is open. */
  readonly startupScript: string | undefined;
  /** How long the program may take to end its session before it is ended. Milliseconds; default 5000. */
  readonly closeTimeoutMs?: number;
  /** Beyond them the program is ended and the session Broken. Default: no limits. */
  readonly limits?: ProcessLimits;
  /** The program's own cgroup, where there is one. */
  readonly cgroup?: SessionCgroup;
  /** The program has begun its session, or is gone. May be called twice. */
  readonly onStarted?: () => void;
  /** What the program uses, now and then. */
  readonly onUsage?: (usage: ProcessUsage) => void;
}

const NO_LIMITS: ProcessLimits = { maxMemoryMb: Number.POSITIVE_INFINITY, maxProcesses: Number.POSITIVE_INFINITY };

/** Output of one pipeline that waits here before the pipe is paused. Bytes. */
const PAUSE_BYTES = 4 * 1024 * 1024;
/** The same while other pipelines run whose clients do read: the pipe is theirs too. Bytes. */
const PAUSE_SHARED_BYTES = 64 * 1024 * 1024;
/** What one pipeline's client may send before the program took it. PowerShell's own limit per command is 50 MiB. */
const MAX_UNTAKEN_BYTES = 64 * 1024 * 1024;

interface Pipeline {
  readonly id: Guid;
  readonly fromClient: Record<HostPriority, FragmentCutter>;
  readonly fromProgram: FragmentCutter;
  readonly waiting: Uint8Array[];
  waitingBytes: number;
  room: Promise<void> | undefined;
  /** Type of the message that is under way, from its first fragment. */
  messageType: number;
  awaitsHost: boolean;
  stopping: boolean;
  /** Its PIPELINE_STATE came whole. */
  ended: boolean;
  done: boolean;
  /** Sizes of what was sent and not acknowledged. */
  readonly sent: number[];
  untaken: number;
  /** The message that makes it came whole. */
  created: boolean;
}

export class CommandRunspaceHost implements RunspaceHost {
  readonly #options: CommandHostOptions;
  readonly #carrier: ByteCarrier;
  readonly #client = new OutOfProcClient();
  readonly #memory = new SessionMemory();
  readonly #poolFromClient: Record<HostPriority, FragmentCutter> = {
    Default: new FragmentCutter(),
    PromptResponse: new FragmentCutter(),
  };
  readonly #poolFromProgram = new FragmentCutter();
  readonly #pipelines = new Map<Guid, Pipeline>();
  readonly #stops = new Map<Guid, (() => void)[]>();
  readonly #openTimer: Timer;
  readonly #meter: ProcessMeter;
  /** Fragments that say the pool is open, held while the start-up script runs. */
  #held: Uint8Array[] | undefined;
  #startup: StartupRun | undefined;
  /** A greeting for a new client, held while a message of the pool is under way. */
  #greeting: readonly Uint8Array[] = [];
  #insidePoolMessage = false;
  #alarm: Timer | undefined;
  #sink: RunspaceHostSink | undefined;
  #dead: PSSessionError | undefined;
  #closing: Promise<void> | undefined;
  #sessionClosed: (() => void) | undefined;
  #paused = false;

  constructor(options: CommandHostOptions) {
    this.#options = options;
    this.#carrier = options.carrier;
    const limit = options.openTimeoutMs ?? 60_000;
    this.#openTimer = options.clock.setTimer(limit, () => {
      this.#die(new OperationTimeoutError(`open a session in '${options.carrier.address}'`, limit));
    });
    this.#meter = new ProcessMeter(
      this.processId,
      options.limits ?? NO_LIMITS,
      options.clock,
      (usage) => options.onUsage?.(usage),
      (error) => this.#die(error),
      options.cgroup,
    );
  }

  get processId(): number {
    return this.#carrier.processId ?? 0;
  }

  attach(sink: RunspaceHostSink): void {
    this.#sink = sink;
    this.#carrier.attach({
      data: (bytes) => this.#guard(() => this.#take(this.#client.receive(bytes))),
      closed: (reason) => {
        this.#sessionClosed?.();
        if (this.#closing !== undefined) return;
        this.#die(
          reason ??
            new TransportError('Process', `The program '${this.#carrier.address}' ended.`, {
              category: 'ConnectionError',
            }),
        );
      },
    });
  }

  // --- from the client

  poolInput(bytes: Uint8Array, priority: HostPriority): void {
    if (this.#dead !== undefined) return;
    this.#guard(() => {
      for (const fragment of this.#poolFromClient[priority].push(bytes)) {
        if (priority === 'Default') this.#memory.clientSent(fragment);
        this.#client.sendData(EMPTY_GUID, fragment, priority);
      }
      this.#flush();
    });
  }

  connect(connectData: Uint8Array): Promise<Uint8Array> {
    try {
      const reply = this.#memory.answerConnect(connectData);
      this.#takeOver();
      return Promise.resolve(reply);
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  startPipeline(pipelineId: Guid, firstBytes: Uint8Array): void {
    if (this.#dead !== undefined) throw this.#dead;
    const pipeline: Pipeline = {
      id: pipelineId,
      fromClient: { Default: new FragmentCutter(), PromptResponse: new FragmentCutter() },
      fromProgram: new FragmentCutter(),
      waiting: [],
      waitingBytes: 0,
      room: undefined,
      messageType: 0,
      awaitsHost: false,
      stopping: false,
      ended: false,
      done: false,
      sent: [],
      untaken: 0,
      created: false,
    };
    this.#pipelines.set(pipelineId, pipeline);
    this.#client.startCommand(pipelineId);
    this.pipelineInput(pipelineId, firstBytes, 'Default');
    this.#regulate();
  }

  pipelineInput(pipelineId: Guid, bytes: Uint8Array, priority: HostPriority): void {
    const pipeline = this.#pipelines.get(pipelineId);
    if (pipeline === undefined || pipeline.ended || this.#dead !== undefined) return;
    try {
      for (const fragment of pipeline.fromClient[priority].push(bytes)) this.#toProgram(pipeline, fragment, priority);
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      this.#failPipeline(pipeline, error);
    }
    this.#flush();
  }

  /** The client broke the rules on one pipeline's channel: that one fails, and the program is told to stop it. */
  #failPipeline(pipeline: Pipeline, reason: PSSessionError): void {
    for (const fragment of this.#memory.pipelineFailed(pipeline.id, errorRecordOf(reason))) {
      pipeline.waiting.push(fragment);
      pipeline.waitingBytes += fragment.length;
    }
    pipeline.ended = true;
    pipeline.stopping = true;
    this.#client.signal(pipeline.id);
    this.#drain(pipeline);
  }

  stopPipeline(pipelineId: Guid): Promise<void> {
    const pipeline = this.#pipelines.get(pipelineId);
    if (pipeline === undefined || pipeline.ended || this.#dead !== undefined) return Promise.resolve();
    pipeline.stopping = true;
    if (!this.#client.signal(pipelineId)) return Promise.resolve();
    const acknowledged = new Promise<void>((resolve) => {
      const waiters = this.#stops.get(pipelineId) ?? [];
      waiters.push(resolve);
      this.#stops.set(pipelineId, waiters);
    });
    this.#drain(pipeline);
    this.#regulate();
    this.#flush();
    return acknowledged;
  }

  closePipeline(pipelineId: Guid): Promise<void> {
    const pipeline = this.#pipelines.get(pipelineId);
    this.#pipelines.delete(pipelineId);
    if (pipeline !== undefined && this.#dead === undefined) {
      this.#client.closeCommand(pipelineId);
      this.#flush();
    }
    this.#regulate();
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#options.onStarted?.();
    this.#openTimer.cancel();
    this.#meter[Symbol.dispose]();
    if (this.#dead === undefined) {
      const limit = this.#options.closeTimeoutMs ?? 5000;
      await new Promise<void>((resolve) => {
        const timer = this.#options.clock.setTimer(limit, resolve);
        this.#sessionClosed = () => {
          timer.cancel();
          resolve();
        };
        this.#carrier.resume();
        this.#client.closeSession();
        this.#flush();
      });
    }
    this.#alarm?.cancel();
    this.#releaseStops();
    await this.#carrier.close();
    this.#sink?.closed();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  // --- from the program

  /** What the program sends may be anything; a fault in it is the end of this session and of no other. */
  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      this.#die(error);
    }
  }

  #take(events: readonly OutOfProcClientEvent[]): void {
    for (const event of events) this.#handle(event);
    this.#flush();
  }

  #handle(event: OutOfProcClientEvent): void {
    switch (event.type) {
      case 'data':
        if (event.id === EMPTY_GUID) this.#poolData(event.bytes);
        else this.#pipelineData(event.id, event.bytes);
        return;
      case 'dataAcknowledged': {
        const pipeline = this.#pipelines.get(event.id);
        if (pipeline !== undefined) pipeline.untaken -= pipeline.sent.shift() ?? 0;
        return;
      }
      case 'signalAcknowledged':
        this.#stopped(event.id);
        return;
      case 'timedOut':
        if (event.operation === 'Signal') this.#stopped(event.id);
        else if (event.id === EMPTY_GUID) this.#sessionClosed?.();
        return;
      case 'sessionClosed':
        if (this.#closing === undefined) {
          this.#die(new TransportError('Process', `The program '${this.#carrier.address}' closed the session.`));
        }
        this.#sessionClosed?.();
        return;
      case 'faulted':
        this.#die(event.reason);
        return;
      case 'commandAcknowledged':
      case 'commandClosed':
        return;
    }
  }

  #poolData(bytes: Uint8Array): void {
    for (const fragment of this.#poolFromProgram.push(bytes)) {
      const types = this.#memory.serverSent(fragment);
      this.#insidePoolMessage = !readFragmentHeader(fragment).end;
      const opened = types.includes(MessageType.RUNSPACEPOOL_STATE) && this.#memory.poolState === 'Opened';
      if (opened) {
        this.#openTimer.cancel();
        this.#options.onStarted?.();
      }
      if (opened && this.#options.startupScript !== undefined && this.#startup === undefined) {
        this.#runStartup(this.#options.startupScript, fragment);
      } else if (this.#held !== undefined) {
        this.#held.push(fragment);
      } else {
        this.#sink?.poolOutput(fragment);
        this.#greet();
      }
    }
  }

  #pipelineData(pipelineId: Guid, bytes: Uint8Array): void {
    if (pipelineId === this.#startup?.pipelineId) {
      this.#startup.receive(bytes);
      return;
    }
    const pipeline = this.#pipelines.get(pipelineId);
    if (pipeline === undefined || pipeline.ended) return;
    for (const fragment of pipeline.fromProgram.push(bytes)) {
      pipeline.waiting.push(fragment);
      pipeline.waitingBytes += fragment.length;
      if (endsWith(pipeline, fragment, MessageType.PIPELINE_STATE)) pipeline.ended = true;
    }
    this.#drain(pipeline);
    this.#regulate();
  }

  #drain(pipeline: Pipeline): void {
    while (pipeline.room === undefined || pipeline.stopping) {
      const fragment = pipeline.waiting.shift();
      if (fragment === undefined) break;
      pipeline.waitingBytes -= fragment.length;
      const room = this.#sink?.pipelineOutput(pipeline.id, fragment, awaitsHost(pipeline, fragment));
      if (room instanceof Promise) {
        pipeline.room = room;
        void room.then(() => {
          if (pipeline.room === room) pipeline.room = undefined;
          this.#drain(pipeline);
          this.#regulate();
        });
      }
    }
    if (pipeline.ended && pipeline.waiting.length === 0 && !pipeline.done) {
      pipeline.done = true;
      this.#sink?.pipelineDone(pipeline.id);
    }
  }

  /** Reads the pipe or lets it be, by what waits here. */
  #regulate(): void {
    const pipelines = [...this.#pipelines.values()];
    const shared = pipelines.some(({ ended, room }) => !ended && room === undefined);
    const limit = shared ? PAUSE_SHARED_BYTES : PAUSE_BYTES;
    const full = pipelines.some(({ waitingBytes }) => waitingBytes > limit);
    const pause = full && this.#stops.size === 0 && this.#closing === undefined;
    if (pause === this.#paused) return;
    this.#paused = pause;
    if (pause) this.#carrier.pause();
    else this.#carrier.resume();
  }

  #stopped(pipelineId: Guid): void {
    const waiters = this.#stops.get(pipelineId) ?? [];
    this.#stops.delete(pipelineId);
    for (const resolve of waiters) resolve();
    this.#regulate();
  }

  #releaseStops(): void {
    for (const pipelineId of this.#stops.keys()) this.#stopped(pipelineId);
  }

  // --- to the program

  #toProgram(pipeline: Pipeline, fragment: Uint8Array, priority: HostPriority): void {
    pipeline.untaken += fragment.length;
    pipeline.sent.push(fragment.length);
    if (pipeline.untaken > MAX_UNTAKEN_BYTES) {
      throw new QuotaError(
        'MaximumReceivedDataSizePerCommand',
        MAX_UNTAKEN_BYTES,
        'The client sends faster than the program takes it, and the limit of what waits is reached.',
      );
    }
    pipeline.created ||= priority === 'Default' && readFragmentHeader(fragment).end;
    this.#client.sendData(pipeline.id, fragment, priority);
  }

  #flush(): void {
    for (let bytes = this.#client.bytesToSend(); bytes !== undefined; bytes = this.#client.bytesToSend()) {
      this.#carrier.write(bytes).catch(() => undefined); // its end is told by `closed`
    }
    this.#alarm?.cancel();
    this.#alarm = undefined;
    const due = this.#client.nextTimeout();
    if (due === undefined || this.#dead !== undefined) return;
    const now = this.#options.clock.now();
    this.#alarm = this.#options.clock.setTimer(Math.max(0, due - now), () => {
      this.#take(this.#client.handleTimeout(this.#options.clock.now()));
    });
  }

  // --- taking over, start-up, death

  /** The old client's half-sent messages go; running pipelines get no more input. protocol.md 5.3 */
  #takeOver(): void {
    this.#memory.clientChanged();
    this.#poolFromClient.Default.reset();
    this.#poolFromClient.PromptResponse.reset();
    for (const pipeline of this.#pipelines.values()) {
      pipeline.fromClient.Default.reset();
      pipeline.fromClient.PromptResponse.reset();
      if (pipeline.ended || this.#dead !== undefined) continue;
      if (!pipeline.created) {
        this.#failPipeline(
          pipeline,
          new PSSessionError(HALF_A_COMMAND, { errorId: 'PipelineNotCreated', category: 'ConnectionError' }),
        );
        continue;
      }
      for (const fragment of this.#memory.toProgram(MessageType.END_OF_PIPELINE_INPUT, pipeline.id, undefined)) {
        this.#toProgram(pipeline, fragment, 'Default');
      }
    }
    this.#greeting = this.#memory.greeting();
    this.#greet();
    this.#flush();
  }

  /** Never between two fragments of one message. */
  #greet(): void {
    if (this.#insidePoolMessage && this.#dead === undefined) return;
    const greeting = this.#greeting;
    this.#greeting = [];
    for (const fragment of greeting) this.#sink?.poolOutput(fragment);
  }

  #runStartup(script: string, opened: Uint8Array): void {
    this.#held = [opened];
    const startup = new StartupRun(script, this.#memory);
    this.#startup = startup;
    this.#client.startCommand(startup.pipelineId);
    for (const fragment of startup.fragments()) this.#client.sendData(startup.pipelineId, fragment);
    startup.outcome.then(
      (error) => {
        this.#client.closeCommand(startup.pipelineId);
        this.#flush();
        if (error === undefined) {
          const held = this.#held ?? [];
          this.#held = undefined;
          for (const fragment of held) this.#sink?.poolOutput(fragment);
          return;
        }
        this.#held = undefined;
        for (const fragment of this.#memory.broken(error)) this.#sink?.poolOutput(fragment);
        this.#dead = new PSSessionError(error.exception.message, { errorId: error.fullyQualifiedErrorId });
        this.#sink?.closed(this.#dead);
      },
      (error: unknown) => this.#die(error instanceof PSSessionError ? error : new PSSessionError(String(error))),
    );
  }

  #die(reason: PSSessionError): void {
    if (this.#dead !== undefined || this.#closing !== undefined) return;
    this.#dead = this.#meter.outOfMemory() ?? reason;
    this.#options.onStarted?.();
    this.#openTimer.cancel();
    this.#meter[Symbol.dispose]();
    this.#alarm?.cancel();
    const error = errorRecordOf(this.#dead);
    // By this id a client knows that it is the session that failed, whichever of the two it hears first.
    const ofCommand =
      error.fullyQualifiedErrorId === 'PSSessionStateBroken'
        ? { ...error, fullyQualifiedErrorId: 'SessionHostDied' }
        : error;
    for (const pipeline of this.#pipelines.values()) {
      if (pipeline.done) continue;
      if (!pipeline.ended) {
        for (const fragment of this.#memory.pipelineFailed(pipeline.id, ofCommand)) {
          pipeline.waiting.push(fragment);
          pipeline.waitingBytes += fragment.length;
        }
      }
      pipeline.ended = true;
      pipeline.stopping = true; // what waits goes out now: the sink keeps it
      pipeline.messageType = 0;
      this.#drain(pipeline);
    }
    this.#releaseStops();
    for (const fragment of this.#memory.broken(error)) this.#sink?.poolOutput(fragment);
    void this.#carrier.close();
    this.#sink?.closed(this.#dead);
  }
}

/** Follows the messages of a pipeline's channel by their first fragments; true when this one ends a message of `type`. */
function endsWith(pipeline: Pipeline, fragment: Uint8Array, type: number): boolean {
  const { start, end } = readFragmentHeader(fragment);
  if (start) pipeline.messageType = typeOf(fragment);
  return end && pipeline.messageType === type;
}

function typeOf(fragment: Uint8Array): number {
  if (fragment.length < FRAGMENT_HEADER_BYTES + MESSAGE_HEADER_BYTES) return 0;
  return new DataView(fragment.buffer, fragment.byteOffset + FRAGMENT_HEADER_BYTES + 4, 4).getUint32(0, true);
}

/** A host call whose number is not -100 waits for its answer. The number stands first in the message. protocol.md 3.9 */
function awaitsHost(pipeline: Pipeline, fragment: Uint8Array): boolean {
  const { start, end } = readFragmentHeader(fragment);
  if (start) {
    const head = Buffer.from(fragment.buffer, fragment.byteOffset, Math.min(fragment.length, 512)).toString('latin1');
    pipeline.awaitsHost = typeOf(fragment) === MessageType.PIPELINE_HOST_CALL && !/N="ci">-100</.test(head);
  }
  return end && pipeline.awaitsHost;
}
