/**
 * Accounts of the operating system, checked by PAM: `pam_authenticate`, then `pam_acct_mgmt` for expiry and hours. The
 * service's rules stand in `/etc/pam.d/<service>`. PAM sees passwords, so Basic (and Default's fallback to it) works with
 * these accounts; NTLM and Digest cannot, because nobody can give them a hash.
 *
 *     int conv(int n, const struct pam_message **messages, struct pam_response **responses, void *data)
 *     pam_message { int style; char *text }      pam_response { char *text; int code }      both allocated by malloc
 *
 * A check runs on a thread of the pool, because PAM waits on purpose after a wrong password.
 */
import { foreign, type Foreign, type ForeignLibrary } from '../../io/runtime/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import type { PasswordVerdict, PasswordVerifier } from './account.js';
import { systemAccount } from './system-account.js';
import { SharedChecks } from './shared-checks.js';

const PAM_LIBRARIES: Readonly<Record<string, string>> = {
  linux: 'libpam.so.0',
  darwin: 'libpam.2.dylib',
  freebsd: 'libpam.so.6',
};
const C_LIBRARIES: Readonly<Record<string, string>> = {
  linux: 'libc.so.6',
  darwin: 'libSystem.B.dylib',
  freebsd: 'libc.so.7',
};
const SUCCESS = 0;
const CONVERSATION_ERROR = 19;
const DISALLOW_NULL_PASSWORDS = 1;
const PROMPT_ECHO_OFF = 1;
const PROMPT_ECHO_ON = 2;
/** By number, Linux-PAM's. */
const REASONS: Readonly<Record<number, 'unknownUser' | 'wrongPassword' | 'disabled' | 'expired'>> = {
  6: 'disabled', // PAM_PERM_DENIED
  7: 'wrongPassword', // PAM_AUTH_ERR
  10: 'unknownUser', // PAM_USER_UNKNOWN
  11: 'disabled', // PAM_MAXTRIES
  12: 'expired', // PAM_NEW_AUTHTOK_REQD
  13: 'expired', // PAM_ACCT_EXPIRED
};
const MAX_CHECKS = 4;

export interface PamOptions {
  /** `/etc/pam.d/<service>`. */
  readonly service: string;
  /** Members see and may remove every session. */
  readonly administratorGroups: readonly string[];
  /** Another folder than /etc/pam.d, for tests. Linux only. */
  readonly folder?: string;
}

interface Libraries {
  readonly koffi: Foreign;
  readonly pam: ForeignLibrary;
  readonly c: ForeignLibrary;
}

export class PamAccounts implements PasswordVerifier {
  readonly #options: PamOptions;
  readonly #libraries: Libraries;
  readonly #checks = new SharedChecks<PasswordVerdict>();
  #running = 0;

  /** @throws {PSSessionError} there is no PAM here, or no koffi. */
  constructor(options: PamOptions) {
    this.#options = options;
    const koffi = foreign('PAM');
    const [pam, c] = [PAM_LIBRARIES[process.platform], C_LIBRARIES[process.platform]];
    if (pam === undefined || c === undefined) throw new PSSessionError(`There is no PAM on ${process.platform}.`);
    try {
      this.#libraries = { koffi, pam: koffi.load(pam), c: koffi.load(c) };
    } catch (error) {
      throw new PSSessionError(`PAM's library (${pam}) cannot be loaded.`, { category: 'NotInstalled', cause: error });
    }
  }

  verify(user: string, password: string): Promise<PasswordVerdict> {
    return this.#checks.run([user, password], () => this.#verify(user, password));
  }

  async #verify(user: string, password: string): Promise<PasswordVerdict> {
    const account = await systemAccount(user);
    if (password.includes('\0')) return { ok: false, reason: 'wrongPassword' };
    if (this.#running >= MAX_CHECKS) return { ok: false, reason: 'busy' };
    this.#running += 1;
    let code: number;
    try {
      // An unknown account costs the same wait: PAM is asked all the same.
      code = await this.#check(account?.user ?? user.replaceAll('\0', ''), password);
    } finally {
      this.#running -= 1;
    }
    if (account === undefined) return { ok: false, reason: 'unknownUser' };
    if (code !== SUCCESS) return { ok: false, reason: REASONS[code] ?? 'wrongPassword' };
    const { administratorGroups } = this.#options;
    return {
      ok: true,
      account: {
        user: account.user,
        groups: account.groups,
        administrator: account.groups.some((group) => administratorGroups.includes(group)),
      },
    };
  }

  async #check(user: string, password: string): Promise<number> {
    const { koffi, pam } = this.#libraries;
    const { service, folder } = this.#options;
    const start =
      folder === undefined
        ? pam.func('pam_start', 'int', ['str', 'str', 'void *', 'void *'])
        : pam.func('pam_start_confdir', 'int', ['str', 'str', 'void *', 'str', 'void *']);
    const authenticate = pam.func('pam_authenticate', 'int', ['uintptr_t', 'int']);
    const manage = pam.func('pam_acct_mgmt', 'int', ['uintptr_t', 'int']);
    const end = pam.func('pam_end', 'int', ['uintptr_t', 'int']);
    const type = conversationType(koffi);
    const callback = koffi.register(
      (count: number, messages: bigint, responses: bigint) => this.#answer(count, messages, responses, password),
      koffi.pointer(type),
    );
    const conversation = Buffer.alloc(16);
    conversation.writeBigUInt64LE(callback, 0);
    const handle = Buffer.alloc(8);
    try {
      const more = folder === undefined ? [handle] : [folder, handle];
      const started = Number(start(service, user, conversation, ...more));
      if (started !== SUCCESS) throw new PSSessionError(`PAM does not start (${started}).`);
      const pamHandle = handle.readBigUInt64LE(0);
      let code = await onThread(authenticate, pamHandle, DISALLOW_NULL_PASSWORDS);
      if (code === SUCCESS) code = await onThread(manage, pamHandle, DISALLOW_NULL_PASSWORDS);
      end(pamHandle, code);
      return code;
    } finally {
      koffi.unregister(callback);
    }
  }

  /** Gives the password to the one prompt that hides what is typed, and nothing to any other. */
  #answer(count: number, messages: bigint, responses: bigint, password: string): number {
    const { koffi, c } = this.#libraries;
    if (count < 1 || count > 32) return CONVERSATION_ERROR;
    const calloc = c.func('calloc', 'uintptr_t', ['size_t', 'size_t']);
    const strdup = c.func('strdup', 'uintptr_t', ['void *']);
    const pointers = new DataView(koffi.view(messages, count * 8));
    const array = BigInt(calloc(count, 16) as number | bigint);
    if (array === 0n) return CONVERSATION_ERROR;
    const out = new DataView(koffi.view(array, count * 16));
    for (let at = 0; at < count; at += 1) {
      const style = new DataView(koffi.view(pointers.getBigUint64(at * 8, true), 4)).getInt32(0, true);
      if (style !== PROMPT_ECHO_OFF && style !== PROMPT_ECHO_ON) continue;
      const bytes = Buffer.from(style === PROMPT_ECHO_OFF ? `${password}\0` : '\0', 'utf8');
      out.setBigUint64(at * 16, BigInt(strdup(bytes) as number | bigint), true);
      bytes.fill(0);
    }
    new DataView(koffi.view(responses, 8)).setBigUint64(0, array, true);
    return SUCCESS;
  }
}

let conversation: unknown;
/** A prototype has a name, which can be given once. */
const conversationType = (koffi: Foreign): unknown =>
  (conversation ??= koffi.proto(
    'int pssession_pam_conversation(int count, uintptr_t messages, uintptr_t responses, uintptr_t data)',
  ));

function onThread(work: ReturnType<ForeignLibrary['func']>, ...args: readonly unknown[]): Promise<number> {
  return new Promise((resolve, reject) => {
    work.async(...args, (error: Error | null, result: unknown) => {
      if (error === null) resolve(Number(result));
      else reject(error);
    });
  });
}
