/**
 * The receive loop of one channel. A Receive whose time ran out is sent again with a new MessageID; one whose connection
 * broke is sent again unchanged, since the server may have answered it. protocol.md 7.6, 7.8
 */
import { PSSessionError, RemoteProtocolError, WsmanFaultError } from '../errors/index.js';
import type { ReceiveChannel, ReceiveEvent } from './client-api.js';
import type { ResponseBody } from './messages.js';
import { decodeXpress } from './xpress.js';

/** OPERATION_TIMEDOUT: nothing came, ask again. */
export const TIMED_OUT = 0x80338029;
/** Ends of a loop that are no failure: deleted, cancelled, unknown, disconnected. protocol.md 7.10 */
const QUIET_CODES: ReadonlySet<number> = new Set([995, 1223, 0x8033805b, 0x803381c4, 0x803381de]);

export interface ReceiveOptions {
  readonly timeoutMs: number;
  readonly maxDecodedBytes: number;
  readonly compressed: boolean;
  readonly makeRequest: (sequenceId: number) => { readonly messageId: string; readonly bytes: Uint8Array };
  readonly readAnswer: (messageId: string, status: number, bytes: Uint8Array) => ResponseBody;
}

export class ClientReceiveChannel implements ReceiveChannel {
  readonly #options: ReceiveOptions;
  #sequenceId = 0;
  #current: { readonly messageId: string; readonly bytes: Uint8Array } | undefined;
  #over = false;
  #state: 'Running' | 'Pending' = 'Running';

  constructor(options: ReceiveOptions) {
    this.#options = options;
  }

  get timeoutMs(): number {
    return this.#options.timeoutMs;
  }

  get request(): Uint8Array | undefined {
    if (this.#over) return undefined;
    this.#current ??= this.#options.makeRequest(this.#sequenceId);
    return this.#current.bytes;
  }

  receiveAnswer(status: number, body: Uint8Array): readonly ReceiveEvent[] {
    const events: ReceiveEvent[] = [];
    const current = this.#current;
    if (this.#over || current === undefined) return events;
    this.#current = undefined;
    try {
      this.#take(this.#options.readAnswer(current.messageId, status, body), events);
      this.#sequenceId += 1;
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      if (error instanceof WsmanFaultError && error.code === TIMED_OUT) {
        this.#sequenceId += 1;
        return events;
      }
      this.#over = true;
      const quiet = error instanceof WsmanFaultError && QUIET_CODES.has(error.code);
      events.push({ type: 'ended', quiet, error });
    }
    return events;
  }

  #take(body: ResponseBody, events: ReceiveEvent[]): void {
    if (body.type !== 'received') {
      throw new RemoteProtocolError(`The server answered Receive with something else (${body.type}).`, {
        rule: 'protocol.md 7.6',
      });
    }
    for (const stream of body.streams) {
      if (stream.data.length > 0) {
        const data = this.#options.compressed ? decodeXpress(stream.data, this.#options.maxDecodedBytes) : stream.data;
        events.push({ type: 'data', stream: stream.name, data });
      }
      if (stream.end) events.push({ type: 'streamEnded', stream: stream.name });
    }
    const state = body.commandState;
    if (state?.state === 'Done') {
      this.#over = true;
      events.push({ type: 'done', exitCode: state.exitCode });
    } else if (state !== undefined && state.state !== this.#state) {
      this.#state = state.state;
      events.push({ type: 'stateChanged', state: state.state });
    }
  }
}
