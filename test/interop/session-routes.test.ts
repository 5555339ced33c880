/** Ways to an endpoint that are not straight: a proxy, a certificate for another name, a jump host, PowerShell's own ssh. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invokeCommand, newPSSession, SessionContext } from '../../src/client/session/index.js';
import { createTestEndpoint, type TestEndpoint } from '../../src/testing/index.js';
import { peerAvailable, startPeer } from '../support/peer.js';
import { endAll, processesWith } from '../support/processes.js';
import { sshdAvailable, startSshd, type TestSshd } from '../support/sshd.js';

const MAIN = path.resolve('dist/cli/main.js');
const sshReady = sshdAvailable && existsSync(MAIN);
if (!sshReady) console.warn('routes over SSH: SKIPPED, they need sshd and a built program (npm run build)');
const folder = mkdtempSync(path.join(tmpdir(), 'psr-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('through an HTTP proxy, to a server whose certificate is for another name', () => {
  let endpoint: TestEndpoint;
  let proxy: Server;
  const asked: string[] = [];
  const before = process.env['https_proxy'];

  beforeAll(async () => {
    const [cert, key] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')];
    execFileSync(
      'openssl',
      `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=other.example -keyout ${key} -out ${cert}`.split(' '),
      { stdio: 'ignore' },
    );
    endpoint = await createTestEndpoint({
      listeners: [{ address: '127.0.0.1', port: 0, tls: { certificateFile: cert, keyFile: key } }],
    });
    proxy = createServer((_request, response) => response.writeHead(405).end());
    proxy.on('connect', (request, client) => {
      asked.push(request.url ?? '');
      const server = connect(endpoint.port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        server.pipe(client).pipe(server);
      });
      for (const each of [server, client]) each.on('error', () => server.destroy()).on('close', () => client.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const address = proxy.address();
    process.env['https_proxy'] = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
  });
  afterAll(async () => {
    if (before === undefined) delete process.env['https_proxy'];
    else process.env['https_proxy'] = before;
    proxy.closeAllConnections();
    proxy.close();
    await endpoint[Symbol.asyncDispose]();
  });

  const open = (context: SessionContext, skipCNCheck: boolean) =>
    newPSSession({
      context,
      computerName: 'server.example',
      useSSL: true,
      authentication: 'Basic',
      credential: { userName: endpoint.user, password: endpoint.password },
      sessionOption: { proxyAccessType: 'IEConfig', skipCACheck: true, skipCNCheck, maxConnectionRetryCount: 0 },
    }).collect();

  it('a session opens and runs with -SkipCNCheck; the proxy is asked for the name', async () => {
    await using context = new SessionContext();
    const { output, error } = await open(context, true);
    expect(error).toEqual([]);
    const [session] = output;
    if (session === undefined) throw new Error('no session');
    const result = await invokeCommand({ context, session, scriptBlock: '6 * 7' }).collect();
    expect(result.output).toMatchObject([{ base: 42 }]);
    expect(new Set(asked)).toEqual(new Set(['server.example:5986']));
  });
  it('without -SkipCNCheck it is refused, and the error names the switch', async () => {
    await using context = new SessionContext();
    const { error } = await open(context, false);
    expect(error[0]?.fullyQualifiedErrorId).toMatch(/,PSSessionOpenFailed$/);
    expect(error[0]?.message).toMatch(/SkipCNCheck/);
  });
});

describe.skipIf(!sshReady)('over ssh', () => {
  let sshd: TestSshd;
  const state = path.join(folder, 'state');
  beforeAll(async () => {
    sshd = await startSshd([process.execPath, MAIN, 'serve', '--stdio', '--state', state]);
  });
  afterAll(async () => {
    // The endpoint in the background and its session hosts have the folder in their command line.
    endAll(processesWith(state));
    await sshd[Symbol.asyncDispose]();
  });

  it('by a jump host, with a key file and options of ssh', { timeout: 60_000 }, async () => {
    const words = Object.entries(sshd.options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
    // What ProxyJump does; that one takes neither key nor options from the command line for its first leg.
    const jump = `ssh ${words.join(' ')} -i ${sshd.keyFilePath} -p ${sshd.port} -W %h:%p ${sshd.user}@127.0.0.1`;
    await using context = new SessionContext();
    const { output, error } = await newPSSession({
      context,
      hostName: '127.0.0.1',
      port: sshd.port,
      userName: sshd.user,
      keyFilePath: sshd.keyFilePath,
      options: { ...sshd.options, ProxyCommand: jump },
    }).collect();
    expect(error).toEqual([]);
    const [session] = output;
    if (session === undefined) throw new Error('no session');
    const result = await invokeCommand({ context, session, scriptBlock: '6 * 7' }).collect();
    expect(result.output).toMatchObject([{ base: 42 }]);
  });

  it.skipIf(!peerAvailable)(
    'serves New-PSSession and Invoke-Command of the real engine',
    { timeout: 120_000 },
    async () => {
      await using peer = await startPeer('eval');
      const options = Object.entries(sshd.options).map(([name, value]) => `${name} = '${value}'`);
      const script = `
      $s = New-PSSession -HostName 127.0.0.1 -Port ${sshd.port} -UserName '${sshd.user}' -KeyFilePath '${sshd.keyFilePath}' -Options @{ ${options.join('; ')} }
      "$($s.State) $($s.Availability)"
      Invoke-Command -Session $s { $n = 41 }
      try { Invoke-Command -Session $s -ArgumentList x { $n + 1; $args[0]; throw 'no way' } } catch { "thrown: $_" }
      Remove-PSSession $s`;
      const answer = await peer.ask({ script, timeoutMs: 90_000 }, 100_000);
      expect(JSON.stringify(answer['errors'])).toBe('[]');
      expect(JSON.stringify(answer['output'])).toMatch(/Opened Available.*42.*x.*thrown: no way/);
    },
  );
});
