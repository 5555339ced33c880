import { describe, expect, it } from 'vitest';
import { decryptCts, deriveAesKey, encryptCts, nFold } from './aes-cts.js';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const hex = (data: Uint8Array): string => Buffer.from(data).toString('hex');
const text = (value: string): Uint8Array => new Uint8Array(Buffer.from(value));

describe('n-fold [RFC 3961 A.1]', () => {
  it.each([
    ['012345', 8, 'be072631276b1955'],
    ['password', 7, '78a07b6caf85fa'],
    ['Rough Consensus, and Running Code', 8, 'bb6ed30870b7f0e0'],
    ['password', 21, '59e4a8ca7c0385c3c37b3f6d2000247cb6e6bd5b3e'],
    ['MASSACHVSETTS INSTITVTE OF TECHNOLOGY', 24, 'db3b0d8f0b061e603282b308a50841229ad798fab9540c1b'],
    ['kerberos', 8, '6b65726265726f73'],
    ['kerberos', 16, '6b65726265726f737b9b5b2b93132b93'],
    ['kerberos', 21, '8372c236344e5f1550cd0747e15d62ca7a5a3bcea4'],
    ['kerberos', 32, '6b65726265726f737b9b5b2b93132b935c9bdcdad95c9899c4cae4dee6d6cae4'],
  ])('of %j to %i bytes', (input, length, expected) => {
    expect(hex(nFold(text(input), length))).toBe(expected);
  });
});

describe('cipher text stealing [RFC 3962 B]', () => {
  const key = text('chicken teriyaki');
  const plain = "I would like the General Gau's Chicken, please, and wonton soup.";
  it.each([
    [17, 'c6353568f2bf8cb4d8a580362da7ff7f97'],
    [31, 'fc00783e0efdb2c1d445d4c8eff7ed2297687268d6ecccc0c07b25e25ecfe5'],
    [32, '39312523a78662d5be7fcbcc98ebf5a897687268d6ecccc0c07b25e25ecfe584'],
    [47, '97687268d6ecccc0c07b25e25ecfe584b3fffd940c16a18c1b5549d2f838029e39312523a78662d5be7fcbcc98ebf5'],
    [
      64,
      '97687268d6ecccc0c07b25e25ecfe58439312523a78662d5be7fcbcc98ebf5a84807efe836ee89a526730dbc2f7bc8409dad8bbb96c4cdc03bc103e1a194bbd8',
    ],
  ])('of %i bytes, and back', (length, expected) => {
    const data = text(plain).subarray(0, length);
    expect(hex(encryptCts(key, [data]))).toBe(expected);
    expect(hex(encryptCts(key, [data.subarray(0, 5), data.subarray(5)]))).toBe(expected);
    expect(decryptCts(key, bytes(expected))).toEqual(data);
  });
});

describe('derived keys', () => {
  it('are as long as their key, and another one for each purpose', () => {
    for (const length of [16, 32]) {
      const base = new Uint8Array(length).fill(7);
      const made = [deriveAesKey(base, 22, 0xaa), deriveAesKey(base, 22, 0x55), deriveAesKey(base, 24, 0xaa)];
      expect(made.map((one) => one.length)).toEqual([length, length, length]);
      expect(new Set(made.map(hex)).size).toBe(3);
    }
  });
});
