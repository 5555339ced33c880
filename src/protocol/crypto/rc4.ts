/**
 * RC4, which OpenSSL 3 hides in its legacy provider. NTLM seals with it; the state runs on from message to message.
 * Written for speed: it allocates nothing beside its result.
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

  /**
   * Encrypts or decrypts (the same operation) the next bytes of the stream. Eight steps a turn: that is half as fast
   * again as one, and what sealing costs is mostly this.
   */
  update(data: Uint8Array): Uint8Array {
    const state = this.#state;
    const out = new Uint8Array(data.length);
    const whole = data.length & ~7;
    let i = this.#i;
    let j = this.#j;
    let a: number;
    let b: number;
    let at = 0;
    for (; at < whole; at += 8) {
      i = (i + 1) & 255;
      a = state[i] as number;
      j = (j + a) & 255;
      b = state[j] as number;
      state[i] = b;
      state[j] = a;
      out[at] = (data[at] as number) ^ (state[(a + b) & 255] as number);
      i = (i + 1) & 255;
      a = state[i] as number;
      j = (j + a) & 255;
      b = state[j] as number;
      state[i] = b;
      state[j] = a;
      out[at + 1] = (data[at + 1] as number) ^ (state[(a + b) & 255] as number);
      i = (i + 1) & 255;
      a = state[i] as number;
      j = (j + a) & 255;
      b = state[j] as number;
      state[i] = b;
      state[j] = a;
      out[at + 2] = (data[at + 2] as number) ^ (state[(a + b) & 255] as number);
      i = (i + 1) & 255;
      a = state[i] as number;
      j = (j + a) & 255;
      b = state[j] as number;
      state[i] = b;
      state[j] = a;
      out[at + 3] = (data[at + 3] as number) ^ (state[(a + b) & 255] as number);
      i = (i + 1) & 255;
      a = state[i] as number;
      j = (j + a) & 255;
      b = state[j] as number;
      state[i] = b;
      state[j] = a;
      out[at + 4] = (data[at + 4] as number) ^ (state[(a + b) & 255] as number);
      i = (i + 1) & 255;
      a = state[i] as number;
      j = (j + a) & 255;
      b = state[j] as number;
      state[i] = b;
      state[j] = a;
      out[at + 5] = (data[at + 5] as number) ^ (state[(a + b) & 255] as number);
      i = (i + 1) & 255;
      a = state[i] as number;
      j = (j + a) & 255;
      b = state[j] as number;
      state[i] = b;
      state[j] = a;
      out[at + 6] = (data[at + 6] as number) ^ (state[(a + b) & 255] as number);
      i = (i + 1) & 255;
      a = state[i] as number;
      j = (j + a) & 255;
      b = state[j] as number;
      state[i] = b;
      state[j] = a;
      out[at + 7] = (data[at + 7] as number) ^ (state[(a + b) & 255] as number);
    }
    for (; at < data.length; at += 1) {
      i = (i + 1) & 255;
      a = state[i] as number;
      j = (j + a) & 255;
      b = state[j] as number;
      state[i] = b;
      state[j] = a;
      out[at] = (data[at] as number) ^ (state[(a + b) & 255] as number);
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
