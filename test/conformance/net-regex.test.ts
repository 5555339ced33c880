/** .NET's patterns as JavaScript's. Outcomes were measured with .NET 10. */
import { describe, expect, it } from 'vitest';
import { outputOf, runScript } from '../support/engine-script.js';

describe('patterns that JavaScript does not have', () => {
  it.each([
    ["[regex]::Match('aaa', '(?>a+)a').Success", 'False'],
    ["[regex]::Match('aaab', '(?>a+)b').Value", 'aaab'],
    ["[regex]::Match('foobar', '(?>(f)oo)(b)').Groups[2].Value", 'b'],
    ["[regex]::Match('ab', '(?(?=a)ab|cd)').Value", 'ab'],
    ["[regex]::Match('xcd', '(?(?=a)ab|cd)').Value", 'cd'],
    ["[regex]::Match('1z', '(?(\\d)\\dz|q)').Value", '1z'],
    ["[regex]::Match('qq', '^(?(?!a)q|z)').Value", 'q'],
    ["[regex]::Match('a|b', '(?(?=a)a[|]b|c)').Value", 'a|b'],
  ])('%s is %s', async (script, expected) => {
    expect(await outputOf(script)).toEqual([expected]);
  });
  it.each([
    ['a{2,1}', "Invalid pattern 'a{2,1}' at offset 6. Illegal {x,y} with x > y."],
    ['\\p{Foo}', "Invalid pattern '\\p{Foo}' at offset 7. Unknown property 'Foo'."],
    ['(?<n', "Invalid pattern '(?<n' at offset 4. Unrecognized grouping construct."],
  ])('%s is refused', async (pattern, message) => {
    const { errors } = await runScript(`[regex]::new('${pattern}')`);
    expect(errors).toEqual([`RegexParseException: Exception calling ".ctor" with "1" argument(s): "${message}"`]);
  });
});
