/** Script blocks called by their methods: how arguments are bound, and what becomes of their errors. As PowerShell 7.6 has it. */
import { describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

const chain = `
function Chain($e) { $all = @(); while ($e) { $all += "$($e.GetType().Name) $($e.ErrorRecord.FullyQualifiedErrorId)"; $e = $e.InnerException }; $all -join ' < ' }
function Told([scriptblock]$work) { try { . $work } catch { "$($_.FullyQualifiedErrorId) | $($_.CategoryInfo.Category) | $(Chain $_.Exception)" } }
`;

describe('methods of a script block bind one argument for each parameter', () => {
  it('switches, positions and what is mandatory make no difference', async () => {
    expect(
      await linesOf(`
        {param([switch]$s, $b) "$s|$b|$args"}.Invoke($true, 5, 6)
        {[CmdletBinding()]param([switch]$s, $b) "$s|$b|$args|$($PSBoundParameters.Keys)"}.Invoke($true, 5, 6)
        {param([Parameter(Position = 1)]$x, [Parameter(Position = 0)]$y) "x=$x y=$y"}.Invoke(1, 2)
        {param([Parameter(Mandatory)]$x) "x=$x"}.Invoke()
        {param($q, [Parameter(ValueFromRemainingArguments)]$r) "q=$q r=$r"}.Invoke(1, 2, 3)
        (1, 2).ForEach({param([switch]$s, $b) "$s|$b|$_"}, $true, 8)
        (New-Module {}).Invoke({param([switch]$s, $b) "$s|$b|$args"}, $true, 5, 6)
        (New-Module -AsCustomObject -ArgumentList 1, $true, 5 { param($a, [switch]$s, $b) $x = "$a|$s|$b"; Export-ModuleMember -Variable x }).x
        {param([switch]$s, $b) "$s|$b|$v|$args|$(f)"}.InvokeWithContext(@{f = {'F'}}, [psvariable]::new('v', 3), @($true, 5, 6))
      `),
    ).toEqual([
      'True|5|6',
      'True|5|6|s b',
      'x=1 y=2',
      'x=',
      'q=1 r=2',
      'True|8|1',
      'True|8|2',
      'True|5|6',
      '1|True|5',
      'True|5|3|6|F',
    ]);
  });
  it('only blocks of one clause can be called so', async () => {
    const refused =
      'ERROR PSInvalidOperationException: Exception calling "Invoke" with "0" argument(s): "The script block cannot be invoked because it contains more than one clause. The Invoke() method can only be used on script blocks that contain a single clause."';
    expect(await linesOf('{process {1} end {2}}.Invoke()')).toEqual([refused]);
    expect(await linesOf('{begin {1}}.Invoke()')).toEqual([refused]);
    expect(await linesOf('{process {1}}.Invoke()')).toEqual(['1']);
  });
});

describe('an error that leaves a script block', () => {
  it('by a method of the block or a delegate is the inner exception of that call', async () => {
    expect(
      await linesOf(`${chain}
        Told { {throw 'x'}.Invoke() }
        Told { {throw [ArgumentException]::new('a')}.InvokeReturnAsIs() }
        Told { {Write-Error x -ErrorAction Stop}.Invoke() }
        Told { {nosuchcommand}.Invoke() }
        Told { {1 / 0}.Invoke() }
        Told { ([Action]{throw 'y'}).Invoke() }
        Told { [regex]::Replace('abc', 'b', {throw 'z'}) }
        Told { $ExecutionContext.InvokeCommand.InvokeScript('throw 1') }
      `),
    ).toEqual([
      'RuntimeException | NotSpecified | MethodInvocationException RuntimeException < RuntimeException x',
      'RuntimeException | NotSpecified | MethodInvocationException RuntimeException < RuntimeException a < ArgumentException ',
      expect.stringMatching(
        /^ActionPreferenceStopException \| NotSpecified \| MethodInvocationException ActionPreferenceStopException < ActionPreferenceStopException Microsoft\.PowerShell\.Commands\.WriteErrorException/,
      ),
      'CommandNotFoundException | NotSpecified | MethodInvocationException CommandNotFoundException < CommandNotFoundException CommandNotFoundException',
      'RuntimeException | NotSpecified | MethodInvocationException RuntimeException < RuntimeException RuntimeException < DivideByZeroException ',
      'RuntimeException | NotSpecified | MethodInvocationException RuntimeException < RuntimeException y',
      'RuntimeException | NotSpecified | MethodInvocationException RuntimeException < RuntimeException z',
      'RuntimeException | NotSpecified | MethodInvocationException RuntimeException < RuntimeException 1',
    ]);
  });
  it('is not wrapped twice', async () => {
    expect(
      await linesOf(`${chain}
        Told { {{throw 'x'}.Invoke()}.Invoke() }
        Told { {[int]::Parse('a')}.Invoke() }
      `),
    ).toEqual([
      'RuntimeException | NotSpecified | MethodInvocationException RuntimeException < RuntimeException x',
      'FormatException | NotSpecified | MethodInvocationException FormatException < FormatException ',
    ]);
  });
  it('by a script member is that of the member; a property has no value then', async () => {
    expect(
      await linesOf(`${chain}
        $o = [pscustomobject]@{}
        $o | Add-Member ScriptMethod m {throw 'x'}
        $o | Add-Member ScriptProperty p {throw 'x'} {throw 'y'}
        Told { $o.m(1) }
        Told { "[$($o.p)]" }
        Told { $o.p = 4 }
      `),
    ).toEqual([
      'ScriptMethodRuntimeException | NotSpecified | MethodInvocationException ScriptMethodRuntimeException < RuntimeException x',
      '[]',
      'ScriptSetValueRuntimeException | NotSpecified | SetValueInvocationException ScriptSetValueRuntimeException < RuntimeException y',
    ]);
  });
  it('is caught by its type, or by what the engine wrapped in it, and no deeper', async () => {
    expect(
      await linesOf(`
        try { [int]'a' } catch [FormatException] { 'F' } catch { 'other' }
        try { [int]'a' } catch [Management.Automation.PSInvalidCastException] { 'C' } catch { 'other' }
        try { throw [InvalidOperationException]::new('x', [ArgumentException]::new('y')) } catch [ArgumentException] { 'A' } catch { 'other' }
        try { [Convert]::FromBase64String('?') } catch [Management.Automation.MethodInvocationException] { 'M' } catch [FormatException] { 'F' }
        try { Get-Item /nope -ErrorAction Stop } catch [Management.Automation.ActionPreferenceStopException] { 'stopped' } catch { 'other' }
        try { {throw [ArgumentException]::new('a')}.Invoke() } catch [ArgumentException] { 'A' } catch { 'other' }
        try { 1 / 0 } catch [DivideByZeroException] { 'zero' }
      `),
    ).toEqual(['other', 'C', 'other', 'F', 'stopped', 'other', 'zero']);
  });
});

describe('PSVariable', () => {
  it('is a live view of its variable', async () => {
    expect(
      await linesOf(`
        $x = 1
        $ExecutionContext.SessionState.PSVariable.Get('x').Value = 5; $x
        $ExecutionContext.SessionState.PSVariable.Set([psvariable]::new('zz', 8)); $zz
        $ExecutionContext.SessionState.PSVariable.Remove('zz'); "[$zz]"
        $v = Get-Variable PSVersionTable
        "$($v.Options -band [Management.Automation.ScopedItemOptions]::Constant)"; [int]$v.Options
        (Get-Variable null).GetType().Name
        [ValidateSet('a', 'b')]$y = 'a'; (Get-Variable y).Attributes | % { $_.GetType().Name }
        (Get-Variable true).Value = 5
      `),
    ).toEqual([
      '5',
      '8',
      '[]',
      'Constant',
      '10',
      'NullVariable',
      'ValidateSetAttribute',
      'ERROR ExceptionWhenSetting: Exception setting "Value": "Cannot overwrite variable true because it is read-only or constant."',
    ]);
  });
  it('collections that a module exports come whole through its object', async () => {
    expect(
      await linesOf(`
        $o = New-Module -AsCustomObject { $script:st = [Collections.Stack]::new(); $st.Push(1); Export-ModuleMember -Variable st }
        $o.st.GetType().Name; $o.st = 4; $o.st
      `),
    ).toEqual(['Stack', '4']);
  });
});

describe('a validation that fails', () => {
  it('has an id of its own in the record of the inner exception', async () => {
    expect(
      await linesOf(`
        function Told([scriptblock]$work) { try { & $work } catch { "$($_.FullyQualifiedErrorId) < $($_.Exception.InnerException.ErrorRecord.FullyQualifiedErrorId)" } }
        function InSet([ValidateSet('a')]$x) {}; function InRange([ValidateRange(1, 3)]$x) {}; function Positive([ValidateRange('Positive')]$x) {}
        function Long([ValidateLength(2, 3)]$x) {}; function Many([ValidateCount(2, 3)][string[]]$x) {}; function Like([ValidatePattern('^a')]$x) {}
        function Good([ValidateScript({ $false })]$x) {}; function There([ValidateNotNull()]$x) {}; function Full([ValidateNotNullOrEmpty()]$x) {}
        Told { InSet b }; Told { InRange 0 }; Told { InRange 4 }; Told { InRange $null }; Told { Positive 0 }; Told { Long a }; Told { Long abcd }; Told { Long 5 }
        Told { Many 1 }; Told { Like b }; Told { Good 1 }; Told { There $null }; Told { Full '' }; Told { Full $null }; Told { Full @('a', '') }
      `),
    ).toEqual(
      [
        'InSet < ValidateSetFailure',
        'InRange < ValidateRangeTooSmall',
        'InRange < ValidateRangeTooBig',
        'InRange < ArgumentIsEmpty',
        'Positive < ValidateRangePositiveFailure',
        'Long < ValidateLengthMinLengthFailure',
        'Long < ValidateLengthMaxLengthFailure',
        'Long < ValidateLengthNotString',
        'Many < ValidateCountMinMaxFailure',
        'Like < ValidatePatternFailure',
        'Good < ValidateScriptFailure',
        'There < ArgumentIsNull',
        'Full < ArgumentIsEmpty',
        'Full < ArgumentIsNull',
        'Full < ArgumentCollectionContainsEmpty',
      ].map((told) => `ParameterArgumentValidationError,${told}`),
    );
  });
});
