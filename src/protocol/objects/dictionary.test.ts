import { describe, expect, it } from 'vitest';
import { PSDictionary, type PSValue } from './index.js';

const ORDERED = { typeNames: ['System.Collections.Specialized.OrderedDictionary', 'System.Object'] };
const pairs = (table: PSDictionary): string =>
  [...table.entries()].map(([key, value]) => `${String(key as unknown)}=${String(value as unknown)}`).join();
const entriesUpTo = (count: number, key: (at: number) => PSValue): [PSValue, PSValue][] =>
  Array.from({ length: count }, (_, at) => [key(at), at]);

describe('entries that are taken away', () => {
  it('are not there any more, and leave the others as they were', () => {
    const table = new PSDictionary(
      entriesUpTo(6, (at) => `k${at}`),
      ORDERED,
    );
    expect(table.deleteEntry('K1')).toBe(true);
    expect(table.deleteEntry('k1')).toBe(false);
    expect([table.count, table.hasEntry('k1'), table.getEntry('k5')]).toEqual([5, false, 5]);
    expect(pairs(table)).toBe('k0=0,k2=2,k3=3,k4=4,k5=5');
    table.setEntry('k1', 'again');
    table.setEntry('K2', 'two');
    expect(pairs(table)).toBe('k0=0,k2=two,k3=3,k4=4,k5=5,k1=again');
    for (const key of ['k0', 'k2', 'k3', 'k4']) table.deleteEntry(key);
    expect([pairs(table), table.count, table.getEntry('k1')]).toEqual(['k5=5,k1=again', 2, 'again']);
  });
  it('have places before and behind them', () => {
    const table = new PSDictionary(
      entriesUpTo(5, (at) => `k${at}`),
      ORDERED,
    );
    table.deleteEntry('k0');
    table.insertAt(1, 'new', 'x');
    table.setAt(0, 'one');
    table.removeAt(3);
    expect(pairs(table)).toBe('k1=one,new=x,k2=2,k4=4');
    expect(table.getEntry('k4')).toBe(4);
    table.clear();
    expect([pairs(table), table.count, table.hasEntry('new')]).toEqual(['', 0, false]);
  });
  it('that differ by case only are each found by its spelling', () => {
    const table = new PSDictionary([
      ['a', 1],
      ['A', 2],
      ['b', 3],
      ['c', 4],
    ]);
    table.deleteEntry('a');
    expect([table.getEntry('A'), table.getEntry('a'), pairs(table)]).toEqual([2, 2, 'A=2,b=3,c=4']);
  });
  it('are seen by whoever has the lists of before as they were', () => {
    const table = new PSDictionary(
      entriesUpTo(4, (at) => `k${at}`),
      ORDERED,
    );
    table.deleteEntry('k3');
    const { keys } = table;
    table.deleteEntry('k0');
    expect([keys.join(), table.keys.join()]).toEqual(['k0,k1,k2', 'k1,k2']);
  });
  it.each([
    ['numbers', (at: number): PSValue => at],
    ['texts', (at: number): PSValue => `k${at}`],
  ])('take no square of their number: %s', (_name, key) => {
    const table = new PSDictionary(entriesUpTo(50_000, key));
    for (let at = 0; at < 50_000; at += 1) {
      table.deleteEntry(key(at));
      if (at % 1000 === 0) table.setEntry(key(at + 1_000_000), null);
    }
    expect(table.count).toBe(50);
  });
});
