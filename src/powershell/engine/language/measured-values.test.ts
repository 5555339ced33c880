/** Rules about values and their texts that `npm run differential` found broken. Measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { textsOf } from '../test-support/run-script.js';

describe('texts, measured against PowerShell', () => {
  it('a custom object among others has no text', async () => {
    expect(
      await textsOf(
        `$o = [pscustomobject]@{ a = 1 }; $s = $o, 'A'; "$s"; "$o"; $s -join ','; 'x' + $s; [string]::Join(',', $s)`,
      ),
    ).toEqual([' A', '@{a=1}', ',A', 'x A', '@{a=1},A']);
  });
  it('ToString() and what writes CSV, HTML, XML and JSON have all digits of a number', async () => {
    expect(
      await textsOf(`(1e15).ToString(); "$(1e15)"; [convert]::ToString(3.456e16); 1e16 | ConvertTo-Json; ([single]1e8).ToString()
        [pscustomobject]@{ a = 1e16; c = 1, 2 } | ConvertTo-Csv; ([pscustomobject]@{ a = 1e16 } | ConvertTo-Html -Fragment)[3]`),
    ).toEqual([
      '1000000000000000',
      '1E+15',
      '34560000000000000',
      '10000000000000000.0',
      '100000000',
      '"a","c"',
      '"10000000000000000","System.Object[]"',
      '<tr><td>10000000000000000</td></tr>',
    ]);
  });
  it('a culture that is given says how many digits stand behind the point, in String.Format too', async () => {
    expect(
      await textsOf(
        `foreach ($c in 'de-DE', 'en-US', 'ja-JP', '') { $k = [cultureinfo]$c; [string]::Format($k, '{0:N}|{0:F1}|{1}', 1234.5, 1.5); (0.5).ToString('P', $k); (1234).ToString('C', $k) }`,
      ),
    ).toEqual([
      '1.234,500|1234,5|1,5',
      '50,000 %',
      '1.234,00 €',
      '1,234.500|1234.5|1.5',
      '50.000%',
      '$1,234.00',
      '1,234.500|1234.5|1.5',
      '50.000%',
      '￥1,234',
      '1,234.50|1234.5|1.5',
      '50.00 %',
      '¤1,234.00',
    ]);
  });
  it('an entry of a dictionary shows both, a list its class', async () => {
    expect(
      await textsOf(
        `@{ a = 1 }.GetEnumerator() | ForEach-Object { "$_" }; [System.Collections.Generic.List[int]]::new().ToString()`,
      ),
    ).toEqual(['[a, 1]', 'System.Collections.Generic.List`1[System.Int32]']);
  });
});

describe('comparisons, measured against PowerShell', () => {
  const outcomes: readonly (readonly [string, string])[] = [
    ["[char]'a' -lt [char]'B'", 'false'],
    ["[char]'5' -lt 60", 'true'],
    ["[char]'5' -lt 100000", 'failed: ComparisonFailure'],
    ["[char]'5' -le 'abc'", 'failed: ComparisonFailure'],
    ["[char]'a' -eq 'A'", 'true'],
    ['[switch]$true -eq 5', 'false'],
    ['[switch]$true -eq $true', 'true'],
    ["'a' -in [switch]$true", 'false'],
    ["'1.5' -le [double]::NaN", 'true'],
    ['1.5 -le [double]::NaN', 'false'],
    ["[double]::NaN -le 'true'", 'failed: InvalidCastFromStringToDoubleOrSingle'],
    ["[System.DayOfWeek]::Monday -le [char]'a'", 'true'],
  ];
  it.each(outcomes)('%s: %s', async (script, outcome) => {
    const [first] = await textsOf(`$ErrorActionPreference = 'Stop'; ${script}`);
    expect(first).toBe(outcome);
  });
});

describe('parameters, measured against PowerShell', () => {
  it('a range compares as the type of its ends', async () => {
    expect(
      await textsOf(
        `function f { param([ValidateRange(1, 5)]$a) "ok $a" }; try { f '10' } catch { $_.Exception.Message }; f '3'
         function g { param([ValidateRange(1, 5)][switch]$a) 'ok' }; try { g -a } catch { $_.Exception.Message }`,
      ),
    ).toEqual([
      "Cannot validate argument on parameter 'a'. The 10 argument is greater than the maximum allowed range of 5. Supply an argument that is less than or equal to 5 and then try the command again.",
      'ok 3',
      'Cannot validate argument on parameter \'a\'. The argument cannot be validated because its type "SwitchParameter" is not the same type (Int32) as the maximum and minimum limits of the parameter. Make sure the argument is of type Int32 and then try the command again.',
    ]);
  });
  it('a count counts the characters of a text, and a Boolean takes no null', async () => {
    expect(
      await textsOf(
        `function f { param([ValidateCount(1, 2)]$a) 'ok' }; f 'ab'; try { f 'abc' } catch { $_.FullyQualifiedErrorId }
         function g { param([bool]$b = $null) "$b" }; try { g } catch { $_.FullyQualifiedErrorId }; g -b $false`,
      ),
    ).toEqual(['ok', 'ParameterArgumentValidationError,f', 'ParameterArgumentTransformationError,g', 'False']);
  });
});

describe('pipelines, measured against PowerShell', () => {
  it('commands behind -First 0 begin and end', async () => {
    expect(
      await textsOf(
        `1, 2 | Select-Object -First 0 | & { end { 'end' } }; (1, 2 | Select-Object -First 0 | Measure-Object).Count`,
      ),
    ).toEqual(['end', '0']);
  });
  it('Select-String -Quiet is silent about objects without a match', async () => {
    expect(await textsOf(`@('a' | Select-String x -Quiet).Count; 'a' | Select-String a -Quiet`)).toEqual(['0', 'true']);
  });
});
