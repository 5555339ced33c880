// `npm test [-- filter ...]`: the type checker, then every test; ends with `N passed, N failed`.
import { spawn } from 'node:child_process';
import { readFile, rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const filters = process.argv.slice(2);
const run = (file, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, file), ...args], { stdio: 'inherit', cwd: root });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });

let extraFailed = 0;
let extraPassed = 0;
if (filters.length === 0) {
  for (const project of ['tsconfig.json', 'tsconfig.protocol.json']) {
    const code = await run('node_modules/typescript/bin/tsc', ['--noEmit', '-p', project]);
    console.log(`${code === 0 ? 'ok' : 'FAILED'}: type check of ${project}`);
    if (code === 0) extraPassed += 1;
    else extraFailed += 1;
  }
}
await buildAll(); // tests of the program start the built one
const folder = await mkdtemp(path.join(tmpdir(), 'pssession-test-'));
const report = path.join(folder, 'report.json');
const code = await run('node_modules/vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...filters,
]);
let passed = 0;
let failed = 0;
let skipped = 0;
try {
  const json = JSON.parse(await readFile(report, 'utf8'));
  passed = json.numPassedTests;
  failed = json.numFailedTests;
  skipped = json.numPendingTests + json.numTodoTests;
  // A file that does not even load is a failure that no test counts.
  failed += json.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  ).length;
} catch {
  failed += 1;
}
if (code !== 0 && failed === 0) failed = 1;
await rm(folder, { recursive: true, force: true });
const skippedText = skipped > 0 ? `, ${skipped} skipped` : '';
console.log(`${passed + extraPassed} passed, ${failed + extraFailed} failed${skippedText}`);
process.exit(failed + extraFailed === 0 ? 0 : 1);
