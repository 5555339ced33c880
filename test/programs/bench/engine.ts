/** The embedded engine beside the real one: the same script in both, warm, timed around the work alone. */
import { createRunspace, type EngineRunspace, type PipelineSink } from '../../../src/powershell/engine/index.js';
import { scriptDefinition } from '../../../src/client/session/index.js';
import { peerAvailable, startPeer, type Peer } from '../../support/peer.js';
import { median, type BenchRow, type BenchSection } from './table.js';

const ROUNDS = 3;
const OBJECTS =
  '$o = foreach ($i in 1..100000) { [pscustomobject]@{ Id = ($i * 7919) % 100003; Kind = $i % 17; Name = "name-$($i % 1000)" } }';
/** The first four are the goals of the project; the others show what else a script spends its time on. */
const SCRIPTS: readonly (readonly [name: string, setUp: string, work: string])[] = [
  ['a loop of a million additions', '', '$s = 0; for ($i = 0; $i -lt 1000000; $i++) { $s += $i }'],
  [
    '100,000 through Where-Object | ForEach-Object',
    '',
    '$r = 1..100000 | Where-Object { $_ % 2 -eq 0 } | ForEach-Object { $_ * 2 }',
  ],
  ['sorting 100,000 objects by a property', OBJECTS, '$r = $o | Sort-Object -Property Id'],
  ['grouping 100,000 objects by a property', OBJECTS, '$r = $o | Group-Object -Property Kind'],
  ['sorting 100,000 objects by a text', OBJECTS, '$r = $o | Sort-Object -Property Name'],
  ['foreach over a million numbers', '', '$s = 0; foreach ($i in 1..1000000) { $s += $i }'],
  ['100,000 calls of a function', 'function f($x) { $x + 1 }', 'foreach ($i in 1..100000) { $r = f $i }'],
  [
    '20,000 calls of an advanced function',
    'function f { [CmdletBinding()] param([Parameter(Mandatory)][int]$x, [switch]$y) $x + 1 }',
    'foreach ($i in 1..20000) { $r = f -x $i }',
  ],
  [
    '100,000 entries of a hashtable',
    '',
    '$h = @{}; foreach ($i in 1..100000) { $h["k$i"] = $i }; $s = 0; foreach ($k in $h.Keys) { $s += $h[$k] }',
  ],
  [
    '100,000 properties and methods',
    OBJECTS,
    '$n = 0; foreach ($x in $o) { if ($x.Name.EndsWith("7")) { $n += $x.Kind } }',
  ],
  [
    '100,000 -match and -replace',
    OBJECTS,
    "foreach ($x in $o) { if ($x.Name -match '(\\d+)$') { $r = $x.Name -replace '\\d', '#' } }",
  ],
  [
    '10,000 objects to JSON and back',
    `${OBJECTS}; $p = $o | Select-Object -First 10000`,
    '$r = $p | ConvertTo-Json | ConvertFrom-Json',
  ],
  [
    '10,000 objects as a table',
    `${OBJECTS}; $p = $o | Select-Object -First 10000`,
    '$r = $p | Format-Table | Out-String',
  ],
];
const GOALS = 4;
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
  for (const [index, [name, setUp, work]] of SCRIPTS.entries()) {
    const mine = warmMedian(await ours(setUp, work));
    rows.push({
      name,
      unit: 'ms',
      ours: mine,
      ...(peer === undefined ? {} : { theirs: warmMedian(await theirs(peer, setUp, work)) }),
      better: 'less',
      ...(index < GOALS ? { goal: { of: 'ratio', value: 1.5 } } : {}),
    });
  }
  return rows;
}

export const engineSection: BenchSection = { name: 'engine', run };
