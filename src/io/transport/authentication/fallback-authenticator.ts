/**
 * `-Authentication Default`: the first mechanism that the server takes. Negotiate goes first; Basic follows only where
 * the password cannot be read by others (TLS that was checked, or this machine), and only when the server offers it.
 */
import { AuthenticationError } from '../../../protocol/errors/index.js';
import { findChallenge, readChallenges } from '../../../protocol/http/index.js';
import type { AuthorizationStep, HttpAuthenticator } from '../http-client.js';

/** What is learned from one connection holds for the next ones to the same place. */
export interface FallbackMemory {
  usesSecond: boolean;
}

export class FallbackAuthenticator implements HttpAuthenticator {
  readonly #first: HttpAuthenticator;
  readonly #second: HttpAuthenticator;
  readonly #secondScheme: string;
  readonly #memory: FallbackMemory;
  #current: HttpAuthenticator;

  /** @param secondScheme as the server offers it. */
  constructor(first: HttpAuthenticator, second: HttpAuthenticator, secondScheme: string, memory: FallbackMemory) {
    this.#first = first;
    this.#second = second;
    this.#secondScheme = secondScheme;
    this.#memory = memory;
    this.#current = memory.usesSecond ? second : first;
  }
  get mechanism(): string {
    return this.#current.mechanism;
  }
  get complete(): boolean {
    return this.#current.complete;
  }
  get perRequest(): boolean {
    return this.#current.perRequest === true;
  }
  get seal(): HttpAuthenticator['seal'] {
    return this.#current.seal;
  }
  get unseal(): HttpAuthenticator['unseal'] {
    return this.#current.unseal;
  }

  get note(): string | undefined {
    return this.#current.note;
  }

  async authorization(challenge: string | undefined): Promise<AuthorizationStep | undefined> {
    // Asked again, the second was refused: the next connection tries the first one again.
    if (this.#current === this.#second && challenge !== undefined) this.#memory.usesSecond = false;
    try {
      const step = await this.#current.authorization(challenge);
      if (step !== undefined || this.#current === this.#second) return step;
    } catch (error) {
      const offered = findChallenge(readChallenges(challenge ?? ''), this.#secondScheme) !== undefined;
      // Without a challenge the first mechanism failed here (no ticket, no name); a bad token of the peer's is no reason
      // to hand it the password.
      const refused = error instanceof AuthenticationError && (error.status === 401 || challenge === undefined);
      if (this.#current === this.#second || !refused || (challenge !== undefined && !offered)) throw error;
    }
    this.#current = this.#second;
    // The server may have ended this connection with its refusal: on the next one the second's turn goes on.
    this.#memory.usesSecond = true;
    return await this.#second.authorization(undefined);
  }

  accepted(challenge: string | undefined): void | Promise<void> {
    this.#memory.usesSecond = this.#current === this.#second;
    return this.#current.accepted(challenge);
  }

  close(): void {
    this.#first.close?.();
    this.#second.close?.();
  }
}
