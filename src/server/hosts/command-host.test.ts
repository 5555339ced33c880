/** The command host against the real engine over stdio, and against programs that do not behave. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ownCgroupRoot } from './session-cgroup.js';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_CONFIGURATION_QUOTAS, type ConfigurationQuotas } from '../configuration/quotas.js';
import { sessionConfiguration } from '../configuration/session-configuration.js';
import { createTestEndpoint, type TestEndpoint } from '../../testing/index.js';
import { peerAvailable, peerCommand } from '../../../test/support/peer.js';
import { directPost, eventually, httpPost, SessionProbe } from '../test-support/wsman-probe.js';

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
});

async function serve(
  command: readonly string[],
  more: { startupScript?: string; openTimeoutMs?: number; quotas?: Partial<ConfigurationQuotas> } = {},
): Promise<TestEndpoint> {
  const [program = '', ...args] = command;
  const { startupScript, openTimeoutMs } = more;
  const endpoint = await createTestEndpoint({
    configurations: [
      sessionConfiguration({
        name: 'Microsoft.PowerShell',
        startupScript,
        quotas: { ...DEFAULT_CONFIGURATION_QUOTAS, ...more.quotas },
        runspace: {
          kind: 'command',
          command: [program, ...args],
          ...(openTimeoutMs === undefined ? {} : { openTimeoutMs }),
        },
      }),
    ],
  });
  open.push(endpoint);
  return endpoint;
}
const probe = (endpoint: TestEndpoint, options = {}): SessionProbe =>
  new SessionProbe(httpPost(endpoint.url, 'tester', 'secret'), options);
const failure = async (session: SessionProbe): Promise<unknown> => {
  await session.open().catch(() => undefined);
  const broken = session.poolEvents.find((event) => event.type === 'stateChanged' && event.state === 'Broken');
  return broken?.type === 'stateChanged' ? broken.error?.exception.message : broken;
};

describe.skipIf(!peerAvailable)('a session on the real engine', () => {
  const engine = (): Promise<readonly string[]> => peerCommand('-NoLogo', '-NoProfile', '-s');

  it('runs scripts, errors and stops', async () => {
    const session = await probe(await serve(await engine())).open();
    expect((await session.invoke('1 + 1; "a" * 3')).output).toEqual([2, 'aaa']);
    expect(await session.invoke('throw "boom"')).toMatchObject({
      state: 'Failed',
      error: { exception: { message: 'boom' } },
    });
    const id = await session.start('while ($true) { [System.Threading.Thread]::Sleep(10) }');
    const [result] = await Promise.all([
      session.receive(id),
      new Promise((resolve) => setTimeout(resolve, 200)).then(() => session.stop(id)),
    ]);
    expect(result.state).toBe('Stopped');
    await session.close();
  });

  it('can be left and taken up by another client, although the program knows nothing of it', async () => {
    const endpoint = await serve(await engine());
    const first = await probe(endpoint).open({ name: 'job' });
    await first.invoke('$x = 42');
    const job = await first.start('foreach ($i in 1..300) { $i; [System.Threading.Thread]::Sleep(2) }');
    const head = await first.receive(job, ({ output }) => output.length >= 3);
    await first.disconnect();
    await new Promise((resolve) => setTimeout(resolve, 800));
    const second = probe(endpoint, { poolId: first.poolId });
    await second.connect([job]);
    const tail = await second.receive(job);
    expect([...head.output, ...tail.output]).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
    expect(tail.state).toBe('Completed');
    await second.release(job);
    expect((await second.invoke('$x')).output).toEqual([42]);
    await second.disconnect();
    const third = probe(endpoint, { poolId: first.poolId });
    await third.connect();
    expect((await third.invoke('$x + 1')).output).toEqual([43]);
    expect(third.pool.applicationPrivateData).toBeUndefined();
    await third.opened();
    await third.close();
  });

  it('ends the input of a pipeline whose client was replaced', async () => {
    const endpoint = await serve(await engine());
    const first = await probe(endpoint).open();
    const id = await first.start('begin { $n = 0 } process { $n += $_ } end { $n }', { noInput: false });
    first.pool.sendInput(id, 5);
    first.pool.sendInput(id, 7);
    await first.flush(id);
    await first.disconnect();
    const second = probe(endpoint, { poolId: first.poolId });
    await second.connect([id]);
    expect((await second.receive(id)).output).toEqual([12]);
  });

  it('is Broken when the program dies, after what it had produced', async () => {
    const endpoint = await serve(await engine());
    const session = await probe(endpoint).open();
    const job = await session.start('1..50; [System.Threading.Thread]::Sleep(60000)');
    await eventually(
      'the output is there',
      async () => ((await endpoint.endpoint.shells())[0]?.bufferedBytes ?? 0) > 0,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const [listed] = await session.list();
    const processId = listed !== undefined && 'processId' in listed ? Number(listed.processId) : 0;
    expect(processId).toBeGreaterThan(0);
    process.kill(processId, 'SIGKILL');
    await eventually('the death is seen', () => endpoint.audit.some(({ event }) => event === 'shellBroken'));
    const result = await session.receive(job);
    expect(result.output).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(result.state).toBe('Failed');
    expect(result.error?.exception.message).toMatch(/was ended by SIGKILL/);
    expect(result.error?.fullyQualifiedErrorId).toBe('SessionHostDied');
  });

  it('runs a start-up script before the session opens', async () => {
    const endpoint = await serve(await engine(), { startupScript: '$ready = "yes"' });
    const session = await probe(endpoint).open();
    expect((await session.invoke('$ready')).output).toEqual(['yes']);
  });

  it('is Broken with the error of its start-up script', async () => {
    const session = probe(await serve(await engine(), { startupScript: 'throw "not today"' }));
    expect(await failure(session)).toBe('not today');
  });

  it('runs several pipelines at once; one that nobody reads does not hold the others', async () => {
    const session = await probe(await serve(await engine()), { max: 3 }).open();
    const flood = await session.start('foreach ($i in 1..40000) { "x" * 1000 }');
    await new Promise((resolve) => setTimeout(resolve, 3000)); // the program is held by now
    expect((await session.invoke('"free"')).output).toEqual(['free']);
    const [result] = await Promise.all([session.receive(flood), session.stop(flood)]);
    expect(result.state).toBe('Stopped');
    await session.close();
  }, 60_000);

  it('garbage on a pipeline fails that pipeline only', async () => {
    const endpoint = await serve(await engine());
    const session = await probe(endpoint, { max: 2 }).open();
    const id = await session.start('[System.Threading.Thread]::Sleep(20000)');
    const post = httpPost(endpoint.url, 'tester', 'secret');
    await post(session.wsman.send(session.ref, { commandId: id, data: new Uint8Array(64) }).request);
    expect((await session.receive(id)).state).toBe('Failed');
    await session.release(id);
    expect((await session.invoke('"fine"')).output).toEqual(['fine']);
  });

  it.skipIf(process.platform !== 'linux')(
    'is ended when it uses more memory than its configuration allows',
    async () => {
      const endpoint = await serve(await engine(), { quotas: { MaxMemoryPerShellMB: 400 } });
      const session = await probe(endpoint).open();
      const job = await session.start(
        '"start"; $all = foreach ($i in 1..60) { $a = [byte[]]::new(10MB); [array]::Fill($a, [byte]1); , $a; [System.Threading.Thread]::Sleep(20) }; [System.Threading.Thread]::Sleep(20000)',
      );
      const result = await session.receive(job);
      expect(result.state).toBe('Failed');
      const told = result.error?.exception.message;
      if (ownCgroupRoot() === undefined) {
        expect(result.error?.fullyQualifiedErrorId).toBe('MaxMemoryPerShellMB');
        expect(told).toMatch(/uses \d+ MB of memory; its limit MaxMemoryPerShellMB is 400/);
        // Where the kernel keeps the limit .NET knows it, and may give up before the kernel ends it.
      } else expect(`${result.error?.fullyQualifiedErrorId}`).toMatch(/^(?:MaxMemoryPerShellMB|OutOfMemoryException)$/);
    },
  );

  it.skipIf(process.platform !== 'linux')(
    'is Broken for its memory when the kernel says that it was that',
    async () => {
      const root = mkdtempSync(path.join(tmpdir(), 'cgroup-'));
      writeFileSync(path.join(root, 'cgroup.subtree_control'), 'memory pids');
      vi.stubEnv('PSSESSION_CGROUP', root);
      try {
        const endpoint = await serve(await engine(), { quotas: { MaxMemoryPerShellMB: 4000 } });
        const session = await probe(endpoint).open();
        const job = await session.start('[System.Threading.Thread]::Sleep(60000)');
        const [name = ''] = readdirSync(root).filter((each) => each.startsWith('pssession-'));
        const pid = Number(readFileSync(path.join(root, name, 'cgroup.procs'), 'utf8'));
        writeFileSync(path.join(root, name, 'memory.events'), 'oom 1\noom_kill 1\n');
        process.kill(pid, 'SIGKILL');
        const result = await session.receive(job);
        expect(result.error?.fullyQualifiedErrorId).toBe('MaxMemoryPerShellMB');
        expect(result.error?.exception.message).toMatch(/wanted more memory than its limit/);
      } finally {
        vi.unstubAllEnvs();
        rmSync(root, { recursive: true });
      }
    },
  );

  it('leaves no process behind', async () => {
    const endpoint = await serve(await engine());
    const session = await probe(endpoint).open();
    const [pid] = (await session.invoke('$PID')).output;
    await session.close();
    await eventually('the program ends', () => {
      try {
        process.kill(Number(pid), 0);
        return false;
      } catch {
        return true;
      }
    });
  });
});

describe('a program that does not behave', () => {
  it('is not there', async () => {
    const session = probe(await serve(['/nowhere/pwsh', '-s']));
    await expect(session.open()).rejects.toThrow(/cannot be started: it was not found/);
  });

  it('prints something else', async () => {
    expect(await failure(probe(await serve(['/bin/sh', '-c', 'echo Welcome to this machine; sleep 5'])))).toMatch(
      /It wrote: Welcome to this machine/,
    );
  });

  it('ends at once, and its last words are told', async () => {
    expect(await failure(probe(await serve(['/bin/sh', '-c', 'read line; echo no licence >&2; exit 3'])))).toMatch(
      /exit code 3.*no licence/,
    );
  });

  it('says nothing', async () => {
    expect(await failure(probe(await serve(['/bin/sleep', '30'], { openTimeoutMs: 300 })))).toMatch(
      /did not finish within its limit of 300 ms/,
    );
  });

  it('does not keep others from their sessions', async () => {
    const endpoint = await serve(['/bin/sleep', '30'], { openTimeoutMs: 300 });
    await failure(probe(endpoint));
    const other = new SessionProbe(directPost(endpoint.endpoint.handle, { user: 'other' }));
    await other.create();
    expect((await other.list()).length).toBe(1);
  });
});
