/** `dynamicparam` and `#Requires`: what they give was measured with pwsh 7.6.9. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

const BIG = `
function d2 { [CmdletBinding()] param([Parameter(Mandatory)][int]$N)
  dynamicparam { if ($N -gt 5) {
    $at = New-Object System.Management.Automation.ParameterAttribute -Property @{Mandatory=$true;Position=1}
    $c = New-Object 'System.Collections.ObjectModel.Collection[System.Attribute]'; $c.Add($at)
    $c.Add((New-Object System.Management.Automation.AliasAttribute 'bg','bb')); $c.Add([ValidateRange]::new(1, 9))
    $dict = New-Object System.Management.Automation.RuntimeDefinedParameterDictionary
    $dict.Add('Big', (New-Object System.Management.Automation.RuntimeDefinedParameter('Big',[int],$c))); return $dict } }
  begin { "begin $($PSBoundParameters.Big)" } process { "N=$N Big=$($PSBoundParameters['Big']) local=[$Big] set=$($dict.Big.IsSet)" } }
`;

describe('dynamic parameters', () => {
  it('are there when the block made them, by name, alias and position', async () => {
    expect(await linesOf(`${BIG} d2 -N 3; d2 -N 9 -Big 4; d2 9 5; d2 -bg 6 -N 9`)).toEqual([
      'begin ',
      'N=3 Big= local=[] set=',
      'begin 4',
      'N=9 Big=4 local=[] set=True',
      'begin 5',
      'N=9 Big=5 local=[] set=True',
      'begin 6',
      'N=9 Big=6 local=[] set=True',
    ]);
  });
  it.each([
    ['d2 -N 3 -Big 4', 'NamedParameterNotFound,d2'],
    ['d2 -N 9', 'MissingMandatoryParameter,d2'],
    ['d2 -N 9 -Big abc', 'CannotConvertArgumentNoMessage,d2'],
    ['d2 -N 9 -Big 11', 'ParameterArgumentValidationError,d2'],
    [
      "function d3 { [CmdletBinding()]param() dynamicparam { throw 'oops' } end {} }; d3",
      'GetDynamicParametersException,d3',
    ],
  ])('fail as others do: %s', async (call, id) => {
    expect(await linesOf(`${BIG} try { ${call} } catch { $_.FullyQualifiedErrorId }`)).toEqual([id]);
  });
  it('take pipeline input and belong to parameter sets', async () => {
    const make = (attribute: string, name: string, type: string): string =>
      `$d=[System.Management.Automation.RuntimeDefinedParameterDictionary]::new(); $d['${name}']=[System.Management.Automation.RuntimeDefinedParameter]::new('${name}',[${type}],[System.Attribute[]]@([Parameter]@{${attribute}})); $d`;
    expect(
      await linesOf(
        `function p { [CmdletBinding()]param() dynamicparam { ${make('ValueFromPipeline=$true', 'In', 'object')} } process { "in=$($PSBoundParameters.In)" } }; 1,2 | p
         function s { [CmdletBinding(DefaultParameterSetName='a')]param([Parameter(ParameterSetName='a')]$X) dynamicparam { ${make("ParameterSetName='b'", 'Z', 'switch')} } end { $PSCmdlet.ParameterSetName } }; s; s -Z`,
      ),
    ).toEqual(['in=1', 'in=2', 'a', 'b']);
  });
  it('are in Get-Command, and the block of a simple function is not run by a call', async () => {
    expect(
      await linesOf(
        `function q { [CmdletBinding()]param($A) dynamicparam { $d=[System.Management.Automation.RuntimeDefinedParameterDictionary]::new(); $d['Dyn']=[System.Management.Automation.RuntimeDefinedParameter]::new('Dyn',[int],[System.Attribute[]]@([Parameter]::new())); $d } end {} }
         (Get-Command q).Parameters['Dyn'].IsDynamic; function simple { dynamicparam { throw 'no' } end { "args=$args" } }; simple 1 2`,
      ),
    ).toEqual(['True', 'args=1 2']);
  });
});

describe('#Requires', () => {
  let folder = '';
  const write = (name: string, text: string): void => writeFileSync(nodePath.join(folder, name), text);
  beforeAll(() => {
    folder = mkdtempSync(nodePath.join(tmpdir(), 'pssession-requires-'));
    mkdirSync(nodePath.join(folder, 'mods', 'ReqMod'), { recursive: true });
    write('mods/ReqMod/ReqMod.psm1', 'function getrq { "rq" }');
    write('version.ps1', '#Requires -Version 99.1\n"ran"');
    write('module.ps1', '#Requires -Modules NoSuchMod\n"ran"');
    write('newer.ps1', '#Requires -Modules @{ModuleName="ReqMod";ModuleVersion="3.0"}\n"ran"');
    write('edition.ps1', '#Requires -PSEdition Desktop\n"ran"');
    write(
      'good.ps1',
      '#Requires -Version 5.1 -Modules ReqMod, Microsoft.PowerShell.Utility\n#Requires -PSEdition Core\ngetrq',
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  it.each([
    ['version', 'ScriptRequiresUnmatchedPSVersion'],
    ['module', 'ScriptRequiresMissingModules'],
    ['newer', 'ScriptRequiresMissingModules'],
    ['edition', 'ScriptRequiresUnmatchedPSEdition'],
  ])('is looked at before the script runs: %s', async (name, id) => {
    const script = nodePath.join(folder, `${name}.ps1`);
    expect(
      await linesOf(
        `try { & '${script}' } catch { $_.FullyQualifiedErrorId }; try { . '${script}' } catch { $_.CategoryInfo.TargetName }`,
        { PSModulePath: nodePath.join(folder, 'mods') },
      ),
    ).toEqual([id, `${name}.ps1`]);
  });
  it('loads the modules that it names', async () => {
    expect(
      await linesOf(`& '${nodePath.join(folder, 'good.ps1')}'`, { PSModulePath: nodePath.join(folder, 'mods') }),
    ).toEqual(['rq']);
  });
});
