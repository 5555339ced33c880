/**
 * The spool of a host that runs as a user: on the disk, in a folder of his inside one that only root enters. The host opens
 * it while it is root and reaches it by its descriptor for ever after; the user's other programs cannot.
 *
 * What lies there is the user's to write. So root never reads it: the sessions of such a host that died are taken up by a
 * new host that runs as the same user.
 */
import { chownSync, constants, lstatSync, mkdirSync, openSync, readdirSync, rmdirSync } from 'node:fs';
import type { Identity } from './become.js';

/** Elsewhere there is no way to a folder by its descriptor: output is kept in memory. */
export const canSpoolAsUser = process.platform === 'linux';

/**
 * As root: makes the folder if it is not there, gives it to the user, and opens it.
 * @returns a name for it that holds in this process alone, whoever it becomes.
 * @throws {Error} it is there and is another user's, or no folder.
 */
export function openUserSpool(folder: string, { uid, gid }: Pick<Identity, 'uid' | 'gid'>): string {
  try {
    mkdirSync(folder, { mode: 0o700 });
    chownSync(folder, uid, gid);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  if (!isFolderOf(folder, uid)) throw new Error(`the folder '${folder}' is not the user's`);
  const flags = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;
  return `/proc/self/fd/${openSync(folder, flags)}`;
}

/** Whether a folder that is there is this user's. */
export function isFolderOf(folder: string, uid: number): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === uid;
}

/** Removes the folder if nothing is in it. @returns whether something is. */
export function holdsSessions(folder: string): boolean {
  try {
    if (readdirSync(folder).length > 0) return true;
    rmdirSync(folder);
  } catch {
    // It is not there.
  }
  return false;
}
