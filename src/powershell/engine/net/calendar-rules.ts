/**
 * How calendars count: days since January 1st of the year 1 (Gregorian, from 0) to years, months and days, and back.
 * Pure arithmetic but for Umm al-Qura, whose months were laid down by a table.
 */
import { dateParts, daysInMonth, isLeapYear, TICKS_PER_DAY } from '../text/date-format.js';

/** A day as a calendar names it. */
export interface CalendarDay {
  readonly era: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
export interface CalendarRules {
  /** The newest first. */
  readonly eras: readonly number[];
  readonly algorithm: 'SolarCalendar' | 'LunarCalendar' | 'LunisolarCalendar';
  readonly twoDigitYearMax: number;
  readonly minTicks: bigint;
  readonly maxTicks: bigint;
  split(days: number): CalendarDay;
  /** The day that a year begins with; years of no era are those of the newest. */
  first(year: number, era?: number): number;
  monthsIn(year: number): number;
  daysIn(year: number, month: number, era?: number): number;
  isLeap(year: number, era?: number): boolean;
  /** 0: there is none. */
  leapMonth(year: number): number;
}
const MAX_TICKS = 3_155_378_975_999_999_999n;
const GREGORIAN_MONTHS = 12;
const daysAt = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(2000, month - 1, day) / 86_400_000) +
  719_162 +
  gregorianYears(year) -
  gregorianYears(2000) +
  shift(year, month);
/** Days of the years before this one. */
const gregorianYears = (year: number): number => {
  const before = year - 1;
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
};
/** The year 2000, in which the days are counted, is a leap year. */
const shift = (year: number, month: number): number => (month > 2 && !isLeapYear(year) ? -1 : 0);

/** An era of a calendar that has the months of the Gregorian one. */
interface Era {
  readonly era: number;
  readonly from: number;
  /** What its years are behind Gregorian ones. */
  readonly offset: number;
}
function gregorian(eras: readonly Era[], twoDigitYearMax: number): CalendarRules {
  const [newest] = eras;
  const oldest = eras.at(-1);
  const offsetOf = (era: number | undefined): number =>
    (era === undefined || era === 0 ? newest : eras.find((one) => one.era === era))?.offset ?? 0;
  return {
    eras: eras.map(({ era }) => era),
    algorithm: 'SolarCalendar',
    twoDigitYearMax,
    minTicks: BigInt(oldest?.from ?? 0) * TICKS_PER_DAY,
    maxTicks: MAX_TICKS,
    split: (days) => {
      const { year, month, day } = dateParts(BigInt(days) * TICKS_PER_DAY);
      const found = eras.find(({ from }) => days >= from) ?? oldest;
      return { era: found?.era ?? 1, year: year - (found?.offset ?? 0), month, day };
    },
    first: (year, era) => gregorianYears(year + offsetOf(era)),
    monthsIn: () => GREGORIAN_MONTHS,
    daysIn: (year, month, era) => daysInMonth(year + offsetOf(era), month),
    isLeap: (year, era) => isLeapYear(year + offsetOf(era)),
    leapMonth: () => 0,
  };
}
/** A calendar told by the lengths of its years and months. */
function counted(
  init: Pick<CalendarRules, 'algorithm' | 'twoDigitYearMax' | 'minTicks'> & {
    readonly maxTicks?: bigint;
    readonly first: (year: number) => number;
    readonly monthsIn?: (year: number) => number;
    readonly daysIn: (year: number, month: number) => number;
    readonly isLeap: (year: number) => boolean;
    readonly leapMonth?: (year: number) => number;
    /** Days of a year, more or less. */
    readonly yearDays: number;
  },
): CalendarRules {
  const { first, daysIn, isLeap, yearDays, monthsIn = (): number => GREGORIAN_MONTHS } = init;
  const epoch = first(1);
  return {
    eras: [1],
    algorithm: init.algorithm,
    twoDigitYearMax: init.twoDigitYearMax,
    minTicks: init.minTicks,
    maxTicks: init.maxTicks ?? MAX_TICKS,
    first,
    daysIn,
    isLeap,
    monthsIn,
    leapMonth: init.leapMonth ?? ((): number => 0),
    split: (days) => {
      let year = Math.max(1, Math.floor((days - epoch) / yearDays) + 1);
      while (first(year) > days) year -= 1;
      while (first(year + 1) <= days) year += 1;
      let rest = days - first(year);
      let month = 1;
      for (; month < monthsIn(year) && rest >= daysIn(year, month); month += 1) rest -= daysIn(year, month);
      return { era: 1, year, month, day: rest + 1 };
    },
  };
}
const julianLeap = (year: number): boolean => year % 4 === 0;
const julian = counted({
  algorithm: 'SolarCalendar',
  twoDigitYearMax: 2049,
  minTicks: 0n,
  yearDays: 365.25,
  first: (year) => (year - 1) * 365 + Math.floor((year - 1) / 4) - 2,
  daysIn: (year, month) => (month === 2 ? (julianLeap(year) ? 29 : 28) : daysInMonth(2001, month)),
  isLeap: julianLeap,
});
/** Of 33 years eight are leap years, as it is from the year 1178 to 1633. */
const persianLeap = (year: number): boolean => (25 * year + 11) % 33 < 8;
const persian = counted({
  algorithm: 'SolarCalendar',
  twoDigitYearMax: 1410,
  minTicks: 196_037_280_000_000_000n,
  yearDays: 365.2422,
  first: (year) => 226_894 + 365 * (year - 1) + Math.floor((8 * year + 21) / 33),
  daysIn: (year, month) => (month <= 6 ? 31 : month <= 11 || persianLeap(year) ? 30 : 29),
  isLeap: persianLeap,
});
const hijriLeap = (year: number): boolean => (year * 11 + 14) % 30 < 11;
const hijriMonth = (month: number): number => (month % 2 === 1 ? 30 : 29);
function hijriFirst(year: number): number {
  const cycle = Math.floor((year - 1) / 30);
  let days = 227_013 + cycle * 10_631;
  for (let at = cycle * 30 + 1; at < year; at += 1) days += hijriLeap(at) ? 355 : 354;
  return days;
}
const hijri = counted({
  algorithm: 'LunarCalendar',
  twoDigitYearMax: 1451,
  minTicks: 196_139_232_000_000_000n,
  yearDays: 354.367,
  first: hijriFirst,
  daysIn: (year, month) => (month === 12 && hijriLeap(year) ? 30 : hijriMonth(month)),
  isLeap: hijriLeap,
});
// ------------------------------------------------------------ Umm al-Qura

/** For each year from 1318 which of its months have 30 days, the first the lowest bit; as the real .NET tells it. */
const LONG_MONTHS =
  '2ea6e9ed2ea4d4aa96536ab5daaba4b49a9352ba574b6ab55aad55d2aa564ae95d2ec6d56aa5554ab95b2ba575bb2764749' +
  '6552ab55bada6d4ec9d92d25a4d2ad56db6ab52aa5a4b4979372b6575d6ad52a9692d25d4ddada5d4da9d52aaa4d69b6374' +
  '7697526a554baab55aad5dd2da4d49a9552da5d55aad56aa69552ba574ae97656cb55aaaa554ad95d2da5d9db2ba4b4aa55' +
  '2b5575b6abd2bc4b89a9552d5adb6a6d4dc9d92aa69562ae56d36ab55aaa94d49d95d2ba5b55aad55a9a92e26e55dada6d4' +
  '6a554ba9754eaae5acba9d92b2564bcab55ab556d2ea5e4aa9552daad36c7596d269552da5b4ba9ba3b4b69b52aa64b696d' +
  '2ec6d9eb2d54d2aa564ae96dd6ab54b29a9352ba57536ab56aae93';
const FIRST_YEAR = 1318;
const FIRST_DAY = 693714;
const longMonths = (year: number): number =>
  Number.parseInt(LONG_MONTHS.slice((year - FIRST_YEAR) * 3, (year - FIRST_YEAR + 1) * 3), 16);
const umAlQuraDays = (year: number, month: number): number => 29 + ((longMonths(year) >> (month - 1)) & 1);
const umAlQuraYear = (year: number): number =>
  348 + Array.from({ length: 12 }, (_, at) => (longMonths(year) >> at) & 1).reduce((sum, bit) => sum + bit, 0);
const umAlQura = counted({
  algorithm: 'LunarCalendar',
  twoDigitYearMax: 1451,
  minTicks: 599_368_896_000_000_000n,
  maxTicks: 655_399_295_999_999_999n,
  yearDays: 354.367,
  first: (year) => {
    // What stands outside of the table is never shown.
    if (year < FIRST_YEAR || year > FIRST_YEAR + LONG_MONTHS.length / 3) return hijriFirst(year);
    let days = FIRST_DAY;
    for (let at = FIRST_YEAR; at < year; at += 1) days += umAlQuraYear(at);
    return days;
  },
  daysIn: umAlQuraDays,
  isLeap: (year) => umAlQuraYear(year) === 355,
});

// ------------------------------------------------------------------ Hebrew

/** Days from the beginning of the count to the new moon that a year begins with, before it is put off. */
function newMoon(year: number): number {
  const months = Math.floor((235 * year - 234) / 19);
  const parts = 12_084 + 13_753 * months;
  const day = 29 * months + Math.floor(parts / 25_920);
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}
function hebrewFirst(year: number): number {
  const [before, own, next] = [newMoon(year - 1), newMoon(year), newMoon(year + 1)];
  const putOff = next - own === 356 ? 2 : own - before === 382 ? 1 : 0;
  return own + putOff - 1_373_428;
}
const hebrewLeap = (year: number): boolean => (7 * year + 1) % 19 < 7;
const hebrew = counted({
  algorithm: 'LunisolarCalendar',
  twoDigitYearMax: 5790,
  minTicks: 499_230_432_000_000_000n,
  maxTicks: 706_478_975_999_999_999n,
  yearDays: 365.2468,
  first: hebrewFirst,
  monthsIn: (year) => (hebrewLeap(year) ? 13 : 12),
  daysIn: (year, month) => {
    const length = hebrewFirst(year + 1) - hebrewFirst(year);
    if (month === 2) return length % 10 === 5 ? 30 : 29;
    if (month === 3) return length % 10 === 3 ? 29 : 30;
    if (month < 6) return month % 2 === 1 ? 30 : 29;
    if (!hebrewLeap(year)) return month % 2 === 0 ? 29 : 30;
    return month === 6 || month % 2 === 0 ? 30 : 29;
  },
  isLeap: hebrewLeap,
  leapMonth: (year) => (hebrewLeap(year) ? 7 : 0),
});

/** By the name of the class, without `Calendar`. */
export const CALENDARS: Readonly<Record<string, CalendarRules>> = {
  Gregorian: gregorian([{ era: 1, from: 0, offset: 0 }], 2049),
  Julian: julian,
  Japanese: gregorian(
    [
      { era: 5, from: daysAt(2019, 5, 1), offset: 2018 },
      { era: 4, from: daysAt(1989, 1, 8), offset: 1988 },
      { era: 3, from: daysAt(1926, 12, 25), offset: 1925 },
      { era: 2, from: daysAt(1912, 7, 30), offset: 1911 },
      { era: 1, from: daysAt(1868, 9, 8), offset: 1867 },
    ],
    99,
  ),
  Taiwan: gregorian([{ era: 1, from: daysAt(1912, 1, 1), offset: 1911 }], 99),
  Korean: gregorian([{ era: 1, from: 0, offset: -2333 }], 4362),
  ThaiBuddhist: gregorian([{ era: 1, from: 0, offset: -543 }], 2572),
  Hijri: hijri,
  UmAlQura: umAlQura,
  Persian: persian,
  Hebrew: hebrew,
};
