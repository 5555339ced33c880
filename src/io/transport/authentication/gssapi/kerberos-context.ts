/**
 * Kerberos as a security context, on the system's GSSAPI. protocol.md 8.6
 *
 * WinRM carries a sealed message in two parts: a signature, and cipher text that is as long as the plain text. GSSAPI
 * gives one token; its cipher text may be rotated by the number of bytes in its header (RRC), which is not covered by
 * the checksum. So a token is cut like this:
 *
 *     gss_wrap:  header 16 | E(confounder 16 | data | header copy 16) | checksum c          RRC 0
 *     ours:      header 16 | header copy 16 | checksum c | confounder 16  ||  data           RRC 16 + c
 *
 * A receiver joins the two parts; `gss_unwrap` takes any rotation. Tokens of RC4 keys [RFC 4757] begin with 0x60 and are
 * cut in front of data and one byte of padding, which then counts as data.
 */
import type {
  AcceptorContext,
  AuthenticatedIdentity,
  SealedMessage,
  SecurityContext,
} from '../../../../protocol/auth/index.js';
import { invalidToken, KerberosSealer } from '../../../../protocol/auth/index.js';
import { systemRandom } from '../../../runtime/index.js';
import { GssContext, GssCredential, GssFlag, GssName, GssOid, type GssStep } from './gssapi.js';
import { kerberosError, type KerberosStep } from './kerberos-errors.js';

const HEADER_BYTES = 16;
const CONFOUNDER_BYTES = 16;
const RRC_AT = 6;
const RC4_PADDING_BYTES = 1;

/** Cuts a token of `gss_wrap` for `plainLength` bytes into signature and cipher text. The token is not kept. */
export function cutToken(token: Uint8Array, plainLength: number): SealedMessage {
  if (token[0] !== 0x05) {
    const at = token.length - plainLength - RC4_PADDING_BYTES;
    const kept = token.slice();
    return { signature: kept.subarray(0, at), sealed: kept.subarray(at), paddingBytes: RC4_PADDING_BYTES };
  }
  const overhead = token.length - plainLength;
  const rotation = overhead - HEADER_BYTES - CONFOUNDER_BYTES;
  const view = new DataView(token.buffer, token.byteOffset, token.length);
  const already = view.getUint16(RRC_AT) % (token.length - HEADER_BYTES);
  const out = Buffer.allocUnsafeSlow(token.length); // filled below, every byte
  out.set(token.subarray(0, HEADER_BYTES));
  const body = token.subarray(HEADER_BYTES);
  const shift = (((rotation - already) % body.length) + body.length) % body.length;
  out.set(body.subarray(body.length - shift), HEADER_BYTES);
  out.set(body.subarray(0, body.length - shift), HEADER_BYTES + shift);
  out.writeUInt16BE(rotation, RRC_AT);
  return { signature: out.subarray(0, overhead), sealed: out.subarray(overhead) };
}

/** The two parts as one run of bytes; without a copy where they lie side by side, as in a body that was received. */
function join({ signature, sealed }: SealedMessage): Uint8Array {
  if (signature.buffer === sealed.buffer && signature.byteOffset + signature.length === sealed.byteOffset)
    return new Uint8Array(signature.buffer, signature.byteOffset, signature.length + sealed.length);
  return Buffer.concat([signature, sealed]);
}

abstract class KerberosContext implements SecurityContext {
  readonly mechanism = 'Kerberos';
  protected readonly gss: GssContext;
  protected abstract readonly side: 'initiate' | 'accept';
  #complete = false;
  /** Null: this context's keys are for GSSAPI only. */
  #sealer: KerberosSealer | null | undefined;

  constructor(gss: GssContext) {
    this.gss = gss;
  }
  get complete(): boolean {
    return this.#complete;
  }
  get canSeal(): boolean {
    return (this.gss.flags & GssFlag.Confidentiality) !== 0;
  }
  abstract step(token: Uint8Array | undefined): Uint8Array | undefined;

  wrap(data: Uint8Array): SealedMessage {
    const sealer = this.#ownSealer();
    if (sealer !== undefined) return sealer.seal(data);
    return this.guard('seal a message', () => this.gss.wrap(data, (token) => cutToken(token, data.length)));
  }
  unwrap(message: SealedMessage): Uint8Array {
    const sealer = this.#ownSealer();
    if (sealer !== undefined) return sealer.unseal(message);
    return this.guard('open a message', () => this.gss.unwrap(join(message)));
  }
  sign(data: Uint8Array): Uint8Array {
    const sealer = this.#ownSealer();
    if (sealer !== undefined) return sealer.sign(data);
    return this.guard('seal a message', () => this.gss.sign(data));
  }
  verify(data: Uint8Array, signature: Uint8Array): void {
    const sealer = this.#ownSealer();
    if (sealer !== undefined) return sealer.verify(data, signature);
    this.guard('open a message', () => this.gss.verify(data, signature));
  }
  close(): void {
    this.gss.close();
  }

  /** With AES keys we seal ourselves from the first message on; GSSAPI's context is used up by that. */
  #ownSealer(): KerberosSealer | undefined {
    if (this.#sealer === undefined) {
      const keys = this.guard('seal a message', () => this.gss.exportKeys());
      this.#sealer = keys === undefined ? null : new KerberosSealer({ ...keys, side: this.side, random: systemRandom });
    }
    return this.#sealer ?? undefined;
  }
  protected take(step: GssStep): Uint8Array | undefined {
    this.#complete = step.complete;
    return step.token;
  }
  protected guard<T>(step: KerberosStep, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw kerberosError(error, step, this.principal, this.service);
    }
  }
  protected readonly principal: string = '';
  protected readonly service: string = '';
}

export interface KerberosClientOptions {
  /** `HTTP/server01.example.org`, or with a port. */
  readonly service: string;
  /** Whom to log in; undefined: whose tickets are in the cache. */
  readonly user?: { readonly principal: string; readonly password: string };
  /** What the TLS channel is bound by: `tls-server-end-point:` and the digest. protocol.md 8.9 */
  readonly channelBindings?: Uint8Array;
  /** Hand the ticket on to servers that the KDC trusts for it. */
  readonly delegate?: boolean;
}

export class KerberosClientContext extends KerberosContext {
  protected override readonly side = 'initiate';
  protected override readonly principal: string;
  protected override readonly service: string;
  #first: Uint8Array | undefined;

  private constructor(gss: GssContext, first: GssStep, options: KerberosClientOptions) {
    super(gss);
    this.principal = options.user?.principal ?? '';
    this.service = options.service;
    this.#first = this.take(first);
  }

  /**
   * Gets the tickets, and with them the first token. Talks to the KDC.
   * @throws {AuthenticationError} no ticket could be had; says why and what to check.
   * @throws {PSSessionError} `GssapiNotAvailable`
   */
  static async begin(options: KerberosClientOptions): Promise<KerberosClientContext> {
    const { service, user } = options;
    let step: KerberosStep = 'get a ticket for the user';
    let credential: GssCredential | undefined;
    let target: GssName | undefined;
    try {
      credential = await GssCredential.initiate(user?.principal, user?.password);
      step = 'get a ticket for the service';
      target = nameOf(service);
      const gss = GssContext.initiator({
        credential,
        target,
        flags:
          GssFlag.Mutual |
          GssFlag.Replay |
          GssFlag.Sequence |
          GssFlag.Confidentiality |
          GssFlag.Integrity |
          (options.delegate === true ? GssFlag.DelegatePolicy : 0),
        ...(options.channelBindings === undefined ? {} : { channelBindings: options.channelBindings }),
      });
      return new KerberosClientContext(gss, await gss.begin(), options);
    } catch (error) {
      credential?.release();
      target?.release();
      throw kerberosError(error, step, user?.principal, service);
    }
  }

  override step(token: Uint8Array | undefined): Uint8Array | undefined {
    if (this.#first !== undefined) {
      const first = this.#first;
      this.#first = undefined;
      return first;
    }
    if (token === undefined || this.complete) throw invalidToken('Kerberos', 'no answer came, or one too many');
    return this.guard('check the server', () => this.take(this.gss.next(token)));
  }
}

/** `HTTP/host` is a service of a host, whose name krb5.conf may have made canonical; anything more is a principal. */
function nameOf(service: string): GssName {
  const plain = /^([^/@]+)\/([^/@:]+)$/.exec(service);
  return plain === null
    ? new GssName(service, GssOid.PrincipalName)
    : new GssName(`${plain[1]}@${plain[2]}`, GssOid.HostBasedService);
}

export interface KerberosServerOptions {
  readonly credential: GssCredential;
  readonly channelBindings?: Uint8Array;
  /** None ignores what the client bound, Relaxed checks it when it is there, Strict requires it. */
  readonly hardening?: 'None' | 'Relaxed' | 'Strict';
}

export class KerberosServerContext extends KerberosContext implements AcceptorContext {
  protected override readonly side = 'accept';
  readonly #strict: boolean;

  constructor(options: KerberosServerOptions) {
    const { hardening = 'Relaxed', channelBindings } = options;
    super(GssContext.acceptor(options.credential, hardening === 'None' ? undefined : channelBindings));
    this.#strict = hardening === 'Strict' && channelBindings !== undefined;
  }
  get identity(): AuthenticatedIdentity | undefined {
    const user = this.gss.source;
    return this.complete && user !== undefined ? { user, mechanism: 'Kerberos' } : undefined;
  }
  get attempted(): string | undefined {
    return this.gss.source;
  }
  override step(token: Uint8Array | undefined): Uint8Array | undefined {
    if (token === undefined || this.complete) throw invalidToken('Kerberos', 'no token came, or one too many');
    const answer = this.guard('accept a client', () => this.take(this.gss.accept(token)));
    if (this.complete && this.#strict && (this.gss.flags & GssFlag.ChannelBound) === 0) {
      throw invalidToken('Kerberos', 'the client is not bound to this TLS channel, which this endpoint requires', {
        errorId: 'AccessDenied',
      });
    }
    return answer;
  }
}

/** @throws {AuthenticationError} the keytab cannot be read. {PSSessionError} `GssapiNotAvailable` */
export function acceptorCredential(keytab: string | undefined): GssCredential {
  try {
    return GssCredential.accept(keytab);
  } catch (error) {
    throw kerberosError(error, 'read the keytab', '', keytab ?? '');
  }
}
