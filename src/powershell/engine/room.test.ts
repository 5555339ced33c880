import { describe, expect, it } from 'vitest';
import { PSError } from './values/exceptions.js';
import { needRoom } from './room.js';

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
