/** DateTime.Parse and ParseExact, in the invariant culture where none is given. */
import { PSDateTime, type DateTimeKind } from '../../../protocol/objects/index.js';
import { type DateCulture, INVARIANT_DATES } from '../culture/date-culture.js';
import { dateParts, FIXED_PATTERNS, monthNames, nowLocal, standardPattern, ticksOf, toLocal } from './date-format.js';

type Ways = Readonly<DateCulture>;

/** Months' names of a culture, and the invariant ones, which every culture takes too. Dots at the end do not count. */
let invariantMonths: ReadonlyMap<string, number> | undefined;
const bareName = (name: string): string => name.toLowerCase().replace(/\.$/, '');
function monthsIn(ways: Ways): ReadonlyMap<string, number> {
  if (ways === INVARIANT_DATES && invariantMonths !== undefined) return invariantMonths;
  const lists = [
    ...[INVARIANT_DATES, ways].flatMap(({ months, shortMonths }) => [months, shortMonths]),
    ways.genitiveMonths,
    ways.shortGenitiveMonths,
  ];
  const map = new Map(lists.flatMap((list) => list.map((name, index) => [bareName(name), index + 1] as const)));
  // Those of others a script may change.
  if (ways === INVARIANT_DATES) invariantMonths = map;
  return map;
}
/** The text without a day's name before it, or behind it. */
function withoutDay(text: string, ways: Ways): string {
  if (ways !== INVARIANT_DATES) {
    const lower = text.toLowerCase();
    for (const name of [...ways.days, ...ways.shortDays].map(bareName))
      if (lower.startsWith(name) && !/^\p{L}/u.test(text.slice(name.length)))
        return text.slice(name.length).replace(/^[.,\s]+/, '');
    for (const name of ways.days.map(bareName))
      if (lower.endsWith(name) && !/\p{L}$/u.test(text.slice(0, -name.length)))
        return text.slice(0, -name.length).replace(/[,\s]+$/, '');
  }
  return text.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i, '');
}
/** The morning or the afternoon by the culture's words, as AM and PM. */
function withHalves(text: string, { am, pm }: Ways): string {
  for (const [word, half] of [
    [am, 'AM'],
    [pm, 'PM'],
  ] as const)
    if (word !== '' && word !== half && text.includes(word)) {
      const bare = text.replace(word, ' ').trim();
      return `${bare} ${half}`;
    }
  return text;
}

/** All parts of a date and a time, in the form of ISO 8601. */
const SORTABLE = /^\d{4}-\d{1,2}-\d{1,2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{1,2}(?::?\d{2})?)?$/i;
const KNOWN_DATE_WORDS = new Set([
  'am',
  'pm',
  't',
  'z',
  'gmt',
  ...['days', 'shortDays', 'months', 'shortMonths'].flatMap((list) =>
    INVARIANT_DATES[list as 'days'].map((name) => name.toLowerCase()),
  ),
]);
const notInCalendar = (source: string): string =>
  `The DateTime represented by the string '${source}' is not supported in calendar 'System.Globalization.GregorianCalendar'.`;
/** What DateTime.Parse says of a text that is no date: a word is named, unless a character that no date has comes first. */
export function dateParseFailure(source: string): string {
  const zone = /[+-]\d{1,2}(?::?\d{2})?$/.exec(source.trim());
  // The day of a date that is not on the calendar looks like a zone behind its month.
  const mayHaveZone = WHOLE_DATE_AND_ZONE.test(source.trim()) || source.includes(':');
  if (
    zone !== null &&
    mayHaveZone &&
    parseDate(source.slice(0, zone.index)) !== undefined &&
    !isZone(zoneMinutes(zone[0]))
  )
    return `The time zone offset of string '${source}' must be within plus or minus 14 hours.`;
  if (SORTABLE.test(source.trim())) return notInCalendar(source);
  // A time of day that no clock shows, where all else is a date's.
  const midnight = source.replace(
    /(?<![\d:])(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?(?![\d:.])/,
    (time, hours: string, minutes: string, seconds: string | undefined) => {
      if (Number(hours) < 24 && Number(minutes) < 60 && Number(seconds ?? 0) < 60) return time;
      return seconds === undefined ? '00:00' : '00:00:00';
    },
  );
  if (midnight !== source && !/[ap]m?$/i.test(source.trim()) && parseDate(midnight) !== undefined)
    return notInCalendar(source);
  for (const { index, 0: word } of source.matchAll(/[^\d\s:/.,+-]+/g)) {
    if (KNOWN_DATE_WORDS.has(word.toLowerCase())) continue;
    if (!/^\p{L}/u.test(word)) break;
    return `The string '${source}' was not recognized as a valid DateTime. There is an unknown word starting at index '${index}'.`;
  }
  return `String '${source}' was not recognized as a valid DateTime.`;
}

const isZone = (minutes: number): boolean => Math.abs(minutes) <= 14 * 60;
/** A date with all of its parts may bear its zone without a time between them. */
const WHOLE_DATE_AND_ZONE =
  /^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\p{L}+\.?[\s-]+\d{1,2},?[\s-]+\d{4}|\d{1,2}[\s-]+\p{L}+\.?,?[\s-]+\d{4})\s*(Z|GMT|[+-]\d{1,2}(?::?\d{2})?)$/iu;
function zoneMinutes(zone: string): number {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  return match === null ? 0 : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}
/**
 * DateTime.Parse: ISO forms, numbers in the order of the culture's short date (the invariant one's is month, day, year),
 * month names, times alone, zones.
 */
export function parseDate(text: string, ways: Ways = INVARIANT_DATES): PSDateTime | undefined {
  let rest = text.trim();
  if (ways !== INVARIANT_DATES)
    rest = withHalves(rest.replace(/\u202F/g, ' '), ways).replace(
      /^(\d{4})\s*[\u5e74\ub144]\s*(\d{1,2})\s*[\u6708\uc6d4]\s*(\d{1,2})\s*[\u65e5\uc77c]\s*/,
      '$1/$2/$3 ',
    );
  rest = rest.trim();
  if (rest === '') return undefined;
  let hour = 0;
  let minute = 0;
  let second = 0;
  let fraction = 0;
  let hasTime = false;
  let offset: number | undefined;
  let kind: DateTimeKind = 'Unspecified';
  const time =
    /(?:^|[T\s])(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{0,30}))?)?\s*(AM|PM|A|P)?\s*(Z|GMT|[+-]\d{1,2}(?::?\d{2})?)?$/i.exec(
      rest,
    ) ?? /(?:^|[T\s])(\d{1,2})()()()\s*(AM|PM)\s*(Z|GMT|[+-]\d{1,2}(?::?\d{2})?)?$/i.exec(rest);
  if (time !== null) {
    // Behind a T a time has all of its digits.
    if (/^t/i.test(time[0]) && /(?:^t|:)\d(?!\d)/i.test(time[0])) return undefined;
    hasTime = true;
    hour = Number(time[1]);
    minute = Number(time[2] ?? 0);
    second = Number(time[3] ?? 0);
    fraction = Math.round(Number(`0.${time[4] ?? ''}0`) * 10_000_000);
    const half = time[5]?.toLowerCase()[0];
    if (half !== undefined) {
      if (hour < 1 || hour > 12) return undefined;
      hour = (hour % 12) + (half === 'p' ? 12 : 0);
    }
    const zone = time[6];
    if (zone !== undefined) offset = zoneMinutes(zone);
    rest = rest.slice(0, time.index).trim();
  } else {
    const dated = WHOLE_DATE_AND_ZONE.exec(rest);
    if (dated !== null) {
      offset = zoneMinutes(dated[2] ?? '');
      rest = dated[1] ?? '';
    }
  }
  rest = withoutDay(rest, ways).trim();
  const monthNumbers = monthsIn(ways);
  const monthOf = (name = ''): number => monthNumbers.get(bareName(name)) ?? 0;
  const now = dateParts(nowLocal().ticks);
  let year: number;
  let month: number;
  let day: number;
  let match: RegExpExecArray | null;
  if (rest === '' && hasTime) ({ year, month, day } = now);
  else if ((match = /^(\d{4})[-/.\s](\d{1,2})[-/.\s](\d{1,2})$/.exec(rest)) !== null) {
    [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  } else if ((match = /^(\d{4})(?:[-/.]|,?\s+)(\d{1,2})$/.exec(rest)) !== null) {
    [year, month, day] = [Number(match[1]), Number(match[2]), 1];
  } else if ((match = /^(\d{1,2})(?:[-/.]|,?\s+|,)(\d{1,2})(?:[-/.]|,?\s+|,)(\d{1,4})$/.exec(rest)) !== null) {
    [year, month, day] = inOrder(match[1] ?? '', match[2] ?? '', match[3] ?? '', ways);
  } else if ((match = /^(\d{1,2})(?:[-/]|,?\s+)(\d{4})$/.exec(rest)) !== null) {
    [month, day, year] = [Number(match[1]), 1, Number(match[2])];
  } else if ((match = /^(\d{1,2})(?:[-/.]|,\s*)(\d{1,2})\.?$/.exec(rest)) !== null) {
    if (hasTime && ways === INVARIANT_DATES && rest.includes('.')) return undefined;
    [month, day, year] = [Number(match[1]), Number(match[2]), now.year];
    if (ways.monthDay.trimStart().startsWith('d')) [month, day] = [day, month];
  } else if ((match = /^(\p{L}+)\.?[\s-]+(\d{1,2})(?:,?[\s,-]+(\d{4}|\d{2}))?$/u.exec(rest)) !== null) {
    [month, day, year] = [monthOf(match[1]), Number(match[2]), match[3] === undefined ? now.year : fullYear(match[3])];
  } else if (
    (match = /^(\d{1,2})\.?[\s-]+(?:de\s+)?(\p{L}+)\.?(?:,?[\s,-]+(?:de\s+)?(\d{4}|\d{2}))?$/u.exec(rest)) !== null
  ) {
    [month, day, year] = [monthOf(match[2]), Number(match[1]), match[3] === undefined ? now.year : fullYear(match[3])];
  } else if ((match = /^(\p{L}+)\.?,?[\s-]+(\d{4})$/u.exec(rest)) !== null) {
    [month, day, year] = [monthOf(match[1]), 1, Number(match[2])];
  } else return undefined;
  let ticks = ticksOf(year, month, day, hour, minute, second, 0);
  if (ticks === undefined) return undefined;
  ticks += BigInt(fraction);
  if (offset !== undefined) {
    if (!isZone(offset)) return undefined;
    ticks -= BigInt(offset) * 600_000_000n;
    return toLocal(new PSDateTime(ticks, 'Utc'));
  }
  return new PSDateTime(ticks, kind);
}

/** Three numbers of a date in the culture's order: year, month, day. A year of four digits at the end stays there. */
function inOrder(first: string, second: string, third: string, ways: Ways): [number, number, number] {
  const order = ways.shortDate.replace(/[^dMy]/g, '').replace(/(.)\1*/g, '$1');
  if (order.startsWith('y') && third.length < 3) return [fullYear(first), Number(second), Number(third)];
  const [one, two] = [Number(first), Number(second)];
  return order.startsWith('d') ? [fullYear(third), two, one] : [fullYear(third), one, two];
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year <= 49 ? 2000 + year : 1900 + year;
}

/** DateTime.ParseExact with one format. Undefined: the text does not match. */
export function parseDateExact(text: string, format: string, given: Ways = INVARIANT_DATES): PSDateTime | undefined {
  const pattern = format.length === 1 ? (standardPattern(format, given) ?? format) : format;
  const ways = FIXED_PATTERNS[format] === undefined ? given : INVARIANT_DATES;
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
          const names = c === 'M' ? monthNames(ways, pattern, run > 3) : run === 3 ? ways.shortDays : ways.days;
          const lower = text.slice(at).toLowerCase();
          // The longest that fits: `März` begins as no other, but `1月` is the beginning of `1月…`.
          let length = 0;
          for (const [index2, name] of names.entries())
            if (name.length > length && lower.startsWith(name.toLowerCase())) {
              value = index2 + 1;
              ({ length } = name);
            }
          if (value === undefined) return undefined;
          at += length;
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
        const lower = text.slice(at).toLowerCase();
        const [am, pm] = [ways.am, ways.pm].map((word) => (run === 1 ? word.slice(0, 1) : word).toLowerCase());
        value = lower.startsWith(pm ?? '') ? 1 : lower.startsWith(am ?? '') ? 0 : undefined;
        at += ((value === 1 ? pm : am) ?? '').length;
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
      case '/':
      case ':': {
        const separator = (c === '/' ? ways.dateSeparator : ways.timeSeparator).repeat(run);
        if (!text.startsWith(separator, at)) return undefined;
        at += separator.length;
        index += run;
        continue;
      }
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
