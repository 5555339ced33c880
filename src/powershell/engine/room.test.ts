import { describe, expect, it } from 'vitest';
import { growth, PSDictionary } from '../../protocol/objects/index.js';
import { PSError } from './values/exceptions.js';
import { collectGarbage, MAX_ARRAY, needRoom, needText, pushOne } from './room.js';

describe('room for a list', () => {
  it('is refused when the heap has none, as an error that ends the script', () => {
    expect(() => {
      needRoom(1000);
    }).not.toThrow();
    let thrown: unknown;
    try {
      needRoom(2 ** 40);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(PSError);
    expect((thrown as PSError).thrown).toBe(true);
    expect((thrown as PSError).record.errorId).toBe('OutOfMemory');
  });
});
it('a list ends its script before JavaScript holds no more of it', () => {
  const list: number[] = [];
  expect(pushOne(list, 7)).toBe(1);
  const long = { length: MAX_ARRAY, push: list.push } as unknown as number[];
  expect(() => pushOne(long, 7)).toThrow(PSError);
});
describe('room for texts', () => {
  it('is looked at for a long one, and not for a short one', () => {
    expect(() => {
      needText(1000);
      needText(2 ** 23);
    }).not.toThrow();
    expect(() => {
      needText(2 ** 40);
    }).toThrow(PSError);
  });
});
describe('room for a table', () => {
  it('is asked for before one with many entries doubles', () => {
    const { allow } = growth;
    const asked: number[] = [];
    growth.allow = (bytes) => void asked.push(bytes);
    try {
      const table = new PSDictionary();
      table.setEntry(-1, null);
      for (let at = 0; at < 2 ** 18 + 2; at += 1) table.setEntry(at, null);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked[0]).toBeGreaterThan(2 ** 18 * 40);
    } finally {
      growth.allow = allow;
    }
  });
  it('is refused as an error that ends the script', () => {
    expect(() => growth.allow(2 ** 50)).toThrow(PSError);
    expect(() => growth.allow(2 ** 20)).not.toThrow();
  });
});
it('garbage is taken back before anybody is refused', async () => {
  const made = new WeakRef({ a: [1, 2, 3] });
  await new Promise((resolve) => setTimeout(resolve, 1));
  collectGarbage();
  expect(made.deref()).toBeUndefined();
});
