/** Who may log in, as a source of accounts tells it. The users file is one source; others plug in beside it. */

export interface Account {
  /** As stored: the spelling that `Owner` of a shell shows. */
  readonly user: string;
  readonly groups: readonly string[];
  /** Sees and may remove every shell. */
  readonly administrator: boolean;
}

export type PasswordVerdict =
  | { readonly ok: true; readonly account: Account }
  /** `reason` is for the audit log, never for the caller: he learns only that it did not work. */
  | { readonly ok: false; readonly reason: 'unknownUser' | 'wrongPassword' | 'disabled' | 'expired' | 'busy' };

/** An account that something else than its password proved: a ticket, a certificate, an NTLM response. */
export type AccountLookup =
  | { readonly ok: true; readonly account: Account }
  | { readonly ok: false; readonly reason: 'unknownUser' | 'disabled' | 'expired' };

export interface PasswordVerifier {
  verify(user: string, password: string): Promise<PasswordVerdict>;
  /** Accounts by name, for mechanisms that never see a password. Without it only Basic can be used. */
  readonly directory?: AccountDirectory;
}

/** What NTLM and Digest need of an account in place of its password, and what is worth as much to a thief. */
export interface PasswordEquivalents {
  /** MD4 of the password in UTF-16: 16 bytes. */
  readonly ntHash?: Uint8Array;
  /** `H(user:realm:password)` by Digest's algorithm, for the realm `WSMAN`. */
  readonly digest?: { readonly md5: Uint8Array; readonly sha256: Uint8Array };
}

export interface AccountDirectory {
  /** Reads what changed since the last call. */
  refresh(): Promise<void>;
  /** By the names that a client may have meant, the first that is there; case ignored. */
  find(...names: readonly string[]): AccountLookup;
  /** The stored equivalents; undefined when the account is unknown or has none. */
  equivalents(...names: readonly string[]): ({ readonly user: string } & PasswordEquivalents) | undefined;
  /** Whether any account has equivalents of this kind: what is of use to nobody is not offered. */
  has(kind: keyof PasswordEquivalents): boolean;
}

/** The realm of Basic and Digest, Windows' own. */
export const REALM = 'WSMAN';

/** The names under which an account may be stored, best first: as the client wrote it, then the bare user. */
export function accountNames(user: string, domain: string): readonly string[] {
  const names = domain === '' ? [user] : [`${domain}\\${user}`, `${user}@${domain}`, user];
  const at = user.indexOf('@');
  return domain === '' && at > 0 ? [...names, user.slice(0, at)] : names;
}
