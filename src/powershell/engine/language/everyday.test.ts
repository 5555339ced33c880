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
  it('[DBNull]::Value is a value of its own, with an empty text', async () => {
    expect(
      await linesOf('[DBNull]::Value -eq $null; "[$([DBNull]::Value)]"; [convert]::IsDBNull([DBNull]::Value)'),
    ).toEqual(['False', '[]', 'True']);
  });
});
