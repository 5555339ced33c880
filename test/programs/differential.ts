/**
 * The same snippets through the real engine and ours, compared as CLIXML, types, errors and streams:
 * `npm run differential -- [--seed n] [--count n] [--seconds n] [--filter text] [--only collected|parameters|generated] [--quiet]
 * [--lines] [--text]`. Collected snippets come first (test/programs/differential/snippets: blocks between blank lines, one file a
 * topic), then generated ones up to `count` (default 7000): every parameter of every command, operators and programs, command
 * lines, all in turn, so that a run cut short has some of each. Ends with a table and `N passed, N failed`. Without the .NET
 * SDK it says so and passes. After `--seconds` (default none) no new snippet is begun.
 * Snippets of files whose names begin with `formatting` are compared as the text that they show in 100 columns; with
 * `--text` the other collected ones are so too, beside their values. `--file path` takes that file's instead.
 * `--accept n`: counts as passed while no more than n percent differ, and of the snippets that try parameters no more than
 * `--accept-parameters n`; what is known to differ is in docs/engine-differences.md.
 */
import { peerAvailable, peerUnavailableReason, type PeerAnswer } from '../support/peer.js';
import { collected, compared, settle, type Snippet } from './differential/collected.js';
import { generate } from './differential/generate.js';
import { type CommandFact, FACTS_SCRIPT, generateParameters } from './differential/generate-parameters.js';
import { generateCommands } from './differential/generate-commands.js';
import { Oracle } from './differential/oracle.js';
import { type Random, randomFrom } from './differential/random.js';
import { observed } from './differential/observe.js';
import { differences } from './golden/compare.js';
import type { GoldenRecord } from './golden/records.js';
import { runScript } from './golden/run.js';

const FIELDS = ['output', 'types', 'errors', 'warnings', 'verbose', 'debug', 'information', 'parseErrors'] as const;

/** Questions that the oracle has before their turn. */
const AHEAD = 16;

/**
 * Where the snippet itself does not parse, the peer makes a record of the parser's exception; what `$Error` and the golden
 * records show names the placeholder.
 */
const parseReason = (want: GoldenRecord): GoldenRecord => ({
  ...want,
  errors: want.errors.map((error) =>
    error.category === 'ParserError' && want.parseErrors.length > 0
      ? { ...error, reason: 'ParentContainsErrorRecordException' }
      : error,
  ),
});
/** How many values each parameter is tried with. */
const VALUES_EACH = 2;
async function parameterSnippets(oracle: Oracle, random: Random): Promise<readonly string[]> {
  const answer = await oracle.askLong(FACTS_SCRIPT);
  const texts: unknown = answer?.['texts'];
  const [json] = Array.isArray(texts) ? (texts as readonly unknown[]) : [];
  if (typeof json !== 'string') throw new Error('the real engine does not tell of its commands');
  return generateParameters(JSON.parse(json) as readonly CommandFact[], random, VALUES_EACH);
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const option = (name: string, otherwise: number): number => {
    const at = args.indexOf(name);
    return at < 0 ? otherwise : Number(args[at + 1]);
  };
  const word = (name: string): string | undefined => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : args[at + 1];
  };
  const seed = option('--seed', 20_260_101);
  const count = option('--count', 7000);
  const seconds = option('--seconds', Number.POSITIVE_INFINITY);
  const filter = word('--filter');
  const only = word('--only');
  const quiet = args.includes('--quiet');
  if (!peerAvailable) {
    console.log(`differential: SKIPPED, ${peerUnavailableReason}`);
    return 0;
  }
  process.env['TZ'] = 'UTC';
  const file = word('--file');
  const snippets: Snippet[] =
    file !== undefined
      ? [...compared(file, args.includes('--text'))]
      : only === 'generated' || only === 'parameters'
        ? []
        : [...collected(args.includes('--text'))];
  const random = randomFrom(seed);
  await using oracle = await Oracle.start();
  if (only !== 'collected' && file === undefined) {
    const parameters = (await parameterSnippets(oracle, random)).map((script, at) => ({
      id: `parameters-${seed}/${at}`,
      script,
    }));
    if (only === 'parameters') snippets.push(...parameters);
    else
      for (let index = 0; snippets.length < count; index += 1) {
        const next = index % 3 === 2 ? parameters[(index - 2) / 3] : undefined;
        snippets.push(
          next ??
            (index % 2 === 0
              ? { id: `language-${seed}/${index}`, script: generate(random) }
              : { id: `commands-${seed}/${index}`, script: generateCommands(random) }),
        );
      }
  }
  const chosen = filter === undefined ? snippets : snippets.filter(({ id }) => id.startsWith(filter));
  console.log(`seed ${seed}, ${chosen.length} snippets`);
  const table = new Map<string, { passed: number; all: number }>();
  let passed = 0;
  let failed = 0;
  let ourMs = 0;
  let waitedMs = 0;
  const end = Date.now() + seconds * 1000;
  const waiting: Promise<PeerAnswer | undefined>[] = [];
  // Who asks for a few has time, on a busy machine too.
  const limitMs = file === undefined ? undefined : 15_000;
  let silent = 0;
  for (const [index, snippet] of chosen.entries()) {
    if (Date.now() > end) {
      console.log(`stopped after ${seconds} s, ${chosen.length - index} snippets were not begun`);
      break;
    }
    // The oracle works ahead while ours runs.
    while (waiting.length < AHEAD && index + waiting.length < chosen.length) {
      const next = chosen[index + waiting.length];
      if (next !== undefined) waiting.push(oracle.ask(next.script, next.id.startsWith('language-'), limitMs));
    }
    const row = table.get(snippet.id.split('/')[0] ?? '') ?? { passed: 0, all: 0 };
    table.set(snippet.id.split('/')[0] ?? '', row);
    row.all += 1;
    let found: readonly string[];
    try {
      const before = performance.now();
      const answer = await waiting.shift();
      const between = performance.now();
      waitedMs += between - before;
      // A script without end has nothing to compare.
      if (answer === undefined || answer['state'] === 'Stopped') {
        silent += 1;
        row.all -= 1;
        continue;
      }
      const want = observed(
        snippet.id,
        settle(snippet.script),
        JSON.parse(settle(JSON.stringify(answer))) as typeof answer,
      );
      const got = await runScript(snippet.script, { depth: 1, timeoutMs: limitMs ?? 5000, text: false });
      ourMs += performance.now() - between;
      found = differences(parseReason(want), JSON.parse(settle(JSON.stringify(got))) as typeof got, FIELDS);
    } catch (error) {
      found = [`failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
    }
    if (found.length === 0) {
      passed += 1;
      row.passed += 1;
      continue;
    }
    failed += 1;
    if (quiet) continue;
    console.log(`FAIL ${snippet.id}`);
    console.log(`  ${snippet.script.replaceAll('\n', '\n  ')}`);
    console.log(`  ${found.join('\n  ')}`);
  }
  if (silent > 0) console.log(`${silent} have no end in the real engine and are not counted`);
  console.log(`${Math.round(ourMs)} ms ours, ${Math.round(waitedMs)} ms waiting for the real engine`);
  for (const [name, row] of table) console.log(`${name.padEnd(20)} ${row.passed}/${row.all}`);
  // A share of all, since a run may be cut short by time.
  const isParameters = (name: string): boolean => name.startsWith('parameters-');
  const parameters = [...table].filter(([name]) => isParameters(name)).map(([, row]) => row);
  const tried = parameters.reduce((sum, row) => sum + row.all, 0);
  const differing = tried - parameters.reduce((sum, row) => sum + row.passed, 0);
  const known = (all: number, name: string): number => Math.ceil((all * option(name, 0)) / 100);
  const accepted = known(passed + failed - tried, '--accept');
  const acceptedParameters = known(tried, '--accept-parameters');
  const isAccepted = failed - differing <= accepted && differing <= acceptedParameters;
  if (failed > 0)
    console.log(
      `${failed - differing} differ (${accepted} are known), of the parameters ${differing} (${acceptedParameters} are known)`,
    );
  const counted = isAccepted ? 0 : failed;
  console.log(`${passed} passed, ${counted} failed`);
  return counted === 0 ? 0 : 1;
}

process.exitCode = await main();
