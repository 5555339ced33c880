/**
 * What stands behind a shell of the endpoint: something that takes PSRP fragments and gives PSRP fragments. The
 * embedded engine and any program that speaks the out-of-process framing (`pwsh -s`) implement it. The shell layer
 * (WSMan, stdio) never decodes CLIXML; it moves fragments between its client and a host, and buffers them.
 */
import type { Guid } from '../protocol/bytes/index.js';
import type { PSSessionError } from '../protocol/errors/index.js';

export type HostPriority = 'Default' | 'PromptResponse';

/** What a host tells the shell layer. Each `fragment` is one whole fragment (header and blob), or several whole messages. */
export interface RunspaceHostSink {
  poolOutput(fragment: Uint8Array): void;
  /**
   * One fragment of a pipeline's output, or several messages. `pending`: the packet carries a host call that waits for its answer.
   * Resolves when there is room for more: that is how Block slows the producer. A host that cannot wait ignores it.
   */
  pipelineOutput(pipelineId: Guid, fragment: Uint8Array, pending: boolean): Promise<void> | void;
  /** The pipeline sent its last fragment. */
  pipelineDone(pipelineId: Guid): void;
  /**
   * The runspace is gone: `reason` undefined after `close()`, an error when it died. `lastWords`: fragments of the pool
   * that a client may only hear after it has the output of its pipelines.
   */
  closed(reason?: PSSessionError, lastWords?: readonly Uint8Array[]): void;
}

export interface RunspaceHost extends AsyncDisposable {
  /** Process id of what runs the scripts, for listings. */
  readonly processId: number;
  attach(sink: RunspaceHostSink): void;
  /** Fragment bytes for the pool, cut anywhere: first SESSION_CAPABILITY and INIT_RUNSPACEPOOL. */
  poolInput(bytes: Uint8Array, priority: HostPriority): void;
  /** Another client takes over: connectXml in, connectResponseXml out (protocol.md 5.3). Throws on a bad request. */
  connect(connectData: Uint8Array): Promise<Uint8Array>;
  startPipeline(pipelineId: Guid, firstBytes: Uint8Array): void;
  pipelineInput(pipelineId: Guid, bytes: Uint8Array, priority: HostPriority): void;
  /** Resolves after the pipeline's Stopped state went to the sink. */
  stopPipeline(pipelineId: Guid): Promise<void>;
  closePipeline(pipelineId: Guid): Promise<void>;
  close(): Promise<void>;
}
