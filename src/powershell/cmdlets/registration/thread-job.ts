/** Start-ThreadJob, and the jobs that other commands of the engine start: work in runspaces beside this one. cmdlets.md 17 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  RemoteError,
  RemoteJob,
  SessionErrorRecord,
  Throttle,
  type ChildJobWork,
  type JobPipeline,
  type PipelineEnd,
  type StreamRecord,
} from '../../../client/session/index.js';
import type { PSErrorRecord, PSValue } from '../../../protocol/objects/index.js';
import {
  ErrorRecordObject,
  errorRecordData,
  liveErrorRecord,
  nobodyHost,
  runTask,
  ScriptBlock,
  settle,
  taskHost,
  toText,
  unwrap,
  type ActionJob,
  type CommandRegistration,
  type EngineCommandContext,
  type JobInit,
  type JobStarter,
  type JobTask,
  type PipelineOutcome,
  type PipelineSink,
  type Steps,
} from '../../engine/index.js';
import { START_THREAD_JOB } from '../job-family.js';
import type { Family } from './family-context.js';
import { jobObject } from './job-types.js';
import { Hold } from './hold.js';
import { register } from './register.js';
import { itemsOf } from './values.js';

const RECORD_BYTES = 256;
const STREAMS = { Warning: 'warning', Verbose: 'verbose', Debug: 'debug' } as const;
const LOCATION = 'PowerShell';
/** Of the module: as many thread jobs of a session run at a time; a -ThrottleLimit holds for the session from then on. */
const DEFAULT_LIMIT = 5;

/** One task of the engine as a job follows it: records are kept live. */
class TaskPipeline implements JobPipeline {
  readonly #task: JobTask;
  readonly #abort = new AbortController();
  readonly #failure: (error: PSErrorRecord) => PSErrorRecord;
  readonly #hold = new Hold();

  constructor(task: JobTask, failure: (error: PSErrorRecord) => PSErrorRecord) {
    this.#task = task;
    this.#failure = failure;
  }
  async pumpTo(take: (record: StreamRecord<PSValue>, bytes: number) => void): Promise<PipelineEnd> {
    const give = (record: StreamRecord<PSValue>): void | Promise<void> => {
      take(record, RECORD_BYTES);
      return this.#hold.waiting;
    };
    const origin = undefined;
    const outcome = await this.#task.run(
      {
        output: (value) => give({ stream: 'output', value, origin }),
        error: (record) => give({ stream: 'error', value: new SessionErrorRecord(new RemoteError(record)), origin }),
        informational: (record) => give({ stream: STREAMS[record.kind], value: record, origin }),
        progress: (record) => give({ stream: 'progress', value: record, origin }),
        information: (record) => give({ stream: 'information', value: record, origin }),
      },
      this.#abort.signal,
    );
    return outcome.state === 'Failed'
      ? { state: 'Failed', error: new RemoteError(this.#failure(outcome.error)) }
      : { state: outcome.state };
  }
  hold(held: boolean): void {
    this.#hold.set(held);
  }
  async stop(): Promise<void> {
    this.hold(false);
    this.#abort.abort();
    await Promise.resolve();
  }
}

/** What Receive-Job writes of a job that failed: the exception, under an id of its own. */
function jobStateFailed(data: PSErrorRecord): PSErrorRecord {
  const live = liveErrorRecord(data);
  if (live === undefined) return data;
  return errorRecordData(new ErrorRecordObject(live.exception, 'JobStateFailed', 'InvalidResult', live.targetObject));
}

const work = (task: JobTask): ChildJobWork => ({
  location: LOCATION,
  session: undefined,
  start: () => Promise.resolve(new TaskPipeline(task, jobStateFailed)),
});

function makeJob(family: Family, init: JobInit): RemoteJob {
  const job = new RemoteJob({
    name: init.name,
    command: init.command,
    jobTypeName: init.kind,
    single: init.kind !== 'PSTaskJob',
    work: init.tasks.map(work),
    decorate: (record) => record,
  });
  family.context.jobs.add(job);
  return job;
}

export const jobStarter = (family: Family): JobStarter => ({
  start(init) {
    const job = makeJob(family, init);
    job.start(init.throttleLimit);
    return jobObject(job);
  },
  action: (init) => new EventActionJob(family, init),
});

/** The job of an event's action: its records come from outside, until the subscription ends. */
class EventActionJob implements ActionJob {
  readonly object: PSValue;
  readonly #job: RemoteJob;
  #records: Pick<PipelineSink, 'output' | 'error'> | undefined;
  #end: ((outcome: PipelineOutcome) => void) | undefined;
  #outcome: PipelineOutcome | undefined;
  #started = false;
  /** What comes before the job follows its work. */
  readonly #early: ((sink: Pick<PipelineSink, 'output' | 'error'>) => void | Promise<void>)[] = [];
  readonly sink: Pick<PipelineSink, 'output' | 'error'> = {
    output: (value) => this.#give((sink) => sink.output(value)),
    error: (record) => this.#give((sink) => sink.error(record)),
  };

  constructor(family: Family, init: { readonly name: string; readonly command: string; readonly stopped: () => void }) {
    const run = (sink: PipelineSink, signal: AbortSignal): Promise<PipelineOutcome> =>
      new Promise((resolve) => {
        this.#records = sink;
        this.#end = resolve;
        for (const give of this.#early.splice(0)) void give(sink);
        if (this.#outcome !== undefined) resolve(this.#outcome);
        signal.addEventListener('abort', () => resolve({ state: 'Completed' }), { once: true });
      });
    this.#job = new RemoteJob({
      name: init.name,
      command: init.command,
      jobTypeName: '',
      kind: 'PSEventJob',
      single: true,
      work: [
        {
          location: '',
          session: undefined,
          start: () => Promise.resolve(new TaskPipeline({ run }, (error) => error)),
        },
      ],
      decorate: (record) => record,
    });
    this.object = jobObject(this.#job);
    family.context.jobs.add(this.#job);
    void this.#job.wait().then(
      // An action that failed once goes on to be called.
      (job) => {
        if (job.state === 'Stopped') init.stopped();
      },
      () => init.stopped(),
    );
  }
  running(): void {
    if (this.#started) return;
    this.#started = true;
    this.#job.start(1);
  }
  failed(error: PSErrorRecord): void {
    this.#outcome = { state: 'Failed', error };
    this.#end?.(this.#outcome);
  }
  async ended(): Promise<void> {
    await this.#job.stop();
    await this.#job.wait();
  }
  #give(give: (sink: Pick<PipelineSink, 'output' | 'error'>) => void | Promise<void>): void | Promise<void> {
    if (this.#records !== undefined) return give(this.#records);
    this.#early.push(give);
  }
}

/** The thread jobs of a session share one throttle. */
class ThreadJobQueue {
  #throttle = new Throttle(DEFAULT_LIMIT);
  limitTo(limit: number): void {
    if (limit !== this.#throttle.limit) this.#throttle = new Throttle(limit);
  }
  start(job: RemoteJob): void {
    void this.#throttle.run(() => job.run(1));
  }
}
const queues = new WeakMap<object, ThreadJobQueue>();
function queueOf(family: Family): ThreadJobQueue {
  const found = queues.get(family.context) ?? new ThreadJobQueue();
  queues.set(family.context, found);
  return found;
}

export const startThreadJob = (family: Family): CommandRegistration =>
  register(START_THREAD_JOB, (context) => {
    const input: PSValue[] = [];
    return {
      process: () => {
        if (context.isBound('InputObject')) input.push(context.arg('InputObject') ?? null);
      },
      *end(): Steps<void> {
        const block = yield* threadBlock(context);
        const args = context.isBound('ArgumentList') ? itemsOf(context.arg('ArgumentList') ?? null) : [];
        const usingValues = yield* settle(context.services.usingValues(context, block));
        const first = context.arg('InitializationScript');
        const initialization = first === undefined || first === null ? undefined : toText(first);
        const script = toText(block);
        const runspace = context.services.sibling();
        const host = context.isBound('StreamingHost') ? taskHost(context.host) : nobodyHost(context.host.version);
        const task: JobTask = {
          async run(sink: PipelineSink, signal: AbortSignal): Promise<PipelineOutcome> {
            if (initialization !== undefined) {
              const outcome = await runTask(runspace, { script: initialization }, sink, host, signal);
              if (outcome.state !== 'Completed') return outcome;
            }
            const given = input.length === 0 ? undefined : input;
            return await runTask(runspace, { script, args, usingValues, input: given }, sink, host, signal);
          },
        };
        const name = context.arg('Name');
        const job = makeJob(family, {
          kind: 'ThreadJob',
          name: name === undefined || name === null ? undefined : toText(name),
          command: script,
          tasks: [task],
          throttleLimit: 1,
        });
        const queue = queueOf(family);
        const limit = context.arg('ThrottleLimit');
        if (typeof limit === 'number') queue.limitTo(limit);
        queue.start(job);
        yield* settle(context.write(jobObject(job)));
      },
    };
  });

function* threadBlock(context: EngineCommandContext): Steps<ScriptBlock> {
  const block = unwrap(context.arg('ScriptBlock') ?? null);
  if (block instanceof ScriptBlock) return block;
  const file = toText(context.arg('FilePath') ?? null);
  let text: string;
  try {
    text = yield* settle(readFile(path.resolve(context.services.location.path, file), 'utf8'));
  } catch {
    return context.fail(`Cannot find path '${file}' because it does not exist.`, {
      errorId: 'PathNotFound',
      category: 'ObjectNotFound',
      target: file,
      exceptionType: 'System.Management.Automation.ItemNotFoundException',
    });
  }
  const parsed = context.services.parse(text.replace(/^\uFEFF/, ''));
  if (parsed instanceof ScriptBlock) return parsed;
  throw new Error('a script text is a script block');
}
