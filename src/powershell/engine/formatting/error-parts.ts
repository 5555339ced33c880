/** What an error's text is made of, from a live record, from one as data, or from an object that came over the wire. */
import { ErrorCategory } from '../../../protocol/errors/index.js';
import {
  PSDictionary,
  PSObject,
  stripDeserialized,
  type PSErrorRecord,
  type PSExceptionData,
  type PSValue,
} from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { ErrorRecordObject, type ExceptionObject } from '../values/exceptions.js';
import { typeOf } from '../values/types.js';
import { positionText } from './error-position.js';

export interface ErrorParts {
  /** Of the error's details where there are any, else of its exception. */
  readonly message: string;
  readonly exceptionMessage: string;
  /** The exception's type, `System.` and all. */
  readonly exceptionTypes: readonly string[];
  readonly hasDetails: boolean;
  readonly recommendation: string;
  readonly category: string;
  readonly categoryMessage: string;
  readonly activity: string;
  readonly reason: string;
  readonly errorId: string;
  /** By a `throw` statement. */
  readonly thrown: boolean;
  /** Name of the command that failed; empty for script text. */
  readonly command: string;
  /** That command is a script block, which has no name: what is shown for it. */
  readonly ofBlock: string | undefined;
  /** A script file's command: its path. */
  readonly invocationName: string;
  /** Empty for text that is in no file. */
  readonly scriptName: string;
  readonly line: number;
  readonly column: number;
  readonly position: string;
  readonly target: PSValue;
  /** The line that it stands on, and the text of the statement itself. */
  readonly lineText: string;
  readonly statement: string;
  readonly stackTrace: string;
  /** What caused the exception, outermost first. */
  readonly causes: readonly ErrorCause[];
  /** Of another computer. */
  readonly computer: string;
}
export interface ErrorCause {
  readonly type: string;
  readonly message: string;
}

const MAX_CAUSES = 10;
const ERROR_RECORD = 'System.Management.Automation.ErrorRecord';
export const isErrorRecord = (value: PSValue): value is PSObject =>
  value instanceof ErrorRecordObject ||
  (value instanceof PSObject &&
    (stripDeserialized(value.typeNames[0] ?? '') === ERROR_RECORD ||
      // Errors of a program keep their kind in front.
      (value.typeNames[0]?.startsWith(`${ERROR_RECORD}#`) === true &&
        !value.typeNames[0].endsWith('#PSExtendedError'))));

export function partsOfRecord(record: PSErrorRecord): ErrorParts {
  const at = record.invocationInfo;
  const computer = record.source?.get('PSComputerName');
  return {
    message: record.detailsMessage ?? record.exception.message,
    exceptionMessage: record.exception.message,
    exceptionTypes: record.exception.typeNames,
    hasDetails: record.detailsMessage !== undefined && record.detailsMessage !== '',
    recommendation: record.recommendedAction ?? '',
    category: record.category,
    categoryMessage: record.categoryMessage,
    activity: record.categoryActivity,
    reason: record.categoryReason,
    errorId: record.fullyQualifiedErrorId,
    thrown: record.wasThrown === true,
    command: at?.myCommand?.name ?? '',
    ofBlock: at?.myCommand?.name === '' ? '' : undefined,
    invocationName: at?.invocationName ?? '',
    scriptName: at?.scriptName ?? '',
    line: at?.scriptLineNumber ?? 0,
    column: at?.offsetInLine ?? 0,
    position: at?.positionMessage ?? '',
    target: record.targetObject,
    lineText: at?.line ?? '',
    statement: '',
    stackTrace: record.scriptStackTrace ?? '',
    causes: dataCauses(record.exception.innerException),
    computer: typeof computer === 'string' ? computer : '',
  };
}
function dataCauses(exception: PSExceptionData | undefined): ErrorCause[] {
  const causes: ErrorCause[] = [];
  for (let at = exception; at !== undefined && causes.length < MAX_CAUSES; at = at.innerException)
    causes.push({ type: at.typeNames[0] ?? 'System.Exception', message: at.message });
  return causes;
}
function liveCauses(exception: ExceptionObject): ErrorCause[] {
  const causes: ErrorCause[] = [];
  for (let at = exception.inner; at !== undefined && causes.length < MAX_CAUSES; at = at.inner)
    causes.push({ type: at.type.fullName, message: at.message });
  return causes;
}

const ellipsized = (text: string): string => (text.length <= 40 ? text : `${text.slice(0, 19)}…${text.slice(-19)}`);
/** `Category: (target:type) [activity], reason` */
export const categoryMessage = (
  category: string,
  target: string,
  type: string,
  activity: string,
  reason: string,
): string =>
  `${category === 'DeadlockDetected' ? 'Deadlock detected' : category}: (${ellipsized(target)}:${ellipsized(type)}) [${ellipsized(activity)}], ${reason}`;

function partsOfLive(record: ErrorRecordObject): ErrorParts {
  const { extent, invocationData: data } = record;
  const target = record.targetObject;
  const targetName = record.targetName !== '' ? record.targetName : target === null ? '' : toText(target);
  const targetType = record.targetType !== '' ? record.targetType : target === null ? '' : (typeOf(target)?.name ?? '');
  const computer = record.extended?.get('PSComputerName');
  return {
    message: record.message,
    exceptionMessage: record.exception.message,
    exceptionTypes: record.exception.type.typeNames,
    hasDetails: record.detailsMessage !== undefined && record.detailsMessage !== '',
    recommendation: record.recommendedAction ?? '',
    category: record.category,
    categoryMessage: categoryMessage(record.category, targetName, targetType, record.activity, record.categoryReason),
    activity: record.activity,
    reason: record.categoryReason,
    errorId: record.fullyQualifiedErrorId,
    thrown: record.isShownThrown,
    command: data?.myCommand?.name ?? record.commandName ?? '',
    ofBlock:
      record.blockText ??
      ((data?.myCommand?.name ?? record.commandName) === '' && record.command !== undefined ? '' : undefined),
    invocationName: data?.invocationName ?? record.invocationName ?? record.commandName ?? '',
    scriptName: data?.scriptName ?? extent?.file ?? '',
    line: data?.scriptLineNumber ?? extent?.startLineNumber ?? 0,
    column: data?.offsetInLine ?? extent?.startColumnNumber ?? 0,
    position: data?.positionMessage ?? (extent === undefined ? '' : positionText(extent)),
    target,
    lineText: data?.line ?? (extent === undefined ? '' : extent.source.wholeLine(extent.startLineNumber)),
    statement: extent?.text ?? '',
    stackTrace:
      record.scriptStackTrace !== '' || extent === undefined
        ? record.scriptStackTrace
        : `at <ScriptBlock>, ${extent.file ?? '<No file>'}: line ${extent.startLineNumber}`,
    causes: liveCauses(record.exception),
    computer: typeof computer === 'string' ? computer : '',
  };
}

const CATEGORY_NAMES: readonly string[] = Object.entries(ErrorCategory)
  .toSorted(([, a], [, b]) => Number(a) - Number(b))
  .map(([name]) => name);

/** An ErrorRecord that was serialized as an object of the output stream. */
function partsOfObject(value: PSObject): ErrorParts {
  const read = (name: string): string => {
    const found = value.get(name);
    return found === undefined || found === null ? '' : toText(found);
  };
  const exception = value.get('Exception');
  const whole = (name: string): number => {
    const found = value.get(name);
    return typeof found === 'number' ? found : 0;
  };
  const exceptionMessage =
    exception instanceof PSObject ? toText(exception.get('Message') ?? value.toString()) : value.toString();
  const details = read('ErrorDetails_Message');
  const category = CATEGORY_NAMES[whole('ErrorCategory_Category')] ?? 'NotSpecified';
  return {
    message: details === '' ? exceptionMessage : details,
    exceptionMessage,
    exceptionTypes: exception instanceof PSObject ? exception.typeNames.map(stripDeserialized) : [],
    hasDetails: details !== '',
    recommendation: read('ErrorDetails_RecommendedAction'),
    category,
    categoryMessage: read('ErrorCategory_Message'),
    activity: read('ErrorCategory_Activity'),
    reason: read('ErrorCategory_Reason'),
    errorId: read('FullyQualifiedErrorId'),
    thrown: false,
    command: read('CommandInfo_Name'),
    ofBlock: undefined,
    invocationName: read('InvocationInfo_InvocationName'),
    scriptName: read('InvocationInfo_ScriptName'),
    line: whole('InvocationInfo_ScriptLineNumber'),
    column: whole('InvocationInfo_OffsetInLine'),
    position: read('InvocationInfo_PositionMessage'),
    target: value.get('TargetObject') ?? null,
    lineText: read('InvocationInfo_Line'),
    statement: '',
    stackTrace: read('ErrorDetails_ScriptStackTrace'),
    causes: [],
    computer: read('PSComputerName'),
  };
}

/** The parts of any error; undefined for another value. */
export function errorParts(value: PSValue): ErrorParts | undefined {
  if (value instanceof ErrorRecordObject) return partsOfLive(value);
  return isErrorRecord(value) && !(value instanceof PSDictionary) ? partsOfObject(value) : undefined;
}
