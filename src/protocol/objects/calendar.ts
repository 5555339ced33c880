/** The proleptic Gregorian calendar in .NET's ticks (100 ns since 0001-01-01T00:00:00), and .NET's short texts of them. */

export const TICKS_PER_SECOND = 10_000_000n;
export const TICKS_PER_DAY = 864_000_000_000n;

/** Days from 0001-01-01 to a date of the proleptic Gregorian calendar. */
export function daysOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 306;
}

/** The date so many days after 0001-01-01. */
export function dateOf(days: number): readonly [year: number, month: number, day: number] {
  const shifted = days + 306;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day];
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** `MM/dd/yyyy HH:mm:ss`: what `[string]` gives in PowerShell, whatever the culture. */
export function invariantDateText(ticks: bigint): string {
  const [year, month, day] = dateOf(Number(ticks / TICKS_PER_DAY));
  const seconds = Number((ticks % TICKS_PER_DAY) / TICKS_PER_SECOND);
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${two(month)}/${two(day)}/${String(year).padStart(4, '0')} ${time}`;
}

/** `[-][d.]hh:mm:ss[.fffffff]`: .NET's constant form. */
export function spanText(ticks: bigint): string {
  const size = ticks < 0n ? -ticks : ticks;
  const days = size / TICKS_PER_DAY;
  const seconds = Number((size % TICKS_PER_DAY) / TICKS_PER_SECOND);
  const fraction = size % TICKS_PER_SECOND;
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${ticks < 0n ? '-' : ''}${days === 0n ? '' : `${days}.`}${time}${fraction === 0n ? '' : `.${fraction.toString().padStart(7, '0')}`}`;
}
