/** Classes of a script: what they give was measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

describe('classes', () => {
  it('count up static properties, and refuse values of another type', async () => {
    expect(
      await linesOf(
        `class S { static [int]$N = 1 }; [S]::N++; ++[S]::N; [S]::N += 5; [S]::N
         try { [S]::N = 'abc' } catch { $_.FullyQualifiedErrorId }; try { [int]::MaxValue += 1 } catch { "$_" }`,
      ),
    ).toEqual(['8', 'ExceptionWhenSetting', "'MaxValue' is a ReadOnly property."]);
  });
  it('are taken apart when they are IEnumerable, item by item', async () => {
    expect(
      await linesOf(
        `class En : System.Collections.IEnumerable {
           [System.Collections.IEnumerator] GetEnumerator() { return (1,2,3).GetEnumerator() } }
         class Up : System.Collections.IEnumerator { [int]$i = 0
           [bool] MoveNext() { $this.i++; return $true } [object] get_Current() { return $this.i } [void] Reset() { $this.i = 0 } }
         foreach ($x in [En]::new()) { "x$x" }; @([En]::new()).Count; [En]::new() | % { "p$_" }
         foreach ($x in [Up]::new()) { if ($x -gt 2) { break }; "u$x" }`,
      ),
    ).toEqual(['x1', 'x2', 'x3', '3', 'p1', 'p2', 'p3', 'u1', 'u2']);
  });
  it('return the object itself from a method', async () => {
    expect(
      await linesOf(
        `class A { $l = [System.Collections.Generic.List[int]](1,2); [object] M() { return $this.l } [object] E() { return @() } }
         $a = [A]::new(); [object]::ReferenceEquals($a.M(), $a.l); $a.M().GetType().Name; ,$a.E() | % { $_.GetType().Name }`,
      ),
    ).toEqual(['True', 'List`1', 'Object[]']);
  });
  it('show hidden members with -Force only', async () => {
    expect(
      await linesOf(
        `class P { hidden [int]$h; [int]$v; hidden [void] Hm() {}
           [void] M() {} }
         ([P]::new() | gm -MemberType Property,Method | % Name) -join ' '; @([P]::new() | gm -Force | ? Name -in h,Hm).Count`,
      ),
    ).toEqual(['Equals GetHashCode GetType M ToString v', '2']);
  });
  it('derive from collections of .NET, with their items and keys', async () => {
    expect(
      await linesOf(
        `class L : System.Collections.Generic.List[string] { [string] JoinAll() { return $this -join '+' } }
         $l=[L]::new(); $l.Add('a'); $l.Add('b'); $l.JoinAll(); $l[1]; foreach ($x in $l) { "x$x" }; $l | % { "p$_" }; "$l"
         class H : System.Collections.Hashtable { [object] Get2($k) { return $this[$k] } }
         $h=[H]::new(); $h['a']=1; $h.b=2; $h.Get2('a'); $h.Count; $h -is [hashtable]`,
      ),
    ).toEqual(['a+b', 'b', 'xa', 'xb', 'pa', 'pb', 'a b', '1', '2', 'True']);
  });
  it('call the method of a base class by a cast of any variable', async () => {
    expect(
      await linesOf(
        `class B { [string] Over() { return 'B' } } class D : B { [string] Over() { return 'D' + ([B]$this).Over() } }
         $d=[D]::new(); $d.Over(); ([B]$d).Over(); [B]$x=$d; $x.Over()`,
      ),
    ).toEqual(['DB', 'B', 'DB']);
  });
  it('show signatures as PowerShell does', async () => {
    expect(
      await linesOf(
        `class O { O() {} O([int]$x) {} [string] M([int]$a) { return '' } [void] M([string]$a, [string[]]$b) {} }
         "$([O]::new().M)"; "$([O]::new)"`,
      ),
    ).toEqual(['string M(int a), void M(string a, string[] b)', 'O new(), O new(int x)']);
  });
  it('refuse values of a hashtable that their properties refuse', async () => {
    expect(
      (
        await linesOf(
          `class V { [ValidateSet('a','b')][string]$S = 'a' }; try { [V]@{S='q'} } catch { "$($_.FullyQualifiedErrorId) $_" }`,
        )
      )[0],
    ).toMatch(
      /^ObjectCreationError Cannot create object of type "V"\. The argument "q" does not belong to the set "a,b"/,
    );
  });
});

describe('attributes that are classes of the script', () => {
  it('transform arguments before they are converted', async () => {
    expect(
      await linesOf(
        `class Tr : System.Management.Automation.ArgumentTransformationAttribute {
           [object] Transform([System.Management.Automation.EngineIntrinsics]$e, [object]$v) { if ($v -eq 'ten') { return 10 }; return $v } }
         function f { param([Tr()][int]$n) $n + 1 }; f ten; f 5; try { f zzz } catch { $_.FullyQualifiedErrorId }`,
      ),
    ).toEqual(['11', '6', 'ParameterArgumentTransformationError,f']);
  });
  it('validate arguments, whole or each of them, with the properties that are set', async () => {
    expect(
      await linesOf(
        `class Va : System.Management.Automation.ValidateArgumentsAttribute { [int]$Max=5
           [void] Validate([object]$a, [System.Management.Automation.EngineIntrinsics]$e) { if ($a -gt $this.Max) { throw [System.ArgumentException]::new("too big: $a") } } }
         class Ve : System.Management.Automation.ValidateEnumeratedArgumentsAttribute { [void] ValidateElement([object]$a) { if ($a -eq 'bad') { throw 'bad element' } } }
         function a { param([Va(Max=3)]$n) "ok $n" }; a 2; try { a 4 } catch { "$_" }
         function e { param([Ve()][string[]]$n) "ok $n" }; e a,b; try { e a,bad } catch { "$_" }`,
      ),
    ).toEqual([
      'ok 2',
      "Cannot validate argument on parameter 'n'. too big: 4",
      'ok a b',
      "Cannot validate argument on parameter 'n'. bad element",
    ]);
  });
  it('give the values of a ValidateSet', async () => {
    expect(
      await linesOf(
        `class Gen : System.Management.Automation.IValidateSetValuesGenerator { [string[]] GetValidValues() { return 'one','two' } }
         function g { param([ValidateSet([Gen])]$n) "ok $n" }; g one; try { g three } catch { $_.FullyQualifiedErrorId }`,
      ),
    ).toEqual(['ok one', 'ParameterArgumentValidationError,g']);
  });
  it('end work that is wanted at once when it takes too long, and the session goes on', async () => {
    expect(
      (
        await linesOf(
          `class Slow { [bool] Equals([object]$o) { while ($true) { } return $true } }; try { [Slow]::new() -eq [Slow]::new() } catch { $_.FullyQualifiedErrorId }; 'next'`,
        )
      ).at(-1),
    ).toBe('next');
  });
});
