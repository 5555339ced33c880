/** DateTime.Parse and ParseExact, in the invariant culture where none is given. */
import { PSDateTime } from '../../../protocol/objects/index.js';
import { type DateCulture, INVARIANT_DATES } from '../culture/date-culture.js';
import { readDate, weekdayOf } from './date-read.js';
import { dateParts, FIXED_PATTERNS, monthNames, nowLocal, standardPattern, ticksOf, toLocal } from './date-format.js';

type Ways = Readonly<DateCulture>;

/** What DateTime.Parse says of a text that is no date. */
export function dateParseFailure(source: string, ways: Ways = INVARIANT_DATES): string {
  const read = readDate(source, ways);
  switch ('why' in read ? read.why : 'form') {
    case 'word':
      return `The string '${source}' was not recognized as a valid DateTime. There is an unknown word starting at index '${'at' in read ? read.at : 0}'.`;
    case 'weekday':
      return `String '${source}' was not recognized as a valid DateTime because the day of week was incorrect.`;
    case 'offset':
      return `The time zone offset of string '${source}' must be within plus or minus 14 hours.`;
    case 'calendar':
      return `The DateTime represented by the string '${source}' is not supported in calendar 'System.Globalization.GregorianCalendar'.`;
    default:
      return `String '${source}' was not recognized as a valid DateTime.`;
  }
}
/** DateTime.Parse. What has a zone is told in local time. Undefined: the text is no date. */
export function parseDate(text: string, ways: Ways = INVARIANT_DATES, noToday = false): PSDateTime | undefined {
  const read = readDate(text, ways, noToday);
  if ('why' in read) return undefined;
  if (read.offset === undefined) return new PSDateTime(read.ticks);
  return toLocal(new PSDateTime(read.ticks - BigInt(read.offset) * 600_000_000n, 'Utc'));
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year <= 49 ? 2000 + year : 1900 + year;
}

/** What ParseExact says of a text that does not have the format, or none of several (undefined). */
export function dateExactFailure(text: string, format: string | undefined, ways: Ways): string {
  const isOtherDay = format !== undefined && parseDateExact(text, format, ways, true) !== undefined;
  return `String '${text}' was not recognized as a valid DateTime${isOtherDay ? ' because the day of week was incorrect' : ''}.`;
}
/**
 * DateTime.ParseExact with one format. Undefined: the text does not match.
 * @param anyWeekday the day of the week may be that of another date.
 */
export function parseDateExact(
  text: string,
  format: string,
  given: Ways = INVARIANT_DATES,
  anyWeekday = false,
): PSDateTime | undefined {
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
    found[c === 'F' ? 'f' : c === 'd' && run > 2 ? 'w' : c] = value;
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
  if (!anyWeekday && found['w'] !== undefined && weekdayOf(ticks) !== found['w'] - 1) return undefined;
  if (offset !== undefined) return toLocal(new PSDateTime(ticks - BigInt(offset) * 600_000_000n, 'Utc'));
  return new PSDateTime(ticks);
}
