import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textsOf } from '../test-support/run-script.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'arguments-'));
  mkdirSync(join(folder, 'd'));
  writeFileSync(join(folder, 'f.txt'), 'one\ntwo\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What failed, as pwsh 7.6.9 tells it: id, category, target, text. `$d` is the folder. */
const told = async (line: string): Promise<readonly string[]> =>
  (
    await textsOf(`$d = '${folder}'; Set-Location -LiteralPath $d
      try { & { ${line} } 2>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { "$($_.FullyQualifiedErrorId -replace ',.*')|$($_.CategoryInfo.Category)|$($_.TargetObject)|$_" } else { "$_" } } }
      catch { "thrown $($_.FullyQualifiedErrorId -replace ',.*')|$($_.CategoryInfo.Category)|$($_.TargetObject)|$_" }`)
  ).map((one) => one.replaceAll(folder, '{d}'));

it.each([
  ['Import-Csv nope.csv', "thrown FileOpenFailure|OpenError||Could not find file '{d}/nope.csv'."],
  [
    "Import-Csv '*.nope'",
    'thrown FileOpenFailure|OpenError|*.nope|Cannot perform operation because the wildcard path *.nope did not resolve to a file.',
  ],
  ['Import-Clixml nope.xml', "thrown FileOpenFailure|OpenError||Could not find file '{d}/nope.xml'."],
  [
    'Import-Alias -LiteralPath nope.txt',
    "thrown FileOpenFailure|OpenError|{d}/nope.txt|Cannot open file {d}/nope.txt to import the alias. Could not find file '{d}/nope.txt'.",
  ],
  [
    'Export-Alias -Name nope -Path g.txt',
    "AliasNotFound|ObjectNotFound|nope|Cannot find alias because alias 'nope' does not exist.",
  ],
  ['Format-Hex -LiteralPath nope.txt', "FormatHexIOError|WriteError|{d}/nope.txt|Could not find file '{d}/nope.txt'."],
  [
    'Format-Hex nope.txt',
    "FileNotFound|ObjectNotFound|nope.txt|Cannot find path '{d}/nope.txt' because it does not exist.",
  ],
  [
    'Get-FileHash nope.txt',
    "FileNotFound|ObjectNotFound|nope.txt|Cannot find path '{d}/nope.txt' because it does not exist.",
  ],
  [
    'Get-FileHash -LiteralPath nope.txt',
    "FileNotFound|ObjectNotFound|{d}/nope.txt|Could not find file '{d}/nope.txt'.",
  ],
  [
    'Select-String -LiteralPath nope.txt -Pattern a',
    "ProcessingFile|InvalidArgument||The file {d}/nope.txt cannot be read: Could not find file '{d}/nope.txt'.",
  ],
  [
    'Select-String f.txt -Pattern o -Culture en-US',
    'thrown CannotSpecifyCultureWithoutSimpleMatch|InvalidData||You must specify -Culture parameter only with -SimpleMatch parameter.',
  ],
  [
    'Select-Xml -Content 5 -XPath a',
    'InvalidCastToXmlDocument|InvalidArgument||Cannot convert value "5" to type "System.Xml.XmlDocument". Error: "The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type."',
  ],
  ['Test-Json -LiteralPath d', "thrown PathNotFound|ObjectNotFound|d|Cannot find path 'd' because it does not exist."],
  [
    'Test-ModuleManifest nope.txt',
    "Modules_ModuleNotFound|ResourceUnavailable|nope.txt|The specified module 'nope.txt' was not loaded because no valid module file was found in any module directory.",
  ],
  [
    'Import-PowerShellDataFile nope.psd1',
    "PathNotFound|InvalidArgument|nope.psd1|Cannot find path 'nope.psd1' because it does not exist.",
  ],
  [
    'Import-PowerShellDataFile f.txt',
    "CouldNotParseAsPowerShellDataFileNoHashtableRoot|InvalidData|{d}/f.txt|The file '{d}/f.txt' could not be parsed as a PowerShell Data File.",
  ],
  [
    'Sort-Object -Culture a -InputObject 1',
    `thrown ParameterBindingFailed|WriteError||Cannot bind parameter 'Culture' to the target. Exception setting "Culture": "Culture is not supported. (Parameter 'name')\na is an invalid culture identifier."`,
  ],
  [
    'Get-PSSubsystem -SubsystemType int',
    "thrown System.ArgumentException|NotSpecified||The specified subsystem type 'System.Int32' is unknown. (Parameter 'subsystemType')",
  ],
  [
    'Get-Event -EventIdentifier 5',
    "INVALID_SOURCE_IDENTIFIER|InvalidArgument||Event with identifier '5' does not exist.",
  ],
  ['Update-List -Property Length -Add 1', 'MissingInputObjectParameter|InvalidOperation||'],
  [
    '$null | Write-Error -Category PermissionDenied',
    "Microsoft.PowerShell.Commands.WriteErrorException|PermissionDenied||Exception of type 'Microsoft.PowerShell.Commands.WriteErrorException' was thrown.",
  ],
])('%s', async (line, want) => {
  expect(await told(line)).toEqual([want]);
});

it.each([
  ['Where-Object -EQ -Property Length', []],
  ["Get-Variable nope -Include 'x*'", []],
  ['$null | Select-Object -Property nope', []],
  ['Get-Event -EventIdentifier -1', []],
  ['(Update-List -Replace 3).Replace', ['3']],
  ['1, 2 | Join-String -Property $null', ['12']],
  ['"$(Select-String f.txt -Pattern two)"', ['{d}/f.txt:2:two']],
  [
    "(Format-Hex f.txt).ToString() -replace '^\\S+'",
    [`   6F 6E 65 0A 74 77 6F 0A${' '.repeat(26)}one�two�${' '.repeat(8)}`],
  ],
  [
    "'a' | ConvertTo-CliXml",
    ['<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\n  <S>a</S>\n</Objs>'],
  ],
  [
    '(Get-FileHash -InputStream ([System.IO.MemoryStream]::new([byte[]](1, 2))) -Algorithm MD5).Hash',
    ['0CB988D042A7F28DD5FE2B55B3F5AC7A'],
  ],
])('%s gives', async (line, want) => {
  expect(await told(line)).toEqual(want);
});
