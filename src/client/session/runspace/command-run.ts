/**
 * What a command gives: its seven streams as async iterables, in one piece or one by one, with back-pressure.
 *
 * Theory of operation. Records wait in one ordered list until the first reader says how it wants them: all together
 * (`records`) or stream by stream (`output`, `error` …). The producer is held while more than `highWaterBytes` wait and
 * nobody who reads is waiting for more. So memory stays flat behind a slow reader, and a reader of one stream can never
 * be starved by another stream that nobody reads. Of progress that nobody reads only the newest records are kept.
 */
import { setMaxListeners } from 'node:events';
import type { PSSessionError } from '../../../protocol/errors/index.js';
import type { PSInformationRecord, PSInformationalRecord, PSProgressRecord } from '../../../protocol/objects/index.js';
import { asSessionError, SessionErrorRecord, type OriginInfo, type StreamName, type StreamRecord } from './records.js';

export const DEFAULT_HIGH_WATER_BYTES = 4 * 1024 * 1024;
const UNREAD_PROGRESS_KEPT = 1_000;
/** What a record counts when its size on the wire is not known. */
const DEFAULT_RECORD_BYTES = 64;

interface Waiting<R> {
  readonly resolve: (result: IteratorResult<R, undefined>) => void;
  readonly reject: (error: unknown) => void;
}

/** A queue with one kind of record and any number of readers, who share it. */
class RecordQueue<R> {
  readonly #owner: CommandRunOwner;
  readonly #items: (R | undefined)[] = [];
  readonly #sizes: number[] = [];
  #first = 0;
  readonly #waiting: Waiting<R>[] = [];
  #ended = false;
  /** Thrown to one reader, once, after the last record. */
  #failure: { readonly error: unknown } | undefined;

  constructor(owner: CommandRunOwner) {
    this.#owner = owner;
  }
  get length(): number {
    return this.#items.length - this.#first;
  }
  get waiting(): number {
    return this.#waiting.length;
  }
  push(record: R, bytes: number): void {
    const reader = this.#waiting.shift();
    if (reader !== undefined) {
      reader.resolve({ done: false, value: record });
      this.#owner.changed(0);
      return;
    }
    this.#items.push(record);
    this.#sizes.push(bytes);
    this.#owner.changed(bytes);
  }
  dropOldest(): void {
    this.#shift();
  }
  end(failure?: { readonly error: unknown }): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#failure = failure;
    for (const reader of this.#waiting.splice(0)) this.#finish(reader);
  }
  next(): Promise<IteratorResult<R, undefined>> {
    if (this.length > 0) return Promise.resolve({ done: false, value: this.#shift() });
    return new Promise((resolve, reject) => {
      if (this.#ended) this.#finish({ resolve, reject });
      else {
        this.#waiting.push({ resolve, reject });
        this.#owner.changed(0);
      }
    });
  }
  /** Everything that waits now. */
  drain(): R[] {
    const all: R[] = [];
    while (this.length > 0) all.push(this.#shift());
    return all;
  }
  #finish(reader: Waiting<R>): void {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure === undefined) reader.resolve({ done: true, value: undefined });
    else reader.reject(failure.error);
  }
  #shift(): R {
    const record = this.#items[this.#first] as R;
    const bytes = this.#sizes[this.#first] ?? 0;
    this.#items[this.#first] = undefined;
    this.#first += 1;
    if (this.#first === this.#items.length) {
      this.#items.length = 0;
      this.#sizes.length = 0;
      this.#first = 0;
    } else if (this.#first > 4_096 && this.#first * 2 > this.#items.length) {
      this.#items.splice(0, this.#first);
      this.#sizes.splice(0, this.#first);
      this.#first = 0;
    }
    this.#owner.changed(-bytes);
    return record;
  }
}

interface CommandRunOwner {
  changed(bytes: number): void;
}

/** One stream of a command: iterate it, or take it as an array when the command is through. */
export class RecordStream<R> implements AsyncIterable<R> {
  readonly #next: () => Promise<IteratorResult<R, undefined>>;

  constructor(next: () => Promise<IteratorResult<R, undefined>>) {
    this.#next = next;
  }
  [Symbol.asyncIterator](): AsyncIterator<R, undefined> {
    return { next: this.#next, return: () => Promise.resolve({ done: true, value: undefined }) };
  }
  async toArray(): Promise<R[]> {
    const all: R[] = [];
    for (;;) {
      const item = await this.#next();
      if (item.done === true) return all;
      all.push(item.value);
    }
  }
}

export interface CollectedRun<T> {
  readonly output: readonly T[];
  readonly error: readonly SessionErrorRecord[];
  readonly warning: readonly PSInformationalRecord[];
  readonly verbose: readonly PSInformationalRecord[];
  readonly debug: readonly PSInformationalRecord[];
  readonly information: readonly PSInformationRecord[];
  readonly progress: readonly PSProgressRecord[];
}

/** The producer's side of a CommandRun. */
export interface CommandWriter<T> {
  readonly signal: AbortSignal;
  output(value: T, origin?: OriginInfo, bytes?: number): void;
  /** A non-terminating error. Anything thrown that is not ours is wrapped. */
  error(error: unknown, origin?: OriginInfo): void;
  warning(message: string): void;
  verbose(message: string): void;
  write(record: StreamRecord<T>, bytes?: number): void;
  /** Resolves when there is room for more. */
  room(): Promise<void>;
  /** Called with true when the producer has to stop, with false when it may go on. */
  onHold(listener: (held: boolean) => void): () => void;
}

export interface CommandRunOptions {
  readonly signal?: AbortSignal | undefined;
  /** The class that the ids of this command's errors carry, `GetPSSessionCommand` for one. */
  readonly commandClass: string;
  /** `stop`: the first error of the error stream ends the command and is thrown. Default `continue`. */
  readonly errorAction?: 'continue' | 'stop' | undefined;
  readonly highWaterBytes?: number | undefined;
}

interface Queues<T> {
  readonly merged: RecordQueue<StreamRecord<T>>;
  readonly output: RecordQueue<T>;
  readonly error: RecordQueue<SessionErrorRecord>;
  readonly warning: RecordQueue<PSInformationalRecord>;
  readonly verbose: RecordQueue<PSInformationalRecord>;
  readonly debug: RecordQueue<PSInformationalRecord>;
  readonly information: RecordQueue<PSInformationRecord>;
  readonly progress: RecordQueue<PSProgressRecord>;
}

export class CommandRun<T> implements AsyncIterable<T>, AsyncDisposable {
  readonly #queues: Queues<T>;
  #split = false;
  #bytes = 0;
  #held = false;
  #awaited = 0;
  #ended = false;
  #hadErrors = false;
  readonly #highWater: number;
  readonly #abort = new AbortController();
  readonly #holdListeners = new Set<(held: boolean) => void>();
  readonly #options: CommandRunOptions;
  readonly #completion: Promise<void>;
  #stopError: PSSessionError | undefined;
  #unlink: (() => void) | undefined;

  /** @param produce does the command's work; what it throws is the command's terminating error. */
  constructor(options: CommandRunOptions, produce: (writer: CommandWriter<T>) => Promise<void>) {
    this.#options = options;
    this.#highWater = options.highWaterBytes ?? DEFAULT_HIGH_WATER_BYTES;
    const owner: CommandRunOwner = { changed: (bytes) => this.#changed(bytes) };
    this.#queues = {
      merged: new RecordQueue(owner),
      output: new RecordQueue(owner),
      error: new RecordQueue(owner),
      warning: new RecordQueue(owner),
      verbose: new RecordQueue(owner),
      debug: new RecordQueue(owner),
      information: new RecordQueue(owner),
      progress: new RecordQueue(owner),
    };
    // As many targets as a fan-out has listen to it, and as many commands as a pipeline feeds to the caller's.
    setMaxListeners(0, this.#abort.signal);
    const outer = options.signal;
    if (outer !== undefined) {
      setMaxListeners(0, outer);
      const abort = (): void => this.#abort.abort(outer.reason);
      if (outer.aborted) abort();
      else {
        outer.addEventListener('abort', abort, { once: true });
        this.#unlink = () => outer.removeEventListener('abort', abort);
      }
    }
    this.#completion = this.#run(produce);
    this.#completion.catch(() => undefined); // whoever waits for it gets it; nobody has to
  }

  get output(): RecordStream<T> {
    return this.#stream('output');
  }
  get error(): RecordStream<SessionErrorRecord> {
    return this.#stream('error');
  }
  get warning(): RecordStream<PSInformationalRecord> {
    return this.#stream('warning');
  }
  get verbose(): RecordStream<PSInformationalRecord> {
    return this.#stream('verbose');
  }
  get debug(): RecordStream<PSInformationalRecord> {
    return this.#stream('debug');
  }
  get information(): RecordStream<PSInformationRecord> {
    return this.#stream('information');
  }
  get progress(): RecordStream<PSProgressRecord> {
    return this.#stream('progress');
  }
  /** All streams together, in the order of arrival. Read either this or single streams. */
  get records(): RecordStream<StreamRecord<T>> {
    return new RecordStream(() => this.#queues.merged.next());
  }
  /** True when at least one error came. */
  get hadErrors(): boolean {
    return this.#hadErrors;
  }
  /** Resolves at the command's end, rejects with its terminating error. Does not hold the producer meanwhile. */
  get completion(): Promise<void> {
    this.#awaited += 1;
    this.#changed(0);
    return this.#completion.finally(() => {
      this.#awaited -= 1;
    });
  }
  /** Asks the command to stop, and waits until it has. */
  async stop(): Promise<void> {
    this.#abort.abort();
    this.#awaited += 1;
    this.#changed(0);
    await this.#completion.catch(() => undefined);
  }
  /** The whole output. @throws the command's terminating error. Errors of the error stream stay there. */
  async all(): Promise<T[]> {
    return this.output.toArray();
  }
  /** The first output. @throws the terminating error, or the first error when there was no output. */
  async one(): Promise<T> {
    const first = await this.#take('output').next();
    await this.completion;
    if (first.done !== true) return first.value;
    const error = await this.#take('error').next();
    if (error.done !== true) throw error.value.exception;
    throw asSessionError(new Error('The command gave no output.'), 'NoOutput');
  }
  /** Everything, stream by stream. @throws the terminating error. */
  async collect(): Promise<CollectedRun<T>> {
    const [output, error, warning, verbose, debug, information, progress] = await Promise.all([
      this.output.toArray(),
      this.error.toArray(),
      this.warning.toArray(),
      this.verbose.toArray(),
      this.debug.toArray(),
      this.information.toArray(),
      this.progress.toArray(),
    ]);
    return { output, error, warning, verbose, debug, information, progress };
  }
  [Symbol.asyncIterator](): AsyncIterator<T, undefined> {
    const next = (): Promise<IteratorResult<T, undefined>> => this.#take('output').next();
    return {
      next,
      // Leaving a `for await` early means that the rest is not wanted.
      return: async () => {
        await this.stop();
        return { done: true, value: undefined };
      },
    };
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #run(produce: (writer: CommandWriter<T>) => Promise<void>): Promise<void> {
    let failure: { readonly error: unknown } | undefined;
    try {
      await Promise.resolve(); // the caller has the object before the work begins
      await produce(this.#writer());
    } catch (error) {
      const known = asSessionError(error);
      known.leftCommand(this.#options.commandClass);
      failure = { error: known };
    }
    if (this.#stopError !== undefined) failure = { error: this.#stopError };
    this.#ended = true;
    this.#unlink?.();
    this.#holdListeners.clear();
    const queues = this.#queues;
    for (const name of ['error', 'warning', 'verbose', 'debug', 'information', 'progress'] as const) queues[name].end();
    queues.output.end(failure);
    queues.merged.end(failure);
    if (failure !== undefined) throw failure.error;
  }

  #writer(): CommandWriter<T> {
    return {
      signal: this.#abort.signal,
      output: (value, origin, bytes) => this.#write({ stream: 'output', value, origin }, bytes),
      error: (error, origin) => this.#writeError(error, origin),
      warning: (message) => this.#write({ stream: 'warning', value: { kind: 'Warning', message }, origin: undefined }),
      verbose: (message) => this.#write({ stream: 'verbose', value: { kind: 'Verbose', message }, origin: undefined }),
      write: (record, bytes) => {
        if (record.stream === 'error') this.#writeError(record.value.exception, record.origin);
        else this.#write(record, bytes);
      },
      room: () => this.#room(),
      onHold: (listener) => {
        this.#holdListeners.add(listener);
        if (this.#held) listener(true);
        return () => this.#holdListeners.delete(listener);
      },
    };
  }

  #writeError(error: unknown, origin?: OriginInfo): void {
    const known = asSessionError(error).leftCommand(this.#options.commandClass);
    this.#hadErrors = true;
    this.#write({ stream: 'error', value: new SessionErrorRecord(known, origin), origin });
    if (this.#options.errorAction === 'stop' && this.#stopError === undefined) {
      this.#stopError = known;
      this.#abort.abort(known);
    }
  }

  #write(record: StreamRecord<T>, bytes = DEFAULT_RECORD_BYTES): void {
    if (this.#ended) return;
    if (!this.#split) this.#queues.merged.push(record, bytes);
    else this.#route(record, bytes);
  }

  #route(record: StreamRecord<T>, bytes: number): void {
    const queues = this.#queues;
    switch (record.stream) {
      case 'output':
        queues.output.push(record.value, bytes);
        break;
      case 'error':
        queues.error.push(record.value, bytes);
        break;
      case 'information':
        queues.information.push(record.value, bytes);
        break;
      case 'progress':
        queues.progress.push(record.value, bytes);
        if (queues.progress.length > UNREAD_PROGRESS_KEPT) queues.progress.dropOldest();
        break;
      default:
        queues[record.stream].push(record.value, bytes);
    }
  }

  /** A single stream is wanted: what waits in the common list goes to the streams, and so does all that follows. */
  #take<Name extends StreamName>(name: Name): Queues<T>[Name] {
    if (!this.#split) {
      this.#split = true;
      for (const record of this.#queues.merged.drain()) this.#route(record, DEFAULT_RECORD_BYTES);
    }
    return this.#queues[name];
  }

  #stream<Name extends StreamName>(name: Name): RecordStream<never> {
    return new RecordStream(() => this.#take(name).next() as Promise<IteratorResult<never, undefined>>);
  }

  async #room(): Promise<void> {
    while (this.#held && !this.#abort.signal.aborted) {
      await new Promise<void>((resolve) => {
        const done = (): void => {
          this.#holdListeners.delete(listener);
          this.#abort.signal.removeEventListener('abort', done);
          resolve();
        };
        const listener = (held: boolean): void => {
          if (!held) done();
        };
        this.#holdListeners.add(listener);
        this.#abort.signal.addEventListener('abort', done, { once: true });
      });
    }
  }

  #changed(bytes: number): void {
    this.#bytes += bytes;
    const held = this.#bytes > this.#highWater && this.#awaited === 0 && !this.#someoneWaits();
    if (held === this.#held) return;
    // Letting go at half the mark keeps the producer from being switched at every record.
    if (!held && this.#bytes > this.#highWater / 2 && this.#awaited === 0 && !this.#someoneWaits()) return;
    this.#held = held;
    for (const listener of Array.from(this.#holdListeners)) listener(held);
  }

  #someoneWaits(): boolean {
    const queues = this.#queues;
    return (
      queues.merged.waiting > 0 ||
      queues.output.waiting > 0 ||
      queues.error.waiting > 0 ||
      queues.warning.waiting > 0 ||
      queues.verbose.waiting > 0 ||
      queues.debug.waiting > 0 ||
      queues.information.waiting > 0 ||
      queues.progress.waiting > 0
    );
  }
}
