import { hostname } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { Endpoint } from '../endpoint.js';
import type { EndpointOptions } from '../endpoint-options.js';
import { httpPost, rawRequest, SessionProbe } from '../test-support/wsman-probe.js';
import { EndpointMetrics, operationOf } from './endpoint-metrics.js';

const running: Endpoint[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((endpoint) => endpoint.close({ drainMs: 0 })));
});

async function start(options: Partial<EndpointOptions> = {}): Promise<Endpoint> {
  const endpoint = await Endpoint.start({
    listeners: [{ port: 0 }],
    failedLoginDelayMs: 0,
    users: {
      verify: (user, password) =>
        Promise.resolve(
          password === 'p'
            ? { ok: true, account: { user, groups: [], administrator: false } }
            : { ok: false, reason: 'wrongPassword' },
        ),
    },
    metrics: { address: '127.0.0.1', port: 0, allowUnencrypted: false },
    ...options,
  });
  running.push(endpoint);
  return endpoint;
}

describe('the metrics of an endpoint', () => {
  it('tell of sessions by state, of what waits, of requests and of refusals, and name nobody', async () => {
    const endpoint = await start();
    const url = `http://127.0.0.1:${endpoint.metricsPort}/metrics`;
    const read = async (): Promise<string> => (await rawRequest(url, { method: 'GET' })).text;
    expect(await read()).toMatch(/^pssession_sessions\{state="Connected"\} 0$/m);
    const session = await new SessionProbe(httpPost(endpoint.address.url, 'alice', 'p')).open({ name: 'secret-name' });
    await session.invoke('"secret-script"');
    await expect(new SessionProbe(httpPost(endpoint.address.url, 'mallory', 'x')).open()).rejects.toThrow(/401/);
    await session.disconnect();
    const text = await read();
    expect(text).toMatch(/^pssession_sessions\{state="Connected"\} 0$/m);
    expect(text).toMatch(/^pssession_sessions\{state="Disconnected"\} 1$/m);
    expect(text).toMatch(/^pssession_session_owners 1$/m);
    expect(text).toMatch(/^pssession_output_waiting_bytes \d+$/m);
    expect(text).toMatch(/^pssession_events_total\{event="loginRefused"\} 1$/m);
    expect(text).toMatch(/^pssession_requests_total\{operation="Create",status="200",carrier="http"\} 1$/m);
    expect(text).toMatch(/^pssession_requests_total\{operation="Disconnect",status="200",carrier="http"\} 1$/m);
    expect(text).toMatch(/^pssession_request_seconds_count\{operation="Receive"\} [1-9]/m);
    expect(text).not.toMatch(/alice|mallory|secret|127\.0\.0\.1|localhost/);
    expect(text).not.toContain(session.poolId);
    expect(text).not.toContain(hostname());
    // Each line is a comment or a sample of the exposition format.
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{(?:\w+="[^"]*",?)+\})? [\d.e+-]+)$/);
    }
  });

  it('are at one path, for reading alone, and on loopback unless it is asked for in plain words', async () => {
    const endpoint = await start();
    const base = `http://127.0.0.1:${endpoint.metricsPort}`;
    expect((await rawRequest(`${base}/wsman`, { method: 'GET' })).status).toBe(404);
    expect((await rawRequest(`${base}/metrics`, { method: 'POST' })).status).toBe(405);
    await expect(start({ metrics: { address: '0.0.0.0', port: 0, allowUnencrypted: false } })).rejects.toThrow(
      /could be read on the network/,
    );
  });

  it('count durations into every bucket that they fit in', () => {
    const metrics = new EndpointMetrics();
    metrics.request('Receive', 200, 0.02);
    metrics.request('Receive', 200, 70);
    const text = metrics.text([]);
    expect(text).toMatch(/_bucket\{operation="Receive",le="0\.005"\} 0$/m);
    expect(text).toMatch(/_bucket\{operation="Receive",le="0\.025"\} 1$/m);
    expect(text).toMatch(/_bucket\{operation="Receive",le="60"\} 1$/m);
    expect(text).toMatch(/_bucket\{operation="Receive",le="\+Inf"\} 2$/m);
  });

  it('have a bounded set of operations, whatever a client calls its own', () => {
    const action = (uri: string): Uint8Array => Buffer.from(`<s:Header><a:Action>${uri}</a:Action></s:Header>`);
    expect(operationOf(action('http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Receive'))).toBe('Receive');
    expect(operationOf(action('http://example.org/Invented'))).toBe('Other');
    expect(operationOf(new Uint8Array(0))).toBe('Other');
  });
});
