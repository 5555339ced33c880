/**
 * Golden outputs of the real PowerShell against our engine: `npm run golden -- [folder or file] ... [--filter text]
 * [--fields output,errors,text] [--level everyday] [--verbose] [--quiet] [--accept n]`. Each record runs in a fresh runspace. Prints
 * what differs, a table by category and level, and `N passed, N failed`.
 * The default folder is `powershell` of the recordings (test/support/recordings.ts). `text` is compared only where the
 * engine has a formatter; the last lines say so when it has none.
 */
import path from 'node:path';
import { recordingsFolder } from '../support/recordings.js';
import { differences } from './golden/compare.js';
import { type Field, FIELDS, readGolden } from './golden/records.js';
import { runScript } from './golden/run.js';

const LEVELS = ['everyday', 'common', 'tricky'];

interface Settings {
  readonly places: readonly string[];
  readonly filter: string | undefined;
  readonly level: string | undefined;
  readonly fields: readonly Field[];
  readonly verbose: boolean;
  readonly quiet: boolean;
  /** How many may differ: the known ones, listed in docs/engine-differences.md. */
  readonly accept: number;
}
function settingsOf(args: readonly string[]): Settings {
  const rest = [...args];
  const take = (name: string): string | undefined => {
    const at = rest.indexOf(name);
    return at < 0 ? undefined : rest.splice(at, 2)[1];
  };
  const flag = (name: string): boolean => {
    const at = rest.indexOf(name);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  };
  const wanted = take('--fields')?.split(',');
  const unknown = wanted?.find((name) => !(FIELDS as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`no field '${unknown}'; there are ${FIELDS.join(', ')}`);
  return {
    accept: Number(take('--accept') ?? 0),
    filter: take('--filter'),
    level: take('--level'),
    fields: wanted === undefined ? FIELDS : FIELDS.filter((name) => wanted.includes(name)),
    verbose: flag('--verbose'),
    quiet: flag('--quiet'),
    places: rest,
  };
}

async function main(): Promise<number> {
  const settings = settingsOf(process.argv.slice(2));
  let { places } = settings;
  if (places.length === 0) {
    const folder = recordingsFolder();
    if (folder === undefined) return 0;
    places = [path.join(folder, 'powershell')];
  }
  // The recordings were made in UTC with the invariant culture.
  process.env['TZ'] = 'UTC';
  const records = places
    .flatMap(readGolden)
    .filter(({ id }) => settings.filter === undefined || id.includes(settings.filter))
    .filter(({ level }) => settings.level === undefined || level === settings.level);
  const table = new Map<string, Map<string, { passed: number; all: number }>>();
  let passed = 0;
  let failed = 0;
  let withoutText = 0;
  for (const record of records) {
    let found: readonly string[];
    try {
      const got = await runScript(record.script, {
        depth: 1,
        timeoutMs: 20_000,
        text: settings.fields.includes('text'),
      });
      if (got.text === undefined) withoutText += 1;
      found = differences(record, got, settings.fields);
    } catch (error) {
      found = [`our engine failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
    }
    const row = table.get(record.category) ?? new Map<string, { passed: number; all: number }>();
    table.set(record.category, row);
    const cell = row.get(record.level) ?? { passed: 0, all: 0 };
    row.set(record.level, cell);
    cell.all += 1;
    if (found.length === 0) {
      passed += 1;
      cell.passed += 1;
      if (settings.verbose) console.log(`ok   ${record.id}`);
      continue;
    }
    failed += 1;
    if (settings.quiet) continue;
    console.log(`FAIL ${record.id} (${record.level})`);
    console.log(`  ${record.script.replaceAll('\n', '\n  ')}`);
    console.log(`  ${found.join('\n  ')}`);
  }
  printTable(table);
  if (settings.fields.includes('text') && withoutText > 0)
    console.log(`text was not compared in ${withoutText} records: the engine has no formatter there`);
  if (failed > 0 && failed <= settings.accept) console.log(`${failed} differ, as many as ${settings.accept} are known`);
  const counted = failed <= settings.accept ? 0 : failed;
  console.log(`${passed} passed, ${counted} failed`);
  return counted === 0 ? 0 : 1;
}

function printTable(
  table: ReadonlyMap<string, ReadonlyMap<string, { readonly passed: number; readonly all: number }>>,
) {
  const levels = [...LEVELS, ...new Set([...table.values()].flatMap((row) => [...row.keys()]))].filter(
    (level, index, all) => all.indexOf(level) === index,
  );
  const total = new Map<string, { passed: number; all: number }>();
  console.log(['category'.padEnd(18), ...levels.map((level) => level.padStart(10))].join(' '));
  const line = (name: string, row: ReadonlyMap<string, { readonly passed: number; readonly all: number }>): string =>
    [
      name.padEnd(18),
      ...levels.map((level) => {
        const cell = row.get(level);
        return (cell === undefined ? '-' : `${cell.passed}/${cell.all}`).padStart(10);
      }),
    ].join(' ');
  for (const [name, row] of [...table].sort(([left], [right]) => (left < right ? -1 : 1))) {
    console.log(line(name, row));
    for (const [level, cell] of row) {
      const sum = total.get(level) ?? { passed: 0, all: 0 };
      total.set(level, sum);
      sum.passed += cell.passed;
      sum.all += cell.all;
    }
  }
  console.log(line('all', total));
}

process.exitCode = await main();
