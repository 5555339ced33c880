/**
 * Every error id that the session commands can show: its category, whether it ends the command, and its text.
 * cmdlets.md 20, and the error tables of 3, 5-13 and 17.
 *
 * An id is made in two steps. Whoever finds the fault takes the entry from here with `catalogued`; the command boundary
 * makes the visible id with `fullyQualifiedErrorId`, which adds the command's class. In the texts `{0}`, `{1}` … stand
 * for what is filled in. Texts are PowerShell's where it has the id; what is said of a connection is ours.
 */
import type { ErrorCategoryName } from './category.js';
import { PSSessionError, type ErrorOptions } from './errors.js';

export interface CatalogueEntry {
  readonly category: ErrorCategoryName;
  /** True: the command ends with it. False: it goes to the error stream and the command goes on. */
  readonly terminating: boolean;
  readonly text: string;
}

const written = (category: ErrorCategoryName, text: string): CatalogueEntry => ({ category, terminating: false, text });
const ends = (category: ErrorCategoryName, text: string): CatalogueEntry => ({ category, terminating: true, text });

export const ERROR_CATALOGUE = {
  // Lookups in the current session's repository. cmdlets.md 5.5
  RemoteRunspaceNotAvailableForSpecifiedName: written(
    'InvalidArgument',
    'The remote session with the name {0}  is not available.',
  ),
  RemoteRunspaceNotAvailableForSpecifiedSessionId: written(
    'InvalidArgument',
    'The remote session with the session ID {0} is not available.',
  ),
  RemoteRunspaceNotAvailableForSpecifiedRunspaceId: written(
    'InvalidArgument',
    'Remote session is not available for {0}.',
  ),
  RemoteRunspaceNotAvailableForSpecifiedComputer: written(
    'InvalidArgument',
    'Remote session is not available for ComputerName {0}.',
  ),
  RemoteRunspaceHasMultipleMatchesForSpecifiedName: written('InvalidArgument', 'Multiple matches found for name {0}.'),
  RemoteRunspaceHasMultipleMatchesForSpecifiedSessionId: written(
    'InvalidArgument',
    'Multiple matches found for session ID {0}.',
  ),
  RemoteRunspaceHasMultipleMatchesForSpecifiedRunspaceId: written(
    'InvalidArgument',
    'Multiple matches found for session ID {0}.',
  ),
  RemoteRunspaceInfoHasDuplicates: ends('InvalidArgument', 'Specified RemoteRunspaceInfo objects have duplicates.'),
  PSSessionArgumentNull: ends('InvalidArgument', 'A session is needed here; null was given.'),

  // Remote query. cmdlets.md 4
  RemotePSSessionQueryFailed: written(
    'InvalidOperation',
    'The remote session query failed for {0} with the following error message: {1}',
  ),
  PSSessionIdMatchFail: written(
    'InvalidOperation',
    'The command cannot find a PSSession with an InstanceId value of "{0}".',
  ),
  PSSessionNameMatchFail: written('InvalidOperation', 'The command cannot find a PSSession that has the name "{0}".'),
  ReceivePSSessionQueryForSessionFailed: written(
    'InvalidOperation',
    'The remote session query failed for {0} with the following error message: {1}',
  ),

  // Opening. cmdlets.md 6.3, 12.7
  PSSessionOpenFailed: written(
    'OpenError',
    '[{0}] Connecting to remote server {0} failed with the following error message : {1}',
  ),
  PSSessionStateBroken: written(
    'OpenError',
    '[{0}] Processing data from remote server {0} failed with the following error message: {1}',
  ),
  PSSessionStateClosed: written('OpenError', '[{0}] The session to {0} was closed while it was being opened: {1}'),
  CreateRemoteRunspaceFailed: written('InvalidArgument', '{1}'),
  PSSessionInvalidComputerName: ends(
    'InvalidArgument',
    'One or more computer names are not valid. If you are trying to pass a URI, use the -ConnectionUri parameter, or pass URI objects instead of strings.',
  ),
  HyperVModuleNotAvailable: ends(
    'NotInstalled',
    "Sessions into virtual machines need Windows' Hyper-V module, which is not available here. Open the machine by its computer name, or by SSH.",
  ),
  CreateRemoteRunspaceForContainerFailed: written(
    'InvalidOperation',
    "No session can be opened into the container '{0}': Windows' container service is not available here. Open the container by its computer name, or by SSH.",
  ),
  RedirectInformationRequired: written('OpenError', 'The server redirects to {0}{1}.'),

  // Ours.
  PSSessionWatchFailed: written('InvalidOperation', "The session '{0}' cannot be watched: {1}"),

  // Connect, disconnect, receive, remove. cmdlets.md 7.3, 8, 9.4, 11
  PSSessionConnectFailed: written(
    'InvalidOperation',
    'The connect operation failed for session {0} with the following error message: {1}',
  ),
  // The same id, for a session that is in no state to be connected, and for one that its server does not have any more.
  PSSessionNotConnectable: written(
    'InvalidOperation',
    'Cannot connect PSSession "{0}", either because it is not in the Disconnected state, or it is not available for connection.',
  ),
  PSSessionGone: written(
    'InvalidOperation',
    'Cannot connect to session {0}.  The session no longer exists on computer {1}.',
  ),
  CannotConnectVMContainerSession: written(
    'InvalidOperation',
    'Session connect is not supported for PSSession "{0}" on target "{1}" because the target computer type is "{2}".',
  ),
  CannotDisconnectSessionWhenNotOpened: written(
    'InvalidOperation',
    'Cannot disconnect PSSession "{0}" because it is not in the Opened state.',
  ),
  CannotDisconnectSessionWithInvalidIdleTimeout: written(
    'InvalidArgument',
    'The session {0} cannot be disconnected because the specified idle time-out value {1} (seconds) is either greater than the server maximum allowed {2} (seconds), or less than the minimum allowed {3} (seconds).  Specify an idle time-out value that is within the allowed range, and try again.',
  ),
  CannotDisconnectVMContainerSession: written(
    'InvalidOperation',
    'Session disconnect is not supported for PSSession "{0}" on target "{1}" because the target computer type is "{2}".',
  ),
  PSSessionDisconnectFailed: written(
    'InvalidOperation',
    'Disconnect-PSSession operation failed for runspace Id = {0} for the following reason: {1}',
  ),
  ReceivePSSessionCannotConnectSession: written(
    'InvalidOperation',
    'Cannot connect PSSession "{0}", either because it is not in the Disconnected state, or it is not available for connection.',
  ),
  CannotReceiveVMContainerSession: written(
    'InvalidOperation',
    'Receive-PSSession does not support PSSession "{0}" on target "{1}" because the target computer type is "{2}".',
  ),
  ReceivePSSessionPipelineFailed: written(
    'OperationStopped',
    'The remote pipeline failed for the following reason: {0}',
  ),
  PSJobConnectFailed: written('InvalidOperation', 'Unable to connect job "{0}" to the remote server. {1}'),
  RemoveSessionCannotConnectToServer: written(
    'InvalidOperation',
    'Remote session {0} could not be connected and could not be removed from the server. The client remote session object will be removed from the server, but the state of the remote session on the server is unknown. {1}',
  ),
  // Ours: PowerShell says nothing, and the session stays at its server.
  RemoveSessionFailedAtServer: written(
    'ConnectionError',
    "The session '{0}' could not be removed at its server: {1} It is Disconnected here and may still be there; Remove-PSSession tries again.",
  ),

  // Enter. cmdlets.md 10.5
  HostDoesNotSupportPushRunspace: written(
    'InvalidArgument',
    'The host does not support Enter-PSSession and Exit-PSSession.',
  ),
  HostInNestedPrompt: ends('InvalidOperation', 'You cannot run Enter-PSSession from a nested prompt.'),
  EnterPSSessionCannotConnectDisconnectedSession: written(
    'InvalidOperation',
    'The PSSession is in a disconnected state and is not available for connection.',
  ),
  EnterPSSessionConnectSessionFailed: written(
    'InvalidOperation',
    'A failure occurred while attempting to connect the PSSession. {1}',
  ),
  EnterPSSessionConnectSessionNotAvailable: written(
    'InvalidOperation',
    'Cannot enter session {0} because it is not in the disconnected state or is not available for connection. Reconnect using Connect-PSSession or Receive-PSSession.',
  ),
  PushedRunspaceMustBeOpen: written(
    'InvalidArgument',
    'Cannot enter session {0} because it is not in the disconnected state or is not available for connection. Retrieve the remote session using Get-PSSession -ComputerName {1} -InstanceId {2}.',
  ),
  RemoteRunspaceDoesNotSupportPushRunspace: written(
    'InvalidOperation',
    'Enter-PSSession failed because the remote session does not provide required commands.',
  ),

  // The same id, for a session that was named in another way than by its object.
  PushedRunspaceNotOpen: written('InvalidArgument', 'Session must be open.'),

  // Invoke. cmdlets.md 12.7
  InvalidSessionState: written(
    'OperationStopped',
    "Cannot invoke the pipeline because the runspace is not in the Opened state. Current state of the runspace is '{0}'.",
  ),
  RemotePipelineExecutionFailed: written('OperationStopped', 'The command could not be started on {0}: {1}'),
  JobFailure: written('OperationStopped', 'The command on {0} failed: {1}'),
  InvokeCommandCommandInvalidSessionState: written(
    'InvalidOperation',
    'Because the session state for session {0}, {1}, {2} is not equal to Open, you cannot run a command in the session.  The session state is {3}.',
  ),
  InvokeCommandCommandInvalidSessionAvailability: written(
    'InvalidOperation',
    'The session {0}, {1}, {2} is not available to run commands.  The session availability is {3}.',
  ),
  InvokeCommandNoValidSession: ends(
    'InvalidOperation',
    'No valid sessions were specified.  Ensure you provide valid sessions that are in the Opened state and are available to run commands.',
  ),
  UsingVariableIsUndefined: ends(
    'InvalidOperation',
    "The value of the using variable '$using:{0}' cannot be retrieved because it has not been set in the local session.",
  ),

  // Robust connections. cmdlets.md 18.5
  PowerShellNetworkFailureDetected: written(
    'ConnectionError',
    'The network connection to {0} has been interrupted. Attempting to reconnect for up to {1} minutes...',
  ),
  PowerShellConnectionRetryAttempt: written('ConnectionError', 'Attempting to reconnect to {0} ...'),
  PowerShellConnectionRetrySucceeded: written('ConnectionError', 'The network connection to {0} has been restored.'),
  PowerShellNetworkFailedStartDisconnect: written(
    'OperationTimeout',
    'Network connectivity to {0} has been lost and the reconnection attempt failed. Please repair the network connection and reconnect using Connect-PSSession or Receive-PSSession.',
  ),
  // The same id, for the warning before.
  PowerShellAutoDisconnectStarting: written(
    'ConnectionError',
    'The reconnection attempt to {0} failed. Attempting to disconnect the session...',
  ),
  PowerShellAutoDisconnectSucceeded: written('ConnectionError', 'Computer {0} has been successfully disconnected.'),
  PowerShellNetworkOrDisconnectFailed: written(
    'InvalidOperation',
    'Network connectivity to {0} has been lost and the attempt to reconnect has failed. Please repair the network connection and reconnect using Connect-PSSession or Receive-PSSession.',
  ),

  // Parameters and options. cmdlets.md 3, 13
  ParameterBindingFailed: ends('WriteError', 'A {0} cannot be specified when {1} is specified.'),
  CannotConvertArgumentNoMessage: ends('InvalidArgument', "The parameter '{0}' cannot take this value: {1}"),
  ParameterArgumentValidationError: ends('InvalidData', "The value of the parameter '{0}' is not allowed: {1}"),
  ParameterArgumentTransformationError: ends('InvalidData', "The parameter '{0}' cannot use this value: {1}"),
  MissingMandatoryParameter: ends('InvalidArgument', "The parameter '{0}' is needed."),
  AmbiguousParameterSet: ends('InvalidArgument', 'These parameters cannot be used together: {0}.'),
  InvalidIdleTimeout: ends(
    'InvalidArgument',
    'The specified IdleTimeout session option {0} (seconds) is not a valid period.  Specify an IdleTimeout value that is greater than or equal to the minimum allowed {1} (seconds).',
  ),
  PathNotFound: ends('ObjectNotFound', "Cannot find path '{0}' because it does not exist."),
  PSSessionComputerNameUnix: ends('NotImplemented', 'Listing sessions by computer name works on Windows only.'),

  // Jobs. cmdlets.md 17
  StopJobCannotConnectToServer: written(
    'InvalidOperation',
    'Job "{0}" could not be connected to the server and so could not be stopped. {1}',
  ),
  JobObjectNotFinishedCannotBeRemoved: written(
    'InvalidOperation',
    'The command cannot remove the job with the job ID {0} because the job is not finished. To remove the job, first stop the job, or use the Force parameter.',
  ),
  JobWithSpecifiedNameNotFound: written(
    'ObjectNotFound',
    'The command cannot find the job because the job name {0} was not found. Verify the value of the Name parameter, and then try the command again.',
  ),
  JobWithSpecifiedInstanceIdNotFound: written(
    'ObjectNotFound',
    'The command cannot find a job with the instance identifier {0}. Verify the value of the InstanceId parameter, and then try the command again.',
  ),
  JobWithSpecifiedSessionNotFound: written(
    'ObjectNotFound',
    'The command cannot find a job with the job ID {0}. Verify the value of the Id parameter and then try the command again.',
  ),
  BlockedJobsDeadlockWithWaitJob: ends(
    'DeadlockDetected',
    'The Wait-Job cmdlet cannot finish working, because one or more jobs are blocked waiting for user interaction.  Process interactive job output by using the Receive-Job cmdlet, and then try again.',
  ),
} as const satisfies Record<string, CatalogueEntry>;

export type CatalogueId = keyof typeof ERROR_CATALOGUE;

/**
 * Makes an error from its entry.
 * @param values what the placeholders of the text stand for, in order.
 * @param options overrides; `errorId` for an id with a transport's name before it (`AccessDenied,PSSessionOpenFailed`).
 */
export function catalogued(
  id: CatalogueId,
  values: readonly (string | number | bigint | boolean | null | undefined)[],
  options: ErrorOptions = {},
): PSSessionError {
  const entry: CatalogueEntry = ERROR_CATALOGUE[id];
  const text = entry.text.replace(/\{(\d)\}/g, (_, digit: string) => String(values[Number(digit)] ?? ''));
  return new PSSessionError(text.trim(), { errorId: id, category: entry.category, ...options });
}

/**
 * The id that the user sees. cmdlets.md 20.1
 * @param commandClass the class of the command, such as `GetPSSessionCommand`.
 */
export function fullyQualifiedErrorId(errorId: string, commandClass: string, complete = false): string {
  return complete ? errorId : `${errorId},Microsoft.PowerShell.Commands.${commandClass}`;
}

export interface TransportErrorName {
  readonly name: string;
  /** Shell creation is tried again, up to MaxConnectionRetryCount times. */
  readonly retried: boolean;
  /** What a person can do about it. */
  readonly advice: string;
}

const named = (name: string, advice: string, retried = false): TransportErrorName => ({ name, retried, advice });

/** What PowerShell calls the codes of WinRM. Keys are the unsigned 32-bit codes. cmdlets.md 20.3, protocol.md 7.12 */
export const TRANSPORT_ERRORS: ReadonlyMap<number, TransportErrorName> = new Map([
  [
    5,
    named(
      'AccessDenied',
      'Check the user name, the password, and that the account may use this session configuration.',
    ),
  ],
  [14, named('ServerOutOfMemory', 'The server has no memory left for another session.')],
  [53, named('NetworkPathNotFound', 'Check the computer name and the network.')],
  [995, named('WinRMOperationAborted', 'The server ended the operation.', true)],
  [1115, named('ShutDownInProgress', 'The server is shutting down.')],
  [1311, named('AuthenticationFailed', 'No server that can check the logon was reachable.')],
  [1326, named('LogonFailure', 'Check the user name and the password; the domain or computer name may be missing.')],
  [1722, named('ImproperResponse', 'The server did not answer as a WinRM service does.', true)],
  [0x80090303, named('TargetUnknown', 'Kerberos does not know this computer name; check its spelling and its SPN.')],
  [0x80540fa0, named('IncorrectProtocolVersion', 'The two sides speak different versions of the protocol.')],
  [0x80338002, named('InvalidResourceUri', 'Check the name of the session configuration.')],
  [0x8033803b, named('InvalidResourceUri', 'Check -ConfigurationName.')],
  [0x80338005, named('CorruptedWinRMConfig', 'The configuration of the WinRM service on the server is damaged.')],
  [
    0x80338012,
    named(
      'CannotConnect',
      'Check that the service runs there, that the port is right and that a firewall lets it through.',
      true,
    ),
  ],
  [0x8033802d, named('URIExceedsMaxAllowedSize', 'The address is too long.')],
  [
    0x8033805b,
    named(
      'CannotConnectTargetSessionDoesNotExist',
      'The session no longer exists: it was removed or its idle time ran out.',
    ),
  ],
  [0x80338074, named('WinRMOperationNotSupportedOnServer', 'The server does not know this operation.')],
  [0x803380e2, named('ClientKerberosDisabled', 'Kerberos is switched off here.')],
  [0x803380e4, named('ServerNotTrusted', 'Use HTTPS, or add the server to TrustedHosts and give -Credential.')],
  [0x803380e5, named('ExplicitCredentialsRequired', 'Give -Credential.')],
  [0x8033810c, named('WorkgroupCannotUseKerberos', 'Kerberos needs a domain; use another -Authentication.')],
  [0x8033810e, named('InvalidAuthentication', 'The server does not offer this authentication mechanism.')],
  [
    0x80338112,
    named('CannotConnectWinRMService', 'The service on the server is busy or not running (HTTP 503).', true),
  ],
  [
    0x80338113,
    named('URLNotAvailable', 'The server knows no such address: check -ApplicationName or the path of the URI.', true),
  ],
  [
    0x80338126,
    named(
      'WinRMOperationTimeout',
      'The server did not answer in time; OperationTimeout and OpenTimeout of the session option set the limits.',
    ),
  ],
  [0x80338170, named('WinRMHttpError', 'The server answered with an HTTP error.', true)],
  [0x80338199, named('RedirectInformationRequired', 'Use -AllowRedirection to follow the redirection.')],
  [0x803381ac, named('RemoteSessionDisallowed', 'The server allows no remote sessions.')],
  [0x803381b7, named('RedirectLocationInvalid', 'The server redirects to an address that cannot be used.')],
  [0x803381b9, named('ComputerNotFound', 'Check the spelling of the computer name; it cannot be resolved.')],
  [0x803381bb, named('CannotUseIPAddress', 'With an IP address give -Credential, and use HTTPS or TrustedHosts.')],
  [
    0x803381c2,
    named(
      'SessionCreateFailedInvalidName',
      'The name of the session is not one that the server accepts: up to 255 characters.',
    ),
  ],
  [0x803381c6, named('CannotConnectMismatchSessions', 'The session belongs to another client session.', true)],
  [
    0x803381cd,
    named(
      'CannotConnectAlreadyConnected',
      'The session is connected to another client. It can be connected after that client disconnects.',
    ),
  ],
  [0x803381d0, named('CannotConnectInvalidOperation', 'The session is not in a state that can be connected.', true)],
  [
    0x803381df,
    named('CannotConnectRunAsFailed', 'The server could not log on the account of the session configuration.'),
  ],
  [0x803381e3, named('RemoteConnectionDisallowed', 'The session configuration is disabled or for local use only.')],
]);
