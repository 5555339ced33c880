/**
 * Password hashes: scrypt with its parameters and a salt of its own in the text, so that the cost can rise later
 * without touching older records.
 *
 *     $scrypt$ln=15,r=8,p=3$<salt, base64>$<hash, base64>
 *
 * `ln` is the binary logarithm of N. Memory is 128 * N * r bytes for the time of one check, so checks run a few at a
 * time: a flood of wrong passwords makes a queue, not a machine without memory.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { ArgumentError, QuotaError } from '../../protocol/errors/index.js';

export interface ScryptCost {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP's recommendation in the 32 MiB variant: about 150 ms of one core. */
export const DEFAULT_COST: ScryptCost = { ln: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const MAX_LN = 20;
const MAX_RP = 64;
/** A password longer than this is refused before it is hashed. Bytes of UTF-8. */
export const MAX_PASSWORD_BYTES = 4096;

export interface PasswordHash {
  readonly cost: ScryptCost;
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
}

export function formatPasswordHash(value: PasswordHash): string {
  const { ln, r, p } = value.cost;
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return `$scrypt$ln=${ln},r=${r},p=${p}$${base64(value.salt)}$${base64(value.hash)}`;
}

/** Reads the text form; undefined when it is not one, or asks for more work than this program will ever do. */
export function parsePasswordHash(text: string): PasswordHash | undefined {
  const match =
    /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{20,88}={0,2})\$([A-Za-z0-9+/]{40,88}={0,2})$/.exec(
      text,
    );
  if (match === null) return undefined;
  const [, ln, r, p, salt, hash] = match;
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
  if (cost.ln < 1 || cost.ln > MAX_LN || cost.r < 1 || cost.p < 1 || cost.r * cost.p > MAX_RP) return undefined;
  return { cost, salt: Buffer.from(salt ?? '', 'base64'), hash: Buffer.from(hash ?? '', 'base64') };
}

/** Runs at most `concurrent` pieces of work at once and keeps at most `waiting` more; refuses what is beyond. */
class WorkQueue {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #concurrent: number;
  readonly #maxWaiting: number;

  constructor(concurrent: number, maxWaiting: number) {
    this.#concurrent = concurrent;
    this.#maxWaiting = maxWaiting;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#concurrent) {
      if (this.#waiting.length >= this.#maxWaiting) {
        throw new QuotaError('PasswordChecks', this.#maxWaiting, 'Too many passwords are being checked at once.');
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#running += 1;
    }
    try {
      return await work();
    } finally {
      // The place goes to the next one directly, so that nobody overtakes the queue.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}

const queue = new WorkQueue(2, 200);

function derive(password: string, salt: Uint8Array, cost: ScryptCost, length: number): Promise<Uint8Array> {
  const N = 2 ** cost.ln;
  const options = { N, r: cost.r, p: cost.p, maxmem: 128 * N * cost.r * 2 + 1024 * 1024 };
  return queue.run(
    () =>
      new Promise((resolve, reject) => {
        scrypt(password.normalize('NFC'), salt, length, options, (error, key) => {
          if (error === null) resolve(key);
          else reject(error);
        });
      }),
  );
}

function checkPassword(password: string): void {
  if (password.length === 0) throw new ArgumentError('Password', 'The password is empty.');
  if (Buffer.byteLength(password) > MAX_PASSWORD_BYTES) {
    throw new ArgumentError('Password', `The password is longer than ${MAX_PASSWORD_BYTES} bytes.`);
  }
}

/** @throws {ArgumentError} the password is empty or absurdly long. */
export async function hashPassword(password: string, cost: ScryptCost = DEFAULT_COST): Promise<string> {
  checkPassword(password);
  const salt = randomBytes(SALT_BYTES);
  return formatPasswordHash({ cost, salt, hash: await derive(password, salt, cost, HASH_BYTES) });
}

/** Whether `password` is the one; the comparison takes the same time wherever the two differ. */
export async function verifyPassword(password: string, expected: PasswordHash): Promise<boolean> {
  if (password.length === 0 || Buffer.byteLength(password) > MAX_PASSWORD_BYTES) return false;
  const actual = await derive(password, expected.salt, expected.cost, expected.hash.length);
  return timingSafeEqual(actual, expected.hash);
}

/** A hash that no password has, to be checked for users that do not exist: they take as long as the others. */
export function unmatchableHash(cost: ScryptCost): PasswordHash {
  return { cost, salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) };
}
