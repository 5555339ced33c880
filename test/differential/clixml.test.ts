/**
 * 10,000 generated values of all types go through the real serializer, through ours, and through the real one again: our
 * text has to be the real one's, byte for byte, and what comes back has to be unchanged.
 * PSSESSION_SEED repeats a run. Skipped aloud without the .NET SDK.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeClixmlDocument, encodeClixmlDocument } from '../../src/protocol/clixml/index.js';
import type { PSValue } from '../../src/protocol/objects/index.js';
import { peerAvailable, startPeer, type Peer } from '../support/peer.js';
import { anyValue } from '../support/value-generator.js';

const COUNT = Number(process.env['PSSESSION_CLIXML_VALUES'] ?? 10_000);
const SEED = Number(process.env['PSSESSION_SEED'] ?? Date.now() % 0x7fff_ffff);
const BATCH = 100;

const textOf = (values: readonly PSValue[]): string => new TextDecoder().decode(encodeClixmlDocument(values));
/** The real serializer indents; line breaks inside values are escaped, so these are all of the layout. */
const withoutLayout = (xml: string): string => xml.replace(/>\r?\n */g, '>');

function difference(real: string, other: string): string {
  let at = 0;
  while (at < real.length && real[at] === other[at]) at += 1;
  const from = Math.max(0, at - 60);
  return `real ${JSON.stringify(real.slice(from, at + 60))}, other ${JSON.stringify(other.slice(from, at + 60))}`;
}

describe.skipIf(!peerAvailable)('CLIXML beside the real engine', () => {
  let peer: Peer;
  beforeAll(async () => {
    peer = await startPeer('clixml');
  }, 300_000);
  afterAll(async () => {
    await peer[Symbol.asyncDispose]();
  });

  const through = async (xml: string): Promise<string> => {
    const answer = await peer.ask({ xml, list: true, depth: 20 });
    if (typeof answer['xml'] !== 'string') throw new Error(`the real engine refuses: ${String(answer['error'])}`);
    return answer['xml'];
  };
  /** Undefined when the values survive. */
  const problem = async (values: readonly PSValue[]): Promise<string | undefined> => {
    const real = await through(textOf(values));
    const ours = textOf(decodeClixmlDocument(real).map(({ value }) => value));
    if (ours !== withoutLayout(real)) return `ours is other text: ${difference(withoutLayout(real), ours)}`;
    // The real reader adds `Deserialized.` once, so its own text is read again beside ours.
    const [direct, again] = await Promise.all([through(real), through(ours)]);
    return again === direct ? undefined : `it comes back changed: ${difference(direct, again)}`;
  };

  it(`${COUNT} values real engine -> us -> real engine, seed ${SEED}`, { timeout: 600_000 }, async () => {
    const values = fc.sample(anyValue, { numRuns: COUNT, seed: SEED });
    for (let at = 0; at < values.length; at += BATCH) {
      const batch = values.slice(at, at + BATCH);
      // oxlint-disable-next-line no-await-in-loop -- one question at a time keeps the memory of both sides small
      if ((await problem(batch).catch(String)) === undefined) continue;
      for (const [index, value] of batch.entries()) {
        const found = await problem([value]).catch(String);
        expect(found, `value ${at + index} of seed ${SEED}: ${textOf([value]).slice(0, 600)}`).toBeUndefined();
      }
      expect.fail(`values ${at} to ${at + BATCH} of seed ${SEED} change only together`);
    }
    console.log(`CLIXML oracle: ${values.length} values unchanged, seed ${SEED}`);
  });
});
