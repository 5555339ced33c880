/** GSSAPI's calls with byte arrays in and out, statuses turned into errors, and native memory given back. [RFC 2744] */
import { derObjectIdentifier } from '../../../../protocol/auth/index.js';
import { nativeLibrary, type GssFunction } from './native-library.js';

export const GssOid = {
  Kerberos: '1.2.840.113554.1.2.2',
  HostBasedService: '1.2.840.113554.1.2.1.4',
  PrincipalName: '1.2.840.113554.1.2.2.1',
  InquireSessionKey: '1.2.840.113554.1.2.2.5.5',
} as const;

export const GssFlag = {
  Delegate: 1,
  Mutual: 2,
  Replay: 4,
  Sequence: 8,
  Confidentiality: 16,
  Integrity: 32,
  /** Set by MIT 1.19 and later when the client bound its channel, and to ours. */
  ChannelBound: 2048,
  /** Delegate only to servers that the KDC trusts for it. */
  DelegatePolicy: 32_768,
} as const;

export const GssStatus = { ContinueNeeded: 1, BadBindings: 4 << 16, NoCredentials: 7 << 16 } as const;
const ERROR_MASK = 0xffff_0000;
const MECHANISM_STATUS = 2;
const GSS_STATUS = 1;
/** Duplicate, old, out of sequence, gap. */
const SEQUENCE_MASK = 0x1e;

/** A call that failed. `minor` is Kerberos' own number, signed. */
export class GssError extends Error {
  readonly call: string;
  readonly major: number;
  readonly minor: number;
  readonly status: string;

  constructor(call: string, major: number, minor: number) {
    const mechanism = minor === 0 ? '' : statusText(minor, MECHANISM_STATUS);
    const status = mechanism === '' ? statusText(major, GSS_STATUS) : mechanism;
    super(`${call}: ${status}`);
    this.call = call;
    this.major = major;
    this.minor = minor;
    this.status = status;
  }
}

/** Which of the routine errors it is: bits 16 to 23. */
export const routineError = (major: number): number => major & 0x00ff_0000;

/** A native slot of 8 bytes for a handle. */
export class Handle {
  readonly slot = Buffer.alloc(8);
  get value(): bigint {
    return this.slot.readBigUInt64LE(0);
  }
}

/** A native structure, and what it points to: `run` keeps both alive as long as the call. */
interface Struct {
  readonly slot: Buffer;
  readonly held: unknown;
}
/** Calls under way. */
const alive = new Set<unknown>();

/** A `gss_buffer_desc` over our bytes. */
function bufferOf(bytes: Uint8Array): Struct {
  const slot = Buffer.alloc(16);
  // An empty array has no address of its own.
  const held = bytes.length === 0 ? Buffer.alloc(1) : bytes;
  slot.writeBigUInt64LE(BigInt(bytes.length), 0);
  slot.writeBigUInt64LE(nativeLibrary().address(held), 8);
  return { slot, held };
}

/** A native slot for a handle, an integer or a `gss_buffer_desc` that a call fills. */
const output = (length: 4 | 16): Buffer => Buffer.alloc(length);

function oidOf(text: string): Struct {
  const elements = Buffer.from(derObjectIdentifier(text).subarray(2));
  const packed = process.platform === 'darwin' && process.arch === 'x64';
  const slot = Buffer.alloc(16);
  slot.writeUInt32LE(elements.length, 0);
  slot.writeBigUInt64LE(nativeLibrary().address(elements), packed ? 4 : 8);
  return { slot, held: elements };
}

/** `gss_OID_set_desc { size_t count; gss_OID elements }` of one. */
function oidSetOf(text: string): Struct {
  const oid = oidOf(text);
  const slot = Buffer.alloc(16);
  slot.writeBigUInt64LE(1n, 0);
  slot.writeBigUInt64LE(nativeLibrary().address(oid.slot), 8);
  return { slot, held: oid };
}

/** `gss_channel_bindings_struct` with application data only. */
function bindingsOf(data: Uint8Array | undefined): Struct | null {
  if (data === undefined) return null;
  const slot = Buffer.alloc(64);
  slot.writeBigUInt64LE(BigInt(data.length), 48);
  slot.writeBigUInt64LE(nativeLibrary().address(data), 56);
  return { slot, held: data };
}

/** What a call wrote into a `gss_buffer_desc`; the native bytes are freed when `use` has returned. */
function useBuffer<T>(slot: Buffer, use: (bytes: Uint8Array) => T): T {
  const length = Number(slot.readBigUInt64LE(0));
  try {
    return use(length === 0 ? new Uint8Array(0) : nativeLibrary().view(slot.readBigUInt64LE(8), length));
  } finally {
    if (slot.readBigUInt64LE(8) !== 0n) nativeLibrary().call('gss_release_buffer', output(4), slot);
  }
}
const takeBuffer = (slot: Buffer): Uint8Array => useBuffer(slot, (bytes) => bytes.slice());

function statusText(status: number, type: number): string {
  const out = Buffer.alloc(16);
  const more = Buffer.alloc(4);
  const oid = oidOf(GssOid.Kerberos);
  const parts: string[] = [];
  do {
    const major = nativeLibrary().call('gss_display_status', output(4), status >>> 0, type, oid.slot, more, out);
    if (major !== 0) break;
    parts.push(Buffer.from(takeBuffer(out)).toString('utf8'));
  } while (more.readUInt32LE(0) !== 0 && parts.length < 4);
  return parts.join('; ');
}

const failed = (major: number): boolean => (major & ERROR_MASK) !== 0;
const raw = (args: readonly unknown[]): readonly unknown[] =>
  args.map((arg) => (typeof arg === 'object' && arg !== null && 'slot' in arg ? arg.slot : arg));

/** @throws {GssError} */
function run(name: GssFunction, ...args: readonly unknown[]): number {
  const minor = output(4);
  alive.add(args);
  try {
    const major = nativeLibrary().call(name, minor, ...raw(args));
    if (failed(major)) throw new GssError(name, major >>> 0, minor.readInt32LE(0));
    return major;
  } finally {
    alive.delete(args);
  }
}
async function runAsync(name: GssFunction, ...args: readonly unknown[]): Promise<number> {
  const minor = output(4);
  alive.add(args);
  alive.add(minor);
  try {
    const major = await nativeLibrary().callAsync(name, minor, ...raw(args));
    if (failed(major)) throw new GssError(name, major >>> 0, minor.readInt32LE(0));
    return major;
  } finally {
    alive.delete(args);
    alive.delete(minor);
  }
}

export class GssName {
  readonly handle = new Handle();
  constructor(text: string, type: string) {
    const name = bufferOf(Buffer.from(text));
    run('gss_import_name', name, oidOf(type), this.handle);
  }
  release(): void {
    if (this.handle.value !== 0n) nativeLibrary().call('gss_release_name', Buffer.alloc(4), this.handle.slot);
  }
}

function displayName(name: bigint): string {
  const out = Buffer.alloc(16);
  run('gss_display_name', name, out, null);
  return Buffer.from(takeBuffer(out)).toString('utf8');
}

const INITIATE = 1;
const ACCEPT = 2;
const INDEFINITE = 0xffff_ffff;

export class GssCredential {
  readonly handle = new Handle();

  /** The user's ticket for `principal`; undefined: the default of the credential cache. May talk to a KDC. */
  static async initiate(principal?: string, password?: string): Promise<GssCredential> {
    const credential = new GssCredential();
    const name = principal === undefined ? undefined : new GssName(principal, GssOid.PrincipalName);
    const set = oidSetOf(GssOid.Kerberos);
    const secret = password === undefined ? undefined : Buffer.from(password, 'utf8');
    try {
      const owner = name?.handle.value ?? 0n;
      const rest = [INDEFINITE, set, INITIATE, credential.handle, null, null];
      if (secret === undefined) await runAsync('gss_acquire_cred', owner, ...rest);
      else await runAsync('gss_acquire_cred_with_password', owner, bufferOf(secret), ...rest);
    } finally {
      secret?.fill(0);
      name?.release();
    }
    return credential;
  }

  /** Keys of every service in a keytab. @param keytab undefined: the system's, or KRB5_KTNAME. */
  static accept(keytab?: string): GssCredential {
    const credential = new GssCredential();
    if (keytab !== undefined) nativeLibrary().useKeytab(keytab);
    run('gss_acquire_cred', 0n, INDEFINITE, oidSetOf(GssOid.Kerberos), ACCEPT, credential.handle, null, null);
    return credential;
  }

  release(): void {
    if (this.handle.value !== 0n) nativeLibrary().call('gss_release_cred', Buffer.alloc(4), this.handle.slot);
  }
}

/** Gives native memory back when nobody holds the context any more. */
const leftovers = new FinalizationRegistry<Buffer>((slot) => {
  if (slot.readBigUInt64LE(0) !== 0n) nativeLibrary().call('gss_delete_sec_context', Buffer.alloc(4), slot, null);
});

export interface GssExportedKeys {
  readonly key: Uint8Array;
  readonly acceptorSubkey: boolean;
  readonly sendSequence: bigint;
  readonly receiveSequence: bigint;
}

export interface GssStep {
  readonly token: Uint8Array | undefined;
  readonly complete: boolean;
}

export interface GssInitiateOptions {
  readonly credential: GssCredential;
  readonly target: GssName;
  readonly flags: number;
  readonly channelBindings?: Uint8Array;
}

export class GssContext {
  readonly #handle = new Handle();
  readonly #bindings: ReturnType<typeof bindingsOf>;
  readonly #options: GssInitiateOptions | undefined;
  readonly #credential: GssCredential;
  #flags = 0;
  #source: string | undefined;

  private constructor(credential: GssCredential, options: GssInitiateOptions | undefined, bindings?: Uint8Array) {
    this.#credential = credential;
    this.#options = options;
    this.#bindings = bindingsOf(bindings);
    leftovers.register(this, this.#handle.slot, this);
  }
  static initiator(options: GssInitiateOptions): GssContext {
    return new GssContext(options.credential, options, options.channelBindings);
  }
  static acceptor(credential: GssCredential, channelBindings?: Uint8Array): GssContext {
    return new GssContext(credential, undefined, channelBindings);
  }

  /** What the context can do: GssFlag. */
  get flags(): number {
    return this.#flags;
  }
  /** The client's principal, at an acceptor. */
  get source(): string | undefined {
    return this.#source;
  }

  /** The first step asks the KDC for a ticket, on a thread of the pool. */
  async begin(): Promise<GssStep> {
    const call = this.#initiate(undefined);
    return call.result(await runAsync('gss_init_sec_context', ...call.args));
  }
  next(token: Uint8Array): GssStep {
    const call = this.#initiate(token);
    return call.result(run('gss_init_sec_context', ...call.args));
  }

  #initiate(token: Uint8Array | undefined): {
    readonly args: readonly unknown[];
    readonly result: (major: number) => GssStep;
  } {
    const options = this.#options;
    if (options === undefined) throw new TypeError('an acceptor does not initiate');
    const out = output(16);
    const flags = output(4);
    return {
      args: [
        options.credential.handle.value,
        this.#handle,
        options.target.handle.value,
        oidOf(GssOid.Kerberos),
        options.flags,
        0,
        this.#bindings,
        token === undefined ? null : bufferOf(token),
        null,
        out,
        flags,
        null,
      ],
      result: (major) => this.#step(major, out, flags),
    };
  }

  accept(token: Uint8Array): GssStep {
    const out = output(16);
    const flags = output(4);
    const source = new Handle();
    const major = run(
      'gss_accept_sec_context',
      this.#handle,
      this.#credential.handle.value,
      bufferOf(token),
      this.#bindings,
      source,
      null,
      out,
      flags,
      null,
      null,
    );
    if (source.value !== 0n) {
      this.#source = displayName(source.value);
      run('gss_release_name', source);
    }
    return this.#step(major, out, flags);
  }

  #step(major: number, out: Buffer, flags: Buffer): GssStep {
    this.#flags = flags.readUInt32LE(0);
    const token = takeBuffer(out);
    return { token: token.length === 0 ? undefined : token, complete: (major & GssStatus.ContinueNeeded) === 0 };
  }

  /**
   * Takes the session's keys out of GSSAPI, for AES-CTS-HMAC-SHA1-96: afterwards this context is gone, and whoever asked
   * seals by himself. Undefined, with the context as it was: another kind of key, or a library that does not give them.
   *
   *     gss_krb5_lucid_context_v1_t   version u32, initiate u32, endtime u32, send_seq u64 at 16, recv_seq u64 at 24,
   *                                   protocol u32 at 32, RFC 1964's keys 24 at 40, then at 64:
   *                                   have_acceptor_subkey u32, ctx_key 16 at 72, acceptor_subkey 16 at 88
   *     gss_krb5_lucid_key_t          type u32, length u32, data pointer
   */
  exportKeys(): GssExportedKeys | undefined {
    const type = this.#keyType();
    if (type !== 17 && type !== 18) return undefined;
    if (!nativeLibrary().has('gss_krb5_export_lucid_sec_context')) return undefined;
    const out = new Handle();
    run('gss_krb5_export_lucid_sec_context', this.#handle, 1, out);
    const lucid = nativeLibrary().view(out.value, 104);
    const view = new DataView(lucid.buffer, lucid.byteOffset, lucid.length);
    const acceptorSubkey = view.getUint32(64, true) !== 0;
    const at = acceptorSubkey ? 88 : 72;
    const key = nativeLibrary()
      .view(view.getBigUint64(at + 8, true), view.getUint32(at + 4, true))
      .slice();
    const keys = {
      key,
      acceptorSubkey,
      sendSequence: view.getBigUint64(16, true),
      receiveSequence: view.getBigUint64(24, true),
    };
    run('gss_krb5_free_lucid_sec_context', out.value);
    return keys;
  }

  /** The session key's encryption type. [GSS_C_INQ_SSPI_SESSION_KEY]: the key, and an identifier that ends in it. */
  #keyType(): number | undefined {
    const library = nativeLibrary();
    if (!library.has('gss_inquire_sec_context_by_oid')) return undefined;
    const out = new Handle();
    run('gss_inquire_sec_context_by_oid', this.#handle.value, oidOf(GssOid.InquireSessionKey), out);
    const set = Buffer.from(library.view(out.value, 16));
    const count = set.readBigUInt64LE(0);
    let type: number | undefined;
    if (count >= 2n) {
      const second = Buffer.from(library.view(set.readBigUInt64LE(8) + 16n, 16));
      type = library.view(second.readBigUInt64LE(8), Number(second.readBigUInt64LE(0))).at(-1);
    }
    run('gss_release_buffer_set', out);
    return type;
  }

  /**
   * A sealed token [RFC 4121 4.2.6.2], given to `use` where it lies: envelopes are large, and every copy costs.
   */
  wrap<T>(data: Uint8Array, use: (token: Uint8Array) => T): T {
    const out = output(16);
    run('gss_wrap', this.#handle.value, 1, 0, bufferOf(data), null, out);
    return useBuffer(out, use);
  }
  unwrap(token: Uint8Array): Uint8Array {
    const out = output(16);
    const sealed = output(4);
    const major = run('gss_unwrap', this.#handle.value, bufferOf(token), out, sealed, null);
    const plain = takeBuffer(out);
    // Supplementary bits: a repeated, old or missing token.
    if ((major & SEQUENCE_MASK) !== 0) throw new GssError('gss_unwrap', major >>> 0, 0);
    if (sealed.readInt32LE(0) === 0) throw new GssError('gss_unwrap (the message is signed only)', major >>> 0, 0);
    return plain;
  }
  sign(data: Uint8Array): Uint8Array {
    const out = output(16);
    run('gss_get_mic', this.#handle.value, 0, bufferOf(data), out);
    return takeBuffer(out);
  }
  verify(data: Uint8Array, mic: Uint8Array): void {
    run('gss_verify_mic', this.#handle.value, bufferOf(data), bufferOf(mic), null);
  }
  close(): void {
    leftovers.unregister(this);
    if (this.#handle.value !== 0n) run('gss_delete_sec_context', this.#handle, null);
  }
}
