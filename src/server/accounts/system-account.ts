/** The operating system's own accounts, as `getent` and `id` tell them: for PAM's logins, and to run sessions as them. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface SystemAccount {
  readonly user: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
  readonly shell: string;
  readonly groups: readonly string[];
}

/** What a name may be before it is given to a program. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}._@\\$-]{0,103}$/u;
const LIMIT_MS = 10_000;
const run = promisify(execFile);

async function output(program: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run(program, args, { timeout: LIMIT_MS, env: { ...process.env, LC_ALL: 'C' } });
    return stdout;
  } catch {
    return undefined;
  }
}

/** Undefined: the system has no account of this name. */
export async function systemAccount(name: string): Promise<SystemAccount | undefined> {
  if (!NAME.test(name)) return undefined;
  const line = (await output('getent', 'passwd', '--', name)) ?? (await fromFile(name));
  const [user, , uid, gid, , home, shell] = line?.split('\n', 1)[0]?.split(':') ?? [];
  if (user === undefined || !/^\d+$/.test(uid ?? '') || !/^\d+$/.test(gid ?? '')) return undefined;
  const groups = (await output('id', '-Gn', '--', user))?.trim().split(/\s+/) ?? [];
  return {
    user,
    uid: Number(uid),
    gid: Number(gid),
    home: home === undefined || home === '' ? '/' : home,
    shell: shell === undefined || shell.trim() === '' ? '/bin/sh' : shell.trim(),
    groups: groups.filter((group) => group !== ''),
  };
}

/** macOS and small systems have no getent. */
async function fromFile(name: string): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  try {
    const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
    return lines.find((line) => line.startsWith(`${name}:`));
  } catch {
    return undefined;
  }
}
