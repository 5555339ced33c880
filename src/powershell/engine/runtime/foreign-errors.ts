/**
 * Errors that are not PowerShell's own, as the exceptions that a script sees: what the engine's parts throw among
 * themselves (formats, wildcards, XML), what the system says of files, and faults of this program.
 */
import { systemText } from '../text/system-errors.js';
import { type ErrorCategoryName, PSSessionError, WildcardPatternError } from '../../../protocol/errors/index.js';
import { ProviderError } from '../commands/items/places.js';
import { XmlProblem } from '../net/xml-dom.js';
import { XPathError } from '../net/xpath.js';
import { FormatError } from '../text/number-format.js';
import {
  ErrorRecordObject,
  ExceptionObject,
  exceptionType,
  ExitException,
  fail,
  NetThrow,
  PipelineStopped,
  PSError,
  StopUpstream,
} from '../values/exceptions.js';
import { FlowEscape } from './frame.js';

const AUTOMATION = 'System.Management.Automation';

/** What .NET throws where Node gives a system error code. */
function ioException(error: Error & { readonly code: string; readonly path?: unknown }): NetThrow {
  const path = typeof error.path === 'string' ? ` '${error.path}'` : '';
  switch (error.code) {
    case 'ENOENT':
      return new NetThrow('System.IO.FileNotFoundException', `Could not find file${path}.`);
    case 'ENOTDIR':
      return new NetThrow('System.IO.DirectoryNotFoundException', `Could not find a part of the path${path}.`);
    case 'EACCES':
    case 'EPERM':
    case 'EISDIR':
      return new NetThrow('System.UnauthorizedAccessException', `Access to the path${path} is denied.`);
    case 'ERR_INVALID_ARG_VALUE':
      return new NetThrow('System.ArgumentException', "Null character in path. (Parameter 'path')");
    default:
      return new NetThrow('System.IO.IOException', systemText(error));
  }
}
const hasCode = (error: Error): error is Error & { readonly code: string } =>
  'code' in error && typeof error.code === 'string' && /^E[A-Z_]+$/.test(error.code);

/** As a .NET exception; undefined for what is none (control flow, a stop) and for faults of this program. */
export function asNetThrow(error: unknown): NetThrow | undefined {
  if (error instanceof NetThrow) return error;
  if (!(error instanceof Error)) return undefined;
  if (error instanceof FormatError) return new NetThrow('System.FormatException', error.message);
  if (error instanceof WildcardPatternError)
    return new NetThrow(`${AUTOMATION}.WildcardPatternException`, error.message);
  if (error instanceof XmlProblem) return new NetThrow('System.Xml.XmlException', error.message);
  if (error instanceof XPathError) return new NetThrow('System.Xml.XPath.XPathException', error.message);
  if (
    error instanceof RangeError &&
    /invalid (?:string|array) length|allocation failed|maximum bigint size|(?:map|set) maximum size/i.test(
      error.message,
    )
  )
    return new NetThrow(
      'System.OutOfMemoryException',
      `A text, list or number grew beyond what this engine allows (${error.message}).`,
    );
  return hasCode(error) ? ioException(error) : undefined;
}

/** JavaScript itself has no room, which a script cannot go on without. */
export const isOutOfMemory = (error: unknown, { type }: ExceptionObject): boolean =>
  type.fullName === 'System.OutOfMemoryException' && !(error instanceof NetThrow);

/** Exceptions of PowerShell's own that carry a record: its id and category. */
const OWN_RECORDS: Readonly<Record<string, readonly [id: string, category: ErrorCategoryName]>> = {
  [`${AUTOMATION}.PSArgumentException`]: ['Argument', 'InvalidArgument'],
  [`${AUTOMATION}.PSArgumentNullException`]: ['ArgumentNull', 'InvalidArgument'],
  [`${AUTOMATION}.PSArgumentOutOfRangeException`]: ['ArgumentOutOfRange', 'InvalidArgument'],
  [`${AUTOMATION}.PSInvalidOperationException`]: ['InvalidOperation', 'InvalidOperation'],
  [`${AUTOMATION}.PSNotSupportedException`]: ['NotSupported', 'NotImplemented'],
  [`${AUTOMATION}.PSNotImplementedException`]: ['NotImplemented', 'NotImplemented'],
  [`${AUTOMATION}.PSObjectDisposedException`]: ['ObjectDisposed', 'InvalidOperation'],
};

/**
 * As an error that a script can handle; undefined for what has to pass through. A fault of this program stays loud, as
 * an error with a name, and a script's `finally` and `catch` still run.
 */
export function foreignError(error: unknown): PSError | undefined {
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return fail('CallDepthOverflow', 'The script failed due to call depth overflow.', {
      type: `${AUTOMATION}.ScriptCallDepthException`,
    });
  if (error instanceof WildcardPatternError)
    return fail('RuntimeException', error.message, {
      type: `${AUTOMATION}.WildcardPatternException`,
      category: 'NotSpecified',
    });
  if (error instanceof ProviderError)
    return fail(error.errorId, error.message, {
      type: error.exceptionType,
      category: error.category,
      target: error.target,
    });
  if (error instanceof PSSessionError)
    return fail(error.errorId, error.message, {
      category: error.category,
      ...(error.errorId === 'InvalidOperation' ? { type: `${AUTOMATION}.PSInvalidOperationException` } : {}),
      ...(error.errorId === 'Argument' ? { type: `${AUTOMATION}.PSArgumentException` } : {}),
      target: typeof error.targetObject === 'string' ? error.targetObject : null,
    });
  const exception = asNetThrow(error);
  if (exception !== undefined) {
    const { fullName } = exception.exception.type;
    const [id, category] = OWN_RECORDS[fullName] ?? [fullName, 'OperationStopped'];
    return new PSError(new ErrorRecordObject(exception.exception, id, category));
  }
  if (
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof SyntaxError ||
    error instanceof ReferenceError
  )
    return fail('InternalError', `This program made an error that is its own fault: ${error.message}`, {
      type: 'System.InvalidOperationException',
      category: 'NotSpecified',
    });
  return undefined;
}

/**
 * What a command's own code throws, a Node program's function say, that is neither PowerShell's nor ours: an exception
 * that escaped it. What only tells where a script goes on passes through.
 */
export function escapedError(thrown: unknown): PSError | undefined {
  if (FLOW.some((kind) => thrown instanceof kind)) return undefined;
  const made = new ErrorRecordObject(escapedException(thrown), 'System.Exception', 'NotSpecified');
  return new PSError(made);
}
const FLOW = [FlowEscape, PipelineStopped, StopUpstream, ExitException] as const;

function escapedException(thrown: unknown): ExceptionObject {
  const isError = thrown instanceof Error;
  const inner = isError && thrown.cause instanceof Error ? escapedException(thrown.cause) : undefined;
  return new ExceptionObject(exceptionType('System.Exception'), isError ? thrown.message : String(thrown), inner);
}
