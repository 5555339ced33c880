import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { systemAccount } from '../accounts/system-account.js';
import { startAs } from './run-as.js';

const isRoot = process.getuid?.() === 0;
const other = isRoot ? await systemAccount('nobody') : undefined;
if (other === undefined) console.warn('run as another user: SKIPPED, this is not root');

describe('a session as the user who logged in', () => {
  it.skipIf(other === undefined)('has his user, groups, environment and folder, and nothing of ours', async () => {
    const secret = { ...process.env, ENDPOINT_SECRET: 'x', LANG: 'C.UTF-8' };
    const started = await startAs(
      'nobody',
      ['/bin/sh', '-c', 'id -u; id -g; echo "$USER $HOME"; pwd; env'],
      { EXTRA: 'y' },
      secret,
    );
    const [program = '', ...args] = started.argv;
    const { stdout } = await promisify(execFile)(program, args, {
      cwd: started.cwd,
      env: { ...secret, ...started.env },
      ...started.identity,
    });
    const lines = stdout.split('\n');
    expect(lines.slice(0, 3)).toEqual([String(other?.uid), String(other?.gid), `nobody ${other?.home ?? ''}`]);
    expect(stdout).toContain('EXTRA=y');
    expect(stdout).toContain('LANG=C.UTF-8');
    expect(stdout).not.toContain('ENDPOINT_SECRET');
  });

  it('is refused for root, for nobody that is known, and where we have no right to', async () => {
    await expect(startAs('root', ['true'])).rejects.toThrow(/root/);
    await expect(startAs('no-such-user-here', ['true'])).rejects.toThrow(/knows no such user/);
    await expect(startAs('-x; rm', ['true'])).rejects.toThrow(/knows no such user/);
    if (!isRoot) expect((await startAs(userInfo().username, ['true'])).argv).toEqual(['true']);
  });
});
