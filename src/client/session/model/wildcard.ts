/**
 * PowerShell's wildcard patterns, case ignored: `*` any run, `?` one character, `[abc]` and `[a-z]` one of a set, a
 * backtick takes the next character as it is. cmdlets.md 3.9
 */
import { WildcardPatternError } from '../../../protocol/errors/index.js';

const SPECIAL = /[*?[\]]/;

type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'any' }
  | { readonly type: 'one' }
  | { readonly type: 'set'; readonly matches: (character: string) => boolean };

export class WildcardPattern {
  readonly pattern: string;
  #parts: readonly Part[] | undefined;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  /** True when `text` has a wildcard character that no backtick takes the meaning from. */
  static containsWildcards(text: string): boolean {
    for (let index = 0; index < text.length; index += 1) {
      if (text[index] === '`') index += 1;
      else if (SPECIAL.test(text[index] ?? '')) return true;
    }
    return false;
  }

  /** Puts a backtick before every wildcard character, so that the text matches itself only. */
  static escape(text: string): string {
    return text.replace(/[*?[\]`]/g, '`$&');
  }

  /**
   * Greedy with one step back per `*`: time is at most text length × pattern length.
   * @throws WildcardPatternError: as in PowerShell, only where there is something to compare.
   */
  isMatch(input: string): boolean {
    this.#parts ??= parse(this.pattern);
    const parts = this.#parts;
    const text = Array.from(input.toLowerCase());
    let at = 0;
    let part = 0;
    let starPart = -1;
    let starAt = 0;
    while (at < text.length) {
      const current = parts[part];
      if (current?.type === 'any') {
        starPart = part;
        starAt = at;
        part += 1;
      } else if (current !== undefined && matchesOne(current, text[at] ?? '')) {
        at += 1;
        part += 1;
      } else if (starPart >= 0) {
        part = starPart + 1;
        starAt += 1;
        at = starAt;
      } else return false;
    }
    while (parts[part]?.type === 'any') part += 1;
    return part === parts.length;
  }
}

function matchesOne(part: Part, character: string): boolean {
  switch (part.type) {
    case 'text':
      return part.text === character;
    case 'one':
      return true;
    case 'set':
      return part.matches(character);
    case 'any':
      return false;
    default:
      return part satisfies never;
  }
}

function parse(pattern: string): Part[] {
  const characters = Array.from(pattern.toLowerCase());
  const parts: Part[] = [];
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    if (character === '`' && index + 1 < characters.length) {
      index += 1;
      parts.push({ type: 'text', text: characters[index] ?? '' });
    } else if (character === '*') {
      if (parts.at(-1)?.type !== 'any') parts.push({ type: 'any' });
    } else if (character === '?') parts.push({ type: 'one' });
    else if (character === '[') {
      const end = endOfSet(characters, index + 1);
      const set = end < 0 ? undefined : parseSet(characters.slice(index + 1, end));
      if (set === undefined) throw new WildcardPatternError(pattern);
      parts.push(set);
      index = end;
    } else parts.push({ type: 'text', text: character });
  }
  return parts;
}

function endOfSet(characters: readonly string[], from: number): number {
  for (let index = from; index < characters.length; index += 1) {
    if (characters[index] === '`') index += 1;
    else if (characters[index] === ']' && index > from) return index;
  }
  return -1;
}

/** Undefined for a range that goes backwards. */
function parseSet(characters: readonly string[]): Part | undefined {
  const singles = new Set<string>();
  const ranges: (readonly [string, string])[] = [];
  const plain: { readonly character: string; readonly escaped: boolean }[] = [];
  for (let index = 0; index < characters.length; index += 1) {
    const escaped = characters[index] === '`' && index + 1 < characters.length;
    if (escaped) index += 1;
    plain.push({ character: characters[index] ?? '', escaped });
  }
  for (let index = 0; index < plain.length; index += 1) {
    const first = plain[index]?.character ?? '';
    const dash = plain[index + 1];
    const last = plain[index + 2];
    if (dash !== undefined && dash.character === '-' && !dash.escaped && last !== undefined) {
      if (first > last.character) return undefined;
      ranges.push([first, last.character]);
      index += 2;
    } else singles.add(first);
  }
  return {
    type: 'set',
    matches: (character) =>
      singles.has(character) || ranges.some(([low, high]) => character >= low && character <= high),
  };
}
