/**
 * A session's program as the operating system user who logged in: real user, group and supplementary groups, an
 * environment of his own, his home as working directory. Only root can do that; `setpriv` (util-linux) sets the groups
 * by the system's database, where it is there.
 */
import { existsSync } from 'node:fs';
import { PSSessionError } from '../../protocol/errors/index.js';
import { systemAccount, type SystemAccount } from '../accounts/system-account.js';

export interface StartAs {
  readonly argv: readonly string[];
  /** Undefined takes a variable of the endpoint away. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly identity?: { readonly uid: number; readonly gid: number };
}

const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'];
const PATH = '/usr/local/bin:/usr/bin:/bin';
/** What a session keeps of the endpoint's environment: nothing that says who the endpoint is. */
const KEPT = ['LANG', 'LC_ALL', 'TZ'];

/**
 * @param environment of the configuration; it wins.
 * @throws {PSSessionError} no such user, root, or we may not change who we are.
 */
export async function startAs(
  user: string,
  command: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  own: NodeJS.ProcessEnv = process.env,
): Promise<StartAs> {
  const refuse = (why: string): PSSessionError =>
    new PSSessionError(`A session cannot run as '${user}': ${why}.`, {
      errorId: 'RunAsNotPossible',
      category: 'PermissionDenied',
      targetObject: user,
    });
  if (process.getuid === undefined) throw refuse('this system has no such users');
  const account = await systemAccount(user);
  if (account === undefined) throw refuse('the operating system knows no such user');
  const me = process.getuid();
  if (me !== account.uid && me !== 0) throw refuse('the endpoint does not run as root');
  if (account.uid === 0) throw refuse('nobody becomes root over the network');
  const cwd = existsSync(account.home) ? account.home : '/';
  const env = environmentOf(account, environment, own);
  if (me === account.uid) return { argv: command, env, cwd };
  const setpriv = SETPRIV.find((file) => existsSync(file));
  const { uid, gid } = account;
  return setpriv === undefined
    ? { argv: command, env, cwd, identity: { uid, gid } }
    : { argv: [setpriv, `--reuid=${uid}`, `--regid=${gid}`, '--init-groups', '--', ...command], env, cwd };
}

function environmentOf(
  { user, home, shell }: SystemAccount,
  environment: Readonly<Record<string, string>>,
  own: NodeJS.ProcessEnv,
): Record<string, string | undefined> {
  const env: Record<string, string | undefined> = {};
  for (const name of Object.keys(own)) if (!KEPT.includes(name)) env[name] = undefined;
  return { ...env, HOME: home, USER: user, LOGNAME: user, SHELL: shell, PATH, ...environment };
}
