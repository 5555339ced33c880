/**
 * How cultures write dates: what .NET's DateTimeFormatInfo holds. Patterns are read off the text that the ICU of Node makes
 * of a known moment; .NET takes the same skeletons and styles from its ICU.
 */
import { DAY_NAMES, MONTH_NAMES } from './names.js';
import { narrowSpaces, weekOf } from './locales.js';

/** A DateTimeFormatInfo's state. */
export interface DateCulture {
  /** The culture's name; empty for the invariant one. */
  name: string;
  days: readonly string[];
  shortDays: readonly string[];
  shortestDays: readonly string[];
  months: readonly string[];
  shortMonths: readonly string[];
  /** Months' names beside a day: `stycznia`. */
  genitiveMonths: readonly string[];
  shortGenitiveMonths: readonly string[];
  am: string;
  pm: string;
  shortDate: string;
  longDate: string;
  shortTime: string;
  longTime: string;
  /** Long date and long time, where a script set it. */
  full?: string;
  monthDay: string;
  yearMonth: string;
  dateSeparator: string;
  timeSeparator: string;
  era: string;
  firstDay: number;
  weekRule: number;
}

const shortened = (names: readonly string[], length: number): readonly string[] =>
  names.map((name) => name.slice(0, length));
export const INVARIANT_DATES: Readonly<DateCulture> = Object.freeze({
  name: '',
  days: DAY_NAMES,
  shortDays: shortened(DAY_NAMES, 3),
  shortestDays: shortened(DAY_NAMES, 2),
  months: MONTH_NAMES,
  shortMonths: shortened(MONTH_NAMES, 3),
  genitiveMonths: MONTH_NAMES,
  shortGenitiveMonths: shortened(MONTH_NAMES, 3),
  am: 'AM',
  pm: 'PM',
  shortDate: 'MM/dd/yyyy',
  longDate: 'dddd, dd MMMM yyyy',
  shortTime: 'HH:mm',
  longTime: 'HH:mm:ss',
  monthDay: 'MMMM dd',
  yearMonth: 'yyyy MMMM',
  dateSeparator: '/',
  timeSeparator: ':',
  era: 'A.D.',
  firstDay: 0,
  weekRule: 0,
});
export const fullPattern = (dates: Readonly<DateCulture>): string =>
  dates.full ?? `${dates.longDate} ${dates.longTime}`;

const known = new Map<string, Readonly<DateCulture>>();
/** The ways of a culture; of one that ICU does not know, those of the invariant culture. */
export function datesOf(name: string): Readonly<DateCulture> {
  if (name === '') return INVARIANT_DATES;
  let made = known.get(name);
  if (made === undefined) known.set(name, (made = Object.freeze(read(name))));
  return made;
}

const UTC = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' } as const;
type Names = Pick<
  DateCulture,
  'days' | 'shortDays' | 'months' | 'shortMonths' | 'genitiveMonths' | 'shortGenitiveMonths'
>;

function read(name: string): Readonly<DateCulture> {
  try {
    const months = monthsOf(name, { month: 'long' });
    const shortMonths = monthsOf(name, { month: 'short' });
    // Beside a day some languages write a number, which is no name: `4. 3.`, `3月4日`.
    const orAlone = (beside: readonly string[], alone: readonly string[]): readonly string[] =>
      beside.some((text) => /^\d*$/.test(text)) ? alone : beside;
    const names: Names = {
      days: daysOf(name, 'long'),
      shortDays: daysOf(name, 'short'),
      months,
      shortMonths,
      genitiveMonths: orAlone(monthsOf(name, { month: 'long', day: 'numeric' }), months),
      shortGenitiveMonths: orAlone(monthsOf(name, { month: 'short', day: 'numeric' }), shortMonths),
    };
    const pattern = (options: Intl.DateTimeFormatOptions): string => patternOf(name, options, names);
    // .NET writes the whole year where ICU's short style has two digits of it.
    const shortDate = pattern({ dateStyle: 'short' }).replace(/(?<!y)yy(?!y)/, 'yyyy');
    const longTime = pattern({ timeStyle: 'medium' });
    const half = (hour: number): string =>
      partOf(name, { hour: 'numeric', hour12: true }, Date.UTC(2009, 2, 4, hour), 'dayPeriod') ??
      (hour < 12 ? 'AM' : 'PM');
    return {
      name,
      ...names,
      shortestDays: names.shortDays,
      am: half(9),
      pm: half(15),
      shortDate,
      longDate: pattern({ dateStyle: 'full' }),
      shortTime: pattern({ timeStyle: 'short' }),
      longTime,
      monthDay: pattern({ month: 'long', day: 'numeric' }),
      yearMonth: pattern({ year: 'numeric', month: 'long' }),
      dateSeparator: separatorIn(shortDate, 'dyM') ?? '/',
      timeSeparator: separatorIn(longTime, 'Hhms') ?? ':',
      era: partOf(name, { era: 'short', year: 'numeric' }, MOMENT, 'era') ?? 'A.D.',
      ...weekOf(name),
    };
  } catch {
    return { ...INVARIANT_DATES, name };
  }
}
function partOf(
  name: string,
  options: Intl.DateTimeFormatOptions,
  at: number,
  type: Intl.DateTimeFormatPartTypes,
): string | undefined {
  return new Intl.DateTimeFormat(name, { ...UTC, ...options }).formatToParts(at).find((part) => part.type === type)
    ?.value;
}
function monthsOf(name: string, options: Intl.DateTimeFormatOptions): readonly string[] {
  const format = new Intl.DateTimeFormat(name, { ...UTC, ...options });
  const alone = options.day === undefined;
  return MONTH_NAMES.map((_, month) => {
    const at = Date.UTC(2009, month, 4);
    // Alone a name is the whole text: `1月`, of which the number would be the part.
    return alone ? format.format(at) : (format.formatToParts(at).find(({ type }) => type === 'month')?.value ?? '');
  });
}
const daysOf = (name: string, weekday: 'long' | 'short'): readonly string[] => {
  const format = new Intl.DateTimeFormat(name, { ...UTC, weekday });
  return DAY_NAMES.map((_, day) => format.format(Date.UTC(2009, 2, 1 + day)));
};

/** Wednesday 4 March 2009, 05:06:07: each number stands for one part only. */
const MOMENT = Date.UTC(2009, 2, 4, 5, 6, 7);
function patternOf(name: string, options: Intl.DateTimeFormatOptions, names: Names): string {
  const format = new Intl.DateTimeFormat(name, { ...UTC, ...options });
  const { hourCycle } = format.resolvedOptions();
  const hour = hourCycle === 'h11' || hourCycle === 'h12' ? 'h' : 'H';
  let pattern = '';
  for (const { type, value } of format.formatToParts(MOMENT))
    switch (type) {
      case 'day':
        pattern += value.length > 1 ? 'dd' : 'd';
        break;
      case 'month':
        pattern += monthPattern(value, names);
        break;
      case 'year':
        pattern += value.length > 2 ? 'yyyy' : 'yy';
        break;
      case 'weekday':
        pattern += value === names.shortDays[3] && value !== names.days[3] ? 'ddd' : 'dddd';
        break;
      case 'hour':
        pattern += value.length > 1 ? hour + hour : hour;
        break;
      case 'minute':
        pattern += 'mm';
        break;
      case 'second':
        pattern += 'ss';
        break;
      case 'dayPeriod':
        pattern += 'tt';
        break;
      default:
        pattern += quoted(value);
    }
  return narrowSpaces(name, pattern);
}
function monthPattern(value: string, names: Names): string {
  if (/^\d+$/.test(value)) return value.length > 1 ? 'MM' : 'M';
  const isLong = value === names.months[2] || value === names.genitiveMonths[2];
  return !isLong && (value === names.shortMonths[2] || value === names.shortGenitiveMonths[2]) ? 'MMM' : 'MMMM';
}
/** Words of a pattern in quotes; signs of Chinese, Japanese and Korean stand for themselves. */
const quoted = (text: string): string =>
  text.replace(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+/gu, "'$&'");

/** What stands between two parts of a pattern. */
function separatorIn(pattern: string, parts: string): string | undefined {
  const match = new RegExp(`[${parts}]([^${parts}']+)[${parts}]`).exec(pattern);
  return match?.[1];
}
