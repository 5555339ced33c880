/**
 * What a session has shown lately: a ring of whole messages, for whoever looks at it without being its client. It costs
 * the session nothing but memory, which is bounded: who reads too slowly has lost what is gone, and is told so. Messages
 * are bytes; what they mean is for the reader.
 */

import type { Guid } from '../bytes/index.js';

/** All messages together, and one of them: a larger one counts as lost. Bytes. */
const MAX_SCREEN_BYTES = 131_072;
export const MAX_SCREEN_MESSAGE_BYTES = 32_768;
const MAX_SCREEN_MESSAGES = 2048;
/** What carries a message beside its bytes. */
const MESSAGE_OVERHEAD = 96;

export interface ScreenPart {
  readonly messages: readonly Uint8Array[];
  /** Something between what the reader had and the first of these is gone. */
  readonly lost: boolean;
  /** There is more already. */
  readonly more: boolean;
  /** Where the reader goes on. */
  readonly next: number;
}

/** Where a message of a command stands in its output: the position behind it. */
export interface ScreenPlace {
  readonly commandId: Guid;
  readonly end: number;
}

interface Kept {
  readonly message: Uint8Array | undefined;
  readonly place: ScreenPlace | undefined;
}

export class Screen {
  readonly #messages: Kept[] = [];
  #bytes = 0;
  /** Number of the first message that is kept. */
  #first = 0;

  get next(): number {
    return this.#first + this.#messages.length;
  }

  /** @param message undefined: one that is too large to be kept. */
  push(message: Uint8Array | undefined, place?: ScreenPlace): void {
    const kept = message !== undefined && message.length > MAX_SCREEN_MESSAGE_BYTES ? undefined : message;
    this.#messages.push({ message: kept, place });
    this.#bytes += kept?.length ?? 0;
    let gone = 0;
    while (this.#bytes > MAX_SCREEN_BYTES || this.#messages.length - gone > MAX_SCREEN_MESSAGES) {
      this.#bytes -= this.#messages[gone]?.message?.length ?? 0;
      gone += 1;
    }
    this.#messages.splice(0, gone);
    this.#first += gone;
  }

  /**
   * @param from where the reader was; undefined: he begins, and what was shown before the ring is no loss to him.
   * @param budget bytes that the messages may take; the first one is given whatever it takes.
   * @param comesAnyway what the reader gets by another way.
   */
  read(
    from: number | undefined,
    budget: number,
    comesAnyway: (place: ScreenPlace) => boolean = () => false,
  ): ScreenPart {
    // A number of another ring (the process that had it died): from the start.
    const known = from !== undefined && from <= this.next ? from : undefined;
    let lost = from !== undefined && (known ?? -1) < this.#first;
    const messages: Uint8Array[] = [];
    let left = budget;
    let at = Math.max(known ?? this.#first, this.#first);
    for (; at < this.next; at += 1) {
      const { message, place } = this.#messages[at - this.#first] ?? {};
      if (place !== undefined && comesAnyway(place)) continue;
      if (message === undefined) {
        // What is missing in the middle is told where it is missing.
        if (messages.length > 0) break;
        lost = true;
        continue;
      }
      if (messages.length > 0 && message.length + MESSAGE_OVERHEAD > left) break;
      messages.push(message);
      left -= message.length + MESSAGE_OVERHEAD;
    }
    return { messages, lost, more: at < this.next, next: at };
  }
}
