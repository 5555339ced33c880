import { describe, expect, it } from 'vitest';
import type { AccountDirectory, AccountLookup, PasswordVerifier } from '../accounts/account.js';
import { formatAuditLine, type AuditRecord } from './audit.js';
import { BasicMechanism } from './basic.js';
import { Gate } from './gate.js';
import { LoginDelay } from './login-delay.js';
import type { AuthenticationMechanism, ConnectionFacts } from './mechanism.js';

const facts = (given: Partial<ConnectionFacts> = {}): ConnectionFacts => ({
  secure: false,
  remoteAddress: '127.0.0.1',
  localPort: 5985,
  loopback: true,
  allowUnencrypted: false,
  ...given,
});
const verifier: PasswordVerifier = {
  verify: (user, password) =>
    Promise.resolve(
      password === 'pa:ss'
        ? { ok: true, account: { user, groups: [], administrator: false } }
        : { ok: false, reason: 'wrongPassword' },
    ),
};
const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

function setUp(mechanisms: readonly AuthenticationMechanism[] = [new BasicMechanism(verifier)]) {
  const records: AuditRecord[] = [];
  let now = 0;
  const delay = new LoginDelay({ baseMs: 100, now: () => now });
  const gate = new Gate({ mechanisms, delay, audit: (record) => records.push(record) });
  return { gate, records, pass: (ms: number) => (now += ms) };
}

describe('the gate', () => {
  it('offers Basic over TLS and on loopback, and on plain connections only when told so', () => {
    const { gate } = setUp();
    expect(gate.offers(facts())).toEqual(['Basic realm="WSMAN"']);
    expect(gate.offers(facts({ loopback: false }))).toEqual([]);
    expect(gate.offers(facts({ loopback: false, secure: true }))).toHaveLength(1);
    expect(gate.offers(facts({ loopback: false, allowUnencrypted: true }))).toHaveLength(1);
  });

  it('does not even look at a password that came readable over a network', async () => {
    const { gate, records } = setUp();
    const decision = await gate.authenticate(gate.connection(facts({ loopback: false })), basic('alice', 'pa:ss'));
    expect(decision).toEqual({ type: 'refused', challenges: [], delayMs: 0 });
    expect(records).toEqual([
      { event: 'loginRefused', mechanism: 'basic', clientAddress: '127.0.0.1', reason: 'mechanismNotOffered' },
    ]);
  });

  it('accepts the right password, a colon in it included, and logs it once per connection', async () => {
    const { gate, records } = setUp();
    const connection = gate.connection(facts());
    for (let request = 0; request < 3; request += 1) {
      expect(await gate.authenticate(connection, basic('alice', 'pa:ss'))).toMatchObject({
        type: 'accepted',
        login: { account: { user: 'alice' }, mechanism: 'Basic' },
      });
    }
    expect(records).toHaveLength(1);
  });

  it('makes each wrong password wait longer, and forgets after a right one', async () => {
    const { gate, records } = setUp();
    const connection = gate.connection(facts());
    const delays: number[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const decision = await gate.authenticate(connection, basic('alice', 'no'));
      if (decision.type === 'refused') delays.push(decision.delayMs);
    }
    expect(delays).toEqual([100, 200, 400, 800, 1600, 1600, 1600]);
    await gate.authenticate(connection, basic('alice', 'pa:ss'));
    expect(await gate.authenticate(connection, basic('alice', 'no'))).toMatchObject({ delayMs: 100 });
    expect(records.filter(({ event }) => event === 'loginRefused')).toHaveLength(8);
    expect(JSON.stringify(records)).not.toContain('pa:ss');
  });

  it('answers garbage in the header like a wrong password', async () => {
    const { gate } = setUp();
    for (const header of ['Basic', 'Basic ???', 'Basic Og==', `Basic ${'A'.repeat(20_000)}`, 'Nonsense', ' ']) {
      expect(await gate.authenticate(gate.connection(facts()), header)).toMatchObject({ type: 'refused' });
    }
  });

  it('gives one challenge only while a mechanism goes on, and binds the connection at its end [protocol.md 8.2]', async () => {
    const account = { user: 'alice', groups: [], administrator: false };
    const twoLegs: AuthenticationMechanism = {
      scheme: 'negotiate',
      name: 'Negotiate',
      offer: () => 'Negotiate',
      authenticate: (credentials) =>
        Promise.resolve(
          credentials === 'one'
            ? { type: 'continue', challenge: 'Negotiate two' }
            : {
                type: 'accepted',
                login: { account, mechanism: 'Negotiate' },
                bindsConnection: true,
                token: 'Negotiate four',
              },
        ),
    };
    const { gate } = setUp([twoLegs, new BasicMechanism(verifier)]);
    const connection = gate.connection(facts());
    expect(await gate.authenticate(connection, undefined)).toMatchObject({
      challenges: ['Negotiate', 'Basic realm="WSMAN"'],
    });
    expect(await gate.authenticate(connection, 'Negotiate one')).toMatchObject({ challenges: ['Negotiate two'] });
    expect(await gate.authenticate(connection, 'Negotiate three')).toMatchObject({ challenge: 'Negotiate four' });
    expect(await gate.authenticate(connection, undefined)).toMatchObject({ type: 'accepted', login: { account } });
    expect(await gate.authenticate(gate.connection(facts()), undefined)).toMatchObject({ type: 'refused' });
  });
});

describe('audit lines', () => {
  it('are one line of JSON, whatever a user name holds', () => {
    const line = formatAuditLine({ event: 'loginRefused', user: 'a\nb"', reason: 'x'.repeat(2000) }, new Date(0));
    expect(line.trimEnd()).not.toContain('\n');
    expect(JSON.parse(line)).toMatchObject({ time: '1970-01-01T00:00:00.000Z', user: 'a\nb"' });
    expect(line.length).toBeLessThan(700);
  });
});

describe('a connection that a mechanism bound to an account', () => {
  it('is refused from the moment on that the account is shut, and has the account as it is now', async () => {
    let found: AccountLookup = { ok: true, account: { user: 'alice', groups: [], administrator: false } };
    const accounts: AccountDirectory = {
      refresh: () => Promise.resolve(),
      find: () => found,
      equivalents: () => undefined,
      has: () => true,
    };
    const binding: AuthenticationMechanism = {
      scheme: 'negotiate',
      name: 'Negotiate',
      offer: () => 'Negotiate',
      authenticate: () =>
        Promise.resolve({
          type: 'accepted',
          login: { account: { user: 'alice', groups: [], administrator: false }, mechanism: 'Negotiate' },
          bindsConnection: true,
        }),
    };
    const records: AuditRecord[] = [];
    const delay = new LoginDelay({ baseMs: 0, now: () => 0 });
    const gate = new Gate({ mechanisms: [binding], delay, accounts, audit: (record) => records.push(record) });
    const connection = gate.connection(facts());
    await gate.authenticate(connection, 'Negotiate x');
    found = { ok: true, account: { user: 'alice', groups: ['operators'], administrator: false } };
    expect(await gate.authenticate(connection, undefined)).toMatchObject({
      type: 'accepted',
      login: { account: { groups: ['operators'] } },
    });
    found = { ok: false, reason: 'disabled' };
    expect(await gate.authenticate(connection, undefined)).toMatchObject({ type: 'refused' });
    expect(records.at(-1)).toMatchObject({ event: 'loginRefused', user: 'alice', reason: 'disabled' });
  });

  it('stays as it is when its account never stood in the directory: the system knows it', async () => {
    const accounts: AccountDirectory = {
      refresh: () => Promise.resolve(),
      find: () => ({ ok: false, reason: 'unknownUser' }),
      equivalents: () => undefined,
      has: () => false,
    };
    const gate = new Gate({
      mechanisms: [],
      delay: new LoginDelay({ baseMs: 0, now: () => 0 }),
      accounts,
      audit: () => 0,
    });
    const connection = gate.connection(facts());
    connection.bound = { account: { user: 'ann', groups: [], administrator: false }, mechanism: 'Kerberos' };
    expect(await gate.authenticate(connection, undefined)).toMatchObject({ type: 'accepted' });
  });
});
