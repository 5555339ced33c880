/** What stands at a path, for whoever only asks: nothing where it is missing, and where nobody may look. */
import { type Stats, statSync } from 'node:fs';

export function statsAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
/** Links are followed. */
export const isFolderAt = (path: string): boolean => statsAt(path)?.isDirectory() === true;
