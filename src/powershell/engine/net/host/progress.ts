/** System.Management.Automation.ProgressRecord, as scripts make it for `$Host.UI.WriteProgress`. */
import { PSObject, PSProgressPrimitive, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { NetThrow } from '../../values/exceptions.js';
import { unwrap } from '../../values/live.js';
import { addMembers, requireType } from '../../values/net-type.js';
import { enumFromNumber } from '../../values/types.js';
import { numberOf } from './structures.js';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export function progressOf(value: PSValue | undefined): Mutable<PSProgressPrimitive> {
  const inner = unwrap(value ?? null);
  if (inner instanceof PSProgressPrimitive) return inner;
  throw new NetThrow('System.ArgumentNullException', "Value cannot be null. (Parameter 'record')");
}
/** As a host call carries it. protocol.md 3.5 */
export function encodeProgress(value: PSValue | undefined): PSObject {
  const record = progressOf(value);
  return PSObject.bag({
    Activity: record.activity,
    ActivityId: record.activityId,
    StatusDescription: record.statusDescription,
    CurrentOperation: record.currentOperation,
    ParentActivityId: record.parentActivityId,
    PercentComplete: record.percentComplete,
    Type: record.recordType === 'Completed' ? 1 : 0,
    SecondsRemaining: record.secondsRemaining,
  });
}
function required(value: PSValue | undefined, name: string): string {
  const text = toText(value ?? null);
  if (text === '')
    throw new NetThrow(
      'System.Management.Automation.PSArgumentException',
      `Cannot process argument because the value of argument "${name}" is null or empty.`,
    );
  return text;
}
/** PowerShell's bound: a record's ids are not negative. */
function idOf(value: PSValue | undefined, name: string): number {
  const id = numberOf(value);
  if (id >= 0) return id;
  throw new NetThrow(
    'System.Management.Automation.PSArgumentOutOfRangeException',
    `Cannot process argument because the value of argument "${name}" is out of range. Change argument "${name}" to a value that is within range.`,
  );
}

function made([activityId, activity, statusDescription]: readonly PSValue[]): PSProgressPrimitive {
  return new PSProgressPrimitive({
    activity: required(activity, 'activity'),
    activityId: idOf(activityId, 'activityId'),
    statusDescription:
      statusDescription === undefined ? 'Processing' : required(statusDescription, 'statusDescription'),
    currentOperation: null,
    parentActivityId: -1,
    percentComplete: -1,
    recordType: 'Processing',
    secondsRemaining: -1,
  });
}

addMembers(requireType('System.Management.Automation.ProgressRecord'), {
  'new(int activityId, string activity, string statusDescription)': (_self, ...args) => made(args),
  'new(int activityId, string activity)': (_self, ...args) => made(args),
  'string Activity': (self) => progressOf(self).activity,
  'set string Activity': (self, value) => {
    progressOf(self).activity = required(value, 'value');
    return undefined;
  },
  'int ActivityId': (self) => progressOf(self).activityId,
  'int ParentActivityId': (self) => progressOf(self).parentActivityId,
  'set int ParentActivityId': (self, value) => {
    progressOf(self).parentActivityId = numberOf(value);
    return undefined;
  },
  'string StatusDescription': (self) => progressOf(self).statusDescription,
  'set string StatusDescription': (self, value) => {
    progressOf(self).statusDescription = required(value, 'value');
    return undefined;
  },
  'string CurrentOperation': (self) => progressOf(self).currentOperation,
  'set string CurrentOperation': (self, value) => {
    progressOf(self).currentOperation = value === null || value === undefined ? null : toText(value);
    return undefined;
  },
  'int PercentComplete': (self) => progressOf(self).percentComplete,
  'set int PercentComplete': (self, value) => {
    const percent = numberOf(value);
    if (percent > 100)
      throw new NetThrow(
        'System.Management.Automation.PSArgumentOutOfRangeException',
        'Cannot process argument because the value of argument "value" is out of range. Change argument "value" to a value that is within range.',
      );
    progressOf(self).percentComplete = percent;
    return undefined;
  },
  'int SecondsRemaining': (self) => progressOf(self).secondsRemaining,
  'set int SecondsRemaining': (self, value) => {
    progressOf(self).secondsRemaining = numberOf(value);
    return undefined;
  },
  'System.Management.Automation.ProgressRecordType RecordType': (self) =>
    enumFromNumber(
      requireType('System.Management.Automation.ProgressRecordType'),
      progressOf(self).recordType === 'Completed' ? 1n : 0n,
    ),
  'set System.Management.Automation.ProgressRecordType RecordType': (self, value) => {
    progressOf(self).recordType = numberOf(value) === 1 ? 'Completed' : 'Processing';
    return undefined;
  },
});
