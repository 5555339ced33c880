/** The machine is stopped after every single write of a session's life; each time what had been acknowledged is there. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock, systemRandom } from '../../src/io/runtime/index.js';
import { FileRecordLog, MemoryRecordLog } from '../../src/io/store/index.js';
import { PSSessionError } from '../../src/protocol/errors/index.js';
import { sessionConfiguration } from '../../src/server/configuration/session-configuration.js';
import { EmbeddedRunspaceHost } from '../../src/server/hosts/embedded-host.js';
import { ShellLayer } from '../../src/server/shells/shell-layer.js';
import { ShellSpool } from '../../src/server/spool/shell-spool.js';
import { ScriptedRunspace } from '../../src/server/test-support/scripted-engine.js';
import { directPost, SessionProbe } from '../../src/server/test-support/wsman-probe.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pse-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function layerOn(
  spoolFolder: string,
  openLog?: () => MemoryRecordLog,
): { readonly layer: ShellLayer; readonly spool: ShellSpool } {
  const spool = new ShellSpool({
    folder: spoolFolder,
    clock: systemClock,
    ...(openLog === undefined ? {} : { openLog }),
  });
  const configuration = sessionConfiguration({ name: 'Microsoft.PowerShell' });
  const layer = new ShellLayer({
    configurations: new Map([['microsoft.powershell', configuration]]),
    defaultConfiguration: configuration.name,
    cmdShell: { enabled: false, allowedUsers: [], allowedGroups: [] },
    createHost: () =>
      Promise.resolve(
        new EmbeddedRunspaceHost({
          random: systemRandom,
          clock: systemClock,
          createRunspace: () => Promise.resolve(new ScriptedRunspace()),
        }),
      ),
    clock: systemClock,
    audit: () => undefined,
    spool,
    service: { random: systemRandom, lostClientGraceMs: 1 },
  });
  return { layer, spool };
}

const died = (): PSSessionError => new PSSessionError('The power went.', { errorId: 'SessionHostDied' });
/** The file of the only session. */
const logIn = (where: string): string => path.join(where, readdirSync(where)[0] ?? '');

describe('a session whose writer stops', () => {
  it('after any write has everything that its client had not received, in order', async () => {
    const spoolFolder = path.join(folder, 'spool');
    const { layer } = layerOn(spoolFolder);
    const session = await new SessionProbe(directPost(layer.handle, { user: 'alice' })).open({ name: 'work' });
    // How long the log was when the client had been told so much.
    const told: { readonly bytes: number; readonly received: number }[] = [];
    const note = (received: number): void => {
      told.push({ bytes: readFileSync(logIn(spoolFolder)).length, received });
    };
    note(0);
    const id = await session.start('emit 40');
    const channel = session.wsman.receive(session.ref, id);
    let received = 0;
    while (channel.request !== undefined) {
      const { status, body } = await session.send(channel.request);
      for (const event of channel.receiveAnswer(status, body)) {
        if (event.type !== 'data') continue;
        received += session.pool.receivePipelineData(id, event.data).filter(({ type }) => type === 'output').length;
      }
      note(received);
    }
    expect(received).toBe(40);
    await session.disconnect();
    const ends = [...new FileRecordLog(logIn(spoolFolder)).records()].map(
      ({ position, payload }) => position + payload.length,
    );
    await layer.leave();
    expect(ends.length).toBeGreaterThan(10);

    for (const end of ends) {
      const copy = path.join(folder, `copy-${end}`);
      cpSync(spoolFolder, copy, { recursive: true });
      truncateSync(logIn(copy), end);
      const next = layerOn(copy);
      next.layer.restore(next.spool.recover(), died());
      const [shell] = next.layer.shells();
      // Nobody was told of a session whose pool had not answered yet.
      if (shell !== undefined && shell.commands.length > 0) {
        const other = new SessionProbe(directPost(next.layer.handle, { user: 'alice' }), { poolId: session.poolId });
        for (let wait = 0; next.layer.shells()[0]?.state !== 'Disconnected' && wait < 400; wait += 1) {
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        await other.connect([id]);
        const { output } = await other.receive(id);
        const before = told.filter(({ bytes }) => bytes <= end).at(-1)?.received ?? 0;
        const numbers = output.map(Number);
        expect(numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)).toBe(true);
        // What the client had, and what comes now, leave no gap.
        expect(numbers[0] ?? before + 1).toBeLessThanOrEqual(before + 1);
      }
      await next.layer.leave();
    }
  }, 120_000);
});

describe('a session of which nothing can be kept', () => {
  it('is not made, and its client is told why', async () => {
    let refused = 0;
    class FullDisk extends MemoryRecordLog {
      override append(): never {
        refused += 1;
        throw new PSSessionError('The disk is full.', { errorId: 'StoreFull', category: 'QuotaExceeded' });
      }
    }
    const { layer } = layerOn(path.join(folder, 'spool'), () => new FullDisk());
    const session = new SessionProbe(directPost(layer.handle, { user: 'alice' }));
    await expect(session.open()).rejects.toThrow(
      'The session cannot be made because its output cannot be kept. The disk is full.',
    );
    expect([layer.shells(), refused]).toEqual([[], 1]);
    await layer.close();
  });
});
