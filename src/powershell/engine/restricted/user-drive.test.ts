/** The `User:` drive of a restricted session: what its helper commands do, and ways out of it, tried. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import { TestSession } from './test-session.js';

let folder = '';
let drive = '';
beforeEach(() => {
  folder = mkdtempSync(nodePath.join(tmpdir(), 'user-drive-'));
  drive = nodePath.join(folder, 'drive');
  mkdirSync(drive, { mode: 0o700 });
  writeFileSync(nodePath.join(folder, 'secret.txt'), 'secret');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (more = ''): Promise<TestSession> =>
  TestSession.open(`SessionType = 'RestrictedRemoteServer'; MountUserDrive = $true; ${more}`, { folder: drive });

interface Answer {
  readonly table: Readonly<Record<string, PSValue>> | undefined;
  readonly ids: readonly string[];
  readonly messages: readonly string[];
}
async function ask(
  session: TestSession,
  helper: string,
  parameters: Readonly<Record<string, PSValue>>,
): Promise<Answer> {
  const { values, ids, errors } = await session.commands([helper, parameters]);
  const [first] = values;
  return {
    table:
      first instanceof PSDictionary
        ? Object.fromEntries([...first.entries()].map(([key, value]) => [String(key), value]))
        : undefined,
    ids,
    messages: errors.map(({ exception }) => exception.message),
  };
}
const base64 = (text: string | number): string =>
  Buffer.from(typeof text === 'number' ? 'x'.repeat(text) : text).toString('base64');
const write = (session: TestSession, path: string, text: string | number, createFile = true): Promise<Answer> =>
  ask(session, 'PSCopyToSessionHelper', { copyToFilePath: path, b64Fragment: base64(text), createFile });
const read = (session: TestSession, path: string): Promise<Answer> =>
  ask(session, 'PSCopyFromSessionHelper', { copyFromFilePath: path, copyFromStart: 0n, copyFromNumBytes: 100n });

describe('the helper commands of a session with a drive of its user', () => {
  it('write files in pieces that nobody else reads', async () => {
    const session = await open();
    expect((await write(session, 'User:\\a.txt', 'one ')).table).toEqual({ BytesWritten: 4 });
    expect((await write(session, 'user:/a.txt', 'two', false)).table).toEqual({ BytesWritten: 3 });
    expect(readFileSync(nodePath.join(drive, 'a.txt'), 'utf8')).toBe('one two');
    expect((await write(session, 'User:/a.txt', 'new')).table).toEqual({ BytesWritten: 3 });
    expect(readFileSync(nodePath.join(drive, 'a.txt'), 'utf8')).toBe('new');
    await write(session, 'User:/deep/er/b.txt', 'x');
    await ask(session, 'PSCopyToSessionHelper', { createDirectoryPath: 'User:/made' });
    if (process.platform !== 'win32') {
      const mode = (name: string): number => statSync(nodePath.join(drive, name)).mode & 0o777;
      expect(['a.txt', 'deep/er/b.txt', 'deep', 'deep/er', 'made'].map(mode)).toEqual([
        0o600, 0o600, 0o700, 0o700, 0o700,
      ]);
    }
  });
  it('make empty files, and say of a folder that is there that it is', async () => {
    const session = await open();
    expect(
      (await ask(session, 'PSCopyToSessionHelper', { copyToFilePath: 'User:/e', createFile: true, emptyFile: true }))
        .table,
    ).toEqual({ BytesWritten: 0 });
    expect(statSync(nodePath.join(drive, 'e')).size).toBe(0);
    const make = (force: boolean): Promise<Answer> =>
      ask(session, 'PSCopyToSessionHelper', { createDirectoryPath: 'User:/f', force });
    expect((await make(false)).table).toEqual({ DirectoryPath: 'User:/f', PathExists: false });
    expect((await make(false)).table).toEqual({ DirectoryPath: null, PathExists: true });
    expect((await make(true)).table).toEqual({ DirectoryPath: 'User:/f', PathExists: false });
  });
  it('read files in pieces and list what is there', async () => {
    const session = await open();
    writeFileSync(nodePath.join(drive, 'a.log'), 'abcdef');
    mkdirSync(nodePath.join(drive, 'b.log'));
    const piece = (copyFromStart: bigint): Promise<Answer> =>
      ask(session, 'PSCopyFromSessionHelper', { copyFromFilePath: 'User:/a.log', copyFromStart, copyFromNumBytes: 4n });
    expect((await piece(0n)).table).toEqual({
      b64Fragment: base64('abcd'),
      moreAvailable: true,
      ExceptionThrown: false,
    });
    expect((await piece(4n)).table).toEqual({
      b64Fragment: base64('ef'),
      moreAvailable: false,
      ExceptionThrown: false,
    });
    expect((await piece(9n)).table).toEqual({ b64Fragment: null, moreAvailable: false, ExceptionThrown: false });
    const { table } = await ask(session, 'PSCopyFromSessionHelper', { getPathItems: 'User:\\*.log' });
    const items = (table?.['Items'] ?? []) as readonly PSDictionary[];
    expect(items.map((item) => item.getEntry('FullName'))).toEqual(['User:/b.log', 'User:/a.log']);
    expect(items.map((item) => item.getEntry('IsDirectory'))).toEqual([true, false]);
    expect(items[1]?.getEntry('FileSize')).toBe(6n);
    const missing = await read(session, 'User:/none');
    expect(missing.ids).toEqual(['System.IO.FileNotFoundException,PSCopyFromSessionHelper']);
    expect(missing.table?.['ExceptionThrown']).toBe(true);
  });
  it('are seen by Get-Command, while the file system is not', async () => {
    const session = await open();
    expect((await session.commands(['Get-Command', { Name: 'PSCopyRemoteUtils' }])).output).toEqual([
      'PSCopyRemoteUtils',
    ]);
    expect((await session.commands(['Get-Content', { Path: 'User:/a' }])).ids).toEqual(['CommandNotFoundException']);
  });
  it('are in no session without the drive', async () => {
    const session = await TestSession.open("SessionType = 'RestrictedRemoteServer'");
    expect((await ask(session, 'PSCopyRemoteUtils', { pathToValidate: '/' })).ids).toEqual([
      'CommandNotFoundException',
    ]);
  });
  it('are still there when the runspace was reset', async () => {
    const session = await open();
    session.runspace.reset();
    expect((await write(session, 'User:/a', 'x')).table).toEqual({ BytesWritten: 1 });
  });
});

describe('the size of the drive', () => {
  it('is kept, with PowerShell’s error, and counts all that is on it', async () => {
    const session = await open('UserDriveMaximumSize = 1000');
    expect((await write(session, 'User:/a', 600)).ids).toEqual([]);
    const refused = await write(session, 'User:/b', 500);
    expect(refused.messages).toEqual(['Maximum size for drive has been exceeded: 1000.']);
    expect(refused.ids).toEqual(['System.Management.Automation.RuntimeException,PSCopyToSessionHelper']);
    expect(refused.table).toEqual({ BytesWritten: null });
    expect(readdirSync(drive)).toEqual(['a']);
    expect((await write(session, 'User:/a', 401, false)).messages).toHaveLength(1);
    expect((await write(session, 'User:/a', 400, false)).ids).toEqual([]);
    // What is replaced makes room.
    expect((await write(session, 'User:/a', 1000)).ids).toEqual([]);
    expect((await write(session, 'User:/sub/c', 1)).messages).toHaveLength(1);
  });
  it('is 50 MB where none is named, and no text', async () => {
    const session = await open('UserDriveMaximumSize = 0');
    writeFileSync(nodePath.join(drive, 'big'), '');
    chmodSync(nodePath.join(drive, 'big'), 0o600);
    const { truncateSync } = await import('node:fs');
    truncateSync(nodePath.join(drive, 'big'), 50_000_000);
    expect((await write(session, 'User:/b', 1)).messages).toEqual([
      'Maximum size for drive has been exceeded: 50000000.',
    ]);
    await expect(open("UserDriveMaximumSize = 'much'")).rejects.toThrow(/UserDriveMaximumSize/);
    await expect(open('').then(() => TestSession.open("MountUserDrive = 'yes'"))).rejects.toThrow(/MountUserDrive/);
  });
  it('bounds what takes no bytes, too', async () => {
    const session = await open('UserDriveMaximumSize = 1000');
    for (let at = 0; at < 1000; at += 1) writeFileSync(nodePath.join(drive, String(at)), '');
    const empty = { copyToFilePath: 'User:/one-more', createFile: true, emptyFile: true };
    expect((await ask(session, 'PSCopyToSessionHelper', empty)).messages).toEqual([
      'Maximum size for drive has been exceeded: 1000.',
    ]);
    expect(
      (await ask(session, 'PSCopyToSessionHelper', { createDirectoryPath: 'User:/one-more' })).messages,
    ).toHaveLength(1);
  });
});

describe('ways out of the drive', () => {
  const outside = (): readonly string[] => [
    'User:/../secret.txt',
    'User:\\..\\secret.txt',
    'User:/sub/../../secret.txt',
    'User:..\\secret.txt',
    'User:/../drive2/x',
    nodePath.join(folder, 'secret.txt'),
    'secret.txt',
    '../secret.txt',
    `Microsoft.PowerShell.Core\\FileSystem::${nodePath.join(folder, 'secret.txt')}`,
    `FileSystem::${nodePath.join(folder, 'secret.txt')}`,
    'Temp:/secret.txt',
    'Env:/PATH',
    '~/secret.txt',
    '',
    'User',
    'User:/a\0b',
  ];
  it('by a path are refused, and say nothing of where it lies', async () => {
    const session = await open();
    for (const path of outside()) {
      const ways: readonly Answer[] = [
        await write(session, path, 'evil'),
        await read(session, path),
        await ask(session, 'PSCopyFromSessionHelper', { getPathItems: path }),
        await ask(session, 'PSCopyFromSessionHelper', { getPathDir: path }),
        await ask(session, 'PSCopyFromSessionHelper', { getMetaFilePath: path }),
        await ask(session, 'PSCopyToSessionHelper', { createDirectoryPath: path, force: true }),
        await ask(session, 'PSCopyToSessionHelper', { isFilePath: path }),
        await ask(session, 'PSCopyToSessionHelper', { remotePath: path }),
        await ask(session, 'PSCopyToSessionHelper', { metaDataFilePath: path, metaDataToSet: new PSDictionary([]) }),
        await ask(session, 'PSCopyRemoteUtils', { pathToValidate: path }),
        await ask(session, 'PSCopyRemoteUtils', { dirPathExists: path }),
      ];
      for (const way of ways) {
        expect(way.ids, path).toHaveLength(1);
        const told = Object.values(way.table ?? {}).filter((value) => value !== null && value !== true);
        expect(told, path).toEqual([]);
        // What he said himself may come back.
        if (!path.includes(folder)) expect(way.messages.join(), path).not.toContain(folder);
      }
    }
    expect(readdirSync(folder).sort()).toEqual(['drive', 'secret.txt']);
    expect(readFileSync(nodePath.join(folder, 'secret.txt'), 'utf8')).toBe('secret');
    expect(readdirSync(drive)).toEqual([]);
  });
  it.skipIf(process.platform === 'win32')('by a symbolic link are refused', async () => {
    const session = await open();
    symlinkSync(nodePath.join(folder, 'secret.txt'), nodePath.join(drive, 'link'));
    symlinkSync(folder, nodePath.join(drive, 'up'));
    symlinkSync(nodePath.join(folder, 'new.txt'), nodePath.join(drive, 'dangling'));
    for (const path of ['User:/link', 'User:/up/secret.txt', 'User:/dangling', 'User:/up/drive/a']) {
      const ways = [
        await read(session, path),
        await write(session, path, 'evil'),
        await write(session, path, 'evil', false),
      ];
      for (const { ids } of ways) expect(ids.join(), path).toMatch(/^System\.UnauthorizedAccessException,/);
    }
    const found = await ask(session, 'PSCopyFromSessionHelper', { getPathItems: 'User:/*/secret*' });
    expect(found.table).toEqual({ Exists: false, Items: null });
    expect((await ask(session, 'PSCopyFromSessionHelper', { getPathDir: 'User:/' })).table).toEqual({
      Files: null,
      Directories: null,
    });
    expect(readFileSync(nodePath.join(folder, 'secret.txt'), 'utf8')).toBe('secret');
    expect(existsSync(nodePath.join(folder, 'new.txt'))).toBe(false);
    expect(existsSync(nodePath.join(drive, 'a'))).toBe(false);
  });
  it.skipIf(process.platform === 'win32')('by what a function of the configuration does are refused', async () => {
    const session = await TestSession.open(
      "SessionType = 'RestrictedRemoteServer'; MountUserDrive = $true; FunctionDefinitions = @{ Name = 'Show'; ScriptBlock = { param([ValidateUserDrive()][string]$Path) Get-Content -Path $Path } }",
      { folder: drive },
    );
    writeFileSync(nodePath.join(drive, 'a.txt'), 'mine');
    symlinkSync(nodePath.join(folder, 'secret.txt'), nodePath.join(drive, 'link'));
    symlinkSync(folder, nodePath.join(drive, 'up'));
    const show = (path: string): ReturnType<TestSession['commands']> => session.commands(['Show', { Path: path }]);
    expect((await show('User:/a.txt')).output).toEqual(['mine']);
    expect((await show(nodePath.join(folder, 'secret.txt'))).ids).toEqual(['ParameterArgumentValidationError,Show']);
    for (const path of ['User:/../secret.txt', 'User:/link', 'User:/up/secret.txt', 'User:/u*/secret.txt', 'User:/l*'])
      expect(await show(path).then(({ output, ids }) => [output, ids.length]), path).toEqual([[], 1]);
  });
  it('by making the drive anew are refused', async () => {
    const session = await open("VisibleCmdlets = 'New-PSDrive', 'Remove-PSDrive'; VisibleProviders = 'FileSystem'");
    expect((await session.commands(['Remove-PSDrive', { Name: 'User' }])).ids).toEqual([
      'DriveNotRemovable,Microsoft.PowerShell.Commands.RemovePSDriveCommand',
    ]);
    expect(
      (await session.commands(['New-PSDrive', { Name: 'User', PSProvider: 'FileSystem', Root: folder }])).ids,
    ).toEqual(['DriveAlreadyExists,Microsoft.PowerShell.Commands.NewPSDriveCommand']);
  });
});
