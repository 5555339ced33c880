/** Folders with all that lead to them. Node's own recursive form never ends where a file system refuses (`/proc`). */
import { mkdirSync, statSync } from 'node:fs';
import nodePath from 'node:path';

/**
 * @param mode of each folder that is made, less the process's umask.
 * @throws what `mkdirSync` throws: ENOENT where a file system takes no folder, EEXIST where a file is in the way.
 */
export function makeFolders(path: string, mode = 0o777): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return;
  const parent = nodePath.dirname(path);
  if (found === undefined && parent !== path) makeFolders(parent, mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}
