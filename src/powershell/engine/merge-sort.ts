/** Sorting that gives up its thread. */
import type { Steps } from './pending.js';

/** So many are sorted in one go; it takes a few milliseconds. */
export const SORTED_AT_ONCE = 2048;

/**
 * A stable sort that can be stopped on its way. Gives a new list.
 * @param tick as `Runtime.tick()`: a promise when the thread was given up.
 * @param atOnce so many are sorted in one go.
 */
export function* mergeSort<T>(
  tick: () => Promise<void> | undefined,
  entries: readonly T[],
  order: (a: T, b: T) => number,
  atOnce = SORTED_AT_ONCE,
): Steps<T[]> {
  let from: T[] = [];
  for (let at = 0; at < entries.length; at += atOnce) {
    for (const entry of entries.slice(at, at + atOnce).sort(order)) from.push(entry);
    const given = tick();
    if (given !== undefined) yield given;
  }
  let into: T[] = new Array<T>(from.length);
  for (let width = atOnce; width < from.length; width *= 2) {
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

/**
 * .NET's sort, comparison by comparison: what comes out where the order contradicts itself, as that of numbers and texts
 * does, depends on which pairs are compared. Not stable: the order has to tell every two entries apart.
 */
export function introSort<T>(entries: readonly T[], order: (a: T, b: T) => number): T[] {
  const list = [...entries];
  const at = (index: number): T => list[index] as T;
  const swap = (a: number, b: number): void => {
    [list[a], list[b]] = [at(b), at(a)];
  };
  const swapIfGreater = (a: number, b: number): void => {
    if (order(at(a), at(b)) > 0) swap(a, b);
  };
  const insert = (from: number, to: number): void => {
    for (let index = from; index < to - 1; index += 1) {
      const moved = at(index + 1);
      let place = index;
      for (; place >= from && order(moved, at(place)) < 0; place -= 1) list[place + 1] = at(place);
      list[place + 1] = moved;
    }
  };
  const partition = (from: number, to: number): number => {
    const last = to - 1;
    const middle = from + ((last - from) >> 1);
    swapIfGreater(from, middle);
    swapIfGreater(from, last);
    swapIfGreater(middle, last);
    const pivot = at(middle);
    swap(middle, last - 1);
    let left = from;
    let right = last - 1;
    while (left < right) {
      do left += 1;
      while (left < last && order(at(left), pivot) < 0);
      do right -= 1;
      while (right > from && order(pivot, at(right)) < 0);
      if (left >= right) break;
      swap(left, right);
    }
    if (left !== last - 1) swap(left, last - 1);
    return left;
  };
  const sort = (from: number, end: number): void => {
    for (let to = end; to - from > 1; ) {
      const size = to - from;
      if (size === 2) swapIfGreater(from, from + 1);
      else if (size === 3) {
        swapIfGreater(from, from + 1);
        swapIfGreater(from, from + 2);
        swapIfGreater(from + 1, from + 2);
      } else if (size <= 16) insert(from, to);
      else {
        const pivot = partition(from, to);
        sort(pivot + 1, to);
        to = pivot;
        continue;
      }
      return;
    }
  };
  sort(0, list.length);
  return list;
}
