/** Numbers: finding where one ends, and whether it is one or the beginning of a word. */
import * as chars from './chars.js';
import { type NumberFormat, type NumberParts, type NumberSuffix, numberValue } from './number-literal.js';
import { TextScanner } from './text-scanner.js';
import type { Token } from './token.js';

const MULTIPLIERS: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40, p: 2 ** 50 };

export abstract class NumberScanner extends TextScanner {
  /** Reads the token again from its first character, as a word. */
  protected abstract wordFromStart(): Token;

  // --------------------------------------------------------------- numbers

  protected number(first: number): Token {
    const parts = this.numberParts(first);
    if (parts === undefined) return this.wordFromStart();
    const value = numberValue(parts);
    if (value !== undefined) return this.token('Number', '', 0, { type: 'number', number: value });
    if (this.mode !== 'Expression') return this.wordFromStart();
    const text = this.text.slice(this.start, this.pos);
    this.errors.error(this.extent(this.start, this.pos), 'BadNumericConstant', text);
    return this.token('Number');
  }

  /** Takes a literal apart, or gives undefined when what looked like one is a word. */
  protected numberParts(first: number): NumberParts | undefined {
    let digits = '';
    let lead = first;
    let format: NumberFormat = 'decimal';
    let real = false;
    let valid = true;
    if (chars.isDash(lead) || lead === 43) {
      digits = lead === 43 ? '+' : '-';
      lead = this.next();
    }
    const prefix = this.peek() | 32;
    if (lead === 46) {
      real = true;
      digits += '.';
      const fraction = this.fraction();
      if (fraction === undefined) valid = false;
      else digits += fraction;
    } else if (lead === 48 && (prefix === 120 || prefix === 98)) {
      this.pos++;
      const from = this.pos;
      if (prefix === 120) {
        format = 'hex';
        while (chars.isHexDigit(this.peek())) this.pos++;
        digits += `0${this.text.slice(from, this.pos)}`;
      } else {
        format = 'binary';
        while (this.peek() === 48 || this.peek() === 49) this.pos++;
        digits += this.text.slice(from, this.pos);
        if (digits === '') valid = false;
      }
    } else {
      digits += String.fromCharCode(lead) + this.decimalDigits();
      const c = this.peek();
      if (c === 46 && this.text.charCodeAt(this.pos + 1) !== 46) {
        this.pos++;
        real = true;
        const fraction = this.fraction();
        if (fraction === undefined) valid = false;
        else digits += `.${fraction}`;
      } else if ((c | 32) === 101) {
        this.pos++;
        real = true;
        const exponent = this.exponent();
        if (exponent === undefined) valid = false;
        else digits += `e${exponent}`;
      }
    }
    const suffix = this.numberSuffix();
    let multiplier = 1;
    let c = this.peek();
    if (chars.isMultiplierStart(c)) {
      this.pos++;
      multiplier = MULTIPLIERS[String.fromCharCode(c | 32)] ?? 1;
      if ((this.peek() | 32) === 98) {
        this.pos++;
        c = this.peek();
      } else valid = false;
    }
    const ends =
      chars.forcesNewToken(c) || (this.mode === 'Expression' && chars.mayFollowNumber(c, this.endNumberOnTernary));
    if (!ends || !valid || suffix === undefined) return undefined;
    return { digits, format, suffix, real, multiplier };
  }
  protected decimalDigits(): string {
    const from = this.pos;
    while (chars.isDecimalDigit(this.peek())) this.pos++;
    return this.text.slice(from, this.pos);
  }
  protected fraction(): string | undefined {
    const digits = this.decimalDigits();
    if ((this.peek() | 32) !== 101) return digits;
    this.pos++;
    const exponent = this.exponent();
    return exponent === undefined ? undefined : `${digits}e${exponent}`;
  }
  protected exponent(): string | undefined {
    const c = this.peek();
    const sign = c === 43 ? '+' : chars.isDash(c) ? '-' : '';
    if (sign !== '') this.pos++;
    const digits = this.decimalDigits();
    return digits === '' ? undefined : sign + digits;
  }
  protected numberSuffix(): NumberSuffix | undefined {
    const first = this.peek();
    if (!chars.isTypeSuffix(first)) return '';
    this.pos++;
    let text = String.fromCharCode(first | 32);
    if (chars.isTypeSuffix(this.peek())) text += String.fromCharCode(this.next() | 32);
    switch (text) {
      case 'y':
      case 'uy':
      case 's':
      case 'us':
      case 'l':
      case 'ul':
      case 'u':
      case 'd':
      case 'n':
        return text;
      default:
        return undefined;
    }
  }
}
