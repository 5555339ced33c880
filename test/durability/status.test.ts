/** Who has which session, asked by administrators from elsewhere, and by others. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeFolder, removeSessions } from '../support/endpoint-end.js';
import { buildHostProgram } from '../support/host-program.js';
import { remoteStatusOf, statusTable } from '../../src/cli/endpoint-status.js';
import { getEndpointSessions, getPSSession, PSCredential, SessionContext } from '../../src/client/session/index.js';
import { Endpoint, type AuditRecord } from '../../src/server/index.js';
import { eventually, httpPost, SessionProbe } from '../../src/server/test-support/wsman-probe.js';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let hostProgram: readonly string[];
let endpoint: Endpoint;
const audit: AuditRecord[] = [];

beforeAll(async () => {
  hostProgram = await buildHostProgram();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pst-'));
  audit.length = 0;
});
afterEach(async () => {
  await removeSessions(endpoint);
  await endpoint.close({ drainMs: 0 });
  await removeFolder(folder);
});

async function start(durable: boolean): Promise<void> {
  endpoint = await Endpoint.start({
    listeners: [{ port: 0 }],
    users: {
      verify: (user) => Promise.resolve({ ok: true, account: { user, groups: [], administrator: user === 'root' } }),
    },
    audit: (record) => void audit.push(record),
    ...(durable ? { durability: { stateFolder: folder, runtimeFolder: path.join(folder, 'run'), hostProgram } } : {}),
  });
}

const asUser = (user: string): Parameters<typeof getEndpointSessions>[0] => ({
  connectionUri: endpoint.address.url,
  credential: new PSCredential(user, 'p'),
  authentication: 'Basic',
  context: new SessionContext(),
});

describe.each([
  ['in hosts of their own', true],
  ["in the endpoint's process", false],
])('the sessions of an endpoint, %s', (_where, durable) => {
  it('are told to an administrator elsewhere: whose, from where, what runs, what waits, when they expire', async () => {
    await start(durable);
    const probe = await new SessionProbe(httpPost(endpoint.address.url, 'ada', 'p')).open({ name: 'night' });
    await probe.start('1..2000 | ForEach-Object { "line $_ of the night" }; Start-Sleep 600');
    await eventually('its output waits', async () => ((await endpoint.shells())[0]?.bufferedBytes ?? 0) > 100_000);
    const [found] = await getEndpointSessions(asUser('root'));
    const [session, more] = remoteStatusOf(found?.sessions ?? [], Date.now(), undefined);
    expect(more).toBeUndefined();
    expect(session).toMatchObject({
      name: 'night',
      owner: 'ada',
      configuration: 'Microsoft.PowerShell',
      from: expect.stringMatching(/127\.0\.0\.1$/),
      running: [expect.stringContaining('Start-Sleep 600')],
    });
    expect(session?.outputWaiting).toBeGreaterThan(100_000);
    expect(Math.abs(Date.parse(session?.since ?? '') - Date.now())).toBeLessThan(60_000);
    expect(Date.parse(session?.expires ?? '')).toBeGreaterThan(Date.now());
    expect(statusTable(session === undefined ? [] : [session], Date.now())).toMatch(/^night +ada /m);
  });

  it('are not told to others, who are refused with a line in the log; an ordinary list tells nobody more', async () => {
    await start(durable);
    await new SessionProbe(httpPost(endpoint.address.url, 'ada', 'p')).open({ name: 'night' });
    await expect(getEndpointSessions(asUser('ada'))).rejects.toThrow(
      /Only administrators of the endpoint may see the sessions of all users/,
    );
    expect(audit).toContainEqual(expect.objectContaining({ event: 'requestRefused', user: 'ada', code: 5 }));
    const listed = await getPSSession(asUser('eve')).all();
    expect(listed).toEqual([]);
  });
});
