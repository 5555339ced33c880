/** Type data that a session adds, tells of and takes back. Ids and texts measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { runEngine } from '../../test-support/run-script.js';

const UPDATE = 'Microsoft.PowerShell.Commands.UpdateTypeDataCommand';
const NEW = `Update-TypeData -TypeName Cm.T -MemberType NoteProperty -MemberName N -Value 5; `;
const N = `"[$(([pscustomobject]@{PSTypeName='Cm.T'}).N)]"; `;

describe('type data', () => {
  it('is told of member by member', async () => {
    const script = `${NEW}
      Update-TypeData -TypeName Cm.T -MemberType ScriptProperty -MemberName S -Value { 1 } -SecondValue { 2 }
      Update-TypeData -TypeName Cm.T -MemberType AliasProperty -MemberName A -Value N
      Update-TypeData -TypeName Cm.T -DefaultDisplayPropertySet N, S -DefaultDisplayProperty N
      $t = Get-TypeData cm.*; $t.TypeName; "$t"; $t.Members.Count; $t.Members['N'].Value; $t.Members['A'].ReferencedMemberName
      "$($t.Members['S'].GetScriptBlock)|$($t.Members['S'].SetScriptBlock)"; $t.DefaultDisplayProperty
      "$($t.DefaultDisplayPropertySet.ReferencedProperties)"; @(Get-TypeData nope).Count`;
    expect((await runEngine(script)).output).toEqual([
      'Cm.T',
      'System.Management.Automation.Runspaces.TypeData',
      '3',
      '5',
      'N',
      ' 1 | 2 ',
      'N',
      'N S',
      '0',
    ]);
  });
  it('is taken back by name and by object, and given again', async () => {
    const script = `${NEW}$t = Get-TypeData Cm.T; ${N}Remove-TypeData -TypeName Cm.T; ${N}@(Get-TypeData Cm.T).Count
      Update-TypeData -TypeData $t; ${N}$t | Remove-TypeData; ${N}`;
    expect((await runEngine(script)).output).toEqual(['[5]', '[]', '0', '[5]', '[]']);
  });
  it('is refused when it is there already, when it is not there, and when parts are missing', async () => {
    const again = `Update-TypeData -TypeName Cm.T -MemberType NoteProperty -MemberName N -Value 6`;
    expect((await runEngine(`${NEW}${again}; ${N}${again} -Force; ${N}`)).output).toEqual(['[5]', '[6]']);
    expect((await runEngine(`${NEW}${again}; Remove-TypeData -TypeName Cm.U`)).ids).toEqual([
      `TypesDynamicUpdateException,${UPDATE}`,
      'TypesDynamicRemoveException,Microsoft.PowerShell.Commands.RemoveTypeDataCommand',
    ]);
    for (const [given, id] of [
      ['-MemberType ScriptProperty -MemberName S', 'ValueShouldBeSpecified'],
      ['-MemberType NoteProperty -MemberName S -Value 1 -SecondValue 2', 'SecondValueShouldNotBeSpecified'],
      ['-Value 3', 'MemberTypeIsMissing'],
      ['-MemberType NoteProperty', 'MemberNameShouldBeSpecified'],
    ] as const)
      expect(
        (await runEngine(`try { Update-TypeData -TypeName Cm.T ${given} } catch { $_.FullyQualifiedErrorId }`)).output,
      ).toEqual([`${id},${UPDATE}`]);
  });
});
