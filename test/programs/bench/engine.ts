/** The embedded engine beside the real one: the same script in both, warm, timed around the work alone. */
import { createRunspace, type EngineRunspace, type PipelineSink } from '../../../src/powershell/engine/index.js';
import { scriptDefinition } from '../../../src/client/session/index.js';
import { peerAvailable, startPeer, type Peer } from '../../support/peer.js';
import { median, type BenchRow, type BenchSection } from './table.js';

const ROUNDS = 3;
const SCRIPTS: ReadonlyArray<{
  readonly name: string;
  readonly setUp: string;
  readonly work: string;
  readonly peer: boolean;
}> = [
  {
    name: 'a loop of a million additions',
    setUp: '',
    work: '$s = 0; for ($i = 0; $i -lt 1000000; $i++) { $s += $i }',
    peer: true,
  },
  {
    name: '100,000 through Where-Object | ForEach-Object',
    setUp: '',
    work: '$r = 1..100000 | Where-Object { $_ % 2 -eq 0 } | ForEach-Object { $_ * 2 }',
    peer: true,
  },
  {
    name: '100,000 calls of a function',
    setUp: 'function f($x) { $x + 1 }',
    work: 'foreach ($i in 1..100000) { $r = f $i }',
    peer: true,
  },
  // Sort-Object and Group-Object are not in the package that the real peer is built from.
  {
    name: 'sorting 100,000 objects by a property',
    setUp: '$o = foreach ($i in 1..100000) { [pscustomobject]@{ Id = ($i * 7919) % 100003; Kind = $i % 17 } }',
    work: '$r = $o | Sort-Object -Property Id',
    peer: false,
  },
  {
    name: 'grouping 100,000 objects by a property',
    setUp: '$o = foreach ($i in 1..100000) { [pscustomobject]@{ Id = ($i * 7919) % 100003; Kind = $i % 17 } }',
    work: '$r = $o | Group-Object -Property Kind',
    peer: false,
  },
];
/** Milliseconds of each round, in one runspace. */
async function ours(setUp: string, work: string): Promise<number[]> {
  await using runspace = closing(createRunspace());
  await runScript(runspace.value, setUp);
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = performance.now();
    await runScript(runspace.value, work);
    times.push(performance.now() - start);
  }
  return times;
}

const closing = (value: EngineRunspace): { readonly value: EngineRunspace } & AsyncDisposable => ({
  value,
  [Symbol.asyncDispose]: () => value.dispose(),
});

async function runScript(runspace: EngineRunspace, script: string): Promise<void> {
  const ignore = (): void => undefined;
  const sink: PipelineSink = {
    output: ignore,
    error: (record) => {
      throw new Error(`the script wrote an error: ${record.fullyQualifiedErrorId}`);
    },
    informational: ignore,
    progress: ignore,
    information: ignore,
  };
  const outcome = await runspace.run({
    definition: scriptDefinition(script),
    input: undefined,
    host: { name: 'bench', version: '1.0', defaults: new Map(), hasUI: false, call: () => Promise.resolve(null) },
    sink,
    addToHistory: false,
    signal: new AbortController().signal,
  });
  if (outcome.state === 'Failed') throw new Error(`the script failed: ${outcome.error.fullyQualifiedErrorId}`);
}

/** The same, timed inside the script. */
async function theirs(peer: Peer, setUp: string, work: string): Promise<number[]> {
  const script = `${setUp}\n$times = foreach ($round in 0..${ROUNDS}) { $w = [System.Diagnostics.Stopwatch]::StartNew(); . { ${work} }; $w.Elapsed.TotalMilliseconds }; $times -join ' '`;
  const answer = await peer.ask({ script, timeoutMs: 120_000 }, 150_000);
  return String((answer['texts'] as readonly string[] | undefined)?.at(-1) ?? '')
    .split(' ')
    .map(Number);
}

/** The first round of each warms its compiler. */
const warmMedian = (times: readonly number[]): number => median(times.slice(1));

async function run(): Promise<readonly BenchRow[]> {
  await using peer = peerAvailable ? await startPeer('eval') : undefined;
  const rows: BenchRow[] = [];
  for (const { name, setUp, work, peer: measured } of SCRIPTS) {
    const mine = warmMedian(await ours(setUp, work));
    rows.push({
      name,
      unit: 'ms',
      ours: mine,
      ...(peer !== undefined && measured ? { theirs: warmMedian(await theirs(peer, setUp, work)) } : {}),
      better: 'less',
      ...(measured ? { goal: { of: 'ratio', value: 1.5 } } : {}),
    });
  }
  return rows;
}

export const engineSection: BenchSection = { name: 'engine', run };
