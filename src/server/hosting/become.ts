/**
 * A session host becomes the user whose sessions it will hold. It starts as root, opens its socket in a folder that only
 * root enters, and lets go of root for good before it hears of any session.
 */
import { accessSync, constants } from 'node:fs';
import type { SystemAccount } from '../accounts/system-account.js';

export interface Identity {
  readonly user: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
}

/** The last arguments of a host's program: user, uid, gid, home. */
export const becomeArguments = ({ user, uid, gid, home }: SystemAccount): readonly string[] => [
  user,
  String(uid),
  String(gid),
  home,
];

/** @throws {Error} they are not an identity that a host may have. Undefined: there are none. */
export function readIdentity(args: readonly string[]): Identity | undefined {
  const [user, uid = '', gid = '', home = '/'] = args;
  if (user === undefined) return undefined;
  if (!/^[1-9]\d{0,9}$/.test(uid) || !/^\d{1,10}$/.test(gid)) throw new Error(`not a user: ${args.join(' ')}`);
  return { user, uid: Number(uid), gid: Number(gid), home };
}

/**
 * Real, effective and saved ids, and the groups of the system's database.
 * @param program a file of ours that the user has to be able to read: parts of the program are loaded later.
 * @throws {Error} the system refuses, or the program is closed to the user.
 */
export function become({ user, uid, gid, home }: Identity, program: string): void {
  // Not in the types of Node.js; there wherever setuid is. [nodejs.org/api/process.html, process.initgroups]
  const system: NodeJS.Process & { initgroups?: (user: string, extraGroup: number) => void } = process;
  system.initgroups?.(user, gid);
  system.setgid?.(gid);
  system.setuid?.(uid);
  if (system.getuid?.() !== uid || system.geteuid?.() !== uid || system.getgid?.() !== gid)
    throw new Error(`the system did not let us become '${user}'`);
  process.umask(0o022);
  delete process.env['UV_USE_IO_URING'];
  try {
    accessSync(program, constants.R_OK);
  } catch {
    throw new Error(`'${user}' cannot read the program '${program}'; install it where every user may`);
  }
  try {
    process.chdir(home);
  } catch {
    process.chdir('/');
  }
}
