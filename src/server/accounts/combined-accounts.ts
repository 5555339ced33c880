/** Several sources of accounts, asked in order: the first that knows the user decides. */
import type {
  AccountDirectory,
  AccountLookup,
  PasswordEquivalents,
  PasswordVerdict,
  PasswordVerifier,
} from './account.js';
import { systemAccount } from './system-account.js';

export class CombinedAccounts implements PasswordVerifier {
  readonly directory: AccountDirectory;
  readonly #sources: readonly PasswordVerifier[];

  constructor(sources: readonly PasswordVerifier[]) {
    this.#sources = sources;
    this.directory = new CombinedDirectory(sources.flatMap(({ directory }) => directory ?? []));
  }

  async verify(user: string, password: string): Promise<PasswordVerdict> {
    let verdict: PasswordVerdict = { ok: false, reason: 'unknownUser' };
    for (const [at, source] of this.#sources.entries()) {
      // A name of the first source that the last one has too is the first one's.
      if (at > 0 && this.#isKnownBefore(at, user)) break;
      verdict = await source.verify(user, password);
      if (verdict.ok || verdict.reason !== 'unknownUser') return verdict;
    }
    return verdict;
  }

  #isKnownBefore(at: number, user: string): boolean {
    return this.#sources.slice(0, at).some(({ directory }) => {
      const found = directory?.find(user);
      return found !== undefined && (found.ok || found.reason !== 'unknownUser');
    });
  }
}

class CombinedDirectory implements AccountDirectory {
  readonly #parts: readonly AccountDirectory[];

  constructor(parts: readonly AccountDirectory[]) {
    this.#parts = parts;
  }
  async refresh(): Promise<void> {
    for (const part of this.#parts) await part.refresh();
  }
  find(...names: readonly string[]): AccountLookup {
    for (const part of this.#parts) {
      const found = part.find(...names);
      if (found.ok || found.reason !== 'unknownUser') return found;
    }
    return { ok: false, reason: 'unknownUser' };
  }
  equivalents(...names: readonly string[]): ({ readonly user: string } & PasswordEquivalents) | undefined {
    for (const part of this.#parts) {
      const found = part.equivalents(...names);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  has(kind: keyof PasswordEquivalents): boolean {
    return this.#parts.some((part) => part.has(kind));
  }
}

/** An account of the operating system that a ticket or a certificate proved. */
export async function systemLookup(user: string, administratorGroups: readonly string[]): Promise<AccountLookup> {
  const found = await systemAccount(user);
  if (found === undefined) return { ok: false, reason: 'unknownUser' };
  return {
    ok: true,
    account: {
      user: found.user,
      groups: found.groups,
      administrator: found.groups.some((group) => administratorGroups.includes(group)),
    },
  };
}
