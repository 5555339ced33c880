/**
 * pssession: PowerShell sessions for Node programs. The functions are the commands, their options the commands'
 * parameters in camelCase; results are async iterables with PowerShell's streams.
 *
 * ```ts
 * import { invokeCommand, newPSSession } from 'pssession';
 * await using session = await newPSSession({ computerName: 'server01', credential }).one();
 * for await (const process of invokeCommand({ session, scriptBlock: 'Get-Process' })) console.log(String(process));
 * ```
 */
export {
  // Commands
  connectPSSession,
  disconnectPSSession,
  enterPSSession,
  getPSSession,
  invokeCommand,
  newPSSession,
  receivePSSession,
  removePSSession,
  getWatchableSessions,
  setPSSessionWatcher,
  watchPSSession,
  type ConnectPSSessionParameters,
  type DisconnectPSSessionParameters,
  type EnterPSSessionParameters,
  type GetPSSessionParameters,
  type InvokeCommandParameters,
  type NewPSSessionParameters,
  type ReceivePSSessionParameters,
  type RemovePSSessionParameters,
  type SetPSSessionWatcherParameters,
  type WatchableSession,
  type WatchPSSessionParameters,
  type TargetOutcome,
  // Sessions
  defaultSessionContext,
  InteractiveSession,
  PSCredential,
  PSSession,
  PSSessionOption,
  RemoteJob,
  SessionContext,
  SessionRepository,
  type CredentialInput,
  type PSSessionOptionInit,
  type SessionContextInit,
  // Where sessions are
  CustomConnectionInfo,
  defaultCarriers,
  NamedPipeConnectionInfo,
  ProcessConnectionInfo,
  SSHConnectionInfo,
  WSManConnectionInfo,
  type CarrierFactory,
  type ConnectionInfo,
  type RunspaceTransport,
  // Streams and results
  CommandRun,
  InvocationRun,
  RecordStream,
  RemoteRunspace,
  undecorated,
  type CollectedRun,
  type OriginInfo,
  type StreamRecord,
  // Hosts
  NON_INTERACTIVE_HOST,
  type HostChoice,
  type HostPromptField,
  type HostScreen,
  type SessionHost,
  // States
  AuthenticationMechanism,
  OutputBufferingMode,
  RunspaceAvailability,
  RunspaceState,
  WildcardPattern,
  type AuthenticationMechanismName,
  type OutputBufferingModeName,
  type RunspaceAvailabilityName,
  type RunspaceStateName,
  // Errors
  RemoteError,
  SessionErrorRecord,
} from './client/session/index.js';
export {
  ArgumentError,
  AuthenticationError,
  ErrorCategory,
  InvalidStateError,
  OperationTimeoutError,
  PSSessionError,
  QuotaError,
  RemoteProtocolError,
  SerializationError,
  TransportError,
  WildcardPatternError,
  WsmanFaultError,
  type ErrorCategoryName,
} from './protocol/errors/index.js';
export {
  PSDateTime,
  PSDecimal,
  PSDictionary,
  PSDouble,
  PSGuid,
  PSList,
  PSObject,
  PSSecureString,
  PSTimeSpan,
  PSVersion,
  type PSErrorRecord,
  type PSInformationalRecord,
  type PSInformationRecord,
  type PSPowerShellDefinition,
  type PSProgressRecord,
  type PSValue,
} from './protocol/objects/index.js';
// The commands in an engine of one's own: docs/session-commands.md
export {
  familyCommands,
  familyRunspaceOptions,
  type FamilyOptions,
  type FamilyRunspaceOptions,
  type InteractiveHost,
} from './powershell/cmdlets/index.js';
