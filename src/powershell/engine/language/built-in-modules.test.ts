/** PowerShell's own modules, which this engine's commands are grouped in. Measured with pwsh 7.6.9. */
import { expect, it } from 'vitest';
import { linesOf } from './run-script.js';

it('are there once a command of theirs was used, or they were imported', async () => {
  expect(
    await linesOf(`
      "[$((Get-Module).Name)]"
      $null = Get-Item /; $null = 1 | Select-Object
      (Get-Module).Name -join ','
      $m = Get-Module Microsoft.PowerShell.Utility; "$($m.Version) $($m.ModuleType) $($m.ExportedCmdlets.ContainsKey('Select-Object')) $($m.ExportedCommands.Count -gt 50)"
      & $m { 'inside' }
      Import-Module Microsoft.PowerShell.Security; (Get-Module *Security).Name
      (Get-Command Get-Item).Module.Name
      (Get-Module -ListAvailable Microsoft.PowerShell.Utility).Name
      Remove-Module Microsoft.PowerShell.Security; (Get-Module *Security).Count
    `),
  ).toEqual([
    '[]',
    'Microsoft.PowerShell.Management,Microsoft.PowerShell.Utility',
    '7.0.0.0 Manifest True True',
    'inside',
    'Microsoft.PowerShell.Security',
    'Microsoft.PowerShell.Management',
    'Microsoft.PowerShell.Utility',
    '0',
  ]);
});

it('can be imported as -ListAvailable tells of them, and are not there twice', async () => {
  expect(
    await linesOf(`
      $listed = Get-Module -ListAvailable Microsoft.PowerShell.Security
      "$($listed.pstypenames[0]) $($listed.CompatiblePSEditions) $($null -eq $listed.SessionState)"
      $listed | Import-Module; Get-Module Microsoft.PowerShell.Security | Import-Module
      Get-Module Microsoft.PowerShell.Security | ForEach-Object { "$($_.Guid) $($_.pstypenames[0])" }
    `),
  ).toEqual([
    'ModuleInfoGrouping Core True',
    'a94c8c7e-9810-47c0-b8af-65089c13a35a System.Management.Automation.PSModuleInfo',
  ]);
});
