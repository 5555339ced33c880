/** `>` and its kin: through Out-File, into variables, and the bytes of programs. As PowerShell 7.6 has it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pss-redirect-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = (script: string): Promise<readonly string[]> => linesOf(`Set-Location '${folder}'\n${script}`);

describe('a redirection to a file', () => {
  it('writes what Out-File writes', async () => {
    expect(await run('[pscustomobject]@{ A = 1; B = "x" } > table.txt; (Get-Content table.txt) -join "|"')).toEqual([
      '|A B|- -|1 x|',
    ]);
    expect(await run("& { 'o'; Write-Warning 'w' } *> all.txt; Get-Content all.txt")).toEqual(['o', 'w']);
  });
  it('makes the file before the command runs, and keeps what came before an error', async () => {
    expect(
      await run(`
        'aaa' > self.txt; Get-Content self.txt > self.txt; (Get-Item self.txt).Length
        try { & { 'one'; throw 'two' } > part.txt } catch { "$_" }; Get-Content part.txt
        try { 1/0 > made.txt } catch { }; Test-Path made.txt
        try { nosuchcommand > none.txt } catch { }; Test-Path none.txt
      `),
    ).toEqual(['0', 'two', 'one', 'True', 'False']);
  });
  it('fails as Out-File does', async () => {
    expect(await run(`try { 'x' > nosuch/b.txt } catch { $_.FullyQualifiedErrorId; "$($_.CategoryInfo)" }`)).toEqual([
      'FileOpenFailure,Microsoft.PowerShell.Commands.OutFileCommand',
      'OpenError: (:) [Out-File], DirectoryNotFoundException',
    ]);
  });
  it('knows drives', async () => {
    expect(
      await run(
        `$null = New-PSDrive -Name RedirectOne -PSProvider FileSystem -Root .; 'drv' > RedirectOne:/g.txt; 'two' >> RedirectOne:/g.txt; Get-Content g.txt`,
      ),
    ).toEqual(['drv', 'two']);
  });
  it('takes the defaults of Out-File', async () => {
    expect(
      await run(`$PSDefaultParameterValues['Out-File:Encoding'] = 'utf32'; 'x' > wide.txt; (Get-Item wide.txt).Length`),
    ).toEqual(['12']);
  });
  it.skipIf(process.platform === 'win32')('leaves the bytes of a program as they are', async () => {
    await run(`/bin/sh -c 'printf "a\\0b\\377"' > raw.bin; /bin/sh -c 'printf "c"' >> raw.bin`);
    expect([...readFileSync(path.join(folder, 'raw.bin'))]).toEqual([97, 0, 98, 255, 99]);
  });
});

it('a redirection to a variable keeps the objects', async () => {
  expect(
    await run(`
      'x' > variable:one; "$one $($one.GetType().Name)"
      1, 2 > variable:two; 3 >> variable:two; "$two $($two.GetType().Name)"
      & { 1; Write-Warning w } *> variable:all; ($all | % { $_.GetType().Name }) -join ','
      function inner { 'in' > variable:local; $local }; inner; "[$local]"
    `),
  ).toEqual(['x String', '1 2 3 Object[]', 'Int32,WarningRecord', 'in', '[]']);
});

it.skipIf(process.platform === 'win32')('a program gets objects as they are shown', async () => {
  expect(
    await run('[pscustomobject]@{ A = 1; B = "x" } | cat; 1, "s", $null, $true, [DayOfWeek]::Monday | cat'),
  ).toEqual(['', 'A B', '- -', '1 x', '', '1', 's', 'True', 'Monday']);
});
