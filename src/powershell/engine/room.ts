/** Room in memory for what is made in one go: JavaScript ends the process, with all its sessions, when there is none. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
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
export function memoryUse(): { readonly inside: number; readonly used: number; readonly limit: number } {
  const { used_heap_size: inside, external_memory: outside, heap_size_limit: limit } = getHeapStatistics();
  // Bytes outside the heap (byte arrays) count as well: nobody else bounds them.
  return { inside, used: inside + outside, limit: limit - YOUNG_BYTES };
}

let collect: (() => void) | undefined;
/** Takes back what nobody uses any more: JavaScript itself waits with that until the heap is full. */
export function collectGarbage(): void {
  if (collect === undefined) {
    // Of a process that runs already it is a new context alone that gets the function.
    setFlagsFromString('--expose-gc');
    // V8 ends the process where collecting takes most of the time, although there is room: here the script is ended.
    setFlagsFromString('--no-detect-ineffective-gcs-near-heap-limit');
    const found: unknown = runInNewContext('globalThis.gc');
    collect = typeof found === 'function' ? (found as () => void) : () => undefined;
  }
  collect();
}
/** Room for so many bytes, where garbage is not in the way. */
function leftFor(bytes: number, part: number): ReturnType<typeof memoryUse> | undefined {
  const isEnough = ({ used, limit }: ReturnType<typeof memoryUse>): boolean => used + bytes <= limit * part;
  if (isEnough(memoryUse())) return undefined;
  collectGarbage();
  const use = memoryUse();
  return isEnough(use) ? undefined : use;
}

/** @param what wants more than there is, as the beginning of a sentence. */
export function outOfMemory(what: string, usedBytes: number, limitBytes: number, why = ''): PSError {
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
/** `list.push(item)`. */
export function pushOne<T>(list: T[], item: T): number {
  if (list.length >= MAX_ARRAY)
    throw outOfMemory(
      `A list of more than ${MAX_ARRAY} elements is larger than this engine allows`,
      memoryUse().used,
      memoryUse().limit,
    );
  return list.push(item);
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
export function needParts(count: number): void {
  if (count % PARTS_AT_ONCE !== 0) return;
  const use = leftFor(0, 1 - SPARE_SHARE);
  if (use === undefined) return;
  throw outOfMemory('A list needs more memory than this engine gives the script', use.used, use.limit);
}
growth.allow = (bytes) => {
  const use = leftFor(bytes, 1 - SPARE_SHARE);
  if (use === undefined) return;
  throw outOfMemory('A table that grows needs more memory than this engine gives the script', use.used, use.limit);
};
