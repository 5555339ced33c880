export {
  AES_CTS_CHECKSUM_BYTES,
  ctsChecksum,
  decryptCts,
  deriveAesKey,
  encryptCts,
  nFold,
} from './aes-cts.js';
export {
  DerReader,
  DerTag,
  contextTag,
  der,
  derInteger,
  derIntegerValue,
  derObjectIdentifier,
  readObjectIdentifier,
  type DerValue,
} from './der.js';
export { desEncryptBlock } from './des.js';
export { concatBytes, digest, hmac, type DigestName } from './digests.js';
export { md4 } from './md4.js';
export { Rc4, rc4 } from './rc4.js';
export { equalBytes } from './constant-time.js';
export type { RandomSource } from './random.js';
export { generateRsaKeyPair, rsaDecryptPkcs1, rsaEncryptPkcs1, type RsaPrivateKey, type RsaPublicKey } from './rsa.js';
export {
  SESSION_KEY_BYTES,
  decodePublicKeyBlob,
  decodeSessionKeyBlob,
  decodeUtf16,
  decryptSecureString,
  encodePublicKeyBlob,
  encodeSessionKeyBlob,
  encodeUtf16,
  encryptSecureString,
} from './session-key.js';
