/**
 * Errors of the session room as the engine's records: ids, categories and targets stay, the exception gets the .NET type
 * that PowerShell's own command throws, and an error of another computer stays that computer's. cmdlets.md 20
 */
import { tryParseGuid } from '../../../protocol/bytes/index.js';
import {
  PSCredential,
  PSSession,
  PSSessionError,
  PSSessionOption,
  RemoteError,
  SessionErrorRecord,
  WildcardPatternError,
  withoutComputer,
  type OriginInfo,
} from '../../../client/session/index.js';
import {
  PropertyBag,
  PSGuid,
  PSObject,
  PSPrimitive,
  PSUri,
  type PSErrorRecord,
  type PSExceptionData,
  type PSValue,
} from '../../../protocol/objects/index.js';
import {
  ErrorRecordObject,
  ExceptionObject,
  exceptionType,
  liveErrorRecord,
  NetObject,
  PSError,
  requireType,
  typedArray,
} from '../../engine/index.js';
import { liveObject } from './live-objects.js';

const TRANSPORT = 'System.Management.Automation.Remoting.PSRemotingTransportException';
const ARGUMENT = 'System.ArgumentException';
const INVALID = 'System.InvalidOperationException';
const SESSION = 'System.Management.Automation.Runspaces.PSSession';
const RUNTIME = 'System.Management.Automation.RuntimeException';

/** Exception types by error id, the part after a transport's name. */
const EXCEPTIONS: readonly (readonly [RegExp, string])[] = [
  [
    /^RemoteRunspace(?:NotAvailable|HasMultiple|InfoHasDuplicates)|^(?:PSSessionInvalidComputerName|HyperVModuleNotAvailable)$/,
    ARGUMENT,
  ],
  [/^PushedRunspaceMustBeOpen$|^HostDoesNotSupportPushRunspace$/, ARGUMENT],
  [/^PSSession(?:Id|Name)MatchFail$|^RemotePSSessionQueryFailed$|^ReceivePSSessionQuery/, RUNTIME],
  [/^(?:Cannot(?:Connect|Disconnect|Receive)|PSSession(?:Connect|Disconnect)Failed|ReceivePSSession)/, RUNTIME],
  [/^EnterPSSession|^HostInNestedPrompt$/, INVALID],
  [
    /^(?:InvokeCommandCommandInvalid|InvalidSessionState)/,
    'System.Management.Automation.Runspaces.InvalidRunspaceStateException',
  ],
  [/^PathNotFound$/, 'System.Management.Automation.ItemNotFoundException'],
  [/^(?:PSSession(?:OpenFailed|StateBroken|StateClosed)|CreateRemoteRunspaceFailed)$/, TRANSPORT],
  [/^Argument$/, 'System.Management.Automation.PSArgumentException'],
  [/^InvalidOperation$/, 'System.Management.Automation.PSInvalidOperationException'],
  [
    /^ParameterBindingFailed$|^AmbiguousParameterSet$|^MissingMandatory/,
    'System.Management.Automation.ParameterBindingException',
  ],
  [/^(?:Job|BlockedJobs|StopJob)/, ARGUMENT],
];

/** The id without a transport's name before it, or a computer's behind it. */
function plainId(errorId: string): string {
  return errorId.startsWith('InvalidSessionState,') ? 'InvalidSessionState' : (errorId.split(',').at(-1) ?? errorId);
}

function exceptionTypeName(errorId: string): string {
  const last = plainId(errorId);
  if (last.startsWith('System.')) return last;
  return EXCEPTIONS.find(([pattern]) => pattern.test(last))?.[1] ?? TRANSPORT;
}

function exceptionTypeOf(error: PSSessionError): string {
  return error instanceof WildcardPatternError
    ? 'System.Management.Automation.WildcardPatternException'
    : exceptionTypeName(error.errorId);
}

/** Errors that say first which computer they are of: only in what is shown, the exception does not. */
const OF_A_COMPUTER = /^PSSession(?:OpenFailed|StateBroken)$/;

export function exceptionOf(error: PSSessionError): ExceptionObject {
  // The record is of the command, the exception what was thrown inside it.
  if (error.errorId === 'CreateRemoteRunspaceFailed' && isRefusal(error.cause)) return exceptionOf(error.cause);
  const text = OF_A_COMPUTER.test(plainId(error.errorId)) ? withoutComputer(error.message) : error.message;
  const cause = error.cause instanceof Error ? error.cause : undefined;
  const inner =
    cause === undefined
      ? undefined
      : new ExceptionObject(
          exceptionType(cause instanceof PSSessionError ? exceptionTypeOf(cause) : 'System.Exception'),
          cause.message,
        );
  return new ExceptionObject(exceptionType(exceptionTypeOf(error)), text, inner);
}

/** A connection info that .NET would not make. */
const isRefusal = (cause: unknown): cause is PSSessionError =>
  cause instanceof PSSessionError && cause.errorId.startsWith('System.');

/** What an error is about, as an object of the engine. */
export function targetValue(target: unknown): PSValue {
  if (target === undefined || target === null) return null;
  const live = typeof target === 'object' ? liveObject(target) : undefined;
  if (live !== undefined) return live;
  if (target instanceof PSObject || target instanceof PSPrimitive) return target;
  if (Array.isArray(target)) {
    const items = target.map(targetValue);
    const type = requireType(SESSION);
    return items.length > 0 && items.every((item) => item instanceof NetObject && item.type === type)
      ? typedArray(items, type)
      : items;
  }
  if (typeof target === 'string') return target;
  if (typeof target === 'number' || typeof target === 'boolean' || typeof target === 'bigint') return target;
  if (target instanceof PSCredential || target instanceof PSSessionOption) return target.constructor.name;
  return 'name' in (target as object) ? String((target as { name: unknown }).name) : null;
}

/** What an error of ours is about: some ids have PowerShell's own kind of object there. cmdlets.md 5.5, 6.3 */
function targetOf({ errorId, targetObject: target, cause }: PSSessionError): PSValue {
  const id = errorId.split(',').at(-1) ?? errorId;
  if (id === 'CreateRemoteRunspaceFailed' && isRefusal(cause) && typeof target === 'string') return new PSUri(target);
  if (/^PSSession(?:OpenFailed|StateClosed)$/.test(id) && target instanceof PSSession) {
    const runspace = requireType(SESSION).findProperty('Runspace')?.get?.(targetValue(target));
    if (runspace !== undefined && !(runspace instanceof Promise)) return runspace;
  }
  if (/SpecifiedRunspaceId$|^PSSessionIdMatchFail$/.test(id) && typeof target === 'string') {
    const guid = tryParseGuid(target);
    if (guid !== undefined) return new PSGuid(guid);
  }
  return targetValue(target);
}

function remoteException(data: PSExceptionData): ExceptionObject {
  const made = new ExceptionObject(
    exceptionType('System.Management.Automation.RemoteException'),
    data.message,
    data.innerException === undefined ? undefined : remoteException(data.innerException),
  );
  if (data.source !== undefined) made.details.set('SerializedRemoteException', data.source);
  return made;
}

const REMOTING_RECORD = [
  'System.Management.Automation.Runspaces.RemotingErrorRecord',
  'System.Management.Automation.ErrorRecord',
  'System.Object',
];

/** `OriginInfo` of remoting records: where they come from. cmdlets.md 19 */
export function originObject(origin: OriginInfo): PSObject {
  return new PSObject({
    typeNames: ['System.Management.Automation.Remoting.OriginInfo', 'System.Object'],
    toStringText: origin.computerName,
    adapted: PropertyBag.of({
      PSComputerName: origin.computerName,
      RunspaceID: new PSGuid(origin.runspaceId),
      InstanceID: new PSGuid(origin.runspaceId),
    }),
  });
}

/** An error that another computer raised: everything as it was there, and the origin. */
export function remoteRecord(record: PSErrorRecord, origin: OriginInfo | undefined): ErrorRecordObject {
  const exception = remoteException(record.exception);
  const place = record.source?.get('InvocationInfo') ?? null;
  if (place !== null) exception.details.set('SerializedRemoteInvocationInfo', place);
  const made = new ErrorRecordObject(exception, record.fullyQualifiedErrorId, record.category, record.targetObject);
  made.activity = record.categoryActivity;
  made.reason = record.categoryReason;
  made.targetName = record.categoryTargetName;
  made.targetType = record.categoryTargetType;
  made.detailsMessage = record.detailsMessage;
  made.recommendedAction = record.recommendedAction;
  made.isRemote = true;
  if (origin !== undefined) {
    made.typeNames = REMOTING_RECORD;
    made.extended = PropertyBag.of({ OriginInfo: originObject(origin) });
  }
  return made;
}

/** What goes wrong with one computer of several is told as that computer's: it has no place in the script here. */
const OF_ITS_PLACE = /^(?:PSSessionStateBroken|InvalidSessionState|RemotePipelineExecutionFailed|JobFailure)$/;

export function errorObject(record: SessionErrorRecord, commandName: string): ErrorRecordObject {
  const { exception: error, origin } = record;
  if (error instanceof RemoteError)
    // What a thread job raised is the record itself.
    return (origin === undefined ? liveErrorRecord(error.record) : undefined) ?? remoteRecord(error.record, origin);
  const made = new ErrorRecordObject(exceptionOf(error), error.errorId, error.category, targetOf(error));
  if (OF_A_COMPUTER.test(plainId(error.errorId)) && error.message.startsWith('[')) made.detailsMessage = error.message;
  // What left a command has the class of that command behind its id.
  if (error.fullyQualifiedErrorId !== error.errorId)
    made.commandId = error.fullyQualifiedErrorId.slice(error.errorId.length + 1);
  if (OF_ITS_PLACE.test(plainId(error.errorId))) made.isRemote = true;
  else {
    made.activity = commandName;
    made.commandName = commandName;
  }
  return made;
}

/** A terminating error of an operation as the engine throws it. */
export function terminating(error: unknown, commandName: string, className: string): unknown {
  if (!(error instanceof PSSessionError)) return error;
  error.leftCommand(className);
  // What the only computer threw is thrown again, and does not say any more from where.
  const remote = error instanceof RemoteError;
  const made = new PSError(
    remote ? remoteRecord(error.record, undefined) : errorObject(new SessionErrorRecord(error), commandName),
  );
  if (remote) {
    made.thrown = true;
    made.record.scriptStackTrace = error.record.scriptStackTrace ?? '';
    made.record.exception.thrown = true;
  }
  return made;
}
