/** How tests leave an endpoint that kept sessions in processes and files of its own. */
import { rmSync } from 'node:fs';
import type { Endpoint } from '../../src/server/index.js';
import { eventually } from '../../src/server/test-support/wsman-probe.js';

export async function removeSessions(endpoint: Endpoint): Promise<void> {
  for (const { shellId } of await endpoint.shells()) endpoint.removeShell(shellId);
  await eventually('all sessions are gone', async () => (await endpoint.shells()).length === 0);
}

/** Its state folder; a host that leaves may write in it yet. */
export async function removeFolder(folder: string): Promise<void> {
  await eventually('its folder goes', () => {
    try {
      rmSync(folder, { recursive: true, force: true });
      return true;
    } catch {
      return false;
    }
  });
}
