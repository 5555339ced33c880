/** Room in memory for what is made in one go: JavaScript ends the process, with all its sessions, when there is none. */
import { getHeapStatistics } from 'node:v8';
import { fail, type PSError } from './values/exceptions.js';

/** Lists up to so many elements are made without a look. */
const SMALL = 2 ** 20;
const BYTES_EACH = 8;

/** What is used of the memory, in bytes. */
export function memoryUse(): { readonly inside: number; readonly used: number; readonly limit: number } {
  const { used_heap_size: inside, external_memory: outside, heap_size_limit: limit } = getHeapStatistics();
  // Bytes outside the heap (byte arrays) count as well: nobody else bounds them.
  return { inside, used: inside + outside, limit };
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
  const { used, limit } = memoryUse();
  if (used + elements * BYTES_EACH <= limit) return;
  const what = `A list of ${elements} elements needs more memory than this engine gives the script`;
  throw outOfMemory(what, used, limit);
}
