import { describe, expect, it } from 'vitest';
import { wildcardRegex } from './wildcard.js';

/** The same numbers in each run. */
let seed = 3;
const random = (below: number): number => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) % below;
};
const textOf = (letters: string, length: number): string =>
  Array.from({ length }, () => letters.charAt(random(letters.length))).join('');
/** Tries everything. */
function matches(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const rest = pattern.slice(1);
  if (pattern.startsWith('*')) return matches(rest, text) || (text !== '' && matches(pattern, text.slice(1)));
  return text !== '' && (pattern.startsWith('?') || pattern[0] === text[0]) && matches(rest, text.slice(1));
}

describe('wildcards', () => {
  it('match as if all were tried', () => {
    for (let round = 0; round < 5000; round += 1) {
      const pattern = textOf('ab*?*', random(9));
      const text = textOf('ab', random(10));
      expect([pattern, text, wildcardRegex(pattern, true).test(text)]).toEqual([pattern, text, matches(pattern, text)]);
    }
  });
  it('know sets, escapes and digits beside stars, whatever the case', () => {
    for (const [pattern, text, expected] of [
      ['*[a-c]*x*[0-9]1*', 'zzBzX71', true],
      ['*[a-c]*x*[0-9]1*', 'zzBzX7', false],
      ['*1*2*3*', '0102030', true],
      ['*1*2*3*', '0103020', false],
      ['*`**b', 'a*ab', true],
      ['*`**b', 'aab', false],
      ['*\n*\u{1F600}?*', 'a\nb\u{1F600}\u{1F601}', true],
      ['***a***', 'xax', true],
    ] as const)
      expect([pattern, text, wildcardRegex(pattern).test(text)]).toEqual([pattern, text, expected]);
  });
  it('take no longer than the text is long', () => {
    const text = 'a'.repeat(100_000);
    expect(wildcardRegex('*a*a*a*a*a*a*b').test(text)).toBe(false);
    expect(wildcardRegex('*a*a*a*a*a*a*').test(text)).toBe(true);
  }, 5000);
});
