/** Variables by command, and values that commands refuse. Measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { runEngine } from '../../test-support/run-script.js';

describe('Set-, New- and Remove-Variable', () => {
  it('take what the pipeline brings, and add to what is there with -Append', async () => {
    expect(
      (
        await runEngine(
          '1, 2 | Set-Variable a; "$a"; 3, 4 | Set-Variable a -Append; "$a"; Set-Variable a 5, 6 -Append; "$a"; $a.Count',
        )
      ).output,
    ).toEqual(['1 2', '1 2 3 4', '1 2 3 4 System.Object[]', '5']);
  });
  it('leave read-only variables alone without -Force, and constants always', async () => {
    const { ids, output } = await runEngine(
      'Set-Variable r 1 -Option ReadOnly; Set-Variable r 2; Remove-Variable r; $r; Set-Variable r 3 -Force; $r; Remove-Variable r -Force; Test-Path variable:r; Set-Variable c 1 -Option Constant; Remove-Variable c -Force; New-Variable c 2 -Force',
    );
    expect(output).toEqual(['1', '3', 'False']);
    expect(ids).toEqual([
      'VariableNotWritable,Microsoft.PowerShell.Commands.SetVariableCommand',
      'VariableNotRemovable,Microsoft.PowerShell.Commands.RemoveVariableCommand',
      'VariableNotRemovable,Microsoft.PowerShell.Commands.RemoveVariableCommand',
      'VariableNotWritable,Microsoft.PowerShell.Commands.NewVariableCommand',
    ]);
  });
  it('give options to the variable that is named, and to no other one', async () => {
    const { output, ids } = await runEngine(
      '$plain = 1; $private:mine = 2; "$((Get-Variable mine).Options)|$((Get-Variable plain).Options)"; Set-Variable ro 1 -Option ReadOnly, AllScope; "$((Get-Variable ro).Options)|$((Get-Variable plain).Options)"; function F { param($private:p) $p = 3; "$p" }; F 1; New-Variable k 1 -Option Constant; $plain = 6; $plain; $new = 7; $new = 8; $new',
    );
    expect([output, ids]).toEqual([['Private|None', 'ReadOnly, AllScope|None', '3', '6', '8'], []]);
  });
  it('keep to the names that -Include and -Exclude leave', async () => {
    expect(
      (
        await runEngine(
          '$x1 = 1; $x2 = 2; Remove-Variable x1, x2 -Exclude x2; Test-Path variable:x1, variable:x2; Set-Variable p, q 1 -Include q; Test-Path variable:p, variable:q',
        )
      ).output,
    ).toEqual(['False', 'True', 'False', 'True']);
  });
  it('do nothing with -WhatIf', async () => {
    expect(
      (
        await runEngine(
          '$w = 1; Remove-Variable w -WhatIf; Set-Variable w 2 -WhatIf; $w; New-Variable v 1 -WhatIf; Test-Path variable:v',
        )
      ).output,
    ).toEqual(['1', 'False']);
  });
  it('say when there are not so many scopes', async () => {
    const { ids } = await runEngine('Set-Variable x 1 -Scope 99');
    expect(ids[0]).toMatch(/^ArgumentOutOfRange,Microsoft\.PowerShell\.Commands\.SetVariableCommand$/);
  });
});
describe('values out of range', () => {
  it('of dates and durations are errors of the command', async () => {
    const ids: [string, string][] = [
      ['Get-Date -UnixTimeSeconds ([long]::MaxValue)', 'ParameterArgumentValidationError'],
      ['[datetime]9223372036854775807', 'InvalidCastConstructorException'],
      ['New-TimeSpan -Days 2147483647', 'System.ArgumentOutOfRangeException'],
      ['[datetime]::Now.AddDays([double]::PositiveInfinity)', 'ArgumentOutOfRangeException'],
      ['New-Guid x', 'StringNotRecognizedAsGuid'],
    ];
    for (const [script, id] of ids) expect((await runEngine(script)).ids[0]?.split(',')[0]).toBe(id);
    expect(
      (await runEngine('[datetime]::new(2020, 1, 1).AddDays([double]::NaN).Year; New-Guid -Empty')).output,
    ).toEqual(['2020', '00000000-0000-0000-0000-000000000000']);
  });
});
