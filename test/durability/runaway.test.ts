/** A script that runs away in a process that sessions of its owner share: what becomes of it, and of the others. */
import { execFileSync } from 'node:child_process';
import { Agent } from 'node:http';
import { closeSync, constants, mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  getPSSession,
  invokeCommand,
  newPSSession,
  PSCredential,
  SessionContext,
} from '../../src/client/session/index.js';
import { removeFolder, removeSessions } from '../support/endpoint-end.js';
import { buildHostProgram } from '../support/host-program.js';
import {
  DEFAULT_CONFIGURATION_QUOTAS,
  Endpoint,
  sessionConfiguration,
  type AuditRecord,
  type DurabilityOptions,
  type EndpointOptions,
} from '../../src/server/index.js';
import { eventually, httpPost, SessionProbe } from '../../src/server/test-support/wsman-probe.js';

vi.setConfig({ testTimeout: 180_000 });

let folder: string;
let hostProgram: readonly string[];
let endpoint: Endpoint;
let audited: AuditRecord[];
beforeAll(async () => {
  hostProgram = await buildHostProgram();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'psw-'));
  audited = [];
});
afterEach(async () => {
  release();
  await removeSessions(endpoint);
  await endpoint.close({ drainMs: 0 });
  await removeFolder(folder);
});

/** Whoever waits at the pipe reads its end. */
function release(): void {
  try {
    closeSync(openSync(path.join(folder, 'pipe'), constants.O_WRONLY | constants.O_NONBLOCK));
  } catch {
    // There is no pipe, or nobody waits.
  }
}

async function start(
  durability: Partial<DurabilityOptions> = {},
  options: Partial<EndpointOptions> = {},
): Promise<void> {
  endpoint = await Endpoint.start({
    listeners: [{ port: 0 }],
    users: {
      verify: (user) => Promise.resolve({ ok: true, account: { user, groups: [], administrator: user === 'root' } }),
    },
    durability: { stateFolder: folder, runtimeFolder: path.join(folder, 'run'), hostProgram, ...durability },
    audit: (record) => audited.push(record),
    ...options,
  });
}
/** A client of its own. It has as many connections as it needs, and not so many as would be refused. */
const of = (user: string): SessionProbe =>
  new SessionProbe(httpPost(endpoint.address.url, user, 'p', new Agent({ keepAlive: true, maxSockets: 50 })));

/** Runs a script in a session that others share a process with; says how long those others waited for small work. */
async function beside(
  script: string,
  times = 12,
): Promise<{ readonly runaway: SessionProbe; readonly longestMs: number }> {
  const bystander = await of('ada').open();
  const runaway = await of('ada').open();
  await bystander.invoke('1');
  await runaway.start(script);
  let longestMs = 0;
  for (let at = 0; at < times; at += 1) {
    const began = performance.now();
    expect((await bystander.invoke('$all = foreach ($i in 1..500) { "a$i" }; $all.Count')).output).toEqual([500]);
    longestMs = Math.max(longestMs, performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(new Set((await endpoint.shells()).map(({ state }) => state))).toEqual(new Set(['Connected']));
  return { runaway, longestMs };
}

describe('a script that runs away beside others in one process', () => {
  // Each of these would hold the thread, or take all turns, in an engine that does not share it.
  it.each([
    ['a loop that never waits', 'while ($true) { }'],
    ['five hundred loops at once', '1..500 | ForEach-Object -Parallel { while ($true) { } } -ThrottleLimit 500'],
    ['a pattern that never ends', '("a" * 40 + "!") -match "^(a+)+$"'],
    ['a pattern that never ends, by .NET', '[regex]::Replace(("a" * 40 + "!"), "^(a|aa)+$", "")'],
    ['output that nobody takes', 'while ($true) { "x" * 10000 }'],
    [
      'fifty timers of a millisecond, with actions',
      '1..50 | ForEach-Object { $t = [Timers.Timer]::new(1); Register-ObjectEvent $t Elapsed -Action { $global:n++ } | Out-Null; $t.Start() }; Start-Sleep 600',
    ],
    ['events without end', 'while ($true) { New-Event more | Out-Null }'],
    ['a wait of .NET', '[System.Threading.ManualResetEvent]::new($false).WaitOne()'],
    ['a sleep of .NET', '[System.Threading.Thread]::Sleep(600000)'],
    ['a program that does not end', '[Diagnostics.Process]::Start("sleep", "600").WaitForExit()'],
  ])('%s: the others are served, and it can be stopped', async (_what, script) => {
    await start();
    const { runaway, longestMs } = await beside(script);
    // Generous: what is wrong is seconds and more.
    expect(longestMs).toBeLessThan(2500);
    const [running] = (await endpoint.shells()).flatMap(({ commands }) => commands);
    const began = performance.now();
    if (running !== undefined) await runaway.stop(running.commandId);
    expect(performance.now() - began).toBeLessThan(5000);
    await runaway.close();
  });

  it('calls that never come back end with the depth of calls as reason, and the session goes on', async () => {
    await start();
    const session = await of('ada').open();
    const { errors } = await session.invoke('function deeper { deeper }; deeper');
    expect(errors.map(({ exception }) => exception.message).join()).toMatch(/call depth overflow/);
    expect((await session.invoke('6 * 7')).output).toEqual([42]);
  });

  it('a thousand pipelines at once in one session: more than its limit are refused, and another session is served', async () => {
    const quotas = { ...DEFAULT_CONFIGURATION_QUOTAS, MaxConcurrentCommandsPerShell: 1000 };
    await start({}, { configurations: [sessionConfiguration({ name: 'Microsoft.PowerShell', quotas })] });
    const many = await of('ada').open();
    const other = await of('ada').open();
    const answers = await Promise.allSettled(Array.from({ length: 1100 }, () => many.start('Start-Sleep 600')));
    const refused = answers.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(refused).toHaveLength(100);
    expect(refused[0]).toMatch(/MaxConcurrentCommandsPerShell/);
    expect((await other.invoke('6 * 7')).output).toEqual([42]);
    await many.close();
  });
});

describe('a script that fills the memory of a process that it shares', () => {
  const GROWS =
    '$all = [System.Collections.Generic.List[object]]::new(); while ($true) { $all.Add(@{ at = $all.Count; text = "text" + $all.Count }) }';

  it.each([
    ['objects', GROWS],
    ['texts', '$all = @(); while ($true) { $all += ,(("x" * 100kb + $all.Count).ToUpper()) }'],
    ['texts of which two fill a page', '$all = while ($true) { ("x" * 100kb).ToUpper() }'],
    ['bytes, which are outside the heap', '$all = @(); while ($true) { $all += ,[byte[]]::new(5mb) }'],
  ])('of %s ends with the reason, and no other script does', async (_what, script) => {
    const [node = '', ...rest] = hostProgram;
    await start({ hostProgram: [node, '--max-old-space-size=160', ...rest] });
    const bystander = await of('ada').open();
    const runaway = await of('ada').open();
    const ending = runaway.receive(await runaway.start(script));
    let ended = false;
    void ending.finally(() => {
      ended = true;
    });
    for (let at = 0; !ended; at += 1) {
      const { state, error, output } = await bystander.invoke(
        '$sum = 0; foreach ($i in 1..20000) { $sum += $i }; "sum $sum"',
      );
      expect(error?.exception.message).toBeUndefined();
      expect([state, ...output]).toEqual(['Completed', 'sum 200010000']);
    }
    const { state, error } = await ending;
    expect(state).toBe('Failed');
    expect(error?.exception.message).toMatch(
      /^(?:The script|A text of \d+ characters) needs more memory than this engine gives (?:it|the script): \d+ of \d+ MB are used\.$/,
    );
    await runaway.close();
    // Nobody has it any more: others may fill it again.
    expect((await bystander.invoke('$all = foreach ($i in 1..300000) { "text $i" }; $all.Count')).output).toEqual([
      300_000,
    ]);
    expect((await bystander.invoke('6 * 7')).output).toEqual([42]);
  });
});

describe('a script that holds the only thread of its process', () => {
  // Nothing in the process can end it: the system has the thread until somebody writes into the pipe.
  const hold = (): string => {
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    return `"before"; Start-Sleep -Milliseconds 50; [IO.File]::ReadAllText('${pipe}')`;
  };
  const isEnded = (session: SessionProbe) => async (): Promise<boolean> =>
    (await endpoint.shells()).some(
      ({ shellId, brokenReason }) => shellId === session.poolId && brokenReason !== undefined,
    );

  it('is ended with the reason, its sessions are Broken with it, and their output can be received', async () => {
    await start({ unresponsiveMs: 3000 });
    const bystander = await of('ada').open();
    const other = await of('eve').open();
    const runaway = await of('ada').open();
    const commandId = await runaway.start(hold());
    await new Promise((resolve) => setTimeout(resolve, 300));
    const waiting = bystander.invoke('6 * 7').then(
      (result) => result.error?.exception.message ?? result.state,
      (failure: unknown) => String(failure),
    );
    // Another owner's host, and with it every other owner, has nothing of it.
    for (let at = 0; at < 20; at += 1) expect((await other.invoke('6 * 7')).output).toEqual([42]);
    await eventually('the host is ended', isEnded(runaway), 20_000);
    const reason = /was ended: a script held it for 3 seconds without a pause/;
    const { output, state, error } = await runaway.receive(commandId);
    expect([output, state]).toEqual([['before'], 'Failed']);
    expect(error?.exception.message).toMatch(reason);
    // Whoever waited for it hears the same.
    expect(await waiting).toMatch(/was ended: a script held it/);
    expect(audited.map(({ reason: why = '' }) => why).join('\n')).toMatch(/did not answer for 3 s and was ended/);
    expect((await other.invoke('6 * 7')).output).toEqual([42]);
  });

  it('delays no list, neither its owner’s nor an administrator’s, and its sessions stand there', async () => {
    await start({ unresponsiveMs: 60_000 });
    const bystander = await of('ada').open();
    const other = await of('eve').open();
    await bystander.start(hold());
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const [who, ids] of [
      [of('ada'), [bystander.poolId]],
      [of('eve'), [other.poolId]],
      [of('root'), [bystander.poolId, other.poolId]],
    ] as const) {
      const began = performance.now();
      const listed = (await who.list()).map(({ shellId }) => shellId.toLowerCase());
      expect(listed.sort()).toEqual(Array.from(ids).sort());
      expect(performance.now() - began).toBeLessThan(5000);
    }
    expect(await endpoint.shells()).toHaveLength(1);
  });

  it('stands in the lists of Get-PSSession by its name, Busy, and its owner gets a new one at once', async () => {
    await start({ unresponsiveMs: 60_000 });
    const where = {
      connectionUri: endpoint.address.url,
      credential: new PSCredential('ada', 'p'),
      authentication: 'Basic' as const,
      context: new SessionContext(),
    };
    const stuck = await newPSSession({ ...where, name: 'stuck' }).one();
    const held = invokeCommand({ session: stuck, scriptBlock: hold(), context: where.context });
    held.completion.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const seen = async (): Promise<string[]> =>
      (await getPSSession({ ...where, context: new SessionContext() }).all()).map(
        ({ name, state, availability }) => `${name} ${state} ${availability}`,
      );
    expect(await seen()).toEqual(['stuck Disconnected Busy']);
    const began = performance.now();
    await using other = await newPSSession({ ...where, name: 'other' }).one();
    expect(await invokeCommand({ session: other, scriptBlock: '6 * 7', context: where.context }).all()).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect((await seen()).sort()).toEqual(['other Disconnected Busy', 'stuck Disconnected Busy']);
    release();
    await held.completion.catch(() => undefined);
  });

  it('gets no further sessions of its owner: they are made in another process', async () => {
    await start({ unresponsiveMs: 24_000 });
    const stuck = await of('ada').open();
    await stuck.start(hold());
    await new Promise((resolve) => setTimeout(resolve, 300));
    const first = of('ada').open();
    await new Promise((resolve) => setTimeout(resolve, 8000));
    const second = await of('ada').open();
    expect((await second.invoke('6 * 7')).output).toEqual([42]);
    // The one that was asked for too early is made too, once the held process is gone.
    expect((await (await first).invoke('6 * 7')).output).toEqual([42]);
  });

  it('is found by the next endpoint, and ended by it', async () => {
    await start({ unresponsiveMs: 60_000 });
    const stuck = await of('ada').open();
    await stuck.start(hold());
    await new Promise((resolve) => setTimeout(resolve, 300));
    await endpoint.close({ drainMs: 0 });
    await start({ unresponsiveMs: 3000 });
    await eventually('the host is ended', isEnded(stuck), 20_000);
  });
});
