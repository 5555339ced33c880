/**
 * The key exchange of PSRP and what the key is for. [MS-PSRP 2.2.2.3, 2.2.2.4, 2.2.5.1.24], protocol.md 5.5
 *
 * PUBLICKEYBLOB, 20 + n bytes (n = modulus bytes): 06 02 00 00 | algorithm u32 LE (A400h, not checked when read) |
 * "RSA1" | bit length u32 LE | public exponent u32 LE | modulus little-endian.
 * SIMPLEBLOB, 12 + n bytes: 01 02 00 00 | 10 66 00 00 (AES-256) | 00 A4 00 00 | RSA cipher text little-endian.
 * SecureString: AES-256-CBC, IV of 16 zero bytes, PKCS#7 padding, over the UTF-16LE text. No MAC, one key for both
 * directions: that is the protocol's, so confidentiality against an active attacker is the transport's job.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { ArgumentError, RemoteProtocolError } from '../errors/index.js';
import { rsaDecryptPkcs1, rsaEncryptPkcs1, type RsaPrivateKey, type RsaPublicKey } from './rsa.js';
import type { RandomSource } from './random.js';

export const SESSION_KEY_BYTES = 32;
const PUBLIC_KEY_HEADER_BYTES = 20;
const SIMPLE_HEADER_BYTES = 12;
const ZERO_IV = new Uint8Array(16);

/** Writes the PUBLICKEYBLOB of `key`. */
export function encodePublicKeyBlob(key: RsaPublicKey): Uint8Array {
  const size = key.modulus.length;
  const blob = new Uint8Array(PUBLIC_KEY_HEADER_BYTES + size);
  const view = new DataView(blob.buffer);
  view.setUint32(0, 0x0000_0206, true);
  view.setUint32(4, 0x0000_a400, true);
  view.setUint32(8, 0x3141_5352, true);
  view.setUint32(12, size * 8, true);
  const exponent = [...key.exponent].reverse();
  if (exponent.length > 4) throw new ArgumentError('key', 'The public exponent has more than 4 bytes.');
  blob.set(exponent, 16);
  blob.set([...key.modulus].reverse(), PUBLIC_KEY_HEADER_BYTES);
  return blob;
}

/**
 * Reads a PUBLICKEYBLOB: the type, version and magic are checked, the algorithm id is not, and of the exponent three
 * bytes count, as PowerShell reads it.
 * @throws {RemoteProtocolError} the blob is none.
 */
export function decodePublicKeyBlob(blob: Uint8Array): RsaPublicKey {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  if (blob.length < PUBLIC_KEY_HEADER_BYTES || view.getUint32(0, true) !== 0x0000_0206) {
    throw blobError('public key', 'it does not begin with 06 02 00 00');
  }
  if (view.getUint32(8, true) !== 0x3141_5352) throw blobError('public key', "its magic is not 'RSA1'");
  const bits = view.getUint32(12, true);
  const size = Math.ceil(bits / 8);
  if (size < 64 || size > 2048 || blob.length < PUBLIC_KEY_HEADER_BYTES + size) {
    throw blobError('public key', `it has ${blob.length} bytes for a key of ${bits} bits`);
  }
  const exponent = trimZeros(Uint8Array.from([blob[18] ?? 0, blob[17] ?? 0, blob[16] ?? 0]));
  const modulus = trimZeros(blob.slice(PUBLIC_KEY_HEADER_BYTES, PUBLIC_KEY_HEADER_BYTES + size).reverse());
  return { modulus, exponent };
}

/** Encrypts the session key for the owner of `key` and writes the SIMPLEBLOB. */
export function encodeSessionKeyBlob(key: RsaPublicKey, sessionKey: Uint8Array, random: RandomSource): Uint8Array {
  const cipherText = rsaEncryptPkcs1(key, sessionKey, random);
  const blob = new Uint8Array(SIMPLE_HEADER_BYTES + cipherText.length);
  blob.set([0x01, 0x02, 0x00, 0x00, 0x10, 0x66, 0x00, 0x00, 0x00, 0xa4, 0x00, 0x00]);
  blob.set(cipherText.reverse(), SIMPLE_HEADER_BYTES);
  return blob;
}

/**
 * Opens a SIMPLEBLOB with our private key.
 * @returns the 32 bytes of the AES key.
 * @throws {RemoteProtocolError} not such a blob, or not for this key.
 */
export function decodeSessionKeyBlob(key: RsaPrivateKey, blob: Uint8Array): Uint8Array {
  if (blob.length < SIMPLE_HEADER_BYTES || blob[0] !== 0x01 || blob[1] !== 0x02) {
    throw blobError('session key', 'it does not begin with 01 02');
  }
  const sessionKey = rsaDecryptPkcs1(key, blob.slice(SIMPLE_HEADER_BYTES).reverse());
  if (sessionKey.length !== SESSION_KEY_BYTES) {
    throw blobError('session key', `the key inside has ${sessionKey.length} bytes, not ${SESSION_KEY_BYTES}`);
  }
  return sessionKey;
}

/** The bytes inside `<SS>` for protocols 2.0 to 2.3. */
export function encryptSecureString(sessionKey: Uint8Array, plainText: string): Uint8Array {
  const cipher = createCipheriv('aes-256-cbc', sessionKey, ZERO_IV);
  const head = cipher.update(encodeUtf16(plainText));
  const tail = cipher.final();
  const result = new Uint8Array(head.length + tail.length);
  result.set(head);
  result.set(tail, head.length);
  return result;
}

/** @throws {RemoteProtocolError} not encrypted with this key, or damaged. */
export function decryptSecureString(sessionKey: Uint8Array, cipherText: Uint8Array): string {
  try {
    const decipher = createDecipheriv('aes-256-cbc', sessionKey, ZERO_IV);
    const head = decipher.update(cipherText);
    const tail = decipher.final();
    const bytes = new Uint8Array(head.length + tail.length);
    bytes.set(head);
    bytes.set(tail, head.length);
    return decodeUtf16(bytes);
  } catch (cause) {
    if (cause instanceof RemoteProtocolError) throw cause;
    throw new RemoteProtocolError('A SecureString of the peer cannot be decrypted with the session key.', {
      rule: 'protocol.md 5.5',
    });
  }
}

/** UTF-16LE, halves of surrogate pairs kept. What `<SS>` holds, encrypted below 2.4 and plain from 2.4 on. */
export function encodeUtf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[index * 2] = unit & 0xff;
    bytes[index * 2 + 1] = unit >> 8;
  }
  return bytes;
}

/** @throws {RemoteProtocolError} an odd number of bytes. */
export function decodeUtf16(bytes: Uint8Array): string {
  if (bytes.length % 2 !== 0) {
    throw new RemoteProtocolError('The text of a SecureString has an odd number of bytes.', {
      rule: 'protocol.md 5.5',
    });
  }
  let text = '';
  for (let index = 0; index < bytes.length; index += 2) {
    text += String.fromCharCode((bytes[index] ?? 0) | ((bytes[index + 1] ?? 0) << 8));
  }
  return text;
}

function trimZeros(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  return bytes.slice(start);
}

function blobError(what: string, found: string): RemoteProtocolError {
  return new RemoteProtocolError(`The ${what} of the peer is not readable: ${found}.`, { rule: 'protocol.md 5.5' });
}
