/**
 * Producers that wait for room: a script whose output nobody takes is held, for itself when its own channel is full, and
 * because of all others when the spool is.
 */
import type { Guid } from '../../protocol/bytes/index.js';
import type { ShellLayerOptions } from './shell-layer-api.js';
import type { ServiceDriver } from './service-driver.js';

/** How often a script that waits for room in a full spool looks again. Milliseconds. */
const FULL_LOOK_MS = 250;

interface Channel {
  readonly shellId: Guid;
  readonly commandId: Guid | undefined;
}

export class Producers {
  readonly #driver: ServiceDriver;
  readonly #options: Pick<ShellLayerOptions, 'clock' | 'spool'>;
  /** Who waits, by channel. */
  readonly #blocked = new Map<string, (() => void)[]>();
  /** Who waits because the whole spool is full, by channel. */
  readonly #starved = new Map<string, Channel>();
  #looksForRoom = false;

  constructor(driver: ServiceDriver, options: Pick<ShellLayerOptions, 'clock' | 'spool'>) {
    this.#driver = driver;
    this.#options = options;
  }

  get spoolIsFull(): boolean {
    return this.#options.spool?.isFull ?? false;
  }

  /** Undefined while there is room; else a promise for it. */
  room(shellId: Guid, commandId: Guid | undefined): Promise<void> | undefined {
    const { service } = this.#driver;
    const hasRoom = service.hasRoom(shellId, commandId);
    if (hasRoom && !(this.spoolIsFull && service.canWait(shellId, commandId))) return undefined;
    const key = channelKey(shellId, commandId);
    return new Promise((resolve) => {
      if (hasRoom) this.#starve(key, { shellId, commandId });
      const waiters = this.#blocked.get(key) ?? [];
      waiters.push(resolve);
      this.#blocked.set(key, waiters);
    });
  }

  /** There is room in this channel, or it is gone. */
  goOn(shellId: Guid, commandId: Guid | undefined): void {
    const key = channelKey(shellId, commandId);
    const waiters = this.#blocked.get(key) ?? [];
    this.#blocked.delete(key);
    for (const resolve of waiters) resolve();
  }

  /** Whoever is read may go on at once, however full it is. */
  feedReaders(): void {
    for (const [key, { shellId, commandId }] of this.#starved) {
      if (this.#driver.service.canWait(shellId, commandId)) continue;
      this.#starved.delete(key);
      this.goOn(shellId, commandId);
    }
  }

  /** Nobody may wait for a channel that is gone. */
  release(shellId: Guid): void {
    for (const key of this.#blocked.keys()) {
      if (!key.startsWith(shellId)) continue;
      for (const resolve of this.#blocked.get(key) ?? []) resolve();
      this.#blocked.delete(key);
    }
  }

  /** A producer waits for room that others have to give: nobody tells of that, so it is looked for. */
  #starve(key: string, channel: Channel): void {
    this.#starved.set(key, channel);
    if (this.#looksForRoom) return;
    this.#looksForRoom = true;
    this.#options.clock.setTimer(
      FULL_LOOK_MS,
      () => {
        this.#looksForRoom = false;
        const isFull = this.spoolIsFull;
        for (const [each, starved] of Array.from(this.#starved)) {
          this.#starved.delete(each);
          if (isFull && this.#blocked.has(each)) this.#starve(each, starved);
          else this.goOn(starved.shellId, starved.commandId);
        }
      },
      { keepAlive: false },
    );
  }
}

const channelKey = (shellId: Guid, commandId: Guid | undefined): string => `${shellId}/${commandId ?? ''}`;
