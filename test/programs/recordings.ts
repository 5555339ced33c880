/**
 * `npm run recordings [folder]`: decodes and replays a folder of the form of `../shared/recordings` (kinds `clixml`,
 * `psrp`, `wsman`, `tokens`; a folder that lacks a kind is said so). Ends with `N passed, N failed`.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkClixmlFolder } from './recordings/clixml-check.js';
import { checkPsrpFolder } from './recordings/psrp-check.js';
import { checkTokensFolder } from './recordings/tokens-check.js';
import { checkWsmanFolder } from './recordings/wsman-check.js';
import { recordingsFolder } from '../support/recordings.js';

interface CheckResult {
  readonly passed: number;
  readonly failed: number;
  readonly messages: readonly string[];
}

const CHECKS: ReadonlyArray<readonly [string, (folder: string) => CheckResult | Promise<CheckResult>]> = [
  ['clixml', checkClixmlFolder],
  ['psrp', checkPsrpFolder],
  ['wsman', checkWsmanFolder],
  ['tokens', checkTokensFolder],
];

const folder = process.argv[2] === undefined ? recordingsFolder() : path.resolve(process.argv[2]);
let passed = 0;
let failed = 0;
if (folder === undefined || !existsSync(folder)) {
  console.log('skipped: no folder of recordings (give it as an argument, or in PSSESSION_RECORDINGS)');
} else {
  for (const [kind, check] of CHECKS) {
    if (!existsSync(path.join(folder, kind))) {
      console.log(`${kind.padEnd(8)} not in this folder`);
      continue;
    }
    const result = await check(folder);
    for (const message of result.messages) console.log(`  ${message}`);
    console.log(`${kind.padEnd(8)} ${result.passed} passed, ${result.failed} failed`);
    passed += result.passed;
    failed += result.failed;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
