import { randomBytes } from 'node:crypto';
import { guidFromRandom, type Guid } from '../../protocol/bytes/index.js';

/** Gives exactly `byteCount` unpredictable bytes; a test gives a seeded one. The protocol rooms take the same shape. */
export type RandomSource = (byteCount: number) => Uint8Array;

export const systemRandom: RandomSource = (byteCount) => new Uint8Array(randomBytes(byteCount));

/** A version 4 GUID. */
export function newGuid(random: RandomSource = systemRandom): Guid {
  return guidFromRandom(random(16));
}
