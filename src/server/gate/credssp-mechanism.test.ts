import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CredSspAuthenticator } from '../../io/transport/index.js';
import {
  CredSspClient,
  CredSspServer,
  NtlmClientContext,
  NtlmServerContext,
  Oid,
  SpnegoClientContext,
  SpnegoServerContext,
  type AcceptorContext,
  type SecurityContext,
} from '../../protocol/auth/index.js';
import { ntowfv1 } from '../../protocol/auth/index.js';
import { CredSspMechanism } from './credssp-mechanism.js';
import { Gate } from './gate.js';
import { LoginDelay } from './login-delay.js';
import type { AuditRecord } from './audit.js';
import type { ConnectionFacts } from './mechanism.js';
import { selfSignedIdentity } from './self-signed.js';

const PASSWORD = 'Pässwörd-€';
const identity = selfSignedIdentity('test');
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const now = (): number => Date.now();
const facts: ConnectionFacts = {
  secure: false,
  remoteAddress: '127.0.0.1',
  localPort: 1,
  loopback: true,
  allowUnencrypted: false,
};

const client = (password = PASSWORD): SecurityContext =>
  new SpnegoClientContext([
    {
      oids: [Oid.Ntlm],
      create: () => new NtlmClientContext({ user: 'alice', domain: '', password, targetName: 'HTTP/x', random, now }),
    },
  ]);
const server = (): AcceptorContext => {
  const hash = ntowfv1(PASSWORD);
  const lookup = (user: string) => (user === 'alice' ? { ntHash: hash, account: 'alice' } : undefined);
  const inner = new NtlmServerContext({ computerName: 'x', dnsName: 'x', lookup, random, now });
  return new SpnegoServerContext([{ oids: [Oid.Ntlm], create: () => inner }]);
};

function endpoint(audit: AuditRecord[]): Gate {
  const mechanism = new CredSspMechanism({
    available: () => true,
    identity: () => identity,
    begin: () => Promise.resolve(server()),
    account: (user) => Promise.resolve({ ok: true, account: { user, groups: [], administrator: false } }),
  });
  return new Gate({
    mechanisms: [mechanism],
    delay: new LoginDelay({ baseMs: 0, now: () => 0 }),
    audit: (record) => audit.push(record),
  });
}

/** Runs the legs as HTTP would carry them. */
async function login(gate: Gate, authenticator: CredSspAuthenticator) {
  const connection = gate.connection(facts);
  let challenge: string | undefined;
  for (let leg = 0; leg < 12; leg += 1) {
    const step = await authenticator.authorization(challenge);
    const decision = await gate.authenticate(connection, step?.header);
    if (decision.type === 'accepted') {
      authenticator.accepted();
      return { connection, login: decision.login };
    }
    challenge = decision.challenges.join(', ');
  }
  throw new Error('the login did not end');
}
const authenticator = (password = PASSWORD, maxTlsVersion: 'TLSv1.2' | 'TLSv1.3' = 'TLSv1.3'): CredSspAuthenticator =>
  new CredSspAuthenticator({
    credential: { domain: 'D', user: 'alice', password },
    begin: () => client(password),
    sealing: true,
    address: 'http://x',
    maxTlsVersion,
  });

describe('CredSSP at both ends', () => {
  it.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'delegates the password over %s, seals, and wipes it at the end',
    async (tls) => {
      const audit: AuditRecord[] = [];
      const gate = endpoint(audit);
      const ours = authenticator(PASSWORD, tls);
      const { connection, login: accepted } = await login(gate, ours);
      const { delegated, protection } = accepted;
      expect(delegated).toMatchObject({ domain: 'D', user: 'alice' });
      expect(Buffer.from(delegated?.password ?? []).toString('utf16le')).toBe(PASSWORD);
      for (const text of ['hello', 'x'.repeat(40_000)]) {
        const request = await ours.seal?.(new TextEncoder().encode(text));
        if (request === undefined || protection === undefined || ours.unseal === undefined)
          throw new Error('no sealing');
        expect(new TextDecoder().decode(await protection.unseal(request.body, request.contentType))).toBe(text);
        const answer = await protection.seal(new TextEncoder().encode(`re: ${text}`));
        expect(new TextDecoder().decode(await ours.unseal(answer.body, answer.contentType))).toBe(`re: ${text}`);
      }
      expect(audit).toMatchObject([{ event: 'loginAccepted', user: 'alice', mechanism: 'CredSSP', inner: 'NTLM' }]);
      expect(JSON.stringify(audit)).not.toContain(PASSWORD);
      gate.closed(connection);
      expect(delegated?.password.every((byte) => byte === 0)).toBe(true);
    },
  );

  it('tells the client why it is refused, and never gets the password', async () => {
    const audit: AuditRecord[] = [];
    await expect(login(endpoint(audit), authenticator('wrong'))).rejects.toThrow(
      /the user name or the password is wrong/,
    );
    expect(audit).toMatchObject([{ event: 'loginRefused', user: 'alice', reason: 'wrongPassword' }]);
  });

  it('finds an altered sealed body', async () => {
    const ours = authenticator();
    const { login: accepted } = await login(endpoint([]), ours);
    const request = await ours.seal?.(new TextEncoder().encode('hello'));
    const body = Uint8Array.from(request?.body ?? []);
    const at = body.length - 30;
    body[at] = (body[at] ?? 0) ^ 1;
    await expect(accepted.protection?.unseal(body, request?.contentType ?? '')).rejects.toThrow(/CredSSP/);
  });
});

describe('the versions of CredSSP', () => {
  const key = random(64);
  const run = (clientVersion: number, serverVersion: number, oldestVersion: number): CredSspServer => {
    const credential = { domain: '', user: 'alice', password: PASSWORD };
    const one = new CredSspClient({
      inner: client(),
      publicKey: key,
      credential,
      random,
      version: clientVersion,
      oldestVersion,
    });
    const two = new CredSspServer({ inner: server(), publicKey: key, version: serverVersion, oldestVersion });
    let message: readonly Uint8Array[] = [one.begin()];
    while (message.length > 0)
      message = message.flatMap((part) => two.receive(part)).flatMap((part) => one.receive(part));
    return two;
  };
  it.each([2, 3, 4, 5, 6])('%i is spoken with both roles where it is allowed', (version) => {
    expect(run(version, 6, 2).identity?.user).toBe('alice');
    expect(run(6, version, 2).identity?.user).toBe('alice');
  });
  it.each([2, 3, 4])('%i is refused unless it is allowed (CVE-2018-0886)', (version) => {
    expect(() => run(version, 6, 5)).toThrow(/version/);
    expect(() => run(6, version, 5)).toThrow(/version/);
  });
  it('find another key in the middle before the password is sent', () => {
    const credential = { domain: '', user: 'alice', password: PASSWORD };
    const one = new CredSspClient({ inner: client(), publicKey: key, credential, random });
    const two = new CredSspServer({ inner: server(), publicKey: random(64) });
    const second = two.receive(one.begin()).flatMap((part) => one.receive(part));
    expect(() => second.flatMap((part) => two.receive(part))).toThrow(/another TLS key/);
  });
});
