/**
 * One listening socket: Node's HTTP server, bounded, giving each request to the router.
 *
 * Each TCP connection has one `GateConnection`, because later mechanisms authenticate connections (protocol.md 8.2).
 * Requests of one connection are answered in order, as HTTP/1.1 wants; a client that waits on Receive opens another.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { isIPv6, type Socket } from 'node:net';
import { createSecureContext, Server as TlsServer, TLSSocket } from 'node:tls';
import { ArgumentError, TransportError } from '../../protocol/errors/index.js';
import { systemErrorCode } from '../../io/store/index.js';
import type { ListenerConfiguration, ListenerTls } from '../configuration/endpoint-configuration.js';
import type { EndpointAddress } from '../endpoint-options.js';
import type { ConnectionFacts, GateConnection } from '../gate/mechanism.js';
import { BodyError, type IncomingRequest, type OutgoingResponse } from './http-request.js';

export interface HttpListenerOptions {
  readonly listener: ListenerConfiguration;
  /** Callers from elsewhere can log in by a mechanism that seals their messages. */
  readonly sealing: boolean;
  readonly answer: (request: IncomingRequest) => Promise<OutgoingResponse>;
  readonly connection: (facts: ConnectionFacts) => GateConnection;
  /** The connection is gone, and nothing of it is worked on. `byClient`: he closed it, or it broke. */
  readonly closed?: (connection: GateConnection, byClient: boolean) => void;
  readonly maxConnections: number;
  /** Longest time for headers, and for a body, to arrive. Milliseconds. */
  readonly requestTimeoutMs: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Kerberos tickets with many groups, and CredSSP's TLS flights, stand in one header. Bytes. */
const MAX_HEADER_BYTES = 128 * 1024;
/** Clients keep idle connections; http.sys closes after 120 s. Milliseconds. */
/** What is answered to a request that did not come to be one. */
const UNREAD: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};
/** How often it is looked for requests that do not come to their end. Milliseconds. */
const LATE_CHECK_MS = 5000;
const KEEP_ALIVE_MS = 120_000;
/** So many connections beyond MaxConnections are told why they are refused; more are cut. */
const REFUSED_CONNECTIONS = 16;

export class HttpListener {
  readonly address: EndpointAddress;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Sockets that have a request under way. */
  readonly #busy = new Set<Socket>();

  private constructor(server: Server, listener: ListenerConfiguration, sockets: Set<Socket>, busy: Set<Socket>) {
    this.#server = server;
    this.#sockets = sockets;
    this.#busy = busy;
    this.address = addressOf(server, listener);
  }

  /**
   * @throws {ArgumentError} `UnencryptedListener`: plain HTTP beyond loopback, without a mechanism that seals messages,
   * that nobody asked for in plain words.
   * @throws {TransportError} the address is in use or not ours, or the certificate cannot be read.
   */
  static async start(options: HttpListenerOptions): Promise<HttpListener> {
    const { listener } = options;
    refuseUnencrypted(listener, options.sealing);
    const settings = {
      maxHeaderSize: MAX_HEADER_BYTES,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: Math.min(options.requestTimeoutMs, LATE_CHECK_MS),
    };
    const server =
      listener.tls === undefined
        ? createServer(settings)
        : createTlsServer({ ...settings, ...(await tlsOptions(listener.tls, options.environment)) });
    server.maxConnections = options.maxConnections + REFUSED_CONNECTIONS;
    server.headersTimeout = Math.min(options.requestTimeoutMs, 60_000);
    server.requestTimeout = options.requestTimeoutMs;
    server.timeout = 0; // a pending Receive is silence, and legal
    const sockets = new Set<Socket>();
    const busy = new Set<Socket>();
    wire(server, options, sockets, busy, () => server.maxConnections - REFUSED_CONNECTIONS);
    await listen(server, listener);
    const bound = server.address();
    // A socket that somebody else opened may be anywhere.
    if (listener.descriptor !== undefined && typeof bound === 'object' && bound !== null) {
      try {
        refuseUnencrypted({ ...listener, address: bound.address, port: bound.port }, options.sealing);
      } catch (error) {
        server.close();
        throw error;
      }
    }
    return new HttpListener(server, listener, sockets, busy);
  }

  /**
   * Reads the certificate again, for connections from now on.
   * @param listener the same one with what may have changed of its certificate.
   * @returns takes it up; until then nothing has changed.
   * @throws {TransportError} it cannot be read, or is none.
   */
  async renewCertificate(
    listener: ListenerConfiguration,
    environment: HttpListenerOptions['environment'],
  ): Promise<() => void> {
    const server = this.#server;
    if (listener.tls === undefined || !(server instanceof TlsServer)) return () => undefined;
    const options = await tlsOptions(listener.tls, environment);
    return () => server.setSecureContext(options);
  }

  /** For connections from now on. */
  set maxConnections(most: number) {
    this.#server.maxConnections = most + REFUSED_CONNECTIONS;
  }

  /** No new connections; those that rest are closed; those that work may go on for `drainMs`. */
  async close(drainMs: number): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) if (!this.#busy.has(socket)) socket.destroy();
    const timer = setTimeout(() => {
      for (const socket of this.#sockets) socket.destroy();
    }, drainMs);
    await closed;
    clearTimeout(timer);
  }
}

/** @throws {ArgumentError} `UnencryptedListener` */
export function refuseUnencrypted(listener: ListenerConfiguration, sealing: boolean | undefined): void {
  const open = listener.tls === undefined && !isLoopback(listener.address);
  if (!open || listener.allowUnencrypted || sealing === true) return;
  throw new ArgumentError(
    'Listener',
    `The listener on ${listener.address}:${listener.port} has no TLS, so passwords and scripts could be read on the network. ` +
      'Give it a certificate ("tls"), give accounts what NTLM needs (pssession user passwd NAME --ntlm) or a Kerberos keytab, so that messages are sealed, let it listen on 127.0.0.1, or set "allowUnencrypted": true if that is what you want.',
    { errorId: 'UnencryptedListener', category: 'SecurityError', targetObject: listener.address },
  );
}

function wire(
  server: Server,
  options: HttpListenerOptions,
  sockets: Set<Socket>,
  busy: Set<Socket>,
  maxConnections: () => number,
): void {
  const connections = new WeakMap<Socket, GateConnection>();
  /** How many requests of a socket are worked on, also after it is gone. */
  const working = new WeakMap<Socket, number>();
  /** Sockets that the other side closed, or that broke. */
  const left = new WeakSet<Socket>();
  const closed = (socket: Socket): void => {
    const connection = connections.get(socket);
    if (connection === undefined || (working.get(socket) ?? 0) > 0) return;
    connections.delete(socket);
    options.closed?.(connection, left.has(socket));
  };
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      busy.delete(socket);
    });
  });
  server.on('drop', () => undefined);
  server.on('clientError', (error: Error, socket) => {
    if (!socket.writable) return;
    const status = UNREAD[systemErrorCode(error) ?? ''] ?? '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
  // Without this Node answers 100-continue before the gate has looked at the headers.
  server.on('checkContinue', (message: IncomingMessage, response: ServerResponse) => {
    void serve(message, response);
  });
  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { socket } = message;
    let connection = connections.get(socket);
    if (connection === undefined && sockets.size > maxConnections()) {
      response.writeHead(503, { Connection: 'close', 'Retry-After': '5', 'Content-Type': 'text/plain' });
      response.end('The endpoint has as many connections as MaxConnections allows.');
      return;
    }
    if (connection === undefined) {
      connection = options.connection(factsOf(socket, options.listener));
      connections.set(socket, connection);
      socket.once('end', () => left.add(socket)).once('error', () => left.add(socket));
      socket.once('close', () => closed(socket));
    }
    busy.add(socket);
    working.set(socket, (working.get(socket) ?? 0) + 1);
    const lost = new AbortController();
    response.once('close', () => {
      busy.delete(socket);
      if (!response.writableFinished) lost.abort();
    });
    const request = incoming(message, response, connection, lost.signal, options.requestTimeoutMs);
    await send(response, await options.answer(request));
    working.set(socket, (working.get(socket) ?? 1) - 1);
    if (socket.closed) closed(socket);
  };
  server.on('request', (message: IncomingMessage, response: ServerResponse) => {
    void serve(message, response);
  });
}

function incoming(
  message: IncomingMessage,
  response: ServerResponse,
  connection: GateConnection,
  connectionLost: AbortSignal,
  timeoutMs: number,
): IncomingRequest {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return {
    method: message.method ?? '',
    target: message.url ?? '/',
    headers,
    connection,
    connectionLost,
    readBody: (maxBytes) => readBody(message, response, maxBytes, timeoutMs),
  };
}

function readBody(
  message: IncomingMessage,
  response: ServerResponse,
  maxBytes: number,
  timeoutMs: number,
): Promise<Uint8Array> {
  const announced = Number(message.headers['content-length'] ?? 0);
  if (announced > maxBytes) {
    return Promise.reject(new BodyError(413, `The request has ${announced} bytes; at most ${maxBytes} are taken.`));
  }
  if (message.headers.expect?.toLowerCase() === '100-continue') response.writeContinue();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const fail = (status: 400 | 408 | 413, text: string): void => {
      clearTimeout(timer);
      message.pause();
      reject(new BodyError(status, text));
    };
    const timer = setTimeout(() => fail(408, 'The body took too long to arrive.'), timeoutMs);
    message.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxBytes) fail(413, `The request has more than the ${maxBytes} bytes that are taken.`);
      else chunks.push(chunk);
    });
    message.on('end', () => {
      clearTimeout(timer);
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, length));
    });
    const stopped = (): void => fail(400, 'The body stopped in the middle.');
    message.on('error', stopped);
    message.on('close', stopped);
    // It may have gone while the gate looked at the password: then nothing is told any more.
    if (message.destroyed) stopped();
  });
}

/** `written(true)` when the operating system has the whole answer, `written(false)` when the connection went first. */
function send(response: ServerResponse, answer: OutgoingResponse): Promise<void> {
  return new Promise((resolve) => {
    let told = false;
    const tell = (delivered: boolean): void => {
      if (told) return;
      told = true;
      answer.written?.(delivered);
      resolve();
    };
    if (response.destroyed || !response.socket?.writable) {
      tell(false);
      return;
    }
    const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
    response.once('finish', () => tell(true));
    response.once('close', () => tell(response.writableFinished));
    response.writeHead(answer.status, {
      ...Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, asHeader(value)])),
      'Content-Length': body.length,
      ...(answer.close === true ? { Connection: 'close' } : {}),
    });
    response.end(body);
    // A body that nobody reads would hold the connection open for ever.
    if (answer.close === true) response.once('finish', () => response.socket?.destroySoon());
  });
}

const asHeader = (value: string | readonly string[]): string | string[] =>
  typeof value === 'string' ? value : [...value];

function factsOf(socket: Socket, listener: ListenerConfiguration): ConnectionFacts {
  const remoteAddress = plainAddress(socket.remoteAddress ?? '');
  return {
    secure: socket instanceof TLSSocket,
    remoteAddress,
    localPort: socket.localPort ?? listener.port,
    loopback: isLoopback(remoteAddress) && isLoopback(plainAddress(socket.localAddress ?? '')),
    allowUnencrypted: listener.allowUnencrypted,
    ...(listener.authentication === undefined ? {} : { schemes: listener.authentication }),
    ...(socket instanceof TLSSocket ? tlsFacts(socket) : {}),
  };
}

/** The certificates of both ends: channel bindings are made of ours, accounts are found by the client's. */
function tlsFacts(socket: TLSSocket): Partial<ConnectionFacts> {
  const own = socket.getX509Certificate()?.raw;
  const client = socket.getPeerX509Certificate()?.raw;
  // Node types the error as an Error; it is the code's text.
  const problem = socket.authorized ? undefined : String(socket.authorizationError);
  return {
    ...(own === undefined ? {} : { serverCertificate: own }),
    ...(client === undefined
      ? {}
      : {
          clientCertificate: {
            raw: client,
            trusted: socket.authorized,
            ...(problem === undefined ? {} : { problem }),
          },
        }),
  };
}

/** IPv4 inside IPv6, as a dual-stack socket gives it. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** 127.0.0.0/8, ::1 and the name that stands for them. */
export function isLoopback(address: string): boolean {
  return /^127(?:\.\d{1,3}){3}$/.test(address) || address === '::1' || address.toLowerCase() === 'localhost';
}

/** @throws {TransportError} `CertificateNotReadable`, `CertificateNotUsable`. */
async function tlsOptions(
  tls: ListenerTls,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Record<string, unknown>> {
  const read = async (file: string | undefined): Promise<Buffer | undefined> => {
    if (file === undefined) return undefined;
    try {
      return await readFile(file);
    } catch (error) {
      throw new TransportError('WSMan', `The file '${file}' of the listener's certificate cannot be read.`, {
        errorId: 'CertificateNotReadable',
        cause: error,
        address: file,
      });
    }
  };
  const [cert, key, pfx] = [await read(tls.certificateFile), await read(tls.keyFile), await read(tls.pfxFile)];
  const passphrase = tls.passphraseVariable === undefined ? undefined : environment[tls.passphraseVariable];
  const options = {
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(pfx === undefined ? {} : { pfx }),
    ...(passphrase === undefined ? {} : { passphrase }),
    minVersion: tls.minVersion ?? 'TLSv1.2',
    // Asked for in the first handshake: Node has no renegotiation. The gate judges what comes. protocol.md 8.3
    ...(tls.clientCertificateAuthority === undefined
      ? {}
      : { requestCert: true, rejectUnauthorized: false, ca: await read(tls.clientCertificateAuthority) }),
  };
  checkCertificate(tls, options);
  return options;
}

function checkCertificate(tls: ListenerTls, options: Readonly<Record<string, unknown>>): void {
  try {
    createSecureContext(options);
  } catch (error) {
    const file = tls.certificateFile ?? tls.pfxFile ?? '';
    const why = error instanceof Error ? error.message : String(error);
    throw new TransportError('WSMan', `The certificate in '${file}' and its key cannot be used: ${why}.`, {
      errorId: 'CertificateNotUsable',
      cause: error,
      address: file,
    });
  }
}

function listen(server: Server, listener: ListenerConfiguration): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      const code = systemErrorCode(error);
      const reason =
        code === 'EADDRINUSE'
          ? 'another program listens there already'
          : code === 'EACCES'
            ? 'this needs more rights'
            : error.message;
      const address = `${listener.address}:${listener.port}`;
      reject(
        new TransportError('WSMan', `The endpoint cannot listen on ${address}: ${reason}.`, {
          errorId: 'ListenerNotStarted',
          address,
          cause: error,
          ...(code === undefined ? {} : { code }),
        }),
      );
    };
    server.once('error', failed);
    const where =
      listener.descriptor === undefined ? { host: listener.address, port: listener.port } : { fd: listener.descriptor };
    server.listen(where, () => {
      server.off('error', failed);
      server.on('error', () => undefined);
      resolve();
    });
  });
}

function addressOf(server: Server, listener: ListenerConfiguration): EndpointAddress {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : listener.port;
  const scheme = listener.tls === undefined ? 'http' : 'https';
  const host = isIPv6(listener.address) ? `[${listener.address}]` : listener.address;
  return {
    scheme,
    address: listener.address,
    port,
    path: listener.path,
    url: `${scheme}://${host}:${port}${listener.path}`,
  };
}
