import { describe, expect, it } from 'vitest';
import {
  colorize,
  completeness,
  isIncomplete,
  lookUp,
  parseDataFile,
  parseInput,
  pureExpression,
  safeValue,
} from './index.js';

describe('completeness', () => {
  it.each([
    'if ($x) {',
    'foo |',
    '"abc',
    "@'\nabc",
    '1 +',
    '@{ a = 1',
    '(1',
    'function f {',
    '<# c',
    'foo `',
    'class A {',
    '$x =',
  ])('goes on reading after %j', (text) => expect(isIncomplete(text)).toBe(true));
  it.each([')', '1 1', 'if ($x) { } }', 'foo > | bar', '1kbx + = 2; }'])('calls %j wrong', (text) => {
    expect(completeness(text)).toMatchObject({ state: 'wrong' });
  });
  it.each(['', '1', 'foo | bar', '# comment', 'if (1) { }'])('calls %j complete', (text) => {
    expect(completeness(text)).toEqual({ state: 'complete' });
  });
});

describe('colours', () => {
  it('tell commands, parameters, members, types, keywords and variables inside strings', () => {
    const text = 'if ($a) { foo -Bar "x$b" 1 # c\n[int]$c.Length }';
    const { spans } = colorize(text);
    expect(spans.map(({ start, end, color }) => `${text.slice(start, end)}=${color}`)).toEqual([
      'if=keyword',
      '$a=variable',
      'foo=command',
      '-Bar=parameter',
      '"x=string',
      '$b=variable',
      '"=string',
      '1=number',
      '# c=comment',
      'int=type',
      '$c=variable',
      '.=operator',
      'Length=member',
    ]);
  });
  it('do not overlap, and are in order', () => {
    const { spans } = colorize('"a$(b "c$d" | e)f" -f @{ x = \'y\' }; & $z');
    for (const [i, span] of spans.entries()) expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
  });
  it('mark what is wrong', () => {
    expect(colorize('1 -foo 2').spans).toContainEqual({ start: 2, end: 6, color: 'error' });
  });
});

describe('safe values', () => {
  it('read a manifest, its keys in order and in any case', () => {
    const data = parseDataFile(
      "@{ ModuleVersion = '1.0'; N = -5; L = @('a', 'b'); One = @(1); T = @{ x = $true }; E = @() }",
    );
    expect([...data.keys()]).toEqual(['ModuleVersion', 'N', 'L', 'One', 'T', 'E']);
    expect(lookUp(data, 'moduleversion')).toBe('1.0');
    expect(data.get('N')).toEqual({ type: 'int', value: -5 });
    expect(data.get('L')).toEqual(['a', 'b']);
    expect(data.get('One')).toEqual([{ type: 'int', value: 1 }]);
    expect(data.get('E')).toEqual([]);
    expect(data.get('T')).toEqual(new Map([['x', true]]));
  });
  it.each(['@{ a = foo }', '@{ a = $env:x }', '@{ a = 1 + 1 }', '1', '@{}; 2', '@{ a = "x$(1)" }', '@{'])(
    'refuse %j',
    (text) => {
      expect(() => parseDataFile(text)).toThrow(expect.objectContaining({ errorId: 'Argument' }));
    },
  );
  it('keep the type of a number', () => {
    const statement = parseInput('9999999999').ast.endBlock?.statements[0];
    const expression = statement && pureExpression(statement);
    expect(expression && safeValue(expression)).toEqual({ type: 'long', value: 9999999999n });
  });
});
