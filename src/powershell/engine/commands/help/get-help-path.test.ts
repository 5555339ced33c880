import { expect, it } from 'vitest';
import { linesOf } from '../../language/run-script.js';

it('Get-Help refuses -Path by name, and gives no other help in its place', async () => {
  expect(await linesOf('try { Get-Help Get-Item -Path / } catch { $_.FullyQualifiedErrorId }')).toEqual([
    'NotSupported,Microsoft.PowerShell.Commands.GetHelpCommand',
  ]);
});
