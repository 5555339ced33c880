/** System.DateTime. */
import { PSChar, PSDateTime, PSTimeSpan, type DateTimeKind, type PSValue } from '../../../protocol/objects/index.js';
import {
  dateParts,
  daysInMonth,
  formatDate,
  isLeapYear,
  MAX_DATE_TICKS,
  nowLocal,
  TICKS_PER_DAY,
  TICKS_PER_SECOND,
  ticksOf,
  toLocal,
  toUniversal,
  UNIX_TICKS,
} from '../text/date-format.js';
import { dateExactFailure, dateParseFailure, parseDate, parseDateExact } from '../text/date-parse.js';
import { currentDates } from '../culture/culture.js';
import type { DateCulture } from '../culture/date-culture.js';
import { FormatError } from '../text/number-format.js';
import { implement } from '../values/bodies.js';
import { EnumValue, PSReference, unwrap } from '../values/live.js';
import { providerIn, waysOf } from './format-provider.js';
import { hashCode } from './equality.js';
import { convertibles } from './object.js';
import { span, spanTicks } from './time-span.js';
import {
  argumentError,
  argumentNull,
  big,
  double,
  enumOf,
  flagsOf,
  formatError,
  items,
  num,
  outOfRange,
  strings,
  text,
} from './support.js';

export const dateOf = (value: PSValue | undefined): PSDateTime => {
  const inner = unwrap(value ?? null);
  if (inner instanceof PSDateTime) return inner;
  throw argumentNull('value');
};
const KINDS: readonly DateTimeKind[] = ['Unspecified', 'Utc', 'Local'];
const kindOf = (value: PSValue | undefined): DateTimeKind =>
  KINDS[value instanceof EnumValue ? Number(value.value) : num(value)] ?? 'Unspecified';

function made(ticks: bigint, like: PSDateTime | DateTimeKind, parameter = 'value'): PSDateTime {
  if (ticks < 0n || ticks > MAX_DATE_TICKS)
    throw outOfRange(parameter, 'The added or subtracted value results in an un-representable DateTime.');
  const kind = typeof like === 'string' ? like : like.kind;
  return new PSDateTime(ticks, kind);
}
function addUnits(self: PSValue, value: PSValue, ticksPerUnit: bigint): PSDateTime {
  const amount = num(value);
  // .NET takes a number that is none for no time at all.
  if (Number.isNaN(amount)) return dateOf(self);
  if (!Number.isFinite(amount)) throw outOfRange('value', 'Value to add was out of range.');
  const ticks = BigInt(Math.trunc(amount)) * ticksPerUnit + BigInt(Math.trunc((amount % 1) * Number(ticksPerUnit)));
  return made(dateOf(self).ticks + ticks, dateOf(self));
}
export function addMonthsTo(ticks: bigint, months: number): bigint | undefined {
  const { year, month, day } = dateParts(ticks);
  const total = year * 12 + month - 1 + months;
  const newYear = Math.floor(total / 12);
  const newMonth = (((total % 12) + 12) % 12) + 1;
  if (newYear < 1 || newYear > 9999) return undefined;
  const start = ticksOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
  return start === undefined ? undefined : start + (ticks % TICKS_PER_DAY);
}
function addMonths(self: PSValue, months: number, limit: number, name: string): PSDateTime {
  if (Math.abs(months) > limit)
    throw outOfRange(
      name === 'months' ? 'months' : 'value',
      name === 'months' ? 'Months value must be between +/-120000.' : 'Years value must be between +/-10000.',
    );
  const ticks = addMonthsTo(dateOf(self).ticks, months);
  if (ticks === undefined)
    throw outOfRange(
      name === 'months' ? 'months' : 'value',
      'The added or subtracted value results in an un-representable DateTime.',
    );
  return made(ticks, dateOf(self));
}

/** In a culture's ways: the runspace's when none are given. */
export function formatDateTime(
  value: PSDateTime,
  format: string,
  ways: Readonly<DateCulture> = currentDates(),
): string {
  try {
    return formatDate(value, format, ways);
  } catch (error) {
    if (error instanceof FormatError) throw formatError(error.message);
    throw error;
  }
}
/** DateTimeStyles: AssumeLocal 32, AssumeUniversal 64, AdjustToUniversal 16, RoundtripKind 128. */
function styled(value: PSDateTime, styles: number, source: string): PSDateTime {
  const zoned = /(?:Z|GMT|[+-]\d{2}:?\d{2})\s*$/i.test(source) && value.kind !== 'Unspecified';
  if ((styles & 128) !== 0 && /Z\s*$/i.test(source)) return toUniversal(value);
  let out = value;
  if (!zoned && (styles & 64) !== 0) out = new PSDateTime(out.ticks, 'Utc');
  else if (!zoned && (styles & 32) !== 0) out = new PSDateTime(out.ticks, 'Local');
  if (out.kind === 'Unspecified') return out;
  return (styles & 16) !== 0 ? toUniversal(out) : toLocal(out);
}
/** The dates of the provider that a method was given among its arguments, or of the runspace. */
export const datesIn = (args: readonly (PSValue | undefined)[]): Readonly<DateCulture> =>
  waysOf(providerIn(args)).dates;
function checkStyles(styles: number, parameter: string): void {
  const given = (style: number): boolean => (styles & style) !== 0;
  if (given(32) && given(64))
    throw argumentError(
      'The DateTimeStyles values AssumeLocal and AssumeUniversal cannot be used together.',
      parameter,
    );
  if (given(128) && given(32 | 64 | 16))
    throw argumentError(
      'The DateTimeStyles value RoundtripKind cannot be used with the values AssumeLocal, AssumeUniversal or AdjustToUniversal.',
      parameter,
    );
}
/** DateTimeStyles.NoCurrentDateDefault. */
const NO_TODAY = 8;
function parse(source: string, styles: number, ways: Readonly<DateCulture>): PSDateTime {
  checkStyles(styles, 'styles');
  const value = parseDate(source, ways, (styles & NO_TODAY) !== 0);
  if (value === undefined) throw formatError(dateParseFailure(source, ways));
  return styled(value, styles, source);
}
function parseExact(
  source: PSValue,
  formats: PSValue,
  styles: number,
  ways: Readonly<DateCulture>,
): PSDateTime | undefined {
  checkStyles(styles, 'style');
  const list = typeof formats === 'string' ? [formats] : items(formats).map(text);
  for (const format of list) {
    const value = parseDateExact(text(source), format, ways);
    if (value !== undefined) return styled(value, styles, text(source));
  }
  return undefined;
}
const stylesIn = (args: readonly (PSValue | undefined)[]): number =>
  flagsOf(args.find((one) => one instanceof EnumValue && one.type.name === 'DateTimeStyles'));
const put = (args: readonly PSValue[], value: PSDateTime | undefined): boolean => {
  const target = args[args.length - 1];
  if (target instanceof PSReference) target.put(value ?? new PSDateTime(0n));
  return value !== undefined;
};

function construct(args: readonly PSValue[]): PSDateTime {
  const numbers = args.filter((one) => typeof one === 'number');
  const last = args[args.length - 1];
  const kind = last instanceof EnumValue ? kindOf(last) : 'Unspecified';
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0, us = 0] = numbers;
  const date = ticksOf(year, month, day);
  if (date === undefined)
    throw outOfRange(undefined, 'Year, Month, and Day parameters describe an un-representable DateTime.');
  const ticks = ticksOf(year, month, day, hour, minute, second);
  if (ticks === undefined)
    throw outOfRange(undefined, 'Hour, Minute, and Second parameters describe an un-representable DateTime.');
  if (ms < 0 || ms > 999) throw outOfRange('millisecond', 'Valid values are between 0 and 999, inclusive.');
  return new PSDateTime(ticks + BigInt(ms) * 10_000n + BigInt(us) * 10n, kind);
}

const ALL_FORMATS = 'd D f F g G m M o O r R s t T u U y Y'.split(' ');
implement('System.DateTime', () => ({
  ...convertibles(),
  Ticks: (self) => dateOf(self).ticks,
  Kind: (self) => enumOf('System.DateTimeKind', dateOf(self).kind),
  Year: (self) => dateParts(dateOf(self).ticks).year,
  Month: (self) => dateParts(dateOf(self).ticks).month,
  Day: (self) => dateParts(dateOf(self).ticks).day,
  Hour: (self) => dateParts(dateOf(self).ticks).hour,
  Minute: (self) => dateParts(dateOf(self).ticks).minute,
  Second: (self) => dateParts(dateOf(self).ticks).second,
  Millisecond: (self) => Math.floor(dateParts(dateOf(self).ticks).fraction / 10_000),
  Microsecond: (self) => Math.floor(dateParts(dateOf(self).ticks).fraction / 10) % 1000,
  Nanosecond: (self) => (dateParts(dateOf(self).ticks).fraction % 10) * 100,
  DayOfWeek: (self) => enumOf('System.DayOfWeek', dateParts(dateOf(self).ticks).dayOfWeek),
  DayOfYear: (self) => dateParts(dateOf(self).ticks).dayOfYear,
  Date: (self) => made(dateOf(self).ticks - (dateOf(self).ticks % TICKS_PER_DAY), dateOf(self)),
  TimeOfDay: (self) => new PSTimeSpan(dateOf(self).ticks % TICKS_PER_DAY),
  Add: (self, value) => made(dateOf(self).ticks + spanTicks(value), dateOf(self)),
  AddDays: (self, value) => addUnits(self, value, TICKS_PER_DAY),
  AddHours: (self, value) => addUnits(self, value, 36_000_000_000n),
  AddMinutes: (self, value) => addUnits(self, value, 600_000_000n),
  AddSeconds: (self, value) => addUnits(self, value, TICKS_PER_SECOND),
  AddMilliseconds: (self, value) => addUnits(self, value, 10_000n),
  AddMicroseconds: (self, value) => addUnits(self, value, 10n),
  AddTicks: (self, value) => made(dateOf(self).ticks + big(value), dateOf(self)),
  AddMonths: (self, value) => addMonths(self, num(value), 120_000, 'months'),
  AddYears: (self, value) => {
    if (Math.abs(num(value)) > 10_000) throw outOfRange('years', 'Years value must be between +/-10000.');
    return addMonths(self, num(value) * 12, 120_000, 'years');
  },
  Subtract: (self, value) => {
    const inner = unwrap(value);
    if (inner instanceof PSDateTime) return span(dateOf(self).ticks - inner.ticks);
    return made(dateOf(self).ticks - spanTicks(value), dateOf(self));
  },
  Equals: (self, other) => unwrap(other) instanceof PSDateTime && dateOf(other).ticks === dateOf(self).ticks,
  GetHashCode: (self) => hashCode(self),
  CompareTo: (self, other) => {
    if (other === null) return 1;
    if (!(unwrap(other) instanceof PSDateTime)) throw argumentError('Object must be of type DateTime.');
    const [a, b] = [dateOf(self).ticks, dateOf(other).ticks];
    return a < b ? -1 : a > b ? 1 : 0;
  },
  ToString: (self, ...rest) => {
    const [format] = rest;
    return formatDateTime(dateOf(self), typeof format === 'string' ? format : 'G', datesIn(rest));
  },
  ToShortDateString: (self) => formatDateTime(dateOf(self), 'd'),
  ToLongDateString: (self) => formatDateTime(dateOf(self), 'D'),
  ToShortTimeString: (self) => formatDateTime(dateOf(self), 't'),
  ToLongTimeString: (self) => formatDateTime(dateOf(self), 'T'),
  ToUniversalTime: (self) => toUniversal(dateOf(self)),
  ToLocalTime: (self) =>
    toLocal(dateOf(self).kind === 'Unspecified' ? new PSDateTime(dateOf(self).ticks, 'Utc') : dateOf(self)),
  ToFileTime: (self) => toUniversal(dateOf(self)).ticks - 504_911_232_000_000_000n,
  ToFileTimeUtc: (self) =>
    (dateOf(self).kind === 'Local' ? toUniversal(dateOf(self)) : dateOf(self)).ticks - 504_911_232_000_000_000n,
  ToBinary: (self) =>
    dateOf(self).ticks | (dateOf(self).kind === 'Utc' ? 1n << 62n : dateOf(self).kind === 'Local' ? -(1n << 63n) : 0n),
  ToOADate: (self) => double(Number(dateOf(self).ticks - 599_264_352_000_000_000n) / Number(TICKS_PER_DAY)),
  IsDaylightSavingTime: () => false,
  GetDateTimeFormats: (self, ...rest) => {
    const letters = rest[0] instanceof PSChar ? [rest[0].toString()] : ALL_FORMATS;
    return strings(letters.map((letter) => formatDateTime(dateOf(self), letter, datesIn(rest))));
  },
  'static Now': () => nowLocal(),
  'static UtcNow': () => toUniversal(nowLocal()),
  'static Today': () => {
    const now = nowLocal();
    return new PSDateTime(now.ticks - (now.ticks % TICKS_PER_DAY), 'Local');
  },
  'static MinValue': () => new PSDateTime(0n),
  'static MaxValue': () => new PSDateTime(MAX_DATE_TICKS),
  'static UnixEpoch': () => new PSDateTime(UNIX_TICKS, 'Utc'),
  'static DaysInMonth': (_self, year, month) => {
    if (num(month) < 1 || num(month) > 12) throw outOfRange('month', 'Month must be between one and twelve.', month);
    if (num(year) < 1 || num(year) > 9999) throw outOfRange('year', 'Year must be between 1 and 9999.');
    return daysInMonth(num(year), num(month));
  },
  'static IsLeapYear': (_self, year) => {
    if (num(year) < 1 || num(year) > 9999) throw outOfRange('year', 'Year must be between 1 and 9999.');
    return isLeapYear(num(year));
  },
  'static Parse': (_self, source, ...rest) => parse(text(source), stylesIn(rest), datesIn(rest)),
  'static ParseExact': (_self, source, formats, ...rest) => {
    const value = parseExact(source, formats, stylesIn(rest), datesIn(rest));
    if (value === undefined)
      throw formatError(
        dateExactFailure(text(source), typeof formats === 'string' ? formats : undefined, datesIn(rest)),
      );
    return value;
  },
  'static TryParse': (_self, source, ...rest) => {
    const styles = stylesIn(rest);
    checkStyles(styles, 'styles');
    const value = source === null ? undefined : parseDate(text(source), datesIn(rest), (styles & NO_TODAY) !== 0);
    return put(rest, value === undefined ? undefined : styled(value, styles, text(source)));
  },
  'static TryParseExact': (_self, source, formats, ...rest) =>
    put(rest, source === null ? undefined : parseExact(source, formats, stylesIn(rest), datesIn(rest))),
  'static SpecifyKind': (_self, value, kind) => new PSDateTime(dateOf(value).ticks, kindOf(kind)),
  'static FromFileTime': (_self, value) => toLocal(new PSDateTime(big(value) + 504_911_232_000_000_000n, 'Utc')),
  'static FromFileTimeUtc': (_self, value) => new PSDateTime(big(value) + 504_911_232_000_000_000n, 'Utc'),
  'static FromOADate': (_self, value) =>
    new PSDateTime(599_264_352_000_000_000n + BigInt(Math.round(num(value) * 86_400_000)) * 10_000n),
  'static FromBinary': (_self, value) =>
    new PSDateTime(
      big(value) & 0x3fff_ffff_ffff_ffffn,
      (big(value) & (1n << 62n)) !== 0n ? 'Utc' : big(value) < 0n ? 'Local' : 'Unspecified',
    ),
  'static Compare': (_self, a, b) =>
    dateOf(a).ticks < dateOf(b).ticks ? -1 : dateOf(a).ticks > dateOf(b).ticks ? 1 : 0,
  'static Equals': (_self, a, b) => dateOf(a).ticks === dateOf(b).ticks,
  'static op_Subtraction': (_self, a, b) =>
    unwrap(b) instanceof PSDateTime
      ? span(dateOf(a).ticks - dateOf(b).ticks)
      : made(dateOf(a).ticks - spanTicks(b), dateOf(a)),
  'static op_Addition': (_self, a, b) => made(dateOf(a).ticks + spanTicks(b), dateOf(a)),
  'new(long)': (_self, ticks) => fromTicks(big(ticks), 'Unspecified'),
  'new(long, System.DateTimeKind)': (_self, ticks, kind) => fromTicks(big(ticks), kindOf(kind)),
  new: (_self, ...args) => construct(args),
}));
function fromTicks(ticks: bigint, kind: DateTimeKind): PSDateTime {
  if (ticks < 0n || ticks > MAX_DATE_TICKS)
    throw outOfRange('ticks', 'Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.');
  return new PSDateTime(ticks, kind);
}
