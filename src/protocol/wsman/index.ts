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
// The machines follow in this door, with these faces:
//   class WsmanClient { constructor(options: WsmanClientOptions);
//     createShell(shell: ClientShell): WsmanOperation<CreatedShell>; deleteShell(ref): WsmanOperation<void>;
//     getShell(ref): WsmanOperation<ShellListing>; enumerateShells(): WsmanOperation<readonly ShellListing[]>;
//     enumerateCommands(shellId): WsmanOperation<readonly CommandListing[]>;
//     startCommand(ref, command): WsmanOperation<{ commandId: string }>; send(ref, input): WsmanOperation<void>;
//     signal(ref, commandId, code): WsmanOperation<void>; disconnect(ref, options?): WsmanOperation<void>;
//     reconnect(ref, commandId?): WsmanOperation<void>; connect(ref, data, version?): WsmanOperation<{ connectResponseData }>;
//     connectCommand(ref, commandId): WsmanOperation<void>; identify(); getConfig();
//     receive(ref, commandId?, streams?): ReceiveChannel; maxInputBytes: number; useProtocolVersion(version): void }
//   class WsmanShellService<C extends ShellCaller> { constructor(options: ShellServiceOptions);
//     receiveRequest(requestId, envelope, caller, now): events; connectionLost(requestId, now): events;
//     answerWritten(requestId, delivered, now): events; complete(requestId, completion, now): events;
//     refuse(requestId, fault, now): events; poolOutput(shellId, fragment, now, options?): events;
//     commandOutput(shellId, commandId, chunk, now, options?): events; commandDone(shellId, commandId, exitCode, now): events;
//     shellEnded(shellId, reason, now): events; hasRoom(shellId, commandId?): boolean; reportUsage(shellId, usage): void;
//     removeShell(shellId, now): events; shells(): ShellSummary[]; nextTimeout(): number | undefined; handleTimeout(now): events }
