/**
 * Who runs the program, where that can be proved: the user's Kerberos ticket when there is one, and nothing at all
 * otherwise. Servers that ask nobody are used that way. cmdlets.md 3.6 (`-Authentication Default` without a credential)
 */
import { PSSessionError } from '../../../protocol/errors/index.js';
import type { AuthorizationStep, HttpAuthenticator } from '../http-client.js';

export class ImplicitAuthenticator implements HttpAuthenticator {
  readonly #ticket: HttpAuthenticator;
  readonly #isAbsent: (error: unknown) => boolean;
  #anonymous = false;
  #why: string | undefined;

  /** @param isAbsent whether an error of the first leg means: there is no ticket. */
  constructor(ticket: HttpAuthenticator, isAbsent: (error: unknown) => boolean) {
    this.#ticket = ticket;
    this.#isAbsent = isAbsent;
  }
  get mechanism(): string {
    return this.#anonymous ? 'Anonymous' : this.#ticket.mechanism;
  }
  /** Why nothing proves who asks. */
  get note(): string | undefined {
    return this.#why;
  }
  get complete(): boolean {
    return this.#anonymous || this.#ticket.complete;
  }
  get seal(): HttpAuthenticator['seal'] {
    return this.#anonymous ? undefined : this.#ticket.seal;
  }
  get unseal(): HttpAuthenticator['unseal'] {
    return this.#anonymous ? undefined : this.#ticket.unseal;
  }

  async authorization(challenge: string | undefined): Promise<AuthorizationStep | undefined> {
    try {
      return await this.#ticket.authorization(challenge);
    } catch (error) {
      if (challenge !== undefined || !(error instanceof PSSessionError) || !this.#isAbsent(error)) throw error;
      this.#anonymous = true;
      this.#why = `Kerberos was not used: ${error.message}`;
      return undefined;
    }
  }
  accepted(challenge: string | undefined): void | Promise<void> {
    return this.#ticket.accepted(challenge);
  }
  close(): void {
    this.#ticket.close?.();
  }
}
