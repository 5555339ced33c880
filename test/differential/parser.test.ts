/**
 * Our parser against the real one, on our own snippets (snippets/*.ps1, parted by lines of `#---`) and on mutations of
 * them made from a seed. Skipped aloud without the .NET SDK.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseInput } from '../../src/powershell/lang/index.js';
import { peerAvailable, startPeer } from '../support/peer.js';
import { mutate, randomFrom } from './parser-mutations.js';
import { compareParse } from './parser-tree.js';

const FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'snippets');
const SEED = Number(process.env['PARSER_SEED'] ?? 20261124);
const MUTATIONS = Number(process.env['PARSER_MUTATIONS'] ?? 1500);

const snippets: { readonly name: string; readonly text: string }[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ps1'))
  .sort()
  .flatMap((file) =>
    readFileSync(path.join(FOLDER, file), 'utf8')
      .split(/^#---.*\r?\n/m)
      .map((text, i) => ({ name: `${file} ${i + 1}`, text })),
  );

describe.skipIf(!peerAvailable)('the parser against System.Management.Automation', () => {
  it(`gives the same tree, tokens and errors for ${snippets.length} snippets`, { timeout: 120_000 }, async () => {
    await using peer = await startPeer('parse');
    const differences: string[] = [];
    for (const { name, text } of snippets) {
      const real = await peer.ask({ text, tokens: true });
      for (const difference of compareParse(parseInput(text), real)) differences.push(`${name}: ${difference}`);
    }
    expect(differences).toEqual([]);
  });

  it(`gives the same for ${MUTATIONS} mutations of them, seed ${SEED}`, { timeout: 240_000 }, async () => {
    await using peer = await startPeer('parse');
    const random = randomFrom(SEED);
    const differences: string[] = [];
    for (let i = 0; i < MUTATIONS; i++) {
      const { name, text } = snippets[random(snippets.length)] ?? { name: 'none', text: '' };
      const changed = mutate(text, random);
      const real = await peer.ask({ text: changed, tokens: true });
      for (const difference of compareParse(parseInput(changed), real, 1)) {
        differences.push(`${name}, mutation ${i}: ${difference}\n${changed}`);
      }
    }
    expect(differences).toEqual([]);
  });
});
