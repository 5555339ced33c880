/** What a method is given to format or parse by: a culture, the formats of one, or nothing. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { Culture, currentCulture } from '../culture/culture.js';
import type { DateCulture } from '../culture/date-culture.js';
import type { NumberCulture } from '../culture/number-culture.js';
import type { FormatWays } from '../operators/text.js';
import { NetObject, unwrap } from '../values/live.js';

export const CULTURE = 'System.Globalization.CultureInfo';
export const NUMBERS = 'System.Globalization.NumberFormatInfo';
export const DATES = 'System.Globalization.DateTimeFormatInfo';

/** The culture of a value; undefined for what is none. */
export function cultureOf(value: PSValue | undefined): Culture | undefined {
  const inner = unwrap(value ?? null);
  return inner instanceof NetObject && inner.data instanceof Culture ? inner.data : undefined;
}
/** How numbers and dates are written by an IFormatProvider; nothing given: as the runspace does it. */
export function waysOf(provider: PSValue | undefined): FormatWays {
  const culture = cultureOf(provider);
  if (culture !== undefined) return culture;
  const inner = unwrap(provider ?? null);
  if (inner instanceof NetObject && inner.type.fullName === NUMBERS)
    return { numbers: inner.data as Readonly<NumberCulture>, dates: currentCulture().dates };
  if (inner instanceof NetObject && inner.type.fullName === DATES)
    return { numbers: currentCulture().numbers, dates: inner.data as Readonly<DateCulture> };
  return currentCulture();
}
/** The provider among a method's arguments. */
export const providerIn = (args: readonly (PSValue | undefined)[]): PSValue | undefined =>
  args.find((one) => {
    const inner = unwrap(one ?? null);
    return inner instanceof NetObject && [CULTURE, NUMBERS, DATES].includes(inner.type.fullName);
  });
