/**
 * HTTP Digest in both roles: MD5 and SHA-256, with and without `-sess`, `qop=auth`. [RFC 7616], protocol.md 8.3
 *
 *     A1 = user:realm:password            -sess: H(A1):nonce:cnonce
 *     A2 = method:uri
 *     response = H( H(A1) : nonce : nc : cnonce : qop : H(A2) )         without qop: H( H(A1) : nonce : H(A2) )
 *
 * It proves the password without showing it, and protects nothing that comes after: bodies travel as they are.
 */
import { encodeUtf8 } from '../bytes/index.js';
import { digest, equalBytes, hmac, type DigestName, type RandomSource } from '../crypto/index.js';
import { AuthenticationError } from '../errors/index.js';

export type DigestAlgorithm = 'MD5' | 'MD5-sess' | 'SHA-256' | 'SHA-256-sess';
export type DigestParameters = Readonly<Record<string, string>>;

const HASHES: Readonly<Record<string, DigestName>> = { md5: 'md5', 'sha-256': 'sha256' };
/** Best first: a client takes the best that the server offers. */
const ALGORITHMS: readonly DigestAlgorithm[] = ['SHA-256-sess', 'SHA-256', 'MD5-sess', 'MD5'];

const utf8 = encodeUtf8;
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The algorithm of a challenge or an answer; absent means MD5. Undefined: one that is not known here. */
export function digestAlgorithm(name: string | undefined): DigestAlgorithm | undefined {
  const wanted = (name ?? 'MD5').toLowerCase();
  return ALGORITHMS.find((algorithm) => algorithm.toLowerCase() === wanted);
}

export function hashOf(algorithm: DigestAlgorithm): DigestName {
  return HASHES[algorithm.toLowerCase().replace(/-sess$/, '')] ?? 'md5';
}

/** `H(user:realm:password)`: as good as the password for this realm. */
export const digestSecret = (hash: DigestName, user: string, realm: string, password: string): Uint8Array =>
  digest(hash, utf8(`${user}:${realm}:${password}`));

export interface DigestInput {
  readonly algorithm: DigestAlgorithm;
  /** `digestSecret` of the account. */
  readonly secret: Uint8Array;
  readonly nonce: string;
  readonly method: string;
  readonly uri: string;
  /** Undefined for a server of RFC 2069. */
  readonly qop?: { readonly name: string; readonly nc: string; readonly cnonce: string };
  /** Needed by `-sess` where there is no qop. */
  readonly cnonce?: string;
}

/** The response, in lower-case hexadecimal. */
export function digestResponse(input: DigestInput): string {
  const hash = hashOf(input.algorithm);
  const of = (text: string): string => hex(digest(hash, utf8(text)));
  let ha1 = hex(input.secret);
  if (input.algorithm.endsWith('-sess')) ha1 = of(`${ha1}:${input.nonce}:${input.qop?.cnonce ?? input.cnonce ?? ''}`);
  const ha2 = of(`${input.method}:${input.uri}`);
  const { qop } = input;
  return qop === undefined
    ? of(`${ha1}:${input.nonce}:${ha2}`)
    : of(`${ha1}:${input.nonce}:${qop.nc}:${qop.cnonce}:${qop.name}:${ha2}`);
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

export interface DigestClientOptions {
  readonly user: string;
  readonly password: string;
  readonly random: RandomSource;
}

/** One connection's Digest: takes a challenge, then answers for each request with a counter that rises. */
export class DigestClient {
  readonly #options: DigestClientOptions;
  #challenge: { readonly parameters: DigestParameters; readonly algorithm: DigestAlgorithm } | undefined;
  #count = 0;
  #cnonce = '';

  constructor(options: DigestClientOptions) {
    this.#options = options;
  }
  get ready(): boolean {
    return this.#challenge !== undefined;
  }

  /**
   * Takes the best of the server's Digest challenges.
   * @returns false: a server that has this answer already refuses it (the nonce is not stale): the password is wrong.
   * @throws {AuthenticationError} no challenge that can be answered.
   */
  challenge(offers: readonly DigestParameters[]): boolean {
    const known = offers.flatMap((parameters) => {
      const algorithm = digestAlgorithm(parameters['algorithm']);
      const qops = parameters['qop']?.split(',').map((item) => item.trim().toLowerCase());
      if (algorithm === undefined || parameters['nonce'] === undefined) return [];
      return qops !== undefined && !qops.includes('auth') ? [] : [{ parameters, algorithm }];
    });
    known.sort((left, right) => ALGORITHMS.indexOf(left.algorithm) - ALGORITHMS.indexOf(right.algorithm));
    const [best] = known;
    if (best === undefined) {
      throw new AuthenticationError(
        'Digest',
        'The server offers no kind of Digest that is known here (MD5 or SHA-256, with qop=auth).',
        { errorId: 'InvalidAuthentication', status: 401 },
      );
    }
    const again = this.#challenge !== undefined && this.#count > 0;
    if (again && best.parameters['stale']?.toLowerCase() !== 'true') return false;
    this.#challenge = best;
    this.#count = 0;
    this.#cnonce = hex(this.#options.random(16));
    return true;
  }

  /** The value of the Authorization header. */
  authorization(method: string, uri: string): string {
    const challenge = this.#challenge;
    if (challenge === undefined) throw new AuthenticationError('Digest', 'No challenge came from the server.');
    const { parameters, algorithm } = challenge;
    const { user, password } = this.#options;
    this.#count += 1;
    const nc = this.#count.toString(16).padStart(8, '0');
    const realm = parameters['realm'] ?? '';
    const nonce = parameters['nonce'] ?? '';
    const secret = digestSecret(hashOf(algorithm), user, realm, password);
    const withQop = parameters['qop'] !== undefined;
    const response = digestResponse({
      algorithm,
      secret,
      nonce,
      method,
      uri,
      cnonce: this.#cnonce,
      ...(withQop ? { qop: { name: 'auth', nc, cnonce: this.#cnonce } } : {}),
    });
    const fields = [
      `username=${quoted(user)}`,
      `realm=${quoted(realm)}`,
      `nonce=${quoted(nonce)}`,
      `uri=${quoted(uri)}`,
      `response="${response}"`,
      ...(parameters['algorithm'] === undefined ? [] : [`algorithm=${algorithm}`]),
      ...(withQop ? ['qop=auth', `nc=${nc}`] : []),
      ...(withQop || algorithm.endsWith('-sess') ? [`cnonce="${this.#cnonce}"`] : []),
      ...(parameters['opaque'] === undefined ? [] : [`opaque=${quoted(parameters['opaque'])}`]),
    ];
    return `Digest ${fields.join(', ')}`;
  }
}

export interface DigestServerOptions {
  readonly realm: string;
  readonly random: RandomSource;
  /** Unix time in ms. */
  readonly now: () => number;
  /** How long a nonce may be used. Milliseconds; default 5 min. */
  readonly nonceLifeMs?: number;
  /** `H(user:realm:password)` of an account. */
  readonly secret: (user: string, hash: DigestName) => Uint8Array | undefined;
}

export type DigestVerdict =
  | { readonly type: 'accepted'; readonly user: string }
  /** Right, but the nonce is too old: the client shall answer again with a fresh one. */
  | { readonly type: 'stale'; readonly user: string }
  | { readonly type: 'refused'; readonly reason: string; readonly user?: string };

const MAX_NONCES = 10_000;

/**
 * The server's side. A nonce is `time . random . HMAC(time.random)` under a key of this process, so that none has to be
 * kept before it was used; a used one is kept with its highest counter, so that no request counts twice.
 */
export class DigestServer {
  readonly #options: DigestServerOptions;
  readonly #key: Uint8Array;
  readonly #used = new Map<string, number>();

  constructor(options: DigestServerOptions) {
    this.#options = options;
    this.#key = options.random(32);
  }

  /** The challenges, one per algorithm, best first. */
  challenges(stale = false): readonly string[] {
    const { realm } = this.#options;
    return (['SHA-256', 'MD5'] as const).map(
      (algorithm) =>
        `Digest realm=${quoted(realm)}, qop="auth", algorithm=${algorithm}, nonce="${this.#nonce()}", charset=UTF-8${stale ? ', stale=true' : ''}`,
    );
  }

  /** @param uri the request's target, as it stands in its first line. */
  verify(parameters: DigestParameters, method: string, uri: string): DigestVerdict {
    const user = parameters['username'];
    const nonce = parameters['nonce'] ?? '';
    const algorithm = digestAlgorithm(parameters['algorithm']);
    const nc = parameters['nc'] ?? '';
    const cnonce = parameters['cnonce'] ?? '';
    if (user === undefined || algorithm === undefined || parameters['qop'] !== 'auth' || !/^[0-9a-f]{8}$/i.test(nc)) {
      return { type: 'refused', reason: 'malformedCredentials', ...(user === undefined ? {} : { user }) };
    }
    if (parameters['realm'] !== this.#options.realm) return { type: 'refused', reason: 'wrongRealm', user };
    if (parameters['uri'] !== uri) return { type: 'refused', reason: 'wrongUri', user };
    const age = this.#age(nonce);
    if (age === undefined) return { type: 'refused', reason: 'foreignNonce', user };
    const hash = hashOf(algorithm);
    // An unknown account costs the same work.
    const secret = this.#options.secret(user, hash);
    const expected = digestResponse({
      algorithm,
      secret: secret ?? this.#key,
      nonce,
      method,
      uri,
      qop: { name: 'auth', nc, cnonce },
    });
    const right = equalBytes(utf8(expected), utf8((parameters['response'] ?? '').toLowerCase()));
    if (!right || secret === undefined) return { type: 'refused', reason: 'wrongPassword', user };
    if (age > (this.#options.nonceLifeMs ?? 300_000)) return { type: 'stale', user };
    const count = Number.parseInt(nc, 16);
    if (count <= (this.#used.get(nonce) ?? 0)) return { type: 'refused', reason: 'replayed', user };
    this.#use(nonce, count);
    return { type: 'accepted', user };
  }

  #use(nonce: string, count: number): void {
    this.#used.delete(nonce);
    this.#used.set(nonce, count);
    for (const old of this.#used.keys()) {
      // What is forgotten must not be usable again: everything as old as that is refused as stale by then, or the flood
      // of logins is so great that the oldest have to log in anew.
      if (this.#used.size <= MAX_NONCES) return;
      this.#used.delete(old);
      this.#notBefore = Math.max(this.#notBefore, Number.parseInt(old.slice(0, 12), 16));
    }
  }
  #notBefore = 0;

  #nonce(): string {
    const text = Math.trunc(this.#options.now()).toString(16).padStart(12, '0') + hex(this.#options.random(12));
    return text + this.#seal(text);
  }
  #seal(text: string): string {
    return hex(hmac('sha256', this.#key, utf8(text)).subarray(0, 16));
  }
  /** Milliseconds since the nonce was made; undefined for one that we did not make. */
  #age(nonce: string): number | undefined {
    if (!/^[0-9a-f]{68}$/.test(nonce)) return undefined;
    const text = nonce.slice(0, 36);
    if (!equalBytes(utf8(this.#seal(text)), utf8(nonce.slice(36)))) return undefined;
    const made = Number.parseInt(nonce.slice(0, 12), 16);
    return made <= this.#notBefore ? Number.POSITIVE_INFINITY : this.#options.now() - made;
  }
}
