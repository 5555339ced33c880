/** Work on long arrays, texts and files goes in pieces: what it gives is what it gives in one go. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOf } from '../language/run-script.js';

const MD5_START = createHash('md5')
  .update(Buffer.concat([Buffer.alloc(2_999_999), Buffer.from([9])]))
  .digest('hex')
  .slice(0, 8)
  .toUpperCase();

describe('long arrays', () => {
  it.each<readonly [script: string, lines: readonly string[]]>([
    [
      'foreach ($i in 1..3000) { $null = New-Item function: -Name "f$i" -Value "$i" }; F2999; (Get-Item function:f7).Name; Remove-Item function:F7; Test-Path function:f7; foreach ($i in 1..3000) { Set-Item "alias:a$i" "f$i" }; A3000; (Get-Item alias:a1).Definition',
      ['2999', 'f7', 'False', '3000', 'f1'],
    ],
    [
      '$p = [pscustomobject] @{ a = 1 }; foreach ($i in 1..4000) { Add-Member -InputObject $p "m$i" $i }; $p.m3999; Add-Member -InputObject $p M7 1 -ErrorVariable e -ErrorAction SilentlyContinue; $e[0].FullyQualifiedErrorId; $p | Add-Member -MemberType ScriptProperty s { 5 }; $p | Add-Member S 6 -ErrorVariable e -ErrorAction SilentlyContinue; $e.Count, $p.s',
      ['3999', 'MemberAlreadyExists,Microsoft.PowerShell.Commands.AddMemberCommand', '1', '5'],
    ],
    ['[array]::IndexOf((0..20000), 15000), [array]::IndexOf((0..20000), -1)', ['15000', '-1']],
    ['[array]::IndexOf((@(7) * 20000), 7, 12345)', ['12345']],
    ['[array]::LastIndexOf((@(7) * 20000 + 1), 7)', ['19999']],
    ['(1..20000).Contains(19999), (1..20000).Contains(0)', ['True', 'False']],
    [
      '$a = 1..20000; $b = [long[]]::new(20002); [array]::Copy($a, 1, $b, 2, 19999); $b[1], $b[2], $b[20000], $b[20000].GetType().Name',
      ['0', '2', '20000', 'Int64'],
    ],
    [
      '$a = 0..20000; [array]::Copy($a, 0, $a, 1, 20000); $a[0], $a[1], $a[20000]; [array]::Copy($a, 1, $a, 0, 20000); $a[0], $a[19999]',
      ['0', '0', '19999', '0', '19999'],
    ],
    [
      '$a = [int[]] (1..20000); [array]::Fill($a, 5); $a[19999]; [array]::Clear($a, 1, 19998); $a[0], $a[1], $a[19999]',
      ['5', '5', '0', '5'],
    ],
    [
      '$k = 20000..1; $v = 1..20000; [array]::Sort($k, $v); $k[0], $k[19999], $v[0], $v[19999]',
      ['1', '20000', '20000', '1'],
    ],
    [
      '$a = [int[]] (1..20000); [array]::Find($a, { $args[0] -gt 19990 }); [array]::FindLast($a, { $args[0] -lt 10 }); [array]::FindIndex($a, { $args[0] -eq 500 }); [array]::FindLastIndex($a, { $args[0] -eq 20001 }); [array]::FindAll($a, { $args[0] -lt 3 }) -join ","; [array]::Exists($a, { $args[0] -eq 0 })',
      ['19991', '9', '499', '-1', '1,2', 'False'],
    ],
    [
      '$n = 0; [array]::TrueForAll([int[]] (1..20000), { $script:n++; $args[0] -lt 5 }); $n; $l = [Collections.Generic.List[int]] (1..100); $n = 0; $l.TrueForAll({ $script:n++; $args[0] -lt 5 }); $n',
      ['False', '5', 'False', '5'],
    ],
    [
      '$l = [Collections.Generic.List[int]] (1..20000); $l.Remove(15000), $l.Remove(0), $l.IndexOf(15001), $l.Contains(15000)',
      ['True', 'False', '14999', 'False'],
    ],
    ['$l = [Collections.ArrayList] (1..20000); $l.Remove(15000); $l.Count', ['19999']],
    [
      '$a = [int[]] (1..300000); [array]::Resize([ref] $a, 300002); $a.Count, $a[299999], $a[300001], $a.GetType().Name; [array]::Resize([ref] $a, 200000); $a.Count, $a[0], $a[199999]',
      ['300002', '300000', '0', 'Int32[]', '200000', '1', '200000'],
    ],
    [
      '$f = New-TemporaryFile; $t = "abc" * 700000; foreach ($e in [Text.Encoding]::UTF8, [Text.Encoding]::Unicode) { [IO.File]::WriteAllText($f, "x", $e); [IO.File]::AppendAllText($f, $t, $e); $f.Refresh(); $f.Length; [IO.File]::ReadAllText($f) -ceq "x$t"; Remove-Item $f; [IO.File]::AppendAllText($f, $t, $e); $f.Refresh(); $f.Length }; Remove-Item $f',
      ['2100004', 'True', '2100003', '4200004', 'True', '4200002'],
    ],
    [
      '$b = [byte[]]::new(200000); $b[199999] = 7; $m = [IO.MemoryStream]::new($b); $r = [IO.BinaryReader]::new($m); $c = $r.ReadBytes(300000); $c.Length, $c[199999]; $c[0] = 1; $b[0]',
      ['200000', '7', '0'],
    ],
    ['$a = @(1, 2, 3) * 700001; $a.Count, $a[0], $a[2100002], $a[1048577]', ['2100003', '1', '3', '3']],
  ])('%s', async (script, lines) => {
    expect(await linesOf(script)).toEqual(lines);
  });
});
describe('long texts', () => {
  it.each<readonly [script: string, lines: readonly string[]]>([
    [
      '$t = "a\u{e9}\u{20ac}\u{1f600}" * 30000; foreach ($e in "utf-8", "utf-16", "utf-16BE", "utf-32", "iso-8859-1", "us-ascii", "utf-7") { $c = [Text.Encoding]::GetEncoding($e); $b = $c.GetBytes($t); $s = $c.GetString($b); "$($b.Length) $($s.Length) $($s -ceq $t) $($s.Substring(65533, 7).Replace($t.Substring(65533, 7), "same"))" }; [Text.Encoding]::Convert([Text.Encoding]::Unicode, [Text.Encoding]::UTF8, [Text.Encoding]::Unicode.GetBytes($t)).Length',
      [
        '300000 150000 True same',
        '300000 150000 True same',
        '300000 150000 True same',
        '480000 150000 True same',
        '120000 120000 False \u00e9??a\u00e9??',
        '120000 120000 False ???a???',
        '420000 150000 True same',
        '300000',
      ],
    ],
    [
      '$h = ("ab" * 50000).GetHashCode(); ($h -eq ("ab" * 50000).GetHashCode()), ($h -eq ("ab" * 50000 + "c").GetHashCode()); $b = [Text.StringBuilder]::new("x"); $b.AppendJoin(",", (1..5000)).ToString().Length; $b.AppendJoin(",", @()).Length',
      ['True', 'False', '23893', '23893'],
    ],
    [
      '$b = [byte[]]::new(100001); $b[100000] = 7; $t = [Convert]::ToBase64String($b, "InsertLineBreaks"); $t.Length, $t.Substring(74, 6).Replace("`r`n", "|"), $t.Substring($t.Length - 5); $c = [Convert]::FromBase64String(" $t `n"); $c.Length, $c[100000]; foreach ($wrong in ($t + "="), $t.Replace("=", "=A"), ("*" + $t)) { try { [Convert]::FromBase64String($wrong) } catch { $_.FullyQualifiedErrorId } }',
      ['136844', 'AA|AA', 'AAAc=', '100001', '7', 'FormatException', 'FormatException', 'FormatException'],
    ],
    [
      "$v = (ConvertFrom-StringData ('k=' + 'abc\\n' * 30000 + '\\\\' * 30001 + '\\u0041')).k; $v.Length, ($v -ceq (\"abc`n\" * 30000 + '\\' * 30001 + 'A'))",
      ['150002', 'True'],
    ],
    [
      'function f { $args.Count; $args[9999] }; $a = 1..10000; f @a; & { param($x) $x; $args.Count; $args[-1] } @a',
      ['10000', '10000', '1', '9999', '10000'],
    ],
    ["$c = ('abc' * 5000).ToCharArray(); $c.Count, $c[14999], $c.GetType().Name", ['15000', 'c', 'Char[]']],
    [
      '$t = "e\u0301x" * 40000; $n = $t.Normalize(); $n.Length, ($n -ceq ("\u00e9x" * 40000)), ($n.Normalize(\'FormD\') -ceq $t), $n.IsNormalized(), $t.IsNormalized()',
      ['80000', 'True', 'True', 'True', 'False'],
    ],
    [
      '$b = [byte[]]::new(100000); $b[16384] = 171; $s = [BitConverter]::ToString($b); $s.Length, $s.Substring(49149, 8); $h = [Convert]::ToHexString($b); $h.Length, $h.Substring(32767, 4); [Convert]::ToHexStringLower($b).Substring(32768, 2)',
      ['299999', '00-AB-00', '200000', '0AB0', 'ab'],
    ],
  ])('%s', async (script, lines) => {
    expect(await linesOf(script)).toEqual(lines);
  });
});
describe('sets, hashes and objects of many', () => {
  it.each<readonly [script: string, lines: readonly string[]]>([
    [
      '$s = [Collections.Generic.SortedSet[int]]::new([int[]] (1..50000 + 50000..1 + 0)); $s.Count; $s.Min; $s.Max; $s.Add(7); $s.Add(-5); $s.Contains(-5); $s.Remove(7); $s.Remove(7); $s.Count; ($s | Select-Object -First 3) -join ","',
      ['50001', '0', '50000', 'False', 'True', 'True', 'True', 'False', '50001', '-5,0,1'],
    ],
    [
      "$s = [Collections.Generic.SortedSet[string]]::new([StringComparer]::OrdinalIgnoreCase); foreach ($w in 'b', 'A', 'c', 'a', 'B') { $s.Add($w) }; $s -join ''",
      ['True', 'True', 'True', 'False', 'False', 'Abc'],
    ],
    [
      '$h = [ordered] @{}; foreach ($i in 1..3000) { $h["k$i"] = $i }; $h["PSTypeName"] = "t"; $p = [pscustomobject] $h; @($p.PSObject.Properties).Count; $p.k3000; $p.PSObject.TypeNames[0]',
      ['3000', '3000', 't'],
    ],
    [
      '$b = [byte[]]::new(3000000); $b[2999999] = 9; [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData($b)) -eq [Convert]::ToHexString([Security.Cryptography.SHA256]::Create().ComputeHash([IO.MemoryStream]::new($b))); [Convert]::ToHexString([Security.Cryptography.MD5]::HashData($b)).Substring(0, 8); [Convert]::ToHexString([Security.Cryptography.HMACSHA1]::HashData([byte[]] (1, 2), $b)).Length',
      ['True', MD5_START, '40'],
    ],
    [
      "$k = [Security.Cryptography.Rfc2898DeriveBytes]::Pbkdf2('pw', [byte[]] (1..8), 20000, 'SHA256', 32); $r = [Security.Cryptography.Rfc2898DeriveBytes]::new('pw', [byte[]] (1..8), 20000, 'SHA256'); $a = $r.GetBytes(20) + $r.GetBytes(12); ($a -join ',') -eq ($k -join ',')",
      ['True'],
    ],
    [
      '$b = [byte[]]::new(100000); [Random]::new(5).NextBytes($b); $c = [byte[]]::new(10); [Random]::new(5).NextBytes($c); ($b[0..9] -join ",") -eq ($c -join ","); ($b[0..9999] | Select-Object -Unique).Count',
      ['True', '256'],
    ],
  ])('%s', async (script, lines) => {
    expect(await linesOf(script)).toEqual(lines);
  });
});
describe('large tables', () => {
  it.each<readonly [script: string, lines: readonly string[]]>([
    [
      '$h = @{}; foreach ($i in 1..20000) { $h[$i] = "v$i" }; $c = $h.Clone(); $h[5] = 0; $c.Count, $c[5], $c.GetType().Name; $c.Remove(7); $h[7]; (@($c.Keys) | Measure-Object -Sum).Sum',
      ['20000', 'v5', 'Hashtable', 'v7', '200009993'],
    ],
    [
      '$h = @{}; $k = @{}; foreach ($i in 1..20000) { $h["a$i"] = $i; $k["b$i"] = $i }; $s = $h + $k; $s.Count, $s.A3, $s.b20000; $h += $k; $h.Count; try { $s + $k } catch { $_.Exception.Message }; try { $h += 1 } catch { $_.FullyQualifiedErrorId }',
      [
        '40000',
        '3',
        '20000',
        '40000',
        "Item has already been added. Key in dictionary: 'b1'  Key being added: 'b1'",
        'AddHashTableToNonHashTable',
      ],
    ],
    [
      '$d = [Collections.Generic.Dictionary[string,int]]::new([StringComparer]::OrdinalIgnoreCase); foreach ($i in 1..50000) { $d["k$i"] = $i }; $e = [Collections.Generic.Dictionary[string,int]]::new($d); foreach ($i in 1..49999) { $null = $d.Remove("K$i") }; $d.Count, $e.Count, "$($d.Keys)"; $d.Clear(); $d.Count',
      ['1', '50000', 'k50000', '0'],
    ],
    [
      '$s = [Collections.Generic.HashSet[int]] [int[]] (1..50000); foreach ($i in 49999..1) { $null = $s.Remove($i) }; $s.Count, $s.Contains(5), "$s", $s.Add(5), $s.Remove(50000), "$s"; $d = [Collections.Generic.Dictionary[string,int]]::new(); foreach ($c in "a", "b", "c", "d") { $d[$c] = 1 }; $null = $d.Remove("b"); $null = $d.Remove("c"); $d["x"] = 1; $d["y"] = 1; $d["z"] = 1; "$($d.Keys)"',
      ['1', 'False', '50000', 'True', 'True', '5', 'a y x d z'],
    ],
    [
      '$d = [Collections.Generic.SortedDictionary[int,int]]::new(); foreach ($i in 1..20000) { $d[($i * 7919) % 20011] = $i }; $null = $d.Remove(4); "$(@($d.Keys)[0..4])"; $d[7], $d.Count, $d.ContainsKey(4); $d[7] = 1; $d[7]',
      ['1 2 3 5 6', '7217', '19999', 'False', '1'],
    ],
    ['$h = @{ a = 1; b = 2 }; $k = $h.Keys; $v = $h.Values; $h.Remove("a"); $k.Count, $v.Count, "$k"', ['1', '1', 'b']],
  ])('%s', async (script, lines) => {
    expect(await linesOf(script)).toEqual(lines);
  });
});
describe('long lists of Linq', () => {
  it.each<readonly [script: string, lines: readonly string[]]>([
    [
      '$a = [int[]] (1..20000); $L = [Linq.Enumerable]; $L::Sum($a), $L::Max($a), $L::Count($a), $L::Range(5, 20000)[19999], $L::Reverse($a)[0], $L::Distinct([int[]] ($a + $a)).Count, $L::SequenceEqual($a, $a), $L::Except($a, [int[]] (2..20000))[0]',
      ['200010000', '20000', '20000', '20004', '20000', '20000', 'True', '1'],
    ],
    [
      // Asked no further than to the first.
      '$n = 0; [Linq.Enumerable]::First([int[]] (1..9), [Func[int,bool]] { $script:n++; $args[0] -gt 1 }), $n',
      ['2', '2'],
    ],
    ['[Linq.Enumerable]::FirstOrDefault([guid[]] @())', ['00000000-0000-0000-0000-000000000000']],
    [
      '$n = 0; [Linq.Enumerable]::Join([int[]] (1..3), [int[]] (12, 21, 13, 15), [Func[int,int]] { $args[0] }, [Func[int,int]] { $script:n++; $args[0] % 10 }, [Func[int,int,string]] { "$($args[0])-$($args[1])" }); $n',
      ['1-21', '2-12', '3-13', '4'],
    ],
  ])('%s', async (script, lines) => {
    expect(await linesOf(script)).toEqual(lines);
  });
});
describe('large sets and what is sorted by scripts', () => {
  it.each<readonly [script: string, lines: readonly string[]]>([
    [
      '$a = [int[]] (1..20000); $h = [Collections.Generic.HashSet[int]] $a; $h.SetEquals($a), $h.IsSubsetOf($a), $h.IsProperSubsetOf($a), $h.IsSupersetOf($a), $h.IsProperSupersetOf([int[]] (1..9)), $h.Overlaps([int[]] (0, 20001)), $h.Overlaps([int[]] (0, 1)); $h.SymmetricExceptWith([int[]] (1, 20001)); $h.Count, $h.Contains(1), $h.Contains(20001); $h.IntersectWith([int[]] (5..8)); "$h"; $h.ExceptWith([int[]] (6, 7)); "$h"; $h.RemoveWhere({ $args[0] -eq 8 }), "$h"',
      ['True', 'True', 'False', 'True', 'True', 'False', 'True', '20000', 'False', 'True', '5 6 7 8', '5 8', '1', '5'],
    ],
    [
      '$l = [Collections.Generic.List[int]] (1..500); $l.Sort({ $args[1] - $args[0] }); $l[0], $l[1], $l[499]; $l.Sort(); $l[0]',
      ['500', '499', '1', '1'],
    ],
    [
      '$b = [byte[]]::new(3000001); $b[3000000] = 9; $a = [Security.Cryptography.Aes]::Create(); $c = $a.EncryptCbc($b, [byte[]]::new(16)); $d = $a.DecryptCbc($c, [byte[]]::new(16)); $c.Length, $d.Length, $d[3000000]',
      ['3000016', '3000001', '9'],
    ],
  ])('%s', async (script, lines) => {
    expect(await linesOf(script)).toEqual(lines);
  });
});
describe('large objects and long texts in commands', () => {
  it.each<readonly [script: string, lines: readonly string[]]>([
    [
      '$h = [ordered] @{}; foreach ($i in 1..3000) { $h["c$i"] = $i }; $p = [pscustomobject] $h; $s = $p | Select-Object *; $s.C2999, @($s.PSObject.Properties).Count; $s = $p | Select-Object * -ExcludeProperty *1, c5; @($s.PSObject.Properties).Count; $p.PSObject.Properties.Remove("C7"); $null -eq $p.c7, $p.c3000; Add-Member -InputObject $p c7 x; $p.C7; (ConvertTo-Json $h -Compress).Length',
      ['2999', '3000', '2699', 'False', 'x', '36787'],
    ],
    [
      '$t = "ab c`n" * 30000; $m = $t | Measure-Object -Line -Word -Character; $m.Lines, $m.Words, $m.Characters; $m = ("w" * 200000) | Measure-Object -Line -Word -Character; $m.Lines, $m.Words, $m.Characters; ("a b" * 30000 | Measure-Object -Character -IgnoreWhiteSpace).Characters',
      ['30000', '60000', '150000', '1', '1', '200000', '60000'],
    ],
    [
      `$t = 'a"b,' * 20000; $c = [pscustomobject] @{ x = $t; y = 1 } | ConvertTo-Csv; $c[1].Length; $b = $c | ConvertFrom-Csv; ($b.x -ceq $t), $b.y; ([pscustomobject] @{ x = '<é>' * 20000 } | ConvertTo-Html -Fragment)[3].Length`,
      ['100006', 'True', '1', '280018'],
    ],
    [
      '$t = "switch (2999) {" + ((1..3000 | ForEach-Object { "$_ { \'n$_\' }" }) -join "`n") + "default { 1 } }"; Invoke-Expression $t; $a = 1..20000; @($a; 1).Count; $n = 0; & { $a; $a } | ForEach-Object { $n++ }; $n',
      ['n2999', '20001', '40000'],
    ],
  ])('%s', async (script, lines) => {
    expect(await linesOf(script)).toEqual(lines);
  });
});
describe('documents that are copied', () => {
  it('have nodes of their own, as .NET makes them', async () => {
    expect(
      await linesOf(
        `$x = [xml] '<a b="1"><!--c--><d>e</d>f<g/><h></h></a>'; $c = $x.Clone(); $c.OuterXml; $c.a.OwnerDocument -eq $c; $x.a.CloneNode($true).OuterXml; $x.a.CloneNode($false).OuterXml; $x.a.InnerText; $null -eq $x.InnerText`,
      ),
    ).toEqual([
      '<a b="1"><!--c--><d>e</d>f<g /><h /></a>',
      'True',
      '<a b="1"><!--c--><d>e</d>f<g /><h></h></a>',
      '<a b="1"></a>',
      'ef',
      'True',
    ]);
  });
});
describe('long texts in other writings', () => {
  it('are written and read back as short ones', async () => {
    expect(
      await linesOf(
        `$t = "a<b> & 'é€😀%41+ c" * 6000
         [Net.WebUtility]::HtmlDecode([Net.WebUtility]::HtmlEncode($t)) -ceq $t
         [Net.WebUtility]::UrlDecode([Net.WebUtility]::UrlEncode($t)) -ceq $t
         [uri]::UnescapeDataString([uri]::EscapeDataString($t)) -ceq $t
         $u = 'abc déf€' * 9000; [uri]::UnescapeDataString([uri]::EscapeDataString($u)) -ceq $u
         $b = [Convert]::FromHexString('00ab7F' * 20000); $b.Length, $b[59999], $b[1]
         $c = -split ('ab cd ' * 50000); $c.Count; $c = 'abc' * 2000 -split { $_ -eq 'b' }; $c.Count
         $a = 1..10; [array]::Resize([ref] $a, 12); $a.Count; $null -eq $a[11]; [array]::Resize([ref] $a, 3); $a -join ','
         $i = [int[]] (1, 2); [array]::Resize([ref] $i, 3); $i -join ','; (' ' * 100 + "x	 ").Trim()`,
      ),
    ).toEqual([
      'True',
      'True',
      'True',
      'True',
      '60000',
      '127',
      '171',
      '100000',
      '2001',
      '12',
      'True',
      '1,2,3',
      '1,2,0',
      'x',
    ]);
  });
});
describe('long files', () => {
  let folder = '';
  const file = (name: string): string => path.join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'long-'));
    // Characters of two and three bytes stand across the ends of pieces.
    writeFileSync(file('lines'), 'x\u00e9\u20ac\r\n'.repeat(300_000));
    writeFileSync(file('one'), `${'\u20ac'.repeat(700_000)}`);
    writeFileSync(
      file('wide'),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a\u00e9\n'.repeat(400_000), 'utf16le')]),
    );
    writeFileSync(file('returns'), `${'a'.repeat(65_535)}\r\n${'b'.repeat(200_000)}\r${'c'.repeat(65_536)}\n\nd`);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  it.each<readonly [name: string, script: string, lines: readonly string[]]>([
    [
      'Get-Content',
      '$l = Get-Content lines; $l.Count, $l[0].Length, ($l | Sort-Object -Unique).Count',
      ['300000', '3', '1'],
    ],
    [
      '-Raw',
      '(Get-Content lines -Raw).Length, (Get-Content one -Raw).Length, (Get-Content wide -Raw).Length',
      ['1500000', '700000', '1200000'],
    ],
    ['of one line', '$l = @(Get-Content one); $l.Count, $l[0].Length', ['1', '700000']],
    ['of long lines', '(Get-Content returns | ForEach-Object Length) -join " "', ['65535 200000 65536 0 1']],
    [
      '-Delimiter',
      '@(Get-Content returns -Delimiter "\r\n").Count, @(Get-Content returns -Delimiter "ac")[0].Length',
      ['2', '331077'],
    ],
    [
      '-AsByteStream',
      '$b = Get-Content one -AsByteStream; $b.Count, $b[2099999], $b[0].GetType().Name; @(Get-Content one -AsByteStream -TotalCount 70000).Count; @(Get-Content one -AsByteStream -Tail 5) -join " "; (Get-Content one -AsByteStream -Raw).GetType().Name',
      ['2100000', '172', 'Byte', '70000', '130 172 226 130 172', 'Byte[]'],
    ],
    [
      '[IO.File]',
      '[IO.File]::ReadAllText("$PWD/one").Length, [IO.File]::ReadAllText("$PWD/wide").Length, [IO.File]::ReadAllLines("$PWD/lines").Count, [IO.File]::ReadAllLines("$PWD/returns").Count, [IO.File]::ReadAllBytes("$PWD/one").Length; [IO.File]::ReadAllText("$PWD/wide").Substring(0, 2)',
      ['700000', '1200000', '300000', '5', '2100000', 'a\u00e9'],
    ],
    [
      'written',
      '$t = "a\u00e9\u20ac\u{1F600}" * 500000; foreach ($e in "UTF8", "Unicode") { [IO.File]::WriteAllText("$PWD/out", $t, [Text.Encoding]::$e); [IO.File]::ReadAllText("$PWD/out") -ceq $t }; $b = [byte[]]::new(3000000); $b[2999999] = 5; [IO.File]::WriteAllBytes("$PWD/out", $b); (Get-Item out).Length, [IO.File]::ReadAllBytes("$PWD/out")[2999999]; try { [IO.File]::WriteAllText("$PWD/no/out", $t) } catch { $_.Exception.InnerException.GetType().Name }',
      ['True', 'True', '3000000', '5', 'DirectoryNotFoundException'],
    ],
    [
      'Set-Content, Out-File and Out-String',
      '$t = "a\u00e9\u{1F600}" * 500000; foreach ($e in \'utf8\', \'unicode\') { Set-Content out $t -Encoding $e; (Get-Content out -Raw) -ceq "$t`n"; $t | Out-File out -Encoding $e; (Get-Content out -Raw) -ceq "$t`n" }; (Out-String -InputObject (1..5000)).Length; Out-File out -InputObject (1..5000) -NoNewline; (Get-Item out).Length',
      ['True', 'True', 'True', 'True', '23893', '18893'],
    ],
    [
      'Export-Csv',
      'Set-Content csv "a,b`n" -NoNewline; 1..3000 | ForEach-Object { [pscustomobject] @{ a = $_; b = "x" } } | Export-Csv csv -Append; $l = Get-Content csv; $l.Count, $l[0], $l[1], $l[3000]; [pscustomobject] @{ a = 1 } | Export-Csv csv -Encoding unicode; (Get-Item csv).Length; [pscustomobject] @{ a = 2 } | Export-Csv csv -Append; (Import-Csv csv).a -join ","; Set-Content csv "a" -NoNewline -Encoding utf8BOM; [pscustomobject] @{ a = [char] 233 } | Export-Csv csv -Append -Encoding unicode; (Get-Item csv).Length; "$(Get-Content csv)"',
      ['3001', 'a,b', '"1","x"', '"3000","x"', '18', '1,2', '9', 'a"é"'],
    ],
    [
      // Measured at the real engine: what is no [byte] ends its pipeline object, and is an error for each.
      '-AsByteStream of what is no byte',
      'Set-Content out ([byte[]] (1, 2, 255)) -AsByteStream; "$(Get-Content out -AsByteStream)"; Set-Content out ([byte] 7), 5, ([byte] 8) -AsByteStream -ErrorAction SilentlyContinue; "$(Get-Content out -AsByteStream)"; $Error.Clear(); 1, 2 | Set-Content out -AsByteStream -ErrorAction SilentlyContinue; $Error.Count, $Error[0].FullyQualifiedErrorId',
      ['1 2 255', '7', '2', 'Argument,Microsoft.PowerShell.Commands.SetContentCommand'],
    ],
    [
      'Select-String',
      '@(Select-String x lines -NotMatch).Count, (Select-String "^\u20ac+$" one).LineNumber, (Select-String d returns).LineNumber',
      ['0', '1', '5'],
    ],
  ])('%s', async (_name, script, lines) => {
    expect(await linesOf(`Set-Location '${folder}'; ${script}`)).toEqual(lines);
  });
});
describe('long lists as CLIXML', () => {
  it('are written and read as short ones are, with what is met again and lists in lists', async () => {
    expect(
      await linesOf(
        `$p = [pscustomobject] @{ a = 1 }; $l = [Collections.Generic.List[object]] @(1..1000); $l.Add($l[5]); $all = @($p, $p, $l, [int[]] (1..1000)) + (1..1000)
         $text = [Management.Automation.PSSerializer]::Serialize($all, 3)
         $back = [Management.Automation.PSSerializer]::Deserialize($text)
         $back.Count, $back[0].a, [object]::ReferenceEquals($back[0], $back[1]), $back[2].Count, $back[2][1000], $back[3].Count, $back[1003]
         $short = [Management.Automation.PSSerializer]::Serialize([int[]] (1..300)), [Management.Automation.PSSerializer]::Serialize([int[]] (1..200))
         $short.ForEach({ ($_ -split "\\r?\\n")[0..7] -join '' -replace ' RefId="0"| +', '' })[0] -ceq $short.ForEach({ ($_ -split "\\r?\\n")[0..7] -join '' -replace ' RefId="0"| +', '' })[1]
         (ConvertFrom-CliXml (ConvertTo-CliXml (, $all) -Depth 3)).Count`,
      ),
    ).toEqual(['1004', '1', 'True', '1001', '6', '1000', '1000', 'True', '1']);
  });
});
