/** What waits on the disk is bounded for the whole endpoint: Block holds scripts, Drop loses the oldest, readers go on. */
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeFolder, removeSessions } from '../support/endpoint-end.js';
import { buildHostProgram } from '../support/host-program.js';
import { Endpoint, sessionConfiguration } from '../../src/server/index.js';
import { directPost, eventually, SessionProbe } from '../../src/server/test-support/wsman-probe.js';

vi.setConfig({ testTimeout: 60_000 });

const MAX_BYTES = 1_000_000;
/** One fragment of each session, and what is written beside output, may go beyond. */
const PLAY_BYTES = 300_000;
const LINES = 4000;
const script = `$pad = 'x' * 1000; foreach ($i in 1..${LINES}) { "$i $pad" }`;

let folder: string;
let hostProgram: readonly string[];
let endpoint: Endpoint;

beforeAll(async () => {
  hostProgram = await buildHostProgram();
});
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'psb-'));
  endpoint = await Endpoint.start({
    listeners: [],
    users: { verify: () => Promise.resolve({ ok: false, reason: 'unknownUser' }) },
    configurations: [
      sessionConfiguration({ name: 'Microsoft.PowerShell' }),
      sessionConfiguration({ name: 'Loses', outputBufferingMode: 'Drop' }),
    ],
    durability: {
      stateFolder: folder,
      runtimeFolder: path.join(folder, 'run'),
      hostProgram,
      spool: { maxBytes: MAX_BYTES },
    },
  });
});
afterEach(async () => {
  await removeSessions(endpoint);
  await endpoint.close({ drainMs: 0 });
  await removeFolder(folder);
});

function spooled(): number {
  let sum = 0;
  for (const name of readdirSync(path.join(folder, 'spool'), { recursive: true, encoding: 'utf8' })) {
    sum += statSync(path.join(folder, 'spool', name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return sum;
}
const waiting = async (shellId: string): Promise<number> =>
  (await endpoint.shells()).find((shell) => shell.shellId === shellId)?.bufferedBytes ?? 0;
/** Grows no more. */
async function settled(shellId: string): Promise<number> {
  let last = -1;
  await eventually('the producer is held', async () => {
    const before = last;
    await new Promise((resolve) => setTimeout(resolve, 400));
    last = await waiting(shellId);
    return last > 0 && last === before;
  });
  return last;
}

describe('a spool with a bound', () => {
  it('holds a Block session at the bound, loses nothing of it, and lets another one that is read go on', async () => {
    const post = directPost(endpoint.handle, { user: 'ada' });
    const left = await new SessionProbe(post).open();
    const id = await left.start(script);
    expect(await settled(left.poolId)).toBeLessThan(MAX_BYTES + PLAY_BYTES);
    expect(spooled()).toBeLessThan(MAX_BYTES + PLAY_BYTES);
    const read = await new SessionProbe(directPost(endpoint.handle, { user: 'bob' })).open();
    const { output: lines } = await read.invoke(script);
    expect(lines).toHaveLength(LINES);
    const { output, state } = await left.receive(id);
    expect(state).toBe('Completed');
    expect(output.map((line) => Number.parseInt(String(line), 10))).toEqual(
      Array.from({ length: LINES }, (_, index) => index + 1),
    );
  });

  it('lets a Drop session that nobody is connected to run on, with its last lines whole and in order', async () => {
    const session = await new SessionProbe(directPost(endpoint.handle, { user: 'ada' }), {
      resourceUri: 'http://schemas.microsoft.com/powershell/Loses',
    }).open();
    const id = await session.start(`Start-Sleep -Milliseconds 500; ${script}; 'end'`);
    await session.disconnect();
    await eventually('it ran to its end', async () =>
      (await endpoint.shells()).every(({ commands }) => commands.every(({ state }) => state === 'Done')),
    );
    expect(await waiting(session.poolId)).toBeLessThan(MAX_BYTES + PLAY_BYTES);
    await session.reconnect([id]);
    const { output } = await session.receive(id);
    expect(output.at(-1)).toBe('end');
    const numbers = output.slice(0, -1).map((line) => Number.parseInt(String(line), 10));
    expect(numbers.at(-1)).toBe(LINES);
    expect(numbers.length).toBeLessThan(LINES);
    expect(numbers).toEqual(numbers.map((_, index) => LINES - numbers.length + 1 + index));
  });
});
