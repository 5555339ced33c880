/** Requests that are looked at on their way: counted, timed, and traced. */
import type { Clock } from '../../io/runtime/index.js';
import type { EnvelopeHandler } from '../caller.js';
import { operationOf, type EndpointMetrics, type RequestCarrier } from './endpoint-metrics.js';
import type { OtlpExporter } from './otlp-exporter.js';

export interface Telemetry {
  readonly metrics: EndpointMetrics;
  readonly exporter: OtlpExporter | undefined;
  readonly clock: Clock;
}

/** Undefined telemetry: the handler itself. */
export function observed(
  handle: EnvelopeHandler,
  carrier: RequestCarrier,
  telemetry: Telemetry | undefined,
): EnvelopeHandler {
  if (telemetry === undefined) return handle;
  const { metrics, exporter, clock } = telemetry;
  return async (envelope, caller) => {
    const since = clock.now();
    const operation = operationOf(envelope);
    const end = exporter?.begin(`WSMan ${operation}`, caller.traceparent);
    const answer = await handle(envelope, caller);
    metrics.request(operation, answer.status, (clock.now() - since) / 1000, carrier);
    end?.({
      failed: answer.status >= 500,
      attributes: {
        'rpc.method': operation,
        'pssession.carrier': carrier,
        ...(carrier === 'http' ? { 'http.response.status_code': answer.status } : {}),
      },
    });
    return answer;
  };
}
