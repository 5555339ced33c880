export type { RandomSource } from '../crypto/index.js';
export { type FragmentPriority } from './channel.js';
export {
  type ClientPipelineEvent,
  type ClientPoolEvent,
  type ClientPoolOptions,
  type CreatePipelineOptions,
  type PoolRequestKind,
  type PoolRequestResult,
} from './client-events.js';
export {
  ClientPool,
  DEFAULT_KEY_EXCHANGE_TIMEOUT_MS,
  DEFAULT_OPEN_TIMEOUT_MS,
  type ChannelToSend,
  type HostAnswer,
} from './client-pool.js';
export {
  ApartmentState,
  CommandTypes,
  ENUMS,
  PSInvocationStateNumber,
  PSThreadOptions,
  RemoteStreamOptions,
  RunspacePoolStateNumber,
  decodeEnum,
  encodeEnum,
  enumText,
  type EnumDefinition,
  type PSInvocationState,
  type RunspacePoolState,
} from './enums.js';
export {
  categoryMessage,
  decodeErrorRecord,
  decodeException,
  encodeErrorRecord,
  encodeException,
  errorRecordText,
  type ErrorRecordEncoding,
} from './error-record.js';
export {
  DEFAULT_MAX_FRAGMENT_BYTES,
  DEFAULT_MAX_OBJECT_BYTES,
  Defragmenter,
  FRAGMENT_HEADER_BYTES,
  Fragmenter,
  ObjectIdSource,
  firstFragment,
  readFragmentHeader,
  type DefragmenterOptions,
  type FragmentHeader,
} from './fragment.js';
export {
  VOID_CALL_ID,
  decodeHostCall,
  decodeHostResponse,
  decodeHostResult,
  decodeHostValue,
  encodeHostCall,
  encodeHostFailure,
  encodeHostResult,
  encodeHostValue,
  type HostCall,
  type HostCallOf,
  type HostResponse,
  type HostValue,
} from './host-call.js';
export {
  HOST_DEFAULT_DATA,
  NO_HOST,
  USE_RUNSPACE_HOST,
  decodeHostInfo,
  encodeHostInfo,
  type HostDefaultData,
  type HostInfo,
} from './host-info.js';
export {
  HOST_METHODS,
  hostMethodById,
  hostMethodByName,
  type HostMethod,
  type HostMethodName,
  type HostMethodParameters,
  type HostMethodResult,
  type HostMethods,
  type HostValueKind,
} from './host-methods.js';
export {
  type BufferCell,
  type ChoiceDescription,
  type Coordinates,
  type FieldDescription,
  type KeyInfo,
  type PSCredentialValue,
  type Rectangle,
  type Size,
} from './host-values.js';
export {
  MESSAGE_HEADER_BYTES,
  MessageDestination,
  MessageType,
  decodeMessage,
  encodeMessage,
  encodeMessageHeader,
  messageTarget,
  messageTypeName,
  type MessageDestinationName,
  type MessageTypeName,
  type MessageTypeNumber,
  type PsrpMessage,
} from './message.js';
export {
  CLIENT_PIPELINE_MOVES,
  CLIENT_POOL_MOVES,
  SERVER_PIPELINE_MOVES,
  SERVER_POOL_MOVES,
  type Moves,
  type ServerPipelineState,
  type ServerPoolState,
} from './moves.js';
export {
  decodeCreatePipeline,
  decodeGetCommandMetadata,
  decodePipelineState,
  decodePowerShell,
  encodeCreatePipeline,
  encodeGetCommandMetadata,
  encodePipelineState,
  encodePowerShell,
  type CreatePipeline,
  type GetCommandMetadata,
  type PipelineStateMessage,
} from './pipeline-messages.js';
export {
  decodeApplicationPrivateData,
  decodeConnectRunspacePool,
  decodeInitRunspacePool,
  decodeKeyBlob,
  decodePoolRequest,
  decodeRunspaceAvailability,
  decodeRunspacePoolInitData,
  decodeRunspacePoolState,
  decodeSessionCapability,
  decodeUserEvent,
  encodeApplicationPrivateData,
  encodeConnectRunspacePool,
  encodeEncryptedSessionKey,
  encodeInitRunspacePool,
  encodePoolRequest,
  encodePublicKey,
  encodeRunspaceAvailability,
  encodeRunspacePoolInitData,
  encodeRunspacePoolState,
  encodeSessionCapability,
  encodeUserEvent,
  type InitRunspacePool,
  type PSUserEvent,
  type PoolSizes,
  type RunspaceAvailability,
  type RunspacePoolStateMessage,
  type SessionCapability,
} from './pool-messages.js';
export { packed } from './packed-arguments.js';
export {
  DEFAULT_PROTOCOL_VERSION,
  PROTOCOL_VERSIONS,
  asPSVersion,
  asProtocolVersion,
  atLeast,
  type ProtocolVersion,
} from './protocol-version.js';
export {
  decodeInformation,
  decodeInformational,
  decodeProgress,
  encodeInformation,
  encodeInformational,
  encodeProgress,
} from './records.js';
export { BodyCodec } from './secure-strings.js';
export { primitiveDictionary, protocolVersionOf, versionTable, withVersionTable } from './version-table.js';
export { type ServerPoolEvent, type ServerPoolOptions } from './server-events.js';
export {
  DEFAULT_MAX_PIPELINES,
  DEFAULT_SERVER_KEY_TIMEOUT_MS,
  HALF_A_COMMAND,
  MAX_CONNECT_REPLY_BYTES,
  PIPELINE_STOPPED,
  ServerPool,
  type PipelineEnd,
} from './server-pool.js';
