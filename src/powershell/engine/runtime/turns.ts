/**
 * Whose turn it is. All scripts of a process share its thread: each gives it up when its slice is over and goes on when
 * its turn comes.
 *
 * One slice is run in each turn of the event loop, so that a request for a session waits for one script at most, however
 * many there are. Families take turns, and the runspaces of a family among themselves: a session that runs five hundred
 * scripts at once gets as much of the thread as one that runs one.
 *
 * What a family was given of the heap since it began to run is on its account: nobody holds more than he was given. When
 * the heap is nearly full the script that was given most ends, and none that was given little.
 */
import { collectGarbage, COLLECTED_SHARE, isHeld, memoryUse, noteUse } from '../room.js';
import type { NetType } from '../values/net-type.js';

/** Runspaces that came of one: a session, with its jobs and whatever runs in parallel. */
export class Family {
  /** Number of the last one. */
  last = 1;
  /** Short names of types that its scripts added, in lower case. */
  readonly accelerators = new Map<string, { readonly name: string; readonly type: NetType }>();
  /** Those that wait for their turn. */
  readonly waiting: (() => void)[] = [];
  /** Pipelines under way. */
  runs = 0;
  /** Bytes that it was given since the first of them began. */
  given = 0;
}

/** What a script has to end for. */
export interface MemoryShortage {
  readonly usedBytes: number;
  readonly limitBytes: number;
  /** Most of it is another session's. */
  readonly others: boolean;
}

/** Part of the JavaScript heap that scripts may fill. */
const MEMORY_SHARE = 0.8;
/** Beyond this part whatever runs ends, whoever filled it: the process would die. */
const LAST_SHARE = 0.92;
/** But not who was given no more than this part of what is still free: he may be about to remove something. */
const SPARE_SHARE = 0.25;
/** Who was given less than this part of it did not fill it. */
const LITTLE_SHARE = 0.25;

const COLLECTED_BYTES = 16 * 2 ** 20;
/** Garbage is looked for first where so much is used, and never later: a slice makes tens of MB, and a small heap has no more left. */
const LATEST_SHARE = 0.86;
/** Where so much stays used and collecting takes most of the time, for so long, there is no going on. */
const STRAINED_SHARE = 0.6;
const STRAINED_MS = 3000;

const limitBytes = memoryUse().limit;

/** Families with somebody who waits, the next one first. */
const queue: Family[] = [];
let isScheduled = false;
/** Whoever runs, and how large the heap was when it began. */
let running: Family | undefined;
let usedBefore = 0;
/** Of that, what is in the heap: its end is the process' end. So is that of its pages. */
let insideBefore = 0;
let isHeldBefore = false;
/** So much has to be used for the next look for garbage. */
let collectAt = limitBytes * LATEST_SHARE;
/** When it was collected last, how long that took, and how long it took where scripts got less time than that. */
let collectedAt = 0;
let tookMs = 0;
let strainedMs = 0;
/** Then too much stayed, and nobody was told yet. */
let isFull = false;
const families = new Set<Family>();

/** A pipeline of the family begins. */
export function beginRun(family: Family): void {
  if (family.runs === 0) family.given = 0;
  family.runs += 1;
  families.add(family);
}

export function endRun(family: Family): void {
  family.runs -= 1;
  if (family.runs > 0) return;
  // What it was given to the very end is not the next one's.
  if (running === family) {
    account();
    running = undefined;
  }
  families.delete(family);
}

let turn = 0;
let isCounted = false;
/** Changes when the event loop has turned: between two equal answers nobody outside of scripts was heard. */
export function loopTurn(): number {
  if (!isCounted) {
    isCounted = true;
    setImmediate(() => {
      isCounted = false;
      turn += 1;
    }).unref();
  }
  return turn;
}

/** Gives up the thread. Resolves when it is this family's turn again. */
export function nextTurn(family: Family): Promise<void> {
  account();
  running = undefined;
  return new Promise((resolve) => {
    if (family.waiting.push(resolve) === 1) queue.push(family);
    schedule();
  });
}

/** From now on what the heap grows by is this family's. */
export function beginTurn(family: Family): void {
  account();
  running = family;
}

/** Undefined while there is enough, and while others have to make room. */
export function memoryShortage(family: Family): MemoryShortage | undefined {
  if (usedBefore < limitBytes * MEMORY_SHARE && !isPacked()) return undefined;
  // Garbage is no reason to end anybody, and is not looked for at every turn.
  if (isLast() ? usedBefore - noteUse(usedBefore) > limitBytes * COLLECTED_SHARE : isTimeToLook()) lookForGarbage();
  const isNone = isLast() && family.given > (limitBytes - insideBefore) * SPARE_SHARE;
  const others = family.given < limitBytes * LITTLE_SHARE;
  if (!isNone && (!isFull || others || wasGivenMore(family))) return undefined;
  const usedBytes = usedBefore;
  // Whoever is told lets go of what he has: before the next one is, garbage is looked for.
  isFull = false;
  strainedMs = 0;
  collectAt = 0;
  return { usedBytes, limitBytes, others };
}
const isLast = (): boolean => insideBefore >= limitBytes * LAST_SHARE || isPacked();
/** Pages that take nearly all are no matter while much is free in them. */
const isPacked = (): boolean => isHeldBefore && usedBefore > limitBytes * STRAINED_SHARE;
/** Who catches what he is told would otherwise leave no time to the others. */
const isTimeToLook = (): boolean => usedBefore >= collectAt && performance.now() - collectedAt > tookMs;

function lookForGarbage(): void {
  const began = performance.now();
  collectGarbage();
  account();
  const left = usedBefore;
  const more = limitBytes * COLLECTED_SHARE;
  const later = left + Math.max(more, (limitBytes * LAST_SHARE - left) / 2) + COLLECTED_BYTES;
  collectAt = Math.max(left + more, Math.min(later, limitBytes * LATEST_SHARE));
  const now = performance.now();
  tookMs = now - began;
  const isStrained = left > limitBytes * STRAINED_SHARE && tookMs > began - collectedAt;
  strainedMs = isStrained ? strainedMs + tookMs : 0;
  collectedAt = now;
  isFull = left >= limitBytes * MEMORY_SHARE || strainedMs >= STRAINED_MS || isPacked();
}

function wasGivenMore({ given }: Family): boolean {
  for (const each of families) if (each.given > given) return true;
  return false;
}

function schedule(): void {
  if (isScheduled || queue.length === 0) return;
  isScheduled = true;
  setImmediate(() => {
    isScheduled = false;
    const family = queue.shift();
    const goOn = family?.waiting.shift();
    if (family !== undefined && family.waiting.length > 0) queue.push(family);
    goOn?.();
    // In the next turn of the event loop: who waits for the network is heard before.
    schedule();
  });
}

function account(): void {
  const use = memoryUse();
  const { inside, used } = use;
  // Less than before: garbage was collected, whoever's it was.
  if (running !== undefined) running.given += Math.max(0, used - usedBefore);
  usedBefore = used;
  insideBefore = inside;
  isHeldBefore = isHeld(use);
  noteUse(used);
  if (used >= limitBytes * STRAINED_SHARE) return;
  // Much was taken back: it may be filled anew before the next look.
  collectAt = limitBytes * LATEST_SHARE;
  strainedMs = 0;
  isFull = false;
}
