import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RemoteProtocolError } from '../errors/index.js';
import {
  decodePublicKeyBlob,
  decodeSessionKeyBlob,
  decryptSecureString,
  encodePublicKeyBlob,
  encodeSessionKeyBlob,
  encryptSecureString,
  generateRsaKeyPair,
  rsaDecryptPkcs1,
  rsaEncryptPkcs1,
  type RsaPrivateKey,
} from './index.js';

const hex = (text: string): Uint8Array =>
  Uint8Array.from(Buffer.from(text.length % 2 === 0 ? text : `0${text}`, 'hex'));
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));
const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

interface Vector {
  readonly note: string;
  readonly op: 'publicKey' | 'decryptSessionKey' | 'decryptSecureString';
  readonly base64: string;
  readonly expected: { readonly modulusHex?: string; readonly sessionKeyHex?: string; readonly plaintext?: string };
}
interface Recording {
  readonly keyMaterial: { readonly rsaPrivateKeyHex: Readonly<Record<string, string>> };
  readonly vectors: readonly Vector[];
}
const file = path.join(
  process.env['PSSESSION_RECORDINGS'] ?? path.resolve('../shared/recordings'),
  'tokens/psrp-session-key-psrp-pshost-ui-mocked-methods.json',
);

describe.skipIf(!existsSync(file))('the key exchange recorded from Windows', () => {
  const recording = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Recording) : undefined;
  const numbers = recording?.keyMaterial.rsaPrivateKeyHex ?? {};
  const key: RsaPrivateKey = {
    modulus: hex(numbers['n'] ?? ''),
    exponent: hex(numbers['e'] ?? ''),
    privateExponent: hex(numbers['d'] ?? ''),
    prime1: hex(numbers['p'] ?? ''),
    prime2: hex(numbers['q'] ?? ''),
    exponent1: hex(numbers['dmp1'] ?? ''),
    exponent2: hex(numbers['dmq1'] ?? ''),
    coefficient: hex(numbers['iqmp'] ?? ''),
  };
  const vectors = recording?.vectors ?? [];
  const blob = vectors.find(({ op }) => op === 'decryptSessionKey')?.base64 ?? '';

  it.each(vectors.map((vector) => [vector.note, vector] as const))('%s', (_, vector) => {
    const bytes = fromBase64(vector.base64);
    switch (vector.op) {
      case 'publicKey':
        expect(Buffer.from(decodePublicKeyBlob(bytes).modulus).toString('hex')).toBe(vector.expected.modulusHex);
        expect(toBase64(encodePublicKeyBlob(key))).toBe(vector.base64);
        break;
      case 'decryptSessionKey':
        expect(Buffer.from(decodeSessionKeyBlob(key, bytes)).toString('hex')).toBe(vector.expected.sessionKeyHex);
        break;
      case 'decryptSecureString': {
        const sessionKey = decodeSessionKeyBlob(key, fromBase64(blob));
        expect(decryptSecureString(sessionKey, bytes)).toBe(vector.expected.plaintext);
        expect(toBase64(encryptSecureString(sessionKey, vector.expected.plaintext ?? ''))).toBe(vector.base64);
        break;
      }
    }
  });
});

describe('the session key [MS-PSRP 2.2.2.3, 2.2.2.4]', () => {
  const pair = generateRsaKeyPair();

  it('goes to the owner of the public key and opens there', () => {
    const publicBlob = encodePublicKeyBlob(pair);
    expect(publicBlob.length).toBe(276);
    expect(toBase64(publicBlob).startsWith('BgIAAACkAABSU0ExAAgAAAEAAQ')).toBe(true);
    const sessionKey = Uint8Array.from(randomBytes(32));
    const sessionBlob = encodeSessionKeyBlob(decodePublicKeyBlob(publicBlob), sessionKey, randomBytes);
    expect(sessionBlob.length).toBe(268);
    expect(toBase64(sessionBlob).startsWith('AQIAABBmAAAApAAA')).toBe(true);
    expect(decodeSessionKeyBlob(pair, sessionBlob)).toEqual(sessionKey);
  });

  it('is refused when it was meant for another key, damaged, or cut', () => {
    const blob = encodeSessionKeyBlob(pair, Uint8Array.from(randomBytes(32)), randomBytes);
    const other = generateRsaKeyPair();
    expect(() => decodeSessionKeyBlob(other, blob)).toThrow(RemoteProtocolError);
    const damaged = blob.slice();
    damaged[100] = (damaged[100] ?? 0) ^ 0x40;
    expect(() => decodeSessionKeyBlob(pair, damaged)).toThrow(RemoteProtocolError);
    for (const length of [0, 1, 11, 12, 40, 267]) {
      expect(() => decodeSessionKeyBlob(pair, blob.slice(0, length))).toThrow(RemoteProtocolError);
    }
  });

  it('is refused when the key inside has a wrong length', () => {
    const blob = encodeSessionKeyBlob(pair, Uint8Array.from(randomBytes(16)), randomBytes);
    expect(() => decodeSessionKeyBlob(pair, blob)).toThrow(/16 bytes/);
  });

  it('refuses public key blobs that are none', () => {
    const good = encodePublicKeyBlob(pair);
    for (const length of [0, 3, 19, 20, 275]) {
      expect(() => decodePublicKeyBlob(good.slice(0, length))).toThrow(RemoteProtocolError);
    }
    for (const offset of [0, 1, 8, 15]) {
      const bad = good.slice();
      bad[offset] = 0x77;
      expect(() => decodePublicKeyBlob(bad)).toThrow(RemoteProtocolError);
    }
  });
});

describe('PKCS#1 v1.5', () => {
  const pair = generateRsaKeyPair(1024);

  it('takes messages from empty to the modulus less 11 bytes', () => {
    for (const length of [0, 1, 32, 117]) {
      const message = Uint8Array.from(randomBytes(length));
      expect(rsaDecryptPkcs1(pair, rsaEncryptPkcs1(pair, message, randomBytes))).toEqual(message);
    }
    expect(() => rsaEncryptPkcs1(pair, new Uint8Array(118), randomBytes)).toThrow(/does not fit/);
  });

  it('never pads with a zero byte, and gives up on a source of zeros only', () => {
    let calls = 0;
    const mostlyZero = (count: number): Uint8Array => new Uint8Array(count).fill((calls += 1) % 2);
    expect(rsaDecryptPkcs1(pair, rsaEncryptPkcs1(pair, Uint8Array.of(9), mostlyZero))).toEqual(Uint8Array.of(9));
    expect(() => rsaEncryptPkcs1(pair, Uint8Array.of(9), (count) => new Uint8Array(count))).toThrow(/random source/);
  });
});

describe('SecureString text', () => {
  it('keeps every UTF-16 unit, also halves of pairs', () => {
    const key = Uint8Array.from(randomBytes(32));
    for (const text of ['', 'a', 'päßwörd \u{1f511}', '\ud800x', 'x'.repeat(10_000)]) {
      expect(decryptSecureString(key, encryptSecureString(key, text))).toBe(text);
    }
  });

  it('tells a wrong key or damage as a protocol error without the text', () => {
    const key = new Uint8Array(32);
    for (const bad of [new Uint8Array(0), new Uint8Array(15), new Uint8Array(16), new Uint8Array(17)]) {
      expect(() => decryptSecureString(key, bad)).toThrow(RemoteProtocolError);
    }
  });
});
