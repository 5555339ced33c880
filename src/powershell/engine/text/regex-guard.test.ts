import { describe, expect, it } from 'vitest';
import { NetThrow } from '../values/exceptions.js';
import { guardedExec, repeatsRepetition } from './regex-guard.js';

describe('regular expressions that may take for ever', () => {
  it.each([
    ['^(a+)+$', true],
    ['(a|aa)+', true],
    ['(?:\\w+\\s?)*x', true],
    ['((ab)*c){2,}', true],
    ['(a+)b+', false],
    ['[(+)]+x|y', false],
    ['\\(a+\\)+', false],
    ['(abc)+', false],
    ['(a+)?', false],
  ])('are told by their form: %s', (source, expected) => {
    expect(repeatsRepetition(source)).toBe(expected);
  });

  it('end with the exception of .NET, and find what there is to find as ever', () => {
    expect(guardedExec(/^(a+)+$/u, 'a'.repeat(40))?.[1]).toBe('a'.repeat(40));
    expect(() => guardedExec(/^(a+)+$/iu, `${'a'.repeat(60)}!`)).toThrow(NetThrow);
    const regex = /(\w+\s?)*;/gu;
    regex.lastIndex = 3;
    expect(guardedExec(regex, 'one; two and three;')?.index).toBe(3);
  });
});
