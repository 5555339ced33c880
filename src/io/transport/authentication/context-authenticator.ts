/**
 * Negotiate, NTLM and Kerberos at the client: a security context driven by the answers of one connection. protocol.md 8.2
 *
 * The first token goes out with the first request, because an answer that only lists the mechanisms costs a round trip.
 * Legs carry no body; over TLS the body goes out with the last one.
 */
import { describeToken, type SecurityContext } from '../../../protocol/auth/index.js';
import { AuthenticationError, RemoteProtocolError } from '../../../protocol/errors/index.js';
import {
  findChallenge,
  openSealedBody,
  readChallenges,
  readToken,
  sealBody,
  writeToken,
  type SealedBody,
  type SealProtocol,
} from '../../../protocol/http/index.js';
import { traceChannel } from '../../runtime/index.js';
import type { AuthorizationStep, HttpAuthenticator, MaybePromise } from '../http-client.js';

export interface ContextAuthenticatorOptions {
  readonly scheme: 'Negotiate' | 'NTLM' | 'Kerberos';
  /** Makes the context; asked once, before the first leg. */
  readonly begin: () => MaybePromise<SecurityContext>;
  /** Bodies are sealed: plain HTTP. Off over TLS, and where the user said -NoEncryption. */
  readonly sealing: boolean;
  /** For texts. */
  readonly address: string;
  /** What a refusal shall say beside: why a better mechanism was not used. */
  readonly note?: () => string | undefined;
}

export const PROTOCOLS: Readonly<Record<ContextAuthenticatorOptions['scheme'], SealProtocol>> = {
  Negotiate: 'application/HTTP-SPNEGO-session-encrypted',
  NTLM: 'application/HTTP-SPNEGO-session-encrypted',
  Kerberos: 'application/HTTP-Kerberos-session-encrypted',
};

/** `pssession:auth`: each leg, told without secrets. */
const trace = traceChannel('auth');

export class ContextAuthenticator implements HttpAuthenticator {
  readonly mechanism: string;
  complete = false;
  readonly seal: HttpAuthenticator['seal'];
  readonly unseal: HttpAuthenticator['unseal'];
  readonly #options: ContextAuthenticatorOptions;
  #context: SecurityContext | undefined;

  constructor(options: ContextAuthenticatorOptions) {
    this.#options = options;
    this.mechanism = options.scheme;
    const protocol = PROTOCOLS[options.scheme];
    this.seal = options.sealing ? (body) => this.#seal(body, protocol) : undefined;
    this.unseal = options.sealing
      ? (body) => openSealedBody(body, protocol, (part) => this.#ready().unwrap(part))
      : undefined;
  }

  get note(): string | undefined {
    return this.#options.note?.();
  }

  /** True once a token went out: what comes back answers it. */
  get begun(): boolean {
    return this.#context !== undefined;
  }

  async authorization(challenge: string | undefined): Promise<AuthorizationStep | undefined> {
    let token: Uint8Array | undefined;
    if (this.#context === undefined) {
      this.#context = await this.#options.begin();
      token = this.#context.step(undefined);
    } else token = this.#context.step(this.#answerIn(challenge));
    if (token === undefined) return undefined;
    const sent = token;
    trace.publish(() => ({ type: 'tokenSent', scheme: this.#options.scheme, token: describeToken(sent) }));
    return { header: `${this.#options.scheme} ${writeToken(token)}`, withBody: !this.#options.sealing && this.#last };
  }

  /** @throws {AuthenticationError} the server stops before it has proved itself. */
  accepted(challenge: string | undefined): void {
    const context = this.#ready();
    const found = challenge === undefined ? undefined : findChallenge(readChallenges(challenge), this.#options.scheme);
    if (!context.complete && found?.token !== undefined) context.step(tokenOf(found.token));
    if (!context.complete) {
      throw new AuthenticationError(
        this.mechanism,
        `The server at ${this.#options.address} accepts without proving itself (${this.mechanism}); somebody may stand in between.`,
      );
    }
    if (this.#options.sealing && !context.canSeal) {
      throw new AuthenticationError(
        this.mechanism,
        `The server at ${this.#options.address} does not encrypt messages. Use -UseSSL, or New-PSSessionOption -NoEncryption if that is intended.`,
      );
    }
    this.complete = true;
  }

  /** The connection is gone. */
  close(): void {
    const context = this.#context;
    if (context !== undefined && 'close' in context && typeof context.close === 'function') context.close();
  }

  get #last(): boolean {
    const context = this.#context;
    if (context === undefined) return false;
    return context.complete || ('almostComplete' in context && context.almostComplete === true);
  }

  #answerIn(challenge: string | undefined): Uint8Array {
    const challenges = readChallenges(challenge ?? '');
    const found = findChallenge(challenges, this.#options.scheme);
    if (found?.token !== undefined) {
      const token = tokenOf(found.token);
      trace.publish(() => ({ type: 'tokenReceived', scheme: this.#options.scheme, token: describeToken(token) }));
      return token;
    }
    throw refusal(
      this.#options.address,
      this.mechanism,
      found !== undefined,
      challenges.map(({ scheme }) => scheme),
      this.#options.note?.(),
    );
  }

  #seal(body: Uint8Array, protocol: SealProtocol): SealedBody {
    const context = this.#ready();
    return sealBody(body, protocol, (part) => context.wrap(part));
  }

  #ready(): SecurityContext {
    if (this.#context !== undefined) return this.#context;
    throw new AuthenticationError(this.mechanism, 'The authentication has not begun.');
  }
}

/** @throws {RemoteProtocolError} the peer's token is no base64. */
export function tokenOf(text: string): Uint8Array {
  const token = readToken(text);
  if (token === undefined) throw new RemoteProtocolError('The token of the server is no base64.', { rule: 'RFC 4559' });
  return token;
}

/**
 * A 401 without a token: who we say we are is refused, or the mechanism is not there at all.
 * @param note a sentence about what went on before.
 */
export function refusal(
  address: string,
  mechanism: string,
  offered: boolean,
  schemes: readonly string[],
  note = '',
): AuthenticationError {
  const behind = note === '' ? '' : ` ${note}`;
  if (offered) {
    return new AuthenticationError(
      mechanism,
      `The server at ${address} refuses this user (${mechanism}): the user name or the password is wrong, or the account may not log in. Check the name (DOMAIN\\user, user@domain or user) and the password.${behind}`,
      { status: 401 },
    );
  }
  const list = [...new Set(schemes)].join(', ');
  return new AuthenticationError(
    mechanism,
    list === ''
      ? `The server at ${address} refuses ${mechanism} and offers nothing else on this connection. Over plain HTTP it may want -UseSSL.${behind}`
      : `The server at ${address} refuses ${mechanism}, or does not know it. It offers: ${list}. Choose one with -Authentication, and check the user name and the password.${behind}`,
    { status: 401 },
  );
}
