/** What stands at a path, for whoever only asks: nothing where it is missing, and where nobody may look. */
import { lstatSync, readlinkSync, type Stats, statSync } from 'node:fs';
import nodePath from 'node:path';

export function statsAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
/** What stands at a path itself, a link as a link; nothing also where what the path leads through is no folder. */
export function linkAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
/** Links are followed. */
export const isFolderAt = (path: string): boolean => statsAt(path)?.isDirectory() === true;

/** As many links of links as .NET follows. */
const MANY_LINKS = 40;
/** What a link leads to, by the text of links alone: nothing has to be there. Undefined where links lead in a circle. */
export function endOfLinks(path: string): string | undefined {
  let at = path;
  for (let links = 0; links <= MANY_LINKS; links += 1) {
    if (linkAt(at)?.isSymbolicLink() !== true) return at;
    at = nodePath.resolve(nodePath.dirname(at), readlinkSync(at));
  }
  return undefined;
}
