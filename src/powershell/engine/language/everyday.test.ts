/** Everyday lines whose results were once wrong here. What they give was measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

describe('everyday lines', () => {
  it('entries of a hash table are sorted, chosen and compared by Name', async () => {
    expect(
      await linesOf(
        "$e = @{ b = 1; a = 2 }.GetEnumerator(); ($e | Sort-Object Name | % Key) -join ','; @{ a = 2 }.GetEnumerator() | Where-Object Name -eq 'a' | % Value; (@{ a = 2 }.GetEnumerator() | Select-Object *).PSObject.Properties.Name -join ','",
      ),
    ).toEqual(['a,b', '2', 'Name,Key,Value']);
  });
  it('properties of type data are found by commands that take names', async () => {
    expect(
      await linesOf(
        "Update-TypeData -TypeName System.Int32 -MemberName Dbl -MemberType ScriptProperty -Value { $this * 2 }; (3, 1 | Sort-Object Dbl) -join ','; 1..3 | Where-Object Dbl -gt 5; (1 | Select-Object Dbl).Dbl",
      ),
    ).toEqual(['1,3', '3', '2']);
  });
  it('Select-Xml finds nodes', async () => {
    expect(
      await linesOf(
        '$x = [xml]\'<a><b c="1"/><b c="2"/></a>\'; ($x | Select-Xml //b).Count; Select-Xml -Content \'<a><b c="3"/></a>\' //b | % { $_.Node.c }',
      ),
    ).toEqual(['2', '3']);
  });
  it('lower case comes before upper case where nothing else differs', async () => {
    expect(
      await linesOf(
        "'a'.CompareTo('A'); 'a' -clt 'A'; ('b', 'A', 'a', 'B', 'ab' | Sort-Object -CaseSensitive) -join ' '; [string]::Compare('a', 'A', $true)",
      ),
    ).toEqual(['-1', 'True', 'a A ab b B', '0']);
  });
  it('the methods behind properties are there', async () => {
    expect(
      await linesOf(
        "'abc'.get_Length(); @{ a = 1 }.get_Count(); [datetime]::get_Now().GetType().Name; (1..3).get_Length(); @{ k = 1 }.get_Keys(); $b = [uribuilder]::new(); $b.set_Host('h'); $b.Host",
      ),
    ).toEqual(['3', '1', 'DateTime', '3', 'k', 'h']);
  });
  it("a typed variable of a function refuses with the conversion's own error, one of the session with PowerShell's", async () => {
    const shown = 'catch { "$($_.FullyQualifiedErrorId) $($_.CategoryInfo.Category)" }';
    expect(
      await linesOf(
        `& { [int]$v = 5; try { $v = 'x' } ${shown} }; function p { param([int]$k) try { $k = 'x' } ${shown} }; p; [int]$top = 5; try { $top = 'x' } ${shown}; function ranged { param([ValidateRange(1, 3)][int]$k = 2) try { $k = 9 } ${shown} }; ranged`,
      ),
    ).toEqual([
      'InvalidCastFromStringToInteger InvalidArgument',
      'InvalidCastFromStringToInteger InvalidArgument',
      'RuntimeException MetadataError',
      'ValidateSetFailure MetadataError',
    ]);
  });
  it('[DBNull]::Value is a value of its own, with an empty text', async () => {
    expect(
      await linesOf('[DBNull]::Value -eq $null; "[$([DBNull]::Value)]"; [convert]::IsDBNull([DBNull]::Value)'),
    ).toEqual(['False', '[]', 'True']);
  });
});
