/** One pipeline of a remote runspace: its streams out, its input in, stop, hold. */
import { InvalidStateError, PSSessionError } from '../../../protocol/errors/index.js';
import type { Guid } from '../../../protocol/bytes/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import type { StreamRecord } from './records.js';

export type PipelineStateName =
  | 'NotStarted'
  | 'Running'
  | 'Stopping'
  | 'Disconnected'
  | 'Completed'
  | 'Failed'
  | 'Stopped';

const EARLY_HIGH_WATER_BYTES = 1024 * 1024;

/** How a pump came to its end. A terminating error of the script is a value here. */
export type PipelineEnd =
  | { readonly state: 'Completed' }
  | { readonly state: 'Stopped' }
  | { readonly state: 'Failed'; readonly error: PSSessionError }
  /** The session was disconnected; a new pump goes on after it is connected again. */
  | { readonly state: 'Disconnected' };

export type RecordTaker = (record: StreamRecord<PSValue>, bytes: number) => void;

/** What a pipeline asks of its runspace. */
export interface PipelineOwner {
  writeInput(id: Guid, value: PSValue): Promise<void>;
  endInput(id: Guid): Promise<void>;
  stop(id: Guid): Promise<void>;
  hold(id: Guid, held: boolean): void;
}

export class RemotePipeline {
  readonly id: Guid;
  readonly commandText: string;
  /** Resolves when the server has the command; rejects when it could not be handed over. */
  readonly started: Promise<void>;
  readonly #owner: PipelineOwner;
  #state: PipelineStateName;
  #taker: RecordTaker | undefined;
  /** What came while nobody pumped; bounded by holding the server. */
  readonly #early: (readonly [StreamRecord<PSValue>, number])[] = [];
  #earlyBytes = 0;
  #resolve: ((end: PipelineEnd) => void) | undefined;
  #end: PipelineEnd | undefined;
  #held = false;
  /** Made when somebody asks for it: most pipelines ask nobody anything. */
  #abort: AbortController | undefined;

  constructor(init: {
    readonly id: Guid;
    readonly commandText: string;
    readonly owner: PipelineOwner;
    readonly started: Promise<void>;
    readonly state: PipelineStateName;
  }) {
    this.id = init.id;
    this.commandText = init.commandText;
    this.#owner = init.owner;
    this.started = init.started;
    this.#state = init.state;
    this.started.catch(() => undefined);
  }

  get state(): PipelineStateName {
    return this.#state;
  }
  get isEnded(): boolean {
    return this.#end !== undefined;
  }
  get isHeld(): boolean {
    return this.#held;
  }
  /** Somebody takes the output now. */
  get isPumped(): boolean {
    return this.#taker !== undefined;
  }
  /** Fires at the pipeline's end: open questions to the host are of no use any more. */
  get endSignal(): AbortSignal {
    this.#abort ??= new AbortController();
    if (this.#end !== undefined) this.#abort.abort();
    return this.#abort.signal;
  }

  /**
   * Hands every record to `taker`, in the order of arrival, until the pipeline ends or is disconnected.
   * @throws {InvalidStateError} somebody pumps already.
   */
  pumpTo(taker: RecordTaker): Promise<PipelineEnd> {
    if (this.#taker !== undefined) throw new InvalidStateError('take the output', 'being taken', ['free']);
    for (const [record, bytes] of this.#early.splice(0)) taker(record, bytes);
    this.hold(false);
    this.#earlyBytes = 0;
    if (this.#end !== undefined) return Promise.resolve(this.#end);
    if (this.#state === 'Disconnected') return Promise.resolve({ state: 'Disconnected' });
    this.#taker = taker;
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Sends one object to `$input`. Resolves when the server took it: the sender's flow control. */
  async write(value: PSValue): Promise<void> {
    await this.started;
    await this.#owner.writeInput(this.id, value);
  }
  async endInput(): Promise<void> {
    await this.started;
    await this.#owner.endInput(this.id);
  }
  /** Asks the server to stop, and waits until it has. A pipeline that ended is left alone. */
  async stop(): Promise<void> {
    if (this.#end !== undefined) return;
    this.#state = 'Stopping';
    this.hold(false); // the Stopped state is behind what is held
    await this.#owner.stop(this.id);
  }
  /** Back-pressure: with true no more is taken from the server until false. */
  hold(held: boolean): void {
    if (this.#held === held) return;
    this.#held = held;
    this.#owner.hold(this.id, held);
  }

  /** @internal */
  deliver(record: StreamRecord<PSValue>, bytes: number): void {
    if (this.#taker !== undefined) {
      this.#taker(record, bytes);
      return;
    }
    this.#early.push([record, bytes]);
    this.#earlyBytes += bytes;
    if (this.#earlyBytes > EARLY_HIGH_WATER_BYTES) this.hold(true);
  }
  /** @internal The pipeline came to its end, or its session was disconnected. */
  settle(end: PipelineEnd): void {
    if (this.#end !== undefined) return;
    this.#state = end.state;
    if (end.state !== 'Disconnected') {
      this.#end = end;
      this.#abort?.abort();
    }
    const resolve = this.#resolve;
    this.#resolve = undefined;
    this.#taker = undefined;
    resolve?.(end);
  }
  /** @internal The session is connected again. */
  resumed(): void {
    if (this.#end === undefined) this.#state = 'Running';
  }
}
