/** Sessions through another machine: what ssh itself knows of ways (`ProxyJump`, `Host` of its configuration) holds for ours. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  getPSSession,
  invokeCommand,
  newPSSession,
  removePSSession,
  SessionContext,
} from '../../src/client/session/index.js';
import { endAll, processesWith } from '../support/processes.js';
import { sshdAvailable, startSshd, type TestSshd } from '../support/sshd.js';

const MAIN = path.resolve('dist/cli/main.js');
const SSH = ['/usr/bin/ssh', '/usr/local/bin/ssh'].find((file) => existsSync(file));
const ready = sshdAvailable && existsSync(MAIN) && SSH !== undefined;
if (!ready) console.warn('sessions through a jump host: SKIPPED, they need ssh, sshd and a built program');

let folder: string;
let gate: TestSshd;
let inner: TestSshd;
const file = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  if (!ready) return;
  folder = mkdtempSync(path.join(tmpdir(), 'psj-'));
  gate = await startSshd(['/bin/false']);
  inner = await startSshd([process.execPath, MAIN, 'serve', '--stdio', '--state', file('state')], 'pssession');
  const common = Object.entries(gate.options).map(([name, value]) => `  ${name} ${value}`);
  const host = (name: string, sshd: TestSshd, ...more: readonly string[]): readonly string[] => [
    `Host ${name}`,
    '  HostName 127.0.0.1',
    `  Port ${sshd.port}`,
    `  User ${sshd.user}`,
    `  IdentityFile ${sshd.keyFilePath}`,
    ...common,
    ...more,
  ];
  writeFileSync(
    file('config'),
    [...host('inner', inner, '  ProxyJump gate'), ...host('plain', inner), ...host('gate', gate), ''].join('\n'),
  );
  // The user's own configuration is nobody's to change: an `ssh` that reads another one stands before the system's.
  writeFileSync(file('ssh'), `#!/bin/sh\necho "$*" >> '${file('asked')}'\nexec ${SSH} -F '${file('config')}' "$@"\n`);
  chmodSync(file('ssh'), 0o755);
  vi.stubEnv('PATH', `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`);
});
afterAll(async () => {
  if (!ready) return;
  vi.unstubAllEnvs();
  endAll(processesWith(folder));
  await inner[Symbol.asyncDispose]();
  await gate[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** What the session there says of where its connection came from. */
const SCRIPT = '$env:SSH_CONNECTION; 6 * 7';

describe.skipIf(!ready)('a session on a machine that only another one reaches', () => {
  it('is made by the name that ssh’s configuration has for it', async () => {
    await using context = new SessionContext();
    const at = { hostName: 'inner', subsystem: 'pssession', context } as const;
    const session = await newPSSession({ ...at, name: 'through' }).one();
    expect((await invokeCommand({ session, scriptBlock: SCRIPT, context }).all()).at(-1)).toMatchObject({ base: 42 });
    expect(readFileSync(file('asked'), 'utf8')).toMatch(/-s inner pssession$/m);
    const [found] = await getPSSession({ ...at, name: 'through' }).all();
    expect(found?.name).toBe('through');
    await removePSSession({ session, context }).all();
  }, 120_000);

  it('is made with -Options @{ ProxyJump = … }, and in time with a ConnectingTimeout', async () => {
    await using context = new SessionContext();
    const session = await newPSSession({
      hostName: 'plain',
      subsystem: 'pssession',
      options: { ProxyJump: 'gate' },
      connectingTimeout: 60_000,
      context,
    }).one();
    expect((await invokeCommand({ session, scriptBlock: SCRIPT, context }).all()).at(-1)).toMatchObject({ base: 42 });
    expect(readFileSync(file('asked'), 'utf8')).toMatch(/-o ProxyJump=gate -s plain pssession$/m);
    await removePSSession({ session, context }).all();
  }, 120_000);

  it('is an error with ssh’s words when the machine between is not there', async () => {
    await using context = new SessionContext();
    await expect(
      newPSSession({
        hostName: 'plain',
        subsystem: 'pssession',
        options: { ProxyJump: 'nobody@127.0.0.1:1' },
        context,
      }).one(),
    ).rejects.toThrow(/refused|closed|port 1\b/i);
  }, 120_000);
});
