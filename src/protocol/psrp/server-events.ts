/** What a ServerPool tells, and what it is made with. */
import type { PSSessionError } from '../errors/index.js';
import type { PSErrorRecord, PSValue } from '../objects/index.js';
import type { Guid } from '../bytes/index.js';
import type { RandomSource } from '../crypto/index.js';
import type { HostValue } from './host-call.js';
import type { HostMethodName } from './host-methods.js';
import type { ServerPoolState } from './moves.js';
import type { CreatePipeline, GetCommandMetadata } from './pipeline-messages.js';
import type { InitRunspacePool } from './pool-messages.js';
import type { ProtocolVersion } from './protocol-version.js';

export type ServerPoolEvent =
  | {
      readonly type: 'stateChanged';
      readonly state: ServerPoolState;
      /** Why it is Broken. */
      readonly reason?: PSSessionError;
    }
  /** INIT_RUNSPACEPOOL: make the pool, then `acceptPool` or `refusePool`. */
  | {
      readonly type: 'poolRequested';
      readonly runspacePoolId: Guid;
      readonly request: InitRunspacePool;
      /** What the two sides agreed on. */
      readonly protocolVersion: ProtocolVersion;
    }
  /** Another client took the session over. Its private data is on the way again; inputs were ended. */
  | { readonly type: 'clientConnected' }
  /** CREATE_PIPELINE or GET_COMMAND_METADATA came. Run it at `pipelineReady`. */
  | { readonly type: 'pipelineCreated'; readonly pipelineId: Guid; readonly pipeline: CreatePipeline }
  | { readonly type: 'commandMetadataRequested'; readonly pipelineId: Guid; readonly request: GetCommandMetadata }
  /** There is a runspace for it. `nestedIn`: run it inside this one, which is blocked. */
  | { readonly type: 'pipelineReady'; readonly pipelineId: Guid; readonly nestedIn: Guid | undefined }
  | { readonly type: 'input'; readonly pipelineId: Guid; readonly value: PSValue; readonly wireBytes: number }
  | { readonly type: 'inputEnded'; readonly pipelineId: Guid }
  /** Stop it, then `endPipeline` with Stopped. Pipelines without a runspace are ended by the machine. */
  | { readonly type: 'stopRequested'; readonly pipelineId: Guid }
  /** The pipeline is over: its state was sent, or nobody is there to hear it. */
  | { readonly type: 'pipelineEnded'; readonly pipelineId: Guid }
  | {
      readonly type: 'hostResponse';
      readonly pipelineId: Guid | undefined;
      readonly callId: bigint;
      readonly method: HostMethodName;
      /** The typed result (`HostMethods`); null for none. */
      readonly result: HostValue;
      /** The result as it travelled. */
      readonly encodedResult: PSValue;
      readonly error?: PSErrorRecord;
    }
  /** No answer will come: the pipeline is being stopped, or the client is another one now. */
  | {
      readonly type: 'hostCallCancelled';
      readonly pipelineId: Guid | undefined;
      readonly callId: bigint;
      readonly method: HostMethodName;
    }
  | { readonly type: 'runspaceCountsChanged'; readonly minRunspaces: number; readonly maxRunspaces: number }
  /** RESET_RUNSPACE_STATE: do it, then `respondToReset`. */
  | { readonly type: 'resetRequested'; readonly callId: bigint }
  | { readonly type: 'keyExchanged' };

export interface ServerPoolOptions {
  readonly random: RandomSource;
  /** The highest version that is agreed to. Default 2.3. */
  readonly protocolVersion?: ProtocolVersion;
  /** Largest object that is taken. Bytes; default 10 MiB; Infinity for no limit. */
  readonly maxObjectBytes?: number;
  /** Largest sum of all that one pipeline's client may send. Bytes; default no limit. */
  readonly maxReceivedBytesPerCommand?: number;
  /** Pipelines that may be there at once, queued ones counted. Default 1000. */
  readonly maxPipelines?: number;
  /** From PUBLIC_KEY_REQUEST to PUBLIC_KEY, clients below 2.2. Milliseconds; default 240 000. */
  readonly keyExchangeTimeoutMs?: number;
  /** The largest number of runspaces that a client may ask for. Default 2 147 483 647. */
  readonly maxRunspacesLimit?: number;
}
