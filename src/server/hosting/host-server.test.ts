import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HostFolders } from './host-folders.js';
import { HostServer } from './host-server.js';

describe('a session host whose folder cannot be written any more', () => {
  it('goes on, and its folder says why', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'psh-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const folders = new HostFolders(folder, path.join(folder, 'run'));
    expect(folders.trouble).toBe(undefined);
    let over = false;
    const server = await HostServer.start({ folders, id: '12345678', key: 'k', onDone: () => (over = true) });
    rmSync(folders.state, { recursive: true });
    expect(() => server.loaded()).not.toThrow();
    expect(folders.trouble).toMatch(/^nothing can be written to '.*hosts': ENOENT/);
    await server.end();
    expect(over).toBe(true);
  });
});
