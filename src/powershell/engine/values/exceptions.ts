/** .NET exceptions and ErrorRecords as live values, and `PSError`, the JavaScript error that carries them. */
import { PSObject, type InvocationInfoData, type PSValue } from '../../../protocol/objects/index.js';
import type { ErrorCategoryName } from '../../../protocol/errors/index.js';
import type { Extent } from '../../lang/index.js';
import { findType, type NetType, registerType, NetType as NetTypeClass } from './net-type.js';

/** An instance of an exception class. */
export class ExceptionObject extends PSObject {
  readonly type: NetType;
  message: string;
  inner: ExceptionObject | undefined;
  /** What else its type holds: `ParamName`, `ErrorRecord`, `HResult` … */
  readonly details = new Map<string, PSValue>();
  /** For a script class that derives from an exception. */
  errorRecord: ErrorRecordObject | undefined;
  /** A `throw` statement threw it, or threw it on. */
  thrown = false;
  /** What a command made of it. */
  raised: ErrorRecordObject | undefined;
  constructor(type: NetType, message: string, inner?: ExceptionObject) {
    super({ typeNames: type.typeNames });
    this.type = type;
    this.message = message;
    this.inner = inner;
  }
}

/** Classes of PowerShell that scripts cannot name. */
const HIDDEN_BASES: Readonly<Record<string, string>> = {
  'System.Management.Automation.ParameterBindingArgumentTransformationException':
    'System.Management.Automation.ParameterBindingException',
  'System.Management.Automation.ParameterBindingValidationException':
    'System.Management.Automation.ParameterBindingException',
};
/** The type of an exception by name; unknown names become classes derived from System.Exception. */
export function exceptionType(name: string): NetType {
  const known = findType(name);
  if (known !== undefined) return known;
  const base = HIDDEN_BASES[name];
  if (base !== undefined) exceptionType(base);
  return registerType(new NetTypeClass(name, { base: base ?? 'System.Exception' }));
}

export interface ErrorPosition {
  readonly extent: Extent;
}

export class ErrorRecordObject extends PSObject {
  exception: ExceptionObject;
  errorId: string;
  category: ErrorCategoryName;
  targetObject: PSValue;
  activity = '';
  reason = '';
  targetName = '';
  targetType = '';
  /** Appended to the id: the command that wrote it. */
  commandId: string | undefined;
  detailsMessage: string | undefined;
  recommendedAction: string | undefined;
  extent: Extent | undefined;
  /** Never gets a place: of a script that stops in the middle. */
  noPosition = false;
  /** Raised on another computer: it has no place here, and is of no command here. */
  isRemote = false;
  invocation: PSObject | undefined;
  invocationData: InvocationInfoData | undefined;
  commandName: string | undefined;
  /** As what it was called; its name where it is not set. */
  invocationName: string | undefined;
  /** The command that wrote it, as `InvocationInfo.MyCommand` has it. */
  command: (() => PSValue) | undefined;
  /** A simple script block did not take what it was called with: hosts show its text for the command's name. */
  blockText: string | undefined;
  /** The line of the session that it is of; undefined: it is not listed yet. */
  historyId: bigint | undefined;
  scriptStackTrace = '';
  /** It came to output from the error stream (`2>&1`), and is shown as what that stream has. */
  ofErrorStream = false;
  /** By a `throw` statement. */
  thrown = false;
  /** A command ended by it: whoever called the command from outside gets it as what the command failed with. */
  endsCommand = false;
  constructor(exception: ExceptionObject, errorId: string, category: ErrorCategoryName, targetObject: PSValue = null) {
    super({ typeNames: ['System.Management.Automation.ErrorRecord', 'System.Object'] });
    this.exception = exception;
    this.errorId = errorId;
    this.category = category;
    this.targetObject = targetObject;
  }
  /** Hosts show it as `Exception: …`. */
  get isShownThrown(): boolean {
    return (
      (this.thrown || this.exception.thrown) &&
      this.exception.type.typeNames.includes('System.Management.Automation.RuntimeException')
    );
  }
  get fullyQualifiedErrorId(): string {
    return [this.errorId, this.commandId].filter((part) => part !== undefined && part !== '').join(',');
  }
  get message(): string {
    return this.detailsMessage ?? this.exception.message;
  }
  get categoryReason(): string {
    return this.reason !== '' ? this.reason : this.exception.type.name;
  }
}

/** The record anew, of another exception when one is given. */
export function copyRecord(record: ErrorRecordObject, exception = record.exception): ErrorRecordObject {
  const copy = new ErrorRecordObject(exception, record.errorId, record.category, record.targetObject);
  copy.activity = record.activity;
  copy.reason = record.reason;
  copy.targetName = record.targetName;
  copy.targetType = record.targetType;
  copy.commandId = record.commandId;
  copy.detailsMessage = record.detailsMessage;
  copy.recommendedAction = record.recommendedAction;
  copy.extent = record.extent;
  copy.invocation = record.invocation;
  copy.invocationData = record.invocationData;
  copy.commandName = record.commandName;
  copy.invocationName = record.invocationName;
  copy.command = record.command;
  copy.blockText = record.blockText;
  copy.scriptStackTrace = record.scriptStackTrace;
  copy.isRemote = record.isRemote;
  return copy;
}

/** A terminating error under way. `thrown`: by `throw`; `stopped`: by -ErrorAction Stop: neither is ever continued from. */
export class PSError extends Error {
  /** Another one, once an advanced function has ended by it. */
  record: ErrorRecordObject;
  thrown = false;
  stopped = false;
  /** A trap ended by `break`, or $ErrorActionPreference is Stop: no statement around it goes on. */
  broken = false;
  /** Already in `$Error`. */
  listed = false;
  /** ThrowTerminatingError: the call that ends by it; its own statements do not handle it. */
  leaving: object | undefined;
  /** A command or an advanced function ended by it: PowerShell has a CmdletInvocationException around it from there on. */
  ended = false;
  /** It has become the error of a command around the one that it arose in. */
  takenOver = false;
  /** That exception, once somebody has asked for it. */
  ending: ExceptionObject | undefined;
  /** A `throw` that a command or an advanced function was left by. */
  leftCommand = false;
  /** Calls whose output it came back through: it is not theirs. */
  downstreamOf: Set<object> | undefined;
  constructor(record: ErrorRecordObject) {
    super(record.exception.message);
    this.record = record;
  }
}

export interface ErrorOptions {
  readonly type?: string;
  readonly category?: ErrorCategoryName;
  readonly target?: PSValue;
  readonly inner?: ExceptionObject;
  readonly extent?: Extent | undefined;
}

/** Makes a terminating error: `throw fail('IndexOutOfRange', '…')`. */
export const stopText = (variable: string, message: string): string =>
  `The running command stopped because the preference variable "${variable}" or common parameter is set to Stop: ${message}`;
/** What ends a command because a preference, or somebody who was asked, says Stop. */
export function actionStopped(message: string): PSError {
  const type = exceptionType('System.Management.Automation.ActionPreferenceStopException');
  const exception = new ExceptionObject(type, message);
  const error = new PSError(new ErrorRecordObject(exception, 'ActionPreferenceStop', 'OperationStopped'));
  error.stopped = true;
  return error;
}
export function fail(errorId: string, message: string, options: ErrorOptions = {}): PSError {
  const exception = new ExceptionObject(
    exceptionType(options.type ?? 'System.Management.Automation.RuntimeException'),
    message,
    options.inner,
  );
  const record = new ErrorRecordObject(
    exception,
    errorId,
    options.category ?? 'InvalidOperation',
    options.target ?? null,
  );
  record.extent = options.extent;
  exception.errorRecord = record;
  return new PSError(record);
}

/**
 * A value whose own ToString() fails is no text.
 * @param cause what it threw, for those who let that through: formatting does, conversions do not.
 */
export function noText(inner?: ExceptionObject, cause?: Error): PSError {
  const error = fail('InvalidCastFromAnyTypeToString', 'Cannot convert value to type System.String.', {
    category: 'InvalidArgument',
    ...(inner === undefined ? {} : { inner }),
  });
  error.cause = cause;
  return error;
}
/** What .NET's own formatting throws where a ToString() failed: that of the method itself. */
export const thrownByText = (error: unknown): unknown =>
  error instanceof PSError && (error.cause instanceof PSError || error.cause instanceof NetThrow) ? error.cause : error;

/** A .NET exception as a body throws it; the caller wraps it as PowerShell does. */
export class NetThrow extends Error {
  readonly exception: ExceptionObject;
  /** @param made an exception that is there already, with its record. */
  constructor(typeName: string, message: string, inner?: ExceptionObject, made?: ExceptionObject) {
    super(message);
    this.exception = made ?? new ExceptionObject(exceptionType(typeName), message, inner);
  }
}

/** The same where a method of .NET asked for the text, whose caller wraps it. */
export function thrownInMethod(error: unknown): unknown {
  const thrown = thrownByText(error);
  if (thrown === error || !(thrown instanceof PSError)) return thrown;
  const { exception } = thrown.record;
  return new NetThrow(exception.type.fullName, exception.message, undefined, exception);
}

/** The pipeline is being stopped: passes through everything but `finally`. */
export class PipelineStopped extends Error {
  constructor() {
    super('The pipeline has been stopped.');
  }
}
/** `Select-Object -First` has enough: ends the commands before it, quietly. */
export class StopUpstream extends Error {
  readonly command: object;
  constructor(command: object) {
    super('stop upstream');
    this.command = command;
  }
}
/** `exit`; of the whole process, it ends the session and not only the script file that says it. */
export class ExitException extends Error {
  readonly code: number;
  readonly argument: PSValue;
  readonly ofProcess: boolean;
  constructor(code: number, argument: PSValue, ofProcess = false) {
    super('exit');
    this.ofProcess = ofProcess;
    this.code = code;
    this.argument = argument;
  }
}

/** Of an expression that would have to be run, where only constants are read. */
export const dynamicExpression = (text: string): string =>
  `Cannot generate a PowerShell object for a ScriptBlock evaluating dynamic expressions. Dynamic expression: ${text}.`;
