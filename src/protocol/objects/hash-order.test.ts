/** The order of .NET's Hashtable. Expected: `.Keys` in pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { PSChar, PSDictionary, PSDouble, type PSValue } from './index.js';

const filled = (keys: readonly PSValue[], capacity?: number): PSDictionary => {
  const table = new PSDictionary();
  if (capacity !== undefined) table.reserve(capacity);
  for (const key of keys) table.setEntry(key, `v${String(key as unknown)}`);
  return table;
};
const order = (table: PSDictionary): string => table.keys.map((key) => String(key as unknown)).join();
const upTo = (count: number, of: (at: number) => PSValue): PSValue[] =>
  Array.from({ length: count }, (_, at) => of(at));

describe('a Hashtable', () => {
  it('walks its buckets from the last to the first', () => {
    expect(order(filled([1, 2, 3, 10], 4))).toBe('10,3,2,1');
    expect(order(filled([-1, -5, 3, 100], 4))).toBe('-5,3,100,-1');
    expect(order(filled([30, 20, 10], 3))).toBe('20,10,30');
  });
  it('grows, and places what it has anew', () => {
    expect(order(filled(upTo(20, (at) => 7 * (at + 1))))).toBe(
      '35,70,105,140,28,63,98,133,21,56,91,126,14,49,84,119,7,42,77,112',
    );
    expect(order(filled([100, 50, 25, 12]))).toBe('12,25,100,50');
    expect(order(filled([1, 0, ...upTo(100, (at) => at + 1)], 2))).toBe(upTo(101, (at) => 100 - at).join());
  });
  it('knows the codes of long integers, characters, Booleans and doubles', () => {
    expect(order(filled([1n, 2n, 3n, 4n, 5n]))).toBe('5,4,3,2,1');
    expect(order(filled(upTo(5, (at) => 5_000_000_000n * BigInt(at + 1))))).toBe(
      '5000000000,10000000000,15000000000,20000000000,25000000000',
    );
    expect(order(filled(['a', 'b', 'c'].map((one) => new PSChar(one.charCodeAt(0)))))).toBe('a,c,b');
    expect(order(filled([false, true]))).toBe('true,false');
    expect(order(filled([1.5, 2.5, 0.5].map((one) => new PSDouble(one))))).toBe('1.5,2.5,0.5');
  });
  it('fills places that were left', () => {
    const table = filled([3, 2, 1], 3);
    table.deleteEntry(2);
    table.setEntry(9, 'nine');
    table.setEntry(8, 'eight');
    expect(order(table)).toBe('8,3,9,1');
    expect(table.getEntry(9)).toBe('nine');
    expect([...table.entries()][2]).toEqual([9, 'nine']);
  });
  it('keeps the order of insertion where a text is among the keys, and where it is no Hashtable', () => {
    expect(order(filled([1, 'a', 2]))).toBe('1,a,2');
    const other = new PSDictionary([], { typeNames: ['System.Collections.Specialized.OrderedDictionary'] });
    for (const key of [1, 2, 3]) other.setEntry(key, null);
    expect(order(other)).toBe('1,2,3');
  });
});
