import { describe, expect, it } from 'vitest';
import { desEncryptBlock } from './des.js';
import { md4 } from './md4.js';
import { Rc4, rc4 } from './rc4.js';

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const unhex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

describe('MD4 [RFC 1320 A.5]', () => {
  it.each([
    ['', '31d6cfe0d16ae931b73c59d7e0c089c0'],
    ['a', 'bde52cb31de33e46245e05fbdbd6fb24'],
    ['abc', 'a448017aaf21d8525fc10ae87aa6729d'],
    ['message digest', 'd9130a8164549fe818874806e1c7014b'],
    ['abcdefghijklmnopqrstuvwxyz', 'd79e1c308aa5bbcdeea8ed63df412da9'],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', '043f8582f241db351ce627e153e7f0e4'],
    [
      '12345678901234567890123456789012345678901234567890123456789012345678901234567890',
      'e33b4ddc9c38f2199c3e7b164fcc0536',
    ],
  ])('of %j', (text, expected) => {
    expect(hex(md4(bytes(text)))).toBe(expected);
  });
});

describe('RC4 [RFC 6229, and the classic vectors]', () => {
  it.each([
    ['Key', 'Plaintext', 'bbf316e8d940af0ad3'],
    ['Wiki', 'pedia', '1021bf0420'],
    ['Secret', 'Attack at dawn', '45a01f645fc35b383552544b9bf5'],
  ])('with the key %j', (key, text, expected) => {
    expect(hex(rc4(bytes(key), bytes(text)))).toBe(expected);
  });

  it('runs on between calls', () => {
    const cipher = new Rc4(bytes('Secret'));
    expect(hex(cipher.update(bytes('Attack '))) + hex(cipher.update(bytes('at dawn')))).toBe(
      '45a01f645fc35b383552544b9bf5',
    );
  });
});

describe('DES', () => {
  it.each([
    ['133457799bbcdff1', '0123456789abcdef', '85e813540f0ab405'],
    ['0000000000000000', '0000000000000000', '8ca64de9c1b123a7'],
    ['ffffffffffffffff', 'ffffffffffffffff', '7359b2163e4edc58'],
  ])('with the key %s', (key, block, expected) => {
    expect(hex(desEncryptBlock(unhex(key), unhex(block)))).toBe(expected);
  });
});
