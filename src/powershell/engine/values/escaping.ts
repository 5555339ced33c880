/** Errors of a script as code outside of it meets them: a caller of `Invoke()`, a delegate, a script member. */
import type { Pending } from '../pending.js';
import type { NetType } from './net-type.js';
import {
  copyRecord,
  ErrorRecordObject,
  ExceptionObject,
  exceptionType,
  fail,
  NetThrow,
  PSError,
  stopText,
} from './exceptions.js';

const SPACE = 'System.Management.Automation.';
const ENDED = `${SPACE}CmdletInvocationException`;
/** Is it PowerShell's own, as those are that stand around others? */
export const isRuntimeException = (exception: ExceptionObject): boolean =>
  exception.type.typeNames.includes(`${SPACE}RuntimeException`);

/**
 * Which of several `catch` or `trap` clauses takes an error. What PowerShell wrapped is asked for before the wrapping,
 * and no deeper than that: `[int]::Parse('x')` is a FormatException, the cast `[int]'x'` is none. What a script throws itself
 * is wrapped in a RuntimeException by the time it is caught. For each of them the
 * exact type comes before a base type, and a clause without types after all. Where a command ended by the error, it is the
 * exception of the command that is wrapped; a `catch` looks further into that one, a `trap` does not.
 * A trap for types knows an error that -ErrorAction Stop made by that alone.
 * @param clauses the types of each; none: takes everything.
 * @returns the index of the clause, -1 for none.
 */
export function handlerFor(
  { record: { exception }, stopped, ended }: PSError,
  clauses: readonly (readonly NetType[])[],
  isTrap = false,
): number {
  const types: NetType[] = [];
  if (ended) {
    types.push(exception.type, exceptionType(ENDED));
    if (exception.inner !== undefined && !isTrap) types.push(exception.inner.type);
    return chosenOf(types, clauses);
  }
  if (isTrap && stopped) return chosenOf([exceptionType(`${SPACE}ActionPreferenceStopException`)], clauses);
  if (exception.inner !== undefined && isRuntimeException(exception)) types.push(exception.inner.type);
  types.push(exception.type);
  if (!isRuntimeException(exception)) types.push(exceptionType(`${SPACE}RuntimeException`));
  if (stopped) types.push(exceptionType(`${SPACE}ActionPreferenceStopException`));
  return chosenOf(types, clauses);
}
function chosenOf(types: readonly NetType[], clauses: readonly (readonly NetType[])[]): number {
  for (const type of types)
    for (const suits of [(one: NetType) => one === type, (one: NetType) => type.isAssignableTo(one)]) {
      const found = clauses.findIndex((wanted) => wanted.some(suits));
      if (found >= 0) return found;
    }
  return clauses.findIndex((wanted) => wanted.length === 0);
}
/** Is it about an item, a variable or a drive that is not there or may not be changed? */
const isSessionStateException = (exception: ExceptionObject): boolean =>
  exception.type.typeNames.includes(`${SPACE}SessionStateException`);
/** The record that PowerShell's own exceptions carry, which is not the one that a command wrote; made when somebody asks. */
export function recordWithin(exception: ExceptionObject): ErrorRecordObject {
  exception.errorRecord ??= newRecordWithin(exception);
  return exception.errorRecord;
}
function newRecordWithin(exception: ExceptionObject): ErrorRecordObject {
  const { raised, type } = exception;
  // Made from its message alone, as by scripts and Get-Alias.
  const bare = raised === undefined || raised.errorId === 'ItemNotFoundException';
  if (bare && isSessionStateException(exception))
    return new ErrorRecordObject(exception, 'SessionStateException', 'InvalidArgument', '');
  if (raised !== undefined) {
    // Get-PSDrive writes it by an id of its own.
    const errorId = type.fullName === `${SPACE}DriveNotFoundException` ? 'DriveNotFound' : raised.errorId;
    return new ErrorRecordObject(exception, errorId, raised.category, raised.targetObject);
  }
  const errorId = type.fullName === `${SPACE}RuntimeException` ? type.name : type.name.replace(/Exception$/, '');
  return new ErrorRecordObject(exception, errorId, 'NotSpecified');
}
/** `$_.Exception.ErrorRecord`: so that the two do not hold each other, its exception is one that stands for this one. */
export function recordOf(exception: ExceptionObject): ErrorRecordObject {
  const within = recordWithin(exception);
  if (within.exception !== exception) return within;
  let made = standIns.get(within);
  if (made === undefined) {
    const type = exceptionType(`${SPACE}ParentContainsErrorRecordException`);
    standIns.set(within, (made = copyRecord(within, new ExceptionObject(type, exception.message))));
  }
  return made;
}
const standIns = new WeakMap<ErrorRecordObject, ErrorRecordObject>();

/**
 * What `$_` is in the clause that took an error. A clause for the exception that PowerShell wrapped sees that one; where
 * -ErrorAction Stop is the wrapping, PowerShell's own exceptions come with the record that they carry themselves.
 */
export function caughtRecord(failure: PSError, clause: readonly NetType[]): ErrorRecordObject {
  const { record, stopped } = failure;
  const { exception } = record;
  const takes = (type: NetType): boolean => clause.some((wanted) => type.isAssignableTo(wanted));
  if (stopped && takes(exceptionType(`${SPACE}ActionPreferenceStopException`))) return record;
  const passed = innerRecord(failure);
  if (passed !== record && takes(passed.exception.type)) return passed;
  if (!stopped || !isRuntimeException(exception) || !takes(exception.type)) return record;
  const { errorId, category, targetObject } = recordWithin(exception);
  return new ErrorRecordObject(exception, errorId, category, targetObject);
}
/** What a `trap` and a `catch` of a type see: the exception inside PowerShell's own one around it. */
export function innerRecord({ record, ended }: PSError): ErrorRecordObject {
  if (ended) return record;
  const { inner } = record.exception;
  const passes = record.exception.type.fullName !== `${SPACE}ValidationMetadataException`;
  return inner !== undefined && passes && isRuntimeException(record.exception) ? copyRecord(record, inner) : record;
}
/** A command ends by it. `throw` and -ErrorAction Stop keep the exception that they have. */
export function endCommand(error: PSError): void {
  if (error.ended || error.thrown || error.stopped) return;
  error.ended = true;
  error.record.endsCommand = true;
  // To the code around the command it is an error of one statement again.
  error.broken = false;
}
/** Arguments that a command could not take. */
export const isBindingError = ({ record }: PSError): boolean =>
  record.exception.type.typeNames.includes(`${SPACE}ParameterBindingException`);
/** To whoever called a command, what something inside of it failed with is the command's, at the place of the call. */
export function becomesErrorOf(
  error: PSError,
  by: Pick<ErrorRecordObject, 'activity' | 'commandId' | 'commandName' | 'invocationName' | 'extent' | 'command'>,
): void {
  error.takenOver = true;
  error.record = Object.assign(copyRecord(error.record), by, {
    endsCommand: true,
    invocation: undefined,
    invocationData: undefined,
  });
}
/** The exception that leaves the script: a RuntimeException that holds the record, whatever the record holds. */
export function runtimeExceptionOf(error: PSError): ExceptionObject {
  const { record, stopped } = error;
  const { exception } = record;
  if (error.ending !== undefined) return error.ending;
  let made = exception;
  if (error.ended) {
    made = new ExceptionObject(exceptionType(ENDED), exception.message, exception);
    error.ending = made;
  } else if (stopped && exception.type.name !== 'ActionPreferenceStopException')
    made = new ExceptionObject(
      exceptionType(`${SPACE}ActionPreferenceStopException`),
      stopText('ErrorActionPreference', record.message),
    );
  else if (!isRuntimeException(exception))
    made = new ExceptionObject(exceptionType(`${SPACE}RuntimeException`), exception.message, exception);
  made.errorRecord = record;
  return made;
}
/**
 * Does the work of a script for something outside: its error comes out as an exception, which the caller
 * wraps, but for one that was wrapped already.
 */
export function fromOutside<T>(work: () => Pending<T>): Pending<T> {
  return failingAs(work, (error) =>
    error.record.exception.type.fullName === `${SPACE}MethodInvocationException` && !error.stopped
      ? error
      : new NetThrow('', error.message, undefined, runtimeExceptionOf(error)),
  );
}
/** Does the work of a script member: its error is that of the member. */
export function asMember<T>(
  work: () => Pending<T>,
  errorId: string,
  type: 'MethodInvocationException' | 'SetValueInvocationException',
  doing: string,
): Pending<T> {
  return failingAs(work, (error) => {
    const inner = runtimeExceptionOf(error);
    return fail(errorId, `${doing}: "${inner.message}"`, { type: SPACE + type, category: 'NotSpecified', inner });
  });
}
/** Does the work; an error of a script's, at once or later, becomes what is made of it. */
export function failingAs<T>(work: () => Pending<T>, made: (error: PSError) => Error): Pending<T> {
  const told = (error: unknown): unknown => (error instanceof PSError ? made(error) : error);
  try {
    const done = work();
    return done instanceof Promise
      ? done.catch((error: unknown): never => {
          throw told(error);
        })
      : done;
  } catch (error) {
    throw told(error);
  }
}
