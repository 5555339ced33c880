/** Items of the file system: what is set reaches the file. As PowerShell 7.6 has it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linesOf } from '../../language/run-script.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pss-items-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = (script: string): Promise<readonly string[]> =>
  linesOf(`Set-Location '${folder}'; 'x' | Set-Content a.txt; $f = Get-Item a.txt; ${script}`);

it('times and attributes are set', async () => {
  expect(
    await run(`
      $f.LastWriteTime = '2020-01-02 03:04:05'; (Get-Item a.txt).LastWriteTime.ToString('s'); $f.LastWriteTime.Year
      $f.LastAccessTime = '2019-05-05'; (Get-Item a.txt).LastAccessTime.ToString('s')
      $f.IsReadOnly = $true; (Get-Item a.txt).IsReadOnly; $f.IsReadOnly = $false; (Get-Item a.txt).IsReadOnly
      (New-Item -ItemType Directory d).LastWriteTime = '2020-02-02'; (Get-Item d).LastWriteTime.ToString('s')
      Set-ItemProperty a.txt LastWriteTime '2017-01-01'; (Get-Item a.txt).LastWriteTime.Year
    `),
  ).toEqual(['2020-01-02T03:04:05', '2020', '2019-05-05T00:00:00', 'True', 'False', '2020-02-02T00:00:00', '2017']);
});
it('what cannot be set says so', async () => {
  expect(
    await run(`
      try { $f.LastWriteTime = 'nodate' } catch { $_.FullyQualifiedErrorId }
      try { $f.Length = 5 } catch { $_.FullyQualifiedErrorId; "$_" }
    `),
  ).toEqual(['ExceptionWhenSetting', 'PropertyAssignmentException', "'Length' is a ReadOnly property."]);
});
it('its folders are folders, and it follows its file', async () => {
  expect(
    await run(`
      $f.Directory.GetType().Name; $f.Directory.FullName -eq $PWD; (Get-Item .).Parent.Name -eq (Split-Path -Leaf (Split-Path $PWD)); "$($f.Directory)" -eq "$PWD"
      $f.MoveTo("$PWD/b.txt"); $f.Name; 'more' | Add-Content b.txt; $f.Refresh(); $f.Length
    `),
  ).toEqual(['DirectoryInfo', 'True', 'True', 'True', 'b.txt', '7']);
});
