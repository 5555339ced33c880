/** What classes may derive from. Errors were measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../language/run-script.js';

const idsOf = (...definitions: readonly string[]): Promise<readonly string[]> =>
  linesOf(
    `foreach ($d in ${definitions.map((one) => `'${one}'`).join(',')}) {
       try { & ([scriptblock]::Create($d)); 'ok' }
       catch { "$($_.FullyQualifiedErrorId) $($_.Exception.GetType().Name) $(@($_.Exception.Errors).Count) $($_.Exception.Errors[0].Extent.StartOffset)" } }`,
  );

describe('the bases of a class', () => {
  it('stand before it, and never lead back to it', async () => {
    expect(
      await idsOf(
        'class A : B {}; class B {}',
        'class A : B {}; class B : A {}',
        'class A : A {}',
        'class A : C {}; class B : A {}; class C : B {}',
        'enum E {a}; class A : E {}',
        'class A : System.Collections.Generic.List[A] {}',
        'class A { [B]$b }; class B : A {}',
      ),
    ).toEqual([
      ...Array.from({ length: 4 }, () => 'TypeNotFound ParseException 1 10'),
      'TypeNotFound ParseException 1 22',
      'TypeNotFound ParseException 1 10',
      'ok',
    ]);
  });
  it('are neither sealed nor arrays nor open, and only the first is no interface', async () => {
    expect(
      await idsOf(
        'class A : string {}',
        'class A : int {}',
        'class A : System.Math {}',
        'class A : int[] {}',
        'class A : System.Collections.Generic.List`1 {}',
        'class A : object, string {}',
        'class A {}; class B {}; class C : A, B {}',
      ),
    ).toEqual([
      ...Array.from({ length: 3 }, () => 'SealedBaseClass ParseException 1 10'),
      'SubtypeArray ParseException 1 10',
      'SubtypeUnclosedGeneric ParseException 1 10',
      'InterfaceNameExpected ParseException 1 18',
      'InterfaceNameExpected ParseException 1 37',
    ]);
  });
  it('are given what they want: the methods of an interface, a constructor', async () => {
    expect(
      await idsOf(
        'class A : System.IDisposable {}',
        'class A : System.IDisposable { [void] Dispose() {} }',
        'class A : System.IComparable { [void] CompareTo([object]$o) {} }',
        'class A : System.IComparable { [int] CompareTo([object]$o) { return 0 } }',
        'class A : System.Collections.ArrayList, System.Collections.IEnumerable {}',
        'class A { [void] Dispose() {} }; class B : A, System.IDisposable {}',
        'class A { A([int]$a) {} }; class B : A {}',
        'class A { A([int]$a) {} }; class B : A { B() : base(1) {} }',
        'class A : System.Collections.ObjectModel.ReadOnlyCollection[int] {}',
      ),
    ).toEqual([
      'TypeCreationError ParseException 1 0',
      'ok',
      'TypeCreationError ParseException 1 0',
      'ok',
      'ok',
      'ok',
      'BaseClassNoDefaultCtor ParseException 1 27',
      'ok',
      'BaseClassNoDefaultCtor ParseException 1 0',
    ]);
  });
});
describe('the types of a block', () => {
  it('are made once', async () => {
    expect(
      await linesOf('$b = { class A { static [int]$n = 0 }; [A]::n++; [A] }; $x = & $b; $y = & $b; $x -eq $y; $x::n'),
    ).toEqual(['True', '2']);
  });
});
