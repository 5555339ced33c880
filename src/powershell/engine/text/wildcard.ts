/** PowerShell wildcards (`* ? [a-z]`, backtick escapes) as JavaScript's regular expressions. */
import { WildcardPatternError } from '../../../protocol/errors/index.js';

const cache = new Map<string, RegExp>();
function remember(key: string, make: () => RegExp): RegExp {
  let found = cache.get(key);
  if (found === undefined) {
    found = make();
    if (cache.size > 500) cache.clear();
    cache.set(key, found);
  }
  return found;
}

export const escapeRegex = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/**
 * The parts with whatever is between them. Each part but the last is taken where it is met first, and then not looked for
 * elsewhere: a place further on is never better, and many stars that were all tried everywhere would take for ever.
 */
function joined([first = '', ...parts]: readonly string[]): string {
  const last = parts.pop();
  if (last === undefined) return `^${first}$`;
  const middle = parts.filter((part) => part !== '');
  if (middle.length === 0) return `^${first}[\\s\\S]*${last}$`;
  return `^${first}${middle.map((part, index) => `(?=([\\s\\S]*?${part}))\\${index + 1}(?:)`).join('')}[\\s\\S]*${last}$`;
}

/** A pattern that matches the whole text. Throws WildcardPatternError for a set without end. */
export function wildcardRegex(pattern: string, caseSensitive = false): RegExp {
  return remember(`w${caseSensitive ? 'c' : 'i'}:${pattern}`, () => {
    // What stands between the stars.
    const parts: string[] = [];
    let out = '';
    for (let index = 0; index < pattern.length; index += 1) {
      const c = pattern[index] ?? '';
      if (c === '*') {
        parts.push(out);
        out = '';
      } else if (c === '?') out += '[\\s\\S]';
      else if (c === '`' && index + 1 < pattern.length) {
        index += 1;
        out += escapeRegex(pattern[index] ?? '');
      } else if (c === '[') {
        let end = index + 1;
        if (pattern[end] === ']') end += 1;
        while (end < pattern.length && pattern[end] !== ']') end += pattern[end] === '`' ? 2 : 1;
        if (end >= pattern.length) throw new WildcardPatternError(pattern);
        const set = pattern.slice(index + 1, end).replace(/`(.)/g, '$1');
        out += `[${set.replace(/[\\\]^]/g, '\\$&')}]`;
        index = end;
      } else out += escapeRegex(c);
    }
    parts.push(out);
    try {
      return new RegExp(joined(parts), caseSensitive ? 'u' : 'iu');
    } catch (error) {
      // A set whose range goes backwards.
      if (error instanceof SyntaxError) throw new WildcardPatternError(pattern);
      throw error;
    }
  });
}
/** The same for the last part of a path: a set without end matches nothing. */
export function placeRegex(pattern: string): RegExp {
  try {
    return wildcardRegex(pattern);
  } catch (error) {
    if (error instanceof WildcardPatternError) return /(?!)/;
    throw error;
  }
}
export const hasWildcard = (pattern: string): boolean => /(?<!`)[*?[]/.test(pattern);
export const unescapeWildcard = (pattern: string): string => pattern.replace(/`(.)/g, '$1');
export const escapeWildcard = (text: string): string => text.replace(/[*?[\]`]/g, '`$&');
