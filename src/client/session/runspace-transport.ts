/**
 * The client seam: how the PSRP fragments of one runspace pool and of its pipelines are carried to the other side.
 * WSMan, stdio, SSH and pipes implement it; everything above sees fragments and ids only. No method waits without a
 * limit: each takes an AbortSignal, and the implementation's own timeouts end it with an OperationTimeoutError.
 */
import type { PSSessionError } from '../../protocol/errors/index.js';
import type { Guid } from '../../protocol/bytes/index.js';
import type { ScreenPart } from '../../protocol/wsman/index.js';

/** PSRP's two client-to-server priorities. Host responses travel as `PromptResponse`. protocol.md 1 */
export type StreamPriority = 'Default' | 'PromptResponse';

/** What a transport tells its owner. Calls are made in the order of the wire, never inside a call to the transport. */
export interface RunspaceTransportSink {
  /** Fragment bytes for the pool, cut anywhere. The bytes are the sink's to keep. */
  poolData(bytes: Uint8Array): void;
  /** Fragment bytes for one pipeline, cut anywhere. */
  pipelineData(pipelineId: Guid, bytes: Uint8Array): void;
  /** Nothing more comes for this pipeline; `reason` when the carrier ended it, not the pipeline's own state message. */
  pipelineClosed(pipelineId: Guid, reason?: PSSessionError): void;
  /** The shell was disconnected without our asking: by the server, or because the network failed for too long. */
  shellDisconnected(reason: PSSessionError): void;
  /** The carrier retries (`true`) or works again (`false`): for robust-connection progress and warnings. */
  connectionRetry(retrying: boolean, remainingMs: number): void;
  /** The carrier is gone for good. Nothing follows. */
  closed(reason?: PSSessionError): void;
}

/** What the server told of the shell. Times in milliseconds; absent what the carrier cannot know. */
export interface ShellProperties {
  readonly shellId: Guid;
  readonly name?: string;
  readonly resourceUri?: string;
  readonly owner?: string;
  readonly idleTimeoutMs?: number;
  readonly maxIdleTimeoutMs?: number;
  readonly bufferMode?: 'Block' | 'Drop';
}

export interface ShellCreation {
  readonly shellId: Guid;
  readonly name: string;
  /** SESSION_CAPABILITY and INIT_RUNSPACEPOOL as fragments. */
  readonly fragments: Uint8Array;
  readonly idleTimeoutMs?: number;
  readonly bufferMode?: 'Block' | 'Drop';
  readonly noProfile?: boolean;
}

export interface RunspaceTransport extends AsyncDisposable {
  readonly transportName: 'WSMan' | 'SSH' | 'NamedPipe' | 'Process' | 'Memory';
  /** False for carriers without disconnect (stdio, SSH to a plain pwsh, pipes). */
  readonly supportsDisconnect: boolean;
  /** The largest fragment, header included, that one packet carries. Bytes. */
  readonly maxFragmentBytes: number;
  /** The two sides agreed on a version of PSRP: a carrier may use larger envelopes from 2.2 on. */
  protocolNegotiated?(version: string): void;
  /** Requests sent so far, where the carrier asks and answers. For tests and measurements. */
  readonly roundTrips?: number;

  attach(sink: RunspaceTransportSink): void;
  /** Makes the shell and hands over the opening fragments. Resolves when the carrier has them, not when the pool is Opened. */
  openShell(creation: ShellCreation, signal: AbortSignal): Promise<ShellProperties>;
  /** Takes over a disconnected shell of another client: connectXml in, connectResponseXml out. Fragments. */
  connectShell(shellId: Guid, connectFragments: Uint8Array, signal: AbortSignal): Promise<Uint8Array>;
  /** Takes the shell's pipeline over after `connectShell`; its output follows through the sink. */
  connectPipeline(pipelineId: Guid, signal: AbortSignal): Promise<void>;
  disconnectShell(
    options: { readonly idleTimeoutMs?: number; readonly bufferMode?: 'Block' | 'Drop' },
    signal: AbortSignal,
  ): Promise<void>;
  /** Takes up the shell that this same transport object disconnected, and the pipelines that were running. */
  /** @param beforeOutput called when the shell is there again, before anything comes of its pipelines. */
  reconnectShell(pipelineIds: readonly Guid[], signal: AbortSignal, beforeOutput?: () => Promise<void>): Promise<void>;
  /** Says who may watch the shell, where its server knows of that. */
  setWatchers?(names: readonly string[], signal: AbortSignal): Promise<void>;
  /** What the shell has shown lately, where its server keeps that. */
  readScreen?(position: number | undefined, signal: AbortSignal): Promise<ScreenPart>;
  closeShell(signal: AbortSignal): Promise<void>;
  /** Removes a shell of this account that this transport has not opened, where its server keeps shells. */
  deleteShell?(shellId: Guid, signal: AbortSignal): Promise<void>;
  sendPool(bytes: Uint8Array, priority: StreamPriority, signal: AbortSignal): Promise<void>;
  /** The id for the next pipeline, where the carrier has a channel of that id ready: it starts a round trip earlier. */
  takePreparedId?(): Guid | undefined;
  /** Makes the pipeline's channel with the first fragments (CREATE_PIPELINE). `commandText` is for listings only. */
  startPipeline(pipelineId: Guid, firstFragments: Uint8Array, commandText: string, signal: AbortSignal): Promise<void>;
  /** Resolves when the peer took the bytes: the caller's flow control. */
  sendPipeline(pipelineId: Guid, bytes: Uint8Array, priority: StreamPriority, signal: AbortSignal): Promise<void>;
  /** Asks the server to stop the pipeline; its Stopped state comes through the sink first. */
  stopPipeline(pipelineId: Guid, signal: AbortSignal): Promise<void>;
  /** Releases the pipeline's channel after its end. */
  closePipeline(pipelineId: Guid, signal: AbortSignal): Promise<void>;
  /**
   * Back-pressure: while held, no more of the pipeline's output is taken from the peer. What is under way may still come.
   * A carrier with one channel for all (stdio) holds everything.
   */
  holdPipeline(pipelineId: Guid, held: boolean): void;
}
