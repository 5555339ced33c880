/** References in XML. Measured with pwsh 7.6.9: `[xml]$text`. */
import { describe, expect, it } from 'vitest';
import { readXml, XmlProblem } from './xml-dom.js';

const text = (xml: string): string => readXml(xml).text;
const problem = (xml: string): string => {
  try {
    readXml(xml);
  } catch (error) {
    if (error instanceof XmlProblem) return error.message;
    throw error;
  }
  return 'none';
};

describe('references of XML', () => {
  it('are what they stand for; line ends are one kind, but those that are written as numbers', () => {
    expect(text('<a>\r\n&lt;\r&#13;&#xA;&amp;&quot;&apos;&gt;</a>')).toBe('\n<\n\r\n&"\'>');
    expect(text('<a>&#x1F600;&#0;&#xD800;</a>')).toBe('\u{1f600}\0\ud800');
  });
  it('of numbers beyond Unicode are refused where the digits begin, too large ones at the digit that is too much', () => {
    const invalid = (unit: string): string => `'${unit}', hexadecimal value 0x`;
    expect(problem('<a>&#x110005;</a>')).toBe(`${invalid('\udc00')}DC00, is an invalid character. Line 1, position 7.`);
    expect(problem('<a>&#1114112;</a>')).toBe(`${invalid('\udc00')}DC00, is an invalid character. Line 1, position 6.`);
    expect(problem('<a>&#x7fffffff;</a>')).toBe(
      `${invalid('\ud7bf')}D7BF, is an invalid character. Line 1, position 7.`,
    );
    expect(problem('<a>&#xFFFFFFFF;</a>')).toBe('Invalid value of a character entity reference. Line 1, position 14.');
    expect(problem('<a>&#99999999999999999999;</a>')).toBe(
      'Invalid value of a character entity reference. Line 1, position 15.',
    );
  });
  it('that are badly written are refused with the place', () => {
    expect(problem('<a>&#;</a>')).toBe('Invalid syntax for a decimal numeric entity reference. Line 1, position 6.');
    expect(problem('<a>&#xG;</a>')).toBe(
      'Invalid syntax for a hexadecimal numeric entity reference. Line 1, position 7.',
    );
    expect(problem('<a>&#1a;</a>')).toBe('Invalid syntax for a decimal numeric entity reference. Line 1, position 7.');
    expect(problem('<a>&b</a>')).toBe("'<' is an unexpected token. The expected token is ';'. Line 1, position 6.");
    expect(problem('<a b="&c"/>')).toBe("'\"' is an unexpected token. The expected token is ';'. Line 1, position 9.");
    expect(problem('<a>&b:c;</a>')).toBe('An error occurred while parsing EntityName. Line 1, position 5.');
    expect(problem('<a>&;</a>')).toBe('An error occurred while parsing EntityName. Line 1, position 5.');
    expect(problem('<a>&')).toBe('Unexpected end of file has occurred. Line 1, position 4.');
    expect(problem('<a>&#x1')).toBe('Unexpected end of file while parsing  has occurred. Line 1, position 4.');
  });
});
