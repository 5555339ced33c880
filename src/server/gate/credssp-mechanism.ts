/**
 * CredSSP at the gate: a TLS channel inside the headers of one connection, SPNEGO inside that, and the client's password
 * as the last word. The password stays with the login, in memory, and is wiped when the connection ends. protocol.md 8.7
 */
import { openWithTunnel, sealWithTunnel, TlsTunnel } from '../../io/transport/index.js';
import { CredSspServer, subjectPublicKey, type AcceptorContext } from '../../protocol/auth/index.js';
import { AuthenticationError, OperationTimeoutError, RemoteProtocolError } from '../../protocol/errors/index.js';
import { readToken, writeToken } from '../../protocol/http/index.js';
import type { AccountLookup } from '../accounts/account.js';
import { innerOf, reasonOf, refused } from './context-mechanism.js';
import type { AuthenticationMechanism, ConnectionFacts, GateConnection, MechanismVerdict } from './mechanism.js';
import type { ChannelIdentity } from './self-signed.js';

export interface CredSspMechanismOptions {
  readonly available: () => boolean;
  /** The key and certificate of the channel. */
  readonly identity: () => Promise<ChannelIdentity>;
  /** The context that authenticates the user inside the channel. */
  readonly begin: (facts: ConnectionFacts) => Promise<AcceptorContext>;
  readonly account: (user: string) => Promise<AccountLookup>;
  /** The oldest version of a client that is taken. Default 5. */
  readonly oldestVersion?: number;
}

const MAX_LEGS = 16;

interface State {
  readonly tunnel: TlsTunnel;
  readonly machine: CredSspServer;
  legs: number;
}

export class CredSspMechanism implements AuthenticationMechanism {
  readonly scheme = 'credssp';
  readonly name = 'CredSSP';
  readonly #options: CredSspMechanismOptions;

  constructor(options: CredSspMechanismOptions) {
    this.#options = options;
  }

  offer(): string | undefined {
    return this.#options.available() ? this.name : undefined;
  }

  async authenticate(credentials: string, connection: GateConnection): Promise<MechanismVerdict> {
    const token = readToken(credentials);
    if (token === undefined) return this.#forget(connection, refused('malformedCredentials', undefined));
    const state = await this.#state(connection, token);
    state.legs += 1;
    try {
      if (state.legs > MAX_LEGS) throw new RemoteProtocolError('too many legs');
      const records: Uint8Array[] = [await state.tunnel.exchange(token)];
      for (const answer of state.machine.receive(state.tunnel.takePlain()))
        records.push(await state.tunnel.encrypt(answer));
      if (!state.machine.complete) {
        return { type: 'continue', challenge: `CredSSP ${writeToken(Buffer.concat(records))}` };
      }
    } catch (error) {
      const known =
        error instanceof AuthenticationError ||
        error instanceof RemoteProtocolError ||
        error instanceof OperationTimeoutError;
      if (!known) throw error;
      const verdict = refused(
        error instanceof OperationTimeoutError ? error.message : reasonOf(error),
        state.machine.attempted,
      );
      const refusal = state.tunnel.secure ? state.machine.refusal() : undefined;
      if (refusal === undefined) return this.#forget(connection, verdict);
      const told = await state.tunnel.encrypt(refusal).catch(() => undefined);
      this.#forget(connection, verdict);
      return told === undefined || verdict.type !== 'refused'
        ? verdict
        : { ...verdict, challenge: `CredSSP ${writeToken(told)}` };
    }
    return await this.#accept(state, connection);
  }

  async #accept({ tunnel, machine }: State, connection: GateConnection): Promise<MechanismVerdict> {
    const delegated = machine.identity?.delegated;
    const user = machine.identity?.user ?? '';
    const found = await this.#options.account(user);
    const wipe = (): void => {
      delegated?.password.fill(0);
      tunnel.close();
    };
    if (!found.ok) {
      wipe();
      return this.#forget(connection, refused(found.reason, user));
    }
    connection.states.delete(this); // the login keeps the channel
    connection.onClosed.push(wipe);
    return {
      type: 'accepted',
      login: {
        account: found.account,
        mechanism: this.name,
        sealsBodies: true,
        ...innerOf(machine.inner, this.name),
        protection: {
          unseal: (body) => openWithTunnel(tunnel, body),
          seal: (envelope) => sealWithTunnel(tunnel, envelope),
        },
        ...(delegated === undefined ? {} : { delegated }),
      },
      bindsConnection: true,
    };
  }

  /** A ClientHello begins the authentication anew, whatever was under way. */
  async #state(connection: GateConnection, token: Uint8Array): Promise<State> {
    const known = connection.states.get(this) as State | undefined;
    const begins = token[0] === 0x16 && token[5] === 0x01;
    if (known !== undefined && !begins) return known;
    known?.tunnel.close();
    const { secureContext, certificate } = await this.#options.identity();
    const state: State = {
      tunnel: new TlsTunnel('server', { secureContext }),
      machine: new CredSspServer({
        inner: await this.#options.begin(connection.facts),
        publicKey: subjectPublicKey(certificate),
        ...(this.#options.oldestVersion === undefined ? {} : { oldestVersion: this.#options.oldestVersion }),
      }),
      legs: 0,
    };
    connection.states.set(this, state);
    connection.onClosed.push(() => state.tunnel.close());
    return state;
  }

  #forget(connection: GateConnection, verdict: MechanismVerdict): MechanismVerdict {
    const state = connection.states.get(this) as State | undefined;
    state?.tunnel.close();
    connection.states.delete(this);
    return verdict;
  }
}
