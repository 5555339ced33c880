/** Sessions in hosts of their own: the endpoint goes and comes back, a host dies, all die, and nothing is lost. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildHostProgram } from '../support/host-program.js';
import {
  DEFAULT_CONFIGURATION_QUOTAS,
  Endpoint,
  sessionConfiguration,
  type EndpointOptions,
} from '../../src/server/index.js';
import {
  getPSSession,
  invokeCommand,
  newPSSession,
  PSCredential,
  receivePSSession,
  removePSSession,
  SessionContext,
} from '../../src/client/session/index.js';
import { HostConnection } from '../../src/server/hosting/host-connection.js';
import { directPost, eventually, httpPost, SessionProbe } from '../../src/server/test-support/wsman-probe.js';

// Each test starts programs; on a machine that does much else that takes its time.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let hostProgram: readonly string[];
const running: Endpoint[] = [];
const killed = new Set<number>();

beforeAll(async () => {
  hostProgram = await buildHostProgram();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'psd-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((endpoint) => endpoint.close({ drainMs: 0 })));
  for (const name of entries()) kill(pidOf(name));
  rmSync(folder, { recursive: true, force: true });
});

function entries(): readonly string[] {
  try {
    return readdirSync(path.join(folder, 'hosts')).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}
function pidOf(name: string): number {
  const text = readFileSync(path.join(folder, 'hosts', name), 'utf8');
  return (JSON.parse(text) as { readonly processId: number }).processId;
}

function kill(pid: number): void {
  if (pid <= 0 || killed.has(pid) || pid === process.pid) return;
  killed.add(pid);
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone by itself.
  }
}

async function start(options: Partial<EndpointOptions> = {}): Promise<Endpoint> {
  const endpoint = await Endpoint.start({
    listeners: [],
    users: { verify: () => Promise.resolve({ ok: false, reason: 'unknownUser' }) },
    durability: { stateFolder: folder, runtimeFolder: path.join(folder, 'run'), hostProgram },
    ...options,
  });
  running.push(endpoint);
  return endpoint;
}

/** The listener goes as if it were killed: nothing is told to the hosts. */
async function leave(endpoint: Endpoint): Promise<void> {
  running.splice(running.indexOf(endpoint), 1);
  await endpoint.close({ drainMs: 0 });
}

const probe = (endpoint: Endpoint, options: ConstructorParameters<typeof SessionProbe>[1] = {}): SessionProbe =>
  new SessionProbe(directPost(endpoint.handle, { user: 'tester' }), options);

const hostPid = (): number => {
  const [name] = entries();
  if (name === undefined) throw new Error('there is no host');
  return pidOf(name);
};
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('a session in a host of its own', () => {
  it('runs outside the endpoint, in a process that only this account reaches', async () => {
    const endpoint = await start();
    const session = await probe(endpoint).open();
    expect((await session.invoke('1..3')).output).toEqual([1, 2, 3]);
    const pid = hostPid();
    expect(pid).not.toBe(process.pid);
    const [socket = ''] = readdirSync(path.join(folder, 'run'));
    expect(statSync(path.join(folder, 'run')).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, 'run', socket)).mode & 0o777).toBe(0o600);
    for (const name of ['hosts', 'spool']) expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o700);
    const files = ['hosts', 'spool', 'run'].flatMap((name) =>
      readdirSync(path.join(folder, name), { recursive: true, encoding: 'utf8' }).map((each) =>
        path.join(folder, name, each),
      ),
    );
    // What a host is found by, what it said, the sockets of both, and what is written down of the session.
    expect(files.map((each) => path.extname(each)).sort()).toEqual(['', '.json', '.log', '.log', '.sock', '.sock']);
    for (const each of files) {
      const { mode } = statSync(each);
      expect([each, mode & 0o077]).toEqual([each, 0]);
    }
    await session.close();
    expect(await session.list()).toEqual([]);
  });

  it('is found again by the next endpoint, with its variables, and served at once', async () => {
    const first = await start();
    const session = await probe(first).open();
    await session.invoke('$x = 7');
    const pid = hostPid();
    await leave(first);
    expect(isAlive(pid)).toBe(true);
    const second = await start();
    // The same client goes on: for it a connection was cut.
    const same = new SessionProbe(directPost(second.handle, { user: 'tester' }), {
      poolId: session.poolId,
      sessionId: session.wsman.sessionId,
    });
    expect((await same.list()).map(({ shellId }) => shellId.toLowerCase())).toEqual([session.poolId]);
    await eventually(
      'the session counts as disconnected',
      async () => (await same.list())[0]?.state === 'Disconnected',
    );
    const other = probe(second, { poolId: session.poolId });
    await other.connect();
    expect((await other.invoke('$x')).output).toEqual([7]);
  });

  it('is left by a client that died without waiting for anything, whose connections are all the endpoint knows of', async () => {
    const verify: EndpointOptions['users']['verify'] = (user) =>
      Promise.resolve({ ok: true, account: { user, groups: [], administrator: false } });
    const endpoint = await start({ listeners: [{ port: 0 }], users: { verify } });
    const agent = new Agent({ keepAlive: true });
    const session = await new SessionProbe(httpPost(endpoint.address.url, 'tester', 'x', agent)).open();
    await session.start('1..3');
    agent.destroy();
    const looker = probe(endpoint);
    await eventually('it is Disconnected', async () => (await looker.list())[0]?.state === 'Disconnected');
    const second = probe(endpoint, { poolId: session.poolId });
    await second.connect();
    await second.close();
  });

  it('of a restricted configuration is restricted in its host, and under the next endpoint', async () => {
    const file = path.join(folder, 'ops.pssc');
    writeFileSync(
      file,
      "@{ SchemaVersion = '2.0.0.0'; SessionType = 'Empty'; RoleDefinitions = @{ ada = @{ VisibleCmdlets = 'Get-Date' } } }",
    );
    const configurations = [sessionConfiguration({ name: 'Microsoft.PowerShell', configurationFile: file })];
    const as = (endpoint: Endpoint, user: string): SessionProbe =>
      new SessionProbe(directPost(endpoint.handle, { user }));
    const first = await start({ configurations });
    const ada = await as(first, 'ada').open();
    const bob = await as(first, 'bob').open();
    const id = async (session: SessionProbe, script: string): Promise<string | undefined> =>
      (await session.invoke(script)).error?.fullyQualifiedErrorId;
    expect(await id(ada, '1')).toBe('ScriptsNotAllowed');
    expect(await id(bob, '1')).toBe('ScriptsNotAllowed');
    await leave(first);
    const second = await start({ configurations });
    const again = new SessionProbe(directPost(second.handle, { user: 'ada' }), { poolId: ada.poolId });
    await ada.disconnect().catch(() => undefined);
    await eventually('it is left', async () => (await second.shells()).every(({ state }) => state === 'Disconnected'));
    await again.connect([]);
    expect(await id(again, '1')).toBe('ScriptsNotAllowed');
  });

  it('is not started for whom the configuration is not: no process is made for him', async () => {
    const endpoint = await start({
      configurations: [sessionConfiguration({ name: 'Microsoft.PowerShell', allowedUsers: ['ada'] })],
    });
    const bob = new SessionProbe(directPost(endpoint.handle, { user: 'bob' }));
    await expect(bob.open()).rejects.toMatchObject({ code: 5 });
    expect(readdirSync(path.join(folder, 'hosts'))).toEqual([]);
    await new SessionProbe(directPost(endpoint.handle, { user: 'ada' })).open();
    expect(entries()).toHaveLength(1);
  });

  it.skipIf(process.platform === 'win32')('is refused where others may enter its folders', async () => {
    for (const name of ['run', 'hosts', 'spool']) {
      mkdirSync(path.join(folder, name), { recursive: true });
      chmodSync(path.join(folder, name), 0o755);
      await expect(start()).rejects.toMatchObject({ errorId: 'FolderNotPrivate' });
      rmSync(path.join(folder, name), { recursive: true });
    }
  });

  it('takes no path for an id, for a configuration or for a name', async () => {
    const endpoint = await start();
    const post = directPost(endpoint.handle, { user: 'tester' });
    const session = await probe(endpoint).open({ name: '../../../evil-name' });
    const outside = mkdtempSync(path.join(tmpdir(), 'psd-out-'));
    onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
    const up = path.relative(path.join(folder, 'spool', '12345678'), path.join(outside, 'evil'));
    const fresh = probe(endpoint);
    fresh.pool.open();
    const creationData = fresh.pool.poolBytesToSend(100_000) ?? new Uint8Array();
    const create = fresh.wsman.createShell({ shellId: fresh.poolId, creationData }).request;
    const text = new TextDecoder().decode(create);
    const id = fresh.poolId.toUpperCase();
    expect(text).toContain(`ShellId="${id}"`);
    expect(text).toContain('/powershell/Microsoft.PowerShell');
    for (const changed of [
      text.replace(id, up),
      text.replace(id, `${id}/../${up}`),
      text.replace(id, `${id}\u0000`),
      text.replace('/powershell/Microsoft.PowerShell', `/powershell/${up}`),
      text.replace('/powershell/Microsoft.PowerShell', '/powershell/Microsoft.PowerShell/../../x'),
    ]) {
      const { status } = await post(new TextEncoder().encode(changed));
      expect(status, changed.slice(0, 300)).toBe(500);
    }
    expect(readdirSync(outside)).toEqual([]);
    expect((await endpoint.shells()).map(({ shellId }) => shellId)).toEqual([session.poolId]);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => /evil/.test(name))).toEqual([]);
  });

  it('with a drive of its user has it in its host, and each account has one of its own', async () => {
    vi.stubEnv('XDG_DATA_HOME', path.join(folder, 'data'));
    onTestFinished(() => void vi.unstubAllEnvs());
    const file = path.join(folder, 'drive.pssc');
    writeFileSync(
      file,
      "@{ SchemaVersion = '2.0.0.0'; SessionType = 'RestrictedRemoteServer'; LanguageMode = 'FullLanguage'; MountUserDrive = $true }",
    );
    const endpoint = await start({
      configurations: [sessionConfiguration({ name: 'Microsoft.PowerShell', configurationFile: file })],
    });
    const as = (user: string): Promise<SessionProbe> => new SessionProbe(directPost(endpoint.handle, { user })).open();
    const [ada, bob] = [await as('ada'), await as('bob')];
    const write = 'PSCopyToSessionHelper -copyToFilePath User:/a.txt -b64Fragment YWRh -createFile';
    expect((await ada.invoke(write)).error).toBeUndefined();
    const drives = path.join(folder, 'data', 'pssession', 'drives');
    expect(readFileSync(path.join(drives, 'ada', 'a.txt'), 'utf8')).toBe('ada');
    expect(statSync(path.join(drives, 'ada', 'a.txt')).mode & 0o777).toBe(0o600);
    const exists = '(PSCopyRemoteUtils -pathToValidate User:/a.txt).Exists';
    expect((await ada.invoke(exists)).output).toEqual([true]);
    expect((await bob.invoke(exists)).output).toEqual([false]);
  });

  it('is listed without a question to the hosts of others, unless they let be watched', async () => {
    const endpoint = await start();
    await probe(endpoint).open();
    const foreign = await new SessionProbe(directPost(endpoint.handle, { user: 'ada' })).open();
    const asked = vi.spyOn(HostConnection.prototype, 'listings');
    onTestFinished(() => asked.mockRestore());
    const listed = async (user: string, administrator = false): Promise<readonly [shells: number, hosts: number]> => {
      asked.mockClear();
      const shells = await new SessionProbe(directPost(endpoint.handle, { user, administrator })).list();
      return [shells.length, asked.mock.calls.length];
    };
    expect(await listed('tester')).toEqual([1, 1]);
    expect(await listed('nobody-here')).toEqual([0, 0]);
    expect(await listed('root', true)).toEqual([2, 2]);
    await foreign.run(foreign.wsman.setWatchers(foreign.ref, ['eve']));
    // To watch is asked for apart: an ordinary list has it no more than before, but its host has to say so.
    expect(await listed('eve')).toEqual([0, 1]);
    await foreign.run(foreign.wsman.setWatchers(foreign.ref, []));
    await eventually('its host says that nobody may watch', async () => (await listed('eve'))[1] === 0);
    // What was said before the endpoint came is in the welcome.
    await foreign.run(foreign.wsman.setWatchers(foreign.ref, ['eve']));
    await leave(endpoint);
    const next = await start();
    asked.mockClear();
    expect(await new SessionProbe(directPost(next.handle, { user: 'eve' })).list()).toEqual([]);
    expect(asked.mock.calls.length).toBe(1);
  });

  it('shares its host with those of the same owner and configuration, and with no others', async () => {
    const endpoint = await start({
      configurations: [sessionConfiguration({ name: 'Microsoft.PowerShell' }), sessionConfiguration({ name: 'Other' })],
    });
    const uri = 'http://schemas.microsoft.com/powershell/Other';
    await probe(endpoint).open();
    await probe(endpoint).open();
    expect(entries()).toHaveLength(1);
    await probe(endpoint, { resourceUri: uri }).open();
    expect(entries()).toHaveLength(2);
    await new SessionProbe(directPost(endpoint.handle, { user: 'somebody' })).open();
    expect(entries()).toHaveLength(3);
  });
});

describe.skipIf(process.platform === 'win32')('an endpoint that leaves while it starts a host', () => {
  it('waits for it and tells it to go: nobody else would', async () => {
    const slowly = ['/bin/sh', '-c', 'sleep 0.5; exec "$0" "$@"', ...hostProgram];
    const durability = { stateFolder: folder, runtimeFolder: path.join(folder, 'run'), hostProgram: slowly };
    const endpoint = await start({ durability });
    const heard = probe(endpoint).create();
    void leave(endpoint);
    await expect(heard).rejects.toThrow();
    await eventually('the host has gone', () => Promise.resolve(entries().length === 0));
    expect(entries()).toEqual([]);
    expect(readdirSync(path.join(folder, 'spool'))).toEqual([]);
  });
});

describe('a host of an earlier version, or of an earlier configuration', () => {
  const version = (name: string): Partial<EndpointOptions> => ({
    durability: { stateFolder: folder, runtimeFolder: path.join(folder, 'run'), hostProgram, version: name },
  });

  it('serves the sessions that it has after an upgrade; new ones get a host of the new version', async () => {
    const first = await start(version('1.0'));
    const session = await probe(first).open();
    await session.invoke('$x = 7');
    const pid = hostPid();
    await session.disconnect();
    await leave(first);
    const second = await start(version('2.0'));
    const old = probe(second, { poolId: session.poolId });
    await old.connect();
    expect((await old.invoke('$x; $PID')).output).toEqual([7, pid]);
    const fresh = await probe(second).open();
    const [freshPid] = (await fresh.invoke('$PID')).output;
    expect(freshPid).not.toBe(pid);
    await probe(second).open();
    expect(entries()).toHaveLength(2); // the next one shares with the new
    // The old host leaves with its last session, and the new one stays the one that is shared.
    await old.close();
    await eventually('the old host is gone', () => Promise.resolve(!isAlive(pid)));
    const next = await probe(second).open();
    expect((await next.invoke('$PID')).output).toEqual([freshPid]);
  });

  it('leaves with its session where the state folder was deleted: nobody could find it', async () => {
    const first = await start();
    await (await probe(first).open()).disconnect();
    const pid = hostPid();
    await leave(first);
    rmSync(folder, { recursive: true, force: true });
    await eventually('the host leaves', () => !isAlive(pid), 60_000);
  });

  it('is shared again by the next endpoint of the same version', async () => {
    const first = await start(version('1.0'));
    await (await probe(first).open()).disconnect();
    await leave(first);
    await probe(await start(version('1.0'))).open();
    expect(entries()).toHaveLength(1);
  });

  it('goes on with its start-up script when the endpoint is told another one, which new sessions have', async () => {
    const script = (startupScript: string): Pick<EndpointOptions, 'configurations'> => ({
      configurations: [sessionConfiguration({ name: 'Microsoft.PowerShell', startupScript })],
    });
    const endpoint = await start(script('$v = 1'));
    const session = await probe(endpoint).open();
    await endpoint.reload({ listeners: [], ...script('$v = 2') });
    expect((await session.invoke('$v')).output).toEqual([1]);
    const fresh = await probe(endpoint).open();
    expect((await fresh.invoke('$v')).output).toEqual([2]);
    expect(entries()).toHaveLength(2);
  });
});

describe.runIf(process.platform === 'linux')('a host that nobody can reach any more', () => {
  it('is ended by the next endpoint, so that no work goes on unseen', async () => {
    const first = await start();
    await probe(first).open();
    const pid = hostPid();
    await leave(first);
    for (const socket of readdirSync(path.join(folder, 'run'))) rmSync(path.join(folder, 'run', socket));
    await start();
    await eventually('the process is gone', () => Promise.resolve(!isAlive(pid)));
    expect(entries()).toEqual([]);
  });
});

describe('the death of a host', () => {
  it('makes its sessions Broken with the reason; what they had produced can be received, once', async () => {
    const endpoint = await start();
    const session = await probe(endpoint).open();
    const said = path.join(folder, 'said');
    const id = await session.start(`1..500; $null = New-Item '${said}'; while ($true) { }`);
    await eventually('all of it is said', () => existsSync(said));
    let waits = 0;
    await eventually('all of it waits', async () => {
      const before = waits;
      waits = (await endpoint.shells())[0]?.bufferedBytes ?? 0;
      return waits > 10_000 && waits === before;
    });
    kill(hostPid());
    const result = await session.receive(id);
    expect(result.output).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
    expect(result.state).toBe('Failed');
    expect(result.error?.exception.message).toMatch(/ended unexpectedly/);
  });

  it('does not lose a session that nobody is connected to', async () => {
    const endpoint = await start();
    const session = await probe(endpoint).open();
    const id = await session.start('1..300');
    await eventually('it is done', async () => (await endpoint.shells())[0]?.commands[0]?.state === 'Done');
    await session.disconnect();
    kill(hostPid());
    await eventually('the endpoint noticed', async () => (await endpoint.shells())[0]?.brokenReason !== undefined);
    const other = probe(endpoint, { poolId: session.poolId });
    expect((await other.list()).map(({ state }) => state)).toEqual(['Disconnected']);
    await other.connect([id]);
    const result = await other.receive(id);
    expect(result.output).toHaveLength(300);
    expect(result.state).toBe('Completed');
    await other.opened().catch(() => undefined);
    await other.close();
    expect(await other.list()).toEqual([]);
    expect(readdirSync(path.join(folder, 'spool'))).toEqual([]);
  });
});

describe('the client of a host that died', () => {
  async function place(): Promise<Parameters<typeof invokeCommand>[0]> {
    const endpoint = await start({
      listeners: [{ port: 0 }],
      users: { verify: (user) => Promise.resolve({ ok: true, account: { user, groups: [], administrator: false } }) },
    });
    return {
      connectionUri: endpoint.address.url,
      credential: new PSCredential('me', 'p'),
      authentication: 'Basic',
      context: new SessionContext(),
    };
  }

  it('has nothing left of a session for one command', async () => {
    const where = await place();
    const run = invokeCommand({ ...where, scriptBlock: "'here'; Start-Sleep 600" });
    const errors: string[] = [];
    for await (const record of run.records) {
      if (record.stream === 'output') kill(hostPid());
      if (record.stream === 'error') errors.push(record.value.exception.errorId);
    }
    expect(errors).toEqual(['PSSessionStateBroken']);
    expect(await getPSSession(where).all()).toEqual([]);
  });

  it('has the broken session until it is removed; over there it goes when its client knows', async () => {
    const where = await place();
    const session = await newPSSession(where).one();
    kill(hostPid());
    await eventually('the client noticed', () => Promise.resolve(session.state === 'Broken'));
    expect(await getPSSession(where).all()).toEqual([]);
    expect((await getPSSession({ context: where.context }).all()).map(({ state }) => state)).toEqual(['Broken']);
    await removePSSession({ session, context: where.context }).all();
    expect(await getPSSession({ context: where.context }).all()).toEqual([]);
  });

  it('takes its output, and nothing is left over there', async () => {
    const where = await place();
    const run = invokeCommand({
      ...where,
      scriptBlock: '1..50; Start-Sleep 600',
      inDisconnectedSession: true,
      sessionName: ['left'],
    });
    const session = await run.one();
    kill(hostPid());
    const { output, error } = await receivePSSession({ session, context: where.context }).collect();
    expect(output).toHaveLength(50);
    expect(error).toHaveLength(1);
    expect(await getPSSession(where).all()).toEqual([]);
  });
});

describe('the death of every process at once', () => {
  it('loses nothing that was acknowledged: the next endpoint has it', async () => {
    const first = await start();
    const session = await probe(first).open({ name: 'night' });
    const said = path.join(folder, 'said');
    const id = await session.start(`1..9000; $null = New-Item '${said}'; while ($true) { }`);
    const taken = await session.receive(id, ({ output }) => output.length >= 10);
    // A long list gives others their turn while it is written.
    await eventually('all of it is said', () => existsSync(said));
    await eventually('output waits', async () => ((await first.shells())[0]?.bufferedBytes ?? 0) > 5000);
    await session.disconnect();
    kill(hostPid());
    await leave(first);
    const second = await start();
    const other = probe(second, { poolId: session.poolId });
    expect(await other.list()).toMatchObject([
      { shellId: session.poolId.toUpperCase(), name: 'night', state: 'Disconnected' },
    ]);
    await other.connect([id]);
    const rest = await other.receive(id);
    expect([...taken.output, ...rest.output]).toEqual(Array.from({ length: 9000 }, (_, index) => index + 1));
    expect(rest.state).toBe('Failed');
  });
});

describe('limits', () => {
  it('count across all hosts: shells of a user, users, and shells of a configuration', async () => {
    const endpoint = await start({
      quotas: { MaxShellsPerUser: 2, MaxConcurrentUsers: 2 },
      configurations: [
        sessionConfiguration({ name: 'Microsoft.PowerShell' }),
        sessionConfiguration({ name: 'One', quotas: { ...DEFAULT_CONFIGURATION_QUOTAS, MaxShells: 1 } }),
      ],
    });
    const of = (user: string, name = 'Microsoft.PowerShell'): SessionProbe =>
      new SessionProbe(directPost(endpoint.handle, { user }), {
        resourceUri: `http://schemas.microsoft.com/powershell/${name}`,
      });
    await of('ada', 'One').open();
    await expect(of('bob', 'One').open()).rejects.toThrow('as many shells as its MaxShells allows');
    await of('ada').open();
    expect(entries()).toHaveLength(2);
    await expect(of('ada').open()).rejects.toMatchObject({ code: 2_150_859_173 });
    await of('bob').open();
    await expect(of('eve').open()).rejects.toMatchObject({ code: 2_150_859_179 });
    expect(await endpoint.shells()).toHaveLength(3);
  });

  it.runIf(process.platform === 'linux')(
    'of memory and processes hold for an embedded session too: it has a process of its own, and ends with the reason',
    async () => {
      const endpoint = await start({
        configurations: [
          sessionConfiguration({
            name: 'Microsoft.PowerShell',
            quotas: { ...DEFAULT_CONFIGURATION_QUOTAS, MaxMemoryPerShellMB: 400, MaxProcessesPerShell: 3 },
          }),
        ],
      });
      const small = await probe(endpoint).open();
      const large = await probe(endpoint).open();
      const many = await probe(endpoint).open();
      expect(entries()).toHaveLength(3);
      await large.start(
        '$all = [System.Collections.Generic.List[object]]::new(); foreach ($i in 1..2000000) { $all.Add(@{ a = $i; b = "text $i" }) }; Start-Sleep 600',
      );
      await many.start("bash -c 'sleep 60 & sleep 60 & sleep 60 & wait'");
      const reasonOf = async (session: SessionProbe): Promise<string | undefined> =>
        (await endpoint.shells()).find(({ shellId }) => shellId === session.poolId)?.brokenReason;
      await eventually(
        'both are ended',
        async () => Boolean((await reasonOf(large)) && (await reasonOf(many))),
        40_000,
      );
      expect(await reasonOf(large)).toMatch(
        /(?:uses|wanted) .*memory.* its limit MaxMemoryPerShellMB(?: is|, which is) 400/,
      );
      expect(await reasonOf(many)).toMatch(/has \d+ processes; its limit MaxProcessesPerShell is 3/);
      expect(await reasonOf(small)).toBeUndefined();
      expect(await small.invoke('1 + 1')).toMatchObject({ output: [2] });
    },
  );
});
