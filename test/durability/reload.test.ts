/** `pssession serve` as systemd drives it: SIGHUP reads the configuration again, SIGTERM lets answers under way end. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  rmSync(folder, { recursive: true, force: true });
});

function configure(more: Readonly<Record<string, unknown>>): void {
  const listeners = [{ address: '127.0.0.1', port: 0 }];
  writeFileSync(
    file('config.json'),
    JSON.stringify({ listeners, usersFile: 'users.json', auditFile: 'audit.log', ...more }),
  );
}
async function serve(): Promise<{ readonly url: string; readonly program: TestProcess }> {
  const words = ['serve', '--config', file('config.json'), '--state', file('state'), '--ready-json'];
  const program = startProcess([process.execPath, MAIN, ...words]);
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
