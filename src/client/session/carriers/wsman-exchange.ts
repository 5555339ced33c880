/**
 * WSMan operations over HTTP: each operation's requests one after another, with its limit, and tried again while the
 * network is away. The same bytes are sent again, MessageID and all, so that a server which had answered answers the
 * same. cmdlets.md 18.5, protocol.md 7.8
 */
import { delay } from '../../../io/runtime/index.js';
import {
  AuthenticationError,
  OperationTimeoutError,
  RemoteProtocolError,
  TransportError,
  type PSSessionError,
} from '../../../protocol/errors/index.js';
import type { WsmanOperation } from '../../../protocol/wsman/index.js';
import { RedirectError } from './redirect-error.js';
import { ConnectionLeases, type HttpPoster, type PinnedConnection, type PostAnswer } from './http-poster.js';

/** What a server may be late beyond the operation's own limit: WinRM's NetworkDelay. */
const NETWORK_DELAY_MS = 5_000;
const RETRY_INTERVAL_MS = 1_000;
const FIRST_RETRY_MS = 100;
const IN_FLIGHT_MS = 2_000;

export interface ExchangeOptions {
  readonly poster: HttpPoster;
  /** For texts. */
  readonly address: string;
  /** How long a lost network is tried. Milliseconds; 0: never. */
  readonly maxRetryMs: number;
  readonly onRetry: (retrying: boolean, remainingMs: number) => void;
}

export class WsmanExchange {
  readonly #options: ExchangeOptions;
  readonly #leases: ConnectionLeases;
  /** The network is away: the owner was told, and is told again when anything is answered or stays in flight. */
  #away = false;
  #closed = false;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    this.#leases = new ConnectionLeases(options.poster);
  }

  get posts(): number {
    return this.#leases.posts;
  }

  /**
   * Carries one operation to its result.
   * @param retry try again while the network is away: as long as the session option says, or so many milliseconds at most.
   */
  run<T>(operation: WsmanOperation<T>, signal: AbortSignal, retry: boolean | number): Promise<T> {
    return this.#leases.with(async (post) => {
      let request = operation.request;
      for (;;) {
        const answer = await this.post(post, operation.name, request, operation.timeoutMs, signal, retry);
        const step = operation.receiveAnswer(answer.status, answer.body);
        if (step.type === 'result') return step.result;
        if (step.type === 'failed') throw step.error;
        request = step.request;
      }
    });
  }

  with<T>(work: (post: PinnedConnection['post']) => Promise<T>): Promise<T> {
    return this.#leases.with(work);
  }

  /** One request and its answer. @throws what keeps it from being answered; answers that are no SOAP among it. */
  async post(
    post: PinnedConnection['post'],
    name: string,
    request: Uint8Array,
    timeoutMs: number,
    signal: AbortSignal,
    retry: boolean | number,
  ): Promise<PostAnswer> {
    const { maxRetryMs } = this.#options;
    const limitMs = typeof retry === 'number' ? Math.min(retry, maxRetryMs) : maxRetryMs;
    let since: number | undefined;
    let attempts = 0;
    for (;;) {
      // A Receive that was posted again may rightly stay unanswered for minutes: that it is not refused is news enough.
      const settled = since === undefined ? undefined : setTimeout(() => this.#back(), IN_FLIGHT_MS);
      let isAnswered = false;
      try {
        const answer = await post(request, timeoutMs + NETWORK_DELAY_MS, signal);
        isAnswered = true;
        this.#refuseForeign(answer);
        this.#back();
        return answer;
      } catch (error) {
        // A server that is busy is not back yet: said each time, it would be said for ever.
        if (isAnswered && !isNetworkFailure(error)) this.#back();
        if (signal.aborted || this.#closed || retry === false || !isNetworkFailure(error))
          throw this.#named(error, name);
        since ??= performance.now();
        attempts += 1;
        const remaining = limitMs - (performance.now() - since);
        if (remaining <= 0) throw this.#named(error, name);
        this.#away = true;
        clearTimeout(settled);
        this.#options.onRetry(true, remaining);
        await delay(Math.min(remaining, attempts === 1 ? FIRST_RETRY_MS : RETRY_INTERVAL_MS), signal);
      } finally {
        clearTimeout(settled);
      }
    }
  }

  #back(): void {
    if (!this.#away) return;
    this.#away = false;
    this.#options.onRetry(false, 0);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#leases.close();
  }

  /** Redirections, refusals, web pages: answers that no WSMan service gives. protocol.md 8.10, 8.11 */
  #refuseForeign(answer: PostAnswer): void {
    const { status, headers, body } = answer;
    const { address } = this.#options;
    if (status >= 300 && status < 400) {
      let location = '';
      try {
        location = new URL(headers.get('location') ?? '', address).href;
      } catch {
        location = '';
      }
      throw new RedirectError(headers.has('location') ? location : '');
    }
    if (status === 401 || status === 403) {
      throw new AuthenticationError('HTTP', `The server at ${address} refuses this user (HTTP ${status}).`, { status });
    }
    const type = headers.get('content-type') ?? '';
    const soap = /soap\+xml|text\/xml|application\/xml/i.test(type);
    if (soap && (status === 200 || status === 500)) return;
    if (status !== 200 && (!soap || body.length === 0)) {
      const excerpt =
        status === 404
          ? ' There is no WinRM service under this path.'
          : status === 407
            ? ' A proxy on the way wants a login. Give -ProxyCredential and -ProxyAuthentication Basic to New-PSSessionOption.'
            : '';
      throw new TransportError(
        'WSMan',
        `The server at ${address} answered with HTTP ${status} instead of a WSMan message.${excerpt}`,
        {
          code: `HTTP${status}`,
          address,
        },
      );
    }
    if (!soap) {
      throw new RemoteProtocolError(
        `The server at ${address} answered with ${type === '' ? 'no content type' : `'${type.slice(0, 80)}'`} instead of a WSMan message. Is this the port and the path of a WinRM service?`,
        { rule: 'protocol.md 8.1' },
      );
    }
  }

  #named(error: unknown, name: string): unknown {
    if (error instanceof OperationTimeoutError) {
      return new OperationTimeoutError(`${name} at ${this.#options.address}`, error.limitMs, { cause: error });
    }
    return error;
  }
}

/** The network failed, not the server: the same request may be answered later. */
export function isNetworkFailure(error: unknown): error is PSSessionError {
  if (error instanceof OperationTimeoutError) return true;
  if (!(error instanceof TransportError)) return false;
  const code = error.code ?? '';
  return code === 'HTTP503' || !/^HTTP\d|CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO|ENOTFOUND/.test(code);
}
