/** What a ClientPool tells, and what it is made with. */
import type { PSSessionError } from '../errors/index.js';
import type {
  PSDictionary,
  PSErrorRecord,
  PSInformationRecord,
  PSInformationalRecord,
  PSProgressRecord,
  PSValue,
} from '../objects/index.js';
import type { Guid } from '../bytes/index.js';
import type { RandomSource, RsaPrivateKey } from '../crypto/index.js';
import type { PSInvocationState, RunspacePoolState } from './enums.js';
import type { HostCall } from './host-call.js';
import type { HostInfo } from './host-info.js';
import type { PSUserEvent } from './pool-messages.js';
import type { ProtocolVersion } from './protocol-version.js';

/** What was asked of the pool with `setMinRunspaces` and its kin. */
export type PoolRequestKind = 'setMinRunspaces' | 'setMaxRunspaces' | 'getAvailableRunspaces' | 'resetRunspaceState';

/** `wireBytes` is the size of the record's message: what back-pressure is counted in. */
export type ClientPipelineEvent =
  | { readonly type: 'output'; readonly pipelineId: Guid; readonly value: PSValue; readonly wireBytes: number }
  | { readonly type: 'error'; readonly pipelineId: Guid; readonly record: PSErrorRecord; readonly wireBytes: number }
  | {
      readonly type: 'informational';
      readonly pipelineId: Guid;
      readonly record: PSInformationalRecord;
      readonly wireBytes: number;
    }
  | {
      readonly type: 'progress';
      readonly pipelineId: Guid;
      readonly record: PSProgressRecord;
      readonly wireBytes: number;
    }
  | {
      readonly type: 'information';
      readonly pipelineId: Guid;
      readonly record: PSInformationRecord;
      readonly wireBytes: number;
    }
  | {
      readonly type: 'pipelineStateChanged';
      readonly pipelineId: Guid;
      readonly state: PSInvocationState;
      /** The peer's terminating error (Failed, Stopped). */
      readonly error?: PSErrorRecord;
      /** Why it ended without a word of the peer: carrier lost, bytes not readable. */
      readonly reason?: PSSessionError;
    };

export type ClientPoolEvent =
  | ClientPipelineEvent
  | {
      readonly type: 'stateChanged';
      readonly state: RunspacePoolState;
      /** Why it is Broken, as an error of ours. */
      readonly reason?: PSSessionError;
      /** The error record that the peer gave for it, where it gave one. */
      readonly error?: PSErrorRecord;
    }
  | { readonly type: 'negotiated'; readonly protocolVersion: ProtocolVersion }
  | { readonly type: 'applicationPrivateData'; readonly data: PSDictionary | null }
  /** The sizes of a session that was taken over. */
  | { readonly type: 'runspaceCounts'; readonly minRunspaces: number; readonly maxRunspaces: number }
  | {
      readonly type: 'runspaceAvailability';
      readonly callId: bigint;
      readonly request: PoolRequestKind;
      /** The peer's word for set and reset; always true for get. */
      readonly succeeded: boolean;
      /** For get: how many runspaces are free. */
      readonly available?: number;
    }
  /** `pipelineId` undefined: a call of the pool. Answer with `respondToHostCall` unless `call.isVoid`. */
  | { readonly type: 'hostCall'; readonly pipelineId: Guid | undefined; readonly call: HostCall }
  | { readonly type: 'userEvent'; readonly event: PSUserEvent }
  | { readonly type: 'keyExchanged' }
  /** After `disconnect`: nothing stands in the way of the transport's disconnect any more. */
  | { readonly type: 'disconnectReady' };

export interface ClientPoolOptions {
  readonly random: RandomSource;
  /** Also the shell's id. Default: a new one. */
  readonly poolId?: Guid;
  /** The version to advertise. Default 2.3. */
  readonly protocolVersion?: ProtocolVersion;
  /** Default 1. */
  readonly minRunspaces?: number;
  /** Default 1. */
  readonly maxRunspaces?: number;
  /** PSThreadOptions; default 0. */
  readonly threadOptions?: number;
  /** ApartmentState; default 2, Unknown. */
  readonly apartmentState?: number;
  /** Default: no host. */
  readonly hostInfo?: HostInfo;
  /** `PSVersionTable` is added when it is not there. Default: only that. */
  readonly applicationArguments?: PSDictionary;
  /** The PSVersion that the client's PSVersionTable tells: `major.minor.build`. Default 7.4.0. */
  readonly clientVersion?: string;
  /** Largest object that is taken. Bytes; default 10 MiB; Infinity for no limit. */
  readonly maxObjectBytes?: number;
  /** Largest sum of all that one pipeline may send. Bytes; default no limit (PowerShell: 50 MiB). */
  readonly maxReceivedBytesPerCommand?: number;
  /** From open or connect to Opened. Milliseconds; default 180 000. */
  readonly openTimeoutMs?: number;
  /** From PUBLIC_KEY to ENCRYPTED_SESSION_KEY. Milliseconds; default 180 000. */
  readonly keyExchangeTimeoutMs?: number;
  /** Makes the key pair of the exchange. Default: RSA-2048 of the system's randomness. */
  readonly generateKeyPair?: () => RsaPrivateKey;
}

export interface CreatePipelineOptions {
  /** Default: a new one. */
  readonly pipelineId?: Guid;
  /** Default true: nothing can be fed. */
  readonly noInput?: boolean;
  readonly addToHistory?: boolean;
  /** Default: the pool's host. */
  readonly hostInfo?: HostInfo;
  readonly isNested?: boolean;
  /** RemoteStreamOptions flags; default 15, AddInvocationInfo for every stream. */
  readonly remoteStreamOptions?: number;
  /** ApartmentState; default the pool's. */
  readonly apartmentState?: number;
}

/** What became of a wish about the pool: a message went out, or all was settled here. */
export type PoolRequestResult =
  | { readonly type: 'sent'; readonly callId: bigint }
  | { readonly type: 'done'; readonly succeeded: boolean };
