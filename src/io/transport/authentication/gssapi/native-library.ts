/**
 * The system's GSSAPI by FFI [RFC 2744]: MIT's on Linux, Apple's GSS framework on macOS. Where koffi or the library is
 * missing there is no Kerberos, and the error says so.
 *
 * Structures are laid out by hand in byte arrays, so that every pointer has an owner here:
 *
 *     gss_buffer_desc   { size_t length; void *value }
 *     gss_OID_desc      { uint32 length; void *elements }         Apple packs it to 2 bytes on Intel
 */
import { existsSync, readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { PSSessionError } from '../../../../protocol/errors/index.js';
import { foreign, type Foreign, type ForeignFunction, type ForeignLibrary } from '../../../runtime/index.js';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  linux: ['libgssapi_krb5.so.2', 'libgssapi.so.3'],
  darwin: ['/System/Library/Frameworks/GSS.framework/GSS', 'libgssapi_krb5.dylib'],
  freebsd: ['libgssapi_krb5.so.2', 'libgssapi.so.10'],
};

const P = 'void *';
const H = 'uintptr_t';
const U = 'uint32_t';
/** Handles go by value as integers; `void *` takes one of our byte arrays, or null. The result is a GSS major status. */
const SIGNATURES = {
  gss_import_name: [P, P, P, P],
  gss_display_name: [P, H, P, P],
  gss_display_status: [P, U, 'int', P, P, P],
  gss_release_name: [P, P],
  gss_release_buffer: [P, P],
  gss_release_cred: [P, P],
  gss_acquire_cred: [P, H, U, P, 'int', P, P, P],
  gss_acquire_cred_with_password: [P, H, P, U, P, 'int', P, P, P],
  gss_init_sec_context: [P, H, P, H, P, U, U, P, P, P, P, P, P],
  gss_accept_sec_context: [P, P, H, P, P, P, P, P, P, P, P],
  gss_delete_sec_context: [P, P, P],
  gss_wrap: [P, H, 'int', U, P, P, P],
  gss_unwrap: [P, H, P, P, P, P],
  gss_get_mic: [P, H, U, P, P],
  gss_verify_mic: [P, H, P, P, P],
  /** MIT's, with `gss_krb5_free_lucid_sec_context`. */
  gss_krb5_export_lucid_sec_context: [P, P, U, P],
  gss_krb5_free_lucid_sec_context: [P, H],
  gss_inquire_sec_context_by_oid: [P, H, P, P],
  gss_release_buffer_set: [P, P],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type GssFunction = keyof typeof SIGNATURES;

export interface NativeLibrary {
  call(name: GssFunction, ...args: readonly unknown[]): number;
  /** Whether the library has a function that not all have. */
  has(name: GssFunction): boolean;
  /** On a thread of the pool: what may talk to a KDC. */
  callAsync(name: GssFunction, ...args: readonly unknown[]): Promise<number>;
  /** `krb5_gss_register_acceptor_identity`: the keytab of acceptors of this thread. */
  useKeytab(path: string): void;
  address(bytes: Uint8Array): bigint;
  /** Native memory itself: valid until its owner frees it. */
  view(address: bigint, length: number): Uint8Array;
}

let loaded: NativeLibrary | PSSessionError | undefined;

/** @throws {PSSessionError} koffi or the library is not there. */
export function nativeLibrary(): NativeLibrary {
  loaded ??= load();
  if (loaded instanceof PSSessionError) throw loaded;
  return loaded;
}

/** Whether Kerberos can be used at all on this machine. */
export function hasNativeLibrary(): boolean {
  try {
    nativeLibrary();
    return true;
  } catch {
    return false;
  }
}

/** Whether a credential cache can be there at all: cheap, and without loading anything. */
export function ticketMayExist(environment: Readonly<Record<string, string | undefined>> = process.env): boolean {
  if (process.platform === 'darwin') return true;
  if ((environment['KRB5CCNAME'] ?? '') !== '') return true;
  if (existsSync(`/tmp/krb5cc_${process.getuid?.() ?? 0}`)) return true;
  try {
    return /^\s*default_ccache_name\s*=/m.test(readFileSync(environment['KRB5_CONFIG'] ?? '/etc/krb5.conf', 'utf8'));
  } catch {
    return false;
  }
}

function load(): NativeLibrary | PSSessionError {
  const missing = (text: string, cause: unknown): PSSessionError =>
    new PSSessionError(text, { errorId: 'GssapiNotAvailable', category: 'NotInstalled', cause });
  if (process.arch === 'ia32' || process.arch === 'arm' || endianness() !== 'LE')
    return missing(`Kerberos is not available on ${process.platform} ${process.arch}.`, undefined);
  let koffi: Foreign;
  try {
    koffi = foreign('Kerberos');
  } catch (error) {
    return missing(error instanceof Error ? error.message : String(error), error);
  }
  const names = NAMES[process.platform] ?? [];
  let failure: unknown;
  for (const name of names) {
    try {
      return bind(koffi, koffi.load(name));
    } catch (error) {
      failure = error;
    }
  }
  const hint = process.platform === 'linux' ? ' Debian and Ubuntu: libgssapi-krb5-2; Fedora and RHEL: krb5-libs.' : '';
  return missing(
    `Kerberos needs the system's GSSAPI library (${names.join(' or ')}), which is not here.${hint}`,
    failure,
  );
}

function bind(koffi: Foreign, library: ForeignLibrary): NativeLibrary {
  const functions = new Map<string, ForeignFunction>();
  const get = (name: string, result: string, parameters: readonly string[]): ForeignFunction => {
    let found = functions.get(name);
    if (found === undefined) {
      found = library.func(name, result, parameters);
      functions.set(name, found);
    }
    return found;
  };
  get('gss_init_sec_context', U, SIGNATURES.gss_init_sec_context); // a library without it is none
  return {
    call: (name, ...args) => Number(get(name, U, SIGNATURES[name])(...args)),
    has: (name) => {
      try {
        get(name, U, SIGNATURES[name]);
        return true;
      } catch {
        return false;
      }
    },
    callAsync: (name, ...args) =>
      new Promise((resolve, reject) => {
        get(name, U, SIGNATURES[name]).async(...args, (error: Error | null, result: number) => {
          if (error === null) resolve(result);
          else reject(error);
        });
      }),
    useKeytab: (path) => {
      get('krb5_gss_register_acceptor_identity', U, ['str'])(path);
    },
    address: (bytes) => koffi.address(bytes),
    view: (address, length) => new Uint8Array(koffi.view(address, length)),
  };
}
