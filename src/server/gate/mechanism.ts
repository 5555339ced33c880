/**
 * What an authentication mechanism is to the gate. Basic stands beside this file; Negotiate, Kerberos, CredSSP, Digest
 * and client certificates implement the same interface, with state per connection where they need it (protocol.md 8.2).
 */
import type { Account } from '../accounts/account.js';

/** What is known of a connection before anybody authenticated on it. */
export interface ConnectionFacts {
  /** TLS, ended in this process. */
  readonly secure: boolean;
  readonly remoteAddress: string;
  readonly localPort: number;
  /** Both ends are this machine. */
  readonly loopback: boolean;
  /** The listener was told in plain words to go without TLS and message encryption. */
  readonly allowUnencrypted: boolean;
}

/** Protection of message bodies over plain HTTP, made by a mechanism that sealed the connection. protocol.md 8.8 */
export interface MessageProtection {
  /** Opens a multipart/encrypted body. Throws when it does not verify. */
  unseal(body: Uint8Array, contentType: string): Uint8Array;
  seal(envelope: Uint8Array): { readonly body: Uint8Array; readonly contentType: string };
}

/** One connection, as long as it lives. Mechanisms keep what they need under their own key. */
export interface GateConnection {
  readonly facts: ConnectionFacts;
  readonly states: Map<AuthenticationMechanism, unknown>;
  /** Set once a mechanism has authenticated the connection as a whole; later requests need no header. */
  bound: AcceptedLogin | undefined;
}

export interface AcceptedLogin {
  readonly account: Account;
  readonly mechanism: string;
  readonly protection?: MessageProtection;
}

export type MechanismVerdict =
  /** `bindsConnection`: later requests of this connection are this account's without a header. `token` goes into the answer. */
  | {
      readonly type: 'accepted';
      readonly login: AcceptedLogin;
      readonly bindsConnection: boolean;
      readonly token?: string;
    }
  /** One more leg: 401 with this one challenge and no other. */
  | { readonly type: 'continue'; readonly challenge: string }
  /** `reason` is for the audit log. `user` is the name that was tried, where the mechanism tells it. */
  | { readonly type: 'refused'; readonly reason: string; readonly user?: string };

export interface AuthenticationMechanism {
  /** The word before the blank of the Authorization header, lower case. */
  readonly scheme: string;
  /** The name that `Caller.mechanism` and the audit log show. */
  readonly name: string;
  /** The text for WWW-Authenticate, or undefined where the mechanism must not be used on such a connection. */
  offer(facts: ConnectionFacts): string | undefined;
  /** @param credentials what follows the scheme word. Never logged. */
  authenticate(credentials: string, connection: GateConnection): Promise<MechanismVerdict>;
}
