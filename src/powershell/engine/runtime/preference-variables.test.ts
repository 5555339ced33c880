/** What the preference variables take. Measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../language/run-script.js';

const REFUSED = 'The Suspend ActionPreference value is reserved for future use and is not supported at this time.';

describe('a global preference variable', () => {
  it('keeps its type', async () => {
    expect(
      await linesOf(
        `$global:WarningPreference = 0; $global:WarningPreference; $global:WarningPreference.GetType().Name
         try { $global:WarningPreference = 'nope' } catch { "$($_.FullyQualifiedErrorId) $($_.CategoryInfo.Reason)" }
         $ConfirmPreference.GetType().Name; & { $WarningPreference = 3; $WarningPreference.GetType().Name }`,
      ),
    ).toEqual([
      'SilentlyContinue',
      'ActionPreference',
      'RuntimeException ArgumentTransformationMetadataException',
      'ConfirmImpact',
      'Int32',
    ]);
  });
  it('does not take Suspend', async () => {
    expect(
      await linesOf(
        `try { Set-Variable VerbosePreference Suspend -Scope Global } catch { $_.FullyQualifiedErrorId; "$_" }`,
      ),
    ).toEqual([
      'RuntimeException,Microsoft.PowerShell.Commands.SetVariableCommand',
      `${REFUSED} For more information about preference variables, see the Help topic, "about_Preference_Variables."`,
    ]);
  });
});
describe('Suspend', () => {
  it('is refused when a command asks for the preference, and is gone then', async () => {
    expect(
      await linesOf(
        `& { $WarningPreference = 'Suspend'; try { Write-Warning x } catch { $_.FullyQualifiedErrorId }; $WarningPreference
           $ErrorActionPreference = 'Suspend'; try { Write-Error x } catch { $_.FullyQualifiedErrorId } }`,
      ),
    ).toEqual([
      'System.NotSupportedException,Microsoft.PowerShell.Commands.WriteWarningCommand',
      'Continue',
      'System.NotSupportedException,Microsoft.PowerShell.Commands.WriteErrorCommand',
    ]);
  });
  it('cannot be asked of a command', async () => {
    expect(
      await linesOf(
        `function f { [CmdletBinding()] param() 'f' }; try { f -WarningAction Suspend } catch { $_.FullyQualifiedErrorId }
         try { Write-Output 1 -ErrorAction Suspend } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category }`,
      ),
    ).toEqual([
      'ParameterBindingFailed,f',
      'ParameterBindingFailed,Microsoft.PowerShell.Commands.WriteOutputCommand',
      'WriteError',
    ]);
  });
});
