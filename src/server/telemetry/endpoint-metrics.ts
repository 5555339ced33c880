/**
 * What an endpoint counts of itself, as Prometheus reads it. Names of users, sessions and computers are in no label: they
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

/** The operation that an envelope asks for: `Receive`, or `Other` for what is no operation of ours. */
export function operationOf(envelope: Uint8Array): string {
  const head = Buffer.from(envelope.buffer, envelope.byteOffset, Math.min(envelope.byteLength, HEAD_BYTES));
  const word = ACTION.exec(head.toString('latin1'))?.[1];
  return word !== undefined && OPERATIONS.has(word) ? word : 'Other';
}

export class EndpointMetrics {
  readonly #events = new Map<string, number>();
  readonly #requests = new Map<string, number>();
  readonly #durations = new Map<string, Durations>();

  /** Counts what the log is told. */
  event({ event, code }: AuditRecord): void {
    const isRefusal: readonly AuditEvent[] = ['requestRefused', 'shellRefused'];
    add(
      this.#events,
      labels({ event, ...(isRefusal.includes(event) && code !== undefined ? { code: String(code) } : {}) }),
    );
  }

  /** @param seconds from the whole request to the answer. */
  request(operation: string, status: number, seconds: number): void {
    add(this.#requests, labels({ operation, status: String(status) }));
    const known = this.#durations.get(operation);
    const durations = known ?? { buckets: BUCKETS.map(() => 0), count: 0, sum: 0 };
    if (known === undefined) this.#durations.set(operation, durations);
    for (const [at, bound] of BUCKETS.entries()) {
      if (seconds <= bound) durations.buckets[at] = (durations.buckets[at] ?? 0) + 1;
    }
    durations.count += 1;
    durations.sum += seconds;
  }

  /** The text exposition format, version 0.0.4. */
  text(shells: readonly ShellSummary[]): string {
    const states = new Map(['Connected', 'Disconnected', 'Broken'].map((state) => [labels({ state }), 0]));
    const commands = new Map(['Running', 'Pending', 'Done'].map((state) => [labels({ state }), 0]));
    let waiting = 0;
    for (const shell of shells) {
      add(states, labels({ state: shell.brokenReason === undefined ? shell.state : 'Broken' }));
      for (const { state } of shell.commands) add(commands, labels({ state }));
      waiting += shell.bufferedBytes;
    }
    const owners = new Set(shells.map(({ owner }) => owner.toLowerCase())).size;
    const operation = [...this.#durations].flatMap(([name, { buckets, count, sum }]): [string, number][] => [
      ...BUCKETS.map((bound, at): [string, number] => [
        `_bucket${labels({ operation: name, le: String(bound) })}`,
        buckets[at] ?? 0,
      ]),
      [`_bucket${labels({ operation: name, le: '+Inf' })}`, count],
      [`_sum${labels({ operation: name })}`, sum],
      [`_count${labels({ operation: name })}`, count],
    ]);
    return [
      family('pssession_sessions', 'gauge', 'Sessions by state.', states),
      family('pssession_session_owners', 'gauge', 'Users who have a session.', [['', owners]]),
      family('pssession_commands', 'gauge', 'Commands of all sessions by state.', commands),
      family('pssession_output_waiting_bytes', 'gauge', 'Output that nobody has taken yet.', [['', waiting]]),
      family('pssession_events_total', 'counter', 'Lines of the audit log.', this.#events),
      family('pssession_requests_total', 'counter', 'Requests over HTTP by operation and status.', this.#requests),
      family('pssession_request_seconds', 'histogram', 'Time from a request to its answer.', operation),
    ].join('');
  }
}

const labels = (values: Readonly<Record<string, string>>): string =>
  `{${Object.entries(values)
    .map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`))}"`)
    .join(',')}}`;

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function family(name: string, type: string, help: string, values: Iterable<readonly [string, number]>): string {
  const lines = Array.from(values, ([key, value]) => `${name}${key} ${value}\n`);
  return lines.length === 0 ? '' : `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}
