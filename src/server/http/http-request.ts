/** One HTTP request as the router sees it, whatever brought it: the listener of `io/transport`, or a test. */
import type { GateConnection } from '../gate/mechanism.js';

export interface IncomingRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  /** Names in lower case; of a repeated one the values are joined with ", ". */
  readonly headers: ReadonlyMap<string, string>;
  readonly connection: GateConnection;
  /** Aborts when the connection goes away before the answer is written. */
  readonly connectionLost: AbortSignal;
  /**
   * Reads the body.
   * @throws {BodyError} it is larger than `maxBytes`, takes too long, or stops in the middle.
   */
  readBody(maxBytes: number): Promise<Uint8Array>;
}

export interface OutgoingResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Uint8Array | string;
  /** The connection must not be used again: the request's body was not read to its end. */
  readonly close?: boolean;
  /** Called when the response was handed to the socket whole (true), or the connection was lost before (false). */
  readonly written?: (delivered: boolean) => void;
}

/** The body of a request cannot be had. `status` is what the client gets, where it still listens. */
export class BodyError extends Error {
  readonly status: 400 | 408 | 413;
  constructor(status: 400 | 408 | 413, message: string) {
    super(message);
    this.name = 'BodyError';
    this.status = status;
  }
}
