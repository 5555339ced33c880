/**
 * Negotiate, NTLM and Kerberos at the gate: one security context per connection, driven by its Authorization headers.
 *
 * An accepted connection is the account's until it ends or a fresh header comes. The context stays with the connection,
 * because bodies over plain HTTP are sealed by it. protocol.md 8.2
 */
import type { AcceptorContext } from '../../protocol/auth/index.js';
import { isNtlmToken } from '../../protocol/auth/index.js';
import { AuthenticationError, RemoteProtocolError } from '../../protocol/errors/index.js';
import { openSealedBody, readToken, sealBody, writeToken, type SealProtocol } from '../../protocol/http/index.js';
import type { AccountLookup } from '../accounts/account.js';
import type {
  AuthenticationMechanism,
  ConnectionFacts,
  GateConnection,
  MechanismVerdict,
  MessageProtection,
} from './mechanism.js';

export interface ContextMechanismOptions {
  /** As in the header: `Negotiate`, `NTLM`, `Kerberos`. */
  readonly scheme: 'Negotiate' | 'NTLM' | 'Kerberos';
  /** Taken, but not listed among the challenges: Windows does not list NTLM, and some clients ask for it all the same. */
  readonly unlisted?: boolean;
  /** Whether anybody could log in by it at all. */
  readonly available: () => boolean;
  /** Makes the context of one authentication; undefined: it cannot be had just now. */
  readonly begin: (facts: ConnectionFacts) => Promise<AcceptorContext | undefined>;
  /** Whose account an identity is. */
  readonly account: (user: string) => Promise<AccountLookup>;
}

const MAX_LEGS = 8;

interface State {
  readonly context: AcceptorContext;
  legs: number;
}

export class ContextMechanism implements AuthenticationMechanism {
  readonly scheme: string;
  readonly name: string;
  readonly #options: ContextMechanismOptions;
  readonly #protocol: SealProtocol;

  constructor(options: ContextMechanismOptions) {
    this.#options = options;
    this.name = options.scheme;
    this.scheme = options.scheme.toLowerCase();
    this.#protocol =
      options.scheme === 'Kerberos'
        ? 'application/HTTP-Kerberos-session-encrypted'
        : 'application/HTTP-SPNEGO-session-encrypted';
  }

  offer(): string | readonly string[] | undefined {
    if (!this.#options.available()) return undefined;
    return this.#options.unlisted === true ? [] : this.name;
  }

  async authenticate(credentials: string, connection: GateConnection): Promise<MechanismVerdict> {
    const token = readToken(credentials);
    if (token === undefined) return this.#forget(connection, { type: 'refused', reason: 'malformedCredentials' });
    let state = this.#stateOf(connection, token);
    if (state === undefined) {
      const context = await this.#options.begin(connection.facts);
      if (context === undefined) return { type: 'refused', reason: 'mechanismNotAvailable' };
      state = { context, legs: 0 };
      connection.states.set(this, state);
    }
    state.legs += 1;
    const { context } = state;
    let answer: Uint8Array | undefined;
    try {
      if (state.legs > MAX_LEGS) throw new RemoteProtocolError('too many legs');
      answer = context.step(token);
    } catch (error) {
      if (!(error instanceof AuthenticationError || error instanceof RemoteProtocolError)) throw error;
      return this.#forget(connection, refused(reasonOf(error), context.attempted));
    }
    if (!context.complete) {
      if (answer === undefined) return this.#forget(connection, refused('invalidToken', context.attempted));
      return { type: 'continue', challenge: `${this.name} ${writeToken(answer)}` };
    }
    const user = context.identity?.user ?? '';
    const found = await this.#options.account(user);
    if (!found.ok) return this.#forget(connection, refused(found.reason, user));
    connection.states.delete(this); // the protection below keeps the context; a fresh header makes a fresh one
    return {
      type: 'accepted',
      login: {
        account: found.account,
        mechanism: this.name,
        sealsBodies: true,
        ...innerOf(context.identity?.mechanism, this.name),
        ...(context.canSeal ? { protection: this.#protection(context) } : {}),
      },
      bindsConnection: true,
      ...(answer === undefined ? {} : { token: `${this.name} ${writeToken(answer)}` }),
    };
  }

  /** A token that begins an authentication begins it anew, whatever was under way. */
  #stateOf(connection: GateConnection, token: Uint8Array): State | undefined {
    const begins = (isNtlmToken(token) && token[8] === 1) || token[0] === 0x60;
    if (begins) connection.states.delete(this);
    return connection.states.get(this) as State | undefined;
  }

  #forget(connection: GateConnection, verdict: MechanismVerdict): MechanismVerdict {
    connection.states.delete(this);
    return verdict;
  }

  #protection(context: AcceptorContext): MessageProtection {
    return {
      unseal: (body) => openSealedBody(body, this.#protocol, (part) => context.unwrap(part)),
      seal: (envelope) => sealBody(envelope, this.#protocol, (part) => context.wrap(part)),
    };
  }
}

/** What a wrapper chose, where that says more than its own name. */
export const innerOf = (inner: string | undefined, name: string): { readonly inner?: string } =>
  inner === undefined || inner === name ? {} : { inner };

export const refused = (reason: string, user: string | undefined): MechanismVerdict => ({
  type: 'refused',
  reason,
  ...(user === undefined ? {} : { user }),
});

/** What the audit log says of a refused token. */
export function reasonOf(error: AuthenticationError | RemoteProtocolError): string {
  return error instanceof AuthenticationError && error.errorId === 'LogonFailure' ? 'wrongPassword' : error.message;
}
