import { describe, expect, it } from 'vitest';
import { textsOf } from '../test-support/run-script.js';

/** What failed, as the command's own part of the error says it. */
const caught = (line: string): string =>
  `try { ${line} } catch { "$($_.FullyQualifiedErrorId)|$($_.CategoryInfo.Category)|$_" }`;
const NULL_OR_EMPTY =
  'The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.';
const EMPTY_ELEMENT =
  'The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.';
const refused = (of: string, parameter: string, why: string): string =>
  `ParameterArgumentValidationError,${of}|InvalidData|Cannot validate argument on parameter '${parameter}'. ${why}`;
const COMMANDS = 'Microsoft.PowerShell.Commands';

describe('nothing as the argument of a command, as pwsh 7.6.9 has it', () => {
  it.each([
    [
      'New-TimeSpan -Hours $null',
      `ParameterBindingFailed,${COMMANDS}.NewTimeSpanCommand|WriteError|Cannot bind parameter 'Hours' to the target. Exception setting "Hours": "Cannot convert null to type "System.Int32"."`,
    ],
    ['Start-Sleep -Seconds $null', refused(`${COMMANDS}.StartSleepCommand`, 'Seconds', EMPTY_ELEMENT)],
    [
      'Get-Process -Id $null',
      `ParameterArgumentValidationErrorNullNotAllowed,${COMMANDS}.GetProcessCommand|InvalidData|Cannot bind argument to parameter 'Id' because it is null.`,
    ],
    ['(New-Guid -Empty:$null).ToString()', '00000000-0000-0000-0000-000000000000'],
    [
      'Set-Variable -Name a, $null',
      `ParameterArgumentValidationErrorNullNotAllowed,${COMMANDS}.SetVariableCommand|InvalidData|Cannot bind argument to parameter 'Name' because it is null.`,
    ],
    ["Get-Alias -Name ''", refused(`${COMMANDS}.GetAliasCommand`, 'Name', EMPTY_ELEMENT)],
    ['Get-Variable -Scope $null', refused(`${COMMANDS}.GetVariableCommand`, 'Scope', NULL_OR_EMPTY)],
  ])('%s', async (line, want) => {
    expect(await textsOf(caught(line))).toEqual([want]);
  });
  it('is no argument of a mandatory parameter before its validation has looked at it', async () => {
    expect(
      await textsOf(caught("function f { param([Parameter(Mandatory)][ValidateNotNullOrEmpty()][string]$a) }; f ''")),
    ).toEqual([refused('f', 'a', NULL_OR_EMPTY)]);
  });
  it('stays nothing among texts', async () => {
    expect(await textsOf('function f([string[]]$a) { $null -eq $a[1] }; f a, $null')).toEqual(['true']);
  });
});

describe('an argument of a type that no conversion helps', () => {
  it.each([
    [
      'New-Object -TypeName a, b',
      "Cannot convert 'System.Object[]' to the type 'System.String' required by parameter 'TypeName'. Specified method is not supported.",
    ],
    [
      "Get-ChildItem -Recurse:'x'",
      "Cannot convert 'System.String' to the type 'System.Management.Automation.SwitchParameter' required by parameter 'Recurse'. ",
    ],
  ])('%s', async (line, message) => {
    expect(await textsOf(`try { ${line} } catch { "$($_.FullyQualifiedErrorId -replace ',.*')|$_" }`)).toEqual([
      `CannotConvertArgument|${message}`,
    ]);
  });
  it('names the type of the element that does not fit', async () => {
    expect(await textsOf('try { Select-Object -Index x } catch { "$_" -replace \' Error.*\' }')).toEqual([
      `Cannot bind parameter 'Index'. Cannot convert value "x" to type "System.Int32".`,
    ]);
  });
});

describe('what mandatory parameters take', () => {
  it.each([
    ['[AllowNull()][string]', '$null', 'EmptyStringNotAllowed'],
    ['[AllowEmptyString()][string[]]', '@()', 'EmptyArrayNotAllowed'],
    ['[AllowEmptyCollection()][string[]]', "''", 'EmptyStringNotAllowed'],
    ['[System.Collections.ArrayList]', '([System.Collections.ArrayList]@())', 'EmptyCollectionNotAllowed'],
    ['[object[]]', '@(1, $null)', 'NullNotAllowed'],
  ])('%s given %s', async (type, value, id) => {
    expect(
      await textsOf(
        `function f { param([Parameter(Mandatory)]${type}$a) }; try { f ${value} } catch { $_.FullyQualifiedErrorId }`,
      ),
    ).toEqual([`ParameterArgumentValidationError${id},f`]);
  });
});

it('goes on with the next object when one is refused', async () => {
  expect(
    await textsOf(
      'function f { param([Parameter(ValueFromPipeline)][ValidateRange(1, 2)][int]$a) process { $a } } 5, 2 | f',
    ),
  ).toEqual(['error: ParameterArgumentValidationError,f', '2']);
});

describe('common parameters', () => {
  it.each([
    ['-OutBuffer -1', 'The -1 argument is less than the minimum allowed range of 0.'],
    ["-OutVariable 'env:a'", "Cannot validate argument 'env:a' because it is not a valid variable name."],
  ])('%s', async (words, why) => {
    const [text = ''] = await textsOf(caught(`Write-Output 1 ${words}`));
    expect(text).toContain(why);
  });
});

describe('what commands declare of themselves', () => {
  it('is shown by Get-Command as the real ones have it', async () => {
    expect(
      await textsOf(`
        $c = Get-Command New-Variable
        $m = [System.Management.Automation.CommandMetadata]::new($c)
        "$($c.HelpUri) $($m.ConfirmImpact) $((Get-Command Where-Object).RemotingCapability)"
        (Get-Command Get-Content).Parameters['Raw'].IsDynamic
        (Get-Command Get-Content).Parameters['Credential'].ParameterType.FullName
        $p = (Get-Command Get-Date).Parameters
        "$($p['OutBuffer'].Attributes.Where{ $_ -is [ValidateRange] }.MaxRange) $($p['Year'].Attributes.Where{ $_ -is [ValidateRange] }.MaxRange)"`),
    ).toEqual([
      'https://go.microsoft.com/fwlink/?LinkID=2097121 Low None',
      'true',
      'System.Management.Automation.PSCredential',
      '2147483647 9999',
    ]);
  });
});

describe('-Credential of the commands that work on items', () => {
  it('is refused by name', async () => {
    expect(
      await textsOf(`
        $c = [pscredential]::new('u', (ConvertTo-SecureString p -AsPlainText -Force))
        try { Get-Item / -Credential $c } catch { "$_" }
        try { Get-Item variable:PID -Credential $c } catch { "$_" }
        Test-Path / -Credential $null`),
    ).toEqual([
      'The FileSystem provider supports credentials only on the New-PSDrive cmdlet. Perform the operation again without specifying credentials.',
      'The provider does not support the use of credentials. Perform the operation again without specifying credentials.',
      'true',
    ]);
  });
});

describe('-Confirm and -Verbose of commands that change something', () => {
  it('asks, and where nobody is there to answer does nothing', async () => {
    expect(
      await textsOf(`
        $x = 1
        try { Set-Variable x 2 -Confirm } catch { "$($_.FullyQualifiedErrorId) $x" }
        $ConfirmPreference = 'Medium'
        try { Set-Variable x 2 } catch { "asked $x" }
        New-Variable y 3; $y
        Set-Variable x 2 -Confirm:$false; $x`),
    ).toEqual([`HostFunctionNotImplemented,${COMMANDS}.SetVariableCommand 1`, 'asked 1', '3', '2']);
  });
  it('tells what is done', async () => {
    expect(await textsOf('Set-Variable zz 2 -Verbose 4>&1 | ForEach-Object ToString')).toEqual([
      'Performing the operation "Set variable" on target "Name: zz Value: 2".',
    ]);
  });
  it('knows none for script blocks', async () => {
    expect(await textsOf('try { 1 | ForEach-Object { 1 } -WhatIf } catch { $_.FullyQualifiedErrorId }')).toEqual([
      `NoShouldProcessForScriptBlockSet,${COMMANDS}.ForEachObjectCommand`,
    ]);
  });
});
