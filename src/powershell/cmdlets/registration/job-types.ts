/** Jobs as the engine's objects. cmdlets.md 17 */
import {
  RemoteChildJob,
  RemoteJob,
  SessionErrorRecord,
  type JobStateName,
  type StreamName,
} from '../../../client/session/index.js';
import { PropertyBag, PSGuid, PSList, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { declareEvents, defineType, NetObject, raise, type NetType } from '../../engine/index.js';
import { enumMember, JOB_STATE } from './enums.js';
import { errorObject } from './errors.js';
import { recordsOf } from './job-records.js';
import { liveKind } from './live-objects.js';
import { runspaceObject } from './runspace-types.js';
import { dateTime } from './values.js';

type AnyJob = RemoteJob | RemoteChildJob;

const job = (self: PSValue): AnyJob => {
  if (self instanceof NetObject && (self.data instanceof RemoteJob || self.data instanceof RemoteChildJob))
    return self.data;
  throw new Error('not a job');
};

class StateInfo {
  readonly job: AnyJob;
  constructor(owner: AnyJob) {
    this.job = owner;
  }
}
const JOB_STATE_INFO = defineType(
  'System.Management.Automation.JobStateInfo',
  {},
  {
    'System.Management.Automation.JobState State': (self) => enumMember(JOB_STATE, stateOf(self)),
    'System.Exception Reason': (self) =>
      self instanceof NetObject && self.data instanceof StateInfo ? reasonOf(self.data.job) : null,
    'string ToString()': (self) => stateOf(self),
  },
);
const stateOf = (self: PSValue): string =>
  self instanceof NetObject && self.data instanceof StateInfo ? self.data.job.state : 'NotStarted';

/** Of a child, or of a job that has none. */
function reasonOf(owner: AnyJob): PSValue {
  const worker = owner instanceof RemoteJob ? (owner.isSingle ? owner.workers[0] : undefined) : owner;
  return worker?.reason === undefined ? null : errorObject(new SessionErrorRecord(worker.reason), '').exception;
}

const AUTOMATION = 'System.Management.Automation';
const list = (items: readonly PSValue[], element = `${AUTOMATION}.Job`, collection?: string): PSValue =>
  new PSList([...items], 'LST', {
    typeNames: [
      `${collection ?? 'System.Collections.Generic.List`1'}[[${element}, ${AUTOMATION}, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]`,
      'System.Object',
    ],
  });
const stream = (owner: PSValue, name: StreamName, element: string): PSValue =>
  list(recordsOf(job(owner), name), `${AUTOMATION}.${element}`, `${AUTOMATION}.PSDataCollection\`1`);

const JOB = defineType(
  'System.Management.Automation.Job',
  { abstract: true },
  {
    // A ScriptProperty of the type data: `$this.JobStateInfo.State.ToString()`.
    'string State': (self) => job(self).state,
    'bool HasMoreData': (self) => job(self).hasMoreData,
    // Why a job failed is in JobStateInfo.
    'string StatusMessage': (self) => (job(self) instanceof RemoteJob ? null : ''),
    'string Location': (self) => job(self).location,
    'string Command': (self) => job(self).command,
    'System.Management.Automation.JobStateInfo JobStateInfo': (self) =>
      new NetObject(JOB_STATE_INFO, new StateInfo(job(self))),
    'guid InstanceId': (self) => new PSGuid(job(self).instanceId),
    'int Id': (self) => job(self).id,
    'string Name': (self) => job(self).name,
    'System.Collections.Generic.IList[System.Management.Automation.Job] ChildJobs': (self) => {
      const owner = job(self);
      return list(owner instanceof RemoteJob ? owner.childJobs.map(jobObject) : []);
    },
    'datetime PSBeginTime': (self) => dateTime(job(self).psBeginTime),
    'datetime PSEndTime': (self) => dateTime(job(self).psEndTime),
    'string PSJobTypeName': (self) => job(self).psJobTypeName,
    'object Output': (self) => stream(self, 'output', 'PSObject'),
    'object Error': (self) => stream(self, 'error', 'ErrorRecord'),
    'object Progress': (self) => stream(self, 'progress', 'ProgressRecord'),
    'object Verbose': (self) => stream(self, 'verbose', 'VerboseRecord'),
    'object Debug': (self) => stream(self, 'debug', 'DebugRecord'),
    'object Warning': (self) => stream(self, 'warning', 'WarningRecord'),
    'void StopJob()': (self) =>
      job(self)
        .stop()
        .then(() => undefined),
    'void Dispose()': (self) =>
      job(self)
        .stop()
        .then(() => undefined),
    'object Information': (self) => stream(self, 'information', 'InformationRecord'),
  },
);
defineType('System.Management.Automation.Job2', { base: JOB.fullName, abstract: true });
const KINDS: Readonly<Partial<Record<string, { readonly parent: NetType; readonly child: NetType }>>> = {
  PSTaskJob: {
    parent: defineType('System.Management.Automation.PSTasks.PSTaskJob', { base: JOB.fullName }),
    child: defineType('System.Management.Automation.PSTasks.PSTaskChildJob', { base: JOB.fullName }),
  },
  ThreadJob: single(
    defineType('Microsoft.PowerShell.ThreadJob.ThreadJob', { base: 'System.Management.Automation.Job2' }),
  ),
  PSEventJob: single(defineType('System.Management.Automation.PSEventJob', { base: JOB.fullName })),
};
function single(type: NetType): { readonly parent: NetType; readonly child: NetType } {
  return { parent: type, child: type };
}
const PARENT: NetType = defineType('System.Management.Automation.PSRemotingJob', { base: JOB.fullName });
const CHILD: NetType = defineType(
  'System.Management.Automation.PSRemotingChildJob',
  { base: JOB.fullName },
  {
    'System.Management.Automation.Runspaces.Runspace Runspace': (self) => {
      const owner = job(self);
      return owner instanceof RemoteChildJob && owner.session !== undefined ? runspaceObject(owner.session) : null;
    },
  },
);

const objects = new WeakMap<AnyJob, NetObject<AnyJob>>();

/** The one engine object of a job. */
export function jobObject(value: AnyJob): NetObject<AnyJob> {
  let found = objects.get(value);
  if (found === undefined) {
    const kind = KINDS[value.kind] ?? {
      parent: PARENT,
      child: CHILD,
    };
    found = new NetObject<AnyJob>(value instanceof RemoteJob ? kind.parent : kind.child, value);
    objects.set(value, found);
  }
  return found;
}

export function jobOf(value: PSValue): AnyJob | undefined {
  return value instanceof NetObject && (value.data instanceof RemoteJob || value.data instanceof RemoteChildJob)
    ? value.data
    : undefined;
}

const stateInfo = (state: JobStateName): PSObject =>
  new PSObject({
    typeNames: ['System.Management.Automation.JobStateInfo', 'System.Object'],
    toStringText: state,
    adapted: PropertyBag.of({ State: enumMember(JOB_STATE, state), Reason: null }),
  });
export const stateEvent = (job: AnyJob, state: JobStateName, previous: JobStateName): PSObject =>
  new PSObject({
    typeNames: ['System.Management.Automation.JobStateEventArgs', 'System.EventArgs', 'System.Object'],
    toStringText: 'System.Management.Automation.JobStateEventArgs',
    adapted: PropertyBag.of({
      Job: jobObject(job),
      JobStateInfo: stateInfo(state),
      PreviousJobStateInfo: stateInfo(previous),
    }),
  });

declareEvents(JOB.fullName, [
  {
    name: 'StateChanged',
    handler: 'System.EventHandler`1[System.Management.Automation.JobStateEventArgs]',
    args: 'System.Management.Automation.JobStateEventArgs',
    attach: (source) => followStates(source, job(source)),
  },
]);
/** Tells of every change of state from now on. */
function followStates(source: PSObject, owner: AnyJob): () => void {
  const ended = new AbortController();
  let before = owner.state;
  const follow = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      if (owner.state !== before) {
        raise(source, 'StateChanged', stateEvent(owner, owner.state, before));
        before = owner.state;
      }
      if (owner.isFinished) return;
      await owner.nextChange(ended.signal);
    }
  };
  follow().catch(() => undefined); // nobody listens any more
  return () => ended.abort();
}

liveKind(RemoteJob, jobObject);
liveKind(RemoteChildJob, jobObject);
