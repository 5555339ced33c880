/**
 * Where the `User:` drives of accounts lie: one folder for each, in the data folder of the account that the session runs
 * as, which nobody else enters.
 */
import { lstatSync } from 'node:fs';
import path from 'node:path';
import { storePaths } from '../../io/store/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import { makeFolders } from '../../io/runtime/index.js';

/** Longer names would be too long for a file's name once they are written out. */
const LONGEST_NAME = 200;

/** A name as one part of a path, and different for any two accounts. Accounts are compared without case. */
export function folderName(user: string): string {
  const escaped = user.toLowerCase().replaceAll(/[^a-z0-9._-]/gu, (char) => `%${Buffer.from(char).toString('hex')}`);
  // A dot inside is harmless, and common; `.`, `..` and what Windows cuts off at the end are not.
  return escaped.replaceAll(/^\.|\.$|\.(?=\.)/g, '%2e');
}

/**
 * The folder of an account's drive, made if it is not there.
 * @param kind what is kept for the account.
 * @throws {PSSessionError} it cannot be made, or others could enter it.
 */
export function userDriveFolder(
  user: string,
  kind: 'drives' | 'caches' = 'drives',
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const name = folderName(user);
  if (name === '' || name.length > LONGEST_NAME) throw failure(user, 'its name cannot be the name of a folder');
  const all = path.join(storePaths(environment).data, kind);
  const own = path.join(all, name);
  try {
    for (const folder of [all, own]) {
      makeFolders(folder, 0o700);
      const found = lstatSync(folder);
      if (!found.isDirectory()) throw failure(user, `'${folder}' is no folder`);
      if (process.platform !== 'win32' && ((found.mode & 0o077) !== 0 || found.uid !== process.getuid?.()))
        throw failure(user, `'${folder}' has to belong to the endpoint's account alone (chmod 700)`);
    }
  } catch (error) {
    if (error instanceof PSSessionError) throw error;
    throw failure(user, `the folder '${own}' cannot be made`, error);
  }
  return own;
}

const failure = (user: string, why: string, cause?: unknown): PSSessionError =>
  new PSSessionError(`Processing the User drive of '${user}' threw an error: ${why}.`, {
    errorId: 'UserDriveProcessingThrewTerminatingError',
    category: 'OpenError',
    targetObject: user,
    cause,
  });
