/** A text that is being written gives the tree that it gives by itself, whatever was parsed before. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ParseMemory } from './parse-memory.js';
import { parseInput, type ParseResult } from './parser.js';

const shape = ({ ast, tokens, errors }: ParseResult): string =>
  JSON.stringify({ ast, tokens, errors }, (key, value: unknown) =>
    key === 'source' ? undefined : typeof value === 'bigint' ? `${value}n` : value,
  );
const folder = new URL('../../../test/differential/snippets/', import.meta.url);
const collected = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

/** Small numbers, the same in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}
const TYPED = [
  'x',
  ' ',
  '\n',
  '{',
  '}',
  '(',
  ')',
  '"',
  "'",
  '$',
  '#',
  '|',
  ';',
  'else {',
  '<#',
  '#>',
  "@'\n",
  ',',
  '= 1',
];

describe('a text that is being written', () => {
  it.each(collected)('gives its own tree: %s', (name, text) => {
    const some = text.slice(0, 12_000);
    const memory = new ParseMemory();
    const random = numbers(name.length + some.length);
    let now = some;
    for (let edit = 0; edit < 25; edit += 1) {
      const at = edit % 3 === 0 ? now.length - random(Math.min(now.length, 200) || 1) : random(now.length || 1);
      const typed = TYPED[random(TYPED.length)] ?? '';
      now = edit % 4 === 3 ? now.slice(0, at) + now.slice(at + random(40)) : now.slice(0, at) + typed + now.slice(at);
      expect(shape(memory.result(now)) === shape(parseInput(now)), `${edit}: ${typed} at ${at}`).toBe(true);
      const before = now.slice(0, at + typed.length);
      expect(memory.tree(before).tokens.length).toBe(parseInput(before).tokens.length);
    }
  });
});
