/** The pipes of PowerShell processes, as they lie in the temporary folder. */
import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listProcessPipes } from './index.js';

describe.skipIf(process.platform !== 'linux')('pipes of processes', () => {
  let folder: string;
  const before = process.env['TMPDIR'];
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'psp-'));
    process.env['TMPDIR'] = folder;
  });
  afterEach(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(folder, { recursive: true, force: true });
  });

  it('are listed while they are their process’s own; one of an earlier process with the same number is not', async () => {
    const file = path.join(folder, `CoreFxPipe_PSHost.1DC.${process.pid}.None.pwsh`);
    const server = createServer().listen(file);
    await once(server, 'listening');
    try {
      expect((await listProcessPipes()).map(({ processId }) => processId)).toEqual([process.pid]);
      utimesSync(file, 1_600_000_000, 1_600_000_000);
      expect(await listProcessPipes()).toEqual([]);
    } finally {
      server.close();
    }
  });
});
