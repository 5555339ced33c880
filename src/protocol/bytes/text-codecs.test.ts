import { describe, expect, it } from 'vitest';
import {
  base64Length,
  decodeBase64,
  decodeUtf8Strict,
  encodeBase64,
  encodeUtf8,
  decodeUtf8,
  formatDayTimeDuration,
  formatSecondsDuration,
  parseDuration,
  utf8Length,
} from './index.js';

describe('base64', () => {
  it('gives back every length, and writes what RFC 4648 writes', () => {
    for (let length = 0; length < 100; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) & 0xff);
      const text = encodeBase64(bytes);
      expect(text.length).toBe(base64Length(length));
      expect(decodeUtf8(text)).toBe(btoa(String.fromCharCode(...bytes)));
      expect(decodeBase64(text)).toEqual(bytes);
    }
  });
  it('accepts missing padding and blanks, refuses everything else', () => {
    const decode = (text: string): Uint8Array | undefined => decodeBase64(encodeUtf8(text));
    expect(decode('Zm9v YmE')).toEqual(encodeUtf8('fooba'));
    expect(decode(' Zg==\r\n')).toEqual(encodeUtf8('f'));
    for (const wrong of ['Z', 'Zg=a', 'Z===', 'Zm9v====', '=', 'Zm-v', 'Zm9é'])
      expect(decode(wrong), wrong).toBeUndefined();
  });
});

describe('xs:duration', () => {
  it('reads the forms of peers', () => {
    expect(parseDuration('PT20S')).toBe(20_000);
    expect(parseDuration('PT180.000S')).toBe(180_000);
    expect(parseDuration('PT2147483.647S')).toBe(2_147_483_647);
    expect(parseDuration('P0DT2H0M9S')).toBe(7_209_000);
    expect(parseDuration('PT-1S')).toBeUndefined();
    expect(parseDuration('-PT1S')).toBe(-1000);
    for (const wrong of ['', 'P', 'PT', '20', 'PT1X', 'P1DT', `PT${'9'.repeat(100)}S`]) {
      expect(parseDuration(wrong), wrong).toBeUndefined();
    }
  });
  it('writes the forms that clients cut to pieces [protocol.md 7.4]', () => {
    expect(formatSecondsDuration(7_200_000)).toBe('PT7200.000S');
    expect(formatSecondsDuration(1)).toBe('PT0.001S');
    expect(formatDayTimeDuration(90_061_999)).toBe('P1DT1H1M1S');
  });
});

describe('UTF-8', () => {
  it('counts bytes without making them', () => {
    for (const text of ['', 'a', 'é', '€', '😀', '\ud83d', '\ude00', '\ud83da', '\ud83d\ud83d\ude00é\ude00'])
      expect(utf8Length(text)).toBe(encodeUtf8(text).length);
  });
  it('is strict where asked', () => {
    expect(decodeUtf8Strict(Uint8Array.of(0x41, 0xff))).toBeUndefined();
    expect(decodeUtf8(Uint8Array.of(0x41, 0xff))).toBe('A\ufffd');
    expect(decodeUtf8Strict(encodeUtf8('é😀'.repeat(20)))).toBe('é😀'.repeat(20));
  });
});
