/** Dates and time spans: the proleptic Gregorian calendar of System.DateTime, invariant formats, and parsing. */
import { PSDateTime, PSTimeSpan, type DateTimeKind } from '../../../protocol/objects/index.js';
import { FormatError } from './number-format.js';

export const TICKS_PER_SECOND = 10_000_000n;
export const TICKS_PER_DAY = 864_000_000_000n;
/** Ticks of 1970-01-01. */
export const UNIX_TICKS = 621_355_968_000_000_000n;
export const MAX_DATE_TICKS = 3_155_378_975_999_999_999n;

export const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

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
export function nowLocal(): PSDateTime {
  const ms = Date.now() + (performance.now() % 1);
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

const STANDARD: Readonly<Record<string, string>> = {
  d: 'MM/dd/yyyy',
  D: 'dddd, dd MMMM yyyy',
  f: 'dddd, dd MMMM yyyy HH:mm',
  F: 'dddd, dd MMMM yyyy HH:mm:ss',
  g: 'MM/dd/yyyy HH:mm',
  G: 'MM/dd/yyyy HH:mm:ss',
  m: 'MMMM dd',
  M: 'MMMM dd',
  o: "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK",
  O: "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK",
  r: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
  R: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
  s: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
  t: 'HH:mm',
  T: 'HH:mm:ss',
  u: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
  y: 'yyyy MMMM',
  Y: 'yyyy MMMM',
};

/** DateTime.ToString(format) in the invariant culture. Throws FormatError. */
export function formatDate(value: PSDateTime, format = 'G'): string {
  let shown = value;
  let pattern = format === '' ? 'G' : format;
  if (pattern.length === 1) {
    if (pattern === 'U') {
      shown = toUniversal(value);
      pattern = 'F';
    }
    const standard = STANDARD[pattern];
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
        out +=
          run === 1
            ? String(parts.day)
            : run === 2
              ? pad(parts.day, 2)
              : run === 3
                ? (DAY_NAMES[parts.dayOfWeek] ?? '').slice(0, 3)
                : (DAY_NAMES[parts.dayOfWeek] ?? '');
        break;
      case 'M':
        out +=
          run === 1
            ? String(parts.month)
            : run === 2
              ? pad(parts.month, 2)
              : run === 3
                ? (MONTH_NAMES[parts.month - 1] ?? '').slice(0, 3)
                : (MONTH_NAMES[parts.month - 1] ?? '');
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
      case 't':
        out += (parts.hour < 12 ? 'AM' : 'PM').slice(0, run);
        break;
      case 'z':
        out += offsetText(shown, run === 1 ? 'z' : run === 2 ? 'zz' : 'zzz');
        break;
      case 'K':
        out += shown.kind === 'Utc' ? 'Z' : shown.kind === 'Local' ? offsetText(shown, 'zzz') : '';
        run = 1;
        break;
      case 'g':
        out += 'A.D.';
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

/** TimeSpan.ToString(format); `c` when there is none. Throws FormatError. */
export function formatSpan(value: PSTimeSpan, format = 'c'): string {
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
    const part = fraction > 0 ? `.${pad(fraction, 7).replace(/0+$/, '')}` : '';
    return `${sign}${days > 0n ? `${days}:` : ''}${hours}:${pad(minutes, 2)}:${pad(seconds % 60, 2)}${part}`;
  }
  if (format === 'G')
    return `${sign}${days}:${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds % 60, 2)}.${pad(fraction, 7)}`;
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

const MONTHS = new Map(
  MONTH_NAMES.flatMap((name, index) => [
    [name.toLowerCase(), index + 1] as const,
    [name.slice(0, 3).toLowerCase(), index + 1] as const,
  ]),
);

/** DateTime.Parse of the invariant culture: ISO forms, month/day/year, month names, times alone, zones. */
const KNOWN_DATE_WORD =
  /^(?:am|pm|t|z|gmt|utc|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*)$/i;
/** What DateTime.Parse says of a text that is no date: a word is named, unless a character that no date has comes first. */
export function dateParseFailure(source: string): string {
  for (const { index, 0: word } of source.matchAll(/[^\d\s:/.,+-]+/g)) {
    if (KNOWN_DATE_WORD.test(word)) continue;
    if (!/^\p{L}/u.test(word)) break;
    return `The string '${source}' was not recognized as a valid DateTime. There is an unknown word starting at index '${index}'.`;
  }
  return `String '${source}' was not recognized as a valid DateTime.`;
}

export function parseDate(text: string): PSDateTime | undefined {
  let rest = text.trim();
  if (rest === '') return undefined;
  let hour = 0;
  let minute = 0;
  let second = 0;
  let fraction = 0;
  let hasTime = false;
  let offset: number | undefined;
  let kind: DateTimeKind = 'Unspecified';
  const time =
    /(?:^|[T\s])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(AM|PM|A|P)?\s*(Z|GMT|UTC|[+-]\d{1,2}(?::?\d{2})?)?$/i.exec(
      rest,
    ) ?? /(?:^|[T\s])(\d{1,2})()()()\s*(AM|PM)\s*(Z|GMT)?$/i.exec(rest);
  if (time !== null) {
    hasTime = true;
    hour = Number(time[1]);
    minute = Number(time[2] ?? 0);
    second = Number(time[3] ?? 0);
    fraction = Number((time[4] ?? '').slice(0, 7).padEnd(7, '0'));
    const half = time[5]?.toLowerCase()[0];
    if (half !== undefined) {
      if (hour < 1 || hour > 12) return undefined;
      hour = (hour % 12) + (half === 'p' ? 12 : 0);
    }
    const zone = time[6];
    if (zone !== undefined) {
      const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
      offset = match === null ? 0 : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
    }
    rest = rest.slice(0, time.index).trim();
  } else if (/^\d{4}-\d{2}-\d{2}Z$/.test(rest)) {
    offset = 0;
    rest = rest.slice(0, -1);
  }
  rest = rest.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i, '').trim();
  const now = dateParts(nowLocal().ticks);
  let year: number;
  let month: number;
  let day: number;
  let match: RegExpExecArray | null;
  if (rest === '' && hasTime) ({ year, month, day } = now);
  else if ((match = /^(\d{4})[-/.\s](\d{1,2})[-/.\s](\d{1,2})$/.exec(rest)) !== null) {
    [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  } else if ((match = /^(\d{4})[-/](\d{1,2})$/.exec(rest)) !== null) {
    [year, month, day] = [Number(match[1]), Number(match[2]), 1];
  } else if ((match = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4}|\d{2})$/.exec(rest)) !== null) {
    [month, day, year] = [Number(match[1]), Number(match[2]), fullYear(match[3] ?? '')];
  } else if ((match = /^(\d{1,2})[-/](\d{4})$/.exec(rest)) !== null) {
    [month, day, year] = [Number(match[1]), 1, Number(match[2])];
  } else if ((match = /^(\d{1,2})[-/](\d{1,2})$/.exec(rest)) !== null) {
    [month, day, year] = [Number(match[1]), Number(match[2]), now.year];
  } else if ((match = /^([a-z]+)\.?[\s-]+(\d{1,2})(?:,?[\s,-]+(\d{4}|\d{2}))?$/i.exec(rest)) !== null) {
    [month, day, year] = [
      MONTHS.get((match[1] ?? '').toLowerCase()) ?? 0,
      Number(match[2]),
      match[3] === undefined ? now.year : fullYear(match[3]),
    ];
  } else if ((match = /^(\d{1,2})[\s-]+([a-z]+)\.?(?:,?[\s,-]+(\d{4}|\d{2}))?$/i.exec(rest)) !== null) {
    [month, day, year] = [
      MONTHS.get((match[2] ?? '').toLowerCase()) ?? 0,
      Number(match[1]),
      match[3] === undefined ? now.year : fullYear(match[3]),
    ];
  } else if ((match = /^([a-z]+)\.?,?[\s-]+(\d{4})$/i.exec(rest)) !== null) {
    [month, day, year] = [MONTHS.get((match[1] ?? '').toLowerCase()) ?? 0, 1, Number(match[2])];
  } else return undefined;
  let ticks = ticksOf(year, month, day, hour, minute, second, fraction);
  if (ticks === undefined) return undefined;
  if (offset !== undefined) {
    ticks -= BigInt(offset) * 600_000_000n;
    return toLocal(new PSDateTime(ticks, 'Utc'));
  }
  return new PSDateTime(ticks, kind);
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year <= 49 ? 2000 + year : 1900 + year;
}

/** DateTime.ParseExact with one format. Undefined: the text does not match. */
export function parseDateExact(text: string, format: string): PSDateTime | undefined {
  const pattern = format.length === 1 ? (STANDARD[format] ?? format) : format;
  const now = dateParts(nowLocal().ticks);
  const found: Record<string, number> = {};
  let offset: number | undefined;
  let at = 0;
  const digits = (min: number, max: number): number | undefined => {
    const match = new RegExp(`^\\d{${min},${max}}`).exec(text.slice(at));
    if (match === null) return undefined;
    at += match[0].length;
    return Number(match[0]);
  };
  for (let index = 0; index < pattern.length; ) {
    const c = pattern[index] ?? '';
    let run = 1;
    while (pattern[index + run] === c) run += 1;
    let value: number | undefined;
    switch (c) {
      case 'y':
        value = digits(run <= 2 ? 1 : run, run <= 2 ? 2 : Math.max(run, 4));
        if (value !== undefined && run <= 2) value = fullYear(String(value).padStart(2, '0'));
        break;
      case 'M':
      case 'd':
        if (run <= 2) value = digits(run, 2);
        else {
          const names = c === 'M' ? MONTH_NAMES : DAY_NAMES;
          const index2 = names.findIndex((name) =>
            text
              .slice(at)
              .toLowerCase()
              .startsWith((run === 3 ? name.slice(0, 3) : name).toLowerCase()),
          );
          if (index2 < 0) return undefined;
          at += run === 3 ? 3 : (names[index2] ?? '').length;
          value = index2 + 1;
        }
        break;
      case 'H':
      case 'h':
      case 'm':
      case 's':
        value = digits(Math.min(run, 2), 2);
        break;
      case 'f':
      case 'F': {
        const start = at;
        value = digits(c === 'F' ? 0 : run, run);
        if (value !== undefined) value *= 10 ** (7 - (at - start));
        break;
      }
      case 't': {
        const half = text.slice(at, at + run).toUpperCase();
        value = half.startsWith('P') ? 1 : half.startsWith('A') ? 0 : undefined;
        at += run;
        break;
      }
      case 'z':
      case 'K': {
        const zone = /^(?:Z|([+-])(\d{1,2})(?::?(\d{2}))?)/.exec(text.slice(at));
        if (zone !== null) {
          at += zone[0].length;
          offset =
            zone[1] === undefined ? 0 : (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3] ?? 0));
        } else if (c === 'z') return undefined;
        index += run;
        continue;
      }
      case "'":
      case '"': {
        const end = pattern.indexOf(c, index + 1);
        const literal = pattern.slice(index + 1, end);
        if (!text.startsWith(literal, at)) return undefined;
        at += literal.length;
        index = end + 1;
        continue;
      }
      case '\\':
        if (text[at] !== pattern[index + 1]) return undefined;
        at += 1;
        index += 2;
        continue;
      default:
        if (text.slice(at, at + run) !== c.repeat(run)) return undefined;
        at += run;
        index += run;
        continue;
    }
    if (value === undefined) return undefined;
    if (c !== 'd' || run <= 2) found[c === 'F' ? 'f' : c] = value;
    index += run;
  }
  if (at !== text.length) return undefined;
  let hour = found['H'] ?? found['h'] ?? 0;
  if (found['t'] !== undefined) hour = (hour % 12) + 12 * found['t'];
  const dated = found['y'] !== undefined || found['M'] !== undefined || found['d'] !== undefined;
  const ticks = ticksOf(
    found['y'] ?? now.year,
    found['M'] ?? (dated ? 1 : now.month),
    found['d'] ?? (dated ? 1 : now.day),
    hour,
    found['m'] ?? 0,
    found['s'] ?? 0,
    found['f'] ?? 0,
  );
  if (ticks === undefined) return undefined;
  if (offset !== undefined) return toLocal(new PSDateTime(ticks - BigInt(offset) * 600_000_000n, 'Utc'));
  return new PSDateTime(ticks);
}
