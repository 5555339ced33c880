/** Rules that scripts and modules of the wild stand on. What they give was measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

describe('scripts of the wild', () => {
  it('arithmetic with an enumeration gives one of its values, named or not', async () => {
    expect(
      await linesOf(
        `enum D { N; E; S; W }
         $x = ([D]::W + 1) % 4; "$x $($x.GetType().Name)"; "$([D]::W + 1)"; $n = [DayOfWeek]::Sunday - 4; "$n $($n -eq (-4))"; "$([D]::E -bor 8)"
         $d = [D]::W; $d++; "$d"; [D]$t = [D]::W; $t = ($t + 2) % 4; "$t"; try { [D]7 } catch { $_.FullyQualifiedErrorId }
         try { [D]::S -shl 3 } catch { "$_" }; try { [D]::S + 5L } catch { "$_" }; try { [D]::S + [DayOfWeek]::Friday } catch { $_.FullyQualifiedErrorId }`,
      ),
    ).toEqual([
      'N D',
      '4',
      '-4 True',
      '9',
      '4',
      'E',
      'UndefinedIntegerToEnum',
      "The binary operator LeftShift is not defined for the types 'D' and 'System.Int32'.",
      "Unable to cast object of type 'System.Int64' to type 'D'.",
      'UndefinedIntegerToEnum',
    ]);
  });
  it('a command without output adds nothing to a list, $null adds an element', async () => {
    expect(
      await linesOf(
        '$a = 1, 2; $a += & {}; $a.Count; $a += 5 | Where-Object { $false }; $a.Count; (@(1) + (& {})).Count; $a += $null; $a.Count; $o = [pscustomobject]@{ s = @(1) }; $o.s += 1 | ? { 0 }; $o.s.Count; $l = [Collections.Generic.List[int]]::new(); $l += & {}; $l.Count; $x = $null; $x += & {}; $null -eq $x; "a" + (& {}); 5 + (& {})',
      ),
    ).toEqual(['2', '2', '1', '3', '1', '0', 'True', 'a', '5']);
  });
  it('hexadecimal digits of a text are the bits of the type', async () => {
    expect(
      await linesOf(
        "[uint32]'0xFF000000'; [int]'0xFF000000'; [uint64]'0xFFFFFFFFFFFFFFFF'; [sbyte]'0xFF'; [int16]'0xFFFF'; [int]'&hff'; try { [uint32]'0x1FFFFFFFF' } catch { \"$_\" }",
      ),
    ).toEqual([
      '4278190080',
      '-16777216',
      '18446744073709551615',
      '-1',
      '-1',
      '255',
      'Cannot convert value "0x1FFFFFFFF" to type "System.UInt32". Error: "Value was either too large or too small for a UInt32."',
    ]);
  });
  it('a module does not inherit the strictness of who calls it', async () => {
    expect(
      await linesOf(
        'Set-StrictMode -Version Latest; $m = New-Module { function SM { "sm $ww"; & { "sub $qq" } } }; SM; & $m { "m $ww" }; function L { "l $ww" }; try { L } catch { $_.FullyQualifiedErrorId }',
      ),
    ).toEqual(['sm ', 'sub ', 'm ', 'VariableIsUndefined']);
  });
  it('entries with equal keys and values are equal', async () => {
    expect(
      await linesOf(
        "$a = [Collections.DictionaryEntry]::new('a', 1); @{ a = 1 }.GetEnumerator() | % { $_ -eq $a }; [Collections.DictionaryEntry]::new('a', 2) -eq $a; $p = { [Collections.Generic.KeyValuePair[string, int]]::new('a', 1) }; (& $p).Equals((& $p)); (& $p).GetHashCode() -eq (& $p).GetHashCode()",
      ),
    ).toEqual(['True', 'False', 'True', 'True']);
  });
  it('text elements are walked, cultures have their TextInfo, milliseconds of Get-Date are whole', async () => {
    expect(
      await linesOf(
        "$e = [Globalization.StringInfo]::GetTextElementEnumerator(\"ae`u{301}x\"); $e.GetType().Name; while ($e.MoveNext()) { \"$($e.ElementIndex) $($e.GetTextElement().Length)\" }; (Get-Culture).TextInfo.ToTitleCase('hello wORLD'); (Get-Date -Millisecond 5).Ticks % 10000000; [Collections.Generic.List[int[]]]$l = [int[]](1, 5); $l.Count; ('A', 'B' | Select-Object -Unique).IndexOf([char]'B')",
      ),
    ).toEqual(['TextElementEnumerator', '0 1', '1 2', '3 1', 'Hello World', '50000', '1', '1']);
  });
  it('lists of script classes are sorted by their CompareTo and searched by their Equals', async () => {
    expect(
      await linesOf(
        `class Nd : System.IComparable {
           [int]$v
           Nd($v) { $this.v = $v }
           [int] CompareTo($o) { return $this.v.CompareTo($o.v) }
           [bool] Equals($o) { return $this.v -eq $o.v }
         }
         $l = [Collections.Generic.List[Nd]]::new(); $l.Add([Nd]::new(3)); $l.Add([Nd]::new(1)); $l.Sort(); $l.v -join ','; $l.Contains([Nd]::new(3))`,
      ),
    ).toEqual(['1,3', 'True']);
  });
  it('PSParser gives the tokens of PowerShell 2', async () => {
    expect(
      await linesOf(
        "$e = $null; $t = [Management.Automation.PSParser]::Tokenize('task a -Jobs b, { [Math]::Max(1, ${x y}) } # t', [ref]$e); $t.GetType().Name; $e.Count; ($t | % { \"$($_.Type):$($_.Content):$($_.Start)\" }) -join ' '; $t = [Management.Automation.PSParser]::Tokenize('if (', [ref]$e); $e[0].Message; \"$($e[0].Token.Type)\"",
      ),
    ).toEqual([
      'Collection`1',
      '0',
      'Command:task:0 CommandArgument:a:5 CommandParameter:-Jobs:7 CommandArgument:b:13 Operator:,:14 GroupStart:{:16 Type:[Math]:18 Operator::::24 Member:Max:26 GroupStart:(:29 Number:1:30 Operator:,:31 Variable:x y:33 GroupEnd:):39 GroupEnd:}:41 Comment:# t:43',
      "Missing condition in if statement after 'if ('.",
      'Position',
    ]);
  });
  it('dotted code leaves its variables, and not its $MyInvocation, $PSBoundParameters and $args', async () => {
    expect(
      await linesOf(
        `function F {
           . { "B $($MyInvocation.MyCommand.CommandType)"; $left = 1 }
           "F $($MyInvocation.MyCommand.Name) $left"
           . G 5
           "F $($MyInvocation.MyCommand.Name) $($PSBoundParameters.Count) $($args.Count)"
           try { . { throw 'x' } } catch { "F $($MyInvocation.MyCommand.Name)" }
         }
         function G($q) { "G $($MyInvocation.MyCommand.Name) $($PSBoundParameters.Count)" }
         F 1 2`,
      ),
    ).toEqual(['B Script', 'F F 1', 'G G 1', 'F F 0 2', 'F F']);
  });
  it('variables that are there and hold nothing are no missing ones, whatever scope names them', async () => {
    expect(
      await linesOf(
        `Set-StrictMode -Version Latest; $script:a = $null; $global:zz = $null
         function F { $null -eq $script:a; $null -eq $global:zz; $local:l = $null; "[$local:l]"; try { $script:b } catch { "$_" } }
         F; Remove-Variable zz -Scope Global`,
      ),
    ).toEqual(['True', 'True', '[]', "The variable '$script:b' cannot be retrieved because it has not been set."]);
  });
  it('a block has no variable of its own where one of all scopes cannot be written', async () => {
    expect(
      await linesOf(`$ErrorActionPreference = 'SilentlyContinue'; function F { $IsCoreCLR = 5; "$IsCoreCLR" }; F
         $y = 1; function G { $y = 1 / 0; "[$y]" }; G`),
    ).toEqual(['True', '[]']);
  });
});
