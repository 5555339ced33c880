/**
 * CredSSP at the client: a TLS channel inside the Authorization headers, SPNEGO inside that, then the password sealed
 * for the server. The channel goes on to seal the bodies over plain HTTP. protocol.md 8.7
 */
import { CredSspClient, subjectPublicKey, type SecurityContext } from '../../../protocol/auth/index.js';
import { AuthenticationError } from '../../../protocol/errors/index.js';
import { findChallenge, readChallenges, writeToken, type SealedBody } from '../../../protocol/http/index.js';
import { systemRandom } from '../../runtime/index.js';
import type { AuthorizationStep, HttpAuthenticator, MaybePromise } from '../http-client.js';
import { refusal, tokenOf } from './context-authenticator.js';
import { openWithTunnel, sealWithTunnel } from './credssp-seal.js';
import { TlsTunnel } from './tls-tunnel.js';

export interface CredSspAuthenticatorOptions {
  readonly credential: { readonly domain: string; readonly user: string; readonly password: string };
  /** Makes the context that authenticates the user inside the channel. */
  readonly begin: () => MaybePromise<SecurityContext>;
  /** Bodies are sealed by the channel: plain HTTP. */
  readonly sealing: boolean;
  /** For texts. */
  readonly address: string;
  /** The oldest version of a server that gets our password. Default 5. */
  readonly oldestVersion?: number;
  /** Default TLSv1.3. */
  readonly maxTlsVersion?: 'TLSv1.2' | 'TLSv1.3';
}

export class CredSspAuthenticator implements HttpAuthenticator {
  readonly mechanism = 'CredSSP';
  complete = false;
  readonly seal: HttpAuthenticator['seal'];
  readonly unseal: HttpAuthenticator['unseal'];
  readonly #options: CredSspAuthenticatorOptions;
  #tunnel: TlsTunnel | undefined;
  #client: CredSspClient | undefined;

  constructor(options: CredSspAuthenticatorOptions) {
    this.#options = options;
    this.seal = options.sealing ? (body): Promise<SealedBody> => sealWithTunnel(this.#open(), body) : undefined;
    this.unseal = options.sealing ? (body): Promise<Uint8Array> => openWithTunnel(this.#open(), body) : undefined;
  }

  async authorization(challenge: string | undefined): Promise<AuthorizationStep | undefined> {
    if (this.#tunnel === undefined) {
      this.#tunnel = new TlsTunnel(
        'client',
        this.#options.maxTlsVersion === undefined ? {} : { maxVersion: this.#options.maxTlsVersion },
      );
      return step(await this.#tunnel.exchange(undefined));
    }
    const tunnel = this.#tunnel;
    const answer = this.#answerIn(challenge);
    const flight = await tunnel.exchange(answer);
    if (!tunnel.secure) {
      if (flight.length === 0) throw this.#stuck();
      return step(flight);
    }
    if (this.#client === undefined) {
      // TLS 1.3 ends with a flight of ours that has to arrive alone, as Windows' server wants it.
      if (flight.length > 0) return step(flight);
      this.#client = await this.#begin(tunnel);
      return step(await tunnel.encrypt(this.#client.begin()));
    }
    const records: Uint8Array[] = [flight];
    for (const request of this.#client.receive(tunnel.takePlain())) records.push(await tunnel.encrypt(request));
    const sent = Buffer.concat(records);
    if (sent.length === 0) throw this.#stuck();
    return step(sent);
  }

  /** @throws {AuthenticationError} the server stops before it has proved itself. */
  accepted(): void {
    if (this.#client?.complete !== true) {
      throw new AuthenticationError(
        this.mechanism,
        `The server at ${this.#options.address} accepts without proving itself (CredSSP); somebody may stand in between.`,
      );
    }
    this.complete = true;
  }

  close(): void {
    this.#tunnel?.close();
  }

  async #begin(tunnel: TlsTunnel): Promise<CredSspClient> {
    const certificate = tunnel.peerCertificate;
    if (certificate === undefined) throw this.#stuck();
    return new CredSspClient({
      inner: await this.#options.begin(),
      publicKey: subjectPublicKey(certificate),
      credential: this.#options.credential,
      random: systemRandom,
      ...(this.#options.oldestVersion === undefined ? {} : { oldestVersion: this.#options.oldestVersion }),
    });
  }

  #answerIn(challenge: string | undefined): Uint8Array {
    const challenges = readChallenges(challenge ?? '');
    const found = findChallenge(challenges, 'CredSSP');
    if (found?.token !== undefined) return tokenOf(found.token);
    // An empty token answers our last flight of TLS 1.3; anywhere else the server has nothing more to say to us.
    if (found !== undefined && challenges.length === 1 && this.#client === undefined && this.#tunnel?.secure === true)
      return new Uint8Array(0);
    const { address } = this.#options;
    throw refusal(
      address,
      this.mechanism,
      found !== undefined && this.#client !== undefined,
      challenges.map(({ scheme }) => scheme),
    );
  }

  #open(): TlsTunnel {
    if (this.#tunnel !== undefined && this.complete) return this.#tunnel;
    throw new AuthenticationError(this.mechanism, 'The authentication has not ended.');
  }
  #stuck(): AuthenticationError {
    return new AuthenticationError(
      this.mechanism,
      `The server at ${this.#options.address} does not go on with CredSSP's TLS.`,
    );
  }
}

const step = (token: Uint8Array): AuthorizationStep => ({ header: `CredSSP ${writeToken(token)}`, withBody: false });
