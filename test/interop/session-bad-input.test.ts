/** What a client meets on a bad day: each has its PowerShell error id and a text that says what to do. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  getPSSession,
  invokeCommand,
  newPSSession,
  SessionContext,
  type NewPSSessionParameters,
  type SessionErrorRecord,
} from '../../src/client/session/index.js';
import { sessionConfiguration } from '../../src/server/index.js';
import { createTestEndpoint, type TestEndpoint } from '../../src/testing/index.js';
import { peerAvailable, peerCommand } from '../support/peer.js';

const GET = ',Microsoft.PowerShell.Commands.GetPSSessionCommand';
const credential = { userName: 'tester', password: 'secret' };

let endpoint: TestEndpoint;
beforeAll(async () => {
  // Any runspace does; the real engine where it is there.
  if (!peerAvailable) endpoint = await createTestEndpoint();
  else {
    const [file, ...args] = await peerCommand('-NoLogo', '-NoProfile', '-s');
    endpoint = await createTestEndpoint({
      configurations: [
        sessionConfiguration({ name: 'Microsoft.PowerShell', runspace: { kind: 'command', command: [file, ...args] } }),
      ],
    });
  }
}, 300_000);
afterAll(async () => {
  await endpoint[Symbol.asyncDispose]();
});

async function openError(parameters: NewPSSessionParameters): Promise<SessionErrorRecord> {
  await using context = new SessionContext();
  const { output, error } = await newPSSession({
    context,
    // Named, so that what fails is what the test says, and not the choice of a mechanism.
    ...(parameters.credential === undefined ? {} : { authentication: 'Basic' as const }),
    sessionOption: { maxConnectionRetryCount: 0, openTimeoutMs: 5_000, operationTimeoutMs: 2_000 },
    ...parameters,
  }).collect();
  expect(output).toEqual([]);
  const [first] = error;
  if (first === undefined) throw new Error('it opened');
  return first;
}

/** A web server that answers as the test says; its URI as a connection URI. */
async function serve<T>(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  use: (uri: string) => Promise<T>,
): Promise<T> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  try {
    return await use(`http://127.0.0.1:${address.port}/wsman`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('opening a session fails by its id, and says what to do', () => {
  const here = () => ({ computerName: '127.0.0.1', port: endpoint.port, credential });

  it('a name that nobody knows', async () => {
    const error = await openError({ computerName: 'no-such-host.invalid', credential, useSSL: true });
    expect(error.fullyQualifiedErrorId).toBe('ComputerNotFound,PSSessionOpenFailed');
    expect(error.message).toMatch(/^\[no-such-host\.invalid\].*name/);
  });
  it('a port where nobody listens', async () => {
    const port = await serve(
      () => undefined,
      async (uri) => Number(new URL(uri).port),
    );
    const error = await openError({ computerName: '127.0.0.1', port, credential });
    expect([error.fullyQualifiedErrorId, error.category]).toEqual(['CannotConnect,PSSessionOpenFailed', 'OpenError']);
    expect(error.message).toMatch(/port/);
  });
  it('a path that is no service', async () => {
    const error = await openError({ ...here(), applicationName: 'nothing' });
    expect(error.fullyQualifiedErrorId).toBe('URLNotAvailable,PSSessionOpenFailed');
    expect(error.message).toMatch(/ApplicationName|path/);
  });
  it('a wrong password, without showing it', async () => {
    const error = await openError({ ...here(), credential: { userName: 'tester', password: 'wr0ng-p4ss' } });
    expect(error.fullyQualifiedErrorId).toBe('AccessDenied,PSSessionOpenFailed');
    expect(error.message).toMatch(/password/);
    expect(error.message).not.toContain('wr0ng');
  });
  it('no credential where one is needed', async () => {
    const error = await openError({ computerName: '127.0.0.1', port: endpoint.port });
    expect(error.fullyQualifiedErrorId).toBe('AccessDenied,PSSessionOpenFailed');
  });
  it('a configuration that is not there', async () => {
    const error = await openError({ ...here(), configurationName: 'NoSuchThing' });
    expect(error.fullyQualifiedErrorId).toBe('InvalidResourceUri,PSSessionOpenFailed');
    expect(error.message).toMatch(/ConfigurationName/);
  });
  it('a session name that no server takes', async () => {
    const error = await openError({ ...here(), name: 'x'.repeat(300) });
    expect(error.fullyQualifiedErrorId).toBe('SessionCreateFailedInvalidName,PSSessionOpenFailed');
  });
  it('a password over plain HTTP to another machine', async () => {
    const error = await openError({ computerName: '192.0.2.1', credential });
    expect(error.fullyQualifiedErrorId).toBe('801,PSSessionOpenFailed');
    expect(error.message).toMatch(/UseSSL/);
  });
  it('TLS on a port that speaks none', async () => {
    const error = await openError({ ...here(), useSSL: true });
    expect(error.fullyQualifiedErrorId).toMatch(/^(?:12175|CannotConnect),PSSessionOpenFailed$/);
  });
  it.each<readonly [string, string, RegExp, (response: ServerResponse) => void]>([
    [
      'a web page',
      'ImproperResponse',
      /port/,
      (r) => void r.writeHead(200, { 'Content-Type': 'text/html' }).end('<html></html>'),
    ],
    [
      'a web page of an error',
      'WinRMHttpError',
      /502/,
      (r) => void r.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>bad</h1>'),
    ],
    [
      'a wrong content type',
      'ImproperResponse',
      /image/,
      (r) => void r.writeHead(200, { 'Content-Type': 'image/png' }).end('x'),
    ],
    [
      'half an envelope',
      'ImproperResponse',
      /./,
      (r) =>
        void r
          .writeHead(200, { 'Content-Type': 'application/soap+xml' })
          .end('<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>'),
    ],
    [
      'an empty answer',
      'ImproperResponse',
      /./,
      (r) => void r.writeHead(200, { 'Content-Type': 'application/soap+xml' }).end(),
    ],
    ['a busy service', 'CannotConnectWinRMService', /503|busy/, (r) => void r.writeHead(503).end()],
    ['a broken connection', 'CannotConnect', /./, (r) => void r.destroy()],
  ])('%s', async (_, name, text, answer) => {
    await serve(
      (_request, response) => answer(response),
      async (uri) => {
        const error = await openError({ connectionUri: uri, credential });
        expect(error.fullyQualifiedErrorId).toBe(`${name},PSSessionOpenFailed`);
        expect(error.message).toMatch(text);
      },
    );
  });
  it('a redirection, and a circle of them', async () => {
    let hops = 0;
    await serve(
      (request, response) => {
        hops += 1;
        response.writeHead(302, { Location: `http://${request.headers.host ?? ''}/again${hops}` }).end();
      },
      async (uri) => {
        expect((await openError({ connectionUri: uri, credential })).fullyQualifiedErrorId).toBe(
          'RedirectInformationRequired,PSSessionOpenFailed',
        );
        expect(hops).toBe(1);
        const error = await openError({ connectionUri: uri, credential, allowRedirection: true });
        expect(error.fullyQualifiedErrorId).toBe('RedirectInformationRequired,PSSessionOpenFailed');
        expect(hops).toBe(7); // 1, and then 1 + 5 hops
        expect(error.message).toMatch(/after 5 redirections.*MaximumConnectionRedirectionCount.*circle/);
      },
    );
  });
  it('silence ends at the limit', async () => {
    await serve(
      () => undefined,
      async (uri) => {
        const started = performance.now();
        const error = await openError({
          connectionUri: uri,
          credential,
          sessionOption: { openTimeoutMs: 300, maxConnectionRetryCount: 5 },
        });
        expect(error.fullyQualifiedErrorId).toBe('WinRMOperationTimeout,PSSessionOpenFailed');
        expect(performance.now() - started).toBeLessThan(20_000);
      },
    );
  });
});

describe('listing sessions fails for one server only', () => {
  it('and shows the others', async () => {
    await using context = new SessionContext();
    await newPSSession({ context, computerName: '127.0.0.1', port: endpoint.port, credential, name: 'there' }).one();
    await serve(
      (_request, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>'),
      async (uri) => {
        const { output, error } = await getPSSession({
          context,
          credential,
          authentication: 'Basic',
          connectionUri: [uri, endpoint.url],
        }).collect();
        expect(output.map(({ name, state, availability }) => [name, state, availability])).toEqual([
          ['there', 'Opened', 'Available'],
        ]);
        expect(error.map((one) => [one.fullyQualifiedErrorId, one.category])).toEqual([
          [`ImproperResponse,RemotePSSessionQueryFailed${GET}`, 'InvalidOperation'],
        ]);
      },
    );
  });
});

describe('one outcome for each target', () => {
  it('tells which failed and which ran', async () => {
    await using context = new SessionContext();
    const run = invokeCommand({
      context,
      credential,
      connectionUri: [endpoint.url, 'http://127.0.0.1:1/wsman'],
      scriptBlock: '1',
      sessionOption: { maxConnectionRetryCount: 0 },
    });
    const { error } = await run.collect();
    expect(error[0]?.fullyQualifiedErrorId).toBe('CannotConnect,PSSessionStateBroken');
    expect(run.outcomes.map(({ state }) => state).sort()).toEqual(['Completed', 'Failed']);
  });
});
