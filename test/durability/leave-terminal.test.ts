/** `pssession enter` under a pseudo-terminal: left while a command runs, and found again. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, it, vi } from 'vitest';
import { removeFolder } from '../support/endpoint-end.js';
import { buildHostProgram } from '../support/host-program.js';
import { hasScript, openTerminal, type PseudoTerminal } from '../support/pseudo-terminal.js';
import { Endpoint } from '../../src/server/index.js';
import { eventually } from '../../src/server/test-support/wsman-probe.js';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let hostProgram: readonly string[];
let endpoint: Endpoint;
const terminals: PseudoTerminal[] = [];

beforeAll(async () => {
  hostProgram = await buildHostProgram();
});
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'psl-'));
  endpoint = await Endpoint.start({
    listeners: [{ port: 0 }],
    users: {
      verify: (user) => Promise.resolve({ ok: true, account: { user, groups: [], administrator: false } }),
    },
    durability: { stateFolder: folder, runtimeFolder: path.join(folder, 'run'), hostProgram },
  });
});
afterEach(async () => {
  for (const terminal of terminals.splice(0)) terminal.process.kill('SIGKILL');
  for (const { shellId } of await endpoint.shells()) endpoint.removeShell(shellId);
  await endpoint.close({ drainMs: 0 });
  await removeFolder(folder);
});

function open(words: string): PseudoTerminal {
  const screen = openTerminal(words, {
    XDG_STATE_HOME: folder,
    XDG_RUNTIME_DIR: folder,
    PSSESSION_PASSWORD: 'p',
  });
  terminals.push(screen);
  return screen;
}

const RUNNING = 'foreach ($i in 1..400) { "tick $i"; Start-Sleep -Milliseconds 50 }\r';

describe.runIf(hasScript)('a terminal that is left', () => {
  const enter = async (): Promise<PseudoTerminal> => {
    const screen = open(
      `Enter-PSSession -ConnectionUri ${endpoint.address.url} -Credential ada -Authentication Basic --password-env PSSESSION_PASSWORD`,
    );
    await screen.shows('PS ');
    return screen;
  };
  const isLeft = (running: boolean): Promise<void> =>
    eventually('the session is Disconnected', async () => {
      const [shell] = await endpoint.shells();
      return shell?.state === 'Disconnected' && shell.commands.some(({ state }) => state === 'Running') === running;
    });

  it('by ~d while a command runs leaves the command running, and the session at its server', async () => {
    const screen = await enter();
    screen.type(RUNNING);
    await screen.shows('tick 5');
    screen.type('~d\r');
    await screen.shows(/is left at/);
    await screen.ended;
    await isLeft(true);
  });

  it.each([true, false])('by closing it leaves the session at its server (a command runs: %s)', async (running) => {
    const screen = await enter();
    if (running) {
      screen.type(RUNNING);
      await screen.shows('tick 5');
    }
    screen.process.kill('SIGKILL');
    await isLeft(running);
  });
});
