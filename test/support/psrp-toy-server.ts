/** A server made of the protocol rooms alone: ServerPool behind OutOfProcServer, with an executor that a test gives. */
import { randomBytes } from 'node:crypto';
import { EMPTY_GUID, type Guid } from '../../src/protocol/bytes/index.js';
import type { PSErrorRecord, PSValue } from '../../src/protocol/objects/index.js';
import { OutOfProcServer } from '../../src/protocol/outofproc/index.js';
import {
  ServerPool,
  type CreatePipeline,
  type HostMethodName,
  type HostValue,
  type ServerPoolEvent,
  type ServerPoolOptions,
} from '../../src/protocol/psrp/index.js';

const PACKET_BYTES = 32_768;

export interface ToyPipeline {
  readonly id: Guid;
  readonly request: CreatePipeline | undefined;
  /** The text of the first command. */
  readonly script: string;
  readonly pool: ServerPool;
  readonly stopped: () => boolean;
  readonly onStop: (listener: () => void) => void;
  /** Resolves with all input at its end. */
  readonly input: Promise<readonly PSValue[]>;
  call(method: HostMethodName, parameters: readonly HostValue[]): Promise<HostValue>;
  /** Sends what waits. */
  flush(): void;
}
export type ToyExecutor = (pipeline: ToyPipeline) => Promise<void>;

interface Running {
  readonly request: CreatePipeline | undefined;
  readonly input: PSValue[];
  readonly inputEnd: { resolve(values: readonly PSValue[]): void; readonly promise: Promise<readonly PSValue[]> };
  stop: boolean;
  readonly stopListeners: (() => void)[];
}

export const simpleRecord = (message: string, id: string): PSErrorRecord => ({
  exception: { typeNames: ['System.Exception', 'System.Object'], message },
  targetObject: null,
  fullyQualifiedErrorId: id,
  category: 'InvalidOperation',
  categoryActivity: '',
  categoryReason: 'Exception',
  categoryTargetName: '',
  categoryTargetType: '',
  categoryMessage: '',
});

export class ToyServer {
  readonly pool: ServerPool;
  readonly wire = new OutOfProcServer();
  readonly events: ServerPoolEvent[] = [];
  readonly #execute: ToyExecutor;
  readonly #write: (bytes: Uint8Array) => void;
  readonly #pipelines = new Map<Guid, Running>();
  readonly #calls = new Map<bigint, { resolve(value: HostValue): void; reject(error: Error): void }>();
  readonly #signalled = new Set<Guid>();
  readonly #closing = new Set<Guid>();

  constructor(execute: ToyExecutor, write: (bytes: Uint8Array) => void, options: Partial<ServerPoolOptions> = {}) {
    this.#execute = execute;
    this.#write = write;
    this.pool = new ServerPool({ random: randomBytes, maxObjectBytes: Number.POSITIVE_INFINITY, ...options });
  }

  feed(bytes: Uint8Array): void {
    for (const event of this.wire.receive(bytes)) {
      switch (event.type) {
        case 'data':
          this.take(
            event.id === EMPTY_GUID
              ? this.pool.receivePoolData(event.bytes, event.priority)
              : this.pool.receivePipelineData(event.id, event.bytes, event.priority),
          );
          this.wire.acknowledgeData(event.id);
          break;
        case 'commandCreated':
          break;
        case 'signalled':
          this.#signalled.add(event.id);
          this.take(this.pool.stopPipeline(event.id));
          this.#acknowledgeEnded(event.id);
          break;
        case 'commandClosing':
          this.#closing.add(event.id);
          this.take(this.pool.closePipeline(event.id));
          this.#acknowledgeEnded(event.id);
          break;
        case 'sessionClosing':
          this.take(this.pool.close());
          this.take(this.pool.closed());
          this.flush();
          this.wire.acknowledgeClose(EMPTY_GUID);
          break;
        case 'ended':
          this.take(this.pool.close());
          break;
      }
    }
    this.flush();
  }

  flush(): void {
    for (const id of this.pool.channelsToSend()) {
      for (;;) {
        const bytes =
          id === undefined ? this.pool.poolBytesToSend(PACKET_BYTES) : this.pool.pipelineBytesToSend(id, PACKET_BYTES);
        if (bytes === undefined) break;
        this.wire.sendData(id ?? EMPTY_GUID, bytes);
      }
    }
    for (let part = this.wire.bytesToSend(); part !== undefined; part = this.wire.bytesToSend()) this.#write(part);
  }

  take(events: readonly ServerPoolEvent[]): void {
    for (const event of events) {
      this.events.push(event);
      this.#handle(event);
    }
  }

  #handle(event: ServerPoolEvent): void {
    switch (event.type) {
      case 'poolRequested':
        this.take(this.pool.acceptPool());
        return;
      case 'pipelineCreated':
        this.#add(event.pipelineId, event.pipeline);
        return;
      case 'commandMetadataRequested':
        this.#add(event.pipelineId, undefined);
        return;
      case 'pipelineReady':
        void this.#run(event.pipelineId);
        return;
      case 'input':
        this.#pipelines.get(event.pipelineId)?.input.push(event.value);
        return;
      case 'inputEnded': {
        const running = this.#pipelines.get(event.pipelineId);
        running?.inputEnd.resolve(running.input);
        return;
      }
      case 'stopRequested': {
        const running = this.#pipelines.get(event.pipelineId);
        if (running === undefined) return;
        running.stop = true;
        running.inputEnd.resolve(running.input);
        for (const listener of running.stopListeners) listener();
        return;
      }
      case 'pipelineEnded':
        this.#acknowledgeEnded(event.pipelineId);
        return;
      case 'hostResponse':
        if (event.error === undefined) this.#calls.get(event.callId)?.resolve(event.result);
        else this.#calls.get(event.callId)?.reject(new Error(event.error.exception.message));
        return;
      case 'hostCallCancelled':
        this.#calls.get(event.callId)?.reject(new Error('cancelled'));
        return;
      case 'resetRequested':
        this.pool.respondToReset(event.callId, true);
        return;
      default:
        return;
    }
  }

  #acknowledgeEnded(id: Guid): void {
    this.flush();
    const active = this.pool.pipelineIds.includes(id) && this.#pipelines.has(id);
    if (this.#signalled.has(id) && !active) {
      this.#signalled.delete(id);
      this.wire.acknowledgeSignal(id);
    }
    if (this.#closing.has(id) && !active) {
      this.#closing.delete(id);
      this.wire.acknowledgeClose(id);
    }
  }

  #add(id: Guid, request: CreatePipeline | undefined): void {
    let resolve: (values: readonly PSValue[]) => void = () => undefined;
    const promise = new Promise<readonly PSValue[]>((done) => {
      resolve = done;
    });
    this.#pipelines.set(id, { request, input: [], inputEnd: { resolve, promise }, stop: false, stopListeners: [] });
    if (request?.noInput !== false) resolve([]);
  }

  async #run(id: Guid): Promise<void> {
    const running = this.#pipelines.get(id);
    if (running === undefined) return;
    await Promise.resolve();
    let failure: Error | undefined;
    try {
      await this.#execute({
        id,
        request: running.request,
        script: running.request?.powerShell.statements[0]?.[0]?.command ?? '',
        pool: this.pool,
        stopped: () => running.stop,
        onStop: (listener) => running.stopListeners.push(listener),
        input: running.inputEnd.promise,
        call: (method, parameters) => this.#call(id, method, parameters),
        flush: () => this.flush(),
      });
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
    }
    this.#pipelines.delete(id);
    this.take(
      this.pool.endPipeline(
        id,
        running.stop
          ? { state: 'Stopped' }
          : failure === undefined
            ? { state: 'Completed' }
            : { state: 'Failed', error: simpleRecord(failure.message, 'Toy') },
      ),
    );
    this.#acknowledgeEnded(id);
    this.flush();
  }

  async #call(id: Guid, method: HostMethodName, parameters: readonly HostValue[]): Promise<HostValue> {
    const callId = this.pool.callHost(method, parameters, id);
    this.flush();
    if (callId === undefined) return null;
    if (callId === false) throw new Error('nobody there');
    return await new Promise((resolve, reject) => this.#calls.set(callId, { resolve, reject }));
  }
}
