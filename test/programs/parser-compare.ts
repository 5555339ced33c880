/**
 * Compares our parser with the real one over folders of scripts: `npm run parser-compare -- <folder or file> ...
 * [--mutate n] [--seed n] [--show n]`. Prints differences, then how fast each was and `N passed, N failed`.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseInput } from '../../src/powershell/lang/index.js';
import { mutate, randomFrom } from '../differential/parser-mutations.js';
import { compareParse } from '../differential/parser-tree.js';
import { peerAvailable, peerUnavailableReason, startPeer } from '../support/peer.js';

interface Settings {
  readonly places: readonly string[];
  readonly mutations: number;
  readonly seed: number;
  readonly show: number;
}

function settingsOf(args: readonly string[]): Settings {
  const rest = [...args];
  const number = (name: string, otherwise: number): number => {
    const at = rest.indexOf(name);
    return at === -1 ? otherwise : Number(rest.splice(at, 2)[1]);
  };
  const mutations = number('--mutate', 0);
  const seed = number('--seed', 1);
  const show = number('--show', 20);
  return { places: rest, mutations, seed, show };
}

function scriptsUnder(place: string): readonly string[] {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ps1|psm1|psd1)$/i.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

async function main(): Promise<number> {
  const settings = settingsOf(process.argv.slice(2));
  if (settings.places.length === 0) {
    console.error('parser-compare: name folders or files of scripts');
    return 2;
  }
  if (!peerAvailable) {
    console.log(`parser-compare: SKIPPED, ${peerUnavailableReason}`);
    return 0;
  }
  const files = settings.places.flatMap(scriptsUnder);
  const scripts = files.map((file) => ({ file, text: readFileSync(file, 'utf8').replace(/^\uFEFF/, '') }));
  const random = randomFrom(settings.seed);
  const cases = [...scripts];
  if (settings.mutations > 0) {
    cases.length = 0;
    for (let i = 0; i < settings.mutations; i++) {
      const script = scripts[random(scripts.length)];
      if (script !== undefined)
        cases.push({ file: `${script.file} (mutation ${i})`, text: mutate(script.text, random) });
    }
  }
  await using peer = await startPeer('parse');
  let passed = 0;
  let failed = 0;
  let ourMs = 0;
  let realMs = 0;
  let characters = 0;
  for (const { file, text } of cases) {
    const real = await peer.ask({ text, tokens: true });
    const start = performance.now();
    const our = parseInput(text);
    ourMs += performance.now() - start;
    realMs += Number(real['ms'] ?? 0);
    characters += text.length;
    const differences = compareParse(our, real);
    if (differences.length === 0) passed++;
    else if (++failed <= settings.show) console.log(`${file}\n  ${differences.join('\n  ')}`);
  }
  const rate = (ms: number): string => (ms === 0 ? '-' : (characters / 1000 / ms).toFixed(2));
  console.log(`${characters} characters: ours ${rate(ourMs)} MB/s, real ${rate(realMs)} MB/s`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
