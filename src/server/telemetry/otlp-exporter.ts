/**
 * Traces and metrics over OTLP/HTTP in JSON. A collector that is slow or dead costs the endpoint nothing: spans wait in a
 * queue with a bound and are dropped beyond it, one export at a time is under way, and after a failure the next one
 * waits longer each time. No timer keeps the process alive.
 */
import type { Clock, RandomSource, Timer } from '../../io/runtime/index.js';
import type { MetricFamily } from './endpoint-metrics.js';
import { metricsDocument, parseTraceparent, tracesDocument, type Span } from './otlp-format.js';
import type { OtlpOptions } from './otlp-options.js';

export interface OtlpExporterOptions {
  readonly otlp: OtlpOptions;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly families: () => Promise<readonly MetricFamily[]>;
  /** Told once when exports begin to fail, and when they work again. */
  readonly onTrouble?: (text: string) => void;
  /** Default: the global one. */
  readonly fetch?: typeof fetch;
}

/** What a request leaves of itself when it ends. */
export interface SpanEnd {
  readonly failed: boolean;
  readonly attributes: Readonly<Record<string, string | number>>;
}

const MAX_BATCH = 512;
/** The longest time between two tries. Milliseconds. */
const MAX_BACKOFF_MS = 60_000;
/** At the end of the process. Milliseconds. */
const LAST_EXPORT_MS = 2000;

type Outcome = 'taken' | 'refused' | 'again';

export class OtlpExporter {
  readonly #options: OtlpExporterOptions;
  readonly #since: number;
  #queue: Span[] = [];
  #dropped = 0;
  #failures = 0;
  #working = false;
  #closed = false;
  readonly #timers = new Set<Timer>();

  constructor(options: OtlpExporterOptions) {
    this.#options = options;
    this.#since = options.clock.utcMs();
    const { tracesUrl, metricsUrl, spanIntervalMs, metricIntervalMs } = options.otlp;
    if (tracesUrl !== undefined) this.#every(spanIntervalMs, () => this.#sendSpans(tracesUrl));
    if (metricsUrl !== undefined) this.#every(metricIntervalMs, () => this.#sendMetrics(metricsUrl));
  }

  /** Spans that no collector took: the queue was full, or it refused them. */
  get droppedSpans(): number {
    return this.#dropped;
  }
  get queuedSpans(): number {
    return this.#queue.length;
  }

  /**
   * A request begins. A caller's trace that is not sampled leaves no span here either.
   * @returns what ends it, or undefined when nothing is recorded.
   */
  begin(name: string, traceparent: string | undefined): ((end: SpanEnd) => void) | undefined {
    const { otlp, clock, random } = this.#options;
    if (otlp.tracesUrl === undefined || this.#closed) return undefined;
    const parent = parseTraceparent(traceparent);
    if (parent?.sampled === false) return undefined;
    const startMs = clock.utcMs();
    const from = clock.now();
    return ({ failed, attributes }) => {
      if (this.#queue.length >= otlp.maxQueuedSpans) {
        this.#dropped += 1;
        return;
      }
      this.#queue.push({
        traceId: parent?.traceId ?? hex(random(16)),
        spanId: hex(random(8)),
        ...(parent === undefined ? {} : { parentSpanId: parent.spanId }),
        name,
        startMs,
        endMs: startMs + (clock.now() - from),
        attributes,
        failed,
      });
    };
  }

  /** Sends what waits once more, if the collector answered the last time. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const timer of this.#timers) timer.cancel();
    const { tracesUrl, metricsUrl } = this.#options.otlp;
    if (this.#failures > 0) return;
    await Promise.all([
      tracesUrl === undefined ? undefined : this.#sendSpans(tracesUrl, LAST_EXPORT_MS),
      metricsUrl === undefined ? undefined : this.#sendMetrics(metricsUrl, LAST_EXPORT_MS),
    ]);
  }

  #every(intervalMs: number, work: () => Promise<void>): void {
    const wait = (): void => {
      // After a failure each time twice as long, up to a minute, and never sooner than asked for.
      const backoff = this.#failures === 0 ? 0 : Math.min(MAX_BACKOFF_MS, 1000 * 2 ** Math.min(this.#failures, 6));
      const timer = this.#options.clock.setTimer(
        Math.max(intervalMs, backoff),
        () => {
          this.#timers.delete(timer);
          void work().finally(() => {
            if (!this.#closed) wait();
          });
        },
        { keepAlive: false },
      );
      this.#timers.add(timer);
    };
    wait();
  }

  async #sendSpans(url: string, limitMs?: number): Promise<void> {
    while (this.#queue.length > 0 && !this.#working) {
      this.#working = true;
      const batch = this.#queue.splice(0, MAX_BATCH);
      const outcome = await this.#post(url, tracesDocument(batch, this.#options.otlp.resource), limitMs);
      this.#working = false;
      if (outcome === 'taken') continue;
      // Newer spans may have filled the queue meanwhile: the oldest go first.
      const room = outcome === 'again' ? this.#options.otlp.maxQueuedSpans - this.#queue.length : 0;
      const kept = room <= 0 ? [] : batch.slice(-room);
      this.#dropped += batch.length - kept.length;
      this.#queue = [...kept, ...this.#queue];
      return;
    }
  }

  async #sendMetrics(url: string, limitMs?: number): Promise<void> {
    const { clock, families, otlp } = this.#options;
    let found: readonly MetricFamily[];
    try {
      found = await families();
    } catch {
      return; // an endpoint that is going: it has no numbers any more
    }
    await this.#post(url, metricsDocument(found, otlp.resource, this.#since, clock.utcMs()), limitMs);
  }

  async #post(url: string, body: string, limitMs?: number): Promise<Outcome> {
    const { otlp, fetch: send = fetch } = this.#options;
    let why: string;
    let outcome: Outcome = 'again';
    try {
      const response = await send(url, {
        method: 'POST',
        headers: { ...otlp.headers, 'content-type': 'application/json' },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(limitMs ?? otlp.timeoutMs),
      });
      await response.body?.cancel();
      if (response.ok) {
        this.#worked();
        return 'taken';
      }
      why = `it answered ${response.status}`;
      // What else it refuses it will refuse again. [OTLP 1.x, "Retryable Response Codes"]
      if (![429, 502, 503, 504].includes(response.status)) outcome = 'refused';
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      why = cause instanceof Error ? cause.message : String(cause);
    }
    if (this.#failures === 0)
      this.#options.onTrouble?.(`The collector at ${new URL(url).origin} takes no telemetry: ${why}`);
    this.#failures += 1;
    return outcome;
  }

  #worked(): void {
    if (this.#failures > 0) this.#options.onTrouble?.('The collector takes telemetry again');
    this.#failures = 0;
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
