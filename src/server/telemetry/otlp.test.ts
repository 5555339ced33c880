import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock, systemRandom } from '../../io/runtime/index.js';
import { openPipe } from '../../io/transport/index.js';
import { FrameType } from '../../protocol/wsman/index.js';
import { Endpoint } from '../endpoint.js';
import { EnvelopeClient } from '../hosting/envelope-client.js';
import { pipeName } from '../hosting/host-connection.js';
import { localDoorPath } from '../hosting/local-door.js';
import { eventually, httpPost, rawRequest, SessionProbe } from '../test-support/wsman-probe.js';
import { OtlpExporter } from './otlp-exporter.js';
import { metricsDocument, parseTraceparent } from './otlp-format.js';
import { otlpFromEnvironment, type OtlpOptions } from './otlp-options.js';
import { EndpointMetrics } from './endpoint-metrics.js';

interface Export {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly document: Readonly<Record<string, unknown>>;
}

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A collector; `status` is what it answers. */
async function collector(): Promise<{ url: string; exports: Export[]; answer: { status: number } }> {
  const exports: Export[] = [];
  const answer = { status: 200 };
  const server: Server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    request.on('end', () => {
      exports.push({
        path: request.url ?? '',
        headers: request.headers,
        document: JSON.parse(text) as Readonly<Record<string, unknown>>,
      });
      response.writeHead(answer.status).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, exports, answer };
}

const options = (environment: Readonly<Record<string, string>>): OtlpOptions => {
  const found = otlpFromEnvironment(environment);
  if (found === undefined) throw new Error('telemetry is off');
  return found;
};
const quick = { OTEL_BSP_SCHEDULE_DELAY: '10', OTEL_METRIC_EXPORT_INTERVAL: '20', OTEL_SERVICE_NAME: 'sessions here' };

interface PlainSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
}
const spansOf = (exports: readonly Export[]): PlainSpan[] =>
  exports.flatMap(({ document }) => {
    const [resource] = (document['resourceSpans'] ?? []) as { scopeSpans: { spans: PlainSpan[] }[] }[];
    return resource?.scopeSpans[0]?.spans ?? [];
  });

describe('telemetry of an endpoint', () => {
  const users = {
    verify: (user: string) =>
      Promise.resolve({ ok: true as const, account: { user, groups: [], administrator: false } }),
  };

  it('has a span for each request and the metrics, names nobody, and tells who sends it', async () => {
    const { url, exports } = await collector();
    const endpoint = await Endpoint.start({
      listeners: [{ port: 0 }],
      users,
      telemetry: options({
        ...quick,
        OTEL_EXPORTER_OTLP_ENDPOINT: `${url}/`,
        OTEL_EXPORTER_OTLP_HEADERS: 'x-token=a%20b',
        OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=test',
      }),
    });
    closing.push(() => endpoint.close({ drainMs: 0 }));
    const session = await new SessionProbe(httpPost(endpoint.address.url, 'alice', 'p')).open({ name: 'secret-name' });
    await session.invoke('"not for the collector"');
    await eventually('spans and metrics are there', () => {
      const names = spansOf(exports).map(({ name }) => name);
      return (
        names.includes('WSMan Create') &&
        names.includes('WSMan Receive') &&
        exports.some((each) => each.path === '/v1/metrics')
      );
    });
    for (const { path: at, headers, document } of exports) {
      expect(['/v1/traces', '/v1/metrics']).toContain(at);
      expect(headers).toMatchObject({ 'x-token': 'a b', 'content-type': 'application/json' });
      const text = JSON.stringify(document);
      expect(text).toContain('{"key":"service.name","value":{"stringValue":"sessions here"}}');
      expect(text).toContain('"deployment.environment"');
      expect(text).not.toMatch(/alice|secret-name|not for the collector/);
    }
    for (const span of spansOf(exports)) {
      expect(span).toMatchObject({ kind: 2, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
      expect(BigInt(span.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(span.startTimeUnixNano));
    }
  });

  it("puts a request into its caller's trace, and leaves no span where that is not sampled", async () => {
    const { url, exports } = await collector();
    const endpoint = await Endpoint.start({
      listeners: [{ port: 0 }],
      users,
      telemetry: options({ ...quick, OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_METRICS_EXPORTER: 'none' }),
    });
    closing.push(() => endpoint.close({ drainMs: 0 }));
    const post = (traceparent: string): Promise<unknown> =>
      rawRequest(endpoint.address.url, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from('alice:p').toString('base64')}`,
          'content-type': 'application/soap+xml;charset=UTF-8',
          traceparent,
        },
        body: '<no envelope/>',
      });
    await post(`00-${'b'.repeat(32)}-${'c'.repeat(16)}-00`);
    await post(`00-${'a'.repeat(32)}-${'d'.repeat(16)}-01`);
    await eventually('the span is there', () => spansOf(exports).length > 0);
    expect(spansOf(exports)).toEqual([
      expect.objectContaining({ traceId: 'a'.repeat(32), parentSpanId: 'd'.repeat(16), name: 'WSMan Other' }),
    ]);
    expect(exports.every((each) => each.path === '/v1/traces')).toBe(true);
  });

  it('counts what comes by the local door beside what comes by HTTP', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pso-'));
    const runtimeFolder = path.join(folder, 'run');
    const endpoint = await Endpoint.start({
      listeners: [],
      users,
      metrics: { address: '127.0.0.1', port: 0, allowUnencrypted: false },
      durability: { stateFolder: folder, runtimeFolder },
    });
    closing.push(async () => {
      await endpoint.close({ drainMs: 0 });
      rmSync(folder, { recursive: true, force: true });
    });
    const door = new EnvelopeClient(await openPipe({ pipeName: pipeName(localDoorPath(runtimeFolder)) }, 1000));
    closing.push(() => door.close());
    await door.ask(FrameType.hello, null);
    await door.request(Buffer.from('<no envelope/>'), null, new AbortController().signal);
    const { text } = await rawRequest(`http://127.0.0.1:${endpoint.metricsPort}/metrics`, { method: 'GET' });
    expect(text).toMatch(/^pssession_requests_total\{operation="Other",status="500",carrier="local"\} 1$/m);
    expect(text).toMatch(/^pssession_spool_bytes \d+$/m);
  });
});

describe('an exporter', () => {
  const exporter = (
    environment: Readonly<Record<string, string>>,
    more: { send?: typeof fetch; said?: string[] } = {},
  ): OtlpExporter => {
    const made = new OtlpExporter({
      otlp: options(environment),
      clock: systemClock,
      random: systemRandom,
      families: () => Promise.resolve([]),
      onTrouble: (text) => void more.said?.push(text),
      ...(more.send === undefined ? {} : { fetch: more.send }),
    });
    closing.push(() => made.close());
    return made;
  };
  const span = (to: OtlpExporter): void => to.begin('WSMan Send', undefined)?.({ failed: false, attributes: {} });

  it('holds no more spans than its bound when the collector is dead, says so once, and asks it more and more rarely', async () => {
    let asked = 0;
    const said: string[] = [];
    const send: typeof fetch = () => {
      asked += 1;
      return Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }));
    };
    const dead = exporter(
      { ...quick, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_BSP_MAX_QUEUE_SIZE: '100' },
      { send, said },
    );
    for (let count = 0; count < 1000; count += 1) span(dead);
    expect(dead.queuedSpans).toBe(100);
    await eventually('it was tried', () => asked > 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked).toBeLessThanOrEqual(2); // one of spans, one of metrics; not thirty
    expect(dead.queuedSpans).toBe(100);
    expect(dead.droppedSpans).toBe(900);
    expect(said).toEqual(['The collector at http://127.0.0.1:9 takes no telemetry: connect ECONNREFUSED']);
    await dead.close();
    expect(asked).toBeLessThanOrEqual(2);
  });

  it('sends again what a busy collector did not take, and does not send again what it refused', async () => {
    const { url, exports, answer } = await collector();
    answer.status = 503;
    const busy = exporter({ ...quick, OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_METRICS_EXPORTER: 'none' });
    span(busy);
    await eventually('it was tried', () => exports.length === 1);
    answer.status = 200;
    await eventually('it is sent again', () => exports.length === 2);
    expect(spansOf(exports)[1]).toEqual(spansOf(exports)[0]);
    answer.status = 400;
    span(busy);
    await eventually('it is refused', () => busy.droppedSpans === 1);
    expect(busy.queuedSpans).toBe(0);
  });

  it('sends what waits when it is closed', async () => {
    const { url, exports } = await collector();
    const last = exporter({ OTEL_EXPORTER_OTLP_ENDPOINT: url });
    span(last);
    await last.close();
    expect(spansOf(exports)).toHaveLength(1);
    expect(exports.map((each) => each.path).sort()).toEqual(['/v1/metrics', '/v1/traces']);
  });
});

describe("OpenTelemetry's variables", () => {
  it('turn telemetry on where they name a collector, and off where they say so', () => {
    expect(otlpFromEnvironment({})).toBeUndefined();
    expect(otlpFromEnvironment({ OTEL_SERVICE_NAME: 'x' })).toBeUndefined();
    const on = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' };
    expect(otlpFromEnvironment({ ...on, OTEL_SDK_DISABLED: 'TRUE' })).toBeUndefined();
    expect(otlpFromEnvironment(on)).toMatchObject({
      tracesUrl: 'http://c:4318/v1/traces',
      metricsUrl: 'http://c:4318/v1/metrics',
      timeoutMs: 10_000,
      maxQueuedSpans: 2048,
      resource: { 'service.name': 'pssession' },
    });
    expect(otlpFromEnvironment({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://c/only' })).toMatchObject({
      tracesUrl: 'http://c/only',
      metricsUrl: undefined,
    });
  });

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318' }, /OTEL_EXPORTER_OTLP_ENDPOINT is 'localhost:4318'/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, /speaks http\/json alone/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c', OTEL_BSP_SCHEDULE_DELAY: '-1' }, /whole number above 0/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c', OTEL_EXPORTER_OTLP_HEADERS: 'token=s3cret%zz' }, /not percent-encoded/],
  ])('are refused with their name when they have no meaning: %o', (environment, text) => {
    expect(() => otlpFromEnvironment(environment)).toThrow(text);
    expect(() => otlpFromEnvironment(environment)).not.toThrow(/s3cret/);
  });
});

describe('the format', () => {
  it('reads traceparent as W3C Trace Context says', () => {
    const ids = `${'a'.repeat(32)}-${'b'.repeat(16)}`;
    expect(parseTraceparent(`00-${ids}-01`)).toEqual({
      traceId: 'a'.repeat(32),
      spanId: 'b'.repeat(16),
      sampled: true,
    });
    expect(parseTraceparent(`00-${ids}-02`)).toMatchObject({ sampled: false });
    expect(parseTraceparent(`01-${ids}-01-more`)).toMatchObject({ sampled: true });
    for (const bad of [`00-${ids}-01-more`, `ff-${ids}-01`, `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`, 'x', '']) {
      expect(parseTraceparent(bad)).toBeUndefined();
    }
  });

  it('has each bucket of a histogram for itself, and sums that only grow', () => {
    const metrics = new EndpointMetrics();
    metrics.request('Receive', 200, 0.02);
    metrics.request('Receive', 200, 70);
    const { resourceMetrics } = JSON.parse(metricsDocument(metrics.families([]), { a: 'b' }, 1.5, 2)) as {
      resourceMetrics: { scopeMetrics: { metrics: { name: string }[] }[] }[];
    };
    const found = resourceMetrics[0]?.scopeMetrics[0]?.metrics ?? [];
    expect(found.find(({ name }) => name === 'pssession.request')).toMatchObject({
      unit: 's',
      histogram: {
        aggregationTemporality: 2,
        dataPoints: [
          {
            count: '2',
            bucketCounts: ['0', '0', '1', '0', '0', '0', '0', '0', '1'],
            startTimeUnixNano: '1500000',
            timeUnixNano: '2000000',
          },
        ],
      },
    });
    expect(found.find(({ name }) => name === 'pssession.requests')).toMatchObject({
      sum: { isMonotonic: true, dataPoints: [{ asInt: '2' }] },
    });
  });
});
