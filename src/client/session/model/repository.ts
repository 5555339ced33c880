/** The current session's own list of sessions, and the numbers and names that new ones get. cmdlets.md 2.2, 2.3 */
import type { Guid } from '../../../protocol/bytes/index.js';
import type { PSSession } from './ps-session.js';

/** Session ids come from one counter of the process, from 1, and are never used again. */
let lastSessionId = 0;

/** Draws the next id. A number that a failed attempt drew stays a gap. */
export function nextSessionId(): number {
  lastSessionId += 1;
  return lastSessionId;
}

/** The name of a session that was given none. D10: `WinRM` as 5.1 shows it, `Runspace` as 7.x does. */
export function generatedSessionName(id: number, prefix: string): string {
  return `${prefix}${id}`;
}

export class SessionRepository {
  readonly #sessions = new Map<Guid, PSSession>();

  /** A snapshot, in the order of insertion. */
  list(): readonly PSSession[] {
    return [...this.#sessions.values()];
  }
  get(instanceId: Guid): PSSession | undefined {
    return this.#sessions.get(instanceId);
  }
  /** Replacing keeps the place in the order. */
  addOrReplace(session: PSSession): void {
    this.#sessions.set(session.instanceId, session);
  }
  /** A session that is not there is no error. */
  remove(session: PSSession): void {
    this.#sessions.delete(session.instanceId);
  }
  get size(): number {
    return this.#sessions.size;
  }
}
