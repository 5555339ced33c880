/**
 * What authentication costs: sealing and unsealing in MB (10^6 bytes) per second of CPU, for NTLM (our own code) and
 * Kerberos (the system's GSSAPI, with MIT's KDC on loopback), and the CPU that one NTLM login costs both sides together.
 * Times are this process' CPU, not the clock's: other work on the machine counts less.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { acceptorCredential, KerberosClientContext, KerberosServerContext } from '../../../src/io/transport/index.js';
import {
  NtlmClientContext,
  NtlmServerContext,
  ntowfv1,
  Oid,
  SpnegoClientContext,
  SpnegoServerContext,
  type SecurityContext,
} from '../../../src/protocol/auth/index.js';
import { openSealedBody, sealBody } from '../../../src/protocol/http/index.js';
import { REALM, realmProblem, startRealm } from '../interop/auth/realm.js';
import type { BenchRow, BenchSection } from './table.js';

const USER = 'speed';
const PASSWORD = 'Passw0rd-of-the-bench';
/** An envelope of WinRM's default size. */
const BODY = new Uint8Array(512_000).fill(65);
const ROUNDS = 40;
const REPEATS = 5;

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The best of a few runs, milliseconds of CPU for `times` calls. */
function measure(times: number, work: () => void): number {
  for (let warm = 0; warm < Math.min(times, 10); warm += 1) work();
  let best = Number.POSITIVE_INFINITY;
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const started = cpuMs();
    for (let round = 0; round < times; round += 1) work();
    best = Math.min(best, cpuMs() - started);
  }
  return best;
}

function ntlmPair(): { readonly client: NtlmClientContext; readonly server: NtlmServerContext } {
  const hash = ntowfv1(PASSWORD);
  const now = (): number => Date.now();
  return {
    client: new NtlmClientContext({ user: USER, domain: '', password: PASSWORD, targetName: 'HTTP/host', random, now }),
    server: new NtlmServerContext({
      computerName: 'host',
      dnsName: 'host',
      random,
      now,
      lookup: (user) => (user === USER ? { ntHash: hash, account: USER } : undefined),
    }),
  };
}

interface Pair {
  readonly client: SecurityContext;
  readonly server: SecurityContext;
}

/** A whole login inside SPNEGO, as `-Authentication Negotiate` does it. */
function login(): Pair {
  const inner = ntlmPair();
  const client = new SpnegoClientContext([{ oids: [Oid.Ntlm], create: () => inner.client }]);
  const server = new SpnegoServerContext([{ oids: [Oid.Ntlm], create: () => inner.server }]);
  let token = client.step(undefined);
  while (token !== undefined) {
    const answer = server.step(token);
    token = answer === undefined ? undefined : client.step(answer);
  }
  if (!client.complete || !server.complete) throw new Error('the login did not come to its end');
  return { client, server };
}

function sealing(name: string, make: () => Pair): readonly BenchRow[] {
  const protocol = 'application/HTTP-SPNEGO-session-encrypted';
  const { client } = make();
  const sealMs = measure(ROUNDS, () => {
    sealBody(BODY, protocol, (part) => client.wrap(part));
  });
  // Each message can be opened once only, and in order.
  let unsealMs = Number.POSITIVE_INFINITY;
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const pair = make();
    const bodies = Array.from(
      { length: ROUNDS },
      () => sealBody(BODY, protocol, (part) => pair.client.wrap(part)).body,
    );
    const started = cpuMs();
    for (const body of bodies) {
      const plain = openSealedBody(body, protocol, (part) => pair.server.unwrap(part));
      if (plain.length !== BODY.length) throw new Error('a body came back with another length');
    }
    unsealMs = Math.min(unsealMs, cpuMs() - started);
  }
  const row = (what: string, ms: number): BenchRow => ({
    name: `${name} ${what}, envelopes of 500 KB`,
    unit: 'MB/s of CPU',
    ours: (BODY.length * ROUNDS) / 1000 / ms,
    better: 'more',
    goal: { of: 'ours', value: 150 },
  });
  return [row('seal', sealMs), row('unseal', unsealMs)];
}

async function run(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [
    ...sealing('NTLM', login),
    {
      name: 'NTLM login, both sides',
      unit: 'ms of CPU',
      ours: measure(200, login) / 200,
      better: 'less',
      goal: { of: 'ours', value: 3 },
    },
  ];
  if (realmProblem() !== undefined) return rows;
  const folder = await mkdtemp(path.join(tmpdir(), 'pssession-speed-'));
  const before = { ...process.env };
  try {
    await using realm = await startRealm(path.join(folder, 'realm'), { [USER]: PASSWORD }, ['HTTP/localhost']);
    Object.assign(process.env, realm.environment);
    const pairs: Pair[] = [];
    for (let made = 0; made <= REPEATS; made += 1) {
      const client = await KerberosClientContext.begin({
        service: 'HTTP/localhost',
        user: { principal: `${USER}@${REALM}`, password: PASSWORD },
      });
      const server = new KerberosServerContext({ credential: acceptorCredential(realm.keytab) });
      const answer = server.step(client.step(undefined));
      if (answer !== undefined) client.step(answer);
      pairs.push({ client, server });
    }
    rows.push(
      ...sealing('Kerberos', () => {
        const pair = pairs.pop();
        if (pair === undefined) throw new Error('no pair is left');
        return pair;
      }),
    );
    return rows;
  } finally {
    for (const name of Object.keys(realmVariables)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    await rm(folder, { recursive: true, force: true });
  }
}

const realmVariables = { KRB5_CONFIG: 1, KRB5_KDC_PROFILE: 1, KRB5CCNAME: 1, KRB5RCACHEDIR: 1, KRB5_KTNAME: 1 };

export const authSection: BenchSection = { name: 'auth', run };
