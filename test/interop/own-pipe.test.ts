/** A running shell, entered from another process over its own pipe: by the real engine and by ours. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  invokeCommand,
  newPSSession,
  type PSSession,
  SessionContext,
  undecorated,
} from '../../src/client/session/index.js';
import { listProcessPipes } from '../../src/io/transport/index.js';
import { peerAvailable, startPeer } from '../support/peer.js';

const MAIN = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../dist/cli/main.js');
const built = existsSync(MAIN);
if (!built) console.warn('the pipe of a shell: SKIPPED, dist/ is not built (npm run build)');

describe.skipIf(!built || process.platform === 'win32')('the pipe of a shell', () => {
  let folder: string;
  const shells: ChildProcess[] = [];
  const shell = (variables: Readonly<Record<string, string>>, ...words: string[]): ChildProcess => {
    const child = spawn(process.execPath, [MAIN, '-NoProfile', ...words, '-Command', 'Start-Sleep 100'], {
      env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder, ...variables },
      stdio: 'ignore',
    });
    shells.push(child);
    return child;
  };
  const end = async (child: ChildProcess): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  const run = async (context: SessionContext, session: PSSession, scriptBlock: string): Promise<unknown[]> =>
    (await invokeCommand({ context, session, scriptBlock }).collect()).output.map(undecorated);
  const pipesOf = async ({ pid }: ChildProcess): Promise<number> =>
    (await listProcessPipes()).filter(({ processId }) => processId === pid).length;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pssession-own-pipe-'));
  });
  afterAll(async () => {
    for (const child of shells) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('opens after a second, for its user alone, gives a runspace of its own in that process, and is gone with it', {
    timeout: 60_000,
  }, async () => {
    const child = shell({});
    await expect.poll(() => pipesOf(child), { timeout: 30_000, interval: 200 }).toBe(1);
    const [own] = (await listProcessPipes()).filter(({ processId }) => processId === child.pid);
    expect(((await stat(own?.path ?? '')).mode & 0o777).toString(8)).toBe('600');
    await using context = new SessionContext();
    await using session = await newPSSession({ context, processId: child.pid ?? 0 }).one();
    expect(await run(context, session, '$PID; 21 * 2')).toEqual([child.pid, 42]);
    await end(child);
    expect((await readdir('/tmp')).filter((name) => name.includes(`.${child.pid}.`))).toEqual([]);
  });

  it.skipIf(!peerAvailable)('is found and entered by the real engine', { timeout: 120_000 }, async () => {
    const child = shell({});
    await expect.poll(() => pipesOf(child), { timeout: 30_000, interval: 200 }).toBe(1);
    await using peer = await startPeer('client');
    await peer.ask({ op: 'open', processId: child.pid ?? 0 });
    expect(JSON.stringify(await peer.ask({ op: 'run', script: '$PID' }))).toContain(`<I32>${child.pid}</I32>`);
    await peer.ask({ op: 'close' });
    await end(child);
  });

  it('has the name that -CustomPipeName gives it, at once', { timeout: 60_000 }, async () => {
    const pipeName = `pssession-own-${process.pid}`;
    const child = shell({ POWERSHELL_DIAGNOSTICS_OPTOUT: '1' }, '-CustomPipeName', pipeName);
    await using context = new SessionContext();
    await using session = await newPSSession({ context, pipeName, sessionOption: { openTimeoutMs: 30_000 } }).one();
    expect(await run(context, session, '$PID')).toEqual([child.pid]);
    // The process's own pipe was refused by the variable, as in PowerShell.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await pipesOf(child)).toBe(0);
    await end(child);
  });
});
