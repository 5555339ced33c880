/**
 * What NTLM and Digest need in place of a password, kept encrypted. Whoever has these values can log in without the
 * password, so an account has them only when it was asked for, and they are sealed with a key that stands in a file of
 * its own: `users.json.key`, mode 0600, 32 random bytes.
 *
 *     "equivalents": "v1.<base64 of nonce 12 | cipher text | tag 16>"     AES-256-GCM, bound to the account's name
 *     plain: { "nt": "<32 hex>", "md5": "<32 hex>", "sha256": "<64 hex>" }
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { readPrivateFile, writePrivateFile, type PrivateFileOptions } from '../../io/store/index.js';
import { ntowfv1 } from '../../protocol/auth/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import { REALM, type PasswordEquivalents } from './account.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PREFIX = 'v1.';

export interface EquivalentKinds {
  readonly ntlm: boolean;
  readonly digest: boolean;
}

export function equivalentsOf(user: string, password: string, kinds: EquivalentKinds): PasswordEquivalents {
  const text = `${user}:${REALM}:${password}`;
  return {
    ...(kinds.ntlm ? { ntHash: ntowfv1(password) } : {}),
    ...(kinds.digest
      ? {
          digest: {
            md5: createHash('md5').update(text).digest(),
            sha256: createHash('sha256').update(text).digest(),
          },
        }
      : {}),
  };
}

/** The key beside a users file. Made when it is wanted and not there. */
export class EquivalentsKey {
  readonly path: string;
  readonly #options: PrivateFileOptions;
  #key: Buffer | undefined;

  constructor(usersFile: string, options: PrivateFileOptions) {
    this.path = `${usersFile}.key`;
    this.#options = options;
  }

  /** @throws {PSSessionError} the file is not private, or holds no key. */
  async load(make: boolean): Promise<void> {
    if (this.#key !== undefined) return;
    const file = await readPrivateFile(this.path, this.#options);
    if (file !== undefined) {
      const key = Buffer.from(file.text.trim(), 'base64');
      if (key.length !== 32) throw new PSSessionError(`The file '${this.path}' holds no key of 32 bytes.`);
      this.#key = key;
    } else if (make) {
      const key = randomBytes(32);
      await writePrivateFile(this.path, `${key.toString('base64')}\n`);
      this.#key = key;
    }
  }

  seal(user: string, values: PasswordEquivalents): string {
    if (this.#key === undefined) throw new PSSessionError(`The key in '${this.path}' is not loaded.`);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    cipher.setAAD(Buffer.from(user.toLowerCase()));
    const hex = (bytes: Uint8Array | undefined): string | undefined =>
      bytes === undefined ? undefined : Buffer.from(bytes).toString('hex');
    const plain = JSON.stringify({
      nt: hex(values.ntHash),
      md5: hex(values.digest?.md5),
      sha256: hex(values.digest?.sha256),
    });
    const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return PREFIX + sealed.toString('base64');
  }

  /** Undefined: there is no key, or the text was sealed with another one or for another account. */
  open(user: string, text: string): PasswordEquivalents | undefined {
    const sealed = Buffer.from(text.slice(PREFIX.length), 'base64');
    if (this.#key === undefined || !isSealed(text) || sealed.length <= NONCE_BYTES + TAG_BYTES) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(user.toLowerCase()));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    let plain: string;
    try {
      plain = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return undefined;
    }
    const values = JSON.parse(plain) as Readonly<Record<'nt' | 'md5' | 'sha256', string | undefined>>;
    const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
    return {
      ...(values.nt === undefined ? {} : { ntHash: bytes(values.nt) }),
      ...(values.md5 === undefined || values.sha256 === undefined
        ? {}
        : { digest: { md5: bytes(values.md5), sha256: bytes(values.sha256) } }),
    };
  }
}

export const isSealed = (text: string): boolean => text.startsWith(PREFIX);
