/** Copy-Item between this computer and sessions: onto the drive of a restricted one's user, and where scripts may run. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { peerAvailable, peerCommand } from '../../test/support/peer.js';
import { textOf, undecorated } from '../client/session/index.js';
import { hostedFamily, type HostedFamily } from '../powershell/cmdlets/index.js';
import { type ConfigurableRunspace, createRunspace } from '../powershell/engine/index.js';
import { scriptRun } from '../powershell/engine/test-support/run-script.js';
import type { PSErrorRecord } from '../protocol/objects/index.js';
import { createTestEndpoint, type TestEndpoint } from '../testing/index.js';
import { folderName, userDriveFolder } from './hosts/user-drive-folder.js';
import { sessionConfiguration, type SessionConfiguration } from './index.js';

let folder = '';
let family: HostedFamily;
let runspace: ConfigurableRunspace;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'drives-'));
  vi.stubEnv('XDG_DATA_HOME', path.join(folder, 'data'));
  if (process.platform === 'win32') vi.stubEnv('LOCALAPPDATA', path.join(folder, 'data'));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  family = await hostedFamily();
  runspace = createRunspace({ commands: family.commands, variables: family.variables, location: folder });
});
afterEach(async () => {
  await family.close();
  await runspace.dispose();
});

const here = (...parts: readonly string[]): string => path.join(folder, ...parts);
function restricted(name: string, settings: string, init: Partial<SessionConfiguration> = {}): SessionConfiguration {
  const configurationFile = here(`${name}.pssc`);
  writeFileSync(
    configurationFile,
    `@{ SchemaVersion = '2.0.0.0'; SessionType = 'RestrictedRemoteServer'; ${settings} }`,
  );
  return sessionConfiguration({ name, configurationFile, ...init });
}
const endpoint = (...configurations: readonly SessionConfiguration[]): Promise<TestEndpoint> =>
  createTestEndpoint({
    configurations,
    users: ['alice', 'bob'].map((user) => ({ user, password: 'secret' })),
  });

interface Ran {
  readonly output: readonly string[];
  readonly errors: readonly PSErrorRecord[];
  readonly ids: readonly string[];
}
async function run(script: string): Promise<Ran> {
  const output: string[] = [];
  const errors: PSErrorRecord[] = [];
  const outcome = await runspace.run(
    scriptRun(
      script,
      {
        output: (value) => void output.push(textOf(undecorated(value))),
        error: (record) => void errors.push(record),
      },
      AbortSignal.timeout(60_000),
    ),
  );
  if (outcome.state !== 'Completed') errors.push(outcome.error);
  return { output, errors, ids: errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId) };
}
const open = (server: TestEndpoint, variable: string, configuration: string, user = 'alice'): Promise<Ran> =>
  run(
    `$${variable} = New-PSSession -ConnectionUri '${server.url}' -Authentication Basic -ConfigurationName ${configuration} -Credential ([pscredential]::new('${user}', (ConvertTo-SecureString secret -AsPlainText -Force)))`,
  );
/** A folder with a file of more than one piece, an empty one and one inside. */
function tree(name: string): string {
  const root = here(name);
  mkdirSync(path.join(root, 'inner'), { recursive: true });
  writeFileSync(path.join(root, 'big.bin'), Buffer.alloc(4 * 1024 * 1024 + 17, 'abc\0'));
  writeFileSync(path.join(root, 'empty'), '');
  writeFileSync(path.join(root, 'inner', 'ä b.txt'), 'text');
  utimesSync(path.join(root, 'big.bin'), 1_000_000_000, 1_000_000_000);
  return root;
}
const filesBelow = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
const modified = (file: string): number => Math.round(statSync(file).mtimeMs / 1000);

describe('the drive of a session’s user', () => {
  it('takes files and folders of Copy-Item, and gives them back', async () => {
    const from = tree('out');
    await using server = await endpoint(restricted('drop', 'MountUserDrive = $true'));
    expect((await open(server, 's', 'drop')).ids).toEqual([]);
    expect((await run(`Copy-Item '${from}' User:\\ -Recurse -ToSession $s`)).ids).toEqual([]);
    const drive = userDriveFolder('alice');
    expect(filesBelow(path.join(drive, 'out'))).toEqual(filesBelow(from));
    expect(readFileSync(path.join(drive, 'out', 'big.bin')).equals(readFileSync(path.join(from, 'big.bin')))).toBe(
      true,
    );
    expect(modified(path.join(drive, 'out', 'big.bin'))).toBe(1_000_000_000);
    if (process.platform !== 'win32') {
      expect(statSync(drive).mode & 0o777).toBe(0o700);
      expect(statSync(path.join(drive, 'out', 'inner')).mode & 0o777).toBe(0o700);
      expect(statSync(path.join(drive, 'out', 'big.bin')).mode & 0o777).toBe(0o600);
    }
    expect((await run(`Copy-Item User:\\out '${here('back')}' -Recurse -FromSession $s`)).ids).toEqual([]);
    expect(filesBelow(here('back'))).toEqual(filesBelow(from));
    expect(readFileSync(here('back', 'inner', 'ä b.txt'), 'utf8')).toBe('text');
    expect(modified(here('back', 'big.bin'))).toBe(1_000_000_000);
    mkdirSync(here('some'));
    expect((await run(`Copy-Item User:/out/b*, User:/out/e* '${here('some')}' -FromSession $s`)).ids).toEqual([]);
    expect(filesBelow(here('some'))).toEqual(['big.bin', 'empty']);
  });
  it('is the account’s own', async () => {
    await using server = await endpoint(restricted('own', 'MountUserDrive = $true'));
    await open(server, 'a', 'own');
    await open(server, 'b', 'own', 'bob');
    writeFileSync(here('mine.txt'), 'of alice');
    expect((await run(`Copy-Item '${here('mine.txt')}' User:/ -ToSession $a`)).ids).toEqual([]);
    expect((await run(`Copy-Item User:/mine.txt '${here('stolen.txt')}' -FromSession $b`)).ids).toEqual([
      'RemotePathNotFound,Microsoft.PowerShell.Commands.CopyItemCommand',
    ]);
    expect((await run(`Copy-Item User:/../alice/mine.txt '${here('stolen.txt')}' -FromSession $b`)).ids).toEqual([
      'System.Management.Automation.PSArgumentException,PSCopyRemoteUtils',
      'FailedToValidateRemotePath,Microsoft.PowerShell.Commands.CopyItemCommand',
    ]);
    // The next session of the same account finds it.
    await open(server, 'again', 'own', 'ALICE');
    expect((await run(`Copy-Item User:/mine.txt '${here('found.txt')}' -FromSession $again`)).ids).toEqual([]);
    expect(readFileSync(here('found.txt'), 'utf8')).toBe('of alice');
  });
  it('holds no more than the configuration says', async () => {
    await using server = await endpoint(restricted('small', 'MountUserDrive = $true; UserDriveMaximumSize = 100'));
    await open(server, 's', 'small', 'bob');
    writeFileSync(here('large.txt'), 'x'.repeat(101));
    const { errors, ids } = await run(`Copy-Item '${here('large.txt')}' User:\\ -ToSession $s`);
    expect(errors[0]?.exception.message).toBe('Maximum size for drive has been exceeded: 100.');
    expect(ids).toEqual([
      'System.Management.Automation.RuntimeException,PSCopyToSessionHelper',
      'CopyError,Microsoft.PowerShell.Commands.CopyItemCommand',
    ]);
    expect(readdirSync(userDriveFolder('bob'))).toEqual([]);
  });
  it.skipIf(process.platform === 'win32')('is not mounted in a folder that others may enter', async () => {
    await using server = await endpoint(restricted('loose', 'MountUserDrive = $true'));
    mkdirSync(path.join(folder, 'data', 'pssession', 'drives', 'carol'), { recursive: true, mode: 0o755 });
    expect(() => userDriveFolder('carol')).toThrow(/has to belong to the endpoint's account alone/);
    rmSync(path.join(folder, 'data', 'pssession', 'drives', 'carol'), { recursive: true });
    expect(server.url).toContain('http');
  });
  it('has a folder of its own for each account, whatever its name', () => {
    const names = [
      'alice',
      'a.b',
      '.',
      '..',
      'a..b',
      'DOM\\alice',
      'dom/alice',
      'ä',
      'a%2eb',
      'a b',
      'con.',
      'a:b',
      '~',
    ];
    const folders = names.map(folderName);
    expect(new Set(folders).size).toBe(names.length);
    for (const name of folders) expect(name).toMatch(/^(?!\.)[a-z0-9._%-]+(?<!\.)$/);
    expect(folderName('Alice')).toBe('alice');
    expect(() => userDriveFolder('x'.repeat(300))).toThrow(/cannot be the name of a folder/);
  });
});

describe('Copy-Item and a session that takes scripts', () => {
  it('copies files and folders both ways', async () => {
    const from = tree('full');
    await using server = await endpoint(sessionConfiguration({ name: 'Microsoft.PowerShell' }));
    await open(server, 's', 'Microsoft.PowerShell');
    const there = here('there');
    mkdirSync(there);
    expect((await run(`Copy-Item '${from}' '${there}' -Recurse -ToSession $s`)).ids).toEqual([]);
    expect(filesBelow(path.join(there, 'full'))).toEqual(filesBelow(from));
    expect(readFileSync(path.join(there, 'full', 'big.bin')).equals(readFileSync(path.join(from, 'big.bin')))).toBe(
      true,
    );
    expect(modified(path.join(there, 'full', 'big.bin'))).toBe(1_000_000_000);
    expect(
      (await run(`Copy-Item '${path.join(there, 'full')}' '${here('again')}' -Recurse -FromSession $s`)).ids,
    ).toEqual([]);
    expect(filesBelow(here('again'))).toEqual(filesBelow(from));
    expect(readFileSync(here('again', 'big.bin')).equals(readFileSync(path.join(from, 'big.bin')))).toBe(true);
    // Under another name, over what is there, and one of them only.
    writeFileSync(here('x.txt'), 'new');
    writeFileSync(path.join(there, 'y.txt'), 'older and longer');
    expect((await run(`Copy-Item '${here('x.txt')}' '${path.join(there, 'y.txt')}' -ToSession $s`)).ids).toEqual([]);
    expect(readFileSync(path.join(there, 'y.txt'), 'utf8')).toBe('new');
    expect((await run(`Copy-Item '${from}/*' '${there}' -Exclude b* -ToSession $s`)).ids).toEqual([]);
    expect(readdirSync(there).sort()).toEqual(['empty', 'full', 'inner', 'y.txt']);
  });
  it('says what cannot be, in PowerShell’s words', async () => {
    await using server = await endpoint(
      sessionConfiguration({ name: 'Microsoft.PowerShell' }),
      restricted('none', "VisibleCmdlets = 'Get-Date'"),
    );
    await open(server, 's', 'Microsoft.PowerShell');
    writeFileSync(here('a.txt'), 'a');
    const id = async (line: string): Promise<string> => (await run(line)).ids.map((one) => one.split(',')[0]).join();
    expect(await id(`Copy-Item '${here('a.txt')}' b -ToSession $s`)).toBe('RemotePathIsNotAbsolute');
    expect(await id(`Copy-Item '${here('a.txt')}' -ToSession $s`)).toBe('CopyItemRemoteDestinationIsNullOrEmpty');
    expect(await id(`Copy-Item '${here('a.txt')}' '${here('no', 'such', 'folder')}' -ToSession $s`)).toBe(
      'RemotePathNotFound',
    );
    expect(await id(`Copy-Item '${here('none.txt')}' '${folder}' -ToSession $s`)).toBe('PathNotFound');
    expect(await id(`Copy-Item '${here('none.txt')}' '${folder}' -FromSession $s`)).toBe('RemotePathNotFound');
    expect(await id(`Copy-Item a b -FromSession $s -ToSession $s`)).toBe('InvalidInput');
    expect(await id(`Copy-Item a b -ToSession $null`)).toBe('ParameterArgumentValidationError');
    mkdirSync(here('is', 'there'), { recursive: true });
    mkdirSync(here('there2', 'there'), { recursive: true });
    expect(await id(`Copy-Item '${here('is', 'there')}' '${here('there2')}' -ToSession $s`)).toBe('DirectoryExist');
    expect(await id(`Copy-Item '${here('is', 'there')}' '${here('a.txt')}' -ToSession $s`)).toBe('CopyError');
    await open(server, 'r', 'none');
    expect(await id(`Copy-Item '${here('a.txt')}' /tmp -ToSession $r`)).toBe('SessionIsNotInFullLanguageMode');
    await run('Remove-PSSession $s');
    expect(await id(`Copy-Item '${here('a.txt')}' /tmp -ToSession $s`)).toBe('SessionIsNotAvailable');
  });
  it('copies nothing with -WhatIf', async () => {
    await using server = await endpoint(sessionConfiguration({ name: 'Microsoft.PowerShell' }));
    await open(server, 's', 'Microsoft.PowerShell');
    writeFileSync(here('w.txt'), 'w');
    mkdirSync(here('what'));
    expect((await run(`Copy-Item '${here('w.txt')}' '${here('what')}' -ToSession $s -WhatIf`)).ids).toEqual([]);
    expect((await run(`Copy-Item '${here('w.txt')}' '${here('what')}' -FromSession $s -WhatIf`)).ids).toEqual([]);
    expect(readdirSync(here('what'))).toEqual([]);
  });
  it('takes no name from the other side that leads elsewhere', async () => {
    await using server = await endpoint(
      sessionConfiguration({
        name: 'Microsoft.PowerShell',
        startupScript: `function PSCopyRemoteUtils { @{ Exists = $true; Root = '/'; IsAbsolute = $true } }
          function PSCopyFromSessionHelper { param($getPathItems) if ($getPathItems) { @{ Exists = $true; Items = @(@{ Name = '../evil.txt'; FullName = '/x'; FileSize = 1L; IsDirectory = $false }) } } else { @{ b64Fragment = 'eA=='; moreAvailable = $false; ExceptionThrown = $false } } }`,
      }),
    );
    await open(server, 's', 'Microsoft.PowerShell');
    mkdirSync(here('trap'));
    const { errors } = await run(`Copy-Item /x '${here('trap')}' -FromSession $s`);
    expect(errors.map(({ category }) => category)).toEqual(['SecurityError']);
    expect(readdirSync(folder)).not.toContain('evil.txt');
  });
});

describe.skipIf(!peerAvailable)('a real PowerShell with the drive', () => {
  // On Unix its own check of the size asks for alternate streams, which are not there, and its names are in capitals.
  it.skipIf(process.platform === 'win32')(
    'has one for each caller',
    async () => {
      const [program, ...rest] = await peerCommand('-NoLogo', '-NoProfile', '-s');
      const runspaceOf = { kind: 'command', command: [program, ...rest] } as const;
      await using server = await endpoint(
        restricted('real', 'MountUserDrive = $true; UserDriveMaximumSize = 5000', { runspace: runspaceOf }),
      );
      await open(server, 'a', 'real');
      await open(server, 'b', 'real', 'bob');
      writeFileSync(here('REAL.TXT'), '');
      expect(await run(`Copy-Item '${here('REAL.TXT')}' User:/ -ToSession $a`)).toMatchObject({ ids: [] });
      const back = here('real-back.txt');
      expect((await run(`Copy-Item User:/REAL.TXT '${back}' -FromSession $b`)).ids).toEqual([
        'RemotePathNotFound,Microsoft.PowerShell.Commands.CopyItemCommand',
      ]);
      const caches = readdirSync(here('data', 'pssession', 'caches')).sort();
      expect(caches).toEqual(['alice', 'bob']);
      const drives = here('data', 'pssession', 'caches', 'alice', 'powershell', 'DriveRoots');
      const file = path.join(drives, readdirSync(drives)[0] ?? '', 'REAL.TXT');
      writeFileSync(file, 'for real');
      expect(await run(`Copy-Item User:/REAL.TXT '${back}' -FromSession $a`)).toMatchObject({ ids: [] });
      expect(readFileSync(back, 'utf8')).toBe('for real');
      writeFileSync(here('REAL.TXT'), 'not empty');
      expect((await run(`Copy-Item '${here('REAL.TXT')}' User:/ -ToSession $a`)).ids[0]).toBe(
        'System.Management.Automation.ParameterBindingException,PSCopyFileToRemoteSession',
      );
    },
    120_000,
  );
});
