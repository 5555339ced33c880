/** `pssession serve` as systemd drives it: SIGHUP reads the configuration again, SIGTERM lets answers under way end. */
import { execFileSync, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsersFile } from '../../src/server/index.js';
import { eventually, httpPost, SessionProbe } from '../../src/server/test-support/wsman-probe.js';
import { startProcess, type TestProcess } from '../support/processes.js';

vi.setConfig({ testTimeout: 120_000 });

const MAIN = path.resolve('dist/cli/main.js');
const ready = process.platform !== 'win32' && existsSync(MAIN);
if (!ready) console.warn('reload of `pssession serve`: SKIPPED, it needs a built program (npm run build)');

let folder: string;
let server: TestProcess | undefined;
const file = (name: string): string => path.join(folder, name);

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pse-'));
  const users = new UsersFile(file('users.json'), { cost: { ln: 10, r: 8, p: 1 } });
  await users.add('alice', 'a');
});
afterEach(async () => {
  await server?.stop(0);
  const hosts = file('state/hosts');
  for (const name of existsSync(hosts) ? readdirSync(hosts).filter((each) => each.endsWith('.json')) : []) {
    const { processId } = JSON.parse(readFileSync(path.join(hosts, name), 'utf8')) as { readonly processId: number };
    try {
      process.kill(processId, 'SIGKILL');
    } catch {
      // It has gone by itself.
    }
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

function configure(more: Readonly<Record<string, unknown>>): void {
  const listeners = [{ address: '127.0.0.1', port: 0 }];
  writeFileSync(
    file('config.json'),
    JSON.stringify({ listeners, usersFile: 'users.json', auditFile: 'audit.log', ...more }),
  );
}
async function serve(
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly url: string; readonly program: TestProcess }> {
  const words = ['serve', '--config', file('config.json'), '--state', file('state'), '--ready-json'];
  const program = startProcess([process.execPath, MAIN, ...words], { env: { ...process.env, ...environment } });
  server = program;
  const { url } = JSON.parse((await program.nextLine()) ?? '') as { readonly url: string };
  return { url, program };
}
const alice = (url: string): SessionProbe => new SessionProbe(httpPost(url, 'alice', 'a'));
const events = (): string[] =>
  readFileSync(file('audit.log'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly event: string }).event);

describe.skipIf(!ready)('pssession serve', () => {
  it('takes up a changed configuration at SIGHUP, refuses a wrong one, and its sessions live on', async () => {
    configure({});
    const { url, program } = await serve();
    const session = await alice(url).open();
    await session.invoke('$x = 7');

    configure({ quotas: { MaxShellsPerUser: 1 } });
    program.kill('SIGHUP');
    await eventually('it was read', () => Promise.resolve(events().includes('endpointReloaded')));
    await expect(alice(url).open()).rejects.toThrow(/MaxShellsPerUser/);

    configure({ quotas: { MaxShellsPerUser: 'many' } });
    program.kill('SIGHUP');
    await eventually('it was refused', () => Promise.resolve(events().includes('reloadRefused')));
    await eventually('it says why', () => Promise.resolve(/stays as it was: .*MaxShellsPerUser/.test(program.stderr)));
    await expect(alice(url).open()).rejects.toThrow(/MaxShellsPerUser/);
    expect((await session.invoke('$x')).output).toEqual([7]);
    await session.close();
  });

  it('ends at SIGTERM with the answer under way said, and its sessions are the next one’s', async () => {
    configure({});
    const first = await serve();
    const session = await alice(first.url).open();
    await session.invoke('$x = 7');
    const waiting = session.invoke('Start-Sleep -Milliseconds 300; $x').catch((error: unknown) => error);
    first.program.kill('SIGTERM');
    expect(await first.program.exited).toEqual({ code: 0, signal: null });
    await waiting;
    const second = await serve();
    const other = new SessionProbe(httpPost(second.url, 'alice', 'a'), { poolId: session.poolId });
    await eventually('nobody has it', async () => (await other.list())[0]?.state === 'Disconnected');
    await other.connect();
    expect((await other.invoke('$x + 1')).output).toEqual([8]);
    await other.close();
    expect(events().filter((event) => event === 'endpointStopped')).toHaveLength(1);
  });
});

describe.skipIf(!ready || process.platform !== 'linux')('a session of pssession serve', () => {
  it('has no secret of the endpoint in its environment, its command line, its log or its files', async () => {
    const secrets = { OTEL_EXPORTER_OTLP_HEADERS: 'x-token=token-k3pt', TEST_KEY_PASSPHRASE: 'phrase-k3pt' };
    const users = new UsersFile(file('users.json'), { cost: { ln: 10, r: 8, p: 1 } });
    await users.add('eve', 'password-k3pt');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = {
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: secrets.TEST_KEY_PASSPHRASE,
    } as const;
    writeFileSync(file('key.pem'), privateKey.export(pem));
    writeFileSync(file('plain.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const subject = ['-subj', '/CN=localhost', '-days', '2', '-key', file('plain.pem'), '-out', file('cert.pem')];
    execFileSync('openssl', ['req', '-x509', '-new', ...subject], { stdio: 'ignore' });
    const tls = { certificateFile: 'cert.pem', keyFile: 'key.pem', passphraseVariable: 'TEST_KEY_PASSPHRASE' };
    configure({
      listeners: [
        { address: '127.0.0.1', port: 0 },
        { address: '127.0.0.1', port: 0, tls },
      ],
    });
    const { url, program } = await serve({ ...secrets, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' });
    const post = httpPost(url, 'eve', 'password-k3pt');
    const session = await new SessionProbe(post).open();
    const said = await session.invoke(
      'Get-ChildItem env: | ForEach-Object { "$($_.Name)=$($_.Value)" }; sh -c env; cat /proc/$PID/environ /proc/$PID/cmdline',
    );
    expect(said.output.join('\n')).toMatch(/PATH=/);
    expect(said.output.join('\n')).not.toMatch(/k3pt/);
    await expect(new SessionProbe(httpPost(url, 'eve', 'wrong-k3pt')).open()).rejects.toThrow();
    // The keys are read again at a reload, from where they are kept.
    program.kill('SIGHUP');
    await eventually('it was read', () => Promise.resolve(events().includes('endpointReloaded')));
    const written = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^(?:config|key|plain)\./.test(entry.name))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'));
    expect(written.length).toBeGreaterThan(3);
    expect([...written, program.stderr].join('\n')).not.toMatch(/k3pt/);
    await session.close();
  });
});

/** Starts the program as systemd does with a socket unit: a listening socket as descriptor 3, and its own process id said. */
async function activated(
  address: string,
): Promise<{ readonly port: number; readonly said: Promise<string>; readonly end: () => Promise<void> }> {
  const socket = createServer().listen(0, address);
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  // Not in the types: Node's handle of a listening socket tells its descriptor.
  const { fd } = (socket as unknown as { readonly _handle: { readonly fd: number } })._handle;
  const words = [
    process.execPath,
    MAIN,
    'serve',
    '--config',
    file('config.json'),
    '--state',
    file('state'),
    '--ready-json',
  ];
  const child = spawn('/bin/sh', ['-c', 'LISTEN_PID=$$ LISTEN_FDS=1 exec "$@"', 'sh', ...words], {
    stdio: ['ignore', 'pipe', 'pipe', fd],
  });
  let said = '';
  const first = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes: Buffer) => {
        said += bytes.toString();
        if (said.includes('"addresses"')) resolve(said);
      });
    child.once('close', () => resolve(said));
  });
  socket.close(); // ours; the child has its own
  const ended = once(child, 'exit');
  return {
    port,
    said: first,
    async end() {
      if (child.exitCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}

describe.skipIf(!ready || process.platform !== 'linux')('a socket that was opened for pssession serve', () => {
  it('is served in the place of the first listener', async () => {
    configure({ sessions: { keep: 'process' } });
    const { port, said, end } = await activated('127.0.0.1');
    try {
      expect(await said).toMatch(new RegExp(`"port":${port}\\b`));
      const session = await alice(`http://127.0.0.1:${port}/wsman`).open();
      expect((await session.invoke('6 * 7')).output).toEqual([42]);
      await session.close();
    } finally {
      await end();
    }
  });

  it('that others on the network reach is refused without TLS, whatever address the configuration says', async () => {
    configure({ sessions: { keep: 'process' } });
    const { said, end } = await activated('0.0.0.0');
    try {
      expect(await said).toMatch(/listener on 0\.0\.0\.0:\d+ has no TLS/);
    } finally {
      await end();
    }
  });
});
