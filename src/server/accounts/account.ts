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

export interface PasswordVerifier {
  verify(user: string, password: string): Promise<PasswordVerdict>;
}
