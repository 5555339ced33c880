/**
 * Every error id that the session commands can show: its category, whether it ends the command, and its text.
 * cmdlets.md 20, and the error tables of 3, 5-13 and 17.
 *
 * An id is made in two steps. Whoever finds the fault takes the entry from here with `catalogued`; the command boundary
 * makes the visible id with `fullyQualifiedErrorId`, which adds the command's class. In the texts `{0}`, `{1}` … stand
 * for what is filled in. Texts are our own; match on ids, never on texts.
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
    "There is no session with the name '{0}' in the current session. Get-PSSession lists the sessions there are; sessions of other clients are found with -ComputerName.",
  ),
  RemoteRunspaceNotAvailableForSpecifiedSessionId: written(
    'InvalidArgument',
    "There is no session with the id '{0}' in the current session. Get-PSSession lists the sessions there are.",
  ),
  RemoteRunspaceNotAvailableForSpecifiedRunspaceId: written(
    'InvalidArgument',
    "There is no session with the instance id '{0}' in the current session. Get-PSSession -ComputerName finds sessions of other clients.",
  ),
  RemoteRunspaceNotAvailableForSpecifiedComputer: written(
    'InvalidArgument',
    "There is no session to the computer '{0}' in the current session. Get-PSSession lists the sessions there are.",
  ),
  RemoteRunspaceHasMultipleMatchesForSpecifiedName: written(
    'InvalidArgument',
    "Several sessions have the name '{0}'. Choose one by its id: Get-PSSession -Name '{0}' lists them.",
  ),
  RemoteRunspaceHasMultipleMatchesForSpecifiedSessionId: written(
    'InvalidArgument',
    "Several sessions have the id '{0}'. Choose one by its instance id.",
  ),
  RemoteRunspaceHasMultipleMatchesForSpecifiedRunspaceId: written(
    'InvalidArgument',
    "Several sessions have the instance id '{0}'.",
  ),
  RemoteRunspaceInfoHasDuplicates: ends('InvalidArgument', 'The same session is given more than once: {0}.'),
  PSSessionArgumentNull: ends('InvalidArgument', 'A session is needed here; null was given.'),

  // Remote query. cmdlets.md 4
  RemotePSSessionQueryFailed: written('InvalidOperation', 'The sessions on the computer {0} could not be listed: {1}'),
  PSSessionIdMatchFail: written('InvalidOperation', "No session with the instance id '{0}' was found there."),
  PSSessionNameMatchFail: written('InvalidOperation', "No session whose name matches '{0}' was found there."),
  ReceivePSSessionQueryForSessionFailed: written(
    'InvalidOperation',
    'The sessions on the computer {0} could not be listed: {1}',
  ),

  // Opening. cmdlets.md 6.3, 12.7
  PSSessionOpenFailed: written('OpenError', '[{0}] Connecting to the server {0} failed: {1}'),
  PSSessionStateBroken: written('OpenError', '[{0}] The connection to the server {0} failed or broke: {1}'),
  PSSessionStateClosed: written('OpenError', '[{0}] The session to {0} was closed while it was being opened: {1}'),
  CreateRemoteRunspaceFailed: written('InvalidArgument', "No connection can be made for '{0}': {1}"),
  PSSessionInvalidComputerName: ends(
    'InvalidArgument',
    'At least one computer name is not valid: {0}. A name is a DNS or NetBIOS name or an IP address; a URI belongs to -ConnectionUri.',
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
  PSSessionConnectFailed: written('InvalidOperation', "The session '{0}' cannot be connected: {1}"),
  CannotConnectVMContainerSession: written(
    'InvalidOperation',
    "The session '{0}' is to a virtual machine or a container; such sessions cannot be connected.",
  ),
  CannotDisconnectSessionWhenNotOpened: written(
    'InvalidOperation',
    "The session '{0}' cannot be disconnected, because its state is {1} and not Opened.",
  ),
  CannotDisconnectSessionWithInvalidIdleTimeout: written(
    'InvalidArgument',
    "The session '{0}' cannot be disconnected with an idle timeout of {1} seconds: the server allows {3} to {2} seconds. Give -IdleTimeoutSec within these.",
  ),
  CannotDisconnectVMContainerSession: written(
    'InvalidOperation',
    "The session '{0}' is to a virtual machine or a container; such sessions cannot be disconnected.",
  ),
  PSSessionDisconnectFailed: written(
    'InvalidOperation',
    'Disconnecting the session with the instance id {0} failed: {1}',
  ),
  ReceivePSSessionCannotConnectSession: written('InvalidOperation', "The session '{0}' cannot be connected: {1}"),
  CannotReceiveVMContainerSession: written(
    'InvalidOperation',
    "The session '{0}' is to a virtual machine or a container; nothing can be received from such sessions.",
  ),
  ReceivePSSessionPipelineFailed: written('OperationStopped', 'The command that ran in the session failed: {0}'),
  PSJobConnectFailed: written('InvalidOperation', 'The job could not be connected to its command: {0}'),
  RemoveSessionCannotConnectToServer: written(
    'InvalidOperation',
    "The session '{0}' is disconnected, and its server could not be reached to delete it there: {1} The session is removed here; what it is at the server is not known.",
  ),
  // Ours: PowerShell says nothing, and the session stays at its server.
  RemoveSessionFailedAtServer: written(
    'ConnectionError',
    "The session '{0}' could not be removed at its server: {1} It is Disconnected here and may still be there; Remove-PSSession tries again.",
  ),

  // Enter. cmdlets.md 10.5
  HostDoesNotSupportPushRunspace: written('InvalidArgument', 'This host has no interactive sessions.'),
  HostInNestedPrompt: ends('InvalidOperation', 'A session cannot be entered from a nested prompt. Leave it first.'),
  EnterPSSessionCannotConnectDisconnectedSession: written(
    'InvalidOperation',
    "The session '{0}' is disconnected and cannot be connected from here: another client holds it.",
  ),
  EnterPSSessionConnectSessionFailed: written('InvalidOperation', "The session '{0}' could not be connected: {1}"),
  EnterPSSessionConnectSessionNotAvailable: written(
    'InvalidOperation',
    "The session '{0}' runs a command. Receive-PSSession takes its output; after that it can be entered.",
  ),
  PushedRunspaceMustBeOpen: written(
    'InvalidArgument',
    'Only an open session can be entered. Get a fresh object with Get-PSSession -ComputerName {0} -InstanceId {1}.',
  ),
  RemoteRunspaceDoesNotSupportPushRunspace: written(
    'InvalidOperation',
    'The remote session lacks commands that an interactive session needs: {0}.',
  ),

  // Invoke. cmdlets.md 12.7
  InvalidSessionState: written('OperationStopped', 'The session to {0} is {1}; the command could not be started.'),
  RemotePipelineExecutionFailed: written('OperationStopped', 'The command could not be started on {0}: {1}'),
  JobFailure: written('OperationStopped', 'The command on {0} failed: {1}'),
  InvokeCommandCommandInvalidSessionState: written(
    'InvalidOperation',
    "The session '{0}' (instance id {1}, computer {2}) is in the state {3}; a command needs Opened.",
  ),
  InvokeCommandCommandInvalidSessionAvailability: written(
    'InvalidOperation',
    "The session '{0}' (instance id {1}, computer {2}) has the availability {3}; a command needs Available.",
  ),
  InvokeCommandNoValidSession: ends('InvalidOperation', 'None of the given sessions is open and available.'),
  UsingVariableIsUndefined: ends('InvalidOperation', "The local variable '{0}' of $using:{0} is not set."),

  // Robust connections. cmdlets.md 18.5
  PowerShellNetworkFailureDetected: written(
    'ConnectionError',
    'The network connection to {0} was interrupted. Trying to reconnect for up to {1} minutes ...',
  ),
  PowerShellConnectionRetryAttempt: written('ConnectionError', 'Trying to reconnect to {0} ...'),
  PowerShellConnectionRetrySucceeded: written('ConnectionError', 'The network connection to {0} is restored.'),
  PowerShellNetworkFailedStartDisconnect: written(
    'OperationTimeout',
    'The network connection to {0} could not be restored. The session is being disconnected: its command goes on, and Connect-PSSession or Receive-PSSession takes it up again.',
  ),
  PowerShellAutoDisconnectSucceeded: written(
    'ConnectionError',
    'The session to {0} is disconnected. Its command goes on at the server.',
  ),
  PowerShellNetworkOrDisconnectFailed: written(
    'InvalidOperation',
    'The network connection to {0} is lost, and the session could not be disconnected in order.',
  ),

  // Parameters and options. cmdlets.md 3, 13
  ParameterBindingFailed: ends('WriteError', '{0} cannot be given together with {1}.'),
  CannotConvertArgumentNoMessage: ends('InvalidArgument', "The parameter '{0}' cannot take this value: {1}"),
  ParameterArgumentValidationError: ends('InvalidData', "The value of the parameter '{0}' is not allowed: {1}"),
  ParameterArgumentTransformationError: ends('InvalidData', "The parameter '{0}' cannot use this value: {1}"),
  MissingMandatoryParameter: ends('InvalidArgument', "The parameter '{0}' is needed."),
  AmbiguousParameterSet: ends('InvalidArgument', 'These parameters cannot be used together: {0}.'),
  InvalidIdleTimeout: ends('InvalidArgument', 'The idle timeout of {0} seconds is below the minimum of {1} seconds.'),
  PathNotFound: ends('ObjectNotFound', "Cannot find path '{0}' because it does not exist."),
  PSSessionComputerNameUnix: ends('NotImplemented', 'Listing sessions by computer name works on Windows only.'),

  // Jobs. cmdlets.md 17
  StopJobCannotConnectToServer: written('InvalidOperation', "The job '{0}' could not be connected to be stopped: {1}"),
  JobObjectNotFinishedCannotBeRemoved: written(
    'InvalidOperation',
    'The job with the id {0} is not finished. Stop it first, or remove it with -Force.',
  ),
  JobWithSpecifiedNameNotFound: written('ObjectNotFound', "There is no job with the name '{0}'."),
  JobWithSpecifiedInstanceIdNotFound: written('ObjectNotFound', "There is no job with the instance id '{0}'."),
  JobWithSpecifiedSessionNotFound: written('ObjectNotFound', "There is no job with the id '{0}'."),
  BlockedJobsDeadlockWithWaitJob: ends(
    'DeadlockDetected',
    'All the jobs wait for input from the user. Receive-Job shows what they ask.',
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
  [
    0x8033803b,
    named(
      'InvalidResourceUri',
      'There is no session configuration of this name on the server: check -ConfigurationName.',
    ),
  ],
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
