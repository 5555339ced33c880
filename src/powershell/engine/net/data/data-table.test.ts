/** Measured with pwsh 7.6.9: a script, and what it gives. */
import { expect, it } from 'vitest';
import { shownBy } from '../../test-support/shown.js';

const CASES: readonly (readonly [script: string, shown: string])[] = [
  [`$t=[Data.DataTable]::new(); $null=$t.Columns.Add('A'); $t.Columns.Add('a')`, '[System.Data.DataColumn] a'],
  [
    `$t=[Data.DataTable]::new(); $null=$t.Columns.Add('A',[int]); 3,1,2|%{ $null=$t.Rows.Add($_) }; ($t.Select('A > 1')).Count; ($t.Select('A > 0','A DESC')).A -join ','; $t.Select("A = 2")[0].A`,
    `[System.Int32] 2
[System.String] 3,2,1
[System.Int32] 2`,
  ],
  [
    `$c=[Data.DataColumn]::new('C',[datetime]); $c.ColumnName; $c.DataType.FullName; $c.AllowDBNull; $c.Caption; $c.DefaultValue.GetType().Name; $c.Unique; $c.ReadOnly; $c.AutoIncrement; $c.MaxLength; $c.Ordinal`,
    `[System.String] C
[System.String] System.DateTime
[System.Boolean] True
[System.String] C
[System.String] DBNull
[System.Boolean] False
[System.Boolean] False
[System.Boolean] False
[System.Int32] -1
[System.Int32] -1`,
  ],
  [
    `$t=[Data.DataTable]::new(); $c=$t.Columns.Add('Id',[int]); $c.AutoIncrement=$true; $c.AutoIncrementSeed=10; $null=$t.Columns.Add('N'); $r=$t.NewRow(); $r.N='a'; $t.Rows.Add($r); $r=$t.NewRow(); $t.Rows.Add($r); $t.Rows.Id -join ','; $t.Rows[1].N.GetType().Name; $t.Rows[1].IsNull('N')`,
    `[System.String] 10,11
[System.String] DBNull
[System.Boolean] True`,
  ],
  [
    `$t=[Data.DataTable]::new(); $null=$t.Columns.Add('A'); $r=$t.NewRow(); "$($r.RowState)"; $t.Rows.Add($r); "$($r.RowState)"; $t.AcceptChanges(); "$($r.RowState)"; $r.A='z'; "$($r.RowState)"; $r.Delete(); "$($r.RowState)"; $t.AcceptChanges(); "$($r.RowState)"; $t.Rows.Count`,
    `[System.String] Detached
[System.String] Added
[System.String] Unchanged
[System.String] Modified
[System.String] Deleted
[System.String] Detached
[System.Int32] 0`,
  ],
  [
    `$d=[Data.DataSet]::new('S'); $t=$d.Tables.Add('X'); $d.Tables.Count; $d.Tables['X'].TableName; $d.DataSetName; $t.DataSet.DataSetName`,
    `[System.Int32] 1
[System.String] X
[System.String] S
[System.String] S`,
  ],
  [
    `$t=[Data.DataTable]::new(); $c=$t.Columns.Add('A',[int]); $t.PrimaryKey=@($c); $null=$t.Rows.Add(1); $null=$t.Rows.Add(2); $t.Rows.Find(2).A; $t.Rows.Find(9); $t.Rows.Contains(1); $t.Rows.Add(1)`,
    `ERR ConstraintException | NotSpecified | MethodInvocationException | Exception calling "Add" with "1" argument(s): "Column 'A' is constrained to be unique.  Value '1' is already present."`,
  ],
  [
    `$t=[Data.DataTable]::new(); $null=$t.Columns.Add('A',[int]); $c=$t.Clone(); $null=$t.Rows.Add(1); $c.Rows.Count; $k=$t.Copy(); $k.Rows.Count; $c.ImportRow($t.Rows[0]); $c.Rows.Count; $t.Clear(); $t.Rows.Count; $k.Rows.RemoveAt(0); $k.Rows.Count; $t.Columns.Contains('a'); $t.Columns.Remove('A'); $t.Columns.Count`,
    `[System.Int32] 0
[System.Int32] 1
[System.Int32] 1
[System.Int32] 0
[System.Int32] 0
[System.Boolean] True
[System.Int32] 0`,
  ],
  [
    `$t=[Data.DataTable]::new(); $null=$t.Columns.Add('A',[int]); foreach($x in 3,1,2){ $null=$t.Rows.Add($x) }; $v=[Data.DataView]::new($t); $v.Sort='A ASC'; ($v|%{$_.A}) -join ','; $v.RowFilter='A>1'; $v.Count; $v.ToTable().Rows.Count; $t.DefaultView.Count; $t.Compute('SUM(A)',''); $t.Compute('MAX(A)','A<3')`,
    `[System.String] 1,2,3
[System.Int32] 2
[System.Int32] 2
[System.Int32] 3
[System.Int64] 6
[System.Int32] 2`,
  ],
  [
    '$t=[Data.DataTable]::new(); $t.Rows.Add(1)',
    'ERR ArgumentException | NotSpecified | MethodInvocationException | Exception calling "Add" with "1" argument(s): "Input array is longer than the number of columns in this table."',
  ],
  [
    `$t=New-Object System.Data.DataTable; $col1=New-Object System.Data.DataColumn 'Name',([string]); $t.columns.add($col1); $row=$t.NewRow(); $row.Name='abc'; $t.Rows.Add($row); $t.Rows | % { $_.Name }; foreach($r in $t){ $r.Name }; foreach($r in $t.Rows){$r[0]}; ($t.Rows|Where-Object Name -eq 'abc').Count; ,$t | % { $_.GetType().Name }`,
    `[System.String] abc
[System.String] abc
[System.String] abc
[System.Int32] 1
[System.String] DataTable`,
  ],
  [
    `$t=[Data.DataTable]::new(); $null=$t.Columns.Add('A',[int]); $null=$t.Columns.Add('S'); $null=$t.Rows.Add(1,"it's"); $null=$t.Rows.Add(2,'bob'); $t.Select("S LIKE 'b%'").A; $t.Select("S = 'it''s' OR A IN (2)").Count; $t.Select("NOT (A = 1) AND S IS NOT NULL").A; $t.Select("A >= ").A`,
    `ERR SyntaxErrorException | NotSpecified | MethodInvocationException | Exception calling "Select" with "1" argument(s): "Syntax error: Missing operand after '>=' operator."`,
  ],
];
it.each(CASES)('holds data as .NET does: %s', async (script, shown) => {
  expect(await shownBy(script)).toBe(shown.trimEnd());
});
