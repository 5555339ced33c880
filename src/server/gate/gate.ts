/**
 * The gate: says who sends a request, or refuses it. It never sees a body.
 *
 * Order of a request: a connection that a mechanism has bound is that account's; otherwise the Authorization header
 * picks the mechanism; without one, or with one that this connection may not use, all offers go back with 401.
 */
import type { AccountDirectory } from '../accounts/account.js';
import { newConnectionName } from '../caller.js';
import type { AuditSink } from './audit.js';
import type { LoginDelay } from './login-delay.js';
import type {
  AcceptedLogin,
  AuthenticationMechanism,
  ConnectionFacts,
  GateConnection,
  RequestFacts,
} from './mechanism.js';

export type GateDecision =
  /** `challenge` belongs into the answer's WWW-Authenticate header, whatever the answer is. */
  | { readonly type: 'accepted'; readonly login: AcceptedLogin; readonly challenge?: string }
  /** 401 with exactly these challenges, after `delayMs`. */
  | { readonly type: 'refused'; readonly challenges: readonly string[]; readonly delayMs: number };

export interface GateOptions {
  readonly mechanisms: readonly AuthenticationMechanism[];
  readonly delay: LoginDelay;
  readonly audit: AuditSink;
  /** Where accounts are looked up again while a connection is theirs. Default: they are not. */
  readonly accounts?: AccountDirectory;
}

export class Gate {
  #options: GateOptions;

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /** Logins from now on. Who is logged in on a connection stays so until it ends, unless his account is gone or shut. */
  configure(settings: Pick<GateOptions, 'mechanisms'> & Partial<Pick<GateOptions, 'accounts'>>): void {
    const { accounts: _, ...rest } = this.#options;
    this.#options = { ...rest, ...settings };
  }

  connection(facts: ConnectionFacts): GateConnection {
    return { name: newConnectionName(), facts, states: new Map(), bound: undefined, onClosed: [] };
  }

  /** The challenges that a connection of this kind gets. Empty: nobody can log in over it. */
  offers(facts: ConnectionFacts): readonly string[] {
    return offersOf(this.#options.mechanisms, facts);
  }

  /** The connection is gone. */
  closed(connection: GateConnection): void {
    for (const wipe of connection.onClosed.splice(0)) wipe();
    connection.states.clear();
    connection.bound = undefined;
  }

  async authenticate(
    connection: GateConnection,
    authorization: string | undefined,
    request?: RequestFacts,
  ): Promise<GateDecision> {
    if (authorization === undefined) {
      const bound = await this.#stillGood(connection);
      if (bound !== undefined) return { type: 'accepted', login: bound };
      return this.#refuse(connection, 0);
    }
    connection.bound = undefined; // a fresh header starts over [omi httpauth.c Deauthorize]
    const blank = authorization.search(/\s/);
    const scheme = (blank < 0 ? authorization : authorization.slice(0, blank)).toLowerCase();
    const mechanism = this.#options.mechanisms.find((candidate) => candidate.scheme === scheme);
    if (mechanism === undefined || offerOf(mechanism, connection.facts) === undefined) {
      // A first token of Negotiate asks what there is, and carries no secret: clients begin with it. No line for that.
      if (scheme !== 'negotiate') this.#audit(connection, scheme, undefined, 'mechanismNotOffered');
      return this.#refuse(connection, 0);
    }
    const credentials = blank < 0 ? '' : authorization.slice(blank + 1);
    const verdict = await mechanism.authenticate(credentials, connection, request);
    switch (verdict.type) {
      case 'continue':
        return {
          type: 'refused',
          challenges: 'challenges' in verdict ? verdict.challenges : [verdict.challenge],
          delayMs: 0,
        };
      case 'refused': {
        this.#audit(connection, mechanism.name, verdict.user, verdict.reason);
        const delayMs = this.#options.delay.failed(verdict.user ?? '', connection.facts.remoteAddress);
        return verdict.challenge === undefined
          ? this.#refuse(connection, delayMs)
          : { type: 'refused', challenges: [verdict.challenge], delayMs };
      }
      case 'accepted': {
        const { account } = verdict.login;
        const { delay } = this.#options;
        if (delay.locked(account.user, connection.facts.remoteAddress)) {
          verdict.login.delegated?.password.fill(0);
          this.#audit(connection, mechanism.name, account.user, 'lockedOut');
          return this.#refuse(connection, delay.failed(account.user, connection.facts.remoteAddress));
        }
        delay.succeeded(account.user, connection.facts.remoteAddress);
        if (verdict.bindsConnection) this.#bind(connection, verdict.login);
        this.#acceptOnce(connection, verdict.login);
        return verdict.token === undefined
          ? { type: 'accepted', login: verdict.login }
          : { type: 'accepted', login: verdict.login, challenge: verdict.token };
      }
    }
  }

  /** Connections whose account the directory had when it logged in. */
  readonly #known = new WeakSet<GateConnection>();
  #bind(connection: GateConnection, login: AcceptedLogin): void {
    connection.bound = login;
    if (this.#options.accounts?.find(login.account.user).ok === true) this.#known.add(connection);
  }

  /** The login that a connection is bound to, with the account as it is now: an account that was shut ends it. */
  async #stillGood(connection: GateConnection): Promise<AcceptedLogin | undefined> {
    const { bound } = connection;
    const { accounts } = this.#options;
    if (bound === undefined || accounts === undefined || !this.#known.has(connection)) return bound;
    await accounts.refresh();
    const found = accounts.find(bound.account.user);
    if (found.ok) {
      const same = { ...bound, account: found.account };
      connection.bound = same;
      return same;
    }
    connection.bound = undefined;
    this.#audit(connection, bound.mechanism, bound.account.user, found.reason);
    return undefined;
  }

  #refuse(connection: GateConnection, delayMs: number): GateDecision {
    return { type: 'refused', challenges: this.offers(connection.facts), delayMs };
  }

  /** One line per connection and account, not one per request: Basic authenticates each of thousands. */
  readonly #accepted = new WeakMap<GateConnection, string>();
  #acceptOnce(connection: GateConnection, login: AcceptedLogin): void {
    if (this.#accepted.get(connection) === login.account.user) return;
    this.#accepted.set(connection, login.account.user);
    this.#options.audit({
      event: 'loginAccepted',
      user: login.account.user,
      mechanism: login.mechanism,
      ...(login.inner === undefined ? {} : { inner: login.inner }),
      clientAddress: connection.facts.remoteAddress,
    });
  }

  #audit(connection: GateConnection, mechanism: string, user: string | undefined, reason: string): void {
    this.#options.audit({
      event: 'loginRefused',
      mechanism: mechanism.slice(0, 32),
      clientAddress: connection.facts.remoteAddress,
      reason,
      ...(user === undefined ? {} : { user: user.slice(0, 256) }),
    });
  }
}

export const offersOf = (mechanisms: readonly AuthenticationMechanism[], facts: ConnectionFacts): readonly string[] =>
  mechanisms.flatMap((mechanism) => offerOf(mechanism, facts) ?? []);

/** A listener may be told to offer less than the endpoint has. */
function offerOf(mechanism: AuthenticationMechanism, facts: ConnectionFacts): string | readonly string[] | undefined {
  return facts.schemes === undefined || facts.schemes.includes(mechanism.scheme) ? mechanism.offer(facts) : undefined;
}
