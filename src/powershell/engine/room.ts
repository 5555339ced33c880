/** Room in memory for what is made in one go: JavaScript ends the process, with all its sessions, when there is none. */
import { getHeapStatistics } from 'node:v8';
import { fail } from './values/exceptions.js';

/** Lists up to so many elements are made without a look. */
const SMALL = 2 ** 20;
const BYTES_EACH = 8;

/** Throws when a list of so many elements does not fit into what is left of the heap. */
export function needRoom(elements: number): void {
  if (elements < SMALL) return;
  const { used_heap_size: heap, external_memory: outside, heap_size_limit: limit } = getHeapStatistics();
  if (heap + outside + elements * BYTES_EACH <= limit) return;
  const error = fail(
    'OutOfMemory',
    `A list of ${elements} elements needs more memory than this engine gives the script: ${Math.round((heap + outside) / 2 ** 20)} of ${Math.round(limit / 2 ** 20)} MB are used.`,
    { category: 'LimitsExceeded', type: 'System.OutOfMemoryException' },
  );
  error.thrown = true;
  throw error;
}
