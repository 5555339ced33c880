/** Sessions that others may watch: what their owners, the log and the rest of the endpoint are told of it. */
import type { Guid } from '../../protocol/bytes/index.js';
import type { ServiceDriver } from './service-driver.js';
import type { SessionScreens } from './session-screens.js';
import type { ShellAudit } from './shell-audit.js';
import type { ShellEventOf } from './shell-layer-api.js';
import type { ShellTable } from './shell-table.js';

export interface WatchersParts {
  readonly driver: ServiceDriver;
  readonly shells: ShellTable;
  readonly screens: SessionScreens;
  readonly audit: ShellAudit;
  readonly onWatchable: ((watchable: boolean) => void) | undefined;
}

export class Watchers {
  readonly #parts: WatchersParts;
  /** Shells whose owners let others watch. */
  readonly #watchable = new Set<Guid>();

  constructor(parts: WatchersParts) {
    this.#parts = parts;
  }

  take(event: ShellEventOf<'watcherCame' | 'watcherLeft' | 'watchersSet'>): void {
    const { shellId, user } = event;
    const { screens, audit } = this.#parts;
    if (event.type === 'watchersSet') {
      screens.keep(shellId);
      this.#setWatchable(shellId, event.names.length > 0);
      audit.write({ event: 'watchersSet', shellId, user, reason: event.names.join(', ') });
      return;
    }
    const { clientAddress } = event;
    const came = event.type === 'watcherCame';
    // Said twice: of a host that runs as a user every line is his, whatever name it gives.
    const reason = `watcher ${user}`;
    audit.write({ event: came ? 'watchStarted' : 'watchEnded', shellId, user, clientAddress, reason });
    const from = clientAddress === '' ? '' : ` (from ${clientAddress})`;
    this.#notify(shellId, came ? `${user}${from} watches this session.` : `${user}${from} watches it no more.`);
  }

  /** The owner comes, and others are there already. */
  tellOwner(shellId: Guid): void {
    const watchers = this.#parts.driver.service.watchersOf(shellId);
    if (watchers.length > 0) this.#notify(shellId, `This session is watched by ${watchers.join(', ')}.`);
  }

  forget(shellId: Guid): void {
    this.#setWatchable(shellId, false);
  }

  #setWatchable(shellId: Guid, watchable: boolean): void {
    const before = this.#watchable.size > 0;
    if (watchable) this.#watchable.add(shellId);
    else this.#watchable.delete(shellId);
    const now = this.#watchable.size > 0;
    if (now !== before) this.#parts.onWatchable?.(now);
  }

  /** Nobody is there to be told while it is disconnected: who comes is told of all. */
  #notify(shellId: Guid, text: string): void {
    const { shells, driver } = this.#parts;
    if (driver.service.isConnected(shellId)) shells.powershell(shellId)?.notify(text);
  }
}
