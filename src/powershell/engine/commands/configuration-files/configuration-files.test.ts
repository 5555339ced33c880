/** Files of session configurations and role capabilities. The bytes were compared with those of pwsh 7.6.9 on Linux. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { EOL, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestSession } from '../../restricted/test-session.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pssc-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const run = (script: string): ReturnType<TestSession['script']> =>
  TestSession.unrestricted().script(`Set-Location '${folder}'; ${script}`);
const text = (name: string): string => readFileSync(path.join(folder, name), 'utf16le');
const digest = (name: string): string =>
  createHash('sha256')
    .update(readFileSync(path.join(folder, name)))
    .digest('hex');
const FIXED = '-Guid 11111111-1111-1111-1111-111111111111 -Author me';
const MANY = `-VisibleCmdlets 'Get-Item', @{ Name = 'Get-Process'; Parameters = @{ Name = 'Name'; ValidateSet = 'a', 'b' }, @{ Name = 'Id'; ValidatePattern = '^1' } }`;

describe('New-PSSessionConfigurationFile', () => {
  it.skipIf(EOL !== '\n').each([
    ['-Full', '4091933a323e1f6973743e7f588e1b92de606d8b8ce4abade6a7c60d25319656'],
    ['', '1dd92a53b60978e941e0f343f4e68aa982877b03127aed19c88ce63537a524f7'],
    ['-SessionType RestrictedRemoteServer', '45fcab44485cd8c68d0879633c1fa105149f20ed639f99b7ee7260e7bd2897e6'],
  ])('writes the bytes that PowerShell writes: %s', async (options, expected) => {
    expect((await run(`New-PSSessionConfigurationFile -Path ./a.pssc ${FIXED} ${options}`)).ids).toEqual([]);
    expect(digest('a.pssc')).toBe(expected);
  });
  it('writes values as data that it reads again', async () => {
    const { ids, output } = await run(
      `New-PSSessionConfigurationFile ./b.pssc -Author "o'me" ${MANY} -FunctionDefinitions @{ Name = 'f'; ScriptBlock = { param($a) $a }; Options = 'None' } -RequiredGroups @{ And = 'a', @{ Or = 'b', 'c' } } -LanguageMode ConstrainedLanguage -RoleDefinitions @{ 'd\\u' = @{ RoleCapabilities = 'm', 'n' } } -UserDriveMaximumSize 1000; Test-PSSessionConfigurationFile ./b.pssc`,
    );
    expect(ids).toEqual([]);
    expect(output).toEqual(['True']);
    const written = text('b.pssc').replaceAll('\r', '');
    expect(written).toContain("Author = 'o''me'");
    expect(written).toContain(
      "VisibleCmdlets = 'Get-Item', @{\n    'Name' = 'Get-Process'\n    'Parameters' = @{\n        'Name' = 'Name'\n        'ValidateSet' = 'a', 'b' }, @{\n        'Name' = 'Id'\n        'ValidatePattern' = '^1' } }\n",
    );
    expect(written).toContain("RequiredGroups = @{ 'And' = 'a', @{ 'Or' = 'b', 'c' } }");
    expect(written).toContain("    'ScriptBlock' = { param($a) $a } }");
    expect(written).toContain('UserDriveMaximumSize = 1000');
  });
  it('wants its extension, and the keys of its definitions', async () => {
    expect((await run('New-PSSessionConfigurationFile ./x.txt')).ids).toEqual([
      'InvalidPSSessionConfigurationFilePath,Microsoft.PowerShell.Commands.NewPSSessionConfigurationFileCommand',
    ]);
    const missing = await run('New-PSSessionConfigurationFile ./y.pssc -FunctionDefinitions @{ Foo = 1 }');
    expect(missing.ids).toEqual(['Argument,Microsoft.PowerShell.Commands.NewPSSessionConfigurationFileCommand']);
    expect(missing.errors[0]?.exception.message).toBe(
      "The member 'FunctionDefinitions' must contain the required key 'Name'. Add the require key to the file ./y.pssc.",
    );
  });
});

describe('a configuration file that cannot be meant', () => {
  it.each([
    ['-RoleDefinitions @{ me = @{ Foo = 1 } }', 'InvalidRoleCapabilityKey'],
    ['-RoleDefinitions @{ me = 5 }', 'InvalidRoleEntryNotHashtable'],
    ['-RequiredGroups @{ And = 5 }', 'InvalidOperation'],
    ['-RequiredGroups @{ And = "a"; Or = "b" }', 'InvalidOperation'],
    ['-VariableDefinitions 5', 'Argument'],
    ['-VisibleCmdlets ""', 'Argument'],
    ['-FunctionDefinitions @{ Name = "f"; ScriptBlock = "text" }', 'Argument'],
    ['-FunctionDefinitions @{ Name = "f"; ScriptBlock = { 1 }; Foo = 1 }', 'Argument'],
  ])('is not written: %s', async (options, id) => {
    const { ids, output } = await run(`New-PSSessionConfigurationFile ./no.pssc ${options}; Test-Path ./no.pssc`);
    expect(ids).toEqual([`${id},Microsoft.PowerShell.Commands.NewPSSessionConfigurationFileCommand`]);
    expect(output).toEqual(['False']);
  });
});

describe('New-PSRoleCapabilityFile', () => {
  it.skipIf(EOL !== '\n')('writes the bytes that PowerShell writes', async () => {
    await run(`New-PSRoleCapabilityFile ./r.psrc ${FIXED}`);
    expect(digest('r.psrc')).toBe('3d53bba4874506b4d8d83aeca000d7e87294e35119db8d58ebefba85a74e5013');
  });
});

describe('Test-PSSessionConfigurationFile', () => {
  it.each([
    ['@{}', 'True'],
    ["@{ SessionType = 'Poem' }", 'False'],
    ['@{ Foo = 1 }', 'False'],
    ['1', 'False'],
    ['@{ a = 1', 'False'],
    ['@{ Author = (Get-Date) }', 'False'],
    ["@{ VisibleCmdlets = @{ Name = 'x' } }", 'False'],
  ])('says of %s: %s', async (content, expected) => {
    writeFileSync(path.join(folder, 't.pssc'), content);
    expect((await run('Test-PSSessionConfigurationFile ./t.pssc')).output).toEqual([expected]);
  });
});
