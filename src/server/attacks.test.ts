/** What somebody on the network may try before, and instead of, a login: over real connections. */
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTestEndpoint, type TestEndpoint } from '../testing/index.js';
import { httpPost, rawRequest, SessionProbe } from './test-support/wsman-probe.js';

vi.setConfig({ testTimeout: 60_000 });

const USERS = [
  { user: 'alice', password: 'a' },
  { user: 'bob', password: 'b' },
];
const open: TestEndpoint[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
});
async function server(options: Parameters<typeof createTestEndpoint>[0] = {}): Promise<TestEndpoint> {
  const endpoint = await createTestEndpoint({ users: USERS, ...options });
  open.push(endpoint);
  return endpoint;
}
const authorization = `Basic ${Buffer.from('alice:a').toString('base64')}`;
const soap = { authorization, 'content-type': 'application/soap+xml;charset=UTF-8' };

interface Raw {
  /** What the server said until it closed the connection, and after how long that was. */
  readonly closed: Promise<{ readonly text: string; readonly afterMs: number }>;
  write(text: string): void;
}
/** A connection that the test writes bytes to. */
function raw(port: number): Raw {
  const began = performance.now();
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1');
  });
  socket.on('error', () => undefined);
  const closed = new Promise<{ text: string; afterMs: number }>((resolve) => {
    socket.on('close', () => resolve({ text, afterMs: performance.now() - began }));
  });
  return { closed, write: (part) => void (socket.writable && socket.write(part)) };
}
const once = async (port: number, request: string): Promise<string> => {
  const connection = raw(port);
  connection.write(request);
  return (await connection.closed).text;
};

describe('a client that sends slowly', () => {
  it('is closed when its time is over, whatever part it is at, and holds nobody else', async () => {
    const endpoint = await server({ quotas: { MaxPacketRetrievalTimeSeconds: 1 } });
    const session = await new SessionProbe(httpPost(endpoint.url, 'alice', 'a')).open();
    const [silent, header, body] = [raw(endpoint.port), raw(endpoint.port), raw(endpoint.port)];
    header.write('POST /wsman HTTP/1.1\r\nHost: x\r\n');
    body.write(
      `POST /wsman HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nContent-Type: application/soap+xml\r\nContent-Length: 1000\r\n\r\n`,
    );
    const drops = setInterval(() => {
      header.write('X-More: 1\r\n');
      body.write('<');
    }, 100);
    for (let at = 0; at < 5; at += 1) {
      expect((await session.invoke('1 + 1')).output).toEqual([2]);
    }
    const ends = await Promise.all([silent.closed, header.closed, body.closed]);
    clearInterval(drops);
    for (const { afterMs } of ends) expect(afterMs).toBeLessThan(10_000);
    expect(ends[1].text).toMatch(/^HTTP\/1\.1 408 /);
    expect(ends[2].text).toMatch(/^HTTP\/1\.1 408 /);
    expect((await session.invoke('1 + 1')).output).toEqual([2]);
  });
});

describe('a request that is no honest one', () => {
  it('with headers without end is refused before all of them are read', async () => {
    const endpoint = await server();
    expect(await once(endpoint.port, `POST /wsman HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(200_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
    const many = Array.from({ length: 60_000 }, (_, at) => `x${at}: y`).join('\r\n');
    expect(await once(endpoint.port, `POST /wsman HTTP/1.1\r\nHost: x\r\n${many}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('that says two lengths, or a length and pieces, is refused: what is behind it is no second request', async () => {
    const endpoint = await server();
    const hidden = `POST /wsman HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nContent-Length: 0\r\n\r\n`;
    for (const lengths of [
      'Content-Length: 4\r\nTransfer-Encoding: chunked',
      'Content-Length: 4\r\nContent-Length: 5',
      'Transfer-Encoding: identity, chunked, identity\r\nContent-Length: 4',
    ]) {
      const said = await once(endpoint.port, `POST /wsman HTTP/1.1\r\nHost: x\r\n${lengths}\r\n\r\n0\r\n\r\n${hidden}`);
      expect(said.match(/HTTP\/1\.1 \d+/g), lengths).toEqual(['HTTP/1.1 400']);
    }
  });

  it('whose XML is a bomb below the limit of its size is answered soon, and holds the others no longer', async () => {
    const endpoint = await server();
    const session = await new SessionProbe(httpPost(endpoint.url, 'bob', 'b')).open();
    const wrap = (body: string): string =>
      `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/>${body}</s:Envelope>`;
    const times = (count: number, make: (at: number) => string): string =>
      Array.from({ length: count }, (_, at) => make(at)).join('');
    const bombs: Readonly<Record<string, string>> = {
      deep: wrap(`<s:Body>${'<a>'.repeat(160_000)}`),
      attributes: wrap(`<s:Body ${times(40_000, (at) => `a${at}="" `)}/>`),
      namespaces: wrap(`<s:Body ${times(20_000, (at) => `xmlns:n${at}="u" `)}/>`),
      'namespaces, each in the last': wrap(`<s:Body>${times(400, (at) => `<a xmlns:n${at}="u${'x'.repeat(1000)}">`)}`),
      entities: `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}">${times(9, (at) => `<!ENTITY a${at} "${'&a;'.repeat(10)}">`)}]>${wrap('<s:Body>&a8;</s:Body>')}`,
      'an entity of a file': `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${wrap('<s:Body>&a;</s:Body>')}`,
      'characters by number': wrap(`<s:Body>${'&#65;'.repeat(95_000)}</s:Body>`),
      comments: wrap(`<s:Body>${'<!---->'.repeat(65_000)}</s:Body>`),
      'a text that does not end': wrap(`<s:Body>${'<![CDATA['.repeat(50_000)}`),
      siblings: wrap(`<s:Body>${'<a/>'.repeat(120_000)}</s:Body>`),
      selectors: wrap('<s:Body/>').replace(
        '<s:Header/>',
        `<s:Header xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"><w:SelectorSet>${times(9000, (at) => `<w:Selector Name="ShellId">${at}</w:Selector>`)}</w:SelectorSet></s:Header>`,
      ),
    };
    for (const [name, body] of Object.entries(bombs)) {
      const began = performance.now();
      const attack = rawRequest(endpoint.url, { headers: soap, body });
      expect((await session.invoke('1 + 1')).output, name).toEqual([2]);
      const { status, text } = await attack;
      expect([400, 413, 500], `${name}: ${status}`).toContain(status);
      expect(text, name).not.toMatch(/root:/);
      expect(performance.now() - began, name).toBeLessThan(4000);
    }
  });
});

describe('a selector said twice', () => {
  it('opens no way to another’s session, whichever comes first', async () => {
    const endpoint = await server();
    const mine = await new SessionProbe(httpPost(endpoint.url, 'alice', 'a')).open();
    const bobs = await new SessionProbe(httpPost(endpoint.url, 'bob', 'b')).open();
    const post = httpPost(endpoint.url, 'bob', 'b');
    const one = (id: string): string => `<w:Selector Name="ShellId">${id.toUpperCase()}</w:Selector>`;
    const request = new TextDecoder().decode(bobs.wsman.deleteShell(bobs.ref).request);
    const selector = /<(\w+):Selector Name="ShellId">[^<]*<\/\1:Selector>/;
    expect(request).toMatch(selector);
    const prefix = selector.exec(request)?.[1] ?? '';
    for (const both of [`${one(bobs.poolId)}${one(mine.poolId)}`, `${one(mine.poolId)}${one(bobs.poolId)}`]) {
      await post(new TextEncoder().encode(request.replace(selector, both.replaceAll('w:', `${prefix}:`))));
      expect((await mine.invoke('1 + 1')).output).toEqual([2]);
    }
  });
});

describe('a password that is guessed', () => {
  it('is answered later each time, on new connections too, while others are let in at once', async () => {
    const endpoint = await server({ failedLoginDelayMs: 150 });
    const guess = async (): Promise<number> => {
      const began = performance.now();
      const headers = { ...soap, authorization: `Basic ${Buffer.from('alice:wrong').toString('base64')}` };
      expect((await rawRequest(endpoint.url, { headers, body: '<x/>' })).status).toBe(401);
      return performance.now() - began;
    };
    const waits = [await guess(), await guess(), await guess()];
    expect(waits[0]).toBeGreaterThan(140);
    expect(waits[1]).toBeGreaterThan(290);
    expect(waits[2]).toBeGreaterThan(590);
    const slow = guess();
    const began = performance.now();
    await new SessionProbe(httpPost(endpoint.url, 'bob', 'b')).list();
    expect(performance.now() - began).toBeLessThan(1000);
    await slow;
  });
});
