/**
 * RSA as the session-key exchange needs it: raw modular exponentiation from `node:crypto` with the PKCS#1 v1.5
 * encryption padding of RFC 8017 7.2 done here. Node builds since 20.11 refuse `RSA_PKCS1_PADDING` in `privateDecrypt`,
 * and an own padding takes its random bytes from the caller.
 *
 * Padded block of k bytes: 00 02 | at least 8 bytes, none zero | 00 | message.
 */
import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  privateDecrypt,
  publicEncrypt,
  type KeyObject,
} from 'node:crypto';
import { ArgumentError, RemoteProtocolError } from '../errors/index.js';
import { decodeBase64Url, encodeBase64Url } from './base64url.js';
import { equalMask } from './constant-time.js';
import type { RandomSource } from './random.js';

/** Modulus and public exponent, big-endian, without leading zeros. */
export interface RsaPublicKey {
  readonly modulus: Uint8Array;
  readonly exponent: Uint8Array;
}

/** All the numbers of a private key, big-endian; names of RFC 8017 A.1.2. */
export interface RsaPrivateKey extends RsaPublicKey {
  readonly privateExponent: Uint8Array;
  readonly prime1: Uint8Array;
  readonly prime2: Uint8Array;
  readonly exponent1: Uint8Array;
  readonly exponent2: Uint8Array;
  readonly coefficient: Uint8Array;
}

/** The smallest and the largest modulus that is taken from a peer, bits. Larger ones only burn time. */
const MIN_MODULUS_BITS = 512;
const MAX_MODULUS_BITS = 16_384;

/** Makes a new key pair. Blocks for about 0.1 s at 2048 bits; the randomness is the system's own. */
export function generateRsaKeyPair(modulusBits = 2048): RsaPrivateKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: modulusBits });
  const jwk = privateKey.export({ format: 'jwk' });
  return {
    modulus: decodeBase64Url(jwk.n ?? ''),
    exponent: decodeBase64Url(jwk.e ?? ''),
    privateExponent: decodeBase64Url(jwk.d ?? ''),
    prime1: decodeBase64Url(jwk.p ?? ''),
    prime2: decodeBase64Url(jwk.q ?? ''),
    exponent1: decodeBase64Url(jwk.dp ?? ''),
    exponent2: decodeBase64Url(jwk.dq ?? ''),
    coefficient: decodeBase64Url(jwk.qi ?? ''),
  };
}

/**
 * Encrypts with PKCS#1 v1.5 padding. The result has the modulus' length.
 * @throws {ArgumentError} the message is longer than the modulus less 11 bytes, or the key is not usable.
 */
export function rsaEncryptPkcs1(key: RsaPublicKey, message: Uint8Array, random: RandomSource): Uint8Array {
  const size = key.modulus.length;
  const bits = size * 8;
  if (bits < MIN_MODULUS_BITS || bits > MAX_MODULUS_BITS) {
    throw new ArgumentError(
      'key',
      `An RSA key of ${bits} bits is not accepted (${MIN_MODULUS_BITS} to ${MAX_MODULUS_BITS}).`,
    );
  }
  if (message.length > size - 11)
    throw new ArgumentError('message', `The message does not fit an RSA key of ${bits} bits.`);
  const block = new Uint8Array(size);
  block[1] = 2;
  const paddingEnd = size - message.length - 1;
  fillNonZero(block, 2, paddingEnd, random);
  block.set(message, paddingEnd + 1);
  try {
    return leftPad(publicEncrypt({ key: publicKeyObject(key), padding: constants.RSA_NO_PADDING }, block), size);
  } catch (cause) {
    throw new ArgumentError('key', 'The RSA public key is not usable.', { cause });
  }
}

/**
 * Decrypts PKCS#1 v1.5. Which padding rule failed is not told, and the scan has no early exit.
 * @throws {RemoteProtocolError} wrong length or wrong padding.
 */
export function rsaDecryptPkcs1(key: RsaPrivateKey, cipherText: Uint8Array): Uint8Array {
  const size = key.modulus.length;
  if (cipherText.length !== size) {
    throw new RemoteProtocolError(`The RSA cipher text has ${cipherText.length} bytes; the key needs ${size}.`);
  }
  let block: Uint8Array;
  try {
    const options = { key: privateKeyObject(key), padding: constants.RSA_NO_PADDING };
    block = leftPad(privateDecrypt(options, cipherText), size);
  } catch (cause) {
    throw new RemoteProtocolError('The RSA cipher text cannot be decrypted with this key.', { cause });
  }
  let found = 0;
  let separator = 0;
  for (let index = 2; index < size; index += 1) {
    const isZero = equalMask(block[index] ?? 0, 0) & 1;
    const first = isZero & (found ^ 1);
    separator |= first * index;
    found |= isZero;
  }
  const good = equalMask(block[0] ?? 1, 0) & equalMask(block[1] ?? 0, 2) & 1 & found & (separator >= 10 ? 1 : 0);
  const message = block.slice(separator + 1);
  block.fill(0);
  if (good !== 1) throw new RemoteProtocolError('The RSA cipher text cannot be decrypted with this key.');
  return message;
}

function fillNonZero(block: Uint8Array, start: number, end: number, random: RandomSource): void {
  let at = start;
  // A random source that gives only zeros would never end the loop; 64 rounds of luck are more than enough for others.
  for (let round = 0; at < end && round < 64; round += 1) {
    for (const byte of random(end - at)) {
      if (byte !== 0 && at < end) {
        block[at] = byte;
        at += 1;
      }
    }
  }
  if (at < end) throw new ArgumentError('random', 'The random source gives no usable bytes.');
}

function leftPad(bytes: Uint8Array, size: number): Uint8Array {
  if (bytes.length === size) return new Uint8Array(bytes);
  const padded = new Uint8Array(size);
  padded.set(bytes, size - bytes.length);
  return padded;
}

function publicKeyObject(key: RsaPublicKey): KeyObject {
  const jwk = { kty: 'RSA', n: encodeBase64Url(key.modulus), e: encodeBase64Url(key.exponent) };
  return createPublicKey({ key: jwk, format: 'jwk' });
}

function privateKeyObject(key: RsaPrivateKey): KeyObject {
  const jwk = {
    kty: 'RSA',
    n: encodeBase64Url(key.modulus),
    e: encodeBase64Url(key.exponent),
    d: encodeBase64Url(key.privateExponent),
    p: encodeBase64Url(key.prime1),
    q: encodeBase64Url(key.prime2),
    dp: encodeBase64Url(key.exponent1),
    dq: encodeBase64Url(key.exponent2),
    qi: encodeBase64Url(key.coefficient),
  };
  return createPrivateKey({ key: jwk, format: 'jwk' });
}
