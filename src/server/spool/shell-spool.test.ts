import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileRecordLog, type RecordLog } from '../../io/store/index.js';
import { parseGuid, type Guid } from '../../protocol/bytes/index.js';
import type { ShellFacts } from '../../protocol/wsman/index.js';
import { FakeClock } from '../../testing/index.js';
import { ShellSpool } from './shell-spool.js';

const FIRST = parseGuid('00000000-0000-0000-0000-000000000001');
const SECOND = parseGuid('00000000-0000-0000-0000-000000000002');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'spool-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function factsOf(shellId: Guid): ShellFacts {
  return {
    shellId,
    kind: 'powershell',
    configuration: 'Microsoft.PowerShell',
    resourceUri: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell',
    name: 'test',
    owner: 'user',
    createdMs: 0,
    lastRequestMs: 0,
    idleTimeoutMs: 60_000,
    maxIdleTimeoutMs: 60_000,
    maxCommands: 10,
    bufferMode: 'Block',
    inputStreams: ['stdin'],
    outputStreams: ['stdout'],
    locale: 'en-US',
    dataLocale: 'en-US',
    compressed: false,
    disconnectable: true,
    profileLoaded: false,
    state: 'Connected',
    lost: false,
    clientAddress: '127.0.0.1',
    sessionId: '',
    formerSessions: [],
    released: [],
    pool: { keptFrom: 0, confirmedTo: 0, takenTo: 0, dropped: [], done: false, doneSent: false },
    commands: [],
  };
}

/** Files whose flushes take as long as the test wants, and which tell what they lend from the system. */
class SlowDisk {
  readonly flushing: (() => void)[] = [];
  readonly lent = new Set<string>();

  open(file: string): RecordLog {
    const log = new FileRecordLog(file);
    const name = path.basename(file);
    const lends = <T>(work: () => T): T => {
      this.lent.add(name);
      return work();
    };
    const gives = (work: () => void): void => {
      this.lent.delete(name);
      work();
    };
    return {
      get bytes() {
        return log.bytes;
      },
      append: (records) => lends(() => log.append(records)),
      read: (position, length) => lends(() => log.read(position, length)),
      records: () => lends(() => log.records()),
      replace: (records) => lends(() => log.replace(records)),
      sync: () => lends(() => log.sync().then(() => new Promise<void>((resolve) => this.flushing.push(resolve)))),
      rest: () => gives(() => log.rest()),
      remove: () => gives(() => log.remove()),
    };
  }

  /** Lets the flush that is under way end, once it is. */
  async flushed(): Promise<void> {
    for (;;) {
      const end = this.flushing.shift();
      if (end !== undefined) {
        end();
        await new Promise((resolve) => setImmediate(resolve));
        return;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

function twoSessions(): { spool: ShellSpool; clock: FakeClock; disk: SlowDisk } {
  const clock = new FakeClock();
  const disk = new SlowDisk();
  const spool = new ShellSpool({ folder, clock, openLog: (file) => disk.open(file) });
  for (const shellId of [FIRST, SECOND]) spool.write([{ type: 'facts', shellId, facts: factsOf(shellId) }]);
  return { spool, clock, disk };
}

test('a session that is removed while another one is flushed leaves no file and no open handle', async () => {
  const { spool, clock, disk } = twoSessions();
  clock.advance(1000);
  spool.write([{ type: 'removed', shellId: SECOND }]);
  await disk.flushed();
  expect(existsSync(path.join(folder, `${SECOND}.log`))).toBe(false);
  expect([...disk.lent]).toEqual([`${FIRST}.log`]);
});

test('a session that has no client is flushed, and its file is not held open by that', async () => {
  const { spool, clock, disk } = twoSessions();
  spool.cool(FIRST);
  expect([...disk.lent]).toEqual([`${SECOND}.log`]);
  clock.advance(1000);
  expect(disk.lent.has(`${FIRST}.log`)).toBe(true);
  await disk.flushed();
  await disk.flushed();
  expect([...disk.lent]).toEqual([`${SECOND}.log`]);
});

test('what a session has to remember outlives logs that are written anew', () => {
  const clock = new FakeClock();
  const spool = new ShellSpool({ folder, clock });
  spool.write([{ type: 'facts', shellId: FIRST, facts: factsOf(FIRST) }]);
  const memory = { poolId: FIRST, minRunspaces: 1, maxRunspaces: 3, privateData: 'x'.repeat(2000) };
  spool.remember(FIRST, memory);
  const file = path.join(folder, `${FIRST}.log`);
  const sizes: number[] = [];
  let start = 0;
  for (let round = 0; round < 3; round += 1) {
    const bytes = new Uint8Array(700_000);
    spool.output(FIRST, undefined, { stream: 'stdout', pending: false, endsMessage: true, start }, bytes);
    start += bytes.length;
    const pool = { ...factsOf(FIRST).pool, keptFrom: start, confirmedTo: start, takenTo: start };
    spool.write([{ type: 'facts', shellId: FIRST, facts: { ...factsOf(FIRST), pool } }]);
    sizes.push(statSync(file).size);
  }
  expect(sizes.every((size) => size < 10_000)).toBe(true);
  expect(new ShellSpool({ folder, clock }).recover().map((found) => found.memory)).toEqual([memory]);
});
