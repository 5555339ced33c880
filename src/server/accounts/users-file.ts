/**
 * The users file: accounts of the endpoint with their password hashes. JSON, mode 0600, replaced as a whole.
 *
 *     { "version": 1,
 *       "users": { "alice": { "password": "$scrypt$…", "groups": ["operators"], "administrator": true,
 *                             "disabled": false, "expires": "2027-01-31T00:00:00Z" } } }
 *
 * Names are compared without case, as Windows does; the stored spelling is the one shown. The file is read again when
 * it changes, so `pssession user remove` works on a running endpoint.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { ArgumentError, PSSessionError, QuotaError } from '../../protocol/errors/index.js';
import { readPrivateFile, withFileLock, writePrivateFile, type PrivateFileOptions } from '../../io/store/index.js';
import { Expectation, parseDocument, type ObjectReader } from '../configuration/document-reader.js';
import type {
  Account,
  AccountDirectory,
  AccountLookup,
  PasswordEquivalents,
  PasswordVerdict,
  PasswordVerifier,
} from './account.js';
import { equivalentsOf, EquivalentsKey, isSealed } from './password-equivalents.js';
import {
  DEFAULT_COST,
  hashPassword,
  parsePasswordHash,
  unmatchableHash,
  verifyPassword,
  type PasswordHash,
  type ScryptCost,
} from './password-hash.js';
import { SharedChecks } from './shared-checks.js';

export interface UserRecord extends Account {
  readonly disabled: boolean;
  /** ISO 8601; the account is refused from then on. */
  readonly expires: string | undefined;
  /** What is kept for mechanisms beside Basic. */
  readonly ntlm?: boolean;
  readonly digest?: boolean;
}

interface StoredUser extends Omit<UserRecord, 'ntlm' | 'digest'> {
  readonly passwordText: string;
  readonly password: PasswordHash;
  /** As in the file. */
  readonly sealed: string | undefined;
  readonly values: PasswordEquivalents;
}

export interface UsersFileOptions extends PrivateFileOptions {
  /** Cost of new hashes. */
  readonly cost?: ScryptCost;
  /** Milliseconds since 1970, for expiry. Default the system's. */
  readonly wallClock?: () => number;
  /** How long a password that was right is remembered, as a keyed digest, so that Basic does not hash per request. Default 5 min; 0 = not at all. */
  readonly rememberMs?: number;
}

export interface UserChange {
  readonly groups?: readonly string[];
  readonly administrator?: boolean;
  readonly disabled?: boolean;
  /** ISO 8601, or null to remove it. */
  readonly expires?: string | null;
}

/** What is kept beside the hash so that more mechanisms can be used. docs/authentication.md says what that means. */
export interface KeptEquivalents {
  /** The NT hash: for NTLM, and for CredSSP's login. */
  readonly ntlm?: boolean;
  readonly digest?: boolean;
}

const MAX_REMEMBERED = 10_000;
const NAME_RULE = 'letters, digits and . _ - @ \\ $, at most 104 characters';
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}._@\\$-]{0,103}$/u;
const GROUP = /^[\p{L}\p{N}_][\p{L}\p{N} ._@\\$-]{0,103}$/u;

const key = (user: string): string => user.normalize('NFC').toLowerCase();

export class UsersFile implements PasswordVerifier {
  readonly path: string;
  readonly directory: AccountDirectory;
  readonly #key: EquivalentsKey;
  readonly #options: UsersFileOptions;
  readonly #cost: ScryptCost;
  readonly #now: () => number;
  readonly #rememberMs: number;
  /** Key of the digests below; made at start, so that nothing outside this process can be compared with them. */
  readonly #secret = randomBytes(32);
  /** Digest of (user, password, stored hash) -> until when it counts. A changed hash makes older digests useless. */
  readonly #remembered = new Map<string, number>();
  readonly #checks = new SharedChecks<boolean>();
  #version: string | undefined;
  #users = new Map<string, StoredUser>();
  #unmatchable: PasswordHash;

  constructor(path: string, options: UsersFileOptions = {}) {
    this.path = path;
    this.#options = options;
    this.#cost = options.cost ?? DEFAULT_COST;
    this.#now = options.wallClock ?? Date.now;
    this.#rememberMs = options.rememberMs ?? 300_000;
    this.#unmatchable = unmatchableHash(this.#cost);
    this.#key = new EquivalentsKey(path, options);
    this.directory = {
      refresh: () => this.load(),
      find: (...names) => {
        const record = this.#named(names);
        return record === undefined ? { ok: false, reason: 'unknownUser' } : this.#admit(record);
      },
      equivalents: (...names) => {
        const record = this.#named(names);
        return record?.sealed === undefined ? undefined : { user: record.user, ...record.values };
      },
      has: (kind) => [...this.#users.values()].some(({ values }) => values[kind] !== undefined),
    };
  }

  #named(names: readonly string[]): StoredUser | undefined {
    for (const name of names) {
      const record = this.#users.get(key(name));
      if (record !== undefined) return record;
    }
    return undefined;
  }

  /**
   * Reads the file when it changed since the last call. A missing file means: no users.
   * @throws {PSSessionError} the file is not private, not readable, or not what it should be; the text says where.
   */
  async load(): Promise<void> {
    const file = await readPrivateFile(this.path, this.#options);
    if (file === undefined) {
      this.#users = new Map();
      this.#version = undefined;
      return;
    }
    if (file.version === this.#version) return;
    const users = readUsers(this.path, file.text);
    if ([...users.values()].some(({ sealed }) => sealed !== undefined)) await this.#key.load(false);
    for (const [name, record] of users) {
      const values = record.sealed === undefined ? undefined : this.#key.open(record.user, record.sealed);
      if (values !== undefined) users.set(name, { ...record, values });
    }
    this.#users = users;
    this.#version = file.version;
    // Somebody who asks for users that do not exist waits as long as for the dearest one that does.
    let cost = this.#cost;
    for (const { password } of this.#users.values()) if (work(password.cost) > work(cost)) cost = password.cost;
    this.#unmatchable = unmatchableHash(cost);
  }

  async list(): Promise<readonly UserRecord[]> {
    await this.load();
    return [...this.#users.values()].map(({ user, groups, administrator, disabled, expires, values }) => ({
      user,
      groups,
      administrator,
      disabled,
      expires,
      ...(values.ntHash === undefined ? {} : { ntlm: true }),
      ...(values.digest === undefined ? {} : { digest: true }),
    }));
  }

  /** @throws {ArgumentError} the name is taken or not allowed, or the password is empty. */
  async add(user: string, password: string, change: UserChange = {}, kept: KeptEquivalents = {}): Promise<void> {
    if (!NAME.test(user)) throw new ArgumentError('User', `'${user}' cannot be a user name: ${NAME_RULE}.`);
    const passwordText = await hashPassword(password, this.#cost);
    const values = equivalentsOf(user, password, { ntlm: kept.ntlm === true, digest: kept.digest === true });
    if (kept.ntlm === true || kept.digest === true) await this.#key.load(true);
    await this.#change((users) => {
      if (users.has(key(user))) {
        throw new ArgumentError('User', `The user '${user}' exists already in '${this.path}'.`, {
          errorId: 'UserExists',
          category: 'ResourceExists',
          targetObject: user,
        });
      }
      const blank = { user, groups: [], administrator: false, disabled: false, expires: undefined };
      users.set(key(user), applyChange({ ...blank, ...stored(passwordText), ...this.#sealed(user, values) }, change));
    });
  }

  /**
   * What was kept for NTLM and Digest is made anew, unless `kept` says otherwise.
   * @throws {ArgumentError} there is no such user.
   */
  async setPassword(user: string, password: string, kept: KeptEquivalents = {}): Promise<void> {
    const passwordText = await hashPassword(password, this.#cost);
    await this.load();
    const wanted = kept.ntlm ?? kept.digest ?? this.#users.get(key(user))?.sealed !== undefined;
    if (wanted !== false) await this.#key.load(true);
    await this.#change((users) => {
      const record = this.#expect(users, user);
      const values = equivalentsOf(record.user, password, {
        ntlm: kept.ntlm ?? record.values.ntHash !== undefined,
        digest: kept.digest ?? record.values.digest !== undefined,
      });
      users.set(key(user), { ...record, ...stored(passwordText), ...this.#sealed(record.user, values) });
    });
  }

  #sealed(user: string, values: PasswordEquivalents): Pick<StoredUser, 'sealed' | 'values'> {
    const some = values.ntHash !== undefined || values.digest !== undefined;
    return { sealed: some ? this.#key.seal(user, values) : undefined, values };
  }

  /** @throws {ArgumentError} there is no such user, or a value is not usable. */
  async update(user: string, change: UserChange): Promise<void> {
    await this.#change((users) => {
      users.set(key(user), applyChange(this.#expect(users, user), change));
    });
  }

  /** @throws {ArgumentError} there is no such user. */
  async remove(user: string): Promise<void> {
    await this.#change((users) => {
      this.#expect(users, user);
      users.delete(key(user));
    });
  }

  /** The time this takes does not tell whether the user exists, is disabled, or what was wrong. */
  async verify(user: string, password: string): Promise<PasswordVerdict> {
    await this.load();
    const record = this.#users.get(key(user));
    try {
      if (record !== undefined && this.#isRemembered(record, password)) return this.#admit(record);
      // Also for a user who is not there: how long two of them wait for each other tells nothing either.
      const asked = [record?.user ?? key(user), record?.passwordText ?? '', password];
      const right = await this.#checks.run(asked, () =>
        verifyPassword(password, record?.password ?? this.#unmatchable),
      );
      if (record === undefined) return { ok: false, reason: 'unknownUser' };
      if (!right) return { ok: false, reason: 'wrongPassword' };
      const verdict = this.#admit(record);
      if (verdict.ok) this.#remember(record, password);
      return verdict;
    } catch (error) {
      if (error instanceof QuotaError) return { ok: false, reason: 'busy' };
      throw error;
    }
  }

  #admit(record: StoredUser): AccountLookup {
    if (record.disabled) return { ok: false, reason: 'disabled' };
    if (record.expires !== undefined && Date.parse(record.expires) <= this.#now())
      return { ok: false, reason: 'expired' };
    const { user, groups, administrator } = record;
    return { ok: true, account: { user, groups, administrator } };
  }

  #digest(record: StoredUser, password: string): string {
    // Lengths first: no two different triples give one text.
    const text = `${record.user.length}:${record.user}${record.passwordText.length}:${record.passwordText}${password}`;
    return createHmac('sha256', this.#secret).update(text).digest('base64');
  }

  #isRemembered(record: StoredUser, password: string): boolean {
    const digest = this.#digest(record, password);
    const until = this.#remembered.get(digest);
    if (until === undefined) return false;
    if (until > this.#now()) return true;
    this.#remembered.delete(digest);
    return false;
  }

  #remember(record: StoredUser, password: string): void {
    if (this.#rememberMs <= 0) return;
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(this.#digest(record, password), this.#now() + this.#rememberMs);
  }

  #expect(users: Map<string, StoredUser>, user: string): StoredUser {
    const record = users.get(key(user));
    if (record === undefined) {
      throw new ArgumentError('User', `There is no user '${user}' in '${this.path}'.`, {
        errorId: 'UserNotFound',
        category: 'ObjectNotFound',
        targetObject: user,
      });
    }
    return record;
  }

  async #change(change: (users: Map<string, StoredUser>) => void): Promise<void> {
    await withFileLock(this.path, async () => {
      await this.load();
      const users = new Map(this.#users);
      change(users);
      await writePrivateFile(this.path, writeUsers(users));
      await this.load();
    });
  }
}

const work = (cost: ScryptCost): number => 2 ** cost.ln * cost.r * cost.p;

function stored(passwordText: string): Pick<StoredUser, 'passwordText' | 'password'> {
  const password = parsePasswordHash(passwordText);
  if (password === undefined) throw new PSSessionError('A new password hash cannot be read back.');
  return { passwordText, password };
}

function applyChange(record: StoredUser, change: UserChange): StoredUser {
  for (const group of change.groups ?? []) {
    if (!GROUP.test(group)) throw new ArgumentError('Group', `'${group}' cannot be a group name.`);
  }
  if (typeof change.expires === 'string' && Number.isNaN(Date.parse(change.expires))) {
    throw new ArgumentError('Expires', `'${change.expires}' is not a date such as 2027-01-31 or 2027-01-31T12:00:00Z.`);
  }
  return {
    ...record,
    groups: change.groups ?? record.groups,
    administrator: change.administrator ?? record.administrator,
    disabled: change.disabled ?? record.disabled,
    expires: change.expires === undefined ? record.expires : (change.expires ?? undefined),
  };
}

function writeUsers(users: Map<string, StoredUser>): string {
  const entries = [...users.values()].map(
    ({ user, passwordText, sealed, groups, administrator, disabled, expires }) => [
      user,
      {
        password: passwordText,
        ...(sealed === undefined ? {} : { equivalents: sealed }),
        groups,
        administrator,
        disabled,
        ...(expires === undefined ? {} : { expires }),
      },
    ],
  );
  return `${JSON.stringify({ version: 1, users: Object.fromEntries(entries) }, undefined, 2)}\n`;
}

const passwordHash = new Expectation(
  'a hash as `pssession user passwd` writes it ($scrypt$ln=…)',
  (value) => (typeof value === 'string' ? parsePasswordHash(value) : undefined),
  true,
);
const sealedText = new Expectation(
  'what `pssession user add --ntlm` writes (v1.…)',
  (value) => (typeof value === 'string' && isSealed(value) ? value : undefined),
  true,
);
const date = new Expectation('a date such as 2027-01-31T00:00:00Z', (value) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined,
);
const groupName = new Expectation('a group name', (value) =>
  typeof value === 'string' && GROUP.test(value) ? value : undefined,
);

function readUsers(file: string, text: string): Map<string, StoredUser> {
  return parseDocument(file, text, (root) => {
    root.required('version', new Expectation('1', (value) => (value === 1 ? 1 : undefined)));
    const users = new Map<string, StoredUser>();
    for (const [user, entry] of root.object('users').entries()) {
      if (!NAME.test(user)) entry.fail(`a user name (${NAME_RULE})`, user);
      if (users.has(key(user))) entry.fail('a name that no other user has, case ignored', user);
      users.set(key(user), readUser(user, entry));
    }
    return users;
  });
}

function readUser(user: string, entry: ObjectReader): StoredUser {
  const record = {
    user,
    password: entry.required('password', passwordHash),
    passwordText: entry.string('password'),
    sealed: entry.optional('equivalents', sealedText),
    values: {},
    groups: entry.list('groups', groupName) ?? [],
    administrator: entry.boolean('administrator') ?? false,
    disabled: entry.boolean('disabled') ?? false,
    expires: entry.optional('expires', date),
  };
  entry.finish();
  return record;
}
