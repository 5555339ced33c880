/**
 * MD4 [RFC 1320], which OpenSSL 3 hides in its legacy provider. Only NTLM's one-way function needs it: it is broken as
 * a hash, and nothing here relies on it being one.
 */
const ROTATE: readonly (readonly number[])[] = [
  [3, 7, 11, 19],
  [3, 5, 9, 13],
  [3, 9, 11, 15],
];
const ORDER: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
  [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
];
const CONSTANT: readonly number[] = [0, 0x5a827999, 0x6ed9eba1];

/** @returns the 16-byte digest. */
export function md4(data: Uint8Array): Uint8Array {
  const blocks = ((data.length + 8) >>> 6) + 1;
  const padded = new Uint8Array(blocks * 64);
  padded.set(data);
  padded[data.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, (data.length * 8) >>> 0, true);
  view.setUint32(padded.length - 4, Math.floor(data.length / 0x2000_0000), true);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let block = 0; block < blocks; block += 1) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let round = 0; round < 3; round += 1) {
      for (let step = 0; step < 16; step += 1) {
        let mixed: number;
        if (round === 0) mixed = (b & c) | (~b & d);
        else if (round === 1) mixed = (b & c) | (b & d) | (c & d);
        else mixed = b ^ c ^ d;
        const word = view.getUint32(block * 64 + (ORDER[round]?.[step] ?? 0) * 4, true);
        const sum = (a + mixed + word + (CONSTANT[round] ?? 0)) | 0;
        const by = ROTATE[round]?.[step & 3] ?? 0;
        [a, b, c, d] = [d, (sum << by) | (sum >>> (32 - by)), b, c];
      }
    }
    state[0] = ((state[0] ?? 0) + a) | 0;
    state[1] = ((state[1] ?? 0) + b) | 0;
    state[2] = ((state[2] ?? 0) + c) | 0;
    state[3] = ((state[3] ?? 0) + d) | 0;
  }
  const digest = new Uint8Array(16);
  const out = new DataView(digest.buffer);
  state.forEach((word, index) => out.setInt32(index * 4, word, true));
  return digest;
}
