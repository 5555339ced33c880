/** What cultures differ in when they write numbers and dates; taken from the ICU that Node carries. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { NetObject, unwrap } from '../values/live.js';
import { INVARIANT, type Separators } from './number-parse.js';

export interface CultureData {
  /** As .NET has it: `de-DE`; empty for the invariant culture. */
  readonly name: string;
}
/** A NumberFormatInfo's state. */
export interface NumberFormat extends Separators {
  readonly currencyDigits: number;
  /** `¤n`, `n ¤` …: where the symbol stands. */
  readonly currencyPattern: string;
  readonly percent: string;
  /** What stands between a number and the percent sign. */
  readonly percentGap: string;
  /** The culture's name. */
  readonly name: string;
}
const INVARIANT_FORMAT: NumberFormat = {
  ...INVARIANT,
  currencyDigits: 2,
  currencyPattern: '¤n',
  percent: '%',
  percentGap: ' ',
  name: '',
};
const known = new Map<string, NumberFormat>();

const CURRENCIES: Readonly<Record<string, string>> = {
  US: 'USD',
  GB: 'GBP',
  JP: 'JPY',
  CH: 'CHF',
  CN: 'CNY',
  IN: 'INR',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CA: 'CAD',
  AU: 'AUD',
  BR: 'BRL',
  RU: 'RUB',
  KR: 'KRW',
  MX: 'MXN',
  TR: 'TRY',
  CZ: 'CZK',
  HU: 'HUF',
};

export function numberFormatFor(name: string): NumberFormat {
  if (name === '') return INVARIANT_FORMAT;
  const have = known.get(name);
  if (have !== undefined) return have;
  let made: NumberFormat = INVARIANT_FORMAT;
  try {
    const part = (format: Intl.NumberFormat, value: number, type: string): string | undefined =>
      format.formatToParts(value).find((one) => one.type === type)?.value;
    const plain = new Intl.NumberFormat(name, { minimumFractionDigits: 1, useGrouping: true });
    const currency = CURRENCIES[name.split('-').pop() ?? ''] ?? 'EUR';
    const money = new Intl.NumberFormat(name, { style: 'currency', currency });
    const parts = money.formatToParts(1);
    const before =
      parts.findIndex(({ type }) => type === 'currency') < parts.findIndex(({ type }) => type === 'integer');
    const gap = parts.some(({ type, value }) => type === 'literal' && /\s/.test(value)) ? ' ' : '';
    made = {
      decimal: part(plain, 1234567.5, 'decimal') ?? '.',
      group: part(plain, 1234567.5, 'group') ?? ',',
      negative: '-',
      currency: part(money, 1, 'currency') ?? currency,
      currencyDigits: money.resolvedOptions().maximumFractionDigits ?? 2,
      currencyPattern: before ? `¤${gap}n` : `n${gap}¤`,
      percent: '%',
      percentGap: new Intl.NumberFormat(name, { style: 'percent' })
        .formatToParts(1)
        .some(({ type, value }) => type === 'literal' && /\s/.test(value))
        ? ' '
        : '',
      name,
    };
  } catch {
    // Not a culture that ICU knows: the invariant one's ways.
  }
  known.set(name, made);
  return made;
}
/** The name of a culture argument; undefined when none was given. */
export function cultureName(provider: PSValue | undefined): string | undefined {
  const inner = unwrap(provider ?? null);
  if (inner instanceof NetObject && inner.type.fullName === 'System.Globalization.CultureInfo')
    return (inner.data as CultureData).name;
  return undefined;
}
/** The number format of an IFormatProvider. */
export function numberFormatOf(provider: PSValue | undefined): NumberFormat {
  const inner = unwrap(provider ?? null);
  if (inner instanceof NetObject && inner.type.fullName === 'System.Globalization.NumberFormatInfo')
    return inner.data as NumberFormat;
  return numberFormatFor(cultureName(provider) ?? '');
}
/** Digits behind the point where a format does not say how many: ICU's cultures have three, the invariant one two. */
export const fractionDigits = ({ name }: NumberFormat): number => (name === '' ? 2 : 3);
/** A format string with the digits that a culture gives it. */
export function withDigits(pattern: string, format: NumberFormat): string {
  if (/^[nfp]$/i.test(pattern)) return `${pattern}${fractionDigits(format)}`;
  return /^c$/i.test(pattern) ? `${pattern}${format.currencyDigits}` : pattern;
}
/** An invariant number text in a culture's ways. `format`: the format string it was made by. */
export function localizeNumber(value: string, format: NumberFormat, pattern = ''): string {
  if (format === INVARIANT_FORMAT) return value;
  const swapped = value.replace(/[.,]/g, (mark) => (mark === '.' ? format.decimal : format.group));
  if (/^[pP]\d*$/.test(pattern)) return swapped.replace(' %', `${format.percentGap}%`);
  if (!/^[cC]\d*$/.test(pattern)) return swapped;
  const negative = value.startsWith('(') || value.startsWith('-');
  const bare = swapped.replace(/[()¤-]/g, '');
  const shown = format.currencyPattern.replace('n', bare).replace('¤', format.currency);
  return negative ? `-${shown}` : shown;
}
