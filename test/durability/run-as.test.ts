/** [issue 6] Sessions as the operating system user who logged in. Only root can show it: elsewhere it is skipped aloud. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { guidFromRandom } from '../../src/protocol/bytes/index.js';
import { ResourceUri, WsmanClient } from '../../src/protocol/wsman/index.js';
import { Endpoint, sessionConfiguration, type EndpointOptions } from '../../src/server/index.js';
import { systemAccount } from '../../src/server/accounts/system-account.js';
import { directPost, eventually, operate, SessionProbe } from '../../src/server/test-support/wsman-probe.js';
import { buildHostProgram } from '../support/host-program.js';

vi.setConfig({ testTimeout: 120_000 });

const isRoot = process.getuid?.() === 0;
const nobody = isRoot ? await systemAccount('nobody') : undefined;
const daemon = isRoot ? await systemAccount('daemon') : undefined;
const possible = nobody !== undefined && daemon !== undefined;
if (!possible)
  console.warn('sessions as their caller: SKIPPED, this is not root or lacks the accounts nobody and daemon');

let folder: string;
let hostProgram: readonly string[];
const running: Endpoint[] = [];

beforeAll(async () => {
  hostProgram = await buildHostProgram();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'psr-'));
});
afterEach(async () => {
  const pids = processes();
  await Promise.all(running.splice(0).map((endpoint) => endpoint.close({ drainMs: 0 })));
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has gone by itself.
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

function processes(): readonly number[] {
  const hosts = path.join(folder, 'hosts');
  if (!existsSync(hosts)) return [];
  return readdirSync(hosts)
    .filter((name) => name.endsWith('.json'))
    .map((name) => (JSON.parse(readFileSync(path.join(hosts, name), 'utf8')) as { processId: number }).processId);
}

const asCaller = sessionConfiguration({
  name: 'Microsoft.PowerShell',
  runspace: { kind: 'embedded', runAs: 'caller' },
});

async function start(options: Partial<EndpointOptions> = {}): Promise<Endpoint> {
  const endpoint = await Endpoint.start({
    listeners: [],
    users: { verify: () => Promise.resolve({ ok: false, reason: 'unknownUser' }) },
    durability: { stateFolder: folder, runtimeFolder: path.join(folder, 'run'), hostProgram },
    configurations: [asCaller],
    ...options,
  });
  running.push(endpoint);
  return endpoint;
}
const probe = (endpoint: Endpoint, user: string, more: Partial<{ poolId: string }> = {}): SessionProbe =>
  new SessionProbe(directPost(endpoint.handle, { user }), more as ConstructorParameters<typeof SessionProbe>[1]);
const lines = async (session: SessionProbe, script: string): Promise<readonly unknown[]> =>
  (await session.invoke(script)).output;

describe.skipIf(!possible)('an embedded session as its caller', () => {
  it('has his real user, groups, environment and folder, in a process that is his for good', async () => {
    process.env['ENDPOINT_SECRET'] = 'of the endpoint';
    try {
      const session = await probe(await start(), 'nobody').open();
      expect(await lines(session, 'id -u; id -g; id -G')).toEqual([
        String(nobody?.uid),
        String(nobody?.gid),
        String(nobody?.gid),
      ]);
      expect(await lines(session, '$env:HOME; $env:USER; "[$env:ENDPOINT_SECRET][$env:UV_USE_IO_URING]"')).toEqual([
        nobody?.home,
        'nobody',
        '[][]',
      ]);
      const [pid] = await lines(session, '$PID');
      const status = readFileSync(`/proc/${Number(pid)}/status`, 'utf8');
      const uid = nobody?.uid;
      // Real, effective, saved, file system. [proc(5)]
      expect(status).toMatch(new RegExp(`^Uid:\\s${uid}\\s${uid}\\s${uid}\\s${uid}$`, 'm'));
      expect(status).toMatch(/^CapEff:\s0+$/m);
    } finally {
      delete process.env['ENDPOINT_SECRET'];
    }
  });

  it('shares its process with no other user, and its socket is closed to him and to others', async () => {
    const endpoint = await start();
    const sessions = [await probe(endpoint, 'nobody').open(), await probe(endpoint, 'daemon').open()];
    const pids = await Promise.all(sessions.map((session) => lines(session, '$PID; id -u')));
    expect(pids.map(([, uid]) => uid)).toEqual([String(nobody?.uid), String(daemon?.uid)]);
    expect(pids[0]?.[0]).not.toBe(pids[1]?.[0]);
    const run = path.join(folder, 'run');
    expect(statSync(run).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(run)) {
      expect(statSync(path.join(run, name))).toMatchObject({ uid: 0 });
      expect(statSync(path.join(run, name)).mode & 0o777).toBe(0o600);
    }
    const [first] = sessions;
    if (first === undefined) return;
    expect(await lines(first, `/bin/sh -c 'ls ${run} >/dev/null 2>&1; echo $?'`)).toEqual(['2']);
  });

  it('is found again by the next endpoint', async () => {
    const endpoint = await start();
    const session = await probe(endpoint, 'nobody').open();
    await session.invoke('$x = 7');
    await session.disconnect();
    running.splice(0);
    await endpoint.close({ drainMs: 0 });
    const again = probe(await start(), 'nobody', { poolId: session.poolId });
    await again.connect();
    expect(await lines(again, '$x; id -u')).toEqual([7, String(nobody?.uid)]);
  });

  it.runIf(process.platform === 'linux')(
    'is written down in a folder of his that he cannot enter; what its host leaves when it dies is received, once',
    async () => {
      const endpoint = await start();
      const session = await probe(endpoint, 'nobody').open();
      const [pid] = await lines(session, '$PID');
      const [spool = ''] = readdirSync(path.join(folder, 'spool'));
      const place = path.join(folder, 'spool', spool);
      expect(statSync(place)).toMatchObject({ uid: nobody?.uid });
      expect(statSync(place).mode & 0o777).toBe(0o700);
      expect(readdirSync(place)).toEqual([`${session.poolId}.log`]);
      expect(await lines(session, `/bin/sh -c 'ls ${place} >/dev/null 2>&1; echo $?'`)).toEqual(['2']);
      const id = await session.start('1..3; Start-Sleep 600');
      await eventually('its output waits', async () => ((await endpoint.shells())[0]?.bufferedBytes ?? 0) > 0);
      await session.disconnect();
      process.kill(Number(pid), 'SIGKILL');
      await eventually('its host is gone', () => !existsSync(`/proc/${Number(pid)}/cmdline`));
      // Asked for meanwhile, it is waited for.
      const again = probe(endpoint, 'nobody', { poolId: session.poolId });
      await again.connect([id]);
      const { output, error } = await again.receive(id);
      expect(output).toEqual([1, 2, 3]);
      expect(error?.exception.message ?? '').toMatch(/ended unexpectedly|^$/);
      for (const { shellId } of await endpoint.shells()) endpoint.removeShell(shellId);
      await eventually('nothing of it is left', () => readdirSync(place, { withFileTypes: true }).length === 0);
    },
  );

  it.runIf(process.platform === 'linux')(
    'is taken up by the next endpoint too, when its host died before',
    async () => {
      const endpoint = await start();
      const session = await probe(endpoint, 'nobody').open();
      const [pid] = await lines(session, '$PID');
      await session.start('1..3; Start-Sleep 600');
      await eventually('its output waits', async () => ((await endpoint.shells())[0]?.bufferedBytes ?? 0) > 0);
      running.splice(0);
      await endpoint.close({ drainMs: 0 });
      process.kill(Number(pid), 'SIGKILL');
      const next = await start();
      const [shell] = await next.shells();
      expect(shell).toMatchObject({ owner: 'nobody', shellId: session.poolId, brokenReason: expect.any(String) });
      expect(shell?.bufferedBytes).toBeGreaterThan(0);
    },
  );

  it('is refused for root and for names that the system does not know', async () => {
    const endpoint = await start();
    await expect(probe(endpoint, 'root').open()).rejects.toThrow(/nobody becomes root/);
    await expect(probe(endpoint, 'no-such-user').open()).rejects.toThrow(/knows no such user/);
  });
});

describe.skipIf(!possible)('a cmd shell as its caller', () => {
  const cmdShell = { enabled: true, allowedUsers: [], allowedGroups: [], runAs: 'caller' } as const;
  const wsman = new WsmanClient({
    connectionUri: 'http://testhost:5985/wsman',
    random: (count) => new Uint8Array(randomBytes(count)),
    resourceUri: ResourceUri.cmd,
  });

  async function run(endpoint: Endpoint, user: string, commandText: string): Promise<string> {
    const post = directPost(endpoint.handle, { user });
    const { shellId } = await operate(post, wsman.createShell({ resourceUri: ResourceUri.cmd }));
    const ref = { shellId, resourceUri: ResourceUri.cmd };
    const commandId = guidFromRandom(randomBytes(16));
    await operate(post, wsman.startCommand(ref, { commandId, commandText, arguments: [], skipCmdShell: false }));
    const channel = wsman.receive(ref, commandId, ['stdout', 'stderr']);
    let text = '';
    while (channel.request !== undefined) {
      const { status, body } = await post(channel.request);
      for (const event of channel.receiveAnswer(status, body)) {
        if (event.type === 'data') text += Buffer.from(event.data).toString('utf8');
      }
    }
    return text;
  }

  it('runs programs as him, with his environment', async () => {
    const endpoint = await start({ cmdShell });
    expect(await run(endpoint, 'nobody', 'id -u; echo $HOME $USER; pwd')).toBe(
      `${nobody?.uid}\n${nobody?.home} nobody\n${existsSync(nobody?.home ?? '') ? nobody?.home : '/'}\n`,
    );
    expect(await run(endpoint, 'daemon', 'id -u')).toBe(`${daemon?.uid}\n`);
  });

  it('does not let its PowerShell lines run as the endpoint where the configuration says otherwise', async () => {
    const endpoint = await start(); // the cmd shell is the endpoint's, the configuration is the caller's
    const encoded = Buffer.from('id -u', 'utf16le').toString('base64');
    expect(await run(endpoint, 'nobody', `powershell -EncodedCommand ${encoded}`)).toMatch(
      /cannot run as 'nobody': this process is not his/,
    );
    const both = await run(await startBeside({ cmdShell }), 'nobody', `powershell -EncodedCommand ${encoded}`);
    expect(both.trim()).toBe(String(nobody?.uid));
  });
});

/** The endpoint before it leaves first: two cannot hold the same folders. */
async function startBeside(options: Partial<EndpointOptions>): Promise<Endpoint> {
  await Promise.all(running.splice(0).map((endpoint) => endpoint.close({ drainMs: 0 })));
  return await start(options);
}

describe('without session hosts', () => {
  it.each<[string, Partial<EndpointOptions>]>([
    ['embedded sessions', {}],
    [
      'cmd shells',
      { configurations: [], cmdShell: { enabled: true, allowedUsers: [], allowedGroups: [], runAs: 'caller' } },
    ],
  ])('%s as their caller are refused at the start', async (_, options) => {
    const { durability: _d, ...rest } = { durability: undefined, ...options };
    const configurations =
      options.configurations === undefined ? [asCaller] : [sessionConfiguration({ name: 'Microsoft.PowerShell' })];
    await expect(
      Endpoint.start({
        listeners: [],
        users: { verify: () => Promise.resolve({ ok: false, reason: 'unknownUser' }) },
        ...rest,
        configurations,
      }),
    ).rejects.toThrow(/"runAs": "caller".*without --in-process/);
  });
});
