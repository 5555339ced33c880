/**
 * Whether there is room for more output in the folder that all session hosts of an endpoint write to. Each host looks for
 * itself: at the sizes of the files, not more often than they can have changed much, and counts what it wrote since.
 */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../../io/runtime/index.js';

/** What others wrote is seen after this time. Milliseconds. */
const LOOK_MS = 500;
/** To look costs so many times less than what lies between two looks. */
const REST = 50;

export class SpoolRoom {
  readonly #folder: string;
  readonly #maxBytes: number;
  readonly #clock: Clock;
  #bytes = 0;
  #lookAt = Number.NEGATIVE_INFINITY;

  /** @param maxBytes size of all files below the folder. */
  constructor(folder: string, maxBytes: number, clock: Clock) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
    this.#clock = clock;
  }

  get isFull(): boolean {
    const since = this.#clock.now();
    if (since >= this.#lookAt) {
      this.#bytes = sizeOf(this.#folder);
      const now = this.#clock.now();
      this.#lookAt = now + Math.max(LOOK_MS, (now - since) * REST);
    }
    return this.#bytes >= this.#maxBytes;
  }

  wrote(bytes: number): void {
    this.#bytes += bytes;
  }
}

/** Files come and go meanwhile; another account's folder may be closed to us, and counts as nothing. */
function sizeOf(folder: string): number {
  let sum = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) sum += sizeOf(file);
      else sum += statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    }
  } catch {
    // It is gone, or not ours.
  }
  return sum;
}
