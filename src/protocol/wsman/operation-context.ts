import type { RequestHeader, RequestType } from './messages.js';
import type { ShellCaller } from './service-api.js';

/** One request on its way to its answer. */
export interface OperationContext<C extends ShellCaller = ShellCaller> {
  /** The listener's handle of the connection that waits. */
  readonly requestId: number;
  readonly type: RequestType | undefined;
  readonly header: RequestHeader;
  readonly caller: C;
  /** Most bytes of the answer's envelope. */
  readonly maxAnswerBytes: number;
  /** Names the answer in the memory for retransmissions; undefined: not kept. */
  readonly replayKey: string | undefined;
  /** The same request over other connections, while it waited: all are answered alike. */
  also?: OperationContext<C>[];
}

/** The client session of a request; '' for clients that have none (pywinrm, masterzen). */
export function sessionOf(context: OperationContext): string {
  return context.header.sessionId?.toLowerCase() ?? '';
}
