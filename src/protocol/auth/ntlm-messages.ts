/**
 * NTLM's three messages and their parts. [MS-NLMP 2.2], protocol.md 8.4
 *
 * All integers are little-endian. A `Fields` is length u16, maximum length u16, offset u32 from the message's start.
 * Version (8 bytes) and MIC (16 bytes) are there when no payload begins before their end.
 */
import { encodeUtf16, decodeUtf16 } from '../crypto/index.js';
import { invalidToken } from './security-context.js';

export const NtlmFlag = {
  Unicode: 0x00000001,
  Oem: 0x00000002,
  RequestTarget: 0x00000004,
  Sign: 0x00000010,
  Seal: 0x00000020,
  Datagram: 0x00000040,
  LmKey: 0x00000080,
  Ntlm: 0x00000200,
  Anonymous: 0x00000800,
  DomainSupplied: 0x00001000,
  WorkstationSupplied: 0x00002000,
  AlwaysSign: 0x00008000,
  TargetTypeDomain: 0x00010000,
  TargetTypeServer: 0x00020000,
  ExtendedSessionSecurity: 0x00080000,
  RequestNonNtSessionKey: 0x00400000,
  TargetInfo: 0x00800000,
  Version: 0x02000000,
  Key128: 0x20000000,
  KeyExchange: 0x40000000,
  Key56: 0x80000000,
} as const;

export const AvId = {
  Eol: 0,
  NbComputerName: 1,
  NbDomainName: 2,
  DnsComputerName: 3,
  DnsDomainName: 4,
  DnsTreeName: 5,
  Flags: 6,
  Timestamp: 7,
  SingleHost: 8,
  TargetName: 9,
  ChannelBindings: 10,
} as const;
export type AvIdValue = (typeof AvId)[keyof typeof AvId];

/** Bits of AvId.Flags. */
export const AvFlag = { Constrained: 1, MicPresent: 2, UntrustedSpn: 4 } as const;

const SIGNATURE = [0x4e, 0x54, 0x4c, 0x4d, 0x53, 0x53, 0x50, 0x00] as const;
const MAX_MESSAGE_BYTES = 65_536;
const MAX_AV_PAIRS = 64;

export const isNtlmToken = (token: Uint8Array): boolean =>
  token.length >= 12 && SIGNATURE.every((byte, at) => token[at] === byte);

export interface NtlmVersion {
  readonly major: number;
  readonly minor: number;
  readonly build: number;
  /** Of NTLM itself; default 15. */
  readonly revision?: number;
}

/** AV_PAIRs in order, values as raw bytes. The end marker is not in the list. */
export type TargetInfo = ReadonlyArray<readonly [id: number, value: Uint8Array]>;

export const avValue = (info: TargetInfo, id: number): Uint8Array | undefined =>
  info.find(([candidate]) => candidate === id)?.[1];

export function readTargetInfo(bytes: Uint8Array): TargetInfo {
  const pairs: Array<readonly [number, Uint8Array]> = [];
  let at = 0;
  for (;;) {
    if (at + 4 > bytes.length) throw invalidToken('NTLM', 'the target information has no end');
    const id = u16(bytes, at);
    const length = u16(bytes, at + 2);
    if (id === AvId.Eol) return pairs;
    if (at + 4 + length > bytes.length || pairs.length >= MAX_AV_PAIRS)
      throw invalidToken('NTLM', 'the target information is cut or too long');
    pairs.push([id, bytes.slice(at + 4, at + 4 + length)]);
    at += 4 + length;
  }
}

export function writeTargetInfo(info: TargetInfo): Uint8Array {
  const size = info.reduce((sum, [, value]) => sum + 4 + value.length, 4);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [id, value] of info) {
    view.setUint16(at, id, true);
    view.setUint16(at + 2, value.length, true);
    out.set(value, at + 4);
    at += 4 + value.length;
  }
  return out;
}

export interface NegotiateMessage {
  readonly flags: number;
  readonly domain?: string;
  readonly workstation?: string;
  readonly version?: NtlmVersion;
}
export interface ChallengeMessage {
  readonly flags: number;
  readonly targetName?: string;
  /** 8 bytes. */
  readonly serverChallenge: Uint8Array;
  readonly targetInfo?: TargetInfo;
  readonly version?: NtlmVersion;
}
export interface AuthenticateMessage {
  readonly flags: number;
  readonly lmResponse: Uint8Array;
  readonly ntResponse: Uint8Array;
  readonly domain: string;
  readonly user: string;
  readonly workstation: string;
  readonly encryptedRandomSessionKey: Uint8Array;
  readonly version?: NtlmVersion;
  /** 16 bytes; undefined for a message without one. */
  readonly mic?: Uint8Array;
  /** Where it stands, in a message that was read. */
  readonly micOffset?: number;
}

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const u32 = (bytes: Uint8Array, at: number): number => (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;

function expectMessage(bytes: Uint8Array, type: number, minimum: number): void {
  if (bytes.length > MAX_MESSAGE_BYTES) throw invalidToken('NTLM', `it has ${bytes.length} bytes`);
  if (!isNtlmToken(bytes) || bytes.length < minimum) throw invalidToken('NTLM', 'it is no NTLM message, or it is cut');
  if (u32(bytes, 8) !== type) throw invalidToken('NTLM', `message ${u32(bytes, 8)} came where message ${type} belongs`);
}

/** What a `Fields` points to, copied. */
function payload(bytes: Uint8Array, at: number): Uint8Array {
  const length = u16(bytes, at);
  const offset = u32(bytes, at + 4);
  if (length === 0) return new Uint8Array(0);
  if (offset + length > bytes.length) throw invalidToken('NTLM', 'a field points behind the end');
  return bytes.slice(offset, offset + length);
}

/** The smallest offset of a payload that is not empty: where the fixed part ends at the latest. */
function payloadStart(bytes: Uint8Array, fields: readonly number[]): number {
  return Math.min(bytes.length, ...fields.filter((at) => u16(bytes, at) > 0).map((at) => u32(bytes, at + 4)));
}

function readVersion(bytes: Uint8Array, at: number): NtlmVersion {
  return { major: bytes[at] ?? 0, minor: bytes[at + 1] ?? 0, build: u16(bytes, at + 2) };
}

const oem = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const oemBytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff);

/** Lays out a message: the fixed part, then the payloads, each `Fields` filled in. */
function lay(
  type: number,
  fixed: number,
  fields: ReadonlyArray<readonly [at: number, value: Uint8Array]>,
  fill: (view: DataView, out: Uint8Array) => void,
): Uint8Array {
  const size = fields.reduce((sum, [, value]) => sum + value.length, fixed);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  out.set(SIGNATURE);
  view.setUint32(8, type, true);
  let offset = fixed;
  for (const [at, value] of fields) {
    view.setUint16(at, value.length, true);
    view.setUint16(at + 2, value.length, true);
    view.setUint32(at + 4, offset, true);
    out.set(value, offset);
    offset += value.length;
  }
  fill(view, out);
  return out;
}

function writeVersion(view: DataView, at: number, version: NtlmVersion | undefined): void {
  if (version === undefined) return;
  view.setUint8(at, version.major);
  view.setUint8(at + 1, version.minor);
  view.setUint16(at + 2, version.build, true);
  view.setUint8(at + 7, version.revision ?? 0x0f);
}

export function readNegotiate(bytes: Uint8Array): NegotiateMessage {
  expectMessage(bytes, 1, 16);
  const flags = u32(bytes, 12);
  const domain = (flags & NtlmFlag.DomainSupplied) !== 0 && bytes.length >= 24 ? oem(payload(bytes, 16)) : undefined;
  const workstation =
    (flags & NtlmFlag.WorkstationSupplied) !== 0 && bytes.length >= 32 ? oem(payload(bytes, 24)) : undefined;
  const versioned = (flags & NtlmFlag.Version) !== 0 && bytes.length >= 40;
  return {
    flags,
    ...(domain === undefined ? {} : { domain }),
    ...(workstation === undefined ? {} : { workstation }),
    ...(versioned ? { version: readVersion(bytes, 32) } : {}),
  };
}

export function writeNegotiate(message: NegotiateMessage): Uint8Array {
  const flags =
    (message.flags |
      (message.domain === undefined ? 0 : NtlmFlag.DomainSupplied) |
      (message.workstation === undefined ? 0 : NtlmFlag.WorkstationSupplied) |
      (message.version === undefined ? 0 : NtlmFlag.Version)) >>>
    0;
  const fixed = message.version === undefined ? 32 : 40;
  const fields = [
    [16, oemBytes(message.domain ?? '')],
    [24, oemBytes(message.workstation ?? '')],
  ] as const;
  return lay(1, fixed, fields, (view) => {
    view.setUint32(12, flags, true);
    writeVersion(view, 32, message.version);
  });
}

export function readChallenge(bytes: Uint8Array): ChallengeMessage {
  expectMessage(bytes, 2, 32);
  const flags = u32(bytes, 20);
  const name = payload(bytes, 12);
  const hasInfo = (flags & NtlmFlag.TargetInfo) !== 0 && bytes.length >= 48;
  const info = hasInfo ? payload(bytes, 40) : undefined;
  const versioned = (flags & NtlmFlag.Version) !== 0 && payloadStart(bytes, hasInfo ? [12, 40] : [12]) >= 56;
  return {
    flags,
    serverChallenge: bytes.slice(24, 32),
    ...(name.length === 0 ? {} : { targetName: (flags & NtlmFlag.Unicode) !== 0 ? decodeUtf16(name) : oem(name) }),
    ...(info === undefined || info.length === 0 ? {} : { targetInfo: readTargetInfo(info) }),
    ...(versioned ? { version: readVersion(bytes, 48) } : {}),
  };
}

export function writeChallenge(message: ChallengeMessage): Uint8Array {
  const name = message.targetName ?? '';
  const fields = [
    [12, (message.flags & NtlmFlag.Unicode) !== 0 ? encodeUtf16(name) : oemBytes(name)],
    [40, message.targetInfo === undefined ? new Uint8Array(0) : writeTargetInfo(message.targetInfo)],
  ] as const;
  return lay(2, message.version === undefined ? 48 : 56, fields, (view, out) => {
    view.setUint32(20, message.flags, true);
    out.set(message.serverChallenge, 24);
    writeVersion(view, 48, message.version);
  });
}

const AUTHENTICATE_FIELDS = [12, 20, 28, 36, 44, 52] as const;

export function readAuthenticate(bytes: Uint8Array): AuthenticateMessage {
  expectMessage(bytes, 3, 64);
  const flags = u32(bytes, 60);
  const text = (at: number): string =>
    (flags & NtlmFlag.Unicode) !== 0 ? decodeUtf16(payload(bytes, at)) : oem(payload(bytes, at));
  const start = payloadStart(bytes, AUTHENTICATE_FIELDS);
  // 72: a version; 80: a MIC without one, of old clients; 88: both.
  const versioned = start >= 88 || (start >= 72 && start !== 80);
  const micAt = versioned ? 72 : 64;
  return {
    flags,
    lmResponse: payload(bytes, 12),
    ntResponse: payload(bytes, 20),
    domain: text(28),
    user: text(36),
    workstation: text(44),
    encryptedRandomSessionKey: payload(bytes, 52),
    ...(versioned ? { version: readVersion(bytes, 64) } : {}),
    ...(start >= micAt + 16 ? { mic: bytes.slice(micAt, micAt + 16), micOffset: micAt } : {}),
  };
}

/** Where the MIC stands in an AUTHENTICATE with a version, as ours are. */
export const MIC_OFFSET = 72;

/** Writes the message. A MIC that is to be filled in later is given as 16 zeros. */
export function writeAuthenticate(message: AuthenticateMessage): Uint8Array {
  const text = (value: string): Uint8Array =>
    (message.flags & NtlmFlag.Unicode) !== 0 ? encodeUtf16(value) : oemBytes(value);
  const fields = [
    [12, message.lmResponse],
    [20, message.ntResponse],
    [28, text(message.domain)],
    [36, text(message.user)],
    [44, text(message.workstation)],
    [52, message.encryptedRandomSessionKey],
  ] as const;
  const micAt = message.version === undefined ? 64 : MIC_OFFSET;
  return lay(3, message.mic === undefined ? micAt : micAt + 16, fields, (view, out) => {
    view.setUint32(60, message.flags, true);
    writeVersion(view, 64, message.version);
    if (message.mic !== undefined) out.set(message.mic, micAt);
  });
}
