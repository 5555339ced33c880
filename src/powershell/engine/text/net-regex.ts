/**
 * .NET regular expressions as JavaScript ones. What differs is rewritten: anchors and classes as .NET has them, options
 * inside the pattern, set subtraction, group numbers (unnamed groups first, then named ones). What JavaScript cannot do
 * (balancing groups, conditionals that ask for a group) is refused by name.
 */

import { done } from '../pending.js';
import { guardedExec } from './regex-guard.js';

export interface RegexOptions {
  readonly ignoreCase?: boolean;
  readonly multiline?: boolean;
  readonly singleline?: boolean;
  readonly explicitCapture?: boolean;
  readonly ignoreWhitespace?: boolean;
  readonly rightToLeft?: boolean;
  readonly ecmaScript?: boolean;
}
/** A group of a pattern: its .NET number and name, and the JavaScript captures that stand for it. */
export interface NetGroup {
  readonly number: number;
  /** The number as text for groups without a name. */
  readonly name: string;
  readonly captures: readonly number[];
}
const groupTables = new WeakMap<RegExp, readonly NetGroup[]>();
/** The groups of a translated expression, the whole match first, by number. */
export const groupsOf = (regex: RegExp): readonly NetGroup[] => groupTables.get(regex) ?? [];

const owners = new WeakMap<RegExpExecArray, RegExp>();
/** Runs an expression and remembers for its match whose it is. */
export function execNet(regex: RegExp, text: string, at: number): RegExpExecArray | null {
  regex.lastIndex = at;
  const match = guardedExec(regex, text);
  done.steps += ((match?.index ?? text.length) - at) >> 6;
  if (match !== null) owners.set(match, regex);
  return match;
}
export const regexOfMatch = (match: RegExpExecArray): RegExp | undefined => owners.get(match);
/** The groups of a match, as .NET counts them. */
export function groupsOfMatch(match: RegExpExecArray): readonly NetGroup[] {
  const owner = owners.get(match);
  return owner === undefined ? [] : groupsOf(owner);
}
/** The JavaScript capture that a group of a match is; undefined when it took no part. */
export function captureOf(match: RegExpExecArray, group: NetGroup): number | undefined {
  for (let at = group.captures.length - 1; at >= 0; at -= 1) {
    const index = group.captures[at] ?? 0;
    if (match[index] !== undefined) return index;
  }
  return undefined;
}

const WORD = '\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}';
const SPACE = '\\f\\n\\r\\t\\v\\x85\\p{Z}';
const BLOCKS: Readonly<Record<string, string>> = {
  IsBasicLatin: '\\u0000-\\u007F',
  'IsLatin-1Supplement': '\\u0080-\\u00FF',
  'IsLatinExtended-A': '\\u0100-\\u017F',
  'IsLatinExtended-B': '\\u0180-\\u024F',
  IsGreek: '\\u0370-\\u03FF',
  IsGreekandCoptic: '\\u0370-\\u03FF',
  IsCyrillic: '\\u0400-\\u04FF',
  IsHebrew: '\\u0590-\\u05FF',
  IsArabic: '\\u0600-\\u06FF',
  IsThai: '\\u0E00-\\u0E7F',
  IsHiragana: '\\u3040-\\u309F',
  IsKatakana: '\\u30A0-\\u30FF',
  IsCJKUnifiedIdeographs: '\\u4E00-\\u9FFF',
  IsHangulSyllables: '\\uAC00-\\uD7AF',
  IsGeneralPunctuation: '\\u2000-\\u206F',
  IsCurrencySymbols: '\\u20A0-\\u20CF',
  IsArrows: '\\u2190-\\u21FF',
  IsMathematicalOperators: '\\u2200-\\u22FF',
};

interface Flags {
  i: boolean;
  m: boolean;
  s: boolean;
  x: boolean;
  n: boolean;
}
interface Found {
  readonly name: string | undefined;
  readonly capture: number;
}

const escapeUnit = (unit: string): string => {
  const point = unit.codePointAt(0) ?? 0;
  if (/^[\w]$/.test(unit) && point < 128) return unit;
  return point < 128 ? (/^[\\^$.*+?()[\]{}|/-]$/.test(unit) ? `\\${unit}` : unit) : unit;
};
/** A pattern that .NET refuses, with the place where its parser stops. */
export class RegexSyntaxError extends SyntaxError {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
const unsupported = (what: string): SyntaxError =>
  new SyntaxError(`${what} is not supported by this engine's regular expressions.`);

const CATEGORIES: ReadonlySet<string> = new Set(
  'C Cc Cf Cn Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs'.split(' '),
);
const isCategory = (name: string): boolean => CATEGORIES.has(name);

/** Where the parenthesis that stands first ends, and where `|` stands in it outside of other parentheses and sets. */
function parenthesis(source: string): { readonly end: number; readonly bars: readonly number[] } {
  const bars: number[] = [];
  let depth = 0;
  for (let at = 0; at < source.length; at += 1) {
    const c = source[at];
    if (c === '\\') at += 1;
    else if (c === '[') {
      at += source[at + 1] === '^' ? 2 : 1;
      // The first one in a set is a letter of it.
      for (at += 1; at < source.length && source[at] !== ']'; at += 1) if (source[at] === '\\') at += 1;
    } else if (c === '(') depth += 1;
    else if (c === ')') {
      depth -= 1;
      if (depth === 0) return { end: at, bars };
    } else if (c === '|' && depth === 1) bars.push(at);
  }
  throw new RegexSyntaxError("Not enough )'s.", source.length);
}
/**
 * `(?(test)yes|no)…` with a pattern for a test as `(?:(?=test)yes|(?!test)no)…`. A test of a group (by name or number)
 * asks what JavaScript cannot tell.
 */
function withoutConditional(source: string): string {
  const { end, bars } = parenthesis(source);
  const body = source.slice(2, end);
  const test = body.slice(0, parenthesis(body).end + 1);
  if (/^\(\w+\)$/.test(test) || /\((?!\?(?:[:=!>]|<[=!]))/.test(test.slice(1)))
    throw unsupported('A conditional (?(a)b|c) that asks for a group');
  const around = /^\(\?(<?)([=!])/.exec(test);
  const asked = (wanted: boolean): string => {
    if (around === null) return `(?${wanted ? '=' : '!'}${test.slice(1)}`;
    const sign = (around[2] === '=') === wanted ? '=' : '!';
    return `(?${around[1] ?? ''}${sign}${test.slice(around[0].length)}`;
  };
  const rest = body.slice(test.length);
  const [bar, more] = bars.map((at) => at - 2 - test.length);
  if (more !== undefined) throw new RegexSyntaxError('Too many | in (?()|).', end);
  const yes = bar === undefined ? rest : rest.slice(0, bar);
  const no = bar === undefined ? '' : rest.slice(bar + 1);
  return `(?:${asked(true)}${yes}|${asked(false)}${no})${source.slice(end + 1)}`;
}

class Translator {
  #source: string;
  /** What the parentheses that are open end with, where that is more than a parenthesis. */
  readonly #closers: string[] = [];
  readonly #ecma: boolean;
  readonly found: Found[] = [];
  /** Parts of the output; a number stands for a back reference that is resolved at the end. */
  readonly #out: (string | { readonly reference: string; readonly at: number })[] = [];
  #at = 0;
  #captures = 0;
  #anyCase = false;
  #strictCase = false;
  sticky = false;

  constructor(source: string, options: RegexOptions) {
    this.#source = source;
    this.#ecma = options.ecmaScript ?? false;
    this.#run({
      i: options.ignoreCase ?? false,
      m: options.multiline ?? false,
      s: options.singleline ?? false,
      x: options.ignoreWhitespace ?? false,
      n: options.explicitCapture ?? false,
    });
  }
  /** Letters ignore case everywhere, nowhere, or in parts: then each letter is written in both. */
  get mixed(): boolean {
    return this.#anyCase && this.#strictCase;
  }
  get ignoreCase(): boolean {
    return this.#anyCase && !this.#strictCase;
  }
  text(groups: readonly NetGroup[]): string {
    return this.#out
      .map((part) => {
        if (typeof part === 'string') return part;
        const group = groups.find(({ name, number }) => name === part.reference || String(number) === part.reference);
        if (group === undefined)
          throw new RegexSyntaxError(
            /^\d+$/.test(part.reference)
              ? `Reference to undefined group number ${part.reference}.`
              : `Reference to undefined group name '${part.reference}'.`,
            part.at,
          );
        return group.captures.length === 1
          ? `(?:\\${group.captures[0] ?? 0})`
          : `(?:${group.captures.map((index) => `\\${index}`).join('')})`;
      })
      .join('');
  }
  #emit(part: string): void {
    this.#out.push(part);
  }
  #letter(unit: string, flags: Flags): void {
    const lower = unit.toLowerCase();
    const upper = unit.toUpperCase();
    if (lower !== upper && lower.length === upper.length) {
      if (flags.i) this.#anyCase = true;
      else this.#strictCase = true;
      if (flags.i && MIXED.value) {
        this.#emit(`[${lower}${upper}]`);
        return;
      }
    }
    this.#emit(unit === '-' ? unit : escapeUnit(unit));
  }
  #run(start: Flags): void {
    let source = this.#source;
    let flags = { ...start };
    const stack: Flags[] = [];
    while (this.#at < source.length) {
      const c = String.fromCodePoint(source.codePointAt(this.#at) ?? 0);
      if (flags.x && /\s/.test(c)) {
        this.#at += 1;
        continue;
      }
      if (flags.x && c === '#') {
        const end = source.indexOf('\n', this.#at);
        this.#at = end < 0 ? source.length : end + 1;
        continue;
      }
      switch (c) {
        case '\\':
          this.#escape(flags);
          continue;
        case '[':
          this.#emit(this.#set(flags));
          continue;
        case '(':
          flags = this.#open(flags, stack);
          source = this.#source;
          continue;
        case ')': {
          const outer = stack.pop();
          if (outer === undefined) throw new RegexSyntaxError("Too many )'s.", this.#at + 1);
          flags = outer;
          this.#emit(this.#closers.splice(stack.length, 1)[0] ?? ')');
          this.#at += 1;
          continue;
        }
        case '^':
          this.#emit(flags.m ? '(?<![^\\n])' : '(?<![\\s\\S])');
          break;
        case '$':
          this.#emit(flags.m ? '(?=\\n|(?![\\s\\S]))' : '(?=\\n?(?![\\s\\S]))');
          break;
        case '.':
          this.#emit(flags.s ? '[\\s\\S]' : '[^\\n]');
          break;
        case '{':
          if (/^\{\d+(?:,\d*)?\}/.test(source.slice(this.#at))) {
            this.#quantifier(/^\{\d+(?:,\d*)?\}/.exec(source.slice(this.#at))?.[0] ?? '');
            continue;
          }
          this.#emit('\\{');
          break;
        case '}':
        case ']':
        case '/':
          this.#emit(`\\${c}`);
          break;
        case '*':
        case '+':
        case '?':
          this.#quantifier(c);
          continue;
        case '|':
          this.#emit(c);
          break;
        default:
          this.#letter(c, flags);
      }
      this.#at += c.length;
    }
    if (stack.length > 0) throw new RegexSyntaxError("Not enough )'s.", source.length);
  }
  /** A quantifier with its `?`; one after nothing or after another is refused. */
  #quantifier(text: string): void {
    const last = this.#out[this.#out.length - 1];
    if (
      last === undefined ||
      last === '|' ||
      (typeof last === 'string' && /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?$/.test(last))
    )
      throw new RegexSyntaxError(`Quantifier '${text}' following nothing.`, this.#at + text.length);
    const [, least, most] = /^\{(\d+),(\d+)\}$/.exec(text) ?? [];
    if (most !== undefined && Number(least) > Number(most))
      throw new RegexSyntaxError('Illegal {x,y} with x > y.', this.#at + text.length);
    this.#at += text.length;
    const lazy = this.#source[this.#at] === '?';
    if (lazy) this.#at += 1;
    const next = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(this.#source.slice(this.#at));
    if (next !== null) throw new RegexSyntaxError(`Nested quantifier '${next[0]}'.`, this.#at + next[0].length);
    this.#emit(text + (lazy ? '?' : ''));
  }
  /** A parenthesis. Gives the options that hold inside it. */
  #open(flags: Flags, stack: Flags[]): Flags {
    const rest = this.#source.slice(this.#at);
    const take = (length: number, text: string): void => {
      this.#at += length;
      this.#emit(text);
    };
    const capture = (name: string | undefined): void => {
      this.#captures += 1;
      this.found.push({ name, capture: this.#captures });
    };
    if (!rest.startsWith('(?')) {
      stack.push(flags);
      if (flags.n) take(1, '(?:');
      else {
        capture(undefined);
        take(1, '(');
      }
      return { ...flags };
    }
    if (rest.startsWith('(?#')) {
      const end = rest.indexOf(')');
      if (end < 0) throw new RegexSyntaxError('Unterminated (?#...) comment.', this.#source.length);
      this.#at += end + 1;
      return flags;
    }
    const around = /^\(\?(?:[:=!]|<[=!])/.exec(rest)?.[0];
    if (around !== undefined) {
      stack.push(flags);
      take(around.length, around);
      return { ...flags };
    }
    if (rest.startsWith('(?>')) {
      // JavaScript has no atomic groups, but what a look-ahead found is not tried again.
      this.#captures += 1;
      this.#closers[stack.length] = `))\\${this.#captures})`;
      stack.push(flags);
      take(3, '(?:(?=(');
      return { ...flags };
    }
    const named = /^\(\?(?:<([\w]+)>|'([\w]+)')/.exec(rest);
    if (named !== null) {
      const name = named[1] ?? named[2] ?? '';
      stack.push(flags);
      const known = this.found.some((one) => one.name === name);
      capture(name);
      take(named[0].length, known || /^\d/.test(name) ? '(' : `(?<${name}>`);
      return { ...flags };
    }
    if (/^\(\?<[\w]*-[\w]+>/.test(rest)) throw unsupported('A balancing group (?<a-b>…)');
    if (rest.startsWith('(?(')) {
      this.#source = this.#source.slice(0, this.#at) + withoutConditional(rest);
      return flags;
    }
    const options = /^\(\?([imsnx]*)(?:-([imsnx]+))?([:)])/i.exec(rest);
    if (options === null)
      throw new RegexSyntaxError(
        'Unrecognized grouping construct.',
        this.#at + (/^\(\?<?\w*/.exec(rest)?.[0].length ?? 2),
      );
    const next = { ...flags };
    for (const letter of (options[1] ?? '').toLowerCase()) next[letter as keyof Flags] = true;
    for (const letter of (options[2] ?? '').toLowerCase()) next[letter as keyof Flags] = false;
    if (options[3] === ')') {
      this.#at += options[0].length;
      return next;
    }
    stack.push(flags);
    take(options[0].length, '(?:');
    return next;
  }
  #escape(flags: Flags): void {
    const source = this.#source;
    const next = source[this.#at + 1];
    if (next === undefined) throw new RegexSyntaxError('Illegal \\ at end of pattern.', source.length);
    const word = this.#ecma ? 'a-zA-Z0-9_' : WORD;
    const simple: Readonly<Record<string, string>> = {
      A: '(?<![\\s\\S])',
      z: '(?![\\s\\S])',
      Z: '(?=\\n?(?![\\s\\S]))',
      b: `(?:(?<=[${word}])(?![${word}])|(?<![${word}])(?=[${word}]))`,
      B: `(?:(?<=[${word}])(?=[${word}])|(?<![${word}])(?![${word}]))`,
    };
    const anchor = simple[next];
    if (anchor !== undefined) {
      this.#emit(anchor);
      this.#at += 2;
      return;
    }
    if (next === 'G') {
      this.sticky = true;
      this.#at += 2;
      return;
    }
    const reference = /^\\(?:k(?:<(\w+)>|'(\w+)')|([1-9]\d*))/.exec(source.slice(this.#at));
    if (reference !== null) {
      this.#at += reference[0].length;
      this.#out.push({ reference: reference[1] ?? reference[2] ?? reference[3] ?? '', at: this.#at });
      return;
    }
    const { text, length, unit } = this.#classEscape(this.#at);
    this.#at += length;
    if (unit !== undefined) this.#letter(unit, flags);
    else if (text === '^w') this.#emit(`[^${WORD}]`);
    else if (text === '^s') this.#emit(`[^${SPACE}]`);
    else if (text.startsWith('^b')) this.#emit(`[^${text.slice(2)}]`);
    else this.#emit(`[${text}]`);
  }
  /** An escape that is as good inside a set: a class (`text`) or one character (`unit`). */
  #classEscape(at: number): { readonly text: string; readonly length: number; readonly unit: string | undefined } {
    const rest = this.#source.slice(at);
    const next = rest[1] ?? '';
    const one = (text: string, length = 2): { text: string; length: number; unit: undefined } => ({
      text,
      length,
      unit: undefined,
    });
    const unit = (value: string, length = 2): { text: string; length: number; unit: string } => ({
      text: escapeUnit(value),
      length,
      unit: value,
    });
    switch (next) {
      case 'd':
        return one(this.#ecma ? '0-9' : '\\p{Nd}');
      case 'D':
        return one(this.#ecma ? '\\D' : '\\P{Nd}');
      case 'w':
        return one(this.#ecma ? 'a-zA-Z0-9_' : WORD);
      case 'W':
        return one(this.#ecma ? '\\W' : '^w');
      case 's':
        return one(this.#ecma ? ' \\f\\n\\r\\t\\v' : SPACE);
      case 'S':
        return one('^s');
      case 'p':
      case 'P': {
        const name = /^\\[pP]\{([\w-]+)\}/.exec(rest);
        if (name === null) throw new RegexSyntaxError('Incomplete \\p{X} character escape.', at + 2);
        const block = BLOCKS[name[1] ?? ''];
        if (block !== undefined) return one(next === 'p' ? block : `^b${block}`, name[0].length);
        if (!isCategory(name[1] ?? ''))
          throw new RegexSyntaxError(`Unknown property '${name[1] ?? ''}'.`, at + name[0].length);
        return one(`\\${next}{${name[1] ?? ''}}`, name[0].length);
      }
      case 'a':
        return unit('\x07');
      case 'e':
        return unit('\x1b');
      case 'f':
        return unit('\f');
      case 'n':
        return unit('\n');
      case 'r':
        return unit('\r');
      case 't':
        return unit('\t');
      case 'v':
        return unit('\v');
      case 'b':
        return unit('\b');
      case 'x': {
        const hex = /^\\x([0-9a-f]{2})/i.exec(rest);
        if (hex === null) throw new RegexSyntaxError('Insufficient or invalid hexadecimal digits.', at + 2);
        return unit(String.fromCharCode(Number.parseInt(hex[1] ?? '0', 16)), 4);
      }
      case 'u': {
        const hex = /^\\u([0-9a-f]{4})/i.exec(rest);
        if (hex === null) throw new RegexSyntaxError('Insufficient or invalid hexadecimal digits.', at + 2);
        return unit(String.fromCharCode(Number.parseInt(hex[1] ?? '0', 16)), 6);
      }
      case 'c':
        return unit(String.fromCharCode((rest[2] ?? '@').toUpperCase().charCodeAt(0) & 31), 3);
      case '0': {
        const octal = /^\\(0[0-7]{0,2})/.exec(rest);
        return unit(String.fromCharCode(Number.parseInt(octal?.[1] ?? '0', 8)), (octal?.[0] ?? '\\0').length);
      }
      default:
        if (/[A-Za-z]/.test(next)) throw new RegexSyntaxError(`Unrecognized escape sequence \\${next}.`, at + 2);
        return unit(next);
    }
  }
  /** A set, from `[` to its `]`; subtraction `[a-z-[aeiou]]` becomes a look ahead. */
  #set(flags: Flags): string {
    const source = this.#source;
    this.#at += 1;
    let negated = false;
    if (source[this.#at] === '^') {
      negated = true;
      this.#at += 1;
    }
    let parts = '';
    /** Classes that only a set of their own can say: `\W` and `\S` inside a set. */
    const others: string[] = [];
    let subtract: string | undefined;
    let first = true;
    for (;;) {
      const c = source[this.#at];
      if (c === undefined) throw new RegexSyntaxError('Unterminated [] set.', source.length);
      if (c === ']' && !first) {
        this.#at += 1;
        break;
      }
      first = false;
      if (c === '-' && source[this.#at + 1] === '[') {
        this.#at += 1;
        subtract = this.#set(flags);
        if (source[this.#at] !== ']')
          throw new RegexSyntaxError('A subtraction must be the last element in a character class.', this.#at);
        this.#at += 1;
        break;
      }
      if (c === '[' && source[this.#at + 1] === ':') {
        parts += '\\[';
        this.#at += 1;
        continue;
      }
      const low = this.#member();
      if (low.unit === undefined) {
        if (low.text.startsWith('^'))
          others.push(low.text === '^w' ? `[^${WORD}]` : low.text === '^s' ? `[^${SPACE}]` : `[^${low.text.slice(2)}]`);
        else parts += low.text;
        continue;
      }
      const dash =
        source[this.#at] === '-' &&
        source[this.#at + 1] !== ']' &&
        source[this.#at + 1] !== '[' &&
        source[this.#at + 1] !== undefined;
      if (!dash) {
        parts += this.#cased(low.unit, low.unit, flags);
        continue;
      }
      this.#at += 1;
      const high = this.#member();
      if (high.unit === undefined) throw new RegexSyntaxError('Cannot include class in character range.', this.#at);
      if (low.unit > high.unit) throw new RegexSyntaxError('[x-y] range in reverse order.', this.#at);
      parts += this.#cased(low.unit, high.unit, flags);
    }
    const base =
      others.length === 0
        ? `[${negated ? '^' : ''}${parts}]`
        : negated
          ? `(?!${[...(parts === '' ? [] : [`[${parts}]`]), ...others].join('|')})[\\s\\S]`
          : `(?:${[...(parts === '' ? [] : [`[${parts}]`]), ...others].join('|')})`;
    return subtract === undefined ? (base.startsWith('(?!') ? `(?:${base})` : base) : `(?:(?!${subtract})${base})`;
  }
  #member(): { readonly text: string; readonly unit: string | undefined } {
    const source = this.#source;
    if (source[this.#at] === '\\') {
      const made = this.#classEscape(this.#at);
      this.#at += made.length;
      return made;
    }
    const unit = String.fromCodePoint(source.codePointAt(this.#at) ?? 0);
    this.#at += unit.length;
    return { text: escapeUnit(unit), unit };
  }
  #cased(low: string, high: string, flags: Flags): string {
    const write = (a: string, b: string): string => (a === b ? escapeUnit(a) : `${escapeUnit(a)}-${escapeUnit(b)}`);
    const letters = /[A-Za-z]/.test(low + high) || low.toLowerCase() !== low.toUpperCase();
    if (letters) {
      if (flags.i) this.#anyCase = true;
      else this.#strictCase = true;
    }
    if (!(flags.i && MIXED.value && letters)) return write(low, high);
    const other = (unit: string): string => (unit === unit.toLowerCase() ? unit.toUpperCase() : unit.toLowerCase());
    return (
      write(low, high) +
      (/^[A-Za-z]$/.test(low) && /^[A-Za-z]$/.test(high)
        ? write(other(low), other(high))
        : low === high
          ? write(other(low), other(high))
          : '')
    );
  }
}
/** Set while a pattern is written whose parts differ in case: letters are then written in both cases. */
const MIXED = { value: false };

function numbered(found: readonly Found[]): NetGroup[] {
  const groups: { number: number; name: string; captures: number[] }[] = [{ number: 0, name: '0', captures: [0] }];
  const taken = new Set(found.flatMap(({ name }) => (name !== undefined && /^\d+$/.test(name) ? [Number(name)] : [])));
  let number = 0;
  const next = (): number => {
    do number += 1;
    while (taken.has(number));
    return number;
  };
  for (const { name, capture } of found) {
    if (name !== undefined && !/^\d+$/.test(name)) continue;
    const own = name === undefined ? next() : Number(name);
    const known = groups.find((group) => group.number === own);
    if (known === undefined) groups.push({ number: own, name: String(own), captures: [capture] });
    else known.captures.push(capture);
  }
  for (const { name, capture } of found) {
    if (name === undefined || /^\d+$/.test(name)) continue;
    const known = groups.find((group) => group.name === name);
    if (known === undefined) groups.push({ number: next(), name, captures: [capture] });
    else known.captures.push(capture);
  }
  return groups.sort((a, b) => a.number - b.number);
}

/** A .NET pattern as a JavaScript expression (global, with indices). Throws SyntaxError when it cannot be. */
export function translateRegex(source: string, options: RegexOptions): RegExp {
  MIXED.value = false;
  let made = new Translator(source, options);
  if (made.mixed) {
    MIXED.value = true;
    try {
      made = new Translator(source, options);
    } finally {
      MIXED.value = false;
    }
  }
  const groups = numbered(made.found);
  const body = made.text(groups);
  const flags = `d${made.sticky ? 'y' : 'g'}u${made.ignoreCase ? 'i' : ''}`;
  // From right to left is what a look behind does: it is tried at every end.
  const regex = new RegExp(options.rightToLeft === true ? `(?<=(${body}))` : body, flags);
  const table =
    options.rightToLeft === true
      ? groups.map((group) => ({ ...group, captures: group.captures.map((at) => at + 1) }))
      : groups;
  groupTables.set(regex, table);
  return regex;
}

/** .NET's replacement text (`$1 ${name} $& $$ $\` $' $+ $_`) for one match. */
export function expandReplacement(template: string, match: RegExpExecArray, input: string): string {
  const groups = groupsOfMatch(match);
  const valueOf = (group: NetGroup): string => {
    const at = captureOf(match, group);
    return at === undefined ? '' : (match[at] ?? '');
  };
  const byName = (name: string): NetGroup | undefined =>
    groups.find((group) => group.name === name || String(group.number) === name);
  return template.replace(
    /\$(?:(\d+)|\{(\w+)\}|(\$)|(&)|(`)|(')|(\+)|(_))/g,
    (all: string, ...parts: (string | undefined)[]) => {
      const [number, name, dollar, whole, before, after, last, everything] = parts;
      if (number !== undefined) {
        for (let digits = number.length; digits > 0; digits -= 1) {
          const group = byName(String(Number(number.slice(0, digits))));
          if (group !== undefined) return valueOf(group) + number.slice(digits);
        }
        return all;
      }
      if (name !== undefined) {
        const group = byName(name);
        return group === undefined ? all : valueOf(group);
      }
      if (dollar !== undefined) return '$';
      if (whole !== undefined) return match[0];
      if (before !== undefined) return input.slice(0, match.index);
      if (after !== undefined) return input.slice(match.index + match[0].length);
      if (last !== undefined) {
        const group = groups[groups.length - 1];
        return group === undefined ? '' : valueOf(group);
      }
      return everything === undefined ? all : input;
    },
  );
}
