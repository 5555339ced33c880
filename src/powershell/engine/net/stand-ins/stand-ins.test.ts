/** Assemblies of well-known modules. Values as Pester 5.7.1 under pwsh 7.6.9 gives them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsOf } from '../../test-support/run-script.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(nodePath.join(tmpdir(), 'stand-ins-'));
  // What is asked of the file is its name and the names in it.
  writeFileSync(nodePath.join(folder, 'Pester.dll'), 'MZ PesterConfiguration');
  writeFileSync(nodePath.join(folder, 'Other.dll'), 'MZ PesterConfiguration');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const pester = (script: string): Promise<readonly string[]> =>
  textsOf(`Add-Type -Path '${folder}/Pester.dll'; $c = [PesterConfiguration]::Default; ${script}`);

describe('stand-ins of assemblies', () => {
  it('are not there for other files, and no types either', async () => {
    expect(await textsOf(`Add-Type -Path '${folder}/Other.dll'`)).toEqual([
      'error: NotSupported,Microsoft.PowerShell.Commands.AddTypeCommand',
    ]);
  });
  it('keep what an option was given, its default, and that it was changed', async () => {
    expect(
      await pester(
        `$c.Run.Path = 'zz'; $c.Filter.Tag = 'x','y'; $c.CodeCoverage.CoveragePercentTarget = 80
         "$($c.Run.Path.Value)|$($c.Run.Path.Default)|$($c.Run.Path.IsModified)"
         "$($c.Run.Exit.Value)|$($c.Run.Exit.IsModified)"
         "$($c.Filter.Tag.Value -join '+')|$($c.CodeCoverage.CoveragePercentTarget.Value)"`,
      ),
    ).toEqual(['zz|.|True', 'False|False', 'x+y|80']);
  });
  it('make a configuration of a hashtable, and merge two by what was changed', async () => {
    expect(
      await pester(
        `$d = [PesterConfiguration]@{ Output = @{ Verbosity = 'Detailed' }; Run = @{ Path = 'a', 'b' } }
         $m = [PesterConfiguration]::Merge($c, $d)
         "$($m.Output.Verbosity.Value)|$($m.Run.Path.Value -join ',')|$($m.Run.TestExtension.Value)|$($c.Run.Path.Value)"`,
      ),
    ).toEqual(['Detailed|a,b|.Tests.ps1|.']);
  });
  it('show an option with the full names of its types', async () => {
    expect(await pester(`"$($c.Run.Container)"; "$($c.Run.ScriptBlock)"`)).toEqual([
      'Containers made by New-PesterContainer. (Pester.ContainerInfo[], default: Pester.ContainerInfo[])',
      'Script blocks with tests. (System.Management.Automation.ScriptBlock[], default: System.Management.Automation.ScriptBlock[])',
    ]);
  });
  it('give the converter that the module tells Update-TypeData of', async () => {
    expect(
      await pester(`Update-TypeData -TypeName PesterConfiguration -TypeConverter PesterConfigurationDeserializer -Force
        (Get-TypeData PesterConfiguration).TypeConverter.Name`),
    ).toEqual(['PesterConfigurationDeserializer']);
  });
  it('have results that begin as new ones do, with sums and texts', async () => {
    expect(
      await pester(
        `$b = [Pester.Block]::Create(); $b.Name = 'n'; $b.Tests.Add([Pester.Test]::Create())
         $b.UserDuration = [timespan]2; $b.DiscoveryDuration = [timespan]3
         "$b|$($b.Duration.Ticks)|$($b.Tests.Count)|$($b.ItemType)|$($null -eq $b.Tag)"
         $r = [Pester.ShouldResult]@{ Succeeded = $false; ExpectResult = @{ Actual = 'a'; Expected = 'b' } }
         "$($r.ExpectResult)"
         [Pester.Factory]::CreateShouldErrorRecord('m', 'f', '1', 'l', $true).FullyQualifiedErrorId`,
      ),
    ).toEqual(['[ ] n|5|1|Block|True', 'Expected: b Actual: a Because: ', 'PesterAssertionFailed']);
  });
});

describe('command metadata', () => {
  it('writes the parameters of a command as one would declare them', async () => {
    expect(
      await textsOf(
        `function f { [CmdletBinding(DefaultParameterSetName = 'A', SupportsShouldProcess, ConfirmImpact = 'High')]
           param([Parameter(Mandatory, Position = 0, ParameterSetName = 'A', ValueFromPipeline)][Alias('x')][string]$Name, [switch]$S) }
         $m = [System.Management.Automation.CommandMetadata](Get-Command f)
         [System.Management.Automation.ProxyCommand]::GetCmdletBindingAttribute($m)
         [System.Management.Automation.ProxyCommand]::GetParamBlock($m)
         "$($m.ConfirmImpact)|$($m.DefaultParameterSetName)|$($m.Parameters.Keys -join ',')"`,
      ),
    ).toEqual([
      "[CmdletBinding(DefaultParameterSetName='A', SupportsShouldProcess=$true, ConfirmImpact='High')]",
      "\n    [Parameter(ParameterSetName='A', Mandatory=$true, Position=0, ValueFromPipeline=$true)]\n    [Alias('x')]\n    [string]\n    ${Name},\n\n    [switch]\n    ${S}",
      'High|A|Name,S',
    ]);
  });
  it('has the shared parameters as properties of their classes', async () => {
    expect(
      await textsOf(`[System.Management.Automation.Internal.ShouldProcessParameters].GetProperties().Name -join ','
        $null -ne [System.Management.Automation.Internal.CommonParameters].GetProperty('OutVariable')`),
    ).toEqual(['WhatIf,Confirm', 'true']);
  });
});
