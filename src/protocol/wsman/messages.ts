/** The typed form of WSMan requests and answers. The codec turns envelopes into these and back. protocol.md 7 */
import type { Guid } from '../bytes/index.js';
import type { WsmanFault } from './fault.js';

export type BufferMode = 'Block' | 'Drop';

export interface WsmanOption {
  readonly name: string;
  readonly value: string;
  readonly mustComply: boolean;
}

/** The header of a request. protocol.md 7.3 */
export interface RequestHeader {
  readonly to?: string;
  readonly resourceUri?: string;
  readonly action?: string;
  /** Verbatim, `uuid:` included: it is echoed so. */
  readonly messageId?: string;
  readonly replyTo?: string;
  /** Largest answer that the client takes. Bytes. */
  readonly maxEnvelopeBytes?: number;
  readonly operationTimeoutMs?: number;
  readonly locale?: string;
  readonly dataLocale?: string;
  /** Verbatim, compared ignoring case. */
  readonly sessionId?: string;
  readonly operationId?: string;
  readonly sequenceId?: number;
  readonly selectors: ReadonlyMap<string, string>;
  readonly options: readonly WsmanOption[];
  /** `xpress` in Create. */
  readonly compression?: string;
}

export interface ShellRequest {
  /** As the client wrote it. */
  readonly shellId?: string;
  readonly name?: string;
  readonly inputStreams: readonly string[];
  readonly outputStreams: readonly string[];
  readonly idleTimeoutMs?: number;
  readonly bufferMode?: BufferMode;
  /** SESSION_CAPABILITY and INIT_RUNSPACEPOOL as fragments; PSRP shells only. */
  readonly creationData?: Uint8Array;
  readonly workingDirectory?: string;
  readonly environment?: ReadonlyMap<string, string>;
  readonly lifetimeMs?: number;
}

export interface InputStreamData {
  readonly name: string;
  readonly commandId?: string;
  readonly data: Uint8Array;
  readonly end: boolean;
}

export type RequestBody =
  | { readonly type: 'create'; readonly shell: ShellRequest }
  | { readonly type: 'delete' }
  | { readonly type: 'get' }
  | {
      readonly type: 'enumerate';
      readonly optimize: boolean;
      readonly maxElements?: number;
      /** Selectors of a selector filter. */
      readonly filter?: ReadonlyMap<string, string>;
      /** The dialect when it is not the selector filter's: not served. */
      readonly otherDialect?: string;
    }
  | { readonly type: 'pull'; readonly context: string; readonly maxElements?: number }
  | { readonly type: 'release'; readonly context: string }
  | {
      readonly type: 'command';
      readonly commandId?: string;
      readonly command: string;
      readonly arguments: readonly string[];
    }
  | { readonly type: 'send'; readonly streams: readonly InputStreamData[] }
  | {
      readonly type: 'receive';
      readonly commandId?: string;
      readonly streams: readonly string[];
      readonly sequenceId?: number;
    }
  | { readonly type: 'signal'; readonly commandId?: string; readonly code: string }
  | { readonly type: 'disconnect'; readonly idleTimeoutMs?: number; readonly bufferMode?: BufferMode }
  | { readonly type: 'reconnect'; readonly commandId?: string }
  | { readonly type: 'connect'; readonly commandId?: string; readonly connectData?: Uint8Array }
  | { readonly type: 'identify' };

export interface WsmanRequest {
  readonly header: RequestHeader;
  readonly body: RequestBody;
}

/** A request of one kind, as writers take it. */
export type RequestType = RequestBody['type'];

/** What a server tells of a shell. Absent: the server did not say. protocol.md 7.4 */
export interface ShellListing {
  readonly shellId: string;
  readonly name?: string;
  readonly resourceUri?: string;
  readonly owner?: string;
  readonly clientIp?: string;
  readonly processId?: number;
  readonly idleTimeoutMs?: number;
  readonly maxIdleTimeoutMs?: number;
  readonly inputStreams?: readonly string[];
  readonly outputStreams?: readonly string[];
  readonly locale?: string;
  readonly dataLocale?: string;
  readonly compressionMode?: string;
  readonly profileLoaded?: boolean;
  readonly encoding?: string;
  readonly bufferMode?: BufferMode;
  /** `Connected` or `Disconnected`; another word is passed on. */
  readonly state?: string;
  readonly shellRunTimeMs?: number;
  readonly shellInactivityMs?: number;
  readonly memoryUsedMb?: number;
  readonly childProcesses?: number;
  readonly workingDirectory?: string;
  readonly environment?: ReadonlyMap<string, string>;
  /** Between processes of one endpoint: whether the caller may watch it, and that he may do nothing else. */
  readonly mayWatch?: boolean;
  readonly isOthers?: boolean;
  /** What an administrator is told who asked for everything. */
  readonly details?: ShellDetails;
}

/** What WinRM's listing does not tell. An element of our own, at the end of the shell. */
export interface ShellDetails {
  /** Output that nobody has taken yet. Bytes. */
  readonly outputWaitingBytes: number;
  /** Text of the commands that run or wait for somebody to answer. */
  readonly running: readonly string[];
  /** Accounts and groups that may watch it, and who does. */
  readonly mayWatch?: readonly string[];
  readonly watchers?: readonly string[];
  /** Why the session is Broken. */
  readonly brokenReason?: string;
}

export interface CommandListing {
  readonly shellId?: string;
  readonly commandId: string;
  readonly commandLine?: string;
  /** `Running`, `Pending` or `Done`: the bare word. */
  readonly state?: string;
}

export interface OutputStreamData {
  readonly name: string;
  readonly commandId?: string;
  readonly data: Uint8Array;
  readonly end: boolean;
}

export interface CommandStateData {
  readonly commandId?: string;
  readonly state: 'Running' | 'Pending' | 'Done';
  /** Present with Done from every peer that follows the rules. */
  readonly exitCode?: number;
}

/** Config of the service, by its path: `Service/MaxConnections`. protocol.md 7.7 */
export type ServiceConfig = ReadonlyMap<string, string>;

export type EnumerationItem =
  | { readonly type: 'shell'; readonly shell: ShellListing }
  | { readonly type: 'command'; readonly command: CommandListing };

export type ResponseBody =
  | {
      readonly type: 'created';
      readonly shellId: string;
      readonly resourceUri?: string;
      readonly address?: string;
      readonly shell?: ShellListing;
    }
  | { readonly type: 'empty' }
  | { readonly type: 'shell'; readonly shell: ShellListing }
  | { readonly type: 'config'; readonly config: ServiceConfig }
  | {
      readonly type: 'enumerated';
      /** True for the answer to a Pull. */
      readonly pulled: boolean;
      readonly context?: string;
      readonly items: readonly EnumerationItem[];
      /** Instead of `items`, what was written already to know its size. */
      readonly written?: string;
      readonly end: boolean;
    }
  | { readonly type: 'commandCreated'; readonly commandId: string }
  | { readonly type: 'sent' }
  | {
      readonly type: 'received';
      readonly streams: readonly OutputStreamData[];
      readonly commandState?: CommandStateData;
    }
  | { readonly type: 'signalled' }
  | {
      readonly type: 'connected';
      readonly inputStreams?: readonly string[];
      readonly outputStreams?: readonly string[];
      readonly connectResponseData?: Uint8Array;
    }
  | {
      readonly type: 'identified';
      readonly protocolVersion?: string;
      readonly productVendor?: string;
      readonly productVersion?: string;
      readonly securityProfiles: readonly string[];
    }
  /** A body of another protocol (an event subscription): its element, for whoever wants to say what came. */
  | { readonly type: 'other'; readonly namespace: string; readonly localName: string }
  | { readonly type: 'fault'; readonly fault: WsmanFault };

export interface ResponseHeader {
  readonly action?: string;
  readonly messageId?: string;
  readonly relatesTo?: string;
  readonly activityId?: Guid;
  readonly to?: string;
}

export interface WsmanResponse {
  readonly header: ResponseHeader;
  readonly body: ResponseBody;
}
