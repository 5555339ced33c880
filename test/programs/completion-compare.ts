/**
 * Completion beside that of the real engine: `npm run completion-compare -- [--filter text] [--file inputs] [--quiet]`. Each line of
 * test/programs/completion/inputs.txt is completed by both, in one folder and with the same variables; compared are the texts,
 * their order and what they replace. `‸` is the cursor (the end, when it is missing), `⏎` a line break. What differs only in
 * commands and types that one engine does not have is counted apart. Ends with a table and `N passed, N failed`; without the
 * .NET SDK it says so and passes. `--accept n`: counts as passed while no more than n percent differ.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeClixmlDocument } from '../../src/protocol/clixml/index.js';
import { encodeUtf8 } from '../../src/protocol/bytes/index.js';
import { peerAvailable, peerUnavailableReason, startPeer, type Peer } from '../support/peer.js';
import { runScript } from './golden/run.js';

/** Inputs of one script: a fresh runspace for each would take most of the time. */
const TOGETHER = 25;
const LIMIT_MS = 120_000;
const SOURCES = 'test/programs/completion';

interface Input {
  readonly topic: string;
  readonly shown: string;
  readonly text: string;
  readonly cursor: number;
}
interface Offer {
  readonly text: string;
  readonly kind: string;
}
interface Answer {
  readonly range: string;
  readonly offers: readonly Offer[];
}

function inputsOf(file: string): readonly Input[] {
  let topic = '';
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('## ')) topic = line.slice(3);
      if (line === '' || line.startsWith('## ')) return [];
      const written = line.replaceAll('⏎', '\n');
      const at = written.indexOf('‸');
      return [{ topic, shown: line, text: written.replace('‸', ''), cursor: at < 0 ? written.length : at }];
    });
}

/** Files with all that makes a name hard to write. */
function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'completion-'));
  for (const name of ['sub', 'sub/deep', 'second sub', 'bin']) mkdirSync(path.join(folder, name));
  for (const name of [
    'a.txt',
    'b.txt',
    'sub/data.txt',
    'script.ps1',
    'with space.txt',
    "quote's.txt",
    'bracket[1].txt',
    'dollar$x.txt',
    'ünïcode.txt',
    'éclair.txt',
    '.hidden',
    'module.psm1',
    'manifest.psd1',
    'semi;colon.txt',
  ])
    writeFileSync(path.join(folder, name), '');
  writeFileSync(path.join(folder, 'bin', 'native'), '#!/bin/sh\n', { mode: 0o755 });
  return folder;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
function scriptOf(folder: string, setup: string, inputs: readonly Input[]): string {
  const asked = inputs.map(({ text, cursor }) => `ask ${quoted(text)} ${cursor}`);
  return [
    `Set-Location -LiteralPath ${quoted(folder)}`,
    `$env:PATH = ${quoted(path.join(folder, 'bin'))}`,
    setup,
    `function ask($text, $cursor) {
  try {
    $r = [System.Management.Automation.CommandCompletion]::CompleteInput($text, $cursor, $null)
    $found = foreach ($m in $r.CompletionMatches) { $m.CompletionText + [char]31 + $m.ResultType }
    "$($r.ReplacementIndex),$($r.ReplacementLength)" + [char]30 + ($found -join [char]30)
  } catch { 'failed: ' + $_ }
}`,
    ...asked,
  ].join('\n');
}

const textOf = (xml: string): string => String(decodeClixmlDocument(encodeUtf8(xml))[0]?.value);
function answerOf(line: string): Answer {
  const [range = '', ...found] = line.split('\u001e');
  const offers = found.flatMap((one) => {
    const [text = '', kind = ''] = one.split('\u001f');
    return text === '' ? [] : [{ text, kind }];
  });
  return { range: offers.length === 0 && !range.startsWith('failed') ? '' : range, offers };
}
const TOO_SLOW: Answer = { range: 'no answer', offers: [] };
const answersOf = (output: readonly string[], count: number): readonly Answer[] =>
  output.length === count ? output.map((xml) => answerOf(textOf(xml))) : Array.from({ length: count }, () => TOO_SLOW);

async function oracleAnswers(peer: Peer, script: string, count: number): Promise<readonly Answer[]> {
  const answer = await peer.ask({ script, depth: 1, timeoutMs: LIMIT_MS }, LIMIT_MS + 10_000);
  const output: unknown = answer['output'];
  const answers = answersOf(Array.isArray(output) ? output.map(String) : [], count);
  if (answers[0] === TOO_SLOW) console.log('the real engine:', JSON.stringify(answer).slice(0, 1500));
  return answers;
}

type Verdict = 'same' | 'names' | 'order' | 'range' | 'missing' | 'extra' | 'other';
const NAMED = /^(?:Command|Type|Namespace|DynamicKeyword)$/;
function verdictOf(ours: Answer, theirs: Answer): Verdict {
  const list = ({ offers }: Answer): string => offers.map(({ text }) => text).join('\n');
  if (theirs.range === 'no answer') return 'other';
  if (list(ours) === list(theirs)) return ours.range === theirs.range ? 'same' : 'range';
  const texts = (answer: Answer): ReadonlySet<string> => new Set(answer.offers.map(({ text }) => text));
  const [own, real] = [texts(ours), texts(theirs)];
  const missing = theirs.offers.filter(({ text }) => !own.has(text));
  const extra = ours.offers.filter(({ text }) => !real.has(text));
  const shared = (answer: Answer, other: ReadonlySet<string>): string =>
    answer.offers.flatMap(({ text }) => (other.has(text) ? [text] : [])).join('\n');
  const inOrder = shared(ours, real) === shared(theirs, own);
  if ([...missing, ...extra].every(({ kind }) => NAMED.test(kind)) && missing.length + extra.length > 0)
    return inOrder ? 'names' : 'order';
  if (missing.length + extra.length === 0) return 'order';
  return extra.length === 0 ? 'missing' : missing.length === 0 ? 'extra' : 'other';
}

const some = (offers: readonly Offer[], other: readonly Offer[]): string => {
  const known = new Set(other.map(({ text }) => text));
  const only = offers.filter(({ text }) => !known.has(text)).map(({ text }) => text);
  return `${only.slice(0, 12).join(' ')}${only.length > 12 ? ` … (${only.length})` : ''}`;
};

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const word = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const [filter, accept] = [word('--filter'), Number(word('--accept') ?? 0)];
  if (!peerAvailable) {
    console.log(`completion-compare: SKIPPED, ${peerUnavailableReason}`);
    return 0;
  }
  const setup = readFileSync(path.join(SOURCES, 'setup.ps1'), 'utf8');
  const inputs = inputsOf(word('--file') ?? path.join(SOURCES, 'inputs.txt')).filter(
    ({ topic, shown }) => filter === undefined || topic === filter || shown.includes(filter),
  );
  const folder = makeFolder();
  process.env['TZ'] = 'UTC';
  // The real engine's process has these of its own.
  process.env['DOTNET_SKIP_FIRST_TIME_EXPERIENCE'] = '1';
  process.env['POWERSHELL_TELEMETRY_OPTOUT'] = '1';
  process.env['DOTNET_CLI_TELEMETRY_OPTOUT'] = '1';
  process.env['DOTNET_NOLOGO'] = '1';
  process.env['SAMPLE_ONE'] = 'one';
  process.env['SAMPLE_TWO'] = 'two';
  const table = new Map<string, Map<Verdict, number>>();
  let [failed, ours_ms] = [0, 0];
  await using peer = await startPeer('eval');
  try {
    for (let at = 0; at < inputs.length; at += TOGETHER) {
      const some_ = inputs.slice(at, at + TOGETHER);
      const script = scriptOf(folder, setup, some_);
      const theirs = await oracleAnswers(peer, script, some_.length);
      const start = performance.now();
      const run = await runScript(script, { depth: 1, timeoutMs: LIMIT_MS, text: false });
      ours_ms += performance.now() - start;
      const ours = answersOf(run.output, some_.length);
      if (ours[0] === TOO_SLOW) console.log('ours:', JSON.stringify(run.errors).slice(0, 1500), run.output.length);
      for (const [index, input] of some_.entries()) {
        const [mine, real] = [ours[index] ?? TOO_SLOW, theirs[index] ?? TOO_SLOW];
        const verdict = verdictOf(mine, real);
        const row = table.get(input.topic) ?? new Map<Verdict, number>();
        row.set(verdict, (row.get(verdict) ?? 0) + 1);
        table.set(input.topic, row);
        if (verdict === 'same' || verdict === 'names') continue;
        failed += 1;
        if (args.includes('--quiet')) continue;
        console.log(`[${input.topic}: ${verdict}] ${input.shown}`);
        if (mine.range !== real.range) console.log(`    ours ${mine.range}, real ${real.range}`);
        if (verdict === 'order')
          console.log(
            `    ours ${mine.offers
              .slice(0, 12)
              .map(({ text }) => text)
              .join(' ')}\n    real ${real.offers
              .slice(0, 12)
              .map(({ text }) => text)
              .join(' ')}`,
          );
        const [more, less] = [some(mine.offers, real.offers), some(real.offers, mine.offers)];
        if (more !== '') console.log(`    only ours: ${more}`);
        if (less !== '') console.log(`    only real: ${less}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const kinds: readonly Verdict[] = ['same', 'names', 'order', 'range', 'missing', 'extra', 'other'];
  const cells = (row: ReadonlyMap<Verdict, number>): string =>
    kinds.map((kind) => String(row.get(kind) ?? 0).padStart(8)).join('');
  console.log(`${''.padEnd(22)}${kinds.map((kind) => kind.padStart(8)).join('')}`);
  const total = new Map<Verdict, number>();
  for (const [topic, row] of table) {
    console.log(`${topic.padEnd(22)}${cells(row)}`);
    for (const [kind, count] of row) total.set(kind, (total.get(kind) ?? 0) + count);
  }
  console.log(`${'all'.padEnd(22)}${cells(total)}`);
  console.log(`ours took ${Math.round(ours_ms)} ms`);
  console.log(`${inputs.length - failed} passed, ${failed} failed`);
  return failed * 100 > accept * inputs.length ? 1 : 0;
}

process.exitCode = await main();
