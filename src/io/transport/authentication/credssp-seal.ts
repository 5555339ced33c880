/** Bodies sealed by CredSSP's TLS channel, for both roles: parts of one TLS record each. protocol.md 8.8 */
import { tlsTrailerLength } from '../../../protocol/auth/index.js';
import {
  CREDSSP_PART_BYTES,
  sealBody,
  splitSealedBody,
  type SealedBody,
  type SealProtocol,
} from '../../../protocol/http/index.js';
import type { TlsTunnel } from './tls-tunnel.js';

const PROTOCOL: SealProtocol = 'application/HTTP-CredSSP-session-encrypted';

export async function sealWithTunnel(tunnel: TlsTunnel, plain: Uint8Array): Promise<SealedBody> {
  const records: Uint8Array[] = [];
  for (let at = 0; at < plain.length || records.length === 0; at += CREDSSP_PART_BYTES)
    records.push(await tunnel.encrypt(plain.subarray(at, at + CREDSSP_PART_BYTES)));
  let next = 0;
  return sealBody(plain, PROTOCOL, (part) => {
    const record = records[next] ?? new Uint8Array(0);
    next += 1;
    // Receivers join the two again: only the number is looked at, by some.
    const cut = Math.min(record.length, tlsTrailerLength(part.length, tunnel.protocol, tunnel.cipher));
    return { signature: record.subarray(0, cut), sealed: record.subarray(cut) };
  });
}

/** @throws {RemoteProtocolError | AuthenticationError} the body is not of the form, or was altered. */
export async function openWithTunnel(tunnel: TlsTunnel, body: Uint8Array): Promise<Uint8Array> {
  const plain: Uint8Array[] = [];
  for (const part of splitSealedBody(body, PROTOCOL))
    plain.push(await tunnel.decrypt(Buffer.concat([part.signature, part.sealed]), part.plainLength));
  return plain.length === 1 && plain[0] !== undefined ? plain[0] : Buffer.concat(plain);
}
