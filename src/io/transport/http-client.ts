/**
 * The HTTP side of WSMan: one POST at a time over a connection that stays the same, because authentication and sealing
 * belong to the connection (protocol.md 8.2). Nothing is followed, retried or decoded here: a redirection or a 404 is an
 * answer like any other, and the caller judges it.
 */
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  AuthenticationError,
  InvalidStateError,
  OperationTimeoutError,
  QuotaError,
  RemoteProtocolError,
} from '../../protocol/errors/index.js';
import { systemClock, traceChannel, withDeadline } from '../runtime/index.js';
import { connectionError, connectTimeout } from './http-errors.js';
import { resolveProxy, type ProxyChoice, type ResolvedProxy } from './http-proxy.js';
import { openHttpSocket, type TlsOptions } from './http-socket.js';
import type { SealedBody } from '../../protocol/http/index.js';

export interface HttpAnswer {
  readonly status: number;
  /** Lower-case names; of a repeated one the values are joined with ", ". */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/**
 * Authentication of one connection. A new one is made for every new socket. Basic is below; Negotiate, NTLM, Kerberos
 * and CredSSP drive their security contexts behind the same interface.
 */
export interface HttpAuthenticator {
  readonly mechanism: string;
  /** What a refusal shall say beside: why a better mechanism was not used. */
  readonly note?: string | undefined;
  /** True once no Authorization header is needed any more on this connection. */
  readonly complete: boolean;
  /** Every request is authenticated by itself, so that another connection can go on with the next step. */
  readonly perRequest?: boolean;
  /**
   * The Authorization header of the next request. `challenge` is the last answer's WWW-Authenticate, undefined at first.
   * `withBody` false: the leg goes out with an empty body. Undefined: there is nothing more to try.
   */
  authorization(challenge: string | undefined): MaybePromise<AuthorizationStep | undefined>;
  /** An answer that is no 401 came to a leg: its WWW-Authenticate may hold the last token. */
  accepted(challenge: string | undefined): MaybePromise<void>;
  /** Seals bodies once complete; absent where they go plain. protocol.md 8.8 */
  readonly seal?: ((body: Uint8Array) => MaybePromise<SealedBody>) | undefined;
  readonly unseal?: ((body: Uint8Array, contentType: string) => MaybePromise<Uint8Array>) | undefined;
  /** The connection is gone: secrets may be wiped. */
  readonly close?: () => void;
}

/** CredSSP's TLS runs on the event loop; the others answer at once. */
export type MaybePromise<T> = T | Promise<T>;
export interface AuthorizationStep {
  /** Undefined: the request goes out without one, to hear what the server wants. */
  readonly header: string | undefined;
  readonly withBody: boolean;
}

/** What an authenticator may want to know of its connection: channel bindings are made of the certificate. */
export interface ConnectionFacts {
  readonly url: URL;
  /** DER of the server's certificate, on https. */
  readonly serverCertificate: Uint8Array | undefined;
}

export interface HttpClientOptions {
  readonly url: string;
  readonly authenticator?: (facts: ConnectionFacts) => HttpAuthenticator;
  readonly tls?: TlsOptions;
  /** Default `environment`. */
  readonly proxy?: ProxyChoice;
  /** DNS, TCP, proxy and TLS together. Milliseconds, default 30,000. */
  readonly connectTimeoutMs?: number;
  /** Default 16 MiB. */
  readonly maxAnswerBytes?: number;
  readonly contentType?: string;
  readonly userAgent?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Legs of one authentication that are followed; NTLM has 2, SPNEGO up to 4, CredSSP about 8. */
const MOST_LEGS = 16;
const MAX_HEADER_BYTES = 262_144;
const trace = traceChannel('http');

/** Basic, with the text in UTF-8. protocol.md 8.3 */
export function basicAuthenticator(userName: string, password: string): HttpAuthenticator {
  const header = `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}`;
  return {
    mechanism: 'Basic',
    complete: false, // Basic goes with every request
    perRequest: true,
    authorization: (challenge) => (challenge === undefined ? { header, withBody: true } : undefined),
    accepted: () => {},
  };
}

class OneSocketAgent extends Agent {
  #next: Socket | undefined;
  constructor() {
    super({ keepAlive: true, maxSockets: 1, maxFreeSockets: 1 });
  }
  give(socket: Socket): void {
    this.#next = socket;
  }
  // oxlint-disable-next-line typescript/class-methods-use-this
  override createConnection(): Duplex {
    const socket = this.#next;
    this.#next = undefined;
    if (socket === undefined) throw new Error('no socket was opened for this request');
    return socket;
  }
}

export class HttpConnection {
  readonly #options: HttpClientOptions;
  readonly #url: URL;
  readonly #agent = new OneSocketAgent();
  #proxy: ResolvedProxy | undefined;
  #socket: Socket | undefined;
  #authenticator: HttpAuthenticator | undefined;
  #busy = false;
  #closed = false;

  constructor(options: HttpClientOptions) {
    this.#options = options;
    this.#url = new URL(options.url);
  }

  /**
   * Sends one request, with the legs of an authentication before it where they are needed.
   * @param timeoutMs from the first byte sent to the last byte received, each leg's. Connecting has its own limit.
   * @throws {TransportError} the connection failed or broke. {OperationTimeoutError} a limit was reached; its text names it.
   * @throws {AuthenticationError} the server refuses us. {QuotaError} the answer is too long.
   */
  async post(body: Uint8Array, timeoutMs: number, signal: AbortSignal): Promise<HttpAnswer> {
    if (this.#closed) throw new InvalidStateError('send a request', 'closed', ['open']);
    if (this.#busy) throw new InvalidStateError('send a request', 'waiting for an answer', ['idle']);
    this.#busy = true;
    try {
      return await this.#exchange(body, timeoutMs, signal);
    } catch (error) {
      this.#drop(); // a request that did not end leaves a connection in an unknown state
      throw error;
    } finally {
      this.#busy = false;
    }
  }

  close(): void {
    this.#closed = true;
    this.#drop();
    this.#agent.destroy();
  }

  async #exchange(body: Uint8Array, timeoutMs: number, signal: AbortSignal): Promise<HttpAnswer> {
    let step: AuthorizationStep | undefined;
    for (let leg = 0; leg < MOST_LEGS; leg += 1) {
      if (this.#socket === undefined || this.#socket.destroyed || !this.#socket.writable) await this.#connect(signal);
      const authenticator = this.#authenticator;
      step ??= await this.#nextStep(authenticator, undefined);
      const empty = step?.withBody === false;
      const answer = await this.#send(empty ? new Uint8Array(0) : body, step?.header, timeoutMs, signal);
      const challenge = answer.headers.get('www-authenticate') ?? '';
      if (answer.status === 401) {
        if (authenticator === undefined || authenticator.complete) throw this.#refused(401);
        // Asked before anything else: a refusal is an error of this authentication, not a reason to begin another.
        step = await this.#nextStep(authenticator, challenge);
        const gone = this.#socket === undefined || this.#socket.destroyed || !this.#socket.writable;
        if (gone && authenticator.perRequest !== true) {
          if (leg > 0) throw this.#refused(401);
          step = undefined; // the next connection begins with the first token
        }
        continue;
      }
      const done = step;
      step = undefined;
      if (done !== undefined) {
        // A redirection, a wrong path or a busy server says nothing about who we are; it is the caller's to judge.
        const judged = answer.status < 300 || (answer.status === 500 && done.withBody);
        if (!judged) return answer;
        await authenticator?.accepted(challenge === '' ? undefined : challenge);
        if (!done.withBody) continue;
      }
      return await this.#opened(answer);
    }
    throw new AuthenticationError(
      this.#authenticator?.mechanism ?? 'HTTP',
      'The authentication does not come to an end.',
    );
  }

  async #nextStep(
    authenticator: HttpAuthenticator | undefined,
    challenge: string | undefined,
  ): Promise<AuthorizationStep | undefined> {
    if (authenticator === undefined || authenticator.complete) return undefined;
    const step = await authenticator.authorization(challenge);
    // An authenticator that gives up may have found that nothing is needed.
    if (step === undefined && !authenticator.complete) throw this.#refused(401);
    return step;
  }

  #refused(status: number): AuthenticationError {
    const { mechanism = 'Anonymous', note } = this.#authenticator ?? {};
    const behind = note === undefined ? '' : ` ${note}`;
    const address = this.#options.url.toString().replace(/\?.*$/s, '');
    const what =
      this.#authenticator === undefined
        ? `The server at ${address} wants a login, and none was given. Give -Credential, and -Authentication where it needs one.`
        : `The server at ${address} refuses this user (${mechanism}). Check the user name, the password and -Authentication.`;
    return new AuthenticationError(mechanism, `${what}${behind}`, { status });
  }

  async #opened(answer: HttpAnswer): Promise<HttpAnswer> {
    const type = answer.headers.get('content-type') ?? '';
    if (!/^multipart\/(?:x-multi-)?encrypted/i.test(type)) {
      if (this.#authenticator?.seal !== undefined && answer.status < 300)
        throw new RemoteProtocolError('The server answered a sealed request in plain text.', {
          rule: 'protocol.md 8.8',
        });
      return answer;
    }
    if (this.#authenticator?.unseal === undefined)
      throw new RemoteProtocolError('The server sealed an answer on a connection without sealing.', {
        rule: 'protocol.md 8.8',
      });
    const headers = new Map(answer.headers).set('content-type', 'application/soap+xml;charset=UTF-8');
    return { status: answer.status, headers, body: await this.#authenticator.unseal(answer.body, type) };
  }

  async #connect(signal: AbortSignal): Promise<void> {
    const limit = this.#options.connectTimeoutMs ?? 30_000;
    const address = this.#url.host;
    this.#proxy = resolveProxy(this.#options.proxy ?? 'environment', this.#url);
    try {
      this.#socket = await withDeadline(`connect to ${address}`, limit, signal, (inner) =>
        openHttpSocket(this.#url, this.#proxy, this.#options.tls ?? {}, inner),
      );
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof OperationTimeoutError
        ? connectTimeout(address, limit)
        : connectionError(error, address, false);
    }
    const socket = this.#socket;
    socket.on('error', () => {}); // a request that runs reports it; an idle socket is just gone
    this.#agent.give(socket);
    const certificate =
      'getPeerX509Certificate' in socket && typeof socket.getPeerX509Certificate === 'function'
        ? (socket.getPeerX509Certificate() as { raw: Uint8Array } | undefined)?.raw
        : undefined;
    this.#authenticator?.close?.();
    this.#authenticator = this.#options.authenticator?.({ url: this.#url, serverCertificate: certificate });
    trace.publish(() => ({ type: 'connected', address }));
  }

  async #send(
    plain: Uint8Array,
    authorization: string | undefined,
    limitMs: number,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    const sealed =
      this.#authenticator?.complete === true && plain.length > 0 ? await this.#authenticator.seal?.(plain) : undefined;
    const body = sealed?.body ?? plain;
    const viaProxy = this.#proxy !== undefined && this.#url.protocol === 'http:';
    const address = this.#url.host;
    const started = systemClock.now();
    return await new Promise<HttpAnswer>((resolve, reject) => {
      let phase = 'the answer of';
      const fail = (error: unknown): void => {
        done();
        sent.on('error', () => {});
        sent.destroy();
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      const sent: ClientRequest = request({
        agent: this.#agent,
        method: 'POST',
        host: this.#url.hostname,
        path: viaProxy ? this.#url.href : this.#url.pathname + this.#url.search,
        maxHeaderSize: MAX_HEADER_BYTES,
        headers: {
          Host: address,
          'Content-Type': sealed?.contentType ?? this.#options.contentType ?? 'application/soap+xml;charset=UTF-8',
          'Content-Length': body.length,
          'User-Agent': this.#options.userAgent ?? 'Microsoft WinRM Client',
          'Accept-Encoding': 'identity',
          Connection: 'Keep-Alive',
          ...this.#options.headers,
          ...(authorization === undefined ? {} : { Authorization: authorization }),
          ...(viaProxy && this.#proxy?.authorization !== undefined
            ? { 'Proxy-Authorization': this.#proxy.authorization }
            : {}),
        },
      });
      const timer = systemClock.setTimer(limitMs, () =>
        fail(new OperationTimeoutError(`wait for ${phase} ${address}`, limitMs)),
      );
      const onAbort = (): void => fail(signal.reason);
      const done = (): void => {
        timer.cancel();
        signal.removeEventListener('abort', onAbort);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      if (signal.aborted) onAbort();
      sent.on('error', (error) => fail(connectionError(error, address, true)));
      sent.on('response', (answer) => {
        phase = 'the rest of the answer of';
        this.#read(answer, address).then((value) => {
          done();
          trace.publish(() => ({ type: 'answered', address, status: value.status, ms: systemClock.now() - started }));
          resolve(value);
        }, fail);
      });
      sent.end(body);
    });
  }

  #read(answer: IncomingMessage, address: string): Promise<HttpAnswer> {
    const most = this.#options.maxAnswerBytes ?? 16 * 1024 * 1024;
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let length = 0;
      answer.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > most) {
          answer.destroy();
          reject(new QuotaError('MaxAnswerBytes', most, `The answer of ${address} is longer than ${most} bytes.`));
        } else chunks.push(chunk);
      });
      answer.on('error', (error) => reject(connectionError(error, address, true)));
      answer.on('end', () => {
        const headers = new Map<string, string>();
        for (const [name, value] of Object.entries(answer.headersDistinct)) headers.set(name, (value ?? []).join(', '));
        // The agent takes the socket back on its own turn: the next request must find it free, not open another one.
        setImmediate(() =>
          resolve({ status: answer.statusCode ?? 0, headers, body: new Uint8Array(Buffer.concat(chunks)) }),
        );
      });
    });
  }

  #drop(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
    this.#authenticator?.close?.();
    this.#authenticator = undefined;
  }
}

/** Connections to one URL: `connection()` makes a pinned one, `close()` ends them all. */
export class HttpClient {
  readonly #options: HttpClientOptions;
  readonly #all = new Set<HttpConnection>();

  /** @throws {TypeError} the URL is none. */
  constructor(options: HttpClientOptions) {
    this.#options = options;
  }

  connection(): HttpConnection {
    const made = new HttpConnection(this.#options);
    this.#all.add(made);
    return made;
  }

  close(): Promise<void> {
    for (const connection of this.#all) connection.close();
    this.#all.clear();
    return Promise.resolve();
  }
}
