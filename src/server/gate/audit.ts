/**
 * The audit log: one line for each thing that somebody was allowed or refused. Lines name who, from where and what,
 * never a password, a token, a script or a stream's content.
 */

export type AuditEvent =
  | 'endpointStarted'
  | 'endpointStopped'
  | 'endpointReloaded'
  | 'reloadRefused'
  | 'loginAccepted'
  | 'loginRefused'
  | 'requestRefused'
  | 'shellCreated'
  | 'shellRefused'
  | 'shellClosed'
  | 'shellConnected'
  | 'shellDisconnected'
  | 'shellBroken'
  | 'outputDropped'
  /** A session's owner says who may watch it; somebody does, or does no more. */
  | 'watchersSet'
  | 'watchStarted'
  | 'watchEnded'
  /** The collector takes nothing, or takes it again. */
  | 'telemetry'
  | 'internalError';

export interface AuditRecord {
  readonly event: AuditEvent;
  readonly user?: string;
  readonly mechanism?: string;
  /** What Negotiate or CredSSP chose: `Kerberos`, `NTLM`. */
  readonly inner?: string;
  readonly clientAddress?: string;
  readonly shellId?: string;
  readonly configuration?: string;
  /** HTTP status or WSMan fault code of a refusal. */
  readonly code?: number;
  readonly reason?: string;
}

/** Where audit records go. Must not throw and must not wait. */
export type AuditSink = (record: AuditRecord) => void;

const MAX_TEXT = 512;

/** One line of JSON without its end: time first, then the record. Control characters cannot break the line, JSON escapes them. */
export function formatAuditLine(record: AuditRecord, time: Date): string {
  const fields = Object.entries(record).map(([name, value]) => [
    name,
    typeof value === 'string' && value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value,
  ]);
  return JSON.stringify({ time: time.toISOString(), ...Object.fromEntries(fields) });
}
