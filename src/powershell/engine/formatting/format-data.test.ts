/** What Get-FormatData gives: it travels whole, for a client that imports commands makes it again. */
import { expect, it } from 'vitest';
import { runEngine } from '../test-support/run-script.js';

const sent = async (type: string, ask: string): Promise<string> => {
  const script = `$d = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-FormatData ${type}))); ${ask}`;
  return (await runEngine(script)).output.map(String).join('|');
};

it('arrives with its columns, its rows and their values', async () => {
  const ask =
    '$v = $d.FormatViewDefinition[0]; $v.InstanceId.GetType().Name; $v.Control.Headers.Count; $v.Control.Rows[0].Columns[-1].DisplayEntry | % { "$($_.ValueType) $($_.Value)" }; $v.Control.Rows[0].Columns[0].DisplayEntry.Value';
  expect(await sent('System.Diagnostics.Process', ask)).toBe('Guid|7|Property ProcessName|<# NPM(K) #>');
});
it('arrives with its groups', async () => {
  const ask =
    '$g = $d.FormatViewDefinition[0].Control.GroupBy; $g.pstypenames[0]; $g.Expression.Value; $d.FormatViewDefinition.Control.Entries.Items | ? { $_ -is [string] }';
  expect(await sent('System.IO.FileInfo', ask)).toBe(
    'Deserialized.System.Management.Automation.PSControlGroupBy|PSParentPath',
  );
});
it('arrives with the entries that are for some types only, and with views that are no tables', async () => {
  const ask =
    '$c = $d.FormatViewDefinition.Control; ($c | ? { $_.pstypenames[0] -like "*.ListControl" }).Entries.EntrySelectedBy.TypeNames';
  expect(await sent('System.IO.FileInfo', ask)).toBe('System.IO.FileInfo');
  const item = '$d[0].FormatViewDefinition.Control.Entries[0].CustomItems[0]';
  expect(await sent('System.Management.Automation.ScriptBlock', `${item}.pstypenames[0,1]`)).toBe(
    'Deserialized.System.Management.Automation.CustomItemExpression|Deserialized.System.Management.Automation.CustomItemBase',
  );
});
