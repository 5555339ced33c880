import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { StandardInput } from './standard-input.js';

const never = new AbortController().signal;
function given(...parts: readonly (string | Uint8Array)[]): StandardInput {
  const stream = new PassThrough();
  void (async () => {
    for (const part of parts) {
      stream.write(part);
      await new Promise((resolve) => setImmediate(resolve));
    }
    stream.end();
  })();
  return new StandardInput(stream as unknown as NodeJS.ReadStream);
}
async function all(input: StandardInput): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of input.lines()) lines.push(line);
  return lines;
}

describe('StandardInput', () => {
  it('ends lines by LF, CR LF and CR, wherever the parts are cut', async () => {
    expect(await all(given('a\r', '\nb\rc', '\n', '\nd'))).toEqual(['a', 'b', 'c', '', 'd']);
    expect(await all(given('a\r'))).toEqual(['a']);
    expect(await all(given(''))).toEqual([]);
  });
  it('leaves out the mark of UTF-8, and joins letters that are cut', async () => {
    const bytes = Buffer.from('\uFEFFgrüße\n');
    expect(await all(given(bytes.subarray(0, 6), bytes.subarray(6)))).toEqual(['grüße']);
  });
  it('gives text with its ends, lines and bytes from one place', async () => {
    const input = given('one\ntwo\r\nthree', 'and four\nrest');
    expect(await input.text(never)).toBe('one\n');
    expect(await input.line(never)).toBe('two');
    expect(Buffer.from(await input.bytes(3, never)).toString()).toBe('thr');
    expect(await input.text(never)).toBe('eeand four\n');
    expect(await input.text(never)).toBe('rest');
    expect(await input.text(never)).toBeUndefined();
    expect(await input.bytes(5, never)).toHaveLength(0);
  });
  it('gives up with the signal', async () => {
    const input = new StandardInput(new PassThrough() as unknown as NodeJS.ReadStream);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 5);
    expect(await input.text(stop.signal)).toBeUndefined();
    expect(await input.bytes(1, stop.signal)).toHaveLength(0);
    input.close();
  });
});
