/** Kerberos with every kind of session key that a Windows domain gives: MIT's KDC and GSSAPI, and WinRM's sealed bodies. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptorCredential, KerberosClientContext, KerberosServerContext } from '../../src/io/transport/index.js';
import { openSealedBody, sealBody, splitSealedBody } from '../../src/protocol/http/index.js';
import { makeCertificates } from '../programs/interop/auth/certificates.js';
import { runOurClient } from '../programs/interop/auth/our-client.js';
import { PASSWORD, startOurEndpoint, USER } from '../programs/interop/auth/our-endpoint.js';
import { REALM, realmProblem, startRealm, type Realm } from '../programs/interop/auth/realm.js';

const problem = realmProblem();
if (problem !== undefined) console.warn(`kerberos: SKIPPED, ${problem}`);
const PROTOCOL = 'application/HTTP-Kerberos-session-encrypted';

/** Name, bytes of the signature part, bytes of padding. [RFC 4121, RFC 8009, RFC 4757] */
const KEYS = [
  ['aes256-cts-hmac-sha1-96', 16 + 16 + 12 + 16, 0],
  ['aes128-cts-hmac-sha256-128', 16 + 16 + 16 + 16, 0],
  ['aes256-cts-hmac-sha384-192', 16 + 16 + 24 + 16, 0],
  ['arcfour-hmac', undefined, 1],
] as const;

describe.skipIf(problem !== undefined).each(KEYS)('Kerberos with %s keys', (keyType, signatureBytes, padding) => {
  let folder: string;
  let realm: Realm;
  const before = { ...process.env };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pssession-keys-'));
    realm = await startRealm(path.join(folder, 'realm'), { [USER]: PASSWORD }, ['HTTP/localhost'], keyType);
    Object.assign(process.env, realm.environment);
  }, 60_000);
  afterAll(async () => {
    await realm[Symbol.asyncDispose]();
    for (const name of Object.keys(realm.environment)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    await rm(folder, { recursive: true, force: true });
  });

  it('seals bodies in both directions, of any length, and refuses an altered byte', async () => {
    const client = await KerberosClientContext.begin({
      service: 'HTTP/localhost',
      user: { principal: `${USER}@${REALM}`, password: PASSWORD },
    });
    const server = new KerberosServerContext({ credential: acceptorCredential(realm.keytab) });
    let token = client.step(undefined);
    while (!client.complete || !server.complete) {
      const answer = server.step(token);
      token = client.complete || answer === undefined ? undefined : client.step(answer);
    }
    expect(server.identity?.user).toBe(`${USER}@${REALM}`);
    for (const length of [1, 15, 16, 17, 1000, 300_001]) {
      for (const [from, to] of [
        [client, server],
        [server, client],
      ] as const) {
        const plain = Uint8Array.from({ length }, (_, index) => index % 251);
        const { body } = sealBody(plain, PROTOCOL, (part) => from.wrap(part));
        const [part] = splitSealedBody(body, PROTOCOL);
        expect(part?.plainLength).toBe(length + padding);
        expect(part?.sealed.length).toBe(length + padding);
        if (signatureBytes !== undefined) expect(part?.signature.length).toBe(signatureBytes);
        expect(Buffer.from(openSealedBody(body, PROTOCOL, (sealed) => to.unwrap(sealed))).equals(plain)).toBe(true);
      }
    }
    const { signature, sealed } = client.wrap(new TextEncoder().encode('<s:Envelope/>'));
    const altered = sealed.slice();
    altered[3] = (altered[3] ?? 0) ^ 1;
    expect(() => server.unwrap({ signature, sealed: altered })).toThrow(/Kerberos/);
    client.close();
    server.close();
  });

  it('logs our client in to our endpoint over http, sealed', async () => {
    const certificates = await makeCertificates(path.join(folder, 'certificates'), USER);
    await using endpoint = await startOurEndpoint(folder, certificates, realm);
    const login = {
      authentication: 'Kerberos',
      credential: { userName: `${USER}@${REALM}`, password: PASSWORD },
    } as const;
    expect(await runOurClient(endpoint.http, false, login)).toBe('42');
  });
});
