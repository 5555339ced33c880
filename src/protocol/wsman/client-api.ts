/** What crosses the face of `WsmanClient`. */
import type { Guid } from '../bytes/index.js';
import type { PSSessionError } from '../errors/index.js';
import type { BufferMode, ShellListing } from './messages.js';
import type { RandomBytes } from './service-api.js';

export interface WsmanClientOptions {
  /** `http://server:5985/wsman`. */
  readonly connectionUri: string;
  readonly random: RandomBytes;
  /** Resource of `createShell`. Default the configuration Microsoft.PowerShell. */
  readonly resourceUri?: string;
  /** The client application instance; the same for all shells of one process. Default: a new one. */
  readonly sessionId?: Guid;
  /** UI culture and culture. Default `en-US`. */
  readonly locale?: string;
  readonly dataLocale?: string;
  /** Appended to the URL as `?PSVersion=`. */
  readonly psVersion?: string;
  /** ms. Defaults: operation 180000, open 180000, close and cancel 60000. */
  readonly operationTimeoutMs?: number;
  readonly openTimeoutMs?: number;
  readonly closeTimeoutMs?: number;
  /** Largest request and answer, bytes; before the peer's version is known at most 153600. Default 512000. */
  readonly maxEnvelopeBytes?: number;
  /** Ask for xpress compression at Create. Default false. */
  readonly compression?: boolean;
}

/**
 * One operation: POST `request`, give the answer to `receiveAnswer`, and go on with what it says. The same bytes may be
 * posted again after a network failure: the MessageID stays, and a server that has answered before answers the same.
 */
export interface WsmanOperation<T> {
  readonly name: string;
  /** How long the server may take, ms. Wait a little longer for the answer. */
  readonly timeoutMs: number;
  readonly request: Uint8Array;
  receiveAnswer(status: number, body: Uint8Array): OperationStep<T>;
}

export type OperationStep<T> =
  | { readonly type: 'result'; readonly result: T }
  /** Not finished: POST this next (Pull of an enumeration). */
  | { readonly type: 'again'; readonly request: Uint8Array }
  | { readonly type: 'failed'; readonly error: PSSessionError };

export interface ClientShell {
  readonly shellId?: Guid;
  readonly name?: string;
  readonly resourceUri?: string;
  /** Opening fragments; with them the shell is a PSRP shell, without a cmd shell. */
  readonly creationData?: Uint8Array;
  /** Default `2.3`. */
  readonly protocolVersion?: string;
  readonly idleTimeoutMs?: number;
  readonly bufferMode?: BufferMode;
  readonly noProfile?: boolean;
  readonly workingDirectory?: string;
  readonly environment?: ReadonlyMap<string, string>;
  readonly codePage?: number;
}

export interface CreatedShell {
  readonly shellId: string;
  readonly resourceUri: string;
  readonly compressed: boolean;
  readonly shell?: ShellListing;
}

/** Names the shell of an operation: its id, and its resource URI when it is not the client's own. */
export interface ShellRef {
  readonly shellId: string;
  readonly resourceUri?: string;
  /** Created with xpress: Send and Receive carry compressed bytes. */
  readonly compressed?: boolean;
}

export interface ClientCommand {
  readonly commandId?: Guid;
  /** For listings only with PSRP; the command line with cmd. */
  readonly commandText?: string;
  /** PSRP: the first fragments of CREATE_PIPELINE. */
  readonly data?: Uint8Array;
  /** cmd. */
  readonly arguments?: readonly string[];
  readonly skipCmdShell?: boolean;
  readonly consoleModeStdin?: boolean;
}

export interface ClientInput {
  readonly commandId?: string;
  /** Default `stdin`; `pr` for host responses. */
  readonly stream?: string;
  readonly data: Uint8Array;
  readonly end?: boolean;
}

export type ReceiveEvent =
  | { readonly type: 'data'; readonly stream: string; readonly data: Uint8Array }
  | { readonly type: 'streamEnded'; readonly stream: string }
  /** Changes of the command's state; `Pending` while a host call waits. */
  | { readonly type: 'stateChanged'; readonly state: 'Running' | 'Pending' }
  /** The last event of a command that ran to its end. */
  | { readonly type: 'done'; readonly exitCode: number | undefined }
  /**
   * No more can be received. `quiet`: the shell was deleted, disconnected or taken over, or the command released; that
   * is the normal end of a loop, not a failure. protocol.md 7.10
   */
  | { readonly type: 'ended'; readonly quiet: boolean; readonly error: PSSessionError };

/** The receive loop of one channel: POST `request`, give the answer, until `request` is undefined. */
export interface ReceiveChannel {
  readonly timeoutMs: number;
  /** The bytes to POST now; undefined when the loop is over. The same until an answer was taken. */
  readonly request: Uint8Array | undefined;
  receiveAnswer(status: number, body: Uint8Array): readonly ReceiveEvent[];
}
