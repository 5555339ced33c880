import { describe, expect, it } from 'vitest';
import { findAll, parseInput } from './index.js';

/** Values and types as System.Management.Automation 7.6.9 gives them. */
const LITERALS: readonly (readonly [string, string, string])[] = [
  ['1', 'int', '1'],
  ['2147483648', 'long', '2147483648'],
  ['9223372036854775808', 'decimal', '9223372036854775808'],
  ['79228162514264337593543950336', 'double', '7.922816251426434e+28'],
  ['1l', 'long', '1'],
  ['255uy', 'byte', '255'],
  ['-1y', 'sbyte', '-1'],
  ['1us', 'ushort', '1'],
  ['4294967296u', 'ulong', '4294967296'],
  ['1ul', 'ulong', '1'],
  ['1n', 'bigint', '1'],
  ['1.50d', 'decimal', '1.50'],
  ['1e3d', 'decimal', '1000'],
  ['2.5l', 'long', '2'],
  ['3.5l', 'long', '4'],
  ['1kb', 'int', '1024'],
  ['1.5kb', 'double', '1536'],
  ['1pb', 'long', '1125899906842624'],
  ['0xFF', 'int', '255'],
  ['0xFFFFFFFF', 'int', '-1'],
  ['0xFFFFFFFFu', 'uint', '4294967295'],
  ['0xFFFFFFFFFFFFFFFF', 'long', '-1'],
  ['0xFFs', 'short', '255'],
  ['0xFFFFs', 'short', '-1'],
  ['0b11111111', 'int', '-1'],
  ['0b011111111', 'int', '255'],
  ['.5', 'double', '0.5'],
  ['1.', 'double', '1'],
  ['1e400', 'double', 'Infinity'],
];

describe('numeric literals', () => {
  it.each(LITERALS)('%s is %s %s', (text, type, value) => {
    const { ast, errors } = parseInput(text);
    expect(errors).toEqual([]);
    const constant = findAll(ast, (node) => node.kind === 'ConstantExpressionAst')[0];
    const number = constant?.kind === 'ConstantExpressionAst' ? constant.value : undefined;
    if (number === undefined || number === null || typeof number === 'boolean') throw new Error('no number');
    expect([number.type, String(number.value)]).toEqual([type, value]);
  });

  it.each(['256uy', '300y', '99999999999999999999n1', '79228162514264337593543950336d'])('%s is no number', (text) => {
    const bad = parseInput(`1 + ${text}`).errors;
    expect(bad.length).toBeGreaterThan(0);
  });

  it('is a word where a command takes one', () => {
    const words = findAll(parseInput('foo 1z 300y 1').ast, (node) => node.kind === 'StringConstantExpressionAst');
    expect(words.map((node) => node.extent.text)).toEqual(['foo', '1z', '300y']);
  });
});
