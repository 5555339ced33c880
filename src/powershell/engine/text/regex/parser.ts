/** .NET's pattern language. */
import { escapeAt, type Escape } from './escapes.js';
import { atOnce, look, NO_TICK, type Steps, type Tick } from '../../pending.js';
import { anyButLineFeed, anyUnit, caseKin, type CharClass, CharSet } from './char-set.js';
import {
  type AnchorKind,
  type NetGroup,
  type RegexNode,
  type RegexOptions,
  RegexSyntaxError,
  type RegexTree,
} from './syntax.js';

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly x: boolean;
  readonly n: boolean;
}
/** After so many units more the clock is looked at. */
const UNITS_AT_ONCE = 1024;
const MOST = 2147483647;
const QUANTIFIER = /[*+?]|\{\d+(?:,\d*)?\}/y;
const WORD_UNIT = /[\p{L}\p{Mn}\p{Nd}\p{Pc}]+/uy;
const EMPTY: RegexNode = { type: 'empty' };
const sequence = (items: readonly RegexNode[]): RegexNode =>
  items.length === 1 ? (items[0] ?? EMPTY) : items.length === 0 ? EMPTY : { type: 'sequence', items };
const choice = (items: readonly RegexNode[]): RegexNode =>
  items.length === 1 ? (items[0] ?? EMPTY) : { type: 'choice', items };

/** Numbers of unnamed groups count from 1; then come the names. A number that is written is one of them. */
class GroupTable {
  readonly #numbers = new Set<number>();
  readonly #names: string[] = [];
  #unnamed = 0;
  addUnnamed(): number {
    this.#unnamed += 1;
    this.#numbers.add(this.#unnamed);
    return this.#unnamed;
  }
  addNumber(number: number): void {
    this.#numbers.add(number);
  }
  addName(name: string): void {
    if (!this.#names.includes(name)) this.#names.push(name);
  }
  close(): readonly NetGroup[] {
    const groups: NetGroup[] = [{ number: 0, name: '0' }];
    for (const number of this.#numbers) groups.push({ number, name: String(number) });
    let next = this.#unnamed + 1;
    for (const name of this.#names) {
      while (this.#numbers.has(next)) next += 1;
      groups.push({ number: next, name });
      next += 1;
    }
    return groups.sort((a, b) => a.number - b.number);
  }
}

class Parser {
  readonly #text: string;
  readonly #ecma: boolean;
  /** The groups of the whole pattern; undefined while they are counted. */
  readonly #groups: readonly NetGroup[] | undefined;
  readonly #table = new GroupTable();
  #at = 0;
  #flags: Flags;
  readonly #tick: Tick;
  #nextLook = UNITS_AT_ONCE;

  constructor(text: string, options: RegexOptions, groups: readonly NetGroup[] | undefined, tick: Tick) {
    this.#text = text;
    this.#tick = tick;
    this.#ecma = options.ecmaScript ?? false;
    this.#groups = groups;
    this.#flags = {
      i: options.ignoreCase ?? false,
      m: options.multiline ?? false,
      s: options.singleline ?? false,
      x: options.ignoreWhitespace ?? false,
      n: options.explicitCapture ?? false,
    };
  }
  *parse(): Steps<RegexTree> {
    const root = choice(yield* this.#alternatives());
    if (this.#at < this.#text.length) throw new RegexSyntaxError("Too many )'s.", this.#at + 1);
    return { root, groups: this.#table.close() };
  }
  #error(message: string, offset = this.#at): RegexSyntaxError {
    return new RegexSyntaxError(message, offset);
  }
  /** Up to the end or a parenthesis that closes. */
  *#alternatives(): Steps<RegexNode[]> {
    const items: RegexNode[] = [];
    let units: RegexNode[] = [];
    for (;;) {
      if (this.#at >= this.#nextLook) {
        this.#nextLook = this.#at + UNITS_AT_ONCE;
        yield* look(this.#tick);
      }
      this.#skipBlanks();
      const c = this.#text[this.#at];
      if (c === undefined || c === ')') break;
      if (c === '|') {
        this.#at += 1;
        items.push(sequence(units));
        units = [];
        continue;
      }
      const unit = c === '(' ? yield* this.#parenthesis() : this.#unit(c);
      if (unit !== undefined) units.push(this.#quantified(unit));
    }
    items.push(sequence(units));
    return items;
  }
  #skipBlanks(): void {
    for (;;) {
      if (this.#flags.x) {
        while (/^\s$/.test(this.#text[this.#at] ?? '')) this.#at += 1;
        if (this.#text[this.#at] === '#') {
          const end = this.#text.indexOf('\n', this.#at);
          this.#at = end < 0 ? this.#text.length : end;
          continue;
        }
      }
      if (!this.#text.startsWith('(?#', this.#at)) return;
      const end = this.#text.indexOf(')', this.#at);
      if (end < 0) throw this.#error('Unterminated (?#...) comment.', this.#text.length);
      this.#at = end + 1;
    }
  }
  #unit(c: string): RegexNode {
    switch (c) {
      case '\\':
        return this.#escape();
      case '[':
        return { type: 'set', set: this.#set() };
      case '^':
        this.#at += 1;
        return { type: 'anchor', kind: this.#flags.m ? 'lineStart' : 'start' };
      case '$':
        this.#at += 1;
        return { type: 'anchor', kind: this.#flags.m ? 'lineEnd' : 'lastLine' };
      case '.':
        this.#at += 1;
        return { type: 'set', set: this.#flags.s ? anyUnit : anyButLineFeed };
      default:
        if (this.#groups !== undefined && this.#quantifierHere() !== undefined)
          throw this.#error(`Quantifier '${c}' following nothing.`, this.#at + 1);
        this.#at += 1;
        return this.#letter(c.charCodeAt(0));
    }
  }
  #letter(unit: number): RegexNode {
    return { type: 'unit', unit, fold: this.#flags.i && caseKin(unit).length > 1 };
  }
  #quantifierHere(): string | undefined {
    QUANTIFIER.lastIndex = this.#at;
    return QUANTIFIER.exec(this.#text)?.[0];
  }
  #quantified(body: RegexNode): RegexNode {
    this.#skipBlanks();
    const text = this.#quantifierHere();
    if (text === undefined) return body;
    this.#at += text.length;
    const [, low, comma, high] = /^\{(\d+)(,?)(\d*)\}$/.exec(text) ?? [];
    const number = (digits: string): number => {
      if (Number(digits) > MOST)
        throw this.#error(
          'Quantifier and capture group numbers must be less than or equal to Int32.MaxValue.',
          this.#at - text.length + text.indexOf(digits) + Math.min(digits.length, 10),
        );
      return Number(digits);
    };
    const least = low === undefined ? (text === '+' ? 1 : 0) : number(low);
    const most =
      low === undefined
        ? text === '?'
          ? 1
          : MOST
        : comma === ''
          ? least
          : high === undefined || high === ''
            ? MOST
            : number(high);
    this.#skipBlanks();
    const lazy = this.#text[this.#at] === '?';
    if (lazy) this.#at += 1;
    // What repeats is looked at when the groups are known: an unknown one is the error that .NET tells first.
    if (this.#groups === undefined) return body;
    if (least > most) throw this.#error('Illegal {x,y} with x > y.');
    this.#skipBlanks();
    const next = this.#quantifierHere();
    if (next !== undefined) throw this.#error(`Nested quantifier '${next.charAt(0)}'.`, this.#at + 1);
    return { type: 'loop', body, least, most, lazy };
  }

  // ---------------------------------------------------------------- groups

  #close(): void {
    if (this.#text[this.#at] !== ')') throw this.#error("Not enough )'s.", this.#text.length);
    this.#at += 1;
  }
  /** What stands in parentheses, with the options that held before. */
  *#inside(): Steps<RegexNode[]> {
    const flags = this.#flags;
    const made = yield* this.#alternatives();
    this.#close();
    this.#flags = flags;
    return made;
  }
  *#body(): Steps<RegexNode> {
    return choice(yield* this.#inside());
  }
  *#parenthesis(): Steps<RegexNode | undefined> {
    const start = this.#at;
    const looking = (length: number): string => this.#text.slice(start, start + length);
    if (looking(2) !== '(?') {
      this.#at += 1;
      if (this.#flags.n) return yield* this.#body();
      const group = this.#table.addUnnamed();
      return { type: 'capture', body: yield* this.#body(), group, takes: undefined };
    }
    for (const [sign, behind, negated] of [
      ['(?=', false, false],
      ['(?!', false, true],
      ['(?<=', true, false],
      ['(?<!', true, true],
    ] as const)
      if (looking(sign.length) === sign) {
        this.#at += sign.length;
        return { type: 'look', behind, negated, body: yield* this.#body() };
      }
    this.#at += 3;
    switch (looking(3)) {
      case '(?:':
        return yield* this.#body();
      case '(?>':
        return { type: 'atomic', body: yield* this.#body() };
      case '(?(':
        return yield* this.#conditional();
      case '(?<':
        return yield* this.#named('>');
      case "(?'":
        return yield* this.#named("'");
      default:
        this.#at = start + 2;
        return yield* this.#inlineOptions();
    }
  }
  *#inlineOptions(): Steps<RegexNode | undefined> {
    const flags = { ...this.#flags };
    const outer = this.#flags;
    let on = true;
    for (;;) {
      const c = this.#text[this.#at];
      if (c === undefined) throw this.#error('Unrecognized grouping construct.');
      this.#at += 1;
      if (c === '-') on = false;
      else if (c === '+') on = true;
      else if (/^[imsnx]$/i.test(c)) flags[c.toLowerCase() as keyof Flags] = on;
      else if (c === ')') {
        this.#flags = flags;
        return undefined;
      } else if (c === ':') {
        this.#flags = flags;
        const body = yield* this.#body();
        this.#flags = outer;
        return body;
      } else throw this.#error('Unrecognized grouping construct.');
    }
  }
  #name(): string {
    WORD_UNIT.lastIndex = this.#at;
    const name = WORD_UNIT.exec(this.#text)?.[0] ?? '';
    this.#at += name.length;
    if (!/^\d/.test(name)) return name;
    const digits = /^\d+/.exec(name)?.[0] ?? '';
    if (digits !== name)
      throw this.#error(
        'Invalid group name: Group names must begin with a word character.',
        this.#at - name.length + digits.length,
      );
    if (Number(digits) > MOST)
      throw this.#error('Quantifier and capture group numbers must be less than or equal to Int32.MaxValue.');
    return String(Number(digits));
  }
  /** The number of a group that is there. */
  #number(name: string): number {
    if (this.#groups === undefined) return 0;
    const found = this.#groups.find((group) => group.name === name || String(group.number) === name);
    if (found !== undefined) return found.number;
    throw this.#error(
      /^\d/.test(name)
        ? `Reference to undefined group number ${name}.`
        : `Reference to undefined group name '${name}'.`,
    );
  }
  /** `(?<a>…)`, `(?<a-b>…)`, `(?<-b>…)`. */
  *#named(close: string): Steps<RegexNode> {
    const name = this.#name();
    if (name === '0') throw this.#error('Capture number cannot be zero.');
    let takes: number | undefined;
    if (this.#text[this.#at] === '-') {
      this.#at += 1;
      const other = this.#name();
      if (other === '') throw this.#error('Invalid group name: Group names must begin with a word character.');
      takes = this.#number(other);
    } else if (name === '') {
      if (this.#at >= this.#text.length) throw this.#error('Unrecognized grouping construct.');
      throw this.#error('Invalid group name: Group names must begin with a word character.');
    }
    if (this.#text[this.#at] !== close) {
      if (this.#at >= this.#text.length) throw this.#error('Unrecognized grouping construct.');
      throw this.#error('Invalid group name: Group names must begin with a word character.');
    }
    this.#at += 1;
    if (/^\d/.test(name)) this.#table.addNumber(Number(name));
    else if (name !== '') this.#table.addName(name);
    const group = name === '' ? undefined : this.#number(name);
    return { type: 'capture', body: yield* this.#body(), group, takes };
  }
  /** `(?(test)yes|no)`: the test is a group that is there, or an expression. */
  *#conditional(): Steps<RegexNode> {
    const start = this.#at;
    const test = /\((\w+)\)/uy;
    test.lastIndex = start - 1;
    const name = test.exec(this.#text)?.[1];
    const group = name === undefined ? undefined : this.#groups?.find((one) => one.name === name);
    if (name !== undefined && /^\d/.test(name)) {
      this.#at = start + name.length + 1;
      if (!/^\d+$/.test(name)) throw this.#error('Illegal conditional (?(...)) expression. Malformed.', this.#at);
      if (this.#groups !== undefined && group === undefined)
        throw this.#error(`Conditional alternation refers to an undefined group number ${name}.`);
    }
    if (name !== undefined && (group !== undefined || /^\d/.test(name))) {
      this.#at = start + name.length + 1;
      return { type: 'ifGroup', group: group?.number ?? 0, ...(yield* this.#branches()) };
    }
    if (this.#text.startsWith('?#', this.#at)) throw this.#error('Alternation conditions cannot be comments.');
    this.#at = start - 1;
    // Its own parentheses are no group.
    const looks = /^\(\?(?:[:=!>]|<[=!])/.test(this.#text.slice(this.#at, this.#at + 4));
    if (!looks) this.#at += 1;
    const seen = looks ? ((yield* this.#parenthesis()) ?? EMPTY) : yield* this.#body();
    return { type: 'ifLook', look: seen, ...(yield* this.#branches()) };
  }
  *#branches(): Steps<{ readonly yes: RegexNode; readonly no: RegexNode }> {
    const [yes = EMPTY, no = EMPTY, more] = yield* this.#inside();
    // Whether the group is there is asked first; while groups are counted nobody knows.
    if (more !== undefined && this.#groups !== undefined) throw this.#error('Too many | in (?()|).');
    return { yes, no };
  }

  // --------------------------------------------------------------- escapes

  #escape(): RegexNode {
    const next = this.#text[this.#at + 1];
    if (next === undefined) throw this.#error('Illegal \\ at end of pattern.', this.#text.length);
    const anchor = ({ A: 'start', z: 'end', Z: 'lastLine', G: 'previousEnd', b: 'word', B: 'notWord' } as const)[next];
    if (anchor !== undefined) {
      this.#at += 2;
      const kind: AnchorKind =
        this.#ecma && anchor === 'word' ? 'asciiWord' : this.#ecma && anchor === 'notWord' ? 'notAsciiWord' : anchor;
      return { type: 'anchor', kind };
    }
    if (next === 'k') return this.#namedReference();
    const digits = /\\([1-9]\d*)/y;
    digits.lastIndex = this.#at;
    const number = digits.exec(this.#text)?.[1];
    if (number !== undefined) {
      const made = this.#numberReference(number);
      if (made !== undefined) return made;
    }
    const escape = this.#read();
    return escape.type === 'unit' ? this.#letter(escape.unit) : { type: 'set', set: new CharSet([], [escape.is]) };
  }
  #read(): Escape {
    const made = escapeAt(this.#text, this.#at, { ecma: this.#ecma, ignoreCase: this.#flags.i });
    this.#at += made.length;
    return made;
  }
  #reference(group: number): RegexNode {
    return { type: 'reference', group, fold: this.#flags.i };
  }
  #namedReference(): RegexNode {
    this.#at += 1;
    const open = this.#text[this.#at + 1];
    if (open !== '<' && open !== "'") throw this.#error('Malformed \\k<...> named back reference.');
    this.#at += 2;
    const name = this.#name();
    if (name === '' || this.#text[this.#at] !== (open === '<' ? '>' : "'"))
      throw this.#error('Malformed \\k<...> named back reference.');
    this.#at += 1;
    return this.#reference(this.#number(name));
  }
  /** `\12`: a group that is there, or an octal number (undefined). */
  #numberReference(digits: string): RegexNode | undefined {
    if (this.#groups === undefined && (digits.length === 1 || !/^[0-7]+$/.test(digits))) {
      this.#at += 1 + digits.length;
      return this.#reference(0);
    }
    const known = (text: string): boolean => this.#groups?.some(({ number }) => number === Number(text)) ?? false;
    // ECMAScript takes as many digits as make the number of a group.
    let text = digits;
    while (this.#ecma && text.length > 1 && !known(text)) text = text.slice(0, -1);
    if (known(text)) {
      this.#at += 1 + text.length;
      return this.#reference(Number(text));
    }
    if (digits.length > 1 || this.#groups === undefined || (this.#ecma && /^[0-7]/.test(digits))) return undefined;
    this.#at += 2;
    throw this.#error(`Reference to undefined group number ${digits}.`);
  }

  // ------------------------------------------------------------------ sets

  /** From `[` to its `]`, with a subtraction `[a-z-[aeiou]]`. */
  #set(): CharSet {
    const text = this.#text;
    this.#at += 1;
    const negated = text[this.#at] === '^';
    if (negated) this.#at += 1;
    const ranges: number[] = [];
    const classes: CharClass[] = [];
    let without: CharSet | undefined;
    for (let first = true; ; first = false) {
      const c = text[this.#at];
      if (c === undefined) throw this.#error('Unterminated [] set.', text.length);
      if (c === ']' && !first) {
        this.#at += 1;
        break;
      }
      if (c === '-' && text[this.#at + 1] === '[' && !first) {
        this.#at += 1;
        without = this.#set();
        if (this.#at >= text.length) throw this.#error('Unterminated [] set.', text.length);
        if (text[this.#at] !== ']') throw this.#error('A subtraction must be the last element in a character class.');
        this.#at += 1;
        break;
      }
      const low = this.#member();
      if (low.type === 'class') {
        classes.push(low.is);
        continue;
      }
      const after = text[this.#at + 1];
      if (text[this.#at] !== '-' || after === ']' || after === '[' || after === undefined) {
        ranges.push(low.unit, low.unit);
        continue;
      }
      this.#at += 1;
      const name = text.slice(this.#at, this.#at + 2);
      const high = this.#member();
      if (high.type === 'class') throw this.#error(`Cannot include class ${name} in character range.`);
      if (low.unit > high.unit) throw this.#error('[x-y] range in reverse order.');
      ranges.push(low.unit, high.unit);
    }
    return new CharSet(ranges, classes, { negated, without, fold: this.#flags.i });
  }
  #member(): Escape {
    if (this.#text[this.#at] === '\\') {
      if (this.#at + 1 >= this.#text.length) throw this.#error('Illegal \\ at end of pattern.', this.#text.length);
      return this.#read();
    }
    this.#at += 1;
    return { type: 'unit', unit: this.#text.charCodeAt(this.#at - 1), length: 1 };
  }
}

/** @throws {RegexSyntaxError} */
export const parseRegex = (text: string, options: RegexOptions): RegexTree =>
  atOnce(parseSteps(text, options, NO_TICK));
/** The same; of a long pattern some units at a time. */
export function* parseSteps(text: string, options: RegexOptions, tick: Tick): Steps<RegexTree> {
  const { groups } = yield* new Parser(text, options, undefined, tick).parse();
  const { root } = yield* new Parser(text, options, groups, tick).parse();
  return { root, groups };
}
