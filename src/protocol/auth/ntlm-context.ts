/**
 * NTLM as a conversation of three messages: NEGOTIATE, CHALLENGE, AUTHENTICATE. [MS-NLMP 3.1.5, 3.2.5], protocol.md 8.4
 *
 * Version 2 only, unless the caller allows 1 in so many words. The client sends a MIC whenever the server's challenge
 * has a timestamp; the server always sends one, so that a message that was tampered with is found.
 */
import type { RandomSource } from '../crypto/index.js';
import { concatBytes, decodeUtf16, encodeUtf16, equalBytes, hmac, rc4 } from '../crypto/index.js';
import { AuthenticationError } from '../errors/index.js';
import { lmowfv1, NtlmSealer, ntowfv1, ntowfv2, responsesV1, responsesV2 } from './ntlm-crypto.js';
import {
  AvFlag,
  AvId,
  avValue,
  MIC_OFFSET,
  NtlmFlag,
  readAuthenticate,
  readChallenge,
  readNegotiate,
  readTargetInfo,
  writeAuthenticate,
  writeChallenge,
  writeNegotiate,
  type AuthenticateMessage,
  type NtlmVersion,
  type TargetInfo,
} from './ntlm-messages.js';
import {
  invalidToken,
  type AcceptorContext,
  type AuthenticatedIdentity,
  type SealedMessage,
  type SecurityContext,
} from './security-context.js';

/** What WinRM asks for: sealing, signing, key exchange, 128 bits, extended session security. */
const CLIENT_FLAGS =
  (NtlmFlag.Unicode |
    NtlmFlag.Oem |
    NtlmFlag.RequestTarget |
    NtlmFlag.Sign |
    NtlmFlag.Seal |
    NtlmFlag.Ntlm |
    NtlmFlag.AlwaysSign |
    NtlmFlag.ExtendedSessionSecurity |
    NtlmFlag.Version |
    NtlmFlag.Key128 |
    NtlmFlag.KeyExchange |
    NtlmFlag.Key56) >>>
  0;
const SERVER_FLAGS = (CLIENT_FLAGS | NtlmFlag.TargetInfo | NtlmFlag.TargetTypeServer) >>> 0;
const VERSION: NtlmVersion = { major: 10, minor: 0, build: 17763 };
/** Ticks from 1601-01-01 to 1970-01-01, 100 ns. */
const FILETIME_OF_UNIX_EPOCH = 116_444_736_000_000_000n;
/** How far the client's clock may be away from ours before its AUTHENTICATE is refused. */
const MAX_SKEW_MS = 30 * 60_000;

export function fileTimeBytes(unixMs: number): Uint8Array {
  const out = new Uint8Array(8);
  new DataView(out.buffer).setBigUint64(0, BigInt(Math.trunc(unixMs)) * 10_000n + FILETIME_OF_UNIX_EPOCH, true);
  return out;
}
function unixMsOf(fileTime: Uint8Array): number {
  const view = new DataView(fileTime.buffer, fileTime.byteOffset, fileTime.byteLength);
  return Number((view.getBigUint64(0, true) - FILETIME_OF_UNIX_EPOCH) / 10_000n);
}
function u32Bytes(value: number): Uint8Array {
  const out = new Uint8Array(4);
  new DataView(out.buffer).setUint32(0, value, true);
  return out;
}
const readU32 = (bytes: Uint8Array | undefined): number =>
  bytes === undefined || bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);

/** Splits what a person typed: `DOMAIN\user`, `user@domain` (kept whole, domain empty), `.\user`, `user`. */
export function splitAccount(account: string): { readonly user: string; readonly domain: string } {
  const slash = account.indexOf('\\');
  if (slash < 0) return { user: account, domain: '' };
  const domain = account.slice(0, slash);
  return { user: account.slice(slash + 1), domain: domain === '.' ? '' : domain };
}

abstract class NtlmContext implements SecurityContext {
  readonly mechanism = 'NTLM';
  protected outgoing: NtlmSealer | undefined;
  protected incoming: NtlmSealer | undefined;
  protected sealing = false;

  get complete(): boolean {
    return this.outgoing !== undefined;
  }
  get canSeal(): boolean {
    return this.sealing;
  }
  abstract step(token: Uint8Array | undefined): Uint8Array | undefined;

  wrap(data: Uint8Array): SealedMessage {
    return this.#out().seal(data);
  }
  unwrap(message: SealedMessage): Uint8Array {
    return this.#in().unseal(message);
  }
  sign(data: Uint8Array): Uint8Array {
    return this.#out().sign(data);
  }
  verify(data: Uint8Array, signature: Uint8Array): void {
    this.#in().verify(data, signature);
  }
  /** Behind SPNEGO's mechListMIC the RC4 stream of its direction begins anew; the sequence number goes on. protocol.md 8.5 */
  resetStream(direction: 'outgoing' | 'incoming'): void {
    (direction === 'outgoing' ? this.#out() : this.#in()).resetStream();
  }
  protected establish(flags: number, sessionKey: Uint8Array, side: 'initiate' | 'accept'): void {
    this.outgoing = NtlmSealer.of(flags, sessionKey, side);
    this.incoming = NtlmSealer.of(flags, sessionKey, side === 'initiate' ? 'accept' : 'initiate');
    this.sealing = (flags & NtlmFlag.Seal) !== 0;
  }
  #out(): NtlmSealer {
    if (this.outgoing === undefined)
      throw invalidToken('NTLM', 'a message came before the authentication was complete');
    return this.outgoing;
  }
  #in(): NtlmSealer {
    if (this.incoming === undefined)
      throw invalidToken('NTLM', 'a message came before the authentication was complete');
    return this.incoming;
  }
}

export interface NtlmClientOptions {
  readonly user: string;
  readonly domain: string;
  readonly password: string;
  readonly workstation?: string;
  /** `HTTP/server01`: goes into the signed target information. */
  readonly targetName?: string;
  /** MD5 of the TLS channel's bindings, 16 bytes. protocol.md 8.9 */
  readonly channelBindings?: Uint8Array;
  readonly random: RandomSource;
  /** Unix time in ms. */
  readonly now: () => number;
  /** Answer a server that gives no target information with NTLMv1. Off: such a server is refused. */
  readonly allowNtlmV1?: boolean;
}

export class NtlmClientContext extends NtlmContext {
  readonly #options: NtlmClientOptions;
  #negotiate: Uint8Array | undefined;
  /** True when our AUTHENTICATE carried a MIC: SPNEGO has to exchange its own then. */
  sentMic = false;

  constructor(options: NtlmClientOptions) {
    super();
    this.#options = options;
  }

  override step(token: Uint8Array | undefined): Uint8Array | undefined {
    if (this.#negotiate === undefined) {
      this.#negotiate = writeNegotiate({ flags: CLIENT_FLAGS, version: VERSION });
      return this.#negotiate;
    }
    if (token === undefined || this.complete) throw invalidToken('NTLM', 'no challenge came');
    return this.#authenticate(this.#negotiate, token);
  }

  #authenticate(negotiate: Uint8Array, token: Uint8Array): Uint8Array {
    const { user, domain, password, random, now } = this.#options;
    const challenge = readChallenge(token);
    const flags = (challenge.flags & CLIENT_FLAGS & ~NtlmFlag.Oem) >>> 0;
    if ((flags & NtlmFlag.Unicode) === 0) throw invalidToken('NTLM', 'the server does not offer Unicode');
    if ((flags & NtlmFlag.ExtendedSessionSecurity) === 0 && this.#options.allowNtlmV1 !== true)
      throw invalidToken('NTLM', 'the server does not offer extended session security');
    const clientChallenge = random(8);
    const ntHash = ntowfv1(password);
    const timestamp = avValue(challenge.targetInfo ?? [], AvId.Timestamp);
    let responses;
    if (challenge.targetInfo !== undefined) {
      this.sentMic = timestamp !== undefined;
      const info = this.#targetInfo(challenge.targetInfo, this.sentMic);
      const key = ntowfv2(ntHash, user, domain);
      responses = responsesV2(key, challenge.serverChallenge, clientChallenge, timestamp ?? fileTimeBytes(now()), info);
      if (timestamp !== undefined) responses = { ...responses, lmResponse: new Uint8Array(24) };
    } else if (this.#options.allowNtlmV1 === true) {
      responses = responsesV1(flags, ntHash, lmowfv1(password), challenge.serverChallenge, clientChallenge);
    } else throw invalidToken('NTLM', 'the server offers version 1 only, which is refused');
    let sessionKey = responses.keyExchangeKey;
    let encryptedRandomSessionKey: Uint8Array = new Uint8Array(0);
    if ((flags & NtlmFlag.KeyExchange) !== 0 && (flags & (NtlmFlag.Sign | NtlmFlag.Seal)) !== 0) {
      sessionKey = random(16);
      encryptedRandomSessionKey = rc4(responses.keyExchangeKey, sessionKey);
    }
    const message: AuthenticateMessage = {
      flags,
      lmResponse: responses.lmResponse,
      ntResponse: responses.ntResponse,
      domain,
      user,
      workstation: this.#options.workstation ?? '',
      encryptedRandomSessionKey,
      version: VERSION,
      mic: new Uint8Array(16),
    };
    const bytes = writeAuthenticate(message);
    if (this.sentMic) bytes.set(hmac('md5', sessionKey, negotiate, token, bytes), MIC_OFFSET);
    this.establish(flags, sessionKey, 'initiate');
    return bytes;
  }

  /** The server's list, with what the client adds under its signature. */
  #targetInfo(info: TargetInfo, mic: boolean): TargetInfo {
    const list = info.filter(([id]) => id !== AvId.Flags && id !== AvId.ChannelBindings && id !== AvId.TargetName);
    const flags = readU32(avValue(info, AvId.Flags)) | (mic ? AvFlag.MicPresent : 0);
    return [
      ...list,
      [AvId.Flags, u32Bytes(flags)],
      [AvId.ChannelBindings, this.#options.channelBindings ?? new Uint8Array(16)],
      [AvId.TargetName, encodeUtf16(this.#options.targetName ?? '')],
    ];
  }
}

/** What the server knows of an account: its NT hash, or that there is none. */
export type NtlmAccountLookup = (
  user: string,
  domain: string,
) => { readonly ntHash: Uint8Array; readonly account: string } | undefined;

export interface NtlmServerOptions {
  readonly computerName: string;
  readonly dnsName: string;
  readonly lookup: NtlmAccountLookup;
  /** Our channel's bindings; undefined on plain HTTP. */
  readonly channelBindings?: Uint8Array;
  /** None ignores what the client bound, Relaxed checks it when it is there, Strict requires it. */
  readonly hardening?: 'None' | 'Relaxed' | 'Strict';
  /**
   * Host names that we go by. A client that says in its signed information that it meant another server is refused:
   * somebody passes its login on to us. Undefined: any name is taken.
   */
  readonly targetNames?: readonly string[];
  /** Take version 1 too. Off: such clients are refused. */
  readonly allowNtlmV1?: boolean;
  readonly random: RandomSource;
  /** Unix time in ms. */
  readonly now: () => number;
}

const DENIED = (): AuthenticationError =>
  new AuthenticationError('NTLM', 'The user name or the password is incorrect.', { errorId: 'LogonFailure' });

export class NtlmServerContext extends NtlmContext implements AcceptorContext {
  readonly #options: NtlmServerOptions;
  #negotiate: Uint8Array | undefined;
  #challenge: { readonly bytes: Uint8Array; readonly serverChallenge: Uint8Array; readonly flags: number } | undefined;
  #identity: AuthenticatedIdentity | undefined;
  /** True when the client's AUTHENTICATE carried a MIC. */
  receivedMic = false;
  /** The name that the client wrote, right or wrong. */
  attempted: string | undefined;

  constructor(options: NtlmServerOptions) {
    super();
    this.#options = options;
  }
  get identity(): AuthenticatedIdentity | undefined {
    return this.#identity;
  }

  override step(token: Uint8Array | undefined): Uint8Array | undefined {
    if (token === undefined || this.complete) throw invalidToken('NTLM', 'no message came, or one too many');
    if (this.#challenge === undefined) {
      this.#negotiate = token;
      return this.#answer(readNegotiate(token).flags);
    }
    this.#accept(this.#challenge, token);
    return undefined;
  }

  #answer(clientFlags: number): Uint8Array {
    const { computerName, dnsName, random, now } = this.#options;
    const unicode = (clientFlags & NtlmFlag.Unicode) !== 0;
    if ((clientFlags & NtlmFlag.ExtendedSessionSecurity) === 0 || (!unicode && (clientFlags & NtlmFlag.Oem) === 0)) {
      throw invalidToken('NTLM', 'the client offers no extended session security, or no way to write names');
    }
    // curl and Python's ntlm-auth write names in OEM only.
    const offered = clientFlags & SERVER_FLAGS & ~(unicode ? NtlmFlag.Oem : NtlmFlag.Unicode);
    const flags = (offered | NtlmFlag.TargetInfo | NtlmFlag.TargetTypeServer | NtlmFlag.RequestTarget) >>> 0;
    const serverChallenge = random(8);
    const name = computerName.split('.')[0]?.toUpperCase().slice(0, 15) ?? '';
    const bytes = writeChallenge({
      flags,
      targetName: name,
      serverChallenge,
      version: VERSION,
      targetInfo: [
        [AvId.NbDomainName, encodeUtf16(name)],
        [AvId.NbComputerName, encodeUtf16(name)],
        [AvId.DnsDomainName, encodeUtf16(dnsName)],
        [AvId.DnsComputerName, encodeUtf16(dnsName)],
        [AvId.Timestamp, fileTimeBytes(now())],
      ],
    });
    this.#challenge = { bytes, serverChallenge, flags };
    return bytes;
  }

  #accept(
    challenge: { readonly bytes: Uint8Array; readonly serverChallenge: Uint8Array; readonly flags: number },
    token: Uint8Array,
  ): void {
    const message = readAuthenticate(token);
    this.attempted = message.domain === '' ? message.user : `${message.domain}\\${message.user}`;
    if (message.user === '' || (message.flags & NtlmFlag.Anonymous) !== 0) throw DENIED();
    if (message.ntResponse.length === 24 && this.#options.allowNtlmV1 === true) {
      this.#acceptV1(challenge, message);
      return;
    }
    if (message.ntResponse.length < 44)
      throw new AuthenticationError('NTLM', 'NTLM version 1 is refused. Let the client use version 2.', {
        errorId: 'LogonFailure',
      });
    const account = this.#options.lookup(message.user, message.domain);
    // An unknown account costs the same work as a wrong password.
    const key = ntowfv2(account?.ntHash ?? new Uint8Array(16), message.user, message.domain);
    const proof = message.ntResponse.subarray(0, 16);
    const blob = message.ntResponse.subarray(16);
    const right = equalBytes(hmac('md5', key, challenge.serverChallenge, blob), proof);
    if (!right || account === undefined) throw DENIED();
    const info = readTargetInfo(blob.subarray(28));
    this.#checkTime(blob.subarray(8, 16));
    const keyExchangeKey = hmac('md5', key, proof);
    // Only what we offered can be used, whatever the client writes.
    const flags = (message.flags & challenge.flags) >>> 0;
    if ((flags & NtlmFlag.ExtendedSessionSecurity) === 0)
      throw invalidToken('NTLM', 'extended session security was taken away on the way');
    const sessionKey = this.#exportedKey(flags, keyExchangeKey, message);
    this.#checkMic(message, info, challenge.bytes, token, sessionKey);
    this.#checkChannel(info);
    this.#checkTarget(info);
    this.establish(flags, sessionKey, 'accept');
    this.#identity = { user: account.account, mechanism: 'NTLM' };
  }

  /** Without MIC and channel bindings: version 1 has none. [MS-NLMP 3.3.1] */
  #acceptV1(
    challenge: { readonly serverChallenge: Uint8Array; readonly flags: number },
    message: AuthenticateMessage,
  ): void {
    if (this.#options.channelBindings !== undefined && this.#options.hardening === 'Strict') throw DENIED();
    const account = this.#options.lookup(message.user, message.domain);
    const flags = (message.flags & challenge.flags) >>> 0;
    const expected = responsesV1(
      flags,
      account?.ntHash ?? new Uint8Array(16),
      new Uint8Array(16), // nobody keeps an LM hash
      challenge.serverChallenge,
      message.lmResponse.subarray(0, 8),
    );
    if (!equalBytes(expected.ntResponse, message.ntResponse) || account === undefined) throw DENIED();
    this.establish(flags, this.#exportedKey(flags, expected.keyExchangeKey, message), 'accept');
    this.#identity = { user: account.account, mechanism: 'NTLM' };
  }

  #exportedKey(flags: number, keyExchangeKey: Uint8Array, message: AuthenticateMessage): Uint8Array {
    if ((flags & NtlmFlag.KeyExchange) === 0) return keyExchangeKey;
    if (message.encryptedRandomSessionKey.length !== 16)
      throw invalidToken('NTLM', 'the session key has a wrong length');
    return rc4(keyExchangeKey, message.encryptedRandomSessionKey);
  }

  #checkTime(fileTime: Uint8Array): void {
    const skewMs = Math.abs(unixMsOf(fileTime) - this.#options.now());
    if (skewMs > MAX_SKEW_MS) {
      throw new AuthenticationError(
        'NTLM',
        `The clocks of the two computers are ${Math.round(skewMs / 60_000)} minutes apart. Set them and try again.`,
        { errorId: 'LogonFailure' },
      );
    }
  }

  #checkMic(
    message: AuthenticateMessage,
    info: TargetInfo,
    challenge: Uint8Array,
    token: Uint8Array,
    sessionKey: Uint8Array,
  ): void {
    const announced = (readU32(avValue(info, AvId.Flags)) & AvFlag.MicPresent) !== 0;
    this.receivedMic = announced;
    // We always send a timestamp, so a client of this century always sends a MIC; the announcement itself is signed.
    if (!announced) return;
    if (message.mic === undefined || this.#negotiate === undefined)
      throw invalidToken('NTLM', 'its MIC was taken away');
    const zeroed = token.slice();
    const at = message.micOffset ?? MIC_OFFSET;
    zeroed.fill(0, at, at + 16);
    if (!equalBytes(hmac('md5', sessionKey, concatBytes(this.#negotiate, challenge, zeroed)), message.mic)) {
      throw invalidToken('NTLM', 'its MIC does not fit: a message was altered on the way');
    }
  }

  #checkTarget(info: TargetInfo): void {
    const { targetNames } = this.#options;
    const target = targetNameOf(info) ?? '';
    if (targetNames === undefined || target === '') return; // old clients name nobody
    if (targetNames.some((name) => name.toLowerCase() === hostOf(target))) return;
    throw new AuthenticationError(
      'NTLM',
      `The client meant another server ('${target.slice(0, 100)}'): somebody may be passing its login on.`,
      { errorId: 'AccessDenied' },
    );
  }

  #checkChannel(info: TargetInfo): void {
    const { channelBindings, hardening = 'Relaxed' } = this.#options;
    if (channelBindings === undefined || hardening === 'None') return;
    const sent = avValue(info, AvId.ChannelBindings);
    const absent = sent === undefined || sent.every((byte) => byte === 0);
    if (absent && hardening === 'Relaxed') return;
    if (absent || !equalBytes(sent, channelBindings)) {
      throw new AuthenticationError(
        'NTLM',
        'The client is bound to another TLS channel than ours: somebody may stand in between.',
        { errorId: 'AccessDenied' },
      );
    }
  }
}

/** The host of `HTTP/host:port` and the like, in lower case. */
const hostOf = (target: string): string =>
  target
    .slice(target.indexOf('/') + 1)
    .replace(/:\d+$/, '')
    .toLowerCase();

/** The target's name in a client's signed information, for checks and logs. */
export const targetNameOf = (info: TargetInfo): string | undefined => {
  const value = avValue(info, AvId.TargetName);
  return value === undefined ? undefined : decodeUtf16(value);
};
