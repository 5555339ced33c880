/**
 * A session's program as the operating system user who logged in: real user, group and supplementary groups, an
 * environment of his own, his home as working directory. Only root can do that; `setpriv` (util-linux) sets the groups
 * by the system's database, where it is there.
 */
import { existsSync } from 'node:fs';
import { PSSessionError } from '../../protocol/errors/index.js';
import { systemAccount, type SystemAccount } from '../accounts/system-account.js';
import type { SessionConfiguration } from '../configuration/session-configuration.js';

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
  const { account, isSelf } = await accountToRunAs(user);
  const cwd = existsSync(account.home) ? account.home : '/';
  const env = environmentOf(account, environment, own);
  if (isSelf) return { argv: command, env, cwd };
  const setpriv = SETPRIV.find((file) => existsSync(file));
  const { uid, gid } = account;
  return setpriv === undefined
    ? { argv: command, env, cwd, identity: { uid, gid } }
    : { argv: [setpriv, `--reuid=${uid}`, `--regid=${gid}`, '--init-groups', '--', ...command], env, cwd };
}

const refusal = (user: string, why: string): PSSessionError =>
  new PSSessionError(`A session cannot run as '${user}': ${why}.`, {
    errorId: 'RunAsNotPossible',
    category: 'PermissionDenied',
    targetObject: user,
  });

/**
 * The account of a caller, if this process may become it or is it (`isSelf`).
 * @throws {PSSessionError} `RunAsNotPossible`: no such user, root, or we may not change who we are.
 */
export async function accountToRunAs(
  user: string,
): Promise<{ readonly account: SystemAccount; readonly isSelf: boolean }> {
  if (process.getuid === undefined) throw refusal(user, 'this system has no such users');
  const account = await systemAccount(user);
  if (account === undefined) throw refusal(user, 'the operating system knows no such user');
  // Sessions compare their owners without case; the system does not.
  const folded = user.toLowerCase();
  if (folded !== user && ((await systemAccount(folded))?.uid ?? account.uid) !== account.uid) {
    throw refusal(user, `'${folded}' is another user of the operating system`);
  }
  const me = process.getuid();
  if (me !== account.uid && me !== 0) throw refusal(user, 'the endpoint does not run as root');
  if (account.uid === 0) throw refusal(user, 'nobody becomes root over the network');
  return { account, isSelf: me === account.uid };
}

/**
 * For what runs in this process itself: nothing of a caller's may run in one that is not his.
 * @throws {PSSessionError} `RunAsNotPossible`
 */
export async function requireOwnProcess(user: string): Promise<void> {
  const { isSelf } = await accountToRunAs(user);
  if (!isSelf) throw refusal(user, 'this process is not his; sessions of callers need processes of their own');
}

/** Whether sessions of this configuration, or WinRS shells, need a process that belongs to their caller. */
export const needsCallersProcess = ({ runspace }: Pick<SessionConfiguration, 'runspace'>): boolean =>
  runspace.kind === 'embedded' && runspace.runAs === 'caller';

/** What a process is started with that shall become the account: nothing of ours but language and time zone. */
export function accountEnvironment(account: SystemAccount): Record<string, string> {
  const entries = Object.entries({ ...pick(process.env), ...environmentOf(account, {}, {}) });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

const pick = (own: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(KEPT.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]]])));

function environmentOf(
  { user, home, shell }: SystemAccount,
  environment: Readonly<Record<string, string>>,
  own: NodeJS.ProcessEnv,
): Record<string, string | undefined> {
  const env: Record<string, string | undefined> = {};
  for (const name of Object.keys(own)) if (!KEPT.includes(name)) env[name] = undefined;
  return { ...env, HOME: home, USER: user, LOGNAME: user, SHELL: shell, PATH, ...environment };
}
