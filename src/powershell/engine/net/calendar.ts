/** System.Globalization.Calendar and ISOWeek. */
import { PSDateTime, type PSValue } from '../../../protocol/objects/index.js';
import { dateParts, TICKS_PER_DAY } from '../text/date-format.js';
import { implement, type MemberBody } from '../values/bodies.js';
import { EnumValue, NetObject, typedArray, unwrap } from '../values/live.js';
import { requireType } from '../values/net-type.js';
import { CALENDARS, type CalendarDay, type CalendarRules } from './calendar-rules.js';
import {
  argumentNull,
  big,
  dataOf,
  double,
  enumOf,
  mustBeNonNegative,
  net,
  notSupported,
  num,
  outOfRange,
  text,
} from './support.js';

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
const SPACE = 'System.Globalization.';
/** Settings of one calendar. */
interface Settings {
  readonly isReadOnly?: boolean;
  twoDigitYearMax?: number;
  adjustment?: number;
}
const settings = (self: PSValue): Settings => dataOf<Settings | undefined>(self) ?? {};
function rulesOf(self: PSValue): CalendarRules {
  const inner = unwrap(self);
  const name = inner instanceof NetObject ? inner.type.name.replace(/Calendar$/, '') : '';
  const rules = CALENDARS[name];
  if (rules === undefined) throw notSupported(`${name}Calendar is not available in this engine.`);
  return rules;
}
const unspecified = (ticks: bigint): PSDateTime => new PSDateTime(ticks, 'Unspecified');
/** A time's day in the calendar, and what of the day is gone. @throws ArgumentOutOfRange: the calendar does not reach there. */
function split(
  self: PSValue,
  value: PSValue | undefined,
): CalendarDay & { readonly rest: bigint; readonly days: number } {
  const { ticks } = date(value);
  const rules = rulesOf(self);
  if (ticks < rules.minTicks || ticks > rules.maxTicks)
    throw outOfRange(
      'time',
      `Specified time is not supported in this calendar. It should be between ${text(unspecified(rules.minTicks))} (Gregorian date) and ${text(unspecified(rules.maxTicks))} (Gregorian date), inclusive.`,
      ticks,
    );
  const days = Number(ticks / TICKS_PER_DAY);
  return { ...rules.split(days), rest: ticks % TICKS_PER_DAY, days };
}
const era = (value: PSValue | undefined): number | undefined => (value === undefined ? undefined : num(value));
const UNREPRESENTABLE = 'Year, Month, and Day parameters describe an un-representable DateTime.';
function daysOf(rules: CalendarRules, year: number, month: number, day: number, of?: number): number {
  const isGregorian = rules.eras.length > 1 || rules === CALENDARS['Gregorian'];
  if (month < 1 || month > rules.monthsIn(year))
    throw isGregorian
      ? outOfRange(undefined, UNREPRESENTABLE)
      : outOfRange(
          'month',
          `Month must be between one and ${rules.monthsIn(year) === 12 ? 'twelve' : rules.monthsIn(year)}.`,
          month,
        );
  const most = rules.daysIn(year, month, of);
  if (day < 1 || day > most)
    throw isGregorian
      ? outOfRange(undefined, UNREPRESENTABLE)
      : outOfRange('day', `Day must be between 1 and ${most} for month ${month}.`, day);
  let days = rules.first(year, of) + day - 1;
  for (let at = 1; at < month; at += 1) days += rules.daysIn(year, at, of);
  return days;
}
/** A time so many months later, the last day of the month where there is no such day. */
function monthsLater(self: PSValue, value: PSValue | undefined, count: number, ofYears: boolean): PSDateTime {
  const rules = rulesOf(self);
  const { rest, ...from } = split(self, value);
  let { year, month } = from;
  if (ofYears) {
    year += count;
    month = Math.min(month, rules.monthsIn(year));
  } else {
    month += count;
    while (month > rules.monthsIn(year)) {
      month -= rules.monthsIn(year);
      year += 1;
    }
    while (month < 1) {
      year -= 1;
      month += rules.monthsIn(year);
    }
  }
  const day = Math.min(from.day, rules.daysIn(year, month, from.era));
  return unspecified(BigInt(daysOf(rules, year, month, day, from.era)) * TICKS_PER_DAY + rest);
}
const later =
  (ticks: number): MemberBody =>
  (_self, value, count) =>
    unspecified(date(value).ticks + BigInt(Math.trunc(num(count) * ticks + Math.sign(num(count)) * 0.5)));
const SECOND = 10_000_000;
implement('System.Globalization.Calendar', () => ({
  GetWeekOfYear: (_self, value, rule, first) =>
    weekOfYear(date(value), rule instanceof EnumValue ? Number(rule.value) : num(rule), Number(big(first))),
  GetEra: (self, value) => split(self, value).era,
  GetYear: (self, value) => split(self, value).year,
  GetMonth: (self, value) => split(self, value).month,
  GetDayOfMonth: (self, value) => split(self, value).day,
  GetDayOfYear: (self, value) => {
    const { days, year, era: of } = split(self, value);
    return days - rulesOf(self).first(year, of) + 1;
  },
  GetDayOfWeek: (_self, value) => enumOf('System.DayOfWeek', dateParts(date(value).ticks).dayOfWeek),
  GetHour: (_self, value) => Number((date(value).ticks % TICKS_PER_DAY) / BigInt(3600 * SECOND)),
  GetMinute: (_self, value) => Number((date(value).ticks / BigInt(60 * SECOND)) % 60n),
  GetSecond: (_self, value) => Number((date(value).ticks / BigInt(SECOND)) % 60n),
  GetMilliseconds: (_self, value) => double(Number((date(value).ticks / 10_000n) % 1000n)),
  GetMonthsInYear: (self, year) => rulesOf(self).monthsIn(num(year)),
  GetDaysInMonth: (self, year, month, of) => {
    const rules = rulesOf(self);
    daysOf(rules, num(year), num(month), 1, era(of));
    return rules.daysIn(num(year), num(month), era(of));
  },
  GetDaysInYear: (self, year, of) =>
    rulesOf(self).first(num(year) + 1, era(of)) - rulesOf(self).first(num(year), era(of)),
  GetLeapMonth: (self, year) => rulesOf(self).leapMonth(num(year)),
  IsLeapYear: (self, year, of) => rulesOf(self).isLeap(num(year), era(of)),
  IsLeapMonth: (self, year, month) => num(month) === rulesOf(self).leapMonth(num(year)),
  IsLeapDay: (self, year, month, day, of) => {
    const rules = rulesOf(self);
    daysOf(rules, num(year), num(month), num(day), era(of));
    if (!rules.isLeap(num(year), era(of))) return false;
    if (rules.algorithm === 'LunisolarCalendar') return num(month) === rules.leapMonth(num(year));
    const isSolar = rules === CALENDARS['Julian'] || (rules.daysIn(2, 1) === 31 && rules.daysIn(2, 2) < 30);
    return isSolar ? num(month) === 2 && num(day) === 29 : num(month) === 12 && num(day) === 30;
  },
  AddDays: later(24 * 3600 * SECOND),
  AddWeeks: later(7 * 24 * 3600 * SECOND),
  AddHours: later(3600 * SECOND),
  AddMinutes: later(60 * SECOND),
  AddSeconds: later(SECOND),
  AddMilliseconds: later(SECOND / 1000),
  AddMonths: (self, value, count) => monthsLater(self, value, num(count), false),
  AddYears: (self, value, count) => monthsLater(self, value, num(count), true),
  ToDateTime: (self, year, month, day, hour, minute, second, millisecond, of) => {
    const days = daysOf(rulesOf(self), num(year), num(month), num(day), era(of));
    const parts = [num(hour), num(minute), num(second), num(millisecond)] as const;
    if (parts.some((part, at) => part < 0 || part >= ([24, 60, 60, 1000][at] ?? 0)))
      throw outOfRange(undefined, 'Hour, Minute, and Second parameters describe an un-representable DateTime.');
    const [h, m, s, ms] = parts;
    return unspecified(BigInt(days) * TICKS_PER_DAY + BigInt(((h * 60 + m) * 60 + s) * SECOND + ms * 10_000));
  },
  ToFourDigitYear: (self, year) => {
    const given = num(year);
    if (given < 0) throw mustBeNonNegative('year', year);
    if (given >= 100) return given;
    const most = settings(self).twoDigitYearMax ?? rulesOf(self).twoDigitYearMax;
    return (Math.floor(most / 100) - (given > most % 100 ? 1 : 0)) * 100 + given;
  },
  MinSupportedDateTime: (self) => unspecified(rulesOf(self).minTicks),
  MaxSupportedDateTime: (self) => unspecified(rulesOf(self).maxTicks),
  AlgorithmType: (self) => enumOf(`${SPACE}CalendarAlgorithmType`, rulesOf(self).algorithm),
  Eras: (self) => typedArray([...rulesOf(self).eras], requireType('System.Int32')),
  TwoDigitYearMax: (self) => settings(self).twoDigitYearMax ?? rulesOf(self).twoDigitYearMax,
  'set TwoDigitYearMax': (self, value) => {
    settings(self).twoDigitYearMax = num(value);
    return undefined;
  },
  IsReadOnly: (self) => settings(self).isReadOnly === true,
  Clone: (self) => net((unwrap(self) as NetObject).type.fullName, { ...settings(self), isReadOnly: false }),
  'static CurrentEra': () => 0,
  'static ReadOnly': (_self, calendar) =>
    net((unwrap(calendar) as NetObject).type.fullName, { ...settings(calendar), isReadOnly: true }),
}));
for (const name of Object.keys(CALENDARS))
  implement(`${SPACE}${name}Calendar`, () => ({
    new: () => net<Settings>(`${SPACE}${name}Calendar`, {}),
    'static ADEra': () => 1,
    [`static ${name}Era`]: () => 1,
    ...(name === 'Gregorian' ? { CalendarType: () => enumOf(`${SPACE}GregorianCalendarTypes`, 1) } : {}),
    ...(name === 'Hijri'
      ? {
          HijriAdjustment: (self: PSValue) => settings(self).adjustment ?? 0,
          'set HijriAdjustment': (self: PSValue, value: PSValue) => {
            settings(self).adjustment = num(value);
            return undefined;
          },
        }
      : {}),
  }));
/** The Monday of a year's first week, in days. */
function isoStart(year: number): number {
  const fourth = (CALENDARS['Gregorian']?.first(year) ?? 0) + 3;
  return fourth - (fourth % 7);
}
implement('System.Globalization.ISOWeek', () => ({
  'static GetWeekOfYear': (_self, value) => isoWeek(date(value)).week,
  'static GetYear': (_self, value) => isoWeek(date(value)).year,
  'static GetYearStart': (_self, year) => unspecified(BigInt(isoStart(num(year))) * TICKS_PER_DAY),
  'static GetYearEnd': (_self, year) => unspecified(BigInt(isoStart(num(year) + 1) - 1) * TICKS_PER_DAY),
  'static ToDateTime': (_self, year, week, day) => {
    if (num(week) < 1 || num(week) > 53)
      throw outOfRange('week', 'The week parameter must be in the range 1 through 53.');
    const weekday = Number(big(day));
    return unspecified(
      BigInt(isoStart(num(year)) + (num(week) - 1) * 7 + (weekday === 0 ? 6 : weekday - 1)) * TICKS_PER_DAY,
    );
  },
  'static GetWeeksInYear': (_self, year) =>
    isoWeek(new PSDateTime(BigInt(Math.round(Date.UTC(num(year), 11, 28) / 86400000) + 719162) * TICKS_PER_DAY)).week,
}));
