/** Paths on drives, and the attributes that check them. Expectations were measured with PowerShell 7.6.9. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PSErrorRecord } from '../../../../protocol/objects/index.js';
import { runAlone } from '../../test-support/run-script.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(nodePath.join(tmpdir(), 'drives-'));
  mkdirSync(nodePath.join(folder, 'root', 'sub'), { recursive: true });
  writeFileSync(nodePath.join(folder, 'root', 'a.txt'), 'in');
  writeFileSync(nodePath.join(folder, 'out.txt'), 'out');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ran {
  readonly output: readonly string[];
  readonly errors: readonly PSErrorRecord[];
}
async function runScript(script: string): Promise<Ran> {
  const output: string[] = [];
  const errors: PSErrorRecord[] = [];
  const outcome = await runAlone(script, {
    output: (value) => void output.push(String(value as unknown)),
    error: (record) => void errors.push(record),
  });
  if (outcome.state === 'Failed') errors.push(outcome.error);
  return { output, errors };
}
const onDrive = (script: string): Promise<Ran> =>
  runScript(
    `$null = New-PSDrive -Name User -PSProvider FileSystem -Root '${nodePath.join(folder, 'root')}'; ${script}`,
  );

describe('a path on a drive', () => {
  it('may go up inside', async () => {
    expect((await onDrive('Get-Content User:/sub/../a.txt')).output).toEqual(['in']);
  });
  it.each([
    'User:/../out.txt',
    'User:/sub/../../out.txt',
    'User:\\..\\out.txt',
    'User:/../../../../../../../../etc/passwd',
  ])('may not leave it: %s', async (path) => {
    for (const command of ['Get-Item', 'Get-Content', 'Remove-Item', 'Get-ChildItem', 'Set-Content -Value x -Path']) {
      const { output, errors } = await onDrive(`${command} '${path}'`);
      expect(output).toEqual([]);
      expect(errors[0]?.fullyQualifiedErrorId, command).toMatch(
        /^System\.Management\.Automation\.PSArgumentException,/,
      );
      expect(errors[0]?.exception.message).toMatch(/ referred to an item that was outside the base '.*root'\.$/);
    }
  });
});

describe('[ValidateUserDrive()] and [ValidateDrive()]', () => {
  const check = async (argument: string, attribute = 'ValidateUserDrive()', type = '[string]'): Promise<string> => {
    const { output, errors } = await onDrive(
      `function Use-Path { param([${attribute}]${type}$Path) "ok $Path" }; Use-Path ${argument}`,
    );
    const [error] = errors;
    if (error === undefined) return String(output[0]);
    expect(error.fullyQualifiedErrorId).toBe('ParameterArgumentValidationError,Use-Path');
    return error.exception.message.replace("Cannot validate argument on parameter 'Path'. ", '');
  };
  const other = (drive: string, set = 'User'): string =>
    `The path argument drive ${drive} does not belong to the set of approved drives: ${set}. Supply a path argument with an approved drive.`;
  it('take paths on the drives that they name', async () => {
    expect(await check('User:/a.txt')).toBe('ok User:/a.txt');
    expect(await check("'user:\\new'")).toBe('ok user:\\new');
    expect(await check('Temp:/x', "ValidateDrive('User', 'Temp')")).toBe('ok Temp:/x');
  });
  it('refuse others', async () => {
    const root = process.platform === 'win32' ? nodePath.parse(folder).root.slice(0, 1) : '/';
    expect(await check('/etc/passwd')).toBe(other(root));
    expect(await check("''")).toBe(other(root));
    expect(await check('$null')).toBe(other(root));
    expect(await check('a.txt')).toBe(other(root));
    expect(await check('env:PATH')).toBe(other('Env'));
    expect(await check('/etc', "ValidateDrive('User', 'Temp')")).toBe(other(root, 'User,Temp'));
    expect(await check('Nope:/x')).toBe("Cannot find drive. A drive with the name 'Nope' does not exist.");
    expect(await check('5', 'ValidateUserDrive()', '')).toBe(
      'The path argument is invalid. Supply a path argument that is a string type.',
    );
  });
  it('are objects', async () => {
    const { output } = await runScript(
      "[ValidateUserDrive]::new().ValidRootDrives; [System.Management.Automation.ValidateDriveAttribute]::new('a', 'b').ValidRootDrives -join ','",
    );
    expect(output).toEqual(['User', 'a,b']);
  });
});
