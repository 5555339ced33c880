/**
 * Sealed messages of Kerberos with AES keys [RFC 4121 4.2.6.2], as WinRM cuts them. The system's GSSAPI can do the same;
 * this is several times as fast, and an envelope is sealed in each direction of every request.
 *
 *     header      05 04 | flags | ff | EC u16 | RRC u16 | SND_SEQ u64            big-endian
 *     plain       confounder 16 | data | header with RRC 0
 *     signature   header (RRC 28) | encrypted header 16 | checksum 12 | encrypted confounder 16       60 bytes
 *     sealed      as many bytes as the data
 *
 * A receiver takes any rotation: the two parts are joined and turned back. protocol.md 8.6
 *
 *     MIC         04 04 | flags | ff x 5 | SND_SEQ u64, then the checksum of data and header under Kc
 */
import {
  AES_CTS_CHECKSUM_BYTES,
  concatBytes,
  ctsChecksum,
  decryptCts,
  deriveAesKey,
  encryptCts,
  equalBytes,
  type RandomSource,
} from '../crypto/index.js';
import { invalidToken, type SealedMessage } from './security-context.js';

export interface KerberosSealKeys {
  readonly side: 'initiate' | 'accept';
  /** 16 or 32 bytes: the acceptor's subkey where there is one. */
  readonly key: Uint8Array;
  readonly acceptorSubkey: boolean;
  readonly sendSequence: bigint;
  readonly receiveSequence: bigint;
  readonly random: RandomSource;
}

const HEADER = 16;
const CONFOUNDER = 16;
const ROTATION = HEADER + AES_CTS_CHECKSUM_BYTES;
const SIGNATURE = HEADER + ROTATION + CONFOUNDER;
const FLAG = { SentByAcceptor: 1, Sealed: 2, AcceptorSubkey: 4 } as const;
/** Key usages of sealed messages. [RFC 4121 2] */
const USAGE = { initiate: 24, accept: 22 } as const;
const SIGN_USAGE = { initiate: 25, accept: 23 } as const;

export class KerberosSealer {
  readonly #keys: KerberosSealKeys;
  readonly #send: { readonly encryption: Uint8Array; readonly integrity: Uint8Array };
  readonly #receive: { readonly encryption: Uint8Array; readonly integrity: Uint8Array };
  readonly #flags: number;
  #sendSequence: bigint;
  #receiveSequence: bigint;

  constructor(keys: KerberosSealKeys) {
    this.#keys = keys;
    const other = keys.side === 'initiate' ? 'accept' : 'initiate';
    const pair = (usage: number) => ({
      encryption: deriveAesKey(keys.key, usage, 0xaa),
      integrity: deriveAesKey(keys.key, usage, 0x55),
    });
    this.#send = pair(USAGE[keys.side]);
    this.#receive = pair(USAGE[other]);
    this.#flags = FLAG.Sealed | (keys.acceptorSubkey ? FLAG.AcceptorSubkey : 0);
    this.#sendSequence = keys.sendSequence;
    this.#receiveSequence = keys.receiveSequence;
  }

  seal(data: Uint8Array): SealedMessage {
    const flags = this.#flags | (this.#keys.side === 'accept' ? FLAG.SentByAcceptor : 0);
    const header = this.#header(flags, 0, this.#sendSequence);
    this.#sendSequence = (this.#sendSequence + 1n) & 0xffff_ffff_ffff_ffffn;
    const parts = [this.#keys.random(CONFOUNDER), data, header];
    const cipher = encryptCts(this.#send.encryption, parts);
    const signature = new Uint8Array(SIGNATURE);
    signature.set(header);
    new DataView(signature.buffer).setUint16(6, ROTATION);
    signature.set(cipher.subarray(cipher.length - HEADER), HEADER);
    signature.set(ctsChecksum(this.#send.integrity, parts), 2 * HEADER);
    signature.set(cipher.subarray(0, CONFOUNDER), HEADER + ROTATION);
    return { signature, sealed: cipher.subarray(CONFOUNDER, cipher.length - HEADER) };
  }

  /** @throws {AuthenticationError} it was altered, repeated or is out of order. */
  unseal({ signature, sealed }: SealedMessage): Uint8Array {
    const token = concatBytes(signature, sealed);
    if (token.length < SIGNATURE || token[0] !== 0x05 || token[1] !== 0x04 || token[3] !== 0xff)
      throw invalidToken('Kerberos', 'a sealed message has another form');
    const view = new DataView(token.buffer, token.byteOffset, token.length);
    const flags = token[2] ?? 0;
    const peer = this.#keys.side === 'initiate' ? FLAG.SentByAcceptor : 0;
    if ((flags & ~FLAG.SentByAcceptor) !== this.#flags || (flags & FLAG.SentByAcceptor) !== peer)
      throw invalidToken('Kerberos', 'a message is not sealed, or comes from the wrong side');
    const extra = view.getUint16(4);
    const body = turnLeft(token.subarray(HEADER), view.getUint16(6));
    const cipher = body.subarray(0, body.length - AES_CTS_CHECKSUM_BYTES);
    const plain = decryptCts(this.#receive.encryption, cipher);
    const checksum = ctsChecksum(this.#receive.integrity, [plain]);
    const end = plain.length - HEADER - extra;
    const inner = new Uint8Array(HEADER);
    inner.set(token.subarray(0, HEADER));
    inner.fill(0, 6, 8);
    const fits =
      equalBytes(checksum, body.subarray(cipher.length)) && equalBytes(inner, plain.subarray(plain.length - HEADER));
    if (!fits || end < CONFOUNDER || view.getBigUint64(8) !== this.#receiveSequence)
      throw invalidToken('Kerberos', 'a message was altered, repeated or is out of order');
    this.#receiveSequence = (this.#receiveSequence + 1n) & 0xffff_ffff_ffff_ffffn;
    return plain.subarray(CONFOUNDER, end);
  }

  sign(data: Uint8Array): Uint8Array {
    const header = this.#micHeader(this.#keys.side, this.#sendSequence);
    this.#sendSequence = (this.#sendSequence + 1n) & 0xffff_ffff_ffff_ffffn;
    return concatBytes(header, this.#micChecksum(this.#keys.side, data, header));
  }

  /** @throws {AuthenticationError} it is not the signature of this data, or is out of order. */
  verify(data: Uint8Array, signature: Uint8Array): void {
    const side = this.#keys.side === 'initiate' ? 'accept' : 'initiate';
    const header = this.#micHeader(side, this.#receiveSequence);
    if (!equalBytes(signature, concatBytes(header, this.#micChecksum(side, data, header))))
      throw invalidToken('Kerberos', 'a signature does not fit, or is out of order');
    this.#receiveSequence = (this.#receiveSequence + 1n) & 0xffff_ffff_ffff_ffffn;
  }

  #micHeader(side: 'initiate' | 'accept', sequence: bigint): Uint8Array {
    const header = new Uint8Array(HEADER).fill(0xff);
    const flags = (side === 'accept' ? FLAG.SentByAcceptor : 0) | (this.#keys.acceptorSubkey ? FLAG.AcceptorSubkey : 0);
    header.set([0x04, 0x04, flags]);
    new DataView(header.buffer).setBigUint64(8, sequence);
    return header;
  }
  #micChecksum(side: 'initiate' | 'accept', data: Uint8Array, header: Uint8Array): Uint8Array {
    return ctsChecksum(deriveAesKey(this.#keys.key, SIGN_USAGE[side], 0x99), [data, header]);
  }

  #header(flags: number, rotation: number, sequence: bigint): Uint8Array {
    const header = new Uint8Array(HEADER);
    header.set([0x05, 0x04, flags, 0xff]);
    const view = new DataView(header.buffer);
    view.setUint16(6, rotation);
    view.setBigUint64(8, sequence);
    return header;
  }
}

function turnLeft(bytes: Uint8Array, by: number): Uint8Array {
  const shift = by % bytes.length;
  return shift === 0 ? bytes : concatBytes(bytes.subarray(shift), bytes.subarray(0, shift));
}
