/** What Tab offers. The lists were measured with pwsh 7.6.9's TabExpansion2. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestSession } from '../restricted/test-session.js';

const SETUP = `
$obj = [pscustomobject]@{ PropA = 1; PropB = 'x' }; $ht = @{ KeyOne = 1; KeyTwo = 2 }; $arr = @([pscustomobject]@{ Name = 'a'; Num = 1 }, [pscustomobject]@{ Name = 'b'; Num = 2 }); $list = [System.Collections.Generic.List[string]]::new(); $list.Add('x')
function emitStr { 'abc' }; function typedfn { [OutputType([datetime])] param() }
class Comp : System.Management.Automation.IArgumentCompleter { [System.Collections.Generic.IEnumerable[System.Management.Automation.CompletionResult]] CompleteArgument([string]$c, [string]$p, [string]$w, [System.Management.Automation.Language.CommandAst]$a, [System.Collections.IDictionary]$b) { $l = [System.Collections.Generic.List[System.Management.Automation.CompletionResult]]::new(); foreach ($x in 'foo', 'fab', 'bar') { if ($x -like "$w*") { $l.Add([System.Management.Automation.CompletionResult]::new($x)) } }; return $l } }
class Vals : System.Management.Automation.IValidateSetValuesGenerator { [string[]] GetValidValues() { return 'one', 'other', 'two' } }
function Test-Cls { param([ArgumentCompleter([Comp])]$P, [ArgumentCompletions('q1', 'q2 space')]$Q, [ValidateSet([Vals])]$V) }
function Test-Sets { [CmdletBinding(DefaultParameterSetName='X')] param([Parameter(ParameterSetName='X')]$A, [Parameter(ParameterSetName='Y')]$B, $C) }
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
    // Where a command begins, a path that has to be quoted is called.
    ['./fi', ["& './file one.txt'"]],
    ['1; ./fi', ["& './file one.txt'"]],
    ['& ./fi', ["'./file one.txt'"]],
    ["'./fi", ["'./file one.txt'"]],
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
    ['Test-Cls -P f', ['foo', 'fab']],
    ['Test-Cls -Q ', ['q1', 'q2 space']],
    ['Test-Cls -V o', ['one', 'other']],
    ['Test-Comp -Color red,', ["'blue with space'", 'green', 'red']],
    ['New-Alias -Scope ', ['Global', 'Local', 'Script']],
    ['New-Object -TypeName System.Text.StringBuilder -Property @{Cap', ['Capacity']],
    ['Microsoft.PowerShell.Utility\\Get-Da', ['Microsoft.PowerShell.Utility\\Get-Date']],
    ['Get-*Item', ['Get-ChildItem', 'Get-Item', 'Get-ItemProperty', 'Get-ItemPropertyValue']],
    ['G-CI', ['Get-ChildItem']],
    ['1 -ne', ['-ne']],
    ['$function:simp', ['$function:simplefn']],
    ['"text $(Get-Chi', ['Get-ChildItem']],
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
    ['$obj | Select-Object P', ['PropA', 'PropB', 'Properties']],
    ['$obj | Sort-Object PropA, PropB', ['PropB']],
    ['$obj | Where-Object Prop', ['PropA', 'PropB', 'Properties']],
    ['$obj | Where-Object { $_.P', ['PropA', 'PropB', 'Properties']],
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
    ['$obj.PropB.Trim().Subs', ['Substring(']],
    ['[datetime]::Now.Year.ToSt', ['ToString(']],
    ['(Get-Date).Date.AddY', ['AddYears(']],
    ['$list[0].Len', ['Length']],
    ['$arr.Nam', ['Name']],
    ['@{ Alpha = 1 }.Al', ['Alpha']],
    ['[int].FullN', ['FullName']],
    ['$x = Get-Date; $x.AddY', ['AddYears(']],
    ["$v = [pscustomobject]@{ Gam = 1; Del = 'x' }; $v.Del.Subs", ['Substring(']],
    ["$s = if ($true) { 'x' }; $s.Subs", ['Substring(']],
    ['foreach ($i in $arr) { $i.Nu', ['Num']],
    ['function f { param([datetime]$When) $When.AddY', ['AddYears(']],
    ['try { } catch [System.IO.IOException] { $_.Exception.Mes', ['Message']],
    ['class A { [string]$B; [void] M() { $this.B.Subs', ['Substring(']],
    ['class A { [int]$Prop1 } $a = [A]::new(); $a.Pro', ['Prop1']],
    ['class A { static [int] Zed() { 1 } } [A]::Z', ['Zed(']],
    ['(emitStr).Subs', ['Substring(']],
    ['typedfn | ForEach-Object { $_.AddY', ['AddYears(']],
    ['Get-Date | ForEach-Object AddY', ['AddYears']],
    ['using namespace System.IO; [File]::ReadAllT', ['ReadAllText(', 'ReadAllTextAsync(']],
    ['[guid]', ['::AllBitsSet', '::Empty']],
  ])('of what the text alone tells: %s', async (text, expected) => {
    const found = await offered(text);
    expect(found.slice(0, Math.max(expected.length, 1))).toEqual(expected);
  });
  it('a value lists its properties before its methods, a collection what the language adds last', async () => {
    expect(await offered('$obj.')).toEqual(['PropA', 'PropB', 'Equals(', 'GetHashCode(', 'GetType(', 'ToString(']);
    expect((await offered('$arr.')).slice(-4)).toEqual(['Where(', 'ForEach(', 'PSWhere(', 'PSForEach(']);
  });
  it('knows the keys of a table that is splatted later', async () => {
    const text = '$p = @{ Col }; Test-Comp @p';
    const script = `(TabExpansion2 '${text}' 11).CompletionMatches.CompletionText`;
    expect((await session.script(script)).output).toEqual(['Color']);
  });
  it('replaces a command name whole when the cursor stands within it', async () => {
    const script = `$c = TabExpansion2 'Get-ChildItem' 8; $c.ReplacementLength; $c.CompletionMatches.CompletionText`;
    expect((await session.script(script)).output).toEqual(['13', 'Get-ChildItem']);
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
  it('a word that is no command yet has commands that begin so, and no others: none of the words of the language', async () => {
    expect(await offered('whil')).toEqual([]);
    expect(await offered('Get-ChildIt')).toEqual(['Get-ChildItem']);
  });
  it.each<readonly [string, readonly string[]]>([
    ['<#\n.SYN', ['SYNOPSIS']],
    ['<#\n.SYNOPSIS\nx\n.SYN', []],
    ['<#\n.EXAMPLE\nx\n.EXAM', ['EXAMPLE']],
    ['function f {\n<#\n.PARAMETER o', []],
    ['#requires -Modules @{ ModuleName="x"; G', ['GUID']],
    ['Get-Date # Get-Da', []],
    [':outer foreach ($i in 1) { :inner while (1) { break ', ['outer', 'inner']],
    ['Get-Date -OutVariable outv; $ou', ['$outv', '$OutputEncoding']],
    ['Set-Variable -Name setvar -Value 1; $setv', ['$setvar']],
    ['$global:newone = 1; $global:newo', ['$global:newone']],
    ["$s = 'a'; $s.Cha", []],
    ["'a'.Char", ['Chars(']],
    ['Get-ChildItem | Select-Object Name, Length | ForEach-Object { $_.L', ['Length']],
    ['Get-ChildItem | Select-Object -ExpandProperty Name | ForEach-Object { $_.Substr', ['Substring(']],
    ['Get-ChildItem | ForEach-Object Name | ForEach-Object { $_.Substr', ['Substring(']],
    ['typedfn | ForEach-Object { $_.DateT', ['DateTime']],
    ['Get-ChildItem | ForEach-Object { $_.BaseN', ['BaseName']],
    ['Get-ChildItem > al', ['./alpha']],
    ['Get-Content f*.t', ["'./file one.txt'"]],
    ['[System.UriBuilder]@{ Pa', ['Password', 'Path']],
    ["[System.UriBuilder]@{ Path = 'a'; Pa", ['Password']],
    ["$h = @{ abc = 1; def = 2 }; $h['a", ["'abc'"]],
    ['[Parameter(Position=0, Posi', []],
    ['using module al', ['./alpha']],
    ['(Get-Date).DayOfWeek -eq ', "'Sunday' 'Monday' 'Tuesday' 'Wednesday' 'Thursday' 'Friday' 'Saturday'".split(' ')],
    ['Get-Item Variable:PSE', ['Variable:/PSEdition', 'Variable:/PSEmailServer']],
    ['${a b} = 1; Get-Item Alias:%', ['Alias:/%']],
    ['$folder/inn', []],
    ['Export-Csv -NoT', []],
    ['Export-Csv -NoTypeInformation', ['-NoTypeInformation']],
    // Functions, classes and enumerations of the text itself.
    ['function Get-Foo { param($Bar, [switch]$Baz) } Get-Foo -', ['-Bar', '-Baz']],
    ['function simplefn { param($Zed) } simplefn -', ['-Zed']],
    ["function Get-Foo { param([ValidateSet('red','green')]$Color) } Get-Foo ", ['green', 'red']],
    ['function Outer { function Inner { param($Deep) } Inner -', ['-Deep']],
    ['class Car { [string]$Model; hidden [int]$Id; static [int]$Count } [Car]@{ ', ['Model']],
    ['class Car { static [int]$Count } [Car]::', ['Count', 'Equals(', 'new(', 'ReferenceEquals(']],
    ['class Base { [int]$B } class Sub : Base { } $c = [Sub]::new(); $c.B', ['B']],
    ['enum Hue { Red; Green } $c = [Hue]::Red; $c.', ['Equals(', 'GetHashCode(', 'GetType(', 'ToString(']],
    ['enum Hue { Red; Green } [Hue]$c = ', ["'Green'", "'Red'"]],
    ["switch ('a') { 'a' { $_.Len", ['Length']],
    ["$a = 'a', 'b'; $a.Sub", ['Substring(']],
    ["$x = [xml]'<a><b/></a>'; $x.ForE", []],
    ['[System.IO.FileInfo]@{ ', []],
    ['$f = Get-Item .; $f.BaseN', ['BaseName']],
    ['Get-FileHash x | ForEach-Object { $_.H', ['Hash']],
    ['& $block -', []],
    // A value without a name leaves the sets of all parameters of its position.
    ['1 | ForEach-Object { $_ } -Be', ['-Begin']],
    ['1 | ForEach-Object { $_ } -Proc', []],
    ['1 | Where-Object Length -Fil', []],
    ['Format-Table -View ', []],
  ])('by what the real engine offers: %s', async (text, expected) => {
    expect(await offered(text)).toEqual(expected);
  });
  it.each([
    // .NET tells a derived class's properties first; dynamic parameters come behind -WhatIf.
    ['1 | Sort-Object -', '-Stable -Descending -Unique -Top -Bottom -Property'],
    ['Wait-Process -', '-Id -Name -Timeout -Any -PassThru -InputObject'],
    [
      'Set-Content -',
      '-Value -PassThru -Path -LiteralPath -Filter -Include -Exclude -Force -Credential -WhatIf -Confirm -NoNewline',
    ],
  ])('in the order of PowerShell: %s', async (text, first) => {
    const expected = first.split(' ');
    expect((await offered(text)).slice(0, expected.length)).toEqual(expected);
  });
  it.each([
    ['$null', []],
    ["''", []],
    ["'', ''", ['./alpha']],
    ['$null, $null', ['./alpha']],
    ["'', 'hello', $null, 'world'", ['hello', 'world']],
  ])('a block that gives %s [what PowerShell 7.7 says of it]', async (given, expected) => {
    await session.script(`Register-ArgumentCompleter -Native -CommandName ask-me -ScriptBlock { ${given} }`);
    expect(await offered('ask-me ./al')).toEqual(expected);
  });
  it('of the word that the cursor stands in, as a whole', async () => {
    const whole = async (text: string): Promise<string> => {
      const at = text.indexOf('|');
      const script = `$r = [System.Management.Automation.CommandCompletion]::CompleteInput('${text.replace('|', '')}', ${at}, $null)
        "$($r.ReplacementIndex) $($r.ReplacementLength) $($r.CompletionMatches.CompletionText)"`;
      return (await session.script(script)).output.join('');
    };
    expect(await whole('Get-ChildItem -Fil|ter x')).toBe('14 7 -Filter');
    expect(await whole('$PSVersion|Table.Count')).toBe('0 15 $PSVersionTable');
    expect(await whole('Get-ChildI|tem')).toBe('0 13 Get-ChildItem');
  });
  it('runs nothing of what it completes', async () => {
    await session.script(
      `Remove-Item Variable:touched -ErrorAction Ignore; function Set-Touched { $global:touched = 1 }`,
    );
    await offered('Set-Touched | Sort-Object ');
    await offered('(Set-Touched).');
    expect((await session.script('$null -eq $touched')).output).toEqual(['True']);
  });

  it('knows classes that hold each other, and names that are only made [pwsh 7.6.9]', async () => {
    const classes = 'class A { [B]$b }; class B { [A]$a }; $a1 = [A]::new(); ';
    expect(await offered(`${classes}$a1.b.a.`)).toContain('b');
    expect(await offered('function f { param($hom')).toEqual([]);
    expect(await offered('class C { [int]$hom')).toEqual([]);
    expect(await offered('function f { param($x = $hom')).toEqual(['$HOME']);
    expect(await offered('1 | % { $_.x; $_')).toEqual(['$_']);
  });
});
