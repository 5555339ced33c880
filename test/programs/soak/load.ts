/** Many sessions and many endpoints: memory of each, time of a listing, a fan-out with a slow endpoint in it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getPSSession, SessionContext, PSCredential } from '../../../src/client/session/index.js';
import { Endpoint } from '../../../src/server/index.js';
import { directPost, SessionProbe } from '../../../src/server/test-support/wsman-probe.js';
import type { Finding } from './output-bounds.js';
import { pause } from './random.js';
import { residentMb } from './served-endpoint.js';
import { OrphanGuard } from './orphan-guard.js';

const HOST_PROGRAM = [process.execPath, path.resolve('dist/server/hosting/host-main.js')];
const NO_LIMIT = 2_147_483_647;

const residentKb = (pid: number): number => residentMb(pid) * 1024;

export async function heldSessions(count: number, note: (text: string) => void): Promise<readonly Finding[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'psl-'));
  const guard = OrphanGuard.over(folder, path.join(folder, 'hosts'));
  const endpoint = await Endpoint.start({
    listeners: [],
    users: { verify: () => Promise.resolve({ ok: false, reason: 'unknownUser' }) },
    durability: { stateFolder: folder, runtimeFolder: path.join(folder, 'r'), hostProgram: HOST_PROGRAM },
    quotas: { MaxShellsPerUser: NO_LIMIT, MaxEnvelopeSizekb: 65_536 },
  });
  const post = directPost(endpoint.handle, { user: 'soak' });
  try {
    const first: SessionProbe[] = [];
    for (let made = 0; made < 20; made += 1) first.push(await new SessionProbe(post).open());
    for (const session of first) await session.invoke('$x = 1');
    for (const session of first) await session.disconnect();
    const [entry = ''] = readdirSync(path.join(folder, 'hosts')).filter((name) => name.endsWith('.json'));
    const { processId: pid } = JSON.parse(readFileSync(path.join(folder, 'hosts', entry), 'utf8')) as {
      processId: number;
    };
    await pause(1000);
    const base = residentKb(pid);
    const started = performance.now();
    for (let made = 20; made < count; made += 20) {
      await Promise.all(
        Array.from({ length: Math.min(20, count - made) }, async () => {
          const session = await new SessionProbe(post).open();
          await session.disconnect();
        }),
      );
      if (made % 2000 === 0) note(`${made} sessions, ${Math.round(residentKb(pid) / 1024)} MiB`);
    }
    const seconds = (performance.now() - started) / 1000;
    await pause(3000);
    const each = (residentKb(pid) - base) / (count - 20);
    const times: number[] = [];
    let listed = 0;
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const before = performance.now();
      listed = (await new SessionProbe(post).list()).length;
      times.push(performance.now() - before);
    }
    const median = times.sort((a, b) => a - b)[2] ?? 0;
    const files = execFileSync('du', ['-sk', path.join(folder, 'spool')], { encoding: 'utf8' }).split('\t')[0] ?? '';
    note(
      `${count} disconnected embedded sessions made in ${seconds.toFixed(0)} s: ${each.toFixed(1)} KiB each over the base of ${Math.round(base / 1024)} MiB, ${(Number(files) / count).toFixed(1)} KiB of disk each; listed in ${median.toFixed(0)} ms`,
    );
    return [
      { what: `${count} disconnected embedded sessions take ${each.toFixed(1)} KiB each`, holds: each <= 60 },
      { what: `a list of ${listed} sessions takes ${median.toFixed(0)} ms`, holds: listed === count && median < 1000 },
    ];
  } finally {
    await endpoint.close({ drainMs: 0 });
    await guard.done();
  }
}

export async function fanOut(count: number, note: (text: string) => void): Promise<readonly Finding[]> {
  const verify = (user: string): ReturnType<Parameters<typeof Endpoint.start>[0]['users']['verify']> =>
    Promise.resolve({ ok: true, account: { user, groups: [], administrator: false } });
  const endpoints = await Promise.all(
    Array.from({ length: count }, () => Endpoint.start({ listeners: [{ port: 0 }], users: { verify } })),
  );
  try {
    const uris = endpoints.map((endpoint) => endpoint.address.url);
    const credential = new PSCredential('soak', 'x');
    for (const endpoint of endpoints) {
      const session = new SessionProbe(directPost(endpoint.handle, { user: 'soak' }));
      await session.open();
      await session.disconnect();
    }
    const time = async (
      throttleLimit: number,
      connectionUri: readonly string[],
    ): Promise<readonly [number, number]> => {
      await using context = new SessionContext();
      const started = performance.now();
      let found = 0;
      const run = getPSSession({ connectionUri, credential, authentication: 'Basic', throttleLimit, context });
      for await (const _session of run.output) found += 1;
      return [performance.now() - started, found];
    };
    const [serial] = await time(1, uris.slice(0, Math.min(100, count)));
    const [at32, found] = await time(32, uris);
    const [atAll] = await time(count, uris);
    const whole = (serial * count) / Math.min(100, count);
    note(
      `Get-PSSession over ${count} endpoints of one process: one after another about ${(whole / 1000).toFixed(1)} s, ThrottleLimit 32 ${(at32 / 1000).toFixed(2)} s, ${count} ${(atAll / 1000).toFixed(2)} s`,
    );
    const beside = await besideSilence(uris, credential, count);
    note(
      `with one among them that never answers, the others' sessions are there after ${(beside / 1000).toFixed(2)} s`,
    );
    return [
      { what: `Get-PSSession over ${count} endpoints finds the session of each`, holds: found === count },
      {
        what: 'an endpoint that never answers delays none of the others',
        holds: beside < Math.max(2 * at32, at32 + 5000),
      },
    ];
  } finally {
    await Promise.all(endpoints.map((endpoint) => endpoint.close({ drainMs: 0 })));
  }
}

/** Milliseconds until all but the silent one have answered. */
async function besideSilence(uris: readonly string[], credential: PSCredential, count: number): Promise<number> {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const connectionUri = [`http://127.0.0.1:${port}/wsman`, ...uris];
  const stop = new AbortController();
  await using context = new SessionContext();
  const started = performance.now();
  let found = 0;
  let after = Number.POSITIVE_INFINITY;
  const { signal } = stop;
  const run = getPSSession({ connectionUri, credential, authentication: 'Basic', throttleLimit: 32, context, signal });
  try {
    for await (const _session of run.output) {
      found += 1;
      if (found < count) continue;
      after = performance.now() - started;
      stop.abort();
    }
  } catch {
    // It was stopped.
  }
  silent.close();
  silent.closeAllConnections();
  return after;
}
