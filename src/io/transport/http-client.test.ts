import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { NEVER_ABORTED } from '../runtime/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import {
  basicAuthenticator,
  HttpClient,
  ImplicitAuthenticator,
  resolveProxy,
  type HttpAuthenticator,
  type HttpClientOptions,
} from './index.js';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0).reverse()) step();
});

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  undo.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}
const http = (listener: RequestListener): Promise<number> => listen(createHttpServer(listener));
function client(options: HttpClientOptions): HttpClient {
  const made = new HttpClient({ proxy: 'none', ...options });
  undo.push(() => void made.close());
  return made;
}
const BODY = new TextEncoder().encode('<s:Envelope/>');
const post = (options: HttpClientOptions, timeoutMs = 2000, signal = NEVER_ABORTED): Promise<unknown> =>
  client(options).connection().post(BODY, timeoutMs, signal);

it('who proves nothing because there is no ticket is told why', async () => {
  const port = await http((_request, response) => response.writeHead(401).end());
  const noTicket = new PSSessionError('Server not found in Kerberos database.', { errorId: 'NoTicket' });
  const ticket: HttpAuthenticator = {
    mechanism: 'Negotiate',
    complete: false,
    authorization: () => Promise.reject(noTicket),
    accepted: () => undefined,
  };
  const authenticator = (): HttpAuthenticator => new ImplicitAuthenticator(ticket, (error) => error === noTicket);
  await expect(post({ url: `http://127.0.0.1:${port}/wsman`, authenticator })).rejects.toThrow(
    /refuses this user \(Anonymous\)\..* Kerberos was not used: Server not found in Kerberos database\.$/,
  );
});

describe('a pinned connection', () => {
  it('sends every request over the same socket, and a new one after the server left', async () => {
    const ports: (number | undefined)[] = [];
    let last: Socket | undefined;
    const port = await http((request, response) => {
      ports.push(request.socket.remotePort);
      last = request.socket;
      request.resume().on('end', () => response.setHeader('Content-Type', 'text/plain').end('ok'));
    });
    const connection = client({ url: `http://127.0.0.1:${port}/wsman` }).connection();
    for (let n = 0; n < 3; n += 1) await connection.post(BODY, 2000, NEVER_ABORTED);
    expect(new Set(ports).size).toBe(1);
    last?.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await connection.post(BODY, 2000, NEVER_ABORTED)).toMatchObject({ status: 200 });
    expect(new Set(ports).size).toBe(2);
  });

  it('sends Basic with the first request and ends at a refusal', async () => {
    let requests = 0;
    const port = await http((request, response) => {
      requests += 1;
      request.resume().on('end', () => {
        const right = request.headers.authorization === `Basic ${Buffer.from('jö:pw').toString('base64')}`;
        response.writeHead(right ? 200 : 401, { 'WWW-Authenticate': 'Basic realm="WSMAN"' }).end();
      });
    });
    const url = `http://127.0.0.1:${port}/wsman`;
    expect(await post({ url, authenticator: () => basicAuthenticator('jö', 'pw') })).toMatchObject({ status: 200 });
    await expect(post({ url, authenticator: () => basicAuthenticator('jö', 'no') })).rejects.toMatchObject({
      name: 'AuthenticationError',
      status: 401,
    });
    await expect(post({ url })).rejects.toMatchObject({ mechanism: 'Anonymous' });
    expect(requests).toBe(3);
  });

  it('goes through the legs of an authentication on one socket, then sends sealed bodies without a header', async () => {
    const log: string[] = [];
    const sockets = new Set<Socket>();
    const port = await http((request, response) => {
      sockets.add(request.socket);
      let text = '';
      request.on('data', (chunk) => (text += chunk));
      request.on('end', () => {
        log.push(`${request.headers.authorization ?? '-'} ${text}`);
        if (request.headers.authorization === 'Negotiate A')
          response.writeHead(401, { 'WWW-Authenticate': 'Negotiate B' }).end();
        else if (request.headers.authorization === 'Negotiate C')
          response.writeHead(200, { 'WWW-Authenticate': 'Negotiate D' }).end();
        else response.writeHead(200, { 'Content-Type': 'multipart/encrypted;x' }).end('sealed answer');
      });
    });
    let final: string | undefined;
    const authenticator: () => HttpAuthenticator = () => {
      let complete = false;
      return {
        mechanism: 'Negotiate',
        get complete() {
          return complete;
        },
        authorization: (challenge) => ({
          header: challenge === undefined ? 'Negotiate A' : 'Negotiate C',
          withBody: false,
        }),
        accepted: (challenge) => {
          final = challenge;
          complete = true;
        },
        seal: () => ({ body: Buffer.from('SEALED'), contentType: 'multipart/encrypted' }),
        unseal: () => Buffer.from('opened'),
      };
    };
    const connection = client({ url: `http://127.0.0.1:${port}/wsman`, authenticator }).connection();
    const answer = await connection.post(BODY, 2000, NEVER_ABORTED);
    await connection.post(BODY, 2000, NEVER_ABORTED);
    expect(Buffer.from(answer.body).toString()).toBe('opened');
    expect(log).toEqual(['Negotiate A ', 'Negotiate C ', '- SEALED', '- SEALED']);
    expect([final, sockets.size]).toEqual(['Negotiate D', 1]);
  });

  it('gives a redirection as it is', async () => {
    const port = await http((_, response) => response.writeHead(302, { Location: 'http://else/' }).end());
    expect(await post({ url: `http://127.0.0.1:${port}/` })).toMatchObject({ status: 302 });
  });
});

describe('a server that does not do its part', () => {
  const raw = (answer: (socket: Socket) => void): Promise<number> =>
    listen(
      createServer((socket) => {
        socket.on('error', () => {});
        socket.once('data', () => answer(socket));
      }),
    );
  const url = (port: number): string => `http://127.0.0.1:${port}/wsman`;

  it('is not there, or has no name that is known', async () => {
    const port = await http(() => {});
    undo.pop()?.();
    await expect(post({ url: url(port) })).rejects.toMatchObject({ code: 'ECONNREFUSED', category: 'OpenError' });
    await expect(post({ url: 'http://no-such-host.invalid/wsman' })).rejects.toMatchObject({ name: 'TransportError' });
  });
  it('never answers', async () => {
    const port = await raw(() => {});
    await expect(post({ url: url(port) }, 100)).rejects.toMatchObject({ name: 'OperationTimeoutError', limitMs: 100 });
  });
  it('stops in the middle of its answer', async () => {
    const port = await raw((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'));
    await expect(post({ url: url(port) }, 100)).rejects.toThrow(/rest of the answer/);
  });
  it('closes in the middle, resets, or talks garbage', async () => {
    const half = await raw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'));
    await expect(post({ url: url(half) })).rejects.toMatchObject({ name: 'TransportError' });
    const reset = await raw((socket) => socket.resetAndDestroy());
    await expect(post({ url: url(reset) })).rejects.toMatchObject({ code: 'ECONNRESET', category: 'ConnectionError' });
    const garbage = await raw((socket) => socket.end('SSH-2.0-OpenSSH\r\n\r\n'));
    await expect(post({ url: url(garbage) })).rejects.toMatchObject({ name: 'TransportError' });
  });
  it('answers without end', async () => {
    const port = await http((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    });
    await expect(post({ url: url(port), maxAnswerBytes: 1_000_000 })).rejects.toMatchObject({ name: 'QuotaError' });
  });
  it("is left when the caller's signal says so", async () => {
    const port = await raw(() => {});
    const reason = new Error('enough');
    const controller = new AbortController();
    const result = post({ url: url(port) }, 5000, controller.signal);
    setTimeout(() => controller.abort(reason), 30);
    await expect(result).rejects.toBe(reason);
  });
  it('does not finish the TLS handshake', async () => {
    const port = await listen(createServer(() => {}));
    await expect(post({ url: `https://127.0.0.1:${port}/`, connectTimeoutMs: 100 })).rejects.toMatchObject({
      operation: `connect to 127.0.0.1:${port}`,
    });
  });
});

function openssl(): boolean {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    console.warn('TLS tests of the HTTP client: SKIPPED, there is no openssl here');
    return false;
  }
}

describe.skipIf(!openssl())('TLS', () => {
  it('checks authority and name, each by its own switch', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pssession-tls-'));
    undo.push(() => rmSync(folder, { recursive: true, force: true }));
    const file = (name: string): string => path.join(folder, name);
    const make = (host: string): { key: Buffer; cert: Buffer } => {
      const names = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
      const to = ['-nodes', '-keyout', file(`${host}.key`), '-out', file(`${host}.crt`), '-days', '2'];
      const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
      execFileSync('openssl', [...kind, ...to, ...names], { stdio: 'ignore' });
      return { key: readFileSync(file(`${host}.key`)), cert: readFileSync(file(`${host}.crt`)) };
    };
    let heard = 0;
    const serve = async (host: string): Promise<string> => {
      const server = createHttpsServer(make(host), (request, response) => {
        heard += 1;
        request.resume().on('end', () => response.end());
      });
      return `https://localhost:${await listen(server)}/wsman`;
    };
    const good = await serve('localhost');
    const other = await serve('other.example');
    await expect(post({ url: good })).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(heard).toBe(0);
    expect(await post({ url: good, tls: { ca: file('localhost.crt') } })).toMatchObject({ status: 200 });
    expect(await post({ url: good, tls: { skipCACheck: true } })).toMatchObject({ status: 200 });
    await expect(post({ url: good, tls: { skipCNCheck: true } })).rejects.toThrow(/SkipCACheck/);
    await expect(post({ url: other, tls: { skipCACheck: true } })).rejects.toThrow(/SkipCNCheck/);
    await expect(post({ url: other, tls: { ca: file('other.example.crt') } })).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    expect(heard).toBe(2);
    expect(await post({ url: other, tls: { skipCACheck: true, skipCNCheck: true } })).toMatchObject({ status: 200 });
    const viaProxy = createHttpServer().on('connect', (request, socket) => {
      const [host, port] = (request.url ?? '').split(':');
      if (request.headers['proxy-authorization'] === undefined) {
        socket.end('HTTP/1.1 407 Who\r\n\r\n');
        return;
      }
      const onward = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
    });
    const proxy = { url: `http://127.0.0.1:${await listen(viaProxy)}` };
    const tls = { skipCACheck: true };
    await expect(post({ url: good, tls, proxy })).rejects.toMatchObject({ code: 'PROXY407' });
    expect(await post({ url: good, tls, proxy: { ...proxy, userName: 'u', password: 'p' } })).toMatchObject({
      status: 200,
    });
  });
});

describe('proxies', () => {
  it('are taken from the environment, unless NO_PROXY names the host', () => {
    const environment = { HTTP_PROXY: 'http://me:se%40cret@gate:3128', no_proxy: '.inner.example, direct:5985' };
    const of = (url: string): string | undefined => resolveProxy('environment', new URL(url), environment)?.host;
    expect(of('http://server:5985/wsman')).toBe('gate');
    expect(of('http://direct:5985/wsman')).toBeUndefined();
    expect(of('http://direct:80/wsman')).toBe('gate');
    expect(of('http://a.inner.example/wsman')).toBeUndefined();
    expect(of('https://server/wsman')).toBeUndefined();
    expect(resolveProxy('environment', new URL('http://x'), environment)?.authorization).toBe(
      `Basic ${Buffer.from('me:se@cret').toString('base64')}`,
    );
  });
  it('of the environment get the credentials of the caller, by Basic alone', () => {
    const environment = { HTTP_PROXY: 'http://gate:3128' };
    const login = { userName: 'me', password: 'secret' };
    const authorized = (authentication: string): string | undefined =>
      resolveProxy({ authentication, ...login }, new URL('http://x'), environment)?.authorization;
    expect(authorized('Basic')).toBe(`Basic ${Buffer.from('me:secret').toString('base64')}`);
    expect(() => authorized('Negotiate')).toThrow(/with Negotiate is not supported/);
    expect(resolveProxy({ authentication: 'Negotiate', ...login }, new URL('https://x'), environment)).toBeUndefined();
  });
  it('get plain requests with the whole URL', async () => {
    let target = '';
    const port = await http((request, response) => {
      target = request.url ?? '';
      request.resume().on('end', () => response.end());
    });
    await post({ url: 'http://server01:5985/wsman', proxy: { url: `http://127.0.0.1:${port}` } });
    expect(target).toBe('http://server01:5985/wsman');
  });
});
