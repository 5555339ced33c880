/** Files of any length, read and written some of their bytes at a time: a stop is heard in between. */
import { closeSync, fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { done, LOOK, type Steps, type Tick } from './pending.js';
import { endOfPiece, WHOLE_CHARACTERS } from './slices.js';

/** Shorter files are read in one go. Bytes. */
const AT_ONCE = 2 ** 20;
/** Characters that are encoded in one go. */
const ENCODED_AT_ONCE = 2 ** 17;

/** As `readFileSync`. */
export function* fileBytes(path: string, tick: Tick): Steps<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > 0 && size <= AT_ONCE) return new Uint8Array(readFileSync(file));
    let bytes = new Uint8Array(Math.max(size, AT_ONCE));
    let length = 0;
    for (;;) {
      // One that has no size, or grows.
      if (length === bytes.length && size === 0) {
        const longer = new Uint8Array(length * 2);
        longer.set(bytes);
        bytes = longer;
      }
      const count = readSync(file, bytes, length, Math.min(AT_ONCE, bytes.length - length), null);
      if (count === 0) return length === bytes.length ? bytes : bytes.slice(0, length);
      length += count;
      done.steps += LOOK;
      const wait = tick();
      if (wait !== undefined) yield wait;
    }
  } finally {
    closeSync(file);
  }
}

/** As `writeFileSync`. */
export function* writeBytes(path: string, bytes: Uint8Array, tick: Tick, mode?: number): Steps<void> {
  const file = openSync(path, 'w', mode);
  try {
    yield* appendBytes(file, bytes, tick);
  } finally {
    closeSync(file);
  }
}
/** Behind what is in an open file. */
export function* appendBytes(file: number, bytes: Uint8Array, tick: Tick): Steps<void> {
  for (let at = 0; at < bytes.length; ) {
    at += writeSync(file, bytes, at, Math.min(AT_ONCE, bytes.length - at));
    done.steps += LOOK;
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
}
/** The same with a text, whose pieces are encoded one by one. */
export function* appendText(
  file: number,
  text: string,
  encode: (piece: string, isFirst: boolean) => Uint8Array,
  tick: Tick,
): Steps<void> {
  for (let at = 0; at < text.length; ) {
    const end = endOfPiece(text, at, ENCODED_AT_ONCE, WHOLE_CHARACTERS);
    const bytes = encode(text.slice(at, end), at === 0);
    at = end;
    yield* appendBytes(file, bytes, tick);
  }
}
