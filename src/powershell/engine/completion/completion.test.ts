/** What Tab offers. The lists were measured with pwsh 7.6.9's TabExpansion2. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestSession } from '../restricted/test-session.js';

const SETUP = `
$obj = [pscustomobject]@{ PropA = 1; PropB = 'x' }; $ht = @{ KeyOne = 1; KeyTwo = 2 }
function Test-Comp { [CmdletBinding()] param([ValidateSet('red','green','blue with space')][string]$Color,[System.DayOfWeek]$Day,[switch]$Flag,[Parameter()][Alias('Al')][string]$Other,[ArgumentCompleter({ param($c,$p,$w) 'one','two','three' | Where-Object { $_ -like "$w*" } })]$Arg,[Parameter(DontShow)]$Hid) }
function simplefn($First,$Second) {}
class MyClass { [int]$Num; [void] DoIt([int]$x) {} static [int] Make() { return 1 } }
enum MyEnum { Apple; Banana }
Register-ArgumentCompleter -CommandName simplefn -ParameterName First -ScriptBlock { param($c,$p,$w) [System.Management.Automation.CompletionResult]::new('zed value','Zed','ParameterValue','tip z'); 'plain' }
Register-ArgumentCompleter -Native -CommandName mytool -ScriptBlock { param($w,$ast,$pos) 'start','stop','status' | Where-Object { $_ -like "$w*" } }
`;

describe('completion', () => {
  const folder = mkdtempSync(nodePath.join(tmpdir(), 'pssession-completion-'));
  let session: TestSession;
  beforeAll(async () => {
    mkdirSync(nodePath.join(folder, 'alpha'));
    for (const name of ['alpha/inner.ps1', 'file one.txt', '[br].txt']) writeFileSync(nodePath.join(folder, name), '');
    session = TestSession.unrestricted();
    const { ids } = await session.script(`Set-Location '${folder}'; ${SETUP}`);
    expect(ids).toEqual([]);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const offered = async (text: string): Promise<readonly string[]> => {
    const quoted = text.replaceAll("'", "''");
    return (
      await session.script(`(TabExpansion2 '${quoted}' ${text.length}).CompletionMatches.CompletionText`)
    ).output.filter((one) => one !== 'null');
  };

  it.each<readonly [string, readonly string[]]>([
    ['Test-Comp -', ['-Color', '-Day', '-Flag', '-Other', '-Arg']],
    ['Test-Comp -Color red -', ['-Day', '-Flag', '-Other', '-Arg']],
    ['Test-Comp -Al', ['-Al']],
    ['Test-Comp -ErrorV', ['-ErrorVariable']],
    ['Test-Comp -Color ', ["'blue with space'", 'green', 'red']],
    ['Test-Comp -Color:g', ['green']],
    ['Test-Comp -Day S', ['Saturday', 'Sunday']],
    ['Test-Comp -Arg t', ['two', 'three']],
    ['Test-Comp -ErrorAction S', ['SilentlyContinue', 'Stop', 'Suspend']],
    ['simplefn -', ['-First', '-Second']],
    ['simplefn -First p', ['zed value', 'plain']],
    ['mytool st', ['start', 'stop', 'status']],
    ['New-Item -ItemType D', ['Directory']],
    ['Get-Content -Encoding ut', ['utf7', 'utf8', 'utf8BOM', 'utf8NoBOM', 'utf32']],
    ['Get-Verb -Verb Sta', ['Start']],
    ['Set-Alias x Get-Da', ['Get-Date']],
  ])('of parameters and their values: %s', async (text, expected) => {
    expect(await offered(text)).toEqual(expected);
  });

  it.each<readonly [string, readonly string[]]>([
    ['$obj.P', ['PropA', 'PropB']],
    ['$obj | Select-Object P', ['PropA', 'PropB']],
    ['$obj | Sort-Object PropA, PropB', ['PropB']],
    ['$obj | Where-Object Prop', ['PropA', 'PropB']],
    ['$obj | Where-Object { $_.P', ['PropA', 'PropB']],
    ['$obj | Where-Object PropA | Sort-Object -Descending | ForEach-Object { $_.PropA', ['PropA']],
    ['Get-Date | ForEach-Object { $_.AddDa', ['AddDays(']],
    ['(Get-Date).AddDa', ['AddDays(']],
    ['Get-ChildItem | Sort-Object Full', ['FullName']],
    ["('abc').Sub", ['Substring(']],
    ['[MyClass]::new().D', ['DoIt(']],
    ['[MyClass]::Ma', ['Make(']],
    ['[MyEnum]::B', ['Banana']],
    ['[System.Collections.ArrayList]::new().AddR', ['AddRange(']],
    ['[Math]::Ma', ['Max(', 'MaxMagnitude(']],
  ])('of members: %s', async (text, expected) => {
    expect(await offered(text)).toEqual(expected);
  });

  it.each<readonly [string, readonly string[]]>([
    ['$obj | Select-Object @{', ['Name', 'Expression']],
    ["Select-Object @{Name='x';", ['Expression']],
    ['$obj | Sort-Object @{E', ['Expression']],
    ['[pscustomobject]@{', []],
    ["$ht['K", ["'KeyOne'", "'KeyTwo'"]],
    ["$ErrorActionPreference = 'S", ["'SilentlyContinue'", "'Stop'", "'Suspend'"]],
    ['param([Parameter(Man', ['Mandatory']],
    ['[CmdletBinding(Sup', ['SupportsShouldProcess', 'SupportsPaging', 'SupportsTransactions']],
    ['#requires -V', ['Version']],
    ['using n', ['namespace']],
    ['using namespace System.Col', ['System.Collections']],
    ['switch -R', ['-Regex']],
  ])('of keys, attributes and keywords: %s', async (text, expected) => {
    expect(await offered(text)).toEqual(expected);
  });

  it('of paths, with the characters that would be wildcards escaped', async () => {
    expect(await offered('Get-ChildItem alpha/')).toEqual(['./alpha/inner.ps1']);
    expect(await offered('Get-ChildItem fi')).toEqual(["'./file one.txt'"]);
    expect(await offered('Get-ChildItem [')).toEqual(["'./`[br`].txt'"]);
    expect(await offered('Get-Item Variable:obj')).toEqual(['Variable:/obj']);
  });
  it('of types, by their own name and by namespace', async () => {
    expect(await offered('[System.Text.StringBui')).toEqual(['System.Text.StringBuilder']);
    expect(await offered('[StringBui')).toEqual(['System.Text.StringBuilder']);
    expect(await offered('[pscred')).toContain('pscredential');
    expect(await offered('New-Object System.Text.StringBui')).toEqual(['System.Text.StringBuilder']);
  });
  it('a word that is no command yet has keywords and commands that begin so, and no others', async () => {
    const found = await offered('whil');
    expect(found).toContain('while');
    expect(found.every((name) => name.toLowerCase().startsWith('whil'))).toBe(true);
  });
  it('runs nothing of what it completes', async () => {
    await session.script(
      `Remove-Item Variable:touched -ErrorAction Ignore; function Set-Touched { $global:touched = 1 }`,
    );
    await offered('Set-Touched | Sort-Object ');
    await offered('(Set-Touched).');
    expect((await session.script('$null -eq $touched')).output).toEqual(['True']);
  });
});
