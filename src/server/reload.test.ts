/** A running endpoint that is told another configuration: what changes, what goes on, and what refuses. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsersFile } from './accounts/users-file.js';
import { DEFAULT_CONFIGURATION_QUOTAS } from './configuration/quotas.js';
import { sessionConfiguration } from './configuration/session-configuration.js';
import { Endpoint } from './endpoint.js';
import type { EndpointOptions } from './endpoint-options.js';
import type { AuditRecord } from './gate/audit.js';
import { httpPost, rawRequest, SessionProbe } from './test-support/wsman-probe.js';

let folder: string;
let users: UsersFile;
const audit: AuditRecord[] = [];
const running: Endpoint[] = [];
const COST = { ln: 10, r: 8, p: 1 };

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'psl-'));
  users = new UsersFile(path.join(folder, 'users.json'), { cost: COST });
  await users.add('alice', 'a');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((endpoint) => endpoint.close({ drainMs: 0 })));
  audit.length = 0;
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<EndpointOptions> = {}): Promise<Endpoint> {
  const endpoint = await Endpoint.start({
    listeners: [{ port: 0 }],
    users,
    audit: (record) => audit.push(record),
    failedLoginDelayMs: 0,
    ...options,
  });
  running.push(endpoint);
  return endpoint;
}
const alice = (endpoint: Endpoint, options = {}): SessionProbe =>
  new SessionProbe(httpPost(endpoint.address.url, 'alice', 'a'), options);
const same = { listeners: [{ port: 0 }], failedLoginDelayMs: 0 };
const named = (...names: readonly string[]) => names.map((name) => sessionConfiguration({ name }));
const uri = (name: string): string => `http://schemas.microsoft.com/powershell/${name}`;

/** A self-signed certificate for 127.0.0.1 and its key. */
function certificate(name: string): { readonly certificateFile: string; readonly keyFile: string } {
  const [certificateFile, keyFile] = [path.join(folder, 'server.pem'), path.join(folder, 'server.key')];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'].concat([
      '-subj',
      `/CN=${name}`,
      '-keyout',
      keyFile,
      '-out',
      certificateFile,
    ]),
    { stdio: 'ignore' },
  );
  return { certificateFile, keyFile };
}
const shownName = (port: number): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const socket: TLSSocket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().subject.CN);
      socket.end();
    });
    socket.once('error', reject);
  });

describe('a listener whose certificate is none', () => {
  it('names the file, at the start too', async () => {
    const [certificateFile, keyFile] = [path.join(folder, 'bad.pem'), path.join(folder, 'bad.key')];
    for (const file of [certificateFile, keyFile]) writeFileSync(file, 'no certificate');
    await expect(start({ listeners: [{ port: 0, tls: { certificateFile, keyFile } }] })).rejects.toMatchObject({
      message: expect.stringContaining(`The certificate in '${certificateFile}' and its key cannot be used`),
    });
  });
});

describe('an endpoint that is told another configuration', () => {
  it('offers the new session configurations, and its sessions of an old one go on', async () => {
    const endpoint = await start({ configurations: named('Old') });
    const session = await alice(endpoint, { resourceUri: uri('Old') }).open();
    await session.invoke('$x = 7');
    expect(await endpoint.reload({ ...same, configurations: named('New') })).toEqual([]);
    expect((await session.invoke('$x')).output).toEqual([7]);
    await expect(alice(endpoint, { resourceUri: uri('Old') }).open()).rejects.toThrow(/no session configuration/i);
    expect((await (await alice(endpoint, { resourceUri: uri('New') }).open()).invoke('1')).output).toEqual([1]);
    expect(audit.map(({ event }) => event)).toContain('endpointReloaded');
  });

  it('counts against the new limits', async () => {
    const endpoint = await start();
    const first = await alice(endpoint).open();
    await endpoint.reload({ ...same, quotas: { MaxShellsPerUser: 1 } });
    await expect(alice(endpoint).open()).rejects.toThrow(/maximum number of 1 concurrent shells/);
    await endpoint.reload({
      ...same,
      configurations: [
        sessionConfiguration({
          name: 'Microsoft.PowerShell',
          quotas: { ...DEFAULT_CONFIGURATION_QUOTAS, MaxIdleTimeoutms: 120_000, IdleTimeoutms: 60_000 },
        }),
      ],
    });
    await (await alice(endpoint).open()).close();
    const idle = (await endpoint.shells()).map(({ idleTimeoutMs }) => idleTimeoutMs);
    expect(idle).toEqual([7_200_000]); // the first one keeps what it was made with
    await first.close();
  });

  it('takes accounts from another file', async () => {
    const endpoint = await start();
    const others = new UsersFile(path.join(folder, 'others.json'), { cost: COST });
    await others.add('bob', 'b');
    await endpoint.reload({ ...same, users: others });
    await expect(alice(endpoint).open()).rejects.toThrow(/401/);
    await new SessionProbe(httpPost(endpoint.address.url, 'bob', 'b')).open();
  });

  it('shows a renewed certificate to new connections, and does not cut those that are open', async () => {
    const tls = certificate('first');
    const listeners = [{ port: 0, tls }];
    const endpoint = await start({ listeners });
    const { port } = endpoint.address;
    expect(await shownName(port)).toBe('first');
    const agent = new Agent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: false });
    // A 401 leaves the connection open.
    const ask = (): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const headers = { 'Content-Length': 0 };
        const asked = request({ port, host: '127.0.0.1', path: '/wsman', method: 'POST', headers, agent }, (answer) => {
          const own = asked.socket?.localPort;
          answer.resume().once('end', () => resolve(own));
        });
        asked.once('error', reject).end();
      });
    const before = await ask();
    certificate('second');
    await endpoint.reload({ ...same, listeners });
    expect(await shownName(port)).toBe('second');
    expect(await ask()).toBe(before);
    agent.destroy();
  });

  it.each<[string, (endpoint: Endpoint) => Promise<unknown>, RegExp]>([
    [
      'a certificate that does not fit its key',
      (endpoint) => {
        const tls = certificate('good');
        writeFileSync(tls.keyFile, readFileSync(tls.certificateFile));
        return endpoint.reload({ listeners: [{ port: 0, tls }], configurations: named('New') });
      },
      /certificate in .* cannot be used/,
    ],
    [
      'a default configuration that is not there',
      (endpoint) => endpoint.reload({ ...same, configurations: named('New'), defaultConfiguration: 'None' }),
      /no session configuration 'None'/,
    ],
    [
      'a users file that is none',
      (endpoint) => {
        const file = path.join(folder, 'bad.json');
        writeFileSync(file, '{ "version": 1, "users": 5 }', { mode: 0o600 });
        return endpoint.reload({ ...same, users: new UsersFile(file), configurations: named('New') });
      },
      /users/,
    ],
  ])('refuses %s, and stays as it was', async (_, reload, text) => {
    const tls = certificate('kept');
    const endpoint = await start({ listeners: [{ port: 0, tls }], configurations: named('Old') });
    await expect(reload(endpoint)).rejects.toThrow(text);
    expect(await shownName(endpoint.address.port)).toBe('kept');
    expect(await endpoint.shells()).toEqual([]);
    expect(audit.map(({ event }) => event)).not.toContain('endpointReloaded');
  });

  it('says what waits for the next start', async () => {
    const endpoint = await start();
    const later = await endpoint.reload({
      listeners: [{ port: 1 }],
      quotas: { MaxPacketRetrievalTimeSeconds: 5 },
      failedLoginDelayMs: 0,
    });
    expect(later).toEqual(['listeners', 'MaxPacketRetrievalTimeSeconds']);
    expect((await rawRequest(endpoint.address.url, { method: 'GET' })).status).toBe(405);
  });
});

describe('a reload that would open a listener to the network', () => {
  it('is refused: without sealing, a plain listener beyond loopback is not served', async () => {
    await users.setPassword('alice', 'a', { ntlm: true });
    const endpoint = await start({ listeners: [{ address: '0.0.0.0', port: 0 }] });
    const listeners = [{ address: '0.0.0.0', port: 0 }];
    expect(await endpoint.reload({ ...same, listeners })).toEqual([]);
    await users.setPassword('alice', 'a', { ntlm: false });
    await expect(endpoint.reload({ ...same, listeners })).rejects.toThrow(/has no TLS/);
  });
});
