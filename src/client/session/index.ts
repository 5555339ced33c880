/** What a PSSession is and does. The commands are functions here; the program and the engine's cmdlets call these. */
export {
  ERROR_CATALOGUE,
  fullyQualifiedErrorId,
  PSSessionError,
  WildcardPatternError,
  type CatalogueEntry,
  type CatalogueId,
} from '../../protocol/errors/index.js';

// Model
export {
  AuthenticationMechanism,
  nextAvailability,
  OutputBufferingMode,
  ProxyAccessType,
  RunspaceAvailability,
  RunspaceState,
  RUNSPACE_MOVES,
  SessionFilterState,
  type AuthenticationMechanismName,
  type AvailabilityEvent,
  type OutputBufferingModeName,
  type ProxyAccessTypeName,
  type RunspaceAvailabilityName,
  type RunspaceStateName,
  type SessionFilterStateName,
} from './model/states.js';
export { WildcardPattern } from './model/wildcard.js';
export { PSCredential, type CredentialInput } from './model/credential.js';
export { PROPERTY_NAMES, PSSessionOption, type PSSessionOptionInit } from './model/session-option.js';
export {
  checkComputerNames,
  checkCredentialRules,
  CONFIGURATION_PREFIX,
  configurationNameOf,
  checkedScheme,
  connectionInfoForComputer,
  connectionInfoForUri,
  CustomConnectionInfo,
  DEFAULT_APPLICATION_NAME,
  DEFAULT_CONFIGURATION_NAME,
  NamedPipeConnectionInfo,
  ProcessConnectionInfo,
  resolveComputerName,
  shellUriOf,
  SSHConnectionInfo,
  WSManConnectionInfo,
  type ConnectionInfo,
} from './model/connection-info.js';
export { DEFAULT_NAME_PREFIX, PSSession } from './model/ps-session.js';
export { nextSessionId, SessionRepository } from './model/repository.js';
export {
  hostCannot,
  NON_INTERACTIVE_HOST,
  type ConsoleColor,
  type HostChoice,
  type HostCoordinates,
  type HostKeyInfo,
  type HostPromptField,
  type HostScreen,
  type HostSize,
  type SessionHost,
} from './model/host.js';

// Runspace, streams, carriers
export { RemoteRunspace } from './runspace/remote-runspace.js';
export type { RunspaceEvent, RunspaceNotice } from './runspace/runspace-api.js';
export { RemotePipeline, type PipelineEnd, type PipelineStateName } from './runspace/remote-pipeline.js';
export {
  CommandRun,
  DEFAULT_HIGH_WATER_BYTES,
  RecordStream,
  type CollectedRun,
  type CommandRunOptions,
  type CommandWriter,
} from './runspace/command-run.js';
export {
  asSessionError,
  errorRecordOf,
  RemoteError,
  SessionErrorRecord,
  textOf,
  type OriginInfo,
  type StreamName,
  type StreamRecord,
} from './runspace/records.js';
export { decorate, undecorated } from './runspace/decorate.js';
export { commandDefinition, scriptDefinition, toArgument } from './runspace/definition.js';
export { connectionFailure, transportCodeOf, withoutComputer } from './runspace/connection-errors.js';
export type { RunspaceTransport, RunspaceTransportSink, ShellCreation, ShellProperties } from './runspace-transport.js';
export type {
  CarrierFactory,
  ShellCommandListing,
  ShellDirectory,
  ShellStatus,
  ShellListing,
  WatchableShell,
} from './carriers/carrier-factory.js';
export type { HttpPoster, PinnedConnection, PostAnswer } from './carriers/http-poster.js';
export { defaultCarriers, type DefaultCarriersOptions, type PosterMaker } from './carriers/default-carriers.js';

// Commands
export { defaultSessionContext, SessionContext, type SessionContextInit } from './operations/session-context.js';
export { newPSSession } from './operations/new-session.js';
export { getPSSession } from './operations/get-session.js';
export {
  configurationOfShell,
  getEndpointSessions,
  shellExpiryMs,
  type EndpointSessions,
} from './operations/session-status.js';
export { connectPSSession } from './operations/connect-session.js';
export { disconnectPSSession } from './operations/disconnect-session.js';
export { receivePSSession } from './operations/receive-session.js';
export {
  getWatchableSessions,
  setPSSessionWatcher,
  watchPSSession,
  type WatchableSession,
} from './operations/watch-session.js';
export { removePSSession } from './operations/remove-session.js';
export { InvocationRun, invokeCommand } from './operations/invoke-command.js';
export {
  enterPSSession,
  InteractiveSession,
  type CompletionMatch,
  type CompletionResult,
} from './operations/enter-session.js';
export {
  JobRepository,
  JobState,
  RemoteChildJob,
  RemoteJob,
  type ChildJobWork,
  type JobPipeline,
  type JobStateName,
  type RemoteJobInit,
} from './operations/jobs.js';
export { Throttle, throttleLimitOf } from './operations/throttle.js';
export { connectSession } from './operations/connect-session.js';
export type {
  CommonParameters,
  ComputerParameters,
  ConnectPSSessionParameters,
  CredentialParameters,
  DisconnectPSSessionParameters,
  EnterPSSessionParameters,
  GetPSSessionParameters,
  InvokeCommandParameters,
  LocalTargetParameters,
  NewPSSessionParameters,
  ReceivePSSessionParameters,
  RemovePSSessionParameters,
  SetPSSessionWatcherParameters,
  WatchPSSessionParameters,
  SessionOptionInput,
  SSHConnectionParameters,
  SSHParameters,
  TargetOutcome,
  UriParameters,
} from './operations/parameters.js';
export { listProcessPipes, pipePath, type PowerShellPipe } from '../../io/transport/index.js';
export { CALL_COMMAND, type ScriptReader, takesNoScripts } from './operations/plain-commands.js';
export type { RemoteCommandInfo } from './runspace/runspace-api.js';
