import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPrivateFile, storePaths, withFileLock, writePrivateFile } from './index.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pssession-store-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});
const unixOnly = it.skipIf(process.platform === 'win32');

describe('private files', () => {
  it('come back as written, and leave nothing beside them', async () => {
    const file = path.join(folder, 'deep', 'users.json');
    await writePrivateFile(file, 'one');
    await writePrivateFile(file, 'two');
    expect((await readPrivateFile(file))?.text).toBe('two');
    expect(await readdir(path.dirname(file))).toEqual(['users.json']);
  });

  unixOnly('are made with mode 0600 in a folder of mode 0700', async () => {
    const file = path.join(folder, 'new', 'users.json');
    await writePrivateFile(file, 'x');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
  });

  unixOnly('are not read when others could read them', async () => {
    const file = path.join(folder, 'users.json');
    await writePrivateFile(file, 'x');
    await chmod(file, 0o640);
    await expect(readPrivateFile(file)).rejects.toMatchObject({ errorId: 'FileModeTooOpen' });
    await expect(readPrivateFile(file)).rejects.toThrow(/chmod 600/);
    expect((await readPrivateFile(file, { allowLooseMode: true }))?.text).toBe('x');
  });

  it('say that they are missing, too large, or no file', async () => {
    expect(await readPrivateFile(path.join(folder, 'none'))).toBeUndefined();
    const file = path.join(folder, 'big');
    await writeFile(file, 'x'.repeat(2000), { mode: 0o600 });
    await expect(readPrivateFile(file, { maxBytes: 1000 })).rejects.toMatchObject({ errorId: 'FileTooLarge' });
    await expect(readPrivateFile(folder)).rejects.toMatchObject({ errorId: 'FileNotReadable' });
  });

  it('change their version with their content', async () => {
    const file = path.join(folder, 'users.json');
    await writePrivateFile(file, 'same size 1');
    const first = await readPrivateFile(file);
    await writePrivateFile(file, 'same size 2');
    expect((await readPrivateFile(file))?.version).not.toBe(first?.version);
  });

  it('are changed by one program at a time', async () => {
    const file = path.join(folder, 'counter');
    await writePrivateFile(file, '0');
    const add = (): Promise<void> =>
      withFileLock(file, async () => {
        const value = Number((await readPrivateFile(file))?.text);
        await writePrivateFile(file, String(value + 1));
      });
    await Promise.all([add(), add(), add(), add()]);
    expect((await readPrivateFile(file))?.text).toBe('4');
  });

  it('take over a lock whose program is gone, and wait for one that lives', async () => {
    const file = path.join(folder, 'users.json');
    await writeFile(`${file}.lock`, '2147480000');
    expect(await withFileLock(file, () => Promise.resolve('mine'))).toBe('mine');
    await writeFile(`${file}.lock`, String(process.pid));
    await expect(withFileLock(file, () => Promise.resolve(), 60)).rejects.toMatchObject({ errorId: 'FileLocked' });
  });
});

describe('the folders', () => {
  it('follow XDG on Unix, and ignore relative values as the specification says', () => {
    expect(storePaths({ HOME: '/home/a' }, 'linux')).toEqual({
      configuration: '/home/a/.config/pssession',
      state: '/home/a/.local/state/pssession',
      data: '/home/a/.local/share/pssession',
      runtime: '/home/a/.local/state/pssession/run',
      cache: '/home/a/.cache/pssession',
    });
    expect(
      storePaths(
        {
          HOME: '/home/a',
          XDG_CONFIG_HOME: '/c',
          XDG_STATE_HOME: 's',
          XDG_DATA_HOME: '/d',
          XDG_RUNTIME_DIR: '/run/user/1',
          XDG_CACHE_HOME: '/e',
        },
        'linux',
      ),
    ).toEqual({
      configuration: '/c/pssession',
      state: '/home/a/.local/state/pssession',
      data: '/d/pssession',
      runtime: '/run/user/1/pssession',
      cache: '/e/pssession',
    });
  });
});
