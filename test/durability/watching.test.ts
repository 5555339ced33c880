/** Sessions that others look at with their owner's consent, and the screen of a session that is entered again. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeFolder, removeSessions } from '../support/endpoint-end.js';
import { buildHostProgram } from '../support/host-program.js';
import {
  enterPSSession,
  getPSSession,
  getWatchableSessions,
  newPSSession,
  PSCredential,
  SessionContext,
  watchPSSession,
  type InteractiveSession,
  type SessionHost,
} from '../../src/client/session/index.js';
import { Endpoint, sessionConfiguration, type AuditRecord, type EndpointOptions } from '../../src/server/index.js';
import { systemAccount } from '../../src/server/accounts/system-account.js';
import { eventually } from '../../src/server/test-support/wsman-probe.js';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let hostProgram: readonly string[];
let endpoint: Endpoint;
let contexts: SessionContext[];
const audit: AuditRecord[] = [];

beforeAll(async () => {
  hostProgram = await buildHostProgram();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'psw-'));
  audit.length = 0;
  contexts = [];
});
afterEach(async () => {
  await removeSessions(endpoint);
  await Promise.all(contexts.map((context) => context.close()));
  await endpoint.close({ drainMs: 0 });
  await removeFolder(folder);
});

const GROUPS: Readonly<Record<string, readonly string[]>> = { dan: ['operators'] };

async function start(durable: boolean, port = 0, more: Partial<EndpointOptions> = {}): Promise<void> {
  endpoint = await Endpoint.start({
    listeners: [{ port }],
    ...more,
    users: {
      verify: (user) =>
        Promise.resolve({ ok: true, account: { user, groups: GROUPS[user] ?? [], administrator: user === 'root' } }),
    },
    audit: (record) => void audit.push(record),
    ...(durable ? { durability: { stateFolder: folder, runtimeFolder: path.join(folder, 'run'), hostProgram } } : {}),
  });
}

/** A person at a screen, who answers questions with what stands in `answers`. */
class Person {
  text = '';
  readonly answers: string[] = [];
  readonly asked: (() => void)[] = [];
  readonly host: SessionHost = {
    name: 'person',
    version: '1.0',
    hasUI: true,
    write: (text) => void (this.text += text),
    writeLine: (text) => void (this.text += `${text}\n`),
    writeErrorLine: (text) => void (this.text += `${text}\n`),
    writeWarningLine: (text) => void (this.text += `WARNING: ${text}\n`),
    readLine: (signal) =>
      new Promise((resolve, reject) => {
        const answer = this.answers.shift();
        if (answer !== undefined) resolve(answer);
        else signal.addEventListener('abort', () => reject(new Error('nobody answers')), { once: true });
      }),
  };
}

const asUser = (user: string) => {
  const context = new SessionContext();
  contexts.push(context);
  return {
    connectionUri: endpoint.address.url,
    credential: new PSCredential(user, 'p'),
    authentication: 'Basic',
    context,
  } as const;
};

interface Owner {
  readonly person: Person;
  readonly entered: InteractiveSession;
  readonly context: SessionContext;
  run(line: string): Promise<void>;
}

async function owner(user = 'ada', name = 'work'): Promise<Owner> {
  const person = new Person();
  const who = asUser(user);
  const session = await newPSSession({ ...who, name, host: person.host }).one();
  const entered = await enterPSSession({ session, context: who.context, host: person.host });
  return {
    person,
    entered,
    context: who.context,
    run: async (line) => {
      await entered.prompt();
      await entered.runLine(line).all();
    },
  };
}

interface Watching {
  readonly person: Person;
  readonly end: Promise<unknown>;
  stop(): void;
}

function watch(user: string, parameters: { readonly name?: string; readonly noWait?: boolean } = {}): Watching {
  const person = new Person();
  const abort = new AbortController();
  const run = watchPSSession({
    ...asUser(user),
    name: parameters.name ?? 'work',
    ...(parameters.noWait === undefined ? {} : { noWait: parameters.noWait }),
    host: person.host,
    signal: abort.signal,
  });
  const end = (async () => {
    for await (const record of run.records) {
      if (record.stream === 'error') person.text += `ERROR: ${record.value.message}\n`;
      else if (record.stream === 'warning') person.text += `WARNING: ${record.value.message}\n`;
      else if (record.stream === 'output') person.text += `${String(record.value)}\n`;
    }
  })().catch((error: unknown) => error);
  return { person, end, stop: () => abort.abort() };
}

const shows = (person: Person, text: string): Promise<void> =>
  eventually(`it shows ${text}`, () => person.text.includes(text));

describe.each([
  ['in hosts of their own', true],
  ["in the endpoint's process", false],
])('a session that may be watched, %s', (_where, durable) => {
  it('shows others what it shows, from what is on the screen on; its owner is told, and so is the log', async () => {
    await start(durable);
    const ada = await owner();
    await ada.run('"before the watcher"');
    await ada.entered.setWatchers(['eve', 'operators']);
    const eve = watch('eve');
    await shows(eve.person, 'PS>');
    expect(eve.person.text).toContain('before the watcher');
    await shows(ada.person, 'eve (from');
    await ada.run("'while she looks'; Write-Warning 'careful'; Write-Error 'broken'");
    await shows(eve.person, 'broken');
    expect(eve.person.text).toMatch(/> 'while she looks'; .*\n(?:.*\n)*while she looks\n/);
    expect(eve.person.text.match(/careful$/gm)).toHaveLength(1);
    // Of a group.
    const dan = watch('dan');
    await shows(dan.person, 'while she looks');
    const [listed] = await getWatchableSessions(asUser('ada'));
    expect(listed).toMatchObject({ name: 'work', mayWatch: ['eve', 'operators'] });
    expect(listed?.watchers.map((text) => text.split(' ')[0]).sort()).toEqual(['dan', 'eve']);
    const [shell] = await endpoint.shells();
    expect(shell?.watchers).toHaveLength(2);
    eve.stop();
    dan.stop();
    await eve.end;
    for (const event of ['watchersSet', 'watchStarted'])
      expect(audit).toContainEqual(expect.objectContaining({ event, user: event === 'watchersSet' ? 'ada' : 'eve' }));
    await eventually('nobody watches', async () => (await endpoint.shells())[0]?.watchers?.length === 0);
    expect(audit).toContainEqual(expect.objectContaining({ event: 'watchEnded', user: 'dan' }));
    await shows(ada.person, 'dan (from');
  });

  it('is none to those whom its owner did not name, administrators among them, and to all once he withdraws it', async () => {
    await start(durable);
    const ada = await owner();
    await ada.run('"mine"');
    for (const user of ['eve', 'root']) {
      expect(String(await watch(user).end)).toContain('no session named');
      expect(await getWatchableSessions(asUser(user))).toEqual([]);
    }
    await ada.entered.setWatchers(['EVE']);
    expect(await getWatchableSessions(asUser('eve'))).toMatchObject([{ name: 'work', owner: 'ada', mayWatch: [] }]);
    // Being let watch is not being let in.
    expect(await getPSSession(asUser('eve')).all()).toEqual([]);
    const eve = watch('eve');
    await shows(eve.person, 'mine');
    await ada.entered.setWatchers([]);
    // Told while he waits, or refused when he asks again.
    const end = String(await eve.end);
    expect(`${end} ${eve.person.text}`).toMatch(/does not let it be watched any more|may not be watched any more/);
    await ada.run('"secret"');
    expect(eve.person.text).not.toContain('secret');
    expect(await getWatchableSessions(asUser('eve'))).toEqual([]);
  });

  it('goes on at its own pace, and whole, however slow who watches is; he is told what he missed', async () => {
    await start(durable);
    const ada = await owner();
    await ada.run('"begin"');
    await ada.entered.setWatchers(['eve']);
    const who = asUser('eve');
    const [shell] = await getWatchableSessions(who);
    if (shell === undefined) throw new Error('nothing to watch');
    const [info] = [...(await watchTarget(who))];
    if (info === undefined) throw new Error('no target');
    await using directory = who.context.carriers.directory(info);
    const signal = new AbortController().signal;
    const first = await directory.screen(shell, undefined, signal);
    // Far more than is kept of a screen, while the watcher does not ask.
    await ada.run('1..4000 | ForEach-Object { "line $_ " + ("x" * 100) }');
    const lines = ada.person.text.split('\n').filter((line) => line.startsWith('line '));
    expect(lines).toHaveLength(4000);
    const second = await directory.screen(shell, first?.next, signal);
    expect(second).toMatchObject({ lost: true });
    expect(second?.messages.length).toBeGreaterThan(0);
  });

  it('shows the question that waits, takes no answer from who watches, and shows no typed answer', async () => {
    await start(durable);
    const ada = await owner();
    await ada.entered.setWatchers(['eve']);
    const eve = watch('eve');
    await eventually('eve is there', async () => (await endpoint.shells())[0]?.watchers?.length === 1);
    eve.person.answers.push('an answer of eve');
    ada.person.answers.push('answer of ada');
    await ada.run("$x = Read-Host 'Who'; 'it was ' + $x.Length");
    await shows(eve.person, 'it was 13');
    expect(eve.person.text).toContain('Who');
    expect(eve.person.text).not.toContain('answer of ada');
    expect(eve.person.answers).toHaveLength(1);
    eve.stop();
  });
});

async function watchTarget(who: ReturnType<typeof asUser>) {
  const { queryTargets } = await import('../../src/client/session/operations/targets.js');
  return queryTargets(who, who.context);
}

describe('who watches', () => {
  it('goes on where he was when the listener died and another one serves the session', async () => {
    await start(true);
    const ada = await owner();
    await ada.run('"one"');
    await ada.entered.setWatchers(['eve']);
    const eve = watch('eve');
    await shows(eve.person, 'one');
    const { port } = endpoint.address;
    await endpoint.close({ drainMs: 0 });
    await start(true, port);
    await ada.run('"two"');
    await shows(eve.person, 'two');
    expect(eve.person.text.match(/^one$/gm)).toHaveLength(1);
    eve.stop();
    await eve.end;
  });

  it('is told when the session ends, and why when its host dies', async () => {
    await start(true);
    const ada = await owner();
    await ada.run('"here"');
    await ada.entered.setWatchers(['eve']);
    const eve = watch('eve');
    await shows(eve.person, 'here');
    await ada.entered.session.runspace.close();
    await eve.end;
    expect(eve.person.text).toContain('is gone');

    const next = await owner('ada', 'work');
    await next.run('"again"');
    await next.entered.setWatchers(['eve']);
    const later = watch('eve');
    await shows(later.person, 'again');
    await next.run('$PID');
    const pid = Number(/^(\d+)$/m.exec(next.person.text)?.[1]);
    process.kill(pid, 'SIGKILL');
    const reason = await later.end;
    expect(`${String(reason)} ${later.person.text}`).toMatch(/ended|died|gone/);
  });

  it('does not keep a session alive, nor its client connected, nor notices that the owner is away', async () => {
    await start(true);
    const ada = await owner();
    await ada.run('"stays"');
    await ada.entered.setWatchers(['eve']);
    const eve = watch('eve');
    await shows(eve.person, 'stays');
    await ada.entered.detach(ada.context);
    const before = (await endpoint.shells())[0];
    expect(before).toMatchObject({ state: 'Disconnected' });
    eve.stop();
    await eve.end;
    const again = watch('eve', { noWait: true });
    await again.end;
    expect(again.person.text).toContain('stays');
    // A time is told in UTC from a monotonic one; two such sums may differ by a rounded millisecond.
    const after = (await endpoint.shells())[0];
    expect(Math.abs((after?.lastRequestMs ?? 0) - (before?.lastRequestMs ?? NaN))).toBeLessThanOrEqual(1);
  });
});

const canBecome = process.getuid?.() === 0 && (await systemAccount('nobody')) !== undefined;
if (!canBecome) console.warn('watching sessions of their caller: SKIPPED, this is not root or has no account nobody');

describe.skipIf(!canBecome)('a session that runs as its caller', () => {
  const asCaller = sessionConfiguration({
    name: 'Microsoft.PowerShell',
    runspace: { kind: 'embedded', runAs: 'caller' },
  });
  it('shows itself to those whom its owner named, though the process is his, and to nobody else', async () => {
    await start(true, 0, { configurations: [asCaller] });
    const ada = await owner('nobody');
    await ada.run('"mine"; id -un');
    expect(ada.person.text).toMatch(/^nobody$/m);
    for (const user of ['eve', 'root']) {
      expect(String(await watch(user).end)).toContain('no session named');
      expect(await getWatchableSessions(asUser(user))).toEqual([]);
    }
    await ada.entered.setWatchers(['eve', 'operators']);
    const eve = watch('eve');
    await shows(eve.person, 'mine');
    const dan = watch('dan');
    await shows(dan.person, 'mine');
    await ada.run("'while she looks'");
    await shows(eve.person, 'while she looks');
    await shows(ada.person, 'eve (from');
    expect(await getPSSession(asUser('eve')).all()).toEqual([]);
    expect(await getWatchableSessions(asUser('root'))).toEqual([]);
    await ada.entered.setWatchers([]);
    await Promise.all([eve.end, dan.end]);
    await ada.run('"secret"');
    expect(eve.person.text + dan.person.text).not.toContain('secret');
    // Whatever his host says is in the log under his name; who watched is its reason.
    for (const reason of ['watcher eve', 'watcher dan'])
      expect(audit).toContainEqual(expect.objectContaining({ event: 'watchStarted', user: 'nobody', reason }));
  });
});

describe('a session that is entered again', () => {
  it('shows what was on its screen, from another program too', async () => {
    await start(true);
    const ada = await owner();
    await ada.run('"something to remember"');
    await ada.entered.detach(ada.context);
    const who = asUser('ada');
    const [session] = await getPSSession(who).all();
    const person = new Person();
    if (session === undefined) throw new Error('no session');
    const entered = await enterPSSession({ session, context: who.context, host: person.host });
    expect(person.text).toMatch(/PS[^\n]*> "something to remember"\nsomething to remember\n/);
    await entered.runLine('"and on"').all();
    expect(person.text).toContain('and on');
    // What entering asks behind the person's back is on no screen.
    const run = watchPSSession({ ...who, name: 'work', noWait: true, host: new Person().host });
    expect(await run.all()).toEqual([]);
  });

  it.each([
    ['from the same program', true],
    ['from another one', false],
  ])('takes up the command that runs, %s, which asks its question again', async (_how, same) => {
    await start(true);
    const ada = await owner();
    const running = ada.entered
      .runLine("'asking'; $x = Read-Host 'Your name'; \"Hello $x\"")
      .all()
      .catch(() => undefined);
    await shows(ada.person, 'Your name');
    await ada.entered.detach(ada.context);
    await running;
    const who = same ? { context: ada.context } : asUser('ada');
    const session = same ? ada.entered.session : (await getPSSession(who as ReturnType<typeof asUser>).all())[0];
    if (session === undefined) throw new Error('no session');
    const person = new Person();
    person.answers.push('Ada');
    const entered = await enterPSSession({ session, context: who.context, host: person.host });
    expect(person.text).toContain('asking');
    expect(person.text).toContain('Your name');
    const resumed = entered.takeUp();
    expect(resumed).toBeDefined();
    await resumed?.all();
    expect(person.text).toContain('Hello Ada');
    await entered.runLine('"next"').all();
    expect(person.text).toContain('next');
  });
});
