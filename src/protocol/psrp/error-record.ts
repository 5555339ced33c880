/** ErrorRecord as an object of the wire. [MS-PSRP 2.2.3.15], protocol.md 3.6 */
import { ErrorCategory, errorCategoryName } from '../errors/index.js';
import {
  PSDictionary,
  PSObject,
  PropertyBag,
  TYPE_NAMES,
  stripDeserialized,
  type PSErrorRecord,
  type PSExceptionData,
  type PSValue,
} from '../objects/index.js';
import { integerOf } from './enums.js';
import {
  appendInvocationInfo,
  decodeInvocationInfoObject,
  encodeInts,
  encodeInvocationInfoObject,
  readInvocationInfo,
} from './invocation-info.js';
import { PropertyReader, stringOf } from './property-reader.js';

const DATA_TYPES = ['System.Collections.ListDictionaryInternal', 'System.Object'];
/** COR_E_EXCEPTION: what an exception has that sets no other. */
const HRESULT_EXCEPTION = -2_146_233_088;
const RUNTIME_EXCEPTION = 'System.Management.Automation.RuntimeException';
/** How deep inner exceptions are followed, against a peer that nests without end. */
const MAX_INNER = 16;

export interface ErrorRecordEncoding {
  /** Write the flat `InvocationInfo_*` block where the record has one (RemoteStreamOptions bit 1). Default false. */
  readonly invocationInfo?: boolean;
}

/** The object of an error record. A record that came from elsewhere (`source`) goes on unchanged. */
export function encodeErrorRecord(record: PSErrorRecord, options: ErrorRecordEncoding = {}): PSObject {
  if (record.source !== undefined) return withTypeNames(record.source, TYPE_NAMES.errorRecord);
  const info = record.invocationInfo;
  const extended = PropertyBag.of({
    Exception: encodeException(record.exception, record.wasThrown),
    TargetObject: record.targetObject,
    FullyQualifiedErrorId: record.fullyQualifiedErrorId,
    InvocationInfo: info === undefined ? null : encodeInvocationInfoObject(info),
    ErrorCategory_Category: ErrorCategory[record.category],
    ErrorCategory_Activity: record.categoryActivity,
    ErrorCategory_Reason: record.categoryReason,
    ErrorCategory_TargetName: record.categoryTargetName,
    ErrorCategory_TargetType: record.categoryTargetType,
    ErrorCategory_Message: record.categoryMessage === '' ? categoryMessage(record) : record.categoryMessage,
  });
  if (record.detailsMessage !== undefined || record.recommendedAction !== undefined) {
    extended.append('ErrorDetails_Message', record.detailsMessage ?? null);
    extended.append('ErrorDetails_RecommendedAction', record.recommendedAction ?? null);
  }
  const withBlock = options.invocationInfo === true && info !== undefined;
  extended.append('SerializeExtendedInfo', withBlock);
  if (withBlock) {
    appendInvocationInfo(extended, info);
    extended.append('PipelineIterationInfo', encodeInts(info.pipelineIterationInfo));
  }
  if (record.scriptStackTrace !== undefined) extended.append('ErrorDetails_ScriptStackTrace', record.scriptStackTrace);
  return new PSObject({ typeNames: TYPE_NAMES.errorRecord, toStringText: errorRecordText(record), extended });
}

/** An object that was decoded, under the type names that it had before: readers look for them without `Deserialized.`. */
export function withTypeNames(source: PSObject, typeNames: readonly string[]): PSObject {
  if (source.typeNames[0] === typeNames[0]) return source;
  return new PSObject({
    typeNames,
    ...(source.toStringText !== undefined && { toStringText: source.toStringText }),
    ...(source.adapted !== undefined && { adapted: source.adapted }),
    ...(source.extended !== undefined && { extended: source.extended }),
  });
}

/** What PowerShell shows of a record: the details' message, else the exception's. */
export function errorRecordText(record: PSErrorRecord): string {
  return record.detailsMessage !== undefined && record.detailsMessage !== ''
    ? record.detailsMessage
    : record.exception.message;
}

/** `Category: (target:type) [activity], reason`, as ErrorCategoryInfo.GetMessage gives it. */
export function categoryMessage(record: PSErrorRecord): string {
  const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 18)}...${text.slice(-19)}` : text);
  const target = `${short(record.categoryTargetName)}:${short(record.categoryTargetType)}`;
  return `${record.category}: (${target}) [${short(record.categoryActivity)}], ${short(record.categoryReason)}`;
}

/**
 * Reads an error record.
 * @throws {RemoteProtocolError} a property that PowerShell needs is missing.
 */
export function decodeErrorRecord(value: PSValue): PSErrorRecord {
  const reader = new PropertyReader(value, 'ErrorRecord');
  const message = reader.stringOrEmpty('ErrorCategory_Message');
  const withBlock = reader.optional('SerializeExtendedInfo') === true;
  const info = withBlock
    ? readInvocationInfo(reader)
    : decodeInvocationInfoObject(reader.optional('InvocationInfo') ?? null);
  const details = reader.nullableString('ErrorDetails_Message');
  const action = reader.nullableString('ErrorDetails_RecommendedAction');
  const trace = reader.nullableString('ErrorDetails_ScriptStackTrace');
  return {
    exception: decodeException(reader.any('Exception'), message),
    targetObject: reader.any('TargetObject'),
    fullyQualifiedErrorId: reader.stringOrEmpty('FullyQualifiedErrorId'),
    category: errorCategoryName(reader.int32('ErrorCategory_Category')),
    categoryActivity: reader.stringOrEmpty('ErrorCategory_Activity'),
    categoryReason: reader.stringOrEmpty('ErrorCategory_Reason'),
    categoryTargetName: reader.stringOrEmpty('ErrorCategory_TargetName'),
    categoryTargetType: reader.stringOrEmpty('ErrorCategory_TargetType'),
    categoryMessage: message,
    ...(details !== null && { detailsMessage: details }),
    ...(action !== null && { recommendedAction: action }),
    ...(trace !== null && { scriptStackTrace: trace }),
    ...(info !== undefined && { invocationInfo: info }),
    source: reader.object,
  };
}

/** The object of an exception: its public properties, as PowerShell sends them. */
export function encodeException(exception: PSExceptionData, wasThrown = false): PSObject {
  if (exception.source !== undefined) return exception.source;
  const typeNames = exception.typeNames.length > 0 ? exception.typeNames : TYPE_NAMES.exception;
  const inner = exception.innerException;
  return new PSObject({
    typeNames,
    toStringText: `${typeNames[0] ?? ''}: ${exception.message}`,
    adapted: PropertyBag.of({
      ...(typeNames.includes(RUNTIME_EXCEPTION)
        ? { ErrorRecord: exception.message, WasThrownFromThrowStatement: wasThrown }
        : {}),
      Message: exception.message,
      Data: new PSDictionary([], { typeNames: DATA_TYPES }),
      InnerException: inner === undefined ? null : `${inner.typeNames[0] ?? ''}: ${inner.message}`,
      TargetSite: null,
      StackTrace: null,
      HelpLink: null,
      Source: null,
      HResult: HRESULT_EXCEPTION,
    }),
  });
}

/** Reads an exception in any of the forms it arrives in; `fallback` is the message when it has none of its own. */
export function decodeException(value: PSValue, fallback: string, depth = 0): PSExceptionData {
  if (!(value instanceof PSObject)) {
    return { typeNames: TYPE_NAMES.exception, message: stringOf(value) ?? fallback };
  }
  const inner = value.get('InnerException') ?? null;
  return {
    typeNames: value.typeNames.map(stripDeserialized),
    message: stringOf(value.get('Message') ?? null) ?? value.toStringText ?? fallback,
    ...(inner !== null && depth < MAX_INNER && { innerException: decodeException(inner, '', depth + 1) }),
    source: value,
  };
}

/** The code of a record's exception, or undefined. */
export function exceptionHResult(exception: PSExceptionData): number | undefined {
  return integerOf(exception.source?.get('HResult') ?? null);
}
