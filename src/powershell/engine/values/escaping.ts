/** Errors of a script as code outside of it meets them: a caller of `Invoke()`, a delegate, a script member. */
import type { Pending } from '../pending.js';
import type { NetType } from './net-type.js';
import { ErrorRecordObject, ExceptionObject, exceptionType, fail, NetThrow, PSError, stopText } from './exceptions.js';

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
/** The record that PowerShell's own exceptions carry, which is not the one that a command wrote; made when somebody asks. */
export function recordWithin(exception: ExceptionObject): ErrorRecordObject {
  const { raised, type } = exception;
  exception.errorRecord ??=
    raised === undefined
      ? new ErrorRecordObject(
          exception,
          type.fullName === `${SPACE}RuntimeException` ? type.name : type.name.replace(/Exception$/, ''),
          'NotSpecified',
        )
      : new ErrorRecordObject(exception, raised.errorId, raised.category, raised.targetObject);
  return exception.errorRecord;
}
/** A command ends by it. `throw` and -ErrorAction Stop keep the exception that they have. */
export function endCommand(error: PSError): void {
  error.ended ||= !error.thrown && !error.stopped;
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
function failingAs<T>(work: () => Pending<T>, made: (error: PSError) => Error): Pending<T> {
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
