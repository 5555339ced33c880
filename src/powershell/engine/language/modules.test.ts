/** Modules: found by the name of a command, by version, with what their manifests ask for. Measured with pwsh 7.6.9. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

let root = '';
const write = (name: string, text: string): void => {
  const file = nodePath.join(root, name);
  mkdirSync(nodePath.dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const run = (script: string): Promise<readonly string[]> => linesOf(script, { PSModulePath: root });
beforeAll(() => {
  root = mkdtempSync(nodePath.join(tmpdir(), 'pssession-modules-'));
  write(
    'AutoA/AutoA.psm1',
    'function Get-AutoA { param($x) "autoA $x" }\nfunction hiddenA { \'h\' }\nSet-Alias gaa Get-AutoA\n$PublicVar = 5\nExport-ModuleMember -Function Get-AutoA -Alias gaa -Variable PublicVar',
  );
  for (const version of ['1.0.0', '2.1.0']) {
    write(`AutoB/${version}/AutoB.psm1`, `function Get-AutoB { 'autoB ${version}' }`);
    write(
      `AutoB/${version}/AutoB.psd1`,
      `@{ RootModule='AutoB.psm1'; ModuleVersion='${version}'; Description='desc'; FunctionsToExport=@('Get-AutoB'); AliasesToExport=@(); PrivateData=@{ PSData=@{ Tags=@('a','b') }; Own=3 } }`,
    );
  }
  write(
    'ManC/ManC.psd1',
    "@{ RootModule='ManC.psm1'; ModuleVersion='1.2'; NestedModules=@('inner.psm1'); ScriptsToProcess=@('init.ps1'); TypesToProcess=@('c.types.ps1xml'); FormatsToProcess=@('c.format.ps1xml'); FunctionsToExport='Get-C','Get-Inner'; AliasesToExport='*' }",
  );
  write('ManC/ManC.psm1', 'function Get-C { "C $(Get-Inner) $(HiddenInner)" }; New-Alias gc1 Get-C');
  write('ManC/inner.psm1', 'function Get-Inner { "inner" }; function HiddenInner { "hid" }');
  write('ManC/init.ps1', '$InitLocal = "loc"');
  write(
    'ManC/c.types.ps1xml',
    '<?xml version="1.0"?><Types><Type><Name>My.CType</Name><Members><ScriptProperty><Name>Twice</Name><GetScriptBlock>$this.N * 2</GetScriptBlock></ScriptProperty><NoteProperty><Name>Tag</Name><Value>tagged</Value></NoteProperty><AliasProperty><Name>Num</Name><ReferencedMemberName>N</ReferencedMemberName></AliasProperty><ScriptMethod><Name>Hi</Name><Script>"hi $($this.N)"</Script></ScriptMethod></Members></Type></Types>',
  );
  write(
    'ManC/c.format.ps1xml',
    '<?xml version="1.0"?><Configuration><ViewDefinitions><View><Name>C</Name><ViewSelectedBy><TypeName>My.CType</TypeName></ViewSelectedBy><TableControl><TableHeaders><TableColumnHeader><Label>TheN</Label></TableColumnHeader></TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>N</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>',
  );
  write(
    'ReqE/ReqE.psd1',
    '@{ RootModule="ReqE.psm1"; ModuleVersion="1.0"; RequiredModules=@("AutoA",@{ModuleName="AutoB";ModuleVersion="2.0"}) }',
  );
  write('ReqE/ReqE.psm1', 'function Get-E { Get-AutoA 1; Get-AutoB }');
  write('NeedsZ/NeedsZ.psd1', '@{ ModuleVersion="1.0"; RequiredModules=@("NoSuchZ") }');
  write('Broken/Broken.psm1', 'function Get-Broken { }\nthrow "boom"');
  write(
    'Leaves/Leaves.psm1',
    '$MyInvocation.MyCommand.ScriptBlock.Module.OnRemove = { Write-Host "removed" }; function Set-It { $script:it = $args[0] }; function Get-It { $script:it }',
  );
});
afterAll(() => rmSync(root, { recursive: true }));

describe('a command of a module that is not loaded', () => {
  it('is told by a pattern without loading it, and loads it where its module is asked for', async () => {
    const told = '% { "$($_.CommandType) $($_.Name) $($_.Source) $($_.Version)" }';
    expect(
      await run(
        `Get-Command *-Auto* | ${told}; @(Get-Command *-Auto* -ListImported).Count; @(Get-Command GAA*, Get-Auto*).Name -join ' '
         @(Get-Module Auto*).Count; & (Get-Command *-AutoA) 1; (Get-Module Auto*).Name; (Get-Command -Module AutoB).Name; (Get-Module Auto*).Name`,
      ),
    ).toEqual([
      'Function Get-AutoA AutoA 0.0',
      'Function Get-AutoB AutoB 2.1.0',
      '0',
      'gaa Get-AutoA Get-AutoB',
      '0',
      'autoA 1',
      'AutoA',
      'Get-AutoB',
      'AutoA',
      'AutoB',
    ]);
  });
  it('loads it, and what it exports stays', async () => {
    expect(
      await run(
        "Get-AutoA 1; (Get-Module AutoA).Name; gaa 2; $PublicVar; try { hiddenA } catch { 'hidden' }; Get-AutoB",
      ),
    ).toEqual(['autoA 1', 'AutoA', 'autoA 2', '5', 'hidden', 'autoB 2.1.0']);
    expect(await run('(Get-Command Get-AutoB).Source; AutoA\\Get-AutoA 7')).toEqual(['AutoB', 'autoA 7']);
  });
  it.each([
    ['NoMod1\\Get-AutoA', 'CouldNotAutoLoadModule'],
    ['AutoA\\Nope-Cmd', 'CommandNotFoundException'],
    ['Microsoft.PowerShell.Management\\Get-Random', 'CommandNotFoundException'],
    ['Get-Broken', 'CouldNotAutoloadMatchingModule'],
    ["$global:PSModuleAutoLoadingPreference='None'; Get-AutoA", 'CommandNotFoundException'],
  ])('or is an error: %s', async (script, id) => {
    expect(await run(`try { ${script} } catch { $_.FullyQualifiedErrorId }`)).toEqual([id]);
  });
});

describe('Import-Module', () => {
  it('takes the version that was asked for', async () => {
    expect(
      await run(
        `Import-Module AutoB -RequiredVersion 1.0.0; Get-AutoB; Remove-Module AutoB
         Import-Module AutoB -MaximumVersion 1.9 -PassThru | % { "$($_.Name) $($_.Version)" }; Remove-Module AutoB
         Import-Module -FullyQualifiedName @{ModuleName='AutoB';ModuleVersion='2.0'}; Get-AutoB; Import-Module AutoB -MinimumVersion 5.0`,
      ),
    ).toEqual([
      'autoB 1.0.0',
      'AutoB 1.0.0',
      'autoB 2.1.0',
      "ERROR Modules_ModuleWithVersionNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand: The specified module 'AutoB' with version '5.0' was not loaded because no valid module file was found in any module directory.",
    ]);
  });
  it('does what a manifest says: nested modules, scripts, types and formats', async () => {
    expect(
      await run(
        `Import-Module ManC; Get-C; gc1; $InitLocal; $m = Get-Module ManC; $m.ExportedCommands.Keys -join ' '; "$($m.NestedModules.Name) $($m.ModuleType)"
         $o=[pscustomobject]@{PSTypeName='My.CType';N=4}; $o.Twice; $o.Tag; $o.Num; $o.Hi(); ($o | Out-String).Trim() -split '\\r?\\n'
         Remove-Module ManC; try { HiddenInner } catch { 'gone' }`,
      ),
    ).toEqual([
      'C inner hid',
      'C inner hid',
      'loc',
      'Get-C Get-Inner gc1',
      'inner Script',
      '8',
      'tagged',
      '4',
      'hi 4',
      'TheN',
      '----',
      '4',
      'gone',
    ]);
  });
  it('loads required modules first, and fails without them', async () => {
    expect(await run("Import-Module ReqE; Get-E; (Get-Module ReqE).RequiredModules.Name -join ','")).toEqual([
      'autoA 1',
      'autoB 2.1.0',
      'AutoA,AutoB',
    ]);
    expect((await run('Import-Module NeedsZ')).join()).toMatch(
      /^ERROR Modules_InvalidManifest,.*The required module 'NoSuchZ' is not loaded\./,
    );
  });
  it('loads anew with -Force, and tells a module that it goes', async () => {
    expect(
      await run(
        'Import-Module Leaves; Set-It 5; Get-It; Import-Module Leaves -Force; "[$(Get-It)]"; Remove-Module Leaves',
      ),
    ).toEqual(['5', 'HOST: removed', '[]', 'HOST: removed']);
  });
});

describe('Remove-Module', () => {
  const outer =
    "New-Module Outer { New-Module Inner { function Get-Inner { 'in' } } | Import-Module; function Get-Outer { Get-Inner } } | Import-Module; ";
  it('leaves alone what only another module imported', async () => {
    expect(
      await run(
        `${outer}Remove-Module Inn*; Get-Outer; try { Remove-Module Inner -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }; Get-Outer`,
      ),
    ).toEqual(['in', 'Modules_NoModulesRemoved,Microsoft.PowerShell.Commands.RemoveModuleCommand', 'in']);
  });
  it('takes names with versions', async () => {
    expect(
      await run(
        `${outer}foreach ($v in '1.0', '0.0') { try { Remove-Module -FullyQualifiedName @{ ModuleName = 'outer'; ModuleVersion = $v } -ErrorAction Stop } catch { $_.FullyQualifiedErrorId } }; @(Get-Module Outer).Count`,
      ),
    ).toEqual(['Modules_NoModulesRemoved,Microsoft.PowerShell.Commands.RemoveModuleCommand', '0']);
  });
});

describe('manifests', () => {
  it('list what modules give without loading them', async () => {
    expect(
      await run(
        `Get-Module -ListAvailable -Name Auto* | % { "$($_.Name) $($_.Version) $($_.ModuleType) $($_.ExportedCommands.Keys -join ',')" }; (Get-Module AutoA).Count`,
      ),
    ).toEqual(['AutoA 0.0 Script Get-AutoA,gaa', 'AutoB 2.1.0 Script Get-AutoB', 'AutoB 1.0.0 Script Get-AutoB', '0']);
  });
  it('are written as PowerShell writes them, and read back', async () => {
    const file = nodePath.join(root, 'nm.psd1');
    expect(
      await run(
        `New-ModuleManifest -Path '${file}' -RootModule a.psm1 -ModuleVersion 1.5 -Author Me -FunctionsToExport 'Get-X','Get-Y' -Description 'it''s' -RequiredModules @('A',@{ModuleName='B';ModuleVersion='1.0'}) -PrivateData @{x=1} -Tags t1,t2
         $h = Import-PowerShellDataFile '${file}'; "$($h.ModuleVersion) $($h.Description) $($h.FunctionsToExport) $($h.RequiredModules[1].ModuleName) $($h.PrivateData.PSData.Tags) $($h.PrivateData.x) $($h.CompanyName)"`,
      ),
    ).toEqual(["1.5 it's Get-X Get-Y B t1 t2 1 Unknown"]);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain("RequiredModules = @('A', \n               @{ModuleName = 'B'; ModuleVersion = '1.0'; })");
    expect(text).toContain('\n# TypesToProcess = @()\n');
  });
  it('are tested', async () => {
    expect(
      await run(
        `Test-ModuleManifest '${nodePath.join(root, 'AutoB/2.1.0/AutoB.psd1')}' | % { "$($_.Name) $($_.Description) $($_.ExportedFunctions.Keys) $($_.PrivateData.Own) $($_.Tags -join ',')" }`,
      ),
    ).toEqual(['AutoB desc Get-AutoB 3 a,b']);
    write('bad.psd1', '@{ RootModule="zz.psm1" }');
    expect(
      (await run(`Test-ModuleManifest '${nodePath.join(root, 'bad.psd1')}'`)).map((line) => line.split(',')[0]),
    ).toEqual(['ERROR Modules_InvalidManifest', 'ERROR Modules_InvalidRootModuleInModuleManifest', 'bad']);
  });
  it('are told as the module of what their nested modules have', async () => {
    expect(
      await run(
        `Import-Module ManC; (Get-Command Get-Inner).Source; (Get-Command -Module ManC | Sort-Object Name).Name -join ','`,
      ),
    ).toEqual(['ManC', 'Get-C,Get-Inner']);
  });
});
