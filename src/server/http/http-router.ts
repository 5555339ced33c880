/**
 * From HTTP to envelopes: path, method, gate, content type, size, then the server seam. protocol.md 8.1, 8.11
 *
 * | status | when |
 * |---|---|
 * | 200 | a reply, or the empty POST that ends an authentication |
 * | 400 | the body stops in the middle |
 * | 401 | nobody logged in; all challenges that this connection may use |
 * | 404 | no endpoint at this path |
 * | 405 | not POST |
 * | 408 | the body took longer than MaxPacketRetrievalTimeSeconds |
 * | 413 | the body is larger than MaxEnvelopeSizekb and the room that sealing takes |
 * | 415 | not SOAP 1.2 |
 * | 500 | a SOAP fault, or a failure of our own |
 * | 503 | too many connections or open files, or the endpoint is closing: clients try again |
 *
 * The body is not read before the caller is known: an unknown caller cannot make us hold memory.
 */
import { systemErrorCode } from '../../io/store/index.js';
import { AuthenticationError, RemoteProtocolError } from '../../protocol/errors/index.js';
import type { Caller, EnvelopeHandler } from '../caller.js';
import type { AuditSink } from '../gate/audit.js';
import type { Gate } from '../gate/gate.js';
import type { AcceptedLogin } from '../gate/mechanism.js';
import { BodyError, type IncomingRequest, type OutgoingResponse } from './http-request.js';

export interface HttpRouterOptions {
  /** Path of the endpoint; the query is not looked at, because native clients append `?PSVersion=`. */
  readonly path: string;
  readonly scheme: 'http' | 'https';
  readonly gate: Gate;
  readonly handle: EnvelopeHandler;
  /** Answers `wsmid:Identify` for callers who did not log in; undefined when the body is no Identify. */
  readonly identify: (envelope: Uint8Array) => Uint8Array | undefined;
  readonly maxEnvelopeBytes: number;
  readonly audit: AuditSink;
  /** Waits, for failed logins. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly closing: () => boolean;
}

const SOAP = 'application/soap+xml';
const IDENTIFY_BYTES = 16_384;
/** Room that multipart headers, signatures and padding take around a sealed envelope. Bytes. */
const SEALING_BYTES = 65_536;

export class HttpRouter {
  #options: HttpRouterOptions;

  constructor(options: HttpRouterOptions) {
    this.#options = options;
  }

  /** For requests from now on. */
  configure(settings: Pick<HttpRouterOptions, 'maxEnvelopeBytes'>): void {
    this.#options = { ...this.#options, ...settings };
  }

  /** Never throws: what goes wrong here is an answer of status 500 and an audit line. */
  async answer(request: IncomingRequest): Promise<OutgoingResponse> {
    try {
      return await this.#answer(request);
    } catch (error) {
      if (error instanceof BodyError) return plain(error.status, error.message, {}, true);
      this.#options.audit({
        event: 'internalError',
        clientAddress: request.connection.facts.remoteAddress,
        reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      });
      if (passes(error)) return plain(503, 'The endpoint has too many files open.', { 'Retry-After': '1' }, true);
      return plain(500, 'The endpoint failed to answer this request.', {}, true);
    }
  }

  async #answer(request: IncomingRequest): Promise<OutgoingResponse> {
    const { gate, closing } = this.#options;
    if (closing()) return plain(503, 'The endpoint is closing.', { 'Retry-After': '5' }, true);
    const path = request.target.split(/[?;]/, 1)[0] ?? '';
    if (!samePath(path, this.#options.path)) return plain(404, `There is no endpoint at this path.`, {}, true);
    if (request.method !== 'POST') return plain(405, 'Only POST is answered here.', { Allow: 'POST' }, true);

    if (request.headers.has('wsmanidentify') && !request.headers.has('authorization')) {
      return await this.#identify(request);
    }
    const { method, target } = request;
    const decision = await gate.authenticate(request.connection, request.headers.get('authorization'), {
      method,
      target,
    });
    if (decision.type === 'refused') {
      await this.#options.sleep(decision.delayMs, request.connectionLost);
      await this.#skipBody(request);
      return this.#challenge(request, decision.challenges);
    }
    const response = await this.#dispatch(request, decision.login);
    return decision.challenge === undefined
      ? response
      : { ...response, headers: { ...response.headers, 'WWW-Authenticate': decision.challenge } };
  }

  /** A small body is read and dropped, so that the connection can go on; a large one ends it. */
  async #skipBody(request: IncomingRequest): Promise<void> {
    if (this.#isSmall(request)) await request.readBody(this.#options.maxEnvelopeBytes);
  }

  #isSmall(request: IncomingRequest): boolean {
    return Number(request.headers.get('content-length') ?? Number.NaN) <= this.#options.maxEnvelopeBytes;
  }

  #challenge(request: IncomingRequest, challenges: readonly string[]): OutgoingResponse {
    const headers = challenges.length === 0 ? {} : { 'WWW-Authenticate': challenges };
    return plain(401, '', headers, !this.#isSmall(request));
  }

  async #identify(request: IncomingRequest): Promise<OutgoingResponse> {
    const answer = this.#options.identify(await request.readBody(IDENTIFY_BYTES));
    return answer === undefined
      ? this.#challenge(request, this.#options.gate.offers(request.connection.facts))
      : soap(200, answer);
  }

  async #dispatch(request: IncomingRequest, login: AcceptedLogin): Promise<OutgoingResponse> {
    if (request.headers.get('content-length') === '0') {
      await request.readBody(0);
      return plain(200, ''); // the leg that only authenticated; clients insist on 200 [winrm-go encryption.go]
    }
    const contentType = request.headers.get('content-type') ?? '';
    const kind = contentType.split(';', 1)[0]?.trim().toLowerCase();
    const sealed = kind === 'multipart/encrypted' || kind === 'multipart/x-multi-encrypted';
    if (sealed ? login.protection === undefined : kind !== SOAP && kind !== 'text/xml') {
      return plain(415, `The content type has to be ${SOAP};charset=UTF-8.`, {}, true);
    }
    const { facts } = request.connection;
    if (!sealed && login.sealsBodies === true && !facts.secure && !facts.allowUnencrypted) {
      // Plain where it could be sealed: the client does not want to, or somebody on the way took the seal off.
      this.#refused(request, login, 'unsealedBody');
      return plain(401, '', { 'WWW-Authenticate': this.#options.gate.offers(facts) }, true);
    }
    const body = await request.readBody(this.#options.maxEnvelopeBytes + (sealed ? SEALING_BYTES : 0));
    let envelope: Uint8Array | undefined;
    try {
      envelope = sealed ? await login.protection?.unseal(body, contentType) : toUtf8(body, contentType);
    } catch (error) {
      if (!(error instanceof AuthenticationError || error instanceof RemoteProtocolError)) throw error;
      // The stream of the seal is lost with one bad message: nothing on this connection can be trusted any more.
      // Windows answers 500 without a body. protocol.md 8.8, 8.11
      request.connection.bound = undefined;
      this.#refused(request, login, `sealBroken: ${error.message}`);
      return plain(500, '', {}, true);
    }
    if (envelope === undefined) return plain(415, 'The charset has to be UTF-8 or UTF-16.');
    const answer = await this.#options.handle(envelope, this.#caller(request, login));
    if (answer.envelope.length === 0) return plain(503, 'The endpoint is closing.', { 'Retry-After': '1' }, true);
    const response =
      sealed && login.protection !== undefined
        ? sealedResponse(answer.status, await login.protection.seal(answer.envelope))
        : soap(answer.status, answer.envelope);
    return answer.written === undefined ? response : { ...response, written: answer.written };
  }

  #caller(request: IncomingRequest, login: AcceptedLogin): Caller {
    const traceparent = request.headers.get('traceparent');
    const host = request.headers.get('host') ?? `localhost:${request.connection.facts.localPort}`;
    return {
      user: login.account.user,
      mechanism: login.mechanism,
      groups: login.account.groups,
      administrator: login.account.administrator,
      clientAddress: request.connection.facts.remoteAddress,
      connectionString: `${this.#options.scheme}://${host}${request.target}`,
      connectionLost: request.connectionLost,
      ...(endsConnection(request) ? {} : { connection: request.connection.name }),
      ...(traceparent === undefined ? {} : { traceparent }),
    };
  }

  #refused(request: IncomingRequest, login: AcceptedLogin, reason: string): void {
    this.#options.audit({
      event: 'requestRefused',
      user: login.account.user,
      mechanism: login.mechanism,
      clientAddress: request.connection.facts.remoteAddress,
      reason,
    });
  }
}

/** The client said that it closes the connection: that says nothing more of it. */
function endsConnection({ headers }: IncomingRequest): boolean {
  return /\bclose\b/i.test(headers.get('connection') ?? '');
}

/** A trailing slash does not matter (WinRM serves both), case does not either. */
function samePath(left: string, right: string): boolean {
  const normal = (path: string): string => path.replace(/\/+$/, '').toLowerCase();
  return normal(left) === normal(right);
}

function soap(status: number, envelope: Uint8Array): OutgoingResponse {
  return { status, headers: { 'Content-Type': `${SOAP};charset=UTF-8` }, body: envelope };
}

function sealedResponse(status: number, sealed: { body: Uint8Array; contentType: string }): OutgoingResponse {
  return { status, headers: { 'Content-Type': sealed.contentType }, body: sealed.body };
}

/** Other requests hold what this one needs, for now. */
function passes(error: unknown): boolean {
  const code = systemErrorCode(error) ?? (error instanceof Error ? systemErrorCode(error.cause) : undefined);
  return code === 'EMFILE' || code === 'ENFILE';
}

function plain(
  status: number,
  text: string,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
  close = false,
): OutgoingResponse {
  const type = text === '' ? {} : { 'Content-Type': 'text/plain;charset=UTF-8' };
  return { status, headers: { ...type, ...headers }, body: text, ...(close ? { close } : {}) };
}

/** Native clients may send UTF-16. Undefined: a charset that nobody promised. */
function toUtf8(body: Uint8Array, contentType: string): Uint8Array | undefined {
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
  if (charset === 'utf-8' || charset === 'utf8' || charset === 'us-ascii') return body;
  if (charset !== 'utf-16' && charset !== 'utf-16le' && charset !== 'utf-16be') return undefined;
  const bigEndian = charset === 'utf-16be' || (body[0] === 0xfe && body[1] === 0xff);
  const text = new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(body);
  // The declaration would contradict the bytes from here on.
  return new TextEncoder().encode(text.replace(/^\s*<\?xml[^>]*\?>/, ''));
}
