import { describe, expect, it } from 'vitest';
import { parseGuid } from '../bytes/index.js';
import { Screen } from './screen.js';

const COMMAND = parseGuid('33333333-aaaa-4000-8000-000000000001');

describe('a screen', () => {
  it('leaves out what its reader gets by another way, which is no loss', () => {
    const screen = new Screen();
    const message = (value: number): Uint8Array => Uint8Array.of(value);
    screen.push(message(1));
    for (const end of [10, 20, 30]) screen.push(message(end), { commandId: COMMAND, end });
    const values = (position?: number, from?: number): unknown => {
      const { messages, lost, more } = screen.read(from, 1000, ({ end }) => position !== undefined && end > position);
      return [messages.map(([first]) => first), lost, more];
    };
    expect(values()).toEqual([[1, 10, 20, 30], false, false]);
    expect(values(10)).toEqual([[1, 10], false, false]);
    expect(values(0, 1)).toEqual([[], false, false]);
  });
});
