/** NumberFormatInfo and DateTimeFormatInfo: what a culture's formats are, read and changed by scripts. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { currentCulture } from '../culture/culture.js';
import { type DateCulture, fullPattern, INVARIANT_DATES } from '../culture/date-culture.js';
import { INVARIANT_NUMBERS, type NumberCulture } from '../culture/number-culture.js';
import { type Bodies, implement, type MemberBody } from '../values/bodies.js';
import { typedArray } from '../values/live.js';
import { INT32 } from '../values/types.js';
import { DATES, NUMBERS, waysOf } from './format-provider.js';
import { argumentNull, big, dataOf, enumOf, invalidOperation, items, net, num, strings, text } from './support.js';

/** What a culture calls the Gregorian calendar; English where it has no word for it. */
function gregorianIn(culture: string): string {
  try {
    return (
      new Intl.DisplayNames([culture === '' ? 'en' : culture], { type: 'calendar' }).of('gregory') ??
      'Gregorian Calendar'
    );
  } catch {
    return 'Gregorian Calendar';
  }
}

/** The state of a format that may be changed. */
function changeable<T extends object>(self: PSValue): { -readonly [K in keyof T]: T[K] } {
  const data = dataOf<T>(self);
  if (Object.isFrozen(data)) throw invalidOperation('Instance is read-only.');
  return data;
}
type Fields<T, V> = { [K in keyof T]-?: T[K] extends V ? K : never }[keyof T];
/** Properties that are a field of the state each. */
function properties<T extends object, V>(
  names: Readonly<Record<string, keyof T>>,
  toValue: (field: V) => PSValue,
  ofValue: (value: PSValue) => V,
): Bodies {
  const bodies: Record<string, MemberBody> = {};
  for (const [name, field] of Object.entries(names)) {
    bodies[name] = (self) => toValue(dataOf<T>(self)[field] as V);
    bodies[`set ${name}`] = (self, value) => {
      if (value === null) throw argumentNull('value');
      (changeable<Record<keyof T, V>>(self) as Record<keyof T, V>)[field] = ofValue(value);
      return undefined;
    };
  }
  return bodies;
}
const same = (value: string): PSValue => value;
const count = (value: number): PSValue => value;

const NUMBER_TEXTS: Readonly<Record<string, Fields<NumberCulture, string>>> = {
  NumberDecimalSeparator: 'decimal',
  NumberGroupSeparator: 'group',
  CurrencyDecimalSeparator: 'currencyDecimal',
  CurrencyGroupSeparator: 'currencyGroup',
  PercentDecimalSeparator: 'percentDecimal',
  PercentGroupSeparator: 'percentGroup',
  CurrencySymbol: 'currency',
  NegativeSign: 'negative',
  PositiveSign: 'positive',
  PercentSymbol: 'percent',
  PerMilleSymbol: 'perMille',
  NaNSymbol: 'nan',
  PositiveInfinitySymbol: 'infinity',
  NegativeInfinitySymbol: 'negativeInfinity',
};
const NUMBER_COUNTS: Readonly<Record<string, Fields<NumberCulture, number>>> = {
  NumberDecimalDigits: 'digits',
  CurrencyDecimalDigits: 'currencyDigits',
  PercentDecimalDigits: 'percentDigits',
  NumberNegativePattern: 'negativePattern',
  CurrencyPositivePattern: 'currencyPattern',
  CurrencyNegativePattern: 'currencyNegativePattern',
  PercentPositivePattern: 'percentPattern',
  PercentNegativePattern: 'percentNegativePattern',
};
const NUMBER_SIZES: Readonly<Record<string, Fields<NumberCulture, readonly number[]>>> = {
  NumberGroupSizes: 'sizes',
  CurrencyGroupSizes: 'currencySizes',
  PercentGroupSizes: 'percentSizes',
};
implement(NUMBERS, () => {
  const info = (data: Readonly<NumberCulture>): PSValue => net<Readonly<NumberCulture>>(NUMBERS, data);
  return {
    ...properties<NumberCulture, string>(NUMBER_TEXTS, same, text),
    ...properties<NumberCulture, number>(NUMBER_COUNTS, count, num),
    ...properties<NumberCulture, readonly number[]>(
      NUMBER_SIZES,
      (sizes) => typedArray([...sizes], INT32),
      (value) => items(value).map(num),
    ),
    NativeDigits: () => strings('0123456789'.split('')),
    DigitSubstitution: () => enumOf('System.Globalization.DigitShapes', 1),
    IsReadOnly: (self) => Object.isFrozen(dataOf(self)),
    Clone: (self) => info({ ...dataOf<NumberCulture>(self) }),
    'static ReadOnly': (_self, value) => info(Object.freeze({ ...dataOf<NumberCulture>(value) })),
    'static GetInstance': (_self, provider) => info(waysOf(provider).numbers),
    'static InvariantInfo': () => info(INVARIANT_NUMBERS),
    'static CurrentInfo': () => info(currentCulture().numbers),
    new: () => info({ ...INVARIANT_NUMBERS }),
  };
});

const DATE_TEXTS: Readonly<Record<string, Fields<DateCulture, string>>> = {
  AMDesignator: 'am',
  PMDesignator: 'pm',
  DateSeparator: 'dateSeparator',
  TimeSeparator: 'timeSeparator',
  LongDatePattern: 'longDate',
  LongTimePattern: 'longTime',
  ShortDatePattern: 'shortDate',
  ShortTimePattern: 'shortTime',
  MonthDayPattern: 'monthDay',
  YearMonthPattern: 'yearMonth',
};
type Names = Fields<DateCulture, readonly string[]>;
const DAYS: Readonly<Record<string, Names>> = {
  DayNames: 'days',
  AbbreviatedDayNames: 'shortDays',
  ShortestDayNames: 'shortestDays',
};
/** .NET has a thirteenth month, without a name here. */
const MONTHS: Readonly<Record<string, Names>> = {
  MonthNames: 'months',
  AbbreviatedMonthNames: 'shortMonths',
  MonthGenitiveNames: 'genitiveMonths',
  AbbreviatedMonthGenitiveNames: 'shortGenitiveMonths',
};
implement(DATES, () => {
  const info = (data: Readonly<DateCulture>): PSValue => net<Readonly<DateCulture>>(DATES, data);
  const of = (self: PSValue): Readonly<DateCulture> => dataOf<Readonly<DateCulture>>(self);
  const names = (value: PSValue): readonly string[] => items(value).map(text);
  return {
    ...properties<DateCulture, string>(DATE_TEXTS, same, text),
    ...properties<DateCulture, readonly string[]>(DAYS, strings, names),
    ...properties<DateCulture, readonly string[]>(
      MONTHS,
      (list) => strings([...list, '']),
      (value) => names(value).slice(0, 12),
    ),
    FullDateTimePattern: (self) => fullPattern(of(self)),
    'set FullDateTimePattern': (self, value) => {
      changeable<DateCulture>(self).full = text(value);
    },
    FirstDayOfWeek: (self) => enumOf('System.DayOfWeek', of(self).firstDay),
    'set FirstDayOfWeek': (self, value) => {
      changeable<DateCulture>(self).firstDay = Number(big(value));
    },
    CalendarWeekRule: (self) => enumOf('System.Globalization.CalendarWeekRule', of(self).weekRule),
    'set CalendarWeekRule': (self, value) => {
      changeable<DateCulture>(self).weekRule = Number(big(value));
    },
    NativeCalendarName: (self) => gregorianIn(of(self).name),
    RFC1123Pattern: () => "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
    SortableDateTimePattern: () => "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
    UniversalSortableDateTimePattern: () => "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
    Calendar: () => net('System.Globalization.GregorianCalendar', undefined),
    IsReadOnly: (self) => Object.isFrozen(of(self)),
    Clone: (self) => info({ ...of(self) }),
    GetDayName: (self, day) => of(self).days[Number(big(day))] ?? '',
    GetAbbreviatedDayName: (self, day) => of(self).shortDays[Number(big(day))] ?? '',
    GetShortestDayName: (self, day) => of(self).shortestDays[Number(big(day))] ?? '',
    GetMonthName: (self, month) => of(self).months[num(month) - 1] ?? '',
    GetAbbreviatedMonthName: (self, month) => of(self).shortMonths[num(month) - 1] ?? '',
    GetEraName: (self) => of(self).era,
    'static ReadOnly': (_self, value) => info(Object.freeze({ ...of(value) })),
    'static GetInstance': (_self, provider) => info(waysOf(provider).dates),
    'static InvariantInfo': () => info(INVARIANT_DATES),
    'static CurrentInfo': () => info(currentCulture().dates),
    new: () => info({ ...INVARIANT_DATES }),
  };
});
