/** The endpoint over real HTTP and through its seam, with a scripted engine behind the embedded host. */
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { systemRandom, systemClock } from '../io/runtime/index.js';
import { guidFromRandom } from '../protocol/bytes/index.js';
import { NO_HOST } from '../protocol/psrp/index.js';
import { SignalCode } from '../protocol/wsman/index.js';
import { createSocketlessEndpoint, createTestEndpoint, FakeClock, type TestEndpoint } from '../testing/index.js';
import { EmbeddedRunspaceHost, StartupFailure } from './hosts/embedded-host.js';
import { errorRecordOf } from './hosts/error-records.js';
import { sessionConfiguration, type SessionConfiguration } from './configuration/session-configuration.js';
import { DEFAULT_CONFIGURATION_QUOTAS } from './configuration/quotas.js';
import { Endpoint } from './endpoint.js';
import { PSSessionError } from '../protocol/errors/index.js';
import { directPost, eventually, httpPost, rawRequest, SessionProbe } from './test-support/wsman-probe.js';
import { ScriptedRunspace } from './test-support/scripted-engine.js';

const USERS = [
  { user: 'alice', password: 'a' },
  { user: 'bob', password: 'b' },
  { user: 'root', password: 'r', administrator: true },
];
const runspaces: ScriptedRunspace[] = [];
const scripted =
  (startup?: () => void) =>
  ({ configuration }: { configuration: SessionConfiguration }) =>
    Promise.resolve(
      new EmbeddedRunspaceHost({
        random: systemRandom,
        clock: systemClock,
        createRunspace: () => {
          startup?.();
          if (configuration.startupScript === 'fail') {
            throw new StartupFailure(errorRecordOf(new PSSessionError('no luck', { errorId: 'StartupScript' })));
          }
          const runspace = new ScriptedRunspace();
          runspaces.push(runspace);
          return Promise.resolve(runspace);
        },
      }),
    );

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
  runspaces.length = 0;
});
async function server(options: Parameters<typeof createTestEndpoint>[0] = {}): Promise<TestEndpoint> {
  const endpoint = await createTestEndpoint({ users: USERS, createHost: scripted(), ...options });
  open.push(endpoint);
  return endpoint;
}
async function socketless(options: Parameters<typeof createSocketlessEndpoint>[0] = {}): Promise<TestEndpoint> {
  const endpoint = await createSocketlessEndpoint({ users: USERS, createHost: scripted(), ...options });
  open.push(endpoint);
  return endpoint;
}
const as = (endpoint: TestEndpoint, user: 'alice' | 'bob' | 'root', options = {}): SessionProbe =>
  new SessionProbe(httpPost(endpoint.url, user, user.slice(0, 1)), options);
const direct = (endpoint: TestEndpoint, user: string, options = {}, administrator = false): SessionProbe =>
  new SessionProbe(directPost(endpoint.endpoint.handle, { user, administrator }), options);
/** The code of a fault that an operation ends with. */
const faultOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no fault',
    (error: unknown) => (typeof error === 'object' && error !== null && 'code' in error ? error.code : error),
  );

describe('a client that dies', () => {
  it('while nothing of it waits has left its session as soon as its connections are closed', async () => {
    const endpoint = await server({ service: { lostClientGraceMs: 50 } });
    const looker = as(endpoint, 'alice');
    const agent = new Agent({ keepAlive: true });
    const session = await new SessionProbe(httpPost(endpoint.url, 'alice', 'a', agent)).open({ name: 'left' });
    const stateNow = async (): Promise<string | undefined> => (await looker.list())[0]?.state;
    await session.start('emit 3');
    expect(await stateNow()).toBe('Connected');
    agent.destroy();
    await eventually('nobody has it', async () => (await stateNow()) === 'Disconnected');
    const second = as(endpoint, 'alice', { poolId: session.poolId });
    await second.connect();
    expect(second.pool.state).toBe('Opened');
  });

  it('while a request of it is on its way, and the gate looks at the password, is noticed as soon', async () => {
    let slow = false;
    const endpoint = await Endpoint.start({
      listeners: [{ port: 0 }],
      createHost: scripted(),
      service: { lostClientGraceMs: 50 },
      users: {
        verify: async (user) => {
          if (slow) await new Promise((resolve) => setTimeout(resolve, 200));
          return { ok: true, account: { user, groups: [], administrator: false } };
        },
      },
    });
    open.push(endpoint);
    const agent = new Agent({ keepAlive: true });
    const session = await new SessionProbe(httpPost(endpoint.address.url, 'alice', 'a', agent)).open();
    slow = true;
    const { request } = session.wsman.receive(session.ref);
    const waiting = session.send(request ?? new Uint8Array()).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    agent.destroy();
    await waiting;
    await eventually('nobody has it', async () => (await endpoint.shells())[0]?.state === 'Disconnected', 3000);
  });

  it('is not meant by the end of a connection that said it would end', async () => {
    const endpoint = await server({ service: { lostClientGraceMs: 20 } });
    const agent = new Agent({ keepAlive: false });
    const session = await new SessionProbe(httpPost(endpoint.url, 'alice', 'a', agent)).open({ name: 'works' });
    await session.invoke('emit 3');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await session.list()).toMatchObject([{ name: 'works', state: 'Connected' }]);
  });
});

describe('a session', () => {
  it('is made, runs a pipeline and is removed, over HTTP', async () => {
    const endpoint = await server();
    const session = await as(endpoint, 'alice').open({ name: 'work' });
    expect(session.pool.state).toBe('Opened');
    expect(await session.invoke('emit 3')).toMatchObject({ output: [1, 2, 3], state: 'Completed' });
    expect(await session.list()).toMatchObject([{ name: 'work', state: 'Connected' }]);
    await session.close();
    expect(await session.list()).toEqual([]);
    await eventually('the runspace is disposed', () => runspaces[0]?.disposed === true);
    expect(endpoint.audit.map(({ event }) => event)).toEqual([
      'endpointStarted',
      'loginAccepted',
      'shellCreated',
      'shellClosed',
    ]);
  });

  it('tells of a terminating error, and of a bug in the engine, as Failed, and lives on', async () => {
    const session = await direct(await socketless(), 'alice').open();
    expect(await session.invoke('fail boom')).toMatchObject({
      state: 'Failed',
      error: { exception: { message: 'boom' } },
    });
    const crashed = await session.invoke('crash');
    expect(crashed.state).toBe('Failed');
    expect(crashed.error?.exception.message).not.toContain('bug');
    expect(await session.invoke('emit 1')).toMatchObject({ output: [1] });
  });

  it('keeps one runspace for one pipeline after the other, and resets it', async () => {
    const session = await direct(await socketless(), 'alice').open();
    await session.invoke('set x 5');
    expect((await session.invoke('var x')).output).toEqual(['5']);
    expect(runspaces).toHaveLength(1);
  });

  it('queues pipelines beyond its runspaces, and runs so many at once', async () => {
    const session = await direct(await socketless(), 'alice', { max: 2 }).open();
    const [one, two, three] = [await session.start('wait'), await session.start('wait'), await session.start('emit 1')];
    await eventually('two run', () => runspaces.reduce((sum, { running }) => sum + running, 0) === 2);
    expect(runspaces).toHaveLength(2);
    const third = session.receive(three);
    const [first] = await Promise.all([session.receive(one), session.stop(one)]);
    expect(first.state).toBe('Stopped');
    expect(await third).toMatchObject({ output: [1], state: 'Completed' });
    await Promise.all([session.receive(two), session.stop(two)]);
    expect(runspaces).toHaveLength(2);
  });

  it('takes input, and its end', async () => {
    const session = await direct(await socketless(), 'alice').open();
    const id = await session.start('echo-input', { noInput: false });
    session.pool.sendInput(id, 'a');
    await session.flush(id);
    session.pool.sendInput(id, 'b');
    session.pool.endInput(id);
    await session.flush(id);
    expect((await session.receive(id)).output).toEqual(['a', 'b', 'end']);
  });

  it('asks the host of its client', async () => {
    const hostInfo = { ...NO_HOST, isHostNull: false, isHostUINull: false };
    const session = await direct(await socketless(), 'alice', { hostInfo }).open();
    const id = await session.start('ask');
    const asked = await session.receive(id, ({ events }) => events.some(({ type }) => type === 'hostCall'));
    const call = asked.events.find((event) => event.type === 'hostCall');
    if (call?.type !== 'hostCall') throw new Error('no host call came');
    session.pool.respondToHostCall(id, call.call, { result: 'blue' });
    await session.flush(id);
    expect((await session.receive(id)).output).toEqual(['blue']);
  });

  it('refuses a prompt when its client has no host', async () => {
    const session = await direct(await socketless(), 'alice').open();
    expect(await session.invoke('ask')).toMatchObject({
      state: 'Failed',
      error: { fullyQualifiedErrorId: 'HostCallFailed' },
    });
  });

  it('is Broken with the reason when its start-up script fails', async () => {
    const configurations = [sessionConfiguration({ name: 'Microsoft.PowerShell', startupScript: 'fail' })];
    const session = direct(await socketless({ configurations }), 'alice');
    await session.open().catch(() => undefined);
    expect(session.poolEvents).toContainEqual(
      expect.objectContaining({
        type: 'stateChanged',
        state: 'Broken',
        error: expect.objectContaining({ fullyQualifiedErrorId: 'StartupScript' }),
      }),
    );
  });

  it('holds a producer that nobody listens to, and lets it go on when somebody does', async () => {
    const endpoint = await socketless({ service: { outputBufferBytes: 200_000 } });
    const session = await direct(endpoint, 'alice').open();
    const id = await session.start('flood 5000');
    await eventually('the producer is held', () => (runspaces[0]?.emitted ?? 0) > 100);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(runspaces[0]?.emitted).toBeLessThan(2500);
    const { output } = await session.receive(id);
    expect(output).toHaveLength(5000);
    expect(output.map((text) => (typeof text === 'string' ? Number.parseInt(text, 10) : -1))).toEqual(
      Array.from({ length: 5000 }, (_, n) => n),
    );
  });

  it('stops a producer that is held', async () => {
    const endpoint = await socketless({ service: { outputBufferBytes: 200_000 } });
    const session = await direct(endpoint, 'alice').open();
    const id = await session.start('flood 100000');
    await eventually('the producer is held', () => (runspaces[0]?.emitted ?? 0) > 100);
    const [result] = await Promise.all([session.receive(id), session.stop(id)]);
    expect(result.state).toBe('Stopped');
    expect(await session.invoke('emit 1')).toMatchObject({ output: [1] });
  });
});

describe('leaving and taking up', () => {
  it('another client of the same user connects, and receives what was produced meanwhile', async () => {
    const endpoint = await server();
    const first = await as(endpoint, 'alice').open({ name: 'job' });
    await first.invoke('set x 7');
    const job = await first.start('echo-input', { noInput: false });
    first.pool.sendInput(job, 'before');
    await first.flush(job);
    await first.disconnect();
    const second = as(endpoint, 'alice', { poolId: first.poolId });
    expect(await second.list()).toMatchObject([{ name: 'job', state: 'Disconnected' }]);
    await second.connect([job]);
    // The new client cannot go on feeding: the input was ended for it. protocol.md 5.3
    expect(await second.receive(job)).toMatchObject({ output: ['before', 'end'], state: 'Completed' });
    await second.release(job);
    expect((await second.invoke('var x')).output).toEqual(['7']);
    expect(second.pool.state).toBe('Opened');
    await second.close();
  });

  it('reconnects for the same client only, and connects only what is left', async () => {
    const endpoint = await socketless();
    const first = await direct(endpoint, 'alice').open();
    const other = direct(endpoint, 'alice', { poolId: first.poolId });
    expect(await faultOf(other.connect())).toBe(2_150_859_213);
    await first.disconnect();
    expect(await faultOf(first.start('emit 1'))).toBe(2_150_859_204);
    expect(await faultOf(other.reconnect())).toBe(2_150_859_206);
    await first.reconnect();
    expect((await first.invoke('emit 1')).output).toEqual([1]);
  });

  it('a Receive whose connection broke before it was looked at takes nothing, and its client counts as gone', async () => {
    const endpoint = await server();
    const session = await as(endpoint, 'alice').open();
    const request = session.wsman.receive(session.ref).request ?? new Uint8Array();
    await endpoint.send(request, { user: 'alice', connectionLost: AbortSignal.abort() });
    const state = async (): Promise<string | undefined> => (await endpoint.endpoint.shells())[0]?.state;
    await eventually('nobody has it', async () => (await state()) === 'Disconnected');
  });

  it('a session outlives the connections of its client', async () => {
    const endpoint = await server();
    const session = await as(endpoint, 'alice').open();
    const id = await session.start('wait');
    const lost = new AbortController();
    const waiting = endpoint.send(session.wsman.receive(session.ref, id).request ?? new Uint8Array(), {
      user: 'alice',
      connectionLost: lost.signal,
    });
    lost.abort();
    expect((await waiting).status).toBe(500);
    const [result] = await Promise.all([session.receive(id), session.stop(id)]);
    expect(result.state).toBe('Stopped');
  });
});

describe('who may do what', () => {
  it('another user neither sees nor reaches a session; an administrator sees and removes it', async () => {
    const endpoint = await socketless();
    const mine = await direct(endpoint, 'alice').open({ name: 'mine' });
    const theirs = direct(endpoint, 'bob', { poolId: mine.poolId });
    expect(await theirs.list()).toEqual([]);
    const post = directPost(endpoint.endpoint.handle, { user: 'bob' });
    const id = await mine.start('wait');
    const nowhere = guidFromRandom(systemRandom(16));
    /** Whatever was asked, with what is different in each answer taken away. */
    const told = async (request: Uint8Array, shellId: string): Promise<string> => {
      const { status, body } = await post(request);
      const text = new TextDecoder().decode(body).replaceAll(/uuid:[0-9A-F-]+/gi, 'uuid');
      return `${status} ${text.replaceAll(new RegExp(shellId, 'gi'), 'SHELL')}`;
    };
    const requests = (shellId: typeof nowhere): readonly (readonly [string, Uint8Array])[] => {
      const { wsman } = theirs;
      const ref = { ...theirs.ref, shellId };
      const operations = [
        wsman.deleteShell(ref),
        wsman.disconnect(ref),
        wsman.reconnect(ref),
        wsman.reconnect(ref, id),
        wsman.startCommand(ref, { commandText: 'x', data: new Uint8Array(64) }),
        wsman.send(ref, { data: new Uint8Array(64) }),
        wsman.send(ref, { commandId: id, data: new Uint8Array(64) }),
        wsman.signal(ref, id, SignalCode.terminate),
        wsman.signal(ref, id, SignalCode.powershellStop),
        wsman.getShell(ref),
        wsman.enumerateCommands(shellId),
        wsman.connect(ref, new Uint8Array(64)),
        wsman.connectCommand(ref, id),
      ];
      return [
        ...operations.map(({ name, request }) => [name, request] as const),
        ['Receive', wsman.receive(ref).request ?? new Uint8Array()],
        ['Receive of the command', wsman.receive(ref, id).request ?? new Uint8Array()],
      ];
    };
    // What another has is answered as what nobody has.
    const none = requests(nowhere);
    for (const [at, [name, request]] of requests(mine.poolId).entries()) {
      const answer = await told(request, mine.poolId);
      expect(answer, name).toBe(await told(none[at]?.[1] ?? new Uint8Array(), nowhere));
      if (name !== 'EnumerateCommands') expect(answer, name).toMatch(/^500 .*Code="(5|2150858843)"/s);
    }
    // And nothing of it was done.
    await Promise.all([mine.receive(id), mine.stop(id)]);
    expect(await mine.invoke('emit 2')).toMatchObject({ output: [1, 2], state: 'Completed' });
    await mine.disconnect();
    expect([5, 2_150_858_843]).toContain(await faultOf(direct(endpoint, 'bob', { poolId: mine.poolId }).connect()));
    expect(endpoint.audit.some(({ event, user }) => event === 'requestRefused' && user === 'bob')).toBe(true);
    const root = direct(endpoint, 'root', { poolId: mine.poolId }, true);
    expect(await root.list()).toMatchObject([{ name: 'mine' }]);
    await root.close();
    expect(await root.list()).toEqual([]);
  });

  it('a configuration is for those whom it names', async () => {
    const configurations = [
      sessionConfiguration({ name: 'Microsoft.PowerShell' }),
      sessionConfiguration({ name: 'Jea', allowedUsers: ['bob'] }),
    ];
    const endpoint = await socketless({ configurations });
    const resourceUri = 'http://schemas.microsoft.com/powershell/jea';
    expect(await faultOf(direct(endpoint, 'alice', { resourceUri }).open())).toBe(5);
    expect((await direct(endpoint, 'bob', { resourceUri }).open()).pool.state).toBe('Opened');
    const unknown = { resourceUri: 'http://schemas.microsoft.com/powershell/nothere' };
    expect(await faultOf(direct(endpoint, 'bob', unknown).open())).toBe(2_150_858_811);
  });

  it('a wrong password gets 401 with the offered mechanisms, and is logged without the password', async () => {
    const endpoint = await server();
    const answer = await rawRequest(endpoint.url, {
      headers: {
        authorization: `Basic ${Buffer.from('alice:hunter2').toString('base64')}`,
        'content-type': 'application/soap+xml',
      },
      body: '<x/>',
    });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Basic realm="WSMAN"');
    expect(endpoint.audit).toContainEqual(
      expect.objectContaining({ event: 'loginRefused', user: 'alice', reason: 'wrongPassword' }),
    );
    expect(JSON.stringify(endpoint.audit)).not.toContain('hunter2');
  });
});

describe('limits', () => {
  it('a user has so many shells, and the endpoint so many users', async () => {
    const endpoint = await socketless({ quotas: { MaxShellsPerUser: 2, MaxConcurrentUsers: 2 } });
    const first = await direct(endpoint, 'alice').open();
    await direct(endpoint, 'alice').open();
    expect(await faultOf(direct(endpoint, 'alice').open())).toBe(2_150_859_173);
    await direct(endpoint, 'bob').open();
    expect(await faultOf(direct(endpoint, 'root').open())).toBe(2_150_859_179);
    await first.close();
    expect((await direct(endpoint, 'alice').open()).pool.state).toBe('Opened');
  });

  it('a session that nobody uses goes when its idle time is over', async () => {
    const clock = new FakeClock();
    const endpoint = await socketless({ clock });
    const left = await direct(endpoint, 'alice').open({ name: 'left', idleTimeoutMs: 120_000 });
    await left.disconnect();
    await clock.advanceAsync(119_000);
    expect(await endpoint.endpoint.shells()).toHaveLength(1);
    await clock.advanceAsync(2000);
    expect(await endpoint.endpoint.shells()).toHaveLength(0);
    await eventually('the runspace is disposed', () => runspaces[0]?.disposed === true);
    expect(endpoint.audit).toContainEqual(expect.objectContaining({ event: 'shellClosed', reason: 'expired' }));
    expect(await faultOf(left.reconnect())).toBe(2_150_858_843);
  });

  it('an idle time out of bounds is refused', async () => {
    const quotas = { ...DEFAULT_CONFIGURATION_QUOTAS, MaxIdleTimeoutms: 600_000, IdleTimeoutms: 300_000 };
    const endpoint = await socketless({
      configurations: [sessionConfiguration({ name: 'Microsoft.PowerShell', quotas })],
    });
    expect(await faultOf(direct(endpoint, 'alice').open({ idleTimeoutMs: 601_000 }))).toBe(2_150_859_250);
    expect(await faultOf(direct(endpoint, 'alice').open({ idleTimeoutMs: 1000 }))).toBe(2_150_859_250);
  });

  it('a Receive without data is answered when its operation time is over', async () => {
    const clock = new FakeClock();
    const endpoint = await socketless({ clock });
    const session = await direct(endpoint, 'alice').open();
    const id = await session.start('wait');
    const waiting = endpoint.send(session.wsman.receive(session.ref, id).request ?? new Uint8Array(), {
      user: 'alice',
    });
    await clock.advanceAsync(61_000);
    const answer = await waiting;
    expect(answer.status).toBe(500);
    expect(new TextDecoder().decode(answer.envelope)).toContain('2150858793');
  });
});

describe('bad requests', () => {
  const authorization = `Basic ${Buffer.from('alice:a').toString('base64')}`;
  const soap = { authorization, 'content-type': 'application/soap+xml;charset=UTF-8' };

  it('get the status that says what is wrong, and harm nobody', async () => {
    const endpoint = await server();
    const session = await as(endpoint, 'alice').open();
    const status = async (url: string, options: Parameters<typeof rawRequest>[1]): Promise<number> =>
      (await rawRequest(url, options)).status;
    expect(await status(endpoint.url.replace('wsman', 'other'), { headers: soap, body: 'x' })).toBe(404);
    expect(await status(endpoint.url, { method: 'GET' })).toBe(405);
    expect(await status(endpoint.url, { body: 'x' })).toBe(401);
    expect(await status(endpoint.url, { headers: { ...soap, 'content-type': 'text/html' }, body: 'x' })).toBe(415);
    expect(
      await status(endpoint.url, {
        headers: { ...soap, 'content-type': 'application/soap+xml;charset=ebcdic' },
        body: 'x',
      }),
    ).toBe(415);
    expect(await status(endpoint.url, { headers: soap, body: 'garbage' })).toBe(500);
    expect(await status(endpoint.url, { headers: soap, body: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' })).toBe(500);
    expect(await status(endpoint.url, { headers: soap, body: 'x'.repeat(600_000) })).toBe(413);
    expect(await status(`${endpoint.url}?PSVersion=7.4.1`, { headers: soap })).toBe(200);
    expect((await session.invoke('emit 2')).output).toEqual([1, 2]);
  });

  it('a body that says it has 2 GB is refused before a byte of it is read', async () => {
    const endpoint = await server();
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(endpoint.port, '127.0.0.1');
      let text = '';
      socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')));
      socket.on('data', (bytes) => {
        text += bytes.toString('latin1');
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
      socket.write(
        `POST /wsman HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nContent-Type: application/soap+xml\r\nContent-Length: 2147483648\r\n\r\nabc`,
      );
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('a chunked body beyond the limit is cut off', async () => {
    const endpoint = await server();
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(endpoint.port, '127.0.0.1');
      let text = '';
      socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')));
      socket.on('data', (bytes) => {
        text += bytes.toString('latin1');
      });
      socket.on('close', () => resolve(text));
      socket.on('error', (error) => (text === '' ? reject(error) : resolve(text)));
      socket.write(
        `POST /wsman HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nContent-Type: application/soap+xml\r\nTransfer-Encoding: chunked\r\n\r\n`,
      );
      for (let part = 0; part < 10; part += 1) socket.write(`10000\r\n${'x'.repeat(65_536)}\r\n`);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('an unknown action, and a shell that is not there, are faults with their numbers', async () => {
    const endpoint = await socketless();
    const session = await direct(endpoint, 'alice').open();
    const request = new TextDecoder().decode(
      session.wsman.deleteShell({ shellId: guidFromRandom(systemRandom(16)) }).request,
    );
    const unknownShell = await endpoint.send(request, { user: 'alice' });
    expect(new TextDecoder().decode(unknownShell.envelope)).toContain('Code="2150858843"');
    const unknownAction = await endpoint.send(request.replace('transfer/Delete', 'transfer/Explode'), {
      user: 'alice',
    });
    expect(unknownAction.status).toBe(500);
    expect(new TextDecoder().decode(unknownAction.envelope)).toMatch(/Code="21508587(53|71)"/);
    expect((await session.invoke('emit 1')).output).toEqual([1]);
  });

  it('Identify needs no login, and nothing else goes that way', async () => {
    const endpoint = await server();
    const headers = { 'content-type': 'application/soap+xml', wsmanidentify: 'unauthenticated' };
    const envelope = (body: string): string =>
      `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"><s:Header/><s:Body>${body}</s:Body></s:Envelope>`;
    const answer = await rawRequest(endpoint.url, { headers, body: envelope('<i:Identify/>') });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('IdentifyResponse');
    const list = direct(endpoint, 'alice').wsman.enumerateShells().request;
    expect((await rawRequest(endpoint.url, { headers, body: list })).status).toBe(401);
  });

  it('garbage on a pipeline fails that pipeline only; garbage on the pool breaks the pool', async () => {
    const endpoint = await socketless();
    const session = await direct(endpoint, 'alice', { max: 2 }).open();
    const id = await session.start('wait');
    const post = directPost(endpoint.endpoint.handle, { user: 'alice' });
    await post(session.wsman.send(session.ref, { commandId: id, data: new Uint8Array(64).fill(255) }).request);
    expect((await session.receive(id)).state).toBe('Failed');
    expect((await session.invoke('emit 1')).output).toEqual([1]);
    const other = await direct(endpoint, 'alice').open();
    await post(session.wsman.send(session.ref, { data: new Uint8Array(64).fill(255) }).request);
    expect((await other.invoke('emit 1')).output).toEqual([1]);
    expect(await faultOf(session.start('emit 1'))).not.toBe('no fault');
    const shells = await endpoint.endpoint.shells();
    const broken = shells.filter(({ brokenReason }) => brokenReason !== undefined);
    expect(broken.map(({ shellId }) => shellId)).toEqual([session.poolId]);
  });
});

describe('starting', () => {
  const users = { verify: () => Promise.resolve({ ok: false, reason: 'unknownUser' } as const) };
  it('refuses plain HTTP beyond loopback unless told in plain words', async () => {
    await expect(Endpoint.start({ users, listeners: [{ address: '0.0.0.0', port: 0 }] })).rejects.toMatchObject({
      errorId: 'UnencryptedListener',
    });
    const endpoint = await Endpoint.start({
      users,
      listeners: [{ address: '0.0.0.0', port: 0, allowUnencrypted: true }],
    });
    await endpoint.close();
  });

  it('says that a port is taken, and leaves no listener behind', async () => {
    const first = await server();
    await expect(Endpoint.start({ users, listeners: [{ port: 0 }, { port: first.port }] })).rejects.toThrow(
      /cannot listen on 127\.0\.0\.1:\d+: another program listens there already/,
    );
  });

  it('closes while a client waits', async () => {
    const endpoint = await server();
    const session = await as(endpoint, 'alice').open();
    const id = await session.start('wait');
    const waiting = session.receive(id).catch((error: unknown) => error);
    await eventually('it runs', () => runspaces[0]?.running === 1);
    await endpoint.endpoint.close({ drainMs: 500 });
    await waiting;
    expect(runspaces[0]?.disposed).toBe(true);
    await endpoint.endpoint.close();
  });
});
