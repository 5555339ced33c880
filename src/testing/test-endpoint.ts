/** An endpoint inside a test: on a free loopback port, or without any socket. */
import { NEVER_ABORTED } from '../io/runtime/index.js';
import {
  Endpoint,
  equivalentsOf,
  type Account,
  type AccountDirectory,
  type AuditRecord,
  type Caller,
  type EndpointOptions,
  type EnvelopeAnswer,
  type PasswordVerifier,
} from '../server/index.js';

export interface TestUser extends Partial<Account> {
  readonly user: string;
  readonly password: string;
}

export interface TestEndpointOptions extends Partial<Omit<EndpointOptions, 'users' | 'audit'>> {
  /**
   * Default: `tester` with the password `secret`, no administrator. They log in with Basic; with `authentication`, even
   * an empty one, by all mechanisms that it turns on (NTLM among them).
   */
  readonly users?: readonly TestUser[];
}

export interface TestEndpoint extends AsyncDisposable {
  readonly endpoint: Endpoint;
  /** `http://127.0.0.1:<port>/wsman`; empty for the variant without socket. */
  readonly url: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** All audit records so far, oldest first. */
  readonly audit: readonly AuditRecord[];
  /** Sends one envelope past HTTP and the gate, as this user. */
  send(envelope: Uint8Array | string, caller?: Partial<Caller>): Promise<EnvelopeAnswer>;
}

const DEFAULT_USER: TestUser = { user: 'tester', password: 'secret' };

/** Passwords in memory, compared as they are: for tests only. */
class PlainUsers implements PasswordVerifier {
  readonly #users: readonly TestUser[];
  readonly directory?: AccountDirectory;
  /** @param everywhere mechanisms beside Basic can use these accounts too. */
  constructor(users: readonly TestUser[], everywhere: boolean) {
    this.#users = users;
    if (everywhere) this.directory = directoryOf(users);
  }
  verify(user: string, password: string): ReturnType<PasswordVerifier['verify']> {
    const found = this.#users.find((candidate) => candidate.user.toLowerCase() === user.toLowerCase());
    if (found === undefined) return Promise.resolve({ ok: false, reason: 'unknownUser' });
    if (found.password !== password) return Promise.resolve({ ok: false, reason: 'wrongPassword' });
    const account = { user: found.user, groups: found.groups ?? [], administrator: found.administrator ?? false };
    return Promise.resolve({ ok: true, account });
  }
}

function directoryOf(users: readonly TestUser[]): AccountDirectory {
  const named = (names: readonly string[]): TestUser | undefined =>
    users.find((candidate) => names.some((name) => name.toLowerCase() === candidate.user.toLowerCase()));
  return {
    refresh: () => Promise.resolve(),
    find: (...names) => {
      const found = named(names);
      return found === undefined
        ? { ok: false, reason: 'unknownUser' }
        : { ok: true, account: { groups: [], administrator: false, ...found } };
    },
    equivalents: (...names) => {
      const found = named(names);
      return found === undefined
        ? undefined
        : { user: found.user, ...equivalentsOf(found.user, found.password, { ntlm: true, digest: true }) };
    },
    has: () => users.length > 0,
  };
}

/**
 * Starts an endpoint on `http://127.0.0.1` and a free port.
 *
 *     await using server = await createTestEndpoint();
 *     const session = await newPSSession({ connectionUri: server.url, credential: { userName: server.user, … } });
 */
export function createTestEndpoint(options: TestEndpointOptions = {}): Promise<TestEndpoint> {
  return start({ listeners: [{ port: 0 }], ...options });
}

/** The same without a socket: envelopes go in through `send`. */
export function createSocketlessEndpoint(options: Omit<TestEndpointOptions, 'listeners'> = {}): Promise<TestEndpoint> {
  return start({ ...options, listeners: [] });
}

async function start(options: TestEndpointOptions): Promise<TestEndpoint> {
  const { users = [DEFAULT_USER], ...rest } = options;
  const [first = DEFAULT_USER] = users;
  const audit: AuditRecord[] = [];
  const endpoint = await Endpoint.start({
    failedLoginDelayMs: 0,
    machineName: 'testhost',
    ...rest,
    users: new PlainUsers(users, rest.authentication !== undefined),
    audit: (record) => audit.push(record),
  });
  const address = endpoint.addresses[0];
  const self: Caller = {
    user: first.user,
    mechanism: 'Basic',
    groups: first.groups ?? [],
    administrator: first.administrator ?? false,
    clientAddress: '127.0.0.1',
    connectionString: address?.url ?? 'http://testhost:5985/wsman',
    connectionLost: NEVER_ABORTED,
  };
  return {
    endpoint,
    url: address?.url ?? '',
    port: address?.port ?? 0,
    user: first.user,
    password: first.password,
    audit,
    send: (envelope, caller = {}) =>
      endpoint.handle(typeof envelope === 'string' ? new TextEncoder().encode(envelope) : envelope, {
        ...self,
        ...caller,
      }),
    [Symbol.asyncDispose]: () => endpoint.close({ drainMs: 0 }),
  };
}
