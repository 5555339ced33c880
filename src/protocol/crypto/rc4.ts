/**
 * RC4, which OpenSSL 3 hides in its legacy provider. NTLM seals with it; the state runs on from message to message.
 * Written for speed: one cipher object seals 64-bit loops of a whole envelope without allocating beside its result.
 */
export class Rc4 {
  readonly #state = new Uint8Array(256);
  #i = 0;
  #j = 0;

  /** @param key 1 to 256 bytes. */
  constructor(key: Uint8Array) {
    const state = this.#state;
    for (let index = 0; index < 256; index += 1) state[index] = index;
    let j = 0;
    for (let index = 0; index < 256; index += 1) {
      const value = state[index] ?? 0;
      j = (j + value + (key[index % key.length] ?? 0)) & 255;
      state[index] = state[j] ?? 0;
      state[j] = value;
    }
  }

  /** Encrypts or decrypts (the same operation) the next bytes of the stream. */
  update(data: Uint8Array): Uint8Array {
    const state = this.#state;
    const out = new Uint8Array(data.length);
    let i = this.#i;
    let j = this.#j;
    for (let index = 0; index < data.length; index += 1) {
      i = (i + 1) & 255;
      const a = state[i] as number;
      j = (j + a) & 255;
      const b = state[j] as number;
      state[i] = b;
      state[j] = a;
      out[index] = (data[index] as number) ^ (state[(a + b) & 255] as number);
    }
    this.#i = i;
    this.#j = j;
    return out;
  }
}

/** RC4 with a fresh state: `RC4K` of [MS-NLMP 6]. */
export function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  return new Rc4(key).update(data);
}
