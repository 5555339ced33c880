/**
 * What an authentication mechanism is to the gate. Basic stands beside this file; Negotiate, Kerberos, CredSSP, Digest
 * and client certificates implement the same interface, with state per connection where they need it (protocol.md 8.2).
 */
import type { DelegatedCredential } from '../../protocol/auth/index.js';
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
  /** Schemes (lower case) that this listener offers; undefined: all that the endpoint has. */
  readonly schemes?: readonly string[];
  /** DER of the listener's certificate: what clients bind their authentication to. protocol.md 8.9 */
  readonly serverCertificate?: Uint8Array;
  /** The client's certificate of the TLS handshake, whether it is trusted or not. */
  readonly clientCertificate?: ClientCertificate;
}

export interface ClientCertificate {
  /** DER. */
  readonly raw: Uint8Array;
  /** Its chain ends at an authority that the listener trusts, and its dates are right. */
  readonly trusted: boolean;
  /** Why it is not. */
  readonly problem?: string;
}

/** Protection of message bodies over plain HTTP, made by a mechanism that sealed the connection. protocol.md 8.8 */
export interface MessageProtection {
  /** Opens a multipart/encrypted body. Throws when it does not verify. */
  unseal(body: Uint8Array, contentType: string): Uint8Array | Promise<Uint8Array>;
  seal(envelope: Uint8Array): Sealed | Promise<Sealed>;
}
export interface Sealed {
  readonly body: Uint8Array;
  readonly contentType: string;
}

/** One connection, as long as it lives. Mechanisms keep what they need under their own key. */
export interface GateConnection {
  /** As callers bear it. */
  readonly name: string;
  readonly facts: ConnectionFacts;
  readonly states: Map<AuthenticationMechanism, unknown>;
  /** Set once a mechanism has authenticated the connection as a whole; later requests need no header. */
  bound: AcceptedLogin | undefined;
  /** Called once when the connection is gone: what was secret about it is wiped. */
  readonly onClosed: Array<() => void>;
}

export interface AcceptedLogin {
  readonly account: Account;
  readonly mechanism: string;
  readonly protection?: MessageProtection;
  /** The mechanism can seal bodies, so that over plain HTTP they have to be sealed, whatever this client asked for. */
  readonly sealsBodies?: boolean;
  /** What Negotiate or CredSSP chose inside, for the audit log: `Kerberos`, `NTLM`. */
  readonly inner?: string;
  /** What the client delegated (CredSSP): in memory only, wiped when the connection ends. */
  readonly delegated?: DelegatedCredential;
}

export type MechanismVerdict =
  /** `bindsConnection`: later requests of this connection are this account's without a header. `token` goes into the answer. */
  | {
      readonly type: 'accepted';
      readonly login: AcceptedLogin;
      readonly bindsConnection: boolean;
      readonly token?: string;
    }
  /** One more leg: 401 with this challenge and no other, or with these. */
  | { readonly type: 'continue'; readonly challenge: string }
  | { readonly type: 'continue'; readonly challenges: readonly string[] }
  /** `reason` is for the audit log. `user` is the name that was tried, where the mechanism tells it. */
  | {
      readonly type: 'refused';
      readonly reason: string;
      readonly user?: string;
      /** Tells the client in the mechanism's own words why; goes out in the place of the list of mechanisms. */
      readonly challenge?: string;
    };

/** What Digest signs of a request. */
export interface RequestFacts {
  readonly method: string;
  /** As in the first line: path and query. */
  readonly target: string;
}

export interface AuthenticationMechanism {
  /** The word before the blank of the Authorization header, lower case. */
  readonly scheme: string;
  /** The name that `Caller.mechanism` and the audit log show. */
  readonly name: string;
  /** The text for WWW-Authenticate (Digest has one per algorithm), or undefined where the mechanism must not be used on such a connection. */
  offer(facts: ConnectionFacts): string | readonly string[] | undefined;
  /** @param credentials what follows the scheme word. Never logged. */
  authenticate(credentials: string, connection: GateConnection, request?: RequestFacts): Promise<MechanismVerdict>;
}
