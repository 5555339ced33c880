/** Get-, Receive-, Wait-, Stop- and Remove-Job. cmdlets.md 17 */
import {
  asSessionError,
  connectSession,
  ERROR_CATALOGUE,
  PSSession,
  RemoteChildJob,
  RemoteJob,
  SessionErrorRecord,
  WildcardPattern,
  type StreamRecord,
} from '../../../client/session/index.js';
import { PSDateTime, PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import {
  settle,
  toBoolean,
  toText,
  unwrap,
  type CommandRegistration,
  type EngineCommandContext,
  type Steps,
} from '../../engine/index.js';
import { GET_JOB, RECEIVE_JOB, REMOVE_JOB, STOP_JOB, WAIT_JOB } from '../job-family.js';
import { displayedBy, hostFor, type Family } from './family-context.js';
import { jobObject, jobOf, stateEvent } from './job-types.js';
import { writeRecord } from './pump.js';
import { register } from './register.js';
import { outputValue, shouldProcess } from './session-commands.js';
import { startJob } from './start-job.js';
import { startThreadJob } from './thread-job.js';
import { itemsOf, parameterValue } from './values.js';

type AnyJob = RemoteJob | RemoteChildJob;

export function jobCommands(family: Family): readonly CommandRegistration[] {
  return [
    getJob(family),
    receiveJob(family),
    waitJob(family),
    stopJob(family),
    removeJob(family),
    startJob(family),
    startThreadJob(family),
  ];
}

// ------------------------------------------------------------------ which jobs

const NOT_FOUND = {
  id: (target: string) =>
    `The command cannot find a job with the job ID ${target}. Verify the value of the Id parameter and then try the command again.`,
  'instance id': (target: string) =>
    `The command cannot find a job with the instance identifier ${target}. Verify the value of the InstanceId parameter, and then try the command again.`,
  name: (target: string) =>
    `The command cannot find the job because the job name ${target} was not found. Verify the value of the Name parameter, and then try the command again.`,
} as const;
const notFound = (
  context: EngineCommandContext,
  errorId: 'JobWithSpecifiedNameNotFound' | 'JobWithSpecifiedInstanceIdNotFound' | 'JobWithSpecifiedSessionNotFound',
  kind: keyof typeof NOT_FOUND,
  target: PSValue,
): Steps<void> =>
  (function* (): Steps<void> {
    yield* settle(
      context.writeError(NOT_FOUND[kind](toText(target)), {
        errorId,
        category: 'ObjectNotFound',
        target,
        exceptionType: 'System.Management.Automation.PSArgumentException',
      }),
    );
  })();

/** Parents and children: a child is found by its own id, name or instance id. */
const withChildren = (jobs: readonly RemoteJob[]): AnyJob[] => jobs.flatMap((job) => [job, ...job.childJobs]);

const texts = (context: EngineCommandContext, name: string): string[] =>
  context.isBound(name) ? itemsOf(context.arg(name) ?? null).map((item) => toText(item)) : [];

/** The jobs that the parameters of this pipeline object name. What is not found is written as an error. */
function* selected(family: Family, context: EngineCommandContext): Steps<AnyJob[]> {
  const all = family.context.jobs.list();
  const everyone = withChildren(all);
  if (context.isBound('Job')) {
    return itemsOf(context.arg('Job') ?? null).flatMap((item) => jobOf(unwrap(item)) ?? []);
  }
  if (context.isBound('Id')) {
    const found: AnyJob[] = [];
    for (const item of itemsOf(context.arg('Id') ?? null)) {
      const job = everyone.find(({ id }) => id === item);
      if (job === undefined) yield* notFound(context, 'JobWithSpecifiedSessionNotFound', 'id', item);
      else found.push(job);
    }
    return found;
  }
  if (context.isBound('InstanceId')) {
    const found: AnyJob[] = [];
    for (const item of itemsOf(context.arg('InstanceId') ?? null)) {
      const job = everyone.find(({ instanceId }) => instanceId === toText(item).toLowerCase());
      if (job === undefined) yield* notFound(context, 'JobWithSpecifiedInstanceIdNotFound', 'instance id', item);
      else found.push(job);
    }
    return found;
  }
  if (context.isBound('Name')) {
    const found: AnyJob[] = [];
    for (const pattern of texts(context, 'Name')) {
      const matcher = new WildcardPattern(pattern);
      const matches = everyone.filter(({ name }) => matcher.isMatch(name));
      if (matches.length === 0 && !WildcardPattern.containsWildcards(pattern))
        yield* notFound(context, 'JobWithSpecifiedNameNotFound', 'name', pattern);
      found.push(...matches);
    }
    return found;
  }
  if (context.isBound('State')) {
    const state = parameterValue('Enum', context.arg('State') ?? null);
    return all.filter((job) => job.state === state);
  }
  if (context.isBound('Command')) {
    const patterns = texts(context, 'Command').map((pattern) => new WildcardPattern(pattern));
    return all.filter(({ command }) => patterns.some((pattern) => pattern.isMatch(command.trim())));
  }
  if (context.isBound('Filter')) return yield* filtered(all, context);
  return [...all];
}

function* filtered(jobs: readonly RemoteJob[], context: EngineCommandContext): Steps<AnyJob[]> {
  const filter = unwrap(context.arg('Filter') ?? null);
  if (!(filter instanceof PSDictionary)) return [];
  const found: AnyJob[] = [];
  for (const job of jobs) {
    let fits = true;
    for (const [key, wanted] of filter.entries()) {
      const value = yield* settle(context.services.members.get(jobObject(job), toText(key)));
      fits &&= value !== undefined && toText(value).toLowerCase() === toText(wanted).toLowerCase();
    }
    if (fits) found.push(job);
  }
  return found;
}

// ------------------------------------------------------------------ Get-Job

const getJob = (family: Family): CommandRegistration =>
  register(GET_JOB, (context) => ({
    *process(): Steps<void> {
      let jobs = yield* selected(family, context);
      const childState = context.isBound('ChildJobState')
        ? parameterValue('Enum', context.arg('ChildJobState') ?? null)
        : undefined;
      if (context.flag('IncludeChildJob') || childState !== undefined) {
        jobs = jobs.flatMap((job) => [
          job,
          ...(job instanceof RemoteJob ? job.childJobs : []).filter(
            ({ state }) => childState === undefined || state === childState,
          ),
        ]);
      }
      if (context.isBound('HasMoreData')) {
        const wanted = toBoolean(context.arg('HasMoreData') ?? null);
        jobs = jobs.filter((job) => job.hasMoreData === wanted);
      }
      jobs = byTime(jobs, context);
      for (const job of jobs) yield* settle(context.write(jobObject(job)));
    },
  }));

/** -Before, -After and -Newest look at when jobs ended. */
function byTime(jobs: readonly AnyJob[], context: EngineCommandContext): AnyJob[] {
  const bound = (name: string): number | undefined => {
    const value = context.isBound(name) ? unwrap(context.arg(name) ?? null) : undefined;
    return value instanceof PSDateTime ? milliseconds(value) : undefined;
  };
  const before = bound('Before');
  const after = bound('After');
  let result = [...jobs];
  if (before !== undefined) result = result.filter(({ psEndTime }) => psEndTime !== null && +psEndTime < before);
  if (after !== undefined) result = result.filter(({ psEndTime }) => psEndTime !== null && +psEndTime > after);
  const newest = context.arg('Newest');
  if (typeof newest === 'number')
    result = result
      .filter(({ psEndTime }) => psEndTime !== null)
      .toSorted((a, b) => Number(b.psEndTime) - Number(a.psEndTime))
      .slice(0, newest);
  return result;
}
/** Unix time of a DateTime; one without a zone is local. */
function milliseconds(value: PSDateTime): number {
  const local = Number(value.ticks / 10_000n) - 62_135_596_800_000;
  if (value.kind === 'Utc') return local;
  const offset = value.offsetMinutes ?? -new Date(local).getTimezoneOffset();
  return local - offset * 60_000;
}

// ------------------------------------------------------------------ Receive-Job

const receiveJob = (family: Family): CommandRegistration =>
  register(RECEIVE_JOB, (context) => {
    const jobs = new Set<AnyJob>();
    return {
      begin() {
        refuseCombinations(context);
      },
      *process(): Steps<void> {
        const found = yield* selected(family, context);
        if (context.flag('Wait')) for (const job of found) jobs.add(job);
        else for (const job of found) yield* receiveNow(family, context, job);
      },
      *end(): Steps<void> {
        for (const job of jobs) yield* receiveWaiting(family, context, job);
      },
    };
  });

/** @throws InvalidOperation: parameters that mean something with -Wait only, or that exclude it. */
function refuseCombinations(context: EngineCommandContext): void {
  const refuse = (text: string): void =>
    context.fail(text, {
      errorId: 'InvalidOperation',
      category: 'InvalidOperation',
      exceptionType: 'System.Management.Automation.PSInvalidOperationException',
    });
  if (context.flag('Wait') && context.flag('Keep'))
    context.fail(
      'Cannot bind parameter \'Keep\' to the target. Exception setting "Keep": "The Wait and Keep parameters cannot be used together in the same command."',
      {
        errorId: 'ParameterBindingFailed',
        category: 'WriteError',
        exceptionType: 'System.Management.Automation.ParameterBindingException',
      },
    );
  if (context.flag('Wait')) return;
  if (context.flag('WriteEvents')) refuse('The WriteEvents parameter cannot be used without the Wait parameter.');
  for (const name of ['AutoRemoveJob', 'Force', 'WriteJobInResults'])
    if (context.flag(name)) refuse(`The -${name} parameter cannot be used without the -Wait parameter`);
}

/** The children whose results are wanted: of some locations, computers or sessions, or all. */
function wantedChildren(context: EngineCommandContext, job: AnyJob): readonly RemoteChildJob[] {
  const children = job instanceof RemoteJob ? (context.flag('NoRecurse') && !job.isSingle ? [] : job.workers) : [job];
  if (context.isBound('Location')) {
    const wanted = texts(context, 'Location').map((text) => text.toLowerCase());
    return children.filter(({ location }) => wanted.includes(location.toLowerCase()));
  }
  if (context.isBound('ComputerName')) {
    const patterns = texts(context, 'ComputerName').map((text) => new WildcardPattern(text));
    return children.filter(({ location }) => patterns.some((pattern) => pattern.isMatch(location)));
  }
  if (context.isBound('Session')) {
    const sessions = parameterValue('PSSession[]', context.arg('Session') ?? null) as readonly PSSession[];
    const ids = sessions.map(({ instanceId }) => instanceId);
    return children.filter(({ session }) => session !== undefined && ids.includes(session.instanceId));
  }
  return children;
}

/** @param told the children that have said why they failed; each says it once in a command. */
function* receiveNow(
  family: Family,
  context: EngineCommandContext,
  job: AnyJob,
  told = new Set<RemoteChildJob>(),
): Steps<void> {
  const keep = context.flag('Keep');
  const host = hostFor(family, context);
  for (const child of wantedChildren(context, job)) {
    child.answerWith(host, keep);
    const displayed = child.toldOfHost ? displayedBy(host) : 'nothing';
    const write = (record: StreamRecord<unknown>): Promise<void> =>
      writeRecord(context, record, RECEIVE_JOB.name, outputValue, displayed);
    for (const record of inOrder(job, child.take(keep)))
      if (!child.tellsReason || !child.isReason(record)) yield* settle(write(record));
    if (!child.tellsReason || child.reason === undefined || told.has(child)) continue;
    told.add(child);
    yield* settle(write({ stream: 'error', value: new SessionErrorRecord(child.reason), origin: undefined }));
  }
}

const STREAM_ORDER = ['output', 'error', 'warning', 'verbose', 'debug', 'progress', 'information'] as const;
/** Jobs of this process keep their streams apart; those of others keep everything in the order in which it came. */
function inOrder(job: AnyJob, records: readonly StreamRecord<PSValue>[]): readonly StreamRecord<PSValue>[] {
  const { kind } = job;
  if (kind !== 'ThreadJob' && kind !== 'PSTaskJob') return records;
  const place = (record: StreamRecord<PSValue>): number => STREAM_ORDER.indexOf(record.stream);
  return records.toSorted((left, right) => place(left) - place(right));
}

function* receiveWaiting(family: Family, context: EngineCommandContext, job: AnyJob): Steps<void> {
  if (context.flag('WriteJobInResults')) yield* settle(context.write(jobObject(job)));
  let shown = job.state;
  const told = new Set<RemoteChildJob>();
  for (;;) {
    const { state } = job;
    if (context.flag('WriteEvents') && state !== shown) {
      yield* settle(context.write(stateEvent(job, state, shown)));
      shown = state;
    }
    yield* receiveNow(family, context, job, told);
    if (isEnd(job, context.flag('Force')) && !wantedChildren(context, job).some((child) => child.take(true).length > 0))
      break;
    yield* settle(job.nextChange(context.signal));
  }
  if (context.flag('AutoRemoveJob') && job instanceof RemoteJob) yield* settle(family.context.jobs.remove(job, true));
}

/** Completed, Failed and Stopped; Suspended and Disconnected unless -Force waits through them. */
const isEnd = (job: AnyJob, force: boolean): boolean =>
  job.isFinished || (!force && (job.state === 'Suspended' || job.state === 'Disconnected'));

// ------------------------------------------------------------------ Wait-Job

const NOT_OVER =
  'One or more jobs are in a suspended or disconnected state, and cannot continue without additional user input.  Specify the -Force parameter to continue to a completed, failed, or stopped state.';

const waitJob = (family: Family): CommandRegistration =>
  register(WAIT_JOB, (context) => {
    const jobs = new Set<AnyJob>();
    return {
      *process(): Steps<void> {
        for (const job of yield* selected(family, context)) jobs.add(job);
      },
      *end(): Steps<void> {
        const force = context.flag('Force');
        const timeout = context.arg('Timeout');
        const limit = typeof timeout === 'number' && timeout >= 0 ? AbortSignal.timeout(timeout * 1000) : undefined;
        const signal = limit === undefined ? context.signal : AbortSignal.any([context.signal, limit]);
        const written = new Set<AnyJob>();
        const open = (): AnyJob[] => [...jobs].filter((job) => !isEnd(job, force));
        let notOver = false;
        for (;;) {
          for (const job of jobs) {
            if (written.has(job) || !isEnd(job, force)) continue;
            written.add(job);
            notOver ||= !job.isFinished;
            yield* settle(context.write(jobObject(job)));
            if (context.flag('Any')) break;
          }
          const waiting = open();
          if (waiting.length === 0 || (context.flag('Any') && written.size > 0)) {
            if (notOver) yield* settle(context.writeWarning(NOT_OVER));
            return;
          }
          if (waiting.every(({ state }) => state === 'Blocked'))
            context.fail(ERROR_CATALOGUE.BlockedJobsDeadlockWithWaitJob.text, {
              errorId: 'BlockedJobsDeadlockWithWaitJob',
              category: 'DeadlockDetected',
              exceptionType: 'System.ArgumentException',
            });
          try {
            yield* settle(anyChange(waiting, signal));
          } catch (error) {
            if (limit?.aborted === true && !context.signal.aborted) return; // the time is up: what did not end is not given
            throw error;
          }
        }
      },
    };
  });

/** Resolves when one of them changes. */
async function anyChange(jobs: readonly AnyJob[], signal: AbortSignal): Promise<void> {
  const done = new AbortController();
  const either = AbortSignal.any([signal, done.signal]);
  try {
    await Promise.race(jobs.map((job) => job.nextChange(either)));
  } finally {
    done.abort();
  }
}

// ------------------------------------------------------------------ Stop-Job, Remove-Job

const stopJob = (family: Family): CommandRegistration =>
  register(STOP_JOB, (context) => ({
    *process(): Steps<void> {
      const ask = shouldProcess(context);
      for (const job of yield* selected(family, context)) {
        if (!job.isFinished) {
          if (!(yield* settle(ask(`Command: ${job.command}, associated with job: ${job.name}`, 'Stop-Job')))) continue;
          yield* stopOne(family, context, job);
        }
        if (context.flag('PassThru')) yield* settle(context.write(jobObject(job)));
      }
    },
  }));

/** A disconnected job is connected first, so that its command can be stopped where it runs. */
function* stopOne(family: Family, context: EngineCommandContext, job: AnyJob): Steps<void> {
  const children = job instanceof RemoteJob ? job.workers : [job];
  try {
    for (const child of children) {
      const { session } = child;
      if (child.state === 'Disconnected' && session !== undefined)
        yield* settle(
          child.connect(async () => {
            // Connect-PSSession may have taken the session up already; its jobs wait for whoever receives.
            if (session.state !== 'Opened') await connectSession(session, family.context, context.signal);
          }),
        );
    }
    yield* settle(job.stop());
    while (!job.isFinished) yield* settle(job.nextChange(context.signal));
  } catch (error) {
    if (context.signal.aborted) throw error;
    yield* settle(
      context.writeError(
        `Job "${job.name}" could not be connected to the server and so could not be stopped. ${asSessionError(error).message}`,
        {
          errorId: 'StopJobCannotConnectToServer',
          category: 'InvalidOperation',
          target: jobObject(job),
          exceptionType: 'System.Management.Automation.RuntimeException',
        },
      ),
    );
  }
}

const removeJob = (family: Family): CommandRegistration =>
  register(REMOVE_JOB, (context) => ({
    *process(): Steps<void> {
      const ask = shouldProcess(context);
      for (const job of yield* selected(family, context)) {
        if (!(job instanceof RemoteJob) || !family.context.jobs.list().includes(job)) {
          yield* settle(
            context.writeError(
              'The command cannot remove the job because it does not exist or because it is a child job. Child jobs can be removed only by removing the parent job.',
              {
                errorId: 'CannotRemoveJob',
                category: 'InvalidOperation',
                target: jobObject(job),
                exceptionType: 'System.ArgumentException',
              },
            ),
          );
          continue;
        }
        if (!job.isFinished && !context.flag('Force')) {
          yield* settle(
            context.writeError(
              `The command cannot remove the job with the job ID ${job.id} because the job is not finished. To remove the job, first stop the job, or use the Force parameter. (Parameter 'Job')`,
              {
                errorId: 'JobObjectNotFinishedCannotBeRemoved',
                category: 'InvalidOperation',
                target: jobObject(job),
                exceptionType: 'System.ArgumentException',
              },
            ),
          );
          continue;
        }
        if (!(yield* settle(ask(`Command: ${job.command}, associated with job: ${job.name}`, 'Remove-Job')))) continue;
        if (!job.isFinished) yield* stopOne(family, context, job);
        yield* settle(family.context.jobs.remove(job, true));
      }
    },
  }));
