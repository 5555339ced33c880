/** The program's start, from a cold process: what a user waits for before anything is done. */
import { PASSWORD, USER, MAIN, startEndpoint } from '../interop/endpoint-process.js';
import { runProcess } from '../../support/processes.js';
import { median, type BenchRow, type BenchSection } from './table.js';

const RUNS = 15;

async function timed(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS + 2; run += 1) {
    const start = performance.now();
    const result = await runProcess([process.execPath, MAIN, ...args], { timeoutMs: 30_000, env });
    if (result.code !== 0) throw new Error(`${args.join(' ')} ended with ${result.code}: ${result.stderr}`);
    if (run > 1) times.push(performance.now() - start);
  }
  return median(times);
}

async function run(): Promise<readonly BenchRow[]> {
  const empty: number[] = [];
  for (let count = 0; count < RUNS; count += 1) {
    const start = performance.now();
    await runProcess([process.execPath, '-e', '0'], { timeoutMs: 30_000 });
    empty.push(performance.now() - start);
  }
  await using endpoint = await startEndpoint();
  const get = ['get', '127.0.0.1', '--port', String(endpoint.port), '--credential', USER, '--authentication', 'basic'];
  const password = { PSSESSION_BENCH_PASSWORD: PASSWORD };
  return [
    { name: 'node itself, an empty program', unit: 'ms', ours: median(empty), better: 'less' },
    {
      name: 'pssession --version',
      unit: 'ms',
      ours: await timed(['--version']),
      better: 'less',
      goal: { of: 'ours', value: 60 },
    },
    {
      name: 'pssession -NoProfile -Command 1',
      unit: 'ms',
      ours: await timed(['-NoProfile', '-Command', '1']),
      better: 'less',
      goal: { of: 'ours', value: 150 },
    },
    {
      name: 'pssession get, one loopback endpoint',
      unit: 'ms',
      ours: await timed([...get, '--password-env', 'PSSESSION_BENCH_PASSWORD'], password),
      better: 'less',
      goal: { of: 'ours', value: 200 },
    },
  ];
}

export const startSection: BenchSection = { name: 'start', run };
