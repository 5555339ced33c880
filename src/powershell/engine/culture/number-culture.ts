/** How cultures write numbers: what .NET's NumberFormatInfo holds, made from the ICU that Node carries. */
import { currencyOf } from './locales.js';

/** A NumberFormatInfo's state. */
export interface NumberCulture {
  /** The culture's name; empty for the invariant one. */
  name: string;
  decimal: string;
  group: string;
  /** Digits of each group, from the point; the last size goes on. */
  sizes: readonly number[];
  digits: number;
  negative: string;
  positive: string;
  negativePattern: number;
  currency: string;
  currencyDecimal: string;
  currencyGroup: string;
  currencySizes: readonly number[];
  currencyDigits: number;
  currencyPattern: number;
  currencyNegativePattern: number;
  percent: string;
  perMille: string;
  percentDecimal: string;
  percentGroup: string;
  percentSizes: readonly number[];
  percentDigits: number;
  percentPattern: number;
  percentNegativePattern: number;
  nan: string;
  infinity: string;
  negativeInfinity: string;
}

export const INVARIANT_NUMBERS: Readonly<NumberCulture> = Object.freeze({
  name: '',
  decimal: '.',
  group: ',',
  sizes: [3],
  digits: 2,
  negative: '-',
  positive: '+',
  negativePattern: 1,
  currency: '¤',
  currencyDecimal: '.',
  currencyGroup: ',',
  currencySizes: [3],
  currencyDigits: 2,
  currencyPattern: 0,
  currencyNegativePattern: 0,
  percent: '%',
  perMille: '‰',
  percentDecimal: '.',
  percentGroup: ',',
  percentSizes: [3],
  percentDigits: 2,
  percentPattern: 0,
  percentNegativePattern: 0,
  nan: 'NaN',
  infinity: 'Infinity',
  negativeInfinity: '-Infinity',
});

/** .NET's numbered patterns: `n` the number, `-` the sign, `$` or `%` the symbol. */
export const NUMBER_NEGATIVE = ['(n)', '-n', '- n', 'n-', 'n -'];
export const CURRENCY_POSITIVE = ['$n', 'n$', '$ n', 'n $'];
export const CURRENCY_NEGATIVE = [
  '($n)',
  '-$n',
  '$-n',
  '$n-',
  '(n$)',
  '-n$',
  'n-$',
  'n$-',
  '-n $',
  '-$ n',
  'n $-',
  '$ n-',
  '$ -n',
  'n- $',
  '($ n)',
  '(n $)',
  '$- n',
];
export const PERCENT_POSITIVE = ['n %', 'n%', '%n', '% n'];
export const PERCENT_NEGATIVE = [
  '-n %',
  '-n%',
  '-%n',
  '%-n',
  '%n-',
  'n-%',
  'n%-',
  '-% n',
  'n %-',
  '% n-',
  '% -n',
  'n- %',
];

const known = new Map<string, Readonly<NumberCulture>>();
/** The ways of a culture; of one that ICU does not know, those of the invariant culture. */
export function numbersOf(name: string): Readonly<NumberCulture> {
  if (name === '') return INVARIANT_NUMBERS;
  let made = known.get(name);
  if (made === undefined) known.set(name, (made = Object.freeze(read(name))));
  return made;
}

type Part = Intl.NumberFormatPart;
function read(name: string): Readonly<NumberCulture> {
  try {
    const plain = new Intl.NumberFormat(name, { minimumFractionDigits: 1, useGrouping: true });
    const negative = plain.formatToParts(-9_876_543_210.5);
    // ICU's root locale stands in for what it does not have: no culture of its own.
    const code = currencyOf(name);
    const money = new Intl.NumberFormat(name, { style: 'currency', currency: code ?? 'XXX' });
    const share = new Intl.NumberFormat(name, { style: 'percent' });
    // ICU puts a space beside a symbol of letters that its pattern does not have: the euro shows the pattern itself.
    const euro = new Intl.NumberFormat(name, { style: 'currency', currency: 'EUR' });
    const paid = money.formatToParts(9_876_543_210.5);
    const decimal = valueOf(negative, 'decimal') ?? '.';
    const group = valueOf(negative, 'group') ?? ',';
    const sizes = groupSizes(negative);
    const sign = valueOf(negative, 'minusSign') ?? '-';
    const infinity = valueOf(plain.formatToParts(Number.POSITIVE_INFINITY), 'infinity') ?? '∞';
    return {
      name,
      decimal,
      group,
      sizes,
      digits: 3,
      negative: sign,
      positive: '+',
      negativePattern: 1,
      currency: (code === undefined ? undefined : valueOf(paid, 'currency')) ?? '¤',
      currencyDecimal: valueOf(paid, 'decimal') ?? decimal,
      currencyGroup: valueOf(paid, 'group') ?? group,
      currencySizes: sizes,
      currencyDigits: code === undefined ? 2 : (money.resolvedOptions().maximumFractionDigits ?? 2),
      currencyPattern: patternIn(CURRENCY_POSITIVE, euro.formatToParts(1), 'currency', '$'),
      currencyNegativePattern: patternIn(CURRENCY_NEGATIVE, euro.formatToParts(-1), 'currency', '$'),
      percent: valueOf(share.formatToParts(1), 'percentSign') ?? '%',
      perMille: '‰',
      percentDecimal: decimal,
      percentGroup: group,
      percentSizes: sizes,
      percentDigits: 3,
      percentPattern: patternIn(PERCENT_POSITIVE, share.formatToParts(1), 'percentSign', '%'),
      percentNegativePattern: patternIn(PERCENT_NEGATIVE, share.formatToParts(-1), 'percentSign', '%'),
      nan: valueOf(plain.formatToParts(Number.NaN), 'nan') ?? 'NaN',
      infinity,
      negativeInfinity: sign + infinity,
    };
  } catch {
    return { ...INVARIANT_NUMBERS, name };
  }
}
const valueOf = (parts: readonly Part[], type: string): string | undefined =>
  parts.find((part) => part.type === type)?.value;
/** `[3]`, or `[3, 2]` where lakhs are counted. */
function groupSizes(parts: readonly Part[]): readonly number[] {
  const groups = parts.filter(({ type }) => type === 'integer').map(({ value }) => value.length);
  const last = groups.at(-1) ?? 3;
  const before = groups.at(-2) ?? last;
  if (groups.length < 2) return [0];
  return before === last ? [last] : [last, before];
}
/** The number of the pattern that the parts are in; 0 for one that .NET has none for. */
function patternIn(patterns: readonly string[], parts: readonly Part[], symbol: string, mark: string): number {
  let text = '';
  for (const { type, value } of parts) {
    if (type === symbol) text += mark;
    else if (type === 'minusSign') text += '-';
    else if (type === 'literal')
      text += /^[\s\u00A0\u202F]+$/.test(value) ? ' ' : value.replace(/[\u200E\u200F\u061C]/g, '');
    else if (!text.includes('n')) text += 'n';
  }
  return Math.max(0, patterns.indexOf(text.trim()));
}
