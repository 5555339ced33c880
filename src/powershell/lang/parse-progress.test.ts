/** A parse in pieces gives what the parse in one go gives, wherever it is interrupted. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseInPieces, parseInput, type ParseResult } from './parser.js';

const shape = (result: ParseResult): string =>
  JSON.stringify(result, (key, value: unknown) =>
    key === 'source' ? undefined : typeof value === 'bigint' ? `${value}n` : value,
  );
/** Interrupted whenever it can be, or every so often. */
function inPieces(text: string, every: number): { readonly shape: string; readonly turns: number } {
  let looks = 0;
  const work = parseInPieces(text, undefined, {}, () => {
    looks += 1;
    return looks % every === 0 ? true : undefined;
  });
  for (let turns = 0; ; turns += 1) {
    const step = work.next();
    if (step.done === true) return { shape: shape(step.value), turns };
  }
}
const repeated = (text: string, times: number): string => text.repeat(times);
const LONG: readonly (readonly [name: string, text: string])[] = [
  ['statements', repeated('Get-Item -Path x; if ($a) { 1 + 2 }; ', 300)],
  ['a block', `if ($a) {${repeated('Get-Item -Path x; if ($a) { 1 + 2 }; ', 300)}} else { 1 }`],
  ['pairs', `@{${Array.from({ length: 400 }, (_, at) => `a${at} = 1,2,$b[${at}]`).join(';')}}`],
  ['elements', `@(${repeated('1,', 2000)}1) + 2`],
  ['a string', `"${repeated('a$x b$(1+2; ""5"") ', 300)}" | f`],
  ['blocks in blocks', `${repeated('x $a[1] {', 40)}${repeated('y | z; ', 300)}${repeated('}', 40)}`],
  ['what is wrong', repeated('if ( { 1, } ) else @{ a = } "$(" ; class { ] } function { ', 40)],
  ['comments and requirements', repeated('# a comment\n#requires -version 5\nf <# b #> 1\n', 200)],
];
const folder = new URL('../../../test/differential/snippets/', import.meta.url);
const collected = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

describe('a parse in pieces', () => {
  it.each([...LONG, ...collected])('gives the same: %s', (_name, text) => {
    const all = shape(parseInput(text));
    for (const every of [1, 7]) {
      const made = inPieces(text, every);
      expect(made.shape === all).toBe(true);
    }
  });
  it.each(LONG)('lets others have their turn: %s', (_name, text) => {
    expect(inPieces(text, 1).turns).toBeGreaterThan(text.length / 400);
  });
});
