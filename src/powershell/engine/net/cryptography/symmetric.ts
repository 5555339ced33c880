/** Aes and kin: the settings of a cipher, what encrypts and decrypts by it, and CryptoStream. */
import { createCipheriv, createDecipheriv, getCiphers, randomBytes } from 'node:crypto';
import type { PSValue } from '../../../../protocol/objects/index.js';
import { joined as joinedParts } from '../../packing.js';
import { andThen, drive, look, type Pending, settle, type Steps, type Tick, ticking } from '../../pending.js';
import { type Bodies, implement } from '../../values/bodies.js';
import { NetObject, typedArray, unwrap } from '../../values/live.js';
import { defineType, requireType } from '../../values/net-type.js';
import { bufferPart, ByteStream, readAll, streamOf } from '../streams/byte-stream.js';
import { MemoryData } from '../streams/memory-stream.js';
import {
  argumentError,
  argumentNull,
  bytesOf,
  dataOf,
  enumOf,
  flag,
  flagsOf,
  net,
  notSupported,
  num,
  throwNet,
} from '../support.js';

const SPACE = 'System.Security.Cryptography';
const cryptographic = (message: string): Error => throwNet(`${SPACE}.CryptographicException`, message);
const MODE = { CBC: 1, ECB: 2, OFB: 3, CFB: 4, CTS: 5 } as const;
const PADDING = { None: 1, PKCS7: 2, Zeros: 3, ANSIX923: 4, ISO10126: 5 } as const;

interface Algorithm {
  readonly name: string;
  readonly blockBits: number;
  readonly keyBits: readonly number[];
  readonly usualBits: number;
  /** Node's name of the cipher. */
  cipher(keyBits: number, mode: string): string;
}
const AES: Algorithm = {
  name: 'AES',
  blockBits: 128,
  keyBits: [128, 192, 256],
  usualBits: 256,
  cipher: (bits, mode) => `aes-${bits}-${mode}`,
};
const TRIPLE_DES: Algorithm = {
  name: 'TripleDES',
  blockBits: 64,
  keyBits: [128, 192],
  usualBits: 192,
  cipher: (bits, mode) => `des-ede${bits === 192 ? '3' : ''}${mode === 'ecb' ? '' : `-${mode}`}`,
};
const DES: Algorithm = {
  name: 'DES',
  blockBits: 64,
  keyBits: [64],
  usualBits: 64,
  cipher: (_bits, mode) => `des-${mode}`,
};

/** Bytes that go through a cipher in one go, whole blocks. */
const PIECE = 2 ** 20;
class Cipher {
  readonly algorithm: Algorithm;
  keyBits: number;
  mode: number = MODE.CBC;
  padding: number = PADDING.PKCS7;
  feedbackBits = 8;
  #key: Uint8Array | undefined;
  #iv: Uint8Array | undefined;
  constructor(algorithm: Algorithm) {
    this.algorithm = algorithm;
    this.keyBits = algorithm.usualBits;
  }
  get blockBytes(): number {
    return this.algorithm.blockBits / 8;
  }
  get key(): Uint8Array {
    return (this.#key ??= new Uint8Array(randomBytes(this.keyBits / 8)));
  }
  set key(value: Uint8Array) {
    this.checkKey(value);
    this.#key = value.slice();
    this.keyBits = value.length * 8;
  }
  checkKey(value: Uint8Array): void {
    if (!this.algorithm.keyBits.includes(value.length * 8))
      throw cryptographic('Specified key is not a valid size for this algorithm.');
  }
  get iv(): Uint8Array {
    return (this.#iv ??= new Uint8Array(randomBytes(this.blockBytes)));
  }
  set iv(value: Uint8Array) {
    if (value.length !== this.blockBytes)
      throw cryptographic('Specified initialization vector (IV) does not match the block size for this algorithm.');
    this.#iv = value.slice();
  }
  resize(bits: number): void {
    if (!this.algorithm.keyBits.includes(bits))
      throw cryptographic('Specified key is not a valid size for this algorithm.');
    this.keyBits = bits;
    this.#key = undefined;
  }
  renewKey(): void {
    this.#key = new Uint8Array(randomBytes(this.keyBits / 8));
  }
  renewIv(): void {
    this.#iv = new Uint8Array(randomBytes(this.blockBytes));
  }
}

/** What turns bytes block by block. */
class Transform {
  readonly encrypts: boolean;
  readonly blockBytes: number;
  readonly #padding: number;
  readonly #make: () => { update(bytes: Uint8Array): Uint8Array };
  #running: { update(bytes: Uint8Array): Uint8Array } | undefined;
  /** Of a decryption: the last block, which may be padding. */
  #held: Uint8Array = new Uint8Array(0);
  constructor(
    cipher: Cipher,
    key: Uint8Array,
    iv: Uint8Array | null,
    encrypts: boolean,
    padding = cipher.padding,
    mode = cipher.mode,
  ) {
    cipher.checkKey(key);
    this.encrypts = encrypts;
    this.#padding = padding;
    const stream = mode === MODE.CFB;
    this.blockBytes = stream ? cipher.feedbackBits / 8 : cipher.blockBytes;
    const word =
      mode === MODE.CBC
        ? 'cbc'
        : mode === MODE.ECB
          ? 'ecb'
          : stream
            ? cipher.feedbackBits === 8
              ? 'cfb8'
              : 'cfb'
            : '';
    if (word === '')
      throw cryptographic(
        `The specified CipherMode '${['', 'CBC', 'ECB', 'OFB', 'CFB', 'CTS'][mode] ?? mode}' is not supported.`,
      );
    const name = cipher.algorithm.cipher(key.length * 8, word);
    if (!getCiphers().includes(name)) throw notSupported(`The cipher '${name}' is not available in this engine.`);
    const used = mode === MODE.ECB ? null : iv;
    if (used !== null && used.length !== cipher.blockBytes)
      throw argumentError(
        'Specified initialization vector (IV) does not match the block size for this algorithm.',
        'rgbIV',
      );
    this.#make = () => {
      const made = encrypts ? createCipheriv(name, key, used) : createDecipheriv(name, key, used);
      made.setAutoPadding(false);
      return made;
    };
  }
  get #cipher(): { update(bytes: Uint8Array): Uint8Array } {
    return (this.#running ??= this.#make());
  }
  /** Whole blocks; of a decryption with padding the last one is kept back. */
  update(bytes: Uint8Array): Uint8Array {
    const made = new Uint8Array(this.#cipher.update(bytes));
    if (this.encrypts || this.#padding === PADDING.None || this.#padding === PADDING.Zeros) return made;
    const all = joined(this.#held, made);
    const whole = Math.max(0, all.length - this.blockBytes);
    this.#held = all.slice(whole);
    return all.subarray(0, whole);
  }
  final(bytes: Uint8Array): Uint8Array {
    try {
      if (this.encrypts) return new Uint8Array(this.#cipher.update(this.#padded(bytes)));
      if (bytes.length % this.blockBytes !== 0) throw cryptographic('The input data is not a complete block.');
      const all = joined(this.#held, new Uint8Array(this.#cipher.update(bytes)));
      return this.#unpadded(all);
    } finally {
      this.#running = undefined;
      this.#held = new Uint8Array(0);
    }
  }
  /** As `final`, of any length. */
  *finalSteps(bytes: Uint8Array, tick: Tick): Steps<Uint8Array> {
    const parts: Uint8Array[] = [];
    let at = 0;
    for (; at + PIECE < bytes.length; at += PIECE) {
      parts.push(this.update(bytes.subarray(at, at + PIECE)));
      yield* look(tick);
    }
    parts.push(this.final(bytes.subarray(at)));
    return yield* joinedParts(parts, tick);
  }
  #padded(bytes: Uint8Array): Uint8Array {
    const size = this.blockBytes;
    const rest = bytes.length % size;
    if (this.#padding === PADDING.None) {
      if (rest !== 0) throw cryptographic('The input data is not a complete block.');
      return bytes;
    }
    if (this.#padding === PADDING.Zeros) return rest === 0 ? bytes : joined(bytes, new Uint8Array(size - rest));
    const count = size - rest;
    const tail = this.#padding === PADDING.ISO10126 ? new Uint8Array(randomBytes(count)) : new Uint8Array(count);
    if (this.#padding === PADDING.PKCS7) tail.fill(count);
    tail[count - 1] = count;
    return joined(bytes, tail);
  }
  #unpadded(all: Uint8Array): Uint8Array {
    if (this.#padding === PADDING.None || this.#padding === PADDING.Zeros || all.length === 0) return all;
    const count = all[all.length - 1] ?? 0;
    const tail = all.subarray(all.length - count);
    const right =
      count > 0 &&
      count <= this.blockBytes &&
      (this.#padding === PADDING.PKCS7
        ? tail.every((one) => one === count)
        : this.#padding === PADDING.ANSIX923
          ? tail.subarray(0, -1).every((one) => one === 0)
          : true);
    if (!right) throw cryptographic('Padding is invalid and cannot be removed.');
    return all.slice(0, all.length - count);
  }
}
const joined = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  if (left.length === 0) return right;
  const all = new Uint8Array(left.length + right.length);
  all.set(left);
  all.set(right, left.length);
  return all;
};

// ------------------------------------------------------------------ algorithms

const own = (self: PSValue): Cipher => dataOf<Cipher>(self);
const TRANSFORM = 'System.Security.Cryptography.UniversalCryptoTransform';
const transform = (self: PSValue, encrypts: boolean, key: PSValue | undefined, iv: PSValue | undefined): PSValue => {
  const cipher = own(self);
  if (key === null) throw argumentNull('rgbKey');
  return new NetObject(
    TRANSFORM_TYPE,
    new Transform(
      cipher,
      key === undefined ? cipher.key : bytesOf(key),
      key === undefined ? cipher.iv : iv === undefined || iv === null ? null : bytesOf(iv),
      encrypts,
    ),
  );
};
/** EncryptCbc and kin: all at once. */
const oneShot =
  (mode: number, encrypts: boolean) =>
  (self: PSValue, bytes: PSValue, second: PSValue, third: PSValue): Pending<PSValue> => {
    const cipher = own(self);
    const iv = mode === MODE.ECB ? null : bytesOf(second);
    const padding = mode === MODE.ECB ? second : third;
    const made = new Transform(
      cipher,
      cipher.key,
      iv,
      encrypts,
      padding === undefined ? PADDING.PKCS7 : flagsOf(padding),
      mode,
    );
    return drive(made.finalSteps(bytesOf(bytes), ticking()));
  };
const keySizes = (low: number, high: number, step: number): PSValue =>
  typedArray([net(`${SPACE}.KeySizes`, { low, high, step })], requireType(`${SPACE}.KeySizes`));
interface Sizes {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}
implement(`${SPACE}.KeySizes`, () => ({
  MinSize: (self) => dataOf<Sizes>(self).low,
  MaxSize: (self) => dataOf<Sizes>(self).high,
  SkipSize: (self) => dataOf<Sizes>(self).step,
}));
const nothing = (): undefined => undefined;
implement(`${SPACE}.SymmetricAlgorithm`, () => ({
  Key: (self) => own(self).key.slice(),
  'set Key': (self, value) => {
    if (value === null) throw argumentNull('value');
    own(self).key = bytesOf(value);
    return undefined;
  },
  IV: (self) => own(self).iv.slice(),
  'set IV': (self, value) => {
    if (value === null) throw argumentNull('value');
    own(self).iv = bytesOf(value);
    return undefined;
  },
  KeySize: (self) => own(self).keyBits,
  'set KeySize': (self, value) => {
    own(self).resize(num(value));
    return undefined;
  },
  BlockSize: (self) => own(self).algorithm.blockBits,
  'set BlockSize': (self, value) => {
    if (num(value) !== own(self).algorithm.blockBits)
      throw cryptographic('Specified block size is not valid for this algorithm.');
    return undefined;
  },
  FeedbackSize: (self) => own(self).feedbackBits,
  'set FeedbackSize': (self, value) => {
    own(self).feedbackBits = num(value);
    return undefined;
  },
  Mode: (self) => enumOf(`${SPACE}.CipherMode`, own(self).mode),
  'set Mode': (self, value) => {
    if (flagsOf(value) === MODE.OFB || flagsOf(value) === MODE.CTS)
      throw cryptographic('Specified cipher mode is not valid for this algorithm.');
    own(self).mode = flagsOf(value);
    return undefined;
  },
  Padding: (self) => enumOf(`${SPACE}.PaddingMode`, own(self).padding),
  'set Padding': (self, value) => {
    own(self).padding = flagsOf(value);
    return undefined;
  },
  LegalKeySizes: (self) => {
    const { keyBits } = own(self).algorithm;
    const [low = 0] = keyBits;
    const high = keyBits[keyBits.length - 1] ?? low;
    return keySizes(low, high, keyBits.length > 1 ? 64 : 0);
  },
  LegalBlockSizes: (self) => keySizes(own(self).algorithm.blockBits, own(self).algorithm.blockBits, 0),
  ValidKeySize: (self, bits) => own(self).algorithm.keyBits.includes(num(bits)),
  GenerateKey: (self) => {
    own(self).renewKey();
    return undefined;
  },
  GenerateIV: (self) => {
    own(self).renewIv();
    return undefined;
  },
  CreateEncryptor: (self, key, iv) => transform(self, true, key, iv),
  CreateDecryptor: (self, key, iv) => transform(self, false, key, iv),
  'EncryptCbc(byte[], byte[], System.Security.Cryptography.PaddingMode)': oneShot(MODE.CBC, true),
  'DecryptCbc(byte[], byte[], System.Security.Cryptography.PaddingMode)': oneShot(MODE.CBC, false),
  'EncryptEcb(byte[], System.Security.Cryptography.PaddingMode)': oneShot(MODE.ECB, true),
  'DecryptEcb(byte[], System.Security.Cryptography.PaddingMode)': oneShot(MODE.ECB, false),
  Clear: nothing,
  Dispose: nothing,
}));
const family = (names: readonly string[], algorithm: Algorithm, implementation: string): void => {
  const full = `${SPACE}.${implementation}`;
  for (const name of names)
    implement(`${SPACE}.${name}`, (): Bodies => {
      const made = (): PSValue => net(full, new Cipher(algorithm));
      return { 'static Create': made, new: () => net(`${SPACE}.${name}`, new Cipher(algorithm)) };
    });
  defineType(full, { base: `${SPACE}.${names[0] ?? ''}` });
};
family(['Aes', 'AesManaged', 'AesCryptoServiceProvider'], AES, 'AesImplementation');
family(['Rijndael', 'RijndaelManaged'], AES, 'RijndaelImplementation');
family(['TripleDES', 'TripleDESCryptoServiceProvider'], TRIPLE_DES, 'TripleDesImplementation');
family(['DES', 'DESCryptoServiceProvider'], DES, 'DesImplementation');

const made = (self: PSValue): Transform => {
  const inner = unwrap(self);
  if (inner instanceof NetObject && inner.data instanceof Transform) return inner.data;
  throw argumentNull('transform');
};
const TRANSFORM_TYPE = defineType(
  TRANSFORM,
  { interfaces: [`${SPACE}.ICryptoTransform`, 'System.IDisposable'] },
  {
    'bool CanReuseTransform': () => true,
    'bool CanTransformMultipleBlocks': () => true,
    'int InputBlockSize': (self) => made(self).blockBytes,
    'int OutputBlockSize': (self) => made(self).blockBytes,
    'int TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset)': (
      self,
      input,
      offset,
      count,
      output,
      at,
    ) => {
      const target = unwrap(output ?? null);
      if (!(target instanceof Uint8Array)) throw argumentNull('outputBuffer');
      if (num(count) % made(self).blockBytes !== 0) throw argumentError('Value was invalid.', 'inputCount');
      const part = made(self).update(bufferPart(input, offset, count));
      target.set(part, num(at));
      return part.length;
    },
    'byte[] TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)': (self, input, offset, count) =>
      made(self).final(bufferPart(input, offset, count)),
    'void Dispose()': nothing,
  },
);

// ------------------------------------------------------------------ streams

class CryptoData extends ByteStream {
  readonly readable: boolean;
  readonly writable: boolean;
  readonly #under: ByteStream;
  readonly #transform: Transform;
  readonly #leaveOpen: boolean;
  #content: MemoryData | undefined;
  #kept: Uint8Array = new Uint8Array(0);
  finished = false;
  constructor(under: ByteStream, transform_: Transform, writes: boolean, leaveOpen: boolean) {
    super();
    if (writes ? !under.writable : !under.readable)
      throw argumentError(`Stream was not ${writes ? 'writable' : 'readable'}.`);
    this.#under = under;
    this.#transform = transform_;
    this.writable = writes;
    this.readable = !writes;
    this.#leaveOpen = leaveOpen;
  }
  override read(count: number): Pending<Uint8Array> {
    this.assertReadable();
    if (this.#content !== undefined) return this.#content.read(count);
    return andThen(readAll(this.#under), (bytes) =>
      andThen(drive(this.#transform.finalSteps(bytes, ticking())), (made) => {
        this.#content = new MemoryData(made);
        return this.#content.read(count);
      }),
    );
  }
  override write(bytes: Uint8Array): Pending<undefined> {
    this.assertWritable();
    const all = joined(this.#kept, bytes);
    const whole = all.length - (all.length % this.#transform.blockBytes);
    this.#kept = all.slice(whole);
    return drive(this.#writeSteps(all.subarray(0, whole), ticking()));
  }
  *#writeSteps(blocks: Uint8Array, tick: Tick): Steps<undefined> {
    for (let at = 0; at < blocks.length; at += PIECE) {
      yield* settle(this.#under.write(this.#transform.update(blocks.subarray(at, at + PIECE))));
      yield* look(tick);
    }
    return undefined;
  }
  finish(): Pending<undefined> {
    if (this.finished)
      throw notSupported('FlushFinalBlock() method was called twice on a CryptoStream. It can only be called once.');
    this.finished = true;
    return this.writable ? this.#under.write(this.#transform.final(this.#kept)) : undefined;
  }
  protected override shut(): Pending<undefined> {
    return andThen(this.finished ? undefined : this.finish(), () =>
      this.#leaveOpen ? undefined : this.#under.close(),
    );
  }
}
const crypto = (self: PSValue): CryptoData => dataOf<CryptoData>(self);
implement(`${SPACE}.CryptoStream`, () => ({
  HasFlushedFinalBlock: (self) => crypto(self).finished,
  FlushFinalBlock: (self) => crypto(self).finish(),
  Clear: (self) => crypto(self).close(),
  new: (_self, stream, transform_, mode, leave) =>
    net(`${SPACE}.CryptoStream`, new CryptoData(streamOf(stream), made(transform_), flagsOf(mode) === 1, flag(leave))),
}));
