/**
 * One authentication in progress, and the protection that it leaves behind. Tokens go in and come out; nothing here
 * reads a clock or makes a random number: both are arguments of the constructors. protocol.md 8
 */
import type { ErrorOptions } from '../errors/index.js';
import { AuthenticationError } from '../errors/index.js';

/** A sealed message as two parts, as WinRM's multipart bodies carry them. protocol.md 8.8 */
export interface SealedMessage {
  readonly signature: Uint8Array;
  readonly sealed: Uint8Array;
  /** What the mechanism added to the plain text before sealing it; default 0. */
  readonly paddingBytes?: number;
}

/** What a server learns of its client. */
export interface AuthenticatedIdentity {
  /** `DOMAIN\user`, `user@REALM`, or the bare account. */
  readonly user: string;
  readonly mechanism: string;
  /** A password that the client delegated (CredSSP). Never logged, never stored; wiped at the end of the session. */
  readonly delegated?: DelegatedCredential;
}

/** A credential that can be wiped: the password as UTF-16LE bytes, filled with zeros when its session ends. */
export interface DelegatedCredential {
  readonly domain: string;
  readonly user: string;
  readonly password: Uint8Array;
}

export interface SecurityContext {
  readonly mechanism: string;
  /** Both sides are sure of each other; `wrap` and `unwrap` work. */
  readonly complete: boolean;
  /** Whether the context can seal: needed for messages over plain HTTP. */
  readonly canSeal: boolean;
  /**
   * Takes the peer's token (undefined for the initiator's first step) and gives the next one to send, or undefined when
   * nothing is left to send.
   * @throws {AuthenticationError} the peer's token is wrong, or proves somebody else. The context is dead then.
   */
  step(token: Uint8Array | undefined): Uint8Array | undefined;
  /** Seals one message. Messages have to be sent in the order of these calls. */
  wrap(data: Uint8Array): SealedMessage;
  /** Opens one message. @throws {AuthenticationError} it was altered, replayed or is out of order. */
  unwrap(message: SealedMessage): Uint8Array;
  /** Signs without sealing, with the next sequence number: SPNEGO's mechListMIC. */
  sign(data: Uint8Array): Uint8Array;
  verify(data: Uint8Array, signature: Uint8Array): void;
}

export interface AcceptorContext extends SecurityContext {
  /** Who the client is; undefined until `complete`. */
  readonly identity: AuthenticatedIdentity | undefined;
  /** The name that was tried, for the audit log of a refusal. */
  readonly attempted?: string | undefined;
}

/** The peer's token is not what the mechanism allows. */
export const invalidToken = (mechanism: string, why: string, options: ErrorOptions = {}): AuthenticationError =>
  new AuthenticationError(mechanism, `${mechanism}: the other side's token is not valid: ${why}.`, {
    errorId: 'InvalidAuthentication',
    ...options,
  });
