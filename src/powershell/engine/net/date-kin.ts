/** DateTimeOffset, DateOnly and TimeOnly. */
import { PSDateTime, PSTimeSpan, type PSValue } from '../../../protocol/objects/index.js';
import {
  dateParts,
  localOffset,
  MAX_DATE_TICKS,
  nowLocal,
  TICKS_PER_DAY,
  TICKS_PER_SECOND,
  ticksOf,
  toUniversal,
  UNIX_TICKS,
} from '../text/date-format.js';
import { dateExactFailure, dateParseFailure, parseDateExact } from '../text/date-parse.js';
import { readDate } from '../text/date-read.js';
import type { DateCulture } from '../culture/date-culture.js';
import { currentDates } from '../culture/culture.js';
import { implement } from '../values/bodies.js';
import { NetObject, PSReference, unwrap } from '../values/live.js';
import { hashCode } from './equality.js';
import { addMonthsTo, dateOf, datesIn, formatDateTime } from './date-time.js';
import { span, spanTicks } from './time-span.js';
import {
  argumentError,
  argumentNull,
  big,
  dataOf,
  enumOf,
  formatError,
  net,
  num,
  outOfRange,
  text,
} from './support.js';

// -------------------------------------------------------- DateTimeOffset

const OFFSET = 'System.DateTimeOffset';
/** A clock reading with its distance from UTC in minutes: a PSDateTime that always has `offsetMinutes`. */
export const offsetDate = (ticks: bigint, minutes: number): PSValue => {
  if (Math.abs(minutes) > 840) throw outOfRange('offset', 'Offset must be within plus or minus 14 hours.');
  if (ticks < 0n || ticks > MAX_DATE_TICKS)
    throw outOfRange('value', 'The added or subtracted value results in an un-representable DateTime.');
  return net<PSDateTime>(OFFSET, new PSDateTime(ticks, 'Local', minutes));
};
const own = (self: PSValue): PSDateTime => dataOf<PSDateTime>(self);
const minutesOf = (self: PSValue): number => own(self).offsetMinutes ?? 0;
export const utcTicks = (self: PSValue): bigint => own(self).ticks - BigInt(minutesOf(self)) * 600_000_000n;
const clock = (self: PSValue): PSDateTime => new PSDateTime(own(self).ticks);
export function toOffset(value: PSDateTime): PSValue {
  if (value.kind === 'Utc') return offsetDate(value.ticks, 0);
  return offsetDate(value.ticks, value.offsetMinutes ?? localOffset(value.ticks, false));
}
export function parseOffset(source: string, ways = currentDates()): PSValue | undefined {
  const read = readDate(source, ways);
  if ('why' in read) return undefined;
  return read.offset === undefined ? toOffset(new PSDateTime(read.ticks)) : offsetDate(read.ticks, read.offset);
}
/** The clock reading of a DateTimeOffset, which knows its offset; undefined for anything else. */
export const offsetMoment = (value: PSValue): PSDateTime | undefined =>
  value instanceof NetObject && value.type.fullName === OFFSET ? own(value) : undefined;
const inOffset = (value: PSValue | undefined): PSValue => {
  const inner = unwrap(value ?? null);
  if (inner instanceof NetObject && inner.type.fullName === OFFSET) return inner;
  if (inner instanceof PSDateTime) return toOffset(inner);
  throw argumentNull('value');
};
const shift = (self: PSValue, ticks: bigint): PSValue => offsetDate(own(self).ticks + ticks, minutesOf(self));
const units = (value: PSValue, unit: bigint): bigint =>
  BigInt(Math.trunc(num(value))) * unit + BigInt(Math.trunc((num(value) % 1) * Number(unit)));
const months = (self: PSValue, count: number): PSValue => {
  const ticks = addMonthsTo(own(self).ticks, count);
  if (ticks === undefined)
    throw outOfRange('months', 'The added or subtracted value results in an un-representable DateTime.');
  return offsetDate(ticks, minutesOf(self));
};
const minutes = (value: PSValue): number => Number(spanTicks(value) / 600_000_000n);
implement(OFFSET, () => ({
  'static op_Subtraction(System.DateTimeOffset, System.DateTimeOffset)': (_self, a, b) =>
    new PSTimeSpan(utcTicks(a ?? null) - utcTicks(b ?? null)),
  'static op_Subtraction(System.DateTimeOffset, timespan)': (_self, a, b) => shift(a ?? null, -spanTicks(b)),
  'static op_Addition': (_self, a, b) => shift(a ?? null, spanTicks(b)),
  DateTime: (self) => clock(self),
  UtcDateTime: (self) => new PSDateTime(utcTicks(self), 'Utc'),
  LocalDateTime: (self) =>
    new PSDateTime(utcTicks(self) + BigInt(localOffset(utcTicks(self), true)) * 600_000_000n, 'Local'),
  Date: (self) => new PSDateTime(own(self).ticks - (own(self).ticks % TICKS_PER_DAY)),
  Offset: (self) => new PSTimeSpan(BigInt(minutesOf(self)) * 600_000_000n),
  TotalOffsetMinutes: (self) => minutesOf(self),
  Ticks: (self) => own(self).ticks,
  UtcTicks: (self) => utcTicks(self),
  Year: (self) => dateParts(own(self).ticks).year,
  Month: (self) => dateParts(own(self).ticks).month,
  Day: (self) => dateParts(own(self).ticks).day,
  Hour: (self) => dateParts(own(self).ticks).hour,
  Minute: (self) => dateParts(own(self).ticks).minute,
  Second: (self) => dateParts(own(self).ticks).second,
  Millisecond: (self) => Math.floor(dateParts(own(self).ticks).fraction / 10_000),
  Microsecond: (self) => Math.floor(dateParts(own(self).ticks).fraction / 10) % 1000,
  Nanosecond: (self) => (dateParts(own(self).ticks).fraction % 10) * 100,
  DayOfWeek: (self) => enumOf('System.DayOfWeek', dateParts(own(self).ticks).dayOfWeek),
  DayOfYear: (self) => dateParts(own(self).ticks).dayOfYear,
  TimeOfDay: (self) => new PSTimeSpan(own(self).ticks % TICKS_PER_DAY),
  Add: (self, value) => shift(self, spanTicks(value)),
  AddDays: (self, value) => shift(self, units(value, TICKS_PER_DAY)),
  AddHours: (self, value) => shift(self, units(value, 36_000_000_000n)),
  AddMinutes: (self, value) => shift(self, units(value, 600_000_000n)),
  AddSeconds: (self, value) => shift(self, units(value, TICKS_PER_SECOND)),
  AddMilliseconds: (self, value) => shift(self, units(value, 10_000n)),
  AddMicroseconds: (self, value) => shift(self, units(value, 10n)),
  AddTicks: (self, value) => shift(self, big(value)),
  AddMonths: (self, value) => months(self, num(value)),
  AddYears: (self, value) => months(self, num(value) * 12),
  Subtract: (self, value) =>
    unwrap(value) instanceof PSTimeSpan
      ? shift(self, -spanTicks(value))
      : span(utcTicks(self) - utcTicks(inOffset(value))),
  ToUniversalTime: (self) => offsetDate(utcTicks(self), 0),
  ToLocalTime: (self) => {
    const local = localOffset(utcTicks(self), true);
    return offsetDate(utcTicks(self) + BigInt(local) * 600_000_000n, local);
  },
  ToOffset: (self, value) => offsetDate(utcTicks(self) + BigInt(minutes(value)) * 600_000_000n, minutes(value)),
  ToUnixTimeSeconds: (self) => floorDiv(utcTicks(self) - UNIX_TICKS, TICKS_PER_SECOND),
  ToUnixTimeMilliseconds: (self) => floorDiv(utcTicks(self) - UNIX_TICKS, 10_000n),
  ToFileTime: (self) => utcTicks(self) - 504_911_232_000_000_000n,
  ToString: (self, ...rest) => offsetText(self, typeof rest[0] === 'string' ? rest[0] : '', datesIn(rest)),
  Equals: (self, other) => {
    const inner = unwrap(other);
    return inner instanceof NetObject && inner.type.fullName === OFFSET && utcTicks(inner) === utcTicks(self);
  },
  EqualsExact: (self, other) => own(self).ticks === own(other).ticks && minutesOf(self) === minutesOf(other),
  GetHashCode: (self) => hashCode(new PSDateTime(utcTicks(self))),
  CompareTo: (self, other) => {
    const [a, b] = [utcTicks(self), utcTicks(inOffset(other))];
    return a < b ? -1 : a > b ? 1 : 0;
  },
  'static Now': () => toOffset(nowLocal()),
  'static UtcNow': () => toOffset(toUniversal(nowLocal())),
  'static MinValue': () => offsetDate(0n, 0),
  'static MaxValue': () => offsetDate(MAX_DATE_TICKS, 0),
  'static UnixEpoch': () => offsetDate(UNIX_TICKS, 0),
  'static FromUnixTimeSeconds': (_self, value) => offsetDate(UNIX_TICKS + big(value) * TICKS_PER_SECOND, 0),
  'static FromUnixTimeMilliseconds': (_self, value) => offsetDate(UNIX_TICKS + big(value) * 10_000n, 0),
  'static FromFileTime': (_self, value) => toOffset(new PSDateTime(big(value) + 504_911_232_000_000_000n, 'Utc')),
  'static Parse': (_self, source, ...rest) => {
    const made = parseOffset(text(source), datesIn(rest));
    if (made === undefined) throw formatError(dateParseFailure(text(source), datesIn(rest)));
    return made;
  },
  'static ParseExact': (_self, source, format, ...rest) => {
    const date = parseDateExact(text(source), text(format), datesIn(rest));
    if (date === undefined) throw formatError(dateExactFailure(text(source), text(format), datesIn(rest)));
    return parseOffset(text(source), datesIn(rest)) ?? toOffset(date);
  },
  'static TryParse': (_self, source, ...rest) => {
    const made = source === null ? undefined : parseOffset(text(source), datesIn(rest));
    const target = rest[rest.length - 1];
    if (target instanceof PSReference) target.put(made ?? offsetDate(0n, 0));
    return made !== undefined;
  },
  'static Compare': (_self, a, b) =>
    utcTicks(inOffset(a)) < utcTicks(inOffset(b)) ? -1 : utcTicks(inOffset(a)) > utcTicks(inOffset(b)) ? 1 : 0,
  'new(datetime)': (_self, date) => toOffset(dateOf(date)),
  'new(datetime, timespan)': (_self, date, offset) => {
    if (dateOf(date).kind === 'Utc' && spanTicks(offset) !== 0n)
      throw argumentError('The UTC Offset for Utc DateTime instances must be 0.', 'offset');
    return offsetDate(dateOf(date).ticks, minutes(offset));
  },
  'new(long, timespan)': (_self, ticks, offset) => offsetDate(big(ticks), minutes(offset)),
  new: (_self, ...args) => {
    const numbers = args.filter((one) => typeof one === 'number');
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0, us = 0] = numbers;
    const ticks = ticksOf(year, month, day, hour, minute, second);
    if (ticks === undefined)
      throw outOfRange(undefined, 'Year, Month, and Day parameters describe an un-representable DateTime.');
    return offsetDate(ticks + BigInt(ms) * 10_000n + BigInt(us) * 10n, minutes(args[args.length - 1] ?? null));
  },
}));
const floorDiv = (a: bigint, b: bigint): bigint => (a < 0n && a % b !== 0n ? a / b - 1n : a / b);
function offsetText(self: PSValue, format: string, ways = currentDates()): string {
  const date = own(self);
  if (format === '') return formatDateTime(date, `${ways.shortDate} ${ways.longTime} zzz`, ways);
  if (/^[ruRU]$/.test(format)) return formatDateTime(new PSDateTime(utcTicks(self), 'Utc'), format, ways);
  return formatDateTime(date, format, ways);
}

// ------------------------------------------------------------ DateOnly

const DATE = 'System.DateOnly';
const dateOnly = (days: number): PSValue => {
  if (days < 0 || days > 3_652_058)
    throw outOfRange('value', 'The added or subtracted value results in an un-representable DateTime.');
  return net<number>(DATE, days);
};
const NOT_A_FORMAT = 'Input string was not in a correct format.';
/** What DateOnly and TimeOnly write for the formats of one letter; others there are not. */
const DATE_ONLY: Readonly<Record<string, string>> = {
  d: 'd',
  D: 'D',
  m: 'm',
  M: 'M',
  y: 'y',
  Y: 'Y',
  o: 'yyyy-MM-dd',
  O: 'yyyy-MM-dd',
  r: 'ddd, dd MMM yyyy',
  R: 'ddd, dd MMM yyyy',
};
const TIME_ONLY: Readonly<Record<string, string>> = {
  t: 't',
  T: 'T',
  o: 'HH:mm:ss.fffffff',
  O: 'HH:mm:ss.fffffff',
  r: 'HH:mm:ss',
  R: 'HH:mm:ss',
};
const PARTS_OF_TIME = /[:tfFhHmszk]/;
const PARTS_OF_DATE = /[/dMyzk]/;
function dateFormat(given: PSValue | undefined, letters: Readonly<Record<string, string>>, usual: string): string {
  if (typeof given !== 'string' || given === '') return usual;
  if (given.length > 1) {
    // What stands in quotes or behind a backslash is text.
    const bare = given.replace(/\\[^]|'[^']*'|"[^"]*"/g, '');
    if ((letters === DATE_ONLY ? PARTS_OF_TIME : PARTS_OF_DATE).test(bare)) throw formatError(NOT_A_FORMAT);
    return given;
  }
  const format = letters[given];
  if (format === undefined) throw formatError(NOT_A_FORMAT);
  return format;
}
const dayTicks = (self: PSValue): bigint => BigInt(dataOf<number>(self)) * TICKS_PER_DAY;
/** The date or the time of a text that says nothing else, or why it is none. */
function partOf(name: 'DateOnly' | 'TimeOnly', source: string, ways: Readonly<DateCulture>): PSDateTime | string {
  const read = readDate(source, ways);
  if ('why' in read) return `String '${source}' was not recognized as a valid ${name}.`;
  if (read.offset !== undefined || (name === 'DateOnly' ? read.namesTime : read.namesDate))
    return `String '${source}' contains parts which are not specific to the ${name}.`;
  return new PSDateTime(read.ticks);
}
const fromDate = (date: PSDateTime): PSValue => dateOnly(Number(date.ticks / TICKS_PER_DAY));
const dateMonths = (self: PSValue, count: number): PSValue =>
  dateOnly(Number((addMonthsTo(dayTicks(self), count) ?? -1n) / TICKS_PER_DAY));
implement(DATE, () => ({
  Year: (self) => dateParts(dayTicks(self)).year,
  Month: (self) => dateParts(dayTicks(self)).month,
  Day: (self) => dateParts(dayTicks(self)).day,
  DayOfWeek: (self) => enumOf('System.DayOfWeek', dateParts(dayTicks(self)).dayOfWeek),
  DayOfYear: (self) => dateParts(dayTicks(self)).dayOfYear,
  DayNumber: (self) => dataOf<number>(self),
  AddDays: (self, value) => dateOnly(dataOf<number>(self) + num(value)),
  AddMonths: (self, value) => dateMonths(self, num(value)),
  AddYears: (self, value) => dateMonths(self, num(value) * 12),
  ToDateTime: (self, time) => new PSDateTime(dayTicks(self) + dataOf<bigint>(time)),
  ToString: (self, ...rest) =>
    formatDateTime(new PSDateTime(dayTicks(self)), dateFormat(rest[0], DATE_ONLY, 'd'), datesIn(rest)),
  ToLongDateString: (self) => formatDateTime(new PSDateTime(dayTicks(self)), 'D'),
  ToShortDateString: (self) => formatDateTime(new PSDateTime(dayTicks(self)), 'd'),
  Equals: (self, other) => unwrap(other) instanceof NetObject && dataOf(other) === dataOf(self),
  GetHashCode: (self) => dataOf<number>(self),
  CompareTo: (self, other) => Math.sign(dataOf<number>(self) - dataOf<number>(other)),
  'static FromDateTime': (_self, date) => fromDate(dateOf(date)),
  'static FromDayNumber': (_self, number) => dateOnly(num(number)),
  'static MinValue': () => dateOnly(0),
  'static MaxValue': () => dateOnly(3_652_058),
  'static Parse': (_self, source, ...rest) => {
    const date = partOf('DateOnly', text(source), datesIn(rest));
    if (typeof date === 'string') throw formatError(date);
    return fromDate(date);
  },
  'static ParseExact': (_self, source, format, ...rest) => {
    const date = parseDateExact(text(source), text(format), datesIn(rest));
    if (date === undefined) throw formatError(`String '${text(source)}' was not recognized as a valid DateOnly.`);
    return fromDate(date);
  },
  'static TryParse': (_self, source, ...rest) => {
    const date = source === null ? '' : partOf('DateOnly', text(source), datesIn(rest));
    const target = rest[rest.length - 1];
    if (target instanceof PSReference) target.put(typeof date === 'string' ? dateOnly(0) : fromDate(date));
    return typeof date !== 'string';
  },
  new: (_self, year, month, day) => {
    const ticks = ticksOf(num(year), num(month), num(day));
    if (ticks === undefined)
      throw outOfRange(undefined, 'Year, Month, and Day parameters describe an un-representable DateTime.');
    return dateOnly(Number(ticks / TICKS_PER_DAY));
  },
}));

// ------------------------------------------------------------ TimeOnly

const TIME = 'System.TimeOnly';
const timeOnly = (ticks: bigint): PSValue =>
  net<bigint>(TIME, ((ticks % TICKS_PER_DAY) + TICKS_PER_DAY) % TICKS_PER_DAY);
const timeTicks = (self: PSValue): bigint => dataOf<bigint>(self);
implement(TIME, () => ({
  Hour: (self) => dateParts(timeTicks(self)).hour,
  Minute: (self) => dateParts(timeTicks(self)).minute,
  Second: (self) => dateParts(timeTicks(self)).second,
  Millisecond: (self) => Math.floor(dateParts(timeTicks(self)).fraction / 10_000),
  Microsecond: (self) => Math.floor(dateParts(timeTicks(self)).fraction / 10) % 1000,
  Nanosecond: (self) => (dateParts(timeTicks(self)).fraction % 10) * 100,
  Ticks: (self) => timeTicks(self),
  Add: (self, value) => timeOnly(timeTicks(self) + spanTicks(value)),
  AddHours: (self, value) => timeOnly(timeTicks(self) + units(value, 36_000_000_000n)),
  AddMinutes: (self, value) => timeOnly(timeTicks(self) + units(value, 600_000_000n)),
  ToTimeSpan: (self) => new PSTimeSpan(timeTicks(self)),
  IsBetween: (self, from, to) => {
    const [t, a, b] = [timeTicks(self), timeTicks(from), timeTicks(to)];
    return a <= b ? t >= a && t < b : t >= a || t < b;
  },
  ToString: (self, ...rest) =>
    formatDateTime(new PSDateTime(timeTicks(self)), dateFormat(rest[0], TIME_ONLY, 't'), datesIn(rest)),
  ToLongTimeString: (self) => formatDateTime(new PSDateTime(timeTicks(self)), 'T'),
  ToShortTimeString: (self) => formatDateTime(new PSDateTime(timeTicks(self)), 't'),
  Equals: (self, other) => unwrap(other) instanceof NetObject && dataOf(other) === dataOf(self),
  CompareTo: (self, other) => (timeTicks(self) < timeTicks(other) ? -1 : timeTicks(self) > timeTicks(other) ? 1 : 0),
  'static FromDateTime': (_self, date) => timeOnly(dateOf(date).ticks),
  'static FromTimeSpan': (_self, value) => timeOnly(spanTicks(value)),
  'static MinValue': () => timeOnly(0n),
  'static MaxValue': () => timeOnly(TICKS_PER_DAY - 1n),
  'static Parse': (_self, source, ...rest) => {
    const date = partOf('TimeOnly', text(source), datesIn(rest));
    if (typeof date === 'string') throw formatError(date);
    return timeOnly(date.ticks);
  },
  'static TryParse': (_self, source, ...rest) => {
    const date = source === null ? '' : partOf('TimeOnly', text(source), datesIn(rest));
    const target = rest[rest.length - 1];
    if (target instanceof PSReference) target.put(timeOnly(typeof date === 'string' ? 0n : date.ticks));
    return typeof date !== 'string';
  },
  'new(long)': (_self, ticks) => timeOnly(big(ticks)),
  new: (_self, hour, minute, second, ms) => {
    const ticks = ticksOf(1, 1, 1, num(hour), num(minute), second === undefined ? 0 : num(second));
    if (ticks === undefined)
      throw outOfRange(undefined, 'Hour, Minute, and Second parameters describe an un-representable DateTime.');
    return timeOnly(ticks + BigInt(ms === undefined ? 0 : num(ms)) * 10_000n);
  },
}));
