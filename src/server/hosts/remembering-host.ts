/**
 * Stands between the shell layer and what runs the scripts, and remembers what a client has to be told that connects
 * when that is dead: a session whose program, host process or machine died is Broken, and its output can still be
 * received. protocol.md 5.3
 *
 * While the runspace lives everything passes through. Its word that the pool is broken is held back until it has said
 * that it is gone, so that clients get the output of their pipelines first.
 */
import type { Clock, Timer } from '../../io/runtime/index.js';
import type { Guid } from '../../protocol/bytes/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import { MessageType, readFragmentHeader } from '../../protocol/psrp/index.js';
import type { HostPriority, RunspaceHost, RunspaceHostSink } from '../runspace-host.js';
import { errorRecordOf } from './error-records.js';
import { FragmentCutter } from './fragment-cutter.js';
import { SessionMemory, type SessionMemorySnapshot } from './session-memory.js';

export interface RememberingHostOptions {
  readonly clock: Clock;
  /** What runs the scripts. Undefined: it died in an earlier process, and `memory` is what is left of it. */
  readonly inner?: RunspaceHost;
  readonly memory?: SessionMemory;
  /** Pipelines that had not ended then. */
  readonly running?: readonly Guid[];
  /** What has to be remembered changed. */
  readonly onMemory?: (memory: SessionMemorySnapshot) => void;
}

/** How long a pool's last words wait for the end that they announce. Milliseconds. */
const HOLD_MS = 1000;
/** Messages of the pool after which there is something else to remember. */
const REMEMBERED: readonly number[] = [
  MessageType.SESSION_CAPABILITY,
  MessageType.APPLICATION_PRIVATE_DATA,
  MessageType.RUNSPACE_AVAILABILITY,
];

export class RememberingHost implements RunspaceHost {
  readonly #options: RememberingHostOptions;
  readonly #memory: SessionMemory;
  readonly #fromClient = new FragmentCutter();
  readonly #running: Set<Guid>;
  #sink: RunspaceHostSink | undefined;
  #dead = false;
  #closed = false;
  #lastWords: Uint8Array[] = [];
  /** Our own lines for the client, which wait for the end of a message that is under way. */
  #notices: Uint8Array[] = [];
  #midMessage = false;
  #hold: Timer | undefined;
  /** The pool's channel was no PSRP at some point: the runspace says so, and nothing more is remembered. */
  #unreadable = false;

  constructor(options: RememberingHostOptions) {
    this.#options = options;
    this.#memory = options.memory ?? new SessionMemory();
    this.#running = new Set(options.running);
  }

  get processId(): number {
    return this.#options.inner?.processId ?? 0;
  }

  attach(sink: RunspaceHostSink): void {
    this.#sink = sink;
    this.#options.inner?.attach({
      poolOutput: (fragment) => this.#poolOutput(fragment),
      pipelineOutput: (pipelineId, fragment, pending) => sink.pipelineOutput(pipelineId, fragment, pending),
      pipelineDone: (pipelineId) => {
        this.#running.delete(pipelineId);
        sink.pipelineDone(pipelineId);
      },
      closed: (reason) => {
        if (reason !== undefined) this.#die(reason);
        else if (!this.#dead) sink.closed();
      },
    });
  }

  /** Ends what runs the scripts from our side, for this reason; the session stays for its output. */
  end(reason: PSSessionError): void {
    if (this.#dead || this.#closed) return;
    this.#die(reason);
    void this.#options.inner?.close().catch(() => undefined);
  }

  #die(reason: PSSessionError): void {
    if (this.#dead || this.#closed) return;
    this.#dead = true;
    this.#hold?.cancel();
    const error = errorRecordOf(reason);
    for (const pipelineId of this.#running) {
      for (const fragment of this.#memory.pipelineFailed(pipelineId, error)) {
        void this.#sink?.pipelineOutput(pipelineId, fragment, false);
      }
      this.#sink?.pipelineDone(pipelineId);
    }
    this.#running.clear();
    const said = this.#lastWords;
    this.#lastWords = [];
    // The memory is Broken from here on, whoever says it to the client.
    const own = this.#memory.broken(error);
    this.#sink?.closed(reason, said.length > 0 ? said : own);
  }

  #poolOutput(fragment: Uint8Array): void {
    if (this.#dead) return;
    const types = this.#remember(() => this.#memory.serverSent(fragment)) ?? [];
    const isLast = types.includes(MessageType.RUNSPACEPOOL_STATE) && this.#memory.poolState === 'Broken';
    if (!isLast && this.#lastWords.length === 0) {
      this.#sink?.poolOutput(fragment);
      this.#midMessage = !readFragmentHeader(fragment).end;
      this.#sayNotices();
      if (types.some((type) => REMEMBERED.includes(type))) this.#options.onMemory?.(this.#memory.snapshot());
      return;
    }
    this.#lastWords.push(fragment);
    this.#hold ??= this.#options.clock.setTimer(HOLD_MS, () => {
      const said = this.#lastWords;
      this.#lastWords = [];
      for (const each of said) this.#sink?.poolOutput(each);
    });
  }

  /** Shows the person at the client a line, where there is one; also while nothing runs. */
  notify(text: string): void {
    if (this.#dead || this.#closed) return;
    this.#notices.push(...(this.#remember(() => this.#memory.notice(text)) ?? []));
    this.#sayNotices();
  }

  #sayNotices(): void {
    if (this.#midMessage || this.#lastWords.length > 0) return;
    for (const notice of this.#notices.splice(0)) this.#sink?.poolOutput(notice);
  }

  poolInput(bytes: Uint8Array, priority: HostPriority): void {
    if (priority === 'Default') {
      this.#remember(() => {
        for (const fragment of this.#fromClient.push(bytes)) this.#memory.clientSent(fragment);
      });
    }
    if (!this.#dead) this.#options.inner?.poolInput(bytes, priority);
  }

  async connect(connectData: Uint8Array): Promise<Uint8Array> {
    const { inner } = this.#options;
    this.#fromClient.reset();
    if (!this.#dead && inner !== undefined) {
      const reply = await inner.connect(connectData);
      this.#memory.clientChanged();
      return reply;
    }
    const reply = this.#memory.answerConnect(connectData);
    this.#memory.clientChanged();
    for (const fragment of this.#memory.greeting()) this.#sink?.poolOutput(fragment);
    return reply;
  }

  startPipeline(pipelineId: Guid, firstBytes: Uint8Array): void {
    const { inner } = this.#options;
    if (this.#dead || inner === undefined) throw new PSSessionError('The session is broken.');
    this.#running.add(pipelineId);
    try {
      inner.startPipeline(pipelineId, firstBytes);
    } catch (error) {
      this.#running.delete(pipelineId);
      throw error;
    }
  }

  pipelineInput(pipelineId: Guid, bytes: Uint8Array, priority: HostPriority): void {
    if (!this.#dead) this.#options.inner?.pipelineInput(pipelineId, bytes, priority);
  }

  async stopPipeline(pipelineId: Guid): Promise<void> {
    if (!this.#dead) await this.#options.inner?.stopPipeline(pipelineId);
  }

  async closePipeline(pipelineId: Guid): Promise<void> {
    this.#running.delete(pipelineId);
    if (!this.#dead) await this.#options.inner?.closePipeline(pipelineId);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#hold?.cancel();
    await this.#options.inner?.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #remember<T>(work: () => T): T | undefined {
    if (this.#unreadable) return undefined;
    try {
      return work();
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      this.#unreadable = true;
      return undefined;
    }
  }
}
