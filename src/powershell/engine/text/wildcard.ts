/** PowerShell wildcards (`* ? [a-z]`, backtick escapes) and .NET regular expressions, as JavaScript ones. */

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

export class WildcardError extends Error {}

const escapeRegex = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A pattern that matches the whole text. Throws WildcardError for a set without end. */
export function wildcardRegex(pattern: string, caseSensitive = false): RegExp {
  return remember(`w${caseSensitive ? 'c' : 'i'}:${pattern}`, () => {
    let out = '^';
    for (let index = 0; index < pattern.length; index += 1) {
      const c = pattern[index] ?? '';
      if (c === '*') out += '[\\s\\S]*';
      else if (c === '?') out += '[\\s\\S]';
      else if (c === '`' && index + 1 < pattern.length) {
        index += 1;
        out += escapeRegex(pattern[index] ?? '');
      } else if (c === '[') {
        let end = index + 1;
        if (pattern[end] === ']') end += 1;
        while (end < pattern.length && pattern[end] !== ']') end += pattern[end] === '`' ? 2 : 1;
        if (end >= pattern.length)
          throw new WildcardError(`The specified wildcard character pattern is not valid: ${pattern}`);
        const set = pattern.slice(index + 1, end).replace(/`(.)/g, '$1');
        out += `[${set.replace(/[\\\]^]/g, '\\$&')}]`;
        index = end;
      } else out += escapeRegex(c);
    }
    return new RegExp(`${out}$`, caseSensitive ? 'u' : 'iu');
  });
}
export const hasWildcard = (pattern: string): boolean => /(?<!`)[*?[]/.test(pattern);
export const unescapeWildcard = (pattern: string): string => pattern.replace(/`(.)/g, '$1');
export const escapeWildcard = (text: string): string => text.replace(/[*?[\]`]/g, '`$&');

export interface RegexOptions {
  readonly ignoreCase?: boolean;
  readonly multiline?: boolean;
  readonly singleline?: boolean;
  readonly explicitCapture?: boolean;
  readonly ignoreWhitespace?: boolean;
  readonly rightToLeft?: boolean;
}

/** A .NET regular expression as a JavaScript one (global, with indices). Throws SyntaxError when it cannot be. */
export function netRegex(pattern: string, options: RegexOptions = {}): RegExp {
  const key = `r${JSON.stringify(options)}:${pattern}`;
  return remember(key, () => translate(pattern, options));
}

const CLASSES: Readonly<Record<string, string>> = {
  IsGreek: 'Script=Greek',
  IsCyrillic: 'Script=Cyrillic',
  IsBasicLatin: 'ASCII',
};

function translate(source: string, options: RegexOptions): RegExp {
  let ignoreCase = options.ignoreCase ?? false;
  let multiline = options.multiline ?? false;
  let singleline = options.singleline ?? false;
  let extended = options.ignoreWhitespace ?? false;
  let pattern = source;
  // Options for the whole pattern: `(?im)` at the start.
  for (;;) {
    const inline = /^\(\?([imsnx]*)(?:-([imsnx]+))?\)/.exec(pattern);
    if (inline === null) break;
    const on = inline[1] ?? '';
    const off = inline[2] ?? '';
    ignoreCase = (ignoreCase || on.includes('i')) && !off.includes('i');
    multiline = (multiline || on.includes('m')) && !off.includes('m');
    singleline = (singleline || on.includes('s')) && !off.includes('s');
    extended = (extended || on.includes('x')) && !off.includes('x');
    pattern = pattern.slice(inline[0].length);
  }
  let out = '';
  let inSet = false;
  for (let index = 0; index < pattern.length; index += 1) {
    const c = pattern[index] ?? '';
    const next = pattern[index + 1] ?? '';
    if (c === '\\') {
      index += 1;
      if (next === '') throw new SyntaxError('Illegal \\ at end of pattern.');
      if (next === 'A' && !inSet) out += multiline ? '(?<![\\s\\S])' : '^';
      else if ((next === 'z' || next === 'Z') && !inSet) out += next === 'z' ? '(?![\\s\\S])' : '(?=\\n?(?![\\s\\S]))';
      else if (next === 'e') out += '\\x1b';
      else if (next === 'a') out += '\\x07';
      else if (next === 'h') out += 'h';
      else if (next === 'd') out += '\\p{Nd}';
      else if (next === 'D') out += '\\P{Nd}';
      else if (next === 'w') out += inSet ? '\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}' : '[\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}]';
      else if (next === 'W') out += inSet ? '\\W' : '[^\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}]';
      else if ((next === 'p' || next === 'P') && pattern[index + 1] === '{') {
        const end = pattern.indexOf('}', index);
        const name = pattern.slice(index + 2, end);
        out += `\\${next}{${CLASSES[name] ?? name}}`;
        index = end;
      } else if (next === 'k' && (pattern[index + 1] === '<' || pattern[index + 1] === "'")) {
        const end = pattern.indexOf(pattern[index + 1] === '<' ? '>' : "'", index + 2);
        const name = pattern.slice(index + 2, end);
        out += /^\d+$/.test(name) ? `\\${name}` : `\\k<${name}>`;
        index = end;
      } else if (/[bBfnrstvxucSQE0-9]/.test(next) || /[\\^$.*+?()[\]{}|/]/.test(next) || (next === '-' && inSet))
        out += c + next;
      else out += escapeRegex(next).replace('\\-', '-');
      continue;
    }
    if (inSet) {
      if (c === ']') inSet = false;
      if (c === '-' && next === '[')
        throw new SyntaxError('Character class subtraction is not supported by this engine; write the set without it.');
      out +=
        c === '[' ? '\\[' : c === '(' || c === ')' || c === '{' || c === '}' || c === '/' || c === '|' ? `\\${c}` : c;
      continue;
    }
    if (c === '[') {
      inSet = true;
      out += c;
      if (next === '^') {
        out += '^';
        index += 1;
      }
      if (pattern[index + 1] === ']') {
        out += '\\]';
        index += 1;
      }
      continue;
    }
    if (extended && /\s/.test(c)) continue;
    if (extended && c === '#') {
      const end = pattern.indexOf('\n', index);
      index = end < 0 ? pattern.length : end;
      continue;
    }
    if (c === '(' && next === '?') {
      if (pattern[index + 2] === '#') {
        index = pattern.indexOf(')', index);
        continue;
      }
      if (pattern[index + 2] === "'") {
        const end = pattern.indexOf("'", index + 3);
        out += `(?<${pattern.slice(index + 3, end)}>`;
        index = end;
        continue;
      }
      if (pattern[index + 2] === '>') {
        out += '(?:';
        index += 2;
        continue;
      }
      const numbered = /^\(\?<(\d+)>/.exec(pattern.slice(index));
      if (numbered !== null) {
        out += `(?<_${numbered[1] ?? ''}>`;
        index += numbered[0].length - 1;
        continue;
      }
      const scoped = /^\(\?([imsnx]*)(?:-([imsnx]+))?:/.exec(pattern.slice(index));
      if (scoped !== null) {
        out += '(?:';
        index += scoped[0].length - 1;
        continue;
      }
    }
    if (c === '$') {
      out += multiline ? '(?=\\n|(?![\\s\\S]))' : '(?=\\n?(?![\\s\\S]))';
      continue;
    }
    if (c === '^') {
      out += multiline ? '(?<=\\n|(?<![\\s\\S]))' : '(?<![\\s\\S])';
      continue;
    }
    if (c === '.') {
      out += singleline ? '[\\s\\S]' : '[^\\n]';
      continue;
    }
    if (c === '{' && !/^\{\d+(?:,\d*)?\}/.test(pattern.slice(index))) {
      out += '\\{';
      continue;
    }
    if (c === '}' && !/\{\d+(?:,\d*)?$/.test(pattern.slice(0, index))) {
      out += '\\}';
      continue;
    }
    out += c === ']' ? '\\]' : c === '/' ? '\\/' : c;
  }
  if (inSet) throw new SyntaxError('Unterminated [] set.');
  return new RegExp(out, `dgu${ignoreCase ? 'i' : ''}`);
}

/** .NET's replacement text (`$1 ${name} $& $$ $\` $' $+ $_`) for one match. */
export function expandReplacement(template: string, match: RegExpExecArray, input: string): string {
  return template.replace(
    /\$(?:(\d+)|\{(\w+)\}|(\$)|(&)|(`)|(')|(\+)|(_))/g,
    (all: string, ...groups: (string | undefined)[]) => {
      const [number, name, dollar, whole, before, after, last, input_] = groups;
      if (number !== undefined) {
        for (let digits = number.length; digits > 0; digits -= 1) {
          const index = Number(number.slice(0, digits));
          if (index < match.length) return (match[index] ?? '') + number.slice(digits);
        }
        return all;
      }
      if (name !== undefined) {
        if (/^\d+$/.test(name)) return Number(name) < match.length ? (match[Number(name)] ?? '') : all;
        return match.groups !== undefined && name in match.groups ? (match.groups[name] ?? '') : all;
      }
      if (dollar !== undefined) return '$';
      if (whole !== undefined) return match[0];
      if (before !== undefined) return input.slice(0, match.index);
      if (after !== undefined) return input.slice(match.index + match[0].length);
      if (last !== undefined) return match[match.length - 1] ?? '';
      return input_ === undefined ? all : input;
    },
  );
}
