import { describe, expect, it } from 'vitest';
import { WildcardPattern } from './wildcard.js';

const match = (pattern: string, text: string): boolean => new WildcardPattern(pattern).isMatch(text);

describe('wildcard patterns [cmdlets.md 3.9]', () => {
  it.each([
    ['*', '', true],
    ['*', 'anything', true],
    ['BackupJob*', 'backupjob04', true],
    ['BackupJob*', 'xBackupJob', false],
    ['*Job', 'BackupJob', true],
    ['*a*b*', 'xxaYYbzz', true],
    ['*a*b*', 'xxbYYazz', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a?c', 'a😀c', true],
    ['[abc]1', 'B1', true],
    ['[a-c]1', 'd1', false],
    ['[a-c]1', 'C1', true],
    ['[a`-c]1', 'b1', false],
    ['[a`-c]1', '-1', true],
    ['a`*c', 'a*c', true],
    ['a`*c', 'abc', false],
    ['[]]x', ']x', true],
    ['', '', true],
    ['', 'a', false],
  ])('%s against %s is %s', (pattern, text, expected) => {
    expect(match(pattern, text)).toBe(expected);
  });

  it.each(['[', 'a[1', 'a[]1', '[a`]', '[b-a]', '*['])(
    '%s is refused, once there is something to compare',
    (pattern) => {
      const made = new WildcardPattern(pattern);
      expect(() => made.isMatch('x')).toThrow(`The specified wildcard character pattern is not valid: ${pattern}`);
    },
  );

  it('tells wildcards from plain names, backticks counted', () => {
    expect(WildcardPattern.containsWildcards('Server*')).toBe(true);
    expect(WildcardPattern.containsWildcards('Server`*')).toBe(false);
    expect(WildcardPattern.containsWildcards('a[b')).toBe(true);
    expect(WildcardPattern.escape('a[1]*`')).toBe('a`[1`]`*``');
    expect(match(WildcardPattern.escape('a[1]*`'), 'A[1]*`')).toBe(true);
  });

  it('stays fast on patterns made to be slow', () => {
    const start = performance.now();
    expect(match(`${'*a'.repeat(200)}*b`, 'a'.repeat(20_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
