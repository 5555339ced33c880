/** System.Globalization: cultures, their formats, text and calendars, as far as ICU in Node knows them. */
import { PSDateTime, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { dateParts, DAY_NAMES, daysInMonth, isLeapYear, MONTH_NAMES, TICKS_PER_DAY } from '../text/date-format.js';
import { implement } from '../values/bodies.js';
import { EnumValue, NetObject, typedArray, unwrap } from '../values/live.js';
import { INT32 } from '../values/types.js';
import { categoryOf } from './char.js';
import { type CultureData, cultureName, fractionDigits, type NumberFormat, numberFormatFor } from './culture-data.js';
import { lower, upper } from './string.js';
import { caseOf, compareStrings, optionsOf } from './string-compare.js';
import { argumentNull, big, char, dataOf, enumOf, net, num, requireType, strings, text, throwNet } from './support.js';

const CULTURE = 'System.Globalization.CultureInfo';
/** The culture's usual spelling: `de-DE`. */
function canonical(name: string): string {
  if (name === '' || name.toLowerCase() === 'iv') return '';
  if (/^[a-zA-Z]{2,8}(?:[-_][a-zA-Z0-9]{1,8})*$/.test(name))
    try {
      return Intl.getCanonicalLocales(name.replaceAll('_', '-'))[0] ?? name;
    } catch {
      // Said below.
    }
  const error = throwNet(
    'System.Globalization.CultureNotFoundException',
    `Culture is not supported. (Parameter 'name')\n${name} is an invalid culture identifier.`,
  );
  throw error;
}
export const culture = (name: string): PSValue => net<CultureData>(CULTURE, { name: canonical(name) });
const LCID: Readonly<Record<string, number>> = {
  '': 127,
  'en-US': 1033,
  'en-GB': 2057,
  'de-DE': 1031,
  'fr-FR': 1036,
  'es-ES': 3082,
  'it-IT': 1040,
  'ja-JP': 1041,
  'zh-CN': 2052,
  en: 9,
  de: 7,
  fr: 12,
  ja: 17,
  'pt-BR': 1046,
  'ru-RU': 1049,
  'nl-NL': 1043,
  'sv-SE': 1053,
  'pl-PL': 1045,
  'ko-KR': 1042,
};
function displayName(name: string, inLocale = 'en'): string {
  if (name === '') return 'Invariant Language (Invariant Country)';
  const [language = '', region] = name.split('-');
  const shown = new Intl.DisplayNames([inLocale], { type: 'language' }).of(language) ?? language;
  if (region === undefined) return shown;
  return `${shown} (${/^[A-Z]{2}$/.test(region) ? (new Intl.DisplayNames([inLocale], { type: 'region' }).of(region) ?? region) : region})`;
}
const own = (self: PSValue): string => dataOf<CultureData>(self).name;
const parent = (name: string): string => (name.includes('-') ? name.slice(0, name.lastIndexOf('-')) : '');

implement(CULTURE, () => ({
  Name: (self) => own(self),
  DisplayName: (self) => displayName(own(self)),
  EnglishName: (self) => displayName(own(self)),
  NativeName: (self) => displayName(own(self), own(self) === '' ? 'en' : own(self)),
  LCID: (self) => LCID[own(self)] ?? 4096,
  KeyboardLayoutId: (self) => LCID[own(self)] ?? 4096,
  IetfLanguageTag: (self) => own(self),
  TwoLetterISOLanguageName: (self) => (own(self) === '' ? 'iv' : (own(self).split('-')[0] ?? '')),
  IsNeutralCulture: (self) => own(self) !== '' && !own(self).includes('-'),
  IsReadOnly: () => false,
  Parent: (self) => culture(parent(own(self))),
  NumberFormat: (self) => net<NumberFormat>('System.Globalization.NumberFormatInfo', numberFormatFor(own(self))),
  DateTimeFormat: (self) => net('System.Globalization.DateTimeFormatInfo', dataOf<CultureData>(self)),
  TextInfo: (self) => net('System.Globalization.TextInfo', dataOf<CultureData>(self)),
  CompareInfo: (self) => net('System.Globalization.CompareInfo', dataOf<CultureData>(self)),
  Calendar: () => net('System.Globalization.GregorianCalendar', undefined),
  UseUserOverride: () => false,
  ToString: (self) => own(self),
  Equals: (self, other) => cultureName(other) === own(self),
  GetFormat: (self, type) =>
    toText(type).endsWith('NumberFormatInfo')
      ? net('System.Globalization.NumberFormatInfo', numberFormatFor(own(self)))
      : net('System.Globalization.DateTimeFormatInfo', dataOf<CultureData>(self)),
  Clone: (self) => culture(own(self)),
  'static InvariantCulture': () => culture(''),
  'static CurrentCulture': () => culture(''),
  'static CurrentUICulture': () => culture(''),
  'static InstalledUICulture': () => culture(''),
  'static DefaultThreadCurrentCulture': () => null,
  'static DefaultThreadCurrentUICulture': () => null,
  'static set CurrentCulture': () => undefined,
  'static set CurrentUICulture': () => undefined,
  'static GetCultureInfo': (_self, name) => culture(typeof name === 'number' ? byId(name) : text(name)),
  'static GetCultureInfoByIetfLanguageTag': (_self, name) => culture(text(name)),
  'static CreateSpecificCulture': (_self, name) => culture(specific(text(name))),
  'static GetCultures': () =>
    typedArray(
      [
        '',
        'de',
        'de-DE',
        'en',
        'en-GB',
        'en-US',
        'es',
        'es-ES',
        'fr',
        'fr-FR',
        'it',
        'it-IT',
        'ja',
        'ja-JP',
        'ko-KR',
        'nl-NL',
        'pl-PL',
        'pt-BR',
        'ru-RU',
        'sv-SE',
        'zh-CN',
      ].map(culture),
      requireType(CULTURE),
    ),
  'new(string)': (_self, name) => culture(text(name)),
  'new(string, bool)': (_self, name) => culture(text(name)),
  new: (_self, id) => culture(byId(num(id))),
}));
const byId = (id: number): string => Object.entries(LCID).find(([, number]) => number === id)?.[0] ?? '';
const specific = (name: string): string => {
  if (name === '' || name.includes('-')) return name;
  const { language, region } = new Intl.Locale(name).maximize();
  return region === undefined ? language : `${language}-${region}`;
};

implement('System.Globalization.NumberFormatInfo', () => {
  const format = (self: PSValue): NumberFormat => dataOf<NumberFormat>(self);
  return {
    NumberDecimalSeparator: (self) => format(self).decimal,
    NumberGroupSeparator: (self) => format(self).group,
    CurrencyDecimalSeparator: (self) => format(self).decimal,
    CurrencyGroupSeparator: (self) => format(self).group,
    PercentDecimalSeparator: (self) => format(self).decimal,
    PercentGroupSeparator: (self) => format(self).group,
    CurrencySymbol: (self) => format(self).currency,
    CurrencyDecimalDigits: (self) => format(self).currencyDigits,
    NumberDecimalDigits: (self) => fractionDigits(format(self)),
    PercentDecimalDigits: (self) => fractionDigits(format(self)),
    NegativeSign: (self) => format(self).negative,
    PositiveSign: () => '+',
    PercentSymbol: (self) => format(self).percent,
    PerMilleSymbol: () => '‰',
    NaNSymbol: () => 'NaN',
    PositiveInfinitySymbol: (self) => (format(self).name === '' ? 'Infinity' : '∞'),
    NegativeInfinitySymbol: (self) => (format(self).name === '' ? '-Infinity' : '-∞'),
    IsReadOnly: () => true,
    ...Object.fromEntries(
      (
        [
          ['NumberDecimalSeparator', 'decimal'],
          ['NumberGroupSeparator', 'group'],
          ['CurrencySymbol', 'currency'],
          ['NegativeSign', 'negative'],
        ] as const
      ).map(([name, field]) => [
        `set ${name}`,
        (self: PSValue, value: PSValue): undefined => {
          const inner = unwrap(self);
          if (inner instanceof NetObject) inner.data = { ...(inner.data as NumberFormat), [field]: text(value) };
        },
      ]),
    ),
    NumberGroupSizes: () => typedArray([3], INT32),
    Clone: (self) => net('System.Globalization.NumberFormatInfo', { ...format(self) }),
    'static InvariantInfo': () => net('System.Globalization.NumberFormatInfo', numberFormatFor('')),
    'static CurrentInfo': () => net('System.Globalization.NumberFormatInfo', numberFormatFor('')),
    new: () => net('System.Globalization.NumberFormatInfo', { ...numberFormatFor('') }),
  };
});

const names = (locale: string, style: 'long' | 'short', months: boolean): string[] => {
  if (locale === '')
    return (months ? MONTH_NAMES : DAY_NAMES).map((name) => (style === 'long' ? name : name.slice(0, 3)));
  const format = new Intl.DateTimeFormat(
    locale,
    months ? { month: style, timeZone: 'UTC' } : { weekday: style, timeZone: 'UTC' },
  );
  return Array.from({ length: months ? 12 : 7 }, (_, index) =>
    format.format(months ? Date.UTC(2023, index, 15) : Date.UTC(2023, 0, 1 + index)),
  );
};
implement('System.Globalization.DateTimeFormatInfo', () => ({
  DayNames: (self) => strings(names(own(self), 'long', false)),
  AbbreviatedDayNames: (self) => strings(names(own(self), 'short', false)),
  ShortestDayNames: (self) =>
    strings(
      own(self) === '' ? names('', 'short', false).map((name) => name.slice(0, 2)) : names(own(self), 'short', false),
    ),
  MonthNames: (self) => strings([...names(own(self), 'long', true), '']),
  AbbreviatedMonthNames: (self) => strings([...names(own(self), 'short', true), '']),
  AMDesignator: () => 'AM',
  PMDesignator: () => 'PM',
  DateSeparator: () => '/',
  TimeSeparator: () => ':',
  FirstDayOfWeek: (self) => enumOf('System.DayOfWeek', own(self) === '' || own(self).endsWith('US') ? 0 : 1),
  CalendarWeekRule: () => enumOf('System.Globalization.CalendarWeekRule', 0),
  FullDateTimePattern: () => 'dddd, dd MMMM yyyy HH:mm:ss',
  LongDatePattern: () => 'dddd, dd MMMM yyyy',
  LongTimePattern: () => 'HH:mm:ss',
  ShortDatePattern: () => 'MM/dd/yyyy',
  ShortTimePattern: () => 'HH:mm',
  MonthDayPattern: () => 'MMMM dd',
  YearMonthPattern: () => 'yyyy MMMM',
  RFC1123Pattern: () => "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
  SortableDateTimePattern: () => "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
  UniversalSortableDateTimePattern: () => "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
  Calendar: () => net('System.Globalization.GregorianCalendar', undefined),
  IsReadOnly: () => true,
  GetDayName: (self, day) => names(own(self), 'long', false)[Number(big(day))] ?? '',
  GetAbbreviatedDayName: (self, day) => names(own(self), 'short', false)[Number(big(day))] ?? '',
  GetMonthName: (self, month) => names(own(self), 'long', true)[num(month) - 1] ?? '',
  GetAbbreviatedMonthName: (self, month) => names(own(self), 'short', true)[num(month) - 1] ?? '',
  'static InvariantInfo': () => net('System.Globalization.DateTimeFormatInfo', { name: '' }),
  'static CurrentInfo': () => net('System.Globalization.DateTimeFormatInfo', { name: '' }),
}));

/** TextInfo.ToTitleCase: words of capitals only stay. */
function titleCase(value: string): string {
  return value.replace(/\p{L}[\p{L}\p{M}\p{N}'’]*/gu, (word) =>
    word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
      ? word
      : upper(word.slice(0, 1)) + lower(word.slice(1)),
  );
}
implement('System.Globalization.TextInfo', () => ({
  ToTitleCase: (_self, value) => {
    if (value === null) throw argumentNull('str');
    return titleCase(text(value));
  },
  ToUpper: (_self, value) => (typeof value === 'string' ? upper(value) : char(upper(text(value)))),
  ToLower: (_self, value) => (typeof value === 'string' ? lower(value) : char(lower(text(value)))),
  ListSeparator: () => ',',
  CultureName: (self) => own(self),
  IsRightToLeft: (self) => /^(?:ar|he|fa|ur)/.test(own(self)),
  LCID: (self) => LCID[own(self)] ?? 4096,
  ANSICodePage: () => 1252,
  OEMCodePage: () => 437,
  IsReadOnly: () => false,
  ToString: (self) => `TextInfo - ${own(self)}`,
}));
implement('System.Globalization.CompareInfo', () => ({
  Name: (self) => own(self),
  Compare: (_self, a, b, options) =>
    compareStrings(a, b, typeof options === 'boolean' ? caseOf(options) : optionsOf(options)),
  IndexOf: (_self, a, b, options) => {
    const how = optionsOf(options);
    return how.ignoreCase ? lower(text(a)).indexOf(lower(text(b))) : text(a).indexOf(text(b));
  },
  IsPrefix: (_self, a, b, options) =>
    optionsOf(options).ignoreCase ? lower(text(a)).startsWith(lower(text(b))) : text(a).startsWith(text(b)),
  IsSuffix: (_self, a, b, options) =>
    optionsOf(options).ignoreCase ? lower(text(a)).endsWith(lower(text(b))) : text(a).endsWith(text(b)),
  ToString: (self) => `CompareInfo - ${own(self)}`,
}));
implement('System.Globalization.CharUnicodeInfo', () => ({
  'static GetUnicodeCategory': (_self, value, index) =>
    enumOf(
      'System.Globalization.UnicodeCategory',
      categoryOf(typeof value === 'string' ? value.charAt(num(index)) : text(value)),
    ),
}));

// ------------------------------------------------------------------ calendar

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
}));
implement('System.Globalization.ISOWeek', () => ({
  'static GetWeekOfYear': (_self, value) => isoWeek(date(value)).week,
  'static GetYear': (_self, value) => isoWeek(date(value)).year,
  'static GetWeeksInYear': (_self, year) =>
    isoWeek(new PSDateTime(BigInt(Math.round(Date.UTC(num(year), 11, 28) / 86400000) + 719162) * TICKS_PER_DAY)).week,
}));
