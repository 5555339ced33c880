/**
 * Dates and times in free form, as DateTime.Parse reads them: a text is a row of numbers, names and marks, each with what
 * stands behind it, and a table says what may follow what. Whether `2 Jan` has a day or a year is told by the patterns of
 * the culture.
 */
import { type DateCulture, INVARIANT_DATES } from '../culture/date-culture.js';
import { dateParts, nowLocal, ticksOf } from './date-format.js';

type Ways = Readonly<DateCulture>;

/** Why a text is no date. */
export type DateFailure =
  | { readonly why: 'form' | 'calendar' | 'weekday' | 'offset' }
  | { readonly why: 'word' /** Where the unknown word begins, in UTF-16 units. */; readonly at: number };
/** What a text says, before a kind or a zone is applied to it. */
export interface ReadDate {
  readonly ticks: bigint;
  /** Minutes east of UTC, where the text has a zone. */
  readonly offset: number | undefined;
  /** Whether it names a date, and a time, apart from each other: what is written as ISO 8601 does neither. */
  readonly namesDate: boolean;
  readonly namesTime: boolean;
}

// ------------------------------------------------------------ words

type Kind =
  | 'month'
  | 'weekday'
  | 'zone'
  | 'skipped'
  | 'am'
  | 'pm'
  | 'date'
  | 'dash'
  | 'time'
  | 'mark'
  | 'yearMark'
  | 'monthMark'
  | 'dayMark'
  | 'hourMark'
  | 'minuteMark'
  | 'secondMark';
interface Word {
  readonly text: string;
  readonly kind: Kind;
  readonly value: number;
}
/** Words that stand alone, and those that stand behind a number or a month, by their first characters. */
interface Words {
  readonly alone: ReadonlyMap<string, readonly Word[]>;
  readonly behind: ReadonlyMap<string, readonly Word[]>;
}
const LETTER = /^\p{L}/u;
const MARKS: readonly (readonly [Kind, string])[] = [
  ['yearMark', '\u5e74\ub144'],
  ['monthMark', '\u6708\uc6d4'],
  ['dayMark', '\u65e5\uc77c'],
  ['hourMark', '\u6642\u65f6\uc2dc'],
  ['minuteMark', '\u5206\ubd84'],
  ['secondMark', '\u79d2\ucd08'],
];
const endsWithDot = (pattern: string): boolean => {
  const [all = ''] = /^[^.]*(?:\.[^.]*)*\./.exec(pattern.replace(/'[^']*'|ddd+/g, '')) ?? [];
  return ['y', 'M', 'd'].every((letter) => all.includes(letter));
};
function wordsOf(ways: Ways): Words {
  const alone = new Map<string, Word[]>();
  const behind = new Map<string, Word[]>();
  const add = (map: Map<string, Word[]>, given: string, kind: Kind, value = 0): void => {
    const text = given.trim().toLowerCase();
    const [first] = text;
    if (first === undefined) return;
    const list = map.get(first);
    if (list === undefined) map.set(first, [{ text, kind, value }]);
    else if (!list.some((word) => word.text === text)) list.push({ text, kind, value });
  };
  for (const [kind, word] of [
    ['am', ways.am],
    ['pm', ways.pm],
    ['am', INVARIANT_DATES.am],
    ['pm', INVARIANT_DATES.pm],
  ] as const) {
    add(alone, word, kind);
    add(behind, word, kind);
  }
  add(behind, ways.timeSeparator, 'time');
  add(behind, ':', 'time');
  // A dot behind all parts of a date says that it says nothing: `dd. MM. yyyy.`
  const patterns = [ways.longDate, ways.shortDate];
  if (ways.dateSeparator.trim() !== '.' || !patterns.some((pattern) => endsWithDot(pattern)))
    add(behind, ways.dateSeparator, 'date');
  add(behind, '/', 'date');
  add(behind, '-', 'dash');
  add(behind, 'T', 'mark');
  for (const [kind, characters] of MARKS) for (const character of characters) add(behind, character, kind);
  for (const list of [
    ways.months,
    ways.shortMonths,
    ways.genitiveMonths,
    ways.shortGenitiveMonths,
    INVARIANT_DATES.months,
    INVARIANT_DATES.shortMonths,
  ])
    for (const [index, name] of list.entries())
      for (const form of [name, name.replace(/\.$/, '')]) add(alone, form, 'month', index + 1);
  for (const list of [ways.days, ways.shortDays, INVARIANT_DATES.days, INVARIANT_DATES.shortDays])
    for (const [index, name] of list.entries())
      for (const form of [name, name.replace(/\.$/, '')]) add(alone, form, 'weekday', index);
  for (const word of ['GMT', 'Z']) add(alone, word, 'zone');
  for (const word of [',', '.', ways.era, INVARIANT_DATES.era, 'AD']) add(alone, word, 'skipped');
  // What patterns write between the parts: `d 'de' MMMM`.
  for (const pattern of [...patterns, ways.monthDay, ways.yearMonth])
    for (const [, literal = ''] of pattern.matchAll(/'([^']*)'/g))
      for (const word of literal.split(/[\s\d]+/)) add(alone, word, 'skipped');
  for (const map of [alone, behind])
    for (const list of map.values()) list.sort((a, b) => b.text.length - a.text.length);
  return { alone, behind };
}
const known = new WeakMap<Ways, { readonly ways: Ways; readonly words: Words }>();
/** Those of a culture that a script may have changed since. */
function wordsFor(ways: Ways): Words {
  const before = known.get(ways);
  if (
    before !== undefined &&
    (Object.isFrozen(ways) ||
      (Object.keys(ways) as (keyof DateCulture)[]).every((key) => before.ways[key] === ways[key]))
  )
    return before.words;
  const words = wordsOf(ways);
  known.set(ways, { ways: { ...ways }, words });
  return words;
}

// ------------------------------------------------------------ what may follow what

/**
 * A state, then what it makes of each thing that may come next. Things are numbers (`n`), years (numbers of three digits
 * or more, `y`) and months (`m`), each with what is behind it: `$` the end, `_` nothing or a space, `/` a separator of dates, `:`
 * one of times, `a` a half of the day, `d` and `t` a mark of dates or times; beside them a weekday (`w`), a zone (`z`) and the end
 * (`$`). What begins with `=` is a whole date or time.
 */
const TABLE = `
begin $begin na=H n_N n/Nd n:T m_M m/M ndS ntTS wbegin y_Y y/Y zbegin
N n$=NN n_NN n/NNd m$=NM m_NM m/MNd wN y_YN y/YNd y$=YN zN
NN $=NN n$=NNN na=H n_=NNN n:T m$=MNN m_=MNN ntTS wNN y_=NNY y$=NNY zNN
Nd n$=NN n_DNN n/NNd m$=NM m_MN m/MNd wNd y_YN y/YNd y$=YN
DNN $=NN n$=NNN na=H n_=NNN n:T m$=MNN m_=MNN nd=S ntTS wDNN y_=NNY y$=NNY
NNd n$=NNN na=NNN n_=NNN m$=MNN m_=MNN nd=S wNNd y_=NNY y$=NNY
M n$=MN n_MN n/MNd wM y_YM y/YMd y$=YM
MN $=MN n$=MNN na=MNN n_=MNN n:T nd=S ntTS wMN y_=YMN y$=YMN
NM $=NM n$=MNN na=MNN n_=MNN n:T nd=S ntTS wNM y_=YMN y$=YMN
MNd n$=MNN n_=MNN nd=S wMNd y_=YMN y$=YMN
Y n$=YN n_YN n/YNd m$=YM m_YM m/YMd ndYM wY
YN $=YN n$=YNN na=YNN n_=YNN m$=YMN m_=YMN wYN
YNd n$=YNN na=YNN n_=YNN m$=YMN m_=YMN wYN
YM $=YM n$=YMN na=YMN n_=YMN wYM
YMd n$=YMN na=YMN n_=YMN wYMd
S $=S na=H n_T n:T ndS ntTS wS
TS $=TS n$=TS na=TS n_T n/Nd ndS ntTS wTS zTS
T n$=HM na=HM n_=HM n:HMt m$=NM m_NM ntTS zT
HMt n$=HMS na=HMS n_=HMS ntTS wHMt zHMt
`;
type State = ReadonlyMap<string, string>;
let table: ReadonlyMap<string, State> | undefined;
function states(): ReadonlyMap<string, State> {
  table ??= new Map(
    TABLE.trim()
      .split('\n')
      .map((line) => {
        const [name = '', ...moves] = line.split(' ');
        return [
          name,
          new Map(
            moves.map((move) => {
              const length = /^[nmy]/.test(move) ? 2 : 1;
              return [move.slice(0, length), move.slice(length)] as const;
            }),
          ),
        ] as const;
      }),
  );
  return table;
}

// ------------------------------------------------------------ orders of a culture's patterns

const orderOf = (pattern: string, letters: RegExp): string =>
  pattern
    .replace(/'[^']*'|ddd+/g, '')
    .replace(letters, '')
    .replace(/(.)\1*/g, '$1');
const shortOrder = (ways: Ways): string => orderOf(ways.shortDate, /[^dMy]/g);
const dayBehindMonth = (ways: Ways): boolean => orderOf(ways.monthDay, /[^dM]/g) !== 'dM';
const monthBehindYear = (ways: Ways): boolean => orderOf(ways.yearMonth, /[^yM]/g) !== 'My';

const FORM: DateFailure = { why: 'form' };
class Failed extends Error {
  readonly failure: DateFailure;
  constructor(failure: DateFailure) {
    super('no date');
    this.failure = failure;
  }
}
/** The day of the week, from Sunday on. */
export const weekdayOf = (ticks: bigint): number => Number((ticks / 864_000_000_000n + 1n) % 7n);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSpace = (char: string): boolean => /\s/.test(char);
const fullYear = (year: number): number => {
  if (year > 9999) throw new Failed(FORM);
  return year >= 100 ? year : year <= 49 ? 2000 + year : 1900 + year;
};
const daysIn = (year: number, month: number): number => {
  for (const days of [31, 30, 29, 28]) if (ticksOf(year, month, days) !== undefined) return days;
  return 0;
};

class DateReader {
  readonly #text: string;
  readonly #ways: Ways;
  readonly #words: Words;
  #at = 0;
  #state = 'begin';
  #numbers: number[] = [];
  /** Of numbers with at least three digits, and of a month by its name. */
  #bareYear: number | undefined;
  #bareMonth: number | undefined;
  #year: number | undefined;
  #month: number | undefined;
  #day: number | undefined;
  #hour: number | undefined;
  #minute: number | undefined;
  #second: number | undefined;
  #fraction = 0;
  #half: 'am' | 'pm' | undefined;
  #weekday: number | undefined;
  #offset: number | undefined;
  #hasDate = false;
  #hasTime = false;
  constructor(text: string, ways: Ways) {
    this.#text = text;
    this.#ways = ways;
    this.#words = wordsFor(ways);
  }

  /** @param noToday a text without a date means the first day of all, instead of today. */
  read(noToday: boolean): ReadDate {
    let reached = false;
    for (;;) {
      let thing = this.#next();
      if (thing === '') continue;
      if (thing === 'iso') {
        // A mark of the time stands behind a year, a month and a day only.
        if (this.#state !== 'YN' && this.#state !== 'YNd') throw new Failed(FORM);
        return this.#isoTime();
      }
      if (this.#ways.dateSeparator === this.#ways.timeSeparator) thing = this.#oneSeparator(thing);
      const next = states().get(this.#state)?.get(thing);
      if (next === undefined) throw new Failed(FORM);
      if (next.startsWith('=')) {
        this.#whole(next.slice(1));
        reached = true;
        this.#state = 'begin';
      } else this.#state = next;
      if (thing.endsWith('$') && thing !== 'y$') break;
    }
    if (!reached) throw new Failed(FORM);
    return this.#made(noToday);
  }

  /** Where dates have the separator of times, what has been taken for a time is a date once its year comes. */
  #oneSeparator(thing: string): string {
    if (thing.startsWith('y')) this.#state = this.#state === 'T' ? 'Nd' : this.#state === 'HMt' ? 'NNd' : this.#state;
    const atEnd = this.#at >= this.#text.length;
    if ((states().get(this.#state)?.has(thing) ?? false) && !atEnd) return thing;
    return /^[nmy][/:]$/.test(thing) ? `${thing.slice(0, 1)}${atEnd ? '$' : '_'}` : thing;
  }

  // ---- things

  #space(): void {
    while (this.#at < this.#text.length && isSpace(this.#text.charAt(this.#at))) this.#at += 1;
  }
  #word(words: ReadonlyMap<string, readonly Word[]>): Word | undefined {
    const char = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    for (const word of words.get(char.toLowerCase()) ?? []) {
      const end = this.#at + word.text.length;
      if (this.#text.slice(this.#at, end).toLowerCase() !== word.text) continue;
      // A name ends where its letters do.
      if (LETTER.test(word.text) && LETTER.test(this.#text.slice(end))) continue;
      this.#at = end;
      return word;
    }
    return undefined;
  }
  /** The next thing, as the table names it; empty for what says nothing about the form. */
  #next(): string {
    this.#space();
    if (this.#at >= this.#text.length) return '$';
    if (isDigit(this.#text.charCodeAt(this.#at))) return this.#number();
    const start = this.#at;
    const word = this.#word(this.#words.alone);
    if (word === undefined) return this.#unknown(start);
    switch (word.kind) {
      case 'month':
        if (this.#bareMonth !== undefined) throw new Failed(FORM);
        this.#bareMonth = word.value;
        return this.#behind('m');
      case 'weekday':
        if (this.#weekday !== undefined) throw new Failed(FORM);
        this.#weekday = word.value;
        return 'w';
      case 'zone':
        if (this.#offset !== undefined) throw new Failed(FORM);
        this.#offset = 0;
        return 'z';
      case 'am':
      case 'pm':
        this.#setHalf(word.kind);
        return '';
      default:
        return '';
    }
  }
  #setHalf(half: 'am' | 'pm'): void {
    if (this.#half !== undefined) throw new Failed(FORM);
    this.#half = half;
  }
  #unknown(start: number): '' {
    const rest = this.#text.slice(start);
    if (LETTER.test(rest)) throw new Failed({ why: 'word', at: start });
    if (/^[+-]/.test(rest) && this.#offset === undefined) {
      this.#offset = this.#zone();
      return '';
    }
    // A date in number signs, and NUL characters behind it.
    if (rest.startsWith('#') && /^#[^#]*#\0*$/.test(this.#text.trim())) {
      this.#at += 1;
      return '';
    }
    if (/^\0+$/.test(rest)) {
      this.#at = this.#text.length;
      return '';
    }
    throw new Failed(FORM);
  }
  #number(): string {
    const start = this.#at;
    while (isDigit(this.#text.charCodeAt(this.#at))) this.#at += 1;
    const length = this.#at - start;
    if (length > 8 || this.#numbers.length === 3) throw new Failed(FORM);
    const value = Number(this.#text.slice(start, this.#at));
    const inTime = this.#state === 'T' || this.#state === 'HMt';
    if (this.#state === 'HMt' && this.#at < this.#text.length - 1) {
      const digits = /^[.,](\d+)/.exec(this.#text.slice(this.#at));
      if (digits !== null) {
        this.#fraction = Math.round(Number(`0.${digits[1] ?? ''}`) * 10_000_000);
        this.#at += digits[0].length;
      }
    }
    if (inTime) this.#zoneBehind();
    if (length >= 3) {
      if (this.#bareYear !== undefined) throw new Failed(FORM);
      this.#bareYear = value;
      return this.#behind('y', value);
    }
    const thing = this.#behind('n', value);
    if (thing === 'na') {
      // `1/10 5 AM`: the date is whole.
      if (this.#state === 'DNN') this.#whole('NN');
      this.#numbers.push(value);
      if (inTime) this.#zoneBehind();
    } else if (thing !== 'nd' && thing !== 'nt') this.#numbers.push(value);
    return thing;
  }
  /** What stands behind a number, a year or a month. */
  #behind(what: 'n' | 'y' | 'm', value = 0): string {
    const before = this.#at;
    this.#space();
    if (this.#at >= this.#text.length) return `${what}$`;
    const word = isDigit(this.#text.charCodeAt(this.#at)) ? undefined : this.#word(this.#words.behind);
    if (word === undefined) return `${what}_`;
    const one = this.#ways.dateSeparator === this.#ways.timeSeparator;
    switch (word.kind) {
      case 'date':
        return `${what}/`;
      case 'dash': {
        // A minus belongs to a zone where a date can be whole before it.
        const state = states().get(this.#state);
        if (state?.has(`${what}/`) === true || state?.get(`${what}_`)?.startsWith('=') !== true) return `${what}/`;
        this.#at = before;
        return `${what}_`;
      }
      case 'time':
        if (what === 'n') return one && /^(?:Y|YN|YNd|YM)$/.test(this.#state) ? 'n/' : 'n:';
        if (!one) throw new Failed(FORM);
        return `${what}/`;
      case 'am':
      case 'pm':
        if (what === 'm') throw new Failed(FORM);
        this.#setHalf(word.kind);
        return what === 'n' ? 'na' : 'y_';
      case 'mark':
        if (what !== 'n') throw new Failed(FORM);
        return 'iso';
      default:
        if (what === 'm') throw new Failed(FORM);
        return this.#marked(word.kind, value);
    }
  }
  #marked(kind: Kind, value: number): string {
    const twice = (one: number | undefined): void => {
      if (one !== undefined) throw new Failed(FORM);
    };
    if (kind === 'yearMark') {
      twice(this.#year);
      this.#year = fullYear(value);
    } else if (kind === 'monthMark') {
      twice(this.#month);
      this.#month = value;
    } else if (kind === 'dayMark') {
      twice(this.#day);
      this.#day = value;
    } else if (kind === 'hourMark') {
      twice(this.#hour);
      this.#hour = value;
    } else if (kind === 'minuteMark') {
      twice(this.#minute);
      this.#minute = value;
    } else {
      twice(this.#second);
      this.#second = value;
    }
    if (/^(?:year|month|day)/.test(kind)) return 'nd';
    this.#hasTime = true;
    return 'nt';
  }
  #zoneBehind(): void {
    const match = /^\s*(?=[+-])/.exec(this.#text.slice(this.#at));
    if (match === null || this.#at >= this.#text.length - 1) return;
    if (this.#offset !== undefined) throw new Failed(FORM);
    this.#at += match[0].length;
    this.#offset = this.#zone();
  }
  #zone(): number {
    const match = /^([+-])(?:(\d{1,2})(?!\d)(?::(\d{1,2})(?!\d))?(?!:)|(\d{1,2})(\d{2})(?!\d))/.exec(
      this.#text.slice(this.#at),
    );
    const minutes = Number(match?.[3] ?? match?.[5] ?? 0);
    if (match === null || minutes > 59) throw new Failed(FORM);
    this.#at += match[0].length;
    return (match[1] === '-' ? -1 : 1) * (Number(match[2] ?? match[4]) * 60 + minutes);
  }

  // ---- what they make

  #isoTime(): ReadDate {
    const match =
      /^\s*(\d{2})\s*:\s*(\d{2})\s*(?::\s*(\d{2})(?:[.,](\d+))?)?\s*(?:(Z)|([+-]\d{1,4}(?::\d{1,2})?))?\s*\0*$/i.exec(
        this.#text.slice(this.#at),
      );
    if (match === null) throw new Failed(FORM);
    const [, hour, minute, second, fraction = '', utc, zone] = match;
    if (utc !== undefined || zone !== undefined) {
      if (this.#offset !== undefined) throw new Failed(FORM);
      this.#at += match[0].lastIndexOf(zone ?? '');
      this.#offset = zone === undefined ? 0 : this.#zone();
    }
    const [month = 0, day = 0] = this.#numbers;
    const ticks = ticksOf(this.#bareYear ?? 0, month, day, Number(hour), Number(minute), Number(second ?? 0));
    if (ticks === undefined) throw new Failed({ why: 'calendar' });
    this.#checkOffset();
    return {
      ticks: ticks + BigInt(Math.round(Number(`0.${fraction}0`) * 10_000_000)),
      offset: this.#offset,
      namesDate: false,
      namesTime: false,
    };
  }
  #checkOffset(): void {
    if (this.#offset !== undefined && Math.abs(this.#offset) > 14 * 60) throw new Failed({ why: 'offset' });
  }
  #set(year: number, month: number, day: number): void {
    if (!this.#trySet(year, month, day)) throw new Failed(FORM);
  }
  #trySet(year: number, month: number, day: number): boolean {
    if (ticksOf(year, month, day) === undefined) return false;
    [this.#year, this.#month, this.#day] = [year, month, day];
    return true;
  }
  /** Takes the numbers read so far for a date or a time. */
  #whole(form: string): void {
    const [first = 0, second = 0, third = 0] = this.#numbers;
    this.#numbers = [];
    if (/^(?:H|TS)/.test(form)) {
      if (form === 'TS') return;
      if (this.#hasTime) throw new Failed(FORM);
      this.#hasTime = true;
      this.#hour = first;
      if (form !== 'H') this.#minute = second;
      if (form === 'HMS') this.#second = third;
      return;
    }
    if (this.#hasDate) throw new Failed(FORM);
    this.#hasDate = true;
    this.#date(form, first, second, third);
  }
  #date(form: string, first: number, second: number, third: number): void {
    const ways = this.#ways;
    const [year, month] = [this.#bareYear ?? 0, this.#bareMonth ?? 0];
    const order = shortOrder(ways);
    const dayFirst = order.startsWith('d');
    switch (form) {
      case 'NN': {
        const now = dateParts(nowLocal().ticks).year;
        return dayBehindMonth(ways) ? this.#set(now, first, second) : this.#set(now, second, first);
      }
      case 'NNN':
        if (order.startsWith('y')) return this.#set(fullYear(first), second, third);
        return dayFirst ? this.#set(fullYear(third), second, first) : this.#set(fullYear(third), first, second);
      case 'MNN': {
        // A day and a year, and the other way about where that is no day of the month.
        const [one, two] = order.startsWith('y') ? [first, second] : [second, first];
        if (one <= 9999 && two >= 1 && two <= daysIn(fullYear(one), month)) return this.#set(fullYear(one), month, two);
        return this.#set(fullYear(two), month, one);
      }
      case 'YNN':
        return order === 'ydM' ? this.#set(year, second, first) : this.#set(year, first, second);
      case 'NNY':
        return dayFirst ? this.#set(year, second, first) : this.#set(year, first, second);
      case 'YMN':
        return this.#set(year, month, first);
      case 'YN':
        return this.#set(year, first, 1);
      case 'YM':
        return this.#set(year, month, 1);
      case 'MN':
      case 'NM': {
        // The number is a year where a culture writes months and days, and months and years, the other way about.
        const turned = (form === 'NM') === dayBehindMonth(ways) && (form === 'NM') === monthBehindYear(ways);
        if (!turned) return this.#set(dateParts(nowLocal().ticks).year, month, first);
        // As .NET has it, that does not count as a date.
        this.#hasDate = false;
        return this.#set(fullYear(first), month, 1);
      }
      default:
        // Its parts have told what they are.
        return undefined;
    }
  }
  #made(noToday: boolean): ReadDate {
    if (this.#half === undefined) {
      const { am, pm } = this.#ways;
      if (am === '' && pm !== '') this.#half = 'am';
      else if (pm === '' && am !== '') this.#half = 'pm';
    }
    let hour = this.#hour ?? 0;
    if (this.#half === 'am') {
      if (hour > 12) throw new Failed(FORM);
      hour %= 12;
    } else if (this.#half === 'pm') {
      if (hour > 23) throw new Failed(FORM);
      if (hour < 12) hour += 12;
    }
    const now = dateParts(nowLocal().ticks);
    let [year, month, day] = [this.#year, this.#month, this.#day];
    const hasDate = year !== undefined || month !== undefined || day !== undefined;
    if (!hasDate) [year, month, day] = noToday ? [1, 1, 1] : [now.year, now.month, now.day];
    const ticks = ticksOf(year ?? now.year, month ?? 1, day ?? 1, hour, this.#minute ?? 0, this.#second ?? 0);
    if (ticks === undefined) throw new Failed({ why: 'calendar' });
    if (this.#weekday !== undefined && weekdayOf(ticks) !== this.#weekday) throw new Failed({ why: 'weekday' });
    this.#checkOffset();
    return {
      ticks: ticks + BigInt(this.#fraction),
      offset: this.#offset,
      namesDate: this.#hasDate,
      namesTime: this.#hasTime,
    };
  }
}

/**
 * Reads a date or a time in the ways of a culture.
 * @param noToday a text without a date means the first day of all, instead of today.
 */
export function readDate(text: string, ways: Ways = INVARIANT_DATES, noToday = false): ReadDate | DateFailure {
  try {
    return new DateReader(text, ways).read(noToday);
  } catch (error) {
    if (error instanceof Failed) return error.failure;
    throw error;
  }
}
