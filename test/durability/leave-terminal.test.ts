/** `pssession enter` under a pseudo-terminal: left while a command runs, found again, and looked at by others. */
import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
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

const login = (user: string): string =>
  `-ConnectionUri ${endpoint.address.url} -Credential ${user} -Authentication Basic --password-env PSSESSION_PASSWORD`;
async function enter(): Promise<PseudoTerminal> {
  const screen = open(`Enter-PSSession ${login('ada')}`);
  await screen.shows('PS ');
  return screen;
}

describe.runIf(hasScript)('a terminal that is left', () => {
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

describe.runIf(hasScript)('a session that is being opened', () => {
  it('is given up at Ctrl+C', async () => {
    const silent = createServer();
    const asked = new Promise<void>((resolve) => silent.once('connection', () => resolve()));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const screen = open(
      `Enter-PSSession -ConnectionUri http://127.0.0.1:${port}/wsman -Credential ada -Authentication Basic --password-env PSSESSION_PASSWORD`,
    );
    await asked;
    screen.type('\u0003');
    await screen.ended;
    expect(screen.written()).not.toContain('Error');
    silent.close();
  });
});

describe.runIf(hasScript)('a session in which a command runs', () => {
  /** A prompt of this computer, with `ada` in `$c`. */
  const prompt = async (): Promise<PseudoTerminal> => {
    const screen = open('-NoProfile');
    await screen.shows('PS ');
    screen.type("$c = [pscredential]::new('ada', (ConvertTo-SecureString p -AsPlainText -Force)); 'ready' * 2\r");
    await screen.shows('readyready');
    return screen;
  };
  const FIND = `$s = Get-PSSession -ConnectionUri`;

  it.each([
    ['as it is', '$s'],
    ['connected before', '(Connect-PSSession $s)'],
  ])('is entered again from elsewhere, %s: its screen, its output, Ctrl+C', async (_how, session) => {
    const first = await enter();
    first.type(RUNNING);
    await first.shows('tick 5');
    first.type('~d\r');
    await first.ended;

    const second = await prompt();
    second.type(
      `${FIND} ${endpoint.address.url} -Credential $c -Authentication Basic; "$($s.State) $($s.Availability)"\r`,
    );
    await second.shows('Disconnected None');
    second.type(`Enter-PSSession ${session}\r`);
    await second.shows('tick 5');
    await second.shows('tick 30');
    // What waited is shown by the command alone, not by its screen too.
    const numbers = [...second.written().matchAll(/tick (\d+)/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual([...numbers].sort((left, right) => left - right));
    expect(new Set(numbers).size).toBe(numbers.length);
    second.type('\u0003');
    await second.shows('PS ');
    second.type("'still ' + 'here'\r");
    await second.shows('still here');
  });

  it('is refused to a second client while somebody has it, with the reason, and goes on', async () => {
    const first = await enter();
    first.type(RUNNING);
    await first.shows('tick 5');

    const second = await prompt();
    second.type(
      `${FIND} ${endpoint.address.url} -Credential $c -Authentication Basic; "$($s.State) $($s.Availability)"\r`,
    );
    await second.shows('Disconnected Busy');
    second.type('Connect-PSSession $s; "asked"\r');
    await second.shows(/either because it is not/);
    await second.shows('asked');
    await first.shows(/tick \d\d/);
    first.type('\u0003');
    await first.shows('PS ');
  });
});

describe.runIf(hasScript)('~w', () => {
  it('lets another watch, tells the owner who comes and goes, and ends it', async () => {
    const owner = await enter();
    owner.type('~w bob\r');
    await owner.shows('These may watch this session: bob');
    const watcher = open(`Watch-PSSession ${login('bob')}`);
    await owner.shows(/bob.* watches this session\./);
    owner.type("'hello ' + 'bob'\r");
    await owner.shows('hello bob');
    await watcher.shows('hello bob');
    watcher.type("'not ' + 'mine'\r");
    watcher.type('\u0003');
    await watcher.ended;
    await owner.shows(/bob.* watches it no more\./);

    const again = open(`Watch-PSSession ${login('bob')}`);
    await owner.shows(/bob.* watches this session\./);
    owner.type('~w\r');
    await owner.shows('Nobody may watch this session.');
    await again.ended;
    owner.type("'on ' + 'my own'\r");
    await owner.shows('on my own');
    expect(owner.written()).not.toContain('not mine');
    expect(again.written()).not.toContain('on my own');
  });
});
