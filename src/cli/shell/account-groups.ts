/** The groups that the endpoint of this computer would give an account: its own list's, and the system's. */
import path from 'node:path';
import { storePaths } from '../../io/store/index.js';
import { systemAccount, UsersFile } from '../../server/index.js';

/** Undefined: neither knows the account. */
export async function groupsOfAccount(user: string): Promise<readonly string[] | undefined> {
  const own = await ownGroups(user);
  const system = await systemAccount(user);
  if (own === undefined && system === undefined) return undefined;
  return [...(own ?? []), ...(system?.groups ?? [])];
}

async function ownGroups(user: string): Promise<readonly string[] | undefined> {
  try {
    const list = await new UsersFile(path.join(storePaths(process.env).configuration, 'users.json')).list();
    return list.find((record) => record.user.toLowerCase() === user.toLowerCase())?.groups;
  } catch {
    return undefined; // no list, or one that is not ours to read
  }
}
