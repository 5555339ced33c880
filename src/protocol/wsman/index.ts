export {
  Action,
  CommandStateUri,
  configurationName,
  Namespace,
  operationOfAction,
  OptionName,
  ResourceUri,
  SignalCode,
  wireId,
  type OperationName,
} from './names.js';
export type {
  BufferMode,
  CommandListing,
  CommandStateData,
  EnumerationItem,
  InputStreamData,
  OutputStreamData,
  RequestBody,
  RequestHeader,
  RequestType,
  ResponseBody,
  ResponseHeader,
  ServiceConfig,
  ShellDetails,
  ShellListing,
  ShellRequest,
  WsmanOption,
  WsmanRequest,
  WsmanResponse,
} from './messages.js';
export type { WsmanFault } from './fault.js';
export {
  DEFAULT_QUOTAS,
  NO_LIMIT,
  type CmdSignal,
  type Completion,
  type ConfigurationRules,
  type HostUsage,
  type OutputOptions,
  type RandomBytes,
  type ServiceQuotas,
  type ServiceSettings,
  type ShellCaller,
  type ShellServiceEvent,
  type ShellServiceOptions,
  type ShellSummary,
  type StreamPriority,
} from './service-api.js';
export type {
  ClientCommand,
  ClientInput,
  ClientShell,
  CreatedShell,
  OperationStep,
  ReceiveChannel,
  ReceiveEvent,
  ShellRef,
  WsmanClientOptions,
  WsmanOperation,
} from './client-api.js';
export { faultAction, faultError, faultText } from './fault-codec.js';
export {
  FaultCode,
  FAULTS,
  faultName,
  wsmanFault,
  type FaultEntry,
  type FaultName,
  type FaultOptions,
} from './fault-table.js';
export { readRequest, type EnvelopeReadOptions, type RequestReading } from './read-request.js';
export { readResponse } from './read-response.js';
export { responseAction, writeRequest, writeResponse, type ResponseEnvelope } from './write-envelope.js';
export { WsmanClient, type Identity } from './client.js';
export { TIMED_OUT } from './client-receive.js';
export { MAX_SCREEN_MESSAGE_BYTES, type ScreenPart, type ScreenPlace } from './screen.js';
export {
  loadOutput,
  type ChannelFacts,
  type OutputChunk,
  type OutputData,
  type StoredBytes,
} from './output-channel.js';
export type { CommandFacts, RestoredShell, ShellFacts, ShellRecord } from './service-records.js';
export {
  encodeFrame,
  ENVELOPE_STREAM_GREETING,
  FrameReader,
  FrameType,
  type Frame,
  type FrameTypeNumber,
} from './envelope-frames.js';
export { shellQuotaFault } from './service-shells.js';
export { findSelector } from './service-core.js';
export { replayKey } from './replay-cache.js';
export { WsmanShellService } from './shell-service.js';
export { decodeXpress, encodeXpress } from './xpress.js';
