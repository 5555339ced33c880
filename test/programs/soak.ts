/**
 * `npm run soak`: what the endpoint promises, under kills, broken networks, load and hours of mixed work. Ends with
 * `N passed, N failed`. SEED of the environment repeats a run.
 *
 *     --short                little of everything
 *     --only kill,network,pypsrp,output,load,mixed     load is held, fanout, busy and engines
 *     --runs 500             of kill, network and pypsrp; sessions of held, busy and engines
 *     --minutes 120 --clients 50 --pace 4000     of mixed: each client waits up to so many ms between two things
 */
import { optionsOf } from './options.js';
import { killMatrix } from './soak/kill-matrix.js';
import { fanOut, heldSessions } from './soak/load.js';
import { busySessions, engineSessions } from './soak/many-sessions.js';
import { mixed } from './soak/mixed.js';
import { networkFaults } from './soak/network-faults.js';
import { outputBounds } from './soak/output-bounds.js';
import { pypsrpAbsent, pypsrpNetwork } from './soak/pypsrp-network.js';
import { SeededRandom } from './soak/random.js';

const LOAD = ['held', 'fanout', 'busy', 'engines'];
const SECTIONS = ['kill', 'network', 'pypsrp', 'output', ...LOAD, 'mixed'];
const options = optionsOf({
  short: 'boolean',
  only: 'string',
  runs: 'number',
  minutes: 'number',
  clients: 'number',
  pace: 'number',
});
const { short = false, minutes = 120, runs } = options;
const only = options.only?.split(',').flatMap((name) => (name === 'load' ? LOAD : [name]));
for (const name of only ?? []) {
  if (SECTIONS.includes(name)) continue;
  console.error(`--only knows no '${name}': ${SECTIONS.join(', ')}, or load for ${LOAD.join(', ')}`);
  process.exit(2);
}
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 32));
console.log(`SEED=${seed}${short ? ' (short)' : ''}`);

// Whoever started this program is gone: nobody reads what it finds.
process.once('disconnect', () => process.exit(1));

let passed = 0;
let failed = 0;
const note = (text: string): void => console.log(`  ${text}`);
function expect(what: string, holds: boolean): void {
  if (holds) passed += 1;
  else failed += 1;
  console.log(`${holds ? 'ok' : 'FAILED'}: ${what}`);
}

async function section(name: string, work: (random: SeededRandom) => Promise<void>): Promise<void> {
  if (only !== undefined && !only.includes(name)) return;
  const started = performance.now();
  console.log(`\n# ${name}`);
  try {
    await work(new SeededRandom(seed ^ name.length));
  } catch (error) {
    expect(
      `${name} runs to its end: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      false,
    );
  }
  console.log(`  ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

await section('kill', async (random) => {
  const report = await killMatrix(runs ?? (short ? 40 : 2000), random, note);
  const victims = Object.entries(report.byVictim).map(([victim, count]) => `${victim} ${count}`);
  expect(
    `${report.runs} runs (${victims.join(', ')}; ${report.restarts} restarts of the listener): nothing lost, doubled or out of order, no process or file left; ${report.failures.length} failed`,
    report.failures.length === 0,
  );
});
await section('network', async (random) => {
  const report = await networkFaults(runs ?? (short ? 30 : 2000), random, note);
  expect(
    `${report.runs} runs, ${report.cuts} cuts, ${report.halves} halved answers, ${report.delays} delays, ${report.doubles} doubled requests: exactly once, in order; ${report.failures.length} failed`,
    report.failures.length === 0,
  );
});
await section('pypsrp', async (random) => {
  const absent = await pypsrpAbsent();
  if (absent !== undefined) {
    note(`not possible here: ${absent}`);
    return;
  }
  const report = await pypsrpNetwork(runs ?? (short ? 20 : 500), random, note);
  const { cuts, halves, delays, doubles } = report.network;
  expect(
    `pypsrp, ${report.runs} runs, ${cuts} cuts, ${halves} halves, ${delays} delays, ${doubles} doubled requests: nothing lost, in order, every script once; ${report.recovered} runs went on with a new client, ${report.repeated} objects of a broken client's last answer came again; ${report.failures.length} failed`,
    report.failures.length === 0,
  );
});
await section('output', async () => {
  for (const { what, holds } of await outputBounds(short, note)) expect(what, holds);
});
await section('held', async () => {
  for (const { what, holds } of await heldSessions(runs ?? (short ? 500 : 10_000), note)) expect(what, holds);
});
await section('fanout', async () => {
  for (const { what, holds } of await fanOut(short ? 100 : 1000, note)) expect(what, holds);
});
await section('busy', async () => {
  for (const { what, holds } of await busySessions(runs ?? (short ? 50 : 1000), note)) expect(what, holds);
});
await section('engines', async () => {
  for (const { what, holds } of await engineSessions(runs ?? (short ? 4 : 200), note)) expect(what, holds);
});
await section('mixed', async (random) => {
  const plan = short
    ? { clients: 10, minutes: 0.6, paceMs: 300, sampleEveryMs: 4000 }
    : {
        clients: options.clients ?? 50,
        minutes,
        paceMs: options.pace ?? 4000,
        sampleEveryMs: Math.max(10_000, minutes * 500),
      };
  for (const { what, holds } of await mixed(plan, random, note)) expect(what, holds);
});
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
