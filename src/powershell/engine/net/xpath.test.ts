/** How much of an expression is read. Measured with pwsh 7.6.9: `$x.SelectNodes($text)`. */
import { describe, expect, it } from 'vitest';
import { atOnce, NO_TICK } from '../pending.js';
import { readXml } from './xml-dom.js';
import { xpath, XPathError } from './xpath.js';

const DOCUMENT = readXml('<a/>');
const ends = (source: string): unknown => {
  try {
    return atOnce(xpath(source, DOCUMENT, NO_TICK));
  } catch (error) {
    if (error instanceof XPathError) return error.message;
    throw error;
  }
};

describe('the size of an XPath expression', () => {
  it('is bounded in depth', () => {
    expect(ends(`${'a['.repeat(100)}1${']'.repeat(100)}`)).toEqual([]);
    expect(ends(`${'('.repeat(100)}1${')'.repeat(100)}`)).toBe(1);
    for (const depth of [500, 5000]) {
      expect(ends(`${'a['.repeat(depth)}1${']'.repeat(depth)}`)).toBe('The xpath query is too complex.');
      expect(ends(`${'('.repeat(depth)}1${')'.repeat(depth)}`)).toBe('The xpath query is too complex.');
    }
  });
  it('is bounded in a row of steps or operators, but not of signs', () => {
    expect(ends(`${'a/'.repeat(1023)}a`)).toEqual([]);
    expect(ends(`${'a/'.repeat(1024)}a`)).toBe('The xpath query is too complex.');
    expect(ends(`${'1+'.repeat(1023)}1`)).toBe(1024);
    expect(ends(`${'1+'.repeat(1024)}1`)).toBe('The xpath query is too complex.');
    expect(ends(`${'-'.repeat(5000)}1`)).toBe(1);
    expect(ends(`${'-'.repeat(5001)}1`)).toBe(-1);
  });
});
