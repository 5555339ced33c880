/** Sessions over SSH that outlive the connection: `pssession serve --stdio` as sshd's subsystem. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  commandDefinition,
  connectPSSession,
  disconnectPSSession,
  enterPSSession,
  getPSSession,
  getWatchableSessions,
  invokeCommand,
  newPSSession,
  receivePSSession,
  removePSSession,
  SessionContext,
  watchPSSession,
  type PSSession,
  type SessionHost,
} from '../../src/client/session/index.js';
import { pipelineCommand, PSObject } from '../../src/protocol/objects/index.js';
import { Endpoint, sessionConfiguration } from '../../src/server/index.js';
import { directPost, eventually, SessionProbe } from '../../src/server/test-support/wsman-probe.js';
import { endAll, processesWith } from '../support/processes.js';
import { sshdAvailable, startSshd, type TestSshd } from '../support/sshd.js';

const MAIN = path.resolve('dist/cli/main.js');
const ready = sshdAvailable && existsSync(MAIN);
if (!ready) console.warn('sessions over SSH: SKIPPED, they need sshd and a built program (npm run build)');

let folder: string;
let sshd: TestSshd;

beforeAll(async () => {
  if (!ready) return;
  folder = mkdtempSync(path.join(tmpdir(), 'psh-'));
  sshd = await startSshd([process.execPath, MAIN, 'serve', '--stdio', '--state', folder], 'pssession');
});
afterAll(async () => {
  if (!ready) return;
  // The endpoint in the background and the session hosts have the folder in their command line.
  endAll(processesWith(folder));
  await sshd[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const to = (subsystem: 'pssession' | 'powershell', context: SessionContext) => ({
  hostName: '127.0.0.1',
  userName: sshd.user,
  port: sshd.port,
  keyFilePath: sshd.keyFilePath,
  options: sshd.options,
  subsystem,
  context,
});

async function all<T>(run: { readonly output: AsyncIterable<T> }): Promise<T[]> {
  const found: T[] = [];
  for await (const each of run.output) found.push(each);
  return found;
}

const invoke = async (session: PSSession, script: string, context: SessionContext): Promise<unknown[]> =>
  (await all(invokeCommand({ session, scriptBlock: script, context }))).map((value) =>
    value instanceof PSObject ? value.base : value,
  );

describe.skipIf(!ready)('a session over SSH', () => {
  it('is left, found again from elsewhere by Get-PSSession -HostName, connected and received', async () => {
    await using first = new SessionContext();
    const [session] = await all(newPSSession({ ...to('pssession', first), name: 'left' }));
    if (session === undefined) throw new Error('no session');
    expect(session.transport).toBe('SSH');
    expect(await invoke(session, '$x = 5; $x', first)).toEqual([5]);
    await all(disconnectPSSession({ session, context: first }));

    await using second = new SessionContext();
    const [found] = await all(getPSSession({ ...to('pssession', second), name: 'left' }));
    expect(found?.state).toBe('Disconnected');
    const [connected] = await all(connectPSSession({ ...to('pssession', second), name: 'left' }));
    expect(connected?.state).toBe('Opened');
    if (connected === undefined) throw new Error('not connected');
    expect(await invoke(connected, '$x + 1', second)).toEqual([6]);
    await all(removePSSession({ session: connected, context: second }));
    expect(await all(getPSSession(to('pssession', second)))).toEqual([]);
  }, 120_000);

  it('of a client that speaks the framing of PowerShell alone survives the death of the connection', async () => {
    const client = new SessionContext();
    const [session] = await all(newPSSession(to('powershell', client)));
    if (session === undefined) throw new Error('no session');
    expect(await invoke(session, '$y = 7; $y', client)).toEqual([7]);
    // What a network that is gone does to the connection.
    for (const pid of processesWith(`${sshd.port}`, 'powershell')) process.kill(pid, 'SIGKILL');

    await using other = new SessionContext();
    let found: PSSession[] = [];
    await eventually('the session is there, and nobody has it', async () => {
      found = await all(getPSSession(to('pssession', other)));
      return found.length === 1 && found[0]?.availability === 'None';
    });
    const [connected] = await all(connectPSSession({ ...to('pssession', other), instanceId: session.instanceId }));
    if (connected === undefined) throw new Error('not connected');
    // Whether the client that died had told that it was done with its command is a matter of milliseconds.
    if (connected.availability !== 'Available') {
      expect(await all(receivePSSession({ session: connected, context: other }))).toEqual([]);
    }
    expect(await invoke(connected, '$y', other)).toEqual([7]);
    await all(removePSSession({ session: connected, context: other }));
    await client.close();
  }, 120_000);

  it('can be watched by another client of its owner, and entered with its screen', async () => {
    await using first = new SessionContext();
    let shown = '';
    const host: SessionHost = {
      name: 'person',
      version: '1.0',
      hasUI: true,
      write: (text) => void (shown += text),
      writeLine: (text) => void (shown += `${text}\n`),
    };
    const [session] = await all(newPSSession({ ...to('pssession', first), name: 'seen', host }));
    if (session === undefined) throw new Error('no session');
    const entered = await enterPSSession({ session, context: first, host });
    await entered.runLine("'over ssh'").all();
    await entered.setWatchers(['somebody']);
    await using second = new SessionContext();
    expect(await getWatchableSessions({ ...to('pssession', second) })).toMatchObject([
      { name: 'seen', mayWatch: ['somebody'] },
    ]);
    shown = '';
    await watchPSSession({ ...to('pssession', second), name: 'seen', noWait: true, host }).all();
    expect(shown).toContain('over ssh');
    await all(disconnectPSSession({ session, context: first }));
    const [found] = await all(getPSSession({ ...to('pssession', second), name: 'seen' }));
    if (found === undefined) throw new Error('not found');
    shown = '';
    await enterPSSession({ session: found, context: second, host });
    expect(shown).toContain('over ssh');
    await all(removePSSession({ session: found, context: second }));
  }, 120_000);

  it.each(['pssession', 'powershell'] as const)(
    'of a restricted configuration has its roles, by the subsystem %s',
    async (subsystem) => {
      const place = mkdtempSync(path.join(tmpdir(), 'psr-'));
      const file = path.join(place, 'config.json');
      writeFileSync(
        path.join(place, 'ops.pssc'),
        `@{ SchemaVersion = '2.0.0.0'; SessionType = 'RestrictedRemoteServer'; MountUserDrive = $true; RoleDefinitions = @{ '${sshd.user}' = @{ VisibleCmdlets = 'Get-Date' } } }`,
      );
      writeFileSync(
        file,
        JSON.stringify({
          configurations: { 'Microsoft.PowerShell': { configurationFile: path.join(place, 'ops.pssc') } },
        }),
        { mode: 0o600 },
      );
      const server = await startSshd(
        [
          '/usr/bin/env',
          `XDG_DATA_HOME=${place}`,
          process.execPath,
          MAIN,
          'serve',
          '--stdio',
          '--state',
          place,
          '--config',
          file,
        ],
        'pssession',
      );
      try {
        await using context = new SessionContext();
        const [session] = await all(
          newPSSession({
            ...to(subsystem, context),
            port: server.port,
            keyFilePath: server.keyFilePath,
            options: server.options,
          }),
        );
        if (session === undefined) throw new Error('no session');
        const names = (await session.runspace.getCommandMetadata(['*'])).map(({ name }) => name);
        expect(names).toContain('Get-Date');
        expect(names).not.toContain('Get-Item');
        await expect(
          all(invokeCommand({ session, scriptBlock: '$x = 1', context, errorAction: 'stop' })),
        ).rejects.toThrow();
        const written = pipelineCommand('PSCopyToSessionHelper', {
          parameters: [
            { name: 'copyToFilePath', value: 'User:\\a.txt' },
            { name: 'b64Fragment', value: 'c3No' },
            { name: 'createFile', value: true },
          ],
        });
        await all(invokeCommand({ session, definition: commandDefinition([[written]]), context }));
        const drive = path.join(place, 'pssession', 'drives', sshd.user.toLowerCase());
        expect(readFileSync(path.join(drive, 'a.txt'), 'utf8')).toBe('ssh');
        await all(removePSSession({ session, context }));
      } finally {
        for (const pid of processesWith(place)) process.kill(pid, 'SIGKILL');
        await server[Symbol.asyncDispose]();
        rmSync(place, { recursive: true, force: true });
      }
    },
    120_000,
  );

  it('of a gateway: sshd alone on the other machine, disconnectable sessions here', async () => {
    const options = Object.entries(sshd.options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
    const command = ['ssh', '-i', sshd.keyFilePath, '-p', String(sshd.port), ...options, '-s', '127.0.0.1'] as const;
    await using endpoint = await Endpoint.start({
      listeners: [],
      users: { verify: () => Promise.resolve({ ok: false, reason: 'unknownUser' }) },
      configurations: [
        sessionConfiguration({
          name: 'Microsoft.PowerShell',
          runspace: { kind: 'command', command: [...command, 'powershell'] },
        }),
      ],
    });
    const post = directPost(endpoint.handle, { user: 'tester' });
    const first = await new SessionProbe(post).open();
    const job = await first.start('1..200');
    await first.disconnect();
    const second = new SessionProbe(post, { poolId: first.poolId });
    await second.connect([job]);
    expect((await second.receive(job)).output).toHaveLength(200);
    await second.close();
  }, 120_000);
});
