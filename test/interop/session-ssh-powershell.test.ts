/**
 * PowerShell's own client over SSH to `Subsystem pssession`, and the durable way through a second sshd. The first needs
 * the real engine.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectPSSession,
  disconnectPSSession,
  getPSSession,
  invokeCommand,
  newPSSession,
  receivePSSession,
  removePSSession,
  SessionContext,
  type PSSession,
} from '../../src/client/session/index.js';
import { PSObject } from '../../src/protocol/objects/index.js';
import { eventually } from '../../src/server/test-support/wsman-probe.js';
import { buildPeer, peerAvailable, peerCommand } from '../support/peer.js';
import { endAll, processesWith, startProcess } from '../support/processes.js';
import { sshdAvailable, startSshd, type TestSshd } from '../support/sshd.js';

const MAIN = path.resolve('dist/cli/main.js');
const ready = sshdAvailable && existsSync(MAIN);
const withPwsh = ready && peerAvailable;
if (!ready) console.warn('durable sessions by two sshd: SKIPPED, they need sshd and a built program (npm run build)');
if (!withPwsh) console.warn('PowerShell’s own client over SSH: SKIPPED, it needs the .NET SDK');

let folder: string;
let sshd: TestSshd;

beforeAll(async () => {
  if (!ready) return;
  if (withPwsh) await buildPeer();
  folder = mkdtempSync(path.join(tmpdir(), 'psq-'));
  sshd = await startSshd([process.execPath, MAIN, 'serve', '--stdio', '--state', folder], 'pssession');
}, 180_000);
afterAll(async () => {
  if (!ready) return;
  // The endpoint in the background and the session hosts have the folder in their command line.
  endAll(processesWith(folder));
  await sshd[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const to = (context: SessionContext, options: Readonly<Record<string, string>> = {}) => ({
  hostName: '127.0.0.1',
  userName: sshd.user,
  port: sshd.port,
  keyFilePath: sshd.keyFilePath,
  options: { ...sshd.options, ...options },
  subsystem: 'pssession',
  context,
});
async function all<T>(run: { readonly output: AsyncIterable<T> }): Promise<T[]> {
  const found: T[] = [];
  for await (const each of run.output) found.push(each);
  return found;
}
const plain = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (value instanceof PSObject ? value.base : value));

/** The one session of the account, once nobody has it. */
async function left(context: SessionContext): Promise<PSSession> {
  let found: PSSession | undefined;
  await eventually('the session is there, and nobody has it', async () => {
    [found] = await all(getPSSession(to(context)));
    return found?.availability === 'None';
  });
  if (found === undefined) throw new Error('no session');
  return found;
}

describe.skipIf(!withPwsh)('a session of PowerShell’s own client over SSH', () => {
  it('survives the death of its connection: found again, what it said meanwhile received, its variables there', async () => {
    const options = Object.entries(sshd.options).map(([name, value]) => `${name} = '${value}'`);
    const script = path.join(folder, 'client.ps1');
    writeFileSync(
      script,
      `$s = New-PSSession -HostName 127.0.0.1 -Port ${sshd.port} -UserName '${sshd.user}' -KeyFilePath '${sshd.keyFilePath}' -Subsystem pssession -Options @{ ${options.join('; ')} }
Invoke-Command -Session $s { $y = 41; "the session says $($y + 1)" }
Invoke-Command -Session $s { 'under way'; Start-Sleep -Seconds 4; 'one'; 'two'; $y } | ForEach-Object { "got $_" }
`,
    );
    await using client = startProcess(await peerCommand('pwsh', '-NoProfile', '-NonInteractive', '-File', script));
    await client.lineMatching(/^the session says 42$/, 60_000);
    await client.lineMatching(/^got under way$/, 60_000);
    // What a network that is gone does to the connection.
    const connection = processesWith(String(sshd.port), '-s', '127.0.0.1', 'pssession');
    expect(connection).not.toEqual([]);
    endAll(connection);

    await using other = new SessionContext();
    const { instanceId } = await left(other);
    const received = await all(receivePSSession({ ...to(other), instanceId }));
    expect(plain(received)).toEqual(['one', 'two', 41]);
    const [session] = await all(getPSSession({ context: other }));
    if (session === undefined) throw new Error('Receive-PSSession left no session');
    expect(plain(await all(invokeCommand({ session, scriptBlock: '$y + 2', context: other })))).toEqual([43]);
    await all(removePSSession({ session, context: other }));
    expect(await all(getPSSession(to(other)))).toEqual([]);
  }, 120_000);
});

describe.skipIf(!ready)('a session behind a second sshd', () => {
  it('is made, left, found, connected and received from through the first one', async () => {
    await using gate = await startSshd(['/bin/false']);
    const words = Object.entries(gate.options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
    const jump = `ssh ${words.join(' ')} -i ${gate.keyFilePath} -p ${gate.port} -W %h:%p ${gate.user}@127.0.0.1`;
    const through = (context: SessionContext) => to(context, { ProxyCommand: jump });
    await using first = new SessionContext();
    const [session] = await all(newPSSession({ ...through(first), name: 'behind' }));
    if (session === undefined) throw new Error('no session');
    expect(processesWith(`-p\0${gate.port}`, '-W')).not.toEqual([]);
    await all(invokeCommand({ session, scriptBlock: '$z = 5', context: first }));
    await all(disconnectPSSession({ session, context: first }));
    await using second = new SessionContext();
    const [connected] = await all(connectPSSession({ ...through(second), name: 'behind' }));
    if (connected === undefined) throw new Error('not connected');
    expect(plain(await all(invokeCommand({ session: connected, scriptBlock: '$z', context: second })))).toEqual([5]);
    await all(removePSSession({ session: connected, context: second }));
    // The client leaves no ssh behind, not even of the session that it left.
    await Promise.all([first.close(), second.close()]);
    await eventually('no ssh is left', () =>
      Promise.resolve(processesWith('ProxyCommand', `-p\0${sshd.port}`).length === 0),
    );
  }, 120_000);
});
