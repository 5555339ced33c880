import { OperationTimeoutError, PSSessionError, TransportError } from '../../protocol/errors/index.js';

const TEXTS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the name of the computer is not known. Check the name and the DNS server',
  EAI_AGAIN: 'the name of the computer could not be looked up just now. Check the network and the DNS server',
  ECONNREFUSED: 'nobody listens there. Check the port, and that the WinRM service or endpoint runs',
  ECONNRESET: 'the other side reset the connection',
  EPIPE: 'the other side closed the connection',
  ETIMEDOUT: 'the computer does not answer. Check the address and the firewall',
  EHOSTUNREACH: 'there is no route to the computer. Check the address and the network',
  ENETUNREACH: 'there is no route to the network of the computer',
  ERR_TLS_CERT_ALTNAME_INVALID:
    "the server's certificate was made for another name. Use a name that it holds, or -SkipCNCheck when that is intended",
  CERT_HAS_EXPIRED: "the server's certificate has expired. Renew it at the server",
  CERT_NOT_YET_VALID: "the server's certificate is not valid yet. Check the clocks of both computers",
  CERT_REVOKED: "the server's certificate was revoked",
  EPROTO: 'the other side does not speak TLS on this port. Check the port and -UseSSL',
};
const UNTRUSTED =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE)$/;

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** A failure of a socket or of TLS as a typed error with a text that says what to do. */
export function connectionError(error: unknown, address: string, connected: boolean): PSSessionError {
  if (error instanceof PSSessionError) return error;
  const code = errorCode(error);
  let why = code === undefined ? undefined : TEXTS[code];
  if (code !== undefined && UNTRUSTED.test(code))
    why =
      "the server's certificate is not trusted here. Install its authority's certificate, or use -SkipCACheck when that is intended";
  if (code?.startsWith('ERR_SSL_') === true && why === undefined)
    why = 'TLS could not be agreed on. Check the port, -UseSSL and the TLS versions of both sides';
  why ??= error instanceof Error ? error.message : String(error);
  return new TransportError('WSMan', `The connection to ${address} ${connected ? 'broke' : 'failed'}: ${why}.`, {
    category: connected ? 'ConnectionError' : 'OpenError',
    address,
    cause: error,
    ...(code === undefined ? {} : { code }),
  });
}

export const connectTimeout = (address: string, limitMs: number): OperationTimeoutError =>
  new OperationTimeoutError(`connect to ${address}`, limitMs);
