/**
 * What an endpoint counts of itself: as Prometheus reads it, and as plain families for other exporters. Names of users, sessions and computers are in no label: they
 * have no bound, and whoever reads metrics is not always one who may read the log.
 */
import type { ShellSummary } from '../../protocol/wsman/index.js';
import type { AuditEvent, AuditRecord } from '../gate/audit.js';

/** Upper bounds of the duration histogram. Seconds; a Receive may wait for a minute. */
const BUCKETS = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10, 60] as const;
/** The last part of an action URI, in the head of an envelope; anything else counts as `Other`. */
const ACTION = /[:>]Action\b[^>]*>\s*[^<]*?\/([A-Za-z]{1,24})\s*</;
const HEAD_BYTES = 4096;
const OPERATIONS: ReadonlySet<string> = new Set(
  'Create Delete Get Put Enumerate Pull Release Command Send Receive Signal Disconnect Reconnect Connect'.split(' '),
);

interface Durations {
  readonly buckets: number[];
  count: number;
  sum: number;
}

/** By what a request came: HTTP, or the local door, which is how SSH and programs of the same account come. */
export type RequestCarrier = 'http' | 'local';

export interface MetricPoint {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}
export interface HistogramPoint {
  readonly labels: Readonly<Record<string, string>>;
  /** Upper bounds, in order; the last one, infinity, is not in it. */
  readonly bounds: readonly number[];
  /** How many were at most as large as each bound. */
  readonly atMost: readonly number[];
  readonly count: number;
  readonly sum: number;
}
/** All points of one metric. Names are Prometheus'. */
export type MetricFamily =
  | {
      readonly name: string;
      readonly type: 'gauge' | 'counter';
      readonly help: string;
      readonly points: readonly MetricPoint[];
    }
  | {
      readonly name: string;
      readonly type: 'histogram';
      readonly help: string;
      readonly points: readonly HistogramPoint[];
    };

/** The operation that an envelope asks for: `Receive`, or `Other` for what is no operation of ours. */
export function operationOf(envelope: Uint8Array): string {
  const head = Buffer.from(envelope.buffer, envelope.byteOffset, Math.min(envelope.byteLength, HEAD_BYTES));
  const word = ACTION.exec(head.toString('latin1'))?.[1];
  return word !== undefined && OPERATIONS.has(word) ? word : 'Other';
}

export class EndpointMetrics {
  readonly #events = new Counts();
  readonly #requests = new Counts();
  readonly #durations = new Map<string, Durations>();

  /** Counts what the log is told. */
  event({ event, code }: AuditRecord): void {
    const isRefusal: readonly AuditEvent[] = ['requestRefused', 'shellRefused'];
    this.#events.add({ event, ...(isRefusal.includes(event) && code !== undefined ? { code: String(code) } : {}) });
  }

  /** @param seconds from the whole request to the answer. */
  request(operation: string, status: number, seconds: number, carrier: RequestCarrier = 'http'): void {
    this.#requests.add({ operation, status: String(status), carrier });
    const known = this.#durations.get(operation);
    const durations = known ?? { buckets: BUCKETS.map(() => 0), count: 0, sum: 0 };
    if (known === undefined) this.#durations.set(operation, durations);
    for (const [at, bound] of BUCKETS.entries()) {
      if (seconds <= bound) durations.buckets[at] = (durations.buckets[at] ?? 0) + 1;
    }
    durations.count += 1;
    durations.sum += seconds;
  }

  /** @param spoolBytes size of the files that sessions are written down in; undefined: they are in no file. */
  families(shells: readonly ShellSummary[], spoolBytes?: number): readonly MetricFamily[] {
    const states = new Counts('state', ['Connected', 'Disconnected', 'Broken']);
    const commands = new Counts('state', ['Running', 'Pending', 'Done']);
    let waiting = 0;
    for (const shell of shells) {
      states.add({ state: shell.brokenReason === undefined ? shell.state : 'Broken' });
      for (const { state } of shell.commands) commands.add({ state });
      waiting += shell.bufferedBytes;
    }
    const owners = new Set(shells.map(({ owner }) => owner.toLowerCase())).size;
    const one = (value: number): readonly MetricPoint[] => [{ labels: {}, value }];
    const gauge = (name: string, help: string, points: readonly MetricPoint[]): MetricFamily => ({
      name,
      type: 'gauge',
      help,
      points,
    });
    const counter = (name: string, help: string, counts: Counts): MetricFamily => ({
      name,
      type: 'counter',
      help,
      points: counts.points,
    });
    return [
      gauge('pssession_sessions', 'Sessions by state.', states.points),
      gauge('pssession_session_owners', 'Users who have a session.', one(owners)),
      gauge('pssession_commands', 'Commands of all sessions by state.', commands.points),
      gauge('pssession_output_waiting_bytes', 'Output that nobody has taken yet.', one(waiting)),
      ...(spoolBytes === undefined
        ? []
        : [gauge('pssession_spool_bytes', 'Size of the files that sessions are written down in.', one(spoolBytes))]),
      counter('pssession_events_total', 'Lines of the audit log.', this.#events),
      counter('pssession_requests_total', 'Requests by operation, status and carrier.', this.#requests),
      {
        name: 'pssession_request_seconds',
        type: 'histogram',
        help: 'Time from a request to its answer.',
        points: Array.from(this.#durations, ([operation, { buckets, count, sum }]) => ({
          labels: { operation },
          bounds: BUCKETS,
          atMost: [...buckets],
          count,
          sum,
        })),
      },
    ];
  }

  /** The text exposition format, version 0.0.4. */
  text(shells: readonly ShellSummary[], spoolBytes?: number): string {
    return this.families(shells, spoolBytes).map(exposition).join('');
  }
}

/** Points that are counted up, in the order in which they came. */
class Counts {
  readonly #points = new Map<string, { readonly labels: Readonly<Record<string, string>>; value: number }>();

  /** @param known values of a label that are there from the start, as 0. */
  constructor(label = '', known: readonly string[] = []) {
    for (const value of known) this.#pointOf({ [label]: value });
  }
  get points(): readonly MetricPoint[] {
    return [...this.#points.values()];
  }
  add(labels: Readonly<Record<string, string>>): void {
    this.#pointOf(labels).value += 1;
  }
  #pointOf(labels: Readonly<Record<string, string>>): { value: number } {
    const key = labelText(labels);
    const known = this.#points.get(key);
    if (known !== undefined) return known;
    const point = { labels, value: 0 };
    this.#points.set(key, point);
    return point;
  }
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const entries = Object.entries(labels);
  if (entries.length === 0) return '';
  const escaped = (value: string): string => value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`));
  return `{${entries.map(([name, value]) => `${name}="${escaped(value)}"`).join(',')}}`;
}

function exposition(family: MetricFamily): string {
  const { name, type, help } = family;
  const lines =
    family.type === 'histogram'
      ? family.points.flatMap(({ labels, bounds, atMost, count, sum }) => [
          ...bounds.map(
            (bound, at) => `${name}_bucket${labelText({ ...labels, le: String(bound) })} ${atMost[at] ?? 0}`,
          ),
          `${name}_bucket${labelText({ ...labels, le: '+Inf' })} ${count}`,
          `${name}_sum${labelText(labels)} ${sum}`,
          `${name}_count${labelText(labels)} ${count}`,
        ])
      : family.points.map(({ labels, value }) => `${name}${labelText(labels)} ${value}`);
  return lines.length === 0 ? '' : `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('\n')}\n`;
}
