/** Room in memory for what is made in one go: JavaScript ends the process, with all its sessions, when there is none. */
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { growth } from '../../protocol/objects/index.js';
import { fail, type PSError } from './values/exceptions.js';

/** Lists up to so many elements are made without a look. */
const SMALL = 2 ** 20;
const BYTES_EACH = 8;

/** Of V8's limit this is for what is young (three half spaces, whose size V8 13 made 64 MB): only the rest can be filled. */
const YOUNG_BYTES = 3 * halfSpaceMb() * 2 ** 20;
function halfSpaceMb(): number {
  const options = [process.env['NODE_OPTIONS'] ?? '', ...process.execArgv].join(' ');
  const said = /--max[-_]semi[-_]space[-_]size[= ]+(\d+)(?!.*--max[-_]semi[-_]space[-_]size)/.exec(options)?.[1];
  return said === undefined ? (Number.parseInt(process.versions.v8, 10) < 13 ? 16 : 64) : Number(said);
}

/** What is used of the memory, in bytes. */
export interface MemoryUse {
  /** In the heap. */
  readonly inside: number;
  readonly used: number;
  /** What pages of the heap take, also those that are half empty: V8 bounds these. 0 while there is no need to know. */
  readonly held: number;
  readonly limit: number;
}
/** Below this part of the limit nobody asks what the pages take. */
const HELD_MATTERS = 0.85;
/** What pages take may come so near to the limit: V8 ends the process where one more is not allowed. */
const HELD_SHARE = 0.95;

export function memoryUse(): MemoryUse {
  const {
    used_heap_size: inside,
    total_heap_size: total,
    external_memory: outside,
    heap_size_limit: all,
  } = getHeapStatistics();
  const limit = all - YOUNG_BYTES;
  // Bytes outside the heap (byte arrays) count as well: nobody else bounds them.
  return { inside, used: inside + outside, held: total < limit * HELD_MATTERS ? 0 : heldBytes(), limit };
}
/** Without what is young, for which V8 has another limit. */
function heldBytes(): number {
  let bytes = 0;
  for (const { space_name: name, space_size: size } of getHeapSpaceStatistics())
    if (!name.startsWith('new_')) bytes += size;
  return bytes;
}
/** Pages take nearly all, whatever is in them: of texts of 100 KB two fit into one, and the rest stays empty. */
export const isHeld = ({ held, limit }: MemoryUse): boolean => held >= limit * HELD_SHARE;

/** What was left when garbage was collected last, or less. */
let leftBytes = 0;
/** What is used now may have been there before: less was left than was known. */
export function noteUse(used: number): number {
  leftBytes = Math.min(leftBytes, used);
  return leftBytes;
}
/** What code keeps to find it again at once. It may be of calls that are over: it goes before garbage is collected. */
const shortcuts: (() => void)[] = [];
const MAX_SHORTCUTS = 2 ** 12;
/** @param forget is called once, and has to be said again when there is something to forget again. */
export function noteShortcut(forget: () => void): void {
  if (shortcuts.length >= MAX_SHORTCUTS) forgetShortcuts();
  shortcuts.push(forget);
}
function forgetShortcuts(): void {
  for (const forget of shortcuts.splice(0)) forget();
}
let collect: (() => void) | undefined;
/** Takes back what nobody uses any more: JavaScript itself waits with that until the heap is full. */
export function collectGarbage(): MemoryUse {
  if (collect === undefined) {
    // Of a process that runs already it is a new context alone that gets the function.
    setFlagsFromString('--expose-gc');
    // V8 ends the process where collecting takes most of the time, although there is room: here the script is ended.
    setFlagsFromString('--no-detect-ineffective-gcs-near-heap-limit');
    const found: unknown = runInNewContext('globalThis.gc');
    collect = typeof found === 'function' ? (found as () => void) : () => undefined;
  }
  forgetShortcuts();
  collect();
  const use = memoryUse();
  leftBytes = use.used;
  return use;
}
/** Garbage is collected again when so much more is used: before that, hardly any can have come about. */
export const COLLECTED_SHARE = 0.05;
/** Room for so many bytes, where garbage is not in the way. */
function leftFor(bytes: number, part: number): MemoryUse | undefined {
  const isEnough = (use: MemoryUse, used: number): boolean => used + bytes <= use.limit * part && !isHeld(use);
  const before = memoryUse();
  if (isEnough(before, before.used)) return undefined;
  // There is room but for a little garbage: many in turn that ask for much would have it collected each time.
  const { used, limit } = before;
  if (used - noteUse(used) <= limit * COLLECTED_SHARE && isEnough(before, leftBytes)) return undefined;
  const use = collectGarbage();
  return isEnough(use, use.used) ? undefined : use;
}

/** @param what wants more than there is, as the beginning of a sentence. */
export function outOfMemory(what: string, usedBytes: number, limitBytes: number, why = ''): PSError {
  // Whoever is told lets go of what he has: what was left before is of no use any more, and the next look is for garbage.
  leftBytes = 0;
  const [used, limit] = [usedBytes, limitBytes].map((bytes) => Math.round(bytes / 2 ** 20));
  const error = fail('OutOfMemory', `${what}: ${used} of ${limit} MB are used${why}.`, {
    category: 'LimitsExceeded',
    type: 'System.OutOfMemoryException',
  });
  error.thrown = true;
  return error;
}

/** Of the heap this much stays free: V8 ends the process when what is young has no room to become old. */
const SPARE_SHARE = 0.15;
/** Throws when a list of so many elements does not fit into what is left of the heap. */
export function needRoom(elements: number): void {
  if (elements < SMALL) return;
  const use = leftFor(elements * BYTES_EACH, 1 - SPARE_SHARE);
  if (use === undefined) return;
  const what = `A list of ${elements} elements needs more memory than this engine gives the script`;
  throw outOfMemory(what, use.used, use.limit);
}
/** Elements of a list. One that grows far beyond that ends the process: JavaScript holds no more in one piece. */
export const MAX_ARRAY = 2 ** 26;
/**
 * Lengths at which a list that grew by one each time is moved to a larger place, of half as much again. Old and new are
 * there at once, and V8 ends the process when they do not fit.
 */
const MOVED_AT = new Set<number>();
for (let length = 0; length < MAX_ARRAY; length = placeFor(length)) if (length >= SMALL) MOVED_AT.add(length);
function placeFor(length: number): number {
  return length + 1 + ((length + 1) >> 1) + 16;
}
/** `list.push(item)`. */
export function pushOne<T>(list: T[], item: T): number {
  if (list.length >= SMALL && MOVED_AT.has(list.length)) needRoom(placeFor(list.length));
  if (list.length >= MAX_ARRAY)
    throw outOfMemory(
      `A list of more than ${MAX_ARRAY} elements is larger than this engine allows`,
      memoryUse().used,
      memoryUse().limit,
    );
  return list.push(item);
}
export function copyOf<T>(items: readonly T[]): T[] {
  needRoom(items.length);
  return items.slice();
}
/** Texts from this length on are counted: many of them fill a heap before the next look at the clock. */
const LONG_TEXT = 2 ** 12;
/** The heap is looked at after so many characters of them. */
const TEXT_AT_ONCE = 2 ** 22;
let charactersSince = 0;
/**
 * Before a text of so many characters is made, or one that was put together of parts is laid out in one piece. Throws
 * when it does not fit into what is left of the heap.
 */
export function needText(length: number): void {
  if (length < LONG_TEXT) return;
  charactersSince += length;
  if (charactersSince < TEXT_AT_ONCE) return;
  charactersSince = 0;
  // Both the text and what is made of it, of a byte for each character: most texts are so.
  const use = leftFor(length * 2, 1 - SPARE_SHARE);
  if (use === undefined) return;
  const what = `A text of ${length} characters needs more memory than this engine gives the script`;
  throw outOfMemory(what, use.used, use.limit);
}
/** Of a list that is made in one go, after each so many of its parts. */
const PARTS_AT_ONCE = 2 ** 16;
export function needParts(count: number, atOnce = PARTS_AT_ONCE): void {
  if (count % atOnce !== 0) return;
  const use = leftFor(0, 1 - SPARE_SHARE);
  if (use === undefined) return;
  throw outOfMemory('A list needs more memory than this engine gives the script', use.used, use.limit);
}
growth.allow = (bytes) => {
  const use = leftFor(bytes, 1 - SPARE_SHARE);
  if (use === undefined) return;
  throw outOfMemory('A table that grows needs more memory than this engine gives the script', use.used, use.limit);
};
