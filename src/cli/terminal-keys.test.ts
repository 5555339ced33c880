import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';
import { describe, expect, it } from 'vitest';
import { Console } from './editor/console.js';
import { keyInfo } from './terminal-keys.js';

const NEVER = new AbortController().signal;

describe('keys as scripts see them', () => {
  it.each([
    ['text', 'a', 65, 'a', 0],
    ['text', 'Z', 90, 'Z', 16],
    ['text', '7', 55, '7', 0],
    ['text', ' ', 32, ' ', 0],
    ['text', 'é', 0, 'é', 0],
    ['enter', '', 13, '\r', 0],
    ['backspace', '', 8, '\b', 0],
    ['up', '', 38, '\0', 0],
    ['S-f5', '', 116, '\0', 16],
    ['C-left', '', 37, '\0', 8],
    ['C-c', '', 67, '\u0003', 8],
    ['M-x', '', 88, 'x', 2],
  ])('%s %s', (name, text, virtualKeyCode, character, controlKeyState) => {
    expect(keyInfo({ name, text })).toEqual({ virtualKeyCode, character, controlKeyState, keyDown: true });
  });
});

describe('a console asked for its keys and its cursor', () => {
  /** Answers the question for the cursor with `answer`. */
  function open(answer: string): { console: Console; keys: PassThrough } {
    const keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
    const output = Object.assign(new EventEmitter(), {
      columns: 80,
      rows: 24,
      write: (text: string) => {
        if (text === '\u001b[6n') setImmediate(() => keys.write(answer));
        return true;
      },
    });
    return { console: new Console(keys as unknown as ReadStream, output as unknown as WriteStream), keys };
  }
  it('tells where the cursor is, and keeps what was typed meanwhile', async () => {
    const { console } = open('a\u001b[12;34Rb');
    expect(await console.cursor()).toEqual({ x: 33, y: 11 });
    expect([await console.key(NEVER), await console.key(NEVER)].map((key) => key?.text)).toEqual(['a', 'b']);
  });
  it('gives Ctrl+C only to who takes it', async () => {
    const { console, keys } = open('');
    let interrupted = 0;
    console.onInterrupt = () => (interrupted += 1);
    const first = console.key(NEVER);
    keys.write('\u0003');
    expect([await first, interrupted]).toEqual([undefined, 1]);
    const second = console.key(NEVER, { takesInterrupt: true });
    keys.write('\u0003');
    expect([(await second)?.name, interrupted]).toEqual(['C-c', 1]);
  });
});
