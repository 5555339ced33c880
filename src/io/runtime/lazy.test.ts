import { describe, expect, it } from 'vitest';
import { lazyPart, loadLazyParts } from './lazy.js';

const noPause = (): Promise<void> => Promise.resolve();

describe('lazy parts', () => {
  it('are loaded together, with those that they bring, each once, and as far as they can be', async () => {
    const loaded: string[] = [];
    const part = (name: string, brings?: () => void): (() => Promise<string>) =>
      lazyPart(() => {
        loaded.push(name);
        brings?.();
        return Promise.resolve(name);
      });
    const first = part('first', () => void part('brought'));
    part('second');
    expect(await first()).toBe('first');
    expect(await loadLazyParts(noPause)).toBe(true);
    expect(loaded).toEqual(['first', 'second', 'brought']);
    lazyPart(() => Promise.reject(new Error('its file is gone')));
    part('third');
    expect(await loadLazyParts(noPause)).toBe(false);
    expect(loaded).toEqual(['first', 'second', 'brought', 'third']);
    // Its file may come back: it is tried again, the others are there.
    expect(await loadLazyParts(noPause)).toBe(false);
    expect(loaded).toHaveLength(4);
    expect(await first()).toBe('first');
  });
});
