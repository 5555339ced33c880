/** Measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { runEngine } from '../test-support/run-script.js';

describe('what PowerShell tells of the system', () => {
  it('is in Platform', async () => {
    const script = `[System.Management.Automation.Platform]::IsCoreCLR
      [System.Management.Automation.Platform]::IsWindows -eq $IsWindows
      ([System.Management.Automation.Platform] | Get-Member -Static -MemberType Property).Name -join ' '`;
    expect((await runEngine(script)).output).toEqual([
      'True',
      'True',
      'IsCoreCLR IsIoT IsLinux IsMacOS IsNanoServer IsStaSupported IsWindows IsWindowsDesktop',
    ]);
  });
  it('has a null that is a text', async () => {
    const script = `function g([string]$v) { "<$v>" }; [NullString]::Value -eq $null; "[" + [NullString]::Value + "]"
      [NullString].FullName; g ([NullString]::Value)`;
    expect((await runEngine(script)).output).toEqual([
      'False',
      '[]',
      'System.Management.Automation.Language.NullString',
      '<>',
    ]);
  });
});
