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
