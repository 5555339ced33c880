import { describe, expect, it } from 'vitest';
import type { Runtime } from './runtime/runtime.js';
import { AT_ONCE, filled, filterLong, mapLong, pieceSteps, repeated, someLong } from './slices.js';
import { drive } from './pending.js';

/** A runspace whose time is always over. */
function impatient(): { readonly rt: Runtime; ticks: number } {
  const counted = { rt: undefined as unknown as Runtime, ticks: 0 };
  const tick = (): Promise<void> => {
    counted.ticks += 1;
    return Promise.resolve();
  };
  counted.rt = { tick } as unknown as Runtime;
  return counted;
}
const LENGTHS = [0, 1, 127, 128, 129, AT_ONCE, AT_ONCE + 1, 30_000];
const numbers = (length: number): number[] => Array.from({ length }, (_, index) => index);

describe('work in slices', () => {
  it('gives what the whole gives, and the thread in between when the list is long', async () => {
    for (const length of LENGTHS) {
      const counted = impatient();
      const items = numbers(length);
      expect(await mapLong(counted.rt, items, (item) => item * 2)).toEqual(items.map((item) => item * 2));
      expect(counted.ticks > 0).toBe(length > AT_ONCE);
      expect(await filterLong(counted.rt, items, (item) => item % 3 === 0)).toEqual(
        items.filter((item) => item % 3 === 0),
      );
      expect(await someLong(counted.rt, items, (item) => item === length - 1)).toBe(length > 0);
      expect(await someLong(counted.rt, items, () => false)).toBe(false);
      const pieces = await drive(pieceSteps(counted.rt, items, 100, (piece: number[]) => piece));
      expect(pieces.flat()).toEqual(items);
    }
  });
  it('ends with the error of its element', async () => {
    const work = mapLong(impatient().rt, numbers(20_000), (item) => {
      if (item === 15_000) throw new RangeError('here');
      return item;
    });
    await expect(work).rejects.toThrow('here');
  });
});
describe('lists of the same', () => {
  it('have so many of them', () => {
    expect(repeated([1, 2, 3], 0)).toEqual([]);
    for (const times of [1, 2, 3, 7, 8, 1001])
      expect(repeated([1, 2], times)).toEqual(numbers(times * 2).map((n) => (n % 2) + 1));
    expect(filled(null, 5)).toEqual([null, null, null, null, null]);
    expect(filled(7, 2 ** 24 + 1)).toHaveLength(2 ** 24 + 1);
  });
});
