/** OpenTelemetry's environment variables, as its specification names them. */
import { hostname } from 'node:os';
import { ArgumentError } from '../../protocol/errors/index.js';

export interface OtlpOptions {
  /** Undefined: no traces. */
  readonly tracesUrl: string | undefined;
  /** Undefined: no metrics. */
  readonly metricsUrl: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** `service.name` and its like. */
  readonly resource: Readonly<Record<string, string>>;
  /** Of one export. Milliseconds. */
  readonly timeoutMs: number;
  /** Between two exports of metrics. Milliseconds. */
  readonly metricIntervalMs: number;
  /** Between two exports of spans. Milliseconds. */
  readonly spanIntervalMs: number;
  /** Spans above this wait nowhere: they are dropped, and counted. */
  readonly maxQueuedSpans: number;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_METRIC_INTERVAL_MS = 60_000;
const DEFAULT_SPAN_INTERVAL_MS = 5000;
const DEFAULT_MAX_QUEUED_SPANS = 2048;

/**
 * Undefined: OTEL_SDK_DISABLED is true, or no endpoint is named. Nothing is sent to a default address: an endpoint that
 * nobody configured for it opens no connection.
 * @throws {ArgumentError} `TelemetryOption`: a variable has no meaning here. Values of headers are never repeated.
 */
export function otlpFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): OtlpOptions | undefined {
  const value = (name: string): string | undefined => {
    const text = environment[name]?.trim();
    return text === undefined || text === '' ? undefined : text; // an empty one counts as absent
  };
  if (value('OTEL_SDK_DISABLED')?.toLowerCase() === 'true') return undefined;
  const base = value('OTEL_EXPORTER_OTLP_ENDPOINT');
  const urlOf = (signal: 'TRACES' | 'METRICS', path: string): string | undefined => {
    if (value(`OTEL_${signal}_EXPORTER`)?.toLowerCase() === 'none') return undefined;
    const own = value(`OTEL_EXPORTER_OTLP_${signal}_ENDPOINT`);
    if (own !== undefined) return checkedUrl(`OTEL_EXPORTER_OTLP_${signal}_ENDPOINT`, own);
    return base === undefined
      ? undefined
      : `${checkedUrl('OTEL_EXPORTER_OTLP_ENDPOINT', base).replace(/\/+$/, '')}/v1/${path}`;
  };
  const tracesUrl = urlOf('TRACES', 'traces');
  const metricsUrl = urlOf('METRICS', 'metrics');
  if (tracesUrl === undefined && metricsUrl === undefined) return undefined;
  const protocol = value('OTEL_EXPORTER_OTLP_PROTOCOL');
  if (protocol !== undefined && protocol !== 'http/json') {
    throw wrong('OTEL_EXPORTER_OTLP_PROTOCOL', `is '${protocol}'; this endpoint speaks http/json alone`);
  }
  const milliseconds = (name: string, otherwise: number): number => {
    const text = value(name);
    if (text === undefined) return otherwise;
    if (!/^\d{1,9}$/.test(text) || Number(text) === 0) {
      throw wrong(name, `is '${text}'; it has to be a whole number above 0`);
    }
    return Number(text);
  };
  const resource = { ...pairs('OTEL_RESOURCE_ATTRIBUTES', value('OTEL_RESOURCE_ATTRIBUTES')) };
  return {
    tracesUrl,
    metricsUrl,
    headers: pairs('OTEL_EXPORTER_OTLP_HEADERS', value('OTEL_EXPORTER_OTLP_HEADERS')),
    resource: {
      'host.name': hostname(),
      ...resource,
      'service.name': value('OTEL_SERVICE_NAME') ?? resource['service.name'] ?? 'pssession',
    },
    timeoutMs: milliseconds('OTEL_EXPORTER_OTLP_TIMEOUT', DEFAULT_TIMEOUT_MS),
    metricIntervalMs: milliseconds('OTEL_METRIC_EXPORT_INTERVAL', DEFAULT_METRIC_INTERVAL_MS),
    spanIntervalMs: milliseconds('OTEL_BSP_SCHEDULE_DELAY', DEFAULT_SPAN_INTERVAL_MS),
    maxQueuedSpans: milliseconds('OTEL_BSP_MAX_QUEUE_SIZE', DEFAULT_MAX_QUEUED_SPANS),
  };
}

function checkedUrl(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw wrong(name, `is '${text}'; it has to be a URL such as http://127.0.0.1:4318`);
  }
  return url.href;
}

/** `name=value,name=value`, percent-encoded as W3C Baggage is. */
function pairs(variable: string, text: string | undefined): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const part of text?.split(',') ?? []) {
    if (part.trim() === '') continue;
    const at = part.indexOf('=');
    if (at <= 0) throw wrong(variable, 'has to be name=value pairs with commas between them');
    try {
      found[part.slice(0, at).trim()] = decodeURIComponent(part.slice(at + 1).trim());
    } catch {
      throw wrong(variable, `has a value for '${part.slice(0, at).trim()}' that is not percent-encoded`);
    }
  }
  return found;
}

const wrong = (variable: string, what: string): ArgumentError =>
  new ArgumentError(variable, `The environment variable ${variable} ${what}.`, { errorId: 'TelemetryOption' });
