/**
 * `npm run interop [peer …]`: the implementations that we did not write, against our endpoint and our client. Without
 * arguments every peer. For each case: passed, failed, or `not possible here` with the reason. Ends with
 * `N passed, N failed`.
 *
 * pypsrp, psrpcore, pyspnego and pywinrm's tests are not packaged: name the folders of their repositories in
 * PSSESSION_PYPSRP, PSSESSION_PSRPCORE, PSSESSION_PYSPNEGO and PSSESSION_PYWINRM.
 */
import { auth } from './interop/auth.js';
import { ansible } from './interop/ansible.js';
import { psrpcore } from './interop/psrpcore.js';
import { pypsrp } from './interop/pypsrp.js';
import { pywinrm } from './interop/pywinrm.js';
import { realEngine } from './interop/real-engine.js';
import type { PeerReport } from './interop/report.js';

const PEERS: Readonly<Record<string, () => Promise<PeerReport>>> = {
  pypsrp,
  psrpcore,
  pywinrm,
  ansible,
  auth,
  'real-engine': realEngine,
};

const asked = process.argv.slice(2);
for (const name of asked) {
  if (PEERS[name] === undefined) {
    console.error(`interop: no peer called '${name}'; there are ${Object.keys(PEERS).join(', ')}`);
    process.exit(2);
  }
}
let passed = 0;
let failed = 0;
const lines: string[] = [];
for (const [name, run] of Object.entries(PEERS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`== ${name}`);
  const started = Date.now();
  const report = await run();
  for (const item of report.cases) {
    if (item.result === 'passed') passed += 1;
    if (item.result === 'failed') failed += 1;
    const reason = item.reason === undefined ? '' : `: ${item.reason}`;
    console.log(`  ${item.result.padEnd(17)} ${item.name}${reason}`);
  }
  const count = (result: string): number => report.cases.filter((item) => item.result === result).length;
  lines.push(
    `${name.padEnd(12)} ${count('passed')} passed, ${count('failed')} failed, ${count('not possible here')} not possible here, ${((Date.now() - started) / 1000).toFixed(0)} s${report.note === undefined ? '' : ` (${report.note})`}`,
  );
}
console.log('');
for (const line of lines) console.log(line);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
