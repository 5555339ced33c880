/** Enumerations that wait for their next Pull. protocol.md 7.7 */
import { utf8Length } from '../bytes/index.js';
import { XmlWriter } from '../xml/index.js';
import type { EnumerationItem } from './messages.js';
import { writeItem } from './write-envelope.js';

interface OpenEnumeration {
  readonly ownerKey: string;
  readonly items: readonly EnumerationItem[];
  at: number;
  deadline: number;
}

export interface Page {
  /** How many items it holds. */
  readonly taken: number;
  /** The items as they stand inside `Items`; undefined when there is none. */
  readonly written: string | undefined;
  readonly end: boolean;
  /** False: not even one item fits into the answer. */
  readonly fits: boolean;
}

const MAX_OPEN_PER_USER = 32;

export class Enumerations {
  readonly #open = new Map<string, OpenEnumeration>();
  /** How long one waits for its next Pull. Milliseconds. */
  lifetimeMs: number;

  constructor(lifetimeMs: number) {
    this.lifetimeMs = lifetimeMs;
  }

  /** Keeps what is left. A user's oldest enumeration makes room for a newer one. */
  open(context: string, ownerKey: string, items: readonly EnumerationItem[], now: number): void {
    const own = [...this.#open].filter(([, enumeration]) => enumeration.ownerKey === ownerKey);
    const oldest = own[0];
    if (own.length >= MAX_OPEN_PER_USER && oldest !== undefined) this.#open.delete(oldest[0]);
    this.#open.set(context, { ownerKey, items, at: 0, deadline: now + this.lifetimeMs });
  }

  /** The next page, or undefined when the context is not this user's or has expired. */
  pull(context: string, ownerKey: string, maxItems: number, budget: number, now: number): Page | undefined {
    const enumeration = this.#open.get(context);
    if (enumeration === undefined || enumeration.ownerKey !== ownerKey || now >= enumeration.deadline) return undefined;
    const page = pageOf(enumeration.items, enumeration.at, maxItems, budget);
    enumeration.at += page.taken;
    enumeration.deadline = now + this.lifetimeMs;
    if (page.end) this.#open.delete(context);
    return page;
  }

  release(context: string, ownerKey: string): boolean {
    return this.#open.get(context)?.ownerKey === ownerKey && this.#open.delete(context);
  }
  nextTimeout(): number | undefined {
    let next: number | undefined;
    for (const { deadline } of this.#open.values()) next = Math.min(next ?? deadline, deadline);
    return next;
  }
  expire(now: number): void {
    for (const [context, enumeration] of this.#open) if (now >= enumeration.deadline) this.#open.delete(context);
  }
}

/** As many items from `from` on as `maxItems` and `budget` bytes of envelope allow. */
export function pageOf(items: readonly EnumerationItem[], from: number, maxItems: number, budget: number): Page {
  let written = '';
  let taken = 0;
  let left = budget;
  for (let at = from; at < items.length && taken < maxItems; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    const writer = new XmlWriter();
    writeItem(writer, item);
    const text = writer.toText();
    left -= utf8Length(text);
    if (left < 0) break;
    written += text;
    taken += 1;
  }
  const end = from + taken >= items.length;
  return { taken, written: taken === 0 ? undefined : written, end, fits: taken > 0 || end };
}
