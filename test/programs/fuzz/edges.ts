/**
 * Which edges of the parsers have run, and how often: `scripts/instrument.mjs` puts the counting into their code when the
 * program is bundled, and writes beside the bundle how many there are.
 */
import { readFileSync } from 'node:fs';

interface Facts {
  readonly edges: number;
  /** The texts that stand in the code of a room: what its inputs may want to say. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}
const facts = JSON.parse(readFileSync(new URL('fuzz.edges.json', import.meta.url), 'utf8')) as Facts;

/** How many edges in a row are looked at together. */
const STRIDE = 8;
const length = Math.ceil(facts.edges / STRIDE) * STRIDE;
const MAGNITUDES = 8;

/** Bytes, that overflow as they like. */
export const edges = new Uint8Array(length);
const eights = new Float64Array(edges.buffer);
export const FEATURES = length * MAGNITUDES;

export const wordsOf = (rooms: readonly string[]): readonly string[] =>
  Object.entries(facts.words)
    .filter(([room]) => rooms.some((wanted) => room === wanted || room.startsWith(`${wanted}/`)))
    .flatMap(([, words]) => words);

/** A loop that turns once more is no news, one that turns a hundred times is: 1, 2, 3, 4-7, 8-15, 16-31, 32-127, more. */
const MAGNITUDE = Uint8Array.from({ length: 256 }, (_, count) => {
  const limits = [2, 3, 4, 8, 16, 32, 128];
  const at = limits.findIndex((limit) => count < limit);
  return at < 0 ? limits.length : at;
});

/** Writes the features (edge and magnitude) of what ran since the last call into `into`, tells how many, and forgets. */
export function takeFeatures(into: Int32Array): number {
  let found = 0;
  for (let block = 0; block < eights.length; block += 1) {
    if (Object.is(eights[block], 0)) continue;
    for (let edge = block * STRIDE; edge < (block + 1) * STRIDE; edge += 1) {
      const count = edges[edge] ?? 0;
      if (count === 0) continue;
      into[found] = edge * MAGNITUDES + (MAGNITUDE[count] ?? 0);
      found += 1;
    }
  }
  edges.fill(0);
  return found;
}
