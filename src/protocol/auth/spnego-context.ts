/**
 * SPNEGO in both roles: which mechanism it is to be, and the proof that nobody took a better one away.
 *
 * mechListMIC signs the list of mechanisms that the client sent. It is exchanged whenever the preferred mechanism was not
 * chosen, and with NTLM whenever its AUTHENTICATE carried a MIC. With NTLM it uses sequence number 0 in each direction,
 * and both RC4 streams begin anew behind it. [MS-SPNG 3.1.5], protocol.md 8.5
 */
import { equalBytes } from '../crypto/index.js';
import { AuthenticationError } from '../errors/index.js';
import { NtlmClientContext, NtlmServerContext } from './ntlm-context.js';
import { isNtlmToken } from './ntlm-messages.js';
import {
  invalidToken,
  type AcceptorContext,
  type AuthenticatedIdentity,
  type SealedMessage,
  type SecurityContext,
} from './security-context.js';
import {
  decodeNegToken,
  encodeMechTypes,
  encodeNegTokenInit,
  encodeNegTokenResp,
  gssMechanismOf,
  NegState,
  Oid,
} from './spnego-tokens.js';

/** A mechanism that SPNEGO may choose: its object identifiers, best first, and how to begin it. */
export interface SpnegoMechanism<Context extends SecurityContext = SecurityContext> {
  readonly oids: readonly string[];
  /** Undefined when the mechanism cannot be used after all (no ticket, no keytab). */
  readonly create: () => Context | undefined;
}

abstract class SpnegoContext<Context extends SecurityContext> implements SecurityContext {
  readonly mechanism = 'Negotiate';
  protected inner: Context | undefined;
  protected done = false;

  get complete(): boolean {
    return this.done;
  }
  get canSeal(): boolean {
    return this.inner?.canSeal ?? false;
  }
  /** The mechanism inside has nothing more to send: what is left is the other side's word that it is content. */
  get almostComplete(): boolean {
    return this.inner?.complete ?? false;
  }
  /** The mechanism that was chosen: `Kerberos`, `NTLM`. */
  get chosen(): string | undefined {
    return this.inner?.mechanism;
  }
  abstract step(token: Uint8Array | undefined): Uint8Array | undefined;
  /** Works as soon as the mechanism inside is complete: CredSSP seals its first message before the list is proved. */
  wrap(data: Uint8Array): SealedMessage {
    if (this.inner?.complete !== true)
      throw invalidToken('Negotiate', 'a message came before the authentication was complete');
    return this.inner.wrap(data);
  }
  unwrap(message: SealedMessage): Uint8Array {
    return this.#ready().unwrap(message);
  }
  sign(data: Uint8Array): Uint8Array {
    return this.#ready().sign(data);
  }
  verify(data: Uint8Array, signature: Uint8Array): void {
    this.#ready().verify(data, signature);
  }
  #ready(): Context {
    if (this.inner === undefined || !this.done)
      throw invalidToken('Negotiate', 'a message came before the authentication was complete');
    return this.inner;
  }
  /** Signs the mechanism list with what is inside. */
  protected signList(list: Uint8Array): Uint8Array {
    const mic = this.#inside().sign(list);
    this.#reset('outgoing');
    return mic;
  }
  protected verifyList(list: Uint8Array, mic: Uint8Array): void {
    this.#inside().verify(list, mic);
    this.#reset('incoming');
  }
  #reset(direction: 'outgoing' | 'incoming'): void {
    if (this.inner instanceof NtlmClientContext || this.inner instanceof NtlmServerContext)
      this.inner.resetStream(direction);
  }
  #inside(): Context {
    if (this.inner === undefined) throw invalidToken('Negotiate', 'no mechanism was chosen');
    return this.inner;
  }
}

export class SpnegoClientContext extends SpnegoContext<SecurityContext> {
  readonly #mechanisms: readonly SpnegoMechanism[];
  #offered: Array<{ readonly oid: string; readonly mechanism: SpnegoMechanism }> = [];
  #mechTypesDer: Uint8Array = new Uint8Array(0);
  #preferred = true;
  #sentMic = false;

  constructor(mechanisms: readonly SpnegoMechanism[]) {
    super();
    this.#mechanisms = mechanisms;
  }

  override step(token: Uint8Array | undefined): Uint8Array | undefined {
    if (this.#offered.length === 0) return this.#begin();
    if (token === undefined) throw invalidToken('Negotiate', 'none came');
    return this.#goOn(token);
  }

  #begin(): Uint8Array {
    let first: Uint8Array | undefined;
    for (const mechanism of this.#mechanisms) {
      if (this.inner === undefined) {
        const context = mechanism.create();
        if (context === undefined) continue;
        first = context.step(undefined);
        this.inner = context;
      }
      for (const oid of mechanism.oids) this.#offered.push({ oid, mechanism });
    }
    if (this.inner === undefined || first === undefined) {
      throw new AuthenticationError(
        'Negotiate',
        'No mechanism can be used: there is neither a Kerberos ticket nor a password.',
        { errorId: 'ExplicitCredentialsRequired' },
      );
    }
    const mechTypes = this.#offered.map(({ oid }) => oid);
    this.#mechTypesDer = encodeMechTypes(mechTypes);
    return encodeNegTokenInit({ mechTypes, mechToken: first });
  }

  #goOn(bytes: Uint8Array): Uint8Array | undefined {
    const token = decodeNegToken(bytes);
    if (token.type === 'init') throw invalidToken('Negotiate', 'the server began anew in the middle');
    if (token.state === NegState.Reject)
      throw new AuthenticationError('Negotiate', 'The server refused the authentication.', { errorId: 'AccessDenied' });
    if (token.supportedMech !== undefined) this.#choose(token.supportedMech);
    const inner = this.inner;
    if (inner === undefined) throw invalidToken('Negotiate', 'no mechanism was chosen');
    // An old server repeats its response token in the place of the MIC.
    const mic =
      token.mechListMic !== undefined &&
      token.responseToken !== undefined &&
      equalBytes(token.mechListMic, token.responseToken)
        ? undefined
        : token.mechListMic;
    let next: Uint8Array | undefined;
    if (!inner.complete) next = inner.step(token.responseToken);
    if (inner.complete && mic !== undefined) {
      this.verifyList(this.#mechTypesDer, mic);
      this.done = true;
      if (this.#sentMic) return undefined;
      return encodeNegTokenResp({
        state: NegState.AcceptCompleted,
        mechListMic: this.signList(this.#mechTypesDer),
      });
    }
    if (token.state === NegState.AcceptCompleted) {
      if (!inner.complete) throw invalidToken('Negotiate', 'the server says it is complete and it is not');
      if (this.#sentMic || !this.#preferred)
        throw invalidToken(
          'Negotiate',
          'the proof of the mechanism list is missing: a better mechanism may have been taken away',
        );
      this.done = true;
      return next === undefined ? undefined : encodeNegTokenResp({ responseToken: next });
    }
    const needsMic = inner.complete && (!this.#preferred || (inner instanceof NtlmClientContext && inner.sentMic));
    this.#sentMic = needsMic;
    return encodeNegTokenResp({
      ...(needsMic ? { state: NegState.AcceptIncomplete } : {}),
      ...(next === undefined ? {} : { responseToken: next }),
      ...(needsMic ? { mechListMic: this.signList(this.#mechTypesDer) } : {}),
    });
  }

  #choose(oid: string): void {
    const at = this.#offered.findIndex((item) => item.oid === oid);
    const chosen = this.#offered[at];
    if (chosen === undefined)
      throw invalidToken('Negotiate', `the server chose the mechanism ${oid}, which was not offered`);
    this.#preferred = at === 0;
    if (this.#isInner(chosen.mechanism)) return;
    this.inner = chosen.mechanism.create();
    if (this.inner === undefined)
      throw invalidToken('Negotiate', `the server chose the mechanism ${oid}, which cannot be used here`);
  }
  #isInner(mechanism: SpnegoMechanism): boolean {
    // The optimistic token was for the first usable mechanism: the first offered one.
    return this.#offered[0]?.mechanism === mechanism;
  }
}

export class SpnegoServerContext extends SpnegoContext<AcceptorContext> implements AcceptorContext {
  readonly #mechanisms: readonly SpnegoMechanism<AcceptorContext>[];
  #mechTypesDer: Uint8Array = new Uint8Array(0);
  #raw = false;
  #preferred = true;
  #begun = false;
  #oid = '';

  constructor(mechanisms: readonly SpnegoMechanism<AcceptorContext>[]) {
    super();
    this.#mechanisms = mechanisms;
  }
  get identity(): AuthenticatedIdentity | undefined {
    return this.done ? this.inner?.identity : undefined;
  }
  get attempted(): string | undefined {
    return this.inner?.attempted;
  }

  override step(token: Uint8Array | undefined): Uint8Array | undefined {
    if (token === undefined || this.done) throw invalidToken('Negotiate', 'none came, or one too many');
    if (!this.#begun) {
      this.#begun = true;
      return this.#first(token);
    }
    if (this.#raw) return this.#rawStep(token);
    const message = decodeNegToken(token);
    if (message.type === 'init') throw invalidToken('Negotiate', 'the client began anew in the middle');
    return this.#next(message.responseToken, message.mechListMic);
  }

  #first(token: Uint8Array): Uint8Array | undefined {
    // WinRM libraries in Ruby, Go and Python send a bare NTLM or Kerberos token under Negotiate, and want one back.
    const bare = isNtlmToken(token) ? Oid.Ntlm : gssMechanismOf(token);
    if (bare !== undefined && bare !== Oid.Spnego) {
      this.#raw = true;
      this.inner = this.#create(bare);
      if (this.inner === undefined) throw invalidToken('Negotiate', `the mechanism ${bare} is not offered here`);
      return this.#rawStep(token);
    }
    const message = decodeNegToken(token);
    if (message.type !== 'init') throw invalidToken('Negotiate', 'the client did not begin at the beginning');
    this.#mechTypesDer = message.mechTypesDer;
    for (const [at, oid] of message.mechTypes.entries()) {
      this.inner = this.#create(oid);
      if (this.inner === undefined) continue;
      this.#oid = oid;
      this.#preferred = at === 0;
      if (at === 0 || (message.mechToken !== undefined && this.#fits(oid, message.mechToken)))
        return this.#next(message.mechToken, message.mechListMic, true);
      return encodeNegTokenResp({ state: NegState.RequestMic, supportedMech: oid });
    }
    throw new AuthenticationError('Negotiate', 'None of the mechanisms that the client offers can be used here.', {
      errorId: 'InvalidAuthentication',
    });
  }

  /** Microsoft's Kerberos identifier and the standard one share their tokens. */
  #fits(oid: string, mechToken: Uint8Array): boolean {
    const mechanism = gssMechanismOf(mechToken);
    return (
      mechanism !== undefined &&
      (oid === Oid.MsKerberos || oid === Oid.Kerberos) &&
      (mechanism === Oid.Kerberos || mechanism === Oid.MsKerberos)
    );
  }

  #create(oid: string): AcceptorContext | undefined {
    return this.#mechanisms.find(({ oids }) => oids.includes(oid))?.create();
  }

  #rawStep(token: Uint8Array): Uint8Array | undefined {
    const next = this.inner?.step(token);
    this.done = this.inner?.complete ?? false;
    return next;
  }

  #next(token: Uint8Array | undefined, mic: Uint8Array | undefined, first = false): Uint8Array | undefined {
    const inner = this.inner;
    if (inner === undefined) throw invalidToken('Negotiate', 'no mechanism was chosen');
    const responseToken = inner.complete && token === undefined ? undefined : inner.step(token);
    const supported = first ? { supportedMech: this.#oid } : {};
    const response = responseToken === undefined ? {} : { responseToken };
    if (!inner.complete) {
      // A client whose first choice was not taken has to prove its list afterwards.
      return encodeNegTokenResp({
        state: this.#preferred ? NegState.AcceptIncomplete : NegState.RequestMic,
        ...supported,
        ...response,
      });
    }
    if (mic !== undefined) {
      this.verifyList(this.#mechTypesDer, mic);
      const own = this.signList(this.#mechTypesDer);
      this.done = true;
      return encodeNegTokenResp({ state: NegState.AcceptCompleted, ...supported, ...response, mechListMic: own });
    }
    // A client whose first choice was taken had nothing taken away; some of them send no proof then, even with NTLM.
    if (!this.#preferred)
      throw invalidToken(
        'Negotiate',
        'the proof of the mechanism list is missing: a better mechanism may have been taken away',
      );
    this.done = true;
    return encodeNegTokenResp({ state: NegState.AcceptCompleted, ...supported, ...response });
  }
}
