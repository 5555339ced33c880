/**
 * What must not work: each attempt is refused, logged once, with HTTP 401 (500 for a broken seal) and PowerShell's error.
 * Our client and our endpoint on loopback; the cases of Kerberos need MIT's KDC.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { createServer as createTlsServer, connect as connectTls, type TLSSocket } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NtlmClientContext, Oid, SpnegoClientContext, SpnegoServerContext } from '../../src/protocol/auth/index.js';
import {
  decodeNegToken,
  encodeNegTokenInit,
  encodeNegTokenResp,
  NegState,
} from '../../src/protocol/auth/spnego-tokens.js';
import { KerberosClientContext } from '../../src/io/transport/index.js';
import { Endpoint, UsersFile } from '../../src/server/index.js';
import { LoginDelay } from '../../src/server/gate/login-delay.js';
import { sealBody } from '../../src/protocol/http/index.js';
import { makeCertificates, PFX_PASSPHRASE, type Certificates } from '../programs/interop/auth/certificates.js';
import { runOurClient, type Login } from '../programs/interop/auth/our-client.js';
import { PASSWORD, startOurEndpoint, USER, type OurEndpoint } from '../programs/interop/auth/our-endpoint.js';
import { Relay } from '../programs/interop/auth/ports.js';
import { REALM, realmProblem, startRealm, type Realm } from '../programs/interop/auth/realm.js';

const IDENTIFY =
  '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:wsmid="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"><s:Header/><s:Body><wsmid:Identify/></s:Body></s:Envelope>';
const noRealm = realmProblem();
if (noRealm !== undefined) console.warn(`kerberos: SKIPPED, ${noRealm}`);

let folder: string;
let certificates: Certificates;
let realm: Realm | undefined;
let endpoint: OurEndpoint;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pssession-refusals-'));
  certificates = await makeCertificates(path.join(folder, 'certificates'), USER);
  if (noRealm === undefined) {
    realm = await startRealm(path.join(folder, 'realm'), { [USER]: PASSWORD }, ['HTTP/localhost', 'host/localhost']);
    Object.assign(process.env, realm.environment);
  }
  process.env['PSSESSION_CERTIFICATES'] = certificates.clientFolder;
  process.env['PSSESSION_CERTIFICATE_PASSPHRASE'] = PFX_PASSPHRASE;
  endpoint = await startOurEndpoint(folder, certificates, realm);
}, 60_000);
afterAll(async () => {
  await endpoint[Symbol.asyncDispose]();
  await realm?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  endpoint.takeAudit();
});

/** What the endpoint logged of refusals since the last call. */
const refusals = (): readonly string[] =>
  endpoint
    .takeAudit()
    .filter(({ event }) => event === 'loginRefused' || event === 'requestRefused')
    .map(({ event, user, reason }) => [event, user ?? '', reason ?? ''].join(' '));

interface Failure {
  readonly id: string;
  readonly message: string;
}

/** The error of a login that must fail: the command's record, as a user of PowerShell sees it. */
async function failure(port: number, https: boolean, login: Login): Promise<Failure> {
  try {
    await runOurClient(port, https, login);
  } catch (error) {
    const record = error as { readonly fullyQualifiedErrorId?: string; readonly message?: string };
    return { id: record.fullyQualifiedErrorId ?? String(error), message: record.message ?? '' };
  }
  throw new Error('the login was accepted');
}

interface Raw {
  post(headers: Readonly<Record<string, string>>, body?: Uint8Array | string): Promise<RawAnswer>;
  close(): void;
}
interface RawAnswer {
  readonly status: number;
  readonly challenge: string;
  readonly body: Buffer;
  readonly closed: boolean;
}

/** One connection to the endpoint, request by request. */
function raw(port: number): Raw {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    close: () => agent.destroy(),
    post: (headers, body = '') =>
      new Promise((resolve, reject) => {
        const sent = request(
          {
            agent,
            method: 'POST',
            host: '127.0.0.1',
            port,
            path: '/wsman',
            headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
          },
          (answer) => {
            const chunks: Buffer[] = [];
            answer.on('data', (chunk: Buffer) => chunks.push(chunk));
            answer.on('end', () =>
              resolve({
                status: answer.statusCode ?? 0,
                challenge: answer.headers['www-authenticate'] ?? '',
                body: Buffer.concat(chunks),
                closed: answer.headers.connection === 'close',
              }),
            );
          },
        );
        sent.once('error', reject);
        sent.end(body);
      }),
  };
}
const header = (scheme: string, token: Uint8Array): { readonly Authorization: string } => ({
  Authorization: `${scheme} ${Buffer.from(token).toString('base64')}`,
});
const tokenIn = ({ challenge }: RawAnswer): Uint8Array =>
  new Uint8Array(Buffer.from(challenge.slice(challenge.indexOf(' ') + 1), 'base64'));

const ntlm = (): NtlmClientContext =>
  new NtlmClientContext({
    user: USER,
    domain: '',
    password: PASSWORD,
    targetName: 'HTTP/localhost',
    random: (length) => randomBytes(length),
    now: () => Date.now(),
  });
const need = (token: Uint8Array | undefined): Uint8Array => {
  if (token === undefined) throw new Error('no token was made');
  return token;
};

/** Logs in with NTLM, message by message. @param alter changes the server's challenge, or our last message. */
async function ntlmLogin(
  connection: Raw,
  alter: { readonly challenge?: (token: Uint8Array) => void; readonly last?: (token: Uint8Array) => void } = {},
): Promise<{ readonly answer: RawAnswer; readonly context: NtlmClientContext; readonly last: Uint8Array }> {
  const context = ntlm();
  const first = await connection.post(header('NTLM', need(context.step(undefined))));
  const challenge = tokenIn(first);
  alter.challenge?.(challenge);
  const last = need(context.step(challenge));
  alter.last?.(last);
  return { answer: await connection.post(header('NTLM', last)), context, last };
}

const SEALED_TYPE =
  'multipart/encrypted;protocol="application/HTTP-SPNEGO-session-encrypted";boundary="Encrypted Boundary"';
const sealed = (context: NtlmClientContext): Uint8Array =>
  sealBody(Buffer.from(IDENTIFY), 'application/HTTP-SPNEGO-session-encrypted', (part) => context.wrap(part)).body;

describe('a wrong password', () => {
  const wrong = { userName: USER, password: 'not-the-password' };
  it.each([
    ['Basic', false],
    ['Digest', true],
    ['Negotiate', false],
    ['Negotiate', true],
    ['Credssp', false],
  ] as const)('is refused with %s (https %s), and logged once', async (authentication, https) => {
    const error = await failure(https ? endpoint.https : endpoint.http, https, { authentication, credential: wrong });
    expect(error.id).toBe('AccessDenied,PSSessionOpenFailed');
    expect(error.message).toContain('the password');
    expect(refusals()).toEqual([`loginRefused ${USER} wrongPassword`]);
  });

  it.skipIf(noRealm !== undefined)('is refused by the KDC with Kerberos, and NTLM is not tried after it', async () => {
    const credential = { userName: `${USER}@${REALM}`, password: 'not-the-password' };
    for (const authentication of ['Kerberos', 'Negotiate'] as const) {
      const error = await failure(endpoint.http, false, { authentication, credential });
      expect(error.message).toMatch(/Kerberos cannot get a ticket for the user: .* is wrong/);
      expect(refusals()).toEqual([]); // nothing reached the endpoint
    }
  });

  it('answers 401 with the mechanisms of this connection, whatever was tried', async () => {
    const connection = raw(endpoint.http);
    const answer = await connection.post({ Authorization: `Basic ${Buffer.from(`${USER}:x`).toString('base64')}` });
    expect(answer).toMatchObject({ status: 401 });
    expect(answer.challenge).toMatch(/Negotiate.*Basic realm="WSMAN"/);
    connection.close();
  });
});

describe('an account', () => {
  it('that has expired is refused by every mechanism', async () => {
    await endpoint.users.update(USER, { expires: '2020-01-01T00:00:00Z' });
    try {
      const credential = { userName: USER, password: PASSWORD };
      for (const authentication of ['Basic', 'Digest', 'Negotiate', 'Credssp'] as const) {
        const error = await failure(endpoint.http, false, { authentication, credential });
        expect(error.id).toBe('AccessDenied,PSSessionOpenFailed');
        expect(refusals()).toEqual([`loginRefused ${USER} expired`]);
      }
    } finally {
      await endpoint.users.update(USER, { expires: null });
    }
  });
});

describe('messages of NTLM', () => {
  it('that were recorded are of no use on another connection', async () => {
    const [first, second] = [raw(endpoint.http), raw(endpoint.http)];
    const { answer, last } = await ntlmLogin(first);
    expect(answer.status).toBe(200);
    await second.post(header('NTLM', need(ntlm().step(undefined))));
    expect((await second.post(header('NTLM', last))).status).toBe(401);
    expect(refusals()).toEqual([`loginRefused ${USER} wrongPassword`]);
    first.close();
    second.close();
  });

  it('without the MIC that they announce are refused', async () => {
    const connection = raw(endpoint.http);
    const { answer } = await ntlmLogin(connection, { last: (token) => token.fill(0, 72, 88) });
    expect(answer.status).toBe(401);
    expect(refusals()).toEqual([expect.stringMatching(/^loginRefused tester .*MIC does not fit/)]);
    connection.close();
  });

  it('whose flags were changed on the way are refused', async () => {
    const connection = raw(endpoint.http);
    // Takes sealing away from what the client asked for.
    const { answer } = await ntlmLogin(connection, { last: (token) => (token[60] = (token[60] ?? 0) & ~0x20) });
    expect(answer.status).toBe(401);
    expect(refusals()).toEqual([expect.stringMatching(/MIC does not fit/)]);
    connection.close();
  });

  it('of a client whose clock is a day behind are refused, and the reason names the clocks', async () => {
    const connection = raw(endpoint.http);
    const { answer } = await ntlmLogin(connection, {
      challenge: (token) => {
        const at = Buffer.from(token).indexOf(Buffer.from('07000800', 'hex')) + 4;
        const view = new DataView(token.buffer, token.byteOffset);
        view.setBigUint64(at, view.getBigUint64(at, true) - 864_000_000_000n, true);
      },
    });
    expect(answer.status).toBe(401);
    expect(refusals()).toHaveLength(1);
    connection.close();
  });
});

describe('a sealed body', () => {
  it('with one altered byte breaks the connection with 500, and is logged once', async () => {
    const connection = raw(endpoint.http);
    const { context } = await ntlmLogin(connection);
    const body = sealed(context);
    const at = body.length - '--Encrypted Boundary--\r\n'.length - 1;
    body[at] = (body[at] ?? 0) ^ 1;
    const answer = await connection.post({ 'Content-Type': SEALED_TYPE }, body);
    expect(answer).toMatchObject({ status: 500, closed: true });
    expect(answer.body).toHaveLength(0);
    expect(refusals()).toEqual([expect.stringMatching(/^requestRefused tester sealBroken/)]);
    connection.close();
  });

  it('that comes twice is refused the second time', async () => {
    const connection = raw(endpoint.http);
    const { context } = await ntlmLogin(connection);
    const body = sealed(context);
    expect((await connection.post({ 'Content-Type': SEALED_TYPE }, body)).status).toBe(200);
    expect((await connection.post({ 'Content-Type': SEALED_TYPE }, body)).status).toBe(500);
    expect(refusals()).toEqual([expect.stringMatching(/^requestRefused tester sealBroken/)]);
    connection.close();
  });

  it('is required over plain HTTP: a plain one is not served', async () => {
    const connection = raw(endpoint.http);
    await ntlmLogin(connection);
    const answer = await connection.post({ 'Content-Type': 'application/soap+xml;charset=UTF-8' }, IDENTIFY);
    expect(answer.status).toBe(401);
    expect(refusals()).toEqual([`requestRefused ${USER} unsealedBody`]);
    connection.close();
  });

  it('cannot be left away by the client alone: -NoEncryption is refused by the endpoint', async () => {
    const login: Login = { authentication: 'Negotiate', credential: { userName: USER, password: PASSWORD } };
    await expect(runOurClient(endpoint.http, false, login, true)).rejects.toMatchObject({
      fullyQualifiedErrorId: 'AccessDenied,PSSessionOpenFailed',
      message: expect.stringContaining('-NoEncryption') as string,
    });
    expect(refusals()).toEqual([`requestRefused ${USER} unsealedBody`]);
    // To this machine the password itself is sent then, on a new connection: the endpoint has ended the first.
    await runOurClient(endpoint.http, false, { ...login, authentication: 'Default' }, true);
  });
});

describe('somebody in between', () => {
  /** Ends TLS with a certificate of his own and goes on to the real endpoint. */
  async function middle(): Promise<{ readonly port: number; close(): void }> {
    // For the same name, from another authority.
    const own = await makeCertificates(path.join(folder, 'middle'), 'nobody');
    const [cert, key] = [own.serverCertificate, own.serverKey];
    const sockets = new Set<TLSSocket>();
    const server = createTlsServer({ cert: await readFile(cert), key: await readFile(key) }, (client) => {
      const onward = connectTls({ port: endpoint.https, host: '127.0.0.1', rejectUnauthorized: false });
      for (const socket of [client, onward]) {
        sockets.add(socket);
        socket.on('error', () => {});
      }
      client.pipe(onward).pipe(client);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      port: (server.address() as AddressInfo).port,
      close: () => {
        for (const socket of sockets) socket.destroy();
        server.close();
      },
    };
  }

  it('is found by the channel bindings of NTLM and Kerberos', async () => {
    const proxy = await middle();
    const local = { userName: USER, password: PASSWORD };
    const principal = { userName: `${USER}@${REALM}`, password: PASSWORD };
    const logins: readonly Login[] = [
      { authentication: 'Negotiate', credential: local },
      ...(noRealm === undefined ? [{ authentication: 'Kerberos', credential: principal } as const] : []),
    ];
    for (const login of logins) {
      expect((await failure(proxy.port, true, login)).id).toBe('AccessDenied,PSSessionOpenFailed');
      expect(refusals()).toEqual([expect.stringMatching(/^loginRefused .*(?:channel|TLS certificates)/)]);
    }
    proxy.close();
  });

  it.skipIf(noRealm !== undefined)('who takes Kerberos out of the list is found by its proof', async () => {
    await using relay = await Relay.start(endpoint.http);
    relay.alter = (chunk, direction) => {
      const text = chunk.toString('latin1');
      const match = direction === 'request' ? /Authorization: Negotiate (\S+)/.exec(text) : null;
      if (match === null) return chunk;
      const token = decodeNegToken(new Uint8Array(Buffer.from(match[1] ?? '', 'base64')));
      if (token.type !== 'init') return chunk;
      const less = Buffer.from(encodeNegTokenInit({ mechTypes: [Oid.Ntlm] })).toString('base64');
      return Buffer.from(text.replace(match[1] ?? '', less), 'latin1');
    };
    const credential = { userName: `${USER}@${REALM}`, password: PASSWORD };
    const error = await failure(relay.port, false, { authentication: 'Negotiate', credential });
    expect(error.id).toMatch(/AccessDenied|InvalidAuthentication/);
    expect(refusals()).toHaveLength(1);
  });

  it('who answers for a server that offers no proof of the list is found by the client', () => {
    const kerberos = ntlm(); // stands for a mechanism that is preferred
    const client = new SpnegoClientContext([
      { oids: [Oid.Kerberos], create: () => kerberos },
      { oids: [Oid.Ntlm], create: ntlm },
    ]);
    client.step(undefined);
    // "NTLM was chosen, and everything is complete": without a mechListMIC.
    const server = new SpnegoServerContext([]);
    expect(() => server.step(need(ntlm().step(undefined)))).toThrow(/not offered/); // nothing is chosen without a list
    const answer = encodeNegTokenResp({ state: NegState.AcceptCompleted, supportedMech: Oid.Ntlm });
    expect(() => client.step(answer)).toThrow(/no challenge came|complete and it is not/);
  });
});

describe('a client certificate', () => {
  it('of another authority is refused', async () => {
    const error = await failure(endpoint.https, true, { certificateThumbprint: certificates.thumbprints.foreign });
    expect(error.id).toBe('AccessDenied,PSSessionOpenFailed');
    expect(refusals()).toEqual([expect.stringMatching(/^loginRefused .*clientCertificateNotTrusted/)]);
  });

  it('that is not there is refused before anything is sent', async () => {
    const error = await failure(endpoint.https, true, { certificateThumbprint: 'ab'.repeat(20) });
    expect(error.message).toMatch(/no certificate in .* has it/);
    expect(refusals()).toEqual([]);
  });
});

describe.skipIf(noRealm !== undefined)("Kerberos' tickets", () => {
  const begin = (): Promise<KerberosClientContext> =>
    KerberosClientContext.begin({
      service: 'HTTP/localhost',
      user: { principal: `${USER}@${REALM}`, password: PASSWORD },
    });

  it('that were recorded are refused the second time', async () => {
    const token = need((await begin()).step(undefined));
    const [first, second] = [raw(endpoint.http), raw(endpoint.http)];
    expect((await first.post(header('Kerberos', token))).status).toBe(200);
    expect((await second.post(header('Kerberos', token))).status).toBe(401);
    expect(refusals()).toEqual([expect.stringMatching(/Kerberos cannot accept a client: .*replay/i)]);
    first.close();
    second.close();
  });

  it('of a client whose clock is wrong are refused, and the reason says what to check', async () => {
    const file = process.env['KRB5_CONFIG'] ?? '';
    const before = await readFile(file, 'utf8');
    const token = need((await begin()).step(undefined));
    await writeFile(file, before.replace('[libdefaults]', '[libdefaults]\n  clockskew = 1'));
    try {
      await new Promise((resolve) => setTimeout(resolve, 3000)); // old tokens are what a wrong clock makes
      const connection = raw(endpoint.http);
      expect((await connection.post(header('Kerberos', token))).status).toBe(401);
      expect(refusals()).toEqual([expect.stringMatching(/Clock skew.* Set them/i)]);
      connection.close();
    } finally {
      await writeFile(file, before);
    }
  });

  it('for a service that the KDC does not know are told so, with what to check', async () => {
    await expect(
      KerberosClientContext.begin({
        service: 'HTTP/elsewhere.invalid',
        user: { principal: `${USER}@${REALM}`, password: PASSWORD },
      }),
    ).rejects.toThrow(/Kerberos cannot get a ticket for the service: .*(?:setspn|krb5\.conf)/);
  });
});

describe('a listener beyond this machine, without TLS', () => {
  it('starts only where callers can log in by a mechanism that seals, and offers no other', async () => {
    const users = new UsersFile(path.join(folder, 'open.json'), { cost: { ln: 4, r: 8, p: 1 } });
    await users.add('alice', PASSWORD);
    const listeners = [{ address: '0.0.0.0', port: 0 }];
    await expect(Endpoint.start({ users, listeners })).rejects.toMatchObject({ errorId: 'UnencryptedListener' });
    await users.setPassword('alice', PASSWORD, { ntlm: true });
    await using started = await Endpoint.start({ users, listeners });
    const own = Object.values(networkInterfaces())
      .flat()
      .find((item) => item?.internal === false && item.family === 'IPv4');
    if (own === undefined) return; // this machine has no other address to come from
    const answer = await fetch(`http://${own.address}:${started.address.port}/wsman`, { method: 'POST' });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Negotiate');
    const basic = { Authorization: `Basic ${Buffer.from(`alice:${PASSWORD}`).toString('base64')}` };
    const refused = await fetch(`http://${own.address}:${started.address.port}/wsman`, {
      method: 'POST',
      headers: basic,
    });
    expect(refused.status).toBe(401);
  });
});

describe('a lockout', () => {
  it('refuses the right password too, and ends by itself', () => {
    let now = 0;
    const delay = new LoginDelay({
      baseMs: 0,
      now: () => now,
      lockout: { failures: 3, durationMs: 60_000, per: 'userAndAddress' },
    });
    for (let attempt = 0; attempt < 3; attempt += 1) delay.failed(`DOMAIN${attempt}\\alice`, '10.0.0.1');
    expect(delay.locked('Alice', '10.0.0.1')).toBe(true);
    expect(delay.locked('alice', '10.0.0.2')).toBe(false); // a stranger cannot lock her out elsewhere
    now = 60_001;
    expect(delay.locked('alice', '10.0.0.1')).toBe(false);
  });
});
