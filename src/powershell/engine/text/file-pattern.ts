/**
 * The patterns of names that .NET's file system takes, for `-Filter` and the methods that list folders: those of Windows'
 * first systems, where every name has a dot. There are `*` and `?` alone, no sets and no escapes.
 */
import { escapeRegex } from './wildcard.js';

/** `*.` at the end is what has no extension: what comes before the last dot, and that dot where nothing follows it. */
const WITHOUT_EXTENSION = '(?:[^.]|\\.(?=[^]*\\.))*\\.?';
/** A dot before a wildcard is none at the end of a name too. */
const DOT = '(?:\\.|$)';
/** Of several `?`, those that a dot or the end comes before are for nothing. */
const ONE = '(?:[^.]|(?=\\.|$))';

export function filePattern(pattern: string, caseSensitive: boolean): RegExp {
  if (['', '.', '*.*'].includes(pattern)) return /^/;
  const isBare = pattern.endsWith('*.');
  const kept = isBare ? pattern.slice(0, -2) : pattern;
  // What stands between the stars is taken where it is met first: no place further on is better.
  const parts = kept.split('*').map((part, at, all) => {
    const dots = part.replace(/\.(?=\?)/g, '"');
    const isBeforeStar = at < all.length - 1 || isBare;
    const dotted = isBeforeStar ? dots.replace(/\.$/, '"') : dots;
    return escapeRegex(dotted).replaceAll('"', DOT).replaceAll('\\?', ONE);
  });
  if (isBare) parts[parts.length - 1] += WITHOUT_EXTENSION;
  const [first = '', ...more] = parts;
  const last = more.pop();
  const flags = caseSensitive ? 'u' : 'iu';
  if (last === undefined) return new RegExp(`^${first}$`, flags);
  const middle = more.filter((part) => part !== '').map((part, at) => `(?=([^]*?${part}))\\${at + 1}(?:)`);
  return new RegExp(`^${first}${middle.join('')}[^]*${last}$`, flags);
}
