/** Classes of a script: what they give was measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

describe('classes', () => {
  it('count up static properties, and refuse values of another type', async () => {
    expect(
      await linesOf(
        `class S { static [int]$N = 1 }; [S]::N++; ++[S]::N; [S]::N += 5; [S]::N
         try { [S]::N = 'abc' } catch { $_.FullyQualifiedErrorId }`,
      ),
    ).toEqual(['8', 'ExceptionWhenSetting']);
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
    ).toEqual(['True', 'List\`1', 'Object[]']);
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
});
