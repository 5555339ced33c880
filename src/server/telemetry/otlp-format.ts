/** Spans and metrics in OTLP's JSON: ids in hex, 64-bit numbers as text. [opentelemetry-proto 1.x, "JSON Protobuf Encoding"] */
import type { MetricFamily } from './endpoint-metrics.js';

export interface Span {
  /** 32 and 16 hex digits. */
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  /** UTC milliseconds, with a fraction. */
  readonly startMs: number;
  readonly endMs: number;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly failed: boolean;
}

interface TraceContext {
  readonly traceId: string;
  readonly spanId: string;
  readonly sampled: boolean;
}

const SERVER_KIND = 2;
const ERROR_STATUS = 2;
const CUMULATIVE = 2;
const SCOPE = { name: 'pssession' };

/** W3C Trace Context, level 1. Undefined: there is none, or none that may be used. */
export function parseTraceparent(text: string | undefined): TraceContext | undefined {
  const found = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/.exec(text?.trim() ?? '');
  const [, version = 'ff', traceId = '', spanId = '', flags = '00', more] = found ?? [];
  if (version === 'ff' || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  // Version 0 ends with the flags; later ones may go on.
  if (version === '00' && more !== undefined) return undefined;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

type Attributes = Readonly<Record<string, string | number>>;

export function tracesDocument(spans: readonly Span[], resource: Readonly<Record<string, string>>): string {
  return JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: attributesOf(resource) },
        scopeSpans: [
          {
            scope: SCOPE,
            spans: spans.map(({ traceId, spanId, parentSpanId, name, startMs, endMs, attributes, failed }) => ({
              traceId,
              spanId,
              ...(parentSpanId === undefined ? {} : { parentSpanId }),
              name,
              kind: SERVER_KIND,
              startTimeUnixNano: nanoseconds(startMs),
              endTimeUnixNano: nanoseconds(endMs),
              attributes: attributesOf(attributes),
              status: failed ? { code: ERROR_STATUS } : {},
            })),
          },
        ],
      },
    ],
  });
}

/** @param sinceMs when counting began; UTC milliseconds, as is `nowMs`. */
export function metricsDocument(
  families: readonly MetricFamily[],
  resource: Readonly<Record<string, string>>,
  sinceMs: number,
  nowMs: number,
): string {
  const times = { startTimeUnixNano: nanoseconds(sinceMs), timeUnixNano: nanoseconds(nowMs) };
  const metrics = families
    .filter(({ points }) => points.length > 0)
    .map((family) => ({
      name: otlpName(family.name),
      description: family.help,
      unit: family.name.endsWith('_bytes') ? 'By' : family.name.endsWith('_seconds') ? 's' : '1',
      ...dataOf(family, times),
    }));
  return JSON.stringify({
    resourceMetrics: [{ resource: { attributes: attributesOf(resource) }, scopeMetrics: [{ scope: SCOPE, metrics }] }],
  });
}

function dataOf(family: MetricFamily, times: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  if (family.type === 'histogram') {
    const dataPoints = family.points.map(({ labels, bounds, atMost, count, sum }) => ({
      attributes: attributesOf(labels),
      ...times,
      count: String(count),
      sum,
      explicitBounds: bounds,
      // Each bucket for itself, and one more for what is above all bounds.
      bucketCounts: [...atMost, count].map((upTo, at) => String(upTo - (at === 0 ? 0 : (atMost[at - 1] ?? 0)))),
    }));
    return { histogram: { aggregationTemporality: CUMULATIVE, dataPoints } };
  }
  const dataPoints = family.points.map(({ labels, value }) => ({
    attributes: attributesOf(labels),
    ...times,
    asInt: String(value),
  }));
  return family.type === 'gauge'
    ? { gauge: { dataPoints } }
    : { sum: { aggregationTemporality: CUMULATIVE, isMonotonic: true, dataPoints } };
}

/** `pssession_requests_total` is `pssession.requests` there: units and kinds are not in names. */
const otlpName = (name: string): string =>
  name.replace(/^pssession_/, 'pssession.').replace(/_(?:total|bytes|seconds)$/, '');

const attributesOf = (values: Attributes): readonly unknown[] =>
  Object.entries(values).map(([key, value]) => ({
    key,
    value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
  }));

/** Beyond 2^53: text, put together of whole milliseconds and the rest. */
function nanoseconds(ms: number): string {
  const whole = Math.floor(ms);
  return String(BigInt(whole) * 1_000_000n + BigInt(Math.round((ms - whole) * 1_000_000)));
}
