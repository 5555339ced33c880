/** Jobs as the engine's objects. cmdlets.md 17 */
import { RemoteChildJob, RemoteJob } from '../../../client/session/index.js';
import { PSGuid, PSList, type PSValue } from '../../../protocol/objects/index.js';
import { defineType, NetObject, type NetType } from '../../engine/index.js';
import { enumMember, JOB_STATE } from './enums.js';
import { recordsOf } from './job-records.js';
import { liveKind } from './live-objects.js';
import { runspaceObject } from './session-types.js';
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
      self instanceof NetObject && self.data instanceof StateInfo && self.data.job instanceof RemoteChildJob
        ? (self.data.job.reason?.message ?? null)
        : null,
    'string ToString()': (self) => stateOf(self),
  },
);
const stateOf = (self: PSValue): string =>
  self instanceof NetObject && self.data instanceof StateInfo ? self.data.job.state : 'NotStarted';

const list = (items: readonly PSValue[]): PSValue => new PSList([...items]);

const JOB = defineType(
  'System.Management.Automation.Job',
  { abstract: true },
  {
    'System.Management.Automation.JobState State': (self) => enumMember(JOB_STATE, job(self).state),
    'bool HasMoreData': (self) => job(self).hasMoreData,
    'string StatusMessage': (self) => job(self).statusMessage,
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
    'object Output': (self) => list(recordsOf(job(self), 'output')),
    'object Error': (self) => list(recordsOf(job(self), 'error')),
    'object Progress': (self) => list(recordsOf(job(self), 'progress')),
    'object Verbose': (self) => list(recordsOf(job(self), 'verbose')),
    'object Debug': (self) => list(recordsOf(job(self), 'debug')),
    'object Warning': (self) => list(recordsOf(job(self), 'warning')),
    'object Information': (self) => list(recordsOf(job(self), 'information')),
  },
);
defineType('System.Management.Automation.Job2', { base: JOB.fullName, abstract: true });
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
    found = new NetObject<AnyJob>(value instanceof RemoteJob ? PARENT : CHILD, value);
    objects.set(value, found);
  }
  return found;
}

export function jobOf(value: PSValue): AnyJob | undefined {
  return value instanceof NetObject && (value.data instanceof RemoteJob || value.data instanceof RemoteChildJob)
    ? value.data
    : undefined;
}

liveKind(RemoteJob, jobObject);
liveKind(RemoteChildJob, jobObject);
