/** NTLM's keys, responses and sealing. [MS-NLMP 3.3, 3.4], protocol.md 8.4. The tests hold the vectors of [MS-NLMP 4.2]. */
import { concatBytes, desEncryptBlock, digest, encodeUtf16, equalBytes, hmac, md4, Rc4 } from '../crypto/index.js';
import { invalidToken, type SealedMessage } from './security-context.js';
import { NtlmFlag, type TargetInfo, writeTargetInfo } from './ntlm-messages.js';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** The NT hash: MD4 of the password in UTF-16LE. As good as the password itself: treat it so. */
export const ntowfv1 = (password: string): Uint8Array => md4(encodeUtf16(password));

/** The key that NTLMv2 uses. The domain keeps its case; the user is folded to upper case. */
export const ntowfv2 = (ntHash: Uint8Array, user: string, domain: string): Uint8Array =>
  hmac('md5', ntHash, encodeUtf16(user.toUpperCase() + domain));

/** The LM hash, for NTLMv1 with LM only. */
export function lmowfv1(password: string): Uint8Array {
  const bytes = new Uint8Array(14);
  bytes.set(ascii(password.toUpperCase()).slice(0, 14));
  const magic = ascii('KGS!@#$%');
  return concatBytes(desEncryptBlock(bytes.subarray(0, 7), magic), desEncryptBlock(bytes.subarray(7, 14), magic));
}

/** DESL: three DES blocks of a 16-byte key. [MS-NLMP 6] */
function desl(key: Uint8Array, data: Uint8Array): Uint8Array {
  const padded = new Uint8Array(21);
  padded.set(key);
  return concatBytes(...[0, 7, 14].map((at) => desEncryptBlock(padded.subarray(at, at + 7), data)));
}

export interface NtlmResponses {
  readonly ntResponse: Uint8Array;
  readonly lmResponse: Uint8Array;
  readonly keyExchangeKey: Uint8Array;
}

/** NTLMv1, for peers that are configured to know nothing better. [MS-NLMP 3.3.1] */
export function responsesV1(
  flags: number,
  ntHash: Uint8Array,
  lmHash: Uint8Array,
  serverChallenge: Uint8Array,
  clientChallenge: Uint8Array,
  noLmResponse = true,
): NtlmResponses {
  const sessionBaseKey = md4(ntHash);
  if ((flags & NtlmFlag.ExtendedSessionSecurity) !== 0) {
    const ntResponse = desl(ntHash, digest('md5', serverChallenge, clientChallenge).subarray(0, 8));
    const lmResponse = new Uint8Array(24);
    lmResponse.set(clientChallenge);
    return { ntResponse, lmResponse, keyExchangeKey: hmac('md5', sessionBaseKey, serverChallenge, clientChallenge) };
  }
  const ntResponse = desl(ntHash, serverChallenge);
  const lmResponse = noLmResponse ? ntResponse : desl(lmHash, serverChallenge);
  let keyExchangeKey = sessionBaseKey;
  if ((flags & NtlmFlag.LmKey) !== 0) {
    const second = concatBytes(lmHash.subarray(7, 8), new Uint8Array(6).fill(0xbd));
    keyExchangeKey = concatBytes(
      desEncryptBlock(lmHash.subarray(0, 7), lmResponse.subarray(0, 8)),
      desEncryptBlock(second, lmResponse.subarray(0, 8)),
    );
  } else if ((flags & NtlmFlag.RequestNonNtSessionKey) !== 0) {
    keyExchangeKey = concatBytes(lmHash.subarray(0, 8), new Uint8Array(8));
  }
  return { ntResponse, lmResponse, keyExchangeKey };
}

/**
 * NTLMv2. `key` is `ntowfv2`, `fileTime` 100 ns since 1601 as 8 bytes little-endian, `targetInfo` the list that the
 * client sends back. [MS-NLMP 3.3.2]
 */
export function responsesV2(
  key: Uint8Array,
  serverChallenge: Uint8Array,
  clientChallenge: Uint8Array,
  fileTime: Uint8Array,
  targetInfo: TargetInfo,
): NtlmResponses {
  const blob = concatBytes(
    Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0),
    fileTime,
    clientChallenge,
    new Uint8Array(4),
    writeTargetInfo(targetInfo),
    new Uint8Array(4),
  );
  const proof = hmac('md5', key, serverChallenge, blob);
  return {
    ntResponse: concatBytes(proof, blob),
    lmResponse: concatBytes(hmac('md5', key, serverChallenge, clientChallenge), clientChallenge),
    keyExchangeKey: hmac('md5', key, proof),
  };
}

export type NtlmSide = 'initiate' | 'accept';
const DIRECTION: Readonly<Record<NtlmSide, string>> = { initiate: 'client-to-server', accept: 'server-to-client' };

export function signKey(flags: number, sessionKey: Uint8Array, side: NtlmSide): Uint8Array | undefined {
  if ((flags & NtlmFlag.ExtendedSessionSecurity) === 0) return undefined;
  return digest('md5', sessionKey, ascii(`session key to ${DIRECTION[side]} signing key magic constant\0`));
}

export function sealKey(flags: number, sessionKey: Uint8Array, side: NtlmSide): Uint8Array {
  if ((flags & NtlmFlag.ExtendedSessionSecurity) !== 0) {
    let length = 5;
    if ((flags & NtlmFlag.Key128) !== 0) length = 16;
    else if ((flags & NtlmFlag.Key56) !== 0) length = 7;
    return digest(
      'md5',
      sessionKey.subarray(0, length),
      ascii(`session key to ${DIRECTION[side]} sealing key magic constant\0`),
    );
  }
  if ((flags & (NtlmFlag.LmKey | NtlmFlag.Datagram)) !== 0) {
    return (flags & NtlmFlag.Key56) !== 0
      ? concatBytes(sessionKey.subarray(0, 7), Uint8Array.of(0xa0))
      : concatBytes(sessionKey.subarray(0, 5), Uint8Array.of(0xe5, 0x38, 0xb0));
  }
  return sessionKey;
}

const CRC_TABLE: readonly number[] = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});
function crc32(data: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of data) value = (value >>> 8) ^ (CRC_TABLE[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}

/**
 * MAC of one message. [MS-NLMP 3.4.4.1, 3.4.4.2] A context that negotiated ALWAYS_SIGN alone signs with a constant.
 * @param cipher the direction's stream; it moves on.
 * @param key undefined without extended session security.
 * @throws {AuthenticationError} nothing was negotiated that could sign.
 */
export function signMessage(
  flags: number,
  cipher: Rc4,
  key: Uint8Array | undefined,
  sequence: number,
  data: Uint8Array,
): Uint8Array {
  const out = new Uint8Array(16);
  const view = new DataView(out.buffer);
  view.setUint32(0, 1, true);
  if ((flags & (NtlmFlag.Sign | NtlmFlag.Seal)) === 0) {
    if ((flags & NtlmFlag.AlwaysSign) !== 0) return out;
    throw invalidToken('NTLM', 'a message has to be signed, and no signing was negotiated');
  }
  if (key !== undefined) {
    view.setUint32(12, sequence, true);
    let sum = hmac('md5', key, out.subarray(12), data).subarray(0, 8);
    if ((flags & NtlmFlag.KeyExchange) !== 0) sum = cipher.update(sum);
    out.set(sum, 4);
  } else {
    // Without extended session security: a random pad (sent as zero), the CRC and the number, each through the stream.
    cipher.update(new Uint8Array(4));
    view.setUint32(8, crc32(data), true);
    out.set(cipher.update(out.subarray(8, 12)), 8);
    view.setUint32(12, sequence, true);
    out.set(cipher.update(out.subarray(12)), 12);
  }
  return out;
}

/** One direction of a sealed conversation: an RC4 stream, a signing key, a sequence number. */
export class NtlmSealer {
  readonly #flags: number;
  readonly #signKey: Uint8Array | undefined;
  readonly #sealKey: Uint8Array;
  #cipher: Rc4;
  #sequence: number;

  private constructor(flags: number, signing: Uint8Array | undefined, sealing: Uint8Array, sequence: number) {
    this.#flags = flags;
    this.#signKey = signing;
    this.#sealKey = sealing;
    this.#cipher = new Rc4(sealing);
    this.#sequence = sequence;
  }
  /** The keys of a side, made of the exported session key. */
  static of(flags: number, sessionKey: Uint8Array, side: NtlmSide): NtlmSealer {
    // A context has a session key whatever the flags say: SPNEGO's mechListMIC is signed with it.
    const signing = (flags | NtlmFlag.Sign) >>> 0;
    return new NtlmSealer(signing, signKey(flags, sessionKey, side), sealKey(flags, sessionKey, side), 0);
  }
  static withKeys(flags: number, signing: Uint8Array | undefined, sealing: Uint8Array, sequence: number): NtlmSealer {
    return new NtlmSealer(flags, signing, sealing, sequence);
  }

  /** Puts the stream back to its start; the sequence number stays. SPNEGO does this after its mechListMIC. */
  resetStream(): void {
    this.#cipher = new Rc4(this.#sealKey);
  }
  seal(data: Uint8Array): SealedMessage {
    const sealed = this.#cipher.update(data);
    return { sealed, signature: this.sign(data) };
  }
  /** @throws {AuthenticationError} altered, replayed or out of order. */
  unseal(message: SealedMessage): Uint8Array {
    const data = this.#cipher.update(message.sealed);
    this.verify(data, message.signature);
    return data;
  }
  sign(data: Uint8Array): Uint8Array {
    const signature = signMessage(this.#flags, this.#cipher, this.#signKey, this.#sequence, data);
    this.#sequence = (this.#sequence + 1) >>> 0;
    return signature;
  }
  verify(data: Uint8Array, signature: Uint8Array): void {
    if (!equalBytes(this.sign(data), signature))
      throw invalidToken(
        'NTLM',
        'the signature of a message does not fit: it was altered, repeated or is out of order',
      );
  }
}
