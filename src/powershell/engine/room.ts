/** Room in memory for what is made in one go: JavaScript ends the process, with all its sessions, when there is none. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { growth } from '../../protocol/objects/index.js';
import { fail, type PSError } from './values/exceptions.js';

/** Lists up to so many elements are made without a look. */
const SMALL = 2 ** 20;
const BYTES_EACH = 8;

/** Of V8's limit this is for what is young (three half spaces, whose size V8 13 made 64 MB): only the rest can be filled. */
const YOUNG_BYTES = 3 * (Number.parseInt(process.versions.v8, 10) < 13 ? 16 : 64) * 2 ** 20;

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

/** Throws when a list of so many elements does not fit into what is left of the heap. */
export function needRoom(elements: number): void {
  if (elements < SMALL) return;
  const use = leftFor(elements * BYTES_EACH, 1);
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
/** Of the heap this much stays free for what is being collected meanwhile. */
const SPARE_SHARE = 0.05;
growth.allow = (bytes) => {
  const use = leftFor(bytes, 1 - SPARE_SHARE);
  if (use === undefined) return;
  throw outOfMemory('A table that grows needs more memory than this engine gives the script', use.used, use.limit);
};
