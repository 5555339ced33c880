/** System.Globalization: cultures and what they know of text, as far as ICU in Node knows them. */
import { isoLetters, windowsLetters } from './culture-letters.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import { Culture, currentCulture, currentUICulture, INVARIANT_CULTURE } from '../culture/culture.js';
import type { DateCulture } from '../culture/date-culture.js';
import { lcidOf, nameOfLcid, numberedCultures } from '../culture/locales.js';
import type { NumberCulture } from '../culture/number-culture.js';
import { toText } from '../conversion.js';
import { ticking } from '../pending.js';
import { textByPieces } from '../slices.js';
import { implement } from '../values/bodies.js';
import { typedArray } from '../values/live.js';
import { categoryOf } from './char.js';
import { CULTURE, cultureOf, DATES, NUMBERS } from './format-provider.js';
import { lower, upper } from './string.js';
import { caseOf, compareStrings, optionsOf } from './string-compare.js';
import {
  argumentNull,
  big,
  char,
  dataOf,
  enumOf,
  invalidOperation,
  net,
  num,
  requireType,
  runtime,
  text,
  throwNet,
} from './support.js';

/** The culture's usual spelling: `de-DE`. */
function canonical(name: string): string {
  if (name === '' || name.toLowerCase() === 'iv') return '';
  if (/^[a-zA-Z]{2,8}(?:[-_][a-zA-Z0-9]{1,8})*$/.test(name))
    try {
      return Intl.getCanonicalLocales(name.replaceAll('_', '-'))[0] ?? name;
    } catch {
      // A name that is none to ICU may be one to .NET, which knows nothing of it: `xx-YY-LATIN`.
      const [language = '', ...rest] = name.split(/[-_]/);
      return [language.toLowerCase(), ...rest.map((part) => part.toUpperCase())].join('-');
    }
  throw throwNet(
    'System.Globalization.CultureNotFoundException',
    `Culture is not supported. (Parameter 'name')\n${name} is an invalid culture identifier.`,
  );
}
/** A CultureInfo of a name. @param readOnly its formats cannot be changed: what GetCultureInfo gives. */
export const culture = (name: string, readOnly = false): PSValue =>
  cultureObject(new Culture(canonical(name), readOnly));
export const cultureObject = (data: Culture): PSValue => net<Culture>(CULTURE, data);

function displayName(name: string, inLocale: string): string {
  if (name === '') return 'Invariant Language (Invariant Country)';
  try {
    return new Intl.DisplayNames([inLocale], { type: 'language', languageDisplay: 'standard' }).of(name) ?? name;
  } catch {
    return name;
  }
}
const of = (self: PSValue): Culture => dataOf<Culture>(self);
const own = (self: PSValue): string => of(self).name;
const parent = (name: string): string => (name.includes('-') ? name.slice(0, name.lastIndexOf('-')) : '');
/** A culture to be the current one. */
function settable(value: PSValue): Culture {
  const made = cultureOf(value);
  if (made === undefined) throw argumentNull('value');
  return made;
}
export const setCulture = (value: PSValue): undefined => {
  runtime().culture = settable(value);
};
export const setUICulture = (value: PSValue): undefined => {
  runtime().uiCulture = settable(value);
};
const orNull = (data: Culture | undefined): PSValue => (data === undefined ? null : cultureObject(data));
const numberInfo = (self: PSValue): PSValue => net<Readonly<NumberCulture>>(NUMBERS, of(self).numbers);
const dateInfo = (self: PSValue): PSValue => net<Readonly<DateCulture>>(DATES, of(self).dates);
function changeable(self: PSValue): Culture {
  if (of(self).readOnly) throw invalidOperation('Instance is read-only.');
  return of(self);
}

implement(CULTURE, () => ({
  Name: (self) => own(self),
  DisplayName: (self) => displayName(own(self), currentUICulture().name || 'en'),
  EnglishName: (self) => displayName(own(self), 'en'),
  NativeName: (self) => displayName(own(self), own(self)),
  LCID: (self) => lcidOf(own(self)),
  KeyboardLayoutId: (self) => lcidOf(own(self)),
  IetfLanguageTag: (self) => own(self),
  TwoLetterISOLanguageName: (self) => (own(self) === '' ? 'iv' : (own(self).split('-')[0] ?? '')),
  ThreeLetterISOLanguageName: (self) => isoLetters(own(self)),
  ThreeLetterWindowsLanguageName: (self) => windowsLetters(own(self)),
  IsNeutralCulture: (self) => own(self) !== '' && !/-(?:[A-Z]{2}|\d{3})(?:-|$)/.test(own(self)),
  IsReadOnly: (self) => of(self).readOnly,
  Parent: (self) => culture(parent(own(self)), true),
  NumberFormat: numberInfo,
  'set NumberFormat': (self, value) => {
    changeable(self).numbers = dataOf<Readonly<NumberCulture>>(value);
  },
  DateTimeFormat: dateInfo,
  'set DateTimeFormat': (self, value) => {
    changeable(self).dates = dataOf<Readonly<DateCulture>>(value);
  },
  TextInfo: (self) => net('System.Globalization.TextInfo', of(self)),
  CompareInfo: (self) => net('System.Globalization.CompareInfo', of(self)),
  Calendar: (self) => net('System.Globalization.GregorianCalendar', { isReadOnly: of(self).readOnly }),
  UseUserOverride: (self) => of(self).ofUser,
  CultureTypes: (self) =>
    enumOf('System.Globalization.CultureTypes', own(self) === '' || own(self).includes('-') ? 2 : 1),
  OptionalCalendars: () =>
    typedArray(
      [net('System.Globalization.GregorianCalendar', undefined)],
      requireType('System.Globalization.Calendar'),
    ),
  ToString: (self) => own(self),
  Equals: (self, other) => cultureOf(other)?.name === own(self),
  GetFormat: (self, type) => {
    const wanted = toText(type);
    return wanted.endsWith('NumberFormatInfo')
      ? numberInfo(self)
      : wanted.endsWith('DateTimeFormatInfo')
        ? dateInfo(self)
        : null;
  },
  Clone: (self) => cultureObject(of(self).clone()),
  'static InvariantCulture': () => cultureObject(INVARIANT_CULTURE),
  'static CurrentCulture': () => cultureObject(currentCulture()),
  'static CurrentUICulture': () => cultureObject(currentUICulture()),
  'static InstalledUICulture': () => cultureObject(runtime().installedCulture),
  // Cultures of runspaces that this one makes from now on.
  'static DefaultThreadCurrentCulture': () => orNull(runtime().cultureOfNew),
  'static set DefaultThreadCurrentCulture': (_self, value) => {
    runtime().cultureOfNew = cultureOf(value);
  },
  'static DefaultThreadCurrentUICulture': () => orNull(runtime().uiCultureOfNew),
  'static set DefaultThreadCurrentUICulture': (_self, value) => {
    runtime().uiCultureOfNew = cultureOf(value);
  },
  'static set CurrentCulture': (_self, value) => setCulture(value),
  'static set CurrentUICulture': (_self, value) => setUICulture(value),
  'static GetCultureInfo': (_self, name) => culture(typeof name === 'number' ? byId(name) : text(name), true),
  'static GetCultureInfoByIetfLanguageTag': (_self, name) => culture(text(name), true),
  'static CreateSpecificCulture': (_self, name) => culture(specific(text(name))),
  'static ReadOnly': (_self, value) => {
    const copy = settable(value);
    return copy.readOnly ? value : cultureObject(copy.frozen());
  },
  // NeutralCultures 1, SpecificCultures 2.
  'static GetCultures': (_self, types) => {
    const wanted = Number(big(types));
    const names = numberedCultures().filter((name) => (wanted & (name.includes('-') ? 2 : 1)) !== 0);
    return typedArray(
      names.map((name) => culture(name)),
      requireType(CULTURE),
    );
  },
  'new(string)': (_self, name) => culture(text(name)),
  'new(string, bool)': (_self, name) => culture(text(name)),
  new: (_self, id) => culture(byId(num(id))),
}));
export function byId(id: number): string {
  const name = nameOfLcid(id);
  if (name !== undefined) return name;
  throw throwNet(
    'System.Globalization.CultureNotFoundException',
    `Culture is not supported. (Parameter 'culture')\n${id} (0x${id.toString(16).padStart(4, '0')}) is an invalid culture identifier.`,
  );
}
const specific = (name: string): string => {
  if (name === '' || name.includes('-')) return name;
  const { language, region } = new Intl.Locale(name).maximize();
  return region === undefined ? language : `${language}-${region}`;
};

/** Before what belongs to no word. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}'\u2019]/gu;
const TURKISH = /^(?:tr|az)(?:-|$)/i;
const upperIn = (culture: string, value: string): string =>
  TURKISH.test(culture) ? value.toLocaleUpperCase('tr') : upper(value);
const lowerIn = (culture: string, value: string): string =>
  TURKISH.test(culture) ? value.toLocaleLowerCase('tr') : lower(value);
/** TextInfo.ToTitleCase: words of capitals only stay. */
const titleCase =
  (culture: string) =>
  (value: string): string =>
    value.replace(/\p{L}[\p{L}\p{M}\p{N}'’]*/gu, (word) =>
      word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
        ? word
        : upperIn(culture, word.slice(0, 1)) + lowerIn(culture, word.slice(1)),
    );
implement('System.Globalization.TextInfo', () => ({
  ToTitleCase: (self, value) => {
    if (value === null) throw argumentNull('str');
    return textByPieces(text(value), BETWEEN_WORDS, titleCase(own(self)), ticking());
  },
  ToUpper: (self, value) => {
    const made = upperIn(own(self), text(value));
    return typeof value === 'string' ? made : char(made);
  },
  ToLower: (self, value) => {
    const made = lowerIn(own(self), text(value));
    return typeof value === 'string' ? made : char(made);
  },
  ListSeparator: (self) => of(self).listSeparator,
  'set ListSeparator': (self, value) => {
    if (value === null) throw argumentNull('value');
    changeable(self).listSeparator = text(value);
  },
  CultureName: (self) => own(self),
  IsRightToLeft: (self) => /^(?:ar|he|fa|ur)/.test(own(self)),
  LCID: (self) => lcidOf(own(self)),
  ANSICodePage: () => 1252,
  OEMCodePage: () => 437,
  IsReadOnly: (self) => of(self).readOnly,
  ToString: (self) => `TextInfo - ${own(self)}`,
}));
implement('System.Globalization.CompareInfo', () => ({
  Name: (self) => own(self),
  Compare: (self, a, b, options) =>
    compareStrings(a, b, typeof options === 'boolean' ? caseOf(options) : optionsOf(options), own(self)),
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
