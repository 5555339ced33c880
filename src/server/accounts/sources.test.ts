import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CombinedAccounts } from './combined-accounts.js';
import { ExternalVerifier } from './external-verifier.js';
import { PamAccounts } from './pam.js';
import { systemAccount } from './system-account.js';
import { UsersFile } from './users-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pssession-sources-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function script(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\n${text}\n`);
  await chmod(file, 0o755);
  return file;
}

describe('the verifier program', () => {
  it('gets the password on standard input only, and says who it is', async () => {
    const program = await script(
      'verify',
      `read line
case "$line" in
  *'"user":"alice","password":"right"'*) echo '{"user":"Alice","groups":["operators"],"administrator":true}' ;;
  *'"password":"gone"'*) exit 3 ;;
  *'"password":"off"'*) exit 2 ;;
  *) exit 1 ;;
esac
case "$*$(env)" in *right*) exit 9 ;; esac`,
    );
    const accounts = new ExternalVerifier({ command: [program] });
    expect(await accounts.verify('alice', 'right')).toEqual({
      ok: true,
      account: { user: 'Alice', groups: ['operators'], administrator: true },
    });
    expect(await accounts.verify('alice', 'gone')).toEqual({ ok: false, reason: 'expired' });
    expect(await accounts.verify('alice', 'off')).toEqual({ ok: false, reason: 'disabled' });
    expect(await accounts.verify('alice', 'wrong')).toEqual({ ok: false, reason: 'wrongPassword' });
  });

  it('is asked once by all who send the same at the same time', async () => {
    const log = path.join(folder, 'asked');
    const program = await script('count', `read line; echo x >> '${log}'; sleep 0.2; exit 0`);
    const accounts = new ExternalVerifier({ command: [program] });
    const many = Array.from({ length: 30 }, () => accounts.verify('alice', 'right'));
    const [verdicts, other] = await Promise.all([Promise.all(many), accounts.verify('bob', 'right')]);
    expect(verdicts.every((verdict) => verdict.ok && verdict.account.user === 'alice')).toBe(true);
    expect(other).toMatchObject({ ok: true, account: { user: 'bob' } });
    expect((await readFile(log, 'utf8')).length).toBe(4);
    await accounts.verify('alice', 'right');
    expect((await readFile(log, 'utf8')).length).toBe(6);
  });

  it('refuses when it fails, hangs or is not there, and says why without the password', async () => {
    const said: string[] = [];
    const onFailure = (reason: string): void => void said.push(reason);
    const broken = await script('broken', 'echo "no directory server" >&2; exit 70');
    const slow = await script('slow', 'exec sleep 30');
    for (const command of [[broken], [slow], [path.join(folder, 'missing')]] as const) {
      const accounts = new ExternalVerifier({ command, timeoutMs: 300, onFailure });
      expect(await accounts.verify('alice', 'secret-word')).toEqual({ ok: false, reason: 'wrongPassword' });
    }
    expect(said).toHaveLength(3);
    expect(said.join()).toContain('no directory server');
    expect(said.join()).not.toContain('secret-word');
  });
});

describe('several sources', () => {
  it('are asked in order, and a name of the first is not taken from the second', async () => {
    const users = new UsersFile(path.join(folder, 'users.json'), { cost: { ln: 4, r: 8, p: 1 } });
    await users.add('alice', 'file-password');
    const yes = await script('yes', 'exit 0');
    const accounts = new CombinedAccounts([users, new ExternalVerifier({ command: [yes] })]);
    await accounts.directory.refresh();
    expect(await accounts.verify('alice', 'file-password')).toMatchObject({ ok: true });
    expect(await accounts.verify('alice', 'other')).toEqual({ ok: false, reason: 'wrongPassword' });
    expect(await accounts.verify('bob', 'anything')).toMatchObject({ ok: true, account: { user: 'bob' } });
  });
});

const pamHere =
  process.platform === 'linux' &&
  ['/lib', '/usr/lib'].some(
    (root) =>
      existsSync(`${root}/x86_64-linux-gnu/security/pam_exec.so`) ||
      existsSync(`${root}/aarch64-linux-gnu/security/pam_exec.so`),
  );
if (!pamHere) console.warn('PAM: SKIPPED, pam_exec is not here');

describe.skipIf(!pamHere)('PAM', () => {
  it("checks a password by the service's rules, and refuses what they refuse", async () => {
    const check = await script('check', '[ "$(cat | tr -d "\\000")" = right ]');
    const lines = [`auth required pam_exec.so expose_authtok quiet ${check}`, 'account required pam_permit.so'];
    await writeFile(path.join(folder, 'pssession'), `${lines.join('\n')}\n`);
    const { username } = userInfo();
    const own = await systemAccount(username);
    const group = own?.groups[0] ?? '';
    const accounts = new PamAccounts({ service: 'pssession', administratorGroups: [group], folder });
    expect(await accounts.verify(username, 'right')).toEqual({
      ok: true,
      account: { user: username, groups: own?.groups, administrator: true },
    });
    expect(await accounts.verify(username, 'wrong')).toMatchObject({ ok: false, reason: 'wrongPassword' });
    expect(await accounts.verify('nobody-of-this-name', 'right')).toEqual({ ok: false, reason: 'unknownUser' });
    expect(await accounts.verify(`${username}\0`, 'right')).toEqual({ ok: false, reason: 'unknownUser' });
  });

  it('refuses an account that the account rules refuse', async () => {
    await writeFile(path.join(folder, 'pssession'), 'auth required pam_permit.so\naccount required pam_deny.so\n');
    const accounts = new PamAccounts({ service: 'pssession', administratorGroups: [], folder });
    expect(await accounts.verify(userInfo().username, 'right')).toMatchObject({ ok: false });
  });
});
