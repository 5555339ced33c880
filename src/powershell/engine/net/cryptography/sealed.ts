/** What is left of System.Security.Cryptography: names of hashes, sealed encryption, derived keys, random choices. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { PSValue } from '../../../../protocol/objects/index.js';
import { implement } from '../../values/bodies.js';
import { NetObject, typedArray, unwrap } from '../../values/live.js';
import { OBJECT } from '../../values/types.js';
import { argumentError, argumentNull, bytesOf, dataOf, flag, items, net, num, text, throwNet } from '../support.js';

const SPACE = 'System.Security.Cryptography';

// ------------------------------------------------------------------ names of hashes

const HASH_NAME = `${SPACE}.HashAlgorithmName`;
const NAMES: Readonly<Record<string, string>> = {
  MD5: 'MD5',
  SHA1: 'SHA1',
  SHA256: 'SHA256',
  SHA384: 'SHA384',
  SHA512: 'SHA512',
  SHA3_256: 'SHA3-256',
  SHA3_384: 'SHA3-384',
  SHA3_512: 'SHA3-512',
};
const nameIn = (self: PSValue): string | null => dataOf<string | null>(self);
implement(HASH_NAME, () => ({
  Name: nameIn,
  ToString: (self) => nameIn(self) ?? '',
  Equals: (self, other) => {
    const inner = unwrap(other ?? null);
    return inner instanceof NetObject && inner.type.fullName === HASH_NAME && inner.data === nameIn(self);
  },
  'static op_Equality': (_self, left, right) => nameIn(left) === nameIn(right),
  'static op_Inequality': (_self, left, right) => nameIn(left) !== nameIn(right),
  new: (_self, name) => net(HASH_NAME, name === null || name === undefined ? null : text(name)),
  ...Object.fromEntries(
    Object.entries(NAMES).map(([member, name]) => [`static ${member}`, () => net(HASH_NAME, name)]),
  ),
}));
/** Node's name of the hash that an argument means. */
export function hashOf(value: PSValue | undefined): string {
  const inner = unwrap(value ?? null);
  const name =
    inner instanceof NetObject && inner.type.fullName === HASH_NAME ? (inner.data as string | null) : text(inner);
  if (name === null || name === '')
    throw argumentError('The hash algorithm name cannot be null or empty.', 'hashAlgorithm');
  const short = name.toUpperCase();
  if (!Object.values(NAMES).includes(short))
    throw throwNet(`${SPACE}.CryptographicException`, `'${name}' is not a known hash algorithm.`);
  return short.toLowerCase();
}

// ------------------------------------------------------------------ sealed encryption

interface Sealed {
  readonly cipher: 'gcm' | 'ccm';
  readonly key: Uint8Array;
  readonly tagBytes: number | undefined;
}
const target = (value: PSValue | undefined, name: string): Uint8Array => {
  const inner = unwrap(value ?? null);
  if (!(inner instanceof Uint8Array)) throw argumentNull(name);
  return inner;
};
const REFUSED = 'The computed authentication tag did not match the input authentication tag.';
for (const [type, cipher] of [
  ['AesGcm', 'gcm'],
  ['AesCcm', 'ccm'],
] as const) {
  const name = (sealed: Sealed): 'aes-256-gcm' =>
    // The two kinds take the same calls; Node's types tell them apart by this text.
    `aes-${sealed.key.length * 8}-${sealed.cipher}` as 'aes-256-gcm';
  const options = (plain: number, tag: number): { authTagLength: number; plaintextLength?: number } => ({
    authTagLength: tag,
    ...(cipher === 'ccm' ? { plaintextLength: plain } : {}),
  });
  implement(`${SPACE}.${type}`, () => ({
    TagSizeInBytes: (self) => dataOf<Sealed>(self).tagBytes ?? null,
    Encrypt: (self, nonce, plain, into, tag, associated) => {
      const sealed = dataOf<Sealed>(self);
      const source = bytesOf(plain);
      const [out, seal] = [target(into, 'ciphertext'), target(tag, 'tag')];
      if (out.length !== source.length) throw argumentError('Plaintext and ciphertext must have the same length.');
      const made = createCipheriv(name(sealed), sealed.key, bytesOf(nonce), options(source.length, seal.length));
      if (associated !== undefined && associated !== null)
        made.setAAD(bytesOf(associated), { plaintextLength: source.length });
      out.set(made.update(source));
      made.final();
      seal.set(made.getAuthTag());
      return undefined;
    },
    Decrypt: (self, nonce, packed, tag, into, associated) => {
      const sealed = dataOf<Sealed>(self);
      const source = bytesOf(packed);
      const out = target(into, 'plaintext');
      const seal = bytesOf(tag);
      if (out.length !== source.length) throw argumentError('Plaintext and ciphertext must have the same length.');
      const made = createDecipheriv(name(sealed), sealed.key, bytesOf(nonce), options(source.length, seal.length));
      made.setAuthTag(seal);
      if (associated !== undefined && associated !== null)
        made.setAAD(bytesOf(associated), { plaintextLength: source.length });
      let plain: Uint8Array;
      try {
        plain = made.update(source);
        made.final();
      } catch {
        throw throwNet(`${SPACE}.AuthenticationTagMismatchException`, REFUSED);
      }
      out.set(plain);
      return undefined;
    },
    Dispose: () => undefined,
    new: (_self, key, size) => {
      const bytes = bytesOf(key);
      if (![16, 24, 32].includes(bytes.length))
        throw throwNet(`${SPACE}.CryptographicException`, 'Specified key is not a valid size for this algorithm.');
      return net<Sealed>(`${SPACE}.${type}`, {
        cipher,
        key: bytes.slice(),
        tagBytes: size === undefined ? undefined : num(size),
      });
    },
    'static IsSupported': () => true,
  }));
}

// ------------------------------------------------------------------ keys, choices

implement(`${SPACE}.HKDF`, () => ({
  'static DeriveKey(System.Security.Cryptography.HashAlgorithmName, byte[], int, byte[], byte[])': (
    _self,
    hash,
    key,
    length,
    salt,
    info,
  ) =>
    new Uint8Array(
      hkdfSync(
        hashOf(hash),
        bytesOf(key),
        salt === null ? new Uint8Array(0) : bytesOf(salt),
        info === null ? new Uint8Array(0) : bytesOf(info),
        num(length),
      ),
    ),
}));
implement(`${SPACE}.CryptographicOperations`, () => ({
  'static FixedTimeEquals': (_self, left, right) => {
    const [one, two] = [bytesOf(left), bytesOf(right)];
    return one.length === two.length && timingSafeEqual(one, two);
  },
  'static ZeroMemory': (_self, bytes) => {
    const inner = unwrap(bytes ?? null);
    if (inner instanceof Uint8Array) inner.fill(0);
    return undefined;
  },
}));
const refused = (): never => {
  throw throwNet('System.PlatformNotSupportedException', 'Operation is not supported on this platform.');
};
implement(`${SPACE}.ProtectedData`, () => ({ 'static Protect': refused, 'static Unprotect': refused }));
implement(`${SPACE}.RandomNumberGenerator`, () => ({
  GetNonZeroBytes: (_self, value) => {
    const bytes = target(value, 'data');
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = randomInt(1, 256);
    return undefined;
  },
  'GetBytes(byte[], int, int)': (_self, value, offset, count) => {
    target(value, 'data').set(randomBytes(num(count)), num(offset));
    return undefined;
  },
  'static GetString': (_self, choices, length) => {
    const from = Array.isArray(unwrap(choices))
      ? items(choices)
          .map((one) => text(one))
          .join('')
      : text(choices);
    return Array.from({ length: num(length) }, () => from[randomInt(from.length)] ?? '').join('');
  },
  'static GetHexString': (_self, length, lower) => {
    const made = randomBytes(Math.ceil(num(length) / 2))
      .toString('hex')
      .slice(0, num(length));
    return flag(lower) ? made : made.toUpperCase();
  },
  'static GetItems': (_self, choices, length) => {
    const from = items(choices);
    return typedArray(
      Array.from({ length: num(length) }, () => from[randomInt(from.length)] ?? null),
      OBJECT,
    );
  },
}));
implement(`${SPACE}.RNGCryptoServiceProvider`, () => ({
  new: () => net(`${SPACE}.RNGCryptoServiceProvider`, undefined),
}));
