/** Records of a command's streams as values, for places that keep them as objects. */
import { SessionErrorRecord, type StreamRecord } from '../../../client/session/index.js';
import { PropertyBag, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { errorObject } from './errors.js';

const INFORMATIONAL = {
  warning: 'System.Management.Automation.WarningRecord',
  verbose: 'System.Management.Automation.VerboseRecord',
  debug: 'System.Management.Automation.DebugRecord',
} as const;

export function recordValue(record: StreamRecord<PSValue>): PSValue {
  switch (record.stream) {
    case 'output':
      return record.value;
    case 'error':
      return errorObject(
        record.value instanceof SessionErrorRecord ? record.value : new SessionErrorRecord(record.value),
        '',
      );
    case 'information':
      return new PSObject({
        typeNames: ['System.Management.Automation.InformationRecord', 'System.Object'],
        adapted: PropertyBag.of({
          MessageData: record.value.messageData,
          Source: record.value.source,
          TimeGenerated: record.value.timeGenerated,
          Tags: [...record.value.tags],
          Computer: record.value.computer,
          ProcessId: record.value.processId,
        }),
      });
    case 'progress':
      return new PSObject({
        typeNames: ['System.Management.Automation.ProgressRecord', 'System.Object'],
        toStringText: record.value.activity,
        adapted: PropertyBag.of({
          ActivityId: record.value.activityId,
          ParentActivityId: record.value.parentActivityId,
          Activity: record.value.activity,
          StatusDescription: record.value.statusDescription,
          CurrentOperation: record.value.currentOperation,
          PercentComplete: record.value.percentComplete,
          SecondsRemaining: record.value.secondsRemaining,
          RecordType: record.value.type,
        }),
      });
    default:
      return new PSObject({
        typeNames: [INFORMATIONAL[record.stream], 'System.Management.Automation.InformationalRecord', 'System.Object'],
        toStringText: record.value.message,
        adapted: PropertyBag.of({ Message: record.value.message }),
      });
  }
}
