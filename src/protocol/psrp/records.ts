/** The records of the streams other than output and error. [MS-PSRP 2.2.2.22 to 2.2.2.26], protocol.md 3.5 */
import {
  PSList,
  PSObject,
  PSUInt32,
  PropertyBag,
  type InformationalKind,
  type PSInformationRecord,
  type PSInformationalRecord,
  type PSProgressRecord,
  type PSValue,
} from '../objects/index.js';
import { ENUMS, encodeEnum, decodeEnum, integerOf } from './enums.js';
import { withTypeNames } from './error-record.js';
import { appendInvocationInfo, encodeInts, readInvocationInfo } from './invocation-info.js';
import { PropertyReader, stringOf } from './property-reader.js';

const INFORMATIONAL_TYPES: Readonly<Record<InformationalKind, readonly string[]>> = {
  Warning: informationalTypes('Warning'),
  Verbose: informationalTypes('Verbose'),
  Debug: informationalTypes('Debug'),
};
const LIST_OF_STRINGS = ['System.Collections.Generic.List`1[[System.String, System.Private.CoreLib]]', 'System.Object'];

function informationalTypes(kind: InformationalKind): readonly string[] {
  return [
    `System.Management.Automation.${kind}Record`,
    'System.Management.Automation.InformationalRecord',
    'System.Object',
  ];
}

/** A warning, verbose or debug record. `invocationInfo`: write where it ran, if the record knows. Default false. */
export function encodeInformational(
  record: PSInformationalRecord,
  options: { readonly invocationInfo?: boolean } = {},
): PSObject {
  if (record.source !== undefined) return withTypeNames(record.source, INFORMATIONAL_TYPES[record.kind]);
  const withBlock = options.invocationInfo === true && record.invocationInfo !== undefined;
  const extended = PropertyBag.of({
    InformationalRecord_Message: record.message,
    InformationalRecord_SerializeInvocationInfo: withBlock,
  });
  if (withBlock) {
    appendInvocationInfo(extended, record.invocationInfo);
    extended.append(
      'InformationalRecord_PipelineIterationInfo',
      encodeInts(record.pipelineIterationInfo ?? record.invocationInfo.pipelineIterationInfo),
    );
  }
  return new PSObject({ typeNames: INFORMATIONAL_TYPES[record.kind], toStringText: record.message, extended });
}

export function decodeInformational(kind: InformationalKind, value: PSValue): PSInformationalRecord {
  const reader = new PropertyReader(value, `${kind}Record`);
  const withBlock = reader.optional('InformationalRecord_SerializeInvocationInfo') === true;
  return {
    kind,
    message: reader.stringOrEmpty('InformationalRecord_Message'),
    ...(withBlock && {
      invocationInfo: readInvocationInfo(reader),
      pipelineIterationInfo: reader
        .list('InformationalRecord_PipelineIterationInfo')
        .map((item) => integerOf(item) ?? 0),
    }),
    source: reader.object,
  };
}

/** A progress message: a property bag, never `<PR>`. An empty activity is refused by PowerShell and becomes a blank. */
export function encodeProgress(record: PSProgressRecord): PSObject {
  return PSObject.bag({
    Activity: record.activity === '' ? ' ' : record.activity,
    ActivityId: record.activityId,
    StatusDescription: record.statusDescription === '' ? ' ' : record.statusDescription,
    CurrentOperation: record.currentOperation,
    ParentActivityId: record.parentActivityId,
    PercentComplete: record.percentComplete,
    Type: encodeEnum(ENUMS.progressRecordType, ENUMS.progressRecordType.values[record.type]),
    SecondsRemaining: record.secondsRemaining,
  });
}

export function decodeProgress(value: PSValue): PSProgressRecord {
  const reader = new PropertyReader(value, 'ProgressRecord');
  return {
    activity: reader.stringOrEmpty('Activity'),
    activityId: reader.int32('ActivityId'),
    statusDescription: reader.stringOrEmpty('StatusDescription'),
    currentOperation: reader.nullableString('CurrentOperation'),
    parentActivityId: integerOf(reader.optional('ParentActivityId') ?? -1) ?? -1,
    percentComplete: integerOf(reader.optional('PercentComplete') ?? -1) ?? -1,
    type: decodeEnum(ENUMS.progressRecordType, reader.optional('Type') ?? 0) === 1 ? 'Completed' : 'Processing',
    secondsRemaining: integerOf(reader.optional('SecondsRemaining') ?? -1) ?? -1,
  };
}

/** An information record: a property bag. The three ids have to be UInt32. */
export function encodeInformation(record: PSInformationRecord): PSObject {
  return PSObject.bag({
    MessageData: record.messageData,
    Source: record.source,
    TimeGenerated: record.timeGenerated,
    Tags: new PSList([...record.tags], 'LST', { typeNames: LIST_OF_STRINGS }),
    User: record.user,
    Computer: record.computer,
    ProcessId: new PSUInt32(record.processId),
    NativeThreadId: new PSUInt32(record.nativeThreadId),
    ManagedThreadId: new PSUInt32(record.managedThreadId),
  });
}

export function decodeInformation(value: PSValue): PSInformationRecord {
  const reader = new PropertyReader(value, 'InformationRecord');
  const id = (name: string): number => integerOf(reader.optional(name) ?? 0) ?? 0;
  return {
    messageData: reader.any('MessageData'),
    source: reader.stringOrEmpty('Source'),
    timeGenerated: reader.dateTime('TimeGenerated'),
    tags: reader.list('Tags').map((tag) => stringOf(tag) ?? ''),
    user: reader.stringOrEmpty('User'),
    computer: reader.stringOrEmpty('Computer'),
    processId: id('ProcessId'),
    nativeThreadId: id('NativeThreadId'),
    managedThreadId: id('ManagedThreadId'),
  };
}
