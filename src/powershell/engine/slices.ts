/**
 * Lists of any length, worked on some elements at a time. What takes a long list in one go holds the thread, and then no
 * stop is heard: whoever goes through a list that a script can make does it with these.
 */
import type { PSDictionary, PSValue } from '../../protocol/objects/index.js';
import { toText } from './conversion.js';
import { needRoom, pushOne } from './room.js';
import { done, drive, LOOK, look, type Pending, type Steps, type Tick } from './pending.js';
import type { Runtime } from './runtime/runtime.js';
import { pushAll } from './values/live.js';

/** So many elements are looked at in one go. */
export const AT_ONCE = 8192;
/** In longer lists the clock is looked at after so many: what one of them costs is known only afterwards. */
const SLICE = 128;
/** Elements whose text is made in one go. */
const PIECE = 1024;

export function mapLong<T, R>(rt: Runtime, items: readonly T[], map: (item: T, index: number) => R): Pending<R[]> {
  done.steps += items.length;
  return items.length <= AT_ONCE ? items.map((item, at) => map(item, at)) : drive(mapSteps(rt, items, map));
}
export function filterLong<T, S extends T>(
  rt: Runtime,
  items: readonly T[],
  test: (item: T, index: number) => item is S,
): Pending<S[]>;
export function filterLong<T>(
  rt: Runtime,
  items: readonly T[],
  test: (item: T, index: number) => boolean,
): Pending<T[]>;
export function filterLong<T>(
  rt: Runtime,
  items: readonly T[],
  test: (item: T, index: number) => boolean,
): Pending<T[]> {
  done.steps += items.length;
  return items.length <= AT_ONCE ? items.filter((item, at) => test(item, at)) : drive(filterSteps(rt, items, test));
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
function* mapSteps<T, R>(rt: Runtime, items: readonly T[], map: (item: T, index: number) => R): Steps<R[]> {
  const out: R[] = [];
  for (const end of ends(rt, items.length))
    if (typeof end === 'number') for (let at = out.length; at < end; at += 1) out.push(map(items[at] as T, at));
    else yield end;
  return out;
}
function* filterSteps<T>(rt: Runtime, items: readonly T[], test: (item: T, index: number) => boolean): Steps<T[]> {
  const out: T[] = [];
  let at = 0;
  for (const end of ends(rt, items.length))
    if (typeof end === 'number') {
      for (; at < end; at += 1) if (test(items[at] as T, at)) out.push(items[at] as T);
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

/** As `toText`, or another maker of texts; of a long list some elements at a time. */
export function* textInPieces(value: PSValue, tick: Runtime['tick'], separator = ' ', text = toText): Steps<string> {
  if (!Array.isArray(value) || value.length <= AT_ONCE) return text(value, separator);
  const list = value as readonly PSValue[];
  return (yield* pieceSteps({ tick }, list, PIECE, (piece) => text([...piece], separator))).join(separator);
}
/** As `join` of an array of texts, some of them at a time. */
export function* joinSteps(texts: readonly string[], separator: string, tick: Runtime['tick']): Steps<string> {
  return (yield* pieceSteps({ tick }, texts, AT_ONCE, (piece) => piece.join(separator))).join(separator);
}
/** Each entry of a table, some at a time. */
export function* entrySteps(
  table: PSDictionary,
  each: (key: PSValue, value: PSValue) => void,
  tick: Tick,
): Steps<void> {
  let count = 0;
  for (const [key, value] of table.entries()) {
    each(key, value);
    count += 1;
    if (count % SLICE !== 0) continue;
    done.steps += LOOK;
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
}
/** Puts the entries of a table into another one. */
export const fillFrom = (target: PSDictionary, table: PSDictionary, tick: Tick): Pending<void> =>
  drive(entrySteps(table, (key, value) => target.setEntry(key, value), tick));

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

/**
 * A long text made to another piece by piece. A piece ends where a match of `cutBefore` (sticky to nothing, global) begins:
 * what begins there does not depend on what stands before.
 */
export function textByPieces(
  text: string,
  cutBefore: RegExp,
  make: (piece: string, at: number) => string,
  tick: Tick,
): Pending<string> {
  return text.length <= TEXT_AT_ONCE ? make(text, 0) : drive(textSteps(text, cutBefore, make, tick));
}
/** Characters of a text that are made to others in one go. */
const TEXT_AT_ONCE = 2 ** 15;
/** Before what is no second half of a character. */
export const WHOLE_CHARACTERS = /[^\udc00-\udfff]/g;
/** Before what belongs to no `%41`: several of these may be one character. */
export const OUTSIDE_ESCAPES = /(?<!%|%[^])[^%]/g;
/** Where a piece of a text ends that begins at `at`: the first place behind `length` characters where it may be cut. */
export function endOfPiece(text: string, at: number, length: number, cutBefore: RegExp): number {
  cutBefore.lastIndex = at + length;
  return cutBefore.exec(text)?.index ?? text.length;
}
function* textSteps(
  text: string,
  cutBefore: RegExp,
  make: (piece: string, at: number) => string,
  tick: Tick,
): Steps<string> {
  return (yield* mapPieces(text, TEXT_AT_ONCE, cutBefore, make, tick)).join('');
}
/** What is made of each piece of a text. */
export function* mapPieces<T>(
  text: string,
  length: number,
  cutBefore: RegExp,
  make: (piece: string, at: number) => T,
  tick: Tick,
): Steps<T[]> {
  const pieces: T[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfPiece(text, at, length, cutBefore);
    pieces.push(make(text.slice(at, end), at));
    at = end;
    yield* look(tick);
  }
  return pieces;
}

/** Longer arrays are not made in one piece: JavaScript would keep them as tables. */
const MAX_MADE = 2 ** 24;
/** The same elements over and over, as fast as memory is copied. */
export function repeated<T>(items: readonly T[], times: number): T[] {
  if (times < 2) return times === 1 ? items.slice() : [];
  const half = repeated(items, times >> 1);
  return times % 2 === 0 ? half.concat(half) : half.concat(half, items);
}
/** As `repeated`: others have their turn before the last and longest copies. */
export function repeatedLong<T>(items: readonly T[], times: number, tick: Tick): Pending<T[]> {
  return items.length * times <= MANY ? repeated(items, times) : drive(repeatSteps(items, times, tick));
}
const MANY = 2 ** 20;
function* repeatSteps<T>(items: readonly T[], times: number, tick: Tick): Steps<T[]> {
  if (items.length * times <= MANY) return repeated(items, times);
  const half = yield* repeatSteps(items, times >> 1, tick);
  done.steps += LOOK;
  const wait = tick();
  if (wait !== undefined) yield wait;
  return times % 2 === 0 ? half.concat(half) : half.concat(half, items);
}
export function filled<T>(value: T, length: number): T[] {
  needRoom(length);
  return length <= MAX_MADE ? new Array<T>(length).fill(value) : repeated([value], length);
}

/** Elements that an array is filled with in one go. */
const FILLED_AT_ONCE = 2 ** 20;
/** As `filled`; of millions without holding the thread. */
export function filledLong<T>(value: T, length: number, tick: Tick): Pending<T[]> {
  if (length <= FILLED_AT_ONCE) return filled(value, length);
  needRoom(length);
  return length <= MAX_MADE ? drive(fillSteps(value, length, tick)) : repeatedLong([value], length, tick);
}
function* fillSteps<T>(value: T, length: number, tick: Tick): Steps<T[]> {
  const made = new Array<T>(length);
  for (let at = 0; at < length; at += FILLED_AT_ONCE) {
    yield* look(tick);
    made.fill(value, at, at + FILLED_AT_ONCE);
  }
  return made;
}
/** Items that are added to a list in one go. */
const ADDED_AT_ONCE = 2 ** 16;
/** As `pushAll`; of very many without holding the thread. */
export const pushAllLong = <T>(into: T[], items: readonly T[], tick: Tick): Pending<undefined> => {
  if (items.length > ADDED_AT_ONCE) return drive(pushSteps(into, items, tick));
  // A list may be added to itself.
  pushAll(into, items === into ? items.slice() : items);
  return undefined;
};
function* pushSteps<T>(into: T[], items: readonly T[], tick: Tick): Steps<undefined> {
  // A list is added to itself as it was.
  const { length } = items;
  for (let at = 0; at < length; at += ADDED_AT_ONCE) {
    const end = Math.min(at + ADDED_AT_ONCE, length);
    for (let index = at; index < end; index += 1) pushOne(into, items[index] as T);
    yield* look(tick);
  }
}

/** Calls `each` for the places from `from` up to `end`, some at a time, until it says true. That place, or -1. */
export function placeLong(
  from: number,
  end: number,
  tick: Tick,
  each: (index: number) => boolean | undefined,
): Pending<number> {
  if (end - from <= AT_ONCE) {
    for (let index = from; index < end; index += 1) if (each(index) === true) return index;
    return -1;
  }
  return drive(placeSteps(from, end, tick, each));
}
function* placeSteps(
  from: number,
  end: number,
  tick: Tick,
  each: (index: number) => boolean | undefined,
): Steps<number> {
  for (let at = from; at < end; at += PIECE) {
    const stop = Math.min(at + PIECE, end);
    for (let index = at; index < stop; index += 1) if (each(index) === true) return index;
    done.steps += LOOK;
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  return -1;
}

/** Characters of a text that are cut into lines in one go. */
const LINES_AT_ONCE = 2 ** 16;
const LINE_END = /\r\n|\n|\r/;
/** The lines of a text of any length; where an end of a line is the last no other line begins. */
export function* lineSteps(text: string, tick: Tick): Steps<string[]> {
  let lines: string[] = [];
  for (let at = 0; ; ) {
    const feed = text.length - at <= LINES_AT_ONCE ? -1 : text.indexOf('\n', at + LINES_AT_ONCE);
    const piece = text.slice(at, feed < 0 ? undefined : feed + 1).split(LINE_END);
    if (piece.at(-1) === '') piece.pop();
    if (at === 0) lines = piece;
    else for (const line of piece) lines.push(line);
    if (feed < 0) return lines;
    at = feed + 1;
    done.steps += LOOK;
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
}
