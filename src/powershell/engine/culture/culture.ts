/** Cultures as a runspace uses them: the one that runs now has a culture of its own, which a script may change. */
import { active } from '../pending.js';
import { type DateCulture, datesOf, INVARIANT_DATES } from './date-culture.js';
import { listSeparatorOf } from './locales.js';
import { INVARIANT_NUMBERS, type NumberCulture, numbersOf } from './number-culture.js';

/** What is behind a CultureInfo. Its formats may be changed by a script where they are its own. */
export class Culture {
  /** As .NET has it: `de-DE`; empty for the invariant culture. */
  readonly name: string;
  readonly readOnly: boolean;
  /** `UseUserOverride`: that of the person, or one made anew. */
  readonly ofUser: boolean;
  #numbers: Readonly<NumberCulture> | undefined;
  #dates: Readonly<DateCulture> | undefined;
  #listSeparator: string | undefined;
  constructor(name: string, readOnly = false, ofUser = !readOnly) {
    this.name = name;
    this.readOnly = readOnly;
    this.ofUser = ofUser;
  }
  get numbers(): Readonly<NumberCulture> {
    return (this.#numbers ??= this.readOnly ? numbersOf(this.name) : { ...numbersOf(this.name) });
  }
  set numbers(value: Readonly<NumberCulture>) {
    this.#numbers = value;
  }
  get dates(): Readonly<DateCulture> {
    return (this.#dates ??= this.readOnly ? datesOf(this.name) : { ...datesOf(this.name) });
  }
  set dates(value: Readonly<DateCulture>) {
    this.#dates = value;
  }
  get listSeparator(): string {
    return this.#listSeparator ?? listSeparatorOf(this.name, this.numbers.decimal);
  }
  set listSeparator(value: string) {
    this.#listSeparator = value;
  }
  /** A copy that may not be changed. */
  frozen(): Culture {
    const copy = new Culture(this.name, true);
    copy.numbers = Object.freeze({ ...this.numbers });
    copy.dates = Object.freeze({ ...this.dates });
    copy.#listSeparator = this.#listSeparator;
    return copy;
  }
  /** A copy that may be changed. */
  clone(): Culture {
    const copy = new Culture(this.name);
    copy.numbers = { ...this.numbers };
    copy.dates = { ...this.dates };
    copy.#listSeparator = this.#listSeparator;
    return copy;
  }
}
export const INVARIANT_CULTURE: Culture = new Culture('', true);

/** The culture of the runspace that runs now. */
export const currentCulture = (): Culture => active.runtime?.culture ?? INVARIANT_CULTURE;
/** The culture of its user's language. */
export const currentUICulture = (): Culture => active.runtime?.uiCulture ?? INVARIANT_CULTURE;
export const currentNumbers = (): Readonly<NumberCulture> => active.runtime?.culture.numbers ?? INVARIANT_NUMBERS;
export const currentDates = (): Readonly<DateCulture> => active.runtime?.culture.dates ?? INVARIANT_DATES;

/** The culture of this process: what its environment says, else on Windows and macOS the user's own. */
export function cultureOfProcess(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const said = ['LC_ALL', 'LC_MESSAGES', 'LANG'].some((name) => environment[name] !== undefined);
  if (!said && (process.platform === 'win32' || process.platform === 'darwin'))
    return new Intl.DateTimeFormat().resolvedOptions().locale;
  return cultureOfEnvironment(environment);
}
/**
 * The culture's name that the environment of a Unix process says, as .NET finds it: the first of LC_ALL, LC_MESSAGES and
 * LANG that is set, even to nothing, without its character set; `C` and `POSIX` are the invariant culture.
 */
export function cultureOfEnvironment(environment: Readonly<Record<string, string | undefined>>): string {
  const value = environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? '';
  const match = /^([^.@]*)(?:\.[^@]*)?(?:@(.*))?$/.exec(value);
  const [language = '', ...rest] = [...(match?.[1] ?? '').split(/[_-]/), ...(match?.[2] ? [match[2]] : [])];
  if (!/^[A-Za-z]{2,8}$/.test(language) || /^posix$/i.test(language)) return '';
  const parts = rest.map((part) =>
    part.length === 4 && match?.[2] !== part
      ? part.charAt(0).toUpperCase() + part.slice(1).toLowerCase()
      : part.toUpperCase(),
  );
  if (language.toLowerCase() === 'en' && parts.join() === 'US,POSIX') return '';
  return [language.toLowerCase(), ...parts].join('-');
}
