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
