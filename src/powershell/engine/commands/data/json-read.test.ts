/** One reader, in its two ways: what each takes, and how it names what is wrong. */
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../pending.js';
import { JsonReader, jsonValues } from './json-read.js';

const TEXTS = jsonValues(false, (text) => text);
const STRICT = { comments: false, trailingCommas: false };
const read = (source: string, strict?: typeof STRICT): unknown =>
  atOnce(
    new JsonReader(source, TEXTS, { maxDepth: 64, ...(strict === undefined ? {} : { strict }) }).read(() => undefined),
  );

describe('JSON that is read', () => {
  it('takes what Newtonsoft takes [pwsh 7.6.9]', () => {
    expect(read('[010,0x10,-010]')).toEqual([8n, 16n, -10n]);
    expect(read('[1,,2]')).toEqual([1n, null, 2n]);
    expect(read('[,]')).toEqual([null]);
  });
  it.each([
    ['trux', "Error parsing boolean value. Path '', line 1, position 3."],
    ['[tru', "Unexpected end when reading JSON. Path '', line 1, position 4."],
    ['"\\u12"', "Unexpected end while parsing Unicode escape sequence. Path '', line 1, position 3."],
    ['["ab","\\u12zz"]', "Invalid Unicode escape sequence: \\u12zz. Path '[0]', line 1, position 9."],
    ['[[1,', "Unexpected end when reading token. Path '[0]'."],
    ['+1', "Unexpected character encountered while parsing value: +. Path '', line 0, position 0."],
  ])('says of %s what PowerShell says [pwsh 7.6.9]', (source, message) => {
    expect(() => read(source)).toThrow(message);
  });
  it.each([
    '',
    "'a'",
    '{a:1}',
    '[1,]',
    '{"a":1,}',
    '01',
    '1.',
    'NaN',
    '1 // c',
    '[1',
    '"\u0001"',
    '[1]\u00a0',
    '"\\\'"',
  ])('strictly refuses %j', (source) => {
    expect(() => read(source, STRICT)).toThrow();
  });
  it('strictly takes JSON, and what is named beside it', () => {
    expect(read(' {"a":[1,-0,2.5e3,true,null,"\\u00e9"]} ', STRICT)).toBeDefined();
    expect(read('[1,/*c*/]//c', { comments: true, trailingCommas: true })).toEqual([1n]);
    expect(() => read('[,]', { comments: true, trailingCommas: true })).toThrow();
  });
});
