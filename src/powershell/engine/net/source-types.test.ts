import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import './index.js';
import { declareTypes } from './source-types.js';

describe('types that a C# source declares', () => {
  it.each([
    'public class A { public void Run() { } }',
    'public class A : B { public int X; }',
    'public struct A { public int X; }',
    'public class A { private int x; }',
    'public class A { public Nowhere X; }',
    'public class A<T> { public int X; }',
    'public enum A { X = Y }',
    'public enum A { X',
    'class A { public int X; }',
    'public class A { public int X = 1 + 1; }',
    'int x = 5;',
    '',
    `public enum A { X = ${'('.repeat(100_000)} }`,
    `public class A { public ${'List<'.repeat(100_000)} X; }`,
    'namespace N {'.repeat(100_000),
  ])('are not made where there is more in it: %.60s', (source) => {
    expect(declareTypes(source)).toBeUndefined();
  });

  it('are read from anything without failing otherwise', () => {
    const words = fc.constantFrom(
      ...'public class enum namespace { } ( ) ; , = [ ] < > | & ~ - + A B int string get set private new "x" 1 0x2 using . ? :'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        // `Z` is declared nowhere: nothing is made, whatever else stands there.
        expect(declareTypes(`${parts.join(' ')} public class Z { Z }`)).toBeUndefined();
      }),
    );
  });
});
