/** Copies of files as PowerShell leaves them: with the time and the mode of their source. */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { look, type Steps, type Tick } from './pending.js';

/** Gives a copy what it takes of its source, as far as the system lets it. */
function takeFacts(from: string, to: string): void {
  const { mode, atimeMs, mtimeMs } = statSync(from);
  for (const set of [() => chmodSync(to, mode), () => utimesSync(to, atimeMs / 1000, mtimeMs / 1000)])
    try {
      set();
    } catch {
      // Only its owner may set these: what is written into the file of another keeps them.
    }
}

/** A copy in one go. Node removes a target of another owner (it cannot set the mode), so what is there is written over. */
function copySmallFile(from: string, to: string): void {
  if (existsSync(to)) writeFileSync(to, readFileSync(from));
  else copyFileSync(from, to);
  takeFacts(from, to);
}

/** Smaller files are copied in one go. */
const AT_ONCE = 1 << 22;
const CHUNK = 1 << 20;

/** A file of any size, in pieces. A stop leaves no half of it. Errors are the system's own. */
export function* copyFileSteps(from: string, to: string, tick: Tick): Steps<void> {
  const { size, mode } = lstatSync(from);
  if (size <= AT_ONCE) {
    copySmallFile(from, to);
    yield* look(tick);
    return;
  }
  const source = openSync(from, 'r');
  let whole = false;
  try {
    const target = openSync(to, 'w', mode);
    try {
      const chunk = new Uint8Array(CHUNK);
      for (let count = readSync(source, chunk); count > 0; count = readSync(source, chunk)) {
        for (let done = 0; done < count; ) done += writeSync(target, chunk, done, count - done);
        yield* look(tick);
      }
      whole = true;
    } finally {
      closeSync(target);
      if (whole) takeFacts(from, to);
      else rmSync(to, { force: true });
    }
  } finally {
    closeSync(source);
  }
}
