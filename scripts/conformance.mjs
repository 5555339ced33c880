// `npm run conformance`: a row for each of the seed's 200 requirements: number, result, how many tests carry it in
// their title (`[S122] …`), the requirement. Ends with `N passed, N failed`; a row without a test is a failed row.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const requirements = JSON.parse(readFileSync(path.join(root, 'test/conformance/requirements.json'), 'utf8'));
await buildAll();
// Only files that carry a number: the others need not even be loaded.
const files = ['src', 'test'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name))
    .filter((name) => /\[S\d+/.test(readFileSync(path.join(root, name), 'utf8'))),
);
const folder = mkdtempSync(path.join(tmpdir(), 'pssession-conformance-'));
const report = path.join(folder, 'report.json');
spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '-t',
    '\\[S[0-9]+',
    ...files,
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
);
const json = JSON.parse(readFileSync(report, 'utf8'));
rmSync(folder, { recursive: true, force: true });

/** @type {Map<string, { passed: number, failed: number, skipped: number }>} */
const rows = new Map();
for (const file of json.testResults) {
  for (const test of file.assertionResults) {
    if (test.status === 'pending' || test.status === 'skipped' || test.status === 'todo') {
      // Vitest reports every test that the filter leaves out as skipped too: only titles with a number count.
    }
    for (const group of test.fullName.matchAll(/\[(S\d+(?:[ ,]+S\d+)*)\]/g)) {
      for (const [number] of group[1].matchAll(/S\d+/g)) {
        const row = rows.get(number) ?? { passed: 0, failed: 0, skipped: 0 };
        if (test.status === 'passed') row.passed += 1;
        else if (test.status === 'failed') row.failed += 1;
        else row.skipped += 1;
        rows.set(number, row);
      }
    }
  }
}
let passed = 0;
let failed = 0;
for (const [number, { text }] of Object.entries(requirements)) {
  const row = rows.get(number);
  let result;
  if (row === undefined) result = 'no test';
  else if (row.failed > 0) result = 'FAILED';
  else if (row.passed > 0) result = 'passed';
  else result = 'skipped';
  if (result === 'passed') passed += 1;
  else failed += 1;
  const count = row === undefined ? 0 : row.passed + row.failed + row.skipped;
  console.log(`${number.padEnd(5)} ${result.padEnd(8)} ${String(count).padStart(3)} tests  ${text}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
