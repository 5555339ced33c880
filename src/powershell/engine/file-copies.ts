/** Copies of files as PowerShell leaves them: with the time and the mode of their source. */
import { chmodSync, copyFileSync, existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';

/** Gives a copy what it takes of its source, as far as the system lets it. */
export function takeFacts(from: string, to: string): void {
  const { mode, atimeMs, mtimeMs } = statSync(from);
  for (const set of [() => chmodSync(to, mode), () => utimesSync(to, atimeMs / 1000, mtimeMs / 1000)])
    try {
      set();
    } catch {
      // Only its owner may set these: what is written into the file of another keeps them.
    }
}

/** A copy in one go. Node removes a target of another owner (it cannot set the mode), so what is there is written over. */
export function copySmallFile(from: string, to: string): void {
  if (existsSync(to)) writeFileSync(to, readFileSync(from));
  else copyFileSync(from, to);
  takeFacts(from, to);
}
