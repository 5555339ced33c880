/** Our client against our endpoint over HTTP, a real engine behind it: sessions that are left, found and taken up. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectPSSession,
  disconnectPSSession,
  enterPSSession,
  getPSSession,
  invokeCommand,
  newPSSession,
  receivePSSession,
  removePSSession,
  SessionContext,
  textOf,
  undecorated,
  type PSSession,
} from '../../src/client/session/index.js';
import type { PSValue } from '../../src/protocol/objects/index.js';
import { sessionConfiguration } from '../../src/server/index.js';
import { createTestEndpoint, type TestEndpoint } from '../../src/testing/index.js';
import { peerAvailable, peerCommand } from '../support/peer.js';

const byText = (one: unknown, other: unknown): number => String(one).localeCompare(String(other));
const NAP = '[Threading.Thread]::Sleep(2)';
const numbers = (count: number): string => `for ($i = 0; $i -lt ${count}; $i++) { $i; ${NAP} }`;
const values = (list: readonly unknown[]): unknown[] => list.map((value) => undecorated(value as PSValue));
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe.skipIf(!peerAvailable)('sessions at our endpoint', () => {
  let server: TestEndpoint;
  const contexts: SessionContext[] = [];
  /** Another client: a repository, a client session and connections of its own. */
  const client = (): SessionContext => {
    const context = new SessionContext();
    contexts.push(context);
    return context;
  };
  const where = () => ({
    computerName: '127.0.0.1',
    port: server.port,
    credential: { userName: server.user, password: server.password },
  });

  beforeAll(async () => {
    const [file, ...args] = await peerCommand('-NoLogo', '-NoProfile', '-s');
    const runspace = { kind: 'command', command: [file, ...args] } as const;
    server = await createTestEndpoint({
      configurations: [
        sessionConfiguration({ name: 'Microsoft.PowerShell', runspace }),
        sessionConfiguration({ name: 'ITTasks', runspace }),
      ],
    });
  }, 300_000);
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await server[Symbol.asyncDispose]();
  });

  it('opens with few round trips and tells what was granted', async () => {
    const context = client();
    const session = await newPSSession({ context, ...where(), name: 'first' }).one();
    expect(session).toMatchObject({
      state: 'Opened',
      availability: 'Available',
      idleTimeout: 7_200_000,
      outputBufferingMode: 'Block',
    });
    expect(session.runspace.roundTrips).toBeLessThanOrEqual(6);
    const before = session.runspace.roundTrips;
    expect(values(await invokeCommand({ context, session, scriptBlock: '1 + 1' }).all())).toEqual([2]);
    expect(session.runspace.roundTrips - before).toBeLessThanOrEqual(6);
    await removePSSession({ context, session }).all();
    expect(session.state).toBe('Closed');
  });

  it('keeps a job that nobody listens to: left, listed, connected, received, left, taken up, removed', {
    timeout: 60_000,
  }, async () => {
    const [first, second, third] = [client(), client(), client()];
    const [job, held] = await Promise.all([
      newPSSession({ context: first, ...where(), name: 'BackupJob04', configurationName: 'ITTasks' }).one(),
      newPSSession({ context: first, ...where(), name: 'held' }).one(),
    ]);
    const seen: unknown[] = [];
    const run = invokeCommand({ context: first, session: job, scriptBlock: numbers(400) });
    for await (const record of run.records) {
      if (record.stream === 'output') seen.push(undecorated(record.value));
      if (seen.length === 25) await disconnectPSSession({ context: first, session: job }).one();
    }
    expect([job.state, job.availability]).toEqual(['Disconnected', 'None']);

    const listed = await getPSSession({ context: second, ...where() }).all();
    expect(listed.map(({ name, state, availability }) => [name, state, availability]).toSorted(byText)).toEqual([
      ['BackupJob04', 'Disconnected', 'None'],
      ['held', 'Disconnected', 'Busy'],
    ]);
    const [found] = await getPSSession({
      context: second,
      ...where(),
      name: 'Backup*',
      configurationName: 'ITTasks',
    }).all();
    if (found === undefined) throw new Error('the session is not there');
    expect(found.instanceId).toBe(job.instanceId);
    expect(found.expiresOn?.getTime()).toBeGreaterThan(Date.now());
    await connectPSSession({ context: second, session: found }).one();
    expect([found.state, found.availability]).toEqual(['Opened', 'Busy']);
    const busy = listed.find(({ name }) => name === 'held') as PSSession;
    expect((await connectPSSession({ context: second, session: busy }).collect()).error[0]?.message).toMatch(
      /not in the Disconnected state, or it is not available/,
    );

    const taken = receivePSSession({ context: second, session: found });
    const rest: unknown[] = [];
    for await (const value of taken.output) rest.push(undecorated(value as PSValue));
    expect([...seen, ...rest]).toEqual(upTo(400));
    expect(found.availability).toBe('Available');
    expect(
      values(await invokeCommand({ context: second, session: found, scriptBlock: '$kept = 7; $kept' }).all()),
    ).toEqual([7]);

    await disconnectPSSession({
      context: second,
      session: found,
      idleTimeoutSec: 600,
      outputBufferingMode: 'Drop',
    }).one();
    const [again] = await getPSSession({ context: third, ...where(), instanceId: job.instanceId }).all();
    expect([again?.idleTimeout, again?.outputBufferingMode]).toEqual([600_000, 'Drop']);
    const [mine] = await connectPSSession({ context: third, ...where(), name: 'BackupJob04' }).all();
    expect(
      values(await invokeCommand({ context: third, session: mine as PSSession, scriptBlock: '$kept' }).all()),
    ).toEqual([7]);
    await removePSSession({ context: third, session: mine }).all();
    await removePSSession({ context: first, session: held }).all();
    expect(await getPSSession({ context: third, ...where() }).all()).toEqual([]);
  });

  it('goes on in the same client, in order, with the job that follows it', { timeout: 60_000 }, async () => {
    const context = client();
    const session = await newPSSession({ context, ...where(), name: 'same' }).one();
    const job = await invokeCommand({ context, session, scriptBlock: numbers(300), asJob: true }).one();
    while (job.receive(true).length < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    await disconnectPSSession({ context, session }).one();
    await job.wait();
    expect(job.state).toBe('Disconnected');
    await connectPSSession({ context, session }).one();
    expect(await receivePSSession({ context, session, outTarget: 'Job' }).one()).toBe(job);
    await job.wait();
    expect([job.state, session.availability]).toEqual(['Completed', 'Available']);
    expect(
      job.receive().map((record) => (record.stream === 'output' ? undecorated(record.value) : record.stream)),
    ).toEqual(upTo(300));
    await removePSSession({ context, session }).all();
  });

  it('starts work, leaves, and another client takes all of it', { timeout: 60_000 }, async () => {
    const [first, second] = [client(), client()];
    const [left] = await invokeCommand({
      context: first,
      ...where(),
      scriptBlock: numbers(150),
      inDisconnectedSession: true,
      sessionName: 'night',
    }).all();
    expect([left?.state, left?.availability, left?.name]).toEqual(['Disconnected', 'None', 'night']);
    const got = await receivePSSession({ context: second, ...where(), name: 'night' }).all();
    expect(values(got)).toEqual(upTo(150));
    await removePSSession({ context: second, name: 'night' }).all();
  });

  it('leaves what runs and closes what idles when the client goes', { timeout: 60_000 }, async () => {
    const [leaving, other] = [new SessionContext(), client()];
    const busy = await newPSSession({ context: leaving, ...where(), name: 'busy' }).one();
    await newPSSession({ context: leaving, ...where(), name: 'idle' }).one();
    const run = invokeCommand({ context: leaving, session: busy, scriptBlock: numbers(100) });
    while (busy.availability !== 'Busy') await new Promise((resolve) => setTimeout(resolve, 5));
    await leaving.close();
    const had = values(await run.all());
    const found = await getPSSession({ context: other, ...where() }).all();
    expect(found.map(({ name, state, availability }) => [name, state, availability])).toEqual([
      ['busy', 'Disconnected', 'None'],
    ]);
    const rest = values(await receivePSSession({ context: other, ...where(), name: 'busy' }).all());
    expect([...had, ...rest]).toEqual(upTo(100));
    await removePSSession({ context: other, name: 'busy' }).all();
  });

  it('can be entered, left alive, and entered again', { timeout: 60_000 }, async () => {
    const context = client();
    const inside = await enterPSSession({ context, ...where() });
    await inside.runLine('$here = 11').completion;
    await inside.detach(context);
    const { session } = inside;
    expect([session.state, session.availability]).toEqual(['Disconnected', 'None']);
    await using again = await enterPSSession({ context, session });
    expect(session.state).toBe('Opened');
    expect(await again.prompt()).toMatch(/^\[127\.0\.0\.1\]: /);
    expect(values(await invokeCommand({ context, session, scriptBlock: '$here' }).all())).toEqual([11]);
    await removePSSession({ context, session }).all();
  });

  it('holds the producer behind a slow reader, and loses nothing', { timeout: 60_000 }, async () => {
    const context = client();
    const session = await newPSSession({ context, ...where() }).one();
    const script = '$s = "x" * 65000; for ($i = 0; $i -lt 500; $i++) { "$i $s" }';
    const run = invokeCommand({ context, session, scriptBlock: script, highWaterBytes: 500_000 });
    let next = 0;
    for await (const value of run.output) {
      if (next % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 30));
      expect(textOf(undecorated(value)).split(' ')[0]).toBe(String(next));
      next += 1;
    }
    expect(next).toBe(500);
    await removePSSession({ context, session }).all();
  });
});
