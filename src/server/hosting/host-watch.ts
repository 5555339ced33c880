/**
 * Whether session hosts still answer. A script may hold the only thread of its host: a file that never ends, a call of
 * .NET that waits in one piece. Nobody in that process can do anything about it, so its listener does.
 *
 * A host is asked for a sign of life while it owes an answer; so many looks in a row without one, and it is given up.
 * Looks are counted and not time: after a sleep of the machine, host and listener wake up together.
 */
import { systemClock, type Timer } from '../../io/runtime/index.js';
import type { HostConnection } from './host-connection.js';

export const DEFAULT_UNRESPONSIVE_MS = 60_000;

const LONGEST_LOOK_MS = 5000;
const SHORTEST_LOOK_MS = 100;
const LOOKS = 12;
/** After so many looks a shared host gets no new sessions. */
const STUCK_LOOKS = 2;

export interface HostWatchOptions {
  /** 0: nobody is given up. */
  readonly limitMs: number;
  readonly hosts: () => readonly HostConnection[];
  readonly hung: (host: HostConnection) => void;
}

export class HostWatch {
  readonly #options: HostWatchOptions;
  readonly #lookMs: number;
  readonly #limit: number;
  #timer: Timer | undefined;
  #ended = false;

  constructor(options: HostWatchOptions) {
    const { limitMs } = options;
    this.#options = options;
    this.#lookMs = Math.max(SHORTEST_LOOK_MS, Math.min(LONGEST_LOOK_MS, (limitMs || DEFAULT_UNRESPONSIVE_MS) / LOOKS));
    this.#limit = limitMs === 0 ? Number.POSITIVE_INFINITY : Math.ceil(limitMs / this.#lookMs);
    this.#look();
  }

  /** New sessions had better go elsewhere. */
  isStuck(host: HostConnection): boolean {
    return host.missedBeats >= STUCK_LOOKS;
  }

  end(): void {
    this.#ended = true;
    this.#timer?.cancel();
  }

  #look(): void {
    if (this.#ended) return;
    for (const host of this.#options.hosts()) {
      host.beat();
      if (host.missedBeats >= this.#limit) this.#options.hung(host);
    }
    this.#timer = systemClock.setTimer(this.#lookMs, () => this.#look(), { keepAlive: false });
  }
}
