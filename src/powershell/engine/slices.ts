/**
 * Lists of any length, worked on some elements at a time. What takes a long list in one go holds the thread, and then no
 * stop is heard: whoever goes through a list that a script can make does it with these.
 */
import type { PSValue } from '../../protocol/objects/index.js';
import { toText } from './conversion.js';
import { needRoom } from './room.js';
import { done, drive, type Pending, type Steps } from './pending.js';
import type { Runtime } from './runtime/runtime.js';

/** So many elements are looked at in one go. */
export const AT_ONCE = 8192;
/** In longer lists the clock is looked at after so many: what one of them costs is known only afterwards. */
const SLICE = 128;
/** Elements whose text is made in one go. */
const PIECE = 1024;

export function mapLong<T, R>(rt: Runtime, items: readonly T[], map: (item: T) => R): Pending<R[]> {
  done.steps += items.length;
  return items.length <= AT_ONCE ? items.map((item) => map(item)) : drive(mapSteps(rt, items, map));
}
export function filterLong<T>(rt: Runtime, items: readonly T[], test: (item: T) => boolean): Pending<T[]> {
  done.steps += items.length;
  return items.length <= AT_ONCE ? items.filter((item) => test(item)) : drive(filterSteps(rt, items, test));
}
export function someLong<T>(rt: Runtime, items: readonly T[], test: (item: T) => boolean): Pending<boolean> {
  done.steps += items.length;
  return items.length <= AT_ONCE ? items.some((item) => test(item)) : drive(someSteps(rt, items, test));
}

function* ends(rt: Runtime, length: number): Generator<Promise<unknown> | number, void, unknown> {
  for (let end = SLICE; ; end += SLICE) {
    yield Math.min(end, length);
    if (end >= length) return;
    const tick = rt.tick(SLICE);
    if (tick !== undefined) yield tick;
  }
}
function* mapSteps<T, R>(rt: Runtime, items: readonly T[], map: (item: T) => R): Steps<R[]> {
  const out: R[] = [];
  for (const end of ends(rt, items.length))
    if (typeof end === 'number') for (let at = out.length; at < end; at += 1) out.push(map(items[at] as T));
    else yield end;
  return out;
}
function* filterSteps<T>(rt: Runtime, items: readonly T[], test: (item: T) => boolean): Steps<T[]> {
  const out: T[] = [];
  let at = 0;
  for (const end of ends(rt, items.length))
    if (typeof end === 'number') {
      for (; at < end; at += 1) if (test(items[at] as T)) out.push(items[at] as T);
    } else yield end;
  return out;
}
function* someSteps<T>(rt: Runtime, items: readonly T[], test: (item: T) => boolean): Steps<boolean> {
  let at = 0;
  for (const end of ends(rt, items.length))
    if (typeof end === 'number') {
      for (; at < end; at += 1) if (test(items[at] as T)) return true;
    } else yield end;
  return false;
}

/** As `toText`; of a long list some elements at a time. */
export function* textInPieces(value: PSValue, tick: Runtime['tick'], separator = ' '): Steps<string> {
  if (!Array.isArray(value) || value.length <= AT_ONCE) return toText(value, separator);
  const list = value as readonly PSValue[];
  return (yield* pieceSteps({ tick }, list, PIECE, (piece) => toText([...piece], separator))).join(separator);
}
/** A long list or text in pieces, each made to something, and the results. */
export function* pieceSteps<T extends { readonly length: number; slice(from: number, to: number): T }, R>(
  rt: Pick<Runtime, 'tick'>,
  whole: T,
  size: number,
  make: (piece: T) => R,
): Steps<R[]> {
  const out: R[] = [];
  for (let at = 0; at < whole.length; at += size) {
    out.push(make(whole.slice(at, at + size)));
    const tick = rt.tick(size);
    if (tick !== undefined) yield tick;
  }
  return out;
}

/** Longer arrays are not made in one piece: JavaScript would keep them as tables. */
const MAX_MADE = 2 ** 24;
/** The same elements over and over, as fast as memory is copied. */
export function repeated<T>(items: readonly T[], times: number): T[] {
  if (times < 2) return times === 1 ? items.slice() : [];
  const half = repeated(items, times >> 1);
  return times % 2 === 0 ? half.concat(half) : half.concat(half, items);
}
export function filled<T>(value: T, length: number): T[] {
  needRoom(length);
  return length <= MAX_MADE ? new Array<T>(length).fill(value) : repeated([value], length);
}
