import { describe, expect, it } from 'vitest';
import {
  bitLength,
  divideSteps,
  integerOfSteps,
  integerTextSteps,
  isLongInteger,
  powerSteps,
  productSteps,
} from './big-steps.js';
import { drive, type Steps } from './pending.js';

/** The same numbers in each run. */
let seed = 12345;
const random = (): number => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return seed;
};
function number(bits: number): bigint {
  let hex = '';
  while (hex.length * 4 < bits) hex += random().toString(16).padStart(8, '0');
  const value = BigInt.asUintN(bits, BigInt(`0x${hex === '' ? '0' : hex}`));
  return random() % 2 === 0 ? value : -value;
}
let ticks = 0;
/** A script whose time is always over. */
const work = async <T>(steps: (tick: () => Promise<void>) => Steps<T>): Promise<T> =>
  await drive(
    steps(() => {
      ticks += 1;
      return Promise.resolve();
    }),
  );
const SIZES = [0, 1, 64, 65_535, 65_537, 131_073, 262_144, 700_003];
const EDGES = [(1n << 400_000n) - 1n, 1n << 400_000n, (1n << 262_144n) - 1n, 10n ** 100_000n, 10n ** 100_000n - 1n];

describe('whole numbers in pieces', () => {
  it('have the text that they have in one go', async () => {
    for (const value of [...SIZES.map(number), ...EDGES, ...EDGES.map((each) => -each)]) {
      ticks = 0;
      const text = await work((tick) => integerTextSteps(value, tick));
      expect(text === value.toString()).toBe(true);
      expect(ticks > 0).toBe(isLongInteger(value));
      const digits = text.replace('-', '');
      expect((await work((tick) => integerOfSteps(digits, tick))) === BigInt(digits)).toBe(true);
    }
  });
  it('are multiplied and divided as in one go', async () => {
    for (const left of [...SIZES, 1_500_000].map(number))
      for (const right of [...SIZES, 1_200_000].map(number)) {
        const product = await work((tick) => productSteps(left, right, tick));
        expect(product === left * right).toBe(true);
        if (right === 0n) continue;
        const [quotient, rest] = await work((tick) => divideSteps(left, right, tick));
        expect(quotient === left / right && rest === left % right).toBe(true);
      }
    for (const a of EDGES)
      for (const b of EDGES) {
        const [quotient, rest] = await work((tick) => divideSteps(a * a, b, tick));
        expect(quotient === (a * a) / b && rest === (a * a) % b).toBe(true);
      }
  });
  it('are raised to a power', async () => {
    for (const [base, exponent] of [
      [3n, 0],
      [-3n, 1],
      [7n, 500_001],
      [-2n, 70_001],
    ] as const)
      expect((await work((tick) => powerSteps(base, exponent, tick))) === base ** BigInt(exponent)).toBe(true);
  });
  it('are as long as they are', () => {
    for (const bits of [0, 1, 3, 4, 5, 8, 64, 1001]) {
      expect(bitLength((1n << BigInt(bits)) - 1n)).toBe(bits);
      expect(bitLength(1n << BigInt(bits))).toBe(bits + 1);
    }
  });
});
