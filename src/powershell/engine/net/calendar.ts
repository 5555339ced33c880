/** System.Globalization.Calendar and ISOWeek. */
import { PSDateTime, type PSValue } from '../../../protocol/objects/index.js';
import { dateParts, daysInMonth, isLeapYear, TICKS_PER_DAY } from '../text/date-format.js';
import { implement } from '../values/bodies.js';
import { EnumValue, typedArray, unwrap } from '../values/live.js';
import { requireType } from '../values/net-type.js';
import { argumentNull, big, dataOf, enumOf, net, num } from './support.js';

const date = (value: PSValue | undefined): PSDateTime => {
  const inner = unwrap(value ?? null);
  if (inner instanceof PSDateTime) return inner;
  throw argumentNull('time');
};
/** CalendarWeekRule 0: week of January 1st; 1: first full week; 2: first week of four days or more. */
export function weekOfYear(value: PSDateTime, rule: number, firstDay: number): number {
  const { dayOfYear, dayOfWeek, year } = dateParts(value.ticks);
  const firstWeekday = (((dayOfWeek - (dayOfYear - 1)) % 7) + 7) % 7;
  const offset = (((firstWeekday - firstDay) % 7) + 7) % 7;
  if (rule === 0) return Math.floor((dayOfYear - 1 + offset) / 7) + 1;
  const full = rule === 1 ? 7 : 4;
  let shift = (7 - offset) % 7;
  if (shift !== 0 && shift >= full) shift -= 7;
  const day = dayOfYear - 1 - shift;
  if (day >= 0) return Math.floor(day / 7) + 1;
  const lastDay = new PSDateTime(value.ticks - BigInt(dayOfYear) * TICKS_PER_DAY);
  void year;
  return weekOfYear(lastDay, rule, firstDay);
}
/** The ISO 8601 week and its year. */
function isoWeek(value: PSDateTime): { readonly year: number; readonly week: number } {
  const parts = dateParts(value.ticks);
  const weekday = parts.dayOfWeek === 0 ? 7 : parts.dayOfWeek;
  const thursday = dateParts(value.ticks + BigInt(4 - weekday) * TICKS_PER_DAY);
  return { year: thursday.year, week: Math.floor((thursday.dayOfYear - 1) / 7) + 1 };
}
implement('System.Globalization.Calendar', () => ({
  GetWeekOfYear: (_self, value, rule, first) =>
    weekOfYear(date(value), rule instanceof EnumValue ? Number(rule.value) : num(rule), Number(big(first))),
  GetYear: (_self, value) => dateParts(date(value).ticks).year,
  GetMonth: (_self, value) => dateParts(date(value).ticks).month,
  GetDayOfMonth: (_self, value) => dateParts(date(value).ticks).day,
  GetDayOfYear: (_self, value) => dateParts(date(value).ticks).dayOfYear,
  GetDayOfWeek: (_self, value) => enumOf('System.DayOfWeek', dateParts(date(value).ticks).dayOfWeek),
  GetDaysInMonth: (_self, year, month) => daysInMonth(num(year), num(month)),
  GetDaysInYear: (_self, year) => (isLeapYear(num(year)) ? 366 : 365),
  IsLeapYear: (_self, year) => isLeapYear(num(year)),
}));
implement('System.Globalization.GregorianCalendar', () => ({
  new: () => net('System.Globalization.GregorianCalendar', undefined),
  MinSupportedDateTime: () => new PSDateTime(0n, 'Unspecified'),
  MaxSupportedDateTime: () => new PSDateTime(3_155_378_975_999_999_999n, 'Unspecified'),
  AlgorithmType: () => enumOf('System.Globalization.CalendarAlgorithmType', 1),
  CalendarType: () => enumOf('System.Globalization.GregorianCalendarTypes', 1),
  Eras: () => typedArray([1], requireType('System.Int32')),
  TwoDigitYearMax: () => 2049,
  IsReadOnly: (self) => dataOf<{ readonly isReadOnly: boolean } | undefined>(self)?.isReadOnly === true,
}));
implement('System.Globalization.ISOWeek', () => ({
  'static GetWeekOfYear': (_self, value) => isoWeek(date(value)).week,
  'static GetYear': (_self, value) => isoWeek(date(value)).year,
  'static GetWeeksInYear': (_self, year) =>
    isoWeek(new PSDateTime(BigInt(Math.round(Date.UTC(num(year), 11, 28) / 86400000) + 719162) * TICKS_PER_DAY)).week,
}));
