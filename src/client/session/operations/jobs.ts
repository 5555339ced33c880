/**
 * Jobs, as far as remoting needs them: one RemoteJob with a child for each target. Results wait in the child until they
 * are received; a disconnected session turns its child to Disconnected, and a reconnected one goes on. cmdlets.md 17
 */
import { randomBytes } from 'node:crypto';
import { guidFromRandom, type Guid } from '../../../protocol/bytes/index.js';
import { catalogued, type PSSessionError } from '../../../protocol/errors/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import type { PSSession } from '../model/ps-session.js';
import type { SessionHost } from '../model/host.js';
import { JobHostCalls } from './job-host.js';
import { forEachThrottled } from './throttle.js';
import { asSessionError, SessionErrorRecord, type StreamRecord } from '../runspace/records.js';
import type { PipelineEnd } from '../runspace/remote-pipeline.js';

export const JobState = {
  NotStarted: 0,
  Running: 1,
  Completed: 2,
  Failed: 3,
  Stopped: 4,
  Blocked: 5,
  Suspended: 6,
  Disconnected: 7,
  Suspending: 8,
  Stopping: 9,
  AtBreakpoint: 10,
} as const;
export type JobStateName = keyof typeof JobState;

const OF_THIS_PROCESS: readonly string[] = ['ThreadJob', 'PSTaskJob', 'PSEventJob'];
const FINISHED: readonly JobStateName[] = ['Completed', 'Failed', 'Stopped'];
/** Bytes of results that a child keeps before its producer is held: a job nobody receives must not fill the memory. */
const CHILD_HIGH_WATER_BYTES = 128 * 1024 * 1024;

let lastJobId = 0;

/** What a child job follows: a remote pipeline, or anything else that gives records and ends. */
export interface JobPipeline {
  /** Hands every record on until the end. Rejects for what is not an end of the pipeline itself. */
  pumpTo(take: (record: StreamRecord<PSValue>, bytes: number) => void): Promise<PipelineEnd>;
  /** True: the producer waits; false: it goes on. */
  hold(held: boolean): void;
  stop(): Promise<void>;
}

/** What a child job runs: begun when the throttle says so. Gives the pipeline that it follows. */
export interface ChildJobWork {
  readonly location: string;
  readonly session: PSSession | undefined;
  /** @param host what answers the command's host calls: the job's, which keeps questions until somebody receives it. */
  start(signal: AbortSignal, host: SessionHost): Promise<JobPipeline>;
  /** What is told of an end that is none of the script's. Undefined: the error itself. */
  failure?(error: PSSessionError): PSSessionError | undefined;
  /** The command is told of the host: what it shows comes by host calls too. */
  readonly toldOfHost?: boolean;
  /** Called once, after the child finished: closes a temporary runspace. */
  finished?(): Promise<void>;
}

export class RemoteChildJob {
  readonly id: number;
  readonly name: string;
  readonly instanceId: Guid = guidFromRandom(randomBytes(16));
  readonly location: string;
  readonly command: string;
  /** PSJobTypeName of the job that it belongs to. */
  readonly kind: string;
  readonly psJobTypeName = '';
  psBeginTime: Date | null = null;
  psEndTime: Date | null = null;
  readonly childJobs = [] as const;
  readonly #parent: RemoteJob;
  readonly #calls = new JobHostCalls((waiting) => this.#asked(waiting));
  #session: PSSession | undefined;
  #state: JobStateName = 'NotStarted';
  #reason: PSSessionError | undefined;
  #pipeline: JobPipeline | undefined;
  #forgetSession: (() => void) | undefined;
  readonly #work: ChildJobWork;
  readonly #abort = new AbortController();
  #records: StreamRecord<PSValue>[] = [];
  #bytes = 0;
  readonly #changed: () => void;
  readonly #decorate: (record: StreamRecord<PSValue>) => StreamRecord<PSValue>;

  constructor(
    work: ChildJobWork,
    init: Pick<RemoteJobInit, 'command' | 'decorate' | 'jobTypeName' | 'kind'>,
    parent: RemoteJob,
    changed: () => void,
  ) {
    this.#parent = parent;
    if (!parent.isSingle) lastJobId += 1;
    this.id = lastJobId;
    this.name = `Job${this.id}`;
    this.location = work.location;
    this.command = init.command;
    this.kind = init.kind ?? init.jobTypeName ?? '';
    this.#work = work;
    this.#session = work.session;
    this.#changed = changed;
    this.#decorate = init.decorate;
  }

  get state(): JobStateName {
    return this.#state;
  }
  get reason(): PSSessionError | undefined {
    return this.#reason;
  }
  get session(): PSSession | undefined {
    return this.#session;
  }
  get hasMoreData(): boolean {
    const waiting = this.tellsReason
      ? this.#records.some((record) => !this.isReason(record))
      : this.#records.length > 0;
    return waiting || (!this.#parent.isSingle && !FINISHED.includes(this.#state));
  }
  get isFinished(): boolean {
    return FINISHED.includes(this.#state);
  }
  /** Why it failed is told again by every Receive-Job; jobs of this process have it among their errors instead. */
  get tellsReason(): boolean {
    return !OF_THIS_PROCESS.includes(this.kind);
  }
  /** The record that says why it failed, which stands behind all others. */
  isReason(record: StreamRecord<PSValue>): boolean {
    return record.stream === 'error' && this.#reason !== undefined && record.value.exception === this.#reason;
  }
  get statusMessage(): string {
    return this.#reason?.message ?? '';
  }
  get canDisconnect(): boolean {
    return this.#session?.runspace.supportsDisconnect ?? false;
  }

  async run(): Promise<void> {
    if (this.#state !== 'NotStarted') return;
    this.#become('Running');
    try {
      this.#pipeline = await this.#work.start(this.#abort.signal, this.#calls.host);
      await this.#follow(this.#pipeline);
    } catch (error) {
      this.#fail(error);
    }
    await this.#release();
  }

  /** Takes the session up again, if it is not, and goes on collecting. */
  async connect(connectSession: () => Promise<void>): Promise<void> {
    if (this.#state !== 'Disconnected' || this.#pipeline === undefined) return;
    await connectSession();
    this.#forgetSession?.();
    this.#become('Running');
    const pipeline = this.#pipeline;
    void this.#follow(pipeline)
      .catch((error: unknown) => this.#fail(error))
      .then(() => this.#release());
  }

  async stop(): Promise<void> {
    if (FINISHED.includes(this.#state)) return;
    this.#abort.abort();
    if (this.#pipeline === undefined) this.#become('Stopped');
    else {
      this.#become('Stopping');
      await this.#pipeline.stop();
    }
  }

  /** Resolves at the next record or change of state. Rejects when `signal` fires. */
  nextChange(signal?: AbortSignal): Promise<void> {
    return this.#parent.nextChange(signal);
  }

  /** Its command has written to the host what it shows. */
  get toldOfHost(): boolean {
    return this.#work.toldOfHost === true;
  }
  /** Lets `host` carry out what the command wrote to its host, and answer what it asks. */
  answerWith(host: SessionHost, keep = false): void {
    this.#calls.answerWith(host, keep);
  }
  /** A job that waits for an answer is Blocked, and runs again when it has it. cmdlets.md 17 */
  #asked(waiting: boolean): void {
    if (waiting && this.#state === 'Running') this.#become('Blocked');
    else if (!waiting && this.#state === 'Blocked') this.#become('Running');
  }

  /** Takes what has come; with `keep` it stays to be taken again. */
  take(keep: boolean): readonly StreamRecord<PSValue>[] {
    const taken = this.#records;
    if (!keep) {
      this.#records = [];
      this.#bytes = 0;
      this.#pipeline?.hold(false);
    }
    return taken;
  }

  async #follow(pipeline: JobPipeline): Promise<void> {
    const end = await pipeline.pumpTo((record, bytes) => {
      this.#records.push(this.#decorate(record));
      this.#bytes += bytes;
      if (this.#bytes > CHILD_HIGH_WATER_BYTES) pipeline.hold(true);
      this.#changed();
    });
    this.#finish(end);
  }

  #finish(end: PipelineEnd): void {
    switch (end.state) {
      case 'Completed':
        this.#become('Completed');
        break;
      case 'Stopped':
        this.#become('Stopped');
        break;
      case 'Disconnected':
        this.#become('Disconnected');
        this.#untilConnected();
        break;
      case 'Failed':
        this.#fail(this.#work.failure?.(end.error) ?? end.error);
        break;
      default:
        end satisfies never;
    }
  }

  /** A disconnected session that ends takes its command along: nobody can connect this job any more. */
  #untilConnected(): void {
    const runspace = this.#session?.runspace;
    const stop = runspace?.on((event) => {
      if (event.type !== 'stateChanged' || (event.state !== 'Broken' && event.state !== 'Closed')) return;
      stop?.();
      if (this.#state !== 'Disconnected') return;
      if (event.state === 'Closed') this.#become('Stopped');
      else this.#fail(event.reason ?? catalogued('PSSessionStateBroken', [this.location, 'the session has ended.']));
      void this.#release();
    });
    this.#forgetSession = stop;
  }

  #fail(error: unknown): void {
    if (FINISHED.includes(this.#state)) return;
    if (this.#abort.signal.aborted) {
      this.#become('Stopped');
      return;
    }
    this.#reason = asSessionError(error);
    this.#records.push({ stream: 'error', value: new SessionErrorRecord(this.#reason), origin: undefined });
    this.#become('Failed');
  }

  async #release(): Promise<void> {
    if (FINISHED.includes(this.#state)) await this.#work.finished?.().catch(() => undefined);
  }

  #become(state: JobStateName): void {
    if (this.#state === state || FINISHED.includes(this.#state)) return;
    if (state === 'Running') this.psBeginTime ??= new Date();
    if (FINISHED.includes(state)) this.psEndTime = new Date();
    this.#state = state;
    this.#changed();
  }
}

export interface RemoteJobInit {
  readonly name?: string | undefined;
  readonly command: string;
  readonly work: readonly ChildJobWork[];
  readonly decorate: (record: StreamRecord<PSValue>) => StreamRecord<PSValue>;
  /** PSJobTypeName. Default `RemoteJob`. */
  readonly jobTypeName?: string | undefined;
  /** What kind of job it is where PSJobTypeName does not say. Default: that. */
  readonly kind?: string | undefined;
  /** Its only work is its own: it has results, and no child jobs. */
  readonly single?: boolean | undefined;
}

export class RemoteJob {
  readonly psJobTypeName: string;
  readonly id: number;
  name: string;
  readonly instanceId: Guid = guidFromRandom(randomBytes(16));
  readonly command: string;
  readonly location: string;
  readonly childJobs: readonly RemoteChildJob[];
  /** What runs: the child jobs, or the one work of a job without any. */
  readonly workers: readonly RemoteChildJob[];
  readonly isSingle: boolean;
  readonly kind: string;
  readonly psBeginTime: Date | null = new Date();
  psEndTime: Date | null = null;
  #stopRequested = false;
  #state: JobStateName = 'NotStarted';
  readonly #waiters = new Set<() => void>();

  constructor(init: RemoteJobInit) {
    lastJobId += 1;
    this.id = lastJobId;
    this.name = init.name === undefined || init.name === '' ? `Job${this.id}` : init.name;
    this.command = init.command;
    this.psJobTypeName = init.jobTypeName ?? 'RemoteJob';
    this.isSingle = init.single === true;
    this.kind = init.kind ?? init.jobTypeName ?? '';
    this.workers = init.work.map((work) => new RemoteChildJob(work, init, this, () => this.#update()));
    this.childJobs = this.isSingle ? [] : this.workers;
    const places = this.workers.map(({ location }) => location);
    this.location = (this.psJobTypeName === 'PSTaskJob' ? [...new Set(places)] : places).join(',');
  }

  get state(): JobStateName {
    return this.#state;
  }
  get isFinished(): boolean {
    return FINISHED.includes(this.#state);
  }
  get hasMoreData(): boolean {
    return this.workers.some(({ hasMoreData }) => hasMoreData);
  }
  get canDisconnect(): boolean {
    return this.workers.every(({ canDisconnect }) => canDisconnect);
  }
  get statusMessage(): string {
    return this.workers.find(({ reason }) => reason !== undefined)?.reason?.message ?? '';
  }

  /** Starts every child, `limit` at a time; goes on behind the caller. */
  start(limit: number): void {
    void this.run(limit);
  }
  /** The same; resolves when every child is through. */
  async run(limit: number): Promise<void> {
    await forEachThrottled(this.workers, limit, new AbortController().signal, (child) => child.run());
  }
  /** The results that have come, child by child; taken out unless `keep`. */
  receive(keep = false): StreamRecord<PSValue>[] {
    return this.workers.flatMap((child) => child.take(keep));
  }
  /** Results as they come, until the job is finished or disconnected. */
  async *follow(signal?: AbortSignal): AsyncGenerator<StreamRecord<PSValue>, void, undefined> {
    for (;;) {
      const records = this.receive();
      yield* records;
      if (records.length > 0) continue;
      if (this.isFinished || this.#state === 'Disconnected') return;
      await this.nextChange(signal);
    }
  }
  /** Waits for Completed, Failed, Stopped or Disconnected. @throws when every child waits for the user, or `signal` fires. */
  async wait(signal?: AbortSignal): Promise<this> {
    while (!this.isFinished && this.#state !== 'Disconnected' && this.#state !== 'Suspended') {
      if (this.#state === 'Blocked') throw catalogued('BlockedJobsDeadlockWithWaitJob', [], { targetObject: this });
      await this.nextChange(signal);
    }
    return this;
  }
  async stop(): Promise<void> {
    this.#stopRequested = true;
    await Promise.all(this.workers.map((child) => child.stop()));
  }

  /** Resolves at the next record or change of state of any child. Rejects when `signal` fires. */
  async nextChange(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const done = (): void => {
        this.#waiters.delete(done);
        signal?.removeEventListener('abort', aborted);
        resolve();
      };
      const aborted = (): void => {
        this.#waiters.delete(done);
        reject(asSessionError(signal?.reason));
      };
      this.#waiters.add(done);
      signal?.addEventListener('abort', aborted, { once: true });
    });
  }

  /** The parent's state out of its children's. cmdlets.md 17 */
  #update(): void {
    const states = this.workers.map(({ state }) => state);
    const settled = (state: JobStateName): boolean => FINISHED.includes(state) || state === 'Disconnected';
    if (states.includes('Blocked')) this.#state = 'Blocked';
    else if (states.includes('AtBreakpoint')) this.#state = 'AtBreakpoint';
    else if (states.every(settled)) {
      if (states.includes('Disconnected')) this.#state = 'Disconnected';
      else if (states.includes('Failed')) this.#state = 'Failed';
      else this.#state = this.#stopRequested ? 'Stopped' : states.includes('Stopped') ? 'Stopped' : 'Completed';
      if (FINISHED.includes(this.#state)) this.psEndTime ??= new Date();
    } else this.#state = states.every((state) => state === 'NotStarted') ? 'NotStarted' : 'Running';
    for (const waiter of Array.from(this.#waiters)) waiter();
  }
}

/** The current session's jobs. */
export class JobRepository {
  readonly #jobs = new Map<number, RemoteJob>();

  add(job: RemoteJob): void {
    this.#jobs.set(job.id, job);
  }
  list(): readonly RemoteJob[] {
    return [...this.#jobs.values()];
  }
  /** @throws JobObjectNotFinishedCannotBeRemoved without `force`. */
  async remove(job: RemoteJob, force = false): Promise<void> {
    if (!job.isFinished) {
      if (!force) throw catalogued('JobObjectNotFinishedCannotBeRemoved', [job.id], { targetObject: job });
      // Whoever removes it knows where it ran; what cannot be stopped there shall not stay here.
      await job.stop().catch(() => undefined);
    }
    this.#jobs.delete(job.id);
  }
  /** Forgets a job whose results went elsewhere. */
  forget(job: RemoteJob): void {
    this.#jobs.delete(job.id);
  }
  /** The disconnected job that follows this session's command, if there is one. cmdlets.md 9.2 (4) */
  disconnectedJobOf(instanceId: Guid): RemoteJob | undefined {
    return this.list().find((job) =>
      job.childJobs.some((child) => child.state === 'Disconnected' && child.session?.instanceId === instanceId),
    );
  }
}
