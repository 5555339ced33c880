/** What waits in a job, stream by stream: the job's Output, Error … properties. Reading them takes nothing out. */
import { RemoteJob, type RemoteChildJob, type StreamName } from '../../../client/session/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import { recordValue } from './records.js';

export function recordsOf(job: RemoteJob | RemoteChildJob, stream: StreamName): readonly PSValue[] {
  // A parent has no results of its own; its children have.
  if (job instanceof RemoteJob) return job.isSingle ? job.workers.flatMap((worker) => recordsOf(worker, stream)) : [];
  return job
    .take(true)
    .filter((record) => record.stream === stream && !(job.tellsReason && job.isReason(record)))
    .map((record) => recordValue(record));
}
