/** Sorting that gives up its thread. */
import type { Steps } from './pending.js';

/** So many are sorted in one go; it takes a few milliseconds. */
export const SORTED_AT_ONCE = 2048;

/**
 * A stable sort that can be stopped on its way. Gives a new list.
 * @param tick as `Runtime.tick()`: a promise when the thread was given up.
 */
export function* mergeSort<T>(
  tick: () => Promise<void> | undefined,
  entries: readonly T[],
  order: (a: T, b: T) => number,
): Steps<T[]> {
  let from: T[] = [];
  for (let at = 0; at < entries.length; at += SORTED_AT_ONCE) {
    for (const entry of entries.slice(at, at + SORTED_AT_ONCE).sort(order)) from.push(entry);
    const given = tick();
    if (given !== undefined) yield given;
  }
  let into: T[] = new Array<T>(from.length);
  for (let width = SORTED_AT_ONCE; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(start + 2 * width, from.length);
      let left = start;
      let right = middle;
      for (let to = start; to < end; to += 1) {
        const takesLeft = right >= end || (left < middle && order(from[left] as T, from[right] as T) <= 0);
        into[to] = from[takesLeft ? left : right] as T;
        if (takesLeft) left += 1;
        else right += 1;
        const given = tick();
        if (given !== undefined) yield given;
      }
    }
    [from, into] = [into, from];
  }
  return from;
}
