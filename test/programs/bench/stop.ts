/**
 * Stopping: each script runs for a while, is stopped, and the time until its pipeline has ended is what counts. The clock
 * starts when the stop was due, so that an engine that holds the event loop is found out.
 */
import { createRunspace, type PipelineSink } from '../../../src/powershell/engine/index.js';
import { scriptDefinition } from '../../../src/client/session/index.js';
import { median, type BenchRow, type BenchSection } from './table.js';

const RUN_MS = 300;
const TURNS = 3;
const LIMIT_MS = 50;
const ITEMS = '$o = foreach ($i in 1..200000) { [pscustomobject]@{ Id = ($i * 7919) % 200003; Name = "name-$i" } }';
const LONG = "$t = 'abc def ' * 100000";
/** What is made first, and what then takes longer than anybody waits. */
const SCRIPTS: readonly (readonly [name: string, setUp: string, work: string])[] = [
  ['while', '', 'while ($true) { }'],
  ['for', '', 'for (;;) { $x++ }'],
  ['do', '', 'do { $x = 1 } until ($false)'],
  ['foreach over a range', '', 'foreach ($i in 1..2000000000) { $x = $i }'],
  ['nested loops', '', 'while ($true) { foreach ($i in 1..1000) { foreach ($j in 1..1000) { $x = $i * $j } } }'],
  ['a recursion', '', 'function f($n) { if ($n -gt 0) { f ($n - 1); f ($n - 1) } }; f 40'],
  ['a function in a loop', '', 'function f { 1 }; while ($true) { $null = f }'],
  [
    'an advanced function',
    '',
    'function f { [CmdletBinding()] param($x) process { $x } }; while ($true) { $null = f 1 }',
  ],
  ['a range into ForEach-Object', '', '1..2000000000 | ForEach-Object { $_ }'],
  ['a range into Where-Object', '', '1..2000000000 | Where-Object { $false }'],
  ['a range into Select-Object', '', '1..2000000000 | Select-Object -Last 1'],
  ['a range into Measure-Object', '', '1..2000000000 | Measure-Object -Sum'],
  ['a range into Out-Null', '', '1..2000000000 | Out-Null'],
  ['a range into a variable', '', '$x = 1..16000000 | ForEach-Object { $_ }'],
  ['output that floods', '', 'while ($true) { 1 }'],
  ['a switch', '', 'while ($true) { switch (1..100) { 5 { break } default { } } }'],
  ['a switch -Regex', '', "while ($true) { switch -Regex ('a', 'b') { '^a' { } default { } } }"],
  ['try and catch', '', 'while ($true) { try { throw 1 } catch { } }'],
  ['errors', '', "while ($true) { Write-Error 'e' -ErrorAction SilentlyContinue }"],
  ['Sort-Object', ITEMS, 'while ($true) { $null = $o | Sort-Object Name, Id }'],
  ['Sort-Object by a script', ITEMS, 'while ($true) { $null = $o | Sort-Object { $_.Name } }'],
  ['Group-Object', ITEMS, 'while ($true) { $null = $o | Group-Object Name }'],
  ['Compare-Object', ITEMS, 'Compare-Object $o.Name $o.Id'],
  ['Select-Object -Unique', ITEMS, '$o | Select-Object -Unique'],
  ['Select-Object of properties', ITEMS, 'while ($true) { $null = $o | Select-Object Id, Name }'],
  ['Format-Table', ITEMS, '$o | Format-Table | Out-String'],
  ['Format-List', ITEMS, '$o | Format-List | Out-String'],
  ['ConvertTo-Json', ITEMS, 'while ($true) { $null = $o | ConvertTo-Json }'],
  [
    'ConvertFrom-Json',
    `${ITEMS}; $j = $o | Select-Object -First 50000 | ConvertTo-Json -Compress`,
    'while ($true) { $null = $j | ConvertFrom-Json }',
  ],
  ['ConvertTo-Csv', ITEMS, 'while ($true) { $null = $o | ConvertTo-Csv }'],
  ['ConvertTo-Xml', ITEMS, 'while ($true) { $null = $o | ConvertTo-Xml }'],
  ['Export-Clixml to a text', ITEMS, 'while ($true) { $null = $o | ConvertTo-Html }'],
  ['a regular expression that goes back and forth', '', "('a' * 40 + '!') -match '^(a+)+$'"],
  ['-replace on a long text', LONG, "while ($true) { $null = $t -replace '[a-c]', 'x' }"],
  ['-split of a long text', LONG, "while ($true) { $null = $t -split ' ' }"],
  ['-join', '$a = 1..3000000', "while ($true) { $null = $a -join ',' }"],
  ['[regex]::Matches', LONG, "while ($true) { $null = [regex]::Matches($t, 'b') }"],
  ['[regex]::Replace by a script', LONG, "while ($true) { $null = [regex]::Replace($t, 'b', { 'x' }) }"],
  ['-like over a list', '$a = 1..1000000', "while ($true) { $null = $a -like 'x*' }"],
  ['.Where()', '$a = 1..3000000', 'while ($true) { $null = $a.Where({ $_ -lt 0 }) }'],
  ['.ForEach()', '$a = 1..3000000', 'while ($true) { $null = $a.ForEach({ $_ }) }'],
  ['a method of each element', "$a = @('abc') * 1000000", 'while ($true) { $null = $a.ToUpper() }'],
  ['[array]::Sort', '$a = 1..3000000', 'while ($true) { [array]::Sort($a) }'],
  ['[array]::Reverse', '$a = 1..3000000', 'while ($true) { [array]::Reverse($a) }'],
  ['String.Split', LONG, "while ($true) { $null = $t.Split(' ') }"],
  ['a growing text', '', "$s = ''; while ($true) { $s += 'abc' }"],
  ['a growing array', '', '$s = @(); while ($true) { $s += 1 }'],
  ['large whole numbers', '', 'while ($true) { $x = [bigint] 3; foreach ($i in 1..20) { $x *= $x } }'],
  ['a switch without a hit', '', 'while ($true) { switch (1..100000) { 0 { 1 } } }'],
  ['a program', '', 'sleep 100'],
  ['a program that floods', '', 'yes'],
  ['programs in a pipe', '', 'yes | cat'],
  ['Start-Sleep', '', 'Start-Sleep 100'],
  ['files of a tree', '', 'while ($true) { $null = Get-ChildItem -Recurse / -ErrorAction SilentlyContinue }'],
  ['-match on long texts', LONG, "while ($true) { $null = $t -match 'zzz$' }"],
];

async function stopTime(setUp: string, work: string): Promise<number> {
  const runspace = createRunspace({ liveObjects: true });
  const ignore = (): void => undefined;
  const sink: PipelineSink = {
    output: ignore,
    error: ignore,
    informational: ignore,
    progress: ignore,
    information: ignore,
  };
  const host = { name: 'bench', version: '1.0', defaults: new Map(), hasUI: false, call: () => Promise.resolve(null) };
  const start = (script: string, signal: AbortSignal): Promise<unknown> =>
    runspace.run({ definition: scriptDefinition(script), input: undefined, host, sink, addToHistory: false, signal });
  if (setUp !== '') await start(setUp, new AbortController().signal);
  const stop = new AbortController();
  const due = performance.now() + RUN_MS;
  setTimeout(() => stop.abort(), RUN_MS);
  await start(work, stop.signal);
  const took = performance.now() - due;
  void runspace.dispose();
  return took;
}

async function run(): Promise<readonly BenchRow[]> {
  const worst: { name: string; ms: number }[] = [];
  for (const [name, setUp, work] of SCRIPTS) {
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) times.push(await stopTime(setUp, work));
    const ms = Math.max(...times);
    if (times.every((time) => time < -RUN_MS / 2)) throw new Error(`the script '${name}' ends by itself`);
    worst.push({ name, ms });
  }
  const rows: BenchRow[] = worst
    .filter(({ ms }) => ms > LIMIT_MS)
    .map(({ name, ms }) => ({ name: `stop: ${name}, the slowest of ${TURNS}`, unit: 'ms', ours: ms, better: 'less' }));
  const all = worst.map(({ ms }) => ms);
  rows.push(
    { name: `stop: the median of ${all.length} kinds of work`, unit: 'ms', ours: median(all), better: 'less' },
    {
      name: 'stop: the slowest of all',
      unit: 'ms',
      ours: Math.max(...all),
      better: 'less',
      goal: { of: 'ours', value: LIMIT_MS },
    },
  );
  return rows;
}

export const stopSection: BenchSection = { name: 'stop', run };
