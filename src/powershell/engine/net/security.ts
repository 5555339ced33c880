/** SecureString, Marshal's readers of it, and hashes. Credentials are in commands/session/credential-object.ts. */
import { createHash, createHmac, pbkdf2, pbkdf2Sync, randomBytes, randomFillSync, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import type { SecureStringCodec } from '../../../protocol/clixml/index.js';
import { PSSecureString, type PSValue } from '../../../protocol/objects/index.js';
import { secrets } from '../runtime/wire.js';
import { implement, type MemberBody } from '../values/bodies.js';
import { NetObject, unwrap } from '../values/live.js';
import { andThen, drive, look, type Pending, type Steps, ticking } from '../pending.js';
import { pieceSteps } from '../slices.js';
import { readAll, streamIn } from './streams/byte-stream.js';
import { hashOf } from './cryptography/sealed.js';
import { coderOf } from './text.js';
import {
  argumentError,
  argumentNull,
  bytesOf,
  charText,
  dataOf,
  mustBeNonNegative,
  net,
  num,
  runtime,
  outOfRange,
  text,
  throwNet,
} from './support.js';

const SECURE = 'System.Security.SecureString';
/** A SecureString that is still being written: `AppendChar`. */
interface Draft {
  value: string;
  closed: boolean;
}
/** The text of a SecureString argument. */
export function secretOf(value: PSValue | undefined): string {
  const inner = unwrap(value ?? null);
  if (inner instanceof PSSecureString) {
    if (inner.plainText === undefined)
      throw throwNet('System.InvalidOperationException', 'The secure string came encrypted and its key is not here.');
    return inner.plainText;
  }
  if (inner instanceof NetObject && inner.type.fullName === SECURE) return (inner.data as Draft).value;
  throw argumentNull('value');
}
const draft = (self: PSValue): Draft => {
  const inner = unwrap(self);
  if (inner instanceof NetObject) {
    if ((inner.data as Draft).closed) throw throwNet('System.InvalidOperationException', 'Instance is read-only.');
    return inner.data as Draft;
  }
  throw throwNet('System.InvalidOperationException', 'Instance is read-only.');
};
export const secure = (value: string): PSSecureString => PSSecureString.fromPlainText(value);
implement(SECURE, () => ({
  Length: (self) => secretOf(self).length,
  AppendChar: (self, unit) => {
    draft(self).value += charText(unit);
    return undefined;
  },
  InsertAt: (self, index, unit) => {
    const own = draft(self);
    own.value = own.value.slice(0, num(index)) + charText(unit) + own.value.slice(num(index));
    return undefined;
  },
  RemoveAt: (self, index) => {
    const own = draft(self);
    own.value = own.value.slice(0, num(index)) + own.value.slice(num(index) + 1);
    return undefined;
  },
  Clear: (self) => {
    draft(self).value = '';
    return undefined;
  },
  MakeReadOnly: (self) => {
    const inner = unwrap(self);
    if (inner instanceof NetObject) (inner.data as Draft).closed = true;
    return undefined;
  },
  IsReadOnly: (self) => {
    const inner = unwrap(self);
    return !(inner instanceof NetObject) || (inner.data as Draft).closed;
  },
  Copy: (self) => secure(secretOf(self)),
  Dispose: () => undefined,
  ToString: () => SECURE,
  new: () => net<Draft>(SECURE, { value: '', closed: false }),
}));

/** A SecureString argument as a finished one; undefined for anything else. */
export function secureOf(value: PSValue): PSSecureString | undefined {
  const inner = unwrap(value);
  if (inner instanceof PSSecureString) return inner;
  return inner instanceof NetObject && inner.type.fullName === SECURE ? secure((inner.data as Draft).value) : undefined;
}
secrets.finished = secureOf;

const BYTES_PER_UNIT = 2;
/**
 * Secrets in files. Where the system has no keys for its users, which is everywhere but on Windows, PowerShell writes the
 * characters in hexadecimal and protects nothing: the file's mode has to. Windows' own protection is not at hand: there
 * a secret is not written.
 */
export const STORED_SECRETS: { readonly secureStrings?: SecureStringCodec } =
  process.platform === 'win32'
    ? {}
    : {
        secureStrings: {
          // Digits of four to a character are base64 too: these are the bytes that stand there as those digits.
          encrypt: (plain) => Buffer.from(Buffer.from(plain, 'utf16le').toString('hex'), 'base64'),
          decrypt: (bytes) => {
            const stored = Buffer.from(Buffer.from(bytes).toString('base64'), 'hex');
            return stored.toString('utf16le', 0, stored.length - (stored.length % BYTES_PER_UNIT));
          },
        },
      };

/** A pointer to a secret's text in memory: only Marshal's own readers can follow it. */
interface Memory {
  readonly bytes?: Buffer;
}
const followed = (value: PSValue): Buffer => {
  const inner = unwrap(value);
  const { bytes } = (inner instanceof NetObject ? (inner.data as Memory | undefined) : undefined) ?? {};
  if (bytes === undefined) throw argumentNull('ptr');
  return bytes;
};
implement('System.Runtime.InteropServices.Marshal', () => {
  const to =
    (encoding: 'utf16le' | 'utf8'): MemberBody =>
    (_self, value) =>
      net<Memory>('System.IntPtr', { bytes: Buffer.from(`${secretOf(value ?? null)}\0`, encoding) });
  const wide = to('utf16le');
  const narrow = to('utf8');
  /** Up to the first character of zero, whatever was written there. */
  const from =
    (encoding: 'utf16le' | 'utf8'): MemberBody =>
    (_self, value) =>
      followed(value ?? null)
        .toString(encoding)
        .replace(/\0.*$/s, '');
  const fromWide = from('utf16le');
  const fromNarrow = from('utf8');
  const free = (_self: PSValue, value: PSValue): undefined => {
    const inner = unwrap(value);
    if (inner instanceof NetObject) inner.data = {};
  };
  return {
    'static SecureStringToBSTR': wide,
    'static SecureStringToGlobalAllocUnicode': wide,
    'static SecureStringToGlobalAllocAnsi': narrow,
    'static SecureStringToCoTaskMemUnicode': wide,
    'static SecureStringToCoTaskMemAnsi': narrow,
    'static PtrToStringBSTR': fromWide,
    'static PtrToStringAuto': process.platform === 'win32' ? fromWide : fromNarrow,
    'static PtrToStringUni': fromWide,
    'static PtrToStringAnsi': fromNarrow,
    'static PtrToStringUTF8': fromNarrow,
    'static ZeroFreeBSTR': free,
    'static FreeBSTR': free,
    'static ZeroFreeGlobalAllocUnicode': free,
    'static ZeroFreeGlobalAllocAnsi': free,
    'static ZeroFreeCoTaskMemUnicode': free,
  };
});

// -------------------------------------------------------------------- hashes

interface Hash {
  readonly algorithm: string;
  key: Uint8Array | undefined;
  result: Uint8Array | undefined;
  /** What TransformBlock has taken so far. */
  running: Pick<ReturnType<typeof createHmac>, 'update' | 'digest'> | undefined;
}
/** Bytes that are hashed in one go. */
const HASHED_AT_ONCE = 2 ** 20;
const digest = (algorithm: string, bytes: Uint8Array, key?: Uint8Array): Pending<Uint8Array> => {
  const running = key === undefined ? createHash(algorithm) : createHmac(algorithm, key);
  if (bytes.length <= HASHED_AT_ONCE) return new Uint8Array(running.update(bytes).digest());
  const take = (piece: Uint8Array): unknown => running.update(piece);
  return andThen(
    drive(pieceSteps<Uint8Array, unknown>(runtime(), bytes, HASHED_AT_ONCE, take)),
    () => new Uint8Array(running.digest()),
  );
};
/** Turns of a derivation that are made in one go: some milliseconds. */
const TURNS_AT_ONCE = 5000;
/** As `pbkdf2Sync`; a long one on a thread of its own, which a stop leaves alone. */
function derive(
  password: string | Uint8Array,
  salt: Uint8Array,
  iterations: number,
  length: number,
  algorithm: string,
): Pending<Uint8Array> {
  if (iterations * Math.ceil(length / 16) <= TURNS_AT_ONCE)
    return new Uint8Array(pbkdf2Sync(password, salt, iterations, length, algorithm));
  return runtime().wait(
    promisify(pbkdf2)(password, salt, iterations, length, algorithm).then((key) => new Uint8Array(key)),
  );
}
/** The bytes of an argument: an array, or what is left of a stream. */
function content(value: PSValue, offset?: PSValue, count?: PSValue): Pending<Uint8Array> {
  const inner = unwrap(value);
  if (inner === null) throw argumentNull('buffer');
  const stream = streamIn(inner);
  if (stream !== undefined) return readAll(stream);
  const bytes = bytesOf(inner);
  return offset === undefined ? bytes : bytes.subarray(num(offset), num(offset) + num(count));
}
const hash = (self: PSValue): Hash => dataOf<Hash>(self);
const make = (type: string, algorithm: string, key?: Uint8Array): PSValue =>
  net<Hash>(`System.Security.Cryptography.${type}`, { algorithm, key, result: undefined, running: undefined });
/** Takes a part of an array into the hash; gives the part. */
function transform(
  self: PSValue,
  buffer: PSValue | undefined,
  offset: PSValue | undefined,
  count: PSValue | undefined,
): Uint8Array {
  const inner = unwrap(buffer ?? null);
  if (inner === null) throw argumentNull('inputBuffer');
  const bytes = bytesOf(inner);
  const [from, length] = [num(offset), num(count)];
  if (from < 0) throw mustBeNonNegative('inputOffset', from);
  if (length < 0 || length > bytes.length) throw argumentError('Value was invalid.');
  if (from + length > bytes.length)
    throw argumentError(
      'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
    );
  const own = hash(self);
  own.running ??= own.key === undefined ? createHash(own.algorithm) : createHmac(own.algorithm, own.key);
  const part = bytes.subarray(from, from + length);
  own.running.update(part);
  return part;
}
const SIZES: Readonly<Record<string, number>> = { md5: 128, sha1: 160, sha256: 256, sha384: 384, sha512: 512 };
implement('System.Security.Cryptography.HashAlgorithm', () => ({
  ComputeHash: (self, value, offset, count) => {
    const { algorithm, key } = hash(self);
    return andThen(content(value, offset, count), (bytes) =>
      andThen(digest(algorithm, bytes, key), (made) => {
        hash(self).result = made;
        return made;
      }),
    );
  },
  Hash: (self) => hash(self).result ?? null,
  HashSize: (self) => SIZES[hash(self).algorithm] ?? 0,
  InputBlockSize: () => 1,
  OutputBlockSize: () => 1,
  CanReuseTransform: () => true,
  CanTransformMultipleBlocks: () => true,
  TransformBlock: (self, buffer, offset, count, target, targetOffset) => {
    const part = transform(self, buffer, offset, count);
    const output = unwrap(target ?? null);
    if (output instanceof Uint8Array) output.set(part, num(targetOffset));
    return part.length;
  },
  TransformFinalBlock: (self, buffer, offset, count) => {
    const part = transform(self, buffer, offset, count).slice();
    const own = hash(self);
    own.result = own.running === undefined ? undefined : new Uint8Array(own.running.digest());
    own.running = undefined;
    return part;
  },
  Initialize: (self) => {
    hash(self).running = undefined;
    return undefined;
  },
  Clear: () => undefined,
  Dispose: () => undefined,
  'static Create': (_self, name) => {
    const algorithm = text(name)
      .toLowerCase()
      .replace(/^system\.security\.cryptography\./, '')
      .replace(/-/g, '');
    return SIZES[algorithm] === undefined ? null : make(algorithm.toUpperCase(), algorithm);
  },
}));
for (const [type, algorithm] of [
  ['MD5', 'md5'],
  ['SHA1', 'sha1'],
  ['SHA256', 'sha256'],
  ['SHA384', 'sha384'],
  ['SHA512', 'sha512'],
] as const) {
  implement(`System.Security.Cryptography.${type}`, () => ({
    'static Create': () => make(type, algorithm),
    'static HashData': (_self, value) => andThen(content(value), (bytes) => digest(algorithm, bytes)),
    'static HashSizeInBits': () => SIZES[algorithm] ?? 0,
    'static HashSizeInBytes': () => (SIZES[algorithm] ?? 0) / 8,
  }));
  implement(`System.Security.Cryptography.HMAC${type}`, () => ({
    Key: (self) => hash(self).key ?? null,
    HashName: () => type,
    'set Key': (self, value) => {
      hash(self).key = bytesOf(value);
      return undefined;
    },
    'static HashData': (_self, key, value) =>
      andThen(content(value), (bytes) => digest(algorithm, bytes, bytesOf(key))),
    'new()': () => make(`HMAC${type}`, algorithm, new Uint8Array(randomBytes(64))),
    'new(byte[])': (_self, key) => make(`HMAC${type}`, algorithm, bytesOf(key)),
  }));
}
for (const [type, algorithm] of [
  ['SHA256Managed', 'sha256'],
  ['SHA1Managed', 'sha1'],
  ['SHA1CryptoServiceProvider', 'sha1'],
  ['MD5CryptoServiceProvider', 'md5'],
  ['SHA256CryptoServiceProvider', 'sha256'],
  ['SHA384Managed', 'sha384'],
  ['SHA512Managed', 'sha512'],
  ['SHA384CryptoServiceProvider', 'sha384'],
  ['SHA512CryptoServiceProvider', 'sha512'],
] as const)
  implement(`System.Security.Cryptography.${type}`, () => ({ new: () => make(type, algorithm) }));
/** Random bytes that are made in one go. */
const RANDOM_AT_ONCE = 2 ** 20;
function fillRandom(bytes: Uint8Array): Pending<undefined> {
  const tick = ticking();
  return drive(
    (function* (): Steps<undefined> {
      for (let at = 0; at < bytes.length; at += RANDOM_AT_ONCE) {
        randomFillSync(bytes, at, Math.min(RANDOM_AT_ONCE, bytes.length - at));
        yield* look(tick);
      }
      return undefined;
    })(),
  );
}
implement('System.Security.Cryptography.RandomNumberGenerator', () => ({
  'static Create': () => net('System.Security.Cryptography.RandomNumberGenerator', undefined),
  'static GetBytes': (_self, count) => {
    const bytes = new Uint8Array(num(count));
    return andThen(fillRandom(bytes), () => bytes);
  },
  'static GetInt32': (_self, low, high) => (high === undefined ? randomInt(num(low)) : randomInt(num(low), num(high))),
  'static Fill': (_self, target) => {
    const bytes = unwrap(target);
    return bytes instanceof Uint8Array ? fillRandom(bytes) : undefined;
  },
  GetBytes: (_self, target) => {
    const bytes = unwrap(target);
    return bytes instanceof Uint8Array ? fillRandom(bytes) : undefined;
  },
  Dispose: () => undefined,
}));
interface Derived {
  readonly password: Uint8Array;
  readonly hash: string;
  salt: Uint8Array;
  iterations: number;
  key: Uint8Array | undefined;
  at: number;
}
const derived = (self: PSValue): Derived => dataOf<Derived>(self);
const restarted = (self: PSValue, change: Partial<Derived>): undefined => {
  Object.assign(derived(self), change, { key: undefined, at: 0 });
};
const positive = (value: PSValue): number => {
  if (num(value) <= 0) throw outOfRange('iterations', 'Positive number required.');
  return num(value);
};
implement('System.Security.Cryptography.Rfc2898DeriveBytes', () => ({
  GetBytes: (self, count) => {
    const own = derived(self);
    if (num(count) <= 0) throw outOfRange('cb', 'Positive number required.');
    const end = own.at + num(count);
    const { key } = own;
    const made =
      key === undefined || key.length < end
        ? derive(own.password, own.salt, own.iterations, Math.max(1024, end * 2), own.hash)
        : key;
    return andThen(made, (all) => {
      own.key = all;
      const part_ = all.slice(own.at, end);
      own.at = end;
      return part_;
    });
  },
  Salt: (self) => derived(self).salt.slice(),
  'set Salt': (self, value) => restarted(self, { salt: bytesOf(value).slice() }),
  IterationCount: (self) => derived(self).iterations,
  'set IterationCount': (self, value) => restarted(self, { iterations: positive(value) }),
  HashAlgorithm: (self) => net('System.Security.Cryptography.HashAlgorithmName', derived(self).hash.toUpperCase()),
  Reset: (self) => restarted(self, {}),
  Dispose: () => undefined,
  'static Pbkdf2': (_self, password, salt, iterations, algorithm, length) =>
    derive(
      typeof password === 'string' ? password : bytesOf(password),
      bytesOf(salt),
      num(iterations),
      num(length),
      hashOf(algorithm),
    ),
  new: (_self, password, salt, iterations, algorithm) => {
    const given = unwrap(salt ?? null);
    return net<Derived>('System.Security.Cryptography.Rfc2898DeriveBytes', {
      password: typeof unwrap(password) === 'string' ? coderOf(undefined).encode(text(password)) : bytesOf(password),
      hash: algorithm === undefined ? 'sha1' : hashOf(algorithm),
      // A number asks for a salt of its own.
      salt: typeof given === 'number' ? new Uint8Array(randomBytes(given)) : bytesOf(given).slice(),
      iterations: iterations === undefined ? 1000 : positive(iterations),
      key: undefined,
      at: 0,
    });
  },
}));
