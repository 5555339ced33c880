import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { askCredentialHelper } from './credential-helper.js';
import { startAskpass } from './ssh-askpass.js';

function ask(program: string, question: string): Promise<{ readonly code: number; readonly text: string }> {
  return new Promise((resolve) => {
    execFile(program, [question], (error, text) => resolve({ code: error === null ? 0 : 1, text }));
  });
}

describe.skipIf(process.platform === 'win32')('askpass', () => {
  it('answers one question for a password, and no other one', async () => {
    await using askpass = await startAskpass((question) => Promise.resolve(`to ${question.length > 0}`));
    const program = askpass.environment['SSH_ASKPASS'] ?? '';
    expect(askpass.environment['SSH_ASKPASS_REQUIRE']).toBe('force');
    expect(JSON.stringify(askpass.environment)).not.toContain('to true');
    const known = await ask(program, 'Are you sure you want to continue connecting (yes/no/[fingerprint])? ');
    expect(known).toEqual({ code: 1, text: '' });
    expect(await ask(program, "alice@server's password: ")).toEqual({ code: 0, text: 'to true\n' });
    expect(await ask(program, "alice@server's password: ")).toEqual({ code: 1, text: '' }); // it was wrong
  });

  it('leaves nothing behind', async () => {
    let folder = '';
    {
      await using askpass = await startAskpass(() => Promise.resolve(undefined));
      folder = path.dirname(askpass.environment['SSH_ASKPASS'] ?? '');
      expect(await ask(askpass.environment['SSH_ASKPASS'] ?? '', 'Password:')).toEqual({ code: 1, text: '' });
    }
    await expect(readdir(folder)).rejects.toThrow();
  });
});

describe.skipIf(process.platform === 'win32')('the credential helper', () => {
  it("is asked in git's way, and may have no answer", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'pssession-helper-'));
    const program = path.join(folder, 'helper');
    await writeFile(
      program,
      `#!/bin/sh
[ "$1" = get ] || exit 3
input=$(cat)
case "$input" in *protocol=ssh*host=server01*username=alice*) echo "username=alice"; echo "password=p=q r" ;; *) exit 1 ;; esac
`,
    );
    await chmod(program, 0o700);
    const environment = { ...process.env, PSSESSION_CREDENTIAL_HELPER: program };
    const question = { protocol: 'ssh', host: 'server01', username: 'alice' } as const;
    expect(await askCredentialHelper(question, environment)).toBe('p=q r');
    expect(await askCredentialHelper({ ...question, username: 'bob' }, environment)).toBeUndefined();
    expect(await askCredentialHelper(question, {})).toBeUndefined();
    await rm(folder, { recursive: true, force: true });
  });
});
