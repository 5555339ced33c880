/**
 * The pipelines of one runspace: which there are, who answers what each asks, and what the server says of them, as
 * records.
 */
import { newGuid } from '../../../io/runtime/index.js';
import type { Guid } from '../../../protocol/bytes/index.js';
import { catalogued, PSSessionError } from '../../../protocol/errors/index.js';
import type { ClientPipelineEvent, ClientPoolEvent } from '../../../protocol/psrp/index.js';
import type { ConnectionInfo } from '../model/connection-info.js';
import type { SessionHost } from '../model/host.js';
import { answerHostCall } from './host-calls.js';
import type { PoolDriver } from './pool-driver.js';
import { asSessionError, errorRecordOf, RemoteError, SessionErrorRecord, type OriginInfo } from './records.js';
import type { PipelineEnd, RemotePipeline } from './remote-pipeline.js';
import type { RunspaceCondition } from './runspace-condition.js';

type HostCallEvent = Extract<ClientPoolEvent, { type: 'hostCall' }>;

export interface RunspacePipelinesInit {
  readonly runspaceId: Guid;
  readonly connectionInfo: ConnectionInfo;
  readonly condition: RunspaceCondition;
  /** Who answers where a pipeline has nobody of its own. */
  readonly host: SessionHost;
  readonly driver: () => PoolDriver | undefined;
  readonly closeRunspace: () => void;
}

export class RunspacePipelines {
  readonly #init: RunspacePipelinesInit;
  readonly #pipelines = new Map<Guid, RemotePipeline>();
  readonly #hosts = new Map<Guid, SessionHost>();
  readonly #hostInstanceId = newGuid();
  #originInfo: OriginInfo | undefined;
  /** Questions that nobody was there to answer when the session was left. */
  #left: HostCallEvent[] = [];
  #leaving = new AbortController();

  constructor(init: RunspacePipelinesInit) {
    this.#init = init;
  }

  /** From whom what is said here comes. */
  get origin(): OriginInfo {
    this.#originInfo ??= {
      computerName: this.#init.connectionInfo.computerName,
      runspaceId: this.#init.runspaceId,
    };
    return this.#originInfo;
  }
  get runningCount(): number {
    return [...this.#pipelines.values()].filter(({ isEnded }) => !isEnded).length;
  }
  get anyRuns(): boolean {
    return this.runningCount > 0;
  }

  adopt(pipeline: RemotePipeline, host: SessionHost): RemotePipeline {
    this.#pipelines.set(pipeline.id, pipeline);
    if (host !== this.#init.host) this.#hosts.set(pipeline.id, host);
    this.#init.condition.move({ type: 'pipelineRunning' });
    pipeline.started.catch((error: unknown) => {
      if (this.#pipelines.has(pipeline.id)) this.#end(pipeline, { state: 'Failed', error: asSessionError(error) });
    });
    return pipeline;
  }

  /** One that was left, and that nobody takes the output of; from now on `host` answers it. */
  takeUp(host: SessionHost): RemotePipeline | undefined {
    for (const pipeline of this.#pipelines.values()) {
      if (pipeline.isPumped) continue;
      this.#hosts.set(pipeline.id, host);
      this.#answerLeft(pipeline);
      return pipeline;
    }
    return undefined;
  }

  /** Whoever is asked something is not there any more: it is asked of who comes back. */
  leaving(): void {
    this.#leaving.abort();
    this.#leaving = new AbortController();
  }

  /** The session was not left after all: asks again what was asked meanwhile. */
  stayed(): void {
    for (const pipeline of this.#pipelines.values()) this.#answerLeft(pipeline);
  }

  /** The session is at its server, and nobody here has it. */
  disconnected(): void {
    for (const pipeline of this.#pipelines.values()) pipeline.settle({ state: 'Disconnected' });
  }

  /** The session is connected again. */
  resumed(): void {
    for (const pipeline of this.#pipelines.values()) {
      pipeline.resumed();
      if (!pipeline.isEnded) this.#init.condition.move({ type: 'pipelineRunning' });
    }
  }

  /** The session is at its end, and all of them with it. */
  endAll(end: PipelineEnd): void {
    for (const pipeline of Array.from(this.#pipelines.values())) {
      this.#pipelines.delete(pipeline.id);
      this.#hosts.delete(pipeline.id);
      pipeline.settle(end);
    }
  }

  // --- what the server says

  onEvent(event: ClientPipelineEvent): void {
    const pipeline = this.#pipelines.get(event.pipelineId);
    if (pipeline === undefined) return; // released here; the server did not know yet
    const { origin } = this;
    switch (event.type) {
      case 'output':
        pipeline.deliver({ stream: 'output', value: event.value, origin }, event.wireBytes);
        break;
      case 'error':
        pipeline.deliver(
          { stream: 'error', value: new SessionErrorRecord(new RemoteError(event.record, origin), origin), origin },
          event.wireBytes,
        );
        break;
      case 'informational':
        pipeline.deliver({ stream: STREAM_OF_KIND[event.record.kind], value: event.record, origin }, event.wireBytes);
        break;
      case 'progress':
        pipeline.deliver({ stream: 'progress', value: event.record, origin }, event.wireBytes);
        break;
      case 'information':
        pipeline.deliver({ stream: 'information', value: event.record, origin }, event.wireBytes);
        break;
      case 'pipelineStateChanged':
        this.#onState(pipeline, event);
        break;
      default:
        event satisfies never;
    }
  }

  #onState(pipeline: RemotePipeline, event: Extract<ClientPipelineEvent, { type: 'pipelineStateChanged' }>): void {
    switch (event.state) {
      case 'Completed':
        this.#end(pipeline, { state: 'Completed' });
        break;
      case 'Stopped':
        this.#end(pipeline, { state: 'Stopped' });
        break;
      case 'Failed': {
        const { origin } = this;
        const error =
          event.error === undefined
            ? (event.reason ?? catalogued('JobFailure', [origin.computerName, 'its end carried no reason']))
            : new RemoteError(event.error, origin);
        this.#end(pipeline, { state: 'Failed', error });
        break;
      }
      default:
        break;
    }
  }

  #end(pipeline: RemotePipeline, end: PipelineEnd): void {
    const { condition } = this.#init;
    this.#pipelines.delete(pipeline.id);
    this.#hosts.delete(pipeline.id);
    // The channel is released behind the user's back; who waits for the command's end need not wait for that.
    this.#init.driver()?.releasePipeline(pipeline.id);
    condition.move({ type: 'pipelineEnded', othersActive: this.anyRuns, poolOpened: condition.state === 'Opened' });
    pipeline.settle(end);
  }

  // --- what the server asks

  onHostCall(event: HostCallEvent, driver: PoolDriver): void {
    const { pipelineId } = event;
    const pipeline = pipelineId === undefined ? undefined : this.#pipelines.get(pipelineId);
    const host = (pipelineId === undefined ? undefined : this.#hosts.get(pipelineId)) ?? this.#init.host;
    void this.#answer(event, driver, host, pipeline);
  }

  async #answer(
    event: HostCallEvent,
    driver: PoolDriver,
    host: SessionHost,
    pipeline: RemotePipeline | undefined,
  ): Promise<void> {
    const { call } = event;
    const leaving = this.#leaving.signal;
    try {
      const result = await answerHostCall(call, host, {
        computerName: this.#init.connectionInfo.computerName,
        hostInstanceId: this.#hostInstanceId,
        signal: pipeline === undefined ? leaving : AbortSignal.any([pipeline.endSignal, leaving]),
        closeRunspace: this.#init.closeRunspace,
      });
      if (!call.isVoid) driver.respondToHostCall(pipeline?.id, call, result);
    } catch (error) {
      if (pipeline?.isEnded === true) return;
      if (leaving.aborted && pipeline !== undefined && !call.isVoid) {
        this.#left.push(event);
        return;
      }
      const known = asSessionError(error);
      if (!call.isVoid) driver.failHostCall(pipeline?.id, call, errorRecordOf(known));
      else {
        const failure = new PSSessionError(`The remote call ${call.method} failed here: ${known.message}`, {
          errorId: 'RemoteHostCallFailed',
          category: 'InvalidOperation',
          cause: known,
        });
        const { origin } = this;
        pipeline?.deliver({ stream: 'error', value: new SessionErrorRecord(failure, origin), origin }, 0);
      }
    }
  }

  /** Asks again what was asked when the session was left. */
  #answerLeft(pipeline: RemotePipeline): void {
    const driver = this.#init.driver();
    const left = this.#left.filter(({ pipelineId }) => pipelineId === pipeline.id);
    this.#left = this.#left.filter(({ pipelineId }) => pipelineId !== pipeline.id);
    if (driver === undefined) return;
    for (const event of left)
      void this.#answer(event, driver, this.#hosts.get(pipeline.id) ?? this.#init.host, pipeline);
  }
}

const STREAM_OF_KIND = { Warning: 'warning', Verbose: 'verbose', Debug: 'debug' } as const;
