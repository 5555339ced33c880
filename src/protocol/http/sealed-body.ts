/**
 * Sealed WinRM bodies. [MS-WSMV 2.2.9.1], protocol.md 8.8
 *
 *     --Encrypted Boundary CRLF
 *     HT Content-Type: application/HTTP-SPNEGO-session-encrypted CRLF
 *     HT OriginalContent: type=application/soap+xml;charset=UTF-8;Length=1273 CRLF
 *     --Encrypted Boundary CRLF
 *     HT Content-Type: application/octet-stream CRLF
 *     u32 LE signature length | signature | cipher text --Encrypted Boundary-- CRLF
 *
 * No CRLF stands before the closing boundary. The tab is written because three known clients require it, and is not
 * required of anybody. CredSSP seals at most 16 KiB a part: several make `multipart/x-multi-encrypted`.
 */
import { RemoteProtocolError } from '../errors/index.js';
import type { SealedMessage } from '../auth/index.js';

export type SealProtocol =
  | 'application/HTTP-SPNEGO-session-encrypted'
  | 'application/HTTP-Kerberos-session-encrypted'
  | 'application/HTTP-CredSSP-session-encrypted';

const BOUNDARY = 'Encrypted Boundary';
/** The most plain bytes that one CredSSP part holds: a TLS record's. */
export const CREDSSP_PART_BYTES = 16_384;
const MAX_HEADER_BYTES = 1024;
/** One byte with RC4 keys, up to eight with DES. */
const MAX_PADDING_BYTES = 8;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const OCTET_HEADER = ascii(`--${BOUNDARY}\r\n\tContent-Type: application/octet-stream\r\n`);
const END = ascii(`--${BOUNDARY}--\r\n`);

export interface SealedBody {
  /** The whole HTTP Content-Type. */
  readonly contentType: string;
  readonly body: Uint8Array;
}

/**
 * Length is the plain length; padding that the mechanism adds (Kerberos with RC4 keys: one byte) counts as plain text.
 * [pypsrp encryption.py]
 * @param seal seals one part, in the order of the calls.
 */
export function sealBody(
  plain: Uint8Array,
  protocol: SealProtocol,
  seal: (part: Uint8Array) => SealedMessage,
  options: { readonly type?: string } = {},
): SealedBody {
  const type = options.type ?? 'application/soap+xml;charset=UTF-8';
  const size =
    protocol === 'application/HTTP-CredSSP-session-encrypted' ? CREDSSP_PART_BYTES : Math.max(1, plain.length);
  const pieces: Uint8Array[] = [];
  let parts = 0;
  for (let at = 0; at < plain.length || parts === 0; at += size) {
    const part = plain.subarray(at, at + size);
    const { signature, sealed, paddingBytes = 0 } = seal(part);
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, signature.length, true);
    pieces.push(
      ascii(
        `--${BOUNDARY}\r\n\tContent-Type: ${protocol}\r\n\tOriginalContent: type=${type};Length=${part.length + paddingBytes}\r\n`,
      ),
      OCTET_HEADER,
      length,
      signature,
      sealed,
    );
    parts += 1;
  }
  pieces.push(END);
  const body = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    body.set(piece, at);
    at += piece.length;
  }
  const kind = parts > 1 ? 'multipart/x-multi-encrypted' : 'multipart/encrypted';
  return { contentType: `${kind};protocol="${protocol}";boundary="${BOUNDARY}"`, body };
}

/** Whether a Content-Type says that the body is sealed, and by which protocol. */
export function sealProtocolOf(contentType: string | undefined): SealProtocol | undefined {
  if (contentType === undefined || !/^\s*multipart\/(?:x-multi-)?encrypted\b/i.test(contentType)) return undefined;
  const name = /protocol="?([^";]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? '';
  if (name.includes('spnego')) return 'application/HTTP-SPNEGO-session-encrypted';
  if (name.includes('kerberos')) return 'application/HTTP-Kerberos-session-encrypted';
  if (name.includes('credssp')) return 'application/HTTP-CredSSP-session-encrypted';
  return undefined;
}

/** One sealed part as it stands in the body, and the plain length, with padding, that its header promises. */
export interface SealedPart extends SealedMessage {
  readonly plainLength: number;
}

/**
 * Cuts a sealed body into its parts. The cipher text is never searched for a boundary: the plain length says where it
 * ends for mechanisms that keep the length (NTLM, Kerberos); for CredSSP it ends at the next part's header.
 * @throws {RemoteProtocolError} the body is not of this form; says where.
 */
export function splitSealedBody(body: Uint8Array, protocol: SealProtocol): readonly SealedPart[] {
  const parts: SealedPart[] = [];
  let at = 0;
  for (;;) {
    at = skipBoundary(body, at);
    const header = readHeader(body, at);
    const plainLength = Number(/Length=(\d+)/i.exec(header.text)?.[1] ?? Number.NaN);
    if (!Number.isSafeInteger(plainLength) || plainLength > body.length)
      throw wrong('a part does not tell its length', at);
    at = skipBoundary(body, header.end);
    at = octetHeaderEnd(body, at);
    if (at + 4 > body.length) throw wrong('a part has no signature', at);
    const signatureLength = new DataView(body.buffer, body.byteOffset + at, 4).getUint32(0, true);
    at += 4;
    let end: number;
    if (protocol === 'application/HTTP-CredSSP-session-encrypted') end = credsspEnd(body, at, plainLength);
    else end = at + signatureLength + plainLength;
    if (end > body.length || signatureLength > end - at) throw wrong('a part is cut', at);
    parts.push({
      signature: body.subarray(at, at + signatureLength),
      sealed: body.subarray(at + signatureLength, end),
      plainLength,
    });
    const close = boundaryAt(body, end);
    if (close === undefined) throw wrong('no boundary follows a part', end);
    if (!close.last) {
      at = end;
      continue;
    }
    // Some write the closing boundary behind every part.
    if (close.end < body.length && boundaryAt(body, close.end) !== undefined) at = close.end;
    else return parts;
  }
}

/** Opens a sealed body. @throws {RemoteProtocolError | AuthenticationError} */
export function openSealedBody(
  body: Uint8Array,
  protocol: SealProtocol,
  open: (message: SealedMessage) => Uint8Array,
): Uint8Array {
  const parts = splitSealedBody(body, protocol).map((part) => {
    const plain = open(part);
    const padding = part.plainLength - plain.length;
    if (padding < 0 || padding > (isPadded(part) ? MAX_PADDING_BYTES : 0))
      throw new RemoteProtocolError(`A sealed part promised ${part.plainLength} bytes and holds ${plain.length}.`, {
        rule: 'MS-WSMV 2.2.9.1',
      });
    return plain;
  });
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Tokens of old Kerberos keys [RFC 1964, RFC 4757] begin with a tag, and pad. */
const isPadded = ({ signature }: SealedMessage): boolean => signature[0] === 0x60;

const wrong = (why: string, at: number): RemoteProtocolError =>
  new RemoteProtocolError(`The sealed body is not valid: ${why}.`, { where: `byte ${at}`, rule: 'MS-WSMV 2.2.9.1' });

/** A boundary line at `at`, with or without a blank behind its hyphens, closing or not; undefined when there is none. */
function boundaryAt(body: Uint8Array, at: number): { readonly end: number; readonly last: boolean } | undefined {
  let next = at;
  if (body[next] === 0x0d && body[next + 1] === 0x0a) next += 2;
  if (body[next] !== 0x2d || body[next + 1] !== 0x2d) return undefined;
  next += 2;
  if (body[next] === 0x20) next += 1;
  for (const char of BOUNDARY) {
    if (body[next] !== char.charCodeAt(0)) return undefined;
    next += 1;
  }
  const last = body[next] === 0x2d && body[next + 1] === 0x2d;
  if (last) next += 2;
  if (body[next] === 0x0d && body[next + 1] === 0x0a) next += 2;
  return { end: next, last };
}

function skipBoundary(body: Uint8Array, at: number): number {
  const found = boundaryAt(body, at);
  if (found === undefined || found.last) throw wrong('a boundary is missing', at);
  return found.end;
}

/** The lines up to the next boundary. */
function readHeader(body: Uint8Array, at: number): { readonly text: string; readonly end: number } {
  let text = '';
  for (let next = at; next < Math.min(body.length, at + MAX_HEADER_BYTES); next += 1) {
    if (body[next] === 0x2d && boundaryAt(body, next) !== undefined) return { text, end: next };
    text += String.fromCharCode(body[next] ?? 0);
  }
  throw wrong('the header of a part has no end', at);
}

function octetHeaderEnd(body: Uint8Array, at: number): number {
  for (let next = at; next < Math.min(body.length, at + MAX_HEADER_BYTES); next += 1) {
    if (body[next] === 0x0d && body[next + 1] === 0x0a) {
      const line = String.fromCharCode(...body.subarray(at, next)).trim();
      if (!/^Content-Type:\s*application\/octet-stream$/i.test(line))
        throw wrong('the data of a part is no octet stream', at);
      return next + 2;
    }
  }
  throw wrong('the data of a part has no header', at);
}

/** CredSSP's data are TLS records, longer than the plain text: they end where the next part or the end begins. */
function credsspEnd(body: Uint8Array, at: number, plainLength: number): number {
  for (let next = at + plainLength; next < body.length; next += 1) {
    const found = body[next] === 0x2d ? boundaryAt(body, next) : undefined;
    if (found === undefined) continue;
    if (found.last || body[found.end] === 0x09 || /^[Cc]/.test(String.fromCharCode(body[found.end] ?? 0))) return next;
  }
  throw wrong('a part is cut', at);
}
