/** Every quota of docs/configuration.md: what happens at it, with the fault that WinRM gives. */
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createSocketlessEndpoint, createTestEndpoint, FakeClock, type TestEndpoint } from '../testing/index.js';
import { DEFAULT_CONFIGURATION_QUOTAS, sessionConfiguration, type SessionConfiguration } from './index.js';
import { directPost, eventually, httpPost, rawRequest, SessionProbe } from './test-support/wsman-probe.js';

const open: AsyncDisposable[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
});

async function socketless(options: Parameters<typeof createSocketlessEndpoint>[0] = {}): Promise<TestEndpoint> {
  const endpoint = await createSocketlessEndpoint(options);
  open.push(endpoint);
  return endpoint;
}
async function server(options: Parameters<typeof createTestEndpoint>[0] = {}): Promise<TestEndpoint> {
  const endpoint = await createTestEndpoint({ users: [{ user: 'alice', password: 'a' }], ...options });
  open.push(endpoint);
  return endpoint;
}
const of = (endpoint: TestEndpoint, user: string): SessionProbe =>
  new SessionProbe(directPost(endpoint.endpoint.handle, { user }));
const limited = (quotas: Partial<SessionConfiguration['quotas']>): SessionConfiguration =>
  sessionConfiguration({ name: 'Microsoft.PowerShell', quotas: { ...DEFAULT_CONFIGURATION_QUOTAS, ...quotas } });
/** The code of a fault that an operation ends with. */
const faultOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no fault',
    (error: unknown) => (typeof error === 'object' && error !== null && 'code' in error ? error.code : error),
  );
const connected = async (port: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
};

describe('a quota of a session configuration', () => {
  it.each([
    ['MaxShells', { MaxShells: 1 }, 'bob', 2_150_859_238],
    ['MaxShellsPerUser', { MaxShellsPerUser: 1 }, 'alice', 2_150_859_236],
    ['MaxConcurrentUsers', { MaxConcurrentUsers: 1 }, 'bob', 2_150_859_237],
  ])('%s refuses one more session with its own fault', async (_name, quotas, next, code) => {
    const endpoint = await socketless({ configurations: [limited(quotas)] });
    const first = await of(endpoint, 'alice').open();
    expect(await faultOf(of(endpoint, next).open())).toBe(code);
    await first.close();
    expect((await of(endpoint, next).open()).pool.state).toBe('Opened');
  });

  it('MaxConcurrentCommandsPerShell refuses one more pipeline', async () => {
    const endpoint = await socketless({ configurations: [limited({ MaxConcurrentCommandsPerShell: 1 })] });
    const session = await of(endpoint, 'alice').open();
    await session.start('Start-Sleep 60');
    expect(await faultOf(session.start('1'))).toBe(2_150_859_241);
  });

  it('MaxIdleTimeoutms refuses to wait longer, IdleTimeoutms is what a session gets that asks for nothing', async () => {
    const endpoint = await socketless({
      configurations: [limited({ IdleTimeoutms: 90_000, MaxIdleTimeoutms: 100_000 })],
    });
    expect(await faultOf(of(endpoint, 'alice').open({ idleTimeoutMs: 100_001 }))).toBe(2_150_859_250);
    await of(endpoint, 'alice').open();
    expect((await endpoint.endpoint.shells())[0]?.idleTimeoutMs).toBe(90_000);
  });

  it('IdleTimeoutms removes a session that was left alone so long', async () => {
    const clock = new FakeClock();
    const endpoint = await socketless({ clock, configurations: [limited({ IdleTimeoutms: 90_000 })] });
    const session = await of(endpoint, 'alice').open();
    await session.disconnect();
    await clock.advanceAsync(89_000);
    expect(await endpoint.endpoint.shells()).toHaveLength(1);
    await clock.advanceAsync(2000);
    expect(await endpoint.endpoint.shells()).toHaveLength(0);
    expect(await faultOf(session.reconnect())).toBe(2_150_858_843);
  });
});

describe('a quota of the endpoint', () => {
  it('MaxShellsPerUser and MaxConcurrentUsers refuse one more', async () => {
    const endpoint = await socketless({ quotas: { MaxShellsPerUser: 1, MaxConcurrentUsers: 1 } });
    await of(endpoint, 'alice').open();
    expect(await faultOf(of(endpoint, 'alice').open())).toBe(2_150_859_173);
    expect(await faultOf(of(endpoint, 'bob').open())).toBe(2_150_859_179);
  });

  it('MaxConcurrentOperationsPerUser refuses one more request of that user, and of no other', async () => {
    const endpoint = await socketless({ quotas: { MaxConcurrentOperationsPerUser: 1 } });
    const session = await of(endpoint, 'alice').open();
    const id = await session.start('Start-Sleep 60');
    const waiting = session.receive(id).catch(() => undefined);
    await eventually('the Receive waits', async () => (await faultOf(session.list())) === 2_150_859_174);
    expect(await of(endpoint, 'bob').list()).toEqual([]);
    for (const { shellId } of await endpoint.endpoint.shells()) endpoint.endpoint.removeShell(shellId);
    await waiting;
  });

  it('MaxBatchItems is the size of a page of a list, whatever the client asks for', async () => {
    const endpoint = await socketless({ quotas: { MaxBatchItems: 2 } });
    const sessions = [await of(endpoint, 'alice').open(), await of(endpoint, 'alice').open()];
    const [session] = sessions;
    if (session === undefined) throw new Error('no session');
    const pages = async (): Promise<number> => {
      const list = session.wsman.enumerateShells();
      let { request } = list;
      for (let asked = 1; ; asked += 1) {
        const { status, body } = await session.send(request);
        const step = list.receiveAnswer(status, body);
        if (step.type === 'result') return asked;
        if (step.type === 'failed') throw step.error;
        request = step.request;
      }
    };
    expect(await pages()).toBe(1);
    for (let more = 0; more < 3; more += 1) await of(endpoint, 'alice').open();
    expect(await pages()).toBe(3);
    expect(await session.list()).toHaveLength(5);
  });

  it('EnumerationTimeoutms forgets a list whose next page nobody asks for', async () => {
    const clock = new FakeClock();
    const endpoint = await socketless({ clock, quotas: { MaxBatchItems: 1, EnumerationTimeoutms: 10_000 } });
    const session = await of(endpoint, 'alice').open();
    await of(endpoint, 'alice').open();
    const firstPage = async (): Promise<() => Promise<unknown>> => {
      const list = session.wsman.enumerateShells();
      const first = await session.send(list.request);
      const next = list.receiveAnswer(first.status, first.body);
      if (next.type !== 'again') throw new Error('one page should not do');
      return async () => {
        const { status, body } = await session.send(next.request);
        const step = list.receiveAnswer(status, body);
        if (step.type === 'failed') throw step.error;
        return step.type === 'result' ? step.result : step.type;
      };
    };
    const inTime = await firstPage();
    await clock.advanceAsync(9_900);
    expect(await inTime()).toHaveLength(2);
    const tooLate = await firstPage();
    await clock.advanceAsync(10_100);
    expect(await faultOf(tooLate())).toBe(2_150_858_779);
  });

  it('MaxTimeoutms is the longest that a request waits: then the fault TimedOut', async () => {
    const clock = new FakeClock();
    const endpoint = await socketless({ clock, quotas: { MaxTimeoutms: 5000 } });
    const session = await of(endpoint, 'alice').open();
    // The client asks for 180 s.
    const { request } = session.wsman.receive(session.ref);
    if (request === undefined) throw new Error('nothing to ask');
    const waiting = session.send(request);
    await clock.advanceAsync(4900);
    expect(await Promise.race([waiting, Promise.resolve('waits')])).toBe('waits');
    await clock.advanceAsync(200);
    const { status, body } = await waiting;
    expect(status).toBe(500);
    expect(new TextDecoder().decode(body)).toContain('2150858793');
  });

  it('MaxShellRunTime ends a session, whatever it does', async () => {
    const clock = new FakeClock();
    const endpoint = await socketless({ clock, quotas: { MaxShellRunTime: 50_000 } });
    await of(endpoint, 'alice').open();
    await clock.advanceAsync(49_000);
    expect(await endpoint.endpoint.shells()).toHaveLength(1);
    await clock.advanceAsync(2000);
    expect(await endpoint.endpoint.shells()).toHaveLength(0);
  });

  it('MaxEnvelopeSizekb refuses a larger request with 413', async () => {
    const endpoint = await server({ quotas: { MaxEnvelopeSizekb: 32 } });
    const answer = await rawRequest(endpoint.url, {
      headers: {
        authorization: `Basic ${Buffer.from('alice:a').toString('base64')}`,
        'content-type': 'application/soap+xml;charset=UTF-8',
      },
      body: 'x'.repeat(33 * 1024),
    });
    expect(answer.status).toBe(413);
  });

  it('MaxConnections answers one more connection with 503; one that is there goes on', async () => {
    const endpoint = await server({ quotas: { MaxConnections: 2 } });
    const session = await new SessionProbe(httpPost(endpoint.url, 'alice', 'a')).open();
    while (sockets.length < 2) await connected(endpoint.port);
    const refused = await rawRequest(endpoint.url, { body: 'x' });
    expect(refused.status).toBe(503);
    expect(refused.text).toMatch(/MaxConnections/);
    expect(refused.headers['connection']).toBe('close');
    expect(await session.list()).toHaveLength(1);
    for (const socket of sockets.splice(0)) socket.destroy();
    await eventually('there is room again', async () => (await rawRequest(endpoint.url, { body: 'x' })).status === 401);
  });

  it('MaxPacketRetrievalTimeSeconds ends a request whose body does not come', async () => {
    const endpoint = await server({ quotas: { MaxPacketRetrievalTimeSeconds: 1 } });
    const socket = await connected(endpoint.port);
    let text = '';
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
    });
    socket.write(
      `POST /wsman HTTP/1.1\r\nHost: x\r\nAuthorization: Basic ${Buffer.from('alice:a').toString('base64')}\r\nContent-Type: application/soap+xml\r\nContent-Length: 1000\r\n\r\nabc`,
    );
    await closed;
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
  });
});
