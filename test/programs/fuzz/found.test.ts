/** Inputs that `npm run fuzz` found once: each ends in a value or in an error of our own now. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../soak/random.js';
import { isRefusal, type Parser } from './parser.js';
import { makeParsers } from './parsers.js';

interface Found {
  readonly parser: string;
  readonly found: string;
  /** Base64. */
  readonly input: string;
  /** The input is that many of it. Default 1. */
  readonly times?: number;
}
const FOUND = JSON.parse(readFileSync(path.resolve('test/vectors/fuzz/found.json'), 'utf8')) as readonly Found[];
const PARSERS = new Map(makeParsers(new SeededRandom(1)).map((parser) => [parser.name, parser]));

function outcome(parser: Parser, input: Uint8Array): string {
  try {
    parser.parse(Uint8Array.from(input));
    return 'read';
  } catch (error) {
    return isRefusal(error, parser) ? 'refused' : String(error);
  }
}

describe('what the fuzzer found', () => {
  it.each(FOUND)('$parser: $found', ({ parser: name, input, times = 1 }) => {
    const parser = PARSERS.get(name);
    if (parser === undefined) throw new Error(`no parser '${name}'`);
    const bytes = Buffer.concat(Array.from({ length: times }, () => Buffer.from(input, 'base64')));
    expect(outcome(parser, bytes)).toMatch(/^(?:read|refused)$/);
  });
  it('every parser reads its own examples', () => {
    for (const parser of PARSERS.values()) {
      const outcomes = parser.examples.map((example) => outcome(parser, example));
      expect(outcomes.filter((one) => one !== 'read' && one !== 'refused')).toEqual([]);
      expect(outcomes).toContain('read');
    }
  });
});
