/** Opens the socket of one HTTP connection: TCP, a proxy's CONNECT, TLS with the checks that were asked for. */
import { readFileSync } from 'node:fs';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { checkServerIdentity, connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { TransportError } from '../../protocol/errors/index.js';
import { errorCode } from './http-errors.js';
import type { ResolvedProxy } from './http-proxy.js';

export interface TlsOptions {
  /** Accept a certificate whose authority is not trusted. Its dates do not count then either, as with Windows. */
  readonly skipCACheck?: boolean;
  /** Accept a certificate that was made for another name. */
  readonly skipCNCheck?: boolean;
  /** Revocation is checked only against `crl`; with this, not even there. Node has no online check. */
  readonly skipRevocationCheck?: boolean;
  /** PEM text, or the path of a PEM file, of authorities to trust beside the system's. */
  readonly ca?: string | readonly string[];
  readonly crl?: string;
  /** With one, TLS 1.2 is used: Windows asks for it by a second handshake, which Node cannot do in TLS 1.3. */
  readonly clientCertificate?: ClientCertificateFiles;
  /** Default TLSv1.3. */
  readonly maxVersion?: 'TLSv1.2' | 'TLSv1.3';
}

/** A client certificate: PEM texts, or a PKCS#12 container. */
export type ClientCertificateFiles =
  | { readonly certificate: string; readonly key: string; readonly passphrase?: string }
  | { readonly pfx: Uint8Array; readonly passphrase?: string };

const LONGEST_PROXY_ANSWER = 65_536;
const pem = (text: string): string => (text.includes('-----BEGIN') ? text : readFileSync(text, 'utf8'));

function once(socket: Socket, event: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (error?: unknown): void => {
      socket.off(event, onEvent).off('error', end).off('close', onClose);
      signal.removeEventListener('abort', onAbort);
      if (error === undefined) resolve();
      else {
        socket.on('error', () => {});
        socket.destroy();
        reject(error instanceof Error ? error : new Error('aborted', { cause: error }));
      }
    };
    const onEvent = (): void => end();
    const onClose = (): void => end(Object.assign(new Error('closed while connecting'), { code: 'ECONNRESET' }));
    const onAbort = (): void => end(signal.reason ?? new Error('aborted'));
    socket.once(event, onEvent).once('error', end).once('close', onClose);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}

/** Asks a proxy for a tunnel. @throws {TransportError} it refuses; PROXY407 when it wants other credentials. */
async function tunnel(socket: Socket, target: string, proxy: ResolvedProxy, signal: AbortSignal): Promise<void> {
  const credentials = proxy.authorization === undefined ? '' : `Proxy-Authorization: ${proxy.authorization}\r\n`;
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${credentials}\r\n`);
  let head = '';
  while (!head.includes('\r\n\r\n')) {
    if (head.length > LONGEST_PROXY_ANSWER) break;
    const chunk: unknown = socket.read();
    if (Buffer.isBuffer(chunk)) head += chunk.toString('latin1');
    else await once(socket, 'readable', signal);
    if (socket.readableEnded) break;
  }
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1] ?? 0);
  if (status >= 200 && status < 300) return;
  socket.destroy();
  const why =
    status === 407
      ? 'it wants other credentials. Give -ProxyCredential and -ProxyAuthentication Basic to New-PSSessionOption'
      : `it answered ${status === 0 ? 'no HTTP' : status}`;
  throw new TransportError('WSMan', `The proxy ${proxy.host}:${proxy.port} opens no way to ${target}: ${why}.`, {
    code: `PROXY${status}`,
    address: `${proxy.host}:${proxy.port}`,
  });
}

function clientOptions({ clientCertificate, maxVersion }: TlsOptions): ConnectionOptions {
  if (clientCertificate === undefined) return maxVersion === undefined ? {} : { maxVersion };
  const { passphrase } = clientCertificate;
  return {
    maxVersion: 'TLSv1.2',
    ...('pfx' in clientCertificate
      ? { pfx: Buffer.from(clientCertificate.pfx) }
      : { cert: pem(clientCertificate.certificate), key: pem(clientCertificate.key) }),
    ...(passphrase === undefined ? {} : { passphrase }),
  };
}

async function secure(socket: Socket, host: string, options: TlsOptions, signal: AbortSignal): Promise<TLSSocket> {
  const ca = options.ca === undefined ? undefined : [options.ca].flat().map(pem);
  // Chain and name are judged below, before a byte of ours is sent: the two may be skipped one without the other.
  const tls = connectTls({
    socket,
    rejectUnauthorized: false,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(ca === undefined ? {} : { ca }),
    ...(options.crl === undefined || options.skipRevocationCheck === true ? {} : { crl: pem(options.crl) }),
    ...clientOptions(options),
  });
  await once(tls, 'secureConnect', signal);
  const refuse = (error: Error): never => {
    tls.destroy();
    throw error;
  };
  const nameError = checkServerIdentity(host, tls.getPeerCertificate());
  // Node puts a name error here too when the chain is good; the name has its own switch.
  const chainCode = tls.authorized ? undefined : String(tls.authorizationError);
  const isName = chainCode?.includes('ERR_TLS_CERT_ALTNAME_INVALID') === true;
  if (chainCode !== undefined && !isName && options.skipCACheck !== true)
    refuse(Object.assign(new Error(chainCode), { code: errorCode(tls.authorizationError) ?? chainCode }));
  if (nameError !== undefined && options.skipCNCheck !== true) refuse(nameError);
  return tls;
}

export async function openHttpSocket(
  url: URL,
  proxy: ResolvedProxy | undefined,
  tls: TlsOptions,
  signal: AbortSignal,
): Promise<Socket> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const https = url.protocol === 'https:';
  const port = Number(url.port === '' ? (https ? 443 : 80) : url.port);
  const socket = connectTcp({ host: proxy?.host ?? host, port: proxy?.port ?? port, noDelay: true, keepAlive: true });
  await once(socket, 'connect', signal);
  if (!https) return socket;
  if (proxy !== undefined) await tunnel(socket, `${url.hostname}:${port}`, proxy, signal);
  return await secure(socket, host, tls, signal);
}
