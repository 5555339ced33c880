/**
 * Where a protocol room gets its random bytes: from whoever made the machine. `node:crypto`'s `randomBytes` fits as it
 * is; a test gives a seeded one. Returns exactly `byteCount` bytes.
 */
export type RandomSource = (byteCount: number) => Uint8Array;
