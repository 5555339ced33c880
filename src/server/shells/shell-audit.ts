/** What the shell layer says to the log. */
import type { Guid } from '../../protocol/bytes/index.js';
import type { Caller } from '../caller.js';
import type { AuditSink } from '../gate/audit.js';
import type { ShellEventOf } from './shell-layer-api.js';

/** How often lost output of one shell is logged. Milliseconds. */
const DROP_LOG_MS = 10_000;

export class ShellAudit {
  readonly write: AuditSink;
  readonly #dropped = new Map<Guid, { bytes: number; loggedAt: number }>();

  constructor(sink: AuditSink) {
    this.write = sink;
  }

  created(shellId: Guid, caller: Caller, configuration: string): void {
    this.write({ event: 'shellCreated', shellId, ...facts(caller), configuration });
  }

  came(event: ShellEventOf<'shellConnected' | 'shellReconnected'>): void {
    const { shellId } = event;
    if (event.type === 'shellConnected') this.write({ event: 'shellConnected', shellId, ...facts(event.caller) });
    else this.write({ event: 'shellConnected', shellId, reason: 'reconnected' });
  }

  refused({ user, clientAddress, code, action, shellId }: ShellEventOf<'refused'>): void {
    const which = shellId === undefined ? {} : { shellId };
    this.write({ event: 'requestRefused', user, clientAddress, code, reason: action, ...which });
  }

  /** One line for many drops: a script that nobody listens to may lose a fragment every millisecond. */
  dropped(shellId: Guid, bytes: number, now: number): void {
    const dropped = this.#dropped.get(shellId) ?? { bytes: 0, loggedAt: Number.NEGATIVE_INFINITY };
    dropped.bytes += bytes;
    this.#dropped.set(shellId, dropped);
    if (now - dropped.loggedAt < DROP_LOG_MS) return;
    this.write({ event: 'outputDropped', shellId, reason: `${dropped.bytes} bytes of output were discarded` });
    dropped.bytes = 0;
    dropped.loggedAt = now;
  }

  failed(error: unknown, shellId?: Guid): void {
    this.write({
      event: 'internalError',
      reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      ...(shellId === undefined ? {} : { shellId }),
    });
  }

  forget(shellId: Guid): void {
    this.#dropped.delete(shellId);
  }
}

function facts({ user, mechanism, clientAddress }: Caller): Pick<Caller, 'user' | 'mechanism' | 'clientAddress'> {
  return { user, mechanism, clientAddress };
}
