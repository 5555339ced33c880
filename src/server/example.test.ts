import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { serveForMyTeam } from '../../examples/server-with-users.js';
import { httpPost, SessionProbe } from './test-support/wsman-probe.js';

it('examples/server-with-users.ts serves, lets its user in, and writes the audit log', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'pssession-example-'));
  try {
    const lines: string[] = [];
    const { endpoint, password } = await serveForMyTeam(folder, 0, (line) => lines.push(line));
    const session = new SessionProbe(httpPost(endpoint.address.url, 'alice', password ?? ''));
    expect(await session.list()).toEqual([]);
    await expect(new SessionProbe(httpPost(endpoint.address.url, 'alice', 'wrong')).list()).rejects.toThrow();
    await endpoint.close();
    expect(lines.at(-1)).toMatch(/^serves http:\/\/127\.0\.0\.1:\d+\/wsman$/);
    const audit = await readFile(path.join(folder, 'audit.log'), 'utf8');
    expect(audit.trim().split('\n')).toHaveLength(4);
    expect(audit).not.toContain(password ?? '?');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
