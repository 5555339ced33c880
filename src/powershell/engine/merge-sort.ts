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
 * .NET's sort, comparison by comparison, which can be stopped on its way: lists of more than 16 leave equal entries in an
 * order of their own, and where the order contradicts itself, as that of numbers and texts does, what comes out depends on
 * which pairs are compared. Gives a new list.
 */
export function* introSort<T>(
  tick: () => Promise<void> | undefined,
  entries: readonly T[],
  order: (a: T, b: T) => number,
): Steps<T[]> {
  const list = [...entries];
  const at = (index: number): T => list[index] as T;
  const swap = (a: number, b: number): void => {
    const moved = at(a);
    list[a] = at(b);
    list[b] = moved;
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
  const sortFew = (from: number, to: number): void => {
    if (to - from > 3) {
      insert(from, to);
      return;
    }
    swapIfGreater(from, from + 1);
    if (to - from === 2) return;
    swapIfGreater(from, from + 2);
    swapIfGreater(from + 1, from + 2);
  };
  function* partition(from: number, to: number): Steps<number> {
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
      do {
        left += 1;
        const given = tick();
        if (given !== undefined) yield given;
      } while (left < last && order(at(left), pivot) < 0);
      do {
        right -= 1;
        const given = tick();
        if (given !== undefined) yield given;
      } while (right > from && order(pivot, at(right)) < 0);
      if (left >= right) break;
      swap(left, right);
    }
    if (left !== last - 1) swap(left, last - 1);
    return left;
  }
  /** Where the halves are too uneven. */
  function* heapSort(from: number, to: number): Steps<void> {
    const count = to - from;
    for (let top = count >> 1; top >= 1; top -= 1) sink(from, top, count);
    for (let end = count; end > 1; end -= 1) {
      swap(from, from + end - 1);
      sink(from, 1, end - 1);
      const given = tick();
      if (given !== undefined) yield given;
    }
  }
  const sink = (from: number, start: number, count: number): void => {
    const sunk = at(from + start - 1);
    let place = start;
    while (place <= count >> 1) {
      let child = 2 * place;
      if (child < count && order(at(from + child - 1), at(from + child)) < 0) child += 1;
      if (order(sunk, at(from + child - 1)) >= 0) break;
      list[from + place - 1] = at(from + child - 1);
      place = child;
    }
    list[from + place - 1] = sunk;
  };
  const parts = [{ from: 0, to: list.length, depth: 2 * (32 - Math.clz32(list.length)) }];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const { from, to, depth } = part;
    if (to - from < 2) continue;
    if (to - from <= 16) sortFew(from, to);
    else if (depth === 0) yield* heapSort(from, to);
    else {
      const pivot = yield* partition(from, to);
      parts.push({ from, to: pivot, depth: depth - 1 }, { from: pivot + 1, to, depth: depth - 1 });
    }
    const given = tick();
    if (given !== undefined) yield given;
  }
  return list;
}
