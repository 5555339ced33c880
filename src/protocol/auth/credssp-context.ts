/**
 * CredSSP inside its TLS channel: TSRequests in, TSRequests out. The channel itself is not here, because TLS belongs to
 * Node and to the event loop: whoever drives this gives it what the channel decrypted, and encrypts what it returns.
 * [MS-CSSP 3.1.5], protocol.md 8.7
 *
 *     client                                                 server
 *     negoToken … (SPNEGO inside)                ->
 *                                                <-          negoToken …
 *     last negoToken, pubKeyAuth, clientNonce    ->
 *                                                <-          (negoToken with mechListMIC,) pubKeyAuth
 *     authInfo = sealed credentials              ->
 *                                                            nothing: the login is complete
 *
 * Both send their own version and use the lower of the two. Version 5 and later bind with a nonce and a hash; before,
 * an attacker could choose a key to be signed (CVE-2018-0886), so older peers are refused unless they are allowed.
 */
import { concatBytes, equalBytes, type RandomSource } from '../crypto/index.js';
import { AuthenticationError } from '../errors/index.js';
import {
  decodeTsCredentials,
  decodeTsRequest,
  encodeTsCredentials,
  encodeTsRequest,
  publicKeyProof,
  tsRequestLength,
  type TsRequest,
} from './credssp-messages.js';
import {
  invalidToken,
  type AcceptorContext,
  type AuthenticatedIdentity,
  type SecurityContext,
} from './security-context.js';

export const CREDSSP_VERSION = 6;
/** Version 5 brought the nonce. */
export const CREDSSP_SAFE_VERSION = 5;
const MAX_REQUEST_BYTES = 262_144;
const STATUS_LOGON_FAILURE = 0xc000006d | 0;
/** NTSTATUS -> what it means to a person. */
const STATUS_TEXTS: Readonly<Record<number, string>> = {
  [0xc000006d | 0]: 'the user name or the password is wrong',
  [0xc000006e | 0]: 'the account is restricted',
  [0xc000006f | 0]: 'the account may not log in at this time',
  [0xc0000070 | 0]: 'the account may not log in from this computer',
  [0xc0000071 | 0]: 'the password has expired',
  [0xc0000072 | 0]: 'the account is disabled',
  [0xc0000193 | 0]: 'the account has expired',
  [0xc0000224 | 0]: 'the password has to be changed first',
  [0xc0000234 | 0]: 'the account is locked out',
  [0xc000005e | 0]: 'the server finds no domain controller',
};

abstract class CredSspMachine {
  #pending: Uint8Array = new Uint8Array(0);
  protected peerVersion: number | undefined;
  protected readonly ownVersion: number;
  readonly #oldest: number;

  constructor(version: number, oldest: number) {
    this.ownVersion = version;
    this.#oldest = oldest;
  }

  /**
   * Takes what the channel decrypted, in any cuts, and returns what to send through it.
   * @throws {AuthenticationError | RemoteProtocolError} the peer is wrong, or is somebody else.
   */
  receive(bytes: Uint8Array): readonly Uint8Array[] {
    this.#pending = concatBytes(this.#pending, bytes);
    if (this.#pending.length > MAX_REQUEST_BYTES) throw invalidToken('CredSSP', 'a TSRequest is too long');
    const answers: Uint8Array[] = [];
    for (;;) {
      const length = tsRequestLength(this.#pending);
      if (length === undefined) return answers;
      const request = decodeTsRequest(this.#pending.subarray(0, length));
      this.#pending = this.#pending.slice(length);
      this.#checkVersion(request);
      const answer = this.take(request);
      if (answer !== undefined) answers.push(encodeTsRequest(answer));
    }
  }
  protected abstract take(request: TsRequest): TsRequest | undefined;

  /** The lower of both sides' versions. */
  get version(): number {
    return Math.min(this.ownVersion, this.peerVersion ?? this.ownVersion);
  }

  #checkVersion(request: TsRequest): void {
    if (request.version < this.#oldest) {
      throw new AuthenticationError(
        'CredSSP',
        `CredSSP: the other side uses version ${request.version}, whose key exchange is not safe (CVE-2018-0886). Update it; version ${this.#oldest} is the oldest that is taken.`,
        { errorId: 'InvalidAuthentication' },
      );
    }
    if (this.peerVersion !== undefined && this.peerVersion !== request.version)
      throw invalidToken('CredSSP', 'its version changed on the way');
    this.peerVersion = request.version;
  }
}

export interface CredSspClientOptions {
  /** Authenticates the user: SPNEGO. */
  readonly inner: SecurityContext;
  /** SubjectPublicKey bits of the server's TLS certificate. */
  readonly publicKey: Uint8Array;
  readonly credential: { readonly domain: string; readonly user: string; readonly password: string };
  readonly random: RandomSource;
  /** Default 6. */
  readonly version?: number;
  /** The oldest version of a server that gets our password. Default 5. */
  readonly oldestVersion?: number;
}

export class CredSspClient extends CredSspMachine {
  readonly #options: CredSspClientOptions;
  #nonce: Uint8Array | undefined;
  #state: 'negotiating' | 'keySent' | 'done' = 'negotiating';

  constructor(options: CredSspClientOptions) {
    super(options.version ?? CREDSSP_VERSION, options.oldestVersion ?? CREDSSP_SAFE_VERSION);
    this.#options = options;
  }
  /** Our credentials are on their way: the next answer that is no 401 is the server's yes. */
  get complete(): boolean {
    return this.#state === 'done';
  }

  /** The first TSRequest. */
  begin(): Uint8Array {
    const token = this.#options.inner.step(undefined);
    return encodeTsRequest({ version: this.ownVersion, ...(token === undefined ? {} : { negoTokens: [token] }) });
  }

  protected override take(request: TsRequest): TsRequest | undefined {
    if (request.errorCode !== undefined) throw refusedBy(request.errorCode);
    const { inner } = this.#options;
    const [token] = request.negoTokens ?? [];
    switch (this.#state) {
      case 'negotiating': {
        const next = inner.complete ? undefined : inner.step(token);
        if (!inner.complete && !almost(inner))
          return { version: this.ownVersion, ...(next === undefined ? {} : { negoTokens: [next] }) };
        return this.#proveKey(next);
      }
      case 'keySent': {
        // SPNEGO's mechListMIC may come together with the proof, or before it.
        if (token !== undefined && !inner.complete) inner.step(token);
        if (request.pubKeyAuth === undefined) throw invalidToken('CredSSP', 'the server does not prove its key');
        if (!inner.complete) throw invalidToken('CredSSP', 'the server proves its key before it has proved itself');
        const expected = publicKeyProof(this.#options.publicKey, 'accept', this.#nonce);
        if (!equalBytes(unwrapJoined(inner, request.pubKeyAuth, expected.length), expected)) {
          throw new AuthenticationError(
            'CredSSP',
            'CredSSP: the server holds another TLS key than the one this channel ends at: somebody stands in between. The password was not sent.',
            { errorId: 'InvalidAuthentication' },
          );
        }
        this.#state = 'done';
        const sealed = inner.wrap(encodeTsCredentials({ type: 'password', ...this.#options.credential }));
        return { version: this.ownVersion, authInfo: concatBytes(sealed.signature, sealed.sealed) };
      }
      case 'done':
        throw invalidToken('CredSSP', 'a message came after the credentials');
    }
  }

  #proveKey(token: Uint8Array | undefined): TsRequest {
    const { inner, publicKey, random } = this.#options;
    this.#nonce = this.version >= CREDSSP_SAFE_VERSION ? random(32) : undefined;
    this.#state = 'keySent';
    const sealed = wrapBeforeDone(inner, publicKeyProof(publicKey, 'initiate', this.#nonce));
    return {
      version: this.ownVersion,
      ...(token === undefined ? {} : { negoTokens: [token] }),
      pubKeyAuth: sealed,
      ...(this.#nonce === undefined ? {} : { clientNonce: this.#nonce }),
    };
  }
}

export interface CredSspServerOptions {
  readonly inner: AcceptorContext;
  /** SubjectPublicKey bits of our TLS certificate. */
  readonly publicKey: Uint8Array;
  readonly version?: number;
  /** Default 5. */
  readonly oldestVersion?: number;
}

export class CredSspServer extends CredSspMachine {
  readonly #options: CredSspServerOptions;
  #state: 'negotiating' | 'waiting' | 'done' = 'negotiating';
  #identity: AuthenticatedIdentity | undefined;

  constructor(options: CredSspServerOptions) {
    super(options.version ?? CREDSSP_VERSION, options.oldestVersion ?? CREDSSP_SAFE_VERSION);
    this.#options = options;
  }
  get complete(): boolean {
    return this.#state === 'done';
  }
  get identity(): AuthenticatedIdentity | undefined {
    return this.#identity;
  }
  get attempted(): string | undefined {
    return this.#options.inner.attempted;
  }
  /** Which mechanism authenticated the user inside. */
  get inner(): string | undefined {
    return this.#options.inner.identity?.mechanism;
  }

  /** What tells the client why it is refused; undefined for versions that have no words for it. */
  refusal(): Uint8Array | undefined {
    const { version } = this;
    return version === 3 || version === 4 || version >= 6
      ? encodeTsRequest({ version: this.ownVersion, errorCode: STATUS_LOGON_FAILURE })
      : undefined;
  }

  protected override take(request: TsRequest): TsRequest | undefined {
    const { inner } = this.#options;
    if (this.#state === 'done') throw invalidToken('CredSSP', 'a message came after the credentials');
    if (this.#state === 'waiting') {
      if (request.authInfo === undefined) throw invalidToken('CredSSP', 'the credentials are missing');
      this.#accept(request.authInfo);
      return undefined;
    }
    const [token] = request.negoTokens ?? [];
    const next = token === undefined ? undefined : inner.step(token);
    const answer = next === undefined ? {} : { negoTokens: [next] };
    if (!inner.complete) return { version: this.ownVersion, ...answer };
    if (request.pubKeyAuth === undefined) return { version: this.ownVersion, ...answer };
    const nonce = this.version >= CREDSSP_SAFE_VERSION ? request.clientNonce : undefined;
    if (this.version >= CREDSSP_SAFE_VERSION && nonce?.length !== 32)
      throw invalidToken('CredSSP', 'the nonce is missing');
    const expected = publicKeyProof(this.#options.publicKey, 'initiate', nonce);
    if (!equalBytes(unwrapJoined(inner, request.pubKeyAuth, expected.length), expected)) {
      throw new AuthenticationError(
        'CredSSP',
        'CredSSP: the client sees another TLS key than ours: somebody stands in between.',
        { errorId: 'InvalidAuthentication' },
      );
    }
    this.#state = 'waiting';
    const proof = inner.wrap(publicKeyProof(this.#options.publicKey, 'accept', nonce));
    return { version: this.ownVersion, ...answer, pubKeyAuth: concatBytes(proof.signature, proof.sealed) };
  }

  #accept(authInfo: Uint8Array): void {
    const { inner } = this.#options;
    const plain = unwrapJoined(inner, authInfo, undefined);
    const credentials = decodeTsCredentials(plain);
    plain.fill(0);
    if (credentials.type !== 'password') {
      throw new AuthenticationError('CredSSP', `CredSSP: ${credentials.type} credentials cannot be used here.`, {
        errorId: 'InvalidAuthentication',
      });
    }
    const { domain, user, password } = credentials;
    const bytes = new Uint8Array(password.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < password.length; at += 1) view.setUint16(at * 2, password.charCodeAt(at), true);
    this.#identity = {
      user: inner.identity?.user ?? '',
      mechanism: 'CredSSP',
      delegated: { domain, user, password: bytes },
    };
    this.#state = 'done';
  }
}

const almost = (context: SecurityContext): boolean => 'almostComplete' in context && context.almostComplete === true;

/** SPNEGO waits for the server's proof of the list, but what is inside it can seal already. */
function wrapBeforeDone(context: SecurityContext, data: Uint8Array): Uint8Array {
  const { signature, sealed } = context.wrap(data);
  return concatBytes(signature, sealed);
}

/**
 * Opens what travels as one run of bytes, signature first. NTLM's signature has 16 bytes; Kerberos' token is opened as
 * a whole, wherever it is cut. @param length of the plain text where it is known.
 */
function unwrapJoined(context: SecurityContext, bytes: Uint8Array, length: number | undefined): Uint8Array {
  const signature = length === undefined ? Math.min(16, bytes.length) : Math.max(0, bytes.length - length);
  return context.unwrap({ signature: bytes.subarray(0, signature), sealed: bytes.subarray(signature) });
}

function refusedBy(status: number): AuthenticationError {
  const why = STATUS_TEXTS[status] ?? `status 0x${(status >>> 0).toString(16)}`;
  return new AuthenticationError('CredSSP', `CredSSP: the server refuses this user: ${why}.`, {
    errorId: 'LogonFailure',
    status: 401,
  });
}
