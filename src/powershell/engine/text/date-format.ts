/** Dates and time spans: the proleptic Gregorian calendar of System.DateTime, formats of cultures, and parsing. */
import { PSDateTime, PSTimeSpan } from '../../../protocol/objects/index.js';
import { type DateCulture, fullPattern, INVARIANT_DATES } from '../culture/date-culture.js';
import { INVARIANT_NUMBERS, type NumberCulture } from '../culture/number-culture.js';
import { FormatError } from './number-format.js';

type Ways = Readonly<DateCulture>;

export const TICKS_PER_SECOND = 10_000_000n;
export const TICKS_PER_DAY = 864_000_000_000n;
/** Ticks of 1970-01-01. */
export const UNIX_TICKS = 621_355_968_000_000_000n;
export const MAX_DATE_TICKS = 3_155_378_975_999_999_999n;

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0..9,999,999 */
  readonly fraction: number;
  readonly dayOfWeek: number;
  readonly dayOfYear: number;
}

const CUMULATIVE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

function daysBefore(year: number, month: number): number {
  const y = year - 1;
  const leap = month > 2 && isLeapYear(year) ? 1 : 0;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + (CUMULATIVE[month - 1] ?? 0) + leap;
}

/** Ticks of a date on the clock; undefined when it is no date. */
export function ticksOf(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  fraction = 0,
): bigint | undefined {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)))
    return undefined;
  if (!(hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60)) return undefined;
  const seconds = (daysBefore(year, month) + day - 1) * 86_400 + hour * 3600 + minute * 60 + second;
  return BigInt(seconds) * TICKS_PER_SECOND + BigInt(fraction);
}

export function dateParts(ticks: bigint): DateParts {
  const days = Number(ticks / TICKS_PER_DAY);
  const rest = ticks % TICKS_PER_DAY;
  const date = new Date(days * 86_400_000 - 62_135_596_800_000);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  const seconds = Number(rest / TICKS_PER_SECOND);
  return {
    year,
    month,
    day: date.getUTCDate(),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    fraction: Number(rest % TICKS_PER_SECOND),
    dayOfWeek: date.getUTCDay(),
    dayOfYear: days - daysBefore(year, 1) + 1,
  };
}

/** Offset of local time from UTC, in minutes, at a UTC instant or a local clock reading. */
export function localOffset(ticks: bigint, isUtc: boolean): number {
  const ms = Number((ticks - UNIX_TICKS) / 10_000n);
  if (isUtc) return -new Date(ms).getTimezoneOffset();
  const parts = new Date(ms);
  const local = new Date(
    parts.getUTCFullYear(),
    parts.getUTCMonth(),
    parts.getUTCDate(),
    parts.getUTCHours(),
    parts.getUTCMinutes(),
  );
  return -local.getTimezoneOffset();
}
export function toUniversal(value: PSDateTime): PSDateTime {
  if (value.kind === 'Utc') return value;
  const offset = value.offsetMinutes ?? localOffset(value.ticks, false);
  return new PSDateTime(value.ticks - BigInt(offset) * 600_000_000n, 'Utc');
}
/** The moment as a Date of JavaScript: whole milliseconds. */
export const jsDate = (value: PSDateTime): Date => new Date(Number((toUniversal(value).ticks - UNIX_TICKS) / 10_000n));
export function toLocal(value: PSDateTime): PSDateTime {
  if (value.kind === 'Local') return value;
  const offset = localOffset(value.ticks, true);
  return new PSDateTime(value.ticks + BigInt(offset) * 600_000_000n, 'Local', offset);
}
/** How far the fine clock may leave the one of the day before it is set anew, and what is no setting of it, ms. */
const DRIFT_MS = 15;
const SET_MS = 1000;
let origin = Number.NaN;
let latest = 0;
/** The time of the day with its fractions: it does not go back unless somebody sets the clock. */
function nowMs(): number {
  const day = Date.now();
  const fine = origin + performance.now();
  const known = Math.abs(fine - day) <= DRIFT_MS;
  if (!known) origin = day - performance.now();
  const now = known ? fine : day;
  latest = latest - now > SET_MS ? now : Math.max(latest, now);
  return latest;
}
export function nowLocal(): PSDateTime {
  const ms = nowMs();
  const ticks = UNIX_TICKS + BigInt(Math.floor(ms * 10_000));
  return toLocal(new PSDateTime(ticks, 'Utc'));
}

const pad = (value: number, width: number): string => value.toString().padStart(width, '0');

function offsetText(value: PSDateTime, style: 'z' | 'zz' | 'zzz'): string {
  const minutes = value.kind === 'Utc' ? 0 : (value.offsetMinutes ?? localOffset(value.ticks, false));
  const sign = minutes < 0 ? '-' : '+';
  const hours = Math.floor(Math.abs(minutes) / 60);
  if (style === 'z') return `${sign}${hours}`;
  return style === 'zz' ? `${sign}${pad(hours, 2)}` : `${sign}${pad(hours, 2)}:${pad(Math.abs(minutes) % 60, 2)}`;
}

export const FIXED_PATTERNS: Readonly<Record<string, string>> = {
  o: "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK",
  O: "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK",
  r: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
  R: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
  s: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
  u: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
};
/** What a format of one letter stands for; undefined for none. */
export function standardPattern(letter: string, ways: Ways): string | undefined {
  switch (letter) {
    case 'd':
      return ways.shortDate;
    case 'D':
      return ways.longDate;
    case 'f':
      return `${ways.longDate} ${ways.shortTime}`;
    case 'F':
    case 'U':
      return fullPattern(ways);
    case 'g':
      return `${ways.shortDate} ${ways.shortTime}`;
    case 'G':
      return `${ways.shortDate} ${ways.longTime}`;
    case 'm':
    case 'M':
      return ways.monthDay;
    case 't':
      return ways.shortTime;
    case 'T':
      return ways.longTime;
    case 'y':
    case 'Y':
      return ways.yearMonth;
    default:
      return FIXED_PATTERNS[letter];
  }
}

/** DateTime.ToString(format), in the invariant culture where none is given. Throws FormatError. */
export function formatDate(value: PSDateTime, format = 'G', ways: Ways = INVARIANT_DATES): string {
  let shown = value;
  let pattern = format === '' ? 'G' : format;
  let names = ways;
  if (pattern.length === 1) {
    if (pattern === 'U') shown = toUniversal(value);
    if (FIXED_PATTERNS[pattern] !== undefined) names = INVARIANT_DATES;
    const standard = standardPattern(pattern, ways);
    if (standard === undefined) throw new FormatError('Input string was not in a correct format.');
    pattern = standard;
  } else if (pattern.length === 2 && pattern.startsWith('%')) pattern = pattern.slice(1);
  const parts = dateParts(shown.ticks);
  let out = '';
  for (let index = 0; index < pattern.length; ) {
    const c = pattern[index] ?? '';
    let run = 1;
    while (pattern[index + run] === c) run += 1;
    switch (c) {
      case 'd':
        out += run <= 2 ? pad(parts.day, run) : ((run === 3 ? names.shortDays : names.days)[parts.dayOfWeek] ?? '');
        break;
      case 'M':
        out += run <= 2 ? pad(parts.month, run) : (monthNames(names, pattern, run > 3)[parts.month - 1] ?? '');
        break;
      case 'y':
        out += run <= 2 ? pad(parts.year % 100, run) : pad(parts.year, run);
        break;
      case 'h':
        out += pad(parts.hour % 12 === 0 ? 12 : parts.hour % 12, Math.min(run, 2));
        break;
      case 'H':
        out += pad(parts.hour, Math.min(run, 2));
        break;
      case 'm':
        out += pad(parts.minute, Math.min(run, 2));
        break;
      case 's':
        out += pad(parts.second, Math.min(run, 2));
        break;
      case 'f':
      case 'F': {
        if (run > 7) throw new FormatError('Input string was not in a correct format.');
        let text = pad(parts.fraction, 7).slice(0, run);
        if (c === 'F') {
          text = text.replace(/0+$/, '');
          if (text === '' && out.endsWith('.')) out = out.slice(0, -1);
        }
        out += text;
        break;
      }
      case 't': {
        const half = parts.hour < 12 ? names.am : names.pm;
        out += run === 1 ? half.slice(0, 1) : half;
        break;
      }
      case 'z':
        out += offsetText(shown, run === 1 ? 'z' : run === 2 ? 'zz' : 'zzz');
        break;
      case 'K':
        out += shown.kind === 'Utc' ? 'Z' : shown.kind === 'Local' ? offsetText(shown, 'zzz') : '';
        run = 1;
        break;
      case 'g':
        out += names.era;
        break;
      case '/':
        out += names.dateSeparator.repeat(run);
        break;
      case ':':
        out += names.timeSeparator.repeat(run);
        break;
      case "'":
      case '"': {
        const end = pattern.indexOf(c, index + 1);
        if (end < 0) throw new FormatError('Input string was not in a correct format.');
        out += pattern.slice(index + 1, end);
        run = end - index + 1;
        break;
      }
      case '\\':
        out += pattern[index + 1] ?? '';
        run = 2;
        break;
      case '%':
        run = 1;
        break;
      default:
        out += c.repeat(run);
    }
    index += run;
  }
  return out;
}
/** Names of months: beside a day some languages have another form of them. */
export function monthNames(ways: Ways, pattern: string, long: boolean): readonly string[] {
  if (ways.months === ways.genitiveMonths) return long ? ways.months : ways.shortMonths;
  const beside = /(?<!d)d{1,2}(?!d)/.test(pattern.replace(/'[^']*'|"[^"]*"|\\./g, ''));
  if (long) return beside ? ways.genitiveMonths : ways.months;
  return beside ? ways.shortGenitiveMonths : ways.shortMonths;
}

/** TimeSpan.ToString(format); `c` when there is none. Throws FormatError. */
export function formatSpan(
  value: PSTimeSpan,
  format = 'c',
  { decimal }: Pick<NumberCulture, 'decimal'> = INVARIANT_NUMBERS,
): string {
  const negative = value.ticks < 0n;
  const size = negative ? -value.ticks : value.ticks;
  const days = size / TICKS_PER_DAY;
  const seconds = Number((size % TICKS_PER_DAY) / TICKS_PER_SECOND);
  const fraction = Number(size % TICKS_PER_SECOND);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const sign = negative ? '-' : '';
  if (format === '' || format === 'c' || format === 't' || format === 'T') {
    const day = days > 0n ? `${days}.` : '';
    return `${sign}${day}${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds % 60, 2)}${fraction > 0 ? `.${pad(fraction, 7)}` : ''}`;
  }
  if (format === 'g') {
    const part = fraction > 0 ? decimal + pad(fraction, 7).replace(/0+$/, '') : '';
    return `${sign}${days > 0n ? `${days}:` : ''}${hours}:${pad(minutes, 2)}:${pad(seconds % 60, 2)}${part}`;
  }
  if (format === 'G')
    return `${sign}${days}:${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds % 60, 2)}${decimal}${pad(fraction, 7)}`;
  if (format.length === 1) throw new FormatError('Input string was not in a correct format.');
  let out = '';
  for (let index = 0; index < format.length; ) {
    const c = format[index] ?? '';
    let run = 1;
    while (format[index + run] === c) run += 1;
    if (c === 'd') out += days.toString().padStart(run, '0');
    else if (c === 'h') out += pad(hours, run);
    else if (c === 'm') out += pad(minutes, run);
    else if (c === 's') out += pad(seconds % 60, run);
    else if (c === 'f') out += pad(fraction, 7).slice(0, run);
    else if (c === 'F') out += pad(fraction, 7).slice(0, run).replace(/0+$/, '');
    else if (c === "'" || c === '"') {
      const end = format.indexOf(c, index + 1);
      out += format.slice(index + 1, end < 0 ? undefined : end);
      run = end < 0 ? format.length : end - index + 1;
    } else if (c === '\\') {
      out += format[index + 1] ?? '';
      run = 2;
    } else if (c === '%') run = 1;
    else throw new FormatError('Input string was not in a correct format.');
    index += run;
  }
  return out;
}

/**
 * TimeSpan.Parse of the invariant culture: days alone, `[d.]hh:mm[:ss[.fffffff]]`, `d:hh:mm:ss[.fffffff]`. Undefined: no
 * time span; `'overflow'`: one of its parts is too large.
 */
export function readSpan(text: string): PSTimeSpan | 'overflow' | undefined {
  const match =
    /^\s*(-)?(?:(\d+)|(?:(\d+)\.)?(\d+):(\d+)(?::(\d+)(?:\.(\d+))?)?|(\d+):(\d+):(\d+):(\d+)(?:\.(\d+))?)\s*$/.exec(
      text,
    );
  if (match === null) return undefined;
  const [, sign, onlyDays] = match;
  // Three parts of which the first is no hour are days, hours and minutes.
  if (match[3] === undefined && match[6] !== undefined && match[7] === undefined && Number(match[4]) > 23)
    return readSpan(`${sign ?? ''}${match[4] ?? ''}.${match[5] ?? ''}:${match[6]}`);
  const days = onlyDays ?? match[3] ?? match[8] ?? '0';
  const h = Number(match[4] ?? match[9] ?? 0);
  const m = Number(match[5] ?? match[10] ?? 0);
  const s = Number(match[6] ?? match[11] ?? 0);
  const fraction = match[7] ?? match[12] ?? '';
  if (h > 23 || m > 59 || s > 59 || fraction.length > 7 || BigInt(days) > 10_675_199n) return 'overflow';
  const ticks =
    BigInt(days) * TICKS_PER_DAY + BigInt(h * 3600 + m * 60 + s) * TICKS_PER_SECOND + BigInt(fraction.padEnd(7, '0'));
  return new PSTimeSpan(sign === undefined ? ticks : -ticks);
}
/** As `readSpan`, with undefined for all that is no time span. */
export function parseSpan(text: string): PSTimeSpan | undefined {
  const made = readSpan(text);
  return made === 'overflow' ? undefined : made;
}
