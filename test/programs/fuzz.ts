/**
 * `npm run fuzz [-- --runs 2000000] [-- --short] [-- --only scripts]`: garbage for every parser, guided by which blocks of
 * code it reaches. A program of its own, so that V8 counts in the parsers and little else. SEED of the environment
 * repeats a run. Ends with `N passed, N failed`.
 */
import { fuzz } from './soak/fuzz.js';
import { SeededRandom } from './soak/random.js';

const after = (option: string): string | undefined => {
  const at = process.argv.indexOf(option);
  return at < 0 ? undefined : process.argv[at + 1];
};
const runs = Number(after('--runs') ?? (process.argv.includes('--short') ? 20_000 : 10_000_000));
if (!(runs > 0)) throw new Error('--runs wants a number above 0');
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 32));
console.log(`SEED=${seed}`);
const report = await fuzz(runs, new SeededRandom(seed), (text) => console.log(`  ${text}`), after('--only'));
for (const failure of report.failures.slice(0, 20)) console.log(`  ${failure}`);
const { inputs, parsers, kept, blocks, failures } = report;
console.log(
  `${failures.length === 0 ? 'ok' : 'FAILED'}: ${inputs} generated inputs over ${parsers} parsers, ${kept} of which reached something new of ${blocks} blocks: no crash, no hang; ${failures.length} failed`,
);
console.log(`\n${failures.length === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed'}`);
process.exit(failures.length === 0 ? 0 : 1);
